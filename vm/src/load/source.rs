//! Where class files come from.

use std::borrow::Cow;

/// A class file and where it was found.
#[derive(Debug, Clone)]
pub struct ClassBytes {
    /// The class file.
    pub bytes: Cow<'static, [u8]>,
    /// As `-verbose:class` prints it.
    pub origin: Cow<'static, str>,
    /// Part of the library's image: format checks and verification happened when it was built.
    pub trusted: bool,
}

/// Finds class files by internal name.
pub trait ClassSource: Send + Sync {
    /// The class file of a class, if there is one.
    fn find(&self, name: &[u8]) -> Option<ClassBytes>;
}

/// A source without classes.
#[derive(Debug)]
pub struct NoClasses;

impl ClassSource for NoClasses {
    fn find(&self, _name: &[u8]) -> Option<ClassBytes> {
        None
    }
}
