//! First executions: resolves what an instruction names and patches the instruction into its quick form. Another thread may do the
//! same at the same time: words are read and written whole, extra words before the first.
#![allow(clippy::missing_safety_doc)]

use super::handles::{Polymorphic, link_polymorphic};
use super::machine::*;
use super::opcode::Op;
use crate::class::{Class, Field, Method, ValueKind, tag};
use crate::error::JResult;
use crate::indy::{self, CallSite};
use crate::link::{self, CallKind, FieldUse, ResolvedCall};
use crate::load::array_of;
use crate::memory::RootSlot;
use crate::object::Ref;
use crate::thread::JavaThread;
use crate::{heap, vm};
use std::sync::atomic::Ordering;

// The `unsafe fn`s here are called by handlers with their own arguments; that is their contract.

/// The instruction's word if it still is unresolved, with its operands a, b, c.
#[inline]
unsafe fn operands(pc: Pc, op: Op) -> Option<(u16, u16, u16)> {
    // SAFETY: a handler's position.
    let word = unsafe { pc.load(0) };
    (word as u16 == op as u16).then_some(((word >> 16) as u16, (word >> 32) as u16, (word >> 48) as u16))
}

fn word(op: Op, a: u16, b: u16, c: u16) -> u64 {
    u64::from(op as u16) | u64::from(a) << 16 | u64::from(b) << 32 | u64::from(c) << 48
}

fn word32(op: Op, a: u16, value: u32) -> u64 {
    u64::from(op as u16) | u64::from(a) << 16 | u64::from(value) << 32
}

/// The operation on a field, given the one on booleans: Bool I8 U16 I16 32 64 in this order.
fn by_kind(first: Op, kind: ValueKind) -> Op {
    let index = match kind {
        ValueKind::Boolean => 0,
        ValueKind::Byte => 1,
        ValueKind::Char => 2,
        ValueKind::Short => 3,
        ValueKind::Long | ValueKind::Double => 5,
        _ => 4,
    };
    Op::ALL[first as usize + index]
}

/// As `by_kind` for loads, which treat booleans as bytes: I8 U16 I16 32 64.
fn load_by_kind(first: Op, kind: ValueKind) -> Op {
    match kind {
        ValueKind::Boolean => first,
        _ => Op::ALL[by_kind(first, kind) as usize - 1],
    }
}

fn address<T>(of: &'static T) -> u32 {
    std::ptr::from_ref(of) as usize as u32
}

// ---- fields

/// Resolves a static field and initialises its class; patches once that is done for all threads.
pub unsafe fn static_field(pc: Pc, t: Thread, f: Fp, is_put: bool) -> JResult<()> {
    let op = if is_put { Op::PutStaticUnresolved } else { Op::GetStaticUnresolved };
    // SAFETY: see the top.
    unsafe {
        let Some((a, _, index)) = operands(pc, op) else { return Ok(()) };
        let thread = t.get();
        let field = link::resolve_field(thread, f.method(), index, FieldUse { is_static: true, is_put })?;
        let class = field.class();
        if !class.is_ready_for(thread) {
            link::initialize(thread, class)?;
        }
        if class.is_initialized() {
            let quick = match (is_put, field.is_volatile()) {
                (false, _) => Op::GetStatic,
                (true, false) => by_kind(Op::PutStaticBool, field.kind),
                (true, true) => by_kind(Op::PutStaticBoolVolatile, field.kind),
            };
            pc.patch(0, word32(quick, a, field.static_address() as u32));
        }
        Ok(())
    }
}

/// Executes a getstatic or putstatic after [`static_field`], also if that could not patch it.
#[cold]
#[inline(never)]
pub unsafe extern "sysv64" fn perform_static(pc: Pc, r: Regs, t: Thread, f: Fp, h: Table) {
    // SAFETY: see the top.
    unsafe {
        if let Some((a, _, index)) = operands(pc, Op::GetStaticUnresolved) {
            let field = cached_field(f, index);
            r.set(usize::from(a), field.class().static_word(field.offset));
            return dispatch(pc.skip(1), r, t, f, h);
        }
        if let Some((a, _, index)) = operands(pc, Op::PutStaticUnresolved) {
            let field = cached_field(f, index);
            field.class().set_static_word(field.offset, narrow(field.kind, r.get(usize::from(a))));
            return dispatch(pc.skip(1), r, t, f, h);
        }
        dispatch(pc, r, t, f, h)
    }
}

