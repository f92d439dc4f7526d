//! Operands meet their targets: assignment and invocation contexts (JLS 5.2, 5.3), and expressions without a target.

use super::operand::{Callee, Operand, PendingCall, PendingCond, PendingSwitch, placeholder_index};
use super::report::Misfit;
use super::{Attr, error_expr, expr};
use crate::overload::applicable::Strictness;
use rvm_model::hir::{self, ExprKind, StmtKind};
use rvm_model::types::Ty;
use rvm_syntax::Span;

/// The words around a mismatch: where the value stands.
#[derive(Clone, Copy, Default)]
pub(crate) struct Why {
    /// `bad return type in lambda expression` and its like; empty for a plain context.
    pub prefix: &'static str,
    /// The arguments of a call were checked by overload resolution already.
    pub checked: bool,
}

impl Why {
    pub(crate) const ASSIGN: Why = Why { prefix: "", checked: false };
    pub(crate) const ARGUMENT: Why = Why { prefix: "", checked: true };
    pub(crate) const LAMBDA: Why = Why { prefix: "bad return type in lambda expression", checked: false };
    pub(crate) const CONDITIONAL: Why = Why { prefix: "bad type in conditional expression", checked: false };
    pub(crate) const SWITCH: Why = Why { prefix: "bad type in switch expression", checked: false };
}

