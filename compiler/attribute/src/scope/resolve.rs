//! Types as written, resolved (JLS 4, 6.5.5), with javac's errors.

use super::{Env, TypeLookup};
use crate::Ctx;
use rvm_model::Printer;
use rvm_model::symbols::{ClassId, TypeVarId};
use rvm_model::types::{Ty, TyKind, WildcardBound};
use rvm_syntax::tree::{Prim, TypeNode, TypeNodeKind, TypeSegment, flags};
use rvm_syntax::{Name, Span};

/// What a name stands for while a qualified type name is looked at from left to right.
enum Part {
    Package(Name),
    Type(Ty),
}

/// When the type is resolved.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// All classes are complete: bounds are checked at once.
    Full,
    /// Bounds are checked when the class is (they may need what is not there yet).
    Early,
}

impl<'a> Ctx<'a> {
    /// The type that a node denotes, everything checked; [`Ty::ERROR`] after an error. A diamond gives the generic class's raw type.
    pub fn resolve_type(&self, env: &Env, node: &TypeNode) -> Ty {
        let ty = self.resolve_mode(env, node, Mode::Full);
        self.validate_type(node, ty);
        self.check_type_annotations(env, node, ty);
        ty
    }

    /// As [`Ctx::resolve_type`], for a reference type where a primitive one gets javac's `unexpected type`.
    pub fn resolve_reference_type(&self, env: &Env, node: &TypeNode) -> Ty {
        let ty = self.resolve_type(env, node);
        self.require_reference(node.span, ty)
    }

    pub(crate) fn require_reference(&self, span: Span, ty: Ty) -> Ty {
        if ty.is_primitive() || ty == Ty::VOID {
            let text =
                format!("unexpected type\n  required: reference\n  found:    {}", self.world.display(ty));
            self.diags.error(span, "type-found-req", text);
            return Ty::ERROR;
        }
        ty
    }

    pub(crate) fn resolve_mode(&self, env: &Env, node: &TypeNode, mode: Mode) -> Ty {
        let w = self.world;
        match &node.kind {
            TypeNodeKind::Prim(p) => prim(*p),
            TypeNodeKind::Named(segments) => {
                let t = self.resolve_named(env, segments, node.span, mode);
                self.report_problems(node.span);
                t
            }
            TypeNodeKind::Array(e) => {
                let elem = self.resolve_mode(env, e, mode);
                if elem == Ty::VOID {
                    self.diags.error(e.span, "illegal-start-of-type", "illegal start of type");
                    return Ty::ERROR;
                }
                w.array_of(elem)
            }
            TypeNodeKind::Wildcard(_) => self.resolve_argument(env, node, mode),
            TypeNodeKind::Union(parts) => {
                let types: Vec<Ty> = parts.iter().map(|p| self.resolve_mode(env, p, mode)).collect();
                w.lub(&types)
            }
            TypeNodeKind::Intersection(parts) => self.resolve_intersection(env, parts, mode),
            TypeNodeKind::Error => Ty::ERROR,
        }
    }

    /// `A & B` of a cast: all but the first must be interfaces.
    fn resolve_intersection(&self, env: &Env, parts: &[TypeNode], mode: Mode) -> Ty {
        let w = self.world;
        let mut types: Vec<Ty> = Vec::new();
        for (i, p) in parts.iter().enumerate() {
            let t = self.resolve_mode(env, p, mode);
            let t = self.require_reference(p.span, t);
            if t == Ty::ERROR {
                return t;
            }
            if matches!(w.kind(t), TyKind::Array(_) | TyKind::Var(_)) {
                let p2 = Printer::new(w);
                let found = match w.kind(t) {
                    TyKind::Var(_) => format!("type parameter {}", p2.ty(t)),
                    _ => p2.ty(t),
                };
                let text = p2.finish(format!("unexpected type\n  required: class\n  found:    {found}"));
                self.diags.error(p.span, "type-found-req", text);
                return Ty::ERROR;
            }
            if i > 0 && !w.is_interface_type(t) {
                self.diags.error(p.span, "intf-expected-here", "interface expected here");
                return Ty::ERROR;
            }
            if types.iter().any(|&o| w.erasure(o) == w.erasure(t)) {
                self.diags.error(p.span, "repeated-interface", "repeated interface");
                continue;
            }
            types.push(t);
        }
        w.intersection(types)
    }

