//! The constant pool as read (JVMS 4.4).

use crate::error::{FormatError, Result};
use crate::mutf8;
use crate::reader::Reader;
use std::borrow::Cow;

/// Constant pool tags (JVMS table 4.4-B).
#[allow(missing_docs)]
pub mod tag {
    pub const UTF8: u8 = 1;
    pub const INTEGER: u8 = 3;
    pub const FLOAT: u8 = 4;
    pub const LONG: u8 = 5;
    pub const DOUBLE: u8 = 6;
    pub const CLASS: u8 = 7;
    pub const STRING: u8 = 8;
    pub const FIELDREF: u8 = 9;
    pub const METHODREF: u8 = 10;
    pub const INTERFACE_METHODREF: u8 = 11;
    pub const NAME_AND_TYPE: u8 = 12;
    pub const METHOD_HANDLE: u8 = 15;
    pub const METHOD_TYPE: u8 = 16;
    pub const DYNAMIC: u8 = 17;
    pub const INVOKE_DYNAMIC: u8 = 18;
    pub const MODULE: u8 = 19;
    pub const PACKAGE: u8 = 20;
}

/// `reference_kind` of a method handle (JVMS table 5.4.3.5-A).
#[allow(missing_docs)]
pub mod ref_kind {
    pub const GET_FIELD: u8 = 1;
    pub const GET_STATIC: u8 = 2;
    pub const PUT_FIELD: u8 = 3;
    pub const PUT_STATIC: u8 = 4;
    pub const INVOKE_VIRTUAL: u8 = 5;
    pub const INVOKE_STATIC: u8 = 6;
    pub const INVOKE_SPECIAL: u8 = 7;
    pub const NEW_INVOKE_SPECIAL: u8 = 8;
    pub const INVOKE_INTERFACE: u8 = 9;
}

/// One entry. Index 0 and the second half of a long or double are `Unusable`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Constant<'a> {
    Unusable,
    Utf8(&'a [u8]),
    Integer(i32),
    /// Raw bits, so that NaN payloads survive.
    Float(u32),
    Long(i64),
    /// Raw bits.
    Double(u64),
    Class {
        name: u16,
    },
    String {
        utf8: u16,
    },
    Fieldref {
        class: u16,
        name_and_type: u16,
    },
    Methodref {
        class: u16,
        name_and_type: u16,
    },
    InterfaceMethodref {
        class: u16,
        name_and_type: u16,
    },
    NameAndType {
        name: u16,
        descriptor: u16,
    },
    MethodHandle {
        kind: u8,
        reference: u16,
    },
    MethodType {
        descriptor: u16,
    },
    Dynamic {
        bootstrap: u16,
        name_and_type: u16,
    },
    InvokeDynamic {
        bootstrap: u16,
        name_and_type: u16,
    },
    Module {
        name: u16,
    },
    Package {
        name: u16,
    },
}

