//! Full collections: everything that lives is marked, then slides to the bottom of the old generation. The young
//! generation is empty afterwards.

use super::barrier::{self, card_base};
use super::mark::{self, Marker};
use super::roots;
use super::slide::{self, Mover};
use super::space::Heap;
use super::weak::References;
use crate::Vm;
use crate::object::Ref;
use crate::thread::WorldStopped;
use std::ops::Range;
use std::sync::atomic::Ordering;

/// Heaps with less than this in use are collected by one thread: on small ones several contend for the same lines of
/// mark bits, which costs more processor time than it saves.
const PARALLEL: usize = 64 << 20;

/// Runs a full collection; the bytes that live.
pub(super) fn collect(vm: &'static Vm, world: &WorldStopped<'_>, desperate: bool) -> usize {
    let heap = &vm.heap;
    let spaces = [
        heap.old.base..heap.old.top(),
        heap.survivors[0].base..heap.survivors[0].top(),
        heap.survivors[1].base..heap.survivors[1].top(),
        heap.eden.base..heap.eden.top(),
    ];
    vm.monitors.deflate();
    let large = heap.used() >= PARALLEL || heap.options.zeal > 0;
    let threads = if large { heap.workers.count() } else { 1 };
    let references = References::new(vm, desperate);
    let referent = references.referent;
    let mut marker = Marker { bitmap: &heap.bitmap, stack: Vec::new(), references, long: Vec::new() };
    roots::each_root(vm, world, |r| {
        marker.visit::<false>(r.raw());
        r
    });
    if threads > 1 {
        mark::together(&heap.workers, threads, &mut marker);
    } else {
        marker.drain::<false>(|_| ());
    }
    let bitmap = marker.bitmap;
    let alive = |r: Ref| bitmap.is_marked(r.raw() as usize).then_some(r);
    marker.references.process(vm, alive);
    let long = std::mem::take(&mut marker.long);
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
    let mover = Mover { heap, bitmap, referent, split: threads > 1 };
    let kept = if threads > 1 {
        slide::together(&heap.workers, &mover, &spaces, end, &long)
    } else {
        slide::alone(&mover, &spaces)
    };
    heap.update_hashes(&kept, alive);
    finish(heap, &spaces, end);
    end - heap.old.base
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
