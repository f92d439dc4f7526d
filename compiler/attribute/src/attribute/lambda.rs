//! Lambda expressions (JLS 15.27).

use super::coerce::{Why, fill_all};
use super::env::{Env, Frame, Results, Return};
use super::operand::{LambdaBody, Operand, PendingLambda};
use super::report::Misfit;
use super::{Attr, error_expr, expr};
use crate::overload::applicable::{HAS_VALUE, NO_VALUE, VOID_BODY};
use rvm_model::FnDescriptor;
use rvm_model::hir::{self, ExprKind, StmtKind};
use rvm_model::types::Ty;
use rvm_syntax::Span;
use rvm_syntax::tree::{self, LambdaExpr};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What the body of a block lambda can do (JLS 15.27.2), told from its form.
pub(crate) struct Shape {
    /// The first value returned.
    pub value: Option<Span>,
    /// The first return without a value.
    pub void: Option<Span>,
    pub can_complete: bool,
}

/// See [`Shape`].
pub(crate) fn block_shape(b: &tree::Block) -> Shape {
    let mut shape = Shape { value: None, void: None, can_complete: true };
    scan_returns(&b.stmts, &mut shape);
    shape.can_complete = completes_all(&b.stmts);
    shape
}

fn scan_returns(stmts: &[tree::Stmt], shape: &mut Shape) {
    for s in stmts {
        scan_return(s, shape);
    }
}

fn scan_return(s: &tree::Stmt, shape: &mut Shape) {
    use tree::StmtKind::*;
    match &s.kind {
        Return(Some(e)) => shape.value = shape.value.or(Some(e.span)),
        Return(None) => shape.void = shape.void.or(Some(s.span)),
        Block(b) | Synchronized(_, b) => scan_returns(&b.stmts, shape),
        If(_, a, b) => {
            scan_return(a, shape);
            if let Some(b) = b {
                scan_return(b, shape);
            }
        }
        While(_, b) | Do(b, _) | For(_, _, _, b) | ForEach(_, _, b) | Labeled(_, b) => scan_return(b, shape),
        Switch(_, cases) => cases.iter().for_each(|c| scan_returns(&c.body, shape)),
        Try(t) => {
            scan_returns(&t.body.stmts, shape);
            t.catches.iter().for_each(|(_, b)| scan_returns(&b.stmts, shape));
            if let Some(f) = &t.finally {
                scan_returns(&f.stmts, shape);
            }
        }
        _ => {}
    }
}

fn completes_all(stmts: &[tree::Stmt]) -> bool {
    stmts.iter().all(completes)
}

fn is_true(e: &tree::Expr) -> bool {
    matches!(super::operand::skip_parens(e).kind, tree::ExprKind::Literal(tree::Literal::Bool(true)))
}

/// Whether a statement can complete normally (JLS 14.22), with literals as the only constants.
pub(crate) fn completes(s: &tree::Stmt) -> bool {
    use tree::StmtKind::*;
    match &s.kind {
        Return(_) | Throw(_) | Break(_) | Continue(_) | Yield(_) => false,
        Block(b) | Synchronized(_, b) => completes_all(&b.stmts),
        If(_, a, Some(b)) => completes(a) || completes(b),
        While(c, b) => !is_true(c) || breaks(b, None, true),
        Do(b, c) => {
            let reaches = completes(b) || continues(b);
            (reaches && !is_true(c)) || breaks(b, None, true)
        }
        For(_, c, _, b) => c.as_ref().is_some_and(|c| !is_true(c)) || breaks(b, None, true),
        Labeled(l, b) => completes(b) || breaks(b, Some(l.name), false),
        Switch(_, cases) => {
            let has_default = cases.iter().any(|c| c.is_default);
            let arrow = cases.first().is_some_and(|c| c.arrow);
            !has_default
                || cases.iter().any(|c| c.body.iter().any(|s| breaks(s, None, true)))
                || if arrow {
                    cases.iter().any(|c| completes_all(&c.body))
                } else {
                    cases.last().is_none_or(|c| completes_all(&c.body))
                }
        }
        Try(t) => {
            if let Some(f) = &t.finally
                && !completes_all(&f.stmts)
            {
                return false;
            }
            completes_all(&t.body.stmts) || t.catches.iter().any(|(_, b)| completes_all(&b.stmts))
        }
        _ => true,
    }
}

