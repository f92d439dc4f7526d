//! Invocation type inference (JLS 18.5.2): arguments that wait for their parameter types add their constraints in an order that
//! respects which variables they need and which they determine.

use super::store::BoundKind;
use crate::attribute::Attr;
use crate::attribute::coerce::Why;
use crate::attribute::operand::{Operand, PendingCall};
use crate::attribute::report::Misfit;
use crate::overload::applicable::Strictness;
use rvm_model::types::{InferVar, Ty, TyKind};
use rvm_syntax::Span;

/// `‹operand → formal›`, waiting.
pub(crate) struct Waiting {
    op: Operand,
    formal: Ty,
}

impl Attr<'_> {
    /// Reduces the constraints of all waiting arguments of a call and of the calls nested in it; false if it failed and was reported.
    pub(crate) fn infer_arguments(&mut self, pc: &PendingCall) -> bool {
        // Without variables of its own, each argument has a target that is known.
        if pc.vars.is_empty() {
            return true;
        }
        let mut list = Vec::new();
        self.collect_call(pc, &mut list);
        while !list.is_empty() {
            let i = self.pick(&list);
            let item = list.remove(i);
            let inputs = self.input_vars(&item);
            let result = if self.resolve(&inputs) {
                self.reduce_waiting(&item, &mut list)
            } else {
                Err((None, self.inference_misfit()))
            };
            if let Err((span, misfit)) = result {
                let at = span.unwrap_or(pc.span);
                let vars = || pc.vars.iter().map(|&v| self.infer.var(v).decl).collect();
                match (self.infer.failure.clone(), misfit) {
                    (Some(f), _) => self.report_inference(pc, &Misfit::Inference(f), Why::ASSIGN),
                    (None, misfit) if !matches!(misfit, Misfit::Owned(_)) => {
                        let misfit = Misfit::CannotInfer(vars(), Box::new(misfit));
                        self.report_inference(pc, &misfit, Why::ASSIGN);
                    }
                    (None, misfit) => self.report_ref(at, &misfit, Why::ASSIGN),
                }
                self.infer.failure = None;
                self.recover(&item.op);
                for rest in &list {
                    self.recover(&rest.op);
                }
                return false;
            }
        }
        true
    }

    fn collect_call(&mut self, pc: &PendingCall, list: &mut Vec<Waiting>) {
        let args = pc.args.borrow();
        for (i, arg) in args.iter().enumerate() {
            let formal = self.formal(&pc.params, i, pc.varargs);
            self.collect(arg, formal, list);
        }
    }

    fn collect(&mut self, op: &Operand, formal: Ty, list: &mut Vec<Waiting>) {
        match op {
            Operand::Done(_) => {}
            Operand::Call(inner) => {
                if !inner.delegated.replace(true) {
                    self.collect_call(inner, list);
                }
            }
            Operand::Lambda(_) | Operand::MethodRef(_) => list.push(Waiting { op: op.clone(), formal }),
            Operand::Cond(c) => {
                let (a, b) = (c.then.borrow().clone(), c.other.borrow().clone());
                for op in [a, b].into_iter().flatten() {
                    self.collect(&op, formal, list);
                }
            }
            Operand::Switch(s) => {
                let values = s.results.borrow().values.clone();
                for op in &values {
                    self.collect(op, formal, list);
                }
            }
        }
    }

    /// The next constraint: one whose input does not depend on what others determine.
    fn pick(&self, list: &[Waiting]) -> usize {
        if list.len() == 1 {
            return 0;
        }
        let outputs: Vec<Vec<InferVar>> = list.iter().map(|w| self.output_vars(w)).collect();
        for (i, item) in list.iter().enumerate() {
            let inputs = self.input_vars(item);
            if inputs.is_empty() {
                return i;
            }
            let reached = self.closure_of(&inputs);
            let free =
                outputs.iter().enumerate().all(|(j, out)| j == i || !out.iter().any(|o| reached.contains(o)));
            if free {
                return i;
            }
        }
        // A cycle: the one that needs least goes first.
        (0..list.len()).min_by_key(|&i| self.input_vars(&list[i]).len()).unwrap_or(0)
    }

    /// The variables that the resolution of `vars` depends on.
    fn closure_of(&self, vars: &[InferVar]) -> Vec<InferVar> {
        let mut out = vars.to_vec();
        let mut i = 0;
        while i < out.len() {
            let v = out[i];
            i += 1;
            if self.infer.inst(v).is_some() {
                continue;
            }
            for kind in [BoundKind::Eq, BoundKind::Lower, BoundKind::Upper] {
                for &b in self.infer.bounds(v, kind) {
                    self.infer_vars_in(b, &mut out);
                }
            }
        }
        out
    }

    /// Input variables of a constraint (JLS 18.5.2.2).
    fn input_vars(&self, item: &Waiting) -> Vec<InferVar> {
        let formal = self.inst(item.formal);
        let mut out = Vec::new();
        if let TyKind::Infer(v) = self.w.kind(formal) {
            out.push(*v);
            return out;
        }
        let needs_params = match &item.op {
            Operand::Lambda(l) => !l.tree.explicit,
            Operand::MethodRef(r) => r.exact.is_none(),
            _ => false,
        };
        if needs_params && let Ok(d) = self.w.functional_descriptor(formal) {
            for &p in &d.params {
                self.infer_vars_in(p, &mut out);
            }
        }
        out
    }

    fn output_vars(&self, item: &Waiting) -> Vec<InferVar> {
        let formal = self.inst(item.formal);
        let mut out = Vec::new();
        if matches!(self.w.kind(formal), TyKind::Infer(_)) {
            return out;
        }
        if let Ok(d) = self.w.functional_descriptor(formal) {
            self.infer_vars_in(d.ret, &mut out);
            // A lambda with declared parameters determines those too.
            let inputs = self.input_vars(item);
            if inputs.is_empty() {
                for &p in &d.params {
                    self.infer_vars_in(p, &mut out);
                }
            }
            out.retain(|v| !inputs.contains(v));
        }
        out
    }

    fn reduce_waiting(
        &mut self,
        item: &Waiting,
        list: &mut Vec<Waiting>,
    ) -> Result<(), (Option<Span>, Misfit)> {
        let formal = self.inst(item.formal);
        if formal == Ty::ERROR {
            return Ok(());
        }
        match &item.op {
            Operand::Lambda(l) => {
                let start = l.span.with_at(l.span.lo);
                let types = l.body.borrow().as_ref().map(|b| b.types.clone());
                let d = match (&types, l.tree.explicit) {
                    (Some(types), true) if !types.contains(&Ty::ERROR) => {
                        self.explicit_descriptor(formal, types)
                    }
                    _ => self.descriptor(formal),
                };
                let d = d.map_err(|m| (None, m))?;
                self.lambda_shape(l, &d).map_err(|m| (None, m))?;
                if !d.type_params.is_empty() {
                    // Reported when the lambda is completed.
                    return Ok(());
                }
                if types.is_none() {
                    let params: Vec<Ty> = d.params.iter().map(|&p| self.inst(p)).collect();
                    // Variables that nothing determines: take what their bounds say.
                    let mut open = Vec::new();
                    for &p in &params {
                        self.infer_vars_in(p, &mut open);
                    }
                    if !self.resolve(&open) {
                        return Err((Some(start), self.inference_misfit()));
                    }
                    let params = params.iter().map(|&p| self.inst(p)).collect();
                    self.attribute_lambda_body(l, params);
                }
                self.reduce_throws(&d.throws, |this| {
                    l.body.borrow().as_ref().map(|b| this.lambda_throws(b)).unwrap_or_default()
                });
                if d.ret == Ty::VOID {
                    return Ok(());
                }
                let values = l.body.borrow().as_ref().map(|b| b.results.values.clone()).unwrap_or_default();
                for v in &values {
                    self.reduce_result(v, d.ret, list).map_err(|t| {
                        (Some(v.span()), Misfit::In("bad return type in lambda expression", Box::new(t)))
                    })?;
                }
                Ok(())
            }
            Operand::MethodRef(r) => {
                let d = self.descriptor(formal).map_err(|m| (None, m))?;
                self.reduce_throws(&d.throws, |this| {
                    let list = r.exact.map(|m| this.w.method(m).throws.clone()).unwrap_or_default();
                    list.into_iter().filter(|&t| !this.ctx.is_unchecked_exception(t)).collect()
                });
                self.reduce_ref(r, &d).map_err(|t| (Some(r.span.with_at(r.span.lo)), t))
            }
            _ => Ok(()),
        }
    }

    /// Checked exceptions of a body are lower bounds of the variables in the function type's throws clause (JLS 18.2.5).
    fn reduce_throws(&mut self, declared: &[Ty], thrown: impl FnOnce(&Self) -> Vec<Ty>) {
        let declared: Vec<Ty> = declared.iter().map(|&t| self.inst(t)).collect();
        let vars: Vec<InferVar> = declared
            .iter()
            .filter_map(|&t| match self.w.kind(t) {
                TyKind::Infer(v) => Some(*v),
                _ => None,
            })
            .collect();
        if vars.is_empty() {
            return;
        }
        for t in thrown(self) {
            if declared.iter().any(|&d| !self.has_infer(d) && self.w.is_subtype(t, d)) {
                continue;
            }
            for &v in &vars {
                self.add_bound(v, BoundKind::Lower, t);
            }
        }
        for v in vars {
            self.infer.set_throws(v);
        }
    }

    /// A result of a lambda body against the function type's result.
    fn reduce_result(&mut self, value: &Operand, ret: Ty, list: &mut Vec<Waiting>) -> Result<(), Misfit> {
        let ret = self.inst(ret);
        match value {
            Operand::Done(e) => {
                if e.ty == Ty::ERROR {
                    return Ok(());
                }
                if !self.has_infer(ret) {
                    return if self.assignable(e, ret) {
                        Ok(())
                    } else {
                        Err(self.convert_misfit(e.ty, ret))
                    };
                }
                if self.reduce_compatible(e.ty, ret, true) {
                    return Ok(());
                }
                Err(self.convert_misfit(e.ty, ret))
            }
            Operand::Call(inner) => {
                if !self.has_infer(ret) {
                    // A proper target: completed by itself later.
                    return Ok(());
                }
                self.call_compatible(inner, ret, Strictness::Loose)?;
                self.collect(value, ret, list);
                Ok(())
            }
            Operand::Lambda(_) | Operand::MethodRef(_) => {
                if self.has_infer(ret) {
                    list.push(Waiting { op: value.clone(), formal: ret });
                }
                Ok(())
            }
            Operand::Cond(c) => {
                let (a, b) = (c.then.borrow().clone(), c.other.borrow().clone());
                for op in [a, b].into_iter().flatten() {
                    self.reduce_result(&op, ret, list)?;
                }
                Ok(())
            }
            Operand::Switch(s) => {
                let values = s.results.borrow().values.clone();
                for op in &values {
                    self.reduce_result(op, ret, list)?;
                }
                Ok(())
            }
        }
    }
}
