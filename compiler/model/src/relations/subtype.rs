//! Subtyping (JLS 4.10), containment (4.5.1), type identity.

use crate::types::{Ty, TyKind, WildcardBound};
use crate::world::World;

/// Subtype questions nest no deeper than this: F-bounds can expand without end, then the answer is no.
const MAX_DEPTH: u32 = 120;

impl World {
    /// Identity of types (JLS 4.3.4); intersections compare as sets, the wrong type equals all.
    pub fn same_type(&self, a: Ty, b: Ty) -> bool {
        if a == b || a == Ty::ERROR || b == Ty::ERROR {
            return true;
        }
        match (self.kind(a), self.kind(b)) {
            (TyKind::Intersection(x), TyKind::Intersection(y)) => {
                x.len() == y.len() && x.iter().all(|&t| y.iter().any(|&u| self.same_type(t, u)))
            }
            (
                TyKind::Class { class: c, outer: o, args: x },
                TyKind::Class { class: d, outer: p, args: y },
            ) => {
                c == d
                    && x.len() == y.len()
                    && match (o, p) {
                        (Some(o), Some(p)) => self.same_type(*o, *p),
                        (None, None) => true,
                        _ => false,
                    }
                    && x.iter().zip(y.iter()).all(|(&t, &u)| self.same_type(t, u))
            }
            (TyKind::Array(x), TyKind::Array(y)) => self.same_type(*x, *y),
            (TyKind::Wildcard(k, x), TyKind::Wildcard(l, y)) => k == l && self.same_type(*x, *y),
            _ => false,
        }
    }

