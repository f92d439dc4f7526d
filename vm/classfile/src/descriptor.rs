//! Field and method descriptors (JVMS 4.3).

use crate::error::{FormatError, Result};
use crate::mutf8;
use crate::opcode::Kind;

/// A primitive type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Primitive {
    Boolean,
    Byte,
    Char,
    Short,
    Int,
    Long,
    Float,
    Double,
}

impl Primitive {
    /// Every primitive type, in the order of the declaration.
    pub const ALL: [Primitive; 8] = [
        Primitive::Boolean,
        Primitive::Byte,
        Primitive::Char,
        Primitive::Short,
        Primitive::Int,
        Primitive::Long,
        Primitive::Float,
        Primitive::Double,
    ];

    /// By descriptor letter.
    pub fn from_letter(letter: u8) -> Option<Self> {
        Some(match letter {
            b'Z' => Primitive::Boolean,
            b'B' => Primitive::Byte,
            b'C' => Primitive::Char,
            b'S' => Primitive::Short,
            b'I' => Primitive::Int,
            b'J' => Primitive::Long,
            b'F' => Primitive::Float,
            b'D' => Primitive::Double,
            _ => return None,
        })
    }

    /// Descriptor letter.
    pub fn letter(self) -> u8 {
        b"ZBCSIJFD"[self as usize]
    }

    /// Name in the language.
    pub fn name(self) -> &'static str {
        ["boolean", "byte", "char", "short", "int", "long", "float", "double"][self as usize]
    }

    /// By operand of `newarray` (JVMS table 6.5.newarray-A).
    pub fn from_array_type(code: u8) -> Option<Self> {
        Some(match code {
            4 => Primitive::Boolean,
            5 => Primitive::Char,
            6 => Primitive::Float,
            7 => Primitive::Double,
            8 => Primitive::Byte,
            9 => Primitive::Short,
            10 => Primitive::Int,
            11 => Primitive::Long,
            _ => return None,
        })
    }

    /// Operand of `newarray`.
    pub fn array_type(self) -> u8 {
        [4, 8, 5, 9, 10, 11, 6, 7][self as usize]
    }

    /// Kind on the operand stack.
    pub fn kind(self) -> Kind {
        match self {
            Primitive::Long => Kind::J,
            Primitive::Float => Kind::F,
            Primitive::Double => Kind::D,
            _ => Kind::I,
        }
    }
}

/// A field descriptor (JVMS 4.3.2), borrowing class names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldType<'a> {
    /// Primitive.
    Primitive(Primitive),
    /// Class or interface, by internal name.
    Object(&'a [u8]),
    /// Array, by its whole descriptor.
    Array(&'a [u8]),
}

impl<'a> FieldType<'a> {
    /// Parses a whole field descriptor.
    pub fn parse(descriptor: &'a [u8]) -> Result<Self> {
        match next_type(descriptor) {
            Some((field, b"")) => Ok(field),
            _ => Err(bad(descriptor)),
        }
    }

    /// Kind on the operand stack.
    pub fn kind(self) -> Kind {
        match self {
            FieldType::Primitive(primitive) => primitive.kind(),
            _ => Kind::A,
        }
    }

    /// Slots it takes, 1 or 2.
    pub fn slots(self) -> usize {
        self.kind().slots()
    }

    /// Element type of an array.
    pub fn element(self) -> Option<FieldType<'a>> {
        match self {
            FieldType::Array(descriptor) => next_type(&descriptor[1..]).map(|(element, _)| element),
            _ => None,
        }
    }

    /// Number of dimensions, 0 if no array.
    pub fn dimensions(self) -> usize {
        match self {
            FieldType::Array(descriptor) => descriptor.iter().take_while(|&&b| b == b'[').count(),
            _ => 0,
        }
    }

    /// As the language writes it: `java.lang.String[]`.
    pub fn to_source(self) -> String {
        match self {
            FieldType::Primitive(primitive) => primitive.name().to_string(),
            FieldType::Object(name) => mutf8::to_str_lossy(name).replace('/', "."),
            FieldType::Array(_) => {
                let element = self.element().map(FieldType::to_source).unwrap_or_default();
                element + "[]"
            }
        }
    }
}

/// A method descriptor (JVMS 4.3.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodDescriptor<'a> {
    /// Parameter types.
    pub parameters: Vec<FieldType<'a>>,
    /// Return type, `None` for void.
    pub result: Option<FieldType<'a>>,
}