    /// A type argument: a reference type or wildcard.
    pub(crate) fn resolve_argument(&self, env: &Env, node: &TypeNode, mode: Mode) -> Ty {
        let w = self.world;
        match &node.kind {
            TypeNodeKind::Wildcard(None) => w.unbounded_wildcard(),
            TypeNodeKind::Wildcard(Some((kind, bound))) => {
                let b = self.resolve_mode(env, bound, mode);
                match self.require_reference(bound.span, b) {
                    Ty::ERROR => Ty::ERROR,
                    b => w.wildcard(*kind, b),
                }
            }
            _ => {
                let t = self.resolve_mode(env, node, mode);
                self.require_reference(node.span, t)
            }
        }
    }

    fn resolve_named(&self, env: &Env, segments: &[TypeSegment], span: Span, mode: Mode) -> Ty {
        let Some((first, rest)) = segments.split_first() else { return Ty::ERROR };
        // Primitive names do not come this way; a single segment is the common case.
        let only = rest.is_empty();
        let mut part = match self.find_type(env, first.name.name) {
            TypeLookup::None if only => {
                self.cant_resolve_class(env, first.name.span, first.name.name);
                self.resolve_args_anyway(env, first, mode);
                return Ty::ERROR;
            }
            TypeLookup::None => Part::Package(first.name.name),
            // Inaccessibility of a qualifier shows in what is selected from it.
            TypeLookup::Inaccessible(c) if !only => Part::Type(self.world.raw_type(c)),
            TypeLookup::Inaccessible(c) => {
                self.not_public(first.name.span, c);
                return Ty::ERROR;
            }
            TypeLookup::Ambiguous(a, b) => {
                self.ambiguous_type(first.name.span, first.name.name, a, b);
                return Ty::ERROR;
            }
            TypeLookup::StaticVar(v) => {
                let name = self.world.type_var(v).name;
                let text =
                    format!("non-static type variable {name} cannot be referenced from a static context");
                self.diags.error(first.name.span, "non-static-cant-be-ref", text);
                return Ty::ERROR;
            }
            TypeLookup::Var(v) => Part::Type(self.resolve_var(first, v)),
            TypeLookup::Class(c) => {
                Part::Type(self.class_with_args(env, None, c, first, only, first.name.span, mode))
            }
        };
        for (i, segment) in rest.iter().enumerate() {
            let last = i + 1 == rest.len();
            let at = self.dot_between(segments[0].name.span, segment.name.span);
            let name = segment.name.name;
            part = match part {
                Part::Package(p) => match self.find_in_package(env, p, name) {
                    TypeLookup::Class(c) => {
                        Part::Type(self.class_with_args(env, None, c, segment, last, at, mode))
                    }
                    TypeLookup::Inaccessible(c) if !last => Part::Type(self.world.raw_type(c)),
                    TypeLookup::Inaccessible(c) => {
                        self.not_public(at, c);
                        return Ty::ERROR;
                    }
                    _ if last => {
                        if self.world.package_exists(p) {
                            let text = format!(
                                "cannot find symbol\n  symbol:   class {name}\n  location: package {p}"
                            );
                            self.diags.error(at, "cant-resolve-location", text);
                        } else {
                            self.diags.error(at, "doesnt-exist", format!("package {p} does not exist"));
                        }
                        self.resolve_args_anyway(env, segment, mode);
                        return Ty::ERROR;
                    }
                    _ => Part::Package(Name::new(&format!("{p}.{name}"))),
                },
                Part::Type(Ty::ERROR) => return Ty::ERROR,
                Part::Type(t) => match self.find_member_type(env, t, name) {
                    TypeLookup::Class(c) => {
                        Part::Type(self.class_with_args(env, Some(t), c, segment, last, at, mode))
                    }
                    TypeLookup::Inaccessible(c) if !last => Part::Type(self.world.raw_type(c)),
                    TypeLookup::Inaccessible(c) => {
                        self.not_public(at, c);
                        return Ty::ERROR;
                    }
                    TypeLookup::Ambiguous(a, b) => {
                        self.ambiguous_type(at, name, a, b);
                        return Ty::ERROR;
                    }
                    _ => {
                        self.cant_resolve_member_class(at, t, name);
                        self.resolve_args_anyway(env, segment, mode);
                        return Ty::ERROR;
                    }
                },
            };
        }
        match part {
            Part::Type(t) => t,
            Part::Package(p) => {
                self.cant_resolve_class(env, span, p);
                Ty::ERROR
            }
        }
    }

    /// Arguments of what could not be found are looked at too, for their own errors.
    fn resolve_args_anyway(&self, env: &Env, segment: &TypeSegment, mode: Mode) {
        for a in segment.args.iter().flatten() {
            self.resolve_argument(env, a, mode);
        }
    }

