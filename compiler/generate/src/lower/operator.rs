//! Assignments, simple and compound, and increments.

use super::Lower;
use crate::low::*;
use rvm_model::hir::{BinaryOp, Const, Expr, ExprKind};
use rvm_model::types::Ty;

impl Lower<'_> {
    pub(super) fn assign(&mut self, target: &Expr, value: &Expr) -> LExpr {
        let place = self.natural(target);
        let value = self.value_as(value, place.ty);
        self.store(place, value)
    }

    /// `place = value`; a place that is an accessor's result becomes a call of the setter.
    pub(super) fn store(&mut self, place: LExpr, value: LExpr) -> LExpr {
        let ty = place.ty;
        match self.setter(place) {
            Ok((setter, mut args)) => {
                args.push(value);
                self.call_static(setter, args, ty)
            }
            Err(LExpr { kind: LKind::Let(before, place), .. }) => {
                let assigned = self.store(*place, value);
                LExpr::new(LKind::Let(before, Box::new(assigned)), ty)
            }
            Err(place) => LExpr::new(LKind::Assign(Box::new(place), Box::new(value)), ty),
        }
    }

    pub(super) fn compound(
        &mut self,
        op: BinaryOp,
        target: &Expr,
        rhs: &Expr,
        op_ty: Ty,
        lhs_conv: &Expr,
        result_conv: &Expr,
    ) -> LExpr {
        let place = self.natural(target);
        let is_string = self.erase(op_ty) == self.k.string;
        if let (LKind::Var(var), ExprKind::Local(_), false) = (&place.kind, &target.kind, is_string)
            && place.ty == Ty::INT
            && op_ty == Ty::INT
            && let ExprKind::Literal(Const::Int(n)) = rhs.kind
            && let Some(delta) = match op {
                BinaryOp::Add => Some(n),
                BinaryOp::Sub => n.checked_neg(),
                _ => None,
            }
            && i16::try_from(delta).is_ok()
        {
            return LExpr::new(LKind::Iinc { var: *var, delta, old: false }, Ty::INT);
        }
        self.modify(place, false, |this, old| {
            if is_string {
                let all = this.concat_append(old, rhs);
                this.holes.push(all);
                let v = this.natural(result_conv);
                return v;
            }
            this.holes.push(old);
            let left = this.natural(lhs_conv);
            let right = this.natural(rhs);
            let ty = if op_ty.is_primitive() { op_ty } else { left.ty };
            let result = LExpr::new(LKind::Binary(op, Box::new(left), Box::new(right)), ty);
            this.holes.push(result);
            this.natural(result_conv)
        })
    }

    pub(super) fn inc_dec(
        &mut self,
        delta: i32,
        prefix: bool,
        target: &Expr,
        op_ty: Ty,
        lhs_conv: &Expr,
        result_conv: &Expr,
    ) -> LExpr {
        let place = self.natural(target);
        if let (LKind::Var(var), Ty::INT) = (&place.kind, place.ty) {
            return LExpr::new(LKind::Iinc { var: *var, delta, old: !prefix }, Ty::INT);
        }
        self.modify(place, !prefix, |this, old| {
            this.holes.push(old);
            let left = this.natural(lhs_conv);
            let one = match op_ty {
                Ty::LONG => Const::Long(1),
                Ty::FLOAT => Const::Float(1.0),
                Ty::DOUBLE => Const::Double(1.0),
                _ => Const::Int(1),
            };
            let op = if delta < 0 { BinaryOp::Sub } else { BinaryOp::Add };
            let ty = if op_ty.is_primitive() { op_ty } else { left.ty };
            let one = LExpr::new(LKind::Const(one), ty);
            let result = LExpr::new(LKind::Binary(op, Box::new(left), Box::new(one)), ty);
            this.holes.push(result);
            this.natural(result_conv)
        })
    }

    /// `place = f(place)`, the place evaluated once.
    fn modify(&mut self, place: LExpr, old: bool, f: impl FnOnce(&mut Self, LExpr) -> LExpr) -> LExpr {
        let ty = place.ty;
        match self.setter(place) {
            Err(LExpr { kind: LKind::Let(before, place), .. }) => {
                let e = self.modify(*place, old, f);
                LExpr::new(LKind::Let(before, Box::new(e)), ty)
            }
            Err(place) => {
                let hole = LExpr::new(LKind::Hole, ty);
                let value = f(self, hole);
                let value = self.coerce(value, ty);
                LExpr::new(LKind::Modify { target: Box::new(place), value: Box::new(value), old }, ty)
            }
            Ok((setter, args)) => self.modify_through(setter, args, ty, old, f),
        }
    }
}
