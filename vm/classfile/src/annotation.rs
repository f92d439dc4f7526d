//! Annotations (JVMS 4.7.16 to 4.7.22): data, reading, writing.

use crate::attribute_write::fit;
use crate::error::{FormatError, Result};
use crate::reader::Reader;

/// How deep element values may nest before we refuse to follow.
const MAX_DEPTH: u32 = 256;

/// An annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Utf8 index of the type's field descriptor.
    pub type_index: u16,
    /// (Utf8 index of the name, value) pairs.
    pub elements: Vec<(u16, ElementValue)>,
}

/// element_value (JVMS 4.7.16.1).
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ElementValue {
    /// Tag one of `BCDFIJSZs` and the constant's index.
    Const {
        tag: u8,
        index: u16,
    },
    Enum {
        type_name: u16,
        const_name: u16,
    },
    /// Utf8 index of a return descriptor.
    Class(u16),
    Annotation(Box<Annotation>),
    Array(Vec<ElementValue>),
}

/// A type annotation (JVMS 4.7.20).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeAnnotation {
    /// target_type.
    pub target_type: u8,
    /// target_info.
    pub target: TypeTarget,
    /// (type_path_kind, type_argument_index) steps.
    pub path: Vec<(u8, u8)>,
    /// The annotation.
    pub annotation: Annotation,
}

/// target_info (JVMS 4.7.20.1).
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TypeTarget {
    TypeParameter(u8),
    Supertype(u16),
    TypeParameterBound {
        parameter: u8,
        bound: u8,
    },
    Empty,
    FormalParameter(u8),
    Throws(u16),
    /// (start_pc, length, index) ranges.
    LocalVar(Vec<(u16, u16, u16)>),
    Catch(u16),
    Offset(u16),
    TypeArgument {
        offset: u16,
        argument: u8,
    },
}

const TYPE_ANNOTATIONS: &str = "RuntimeTypeAnnotations";

impl Annotation {
    pub(crate) fn parse(r: &mut Reader<'_>) -> Result<Self> {
        Self::parse_at(r, 0)
    }

    fn parse_at(r: &mut Reader<'_>, depth: u32) -> Result<Self> {
        let type_index = r.u2()?;
        let elements = r.list(|r| Ok((r.u2()?, ElementValue::parse_at(r, depth + 1)?)))?;
        Ok(Annotation { type_index, elements })
    }

    /// Appends it as `annotation` structure.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<()> {
        put_u2(out, self.type_index);
        put_u2(out, fit(self.elements.len(), "annotation")?);
        for (name, value) in &self.elements {
            put_u2(out, *name);
            value.write(out)?;
        }
        Ok(())
    }
}

impl ElementValue {
    pub(crate) fn parse(r: &mut Reader<'_>) -> Result<Self> {
        Self::parse_at(r, 0)
    }

    fn parse_at(r: &mut Reader<'_>, depth: u32) -> Result<Self> {
        if depth > MAX_DEPTH {
            return Err(FormatError::NestedTooDeeply);
        }
        Ok(match r.u1()? {
            tag @ (b'B' | b'C' | b'D' | b'F' | b'I' | b'J' | b'S' | b'Z' | b's') => {
                ElementValue::Const { tag, index: r.u2()? }
            }
            b'e' => ElementValue::Enum { type_name: r.u2()?, const_name: r.u2()? },
            b'c' => ElementValue::Class(r.u2()?),
            b'@' => ElementValue::Annotation(Box::new(Annotation::parse_at(r, depth + 1)?)),
            b'[' => ElementValue::Array(r.list(|r| ElementValue::parse_at(r, depth + 1))?),
            tag => return Err(FormatError::BadAttributeTag { name: "RuntimeAnnotations", tag }),
        })
    }

    /// Appends it as `element_value` structure.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<()> {
        match self {
            ElementValue::Const { tag, index } => {
                out.push(*tag);
                put_u2(out, *index);
            }
            ElementValue::Enum { type_name, const_name } => {
                out.push(b'e');
                put_u2(out, *type_name);
                put_u2(out, *const_name);
            }
            ElementValue::Class(index) => {
                out.push(b'c');
                put_u2(out, *index);
            }
            ElementValue::Annotation(annotation) => {
                out.push(b'@');
                annotation.write(out)?;
            }
            ElementValue::Array(values) => {
                out.push(b'[');
                put_u2(out, fit(values.len(), "array of element values")?);
                values.iter().try_for_each(|value| value.write(out))?;
            }
        }
        Ok(())
    }
}

impl TypeAnnotation {
    pub(crate) fn parse(r: &mut Reader<'_>) -> Result<Self> {
        let target_type = r.u1()?;
        let target = match target_type {
            0x00 | 0x01 => TypeTarget::TypeParameter(r.u1()?),
            0x10 => TypeTarget::Supertype(r.u2()?),
            0x11 | 0x12 => TypeTarget::TypeParameterBound { parameter: r.u1()?, bound: r.u1()? },
            0x13..=0x15 => TypeTarget::Empty,
            0x16 => TypeTarget::FormalParameter(r.u1()?),
            0x17 => TypeTarget::Throws(r.u2()?),
            0x40 | 0x41 => TypeTarget::LocalVar(r.list(|r| Ok((r.u2()?, r.u2()?, r.u2()?)))?),
            0x42 => TypeTarget::Catch(r.u2()?),
            0x43..=0x46 => TypeTarget::Offset(r.u2()?),
            0x47..=0x4b => TypeTarget::TypeArgument { offset: r.u2()?, argument: r.u1()? },
            tag => return Err(FormatError::BadAttributeTag { name: TYPE_ANNOTATIONS, tag }),
        };
        let steps = r.u1()?;
        let path = (0..steps).map(|_| Ok((r.u1()?, r.u1()?))).collect::<Result<_>>()?;
        Ok(TypeAnnotation { target_type, target, path, annotation: Annotation::parse(r)? })
    }

    /// Appends it as `type_annotation` structure.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<()> {
        out.push(self.target_type);
        match &self.target {
            TypeTarget::TypeParameter(index) | TypeTarget::FormalParameter(index) => out.push(*index),
            TypeTarget::Supertype(index)
            | TypeTarget::Throws(index)
            | TypeTarget::Catch(index)
            | TypeTarget::Offset(index) => put_u2(out, *index),
            TypeTarget::TypeParameterBound { parameter, bound } => out.extend([*parameter, *bound]),
            TypeTarget::Empty => {}
            TypeTarget::LocalVar(ranges) => {
                put_u2(out, fit(ranges.len(), "type annotation")?);
                for (start, length, index) in ranges {
                    put_u2(out, *start);
                    put_u2(out, *length);
                    put_u2(out, *index);
                }
            }
            TypeTarget::TypeArgument { offset, argument } => {
                put_u2(out, *offset);
                out.push(*argument);
            }
        }
        let size = self.path.len();
        out.push(u8::try_from(size).map_err(|_| FormatError::TooLarge { what: "type path", size })?);
        self.path.iter().for_each(|&(kind, argument)| out.extend([kind, argument]));
        self.annotation.write(out)
    }
}

pub(crate) fn put_u2(out: &mut Vec<u8>, value: u16) {
    out.extend(value.to_be_bytes());
}
