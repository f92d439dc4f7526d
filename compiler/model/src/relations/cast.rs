//! Casting contexts (JLS 5.5).

use crate::symbols::ClassId;
use crate::types::{Ty, TyKind, WildcardBound};
use crate::world::World;
use rvm_syntax::tree::flags;

const NO: (bool, bool) = (false, false);
const YES: (bool, bool) = (true, false);

impl World {
    /// Whether a cast from one type to the other is legal; the second flag says that it is unchecked (JLS 5.1.6.2).
    pub fn is_castable(&self, from: Ty, to: Ty) -> (bool, bool) {
        if from == to || from == Ty::ERROR || to == Ty::ERROR {
            return YES;
        }
        if from == Ty::VOID || to == Ty::VOID {
            return NO;
        }
        match (from.is_primitive(), to.is_primitive()) {
            (true, true) => (from.is_numeric() && to.is_numeric(), false),
            (true, false) => (self.is_subtype(self.boxed(from), to), false),
            (false, true) => {
                if from == Ty::NULL {
                    return NO;
                }
                if let Some(p) = self.unboxed(from) {
                    return (self.is_subtype(p, to), false);
                }
                let upper = self.skip_vars(from);
                (self.is_subtype(self.boxed(to), upper), false)
            }
            (false, false) => self.reference_cast(from, to, 0),
        }
    }

    /// The bound of type variables of type variables.
    fn skip_vars(&self, t: Ty) -> Ty {
        let mut t = t;
        for _ in 0..64 {
            match self.kind(t) {
                TyKind::Var(v) => t = self.type_var(*v).upper.get(),
                _ => return t,
            }
        }
        self.object()
    }

    fn reference_cast(&self, from: Ty, to: Ty, depth: u32) -> (bool, bool) {
        if from == Ty::NULL || from == to {
            return YES;
        }
        if to == Ty::NULL {
            return NO;
        }
        // F-bounds can go round for ever; what is not refuted by then is allowed.
        if depth > 24 {
            return (true, true);
        }
        let depth = depth + 1;
        match (self.kind(from), self.kind(to)) {
            (TyKind::Intersection(parts), _) => self.all_parts(parts, |p| self.reference_cast(p, to, depth)),
            (_, TyKind::Intersection(parts)) => {
                self.all_parts(parts, |p| self.reference_cast(from, p, depth))
            }
            (TyKind::Wildcard(..), _) => self.reference_cast(self.upper_bound(from), to, depth),
            (_, TyKind::Wildcard(..)) => self.reference_cast(from, self.upper_bound(to), depth),
            (TyKind::Var(v), _) => {
                if self.is_subtype(from, to) {
                    return YES;
                }
                let (ok, unchecked) = self.reference_cast(self.type_var(*v).upper.get(), to, depth);
                (ok, unchecked || (ok && matches!(self.kind(to), TyKind::Var(_))))
            }
            (_, TyKind::Var(v)) => {
                if self.is_subtype(from, to) {
                    return YES;
                }
                let ok = self.reference_cast(from, self.type_var(*v).upper.get(), depth).0;
                (ok, ok)
            }
            (TyKind::Array(x), TyKind::Array(y)) => {
                if x.is_primitive() || y.is_primitive() {
                    (x == y, false)
                } else {
                    self.reference_cast(*x, *y, depth)
                }
            }
            (TyKind::Array(_), _) => (self.is_subtype(from, to), false),
            (_, TyKind::Array(_)) => {
                let ok = self.is_subtype(self.erasure(to), self.erasure(from));
                (ok, ok && !self.is_reifiable(to))
            }
            (TyKind::Class { class: c, .. }, TyKind::Class { class: d, .. }) => {
                self.class_cast(from, *c, to, *d, depth)
            }
            _ => NO,
        }
    }

    fn all_parts(&self, parts: &[Ty], cast: impl Fn(Ty) -> (bool, bool)) -> (bool, bool) {
        let mut unchecked = false;
        for &p in parts {
            let r = cast(p);
            if !r.0 {
                return NO;
            }
            unchecked |= r.1;
        }
        (true, unchecked)
    }

    fn class_cast(&self, from: Ty, c: ClassId, to: Ty, d: ClassId, depth: u32) -> (bool, bool) {
        if self.is_sub_class(c, d) || self.is_sub_class(d, c) {
            if self.is_raw(to) || !(self.is_parameterized(to) || self.is_parameterized(from)) {
                return YES;
            }
            if self.is_subtype(from, to) {
                return YES;
            }
            if self.is_raw(from) {
                return (true, !self.is_reifiable(to));
            }
            // Related classes are compared at the upper one.
            let (sub, sup, at) = if self.is_sub_class(c, d) { (from, to, d) } else { (to, from, c) };
            if let Some(seen) = self.as_super(sub, at)
                && self.distinct_arguments(seen, sup, depth)
            {
                return NO;
            }
            return (true, !self.is_statically_known(from, to, d));
        }
        let (cf, df) = (self.class(c), self.class(d));
        if !cf.is_interface() && !df.is_interface() {
            return NO;
        }
        if self.disjoint(c, d, 0) || self.provably_distinct_supers(from, to, depth) {
            return NO;
        }
        (true, !self.is_reifiable(to))
    }

