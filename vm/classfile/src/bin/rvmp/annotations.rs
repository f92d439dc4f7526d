//! Annotations: first by indices, then by names.

use crate::constants;
use crate::output::Output;
use crate::types;
use rvm_classfile::{
    Annotation, Constant, ConstantPool, ElementValue, FieldType, Result, TypeAnnotation, TypeTarget, mutf8,
};

/// A list of annotations, numbered.
pub fn list(out: &mut Output<'_>, cp: &ConstantPool<'_>, annotations: &[Annotation]) -> Result<()> {
    out.nested(|out| {
        for (i, annotation) in annotations.iter().enumerate() {
            out.line(format!("{i}: {}", indices(annotation)));
            names(out, cp, annotation)?;
        }
        Ok(())
    })
}

/// A list of type annotations, numbered.
pub fn type_list(out: &mut Output<'_>, cp: &ConstantPool<'_>, list: &[TypeAnnotation]) -> Result<()> {
    out.nested(|out| {
        for (i, annotation) in list.iter().enumerate() {
            let target = target(annotation);
            let path = match annotation.path.is_empty() {
                true => String::new(),
                false => format!(", location=[{}]", path(&annotation.path)),
            };
            out.line(format!("{i}: {}: {target}{path}", indices(&annotation.annotation)));
            names(out, cp, &annotation.annotation)?;
        }
        Ok(())
    })
}

fn names(out: &mut Output<'_>, cp: &ConstantPool<'_>, annotation: &Annotation) -> Result<()> {
    out.nested(|out| {
        let text = annotation_text(cp, annotation)?;
        text.lines().for_each(|line| out.line(line));
        Ok(())
    })
}

/// A default value: by indices, then by names.
pub fn default_value(out: &mut Output<'_>, cp: &ConstantPool<'_>, value: &ElementValue) -> Result<()> {
    out.line(format!("default_value: {}", value_indices(value)));
    out.nested(|out| {
        value_text(cp, value)?.lines().for_each(|line| out.line(line));
        Ok(())
    })
}

fn indices(annotation: &Annotation) -> String {
    let elements: Vec<_> =
        annotation.elements.iter().map(|(name, value)| format!("#{name}={}", value_indices(value))).collect();
    format!("#{}({})", annotation.type_index, elements.join(","))
}

fn value_indices(value: &ElementValue) -> String {
    match value {
        ElementValue::Const { tag, index } => format!("{}#{index}", *tag as char),
        ElementValue::Enum { type_name, const_name } => format!("e#{type_name}.#{const_name}"),
        ElementValue::Class(index) => format!("c#{index}"),
        ElementValue::Annotation(annotation) => format!("@{}", indices(annotation)),
        ElementValue::Array(values) => {
            format!("[{}]", values.iter().map(value_indices).collect::<Vec<_>>().join(","))
        }
    }
}

// Lines are relative to the annotation's own column.
fn annotation_text(cp: &ConstantPool<'_>, annotation: &Annotation) -> Result<String> {
    let descriptor = cp.utf8(annotation.type_index)?;
    let name = match FieldType::parse(descriptor) {
        Ok(field) => field.to_source(),
        Err(_) => types::class_name(descriptor),
    };
    if annotation.elements.is_empty() {
        return Ok(name);
    }
    let mut text = format!("{name}(\n");
    for (name, value) in &annotation.elements {
        let value = value_text(cp, value)?.replace('\n', "\n  ");
        text.push_str(&format!("  {}={value}\n", mutf8::to_str_lossy(cp.utf8(*name)?)));
    }
    Ok(text + ")")
}

