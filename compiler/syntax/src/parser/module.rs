//! Module declarations (JLS 7.7).

use super::Parser;
use crate::features::Feature;
use crate::lexer::Tok;
use crate::name::Name;
use crate::tree::*;

impl Parser<'_> {
    fn is_text(&self, k: usize, word: &str) -> bool {
        self.name_at(k).is_some_and(|n| n == Name::new(word))
    }

    /// Annotations, then `module name` or `open module name`.
    pub(super) fn at_module(&self) -> bool {
        let k = self.skip_annotations(self.i);
        let k = if self.is_word(k, self.words.open) { k + 1 } else { k };
        self.is_word(k, self.words.module) && self.at(k + 1) == Tok::Ident
    }

    /// A module declaration; nothing may follow it.
    pub(super) fn module(&mut self, unit: &mut CompilationUnit) {
        let start = self.here();
        let annotations = self.annotations();
        let open = self.is_word(self.i, self.words.open);
        if open {
            self.next();
        }
        let here = self.here();
        self.feature(here, Feature::Modules);
        self.next();
        let name = self.qualified();
        let mut directives = Vec::new();
        self.accept(Tok::LBrace);
        while !matches!(self.tok(), Tok::RBrace | Tok::Eof) {
            let before = self.i;
            match self.directive() {
                Some(d) => directives.push(d),
                None => {
                    let text = "module directive keyword or '}' expected";
                    self.error_here("expected-module-directive", text);
                    while !matches!(self.tok(), Tok::RBrace | Tok::Eof) {
                        self.next();
                    }
                    break;
                }
            }
            if self.i == before {
                self.next();
            }
        }
        self.accept(Tok::RBrace);
        if self.tok() != Tok::Eof && self.last_error.is_none() {
            let end = self.prev_end();
            self.error_at(end, "expected", "<end of input> expected");
            self.i = self.tokens.len() - 1;
        }
        let span = self.since(start).with_at(here.lo);
        unit.module = Some(ModuleDecl { annotations, open, name, directives, span });
    }

    fn directive(&mut self) -> Option<Directive> {
        let start = self.here();
        let k = self.i;
        if self.is_text(k, "requires") {
            self.next();
            let (mut transitive, mut is_static) = (false, false);
            loop {
                if self.tok() == Tok::Static {
                    if std::mem::replace(&mut is_static, true) {
                        self.error_here("repeated-modifier", "repeated modifier");
                    }
                } else if self.is_text(self.i, "transitive") && !matches!(self.peek(1), Tok::Semi | Tok::Dot)
                {
                    if std::mem::replace(&mut transitive, true) {
                        self.error_here("repeated-modifier", "repeated modifier");
                    }
                } else {
                    break;
                }
                self.next();
            }
            let module = self.qualified();
            self.accept(Tok::Semi);
            return Some(Directive::Requires { transitive, is_static, module, span: self.since(start) });
        }
        let opens = self.is_text(k, "opens");
        if opens || self.is_text(k, "exports") {
            self.next();
            let package = self.qualified();
            let mut to = Vec::new();
            if self.is_text(self.i, "to") {
                self.next();
                to = self.separated(Self::qualified);
            }
            self.accept(Tok::Semi);
            return Some(Directive::Exports { opens, package, to, span: self.since(start) });
        }
        if self.is_text(k, "uses") {
            self.next();
            let service = self.named_type();
            self.accept(Tok::Semi);
            return Some(Directive::Uses(service, self.since(start)));
        }
        if self.is_text(k, "provides") {
            self.next();
            let service = self.named_type();
            let mut with = Vec::new();
            if self.is_text(self.i, "with") {
                self.next();
                with = self.separated(Self::named_type);
                self.accept(Tok::Semi);
            } else {
                let at = self.prev_end();
                self.error_at(at, "expected", "'with' expected");
                while !matches!(self.tok(), Tok::RBrace | Tok::Eof) && !self.eat(Tok::Semi) {
                    self.next();
                }
            }
            return Some(Directive::Provides { service, with, span: self.since(start) });
        }
        None
    }

    fn separated<T>(&mut self, item: impl Fn(&mut Self) -> T) -> Vec<T> {
        let mut list = vec![item(self)];
        while self.eat(Tok::Comma) {
            list.push(item(self));
        }
        list
    }
}