/// The field that a resolved Fieldref names.
unsafe fn cached_field(f: Fp, index: u16) -> &'static Field {
    // SAFETY: the entry was resolved to a field, which is immortal.
    unsafe { &*(f.method().class().pool.cached(index) as usize as *const Field) }
}

/// A register's content as a value of this kind.
fn narrow(kind: ValueKind, word: u64) -> u64 {
    match kind {
        ValueKind::Boolean => word & 1,
        ValueKind::Byte => u64::from(i32::from(word as i8) as u32),
        ValueKind::Char => u64::from(word as u16),
        ValueKind::Short => u64::from(i32::from(word as i16) as u32),
        ValueKind::Long | ValueKind::Double => word,
        _ => u64::from(word as u32),
    }
}

/// Resolves an instance field and patches.
pub unsafe fn instance_field(pc: Pc, t: Thread, f: Fp, is_put: bool) -> JResult<()> {
    let op = if is_put { Op::PutUnresolved } else { Op::GetUnresolved };
    // SAFETY: see the top.
    unsafe {
        let Some((a, b, index)) = operands(pc, op) else { return Ok(()) };
        let field = link::resolve_field(t.get(), f.method(), index, FieldUse { is_static: false, is_put })?;
        let Ok(offset) = u16::try_from(field.offset) else {
            pc.patch(0, word(if is_put { Op::PutFar } else { Op::GetFar }, a, b, index));
            return Ok(());
        };
        let reference = field.kind == ValueKind::Ref;
        let quick = match (is_put, field.is_volatile()) {
            (false, _) => load_by_kind(Op::GetI8, field.kind),
            (true, false) if reference => Op::PutRef,
            (true, true) if reference => Op::PutRefVolatile,
            (true, false) => by_kind(Op::PutBool, field.kind),
            (true, true) => by_kind(Op::PutBoolVolatile, field.kind),
        };
        pc.patch(0, word(quick, a, b, offset));
        Ok(())
    }
}

/// getfield of a field far from the object's start.
pub unsafe fn read_far(pc: Pc, f: Fp, object: u32) -> u64 {
    // SAFETY: see the top; the object is not null.
    unsafe {
        let field = cached_field(f, pc.c() as u16);
        let object = Ref::from_raw(object);
        let value = match field.kind.size() {
            1 => object.get_volatile::<i8>(field.offset) as u32 as u64,
            2 => u64::from(object.get_volatile::<u16>(field.offset)),
            4 => u64::from(object.get_volatile::<u32>(field.offset)),
            _ => object.get_volatile::<u64>(field.offset),
        };
        narrow(field.kind, value)
    }
}

/// putfield of a field far from the object's start.
pub unsafe fn write_far(pc: Pc, f: Fp, object: u32, value: u64) {
    // SAFETY: see the top; the object is not null.
    unsafe {
        let field = cached_field(f, pc.c() as u16);
        let object = Ref::from_raw(object);
        let value = narrow(field.kind, value);
        match (field.kind, field.kind.size()) {
            (ValueKind::Ref, _) => heap::store_ref_volatile(object, field.offset, Ref::from_word(value)),
            (_, 1) => object.set_volatile(field.offset, value as u8),
            (_, 2) => object.set_volatile(field.offset, value as u16),
            (_, 4) => object.set_volatile(field.offset, value as u32),
            _ => object.set_volatile(field.offset, value),
        }
    }
}

// ---- calls

/// The destination halfword of a call's last word.
fn keep_destination(last: u64, low: u64) -> u64 {
    last & 0xffff << 48 | low & 0xffff_ffff_ffff
}

