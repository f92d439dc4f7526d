//! Snapshots of hand-made guests: taken and restored, damaged, of other builds.

mod common;

use common::{DATA, Numbers, Outcome, elf, exit, file, kvm, run, runner};
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const SNAPSHOT: u32 = 0x5256;

/// A system call with up to three arguments.
fn call(number: u32, args: &[u64]) -> Vec<u8> {
    let mut code = Vec::new();
    let loads: [&[u8]; 3] = [&[0x48, 0xbf], &[0x48, 0xbe], &[0x48, 0xba]];
    for (load, arg) in loads.iter().zip(args) {
        code.extend(*load);
        code.extend(arg.to_le_bytes());
    }
    code.push(0xb8);
    code.extend(number.to_le_bytes());
    code.extend([0x0f, 0x05]);
    code
}

fn write(offset: u64) -> Vec<u8> {
    call(1, &[1, DATA + offset, 7])
}

/// Two lines, and times to sleep.
fn data() -> Vec<u8> {
    let mut data = b"before\nafter.\n".to_vec();
    data.resize(64, 0);
    data.extend(0u64.to_le_bytes());
    data.extend(600_000_000u64.to_le_bytes());
    data
}

fn place(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("rvm-snapshot-{}-{name}", std::process::id()))
}

fn restore(guest: &[u8], path: &std::path::Path) -> Outcome {
    run(guest, &["--restore", &path.to_string_lossy()])
}

#[test]
fn asked_for_and_restored() {
    if !kvm() {
        return;
    }
    // Registers that calls preserve, and memory that has changed, come back.
    let mut code = vec![0x48, 0xbb]; // mov rbx, text
    code.extend((DATA + 7).to_le_bytes());
    code.extend([0xc6, 0x43, 5, b'!']); // mov byte [rbx+5], '!'
    code.extend(write(0));
    code.extend(call(SNAPSHOT, &[]));
    code.extend([0x48, 0x89, 0xde, 0xbf, 1, 0, 0, 0, 0xba, 7, 0, 0, 0, 0xb8, 1, 0, 0, 0, 0x0f, 0x05]); // write(1, rbx, 7)
    code.extend(exit(3));
    let guest = elf(&code, &data(), 0x10000);
    let path = place("asked");
    let made = run(&guest, &["--snapshot", &path.to_string_lossy()]);
    assert_eq!((made.code, made.out.as_str()), (3, "before\nafter!\n"), "{}", made.err);
    for _ in 0..2 {
        let restored = restore(&guest, &path);
        assert_eq!((restored.code, restored.out.as_str()), (3, "after!\n"), "{}", restored.err);
    }
    // Another executable is another build.
    let other = elf(&exit(9), &data(), 0x10000);
    let refused = restore(&other, &path);
    assert_eq!((refused.code, refused.out.as_str()), (125, ""), "{}", refused.err);
    assert!(refused.err.contains("another build"), "{}", refused.err);
    // Damage anywhere is seen.
    let good = std::fs::read(&path).expect("the snapshot");
    let mut numbers = Numbers(11);
    for round in 0..60 {
        let mut bad = good.clone();
        // Most of the header's page is padding.
        let at = match round % 3 {
            0 => numbers.next() % 72,
            1 => 4096 + numbers.next() % (good.len() as u64 - 4096),
            _ => good.len() as u64 - 1 - numbers.next() % 900,
        };
        bad[at as usize] ^= 1 << (numbers.next() % 8);
        std::fs::write(&path, &bad).expect("a writable temporary folder");
        let refused = restore(&guest, &path);
        assert!(refused.code == 125 && refused.out.is_empty(), "byte {at}: {} {}", refused.code, refused.err);
        assert!(!refused.err.contains("panicked"), "{}", refused.err);
    }
    for size in [0, 1, 71, 72, 4095, 4096, good.len() / 2, good.len() - 1] {
        std::fs::write(&path, &good[..size]).expect("a writable temporary folder");
        assert_eq!(restore(&guest, &path).code, 125, "{size} bytes");
    }
    let _ = std::fs::remove_file(path);
}

