//! Substitution, erasure, supertypes at a class, types of members seen from a type.

use crate::symbols::{ClassId, TypeVarId};
use crate::types::{Ty, TyKind};
use crate::world::World;

impl World {
    /// `t` with `to[i]` for `from[i]` (JLS 1.3 notation `T[P:=A]`).
    ///
    /// A wildcard put in the place of a bound of a wildcard keeps the types well formed: `? extends (? extends A)` is `? extends A`.
    pub fn subst(&self, t: Ty, from: &[TypeVarId], to: &[Ty]) -> Ty {
        if from.is_empty() { t } else { self.subst_in(t, from, to) }
    }

    fn subst_in(&self, t: Ty, from: &[TypeVarId], to: &[Ty]) -> Ty {
        match self.kind(t) {
            TyKind::Var(v) => match from.iter().position(|f| f == v) {
                Some(i) => to.get(i).copied().unwrap_or(t),
                None => t,
            },
            TyKind::Class { class, outer, args } => {
                if outer.is_none() && args.is_empty() {
                    return t;
                }
                let outer = outer.map(|o| self.subst_in(o, from, to));
                let args: Vec<Ty> = args.iter().map(|&a| self.subst_in(a, from, to)).collect();
                self.intern(TyKind::Class { class: *class, outer, args: args.into() })
            }
            TyKind::Array(e) => {
                let e = self.subst_in(*e, from, to);
                self.array_of(self.wildcard_upper(e))
            }
            TyKind::Wildcard(kind, b) => {
                let new = self.subst_in(*b, from, to);
                if new == *b {
                    return t;
                }
                match self.kind(new) {
                    TyKind::Wildcard(inner, bound) if inner == kind => self.wildcard(*kind, *bound),
                    TyKind::Wildcard(..) => self.unbounded_wildcard(),
                    _ if new.is_primitive() => Ty::ERROR,
                    _ => self.wildcard(*kind, new),
                }
            }
            TyKind::Intersection(parts) => {
                let parts = parts.iter().map(|&p| self.subst_in(p, from, to)).collect();
                self.intersection(parts)
            }
            _ => t,
        }
    }

    /// Substitution in a list.
    pub fn subst_all(&self, ts: &[Ty], from: &[TypeVarId], to: &[Ty]) -> Vec<Ty> {
        ts.iter().map(|&t| self.subst(t, from, to)).collect()
    }

    /// A wildcard's upper bound, other types as they are.
    pub fn wildcard_upper(&self, t: Ty) -> Ty {
        if matches!(self.kind(t), TyKind::Wildcard(..)) { self.upper_bound(t) } else { t }
    }

    /// New type variables like `vars` (bounds substituted), for comparing or instantiating generic methods.
    pub fn fresh_type_vars(&self, vars: &[TypeVarId]) -> Vec<TypeVarId> {
        let fresh: Vec<TypeVarId> = vars
            .iter()
            .map(|&v| {
                let old = self.type_var(v);
                let (name, owner, upper, lower) = (old.name, old.owner, old.upper.get(), old.lower.get());
                self.add_type_var(|id| crate::symbols::TypeVarSym {
                    id,
                    name,
                    owner,
                    upper: upper.into(),
                    lower: lower.into(),
                    wildcard: None,
                })
            })
            .collect();
        let to: Vec<Ty> = fresh.iter().map(|&v| self.var_type(v)).collect();
        for &v in &fresh {
            let sym = self.type_var(v);
            sym.upper.set(self.subst(sym.upper.get(), vars, &to));
        }
        fresh
    }

