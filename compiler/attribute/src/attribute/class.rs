//! Bodies of classes: fields, initialisers, methods, constructors, enum constants, nested classes.

use super::coerce::Why;
use super::convert::constant_of;
use super::creation::is_diamond;
use super::env::{Env, Frame, Return};
use super::operand::{Callee, Operand, PendingCall};
use super::{Attr, error_expr};
use crate::overload::{Outcome, Query};
use hashbrown::HashMap;
use rvm_model::hir::{self, ClassBody, ExprKind, Init, MethodBody, StmtKind};
use rvm_model::symbols::{ClassId, FieldId, MethodId};
use rvm_model::types::Ty;
use rvm_syntax::Span;
use rvm_syntax::tree::{self, EnumConstant, Member, MethodDecl, TypeDecl, flags};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

impl Attr<'_> {
    pub(crate) fn top_level_class(&mut self, class: ClassId) -> ClassBody {
        self.class_body(class, None)
    }

    /// Adds the body of a class met in the class under way.
    pub(crate) fn add_body(&mut self, body: ClassBody) {
        if let Some(list) = self.bodies.last_mut() {
            list.push(body);
        }
    }

    /// The environment of a class's body; `outer` is that of its declaration, for nested classes.
    pub(crate) fn class_level(&mut self, class: ClassId, outer: Option<&Env>) -> Env {
        let frame = Frame {
            class,
            method: None,
            is_static: false,
            lambda_depth: 0,
            ret: Return::Init,
            outer: outer.map(|o| Rc::new(o.clone())),
            init: None,
        };
        let env = Env {
            frame: Rc::new(frame),
            types: self.ctx.class_env(class),
            locals: None,
            jumps: None,
            prologue: false,
        };
        self.ctx.attr.class_envs.borrow_mut().insert(class, env.clone());
        env
    }

    /// Attributes a class of this run.
    pub(crate) fn class_body(&mut self, class: ClassId, outer: Option<&Env>) -> ClassBody {
        let env = self.class_level(class, outer);
        self.nested += 1;
        self.bodies.push(Vec::new());
        let saved = self.take_bindings();
        if let Some(decl) = &self.w.class(class).decl {
            self.ctx.lint_class_header(class, decl);
        }
        self.ctx.check_class(class);
        self.lint_interruptible_close(self.w.class_type(class), self.w.class(class).span);
        let mut body = ClassBody { class, inits: Vec::new(), methods: Vec::new(), classes: Vec::new() };
        if let Some(decl) = self.w.class(class).decl.clone() {
            self.members(&env, &decl, &mut body);
            self.ctx.lint_class(class, &decl);
        }
        self.ctx.check_cyclic_elements(class);
        self.bindings = saved;
        body.classes = self.bodies.pop().unwrap_or_default();
        self.nested -= 1;
        body
    }

    /// The environment of initialisers.
    fn init_env(&self, env: &Env, is_static: bool, field: Option<FieldId>) -> Env {
        let frame = Frame {
            class: env.frame.class,
            method: None,
            is_static,
            lambda_depth: 0,
            ret: Return::Init,
            outer: env.frame.outer.clone(),
            init: Some((is_static, field)),
        };
        let mut env = env.with_frame(frame);
        if is_static {
            env.types = env.types.with_static();
        }
        env.types = env.types.with_block();
        env
    }

    fn members(&mut self, env: &Env, decl: &TypeDecl, body: &mut ClassBody) {
        let class = body.class;
        let sym = self.w.class(class);
        let mut methods: HashMap<*const MethodDecl, MethodId> = HashMap::new();
        let mut fields: HashMap<*const tree::VarDecl, FieldId> = HashMap::new();
        let own_methods = sym.methods.borrow().clone();
        for m in own_methods {
            if let Some(d) = &self.w.method(m).decl {
                methods.insert(Rc::as_ptr(d), m);
            } else if self.w.method(m).is_constructor() && self.w.method(m).span != Span::NONE {
                self.default_constructor(env, m, body);
            }
        }
        let own_fields = sym.fields.borrow().clone();
        for &f in &own_fields {
            if let Some(d) = &self.w.field(f).decl {
                fields.insert(Rc::as_ptr(d), f);
            }
        }
        let nested = sym.member_classes.borrow().clone();
        for (constant, field) in decl.constants.iter().zip(self.constant_fields(class, decl)) {
            if let Some(f) = field {
                let value = self.enum_constant(env, class, f, constant);
                body.inits.push(Init::Field(f, value));
            }
        }
        let mut ctor_calls: Vec<(MethodId, MethodId)> = Vec::new();
        for member in &decl.members {
            self.reset();
            match member {
                Member::Field(d) => {
                    let Some(&f) = fields.get(&Rc::as_ptr(d)) else { continue };
                    self.ctx.check_field(f);
                    let sym = self.w.field(f);
                    if let Some(node) = &d.ty {
                        self.ctx.lint_raw(node, sym.ty.get(), true);
                    }
                    self.ctx.lint_dep_ann(&d.modifiers, sym.span);
                    if let Some(init) = &d.init {
                        let env = self.init_env(env, sym.has(flags::STATIC), Some(f));
                        let value = self.init_value(&env, init, sym.ty.get());
                        let value = self.constant_value(f, value);
                        body.inits.push(Init::Field(f, value));
                    }
                }
                Member::Method(d) => {
                    let Some(&m) = methods.get(&Rc::as_ptr(d)) else { continue };
                    self.ctx.check_method(m);
                    self.ctx.lint_method_header(m);
                    if let Some(b) = self.method_body(env, m, d) {
                        if let Some(called) = self.this_called.take().or_else(|| this_call(&b))
                            && !(self.w.class(class).has(flags::RECORD) && self.is_canonical(m))
                        {
                            ctor_calls.push((m, called));
                        }
                        body.methods.push(b);
                    }
                }
                Member::Init(i) => {
                    let env = self.init_env(env, i.is_static, None);
                    let block = self.block(&env, &i.body);
                    body.inits.push(Init::Block(i.is_static, block));
                }
                Member::Type(d) => {
                    let found = nested
                        .iter()
                        .copied()
                        .find(|&c| self.w.class(c).decl.as_ref().is_some_and(|k| Rc::ptr_eq(k, d)));
                    if let Some(c) = found {
                        let inner = self.class_body(c, Some(env));
                        self.add_body(inner);
                    }
                }
            }
        }
        self.ctx.check_cyclic_constructors(&ctor_calls);
    }

    /// Between members no expression is under way, unless the class itself stands in one.
    fn reset(&mut self) {
        if self.nested <= 1 {
            self.infer.clear();
        }
    }

    /// A final field's initialiser whose value is constant is that constant, of the field's type.
    fn constant_value(&mut self, f: FieldId, value: hir::Expr) -> hir::Expr {
        if constant_of(&value).is_some() {
            let _ = self.ctx.constant_of_field(f);
        }
        value
    }

    fn constant_fields(&self, class: ClassId, decl: &TypeDecl) -> Vec<Option<FieldId>> {
        decl.constants
            .iter()
            .map(|k| {
                self.w
                    .field_named(class, k.name.name)
                    .filter(|&f| self.w.field(f).has(flags::ENUM) && self.w.field(f).span.lo == k.span.lo)
                    .or_else(|| {
                        self.w.field_named(class, k.name.name).filter(|&f| self.w.field(f).has(flags::ENUM))
                    })
            })
            .collect()
    }

    /// An enum constant: the creation of its object (JLS 8.9.1).
    fn enum_constant(&mut self, env: &Env, class: ClassId, f: FieldId, constant: &EnumConstant) -> hir::Expr {
        let env = self.init_env(env, true, Some(f));
        let span = constant.body.as_ref().map_or(constant.name.span, |b| b.span.with_at(b.span.lo));
        let args = self.args(&env, &constant.args);
        let ty = self.w.class_type(class);
        let ctors = self.w.constructors(class);
        let q = Query {
            site: ty,
            access_site: ty,
            candidates: &ctors,
            args: &args,
            type_args: &[],
            diamond: None,
            via_super: true,
        };
        match self.choose(&env, &q) {
            Outcome::Chosen(i) => {
                let pending = PendingCall {
                    span,
                    name_span: span,
                    callee: Callee::New {
                        class,
                        outer: RefCell::new(None),
                        body: constant.body.clone().map(|b| (b, env.clone())),
                    },
                    method: i.method,
                    vars: i.vars,
                    type_env: i.type_env,
                    params: i.params,
                    varargs: i.varargs,
                    ret: ty,
                    args: RefCell::new(args),
                    unchecked: i.unchecked,
                    captured: Cell::new(None),
                    delegated: Cell::new(false),
                };
                let value = self.complete_call(&pending, None, Why::ASSIGN);
                self.convert(value, ty)
            }
            outcome => {
                if !super::calls::args_have_errors(&args) {
                    self.report_outcome(&env, outcome, &q, span, span, None);
                }
                for a in &args {
                    self.recover(a);
                }
                error_expr(span)
            }
        }
    }

    /// A constructor that the source does not have: its `super()` must be possible.
    fn default_constructor(&mut self, env: &Env, m: MethodId, body: &mut ClassBody) {
        let sym = self.w.method(m);
        let class = self.w.class(sym.class);
        // A record's canonical one assigns fields and calls Record(); an anonymous class's has its body already.
        if class.has(flags::RECORD) || class.name.as_str().is_empty() || class.is_interface() {
            return;
        }
        if self.w.superclass(sym.class).is_none() {
            return;
        }
        let span = class.span;
        let frame = Frame {
            class: sym.class,
            method: Some(m),
            is_static: false,
            lambda_depth: 0,
            ret: Return::Method(Ty::VOID),
            outer: env.frame.outer.clone(),
            init: None,
        };
        let env = env.with_frame(frame);
        let call = self.ctor_call(&env, true, None, &[], &[], span, span);
        if call.ty == Ty::ERROR {
            return;
        }
        let stmt = hir::Stmt { kind: StmtKind::Expr(call), span };
        let block = hir::Block { stmts: vec![stmt], span: Span { lo: 0, hi: 0, ..span } };
        body.methods.push(MethodBody { method: m, params: Vec::new(), body: block, compact: false });
    }

    fn method_body(&mut self, env: &Env, m: MethodId, d: &Rc<MethodDecl>) -> Option<MethodBody> {
        let sym = self.w.method(m);
        let is_static = sym.has(flags::STATIC);
        let frame = Frame {
            class: env.frame.class,
            method: Some(m),
            is_static,
            lambda_depth: 0,
            ret: Return::Method(if sym.is_constructor() { Ty::VOID } else { sym.ret }),
            outer: env.frame.outer.clone(),
            init: None,
        };
        let mut env = env.with_frame(frame);
        env.types = self.ctx.method_env(m).with_block();
        let mut params = Vec::new();
        let declared: Vec<tree::Param> = if d.compact {
            self.w.class(sym.class).decl.as_ref().map(|c| c.components.clone()).unwrap_or_default()
        } else {
            d.params.clone()
        };
        for (p, &ty) in declared.iter().zip(&sym.params) {
            if !d.compact {
                self.check_duplicate(&env, p.name);
            }
            let id = self.declare_param(&env, p, ty);
            if d.compact {
                // The parameters of a compact constructor may be assigned.
                self.special_locals.remove(&id);
            }
            env.add_local(p.name.name, id);
            params.push(id);
        }
        let block = d.body.as_ref()?;
        if sym.has(flags::ABSTRACT) || sym.has(flags::NATIVE) {
            // Reported with the declaration; the body is looked at all the same.
            self.block_stmts(&mut env, &block.stmts);
            return None;
        }
        let mut stmts = Vec::new();
        let mut rest = &block.stmts[..];
        if sym.is_constructor() {
            let explicit = block.stmts.first().and_then(explicit_call);
            match explicit {
                Some(call) => {
                    if d.compact {
                        self.error(
                            call.span,
                            "invalid-canonical-constructor-in-record",
                            format!(
                                "invalid compact constructor in record {}\n  (canonical constructor must not contain explicit constructor invocation)",
                                self.w.class(sym.class).name
                            ),
                        );
                    }
                    let class = self.w.class(sym.class);
                    if class.has(flags::ENUM) && call.is_super {
                        self.error(
                            call.at,
                            "call-to-super-not-allowed-in-enum-ctor",
                            "call to super not allowed in enum constructor",
                        );
                    }
                    let e = self.ctor_call(
                        &env,
                        call.is_super,
                        call.outer,
                        call.type_args,
                        call.args,
                        call.span,
                        call.at,
                    );
                    stmts.push(hir::Stmt { kind: StmtKind::Expr(e), span: block.stmts[0].span });
                    rest = &rest[1..];
                }
                None => {
                    if self.w.class(sym.class).has(flags::RECORD) && !d.compact && !self.is_canonical(m) {
                        self.error(
                            sym.span,
                            "invalid-canonical-constructor-in-record",
                            format!(
                                "constructor is not canonical, so its first statement must invoke another constructor of class {}",
                                self.w.class(sym.class).name
                            ),
                        );
                    }
                    if self.w.superclass(sym.class).is_some() {
                        let at = Span { hi: block.span.lo + 1, at: block.span.lo, ..block.span };
                        let e = self.ctor_call(&env, true, None, &[], &[], at, at);
                        stmts.push(hir::Stmt { kind: StmtKind::Expr(e), span: sym.span });
                    }
                }
            }
        }
        if !rest.is_empty() || stmts.is_empty() {
            stmts.extend(self.block_stmts(&mut env, rest));
        }
        let body = hir::Block { stmts, span: block.span };
        Some(MethodBody { method: m, params, body, compact: d.compact })
    }

    fn is_canonical(&self, m: MethodId) -> bool {
        let sym = self.w.method(m);
        let components = self.w.components(sym.class);
        self.ctx.canonical_constructor(sym.class) == Some(m)
            || (components.len() == sym.params.len()
                && components
                    .iter()
                    .zip(&sym.params)
                    .all(|(&f, &p)| self.w.erasure(self.w.field(f).ty.get()) == self.w.erasure(p)))
    }

    /// An expression of an annotation or of a constant's initialiser, attributed on its own.
    pub(crate) fn standalone_value(&mut self, env: &Env, e: &tree::Expr, target: Ty) -> hir::Expr {
        if is_diamond_free(e) {
            return self.init_value(env, e, target);
        }
        let op: Operand = self.operand(env, e);
        self.coerce(op, target, Why::ASSIGN)
    }
}

