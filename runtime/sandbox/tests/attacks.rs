//! Guests that attack: whatever they do, they end alone, as documented, and the machine around them neither panics nor hangs.

mod common;

use common::{CODE, DATA, Numbers, calls, elf, exit, kvm, limit, run};

/// Exit codes of a guest that ran to its end, or was ended for a fault.
const FINE: [i32; 2] = [0, 139];

fn check(name: &str, guest: &[u8]) -> common::Outcome {
    let outcome = run(guest, &[&limit(20)]);
    assert!(!outcome.err.contains("panicked"), "{name}: {}", outcome.err);
    assert!(FINE.contains(&outcome.code), "{name}: exit code {}\n{}", outcome.code, outcome.err);
    outcome
}

fn with_exit(code: &[u8]) -> Vec<u8> {
    let mut all = code.to_vec();
    all.extend(exit(0));
    elf(&all, &[0; 64], 4096)
}

/// `mov rax, address`
fn load(address: u64) -> Vec<u8> {
    let mut code = vec![0x48, 0xb8];
    code.extend(address.to_le_bytes());
    code
}

#[test]
fn privileged_instructions() {
    if !kvm() {
        return;
    }
    let cases: &[(&str, &[u8])] = &[
        ("hlt", &[0xf4]),
        ("cli", &[0xfa]),
        ("sti", &[0xfb]),
        ("in", &[0xe4, 0x50]),
        ("in from the port of calls", &[0xec]),
        ("out elsewhere", &[0xe6, 0x80]),
        ("out to the port of faults", &[0xe6, 0x51]),
        ("out to the port of page faults", &[0xe6, 0x52]),
        ("ins", &[0x6c]),
        ("outs", &[0x6e]),
        ("rep outs", &[0xf3, 0x6f]),
        ("lgdt", &[0x0f, 0x01, 0x14, 0x24]),
        ("lidt", &[0x0f, 0x01, 0x1c, 0x24]),
        ("sgdt", &[0x0f, 0x01, 0x04, 0x24]),
        ("ltr", &[0x0f, 0x00, 0xd8]),
        ("lldt", &[0x0f, 0x00, 0xd0]),
        ("mov to cr0", &[0x0f, 0x22, 0xc0]),
        ("mov to cr3", &[0x0f, 0x22, 0xd8]),
        ("mov from cr3", &[0x0f, 0x20, 0xd8]),
        ("mov to dr7", &[0x0f, 0x23, 0xf8]),
        ("wrmsr", &[0x0f, 0x30]),
        ("rdmsr", &[0x0f, 0x32]),
        ("rdpmc", &[0x0f, 0x33]),
        ("swapgs", &[0x0f, 0x01, 0xf8]),
        ("invlpg", &[0x0f, 0x01, 0x38]),
        ("wbinvd", &[0x0f, 0x09]),
        ("clts", &[0x0f, 0x06]),
        ("xsetbv", &[0x0f, 0x01, 0xd1]),
        ("monitor", &[0x0f, 0x01, 0xc8]),
        ("mwait", &[0x0f, 0x01, 0xc9]),
        ("vmcall", &[0x0f, 0x01, 0xc1]),
        ("vmmcall", &[0x0f, 0x01, 0xd9]),
        ("vmlaunch", &[0x0f, 0x01, 0xc2]),
        ("vmrun", &[0x0f, 0x01, 0xd8]),
        ("sysret", &[0x48, 0x0f, 0x07]),
        ("sysexit", &[0x48, 0x0f, 0x35]),
        ("sysenter", &[0x0f, 0x34]),
        ("iretq", &[0x48, 0xcf]),
        ("int 0x80", &[0xcd, 0x80]),
        ("int 14", &[0xcd, 14]),
        ("int 8", &[0xcd, 8]),
        ("int3", &[0xcc]),
        ("icebp", &[0xf1]),
        ("ud2", &[0x0f, 0x0b]),
        ("division by zero", &[0x31, 0xc9, 0xf7, 0xf1]),
        ("trap flag", &[0x9c, 0x81, 0x0c, 0x24, 0, 1, 0, 0, 0x9d, 0x90]),
        ("trap flag at a call", &[0x9c, 0x81, 0x0c, 0x24, 0, 1, 0, 0, 0xb8, 39, 0, 0, 0, 0x9d, 0x0f, 0x05]),
        (
            "nested task, then a call",
            &[0x9c, 0x81, 0x0c, 0x24, 0, 0x40, 0, 0, 0xb8, 39, 0, 0, 0, 0x9d, 0x0f, 0x05],
        ),
        ("direction flag at a call", &[0xfd, 0xb8, 39, 0, 0, 0, 0x0f, 0x05]),
        ("alignment check", &[0x9c, 0x81, 0x0c, 0x24, 0, 0, 4, 0, 0x9d, 0x48, 0x8b, 0x44, 0x24, 1]),
        ("kernel's data segment", &[0xb8, 0x10, 0, 0, 0, 0x8e, 0xd8]),
        ("null stack segment", &[0x31, 0xc0, 0x8e, 0xd0]),
        ("task segment as data", &[0xb8, 0x33, 0, 0, 0, 0x8e, 0xc0]),
        ("far return to ring 0", &[0x6a, 8, 0x68, 0, 0, 0, 0, 0x48, 0xcb]),
        ("far return to 32 bits", &[0x6a, 0x23, 0x68, 0, 0, 0, 0, 0x48, 0xcb]),
        (
            "fs base beyond all addresses",
            &[0x48, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0x80, 0xf3, 0x48, 0x0f, 0xae, 0xd0],
        ),
        ("stack pointer beyond all addresses", &[0x48, 0xbc, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x50]),
        ("bad stack at a page fault", &[0x31, 0xe4, 0x50]),
        ("rsm", &[0x0f, 0xaa]),
    ];
    for (name, code) in cases {
        check(name, &with_exit(code));
    }
}