impl Constant<'_> {
    /// The tag byte; 0 for `Unusable`.
    pub fn tag(&self) -> u8 {
        match self {
            Constant::Unusable => 0,
            Constant::Utf8(_) => tag::UTF8,
            Constant::Integer(_) => tag::INTEGER,
            Constant::Float(_) => tag::FLOAT,
            Constant::Long(_) => tag::LONG,
            Constant::Double(_) => tag::DOUBLE,
            Constant::Class { .. } => tag::CLASS,
            Constant::String { .. } => tag::STRING,
            Constant::Fieldref { .. } => tag::FIELDREF,
            Constant::Methodref { .. } => tag::METHODREF,
            Constant::InterfaceMethodref { .. } => tag::INTERFACE_METHODREF,
            Constant::NameAndType { .. } => tag::NAME_AND_TYPE,
            Constant::MethodHandle { .. } => tag::METHOD_HANDLE,
            Constant::MethodType { .. } => tag::METHOD_TYPE,
            Constant::Dynamic { .. } => tag::DYNAMIC,
            Constant::InvokeDynamic { .. } => tag::INVOKE_DYNAMIC,
            Constant::Module { .. } => tag::MODULE,
            Constant::Package { .. } => tag::PACKAGE,
        }
    }

    /// Name of the structure without its `CONSTANT_` prefix and `_info` suffix, as javap prints it.
    pub fn kind_name(&self) -> &'static str {
        match self {
            Constant::Unusable => "Unusable",
            Constant::Utf8(_) => "Utf8",
            Constant::Integer(_) => "Integer",
            Constant::Float(_) => "Float",
            Constant::Long(_) => "Long",
            Constant::Double(_) => "Double",
            Constant::Class { .. } => "Class",
            Constant::String { .. } => "String",
            Constant::Fieldref { .. } => "Fieldref",
            Constant::Methodref { .. } => "Methodref",
            Constant::InterfaceMethodref { .. } => "InterfaceMethodref",
            Constant::NameAndType { .. } => "NameAndType",
            Constant::MethodHandle { .. } => "MethodHandle",
            Constant::MethodType { .. } => "MethodType",
            Constant::Dynamic { .. } => "Dynamic",
            Constant::InvokeDynamic { .. } => "InvokeDynamic",
            Constant::Module { .. } => "Module",
            Constant::Package { .. } => "Package",
        }
    }

    /// Entries it takes: 2 for long and double (JVMS 4.4.5).
    pub fn entries(&self) -> u16 {
        if matches!(self, Constant::Long(_) | Constant::Double(_)) { 2 } else { 1 }
    }
}

/// Which of the three member reference kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum RefKind {
    Field,
    Method,
    InterfaceMethod,
}

/// A Fieldref, Methodref or InterfaceMethodref with its names looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MemberRef<'a> {
    /// Kind of the entry.
    pub kind: RefKind,
    /// Index of the Class entry.
    pub class_index: u16,
    /// Internal name of the class, or an array descriptor.
    pub class: &'a [u8],
    /// Member name.
    pub name: &'a [u8],
    /// Member descriptor.
    pub descriptor: &'a [u8],
}

/// A Dynamic or InvokeDynamic entry with its names looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DynamicRef<'a> {
    /// Index into the BootstrapMethods attribute.
    pub bootstrap: u16,
    /// Name.
    pub name: &'a [u8],
    /// Field (Dynamic) or method (InvokeDynamic) descriptor.
    pub descriptor: &'a [u8],
}

/// The constant pool. Accessors check index and kind; nothing else was checked when it was parsed.
#[derive(Clone, Debug, Default)]
pub struct ConstantPool<'a> {
    entries: Vec<Constant<'a>>,
}

