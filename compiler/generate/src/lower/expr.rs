//! Expressions. `natural` gives a value with the type it has after erasure; contexts coerce it.

use super::Lower;
use crate::low::*;
use rvm_model::hir::{BinaryOp, CallKind, Const, Expr, ExprKind, UnaryOp};
use rvm_model::symbols::{ClassId, FieldId, LocalId, MethodId};
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::tree::flags;
use rvm_syntax::{Name, Span};

impl Lower<'_> {
    /// The value with the type that erasure left it.
    pub(super) fn natural(&mut self, e: &Expr) -> LExpr {
        match &e.kind {
            ExprKind::Literal(c) => {
                let ty = match c {
                    Const::Str(s) => {
                        self.check_string(s, e.span);
                        self.k.string
                    }
                    _ => e.ty,
                };
                LExpr::new(LKind::Const(c.clone()), ty)
            }
            ExprKind::Null => LExpr::new(LKind::Null, Ty::NULL),
            ExprKind::Local(local) => self.local(*local),
            ExprKind::This(class) => self.enclosing_this(*class),
            ExprKind::Field { recv, field, site } => self.field(recv.as_deref(), *field, *site),
            ExprKind::ArrayLength(array) => {
                let array = self.value(array);
                LExpr::new(LKind::ArrayLength(Box::new(array)), Ty::INT)
            }
            ExprKind::Index(array, index) => {
                let array = self.value(array);
                let index = self.natural(index);
                let ty = self.names.element(array.ty);
                LExpr::new(LKind::Index(Box::new(array), Box::new(index)), ty)
            }
            ExprKind::Call { kind, recv, method, site, args, .. } => {
                self.call(e, *kind, recv.as_deref(), *method, *site, args)
            }
            ExprKind::CtorCall { is_super, ctor, outer, args, .. } => {
                self.ctor_call(*is_super, *ctor, outer.as_deref(), args, self.line(e.span))
            }
            ExprKind::New { class, ctor, outer, args, .. } => {
                let line = self.line(e.span);
                self.new_object(*class, *ctor, outer.as_deref(), args, line)
            }
            ExprKind::NewArray(dims) => {
                let dims = dims.iter().map(|d| self.natural(d)).collect();
                LExpr::new(LKind::NewArray(dims), self.erase(e.ty))
            }
            ExprKind::ArrayInit(elements) => {
                let ty = self.erase(e.ty);
                let element = self.names.element(ty);
                let elements = elements.iter().map(|v| self.value_as(v, element)).collect();
                LExpr::new(LKind::ArrayInit(elements), ty)
            }
            ExprKind::Unary(op, operand) => {
                let operand = Box::new(self.natural(operand));
                let kind = match op {
                    UnaryOp::Neg => LKind::Neg(operand),
                    UnaryOp::BitNot => LKind::BitNot(operand),
                    UnaryOp::Not => LKind::Not(operand),
                };
                LExpr::new(kind, e.ty)
            }
            ExprKind::Binary(op, l, r) => self.binary(e, *op, l, r),
            ExprKind::Concat(parts) => self.concat_expr(parts),
            ExprKind::Assign(target, value) => self.assign(target, value),
            ExprKind::CompoundAssign { op, target, rhs, op_ty, lhs_conv, result_conv } => {
                self.compound(*op, target, rhs, *op_ty, lhs_conv, result_conv)
            }
            ExprKind::IncDec { delta, prefix, target, op_ty, lhs_conv, result_conv } => {
                self.inc_dec(*delta, *prefix, target, *op_ty, lhs_conv, result_conv)
            }
            ExprKind::Conditional(c, a, b) => {
                let ty = self.erase(e.ty);
                let c = self.natural(c);
                let a = self.arm(a, ty);
                let b = self.arm(b, ty);
                LExpr::new(LKind::Cond(Box::new(c), Box::new(a), Box::new(b)), ty)
            }
            ExprKind::InstanceOf(value, ty, binding) => self.instance_of(value, *ty, *binding),
            ExprKind::Convert(conversion, inner) => self.conversion(e, *conversion, inner),
            ExprKind::ClassLit(ty) => self.class_literal(*ty),
            ExprKind::Lambda(lambda) => self.lambda(e, lambda),
            ExprKind::MethodRef(mref) => self.method_ref(e, mref),
            ExprKind::Switch(switch) => self.switch_expr(e, switch),
            ExprKind::Hole => self.holes.pop().unwrap_or_else(|| LExpr::new(LKind::Hole, self.erase(e.ty))),
            // Nothing with errors gets here.
            ExprKind::Error => LExpr::new(LKind::Null, Ty::NULL),
        }
    }

    /// JVMS 4.4.7: a string constant has at most 65535 bytes.
    pub(super) fn check_string(&self, s: &[u16], span: Span) {
        if s.len() > 0xffff / 3 && self.diags.error_count() == 0 {
            let bytes = |&c: &u16| match c {
                1..=0x7f => 1,
                0 | 0x80..=0x7ff => 2,
                _ => 3usize,
            };
            if s.iter().map(bytes).sum::<usize>() > 0xffff {
                self.diags.error(span, "limit-string", "constant string too long");
            }
        }
    }

    // An operand of a conditional; its line is marked.
    fn arm(&mut self, e: &Expr, ty: Ty) -> LExpr {
        let mut v = self.value_as(e, ty);
        if v.line == 0 {
            v.line = self.line(e.span);
        }
        v
    }

    fn binary(&mut self, e: &Expr, op: BinaryOp, l: &Expr, r: &Expr) -> LExpr {
        // A long chain leans to the left: no recursion along it.
        let mut spine = vec![(e.ty, op, r)];
        let mut first = l;
        while let ExprKind::Binary(op, l, r) = &first.kind {
            spine.push((first.ty, *op, r));
            first = l;
        }
        let mut left = self.natural(first);
        for (ty, op, r) in spine.into_iter().rev() {
            let right = self.natural(r);
            left = LExpr::new(LKind::Binary(op, Box::new(left), Box::new(right)), ty);
        }
        left
    }

    // ---- members ----

    /// The class that qualifies a member in the class file (JLS 13.1).
    fn qualifier(&self, owner: ClassId, site: ClassId) -> ClassId {
        if owner == self.w.object_class() { owner } else { site }
    }

    pub(super) fn field_member(&self, field: FieldId, site: ClassId) -> Member {
        let sym = self.w.field(field);
        let owner = self.qualifier(sym.class, site);
        Member {
            owner: self.names.binary(owner),
            name: sym.name,
            desc: self.names.desc(self.erase(sym.ty.get())),
            interface: self.w.class(owner).is_interface(),
        }
    }

    pub(super) fn method_member(&self, method: MethodId, site: Ty) -> Member {
        let sym = self.w.method(method);
        let params = self.erase_all(&sym.params);
        let desc = self.names.method_desc(&params, self.erase(sym.ret));
        let site = self.erase(site);
        if let TyKind::Array(_) = self.w.kind(site)
            && sym.name.as_str() == "clone"
        {
            return Member { owner: self.names.class(site), name: sym.name, desc, interface: false };
        }
        let site = self.w.class_of(site).unwrap_or(sym.class);
        let owner = self.qualifier(sym.class, site);
        Member {
            owner: self.names.binary(owner),
            name: sym.name,
            desc,
            interface: self.w.class(owner).is_interface(),
        }
    }

    fn field(&mut self, recv: Option<&Expr>, field: FieldId, site: ClassId) -> LExpr {
        let sym = self.w.field(field);
        let ty = self.erase(sym.ty.get());
        let m = self.field_member(field, site);
        if sym.has(flags::STATIC) {
            let host = self.field_host(field, None);
            let get = match host {
                Some(host) => self.get_through(host, field, m, None, ty),
                None => LExpr::new(LKind::Static(m), ty),
            };
            return self.after_receiver(recv, get);
        }
        let recv = match recv {
            Some(r) => self.receiver(r, sym.class),
            None => self.this(),
        };
        match self.field_host(field, Some(recv.ty)) {
            Some(host) => self.get_through(host, field, m, Some(recv), ty),
            None => LExpr::new(LKind::Field(Box::new(recv), m), ty),
        }
    }

    // The receiver of a static member is evaluated for its effects.
    fn after_receiver(&mut self, recv: Option<&Expr>, e: LExpr) -> LExpr {
        match recv {
            Some(r) if !matches!(r.kind, ExprKind::This(_) | ExprKind::Local(_)) => {
                let line = self.line(r.span);
                let r = self.natural(r);
                let ty = e.ty;
                LExpr::new(LKind::Let(vec![LStmt::expr(r, line)], Box::new(e)), ty)
            }
            _ => e,
        }
    }

    /// Line of a call: that of its argument list.
    pub(super) fn call_line(&self, e: &Expr) -> u32 {
        self.line(e.span)
    }

    fn call(
        &mut self,
        e: &Expr,
        kind: CallKind,
        recv: Option<&Expr>,
        method: MethodId,
        site: Ty,
        args: &[Expr],
    ) -> LExpr {
        let line = self.call_line(e);
        let sym = self.w.method(method);
        if sym.polymorphic {
            return self.polymorphic_call(e, recv, method, site, args, line);
        }
        let ret = self.erase(sym.ret);
        let params = self.erase_all(&sym.params);
        let m = self.method_member(method, site);
        match kind {
            CallKind::Static => {
                let args = self.values_as(args, &params);
                let call = match self.method_host(method, None) {
                    Some(host) => self.call_through(host, method, m, None, args, false, ret),
                    None => LExpr::new(LKind::Call(Invoke::Static, None, m, args), ret),
                };
                self.after_receiver(recv, call.at(line))
            }
            CallKind::Virtual => {
                let recv = match recv {
                    Some(r) => self.receiver(r, sym.class),
                    None => self.this(),
                };
                let args = self.values_as(args, &params);
                match self.method_host(method, Some(recv.ty)) {
                    Some(host) => self.call_through(host, method, m, Some(recv), args, false, ret).at(line),
                    None => self.invoke(method, m, recv, args, ret).at(line),
                }
            }
            CallKind::Super => {
                let host = match recv.map(|r| &r.kind) {
                    Some(ExprKind::This(class)) if *class != self.class.id => Some(*class),
                    _ => None,
                };
                let this = match recv {
                    Some(r) => self.natural(r),
                    None => self.this(),
                };
                let args = self.values_as(args, &params);
                let call = match host {
                    Some(host) => self.call_through(host, method, m, Some(this), args, true, ret),
                    None => LExpr::new(LKind::Call(Invoke::Special, Some(Box::new(this)), m, args), ret),
                };
                call.at(line)
            }
        }
    }

    /// An instance method's call.
    pub(super) fn invoke(
        &self,
        method: MethodId,
        m: Member,
        recv: LExpr,
        args: Vec<LExpr>,
        ret: Ty,
    ) -> LExpr {
        let private = self.w.method(method).has(flags::PRIVATE);
        let kind = if private && self.opts.release < 11 { Invoke::Special } else { Invoke::Virtual };
        LExpr::new(LKind::Call(kind, Some(Box::new(recv)), m, args), ret)
    }

    // MethodHandle.invokeExact and the like: the descriptor follows from the call (JLS 15.12.3).
    fn polymorphic_call(
        &mut self,
        e: &Expr,
        recv: Option<&Expr>,
        method: MethodId,
        site: Ty,
        args: &[Expr],
        line: u32,
    ) -> LExpr {
        let sym = self.w.method(method);
        let ret = self.erase(e.ty);
        let void = self.w.type_named("java/lang/Void");
        // The arguments' static types, which casts to supertypes count for.
        let params: Vec<Ty> =
            args.iter().map(|a| if a.ty == Ty::NULL { void } else { self.erase(a.ty) }).collect();
        let args = self.values_as(args, &params);
        let m = Member { desc: self.names.method_desc(&params, ret), ..self.method_member(method, site) };
        let recv = match recv {
            Some(r) => self.receiver(r, sym.class),
            None => self.this(),
        };
        LExpr::new(LKind::Call(Invoke::Virtual, Some(Box::new(recv)), m, args), ret).at(line)
    }

    // ---- objects ----

    /// `new C(args)` with what C's constructor needs besides.
    pub(super) fn new_object(
        &mut self,
        class: ClassId,
        ctor: MethodId,
        outer: Option<&Expr>,
        args: &[Expr],
        line: u32,
    ) -> LExpr {
        let shape = self.ctor_shape(class);
        let declared = self.erase_all(&self.w.method(ctor).params);
        let anonymous = self.w.class_raw(class).name.as_str().is_empty();
        let mut values = Vec::new();
        let explicit = outer.map(|o| {
            let checked = !matches!(o.kind, ExprKind::This(_));
            let v = self.value(o);
            if checked { self.non_null(v) } else { v }
        });
        match (shape.outer, explicit) {
            // The superclass's enclosing instance is the anonymous class's first declared parameter.
            (own, Some(outer)) if anonymous => {
                if own.is_some() {
                    values.push(self.enclosing_of(class));
                }
                values.push(outer);
                values.extend(self.values_as(args, declared.get(1..).unwrap_or(&[])));
            }
            (own, explicit) => {
                if own.is_some() {
                    let v = match explicit {
                        Some(v) => v,
                        None => self.enclosing_of(class),
                    };
                    values.push(v);
                }
                values.extend(self.values_as(args, &declared));
            }
        }
        values.extend(shape.captures.iter().map(|&l| self.local(l)).collect::<Vec<_>>());
        let ty = self.w.raw_type(class);
        let (m, tag) = self.ctor_access(ctor);
        if tag {
            values.push(LExpr::new(LKind::Null, Ty::NULL));
        }
        LExpr { kind: LKind::New(m, values), ty, line }
    }

    /// The instance that a new object of the local class `class` gets as enclosing one.
    pub(super) fn enclosing_of(&mut self, class: ClassId) -> LExpr {
        match self.w.enclosing_class(class) {
            Some(outer) => self.enclosing_this(outer),
            None => self.this(),
        }
    }

    // ---- instanceof ----

    fn instance_of(&mut self, value: &Expr, ty: Ty, binding: Option<LocalId>) -> LExpr {
        let target = self.erase(ty);
        let v = self.natural(value);
        let Some(binding) = binding else {
            return LExpr::new(LKind::InstanceOf(Box::new(v), target), Ty::BOOLEAN);
        };
        let var = self.declare_local(binding);
        self.cx().hoisted.push(var);
        // A variable can be read twice; any other value is kept.
        let (before, v) = match v.kind {
            LKind::Var(_) => (Vec::new(), v),
            _ => {
                let temp = self.new_var("$temp", v.ty, true);
                let ty = v.ty;
                (vec![LStmt::new(LStmtKind::Let(temp, Some(v)), 0)], self.var(temp, ty))
            }
        };
        let cast = self.coerce_checked(v.clone(), target);
        let bound = LExpr::new(LKind::Assign(Box::new(self.var(var, target)), Box::new(cast)), target);
        let test = LExpr::new(LKind::InstanceOf(Box::new(v), target), Ty::BOOLEAN);
        let then =
            LExpr::new(LKind::Let(vec![LStmt::expr(bound, 0)], Box::new(LExpr::bool(true))), Ty::BOOLEAN);
        let both = LExpr::new(LKind::Binary(BinaryOp::AndAnd, Box::new(test), Box::new(then)), Ty::BOOLEAN);
        if before.is_empty() { both } else { LExpr::new(LKind::Let(before, Box::new(both)), Ty::BOOLEAN) }
    }

    fn coerce_checked(&self, e: LExpr, to: Ty) -> LExpr {
        if e.ty == to { e } else { LExpr::new(LKind::Cast(Box::new(e)), to) }
    }

    /// A call of a static library method.
    pub(super) fn call_static(&self, m: Member, args: Vec<LExpr>, ret: Ty) -> LExpr {
        LExpr::new(LKind::Call(Invoke::Static, None, m, args), ret)
    }

    /// A call of an instance method.
    pub(super) fn call_virtual(&self, recv: LExpr, m: Member, args: Vec<LExpr>, ret: Ty) -> LExpr {
        LExpr::new(LKind::Call(Invoke::Virtual, Some(Box::new(recv)), m, args), ret)
    }

    /// A string constant.
    pub(super) fn string_const(&self, text: &str) -> LExpr {
        let units: Vec<u16> = text.encode_utf16().collect();
        LExpr::new(LKind::Const(Const::Str(units.into())), self.k.string)
    }

    pub(super) fn name(&self, text: &str) -> Name {
        Name::new(text)
    }
}