/// Names the function that tells of faults (`entry`, or what follows), does what is wrong, and then does `handler`.
fn telling(entry: Option<u64>, top: u64, wrong: &[u8], handler: &[u8]) -> Vec<u8> {
    let mut code = match entry {
        Some(entry) => [vec![0x48, 0xbf], entry.to_le_bytes().to_vec()].concat(), // mov rdi, entry
        None => [vec![0x48, 0x8d, 0x3d], (17 + wrong.len() as u32).to_le_bytes().to_vec()].concat(), // lea rdi, [handler]
    };
    code.extend([0x48, 0xbe]); // mov rsi, top
    code.extend(top.to_le_bytes());
    code.extend([0xb8, 0x57, 0x52, 0, 0, 0x0f, 0x05]);
    code.extend(wrong);
    code.extend(handler);
    elf(&code, b"\x1b[2Jwhat it says\x07\n\x00\xff", 8192)
}

/// Who may tell of a fault ends all the same, and says nothing but text.
#[test]
fn telling_of_a_fault() {
    if !kvm() {
        return;
    }
    let invalid = [0x0f, 0x0b];
    let top = DATA + 0x1000;
    // mov edi, DATA; mov esi, 19; mov eax, number; syscall
    let mut tell = vec![0x48, 0xbf];
    tell.extend(DATA.to_le_bytes());
    tell.extend([0xbe, 19, 0, 0, 0, 0xb8, 0x58, 0x52, 0, 0, 0x0f, 0x05]);
    let mut boundless = tell.clone();
    boundless[11..15].fill(0xff);
    let ends = exit(0);
    let cases: [(&str, &[u8]); 7] = [
        ("tells", &tell),
        ("tells without end", &boundless),
        ("exits", &ends),
        ("faults again", &invalid),
        ("spins", &[0xeb, 0xfe]),
        ("pushes for ever", &[0x50, 0xeb, 0xfd]),
        ("tells nothing", &[0x31, 0xff, 0xbe, 9, 0, 0, 0, 0xb8, 0x58, 0x52, 0, 0, 0x0f, 0x05, 0x0f, 0x0b]),
    ];
    for (name, handler) in cases {
        let outcome = check(name, &telling(None, top, &invalid, handler));
        assert_eq!(outcome.code, 139, "{name}: {}", outcome.err);
        assert!(outcome.err.contains("invalid instruction in ring 3"), "{name}: {}", outcome.err);
        assert!(!outcome.err.contains(['\x1b', '\x07']), "{name}: {}", outcome.err);
        assert_eq!(outcome.err.contains("what it says"), name == "tells", "{name}: {}", outcome.err);
    }
    for place in [0, 1, 0xc_0000_0000, 0xc_0000_1000, DATA, 1 << 47, 1 << 63, u64::MAX] {
        for (entry, top) in [(Some(place), top), (None, place)] {
            let outcome = check("elsewhere", &telling(entry, top, &invalid, &[0x50, 0xeb, 0xfd]));
            assert_eq!(outcome.code, 139, "{place:#x}: {}", outcome.err);
        }
    }
    // A signal to itself is an end as well: getpid, kill(pid, SIGABRT).
    let abort = [0xbf, 0xe8, 3, 0, 0, 0xbe, 6, 0, 0, 0, 0xb8, 62, 0, 0, 0, 0x0f, 0x05];
    for handler in [&tell[..], &ends] {
        let outcome = run(&telling(None, top, &abort, handler), &[&limit(20)]);
        assert_eq!(outcome.code, 134, "{}", outcome.err);
    }
    // Without a fault nothing is told.
    assert_eq!(check("no fault", &telling(None, top, &[], &[tell, ends].concat())).code, 0);
}

