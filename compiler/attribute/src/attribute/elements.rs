//! Expressions outside bodies: values of annotations, initialisers of constant fields asked for from elsewhere.

use super::Attr;
use super::env::{Env, Frame, Return};
use crate::Ctx;
use crate::scope;
use rvm_model::hir;
use rvm_model::symbols::{ClassId, Owner};
use rvm_model::types::Ty;
use rvm_syntax::tree;
use std::rc::Rc;

impl<'a> Ctx<'a> {
    /// The value of an annotation's element, as an expression of the element's type.
    pub fn element_expr(&self, types: &scope::Env, e: &tree::Expr, expected: Ty) -> hir::Expr {
        let mut attr = Attr::new(self);
        let class = types.class().or_else(|| types.access_class());
        let env = match class {
            Some(c) => attr.static_env(c, Some(types)),
            None => {
                // Outside all classes, only the package counts for access.
                attr.access_from = types.unit().types.borrow().values().next().copied();
                attr.static_env(self.world.object_class(), Some(types))
            }
        };
        attr.standalone_value(&env, e, expected)
    }
}

impl Attr<'_> {
    /// A static environment in a class, enclosing classes around it.
    pub(crate) fn static_env(&mut self, class: ClassId, types: Option<&scope::Env>) -> Env {
        let known = self.ctx.attr.class_envs.borrow().get(&class).and_then(|e| e.frame.outer.clone());
        let outer = known.or_else(|| match self.w.class(class).owner.get() {
            Owner::Class(o) if self.w.is_source(o) => Some(Rc::new(self.static_env(o, None))),
            Owner::Method(o, _) if self.w.is_source(o) => Some(Rc::new(self.static_env(o, None))),
            _ => None,
        });
        let frame = Frame {
            class,
            method: None,
            is_static: true,
            lambda_depth: 0,
            ret: Return::Init,
            outer,
            init: None,
        };
        let types = match types {
            Some(t) => t.clone(),
            None => self.ctx.class_env(class),
        };
        Env { frame: Rc::new(frame), types, locals: None, jumps: None, prologue: false }
    }
}
