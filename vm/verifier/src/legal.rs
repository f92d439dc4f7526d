//! Names and descriptors (JVMS 4.2, 4.3).

use crate::format::{Checked, require, text};
use rvm_classfile::descriptor::{self, FieldType, is_unqualified_name};

/// Before version 49 names are Java identifiers. Characters beyond ASCII are not told apart.
fn is_identifier(name: &[u8]) -> bool {
    let part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'$') || *b >= 0x80;
    name.first().is_some_and(|b| !b.is_ascii_digit()) && name.iter().all(part)
}

fn is_simple_name(name: &[u8], major: u16) -> bool {
    if major < 49 { is_identifier(name) } else { is_unqualified_name(name) }
}

/// A binary class name in internal form.
pub fn class_name(name: &[u8], major: u16) -> bool {
    name.split(|&b| b == b'/').all(|part| is_simple_name(part, major))
}

/// A field's name.
pub fn require_field_name(name: &[u8], major: u16) -> Checked {
    require(is_simple_name(name, major), "4.2.2.field-name", || {
        format!("Illegal field name \"{}\"", text(name))
    })
}

/// A method's name.
pub fn require_method_name(name: &[u8], major: u16) -> Checked {
    let special = name == b"<init>" || name == b"<clinit>";
    let legal = special || is_simple_name(name, major) && !name.iter().any(|b| matches!(b, b'<' | b'>'));
    require(legal, "4.2.2.method-name", || format!("Illegal method name \"{}\"", text(name)))
}

/// A field descriptor.
pub fn require_field_descriptor(name: &[u8], descriptor: &[u8]) -> Checked {
    require(FieldType::parse(descriptor).is_ok(), "4.3.2.field-descriptor", || {
        format!("Field \"{}\" has illegal signature \"{}\"", text(name), text(descriptor))
    })
}

/// A method descriptor that goes with the name; gives the parameters' slots.
pub fn require_method_descriptor(name: &[u8], descriptor: &[u8], major: u16) -> Checked<usize> {
    let message = || format!("Method \"{}\" has illegal signature \"{}\"", text(name), text(descriptor));
    let slots = descriptor::argument_slots(descriptor);
    require(slots.is_ok(), "4.3.3.method-descriptor", message)?;
    if name.first() == Some(&b'<') {
        require(descriptor.ends_with(b")V"), "2.9.1.init-descriptor", message)?;
        let takes_nothing = name != b"<clinit>" || major < 51 || descriptor == b"()V";
        require(takes_nothing, "2.9.2.clinit-descriptor", message)?;
    }
    Ok(slots.unwrap_or(0))
}
