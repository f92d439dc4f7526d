//! Method references (JLS 15.13).

use super::coerce::Why;
use super::env::Env;
use super::names::Qual;
use super::operand::{Operand, PendingRef, RefQualifier};
use super::report::Misfit;
use super::{Attr, error_expr, expr};
use crate::overload::{Instance, Outcome, Query, Reason};
use rvm_model::FnDescriptor;
use rvm_model::hir::{self, CallKind, ExprKind, MethodRefTarget};
use rvm_model::symbols::{ClassId, MethodId, Owner};
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::Span;
use rvm_syntax::tree::Ident;
use rvm_syntax::tree::{self, TypeNode, flags};
use std::rc::Rc;

/// The compile-time declaration of a method reference for given parameter types.
pub(crate) enum RefChoice {
    /// A method; whether the first parameter is the receiver; the type it is a member of.
    Method { instance: Instance, receiver_first: bool, site: Ty },
    /// A constructor.
    Ctor { class: ClassId, instance: Instance, ty: Ty },
    /// An array constructor.
    Array(Ty),
}

impl Attr<'_> {
    /// A method reference, without its target yet.
    pub(crate) fn method_ref(
        &mut self,
        env: &Env,
        q: &tree::Expr,
        type_args: &[TypeNode],
        name: Ident,
        span: Span,
    ) -> Operand {
        let qualifier = match &q.kind {
            tree::ExprKind::Super(outer) => {
                let (this, site) = self.super_receiver(env, outer.as_deref(), q.span);
                if site == Ty::ERROR {
                    return Operand::Done(error_expr(span));
                }
                RefQualifier::Super(this, site)
            }
            _ => match self.qualifier(env, q) {
                Qual::Expr(e) if e.ty == Ty::ERROR => return Operand::Done(error_expr(span)),
                Qual::Expr(e) => {
                    if !e.ty.is_reference() || e.ty == Ty::NULL {
                        let mut m = self.mentioned();
                        let found = self.show_in(e.ty, &mut m);
                        self.report(
                            q.span,
                            "type-found-req",
                            format!("unexpected type\n  required: reference\n  found:    {found}"),
                            m,
                        );
                        return Operand::Done(error_expr(span));
                    }
                    RefQualifier::Expr(e)
                }
                Qual::Type(Ty::ERROR) => return Operand::Done(error_expr(span)),
                Qual::Type(t) => RefQualifier::Type(t),
                Qual::Package(p) => {
                    self.report_missing_package(env, q, p, None);
                    return Operand::Done(error_expr(span));
                }
            },
        };
        let type_args = self.type_arguments(env, type_args);
        let mut pending = PendingRef { span, env: env.clone(), qualifier, type_args, name, exact: None };
        if name.name.as_str() == "new" && !self.check_ref_class(&pending) {
            return Operand::Done(error_expr(span));
        }
        pending.exact = self.exact_method(&pending);
        Operand::MethodRef(Rc::new(pending))
    }

    fn check_ref_class(&mut self, r: &PendingRef) -> bool {
        let RefQualifier::Type(t) = r.qualifier else { return true };
        if let Some(class) = self.w.class_of(t) {
            let sym = self.w.class(class);
            let start = r.span.with_at(r.span.lo);
            if sym.flags.get() & (flags::ABSTRACT | flags::INTERFACE) != 0 {
                let name = self.w.class_display(class);
                self.error(
                    start,
                    "abstract-cant-be-instantiated",
                    format!("{name} is abstract; cannot be instantiated"),
                );
                return false;
            }
            if sym.has(flags::ENUM) {
                self.error(start, "enum-cant-be-instantiated", "enum types may not be instantiated");
                return false;
            }
        }
        true
    }

    fn ref_site(&self, r: &PendingRef) -> Ty {
        match &r.qualifier {
            RefQualifier::Expr(e) => e.ty,
            RefQualifier::Super(_, site) => *site,
            RefQualifier::Type(t) => *t,
        }
    }

    /// The methods a reference may mean; none for array constructors.
    pub(crate) fn ref_candidates(&self, r: &PendingRef) -> Vec<MethodId> {
        let site = self.ref_site(r);
        if r.name.name.as_str() == "new" {
            return self.w.class_of(site).map(|c| self.w.constructors(c)).unwrap_or_default();
        }
        let mut all: Vec<MethodId> = Vec::new();
        for (_, list) in self.methods_of_type(site, r.name.name) {
            for &m in list.iter() {
                if !all.contains(&m) {
                    all.push(m);
                }
            }
        }
        all
    }

    /// The method an exact reference means (JLS 15.13.1).
    fn exact_method(&self, r: &PendingRef) -> Option<MethodId> {
        let site = self.ref_site(r);
        if let RefQualifier::Type(t) = r.qualifier
            && self.w.is_raw(t)
        {
            return None;
        }
        let all = self.ref_candidates(r);
        let from = r.env.class();
        let mut usable = all.iter().copied().filter(|&m| {
            let through = match &r.qualifier {
                RefQualifier::Super(this, _) => this.ty,
                _ => self.bound_of(site),
            };
            self.w.is_accessible_method(m, from, through)
        });
        let (Some(m), None) = (usable.next(), usable.next()) else { return None };
        let sym = self.w.method(m);
        if sym.has(flags::VARARGS)
            || (!sym.type_params.is_empty() && r.type_args.is_empty())
            || sym.polymorphic
        {
            return None;
        }
        Some(m)
    }

    /// Parameters and result of an exact reference's method.
    pub(crate) fn exact_ref_type(&self, r: &PendingRef, m: MethodId) -> (Vec<Ty>, Ty) {
        let sym = self.w.method(m);
        let site = self.w.capture(self.bound_of(self.ref_site(r)));
        let see = |t: Ty| {
            let t = if sym.type_params.len() == r.type_args.len() {
                self.w.subst(t, &sym.type_params, &r.type_args)
            } else {
                t
            };
            if sym.has(flags::STATIC) { t } else { self.w.member_type(site, t, sym.class) }
        };
        let params = sym.params.iter().map(|&p| see(p)).collect();
        let ret = if sym.is_constructor() { site } else { self.ref_result(r, m, see(sym.ret), None) };
        (params, ret)
    }

    /// The result of a method, with the special types of `getClass` and arrays' `clone`.
    fn ref_result(&self, r: &PendingRef, m: MethodId, ret: Ty, receiver: Option<Ty>) -> Ty {
        let sym = self.w.method(m);
        let site = receiver.unwrap_or_else(|| self.ref_site(r));
        if sym.class == self.w.object_class() && sym.params.is_empty() {
            if sym.name.as_str() == "getClass" {
                let wild = self.w.wildcard(rvm_model::types::WildcardBound::Extends, self.w.erasure(site));
                return self.w.type_of(self.w.class_named("java/lang/Class"), &[wild]);
            }
            if sym.name.as_str() == "clone" && matches!(self.w.kind(site), TyKind::Array(_)) {
                return site;
            }
        }
        ret
    }

    /// `‹reference → T›` in inference, its parameter types known (JLS 18.2.1).
    pub(crate) fn reduce_ref(&mut self, r: &PendingRef, d: &FnDescriptor) -> Result<(), Misfit> {
        let mut open = Vec::new();
        if r.exact.is_none() {
            for &p in &d.params {
                self.infer_vars_in(p, &mut open);
            }
            if !self.resolve(&open) {
                return Err(self.inference_misfit());
            }
        }
        let params: Vec<Ty> = d.params.iter().map(|&p| self.inst(p)).collect();
        if let Some(m) = r.exact {
            let (formals, ret) = self.exact_ref_type(r, m);
            let offset = usize::from(params.len() == formals.len() + 1);
            if params.len() != formals.len() + offset {
                // Reported when the reference is completed.
                return Ok(());
            }
            if offset == 1
                && let RefQualifier::Type(t) = r.qualifier
            {
                self.reduce_compatible(params[0], t, true);
            }
            for (i, &f) in formals.iter().enumerate() {
                self.reduce_compatible(params[i + offset], f, true);
            }
            self.infer.failure = None;
            if d.ret == Ty::VOID || ret == Ty::VOID {
                return Ok(());
            }
            return self.reduce_ref_result(ret, d.ret);
        }
        if d.ret == Ty::VOID {
            return Ok(());
        }
        let mark = self.infer.mark();
        match self.resolve_ref(r, &params) {
            Ok(RefChoice::Method { instance, receiver_first, site }) => {
                let receiver = receiver_first.then(|| params[0]).or(Some(site));
                let ret = if instance.unchecked { self.w.erasure(instance.ret) } else { instance.ret };
                let ret = self.ref_result(r, instance.method, ret, receiver);
                if ret == Ty::VOID {
                    return Ok(());
                }
                self.reduce_ref_result(ret, d.ret)
            }
            Ok(RefChoice::Ctor { ty, .. }) | Ok(RefChoice::Array(ty)) => self.reduce_ref_result(ty, d.ret),
            Err(_) => {
                // Reported when the reference is completed.
                self.infer.undo(mark);
                Ok(())
            }
        }
    }

    fn reduce_ref_result(&mut self, ret: Ty, target: Ty) -> Result<(), Misfit> {
        let ret = if self.has_infer(ret) { ret } else { self.w.capture(ret) };
        if self.reduce_compatible(ret, target, true) {
            return Ok(());
        }
        let misfit = match self.infer.failure.take() {
            Some(f) => Misfit::Inference(f),
            None => {
                Misfit::In("bad return type in method reference", Box::new(self.convert_misfit(ret, target)))
            }
        };
        Err(misfit)
    }

    /// Finds the compile-time declaration for parameter types (JLS 15.13.1). Its bounds stay in the store.
    pub(crate) fn resolve_ref(&mut self, r: &PendingRef, params: &[Ty]) -> Result<RefChoice, Misfit> {
        let env = r.env.clone();
        let site = self.ref_site(r);
        let operands: Vec<Operand> =
            params.iter().map(|&ty| Operand::Done(expr(ExprKind::Hole, ty, r.span))).collect();
        if r.name.name.as_str() == "new" {
            return self.resolve_ctor_ref(&env, r, site, &operands);
        }
        let candidates = self.ref_candidates(r);
        if candidates.is_empty() {
            return Err(self.no_such_method(r, site, params));
        }
        let access = match &r.qualifier {
            RefQualifier::Super(this, _) => this.ty,
            _ => self.bound_of(site),
        };
        let bound = if matches!(r.qualifier, RefQualifier::Super(..)) { site } else { self.bound_of(site) };
        let bound = self.w.capture(bound);
        let first = Query {
            site: bound,
            access_site: access,
            candidates: &candidates,
            args: &operands,
            type_args: &r.type_args,
            diamond: None,
            via_super: false,
        };
        if !matches!(r.qualifier, RefQualifier::Type(_)) {
            return match self.choose(&env, &first) {
                Outcome::Chosen(instance) => {
                    if self.w.method(instance.method).has(flags::STATIC) {
                        return Err(self.static_misfit(
                            &instance,
                            "unexpected static",
                            "found in bound lookup",
                        ));
                    }
                    Ok(RefChoice::Method { instance, receiver_first: false, site: bound })
                }
                outcome => Err(self.ref_misfit(r, outcome, &first)),
            };
        }
        // A type: static methods take all parameters, instance methods the first one as receiver.
        let mark = self.infer.mark();
        let one = self.choose(&env, &first);
        self.infer.undo(mark);
        let receiver_site = params.first().and_then(|&p| self.receiver_site(site, p));
        let two = receiver_site.map(|s| {
            let q = Query { site: s, access_site: s, args: &operands[1..], ..first };
            let two = self.choose(&env, &q);
            self.infer.undo(mark);
            two
        });
        let is_static = |this: &Self, o: &Outcome| match o {
            Outcome::Chosen(i) => Some(this.w.method(i.method).has(flags::STATIC)),
            _ => None,
        };
        let s1 = is_static(self, &one);
        let s2 = two.as_ref().and_then(|t| is_static(self, t));
        match (s1, s2) {
            (Some(true), Some(false)) => {
                let (Outcome::Chosen(a), Some(Outcome::Chosen(b))) = (one, two) else {
                    return Err(Misfit::Text("invalid method reference"));
                };
                Err(self.ambiguous_ref(&a, &b))
            }
            (Some(true), _) => match self.choose(&env, &first) {
                Outcome::Chosen(instance) => {
                    Ok(RefChoice::Method { instance, receiver_first: false, site: bound })
                }
                outcome => Err(self.ref_misfit(r, outcome, &first)),
            },
            (_, Some(false)) => {
                let s = receiver_site.unwrap_or(bound);
                let q = Query { site: s, access_site: s, args: &operands[1..], ..first };
                match self.choose(&env, &q) {
                    Outcome::Chosen(instance) => {
                        Ok(RefChoice::Method { instance, receiver_first: true, site: s })
                    }
                    outcome => Err(self.ref_misfit(r, outcome, &q)),
                }
            }
            (Some(false), _) => {
                let Outcome::Chosen(i) = one else { return Err(Misfit::Text("invalid method reference")) };
                Err(self.static_misfit(&i, "unexpected instance", "found in unbound lookup"))
            }
            (_, Some(true)) => {
                let Some(Outcome::Chosen(i)) = two else {
                    return Err(Misfit::Text("invalid method reference"));
                };
                Err(self.static_misfit(&i, "unexpected static", "found in unbound lookup"))
            }
            (None, None) => {
                let outcome = match (&one, two) {
                    (Outcome::Ambiguous(..), _) | (_, None) => one,
                    (_, Some(t @ Outcome::Ambiguous(..))) => t,
                    (Outcome::Inapplicable(a), Some(t)) if a.iter().all(|r| matches!(r.1, Reason::Arity)) => {
                        t
                    }
                    _ => one,
                };
                Err(self.ref_misfit(r, outcome, &first))
            }
        }
    }

    /// The type whose member an instance method is when the first parameter is the receiver.
    fn receiver_site(&mut self, ty: Ty, first: Ty) -> Option<Ty> {
        if first == Ty::ERROR {
            return Some(ty);
        }
        if !first.is_reference() {
            return None;
        }
        if self.w.is_raw(ty) {
            let class = self.w.class_of(ty)?;
            let found = self.w.as_super(first, class)?;
            return Some(self.w.capture(found));
        }
        self.w.is_subtype_unchecked(first, ty).0.then(|| self.w.capture(self.bound_of(ty)))
    }

    fn resolve_ctor_ref(
        &mut self,
        env: &Env,
        r: &PendingRef,
        site: Ty,
        operands: &[Operand],
    ) -> Result<RefChoice, Misfit> {
        if matches!(self.w.kind(site), TyKind::Array(_)) {
            let ok = match operands {
                [Operand::Done(e)] => self.invocation_convertible(e.ty, Ty::INT, true),
                _ => false,
            };
            return match operands {
                _ if ok => Ok(RefChoice::Array(site)),
                [Operand::Done(e)] => {
                    let inner = self.w.display(e.ty);
                    Err(Misfit::Owned(format!(
                        "invalid constructor reference\nincompatible types: {inner} cannot be converted to int"
                    )))
                }
                _ => {
                    let found: Vec<String> = operands
                        .iter()
                        .map(|o| match o {
                            Operand::Done(e) => self.w.display(e.ty),
                            _ => String::new(),
                        })
                        .collect();
                    let found = if found.is_empty() { "no arguments".to_string() } else { found.join(",") };
                    Err(Misfit::Owned(format!(
                        "invalid constructor reference\nconstructor Array in class Array cannot be applied to given types\n  required: int\n  found:    {found}\n  reason: actual and formal argument lists differ in length"
                    )))
                }
            };
        }
        let Some(class) = self.w.class_of(site) else {
            return Err(Misfit::Text("invalid constructor reference"));
        };
        let candidates = self.w.constructors(class);
        let diamond = (self.w.is_raw(site) && !self.w.type_params(class).is_empty()).then_some(class);
        let q = Query {
            site,
            access_site: site,
            candidates: &candidates,
            args: operands,
            type_args: &r.type_args,
            diamond,
            via_super: false,
        };
        match self.choose(env, &q) {
            Outcome::Chosen(instance) => {
                let ty = if diamond.is_some() { instance.ret } else { site };
                Ok(RefChoice::Ctor { class, instance, ty })
            }
            outcome => Err(self.ref_misfit(r, outcome, &q)),
        }
    }

    fn static_misfit(&self, i: &Instance, what: &str, place: &str) -> Misfit {
        Misfit::Owned(format!(
            "invalid method reference\n{what} method {} {place}",
            self.w.method_display(i.method)
        ))
    }

    fn ambiguous_ref(&self, a: &Instance, b: &Instance) -> Misfit {
        let describe = |m: MethodId| {
            let sym = self.w.method(m);
            format!("method {} in {}", self.w.method_display(m), self.w.class_display(sym.class))
        };
        Misfit::Owned(format!(
            "invalid method reference\nreference to {} is ambiguous\n  both {} and {} match",
            self.w.method(a.method).name,
            describe(a.method),
            describe(b.method)
        ))
    }

    fn no_such_method(&self, r: &PendingRef, site: Ty, params: &[Ty]) -> Misfit {
        let shown: Vec<String> = params.iter().map(|&p| self.w.display(self.without_infer(p))).collect();
        let location = match self.w.class_of(self.bound_of(site)) {
            Some(c) => format!("{} {}", self.w.kind_name_for_location(c), self.w.display(site)),
            None => format!("class {}", self.w.display(site)),
        };
        Misfit::Owned(format!(
            "\u{1}invalid method reference\n  cannot find symbol\n    symbol:   method {}({})\n    location: {location}",
            r.name.name,
            shown.join(",")
        ))
    }

    /// A reference meets its target.
    pub(crate) fn complete_ref(&mut self, r: &PendingRef, target: Ty, why: Why) -> hir::Expr {
        let start = r.span.with_at(r.span.lo);
        let why = Why { prefix: if why.prefix == Why::LAMBDA.prefix { "" } else { why.prefix }, ..why };
        let d = match self.descriptor(target) {
            Ok(d) => d,
            Err(misfit) => {
                self.report_misfit(start, &misfit, why);
                return error_expr(r.span);
            }
        };
        let params: Vec<Ty> = d.params.iter().map(|&p| self.inst(p)).collect();
        let ret = self.inst(d.ret);
        if params.contains(&Ty::ERROR) {
            return error_expr(r.span);
        }
        let choice = match self.resolve_ref(r, &params) {
            Ok(c) => c,
            Err(misfit) => {
                self.report_ref(start, &misfit, why);
                return error_expr(r.span);
            }
        };
        let (found, target_node) = match choice {
            RefChoice::Array(ty) => (ty, MethodRefTarget::Array(ty)),
            RefChoice::Ctor { class, instance, ty } => {
                let ty = self.settle(&instance, ty, ret);
                let outer = match self.implicit_outer(&r.env.clone(), class, start) {
                    Ok(o) => o.map(Box::new),
                    Err(()) => return error_expr(r.span),
                };
                if matches!(self.w.class(class).owner.get(), Owner::Method(..)) {
                    self.local_creations.push((r.env.class(), class));
                }
                (ty, MethodRefTarget::Ctor { class, ctor: instance.method, outer, varargs: instance.varargs })
            }
            RefChoice::Method { instance, receiver_first, site } => {
                let receiver = if receiver_first { Some(params[0]) } else { None };
                let declared = self.ref_result(r, instance.method, instance.ret, receiver);
                let mut found = self.settle(&instance, declared, ret);
                if instance.unchecked {
                    found = self.w.erasure(found);
                }
                let sym = self.w.method(instance.method);
                if sym.has(flags::ABSTRACT) && matches!(r.qualifier, RefQualifier::Super(..)) {
                    self.error(
                        start,
                        "abstract-cant-be-accessed-directly",
                        format!(
                            "abstract method {} in {} cannot be accessed directly",
                            self.w.method_display(instance.method),
                            self.w.class_display(sym.class)
                        ),
                    );
                    return error_expr(r.span);
                }
                let (kind, recv) = match &r.qualifier {
                    _ if sym.has(flags::STATIC) => (CallKind::Static, None),
                    RefQualifier::Expr(e) => (CallKind::Virtual, Some(Box::new(e.clone()))),
                    RefQualifier::Super(this, _) => (CallKind::Super, Some(Box::new(this.clone()))),
                    RefQualifier::Type(_) => (CallKind::Virtual, None),
                };
                let site = self.w.erasure(self.qualifying_type(site, instance.method));
                let target = MethodRefTarget::Method {
                    method: instance.method,
                    kind,
                    recv,
                    site,
                    varargs: instance.varargs,
                };
                (found, target)
            }
        };
        let found = self.w.capture(found);
        if ret != Ty::VOID && !self.invocation_convertible(found, ret, true) {
            let inner = self.convert_misfit(found, ret);
            let misfit = Misfit::In("bad return type in method reference", Box::new(inner));
            self.report_misfit(start, &misfit, why);
            return error_expr(r.span);
        }
        let throws: Vec<Ty> = d.throws.iter().map(|&t| self.inst(t)).collect();
        self.check_ref_throws(&target_node, &throws, start);
        let node =
            hir::MethodRef { method: d.method, fn_params: params, fn_ret: ret, throws, target: target_node };
        expr(ExprKind::MethodRef(Box::new(node)), target, r.span)
    }

    /// Checked exceptions of the method must be allowed by the function type.
    fn check_ref_throws(&self, target: &MethodRefTarget, allowed: &[Ty], start: Span) {
        let thrown = match target {
            MethodRefTarget::Method { method, .. } => self.w.method(*method).throws.clone(),
            MethodRefTarget::Ctor { ctor, .. } => self.w.method(*ctor).throws.clone(),
            MethodRefTarget::Array(_) => Vec::new(),
        };
        let unhandled: Vec<Ty> = thrown
            .into_iter()
            .filter(|&t| {
                self.w.class_of(t).is_some()
                    && !self.ctx.is_unchecked_exception(t)
                    && !allowed.iter().any(|&d| d == Ty::ERROR || self.w.is_subtype(t, d))
            })
            .collect();
        if !unhandled.is_empty() {
            let mut m = self.mentioned();
            let list = self.show_plain_list(&unhandled, &mut m);
            self.report(
                start,
                "incompatible-thrown-types-in-mref",
                format!("incompatible thrown types {list} in functional expression"),
                m,
            );
        }
    }

    /// Resolves the variables of a generic method behind a reference, the function type's result as target.
    fn settle(&mut self, instance: &Instance, declared: Ty, target: Ty) -> Ty {
        if !instance.vars.is_empty() {
            if target != Ty::VOID && declared != Ty::VOID {
                let mark = self.infer.mark();
                if !self.reduce_compatible(declared, target, true) {
                    self.infer.undo_bounds(mark);
                }
            }
            self.resolve(&instance.vars);
        }
        self.inst(declared)
    }

    /// Reports what is wrong with a reference; a missing method has words without `incompatible types`.
    pub(crate) fn report_ref(&self, span: Span, misfit: &Misfit, why: Why) {
        if let Misfit::Owned(text) = misfit
            && let Some(text) = text.strip_prefix('\u{1}')
        {
            self.error(span, "invalid-mref", text);
            return;
        }
        self.report_misfit(span, misfit, why);
    }
}
