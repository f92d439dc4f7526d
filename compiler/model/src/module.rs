//! A module as its declaration says (JLS 7.7), for its class file.

use crate::hir::Annotation;
use crate::symbols::ClassId;
use rvm_syntax::Name;

/// A module, checked.
#[derive(Clone, Debug, Default)]
pub struct Module {
    /// Its name.
    pub name: String,
    /// `open module`.
    pub open: bool,
    /// The source file's simple name.
    pub source: String,
    /// Annotations that are kept.
    pub annotations: Vec<Annotation>,
    /// Modules with flags of the Module attribute (JVMS 4.7.25); java.base is among them.
    pub requires: Vec<(String, u16)>,
    /// Packages with the modules they are exported to.
    pub exports: Vec<(Name, Vec<String>)>,
    /// Packages with the modules they are opened to.
    pub opens: Vec<(Name, Vec<String>)>,
    /// Services.
    pub uses: Vec<ClassId>,
    /// Services with their providers.
    pub provides: Vec<(ClassId, Vec<ClassId>)>,
}