#[test]
fn stack_pointer_of_zero_at_a_call() {
    if !kvm() {
        return;
    }
    // The stub touches no stack: a call works with none.
    let outcome = check("no stack", &with_exit(&[0x31, 0xe4]));
    assert_eq!(outcome.code, 0, "{}", outcome.err);
}

#[test]
fn touching_what_is_not_the_guests() {
    if !kvm() {
        return;
    }
    let places = [
        0,
        0x1000,
        0x1f_ffff,
        0x20_0000,
        0x3_ff6f_f000,
        CODE,
        CODE - 0x1000,
        0x9_0000_0000,
        0xa_0000_0000,
        0xc_0000_0000,
        0xc_0000_1000,
        0xc_0000_2000,
        0xc_0001_0000,
        0xc_0040_0000,
        0xc_0041_2000,
        0xc_0080_0000,
        0xf_ffff_ffff,
        0x10_0000_0000,
        0x7fff_ffff_f000,
        0x8000_0000_0000,
        0xffff_8000_0000_0000,
        0xffff_ffff_ffff_fff8,
    ];
    for place in places {
        // mov [rax], rax
        let mut write = load(place);
        write.extend([0x48, 0x89, 0x00]);
        let outcome = check("write", &with_exit(&write));
        assert_eq!(outcome.code, 139, "a write to {place:#x} went through");
        // jmp rax
        let mut jump = load(place);
        jump.extend([0xff, 0xe0]);
        if place != CODE {
            check(&format!("jump to {place:#x}"), &with_exit(&jump));
        }
    }
    for place in [0xc_0000_0000u64, 0xc_0000_2000, 0xc_0001_0000, 0xc_0040_0000] {
        let mut read = load(place);
        read.extend([0x48, 0x8b, 0x00]);
        assert_eq!(check("read", &with_exit(&read)).code, 139, "a read of {place:#x} went through");
    }
    // Data and stack are not executable.
    for place in [DATA, 0x3_ffff_f000] {
        let mut jump = load(place);
        jump.extend([0xff, 0xe0]);
        let outcome = check("jump", &with_exit(&jump));
        assert_eq!(outcome.code, 139, "{place:#x} is executable");
    }
}

#[test]
fn jumps_into_the_stubs() {
    if !kvm() {
        return;
    }
    for offset in 0..24 {
        let mut jump = load(0xc_0000_1000 + offset);
        jump.extend([0xff, 0xe0]);
        check(&format!("stub + {offset}"), &with_exit(&jump));
    }
}

/// Values that are at the edge of something.
fn hostile(numbers: &mut Numbers) -> u64 {
    let edges = [
        0,
        1,
        2,
        3,
        7,
        0xfff,
        0x1000,
        0x7fff_ffff,
        0x8000_0000,
        0xffff_ffff,
        0x1_0000_0000,
        0x1f_f000,
        0x20_0000,
        0x400_0000,
        0x4000_0000,
        0x3_ffff_ffff,
        0x3_ffff_f000,
        0x4_0000_0000,
        CODE,
        DATA,
        DATA + 0x100,
        DATA + 0x1_0fff,
        0x8_ffff_f000,
        0x9_0000_0000,
        0xa_0000_0000,
        0xb_ffff_ffff,
        0xc_0000_0000,
        0xc_0040_0000,
        i64::MAX as u64,
        1 << 63,
        u64::MAX,
        u64::MAX - 0xfff,
        -100i64 as u64,
    ];
    match numbers.next() % 8 {
        0 => numbers.next(),
        1 => numbers.next() & 0xffff,
        2 => DATA + numbers.next() % 0x8000,
        _ => numbers.pick(&edges),
    }
}

