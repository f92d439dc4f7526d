//! Allocation: a thread-local buffer first, then eden or the old generation, then a collection.

use super::collect::{self, Effort};
use super::store_ref;
use crate::class::{Class, ValueKind};
use crate::error::JResult;
use crate::object::{ARRAY_LENGTH, HandleScope, HashState, Ref, State, array_base, array_size};
use crate::thread::JavaThread;
use std::sync::atomic::Ordering;

const BUFFER: usize = 32 << 10;
/// Objects of this size and more do not go through the buffer.
const LARGE: usize = 4 << 10;
/// HotSpot's limit on array lengths.
const MAX_LENGTH: u32 = i32::MAX as u32 - 2;

/// Takes zeroed memory from the thread's buffer; `None` if it is full. `size` is a multiple of 8.
#[inline(always)]
pub fn bump(thread: &JavaThread, size: usize) -> Option<usize> {
    let at = thread.tlab_top.get();
    let end = at + size;
    if end > thread.tlab_end.get() {
        return None;
    }
    thread.tlab_top.set(end);
    Some(at)
}

#[inline(always)]
fn stamp(at: usize, class: &'static Class) -> Ref {
    // SAFETY: `at` is fresh zeroed memory of the object's size; the state word 0 is an unlocked object's.
    unsafe {
        (at as *mut u32).write(class.address());
        Ref::from_raw(at as u32)
    }
}

/// A new instance with default values. `class` is initialised (or being so) and not abstract.
#[inline]
pub fn alloc_object(thread: &JavaThread, class: &'static Class) -> JResult<Ref> {
    let size = class.instance_size as usize;
    let at = match bump(thread, size) {
        Some(at) => at,
        None => slow(thread, size)?,
    };
    Ok(stamp(at, class))
}

/// A new array with default values. `NegativeArraySizeException` and `OutOfMemoryError` as HotSpot raises them.
#[inline]
pub fn alloc_array(thread: &JavaThread, class: &'static Class, length: i32) -> JResult<Ref> {
    if length < 0 {
        return Err(thread.throw("java/lang/NegativeArraySizeException", &length.to_string()));
    }
    let length = length as u32;
    if length > MAX_LENGTH {
        return Err(crate::link::throw::out_of_memory(thread, "Requested array size exceeds VM limit"));
    }
    let size = array_size(class.element, length);
    let at = match if size < LARGE { bump(thread, size) } else { None } {
        Some(at) => at,
        None => slow(thread, size)?,
    };
    let array = stamp(at, class);
    array.set::<u32>(ARRAY_LENGTH, length);
    Ok(array)
}

#[cold]
fn slow(thread: &JavaThread, size: usize) -> JResult<usize> {
    let heap = &crate::vm().heap;
    let zeal = heap.options.zeal;
    if zeal > 0 && heap.allocations.fetch_add(1, Ordering::Relaxed) % zeal == zeal - 1 {
        collect::zeal(thread);
    }
    let mut effort = Effort::Usual;
    loop {
        if let Some(at) = take(thread, size) {
            return Ok(at);
        }
        if thread.in_out_of_memory.get()
            && let Some(at) = reserve(size)
        {
            return Ok(at);
        }
        if size > heap.maximum() {
            break;
        }
        // Another thread's collection does not count as an effort: what it freed may be gone again.
        effort = match (collect::for_room(thread, size, effort), effort) {
            (None, same) => same,
            (Some(Some(at)), _) => return Ok(at),
            (Some(None), Effort::Usual) => Effort::Full,
            (Some(None), Effort::Full) => Effort::Desperate,
            (Some(None), Effort::Desperate) => break,
        };
    }
    Err(crate::link::throw::out_of_memory(thread, "Java heap space"))
}

/// From eden, by way of a new buffer if the object is small; large objects from the old generation.
pub(super) fn take(thread: &JavaThread, size: usize) -> Option<usize> {
    let heap = &crate::vm().heap;
    if is_large(size) {
        return take_old(size);
    }
    if size >= LARGE {
        return carve(size, size).map(|(at, _)| at);
    }
    // In zeal mode every allocation comes here.
    let zeal = heap.options.zeal > 0;
    let (at, got) = carve(size, if zeal { size } else { BUFFER })?;
    thread.tlab_top.set(at + size);
    thread.tlab_end.set(if zeal { at + size } else { at + got });
    Some(at)
}

/// Whether an object of this size is made in the old generation: it would fill the nursery at once and be copied.
pub(super) fn is_large(size: usize) -> bool {
    if size < LARGE {
        return false;
    }
    let eden = crate::vm().heap.eden.capacity();
    size > (eden / 4).max((eden / 2).min(1 << 20))
}

