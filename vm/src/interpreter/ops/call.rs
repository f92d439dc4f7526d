//! Method calls (JVMS 2.11.8). The arguments lie in consecutive registers, which become the callee's first ones.
//!
//! Shapes: `op argument-base vtable-index constant-index`, then for static, special and virtual calls one word
//! `method:32 0:16 destination:16`; for interface calls a word `class:32 method:32`, the inline cache, and a word
//! `interface-method:32 0:16 destination:16`.

use super::array::class_of;
use super::{handlers, raise};
use crate::class::{Class, Method};
use crate::interpreter::machine::*;
use crate::interpreter::{poll, profile, quicken, translate};
use crate::natives::{Args, NativeFn};
use std::sync::atomic::Ordering::{Acquire, Relaxed};

/// Starts `method` in the frame at `base`; the caller goes on at `ret`.
///
/// # Safety
/// The arguments lie at `base`; `ret` is behind a call of the frame `f`.
#[inline(always)]
pub unsafe extern "sysv64" fn enter(method: *const Method, ret: Pc, base: Regs, t: Thread, f: Fp, h: Table) {
    // SAFETY: the caller's contract; the stack has room for a record beyond the frames that passed the check below.
    unsafe {
        (*f.0).pc = ret.0 as u64;
        let f = f.callee();
        (*f.0).method = method;
        (*f.0).regs = base.0;
        let entry = (*method).entry.load(Acquire) as *const u64;
        if entry.is_null() {
            return first_call(ret, base, t, f, h);
        }
        let end = base.0.wrapping_add(frame_words(entry));
        if end.wrapping_byte_add(RESERVE) as usize > f.0 as usize {
            return overflow(ret, base, t, f, h);
        }
        if t.spend() {
            return poll::poll(Pc(entry), base, t, f, h);
        }
        dispatch(Pc(entry), base, t, f, h)
    }
}

/// Bytes kept free between registers and records: room for the machinery that raises StackOverflowError.
pub const RESERVE: usize = 16 << 10;

#[inline(always)]
unsafe fn low_method(word: u64) -> *const Method {
    word as u32 as usize as *const Method
}

