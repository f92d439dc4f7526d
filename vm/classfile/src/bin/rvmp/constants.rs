//! Constants as text.

use crate::number;
use rvm_classfile::{Constant, ConstantPool, Result, mutf8};
use std::fmt::Write;

/// What stands behind `//` for a constant.
pub fn value(cp: &ConstantPool<'_>, index: u16) -> Result<String> {
    value_at(cp, index, 0)
}

fn value_at(cp: &ConstantPool<'_>, index: u16, depth: u32) -> Result<String> {
    // Constants of a broken file may refer to each other in circles.
    if depth > 5 {
        return Ok(format!("#{index}"));
    }
    let part = |index: u16| value_at(cp, index, depth + 1);
    let pair = |a: u16, b: u16| Ok(format!("{}.{}", part(a)?, part(b)?));
    Ok(match cp.get(index) {
        Constant::Unusable => format!("#{index}"),
        Constant::Utf8(text) => escape(text),
        Constant::Integer(value) => value.to_string(),
        Constant::Float(bits) => number::float(f32::from_bits(bits)) + "f",
        Constant::Long(value) => format!("{value}l"),
        Constant::Double(bits) => number::double(f64::from_bits(bits)) + "d",
        Constant::Class { name } | Constant::Module { name } | Constant::Package { name } => {
            quote_name(cp.utf8(name)?)
        }
        Constant::String { utf8 } => escape(cp.utf8(utf8)?),
        Constant::Fieldref { class, name_and_type }
        | Constant::Methodref { class, name_and_type }
        | Constant::InterfaceMethodref { class, name_and_type } => pair(class, name_and_type)?,
        Constant::NameAndType { name, descriptor } => {
            format!("{}:{}", quote_name(cp.utf8(name)?), mutf8::to_str_lossy(cp.utf8(descriptor)?))
        }
        Constant::MethodHandle { kind, reference } => {
            format!("{} {}", ref_kind(kind), part(reference)?)
        }
        Constant::MethodType { descriptor } => mutf8::to_str_lossy(cp.utf8(descriptor)?).into_owned(),
        Constant::Dynamic { bootstrap, name_and_type }
        | Constant::InvokeDynamic { bootstrap, name_and_type } => {
            format!("#{bootstrap}:{}", part(name_and_type)?)
        }
    })
}

/// The same with the kind in front, as in code and for ConstantValue.
pub fn tagged_value(cp: &ConstantPool<'_>, index: u16, this_class: &[u8]) -> Result<String> {
    let constant = cp.get(index);
    let kind = match constant {
        Constant::Integer(_) => "int",
        Constant::Float(_) => "float",
        Constant::Long(_) => "long",
        Constant::Double(_) => "double",
        Constant::Class { .. } => "class",
        Constant::Fieldref { .. } => "Field",
        Constant::Methodref { .. } => "Method",
        Constant::InterfaceMethodref { .. } => "InterfaceMethod",
        other => other.kind_name(),
    };
    // References to the class's own members leave its name out.
    let text = match constant {
        Constant::Fieldref { class, name_and_type }
        | Constant::Methodref { class, name_and_type }
        | Constant::InterfaceMethodref { class, name_and_type }
            if cp.class_name(class)? == this_class =>
        {
            value(cp, name_and_type)?
        }
        _ => value(cp, index)?,
    };
    Ok(format!("{kind} {text}"))
}

