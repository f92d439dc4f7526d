//! Checks of methods and fields, done when attribution comes to them.

use crate::Ctx;
use rvm_model::Printer;
use rvm_model::symbols::*;
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::Span;
use rvm_syntax::tree::{MethodDecl, flags::*};

impl<'a> Ctx<'a> {
    /// Checks a field's declaration.
    pub fn check_field(&self, f: FieldId) {
        let sym = self.world.field(f);
        if let Some(d) = &sym.decl
            && let Some(node) = &d.ty
        {
            self.validate_type(node, sym.ty.get());
        }
    }

    /// Constants without a body are instances of the enum itself, which must not be abstract then.
    pub(super) fn check_constants(&self, c: ClassId, decl: &rvm_syntax::tree::TypeDecl) {
        let w = self.world;
        if !w.class(c).has(ENUM | ABSTRACT) {
            return;
        }
        for k in decl.constants.iter().filter(|k| k.body.is_none()) {
            let text = format!("{} is abstract; cannot be instantiated", w.class_display(c));
            self.diags.error(k.name.span, "abstract-cant-be-instantiated", text);
        }
    }

    /// Checks a method's or constructor's declaration but for its body.
    pub fn check_method(&self, m: MethodId) {
        let w = self.world;
        let sym = w.method(m);
        let Some(decl) = sym.decl.clone() else { return };
        let class = w.class(sym.class);
        if class.has(ENUM) && sym.name.as_str() == "finalize" && sym.params.is_empty() {
            self.diags.error(sym.span, "enum-no-finalize", "enums cannot have finalize methods");
            return;
        }
        self.check_override_clashes(m);
        self.check_overrides(m);
        if sym.has(DEFAULT) && w.overrides_object_method(m) {
            let text = format!(
                "default method {} in interface {} overrides a member of java.lang.Object",
                sym.name,
                w.class_display(sym.class)
            );
            self.diags.error(sym.span, "default-overrides-object-member", text);
        }
        self.validate_signature(sym, &decl);
        if class.has(RECORD) {
            self.check_record_member(m, sym, &decl);
        }
        if class.has(ANNOTATION) {
            self.check_element(sym, &decl);
        }
        self.check_safe_varargs(m, sym, &decl);
        for (node, &t) in decl.throws.iter().zip(&sym.throws) {
            self.check_throwable(node.span, t);
        }
        self.check_body(sym, &decl, class);
    }

    fn validate_signature(&self, sym: &MethodSym, decl: &MethodDecl) {
        let w = self.world;
        if !decl.compact {
            for (p, &t) in decl.params.iter().zip(&sym.params) {
                if let Some(node) = &p.ty {
                    self.validate_type(node, t);
                }
            }
        }
        for (p, &v) in decl.type_params.iter().zip(&sym.type_params) {
            self.validate_bounds_of(p, w.type_var(v).upper.get());
        }
        if let Some(node) = &decl.ret {
            self.validate_type(node, sym.ret);
        }
    }

    /// `throws` and `catch` take Throwables only.
    pub fn check_throwable(&self, span: Span, t: Ty) -> bool {
        let w = self.world;
        let throwable = w.raw_type(self.needed_class("java/lang/Throwable"));
        if t == Ty::ERROR || w.is_subtype(t, throwable) {
            return true;
        }
        let p = Printer::new(w);
        let text = format!("incompatible types: {} cannot be converted to Throwable", p.ty(t));
        self.diags.error(span, "incompatible-types", p.finish(text));
        false
    }

    fn check_body(&self, sym: &MethodSym, decl: &MethodDecl, class: &ClassSym) {
        let bits = sym.flags.get();
        let interface = class.is_interface();
        match &decl.body {
            None => {
                let needs_body = if interface {
                    bits & (DEFAULT | STATIC | PRIVATE) != 0
                } else {
                    bits & (ABSTRACT | NATIVE) == 0
                };
                if needs_body {
                    let text = "missing method body, or declare abstract";
                    self.diags.error(sym.span, "missing-meth-body-or-decl-abstract", text);
                }
            }
            Some(body) => {
                if interface && bits & (DEFAULT | STATIC | PRIVATE) == 0 {
                    let text = "interface abstract methods cannot have body";
                    let span = Span { at: body.span.lo, ..body.span };
                    self.diags.error(span, "intf-abstract-meth-cant-have-body", text);
                } else if bits & ABSTRACT != 0 && !interface {
                    let text = "abstract methods cannot have a body";
                    self.diags.error(sym.span, "abstract-meth-cant-have-body", text);
                } else if bits & NATIVE != 0 {
                    let text = "native methods cannot have a body";
                    self.diags.error(sym.span, "native-meth-cant-have-body", text);
                }
            }
        }
    }

