//! The heap's address range below 4 GiB: the old generation, then two survivor halves and eden.

use super::barrier;
use super::bitmap::Bitmap;
use super::offsets::Offsets;
use super::workers::Workers;
use crate::error::VmError;
use crate::memory::{PAGE, Reservation};
use crate::object::Ref;
use hashbrown::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard};

/// What the command line says about the heap.
#[derive(Debug, Clone)]
pub struct HeapOptions {
    /// `-Xms`: the heap does not shrink below it, and no full collection happens before it is used.
    pub initial: usize,
    /// `-Xmx`: a hard limit on what is live.
    pub maximum: usize,
    /// `-Xmn`, `-XX:NewSize`: size of the young generation to start with.
    pub young_initial: Option<usize>,
    /// `-Xmn`, `-XX:MaxNewSize`, `-XX:NewRatio`: its largest size.
    pub young_maximum: Option<usize>,
    /// `-XX:SoftRefLRUPolicyMSPerMB`: milliseconds a soft reference lasts for each free MiB.
    pub soft_millis: u64,
    /// `-XX:GCZeal=N`: collect at every Nth allocation, poison freed space, verify the heap; 0: off.
    pub zeal: usize,
    /// `-XX:ParallelGCThreads=N`: threads that collect; as many as there are processors if not said.
    pub threads: Option<usize>,
    /// `-verbose:gc`
    pub verbose: bool,
}

impl Default for HeapOptions {
    fn default() -> Self {
        Self {
            initial: 128 << 20,
            maximum: Heap::LARGEST,
            young_initial: None,
            young_maximum: None,
            soft_millis: 1000,
            zeal: 0,
            threads: None,
            verbose: false,
        }
    }
}

/// A space that is filled from its bottom. Allocation and the collector change it.
#[derive(Debug, Default)]
pub(super) struct Space {
    /// First address.
    pub base: usize,
    /// Next free address.
    pub top: AtomicUsize,
    /// Allocation ends here.
    pub end: AtomicUsize,
    /// Above this address nothing was written since the memory was last given back.
    pub touched: AtomicUsize,
}

impl Space {
    fn new(base: usize, size: usize) -> Self {
        Self {
            base,
            top: AtomicUsize::new(base),
            end: AtomicUsize::new(base + size),
            touched: AtomicUsize::new(base),
        }
    }

    pub fn top(&self) -> usize {
        self.top.load(Ordering::Relaxed)
    }

    pub fn end(&self) -> usize {
        self.end.load(Ordering::Relaxed)
    }

    pub fn used(&self) -> usize {
        self.top() - self.base
    }

    pub fn capacity(&self) -> usize {
        self.end() - self.base
    }

    pub fn set_top(&self, top: usize) {
        self.top.store(top, Ordering::Relaxed);
        self.touched.fetch_max(top, Ordering::Relaxed);
    }

    pub fn set_capacity(&self, size: usize) {
        self.end.store(self.base + size, Ordering::Relaxed);
    }
}

/// What the sizing policy learns from collection to collection.
#[derive(Debug)]
pub(super) struct Policy {
    /// Size eden would like to have.
    pub eden: usize,
    /// Largest size of eden.
    pub eden_most: usize,
    /// Age at which survivors are promoted.
    pub threshold: u32,
    /// Bytes recent nursery collections promoted, padded.
    pub promoted: usize,
    /// What collecting the nursery cost lately at most: nanoseconds for each KiB of eden.
    pub cost: u64,
    /// The last nursery collection took so long that other processes may have had part of the time: the next is measured by its own.
    pub doubtful: bool,
    /// Size eden got at the last full collection.
    pub granted: usize,
    /// Free bytes after the last full collection, for soft references.
    pub free: usize,
    /// When the last collection ended, in nanoseconds since the start.
    pub last_end: u64,
    /// Zeal: whether the next collection is a full one.
    pub zeal_full: bool,
}

