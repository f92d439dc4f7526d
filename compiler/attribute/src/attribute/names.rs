//! Names (JLS 6): variables in scope, field access, and what an ambiguous name means (JLS 6.5).

use super::env::Env;
use super::operand::Operand;
use super::report::Location;
use super::{Attr, error_expr, expr};
use crate::scope::TypeLookup;
use rvm_model::hir::{self, ExprKind};
use rvm_model::symbols::{ClassId, FieldId, LocalId};
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::tree::Ident;
use rvm_syntax::tree::{self, flags};
use rvm_syntax::{Name, Span};

/// What an ambiguous name turned out to be.
pub(crate) enum Qual {
    /// A value.
    Expr(hir::Expr),
    /// A type.
    Type(Ty),
    /// A package, perhaps an absent one.
    Package(Name),
}

/// A variable found in scope.
pub(crate) enum Var {
    /// A local variable.
    Local(LocalId),
    /// A field, the class through which it was found, and the environment of that class (None: static import).
    Field(FieldId, ClassId, bool),
    /// There is one, but it cannot be used here; reported.
    Bad,
    /// There is none.
    None,
}

/// A field looked up in a type.
pub(crate) enum FieldLookup {
    Found(FieldId),
    Inaccessible(FieldId),
    Ambiguous(FieldId, FieldId),
    None,
}

/// How a variable is used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Its value is read.
    Read,
    /// It is assigned to by `=`.
    Assign,
    /// It is read and assigned to.
    Update,
}

