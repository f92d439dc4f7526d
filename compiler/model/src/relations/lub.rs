//! Least upper bound (JLS 4.10.4) and greatest lower bound (5.1.10).

use crate::symbols::ClassId;
use crate::types::{Ty, TyKind, WildcardBound};
use crate::world::World;

impl World {
    /// The greatest lower bound of two types: one of them if it is a subtype of the other, else their intersection, class first.
    pub fn glb(&self, a: Ty, b: Ty) -> Ty {
        if a == Ty::ERROR || b == Ty::ERROR {
            return Ty::ERROR;
        }
        if a == b || b == self.object() || self.is_subtype(a, b) {
            return a;
        }
        if a == self.object() || self.is_subtype(b, a) {
            return b;
        }
        let mut parts: Vec<Ty> = Vec::new();
        for p in self.components_of(a).into_iter().chain(self.components_of(b)) {
            if parts.iter().any(|&q| self.is_subtype(q, p)) {
                continue;
            }
            parts.retain(|&q| !self.is_subtype(p, q));
            parts.push(p);
        }
        // Stable: among equals the order given stays.
        parts.sort_by_key(|&p| self.is_interface_type(p));
        self.intersection(parts)
    }

    /// The greatest lower bound of a list; Object for none.
    pub fn glb_all(&self, ts: &[Ty]) -> Ty {
        ts.iter().copied().reduce(|a, b| self.glb(a, b)).unwrap_or_else(|| self.object())
    }

    /// The least upper bound of reference types; null types do not count.
    pub fn lub(&self, ts: &[Ty]) -> Ty {
        let mut list: Vec<Ty> = Vec::new();
        for &t in ts {
            match t {
                Ty::ERROR => return Ty::ERROR,
                Ty::NULL => {}
                _ if list.contains(&t) => {}
                _ => list.push(t),
            }
        }
        match list.len() {
            0 => return if ts.is_empty() { self.object() } else { Ty::NULL },
            1 => return list[0],
            _ => {}
        }
        if let Some(&top) = list.iter().find(|&&c| list.iter().all(|&t| self.is_subtype(t, c))) {
            return top;
        }
        if list.iter().all(|&t| matches!(self.kind(t), TyKind::Array(_))) {
            let elems: Vec<Ty> = list.iter().filter_map(|&t| self.elem_type(t)).collect();
            if elems.iter().all(|e| !e.is_primitive()) {
                return self.array_of(self.lub(&elems));
            }
            return self.array_super();
        }
        let list: Vec<Ty> = list
            .into_iter()
            .map(|t| if matches!(self.kind(t), TyKind::Array(_)) { self.array_super() } else { t })
            .collect();
        // Erased candidates: the classes that all have above them, in the order the first one has them.
        let mut candidates = self.erased_supers(list[0]);
        for &t in &list[1..] {
            let other = self.erased_supers(t);
            candidates.retain(|c| other.contains(c));
        }
        // Minimal ones only.
        let all = candidates.clone();
        candidates.retain(|&c| !all.iter().any(|&d| d != c && self.is_sub_class(d, c)));
        let mut parts: Vec<Ty> = candidates.into_iter().map(|c| self.lub_at(&list, c)).collect();
        parts.sort_by_key(|&p| self.is_interface_type(p));
        self.intersection(parts)
    }

    /// `Object & Serializable & Cloneable`.
    fn array_super(&self) -> Ty {
        self.intersection(vec![
            self.object(),
            self.type_named("java/io/Serializable"),
            self.type_named("java/lang/Cloneable"),
        ])
    }

    fn erased_supers(&self, t: Ty) -> Vec<ClassId> {
        let mut all = Vec::new();
        let mut roots = vec![t];
        let mut fuel = 1000;
        while let Some(r) = roots.pop() {
            fuel -= 1;
            if fuel == 0 {
                break;
            }
            match self.kind(r) {
                TyKind::Class { class, .. } => {
                    for c in self.superclasses(*class) {
                        if !all.contains(&c) {
                            all.push(c);
                        }
                    }
                }
                TyKind::Var(v) => roots.push(self.type_var(*v).upper.get()),
                TyKind::Intersection(parts) => roots.extend(parts.iter().rev()),
                TyKind::Array(_) => roots.push(self.array_super()),
                _ => {}
            }
        }
        let object = self.object_class();
        if !all.contains(&object) {
            all.push(object);
        }
        all
    }

    /// The candidate parameterisation of class `c` (JLS 4.10.4: lci).
    fn lub_at(&self, list: &[Ty], c: ClassId) -> Ty {
        if !self.is_generic(c) {
            return self.raw_type(c);
        }
        let mut merged: Option<Ty> = None;
        for &t in list {
            let Some(sup) = self.as_super(t, c) else { return self.raw_type(c) };
            if self.is_raw(sup) {
                return self.raw_type(c);
            }
            merged = Some(match merged {
                None => sup,
                Some(m) => self.lci(m, sup),
            });
        }
        merged.unwrap_or_else(|| self.raw_type(c))
    }

    fn lci(&self, a: Ty, b: Ty) -> Ty {
        if a == b {
            return a;
        }
        let (TyKind::Class { class, outer: o, args: x }, TyKind::Class { outer: p, args: y, .. }) =
            (self.kind(a), self.kind(b))
        else {
            return a;
        };
        let args: Vec<Ty> = x.iter().zip(y.iter()).map(|(&x, &y)| self.lcta(x, y)).collect();
        let outer = match (o, p) {
            (Some(o), Some(p)) => Some(self.lci(*o, *p)),
            _ => None,
        };
        self.type_in(outer, *class, &args)
    }

    /// Least containing type argument.
    fn lcta(&self, a: Ty, b: Ty) -> Ty {
        if self.same_type(a, b) {
            return a;
        }
        use WildcardBound::{Extends, Super};
        match (self.kind(a), self.kind(b)) {
            (TyKind::Wildcard(Super, x), TyKind::Wildcard(Super, y)) => {
                self.wildcard(Super, self.glb(*x, *y))
            }
            (TyKind::Wildcard(Super, x), _) if !matches!(self.kind(b), TyKind::Wildcard(..)) => {
                self.wildcard(Super, self.glb(*x, b))
            }
            (_, TyKind::Wildcard(Super, y)) if !matches!(self.kind(a), TyKind::Wildcard(..)) => {
                self.wildcard(Super, self.glb(a, *y))
            }
            (TyKind::Wildcard(Super, _), _) | (_, TyKind::Wildcard(Super, _)) => self.unbounded_wildcard(),
            _ => {
                let (x, y) = (self.wildcard_upper(a), self.wildcard_upper(b));
                // The recursive case (`Comparable<? extends Comparable<...>>`) ends in `?`.
                if !self.memo.lubs.borrow_mut().insert((x, y)) {
                    return self.unbounded_wildcard();
                }
                let bound = if self.memo.lubs.borrow().len() > 4 { self.object() } else { self.lub(&[x, y]) };
                self.memo.lubs.borrow_mut().remove(&(x, y));
                self.wildcard(Extends, bound)
            }
        }
    }
}
