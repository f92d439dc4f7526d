//! Method selection (JVMS 5.4.6).

use super::members::{conflicting, maximally_specific};
use crate::class::{Class, Method, flags};
use crate::error::JResult;
use crate::thread::JavaThread;
use std::sync::atomic::Ordering;

/// The method `invokevirtual` selects for a method that was resolved to a class's (not an interface's) method.
#[inline]
pub fn select_virtual(receiver: &'static Class, method: &'static Method) -> &'static Method {
    match method.vtable_index() {
        Some(index) => receiver.virtual_method(index),
        None => method,
    }
}

/// The method `invokevirtual` selects for a method that was resolved to an interface's. Unlike `invokeinterface` it
/// reports conflicting default methods as such.
pub fn select_miranda(
    thread: &JavaThread,
    receiver: &'static Class,
    method: &'static Method,
) -> JResult<&'static Method> {
    let many = conflicting(receiver, method.name, method.descriptor);
    let declared = || receiver.supers().any(|c| c.declared_method(method.name, method.descriptor).is_some());
    if many.len() > 1 && !declared() {
        return Err(conflict(thread, &many));
    }
    select_interface(thread, receiver, method)
}

/// Raises the error for a call that several default methods answer.
pub(super) fn conflict(thread: &JavaThread, many: &[&'static Method]) -> crate::error::Thrown {
    let list: Vec<String> = many.iter().map(|m| format!("{}.{}", m.class().name.text(), m.name)).collect();
    let text = format!("Conflicting default methods: {}", list.join(" "));
    thread.throw("java/lang/IncompatibleClassChangeError", &text)
}

/// The method `invokeinterface` selects.
#[inline]
pub fn select_interface(
    thread: &JavaThread,
    receiver: &'static Class,
    method: &'static Method,
) -> JResult<&'static Method> {
    if let Some(found) = receiver.itable(method.class()).and_then(|t| t.get(method.slot)) {
        return Ok(found);
    }
    let found = select_slow(thread, receiver, method)?;
    let table = receiver.itable_for(method.class());
    table.methods[method.slot as usize].store(std::ptr::from_ref(found).cast_mut(), Ordering::Release);
    Ok(found)
}

#[cold]
fn select_slow(
    thread: &JavaThread,
    receiver: &'static Class,
    method: &'static Method,
) -> JResult<&'static Method> {
    if method.is_private() {
        return Ok(method);
    }
    let interface = method.class();
    if !receiver.is_subclass_of(interface) {
        let text = format!(
            "Class {} does not implement the requested interface {}",
            receiver.external_name(),
            interface.external_name()
        );
        return Err(thread.throw("java/lang/IncompatibleClassChangeError", &text));
    }
    let (name, descriptor) = (method.name, method.descriptor);
    let declared = receiver
        .supers()
        .find_map(|c| c.declared_method(name, descriptor).filter(|m| !m.is_static() && !m.is_private()));
    if let Some(found) = declared {
        if !found.has(flags::PUBLIC) {
            let text = format!(
                "class {} tried to access {}method '{}' ({})",
                interface.external_name(),
                if found.has(flags::PROTECTED) { "protected " } else { "" },
                found.external(),
                super::access::two_places(&interface.external_name(), interface.loader, found.class())
            );
            return Err(thread.throw("java/lang/IllegalAccessError", &text));
        }
        if found.is_abstract() {
            return Err(abstract_error(thread, receiver, found));
        }
        return Ok(found);
    }
    let (first, only) = maximally_specific(receiver, name, descriptor);
    if let Some(found) = only {
        return Ok(found);
    }
    Err(abstract_error(thread, receiver, first.unwrap_or(method)))
}

/// Raises `AbstractMethodError` for a call on `receiver` that selected `method`, which has no body.
#[cold]
pub fn abstract_error(thread: &JavaThread, receiver: &Class, method: &Method) -> crate::error::Thrown {
    let owner = method.class();
    let kind = if owner.is_interface() { "interface" } else { "abstract class" };
    let text = format!(
        "Receiver class {} does not define or inherit an implementation of the resolved method '{}{}' of {kind} {}.",
        receiver.external_name(),
        if method.is_abstract() { "abstract " } else { "" },
        short_signature(method),
        owner.external_name()
    );
    thread.throw("java/lang/AbstractMethodError", &text)
}

/// `void m(int)`: as `Method::external`, without the class.
fn short_signature(method: &Method) -> String {
    let full = method.external();
    full.replacen(&format!("{}.", method.class().external_name()), "", 1)
}
