//! The system-call service under millions of calls with made-up arguments, without a processor in between. `RVM_SERVICE_CALLS` says how
//! many, `RVM_SERVICE_SEED` which.

mod common;

use common::{Numbers, elf, exit, file, kvm};
use rvm_sandbox::net::NetGrant;
use rvm_sandbox::policy::{Grant, Mode, Policy};
use rvm_sandbox::service::Service;
use rvm_sandbox::{Ending, Program};
use std::path::Path;
use std::time::Instant;

const TEXTS: u64 = common::DATA;
const SCRATCH: u64 = common::DATA + 0x4000;

const PATHS: &[&str] = &[
    "/d/a",
    "/d/b",
    "/d/folder",
    "/d/folder/c",
    "/d/out",
    "/d/out/canary",
    "/d/link",
    "/d/../canary",
    "/d/folder/../../../../../../etc/passwd",
    "/etc/passwd",
    "/proc/self/exe",
    "/proc/self/mem",
    "/dev/kvm",
    "/d",
    "/d/",
    "/",
    ".",
    "..",
    "",
    "//d//a",
    "/r/a",
    "/r/new",
    "/d/a/b",
    "/d/loop",
    "/d/pipe",
    "/d/\u{fffd}",
];

fn argument(numbers: &mut Numbers) -> u64 {
    let edges = [
        0,
        1,
        2,
        3,
        4,
        5,
        8,
        16,
        0x41,
        0x242,
        0x1000,
        0xffff,
        0x10000,
        0x10_0000,
        0x200_0000,
        0x400_0000,
        0x4000_0000,
        0x1_0000_0000,
        0x3_ff70_0000,
        0x3_ff80_0000,
        0x4_0000_0000,
        0x8_0000_0000,
        0x9_0000_0000,
        0x9_1000_0000,
        0xa_0000_0000,
        0xc_0000_0000,
        0x7fff_ffff,
        0xffff_ffff,
        0xffff_ff9c,
        i64::MAX as u64,
        1 << 63,
        u64::MAX,
        u64::MAX - 0xfff,
    ];
    match numbers.next() % 16 {
        0 => numbers.next(),
        1 => numbers.next() & 0xfff,
        2 | 3 => TEXTS + 64 * (numbers.next() % PATHS.len() as u64),
        4 | 5 => SCRATCH + (numbers.next() & 0x3ff8),
        6 => numbers.next() % 12,
        7 => (numbers.next() % 0x4_0000) << 12,
        _ => numbers.pick(&edges),
    }
}

/// Calls that would wait, leave this process's console, or start a processor.
fn tame(row: &mut (u64, [u64; 6])) {
    let (number, args) = row;
    match *number {
        // Standard input may wait; the console is not a test's to write to.
        0 | 1 | 17..=20 if args[0] as u32 <= 2 => args[0] = 3,
        7 => args[2] = 0,
        35 => args[0] = SCRATCH + 0x3000,
        230 => (args[1], args[2]) = (0, SCRATCH + 0x3000),
        202 if matches!(args[1] as u32 & 0x7f, 0 | 9) => args[3] = SCRATCH + 0x3000,
        56 => args[0] = 17,
        _ => {}
    }
}

#[test]
fn made_up_calls() {
    if !kvm() {
        return;
    }
    let scratch = std::env::temp_dir().join(format!("rvm-service-{}", std::process::id()));
    let granted = scratch.join("granted");
    std::fs::create_dir_all(granted.join("folder")).expect("a writable temporary folder");
    let canary = scratch.join("canary");
    let write = |path: &Path| std::fs::write(path, "sings").expect("a writable temporary folder");
    write(&canary);
    write(&granted.join("a"));
    let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, granted.join(name)).expect("a link");
    link("..", "out");
    link("../canary", "link");
    link("loop", "loop");
    let pipe = std::process::Command::new("mkfifo").arg(granted.join("pipe")).status();
    assert!(pipe.is_ok_and(|s| s.success()), "mkfifo");
    let grant = |guest: &str, write| Grant {
        host: granted.clone(),
        guest: guest.into(),
        write,
        links: write,
        classes_only: false,
    };
    let policy = || Policy {
        mode: Mode::Kvm,
        memory: 64 << 20,
        grants: vec![grant("/d", true), grant("/r", false)],
        net: vec![NetGrant::parse("127.0.0.1:1").expect("a grant")],
        ..Policy::default()
    };
    let path = file(&elf(&exit(0), &[0; 64], 0x10000));
    let all: u64 = std::env::var("RVM_SERVICE_CALLS").ok().and_then(|n| n.parse().ok()).unwrap_or(1_000_000);
    let began = Instant::now();
    let seed = std::env::var("RVM_SERVICE_SEED").ok().and_then(|n| n.parse().ok());
    let mut numbers = Numbers(seed.unwrap_or(all));
    let mut done = 0;
    let mut ended = 0;
    while done < all {
        let program =
            Program { file: std::fs::File::open(&path).expect("the guest"), arguments: vec!["guest".into()] };
        let mut service = Service::new(policy(), &program).expect("a machine");
        for (i, text) in PATHS.iter().enumerate() {
            assert!(service.put(TEXTS + 64 * i as u64, &[text.as_bytes(), &[0]].concat()));
        }
        let mut here = 0;
        for _ in 0..20_000 {
            done += 1;
            let mut row = (numbers.next() % 480, [0; 6]);
            if !numbers.next().is_multiple_of(4) {
                // Mostly what is served.
                let table = rvm_sandbox::calls::TABLE;
                row.0 = table[(numbers.next() % table.len() as u64) as usize].number;
            }
            row.1.iter_mut().for_each(|arg| *arg = argument(&mut numbers));
            tame(&mut row);
            service.put(SCRATCH + 0x3000, &[0; 8]);
            service.put(SCRATCH + 0x3008, &(numbers.next() % 1000).to_le_bytes());
            match service.call(row.0, row.1) {
                Ok(value) => {
                    let error = (value as i64).wrapping_neg();
                    assert!(!(512..4096).contains(&error), "{row:?} gave {value:#x}");
                }
                Err(Ending::Host(text)) => panic!("{row:?}: {text}"),
                // The service must go on as if nothing had been: other threads may still be served. A new machine costs as much as thousands of calls.
                Err(_) => {
                    ended += 1;
                    here += 1;
                    if here == 200 {
                        break;
                    }
                }
            }
        }
    }
    println!("{done} calls in {:?}, {ended} of them ended a guest", began.elapsed());
    assert_eq!(std::fs::read_to_string(&canary).expect("the canary"), "sings");
    let around: Vec<_> =
        std::fs::read_dir(&scratch).expect("the folder").flatten().map(|e| e.file_name()).collect();
    assert_eq!(around.len(), 2, "something new beside what is granted: {around:?}");
    let _ = std::fs::remove_dir_all(&scratch);
    let _ = std::fs::remove_file(path);
}