impl Attr<'_> {
    /// An operand without a target.
    pub(crate) fn standalone(&mut self, op: Operand) -> hir::Expr {
        match op {
            Operand::Done(e) => e,
            Operand::Call(pc) => self.complete_call(&pc, None, Why::ASSIGN),
            Operand::Lambda(l) => {
                self.error(
                    l.span.with_at(l.span.lo),
                    "unexpected-lambda",
                    "lambda expression not expected here",
                );
                self.recover(&Operand::Lambda(l.clone()));
                error_expr(l.span)
            }
            Operand::MethodRef(r) => {
                self.error(
                    r.span.with_at(r.span.lo),
                    "unexpected-mref",
                    "method reference not expected here",
                );
                error_expr(r.span)
            }
            Operand::Cond(c) => {
                let (Some(a), Some(b)) = (c.then.take(), c.other.take()) else { return error_expr(c.span) };
                let (a, b) = (self.standalone(a), self.standalone(b));
                self.finish_conditional(c.cond.clone(), a, b, c.span)
            }
            Operand::Switch(s) => {
                let values = std::mem::take(&mut s.results.borrow_mut().values);
                let values: Vec<hir::Expr> = values.into_iter().map(|v| self.standalone(v)).collect();
                let ty = self.standalone_result_type(&values);
                let values = values.into_iter().map(|v| self.convert_result(v, ty)).collect();
                self.build_switch(&s, values, ty)
            }
        }
    }

    fn convert_result(&mut self, e: hir::Expr, ty: Ty) -> hir::Expr {
        if ty == Ty::ERROR || e.ty == Ty::ERROR { e } else { self.convert(e, ty) }
    }

    /// The type of a switch expression (JLS 15.28.1) or conditional from the types of its results, when there is no target.
    pub(crate) fn standalone_result_type(&mut self, values: &[hir::Expr]) -> Ty {
        let types: Vec<Ty> = values.iter().map(|v| v.ty).filter(|&t| t != Ty::ERROR).collect();
        let Some(&first) = types.first() else { return Ty::ERROR };
        if types.iter().all(|&t| t == first) {
            return first;
        }
        if types.contains(&Ty::VOID) {
            return Ty::ERROR;
        }
        let unboxed: Vec<Ty> = types.iter().map(|&t| self.unboxed_or_self(t)).collect();
        if unboxed.iter().all(|&t| t == Ty::BOOLEAN) {
            return Ty::BOOLEAN;
        }
        if unboxed.iter().all(|t| t.is_numeric()) {
            let mut ty = unboxed[0];
            for &u in &unboxed[1..] {
                ty = if ty == u { ty } else { self.numeric_result(ty, u, values) };
            }
            return ty;
        }
        let boxed: Vec<Ty> = types.iter().map(|&t| self.w.boxed(t)).collect();
        let t = self.w.lub(&boxed);
        self.w.capture(t)
    }

    fn numeric_result(&self, a: Ty, b: Ty, values: &[hir::Expr]) -> Ty {
        if matches!((a, b), (Ty::BYTE, Ty::SHORT) | (Ty::SHORT, Ty::BYTE)) {
            return Ty::SHORT;
        }
        for (small, other) in [(a, b), (b, a)] {
            if matches!(small, Ty::BYTE | Ty::SHORT | Ty::CHAR) && other == Ty::INT {
                let fit = values.iter().filter(|v| self.unboxed_or_self(v.ty) == Ty::INT).all(|v| {
                    super::convert::constant_of(v)
                        .is_some_and(|c| super::convert::constant_fits(c, Ty::INT, small))
                });
                if fit {
                    return small;
                }
            }
        }
        self.promote2(a, b)
    }

    /// An operand in a context with a target type. Reports what does not fit.
    pub(crate) fn coerce(&mut self, op: Operand, target: Ty, why: Why) -> hir::Expr {
        let target = self.inst(target);
        if target == Ty::ERROR {
            let span = op.span();
            self.recover(&op);
            return match op {
                Operand::Done(e) => e,
                _ => error_expr(span),
            };
        }
        match op {
            Operand::Done(e) => self.coerce_done(e, target, why),
            Operand::Call(pc) => self.complete_call(&pc, Some(target), why),
            Operand::Lambda(l) => self.complete_lambda(&l, target, why),
            Operand::MethodRef(r) => self.complete_ref(&r, target, why),
            Operand::Cond(c) => self.complete_cond(&c, target),
            Operand::Switch(s) => self.complete_switch(&s, target),
        }
    }

    fn coerce_done(&mut self, e: hir::Expr, target: Ty, why: Why) -> hir::Expr {
        if e.ty == Ty::ERROR {
            return e;
        }
        let ok = if why.checked { true } else { self.check_unchecked(&e, target) };
        if !ok {
            self.report_bad_value(e.span, e.ty, target, why);
            return error_expr(e.span);
        }
        self.convert(e, target)
    }

    fn check_unchecked(&mut self, e: &hir::Expr, target: Ty) -> bool {
        let before = std::mem::replace(&mut self.infer.unchecked, false);
        let ok = self.assignable(e, target);
        if self.infer.unchecked && ok {
            self.lint_unchecked(e.span, "conversion", target, e.ty);
        }
        self.infer.unchecked = before;
        ok
    }

    /// Reports that a value does not fit.
    pub(crate) fn report_bad_value(&self, span: Span, from: Ty, to: Ty, why: Why) {
        if from == Ty::ERROR || to == Ty::ERROR {
            return;
        }
        self.report_misfit(span, &self.convert_misfit(from, to), why);
    }

    /// Reports a misfit with the words of its context.
    pub(crate) fn report_misfit(&self, span: Span, misfit: &Misfit, why: Why) {
        let mut m = self.mentioned();
        let text = self.misfit_text(misfit, &mut m);
        let text = match why.prefix {
            "" => indent_details(&text),
            prefix => indent_details(&format!("{prefix}\n{}", deeper(&text))),
        };
        self.incompatible(span, &text, m);
    }

    fn complete_cond(&mut self, c: &PendingCond, target: Ty) -> hir::Expr {
        let (Some(a), Some(b)) = (c.then.take(), c.other.take()) else { return error_expr(c.span) };
        let a = self.coerce(a, target, Why::CONDITIONAL);
        let b = self.coerce(b, target, Why::CONDITIONAL);
        if a.ty == Ty::ERROR || b.ty == Ty::ERROR {
            return error_expr(c.span);
        }
        let kind = ExprKind::Conditional(Box::new(c.cond.clone()), Box::new(a), Box::new(b));
        expr(kind, target, c.span)
    }

    fn complete_switch(&mut self, s: &PendingSwitch, target: Ty) -> hir::Expr {
        let values = std::mem::take(&mut s.results.borrow_mut().values);
        let values: Vec<hir::Expr> =
            values.into_iter().map(|v| self.coerce(v, target, Why::SWITCH)).collect();
        self.build_switch(s, values, target)
    }

    /// The switch expression with its results put in the places of the placeholders.
    pub(crate) fn build_switch(&mut self, s: &PendingSwitch, values: Vec<hir::Expr>, ty: Ty) -> hir::Expr {
        let Some(mut switch) = s.switch.take() else { return error_expr(s.span) };
        let mut values: Vec<Option<hir::Expr>> = values.into_iter().map(Some).collect();
        let label = switch.label;
        for case in &mut switch.cases {
            for st in &mut case.body {
                fill(st, &mut values, Some(label));
            }
        }
        expr(ExprKind::Switch(Box::new(switch)), ty, s.span)
    }

    /// Attributes what still waits in an operand that will not be used, for the messages in it.
    pub(crate) fn recover(&mut self, op: &Operand) {
        match op {
            Operand::Done(_) | Operand::MethodRef(_) => {}
            Operand::Call(pc) => {
                let args = pc.args.borrow().clone();
                for a in &args {
                    self.recover(a);
                }
            }
            Operand::Lambda(l) => {
                let attributed = l.body.borrow().is_some();
                if !attributed {
                    let types = vec![Ty::ERROR; l.tree.params.len()];
                    self.attribute_lambda_body(l, types);
                }
                let values = l.body.borrow().as_ref().map(|b| b.results.values.clone()).unwrap_or_default();
                for v in &values {
                    self.recover(v);
                }
            }
            Operand::Cond(c) => {
                for op in [c.then.borrow().clone(), c.other.borrow().clone()].into_iter().flatten() {
                    self.recover(&op);
                }
            }
            Operand::Switch(s) => {
                let values = s.results.borrow().values.clone();
                for v in &values {
                    self.recover(v);
                }
            }
        }
    }

    /// Resolves a pending call and makes its node, converted to the target if there is one.
    pub(crate) fn complete_call(&mut self, pc: &PendingCall, target: Option<Ty>, why: Why) -> hir::Expr {
        self.infer.failure = None;
        let mut failed = None;
        let mut converted_unchecked = false;
        if let Some(t) = target
            && !pc.delegated.get()
        {
            let mark = self.infer.mark();
            let before = std::mem::replace(&mut self.infer.unchecked, false);
            if let Err(misfit) = self.call_compatible(pc, t, Strictness::Loose) {
                let misfit = match self.infer.failure.take() {
                    Some(f) => Misfit::Inference(f),
                    None if !self.has_infer(self.inst(pc.ret)) => misfit,
                    None => Misfit::NoInstance(
                        pc.vars.iter().map(|&v| self.infer.var(v).decl).collect(),
                        self.without_infer(pc.ret),
                        self.without_infer(t),
                    ),
                };
                self.infer.undo(mark);
                failed = Some(misfit);
            }
            converted_unchecked = self.infer.unchecked;
            self.infer.unchecked = before;
        }
        if failed.is_none() && !pc.delegated.get() && !self.infer_arguments(pc) {
            return error_expr(pc.span);
        }
        let mut vars = pc.vars.clone();
        self.infer_vars_in(pc.ret, &mut vars);
        if failed.is_none() && !self.resolve(&vars) {
            failed = Some(self.inference_misfit());
        }
        if let Some(misfit) = failed {
            self.report_inference(pc, &misfit, why);
            let args = pc.args.borrow().clone();
            for a in &args {
                self.recover(a);
            }
            return error_expr(pc.span);
        }
        let e = self.build_call(pc);
        if let (true, Some(t)) = (converted_unchecked && e.ty != Ty::ERROR, target) {
            self.lint_unchecked(pc.span, "conversion", self.inst(t), e.ty);
        }
        match target {
            Some(t) if e.ty != Ty::ERROR => {
                let t = self.inst(t);
                if self.has_infer(t) { e } else { self.coerce_done(e, t, Why { checked: false, ..why }) }
            }
            _ => e,
        }
    }

    pub(crate) fn diamond_name(&self, pc: &PendingCall) -> String {
        match pc.callee {
            Callee::New { class, .. } => format!("{}<>", self.w.class(class).name),
            Callee::Method { .. } => self.method_name(pc.method).to_string(),
        }
    }

    /// Reports that the inference of a call failed.
    pub(crate) fn report_inference(&self, pc: &PendingCall, misfit: &Misfit, why: Why) {
        match pc.callee {
            Callee::New { .. } => {
                let mut m = self.mentioned();
                let reason = self.misfit_text(misfit, &mut m);
                let text =
                    format!("cannot infer type arguments for {}\nreason: {reason}", self.diamond_name(pc));
                self.incompatible(pc.name_span, &indent_reason(&text), m);
            }
            _ => self.report_misfit(pc.span, misfit, why),
        }
    }
}

