//! Boxes of primitive values: `valueOf` of the library's classes as one operation, so that what is boxed and unboxed again is no object.

use crate::ir::Un;
use rvm_vm::class::{Class, Method, Symbol, ValueKind};
use std::sync::OnceLock;

/// How boxes of a kind look. Its classes are initialised.
pub struct Boxing {
    /// The class.
    pub class: &'static Class,
    /// Offset of the value.
    pub offset: u32,
    /// The objects that are there already.
    pub shared: Shared,
}

/// Objects that `valueOf` does not make.
#[derive(Clone, Copy)]
pub enum Shared {
    /// None.
    None,
    /// Elements of an array in a static field at an address, from the value on that is given, so many.
    Array { field: u32, low: i32, count: u32 },
    /// Static fields that hold the ones for true and false.
    Two { yes: u32, no: u32 },
}

/// What narrows a value of the kind as a field of it does.
pub fn narrowing(kind: ValueKind) -> Option<Un> {
    match kind {
        ValueKind::Boolean => Some(Un::Bit),
        ValueKind::Byte => Some(Un::I2b),
        ValueKind::Char => Some(Un::I2c),
        ValueKind::Short => Some(Un::I2s),
        _ => None,
    }
}

/// The kind that `callee` boxes, if it is a `valueOf` whose classes are initialised.
pub fn boxes(callee: &'static Method) -> Option<ValueKind> {
    if callee.name != *"valueOf" || !callee.is_static() || !callee.class().rare.trusted {
        return None;
    }
    let kind = match (callee.class().name.bytes(), callee.descriptor.bytes()) {
        (b"java/lang/Integer", b"(I)Ljava/lang/Integer;") => ValueKind::Int,
        (b"java/lang/Long", b"(J)Ljava/lang/Long;") => ValueKind::Long,
        (b"java/lang/Short", b"(S)Ljava/lang/Short;") => ValueKind::Short,
        (b"java/lang/Byte", b"(B)Ljava/lang/Byte;") => ValueKind::Byte,
        (b"java/lang/Character", b"(C)Ljava/lang/Character;") => ValueKind::Char,
        (b"java/lang/Boolean", b"(Z)Ljava/lang/Boolean;") => ValueKind::Boolean,
        (b"java/lang/Float", b"(F)Ljava/lang/Float;") => ValueKind::Float,
        (b"java/lang/Double", b"(D)Ljava/lang/Double;") => ValueKind::Double,
        _ => return None,
    };
    let place = &KNOWN[kind as usize];
    if place.get().is_none() {
        let _ = place.set(look(kind, callee.class())?);
    }
    Some(kind)
}

/// How boxes of a kind look, once `boxes` has found them.
pub fn of(kind: ValueKind) -> Option<&'static Boxing> {
    KNOWN.get(kind as usize)?.get()
}

static KNOWN: [OnceLock<Boxing>; 10] = [const { OnceLock::new() }; 10];

fn look(kind: ValueKind, class: &'static Class) -> Option<Boxing> {
    if !class.is_initialized() {
        return None;
    }
    let symbol = Symbol::from_text;
    let field = |class: &'static Class, name: &str, descriptor: &str| {
        class.declared_field(symbol(name), symbol(descriptor))
    };
    let name = class.name.text();
    let of_name = format!("L{name};");
    let value = class.fields.iter().find(|f| !f.is_static() && f.name == *"value" && f.kind == kind)?;
    let shared = match kind {
        ValueKind::Float | ValueKind::Double => Shared::None,
        ValueKind::Boolean => Shared::Two {
            yes: field(class, "TRUE", &of_name)?.static_address() as u32,
            no: field(class, "FALSE", &of_name)?.static_address() as u32,
        },
        _ => {
            let cache = class.loader.known(symbol(&format!("{name}$Cache")))?;
            if !cache.is_initialized() {
                return None;
            }
            let field = field(cache, "VALUES", &format!("[{of_name}"))?.static_address() as u32;
            let (low, count) = if kind == ValueKind::Char { (0, 128) } else { (-128, 256) };
            Shared::Array { field, low, count }
        }
    };
    Some(Boxing { class, offset: value.offset, shared })
}
