//! The crate's error type.

use thiserror::Error;

/// Why bytes are not a well-formed class file (JVMS chapter 4), or why one cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FormatError {
    /// The file ends inside a structure.
    #[error("Truncated class file")]
    Truncated,
    /// The first four bytes are not 0xCAFEBABE.
    #[error("Incompatible magic value {0}")]
    BadMagic(u32),
    /// Bytes behind the last attribute.
    #[error("Extra bytes at the end of class file")]
    TrailingBytes,
    /// JVMS 4.4: constant_pool_count is zero.
    #[error("Illegal constant pool size 0")]
    EmptyConstantPool,
    /// JVMS 4.4: a tag that no constant has.
    #[error("Unknown constant tag {tag}")]
    UnknownTag {
        /// Index of the entry.
        index: u16,
        /// Its tag.
        tag: u8,
    },
    /// An index that names no entry, or one of another kind.
    #[error("Invalid constant pool index {index}: {expected} expected")]
    BadConstant {
        /// The index.
        index: u16,
        /// What should be there.
        expected: &'static str,
    },
    /// JVMS 4.4.7: bytes that are not modified UTF-8.
    #[error("Illegal UTF8 string in constant pool at byte {0}")]
    BadUtf8(usize),
    /// An attribute's contents do not match its length or its grammar.
    #[error("Invalid {name} attribute: {what}")]
    BadAttribute {
        /// Attribute name.
        name: &'static str,
        /// What is wrong.
        what: &'static str,
    },
    /// JVMS 4.7.4, 4.7.16, 4.7.20: an unknown tag byte inside an attribute.
    #[error("Invalid tag {tag} in {name} attribute")]
    BadAttributeTag {
        /// Attribute name.
        name: &'static str,
        /// The tag.
        tag: u8,
    },
    /// Element values nested deeper than any reader should follow.
    #[error("Annotation nested too deeply")]
    NestedTooDeeply,
    /// JVMS 4.3: a malformed descriptor.
    #[error("Invalid descriptor \"{0}\"")]
    BadDescriptor(String),
    /// JVMS 4.7.9.1: a malformed signature.
    #[error("Invalid signature \"{0}\"")]
    BadSignature(String),
    /// A byte that is no opcode.
    #[error("Bad instruction {opcode:#04x} at {pc}")]
    BadOpcode {
        /// Where.
        pc: u32,
        /// The byte.
        opcode: u8,
    },
    /// Code ends inside an instruction.
    #[error("Truncated instruction at {pc}")]
    TruncatedCode {
        /// Start of the instruction.
        pc: u32,
    },
    /// An instruction whose operands contradict each other.
    #[error("Bad operands at {pc}: {what}")]
    BadOperand {
        /// Start of the instruction.
        pc: u32,
        /// What is wrong.
        what: &'static str,
    },
    /// Writing: the constant pool would exceed 65535 entries.
    #[error("too many constants")]
    TooManyConstants,
    /// Writing: a Utf8 constant longer than 65535 bytes.
    #[error("constant string too long ({0} bytes)")]
    StringTooLong(usize),
    /// Writing: a count or length that does not fit its field.
    #[error("{what} too large ({size})")]
    TooLarge {
        /// What.
        what: &'static str,
        /// Its size.
        size: usize,
    },
}

/// Result with this crate's error.
pub type Result<T, E = FormatError> = std::result::Result<T, E>;
