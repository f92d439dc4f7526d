//! Limits hold: of time within 50 ms, of memory to the page. What the report says is compared, so that the start of processes does not count.

mod common;

use common::{DATA, Outcome, calls, elf, exit, kvm, run, slow};
use std::time::{Duration, Instant};

/// How late a limit may be noticed.
const LATE: f64 = 50.0;
/// The system's tick.
const TICK: f64 = 4.0;
/// A machine with other work lets all wait: the best of so many.
const TRIES: usize = 12;

/// The numbers of a line of the report.
fn numbers(outcome: &Outcome, line: &str) -> Vec<f64> {
    let text = outcome.err.lines().find(|l| l.starts_with(line)).unwrap_or_default();
    text.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|n| n.parse().ok()).collect()
}

/// How late a plain sleep of this process ends, in milliseconds.
fn own_lateness(time: Duration) -> f64 {
    let began = Instant::now();
    std::thread::sleep(time);
    (began.elapsed() - time).as_secs_f64() * 1000.0
}

/// Runs until the limit is noticed in time; how late it was at best.
fn best(guest: &[u8], option: &str, code: i32, which: usize, limit: f64) -> f64 {
    best_within(LATE, guest, option, code, which, limit)
}

/// As [`best`], with another bound than [`LATE`].
fn best_within(bound: f64, guest: &[u8], option: &str, code: i32, which: usize, limit: f64) -> f64 {
    let mut best = f64::MAX;
    for _ in 0..TRIES {
        let outcome = run(guest, &[option, "--sandbox-report"]);
        assert_eq!(outcome.code, code, "{}", outcome.err);
        let times = numbers(&outcome, "time:");
        let late = times[which] - limit;
        assert!(late > -1.0, "{option}: ended too early: {times:?}");
        best = best.min(late);
        if best < bound {
            return best;
        }
    }
    let own = own_lateness(Duration::from_millis(limit as u64));
    assert!(best < bound * slow() as f64 + own, "{option}: {best} ms late at best; a sleep is {own} ms late");
    best
}

fn spinning() -> Vec<u8> {
    elf(&[0xeb, 0xfe], &[0; 64], 4096)
}

/// Sixty threads that spin, so that who watches over the time has to wait for its turn.
fn crowd() -> Vec<u8> {
    let mut code = vec![0x41, 0xbc, 60, 0, 0, 0]; // mov r12d, 60
    let body: &[u8] = &[
        0xbf, 0x00, 0x0f, 0x05, 0, // mov edi, flags of a thread
        0x48, 0x89, 0xe6, // mov rsi, rsp
        0xb8, 56, 0, 0, 0, 0x0f, 0x05, // clone
        0x85, 0xc0, 0x74, 5, // test eax, eax; jz spin
        0x41, 0xff, 0xcc, // dec r12d
    ];
    code.extend(body);
    code.extend([0x75, (-(body.len() as i8 + 2)) as u8, 0xeb, 0xfe]); // jnz body; spin: jmp spin
    elf(&code, &[0; 64], 4096)
}

#[test]
fn time_among_many_threads() {
    if !kvm() {
        return;
    }
    println!("--timeout, 60 threads: {:.1} ms late", best(&crowd(), "--timeout=0.6", 124, 0, 600.0));
    // Of each thread's processor time a tick of the system may not be counted yet.
    let bound = LATE + 60.0 * TICK;
    let late = best_within(bound, &crowd(), "--cpu-time=0.6", 152, 1, 600.0);
    println!("--cpu-time, 60 threads: {late:.1} ms late");
}

#[test]
fn time() {
    if !kvm() {
        return;
    }
    // clock_nanosleep for long, by a time that lies in the data.
    let sleeping = calls(&[[230, 1, 0, DATA + 56, 0, 0, 0], [1 << 40, 0, 0, 0, 0, 0, 0]]);
    // A futex that nobody wakes.
    let waiting = calls(&[[202, DATA + 0x1_0000 - 64, 0, 0, 0, 0, 0]]);
    for (name, guest) in [("spinning", spinning()), ("sleeping", sleeping), ("waiting", waiting)] {
        println!("--timeout, {name}: {:.1} ms late", best(&guest, "--timeout=0.4", 124, 0, 400.0));
    }
    println!("--cpu-time: {:.1} ms late", best(&spinning(), "--cpu-time=0.3", 152, 1, 300.0));
}

/// Maps so many pages and writes to each.
fn touching(pages: u32) -> Vec<u8> {
    let mut code = vec![0x31, 0xff, 0xbe]; // xor edi, edi; mov esi, size
    code.extend((pages * 4096).to_le_bytes());
    code.extend([0xba, 3, 0, 0, 0, 0x41, 0xba, 0x22, 0, 0, 0]); // mov edx, 3; mov r10d, 0x22
    code.extend([0x49, 0xc7, 0xc0, 0xff, 0xff, 0xff, 0xff, 0x45, 0x31, 0xc9]); // mov r8, -1; xor r9d, r9d
    code.extend([0xb8, 9, 0, 0, 0, 0x0f, 0x05]); // mmap
    code.extend([0x48, 0x89, 0xc7, 0xb9]); // mov rdi, rax; mov ecx, pages
    code.extend(pages.to_le_bytes());
    code.extend([0xc6, 0x07, 1, 0x48, 0x81, 0xc7, 0, 0x10, 0, 0]); // mov byte [rdi], 1; add rdi, 4096
    code.extend([0xff, 0xc9, 0x75, 0xf2]); // dec ecx; jnz
    code.extend(exit(0));
    elf(&code, &[0; 64], 4096)
}

#[test]
fn memory_to_the_page() {
    if !kvm() {
        return;
    }
    for pages in [9000, 9001, 12_288] {
        let guest = touching(pages);
        let outcome = run(&guest, &["--sandbox-report"]);
        assert_eq!(outcome.code, 0, "{}", outcome.err);
        let used = numbers(&outcome, "memory:")[2] as u64;
        assert!(used >= u64::from(pages), "{}", outcome.err);
        let enough = run(&guest, &[&format!("--memory={}", used * 4096)]);
        assert_eq!(enough.code, 0, "{pages} pages: {}", enough.err);
        let less = run(&guest, &[&format!("--memory={}", (used - 1) * 4096)]);
        assert_eq!(less.code, 137, "{pages} pages: {}", less.err);
    }
}