handlers! {
    /// invokestatic
    fn call_static(pc, r, t, f, h) {
        return enter(low_method(pc.word(1)), pc.skip(2), r.window(pc.a()), t, f, h);
    }

    /// invokespecial, and invokevirtual of methods that nothing overrides
    fn call_special(pc, r, t, f, h) {
        if r.u32(pc.a()) == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        return enter(low_method(pc.word(1)), pc.skip(2), r.window(pc.a()), t, f, h);
    }

    /// invokespecial of a constructor that does nothing
    fn call_nothing(pc, r, t, f, h) {
        pc.skip(2)
    }

    /// invokevirtual
    fn call_virtual(pc, r, t, f, h) {
        let object = r.u32(pc.a());
        if object == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        let class = class_of(object).address();
        if pc.word32(1, 0) != class {
            note_receiver(pc.skip(1), class);
        }
        return enter(virtual_method(object, pc.b()), pc.skip(2), r.window(pc.a()), t, f, h);
    }

    /// invokespecial or invokevirtual of a method that only returns a field; word 1 has its offset
    fn call_getter<T: super::array::Cell>(pc, r, t, f, h) {
        let object = r.u32(pc.a());
        if object == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        let next = pc.skip(2);
        r.set(next.call_dst(), T::read(object as usize + pc.b(), Relaxed).widen());
        next
    }

    /// invokevirtual, seen to reach a method that only returns a field; word 1 has the class it holds for
    fn call_guarded<T: super::array::Cell>(pc, r, t, f, h) {
        let object = r.u32(pc.a());
        if object == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        if class_of(object).address() != pc.word32(1, 0) {
            return getter_missed(pc, r, t, f, h);
        }
        let next = pc.skip(2);
        r.set(next.call_dst(), T::read(object as usize + pc.b(), Relaxed).widen());
        next
    }

    /// A guarded getter met another class.
    #[cold]
    #[inline(never)]
    fn getter_missed(pc, r, t, f, h) {
        f.leave(pc, t);
        if quicken::give_up_getter(pc, t, f).is_err() {
            return raise::unwind(pc, r, t, f, h);
        }
        pc
    }

    /// invokevirtual of a method that an interface declares and the class does not
    fn call_miranda(pc, r, t, f, h) {
        let object = r.u32(pc.a());
        if object == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        let wanted = &*low_method(pc.word(1));
        if let Some(method) = class_of(object).itable(wanted.class()).and_then(|table| table.get(wanted.slot)) {
            return enter(method, pc.skip(2), r.window(pc.a()), t, f, h);
        }
        return miranda_select(pc, r, t, f, h);
    }

    /// The first call of a miranda method on a class.
    #[cold]
    #[inline(never)]
    fn miranda_select(pc, r, t, f, h) {
        f.leave(pc, t);
        let method = quicken::select_miranda(pc, r, t);
        if method.is_null() {
            return raise::unwind(pc, r, t, f, h);
        }
        return enter(method, pc.skip(2), r.window(pc.a()), t, f, h);
    }

    /// invokeinterface
    fn call_interface(pc, r, t, f, h) {
        let object = r.u32(pc.a());
        if object == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        let cache = pc.load(1);
        if cache as u32 != class_of(object).address() {
            return interface_miss(pc, r, t, f, h);
        }
        return enter((cache >> 32) as usize as *const Method, pc.skip(3), r.window(pc.a()), t, f, h);
    }

    /// invokeinterface of a method of Object
    fn call_interface_virtual(pc, r, t, f, h) {
        let object = r.u32(pc.a());
        if object == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        return enter(virtual_method(object, pc.b()), pc.skip(3), r.window(pc.a()), t, f, h);
    }

    /// invokeinterface of a private method, which word 2 names
    fn call_interface_direct(pc, r, t, f, h) {
        if r.u32(pc.a()) == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        return enter(low_method(pc.word(2)), pc.skip(3), r.window(pc.a()), t, f, h);
    }

    /// The inline cache missed: looks in the class's interface tables.
    #[inline(never)]
    fn interface_miss(pc, r, t, f, h) {
        let class = class_of(r.u32(pc.a()));
        let wanted = &*low_method(pc.word(2));
        if let Some(method) = class.itable(wanted.class()).and_then(|table| table.get(wanted.slot)) {
            let method = std::ptr::from_ref(method);
            count_change(pc.skip(2));
            let before = pc.load(1) as u32;
            if before != 0 {
                profile::note_other(pc.skip(1).0, before, class.address());
            }
            pc.patch(1, u64::from(class.address()) | (method as u64) << 32);
            return enter(method, pc.skip(3), r.window(pc.a()), t, f, h);
        }
        return interface_select(pc, r, t, f, h);
    }

    /// The first call of an interface method on a class: selects the method (JVMS 5.4.6).
    #[cold]
    #[inline(never)]
    fn interface_select(pc, r, t, f, h) {
        f.leave(pc, t);
        if quicken::select_interface(pc, r, t).is_err() {
            return raise::unwind(pc, r, t, f, h);
        }
        pc
    }

    /// invokestatic, unresolved or of a class that is not initialised yet
    #[cold]
    #[inline(never)]
    fn static_unresolved(pc, r, t, f, h) {
        f.leave(pc, t);
        let method = quicken::static_method(pc, t, f);
        if method.is_null() {
            return raise::unwind(pc, r, t, f, h);
        }
        return enter(method, pc.skip(2), r.window(pc.a()), t, f, h);
    }

    /// invokespecial, unresolved
    #[cold]
    #[inline(never)]
    fn special_unresolved(pc, r, t, f, h) {
        f.leave(pc, t);
        if quicken::special_method(pc, t, f).is_err() {
            return raise::unwind(pc, r, t, f, h);
        }
        pc
    }

    /// invokevirtual, unresolved
    #[cold]
    #[inline(never)]
    fn virtual_unresolved(pc, r, t, f, h) {
        f.leave(pc, t);
        if quicken::virtual_method(pc, r, t, f).is_err() {
            return raise::unwind(pc, r, t, f, h);
        }
        pc
    }

    /// invokevirtual of a method beyond the reach of 16 bits
    #[cold]
    #[inline(never)]
    fn virtual_far(pc, r, t, f, h) {
        let object = r.u32(pc.a());
        if object == 0 {
            return raise::null_pointer(pc, r, t, f, h);
        }
        let index = quicken::far_index(pc, f);
        return enter(class_of(object).virtual_method(index), pc.skip(2), r.window(pc.a()), t, f, h);
    }

    /// invokeinterface, unresolved
    #[cold]
    #[inline(never)]
    fn interface_unresolved(pc, r, t, f, h) {
        f.leave(pc, t);
        if quicken::interface_method(pc, t, f).is_err() {
            return raise::unwind(pc, r, t, f, h);
        }
        pc
    }

    /// invokedynamic, not linked
    #[cold]
    #[inline(never)]
    fn dynamic_unlinked(pc, r, t, f, h) {
        f.leave(pc, t);
        if quicken::call_site(pc, t, f).is_err() {
            return raise::unwind(pc, r, t, f, h);
        }
        pc
    }

    /// invokedynamic whose result never changes: the root slot at `bc`
    fn dynamic_constant(pc, r, t, f, h) {
        let next = pc.skip(2);
        r.set(next.call_dst(), u64::from(*(pc.bc() as usize as *const u32)));
        next
    }

    /// The callee is not translated yet.
    #[cold]
    #[inline(never)]
    fn first_call(_ret, r, t, f, h) {
        // The frame is in its prologue: visible as a native one with its arguments.
        let method = f.method();
        (*f.0).pc = 0;
        f.publish(t, method.arg_count());
        let entry = translate::entry(t.get(), method);
        if entry.is_null() {
            let f = f.caller();
            (*t.0).frame.set(f.0 as usize);
            return raise::unwind(_ret, r, t, f, h);
        }
        if let Some(compiler) = crate::compiled::compiler() {
            compiler.first_call(method);
        }
        let entry = method.entry.load(Acquire) as *const u64;
        let end = r.0.wrapping_add(frame_words(entry));
        if end.wrapping_byte_add(RESERVE) as usize > f.0 as usize {
            return overflow(_ret, r, t, f, h);
        }
        Pc(entry)
    }

    /// A method that has compiled code: runs it. The callee's record becomes the one it runs under.
    #[inline(never)]
    fn compiled(_pc, r, t, f, h) {
        let method = f.method();
        (*f.0).method = crate::compiled::COMPILED;
        (*f.0).pc = 0;
        (*t.0).frame.set(f.0 as usize);
        (*t.0).stack_top.set(r.0 as usize);
        let value = crate::compiled::run(t.get(), method, r.0);
        let f = f.caller();
        let (pc, r) = (Pc((*f.0).pc as *const u64), f.regs());
        if !(*t.0).pending.get().is_null() {
            return raise::unwind(pc, r, t, f, h);
        }
        if method.ret() != crate::class::ValueKind::Void {
            r.set(pc.call_dst(), value);
        }
        return dispatch(pc, r, t, f, h);
    }

    /// Goes on in compiled code at a loop's head: `code` is its address.
    #[cold]
    #[inline(never)]
    fn on_stack(code, r, t, f, h) {
        let method = f.method();
        (*f.0).method = crate::compiled::COMPILED;
        (*f.0).pc = 0;
        (*t.0).frame.set(f.0 as usize);
        (*t.0).stack_top.set(r.0 as usize);
        let value = crate::compiled::run_from_registers(t.get(), method, code.0 as usize, r.0);
        let on = (*t.0).resume.replace(0);
        if on != 0 {
            // The code left for what it knows nothing of; the registers are as they were never left.
            (*f.0).method = method;
            (*f.0).regs = r.0;
            if let Some(compiler) = crate::compiled::compiler() {
                compiler.left(method, code.0 as usize);
            }
            return dispatch(Pc(on as *const u64), r, t, f, h);
        }
        let f = f.caller();
        let (pc, r) = (Pc((*f.0).pc as *const u64), f.regs());
        if !(*t.0).pending.get().is_null() {
            return raise::unwind(pc, r, t, f, h);
        }
        if method.ret() != crate::class::ValueKind::Void {
            r.set(pc.call_dst(), value);
        }
        return dispatch(pc, r, t, f, h);
    }

    /// No room for the callee's frame.
    #[cold]
    #[inline(never)]
    fn overflow(ret, r, t, f, h) {
        let thread = t.get();
        let entry = f.method().entry.load(Relaxed) as *const u64;
        // While a StackOverflowError is made, its code may use the reserve.
        let reserve = if thread.stack_limit.get() == thread.stack.end() { 256 } else { RESERVE };
        if (r.0.wrapping_add(frame_words(entry)) as usize) + reserve <= f.0 as usize {
            return dispatch(Pc(entry), r, t, f, h);
        }
        let f = f.caller();
        f.publish(t, quicken::frame_size(f));
        let _ = crate::link::throw::stack_overflow(thread);
        return raise::unwind(ret, f.regs(), t, f, h);
    }

    /// A native method: `a` arguments; word 1 is the host function. Returns a value.
    fn native(pc, r, t, f, h) {
        (*f.0).pc = pc.0 as u64 | 1;
        f.publish(t, pc.a());
        let function = std::mem::transmute::<u64, NativeFn>(pc.word(1));
        match function(t.get(), Args::new(r.0)) {
            Ok(value) => {
                let f = f.caller();
                let (pc, r) = (Pc((*f.0).pc as *const u64), f.regs());
                r.set(pc.call_dst(), value);
                return dispatch(pc, r, t, f, h);
            }
            Err(_) => return raise::unwind(pc, r, t, f, h),
        }
    }

    /// As `native`, without a result.
    fn native_void(pc, r, t, f, h) {
        (*f.0).pc = pc.0 as u64 | 1;
        f.publish(t, pc.a());
        let function = std::mem::transmute::<u64, NativeFn>(pc.word(1));
        match function(t.get(), Args::new(r.0)) {
            Ok(_) => {
                let f = f.caller();
                return dispatch(Pc((*f.0).pc as *const u64), f.regs(), t, f, h);
            }
            Err(_) => return raise::unwind(pc, r, t, f, h),
        }
    }

    /// A method without code: abstract (AbstractMethodError) or an unbound native one (UnsatisfiedLinkError).
    #[cold]
    #[inline(never)]
    fn no_code(pc, r, t, f, h) {
        (*f.0).pc = pc.0 as u64 | 1;
        f.publish(t, pc.a());
        let _ = quicken::no_code(t.get(), f.method(), r.u32(0));
        return raise::unwind(pc, r, t, f, h);
    }
}

/// A virtual call met another class than the last time: the word at `pc` has the class, then how often that happened.
#[inline(always)]
unsafe fn note_receiver(pc: Pc, class: u32) {
    // SAFETY: a call's last word, of which the halves written here are the profile's; races lose counts.
    unsafe {
        let word = pc.0.cast_mut().cast::<u32>();
        let before = word.read();
        word.write(class);
        if before != 0 {
            count_change(pc);
            profile::note_other(pc.0, before, class);
        }
    }
}

/// Counts in bits 32 to 47 of the word at `pc`, up to 65535.
#[inline(always)]
unsafe fn count_change(pc: Pc) {
    // SAFETY: as `note_receiver`.
    unsafe {
        let count = pc.0.cast_mut().cast::<u16>().add(2);
        count.write(count.read().saturating_add(1));
    }
}

#[inline(always)]
unsafe fn virtual_method(object: u32, index: usize) -> *const Method {
    // SAFETY: the object is not null; the index was resolved for a superclass of its class.
    unsafe {
        let table = std::ptr::from_ref(class_of(object)).byte_add(Class::VTABLE).cast::<*const Method>();
        *table.add(index)
    }
}
