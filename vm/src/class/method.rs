//! Methods.

use super::{Class, Signature, Symbol, ValueKind, flags};
use crate::natives::NativeFn;
use std::ptr::NonNull;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicPtr, AtomicU16, AtomicU32, AtomicUsize, Ordering};

/// Facts of a method that are not access flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MethodFlags(pub u16);

impl MethodFlags {
    /// Bound to host code although it has a body.
    pub const INTRINSIC: u16 = 1;
    /// Left out of stack traces (frames of spun classes, `Throwable`'s own).
    pub const HIDDEN: u16 = 2;
    /// `MethodHandle.invoke` and its kin (JVMS 2.9.3).
    pub const POLYMORPHIC: u16 = 4;
    /// Calls the caller's class matters to.
    pub const CALLER_SENSITIVE: u16 = 8;
    /// A loaded class overrides it.
    pub const OVERRIDDEN: u16 = 16;
}

/// One row of an exception table (JVMS 4.7.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handler {
    /// First covered bytecode offset.
    pub start: u16,
    /// First offset no longer covered.
    pub end: u16,
    /// Offset of the handler.
    pub target: u16,
    /// Constant-pool index of the class caught, 0 for any.
    pub catch_type: u16,
}

/// A method of a class (JVMS 4.6).
#[repr(C)]
pub struct Method {
    /// What a call from the interpreter jumps to: register code (0: not translated), or an instruction that leaves for compiled code.
    pub entry: AtomicUsize,
    /// What a call from compiled code jumps to: compiled code, or a way into the interpreter; 0: neither yet.
    pub compiled: AtomicUsize,
    /// Register code, 0 if not translated.
    pub code_words: AtomicUsize,
    /// Calls counted.
    pub invocations: AtomicU32,
    /// Back edges counted.
    pub back_edges: AtomicU32,
    pub(crate) class: NonNull<Class>,
    /// Name.
    pub name: Symbol,
    /// Descriptor.
    pub descriptor: Symbol,
    /// Access flags.
    pub access: u16,
    pub(crate) extra: AtomicU16,
    /// Words of local variables in the class file's counting.
    pub max_locals: u16,
    /// Words of operand stack in the class file's counting.
    pub max_stack: u16,
    /// Index in the vtable, or `NO_INDEX`.
    pub(crate) vtable_index: AtomicU32,
    /// Position among the class's methods; an interface's itable index.
    pub slot: u16,
    /// Offset in the class file of the bytecode, 0 if there is none.
    pub code_offset: u32,
    /// Bytes of bytecode.
    pub code_length: u32,
    /// Offset of the method's attribute table in the class file.
    pub attributes: u32,
    pub(crate) native: AtomicPtr<()>,
    pub(crate) signature: OnceLock<&'static Signature>,
    /// Free for the interpreter (translation data).
    pub translated: AtomicPtr<()>,
}

impl std::fmt::Debug for Method {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}{}", self.class().name, self.name, self.descriptor)
    }
}

// SAFETY: immutable but for atomics; pointers refer to immortal metadata.
unsafe impl Send for Method {}
// SAFETY: as above.
unsafe impl Sync for Method {}

impl PartialEq for Method {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
impl Eq for Method {}

impl Method {
    /// `vtable_index` of methods that are not in the vtable.
    pub const NO_INDEX: u32 = u32::MAX;

    /// The declaring class.
    #[inline]
    pub fn class(&self) -> &'static Class {
        // SAFETY: set when the method was made; classes are immortal.
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

    /// `private`
    #[inline]
    pub fn is_private(&self) -> bool {
        self.has(flags::PRIVATE)
    }

    /// `abstract`
    #[inline]
    pub fn is_abstract(&self) -> bool {
        self.has(flags::ABSTRACT)
    }

    /// `native`
    #[inline]
    pub fn is_native(&self) -> bool {
        self.has(flags::NATIVE)
    }

    /// `synchronized`
    #[inline]
    pub fn is_synchronized(&self) -> bool {
        self.has(flags::SYNCHRONIZED)
    }

    /// Whether this is an instance initialisation method.
    pub fn is_constructor(&self) -> bool {
        self.name.bytes() == b"<init>"
    }

    /// Whether this is a class initialisation method (JVMS 2.9.2).
    pub fn is_class_initializer(&self) -> bool {
        self.name.bytes() == b"<clinit>"
    }

    /// Whether a flag of [`MethodFlags`] is set.
    #[inline]
    pub fn is(&self, flag: u16) -> bool {
        self.extra.load(Ordering::Relaxed) & flag != 0
    }

    /// Sets a flag of [`MethodFlags`].
    pub fn mark(&self, flag: u16) {
        self.extra.fetch_or(flag, Ordering::Relaxed);
    }

    /// The parsed descriptor.
    #[inline]
    pub fn signature(&self) -> &'static Signature {
        self.signature.get_or_init(|| Signature::of(self.descriptor))
    }

    /// Registers the arguments take: one each, the receiver included.
    #[inline]
    pub fn arg_count(&self) -> usize {
        self.signature().params.len() + usize::from(!self.is_static())
    }

