//! The second half of full collections: references are updated and what lives slides down.
//!
//! Several threads take regions of the old generation in order. References of a region are updated at once: new addresses
//! follow from tables that do not change. Its objects move when all regions whose room they take have moved.

use super::bitmap::Bitmap;
use super::space::Heap;
use super::workers::Workers;
use crate::class::{ReferenceKind, ValueKind};
use crate::object::{HashState, Ref, array_base};
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Bytes of a region, more or less: regions end where objects do.
const REGION: usize = 256 << 10;

pub(super) struct Mover<'v> {
    pub heap: &'v Heap,
    pub bitmap: &'v Bitmap,
    pub referent: u32,
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
            if class.element == ValueKind::Ref {
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

    /// Moves an object of `size` bytes.
    #[inline(always)]
    fn shift(&self, at: usize, to: usize, size: usize, kept: &mut Kept) {
        if to != at {
            // SAFETY: `at` is the start of a live object that has not moved.
            let object = unsafe { Ref::from_raw(at as u32) };
            let state = object.state();
            if state.hash() == HashState::Hashed {
                let hash = object.identity_hash();
                object.set::<u32>(4, state.with_hash(HashState::Kept).0);
                // SAFETY: the object lies there in a moment.
                kept.push((unsafe { Ref::from_raw(to as u32) }, hash));
            }
            // SAFETY: what lay at the target has moved further down or is dead; the ranges may overlap.
            unsafe { std::ptr::copy(at as *const u64, to as *mut u64, size / 8) };
        }
        if at >= self.heap.old_most {
            // SAFETY: the object lies there now.
            let object = unsafe { Ref::from_raw(to as u32) };
            object.set::<u32>(4, object.state().with_age(0).0);
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
                self.shift(at, to, size, &mut kept);
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
        loop {
            let index = plan.next.fetch_add(1, Ordering::Relaxed);
            let Some(region) = plan.regions.get(index) else { return kept };
            let mut next = region.from;
            while let Some(at) = self.bitmap.next(next, region.end) {
                next = at + self.update_object(at);
            }
            if region.moves() {
                plan.wait(region.behind);
                self.move_region(region, &mut kept);
            }
            region.done.store(true, Ordering::Release);
        }
    }

    #[inline(always)]
    fn move_region(&self, region: &Region, kept: &mut Kept) {
        let first_card = region.target / super::CARD_SIZE;
        let (mut next, mut to) = (region.from, region.target);
        while let Some(at) = self.bitmap.next(next, region.end) {
            // SAFETY: the start of a live object that has not moved.
            let size = unsafe { Ref::from_raw(at as u32) }.size();
            self.shift(at, to, size, kept);
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
    /// Regions from the first on that have moved.
    moved: AtomicUsize,
}

impl Plan {
    /// Cuts the old generation into regions; the young spaces, whose objects' starts are not on record, are one each.
    fn new(heap: &Heap, bitmap: &Bitmap, spaces: &[Range<usize>], end: usize) -> Self {
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
        Self { regions, next: AtomicUsize::new(0), moved: AtomicUsize::new(0) }
    }

    /// Waits until `count` regions have moved.
    fn wait(&self, count: usize) {
        let mut spins = 0;
        loop {
            let mut moved = self.moved.load(Ordering::Acquire);
            if moved >= count {
                return;
            }
            while self.regions[moved].done.load(Ordering::Acquire) {
                moved += 1;
                if moved >= count {
                    break;
                }
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
pub(super) fn together(workers: &Workers, mover: &Mover<'_>, spaces: &[Range<usize>], end: usize) -> Kept {
    let plan = Plan::new(mover.heap, mover.bitmap, spaces, end);
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