fn value_text(cp: &ConstantPool<'_>, value: &ElementValue) -> Result<String> {
    Ok(match value {
        ElementValue::Const { tag, index } => {
            let text = constants::value(cp, *index)?;
            match (tag, cp.get(*index)) {
                (b's', _) => format!("\"{text}\""),
                (b'C', Constant::Integer(value)) => {
                    format!("'{}'", String::from_utf16_lossy(&[value as u16]))
                }
                (b'Z', Constant::Integer(value)) => (value != 0).to_string(),
                (b'B', _) => format!("(byte) {text}"),
                (b'S', _) => format!("(short) {text}"),
                _ => text,
            }
        }
        ElementValue::Enum { type_name, const_name } => format!(
            "{}.{}",
            mutf8::to_str_lossy(cp.utf8(*type_name)?),
            mutf8::to_str_lossy(cp.utf8(*const_name)?)
        ),
        ElementValue::Class(index) => format!("class {}", mutf8::to_str_lossy(cp.utf8(*index)?)),
        ElementValue::Annotation(annotation) => format!("@{}", annotation_text(cp, annotation)?),
        ElementValue::Array(values) => {
            let values: Result<Vec<_>> = values.iter().map(|value| value_text(cp, value)).collect();
            format!("[{}]", values?.join(","))
        }
    })
}

fn target(annotation: &TypeAnnotation) -> String {
    let name = match annotation.target_type {
        0x00 => "CLASS_TYPE_PARAMETER",
        0x01 => "METHOD_TYPE_PARAMETER",
        0x10 => "CLASS_EXTENDS",
        0x11 => "CLASS_TYPE_PARAMETER_BOUND",
        0x12 => "METHOD_TYPE_PARAMETER_BOUND",
        0x13 => "FIELD",
        0x14 => "METHOD_RETURN",
        0x15 => "METHOD_RECEIVER",
        0x16 => "METHOD_FORMAL_PARAMETER",
        0x17 => "THROWS",
        0x40 => "LOCAL_VARIABLE",
        0x41 => "RESOURCE_VARIABLE",
        0x42 => "EXCEPTION_PARAMETER",
        0x43 => "INSTANCEOF",
        0x44 => "NEW",
        0x45 => "CONSTRUCTOR_REFERENCE",
        0x46 => "METHOD_REFERENCE",
        0x47 => "CAST",
        0x48 => "CONSTRUCTOR_INVOCATION_TYPE_ARGUMENT",
        0x49 => "METHOD_INVOCATION_TYPE_ARGUMENT",
        0x4a => "CONSTRUCTOR_REFERENCE_TYPE_ARGUMENT",
        _ => "METHOD_REFERENCE_TYPE_ARGUMENT",
    };
    let details = match &annotation.target {
        TypeTarget::TypeParameter(index) | TypeTarget::FormalParameter(index) => {
            format!(", param_index={index}")
        }
        TypeTarget::Supertype(index) => format!(", type_index={}", *index as i16),
        TypeTarget::TypeParameterBound { parameter, bound } => {
            format!(", param_index={parameter}, bound_index={bound}")
        }
        TypeTarget::Empty => String::new(),
        TypeTarget::Throws(index) => format!(", type_index={index}"),
        TypeTarget::LocalVar(ranges) => {
            let ranges: Vec<_> = ranges
                .iter()
                .map(|(start, length, index)| format!("start_pc={start}, length={length}, index={index}"))
                .collect();
            format!(", {{{}}}", ranges.join("; "))
        }
        TypeTarget::Catch(index) => format!(", exception_index={index}"),
        TypeTarget::Offset(offset) => format!(", offset={offset}"),
        TypeTarget::TypeArgument { offset, argument } => format!(", offset={offset}, type_index={argument}"),
    };
    name.to_string() + &details
}

fn path(steps: &[(u8, u8)]) -> String {
    let steps: Vec<_> = steps
        .iter()
        .map(|(kind, argument)| match kind {
            0 => "ARRAY".to_string(),
            1 => "INNER_TYPE".to_string(),
            2 => "WILDCARD".to_string(),
            _ => format!("TYPE_ARGUMENT({argument})"),
        })
        .collect();
    steps.join(", ")
}