/// The columns of a constant in the pool: contents and comment.
pub fn pool_entry(cp: &ConstantPool<'_>, index: u16) -> Result<(String, Option<String>)> {
    let comment = || value(cp, index).map(Some);
    Ok(match cp.get(index) {
        Constant::Class { name } | Constant::Module { name } | Constant::Package { name } => {
            (format!("#{name}"), comment()?)
        }
        Constant::String { utf8 } => (format!("#{utf8}"), comment()?),
        Constant::Fieldref { class, name_and_type }
        | Constant::Methodref { class, name_and_type }
        | Constant::InterfaceMethodref { class, name_and_type } => {
            (format!("#{class}.#{name_and_type}"), comment()?)
        }
        Constant::NameAndType { name, descriptor } => (format!("#{name}:#{descriptor}"), comment()?),
        Constant::MethodHandle { kind, reference } => (format!("{kind}:#{reference}"), comment()?),
        Constant::MethodType { descriptor } => {
            (format!("#{descriptor}"), Some(format!(" {}", value(cp, index)?)))
        }
        Constant::Dynamic { bootstrap, name_and_type }
        | Constant::InvokeDynamic { bootstrap, name_and_type } => {
            (format!("#{bootstrap}:#{name_and_type}"), comment()?)
        }
        _ => (value(cp, index)?, None),
    })
}

/// Name of a method handle's kind.
pub fn ref_kind(kind: u8) -> String {
    let name = match kind {
        1 => "REF_getField",
        2 => "REF_getStatic",
        3 => "REF_putField",
        4 => "REF_putStatic",
        5 => "REF_invokeVirtual",
        6 => "REF_invokeStatic",
        7 => "REF_invokeSpecial",
        8 => "REF_newInvokeSpecial",
        9 => "REF_invokeInterface",
        _ => return format!("REF_{kind}"),
    };
    name.to_string()
}

/// A name, quoted unless its parts are Java identifiers.
pub fn quote_name(name: &[u8]) -> String {
    let text = mutf8::to_str_lossy(name);
    let plain = text.split('/').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(|c| c.is_alphabetic() || is_connector(c))
            && chars.all(|c| c.is_alphanumeric() || is_connector(c))
    });
    if plain { text.into_owned() } else { format!("\"{}\"", escape(name)) }
}

fn is_connector(c: char) -> bool {
    matches!(c, '_' | '$')
}

/// Text with quotes, backslashes and control characters escaped.
pub fn escape(text: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    let units = mutf8::decode_utf16(text).unwrap_or_else(|_| text.iter().map(|&b| u16::from(b)).collect());
    for c in char::decode_utf16(units) {
        match c {
            Ok('\n') => out.push_str("\\n"),
            Ok('\t') => out.push_str("\\t"),
            Ok('\r') => out.push_str("\\r"),
            Ok('\u{8}') => out.push_str("\\b"),
            Ok('\u{c}') => out.push_str("\\f"),
            Ok(c @ ('"' | '\'' | '\\')) => out.extend(['\\', c]),
            Ok(c) if c.is_control() => _ = write!(out, "\\u{:04x}", c as u32),
            Ok(c) => out.push(c),
            // An unpaired surrogate has no UTF-8 form.
            Err(_) => out.push('?'),
        }
    }
    out
}

/// The value of a constant field as source text, for -constants.
pub fn source_value(cp: &ConstantPool<'_>, index: u16, descriptor: &[u8]) -> Result<String> {
    Ok(match cp.get(index) {
        Constant::Integer(value) => match descriptor {
            b"Z" => (value != 0).to_string(),
            b"C" => format!("'{}'", source_char(value as u16)),
            _ => value.to_string(),
        },
        Constant::String { utf8 } => {
            let units = mutf8::decode_utf16(cp.utf8(utf8)?)?;
            format!("\"{}\"", units.into_iter().map(source_string_char).collect::<String>())
        }
        _ => value(cp, index)?,
    })
}

fn source_string_char(unit: u16) -> String {
    if unit == u16::from(b'\'') { "'".into() } else { source_escape(unit) }
}

fn source_char(unit: u16) -> String {
    if unit == u16::from(b'"') { "\"".into() } else { source_escape(unit) }
}

fn source_escape(unit: u16) -> String {
    match unit {
        0x0a => "\\n".into(),
        0x09 => "\\t".into(),
        0x0d => "\\r".into(),
        0x08 => "\\b".into(),
        0x0c => "\\f".into(),
        0x22 | 0x27 | 0x5c => format!("\\{}", unit as u8 as char),
        0x20..=0x7e => (unit as u8 as char).to_string(),
        _ => format!("\\u{unit:04x}"),
    }
}
