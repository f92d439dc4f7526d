//! Guest memory: what the guest has mapped, how much of it counts against `--memory`, and the only ways to reach it.
//!
//! Memory is granted in blocks of 2 MiB, when a block is touched first: until then its entry in the page tables is absent, and the touch comes back as a
//! page fault. What is mapped in a block then counts, whether or not all of it is touched; so the host never gives the guest more than the limit.

mod host;
mod keep;
mod map;
mod relocate;
mod space;

pub use keep::{MemoryState, Run};
pub use map::{MapError, Place};
pub use space::Access;

use crate::elf::{Image, Rights};
use crate::error::SandboxError;
use crate::layout::{self, LARGE, PAGE};
use crate::tables::{self, Tables};
use host::HostRoom;
use kvm_bindings::kvm_userspace_memory_region;
use kvm_ioctls::VmFd;
use space::Space;
use std::fs::File;
use std::ops::Range;
use std::os::fd::AsFd;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// Why an address cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The guest has not mapped it so.
    Unmapped,
    /// `--memory` is used up.
    Limit,
    /// KVM takes no more.
    Host,
}

/// A range of guest-physical addresses in which mappings come and go.
#[derive(Debug)]
struct Paged {
    range: Range<u64>,
    room: HostRoom,
    /// Blocks that count.
    charged: Vec<bool>,
    /// Grid cells that KVM knows.
    slots: Vec<bool>,
}

impl Paged {
    fn new(range: Range<u64>) -> Result<Self, SandboxError> {
        let size = range.end - range.start;
        let room = HostRoom::reserve(size, LARGE as usize)?;
        let cells = (size / layout::SLOT) as usize;
        Ok(Self { range, room, charged: vec![false; (size / LARGE) as usize], slots: vec![false; cells] })
    }

    fn block(&self, home: u64) -> usize {
        ((home - self.range.start) / LARGE) as usize
    }
}

/// Bytes that a block alone gets at its first touch.
const FIRST: u64 = 64 << 10;

/// What changes while the guest runs.
#[derive(Debug)]
struct Inner {
    vm: Arc<VmFd>,
    space: Space,
    arena: Paged,
    code: Paged,
    image: Option<(u64, HostRoom)>,
    /// Segments of the image that began writable.
    image_written: Vec<Range<u64>>,
    kernel: HostRoom,
    tables: Tables,
    /// Pages that may still be used.
    budget: u64,
    peak: Arc<AtomicU64>,
    limit: u64,
    next_slot: u32,
    /// Where the next object of the code cache begins.
    code_next: u64,
}

/// The guest's memory.
#[derive(Debug)]
pub struct GuestMemory {
    inner: RwLock<Inner>,
    /// Most pages that counted at once; beside the lock, for an end that shall not wait for a snapshot's writing.
    peak: Arc<AtomicU64>,
}

impl GuestMemory {
    /// Makes the rooms and the kernel's part; `limit` in bytes.
    pub fn new(vm: Arc<VmFd>, limit: u64) -> Result<Self, SandboxError> {
        let size = layout::KERNEL_END - layout::KERNEL;
        let kernel = HostRoom::reserve(size, PAGE as usize)?;
        kernel
            .protect(0, size, libc::PROT_READ | libc::PROT_WRITE)
            .map_err(SandboxError::host("the guest's tables"))?;
        let peak = Arc::new(AtomicU64::new(0));
        let mut inner = Inner {
            vm,
            space: Space::default(),
            arena: Paged::new(0..layout::ARENA.end)?,
            code: Paged::new(layout::CODE)?,
            image: None,
            image_written: Vec::new(),
            kernel,
            tables: Tables::default(),
            budget: limit / PAGE,
            peak: Arc::clone(&peak),
            limit: limit / PAGE,
            next_slot: 0,
            code_next: layout::CODE.start,
        };
        let base = inner.kernel.base();
        inner.add_slot(layout::KERNEL, size, base)?;
        Ok(Self { inner: RwLock::new(inner), peak })
    }

