//! Captured local variables: which local classes need which, and whether they are effectively final (JLS 8.1.3, 4.12.4).

use super::Attr;
use super::env::Env;
use rvm_model::symbols::{ClassId, LOCAL_EFFECTIVELY_FINAL, LocalId, Owner};
use rvm_syntax::Span;
use rvm_syntax::tree::flags;

/// The use of a variable from a lambda or inner class.
pub(crate) struct Use {
    id: LocalId,
    span: Span,
    by_lambda: bool,
}

impl Attr<'_> {
    /// Notes that a variable is used here: captured, if it belongs to a method or lambda further out.
    pub(crate) fn note_use(&mut self, env: &Env, id: LocalId, span: Span) {
        let sym = self.w.local(id);
        let here = env.class();
        if sym.class == here && sym.lambda_depth == env.frame.lambda_depth {
            return;
        }
        // Whether the innermost boundary crossed is a lambda's.
        let by_lambda = if sym.class == here { true } else { env.frame.lambda_depth > 0 };
        self.captured.push(Use { id, span, by_lambda });
        if sym.class != here {
            self.add_capture(here, id);
        }
    }

    /// Makes a variable available in a class and in the local classes between it and the variable's method.
    fn add_capture(&mut self, class: ClassId, id: LocalId) -> bool {
        let owner = self.w.local(id).class;
        let mut changed = false;
        let mut c = class;
        while c != owner {
            let sym = self.w.class(c);
            if matches!(sym.owner.get(), Owner::Method(..)) {
                let mut captures = sym.captures.borrow_mut();
                if !captures.contains(&id) {
                    captures.push(id);
                    changed = true;
                }
            }
            match self.w.enclosing_class(c) {
                Some(o) => c = o,
                None => break,
            }
        }
        changed
    }

    /// At the end of a top-level class: who creates a local class needs what that captures; captured variables must not change.
    pub(crate) fn finish_captures(&mut self) {
        let creations = std::mem::take(&mut self.local_creations);
        loop {
            let mut changed = false;
            for &(by, class) in &creations {
                let captures = self.w.class(class).captures.borrow().clone();
                for id in captures {
                    // Not where the variable itself lives.
                    if self.w.local(id).class != by && self.w.is_nested_in(by, self.w.local(id).class) {
                        changed |= self.add_capture(by, id);
                    }
                }
            }
            if !changed {
                break;
            }
        }
        let uses = std::mem::take(&mut self.captured);
        for u in uses {
            if !self.is_effectively_final(u.id) {
                let what = if u.by_lambda {
                    "local variables referenced from a lambda expression must be final or effectively final"
                } else {
                    "local variables referenced from an inner class must be final or effectively final"
                };
                self.error(u.span, "cant-ref-non-effectively-final-var", what);
            }
        }
        for (id, span) in std::mem::take(&mut self.resource_uses) {
            if !self.is_effectively_final(id) {
                self.error(
                    span,
                    "try-with-resources-expr-effectively-final-var",
                    format!(
                        "variable {} used as a try-with-resources resource neither final nor effectively final",
                        self.w.local(id).name
                    ),
                );
            }
        }
    }

    fn is_effectively_final(&self, id: LocalId) -> bool {
        let f = self.w.local(id).flags.get();
        f & (flags::FINAL | LOCAL_EFFECTIVELY_FINAL) != 0
    }
}