    // ---- annotation elements (JLS 9.6.1) ----

    fn check_element(&self, sym: &MethodSym, decl: &MethodDecl) {
        let w = self.world;
        if let Some(p) = decl.params.first() {
            let text = "elements in annotation type declarations cannot declare formal parameters";
            self.diags.error(p.span.with_at(p.name.span.at), "intf-annotation-members-args", text);
        }
        if let Some(p) = decl.type_params.first() {
            let text = "elements in annotation type declarations cannot be generic methods";
            self.diags.error(p.name.span, "intf-annotation-members-generic", text);
        }
        if let Some(node) = &decl.ret
            && !self.is_element_type(sym.ret)
        {
            let text = "invalid type for annotation type element";
            self.diags.error(node.span, "invalid-annotation-member-element", text);
        }
        if let Some(t) = decl.throws.first() {
            let text = "throws clause not allowed in @interface members";
            self.diags.error(t.span, "throws-not-allowed-in-intf-annotation", text);
        }
        let clash = ["java/lang/annotation/Annotation", "java/lang/Object"].into_iter().find(|n| {
            let c = self.needed_class(n);
            w.methods_named(c, sym.name).iter().any(|&m| {
                let o = w.method(m);
                o.params.is_empty() && sym.params.is_empty() && o.flags.get() & (PUBLIC | PROTECTED) != 0
            })
        });
        if let Some(n) = clash {
            let text = format!(
                "annotation type {} declares an element with the same name as method {}()",
                w.class_display(self.needed_class(n)),
                sym.name
            );
            self.diags.error(sym.span, "intf-annotation-member-clash", text);
        }
    }

    fn is_element_type(&self, t: Ty) -> bool {
        let w = self.world;
        let t = w.elem_type(t).unwrap_or(t);
        if t.is_primitive() || t == Ty::ERROR || t == w.string() {
            return true;
        }
        let TyKind::Class { class, .. } = w.kind(t) else { return false };
        let sym = w.class(*class);
        sym.flags.get() & (ENUM | ANNOTATION) != 0 || sym.binary.as_str() == "java/lang/Class"
    }

    // ---- records (JLS 8.10) ----

    fn check_record_member(&self, m: MethodId, sym: &MethodSym, decl: &MethodDecl) {
        let w = self.world;
        let c = sym.class;
        let name = w.class_display(c);
        let canonical = self.canonical_constructor(c) == Some(m);
        if sym.is_constructor() {
            if canonical {
                if let Some(why) = self.canonical_flaw(sym, decl) {
                    let kind =
                        if decl.compact && !why.starts_with("attempting") { "compact" } else { "canonical" };
                    let text = format!("invalid {kind} constructor in record {name}\n  ({why})");
                    let span = if why.starts_with("type and arity") {
                        decl.params.last().map_or(sym.span, |p| p.span.with_at(p.name.span.at))
                    } else {
                        sym.span
                    };
                    self.diags.error(span, "invalid-canonical-constructor-in-record", text);
                }
            } else if !self.starts_with_this(decl) {
                let text = format!(
                    "constructor is not canonical, so its first statement must invoke another constructor of class {name}"
                );
                let key = "first-statement-must-be-call-to-another-constructor";
                self.diags.error(sym.span, key, text);
            }
            return;
        }
        if !sym.params.is_empty() {
            return;
        }
        let Some(f) = w.components(c).into_iter().find(|&f| w.field(f).name == sym.name) else { return };
        let why = if !sym.has(PUBLIC) {
            "accessor method must be public".to_string()
        } else if !w.same_type(sym.ret, w.field(f).ty.get()) {
            format!(
                "return type of accessor method {}() must match the type of record component {}",
                sym.name, sym.name
            )
        } else if !decl.throws.is_empty() {
            "throws clause not allowed for accessor method".to_string()
        } else if !decl.type_params.is_empty() {
            "accessor method must not be generic".to_string()
        } else if sym.has(STATIC) {
            "accessor method must not be static".to_string()
        } else {
            return;
        };
        let text = format!("invalid accessor method in record {name}\n  ({why})");
        self.diags.error(sym.span, "invalid-accessor-method-in-record", text);
    }

