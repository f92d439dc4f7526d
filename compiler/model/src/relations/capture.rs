//! Capture conversion (JLS 5.1.10).

use crate::symbols::TypeVarSym;
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

    /// Replaces captured variables by wildcards that contain them, outermost arguments only at their own level: the closest type that
    /// can be written (JLS 4.10.5 in spirit; used for `var` and for lambda bodies).
    pub fn upward(&self, t: Ty) -> Ty {
        self.project(t, true, 0)
    }

    fn project(&self, t: Ty, up: bool, depth: u32) -> Ty {
        if depth > 8 || !self.mentions(t, &mut |p| self.is_captured(p)) {
            return t;
        }
        match self.kind(t) {
            TyKind::Var(v) => {
                let sym = self.type_var(*v);
                if up {
                    self.project(sym.upper.get(), true, depth + 1)
                } else if sym.lower.get() != Ty::NULL {
                    self.project(sym.lower.get(), false, depth + 1)
                } else {
                    Ty::NULL
                }
            }
            TyKind::Array(e) => {
                let e = self.project(*e, up, depth);
                if e == Ty::NULL { e } else { self.array_of(e) }
            }
            TyKind::Intersection(parts) => {
                let parts = parts.iter().map(|&p| self.project(p, up, depth)).collect();
                self.intersection(parts)
            }
            TyKind::Class { class, outer, args } => {
                let outer = outer.map(|o| self.project(o, up, depth));
                let mut new = Vec::with_capacity(args.len());
                for &a in args.iter() {
                    if !self.mentions(a, &mut |p| self.is_captured(p)) {
                        new.push(a);
                        continue;
                    }
                    let (kind, bound) = match self.kind(a) {
                        TyKind::Wildcard(kind, bound) => (Some(*kind), *bound),
                        _ => (None, a),
                    };
                    if !up {
                        return Ty::NULL;
                    }
                    new.push(match kind {
                        Some(WildcardBound::Super) => match self.project(bound, false, depth + 1) {
                            Ty::NULL => self.unbounded_wildcard(),
                            b => self.wildcard(WildcardBound::Super, b),
                        },
                        Some(WildcardBound::Extends) => {
                            let b = self.project(bound, true, depth + 1);
                            self.wildcard(WildcardBound::Extends, b)
                        }
                        None => {
                            let lower = self.project(bound, false, depth + 1);
                            let upper = self.project(bound, true, depth + 1);
                            if lower != Ty::NULL && upper == self.object() {
                                self.wildcard(WildcardBound::Super, lower)
                            } else if depth >= 7 {
                                self.unbounded_wildcard()
                            } else {
                                self.wildcard(WildcardBound::Extends, upper)
                            }
                        }
                    });
                }
                self.intern(TyKind::Class { class: *class, outer, args: new.into() })
            }
            _ => t,
        }
    }
}
