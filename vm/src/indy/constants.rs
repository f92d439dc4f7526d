//! Constants of java.lang.invoke: method types (JVMS 5.4.3.5), method handles, dynamically computed constants (5.4.3.6), and call sites
//! whose bootstrap method is the program's own.

use super::handle::Handle;
use super::wrap;
use crate::class::{Class, Method, Signature, Symbol, ValueKind, flags, tag};
use crate::error::{JResult, Thrown};
use crate::heap::{alloc_array, store_ref};
use crate::link::{self, access};
use crate::load::array_of;
use crate::memory::RootSlot;
use crate::object::{HandleScope, Ref, array_base, string};
use crate::thread::JavaThread;
use crate::vm;
use hashbrown::HashMap;
use std::sync::Mutex;

/// `MethodType`s by loader and descriptor.
#[derive(Debug, Default)]
pub struct MethodTypes(Mutex<HashMap<(usize, Symbol), &'static RootSlot>>);

/// A library class, initialised.
pub fn library_class(thread: &JavaThread, name: &str) -> JResult<&'static Class> {
    let class = link::load_or_throw(thread, vm().loaders.boot(), Symbol::from_text(name))?;
    link::initialize(thread, class)?;
    Ok(class)
}

/// Calls a static method of the library that returns a reference.
fn upcall(thread: &JavaThread, class: &str, name: &str, descriptor: &str, args: &[u64]) -> JResult<Ref> {
    // SAFETY: the method's descriptor says that it returns a reference.
    upcall_word(thread, class, name, descriptor, args).map(|word| unsafe { Ref::from_word(word) })
}

fn upcall_word(thread: &JavaThread, class: &str, name: &str, descriptor: &str, args: &[u64]) -> JResult<u64> {
    // Callers pass references that are current: the class is loaded and initialised without allocating by then.
    let class = library_class(thread, class)?;
    let method = link::resolve_method_by_name(thread, class, name, descriptor)?;
    thread.call(method, args)
}

const TYPES: &str = "java/lang/invoke/MethodType";
const HANDLES: &str = "java/lang/invoke/MethodHandles";
const SITES: &str = "java/lang/invoke/CallSites";

/// The class a field descriptor names, as `from` sees it.
pub(super) fn class_of_descriptor(
    thread: &JavaThread,
    from: &'static Class,
    descriptor: &[u8],
) -> JResult<&'static Class> {
    let dims = descriptor.iter().take_while(|&&c| c == b'[').count();
    let element = &descriptor[dims..];
    let mut class = match element.first() {
        Some(b'L') => {
            let name = Symbol::of(&element[1..element.len().saturating_sub(1)]);
            if name == from.name { from } else { link::load_or_throw(thread, from.loader, name)? }
        }
        Some(&c) => vm().known.primitive(ValueKind::of_descriptor(c).unwrap_or(ValueKind::Int)),
        None => vm().known.object(),
    };
    if !access::class_accessible(from, class) {
        return Err(thread.throw("java/lang/IllegalAccessError", &access::class_text(from, class)));
    }
    for _ in 0..dims {
        class = array_of(class);
    }
    Ok(class)
}

/// The slot that holds the `MethodType` of a descriptor, as `from` sees its classes.
pub fn method_type(
    thread: &JavaThread,
    from: &'static Class,
    descriptor: Symbol,
) -> JResult<&'static RootSlot> {
    let key = (std::ptr::from_ref(from.loader) as usize, descriptor);
    let table = || vm().method_types.0.lock().unwrap_or_else(|e| e.into_inner());
    // A hidden class may name itself, which nobody else can.
    let shared = !from.rare.hidden;
    if shared && let Some(slot) = table().get(&key) {
        return Ok(slot);
    }
    let signature = Signature::of(descriptor);
    let bytes = descriptor.bytes();
    let count = signature.params.len();
    let mut classes = Vec::with_capacity(count + 1);
    for index in 0..=count {
        classes.push(class_of_descriptor(thread, from, signature.part(bytes, index))?);
    }
    library_class(thread, TYPES)?;
    let scope = HandleScope::new(thread);
    let array = alloc_array(thread, array_of(vm().known.class()), count as i32)?;
    let array = scope.handle(array);
    for (index, &class) in classes[..count].iter().enumerate() {
        let mirror = vm().known.mirror(thread, class)?;
        store_ref(array.get(), array_base(ValueKind::Ref) + index as u32 * 4, mirror);
    }
    let ret = vm().known.mirror(thread, classes[count])?;
    let made = upcall(
        thread,
        TYPES,
        "methodType",
        "(Ljava/lang/Class;[Ljava/lang/Class;)Ljava/lang/invoke/MethodType;",
        &[ret.word(), array.get().word()],
    )?;
    let made = scope.handle(made);
    let mut held = table();
    if shared && let Some(slot) = held.get(&key) {
        return Ok(slot);
    }
    let slot = vm().roots.add(&vm().arena, made.get());
    if shared {
        held.insert(key, slot);
    }
    Ok(slot)
}

