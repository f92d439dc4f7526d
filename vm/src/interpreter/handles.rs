//! The slow ways of `ops/handle.rs`: linking call sites of signature-polymorphic methods, and handles that do not fit them.
#![allow(clippy::missing_safety_doc)]

use super::machine::*;
use super::opcode::Op;
use crate::class::{Class, Method};
use crate::error::JResult;
use crate::indy;
use crate::link;
use crate::memory::RootSlot;
use crate::object::Ref;
use crate::thread::JavaThread;
use std::sync::atomic::Ordering::Relaxed;

/// Offsets of the fields that calls read; set before the first call site is linked.
pub mod layout {
    use std::sync::atomic::AtomicU32;

    /// `MethodHandle.type`
    pub static TYPE: AtomicU32 = AtomicU32::new(0);
    /// `MethodHandle.entry`
    pub static ENTRY: AtomicU32 = AtomicU32::new(0);
    /// `MethodHandle.adapted`
    pub static ADAPTED: AtomicU32 = AtomicU32::new(0);
    /// `VarHandle.accessors`
    pub static ACCESSORS: AtomicU32 = AtomicU32::new(0);
    /// `VarHandle.adapted`
    pub static VARIANTS: AtomicU32 = AtomicU32::new(0);
}

const HANDLE: &str = "java/lang/invoke/MethodHandle";
const VARIABLE: &str = "java/lang/invoke/VarHandle";

/// Learns where the fields are; both classes are initialised then.
fn learn(thread: &JavaThread) -> JResult<()> {
    if layout::ENTRY.load(Relaxed) != 0 {
        return Ok(());
    }
    let handles = "[Ljava/lang/invoke/MethodHandle;";
    for (class, name, descriptor, to) in [
        (HANDLE, "type", "Ljava/lang/invoke/MethodType;", &layout::TYPE),
        (HANDLE, "adapted", "Ljava/lang/invoke/MethodHandle;", &layout::ADAPTED),
        (VARIABLE, "accessors", handles, &layout::ACCESSORS),
        (VARIABLE, "adapted", handles, &layout::VARIANTS),
        (HANDLE, "entry", "J", &layout::ENTRY),
    ] {
        let class = indy::library_class(thread, class)?;
        to.store(link::resolve_field_by_name(thread, class, name, descriptor)?.offset, Relaxed);
    }
    Ok(())
}