    fn canonical_flaw(&self, sym: &MethodSym, decl: &MethodDecl) -> Option<String> {
        let w = self.world;
        let class = w.class(sym.class);
        let rank = |bits: u32| match bits & (PUBLIC | PROTECTED | PRIVATE) {
            PUBLIC => 0,
            PROTECTED => 1,
            PRIVATE => 3,
            _ => 2,
        };
        let wanted = class.flags.get();
        if rank(sym.flags.get()) > rank(wanted) {
            let was = match rank(wanted) {
                0 => "public",
                1 => "protected",
                2 => "package",
                _ => "private",
            };
            return Some(format!("attempting to assign stronger access privileges; was {was}"));
        }
        if !decl.type_params.is_empty() {
            return Some("canonical constructor must not declare type variables".into());
        }
        if !decl.throws.is_empty() {
            let kind = if decl.compact { "compact" } else { "canonical" };
            return Some(format!("throws clause not allowed for {kind} constructor"));
        }
        if !decl.compact {
            let components = w.components(sym.class);
            let record_varargs =
                class.decl.as_ref().and_then(|d| d.components.last()).is_some_and(|p| p.varargs);
            let types_match =
                components.iter().zip(&sym.params).all(|(&f, &t)| w.same_type(w.field(f).ty.get(), t));
            if !types_match || record_varargs != sym.has(VARARGS) {
                return Some("type and arity must match that of the corresponding record component".into());
            }
            if components.iter().zip(&sym.param_names).any(|(&f, &n)| w.field(f).name != n) {
                return Some("invalid parameter names in canonical constructor".into());
            }
        }
        if let Some(body) = &decl.body
            && self.first_call(body).is_some()
        {
            return Some("canonical constructor must not contain explicit constructor invocation".into());
        }
        None
    }

    /// `this` or `super` if the body begins with such a call.
    pub(super) fn first_call(&self, body: &rvm_syntax::tree::Block) -> Option<rvm_syntax::tree::Ident> {
        use rvm_syntax::tree::{ExprKind, StmtKind};
        match body.stmts.first().map(|s| &s.kind) {
            Some(StmtKind::Expr(e)) => match &e.kind {
                ExprKind::Call(_, _, id, _) if matches!(id.name.as_str(), "this" | "super") => Some(*id),
                _ => None,
            },
            _ => None,
        }
    }

    fn starts_with_this(&self, decl: &MethodDecl) -> bool {
        decl.body.as_ref().is_some_and(|b| self.first_call(b).is_some_and(|id| id.name.as_str() == "this"))
    }

    /// `@SafeVarargs` (JLS 9.6.4.7).
    fn check_safe_varargs(&self, m: MethodId, sym: &MethodSym, decl: &MethodDecl) {
        let w = self.world;
        let env = self.class_env(sym.class);
        if self.annotation_span(&decl.modifiers.annotations, &env, "java/lang/SafeVarargs").is_none() {
            return;
        }
        let what = if sym.is_constructor() { "Constructor" } else { "Method" };
        let shown = w.method_display(m);
        let text = if !sym.has(VARARGS) {
            format!("Invalid SafeVarargs annotation. {what} {shown} is not a varargs method.")
        } else if !sym.is_constructor() && sym.flags.get() & (STATIC | FINAL | PRIVATE) == 0 {
            let which = if self.options.release < 9 { "not final" } else { "neither final nor private" };
            format!("Invalid SafeVarargs annotation. Instance method {shown} is {which}.")
        } else if self.options.release < 9 && !sym.is_constructor() && sym.flags.get() & (STATIC | FINAL) == 0
        {
            format!("Invalid SafeVarargs annotation. Instance method {shown} is not final.")
        } else {
            return;
        };
        self.diags.error(sym.span, "varargs-invalid-trustme-anno", text);
    }
}
