//! Applicability of one candidate (JLS 15.12.2.1 to 15.12.2.4, 18.5.1).

use super::{Instance, Phase, Query, Reason};
use crate::attribute::Attr;
use crate::attribute::convert::constant_of;
use crate::attribute::env::Env;
use crate::attribute::operand::{Operand, PendingCall, PendingLambda, PendingRef};
use crate::attribute::report::Misfit;
use rvm_model::hir;
use rvm_model::relations::FnDescriptor;
use rvm_model::symbols::MethodId;
use rvm_model::types::{InferVar, Ty, TyKind};
use rvm_syntax::tree::{LambdaBody, flags};

/// Why an argument does not fit.
pub(crate) type Mismatch = Result<(), Misfit>;

/// An expression that is no statement, as the body of a lambda without result.
pub(crate) const VOID_BODY: &str = "lambda body is not compatible with a void functional interface\n(consider using a block lambda body, or use a statement expression instead)";

/// A body that ends without the value that is wanted.
pub(crate) const NO_VALUE: &str = "bad return type in lambda expression\nmissing return value";
/// A body that returns a value where none is wanted.
pub(crate) const HAS_VALUE: &str = "bad return type in lambda expression\nunexpected return value";

/// In which context an expression meets its target.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Strictness {
    /// Strict invocation: no boxing.
    Strict,
    /// Loose invocation.
    Loose,
    /// Assignment: results of lambdas; constants may be narrowed.
    Assign,
}

