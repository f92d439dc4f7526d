//! Assignments, compound ones, increments (JLS 15.26, 15.14, 15.15), and which variables may be assigned.

use super::env::Env;
use super::names::Access;
use super::operand::skip_parens;
use super::ops::symbol;
use super::{Attr, error_expr, expr};
use rvm_model::hir::{self, BinaryOp, ExprKind};
use rvm_model::symbols::{FieldId, LOCAL_EFFECTIVELY_FINAL, LocalId};
use rvm_model::types::Ty;
use rvm_syntax::Span;
use rvm_syntax::tree::{self, flags};

impl Attr<'_> {
    /// The target of an assignment.
    fn target(&mut self, env: &Env, t: &tree::Expr, access: Access) -> hir::Expr {
        let inner = skip_parens(t);
        let e = match &inner.kind {
            tree::ExprKind::Name(name) => self.name_expr(env, *name, inner.span, access),
            tree::ExprKind::Select(q, id) => self.select_expr(env, q, *id, inner.span, access),
            tree::ExprKind::Index(a, i) => self.index(env, a, i, inner.span, access),
            tree::ExprKind::Error => error_expr(inner.span),
            _ => {
                let e = self.expr(env, inner);
                if e.ty != Ty::ERROR {
                    self.error(
                        t.span,
                        "unexpected-type",
                        "unexpected type\n  required: variable\n  found:    value",
                    );
                }
                return error_expr(t.span);
            }
        };
        match &e.kind {
            ExprKind::Local(id) => self.check_local_target(*id, access, inner.span),
            ExprKind::Field { recv, field, .. } => {
                let own = matches!(recv.as_deref(), None | Some(hir::Expr { kind: ExprKind::This(_), .. }));
                let simple = matches!(inner.kind, tree::ExprKind::Name(_));
                let by_this = matches!(&inner.kind, tree::ExprKind::Select(q, _)
                    if matches!(skip_parens(q).kind, tree::ExprKind::This));
                self.check_field_target(env, *field, own && (simple || by_this), inner.span);
            }
            _ => {}
        }
        e
    }

    /// A local variable is assigned: it stops being effectively final unless this may be its only assignment, which flow decides.
    fn check_local_target(&mut self, id: LocalId, access: Access, span: Span) {
        let sym = self.w.local(id);
        let f = sym.flags.get();
        if access == Access::Update || self.initialised.contains(&id) {
            sym.flags.set(f & !LOCAL_EFFECTIVELY_FINAL);
        }
        // Parameters and variables without an initialiser are flow's.
        if f & flags::FINAL != 0 && self.initialised.contains(&id) {
            let name = sym.name;
            match self.special_locals.get(&id) {
                Some(super::SpecialLocal::Resource) => self.error(
                    span,
                    "try-resource-may-not-be-assigned",
                    format!("auto-closeable resource {name} may not be assigned"),
                ),
                Some(super::SpecialLocal::Param) => {}
                // Flow says so, in its order.
                Some(super::SpecialLocal::MultiCatch) => {}
                None => self.error(
                    span,
                    "cant-assign-val-to-final-var",
                    format!("cannot assign a value to final variable {name}"),
                ),
            }
        }
    }

    /// A final field: assignable only in its class's constructors and initialisers, by simple name or `this.x` (JLS 8.3.1.2).
    fn check_field_target(&mut self, env: &Env, f: FieldId, own: bool, span: Span) {
        let sym = self.w.field(f);
        if !sym.has(flags::FINAL) {
            return;
        }
        let is_static = sym.has(flags::STATIC);
        let has_init = sym.decl.as_ref().is_some_and(|d| d.init.is_some());
        let in_ctor = env.frame.method.is_some_and(|m| self.w.method(m).is_constructor());
        let in_place = match env.frame.method {
            Some(_) => in_ctor && !is_static,
            None => matches!(env.frame.init, Some((s, _)) if s == is_static),
        };
        if has_init
            || !own
            || sym.class != env.class()
            || !in_place
            || env.frame.lambda_depth > 0
            || self.w.class(sym.class).has(flags::RECORD) && !is_static && self.is_compact(env)
        {
            self.error(
                span,
                "cant-assign-val-to-final-var",
                format!("cannot assign a value to final variable {}", sym.name),
            );
        }
    }

    fn is_compact(&self, env: &Env) -> bool {
        env.frame.method.is_some_and(|m| self.w.method(m).decl.as_ref().is_some_and(|d| d.compact))
    }

    /// `target = value`.
    pub(crate) fn assign(
        &mut self,
        env: &Env,
        target: &tree::Expr,
        value: &tree::Expr,
        span: Span,
    ) -> hir::Expr {
        let t = self.target(env, target, Access::Assign);
        let v = match &value.kind {
            // A brace list is no expression; the parser may leave one here.
            tree::ExprKind::ArrayInit(None, items) => self.array_init(env, items, t.ty, value.span),
            _ => self.expr_to(env, value, t.ty),
        };
        if t.ty == Ty::ERROR || v.ty == Ty::ERROR {
            return error_expr(span);
        }
        self.lint_raw_assign(&t);
        let ty = self.w.capture(t.ty);
        expr(ExprKind::Assign(Box::new(t), Box::new(v)), ty, span)
    }

    fn hole(&self, ty: Ty, span: Span) -> hir::Expr {
        expr(ExprKind::Hole, ty, span)
    }

    /// `target op= value`.
    pub(crate) fn compound(
        &mut self,
        env: &Env,
        op: BinaryOp,
        target: &tree::Expr,
        value: &tree::Expr,
        span: Span,
    ) -> hir::Expr {
        let t = self.target(env, target, Access::Update);
        let v = self.expr(env, value);
        if t.ty == Ty::ERROR || v.ty == Ty::ERROR {
            return error_expr(span);
        }
        let Some(op_ty) = self.operation_type(op, t.ty, v.ty) else {
            let mut m = self.mentioned();
            let (x, y) = (self.show_in(t.ty, &mut m), self.show_in(v.ty, &mut m));
            let text = format!(
                "bad operand types for binary operator '{}'\n  first type:  {x}\n  second type: {y}",
                symbol(op)
            );
            self.report(span, "operator-cant-be-applied-1", text, m);
            return error_expr(span);
        };
        let string = self.w.string();
        if op == BinaryOp::Add && op_ty == string {
            if !self.w.is_subtype(string, t.ty) {
                self.report_mismatch(value.span, string, t.ty);
                return error_expr(span);
            }
            let lhs = self.hole(t.ty, span);
            let result = self.convert(self.hole(string, span), t.ty);
            let ty = t.ty;
            let kind = ExprKind::CompoundAssign {
                op,
                target: Box::new(t),
                rhs: Box::new(v),
                op_ty: string,
                lhs_conv: Box::new(lhs),
                result_conv: Box::new(result),
            };
            return expr(kind, ty, span);
        }
        // The result is cast back (JLS 15.26.2).
        if !self.w.is_castable(op_ty, t.ty).0 {
            self.report_mismatch(value.span, op_ty, t.ty);
            return error_expr(span);
        }
        let (at, bt) = self.operand_types(op, op_ty, t.ty, v.ty);
        let lhs = self.convert(self.hole(t.ty, span), at);
        let rhs = self.convert(v, bt);
        if matches!(op, BinaryOp::Div | BinaryOp::Rem)
            && matches!(super::convert::constant_of(&rhs), Some(hir::Const::Int(0) | hir::Const::Long(0)))
        {
            self.lint_division(rhs.span);
        }
        let result = self.cast_back(op_ty, t.ty, span);
        let ty = t.ty;
        let kind = ExprKind::CompoundAssign {
            op,
            target: Box::new(t),
            rhs: Box::new(rhs),
            op_ty,
            lhs_conv: Box::new(lhs),
            result_conv: Box::new(result),
        };
        expr(kind, ty, span)
    }

    /// The hole of type `from` cast to the target's type: by way of its primitive where that is a box.
    fn cast_back(&self, from: Ty, to: Ty, span: Span) -> hir::Expr {
        let hole = self.hole(from, span);
        let p = self.unboxed_or_self(to);
        if p.is_primitive() && p != from {
            let narrowed = self.convert(hole, p);
            return self.convert(narrowed, to);
        }
        self.convert(hole, to)
    }

    /// `++` and `--`.
    pub(crate) fn inc_dec(
        &mut self,
        env: &Env,
        delta: i32,
        prefix: bool,
        target: &tree::Expr,
        span: Span,
    ) -> hir::Expr {
        let t = self.target(env, target, Access::Update);
        if t.ty == Ty::ERROR {
            return error_expr(span);
        }
        let p = self.unboxed_or_self(t.ty);
        if !p.is_numeric() {
            self.report_unary(if delta > 0 { "++" } else { "--" }, t.ty, span);
            return error_expr(span);
        }
        let op_ty = self.promote2(p, Ty::INT);
        let lhs = self.convert(self.hole(t.ty, span), op_ty);
        let result = self.cast_back(op_ty, t.ty, span);
        let ty = t.ty;
        let kind = ExprKind::IncDec {
            delta,
            prefix,
            target: Box::new(t),
            op_ty,
            lhs_conv: Box::new(lhs),
            result_conv: Box::new(result),
        };
        expr(kind, ty, span)
    }
}
