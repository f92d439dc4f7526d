//! Encoding of attributes (JVMS 4.7).

use crate::annotation::{Annotation, TypeAnnotation, put_u2};
use crate::attribute::*;
use crate::class::Attributes;
use crate::error::{FormatError, Result};
use crate::writer::ConstantPoolBuilder;
use std::borrow::Cow;

impl Attributes<'static> {
    /// Encodes attributes, entering their names into the pool. For the attributes nested in Code and in
    /// record components.
    pub fn encode(list: &[Attribute<'_>], cp: &mut ConstantPoolBuilder) -> Result<Self> {
        let mut bytes = Vec::new();
        for attribute in list {
            attribute.write(cp, &mut bytes)?;
        }
        Ok(Attributes { count: fit(list.len(), "attribute count")?, bytes: Cow::Owned(bytes) })
    }

    /// An attribute table from its parts, unchecked: `bytes` should hold `count` attribute structures.
    pub fn from_raw(count: u16, bytes: Vec<u8>) -> Self {
        Attributes { count, bytes: Cow::Owned(bytes) }
    }
}

impl Attributes<'_> {
    /// Appends count and attributes as they are.
    pub fn write(&self, out: &mut Vec<u8>) {
        put_u2(out, self.count);
        out.extend_from_slice(&self.bytes);
    }
}

pub(crate) fn fit(size: usize, what: &'static str) -> Result<u16> {
    u16::try_from(size).map_err(|_| FormatError::TooLarge { what, size })
}

fn fit1(size: usize, what: &'static str) -> Result<u8> {
    u8::try_from(size).map_err(|_| FormatError::TooLarge { what, size })
}

fn put_list<T>(out: &mut Vec<u8>, items: &[T], mut item: impl FnMut(&mut Vec<u8>, &T)) -> Result<()> {
    put_u2(out, fit(items.len(), "table")?);
    items.iter().for_each(|i| item(out, i));
    Ok(())
}

fn put_indices(out: &mut Vec<u8>, items: &[u16]) -> Result<()> {
    put_list(out, items, |out, &index| put_u2(out, index))
}

fn put_annotations(out: &mut Vec<u8>, items: &[Annotation]) -> Result<()> {
    put_u2(out, fit(items.len(), "annotations")?);
    items.iter().try_for_each(|annotation| annotation.write(out))
}

fn put_type_annotations(out: &mut Vec<u8>, items: &[TypeAnnotation]) -> Result<()> {
    put_u2(out, fit(items.len(), "annotations")?);
    items.iter().try_for_each(|annotation| annotation.write(out))
}

fn put_parameter_annotations(out: &mut Vec<u8>, items: &[Vec<Annotation>]) -> Result<()> {
    out.push(fit1(items.len(), "parameter count")?);
    items.iter().try_for_each(|annotations| put_annotations(out, annotations))
}

impl Attribute<'_> {
    /// Appends the whole attribute_info structure.
    pub fn write(&self, cp: &mut ConstantPoolBuilder, out: &mut Vec<u8>) -> Result<()> {
        put_u2(out, cp.utf8_bytes(self.name()));
        let at = out.len();
        out.extend([0; 4]);
        self.write_contents(out)?;
        let length = out.len() - at - 4;
        let length =
            u32::try_from(length).map_err(|_| FormatError::TooLarge { what: "attribute", size: length })?;
        out[at..at + 4].copy_from_slice(&length.to_be_bytes());
        Ok(())
    }

    /// Appends the contents alone.
    pub fn write_contents(&self, out: &mut Vec<u8>) -> Result<()> {
        match self {
            Attribute::ConstantValue(index)
            | Attribute::Signature(index)
            | Attribute::SourceFile(index)
            | Attribute::ModuleMainClass(index)
            | Attribute::NestHost(index) => put_u2(out, *index),
            Attribute::Code(code) => code.write(out)?,
            Attribute::StackMapTable(frames) => {
                put_u2(out, fit(frames.len(), "StackMapTable")?);
                frames.iter().try_for_each(|frame| frame.write(out))?;
            }
            Attribute::Exceptions(list)
            | Attribute::ModulePackages(list)
            | Attribute::NestMembers(list)
            | Attribute::PermittedSubclasses(list) => put_indices(out, list)?,
            Attribute::InnerClasses(list) => put_list(out, list, |out, c| {
                [c.inner, c.outer, c.name, c.access].iter().for_each(|&v| put_u2(out, v));
            })?,
            Attribute::EnclosingMethod { class, method } => {
                put_u2(out, *class);
                put_u2(out, *method);
            }
            Attribute::Synthetic | Attribute::Deprecated => {}
            Attribute::SourceDebugExtension(bytes) => out.extend_from_slice(bytes),
            Attribute::LineNumberTable(list) => put_list(out, list, |out, l| {
                put_u2(out, l.start_pc);
                put_u2(out, l.line);
            })?,
            Attribute::LocalVariableTable(list) | Attribute::LocalVariableTypeTable(list) => {
                put_list(out, list, |out, v| {
                    [v.start_pc, v.length, v.name, v.descriptor, v.index]
                        .iter()
                        .for_each(|&v| put_u2(out, v));
                })?;
            }
            Attribute::RuntimeVisibleAnnotations(list) | Attribute::RuntimeInvisibleAnnotations(list) => {
                put_annotations(out, list)?;
            }
            Attribute::RuntimeVisibleParameterAnnotations(list)
            | Attribute::RuntimeInvisibleParameterAnnotations(list) => put_parameter_annotations(out, list)?,
            Attribute::RuntimeVisibleTypeAnnotations(list)
            | Attribute::RuntimeInvisibleTypeAnnotations(list) => put_type_annotations(out, list)?,
            Attribute::AnnotationDefault(value) => value.write(out)?,
            Attribute::BootstrapMethods(list) => {
                put_u2(out, fit(list.len(), "BootstrapMethods")?);
                for entry in list {
                    put_u2(out, entry.method);
                    put_indices(out, &entry.arguments)?;
                }
            }
            Attribute::MethodParameters(list) => {
                out.push(fit1(list.len(), "MethodParameters")?);
                for parameter in list {
                    put_u2(out, parameter.name);
                    put_u2(out, parameter.access);
                }
            }
            Attribute::Module(module) => module.write(out)?,
            Attribute::Record(components) => {
                put_u2(out, fit(components.len(), "Record")?);
                for component in components {
                    put_u2(out, component.name);
                    put_u2(out, component.descriptor);
                    component.attributes.write(out);
                }
            }
            Attribute::Unknown { data, .. } => out.extend_from_slice(data),
        }
        Ok(())
    }
}

