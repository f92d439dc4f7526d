//! Method references (JLS 15.13): a direct method handle where one does, else a lambda.

use super::Lower;
use super::lambda::Function;
use crate::low::*;
use rvm_classfile::constant::ref_kind;
use rvm_model::hir::{CallKind, Expr, ExprKind, MethodRef, MethodRefTarget};
use rvm_model::symbols::{ClassId, MethodId, Owner};
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::tree::flags;

impl Lower<'_> {
    pub(super) fn method_ref(&mut self, e: &Expr, r: &MethodRef) -> LExpr {
        let f = Function { method: r.method, params: &r.fn_params, ret: r.fn_ret };
        match &r.target {
            MethodRefTarget::Method { method, kind, recv, site, varargs } => {
                let bound = match recv {
                    Some(recv) if *kind == CallKind::Virtual => {
                        let checked = !matches!(recv.kind, ExprKind::This(_));
                        let v = self.receiver(recv, self.w.method(*method).class);
                        Some(if checked { self.non_null(v) } else { v })
                    }
                    _ => None,
                };
                let direct = !varargs && self.is_direct(*method, *kind, *site, r);
                if direct {
                    let handle = self.method_handle(*method, *kind, *site);
                    let iface = self.function_interface(e.ty, r.method);
                    let serializable = self.is_serializable(e.ty);
                    self.metafactory(e, iface, handle, bound.into_iter().collect(), f, serializable)
                } else {
                    self.method_lambda(e, r, *method, *kind, recv.as_deref(), bound, *site, *varargs)
                }
            }
            MethodRefTarget::Ctor { class, ctor, outer, varargs } => {
                let local = matches!(self.w.class(*class).owner.get(), Owner::Method(..));
                let needs_lambda = *varargs
                    || local
                    || self.w.has_outer_instance(*class)
                    || self.needs_adapter(*ctor)
                    || self.odd_parameters(r);
                if needs_lambda {
                    return self.ctor_lambda(e, r, *class, *ctor, outer.as_deref(), *varargs);
                }
                let handle = Handle { kind: ref_kind::NEW_INVOKE_SPECIAL, member: self.ctor_member(*ctor) };
                let iface = self.function_interface(e.ty, r.method);
                let serializable = self.is_serializable(e.ty);
                self.metafactory(e, iface, handle, Vec::new(), f, serializable)
            }
            MethodRefTarget::Array(ty) => self.array_lambda(e, r, *ty),
        }
    }

    // A type that the linkage of a direct handle could not adapt.
    fn odd_parameters(&self, r: &MethodRef) -> bool {
        let odd = |t: &Ty| {
            let t = match self.w.kind(*t) {
                TyKind::Var(_) => self.w.upper_bound(*t),
                _ => *t,
            };
            matches!(self.w.kind(t), TyKind::Intersection(parts) if parts.len() > 1)
        };
        r.fn_params.iter().any(odd)
    }

    // Private or protected members that the class file's method handle could not name.
    fn needs_adapter(&self, method: MethodId) -> bool {
        let sym = self.w.method(method);
        let private = sym.has(flags::PRIVATE) && self.opts.release < 11 && sym.class != self.class.id;
        let package = |c: ClassId| self.w.class_raw(c).package;
        private || sym.has(flags::PROTECTED) && package(sym.class) != package(self.class.id)
    }

    fn is_direct(&self, method: MethodId, kind: CallKind, site: Ty, r: &MethodRef) -> bool {
        let array = matches!(self.w.kind(self.erase(site)), TyKind::Array(_));
        kind != CallKind::Super
            && !array
            && !self.w.method(method).polymorphic
            && !self.needs_adapter(method)
            && !self.odd_parameters(r)
            && self.w.is_type_accessible(self.erase(site), self.class.id)
    }

    fn method_handle(&self, method: MethodId, kind: CallKind, site: Ty) -> Handle {
        let member = self.method_member(method, site);
        let private = self.w.method(method).has(flags::PRIVATE);
        let kind = match kind {
            CallKind::Static => ref_kind::INVOKE_STATIC,
            _ if private && self.opts.release < 15 => ref_kind::INVOKE_SPECIAL,
            _ if member.interface => ref_kind::INVOKE_INTERFACE,
            _ => ref_kind::INVOKE_VIRTUAL,
        };
        Handle { kind, member }
    }

    /// Opens a lambda with the function type's parameters; gives their variables.
    fn open_adapter(&mut self, r: &MethodRef) -> (Vec<VarId>, Vec<Ty>, Vec<LExpr>) {
        let ret = self.erase(r.fn_ret);
        self.open_lambda(ret);
        let types = self.erase_all(&r.fn_params);
        let vars: Vec<VarId> =
            types.iter().enumerate().map(|(i, &t)| self.new_var(&format!("x${i}"), t, true)).collect();
        let values = vars.iter().zip(&types).map(|(&v, &t)| self.var(v, t)).collect();
        (vars, types, values)
    }

    // The body: the call's value converted to the function type's result.
    fn adapter_body(&mut self, r: &MethodRef, call: LExpr, own: Ty, line: u32) -> LBlock {
        let stmt = if r.fn_ret == Ty::VOID {
            LStmt::expr(call, line)
        } else {
            let v = self.adapt(call, own, r.fn_ret);
            let to = self.erase(r.fn_ret);
            let v = self.coerce(v, to);
            LStmt::new(LStmtKind::Return(Some(v)), line)
        };
        LBlock { stmts: vec![stmt], end: line }
    }

    // Arguments for declared parameters from the function type's; with `varargs` the rest goes into an array.
    fn adapter_args(&mut self, values: Vec<LExpr>, from: &[Ty], to: &[Ty], varargs: bool) -> Vec<LExpr> {
        let fixed = if varargs { to.len() - 1 } else { to.len() };
        let mut args = Vec::new();
        let mut rest = Vec::new();
        for (i, v) in values.into_iter().enumerate() {
            if i < fixed {
                args.push(self.adapt(v, from[i], to[i]));
            } else if let Some(&array) = to.last() {
                let element = self.w.elem_type(array).unwrap_or(self.k.object);
                rest.push(self.adapt(v, from[i], element));
            }
        }
        if varargs && let Some(&array) = to.last() {
            args.push(LExpr::new(LKind::ArrayInit(rest), self.erase(array)));
        }
        args
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of one method reference")]
    fn method_lambda(
        &mut self,
        e: &Expr,
        r: &MethodRef,
        method: MethodId,
        kind: CallKind,
        recv: Option<&Expr>,
        bound: Option<LExpr>,
        site: Ty,
        varargs: bool,
    ) -> LExpr {
        let line = self.line(e.span);
        let sym = self.w.method(method);
        let (mut vars, mut types, mut values) = self.open_adapter(r);
        let mut from = &r.fn_params[..];
        let m = self.method_member(method, site);
        let ret = self.erase(sym.ret);
        let is_static = kind == CallKind::Static;
        let mut bound_values = Vec::new();
        let receiver = if is_static {
            None
        } else if kind == CallKind::Super {
            Some(match recv {
                Some(recv) => self.natural(recv),
                None => self.this(),
            })
        } else if let Some(bound) = bound {
            let v = self.new_var("rec$", bound.ty, true);
            let e = self.var(v, bound.ty);
            vars.insert(0, v);
            types.insert(0, bound.ty);
            bound_values.push(bound);
            Some(e)
        } else if values.is_empty() {
            None
        } else {
            let first = values.remove(0);
            let own = from[0];
            from = &from[1..];
            let to = self.erase(site);
            Some(self.adapt(first, own, to))
        };
        let args = self.adapter_args(values, from, &sym.params, varargs);
        let host_type = receiver.as_ref().map(|r| r.ty);
        let super_host = match recv.map(|r| &r.kind) {
            Some(ExprKind::This(class)) if *class != self.class.id => Some(*class),
            _ => None,
        };
        let call = match (kind, receiver) {
            (CallKind::Super, Some(this)) => match super_host {
                Some(host) => self.call_through(host, method, m, Some(this), args, true, ret),
                None => LExpr::new(LKind::Call(Invoke::Special, Some(Box::new(this)), m, args), ret),
            },
            (_, receiver) => match (self.method_host(method, host_type), receiver) {
                (Some(host), receiver) => self.call_through(host, method, m, receiver, args, false, ret),
                (None, Some(receiver)) => self.invoke(method, m, receiver, args, ret),
                (None, None) => LExpr::new(LKind::Call(Invoke::Static, None, m, args), ret),
            },
        };
        // clone() of an array gives that array type.
        let own = if matches!(self.w.kind(self.erase(site)), TyKind::Array(_)) && sym.name.as_str() == "clone"
        {
            self.erase(site)
        } else {
            sym.ret
        };
        let call = if own != sym.ret { self.coerce(call, own) } else { call };
        let body = self.adapter_body(r, call.at(line), own, line);
        let f = Function { method: r.method, params: &r.fn_params, ret: r.fn_ret };
        let ret = self.erase(r.fn_ret);
        self.close_lambda(e, f, body, vars, &types, ret, bound_values)
    }

    fn ctor_lambda(
        &mut self,
        e: &Expr,
        r: &MethodRef,
        class: ClassId,
        ctor: MethodId,
        outer: Option<&Expr>,
        varargs: bool,
    ) -> LExpr {
        let line = self.line(e.span);
        let (vars, types, values) = self.open_adapter(r);
        let declared = self.w.method(ctor).params.clone();
        let args = self.adapter_args(values, &r.fn_params, &declared, varargs);
        let mut object = self.new_object(class, ctor, outer, &[], line);
        // The declared arguments stand between the enclosing instance and captured variables.
        if let LKind::New(m, all) = &mut object.kind {
            let _ = m;
            let at = self.w.has_outer_instance(class) as usize;
            all.splice(at..at, args);
        }
        let own = object.ty;
        let body = self.adapter_body(r, object, own, line);
        let f = Function { method: r.method, params: &r.fn_params, ret: r.fn_ret };
        let ret = self.erase(r.fn_ret);
        self.close_lambda(e, f, body, vars, &types, ret, Vec::new())
    }

    fn array_lambda(&mut self, e: &Expr, r: &MethodRef, ty: Ty) -> LExpr {
        let line = self.line(e.span);
        let (vars, types, mut values) = self.open_adapter(r);
        let from = r.fn_params.first().copied().unwrap_or(Ty::INT);
        let length = match values.pop() {
            Some(v) => self.adapt(v, from, Ty::INT),
            None => LExpr::int(0),
        };
        let ty = self.erase(ty);
        let array = LExpr::new(LKind::NewArray(vec![length]), ty);
        let body = self.adapter_body(r, array, ty, line);
        let f = Function { method: r.method, params: &r.fn_params, ret: r.fn_ret };
        let ret = self.erase(r.fn_ret);
        self.close_lambda(e, f, body, vars, &types, ret, Vec::new())
    }
}
