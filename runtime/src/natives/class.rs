//! `java.lang.Class`.

use super::support::{class_array, class_of, mirror_or_null, non_null, ref_array, text_or_null};
use crate::host::host;
use rvm_vm::class::{Class, ClassKind, Symbol, ValueKind, flags};
use rvm_vm::link::{access, initialize, resolve_class};
use rvm_vm::load::{self, LoaderKind, array_of};
use rvm_vm::natives::Args;
use rvm_vm::object::{HandleScope, Ref, string};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, natives, vm};

natives! {
    pub(super) TABLE;
    "java/lang/Class" {
        primitive "(C)Ljava/lang/Class;" = primitive;
        name0 "()Ljava/lang/String;" = name;
        isInstance "(Ljava/lang/Object;)Z" = is_instance;
        isAssignableFrom "(Ljava/lang/Class;)Z" = is_assignable_from;
        isInterface "()Z" = |_: &JavaThread, a: Args| this(a).is_interface();
        isArray "()Z" = |_: &JavaThread, a: Args| this(a).is_array();
        isPrimitive "()Z" = |_: &JavaThread, a: Args| this(a).is_primitive();
        isHidden "()Z" = |_: &JavaThread, a: Args| this(a).rare.hidden;
        getSuperclass "()Ljava/lang/Class;" = superclass;
        interfaces0 "()[Ljava/lang/Class;" = |t: &JavaThread, a: Args| class_array(t, this(a).interfaces);
        getModifiers "()I" = |_: &JavaThread, a: Args| modifiers(this(a));
        component0 "()Ljava/lang/Class;" = |t: &JavaThread, a: Args| mirror_or_null(t, this(a).component);
        array0 "()Ljava/lang/Class;" = array;
        declaring0 "()Ljava/lang/Class;" = declaring;
        innerName0 "()Ljava/lang/String;" = |t: &JavaThread, a: Args| text_or_null(t, own_row(this(a)).and_then(|r| r.name));
        enclosing0 "()[Ljava/lang/Object;" = enclosing;
        declaredClasses0 "()[Ljava/lang/Class;" = declared_classes;
        nestHost0 "()Ljava/lang/Class;" = nest_host;
        nestMembers0 "()[Ljava/lang/Class;" = nest_members;
        permitted0 "()[Ljava/lang/Class;" = permitted;
        isRecord0 "()Z" = |_: &JavaThread, a: Args| this(a).attribute(b"Record").is_some();
        sourceLoader0 "()I" = source_loader;
        loader0 "()Ljava/lang/ClassLoader;" = |_: &JavaThread, a: Args| this(a).loader.mirror.get();
        assertions0 "()Z" = assertions;
        find0 "(Ljava/lang/String;ZLjava/lang/ClassLoader;I)Ljava/lang/Class;" = find;
    }
}

fn this(args: Args) -> &'static Class {
    vm().known.class_of_mirror(args.reference(0))
}

fn primitive(thread: &JavaThread, args: Args) -> JResult<Ref> {
    match ValueKind::of_descriptor(args.int(0) as u8).filter(|&k| k != ValueKind::Ref) {
        Some(kind) => vm().known.mirror(thread, vm().known.primitive(kind)),
        None => Err(thread.throw_bare("java/lang/IllegalArgumentException")),
    }
}

fn name(thread: &JavaThread, args: Args) -> JResult<Ref> {
    // Names are interned: the library compares them often.
    let text = string::from_text(thread, &this(args).external_name())?;
    Ok(vm().strings.intern(text))
}

fn is_instance(_: &JavaThread, args: Args) -> bool {
    args.reference(1).non_null().is_some_and(|object| object.class().is_subclass_of(this(args)))
}

fn is_assignable_from(thread: &JavaThread, args: Args) -> JResult<bool> {
    let other = class_of(thread, args.reference(1))?;
    Ok(other.is_subclass_of(this(args)))
}

fn superclass(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let class = this(args);
    mirror_or_null(thread, class.super_class.filter(|_| !class.is_interface()))
}

/// Access flags as reflection shows them: those of the InnerClasses row if there is one.
fn modifiers(class: &'static Class) -> i32 {
    let mut element = class;
    while let Some(component) = element.component {
        element = component;
    }
    let own = own_row(element).map_or(element.access, |row| row.access) & !flags::SUPER;
    if class.is_array() {
        let kept = own & (flags::PUBLIC | flags::PRIVATE | flags::PROTECTED | flags::STATIC);
        return i32::from(kept | flags::FINAL | flags::ABSTRACT);
    }
    i32::from(own)
}

