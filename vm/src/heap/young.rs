//! Nursery collections: what lives in eden and the survivor half is copied to the other half or, when it is old enough
//! or finds no room there, to the old generation.

use super::barrier::{CARD_CLEAN, CARD_SIZE, LINE, card, mark_card, prefetch};
use super::space::{Heap, Space};
use super::weak::References;
use crate::Vm;
use crate::class::{ReferenceKind, ValueKind};
use crate::object::{HashState, LockState, Ref, State, array_base, array_size};
use crate::thread::WorldStopped;
use std::sync::atomic::Ordering;

/// Runs a nursery collection. The old generation has room for everything (`Heap::room_to_promote`).
pub(super) fn collect(vm: &Vm, world: &WorldStopped<'_>) -> Outcome {
    let heap = &vm.heap;
    let to = heap.spare_space();
    let threshold = heap.policy().threshold;
    vm.monitors.deflate();
    let references = References::new(vm, false);
    let mut nursery = Nursery {
        heap,
        young: heap.young_base() as u32,
        to_top: to.base,
        to_end: to.end(),
        old_top: heap.old.top(),
        threshold,
        sizes: [0; 16],
        references,
    };
    let old_start = nursery.old_top;
    super::roots::each_root(vm, world, |r| nursery.keep(r));
    nursery.scan_cards(old_start);
    nursery.drain(to, old_start);
    let mut references = std::mem::take(&mut nursery.references);
    let young = nursery.young;
    references.process(vm, |r| moved(young, r));
    vm.monitors.update(|r| moved(young, r));
    vm.strings.update_young(|r| moved(young, r));
    nursery.finish(old_start)
}

/// What a nursery collection did.
#[derive(Debug)]
pub(super) struct Outcome {
    /// Bytes promoted.
    pub promoted: usize,
    /// Bytes that survived and stay young.
    pub survived: usize,
    /// Age at which to promote from now on.
    pub threshold: u32,
}

/// Where an object is now, if it lives.
fn moved(young: u32, object: Ref) -> Option<Ref> {
    if object.raw() < young { Some(object) } else { object.forwarded() }
}

struct Nursery<'v> {
    heap: &'v Heap,
    /// First address of the young generation.
    young: u32,
    to_top: usize,
    to_end: usize,
    old_top: usize,
    threshold: u32,
    /// Bytes that live by age, promoted or not: else a collection that promotes everything is followed by one that
    /// promotes nothing.
    sizes: [usize; 16],
    references: References,
}

