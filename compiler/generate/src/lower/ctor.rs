//! Constructors (JLS 8.8, 12.5): synthetic parameters, fields for enclosing instance and captured variables, instance initialisers.

use super::{CxKind, Lower, MethodCx};
use crate::low::*;
use rvm_model::World;
use rvm_model::hir::{Block, Expr, ExprKind, MethodBody, Stmt, StmtKind};
use rvm_model::symbols::{ClassId, LOCAL_EFFECTIVELY_FINAL, LOCAL_PARAM, LocalId, LocalSym, MethodId};
use rvm_model::types::Ty;
use rvm_syntax::tree::flags;
use rvm_syntax::{Name, Span};
use std::cell::{Cell, RefCell};

/// A constructor whose instance initialisers are still to be put in.
pub(super) struct PendingCtor {
    pub method: LMethod,
    /// Where the initialisers go; None in one that calls `this(..)`.
    pub init_at: Option<usize>,
}

/// The body of a constructor that the source does not have: a default constructor, a record's canonical one, an anonymous class's.
pub fn implicit_constructor(w: &World, ctor: MethodId) -> MethodBody {
    let sym = w.method(ctor);
    let class = w.class(sym.class);
    let span = class.span;
    let params: Vec<LocalId> = sym
        .params
        .iter()
        .enumerate()
        .map(|(i, &ty)| {
            let name = sym.param_names.get(i).copied().unwrap_or_else(|| Name::new(&format!("x{i}")));
            w.add_local(|id| LocalSym {
                id,
                name,
                ty: Cell::new(ty),
                flags: Cell::new(LOCAL_PARAM | LOCAL_EFFECTIVELY_FINAL),
                constant: RefCell::new(None),
                span,
                class: sym.class,
                lambda_depth: 0,
            })
        })
        .collect();
    let is_record = class.has(flags::RECORD);
    let mut stmts = Vec::new();
    if let Some(superclass) = w.superclass_class(sym.class) {
        let given = if is_record { &[][..] } else { &params[..] };
        stmts.push(super_call(w, superclass, given, span));
    }
    MethodBody {
        method: ctor,
        params,
        body: Block { stmts, span: Span { lo: 0, hi: 0, ..span } },
        compact: is_record,
    }
}

fn super_call(w: &World, superclass: ClassId, params: &[LocalId], span: Span) -> Stmt {
    let local = |&l: &LocalId| Expr { kind: ExprKind::Local(l), ty: w.local(l).ty.get(), span };
    let types: Vec<Ty> = params.iter().map(|&l| w.erasure(w.local(l).ty.get())).collect();
    let erased = |m: MethodId| w.erasure_all(&w.method(m).params);
    let ctors = w.constructors(superclass);
    let fits = |m: MethodId, types: &[Ty]| {
        let declared = erased(m);
        declared.len() == types.len()
            && declared.iter().zip(types).all(|(&d, &t)| d == t || w.is_subtype(t, d))
    };
    let exact = |types: &[Ty]| ctors.iter().copied().find(|&m| erased(m) == types);
    let loose = |types: &[Ty]| ctors.iter().copied().find(|&m| fits(m, types));
    let enum_base = w.class(superclass).binary.as_str() == "java/lang/Enum";
    let with_outer = w.has_outer_instance(superclass) && !types.is_empty();
    let rest = types.get(1..).unwrap_or(&[]);
    let (ctor, outer, args): (Option<MethodId>, Option<Expr>, &[LocalId]) = if enum_base {
        (ctors.first().copied(), None, &[])
    } else if let Some(m) = exact(&types) {
        (Some(m), None, params)
    } else if let Some(m) = with_outer.then(|| exact(rest)).flatten() {
        (Some(m), Some(local(&params[0])), &params[1..])
    } else if let Some(m) = loose(&types) {
        (Some(m), None, params)
    } else if let Some(m) = with_outer.then(|| loose(rest)).flatten() {
        (Some(m), Some(local(&params[0])), &params[1..])
    } else {
        // super() that only a variable-arity constructor takes.
        let varargs =
            |&m: &MethodId| w.method(m).has(flags::VARARGS) && w.method(m).params.len() == params.len() + 1;
        (ctors.iter().copied().find(varargs), None, params)
    };
    let mut args: Vec<Expr> = args.iter().map(local).collect();
    if let Some(m) = ctor
        && !enum_base
        && erased(m).len() == args.len() + 1
        && let Some(&array) = erased(m).last()
    {
        args.push(Expr { kind: ExprKind::ArrayInit(Vec::new()), ty: array, span });
    }
    let kind = match ctor {
        Some(ctor) => {
            let outer = outer.or_else(|| implicit_outer(w, superclass, span));
            let throws = w.method(ctor).throws.clone().into();
            let call = ExprKind::CtorCall { is_super: true, ctor, outer: outer.map(Box::new), args, throws };
            StmtKind::Expr(Expr { kind: call, ty: Ty::VOID, span })
        }
        None => StmtKind::Empty,
    };
    Stmt { kind, span }
}

