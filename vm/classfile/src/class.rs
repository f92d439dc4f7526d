//! A class file as read (JVMS 4.1): header and pool are decoded, members and attributes are
//! found but left as bytes until someone asks.

use crate::attribute::{self, Attribute, Code};
use crate::constant::ConstantPool;
use crate::error::{FormatError, Result};
use crate::reader::Reader;
use std::borrow::Cow;

/// The first four bytes of a class file.
pub const MAGIC: u32 = 0xcafe_babe;

/// A parsed class file, borrowing from its bytes.
#[derive(Clone, Debug)]
pub struct ClassFile<'a> {
    /// Minor version.
    pub minor: u16,
    /// Major version: 61 for Java 17.
    pub major: u16,
    /// Constant pool.
    pub cp: ConstantPool<'a>,
    /// Class flags, see `flags`.
    pub access: u16,
    /// Index of this class's Class entry.
    pub this_class: u16,
    /// Index of the superclass's Class entry, or 0.
    pub super_class: u16,
    /// Indices of Class entries.
    pub interfaces: Vec<u16>,
    /// Fields.
    pub fields: Vec<Member<'a>>,
    /// Methods.
    pub methods: Vec<Member<'a>>,
    /// Class attributes.
    pub attributes: Attributes<'a>,
}

/// A field or a method (JVMS 4.5, 4.6).
#[derive(Clone, Debug, PartialEq)]
pub struct Member<'a> {
    /// Flags, see `flags`.
    pub access: u16,
    /// Index of the name's Utf8 entry.
    pub name: u16,
    /// Index of the descriptor's Utf8 entry.
    pub descriptor: u16,
    /// Its attributes.
    pub attributes: Attributes<'a>,
}

/// An attribute table: a count and the raw attribute structures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attributes<'a> {
    pub(crate) count: u16,
    pub(crate) bytes: Cow<'a, [u8]>,
}

/// An attribute whose contents are not decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawAttribute<'a> {
    /// Index of the name's Utf8 entry.
    pub name: u16,
    /// The contents.
    pub data: &'a [u8],
}

/// Parses a class file. Checks lengths, tags and counts; what indices point at is checked by the
/// accessors, and everything else by the verifier crate.
pub fn parse(bytes: &[u8]) -> Result<ClassFile<'_>> {
    let mut r = Reader::new(bytes);
    let magic = r.u4()?;
    if magic != MAGIC {
        return Err(FormatError::BadMagic(magic));
    }
    let minor = r.u2()?;
    let major = r.u2()?;
    let cp = ConstantPool::parse(&mut r)?;
    let class = ClassFile {
        minor,
        major,
        cp,
        access: r.u2()?,
        this_class: r.u2()?,
        super_class: r.u2()?,
        interfaces: r.list(Reader::u2)?,
        fields: r.list(Member::parse)?,
        methods: r.list(Member::parse)?,
        attributes: Attributes::parse(&mut r)?,
    };
    if !r.is_empty() {
        return Err(FormatError::TrailingBytes);
    }
    Ok(class)
}

/// The (major, minor) version of what may be a class file, whatever follows it.
pub fn peek_version(bytes: &[u8]) -> Result<(u16, u16)> {
    let mut r = Reader::new(bytes);
    let magic = r.u4()?;
    if magic != MAGIC {
        return Err(FormatError::BadMagic(magic));
    }
    let minor = r.u2()?;
    Ok((r.u2()?, minor))
}

impl<'a> ClassFile<'a> {
    /// Internal name of this class.
    pub fn name(&self) -> Result<&'a [u8]> {
        self.cp.class_name(self.this_class)
    }

    /// Internal name of the superclass; `None` for java/lang/Object and module-info.
    pub fn super_name(&self) -> Result<Option<&'a [u8]>> {
        match self.super_class {
            0 => Ok(None),
            index => self.cp.class_name(index).map(Some),
        }
    }

    /// Internal names of the direct superinterfaces.
    pub fn interface_names(&self) -> impl Iterator<Item = Result<&'a [u8]>> + '_ {
        self.interfaces.iter().map(|&index| self.cp.class_name(index))
    }

    /// The decoded class attribute of this name, if present.
    pub fn attribute(&self, name: &'static str) -> Result<Option<Attribute<'_>>> {
        self.attributes.get(&self.cp, name)
    }
}

impl<'a> Member<'a> {
    fn parse(r: &mut Reader<'a>) -> Result<Self> {
        Ok(Member { access: r.u2()?, name: r.u2()?, descriptor: r.u2()?, attributes: Attributes::parse(r)? })
    }

    /// Its name.
    pub fn name<'p>(&self, cp: &ConstantPool<'p>) -> Result<&'p [u8]> {
        cp.utf8(self.name)
    }

    /// Its descriptor.
    pub fn descriptor<'p>(&self, cp: &ConstantPool<'p>) -> Result<&'p [u8]> {
        cp.utf8(self.descriptor)
    }

    /// The decoded attribute of this name, if present.
    pub fn attribute(&self, cp: &ConstantPool<'_>, name: &'static str) -> Result<Option<Attribute<'_>>> {
        self.attributes.get(cp, name)
    }

    /// A method's Code attribute.
    pub fn code(&self, cp: &ConstantPool<'_>) -> Result<Option<Code<'_>>> {
        match self.attributes.find(cp, "Code") {
            Some(data) => Code::parse(data).map(Some),
            None => Ok(None),
        }
    }

    /// Whether all these flags are set.
    pub fn is(&self, flags: u16) -> bool {
        self.access & flags == flags
    }
}

impl<'a> Attributes<'a> {
    /// Reads a count and the attributes, checking only that they are whole.
    pub(crate) fn parse(r: &mut Reader<'a>) -> Result<Self> {
        let count = r.u2()?;
        let start = r.position();
        for _ in 0..count {
            r.u2()?;
            let length = r.u4()?;
            r.bytes(length as usize)?;
        }
        Ok(Attributes { count, bytes: Cow::Borrowed(r.since(start)) })
    }

    /// How many.
    pub fn len(&self) -> u16 {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// All, undecoded.
    pub fn iter(&self) -> impl Iterator<Item = RawAttribute<'_>> + '_ {
        let mut r = Reader::new(&self.bytes);
        (0..self.count).map_while(move |_| {
            let name = r.u2().ok()?;
            let length = r.u4().ok()?;
            Some(RawAttribute { name, data: r.bytes(length as usize).ok()? })
        })
    }

    /// Contents of the first attribute of this name.
    pub fn find(&self, cp: &ConstantPool<'_>, name: &str) -> Option<&[u8]> {
        self.iter().find(|a| cp.utf8(a.name) == Ok(name.as_bytes())).map(|a| a.data)
    }

    /// Whether one of this name is there.
    pub fn has(&self, cp: &ConstantPool<'_>, name: &str) -> bool {
        self.find(cp, name).is_some()
    }

    /// The first attribute of this name, decoded.
    pub fn get(&self, cp: &ConstantPool<'_>, name: &'static str) -> Result<Option<Attribute<'_>>> {
        self.find(cp, name).map(|data| attribute::parse(name.as_bytes(), data)).transpose()
    }

    /// All, decoded; names that JVMS 4.7 does not define come as `Attribute::Unknown`.
    pub fn decode<'s>(&'s self, cp: &ConstantPool<'s>) -> Result<Vec<Attribute<'s>>> {
        self.iter().map(|raw| attribute::parse(cp.utf8(raw.name)?, raw.data)).collect()
    }
}
