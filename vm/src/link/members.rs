//! Looking up fields and methods (JVMS 5.4.3.2 - 5.4.3.4).

use crate::class::{Class, Field, Method, MethodFlags, Symbol, flags};
use crate::error::JResult;
use crate::thread::JavaThread;
use crate::vm;

/// JVMS 5.4.3.2: the class, its superinterfaces, its superclass.
pub fn find_field(class: &'static Class, name: Symbol, descriptor: Symbol) -> Option<&'static Field> {
    class
        .supers()
        .find_map(|c| c.declared_field(name, descriptor).or_else(|| interface_field(c, name, descriptor)))
}

fn interface_field(class: &'static Class, name: Symbol, descriptor: Symbol) -> Option<&'static Field> {
    class
        .interfaces
        .iter()
        .find_map(|i| i.declared_field(name, descriptor).or_else(|| interface_field(i, name, descriptor)))
}

/// A signature-polymorphic method by its name (JVMS 2.9.3).
fn polymorphic(class: &'static Class, name: Symbol) -> Option<&'static Method> {
    let owner = class.name.bytes();
    if owner != b"java/lang/invoke/MethodHandle" && owner != b"java/lang/invoke/VarHandle" {
        return None;
    }
    let mut named = class.methods.iter().filter(|m| m.name == name);
    let method = named.next()?;
    let fits = named.next().is_none()
        && method.has(flags::NATIVE)
        && method.has(flags::VARARGS)
        && method.descriptor.bytes().starts_with(b"([Ljava/lang/Object;)");
    if fits {
        method.mark(MethodFlags::POLYMORPHIC);
    }
    fits.then_some(method)
}

/// JVMS 5.4.3.3: method lookup in a class; interface methods included.
pub fn find_method(class: &'static Class, name: Symbol, descriptor: Symbol) -> Option<&'static Method> {
    if let Some(method) = polymorphic(class, name) {
        return Some(method);
    }
    class
        .supers()
        .find_map(|c| c.declared_method(name, descriptor))
        .or_else(|| in_superinterfaces(class, name, descriptor))
}

/// JVMS 5.4.3.4: method lookup in an interface, `Object`'s public instance methods included.
pub fn find_interface_method(
    class: &'static Class,
    name: Symbol,
    descriptor: Symbol,
) -> Option<&'static Method> {
    class
        .declared_method(name, descriptor)
        .or_else(|| {
            let object = vm().known.object().declared_method(name, descriptor);
            object.filter(|m| m.has(flags::PUBLIC) && !m.is_static())
        })
        .or_else(|| in_superinterfaces(class, name, descriptor))
}

/// The maximally-specific method if there is exactly one that is not abstract, else any that is neither private
/// nor static.
fn in_superinterfaces(class: &'static Class, name: Symbol, descriptor: Symbol) -> Option<&'static Method> {
    let (candidates, default) = maximally_specific(class, name, descriptor);
    default.or(candidates)
}

/// Maximally-specific superinterface methods: the first of them, and the only non-abstract one.
pub(super) fn maximally_specific(
    class: &'static Class,
    name: Symbol,
    descriptor: Symbol,
) -> (Option<&'static Method>, Option<&'static Method>) {
    let all: Vec<&'static Method> = class
        .all_interfaces
        .iter()
        .filter_map(|i| i.declared_method(name, descriptor))
        .filter(|m| !m.is_private() && !m.is_static())
        .collect();
    let specific: Vec<&'static Method> = all
        .iter()
        .copied()
        .filter(|m| !all.iter().any(|other| other != m && other.class().is_subclass_of(m.class())))
        .collect();
    let mut concrete = specific.iter().copied().filter(|m| !m.is_abstract());
    let only = match (concrete.next(), concrete.next()) {
        (Some(method), None) => Some(method),
        _ => None,
    };
    (specific.first().copied(), only)
}

/// Whether a method that may be selected exists more than once: for the error's text.
pub(super) fn conflicting(class: &'static Class, name: Symbol, descriptor: Symbol) -> Vec<&'static Method> {
    let all: Vec<&'static Method> = class
        .all_interfaces
        .iter()
        .filter_map(|i| i.declared_method(name, descriptor))
        .filter(|m| !m.is_private() && !m.is_static() && !m.is_abstract())
        .collect();
    all.iter()
        .copied()
        .filter(|m| !all.iter().any(|other| other != m && other.class().is_subclass_of(m.class())))
        .collect()
}

/// A method by name and descriptor, as the machine calls library methods. `NoSuchMethodError` if it is missing.
pub fn resolve_method_by_name(
    thread: &JavaThread,
    class: &'static Class,
    name: &str,
    descriptor: &str,
) -> JResult<&'static Method> {
    find_method(class, Symbol::from_text(name), Symbol::from_text(descriptor)).ok_or_else(|| {
        let text = format!("{}.{name}{descriptor}", class.external_name());
        thread.throw("java/lang/NoSuchMethodError", &text)
    })
}

/// A field by name and descriptor. `NoSuchFieldError` if it is missing.
pub fn resolve_field_by_name(
    thread: &JavaThread,
    class: &'static Class,
    name: &str,
    descriptor: &str,
) -> JResult<&'static Field> {
    find_field(class, Symbol::from_text(name), Symbol::from_text(descriptor))
        .ok_or_else(|| thread.throw("java/lang/NoSuchFieldError", name))
}
