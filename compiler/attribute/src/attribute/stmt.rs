//! Statements (JLS 14), the plain ones, and local variables.

use super::coerce::Why;
use super::env::{Env, JumpKind, Return};
use super::operand::placeholder;
use super::{Attr, Bindings, error_expr};
use crate::enter::annotations::Site;
use rvm_model::hir::{self, LabelId, StmtKind};
use rvm_model::symbols::{ClassId, LOCAL_EFFECTIVELY_FINAL, LOCAL_PARAM, LocalId, LocalSym};
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::tree::Ident;
use rvm_syntax::tree::{self, Param, VarDecl, flags};
use rvm_syntax::{Name, Span};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

impl Attr<'_> {
    /// A block with a scope of its own.
    pub(crate) fn block(&mut self, env: &Env, b: &tree::Block) -> hir::Block {
        let mut env = env.clone();
        env.types = env.types.with_block();
        let stmts = self.block_stmts(&mut env, &b.stmts);
        hir::Block { stmts, span: b.span }
    }

    /// Statements in sequence: declarations stay in scope in `env`.
    pub(crate) fn block_stmts(&mut self, env: &mut Env, stmts: &[tree::Stmt]) -> Vec<hir::Stmt> {
        let mut out = Vec::with_capacity(stmts.len());
        for s in stmts {
            self.stmt_into(env, s, &mut out);
        }
        out
    }

    /// A statement that is not in a block: its declarations end with it.
    pub(crate) fn sub_stmt(&mut self, env: &Env, s: &tree::Stmt) -> hir::Stmt {
        let mut env = env.clone();
        let mut out = Vec::with_capacity(1);
        self.stmt_into(&mut env, s, &mut out);
        match out.len() {
            1 => out.swap_remove(0),
            _ => hir::Stmt { kind: StmtKind::Block(hir::Block { stmts: out, span: s.span }), span: s.span },
        }
    }

    /// A statement; what it declares or binds for what follows is added to `env`.
    pub(crate) fn stmt_into(&mut self, env: &mut Env, s: &tree::Stmt, out: &mut Vec<hir::Stmt>) {
        if self.nested == 0 {
            // No expression is under way: all inference is over.
            self.infer.clear();
        }
        let span = s.span;
        let kind = match &s.kind {
            tree::StmtKind::Empty => StmtKind::Empty,
            tree::StmtKind::Block(b) => StmtKind::Block(self.block(env, b)),
            tree::StmtKind::Local(d) => {
                self.local_decl(env, d, span, out);
                return;
            }
            tree::StmtKind::Locals(list) => {
                for d in list {
                    self.local_decl(env, d, d.span, out);
                }
                return;
            }
            tree::StmtKind::Type(decl) => {
                let is_static = self.in_static_context(env);
                let class = self.ctx.enter_local_class(decl, &env.types, env.frame.method, is_static);
                let saved = self.take_bindings();
                let body = self.class_body(class, Some(env));
                self.bindings = saved;
                self.add_body(body);
                StmtKind::Class(class)
            }
            tree::StmtKind::Expr(e) => StmtKind::Expr(self.expr_stmt(env, e)),
            tree::StmtKind::If(c, a, b) => {
                let (cond, bind) = self.condition(env, c);
                let then = self.sub_stmt(&env.with_bindings(&bind.when_true), a);
                let other =
                    b.as_ref().map(|b| Box::new(self.sub_stmt(&env.with_bindings(&bind.when_false), b)));
                if b.is_none() && matches!(a.kind, tree::StmtKind::Empty) {
                    let text = "empty statement after if";
                    self.ctx.diags.lint(rvm_syntax::lint::Lint::Empty, a.span, "empty-if", text);
                }
                self.introduce_after_if(env, &bind, a, b.as_deref());
                StmtKind::If(cond, Box::new(then), other)
            }
            tree::StmtKind::While(c, body) => self.while_loop(env, c, body, None),
            tree::StmtKind::Do(body, c) => self.do_loop(env, body, c, None),
            tree::StmtKind::For(init, c, update, body) => {
                self.for_loop(env, init, c.as_ref(), update, body, None)
            }
            tree::StmtKind::ForEach(d, e, body) => self.for_each(env, d, e, body, None),
            tree::StmtKind::Labeled(name, body) => self.labeled(env, *name, body),
            tree::StmtKind::Switch(selector, cases) => self.switch_stmt(env, selector, cases, span, None),
            tree::StmtKind::Return(value) => self.return_stmt(env, value.as_ref(), span),
            tree::StmtKind::Break(name) => self.break_stmt(env, *name, span),
            tree::StmtKind::Continue(name) => self.continue_stmt(env, *name, span),
            tree::StmtKind::Yield(e) => self.yield_stmt(env, e, span),
            tree::StmtKind::Throw(e) => {
                let value = self.expr(env, e);
                let throwable = self.w.type_named("java/lang/Throwable");
                if value.ty != Ty::ERROR && !self.w.is_subtype(value.ty, throwable) {
                    self.report_mismatch(span, value.ty, throwable);
                    StmtKind::Throw(error_expr(e.span))
                } else {
                    StmtKind::Throw(value)
                }
            }
            tree::StmtKind::Try(t) => self.try_stmt(env, t, span),
            tree::StmtKind::Synchronized(e, b) => {
                let lock = self.expr(env, e);
                if lock.ty.is_primitive() || lock.ty == Ty::NULL || lock.ty == Ty::VOID {
                    let mut m = self.mentioned();
                    let found = self.show_in(lock.ty, &mut m);
                    self.report(
                        span,
                        "type-found-req",
                        format!("unexpected type\n  required: reference\n  found:    {found}"),
                        m,
                    );
                }
                self.lint_synchronized(&lock, span);
                let body = self.block(env, b);
                StmtKind::Synchronized(lock, body)
            }
            tree::StmtKind::Assert(c, detail) => {
                let (cond, bind) = self.condition(env, c);
                let detail = detail.as_ref().map(|d| {
                    let e = self.expr(&env.with_bindings(&bind.when_false), d);
                    if e.ty == Ty::VOID {
                        self.error(d.span, "void-not-allowed-here", "'void' type not allowed here");
                        return error_expr(d.span);
                    }
                    e
                });
                StmtKind::Assert(cond, detail)
            }
        };
        out.push(hir::Stmt { kind, span });
    }

    /// JLS 6.3.2.2: bindings that hold behind an `if` because the other way does not come there.
    fn introduce_after_if(&mut self, env: &mut Env, bind: &Bindings, a: &tree::Stmt, b: Option<&tree::Stmt>) {
        if bind.when_true.is_empty() && bind.when_false.is_empty() {
            return;
        }
        let then_ends = !super::lambda::completes(a);
        let else_ends = b.is_some_and(|b| !super::lambda::completes(b));
        if then_ends && !else_ends {
            self.introduce(env, &bind.when_false);
        } else if else_ends && !then_ends {
            self.introduce(env, &bind.when_true);
        }
    }

    pub(crate) fn introduce(&mut self, env: &mut Env, bindings: &[(Name, LocalId)]) {
        for &(name, id) in bindings {
            env.add_local(name, id);
        }
    }

    /// An expression statement: its value, if it has one, is dropped.
    pub(crate) fn expr_stmt(&mut self, env: &Env, e: &tree::Expr) -> hir::Expr {
        let mut value = self.expr(env, e);
        if let hir::ExprKind::Call { method, .. } = &value.kind
            && self.w.method(*method).polymorphic
            && self.w.method(*method).ret == self.w.object()
        {
            value.ty = Ty::VOID;
        }
        value
    }

    // ---- local variables ----

    pub(crate) fn new_local(
        &mut self,
        name: Name,
        ty: Ty,
        f: u32,
        span: Span,
        class: ClassId,
        lambda_depth: u32,
    ) -> LocalId {
        self.w.add_local(|id| LocalSym {
            id,
            name,
            ty: Cell::new(ty),
            flags: Cell::new(f),
            constant: RefCell::new(None),
            span,
            class,
            lambda_depth,
        })
    }

    pub(crate) fn new_local_in(&mut self, env: &Env, name: Name, ty: Ty, f: u32, span: Span) -> LocalId {
        self.new_local(name, ty, f, span, env.class(), env.frame.lambda_depth)
    }

    /// A parameter of a method, lambda or catch clause: it has a value from the start.
    pub(crate) fn declare_param(&mut self, env: &Env, p: &Param, ty: Ty) -> LocalId {
        self.ctx.check_local_annotations(&env.types, &p.modifiers, Site::Parameter);
        let f = (p.modifiers.flags & flags::FINAL) | LOCAL_PARAM | LOCAL_EFFECTIVELY_FINAL;
        let id = self.new_local_in(env, p.name.name, ty, f, p.name.span);
        self.initialised.insert(id);
        self.special_locals.insert(id, super::SpecialLocal::Param);
        id
    }

    /// JLS 6.4: a local variable may not be declared twice in a method, lambdas included.
    pub(crate) fn check_duplicate(&mut self, env: &Env, name: Ident) {
        if env.find_local(name.name).is_none() {
            return;
        }
        let mut m = self.mentioned();
        let place = match env.frame.method {
            Some(method) => {
                let kind = if self.w.method(method).is_constructor() { "constructor" } else { "method" };
                format!("{kind} {}", self.show_method(method, &mut m))
            }
            None => {
                let class = env.class();
                let which = match env.frame.init {
                    Some((true, None)) => "static initializer of ",
                    Some((false, None)) => "instance initializer of ",
                    _ => "",
                };
                format!("{which}{} {}", self.w.kind_name(class), self.show_class(class, &mut m))
            }
        };
        self.report(
            name.span,
            "already-defined",
            format!("variable {} is already defined in {place}", name.name),
            m,
        );
    }

    fn local_decl(&mut self, env: &mut Env, d: &Rc<VarDecl>, span: Span, out: &mut Vec<hir::Stmt>) {
        let (id, init) = self.declare_local(env, d);
        out.push(hir::Stmt { kind: StmtKind::Local(id, init), span });
    }

    /// Declares a local variable, brings it into scope, and attributes its initialiser.
    pub(crate) fn declare_local(&mut self, env: &mut Env, d: &VarDecl) -> (LocalId, Option<hir::Expr>) {
        self.check_duplicate(env, d.name);
        self.ctx.register_suppression(&d.modifiers, d.span);
        self.ctx.check_local_annotations(&env.types, &d.modifiers, Site::Local);
        let is_final = d.modifiers.flags & flags::FINAL;
        let f = is_final | LOCAL_EFFECTIVELY_FINAL;
        let Some(node) = &d.ty else { return self.declare_var(env, d, f) };
        let mut ty = self.ctx.resolve_type(&env.types, node);
        if ty == Ty::VOID {
            self.error(node.span, "void-not-allowed-here", "'void' type not allowed here");
            ty = Ty::ERROR;
        }
        self.ctx.lint_raw(node, ty, true);
        let id = self.new_local_in(env, d.name.name, ty, f, d.name.span);
        env.add_local(d.name.name, id);
        if d.init.is_some() {
            self.initialised.insert(id);
        }
        let init = d.init.as_ref().map(|e| {
            let v = self.init_value(env, e, ty);
            if is_final != 0
                && (ty.is_primitive() || ty == self.w.string())
                && let Some(c) = super::convert::constant_of(&v)
            {
                *self.w.local(id).constant.borrow_mut() = Some(c.clone());
            }
            v
        });
        (id, init)
    }

    /// `var x = e` (JLS 14.4.1).
    fn declare_var(&mut self, env: &mut Env, d: &VarDecl, f: u32) -> (LocalId, Option<hir::Expr>) {
        let cannot = |this: &mut Self, why: &str| {
            this.error(
                d.name.span,
                "cant-infer-local-var-type",
                format!("cannot infer type for local variable {}\n  ({why})", d.name.name),
            );
        };
        // The variable is in scope of its own initialiser, where it must not be used.
        let id = self.new_local_in(env, d.name.name, Ty::ERROR, f, d.name.span);
        self.initialised.insert(id);
        let Some(init) = &d.init else {
            cannot(self, "cannot use 'var' on variable without initializer");
            env.add_local(d.name.name, id);
            return (id, None);
        };
        if let tree::ExprKind::ArrayInit(None, _) = init.kind {
            cannot(self, "array initializer needs an explicit target-type");
            env.add_local(d.name.name, id);
            return (id, Some(error_expr(init.span)));
        }
        let mut inner = env.clone();
        inner.add_local(d.name.name, id);
        let op = self.operand(&inner, init);
        let value = match &op {
            super::operand::Operand::Lambda(_) => {
                cannot(self, "lambda expression needs an explicit target-type");
                error_expr(init.span)
            }
            super::operand::Operand::MethodRef(_) => {
                cannot(self, "method reference needs an explicit target-type");
                error_expr(init.span)
            }
            _ => self.standalone(op),
        };
        let ty = match value.ty {
            Ty::NULL => {
                cannot(self, "variable initializer is 'null'");
                Ty::ERROR
            }
            Ty::VOID => {
                cannot(self, "variable initializer is 'void'");
                Ty::ERROR
            }
            t => self.var_type_of(t),
        };
        self.w.local(id).ty.set(ty);
        env.add_local(d.name.name, id);
        let value = if ty == Ty::ERROR { error_expr(init.span) } else { self.convert(value, ty) };
        if f & flags::FINAL != 0
            && (ty.is_primitive() || ty == self.w.string())
            && let Some(c) = super::convert::constant_of(&value)
        {
            *self.w.local(id).constant.borrow_mut() = Some(c.clone());
        }
        (id, Some(value))
    }

    /// The type of a `var` from its initialiser's: captured variables are projected upwards (JLS 4.10.5).
    pub(crate) fn var_type_of(&self, ty: Ty) -> Ty {
        match self.w.kind(ty) {
            TyKind::Infer(_) => Ty::ERROR,
            _ => self.w.upward(ty),
        }
    }

    // ---- jumps ----

    fn labeled(&mut self, env: &mut Env, name: Ident, body: &tree::Stmt) -> StmtKind {
        let mut jump = env.jumps.as_ref();
        while let Some(j) = jump {
            if j.name == Some(name.name) {
                self.error(name.span, "label-already-defined", format!("label {} already in use", name.name));
                break;
            }
            jump = j.outer.as_ref();
        }
        let label = Some(name.name);
        match &body.kind {
            tree::StmtKind::While(c, b) => self.while_loop(env, c, b, label),
            tree::StmtKind::Do(b, c) => self.do_loop(env, b, c, label),
            tree::StmtKind::For(i, c, u, b) => self.for_loop(env, i, c.as_ref(), u, b, label),
            tree::StmtKind::ForEach(d, e, b) => self.for_each(env, d, e, b, label),
            tree::StmtKind::Switch(s, cases) => self.switch_stmt(env, s, cases, body.span, label),
            _ => {
                let id = self.new_label();
                let mut inner = env.with_jump(label, id, JumpKind::Block);
                let mut out = Vec::with_capacity(1);
                self.stmt_into(&mut inner, body, &mut out);
                // What the statement binds holds behind it as well (JLS 6.3.2.6).
                env.locals = inner.locals;
                let stmts = hir::Block { stmts: out, span: body.span };
                let body = hir::Stmt { kind: StmtKind::Block(stmts), span: body.span };
                StmtKind::Labeled(id, Box::new(body))
            }
        }
    }

    /// Finds the target of a jump; `accept` tells what an unlabelled one may leave.
    fn find_jump(
        &self,
        env: &Env,
        name: Option<Name>,
        accept: fn(&JumpKind) -> bool,
    ) -> Result<(LabelId, JumpKind), bool> {
        let mut jump = env.jumps.as_ref();
        let mut crossed_switch_expr = false;
        while let Some(j) = jump {
            if matches!(j.kind, JumpKind::SwitchExpr(_)) {
                crossed_switch_expr = true;
            } else {
                let hit = match name {
                    Some(n) => j.name == Some(n),
                    None => accept(&j.kind),
                };
                if hit {
                    return if crossed_switch_expr { Err(true) } else { Ok((j.label, j.kind.clone())) };
                }
            }
            jump = j.outer.as_ref();
        }
        Err(crossed_switch_expr)
    }

    fn break_stmt(&mut self, env: &Env, name: Option<Ident>, span: Span) -> StmtKind {
        match self.find_jump(env, name.map(|n| n.name), |k| matches!(k, JumpKind::Loop | JumpKind::Switch)) {
            Ok((label, _)) => return StmtKind::Break(label),
            Err(true) => self.error(
                span,
                "break-outside-switch-expression",
                "attempt to break out of a switch expression",
            ),
            Err(false) => match name {
                Some(n) => self.error(span, "undef-label", format!("undefined label: {}", n.name)),
                None => self.error(span, "break-outside-switch-loop", "break outside switch or loop"),
            },
        }
        StmtKind::Empty
    }

    fn continue_stmt(&mut self, env: &Env, name: Option<Ident>, span: Span) -> StmtKind {
        match self.find_jump(env, name.map(|n| n.name), |k| matches!(k, JumpKind::Loop)) {
            Ok((label, JumpKind::Loop)) => return StmtKind::Continue(label),
            Ok(_) => {
                let n = name.map(|n| n.name.as_str()).unwrap_or("");
                self.error(span, "not-loop-label", format!("not a loop label: {n}"));
            }
            Err(true) => self.error(
                span,
                "continue-outside-switch-expression",
                "attempt to continue out of a switch expression",
            ),
            Err(false) => match name {
                Some(n) => self.error(span, "undef-label", format!("undefined label: {}", n.name)),
                None => self.error(span, "cont-outside-loop", "continue outside of loop"),
            },
        }
        StmtKind::Empty
    }

    fn yield_stmt(&mut self, env: &Env, e: &tree::Expr, span: Span) -> StmtKind {
        let mut jump = env.jumps.as_ref();
        while let Some(j) = jump {
            if let JumpKind::SwitchExpr(results) = &j.kind {
                let (results, label) = (results.clone(), j.label);
                return self.yield_value(env, e, label, &results);
            }
            jump = j.outer.as_ref();
        }
        if matches!(e.kind, tree::ExprKind::Paren(_)) {
            self.error(span, "no-switch-expression-qualify", "yield outside of switch expression\n  (to invoke a method called yield, qualify the yield with a receiver or type name)");
        } else {
            self.error(span, "no-switch-expression", "yield outside of switch expression");
        }
        self.expr(env, e);
        StmtKind::Empty
    }

    /// A result of a switch expression waits for the type of the whole.
    pub(crate) fn yield_value(
        &mut self,
        env: &Env,
        e: &tree::Expr,
        label: LabelId,
        results: &Rc<RefCell<super::env::Results>>,
    ) -> StmtKind {
        let op = self.operand(env, e);
        let mut results = results.borrow_mut();
        results.values.push(op);
        StmtKind::Yield(label, placeholder(results.values.len() - 1, e.span))
    }

    fn in_compact_constructor(&self, env: &Env) -> bool {
        let decl = env.frame.method.and_then(|m| self.w.method(m).decl.as_ref());
        decl.is_some_and(|d| d.compact)
    }

    fn return_stmt(&mut self, env: &Env, value: Option<&tree::Expr>, span: Span) -> StmtKind {
        // A return may not leave a switch expression.
        let mut jump = env.jumps.as_ref();
        while let Some(j) = jump {
            if matches!(j.kind, JumpKind::SwitchExpr(_)) {
                self.error(
                    span,
                    "return-outside-switch-expression",
                    "attempt to return out of a switch expression",
                );
                if let Some(v) = value {
                    self.expr(env, v);
                }
                return StmtKind::Empty;
            }
            jump = j.outer.as_ref();
        }
        match env.frame.ret.clone() {
            Return::Init | Return::SwitchExpr => {
                self.error(span, "ret-outside-meth", "return outside method");
                if let Some(v) = value {
                    self.expr(env, v);
                }
                StmtKind::Empty
            }
            Return::Method(_) if self.in_compact_constructor(env) => {
                if let Some(m) = env.frame.method {
                    // javac shows the constructor's internal name.
                    let text = "invalid compact constructor in record <init>\n  (compact constructor must not have return statements)";
                    self.error(self.w.method(m).span, "invalid-canonical-constructor-in-record", text);
                }
                StmtKind::Empty
            }
            Return::Method(ret) => match value {
                None if ret == Ty::VOID || ret == Ty::ERROR => StmtKind::Return(None),
                None => {
                    self.error(span, "incompatible-types", "incompatible types: missing return value");
                    StmtKind::Return(None)
                }
                Some(v) if ret == Ty::VOID => {
                    self.error(v.span, "incompatible-types", "incompatible types: unexpected return value");
                    let op = self.operand(env, v);
                    self.recover(&op);
                    StmtKind::Return(None)
                }
                Some(v) => {
                    let op = self.operand(env, v);
                    StmtKind::Return(Some(self.coerce(op, ret, Why::ASSIGN)))
                }
            },
            Return::Lambda(results) => match value {
                None => {
                    results.borrow_mut().void = true;
                    StmtKind::Return(None)
                }
                Some(v) => {
                    let op = self.operand(env, v);
                    let mut results = results.borrow_mut();
                    results.values.push(op);
                    StmtKind::Return(Some(placeholder(results.values.len() - 1, v.span)))
                }
            },
        }
    }
}