impl<'a> MethodDescriptor<'a> {
    /// Parses a whole method descriptor.
    pub fn parse(descriptor: &'a [u8]) -> Result<Self> {
        let mut parts = parts(descriptor)?;
        let parameters = parts.by_ref().collect::<Result<_>>()?;
        Ok(MethodDescriptor { parameters, result: parts.result()? })
    }

    /// Slots of the parameters, `this` not counted.
    pub fn argument_slots(&self) -> usize {
        self.parameters.iter().map(|p| p.slots()).sum()
    }
}

/// Slots of a method descriptor's parameters, `this` not counted, without building a list.
pub fn argument_slots(descriptor: &[u8]) -> Result<usize> {
    let mut parts = parts(descriptor)?;
    let slots = parts.by_ref().map(|p| p.map(FieldType::slots)).sum::<Result<usize>>()?;
    parts.result()?;
    Ok(slots)
}

/// Walks a method descriptor without allocating: iterate for the parameters, then call `result`.
pub fn parts(descriptor: &[u8]) -> Result<DescriptorParts<'_>> {
    match descriptor {
        [b'(', rest @ ..] => Ok(DescriptorParts { whole: descriptor, rest }),
        _ => Err(bad(descriptor)),
    }
}

/// See `parts`.
#[derive(Clone, Debug)]
pub struct DescriptorParts<'a> {
    whole: &'a [u8],
    rest: &'a [u8],
}

impl<'a> Iterator for DescriptorParts<'a> {
    type Item = Result<FieldType<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.first() == Some(&b')') {
            return None;
        }
        match next_type(self.rest) {
            Some((parameter, rest)) => {
                self.rest = rest;
                Some(Ok(parameter))
            }
            None => {
                // Leaves the iterator at its end.
                self.rest = b")";
                Some(Err(bad(self.whole)))
            }
        }
    }
}

impl<'a> DescriptorParts<'a> {
    /// The return type; skips parameters not yet read.
    pub fn result(mut self) -> Result<Option<FieldType<'a>>> {
        for parameter in self.by_ref() {
            parameter?;
        }
        match self.rest {
            b")V" => Ok(None),
            [b')', result @ ..] => match next_type(result) {
                Some((result, b"")) => Ok(Some(result)),
                _ => Err(bad(self.whole)),
            },
            _ => Err(bad(self.whole)),
        }
    }
}

/// The field type at the front of `text` and what follows. Arrays of more than 255 dimensions are refused (JVMS 4.3.2).
pub fn next_type(text: &[u8]) -> Option<(FieldType<'_>, &[u8])> {
    let dimensions = text.iter().take_while(|&&b| b == b'[').count();
    if dimensions > 255 {
        return None;
    }
    let base = &text[dimensions..];
    let letter = *base.first()?;
    let (element, used) = if letter == b'L' {
        let end = base.iter().position(|&b| b == b';')?;
        let name = &base[1..end];
        if !is_class_name(name) {
            return None;
        }
        (FieldType::Object(name), dimensions + end + 1)
    } else {
        (FieldType::Primitive(Primitive::from_letter(letter)?), dimensions + 1)
    };
    let whole = if dimensions > 0 { FieldType::Array(&text[..used]) } else { element };
    Some((whole, &text[used..]))
}

/// An unqualified name (JVMS 4.2.2): not empty, none of `. ; [ /`.
pub fn is_unqualified_name(name: &[u8]) -> bool {
    !name.is_empty() && !name.iter().any(|b| matches!(b, b'.' | b';' | b'[' | b'/'))
}

/// A method name (JVMS 4.2.2): unqualified, without `<` and `>` but for the two special ones.
pub fn is_method_name(name: &[u8]) -> bool {
    name == b"<init>"
        || name == b"<clinit>"
        || is_unqualified_name(name) && !name.iter().any(|b| matches!(b, b'<' | b'>'))
}

/// An internal class name (JVMS 4.2.1): unqualified names joined by slashes.
pub fn is_class_name(name: &[u8]) -> bool {
    name.split(|&b| b == b'/').all(is_unqualified_name)
}

#[cold]
fn bad(descriptor: &[u8]) -> FormatError {
    FormatError::BadDescriptor(mutf8::to_str_lossy(descriptor).into_owned())
}
