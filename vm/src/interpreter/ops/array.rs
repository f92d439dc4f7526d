//! Arrays (JVMS 2.11.5).

use super::{handlers, raise};
use crate::class::{Class, ValueKind};
use crate::interpreter::machine::*;
use crate::object::{ARRAY_LENGTH, Scalar};
use std::sync::atomic::Ordering::Relaxed;

/// How a value lies in the heap and in a register.
pub trait Cell: Scalar {
    /// Register content of the value.
    fn widen(self) -> u64;
    /// Value of a register's content.
    fn narrow(word: u64) -> Self;
    /// Offset of an array's first element.
    const BASE: usize = if size_of::<Self>() == 8 { 16 } else { 12 };
}
macro_rules! cells {
    ($($type:ty: |$v:ident| $word:expr;)*) => {$(
        impl Cell for $type {
            #[inline(always)]
            fn widen(self) -> u64 {
                let $v = self;
                $word
            }
            #[inline(always)]
            fn narrow(word: u64) -> Self {
                word as $type
            }
        }
    )*};
}
cells! {
    i8: |v| u64::from(i32::from(v) as u32);
    u8: |v| u64::from(v);
    u16: |v| u64::from(v);
    i16: |v| u64::from(i32::from(v) as u32);
    u32: |v| u64::from(v);
    u64: |v| v;
}
impl Cell for bool {
    #[inline(always)]
    fn widen(self) -> u64 {
        u64::from(self)
    }
    #[inline(always)]
    fn narrow(word: u64) -> Self {
        word & 1 != 0
    }
}

/// Length of the array at `array`.
#[inline(always)]
unsafe fn length(array: u32) -> u32 {
    // SAFETY: the caller checked for null; only arrays get here (verified).
    unsafe { u32::read(array as usize + ARRAY_LENGTH as usize, Relaxed) }
}

/// The class of the object at `object`.
#[inline(always)]
pub unsafe fn class_of(object: u32) -> &'static Class {
    // SAFETY: the caller checked for null; an object's first word is its class.
    unsafe { Class::from_address(u64::from(u32::read(object as usize, Relaxed))) }
}

handlers! {
    /// `a = b[c]`
    fn load<T: Cell>(pc, r, t, f, h) {
        let (array, index) = (r.u32(pc.b()), r.u32(pc.c()));
        if array == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        if index >= length(array) {
            return raise::load_bounds(pc, r, t, f, h);
        }
        r.set(pc.a(), T::read(array as usize + T::BASE + index as usize * size_of::<T>(), Relaxed).widen());
        pc.skip(1)
    }

    /// `a = b[immediate c]`
    fn load_imm<T: Cell>(pc, r, t, f, h) {
        let (array, index) = (r.u32(pc.b()), pc.c() as u32);
        if array == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        if index >= length(array) {
            return raise::imm_bounds_c(pc, r, t, f, h);
        }
        r.set(pc.a(), T::read(array as usize + T::BASE + index as usize * size_of::<T>(), Relaxed).widen());
        pc.skip(1)
    }

    /// `a[b] = c`, where b's register is the second operand
    fn store<T: Cell>(pc, r, t, f, h) {
        let (array, index) = (r.u32(pc.a()), r.u32(pc.b()));
        if array == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        if index >= length(array) {
            return raise::store_bounds(pc, r, t, f, h);
        }
        T::write(array as usize + T::BASE + index as usize * size_of::<T>(), T::narrow(r.get(pc.c())), Relaxed);
        pc.skip(1)
    }

    /// `a[b] = immediate c`
    fn store_imm<T: Cell>(pc, r, t, f, h) {
        let (array, index) = (r.u32(pc.a()), r.u32(pc.b()));
        if array == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        if index >= length(array) {
            return raise::store_bounds(pc, r, t, f, h);
        }
        let value = T::narrow(i64::from(pc.c_signed()) as u64);
        T::write(array as usize + T::BASE + index as usize * size_of::<T>(), value, Relaxed);
        pc.skip(1)
    }

    /// bastore: `a[b] = c`, to a byte[] or boolean[]
    fn store_byte(pc, r, t, f, h) {
        let (array, index) = (r.u32(pc.a()), r.u32(pc.b()));
        if array == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        if index >= length(array) {
            return raise::store_bounds(pc, r, t, f, h);
        }
        let mut value = r.u32(pc.c()) as u8;
        if class_of(array).element == ValueKind::Boolean {
            value &= 1;
        }
        u8::write(array as usize + 12 + index as usize, value, Relaxed);
        pc.skip(1)
    }

    /// aastore: `a[b] = c`
    fn store_ref(pc, r, t, f, h) {
        let (array, index, value) = (r.u32(pc.a()), r.u32(pc.b()), r.u32(pc.c()));
        if array == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        if index >= length(array) {
            return raise::store_bounds(pc, r, t, f, h);
        }
        if value != 0 {
            let component = class_of(array).component.unwrap_unchecked();
            if !is_instance(value, component) {
                return store_ref_slow(pc, r, t, f, h);
            }
        }
        put_ref(array, 12 + index * 4, value);
        pc.skip(1)
    }

    /// `a = length of b`
    fn array_length(pc, r, t, f, h) {
        let array = r.u32(pc.b());
        if array == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        r.set(pc.a(), u64::from(length(array)));
        pc.skip(1)
    }

    /// aastore whose value's class is not plainly a subclass of the component type.
    #[cold]
    #[inline(never)]
    fn store_ref_slow(pc, r, t, f, h) {
        let (array, index, value) = (r.u32(pc.a()), r.u32(pc.b()), r.u32(pc.c()));
        let component = class_of(array).component.unwrap_unchecked();
        if !class_of(value).is_subclass_of(component) {
            return raise::array_store(pc, r, t, f, h);
        }
        put_ref(array, 12 + index * 4, value);
        pc.skip(1)
    }
}

/// Whether the object is plainly an instance of `class`; false may also mean that a slow test has to decide.
#[inline(always)]
pub unsafe fn is_instance(object: u32, class: &'static Class) -> bool {
    // SAFETY: as `class_of`; depths beyond the display do not index it.
    unsafe {
        let actual = class_of(object);
        if std::ptr::eq(actual, class) {
            return true;
        }
        let depth = class.depth as usize;
        depth < Class::DISPLAY && actual.display.get_unchecked(depth).is_some_and(|c| std::ptr::eq(c, class))
    }
}

/// Stores a reference into an object.
#[inline(always)]
pub unsafe fn put_ref(object: u32, offset: u32, value: u32) {
    // SAFETY: the caller checked for null and bounds; registers hold valid references.
    unsafe {
        let (object, value) = (crate::object::Ref::from_raw(object), crate::object::Ref::from_raw(value));
        crate::heap::store_ref(object, offset, value);
    }
}
