//! Casts (JLS 15.16) and `instanceof` (JLS 15.20.2).

use super::coerce::Why;
use super::convert::constant_of;
use super::env::Env;
use super::operand::Operand;
use super::{Attr, Bindings, error_expr, expr};
use crate::constant::fold;
use rvm_model::hir::{self, Conversion, ExprKind};
use rvm_model::symbols::LOCAL_EFFECTIVELY_FINAL;
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::Span;
use rvm_syntax::features::Feature;
use rvm_syntax::tree::Ident;
use rvm_syntax::tree::{self, Modifiers, TypeNode, flags};

impl Attr<'_> {
    /// `(T) e`.
    pub(crate) fn cast(&mut self, env: &Env, t: &TypeNode, x: &tree::Expr, span: Span) -> hir::Expr {
        let ty = self.ctx.resolve_type(&env.types, t);
        self.ctx.lint_raw(t, ty, false);
        let op = self.operand(env, x);
        if ty == Ty::ERROR {
            self.recover(&op);
            return error_expr(span);
        }
        let e = match op {
            op if needs_target(&op) => {
                let e = self.coerce(op, ty, Why::ASSIGN);
                return hir::Expr { span, ..e };
            }
            op => self.standalone(op),
        };
        self.cast_to(e, ty, span)
    }

    /// A value cast to a type.
    pub(crate) fn cast_to(&mut self, e: hir::Expr, ty: Ty, span: Span) -> hir::Expr {
        if e.ty == Ty::ERROR {
            return error_expr(span);
        }
        // A signature-polymorphic call returns what it is cast to (JLS 15.12.3); a cast around that cast is an ordinary one.
        if e.ty == self.w.object()
            && let ExprKind::Call { method, .. } = &e.kind
            && self.w.method(*method).polymorphic
            && self.w.method(*method).ret == self.w.object()
        {
            return hir::Expr { ty, span, ..e };
        }
        let (ok, unchecked) = self.w.is_castable(e.ty, ty);
        if !ok {
            let mut m = self.mentioned();
            let text =
                format!("{} cannot be converted to {}", self.show_in(e.ty, &mut m), self.show_in(ty, &mut m));
            self.incompatible(e.span, &text, m);
            return error_expr(span);
        }
        if unchecked {
            self.lint_unchecked(e.span, "cast", ty, e.ty);
        }
        self.lint_cast(e.ty, ty, span);
        let from = e.ty;
        match (from.is_primitive(), ty.is_primitive()) {
            (true, _) => {
                if let Some(c) = constant_of(&e)
                    && ty.is_primitive()
                {
                    return expr(ExprKind::Literal(fold::cast(c, ty)), ty, span);
                }
                let e = if ty.is_primitive() && from == ty { e } else { self.convert(e, ty) };
                hir::Expr { span, ..e }
            }
            (false, true) => {
                if self.unboxed(from).is_some() {
                    return hir::Expr { span, ..self.convert(e, ty) };
                }
                let boxed = self.w.boxed(ty);
                let checked = expr(ExprKind::Convert(Conversion::Checked, Box::new(e)), boxed, span);
                self.convert(checked, ty)
            }
            (false, false) => {
                if constant_of(&e).is_some() && ty == self.w.string() {
                    return hir::Expr { span, ..e };
                }
                // Null and arrays take the type of the cast: an element is then loaded and stored as that.
                let retyped = from == Ty::NULL || matches!(self.w.kind(ty), TyKind::Array(_));
                let up = from == ty || !retyped && self.w.is_subtype(from, ty);
                let kind = if up { Conversion::Widen } else { Conversion::Checked };
                let result = self.w.capture(ty);
                expr(ExprKind::Convert(kind, Box::new(e)), result, span)
            }
        }
    }

    /// `e instanceof T` and `e instanceof T x`.
    pub(crate) fn instance_of(
        &mut self,
        env: &Env,
        x: &tree::Expr,
        t: &TypeNode,
        binding: Option<&(Modifiers, Ident)>,
        span: Span,
    ) -> hir::Expr {
        let e = self.expr(env, x);
        let ty = self.ctx.resolve_type(&env.types, t);
        self.ctx.lint_raw(t, ty, false);
        self.bindings = Bindings::default();
        let local = binding.map(|(modifiers, name)| {
            self.check_duplicate(env, *name);
            let f = (modifiers.flags & flags::FINAL) | LOCAL_EFFECTIVELY_FINAL;
            let id = self.new_local_in(env, name.name, ty, f, name.span);
            self.initialised.insert(id);
            self.bindings.when_true.push((name.name, id));
            id
        });
        if e.ty == Ty::ERROR || ty == Ty::ERROR {
            return error_expr(span);
        }
        if !e.ty.is_reference() {
            let mut m = self.mentioned();
            let found = self.show_in(e.ty, &mut m);
            self.report(
                x.span,
                "type-found-req",
                format!("unexpected type\n  required: reference\n  found:    {found}"),
                m,
            );
            return error_expr(span);
        }
        if ty.is_primitive() {
            let mut m = self.mentioned();
            let found = self.show_in(ty, &mut m);
            self.report(
                t.span,
                "type-found-req",
                format!("unexpected type\n  required: class or array\n  found:    {found}"),
                m,
            );
            return error_expr(span);
        }
        let (ok, unchecked) = self.w.is_castable(e.ty, ty);
        if !ok {
            self.report_mismatch(e.span, e.ty, ty);
            return error_expr(span);
        }
        if !self.w.is_reifiable(ty) && !self.ctx.diags.feature(span, Feature::ReifiableInstanceof) {
            return error_expr(span);
        }
        if !self.w.is_reifiable(ty) && unchecked {
            let mut m = self.mentioned();
            let (a, b) = (self.show_in(e.ty, &mut m), self.show_in(ty, &mut m));
            self.report(
                e.span,
                "instanceof-reifiable-not-safe",
                format!("{a} cannot be safely cast to {b}"),
                m,
            );
            return error_expr(span);
        }
        if binding.is_some() && e.ty != Ty::NULL && self.w.is_subtype(e.ty, ty) {
            let mut m = self.mentioned();
            let (a, b) = (self.show_in(e.ty, &mut m), self.show_in(ty, &mut m));
            self.report(
                span,
                "instanceof-pattern-no-subtype",
                format!("expression type {a} is a subtype of pattern type {b}"),
                m,
            );
        }
        expr(ExprKind::InstanceOf(Box::new(e), ty, local), Ty::BOOLEAN, span)
    }
}

/// Lambdas and method references, also as results of conditionals: a cast gives them their target.
fn needs_target(op: &Operand) -> bool {
    match op {
        Operand::Lambda(_) | Operand::MethodRef(_) => true,
        Operand::Cond(c) => {
            c.then.borrow().as_ref().is_some_and(needs_target)
                || c.other.borrow().as_ref().is_some_and(needs_target)
        }
        Operand::Switch(s) => s.results.borrow().values.iter().any(needs_target),
        _ => false,
    }
}
