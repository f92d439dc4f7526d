//! javac's closing notes: which files use deprecated or unchecked things, where nothing suppresses saying so (JLS 9.6.4.5, 9.6.4.6).

use crate::Ctx;
use rvm_syntax::Span;
use rvm_syntax::tree::{ElementValue, ExprKind, Literal, Modifiers};

/// A range of a file where notes are suppressed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quiet {
    lo: u32,
    hi: u32,
    unchecked: bool,
    deprecation: bool,
}

impl<'a> Ctx<'a> {
    /// Looks for `@SuppressWarnings` and `@Deprecated` among a declaration's modifiers; `span` is all of the declaration.
    pub fn register_suppression(&self, modifiers: &Modifiers, span: Span) {
        for a in &modifiers.annotations {
            let mut quiet = Quiet { lo: span.lo, hi: span.hi, unchecked: false, deprecation: false };
            match a.name.last().map(|i| i.name.as_str()) {
                Some("Deprecated") => quiet.deprecation = true,
                Some("SuppressWarnings") => {
                    for (_, value) in &a.args {
                        read_words(value, &mut quiet);
                    }
                }
                _ => {}
            }
            if quiet.unchecked || quiet.deprecation {
                self.enter.quiet.borrow_mut().entry(span.file).or_default().push(quiet);
            }
        }
    }

    fn is_quiet(&self, span: Span, which: impl Fn(&Quiet) -> bool) -> bool {
        let all = self.enter.quiet.borrow();
        all.get(&span.file).is_some_and(|l| l.iter().any(|q| q.lo <= span.at && span.at <= q.hi && which(q)))
    }

    /// An unchecked operation at a place.
    pub fn note_unchecked_at(&self, span: Span) {
        if !self.is_quiet(span, |q| q.unchecked) {
            self.attr.unchecked.borrow_mut().insert(span.file);
        }
    }

    /// A deprecated class or member is used at a place.
    pub fn note_deprecated_at(&self, span: Span) {
        if !self.is_quiet(span, |q| q.deprecation) {
            self.attr.deprecated.borrow_mut().insert(span.file);
        }
    }
}

fn read_words(value: &ElementValue, quiet: &mut Quiet) {
    match value {
        ElementValue::Array(list, _) => list.iter().for_each(|v| read_words(v, quiet)),
        ElementValue::Expr(e) => {
            if let ExprKind::Literal(Literal::Str(s)) = &e.kind {
                match String::from_utf16_lossy(s).as_str() {
                    "unchecked" => quiet.unchecked = true,
                    "deprecation" => quiet.deprecation = true,
                    "all" => (quiet.unchecked, quiet.deprecation) = (true, true),
                    _ => {}
                }
            }
        }
        ElementValue::Annotation(_) => {}
    }
}
