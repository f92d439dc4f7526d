//! Where things lie in the guest. Guest-virtual and guest-physical addresses are equal, but for the executable view of the code cache.
//!
//! The host writes page tables before the first instruction only: its edits of live tables would be unsafe where KVM shadows them. What changes while the
//! guest runs (mappings, guard pages, read-only data) changes in the host's mapping behind the guest-physical page instead. One thing changes in the tables:
//! an entry of 2 MiB that was absent becomes present when it is touched first, and that the guest's own page-fault stub writes (`kernel`).

/// What the executable is called in the guest.
pub const EXECUTABLE: &str = "/rvm";

/// A page.
pub const PAGE: u64 = 4096;
/// What one entry of a page directory maps.
pub const LARGE: u64 = 2 << 20;

/// The arena: everything that the guest maps for itself. Readable, writable, never executable.
pub const ARENA: std::ops::Range<u64> = LARGE..16 << 30;
/// From here upwards mappings without an address are placed: the room below 4 GiB is the guest's to ask for.
pub const ANYWHERE: u64 = 4 << 30;

/// Room of `brk`.
pub const BREAK: std::ops::Range<u64> = 64 << 20..128 << 20;

/// The main thread's stack, at the arena's end.
pub const STACK: std::ops::Range<u64> = ARENA.end - (8 << 20)..ARENA.end;
/// Never mapped: the guard below the main stack.
pub const STACK_GUARD: u64 = 1 << 20;

/// The executable's image.
pub const IMAGE: u64 = 32 << 30;
/// Largest image.
pub const IMAGE_MOST: u64 = 1 << 30;

/// Code cache, as the guest writes it.
pub const CODE: std::ops::Range<u64> = 36 << 30..(36 << 30) + (256 << 20);
/// Code cache, as the guest executes it: the same memory.
pub const CODE_EXECUTE: u64 = 40 << 30;

/// Page tables, descriptor tables and stubs; only the stub of system calls and the clock are visible to ring 3.
pub const KERNEL: u64 = 48 << 30;
/// The stubs' page, first in the kernel's room.
pub const STUBS: u64 = KERNEL;
/// Stub for system calls: alone in its page, as ring 3 may run it.
pub const SYSCALL_STUB: u64 = KERNEL + PAGE;
/// The interrupt descriptor table.
pub const IDT: u64 = KERNEL + 2 * PAGE;
/// The shared object with the clock, and its figures: ring 3 reads both.
pub const VDSO: u64 = KERNEL + 4 * PAGE;
/// The clock's figures.
pub const VVAR: u64 = KERNEL + 5 * PAGE;
/// One page for each vCPU: GDT, TSS, stack of the exception stubs.
pub const VCPU_PAGES: u64 = KERNEL + 16 * PAGE;
/// Most vCPUs ever.
pub const VCPUS_MOST: u64 = 1000;
/// The page tables.
pub const TABLES: u64 = VCPU_PAGES + VCPUS_MOST.next_multiple_of(16) * PAGE;
/// Room for page tables.
pub const TABLES_MOST: u64 = 4 << 20;
/// End of the kernel's room.
pub const KERNEL_END: u64 = TABLES + TABLES_MOST;

/// A slot of guest-physical memory is made when something in its grid cell is touched first.
pub const SLOT: u64 = 32 << 20;

/// Port of system calls.
pub const PORT_CALL: u16 = 0x50;
/// Port of the exception stubs.
pub const PORT_FAULT: u16 = 0x51;
/// Port of the page-fault stub.
pub const PORT_PAGE: u16 = 0x52;

/// Selectors of the GDT.
pub mod selector {
    /// Ring 0 code.
    pub const KERNEL_CODE: u16 = 0x08;
    /// Ring 0 data.
    pub const KERNEL_DATA: u16 = 0x10;
    /// Base that `sysret` adds to.
    pub const SYSRET: u16 = 0x18 | 3;
    /// Ring 3 data.
    pub const USER_DATA: u16 = 0x20 | 3;
    /// Ring 3 code.
    pub const USER_CODE: u16 = 0x28 | 3;
    /// Task state segment.
    pub const TASK: u16 = 0x30;
}
