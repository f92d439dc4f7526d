//! Loops (JLS 14.12 to 14.14).

use super::coerce::Why;
use super::env::{Env, JumpKind};
use super::operand::Operand;
use super::{Attr, Bindings, error_expr, expr};
use rvm_model::hir::{self, ExprKind, StmtKind};
use rvm_model::symbols::LOCAL_EFFECTIVELY_FINAL;
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::Name;
use rvm_syntax::tree::{self, VarDecl, flags};
use std::rc::Rc;

impl Attr<'_> {
    /// Bindings that hold behind a loop whose condition is false then, unless a break leaves it (JLS 6.3.2.3).
    fn introduce_after_loop(
        &mut self,
        env: &mut Env,
        bind: &Bindings,
        body: &hir::Stmt,
        label: hir::LabelId,
    ) {
        if !bind.when_false.is_empty() && !has_break(body, label) {
            let list = bind.when_false.clone();
            self.introduce(env, &list);
        }
    }

    pub(crate) fn while_loop(
        &mut self,
        env: &mut Env,
        c: &tree::Expr,
        body: &tree::Stmt,
        name: Option<Name>,
    ) -> StmtKind {
        let label = self.new_label();
        let (cond, bind) = self.condition(env, c);
        let inner = env.with_jump(name, label, JumpKind::Loop).with_bindings(&bind.when_true);
        let body = self.sub_stmt(&inner, body);
        self.introduce_after_loop(env, &bind, &body, label);
        StmtKind::While(label, cond, Box::new(body))
    }

    pub(crate) fn do_loop(
        &mut self,
        env: &mut Env,
        body: &tree::Stmt,
        c: &tree::Expr,
        name: Option<Name>,
    ) -> StmtKind {
        let label = self.new_label();
        let inner = env.with_jump(name, label, JumpKind::Loop);
        let body = self.sub_stmt(&inner, body);
        let (cond, bind) = self.condition(env, c);
        self.introduce_after_loop(env, &bind, &body, label);
        StmtKind::Do(label, Box::new(body), cond)
    }

    pub(crate) fn for_loop(
        &mut self,
        env: &mut Env,
        init: &[tree::Stmt],
        c: Option<&tree::Expr>,
        update: &[tree::Stmt],
        body: &tree::Stmt,
        name: Option<Name>,
    ) -> StmtKind {
        let label = self.new_label();
        let mut inner = env.clone();
        let init = self.block_stmts(&mut inner, init);
        let (cond, bind) = match c {
            Some(c) => {
                let (cond, bind) = self.condition(&inner, c);
                (Some(cond), bind)
            }
            None => (None, Bindings::default()),
        };
        let in_loop = inner.with_bindings(&bind.when_true);
        let updates = {
            let mut e = in_loop.clone();
            self.block_stmts(&mut e, update)
        };
        let body = self.sub_stmt(&in_loop.with_jump(name, label, JumpKind::Loop), body);
        self.introduce_after_loop(env, &bind, &body, label);
        StmtKind::For(label, init, cond, updates, Box::new(body))
    }

    /// `for (T x : e) body`.
    pub(crate) fn for_each(
        &mut self,
        env: &Env,
        d: &Rc<VarDecl>,
        e: &tree::Expr,
        body: &tree::Stmt,
        name: Option<Name>,
    ) -> StmtKind {
        let label = self.new_label();
        let op = self.operand(env, e);
        let value = match op {
            Operand::Lambda(_) | Operand::MethodRef(_) => self.standalone(op),
            op => self.standalone(op),
        };
        let elem = self.element_type(&value);
        self.check_duplicate(env, d.name);
        let f = (d.modifiers.flags & flags::FINAL) | LOCAL_EFFECTIVELY_FINAL;
        let declared = d.ty.as_ref().map(|t| self.ctx.resolve_type(&env.types, t));
        if let (Some(node), Some(t)) = (&d.ty, declared) {
            self.ctx.lint_raw(node, t, true);
        }
        let ty = match declared {
            Some(t) => t,
            None if elem == Ty::ERROR => Ty::ERROR,
            None => self.var_type_of(elem),
        };
        let var = self.new_local_in(env, d.name.name, ty, f, d.name.span);
        self.initialised.insert(var);
        self.special_locals.insert(var, super::SpecialLocal::Param);
        let hole = expr(ExprKind::Hole, elem, e.span);
        let conv = if elem == Ty::ERROR || ty == Ty::ERROR {
            error_expr(e.span)
        } else {
            self.coerce(Operand::Done(hole), ty, Why::ASSIGN)
        };
        let mut inner = env.with_jump(name, label, JumpKind::Loop);
        inner.add_local(d.name.name, var);
        let body = self.sub_stmt(&inner, body);
        StmtKind::ForEach(Box::new(hir::ForEach { label, var, expr: value, elem, conv, body }))
    }

    /// The type of the elements of an array or Iterable (JLS 14.14.2).
    fn element_type(&mut self, value: &hir::Expr) -> Ty {
        if value.ty == Ty::ERROR {
            return Ty::ERROR;
        }
        let bound = self.bound_of(value.ty);
        if let Some(e) = self.w.elem_type(bound) {
            return self.w.capture(e);
        }
        let iterable = self.w.class_named("java/lang/Iterable");
        let sup = if value.ty.is_reference() && value.ty != Ty::NULL {
            self.w.as_super(value.ty, iterable)
        } else {
            None
        };
        let Some(sup) = sup else {
            let mut m = self.mentioned();
            let found = self.show_in(value.ty, &mut m);
            self.report(
                value.span,
                "foreach-not-applicable-to-type",
                format!(
                    "for-each not applicable to expression type\n  required: array or java.lang.Iterable\n  found:    {found}"
                ),
                m,
            );
            return Ty::ERROR;
        };
        match self.w.type_args(sup).first().copied() {
            None => self.w.object(),
            Some(a) => {
                if let TyKind::Wildcard(..) = self.w.kind(a) {
                    self.w.upper_bound(a)
                } else {
                    a
                }
            }
        }
    }
}

/// Whether a break to `label` occurs.
fn has_break(s: &hir::Stmt, label: hir::LabelId) -> bool {
    let all = |list: &[hir::Stmt]| list.iter().any(|s| has_break(s, label));
    match &s.kind {
        StmtKind::Break(l) => *l == label,
        StmtKind::Block(b) | StmtKind::Synchronized(_, b) => all(&b.stmts),
        StmtKind::If(_, a, b) => has_break(a, label) || b.as_ref().is_some_and(|b| has_break(b, label)),
        StmtKind::While(_, _, b)
        | StmtKind::Do(_, b, _)
        | StmtKind::For(_, _, _, _, b)
        | StmtKind::Labeled(_, b) => has_break(b, label),
        StmtKind::ForEach(f) => has_break(&f.body, label),
        StmtKind::Switch(s) => s.cases.iter().any(|c| all(&c.body)),
        StmtKind::Try(t) => {
            all(&t.body.stmts)
                || t.catches.iter().any(|c| all(&c.body.stmts))
                || t.finally.as_ref().is_some_and(|f| all(&f.stmts))
        }
        _ => false,
    }
}