// An inner member superclass takes the enclosing instance that is (a subclass of) its own enclosing class; found when lowered.
fn implicit_outer(w: &World, superclass: ClassId, span: Span) -> Option<Expr> {
    let is_member = matches!(w.class(superclass).owner.get(), rvm_model::symbols::Owner::Class(_));
    let outer = w.enclosing_class(superclass).filter(|_| is_member && w.has_outer_instance(superclass))?;
    Some(Expr { kind: ExprKind::This(outer), ty: w.raw_type(outer), span })
}

impl Lower<'_> {
    /// Lowers a constructor up to its instance initialisers.
    pub(super) fn constructor(&mut self, ctor: MethodId, body: &MethodBody, flags: u16) -> PendingCtor {
        let sym = self.w.method(ctor);
        let class = self.class.id;
        let span = if sym.span == Span::NONE { self.w.class(class).span } else { sym.span };
        let line = self.line(span);
        let shape = self.ctor_shape(class);
        // The body of an enum constant.
        let body_of_constant = shape.is_enum && self.w.class(class).name.as_str().is_empty();
        let flags = if body_of_constant && self.opts.release >= 11 { super::acc::PRIVATE } else { flags };
        self.cxs.push(MethodCx::new(CxKind::Ctor, Ty::VOID, Name::new("new")));
        let this_ty = self.w.raw_type(class);
        let generic = self.w.class_type(class);
        let this = self.add_var(Var { name: Name::new("this"), ty: this_ty, generic, synthetic: false });
        self.cx().this = Some(this);
        let mut params = vec![this];
        if let Some(outer) = shape.outer {
            let name = self.outer_field(class).map_or(Name::new("this$0"), |f| f.0.name);
            // The parameter of a member class is mandated, not synthetic (JLS 8.8.9).
            let is_member = matches!(self.w.class(class).owner.get(), rvm_model::symbols::Owner::Class(_));
            let v = self.new_var(name.as_str(), outer, !is_member);
            self.cx().outer_param = Some(v);
            params.push(v);
        }
        if shape.is_enum {
            let string = self.k.string;
            let name = self.new_var("$enum$name", string, true);
            let ordinal = self.new_var("$enum$ordinal", Ty::INT, true);
            self.cx().enum_params = Some((name, ordinal));
            params.extend([name, ordinal]);
        }
        let leading = params.len() - 1;
        let declared: Vec<VarId> = body.params.iter().map(|&p| self.declare_local(p)).collect();
        params.extend(&declared);
        for &local in &shape.captures {
            let ty = self.local_type(local);
            let v = self.new_var(&format!("val${}", self.w.local(local).name), ty, true);
            self.cx().capture_params.insert(local, v);
            params.push(v);
        }
        let mut stmts = Vec::new();
        let mut init_at = Some(0);
        let mut rest = &body.body.stmts[..];
        if let Some((first, others)) = rest.split_first()
            && let StmtKind::Expr(Expr { kind: ExprKind::CtorCall { is_super, .. }, .. }) = &first.kind
        {
            if *is_super {
                self.store_synthetic(line, &mut stmts);
            }
            self.cx().prologue = true;
            self.stmt(first, &mut stmts);
            self.cx().prologue = false;
            init_at = is_super.then_some(stmts.len());
            rest = others;
        }
        rest.iter().for_each(|s| self.stmt(s, &mut stmts));
        // A constructor that is not written has no end.
        let end = if body.body.span.hi == 0 { 0 } else { self.end_line(body.body.span) };
        if body.compact {
            let line = if body.body.span.hi == 0 { line } else { end };
            let assignments = self.component_assignments(&declared, line);
            stmts.extend(assignments);
        }
        let vars = self.cxs.pop().map(|cx| cx.vars).unwrap_or_default();
        let member = self.ctor_member(ctor);
        let code = LCode { vars, params, body: LBlock { stmts, end }, ctor: true, split: None };
        let method = LMethod {
            flags,
            name: self.k.init,
            desc: member.desc,
            source: Source::Method(ctor),
            exceptions: Vec::new(),
            code: Some(code),
            extra: (leading, shape.captures.len()),
            parameters: if body.compact { self.canonical_parameters(ctor) } else { None },
        };
        PendingCtor { method, init_at }
    }

    // this.this$n = this$n; this.val$x = val$x; before super(..), which may call methods that use them.
    fn store_synthetic(&mut self, line: u32, out: &mut Vec<LStmt>) {
        let class = self.class.id;
        let this = self.this();
        let store = |field: Member, ty: Ty, value: LExpr| {
            let target = LExpr::new(LKind::Field(Box::new(this.clone()), field), ty);
            LStmt::expr(LExpr::new(LKind::Assign(Box::new(target), Box::new(value)), ty), line)
        };
        if let (Some(v), Some((field, ty, _))) = (self.cx().outer_param, self.outer_field(class)) {
            out.push(store(field, ty, self.var(v, ty)));
        }
        for local in self.class.captures.clone() {
            if let Some(&v) = self.cx().capture_params.get(&local) {
                let (field, ty) = self.capture_field(class, local);
                out.push(store(field, ty, self.var(v, ty)));
            }
        }
    }

    /// `this(..)` or `super(..)`.
    pub(super) fn ctor_call(
        &mut self,
        is_super: bool,
        ctor: MethodId,
        outer: Option<&Expr>,
        args: &[Expr],
        line: u32,
    ) -> LExpr {
        let sym = self.w.method(ctor);
        let target = sym.class;
        let shape = self.ctor_shape(target);
        let params = self.erase_all(&sym.params);
        let this = self.this();
        let mut values = Vec::new();
        if shape.outer.is_some() {
            let v = match outer {
                Some(o) => {
                    let checked = !matches!(o.kind, ExprKind::This(_));
                    let v = self.outer_value(o, target);
                    if checked { self.non_null(v) } else { v }
                }
                None => self.enclosing_of(target),
            };
            values.push(v);
        }
        let enum_base = is_super && self.names.binary(target).as_str() == "java/lang/Enum";
        if (shape.is_enum || enum_base)
            && let Some((name, ordinal)) = self.cx().enum_params
        {
            values.push(self.var(name, self.k.string));
            values.push(self.var(ordinal, Ty::INT));
        }
        if !enum_base {
            values.extend(self.values_as(args, &params));
        }
        for &local in &shape.captures {
            values.push(self.local(local));
        }
        let (m, tag) = self.ctor_access(ctor);
        if tag {
            values.push(LExpr::new(LKind::Null, Ty::NULL));
        }
        LExpr::new(LKind::Call(Invoke::Special, Some(Box::new(this)), m, values), Ty::VOID).at(line)
    }

    // An implicit enclosing instance of the superclass: of the nearest class around that is one.
    fn outer_value(&mut self, outer: &Expr, superclass: ClassId) -> LExpr {
        if let ExprKind::This(class) = outer.kind
            && Some(class) == self.w.enclosing_class(superclass)
        {
            let mut c = self.w.enclosing_class(self.class.id);
            while let Some(k) = c {
                if self.w.is_sub_class(k, class) {
                    return self.enclosing_this(k);
                }
                c = self.w.enclosing_class(k);
            }
        }
        let v = self.value(outer);
        match self.w.enclosing_class(superclass) {
            Some(o) => {
                let to = self.w.raw_type(o);
                self.coerce(v, to)
            }
            None => v,
        }
    }
}