impl<'a> ConstantPool<'a> {
    pub(crate) fn parse(r: &mut Reader<'a>) -> Result<Self> {
        let count = r.u2()?;
        if count == 0 {
            return Err(FormatError::EmptyConstantPool);
        }
        let mut entries = Vec::with_capacity((count as usize).min(r.remaining() / 2 + 1));
        entries.push(Constant::Unusable);
        while entries.len() < count as usize {
            let constant = match r.u1()? {
                tag::UTF8 => {
                    let length = r.u2()?;
                    Constant::Utf8(r.bytes(length as usize)?)
                }
                tag::INTEGER => Constant::Integer(r.u4()? as i32),
                tag::FLOAT => Constant::Float(r.u4()?),
                tag::LONG => Constant::Long(r.u8()? as i64),
                tag::DOUBLE => Constant::Double(r.u8()?),
                tag::CLASS => Constant::Class { name: r.u2()? },
                tag::STRING => Constant::String { utf8: r.u2()? },
                tag::FIELDREF => Constant::Fieldref { class: r.u2()?, name_and_type: r.u2()? },
                tag::METHODREF => Constant::Methodref { class: r.u2()?, name_and_type: r.u2()? },
                tag::INTERFACE_METHODREF => {
                    Constant::InterfaceMethodref { class: r.u2()?, name_and_type: r.u2()? }
                }
                tag::NAME_AND_TYPE => Constant::NameAndType { name: r.u2()?, descriptor: r.u2()? },
                tag::METHOD_HANDLE => Constant::MethodHandle { kind: r.u1()?, reference: r.u2()? },
                tag::METHOD_TYPE => Constant::MethodType { descriptor: r.u2()? },
                tag::DYNAMIC => Constant::Dynamic { bootstrap: r.u2()?, name_and_type: r.u2()? },
                tag::INVOKE_DYNAMIC => Constant::InvokeDynamic { bootstrap: r.u2()?, name_and_type: r.u2()? },
                tag::MODULE => Constant::Module { name: r.u2()? },
                tag::PACKAGE => Constant::Package { name: r.u2()? },
                tag => return Err(FormatError::UnknownTag { index: entries.len() as u16, tag }),
            };
            entries.push(constant);
            if constant.entries() == 2 {
                if entries.len() == count as usize {
                    let index = (entries.len() - 1) as u16;
                    return Err(FormatError::BadConstant { index, expected: "room for a long or double" });
                }
                entries.push(Constant::Unusable);
            }
        }
        Ok(ConstantPool { entries })
    }

    /// constant_pool_count: one more than the highest index.
    pub fn len(&self) -> u16 {
        self.entries.len() as u16
    }

    /// Whether it has no entries at all.
    pub fn is_empty(&self) -> bool {
        self.entries.len() <= 1
    }

