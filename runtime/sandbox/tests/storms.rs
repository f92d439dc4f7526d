//! Guests whose threads attack together: each makes calls at random with arguments at the edges of things, while others unmap, protect and discard what those
//! arguments name, begin threads anywhere, and end them.

mod common;

use common::{DATA, elf, kvm, run};

/// Calls by number, a power of two of them.
type Wanted = [u64; 64];

/// Mappings above all, on what everybody uses.
const MAPPINGS: Wanted = [
    9, 9, 9, 9, 10, 10, 10, 10, 11, 11, 11, 11, 28, 28, 28, 28, 12, 12, 9, 10, 11, 28, 1, 1, 20, 20, 19, 19,
    0, 0, 318, 318, 318, 228, 228, 63, 99, 97, 302, 204, 202, 202, 202, 202, 202, 202, 7, 7, 13, 131, 56, 56,
    60, 24, 24, 319, 77, 9, 3, 230, 35, 158, 218, 89,
];

/// Threads, and what they wait for.
const THREADS: Wanted = [
    56, 56, 56, 56, 56, 56, 56, 56, 60, 60, 60, 60, 60, 60, 60, 60, 202, 202, 202, 202, 202, 202, 202, 202,
    202, 202, 202, 202, 202, 202, 202, 202, 218, 218, 158, 158, 131, 131, 273, 186, 39, 24, 24, 230, 35, 7,
    9, 11, 10, 28, 56, 60, 56, 60, 202, 202, 200, 234, 62, 204, 97, 302, 318, 228,
];

/// Descriptors, closed under the hands of others.
const DESCRIPTORS: Wanted = [
    319, 319, 319, 319, 319, 319, 77, 77, 77, 77, 77, 77, 3, 3, 3, 3, 3, 3, 9, 9, 9, 9, 9, 9, 11, 11, 11,
    293, 293, 293, 0, 0, 0, 19, 20, 1, 17, 18, 8, 5, 16, 72, 72, 7, 7, 2, 257, 262, 332, 217, 74, 56, 60, 41,
    42, 49, 44, 45, 137, 80, 79, 82, 87, 21,
];

/// What a thread must share with its maker.
const SHARED: u64 = 0x5_0f00;

/// Arguments: what is shared, edges of the room for mappings and of pages, small numbers, flags.
fn arguments() -> [u64; 64] {
    let mut all = [0; 64];
    let edges = [
        0,
        1,
        2,
        3,
        3,
        4,
        5,
        8,
        9,
        16,
        64,
        0xfff,
        0x1000,
        0x2000,
        0x1_0000,
        0x20_0000,
        0x40_0000,
        0x1000_0000,
        0x32,
        0x22,
        0x10_0022,
        0x32,
        0x4000_0000,
        0x4000_0ffc,
        0x4000_1000,
        0x401f_f000,
        0x4020_0000,
        0x4020_0ff8,
        0x1_0000_0000,
        0x1_0000_0ffc,
        0x1_0020_0000,
        0x3_fefe_f000,
        0x3_ff6f_f000,
        0x3_ff80_0000,
        0x3_ffff_f000,
        0x3_ffff_fffc,
        0x20_0000,
        0x1f_f000,
        0x400_0000,
        0x7ff_f000,
        0x800_0000,
        0x4_0000_0000,
        0x9_0000_0000,
        0x9_0020_0000,
        0xa_0000_0000,
        0xa_0020_0ff8,
        0xb_ffff_f000,
        0xc_0000_0000,
        0xc_0000_4000,
        SHARED,
        SHARED,
        SHARED,
        DATA + 0x8000,
        DATA + 0x8ffc,
        DATA + 0xf000,
        u64::MAX,
        1 << 63,
        i64::MAX as u64,
        0x7fff_ffff,
        0xffff_ffff,
        1000,
        1001,
        128,
        129,
    ];
    all[..edges.len()].copy_from_slice(&edges);
    all
}

