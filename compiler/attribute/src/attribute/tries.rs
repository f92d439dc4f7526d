//! `try` (JLS 14.20).

use super::env::Env;
use super::operand::skip_parens;
use super::{Attr, SpecialLocal, error_expr};
use crate::overload::{Outcome, Query};
use rvm_model::hir::{self, ExprKind, StmtKind};
use rvm_model::symbols::{LOCAL_EFFECTIVELY_FINAL, LOCAL_PARAM, LocalId, MethodId};
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::tree::{self, Param, Resource, TryStmt, TypeNode, TypeNodeKind, flags};
use rvm_syntax::{Name, Span};

impl Attr<'_> {
    pub(crate) fn try_stmt(&mut self, env: &Env, t: &TryStmt, span: Span) -> StmtKind {
        let _ = span;
        let mut inner = env.clone();
        inner.types = inner.types.with_block();
        let resources: Vec<hir::Resource> =
            t.resources.iter().filter_map(|r| self.resource(&mut inner, r)).collect();
        let body = self.block(&inner, &t.body);
        let catches = t.catches.iter().map(|(p, b)| self.catch(env, p, b)).collect();
        let finally = t.finally.as_ref().map(|f| self.block(env, f));
        StmtKind::Try(Box::new(hir::Try { resources, body, catches, finally }))
    }

    /// A resource: a variable of its own, or one that is there.
    fn resource(&mut self, env: &mut Env, r: &Resource) -> Option<hir::Resource> {
        match r {
            Resource::Local(d) => {
                let (var, init) = self.declare_local(env, d);
                let sym = self.w.local(var);
                sym.flags.set(sym.flags.get() | flags::FINAL);
                self.initialised.insert(var);
                self.special_locals.insert(var, SpecialLocal::Resource);
                let ty = sym.ty.get();
                self.lint_interruptible_close(ty, d.name.span);
                let close = self.close_method(env, ty, d.ty.as_ref().map_or(d.name.span, |_| d.name.span))?;
                let init = init.unwrap_or_else(|| error_expr(d.span));
                Some(hir::Resource { var, init, close, span: d.span })
            }
            Resource::Expr(e) => {
                let value = self.expr(env, e);
                if value.ty == Ty::ERROR {
                    return None;
                }
                let inner = skip_parens(e);
                let is_var = matches!(inner.kind, tree::ExprKind::Name(_) | tree::ExprKind::Select(..))
                    && matches!(value.kind, ExprKind::Local(_) | ExprKind::Field { .. });
                if !is_var {
                    self.error(
                        e.span,
                        "try-with-resources-expr-needs-var",
                        "the try-with-resources resource must either be a variable declaration or an expression denoting a reference to a final or effectively final variable",
                    );
                    return None;
                }
                match &value.kind {
                    ExprKind::Field { field, .. } if !self.w.field(*field).has(flags::FINAL) => {
                        self.error(
                            e.span,
                            "try-with-resources-expr-effectively-final-var",
                            format!(
                                "variable {} used as a try-with-resources resource neither final nor effectively final",
                                self.w.field(*field).name
                            ),
                        );
                    }
                    _ => {}
                }
                let close = self.close_method(env, value.ty, e.span)?;
                let f = flags::FINAL | LOCAL_EFFECTIVELY_FINAL;
                let var = self.new_local_in(env, Name::new("resource$"), value.ty, f, e.span);
                Some(hir::Resource { var, init: value, close, span: e.span })
            }
        }
    }

    /// The `close` method of a resource's type.
    fn close_method(&mut self, env: &Env, ty: Ty, span: Span) -> Option<MethodId> {
        if ty == Ty::ERROR {
            return None;
        }
        let closeable = self.w.type_named("java/lang/AutoCloseable");
        if !ty.is_reference() || !self.w.is_subtype(ty, closeable) {
            let mut m = self.mentioned();
            let shown = self.show_in(ty, &mut m);
            self.incompatible(
                span,
                &format!(
                    "try-with-resources not applicable to variable type\n    ({shown} cannot be converted to AutoCloseable)"
                ),
                m,
            );
            return None;
        }
        let lists = self.methods_of_type(ty, Name::new("close"));
        let all: Vec<MethodId> = lists.iter().flat_map(|l| l.1.iter().copied()).collect();
        let site = self.bound_of(ty);
        let q = Query {
            site,
            access_site: site,
            candidates: &all,
            args: &[],
            type_args: &[],
            diamond: None,
            via_super: false,
        };
        match self.choose(env, &q) {
            Outcome::Chosen(i) => Some(i.method),
            _ => all.first().copied(),
        }
    }

    /// A catch clause.
    fn catch(&mut self, env: &Env, p: &Param, b: &tree::Block) -> hir::Catch {
        let mut inner = env.clone();
        inner.types = inner.types.with_block();
        let nodes: Vec<&TypeNode> = match p.ty.as_ref().map(|t| (&t.kind, t)) {
            Some((TypeNodeKind::Union(parts), _)) => parts.iter().collect(),
            Some((_, t)) => vec![t],
            None => Vec::new(),
        };
        let throwable = self.w.type_named("java/lang/Throwable");
        let multi = nodes.len() > 1;
        let mut types: Vec<(Ty, Span)> = Vec::new();
        for n in nodes {
            let t = self.ctx.resolve_type(&env.types, n);
            if t == Ty::ERROR {
                continue;
            }
            if matches!(self.w.kind(t), TyKind::Var(_)) {
                let mut m = self.mentioned();
                let found = self.show_in(t, &mut m);
                self.report(
                    n.span,
                    "type-found-req",
                    format!("unexpected type\n  required: class\n  found:    type parameter {found}"),
                    m,
                );
                continue;
            }
            if !t.is_reference() || !self.w.is_subtype(t, throwable) {
                self.report_mismatch(n.span, t, throwable);
                continue;
            }
            if let Some(&(other, _)) =
                types.iter().find(|(o, _)| self.w.is_subtype(t, *o) || self.w.is_subtype(*o, t))
            {
                let (sub, sup) = if self.w.is_subtype(t, other) { (t, other) } else { (other, t) };
                let mut m = self.mentioned();
                let (a, b) = (self.show_in(sub, &mut m), self.show_in(sup, &mut m));
                self.report(
                    n.span,
                    "multicatch-types-must-be-disjoint",
                    format!(
                        "Alternatives in a multi-catch statement cannot be related by subclassing\n  Alternative {a} is a subclass of alternative {b}"
                    ),
                    m,
                );
                continue;
            }
            types.push((t, n.span));
        }
        let ty = match types.as_slice() {
            [] => Ty::ERROR,
            [(t, _)] => *t,
            many => {
                let list: Vec<Ty> = many.iter().map(|t| t.0).collect();
                self.w.lub(&list)
            }
        };
        self.check_duplicate(env, p.name);
        let mut f = (p.modifiers.flags & flags::FINAL) | LOCAL_PARAM | LOCAL_EFFECTIVELY_FINAL;
        if multi {
            f |= flags::FINAL;
        }
        let var: LocalId = self.new_local_in(env, p.name.name, ty, f, p.name.span);
        self.initialised.insert(var);
        self.special_locals.insert(var, if multi { SpecialLocal::MultiCatch } else { SpecialLocal::Param });
        inner.add_local(p.name.name, var);
        let body = self.block(&inner, b);
        hir::Catch { var, types, body, span: p.span }
    }
}
