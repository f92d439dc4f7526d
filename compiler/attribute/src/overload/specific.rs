//! The most specific of several applicable methods (JLS 15.12.2.5).

use super::{Phase, Query};
use crate::attribute::Attr;
use crate::attribute::convert::widens;
use crate::attribute::env::Env;
use crate::attribute::operand::Operand;
use rvm_model::symbols::MethodId;
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::tree::flags;

impl Attr<'_> {
    /// The one method more specific than all others, or two that are not.
    pub(crate) fn most_specific(
        &mut self,
        env: &Env,
        methods: &[MethodId],
        q: &Query<'_>,
        phase: Phase,
    ) -> Result<MethodId, (MethodId, MethodId)> {
        if let [only] = methods {
            return Ok(*only);
        }
        // Maximally specific: nothing else is strictly more specific.
        let mut best: Vec<MethodId> = Vec::new();
        for (i, &m) in methods.iter().enumerate() {
            if methods.iter().enumerate().all(|(j, &o)| i == j || self.more_specific(env, m, o, q, phase)) {
                best.push(m);
            }
        }
        match best.as_slice() {
            [] => return Err(self.ambiguous_pair(env, methods, q, phase)),
            [one] => return Ok(*one),
            _ => {}
        }
        self.prefer(&best, q)
    }

    /// The two methods that javac names: it compares them one by one, those declared last first.
    fn ambiguous_pair(
        &mut self,
        env: &Env,
        methods: &[MethodId],
        q: &Query<'_>,
        phase: Phase,
    ) -> (MethodId, MethodId) {
        let mut order: Vec<MethodId> = Vec::new();
        let mut rest = methods;
        while let Some(&first) = rest.first() {
            let class = self.w.method(first).class;
            let n = rest.iter().take_while(|&&m| self.w.method(m).class == class).count();
            order.extend(rest[..n].iter().rev());
            rest = &rest[n..];
        }
        // One method while there is a best one, more once they are ambiguous; the latest is in front.
        let mut best: Vec<MethodId> = Vec::new();
        for m in order {
            let wins: Vec<bool> = best.iter().map(|&b| self.more_specific(env, m, b, q, phase)).collect();
            let loses: Vec<bool> = best.iter().map(|&b| self.more_specific(env, b, m, q, phase)).collect();
            if wins.iter().all(|&w| w) {
                best = vec![m];
            } else if !loses.iter().all(|&l| l) {
                if best.len() == 1 { best.push(m) } else { best.insert(0, m) }
            }
        }
        match best.as_slice() {
            [.., a, b] => (*b, *a),
            _ => (methods[0], methods[1]),
        }
    }

    /// Among equally specific methods: override-equivalent ones are told apart by being concrete, then by result type.
    fn prefer(&mut self, best: &[MethodId], q: &Query<'_>) -> Result<MethodId, (MethodId, MethodId)> {
        let site = q.site;
        for pair in best.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            if !self.w.is_subsignature(a, b, site) && !self.w.is_subsignature(b, a, site) {
                return Err((a, b));
            }
        }
        let concrete: Vec<MethodId> =
            best.iter().copied().filter(|&m| !self.w.method(m).has(flags::ABSTRACT)).collect();
        match concrete.as_slice() {
            [one] => return Ok(*one),
            [] => {}
            [first, second, ..] => {
                // One inherited along several paths: the one in the subclass.
                for &m in &concrete {
                    let c = self.w.method(m).class;
                    if concrete.iter().all(|&o| self.w.is_sub_class(c, self.w.method(o).class)) {
                        return Ok(m);
                    }
                }
                return Err((*first, *second));
            }
        }
        // All abstract: the one whose result fits all others.
        for &m in best {
            let sym = self.w.method(m);
            let ret = self.w.member_type(site, sym.ret, sym.class);
            let fits = best.iter().all(|&o| {
                let other = self.w.method(o);
                let r = self.w.member_type(site, other.ret, other.class);
                ret == r || (ret.is_reference() && r.is_reference() && self.w.is_subtype_unchecked(ret, r).0)
            });
            if fits {
                return Ok(m);
            }
        }
        Ok(best[0])
    }

    /// Whether `m` is at least as specific as `o` for these arguments.
    fn more_specific(&mut self, env: &Env, m: MethodId, o: MethodId, q: &Query<'_>, phase: Phase) -> bool {
        let mark = self.infer.mark();
        let unchecked = self.infer.unchecked;
        let result = self.more_specific_inner(env, m, o, q, phase);
        self.infer.undo(mark);
        self.infer.unchecked = unchecked;
        result
    }

    fn more_specific_inner(
        &mut self,
        env: &Env,
        m: MethodId,
        o: MethodId,
        q: &Query<'_>,
        phase: Phase,
    ) -> bool {
        let varargs = phase == Phase::Varargs;
        let sym = self.w.method(m);
        // The candidate's own type parameters stand for themselves.
        let own: Vec<Ty> = if self.w.method(m).has(flags::STATIC) || q.diamond.is_some() {
            sym.params.clone()
        } else if self.w.is_raw_member_site(q.site, sym.class) {
            self.w.erasure_all(&sym.params)
        } else {
            sym.params.iter().map(|&p| self.w.member_type(q.site, p, sym.class)).collect()
        };
        let plain = Query {
            site: q.site,
            access_site: q.site,
            candidates: &[],
            args: q.args,
            type_args: &[],
            diamond: q.diamond,
            via_super: false,
        };
        let Ok(other) = self.instance(o, &plain) else { return false };
        let mut count = q.args.len();
        if varargs {
            // With a parameter more than the other, its type counts too.
            count = count.max(own.len()).max(other.params.len());
        }
        for i in 0..count {
            let s = self.formal(&own, i, varargs);
            let t = self.formal(&other.params, i, varargs);
            let arg = q.args.get(i);
            if !self.type_more_specific(env, s, t, arg) {
                return false;
            }
        }
        true
    }

    /// Whether type S is more specific than T for an expression.
    fn type_more_specific(&mut self, env: &Env, s: Ty, t: Ty, arg: Option<&Operand>) -> bool {
        if let Some(arg) = arg
            && self.is_functional_arg(arg)
            && let (TyKind::Class { class: c, .. }, TyKind::Class { class: d, .. }) =
                (self.w.kind(s).clone(), self.w.kind(t).clone())
            && c != d
            && !self.w.is_sub_class(c, d)
            && !self.w.is_sub_class(d, c)
            && self.w.is_functional_interface(s)
        {
            return self.functional_more_specific(env, s, t, arg);
        }
        if s.is_primitive() || t.is_primitive() {
            return s.is_primitive() && t.is_primitive() && widens(s, t);
        }
        let mark = self.infer.mark();
        if self.reduce_subtype(s, t) {
            return true;
        }
        self.infer.undo(mark);
        // javac accepts unchecked conversion here.
        !self.has_infer(t) && self.w.is_subtype_unchecked(s, t).0
    }

    /// A lambda with declared parameters, an exact method reference, or a conditional of such.
    fn is_functional_arg(&self, arg: &Operand) -> bool {
        match arg {
            Operand::Lambda(l) => l.tree.explicit,
            Operand::MethodRef(r) => r.exact.is_some(),
            Operand::Cond(c) => {
                c.then.borrow().as_ref().is_some_and(|o| self.is_functional_arg(o))
                    && c.other.borrow().as_ref().is_some_and(|o| self.is_functional_arg(o))
            }
            _ => false,
        }
    }

    /// JLS 15.12.2.5: functional interfaces that are not related compare by their function types and the expression.
    fn functional_more_specific(&mut self, env: &Env, s: Ty, t: Ty, arg: &Operand) -> bool {
        let ground = |this: &mut Self, ty: Ty| match arg {
            Operand::Lambda(l) => {
                let types = l.body.borrow().as_ref().map(|b| b.types.clone()).unwrap_or_default();
                this.explicit_descriptor(ty, &types)
            }
            _ => this.descriptor(ty),
        };
        let (Ok(ds), Ok(dt)) = (ground(self, s), ground(self, t)) else { return false };
        if ds.params.len() != dt.params.len() {
            return false;
        }
        for (&a, &b) in ds.params.iter().zip(&dt.params) {
            if !self.reduce_same(a, b) {
                return false;
            }
        }
        let (r1, r2) = (ds.ret, dt.ret);
        if r2 == Ty::VOID {
            return true;
        }
        if r1 == Ty::VOID {
            return false;
        }
        match arg {
            Operand::Lambda(l) => {
                let mut count = 0;
                let mut all_primitive = true;
                let mut all_reference = true;
                if let Some(body) = l.body.borrow().as_ref() {
                    for v in &body.results.values {
                        count += 1;
                        let primitive = self.is_standalone_primitive(v);
                        all_primitive &= primitive;
                        all_reference &= !primitive;
                    }
                }
                self.result_more_specific(
                    env,
                    r1,
                    r2,
                    count > 0 && all_primitive,
                    count == 0 || all_reference,
                )
            }
            Operand::MethodRef(r) => {
                let ret = r.exact.map(|m| self.exact_ref_type(r, m).1);
                let primitive = ret.is_some_and(Ty::is_primitive);
                self.result_more_specific(env, r1, r2, primitive, !primitive)
            }
            Operand::Cond(c) => {
                let (then, other) = (c.then.borrow().clone(), c.other.borrow().clone());
                [then, other].into_iter().flatten().all(|o| self.functional_more_specific(env, s, t, &o))
            }
            _ => false,
        }
    }

    fn result_more_specific(&mut self, _env: &Env, r1: Ty, r2: Ty, primitive: bool, reference: bool) -> bool {
        match (r1.is_primitive(), r2.is_primitive()) {
            (true, true) => widens(r1, r2),
            (true, false) => primitive,
            (false, true) => reference,
            (false, false) => {
                let mark = self.infer.mark();
                if self.reduce_subtype(r1, r2) {
                    return true;
                }
                self.infer.undo(mark);
                self.w.is_functional_interface(r1)
                    && self.w.is_functional_interface(r2)
                    && !self.has_infer(r2)
                    && self.w.is_subtype_unchecked(r1, r2).0
            }
        }
    }

    /// Whether an operand is a standalone expression of primitive type.
    fn is_standalone_primitive(&self, op: &Operand) -> bool {
        match op {
            Operand::Done(e) => e.ty.is_primitive(),
            Operand::Cond(c) => {
                c.then.borrow().as_ref().is_some_and(|o| self.is_standalone_primitive(o))
                    && c.other.borrow().as_ref().is_some_and(|o| self.is_standalone_primitive(o))
            }
            _ => false,
        }
    }
}
