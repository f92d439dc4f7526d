//! What references resolve to, for a compiler: nothing is loaded, thrown or remembered. `None` means that the running program has
//! to find out.

use super::members::{find_field, find_interface_method, find_method};
use super::{CallKind, FieldUse, ResolvedCall};
use crate::class::{Class, Field, Method, MethodFlags, flags, tag};
use crate::load::{Loader, LoaderKind};
use crate::vm;

/// The class of a Class entry, if it is loaded.
pub fn peek_class(from: &'static Class, index: u16) -> Option<&'static Class> {
    match from.pool.cached(index) {
        0 => {
            let class = known(from.loader, from.pool.name(index))?;
            (class.has(flags::PUBLIC) || class.same_package(from)).then_some(class)
        }
        // SAFETY: a Class entry's cache holds nothing but classes.
        address => Some(unsafe { Class::from_address(address) }),
    }
}

/// A class that a loader would find without loading.
fn known(loader: &'static Loader, name: crate::class::Symbol) -> Option<&'static Class> {
    if let Some(class) = loader.known(name) {
        return Some(class);
    }
    match loader.kind {
        // A class path may hold a class of this name only if the library has none.
        LoaderKind::App => vm().loaders.boot().known(name),
        _ => None,
    }
}

fn accessible(from: &'static Class, owner: &'static Class, access: u16) -> bool {
    from == owner || access & flags::PUBLIC != 0 || (access & flags::PRIVATE == 0 && from.same_package(owner))
}

/// The field of a Fieldref for an instruction in `method`.
pub fn peek_field(method: &'static Method, index: u16, how: FieldUse) -> Option<&'static Field> {
    let from = method.class();
    let field = match from.pool.cached(index) {
        0 => {
            let (class, name, descriptor) = from.pool.member(index);
            let field = find_field(peek_class(from, class)?, name, descriptor)?;
            accessible(from, field.class(), field.access).then_some(field)?
        }
        // SAFETY: a Fieldref's cache holds nothing but fields.
        address => unsafe { &*(address as usize as *const Field) },
    };
    let writable = !how.is_put
        || !field.has(flags::FINAL)
        || (from == field.class()
            && (from.version < 53
                || from.rare.hidden
                || method.is_constructor()
                || method.is_class_initializer()));
    (field.is_static() == how.is_static && writable).then_some(field)
}

/// What a call resolves to.
pub fn peek_call(from: &'static Class, index: u16, kind: CallKind) -> Option<ResolvedCall> {
    let (class, name, descriptor) = from.pool.member(index);
    let through = peek_class(from, class)?;
    let method = match from.pool.cached(index) {
        0 => {
            let interface = from.pool.tag(index) == tag::INTERFACE_METHODREF;
            if interface != through.is_interface() || through.is_array() {
                return None;
            }
            let method = match interface {
                true => find_interface_method(through, name, descriptor)?,
                false => find_method(through, name, descriptor)?,
            };
            accessible(from, method.class(), method.access).then_some(method)?
        }
        // SAFETY: a method reference's cache holds nothing but methods.
        address => unsafe { &*(address as usize as *const Method) },
    };
    if method.is(MethodFlags::POLYMORPHIC) || method.is_static() != (kind == CallKind::Static) {
        return None;
    }
    match kind {
        CallKind::Static => Some(ResolvedCall::Static(method)),
        CallKind::Special => {
            if method.is_constructor() || method.is_private() {
                return (method.is_private() || method.class() == through)
                    .then_some(ResolvedCall::Direct(method));
            }
            let climbs = !through.is_interface() && from != through && from.is_subclass_of(through);
            let start = if climbs { from.super_class? } else { through };
            let found = start
                .supers()
                .find_map(|c| c.declared_method(name, descriptor).filter(|m| !m.is_static()))?;
            (!found.is_abstract()).then_some(ResolvedCall::Direct(found))
        }
        CallKind::Virtual | CallKind::Interface => {
            let owner = method.class();
            if method.is_private() {
                return Some(ResolvedCall::Direct(method));
            }
            if owner.is_interface() {
                return Some(ResolvedCall::Interface(method));
            }
            match method.vtable_index() {
                Some(at) if !method.has(flags::FINAL) && !owner.has(flags::FINAL) => {
                    Some(ResolvedCall::Virtual(method, at))
                }
                _ => Some(ResolvedCall::Direct(method)),
            }
        }
    }
}

/// The method that a receiver of exactly this class selects for an interface's method.
pub fn peek_interface(receiver: &'static Class, method: &'static Method) -> Option<&'static Method> {
    if let Some(found) = receiver.itable(method.class()).and_then(|t| t.get(method.slot)) {
        return Some(found);
    }
    if !receiver.is_subclass_of(method.class()) {
        return None;
    }
    let found = receiver.supers().find_map(|c| {
        c.declared_method(method.name, method.descriptor).filter(|m| !m.is_static() && !m.is_private())
    })?;
    (found.has(flags::PUBLIC) && !found.is_abstract()).then_some(found)
}
