//! The sandbox's system-call service: each 20 bytes are a call. No panic, no answer that is none, and nothing changes beside what is granted. Needs /dev/kvm.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rvm_sandbox::policy::{Grant, Mode, Policy};
use rvm_sandbox::service::Service;
use rvm_sandbox::{Ending, Program};
use std::cell::RefCell;
use std::fs;
use std::path::PathBuf;

/// Where the guest's data begin.
const DATA: u64 = 0x8_0100_0000;
/// What arguments point to most often.
const PATHS: [&str; 8] =
    ["/d/a", "/d/new", "/d", "/d/out", "/d/out/canary", "/d/../canary", "/etc/passwd", "."];
/// Calls that one machine serves.
const CALLS: u32 = 20_000;

struct Place {
    folder: PathBuf,
    service: Service,
    left: u32,
}

/// An executable of one segment that can be written, with nothing to run.
fn executable() -> Vec<u8> {
    let mut file = vec![0u8; 0x1000];
    file[..8].copy_from_slice(&[0x7f, b'E', b'L', b'F', 2, 1, 1, 0]);
    let mut put = |at: usize, value: u64, size: usize| {
        file[at..at + size].copy_from_slice(&value.to_le_bytes()[..size]);
    };
    for (at, value, size) in [
        (16, 2, 2),
        (18, 62, 2),
        (20, 1, 4),
        (24, DATA, 8),
        (32, 64, 8),
        (52, 64, 2),
        (54, 56, 2),
        (56, 1, 2),
    ] {
        put(at, value, size);
    }
    for (at, value, size) in [
        (64, 1, 4),
        (68, 6, 4),
        (80, DATA, 8),
        (88, DATA, 8),
        (96, 0x1000, 8),
        (104, 0x2_0000, 8),
        (112, 0x1000, 8),
    ] {
        put(at, value, size);
    }
    file
}

fn place() -> Place {
    let folder = std::env::temp_dir().join(format!("rvm-fuzz-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    let granted = folder.join("granted");
    fs::create_dir_all(&granted).expect("a writable temporary folder");
    let write = |path: PathBuf, bytes: &[u8]| fs::write(path, bytes).expect("a writable temporary folder");
    write(folder.join("canary"), b"sings");
    write(granted.join("a"), b"text");
    write(folder.join("guest"), &executable());
    std::os::unix::fs::symlink("..", granted.join("out")).expect("a link");
    let grant = Grant { host: granted, guest: "/d".into(), write: true, links: true, classes_only: false };
    let policy = Policy { mode: Mode::Kvm, memory: 64 << 20, grants: vec![grant], ..Policy::default() };
    let file = fs::File::open(folder.join("guest")).expect("the guest");
    let program = Program { file, arguments: vec!["guest".into()] };
    let service = Service::new(policy, &program).expect("a machine");
    for (i, text) in PATHS.iter().enumerate() {
        assert!(service.put(DATA + 0x1000 + 64 * i as u64, &[text.as_bytes(), &[0]].concat()));
    }
    Place { folder, service, left: CALLS }
}

/// A number of three bytes, spread over what matters.
fn argument(bytes: &[u8]) -> u64 {
    let (kind, low) = (bytes[0], u64::from(bytes[1]) | u64::from(bytes[2]) << 8);
    match kind % 8 {
        0 => low,
        1 => DATA + 0x1000 + 64 * (low % PATHS.len() as u64),
        2 | 3 => DATA + 0x2000 + low % 0x1_e000,
        4 => low << (kind / 8),
        5 => (low << (kind / 8)).wrapping_neg(),
        6 => low % 12,
        _ => DATA + 0x2_0000 - low % 64,
    }
}

/// Calls that would wait, touch this process's console, or start a processor.
fn tame(number: u64, args: &mut [u64; 6]) {
    match number {
        0 | 1 | 17..=20 if args[0] as u32 <= 2 => args[0] = 3,
        7 => args[2] = 0,
        35 => args[0] = DATA + 0x1_f000,
        230 => (args[1], args[2]) = (0, DATA + 0x1_f000),
        202 if matches!(args[1] as u32 & 0x7f, 0 | 9) => args[3] = DATA + 0x1_f000,
        56 => args[0] = 17,
        _ => {}
    }
}

thread_local! {
    static PLACE: RefCell<Option<Place>> = const { RefCell::new(None) };
}

fuzz_target!(|bytes: &[u8]| {
    PLACE.with_borrow_mut(|slot| {
        let at = slot.get_or_insert_with(place);
        for call in bytes.chunks_exact(20).take(64) {
            let number = u64::from(call[0]) | u64::from(call[1] & 1) << 8;
            let mut args: [u64; 6] = std::array::from_fn(|i| argument(&call[2 + 3 * i..]));
            tame(number, &mut args);
            at.service.put(DATA + 0x1_f000, &[0; 8]);
            at.service.put(DATA + 0x1_f008, &[9, 0, 0, 0, 0, 0, 0, 0]);
            match at.service.call(number, args) {
                Ok(value) => {
                    let error = (value as i64).wrapping_neg();
                    assert!(!(512..4096).contains(&error), "{number} {args:x?} gave {value:#x}");
                }
                Err(Ending::Host(text)) => panic!("{number} {args:x?}: {text}"),
                Err(_) => at.left = at.left.saturating_sub(100),
            }
            at.left = at.left.saturating_sub(1);
        }
        if at.left == 0 {
            assert_eq!(fs::read(at.folder.join("canary")).expect("the canary"), b"sings");
            assert_eq!(
                fs::read_dir(&at.folder).expect("the folder").count(),
                3,
                "something new beside what is granted"
            );
            *slot = None;
        }
    });
});
