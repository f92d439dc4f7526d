//! Full collections: everything that lives is marked, then slides to the bottom of the old generation. The young
//! generation is empty afterwards.

use super::barrier::{card_base, prefetch};
use super::bitmap::Bitmap;
use super::space::Heap;
use super::weak::References;
use super::{barrier, roots};
use crate::Vm;
use crate::class::{ReferenceKind, ValueKind};
use crate::object::{HashState, Ref, array_base};
use crate::thread::WorldStopped;
use std::ops::Range;
use std::sync::atomic::Ordering;

/// Runs a full collection; the bytes that live.
pub(super) fn collect(vm: &Vm, world: &WorldStopped<'_>, desperate: bool) -> usize {
    let heap = &vm.heap;
    let spaces = [
        heap.old.base..heap.old.top(),
        heap.survivors[0].base..heap.survivors[0].top(),
        heap.survivors[1].base..heap.survivors[1].top(),
        heap.eden.base..heap.eden.top(),
    ];
    vm.monitors.deflate();
    let references = References::new(vm, desperate);
    let referent = references.referent;
    let mut marker = Marker { bitmap: &heap.bitmap, stack: Vec::new(), references };
    roots::each_root(vm, world, |r| {
        marker.visit(r.raw());
        r
    });
    marker.drain();
    let bitmap = marker.bitmap;
    let alive = |r: Ref| bitmap.is_marked(r.raw() as usize).then_some(r);
    marker.references.process(vm, alive);
    drop(marker);

    let mut end = heap.old.base;
    for space in &spaces {
        end = bitmap.plan(space.start, space.end, end);
    }
    if end > heap.old_most {
        crate::fatal("what lives does not fit into the old generation");
    }
    // SAFETY: forwarding keeps references valid: their objects move there below.
    let forward = |r: Ref| unsafe { Ref::from_raw(bitmap.forward(r.raw() as usize) as u32) };
    let alive = |r: Ref| alive(r).map(forward);
    vm.monitors.update(alive);
    vm.strings.update_all(alive);
    roots::each_root(vm, world, forward);
    let mover = Mover { heap, bitmap, referent, kept: Vec::new() };
    let kept = move_all(mover, &spaces);
    heap.update_hashes(&kept, alive);
    finish(heap, &spaces, end);
    end - heap.old.base
}

struct Marker<'v> {
    bitmap: &'v Bitmap,
    /// Marked, not scanned.
    stack: Vec<u32>,
    references: References,
}

impl Marker<'_> {
    #[inline(always)]
    fn visit(&mut self, raw: u32) {
        if raw != 0 && self.bitmap.mark(raw as usize) {
            self.stack.push(raw);
        }
    }

    fn drain(&mut self) {
        // Objects lie anywhere: each is fetched while some before it are scanned.
        let mut ring = [0; 8];
        let mut turn = 0;
        let mut held = 0;
        loop {
            let next = self.stack.pop().unwrap_or(0);
            if next != 0 && held == 0 && self.stack.is_empty() {
                // A chain: nothing else to do meanwhile.
                // SAFETY: only live objects are pushed.
                self.scan(unsafe { Ref::from_raw(next) });
                continue;
            }
            if next != 0 {
                prefetch(next as usize);
                held += 1;
            } else if held == 0 {
                return;
            }
            let raw = std::mem::replace(&mut ring[turn % 8], next);
            turn += 1;
            if raw != 0 {
                held -= 1;
                // SAFETY: only live objects are pushed.
                self.scan(unsafe { Ref::from_raw(raw) });
            }
        }
    }

    #[inline(always)]
    fn scan(&mut self, object: Ref) {
        let size = object.size();
        self.bitmap.fill(object.raw() as usize, size);
        let class = object.class();
        if class.is_array() {
            if class.element == ValueKind::Ref {
                let base = array_base(ValueKind::Ref);
                for index in 0..object.length() {
                    self.visit(object.get::<u32>(base + index * 4));
                }
            }
            return;
        }
        for range in class.ref_map {
            for index in 0..range.count {
                self.visit(object.get::<u32>(range.offset + index * 4));
            }
        }
        if class.reference_kind != ReferenceKind::None {
            if self.references.is_strong(object, class.reference_kind) {
                self.visit(object.get::<u32>(self.references.referent));
            } else {
                self.references.discovered.push(object);
            }
        }
    }
}

