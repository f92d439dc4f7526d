//! Choosing the method of a call (JLS 15.12.2).
//!
//! - here: candidates, the three phases, the result;
//! - `applicable`: whether a candidate fits its arguments;
//! - `specific`: the most specific of several;
//! - `report`: why none fits, in javac's words.

pub(crate) mod applicable;
pub(crate) mod report;
pub(crate) mod specific;

use crate::attribute::Attr;
use crate::attribute::env::Env;
use crate::attribute::operand::Operand;
use crate::attribute::report::Misfit;
use rvm_model::MemberSym;
use rvm_model::symbols::{ClassId, MethodId, TypeVarId};
use rvm_model::types::{InferVar, Ty, TyKind};
use rvm_syntax::Name;
use rvm_syntax::tree::flags;
use std::rc::Rc;

/// The phases of applicability (JLS 15.12.2.2 to 15.12.2.4).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Phase {
    Strict,
    Loose,
    Varargs,
}

/// A method as a member of a site, instantiated with inference variables where it is generic.
#[derive(Clone, Debug)]
pub(crate) struct Instance {
    pub method: MethodId,
    pub vars: Vec<InferVar>,
    /// All type parameters in play and what stands for them.
    pub type_env: (Vec<TypeVarId>, Vec<Ty>),
    pub params: Vec<Ty>,
    pub ret: Ty,
    /// The unchecked conversion of an argument erases the result.
    pub unchecked: bool,
    pub varargs: bool,
}

/// What is to be chosen from.
pub(crate) struct Query<'q> {
    /// The type whose members the candidates are.
    pub site: Ty,
    /// The type through which they are accessed (for `super.m()`, that of `this`); null: each its own class.
    pub access_site: Ty,
    /// The candidates, accessible or not.
    pub candidates: &'q [MethodId],
    /// The arguments.
    pub args: &'q [Operand],
    /// Explicit type arguments.
    pub type_args: &'q [Ty],
    /// A diamond: the class's type parameters are inferred too.
    pub diamond: Option<ClassId>,
    /// A constructor called by a subclass: protected access asks no more.
    pub via_super: bool,
}

/// Why a candidate is not applicable.
#[derive(Clone, Debug)]
pub(crate) enum Reason {
    /// Wrong number of arguments.
    Arity,
    /// An argument does not fit: its index, and why.
    Argument { index: usize, misfit: Misfit, varargs: bool },
    /// Inference failed on bounds.
    Inference(crate::infer::Failure),
    /// Wrong number of explicit type arguments.
    TypeArgs,
    /// An explicit type argument outside its bound.
    Bound(Ty, Vec<Ty>),
}

/// How choosing ended.
pub(crate) enum Outcome {
    /// One method, with its bounds in the store.
    Chosen(Instance),
    /// Two that are equally specific.
    Ambiguous(MethodId, MethodId),
    /// None fits: the candidates with their reasons.
    Inapplicable(Vec<(MethodId, Reason)>),
    /// Only one that is not accessible.
    Inaccessible(MethodId),
    /// No method of that name.
    None,
}

