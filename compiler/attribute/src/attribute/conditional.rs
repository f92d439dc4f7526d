//! The conditional operator (JLS 15.25).

use super::convert::constant_of;
use super::env::Env;
use super::operand::{Operand, PendingCond};
use super::{Attr, error_expr, expr};
use rvm_model::hir::{self, Const, ExprKind};
use rvm_model::types::Ty;
use rvm_syntax::Span;
use rvm_syntax::tree;
use std::cell::RefCell;
use std::rc::Rc;

impl Attr<'_> {
    /// `c ? a : b`: boolean and numeric ones have a type of their own, others wait for their target.
    pub(crate) fn conditional(
        &mut self,
        env: &Env,
        c: &tree::Expr,
        a: &tree::Expr,
        b: &tree::Expr,
        span: Span,
    ) -> Operand {
        let (cond, bindings) = self.condition(env, c);
        let then = if bindings.when_true.is_empty() {
            self.operand(env, a)
        } else {
            self.operand(&env.with_bindings(&bindings.when_true), a)
        };
        let other = if bindings.when_false.is_empty() {
            self.operand(env, b)
        } else {
            self.operand(&env.with_bindings(&bindings.when_false), b)
        };
        let (x, y) = (self.own_type(&then), self.own_type(&other));
        let standalone = match (x, y) {
            (Some(Ty::ERROR), _) | (_, Some(Ty::ERROR)) => true,
            (Some(x), Some(y)) => {
                let (x, y) = (self.unboxed_or_self(x), self.unboxed_or_self(y));
                (x == Ty::BOOLEAN && y == Ty::BOOLEAN) || (x.is_numeric() && y.is_numeric())
            }
            _ => false,
        };
        if standalone {
            let (a, b) = (self.standalone(then), self.standalone(other));
            return Operand::Done(self.finish_conditional(cond, a, b, span));
        }
        Operand::Cond(Rc::new(PendingCond {
            span,
            cond,
            then: RefCell::new(Some(then)),
            other: RefCell::new(Some(other)),
        }))
    }

    /// The type an operand has whatever its target is.
    pub(crate) fn own_type(&self, op: &Operand) -> Option<Ty> {
        match op {
            Operand::Done(e) => Some(e.ty),
            _ => None,
        }
    }

    /// The node, both operands without a target.
    pub(crate) fn finish_conditional(
        &mut self,
        cond: hir::Expr,
        a: hir::Expr,
        b: hir::Expr,
        span: Span,
    ) -> hir::Expr {
        if cond.ty == Ty::ERROR || a.ty == Ty::ERROR || b.ty == Ty::ERROR {
            return error_expr(span);
        }
        if a.ty == Ty::VOID || b.ty == Ty::VOID {
            let at = if a.ty == Ty::VOID { a.span } else { b.span };
            self.error(
                at,
                "incompatible-types",
                "incompatible types: bad type in conditional expression\n    void cannot be converted to Object",
            );
            return error_expr(span);
        }
        let values = [a, b];
        let ty = self.standalone_result_type(&values);
        let [a, b] = values;
        let (a, b) = (self.convert(a, ty), self.convert(b, ty));
        if let (Some(Const::Int(c)), Some(x), Some(y)) =
            (constant_of(&cond), constant_of(&a), constant_of(&b))
        {
            let value = if *c != 0 { x } else { y };
            return expr(ExprKind::Literal(value.clone()), ty, span);
        }
        expr(ExprKind::Conditional(Box::new(cond), Box::new(a), Box::new(b)), ty, span)
    }
}
