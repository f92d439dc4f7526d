//! try and try-with-resources (JLS 14.20).

use super::Lower;
use super::known::member;
use crate::low::*;
use rvm_model::hir::{BinaryOp, Catch, Resource, Try};
use rvm_model::types::Ty;
use rvm_syntax::Span;
use rvm_syntax::tree::flags;

impl Lower<'_> {
    pub(super) fn try_stmt(&mut self, t: &Try, span: Span) -> LStmtKind {
        self.cx().tries += 1;
        let end = self.end_line(span);
        let body = if t.resources.is_empty() {
            self.block(&t.body)
        } else {
            let body_end = self.end_line(t.body.span);
            let inner = self.resources(&t.resources, t, body_end);
            if t.catches.is_empty() && t.finally.is_none() {
                return LStmtKind::Block(inner);
            }
            inner
        };
        let catches = t.catches.iter().map(|c| self.catch(c)).collect();
        let finally = t.finally.as_ref().map(|b| self.block(b));
        LStmtKind::Try(Box::new(LTry { body, catches, finally, body_only: false, end }))
    }

    fn catch(&mut self, c: &Catch) -> LCatch {
        let var = self.declare_local(c.var);
        let types = c.types.iter().map(|&(t, _)| self.erase(t)).collect();
        LCatch { types, var, line: self.line(c.span), body: self.block(&c.body) }
    }

    // The first resource and what is inside it.
    fn resources(&mut self, resources: &[Resource], t: &Try, end: u32) -> LBlock {
        let Some((r, rest)) = resources.split_first() else { return self.block(&t.body) };
        let line = self.line(r.span);
        let ty = self.local_type(r.var);
        let init = self.value_as(&r.init, ty);
        let never_null = matches!(init.kind, LKind::New(..));
        let var = self.declare_local(r.var);
        let mut stmts = vec![LStmt::new(LStmtKind::Let(var, Some(init)), line)];
        let body = self.resources(rest, t, end);
        let throwable = self.k.throwable;
        let primary = self.new_var("t$", throwable, true);
        let suppressed = self.new_var("x$", throwable, true);

        // Left without an exception: if (r != null) r.close();
        let close = self.close_resource(r, var, end);
        let normal = LBlock { stmts: vec![self.unless_null(var, ty, never_null, close, end)], end: 0 };

        // With one: close() may throw another, which is added to it.
        let close = self.close_resource(r, var, line);
        let add = member("java/lang/Throwable", "addSuppressed", "(Ljava/lang/Throwable;)V");
        let added = self.call_virtual(
            self.var(primary, throwable),
            add,
            vec![self.var(suppressed, throwable)],
            Ty::VOID,
        );
        let inner = LTry {
            body: LBlock { stmts: vec![close], end: 0 },
            catches: vec![LCatch {
                types: vec![throwable],
                var: suppressed,
                body: LBlock { stmts: vec![LStmt::expr(added.at(line), line)], end: 0 },
                line,
            }],
            finally: None,
            body_only: false,
            end: 0,
        };
        let inner = LStmt::new(LStmtKind::Try(Box::new(inner)), line);
        let guarded = self.unless_null(var, ty, never_null, inner, line);
        let rethrow = LStmt::new(LStmtKind::Throw(self.var(primary, throwable)), line);
        let handler = LCatch {
            types: vec![throwable],
            var: primary,
            body: LBlock { stmts: vec![guarded, rethrow], end: 0 },
            line,
        };
        let outer = LTry { body, catches: vec![handler], finally: Some(normal), body_only: true, end };
        stmts.push(LStmt::new(LStmtKind::Try(Box::new(outer)), line));
        LBlock { stmts, end: 0 }
    }

    fn close_resource(&mut self, r: &Resource, var: VarId, line: u32) -> LStmt {
        let sym = self.w.method(r.close);
        let ty = self.local_type(r.var);
        let owner = self.w.raw_type(sym.class);
        // A type variable's erasure may not have the method.
        let recv = self.coerce(self.var(var, ty), owner);
        let m = self.method_member(r.close, recv.ty);
        let ret = self.erase(sym.ret);
        debug_assert!(!sym.has(flags::STATIC));
        let call = match self.method_host(r.close, Some(recv.ty)) {
            Some(host) => self.call_through(host, r.close, m, Some(recv), Vec::new(), false, ret),
            None => self.invoke(r.close, m, recv, Vec::new(), ret),
        };
        LStmt::expr(call.at(line), line)
    }

    fn unless_null(&self, var: VarId, ty: Ty, never_null: bool, then: LStmt, line: u32) -> LStmt {
        if never_null {
            return then;
        }
        let null = LExpr::new(LKind::Null, Ty::NULL);
        let test =
            LExpr::new(LKind::Binary(BinaryOp::Ne, Box::new(self.var(var, ty)), Box::new(null)), Ty::BOOLEAN);
        LStmt::new(LStmtKind::If(test, Box::new(then), None), line)
    }
}