    /// Kind of argument `index`, the receiver being 0 for instance methods.
    #[inline]
    pub fn arg_kind(&self, index: usize) -> ValueKind {
        if self.is_static() {
            self.signature().params[index]
        } else if index == 0 {
            ValueKind::Ref
        } else {
            self.signature().params[index - 1]
        }
    }

    /// Kind of the result.
    #[inline]
    pub fn ret(&self) -> ValueKind {
        self.signature().ret
    }

    /// The vtable index of methods that are selected by it.
    #[inline]
    pub fn vtable_index(&self) -> Option<u32> {
        let index = self.vtable_index.load(Ordering::Relaxed);
        (index != Self::NO_INDEX).then_some(index)
    }

    /// The bytecode; empty if there is none.
    pub fn code(&self) -> &'static [u8] {
        let from = self.code_offset as usize;
        &self.class().bytes()[from..from + self.code_length as usize]
    }

    /// The exception table.
    pub fn handlers(&self) -> impl ExactSizeIterator<Item = Handler> + use<> {
        let bytes = self.class().bytes();
        let at = (self.code_offset + self.code_length) as usize;
        let count = if self.code_offset == 0 { 0 } else { u16_at(bytes, at) };
        (0..count as usize).map(move |index| {
            let row = at + 2 + index * 8;
            Handler {
                start: u16_at(bytes, row),
                end: u16_at(bytes, row + 2),
                target: u16_at(bytes, row + 4),
                catch_type: u16_at(bytes, row + 6),
            }
        })
    }

    /// An attribute of the method: its contents.
    pub fn attribute(&self, name: &[u8]) -> Option<&'static [u8]> {
        self.class().attribute_at(self.attributes as usize, name)
    }

    /// An attribute of the method's `Code`: its contents.
    pub fn code_attribute(&self, name: &[u8]) -> Option<&'static [u8]> {
        if self.code_offset == 0 {
            return None;
        }
        let at = (self.code_offset + self.code_length) as usize;
        let rows = u16_at(self.class().bytes(), at) as usize;
        self.class().attribute_at(at + 2 + rows * 8, name)
    }

    /// The source line of a bytecode offset (JVMS 4.7.12).
    pub fn line(&self, pc: u16) -> Option<u16> {
        let table = self.code_attribute(b"LineNumberTable")?;
        let rows = u16_at(table, 0) as usize;
        let mut best: Option<(u16, u16)> = None;
        for index in 0..rows {
            let (start, line) = (u16_at(table, 2 + index * 4), u16_at(table, 4 + index * 4));
            if start <= pc && best.is_none_or(|(known, _)| start >= known) {
                best = Some((start, line));
            }
        }
        best.map(|(_, line)| line)
    }

    /// The host function bound to the method.
    #[inline]
    pub fn native(&self) -> Option<NativeFn> {
        let raw = self.native.load(Ordering::Acquire);
        // SAFETY: only `bind` stores here, and it stores a `NativeFn`.
        (!raw.is_null()).then(|| unsafe { std::mem::transmute::<*mut (), NativeFn>(raw) })
    }

    /// Binds a host function.
    pub fn bind(&self, function: NativeFn) {
        if !self.is_native() {
            self.mark(MethodFlags::INTRINSIC);
        }
        self.native.store(function as *mut (), Ordering::Release);
    }

    /// `class.name(descriptor)` with Java types, as HotSpot writes methods in its messages:
    /// `void p.C.m(int, java.lang.String)`.
    pub fn external(&self) -> String {
        let signature = self.signature();
        let descriptor = self.descriptor.bytes();
        let mut text = external_type(signature.part(descriptor, signature.params.len()));
        text.push(' ');
        text.push_str(&self.class().external_name());
        text.push('.');
        text.push_str(&self.name.text());
        text.push('(');
        for index in 0..signature.params.len() {
            if index > 0 {
                text.push_str(", ");
            }
            text.push_str(&external_type(signature.part(descriptor, index)));
        }
        text.push(')');
        text
    }
}

/// A field descriptor as a Java type: `[Ljava/lang/String;` -> `java.lang.String[]`.
pub fn external_type(descriptor: &[u8]) -> String {
    let dims = descriptor.iter().take_while(|&&c| c == b'[').count();
    let element = &descriptor[dims..];
    let mut text = match element.first() {
        Some(b'L') => {
            let name = &element[1..element.len().saturating_sub(1).max(1)];
            rvm_classfile::mutf8::to_str_lossy(name).replace('/', ".")
        }
        Some(&c) => ValueKind::of_descriptor(c).map_or("?", ValueKind::name).to_owned(),
        None => "?".to_owned(),
    };
    text.push_str(&"[]".repeat(dims));
    text
}

/// Big-endian `u16`; 0 outside the slice (class files were checked when parsed).
#[inline]
pub(crate) fn u16_at(bytes: &[u8], at: usize) -> u16 {
    match bytes.get(at..at + 2) {
        Some(two) => u16::from_be_bytes([two[0], two[1]]),
        None => 0,
    }
}

/// Big-endian `u32`; 0 outside the slice.
#[inline]
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    match bytes.get(at..at + 4) {
        Some(four) => u32::from_be_bytes([four[0], four[1], four[2], four[3]]),
        None => 0,
    }
}
