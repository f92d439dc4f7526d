//! Resolution of symbolic references (JVMS 5.4.3), cached in the constant pool.

use super::members::{find_field, find_interface_method, find_method};
use super::{access, throw};
use crate::class::{Class, Field, Method, MethodFlags, Symbol, flags, tag};
use crate::error::{JResult, Thrown};
use crate::load::{self, Loader};
use crate::memory::RootSlot;
use crate::thread::JavaThread;
use crate::vm;

/// What a field instruction does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldUse {
    /// `getstatic` or `putstatic`.
    pub is_static: bool,
    /// `putfield` or `putstatic`.
    pub is_put: bool,
}

/// The four resolving invocations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallKind {
    /// `invokevirtual`
    Virtual,
    /// `invokespecial`
    Special,
    /// `invokestatic`
    Static,
    /// `invokeinterface`
    Interface,
}

/// How a call finds its target once it is resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResolvedCall {
    /// This method; initialise its class first.
    Static(&'static Method),
    /// This method, receiver checked for null.
    Direct(&'static Method),
    /// The receiver's vtable at this index.
    Virtual(&'static Method, u32),
    /// [`super::select_interface`] on the receiver's class. The receiver may be no implementer
    /// (`IncompatibleClassChangeError`) as the verifier does not check interfaces.
    Interface(&'static Method),
    /// Signature-polymorphic; the call site's own descriptor counts.
    Polymorphic(&'static Method),
}

/// Loads a class for a reference in another class; `NoClassDefFoundError` if there is none.
pub fn load_or_throw(thread: &JavaThread, loader: &'static Loader, name: Symbol) -> JResult<&'static Class> {
    match load::find(thread, loader, name) {
        Ok(Some(class)) => Ok(class),
        Ok(None) => {
            let dotted = name.text().replace('/', ".");
            let cause = throw::make(thread, "java/lang/ClassNotFoundException", Some(&dotted))?;
            Err(throw::with_cause(thread, "java/lang/NoClassDefFoundError", Some(&name.text()), cause))
        }
        Err(thrown) => {
            let error = thread.take_pending(thrown);
            let not_found = Symbol::of(b"java/lang/ClassNotFoundException");
            if error.class().supers().any(|c| c.name == not_found) {
                return Err(throw::with_cause(
                    thread,
                    "java/lang/NoClassDefFoundError",
                    Some(&name.text()),
                    error,
                ));
            }
            Err(thread.raise(error))
        }
    }
}

/// Resolves a Class entry (JVMS 5.4.3.1).
#[inline]
pub fn resolve_class(thread: &JavaThread, from: &'static Class, index: u16) -> JResult<&'static Class> {
    match from.pool.cached(index) {
        0 => class_slow(thread, from, index),
        // SAFETY: a Class entry's cache holds nothing but classes.
        address => Ok(unsafe { Class::from_address(address) }),
    }
}

#[cold]
fn class_slow(thread: &JavaThread, from: &'static Class, index: u16) -> JResult<&'static Class> {
    let class = remembering(thread, from, index, || {
        let class = load_or_throw(thread, from.loader, from.pool.name(index))?;
        if !access::class_accessible(from, class) {
            return Err(thread.throw("java/lang/IllegalAccessError", &access::class_text(from, class)));
        }
        Ok(class)
    })?;
    from.pool.remember(index, u64::from(class.address()));
    Ok(class)
}

/// A failed resolution fails the same way ever after (JVMS 5.4.3).
fn remembering<T>(
    thread: &JavaThread,
    from: &'static Class,
    index: u16,
    resolve: impl FnOnce() -> JResult<T>,
) -> JResult<T> {
    let key = (from.address(), index);
    if let Some(thrown) = vm().failures.raise_again(thread, key) {
        return Err(thrown);
    }
    resolve().map_err(|thrown| vm().failures.record(thread, key, thrown))
}

/// Resolves a Fieldref (JVMS 5.4.3.2).
pub fn resolve_plain_field(thread: &JavaThread, from: &'static Class, index: u16) -> JResult<&'static Field> {
    match from.pool.cached(index) {
        0 => {
            let field = remembering(thread, from, index, || field_slow(thread, from, index))?;
            from.pool.remember(index, std::ptr::from_ref(field) as usize as u64);
            Ok(field)
        }
        // SAFETY: a Fieldref's cache holds nothing but fields.
        address => Ok(unsafe { &*(address as usize as *const Field) }),
    }
}

/// Whether a field is static as its use says.
pub fn check_static(thread: &JavaThread, field: &'static Field, how: FieldUse) -> JResult<()> {
    if field.is_static() == how.is_static {
        return Ok(());
    }
    let what = if how.is_static { "Expected static field" } else { "Expected non-static field" };
    let text = format!("{what} {}.{}", field.class().external_name(), field.name);
    Err(thread.throw("java/lang/IncompatibleClassChangeError", &text))
}

/// Resolves a Fieldref for an instruction in `method` (JVMS 5.4.3.2 and the instruction's own rules).
pub fn resolve_field(
    thread: &JavaThread,
    method: &'static Method,
    index: u16,
    how: FieldUse,
) -> JResult<&'static Field> {
    let field = resolve_plain_field(thread, method.class(), index)?;
    check_static(thread, field, how)?;
    if how.is_put && field.has(flags::FINAL) {
        check_final(thread, method, field)?;
    }
    Ok(field)
}

/// Final fields are written by their class only, from version 53 on by its initialisation methods only.
fn check_final(thread: &JavaThread, method: &'static Method, field: &'static Field) -> JResult<()> {
    let from = method.class();
    // The machine's own spun classes set their fields where they make instances, and method handles those that reflection may set.
    if from.rare.hidden && from.rare.trusted {
        return Ok(());
    }
    let kind = if field.is_static() { "static final" } else { "final" };
    let owner = field.class();
    if from != owner {
        let text = format!(
            "Update to {} field {}.{} attempted from a different class ({}) than the field's declaring class",
            if field.is_static() { "static final" } else { "non-static final" },
            owner.external_name(),
            field.name,
            from.external_name()
        );
        return Err(thread.throw("java/lang/IllegalAccessError", &text));
    }
    let initializer = if field.is_static() { "<clinit>" } else { "<init>" };
    if from.version >= 53 && !(method.name == *initializer) {
        let text = format!(
            "Update to {} field {}.{} attempted from a different method ({}) than the initializer method {initializer} ",
            if kind == "final" { "non-static final" } else { kind },
            owner.external_name(),
            field.name,
            method.name
        );
        return Err(thread.throw("java/lang/IllegalAccessError", &text));
    }
    Ok(())
}

fn field_slow(thread: &JavaThread, from: &'static Class, index: u16) -> JResult<&'static Field> {
    let (class_index, name, descriptor) = from.pool.member(index);
    let through = resolve_class(thread, from, class_index)?;
    let Some(field) = find_field(through, name, descriptor) else {
        return Err(thread.throw("java/lang/NoSuchFieldError", &name.text()));
    };
    if !access::member_accessible(thread, from, field.class(), field.access, through)? {
        return Err(thread.throw("java/lang/IllegalAccessError", &access::field_text(from, field)));
    }
    Ok(field)
}

/// Resolves a Methodref or InterfaceMethodref for a call in `from` (JVMS 5.4.3.3, 5.4.3.4 and the instruction's rules).
pub fn resolve_call(
    thread: &JavaThread,
    from: &'static Class,
    index: u16,
    kind: CallKind,
) -> JResult<ResolvedCall> {
    let (class_index, name, descriptor) = from.pool.member(index);
    let through = resolve_class(thread, from, class_index)?;
    let method = match from.pool.cached(index) {
        0 => {
            let method = remembering(thread, from, index, || {
                method_slow(thread, from, through, index, name, descriptor)
            })?;
            from.pool.remember(index, std::ptr::from_ref(method) as usize as u64);
            method
        }
        // SAFETY: a method reference's cache holds nothing but methods.
        address => unsafe { &*(address as usize as *const Method) },
    };
    classify(thread, from, through, method, kind)
}

fn method_slow(
    thread: &JavaThread,
    from: &'static Class,
    through: &'static Class,
    index: u16,
    name: Symbol,
    descriptor: Symbol,
) -> JResult<&'static Method> {
    let wants_interface = from.pool.tag(index) == tag::INTERFACE_METHODREF;
    if wants_interface != through.is_interface() {
        let text = match wants_interface {
            true => format!("Found class {}, but interface was expected", through.external_name()),
            false => format!("Found interface {}, but class was expected", through.external_name()),
        };
        return Err(thread.throw("java/lang/IncompatibleClassChangeError", &text));
    }
    let found = match wants_interface {
        true => find_interface_method(through, name, descriptor),
        false => find_method(through, name, descriptor),
    };
    let Some(method) = found else {
        let text = format!("'{}'", external(through, name, descriptor));
        return Err(thread.throw("java/lang/NoSuchMethodError", &text));
    };
    // Arrays' clone is public (JLS 10.7).
    let array_clone = through.is_array() && name.bytes() == b"clone" && method.class() == vm().known.object();
    if !array_clone && !access::member_accessible(thread, from, method.class(), method.access, through)? {
        return Err(thread.throw("java/lang/IllegalAccessError", &access::method_text(from, method)));
    }
    Ok(method)
}

fn external(class: &Class, name: Symbol, descriptor: Symbol) -> String {
    let signature = crate::class::Signature::of(descriptor);
    let bytes = descriptor.bytes();
    let count = signature.params.len();
    let params: Vec<String> =
        (0..count).map(|i| crate::class::external_type(signature.part(bytes, i))).collect();
    let ret = crate::class::external_type(signature.part(bytes, count));
    format!("{ret} {}.{}({})", class.external_name(), name, params.join(", "))
}

fn classify(
    thread: &JavaThread,
    from: &'static Class,
    through: &'static Class,
    method: &'static Method,
    kind: CallKind,
) -> JResult<ResolvedCall> {
    if method.is(MethodFlags::POLYMORPHIC) && kind == CallKind::Virtual {
        return Ok(ResolvedCall::Polymorphic(method));
    }
    let change = |text: String| -> JResult<ResolvedCall> {
        Err(thread.throw("java/lang/IncompatibleClassChangeError", &text))
    };
    if method.is_static() != (kind == CallKind::Static) {
        let what = if method.is_static() { "Expecting non-static method" } else { "Expected static method" };
        return change(format!("{what} '{}'", method.external()));
    }
    match kind {
        CallKind::Static => Ok(ResolvedCall::Static(method)),
        CallKind::Special => special(thread, from, through, method),
        CallKind::Virtual | CallKind::Interface => {
            let owner = method.class();
            if method.is_private() {
                return Ok(ResolvedCall::Direct(method));
            }
            if owner.is_interface() {
                return Ok(ResolvedCall::Interface(method));
            }
            match method.vtable_index() {
                Some(index) if !method.has(flags::FINAL) && !owner.has(flags::FINAL) => {
                    Ok(ResolvedCall::Virtual(method, index))
                }
                _ => Ok(ResolvedCall::Direct(method)),
            }
        }
    }
}

/// The rules of `invokespecial` (JVMS 6.5): look up again from the direct superclass if `ACC_SUPER` semantics apply.
fn special(
    thread: &JavaThread,
    from: &'static Class,
    through: &'static Class,
    method: &'static Method,
) -> JResult<ResolvedCall> {
    if method.is_constructor() {
        if method.class() != through {
            let text = format!("'{}'", external(through, method.name, method.descriptor));
            return Err(thread.throw("java/lang/NoSuchMethodError", &text));
        }
        return Ok(ResolvedCall::Direct(method));
    }
    let climbs = !through.is_interface() && from != through && from.is_subclass_of(through);
    let start = match (climbs, from.super_class) {
        (true, Some(parent)) if !method.is_private() => parent,
        _ => through,
    };
    let selected = if method.is_private() {
        Some(method)
    } else {
        let declared = start
            .supers()
            .find_map(|c| c.declared_method(method.name, method.descriptor).filter(|m| !m.is_static()));
        declared
            .or_else(|| {
                let object = vm().known.object().declared_method(method.name, method.descriptor);
                object.filter(|m| start.is_interface() && m.has(flags::PUBLIC) && !m.is_static())
            })
            .or_else(|| super::members::maximally_specific(start, method.name, method.descriptor).1)
    };
    match selected {
        Some(found) if !found.is_abstract() => Ok(ResolvedCall::Direct(found)),
        _ => {
            let many = super::members::conflicting(start, method.name, method.descriptor);
            if many.len() > 1 {
                return Err(super::select::conflict(thread, &many));
            }
            let text = format!("'{}'", method.external());
            Err::<ResolvedCall, Thrown>(thread.throw("java/lang/AbstractMethodError", &text))
        }
    }
}

/// Resolves a String entry: the slot that holds the interned string.
#[inline]
pub fn resolve_string(thread: &JavaThread, from: &'static Class, index: u16) -> JResult<&'static RootSlot> {
    match from.pool.cached(index) {
        0 => {
            let slot = vm().strings.intern_symbol(thread, from.pool.utf8(from.pool.first(index)))?;
            from.pool.remember(index, std::ptr::from_ref(slot) as usize as u64);
            Ok(slot)
        }
        // SAFETY: a String entry's cache holds nothing but root slots.
        address => Ok(unsafe { &*(address as usize as *const RootSlot) }),
    }
}
