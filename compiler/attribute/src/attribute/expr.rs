//! Expressions, by kind (JLS 15).

use super::coerce::Why;
use super::env::Env;
use super::names::{Access, Qual};
use super::operand::{Operand, skip_parens};
use super::{Attr, Bindings, error_expr, expr};
use rvm_model::hir::{self, Const, ExprKind};
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::Span;
use rvm_syntax::tree::{self, Literal};

/// Whether an expression may stand as a statement (JLS 14.8).
pub(crate) fn is_statement_expr(e: &tree::Expr) -> bool {
    use tree::ExprKind::*;
    use tree::UnaryOp::*;
    matches!(
        e.kind,
        Assign(..)
            | CompoundAssign(..)
            | Call(..)
            | New(..)
            | Error
            | Unary(PreInc | PreDec | PostInc | PostDec, _)
    )
}

impl Attr<'_> {
    /// An expression as far as it goes without a target. What it binds is left in `self.bindings`.
    pub(crate) fn operand(&mut self, env: &Env, e: &tree::Expr) -> Operand {
        self.bindings = Bindings::default();
        let op = self.operand_kind(env, e);
        let keeps = matches!(
            &e.kind,
            tree::ExprKind::Paren(_)
                | tree::ExprKind::InstanceOf(..)
                | tree::ExprKind::Unary(tree::UnaryOp::Not, _)
                | tree::ExprKind::Binary(tree::BinaryOp::AndAnd | tree::BinaryOp::OrOr, ..)
        );
        if !keeps {
            self.bindings = Bindings::default();
        }
        op
    }

    fn operand_kind(&mut self, env: &Env, e: &tree::Expr) -> Operand {
        use tree::ExprKind as K;
        let span = e.span;
        let done = match &e.kind {
            K::Literal(l) => self.literal(l, span),
            K::Name(_) | K::Select(..) => return self.name_operand(env, e),
            K::This => self.this_expr(env, env.class(), span, "this"),
            K::QualifiedThis(q) => match self.qualifier(env, q) {
                Qual::Type(t) => match self.w.class_of(t) {
                    Some(c) => self.this_expr(env, c, span, "this"),
                    None => error_expr(span),
                },
                Qual::Expr(x) if x.ty == Ty::ERROR => error_expr(span),
                Qual::Expr(_) => {
                    self.error(
                        q.span,
                        "type-found-req",
                        "unexpected type\n  required: class\n  found:    value",
                    );
                    error_expr(span)
                }
                Qual::Package(p) => {
                    self.report_missing_type(env, q, p);
                    error_expr(span)
                }
            },
            K::Super(_) => {
                self.error(span, "expected", "'.' expected");
                error_expr(span)
            }
            K::Type(t) => {
                self.ctx.resolve_type(&env.types, t);
                self.error(span, "illegal-start-of-expr", "illegal start of expression");
                error_expr(span)
            }
            K::ClassLit(t) => self.class_literal(env, t, span),
            K::Paren(inner) => {
                let inner_kind = &skip_parens(inner).kind;
                let op = self.operand(env, inner);
                if let (K::Name(_) | K::Select(..), Operand::Done(x)) = (inner_kind, &op) {
                    let _ = x;
                }
                return op;
            }
            K::Call(recv, targs, name, args) => {
                return self.call(env, recv.as_deref(), targs, *name, args, span);
            }
            K::New(n) => return self.creation(env, n, span),
            K::NewArray(elem, dims, empty) => self.new_array(env, elem, dims, *empty, span),
            K::ArrayInit(Some(t), items) => {
                let ty = self.ctx.resolve_type(&env.types, t);
                self.array_init(env, items, ty, span)
            }
            K::ArrayInit(None, items) => {
                self.error(span, "illegal-start-of-expr", "array initializer is not expected here");
                self.array_init(env, items, Ty::ERROR, span)
            }
            K::Index(a, i) => self.index(env, a, i, span, Access::Read),
            K::Unary(op, x) => self.unary(env, *op, x, span),
            K::Binary(..) => self.binary(env, e),
            K::Assign(target, value) => self.assign(env, target, value, span),
            K::CompoundAssign(op, target, value) => self.compound(env, *op, target, value, span),
            K::Conditional(c, a, b) => return self.conditional(env, c, a, b, span),
            K::InstanceOf(x, t, binding) => self.instance_of(env, x, t, binding.as_ref(), span),
            K::Cast(t, x) => self.cast(env, t, x, span),
            K::Lambda(l) => return self.lambda(env, l, span),
            K::MethodRef(q, targs, name) => return self.method_ref(env, q, targs, *name, span),
            K::Switch(selector, cases) => return self.switch_expr(env, selector, cases, span),
            K::Error => error_expr(span),
        };
        Operand::Done(done)
    }

    fn report_missing_type(&mut self, env: &Env, q: &tree::Expr, p: rvm_syntax::Name) {
        match &q.kind {
            tree::ExprKind::Name(n) => {
                let location = self.location_of(env);
                self.cannot_find(q.span, &format!("class {n}"), location, self.mentioned());
            }
            _ => self.report_missing_package(env, q, p, None),
        }
    }

    /// An expression without a target.
    pub(crate) fn expr(&mut self, env: &Env, e: &tree::Expr) -> hir::Expr {
        let op = self.operand(env, e);
        self.standalone(op)
    }

    /// An expression in an assignment context.
    pub(crate) fn expr_to(&mut self, env: &Env, e: &tree::Expr, target: Ty) -> hir::Expr {
        let op = self.operand(env, e);
        self.coerce(op, target, Why::ASSIGN)
    }

    /// A condition: of type boolean; with what it binds.
    pub(crate) fn condition(&mut self, env: &Env, e: &tree::Expr) -> (hir::Expr, Bindings) {
        let op = self.operand(env, e);
        let bindings = self.take_bindings();
        (self.coerce(op, Ty::BOOLEAN, Why::ASSIGN), bindings)
    }

    fn literal(&mut self, l: &Literal, span: Span) -> hir::Expr {
        let (c, ty) = match l {
            Literal::Int(v) => (Const::Int(*v), Ty::INT),
            Literal::Long(v) => (Const::Long(*v), Ty::LONG),
            Literal::Float(v) => (Const::Float(*v), Ty::FLOAT),
            Literal::Double(v) => (Const::Double(*v), Ty::DOUBLE),
            Literal::Char(v) => (Const::Int(i32::from(*v)), Ty::CHAR),
            Literal::Bool(v) => (Const::Int(i32::from(*v)), Ty::BOOLEAN),
            Literal::Str(s) => (Const::Str(s.clone()), self.w.string()),
            Literal::Null => return expr(ExprKind::Null, Ty::NULL, span),
        };
        expr(ExprKind::Literal(c), ty, span)
    }

    /// `T.class` (JLS 15.8.2).
    fn class_literal(&mut self, env: &Env, t: &tree::TypeNode, span: Span) -> hir::Expr {
        let ty = self.ctx.resolve_type(&env.types, t);
        if ty == Ty::ERROR {
            return error_expr(span);
        }
        let mut base = ty;
        while let Some(e) = self.w.elem_type(base) {
            base = e;
        }
        if let TyKind::Var(_) = self.w.kind(base) {
            self.error(span, "type-var-cant-be-deref", "cannot select from a type variable");
            return error_expr(span);
        }
        if !self.w.type_args(base).is_empty() {
            self.error(span, "illegal-start-of-type", "cannot select from parameterized type");
            return error_expr(span);
        }
        let class = self.w.class_named("java/lang/Class");
        let arg = self.w.boxed(ty);
        let of = if self.w.type_params(class).is_empty() {
            self.w.raw_type(class)
        } else {
            self.w.type_of(class, &[arg])
        };
        expr(ExprKind::ClassLit(self.w.erasure(ty)), of, span)
    }

    /// `a[i]`.
    pub(crate) fn index(
        &mut self,
        env: &Env,
        a: &tree::Expr,
        i: &tree::Expr,
        span: Span,
        access: Access,
    ) -> hir::Expr {
        let array = self.expr(env, a);
        let index = self.int_index(env, i);
        if array.ty == Ty::ERROR || index.ty == Ty::ERROR {
            return error_expr(span);
        }
        let bound = self.bound_of(array.ty);
        let Some(elem) = self.w.elem_type(bound) else {
            let mut m = self.mentioned();
            let found = self.show_in(array.ty, &mut m);
            self.report(span, "array-req-but-found", format!("array required, but {found} found"), m);
            return error_expr(span);
        };
        let elem = if access == Access::Read { self.w.capture(elem) } else { elem };
        expr(ExprKind::Index(Box::new(array), Box::new(index)), elem, span)
    }
}