    /// Identity of lists of types.
    pub fn same_types(&self, a: &[Ty], b: &[Ty]) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(&x, &y)| self.same_type(x, y))
    }

    /// `a` is a subtype of `b` (JLS 4.10), reflexive; primitives by 4.10.1; no unchecked conversion.
    pub fn is_subtype(&self, a: Ty, b: Ty) -> bool {
        if a == b || a == Ty::ERROR || b == Ty::ERROR {
            return true;
        }
        if a.is_primitive() || b.is_primitive() {
            return primitive_subtype(a, b);
        }
        if a == Ty::VOID || b == Ty::VOID {
            return false;
        }
        if a == Ty::NULL {
            return true;
        }
        if b == Ty::NULL {
            return false;
        }
        if b == self.object() {
            return true;
        }
        let memo = &self.memo;
        if memo.depth.get() > MAX_DEPTH {
            return false;
        }
        if !memo.active.borrow_mut().insert((a, b)) {
            return true;
        }
        memo.depth.set(memo.depth.get() + 1);
        let result = self.subtype_step(a, b);
        memo.depth.set(memo.depth.get() - 1);
        memo.active.borrow_mut().remove(&(a, b));
        result
    }

    fn subtype_step(&self, a: Ty, b: Ty) -> bool {
        match (self.kind(a), self.kind(b)) {
            (_, TyKind::Intersection(parts)) => parts.iter().all(|&p| self.is_subtype(a, p)),
            (TyKind::Intersection(parts), _) => parts.iter().any(|&p| self.is_subtype(p, b)),
            (TyKind::Wildcard(..), _) => self.is_subtype(self.upper_bound(a), b),
            (_, TyKind::Wildcard(..)) => {
                let lower = self.lower_bound(b);
                lower != Ty::NULL && self.is_subtype(a, lower)
            }
            (TyKind::Var(v), k) => {
                let lower_ok = match k {
                    TyKind::Var(u) => {
                        let lower = self.type_var(*u).lower.get();
                        lower != Ty::NULL && self.is_subtype(a, lower)
                    }
                    _ => false,
                };
                lower_ok || self.is_subtype(self.type_var(*v).upper.get(), b)
            }
            (_, TyKind::Var(u)) => {
                let lower = self.type_var(*u).lower.get();
                lower != Ty::NULL && self.is_subtype(a, lower)
            }
            (TyKind::Array(x), TyKind::Array(y)) => {
                if x.is_primitive() || y.is_primitive() {
                    x == y
                } else {
                    self.is_subtype(*x, *y)
                }
            }
            (TyKind::Array(_), TyKind::Class { class, .. }) => self.as_super(a, *class).is_some(),
            (TyKind::Class { class: c, args, .. }, TyKind::Class { class: d, .. }) => {
                let wild = args.iter().any(|&x| matches!(self.kind(x), TyKind::Wildcard(..)));
                if wild && !self.is_parameterized(b) {
                    return self.as_super(a, *d).is_some();
                }
                if c == d && wild && self.contains_args(a, b) {
                    return true;
                }
                let from = if wild { self.capture_for_subtyping(a) } else { a };
                match self.as_super(from, *d) {
                    Some(sup) => self.contains_args(sup, b),
                    None => false,
                }
            }
            _ => false,
        }
    }

    /// Two types of one class: every argument of `b` contains that of `sup`.
    fn contains_args(&self, sup: Ty, b: Ty) -> bool {
        if sup == b || !self.is_parameterized(b) {
            return true;
        }
        let (TyKind::Class { outer: o, args: x, .. }, TyKind::Class { outer: p, args: y, .. }) =
            (self.kind(sup), self.kind(b))
        else {
            return false;
        };
        x.len() == y.len()
            && x.iter().zip(y.iter()).all(|(&x, &y)| self.contains_type(y, x))
            && match (o, p) {
                (_, None) => true,
                (Some(o), Some(p)) => self.is_subtype(*o, *p),
                (None, Some(_)) => false,
            }
    }

    /// The type argument `a` contains the type argument `b` (JLS 4.5.1): `b <= a`.
    pub fn contains_type(&self, a: Ty, b: Ty) -> bool {
        if a == b || a == Ty::ERROR || b == Ty::ERROR {
            return true;
        }
        match self.kind(a) {
            TyKind::Wildcard(WildcardBound::Extends, bound) => {
                *bound == self.object() || self.is_subtype(self.wildcard_upper(b), *bound)
            }
            TyKind::Wildcard(WildcardBound::Super, bound) => match self.kind(b) {
                TyKind::Wildcard(WildcardBound::Super, lower) => self.is_subtype(*bound, *lower),
                TyKind::Wildcard(WildcardBound::Extends, _) => false,
                _ => self.is_subtype(*bound, b),
            },
            _ => self.same_type(a, b),
        }
    }

    /// Subtyping or unchecked conversion (JLS 5.1.9): the second flag says that the conversion deserves an unchecked warning.
    pub fn is_subtype_unchecked(&self, a: Ty, b: Ty) -> (bool, bool) {
        if self.is_subtype(a, b) {
            return (true, false);
        }
        match (self.kind(a), self.kind(b)) {
            (TyKind::Array(x), TyKind::Array(y)) => {
                if x.is_primitive() || y.is_primitive() {
                    (x == y, false)
                } else {
                    self.is_subtype_unchecked(*x, *y)
                }
            }
            (TyKind::Var(v), _) => self.is_subtype_unchecked(self.type_var(*v).upper.get(), b),
            (TyKind::Intersection(parts), _) => {
                for &p in parts.iter() {
                    let r = self.is_subtype_unchecked(p, b);
                    if r.0 {
                        return r;
                    }
                }
                (false, false)
            }
            (_, TyKind::Intersection(parts)) => {
                let mut unchecked = false;
                for &p in parts.iter() {
                    let r = self.is_subtype_unchecked(a, p);
                    if !r.0 {
                        return (false, false);
                    }
                    unchecked |= r.1;
                }
                (true, unchecked)
            }
            (TyKind::Class { .. }, TyKind::Class { class, .. }) if self.is_parameterized(b) => {
                match self.as_super(a, *class) {
                    Some(sup) if self.is_raw(sup) => (true, !self.is_reifiable(b)),
                    _ => (false, false),
                }
            }
            _ => (false, false),
        }
    }
}

/// JLS 4.10.1.
fn primitive_subtype(a: Ty, b: Ty) -> bool {
    if a == b {
        return true;
    }
    if !a.is_numeric() || !b.is_numeric() {
        return false;
    }
    match (a, b) {
        (_, Ty::CHAR) | (Ty::CHAR, Ty::BYTE | Ty::SHORT) => false,
        // The handles of byte, short, int, long, float, double ascend in that order.
        _ => a < b,
    }
}
