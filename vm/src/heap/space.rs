//! The heap's address range: two half-spaces below 4 GiB, backed by memory as far as they were touched.

use crate::error::VmError;
use crate::memory::{PAGE, Reservation};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What the command line says about the heap.
#[derive(Debug, Clone)]
pub struct HeapOptions {
    /// `-Xms`: the half-space to start with.
    pub initial: usize,
    /// `-Xmx`: a hard limit on what is live.
    pub maximum: usize,
    /// `-XX:GCZeal=N`: collect at every Nth allocation, poison freed space, verify the heap; 0: off.
    pub zeal: usize,
    /// `-verbose:gc`
    pub verbose: bool,
}

impl Default for HeapOptions {
    fn default() -> Self {
        Self { initial: 16 << 20, maximum: Heap::LARGEST, zeal: 0, verbose: false }
    }
}

/// The half in use.
#[derive(Debug)]
pub(crate) struct Half {
    /// 0 or 1.
    pub index: usize,
    /// Next free address.
    pub top: usize,
    /// Allocation beyond this collects first.
    pub limit: usize,
    /// Above this address each half was never written since it was last discarded.
    pub touched: [usize; 2],
}

/// The heap.
#[derive(Debug)]
pub struct Heap {
    room: Reservation,
    _cards: Reservation,
    half_size: usize,
    maximum: usize,
    pub(crate) half: Mutex<Half>,
    /// Options.
    pub options: HeapOptions,
    pub(crate) allocations: AtomicUsize,
    pub(crate) collections: AtomicUsize,
    pub(crate) pause_nanos: AtomicUsize,
    /// Bytes handed to buffers and large objects before the present half-space's.
    pub(crate) allocated_before: AtomicUsize,
    /// Objects whose identity hash was asked for since the last collection: each grows by 8 bytes when it moves.
    pub(crate) hashed: AtomicUsize,
}

impl Heap {
    /// Largest `-Xmx` that fits below 4 GiB beside its copy.
    pub const LARGEST: usize = 1400 << 20;
    const HINT: usize = 0x4000_0000;

    /// Reserves the heap.
    pub fn new(mut options: HeapOptions) -> Result<Self, VmError> {
        options.maximum = options.maximum.clamp(2 << 20, Self::LARGEST).next_multiple_of(PAGE);
        options.initial = options.initial.clamp(1 << 20, options.maximum).next_multiple_of(PAGE);
        let half_size = options.maximum + Self::slack(options.maximum);
        let room = Reservation::low(half_size * 2, Self::HINT, "heap")?;
        let cards = super::barrier::reserve()?;
        let base = room.base();
        let half =
            Half { index: 0, top: base, limit: base + options.initial, touched: [base, base + half_size] };
        Ok(Self {
            room,
            _cards: cards,
            half_size,
            maximum: options.maximum,
            half: Mutex::new(half),
            options,
            allocations: AtomicUsize::new(0),
            collections: AtomicUsize::new(0),
            pause_nanos: AtomicUsize::new(0),
            allocated_before: AtomicUsize::new(0),
            hashed: AtomicUsize::new(0),
        })
    }

    pub(crate) fn half(&self) -> std::sync::MutexGuard<'_, Half> {
        self.half.lock().unwrap_or_else(|e| e.into_inner())
    }

    pub(crate) fn base_of(&self, half: usize) -> usize {
        self.room.base() + half * self.half_size
    }

    pub(crate) fn end_of(&self, half: usize) -> usize {
        self.base_of(half) + self.half_size
    }

    /// Whether an address lies in the used part of the present half-space.
    pub fn contains(&self, address: usize) -> bool {
        let half = self.half();
        (self.base_of(half.index)..half.top).contains(&address)
    }

    /// Gives memory of a half back from `from` on.
    ///
    /// # Safety
    /// Nothing in the range may be in use.
    pub(crate) unsafe fn discard(&self, from: usize, to: usize) {
        // SAFETY: passed on.
        unsafe { self.room.discard(from, to) };
    }

    /// `Runtime.totalMemory`.
    pub fn total(&self) -> usize {
        let half = self.half();
        half.limit - self.base_of(half.index)
    }

    /// `Runtime.freeMemory`.
    pub fn free(&self) -> usize {
        let half = self.half();
        half.limit.saturating_sub(half.top)
    }

    /// `Runtime.maxMemory`.
    pub fn maximum(&self) -> usize {
        self.maximum
    }

    /// Room behind the maximum for identity hashes.
    fn slack(maximum: usize) -> usize {
        (maximum / 16).next_multiple_of(PAGE)
    }

    /// Whether more objects were hashed than a collection has room for.
    pub(crate) fn too_many_hashed(&self) -> bool {
        self.hashed.load(Ordering::Relaxed) * 8 + 64 > Self::slack(self.maximum)
    }

    /// Collections so far.
    pub fn collections(&self) -> usize {
        self.collections.load(Ordering::Relaxed)
    }
}
