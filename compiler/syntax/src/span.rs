//! Places in source files.

/// A source file of this run: index into [`crate::diagnostics::Diagnostics`]' file table.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A range of bytes `lo..hi` in a source file, with the place that a diagnostic points at.
///
/// `at` is javac's "preferred position": the operator of a binary expression, the dot of a member
/// selection, the opening parenthesis of a call's method name (its dot or identifier), the name of a declaration, otherwise `lo`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// Offset of the first byte.
    pub lo: u32,
    /// Offset behind the last byte.
    pub hi: u32,
    /// Where the caret goes and what line numbers are taken from.
    pub at: u32,
}

impl Span {
    /// The place of things that have none, such as members a compiler makes up.
    pub const NONE: Span = Span { file: FileId(u32::MAX), lo: 0, hi: 0, at: 0 };

    /// From the start of `self` to the end of `end`, pointing where `self` points.
    pub fn to(self, end: Span) -> Span {
        Span { hi: end.hi, ..self }
    }

    /// The same range, pointing at `at`.
    pub fn with_at(self, at: u32) -> Span {
        Span { at, ..self }
    }
}