fn array(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let class = this(args);
    if class.kind == ClassKind::Primitive && class.element == ValueKind::Void {
        return Err(thread.throw_bare("java/lang/IllegalArgumentException"));
    }
    let dims = class.name.bytes().iter().take_while(|&&c| c == b'[').count();
    if dims >= 255 {
        return Err(thread.throw_bare("java/lang/IllegalArgumentException"));
    }
    vm().known.mirror(thread, array_of(class))
}

/// A row of the `InnerClasses` attribute (JVMS 4.7.6).
struct InnerRow {
    inner: u16,
    outer: u16,
    name: Option<Symbol>,
    access: u16,
}

fn number(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).map_or(0, |two| u16::from_be_bytes([two[0], two[1]]))
}

fn inner_rows(class: &'static Class) -> impl Iterator<Item = InnerRow> {
    let table = class.attribute(b"InnerClasses").unwrap_or_default();
    (0..number(table, 0) as usize).map(move |row| {
        let at = 2 + row * 8;
        let name = number(table, at + 4);
        InnerRow {
            inner: number(table, at),
            outer: number(table, at + 2),
            name: (name != 0).then(|| class.pool.symbol(name)),
            access: number(table, at + 6),
        }
    })
}

fn own_row(class: &'static Class) -> Option<InnerRow> {
    inner_rows(class).find(|row| class.pool.name(row.inner) == class.name)
}

fn declaring(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let class = this(args);
    match own_row(class).filter(|row| row.outer != 0) {
        Some(row) => vm().known.mirror(thread, resolve_class(thread, class, row.outer)?),
        None => Ok(Ref::NULL),
    }
}

fn enclosing(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let class = this(args);
    let Some(table) = class.attribute(b"EnclosingMethod") else { return Ok(Ref::NULL) };
    let outer = resolve_class(thread, class, number(table, 0))?;
    let method = match number(table, 2) {
        0 => None,
        index => Some(class.pool.name_and_type(index)),
    };
    ref_array(thread, vm().known.object(), 3, |index| match index {
        0 => vm().known.mirror(thread, outer),
        1 => text_or_null(thread, method.map(|m| m.0)),
        _ => text_or_null(thread, method.map(|m| m.1)),
    })
}

fn declared_classes(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let class = this(args);
    let mut members = Vec::new();
    for row in inner_rows(class) {
        if row.outer != 0 && class.pool.name(row.outer) == class.name && row.name.is_some() {
            members.push(resolve_class(thread, class, row.inner)?);
        }
    }
    class_array(thread, &members)
}

fn nest_host(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let host = access::nest_host(thread, this(args))?;
    vm().known.mirror(thread, host)
}

fn nest_members(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let host = access::nest_host(thread, this(args))?;
    let mut members = vec![host];
    if let Some(table) = host.attribute(b"NestMembers") {
        for index in 0..number(table, 0) as usize {
            let member = resolve_class(thread, host, number(table, 2 + 2 * index))?;
            if access::nest_host(thread, member)? == host {
                members.push(member);
            }
        }
    }
    class_array(thread, &members)
}

fn permitted(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let class = this(args);
    let Some(table) = class.attribute(b"PermittedSubclasses") else { return Ok(Ref::NULL) };
    let mut all = Vec::new();
    for index in 0..number(table, 0) as usize {
        match resolve_class(thread, class, number(table, 2 + 2 * index)) {
            Ok(member) => all.push(member),
            // A class that cannot be loaded is left out.
            Err(thrown) => drop(thread.take_pending(thrown)),
        }
    }
    class_array(thread, &all)
}

fn source_loader(_: &JavaThread, args: Args) -> i32 {
    match this(args).loader.kind {
        LoaderKind::Boot => 0,
        LoaderKind::App => 1,
        LoaderKind::User => 2,
    }
}

fn assertions(_: &JavaThread, args: Args) -> bool {
    let settings = &host().assertions;
    let class = this(args);
    settings.any() && settings.enabled(&class.external_name(), class.loader.kind == LoaderKind::Boot)
}

fn find(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let name = string::text(non_null(thread, args.reference(0))?);
    let missing = || Err(thread.throw("java/lang/ClassNotFoundException", &name));
    // Internal names are not names (Class.forName).
    if name.contains('/') || name.is_empty() {
        return missing();
    }
    let internal = Symbol::from_text(&name.replace('.', "/"));
    let loader = match args.int(3) {
        0 => vm().loaders.boot(),
        1 => vm().loaders.app(),
        _ => super::loader::loader_of(thread, args.reference(2))?,
    };
    let scope = HandleScope::new(thread);
    let Some(class) = load::find(thread, loader, internal)? else { return missing() };
    let mirror = scope.handle(vm().known.mirror(thread, class)?);
    if args.boolean(1) {
        initialize(thread, class)?;
    }
    Ok(mirror.get())
}
