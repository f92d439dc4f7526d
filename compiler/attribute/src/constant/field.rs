//! Constant variables that are fields (JLS 4.12.4): evaluated when first asked for.

use crate::Ctx;
use crate::attribute::Attr;
use crate::attribute::convert::constant_of;
use rvm_model::hir::Const;
use rvm_model::symbols::FieldId;
use rvm_syntax::tree::{self, ExprKind, flags};

impl Ctx<'_> {
    /// The value of a field that is a constant variable.
    pub fn constant_of_field(&self, f: FieldId) -> Option<Const> {
        let sym = self.world.field(f);
        if let Some(known) = sym.constant.get() {
            return known.clone();
        }
        if !self.world.is_source(sym.class) {
            return self.world.known_constant(f);
        }
        let ty = sym.ty.get();
        let init = match &sym.decl {
            Some(d) if sym.has(flags::FINAL) && (ty.is_primitive() || ty == self.world.string()) => {
                d.init.as_ref().filter(|e| may_be_constant(e))
            }
            _ => None,
        };
        let Some(init) = init else {
            let _ = sym.constant.set(None);
            return None;
        };
        // A constant that needs itself has no value; javac reports the forward reference.
        if !self.attr.folding.borrow_mut().insert(f) {
            return None;
        }
        let (value, _) = self.diags.speculate(|| {
            let mut attr = Attr::new(self);
            let env = attr.static_env(sym.class, None);
            let e = attr.standalone_value(&env, init, ty);
            constant_of(&e).cloned()
        });
        self.attr.folding.borrow_mut().remove(&f);
        let _ = sym.constant.set(value.clone());
        value
    }
}

/// Whether an expression has the form of a constant one.
fn may_be_constant(e: &tree::Expr) -> bool {
    let mut e = e;
    // Long chains lean left.
    loop {
        match &e.kind {
            ExprKind::Literal(l) => return *l != tree::Literal::Null,
            ExprKind::Name(_) => return true,
            ExprKind::Select(q, _) => e = q,
            ExprKind::Paren(x) => e = x,
            ExprKind::Unary(op, x) => {
                use tree::UnaryOp::*;
                if matches!(op, PreInc | PreDec | PostInc | PostDec) {
                    return false;
                }
                e = x;
            }
            ExprKind::Binary(_, a, b) => {
                if !may_be_constant(b) {
                    return false;
                }
                e = a;
            }
            ExprKind::Conditional(c, a, b) => {
                if !may_be_constant(c) || !may_be_constant(a) {
                    return false;
                }
                e = b;
            }
            ExprKind::Cast(_, x) => e = x,
            _ => return false,
        }
    }
}