    fn read(&self) -> RwLockReadGuard<'_, Inner> {
        self.inner.read().unwrap_or_else(|e| e.into_inner())
    }

    fn write(&self) -> RwLockWriteGuard<'_, Inner> {
        self.inner.write().unwrap_or_else(|e| e.into_inner())
    }

    /// Maps the executable's segments from its file.
    pub fn load_image(&self, image: &Image, file: &File) -> Result<(), SandboxError> {
        let mut inner = self.write();
        let start = image.segments.first().map_or(layout::IMAGE, |s| s.start);
        let room = HostRoom::reserve(image.end - start, LARGE as usize)?;
        for segment in &image.segments {
            let at = segment.start - start;
            let write = segment.rights == Rights::Write;
            let from_file = segment.filled.next_multiple_of(PAGE) - segment.start;
            if from_file > 0 {
                room.map_file(at, from_file, file.as_fd(), segment.offset, write)
                    .map_err(SandboxError::host("mapping the guest's executable"))?;
            }
            if write {
                let rest = segment.end - segment.start - from_file;
                if rest > 0 {
                    room.protect(at + from_file, rest, libc::PROT_READ | libc::PROT_WRITE)
                        .map_err(SandboxError::host("the guest's data"))?;
                }
                inner.image_written.push(segment.start..segment.end);
                let tail = segment.filled.next_multiple_of(PAGE) - segment.filled;
                // SAFETY: the last page mapped from the file, behind what it fills; private and writable, and nobody knows it yet.
                unsafe {
                    std::ptr::write_bytes(
                        room.at(segment.filled - start, tail).cast::<u8>(),
                        0,
                        tail as usize,
                    );
                }
                inner.take((segment.end - segment.start) / PAGE).map_err(|_| {
                    SandboxError::Option("--memory is too little for the guest's own data".into())
                })?;
            }
            let access = if write { Access::Write } else { Access::Read };
            inner.space.insert(segment.start..segment.end, access);
        }
        let base = room.base();
        inner.add_slot(start, image.end - start, base)?;
        inner.image = Some((start, room));
        Ok(())
    }

    /// Writes the kernel's room; before the guest runs, or a page that no vCPU uses yet.
    pub fn write_kernel(&self, address: u64, bytes: &[u8]) {
        let inner = self.write();
        let at = inner.kernel.at(address - layout::KERNEL, bytes.len() as u64);
        // SAFETY: `at` has checked the range; ring 3 cannot reach it.
        unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), at.cast(), bytes.len()) };
    }

    /// Reads the kernel's room; zeros if the range is not in it.
    pub fn read_kernel<const N: usize>(&self, address: u64) -> [u8; N] {
        let inner = self.read();
        let mut bytes = [0; N];
        if let Some(offset) = address.checked_sub(layout::KERNEL)
            && offset.saturating_add(N as u64) <= layout::KERNEL_END - layout::KERNEL
        {
            let at = inner.kernel.at(offset, N as u64);
            // SAFETY: the range was checked.
            unsafe { std::ptr::copy_nonoverlapping(at.cast(), bytes.as_mut_ptr(), N) };
        }
        bytes
    }

    /// Builds the page tables in place; the root's address.
    pub fn build_tables(&self, image: &Image) -> Result<u64, SandboxError> {
        let mut inner = self.write();
        let at = inner.kernel.at(layout::TABLES - layout::KERNEL, layout::TABLES_MOST);
        // SAFETY: aligned, zeroed, and nobody else looks before the guest starts.
        let words =
            unsafe { std::slice::from_raw_parts_mut(at.cast::<u64>(), layout::TABLES_MOST as usize / 8) };
        inner.tables = tables::build(words, image)?;
        Ok(inner.tables.root)
    }

    /// A touch of an absent block: where its entry in the page tables is, and what to write there.
    pub fn touch(&self, address: u64, write: bool) -> Result<(u64, u64), Fault> {
        let mut inner = self.write();
        let (_, has) = inner.space.find(address).ok_or(Fault::Unmapped)?;
        if has < (if write { Access::Write } else { Access::Read }) {
            return Err(Fault::Unmapped);
        }
        let home = Inner::home(address);
        inner.charge_and_back(home, address)?;
        inner.tables.entry(address, home).ok_or(Fault::Unmapped)
    }

    /// Copies out of the guest.
    pub fn get(&self, address: u64, bytes: &mut [u8]) -> Result<(), Fault> {
        if bytes.is_empty() {
            return Ok(());
        }
        let inner = self.reach(address, bytes.len() as u64, Access::Read)?;
        let at = inner.host_address(address, bytes.len() as u64).ok_or(Fault::Unmapped)?;
        // SAFETY: `reach` has checked the guest's side, and its lock keeps the mapping. Another vCPU may write meanwhile: bytes have no invalid values, and
        // each is read once.
        unsafe { std::ptr::copy_nonoverlapping(at as *const u8, bytes.as_mut_ptr(), bytes.len()) };
        Ok(())
    }

    /// Copies into the guest.
    pub fn put(&self, address: u64, bytes: &[u8]) -> Result<(), Fault> {
        if bytes.is_empty() {
            return Ok(());
        }
        let inner = self.reach(address, bytes.len() as u64, Access::Write)?;
        let at = inner.host_address(address, bytes.len() as u64).ok_or(Fault::Unmapped)?;
        // SAFETY: as in `get`.
        unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), at as *mut u8, bytes.len()) };
        Ok(())
    }

    /// The host's address of a 32-bit word, for futexes only: the kernel of the host checks it again at each use.
    pub fn futex_word(&self, address: u64, access: Access) -> Result<usize, Fault> {
        self.reach(address, 4, access)?.host_address(address, 4).ok_or(Fault::Unmapped)
    }

    /// The mapping, held, with all of a guest's range mapped with these rights and counted.
    fn reach(&self, address: u64, size: u64, access: Access) -> Result<RwLockReadGuard<'_, Inner>, Fault> {
        let end = address.checked_add(size).filter(|end| *end < layout::KERNEL).ok_or(Fault::Unmapped)?;
        let pages = address & !(PAGE - 1)..end.next_multiple_of(PAGE);
        loop {
            let inner = self.read();
            if !inner.space.allows(pages.clone(), access) {
                return Err(Fault::Unmapped);
            }
            let Some(missing) = inner.uncharged(pages.clone()) else { return Ok(inner) };
            drop(inner);
            self.write().charge_and_back(missing, missing)?;
        }
    }

    /// Peak use in bytes.
    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::Relaxed) * PAGE
    }

    /// Present use in bytes.
    pub fn used(&self) -> u64 {
        let inner = self.read();
        (inner.limit - inner.budget) * PAGE
    }
}