    /// The entry, `Unusable` if there is none.
    #[inline]
    pub fn get(&self, index: u16) -> Constant<'a> {
        self.entries.get(index as usize).copied().unwrap_or(Constant::Unusable)
    }

    /// All usable entries with their indices.
    pub fn iter(&self) -> impl Iterator<Item = (u16, Constant<'a>)> + '_ {
        self.entries
            .iter()
            .enumerate()
            .filter(|(_, c)| !matches!(c, Constant::Unusable))
            .map(|(i, c)| (i as u16, *c))
    }

    /// A Utf8 entry's bytes (modified UTF-8, unchecked).
    #[inline]
    pub fn utf8(&self, index: u16) -> Result<&'a [u8]> {
        match self.get(index) {
            Constant::Utf8(bytes) => Ok(bytes),
            _ => Err(bad(index, "Utf8")),
        }
    }

    /// A Utf8 entry as text.
    pub fn text(&self, index: u16) -> Result<Cow<'a, str>> {
        mutf8::to_str(self.utf8(index)?)
    }

    /// Name of a Class entry: internal form, or a descriptor for arrays.
    #[inline]
    pub fn class_name(&self, index: u16) -> Result<&'a [u8]> {
        match self.get(index) {
            Constant::Class { name } => self.utf8(name),
            _ => Err(bad(index, "Class")),
        }
    }

    /// Contents of a String entry (modified UTF-8).
    pub fn string(&self, index: u16) -> Result<&'a [u8]> {
        match self.get(index) {
            Constant::String { utf8 } => self.utf8(utf8),
            _ => Err(bad(index, "String")),
        }
    }

    /// Name and descriptor of a NameAndType entry.
    pub fn name_and_type(&self, index: u16) -> Result<(&'a [u8], &'a [u8])> {
        match self.get(index) {
            Constant::NameAndType { name, descriptor } => Ok((self.utf8(name)?, self.utf8(descriptor)?)),
            _ => Err(bad(index, "NameAndType")),
        }
    }

    /// A Fieldref, Methodref or InterfaceMethodref.
    pub fn member_ref(&self, index: u16) -> Result<MemberRef<'a>> {
        let (kind, class_index, name_and_type) = match self.get(index) {
            Constant::Fieldref { class, name_and_type } => (RefKind::Field, class, name_and_type),
            Constant::Methodref { class, name_and_type } => (RefKind::Method, class, name_and_type),
            Constant::InterfaceMethodref { class, name_and_type } => {
                (RefKind::InterfaceMethod, class, name_and_type)
            }
            _ => return Err(bad(index, "Fieldref, Methodref or InterfaceMethodref")),
        };
        let (name, descriptor) = self.name_and_type(name_and_type)?;
        Ok(MemberRef { kind, class_index, class: self.class_name(class_index)?, name, descriptor })
    }

    /// A Fieldref.
    pub fn field_ref(&self, index: u16) -> Result<MemberRef<'a>> {
        match self.get(index) {
            Constant::Fieldref { .. } => self.member_ref(index),
            _ => Err(bad(index, "Fieldref")),
        }
    }

    /// A Methodref or InterfaceMethodref.
    pub fn method_ref(&self, index: u16) -> Result<MemberRef<'a>> {
        match self.get(index) {
            Constant::Methodref { .. } | Constant::InterfaceMethodref { .. } => self.member_ref(index),
            _ => Err(bad(index, "Methodref or InterfaceMethodref")),
        }
    }

    /// A Dynamic or InvokeDynamic entry.
    pub fn dynamic(&self, index: u16) -> Result<DynamicRef<'a>> {
        match self.get(index) {
            Constant::Dynamic { bootstrap, name_and_type }
            | Constant::InvokeDynamic { bootstrap, name_and_type } => {
                let (name, descriptor) = self.name_and_type(name_and_type)?;
                Ok(DynamicRef { bootstrap, name, descriptor })
            }
            _ => Err(bad(index, "Dynamic or InvokeDynamic")),
        }
    }

    /// Descriptor of a MethodType entry.
    pub fn method_type(&self, index: u16) -> Result<&'a [u8]> {
        match self.get(index) {
            Constant::MethodType { descriptor } => self.utf8(descriptor),
            _ => Err(bad(index, "MethodType")),
        }
    }

    /// Reference kind and member of a MethodHandle entry.
    pub fn method_handle(&self, index: u16) -> Result<(u8, MemberRef<'a>)> {
        match self.get(index) {
            Constant::MethodHandle { kind, reference } => Ok((kind, self.member_ref(reference)?)),
            _ => Err(bad(index, "MethodHandle")),
        }
    }

    /// Name of a Module entry.
    pub fn module(&self, index: u16) -> Result<&'a [u8]> {
        match self.get(index) {
            Constant::Module { name } => self.utf8(name),
            _ => Err(bad(index, "Module")),
        }
    }

    /// Name of a Package entry (internal form).
    pub fn package(&self, index: u16) -> Result<&'a [u8]> {
        match self.get(index) {
            Constant::Package { name } => self.utf8(name),
            _ => Err(bad(index, "Package")),
        }
    }

    /// An Integer entry.
    pub fn integer(&self, index: u16) -> Result<i32> {
        match self.get(index) {
            Constant::Integer(value) => Ok(value),
            _ => Err(bad(index, "Integer")),
        }
    }

    /// A Long entry.
    pub fn long(&self, index: u16) -> Result<i64> {
        match self.get(index) {
            Constant::Long(value) => Ok(value),
            _ => Err(bad(index, "Long")),
        }
    }

    /// A Float entry.
    pub fn float(&self, index: u16) -> Result<f32> {
        match self.get(index) {
            Constant::Float(bits) => Ok(f32::from_bits(bits)),
            _ => Err(bad(index, "Float")),
        }
    }

    /// A Double entry.
    pub fn double(&self, index: u16) -> Result<f64> {
        match self.get(index) {
            Constant::Double(bits) => Ok(f64::from_bits(bits)),
            _ => Err(bad(index, "Double")),
        }
    }
}

#[cold]
fn bad(index: u16, expected: &'static str) -> FormatError {
    FormatError::BadConstant { index, expected }
}