/// How a call of a signature-polymorphic method finds its target.
#[derive(Debug, Clone, Copy)]
pub enum Polymorphic {
    /// `invokeBasic`: the handle's entry.
    Basic,
    /// `invokeExact` or `invoke`: the handle's entry if its type is the one in the slot.
    Handle(&'static RootSlot),
    /// The accessor of this number, if its type is the one in the slot.
    Variable(u16, &'static RootSlot),
}

/// Links the call of `method` by the Methodref at `index`. For interpreter and JIT.
pub fn link_polymorphic(
    thread: &JavaThread,
    from: &'static Class,
    index: u16,
    method: &'static Method,
) -> JResult<Polymorphic> {
    learn(thread)?;
    if method.name == *"invokeBasic" {
        return Ok(Polymorphic::Basic);
    }
    let (_, _, descriptor) = from.pool.member(index);
    let slot = indy::method_type(thread, from, descriptor)?;
    if method.class().name == *HANDLE {
        return Ok(Polymorphic::Handle(slot));
    }
    // Access modes are numbered as the methods are declared, which is AccessMode's order.
    let natives = method.class().methods.iter().filter(|m| m.is_native());
    let mode = natives.take_while(|m| m.name != method.name).count();
    Ok(Polymorphic::Variable(mode as u16, slot))
}

/// What the call at `pc` calls, with the handle's register set to what it calls it on; null if an exception was raised.
pub unsafe fn target(pc: Pc, r: Regs, t: Thread) -> *const Method {
    // SAFETY: a handler's arguments; the receiver is not null and of the class that the instruction implies.
    unsafe {
        let thread = t.get();
        let op = pc.load(0) as u16;
        let site = match op == Op::CallHandleBasic as u16 {
            true => None,
            false => Some(&*(pc.word32(1, 0) as usize as *const RootSlot)),
        };
        let receiver = Ref::from_raw(r.u32(pc.a()));
        let found = if op == Op::CallVariable as u16 {
            variable_target(thread, receiver, pc.b() as u32, site)
        } else {
            handle_target(thread, receiver, site, op == Op::CallHandleExact as u16)
        };
        let Ok(handle) = found else { return std::ptr::null() };
        let accessor = op == Op::CallVariable as u16 && {
            let accessors = Ref::from_raw(r.u32(pc.a())).get_ref(layout::ACCESSORS.load(Relaxed));
            accessors.element(pc.b() as u32) == handle
        };
        // A variable's accessors take the variable itself, all other handles' methods the handle.
        if !accessor {
            r.set(pc.a(), handle.word());
        }
        entry_of(handle)
    }
}

/// The method behind a handle that is ready.
pub fn entry_of(handle: Ref) -> *const Method {
    handle.get::<u64>(layout::ENTRY.load(Relaxed)) as usize as *const Method
}

fn ready(handle: Ref, site: Option<&RootSlot>) -> bool {
    let fits = site.is_none_or(|site| handle.get_ref(layout::TYPE.load(Relaxed)) == site.get());
    fits && !entry_of(handle).is_null()
}

/// A handle like this one that is ready, of the type in `site`. `WrongMethodTypeException` if there can't be one.
pub fn handle_target(thread: &JavaThread, handle: Ref, site: Option<&RootSlot>, exact: bool) -> JResult<Ref> {
    if !exact
        && site.is_some()
        && let Some(adapted) = handle.get_ref(layout::ADAPTED.load(Relaxed)).non_null()
        && ready(adapted, site)
    {
        return Ok(adapted);
    }
    let class = indy::library_class(thread, HANDLE)?;
    let descriptor =
        "(Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;Z)Ljava/lang/invoke/MethodHandle;";
    let method = link::resolve_method_by_name(thread, class, "callee", descriptor)?;
    let site = site.map_or(Ref::NULL, RootSlot::get);
    let word = thread.call(method, &[handle.word(), site.word(), u64::from(exact)])?;
    // SAFETY: the method returns a reference.
    Ok(unsafe { Ref::from_word(word) })
}

/// What a call of this type on a variable handle runs: its accessor of that number, or a handle that converts for it.
pub fn variable_target(
    thread: &JavaThread,
    variable: Ref,
    mode: u32,
    site: Option<&RootSlot>,
) -> JResult<Ref> {
    let variants = variable.get_ref(layout::VARIANTS.load(Relaxed));
    if let Some(adapted) = variants.element(mode).non_null()
        && ready(adapted, site)
    {
        return Ok(adapted);
    }
    let class = indy::library_class(thread, VARIABLE)?;
    let descriptor =
        "(Ljava/lang/invoke/VarHandle;ILjava/lang/invoke/MethodType;)Ljava/lang/invoke/MethodHandle;";
    let method = link::resolve_method_by_name(thread, class, "callee", descriptor)?;
    let site = site.map_or(Ref::NULL, RootSlot::get);
    let word = thread.call(method, &[variable.word(), u64::from(mode), site.word()])?;
    // SAFETY: the method returns a reference.
    Ok(unsafe { Ref::from_word(word) })
}

/// For a compiler: the method that a signature-polymorphic call of `method` by the Methodref at `index` reaches on `receiver`,
/// and what it is called on.
pub fn polymorphic_target(
    thread: &JavaThread,
    from: &'static Class,
    index: u16,
    method: &'static Method,
    receiver: crate::object::Handle<'_>,
) -> JResult<(*const Method, Ref)> {
    let call = link_polymorphic(thread, from, index, method)?;
    let Some(object) = receiver.get().non_null() else {
        return Err(thread.throw_bare("java/lang/NullPointerException"));
    };
    match call {
        Polymorphic::Basic | Polymorphic::Handle(_) => {
            let site = match call {
                Polymorphic::Handle(slot) => Some(slot),
                _ => None,
            };
            if ready(object, site) {
                return Ok((entry_of(object), object));
            }
            let handle = handle_target(thread, object, site, method.name == *"invokeExact")?;
            Ok((entry_of(handle), handle))
        }
        Polymorphic::Variable(mode, slot) => {
            let mode = u32::from(mode);
            let accessors = object.get_ref(layout::ACCESSORS.load(Relaxed));
            let accessor = accessors.element(mode);
            if !accessor.is_null() && ready(accessor, Some(slot)) {
                return Ok((entry_of(accessor), object));
            }
            let handle = variable_target(thread, object, mode, Some(slot))?;
            let object = receiver.get();
            let accessors = object.get_ref(layout::ACCESSORS.load(Relaxed));
            let on = if accessors.element(mode) == handle { object } else { handle };
            Ok((entry_of(handle), on))
        }
    }
}
