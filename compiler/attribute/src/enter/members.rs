//! Members of classes: fields, methods, constructors, and those a class has without declaring them.

use super::Annotated;
use crate::Ctx;
use crate::scope::{Env, Mode};
use rvm_model::Printer;
use rvm_model::symbols::*;
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::tree::{Member, MethodDecl, Param, TypeDecl, TypeDeclKind, TypeNode, VarDecl, flags};
use rvm_syntax::{Name, Span};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

impl<'a> Ctx<'a> {
    /// Enters a class's members, once.
    pub(crate) fn enter_members(&self, c: ClassId) {
        if !self.enter.entered.borrow_mut().insert(c) {
            return;
        }
        let w = self.world;
        let Some(decl) = w.class_raw(c).decl.clone() else { return };
        let env = self.class_env(c);
        match decl.kind {
            TypeDeclKind::Enum => self.enum_members(c, &decl),
            TypeDeclKind::Record => self.record_fields(c, &decl, &env),
            _ => {}
        }
        self.default_constructor(c, &decl);
        for member in &decl.members {
            match member {
                Member::Field(f) => self.enter_field(c, &decl, f, &env),
                Member::Method(m) => self.enter_method(c, &decl, m, &env),
                Member::Type(t)
                    if !matches!(t.kind, TypeDeclKind::Class | TypeDeclKind::Enum)
                        && self.options.release < 16
                        && self.is_inner(c) =>
                {
                    self.static_in_inner(c, t.span);
                }
                Member::Init(i) if i.is_static && self.options.release < 16 && self.is_inner(c) => {
                    let span = i.body.span;
                    let before = &self.diags.file(span.file).text[..span.lo as usize];
                    self.static_in_inner(c, span.with_at(before.rfind("static").unwrap_or(0) as u32));
                }
                Member::Type(_) | Member::Init(_) => {}
            }
        }
        if decl.kind == TypeDeclKind::Record {
            self.record_methods(c);
        }
    }

    fn push_method(&self, c: ClassId, m: MethodId) {
        self.world.class_raw(c).methods.borrow_mut().push(m);
    }

    /// A method that no tree declares.
    fn implicit_method(
        &self,
        c: ClassId,
        name: &str,
        bits: u32,
        params: Vec<(Name, Ty)>,
        ret: Ty,
    ) -> MethodId {
        let w = self.world;
        let span = w.class_raw(c).span;
        let m = w.add_method(|id| {
            let mut sym = MethodSym::new(id, c, Name::new(name), ret);
            sym.flags.set(bits);
            (sym.param_names, sym.params) = params.into_iter().unzip();
            sym.span = span;
            sym
        });
        self.push_method(c, m);
        m
    }

    // ---- fields ----

    fn enter_field(&self, c: ClassId, decl: &TypeDecl, f: &Rc<VarDecl>, env: &Env) {
        self.register_suppression(&f.modifiers, f.span);
        let bits = self.field_flags(decl.kind, f);
        let is_static = bits & flags::STATIC != 0;
        let env = if is_static { env.with_static() } else { env.clone() };
        let ty = match &f.ty {
            Some(node) => self.resolve_value_type(&env, node),
            None => {
                // `var` is for local variables only (JLS 14.4).
                let span = f.var_span.unwrap_or(f.span);
                self.diags.error(span, "restricted-type-not-allowed-here", "'var' is not allowed here");
                Ty::ERROR
            }
        };
        if is_static && bits & flags::FINAL == 0 && self.options.release < 16 && self.is_inner(c) {
            self.static_in_inner(c, f.span);
        }
        self.add_field_symbol(c, f.name.name, bits, ty, Some(f.clone()), f.span.with_at(f.name.span.at));
    }

    fn is_inner(&self, c: ClassId) -> bool {
        self.world.has_outer_instance(c)
    }

    /// Before Java 16 inner classes had no static members.
    pub(crate) fn static_in_inner(&self, c: ClassId, span: Span) {
        let text = format!(
            "Illegal static declaration in inner class {}\n  modifier 'static' is only allowed in constant variable declarations",
            self.world.class_display(c)
        );
        self.diags.error(span, "icls-cant-have-static-decl", text);
    }