impl Inner {
    fn add_slot(&mut self, guest: u64, size: u64, host: usize) -> Result<(), SandboxError> {
        let region = kvm_userspace_memory_region {
            slot: self.next_slot,
            flags: 0,
            guest_phys_addr: guest,
            memory_size: size,
            userspace_addr: host as u64,
        };
        // SAFETY: the host's range is a room that holds guest memory only and lives as long as the VM.
        unsafe { self.vm.set_user_memory_region(region) }.map_err(SandboxError::kvm("guest memory"))?;
        self.next_slot += 1;
        Ok(())
    }

    /// Tells KVM of the grid cell of a home address, if it does not know it. Not before a block in it is touched: KVM's books of a slot are as long as the slot.
    fn ensure_slot(&mut self, home: u64) -> Result<(), Fault> {
        let Some(paged) = self.paged(home) else { return Ok(()) };
        let start = paged.range.start;
        let cell = ((home - start) / layout::SLOT) as usize;
        if paged.slots[cell] {
            return Ok(());
        }
        let offset = cell as u64 * layout::SLOT;
        let host = paged.room.at(offset, layout::SLOT) as usize;
        self.add_slot(start + offset, layout::SLOT, host).map_err(|_| Fault::Host)?;
        self.paged_mut(home).slots[cell] = true;
        Ok(())
    }