impl Nursery<'_> {
    /// The new address of a reachable object (not null).
    #[inline(always)]
    fn keep(&mut self, object: Ref) -> Ref {
        if object.raw() < self.young {
            return object;
        }
        let state = object.state();
        if state.0 & 3 == LockState::Forwarded as u32 {
            // SAFETY: the collector left the new address in the class's place.
            return unsafe { Ref::from_raw(object.get::<u32>(0)) };
        }
        self.copy(object, state)
    }

    #[inline]
    fn copy(&mut self, object: Ref, state: State) -> Ref {
        let class = object.class();
        let plain = match class.element_kind() {
            None => class.instance_size as usize,
            Some(kind) => array_size(kind, object.length()),
        };
        let size = if state.hash() == HashState::None { plain } else { plain + 8 };
        let age = state.age() + 1;
        let promote = age >= self.threshold || self.to_top + size > self.to_end;
        let at = if promote {
            let at = self.old_top;
            self.old_top += size;
            if self.old_top > self.heap.old_most {
                crate::fatal("the nursery does not fit into the old generation");
            }
            self.heap.offsets.note(at, at + size);
            at
        } else {
            let at = self.to_top;
            self.to_top += size;
            at
        };
        self.sizes[age as usize & 15] += size;
        // SAFETY: the target is free and large enough; the source is a whole object. Sizes are multiples of 8.
        let new = unsafe {
            copy_words(object.raw() as usize as *const u64, at as *mut u64, plain / 8);
            Ref::from_raw(at as u32)
        };
        let mut state = state.with_age(if promote { 0 } else { age.min(15) });
        if state.hash() != HashState::None {
            let hash = object.identity_hash();
            new.set::<u64>(plain as u32, u64::from(hash as u32));
            state = state.with_hash(HashState::Stored);
        }
        new.set::<u32>(4, state.0);
        object.set::<u32>(0, new.raw());
        object.set::<u32>(4, LockState::Forwarded as u32);
        new
    }

    /// Old objects on dirty cards are roots. A card stays dirty while it leads to young objects.
    fn scan_cards(&mut self, old_top: usize) {
        let base = self.heap.old.base;
        let mut at = base;
        // Dirty cards lie anywhere: their lines are fetched while those before are scanned.
        let mut ring = [(0, 0); 8];
        let mut turn = 0;
        let mut held = 0;
        loop {
            let mut run = (0, 0);
            if let Some(low) = next_dirty(at, old_top) {
                let mut high = low;
                while high < old_top && card(high).load(Ordering::Relaxed) != CARD_CLEAN {
                    card(high).store(CARD_CLEAN, Ordering::Relaxed);
                    high += CARD_SIZE;
                }
                prefetch(self.heap.offsets.before(low));
                prefetch(low + LINE);
                prefetch(low + LINE * 3);
                run = (low, high.min(old_top));
                at = high;
                held += 1;
            } else if held == 0 {
                return;
            } else {
                at = old_top;
            }
            let (low, end) = std::mem::replace(&mut ring[turn % 8], run);
            turn += 1;
            if end != 0 {
                held -= 1;
                self.scan_run(low, end);
            }
        }
    }

    /// The slots in `low..end` of the old generation.
    fn scan_run(&mut self, low: usize, end: usize) {
        let mut next = self.heap.offsets.before(low);
        while next < end {
            // SAFETY: the old generation is a sequence of objects up to its top.
            let object = unsafe { Ref::from_raw(next as u32) };
            let size = object.size();
            self.scan_part(object, low, end);
            next += size;
        }
    }

    /// The slots of an old object that lie in `low..end`.
    fn scan_part(&mut self, object: Ref, low: usize, end: usize) {
        let start = object.raw() as usize;
        let class = object.class();
        if class.is_array() {
            if class.element == ValueKind::Ref {
                let first = start + array_base(ValueKind::Ref) as usize;
                let last = first + object.length() as usize * 4;
                self.scan_range::<true>(first.max(low), last.min(end));
            }
            return;
        }
        for range in class.ref_map {
            let first = start + range.offset as usize;
            self.scan_range::<true>(first.max(low), (first + range.count as usize * 4).min(end));
        }
        if class.reference_kind != ReferenceKind::None {
            let slot = start + self.references.referent as usize;
            if (low..end).contains(&slot) {
                self.discover::<true>(object, class.reference_kind);
            }
        }
    }

    /// Slots from `from` to `to`; `OLD`: of an old object.
    #[inline(always)]
    fn scan_range<const OLD: bool>(&mut self, from: usize, to: usize) {
        let mut slot = from;
        while slot < to {
            // SAFETY: a slot of a live object.
            let value = unsafe { (slot as *const u32).read() };
            if value >= self.young {
                // SAFETY: slots hold references.
                let new = self.keep(unsafe { Ref::from_raw(value) });
                // SAFETY: as above.
                unsafe { (slot as *mut u32).write(new.raw()) };
                if OLD && new.raw() >= self.young {
                    mark_card(slot);
                }
            }
            slot += 4;
        }
    }

    #[inline(always)]
    fn scan<const OLD: bool>(&mut self, object: Ref) -> usize {
        let class = object.class();
        let start = object.raw() as usize;
        let size = match class.element_kind() {
            Some(kind) => {
                let length = object.length();
                if kind == ValueKind::Ref {
                    let first = start + array_base(ValueKind::Ref) as usize;
                    self.scan_range::<OLD>(first, first + length as usize * 4);
                }
                array_size(kind, length)
            }
            None => {
                for range in class.ref_map {
                    let first = start + range.offset as usize;
                    self.scan_range::<OLD>(first, first + range.count as usize * 4);
                }
                if class.reference_kind != ReferenceKind::None {
                    self.discover::<OLD>(object, class.reference_kind);
                }
                class.instance_size as usize
            }
        };
        if object.state().hash() == HashState::Stored { size + 8 } else { size }
    }

    #[cold]
    fn discover<const OLD: bool>(&mut self, object: Ref, kind: ReferenceKind) {
        if self.references.is_strong(object, kind) {
            let slot = object.raw() as usize + self.references.referent as usize;
            self.scan_range::<OLD>(slot, slot + 4);
        } else if object.get::<u32>(self.references.referent) >= self.young {
            self.references.discovered.push(object);
        }
    }

    /// Scans what was copied until nothing new appears.
    fn drain(&mut self, to: &Space, old_start: usize) {
        let (mut survivor, mut promoted) = (to.base, old_start);
        while survivor < self.to_top || promoted < self.old_top {
            while promoted < self.old_top {
                // SAFETY: whole objects lie up to `old_top`.
                promoted += self.scan::<true>(unsafe { Ref::from_raw(promoted as u32) });
            }
            while survivor < self.to_top {
                // SAFETY: whole objects lie up to `to_top`.
                survivor += self.scan::<false>(unsafe { Ref::from_raw(survivor as u32) });
            }
        }
    }

    fn finish(self, old_start: usize) -> Outcome {
        let heap = self.heap;
        let (from, to) = (heap.survivor_space(), heap.spare_space());
        if heap.options.zeal > 0 {
            // SAFETY: nothing refers to these objects any more.
            unsafe {
                std::ptr::write_bytes(heap.eden.base as *mut u8, 0xf1, heap.eden.used());
                std::ptr::write_bytes(from.base as *mut u8, 0xf1, from.used());
            }
        }
        let survived = self.to_top - to.base;
        let allocated = heap.eden.used();
        heap.old.set_top(self.old_top);
        to.set_top(self.to_top);
        heap.eden.set_top(heap.eden.base);
        from.set_top(from.base);
        heap.from.store(1 - heap.from.load(Ordering::Relaxed), Ordering::Relaxed);
        heap.hashed.store(0, Ordering::Relaxed);
        // Promote from the age on where survivors would fill more than half of their space.
        let desired = to.capacity() / 2;
        // Where most of eden lives there is nothing to wait for: survivors would only be copied again.
        let mut total = if self.sizes[1] > allocated / 2 { desired } else { 0 };
        let mut threshold = 1;
        while threshold < 15 {
            total += self.sizes[threshold];
            if total > desired {
                break;
            }
            threshold += 1;
        }
        Outcome { promoted: self.old_top - old_start, survived, threshold: threshold as u32 }
    }
}