    fn add_field_symbol(
        &self,
        c: ClassId,
        name: Name,
        bits: u32,
        ty: Ty,
        decl: Option<Rc<VarDecl>>,
        span: Span,
    ) -> Option<FieldId> {
        let w = self.world;
        if w.field_named(c, name).is_some() {
            let text =
                format!("variable {name} is already defined in {} {}", w.kind_name(c), w.class_display(c));
            self.enter.duplicates.borrow_mut().insert((span.file, span.at));
            self.diags.error(span, "already-defined", text);
            return None;
        }
        let deprecated = decl.as_ref().is_some_and(|d| self.is_deprecated(&d.modifiers));
        let f = w.add_field(|id| FieldSym {
            id,
            name,
            class: c,
            flags: Cell::new(bits | if deprecated { flags::DEPRECATED } else { 0 }),
            ty: Cell::new(ty),
            constant: OnceCell::new(),
            decl,
            span,
            annotations: RefCell::default(),
            type_annotations: RefCell::default(),
            component_annotations: RefCell::default(),
        });
        w.class_raw(c).fields.borrow_mut().push(f);
        self.enter.annotation_queue.borrow_mut().push(Annotated::Field(f));
        Some(f)
    }

    /// The type of a field, parameter or result: `void` is for results only, which the parser sees to but for arrays.
    fn resolve_value_type(&self, env: &Env, node: &TypeNode) -> Ty {
        let t = self.resolve_mode(env, node, Mode::Early);
        if t == Ty::VOID {
            self.diags.error(node.span, "illegal-start-of-type", "illegal start of type");
            return Ty::ERROR;
        }
        t
    }

    // ---- enums ----

    fn enum_members(&self, c: ClassId, decl: &Rc<TypeDecl>) {
        let w = self.world;
        let ty = w.class_type(c);
        for (i, k) in decl.constants.iter().enumerate() {
            let mut bits = flags::PUBLIC | flags::STATIC | flags::FINAL | flags::ENUM;
            if self.is_deprecated(&k.modifiers) {
                bits |= flags::DEPRECATED;
            }
            let span = k.span.with_at(k.name.span.at);
            if let Some(f) = self.add_field_symbol(c, k.name.name, bits, ty, None, span) {
                self.enter.constants.borrow_mut().insert(f, (decl.clone(), i));
                let _ = w.field(f).constant.set(None);
            }
        }
        let bits = flags::PUBLIC | flags::STATIC;
        self.implicit_method(c, "values", bits, Vec::new(), w.array_of(ty));
        self.implicit_method(c, "valueOf", bits, vec![(Name::new("name"), w.string())], ty);
    }

    // ---- constructors ----

    fn default_constructor(&self, c: ClassId, decl: &TypeDecl) {
        let declared = decl
            .members
            .iter()
            .any(|m| matches!(m, Member::Method(m) if m.ret.is_none() && m.name.name == decl.name.name));
        let class = self.world.class_raw(c);
        let access = class.flags.get() & (flags::PUBLIC | flags::PROTECTED | flags::PRIVATE);
        match decl.kind {
            // An anonymous class's constructor depends on the superclass's: attribution makes it.
            TypeDeclKind::Class if !declared && !decl.name.name.as_str().is_empty() => {
                self.implicit_method(c, "<init>", access, Vec::new(), Ty::VOID);
            }
            TypeDeclKind::Enum if !declared => {
                self.implicit_method(c, "<init>", flags::PRIVATE, Vec::new(), Ty::VOID);
            }
            TypeDeclKind::Record => self.implicit_canonical(c, decl, access),
            _ => {}
        }
    }

    fn component_params(&self, c: ClassId) -> Vec<(Name, Ty)> {
        let w = self.world;
        let list = w.class_raw(c).components.borrow().clone();
        list.iter().map(|&f| (w.field(f).name, w.field(f).ty.get())).collect()
    }

    fn varargs_bit(params: &[Param]) -> u32 {
        if params.last().is_some_and(|p| p.varargs) { flags::VARARGS } else { 0 }
    }

    // ---- records ----

    fn record_fields(&self, c: ClassId, decl: &TypeDecl, env: &Env) {
        for p in &decl.components {
            let ty = match &p.ty {
                Some(node) => self.resolve_value_type(env, node),
                None => Ty::ERROR,
            };
            if matches!(
                p.name.name.as_str(),
                "clone" | "finalize" | "getClass" | "hashCode" | "notify" | "notifyAll" | "toString" | "wait"
            ) {
                let text = format!("illegal record component name {}", p.name.name);
                self.diags.error(p.name.span, "illegal-record-component-name", text);
            }
            let w = self.world;
            if w.field_named(c, p.name.name).is_some() {
                let text = format!(
                    "record component {} is already defined in record {}",
                    p.name.name,
                    w.class_display(c)
                );
                self.diags.error(p.name.span, "record-component-redeclared", text);
                let text =
                    format!("method {}() is already defined in record {}", p.name.name, w.class_display(c));
                let first = decl.components.iter().find(|o| o.name.name == p.name.name).unwrap_or(p);
                self.diags.error(first.span.with_at(first.span.lo), "already-defined", text);
                continue;
            }
            let deprecated = if self.is_deprecated(&p.modifiers) { flags::DEPRECATED } else { 0 };
            let bits = flags::PRIVATE | flags::FINAL | deprecated;
            let span = p.span.with_at(p.name.span.at);
            if let Some(f) = self.add_field_symbol(c, p.name.name, bits, ty, None, span) {
                let _ = w.field(f).constant.set(None);
                w.class_raw(c).components.borrow_mut().push(f);
            }
        }
    }

