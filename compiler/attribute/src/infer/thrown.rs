//! The checked exceptions that a lambda body may throw, for inference variables in throws clauses (JLS 18.2.5).

use crate::attribute::Attr;
use crate::attribute::operand::{LambdaBody, Operand};
use rvm_model::hir::{Block, Expr, ExprKind, MethodRefTarget, Stmt, StmtKind, Switch};
use rvm_model::types::Ty;

impl Attr<'_> {
    /// What an attributed lambda body throws, results that wait included.
    pub(crate) fn lambda_throws(&self, body: &LambdaBody) -> Vec<Ty> {
        let mut out = Vec::new();
        self.thrown_in_block(&body.block, &mut out);
        for v in &body.results.values {
            self.thrown_by_operand(v, &mut out);
        }
        out.retain(|&t| t != Ty::ERROR && !self.ctx.is_unchecked_exception(t));
        out
    }

    fn thrown_by_operand(&self, op: &Operand, out: &mut Vec<Ty>) {
        match op {
            Operand::Done(e) => self.thrown_by(e, out),
            Operand::Call(pc) => {
                for &t in &self.w.method(pc.method).throws {
                    let t = self.inst(self.w.subst(t, &pc.type_env.0, &pc.type_env.1));
                    if !self.has_infer(t) {
                        out.push(t);
                    }
                }
                if let crate::attribute::operand::Callee::Method { recv, .. } = &pc.callee
                    && let Some(r) = &*recv.borrow()
                {
                    self.thrown_by(r, out);
                }
                for a in pc.args.borrow().iter() {
                    self.thrown_by_operand(a, out);
                }
            }
            Operand::Cond(c) => {
                self.thrown_by(&c.cond, out);
                for o in [&c.then, &c.other] {
                    if let Some(o) = &*o.borrow() {
                        self.thrown_by_operand(o, out);
                    }
                }
            }
            Operand::Switch(s) => {
                if let Some(s) = &*s.switch.borrow() {
                    self.thrown_in_switch(s, out);
                }
                for v in &s.results.borrow().values {
                    self.thrown_by_operand(v, out);
                }
            }
            Operand::Lambda(_) | Operand::MethodRef(_) => {}
        }
    }

    fn thrown_in_block(&self, b: &Block, out: &mut Vec<Ty>) {
        b.stmts.iter().for_each(|s| self.thrown_in(s, out));
    }

    fn thrown_in_switch(&self, s: &Switch, out: &mut Vec<Ty>) {
        self.thrown_by(&s.selector, out);
        for c in &s.cases {
            c.body.iter().for_each(|s| self.thrown_in(s, out));
        }
    }

    fn thrown_in(&self, s: &Stmt, out: &mut Vec<Ty>) {
        match &s.kind {
            StmtKind::Empty | StmtKind::Class(_) | StmtKind::Break(_) | StmtKind::Continue(_) => {}
            StmtKind::Block(b) => self.thrown_in_block(b, out),
            StmtKind::Local(_, init) => init.iter().for_each(|e| self.thrown_by(e, out)),
            StmtKind::Expr(e) | StmtKind::Yield(_, e) => self.thrown_by(e, out),
            StmtKind::If(c, a, b) => {
                self.thrown_by(c, out);
                self.thrown_in(a, out);
                if let Some(b) = b {
                    self.thrown_in(b, out);
                }
            }
            StmtKind::While(_, c, b) | StmtKind::Do(_, b, c) => {
                self.thrown_by(c, out);
                self.thrown_in(b, out);
            }
            StmtKind::For(_, init, c, update, b) => {
                init.iter().chain(update).for_each(|s| self.thrown_in(s, out));
                c.iter().for_each(|c| self.thrown_by(c, out));
                self.thrown_in(b, out);
            }
            StmtKind::ForEach(f) => {
                self.thrown_by(&f.expr, out);
                self.thrown_in(&f.body, out);
            }
            StmtKind::Labeled(_, b) => self.thrown_in(b, out),
            StmtKind::Switch(s) => self.thrown_in_switch(s, out),
            StmtKind::Return(e) => e.iter().for_each(|e| self.thrown_by(e, out)),
            StmtKind::Throw(e) => {
                self.thrown_by(e, out);
                if e.ty.is_reference() && e.ty != Ty::NULL {
                    out.push(e.ty);
                }
            }
            StmtKind::Try(t) => {
                let mut inner = Vec::new();
                for r in &t.resources {
                    self.thrown_by(&r.init, &mut inner);
                    inner.extend_from_slice(&self.w.method(r.close).throws);
                }
                self.thrown_in_block(&t.body, &mut inner);
                for c in &t.catches {
                    inner.retain(|&x| !c.types.iter().any(|&(caught, _)| self.w.is_subtype(x, caught)));
                    self.thrown_in_block(&c.body, out);
                }
                out.extend(inner);
                if let Some(f) = &t.finally {
                    self.thrown_in_block(f, out);
                }
            }
            StmtKind::Synchronized(e, b) => {
                self.thrown_by(e, out);
                self.thrown_in_block(b, out);
            }
            StmtKind::Assert(c, d) => {
                self.thrown_by(c, out);
                d.iter().for_each(|d| self.thrown_by(d, out));
            }
        }
    }

    fn thrown_by(&self, e: &Expr, out: &mut Vec<Ty>) {
        match &e.kind {
            ExprKind::Call { recv, args, throws, .. } => {
                recv.iter().for_each(|r| self.thrown_by(r, out));
                args.iter().for_each(|a| self.thrown_by(a, out));
                out.extend_from_slice(throws);
            }
            ExprKind::New { outer, args, throws, .. } | ExprKind::CtorCall { outer, args, throws, .. } => {
                outer.iter().for_each(|r| self.thrown_by(r, out));
                args.iter().for_each(|a| self.thrown_by(a, out));
                out.extend_from_slice(throws);
            }
            ExprKind::Field { recv, .. } => recv.iter().for_each(|r| self.thrown_by(r, out)),
            ExprKind::ArrayLength(x)
            | ExprKind::Unary(_, x)
            | ExprKind::InstanceOf(x, ..)
            | ExprKind::Convert(_, x) => self.thrown_by(x, out),
            ExprKind::Index(a, b) | ExprKind::Binary(_, a, b) | ExprKind::Assign(a, b) => {
                self.thrown_by(a, out);
                self.thrown_by(b, out);
            }
            ExprKind::CompoundAssign { target, rhs, .. } => {
                self.thrown_by(target, out);
                self.thrown_by(rhs, out);
            }
            ExprKind::IncDec { target, .. } => self.thrown_by(target, out),
            ExprKind::NewArray(list) | ExprKind::ArrayInit(list) | ExprKind::Concat(list) => {
                list.iter().for_each(|x| self.thrown_by(x, out));
            }
            ExprKind::Conditional(a, b, c) => [a, b, c].into_iter().for_each(|x| self.thrown_by(x, out)),
            ExprKind::MethodRef(r) => {
                if let MethodRefTarget::Method { recv: Some(r), .. } = &r.target {
                    self.thrown_by(r, out);
                }
            }
            ExprKind::Switch(s) => self.thrown_in_switch(s, out),
            ExprKind::Literal(_)
            | ExprKind::Null
            | ExprKind::Local(_)
            | ExprKind::This(_)
            | ExprKind::ClassLit(_)
            | ExprKind::Lambda(_)
            | ExprKind::Hole
            | ExprKind::Error => {}
        }
    }
}