impl Code<'_> {
    fn write(&self, out: &mut Vec<u8>) -> Result<()> {
        put_u2(out, self.max_stack);
        put_u2(out, self.max_locals);
        let size = self.code.len();
        let length = u32::try_from(size).map_err(|_| FormatError::TooLarge { what: "code", size })?;
        out.extend(length.to_be_bytes());
        out.extend_from_slice(&self.code);
        put_list(out, &self.handlers, |out, h| {
            [h.start_pc, h.end_pc, h.handler_pc, h.catch_type].iter().for_each(|&v| put_u2(out, v));
        })?;
        self.attributes.write(out);
        Ok(())
    }
}

impl VerificationType {
    /// Appends it as verification_type_info.
    pub fn write(&self, out: &mut Vec<u8>) {
        let (tag, operand) = match *self {
            VerificationType::Top => (0, None),
            VerificationType::Integer => (1, None),
            VerificationType::Float => (2, None),
            VerificationType::Double => (3, None),
            VerificationType::Long => (4, None),
            VerificationType::Null => (5, None),
            VerificationType::UninitializedThis => (6, None),
            VerificationType::Object(index) => (7, Some(index)),
            VerificationType::Uninitialized(pc) => (8, Some(pc)),
        };
        out.push(tag);
        if let Some(value) = operand {
            put_u2(out, value);
        }
    }
}

impl Frame {
    /// Appends it as stack_map_frame, in the shortest form of its kind.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<()> {
        match self {
            Frame::Same { offset_delta: delta @ 0..=63 } => out.push(*delta as u8),
            Frame::Same { offset_delta } => {
                out.push(251);
                put_u2(out, *offset_delta);
            }
            Frame::SameLocals1 { offset_delta, stack } => {
                if *offset_delta <= 63 {
                    out.push(64 + *offset_delta as u8);
                } else {
                    out.push(247);
                    put_u2(out, *offset_delta);
                }
                stack.write(out);
            }
            Frame::Chop { offset_delta, count } => {
                if !(1..=3).contains(count) {
                    return Err(FormatError::TooLarge { what: "chopped locals", size: *count as usize });
                }
                out.push(251 - count);
                put_u2(out, *offset_delta);
            }
            Frame::Append { offset_delta, locals } => {
                if !(1..=3).contains(&locals.len()) {
                    return Err(FormatError::TooLarge { what: "appended locals", size: locals.len() });
                }
                out.push(251 + locals.len() as u8);
                put_u2(out, *offset_delta);
                locals.iter().for_each(|local| local.write(out));
            }
            Frame::Full { offset_delta, locals, stack } => {
                out.push(255);
                put_u2(out, *offset_delta);
                put_list(out, locals, |out, local| local.write(out))?;
                put_list(out, stack, |out, entry| entry.write(out))?;
            }
        }
        Ok(())
    }
}

impl Module {
    fn write(&self, out: &mut Vec<u8>) -> Result<()> {
        [self.name, self.flags, self.version].iter().for_each(|&v| put_u2(out, v));
        put_list(out, &self.requires, |out, r| {
            [r.module, r.flags, r.version].iter().for_each(|&v| put_u2(out, v));
        })?;
        for list in [&self.exports, &self.opens] {
            put_u2(out, fit(list.len(), "Module")?);
            for entry in list {
                put_u2(out, entry.package);
                put_u2(out, entry.flags);
                put_indices(out, &entry.to)?;
            }
        }
        put_indices(out, &self.uses)?;
        put_u2(out, fit(self.provides.len(), "Module")?);
        for entry in &self.provides {
            put_u2(out, entry.service);
            put_indices(out, &entry.with)?;
        }
        Ok(())
    }
}
