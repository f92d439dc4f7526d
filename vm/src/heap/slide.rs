//! The second half of full collections: references are updated and what lives slides down.
//!
//! Several threads take regions of the old generation in order. References of a region are updated at once: new addresses
//! follow from tables that do not change. Its objects move when all regions whose room they take have moved.

use super::bitmap::Bitmap;
use super::mark::LONG;
use super::space::Heap;
use super::workers::Workers;
use crate::class::{ReferenceKind, ValueKind};
use crate::object::{HashState, Ref, array_base};
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Elements of a long array that are updated at a time.
const PART: u32 = 8 << 10;
/// Bytes of a region, more or less: regions end where objects do.
const REGION: usize = 256 << 10;

pub(super) struct Mover<'v> {
    pub heap: &'v Heap,
    pub bitmap: &'v Bitmap,
    pub referent: u32,
    /// Whether arrays of [`LONG`] references and more are updated apart.
    pub split: bool,
}

/// Objects (new addresses) whose hash goes into the heap's table.
type Kept = Vec<(Ref, i32)>;

impl Mover<'_> {
    #[inline(always)]
    fn update(&self, slot: usize) {
        // SAFETY: a slot of a live object that has not moved yet; its referent is live.
        unsafe {
            let value = (slot as *const u32).read();
            if value != 0 {
                (slot as *mut u32).write(self.bitmap.forward(value as usize) as u32);
            }
        }
    }

    #[inline(always)]
    fn update_range(&self, from: usize, count: u32) {
        for index in 0..count as usize {
            self.update(from + index * 4);
        }
    }

    /// Updates an object's references; its size.
    #[inline(always)]
    fn update_object(&self, at: usize) -> usize {
        // SAFETY: `at` is the start of a marked object that has not moved.
        let object = unsafe { Ref::from_raw(at as u32) };
        let class = object.class();
        if class.is_array() {
            if class.element == ValueKind::Ref && !(self.split && object.length() >= LONG) {
                self.update_range(at + array_base(ValueKind::Ref) as usize, object.length());
            }
        } else {
            for range in class.ref_map {
                self.update_range(at + range.offset as usize, range.count);
            }
            if class.reference_kind != ReferenceKind::None {
                self.update(at + self.referent as usize);
            }
        }
        object.size()
    }

    /// Prepares the header of an object that is about to move.
    #[inline(always)]
    fn prepare(&self, at: usize, to: usize, kept: &mut Kept) {
        // SAFETY: `at` is the start of a live object that has not moved.
        let object = unsafe { Ref::from_raw(at as u32) };
        let mut state = object.state();
        if state.hash() == HashState::Hashed {
            let hash = object.identity_hash();
            state = state.with_hash(HashState::Kept);
            object.set::<u32>(4, state.0);
            // SAFETY: the object lies there in a moment.
            kept.push((unsafe { Ref::from_raw(to as u32) }, hash));
        }
        if at >= self.heap.old_most {
            object.set::<u32>(4, state.with_age(0).0);
        }
    }

    /// Updates and moves everything in one pass.
    #[inline(always)]
    fn alone(&self, spaces: &[Range<usize>]) -> Kept {
        let mut kept = Vec::new();
        for space in spaces {
            let mut next = space.start;
            while let Some(at) = self.bitmap.next(next, space.end) {
                let size = self.update_object(at);
                let to = self.bitmap.forward(at);
                if to != at {
                    self.prepare(at, to, &mut kept);
                    // SAFETY: what lay at the target has moved further down or is dead; the ranges may overlap.
                    unsafe { std::ptr::copy(at as *const u64, to as *mut u64, size / 8) };
                }
                self.heap.offsets.note(to, to + size);
                next = at + size;
            }
        }
        kept
    }

    /// Regions as long as there are any.
    #[inline(always)]
    fn regions(&self, plan: &Plan) -> Kept {
        let mut kept = Vec::new();
        while let Some(&(from, count)) = plan.parts.get(plan.next_part.fetch_add(1, Ordering::Relaxed)) {
            self.update_range(from, count);
            plan.parts_done.fetch_add(1, Ordering::Release);
        }
        loop {
            let index = plan.next.fetch_add(1, Ordering::Relaxed);
            let Some(region) = plan.regions.get(index) else { return kept };
            if region.moves() {
                self.prepare_region(region, &mut kept);
                plan.wait(region.behind);
                self.move_region(region);
            } else {
                let mut next = region.from;
                while let Some(at) = self.bitmap.next(next, region.end) {
                    next = at + self.update_object(at);
                }
            }
            region.done.store(true, Ordering::Release);
        }
    }

    /// All that can be done before the objects move: other regions have to wait for that.
    #[inline(always)]
    fn prepare_region(&self, region: &Region, kept: &mut Kept) {
        let first_card = region.target / super::CARD_SIZE;
        let (mut next, mut to) = (region.from, region.target);
        while let Some(at) = self.bitmap.next(next, region.end) {
            let size = self.update_object(at);
            if to != at {
                self.prepare(at, to, kept);
            }
            // The first card is shared with the region below: `Plan::note_first`.
            if to / super::CARD_SIZE == first_card {
                self.heap.offsets.note_reach(to, to + size);
            } else {
                self.heap.offsets.note(to, to + size);
            }
            to += size;
            next = at + size;
        }
    }

    /// Moves what lives, as much at a time as lies together.
    #[inline(always)]
    fn move_region(&self, region: &Region) {
        let (mut next, mut to) = (region.from, region.target);
        while let Some(at) = self.bitmap.next(next, region.end) {
            next = self.bitmap.gap(at, region.end);
            if to != at {
                // SAFETY: what lay at the target has moved further down or is dead; the ranges may overlap.
                unsafe { std::ptr::copy(at as *const u64, to as *mut u64, (next - at) / 8) };
            }
            to += next - at;
        }
    }
}

