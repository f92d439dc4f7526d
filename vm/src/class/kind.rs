//! Kinds of values.

/// Kind of a field, element, argument or result. One register holds a value of any kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum ValueKind {
    /// `boolean`
    Boolean = 0,
    /// `byte`
    Byte = 1,
    /// `char`
    Char = 2,
    /// `short`
    Short = 3,
    /// `int`
    Int = 4,
    /// `long`
    Long = 5,
    /// `float`
    Float = 6,
    /// `double`
    Double = 7,
    /// A class, interface or array type.
    Ref = 8,
    /// `void`, of results only.
    Void = 9,
}

impl ValueKind {
    /// All primitive kinds, `void` last.
    pub const PRIMITIVES: [ValueKind; 9] = [
        Self::Boolean,
        Self::Byte,
        Self::Char,
        Self::Short,
        Self::Int,
        Self::Long,
        Self::Float,
        Self::Double,
        Self::Void,
    ];

    /// Of the first character of a descriptor (JVMS 4.3.2).
    pub const fn of_descriptor(first: u8) -> Option<Self> {
        Some(match first {
            b'Z' => Self::Boolean,
            b'B' => Self::Byte,
            b'C' => Self::Char,
            b'S' => Self::Short,
            b'I' => Self::Int,
            b'J' => Self::Long,
            b'F' => Self::Float,
            b'D' => Self::Double,
            b'L' | b'[' => Self::Ref,
            b'V' => Self::Void,
            _ => return None,
        })
    }

    /// Bytes in the heap.
    #[inline(always)]
    pub const fn size(self) -> u32 {
        match self {
            Self::Boolean | Self::Byte => 1,
            Self::Char | Self::Short => 2,
            Self::Int | Self::Float | Self::Ref => 4,
            Self::Long | Self::Double => 8,
            Self::Void => 0,
        }
    }

    /// Words of the class file's operand stack and local variables (JVMS 2.6.1).
    pub const fn words(self) -> u16 {
        match self {
            Self::Long | Self::Double => 2,
            Self::Void => 0,
            _ => 1,
        }
    }

    /// Java's keyword; "reference" for reference types.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Boolean => "boolean",
            Self::Byte => "byte",
            Self::Char => "char",
            Self::Short => "short",
            Self::Int => "int",
            Self::Long => "long",
            Self::Float => "float",
            Self::Double => "double",
            Self::Ref => "reference",
            Self::Void => "void",
        }
    }

    /// The descriptor of a primitive kind; 'L' for references.
    pub const fn letter(self) -> char {
        match self {
            Self::Boolean => 'Z',
            Self::Byte => 'B',
            Self::Char => 'C',
            Self::Short => 'S',
            Self::Int => 'I',
            Self::Long => 'J',
            Self::Float => 'F',
            Self::Double => 'D',
            Self::Ref => 'L',
            Self::Void => 'V',
        }
    }

    /// Of `newarray`'s operand (JVMS table 6.5.newarray-A).
    pub const fn of_newarray(code: u8) -> Option<Self> {
        Some(match code {
            4 => Self::Boolean,
            5 => Self::Char,
            6 => Self::Float,
            7 => Self::Double,
            8 => Self::Byte,
            9 => Self::Short,
            10 => Self::Int,
            11 => Self::Long,
            _ => return None,
        })
    }
}
