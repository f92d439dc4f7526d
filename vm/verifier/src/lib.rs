//! Format checks and bytecode verification (JVMS 4.8 to 4.10).
//!
//! ```ignore
//! let class = rvm_verifier::parse_checked(bytes)?;      // version, structure, 4.8: errors as the JVM's loader throws them
//! rvm_verifier::verify(&class, &mut hierarchy)?;        // at link time: 4.9, 4.10
//! ```
//!
//! Class files of version 50 and up are checked by types against their StackMapTable (4.10.1); older ones, and those of
//! version 50 that fail it, by inference (4.10.2). The verifier sees other classes only through `Hierarchy`, asks for as few
//! as the specification allows, and hands back the hierarchy's own error when one of them cannot be loaded. What it does not
//! check, because it takes loaded classes: that a final class is not extended and a final method not overridden (5.3.5, 5.4.5).

mod attributes;
mod check;
mod class_set;
mod constants;
mod engine;
mod error;
mod execute;
mod format;
mod frames;
mod infer;
mod invoke;
mod legal;
mod merge;
mod names;
mod operands;
mod types;

pub use class_set::{ClassSet, Missing};
pub use error::{Failure, Kind, Rejection};
use rvm_classfile::ClassFile;

/// The newest major version this verifier knows: Java 17.
pub const MAX_MAJOR: u16 = 61;

/// What the verifier asks about other classes. Names are internal names, never arrays.
pub trait Hierarchy {
    /// Failure to load a class, to be thrown as it is.
    type Error;

    /// Loads `class` and tells whether it is an interface.
    fn is_interface(&mut self, class: &[u8]) -> Result<bool, Self::Error>;

    /// Loads `class` and gives its superclass, `None` for java/lang/Object.
    fn super_class(&mut self, class: &[u8]) -> Result<Option<Vec<u8>>, Self::Error>;

    /// Loads `class` and tells whether it is `ancestor` or one of its superclasses has that name. `ancestor` itself need not
    /// exist and must not be loaded for the question's sake.
    fn is_subclass(&mut self, class: &[u8], ancestor: &[u8]) -> Result<bool, Self::Error> {
        let mut current = class.to_vec();
        loop {
            if current == ancestor {
                return Ok(true);
            }
            match self.super_class(&current)? {
                Some(name) => current = name,
                None => return Ok(false),
            }
        }
    }

    /// Whether resolving the member in `class`, a superclass of `current`, finds one that is protected and declared
    /// in another run-time package than `current`'s. `current` is the class being verified.
    fn is_protected_elsewhere(
        &mut self,
        current: &[u8],
        class: &[u8],
        member: Member<'_>,
    ) -> Result<bool, Self::Error>;
}

/// A field or method asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member<'m> {
    /// Name.
    pub name: &'m [u8],
    /// Descriptor.
    pub descriptor: &'m [u8],
    /// Method or field.
    pub method: bool,
}

/// Parses a class file after its version was found to be supported, then checks its format.
pub fn parse_checked(bytes: &[u8]) -> Result<ClassFile<'_>, Rejection> {
    let broken = |error| Rejection::parse(bytes, error);
    let (major, minor) = rvm_classfile::peek_version(bytes).map_err(broken)?;
    format::check_version(major, minor).map_err(|message| Rejection {
        class: error::guess_name(bytes),
        ..Rejection::new(Kind::UnsupportedClassVersion, "4.1.version", message)
    })?;
    let class = rvm_classfile::parse(bytes).map_err(broken)?;
    check_format(&class)?;
    Ok(class)
}

/// Checks the format (JVMS 4.1 to 4.8): versions, constant pool, names, descriptors, flags, attributes. What only
/// concerns code is left to `verify`.
pub fn check_format(class: &ClassFile<'_>) -> Result<(), Rejection> {
    format::check(class)
}

/// Verifies all methods (JVMS 4.9, 4.10). The class must have passed `check_format`.
pub fn verify<H: Hierarchy>(class: &ClassFile<'_>, hierarchy: &mut H) -> Result<(), Failure<H::Error>> {
    check::verify(class, hierarchy)
}
