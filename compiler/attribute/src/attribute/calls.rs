//! Method calls (JLS 15.12).

use super::coerce::Why;
use super::env::Env;
use super::names::Qual;
use super::operand::{Callee, Operand, PendingCall};
use super::report::Location;
use super::{Attr, error_expr, expr};
use crate::overload::{Instance, Outcome, Query};
use rvm_model::hir::{self, CallKind, ExprKind};
use rvm_model::symbols::{ClassId, MethodId};
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::Span;
use rvm_syntax::tree::Ident;
use rvm_syntax::tree::{self, TypeNode, flags};
use std::cell::{Cell, RefCell};

/// What a call is made on.
struct Target {
    kind: CallKind,
    recv: Option<hir::Expr>,
    site: Ty,
}

impl Attr<'_> {
    /// Arguments as operands.
    pub(crate) fn args(&mut self, env: &Env, args: &[tree::Expr]) -> Vec<Operand> {
        args.iter().map(|a| self.operand(env, a)).collect()
    }

    /// Explicit type arguments.
    pub(crate) fn type_arguments(&mut self, env: &Env, nodes: &[TypeNode]) -> Vec<Ty> {
        let one = |n| {
            let ty = self.ctx.resolve_reference_type(&env.types, n);
            self.ctx.lint_raw(n, ty, true);
            ty
        };
        nodes.iter().map(one).collect()
    }

    /// A method call.
    pub(crate) fn call(
        &mut self,
        env: &Env,
        recv: Option<&tree::Expr>,
        type_args: &[TypeNode],
        name: Ident,
        arg_trees: &[tree::Expr],
        span: Span,
    ) -> Operand {
        if matches!(name.name.as_str(), "this" | "super") {
            self.error(
                span,
                "call-must-be-first-stmt-in-ctor",
                format!("call to {} must be first statement in constructor", name.name),
            );
            for op in self.args(env, arg_trees) {
                self.recover(&op);
            }
            return Operand::Done(error_expr(span));
        }
        let args = self.args(env, arg_trees);
        let type_args = self.type_arguments(env, type_args);
        match recv {
            None => self.unqualified_call(env, &type_args, name, args, span),
            Some(tree::Expr { kind: tree::ExprKind::Super(outer), span: q_span }) => {
                let (this, site) = self.super_receiver(env, outer.as_deref(), *q_span);
                if site == Ty::ERROR {
                    return self.give_up(args, span);
                }
                let target = Target { kind: CallKind::Super, recv: Some(this), site };
                self.qualified_call(env, target, &type_args, name, args, span)
            }
            Some(q) => match self.qualifier(env, q) {
                Qual::Expr(e) => self.call_on_value(env, e, &type_args, name, args, span),
                Qual::Type(t) => self.call_on_type(env, t, &type_args, name, args, span),
                Qual::Package(p) => {
                    self.report_missing_package(env, q, p, None);
                    self.give_up(args, span)
                }
            },
        }
    }

    /// Looks at what waits in the arguments, for its messages, and gives an error.
    pub(crate) fn give_up(&mut self, args: Vec<Operand>, span: Span) -> Operand {
        for a in &args {
            self.recover(a);
        }
        Operand::Done(error_expr(span))
    }

    fn call_on_value(
        &mut self,
        env: &Env,
        recv: hir::Expr,
        type_args: &[Ty],
        name: Ident,
        args: Vec<Operand>,
        span: Span,
    ) -> Operand {
        let site = recv.ty;
        if site == Ty::ERROR {
            return self.give_up(args, span);
        }
        if !site.is_reference() || site == Ty::NULL {
            let mut m = self.mentioned();
            let shown = self.show_in(site, &mut m);
            self.report(name.span, "cant-deref", format!("{shown} cannot be dereferenced"), m);
            return self.give_up(args, span);
        }
        let target = Target { kind: CallKind::Virtual, recv: Some(recv), site };
        self.qualified_call(env, target, type_args, name, args, span)
    }

    fn call_on_type(
        &mut self,
        env: &Env,
        t: Ty,
        type_args: &[Ty],
        name: Ident,
        args: Vec<Operand>,
        span: Span,
    ) -> Operand {
        if t == Ty::ERROR {
            return self.give_up(args, span);
        }
        match self.w.kind(t) {
            TyKind::Class { .. } => {
                let target = Target { kind: CallKind::Static, recv: None, site: t };
                self.qualified_call(env, target, type_args, name, args, span)
            }
            TyKind::Var(_) => {
                let target = Target { kind: CallKind::Static, recv: None, site: self.bound_of_variable(t) };
                self.qualified_call(env, target, type_args, name, args, span)
            }
            _ => {
                let mut m = self.mentioned();
                let shown = self.show_in(t, &mut m);
                self.report(name.span, "cant-deref", format!("{shown} cannot be dereferenced"), m);
                self.give_up(args, span)
            }
        }
    }

    /// The methods of that name in a type: those of a variable's bound, of all parts of an intersection, of Object for an array.
    pub(crate) fn methods_of_type(
        &self,
        site: Ty,
        name: rvm_syntax::Name,
    ) -> Vec<(Ty, std::rc::Rc<[MethodId]>)> {
        let mut out = Vec::new();
        for part in self.w.components_of(self.bound_of(site)) {
            let class = match self.w.kind(part) {
                TyKind::Array(_) => Some(self.w.object_class()),
                _ => self.w.erased_class(part),
            };
            if let Some(class) = class {
                let mut list = self.candidates(class, name);
                // Private methods are not inherited: to a subclass they are not there.
                let inherited_private = |&m: &MethodId| {
                    let sym = self.w.method(m);
                    sym.has(flags::PRIVATE) && sym.class != class
                };
                if list.iter().any(inherited_private) {
                    list = list.iter().copied().filter(|m| !inherited_private(m)).collect();
                }
                if !list.is_empty() {
                    out.push((part, list));
                }
                // Interfaces have Object's public methods too (JLS 9.2).
                if self.w.class(class).is_interface() {
                    let object = self.candidates(self.w.object_class(), name);
                    let known = &out.last().map(|o| o.1.clone()).unwrap_or_else(|| Vec::new().into());
                    let extra: Vec<MethodId> = object
                        .iter()
                        .copied()
                        .filter(|&o| {
                            self.w.method(o).has(flags::PUBLIC)
                                && !known.contains(&o)
                                && !known.iter().any(|&k| {
                                    self.w.method(k).params.len() == self.w.method(o).params.len()
                                        && self.w.is_subsignature(k, o, part)
                                })
                        })
                        .collect();
                    if !extra.is_empty() {
                        out.push((part, extra.into()));
                    }
                }
            }
        }
        out
    }

    /// A type variable's bound, all the way to a class, array or intersection.
    pub(crate) fn bound_of(&self, ty: Ty) -> Ty {
        let mut ty = ty;
        for _ in 0..64 {
            match self.w.kind(ty) {
                TyKind::Var(v) => ty = self.w.type_var(*v).upper.get(),
                _ => break,
            }
        }
        ty
    }

    fn qualified_call(
        &mut self,
        env: &Env,
        target: Target,
        type_args: &[Ty],
        name: Ident,
        args: Vec<Operand>,
        span: Span,
    ) -> Operand {
        let lists = self.methods_of_type(target.site, name.name);
        let all: Vec<MethodId> = {
            let mut all = Vec::new();
            for (_, list) in &lists {
                for &m in list.iter() {
                    if !all.contains(&m) {
                        all.push(m);
                    }
                }
            }
            all
        };
        if all.is_empty() {
            if args_have_errors(&args) {
                return self.give_up(args, span);
            }
            let symbol = self.method_symbol(name, &args);
            let location = match (&target.recv, target.kind) {
                (Some(_), CallKind::Super) => Location::None,
                (Some(r), _) => self.location_of_expr(r),
                (None, _) => Location::Type(target.site),
            };
            self.report_no_method(name.span, symbol, location);
            return self.give_up(args, span);
        }
        let site =
            if target.kind == CallKind::Super { target.site } else { self.bound_or_self(target.site, &all) };
        let via_super = target.kind == CallKind::Super;
        let q = Query {
            site,
            access_site: site,
            candidates: &all,
            args: &args,
            type_args,
            diamond: None,
            via_super,
        };
        match self.choose(env, &q) {
            Outcome::Chosen(instance) => {
                let sym = self.w.method(instance.method);
                if target.kind == CallKind::Static && !sym.has(flags::STATIC) {
                    let mut m = self.mentioned();
                    let shown = self.show_method_plain(instance.method, &mut m);
                    self.report(
                        name.span,
                        "non-static-cant-be-ref",
                        format!("non-static method {shown} cannot be referenced from a static context"),
                        m,
                    );
                    return self.give_up(args, span);
                }
                if target.kind == CallKind::Super && sym.has(flags::ABSTRACT) {
                    let mut m = self.mentioned();
                    let shown = self.show_method_plain(instance.method, &mut m);
                    let class = self.show_class(sym.class, &mut m);
                    self.report(
                        name.span,
                        "abstract-cant-be-accessed-directly",
                        format!("abstract method {shown} in {class} cannot be accessed directly"),
                        m,
                    );
                    return self.give_up(args, span);
                }
                if sym.has(flags::STATIC)
                    && self.w.class(sym.class).is_interface()
                    && target.kind == CallKind::Virtual
                {
                    self.error(
                        span,
                        "illegal-static-intf-meth-call",
                        format!(
                            "illegal static interface method call\n  the receiver expression should be replaced with the type qualifier '{}'",
                            self.w.display(site)
                        ),
                    );
                    return self.give_up(args, span);
                }
                self.make_call(env, target, instance, name, args, span)
            }
            outcome => {
                self.report_outcome(env, outcome, &q, name.span, name.span, Some(name));
                self.give_up(args, span)
            }
        }
    }

    /// The part of an intersection, or the bound, that has the methods: the site they are members of.
    fn bound_or_self(&self, site: Ty, methods: &[MethodId]) -> Ty {
        match self.w.kind(site) {
            TyKind::Var(_) | TyKind::Intersection(_) => {
                let bound = self.bound_of(site);
                match self.w.kind(bound) {
                    TyKind::Intersection(parts) => {
                        let classes: Vec<ClassId> = methods.iter().map(|&m| self.w.method(m).class).collect();
                        parts
                            .iter()
                            .copied()
                            .find(|&p| classes.iter().all(|&c| self.w.as_super(p, c).is_some()))
                            .map_or(bound, |p| self.w.capture(p))
                    }
                    _ => self.w.capture(bound),
                }
            }
            _ => site,
        }
    }

    fn unqualified_call(
        &mut self,
        env: &Env,
        type_args: &[Ty],
        name: Ident,
        args: Vec<Operand>,
        span: Span,
    ) -> Operand {
        let mut level = env;
        let mut static_only = false;
        let mut inaccessible = None;
        loop {
            let class = level.class();
            static_only |= level.frame.is_static;
            let site = self.w.class_type(class);
            let lists = self.methods_of_type(site, name.name);
            if !lists.is_empty() {
                let all: Vec<MethodId> = lists.iter().flat_map(|l| l.1.iter().copied()).collect();
                let q = Query {
                    site,
                    access_site: site,
                    candidates: &all,
                    args: &args,
                    type_args,
                    diamond: None,
                    via_super: false,
                };
                match self.choose(env, &q) {
                    Outcome::Chosen(instance) => {
                        let is_static = self.w.method(instance.method).has(flags::STATIC);
                        if !is_static && static_only {
                            let mut m = self.mentioned();
                            let shown = self.show_method_plain(instance.method, &mut m);
                            self.report(
                                name.span,
                                "non-static-cant-be-ref",
                                format!(
                                    "non-static method {shown} cannot be referenced from a static context"
                                ),
                                m,
                            );
                            return self.give_up(args, span);
                        }
                        if !is_static && level.prologue {
                            self.error(
                                name.span,
                                "cant-ref-before-ctor-called",
                                "cannot reference this before supertype constructor has been called",
                            );
                        }
                        let recv = (!is_static)
                            .then(|| expr(ExprKind::This(class), self.w.class_type(class), name.span));
                        let kind = if is_static { CallKind::Static } else { CallKind::Virtual };
                        let target = Target { kind, recv, site };
                        return self.make_call(env, target, instance, name, args, span);
                    }
                    Outcome::Inaccessible(m) => inaccessible = inaccessible.or(Some(m)),
                    outcome => {
                        self.report_outcome(env, outcome, &q, name.span, name.span, Some(name));
                        return self.give_up(args, span);
                    }
                }
            }
            if self.is_static_class(class) {
                static_only = true;
            }
            match &level.frame.outer {
                Some(o) => level = o,
                None => break,
            }
        }
        let imported = self.ctx.static_import_methods(&env.types, name.name);
        if !imported.is_empty() {
            let site = self.w.raw_type(self.w.method(imported[0]).class);
            let q = Query {
                site,
                access_site: Ty::NULL,
                candidates: &imported,
                args: &args,
                type_args,
                diamond: None,
                via_super: false,
            };
            return match self.choose(env, &q) {
                Outcome::Chosen(instance) => {
                    let site = self.w.raw_type(self.w.method(instance.method).class);
                    let target = Target { kind: CallKind::Static, recv: None, site };
                    self.make_call(env, target, instance, name, args, span)
                }
                outcome => {
                    self.report_outcome(env, outcome, &q, name.span, name.span, Some(name));
                    self.give_up(args, span)
                }
            };
        }
        if let Some(m) = inaccessible {
            self.report_method_access(name.span, m);
            return self.give_up(args, span);
        }
        if args_have_errors(&args) {
            return self.give_up(args, span);
        }
        let symbol = self.method_symbol(name, &args);
        let location = self.location_of(env);
        self.report_no_method(name.span, symbol, location);
        self.give_up(args, span)
    }

    /// The chosen method becomes a call: done, or waiting for its target.
    fn make_call(
        &mut self,
        env: &Env,
        target: Target,
        instance: Instance,
        name: Ident,
        args: Vec<Operand>,
        span: Span,
    ) -> Operand {
        let sym = self.w.method(instance.method);
        self.lint_deprecated_method(instance.method, name.span);
        self.lint_raw_call(target.site, instance.method, span);
        if sym.has(flags::STATIC) && target.kind == CallKind::Virtual {
            self.lint_static("method", sym.class, name.span);
        }
        if sym.polymorphic {
            return Operand::Done(self.polymorphic_call(target, instance.method, args, span));
        }
        let mut target = target;
        if sym.has(flags::STATIC) && target.kind != CallKind::Static {
            // A receiver without effects is dropped.
            target.kind = CallKind::Static;
            if let Some(r) = &target.recv
                && matches!(
                    r.kind,
                    ExprKind::Local(_)
                        | ExprKind::This(_)
                        | ExprKind::Literal(_)
                        | ExprKind::Null
                        | ExprKind::ClassLit(_)
                )
            {
                target.recv = None;
            }
        }
        let _ = env;
        let site = self.qualifying_type(target.site, instance.method);
        let mut ret = instance.ret;
        // `x.getClass()` has a type of its own (JLS 4.3.2).
        if sym.name.as_str() == "getClass" && sym.params.is_empty() && sym.class == self.w.object_class() {
            let of = target.recv.as_ref().map_or(target.site, |r| r.ty);
            let bound = self.w.erasure(of);
            let wild = self.w.wildcard(rvm_model::types::WildcardBound::Extends, bound);
            ret = self.w.type_of(self.w.class_named("java/lang/Class"), &[wild]);
        }
        // Arrays clone to their own type (JLS 10.7).
        if matches!(self.w.kind(target.site), TyKind::Array(_)) && sym.name.as_str() == "clone" {
            ret = target.site;
        }
        let pending = PendingCall {
            span,
            name_span: name.span,
            callee: Callee::Method {
                kind: target.kind,
                recv: RefCell::new(target.recv),
                site,
                access: target.site,
            },
            method: instance.method,
            vars: instance.vars,
            type_env: instance.type_env,
            params: instance.params,
            varargs: instance.varargs,
            ret,
            args: RefCell::new(args),
            unchecked: instance.unchecked,
            captured: Cell::new(None),
            delegated: Cell::new(false),
        };
        self.finish_or_wait(pending)
    }

    /// A call whose result mentions unresolved variables is a poly expression; others are completed at once.
    pub(crate) fn finish_or_wait(&mut self, pending: PendingCall) -> Operand {
        let poly = !pending.unchecked && self.has_infer(self.inst(pending.ret));
        if poly {
            return Operand::Call(std::rc::Rc::new(pending));
        }
        Operand::Done(self.complete_call(&pending, None, Why::ASSIGN))
    }

    /// The class or array type that qualifies a method in the class file (JLS 13.1).
    pub(crate) fn qualifying_type(&self, site: Ty, method: MethodId) -> Ty {
        let owner = self.w.method(method).class;
        let bound = self.bound_of(site);
        match self.w.kind(bound) {
            TyKind::Array(_) => {
                if self.w.method(method).name.as_str() == "clone" {
                    bound
                } else {
                    self.w.object()
                }
            }
            TyKind::Intersection(parts) => parts
                .iter()
                .copied()
                .find(|&p| self.w.as_super(p, owner).is_some())
                .unwrap_or_else(|| self.w.raw_type(owner)),
            _ => bound,
        }
    }

    fn polymorphic_call(
        &mut self,
        target: Target,
        method: MethodId,
        args: Vec<Operand>,
        span: Span,
    ) -> hir::Expr {
        let sym = self.w.method(method);
        let args: Vec<hir::Expr> = args.into_iter().map(|a| self.standalone(a)).collect();
        if args.iter().any(|a| a.ty == Ty::ERROR) {
            return error_expr(span);
        }
        let kind = ExprKind::Call {
            kind: target.kind,
            recv: target.recv.map(Box::new),
            method,
            site: target.site,
            args,
            throws: sym.throws.clone().into(),
        };
        expr(kind, sym.ret, span)
    }

    /// The node of a call whose variables are resolved: arguments converted, result instantiated.
    pub(crate) fn build_call(&mut self, pc: &PendingCall) -> hir::Expr {
        let args = std::mem::take(&mut *pc.args.borrow_mut());
        let sym = self.w.method(pc.method);
        if pc.unchecked {
            self.lint_unchecked_call(pc, &args);
        }
        let last = match args.last() {
            Some(Operand::Done(e)) => Some((e.ty, e.span)),
            _ => None,
        };
        let args = match self.finish_args(args, &pc.params, pc.varargs, pc.span) {
            Some(args) => {
                self.warn_inexact_varargs(pc, last);
                if let (true, Some(last)) = (pc.varargs, args.last()) {
                    self.lint_varargs_array(pc.method, last.ty, pc.span);
                }
                args
            }
            None => return self.broken_call(pc),
        };
        let throws = self.call_throws(pc);
        let mut ret = self.inst(pc.captured.get().unwrap_or(pc.ret));
        if pc.unchecked && (!sym.is_constructor() || !pc.vars.is_empty()) {
            ret = self.w.erasure(ret);
        }
        match &pc.callee {
            Callee::Method { kind, recv, site, .. } => {
                let kind = ExprKind::Call {
                    kind: *kind,
                    recv: recv.borrow_mut().take().map(Box::new),
                    method: pc.method,
                    site: self.w.erasure(*site),
                    args,
                    throws,
                };
                let ty = self.w.capture(ret);
                expr(kind, ty, pc.span)
            }
            Callee::New { .. } => self.build_new(pc, ret, args, throws),
        }
    }

    /// A call with a wrong argument still has a type where that does not depend on inference, so that what follows is looked at.
    fn broken_call(&mut self, pc: &PendingCall) -> hir::Expr {
        let _ = pc;
        error_expr(pc.span)
    }

    /// Arguments converted to the parameter types, variable arity ones packed; None if one was wrong.
    pub(crate) fn finish_args(
        &mut self,
        args: Vec<Operand>,
        params: &[Ty],
        varargs: bool,
        span: Span,
    ) -> Option<Vec<hir::Expr>> {
        let mut out = Vec::with_capacity(params.len());
        let mut rest = Vec::new();
        let mut ok = true;
        let fixed = if varargs { params.len() - 1 } else { params.len() };
        for (i, a) in args.into_iter().enumerate() {
            let formal = self.inst(self.formal(params, i, varargs));
            let e = self.coerce(a, formal, Why::ARGUMENT);
            ok &= e.ty != Ty::ERROR;
            if i < fixed { out.push(e) } else { rest.push(e) }
        }
        if varargs {
            let array = self.inst(params[params.len() - 1]);
            out.push(expr(ExprKind::ArrayInit(rest), array, span));
        }
        ok.then_some(out)
    }

    /// The exceptions a call may throw, instantiated (JLS 11.2.1, 18.5.2.1).
    fn call_throws(&mut self, pc: &PendingCall) -> Box<[Ty]> {
        let sym = self.w.method(pc.method);
        // An array's clone throws nothing (JLS 10.7).
        if let Callee::Method { site, .. } = &pc.callee
            && matches!(self.w.kind(*site), TyKind::Array(_))
            && sym.name.as_str() == "clone"
        {
            return Box::new([]);
        }
        if sym.throws.is_empty() {
            return Box::new([]);
        }
        if pc.unchecked {
            return self.w.erasure_all(&sym.throws).into();
        }
        let site = match &pc.callee {
            Callee::Method { access, .. } => *access,
            Callee::New { .. } => self.inst(pc.ret),
        };
        let (params, tys) = &pc.type_env;
        let tys: Vec<Ty> = tys.iter().map(|&t| self.inst(t)).collect();
        let throws = sym.throws.clone();
        throws
            .into_iter()
            .map(|t| {
                let t = self.w.subst(t, params, &tys);
                let site = self.bound_of(site);
                if sym.has(flags::STATIC) { t } else { self.w.member_type(site, t, sym.class) }
            })
            .collect()
    }
}

/// Whether an argument was wrong already: then nothing more is said about the call.
pub(crate) fn args_have_errors(args: &[Operand]) -> bool {
    args.iter().any(|a| matches!(a, Operand::Done(e) if e.ty == Ty::ERROR))
}
