//! The lean parser: finds where things are in a class file and builds nothing it need not.
//!
//! Class files from outside the library go through `rvm-classfile`'s checks first; this parser still trusts no
//! length, so that a gap there cannot become a fault here.

use crate::class::tag;
use thiserror::Error;

/// The class file ends early or has an unknown constant.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ParseError {
    /// Lengths exceed the file.
    #[error("Truncated class file")]
    Truncated,
    /// Wrong magic number.
    #[error("Incompatible magic value {0}")]
    Magic(u32),
    /// A constant of an unknown kind.
    #[error("Unknown constant tag {0}")]
    Tag(u8),
    /// An index that does not fit its use.
    #[error("Invalid constant pool index {0}")]
    Index(u16),
}

/// A field or method.
#[derive(Debug, Clone, Copy)]
pub struct ParsedMember {
    /// Access flags.
    pub access: u16,
    /// Index of the name.
    pub name: u16,
    /// Index of the descriptor.
    pub descriptor: u16,
    /// Offset of the attribute table.
    pub attributes: u32,
    /// Fields: index of the `ConstantValue`.
    pub constant: u16,
    /// Methods: offset and length of the bytecode, words of stack and locals.
    pub code: (u32, u32),
    /// Words of operand stack.
    pub max_stack: u16,
    /// Words of local variables.
    pub max_locals: u16,
}

/// Where things are in a class file.
#[derive(Debug)]
pub struct ParsedClass {
    /// Minor and major version.
    pub version: (u16, u16),
    /// Offset of each constant's contents.
    pub offsets: Vec<u32>,
    /// Access flags.
    pub access: u16,
    /// Class entry of the class itself.
    pub this_class: u16,
    /// Class entry of the superclass, 0 for `Object`.
    pub super_class: u16,
    /// Class entries of the superinterfaces.
    pub interfaces: Vec<u16>,
    /// Fields.
    pub fields: Vec<ParsedMember>,
    /// Methods.
    pub methods: Vec<ParsedMember>,
    /// Offset of the class's attribute table.
    pub attributes: u32,
}

struct Cursor<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Cursor<'_> {
    #[inline]
    fn u2(&mut self) -> Result<u16, ParseError> {
        let two = self.bytes.get(self.at..self.at + 2).ok_or(ParseError::Truncated)?;
        self.at += 2;
        Ok(u16::from_be_bytes([two[0], two[1]]))
    }

    #[inline]
    fn u4(&mut self) -> Result<u32, ParseError> {
        Ok(u32::from(self.u2()?) << 16 | u32::from(self.u2()?))
    }

    #[inline]
    fn skip(&mut self, count: usize) -> Result<(), ParseError> {
        self.at =
            self.at.checked_add(count).filter(|&e| e <= self.bytes.len()).ok_or(ParseError::Truncated)?;
        Ok(())
    }
}

/// Parses a class file.
pub fn parse(bytes: &[u8]) -> Result<ParsedClass, ParseError> {
    if bytes.len() >= u32::MAX as usize {
        return Err(ParseError::Truncated);
    }
    let mut cursor = Cursor { bytes, at: 0 };
    let magic = cursor.u4()?;
    if magic != 0xcafe_babe {
        return Err(ParseError::Magic(magic));
    }
    let minor = cursor.u2()?;
    let version = (minor, cursor.u2()?);
    let offsets = constants(&mut cursor)?;
    let access = cursor.u2()?;
    let this_class = cursor.u2()?;
    let super_class = cursor.u2()?;
    let count = cursor.u2()?;
    let interfaces = (0..count).map(|_| cursor.u2()).collect::<Result<_, _>>()?;
    let fields = members(&mut cursor, &offsets, false)?;
    let methods = members(&mut cursor, &offsets, true)?;
    let attributes = cursor.at as u32;
    for _ in 0..cursor.u2()? {
        cursor.u2()?;
        let length = cursor.u4()?;
        cursor.skip(length as usize)?;
    }
    let parsed = ParsedClass {
        version,
        offsets,
        access,
        this_class,
        super_class,
        interfaces,
        fields,
        methods,
        attributes,
    };
    check_classes(bytes, &parsed)?;
    Ok(parsed)
}

