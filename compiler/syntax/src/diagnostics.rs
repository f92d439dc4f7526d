//! Diagnostics: what a run has to say about its source files, in javac's form.

use crate::features::Feature;
use crate::lint::{Lint, Lints};
use crate::span::{FileId, Span};
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::fmt::Write as _;

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Severity {
    /// No class files are written.
    Error,
    /// Printed, harmless.
    Warning,
    /// `Note: ...` lines at the end.
    Note,
}

/// A message about a place.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The stable key, such as `cant-resolve` or `incompatible-types`; the list of keys is in `keys.rs`.
    pub key: &'static str,
    /// Where; [`Span::NONE`] for messages about no place.
    pub span: Span,
    /// The text as javac words it; lines after the first are detail lines ("  symbol:   variable x"), printed below the caret.
    pub message: String,
}

/// A source file: its name as given by the user and its text.
#[derive(Debug)]
pub struct SourceFile {
    /// The name to print.
    pub name: String,
    /// The text.
    pub text: String,
    line_starts: Vec<u32>,
}

impl SourceFile {
    fn new(name: String, text: String) -> SourceFile {
        let bytes = text.as_bytes();
        let mut line_starts = vec![0];
        let mut i = 0;
        while i < bytes.len() {
            match bytes[i] {
                b'\n' => line_starts.push(i as u32 + 1),
                b'\r' => {
                    if bytes.get(i + 1) == Some(&b'\n') {
                        i += 1;
                    }
                    line_starts.push(i as u32 + 1);
                }
                _ => {}
            }
            i += 1;
        }
        SourceFile { name, text, line_starts }
    }

    /// The line number, from 1, of a byte offset.
    pub fn line(&self, offset: u32) -> u32 {
        self.line_starts.partition_point(|&s| s <= offset) as u32
    }

    /// The text of line `line` (from 1), without its line end, and the offset where it starts.
    pub fn line_text(&self, line: u32) -> (&str, u32) {
        let start = self.line_starts.get(line as usize - 1).copied().unwrap_or(0);
        let rest = &self.text[start as usize..];
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        (&rest[..end], start)
    }
}

/// All files and messages of a run. Shared by reference by all phases.
#[derive(Default)]
pub struct Diagnostics {
    files: elsa::FrozenVec<Box<SourceFile>>,
    list: RefCell<Vec<Diagnostic>>,
    seen: RefCell<HashSet<(FileId, u32)>>,
    /// Above zero while a tree is attributed speculatively: messages are counted, not kept.
    speculative: Cell<u32>,
    swallowed: Cell<u32>,
    /// Messages about calls say all (`-Xdiags:verbose`).
    pub verbose: Cell<bool>,
    simplified: Cell<bool>,
    /// The language's release; 0 stands for the newest.
    pub release: Cell<u8>,
    pub(crate) refused: RefCell<HashSet<(FileId, Feature)>>,
    /// Which named warnings are wanted.
    pub lints: Lints,
}

impl Diagnostics {
    /// Registers a source file.
    pub fn add_file(&self, name: String, text: String) -> FileId {
        self.files.push(Box::new(SourceFile::new(name, text)));
        FileId(self.files.len() as u32 - 1)
    }

    /// The file behind an id.
    ///
    /// # Panics
    /// If the id is not of this run.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The line number of a place, 0 where there is none.
    pub fn line(&self, span: Span) -> u32 {
        if span.file == Span::NONE.file { 0 } else { self.file(span.file).line(span.at) }
    }

    /// Reports an error. Like javac, only the first error at a place is kept.
    pub fn error(&self, span: Span, key: &'static str, message: impl Into<String>) {
        if self.speculative.get() > 0 {
            self.swallowed.set(self.swallowed.get() + 1);
            return;
        }
        if span.file != Span::NONE.file && !self.seen.borrow_mut().insert((span.file, span.at)) {
            return;
        }
        self.list.borrow_mut().push(Diagnostic {
            severity: Severity::Error,
            key,
            span,
            message: message.into(),
        });
    }

    /// Reports a warning.
    pub fn warn(&self, span: Span, key: &'static str, message: impl Into<String>) {
        if self.speculative.get() == 0 {
            self.list.borrow_mut().push(Diagnostic {
                severity: Severity::Warning,
                key,
                span,
                message: message.into(),
            });
        }
    }

    /// Whether a named warning at a place will be printed or counted.
    pub fn wants(&self, lint: Lint, span: Span) -> bool {
        (lint.is_mandatory() || self.lints.is_wanted(lint)) && !self.lints.is_quiet(lint, span)
    }

    /// Reports a named warning, unless it is not wanted there. Like javac, mandatory ones that are not wanted leave a note.
    pub fn lint(&self, lint: Lint, span: Span, key: &'static str, message: impl Into<String>) {
        if self.speculative.get() > 0 || self.lints.is_quiet(lint, span) {
            return;
        }
        if self.lints.is_wanted(lint) {
            self.warn(span, key, format!("[{}] {}", lint.name(), message.into()));
        } else if lint.is_mandatory() {
            self.lints.note(lint, span.file);
        }
    }

