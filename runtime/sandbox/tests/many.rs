//! Many guests: at once, and one after the other.

mod common;

use common::{DATA, calls, elf, exit, file, kvm, runner};
use std::process::{Command, Stdio};

/// A guest that computes for a while and prints a line now and then.
fn busy(lines: u32) -> Vec<u8> {
    let mut code = vec![0x41, 0xbc]; // mov r12d, lines
    code.extend(lines.to_le_bytes());
    let start = code.len();
    code.extend([0xb9, 0x40, 0x42, 0x0f, 0]); // mov ecx, 1000000
    code.extend([0xff, 0xc9, 0x75, 0xfc]); // dec ecx; jnz
    code.extend([0xbf, 1, 0, 0, 0]); // mov edi, 1
    code.extend([0x48, 0xbe]); // mov rsi, text
    code.extend(DATA.to_le_bytes());
    code.extend([0xba, 8, 0, 0, 0]); // mov edx, 8
    code.extend([0xb8, 1, 0, 0, 0, 0x0f, 0x05]); // write
    code.extend([0x41, 0xff, 0xcc]); // dec r12d
    let back = code.len() + 2 - start;
    code.extend([0x75, (-(back as i8)) as u8]); // jnz start
    code.extend(exit(3));
    elf(&code, b"a line.\n", 4096)
}

#[test]
fn twenty_at_once() {
    if !kvm() {
        return;
    }
    let path = file(&busy(50));
    let guests: Vec<_> = (0..20)
        .map(|_| Command::new(runner()).arg(&path).stdout(Stdio::piped()).spawn().expect("a guest"))
        .collect();
    for guest in guests {
        let output = guest.wait_with_output().expect("a guest that ends");
        assert_eq!(output.status.code(), Some(3));
        assert_eq!(output.stdout, b"a line.\n".repeat(50));
    }
    let _ = std::fs::remove_file(path);
}

/// A number from a file of `/proc`.
fn figure(path: &str, name: &str) -> u64 {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let line = text.lines().find(|l| l.starts_with(name)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).unwrap_or(0)
}

#[test]
fn two_hundred_one_after_the_other() {
    if !kvm() {
        return;
    }
    let table = [[9, 0, 32 << 20, 3, 0x22, u64::MAX, 0], [39, 0, 0, 0, 0, 0, 0]];
    let path = file(&calls(&table));
    let run = || {
        let status = Command::new(runner()).arg(&path).status().expect("a guest");
        assert_eq!(status.code(), Some(0));
    };
    let files = || std::fs::read_to_string("/proc/sys/fs/file-nr").unwrap_or_default();
    let open = |text: String| text.split_whitespace().next().and_then(|n| n.parse::<i64>().ok()).unwrap_or(0);
    (0..10).for_each(|_| run());
    let (slab, descriptors) = (figure("/proc/meminfo", "SUnreclaim:"), open(files()));
    (0..200).for_each(|_| run());
    let (slab_after, descriptors_after) = (figure("/proc/meminfo", "SUnreclaim:"), open(files()));
    // Others use the machine too: what 200 leaks of one virtual machine each would show is far more.
    assert!(
        descriptors_after - descriptors < 600,
        "descriptors: {descriptors} before, {descriptors_after} after"
    );
    assert!(
        slab_after < slab + (100 << 10),
        "memory of the kernel: {slab} KiB before, {slab_after} KiB after"
    );
    let _ = std::fs::remove_file(path);
}