impl Attr<'_> {
    /// Whether a candidate is applicable in a phase; its variables and bounds stay in the store.
    pub(crate) fn applicable(
        &mut self,
        env: &Env,
        m: MethodId,
        q: &Query<'_>,
        phase: Phase,
    ) -> Result<Instance, Reason> {
        let sym = self.w.method(m);
        let (n, k) = (q.args.len(), sym.params.len());
        let fits = match phase {
            // Too few arguments are noticed behind those that are there, as javac does.
            Phase::Varargs => true,
            _ => n == k,
        };
        if sym.polymorphic {
            // The arguments' own types make the descriptor (JLS 15.12.3).
            return Ok(Instance {
                method: m,
                vars: Vec::new(),
                type_env: Default::default(),
                params: sym.params.clone(),
                ret: sym.ret,
                unchecked: false,
                varargs: true,
            });
        }
        if !fits {
            return Err(Reason::Arity);
        }
        self.infer.failure = None;
        let outer_unchecked = std::mem::replace(&mut self.infer.unchecked, false);
        self.infer.deferred += 1;
        let mut result = self.applicable_args(env, m, q, phase);
        self.infer.deferred -= 1;
        if self.infer.deferred == 0 && result.is_ok() && !self.incorporate_all() {
            let failure = self.infer.failure.take();
            result = Err(match failure {
                Some(f) => Reason::Inference(f),
                None => Reason::Argument {
                    index: 0,
                    misfit: Misfit::Text("cannot infer type-variable(s)"),
                    varargs: false,
                },
            });
        }
        let unchecked = std::mem::replace(&mut self.infer.unchecked, outer_unchecked);
        let mut instance = result?;
        instance.unchecked = unchecked;
        Ok(instance)
    }

    fn applicable_args(
        &mut self,
        env: &Env,
        m: MethodId,
        q: &Query<'_>,
        phase: Phase,
    ) -> Result<Instance, Reason> {
        let mut instance = self.instance(m, q)?;
        instance.varargs = phase == Phase::Varargs;
        let how = if phase == Phase::Strict { Strictness::Strict } else { Strictness::Loose };
        let k = instance.params.len();
        for (i, arg) in q.args.iter().enumerate() {
            let formal = self.formal(&instance.params, i, instance.varargs);
            if let Err(misfit) = self.arg_compatible(env, arg, formal, how) {
                if let Some(failure) = self.infer.failure.take()
                    && self.has_infer(formal)
                    && !matches!(arg, Operand::Lambda(_) | Operand::MethodRef(_))
                {
                    return Err(Reason::Inference(failure));
                }
                let varargs = instance.varargs && i + 1 >= k;
                return Err(Reason::Argument { index: i, misfit, varargs });
            }
        }
        if instance.varargs && q.args.len() + 1 < k {
            return Err(Reason::Arity);
        }
        Ok(instance)
    }

    /// The formal parameter type for argument `i`.
    pub(crate) fn formal(&self, params: &[Ty], i: usize, varargs: bool) -> Ty {
        if varargs && i + 1 >= params.len() {
            let last = params[params.len() - 1];
            return self.w.elem_type(last).unwrap_or(last);
        }
        params[i]
    }

    /// `‹expression → T›` as far as it takes part in applicability.
    pub(crate) fn arg_compatible(
        &mut self,
        env: &Env,
        arg: &Operand,
        formal: Ty,
        how: Strictness,
    ) -> Mismatch {
        let formal = self.inst(formal);
        if formal == Ty::ERROR {
            return Ok(());
        }
        match arg {
            Operand::Done(e) => self.done_compatible(e, formal, how),
            Operand::Call(pc) => self.call_compatible(pc, formal, how),
            Operand::Lambda(l) => self.lambda_applicable(env, l, formal),
            Operand::MethodRef(r) => self.ref_applicable(r, formal),
            Operand::Cond(c) => {
                let (then, other) = (c.then.borrow(), c.other.borrow());
                for op in [&*then, &*other].into_iter().flatten() {
                    self.arg_compatible(env, op, formal, how)
                        .map_err(|t| Misfit::In("bad type in conditional expression", Box::new(t)))?;
                }
                Ok(())
            }
            Operand::Switch(s) => {
                let results = s.results.borrow();
                for op in &results.values {
                    self.arg_compatible(env, op, formal, how)
                        .map_err(|t| Misfit::In("bad type in switch expression", Box::new(t)))?;
                }
                Ok(())
            }
        }
    }

    fn done_compatible(&mut self, e: &hir::Expr, formal: Ty, how: Strictness) -> Mismatch {
        if e.ty == Ty::ERROR {
            return Ok(());
        }
        if how == Strictness::Assign && !self.has_infer(formal) && constant_of(e).is_some() {
            if self.assignable(e, formal) {
                return Ok(());
            }
        } else if self.reduce_compatible(e.ty, formal, how != Strictness::Strict) {
            return Ok(());
        }
        Err(self.convert_misfit(e.ty, formal))
    }

    /// A nested generic call: its result type against the target (JLS 18.5.2.1).
    pub(crate) fn call_compatible(&mut self, pc: &PendingCall, formal: Ty, how: Strictness) -> Mismatch {
        let mut ret = self.inst(pc.ret);
        if pc.unchecked && !matches!(pc.callee, crate::attribute::operand::Callee::New { .. }) {
            ret = self.w.erasure(self.without_infer(ret));
        }
        let mut formal = self.inst(formal);
        let loose = how != Strictness::Strict;
        if let TyKind::Infer(v) = *self.w.kind(ret) {
            // JLS 18.5.2.1: what reaches the target only by unchecked conversion is settled now.
            if self.has_raw_bound(v, formal) {
                if !self.resolve(&[v]) {
                    return Err(self.inference_misfit());
                }
                ret = self.inst(ret);
            }
        }
        if let TyKind::Infer(v) = *self.w.kind(ret) {
            if formal.is_primitive() {
                // A bound that is a box settles the result now.
                let var = self.infer.var(v);
                let boxed = var
                    .eq
                    .iter()
                    .chain(&var.lower)
                    .chain(&var.upper)
                    .any(|&b| self.w.unboxed(self.inst(b)).is_some());
                if boxed {
                    if !self.resolve(&[v]) {
                        return Err(self.inference_misfit());
                    }
                    ret = self.inst(ret);
                } else if loose {
                    formal = self.w.boxed(formal);
                }
            } else if !self.is_wildcard_parameterized(formal) {
                // A bound with wildcards must be captured before it meets the target.
                let var = self.infer.var(v);
                let wild =
                    var.eq.iter().chain(&var.lower).any(|&b| {
                        !self.has_infer(self.inst(b)) && self.is_wildcard_parameterized(self.inst(b))
                    });
                if wild && !matches!(self.w.kind(formal), TyKind::Infer(_)) {
                    if !self.resolve(&[v]) {
                        return Err(self.inference_misfit());
                    }
                    ret = self.w.capture(self.inst(ret));
                }
            }
        }
        if !self.has_infer(ret) {
            ret = self.w.capture(ret);
        } else if self.is_wildcard_parameterized(ret) && self.has_infer(formal) {
            // Wildcards are captured; what their bounds mention must be known for that.
            if self.w.class_of(formal).is_some() {
                let mut vars = Vec::new();
                for &a in self.w.type_args(ret) {
                    if let TyKind::Wildcard(_, bound) = self.w.kind(a) {
                        self.infer_vars_in(*bound, &mut vars);
                    }
                }
                ret = match pc.captured.get() {
                    Some(known) if vars.is_empty() => self.inst(known),
                    _ if self.resolve(&vars) => self.w.capture(self.inst(ret)),
                    _ => ret,
                };
                pc.captured.set(Some(ret));
            }
        }
        if self.reduce_compatible(ret, formal, loose) {
            return Ok(());
        }
        Err(self.convert_misfit(ret, formal))
    }

    /// A bound of the variable has only the raw type of the parameterised class of `target` above it.
    fn has_raw_bound(&self, v: InferVar, target: Ty) -> bool {
        let TyKind::Class { class, args, .. } = self.w.kind(target) else { return false };
        if args.is_empty() {
            return false;
        }
        let var = self.infer.var(v);
        var.eq.iter().chain(&var.lower).any(|&b| {
            let b = self.inst(b);
            matches!(self.w.kind(b), TyKind::Class { .. })
                && self.w.as_super(b, *class).is_some_and(|sup| self.w.is_raw(sup))
        })
    }

    /// Replaces inference variables by their declarations, for erasure.
    pub(crate) fn without_infer(&self, ty: Ty) -> Ty {
        let mut ty = self.inst(ty);
        let mut vars = Vec::new();
        self.infer_vars_in(ty, &mut vars);
        for v in vars {
            let decl = self.w.var_type(self.infer.var(v).decl);
            ty = self.map_infer(ty, &|u| (u == v).then_some(decl));
        }
        ty
    }

    pub(crate) fn is_wildcard_parameterized(&self, ty: Ty) -> bool {
        matches!(self.w.kind(ty), TyKind::Class { args, .. }
            if args.iter().any(|&a| matches!(self.w.kind(a), TyKind::Wildcard(..))))
    }

    /// The function type of a target that may hold inference variables.
    pub(crate) fn descriptor(&self, target: Ty) -> Result<FnDescriptor, Misfit> {
        self.w.functional_descriptor(target).map_err(|e| Misfit::NotFunctional(self.without_infer(target), e))
    }

    /// The store's contradiction as a misfit.
    pub(crate) fn inference_misfit(&mut self) -> Misfit {
        match self.infer.failure.take() {
            Some(f) => Misfit::Inference(f),
            None => Misfit::Text("cannot infer type-variable(s)"),
        }
    }

    /// A lambda against a formal parameter: shape always, results if its parameters have declared types.
    fn lambda_applicable(&mut self, env: &Env, l: &PendingLambda, formal: Ty) -> Mismatch {
        if let TyKind::Infer(_) = self.w.kind(formal) {
            return Ok(());
        }
        let d = self.descriptor(formal)?;
        self.lambda_shape(l, &d)?;
        if !l.tree.explicit {
            return Ok(());
        }
        let body = l.body.borrow();
        let Some(body) = body.as_ref() else { return Ok(()) };
        if body.types.contains(&Ty::ERROR) {
            return Ok(());
        }
        let d = match self.explicit_descriptor(formal, &body.types) {
            Ok(d) => d,
            Err(_) => return Err(Misfit::Text("incompatible parameter types in lambda expression")),
        };
        if d.ret == Ty::VOID {
            return Ok(());
        }
        let ret = d.ret;
        for value in &body.results.values {
            self.arg_compatible(env, value, ret, Strictness::Assign)
                .map_err(|t| Misfit::In("bad return type in lambda expression", Box::new(t)))?;
        }
        Ok(())
    }

    /// Arity, and whether the body yields a value where one is wanted (JLS 15.12.2.1).
    pub(crate) fn lambda_shape(&self, l: &PendingLambda, d: &FnDescriptor) -> Mismatch {
        if d.params.len() != l.tree.params.len() {
            return Err(Misfit::Text("incompatible parameter types in lambda expression"));
        }
        match &l.tree.body {
            LambdaBody::Expr(e) if d.ret == Ty::VOID => {
                if !crate::attribute::expr::is_statement_expr(e) {
                    return Err(Misfit::Text(VOID_BODY));
                }
            }
            LambdaBody::Expr(_) => {}
            LambdaBody::Block(b) => {
                let shape = crate::attribute::lambda::block_shape(b);
                if d.ret == Ty::VOID {
                    if shape.value.is_some() {
                        return Err(Misfit::Text(
                            "bad return type in lambda expression\nunexpected return value",
                        ));
                    }
                } else if shape.void.is_some() || shape.can_complete {
                    return Err(Misfit::Text(NO_VALUE));
                }
            }
        }
        Ok(())
    }

    /// The function type for a lambda with declared parameter types: wildcards of the target are inferred from them (JLS 18.5.3).
    pub(crate) fn explicit_descriptor(&mut self, target: Ty, types: &[Ty]) -> Result<FnDescriptor, Misfit> {
        if let TyKind::Class { class, outer, args } = self.w.kind(target).clone()
            && args.iter().any(|&a| matches!(self.w.kind(a), TyKind::Wildcard(..)))
        {
            let params = self.w.type_params(class).to_vec();
            let generic = self.w.class_type(class);
            if let Ok(declared) = self.w.functional_descriptor(generic)
                && declared.params.len() == types.len()
            {
                let (vars, tys) = self.fresh_vars(&params);
                let mut ok = true;
                for (&p, &t) in declared.params.iter().zip(types) {
                    let p = self.w.subst(p, &params, &tys);
                    ok &= self.reduce_same(p, t);
                }
                if ok {
                    let new: Vec<Ty> = vars
                        .iter()
                        .zip(args.iter())
                        .map(|(&v, &a)| {
                            let eq = self.proper_or_any_eq(v);
                            eq.unwrap_or(a)
                        })
                        .collect();
                    let inferred = self.w.type_in(outer, class, &new);
                    if !self.reduce_subtype(inferred, target) {
                        return Err(Misfit::Text("incompatible parameter types in lambda expression"));
                    }
                    return self.descriptor(inferred);
                }
            }
        }
        let d = self.descriptor(target)?;
        for (&p, &t) in d.params.iter().zip(types) {
            if !self.reduce_same(p, t) {
                return Err(Misfit::Text("incompatible parameter types in lambda expression"));
            }
        }
        Ok(d)
    }

    fn proper_or_any_eq(&self, v: rvm_model::types::InferVar) -> Option<Ty> {
        self.infer.var(v).eq.first().copied()
    }

    /// A method reference against a formal parameter: exact ones by type, others by arity.
    fn ref_applicable(&mut self, r: &PendingRef, formal: Ty) -> Mismatch {
        if let TyKind::Infer(_) = self.w.kind(formal) {
            return Ok(());
        }
        let d = self.descriptor(formal)?;
        let n = d.params.len();
        let Some(exact) = r.exact else {
            // Potentially compatible: some method takes that many arguments, or one less with the first as receiver.
            if !self.ref_arity_ok(r, n) {
                return Err(Misfit::Text("incompatible parameter types in method reference"));
            }
            return Ok(());
        };
        let (params, ret) = self.exact_ref_type(r, exact);
        let receiver_first = n == params.len() + 1;
        if n != params.len() && !receiver_first {
            return Err(Misfit::Text("incompatible parameter types in method reference"));
        }
        let offset = usize::from(receiver_first);
        if receiver_first
            && let crate::attribute::operand::RefQualifier::Type(t) = r.qualifier
            && !self.w.is_raw(t)
            && !self.reduce_compatible(d.params[0], t, true)
        {
            return Err(Misfit::Text("incompatible parameter types in method reference"));
        }
        for (i, &p) in params.iter().enumerate() {
            if !self.reduce_compatible(d.params[i + offset], p, true) {
                return Err(Misfit::Text("incompatible parameter types in method reference"));
            }
        }
        if d.ret == Ty::VOID {
            return Ok(());
        }
        if ret == Ty::VOID {
            let misfit = self.convert_misfit(ret, d.ret);
            return Err(Misfit::In("bad return type in method reference", Box::new(misfit)));
        }
        let ret = self.w.capture(ret);
        if !self.reduce_compatible(ret, d.ret, true) {
            let misfit = self.convert_misfit(ret, d.ret);
            return Err(Misfit::In("bad return type in method reference", Box::new(misfit)));
        }
        Ok(())
    }

    fn ref_arity_ok(&self, r: &PendingRef, n: usize) -> bool {
        let methods = self.ref_candidates(r);
        if methods.is_empty() {
            // Array constructors, and what is an error of its own later.
            return true;
        }
        let is_type = matches!(r.qualifier, crate::attribute::operand::RefQualifier::Type(_));
        let takes = |m: MethodId, n: usize| {
            let sym = self.w.method(m);
            sym.params.len() == n || (sym.has(flags::VARARGS) && n + 1 >= sym.params.len())
        };
        methods.iter().any(|&m| {
            let ctor_or_static = self.w.method(m).is_constructor() || self.w.method(m).has(flags::STATIC);
            if is_type && !ctor_or_static { n >= 1 && takes(m, n - 1) } else { takes(m, n) }
        })
    }
}
