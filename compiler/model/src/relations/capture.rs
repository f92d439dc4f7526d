//! Capture conversion (JLS 5.1.10).

use crate::symbols::{TypeVarId, TypeVarSym};
use crate::types::{Ty, TyKind, WildcardBound};
use crate::world::World;
use rvm_syntax::Name;

impl World {
    /// Capture conversion: fresh type variables for wildcard arguments (also those of enclosing types); other types as they are.
    pub fn capture(&self, t: Ty) -> Ty {
        let TyKind::Class { class, outer, args } = self.kind(t) else { return t };
        let new_outer = outer.map(|o| self.capture(o));
        let wild = args.iter().any(|&a| matches!(self.kind(a), TyKind::Wildcard(..)));
        let params = self.type_params(*class);
        if !wild || params.len() != args.len() {
            if new_outer == *outer {
                return t;
            }
            return self.intern(TyKind::Class { class: *class, outer: new_outer, args: args.clone() });
        }
        let name = Name::new("capture");
        let fresh: Vec<Ty> = args
            .iter()
            .map(|&a| match self.kind(a) {
                TyKind::Wildcard(..) => {
                    let v = self.add_type_var(|id| TypeVarSym {
                        id,
                        name,
                        owner: None,
                        upper: self.object().into(),
                        lower: Ty::NULL.into(),
                        wildcard: Some(a),
                    });
                    self.var_type(v)
                }
                _ => a,
            })
            .collect();
        // Bounds may mention variables of enclosing generic classes.
        let (mut from, mut to) = new_outer.and_then(|o| self.type_environment(o)).unwrap_or_default();
        from.extend_from_slice(params);
        to.extend_from_slice(&fresh);
        for ((&a, &f), &p) in args.iter().zip(&fresh).zip(params) {
            let (TyKind::Wildcard(kind, bound), TyKind::Var(v)) = (self.kind(a), self.kind(f)) else {
                continue;
            };
            let declared = self.subst(self.type_var(p).upper.get(), &from, &to);
            let sym = self.type_var(*v);
            match kind {
                WildcardBound::Extends => sym.upper.set(self.glb(*bound, declared)),
                WildcardBound::Super => {
                    sym.upper.set(declared);
                    sym.lower.set(*bound);
                }
            }
        }
        self.intern(TyKind::Class { class: *class, outer: new_outer, args: fresh.into() })
    }

    /// Capture for the left side of a subtype question: the variables never leave it, so one capture a type is enough.
    pub(super) fn capture_for_subtyping(&self, t: Ty) -> Ty {
        if let Some(&c) = self.memo.captures.borrow().get(&t) {
            return c;
        }
        let c = self.capture(t);
        self.memo.captures.borrow_mut().insert(t, c);
        c
    }

    /// Upward projection (JLS 4.10.5): replaces captured variables by wildcards that contain them, giving the closest type that can be
    /// written; used for `var` and for lambda bodies.
    pub fn upward(&self, t: Ty) -> Ty {
        self.project(t, true, &mut Vec::new())
    }

    /// Upwards or downwards; downwards the null type says that there is none. A variable met within itself counts as Object (or null).
    fn project(&self, t: Ty, up: bool, seen: &mut Vec<TypeVarId>) -> Ty {
        if !self.mentions(t, &mut |p| self.is_captured(p)) {
            return t;
        }
        match self.kind(t) {
            TyKind::Var(v) => {
                if seen.contains(v) {
                    return if up { self.object() } else { Ty::NULL };
                }
                let sym = self.type_var(*v);
                let bound = if up { sym.upper.get() } else { sym.lower.get() };
                seen.push(*v);
                let result = if bound == Ty::NULL { bound } else { self.project(bound, up, seen) };
                seen.pop();
                result
            }
            TyKind::Array(e) => {
                let e = self.project(*e, up, seen);
                if e == Ty::NULL { e } else { self.array_of(e) }
            }
            TyKind::Intersection(parts) => {
                let parts = parts.iter().map(|&p| self.project(p, up, seen)).collect();
                self.intersection(parts)
            }
            TyKind::Class { class, outer, args } => {
                let outer = outer.map(|o| self.project(o, up, seen));
                let mut new = Vec::with_capacity(args.len());
                for &a in args.iter() {
                    if !self.mentions(a, &mut |p| self.is_captured(p)) {
                        new.push(a);
                    } else if up {
                        new.push(self.project_argument(a, seen));
                    } else {
                        return Ty::NULL;
                    }
                }
                self.intern(TyKind::Class { class: *class, outer, args: new.into() })
            }
            _ => t,
        }
    }

    /// The wildcard that takes the place of a type argument.
    fn project_argument(&self, a: Ty, seen: &mut Vec<TypeVarId>) -> Ty {
        let extends = |upper: Ty| {
            if upper == self.object() {
                self.unbounded_wildcard()
            } else {
                self.wildcard(WildcardBound::Extends, upper)
            }
        };
        match self.kind(a) {
            TyKind::Wildcard(WildcardBound::Extends, b) => extends(self.project(*b, true, seen)),
            TyKind::Wildcard(WildcardBound::Super, b) => match self.project(*b, false, seen) {
                Ty::NULL => self.unbounded_wildcard(),
                b => self.wildcard(WildcardBound::Super, b),
            },
            _ => {
                let upper = self.project(a, true, seen);
                if upper != self.object() {
                    return extends(upper);
                }
                match self.project(a, false, seen) {
                    Ty::NULL => self.unbounded_wildcard(),
                    lower => self.wildcard(WildcardBound::Super, lower),
                }
            }
        }
    }
}
