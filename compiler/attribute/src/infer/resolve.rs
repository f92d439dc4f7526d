//! Resolution: choosing instantiations (JLS 18.4).

use super::store::{BoundKind, Failure};
use crate::attribute::Attr;
use rvm_model::symbols::TypeVarSym;
use rvm_model::types::{InferVar, Ty, TyKind};
use std::cell::Cell;

impl Attr<'_> {
    /// Fresh inference variables for type parameters, with their declared bounds (JLS 18.1.3).
    pub(crate) fn fresh_vars(
        &mut self,
        params: &[rvm_model::symbols::TypeVarId],
    ) -> (Vec<InferVar>, Vec<Ty>) {
        let vars: Vec<InferVar> = params.iter().map(|&p| self.infer.fresh(p)).collect();
        let tys: Vec<Ty> = vars.iter().map(|&v| self.w.intern(TyKind::Infer(v))).collect();
        (vars, tys)
    }

    /// Adds the declared bounds of fresh variables.
    pub(crate) fn declare_uppers(&mut self, vars: &[InferVar], uppers: Vec<Vec<Ty>>) {
        for (&v, bounds) in vars.iter().zip(uppers) {
            // A bound that is a variable itself binds that variable too.
            for &b in &bounds {
                if b != self.w.object() {
                    self.infer.queue.push_back((v, BoundKind::Upper, b));
                }
                if let TyKind::Infer(u) = self.w.kind(b) {
                    let me = self.w.intern(TyKind::Infer(v));
                    self.infer.push(*u, BoundKind::Lower, me);
                }
            }
            self.infer.declare_uppers(v, bounds);
        }
    }

    /// Resolves variables and all that they depend on; false on a contradiction.
    pub(crate) fn resolve(&mut self, targets: &[InferVar]) -> bool {
        if !self.infer.queue.is_empty() && !self.incorporate_all() {
            return false;
        }
        for &v in targets {
            if !self.resolve_one(v, &mut Vec::new()) {
                return false;
            }
        }
        true
    }

    /// Resolves `v` after the variables its bounds mention; `path` holds those under way, which a cycle meets again.
    fn resolve_one(&mut self, v: InferVar, path: &mut Vec<InferVar>) -> bool {
        if self.infer.inst(v).is_some() || path.contains(&v) || path.len() > 64 {
            return true;
        }
        // A proper equality bound settles it without regard to anything else.
        if self.proper_bounds(v, BoundKind::Eq).is_empty() {
            path.push(v);
            for dep in self.dependencies(v) {
                if !self.resolve_one(dep, path) {
                    return false;
                }
                if self.infer.inst(v).is_some() {
                    break;
                }
            }
            path.pop();
        }
        if self.infer.inst(v).is_some() {
            return true;
        }
        // Within a cycle: what has only declared bounds waits for those that know more.
        if !path.is_empty()
            && self.proper_bounds(v, BoundKind::Eq).is_empty()
            && self.proper_bounds(v, BoundKind::Lower).is_empty()
            && self.dependencies(v).iter().any(|d| path.contains(d))
            && !self.infer.var(v).throws
        {
            return true;
        }
        self.instantiate(v)
    }

    /// The unresolved variables that the bounds of `v` mention.
    fn dependencies(&self, v: InferVar) -> Vec<InferVar> {
        let mut out = Vec::new();
        let var = self.infer.var(v);
        for &b in var.eq.iter().chain(&var.lower).chain(&var.upper) {
            self.infer_vars_in(b, &mut out);
        }
        out.retain(|&d| d != v);
        out
    }

    /// The bounds of a kind in which no unresolved variable occurs.
    pub(crate) fn proper_bounds(&self, v: InferVar, kind: BoundKind) -> Vec<Ty> {
        let mut out = Vec::new();
        for &b in self.infer.bounds(v, kind) {
            let b = self.inst(b);
            if !self.has_infer(b) && !out.contains(&b) {
                out.push(b);
            }
        }
        out
    }

    fn instantiate(&mut self, v: InferVar) -> bool {
        let eq = self.proper_bounds(v, BoundKind::Eq);
        if let Some(&t) = eq.first() {
            return self.set_instantiation(v, t);
        }
        let lower = self.proper_bounds(v, BoundKind::Lower);
        if !lower.is_empty() {
            let t = self.w.lub(&lower);
            return self.set_instantiation(v, t);
        }
        let upper = self.proper_bounds(v, BoundKind::Upper);
        if self.infer.var(v).throws && self.only_throwable_bounds(&upper) {
            let t = self.w.type_named("java/lang/RuntimeException");
            return self.set_instantiation(v, t);
        }
        let all_proper = self.infer.var(v).upper.iter().all(|&b| !self.has_infer(self.inst(b)));
        if all_proper {
            let t = if upper.is_empty() { self.w.object() } else { self.w.glb_all(&upper) };
            return self.set_instantiation(v, t);
        }
        self.instantiate_recursive(v, upper)
    }

    /// A variable whose bound mentions itself, `T extends Comparable<T>`: a fresh type variable with that bound (JLS 18.4, second attempt).
    fn instantiate_recursive(&mut self, v: InferVar, proper: Vec<Ty>) -> bool {
        let mut mentioned = Vec::new();
        for &b in &self.infer.var(v).upper.clone() {
            self.infer_vars_in(b, &mut mentioned);
        }
        // Another unresolved variable: take what is known now.
        if !mentioned.contains(&v) {
            let t = if proper.is_empty() { self.w.object() } else { self.w.glb_all(&proper) };
            return self.set_instantiation(v, t);
        }
        let decl = self.infer.var(v).decl;
        let object = self.w.object();
        let wildcard = self.w.intern(TyKind::Wildcard(rvm_model::types::WildcardBound::Extends, object));
        let fresh = self.w.add_type_var(|id| TypeVarSym {
            id,
            name: self.w.type_var(decl).name,
            owner: None,
            upper: Cell::new(object),
            lower: Cell::new(Ty::NULL),
            wildcard: Some(wildcard),
        });
        let ty = self.w.intern(TyKind::Var(fresh));
        let uppers = self.infer.var(v).upper.clone();
        self.infer.set_inst(v, ty);
        let mut bounds = Vec::new();
        for b in uppers {
            let b = self.inst(b);
            let b = self.map_infer(b, &|_| Some(object));
            if !bounds.contains(&b) {
                bounds.push(b);
            }
        }
        let upper = if bounds.len() == 1 { bounds[0] } else { self.w.glb_all(&bounds) };
        self.w.type_var(fresh).upper.set(upper);
        true
    }

    fn only_throwable_bounds(&self, upper: &[Ty]) -> bool {
        upper.iter().all(|&b| {
            b == self.w.object()
                || matches!(self.w.kind(b), TyKind::Class { class, .. } if matches!(
                    self.w.class(*class).binary.as_str(),
                    "java/lang/Throwable" | "java/lang/Exception"
                ))
        })
    }

    /// Instantiates a variable and checks its bounds against that.
    pub(crate) fn set_instantiation(&mut self, v: InferVar, ty: Ty) -> bool {
        self.infer.set_inst(v, ty);
        for kind in [BoundKind::Eq, BoundKind::Lower, BoundKind::Upper] {
            let mut i = 0;
            while i < self.infer.bounds(v, kind).len() {
                let b = self.infer.bounds(v, kind)[i];
                i += 1;
                let b = self.inst(b);
                let ok = match kind {
                    BoundKind::Eq => self.reduce_same(ty, b),
                    BoundKind::Lower => self.reduce_subtype(b, ty),
                    BoundKind::Upper => {
                        self.reduce_subtype(ty, b)
                            || (!self.has_infer(b) && self.w.is_subtype_unchecked(ty, b).0)
                    }
                };
                if !ok {
                    if self.infer.failure.is_none() {
                        let decl = self.infer.var(v).decl;
                        let bounds = |k: BoundKind| self.shown_bounds(v, k);
                        let failure = match kind {
                            BoundKind::Upper => Failure::Upper(ty, bounds(BoundKind::Upper)),
                            BoundKind::Eq => Failure::EqBounds(decl, bounds(kind)),
                            BoundKind::Lower => Failure::Bounds(
                                decl,
                                BoundKind::Eq,
                                bounds(BoundKind::Eq),
                                BoundKind::Lower,
                                bounds(BoundKind::Lower),
                            ),
                        };
                        self.infer.failure = Some(failure);
                    }
                    return false;
                }
            }
        }
        true
    }
}
