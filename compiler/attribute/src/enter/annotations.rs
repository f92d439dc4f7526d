//! Annotations of declarations (JLS 9.6, 9.7): resolved, their values checked and kept for the class file.

use super::Annotated;
use super::type_annotations::{
    header_has_annotations, method_has_annotations, params_have_annotations, type_has_annotations,
};
use crate::Ctx;
use crate::scope::{Env, Mode};
use rvm_model::Printer;
use rvm_model::hir::{self, AnnotationValue, ExprKind};
use rvm_model::symbols::*;
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::tree::{
    self, ElementValue, Modifiers, TypeDeclKind, TypeNode, TypeNodeKind, TypeSegment, flags,
};
use rvm_syntax::{Name, Span};

/// What an annotation stands at, for `@Target` (JLS 9.6.4.1).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names are the language's")]
pub enum Site {
    Type,
    AnnotationType,
    Field,
    /// A method with a result.
    Method,
    VoidMethod,
    Constructor,
    Parameter,
    Local,
    TypeParameter,
    RecordComponent,
    /// The component alone, without what is made of it.
    ComponentItself,
    Package,
    Module,
    /// A type where it is used.
    TypeUse,
}

impl Site {
    /// Names of `ElementType` constants, the first being the declaration's own; the flag says that a type use is as good.
    fn targets(self) -> (&'static [&'static str], bool) {
        match self {
            Site::Type => (&["TYPE", "TYPE_USE"], true),
            Site::AnnotationType => (&["TYPE", "ANNOTATION_TYPE", "TYPE_USE"], true),
            Site::Field => (&["FIELD"], true),
            Site::Method => (&["METHOD"], true),
            Site::VoidMethod => (&["METHOD"], false),
            Site::Constructor => (&["CONSTRUCTOR"], true),
            Site::Parameter => (&["PARAMETER"], true),
            Site::Local => (&["LOCAL_VARIABLE"], true),
            Site::TypeParameter => (&["TYPE_PARAMETER", "TYPE_USE"], true),
            Site::RecordComponent => (&["RECORD_COMPONENT", "FIELD", "METHOD", "PARAMETER"], true),
            Site::ComponentItself => (&["RECORD_COMPONENT"], false),
            Site::Package => (&["PACKAGE"], false),
            Site::Module => (&["MODULE"], false),
            Site::TypeUse => (&["TYPE_USE"], false),
        }
    }
}

/// A resolved annotation with its tree.
struct Resolved<'t> {
    tree: &'t tree::Annotation,
    value: hir::Annotation,
}

impl<'a> Ctx<'a> {
    /// Whether `@Deprecated` is among the modifiers; by name, as flags are needed before names mean anything.
    pub(crate) fn is_deprecated(&self, m: &Modifiers) -> bool {
        m.annotations.iter().any(|a| {
            let path: Vec<&str> = a.name.iter().map(|i| i.name.as_str()).collect();
            path == ["Deprecated"] || path == ["java", "lang", "Deprecated"]
        })
    }

    /// Resolves the annotations of all that was entered since the last time; then what javac checks only when all are resolved.
    pub(super) fn flush_annotations(&self) {
        loop {
            let queue = std::mem::take(&mut *self.enter.annotation_queue.borrow_mut());
            if queue.is_empty() {
                break;
            }
            for &item in &queue {
                if let Annotated::Class(c) = item {
                    self.annotate_class(c);
                }
                match item {
                    Annotated::Class(_) => {}
                    Annotated::Field(f) => self.annotate_field(f),
                    Annotated::Method(m) => self.annotate_method(m),
                }
            }
            for item in queue {
                self.validate_annotated(item);
            }
        }
    }

    fn annotate_class(&self, c: ClassId) {
        let w = self.world;
        let sym = w.class_raw(c);
        let Some(decl) = &sym.decl else { return };
        if header_has_annotations(decl) {
            self.type_annotate_class(c, decl);
        }
        if decl.modifiers.annotations.is_empty() {
            return;
        }
        let Some(env) = self.outer_env(c) else { return };
        let kept = self.keep(&self.resolve_all(&env, &decl.modifiers.annotations), class_site(decl.kind));
        *sym.annotations.borrow_mut() = kept;
    }

