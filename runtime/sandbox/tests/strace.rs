//! The calls that the process around a guest makes while the guest runs, as strace sees them: none that is not on its list.

mod common;

use common::{DATA, calls_with, file, kvm, runner};
use std::collections::BTreeMap;
use std::process::{Command, Stdio};

/// The number in `[  16] ioctl(...`, and the rest.
fn number(line: &str) -> Option<(i64, &str)> {
    let (_, rest) = line.split_once('[')?;
    let (number, rest) = rest.split_once(']')?;
    Some((number.trim().parse().ok()?, rest.trim_start()))
}

#[test]
fn only_what_is_on_the_list() {
    if !kvm() {
        return;
    }
    if !Command::new("strace")
        .arg("-V")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|s| s.success())
    {
        println!("skipped: no strace");
        return;
    }
    // Every number, with arguments that lead somewhere; a thread; waits; files in what is granted.
    let granted = std::env::temp_dir().join(format!("rvm-strace-{}", std::process::id()));
    std::fs::create_dir_all(granted.join("folder")).expect("a writable temporary folder");
    std::fs::write(granted.join("a"), "text").expect("a writable temporary folder");
    let texts = ["/d/a", "/d/b", "/d/folder", "/d", "/etc/passwd"];
    // What waits for long, ends the guest or starts what is no thread is left to other tests.
    let left_out = [0, 7, 35, 56, 60, 62, 200, 202, 230, 231, 234];
    let table = |base: u64| {
        let name = |at: u64| base + at % 5 * 64;
        let mut rows: Vec<[u64; 7]> = Vec::new();
        for number in (0..450).filter(|n| !left_out.contains(n)) {
            rows.push([number, name(number), name(number + 1), 0, 0, 0, 0]);
            rows.push([number, 1, name(0), 2, 0, 0, 0]);
        }
        for path in 0..5 {
            rows.push([257, 0xffff_ff9c, name(path), 0, 0, 0, 0]);
        }
        let scratch = base + 0x1000;
        for fd in 3..8 {
            rows.extend([
                [0, fd, scratch, 16, 0, 0, 0],
                [217, fd, scratch, 512, 0, 0, 0],
                [3, fd, 0, 0, 0, 0, 0],
            ]);
        }
        rows.push([9, 0, 8 << 20, 3, 0x22, u64::MAX, 0]);
        rows.push([230, 1, 0, scratch + 0x800, 0, 0, 0]);
        rows
    };
    let rows = table(DATA + table(0).len() as u64 * 56);
    let mut more = vec![0; 64 * texts.len()];
    for (slot, text) in more.chunks_mut(64).zip(texts) {
        slot[..text.len()].copy_from_slice(text.as_bytes());
    }
    let path = file(&calls_with(&rows, &more));
    let trace = granted.with_extension("trace");
    let status = Command::new("strace")
        .args(["-f", "-n", "-e", "raw=ioctl", "-o"])
        .arg(&trace)
        .arg(runner())
        .arg(format!("--dir={}:/d", granted.display()))
        .arg("--timeout=60")
        .arg(&path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("strace");
    let text = std::fs::read_to_string(&trace).expect("strace's output");
    let _ = (std::fs::remove_file(&path), std::fs::remove_file(&trace), std::fs::remove_dir_all(&granted));
    assert_eq!(status.code(), Some(0), "{}", text.lines().last().unwrap_or_default());
    let filter = text.lines().position(|l| l.contains("seccomp(") && l.contains("FILTER")).expect("a filter");
    let mut seen: BTreeMap<i64, u32> = BTreeMap::new();
    let mut runs = 0;
    for line in text.lines().skip(filter + 1) {
        let Some((call, rest)) = number(line) else { continue };
        // What the C library tries first for a new thread. Its arguments lie in memory, where no filter sees them: it is answered as a number that nobody knows.
        if call == libc::SYS_clone3 {
            let over = !line.ends_with("<unfinished ...>");
            assert!(!over || line.ends_with("ENOSYS (Function not implemented)"), "{line}");
            continue;
        }
        if rest.starts_with("<...") {
            continue;
        }
        *seen.entry(call).or_default() += 1;
        if call == 16 {
            // ioctl(fd, request, ...
            let request = rest
                .split(", ")
                .nth(1)
                .and_then(|t| u64::from_str_radix(t.trim_start_matches("0x"), 16).ok());
            let request = request.unwrap_or_else(|| panic!("{line}"));
            runs += u32::from(request == 0xae80);
            assert!(rvm_sandbox::host_requests().any(|r| request & 0xffff == r), "{line}");
        }
    }
    assert!(runs > 800, "the guest has not run: {runs}");
    for call in seen.keys() {
        assert!(rvm_sandbox::host_calls().any(|c| c == *call), "call {call} is not on the list");
    }
    println!("{runs} runs of the guest; calls of the host: {seen:?}");
}