    fn resolve_var(&self, segment: &TypeSegment, v: TypeVarId) -> Ty {
        let w = self.world;
        let t = w.var_type(v);
        if segment.args.as_ref().is_some_and(|a| !a.is_empty()) {
            let p = Printer::new(w);
            let text = p.ty(t);
            let text =
                p.finish(format!("unexpected type\n  required: class\n  found:    type parameter {text}"));
            self.diags.error(segment.name.span, "type-found-req", text);
            return Ty::ERROR;
        }
        t
    }

    /// A class named at a segment: arguments checked by number, enclosing type worked out.
    #[allow(clippy::too_many_arguments, reason = "one place, one caller's locals")]
    fn class_with_args(
        &self,
        env: &Env,
        site: Option<Ty>,
        c: ClassId,
        segment: &TypeSegment,
        last: bool,
        at: Span,
        mode: Mode,
    ) -> Ty {
        let w = self.world;
        self.note_type_use(env, c, at);
        self.ensure_type_params(c);
        let params = w.type_params(c);
        let inner = w.has_outer_instance(c);
        let site_parameterized = site.is_some_and(|s| w.is_parameterized(s));
        if site_parameterized && !inner && last {
            let text = "cannot select a static class from a parameterized type";
            self.diags.error(at, "cant-select-static-class-from-param-type", text);
        }
        let outer = if !inner { None } else { self.outer_for(env, site, c) };
        if inner && outer.is_none() && site.is_none() && self.is_hidden_inner(env, c) {
            let text =
                format!("non-static class {} cannot be referenced from a static context", w.class_display(c));
            self.diags.error(at, "non-static-cant-be-ref", text);
            return Ty::ERROR;
        }
        let Some(written) = &segment.args else {
            if params.is_empty() {
                return w.type_in(outer, c, &[]);
            }
            if site_parameterized && inner {
                let text = "improperly formed type, some parameters are missing";
                self.diags.error(at, "improperly-formed-type-param-missing", text);
            }
            return w.raw_type(c);
        };
        if written.is_empty() {
            return if params.is_empty() { w.type_in(outer, c, &[]) } else { w.raw_type(c) };
        }
        let open = self.open_bracket(segment, at);
        let args: Vec<Ty> = written.iter().map(|a| self.resolve_argument(env, a, mode)).collect();
        if params.is_empty() {
            let text = format!("type {} does not take parameters", w.class_display(c));
            self.diags.error(open, "cant-apply-diamond-1", text);
            return Ty::ERROR;
        }
        if params.len() != args.len() {
            let text = format!("wrong number of type arguments; required {}", params.len());
            self.diags.error(open, "wrong-number-type-args", text);
            return Ty::ERROR;
        }
        if args.contains(&Ty::ERROR) {
            return Ty::ERROR;
        }
        if inner && outer.is_none() && self.encloser_is_generic(c) && site.is_some() {
            let text = "improperly formed type, type arguments given on a raw type";
            self.diags.error(open, "improperly-formed-type-inner-raw-param", text);
            return Ty::ERROR;
        }
        w.type_in(outer, c, &args)
    }

    /// javac points at the `<` of wrong arguments.
    fn open_bracket(&self, segment: &TypeSegment, at: Span) -> Span {
        let id = segment.name.span;
        let text = &self.diags.file(id.file).text;
        match text.get(id.hi as usize..).and_then(|s| s.find('<')) {
            Some(d) => Span { at: id.hi + d as u32, ..at },
            None => at,
        }
    }

    fn encloser_is_generic(&self, c: ClassId) -> bool {
        let w = self.world;
        let mut c = c;
        while w.has_outer_instance(c) {
            let Some(o) = w.enclosing_class(c) else { return false };
            if !w.type_params(o).is_empty() {
                return true;
            }
            c = o;
        }
        false
    }

    /// The parameterised type around an inner class: of the qualifier, or, for a simple name, of the class around here that has it as a member.
    fn outer_for(&self, env: &Env, site: Option<Ty>, c: ClassId) -> Option<Ty> {
        let w = self.world;
        let owner = w.enclosing_class(c)?;
        if matches!(w.class(c).owner.get(), rvm_model::symbols::Owner::Method(..)) {
            return None;
        }
        let found = match site {
            Some(s) => w.as_outer_super(s, owner),
            None => {
                let mut k = env.class();
                let mut found = None;
                while let Some(e) = k {
                    if self.is_below(e, owner, 0) {
                        let own = w.class_type(e);
                        found = w.as_super(own, owner);
                        break;
                    }
                    k = w.enclosing_class(e);
                }
                // In a static context the enclosing class's own variables mean nothing; the type is the raw class's member.
                found.filter(|_| k.is_none_or(|e| !self.static_between(env, e)))
            }
        };
        found.filter(|&t| t != Ty::ERROR && w.is_parameterized(t))
    }