    fn annotate_field(&self, f: FieldId) {
        let w = self.world;
        let sym = w.field(f);
        let env = self.class_env(sym.class);
        let env = if sym.has(flags::STATIC) { env.with_static() } else { env };
        let constant;
        let component;
        let list: &[tree::Annotation] = if let Some(d) = &sym.decl {
            &d.modifiers.annotations
        } else if let Some((decl, i)) = self.enum_constant_tree(f) {
            constant = decl;
            &constant.constants[i].modifiers.annotations
        } else if let Some(p) = self.component_tree(sym.class, sym.name) {
            component = p;
            &component.modifiers.annotations
        } else {
            return;
        };
        if !list.is_empty() {
            let all = self.resolve_all(&env, list);
            *sym.annotations.borrow_mut() = self.keep(&all, Site::Field);
            if sym.decl.is_none() && !sym.has(flags::ENUM) {
                *sym.component_annotations.borrow_mut() = self.keep(&all, Site::ComponentItself);
            }
        }
        let component = self.component_tree(sym.class, sym.name).filter(|_| sym.decl.is_none());
        let node = match (&sym.decl, &component) {
            (Some(d), _) => d.ty.as_ref(),
            (None, Some(p)) => p.ty.as_ref(),
            _ => None,
        };
        if let Some(node) = node.filter(|n| type_has_annotations(n, list)) {
            self.type_annotate_field(f, &env, node, list);
        }
    }

    /// The tree of a record component.
    pub(crate) fn component_tree(&self, c: ClassId, name: Name) -> Option<tree::Param> {
        let decl = self.world.class_raw(c).decl.as_ref()?;
        decl.components.iter().find(|p| p.name.name == name).cloned()
    }

    fn annotate_method(&self, m: MethodId) {
        let w = self.world;
        let sym = w.method(m);
        let env = self.method_env(m);
        let Some(decl) = &sym.decl else {
            // The accessor of a record component.
            let components =
                w.class_raw(sym.class).decl.as_ref().map(|d| d.components.clone()).unwrap_or_default();
            if !params_have_annotations(&components) {
                return;
            }
            if sym.is_constructor() {
                let all: Vec<Vec<hir::Annotation>> = components
                    .iter()
                    .map(|p| self.keep(&self.resolve_all(&env, &p.modifiers.annotations), Site::Parameter))
                    .collect();
                if all.iter().any(|l| !l.is_empty()) {
                    *sym.param_annotations.borrow_mut() = all;
                }
            } else if let Some(p) = self.component_tree(sym.class, sym.name) {
                *sym.annotations.borrow_mut() =
                    self.keep(&self.resolve_all(&env, &p.modifiers.annotations), Site::Method);
            }
            self.type_annotate_implicit(m, &env, &components);
            return;
        };
        let site = method_site(sym);
        if !decl.modifiers.annotations.is_empty() {
            *sym.annotations.borrow_mut() =
                self.keep(&self.resolve_all(&env, &decl.modifiers.annotations), site);
        }
        let components;
        let params: &[tree::Param] = if decl.compact {
            components =
                w.class_raw(sym.class).decl.as_ref().map(|d| d.components.clone()).unwrap_or_default();
            &components
        } else {
            &decl.params
        };
        if method_has_annotations(decl, params) {
            self.type_annotate_method(m, &env, decl, params);
        }
        if params.iter().any(|p| !p.modifiers.annotations.is_empty()) {
            let all: Vec<Vec<hir::Annotation>> = params
                .iter()
                .map(|p| self.keep(&self.resolve_all(&env, &p.modifiers.annotations), Site::Parameter))
                .collect();
            if all.iter().any(|l| !l.is_empty()) {
                *sym.param_annotations.borrow_mut() = all;
            }
        }
        if let Some(value) = &decl.default {
            if !w.class_raw(sym.class).has(flags::ANNOTATION) {
                return;
            }
            let v = self.element_value(&env, value, sym.ret);
            *sym.default_value.borrow_mut() = v;
        }
    }

