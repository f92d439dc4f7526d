//! The few bytes that run in the guest's ring 0, and the tables that the processor reads.

use crate::layout::{self, PORT_CALL, PORT_FAULT, PORT_PAGE, selector};

/// Exceptions that have a stub.
pub const VECTORS: usize = 32;
const STUB: usize = 16;

/// Vectors for which the processor pushes an error code.
const fn has_code(vector: usize) -> bool {
    matches!(vector, 8 | 10..=14 | 17 | 21 | 29 | 30)
}

/// Page faults.
const PAGE_FAULT: usize = 14;

/// The stub for page faults. The host answers with an entry of the page tables in `rax` and its address in `rdi`; the guest writes it and goes on. It has to be
/// a write by the guest: KVM's shadow tables do not see those of the host.
const PAGE_FAULT_STUB: [u8; 15] = [
    0x50, // push rax
    0x57, // push rdi
    0xe6,
    PORT_PAGE as u8, // out port, al
    0x48,
    0x89,
    0x07, // mov [rdi], rax
    0x5f, // pop rdi
    0x58, // pop rax
    0x48,
    0x83,
    0xc4,
    8, // add rsp, 8
    0x48,
    0xcf, // iretq
];

/// The exception stubs: push what is missing, leave. The host comes back from page faults only.
pub fn exception_stubs() -> Vec<u8> {
    let mut page = vec![0xf4; VECTORS * STUB];
    for (vector, stub) in page.chunks_mut(STUB).enumerate() {
        if vector == PAGE_FAULT {
            stub[..PAGE_FAULT_STUB.len()].copy_from_slice(&PAGE_FAULT_STUB);
            continue;
        }
        let mut code = Vec::new();
        if !has_code(vector) {
            code.extend([0x6a, 0]); // push 0
        }
        code.extend([0x6a, vector as u8]); // push vector
        code.extend([0xe6, PORT_FAULT as u8]); // out port, al
        stub[..code.len()].copy_from_slice(&code);
    }
    page
}

/// Size of the stub's `out`.
pub const CALL_SIZE: u64 = 2;

/// What `syscall` leads to. It runs in ring 3 where KVM has no virtualisation in hardware beneath it ("PVM"), in ring 0 elsewhere; it touches neither
/// the stack nor any register that system calls preserve.
pub fn syscall_stub() -> Vec<u8> {
    let mut code = vec![0xe6, PORT_CALL as u8]; // out port, al: `CALL_SIZE` bytes
    code.extend([0x41, 0x8c, 0xcb]); // mov r11d, cs
    code.extend([0x41, 0xf6, 0xc3, 3]); // test r11b, 3
    code.extend([0x75, 9]); // jnz ring 3
    code.extend([0x41, 0xbb]); // mov r11d, flags
    code.extend((USER_FLAGS as u32).to_le_bytes());
    code.extend([0x48, 0x0f, 0x07]); // sysretq
    code.extend([0xff, 0xe1]); // ring 3: jmp rcx
    code
}

/// Flags of ring 3.
pub const USER_FLAGS: u64 = 0x202;

/// The interrupt descriptor table's words.
pub fn idt() -> Vec<u64> {
    let mut words = Vec::with_capacity(VECTORS * 2);
    for vector in 0..VECTORS {
        let stub = layout::STUBS + (vector * STUB) as u64;
        let low = (stub & 0xffff)
            | u64::from(selector::KERNEL_CODE) << 16
            | 0x8e00 << 32
            | (stub >> 16 & 0xffff) << 48;
        // Interrupt stack 1 also for faults in ring 0.
        words.extend([low | 1 << 32, stub >> 32]);
    }
    words
}

/// Size of a task state segment: with the map of ports that ring 3 may use, which is that of system calls alone, and the byte of ones behind it.
pub const TASK_SIZE: u64 = 104 + PORT_MAP + 1;
const PORT_MAP: u64 = PORT_CALL as u64 / 8 + 1;
const TASK_OFFSET: u64 = 0x80;

/// Address of a vCPU's page.
pub fn vcpu_page(index: u64) -> u64 {
    layout::VCPU_PAGES + index * layout::PAGE
}

/// Address of a vCPU's task state segment.
pub fn task(index: u64) -> u64 {
    vcpu_page(index) + TASK_OFFSET
}

/// The start of a vCPU's page: GDT and task state segment.
pub fn vcpu_tables(index: u64) -> Vec<u8> {
    let task = task(index);
    let limit = TASK_SIZE - 1;
    let descriptor = limit | (task & 0xff_ffff) << 16 | 0x89 << 40 | (task >> 24 & 0xff) << 56;
    let gdt: [u64; 8] = [
        0,
        0x00af_9b00_0000_ffff,
        0x00cf_9300_0000_ffff,
        0,
        0x00cf_f300_0000_ffff,
        0x00af_fb00_0000_ffff,
        descriptor,
        task >> 32,
    ];
    let mut bytes = vec![0; (TASK_OFFSET + TASK_SIZE) as usize];
    for (slot, word) in bytes.chunks_mut(8).zip(gdt) {
        slot.copy_from_slice(&word.to_le_bytes());
    }
    let top = vcpu_page(index) + layout::PAGE;
    let mut put = |offset: u64, value: u64| {
        let at = (TASK_OFFSET + offset) as usize;
        bytes[at..at + 8].copy_from_slice(&value.to_le_bytes());
    };
    put(4, top); // rsp0
    put(36, top); // interrupt stack 1
    put(96, 104 << 48);
    let map = (TASK_OFFSET + 104) as usize;
    bytes[map..].fill(0xff);
    bytes[map + usize::from(PORT_CALL) / 8] &= !(1 << (PORT_CALL % 8));
    bytes
}

/// Size of the GDT.
pub const GDT_SIZE: u64 = 64;

/// What an exception stub has left on its stack.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Frame {
    /// Number of the exception.
    pub vector: u64,
    /// The processor's error code.
    pub code: u64,
    /// Where it happened.
    pub rip: u64,
    /// Ring, among others.
    pub cs: u64,
    /// Flags.
    pub flags: u64,
    /// Stack.
    pub rsp: u64,
}

impl Frame {
    /// Reads the frame from its bytes.
    pub fn parse(bytes: &[u8; 48]) -> Self {
        let word = |i: usize| u64::from_le_bytes(std::array::from_fn(|b| bytes[i * 8 + b]));
        Self { vector: word(0), code: word(1), rip: word(2), cs: word(3), flags: word(4), rsp: word(5) }
    }

    /// Reads what the page-fault stub has left, with the two registers that it has saved.
    pub fn parse_page_fault(bytes: &[u8; 64]) -> (Self, u64, u64) {
        let word = |i: usize| u64::from_le_bytes(std::array::from_fn(|b| bytes[i * 8 + b]));
        let frame = Self {
            vector: PAGE_FAULT as u64,
            code: word(2),
            rip: word(3),
            cs: word(4),
            flags: word(5),
            rsp: word(6),
        };
        (frame, word(1), word(0))
    }

    /// Plain name of the exception.
    pub fn name(&self) -> &'static str {
        match self.vector {
            0 => "division error",
            1 => "debug exception",
            3 => "breakpoint",
            4 => "overflow",
            5 => "bound range exceeded",
            6 => "invalid instruction",
            7 => "device not available",
            8 => "double fault",
            10 => "invalid task state",
            11 => "segment not present",
            12 => "stack fault",
            13 => "general protection fault",
            14 => "page fault",
            16 => "floating-point error",
            17 => "alignment check",
            18 => "machine check",
            19 => "SIMD floating-point error",
            _ => "exception",
        }
    }
}