/// The heap.
#[derive(Debug)]
pub struct Heap {
    room: Reservation,
    _cards: Reservation,
    pub(super) offsets: Offsets,
    pub(super) bitmap: Bitmap,
    maximum: usize,
    /// Options.
    pub options: HeapOptions,
    /// Its `end` is the limit beyond which allocation collects first.
    pub(super) old: Space,
    /// First address behind what the old generation may ever use.
    pub(super) old_most: usize,
    /// The survivor halves; `from` says which one holds objects.
    pub(super) survivors: [Space; 2],
    pub(super) from: AtomicUsize,
    pub(super) eden: Space,
    /// Held while allocating in the old generation.
    pub(super) old_lock: Mutex<()>,
    pub(super) policy: Mutex<Policy>,
    pub(super) workers: Workers,
    /// Hashes of objects in state `Kept`, by address.
    pub(super) hashes: Mutex<HashMap<u32, i32>>,
    pub(super) allocations: AtomicUsize,
    pub(super) collections: AtomicUsize,
    pub(super) pause_nanos: AtomicUsize,
    /// Objects whose identity hash was asked for since the last collection: each grows by 8 bytes when it moves.
    pub(super) hashed: AtomicUsize,
}

const UNIT: usize = 64 << 10;
/// Room behind the old generation for identity hashes of promoted objects.
const SLACK: usize = 8 << 20;
/// Size of eden to begin with.
const EDEN: usize = 1 << 20;
/// Where the room for the heap ends at most.
const TOP: usize = 0xffff_0000;

impl Heap {
    /// Largest `-Xmx` that fits below 4 GiB.
    pub const LARGEST: usize = 3 << 30;
    const HINT: usize = 0x3000_0000;

    /// Reserves the heap.
    pub fn new(mut options: HeapOptions) -> Result<Self, VmError> {
        options.maximum = options.maximum.clamp(2 << 20, Self::LARGEST).next_multiple_of(PAGE);
        options.initial = options.initial.clamp(1 << 20, options.maximum).next_multiple_of(PAGE);
        let maximum = options.maximum;
        let old_size = (maximum + SLACK).next_multiple_of(UNIT);
        let young_room = (TOP - Self::HINT - old_size).min(1 << 30);
        // The whole young generation: eden and two survivor halves of an eighth of it each.
        let most = options.young_maximum.unwrap_or((maximum / 4).min(192 << 20));
        let most = most.max(options.young_initial.unwrap_or(0)).min(young_room).min(maximum / 4 * 3);
        let eden_most = ((most / 10 * 8) & !(UNIT - 1)).max(UNIT * 2);
        let survivor_room = (eden_most / 8).next_multiple_of(UNIT);
        let room = Reservation::low(old_size + eden_most + UNIT + survivor_room * 2, Self::HINT, "heap")?;
        let cards = barrier::reserve()?;
        let base = room.base();
        let eden = options.young_initial.map_or(EDEN, |young| (young / 10 * 8) & !(UNIT - 1));
        let eden = eden.min(eden_most).max(UNIT * 2).min((maximum / 3) & !(UNIT - 1));
        let survivor = (eden / 8).next_multiple_of(UNIT);
        let young = base + old_size;
        let old_limit = (options.initial.max(8 << 20).min(maximum) / 3 * 2).min(maximum - eden - survivor);
        let policy = Policy {
            eden,
            eden_most,
            threshold: 15,
            promoted: 0,
            cost: 0,
            doubtful: false,
            granted: eden,
            free: maximum,
            last_end: 0,
            zeal_full: false,
        };
        let workers = Workers::new(options.threads);
        Ok(Self {
            _cards: cards,
            offsets: Offsets::new(base, old_size)?,
            bitmap: Bitmap::new(base, room.size())?,
            maximum,
            options,
            old: Space::new(base, old_limit),
            old_most: base + old_size,
            survivors: [Space::new(young, survivor), Space::new(young + survivor_room, survivor)],
            from: AtomicUsize::new(0),
            eden: Space::new(young + survivor_room * 2, eden),
            old_lock: Mutex::new(()),
            policy: Mutex::new(policy),
            workers,
            hashes: Mutex::new(HashMap::new()),
            allocations: AtomicUsize::new(0),
            collections: AtomicUsize::new(0),
            pause_nanos: AtomicUsize::new(0),
            hashed: AtomicUsize::new(0),
            room,
        })
    }