impl Attr<'_> {
    /// The field of that name in a class or its supertypes (JLS 8.3).
    pub(crate) fn find_field(&self, class: ClassId, name: Name, env: &Env, site: Ty) -> FieldLookup {
        let mut found = Vec::new();
        let mut seen = Vec::new();
        self.collect_fields(class, name, &mut found, &mut seen);
        let accessible: Vec<FieldId> = found
            .iter()
            .copied()
            .filter(|&f| self.w.is_accessible_field(f, self.access_class(env), site))
            .collect();
        match (accessible.as_slice(), found.first()) {
            ([], None) => FieldLookup::None,
            ([], Some(&f)) => FieldLookup::Inaccessible(f),
            ([f], _) => FieldLookup::Found(*f),
            ([f, g, ..], _) => FieldLookup::Ambiguous(*f, *g),
        }
    }

    fn collect_fields(&self, class: ClassId, name: Name, found: &mut Vec<FieldId>, seen: &mut Vec<ClassId>) {
        if let Some(f) = self.w.field_named(class, name) {
            if !found.contains(&f) {
                found.push(f);
            }
            return;
        }
        if let Some(s) = self.w.superclass_class(class) {
            self.collect_fields(s, name, found, seen);
        }
        for &i in self.w.interfaces(class) {
            if let Some(i) = self.w.class_of(i)
                && !seen.contains(&i)
            {
                seen.push(i);
                self.collect_fields(i, name, found, seen);
            }
        }
    }

    /// Whether code in a class's body has no instance of the class around it.
    pub(crate) fn is_static_class(&self, class: ClassId) -> bool {
        !self.w.has_outer_instance(class)
    }

    /// Looks a simple name up as a variable.
    pub(crate) fn find_var(&mut self, env: &Env, name: Name, span: Span, access: Access) -> Var {
        let mut level = env;
        let mut static_only = false;
        let mut crossed: Vec<ClassId> = Vec::new();
        let mut inaccessible = None;
        loop {
            if let Some(id) = level.find_local(name) {
                if crossed.iter().any(|&c| self.is_static_local(c))
                    && self.w.local(id).constant.borrow().is_none()
                {
                    self.error(
                        span,
                        "non-static-cant-be-ref",
                        format!("non-static variable {name} cannot be referenced from a static context"),
                    );
                    return Var::Bad;
                }
                return Var::Local(id);
            }
            let class = level.class();
            static_only |= level.frame.is_static;
            let site = self.w.class_type(class);
            match self.find_field(class, name, env, site) {
                FieldLookup::Found(f) => {
                    let sym = self.w.field(f);
                    if !sym.has(flags::STATIC) {
                        if static_only {
                            self.error(
                                span,
                                "non-static-cant-be-ref",
                                format!(
                                    "non-static variable {name} cannot be referenced from a static context"
                                ),
                            );
                            return Var::Bad;
                        }
                        // A constructor may assign its own blank fields only after the superclass's constructor.
                        if level.prologue {
                            self.error(
                                span,
                                "cant-ref-before-ctor-called",
                                format!(
                                    "cannot reference {name} before supertype constructor has been called"
                                ),
                            );
                        }
                    }
                    self.check_forward_reference(env, level, f, span, access);
                    return Var::Field(f, class, false);
                }
                FieldLookup::Ambiguous(f, g) => {
                    self.report_ambiguous_field(span, f, g);
                    return Var::Bad;
                }
                // An outer scope may still have one; this one is reported otherwise.
                FieldLookup::Inaccessible(f) => inaccessible = inaccessible.or(Some(f)),
                FieldLookup::None => {}
            }
            if self.is_static_class(class) {
                static_only = true;
            }
            crossed.push(class);
            match &level.frame.outer {
                Some(o) => level = o,
                None => break,
            }
        }
        let imported = self.ctx.static_import_fields(&env.types, name);
        let usable: Vec<FieldId> = imported
            .iter()
            .copied()
            .filter(|&f| {
                let site = self.w.raw_type(self.w.field(f).class);
                self.w.is_accessible_field(f, self.access_class(env), site)
            })
            .collect();
        match (usable.as_slice(), inaccessible.or(imported.first().copied())) {
            ([], None) => Var::None,
            ([], Some(f)) => {
                self.report_field_access(span, f);
                Var::Bad
            }
            ([f], _) => Var::Field(*f, self.w.field(*f).class, true),
            ([f, g, ..], _) => {
                self.report_ambiguous_field(span, *f, *g);
                Var::Bad
            }
        }
    }

    /// A local record, enum or interface: its body sees no variables of the method around.
    fn is_static_local(&self, class: ClassId) -> bool {
        self.w.class(class).flags.get() & (flags::RECORD | flags::ENUM | flags::INTERFACE) != 0
            || self.w.class(class).has(flags::STATIC)
    }

    pub(crate) fn report_field_access(&self, span: Span, f: FieldId) {
        let sym = self.w.field(f);
        self.report_not_accessible(span, sym.name.as_str().to_string(), sym.flags.get(), sym.class);
    }

    /// `x has private access in C` and its like.
    pub(crate) fn report_not_accessible(&self, span: Span, what: String, member_flags: u32, class: ClassId) {
        let name = self.w.class(class).name;
        if member_flags & flags::PUBLIC != 0 {
            let shown = self.w.class_display(class);
            let text = format!("{shown}.{what} is defined in an inaccessible class or interface");
            self.error(span, "not-def-access-class-intf-cant-access", text);
        } else if member_flags & flags::PRIVATE != 0 {
            self.error(span, "report-access", format!("{what} has private access in {name}"));
        } else if member_flags & flags::PROTECTED != 0 {
            self.error(span, "report-access", format!("{what} has protected access in {name}"));
        } else {
            let mut m = self.mentioned();
            let shown = self.show_in(self.w.raw_type(class), &mut m);
            self.report(
                span,
                "not-def-public-cant-access",
                format!("{what} is not public in {shown}; cannot be accessed from outside package"),
                m,
            );
        }
    }

    fn report_ambiguous_field(&self, span: Span, f: FieldId, g: FieldId) {
        let (a, b) = (self.w.field(f), self.w.field(g));
        self.error(
            span,
            "ref-ambiguous",
            format!(
                "reference to {} is ambiguous\n  both variable {} in {} and variable {} in {} match",
                a.name,
                a.name,
                self.w.class(a.class).name,
                b.name,
                self.w.class(b.class).name
            ),
        );
    }

    /// JLS 8.3.3: use of a field by its simple name before its declaration, in an initialiser of its class.
    fn check_forward_reference(&self, env: &Env, level: &Env, f: FieldId, span: Span, access: Access) {
        if access == Access::Assign || !std::ptr::eq(env, level) {
            return;
        }
        let Some((init_static, own)) = level.frame.init else { return };
        let sym = self.w.field(f);
        if sym.class != level.class() || sym.has(flags::STATIC) != init_static || sym.span.file != span.file {
            return;
        }
        if own == Some(f) {
            self.error(span, "self-ref", "self-reference in initializer");
        } else if sym.span.at > span.at {
            self.error(span, "illegal-forward-ref", "illegal forward reference");
        }
    }

    /// A simple name as a variable; None where no variable of that name is in scope.
    pub(crate) fn var_expr(
        &mut self,
        env: &Env,
        name: Name,
        span: Span,
        access: Access,
    ) -> Option<hir::Expr> {
        Some(match self.find_var(env, name, span, access) {
            Var::Local(id) => self.local_expr(env, id, span, access),
            Var::Field(f, class, imported) => {
                let sym = self.w.field(f);
                let is_static = sym.has(flags::STATIC);
                if access == Access::Read
                    && is_static
                    && let Some(e) = self.field_constant_expr(f, span)
                {
                    return Some(e);
                }
                if access == Access::Read
                    && let Some(e) = self.field_constant_expr(f, span)
                {
                    return Some(e);
                }
                let site = if imported { self.w.raw_type(class) } else { self.w.class_type(class) };
                let recv = (!is_static)
                    .then(|| Box::new(expr(ExprKind::This(class), self.w.class_type(class), span)));
                self.check_enum_in_ctor(env, f, span);
                self.field_node(recv, f, site, class, span, access)
            }
            Var::Bad => error_expr(span),
            Var::None => return None,
        })
    }

    /// JLS 8.9.2: an enum's constructor must not use its static fields that are no constants.
    fn check_enum_in_ctor(&self, env: &Env, f: FieldId, span: Span) {
        let sym = self.w.field(f);
        let owner = self.w.class(sym.class);
        if !owner.has(flags::ENUM) || !sym.has(flags::STATIC) || env.class() != sym.class {
            return;
        }
        let in_ctor = env.frame.method.is_some_and(|m| self.w.method(m).is_constructor());
        let in_init = env.frame.method.is_none() && matches!(env.frame.init, Some((false, _)));
        if (in_ctor || in_init) && env.frame.lambda_depth == 0 {
            self.error(span, "illegal-enum-static-ref", "illegal reference to static field from initializer");
        }
    }

    /// The node of a field access.
    pub(crate) fn field_node(
        &mut self,
        recv: Option<Box<hir::Expr>>,
        f: FieldId,
        site: Ty,
        site_class: ClassId,
        span: Span,
        access: Access,
    ) -> hir::Expr {
        let sym = self.w.field(f);
        self.lint_deprecated_field(f, span);
        let mut ty = sym.ty.get();
        if !sym.has(flags::STATIC) {
            ty = self.w.member_type(site, ty, sym.class);
        }
        if access == Access::Read {
            ty = self.w.capture(ty);
        }
        expr(ExprKind::Field { recv, field: f, site: site_class }, ty, span)
    }

    /// The use of a local variable.
    pub(crate) fn local_expr(&mut self, env: &Env, id: LocalId, span: Span, access: Access) -> hir::Expr {
        let sym = self.w.local(id);
        if access == Access::Read
            && let Some(c) = sym.constant.borrow().clone()
        {
            return expr(ExprKind::Literal(c), sym.ty.get(), span);
        }
        self.note_use(env, id);
        let ty = match access {
            Access::Read => self.w.capture(sym.ty.get()),
            _ => sym.ty.get(),
        };
        if ty == Ty::ERROR {
            return error_expr(span);
        }
        expr(ExprKind::Local(id), ty, span)
    }

    /// The constant value of a field as a literal.
    pub(crate) fn field_constant_expr(&self, f: FieldId, span: Span) -> Option<hir::Expr> {
        let sym = self.w.field(f);
        if !sym.has(flags::FINAL) {
            return None;
        }
        let c = self.ctx.constant_of_field(f)?;
        self.lint_deprecated_field(f, span);
        Some(expr(ExprKind::Literal(c), sym.ty.get(), span))
    }

    /// A simple name as an expression; reports if there is none.
    pub(crate) fn name_expr(&mut self, env: &Env, name: Name, span: Span, access: Access) -> hir::Expr {
        if let Some(e) = self.var_expr(env, name, span, access) {
            return e;
        }
        let location = self.location_of(env);
        self.cannot_find(span, &format!("variable {name}"), location, self.mentioned());
        error_expr(span)
    }

    /// What the expression before a dot means (JLS 6.5.2).
    pub(crate) fn qualifier(&mut self, env: &Env, e: &tree::Expr) -> Qual {
        match &e.kind {
            tree::ExprKind::Name(name) => {
                if let Some(v) = self.var_expr(env, *name, e.span, Access::Read) {
                    return Qual::Expr(v);
                }
                match self.type_of_name(env, *name, e.span) {
                    Some(t) => Qual::Type(t),
                    None => Qual::Package(*name),
                }
            }
            tree::ExprKind::Select(q, id) => match self.qualifier(env, q) {
                Qual::Package(p) => {
                    let full = Name::new(&format!("{p}.{}", id.name));
                    match self.class_in_package(p, id.name) {
                        Some(c) => {
                            let t = self.w.raw_type(c);
                            if !self.w.is_accessible_class(c, self.access_class(env)) {
                                self.report_class_access(e.span, c);
                            }
                            Qual::Type(t)
                        }
                        None => Qual::Package(full),
                    }
                }
                Qual::Type(t) => self.select_in_type(env, t, *id, e.span, true),
                Qual::Expr(r) => Qual::Expr(self.field_access(env, r, *id, e.span, Access::Read)),
            },
            tree::ExprKind::Type(node) => Qual::Type(self.ctx.resolve_type(&env.types, node)),
            _ => {
                let op = self.operand(env, e);
                Qual::Expr(self.standalone(op))
            }
        }
    }

    fn report_class_access(&self, span: Span, c: ClassId) {
        let sym = self.w.class(c);
        let dotted = sym.binary.as_str().replace(['/', '$'], ".");
        if sym.has(flags::PRIVATE) {
            let outer = self.w.enclosing_class(c).map(|o| self.w.class(o).name.as_str()).unwrap_or("");
            self.error(span, "report-access", format!("{} has private access in {outer}", sym.name));
        } else {
            self.error(
                span,
                "not-def-public-cant-access",
                format!("{dotted} is not public in {}; cannot be accessed from outside package", sym.package),
            );
        }
    }

    /// A class of a package by simple name.
    pub(crate) fn class_in_package(&self, package: Name, name: Name) -> Option<ClassId> {
        let binary = format!("{}/{name}", package.as_str().replace('.', "/"));
        self.w.find_class(&binary)
    }

    /// A simple name as a type, raw; None if there is no such type.
    pub(crate) fn type_of_name(&mut self, env: &Env, name: Name, span: Span) -> Option<Ty> {
        match self.ctx.find_type(&env.types, name) {
            TypeLookup::Class(c) => Some(self.w.raw_type(c)),
            TypeLookup::Var(v) => Some(self.w.var_type(v)),
            TypeLookup::StaticVar(_) => {
                self.error(
                    span,
                    "non-static-cant-be-ref",
                    format!("non-static type variable {name} cannot be referenced from a static context"),
                );
                Some(Ty::ERROR)
            }
            TypeLookup::Inaccessible(c) => {
                self.report_class_access(span, c);
                Some(Ty::ERROR)
            }
            TypeLookup::Ambiguous(a, b) => {
                let full = |c: ClassId| {
                    let sym = self.w.class(c);
                    (sym.binary.as_str().replace(['/', '$'], "."), sym.package)
                };
                let ((a, p), (b, q)) = (full(a), full(b));
                self.error(
                    span,
                    "ref-ambiguous",
                    format!(
                        "reference to {name} is ambiguous\n  both class {a} in {p} and class {b} in {q} match"
                    ),
                );
                Some(Ty::ERROR)
            }
            TypeLookup::None => None,
        }
    }

    /// The class that stands for a type variable before a dot.
    pub(crate) fn bound_of_variable(&self, t: Ty) -> Ty {
        match self.w.kind(t) {
            TyKind::Var(_) => self.w.erasure(t),
            _ => t,
        }
    }

    /// `T.id` as a static field or member type.
    fn select_in_type(&mut self, env: &Env, t: Ty, id: Ident, span: Span, as_qualifier: bool) -> Qual {
        if t == Ty::ERROR {
            return Qual::Expr(error_expr(span));
        }
        // Like javac: static members of a type variable's bound can be named through it.
        let t = self.bound_of_variable(t);
        if let Some(class) = self.w.class_of(t) {
            match self.find_field(class, id.name, env, t) {
                FieldLookup::Found(f) => {
                    return Qual::Expr(self.static_field(env, f, t, class, span, Access::Read));
                }
                FieldLookup::Ambiguous(f, g) => {
                    self.report_ambiguous_field(span, f, g);
                    return Qual::Expr(error_expr(span));
                }
                FieldLookup::Inaccessible(f) if !as_qualifier => {
                    self.report_field_access(span, f);
                    return Qual::Expr(error_expr(span));
                }
                _ => {}
            }
            match self.ctx.find_member_type(&env.types, t, id.name) {
                TypeLookup::Class(c) => return Qual::Type(self.w.raw_type(c)),
                TypeLookup::Inaccessible(c) => {
                    self.report_class_access(span, c);
                    return Qual::Expr(error_expr(span));
                }
                TypeLookup::Ambiguous(..) => {
                    self.error(span, "ref-ambiguous", format!("reference to {} is ambiguous", id.name));
                    return Qual::Expr(error_expr(span));
                }
                _ => {}
            }
            self.cannot_find(span, &format!("variable {}", id.name), Location::Type(t), self.mentioned());
            return Qual::Expr(error_expr(span));
        }
        if id.name.as_str() == "length" && matches!(self.w.kind(t), TyKind::Array(_)) {
            self.error(
                span,
                "non-static-cant-be-ref",
                "non-static variable length cannot be referenced from a static context",
            );
            return Qual::Expr(error_expr(span));
        }
        if t.is_primitive() || t == Ty::VOID {
            let mut m = self.mentioned();
            let shown = self.show_in(t, &mut m);
            self.report(span, "cant-deref", format!("{shown} cannot be dereferenced"), m);
        } else {
            self.cannot_find(span, &format!("variable {}", id.name), Location::Type(t), self.mentioned());
        }
        Qual::Expr(error_expr(span))
    }

    /// `T.f`: checks that it is static.
    fn static_field(
        &mut self,
        env: &Env,
        f: FieldId,
        site: Ty,
        class: ClassId,
        span: Span,
        access: Access,
    ) -> hir::Expr {
        let sym = self.w.field(f);
        if !sym.has(flags::STATIC) {
            self.error(
                span,
                "non-static-cant-be-ref",
                format!("non-static variable {} cannot be referenced from a static context", sym.name),
            );
            return error_expr(span);
        }
        if access == Access::Read
            && let Some(e) = self.field_constant_expr(f, span)
        {
            return e;
        }
        self.check_enum_in_ctor(env, f, span);
        self.field_node(None, f, site, class, span, access)
    }

    /// `q.id` as an expression.
    pub(crate) fn select_expr(
        &mut self,
        env: &Env,
        q: &tree::Expr,
        id: Ident,
        span: Span,
        access: Access,
    ) -> hir::Expr {
        // `super.f`
        if let tree::ExprKind::Super(outer) = &q.kind {
            let (recv, site) = self.super_receiver(env, outer.as_deref(), q.span);
            if site == Ty::ERROR {
                return error_expr(span);
            }
            return self.field_access_on(env, recv, site, id, span, access);
        }
        match self.qualifier(env, q) {
            Qual::Expr(e) => self.field_access(env, e, id, span, access),
            Qual::Type(t) => {
                if let Some(class) = self.w.class_of(t)
                    && access != Access::Read
                    && let FieldLookup::Found(f) = self.find_field(class, id.name, env, t)
                {
                    return self.static_field(env, f, t, class, span, access);
                }
                match self.select_in_type(env, t, id, span, false) {
                    Qual::Expr(e) => e,
                    _ => {
                        self.cannot_find(
                            span,
                            &format!("variable {}", id.name),
                            Location::Type(t),
                            self.mentioned(),
                        );
                        error_expr(span)
                    }
                }
            }
            Qual::Package(p) => {
                self.report_missing_package(env, q, p, Some((id, span)));
                error_expr(span)
            }
        }
    }

    /// A name that is neither variable nor type stands before a dot.
    pub(crate) fn report_missing_package(
        &self,
        env: &Env,
        q: &tree::Expr,
        p: Name,
        member: Option<(Ident, Span)>,
    ) {
        if let Some((id, span)) = member
            && self.w.package_exists(p)
        {
            self.cannot_find(span, &format!("class {}", id.name), Location::Package(p), self.mentioned());
            return;
        }
        match &q.kind {
            tree::ExprKind::Name(n) => {
                let location = self.location_of(env);
                self.cannot_find(q.span, &format!("variable {n}"), location, self.mentioned());
            }
            _ => {
                let (prefix, last) = p.as_str().rsplit_once('.').unwrap_or(("", p.as_str()));
                let prefix = Name::new(prefix);
                if self.w.package_exists(prefix) {
                    self.cannot_find(
                        q.span,
                        &format!("class {last}"),
                        Location::Package(prefix),
                        self.mentioned(),
                    );
                } else {
                    self.error(q.span, "doesnt-exist", format!("package {prefix} does not exist"));
                }
            }
        }
    }

    /// `e.id` where `e` is a value.
    pub(crate) fn field_access(
        &mut self,
        env: &Env,
        recv: hir::Expr,
        id: Ident,
        span: Span,
        access: Access,
    ) -> hir::Expr {
        let site = recv.ty;
        self.field_access_on(env, recv, site, id, span, access)
    }

    fn field_access_on(
        &mut self,
        env: &Env,
        recv: hir::Expr,
        site: Ty,
        id: Ident,
        span: Span,
        access: Access,
    ) -> hir::Expr {
        if site == Ty::ERROR {
            return error_expr(span);
        }
        if !site.is_reference() || site == Ty::NULL {
            let mut m = self.mentioned();
            let shown = self.show_in(site, &mut m);
            self.report(span, "cant-deref", format!("{shown} cannot be dereferenced"), m);
            return error_expr(span);
        }
        if matches!(self.w.kind(site), TyKind::Array(_)) {
            if id.name.as_str() == "length" {
                if access != Access::Read {
                    self.error(
                        span,
                        "cant-assign-val-to-final-var",
                        "cannot assign a value to final variable length",
                    );
                    return error_expr(span);
                }
                return expr(ExprKind::ArrayLength(Box::new(recv)), Ty::INT, span);
            }
            let location = self.location_of_expr(&recv);
            self.cannot_find(span, &format!("variable {}", id.name), location, self.mentioned());
            return error_expr(span);
        }
        // Fields are those of the bound of a type variable (JLS 4.4), or of any part of an intersection.
        let mut lookup = FieldLookup::None;
        let mut site_class = self.w.object_class();
        for part in self.w.components_of(self.w.upper_bound(site)) {
            let Some(class) = self.w.erased_class(part) else { continue };
            site_class = class;
            lookup = self.find_field(class, id.name, env, part);
            if matches!(self.w.kind(site), TyKind::Var(_))
                && let FieldLookup::Found(f) = lookup
                && self.w.field(f).has(flags::PRIVATE)
            {
                lookup = FieldLookup::Inaccessible(f);
            }
            if !matches!(lookup, FieldLookup::None) {
                break;
            }
        }
        match lookup {
            FieldLookup::Found(f) => {
                if access == Access::Read
                    && matches!(recv.kind, ExprKind::This(_))
                    && self.w.field(f).has(flags::STATIC)
                    && let Some(e) = self.field_constant_expr(f, span)
                {
                    return e;
                }
                if self.w.field(f).has(flags::STATIC) {
                    self.lint_static("variable", self.w.field(f).class, span);
                }
                self.field_node(Some(Box::new(recv)), f, site, site_class, span, access)
            }
            FieldLookup::Inaccessible(f) => {
                self.report_field_access(span, f);
                error_expr(span)
            }
            FieldLookup::Ambiguous(f, g) => {
                self.report_ambiguous_field(span, f, g);
                error_expr(span)
            }
            FieldLookup::None => {
                let location = self.location_of_expr(&recv);
                self.cannot_find(span, &format!("variable {}", id.name), location, self.mentioned());
                error_expr(span)
            }
        }
    }

    /// How a message names the receiver: a variable with its type, or just the type.
    pub(crate) fn location_of_expr(&self, recv: &hir::Expr) -> Location {
        match &recv.kind {
            ExprKind::This(_) => Location::None,
            ExprKind::Local(id) => Location::Local(*id, recv.ty),
            ExprKind::Field { field, .. } => Location::Field(self.w.field(*field).name, recv.ty),
            _ => Location::Type(recv.ty),
        }
    }

    /// `this`, or `T.this` with the class.
    pub(crate) fn this_expr(&mut self, env: &Env, class: ClassId, span: Span, what: &str) -> hir::Expr {
        let mut level = env;
        let mut static_only = false;
        loop {
            static_only |= level.frame.is_static;
            if level.class() == class {
                if static_only {
                    self.error(
                        span,
                        "non-static-cant-be-ref",
                        format!("non-static variable {what} cannot be referenced from a static context"),
                    );
                    return error_expr(span);
                }
                if level.prologue {
                    self.error(
                        span,
                        "cant-ref-before-ctor-called",
                        format!("cannot reference {what} before supertype constructor has been called"),
                    );
                }
                return expr(ExprKind::This(class), self.w.class_type(class), span);
            }
            static_only |= self.is_static_class(level.class());
            match &level.frame.outer {
                Some(o) => level = o,
                None => break,
            }
        }
        let name = self.w.class(class).name;
        self.error(span, "not-encl-class", format!("not an enclosing class: {name}"));
        error_expr(span)
    }

    /// The receiver for `super.x` or `T.super.x`, and the type in which x is looked up.
    pub(crate) fn super_receiver(
        &mut self,
        env: &Env,
        outer: Option<&tree::Expr>,
        span: Span,
    ) -> (hir::Expr, Ty) {
        let Some(q) = outer else {
            let this = self.this_expr(env, env.class(), span, "super");
            if this.ty == Ty::ERROR {
                return (this, Ty::ERROR);
            }
            let site = self.w.superclass(env.class()).unwrap_or(self.w.object());
            return (this, site);
        };
        let Qual::Type(t) = self.qualifier(env, q) else {
            self.error(q.span, "not-encl-class", "not an enclosing class");
            return (error_expr(span), Ty::ERROR);
        };
        let Some(class) = self.w.class_of(t) else { return (error_expr(span), Ty::ERROR) };
        // `I.super.m()`: a direct superinterface (JLS 15.12.1).
        if self.w.class(class).is_interface() {
            let direct =
                self.w.interfaces(env.class()).iter().copied().find(|&i| self.w.class_of(i) == Some(class));
            let Some(site) = direct else {
                self.error(
                    span,
                    "not-encl-class",
                    format!("not an enclosing class: {}", self.w.class(class).name),
                );
                return (error_expr(span), Ty::ERROR);
            };
            let this = self.this_expr(env, env.class(), span, "super");
            return (this, site);
        }
        let this = self.this_expr(env, class, span, "super");
        if this.ty == Ty::ERROR {
            return (this, Ty::ERROR);
        }
        let site = self.w.superclass(class).unwrap_or(self.w.object());
        (this, site)
    }

    /// The operand form of a name or field access.
    pub(crate) fn name_operand(&mut self, env: &Env, e: &tree::Expr) -> Operand {
        let done = match &e.kind {
            tree::ExprKind::Name(name) => self.name_expr(env, *name, e.span, Access::Read),
            tree::ExprKind::Select(q, id) => self.select_expr(env, q, *id, e.span, Access::Read),
            _ => error_expr(e.span),
        };
        Operand::Done(done)
    }
}