/// The first dirty card's address in `from..to` (both at card boundaries, or `to` the top).
fn next_dirty(from: usize, to: usize) -> Option<usize> {
    let mut at = from;
    while at < to {
        let entry = std::ptr::from_ref(card(at)).cast::<u8>();
        if entry.addr().is_multiple_of(64) && at + CARD_SIZE * 64 <= to {
            // SAFETY: cards of `at..to`.
            let line = unsafe { entry.cast::<[u64; 8]>().read() };
            if line.iter().fold(0, |all, word| all | word) == 0 {
                at += CARD_SIZE * 64;
                continue;
            }
        }
        if entry.addr().is_multiple_of(8) {
            // SAFETY: the table goes on beyond the heap's end.
            if unsafe { entry.cast::<u64>().read() } == 0 {
                at += CARD_SIZE * 8;
                continue;
            }
        }
        // SAFETY: as above.
        if unsafe { entry.read() } != CARD_CLEAN {
            return Some(at);
        }
        at += CARD_SIZE;
    }
    None
}

/// # Safety
/// Both are valid for `words` words and do not overlap.
#[inline(always)]
unsafe fn copy_words(from: *const u64, to: *mut u64, words: usize) {
    // SAFETY: the caller's contract.
    unsafe {
        if words <= 8 {
            for index in 0..words {
                to.add(index).write(from.add(index).read());
            }
        } else {
            std::ptr::copy_nonoverlapping(from, to, words);
        }
    }
}