/// Whether a break leaves the statement that `s` is the body of: an unlabelled one where `plain`, or one with that label.
fn breaks(s: &tree::Stmt, label: Option<rvm_syntax::Name>, plain: bool) -> bool {
    use tree::StmtKind::*;
    let all = |list: &[tree::Stmt], plain| list.iter().any(|s| breaks(s, label, plain));
    match &s.kind {
        Break(None) => plain,
        Break(Some(l)) => Some(l.name) == label,
        Block(b) | Synchronized(_, b) => all(&b.stmts, plain),
        If(_, a, b) => breaks(a, label, plain) || b.as_ref().is_some_and(|b| breaks(b, label, plain)),
        While(_, b) | Do(b, _) | For(_, _, _, b) | ForEach(_, _, b) => breaks(b, label, false),
        Labeled(_, b) => breaks(b, label, plain),
        Switch(_, cases) => cases.iter().any(|c| all(&c.body, false)),
        Try(t) => {
            if t.finally.as_ref().is_some_and(|f| !completes_all(&f.stmts)) {
                return false;
            }
            all(&t.body.stmts, plain)
                || t.catches.iter().any(|(_, b)| all(&b.stmts, plain))
                || t.finally.as_ref().is_some_and(|f| all(&f.stmts, plain))
        }
        _ => false,
    }
}

fn continues(s: &tree::Stmt) -> bool {
    use tree::StmtKind::*;
    match &s.kind {
        Continue(_) => true,
        Block(b) | Synchronized(_, b) => b.stmts.iter().any(continues),
        If(_, a, b) => continues(a) || b.as_ref().is_some_and(|b| continues(b)),
        Labeled(_, b) => continues(b),
        Switch(_, cases) => cases.iter().any(|c| c.body.iter().any(continues)),
        Try(t) => {
            t.body.stmts.iter().any(continues) || t.catches.iter().any(|(_, b)| b.stmts.iter().any(continues))
        }
        _ => false,
    }
}