#[test]
fn all_system_calls_with_hostile_arguments() {
    if !kvm() {
        return;
    }
    // Those that end the guest, wait for ever, or start code elsewhere have tests of their own.
    let left_out = [7, 35, 56, 60, 62, 200, 202, 230, 231, 234];
    for seed in 1..=4 {
        let mut numbers = Numbers(seed);
        let mut table = Vec::new();
        for number in (0..=600).filter(|n| !left_out.contains(n)) {
            for _ in 0..6 {
                let mut row = [number; 7];
                row[1..].iter_mut().for_each(|arg| *arg = hostile(&mut numbers));
                // The table itself must stay.
                if [9, 10, 11, 25].contains(&number) && (0x8_0000_0000..0x9_0000_0000).contains(&row[1]) {
                    row[1] = 0x4000_0000;
                }
                table.push(row);
            }
        }
        // Calls write into their table: a copy far behind is what they are given.
        let outcome = check(&format!("seed {seed}"), &calls(&table));
        assert!(!outcome.err.contains("the host failed"), "{}", outcome.err);
    }
}

#[test]
fn waiting_calls_with_hostile_arguments() {
    if !kvm() {
        return;
    }
    let mut numbers = Numbers(99);
    let mut table = Vec::new();
    for _ in 0..400 {
        let mut row = [0u64; 7];
        row[1..].iter_mut().for_each(|arg| *arg = hostile(&mut numbers));
        row[0] = numbers.pick(&[7, 35, 202, 230, 62, 200, 234]);
        match row[0] {
            // No waiting, no signal that ends the guest.
            7 => row[3] = 0,
            35 => row[1] = DATA + 0x20000,
            230 => row[3] = DATA + 0x20000,
            202 => row[2] = numbers.pick(&[1, 3, 4, 10, 5, 6, 9 | 1, 77, 0x1000]),
            _ => row[2] = numbers.pick(&[0, 17, 10, 64, 65, 1000]),
        }
        if row[0] == 234 {
            row[3] = numbers.pick(&[0, 17, 65]);
        }
        table.push(row);
    }
    check("waiting", &calls(&table));
}

#[test]
fn threads_that_begin_anywhere() {
    if !kvm() {
        return;
    }
    let flags = 0x3d_0f00u64;
    for (stack, tls) in
        [(DATA + 0x800, 0), (8, 8), (u64::MAX, u64::MAX), (0xc_0000_0000, 1 << 63), (1 << 47, 1 << 47)]
    {
        let table = vec![[56, flags, stack, DATA, DATA, tls, 0]; 8];
        check(&format!("clone with stack {stack:#x}"), &calls(&table));
    }
    // A process, or namespaces.
    for flags in [17, 0x11, 0x4000 | 17, 0x1000_0000, 0x2000_0000 | 0x3d_0f00, u64::MAX] {
        let table = [
            [56, flags, DATA, DATA, DATA, DATA, 0],
            [57, 0, 0, 0, 0, 0, 0],
            [58, 0, 0, 0, 0, 0, 0],
            [59, DATA, 0, 0, 0, 0, 0],
        ];
        assert_eq!(check("fork", &calls(&table)).code, 0);
    }
}

