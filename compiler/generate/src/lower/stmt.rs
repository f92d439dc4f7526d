//! Statements.

use super::known::member;
use super::{Lower, acc};
use crate::low::*;
use rvm_model::hir::{BinaryOp, Block, Expr, ForEach, LabelId, Stmt, StmtKind};
use rvm_model::symbols::LocalId;
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::{Name, Span};

impl Lower<'_> {
    /// Line of the last character of a block: its closing brace.
    pub(super) fn end_line(&self, span: Span) -> u32 {
        if span.hi == 0 { 0 } else { self.line(span.with_at(span.hi - 1)) }
    }

    pub(super) fn block(&mut self, b: &Block) -> LBlock {
        LBlock { stmts: self.stmts(&b.stmts), end: self.end_line(b.span) }
    }

    pub(super) fn stmts(&mut self, stmts: &[Stmt]) -> Vec<LStmt> {
        let mut out = Vec::with_capacity(stmts.len());
        stmts.iter().for_each(|s| self.stmt(s, &mut out));
        out
    }

    /// A statement where only one can stand.
    fn body(&mut self, s: &Stmt) -> LStmt {
        let mut out = Vec::new();
        self.stmt(s, &mut out);
        match out.len() {
            1 if !matches!(out[0].kind, LStmtKind::Let(..)) => out.remove(0),
            _ => LStmt::new(LStmtKind::Block(LBlock { stmts: out, end: 0 }), 0),
        }
    }

    /// Lowers a statement; variables that patterns in its expressions bind are declared before it.
    pub(super) fn stmt(&mut self, s: &Stmt, out: &mut Vec<LStmt>) {
        let outer = std::mem::take(&mut self.cx().hoisted);
        let mut mine = Vec::new();
        self.stmt_kind(s, &mut mine);
        let hoisted = std::mem::replace(&mut self.cx().hoisted, outer);
        out.extend(hoisted.into_iter().map(|v| LStmt::new(LStmtKind::Let(v, None), 0)));
        out.extend(mine);
    }

    fn stmt_kind(&mut self, s: &Stmt, out: &mut Vec<LStmt>) {
        let line = match s.kind {
            StmtKind::Expr(_) => self.line(s.span.with_at(s.span.lo)),
            _ => self.line(s.span),
        };
        let kind = match &s.kind {
            StmtKind::Empty | StmtKind::Class(_) => return,
            StmtKind::Block(b) => LStmtKind::Block(self.block(b)),
            StmtKind::Local(local, init) => self.declaration(*local, init.as_ref()),
            StmtKind::Expr(e) => LStmtKind::Expr(self.natural(e)),
            StmtKind::If(c, then, otherwise) => {
                let c = self.natural(c);
                let then = self.body(then);
                let otherwise = otherwise.as_ref().map(|s| Box::new(self.body(s)));
                LStmtKind::If(c, Box::new(then), otherwise)
            }
            StmtKind::While(label, cond, body) => self.simple_loop(*label, cond, body, true),
            StmtKind::Do(label, body, cond) => self.simple_loop(*label, cond, body, false),
            StmtKind::For(label, init, cond, step, body) => {
                let mut stmts = self.stmts(init);
                let cond_line = cond.as_ref().map_or(0, |c| self.line(c.span));
                let cond = cond.as_ref().map(|c| self.natural(c));
                let step = self.stmts(step);
                let body = self.body(body);
                let l = LLoop { label: *label, cond, cond_line, test_first: true, step, body };
                stmts.push(LStmt::new(LStmtKind::Loop(Box::new(l)), line));
                LStmtKind::Block(LBlock { stmts, end: 0 })
            }
            StmtKind::ForEach(f) => self.for_each(f, line),
            StmtKind::Labeled(label, body) => LStmtKind::Labeled(*label, Box::new(self.body(body))),
            StmtKind::Switch(switch) => self.switch_stmt(switch, s.span),
            StmtKind::Return(value) => {
                let ret = self.cx().ret;
                LStmtKind::Return(value.as_ref().map(|v| self.value_as(v, ret)))
            }
            StmtKind::Break(label) => LStmtKind::Break(*label),
            StmtKind::Continue(label) => LStmtKind::Continue(*label),
            StmtKind::Yield(label, value) => LStmtKind::Yield(*label, self.value(value)),
            StmtKind::Throw(value) => {
                let throwable = self.k.throwable;
                let v = self.value(value);
                LStmtKind::Throw(self.coerce(v, throwable))
            }
            StmtKind::Try(t) => self.try_stmt(t, s.span),
            StmtKind::Synchronized(lock, body) => {
                self.cx().tries += 1;
                let lock = self.value(lock);
                LStmtKind::Sync(lock, self.block(body))
            }
            StmtKind::Assert(cond, detail) => self.assert_stmt(cond, detail.as_ref(), line),
        };
        out.push(LStmt::new(kind, line));
    }

    fn declaration(&mut self, local: LocalId, init: Option<&Expr>) -> LStmtKind {
        let var = self.declare_local(local);
        let ty = self.local_type(local);
        // A constant variable is never read: its register stays empty unless a debugger wants to see it.
        let unused = self.w.local(local).constant.borrow().is_some() && !self.opts.debug.vars;
        let init =
            init.map(|e| self.value_as(e, ty)).filter(|v| !(unused && matches!(v.kind, LKind::Const(_))));
        LStmtKind::Let(var, init)
    }

    fn simple_loop(&mut self, label: LabelId, cond: &Expr, body: &Stmt, test_first: bool) -> LStmtKind {
        let cond_line = self.line(cond.span);
        let cond = self.natural(cond);
        let body = self.body(body);
        LStmtKind::Loop(Box::new(LLoop {
            label,
            cond: Some(cond),
            cond_line,
            test_first,
            step: Vec::new(),
            body,
        }))
    }

    // JLS 14.14.2.
    fn for_each(&mut self, f: &ForEach, line: u32) -> LStmtKind {
        let mut stmts = Vec::new();
        let expr_line = self.line(f.expr.span);
        let is_array = matches!(self.w.kind(self.erase(f.expr.ty)), TyKind::Array(_));
        let (cond, step, element) = if is_array {
            let array = self.value(&f.expr);
            let ty = array.ty;
            let arr = self.new_var("arr$", ty, true);
            stmts.push(LStmt::new(LStmtKind::Let(arr, Some(array)), expr_line));
            let len = self.new_var("len$", Ty::INT, true);
            let length = LExpr::new(LKind::ArrayLength(Box::new(self.var(arr, ty))), Ty::INT);
            stmts.push(LStmt::new(LStmtKind::Let(len, Some(length)), expr_line));
            let i = self.new_var("i$", Ty::INT, true);
            stmts.push(LStmt::new(LStmtKind::Let(i, Some(LExpr::int(0))), expr_line));
            let (index, end) = (self.var(i, Ty::INT), self.var(len, Ty::INT));
            let cond =
                LExpr::new(LKind::Binary(BinaryOp::Lt, Box::new(index.clone()), Box::new(end)), Ty::BOOLEAN);
            let step = LExpr::new(LKind::Iinc { var: i, delta: 1, old: false }, Ty::INT);
            let element = LExpr::new(
                LKind::Index(Box::new(self.var(arr, ty)), Box::new(index)),
                self.names.element(ty),
            );
            (cond, vec![LStmt::expr(step, expr_line)], element)
        } else {
            let (iterator, ty) = self.iterator_call(&f.expr);
            let it = self.new_var("i$", ty, true);
            stmts.push(LStmt::new(LStmtKind::Let(it, Some(iterator.at(expr_line))), expr_line));
            let class = "java/util/Iterator";
            let has = Member { interface: true, ..member(class, "hasNext", "()Z") };
            let next = Member { interface: true, ..member(class, "next", "()Ljava/lang/Object;") };
            let cond = self.call_virtual(self.var(it, ty), has, Vec::new(), Ty::BOOLEAN).at(expr_line);
            let element = self.call_virtual(self.var(it, ty), next, Vec::new(), self.k.object).at(expr_line);
            (cond, Vec::new(), element)
        };
        let var = self.declare_local(f.var);
        let ty = self.local_type(f.var);
        self.holes.push(element);
        let value = self.value_as(&f.conv, ty);
        let mut body = vec![LStmt::new(LStmtKind::Let(var, Some(value)), expr_line)];
        body.push(self.body(&f.body));
        let body = LStmt::new(LStmtKind::Block(LBlock { stmts: body, end: 0 }), 0);
        let l =
            LLoop { label: f.label, cond: Some(cond), cond_line: expr_line, test_first: true, step, body };
        stmts.push(LStmt::new(LStmtKind::Loop(Box::new(l)), line));
        LStmtKind::Block(LBlock { stmts, end: 0 })
    }

    // `expr.iterator()`: the method as the expression's type has it.
    fn iterator_call(&mut self, expr: &Expr) -> (LExpr, Ty) {
        let iterator_ty = self.w.type_named("java/util/Iterator");
        let iterable = self.w.class_named("java/lang/Iterable");
        let recv = self.receiver(expr, iterable);
        let name = Name::new("iterator");
        let found = self.w.erased_class(recv.ty).and_then(|c| {
            self.w.members_named(c, name).into_iter().find(|&m| self.w.method(m).params.is_empty())
        });
        match found {
            Some(method) => {
                let m = self.method_member(method, recv.ty);
                let ret = self.erase(self.w.method(method).ret);
                let call = self.call_virtual(recv, m, Vec::new(), ret);
                (self.coerce(call, iterator_ty), iterator_ty)
            }
            None => {
                let m = Member {
                    interface: true,
                    ..member("java/lang/Iterable", "iterator", "()Ljava/util/Iterator;")
                };
                (self.call_virtual(recv, m, Vec::new(), iterator_ty), iterator_ty)
            }
        }
    }

    // JLS 14.10.
    fn assert_stmt(&mut self, cond: &Expr, detail: Option<&Expr>, line: u32) -> LStmtKind {
        let disabled = self.assertions_disabled();
        let cond = self.natural(cond);
        let class = "java/lang/AssertionError";
        let (param, args) = match detail {
            None => (None, Vec::new()),
            Some(d) => {
                let v = self.natural(d);
                let param = match v.ty {
                    Ty::BYTE | Ty::SHORT => Ty::INT,
                    t if t.is_primitive() => t,
                    _ => self.k.object,
                };
                (Some(param), vec![v])
            }
        };
        let desc = self.names.method_desc(param.as_slice(), Ty::VOID);
        let ctor = Member { desc, ..member(class, "<init>", "") };
        let error = LExpr { kind: LKind::New(ctor, args), ty: self.w.type_named(class), line };
        let throw = LStmt::new(LStmtKind::Throw(error), line);
        let not = |e| LExpr::new(LKind::Not(Box::new(e)), Ty::BOOLEAN);
        let test = LExpr::new(
            LKind::Binary(BinaryOp::AndAnd, Box::new(not(disabled)), Box::new(not(cond))),
            Ty::BOOLEAN,
        );
        LStmtKind::If(test, Box::new(throw), None)
    }

    // An interface cannot have the package-private field: another class has it then.
    fn assertions_disabled(&mut self) -> LExpr {
        let owner = if self.class.is_interface {
            self.assertion_class()
        } else {
            self.class.asserts = true;
            self.class.name
        };
        let m =
            Member { owner, name: Name::new("$assertionsDisabled"), desc: Name::new("Z"), interface: false };
        LExpr::new(LKind::Static(m), Ty::BOOLEAN)
    }

    /// `$assertionsDisabled = !Outermost.class.desiredAssertionStatus()`.
    pub(super) fn assertion_init(&self, owner: Name, line: u32) -> (LField, LStmt) {
        let name = Name::new("$assertionsDisabled");
        let outermost = self.class_literal(self.w.raw_type(self.outermost));
        let m = member("java/lang/Class", "desiredAssertionStatus", "()Z");
        let status = self.call_virtual(outermost, m, Vec::new(), Ty::BOOLEAN);
        let m = Member { owner, name, desc: Name::new("Z"), interface: false };
        let target = LExpr::new(LKind::Static(m), Ty::BOOLEAN);
        let value = LExpr::new(LKind::Not(Box::new(status)), Ty::BOOLEAN);
        let assign = LExpr::new(LKind::Assign(Box::new(target), Box::new(value)), Ty::BOOLEAN);
        let flags = acc::STATIC | acc::FINAL | acc::SYNTHETIC;
        let field = LField { flags, name, desc: m.desc, constant: None, source: None };
        (field, LStmt::expr(assign, line))
    }
}