/// Resolves an invokestatic; the method to call, null if an exception was raised.
pub unsafe fn static_method(pc: Pc, t: Thread, f: Fp) -> *const Method {
    // SAFETY: see the top.
    unsafe {
        let Some((a, _, index)) = operands(pc, Op::CallStaticUnresolved) else {
            return pc.load(1) as u32 as usize as *const Method;
        };
        let thread = t.get();
        let Ok(ResolvedCall::Static(method)) =
            link::resolve_call(thread, f.method().class(), index, CallKind::Static)
        else {
            return std::ptr::null();
        };
        let class = method.class();
        if !class.is_ready_for(thread) && link::initialize(thread, class).is_err() {
            return std::ptr::null();
        }
        if class.is_initialized() {
            pc.patch(1, keep_destination(pc.load(1), u64::from(address(method))));
            pc.patch(0, word(Op::CallStatic, a, 0, index));
        }
        method
    }
}

/// Patches a call of two words to call `method` once the receiver is known not to be null.
unsafe fn patch_direct(pc: Pc, a: u16, index: u16, method: &'static Method) {
    // SAFETY: see the top.
    unsafe {
        if is_empty_constructor(method) {
            return pc.patch(0, word(Op::CallNothing, a, 0, index));
        }
        if let Some((op, offset)) = getter(method) {
            return pc.patch(0, word(op, a, offset, index));
        }
        pc.patch(1, keep_destination(pc.load(1), u64::from(address(method))));
        pc.patch(0, word(Op::CallSpecial, a, 0, index));
    }
}

/// Resolves an invokespecial.
pub unsafe fn special_method(pc: Pc, t: Thread, f: Fp) -> JResult<()> {
    // SAFETY: see the top.
    unsafe {
        let Some((a, _, index)) = operands(pc, Op::CallSpecialUnresolved) else { return Ok(()) };
        match link::resolve_call(t.get(), f.method().class(), index, CallKind::Special)? {
            ResolvedCall::Direct(method) => patch_direct(pc, a, index, method),
            other => return Err(unsupported_call(t.get(), other)),
        }
        Ok(())
    }
}

/// Resolves an invokevirtual.
pub unsafe fn virtual_method(pc: Pc, r: Regs, t: Thread, f: Fp) -> JResult<()> {
    // SAFETY: see the top.
    unsafe {
        let Some((a, _, index)) = operands(pc, Op::CallVirtualUnresolved) else { return Ok(()) };
        match link::resolve_call(t.get(), f.method().class(), index, CallKind::Virtual)? {
            ResolvedCall::Direct(method) => patch_direct(pc, a, index, method),
            ResolvedCall::Virtual(_, at) => {
                // A receiver whose method is a getter is likely followed by more of its kind.
                let receiver = r.u32(usize::from(a));
                if receiver != 0
                    && let Some((op, offset)) = getter(Ref::from_raw(receiver).class().virtual_method(at))
                {
                    let class = Ref::from_raw(receiver).class().address();
                    let guarded =
                        Op::ALL[op as usize - Op::CallGetterI8 as usize + Op::CallGuardedI8 as usize];
                    pc.patch(1, keep_destination(pc.load(1), u64::from(class)));
                    pc.patch(0, word(guarded, a, offset, index));
                    return Ok(());
                }
                patch_virtual(pc, a, index, at);
            }
            ResolvedCall::Interface(method) => {
                pc.patch(1, keep_destination(pc.load(1), u64::from(address(method))));
                pc.patch(0, word(Op::CallVirtualMiranda, a, 0, index));
            }
            ResolvedCall::Polymorphic(method) => {
                let call = link_polymorphic(t.get(), f.method().class(), index, method)?;
                let (op, mode, slot) = match call {
                    Polymorphic::Basic => (Op::CallHandleBasic, 0, 0),
                    Polymorphic::Handle(slot) if method.name == *"invokeExact" => {
                        (Op::CallHandleExact, 0, address(slot))
                    }
                    Polymorphic::Handle(slot) => (Op::CallHandle, 0, address(slot)),
                    Polymorphic::Variable(mode, slot) => (Op::CallVariable, mode, address(slot)),
                };
                pc.patch(1, keep_destination(pc.load(1), u64::from(slot)));
                pc.patch(0, word(op, a, mode, index));
            }
            other => return Err(unsupported_call(t.get(), other)),
        }
        Ok(())
    }
}