/// Remembers what a constant was resolved to, unless another thread was first.
fn keep(from: &'static Class, index: u16, value: Ref) -> &'static RootSlot {
    let slot = vm().roots.add(&vm().arena, value);
    match from.pool.remember_first(index, std::ptr::from_ref(slot) as usize as u64) {
        0 => slot,
        // SAFETY: entries of these kinds remember nothing but root slots.
        other => unsafe { &*(other as usize as *const RootSlot) },
    }
}

/// The slot of a MethodType, MethodHandle or Dynamic constant.
pub fn constant(thread: &JavaThread, from: &'static Class, index: u16) -> JResult<&'static RootSlot> {
    let known = from.pool.cached(index);
    if known != 0 {
        // SAFETY: entries of these kinds remember nothing but root slots.
        return Ok(unsafe { &*(known as usize as *const RootSlot) });
    }
    let key = (from.address(), index);
    if let Some(thrown) = vm().failures.raise_again(thread, key) {
        return Err(thrown);
    }
    let made = match from.pool.tag(index) {
        tag::METHOD_TYPE => method_type(thread, from, from.pool.name(index)).map(RootSlot::get),
        tag::METHOD_HANDLE => method_handle(thread, from, index),
        tag::DYNAMIC => dynamic(thread, from, index),
        _ => Err(thread.throw("java/lang/ClassFormatError", "constant of an unknown kind")),
    };
    match made {
        Ok(value) => Ok(keep(from, index, value)),
        Err(thrown) if from.pool.tag(index) == tag::DYNAMIC => {
            Err(vm().failures.record_bootstrap(thread, key, thrown, true))
        }
        Err(thrown) => Err(vm().failures.record(thread, key, thrown)),
    }
}

/// The value of a Dynamic constant of primitive type.
pub fn dynamic_primitive(thread: &JavaThread, from: &'static Class, index: u16) -> JResult<u64> {
    let object = constant(thread, from, index)?.get();
    let value = Symbol::of(b"value");
    let field = object.class().fields.iter().find(|f| f.name == value && !f.is_static());
    let Some(field) = field else {
        return Err(thread.throw("java/lang/InternalError", "a constant that is not boxed"));
    };
    Ok(match field.kind {
        ValueKind::Boolean => u64::from(object.get::<u8>(field.offset)),
        ValueKind::Byte => u64::from(i32::from(object.get::<i8>(field.offset)) as u32),
        ValueKind::Char => u64::from(object.get::<u16>(field.offset)),
        ValueKind::Short => u64::from(i32::from(object.get::<i16>(field.offset)) as u32),
        ValueKind::Long | ValueKind::Double => object.get::<u64>(field.offset),
        _ => u64::from(object.get::<u32>(field.offset)),
    })
}

/// Makes the `MethodHandle` of a MethodHandle constant.
fn method_handle(thread: &JavaThread, from: &'static Class, index: u16) -> JResult<Ref> {
    let handle = Handle::resolve(thread, from, index)?;
    let scope = HandleScope::new(thread);
    let (declaring, slot, ty) = match (handle.method, handle.field) {
        (_, Some(field)) => {
            let class = class_of_descriptor(thread, from, handle.descriptor.bytes())?;
            (field.class(), i32::from(field.slot), vm().known.mirror(thread, class)?)
        }
        (Some(method), None) => {
            (method.class(), i32::from(method.slot), method_type(thread, from, handle.descriptor)?.get())
        }
        (None, None) => return Err(thread.throw("java/lang/InternalError", "an unresolved method handle")),
    };
    let ty = scope.handle(ty);
    library_class(thread, HANDLES)?;
    let caller = scope.handle(vm().known.mirror(thread, from)?);
    let named = scope.handle(vm().known.mirror(thread, handle.class)?);
    let declaring = scope.handle(vm().known.mirror(thread, declaring)?);
    upcall(
        thread,
        HANDLES,
        "constantHandle",
        "(Ljava/lang/Class;ILjava/lang/Class;Ljava/lang/Class;ILjava/lang/Object;)Ljava/lang/invoke/MethodHandle;",
        &[
            caller.get().word(),
            u64::from(handle.kind),
            named.get().word(),
            declaring.get().word(),
            slot as u32 as u64,
            ty.get().word(),
        ],
    )
}

/// A static argument of a bootstrap method, boxed.
fn argument(thread: &JavaThread, from: &'static Class, index: u16) -> JResult<Ref> {
    let pool = &from.pool;
    let boxed = |class: &str, letter: char, word: u64| {
        upcall(thread, class, "valueOf", &format!("({letter})L{class};"), &[word])
    };
    match pool.tag(index) {
        tag::INTEGER => boxed("java/lang/Integer", 'I', u64::from(pool.bits32(index))),
        tag::FLOAT => boxed("java/lang/Float", 'F', u64::from(pool.bits32(index))),
        tag::LONG => boxed("java/lang/Long", 'J', pool.bits64(index)),
        tag::DOUBLE => boxed("java/lang/Double", 'D', pool.bits64(index)),
        tag::STRING => link::resolve_string(thread, from, index).map(RootSlot::get),
        tag::CLASS => {
            let class = link::resolve_class(thread, from, index)?;
            vm().known.mirror(thread, class)
        }
        _ => constant(thread, from, index).map(RootSlot::get),
    }
}

/// Runs the bootstrap method of an entry; `method` names what comes out: a constant (an object) or a linked call site (a word).
fn bootstrap(thread: &JavaThread, from: &'static Class, index: u16, method: (&str, &str)) -> JResult<u64> {
    thread.check_host_stack()?;
    let (row, name, descriptor) = from.pool.dynamic(index);
    let Some(row) = from.bootstrap_method(row) else {
        return Err(thread.throw("java/lang/ClassFormatError", "missing bootstrap method"));
    };
    let scope = HandleScope::new(thread);
    let handle = scope.handle(constant(thread, from, row.handle)?.get());
    let name = scope.handle(string::from_modified(thread, name.bytes())?);
    let ty = scope.handle(match from.pool.tag(index) {
        tag::DYNAMIC => {
            let class = class_of_descriptor(thread, from, descriptor.bytes())?;
            vm().known.mirror(thread, class)?
        }
        _ => method_type(thread, from, descriptor)?.get(),
    });
    let count = row.arguments.len();
    let array = scope.handle(alloc_array(thread, vm().known.object_array(), count as i32)?);
    for (at, &argument_index) in row.arguments.iter().enumerate() {
        let value = argument(thread, from, argument_index)?;
        store_ref(array.get(), array_base(ValueKind::Ref) + at as u32 * 4, value);
    }
    library_class(thread, SITES)?;
    let caller = scope.handle(vm().known.mirror(thread, from)?);
    let words = [caller.get(), handle.get(), name.get(), ty.get(), array.get()].map(Ref::word);
    upcall_word(thread, SITES, method.0, method.1, &words)
}

fn dynamic(thread: &JavaThread, from: &'static Class, index: u16) -> JResult<Ref> {
    let descriptor = "(Ljava/lang/Class;Ljava/lang/invoke/MethodHandle;Ljava/lang/String;Ljava/lang/Object;\
                      [Ljava/lang/Object;)Ljava/lang/Object;";
    match bootstrap(thread, from, index, ("constant", descriptor)) {
        // SAFETY: the method returns a reference.
        Ok(word) => Ok(unsafe { Ref::from_word(word) }),
        Err(thrown) => Err(wrap(thread, thrown)),
    }
}

/// Links a call site with a bootstrap method that the machine does not know: the method to call.
pub(super) fn call_site(thread: &JavaThread, from: &'static Class, index: u16) -> JResult<&'static Method> {
    let descriptor = "(Ljava/lang/Class;Ljava/lang/invoke/MethodHandle;Ljava/lang/String;Ljava/lang/Object;\
                      [Ljava/lang/Object;)J";
    let word = bootstrap(thread, from, index, ("link", descriptor))?;
    // SAFETY: the library returns what `Spinner.define` gave it: the address of an immortal method.
    match unsafe { (word as usize as *const Method).as_ref() } {
        Some(method) => Ok(method),
        None => Err::<_, Thrown>(thread.throw("java/lang/InternalError", "a call site without a method")),
    }
}

/// The checks on fields that a MethodHandle constant names, beyond resolution (JVMS 5.4.3.5).
pub(super) fn check_field_handle(
    thread: &JavaThread,
    from: &'static Class,
    field: &'static crate::class::Field,
    puts: bool,
) -> JResult<()> {
    if puts && field.has(flags::FINAL) && field.class() != from {
        let text = format!(
            "Update to {} field {}.{} attempted from a different class ({}) than the field's declaring class",
            if field.is_static() { "static final" } else { "non-static final" },
            field.class().external_name(),
            field.name,
            from.external_name()
        );
        return Err(thread.throw("java/lang/IllegalAccessError", &text));
    }
    Ok(())
}
