//! The heap verifier of the zeal mode: runs right after a collection.

use crate::Vm;
use crate::class::{Class, ValueKind};
use crate::object::{LockState, Ref, array_base};
use crate::thread::WorldStopped;
use hashbrown::HashSet;

/// Checks that every object has a class, every reference points to the start of an object, and no header is
/// forwarded. Ends the process with a report if not.
pub(super) fn verify(vm: &Vm, world: &WorldStopped<'_>) {
    let (base, top) = {
        let half = vm.heap.half();
        (vm.heap.base_of(half.index), half.top)
    };
    let mut starts = HashSet::new();
    let mut at = base;
    while at < top {
        // SAFETY: the half-space is a sequence of objects right after a collection.
        let object = unsafe { Ref::from_raw(at as u32) };
        check_header(vm, object);
        starts.insert(object.raw());
        at += object.size();
    }
    let valid = |r: Ref| r.is_null() || starts.contains(&r.raw());
    for &raw in &starts {
        // SAFETY: found above.
        let object = unsafe { Ref::from_raw(raw) };
        let class = object.class();
        let check = |offset: u32| {
            let value = object.get_ref(offset);
            if !valid(value) {
                crate::fatal(&format!(
                    "heap: {} at {raw:#x} has a stray reference {value:?} at {offset}",
                    class.name
                ));
            }
        };
        if class.is_array() {
            if class.element == ValueKind::Ref {
                (0..object.length()).for_each(|i| check(array_base(ValueKind::Ref) + i * 4));
            }
        } else {
            class.ref_map.iter().for_each(|r| (0..r.count).for_each(|i| check(r.offset + i * 4)));
        }
    }
    for thread in world.threads() {
        crate::stackwalk::each_root(thread, &mut |slot: &mut u64| {
            // SAFETY: the walker passes registers that hold references.
            let value = unsafe { Ref::from_word(*slot) };
            if !valid(value) {
                crate::fatal(&format!("heap: a frame holds the stray reference {value:?}"));
            }
        });
    }
}

fn check_header(vm: &Vm, object: Ref) {
    let class = object.get::<u32>(0) as usize;
    if !vm.arena.contains(class) || !class.is_multiple_of(align_of::<Class>()) {
        crate::fatal(&format!("heap: {object:?} has no class ({class:#x})"));
    }
    if object.state().lock() == LockState::Forwarded {
        crate::fatal(&format!("heap: {object:?} is forwarded"));
    }
}
