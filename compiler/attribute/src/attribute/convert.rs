//! Conversions (JLS 5.1) and whether a context allows them (JLS 5.2, 5.3).

use super::{Attr, error_expr, expr};
use crate::constant::fold;
use rvm_model::hir::{Const, Conversion, Expr, ExprKind};
use rvm_model::types::{Ty, TyKind};

/// The constant that an expression is, if it is one.
pub(crate) fn constant_of(e: &Expr) -> Option<&Const> {
    match &e.kind {
        ExprKind::Literal(c) if e.ty != Ty::VOID => Some(c),
        _ => None,
    }
}

/// Widening primitive conversion, identity included (JLS 5.1.2).
pub(crate) fn widens(from: Ty, to: Ty) -> bool {
    if from == to {
        return true;
    }
    match from {
        Ty::BYTE => matches!(to, Ty::SHORT | Ty::INT | Ty::LONG | Ty::FLOAT | Ty::DOUBLE),
        Ty::SHORT | Ty::CHAR => matches!(to, Ty::INT | Ty::LONG | Ty::FLOAT | Ty::DOUBLE),
        Ty::INT => matches!(to, Ty::LONG | Ty::FLOAT | Ty::DOUBLE),
        Ty::LONG => matches!(to, Ty::FLOAT | Ty::DOUBLE),
        Ty::FLOAT => to == Ty::DOUBLE,
        _ => false,
    }
}

/// Whether an int-like constant fits a type (JLS 5.2).
pub(crate) fn constant_fits(c: &Const, from: Ty, to: Ty) -> bool {
    let Const::Int(v) = *c else { return false };
    if !matches!(from, Ty::BYTE | Ty::SHORT | Ty::CHAR | Ty::INT) {
        return false;
    }
    match to {
        Ty::BYTE => i8::try_from(v).is_ok(),
        Ty::SHORT => i16::try_from(v).is_ok(),
        Ty::CHAR => u16::try_from(v).is_ok(),
        Ty::INT => true,
        _ => false,
    }
}

impl Attr<'_> {
    /// The primitive type that unboxing gives, also for a type variable or intersection with a box as bound.
    pub(crate) fn unboxed(&self, ty: Ty) -> Option<Ty> {
        if let Some(p) = self.w.unboxed(ty) {
            return Some(p);
        }
        match self.w.kind(ty) {
            TyKind::Var(v) => self.unboxed(self.w.type_var(*v).upper.get()),
            TyKind::Intersection(parts) => parts.iter().find_map(|&p| self.unboxed(p)),
            _ => None,
        }
    }

    /// The type itself if primitive, or what unboxing gives.
    pub(crate) fn unboxed_or_self(&self, ty: Ty) -> Ty {
        if ty.is_primitive() { ty } else { self.unboxed(ty).unwrap_or(ty) }
    }

    /// Strict or loose invocation conversion between proper types (JLS 5.3). Unchecked conversion sets the store's flag.
    pub(crate) fn invocation_convertible(&mut self, from: Ty, to: Ty, loose: bool) -> bool {
        if from == to || from == Ty::ERROR || to == Ty::ERROR {
            return true;
        }
        match (from.is_primitive(), to.is_primitive()) {
            (true, true) => widens(from, to),
            (true, false) => {
                loose && to.is_reference() && {
                    let boxed = self.w.boxed(from);
                    self.w.is_subtype(boxed, to)
                }
            }
            (false, true) => loose && self.unboxed(from).is_some_and(|p| widens(p, to)),
            (false, false) => {
                if !from.is_reference() || !to.is_reference() {
                    return false;
                }
                let (ok, unchecked) = self.w.is_subtype_unchecked(from, to);
                if ok && unchecked {
                    self.infer.unchecked = true;
                }
                ok
            }
        }
    }

    /// Whether a value may be assigned (JLS 5.2); constants may be narrowed.
    pub(crate) fn assignable(&mut self, e: &Expr, to: Ty) -> bool {
        let from = e.ty;
        if from == Ty::VOID || to == Ty::VOID {
            return false;
        }
        if self.invocation_convertible(from, to, true) {
            return true;
        }
        let Some(c) = constant_of(e) else { return false };
        if to.is_primitive() {
            return constant_fits(c, from, to);
        }
        match self.w.unboxed(to) {
            Some(p @ (Ty::BYTE | Ty::SHORT | Ty::CHAR)) => constant_fits(c, from, p),
            _ => false,
        }
    }

    /// The conversion itself: `e` as a value of type `to`. The caller has checked that it is allowed.
    pub(crate) fn convert(&self, e: Expr, to: Ty) -> Expr {
        let (from, span) = (e.ty, e.span);
        if from == to || to == Ty::ERROR {
            return e;
        }
        if from == Ty::ERROR || matches!(e.kind, ExprKind::Error) {
            return error_expr(span);
        }
        match (from.is_primitive(), to.is_primitive()) {
            (true, true) => {
                if let Some(c) = constant_of(&e) {
                    return expr(ExprKind::Literal(fold::cast(c, to)), to, span);
                }
                expr(ExprKind::Convert(Conversion::Primitive, Box::new(e)), to, span)
            }
            (true, false) => {
                let mut e = e;
                if let Some(p) = self.w.unboxed(to)
                    && p != from
                    && constant_of(&e).is_some()
                {
                    e = self.convert(e, p);
                }
                let boxed = self.w.boxed(e.ty);
                let e = expr(ExprKind::Convert(Conversion::Box, Box::new(e)), boxed, span);
                self.convert(e, to)
            }
            (false, true) => {
                let Some(p) = self.unboxed(from) else { return error_expr(span) };
                let boxed = self.w.boxed(p);
                let e = self.convert(e, boxed);
                let e = expr(ExprKind::Convert(Conversion::Unbox, Box::new(e)), p, span);
                self.convert(e, to)
            }
            (false, false) => expr(ExprKind::Convert(Conversion::Widen, Box::new(e)), to, span),
        }
    }

    /// Binary numeric promotion of two (unboxed) types (JLS 5.6).
    pub(crate) fn promote2(&self, a: Ty, b: Ty) -> Ty {
        for t in [Ty::DOUBLE, Ty::FLOAT, Ty::LONG] {
            if a == t || b == t {
                return t;
            }
        }
        Ty::INT
    }

    /// Unary numeric promotion of an (unboxed) type (JLS 5.6).
    pub(crate) fn promote1(&self, a: Ty) -> Ty {
        if matches!(a, Ty::BYTE | Ty::SHORT | Ty::CHAR) { Ty::INT } else { a }
    }
}