    /// Annotations of a local variable, lambda or catch parameter: checked; they do not reach the class file.
    pub fn check_local_annotations(&self, env: &Env, modifiers: &Modifiers, site: Site) {
        if modifiers.annotations.is_empty() {
            return;
        }
        let all = self.resolve_all(env, &modifiers.annotations);
        self.validate(&all, site);
    }

    fn resolve_all<'t>(&self, env: &Env, list: &'t [tree::Annotation]) -> Vec<Resolved<'t>> {
        let mut all: Vec<Resolved<'t>> = Vec::new();
        for tree in list {
            if let Some(value) = self.resolve_annotation(env, tree, None) {
                all.push(Resolved { tree, value });
            }
        }
        self.check_repeated(&all);
        all
    }

    /// Two of a kind need a container (JLS 9.7.5).
    fn check_repeated(&self, all: &[Resolved<'_>]) {
        for (i, a) in all.iter().enumerate() {
            if all[..i].iter().any(|b| b.value.class == a.value.class)
                && self.container_of(a.value.class).is_none()
            {
                let text = format!(
                    "{} is not a repeatable annotation type",
                    self.world.class_display(a.value.class)
                );
                self.diags.error(a.tree.span, "duplicate-annotation-missing-container", text);
            }
        }
    }

    /// The containing annotation interface of a repeatable one.
    fn container_of(&self, c: ClassId) -> Option<ClassId> {
        let meta = self.meta_annotation(c, "java/lang/annotation/Repeatable")?;
        match meta.values.first() {
            Some((_, AnnotationValue::Class(t))) => self.world.class_of(*t),
            _ => None,
        }
    }

    /// An annotation of an annotation interface, which may be one of this run not yet reached by the queue.
    fn meta_annotation(&self, c: ClassId, name: &str) -> Option<hir::Annotation> {
        let w = self.world;
        if w.is_source(c) {
            let pending = {
                let mut queue = self.enter.annotation_queue.borrow_mut();
                let at = queue.iter().position(|i| *i == Annotated::Class(c));
                at.map(|i| queue.remove(i))
            };
            let unresolved = w.class_raw(c).annotations.borrow().is_empty()
                && w.class_raw(c).decl.as_ref().is_some_and(|d| !d.modifiers.annotations.is_empty());
            if pending.is_some() {
                self.annotate_class(c);
                self.enter.annotation_queue.borrow_mut().push(Annotated::Class(c));
            } else if unresolved
                && self.enter.headers.borrow().contains(&c)
                && self.enter.annotating.borrow_mut().insert(c)
            {
                // Under way in this very round: its own errors come at its turn.
                self.diags.speculate(|| self.annotate_class(c));
                self.enter.annotating.borrow_mut().remove(&c);
            }
        }
        w.class_annotations(c).into_iter().find(|a| w.class_raw(a.class).binary.as_str() == name)
    }

    /// Annotations of a type, checked for where they stand.
    pub(super) fn resolve_kept(
        &self,
        env: &Env,
        list: &[tree::Annotation],
        site: Site,
    ) -> Vec<hir::Annotation> {
        let all = self.resolve_all(env, list);
        for a in &all {
            self.validate_elements(a.tree, a.value.class);
            let fits = match self.targets_of(a.value.class) {
                // Without a target it is for declarations.
                None => false,
                Some(list) => list.iter().any(|t| site.targets().0.contains(&t.as_str())),
            };
            if !fits {
                let name = self.world.class_display(a.value.class);
                let text = format!("annotation @{name} not applicable in this type context");
                self.diags.error(a.tree.span, "annotation-type-not-applicable-to-type", text);
            }
        }
        self.keep(&all, site)
    }

    /// Annotations of a declaration that is no symbol, checked.
    pub(crate) fn resolve_checked(
        &self,
        env: &Env,
        list: &[tree::Annotation],
        site: Site,
    ) -> Vec<hir::Annotation> {
        let all = self.resolve_all(env, list);
        self.check_repeated(&all);
        self.validate(&all, site);
        self.keep(&all, site)
    }

    /// Those of a declaration that are annotations of its type.
    pub(super) fn resolve_type_use(&self, env: &Env, list: &[tree::Annotation]) -> Vec<hir::Annotation> {
        let mut all = self.resolve_all(env, list);
        all.retain(|a| self.targets_of(a.value.class).is_some());
        self.keep(&all, Site::TypeUse)
    }

    /// What the class file gets: source-retention ones left out, type annotations too, repeated ones in their container.
    fn keep(&self, all: &[Resolved<'_>], site: Site) -> Vec<hir::Annotation> {
        let mut kept: Vec<hir::Annotation> = Vec::new();
        for (i, a) in all.iter().enumerate() {
            if !self.is_declaration_annotation(a.value.class, site) {
                continue;
            }
            let same: Vec<&Resolved<'_>> = all.iter().filter(|b| b.value.class == a.value.class).collect();
            if same.len() == 1 {
                kept.push(a.value.clone());
                continue;
            }
            if all[..i].iter().any(|b| b.value.class == a.value.class) {
                continue;
            }
            if let Some(container) = self.container_of(a.value.class) {
                let list =
                    same.iter().map(|b| AnnotationValue::Annotation(Box::new(b.value.clone()))).collect();
                kept.push(hir::Annotation {
                    class: container,
                    values: vec![(Name::new("value"), AnnotationValue::Array(list))],
                    runtime: self.retention(container),
                });
            }
        }
        kept
    }

    /// None: SOURCE; otherwise whether RUNTIME.
    fn retention(&self, c: ClassId) -> Option<bool> {
        // A source's is read off the tree: Retention and Target stand at each other and at themselves.
        if let Some(decl) = self.world.class_raw(c).decl.as_ref() {
            let written = decl
                .modifiers
                .annotations
                .iter()
                .find(|a| a.name.last().is_some_and(|n| n.name.as_str() == "Retention"));
            let value = match written.and_then(|a| a.args.first()) {
                Some((_, ElementValue::Expr(e))) => match &strip(e).kind {
                    tree::ExprKind::Name(n) => Some(*n),
                    tree::ExprKind::Select(_, n) => Some(n.name),
                    _ => None,
                },
                _ => None,
            };
            return match value.map(Name::as_str) {
                Some("SOURCE") => None,
                Some("RUNTIME") => Some(true),
                _ => Some(false),
            };
        }
        let Some(meta) = self.meta_annotation(c, "java/lang/annotation/Retention") else {
            return Some(false);
        };
        match meta.values.first() {
            Some((_, AnnotationValue::Enum(f))) => match self.world.field(*f).name.as_str() {
                "SOURCE" => None,
                "RUNTIME" => Some(true),
                _ => Some(false),
            },
            _ => Some(false),
        }
    }

    fn targets_of(&self, c: ClassId) -> Option<Vec<Name>> {
        let meta = self.meta_annotation(c, "java/lang/annotation/Target")?;
        let mut names = Vec::new();
        let mut add = |v: &AnnotationValue| {
            if let AnnotationValue::Enum(f) = v {
                names.push(self.world.field(*f).name);
            }
        };
        match meta.values.first() {
            Some((_, AnnotationValue::Array(list))) => list.iter().for_each(&mut add),
            Some((_, v)) => add(v),
            None => {}
        }
        Some(names)
    }

    fn is_declaration_annotation(&self, c: ClassId, site: Site) -> bool {
        match self.targets_of(c) {
            None => true,
            Some(list) => list.iter().any(|t| site.targets().0.contains(&t.as_str())),
        }
    }

    fn is_applicable(&self, c: ClassId, site: Site) -> bool {
        let Some(list) = self.targets_of(c) else { return true };
        let (names, type_use) = site.targets();
        list.iter().any(|t| names.contains(&t.as_str()) || (type_use && t.as_str() == "TYPE_USE"))
            || (site == Site::TypeParameter && list.iter().any(|t| t.as_str() == "TYPE_USE"))
    }

    /// Resolves an annotation; `expected` is the element type of a nested one.
    fn resolve_annotation(
        &self,
        env: &Env,
        tree: &tree::Annotation,
        expected: Option<Ty>,
    ) -> Option<hir::Annotation> {
        let w = self.world;
        let segments =
            tree.name.iter().map(|&name| TypeSegment { annotations: Vec::new(), name, args: None }).collect();
        let (first, last) = (tree.name.first()?, tree.name.last()?);
        let span = if tree.name.len() > 1 {
            self.dot_span(&tree.name, tree.name.len() - 1)
        } else {
            first.span.to(last.span)
        };
        let node = TypeNode { kind: TypeNodeKind::Named(segments), annotations: Vec::new(), span };
        let t = self.resolve_mode(env, &node, Mode::Early);
        let Some(class) = w.class_of(t) else {
            // The values may hold errors of their own, but nothing says what they should be.
            return None;
        };
        if !w.class(class).has(flags::ANNOTATION) {
            let text = format!("incompatible types: {} cannot be converted to Annotation", w.display(t));
            self.diags.error(span, "incompatible-types", text);
            return None;
        }
        if let Some(e) = expected
            && w.class_of(e) != Some(class)
        {
            let text =
                format!("incompatible types: {} cannot be converted to {}", w.display(t), w.display(e));
            self.diags.error(span, "incompatible-types", text);
            return None;
        }
        let mut values: Vec<(Name, AnnotationValue)> = Vec::new();
        let unnamed = |i: &tree::Ident, v: &ElementValue| i.span.lo == value_span(v).lo;
        for (ident, value) in &tree.args {
            if tree.args.len() > 1 && unnamed(ident, value) {
                let text = "annotation values must be of the form 'name=value'";
                self.diags.error(value_span(value), "annotation-value-must-be-name-value", text);
                continue;
            }
            let element =
                w.methods_named(class, ident.name).into_iter().find(|&m| w.method(m).params.is_empty());
            let Some(element) = element else {
                let text = format!(
                    "cannot find symbol\n  symbol:   method {}()\n  location: @interface {}",
                    ident.name,
                    w.class_display(class)
                );
                self.diags.error(ident.span, "cant-resolve-location-args", text);
                continue;
            };
            if let Some(v) = self.element_value(env, value, w.method(element).ret)
                && !values.iter().any(|(n, _)| *n == ident.name)
            {
                values.push((ident.name, v));
            }
        }
        Some(hir::Annotation { class, values, runtime: self.retention(class) })
    }

    /// The value of an element of type `expected` (JLS 9.7.1); None after an error.
    fn element_value(&self, env: &Env, value: &ElementValue, expected: Ty) -> Option<AnnotationValue> {
        let w = self.world;
        if expected == Ty::ERROR {
            return None;
        }
        if let Some(elem) = w.elem_type(expected) {
            let list = match value {
                ElementValue::Array(list, _) => {
                    let all: Vec<Option<AnnotationValue>> =
                        list.iter().map(|v| self.element_value(env, v, elem)).collect();
                    all.into_iter().collect::<Option<Vec<_>>>()?
                }
                single => vec![self.element_value(env, single, elem)?],
            };
            return Some(AnnotationValue::Array(list));
        }
        let span = value_span(value);
        let is_annotation = w.class_of(expected).is_some_and(|c| w.class(c).has(flags::ANNOTATION));
        match value {
            ElementValue::Array(..) => {
                let text = "annotation value not of an allowable type";
                self.diags.error(span, "annotation-value-not-allowable-type", text);
                None
            }
            ElementValue::Annotation(a) if is_annotation => self
                .resolve_annotation(env, a, Some(expected))
                .map(|a| AnnotationValue::Annotation(Box::new(a))),
            ElementValue::Annotation(a) => {
                let p = Printer::new(w);
                let text = format!("annotation not valid for an element of type {}", p.ty(expected));
                self.diags.error(a.span, "annotation-not-valid-for-type", p.finish(text));
                None
            }
            ElementValue::Expr(_) if is_annotation => {
                let text = "annotation value must be an annotation";
                self.diags.error(span, "annotation-value-must-be-annotation", text);
                None
            }
            ElementValue::Expr(e) => self.element_constant(env, e, expected),
        }
    }

    fn element_constant(&self, env: &Env, e: &tree::Expr, expected: Ty) -> Option<AnnotationValue> {
        let w = self.world;
        let class = w.class_of(expected);
        let is_class = class.is_some_and(|c| w.class_raw(c).binary.as_str() == "java/lang/Class");
        let is_enum = class.is_some_and(|c| w.class(c).has(flags::ENUM));
        if expected.is_primitive() || expected == w.string() {
            let value = self.element_expr(env, e, expected);
            return match value.kind {
                ExprKind::Literal(c) => Some(AnnotationValue::Const(c, expected)),
                _ if value.ty == Ty::ERROR => None,
                _ => {
                    let text = "element value must be a constant expression";
                    self.diags.error(e.span, "attribute-value-must-be-constant", text);
                    None
                }
            };
        }
        if is_class {
            if let tree::ExprKind::ClassLit(node) = &strip(e).kind {
                let t = self.resolve_type(env, node);
                // What the element asks of its class is checked as for any expression.
                let value = self.element_expr(env, e, expected);
                return (t != Ty::ERROR && value.ty != Ty::ERROR)
                    .then(|| AnnotationValue::Class(w.erasure(t)));
            }
            let value = self.element_expr(env, e, expected);
            if value.ty != Ty::ERROR {
                let text = "annotation value must be a class literal";
                self.diags.error(e.span, "annotation-value-must-be-class-literal", text);
            }
            return None;
        }
        let value = self.element_expr(env, e, expected);
        if value.ty == Ty::ERROR {
            return None;
        }
        if is_enum {
            if let ExprKind::Field { field, .. } = value.kind
                && w.field(field).has(flags::ENUM)
            {
                return Some(AnnotationValue::Enum(field));
            }
            let text = "an enum annotation value must be an enum constant";
            self.diags.error(e.span, "enum-annotation-must-be-enum-constant", text);
            return None;
        }
        let text = "annotation value not of an allowable type";
        self.diags.error(e.span, "annotation-value-not-allowable-type", text);
        None
    }

    // ---- second round ----

    fn validate_annotated(&self, item: Annotated) {
        let w = self.world;
        match item {
            Annotated::Class(c) => {
                if let (Some(decl), Some(env)) = (&w.class_raw(c).decl, self.outer_env(c)) {
                    self.finish_enum(c, decl);
                    self.validate_list(&env, &decl.modifiers.annotations, class_site(decl.kind));
                    if decl.kind == TypeDeclKind::Record {
                        let env = self.class_env(c);
                        for p in &decl.components {
                            self.validate_list(&env, &p.modifiers.annotations, Site::RecordComponent);
                        }
                    }
                }
            }
            Annotated::Field(f) => {
                let sym = w.field(f);
                let env = self.class_env(sym.class);
                if let Some(d) = &sym.decl {
                    self.validate_list(&env, &d.modifiers.annotations, Site::Field);
                } else if let Some((decl, i)) = self.enum_constant_tree(f) {
                    self.validate_list(&env, &decl.constants[i].modifiers.annotations, Site::Field);
                }
            }
            Annotated::Method(m) => {
                let sym = w.method(m);
                let Some(decl) = &sym.decl else { return };
                let env = self.method_env(m);
                self.validate_list(&env, &decl.modifiers.annotations, method_site(sym));
                if let Some(ElementValue::Annotation(a)) = &decl.default {
                    self.validate_nested(a, sym.class, sym.name);
                }
                for p in &decl.params {
                    self.validate_list(&env, &p.modifiers.annotations, Site::Parameter);
                }
            }
        }
    }

    /// Annotations whose first-round errors were reported.
    fn validate_list(&self, env: &Env, list: &[tree::Annotation], site: Site) {
        if !list.is_empty() {
            let (all, _) = self.diags.speculate(|| self.resolve_all(env, list));
            self.validate(&all, site);
        }
    }

    fn validate(&self, all: &[Resolved<'_>], site: Site) {
        let w = self.world;
        for a in all {
            self.validate_elements(a.tree, a.value.class);
            if !self.is_applicable(a.value.class, site) {
                let text = "annotation type not applicable to this kind of declaration";
                self.diags.error(a.tree.span, "annotation-type-not-applicable", text);
            }
            let name = w.class_raw(a.value.class).binary.as_str();
            if name == "java/lang/Override" && !matches!(site, Site::Method | Site::VoidMethod) {
                let text = "annotation type not applicable to this kind of declaration";
                self.diags.error(a.tree.span, "annotation-type-not-applicable", text);
            }
        }
    }

    /// Elements given twice, or missing without a default.
    fn validate_elements(&self, tree: &tree::Annotation, class: ClassId) {
        let w = self.world;
        let name = w.class_display(class);
        let mut given: Vec<Name> = Vec::new();
        for (ident, value) in &tree.args {
            if tree.args.len() > 1 && ident.span.lo == value_span(value).lo {
                continue;
            }
            if given.contains(&ident.name) {
                let text = format!("duplicate element '{}' in annotation @{name}.", ident.name);
                self.diags.error(ident.span, "duplicate-annotation-member-value", text);
            }
            given.push(ident.name);
            if let ElementValue::Annotation(a) = value {
                self.validate_nested(a, class, ident.name);
            }
        }
        let missing: Vec<String> = w
            .methods(class)
            .into_iter()
            .filter(|&m| {
                let sym = w.method(m);
                let has_default = sym.default_value.borrow().is_some()
                    || sym.decl.as_ref().is_some_and(|d| d.default.is_some());
                sym.has(flags::ABSTRACT)
                    && sym.params.is_empty()
                    && !has_default
                    && !given.contains(&sym.name)
            })
            .map(|m| w.method(m).name.to_string())
            .collect();
        match missing.as_slice() {
            [] => {}
            [one] => {
                let text = format!("annotation @{name} is missing a default value for the element '{one}'");
                self.diags.error(tree.span, "annotation-missing-default-value", text);
            }
            many => {
                let text =
                    format!("annotation @{name} is missing default values for elements {}", many.join(","));
                self.diags.error(tree.span, "annotation-missing-default-value-1", text);
            }
        }
    }

    fn validate_nested(&self, a: &tree::Annotation, class: ClassId, element: Name) {
        let w = self.world;
        let m = w.methods_named(class, element).into_iter().next();
        let Some(ty) = m.map(|m| w.method(m).ret) else { return };
        let ty = w.elem_type(ty).unwrap_or(ty);
        if let TyKind::Class { class, .. } = w.kind(ty)
            && w.class(*class).has(flags::ANNOTATION)
        {
            self.validate_elements(a, *class);
        }
    }

    /// Whether a class has `@FunctionalInterface`; its place.
    pub(crate) fn annotation_span(
        &self,
        annotations: &[tree::Annotation],
        env: &Env,
        binary: &str,
    ) -> Option<Span> {
        let simple = binary.rsplit('/').next().unwrap_or(binary);
        annotations
            .iter()
            .filter(|a| a.name.last().is_some_and(|i| i.name.as_str() == simple))
            .find(|a| {
                let (found, _) = self.diags.speculate(|| self.resolve_annotation(env, a, None));
                found.is_some_and(|f| self.world.class_raw(f.class).binary.as_str() == binary)
            })
            .map(|a| a.span)
    }
}

fn strip(e: &tree::Expr) -> &tree::Expr {
    let mut e = e;
    while let tree::ExprKind::Paren(inner) = &e.kind {
        e = inner;
    }
    e
}

fn class_site(kind: TypeDeclKind) -> Site {
    if kind == TypeDeclKind::Annotation { Site::AnnotationType } else { Site::Type }
}

fn method_site(sym: &MethodSym) -> Site {
    if sym.is_constructor() {
        Site::Constructor
    } else if sym.ret == Ty::VOID {
        Site::VoidMethod
    } else {
        Site::Method
    }
}

/// The place of an element's value.
pub(crate) fn value_span(v: &ElementValue) -> Span {
    match v {
        ElementValue::Expr(e) => e.span,
        ElementValue::Annotation(a) => a.span,
        ElementValue::Array(_, span) => *span,
    }
}
