//! Captured local variables: which local classes need which (JLS 8.1.3). That they do not change is flow's to check.

use super::Attr;
use super::env::Env;
use rvm_model::symbols::{ClassId, LocalId, Owner};

impl Attr<'_> {
    /// Notes that a variable is used here: captured, if it belongs to a method or lambda further out.
    pub(crate) fn note_use(&mut self, env: &Env, id: LocalId) {
        let sym = self.w.local(id);
        let here = env.class();
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

    /// At the end of a top-level class: who creates a local class needs what that captures.
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
        let late = std::mem::take(&mut self.late);
        if self.ctx.diags.error_count() == 0 {
            for (span, key, text) in late {
                self.error(span, key, text);
            }
        }
    }
}