#[derive(Debug)]
struct Region {
    from: usize,
    end: usize,
    /// Where what lives here goes, and where that ends.
    target: usize,
    target_end: usize,
    /// So many regions must have moved before this one may.
    behind: usize,
    done: AtomicBool,
}

impl Region {
    /// Whether anything lives here that changes its place.
    fn moves(&self) -> bool {
        self.target != self.target_end && (self.target != self.from || self.target_end != self.end)
    }
}

#[derive(Debug)]
struct Plan {
    regions: Vec<Region>,
    next: AtomicUsize,
    /// Parts of long arrays, which are updated first: address and number of elements.
    parts: Vec<(usize, u32)>,
    next_part: AtomicUsize,
    parts_done: AtomicUsize,
    /// Regions from the first on that have moved.
    moved: AtomicUsize,
}

impl Plan {
    /// Cuts the old generation into regions; the young spaces, whose objects' starts are not on record, are one each.
    fn new(heap: &Heap, bitmap: &Bitmap, spaces: &[Range<usize>], end: usize, long: &[Ref]) -> Self {
        // Zeal mode: many regions even where little lives.
        let size = if heap.options.zeal > 0 { 2 << 10 } else { REGION };
        let mut regions: Vec<Region> = Vec::new();
        let mut add = |from: usize, end: usize| {
            let target = bitmap.forward(from);
            let region = Region { from, end, target, target_end: 0, behind: 0, done: AtomicBool::new(false) };
            regions.push(region);
        };
        for (number, space) in spaces.iter().enumerate().filter(|(_, s)| !s.is_empty()) {
            let mut from = space.start;
            while number == 0 && space.end - from > size {
                let next = object_from(heap, from + size, space.end);
                if next == space.end {
                    break;
                }
                add(from, next);
                from = next;
            }
            add(from, space.end);
        }
        for index in 0..regions.len() {
            let target_end = regions.get(index + 1).map_or(end, |next| next.target);
            let below = regions.partition_point(|region| region.from < target_end);
            regions[index].target_end = target_end;
            regions[index].behind = below.min(index);
        }
        let first = array_base(ValueKind::Ref) as usize;
        let parts = long.iter().flat_map(|array| {
            let (slots, length) = (array.raw() as usize + first, array.length());
            (0..length).step_by(PART as usize).map(move |at| (slots + at as usize * 4, PART.min(length - at)))
        });
        Self {
            regions,
            next: AtomicUsize::new(0),
            parts: parts.collect(),
            next_part: AtomicUsize::new(0),
            parts_done: AtomicUsize::new(0),
            moved: AtomicUsize::new(0),
        }
    }

