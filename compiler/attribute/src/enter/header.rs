//! Headers of classes: supertypes, bounds of type parameters, permitted subclasses; cycles (JLS 8.1.4, 8.1.5, 8.1.6).

use crate::Ctx;
use crate::scope::{Env, Mode};
use rvm_model::Printer;
use rvm_model::symbols::*;
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::tree::{TypeDecl, TypeDeclKind, TypeNode, TypeNodeKind, TypeParam, flags};
use rvm_syntax::{Name, Span};
use std::rc::Rc;

impl<'a> Ctx<'a> {
    fn header_env(&self, c: ClassId) -> Env {
        let outer = self.outer_env(c).expect("class of this run");
        outer.with_header(c, self.world.type_params(c))
    }

    /// The classes named in `extends` and `implements`, worked out on demand and without a word; errors come with the full header.
    pub(crate) fn hierarchy(&self, c: ClassId) -> Vec<ClassId> {
        match self.enter.hierarchies.borrow().get(&c) {
            Some(Some(known)) => return known.clone(),
            // Being worked out: a class's own `extends` clause does not see what it inherits.
            Some(None) => return Vec::new(),
            None => {}
        }
        let w = self.world;
        let Some(decl) = w.class_raw(c).decl.clone() else { return Vec::new() };
        self.enter.hierarchies.borrow_mut().insert(c, None);
        let env = self.header_env(c);
        let (list, _) = self.diags.speculate(|| {
            let mut list: Vec<ClassId> = Vec::new();
            for node in decl.extends.iter().chain(&decl.interfaces) {
                list.extend(self.class_of_node(&env, node));
            }
            list
        });
        // An anonymous class has no clauses; its supertypes are set when it is made.
        self.enter.hierarchies.borrow_mut().insert(c, Some(list.clone()));
        list
    }

    /// The class that a type node names, its arguments unseen.
    fn class_of_node(&self, env: &Env, node: &TypeNode) -> Option<ClassId> {
        let TypeNodeKind::Named(segments) = &node.kind else { return None };
        let mut bare = segments.clone();
        for s in &mut bare {
            s.args = None;
        }
        let bare = TypeNode { kind: TypeNodeKind::Named(bare), annotations: Vec::new(), span: node.span };
        let t = self.resolve_mode(env, &bare, Mode::Early);
        self.world.class_of(t)
    }

    /// Reports cycles among supertypes and enclosing classes (JLS 8.1.4); classes in one lose their supertypes.
    fn check_acyclic(&self, c: ClassId, span: Span, path: &mut Vec<ClassId>) -> bool {
        if self.enter.acyclic.borrow().contains(&c) || !self.world.is_source(c) {
            return true;
        }
        if path.contains(&c) {
            let text = format!("cyclic inheritance involving {}", self.world.class_display(c));
            self.diags.error(span, "cyclic-inheritance", text);
            for &p in path.iter() {
                self.enter.hierarchies.borrow_mut().insert(p, Some(Vec::new()));
            }
            return false;
        }
        if path.len() > 2000 {
            return true;
        }
        path.push(c);
        let mut ok = true;
        for s in self.super_classes(c) {
            ok &= self.check_acyclic(s, span, path);
            if !ok {
                break;
            }
        }
        if ok && let Owner::Class(o) = self.world.class_raw(c).owner.get() {
            ok = self.check_acyclic(o, span, path);
        }
        path.pop();
        if ok {
            self.enter.acyclic.borrow_mut().insert(c);
        }
        ok
    }

    /// Type variables of a class are made when it is declared; those of class files when the class is read.
    pub(crate) fn ensure_type_params(&self, c: ClassId) {
        self.world.class(c);
    }

    /// Resolves a class's header, once.
    pub(crate) fn complete_header(&self, c: ClassId) {
        if !self.enter.headers.borrow_mut().insert(c) {
            return;
        }
        let w = self.world;
        let sym = w.class_raw(c);
        let Some(decl) = sym.decl.clone() else { return };
        if sym.superclass.get().is_some() {
            return;
        }
        // What is above comes first, as far as it is source: its members' types may be needed as seen from here.
        if let Owner::Class(o) = sym.owner.get() {
            self.complete_header(o);
        }
        let span = sym.span;
        for s in self.super_classes(c) {
            // A member class is looked at only when the classes around it are.
            if matches!(w.class_raw(s).owner.get(), Owner::Class(_))
                && w.outermost_class(s) != w.outermost_class(c)
            {
                self.complete_header(w.outermost_class(s));
            }
        }
        let acyclic = self.check_acyclic(c, span, &mut Vec::new());
        if acyclic {
            for s in self.super_classes(c) {
                if w.is_source(s) {
                    self.complete_header(s);
                }
            }
        }
        self.check_unique_type_params(&decl.type_params, c);
        let env = self.header_env(c);
        let (superclass, interfaces) = if acyclic {
            (self.resolve_superclass(c, &decl, &env), self.resolve_interfaces(&decl, &env))
        } else {
            // What else is wrong with the clauses is said too.
            self.resolve_superclass(c, &decl, &env);
            self.resolve_interfaces(&decl, &env);
            (self.default_superclass(c, decl.kind), Vec::new())
        };
        let _ = sym.superclass.set(superclass);
        let _ = sym.interfaces.set(interfaces);
        let vars = w.type_params(c).to_vec();
        self.resolve_bounds(&decl.type_params, &vars, &env);
        self.resolve_permits(c, &decl, &env);
    }