fn constants(cursor: &mut Cursor<'_>) -> Result<Vec<u32>, ParseError> {
    let count = cursor.u2()? as usize;
    let mut offsets = vec![0u32; count.max(1)];
    let mut index = 1;
    while index < count {
        let kind = *cursor.bytes.get(cursor.at).ok_or(ParseError::Truncated)?;
        cursor.at += 1;
        offsets[index] = cursor.at as u32;
        let size = match kind {
            tag::UTF8 => {
                let length = cursor.u2()?;
                length as usize
            }
            tag::INTEGER | tag::FLOAT | tag::FIELDREF | tag::METHODREF | tag::INTERFACE_METHODREF => 4,
            tag::NAME_AND_TYPE | tag::DYNAMIC | tag::INVOKE_DYNAMIC => 4,
            tag::LONG | tag::DOUBLE => {
                index += 1;
                8
            }
            tag::CLASS | tag::STRING | tag::METHOD_TYPE | tag::MODULE | tag::PACKAGE => 2,
            tag::METHOD_HANDLE => 3,
            other => return Err(ParseError::Tag(other)),
        };
        cursor.skip(size)?;
        index += 1;
    }
    Ok(offsets)
}

fn utf8<'b>(bytes: &'b [u8], offsets: &[u32], index: u16) -> Option<&'b [u8]> {
    let at = *offsets.get(index as usize)? as usize;
    if at == 0 || bytes[at - 1] != tag::UTF8 {
        return None;
    }
    let length = u16::from_be_bytes([bytes[at], bytes[at + 1]]) as usize;
    bytes.get(at + 2..at + 2 + length)
}

fn members(cursor: &mut Cursor<'_>, offsets: &[u32], methods: bool) -> Result<Vec<ParsedMember>, ParseError> {
    let count = cursor.u2()?;
    let mut all = Vec::with_capacity(count as usize);
    for _ in 0..count {
        let access = cursor.u2()?;
        let name = cursor.u2()?;
        let descriptor = cursor.u2()?;
        for index in [name, descriptor] {
            utf8(cursor.bytes, offsets, index).ok_or(ParseError::Index(index))?;
        }
        let attributes = cursor.at as u32;
        let mut member = ParsedMember {
            access,
            name,
            descriptor,
            attributes,
            constant: 0,
            code: (0, 0),
            max_stack: 0,
            max_locals: 0,
        };
        for _ in 0..cursor.u2()? {
            let name = utf8(cursor.bytes, offsets, cursor.u2()?);
            let length = cursor.u4()? as usize;
            let start = cursor.at;
            cursor.skip(length)?;
            match name {
                Some(b"Code") if methods => code(cursor.bytes, start, cursor.at, &mut member)?,
                Some(b"ConstantValue") if !methods && length == 2 => {
                    member.constant = u16::from_be_bytes([cursor.bytes[start], cursor.bytes[start + 1]]);
                    if member.constant as usize >= offsets.len() {
                        return Err(ParseError::Index(member.constant));
                    }
                }
                _ => {}
            }
        }
        all.push(member);
    }
    Ok(all)
}

/// Bytecode, exception table and attributes must lie inside the attribute.
fn code(bytes: &[u8], start: usize, end: usize, member: &mut ParsedMember) -> Result<(), ParseError> {
    let mut inner = Cursor { bytes: &bytes[..end], at: start };
    member.max_stack = inner.u2()?;
    member.max_locals = inner.u2()?;
    let length = inner.u4()?;
    member.code = (inner.at as u32, length);
    inner.skip(length as usize)?;
    let rows = inner.u2()?;
    inner.skip(rows as usize * 8)?;
    for _ in 0..inner.u2()? {
        inner.u2()?;
        let length = inner.u4()?;
        inner.skip(length as usize)?;
    }
    Ok(())
}

/// The class's own name, its superclass's and its interfaces' must be Class entries with names.
fn check_classes(bytes: &[u8], parsed: &ParsedClass) -> Result<(), ParseError> {
    let check = |index: u16| {
        let at = parsed.offsets.get(index as usize).copied().unwrap_or(0) as usize;
        if at == 0 || bytes[at - 1] != tag::CLASS {
            return Err(ParseError::Index(index));
        }
        let name = u16::from_be_bytes([bytes[at], bytes[at + 1]]);
        utf8(bytes, &parsed.offsets, name).map(drop).ok_or(ParseError::Index(name))
    };
    check(parsed.this_class)?;
    if parsed.super_class != 0 {
        check(parsed.super_class)?;
    }
    parsed.interfaces.iter().try_for_each(|&index| check(index))
}

/// The internal name a class file gives itself.
pub fn class_name(bytes: &[u8]) -> Result<Vec<u8>, ParseError> {
    let parsed = parse(bytes)?;
    let at = parsed.offsets[parsed.this_class as usize] as usize;
    let name = u16::from_be_bytes([bytes[at], bytes[at + 1]]);
    utf8(bytes, &parsed.offsets, name).map(<[u8]>::to_vec).ok_or(ParseError::Index(name))
}
