//! The heap verifier of the zeal mode: runs right after a collection, when eden is empty.

use super::barrier::{CARD_CLEAN, card};
use crate::Vm;
use crate::class::{Class, ReferenceKind, ValueKind};
use crate::object::{LockState, Ref, array_base};
use crate::thread::WorldStopped;
use hashbrown::HashSet;
use std::sync::atomic::Ordering;

/// Checks that every object has a class, every reference points to the start of an object, no header is forwarded,
/// old objects that lead to young ones lie on dirty cards, and the table of object starts is right. Ends the process
/// with a report if not.
pub(super) fn verify(vm: &Vm, world: &WorldStopped<'_>) {
    let heap = &vm.heap;
    if heap.eden.used() != 0 || heap.spare_space().used() != 0 {
        crate::fatal("heap: the nursery is not empty after a collection");
    }
    let mut starts = HashSet::new();
    for space in [&heap.old, heap.survivor_space()] {
        let mut at = space.base;
        while at < space.top() {
            // SAFETY: spaces are sequences of objects right after a collection.
            let object = unsafe { Ref::from_raw(at as u32) };
            check_header(vm, object);
            starts.insert(object.raw());
            let end = at + object.size();
            if at < heap.old_most && heap.offsets.before(end - 8) > at {
                crate::fatal(&format!("heap: the start of {object:?} is not on record"));
            }
            at = end;
        }
    }
    let valid = |r: Ref| r.is_null() || starts.contains(&r.raw());
    for &raw in &starts {
        // SAFETY: found above.
        check_slots(vm, unsafe { Ref::from_raw(raw) }, &valid);
    }
    super::roots::each_root(vm, world, |value| {
        if !valid(value) {
            crate::fatal(&format!("heap: a root is the stray reference {value:?}"));
        }
        value
    });
}

fn check_slots(vm: &Vm, object: Ref, valid: &impl Fn(Ref) -> bool) {
    let young = vm.heap.young_base() as u32;
    let class = object.class();
    let check = |offset: u32| {
        let value = object.get_ref(offset);
        if !valid(value) {
            crate::fatal(&format!(
                "heap: {} at {object:?} has a stray reference {value:?} at {offset}",
                class.name
            ));
        }
        let slot = object.raw() as usize + offset as usize;
        if object.raw() < young && value.raw() >= young && card(slot).load(Ordering::Relaxed) == CARD_CLEAN {
            crate::fatal(&format!(
                "heap: {} at {object:?} leads to the young {value:?} at {offset} on a clean card",
                class.name
            ));
        }
    };
    if class.is_array() {
        if class.element == ValueKind::Ref {
            (0..object.length()).for_each(|i| check(array_base(ValueKind::Ref) + i * 4));
        }
        return;
    }
    class.ref_map.iter().for_each(|r| (0..r.count).for_each(|i| check(r.offset + i * 4)));
    if class.reference_kind != ReferenceKind::None {
        check(vm.known.referent());
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