    fn default_superclass(&self, c: ClassId, kind: TypeDeclKind) -> Option<Ty> {
        let w = self.world;
        match kind {
            TypeDeclKind::Class => (w.class_raw(c).binary.as_str() != "java/lang/Object").then(|| w.object()),
            TypeDeclKind::Interface | TypeDeclKind::Annotation => Some(w.object()),
            TypeDeclKind::Enum => {
                let base = self.needed_class("java/lang/Enum");
                Some(w.type_in(None, base, &[w.raw_type(c)]))
            }
            TypeDeclKind::Record => Some(w.raw_type(self.needed_class("java/lang/Record"))),
        }
    }

    /// A class that the language itself names.
    pub(crate) fn needed_class(&self, binary: &str) -> ClassId {
        match self.load_class(Name::new(binary)) {
            Some(c) => c,
            None => self.world.class_named(binary),
        }
    }

    fn resolve_superclass(&self, c: ClassId, decl: &TypeDecl, env: &Env) -> Option<Ty> {
        let w = self.world;
        let default = self.default_superclass(c, decl.kind);
        let (TypeDeclKind::Class, Some(node)) = (decl.kind, &decl.extends) else { return default };
        match self.resolve_base(env, node, false) {
            Some(t) => {
                let base = w.class_of(t).map(|b| w.class(b));
                if let Some(b) = base {
                    if b.has(flags::FINAL) {
                        let text = format!("cannot inherit from final {}", w.class_display(b.id));
                        self.diags.error(base_span(node), "cant-inherit-from-final", text);
                    }
                    if b.binary.as_str() == "java/lang/Record" {
                        let text = "classes cannot directly extend Record";
                        self.diags.error(w.class_raw(c).span, "invalid-supertype-record", text);
                    }
                }
                Some(t)
            }
            None => default,
        }
    }

    /// A type of an `extends` or `implements` clause: a class type, its arguments no wildcards, a class or an interface as asked.
    fn resolve_base(&self, env: &Env, node: &TypeNode, interface: bool) -> Option<Ty> {
        let w = self.world;
        let t = self.resolve_mode(env, node, Mode::Early);
        let span = base_span(node);
        match w.kind(t) {
            TyKind::Error => None,
            TyKind::Class { class, args, .. } => {
                if let Some(i) = args.iter().position(|&a| matches!(w.kind(a), TyKind::Wildcard(..))) {
                    let p = Printer::new(w);
                    let text = format!(
                        "unexpected type\n  required: class or interface without bounds\n  found:    {}",
                        p.ty(args[i])
                    );
                    self.diags.error(span, "type-found-req", p.finish(text));
                    return None;
                }
                let is_interface = w.class(*class).is_interface();
                if interface && !is_interface {
                    self.diags.error(span, "intf-expected-here", "interface expected here");
                    return None;
                }
                if !interface && is_interface {
                    self.diags.error(span, "no-intf-expected-here", "no interface expected here");
                    return None;
                }
                Some(t)
            }
            TyKind::Var(_) => {
                let p = Printer::new(w);
                let text =
                    format!("unexpected type\n  required: class\n  found:    type parameter {}", p.ty(t));
                self.diags.error(span, "type-found-req", p.finish(text));
                None
            }
            _ => {
                let text = format!("unexpected type\n  required: class\n  found:    {}", w.display(t));
                self.diags.error(span, "type-found-req", text);
                None
            }
        }
    }

    fn resolve_interfaces(&self, decl: &TypeDecl, env: &Env) -> Vec<Ty> {
        let w = self.world;
        let mut list: Vec<Ty> = Vec::new();
        if decl.kind == TypeDeclKind::Annotation {
            list.push(w.raw_type(self.needed_class("java/lang/annotation/Annotation")));
        }
        for node in &decl.interfaces {
            let Some(t) = self.resolve_base(env, node, true) else { continue };
            if list.iter().any(|&o| w.class_of(o) == w.class_of(t)) {
                self.diags.error(base_span(node), "repeated-interface", "repeated interface");
                continue;
            }
            list.push(t);
        }
        list
    }

