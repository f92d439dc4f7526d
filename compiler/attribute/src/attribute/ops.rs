//! Unary and binary operators (JLS 15.15, 15.17 to 15.24), string concatenation (JLS 15.18.1).

use super::convert::constant_of;
use super::env::Env;
use super::operand::Operand;
use super::{Attr, Bindings, error_expr, expr};
use crate::constant::fold;
use rvm_model::hir::{self, BinaryOp, Const, ExprKind, UnaryOp};
use rvm_model::types::Ty;
use rvm_syntax::Span;
use rvm_syntax::tree::{self, UnaryOp as TreeUnary};

/// The operator's text.
pub(crate) fn symbol(op: BinaryOp) -> &'static str {
    use BinaryOp::*;
    match op {
        Add => "+",
        Sub => "-",
        Mul => "*",
        Div => "/",
        Rem => "%",
        Shl => "<<",
        Shr => ">>",
        Ushr => ">>>",
        Lt => "<",
        Gt => ">",
        Le => "<=",
        Ge => ">=",
        Eq => "==",
        Ne => "!=",
        And => "&",
        Or => "|",
        Xor => "^",
        AndAnd => "&&",
        OrOr => "||",
    }
}

impl Attr<'_> {
    pub(crate) fn unary(&mut self, env: &Env, op: TreeUnary, x: &tree::Expr, span: Span) -> hir::Expr {
        match op {
            TreeUnary::PreInc => return self.inc_dec(env, 1, true, x, span),
            TreeUnary::PreDec => return self.inc_dec(env, -1, true, x, span),
            TreeUnary::PostInc => return self.inc_dec(env, 1, false, x, span),
            TreeUnary::PostDec => return self.inc_dec(env, -1, false, x, span),
            _ => {}
        }
        let operand = self.operand(env, x);
        let bindings = self.take_bindings();
        let e = self.standalone(operand);
        if e.ty == Ty::ERROR {
            return error_expr(span);
        }
        let p = self.unboxed_or_self(e.ty);
        let (symbol, ok) = match op {
            TreeUnary::Plus => ("+", p.is_numeric()),
            TreeUnary::Minus => ("-", p.is_numeric()),
            TreeUnary::BitNot => ("~", p.is_integral()),
            _ => ("!", p == Ty::BOOLEAN),
        };
        if !ok {
            self.report_unary(symbol, e.ty, span);
            return error_expr(span);
        }
        let ty = self.promote1(p);
        let e = self.convert(e, ty);
        let hir_op = match op {
            TreeUnary::Plus => {
                // The promoted value itself; a node of its own so that it is no variable.
                if constant_of(&e).is_some() {
                    return hir::Expr { span, ..e };
                }
                return hir::Expr { span, ..e };
            }
            TreeUnary::Minus => UnaryOp::Neg,
            TreeUnary::BitNot => UnaryOp::BitNot,
            _ => {
                self.bindings = bindings.swap();
                UnaryOp::Not
            }
        };
        if let Some(c) = constant_of(&e).and_then(|c| fold::unary(hir_op, c)) {
            return expr(ExprKind::Literal(c), ty, span);
        }
        expr(ExprKind::Unary(hir_op, Box::new(e)), ty, span)
    }

    pub(crate) fn report_unary(&self, symbol: &str, ty: Ty, span: Span) {
        let mut m = self.mentioned();
        let shown = self.show_in(ty, &mut m);
        self.report(
            span,
            "operator-cant-be-applied",
            format!("bad operand type {shown} for unary operator '{symbol}'"),
            m,
        );
    }

    /// A binary operation; chains that lean left are handled without recursion.
    pub(crate) fn binary(&mut self, env: &Env, e: &tree::Expr) -> hir::Expr {
        let mut chain: Vec<(BinaryOp, &tree::Expr, Span)> = Vec::new();
        let mut left = e;
        while let tree::ExprKind::Binary(op, a, b) = &left.kind {
            chain.push((*op, b, left.span));
            left = a;
        }
        let op = self.operand(env, left);
        let mut bindings = self.take_bindings();
        let mut acc = self.standalone(op);
        while let Some((op, right, span)) = chain.pop() {
            let (rhs, right_bindings) = match op {
                BinaryOp::AndAnd if !bindings.when_true.is_empty() => {
                    let env = env.with_bindings(&bindings.when_true);
                    self.operand_and_bindings(&env, right)
                }
                BinaryOp::OrOr if !bindings.when_false.is_empty() => {
                    let env = env.with_bindings(&bindings.when_false);
                    self.operand_and_bindings(&env, right)
                }
                _ => self.operand_and_bindings(env, right),
            };
            let rhs = self.standalone(rhs);
            bindings = match op {
                BinaryOp::AndAnd => {
                    bindings.when_true.extend(right_bindings.when_true);
                    Bindings { when_true: bindings.when_true, when_false: Vec::new() }
                }
                BinaryOp::OrOr => {
                    bindings.when_false.extend(right_bindings.when_false);
                    Bindings { when_true: Vec::new(), when_false: bindings.when_false }
                }
                _ => Bindings::default(),
            };
            acc = self.apply_binary(op, acc, rhs, span);
        }
        self.bindings = bindings;
        acc
    }

    fn operand_and_bindings(&mut self, env: &Env, e: &tree::Expr) -> (Operand, Bindings) {
        let op = self.operand(env, e);
        let b = self.take_bindings();
        (op, b)
    }

    /// An operator on two attributed operands.
    pub(crate) fn apply_binary(&mut self, op: BinaryOp, a: hir::Expr, b: hir::Expr, span: Span) -> hir::Expr {
        if a.ty == Ty::ERROR || b.ty == Ty::ERROR {
            return error_expr(span);
        }
        let Some(ty) = self.operation_type(op, a.ty, b.ty) else {
            if matches!(op, BinaryOp::Eq | BinaryOp::Ne) && self.comparable_kinds(a.ty, b.ty) {
                let mut m = self.mentioned();
                let (x, y) = (self.show_in(a.ty, &mut m), self.show_in(b.ty, &mut m));
                if a.ty.is_reference() && b.ty.is_reference() {
                    self.report(span, "incomparable-types", format!("incomparable types: {x} and {y}"), m);
                    return error_expr(span);
                }
            }
            let mut m = self.mentioned();
            let (x, y) = (self.show_in(a.ty, &mut m), self.show_in(b.ty, &mut m));
            let text = format!(
                "bad operand types for binary operator '{}'\n  first type:  {x}\n  second type: {y}",
                symbol(op)
            );
            self.report(span, "operator-cant-be-applied-1", text, m);
            return error_expr(span);
        };
        if op == BinaryOp::Add && ty == self.w.string() {
            return self.concat(a, b, span);
        }
        let (at, bt) = self.operand_types(op, ty, a.ty, b.ty);
        let a = if at == Ty::NULL { a } else { self.convert(a, at) };
        let b = if bt == Ty::NULL { b } else { self.convert(b, bt) };
        if let (Some(x), Some(y)) = (constant_of(&a), constant_of(&b)) {
            let folded = match op {
                BinaryOp::Eq => {
                    fold::same_text(x, y).map(|s| Const::Int(s.into())).or_else(|| fold::binary(op, x, y))
                }
                BinaryOp::Ne => {
                    fold::same_text(x, y).map(|s| Const::Int((!s).into())).or_else(|| fold::binary(op, x, y))
                }
                _ => fold::binary(op, x, y),
            };
            if let Some(c) = folded {
                return expr(ExprKind::Literal(c), ty, span);
            }
        }
        if matches!(op, BinaryOp::Div | BinaryOp::Rem)
            && matches!(constant_of(&b), Some(Const::Int(0) | Const::Long(0)))
        {
            self.lint_division(b.span);
        }
        expr(ExprKind::Binary(op, Box::new(a), Box::new(b)), ty, span)
    }

    /// The result type of an operator, or None if it does not apply.
    pub(crate) fn operation_type(&mut self, op: BinaryOp, a: Ty, b: Ty) -> Option<Ty> {
        use BinaryOp::*;
        let string = self.w.string();
        if op == Add && (a == string || b == string) {
            return (a != Ty::VOID && b != Ty::VOID).then_some(string);
        }
        let (x, y) = (self.unboxed_or_self(a), self.unboxed_or_self(b));
        match op {
            Add | Sub | Mul | Div | Rem => (x.is_numeric() && y.is_numeric()).then(|| self.promote2(x, y)),
            Shl | Shr | Ushr => (x.is_integral() && y.is_integral()).then(|| self.promote1(x)),
            Lt | Gt | Le | Ge => (x.is_numeric() && y.is_numeric()).then_some(Ty::BOOLEAN),
            And | Or | Xor => {
                if x == Ty::BOOLEAN && y == Ty::BOOLEAN {
                    Some(Ty::BOOLEAN)
                } else {
                    (x.is_integral() && y.is_integral()).then(|| self.promote2(x, y))
                }
            }
            AndAnd | OrOr => (x == Ty::BOOLEAN && y == Ty::BOOLEAN).then_some(Ty::BOOLEAN),
            Eq | Ne => self.equality_ok(a, b).then_some(Ty::BOOLEAN),
        }
    }

    /// JLS 15.21: numeric, boolean or reference equality.
    fn equality_ok(&mut self, a: Ty, b: Ty) -> bool {
        if a == Ty::VOID || b == Ty::VOID {
            return false;
        }
        let (x, y) = (self.unboxed_or_self(a), self.unboxed_or_self(b));
        if a.is_primitive() || b.is_primitive() {
            if (x.is_numeric() && y.is_numeric()) || (x == Ty::BOOLEAN && y == Ty::BOOLEAN) {
                return true;
            }
            return false;
        }
        if a == Ty::NULL || b == Ty::NULL {
            return true;
        }
        self.w.is_castable(a, b).0 || self.w.is_castable(b, a).0
    }

    fn comparable_kinds(&self, a: Ty, b: Ty) -> bool {
        a.is_reference() && b.is_reference()
    }

    /// The types the operands are converted to; the null type for "as they are".
    pub(crate) fn operand_types(&self, op: BinaryOp, ty: Ty, a: Ty, b: Ty) -> (Ty, Ty) {
        use BinaryOp::*;
        let (x, y) = (self.unboxed_or_self(a), self.unboxed_or_self(b));
        match op {
            Shl | Shr | Ushr => (self.promote1(x), self.promote1(y)),
            Lt | Gt | Le | Ge => {
                let p = self.promote2(x, y);
                (p, p)
            }
            Eq | Ne => {
                if a.is_primitive() || b.is_primitive() {
                    if x.is_numeric() && y.is_numeric() {
                        let p = self.promote2(x, y);
                        return (p, p);
                    }
                    if x == Ty::BOOLEAN && y == Ty::BOOLEAN {
                        return (x, y);
                    }
                    return (self.w.boxed(a), self.w.boxed(b));
                }
                (Ty::NULL, Ty::NULL)
            }
            _ => (ty, ty),
        }
    }

    /// String concatenation: flattened on the left, neighbouring constants merged.
    fn concat(&mut self, a: hir::Expr, b: hir::Expr, span: Span) -> hir::Expr {
        let string = self.w.string();
        if let (Some(x), Some(y)) = (constant_of(&a), constant_of(&b)) {
            return expr(ExprKind::Literal(fold::concat(x, a.ty, y, b.ty)), string, span);
        }
        let mut parts = match a.kind {
            ExprKind::Concat(parts) => parts,
            kind => vec![hir::Expr { kind, ty: a.ty, span: a.span }],
        };
        // A parenthesised concatenation on the right is a string of its own, whose parts join in the same order.
        let right = match b.kind {
            ExprKind::Concat(parts) => parts,
            kind => vec![hir::Expr { kind, ty: b.ty, span: b.span }],
        };
        // Merging needs a string on the left: `x + 'a' + 1` with x no string cannot come here.
        for part in right {
            let merged = match (parts.last(), constant_of(&part)) {
                (Some(last), Some(c)) if parts.len() > 1 || last.ty == string => {
                    constant_of(last).map(|l| fold::concat(l, last.ty, c, part.ty))
                }
                _ => None,
            };
            match (merged, parts.last_mut()) {
                (Some(c), Some(last)) => {
                    last.kind = ExprKind::Literal(c);
                    last.ty = string;
                }
                _ => parts.push(part),
            }
        }
        expr(ExprKind::Concat(parts), string, span)
    }
}
