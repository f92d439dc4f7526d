//! Tokens to tree (JLS 19): recursive descent with unlimited look-ahead. After a syntax error it skips to where a statement or member can begin and goes
//! on, so that a run reports all errors.

mod decl;
mod expr;
mod look;
mod module;
mod stmt;
mod types;

use crate::diagnostics::Diagnostics;
use crate::features::{Feature, Restricted};
use crate::lexer::{LexError, Tok, Token, Value, lex};
use crate::name::Name;
use crate::span::{FileId, Span};
use crate::tree::*;

/// Nesting of statements, expressions and types beyond which a file is refused.
const MAX_DEPTH: u32 = 3000;
/// Syntax errors at one token after which the parser moves on, so that it always ends.
const MAX_ERRORS_AT_TOKEN: u32 = 20;

const UNDERSCORE: &str = "as of release 9, '_' is a keyword, and may not be used as an identifier";

/// Parses a file. Errors are reported; the tree holds what could be understood.
pub fn parse(diags: &Diagnostics, file: FileId) -> CompilationUnit {
    let text = &diags.file(file).text;
    let release = diags.release();
    let (tokens, lex_errors) = lex(file, text, release);
    let words = Words::new();
    let mut parser = Parser {
        diags,
        file,
        tokens,
        lex_errors: lex_errors.into_iter().peekable(),
        i: 0,
        last_error: None,
        stuck: usize::MAX,
        errors_here: 0,
        error_end: 0,
        depth: 0,
        words,
        in_switch_expr: 0,
        no_lambda: 0,
        preview_reported: false,
        diamond: false,
        release,
        yields: release >= Feature::SwitchExpressions.since(),
    };
    let unit = parser.compilation_unit();
    parser.flush_lex_errors(usize::MAX);
    unit
}

/// The contextual keywords (JLS 3.9).
struct Words {
    var: Name,
    yield_: Name,
    record: Name,
    sealed: Name,
    non: Name,
    permits: Name,
    module: Name,
    open: Name,
    underscore: Name,
    this: Name,
    super_: Name,
    new: Name,
}

impl Words {
    fn new() -> Words {
        Words {
            var: Name::new("var"),
            yield_: Name::new("yield"),
            record: Name::new("record"),
            sealed: Name::new("sealed"),
            non: Name::new("non"),
            permits: Name::new("permits"),
            module: Name::new("module"),
            open: Name::new("open"),
            underscore: Name::new("_"),
            this: Name::new("this"),
            super_: Name::new("super"),
            new: Name::new("new"),
        }
    }
}

struct Parser<'a> {
    diags: &'a Diagnostics,
    file: FileId,
    tokens: Vec<Token>,
    /// Errors of tokens that the parser has not come to.
    lex_errors: std::iter::Peekable<std::vec::IntoIter<LexError>>,
    i: usize,
    /// Offset of the last syntax error: a later one must lie beyond it.
    last_error: Option<u32>,
    /// Token at which the last error was reported: a second one there moves on, so that parsing always ends.
    stuck: usize,
    errors_here: u32,
    /// The furthest offset of a syntax error: recovery skips while the parser has not come past it.
    error_end: u32,
    depth: u32,
    words: Words,
    in_switch_expr: u32,
    /// Above zero in a case label, where `->` does not begin a lambda's body.
    no_lambda: u32,
    /// Patterns in a switch were reported: once a file.
    preview_reported: bool,
    /// In the class name of `new`, where `<>` may stand.
    diamond: bool,
    /// The language's release.
    release: u8,
    /// `yield e;` is a statement.
    yields: bool,
}

