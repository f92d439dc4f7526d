//! Objects, type tests, monitors, constants of reference types, athrow.

use super::array::{class_of, is_instance};
use super::{handlers, raise};
use crate::class::Class;
use crate::heap;
use crate::interpreter::machine::*;
use crate::interpreter::{quicken, sync};
use crate::object::Ref;

#[inline(always)]
unsafe fn low_class(address: u32) -> &'static Class {
    // SAFETY: the translator or the quickener put a class's address into the instruction.
    unsafe { Class::from_address(u64::from(address)) }
}

handlers! {
    /// `a = new class bc`, of an initialised class
    fn new(pc, r, t, f, h) {
        let class = low_class(pc.bc());
        let Some(at) = heap::bump(t.get(), class.instance_size as usize) else {
            return new_slow(pc, r, t, f, h);
        };
        (at as *mut u32).write(class.address());
        r.set(pc.a(), at as u64);
        pc.skip(1)
    }

    /// The allocation buffer is full.
    #[cold]
    #[inline(never)]
    fn new_slow(pc, r, t, f, h) {
        f.leave(pc, t);
        let Ok(object) = heap::alloc_object(t.get(), low_class(pc.bc())) else {
            return raise::unwind(pc, r, t, f, h);
        };
        r.set(pc.a(), object.word());
        pc.skip(1)
    }

    /// new `a = constant c`, unresolved
    #[cold]
    #[inline(never)]
    fn new_unresolved(pc, r, t, f, h) {
        f.leave(pc, t);
        let Ok(object) = quicken::new_object(pc, t, f) else {
            return raise::unwind(pc, r, t, f, h);
        };
        r.set(pc.a(), object.word());
        pc.skip(1)
    }

    /// `a = new array of b elements` of the array class that the next word names
    fn new_array(pc, r, t, f, h) {
        let class = low_class(pc.word32(1, 0));
        let length = r.u32(pc.b());
        if length >= 1024 {
            return new_array_slow(pc, r, t, f, h);
        }
        // Elements are at most 8 bytes; `c` is log2 of their size, and 8-byte ones start 4 bytes later.
        let size = (((length as usize) << pc.c()) + 12 + ((pc.c() == 3) as usize) * 4 + 7) & !7;
        let Some(at) = heap::bump(t.get(), size) else {
            return new_array_slow(pc, r, t, f, h);
        };
        (at as *mut u32).write(class.address());
        ((at + 8) as *mut u32).write(length);
        r.set(pc.a(), at as u64);
        pc.skip(2)
    }

    /// Large arrays, bad lengths, or the allocation buffer is full.
    #[cold]
    #[inline(never)]
    fn new_array_slow(pc, r, t, f, h) {
        f.leave(pc, t);
        let Ok(array) = heap::alloc_array(t.get(), low_class(pc.word32(1, 0)), r.i32(pc.b())) else {
            return raise::unwind(pc, r, t, f, h);
        };
        r.set(pc.a(), array.word());
        pc.skip(2)
    }

    /// newarray of type code `c`, first time
    #[cold]
    #[inline(never)]
    fn new_primitive_array_unresolved(pc, r, t, f, h) {
        quicken::primitive_array(pc);
        pc
    }

    /// anewarray of constant `c`, unresolved
    #[cold]
    #[inline(never)]
    fn new_array_unresolved(pc, r, t, f, h) {
        f.leave(pc, t);
        if quicken::reference_array(pc, t, f).is_err() {
            return raise::unwind(pc, r, t, f, h);
        }
        pc
    }

    /// multianewarray: `a` result, `b` first length, `c` constant; the next word's low bits are the dimensions
    #[cold]
    #[inline(never)]
    fn new_multi_array(pc, r, t, f, h) {
        f.leave(pc, t);
        let Ok(array) = quicken::multi_array(pc, r, t, f) else {
            return raise::unwind(pc, r, t, f, h);
        };
        r.set(pc.a(), array.word());
        pc.skip(2)
    }

    /// checkcast of `a` to class `bc`
    fn check_cast(pc, r, t, f, h) {
        let object = r.u32(pc.a());
        if object != 0 && !is_instance(object, low_class(pc.bc())) {
            return check_cast_slow(pc, r, t, f, h);
        }
        pc.skip(1)
    }

    /// As `check_cast`, moving the value to the register in the next word
    #[cold]
    #[inline(never)]
    fn check_cast_slow(pc, r, t, f, h) {
        if !class_of(r.u32(pc.a())).is_subclass_of(low_class(pc.bc())) {
            return raise::class_cast(pc, r, t, f, h);
        }
        pc.skip(1)
    }

    /// checkcast of `a` to constant `c`, unresolved
    #[cold]
    #[inline(never)]
    fn check_cast_unresolved(pc, r, t, f, h) {
        // Null passes without resolution.
        if r.u32(pc.a()) == 0 {
            return dispatch(pc.skip(1), r, t, f, h);
        }
        f.leave(pc, t);
        if quicken::cast_class(pc, t, f).is_err() {
            return raise::unwind(pc, r, t, f, h);
        }
        pc
    }

    /// instanceof: `a = b is of the class in the next word`
    fn instance_of(pc, r, t, f, h) {
        let object = r.u32(pc.b());
        let class = low_class(pc.word32(1, 0));
        if object != 0 && !is_instance(object, class) {
            return instance_of_slow(pc, r, t, f, h);
        }
        r.set(pc.a(), u64::from(object != 0));
        pc.skip(2)
    }

    /// Interfaces and classes deep down.
    #[inline(never)]
    fn instance_of_slow(pc, r, t, f, h) {
        let yes = class_of(r.u32(pc.b())).is_subclass_of(low_class(pc.word32(1, 0)));
        r.set(pc.a(), u64::from(yes));
        pc.skip(2)
    }

    /// instanceof constant `c`, unresolved
    #[cold]
    #[inline(never)]
    fn instance_of_unresolved(pc, r, t, f, h) {
        if r.u32(pc.b()) == 0 {
            r.set(pc.a(), 0);
            return dispatch(pc.skip(2), r, t, f, h);
        }
        f.leave(pc, t);
        if quicken::test_class(pc, t, f).is_err() {
            return raise::unwind(pc, r, t, f, h);
        }
        pc
    }

    /// `a = root slot bc`: resolved ldc of a string, class, method type or method handle
    fn load_root(pc, r, t, f, h) {
        r.set(pc.a(), u64::from(*(pc.bc() as usize as *const u32)));
        pc.skip(1)
    }

    /// ldc `a = constant c` of a reference, unresolved
    #[cold]
    #[inline(never)]
    fn load_constant_unresolved(pc, r, t, f, h) {
        f.leave(pc, t);
        if quicken::constant(pc, t, f).is_err() {
            return raise::unwind(pc, r, t, f, h);
        }
        pc
    }

    /// ldc `a = constant c`, a Dynamic one of primitive type
    #[cold]
    #[inline(never)]
    fn load_dynamic_primitive(pc, r, t, f, h) {
        f.leave(pc, t);
        let Ok(word) = quicken::dynamic_primitive(pc, t, f) else {
            return raise::unwind(pc, r, t, f, h);
        };
        r.set(pc.a(), word);
        pc.skip(1)
    }

    /// monitorenter on `a`
    #[inline(never)]
    fn monitor_enter(pc, r, t, f, h) {
        if r.u32(pc.a()) == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        f.leave(pc, t);
        crate::thread::monitor_enter(t.get(), Ref::from_raw(r.u32(pc.a())));
        pc.skip(1)
    }

    /// monitorexit on `a`
    #[inline(never)]
    fn monitor_exit(pc, r, t, f, h) {
        if r.u32(pc.a()) == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        f.leave(pc, t);
        if crate::thread::monitor_exit(t.get(), Ref::from_raw(r.u32(pc.a()))).is_err() {
            return raise::unwind(pc, r, t, f, h);
        }
        pc.skip(1)
    }

    /// First instruction of a synchronized method: locks, and remembers the monitor in `a`.
    #[inline(never)]
    fn lock_method(pc, r, t, f, h) {
        f.leave(pc, t);
        if sync::lock_method(pc, r, t, f).is_err() {
            return raise::unwind_caller(pc, r, t, f, h);
        }
        pc.skip(1)
    }

    /// athrow of `a`
    #[inline(never)]
    fn throw(pc, r, t, f, h) {
        if r.u32(pc.a()) == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        f.leave(pc, t);
        let _ = t.get().raise(Ref::from_raw(r.u32(pc.a())));
        return raise::unwind(pc, r, t, f, h);
    }
}