#[test]
fn exhausting() {
    if !kvm() {
        return;
    }
    // Memory: maps and touches 64 MiB again and again.
    let mut code = vec![0xbf, 0, 0, 0, 0]; // mov edi, 0
    code.extend([0xbe, 0, 0, 0, 4]); // mov esi, 64 MiB
    code.extend([0xba, 3, 0, 0, 0, 0x41, 0xba, 0x22, 0, 0, 0]); // mov edx, 3; mov r10d, 0x22
    code.extend([0x49, 0xc7, 0xc0, 0xff, 0xff, 0xff, 0xff, 0x45, 0x31, 0xc9]); // mov r8, -1; xor r9d, r9d
    code.extend([0xb8, 9, 0, 0, 0, 0x0f, 0x05]); // mmap
    code.extend([0x48, 0x85, 0xc0, 0x78, 0x16]); // test rax, rax; js end
    code.extend([0x48, 0x89, 0xc7, 0xb9, 0, 0, 1, 0]); // mov rdi, rax; mov ecx, 65536
    code.extend([0xc6, 0x07, 1, 0x48, 0x81, 0xc7, 0, 4, 0, 0]); // mov byte [rdi], 1; add rdi, 1024
    code.extend([0xff, 0xc9, 0x75, 0xf2]); // dec ecx; jnz
    let back = code.len() as i8 + 2;
    code.extend([0xeb, (-back) as u8]);
    let outcome = run(&with_exit(&code), &[&limit(20), "--memory=67108864"]);
    assert_eq!(outcome.code, 137, "{}", outcome.err);
    assert!(outcome.err.contains("memory limit reached"), "{}", outcome.err);

    // Mappings: every second page of a large one.
    let mut table = vec![[9, 0x4000_0000, 0x4000_0000, 3, 0x32, u64::MAX, 0]];
    table.extend((0..20_000).map(|i| [11, 0x4000_0000 + i * 0x2000, 0x1000, 0, 0, 0, 0]));
    table.extend((0..20_000).map(|i| [10, 0x4000_0000 + i * 0x2000 + 0x1000, 0x1000, 1, 0, 0, 0]));
    assert_eq!(check("mappings", &calls(&table)).code, 0);

    // Descriptors and code caches.
    let table: Vec<_> = (0..2000).map(|_| [319, DATA + 0x8_0000, 0, 0, 0, 0, 0]).collect();
    assert_eq!(check("descriptors", &calls(&table)).code, 0);
    let table: Vec<_> = (0..1200)
        .flat_map(|i| [[319, DATA + 0x8_0000, 0, 0, 0, 0, 0], [77, 3 + i, 1 << 20, 0, 0, 0, 0]])
        .collect();
    assert_eq!(check("code", &calls(&table)).code, 0);

    // Output.
    let table = vec![[1, 1, DATA, 4096, 0, 0, 0]; 100];
    let outcome = run(&calls(&table), &[&limit(20), "--max-output=10000"]);
    assert_eq!((outcome.code, outcome.out.len() <= 10_000 * 3), (153, true), "{}", outcome.err);

    // Time, spinning and in a call of the host.
    for code in [vec![0xeb, 0xfe], vec![0x31, 0xff, 0xbe, 0, 0, 0, 0, 0xeb, 0xf7]] {
        let outcome = run(&with_exit(&code), &["--timeout=0.3"]);
        assert_eq!(outcome.code, 124, "{}", outcome.err);
    }
    let outcome = run(&with_exit(&[0xeb, 0xfe]), &["--cpu-time=0.2", &limit(20)]);
    assert_eq!(outcome.code, 152, "{}", outcome.err);
    let sleep = calls(&[[230, 1, 0, DATA + 56, 0, 0, 0], [1 << 40, 0, 0, 0, 0, 0, 0]]);
    let outcome = run(&sleep, &["--timeout=0.3"]);
    assert_eq!(outcome.code, 124, "{}", outcome.err);
}

#[test]
fn damaged_executables() {
    if !kvm() {
        return;
    }
    let good = elf(&exit(7), &[0; 64], 4096);
    assert_eq!(run(&good, &[]).code, 7);
    let mut numbers = Numbers(5);
    for _ in 0..150 {
        let mut bad = good.clone();
        for _ in 0..1 + numbers.next() % 3 {
            let at = (numbers.next() % 176) as usize;
            bad[at] = numbers.next() as u8;
        }
        bad.truncate((numbers.next() % 9000) as usize + 64);
        let outcome = run(&bad, &[&limit(5)]);
        assert!(!outcome.err.contains("panicked"), "{}", outcome.err);
        assert!([7, 125, 139, 124].contains(&outcome.code), "{} {}", outcome.code, outcome.err);
    }
}