/// A text as the detail of another: its own details stand deeper.
pub(crate) fn deeper(text: &str) -> String {
    text.replace('\n', "\n  ")
}

/// Detail lines of a reason stand four columns in.
pub(crate) fn indent_details(text: &str) -> String {
    let mut lines = text.lines();
    let mut out = lines.next().unwrap_or("").to_string();
    for l in lines {
        out.push_str("\n    ");
        out.push_str(l);
    }
    out
}

fn indent_reason(text: &str) -> String {
    let mut out = String::new();
    for (i, l) in text.lines().enumerate() {
        match i {
            0 => out.push_str(l),
            1 => {
                out.push_str("\n    ");
                out.push_str(l);
            }
            _ => {
                out.push_str("\n      ");
                out.push_str(l);
            }
        }
    }
    out
}

/// Puts values in the places of their placeholders: in yields to `label`, or in returns if there is none.
pub(crate) fn fill(st: &mut hir::Stmt, values: &mut [Option<hir::Expr>], label: Option<hir::LabelId>) {
    let mut put = |e: &mut hir::Expr| {
        if let Some(i) = placeholder_index(e)
            && let Some(v) = values.get_mut(i).and_then(Option::take)
        {
            *e = v;
        }
    };
    match &mut st.kind {
        StmtKind::Return(Some(e)) if label.is_none() => put(e),
        StmtKind::Yield(l, e) if label == Some(*l) => put(e),
        StmtKind::Block(b) => fill_all(&mut b.stmts, values, label),
        StmtKind::If(_, a, b) => {
            fill(a, values, label);
            if let Some(b) = b {
                fill(b, values, label);
            }
        }
        StmtKind::While(_, _, b)
        | StmtKind::Do(_, b, _)
        | StmtKind::For(_, _, _, _, b)
        | StmtKind::Labeled(_, b) => {
            fill(b, values, label);
        }
        StmtKind::ForEach(f) => fill(&mut f.body, values, label),
        StmtKind::Switch(s) => {
            for case in &mut s.cases {
                fill_all(&mut case.body, values, label);
            }
        }
        StmtKind::Try(t) => {
            fill_all(&mut t.body.stmts, values, label);
            for c in &mut t.catches {
                fill_all(&mut c.body.stmts, values, label);
            }
            if let Some(f) = &mut t.finally {
                fill_all(&mut f.stmts, values, label);
            }
        }
        StmtKind::Synchronized(_, b) => fill_all(&mut b.stmts, values, label),
        _ => {}
    }
}

/// As [`fill`], for a list.
pub(crate) fn fill_all(
    list: &mut [hir::Stmt],
    values: &mut [Option<hir::Expr>],
    label: Option<hir::LabelId>,
) {
    for st in list {
        fill(st, values, label);
    }
}
