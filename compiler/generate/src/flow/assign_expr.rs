//! Definite assignment: expressions, with what holds when a boolean is true or false (JLS 16.1).

use super::assign::{Pass, State, Var};
use super::walk::{constant, operands};
use rvm_model::hir::*;
use rvm_model::types::Ty;

impl<'a> Pass<'_, 'a> {
    pub(super) fn expr(&mut self, e: &'a Expr) {
        match &e.kind {
            ExprKind::Local(local) => self.check_read(e.span, Var::Local(*local)),
            ExprKind::Field { recv, field, .. } => {
                recv.iter().for_each(|r| self.expr(r));
                if own_place(e) {
                    self.check_read(e.span, Var::Field(*field));
                }
            }
            ExprKind::Assign(target, value) => {
                self.target_operands(target);
                self.expr(value);
                self.assigned(target);
            }
            ExprKind::CompoundAssign { target, rhs, .. } => {
                self.expr(target);
                self.expr(rhs);
                self.assigned(target);
            }
            ExprKind::IncDec { target, .. } => {
                self.expr(target);
                self.assigned(target);
            }
            ExprKind::Unary(UnaryOp::Not, _) | ExprKind::Binary(BinaryOp::AndAnd | BinaryOp::OrOr, ..) => {
                let (mut yes, no) = self.cond(e);
                yes.and(&no);
                self.s = yes;
            }
            ExprKind::Binary(..) => {
                let mut rights = Vec::new();
                let mut first = e;
                while let ExprKind::Binary(op, l, r) = &first.kind {
                    if matches!(op, BinaryOp::AndAnd | BinaryOp::OrOr) {
                        break;
                    }
                    rights.push(&**r);
                    first = l;
                }
                self.expr(first);
                rights.into_iter().rev().for_each(|r| self.expr(r));
            }
            ExprKind::Conditional(c, a, b) => {
                if e.ty == Ty::BOOLEAN {
                    let (mut yes, no) = self.cond(e);
                    yes.and(&no);
                    self.s = yes;
                    return;
                }
                let (yes, no) = self.cond(c);
                self.s = yes;
                self.expr(a);
                let after = std::mem::replace(&mut self.s, no);
                self.expr(b);
                self.s.and(&after);
            }
            ExprKind::InstanceOf(value, _, binding) => {
                self.expr(value);
                if let Some(binding) = binding {
                    self.parameter(*binding);
                }
            }
            ExprKind::Lambda(lambda) => self.lambda(lambda),
            ExprKind::Switch(switch) => {
                let when_false = self.switch(switch, true);
                if e.ty == Ty::BOOLEAN {
                    self.s.and(&when_false);
                }
            }
            ExprKind::New { class, .. } => {
                operands(e, &mut |x| self.expr(x));
                if self.shared.w.class_raw(*class).name.as_str().is_empty()
                    && let Some(&body) = self.shared.bodies.get(class)
                {
                    self.class(body);
                }
            }
            _ => operands(e, &mut |x| self.expr(x)),
        }
    }

    // What is evaluated of an assignment's target: not its value.
    fn target_operands(&mut self, target: &'a Expr) {
        if !matches!(target.kind, ExprKind::Local(_)) {
            operands(target, &mut |x| self.expr(x));
        }
    }

    fn assigned(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Local(local) => self.let_init(target.span, Var::Local(*local)),
            ExprKind::Field { field, .. } if own_place(target) => {
                self.let_init(target.span, Var::Field(*field))
            }
            _ => {}
        }
    }

    /// The states when true and when false.
    pub(super) fn cond(&mut self, e: &'a Expr) -> (State, State) {
        match constant(e) {
            Some(true) => return (self.s.clone(), self.vacuous(&self.s)),
            Some(false) => return (self.vacuous(&self.s), self.s.clone()),
            None => {}
        }
        match &e.kind {
            ExprKind::Unary(UnaryOp::Not, inner) => {
                let (yes, no) = self.cond(inner);
                (no, yes)
            }
            ExprKind::Binary(BinaryOp::AndAnd, l, r) => {
                let (yes, mut no) = self.cond(l);
                self.s = yes;
                let (yes, right_no) = self.cond(r);
                no.and(&right_no);
                (yes, no)
            }
            ExprKind::Binary(BinaryOp::OrOr, l, r) => {
                let (mut yes, no) = self.cond(l);
                self.s = no;
                let (right_yes, no) = self.cond(r);
                yes.and(&right_yes);
                (yes, no)
            }
            ExprKind::Conditional(c, a, b) if e.ty == Ty::BOOLEAN => {
                let (yes, no) = self.cond(c);
                self.s = yes;
                let (mut yes, mut no_a) = self.cond(a);
                self.s = no;
                let (yes_b, no_b) = self.cond(b);
                yes.and(&yes_b);
                no_a.and(&no_b);
                (yes, no_a)
            }
            ExprKind::Switch(switch) if e.ty == Ty::BOOLEAN => {
                let no = self.switch(switch, true);
                (self.s.clone(), no)
            }
            _ => {
                self.expr(e);
                (self.s.clone(), self.s.clone())
            }
        }
    }
}

/// A field named simply or by `this.`; only such names count (JLS 16).
fn own_place(e: &Expr) -> bool {
    match &e.kind {
        ExprKind::Field { recv: Some(recv), .. } => matches!(recv.kind, ExprKind::This(_)),
        ExprKind::Field { recv: None, .. } => e.span.at == e.span.lo,
        _ => false,
    }
}