    /// The canonical constructor, unless one is declared (JLS 8.10.4).
    fn implicit_canonical(&self, c: ClassId, decl: &TypeDecl, access: u32) {
        let w = self.world;
        let params = self.component_params(c);
        let declared = decl.members.iter().any(|m| {
            let Member::Method(m) = m else { return false };
            if m.ret.is_some() || m.name.name != decl.name.name {
                return false;
            }
            if m.compact {
                return true;
            }
            m.params.len() == params.len() && {
                let env = self.class_env(c);
                m.params.iter().zip(&params).all(|(p, (_, t))| {
                    let (ty, _) = self.diags.speculate(|| match &p.ty {
                        Some(node) => self.resolve_mode(&env, node, Mode::Early),
                        None => Ty::ERROR,
                    });
                    w.erasure(ty) == w.erasure(*t)
                })
            }
        });
        if !declared {
            let bits = access | Self::varargs_bit(&decl.components);
            let m = self.implicit_method(c, "<init>", bits, params, Ty::VOID);
            self.enter.canonical.borrow_mut().insert(c, m);
        }
    }

    /// toString, hashCode, equals and the accessors that are not declared (JLS 8.10.3).
    fn record_methods(&self, c: ClassId) {
        let w = self.world;
        let has = |name: Name, params: &[Ty]| {
            w.methods_named(c, name).iter().any(|&m| w.same_types(&w.method(m).params, params))
        };
        let bits = flags::PUBLIC | flags::FINAL;
        if !has(Name::new("toString"), &[]) {
            self.implicit_method(c, "toString", bits, Vec::new(), w.string());
        }
        if !has(Name::new("hashCode"), &[]) {
            self.implicit_method(c, "hashCode", bits, Vec::new(), Ty::INT);
        }
        if !has(Name::new("equals"), &[w.object()]) {
            self.implicit_method(c, "equals", bits, vec![(Name::new("o"), w.object())], Ty::BOOLEAN);
        }
        for f in w.class_raw(c).components.borrow().clone() {
            let field = w.field(f);
            if !has(field.name, &[]) {
                let m = self.implicit_method(
                    c,
                    field.name.as_str(),
                    flags::PUBLIC | field.flags.get() & flags::DEPRECATED,
                    Vec::new(),
                    field.ty.get(),
                );
                self.enter.annotation_queue.borrow_mut().push(Annotated::Method(m));
            }
        }
    }

    /// The canonical constructor of a record.
    pub fn canonical_constructor(&self, c: ClassId) -> Option<MethodId> {
        self.enter.canonical.borrow().get(&c).copied()
    }

    // ---- methods ----