struct Mover<'v> {
    heap: &'v Heap,
    bitmap: &'v Bitmap,
    referent: u32,
    /// Objects (new addresses) whose hash goes into the heap's table.
    kept: Vec<(Ref, i32)>,
}

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

    /// Updates an object's references and moves it; its size.
    #[inline(always)]
    fn object(&mut self, at: usize) -> usize {
        // SAFETY: `at` is the start of a marked object that has not moved.
        let object = unsafe { Ref::from_raw(at as u32) };
        let size = object.size();
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
        let to = self.bitmap.forward(at);
        if to != at {
            let state = object.state();
            if state.hash() == HashState::Hashed {
                let hash = object.identity_hash();
                object.set::<u32>(4, state.with_hash(HashState::Kept).0);
                // SAFETY: the object lies there in a moment.
                self.kept.push((unsafe { Ref::from_raw(to as u32) }, hash));
            }
            // SAFETY: what lay at the target has moved further down or is dead; the ranges may overlap.
            unsafe { std::ptr::copy(at as *const u64, to as *mut u64, size / 8) };
        }
        if at >= self.heap.old_most {
            let object = to as u32;
            // SAFETY: the object lies there now.
            let object = unsafe { Ref::from_raw(object) };
            object.set::<u32>(4, object.state().with_age(0).0);
        }
        self.heap.offsets.note(to, to + size);
        size
    }

    #[inline(always)]
    fn run(mut self, spaces: &[Range<usize>]) -> Vec<(Ref, i32)> {
        for space in spaces {
            let mut next = space.start;
            while let Some(at) = self.bitmap.next(next, space.end) {
                next = at + self.object(at);
            }
        }
        self.kept
    }
}

fn move_all(mover: Mover<'_>, spaces: &[Range<usize>]) -> Vec<(Ref, i32)> {
    if std::is_x86_feature_detected!("popcnt") {
        // SAFETY: the processor has the instruction.
        return unsafe { move_with_popcnt(mover, spaces) };
    }
    mover.run(spaces)
}

/// Forwarding counts bits: much faster with the instruction for it, which the base architecture lacks.
#[target_feature(enable = "popcnt")]
fn move_with_popcnt(mover: Mover<'_>, spaces: &[Range<usize>]) -> Vec<(Ref, i32)> {
    mover.run(spaces)
}

fn finish(heap: &Heap, spaces: &[Range<usize>], end: usize) {
    for space in spaces {
        heap.bitmap.clear(space.start, space.end);
    }
    // Nothing is young: no card is dirty.
    clear_cards(heap.old.base, spaces[0].end.max(end));
    if heap.options.zeal > 0 {
        let poison = |from: usize, to: usize| {
            // SAFETY: nothing lives there any more.
            unsafe { std::ptr::write_bytes(from as *mut u8, 0xf1, to.saturating_sub(from)) };
        };
        poison(end, spaces[0].end);
        spaces[1..].iter().for_each(|space| poison(space.start, space.end));
    }
    heap.old.top.store(end, Ordering::Relaxed);
    heap.old.touched.fetch_max(end, Ordering::Relaxed);
    for space in [&heap.survivors[0], &heap.survivors[1], &heap.eden] {
        space.set_top(space.base);
    }
    heap.hashed.store(0, Ordering::Relaxed);
}

/// Cleans the cards of `from..to`.
fn clear_cards(from: usize, to: usize) {
    let (first, last) = (from >> barrier::CARD_SHIFT, to.div_ceil(barrier::CARD_SIZE));
    // SAFETY: the cards of the heap; the world is stopped.
    unsafe { std::ptr::write_bytes((card_base() + first) as *mut u8, 0, last - first) };
}
