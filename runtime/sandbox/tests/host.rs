//! What the host does to a guest's process: nobody reads what it says, it is stopped and goes on, next to nothing may be opened.

mod common;

use common::{DATA, calls, elf, file, kvm, run, runner, slow};
use std::io::Read;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// Writes to standard error for ever.
fn loud() -> Vec<u8> {
    let mut code = vec![0xbf, 2, 0, 0, 0, 0x48, 0xbe]; // mov edi, 2; mov rsi, text
    code.extend(DATA.to_le_bytes());
    code.extend([0xba, 0, 0x10, 0, 0]); // mov edx, 4096
    code.extend([0xb8, 1, 0, 0, 0, 0x0f, 0x05]); // write
    let back = code.len() as i8 + 2;
    code.extend([0xeb, (-back) as u8]);
    elf(&code, &[b'x'; 4096], 4096)
}

fn ended(child: &mut Child, most: Duration) -> Option<ExitStatus> {
    let began = Instant::now();
    while began.elapsed() < most {
        if let Some(status) = child.try_wait().expect("a child to wait for") {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let _ = child.kill();
    let _ = child.wait();
    None
}

#[test]
fn limits_hold_where_nobody_reads() {
    if !kvm() {
        return;
    }
    let path = file(&loud());
    for (option, code) in [("--timeout=0.4", 124), ("--max-output=32k", 153)] {
        // The pipe is full soon, and stays so.
        let mut child = Command::new(runner())
            .args([option, "--sandbox-report"])
            .arg(&path)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("a guest");
        let status = ended(&mut child, Duration::from_secs(10 * slow()));
        assert_eq!(status.and_then(|s| s.code()), Some(code), "{option}");
        let mut text = String::new();
        let pipe = child.stderr.as_mut().map(|e| e.read_to_string(&mut text));
        assert!(pipe.is_some());
    }
    // Nor where writing fails at once, or is over.
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
    let mut child = Command::new(runner())
        .arg("--timeout=0.2")
        .arg(&path)
        .stderr(Stdio::from(full))
        .spawn()
        .expect("a guest");
    let status = ended(&mut child, Duration::from_secs(10 * slow()));
    assert_eq!(status.and_then(|s| s.code()), Some(124));
    let _ = std::fs::remove_file(path);
}

fn signal(child: &Child, name: &str) {
    let status = Command::new("kill").args([name, &child.id().to_string()]).status();
    assert!(status.is_ok_and(|s| s.success()));
}

/// A process that was stopped goes on where it was: calls that wait begin anew, and no limit is taken for reached.
#[test]
fn stopped_and_continued() {
    if !kvm() {
        return;
    }
    // Sleeps for 0.9 s, for 0.9 s in `poll`, and waits as long for a futex.
    let time = [0, 900_000_000];
    let at = DATA + 3 * 56;
    let table = [
        [230, 1, 0, at, 0, 0, 0],
        [7, 0, 0, 900, 0, 0, 0],
        [202, DATA + 0x8000, 128, 0, at, 0, 0],
        [time[0], time[1], 0, 0, 0, 0, 0],
    ];
    let path = file(&common::calls_with(&table[..3], &table[3].map(u64::to_le_bytes).concat()));
    let began = Instant::now();
    let mut child = Command::new(runner())
        .arg(common::limit(30))
        .arg(&path)
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a guest");
    for _ in 0..4 {
        std::thread::sleep(Duration::from_millis(500));
        signal(&child, "-STOP");
        std::thread::sleep(Duration::from_millis(50));
        signal(&child, "-CONT");
    }
    let status = ended(&mut child, Duration::from_secs(20 * slow()));
    let mut text = String::new();
    let _ = child.stderr.as_mut().map(|e| e.read_to_string(&mut text));
    assert_eq!(status.and_then(|s| s.code()), Some(0), "{text}");
    assert!(!text.contains("panicked"), "{text}");
    assert!(began.elapsed() >= Duration::from_millis(2650), "ended after {:?}", began.elapsed());
    let _ = std::fs::remove_file(path);
}

#[test]
fn next_to_nothing_may_be_opened() {
    if !kvm() {
        return;
    }
    let path = file(&elf(&common::exit(0), &[0; 64], 4096));
    let script = format!("ulimit -n 12; exec {} {}", runner().display(), path.display());
    let output = Command::new("sh").args(["-c", &script]).output().expect("a shell");
    let text = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), text.lines().count()), (Some(125), 1), "{text}");
    assert!(text.contains("ulimit -n is 12"), "{text}");
    let _ = std::fs::remove_file(path);
}

/// A guest may ask for one snapshot of itself, not for one after the other.
#[test]
fn one_snapshot_for_the_asking() {
    if !kvm() {
        return;
    }
    let path = file(&[]);
    let table = vec![[0x5256, 0, 0, 0, 0, 0, 0]; 200];
    let began = Instant::now();
    let option = format!("--snapshot={}", path.display());
    let outcome = run(&calls(&table), &[&option, "--sandbox-report"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(began.elapsed() < Duration::from_secs(5 * slow()));
    let restored = run(&calls(&table), &[&format!("--restore={}", path.display()), "--sandbox-report"]);
    assert_eq!(restored.code, 0, "{}", restored.err);
    let line = restored.err.lines().find(|l| l.starts_with("exits, system calls")).unwrap_or_default();
    // The snapshot is that of the first.
    assert!(line.ends_with(": 200") || line.ends_with(": 201"), "{}", restored.err);
    let _ = std::fs::remove_file(path);
}
