//! Named warnings about declarations and types as written: raw types, missing annotations, serialVersionUID, `equals` without `hashCode`.

use crate::Ctx;
use rvm_model::Printer;
use rvm_model::symbols::*;
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::Span;
use rvm_syntax::lint::Lint;
use rvm_syntax::tree::{Modifiers, TypeDecl, TypeNode, TypeNodeKind, flags};

impl<'a> Ctx<'a> {
    /// Raw types in a type as written; `top` says whether the type itself may not be one.
    pub(crate) fn lint_raw(&self, node: &TypeNode, ty: Ty, top: bool) {
        if !self.diags.wants(Lint::Rawtypes, node.span) {
            return;
        }
        let w = self.world;
        match (&node.kind, w.kind(ty)) {
            (TypeNodeKind::Array(e), TyKind::Array(t)) => self.lint_raw(e, *t, top),
            (TypeNodeKind::Wildcard(Some((_, b))), TyKind::Wildcard(_, t)) => self.lint_raw(b, *t, true),
            (TypeNodeKind::Intersection(parts), TyKind::Intersection(types)) => {
                parts.iter().zip(types.iter()).for_each(|(p, &t)| self.lint_raw(p, t, top));
            }
            (TypeNodeKind::Named(segments), TyKind::Class { args, class, .. }) => {
                let Some(last) = segments.last() else { return };
                if let Some(nodes) = &last.args {
                    nodes.iter().zip(args.iter()).for_each(|(n, &t)| self.lint_raw(n, t, true));
                } else if top && w.is_raw(ty) {
                    let p = Printer::new(w);
                    let generic = w.class_type(*class);
                    let text = format!(
                        "found raw type: {}\n  missing type arguments for generic class {}",
                        p.ty(ty),
                        p.ty(generic)
                    );
                    self.diags.lint(Lint::Rawtypes, node.span, "raw-class-use", p.finish(text));
                }
            }
            _ => {}
        }
    }

    /// The header of a class, before its members.
    pub(crate) fn lint_class_header(&self, c: ClassId, decl: &TypeDecl) {
        let w = self.world;
        if decl.modifiers.flags & flags::STRICTFP != 0 {
            self.lint_strictfp(w.class(c).span);
        }
        self.lint_type_params(&decl.type_params, w.type_params(c));
        if let (Some(node), Some(t)) = (&decl.extends, w.superclass(c)) {
            self.lint_raw(node, t, true);
        }
        for (node, &t) in decl.interfaces.iter().zip(w.interfaces(c)) {
            self.lint_raw(node, t, true);
        }
    }

    fn lint_type_params(&self, nodes: &[rvm_syntax::tree::TypeParam], vars: &[TypeVarId]) {
        let w = self.world;
        for (p, &v) in nodes.iter().zip(vars) {
            let bounds = w.components_of(w.type_var(v).upper.get());
            p.bounds.iter().zip(bounds).for_each(|(n, t)| self.lint_raw(n, t, true));
        }
    }

    /// What a method's header names.
    pub(crate) fn lint_method_header(&self, m: MethodId) {
        let w = self.world;
        let sym = w.method(m);
        let Some(decl) = &sym.decl else { return };
        self.lint_type_params(&decl.type_params, &sym.type_params);
        for (p, &t) in decl.params.iter().zip(&sym.params) {
            if let Some(n) = &p.ty {
                self.lint_raw(n, t, true);
            }
        }
        if let Some(n) = &decl.ret {
            self.lint_raw(n, sym.ret, true);
        }
        self.lint_dep_ann(&decl.modifiers, decl.span);
        if decl.modifiers.flags & flags::STRICTFP != 0 {
            self.lint_strictfp(sym.span);
        }
        self.lint_heap_pollution(m);
    }

    fn lint_strictfp(&self, span: Span) {
        if self.options.release >= 17 {
            let text = "as of release 17, all floating-point expressions are evaluated strictly and 'strictfp' is not required";
            self.diags.lint(Lint::Strictfp, span, "strictfp", text);
        }
    }

    /// A variable-arity parameter whose array cannot be checked (JLS 8.4.1).
    fn lint_heap_pollution(&self, m: MethodId) {
        let w = self.world;
        let sym = w.method(m);
        let Some(decl) = &sym.decl else { return };
        let (Some(p), Some(&ty)) = (decl.params.last(), sym.params.last()) else { return };
        if !p.varargs || !self.diags.wants(Lint::Unchecked, p.span) {
            return;
        }
        let elem = w.elem_type(ty).unwrap_or(ty);
        let safe = sym
            .annotations
            .borrow()
            .iter()
            .any(|a| w.class_raw(a.class).binary.as_str() == "java/lang/SafeVarargs");
        if !safe && !w.is_reifiable(elem) {
            let printer = Printer::new(w);
            let text = format!("Possible heap pollution from parameterized vararg type {}", printer.ty(elem));
            let key = "unchecked-varargs-non-reifiable-type";
            self.diags.lint(Lint::Unchecked, p.span, key, printer.finish(text));
        }
    }