impl Attr<'_> {
    /// A lambda: its body is attributed now if its parameters have types, otherwise when inference has found them.
    pub(crate) fn lambda(&mut self, env: &Env, tree: &Rc<LambdaExpr>, span: Span) -> Operand {
        let pending = Rc::new(PendingLambda {
            tree: tree.clone(),
            span,
            env: env.clone(),
            body: RefCell::default(),
            can_complete: Cell::new(true),
        });
        if tree.explicit {
            let types = tree
                .params
                .iter()
                .map(|p| {
                    p.ty.as_ref().map_or(Ty::ERROR, |t| {
                        let ty = self.ctx.resolve_type(&env.types, t);
                        self.ctx.lint_raw(t, ty, true);
                        ty
                    })
                })
                .collect();
            self.attribute_lambda_body(&pending, types);
        }
        Operand::Lambda(pending)
    }

    /// Attributes the body with the given parameter types; its results wait for the function type's.
    pub(crate) fn attribute_lambda_body(&mut self, l: &PendingLambda, types: Vec<Ty>) {
        let results = Rc::new(RefCell::new(Results::default()));
        let frame = Frame {
            class: l.env.frame.class,
            method: l.env.frame.method,
            is_static: l.env.frame.is_static,
            lambda_depth: l.env.frame.lambda_depth + 1,
            ret: Return::Lambda(results.clone()),
            outer: l.env.frame.outer.clone(),
            init: l.env.frame.init,
        };
        let mut env = l.env.with_frame(frame);
        env.jumps = None;
        env.types = env.types.with_block();
        let saved = self.take_bindings();
        self.nested += 1;
        let mut params = Vec::new();
        for (p, &ty) in l.tree.params.iter().zip(&types) {
            self.check_duplicate(&env, p.name);
            // A captured type as javac has it: the parameter's type as inferred.
            let id = self.declare_param(&env, p, ty);
            env.add_local(p.name.name, id);
            params.push(id);
        }
        let block = match &l.tree.body {
            tree::LambdaBody::Expr(e) => {
                let op = self.operand(&env, e);
                results.borrow_mut().values.push(op);
                hir::Block { stmts: Vec::new(), span: e.span }
            }
            tree::LambdaBody::Block(b) => {
                let stmts = self.block_stmts(&mut env, &b.stmts);
                hir::Block { stmts, span: b.span }
            }
        };
        self.nested -= 1;
        self.bindings = saved;
        let results = std::mem::take(&mut *results.borrow_mut());
        *l.body.borrow_mut() = Some(LambdaBody { params, types, block, results });
    }

    /// The function type a lambda has for a target, or why it has none.
    fn lambda_descriptor(&mut self, l: &PendingLambda, target: Ty) -> Result<FnDescriptor, Misfit> {
        let types = l.body.borrow().as_ref().map(|b| b.types.clone());
        let d = match types {
            Some(types) if l.tree.explicit && !types.contains(&Ty::ERROR) => {
                let d = self.descriptor(target)?;
                if d.params.len() != types.len() {
                    return Err(Misfit::Text("incompatible parameter types in lambda expression"));
                }
                self.explicit_descriptor(target, &types)?
            }
            _ => self.descriptor(target)?,
        };
        if !d.type_params.is_empty() {
            let m = self.w.method(d.method);
            let text = format!(
                "invalid functional descriptor for lambda expression\nmethod {} in {} {} is generic",
                self.w.method_display(d.method),
                self.w.kind_name(m.class),
                self.w.class_display(m.class)
            );
            return Err(Misfit::Owned(text));
        }
        self.lambda_shape(l, &d)?;
        Ok(d)
    }

    /// A lambda meets its target.
    pub(crate) fn complete_lambda(&mut self, l: &PendingLambda, target: Ty, why: Why) -> hir::Expr {
        let start = l.span.with_at(l.span.lo);
        let d = match self.lambda_descriptor(l, target) {
            Ok(d) => d,
            Err(misfit) => {
                let at = match (&misfit, &l.tree.body) {
                    (Misfit::Text(VOID_BODY), tree::LambdaBody::Expr(e)) => e.span,
                    (Misfit::Text(NO_VALUE), tree::LambdaBody::Block(b)) => {
                        block_shape(b).void.unwrap_or(start)
                    }
                    (Misfit::Text(HAS_VALUE), tree::LambdaBody::Block(b)) => {
                        block_shape(b).value.unwrap_or(start)
                    }
                    _ => start,
                };
                let plain =
                    Why { prefix: if why.prefix == Why::LAMBDA.prefix { "" } else { why.prefix }, ..why };
                self.report_misfit(at, &misfit, plain);
                self.recover(&Operand::Lambda(Rc::new(PendingLambda {
                    tree: l.tree.clone(),
                    span: l.span,
                    env: l.env.clone(),
                    body: RefCell::new(l.body.take()),
                    can_complete: Cell::new(true),
                })));
                return error_expr(l.span);
            }
        };
        let params: Vec<Ty> = d.params.iter().map(|&p| self.inst(p)).collect();
        if l.body.borrow().is_none() {
            self.attribute_lambda_body(l, params.clone());
        }
        let Some(mut body) = l.body.take() else { return error_expr(l.span) };
        let ret = self.inst(d.ret);
        let values = std::mem::take(&mut body.results.values);
        let expr_body = matches!(l.tree.body, tree::LambdaBody::Expr(_));
        let mut done: Vec<Option<hir::Expr>> = Vec::new();
        for v in values {
            let e = if ret == Ty::VOID { self.standalone(v) } else { self.coerce(v, ret, Why::LAMBDA) };
            done.push(Some(e));
        }
        if expr_body {
            let value = done.pop().flatten();
            let span = value.as_ref().map_or(l.span, |v| v.span);
            let kind = match value {
                Some(v) if ret == Ty::VOID => StmtKind::Expr(as_statement(v)),
                v => StmtKind::Return(v),
            };
            body.block.stmts.push(hir::Stmt { kind, span });
        } else {
            fill_all(&mut body.block.stmts, &mut done, None);
        }
        let throws = d.throws.iter().map(|&t| self.inst(t)).collect();
        let lambda = hir::Lambda {
            method: d.method,
            fn_params: params,
            fn_ret: ret,
            params: body.params,
            body: body.block,
            expr_body,
            throws,
        };
        expr(ExprKind::Lambda(Box::new(lambda)), target, l.span)
    }
}

/// An expression whose value is not used: a signature-polymorphic call returns nothing then.
pub(crate) fn as_statement(e: hir::Expr) -> hir::Expr {
    e
}
