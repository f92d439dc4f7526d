//! Type arguments against the bounds of their parameters (JLS 4.5).

use super::resolve::wildcard_kind;
use crate::Ctx;
use rvm_model::Printer;
use rvm_model::types::{Ty, TyKind, WildcardBound};
use rvm_syntax::Span;
use rvm_syntax::tree::{TypeNode, TypeNodeKind, TypeSegment};

impl<'a> Ctx<'a> {
    /// Checks all arguments in a type against their bounds; `ty` is what `node` was resolved to.
    pub fn validate_type(&self, node: &TypeNode, ty: Ty) {
        let w = self.world;
        match (&node.kind, w.kind(ty)) {
            (TypeNodeKind::Named(segments), TyKind::Class { .. }) => self.validate_class(segments, ty),
            (TypeNodeKind::Array(e), TyKind::Array(t)) => self.validate_type(e, *t),
            (TypeNodeKind::Wildcard(Some((_, b))), TyKind::Wildcard(_, t)) => self.validate_type(b, *t),
            (TypeNodeKind::Intersection(parts), TyKind::Intersection(types)) => {
                for (p, &t) in parts.iter().zip(types.iter()) {
                    self.validate_type(p, t);
                }
            }
            _ => {}
        }
    }

    fn validate_class(&self, segments: &[TypeSegment], ty: Ty) {
        let w = self.world;
        let TyKind::Class { class, outer, args } = w.kind(ty) else { return };
        let Some((last, front)) = segments.split_last() else { return };
        if let Some(o) = outer
            && !front.is_empty()
        {
            self.validate_class(front, *o);
        }
        let Some(nodes) = &last.args else { return };
        if nodes.len() != args.len() || nodes.is_empty() {
            return;
        }
        // Innermost first, as javac does.
        for (n, &a) in nodes.iter().zip(args.iter()) {
            self.validate_type(n, a);
        }
        let spans: Vec<Span> = nodes.iter().map(|n| n.span).collect();
        self.check_bounds(ty, *class, &spans);
    }

    fn check_bounds(&self, ty: Ty, class: rvm_model::symbols::ClassId, spans: &[Span]) {
        let w = self.world;
        if let Some((i, arg)) = self.first_out_of_bounds(ty) {
            let p = Printer::new(w);
            let var = w.var_type(w.type_params(class)[i]);
            let text =
                format!("type argument {} is not within bounds of type-variable {}", p.ty(arg), p.ty(var));
            let text = p.finish(text);
            let span = spans.get(i).copied().unwrap_or(spans[0]);
            self.diags.error(span, "not-within-bounds", text);
        }
    }

    /// The first type argument of a class type that breaks its parameter's bound, with its index.
    pub fn first_out_of_bounds(&self, ty: Ty) -> Option<(usize, Ty)> {
        let w = self.world;
        let TyKind::Class { class, args, .. } = w.kind(ty) else { return None };
        let params = w.type_params(*class);
        if params.len() != args.len() || args.is_empty() {
            return None;
        }
        let (from, to) = w.type_environment(ty)?;
        for (i, (&p, &a)) in params.iter().zip(args.iter()).enumerate() {
            let declared = w.type_var(p).upper.get();
            if declared == w.object() || a == Ty::ERROR || declared == Ty::ERROR {
                continue;
            }
            let bounds: Vec<Ty> =
                w.components_of(declared).into_iter().map(|b| w.subst(b, &from, &to)).collect();
            let bad = match wildcard_kind(self, a) {
                Some((WildcardBound::Extends, b)) if b == w.object() => false,
                Some((WildcardBound::Extends, b)) => {
                    !bounds.iter().all(|&bound| w.is_castable(b, self.free_of_wildcards(bound)).0)
                }
                Some((WildcardBound::Super, b)) => {
                    // The lower bound must be able to be below the parameter's bound.
                    !bounds.iter().all(|&bound| !self.lower_is_out(b, bound))
                }
                None => !bounds.iter().all(|&bound| self.within(a, bound)),
            };
            if bad {
                return Some((i, a));
            }
        }
        None
    }

    fn within(&self, a: Ty, bound: Ty) -> bool {
        self.world.is_subtype(a, bound)
    }

    fn lower_is_out(&self, lower: Ty, bound: Ty) -> bool {
        let w = self.world;
        !w.is_castable(lower, self.free_of_wildcards(bound)).0
    }

    /// A bound into which wildcards were substituted is only good for its class.
    fn free_of_wildcards(&self, t: Ty) -> Ty {
        let w = self.world;
        if w.mentions(t, &mut |p| matches!(w.kind(p), TyKind::Wildcard(..))) { w.erasure(t) } else { t }
    }
}
