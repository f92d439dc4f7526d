//! Conversions: casts where erasure lost a type, boxing, primitives.

use super::Lower;
use super::known::member;
use crate::low::*;
use rvm_model::hir::{Conversion, Expr};
use rvm_model::symbols::ClassId;
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::Name;

impl Lower<'_> {
    /// The value in a context that needs the erased type `to`.
    pub(super) fn coerce(&self, e: LExpr, to: Ty) -> LExpr {
        if to.is_primitive()
            || e.ty.is_primitive()
            || to == Ty::VOID
            || e.ty == Ty::VOID
            || e.ty == Ty::NULL
            || e.ty == to
        {
            return e;
        }
        if self.w.is_subtype(e.ty, to) {
            return e;
        }
        let line = e.line;
        LExpr { kind: LKind::Cast(Box::new(e)), ty: to, line }
    }

    /// The value with the erasure of its own type.
    pub(super) fn value(&mut self, e: &Expr) -> LExpr {
        let v = self.natural(e);
        let to = self.erase(e.ty);
        self.coerce(v, to)
    }

    /// The value for a place of erased type `to`.
    pub(super) fn value_as(&mut self, e: &Expr, to: Ty) -> LExpr {
        let v = self.natural(e);
        self.coerce(v, to)
    }

    pub(super) fn values_as(&mut self, args: &[Expr], params: &[Ty]) -> Vec<LExpr> {
        args.iter()
            .enumerate()
            .map(|(i, a)| {
                let to = params.get(i).copied().unwrap_or(self.k.object);
                self.value_as(a, to)
            })
            .collect()
    }

    /// The receiver of a member of class `owner`: of the erasure of its type and of the owner.
    pub(super) fn receiver(&mut self, e: &Expr, owner: ClassId) -> LExpr {
        let v = self.value(e);
        if matches!(self.w.kind(v.ty), TyKind::Array(_))
            || self.w.erased_class(v.ty).is_some_and(|c| self.w.is_sub_class(c, owner))
        {
            return v;
        }
        let to = self.w.raw_type(owner);
        self.coerce(v, to)
    }

    /// Boxes a primitive to the box type `to` (the type of the value if that is none).
    pub(super) fn box_value(&self, e: LExpr, to: Ty) -> LExpr {
        let boxed = self.w.boxed(e.ty);
        let to = match self.w.unboxed(to) {
            Some(p) if p == e.ty || p.is_int_like() && e.ty.is_int_like() => self.erase(to),
            _ => self.erase(boxed),
        };
        let primitive = self.w.unboxed(to).unwrap_or(e.ty);
        let owner = self.names.class(to);
        let desc = self.names.method_desc(&[primitive], to);
        let m = Member { owner, name: Name::new("valueOf"), desc, interface: false };
        let line = e.line;
        LExpr { kind: LKind::Call(Invoke::Static, None, m, vec![e]), ty: to, line }
    }

    /// Unboxes a value whose type as known to the language is `from`, to the primitive `to` (or one that widens to it).
    pub(super) fn unbox_value(&self, e: LExpr, from: Ty, to: Ty) -> LExpr {
        let primitive =
            self.w.unboxed(from).or_else(|| self.w.unboxed(self.w.upper_bound(from))).unwrap_or(to);
        let boxed = self.erase(self.w.boxed(primitive));
        let line = e.line;
        let e = self.coerce(e, boxed);
        let name = match primitive {
            Ty::BOOLEAN => "booleanValue",
            Ty::BYTE => "byteValue",
            Ty::SHORT => "shortValue",
            Ty::CHAR => "charValue",
            Ty::INT => "intValue",
            Ty::LONG => "longValue",
            Ty::FLOAT => "floatValue",
            _ => "doubleValue",
        };
        let m = Member {
            owner: self.names.class(boxed),
            name: Name::new(name),
            desc: self.names.method_desc(&[], primitive),
            interface: false,
        };
        let call = LExpr {
            kind: LKind::Call(Invoke::Virtual, Some(Box::new(e)), m, Vec::new()),
            ty: primitive,
            line,
        };
        self.prim(call, to)
    }

    /// A primitive conversion, if one is needed.
    pub(super) fn prim(&self, e: LExpr, to: Ty) -> LExpr {
        if e.ty == to || !to.is_primitive() || to == Ty::BOOLEAN {
            return e;
        }
        let line = e.line;
        LExpr { kind: LKind::Prim(Box::new(e)), ty: to, line }
    }

    /// A conversion node.
    pub(super) fn conversion(&mut self, node: &Expr, conversion: Conversion, inner: &Expr) -> LExpr {
        match conversion {
            Conversion::Widen => {
                let v = self.natural(inner);
                if v.ty.is_primitive() && !node.ty.is_primitive() { self.box_value(v, node.ty) } else { v }
            }
            Conversion::Primitive => {
                let v = self.natural(inner);
                self.prim(v, node.ty)
            }
            Conversion::Box => {
                let v = self.natural(inner);
                self.box_value(v, node.ty).at(self.line(node.span))
            }
            Conversion::Unbox => {
                let v = self.natural(inner);
                self.unbox_value(v, inner.ty, node.ty).at(self.line(node.span))
            }
            Conversion::Checked => self.checked_cast(node, inner),
        }
    }

    fn checked_cast(&mut self, node: &Expr, inner: &Expr) -> LExpr {
        let v = self.natural(inner);
        let mut v = if v.ty.is_primitive() && !node.ty.is_primitive() {
            let boxed = self.w.boxed(v.ty);
            self.box_value(v, boxed)
        } else {
            v
        };
        if node.ty.is_primitive() {
            return self.unbox_value(v, node.ty, node.ty);
        }
        let target = self.erase(node.ty);
        // All parts of an intersection but the first, which the cast as a whole checks.
        for part in self.w.components_of(node.ty) {
            let part = self.erase(part);
            if part != target {
                v = self.coerce(v, part);
            }
        }
        let retyped = v.ty == Ty::NULL || matches!(self.w.kind(target), TyKind::Array(_));
        if v.ty == target || target == self.k.object || !retyped && self.w.is_subtype(v.ty, target) {
            return v;
        }
        let line = v.line;
        LExpr { kind: LKind::Cast(Box::new(v)), ty: target, line }
    }

    /// Adapts a value of type `from` (as the language knows it) to a place of type `to`, as method invocation conversion does.
    pub(super) fn adapt(&self, e: LExpr, from: Ty, to: Ty) -> LExpr {
        match (e.ty.is_primitive(), to.is_primitive()) {
            (true, true) => self.prim(e, to),
            (true, false) => {
                let boxed = self.box_value(e, to);
                let to = self.erase(to);
                self.coerce(boxed, to)
            }
            (false, true) => self.unbox_value(e, from, to),
            (false, false) => {
                let own = self.erase(from);
                let to = self.erase(to);
                if self.w.is_subtype(e.ty, to) {
                    e
                } else if self.w.is_subtype(own, to) {
                    self.coerce(e, own)
                } else {
                    self.coerce(e, to)
                }
            }
        }
    }

    /// `Objects.requireNonNull(e)` unless it cannot be null.
    pub(super) fn non_null(&self, e: LExpr) -> LExpr {
        match e.kind {
            LKind::New(..) => e,
            _ => {
                let ty = e.ty;
                LExpr::new(LKind::NonNull(Box::new(e)), ty)
            }
        }
    }

    /// `T.class`.
    pub(super) fn class_literal(&self, ty: Ty) -> LExpr {
        let class = self.w.type_named("java/lang/Class");
        if ty.is_primitive() || ty == Ty::VOID {
            let owner = match ty {
                Ty::BOOLEAN => "java/lang/Boolean",
                Ty::BYTE => "java/lang/Byte",
                Ty::SHORT => "java/lang/Short",
                Ty::CHAR => "java/lang/Character",
                Ty::INT => "java/lang/Integer",
                Ty::LONG => "java/lang/Long",
                Ty::FLOAT => "java/lang/Float",
                Ty::DOUBLE => "java/lang/Double",
                _ => "java/lang/Void",
            };
            return LExpr::new(LKind::Static(member(owner, "TYPE", "Ljava/lang/Class;")), class);
        }
        LExpr::new(LKind::Class(self.erase(ty)), class)
    }
}
