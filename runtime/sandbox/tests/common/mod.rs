//! Guests made by hand: machine code in an ELF file of two segments, run by the example `guest`.

#![allow(dead_code)] // Each test file uses its part.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// Where the code begins.
pub const CODE: u64 = 0x8_0000_1000;
/// Where the data begins.
pub const DATA: u64 = 0x8_0100_0000;

/// An executable with this code and these data, which are writable and followed by `zeros`.
pub fn elf(code: &[u8], data: &[u8], zeros: u64) -> Vec<u8> {
    let mut file = vec![0u8; 0x1000];
    file[..8].copy_from_slice(&[0x7f, b'E', b'L', b'F', 2, 1, 1, 0]);
    let mut put = |at: usize, value: u64, size: usize| {
        file[at..at + size].copy_from_slice(&value.to_le_bytes()[..size]);
    };
    put(16, 2, 2);
    put(18, 62, 2);
    put(20, 1, 4);
    put(24, CODE, 8);
    put(32, 64, 8);
    put(52, 64, 2);
    put(54, 56, 2);
    put(56, 2, 2);
    let data_at = (0x1000 + code.len()).next_multiple_of(0x1000) as u64;
    let mut header = |at: usize, flags: u64, offset: u64, address: u64, file_size: u64, size: u64| {
        put(at, 1, 4);
        put(at + 4, flags, 4);
        for (i, value) in [offset, address, address, file_size, size, 0x1000].into_iter().enumerate() {
            put(at + 8 + i * 8, value, 8);
        }
    };
    let all = 0x1000 + code.len() as u64;
    header(64, 5, 0, CODE - 0x1000, all, all);
    header(120, 6, data_at, DATA, data.len() as u64, data.len() as u64 + zeros);
    file.extend(code);
    file.resize(data_at as usize, 0xcc);
    file.extend(data);
    file
}

/// How a guest ended.
#[derive(Debug)]
pub struct Outcome {
    /// Exit code; negative: a signal.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Whether KVM is here. Where it is, guests must run.
pub fn kvm() -> bool {
    let there = std::path::Path::new("/dev/kvm").exists();
    if !there {
        println!("skipped: no /dev/kvm");
    }
    there
}

/// The example `guest`.
pub fn runner() -> PathBuf {
    let me = std::env::current_exe().expect("the test's own path");
    let folder = me.ancestors().nth(2).expect("target/PROFILE");
    folder.join("examples/guest")
}

static COUNT: AtomicU32 = AtomicU32::new(0);

/// A file with this guest; the caller removes it.
pub fn file(bytes: &[u8]) -> PathBuf {
    let name = format!("rvm-guest-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let path = std::env::temp_dir().join(name);
    std::fs::File::create(&path).and_then(|mut f| f.write_all(bytes)).expect("a writable temporary folder");
    path
}

/// Runs a guest.
pub fn run(guest: &[u8], options: &[&str]) -> Outcome {
    use std::os::unix::process::ExitStatusExt;
    let path = file(guest);
    let output = Command::new(runner())
        .args(options)
        .arg(&path)
        .stdin(Stdio::null())
        .output()
        .expect("the example `guest` is built");
    let _ = std::fs::remove_file(&path);
    let code = output.status.code().unwrap_or_else(|| -output.status.signal().unwrap_or(0));
    Outcome {
        code,
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// `exit_group(code)`.
pub fn exit(code: u8) -> Vec<u8> {
    let mut bytes = vec![0xbf, code, 0, 0, 0]; // mov edi, code
    bytes.extend([0xb8, 231, 0, 0, 0, 0x0f, 0x05]); // mov eax, 231; syscall
    bytes
}

/// Runs a table of calls, each seven words (number, arguments), and exits with 0.
pub fn calls(table: &[[u64; 7]]) -> Vec<u8> {
    calls_with(table, &[])
}

/// As `calls`, with more data behind the table.
pub fn calls_with(table: &[[u64; 7]], more: &[u8]) -> Vec<u8> {
    let mut code = vec![0x48, 0xbb]; // mov rbx, table
    code.extend(DATA.to_le_bytes());
    code.extend([0x49, 0xbc]); // mov r12, end
    code.extend((DATA + table.len() as u64 * 56).to_le_bytes());
    let body: &[u8] = &[
        0x48, 0x8b, 0x03, // mov rax, [rbx]
        0x48, 0x8b, 0x7b, 8, // mov rdi, [rbx+8]
        0x48, 0x8b, 0x73, 16, // mov rsi, [rbx+16]
        0x48, 0x8b, 0x53, 24, // mov rdx, [rbx+24]
        0x4c, 0x8b, 0x53, 32, // mov r10, [rbx+32]
        0x4c, 0x8b, 0x43, 40, // mov r8, [rbx+40]
        0x4c, 0x8b, 0x4b, 48, // mov r9, [rbx+48]
        0x0f, 0x05, // syscall
        0x48, 0x83, 0xc3, 56, // add rbx, 56
        0x4c, 0x39, 0xe3, // cmp rbx, r12
    ];
    code.extend(body);
    code.extend([0x72, (-(body.len() as i8 + 2)) as u8]); // jb body
    code.extend(exit(0));
    let mut data: Vec<u8> = table.iter().flatten().flat_map(|w| w.to_le_bytes()).collect();
    data.extend(more);
    elf(&code, &data, 0x10000)
}

/// Numbers that look random and are the same every time.
pub struct Numbers(pub u64);

impl Numbers {
    /// The next one.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let x = self.0 ^ self.0 >> 33;
        x.wrapping_mul(0xff51_afd7_ed55_8ccd) ^ x >> 29
    }

    /// One of a slice.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[(self.next() % from.len() as u64) as usize]
    }
}

/// How many times slower than usual this machine is, as `RVM_SLOW` says: an emulated one may be a hundred times.
pub fn slow() -> u64 {
    std::env::var("RVM_SLOW").ok().and_then(|n| n.parse().ok()).unwrap_or(1)
}

/// A limit of time that no sound guest reaches, as an option.
pub fn limit(seconds: u64) -> String {
    format!("--timeout={}", seconds * slow())
}
