//! The phases in order: parse, enter, then class by class attribute, flow, generate.

use crate::options::Options;
use rvm_model::world::ClassFinder;
use rvm_syntax::{Diagnostics, FileId, parse};
use std::rc::Rc;

/// A class file that was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// Internal binary name, `a/b/C$D`.
    pub binary: String,
    /// The class file.
    pub bytes: Vec<u8>,
    /// The source file it comes from.
    pub source: FileId,
}

/// Gives the text of a source file on the source path for a top-level class (internal binary name): file name to show, and text.
pub type SourceText = Box<dyn Fn(&str) -> Option<(String, String)>>;

/// Compiles files that are registered with `diags`. Without errors, returns the class files.
pub fn compile(
    diags: &Rc<Diagnostics>,
    files: &[FileId],
    options: &Options,
    finder: Box<dyn ClassFinder>,
    sources: Option<SourceText>,
) -> Vec<Made> {
    let _ = (options, finder, sources);
    for &f in files { let _ = parse(diags, f); }
    diags.error(rvm_syntax::Span::NONE, "not-built", "the compiler's middle is being built");
    Vec::new()
}
