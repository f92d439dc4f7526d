//! Synchronized methods (JVMS 2.11.10).

use super::machine::*;
use super::ops::{handlers, raise};
use crate::class::Method;
use crate::error::JResult;
use crate::natives::{Args, NativeFn};
use crate::object::{Handle, Ref};
use crate::thread::{JavaThread, monitor_enter, monitor_exit};
use crate::vm;

/// The object a synchronized method locks.
fn monitor_of(thread: &JavaThread, method: &'static Method, receiver: u32) -> JResult<Ref> {
    if method.is_static() {
        return vm().known.mirror(thread, method.class());
    }
    // SAFETY: the receiver is the frame's first register.
    Ok(unsafe { Ref::from_raw(receiver) })
}

/// Locks the monitor of the method that frame `f` starts and keeps it in the register the instruction names.
#[allow(clippy::missing_safety_doc)]
pub unsafe fn lock_method(pc: Pc, r: Regs, t: Thread, f: Fp) -> JResult<()> {
    // SAFETY: called by the instruction's handler.
    unsafe {
        let thread = t.get();
        let monitor = monitor_of(thread, f.method(), r.u32(0))?;
        // Blocking may move the object: the register is a root only behind this instruction.
        let scope = crate::object::HandleScope::new(thread);
        let monitor = scope.handle(monitor);
        monitor_enter(thread, monitor.get());
        r.set(pc.a(), monitor.get().word());
        Ok(())
    }
}

/// Unlocks before a return.
#[allow(clippy::missing_safety_doc)]
pub unsafe fn release(pc: Pc, r: Regs, t: Thread, _f: Fp) -> JResult<()> {
    // SAFETY: called by the instruction's handler; the register holds the monitor.
    unsafe { monitor_exit(t.get(), Ref::from_raw(r.u32(pc.a()))) }
}

/// Unlocks the monitor at `monitor` as an exception leaves the method. If the method gave it away already,
/// IllegalMonitorStateException goes on instead.
pub fn release_on_unwind(thread: &JavaThread, monitor: u32, exception: Handle<'_>) {
    // SAFETY: the register holds the monitor.
    let monitor = unsafe { Ref::from_raw(monitor) };
    if let Err(thrown) = monitor_exit(thread, monitor) {
        exception.set(thread.take_pending(thrown));
    }
}

handlers! {
    /// A synchronized native method: `a` arguments; word 1 is the host function.
    #[inline(never)]
    fn native_locked(pc, r, t, f, h) {
        (*f.0).pc = pc.0 as u64 | 1;
        f.publish(t, pc.a().max(1));
        let function = std::mem::transmute::<u64, NativeFn>(pc.word(1));
        match call_locked(t.get(), f.method(), r, function) {
            Ok(value) => {
                let void = f.method().ret() == crate::class::ValueKind::Void;
                let f = f.caller();
                let (pc, r) = (Pc((*f.0).pc as *const u64), f.regs());
                if !void {
                    r.set(pc.call_dst(), value);
                }
                return dispatch(pc, r, t, f, h);
            }
            Err(_) => return raise::unwind(pc, r, t, f, h),
        }
    }
}

#[inline(never)]
fn call_locked(thread: &JavaThread, method: &'static Method, r: Regs, function: NativeFn) -> JResult<u64> {
    let scope = crate::object::HandleScope::new(thread);
    // SAFETY: the frame's first register is the receiver of an instance method.
    let monitor = scope.handle(monitor_of(thread, method, unsafe { r.u32(0) })?);
    monitor_enter(thread, monitor.get());
    // SAFETY: the arguments lie in the frame's registers.
    let result = function(thread, unsafe { Args::new(r.0) });
    match result {
        Ok(value) => {
            // A reference result must survive the unlocking, which does not allocate.
            monitor_exit(thread, monitor.get())?;
            Ok(value)
        }
        Err(thrown) => {
            let exception = scope.handle(thread.take_pending(thrown));
            release_on_unwind(thread, monitor.get().raw(), exception);
            Err(thread.raise(exception.get()))
        }
    }
}