/// At least `least`, at best `wanted` zeroed bytes of eden.
fn carve(least: usize, wanted: usize) -> Option<(usize, usize)> {
    let eden = &crate::vm().heap.eden;
    let limit = eden.end();
    let mut at = eden.top.load(Ordering::Relaxed);
    let end = loop {
        let room = limit.saturating_sub(at);
        if room < least {
            return None;
        }
        let end = at + wanted.min(room);
        match eden.top.compare_exchange_weak(at, end, Ordering::Relaxed, Ordering::Relaxed) {
            Ok(_) => break end,
            Err(now) => at = now,
        }
    };
    let dirty = eden.touched.fetch_max(end, Ordering::Relaxed).min(end).max(at);
    // SAFETY: `at..dirty` lies in the piece just taken.
    unsafe { std::ptr::write_bytes(at as *mut u8, 0, dirty - at) };
    Some((at, end - at))
}

/// Zeroed memory of the old generation.
fn take_old(size: usize) -> Option<usize> {
    let heap = &crate::vm().heap;
    let old = &heap.old;
    let (at, dirty) = {
        let _held = heap.old_lock.lock().unwrap_or_else(|e| e.into_inner());
        let at = old.top();
        if size > old.end().saturating_sub(at) {
            return None;
        }
        let dirty = old.touched.load(Ordering::Relaxed).clamp(at, at + size);
        heap.offsets.note(at, at + size);
        old.set_top(at + size);
        (at, dirty)
    };
    // SAFETY: `at..dirty` lies in the piece just taken.
    unsafe { std::ptr::write_bytes(at as *mut u8, 0, dirty - at) };
    Some(at)
}

/// A little room beyond eden's end, so that an `OutOfMemoryError` can be made when there is none left.
fn reserve(size: usize) -> Option<usize> {
    const EMERGENCY: usize = 32 << 10;
    let eden = &crate::vm().heap.eden;
    let least = eden.end();
    let mut at = eden.top();
    loop {
        if at + size > least + EMERGENCY {
            return None;
        }
        match eden.top.compare_exchange_weak(at, at + size, Ordering::Relaxed, Ordering::Relaxed) {
            Ok(_) => break,
            Err(now) => at = now,
        }
    }
    eden.touched.fetch_max(at + size, Ordering::Relaxed);
    // SAFETY: the room behind eden's largest size is mapped, and the piece was just taken.
    unsafe { std::ptr::write_bytes(at as *mut u8, 0, size) };
    Some(at)
}

/// `multianewarray`: `lengths` for the outermost dimensions, all checked before the first allocation.
pub fn alloc_multi(thread: &JavaThread, class: &'static Class, lengths: &[i32]) -> JResult<Ref> {
    if let Some(bad) = lengths.iter().find(|&&l| l < 0) {
        return Err(thread.throw("java/lang/NegativeArraySizeException", &bad.to_string()));
    }
    fill_dimension(thread, class, lengths)
}

fn fill_dimension(thread: &JavaThread, class: &'static Class, lengths: &[i32]) -> JResult<Ref> {
    let array = alloc_array(thread, class, lengths[0])?;
    let (Some(component), true) = (class.component, lengths.len() > 1) else { return Ok(array) };
    let scope = HandleScope::new(thread);
    let array = scope.handle(array);
    for index in 0..lengths[0] as u32 {
        let part = fill_dimension(thread, component, &lengths[1..])?;
        store_ref(array.get(), array_base(ValueKind::Ref) + index * 4, part);
    }
    Ok(array.get())
}

/// `Object.clone` of an object or array that may be cloned.
pub fn clone_object(thread: &JavaThread, object: Ref) -> JResult<Ref> {
    let scope = HandleScope::new(thread);
    let old = scope.handle(object);
    let class = object.class();
    let new = match class.element_kind() {
        Some(_) => alloc_array(thread, class, object.length() as i32)?,
        None => alloc_object(thread, class)?,
    };
    let size = old.get().size_without_hash();
    // SAFETY: both objects have this size; the header is kept as it is.
    unsafe {
        let from = (old.get().raw() as usize + 8) as *const u8;
        std::ptr::copy_nonoverlapping(from, (new.raw() as usize + 8) as *mut u8, size - 8);
    }
    // A large copy may be old already.
    if size >= LARGE && class.element_kind().is_none_or(|kind| kind == ValueKind::Ref) {
        super::mark_cards(new.raw() as usize + 8, new.raw() as usize + size);
    }
    debug_assert_eq!(new.state(), State(HashState::None as u32));
    Ok(new)
}

/// `System.identityHashCode`. May collect.
pub fn identity_hash(thread: &JavaThread, object: Ref) -> i32 {
    if object.state().hash() != HashState::None {
        return object.identity_hash();
    }
    let scope = HandleScope::new(thread);
    let object = scope.handle(object);
    let heap = &crate::vm().heap;
    while heap.too_many_hashed() {
        collect::young(thread, "Identity Hashes");
    }
    heap.hashed.fetch_add(1, Ordering::Relaxed);
    object.get().identity_hash()
}
