//! Fields.

use super::{Class, Symbol, ValueKind, flags};
use std::ptr::NonNull;

/// A field of a class (JVMS 4.5).
#[derive(Debug)]
#[repr(C)]
pub struct Field {
    pub(crate) class: NonNull<Class>,
    /// Name.
    pub name: Symbol,
    /// Descriptor.
    pub descriptor: Symbol,
    /// Instance: byte offset in the object. Static: byte offset in `Class::statics`.
    pub offset: u32,
    /// Access flags.
    pub access: u16,
    /// Kind of the value.
    pub kind: ValueKind,
    /// Constant-pool index of `ConstantValue`, or 0.
    pub constant: u16,
    /// Offset of the field's attribute table in the class file.
    pub attributes: u32,
    /// Position among the class's fields.
    pub slot: u16,
}

// SAFETY: immutable; the class pointer refers to shared, immortal metadata.
unsafe impl Send for Field {}
// SAFETY: as above.
unsafe impl Sync for Field {}

impl Field {
    /// The declaring class.
    #[inline]
    pub fn class(&self) -> &'static Class {
        // SAFETY: set when the field was made; classes are immortal.
        unsafe { self.class.as_ref() }
    }

    /// Whether an access flag is set.
    #[inline]
    pub fn has(&self, flag: u16) -> bool {
        self.access & flag != 0
    }

    /// `static`
    #[inline]
    pub fn is_static(&self) -> bool {
        self.has(flags::STATIC)
    }

    /// `volatile`
    #[inline]
    pub fn is_volatile(&self) -> bool {
        self.has(flags::VOLATILE)
    }

    /// Address of a static field's word.
    #[inline]
    pub fn static_address(&self) -> usize {
        debug_assert!(self.is_static());
        self.class().statics as usize + self.offset as usize
    }
}