    /// First address of the young generation; everything above is young, the old generation lies below.
    #[inline(always)]
    pub(super) fn young_base(&self) -> usize {
        self.old_most
    }

    /// Whether an object is young.
    #[inline]
    pub(crate) fn is_young(&self, object: Ref) -> bool {
        object.raw() as usize >= self.young_base()
    }

    /// The survivor half that holds objects.
    pub(super) fn survivor_space(&self) -> &Space {
        &self.survivors[self.from.load(Ordering::Relaxed)]
    }

    /// The empty survivor half.
    pub(super) fn spare_space(&self) -> &Space {
        &self.survivors[1 - self.from.load(Ordering::Relaxed)]
    }

    pub(super) fn policy(&self) -> MutexGuard<'_, Policy> {
        self.policy.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// Gives memory of the heap back from `from` on.
    ///
    /// # Safety
    /// Nothing in the range may be in use.
    pub(super) unsafe fn discard(&self, from: usize, to: usize) {
        // SAFETY: passed on.
        unsafe { self.room.discard(from, to) };
    }

    /// Bytes in use, the unused ends of threads' buffers included.
    pub fn used(&self) -> usize {
        self.old.used() + self.survivor_space().used() + self.eden.used()
    }

    /// `Runtime.totalMemory`: the generations as far as they are in use now, one survivor half left out.
    pub fn total(&self) -> usize {
        let old = self.old.capacity().max(self.old.used());
        old + self.eden.capacity().max(self.eden.used()) + self.survivor_space().capacity()
    }

    /// `Runtime.freeMemory`.
    pub fn free(&self) -> usize {
        self.total().saturating_sub(self.used())
    }

    /// `Runtime.maxMemory`.
    pub fn maximum(&self) -> usize {
        self.maximum
    }

    /// Whether more objects were hashed than a collection has room for.
    pub(super) fn too_many_hashed(&self) -> bool {
        self.hashed.load(Ordering::Relaxed) * 8 + 4096 > SLACK
    }

    /// Whether a nursery collection may find everything alive and still has room for it.
    pub(super) fn room_to_promote(&self) -> bool {
        let most = self.eden.used() + self.survivor_space().used() + SLACK;
        self.old.top() + most <= self.old_most
    }

    /// Size of a survivor half: an eighth of eden. In a large heap eden may be small because much survives.
    pub(super) fn survivor_size(&self, eden: usize) -> usize {
        let least = (self.maximum / 128).min(1 << 20);
        (eden / 8).max(least).next_multiple_of(UNIT).min(self.eden.base - self.survivors[1].base)
    }

    /// The identity hash of an object in state `Kept`.
    pub(crate) fn kept_hash(&self, object: Ref) -> i32 {
        let hashes = self.hashes.lock().unwrap_or_else(|e| e.into_inner());
        match hashes.get(&object.raw()) {
            Some(&hash) => hash,
            None => crate::fatal("an object's identity hash is lost"),
        }
    }

    /// Sizes the generations for `live` bytes in the old one and a large object of `wanted` bytes to come.
    /// Returns whether little objects find room.
    pub(super) fn resize(&self, live: usize, wanted: usize, policy: &mut Policy) -> bool {
        let free = self.maximum.saturating_sub(live + self.survivor_space().used());
        // Less than 2% free: a program would do nothing but collect.
        let exhausted = free < (self.maximum / 50).max(UNIT);
        let room = if exhausted { 0 } else { free.saturating_sub(wanted) };
        let part = (room / 3).max(if exhausted { 0 } else { UNIT.min(free) });
        let eden = policy.eden.min(part) & !(UNIT - 1);
        let survivor = self.survivor_size(eden);
        policy.granted = eden;
        self.eden.set_capacity(eden);
        for half in &self.survivors {
            half.set_capacity(survivor.max(half.used()));
        }
        let grown = (live + live / 4 * 3 + wanted).max(self.options.initial / 3 * 2);
        let most = self.maximum.saturating_sub(eden + survivor);
        self.old.set_capacity(grown.min(most));
        !exhausted
    }

    /// Collections so far.
    pub fn collections(&self) -> usize {
        self.collections.load(Ordering::Relaxed)
    }
}