    /// Runs `f` without keeping its messages; returns its result and how many errors it would have reported.
    pub fn speculate<T>(&self, f: impl FnOnce() -> T) -> (T, u32) {
        let before = self.swallowed.replace(0);
        self.speculative.set(self.speculative.get() + 1);
        let result = f();
        self.speculative.set(self.speculative.get() - 1);
        let errors = self.swallowed.replace(before);
        (result, errors)
    }

    /// Whether an error was reported at a place.
    pub fn has_at(&self, span: Span) -> bool {
        self.seen.borrow().contains(&(span.file, span.at))
    }

    /// Number of messages so far.
    pub fn count(&self) -> usize {
        self.list.borrow().len()
    }

    /// Number of errors so far.
    pub fn error_count(&self) -> usize {
        self.list.borrow().iter().filter(|d| d.severity == Severity::Error).count()
    }

    /// A copy of all messages, in the order of reporting.
    pub fn all(&self) -> Vec<Diagnostic> {
        self.list.borrow().clone()
    }

    /// Number of warnings so far.
    pub fn warning_count(&self) -> usize {
        self.list.borrow().iter().filter(|d| d.severity == Severity::Warning).count()
    }

    /// A message says less than it could; a closing note tells.
    pub fn simplified(&self) {
        if self.speculative.get() == 0 {
            self.simplified.set(true);
        }
    }

    /// Whether some message did.
    pub fn is_simplified(&self) -> bool {
        self.simplified.get()
    }

    /// Adds a closing note.
    pub fn note(&self, message: impl Into<String>) {
        self.list.borrow_mut().push(Diagnostic {
            severity: Severity::Note,
            key: "note",
            span: Span::NONE,
            message: message.into(),
        });
    }

    /// All messages as javac prints them, at most `max` errors and as many warnings, with the closing count.
    pub fn render(&self, max: usize) -> String {
        let mut out = String::new();
        let list = self.list.borrow();
        let (mut errors, mut warnings) = (0, 0);
        for d in list.iter() {
            let n = match d.severity {
                Severity::Error => &mut errors,
                Severity::Warning => &mut warnings,
                Severity::Note => &mut 0,
            };
            *n += 1;
            if *n <= max {
                self.render_one(d, &mut out);
            }
        }
        for (n, word) in [(errors, "error"), (warnings, "warning")] {
            let plural = if n == 1 { "" } else { "s" };
            if n > 0 {
                let _ = writeln!(out, "{n} {word}{plural}");
            }
            if n > max {
                let _ = writeln!(
                    out,
                    "only showing the first {max} {word}s, of {n} total; use -Xmaxerrs if you would like to see more"
                );
            }
        }
        out
    }

    /// One line a message: `file:line:column: key text`.
    pub fn render_raw(&self) -> String {
        let mut out = String::new();
        for d in self.list.borrow().iter() {
            let first = d.message.lines().next().unwrap_or("");
            if d.span.file == Span::NONE.file {
                let _ = writeln!(out, "- {} {first}", d.key);
            } else {
                let file = self.file(d.span.file);
                let line = file.line(d.span.at);
                let column = d.span.at - file.line_text(line).1 + 1;
                let _ = writeln!(out, "{}:{line}:{column}: {} {first}", file.name, d.key);
            }
        }
        out
    }

    fn render_one(&self, d: &Diagnostic, out: &mut String) {
        let word = match d.severity {
            Severity::Error => "error: ",
            Severity::Warning => "warning: ",
            Severity::Note => "Note: ",
        };
        let (first, details) = d.message.split_once('\n').unwrap_or((&d.message, ""));
        if d.span.file == Span::NONE.file {
            let _ = writeln!(out, "{word}{first}");
        } else {
            let file = self.file(d.span.file);
            let line = file.line(d.span.at);
            let (text, start) = file.line_text(line);
            let _ = writeln!(out, "{}:{line}: {word}{first}", file.name);
            // Nothing is left to show at the very end of a file.
            if text.is_empty() && d.span.at as usize >= file.text.len() {
                if !details.is_empty() {
                    let _ = writeln!(out, "{details}");
                }
                return;
            }
            let _ = writeln!(out, "{text}");
            let column = (d.span.at.saturating_sub(start) as usize).min(text.len());
            let before = text.get(..column).unwrap_or("");
            let width: usize =
                before.chars().fold(0, |w, c| if c == '\t' { (w / 8 + 1) * 8 } else { w + c.len_utf16() });
            let _ = writeln!(out, "{:width$}^", "");
        }
        if !details.is_empty() {
            let _ = writeln!(out, "{details}");
        }
    }
}
