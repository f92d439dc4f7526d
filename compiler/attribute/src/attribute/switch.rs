//! `switch` as statement and expression (JLS 14.11, 15.28).

use super::convert::constant_of;
use super::env::{Env, JumpKind, Results};
use super::operand::{Operand, PendingSwitch, placeholder, skip_parens};
use super::{Attr, error_expr};
use rvm_model::hir::{self, Case, CaseLabel, Const, LabelId, StmtKind, SwitchKind};
use rvm_model::symbols::{ClassId, FieldId};
use rvm_model::types::Ty;
use rvm_syntax::tree::{self, SwitchCase, flags};
use rvm_syntax::{Name, Span};
use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

/// What a switch switches on, and the labels met so far.
struct Selector {
    kind: Option<SwitchKind>,
    ty: Ty,
    enum_class: Option<ClassId>,
    ints: HashSet<i32>,
    strings: HashSet<Rc<[u16]>>,
    constants: HashSet<FieldId>,
    has_default: bool,
}

impl Attr<'_> {
    /// The selector expression, converted, and what its labels must be.
    fn selector(&mut self, env: &Env, e: &tree::Expr) -> (hir::Expr, Selector) {
        let value = self.expr(env, skip_parens(e));
        let mut s = Selector {
            kind: None,
            ty: value.ty,
            enum_class: None,
            ints: HashSet::new(),
            strings: HashSet::new(),
            constants: HashSet::new(),
            has_default: false,
        };
        if value.ty == Ty::ERROR {
            return (value, s);
        }
        let p = self.unboxed_or_self(value.ty);
        if matches!(p, Ty::BYTE | Ty::SHORT | Ty::CHAR | Ty::INT) {
            s.kind = Some(SwitchKind::Int);
            s.ty = p;
            let value = self.convert(value, p);
            return (self.convert(value, Ty::INT), s);
        }
        if self.bound_of(value.ty) == self.w.string() {
            s.kind = Some(SwitchKind::Str);
            s.ty = self.w.string();
            return (value, s);
        }
        if let Some(class) = self.w.erased_class(value.ty) {
            // A constant with a body has an anonymous subclass of the enum.
            let class = match self.w.superclass_class(class) {
                Some(sup) if self.w.class(class).has(flags::ENUM) && self.w.class(sup).has(flags::ENUM) => {
                    sup
                }
                _ => class,
            };
            if self.w.class(class).has(flags::ENUM) {
                s.kind = Some(SwitchKind::Enum);
                s.enum_class = Some(class);
                return (value, s);
            }
        }
        self.error(
            self.paren_before(e.span),
            "preview-feature-disabled-plural",
            "patterns in switch statements are a preview feature and are disabled by default.\n  (use --enable-preview to enable patterns in switch statements)",
        );
        (error_expr(e.span), s)
    }

    /// The labels of a case.
    fn labels(&mut self, env: &Env, case: &SwitchCase, s: &mut Selector) -> Vec<CaseLabel> {
        if case.is_default {
            if s.has_default {
                // javac points behind the keyword.
                let at = self.skip_space(case.span.at + 7, case.span);
                self.error(case.span.with_at(at), "duplicate-default-label", "duplicate default label");
            }
            s.has_default = true;
        }
        let mut out = Vec::new();
        for l in &case.labels {
            if matches!(skip_parens(l).kind, tree::ExprKind::Literal(tree::Literal::Null)) {
                self.error(
                    l.span,
                    "preview-feature-disabled",
                    "null in switch cases is a preview feature and is disabled by default.\n  (use --enable-preview to enable null in switch cases)",
                );
                continue;
            }
            let Some(kind) = s.kind else {
                let value =
                    if matches!(l.kind, tree::ExprKind::Name(_)) { None } else { Some(self.expr(env, l)) };
                if let Some(v) = value
                    && s.ty.is_primitive()
                    && v.ty != Ty::ERROR
                {
                    let text = format!(
                        "constant label of type {} is not compatible with switch selector type {}",
                        self.w.display(v.ty),
                        self.w.display(s.ty)
                    );
                    self.error(l.span, "constant-label-not-compatible", text);
                }
                continue;
            };
            match kind {
                SwitchKind::Enum => {
                    if let Some(f) = self.enum_label(l, s) {
                        out.push(CaseLabel::Enum(f));
                    }
                }
                SwitchKind::Int | SwitchKind::Str => {
                    let value = self.expr_to(env, l, s.ty);
                    if value.ty == Ty::ERROR {
                        continue;
                    }
                    match constant_of(&value) {
                        Some(Const::Int(v)) if kind == SwitchKind::Int => {
                            if !s.ints.insert(*v) {
                                self.error(case.span, "duplicate-case-label", "duplicate case label");
                            }
                            out.push(CaseLabel::Int(*v));
                        }
                        Some(Const::Str(v)) if kind == SwitchKind::Str => {
                            if !s.strings.insert(v.clone()) {
                                self.error(case.span, "duplicate-case-label", "duplicate case label");
                            }
                            out.push(CaseLabel::Str(v.clone()));
                        }
                        _ if kind == SwitchKind::Str => {
                            self.error(l.span, "string-const-req", "constant string expression required");
                        }
                        _ => self.error(l.span, "const-expr-req", "constant expression required"),
                    }
                }
            }
        }
        out
    }

    fn enum_label(&mut self, l: &tree::Expr, s: &mut Selector) -> Option<FieldId> {
        let class = s.enum_class?;
        let tree::ExprKind::Name(name) = &l.kind else {
            self.error(
                l.span,
                "enum-label-must-be-enum-constant",
                "an enum switch case label must be the unqualified name of an enumeration constant",
            );
            return None;
        };
        let field = self.w.field_named(class, *name).filter(|&f| self.w.field(f).has(flags::ENUM));
        let Some(f) = field else {
            self.error(
                l.span,
                "enum-label-must-be-enum-constant",
                "an enum switch case label must be the unqualified name of an enumeration constant",
            );
            return None;
        };
        if !s.constants.insert(f) {
            self.error(l.span, "duplicate-case-label", "duplicate case label");
        }
        Some(f)
    }

    /// The place of the parenthesis before an expression.
    fn paren_before(&self, span: Span) -> Span {
        let text = &self.ctx.diags.file(span.file).text;
        match text.get(..span.lo as usize).and_then(|t| t.rfind('(')) {
            Some(at) => span.with_at(at as u32),
            None => span,
        }
    }

    fn skip_space(&self, at: u32, span: Span) -> u32 {
        let text = &self.ctx.diags.file(span.file).text;
        let rest = text.get(at as usize..).unwrap_or("");
        at + (rest.len() - rest.trim_start().len()) as u32
    }

    /// Reports the first case that is of another kind than the first one.
    fn check_case_kind(&mut self, case: &SwitchCase, arrow: bool, mixed: &mut bool) {
        if case.arrow != arrow && !std::mem::replace(mixed, true) {
            self.error(case.span, "switch-mixing-case-types", "different case kinds used in the switch");
        }
    }

    /// A switch statement.
    pub(crate) fn switch_stmt(
        &mut self,
        env: &Env,
        selector: &tree::Expr,
        cases: &[SwitchCase],
        span: Span,
        name: Option<Name>,
    ) -> StmtKind {
        let label = self.new_label();
        let (value, mut s) = self.selector(env, selector);
        let arrow = cases.first().is_some_and(|c| c.arrow);
        let mut mixed = false;
        let mut inner = env.with_jump(name, label, JumpKind::Switch);
        inner.types = inner.types.with_block();
        let mut out = Vec::with_capacity(cases.len());
        for case in cases {
            self.check_case_kind(case, arrow, &mut mixed);
            let labels = self.labels(&inner, case, &mut s);
            let body = if case.arrow {
                let mut scope = inner.clone();
                let mut body = self.block_stmts(&mut scope, &case.body);
                if hir_completes_all(&body) {
                    body.push(hir::Stmt { kind: StmtKind::Break(label), span: case.span });
                }
                body
            } else {
                self.block_stmts(&mut inner, &case.body)
            };
            out.push(Case { labels, is_default: case.is_default, body, span: case.span });
        }
        let _ = span;
        StmtKind::Switch(Box::new(hir::Switch {
            label,
            kind: s.kind.unwrap_or(SwitchKind::Int),
            selector: value,
            cases: out,
            arrow,
            exhaustive_enum: false,
        }))
    }

    /// A switch expression.
    pub(crate) fn switch_expr(
        &mut self,
        env: &Env,
        selector: &tree::Expr,
        cases: &[SwitchCase],
        span: Span,
    ) -> Operand {
        let label = self.new_label();
        let (value, mut s) = self.selector(env, selector);
        if cases.is_empty() {
            self.error(span, "switch-expression-empty", "switch expression does not have any case clauses");
            return Operand::Done(error_expr(span));
        }
        let arrow = cases.first().is_some_and(|c| c.arrow);
        let mut mixed = false;
        let results = Rc::new(RefCell::new(Results::default()));
        let mut inner = env.with_jump(None, label, JumpKind::SwitchExpr(results.clone()));
        inner.types = inner.types.with_block();
        let mut out = Vec::with_capacity(cases.len());
        self.nested += 1;
        for case in cases {
            self.check_case_kind(case, arrow, &mut mixed);
            let labels = self.labels(&inner, case, &mut s);
            let body = match case.body.as_slice() {
                [tree::Stmt { kind: tree::StmtKind::Expr(e), span }] if case.arrow => {
                    let kind = self.yield_value(&inner.clone(), e, label, &results);
                    vec![hir::Stmt { kind, span: *span }]
                }
                body if case.arrow => self.block_stmts(&mut inner.clone(), body),
                body => self.block_stmts(&mut inner, body),
            };
            out.push(Case { labels, is_default: case.is_default, body, span: case.span });
        }
        self.nested -= 1;
        let results = std::mem::take(&mut *results.borrow_mut());
        let mut exhaustive_enum = false;
        if !s.has_default && s.kind.is_some() {
            exhaustive_enum = s.enum_class.is_some_and(|c| {
                self.w
                    .fields(c)
                    .iter()
                    .filter(|&&f| self.w.field(f).has(flags::ENUM))
                    .all(|f| s.constants.contains(f))
            });
            if !exhaustive_enum {
                self.late.push((
                    span,
                    "not-exhaustive",
                    "the switch expression does not cover all possible input values".to_string(),
                ));
            }
        }
        if results.values.is_empty() {
            self.error(
                span,
                "switch-expression-no-result-expressions",
                "switch expression does not have any result expressions",
            );
            return Operand::Done(error_expr(span));
        }
        let switch = hir::Switch {
            label,
            kind: s.kind.unwrap_or(SwitchKind::Int),
            selector: value,
            cases: out,
            arrow,
            exhaustive_enum,
        };
        let failed = s.kind.is_none();
        let pending =
            PendingSwitch { span, switch: RefCell::new(Some(switch)), results: RefCell::new(results) };
        if failed {
            self.recover(&Operand::Switch(Rc::new(pending)));
            return Operand::Done(error_expr(span));
        }
        // Results of one standalone type, boolean or numeric ones, need no target.
        let own: Option<Vec<Ty>> = pending.results.borrow().values.iter().map(|v| self.own_type(v)).collect();
        let standalone = own.is_some_and(|types| {
            types.contains(&Ty::ERROR)
                || types.iter().all(|&t| self.unboxed_or_self(t) == Ty::BOOLEAN && t != Ty::NULL)
        });
        let _ = placeholder;
        let op = Operand::Switch(Rc::new(pending));
        if standalone { Operand::Done(self.standalone(op)) } else { op }
    }
}