    /// Gives a block that is touched first the kind of pages that suits. Behind or before one that is in use it is a large page: one fault and one entry in the shadow
    /// tables. A block alone is often all there will be, and hardly used: a few small pages round the touch, since making 2 MiB zero takes as long as dozens of faults.
    fn back(&self, home: u64, touched: u64) {
        let Some(paged) = self.paged(home) else { return };
        let block = paged.block(home);
        let near = [block.checked_sub(1), Some(block + 1)];
        let start = block as u64 * LARGE;
        // Where the host does not know the advice it gives pages as they are touched.
        if near.into_iter().flatten().any(|b| paged.charged.get(b).is_some_and(|c| *c)) {
            let _ = paged.room.advise(start, LARGE, libc::MADV_HUGEPAGE);
            return;
        }
        let Some((piece, Access::Write)) = self.space.find(touched) else { return };
        let around = touched & !(FIRST - 1)..(touched & !(FIRST - 1)) + FIRST;
        if home == touched {
            let (from, to) = (around.start.max(piece.start), around.end.min(piece.end));
            let _ = paged.room.advise(from - paged.range.start, to - from, libc::MADV_POPULATE_WRITE);
        }
    }

    fn take(&mut self, pages: u64) -> Result<(), Fault> {
        self.budget = self.budget.checked_sub(pages).ok_or(Fault::Limit)?;
        self.peak.fetch_max(self.limit - self.budget, Ordering::Relaxed);
        Ok(())
    }

    /// Guest-virtual to where the page is kept.
    fn home(address: u64) -> u64 {
        let size = layout::CODE.end - layout::CODE.start;
        if (layout::CODE_EXECUTE..layout::CODE_EXECUTE + size).contains(&address) {
            address - layout::CODE_EXECUTE + layout::CODE.start
        } else {
            address
        }
    }

    fn paged(&self, home: u64) -> Option<&Paged> {
        [&self.arena, &self.code].into_iter().find(|p| p.range.contains(&home))
    }

    fn paged_mut(&mut self, home: u64) -> &mut Paged {
        if layout::CODE.contains(&home) { &mut self.code } else { &mut self.arena }
    }

    /// Pages of a range that count: what is mapped with rights in the arena, everything in the code cache.
    fn pages_in(&self, range: Range<u64>) -> u64 {
        if layout::CODE.contains(&range.start) {
            return (range.end - range.start) / PAGE;
        }
        let with_rights = self.space.parts(range).filter(|(_, access)| *access != Access::None);
        with_rights.map(|(part, _)| (part.end - part.start) / PAGE).sum()
    }

    /// As `pages_in`, for the blocks of the range that are charged.
    fn charged_pages(&self, range: &Range<u64>) -> u64 {
        let mut pages = 0;
        let mut at = range.start;
        while at < range.end {
            let end = ((at | (LARGE - 1)) + 1).min(range.end);
            if self.arena.charged[self.arena.block(at)] {
                pages += self.pages_in(at..end);
            }
            at = end;
        }
        pages
    }

    /// Lets the block of a home address count.
    fn charge(&mut self, home: u64) -> Result<(), Fault> {
        let Some(paged) = self.paged(home) else { return Ok(()) };
        let block = paged.block(home);
        if paged.charged[block] {
            return Ok(());
        }
        let start = home & !(LARGE - 1);
        self.ensure_slot(home)?;
        self.take(self.pages_in(start..start + LARGE))?;
        self.paged_mut(home).charged[block] = true;
        Ok(())
    }

    /// As `charge`, for a block that is empty until now.
    fn charge_and_back(&mut self, home: u64, touched: u64) -> Result<(), Fault> {
        let before = self.paged(home).is_some_and(|p| p.charged[p.block(home)]);
        self.charge(home)?;
        if !before {
            self.back(home, touched);
        }
        Ok(())
    }

    /// First home address in a mapped range whose block does not count yet.
    fn uncharged(&self, range: Range<u64>) -> Option<u64> {
        let home = Self::home(range.start);
        let paged = self.paged(home)?;
        let end = (home + (range.end - range.start)).min(paged.range.end);
        let mut at = home;
        while at < end {
            if !paged.charged[paged.block(at)] {
                return Some(at);
            }
            at = (at | (LARGE - 1)) + 1;
        }
        None
    }

    fn host_address(&self, address: u64, size: u64) -> Option<usize> {
        let home = Self::home(address);
        if let Some(paged) = self.paged(home) {
            return (home + size <= paged.range.end)
                .then(|| paged.room.at(home - paged.range.start, size) as usize);
        }
        let (start, room) = self.image.as_ref()?;
        let offset = home.checked_sub(*start).filter(|o| o.saturating_add(size) <= room.size())?;
        Some(room.at(offset, size) as usize)
    }
}
