//! Exceptions that instructions raise, and the way from a raised exception to its handler.

use super::array::class_of;
use super::handlers;
use crate::interpreter::machine::*;
use crate::interpreter::{exceptions, unwind as search};

handlers! {
    /// An exception is pending and the frame's `pc` is set: goes to the handler, or back to host code.
    #[cold]
    #[inline(never)]
    fn unwind(_pc, _r, t, f, h) {
        let target = search::find_handler(t, f);
        if target.is_null() {
            return;
        }
        let f = Fp(t.get().frame.get() as *mut Frame);
        let (pc, r) = (Pc(target), f.regs());
        return dispatch(pc, r, t, f, h);
    }

    /// As `unwind`, for a frame that has not begun.
    #[cold]
    #[inline(never)]
    fn unwind_caller(pc, r, t, f, h) {
        return unwind(pc, r, t, f.caller(), h);
    }

    /// NullPointerException with its helpful message (JEP 358)
    #[cold]
    #[inline(never)]
    fn null_pointer(pc, r, t, f, h) {
        f.leave(pc, t);
        exceptions::null_pointer(t.get());
        return unwind(pc, r, t, f, h);
    }

    /// ArithmeticException
    #[cold]
    #[inline(never)]
    fn division_by_zero(pc, r, t, f, h) {
        f.leave(pc, t);
        let _ = t.get().throw("java/lang/ArithmeticException", "/ by zero");
        return unwind(pc, r, t, f, h);
    }

    /// Bad index in register `c` for the array in `b`
    #[cold]
    #[inline(never)]
    fn load_bounds(pc, r, t, f, h) {
        f.leave(pc, t);
        exceptions::bounds(t.get(), r.i32(pc.c()), r.u32(pc.b()));
        return unwind(pc, r, t, f, h);
    }

    /// Bad index `c` for the array in `b`
    #[cold]
    #[inline(never)]
    fn imm_bounds_c(pc, r, t, f, h) {
        f.leave(pc, t);
        exceptions::bounds(t.get(), pc.c() as i32, r.u32(pc.b()));
        return unwind(pc, r, t, f, h);
    }

    /// Bad index in register `b` for the array in `a`
    #[cold]
    #[inline(never)]
    fn store_bounds(pc, r, t, f, h) {
        f.leave(pc, t);
        exceptions::bounds(t.get(), r.i32(pc.b()), r.u32(pc.a()));
        return unwind(pc, r, t, f, h);
    }

    /// ArrayStoreException for the object in `c`
    #[cold]
    #[inline(never)]
    fn array_store(pc, r, t, f, h) {
        f.leave(pc, t);
        exceptions::array_store(t.get(), class_of(r.u32(pc.c())));
        return unwind(pc, r, t, f, h);
    }

    /// ClassCastException for the object in `a` and the class `bc`
    #[cold]
    #[inline(never)]
    fn class_cast(pc, r, t, f, h) {
        f.leave(pc, t);
        exceptions::class_cast(t.get(), class_of(r.u32(pc.a())), pc.bc());
        return unwind(pc, r, t, f, h);
    }
}
