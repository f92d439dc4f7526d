//! The clock inside the guest: a shared object of one page, as Linux gives one to each process, and a page of figures that the host keeps up to date.
//!
//! The guest's time stamp counter is the host's (`KVM_VCPU_TSC_OFFSET` of 0); where KVM cannot do that, there is no such object and clocks are system calls.

use crate::layout::{PAGE, VVAR};
use crate::memory::GuestMemory;
use crate::shift::{Shift, host};
use std::time::Duration;

/// Machine code of `__vdso_clock_gettime`: the two clocks that count, by the counter; a system call for the others.
fn code() -> Vec<u8> {
    let mut c: Vec<u8> = vec![0x83, 0xff, 1]; // cmp edi, 1
    c.extend([0x77, 0]); // ja fallback
    let to_fallback = c.len() - 1;
    c.extend([0x49, 0xb8]); // mov r8, VVAR
    c.extend(VVAR.to_le_bytes());
    let retry = c.len();
    c.extend([0x45, 0x8b, 0x08]); // mov r9d, [r8]
    c.extend([0x41, 0xf6, 0xc1, 1]); // test r9b, 1
    c.extend([0x75, (retry as isize - c.len() as isize - 2) as u8]); // jnz retry
    c.extend([0x0f, 0xae, 0xe8, 0x0f, 0x31]); // lfence; rdtsc
    c.extend([0x48, 0xc1, 0xe2, 32, 0x48, 0x09, 0xd0]); // shl rdx, 32; or rax, rdx
    c.extend([0x49, 0x2b, 0x40, 8]); // sub rax, [r8+8]
    c.extend([0x73, 2, 0x31, 0xc0]); // jnc over; xor eax, eax
    c.extend([0x49, 0xf7, 0x60, 16]); // mul qword [r8+16]
    c.extend([0x48, 0x0f, 0xac, 0xd0, 32]); // shrd rax, rdx, 32
    c.extend([0x49, 0x03, 0x40, 24]); // add rax, [r8+24]
    c.extend([0x85, 0xff, 0x75, 4]); // test edi, edi; jnz over
    c.extend([0x49, 0x03, 0x40, 32]); // add rax, [r8+32]
    c.extend([0x45, 0x3b, 0x08]); // cmp r9d, [r8]
    c.extend([0x75, (retry as isize - c.len() as isize - 2) as u8]); // jne retry
    c.extend([0x31, 0xd2, 0xb9]); // xor edx, edx; mov ecx, 10^9
    c.extend(1_000_000_000u32.to_le_bytes());
    c.extend([0x48, 0xf7, 0xf1]); // div rcx
    c.extend([0x48, 0x89, 0x06, 0x48, 0x89, 0x56, 8]); // mov [rsi], rax; mov [rsi+8], rdx
    c.extend([0x31, 0xc0, 0xc3]); // xor eax, eax; ret
    c[to_fallback] = (c.len() - to_fallback - 1) as u8;
    c.extend([0xb8, 228, 0, 0, 0, 0x0f, 0x05, 0xc3]); // mov eax, 228; syscall; ret
    c
}

const HEADERS: usize = 64;
const DYNAMIC: usize = 0x100;
const HASH: usize = 0x200;
const SYMBOLS: usize = 0x240;
const STRINGS: usize = 0x280;
const CODE: usize = 0x300;

/// The object's page.
pub fn image() -> Vec<u8> {
    let mut page = vec![0u8; PAGE as usize];
    let mut put = |at: usize, bytes: &[u8]| page[at..at + bytes.len()].copy_from_slice(bytes);
    let words = |values: &[u64]| values.iter().flat_map(|v| v.to_le_bytes()).collect::<Vec<u8>>();
    put(0, &[0x7f, b'E', b'L', b'F', 2, 1, 1, 0]);
    // A shared object for x86-64, with two program headers.
    put(16, &[3, 0, 62, 0, 1, 0, 0, 0]);
    put(32, &words(&[HEADERS as u64]));
    put(52, &[64, 0, 56, 0, 2, 0]);
    let header = |kind: u32, flags: u32, at: u64, size: u64| {
        [&kind.to_le_bytes()[..], &flags.to_le_bytes()[..], &words(&[at, at, at, size, size, 8])].concat()
    };
    put(HEADERS, &header(1, 5, 0, PAGE));
    let name = 1u64;
    let object = 1 + b"__vdso_clock_gettime\0".len() as u64;
    let strings = b"\0__vdso_clock_gettime\0linux-vdso.so.1\0";
    // DT_HASH, DT_STRTAB, DT_SYMTAB, DT_STRSZ, DT_SYMENT, DT_SONAME
    let dynamic = words(&[
        4,
        HASH as u64,
        5,
        STRINGS as u64,
        6,
        SYMBOLS as u64,
        10,
        strings.len() as u64,
        11,
        24,
        14,
        object,
        0,
        0,
    ]);
    put(HEADERS + 56, &header(2, 4, DYNAMIC as u64, dynamic.len() as u64));
    put(DYNAMIC, &dynamic);
    // One bucket, two symbols.
    put(HASH, &[1u32, 2, 1, 0, 0].iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>());
    let code = code();
    put(SYMBOLS + 24, &(name as u32).to_le_bytes());
    // A global function, defined.
    put(SYMBOLS + 28, &[0x12, 0, 1, 0]);
    put(SYMBOLS + 32, &words(&[CODE as u64, code.len() as u64]));
    put(STRINGS, strings);
    put(CODE, &code);
    page
}