unsafe fn patch_virtual(pc: Pc, a: u16, index: u16, at: u32) {
    // SAFETY: see the top.
    unsafe {
        match u16::try_from(at) {
            Ok(at) => pc.patch(0, word(Op::CallVirtual, a, at, index)),
            Err(_) => pc.patch(0, word(Op::CallVirtualFar, a, 0, index)),
        }
    }
}

/// Turns a guarded getter, met by a receiver of another class, into a plain virtual call.
pub unsafe fn give_up_getter(pc: Pc, t: Thread, f: Fp) -> JResult<()> {
    // SAFETY: see the top.
    unsafe {
        let first = pc.load(0);
        let (a, index) = ((first >> 16) as u16, (first >> 48) as u16);
        let op = first as u16;
        if !(Op::CallGuardedI8 as u16..=Op::CallGuarded64 as u16).contains(&op) {
            return Ok(());
        }
        if let ResolvedCall::Virtual(_, at) =
            link::resolve_call(t.get(), f.method().class(), index, CallKind::Virtual)?
        {
            patch_virtual(pc, a, index, at);
        }
        Ok(())
    }
}

/// The vtable index of a call whose index does not fit the instruction.
pub unsafe fn far_index(pc: Pc, f: Fp) -> u32 {
    // SAFETY: see the top; the entry was resolved to a method.
    unsafe {
        let method = f.method().class().pool.cached(pc.c() as u16) as usize as *const Method;
        (*method).vtable_index().unwrap_or(0)
    }
}

/// Resolves an invokeinterface.
pub unsafe fn interface_method(pc: Pc, t: Thread, f: Fp) -> JResult<()> {
    // SAFETY: see the top.
    unsafe {
        let Some((a, _, index)) = operands(pc, Op::CallInterfaceUnresolved) else { return Ok(()) };
        match link::resolve_call(t.get(), f.method().class(), index, CallKind::Interface)? {
            ResolvedCall::Interface(method) => {
                pc.patch(2, keep_destination(pc.load(2), u64::from(address(method))));
                pc.patch(0, word(Op::CallInterface, a, 0, index));
            }
            ResolvedCall::Virtual(_, at) => match u16::try_from(at) {
                // Object's methods come first in every vtable.
                Ok(at) => pc.patch(0, word(Op::CallInterfaceVirtual, a, at, index)),
                Err(_) => crate::fatal("a method of Object far down in the vtable"),
            },
            ResolvedCall::Direct(method) => {
                pc.patch(2, keep_destination(pc.load(2), u64::from(address(method))));
                pc.patch(0, word(Op::CallInterfaceDirect, a, 0, index));
            }
            other => return Err(unsupported_call(t.get(), other)),
        }
        Ok(())
    }
}

/// Selects the method of an invokeinterface for its receiver's class and fills the inline cache.
pub unsafe fn select_interface(pc: Pc, r: Regs, t: Thread) -> JResult<()> {
    // SAFETY: see the top; the receiver is not null.
    unsafe {
        let class = Ref::from_raw(r.u32(pc.a())).class();
        let wanted = &*(pc.load(2) as u32 as usize as *const Method);
        let method = link::select_interface(t.get(), class, wanted)?;
        pc.patch(1, u64::from(class.address()) | u64::from(address(method)) << 32);
        Ok(())
    }
}

/// The method that an invokevirtual of an interface's method selects; null if an exception was raised.
pub unsafe fn select_miranda(pc: Pc, r: Regs, t: Thread) -> *const Method {
    // SAFETY: see the top; the receiver is not null.
    unsafe {
        let class = Ref::from_raw(r.u32(pc.a())).class();
        let wanted = &*(pc.load(1) as u32 as usize as *const Method);
        match link::select_miranda(t.get(), class, wanted) {
            Ok(method) => method,
            Err(_) => std::ptr::null(),
        }
    }
}

/// Links an invokedynamic and patches it to what its call site does.
pub unsafe fn call_site(pc: Pc, t: Thread, f: Fp) -> JResult<()> {
    // SAFETY: see the top.
    unsafe {
        let Some((a, _, index)) = operands(pc, Op::CallDynamicUnlinked) else { return Ok(()) };
        let bci = super::maps(f.method()).bci(f.method(), super::Position(pc.0 as u64 | 1));
        match indy::link_call_site(t.get(), f.method(), bci, index)? {
            CallSite::Method(method) => {
                pc.patch(1, keep_destination(pc.load(1), u64::from(address(method))));
                pc.patch(0, word(Op::CallStatic, a, 0, index));
            }
            CallSite::Constant(slot) => pc.patch(0, word32(Op::CallDynamicConst, a, address(slot))),
        }
        Ok(())
    }
}