impl Parser<'_> {
    fn tok(&self) -> Tok {
        self.tokens[self.i].tok
    }

    fn token(&self) -> &Token {
        &self.tokens[self.i]
    }

    /// The kind of token number `k`, Eof beyond the end.
    fn at(&self, k: usize) -> Tok {
        self.tokens.get(k).map_or(Tok::Eof, |t| t.tok)
    }

    fn peek(&self, k: usize) -> Tok {
        self.at(self.i + k)
    }

    fn name_at(&self, k: usize) -> Option<Name> {
        match self.tokens.get(k)?.value {
            Value::Name(n) => Some(n),
            _ => None,
        }
    }

    fn is_word(&self, k: usize, word: Name) -> bool {
        self.name_at(k) == Some(word)
    }

    /// Tokens `k` and `k + 1` touch: `>` `>` are one operator.
    fn joined(&self, k: usize) -> bool {
        k + 1 < self.tokens.len() && self.tokens[k].hi == self.tokens[k + 1].lo
    }

    fn next(&mut self) {
        if self.i + 1 < self.tokens.len() {
            self.i += 1;
        }
    }

    fn eat(&mut self, tok: Tok) -> bool {
        let found = self.tok() == tok;
        if found {
            self.next();
        }
        found
    }

    /// The place of the current token.
    fn here(&self) -> Span {
        let t = self.token();
        Span { file: self.file, lo: t.lo, hi: t.hi, at: t.lo }
    }

    fn prev_end(&self) -> u32 {
        if self.i == 0 { 0 } else { self.tokens[self.i - 1].hi }
    }

    /// From `start` to the end of the last token taken.
    fn since(&self, start: Span) -> Span {
        Span { hi: self.prev_end().max(start.lo), ..start }
    }

    fn error_span(&self, at: u32) -> Span {
        Span { file: self.file, lo: at, hi: at + 1, at }
    }

    /// Reports the errors in the tokens up to number `last`.
    fn flush_lex_errors(&mut self, last: usize) {
        while let Some(e) = self.lex_errors.next_if(|e| e.token <= last) {
            self.last_error = Some(self.last_error.unwrap_or(0).max(e.span.at));
            self.error_end = self.error_end.max(e.span.at);
            self.diags.error(e.span, e.key, e.message);
        }
    }

    /// Reports an error that does not disturb parsing.
    fn report(&mut self, span: Span, key: &'static str, message: impl Into<String>) {
        self.flush_lex_errors(self.i);
        self.diags.error(span, key, message);
    }

    /// Reports a syntax error at an offset, unless one was reported at or beyond it.
    fn error_at(&mut self, at: u32, key: &'static str, message: impl Into<String>) {
        self.flush_lex_errors(self.i);
        if self.last_error.is_none_or(|e| at > e) {
            let span = self.error_span(at);
            if self.tok() == Tok::Eof {
                self.diags.error(span, "premature-eof", "reached end of file while parsing");
            } else if self.tok() != Tok::Error {
                self.diags.error(span, key, message);
            }
            self.last_error = Some(at);
        }
        self.error_end = self.error_end.max(at);
        if self.stuck == self.i {
            self.errors_here += 1;
            if self.errors_here > MAX_ERRORS_AT_TOKEN {
                self.next();
            }
        } else {
            self.errors_here = 0;
            self.stuck = self.i;
        }
    }

    /// Reports an error at the current token.
    fn error_here(&mut self, key: &'static str, message: impl Into<String>) {
        let at = if self.tok() == Tok::Eof { self.prev_end() } else { self.token().lo };
        self.error_at(at, key, message);
    }

    fn expected(&mut self, tok: Tok) {
        let at = self.prev_end();
        let message = match tok {
            Tok::Ident => "<identifier> expected".to_string(),
            t => format!("'{}' expected", t.text()),
        };
        self.error_at(at, "expected", message);
    }

    /// Takes `tok` or reports that it was expected behind the last token.
    fn accept(&mut self, tok: Tok) -> bool {
        let found = self.eat(tok);
        if !found {
            self.expected(tok);
        }
        found
    }

    /// The last error lies at or beyond the current token: what follows it was not understood.
    fn error_reaches_here(&self) -> bool {
        self.last_error.is_some() && self.token().lo <= self.error_end
    }

    /// Skips to where a member can begin, or a statement.
    fn skip(&mut self, statements: bool) {
        loop {
            match self.tok() {
                Tok::Semi => {
                    self.next();
                    return;
                }
                Tok::Eof
                | Tok::Public
                | Tok::Final
                | Tok::Abstract
                | Tok::At
                | Tok::Class
                | Tok::Interface
                | Tok::Enum
                | Tok::LBrace
                | Tok::RBrace
                | Tok::Private
                | Tok::Protected
                | Tok::Static
                | Tok::Transient
                | Tok::Native
                | Tok::Volatile
                | Tok::Synchronized
                | Tok::Strictfp
                | Tok::Lt
                | Tok::Byte
                | Tok::Short
                | Tok::CharKw
                | Tok::IntKw
                | Tok::LongKw
                | Tok::FloatKw
                | Tok::DoubleKw
                | Tok::Boolean
                | Tok::Void => return,
                Tok::Ident
                | Tok::Underscore
                | Tok::Case
                | Tok::Default
                | Tok::If
                | Tok::For
                | Tok::While
                | Tok::Do
                | Tok::Try
                | Tok::Switch
                | Tok::Return
                | Tok::Throw
                | Tok::Break
                | Tok::Continue
                | Tok::Else
                | Tok::Finally
                | Tok::Catch
                | Tok::This
                | Tok::Super
                | Tok::New
                | Tok::Assert
                    if statements =>
                {
                    return;
                }
                _ => self.next(),
            }
        }
    }

    fn illegal_expr(&mut self) -> Expr {
        let span = self.here();
        self.error_here("illegal-start-of-expr", "illegal start of expression");
        Expr { kind: ExprKind::Error, span }
    }

    fn ident(&mut self) -> Ident {
        let span = self.here();
        match self.tok() {
            Tok::Ident => {
                let name = self.name_at(self.i).unwrap_or_else(|| Name::new(""));
                if name == self.words.underscore && !self.diags.has_at(span) {
                    self.flush_lex_errors(self.i);
                    self.diags.warn(span, "underscore-as-identifier", UNDERSCORE);
                }
                self.next();
                Ident { name, span }
            }
            Tok::Underscore => {
                self.error_here("underscore-as-identifier", UNDERSCORE);
                if self.tok() == Tok::Underscore {
                    self.next();
                }
                Ident { name: Name::new("_"), span }
            }
            Tok::Assert | Tok::Enum => {
                let word = self.tok().text();
                self.error_here(
                    "keyword-as-identifier",
                    format!(
                        "as of release {}, '{word}' is a keyword, and may not be used as an identifier",
                        if word == "enum" { "5" } else { "1.4" }
                    ),
                );
                self.next();
                Ident { name: Name::new(word), span }
            }
            Tok::This => {
                self.error_here("this-as-identifier", "as of release 8, 'this' is allowed as the parameter name for the receiver type only\n  which has to be the first parameter, and cannot be a lambda parameter");
                self.next();
                Ident { name: Name::new("<error>"), span }
            }
            _ => {
                let at = self.prev_end();
                let at = if self.i == 0 { self.token().lo } else { at };
                self.error_ident(at);
                Ident { name: Name::new("<error>"), span }
            }
        }
    }

    fn error_ident(&mut self, prev_end: u32) {
        // Like javac: behind the last token, unless a keyword stands in the way.
        let _ = prev_end;
        let at = if self.tok() == Tok::Eof { self.prev_end() } else { prev_end };
        self.error_at(at, "expected", "<identifier> expected");
    }

    /// Refuses what the language's release does not have; returns whether it has it.
    fn feature(&mut self, span: Span, feature: Feature) -> bool {
        self.flush_lex_errors(self.i);
        self.diags.feature(span, feature)
    }

    /// Looks at the name of a type in use: a restricted one is refused or warned about (JLS 3.9).
    fn restricted_type(&mut self, ty: &TypeNode) {
        let mut base = ty;
        while let TypeNodeKind::Array(e) = &base.kind {
            base = e;
        }
        let TypeNodeKind::Named(segments) = &base.kind else { return };
        let [TypeSegment { name, args: None, .. }] = segments.as_slice() else { return };
        self.restricted_name(name.name, name.span);
    }

    /// The same, for a name, reported at `span`.
    fn restricted_name(&mut self, name: Name, span: Span) {
        match Restricted::of(name.as_str(), self.release) {
            Some(r) if r.refused => {
                self.report(span, "restricted-type-not-allowed-here", format!("'{name}' is not allowed here"))
            }
            Some(r) => {
                let (key, text) = r.warning(name.as_str());
                self.flush_lex_errors(self.i);
                self.diags.warn(span, key, text);
            }
            None => {}
        }
    }

    /// A qualified name; each segment after the first points at its dot.
    fn qualified(&mut self) -> Vec<Ident> {
        let mut path = vec![self.ident()];
        while self.tok() == Tok::Dot && matches!(self.peek(1), Tok::Ident | Tok::Underscore) {
            let dot = self.token().lo;
            self.next();
            let id = self.ident();
            path.push(Ident { name: id.name, span: id.span.with_at(dot) });
        }
        path
    }

    /// Runs `f` one level deeper; reports and returns None past the limit.
    fn deeper<T>(&mut self, f: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.depth >= MAX_DEPTH {
            let span = self.here();
            self.report(
                span,
                "too-deep",
                format!("nesting of more than {MAX_DEPTH} levels is not supported"),
            );
            // Nothing sensible follows: go to the end.
            self.i = self.tokens.len() - 1;
            self.last_error = Some(u32::MAX);
            return None;
        }
        self.depth += 1;
        let result = f(self);
        self.depth -= 1;
        Some(result)
    }
}