/// The figures: from when, how fast.
#[derive(Debug, Clone, Copy)]
struct Figures {
    counter: u64,
    /// Nanoseconds a tick, times 2^32.
    rate: u64,
    /// The monotonic clock at `counter`.
    monotonic: u64,
    /// What the clock of the day is ahead of it.
    ahead: u64,
}

/// Keeps the figures.
#[derive(Debug)]
pub struct Clock {
    shift: Shift,
    now: Figures,
    sequence: u32,
}

fn counter() -> u64 {
    // SAFETY: every x86-64 processor has it.
    unsafe { std::arch::x86_64::_rdtsc() }
}

/// Counter and monotonic clock at one moment, as closely as can be read.
fn moment(shift: Shift) -> (u64, u64) {
    let read = |_| {
        let before = counter();
        let time = shift.monotonic();
        let after = counter();
        (after.wrapping_sub(before), before.wrapping_add(after.wrapping_sub(before) / 2), time)
    };
    let (_, counter, time) = (0..4).map(read).min().unwrap_or_default();
    (counter, time)
}

/// What the figures are made right over.
const AHEAD: Duration = Duration::from_secs(1);

impl Clock {
    /// A clock that runs at so many thousand ticks a second.
    pub fn new(kilohertz: u32, shift: Shift) -> Self {
        let (counter, monotonic) = moment(shift);
        let rate = (1_000_000u64 << 32) / u64::from(kilohertz.max(1));
        let ahead = host(libc::CLOCK_REALTIME).wrapping_sub(shift.monotonic());
        Self { shift, now: Figures { counter, rate, monotonic, ahead }, sequence: 0 }
    }

    /// Brings the figures nearer to the host's clocks. The monotonic clock never jumps: it goes faster or slower until it is right.
    pub fn correct(&mut self) {
        let (counter, true_time) = moment(self.shift);
        let old = self.now;
        let ticks = counter.wrapping_sub(old.counter);
        let shown = old.monotonic.wrapping_add(((u128::from(ticks) * u128::from(old.rate)) >> 32) as u64);
        let real_rate = (u128::from(true_time.wrapping_sub(old.monotonic)) << 32) / u128::from(ticks.max(1));
        if real_rate == 0 || real_rate >> 40 != 0 {
            return;
        }
        let goal = AHEAD.as_nanos() as i128 + i128::from(true_time.wrapping_sub(shown) as i64);
        let ticks_ahead = (AHEAD.as_nanos() << 32) / real_rate;
        let rate = ((goal.max(1) as u128) << 32) / ticks_ahead.max(1);
        let ahead = host(libc::CLOCK_REALTIME).wrapping_sub(self.shift.monotonic());
        self.now = Figures { counter, rate: rate as u64, monotonic: shown, ahead };
    }

    /// Writes the figures where the guest reads them.
    pub fn publish(&mut self, memory: &GuestMemory) {
        let f = self.now;
        let words = [f.counter, f.rate, f.monotonic, f.ahead];
        let bytes: Vec<u8> = words.iter().flat_map(|w| w.to_le_bytes()).collect();
        memory.write_kernel(VVAR, &(self.sequence + 1).to_le_bytes());
        std::sync::atomic::fence(std::sync::atomic::Ordering::SeqCst);
        memory.write_kernel(VVAR + 8, &bytes);
        std::sync::atomic::fence(std::sync::atomic::Ordering::SeqCst);
        self.sequence = self.sequence.wrapping_add(2);
        memory.write_kernel(VVAR, &self.sequence.to_le_bytes());
    }
}
