//! Reduction of constraints to bounds (JLS 18.2) and incorporation of bounds (JLS 18.3).

use super::store::{BoundKind, Failure};
use crate::attribute::Attr;
use rvm_model::types::{InferVar, Ty, TyKind, WildcardBound};

/// How deep constraints may nest before they are taken for satisfied: recursive bounds would go on for ever.
const MAX_DEPTH: u32 = 48;
/// How many bounds a variable may collect before further ones are ignored.
const MAX_BOUNDS: usize = 48;

impl Attr<'_> {
    /// Whether inference variables occur in a type.
    pub(crate) fn has_infer(&self, ty: Ty) -> bool {
        match self.w.kind(ty) {
            TyKind::Infer(_) => true,
            TyKind::Class { outer, args, .. } => {
                args.iter().any(|&a| self.has_infer(a)) || outer.is_some_and(|o| self.has_infer(o))
            }
            TyKind::Array(e) => self.has_infer(*e),
            TyKind::Wildcard(_, b) => self.has_infer(*b),
            TyKind::Intersection(parts) => parts.iter().any(|&p| self.has_infer(p)),
            _ => false,
        }
    }

    /// The unresolved inference variables in a type, added to `out`.
    pub(crate) fn infer_vars_in(&self, ty: Ty, out: &mut Vec<InferVar>) {
        match self.w.kind(ty) {
            TyKind::Infer(v) => match self.infer.inst(*v) {
                Some(t) => self.infer_vars_in(t, out),
                None => {
                    if !out.contains(v) {
                        out.push(*v);
                    }
                }
            },
            TyKind::Class { outer, args, .. } => {
                for &a in args.iter() {
                    self.infer_vars_in(a, out);
                }
                if let Some(o) = outer {
                    self.infer_vars_in(*o, out);
                }
            }
            TyKind::Array(e) => self.infer_vars_in(*e, out),
            TyKind::Wildcard(_, b) => self.infer_vars_in(*b, out),
            TyKind::Intersection(parts) => parts.iter().for_each(|&p| self.infer_vars_in(p, out)),
            _ => {}
        }
    }

    /// `ty` with all resolved inference variables replaced.
    pub(crate) fn inst(&self, ty: Ty) -> Ty {
        if !self.has_infer(ty) {
            return ty;
        }
        self.map_infer(ty, &|v| self.infer.inst(v))
    }

    /// `ty` with inference variables replaced where `f` has something for them.
    pub(crate) fn map_infer(&self, ty: Ty, f: &dyn Fn(InferVar) -> Option<Ty>) -> Ty {
        match self.w.kind(ty).clone() {
            TyKind::Infer(v) => match f(v) {
                Some(t) if t != ty => self.map_infer(t, f),
                _ => ty,
            },
            TyKind::Class { class, outer, args } => {
                let args = args.iter().map(|&a| self.map_infer(a, f)).collect();
                let outer = outer.map(|o| self.map_infer(o, f));
                self.w.intern(TyKind::Class { class, outer, args })
            }
            TyKind::Array(e) => {
                let e = self.map_infer(e, f);
                self.w.intern(TyKind::Array(e))
            }
            TyKind::Wildcard(k, b) => {
                let b = self.map_infer(b, f);
                self.w.intern(TyKind::Wildcard(k, b))
            }
            TyKind::Intersection(parts) => {
                let parts = parts.iter().map(|&p| self.map_infer(p, f)).collect();
                self.w.intern(TyKind::Intersection(parts))
            }
            _ => ty,
        }
    }

    /// A type with its outermost inference variable replaced if that is resolved.
    fn shallow(&self, ty: Ty) -> Ty {
        let mut ty = ty;
        while let TyKind::Infer(v) = self.w.kind(ty) {
            match self.infer.inst(*v) {
                Some(t) => ty = t,
                None => break,
            }
        }
        ty
    }

    /// `‹S → T›`: compatibility in an invocation context (JLS 18.2.2); `loose` allows boxing.
    pub(crate) fn reduce_compatible(&mut self, s: Ty, t: Ty, loose: bool) -> bool {
        let (s, t) = (self.inst(s), self.inst(t));
        if s == Ty::ERROR || t == Ty::ERROR {
            return true;
        }
        if s == Ty::VOID || t == Ty::VOID {
            return false;
        }
        if !self.has_infer(s) && !self.has_infer(t) {
            return self.invocation_convertible(s, t, loose);
        }
        if s.is_primitive() {
            return loose && {
                let boxed = self.w.boxed(s);
                self.reduce_compatible(boxed, t, loose)
            };
        }
        if t.is_primitive() {
            let boxed = self.w.boxed(t);
            return loose && self.reduce_same(s, boxed);
        }
        if self.raw_conversion(s, t) {
            self.infer.unchecked = true;
            return true;
        }
        self.reduce_subtype(s, t)
    }

    /// Whether S reaches the parameterised type T only by unchecked conversion from a raw type (JLS 18.2.2, fourth and fifth rule).
    fn raw_conversion(&mut self, s: Ty, t: Ty) -> bool {
        let (mut s, mut t) = (s, t);
        while let (TyKind::Array(a), TyKind::Array(b)) = (self.w.kind(s), self.w.kind(t)) {
            (s, t) = (*a, *b);
        }
        let TyKind::Class { class, args, .. } = self.w.kind(t) else { return false };
        if args.is_empty() || matches!(self.w.kind(s), TyKind::Infer(_)) || !s.is_reference() || s == Ty::NULL
        {
            return false;
        }
        match self.w.as_super(s, *class) {
            Some(sup) => self.w.is_raw(sup),
            None => false,
        }
    }

    /// `‹S <: T›` (JLS 18.2.3).
    pub(crate) fn reduce_subtype(&mut self, s: Ty, t: Ty) -> bool {
        if self.infer_depth > MAX_DEPTH {
            return true;
        }
        self.infer_depth += 1;
        let result = self.reduce_subtype_inner(s, t);
        self.infer_depth -= 1;
        result
    }

    fn reduce_subtype_inner(&mut self, s: Ty, t: Ty) -> bool {
        let (s, t) = (self.shallow(s), self.shallow(t));
        if s == t || s == Ty::ERROR || t == Ty::ERROR {
            return true;
        }
        let proper = !self.has_infer(s) && !self.has_infer(t);
        if proper {
            return self.w.is_subtype(s, t);
        }
        if s == Ty::NULL {
            return true;
        }
        if t == Ty::NULL {
            return false;
        }
        match (self.w.kind(s).clone(), self.w.kind(t).clone()) {
            (TyKind::Infer(a), TyKind::Infer(b)) => {
                self.add_bound(a, BoundKind::Upper, t) && self.add_bound(b, BoundKind::Lower, s)
            }
            (TyKind::Infer(a), _) => !t.is_primitive() && self.add_bound(a, BoundKind::Upper, t),
            (_, TyKind::Infer(b)) => !s.is_primitive() && self.add_bound(b, BoundKind::Lower, s),
            (_, TyKind::Intersection(parts)) => parts.iter().all(|&p| self.reduce_subtype(s, p)),
            (_, TyKind::Class { class, outer, args }) => {
                if t == self.w.object() {
                    return !s.is_primitive();
                }
                let Some(sup) = self.w.as_super(s, class) else { return false };
                if args.is_empty() {
                    return true;
                }
                let TyKind::Class { args: sargs, outer: souter, .. } = self.w.kind(sup).clone() else {
                    return false;
                };
                if sargs.len() != args.len() {
                    return false;
                }
                if let (Some(so), Some(to)) = (souter, outer)
                    && !self.reduce_contained(so, to)
                {
                    return false;
                }
                sargs.iter().zip(args.iter()).all(|(&a, &b)| self.reduce_contained(a, b))
            }
            (TyKind::Array(a), TyKind::Array(b)) => {
                if a.is_primitive() || b.is_primitive() {
                    a == b
                } else {
                    self.reduce_subtype(a, b)
                }
            }
            (TyKind::Var(v), TyKind::Array(_)) => {
                let upper = self.w.type_var(v).upper.get();
                self.reduce_subtype(upper, t)
            }
            (TyKind::Intersection(parts), TyKind::Array(_)) => {
                parts.iter().any(|&p| self.reduce_subtype(p, t))
            }
            (_, TyKind::Var(v)) => {
                let lower = self.w.type_var(v).lower.get();
                match self.w.kind(s).clone() {
                    TyKind::Intersection(parts) if parts.contains(&t) => true,
                    _ => lower != Ty::NULL && self.reduce_subtype(s, lower),
                }
            }
            _ => false,
        }
    }

    /// `‹S <= T›`: containment of type arguments (JLS 18.2.3).
    fn reduce_contained(&mut self, s: Ty, t: Ty) -> bool {
        let (s, t) = (self.shallow(s), self.shallow(t));
        if s == t {
            return true;
        }
        let skind = self.w.kind(s).clone();
        match self.w.kind(t).clone() {
            TyKind::Wildcard(WildcardBound::Extends, bound) => match skind {
                TyKind::Wildcard(WildcardBound::Extends, b) => self.reduce_subtype(b, bound),
                TyKind::Wildcard(WildcardBound::Super, _) => {
                    let object = self.w.object();
                    self.reduce_same(object, bound)
                }
                _ => self.reduce_subtype(s, bound),
            },
            TyKind::Wildcard(WildcardBound::Super, bound) => match skind {
                TyKind::Wildcard(WildcardBound::Super, b) => self.reduce_subtype(bound, b),
                TyKind::Wildcard(WildcardBound::Extends, _) => false,
                _ => self.reduce_subtype(bound, s),
            },
            _ => match skind {
                TyKind::Wildcard(..) => false,
                _ => self.reduce_same(s, t),
            },
        }
    }

    /// `‹S = T›` (JLS 18.2.4).
    pub(crate) fn reduce_same(&mut self, s: Ty, t: Ty) -> bool {
        if self.infer_depth > MAX_DEPTH {
            return true;
        }
        self.infer_depth += 1;
        let result = self.reduce_same_inner(s, t);
        self.infer_depth -= 1;
        result
    }

    fn reduce_same_inner(&mut self, s: Ty, t: Ty) -> bool {
        let (s, t) = (self.shallow(s), self.shallow(t));
        if s == t || s == Ty::ERROR || t == Ty::ERROR {
            return true;
        }
        if !self.has_infer(s) && !self.has_infer(t) {
            return self.w.same_type(s, t);
        }
        match (self.w.kind(s).clone(), self.w.kind(t).clone()) {
            (TyKind::Infer(a), TyKind::Infer(b)) => {
                self.add_bound(a, BoundKind::Eq, t) && self.add_bound(b, BoundKind::Eq, s)
            }
            (TyKind::Infer(a), _) => !t.is_primitive() && self.add_bound(a, BoundKind::Eq, t),
            (_, TyKind::Infer(b)) => !s.is_primitive() && self.add_bound(b, BoundKind::Eq, s),
            (
                TyKind::Class { class: c, args: a, outer: o },
                TyKind::Class { class: d, args: b, outer: p },
            ) => {
                if c != d || a.len() != b.len() {
                    return false;
                }
                if let (Some(o), Some(p)) = (o, p)
                    && !self.reduce_same(o, p)
                {
                    return false;
                }
                a.iter().zip(b.iter()).all(|(&a, &b)| self.reduce_same(a, b))
            }
            (TyKind::Array(a), TyKind::Array(b)) => self.reduce_same(a, b),
            (TyKind::Wildcard(k, a), TyKind::Wildcard(l, b)) => k == l && self.reduce_same(a, b),
            (TyKind::Intersection(a), TyKind::Intersection(b)) => {
                a.len() == b.len() && a.iter().zip(b.iter()).all(|(&a, &b)| self.reduce_same(a, b))
            }
            _ => false,
        }
    }

    /// Adds a bound and incorporates it; false on a contradiction, whose reason is left in the store.
    pub(crate) fn add_bound(&mut self, v: InferVar, kind: BoundKind, ty: Ty) -> bool {
        let ty = self.inst(ty);
        if let TyKind::Infer(u) = self.w.kind(ty)
            && *u == v
        {
            return true;
        }
        if let Some(inst) = self.infer.inst(v) {
            let ok = match kind {
                BoundKind::Eq => self.reduce_same(inst, ty),
                BoundKind::Lower => self.reduce_subtype(ty, inst),
                BoundKind::Upper => self.reduce_subtype(inst, ty),
            };
            if !ok {
                self.fail_pair(v, kind, BoundKind::Eq, ty);
            }
            return ok;
        }
        if self.infer.bounds(v, kind).len() >= MAX_BOUNDS || !self.infer.push(v, kind, ty) {
            return true;
        }
        self.infer.queue.push_back((v, kind, ty));
        self.infer.deferred > 0 || self.incorporate_all()
    }

    /// Combines all bounds that wait for it.
    pub(crate) fn incorporate_all(&mut self) -> bool {
        self.infer.deferred += 1;
        let mut ok = true;
        while let Some((v, kind, ty)) = self.infer.queue.pop_front() {
            if self.infer.inst(v).is_none() && !self.incorporate(v, kind, ty) {
                self.infer.queue.clear();
                ok = false;
                break;
            }
        }
        self.infer.deferred -= 1;
        ok
    }

    /// Combines a new bound with those that are there (JLS 18.3.1).
    fn incorporate(&mut self, v: InferVar, kind: BoundKind, ty: Ty) -> bool {
        for other in [BoundKind::Lower, BoundKind::Eq, BoundKind::Upper] {
            if kind == other && kind != BoundKind::Eq {
                continue;
            }
            // The newest first.
            let others: Vec<Ty> = self.infer.bounds(v, other).iter().rev().copied().collect();
            for b in others {
                if b == ty {
                    continue;
                }
                let ok = match (kind, other) {
                    (BoundKind::Eq, BoundKind::Eq) => self.reduce_same(ty, b),
                    (BoundKind::Eq, BoundKind::Lower) => self.reduce_subtype(b, ty),
                    (BoundKind::Eq, BoundKind::Upper) => self.reduce_subtype(ty, b),
                    (BoundKind::Lower, BoundKind::Eq) => self.reduce_subtype(ty, b),
                    (BoundKind::Lower, BoundKind::Upper) => self.incorporate_subtype(ty, b),
                    (BoundKind::Upper, BoundKind::Eq) => self.reduce_subtype(b, ty),
                    (BoundKind::Upper, BoundKind::Lower) => self.incorporate_subtype(b, ty),
                    _ => true,
                };
                if !ok {
                    self.fail_pair(v, kind, other, ty);
                    return false;
                }
            }
        }
        if kind == BoundKind::Upper && !self.incorporate_uppers(v, ty) {
            return false;
        }
        true
    }

    /// `lower <: upper` between two bounds of a variable; a raw lower bound passes by unchecked conversion, as javac allows.
    fn incorporate_subtype(&mut self, lower: Ty, upper: Ty) -> bool {
        if self.raw_conversion(lower, upper) {
            self.infer.unchecked = true;
            return true;
        }
        self.reduce_subtype(lower, upper)
    }

    /// Two upper bounds with parameterisations of one generic class have equal arguments (JLS 18.3.1, last rule).
    fn incorporate_uppers(&mut self, v: InferVar, ty: Ty) -> bool {
        let mut i = 0;
        while i < self.infer.bounds(v, BoundKind::Upper).len() {
            let other = self.infer.bounds(v, BoundKind::Upper)[i];
            i += 1;
            if other == ty {
                continue;
            }
            // No type is below an array and a class, but for the classes of arrays.
            if self.excludes_array(other, ty) || self.excludes_array(ty, other) {
                self.fail_pair(v, BoundKind::Upper, BoundKind::Upper, ty);
                return false;
            }
            if !self.has_infer(other) && !self.has_infer(ty) {
                continue;
            }
            let pair = match (self.w.kind(ty).clone(), self.w.kind(other).clone()) {
                (TyKind::Class { class: c, args: a, .. }, TyKind::Class { class: d, args: b, .. }) => {
                    if let Some(sup) = self.w.as_super(ty, d).filter(|_| !b.is_empty()) {
                        Some((sup, other))
                    } else {
                        self.w.as_super(other, c).filter(|_| !a.is_empty()).map(|sup| (sup, ty))
                    }
                }
                _ => None,
            };
            let Some((x, y)) = pair else { continue };
            let (TyKind::Class { args: a, .. }, TyKind::Class { args: b, .. }) =
                (self.w.kind(x).clone(), self.w.kind(y).clone())
            else {
                continue;
            };
            for (&a, &b) in a.iter().zip(b.iter()) {
                let wild = |t| matches!(self.w.kind(t), TyKind::Wildcard(..));
                if !wild(a) && !wild(b) && !self.reduce_same(a, b) {
                    self.fail_pair(v, BoundKind::Upper, BoundKind::Upper, ty);
                    return false;
                }
            }
        }
        true
    }

    fn excludes_array(&self, class: Ty, array: Ty) -> bool {
        matches!(self.w.kind(array), TyKind::Array(_))
            && self.w.class_of(class).is_some_and(|c| {
                !matches!(
                    self.w.class(c).binary.as_str(),
                    "java/lang/Object" | "java/lang/Cloneable" | "java/io/Serializable"
                )
            })
    }

    /// Records the contradiction for the message, unless an earlier one is there.
    fn fail_pair(&mut self, v: InferVar, a: BoundKind, b: BoundKind, last: Ty) {
        // The innermost contradiction is met first, but javac names the variable whose own bounds clash.
        if self.infer.failure.is_some() {
            return;
        }
        let decl = self.infer.var(v).decl;
        let failure = match (a, b) {
            (BoundKind::Eq, BoundKind::Eq) => Failure::EqBounds(decl, self.shown_bounds(v, BoundKind::Eq)),
            _ => {
                let (first, second) = match (a, b) {
                    (BoundKind::Eq, x) | (x, BoundKind::Eq) => (BoundKind::Eq, x),
                    (x, y) if x == y => (x, y),
                    _ => (BoundKind::Lower, BoundKind::Upper),
                };
                let mut xs = self.shown_bounds(v, first);
                let ys = self.shown_bounds(v, second);
                if self.infer.inst(v).is_some() && a != BoundKind::Eq && first == a {
                    let last = self.without_infer(last);
                    if !xs.contains(&last) {
                        xs.push(last);
                    }
                }
                Failure::Bounds(decl, first, xs, second, ys)
            }
        };
        self.infer.failure = Some(failure);
    }
}