    fn enter_method(&self, c: ClassId, decl: &TypeDecl, m: &Rc<MethodDecl>, env: &Env) {
        let w = self.world;
        let is_ctor = m.ret.is_none();
        self.register_suppression(&m.modifiers, m.span);
        let mut bits = self.method_flags(decl.kind, m, is_ctor);
        if self.is_deprecated(&m.modifiers) {
            bits |= flags::DEPRECATED;
        }
        if bits & flags::STATIC != 0 && self.options.release < 16 && self.is_inner(c) {
            self.static_in_inner(c, m.span);
        }
        let id = MethodId(w.method_count());
        let vars = self.declare_type_params(&m.type_params, TypeVarOwner::Method(id));
        let env = if bits & flags::STATIC != 0 { env.with_static() } else { env.clone() };
        let env = env.with_type_params(&vars);
        let mut params: Vec<(Name, Ty)> = Vec::new();
        self.resolve_bounds(&m.type_params, &vars, &env);
        let ret = match &m.ret {
            Some(node) => self.resolve_mode(&env, node, Mode::Early),
            None => Ty::VOID,
        };
        if m.compact {
            params = self.component_params(c);
            bits |= Self::varargs_bit(&decl.components);
        } else {
            for (i, p) in m.params.iter().enumerate() {
                if m.params[..i].iter().any(|o| o.name.name == p.name.name) {
                    let kind = if is_ctor { "constructor" } else { "method" };
                    let text =
                        format!("variable {} is already defined in {kind} {}", p.name.name, m.name.name);
                    self.diags.error(p.span.with_at(p.name.span.at), "already-defined", text);
                }
                let ty = match &p.ty {
                    Some(node) => self.resolve_value_type(&env, node),
                    None => {
                        self.diags.error(
                            p.span,
                            "restricted-type-not-allowed-here",
                            "'var' is not allowed here",
                        );
                        Ty::ERROR
                    }
                };
                params.push((p.name.name, ty));
            }
            bits |= Self::varargs_bit(&m.params);
        }
        let throws: Vec<Ty> = m
            .throws
            .iter()
            .map(|node| {
                let t = self.resolve_mode(&env, node, Mode::Early);
                self.require_reference(node.span, t)
            })
            .collect();
        let name = if is_ctor { w.init_name() } else { m.name.name };
        let span = m.span.with_at(m.name.span.at);
        let canonical = decl.kind == TypeDeclKind::Record
            && is_ctor
            && (m.compact || {
                let components: Vec<Ty> = self.component_params(c).into_iter().map(|p| p.1).collect();
                let types: Vec<Ty> = params.iter().map(|p| p.1).collect();
                w.same_types(&w.erasure_all(&components), &w.erasure_all(&types))
            });
        if w.method_count() != id.0 && !vars.is_empty() {
            // Classes read meanwhile took the id, and the variables must know their owner: once more, with everything read.
            return self.enter_method(c, decl, m, &self.class_env(c));
        }
        let (names, types): (Vec<Name>, Vec<Ty>) = params.into_iter().unzip();
        let made = w.add_method(|id| {
            let mut sym = MethodSym::new(id, c, name, ret);
            sym.flags.set(bits);
            sym.type_params = vars;
            sym.params = types;
            sym.param_names = names;
            sym.throws = throws;
            sym.decl = Some(m.clone());
            sym.span = span;
            // The library's own sources declare them (JLS 15.12.3).
            sym.polymorphic = bits & (flags::NATIVE | flags::VARARGS) == flags::NATIVE | flags::VARARGS
                && matches!(
                    w.class(c).binary.as_str(),
                    "java/lang/invoke/MethodHandle" | "java/lang/invoke/VarHandle"
                );
            sym
        });
        if !self.check_unique_method(c, made) {
            return;
        }
        self.push_method(c, made);
        if canonical {
            self.enter.canonical.borrow_mut().insert(c, made);
        }
        self.enter.annotation_queue.borrow_mut().push(Annotated::Method(made));
    }

    /// No two methods of a class have the same signature, or the same erasure (JLS 8.4.2).
    fn check_unique_method(&self, c: ClassId, m: MethodId) -> bool {
        let w = self.world;
        let sym = w.method(m);
        let site = w.class_type(c);
        for other in w.methods_named(c, sym.name) {
            let o = w.method(other);
            let same = w.is_same_signature(m, other, site);
            let same_erasure = w.same_types(&w.erasure_all(&sym.params), &w.erasure_all(&o.params));
            if !same && !same_erasure {
                continue;
            }
            if sym.params.contains(&Ty::ERROR) || o.params.contains(&Ty::ERROR) {
                continue;
            }
            let p = Printer::new(w);
            let place = format!("{} {}", w.kind_name(c), p.class(c));
            let (key, text) = if sym.has(flags::VARARGS) != o.has(flags::VARARGS) {
                let text =
                    format!("cannot declare both {} and {} in {}", p.method(m), p.method(other), p.class(c));
                ("array-and-varargs", text)
            } else if !same {
                let text =
                    format!("name clash: {} and {} have the same erasure", p.method(m), p.method(other));
                ("name-clash-same-erasure", text)
            } else {
                let kind = if sym.is_constructor() { "constructor" } else { "method" };
                ("already-defined", format!("{kind} {} is already defined in {place}", p.method(other)))
            };
            self.enter.duplicates.borrow_mut().insert((sym.span.file, sym.span.at));
            self.diags.error(sym.span, key, p.finish(text));
            return false;
        }
        true
    }

    /// Whether all of a type is known.
    pub(crate) fn is_erroneous(&self, t: Ty) -> bool {
        self.world.mentions(t, &mut |p| matches!(self.world.kind(p), TyKind::Error))
    }
}