    /// The erasure (JLS 4.6).
    pub fn erasure(&self, t: Ty) -> Ty {
        match self.kind(t) {
            TyKind::Class { class, outer, args } => {
                if outer.is_none() && args.is_empty() {
                    t
                } else {
                    self.raw_type(*class)
                }
            }
            TyKind::Array(e) => self.array_of(self.erasure(*e)),
            TyKind::Var(_) | TyKind::Wildcard(..) => {
                // Bounds of variables may not be cyclic, but wrong programs have such until they are reported.
                let mut t = t;
                for _ in 0..64 {
                    match self.kind(t) {
                        TyKind::Var(_) | TyKind::Wildcard(..) => t = self.upper_bound(t),
                        TyKind::Intersection(parts) => t = parts[0],
                        _ => return self.erasure(t),
                    }
                }
                self.object()
            }
            TyKind::Intersection(parts) => self.erasure(parts[0]),
            TyKind::Infer(_) => self.object(),
            _ => t,
        }
    }

    /// The erasures of a list.
    pub fn erasure_all(&self, ts: &[Ty]) -> Vec<Ty> {
        ts.iter().map(|&t| self.erasure(t)).collect()
    }

    /// All type variables of a class type's symbol, those of enclosing generic classes included, and what the type gives for them.
    /// None if the type is raw.
    pub fn type_environment(&self, t: Ty) -> Option<(Vec<TypeVarId>, Vec<Ty>)> {
        let TyKind::Class { class, outer, args } = self.kind(t) else {
            return Some((Vec::new(), Vec::new()));
        };
        let params = self.type_params(*class);
        if args.len() != params.len() {
            return None;
        }
        let (mut from, mut to) = match outer {
            Some(o) => self.type_environment(*o)?,
            None => (Vec::new(), Vec::new()),
        };
        if outer.is_none() && args.is_empty() && self.is_generic(*class) {
            return None;
        }
        from.extend_from_slice(params);
        to.extend_from_slice(args);
        Some((from, to))
    }

    /// A supertype `s` as declared by `t`'s class, seen from `t`.
    pub(crate) fn supertype_of(&self, t: Ty, s: Ty) -> Ty {
        if !self.is_parameterized(s) {
            return s;
        }
        match self.type_environment(t) {
            Some((from, to)) => self.subst(s, &from, &to),
            None => self.erasure(s),
        }
    }

    /// The generic supertype of class `c` at class `d`, in `c`'s own type variables; the flag says that the answer is final
    /// (no class on the way lacks its supertypes yet).
    pub(crate) fn super_template(&self, c: ClassId, d: ClassId) -> (Option<Ty>, bool) {
        if c == d {
            return (Some(self.class_type(c)), true);
        }
        if let Some(&found) = self.memo.supers.borrow().get(&(c, d)) {
            return (found, true);
        }
        let result = self.super_template_depth(c, d, 0);
        if result.1 {
            self.memo.supers.borrow_mut().insert((c, d), result.0);
        }
        result
    }

    fn super_template_depth(&self, c: ClassId, d: ClassId, depth: u32) -> (Option<Ty>, bool) {
        // Cyclic hierarchies exist until they are reported.
        if depth > 1000 {
            return (None, false);
        }
        if c == d {
            return (Some(self.class_type(c)), true);
        }
        if let Some(&found) = self.memo.supers.borrow().get(&(c, d)) {
            return (found, true);
        }
        let sym = self.class(c);
        let mut stable = sym.superclass.get().is_some() && sym.interfaces.get().is_some();
        let target_interface = self.class(d).is_interface();
        let direct = self.superclass(c).into_iter().chain(
            self.interfaces(c).iter().copied().filter(|_| target_interface || d == self.object_class()),
        );
        for s in direct {
            let Some(sc) = self.class_of(s) else { continue };
            let (found, ok) = self.super_template_depth(sc, d, depth + 1);
            stable &= ok;
            if let Some(template) = found {
                let result = Some(self.supertype_of(s, template));
                if ok {
                    self.memo.supers.borrow_mut().insert((c, d), result);
                }
                return (result, ok);
            }
        }
        // Remembering failures on the way keeps deep diamonds of interfaces from being walked again and again.
        if stable && depth > 0 {
            self.memo.supers.borrow_mut().insert((c, d), None);
        }
        (None, stable)
    }