#[cold]
fn unsupported_call(thread: &JavaThread, call: ResolvedCall) -> crate::Thrown {
    let method = match call {
        ResolvedCall::Static(m)
        | ResolvedCall::Direct(m)
        | ResolvedCall::Virtual(m, _)
        | ResolvedCall::Interface(m)
        | ResolvedCall::Polymorphic(m) => m,
    };
    let text = format!("calls of '{}'", method.external());
    thread.throw("java/lang/UnsupportedOperationException", &text)
}

/// Raises the error for a method without code.
pub fn no_code(thread: &JavaThread, method: &'static Method, receiver: u32) -> crate::Thrown {
    if method.is_native() {
        return thread.throw("java/lang/UnsatisfiedLinkError", &format!("'{}'", method.external()));
    }
    if method.is_static() || receiver == 0 {
        return thread.throw("java/lang/AbstractMethodError", &format!("'{}'", method.external()));
    }
    // SAFETY: the first register of an instance method's frame is its receiver.
    link::abstract_error(thread, unsafe { Ref::from_raw(receiver) }.class(), method)
}

/// Registers of a frame.
pub unsafe fn frame_size(f: Fp) -> usize {
    // SAFETY: see the top.
    unsafe {
        match (*f.0).method.as_ref() {
            Some(method) if !crate::stackwalk::runs_host_code(method) => {
                frame_words(method.code_words.load(Ordering::Relaxed) as *const u64)
            }
            Some(method) => method.arg_count().max(1),
            None => 1,
        }
    }
}

/// Whether a constructor does nothing but call Object's.
fn is_empty_constructor(method: &'static Method) -> bool {
    if !method.is_constructor() || method.code_offset == 0 || method.is_synchronized() {
        return false;
    }
    match method.code() {
        // return
        [0xb1] => true,
        // aload_0; invokespecial; return
        [0x2a, 0xb7, high, low, 0xb1] => {
            let pool = &method.class().pool;
            let (class, name, _) = pool.member(u16::from_be_bytes([*high, *low]));
            pool.name(class) == *"java/lang/Object" && name == *"<init>"
        }
        _ => false,
    }
}

/// If a method only returns a field of its receiver: the load and the field's offset.
fn getter(method: &'static Method) -> Option<(Op, u16)> {
    if method.code_offset == 0
        || method.is_synchronized()
        || method.is_static()
        || crate::stackwalk::runs_host_code(method)
    {
        return None;
    }
    // aload_0; getfield; ireturn .. areturn
    let [0x2a, 0xb4, high, low, 0xac..=0xb0] = *method.code() else { return None };
    let class = method.class();
    let (owner, name, descriptor) = class.pool.member(u16::from_be_bytes([high, low]));
    if class.pool.name(owner) != class.name {
        return None;
    }
    let field = class.declared_field(name, descriptor)?;
    if field.is_static() || field.kind != method.ret() {
        return None;
    }
    Some((load_by_kind(Op::CallGetterI8, field.kind), u16::try_from(field.offset).ok()?))
}

// ---- objects

/// new: resolves, initialises, patches, and makes the object.
pub unsafe fn new_object(pc: Pc, t: Thread, f: Fp) -> JResult<Ref> {
    // SAFETY: see the top.
    unsafe {
        let thread = t.get();
        let class = match operands(pc, Op::NewUnresolved) {
            None => Class::from_address(u64::from(pc.bc())),
            Some((a, _, index)) => {
                let class = link::resolve_class(thread, f.method().class(), index)?;
                if class.is_abstract() {
                    return Err(thread.throw("java/lang/InstantiationError", &class.external_name()));
                }
                if !class.is_ready_for(thread) {
                    link::initialize(thread, class)?;
                }
                if class.is_initialized() {
                    pc.patch(0, word32(Op::New, a, class.address()));
                }
                class
            }
        };
        heap::alloc_object(thread, class)
    }
}

