//! Returns (JVMS 2.11.8). A result goes to the register that the call names in the word below the return address.

use super::array::Cell;
use super::{handlers, raise};
use crate::interpreter::machine::*;
use crate::interpreter::sync;

/// Goes back to the caller with a result.
#[inline(always)]
unsafe extern "sysv64" fn back_with(value: u64, t: Thread, f: Fp, h: Table) {
    // SAFETY: every frame has a caller or an entry record behind it.
    unsafe {
        let f = f.caller();
        let (pc, r) = (Pc((*f.0).pc as *const u64), Regs((*f.0).regs));
        r.set(pc.call_dst(), value);
        dispatch(pc, r, t, f, h)
    }
}

/// Goes back to the caller without a result.
#[inline(always)]
unsafe extern "sysv64" fn back(t: Thread, f: Fp, h: Table) {
    // SAFETY: as `back_with`.
    unsafe {
        let f = f.caller();
        dispatch(Pc((*f.0).pc as *const u64), Regs((*f.0).regs), t, f, h)
    }
}

handlers! {
    /// Returns `a`.
    fn value(pc, r, t, f, h) {
        return back_with(r.get(pc.a()), t, f, h);
    }

    /// Returns `a` as boolean, byte, char or short.
    fn narrow<T: Cell>(pc, r, t, f, h) {
        return back_with(T::narrow(r.get(pc.a())).widen(), t, f, h);
    }

    /// Returns the constant `bc`.
    fn constant(pc, r, t, f, h) {
        return back_with(u64::from(pc.bc()), t, f, h);
    }

    /// Returns nothing.
    fn void(pc, r, t, f, h) {
        return back(t, f, h);
    }

    /// Returns `b.c`.
    fn field<T: Cell>(pc, r, t, f, h) {
        let object = r.u32(pc.b());
        if object == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        return back_with(T::read(object as usize + pc.c(), std::sync::atomic::Ordering::Relaxed).widen(), t, f, h);
    }

    /// Returns from host code: entry frames go on here.
    fn exit(pc, r, t, f, h) {
        return;
    }

    /// Before a return from a method that locks: lets the method's monitor go (`a` is its register, `b` 1 if it is
    /// synchronized) and checks that its own are free (JVMS 2.11.10).
    #[cold]
    #[inline(never)]
    fn unlock(pc, r, t, f, h) {
        f.leave(pc, t);
        if sync::release(pc, r, t, f).is_err() {
            return raise::unwind(pc, r, t, f, h);
        }
        pc.skip(1)
    }
}