    /// The supertype of `t` whose class is `class` (JLS 4.10.2); no capture is applied.
    pub fn as_super(&self, t: Ty, class: ClassId) -> Option<Ty> {
        match self.kind(t) {
            TyKind::Class { class: c, outer, args } => {
                if *c == class {
                    return Some(t);
                }
                if class == self.object_class() {
                    return Some(self.object());
                }
                let template = self.super_template(*c, class).0?;
                if outer.is_none() && args.is_empty() && !self.is_generic(*c) {
                    return Some(template);
                }
                Some(self.supertype_of(t, template))
            }
            TyKind::Array(_) => {
                let name = self.class_raw(class).binary;
                matches!(name.as_str(), "java/lang/Object" | "java/lang/Cloneable" | "java/io/Serializable")
                    .then(|| self.raw_type(class))
            }
            TyKind::Var(v) => {
                if class == self.object_class() {
                    return Some(self.object());
                }
                let upper = self.type_var(*v).upper.get();
                if self.memo.depth.get() > 200 {
                    return None;
                }
                self.memo.depth.set(self.memo.depth.get() + 1);
                let found = self.as_super(upper, class);
                self.memo.depth.set(self.memo.depth.get() - 1);
                found
            }
            TyKind::Intersection(parts) => parts.iter().find_map(|&p| self.as_super(p, class)),
            TyKind::Wildcard(..) => self.as_super(self.upper_bound(t), class),
            TyKind::Error => Some(t),
            _ => None,
        }
    }

    /// As [`World::as_super`], also looking at the enclosing types of `t`: the view from which an outer class's member is seen.
    pub fn as_outer_super(&self, t: Ty, class: ClassId) -> Option<Ty> {
        let mut current = t;
        loop {
            if let Some(found) = self.as_super(current, class) {
                return Some(found);
            }
            let TyKind::Class { class: c, outer, .. } = self.kind(self.upper_bound(current)) else {
                return None;
            };
            current = match outer {
                Some(o) => *o,
                None => {
                    let o = self.enclosing_class(*c)?;
                    // Within a local class the enclosing class's own type variables are meant.
                    if matches!(self.class(*c).owner.get(), crate::symbols::Owner::Method(..)) {
                        self.class_type(o)
                    } else {
                        self.raw_type(o)
                    }
                }
            };
        }
    }

    /// The type of a member declared in `owner` with type `ty`, as a member of `site` (JLS 4.5.2, 4.8): substituted, or erased for a
    /// raw site. Capture `site` before if it has wildcards.
    pub fn member_type(&self, site: Ty, ty: Ty, owner: ClassId) -> Ty {
        if !self.may_depend(ty) || !self.is_generic(owner) {
            return ty;
        }
        match self.as_outer_super(site, owner) {
            Some(base) if base != Ty::ERROR => match self.type_environment(base) {
                Some((from, to)) => self.subst(ty, &from, &to),
                None => self.erasure(ty),
            },
            _ => ty,
        }
    }

    /// Whether members of `owner` seen from `site` are those of a raw type.
    pub fn is_raw_member_site(&self, site: Ty, owner: ClassId) -> bool {
        self.is_generic(owner)
            && self
                .as_outer_super(site, owner)
                .is_some_and(|b| b != Ty::ERROR && self.type_environment(b).is_none())
    }

    /// Types without variables and arguments look the same from everywhere.
    fn may_depend(&self, t: Ty) -> bool {
        match self.kind(t) {
            TyKind::Class { outer, args, .. } => outer.is_some() || !args.is_empty(),
            TyKind::Array(e) => self.may_depend(*e),
            TyKind::Var(_) | TyKind::Wildcard(..) | TyKind::Intersection(_) | TyKind::Infer(_) => true,
            _ => false,
        }
    }
}