/// Whether statements can complete normally, constants known (JLS 14.22).
pub(crate) fn hir_completes_all(list: &[hir::Stmt]) -> bool {
    list.iter().all(hir_completes)
}

fn is_const(e: &hir::Expr, value: i32) -> bool {
    matches!(constant_of(e), Some(Const::Int(v)) if *v == value) && e.ty == Ty::BOOLEAN
}

/// As [`hir_completes_all`], for one.
pub(crate) fn hir_completes(s: &hir::Stmt) -> bool {
    match &s.kind {
        StmtKind::Return(_)
        | StmtKind::Throw(_)
        | StmtKind::Break(_)
        | StmtKind::Continue(_)
        | StmtKind::Yield(..) => false,
        StmtKind::Block(b) | StmtKind::Synchronized(_, b) => hir_completes_all(&b.stmts),
        StmtKind::If(_, a, Some(b)) => hir_completes(a) || hir_completes(b),
        StmtKind::While(l, c, b) => !is_const(c, 1) || jumps_to(b, *l, false),
        StmtKind::Do(l, b, c) => {
            ((hir_completes(b) || jumps_to(b, *l, true)) && !is_const(c, 1)) || jumps_to(b, *l, false)
        }
        StmtKind::For(l, _, c, _, b) => c.as_ref().is_some_and(|c| !is_const(c, 1)) || jumps_to(b, *l, false),
        StmtKind::Labeled(l, b) => hir_completes(b) || jumps_to(b, *l, false),
        StmtKind::Switch(s) => {
            !s.cases.iter().any(|c| c.is_default)
                || s.cases.iter().any(|c| c.body.iter().any(|st| jumps_to(st, s.label, false)))
                || s.cases.last().is_none_or(|c| hir_completes_all(&c.body))
        }
        StmtKind::Try(t) => {
            if let Some(f) = &t.finally
                && !hir_completes_all(&f.stmts)
            {
                return false;
            }
            hir_completes_all(&t.body.stmts) || t.catches.iter().any(|c| hir_completes_all(&c.body.stmts))
        }
        _ => true,
    }
}