/// newarray: patches in the array class.
pub unsafe fn primitive_array(pc: Pc) {
    // SAFETY: see the top.
    unsafe {
        let Some((a, b, code)) = operands(pc, Op::NewPrimitiveArrayUnresolved) else { return };
        let kind = ValueKind::of_newarray(code as u8).unwrap_or(ValueKind::Int);
        patch_new_array(pc, a, b, vm().known.array(kind));
    }
}

unsafe fn patch_new_array(pc: Pc, a: u16, b: u16, class: &'static Class) {
    let log = class.element.size().trailing_zeros() as u16;
    // SAFETY: see the top.
    unsafe {
        pc.patch(1, u64::from(class.address()));
        pc.patch(0, word(Op::NewArray, a, b, log));
    }
}

/// anewarray: resolves and patches.
pub unsafe fn reference_array(pc: Pc, t: Thread, f: Fp) -> JResult<()> {
    // SAFETY: see the top.
    unsafe {
        let Some((a, b, index)) = operands(pc, Op::NewArrayUnresolved) else { return Ok(()) };
        let component = link::resolve_class(t.get(), f.method().class(), index)?;
        patch_new_array(pc, a, b, array_of(component));
        Ok(())
    }
}

/// multianewarray.
pub unsafe fn multi_array(pc: Pc, r: Regs, t: Thread, f: Fp) -> JResult<Ref> {
    // SAFETY: see the top.
    unsafe {
        let class = link::resolve_class(t.get(), f.method().class(), pc.c() as u16)?;
        let count = pc.word(1) as usize;
        let lengths: Vec<i32> = (0..count).map(|i| r.i32(pc.b() + i)).collect();
        heap::alloc_multi(t.get(), class, &lengths)
    }
}

/// checkcast: resolves and patches.
pub unsafe fn cast_class(pc: Pc, t: Thread, f: Fp) -> JResult<()> {
    // SAFETY: see the top.
    unsafe {
        let Some((a, _, index)) = operands(pc, Op::CheckCastUnresolved) else { return Ok(()) };
        let class = link::resolve_class(t.get(), f.method().class(), index)?;
        pc.patch(0, word32(Op::CheckCast, a, class.address()));
        Ok(())
    }
}

/// instanceof: resolves and patches.
pub unsafe fn test_class(pc: Pc, t: Thread, f: Fp) -> JResult<()> {
    // SAFETY: see the top.
    unsafe {
        let Some((a, b, index)) = operands(pc, Op::InstanceOfUnresolved) else { return Ok(()) };
        let class = link::resolve_class(t.get(), f.method().class(), index)?;
        pc.patch(1, u64::from(class.address()));
        pc.patch(0, word(Op::InstanceOf, a, b, index));
        Ok(())
    }
}

/// ldc of a reference: resolves and patches.
pub unsafe fn constant(pc: Pc, t: Thread, f: Fp) -> JResult<()> {
    // SAFETY: see the top.
    unsafe {
        let Some((a, _, index)) = operands(pc, Op::LoadConstantUnresolved) else { return Ok(()) };
        let slot = constant_slot(t.get(), f.method(), index)?;
        pc.patch(0, word32(Op::LoadRoot, a, address(slot)));
        Ok(())
    }
}

/// The slot that holds a constant of reference type.
pub fn constant_slot(thread: &JavaThread, method: &'static Method, index: u16) -> JResult<&'static RootSlot> {
    let from = method.class();
    match from.pool.tag(index) {
        tag::STRING => link::resolve_string(thread, from, index),
        tag::CLASS => {
            let class = link::resolve_class(thread, from, index)?;
            vm().known.mirror(thread, class)?;
            Ok(&class.mirror)
        }
        _ => indy::constant(thread, from, index),
    }
}

/// ldc of a Dynamic constant of a primitive type.
pub unsafe fn dynamic_primitive(pc: Pc, t: Thread, f: Fp) -> JResult<u64> {
    // SAFETY: see the top.
    unsafe { indy::dynamic_primitive(t.get(), f.method().class(), pc.c() as u16) }
}