    /// No class can extend both (JLS 5.1.6.1): final classes, and sealed ones whose permitted subclasses all are disjoint.
    fn disjoint(&self, c: ClassId, d: ClassId, depth: u32) -> bool {
        if self.is_sub_class(c, d) || self.is_sub_class(d, c) {
            return false;
        }
        let (x, y) = (self.class(c), self.class(d));
        if !x.is_interface() && !y.is_interface() {
            return true;
        }
        if x.has(flags::FINAL) || y.has(flags::FINAL) {
            return true;
        }
        if depth > 64 {
            return false;
        }
        let sealed = |s: ClassId, other: ClassId| {
            let permitted = self.permitted(s);
            self.class(s).has(flags::SEALED)
                && !permitted.is_empty()
                && permitted.iter().all(|&p| self.disjoint(p, other, depth + 1))
        };
        sealed(c, d) || sealed(d, c)
    }

    /// A value of type `from` that is an instance of `to`'s class is known to be of type `to`, arguments included.
    fn is_statically_known(&self, from: Ty, to: Ty, d: ClassId) -> bool {
        if self.is_reifiable(to) {
            return true;
        }
        let Some(c) = self.class_of(from) else { return false };
        if self.is_raw(from) {
            return false;
        }
        // What `from` says of the type arguments of d: those that are passed on to c as they are.
        let (Some(template), own) = (self.super_template(d, c).0, self.class_type(d)) else { return false };
        let (Some((_, given)), Some((_, wanted))) =
            (self.type_environment(template), self.type_environment(from))
        else {
            return false;
        };
        let Some((vars, own_args)) = self.type_environment(own) else { return false };
        let known: Vec<Ty> = own_args
            .iter()
            .map(|&v| match given.iter().position(|&g| g == v) {
                Some(i) => wanted[i],
                None => self.unbounded_wildcard(),
            })
            .collect();
        let derived = self.subst(own, &vars, &known);
        self.is_subtype(derived, to)
    }

    /// The two have parameterisations of one generic class among their supertypes that are provably distinct (JLS 4.5).
    fn provably_distinct_supers(&self, a: Ty, b: Ty, depth: u32) -> bool {
        let (Some(ca), Some(cb)) = (self.class_of(a), self.class_of(b)) else { return false };
        if depth > 8 {
            return false;
        }
        let below = self.superclasses(cb);
        for g in self.superclasses(ca) {
            if !self.is_generic(g) || !below.contains(&g) {
                continue;
            }
            let (Some(x), Some(y)) = (self.as_super(a, g), self.as_super(b, g)) else { continue };
            if self.distinct_arguments(x, y, depth) {
                return true;
            }
        }
        false
    }

    /// Two parameterisations of one class with provably distinct arguments.
    fn distinct_arguments(&self, a: Ty, b: Ty, depth: u32) -> bool {
        match (self.type_environment(a), self.type_environment(b)) {
            (Some((_, x)), Some((_, y))) => {
                x.iter().zip(&y).any(|(&x, &y)| self.provably_distinct(x, y, depth + 1))
            }
            _ => false,
        }
    }

    /// Two type arguments that no type fits (JLS 4.5).
    fn provably_distinct(&self, a: Ty, b: Ty, depth: u32) -> bool {
        use WildcardBound::{Extends, Super};
        if a == b || depth > 10 || a == Ty::ERROR || b == Ty::ERROR {
            return false;
        }
        match (self.kind(a), self.kind(b)) {
            (TyKind::Wildcard(Extends, x), TyKind::Wildcard(Extends, y)) => {
                !self.reference_cast(*x, *y, depth).0
            }
            (TyKind::Wildcard(Super, _), TyKind::Wildcard(Super, _)) => false,
            (TyKind::Wildcard(Extends, upper), TyKind::Wildcard(Super, lower))
            | (TyKind::Wildcard(Super, lower), TyKind::Wildcard(Extends, upper)) => {
                self.not_soft_subtype(*lower, *upper, depth)
            }
            (TyKind::Wildcard(Extends, upper), _) => self.not_soft_subtype(b, *upper, depth),
            (_, TyKind::Wildcard(Extends, upper)) => self.not_soft_subtype(a, *upper, depth),
            (TyKind::Wildcard(Super, lower), _) => self.not_soft_subtype(*lower, b, depth),
            (_, TyKind::Wildcard(Super, lower)) => self.not_soft_subtype(*lower, a, depth),
            _ => self.not_soft_subtype(a, b, depth) || self.not_soft_subtype(b, a, depth),
        }
    }

    /// No instantiation of type variables makes `a` a subtype of `b`.
    fn not_soft_subtype(&self, a: Ty, b: Ty, depth: u32) -> bool {
        if a == b {
            return false;
        }
        if matches!(self.kind(a), TyKind::Var(_)) {
            let relaxed = if matches!(self.kind(b), TyKind::Var(_)) { self.erasure(b) } else { b };
            return !self.reference_cast(self.skip_vars(a), relaxed, depth + 1).0;
        }
        if matches!(self.kind(b), TyKind::Var(_)) {
            // Some instantiation of the variable may be above `a`, if `a` fits its bound.
            return !self.is_subtype_unchecked(self.erasure(a), self.erasure(b)).0;
        }
        !self.is_subtype(a, b)
    }
}
