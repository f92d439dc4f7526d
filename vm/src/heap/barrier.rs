//! The write barrier: card marking, shared by interpreter, natives and compiled code.
//!
//! A byte table covers the whole 4 GiB range, one card for 256 bytes: `card_base() + (address >> CARD_SHIFT)`. After a
//! reference was stored into an object or array, the card of the *slot* (not of the object's header) becomes
//! [`CARD_DIRTY`], without a test, by a plain one-byte store. Nothing may poll or allocate between the two stores.
//! Null needs no barrier; nor does the initialisation of an object that came from the thread's buffer (`tlab_top`)
//! as long as nothing polled or allocated since: it is young. Static fields and root slots are roots and have no cards.

use crate::error::VmError;
use crate::memory::Reservation;
use crate::object::Ref;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};

/// log2 of the bytes a card covers.
pub const CARD_SHIFT: u32 = 8;
/// Bytes a card covers.
pub const CARD_SIZE: usize = 1 << CARD_SHIFT;
/// A card that holds no reference into the young generation.
pub const CARD_CLEAN: u8 = 0;
/// A card that may hold one.
pub const CARD_DIRTY: u8 = 1;

const TABLE_SIZE: usize = 1 << (32 - CARD_SHIFT);
const HINT: usize = 0x0800_0000;

static CARD_BASE: AtomicUsize = AtomicUsize::new(0);

/// Start of the card table. Constant once the heap exists, and below 4 GiB.
#[inline(always)]
pub fn card_base() -> usize {
    CARD_BASE.load(Ordering::Relaxed)
}

/// Bytes of a cache line.
pub(super) const LINE: usize = 64;

/// Asks for the cache line of `address`.
#[inline(always)]
pub(super) fn prefetch(address: usize) {
    // SAFETY: a hint; any address will do.
    unsafe { std::arch::x86_64::_mm_prefetch::<{ std::arch::x86_64::_MM_HINT_T0 }>(address as *const i8) };
}

/// Reserves the table.
pub(super) fn reserve() -> Result<Reservation, VmError> {
    let table = Reservation::low(TABLE_SIZE, HINT, "card table")?;
    CARD_BASE.store(table.base(), Ordering::Release);
    Ok(table)
}

/// The card of an address below 4 GiB.
#[inline(always)]
pub(super) fn card(address: usize) -> &'static AtomicU8 {
    debug_assert!(address < 1 << 32 && card_base() != 0);
    // SAFETY: the table has a byte for every address below 4 GiB and lives as long as the process.
    unsafe { &*((card_base() + (address >> CARD_SHIFT)) as *const AtomicU8) }
}

/// Notes that a reference was stored at `slot`.
#[inline(always)]
pub fn mark_card(slot: usize) {
    card(slot).store(CARD_DIRTY, Ordering::Relaxed);
}

/// Notes that references were stored in `from..to`.
pub fn mark_cards(from: usize, to: usize) {
    if from < to {
        for index in from >> CARD_SHIFT..=(to - 1) >> CARD_SHIFT {
            mark_card(index << CARD_SHIFT);
        }
    }
}

/// Stores a reference into an object or array. All stores of references go through here or do the same.
#[inline(always)]
pub fn store_ref(object: Ref, offset: u32, value: Ref) {
    object.set::<u32>(offset, value.raw());
    mark_card(object.raw() as usize + offset as usize);
}

/// As [`store_ref`], with the semantics of a volatile field.
#[inline(always)]
pub fn store_ref_volatile(object: Ref, offset: u32, value: Ref) {
    object.set_volatile::<u32>(offset, value.raw());
    mark_card(object.raw() as usize + offset as usize);
}

/// Compare-and-set of a reference field or element; the value found (equal to `expected` if it was set).
#[inline]
pub fn compare_exchange_ref(object: Ref, offset: u32, expected: Ref, new: Ref) -> Ref {
    let cell = object.atomic32(offset);
    match cell.compare_exchange(expected.raw(), new.raw(), Ordering::SeqCst, Ordering::SeqCst) {
        Ok(old) => {
            mark_card(object.raw() as usize + offset as usize);
            // SAFETY: the field held this reference.
            unsafe { Ref::from_raw(old) }
        }
        // SAFETY: as above.
        Err(old) => unsafe { Ref::from_raw(old) },
    }
}

/// Atomically replaces a reference field or element; the value it held.
#[inline]
pub fn swap_ref(object: Ref, offset: u32, new: Ref) -> Ref {
    let old = object.atomic32(offset).swap(new.raw(), Ordering::SeqCst);
    mark_card(object.raw() as usize + offset as usize);
    // SAFETY: the field held this reference.
    unsafe { Ref::from_raw(old) }
}

/// Copies references between arrays (may overlap); element types were checked.
pub fn copy_refs(from: Ref, from_index: u32, to: Ref, to_index: u32, count: u32) {
    let base = crate::object::array_base(crate::class::ValueKind::Ref);
    let source = (from.raw() + base + from_index * 4) as usize;
    let target = (to.raw() + base + to_index * 4) as usize;
    // SAFETY: the caller checked both ranges against the arrays' lengths.
    unsafe { std::ptr::copy(source as *const u32, target as *mut u32, count as usize) };
    mark_cards(target, target + count as usize * 4);
}