/// A guest that goes round `rounds` times in its first thread, and as often in every other; no stack is used.
fn storm(seed: u32, wanted: &Wanted, rounds: u32) -> Vec<u8> {
    // mov r12d, seed; mov r14d, rounds
    let mut code = vec![0x41, 0xbc];
    code.extend(seed.to_le_bytes());
    code.extend([0x41, 0xbe]);
    code.extend(rounds.to_le_bytes());
    code.extend([0x49, 0x89, 0xe5]); // mov r13, rsp
    code.extend([0x48, 0xbb]); // mov rbx, arguments
    code.extend(DATA.to_le_bytes());
    let start = code.len();
    code.extend([0x49, 0xbf]); // mov r15, factor
    code.extend(6_364_136_223_846_793_005u64.to_le_bytes());
    code.extend([0x48, 0xbd]); // mov rbp, numbers of the first thread
    code.extend((DATA + 1024).to_le_bytes());
    code.extend([0x4c, 0x39, 0xec, 0x74, 10, 0x48, 0xbd]); // cmp rsp, r13; je; mov rbp, numbers
    code.extend((DATA + 512).to_le_bytes());
    // A new thread goes on with the registers of the one that made it: its stack and the time part them.
    code.extend([0x0f, 0x31, 0x49, 0x01, 0xc4, 0x49, 0x01, 0xe4]); // rdtsc; add r12, rax; add r12, rsp
    let pick = |code: &mut Vec<u8>, load: &[u8], to: &[u8]| {
        code.extend([0x4d, 0x0f, 0xaf, 0xe7, 0x49, 0x83, 0xc4, 0x0b]); // imul r12, r15; add r12, 11
        code.extend([0x4c, 0x89, 0xe0, 0x48, 0xc1, 0xe8, 0x21, 0x83, 0xe0, 63]); // rax = r12 >> 33 & 63
        code.extend(load);
        code.extend(to);
    };
    let argument = [0x48, 0x8b, 0x04, 0xc3]; // mov rax, [rbx + rax*8]
    for to in [[0x48, 0x89, 0xc7], [0x48, 0x89, 0xc6], [0x48, 0x89, 0xc2], [0x49, 0x89, 0xc2]] {
        pick(&mut code, &argument, &to);
    }
    for to in [[0x49, 0x89, 0xc0], [0x49, 0x89, 0xc1]] {
        pick(&mut code, &argument, &to);
    }
    pick(&mut code, &[0x48, 0x8b, 0x44, 0xc5, 0], &[]); // mov rax, [rbp + rax*8]
    code.extend([0x83, 0xf8, 56, 0x75, 5, 0xbf]); // cmp eax, 56; jne; mov edi, flags of a thread
    code.extend((SHARED as u32).to_le_bytes());
    code.extend([0x0f, 0x05]); // syscall
    code.extend([0x41, 0xff, 0xce]); // dec r14d
    let back = code.len() as i32 + 6 - start as i32;
    code.extend([0x0f, 0x85]); // jnz start
    code.extend((-back).to_le_bytes());
    code.extend(common::exit(0));
    // The first thread does not wait and does not end.
    let first = wanted.map(|number| {
        if [0, 7, 17, 19, 35, 45, 60, 62, 200, 202, 230, 234].contains(&number) { 24 } else { number }
    });
    let data: Vec<u8> =
        arguments().iter().chain(wanted).chain(&first).flat_map(|w| w.to_le_bytes()).collect();
    elf(&code, &data, 0x10000)
}

/// Runs storms; whatever becomes of the guest, it ends as documented and the machine stays whole.
fn storms(name: &str, wanted: &Wanted, options: &[&str]) {
    if !kvm() {
        return;
    }
    let mut codes = std::collections::BTreeMap::new();
    let count = std::env::var("RVM_STORMS").ok().and_then(|n| n.parse().ok()).unwrap_or(4u32);
    for seed in 1..=count {
        let mut all = vec!["--timeout=2", "--memory=256m", "--max-output=64m", "--sandbox-report"];
        all.extend(options);
        let outcome = run(&storm(seed * 7919, wanted, 20_000), &all);
        assert!(!outcome.err.contains("panicked"), "{name} {seed}: {}", outcome.err);
        assert!(!outcome.err.contains("the host failed"), "{name} {seed}: {}", outcome.err);
        // Ended by itself or by a signal that it sent itself, by time, memory, output, or for a fault.
        let code = outcome.code;
        assert!(
            [0, 124, 137, 139, 153].contains(&code) || (129..160).contains(&code),
            "{name} {seed}: {outcome:?}"
        );
        *codes.entry(code).or_insert(0) += 1;
        if std::env::var_os("RVM_SHOW").is_some() {
            println!("{name} {seed}: {}", outcome.err);
        }
    }
    println!("{name}: exit codes {codes:?}");
}

#[test]
fn of_mappings() {
    storms("mappings", &MAPPINGS, &[]);
}

#[test]
fn of_threads() {
    storms("threads", &THREADS, &[]);
}

#[test]
fn of_descriptors() {
    storms("descriptors", &DESCRIPTORS, &["--net=127.0.0.1:9"]);
}