#[test]
fn taken_while_it_sleeps_or_spins() {
    if !kvm() {
        return;
    }
    let sleep = call(35, &[DATA + 64, 0]);
    // mov ecx, 0x30000000; dec ecx; jnz
    let spin = vec![0xb9, 0, 0, 0, 0x30, 0xff, 0xc9, 0x75, 0xfc];
    for (name, wait) in [("sleep", sleep), ("spin", spin)] {
        let guest = elf(&[write(0), wait, write(7), exit(4)].concat(), &data(), 0x10000);
        let path = place(name);
        let made = run(&guest, &["--snapshot", &path.to_string_lossy(), "--snapshot-after", "50ms"]);
        assert_eq!((made.code, made.out.as_str()), (4, "before\nafter.\n"), "{name}: {}", made.err);
        let restored = restore(&guest, &path);
        assert_eq!((restored.code, restored.out.as_str()), (4, "after.\n"), "{name}: {}", restored.err);
        let _ = std::fs::remove_file(path);
    }
}

#[test]
fn nothing_was_taken() {
    if !kvm() {
        return;
    }
    let guest = elf(&exit(0), &data(), 0x10000);
    let path = place("none");
    assert_eq!(run(&guest, &["--snapshot", &path.to_string_lossy()]).code, 0);
    let refused = restore(&guest, &path);
    assert!(refused.code == 125 && refused.err.contains("not a snapshot"), "{}", refused.err);
    assert_eq!(restore(&guest, &place("nowhere")).code, 125);
    let _ = std::fs::remove_file(path);
}

