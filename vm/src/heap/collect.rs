//! The collector: copies what is reachable into the other half-space, breadth first (Cheney).

use super::space::Heap;
use crate::class::{ReferenceKind, ValueKind};
use crate::object::{HashState, LockState, Ref, State, array_base};
use crate::thread::{JavaThread, WorldStopped};
use crate::{Vm, vm};
use std::sync::atomic::Ordering;
use std::time::Instant;

/// Totals for reports.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Collections so far.
    pub collections: usize,
    /// Time the world stood still.
    pub pause_nanos: usize,
    /// Bytes in use.
    pub used: usize,
}

/// The half-space stays backed by memory up to this size; what lies above is given back.
const KEEP: usize = 64 << 20;

/// Collects unless another thread has just done so.
pub fn collect(thread: &JavaThread, cause: &str) {
    run(thread, cause, 0, false);
}

/// Collects to make room for `size` bytes; if `desperate`, soft references are cleared too.
pub(super) fn for_room(thread: &JavaThread, size: usize, desperate: bool) {
    run(thread, "Allocation Failure", size, desperate);
}

fn run(thread: &JavaThread, cause: &str, size: usize, desperate: bool) {
    let vm = vm();
    let Some(world) = vm.threads.stop_world(thread) else { return };
    let start = Instant::now();
    let heap = &vm.heap;
    let before = {
        let half = heap.half();
        half.top - heap.base_of(half.index)
    };
    let live = Collector::new(vm, desperate).collect(&world, size);
    let pause = start.elapsed();
    let number = heap.collections.fetch_add(1, Ordering::Relaxed);
    heap.pause_nanos.fetch_add(pause.as_nanos() as usize, Ordering::Relaxed);
    heap.allocated_before.fetch_add(before.saturating_sub(live), Ordering::Relaxed);
    if heap.options.zeal > 0 {
        super::verify::verify(vm, &world);
    }
    if heap.options.verbose {
        let total = {
            let half = heap.half();
            half.limit - heap.base_of(half.index)
        };
        vm.log(&format!(
            "[{:.3}s][info][gc] GC({number}) Pause Full ({cause}) {}M->{}M({}M) {:.3}ms",
            vm.started.elapsed().as_secs_f64(),
            before.div_ceil(1 << 20),
            live.div_ceil(1 << 20),
            total >> 20,
            pause.as_secs_f64() * 1e3
        ));
    }
}

struct Collector<'v> {
    vm: &'v Vm,
    heap: &'v Heap,
    from: std::ops::Range<usize>,
    to_base: usize,
    to_top: usize,
    to_end: usize,
    clear_soft: bool,
    /// Reference objects (new addresses) whose referent is not traced.
    discovered: Vec<Ref>,
}

impl<'v> Collector<'v> {
    fn new(vm: &'v Vm, clear_soft: bool) -> Self {
        let heap = &vm.heap;
        let half = heap.half();
        let to = 1 - half.index;
        Self {
            vm,
            heap,
            from: heap.base_of(half.index)..half.top,
            to_base: heap.base_of(to),
            to_top: heap.base_of(to),
            to_end: heap.end_of(to),
            clear_soft,
            discovered: Vec::new(),
        }
    }

    /// Does it all; the bytes that stayed alive.
    fn collect(mut self, world: &WorldStopped<'_>, wanted: usize) -> usize {
        for thread in world.threads() {
            thread.tlab_top.set(0);
            thread.tlab_end.set(0);
        }
        self.trace_roots(world);
        self.drain();
        self.process_references();
        self.vm.monitors.update(moved);
        let live = self.to_top - self.to_base;
        self.flip(live, wanted);
        live
    }

    fn trace_roots(&mut self, world: &WorldStopped<'_>) {
        let vm = self.vm;
        for thread in world.threads() {
            thread.each_root(|r| self.keep(r));
            crate::stackwalk::each_root(thread, &mut |slot: &mut u64| {
                // SAFETY: the walker passes registers that hold references.
                *slot = self.keep(unsafe { Ref::from_word(*slot) }).word();
            });
        }
        vm.known.each_spare(|slot| slot.set(self.keep(slot.get())));
        vm.references.each_root(|slot| slot.set(self.keep(slot.get())));
        vm.loaders.each_loader(|loader| loader.mirror.set(self.keep(loader.mirror.get())));
        vm.roots.each(|slot| slot.set(self.keep(slot.get())));
        vm.loaders.each_class(|class| {
            class.mirror.set(self.keep(class.mirror.get()));
            class.rare.class_data.set(self.keep(class.rare.class_data.get()));
            for index in 0..class.static_refs {
                let word = class.static_word(index * 8);
                // SAFETY: the first `static_refs` words are references.
                let new = self.keep(unsafe { Ref::from_word(word) });
                class.set_static_word(index * 8, new.word());
            }
        });
    }