    /// An inner class of a generic class named in that class's static context.
    fn is_hidden_inner(&self, env: &Env, c: ClassId) -> bool {
        let w = self.world;
        let Some(owner) = w.enclosing_class(c) else { return false };
        if !matches!(w.class(c).owner.get(), rvm_model::symbols::Owner::Class(_)) || !w.is_generic(owner) {
            return false;
        }
        let mut k = env.class();
        while let Some(e) = k {
            if self.is_below(e, owner, 0) {
                return w.is_generic(e) && self.static_between(env, e);
            }
            k = w.enclosing_class(e);
        }
        false
    }

    /// Whether a static context lies between a place and the class around it.
    fn static_between(&self, env: &Env, class: ClassId) -> bool {
        let w = self.world;
        if env.class() == Some(class) {
            return env.is_static();
        }
        let mut k = env.class();
        if env.is_static() {
            return true;
        }
        while let Some(c) = k {
            if c == class {
                return false;
            }
            let sym = w.class(c);
            if sym.flags.get() & (flags::STATIC | flags::INTERFACE | flags::ENUM | flags::RECORD) != 0
                || sym.static_context.get()
            {
                return true;
            }
            k = w.enclosing_class(c);
        }
        false
    }

    // ---- messages ----

    /// `cannot find symbol ... class X`, located in the class around.
    pub fn cant_resolve_class(&self, env: &Env, span: Span, name: Name) {
        let w = self.world;
        // A top-level class's header stands in no class.
        let Some(c) = env.class() else {
            let text = format!("cannot find symbol\n  symbol: class {name}");
            self.diags.error(span, "cant-resolve", text);
            return;
        };
        let p = Printer::new(w);
        // An anonymous class has no name to give.
        if w.class(c).name.as_str().is_empty() {
            let text = format!("cannot find symbol\n  symbol: class {name}");
            self.diags.error(span, "cant-resolve", text);
            return;
        }
        let location = format!("{} {}", w.kind_name_for_location(c), p.ty(w.class_type(c)));
        let text = p.finish(format!("cannot find symbol\n  symbol:   class {name}\n  location: {location}"));
        self.diags.error(span, "cant-resolve-location", text);
    }

    fn cant_resolve_member_class(&self, span: Span, site: Ty, name: Name) {
        let w = self.world;
        let p = Printer::new(w);
        // Of a type variable the bound is shown, unless that is being resolved.
        if w.upper_bound(site) == Ty::ERROR {
            self.diags.error(span, "type-var-cant-be-deref", "cannot select from a type variable");
            return;
        }
        let site = match w.kind(site) {
            TyKind::Var(_) => w.erasure(site),
            _ => site,
        };
        let location = match w.class_of(site) {
            Some(c) => {
                let kind = w.kind_name_for_location(c);
                if w.is_parameterized(site) {
                    format!("{kind} {}", p.ty(site))
                } else {
                    format!("{kind} {}", p.class(c))
                }
            }
            None => format!("class {}", p.ty(site)),
        };
        let text = p.finish(format!("cannot find symbol\n  symbol:   class {name}\n  location: {location}"));
        self.diags.error(span, "cant-resolve-location", text);
    }

    /// `reference to X is ambiguous`.
    pub fn ambiguous_type(&self, span: Span, name: Name, a: ClassId, b: ClassId) {
        let w = self.world;
        let shown = |c: ClassId| {
            let place = match w.enclosing_class(c) {
                Some(o) => w.class_display(o),
                None => w.class(c).package.to_string(),
            };
            format!("{} {} in {place}", w.kind_name_for_location(c), w.qualified_name(c))
        };
        let text = format!("reference to {name} is ambiguous\n  both {} and {} match", shown(a), shown(b));
        self.diags.error(span, "ref-ambiguous", text);
    }
}

fn prim(p: Prim) -> Ty {
    match p {
        Prim::Boolean => Ty::BOOLEAN,
        Prim::Byte => Ty::BYTE,
        Prim::Short => Ty::SHORT,
        Prim::Char => Ty::CHAR,
        Prim::Int => Ty::INT,
        Prim::Long => Ty::LONG,
        Prim::Float => Ty::FLOAT,
        Prim::Double => Ty::DOUBLE,
        Prim::Void => Ty::VOID,
    }
}

/// Wildcards and their bounds, for the checks of bounds.
pub(super) fn wildcard_kind(ctx: &Ctx<'_>, t: Ty) -> Option<(WildcardBound, Ty)> {
    match ctx.world.kind(t) {
        TyKind::Wildcard(k, b) => Some((*k, *b)),
        _ => None,
    }
}