fn is_diamond_free(e: &tree::Expr) -> bool {
    !matches!(&e.kind, tree::ExprKind::New(n) if is_diamond(&n.ty))
}

/// `this(..)` or `super(..)` in a tree.
struct ExplicitCall<'t> {
    is_super: bool,
    outer: Option<&'t tree::Expr>,
    type_args: &'t [tree::TypeNode],
    args: &'t [tree::Expr],
    span: Span,
    at: Span,
}

fn explicit_call(s: &tree::Stmt) -> Option<ExplicitCall<'_>> {
    let tree::StmtKind::Expr(e) = &s.kind else { return None };
    let tree::ExprKind::Call(outer, type_args, name, args) = &e.kind else { return None };
    let is_super = match name.name.as_str() {
        "super" => true,
        "this" => false,
        _ => return None,
    };
    Some(ExplicitCall { is_super, outer: outer.as_deref(), type_args, args, span: e.span, at: name.span })
}

/// The constructor that a constructor's `this(..)` calls.
fn this_call(b: &MethodBody) -> Option<MethodId> {
    match &b.body.stmts.first()?.kind {
        StmtKind::Expr(hir::Expr { kind: ExprKind::CtorCall { is_super: false, ctor, .. }, .. }) => {
            Some(*ctor)
        }
        _ => None,
    }
}
