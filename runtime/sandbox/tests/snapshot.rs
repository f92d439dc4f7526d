//! Snapshots of hand-made guests: taken and restored, damaged, of other builds.

mod common;

use common::{DATA, Numbers, Outcome, elf, exit, kvm, run};
use std::path::PathBuf;

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