    /// `@deprecated` in a comment without the annotation.
    pub(crate) fn lint_dep_ann(&self, modifiers: &Modifiers, span: Span) {
        if modifiers.flags & flags::DEPRECATED != 0 && !self.is_deprecated(modifiers) {
            let text = "deprecated item is not annotated with @Deprecated";
            self.diags.lint(Lint::DepAnn, span, "missing-deprecated-annotation", text);
        }
    }

    /// A class whose members were looked at.
    pub(crate) fn lint_class(&self, c: ClassId, decl: &TypeDecl) {
        let w = self.world;
        let sym = w.class(c);
        self.lint_dep_ann(&decl.modifiers, sym.span);
        let anonymous = sym.name.as_str().is_empty();
        if !anonymous && sym.flags.get() & (flags::ENUM | flags::INTERFACE | flags::RECORD) == 0 {
            self.lint_serial(c, sym.span);
        }
        if !anonymous && !sym.is_interface() {
            self.lint_overrides(c, sym.span);
        }
    }

    fn lint_serial(&self, c: ClassId, span: Span) {
        let w = self.world;
        if !self.diags.wants(Lint::Serial, span) {
            return;
        }
        let serializable = w.class_named("java/io/Serializable");
        if !w.is_sub_class(c, serializable) {
            return;
        }
        let name = w.class_display(c);
        let Some(f) = w.field_named(c, rvm_syntax::Name::new("serialVersionUID")) else {
            let text = format!("serializable class {name} has no definition of serialVersionUID");
            self.diags.lint(Lint::Serial, span, "missing-svuid", text);
            return;
        };
        let field = w.field(f);
        if !field.has(flags::STATIC | flags::FINAL) {
            let text = format!("serialVersionUID must be declared static final in class {name}");
            self.diags.lint(Lint::Serial, field.span, "improper-svuid", text);
        } else if field.ty.get() != Ty::LONG {
            let text = format!("serialVersionUID must be of type long in class {name}");
            self.diags.lint(Lint::Serial, field.span, "long-svuid", text);
        } else if self.constant_of_field(f).is_none() {
            let text = format!("serialVersionUID must be constant in class {name}");
            self.diags.lint(Lint::Serial, field.span, "constant-svuid", text);
        }
    }

    fn lint_overrides(&self, c: ClassId, span: Span) {
        let w = self.world;
        if !self.diags.wants(Lint::Overrides, span) {
            return;
        }
        let object = w.object_class();
        let declares = |c: ClassId, name: &str| {
            w.methods_named(c, rvm_syntax::Name::new(name)).into_iter().any(|m| {
                let sym = w.method(m);
                sym.class == c
                    && !sym.has(flags::STATIC)
                    && match name {
                        "equals" => sym.params.len() == 1 && sym.params[0] == w.object(),
                        _ => sym.params.is_empty(),
                    }
            })
        };
        if !declares(c, "equals") {
            return;
        }
        let mut k = Some(c);
        while let Some(at) = k.filter(|&k| k != object) {
            if declares(at, "hashCode") {
                return;
            }
            k = w.superclass_class(at);
        }
        let text = format!(
            "Class {} overrides equals, but neither it nor any superclass overrides hashCode method",
            w.class_display(c)
        );
        self.diags.lint(Lint::Overrides, span, "override-equals-but-not-hashcode", text);
    }

    /// `m(String[])` overrides `m(String...)`, or the other way round.
    pub(crate) fn warn_varargs_override(&self, m: MethodId, other: MethodId, span: Span) {
        let w = self.world;
        let (a, b) = (w.method(m), w.method(other));
        if a.has(flags::VARARGS) == b.has(flags::VARARGS) {
            return;
        }
        let p = Printer::new(w);
        let why = if a.has(flags::VARARGS) {
            "overridden method has no '...'"
        } else {
            "overriding method is missing '...'"
        };
        let text = format!(
            "{} in {} overrides {} in {}; {why}",
            p.method(m),
            p.class(a.class),
            p.method(other),
            p.class(b.class)
        );
        self.diags.warn(span, "override-varargs", p.finish(text));
    }
}