/// Runs a start that may be kept; whether it was begun anew, and what it wrote.
fn start(guest: &Path, folder: &Path, cache: &Path) -> (bool, String) {
    let output = Command::new(runner())
        .arg(format!("--dir={}:/d:ro", folder.display()))
        .arg(format!("--snapshot-cache={}", cache.display()))
        .arg("--sandbox-report")
        .arg(guest)
        .stdin(Stdio::null())
        .output()
        .expect("the example `guest` is built");
    let report = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{report}");
    (report.contains("call 2 open"), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn starts_are_kept() {
    if !kvm() {
        return;
    }
    // Opens a file, may be kept, then reads and writes what is in the file.
    let mut data = data();
    data.extend(b"/d/a\0");
    let open = call(2, &[DATA + 80, 0]);
    let (read, written) = (call(0, &[3, DATA + 128, 7]), write(128));
    let guest = file(&elf(&[open, call(SNAPSHOT, &[]), read, written, exit(3)].concat(), &data, 0x10000));
    let (folder, cache) = (place("folder"), place("cache"));
    std::fs::create_dir_all(&folder).expect("a writable temporary folder");
    let content = |text: &str| std::fs::write(folder.join("a"), text).expect("a writable temporary folder");
    content("first.\n");
    let run = || start(&guest, &folder, &cache);
    let kept = || {
        let mut files = std::fs::read_dir(&cache).expect("the cache").flatten();
        files.next().map(|entry| entry.path())
    };
    let (anew, again) = ((true, "first.\n".to_owned()), (false, "first.\n".to_owned()));
    let settle = || std::thread::sleep(std::time::Duration::from_millis(50));
    let keep = || {
        while run().0 {}
    };
    settle();
    // Seen, written, used.
    assert_eq!(run(), anew);
    assert_eq!(kept().and_then(|path| path.metadata().ok()).map(|m| m.len()), Some(0));
    assert_eq!(run(), anew);
    assert_eq!(run(), again);
    assert_eq!(run(), again);
    // Another folder of the same content is another start.
    let other = place("other");
    std::fs::create_dir_all(&other).expect("a writable temporary folder");
    std::fs::write(other.join("a"), "other.\n").expect("a writable temporary folder");
    assert_eq!(start(&guest, &other, &cache), (true, "other.\n".to_owned()));
    // A file that has changed, or has gone.
    content("second\n");
    assert_eq!(run(), (true, "second\n".to_owned()));
    content("first.\n");
    std::fs::remove_dir_all(&cache).expect("the cache");
    keep();
    // Damage, and what others could have written.
    let path = kept().expect("a kept start");
    let good = std::fs::read(&path).expect("a kept start");
    let mut numbers = Numbers(3);
    for round in 0..20 {
        let mut bad = good.clone();
        let at = match round % 3 {
            0 => numbers.next() % 72,
            1 => 4096 + numbers.next() % (good.len() as u64 - 4096),
            _ => good.len() as u64 - 1 - numbers.next() % 900,
        };
        bad[at as usize] ^= 1 << (numbers.next() % 8);
        std::fs::write(&path, &bad).expect("a kept start");
        std::fs::set_permissions(&path, Permissions::from_mode(0o600)).expect("a kept start");
        assert_eq!(run(), anew, "byte {at}");
    }
    keep();
    for (what, mode) in [(&path, 0o644), (&path, 0o660), (&cache, 0o777), (&cache, 0o720)] {
        let before = what.metadata().expect("the cache").permissions();
        std::fs::set_permissions(what, Permissions::from_mode(mode)).expect("the cache");
        assert_eq!(run(), anew, "mode {mode:o}");
        std::fs::set_permissions(what, before).expect("the cache");
        assert_eq!(run(), again);
    }
    std::fs::rename(&path, other.join("b")).expect("a kept start");
    std::os::unix::fs::symlink(other.join("b"), &path).expect("a link");
    assert_eq!(run(), anew);
    std::fs::remove_file(&path).expect("the link");
    std::fs::hard_link(other.join("b"), &path).expect("a link");
    assert_eq!(run(), anew);
    assert_eq!(start(&guest, &folder, Path::new("/proc/nowhere")), anew);
    assert_eq!(start(&guest, &folder, &guest), anew);
    for path in [&folder, &cache, &other] {
        let _ = std::fs::remove_dir_all(path);
    }
    let _ = std::fs::remove_file(guest);
}

/// A snapshot whose sums are right and whose content is not: who writes a file can compute sums.
#[test]
fn meant_to_harm() {
    if !kvm() {
        return;
    }
    let mut code = write(0);
    code.extend(call(SNAPSHOT, &[]));
    code.extend(write(7));
    code.extend(exit(3));
    let guest = file(&elf(&code, &data(), 0x10000));
    let (path, bad_path) = (place("harm"), place("harmed"));
    let go = |options: &[&str]| {
        let output = Command::new(runner())
            .args(options)
            .arg("--timeout=5")
            .arg(&guest)
            .stdin(Stdio::null())
            .output()
            .expect("the example `guest` is built");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    assert_eq!(go(&["--snapshot", &path.to_string_lossy()]).0, Some(3));
    let good = std::fs::read(&path).expect("the snapshot");
    let pages_end = u64::from_le_bytes(*good[16..].first_chunk().expect("a header")) as usize;
    let mut numbers = Numbers(5);
    let edges = [0, 1, 3, 4096, 0x20_0000, 0x4_0000_0000, 0x8_0000_0000, 0xc_0000_0000, 1 << 47, u64::MAX];
    for round in 0..250 {
        let mut bad = good.clone();
        for _ in 0..=numbers.next() % 3 {
            // Numbers of the state, most of them at multiples of 8.
            let at = pages_end + (numbers.next() as usize % ((good.len() - pages_end) / 8 - 1)) * 8;
            let value = if round % 2 == 0 { numbers.pick(&edges) } else { numbers.next() };
            bad[at..at + 8].copy_from_slice(&value.to_le_bytes());
        }
        rvm_sandbox::service::seal_snapshot(&mut bad).expect("a snapshot");
        std::fs::write(&bad_path, &bad).expect("a file");
        let (code, text) = go(&["--restore", &bad_path.to_string_lossy()]);
        // It goes on, is refused, or ends as guests end.
        assert!(matches!(code, Some(0 | 3 | 124 | 125 | 134..=139 | 152)), "round {round}: {code:?} {text}");
        assert!(!text.contains("panicked"), "round {round}: {text}");
    }
    // A folder as deep as a file is long.
    let deep = "/a".repeat(2 << 20);
    let folder_at = pages_end + 32;
    let old = u64::from_le_bytes(*good[folder_at..].first_chunk().expect("a state")) as usize;
    let mut bad = good[..folder_at].to_vec();
    bad.extend((deep.len() as u64).to_le_bytes());
    bad.extend(deep.as_bytes());
    bad.extend(&good[folder_at + 8 + old..]);
    let state = (bad.len() - pages_end) as u64;
    bad[24..32].copy_from_slice(&state.to_le_bytes());
    rvm_sandbox::service::seal_snapshot(&mut bad).expect("a snapshot");
    std::fs::write(&bad_path, &bad).expect("a file");
    let (code, text) = go(&["--restore", &bad_path.to_string_lossy()]);
    assert_eq!(code, Some(125), "{text}");
    // What is no file at all: nobody waits for it.
    let pipe = place("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().is_ok_and(|s| s.success()), "mkfifo");
    for what in [pipe.as_path(), Path::new("/dev/zero"), Path::new("/dev/null"), Path::new("/")] {
        assert_eq!(go(&["--restore", &what.to_string_lossy()]).0, Some(125), "{}", what.display());
    }
    for path in [&path, &bad_path, &guest, &pipe] {
        let _ = std::fs::remove_file(path);
    }
}