impl Attr<'_> {
    /// The methods of that name in a class and its supertypes, those overridden or hidden left out.
    pub(crate) fn candidates(&self, class: ClassId, name: Name) -> Rc<[MethodId]> {
        if let Some(known) = self.ctx.attr.candidates.borrow().get(&(class, name)) {
            return known.clone();
        }
        let found: Rc<[MethodId]> = self.w.members_named(class, name).into();
        self.ctx.attr.candidates.borrow_mut().insert((class, name), found.clone());
        found
    }

    /// Chooses the method for a call (JLS 15.12.2).
    pub(crate) fn choose(&mut self, env: &Env, q: &Query<'_>) -> Outcome {
        let mut usable: Vec<MethodId> = Vec::with_capacity(q.candidates.len());
        let mut inaccessible: Vec<MethodId> = Vec::new();
        for &m in q.candidates {
            let through = match q.access_site {
                Ty::NULL => self.w.raw_type(self.w.method(m).class),
                t => t,
            };
            // A constructor's protected access from below (JLS 6.6.2.2).
            let inherited = q.via_super && self.w.method(m).has(flags::PROTECTED);
            if inherited || self.w.is_accessible(MemberSym::Method(m), env.class(), through, q.via_super) {
                usable.push(m);
            } else {
                inaccessible.push(m);
            }
        }
        if usable.is_empty() && inaccessible.is_empty() {
            return Outcome::None;
        }
        let any_varargs = usable.iter().any(|&m| self.w.method(m).has(flags::VARARGS));
        // One candidate that cannot be ambiguous needs no trial: its bounds stay.
        let mut reasons: Vec<(MethodId, Reason)> = Vec::new();
        for phase in [Phase::Strict, Phase::Loose, Phase::Varargs] {
            if phase == Phase::Varargs && !any_varargs {
                break;
            }
            let mut applicable: Vec<(MethodId, bool)> = Vec::new();
            for &m in &usable {
                if phase == Phase::Varargs && !self.w.method(m).has(flags::VARARGS) {
                    continue;
                }
                let mark = self.infer.mark();
                match self.applicable(env, m, q, phase) {
                    Ok(instance) => {
                        if usable.len() == 1 {
                            return Outcome::Chosen(instance);
                        }
                        applicable.push((m, instance.unchecked));
                        self.infer.undo(mark);
                    }
                    Err(reason) => {
                        self.infer.undo(mark);
                        match reasons.iter_mut().find(|(o, _)| *o == m) {
                            Some(entry) => entry.1 = reason,
                            None => reasons.push((m, reason)),
                        }
                    }
                }
            }
            if applicable.is_empty() {
                continue;
            }
            let methods: Vec<MethodId> = applicable.iter().map(|a| a.0).collect();
            let best = match self.most_specific(env, &methods, q, phase) {
                Ok(best) => best,
                Err((a, b)) => return Outcome::Ambiguous(a, b),
            };
            return match self.applicable(env, best, q, phase) {
                Ok(instance) => Outcome::Chosen(instance),
                // Cannot be: it was applicable before.
                Err(reason) => Outcome::Inapplicable(vec![(best, reason)]),
            };
        }
        // What would fit but cannot be accessed is the better message; the others are listed with the rest.
        for m in inaccessible {
            let varargs = self.w.method(m).has(flags::VARARGS);
            let mark = self.infer.mark();
            let result = match self.applicable(env, m, q, Phase::Loose) {
                Err(_) if varargs => self.applicable(env, m, q, Phase::Varargs),
                r => r,
            };
            self.infer.undo(mark);
            match result {
                Ok(_) => return Outcome::Inaccessible(m),
                Err(reason) => reasons.push((m, reason)),
            }
        }
        reasons.sort_by_key(|(m, _)| q.candidates.iter().position(|c| c == m));
        Outcome::Inapplicable(reasons)
    }

    /// A candidate as a member of the site: parameter and result types with inference variables for its type parameters.
    pub(crate) fn instance(&mut self, m: MethodId, q: &Query<'_>) -> Result<Instance, Reason> {
        let sym = self.w.method(m);
        let owner = sym.class;
        let member = !sym.has(flags::STATIC) && q.diamond.is_none();
        let raw = member && self.w.is_raw_member_site(q.site, owner);
        let mut type_params: Vec<TypeVarId> = Vec::new();
        if let Some(class) = q.diamond {
            type_params.extend_from_slice(self.w.type_params(class));
        }
        let class_params = type_params.len();
        if !raw {
            type_params.extend_from_slice(&sym.type_params);
        }
        let mut params: Vec<Ty> = sym.params.clone();
        let mut ret = q.diamond.map_or(sym.ret, |class| self.w.class_type(class));
        if raw {
            params = self.w.erasure_all(&params);
            ret = self.w.erasure(ret);
        }
        // The own type parameters go first: the site's arguments may mention variables of the same declarations.
        let (mut vars, tys) = self.fresh_vars(&type_params);
        let mut uppers: Vec<Vec<Ty>> = Vec::new();
        if !type_params.is_empty() {
            params = self.w.subst_all(&params, &type_params, &tys);
            ret = self.w.subst(ret, &type_params, &tys);
            for &p in &type_params {
                let upper = self.w.subst(self.w.type_var(p).upper.get(), &type_params, &tys);
                uppers.push(self.w.components_of(upper));
            }
        }
        if member && !raw {
            let (w, site) = (self.w, q.site);
            let see = |t: &mut Ty| *t = w.member_type(site, *t, owner);
            params.iter_mut().for_each(see);
            see(&mut ret);
            uppers.iter_mut().flatten().for_each(see);
        } else if q.diamond.is_some()
            && let TyKind::Class { outer: Some(o), .. } = self.w.kind(q.site)
            && let Some((from, to)) = self.w.type_environment(*o)
        {
            // Within a generic outer class the site says what that is.
            params = self.w.subst_all(&params, &from, &to);
            if let TyKind::Class { class, args, .. } = self.w.kind(ret).clone() {
                ret = self.w.type_in(Some(*o), class, &args);
            }
            for u in uppers.iter_mut().flatten() {
                *u = self.w.subst(*u, &from, &to);
            }
        }
        self.declare_uppers(&vars, uppers.clone());
        if !q.type_args.is_empty() && type_params.len() > class_params {
            if q.type_args.len() != type_params.len() - class_params {
                return Err(Reason::TypeArgs);
            }
            let explicit: Vec<InferVar> = vars.drain(class_params..).collect();
            for (&v, &a) in explicit.iter().zip(q.type_args) {
                self.infer.set_inst(v, a);
            }
            for (&a, uppers) in q.type_args.iter().zip(&uppers[class_params..]) {
                for &u in uppers {
                    let u = self.inst(u);
                    if a != Ty::ERROR && !self.has_infer(u) && !self.w.is_subtype_unchecked(a, u).0 {
                        return Err(Reason::Bound(a, uppers.iter().map(|&u| self.inst(u)).collect()));
                    }
                }
            }
            params.iter_mut().for_each(|p| *p = self.inst(*p));
            ret = self.inst(ret);
        }
        for &t in &sym.throws {
            if let TyKind::Var(v) = self.w.kind(t)
                && let Some(i) = type_params.iter().position(|b| b == v)
                && i < vars.len()
            {
                self.infer.set_throws(vars[i]);
            }
        }
        Ok(Instance {
            method: m,
            vars,
            type_env: (type_params, tys),
            params,
            ret,
            unchecked: false,
            varargs: false,
        })
    }
}