    fn check_unique_type_params(&self, params: &[TypeParam], c: ClassId) {
        for (i, p) in params.iter().enumerate() {
            if params[..i].iter().any(|o| o.name.name == p.name.name) {
                let w = self.world;
                let text = format!(
                    "type variable {} is already defined in {} {}",
                    p.name.name,
                    w.kind_name(c),
                    w.class_display(c)
                );
                self.diags.error(p.name.span, "already-defined", text);
            }
        }
    }

    /// Resolves the bounds of type parameters (JLS 4.4).
    pub(crate) fn resolve_bounds(&self, params: &[TypeParam], vars: &[TypeVarId], env: &Env) {
        let w = self.world;
        for (p, &v) in params.iter().zip(vars) {
            let mut bounds: Vec<Ty> = Vec::new();
            for (i, node) in p.bounds.iter().enumerate() {
                let t = self.resolve_mode(env, node, Mode::Early);
                let span = base_span(node);
                match w.kind(t) {
                    TyKind::Error => continue,
                    _ if t.is_primitive() || t == Ty::VOID || w.elem_type(t).is_some() => {
                        let text =
                            format!("unexpected type\n  required: class\n  found:    {}", w.display(t));
                        self.diags.error(span, "type-found-req", text);
                        continue;
                    }
                    TyKind::Var(_) if p.bounds.len() > 1 => {
                        if i == 0 {
                            let text = "a type variable may not be followed by other bounds";
                            self.diags.error(
                                p.bounds[1].span,
                                "type-var-may-not-be-followed-by-other-bounds",
                                text,
                            );
                            bounds.push(t);
                            break;
                        }
                        let pr = Printer::new(w);
                        let text = format!(
                            "unexpected type\n  required: class\n  found:    type parameter {}",
                            pr.ty(t)
                        );
                        self.diags.error(span, "type-found-req", pr.finish(text));
                        continue;
                    }
                    _ => {}
                }
                if i > 0 && !w.is_interface_type(t) {
                    self.diags.error(span, "intf-expected-here", "interface expected here");
                    continue;
                }
                if bounds.iter().any(|&o| w.erasure(o) == w.erasure(t)) {
                    self.diags.error(span, "repeated-interface", "repeated interface");
                    continue;
                }
                bounds.push(t);
            }
            let unresolved = bounds.is_empty() && !p.bounds.is_empty();
            w.type_var(v).upper.set(if unresolved { Ty::ERROR } else { w.intersection(bounds) });
        }
        // T extends U, U extends T.
        for (p, &v) in params.iter().zip(vars) {
            let mut seen = vec![v];
            let mut t = w.type_var(v).upper.get();
            while let TyKind::Var(u) = w.kind(t) {
                if seen.contains(u) {
                    let pr = Printer::new(w);
                    w.type_var(v).upper.set(w.var_type(v));
                    let text = format!("cyclic inheritance involving {}", pr.ty(w.var_type(v)));
                    let text = pr.finish(text);
                    for &s in &seen {
                        w.type_var(s).upper.set(Ty::ERROR);
                    }
                    self.diags.error(p.name.span, "cyclic-inheritance", text);
                    break;
                }
                seen.push(*u);
                t = w.type_var(*u).upper.get();
            }
        }
    }

    fn resolve_permits(&self, c: ClassId, decl: &Rc<TypeDecl>, env: &Env) {
        let w = self.world;
        let sym = w.class_raw(c);
        for node in &decl.permits {
            let t = self.resolve_mode(env, node, Mode::Early);
            if let Some(p) = w.class_of(t) {
                sym.permitted.borrow_mut().push(p);
            }
        }
        // Without `permits` the subclasses in the same file are the permitted ones (JLS 8.1.6).
        for s in self.super_classes(c) {
            let sup = w.class_raw(s);
            if w.is_source(s)
                && sup.has(flags::SEALED)
                && !sup.has(flags::ENUM)
                && sup.decl.as_ref().is_some_and(|d| d.permits.is_empty())
                && sup.span.file == sym.span.file
                && !matches!(sym.owner.get(), Owner::Method(..))
                && !sup.permitted.borrow().contains(&c)
            {
                sup.permitted.borrow_mut().push(c);
            }
        }
    }
}

/// Messages about a supertype point at its class's name, not at its arguments.
pub(crate) fn base_span(node: &TypeNode) -> Span {
    match &node.kind {
        TypeNodeKind::Named(segments) => match segments.last() {
            Some(last) if segments.len() > 1 => node.span.with_at(last.name.span.at),
            _ => node.span.with_at(node.span.lo),
        },
        _ => node.span,
    }
}