    /// Waits until `count` regions have moved.
    fn wait(&self, count: usize) {
        let mut spins = 0;
        loop {
            let mut moved = self.moved.load(Ordering::Acquire);
            if moved >= count && self.parts_done.load(Ordering::Acquire) == self.parts.len() {
                return;
            }
            while moved < count && self.regions[moved].done.load(Ordering::Acquire) {
                moved += 1;
            }
            self.moved.fetch_max(moved, Ordering::AcqRel);
            spins += 1;
            if spins < 500 { std::hint::spin_loop() } else { std::thread::yield_now() }
        }
    }

    /// Notes the objects that start in the cards where regions meet.
    fn note_first(&self, heap: &Heap) {
        for region in self.regions.iter().filter(|region| region.target != region.target_end) {
            let card = region.target / super::CARD_SIZE;
            let mut at = region.target;
            while at < region.target_end && at / super::CARD_SIZE == card {
                // SAFETY: everything lies at its new place.
                let size = unsafe { Ref::from_raw(at as u32) }.size();
                heap.offsets.note_start(at);
                at += size;
            }
        }
    }
}

/// The first object of the old generation that starts at `from` or above.
fn object_from(heap: &Heap, from: usize, end: usize) -> usize {
    let mut at = heap.offsets.before(from);
    while at < from {
        // SAFETY: the old generation is a sequence of objects up to its top.
        at += unsafe { Ref::from_raw(at as u32) }.size();
    }
    at.min(end)
}

fn popcnt() -> bool {
    std::is_x86_feature_detected!("popcnt")
}

/// Forwarding counts bits: much faster with the instruction for it, which the base architecture lacks.
#[target_feature(enable = "popcnt")]
fn alone_with_popcnt(mover: &Mover<'_>, spaces: &[Range<usize>]) -> Kept {
    mover.alone(spaces)
}

#[target_feature(enable = "popcnt")]
fn regions_with_popcnt(mover: &Mover<'_>, plan: &Plan) -> Kept {
    mover.regions(plan)
}

/// Moves everything, on this thread.
pub(super) fn alone(mover: &Mover<'_>, spaces: &[Range<usize>]) -> Kept {
    if popcnt() {
        // SAFETY: the processor has the instruction.
        return unsafe { alone_with_popcnt(mover, spaces) };
    }
    mover.alone(spaces)
}

/// Moves everything, up to `end`, on all threads.
pub(super) fn together(
    workers: &Workers,
    mover: &Mover<'_>,
    spaces: &[Range<usize>],
    end: usize,
    long: &[Ref],
) -> Kept {
    let plan = Plan::new(mover.heap, mover.bitmap, spaces, end, long);
    let all = Mutex::new(Vec::new());
    workers.run(&|_| {
        let mut kept = if popcnt() {
            // SAFETY: the processor has the instruction.
            unsafe { regions_with_popcnt(mover, &plan) }
        } else {
            mover.regions(&plan)
        };
        all.lock().unwrap_or_else(|e| e.into_inner()).append(&mut kept);
    });
    plan.note_first(mover.heap);
    all.into_inner().unwrap_or_else(|e| e.into_inner())
}
