//! The heap: allocation, the collector, the heap verifier.

mod alloc;
mod collect;
mod space;
mod verify;

pub use alloc::{alloc_array, alloc_multi, alloc_object, bump, clone_object, identity_hash};
pub use collect::{Statistics, collect};
pub use space::{Heap, HeapOptions};

use crate::object::Ref;

/// Stores a reference into an object or array: the only way to do so, so that a collector can add its barrier.
#[inline(always)]
pub fn store_ref(object: Ref, offset: u32, value: Ref) {
    object.set::<u32>(offset, value.raw());
}

/// As [`store_ref`], with the semantics of a volatile field.
#[inline(always)]
pub fn store_ref_volatile(object: Ref, offset: u32, value: Ref) {
    object.set_volatile::<u32>(offset, value.raw());
}

/// Compare-and-set of a reference field or element; the value found (equal to `expected` if it was set).
#[inline]
pub fn compare_exchange_ref(object: Ref, offset: u32, expected: Ref, new: Ref) -> Ref {
    use std::sync::atomic::Ordering;
    let cell = object.atomic32(offset);
    match cell.compare_exchange(expected.raw(), new.raw(), Ordering::SeqCst, Ordering::SeqCst) {
        // SAFETY: the field held this reference.
        Ok(old) | Err(old) => unsafe { Ref::from_raw(old) },
    }
}

/// Copies references between arrays (may overlap); element types were checked.
pub fn copy_refs(from: Ref, from_index: u32, to: Ref, to_index: u32, count: u32) {
    let base = crate::object::array_base(crate::class::ValueKind::Ref);
    let source = (from.raw() + base + from_index * 4) as usize as *const u32;
    let target = (to.raw() + base + to_index * 4) as usize as *mut u32;
    // SAFETY: the caller checked both ranges against the arrays' lengths.
    unsafe { std::ptr::copy(source, target, count as usize) };
}
