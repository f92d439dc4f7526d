//! Access control (JVMS 5.4.4) and how HotSpot words its failures.

use crate::class::{Class, Field, Method, Symbol, flags, u16_at};
use crate::error::JResult;
use crate::load::{Loader, LoaderKind};
use crate::thread::JavaThread;

/// Whether the machine or the library wrote the class, for code that may do what its user may.
pub fn spun(class: &Class) -> bool {
    class.rare.hidden && class.rare.trusted
}

/// Whether `from` may access class `to`.
pub fn class_accessible(from: &'static Class, to: &'static Class) -> bool {
    let mut to = to;
    while let Some(component) = to.component {
        to = component;
    }
    to.is_primitive() || spun(from) || to.has(flags::PUBLIC) || from == to || from.same_package(to)
}

/// Whether `from` may access a member of `owner` with access flags `access`, referenced through class `through`.
pub fn member_accessible(
    thread: &JavaThread,
    from: &'static Class,
    owner: &'static Class,
    access: u16,
    through: &'static Class,
) -> JResult<bool> {
    if access & flags::PUBLIC != 0 || from == owner || spun(from) {
        return Ok(true);
    }
    if access & flags::PRIVATE != 0 {
        return Ok(nest_host(thread, from)? == nest_host(thread, owner)?);
    }
    if from.same_package(owner) {
        return Ok(true);
    }
    if access & flags::PROTECTED != 0 && from.is_subclass_of(owner) {
        return Ok(access & flags::STATIC != 0
            || through.is_subclass_of(from)
            || from.is_subclass_of(through));
    }
    Ok(false)
}

/// The nest host (JVMS 5.4.4): the class itself if it names none or the host does not agree.
pub fn nest_host(thread: &JavaThread, class: &'static Class) -> JResult<&'static Class> {
    if let Some(host) = class.rare.nest_host.get() {
        return Ok(host);
    }
    let host = match class.attribute(b"NestHost") {
        None => class,
        Some(contents) => {
            match super::resolve_class(thread, class, u16_at(contents, 0)) {
                Ok(host) if host.same_package(class) && lists_member(host, class.name) => host,
                Ok(_) => class,
                Err(thrown) => {
                    // A host that cannot be loaded leaves the class on its own; errors of the machine go on.
                    let error = thread.take_pending(thrown);
                    let linkage = crate::vm().known.linkage_error(thread, error);
                    if !linkage {
                        return Err(thread.raise(error));
                    }
                    class
                }
            }
        }
    };
    class.rare.nest_host.set(host);
    Ok(host)
}

fn lists_member(host: &'static Class, name: Symbol) -> bool {
    let Some(table) = host.attribute(b"NestMembers") else { return false };
    (0..u16_at(table, 0)).any(|i| host.pool.name(u16_at(table, 2 + 2 * i as usize)) == name)
}

/// `unnamed module of loader 'app'` or `module java.base of loader 'bootstrap'`, with a verb before it.
fn module(loader: &Loader) -> String {
    match loader.kind {
        LoaderKind::Boot => "module java.base of loader 'bootstrap'".to_owned(),
        _ => format!("unnamed module of {}", loader.describe()),
    }
}

/// `p.C is in unnamed module of loader 'app'`.
pub fn place(class: &Class) -> String {
    format!("{} is in {}", class.external_name(), module(class.loader))
}

/// Where two classes are, the first given by name and loader.
pub fn two_places(first: &str, loader: &'static Loader, second: &Class) -> String {
    let other = second.external_name();
    if std::ptr::eq(loader, second.loader) {
        return format!("{first} and {other} are in {}", module(loader));
    }
    format!("{first} is in {}; {}", module(loader), place(second))
}

fn places(first: &Class, second: &Class) -> String {
    two_places(&first.external_name(), first.loader, second)
}

/// The text for a class that may not be accessed.
pub fn class_text(from: &Class, to: &Class) -> String {
    format!(
        "failed to access class {} from class {} ({})",
        to.external_name(),
        from.external_name(),
        places(to, from)
    )
}

fn modifier(access: u16) -> &'static str {
    if access & flags::PRIVATE != 0 {
        "private "
    } else if access & flags::PROTECTED != 0 {
        "protected "
    } else {
        ""
    }
}

/// The text for a method that may not be accessed.
pub fn method_text(from: &Class, method: &Method) -> String {
    let verb = if method.has(flags::PRIVATE) { "private " } else { modifier(method.access) };
    let kind = if from.is_interface() { "interface" } else { "class" };
    format!(
        "{kind} {} tried to access {verb}method '{}' ({})",
        from.external_name(),
        method.external(),
        places(from, method.class())
    )
}

/// The text for a field that may not be accessed.
pub fn field_text(from: &Class, field: &Field) -> String {
    let kind = if from.is_interface() { "interface" } else { "class" };
    format!(
        "{kind} {} tried to access {}field {}.{} ({})",
        from.external_name(),
        modifier(field.access),
        field.class().external_name(),
        field.name,
        places(from, field.class())
    )
}