    /// The new address of a reachable object.
    #[inline]
    fn keep(&mut self, object: Ref) -> Ref {
        if object.is_null() {
            return object;
        }
        match object.forwarded() {
            Some(new) => new,
            None => self.copy(object),
        }
    }

    fn copy(&mut self, object: Ref) -> Ref {
        debug_assert!(self.from.contains(&(object.raw() as usize)), "{object:?} is outside the heap");
        let state = object.state();
        let plain = object.size_without_hash();
        let size = if state.hash() == HashState::None { plain } else { plain + 8 };
        let at = self.to_top;
        if at + size > self.to_end {
            crate::fatal("the heap's copy does not fit");
        }
        self.to_top = at + size;
        // SAFETY: the target is free and large enough; the source is a whole object.
        let new = unsafe {
            std::ptr::copy_nonoverlapping(object.raw() as usize as *const u8, at as *mut u8, plain);
            Ref::from_raw(at as u32)
        };
        if state.hash() != HashState::None {
            let hash = object.identity_hash();
            new.set::<u64>(plain as u32, u64::from(hash as u32));
            new.set::<u32>(4, state.with_hash(HashState::Stored).0);
        }
        object.set::<u32>(0, new.raw());
        object.set::<u32>(4, LockState::Forwarded as u32);
        new
    }

    fn drain_from(&mut self, mut scan: usize) -> usize {
        while scan < self.to_top {
            // SAFETY: to-space holds whole objects up to `to_top`.
            let object = unsafe { Ref::from_raw(scan as u32) };
            self.scan(object);
            scan += object.size();
        }
        scan
    }

    fn drain(&mut self) {
        self.drain_from(self.to_base);
    }

    #[inline]
    fn scan(&mut self, object: Ref) {
        let class = object.class();
        if class.is_array() {
            if class.element == ValueKind::Ref {
                let base = array_base(ValueKind::Ref);
                for index in 0..object.length() {
                    self.scan_slot(object, base + index * 4);
                }
            }
            return;
        }
        for range in class.ref_map {
            for index in 0..range.count {
                self.scan_slot(object, range.offset + index * 4);
            }
        }
        match class.reference_kind {
            ReferenceKind::None => {}
            ReferenceKind::Soft if !self.clear_soft => self.scan_slot(object, self.vm.known.referent()),
            _ => self.discovered.push(object),
        }
    }

    #[inline]
    fn scan_slot(&mut self, object: Ref, offset: u32) {
        let old = object.get_ref(offset);
        let new = self.keep(old);
        if new != old {
            object.set::<u32>(offset, new.raw());
        }
    }

    /// Clears references whose referents died and hands them to their queues.
    fn process_references(&mut self) {
        let referent = self.vm.known.referent();
        let discovered = std::mem::take(&mut self.discovered);
        let mut cleared = Vec::new();
        for object in discovered {
            let target = object.get_ref(referent);
            if target.is_null() {
                continue;
            }
            match moved(target) {
                Some(new) => object.set::<u32>(referent, new.raw()),
                None => {
                    object.set::<u32>(referent, 0);
                    cleared.push(object);
                }
            }
        }
        self.vm.references.enqueue(self.vm, &cleared);
    }

    fn flip(&self, live: usize, wanted: usize) {
        let heap = self.heap;
        let mut half = heap.half();
        let old = half.index;
        let new = 1 - old;
        let old_base = heap.base_of(old);
        if heap.options.zeal > 0 {
            // SAFETY: nothing refers to the old half any more.
            unsafe { std::ptr::write_bytes(old_base as *mut u8, 0xf1, self.from.end - old_base) };
        }
        let keep = old_base + KEEP;
        if half.touched[old] > keep {
            // SAFETY: as above.
            unsafe { heap.discard(keep, half.touched[old]) };
            half.touched[old] = keep;
        }
        half.touched[new] = half.touched[new].max(self.to_top);
        half.index = new;
        half.top = self.to_top;
        let size = (live * 3 + wanted).max(heap.options.initial).next_multiple_of(1 << 20);
        half.limit = self.to_base + size.min(heap.maximum());
        heap.hashed.store(0, Ordering::Relaxed);
    }
}

/// Where a from-space object went, if it is alive.
fn moved(object: Ref) -> Option<Ref> {
    debug_assert_ne!(object.state(), State(u32::MAX));
    object.forwarded()
}
