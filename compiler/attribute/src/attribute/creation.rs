//! Class instance creation (JLS 15.9), constructor calls (JLS 8.8.7.1), array creation (JLS 15.10).

use super::coerce::Why;
use super::env::Env;
use super::operand::{Callee, Operand, PendingCall};
use super::report::Location;
use super::{Attr, error_expr, expr};
use crate::overload::{Instance, Outcome, Query};
use crate::scope::TypeLookup;
use rvm_model::hir::{self, ExprKind, StmtKind};
use rvm_model::symbols::{ClassId, LOCAL_EFFECTIVELY_FINAL, LOCAL_PARAM, MethodId, MethodSym, Owner};
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::tree::{self, NewExpr, TypeDecl, TypeNode, TypeNodeKind, flags};
use rvm_syntax::{Name, Span};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Whether a type is written with a diamond.
pub(crate) fn is_diamond(node: &TypeNode) -> bool {
    matches!(&node.kind, TypeNodeKind::Named(segments)
        if segments.last().is_some_and(|s| s.args.as_ref().is_some_and(Vec::is_empty)))
}

impl Attr<'_> {
    /// `new C(args)`, with outer instance, diamond or body as the case may be.
    pub(crate) fn creation(&mut self, env: &Env, new: &NewExpr, span: Span) -> Operand {
        let outer = new.outer.as_ref().map(|o| {
            let op = self.operand(env, o);
            self.standalone(op)
        });
        let ty = match &outer {
            Some(o) if o.ty == Ty::ERROR => Ty::ERROR,
            Some(o) => self.inner_type(env, o.ty, &new.ty, o.span),
            None => {
                let ty = self.ctx.resolve_type(&env.types, &new.ty);
                self.ctx.lint_raw(&new.ty, ty, true);
                ty
            }
        };
        let args = self.args(env, &new.args);
        let type_args = self.type_arguments(env, &new.type_args);
        if ty == Ty::ERROR {
            if let Some(body) = &new.body {
                // The body's own errors are wanted too.
                self.anonymous_of_error(env, body);
            }
            return self.give_up(args, span);
        }
        let Some(class) = self.instantiable(env, ty, new, span) else { return self.give_up(args, span) };
        let diamond = is_diamond(&new.ty);
        let is_interface = self.w.class(class).is_interface();
        let outer = match outer {
            Some(o) => Some(o),
            None if is_interface => None,
            None => match self.implicit_outer(env, class, span) {
                Ok(o) => o,
                Err(()) => return self.give_up(args, span),
            },
        };
        if matches!(self.w.class(class).owner.get(), Owner::Method(..)) {
            self.local_creations.push((env.class(), class));
        }
        let body = new.body.as_ref().map(|b| (b.clone(), env.clone()));
        if is_interface {
            if !args.is_empty() {
                self.error(
                    new.args[0].span,
                    "anon-class-impl-intf-no-args",
                    "anonymous class implements interface; cannot have arguments",
                );
                return self.give_up(args, span);
            }
            let at = diamond.then_some(new.ty.span);
            return self.anonymous_interface(ty, class, at, body, span);
        }
        let ctors = self.w.constructors(class);
        let q = Query {
            site: ty,
            access_site: ty,
            candidates: &ctors,
            args: &args,
            type_args: &type_args,
            diamond: (diamond && self.w.is_generic(class) && !self.w.type_params(class).is_empty())
                .then_some(class),
            via_super: body.is_some(),
        };
        match self.choose(env, &q) {
            Outcome::Chosen(instance) => {
                self.lint_deprecated_method(instance.method, span);
                if !diamond {
                    let at = body.as_ref().map_or(span, |(b, _)| b.span.with_at(b.span.lo));
                    self.lint_raw_call(ty, instance.method, at);
                }
                let ret = if q.diamond.is_some() { instance.ret } else { ty };
                let Instance { method, vars, type_env, params, unchecked, varargs, .. } = instance;
                self.finish_or_wait(PendingCall {
                    span,
                    name_span: if diamond { new.ty.span } else { span },
                    callee: Callee::New { class, outer: RefCell::new(outer), body },
                    method,
                    vars,
                    type_env,
                    params,
                    varargs,
                    ret,
                    args: RefCell::new(args),
                    unchecked,
                    captured: Cell::new(None),
                    delegated: Cell::new(false),
                })
            }
            outcome => {
                if !super::calls::args_have_errors(&args) {
                    if q.diamond.is_some() {
                        self.report_diamond(outcome, &q, class, span);
                    } else {
                        self.report_outcome(env, outcome, &q, span, span, None);
                    }
                }
                if let Some((decl, env)) = &body {
                    self.anonymous_of_error(env, decl);
                }
                self.give_up(args, span)
            }
        }
    }

    /// `new I<..>() {..}` for an interface.
    fn anonymous_interface(
        &mut self,
        ty: Ty,
        class: ClassId,
        diamond: Option<Span>,
        body: Option<(Rc<TypeDecl>, Env)>,
        span: Span,
    ) -> Operand {
        let object = self.w.object_class();
        let Some(&ctor) = self.w.constructors(object).first() else { return Operand::Done(error_expr(span)) };
        let params = self.w.type_params(class).to_vec();
        let (mut vars, mut ret, mut type_env) = (Vec::new(), ty, (Vec::new(), Vec::new()));
        if diamond.is_some() && !params.is_empty() {
            let (new, tys) = self.fresh_vars(&params);
            let uppers = params
                .iter()
                .map(|&p| {
                    let upper = self.w.subst(self.w.type_var(p).upper.get(), &params, &tys);
                    self.w.components_of(upper)
                })
                .collect();
            self.declare_uppers(&new, uppers);
            ret = self.w.subst(self.w.class_type(class), &params, &tys);
            vars = new;
            type_env = (params, tys);
        }
        self.finish_or_wait(PendingCall {
            span,
            name_span: diamond.unwrap_or(span),
            callee: Callee::New { class, outer: RefCell::new(None), body },
            method: ctor,
            vars,
            type_env,
            params: Vec::new(),
            varargs: false,
            ret,
            args: RefCell::default(),
            unchecked: false,
            captured: Cell::new(None),
            delegated: Cell::new(false),
        })
    }

    /// The class of a creation, if it can be instantiated.
    fn instantiable(&mut self, env: &Env, ty: Ty, new: &NewExpr, span: Span) -> Option<ClassId> {
        let Some(class) = self.w.class_of(ty) else {
            let mut m = self.mentioned();
            let found = match self.w.kind(ty) {
                TyKind::Var(_) => format!("type parameter {}", self.show_in(ty, &mut m)),
                _ => self.show_in(ty, &mut m),
            };
            self.report(
                new.ty.span,
                "type-found-req",
                format!("unexpected type\n  required: class\n  found:    {found}"),
                m,
            );
            return None;
        };
        if let Some(&wild) =
            self.w.type_args(ty).iter().find(|&&a| matches!(self.w.kind(a), TyKind::Wildcard(..)))
        {
            let mut m = self.mentioned();
            let found = self.show_in(wild, &mut m);
            self.report(
                new.ty.span,
                "type-found-req",
                format!(
                    "unexpected type\n  required: class or interface without bounds\n  found:    {found}"
                ),
                m,
            );
            return None;
        }
        let sym = self.w.class(class);
        if sym.has(flags::ENUM)
            && !matches!(env.frame.init, Some((true, Some(_))) if new.ty.span == Span::NONE)
        {
            self.error(span, "enum-cant-be-instantiated", "enum types may not be instantiated");
            return None;
        }
        if new.body.is_none() && sym.flags.get() & (flags::ABSTRACT | flags::INTERFACE) != 0 {
            let mut m = self.mentioned();
            let name = self.show_class(class, &mut m);
            self.report(
                span,
                "abstract-cant-be-instantiated",
                format!("{name} is abstract; cannot be instantiated"),
                m,
            );
            return None;
        }
        if new.body.is_some() && sym.has(flags::FINAL) {
            let mut m = self.mentioned();
            let name = self.show_class(class, &mut m);
            self.report(
                new.ty.span,
                "cant-inherit-from-final",
                format!("cannot inherit from final {name}"),
                m,
            );
            return None;
        }
        if is_diamond(&new.ty) && self.w.type_params(class).is_empty() {
            let mut m = self.mentioned();
            let name = self.show_class(class, &mut m);
            self.report(
                new.ty.span,
                "cant-apply-diamond-1",
                format!("cannot infer type arguments for {name}\n  reason: cannot use '<>' with non-generic class {name}"),
                m,
            );
            return None;
        }
        if is_diamond(&new.ty) && new.body.is_some() && self.ctx.options.release < 9 {
            let mut m = self.mentioned();
            let name = self.show_in(self.w.class_type(class), &mut m);
            self.report(
                new.ty.span,
                "cant-apply-diamond-1",
                format!(
                    "cannot infer type arguments for {name}\n  reason: '<>' with anonymous inner classes is not supported in -source {}\n    (use -source 9 or higher to enable '<>' with anonymous inner classes)",
                    self.ctx.options.release
                ),
                m,
            );
            return None;
        }
        Some(class)
    }

    /// `outer.new Inner<..>()`: the member class of the outer expression's type.
    fn inner_type(&mut self, env: &Env, outer: Ty, node: &TypeNode, at: Span) -> Ty {
        let TypeNodeKind::Named(segments) = &node.kind else { return Ty::ERROR };
        let [segment] = segments.as_slice() else { return Ty::ERROR };
        let site = self.bound_of(outer);
        match self.ctx.find_member_type(&env.types, site, segment.name.name) {
            TypeLookup::Class(c) => {
                if !self.w.has_outer_instance(c) {
                    self.error(at, "qualified-new-of-static-class", "qualified new of static class");
                    return Ty::ERROR;
                }
                let args: Vec<Ty> = match &segment.args {
                    Some(nodes) => {
                        nodes.iter().map(|n| self.ctx.resolve_reference_type(&env.types, n)).collect()
                    }
                    None => Vec::new(),
                };
                let base = self.w.enclosing_class(c).and_then(|o| self.w.as_super(site, o));
                let base = base.filter(|&b| self.w.is_parameterized(b));
                self.w.type_in(base, c, &args)
            }
            _ => {
                self.cannot_find(
                    node.span,
                    &format!("class {}", segment.name.name),
                    Location::Type(site),
                    self.mentioned(),
                );
                Ty::ERROR
            }
        }
    }

    /// The implicit enclosing instance for `new C()` of an inner member class (JLS 15.9.2); None where it has none or is local.
    pub(crate) fn implicit_outer(
        &mut self,
        env: &Env,
        class: ClassId,
        span: Span,
    ) -> Result<Option<hir::Expr>, ()> {
        let Owner::Class(owner) = self.w.class(class).owner.get() else { return Ok(None) };
        if !self.w.has_outer_instance(class) {
            return Ok(None);
        }
        self.enclosing_instance(env, owner, class, span).map(Some)
    }

    /// The innermost enclosing instance whose class is a subclass of `owner`.
    fn enclosing_instance(
        &mut self,
        env: &Env,
        owner: ClassId,
        class: ClassId,
        span: Span,
    ) -> Result<hir::Expr, ()> {
        let mut level = Some(env);
        let mut static_only = false;
        let mut prologue = false;
        while let Some(l) = level {
            static_only |= l.frame.is_static;
            let c = l.class();
            if self.w.is_sub_class(c, owner) {
                if static_only {
                    self.error(
                        span,
                        "non-static-cant-be-ref",
                        "non-static variable this cannot be referenced from a static context",
                    );
                    return Err(());
                }
                if l.prologue {
                    // A class further out may serve.
                    prologue = true;
                } else {
                    return Ok(expr(ExprKind::This(c), self.w.class_type(c), span));
                }
            }
            static_only |= self.is_static_class(c);
            level = l.frame.outer.as_deref();
        }
        if prologue {
            self.error(
                span,
                "cant-ref-before-ctor-called",
                "cannot reference this before supertype constructor has been called",
            );
            return Err(());
        }
        let mut m = self.mentioned();
        let shown = self.show_class(class, &mut m);
        self.report(
            span,
            "encl-class-required",
            format!("an enclosing instance that contains {shown} is required"),
            m,
        );
        Err(())
    }

    /// The node of a creation whose variables are resolved.
    pub(crate) fn build_new(
        &mut self,
        pc: &PendingCall,
        ty: Ty,
        args: Vec<hir::Expr>,
        throws: Box<[Ty]>,
    ) -> hir::Expr {
        let Callee::New { class, outer, body } = &pc.callee else { return error_expr(pc.span) };
        let outer = outer.borrow_mut().take();
        match body {
            None => {
                let kind = ExprKind::New {
                    class: *class,
                    ctor: pc.method,
                    outer: outer.map(Box::new),
                    args,
                    throws,
                };
                expr(kind, ty, pc.span)
            }
            Some((decl, env)) => {
                let env = env.clone();
                self.anonymous(&env, decl, ty, pc.method, outer, args, throws, pc.span)
            }
        }
    }

    /// An anonymous class: entered, given a constructor that passes its arguments on, attributed.
    #[allow(clippy::too_many_arguments, reason = "the parts of a creation")]
    pub(crate) fn anonymous(
        &mut self,
        env: &Env,
        decl: &Rc<TypeDecl>,
        supertype: Ty,
        super_ctor: MethodId,
        outer: Option<hir::Expr>,
        args: Vec<hir::Expr>,
        throws: Box<[Ty]>,
        span: Span,
    ) -> hir::Expr {
        let static_context = self.in_static_context(env);
        // What inference made may hold captured variables; the supertype written to the class file must be denotable.
        let supertype = self.w.upward(supertype);
        let anon = self.ctx.enter_anonymous(decl, &env.types, env.frame.method, static_context, supertype);
        if let Some(s) = self.w.superclass_class(anon)
            && matches!(self.w.class(s).owner.get(), Owner::Method(..))
        {
            self.local_creations.push((anon, s));
        }
        let is_interface = self.w.class_of(supertype).is_some_and(|c| self.w.class(c).is_interface());
        let outer = if is_interface { None } else { outer };
        let types: Vec<Ty> = outer.iter().chain(&args).map(|e| e.ty).collect();
        let (ctor, ctor_body) =
            self.anonymous_ctor(anon, super_ctor, outer.is_some(), &types, throws.clone(), span);
        let mut body = self.class_body(anon, Some(env));
        body.methods.insert(0, ctor_body);
        self.add_body(body);
        self.local_creations.push((env.class(), anon));
        let kind = ExprKind::New { class: anon, ctor, outer: outer.map(Box::new), args, throws };
        expr(kind, self.w.class_type(anon), span)
    }

    /// The constructor of an anonymous class, symbol and body.
    pub(crate) fn anonymous_ctor(
        &mut self,
        anon: ClassId,
        super_ctor: MethodId,
        has_outer: bool,
        types: &[Ty],
        throws: Box<[Ty]>,
        span: Span,
    ) -> (MethodId, hir::MethodBody) {
        let init = self.w.init_name();
        let names: Vec<Name> = (0..types.len()).map(|i| Name::new(&format!("x${i}"))).collect();
        let ctor = self.w.add_method(|id| {
            let mut sym = MethodSym::new(id, anon, init, Ty::VOID);
            sym.params = types.to_vec();
            sym.param_names = names.clone();
            sym.throws = throws.to_vec();
            sym.span = span;
            sym
        });
        self.w.class(anon).methods.borrow_mut().push(ctor);
        let mut params = Vec::new();
        let mut values = Vec::new();
        for (&ty, &name) in types.iter().zip(&names) {
            let id = self.new_local(name, ty, LOCAL_PARAM | LOCAL_EFFECTIVELY_FINAL, span, anon, 0);
            params.push(id);
            values.push(expr(ExprKind::Local(id), ty, span));
        }
        let outer = has_outer.then(|| Box::new(values.remove(0)));
        let call = ExprKind::CtorCall { is_super: true, ctor: super_ctor, outer, args: values, throws };
        let stmt = hir::Stmt { kind: StmtKind::Expr(expr(call, Ty::VOID, span)), span };
        let body = hir::Block { stmts: vec![stmt], span };
        (ctor, hir::MethodBody { method: ctor, params, body, compact: false })
    }

    /// The body of an anonymous class whose supertype is wrong, for its own messages.
    fn anonymous_of_error(&mut self, env: &Env, decl: &Rc<TypeDecl>) {
        let static_context = self.in_static_context(env);
        let object = self.w.object();
        let anon = self.ctx.enter_anonymous(decl, &env.types, env.frame.method, static_context, object);
        let body = self.class_body(anon, Some(env));
        self.add_body(body);
    }

    /// Whether a local or anonymous class declared here has no enclosing instance.
    pub(crate) fn in_static_context(&self, env: &Env) -> bool {
        env.frame.is_static || env.prologue
    }

    /// `this(..)` or `super(..)`, explicit or implicit (JLS 8.8.7.1).
    #[allow(clippy::too_many_arguments, reason = "the parts of the call as the tree has them")]
    pub(crate) fn ctor_call(
        &mut self,
        env: &Env,
        is_super: bool,
        outer: Option<&tree::Expr>,
        type_args: &[TypeNode],
        arg_trees: &[tree::Expr],
        span: Span,
        at: Span,
    ) -> hir::Expr {
        let mut env = env.clone();
        env.prologue = true;
        let class = env.class();
        let site = if is_super {
            self.w.superclass(class).unwrap_or(self.w.object())
        } else {
            self.w.class_type(class)
        };
        let outer = outer.map(|o| {
            let op = self.operand(&env, o);
            self.standalone(op)
        });
        let args = self.args(&env, arg_trees);
        let type_args = self.type_arguments(&env, type_args);
        let Some(of) = self.w.class_of(site) else {
            self.give_up(args, span);
            return error_expr(span);
        };
        let outer = match outer {
            Some(o)
                if !self.w.has_outer_instance(of)
                    || !matches!(self.w.class(of).owner.get(), Owner::Class(_)) =>
            {
                let mut m = self.mentioned();
                let name = self.show_class(of, &mut m);
                let text = format!("illegal qualifier; {name} is not an inner class");
                let dot = self.ctx.diags.file(o.span.file).text[o.span.hi as usize..].find('.').unwrap_or(0);
                let dot = o.span.with_at(o.span.hi + dot as u32);
                self.report(dot, "illegal-qual-not-icls", text, m);
                if o.ty != Ty::ERROR && !self.w.is_subtype(o.ty, site) {
                    self.report_bad_value(o.span, o.ty, site, Why::ASSIGN);
                }
                None
            }
            Some(o) => Some(o),
            None if is_super => match self.implicit_outer(&env, of, span) {
                Ok(o) => o,
                Err(()) => {
                    self.give_up(args, span);
                    return error_expr(span);
                }
            },
            None => None,
        };
        if is_super && matches!(self.w.class(of).owner.get(), Owner::Method(..)) {
            self.local_creations.push((class, of));
        }
        // The constructor of Enum gets name and ordinal from lower.
        if is_super
            && self.w.class(class).has(flags::ENUM)
            && self.w.class(of).binary.as_str() == "java/lang/Enum"
        {
            if let Some(&ctor) = self.w.constructors(of).first() {
                let kind = ExprKind::CtorCall {
                    is_super,
                    ctor,
                    outer: None,
                    args: Vec::new(),
                    throws: Box::new([]),
                };
                return expr(kind, Ty::VOID, span);
            }
            return error_expr(span);
        }
        let ctors = self.w.constructors(of);
        let q = Query {
            site,
            access_site: site,
            candidates: &ctors,
            args: &args,
            type_args: &type_args,
            diamond: None,
            via_super: true,
        };
        match self.choose(&env, &q) {
            Outcome::Chosen(instance) => {
                self.this_called = (!is_super).then_some(instance.method);
                let pending = PendingCall {
                    span,
                    name_span: at,
                    callee: Callee::New { class: of, outer: RefCell::new(outer), body: None },
                    method: instance.method,
                    vars: instance.vars,
                    type_env: instance.type_env,
                    params: instance.params,
                    varargs: instance.varargs,
                    ret: site,
                    args: RefCell::new(args),
                    unchecked: instance.unchecked,
                    captured: Cell::new(None),
                    delegated: Cell::new(false),
                };
                let e = self.complete_call(&pending, None, Why::ASSIGN);
                match e.kind {
                    ExprKind::New { ctor, outer, args, throws, .. } => {
                        expr(ExprKind::CtorCall { is_super, ctor, outer, args, throws }, Ty::VOID, span)
                    }
                    _ => error_expr(span),
                }
            }
            outcome => {
                if !super::calls::args_have_errors(&args) {
                    self.report_outcome(&env, outcome, &q, at, span, None);
                }
                self.give_up(args, span);
                error_expr(span)
            }
        }
    }

    // ---- arrays ----

    /// `new T[d]..[]`.
    pub(crate) fn new_array(
        &mut self,
        env: &Env,
        elem: &TypeNode,
        dims: &[tree::Expr],
        empty: u32,
        span: Span,
    ) -> hir::Expr {
        let elem_ty = self.ctx.resolve_type(&env.types, elem);
        self.ctx.lint_raw(elem, elem_ty, true);
        let dims: Vec<hir::Expr> = dims.iter().map(|d| self.int_index(env, d)).collect();
        if elem_ty == Ty::ERROR {
            return error_expr(span);
        }
        if !self.check_array_elem(elem_ty, span) {
            return error_expr(span);
        }
        let mut ty = elem_ty;
        for _ in 0..dims.len() + empty as usize {
            ty = self.w.array_of(ty);
        }
        expr(ExprKind::NewArray(dims), ty, span)
    }

    /// JLS 15.10.1: the element type must be reifiable.
    fn check_array_elem(&mut self, elem: Ty, span: Span) -> bool {
        let mut base = elem;
        while let Some(e) = self.w.elem_type(base) {
            base = e;
        }
        if !self.w.is_reifiable(base) {
            self.error(span, "generic-array-creation", "generic array creation");
            return false;
        }
        true
    }

    /// An index or dimension: promoted to int (JLS 15.10.1, 15.10.3).
    pub(crate) fn int_index(&mut self, env: &Env, e: &tree::Expr) -> hir::Expr {
        let op = self.operand(env, e);
        let e = self.standalone(op);
        if e.ty == Ty::ERROR {
            return e;
        }
        let p = self.promote1(self.unboxed_or_self(e.ty));
        if p != Ty::INT {
            self.report_mismatch(e.span, e.ty, Ty::INT);
            return error_expr(e.span);
        }
        self.convert(e, Ty::INT)
    }

    /// `new T[] {..}`, or a bare `{..}` with its type.
    pub(crate) fn array_init(&mut self, env: &Env, items: &[tree::Expr], ty: Ty, span: Span) -> hir::Expr {
        if ty == Ty::ERROR {
            for i in items {
                if !matches!(i.kind, tree::ExprKind::ArrayInit(None, _)) {
                    let op = self.operand(env, i);
                    self.recover(&op);
                }
            }
            return error_expr(span);
        }
        let Some(elem) = self.w.elem_type(ty) else {
            let mut m = self.mentioned();
            let shown = self.show_in(ty, &mut m);
            self.report(span, "illegal-initializer-for-type", format!("illegal initializer for {shown}"), m);
            return error_expr(span);
        };
        if !self.check_array_elem(elem, span) {
            return error_expr(span);
        }
        let mut ok = true;
        let values: Vec<hir::Expr> = items
            .iter()
            .map(|i| {
                let v = self.init_value(env, i, elem);
                ok &= v.ty != Ty::ERROR;
                v
            })
            .collect();
        if !ok {
            return error_expr(span);
        }
        expr(ExprKind::ArrayInit(values), ty, span)
    }

    /// An initialiser: an expression, or braces where an array is wanted.
    pub(crate) fn init_value(&mut self, env: &Env, e: &tree::Expr, target: Ty) -> hir::Expr {
        match &e.kind {
            tree::ExprKind::ArrayInit(None, items) => self.array_init(env, items, target, e.span),
            _ => {
                let op = self.operand(env, e);
                self.coerce(op, target, Why::ASSIGN)
            }
        }
    }
}