fn jumps_to(s: &hir::Stmt, label: LabelId, to_continue: bool) -> bool {
    let all = |list: &[hir::Stmt]| list.iter().any(|s| jumps_to(s, label, to_continue));
    match &s.kind {
        StmtKind::Break(l) => !to_continue && *l == label,
        StmtKind::Continue(l) => to_continue && *l == label,
        StmtKind::Block(b) | StmtKind::Synchronized(_, b) => all(&b.stmts),
        StmtKind::If(_, a, b) => {
            jumps_to(a, label, to_continue) || b.as_ref().is_some_and(|b| jumps_to(b, label, to_continue))
        }
        StmtKind::While(_, _, b)
        | StmtKind::Do(_, b, _)
        | StmtKind::For(_, _, _, _, b)
        | StmtKind::Labeled(_, b) => jumps_to(b, label, to_continue),
        StmtKind::ForEach(f) => jumps_to(&f.body, label, to_continue),
        StmtKind::Switch(s) => s.cases.iter().any(|c| all(&c.body)),
        StmtKind::Try(t) => {
            if t.finally.as_ref().is_some_and(|f| !hir_completes_all(&f.stmts)) {
                return t.finally.as_ref().is_some_and(|f| all(&f.stmts));
            }
            all(&t.body.stmts)
                || t.catches.iter().any(|c| all(&c.body.stmts))
                || t.finally.as_ref().is_some_and(|f| all(&f.stmts))
        }
        _ => false,
    }
}
