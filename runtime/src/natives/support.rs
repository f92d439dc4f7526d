//! What several natives need.

use rvm_vm::class::{Class, Field, Method, Symbol, ValueKind};
use rvm_vm::heap::{self, alloc_array, store_ref};
use rvm_vm::link::{load_or_throw, resolve_method_by_name};
use rvm_vm::load::array_of;
use rvm_vm::object::{HandleScope, Ref, array_base, string};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, Thrown, vm};
use std::sync::OnceLock;

/// `NullPointerException` without a message.
pub(super) fn null_pointer(thread: &JavaThread) -> Thrown {
    thread.throw_bare("java/lang/NullPointerException")
}

/// The reference, or `NullPointerException`.
pub(super) fn non_null(thread: &JavaThread, reference: Ref) -> JResult<Ref> {
    reference.non_null().ok_or_else(|| null_pointer(thread))
}

/// The class of a `Class` argument, or `NullPointerException`.
pub(super) fn class_of(thread: &JavaThread, mirror: Ref) -> JResult<&'static Class> {
    Ok(vm().known.class_of_mirror(non_null(thread, mirror)?))
}

/// The `Class` object of a class, null for none.
pub(super) fn mirror_or_null(thread: &JavaThread, class: Option<&'static Class>) -> JResult<Ref> {
    class.map_or(Ok(Ref::NULL), |class| vm().known.mirror(thread, class))
}

/// A string of a symbol, null for none.
pub(super) fn text_or_null(thread: &JavaThread, text: Option<Symbol>) -> JResult<Ref> {
    text.map_or(Ok(Ref::NULL), |text| string::from_modified(thread, text.bytes()))
}

/// A library class by internal name, initialised.
pub(super) fn library_class(thread: &JavaThread, name: &str) -> JResult<&'static Class> {
    let class = load_or_throw(thread, vm().loaders.boot(), Symbol::from_text(name))?;
    rvm_vm::link::initialize(thread, class)?;
    Ok(class)
}

/// An array of `length` references to instances of `component`, filled by `item`.
pub(super) fn ref_array(
    thread: &JavaThread,
    component: &'static Class,
    length: usize,
    mut item: impl FnMut(usize) -> JResult<Ref>,
) -> JResult<Ref> {
    let scope = HandleScope::new(thread);
    let array = scope.handle(alloc_array(thread, array_of(component), length as i32)?);
    for index in 0..length {
        let value = item(index)?;
        store_ref(array.get(), array_base(ValueKind::Ref) + index as u32 * 4, value);
    }
    Ok(array.get())
}

/// A `Class[]`.
pub(super) fn class_array(thread: &JavaThread, classes: &[&'static Class]) -> JResult<Ref> {
    ref_array(thread, vm().known.class(), classes.len(), |i| vm().known.mirror(thread, classes[i]))
}

/// A `byte[]`.
pub(super) fn byte_array(thread: &JavaThread, bytes: &[u8]) -> JResult<Ref> {
    let length = i32::try_from(bytes.len()).unwrap_or(i32::MAX);
    let array = alloc_array(thread, vm().known.array(ValueKind::Byte), length)?;
    // SAFETY: a fresh byte[]; nothing allocates while the slice lives.
    unsafe { array.slice_mut::<u8>() }.copy_from_slice(bytes);
    Ok(array)
}

/// The box class of a primitive kind.
pub(super) fn box_name(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Boolean => "java/lang/Boolean",
        ValueKind::Byte => "java/lang/Byte",
        ValueKind::Char => "java/lang/Character",
        ValueKind::Short => "java/lang/Short",
        ValueKind::Int => "java/lang/Integer",
        ValueKind::Long => "java/lang/Long",
        ValueKind::Float => "java/lang/Float",
        ValueKind::Double => "java/lang/Double",
        ValueKind::Ref => "java/lang/Object",
        ValueKind::Void => "java/lang/Void",
    }
}

/// A register's value as an object, through `valueOf`; null for void.
pub(super) fn boxed(thread: &JavaThread, kind: ValueKind, word: u64) -> JResult<Ref> {
    match kind {
        // SAFETY: the word is of reference kind.
        ValueKind::Ref => return Ok(unsafe { Ref::from_word(word) }),
        ValueKind::Void => return Ok(Ref::NULL),
        _ => {}
    }
    static METHODS: [OnceLock<&'static Method>; 10] = [const { OnceLock::new() }; 10];
    let known = &METHODS[kind as usize];
    let method = match known.get() {
        Some(method) => method,
        None => {
            let name = box_name(kind);
            let class = library_class(thread, name)?;
            let descriptor = format!("({})L{name};", kind.letter());
            let method = resolve_method_by_name(thread, class, "valueOf", &descriptor)?;
            known.get_or_init(|| method)
        }
    };
    // SAFETY: valueOf returns a reference.
    thread.call(method, &[word]).map(|word| unsafe { Ref::from_word(word) })
}

/// The register's value inside a box of exactly this kind; references pass.
pub(super) fn unboxed(thread: &JavaThread, kind: ValueKind, object: Ref) -> JResult<u64> {
    if kind == ValueKind::Ref {
        return Ok(object.word());
    }
    let object = non_null(thread, object)?;
    let class = object.class();
    if class.name != *box_name(kind) {
        let text = format!("{} where {} is needed", class.external_name(), kind.name());
        return Err(thread.throw("java/lang/IllegalArgumentException", &text));
    }
    let value = Symbol::of(b"value");
    match class.fields.iter().find(|f| f.name == value && !f.is_static()) {
        Some(field) => Ok(read_field(field, object)),
        None => {
            Err(thread
                .throw("java/lang/InternalError", &format!("{} has no field value", class.external_name())))
        }
    }
}

/// An instance field as a register's value.
pub(super) fn read_field(field: &Field, object: Ref) -> u64 {
    let at = field.offset;
    match field.kind {
        ValueKind::Boolean => u64::from(object.get_volatile::<bool>(at)),
        ValueKind::Byte => u64::from(i32::from(object.get_volatile::<i8>(at)) as u32),
        ValueKind::Char => u64::from(object.get_volatile::<u16>(at)),
        ValueKind::Short => u64::from(i32::from(object.get_volatile::<i16>(at)) as u32),
        ValueKind::Int | ValueKind::Float => u64::from(object.get_volatile::<u32>(at)),
        ValueKind::Long | ValueKind::Double => object.get_volatile::<u64>(at),
        ValueKind::Ref => object.get_ref_volatile(at).word(),
        ValueKind::Void => 0,
    }
}

/// Stores a register's value into an instance field.
pub(super) fn write_field(field: &Field, object: Ref, word: u64) {
    let at = field.offset;
    match field.kind {
        ValueKind::Boolean | ValueKind::Byte => object.set_volatile::<u8>(at, word as u8),
        ValueKind::Char | ValueKind::Short => object.set_volatile::<u16>(at, word as u16),
        ValueKind::Int | ValueKind::Float => object.set_volatile::<u32>(at, word as u32),
        ValueKind::Long | ValueKind::Double => object.set_volatile::<u64>(at, word),
        // SAFETY: the word is of reference kind.
        ValueKind::Ref => heap::store_ref_volatile(object, at, unsafe { Ref::from_word(word) }),
        ValueKind::Void => {}
    }
}
