//! Fields (JVMS 6.5 getfield, putfield, getstatic, putstatic). The unresolved forms name a constant-pool entry; resolution
//! patches the instruction's one word.

use super::array::{Cell, put_ref};
use super::{handlers, raise};
use crate::interpreter::machine::*;
use crate::interpreter::quicken;
use crate::object::Scalar;
use std::sync::atomic::Ordering::{Relaxed, SeqCst};

handlers! {
    /// `a = b.c`
    fn get<T: Cell>(pc, r, t, f, h) {
        let object = r.u32(pc.b());
        if object == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        r.set(pc.a(), T::read(object as usize + pc.c(), Relaxed).widen());
        pc.skip(1)
    }

    /// `a.c = b`
    fn put<T: Cell>(pc, r, t, f, h) {
        let object = r.u32(pc.a());
        if object == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        T::write(object as usize + pc.c(), T::narrow(r.get(pc.b())), Relaxed);
        pc.skip(1)
    }

    /// `a.c = b`, references
    fn put_reference(pc, r, t, f, h) {
        let object = r.u32(pc.a());
        if object == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        put_ref(object, pc.c() as u32, r.u32(pc.b()));
        pc.skip(1)
    }

    /// `a.c = b`, volatile
    fn put_volatile<T: Cell>(pc, r, t, f, h) {
        let object = r.u32(pc.a());
        if object == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        T::write(object as usize + pc.c(), T::narrow(r.get(pc.b())), SeqCst);
        pc.skip(1)
    }

    /// `a.c = b`, volatile references
    fn put_reference_volatile(pc, r, t, f, h) {
        let object = r.u32(pc.a());
        if object == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        put_ref(object, pc.c() as u32, r.u32(pc.b()));
        std::sync::atomic::fence(SeqCst);
        pc.skip(1)
    }

    /// `a = static word at bc`
    fn get_static(pc, r, t, f, h) {
        r.set(pc.a(), u64::read(pc.bc() as usize, Relaxed));
        pc.skip(1)
    }

    /// `static word at bc = a`
    fn put_static<T: Cell>(pc, r, t, f, h) {
        u64::write(pc.bc() as usize, T::narrow(r.get(pc.a())).widen(), Relaxed);
        pc.skip(1)
    }

    /// `static word at bc = a`, volatile
    fn put_static_volatile<T: Cell>(pc, r, t, f, h) {
        u64::write(pc.bc() as usize, T::narrow(r.get(pc.a())).widen(), SeqCst);
        pc.skip(1)
    }

    /// getstatic `a = constant c`, unresolved
    #[cold]
    #[inline(never)]
    fn get_static_unresolved(pc, r, t, f, h) {
        f.leave(pc, t);
        if quicken::static_field(pc, t, f, false).is_err() {
            return raise::unwind(pc, r, t, f, h);
        }
        return quicken::perform_static(pc, r, t, f, h);
    }

    /// putstatic `constant c = a`, unresolved
    #[cold]
    #[inline(never)]
    fn put_static_unresolved(pc, r, t, f, h) {
        f.leave(pc, t);
        if quicken::static_field(pc, t, f, true).is_err() {
            return raise::unwind(pc, r, t, f, h);
        }
        return quicken::perform_static(pc, r, t, f, h);
    }

    /// getfield `a = b.constant c`, unresolved
    #[cold]
    #[inline(never)]
    fn get_unresolved(pc, r, t, f, h) {
        f.leave(pc, t);
        if quicken::instance_field(pc, t, f, false).is_err() {
            return raise::unwind(pc, r, t, f, h);
        }
        pc
    }

    /// putfield `a.constant c = b`, unresolved
    #[cold]
    #[inline(never)]
    fn put_unresolved(pc, r, t, f, h) {
        f.leave(pc, t);
        if quicken::instance_field(pc, t, f, true).is_err() {
            return raise::unwind(pc, r, t, f, h);
        }
        pc
    }

    /// getfield of a field beyond the reach of 16 bits
    #[cold]
    #[inline(never)]
    fn get_far(pc, r, t, f, h) {
        let object = r.u32(pc.b());
        if object == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        r.set(pc.a(), quicken::read_far(pc, f, object));
        pc.skip(1)
    }

    /// putfield of a field beyond the reach of 16 bits
    #[cold]
    #[inline(never)]
    fn put_far(pc, r, t, f, h) {
        let object = r.u32(pc.a());
        if object == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        quicken::write_far(pc, f, object, r.get(pc.b()));
        pc.skip(1)
    }
}
