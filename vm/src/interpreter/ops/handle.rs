//! Calls of method handles and variable handles (JVMS 2.9.3, 6.5 invokevirtual).
//!
//! A handle's field `entry` is the address of a static method whose first argument is the handle itself: a call checks the handle's type
//! against the call site's and goes there, with the arguments where they are. Shape: as `invokevirtual`; word 1 has the root slot of the
//! call site's `MethodType`, operand `b` an access mode's number.

use super::call::enter;
use super::{handlers, raise};
use crate::class::Method;
use crate::interpreter::handles::{self, layout};
use crate::interpreter::machine::*;
use crate::object::Ref;
use std::sync::atomic::Ordering::Relaxed;

/// The handle's method.
#[inline(always)]
unsafe fn entry(handle: u32) -> *const Method {
    // SAFETY: the object is a method handle, as the verifier or the library's own code says.
    unsafe { Ref::from_raw(handle).get::<u64>(layout::ENTRY.load(Relaxed)) as usize as *const Method }
}

/// Whether the handle's type is the call site's: types are interned.
#[inline(always)]
unsafe fn fits(handle: u32, pc: Pc) -> bool {
    // SAFETY: as above; word 1 is the address of a root slot.
    unsafe {
        Ref::from_raw(handle).get::<u32>(layout::TYPE.load(Relaxed))
            == *(pc.word32(1, 0) as usize as *const u32)
    }
}

handlers! {
    /// MethodHandle.invokeExact and invoke, for handles of the call site's own type
    fn call_handle(pc, r, t, f, h) {
        let handle = r.u32(pc.a());
        if handle == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        let method = entry(handle);
        if method.is_null() || !fits(handle, pc) {
            return handle_slow(pc, r, t, f, h);
        }
        return enter(method, pc.skip(2), r.window(pc.a()), t, f, h);
    }

    /// MethodHandle.invokeBasic: the library's own calls, whose types were checked when the handle was made
    fn call_handle_basic(pc, r, t, f, h) {
        let handle = r.u32(pc.a());
        if handle == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        let method = entry(handle);
        if method.is_null() {
            return handle_slow(pc, r, t, f, h);
        }
        return enter(method, pc.skip(2), r.window(pc.a()), t, f, h);
    }

    /// An access mode of a VarHandle
    fn call_variable(pc, r, t, f, h) {
        let variable = r.u32(pc.a());
        if variable == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        let accessors = Ref::from_raw(variable).get_ref(layout::ACCESSORS.load(Relaxed));
        let handle = accessors.element(pc.b() as u32).raw();
        if handle == 0 || entry(handle).is_null() || !fits(handle, pc) {
            return handle_slow(pc, r, t, f, h);
        }
        return enter(entry(handle), pc.skip(2), r.window(pc.a()), t, f, h);
    }

    /// The handle is called for the first time, or its type is another one.
    #[cold]
    #[inline(never)]
    fn handle_slow(pc, r, t, f, h) {
        f.leave(pc, t);
        let method = handles::target(pc, r, t);
        if method.is_null() {
            return raise::unwind(pc, r, t, f, h);
        }
        return enter(method, pc.skip(2), r.window(pc.a()), t, f, h);
    }
}
