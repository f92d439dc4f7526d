//! Checks of a class as a whole, done when its attribution begins.

use crate::Ctx;
use rvm_model::Printer;
use rvm_model::symbols::*;
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::Span;
use rvm_syntax::tree::{TypeDecl, TypeDeclKind, flags::*};

impl<'a> Ctx<'a> {
    /// Where messages about a class point.
    pub(crate) fn class_span(&self, c: ClassId) -> Span {
        self.world.class_raw(c).span
    }

    /// Checks a class of this run but for its members' own declarations: attribution calls it first of all for every class, local and anonymous
    /// ones too (when their members, and for anonymous ones the constructor, are there).
    pub fn check_class(&self, c: ClassId) {
        let w = self.world;
        let sym = w.class(c);
        let Some(decl) = sym.decl.clone() else { return };
        let span = self.class_span(c);
        self.finish_enum(c, &decl);
        self.check_superclass_kind(c, span);
        self.check_sealed(c, &decl, span);
        self.validate_header(c, &decl);
        if !sym.has(ABSTRACT) && !sym.is_interface() {
            self.check_all_defined(c, span);
        }
        if decl.kind == TypeDeclKind::Annotation {
            self.check_annotation_header(&decl);
        } else {
            self.check_compatible_supertypes(c, span);
        }
        self.check_default_clashes(c, span);
        self.check_class_bounds(c, span);
        self.check_generic_throwable(c, &decl);
        self.check_implementations(c);
        self.check_functional_annotation(c, &decl);
        self.check_concrete_conflicts(c, span);
        self.check_constants(c, &decl);
    }

    /// An enum whose constants have bodies may leave methods to them: then it is abstract.
    pub(crate) fn finish_enum(&self, c: ClassId, decl: &TypeDecl) {
        let sym = self.world.class(c);
        if decl.kind == TypeDeclKind::Enum
            && !sym.has(ABSTRACT)
            && decl.constants.iter().any(|k| k.body.is_some())
            && self.first_unimplemented(c, c, &mut Vec::new()).is_some()
        {
            sym.flags.set(sym.flags.get() | ABSTRACT);
        }
    }

    fn check_superclass_kind(&self, c: ClassId, span: Span) {
        let w = self.world;
        let sym = w.class(c);
        let Some(s) = w.superclass_class(c) else { return };
        if sym.has(ENUM) || sym.is_interface() || sym.has(RECORD) {
            return;
        }
        if w.class(s).has(ENUM) {
            self.diags.error(span, "enum-types-not-extensible", "enum types are not extensible");
        }
        if w.class_raw(s).binary.as_str() == "java/lang/Enum" {
            let text = "classes cannot directly extend java.lang.Enum";
            self.diags.error(span, "enum-no-subclassing", text);
        }
    }

    fn validate_header(&self, c: ClassId, decl: &TypeDecl) {
        let w = self.world;
        for (p, &v) in decl.type_params.iter().zip(w.type_params(c)) {
            self.validate_bounds_of(p, w.type_var(v).upper.get());
        }
        let written: Vec<Ty> = match decl.kind {
            TypeDeclKind::Annotation => Vec::new(),
            _ => w.interfaces(c).to_vec(),
        };
        if let Some(node) = &decl.extends
            && let Some(t) = w.superclass(c)
        {
            self.validate_type(node, t);
        }
        // Clauses that failed have no type; what is left is matched by class.
        for node in &decl.interfaces {
            let (t, _) = self.diags.speculate(|| {
                let env = self.outer_env(c).map(|e| e.with_header(c, w.type_params(c)));
                env.map_or(Ty::ERROR, |e| self.resolve_mode(&e, node, crate::scope::Mode::Early))
            });
            if written.contains(&t) {
                self.validate_type(node, t);
            }
        }
    }

    /// Bounds of a type parameter: their own arguments, and that no two are parameterisations of one interface.
    pub(super) fn validate_bounds_of(&self, p: &rvm_syntax::tree::TypeParam, upper: Ty) {
        let w = self.world;
        let parts = w.components_of(upper);
        if parts.len() == p.bounds.len() {
            for (node, &t) in p.bounds.iter().zip(&parts) {
                self.validate_type(node, t);
            }
        }
        if parts.len() > 1
            && let Some((class, a, b)) = {
                let mut parts = parts.clone();
                parts.sort_by_key(|&t| !w.is_interface_type(t));
                self.different_arguments(&parts)
            }
        {
            self.report_class_bounds(p.name.span, class, a, b);
        }
    }

    /// A concrete class implements all abstract methods (JLS 8.1.1.1).
    pub fn check_all_defined(&self, c: ClassId, span: Span) {
        let w = self.world;
        if let Some(m) = self.first_unimplemented(c, c, &mut Vec::new()) {
            let sym = w.method(m);
            let p = Printer::new(w);
            let site = w.class_type(c);
            let params = self.shown_params(m, site);
            let mut shown = String::new();
            if !sym.type_params.is_empty() {
                let vars: Vec<Ty> = sym.type_params.iter().map(|&v| w.var_type(v)).collect();
                shown = format!("<{}>", p.tys(&vars));
            }
            let list = p.params(m, &params);
            p.ty(w.member_type(site, sym.ret, sym.class));
            let text = format!(
                "{} is not abstract and does not override abstract method {shown}{}({list}) in {}",
                p.class(c),
                sym.name,
                p.class(sym.class)
            );
            self.diags.error(span, "does-not-override-abstract", p.finish(text));
        }
    }

    /// The first abstract method that `c` leaves open, looked for in `at` and above: as javac goes through them, last declared first.
    pub(crate) fn first_unimplemented(
        &self,
        c: ClassId,
        at: ClassId,
        seen: &mut Vec<ClassId>,
    ) -> Option<MethodId> {
        let w = self.world;
        let sym = w.class(at);
        if seen.contains(&at) || (at != c && !sym.has(ABSTRACT) && !sym.is_interface()) {
            return None;
        }
        seen.push(at);
        for m in w.methods(at).into_iter().rev() {
            let method = w.method(m);
            if !method.has(ABSTRACT) || method.flags.get() & (STATIC | DEFAULT | PRIVATE) != 0 {
                continue;
            }
            match w.implementation(m, c) {
                Some(i) if i != m && !w.method(i).has(ABSTRACT) && self.result_fits(i, m, c) => {}
                // Another abstract method that overrides it is reported in its own place.
                Some(i) if i != m && w.method(i).has(ABSTRACT) && w.is_sub_class(w.method(i).class, at) => {}
                // A static method in its place is an error of its own.
                _ if self.implementation_or_static(m, c).is_some_and(|i| w.method(i).has(STATIC)) => {}
                _ => return Some(m),
            }
        }
        if !sym.is_interface()
            && let Some(s) = w.superclass_class(at)
            && let Some(m) = self.first_unimplemented(c, s, seen)
        {
            return Some(m);
        }
        w.interfaces(at)
            .iter()
            .filter_map(|&i| w.class_of(i))
            .find_map(|i| self.first_unimplemented(c, i, seen))
    }

    /// A method with an unsuitable result implements nothing.
    fn result_fits(&self, m: MethodId, abs: MethodId, c: ClassId) -> bool {
        let w = self.world;
        let site = w.class_type(c);
        let (a, b) = (w.method(m), w.method(abs));
        let mine = w.member_type(site, a.ret, a.class);
        let mut wanted = w.member_type(site, b.ret, b.class);
        if a.type_params.len() == b.type_params.len() {
            let vars: Vec<Ty> = a.type_params.iter().map(|&v| w.var_type(v)).collect();
            wanted = w.subst(wanted, &b.type_params, &vars);
        } else {
            wanted = w.erasure(wanted);
        }
        self.return_fits(m, abs, mine, wanted, site).is_some()
    }

    fn check_annotation_header(&self, decl: &TypeDecl) {
        if let Some(p) = decl.type_params.first() {
            let text = format!("annotation type {} cannot be generic", decl.name.name);
            self.diags.error(p.name.span, "intf-annotation-params", text);
        }
        if let Some(e) = decl.interfaces.first() {
            let text = "'extends' not allowed for @interfaces";
            self.diags.error(e.span, "cant-extend-intf-annotation", text);
        }
    }

    /// Two supertypes with methods of one signature and results that nothing reconciles.
    fn check_compatible_supertypes(&self, c: ClassId, span: Span) {
        let w = self.world;
        let mut supers: Vec<Ty> = Vec::new();
        if !w.class(c).is_interface() {
            supers.extend(w.superclass(c));
        }
        supers.extend(w.interfaces(c));
        // One supertype is at peace with itself.
        if supers.len() < 2 {
            return;
        }
        let site = w.class_type(c);
        if let Some((m, n)) = self.inherited_clash(c, site, &supers) {
            let p = Printer::new(w);
            let show = |m: MethodId| {
                let params = self.shown_params(m, site);
                format!("{}({}) in {}", w.method(m).name, p.params(m, &params), p.class(w.method(m).class))
            };
            let text = format!(
                "name clash: {} and {} have the same erasure, yet neither overrides the other",
                show(m),
                show(n)
            );
            self.diags.error(span, "name-clash-same-erasure-no-override", p.finish(text));
            return;
        }
        for i in 1..supers.len() {
            for j in 0..i {
                if let Some((m, _)) = self.first_incompatibility(c, site, supers[i], supers[j]) {
                    let p = Printer::new(w);
                    let params = self.shown_params(m, site);
                    let text = format!(
                        "types {} and {} are incompatible;\n  both define {}({}), but with unrelated return types",
                        p.ty(supers[i]),
                        p.ty(supers[j]),
                        w.method(m).name,
                        p.params(m, &params)
                    );
                    self.diags.error(span, "types-incompatible", p.finish(text));
                    return;
                }
            }
        }
    }

    /// Methods of two supertypes with one erasure where neither overrides the other.
    fn inherited_clash(&self, c: ClassId, site: Ty, supers: &[Ty]) -> Option<(MethodId, MethodId)> {
        let w = self.world;
        let classes: Vec<ClassId> = supers.iter().filter_map(|&t| w.class_of(t)).collect();
        for (i, &a) in classes.iter().enumerate().skip(1) {
            for &b in &classes[..i] {
                let above_b = w.superclasses(b);
                for x in w.superclasses(a) {
                    if above_b.contains(&x) {
                        continue;
                    }
                    for m in w.methods(x) {
                        let sym = w.method(m);
                        if sym.is_constructor()
                            || sym.params.is_empty()
                            || sym.flags.get() & (PRIVATE | STATIC) != 0
                        {
                            continue;
                        }
                        for &y in above_b.iter().filter(|&&y| !w.is_sub_class(a, y)) {
                            for n in w.methods_named(y, sym.name) {
                                let o = w.method(n);
                                if o.flags.get() & (PRIVATE | STATIC) == 0
                                    && o.params.len() == sym.params.len()
                                    && w.erasure_all(&o.params) == w.erasure_all(&sym.params)
                                    && !w.is_subsignature(m, n, site)
                                    && !w.is_subsignature(n, m, site)
                                    && !w.methods_named(c, sym.name).iter().any(|&k| {
                                        w.is_subsignature(k, m, site) || w.is_subsignature(k, n, site)
                                    })
                                {
                                    return Some((m, n));
                                }
                            }
                        }
                    }
                }
            }
        }
        None
    }

    fn first_incompatibility(&self, c: ClassId, site: Ty, a: Ty, b: Ty) -> Option<(MethodId, MethodId)> {
        let w = self.world;
        let (ca, cb) = (w.class_of(a)?, w.class_of(b)?);
        let above_b = w.superclasses(cb);
        for x in w.superclasses(ca) {
            if above_b.contains(&x) {
                continue;
            }
            for m in w.methods(x) {
                let sym = w.method(m);
                if sym.is_constructor() || sym.flags.get() & (PRIVATE | STATIC) != 0 {
                    continue;
                }
                for &y in &above_b {
                    if w.is_sub_class(ca, y) {
                        continue;
                    }
                    for n in w.methods_named(y, sym.name) {
                        let o = w.method(n);
                        if o.flags.get() & (PRIVATE | STATIC) != 0 || o.params.len() != sym.params.len() {
                            continue;
                        }
                        if !(sym.has(ABSTRACT) || o.has(ABSTRACT) || sym.has(DEFAULT) || o.has(DEFAULT)) {
                            continue;
                        }
                        if !(w.is_subsignature(m, n, site) || w.is_subsignature(n, m, site)) {
                            continue;
                        }
                        let (r, s) =
                            (w.member_type(site, sym.ret, sym.class), w.member_type(site, o.ret, o.class));
                        let s = if o.type_params.len() == sym.type_params.len() {
                            let vars: Vec<Ty> = sym.type_params.iter().map(|&v| w.var_type(v)).collect();
                            w.subst(s, &o.type_params, &vars)
                        } else {
                            w.erasure(s)
                        };
                        let fits = |x: Ty, y: Ty| {
                            x == y
                                || (w.is_object_type(x)
                                    && w.is_object_type(y)
                                    && (w.is_subtype_unchecked(x, y).0
                                        || w.is_subtype(w.erasure(x), w.erasure(y)) && w.is_raw(x)))
                                || x == Ty::ERROR
                                || y == Ty::ERROR
                        };
                        if fits(r, s) || fits(s, r) || self.common_overrider(c, site, m, n, r, s) {
                            continue;
                        }
                        return Some((m, n));
                    }
                }
            }
        }
        None
    }

    /// A method above (or in a superclass) whose result fits both.
    fn common_overrider(&self, c: ClassId, site: Ty, m: MethodId, n: MethodId, r: Ty, s: Ty) -> bool {
        let w = self.world;
        let name = w.method(m).name;
        w.superclasses(c).into_iter().filter(|&k| k != c).any(|k| {
            w.methods_named(k, name).into_iter().any(|o| {
                let t = w.member_type(site, w.method(o).ret, w.method(o).class);
                let fits = |x: Ty| t == x || (t.is_reference() && x.is_reference() && w.is_subtype(t, x));
                o != m
                    && o != n
                    && w.is_subsignature(o, m, site)
                    && w.is_subsignature(o, n, site)
                    && fits(r)
                    && fits(s)
            })
        })
    }

    /// Unrelated default methods, or a default and an abstract one, from two interfaces (JLS 8.4.8.4, 9.4.1.3).
    fn check_default_clashes(&self, c: ClassId, span: Span) {
        let w = self.world;
        let site = w.class_type(c);
        let supers = w.superclasses(c);
        let interfaces: Vec<ClassId> =
            supers.iter().copied().filter(|&s| s != c && w.class(s).is_interface()).collect();
        if interfaces.len() < 2 {
            return;
        }
        for &i in &interfaces {
            for m in w.methods(i) {
                let sym = w.method(m);
                if !sym.has(DEFAULT) {
                    continue;
                }
                // Whatever is below in the hierarchy, or in a class, decides.
                if self.is_decided(c, m, site, &supers) {
                    continue;
                }
                for &j in &interfaces {
                    if j == i || w.is_sub_class(i, j) || w.is_sub_class(j, i) {
                        continue;
                    }
                    for n in w.methods_named(j, sym.name) {
                        let o = w.method(n);
                        if o.flags.get() & (STATIC | PRIVATE) != 0
                            || o.params.len() != sym.params.len()
                            || !(w.is_subsignature(m, n, site) || w.is_subsignature(n, m, site))
                            || self.is_decided(c, n, site, &supers)
                        {
                            continue;
                        }
                        let p = Printer::new(w);
                        let first = supers.iter().position(|&s| s == i) < supers.iter().position(|&s| s == j);
                        let (one, two) = match (o.has(DEFAULT), first) {
                            (true, false) => (j, i),
                            _ => (i, j),
                        };
                        let (key, what) = if o.has(DEFAULT) {
                            ("types-incompatible-unrelated-defaults", "unrelated defaults")
                        } else {
                            ("types-incompatible-abstract-default", "abstract and default")
                        };
                        let params = self.shown_params(m, site);
                        let text = format!(
                            "types {} and {} are incompatible;\n  {} {} inherits {what} for {}({}) from types {} and {}",
                            p.ty(w.class_type(one)),
                            p.ty(w.class_type(two)),
                            w.kind_name_for_location(c),
                            p.class(c),
                            sym.name,
                            p.params(m, &params),
                            p.class(one),
                            p.class(two)
                        );
                        self.diags.error(span, key, p.finish(text));
                        return;
                    }
                }
            }
        }
    }

    /// A method of `c` itself, of a superclass, or of an interface below the one of `m` overrides it.
    fn is_decided(&self, c: ClassId, m: MethodId, site: Ty, supers: &[ClassId]) -> bool {
        let w = self.world;
        let sym = w.method(m);
        supers.iter().any(|&s| {
            if s == sym.class {
                return false;
            }
            let class = !w.class(s).is_interface();
            if !(s == c || class || w.is_sub_class(s, sym.class)) {
                return false;
            }
            w.methods_named(s, sym.name).into_iter().any(|o| {
                let other = w.method(o);
                other.flags.get() & (STATIC | PRIVATE) == 0 && w.is_subsignature(o, m, site)
            })
        })
    }

    /// Two different parameterisations of one interface (JLS 8.1.5).
    fn check_class_bounds(&self, c: ClassId, span: Span) {
        let w = self.world;
        if w.interfaces(c).is_empty() {
            return;
        }
        let mut supers: Vec<Ty> = w.interfaces(c).to_vec();
        supers.extend(w.superclass(c));
        if let Some((class, a, b)) = self.different_arguments(&supers) {
            self.report_class_bounds(span, class, a, b);
        }
    }

    /// The first two parameterisations of one class among types and what is above them: interfaces are looked at first.
    fn different_arguments(&self, supers: &[Ty]) -> Option<(ClassId, Ty, Ty)> {
        let mut seen: Vec<(ClassId, Ty)> = Vec::new();
        supers.iter().find_map(|&s| self.different_above(s, &mut seen, 0))
    }

    fn different_above(&self, t: Ty, seen: &mut Vec<(ClassId, Ty)>, depth: u32) -> Option<(ClassId, Ty, Ty)> {
        let w = self.world;
        let class = w.class_of(t)?;
        if depth > 200 {
            return None;
        }
        match seen.iter().find(|(k, _)| *k == class) {
            Some(&(_, old)) if w.is_parameterized(old) && w.is_parameterized(t) && old != t => {
                return Some((class, old, t));
            }
            Some(_) => return None,
            None => seen.push((class, t)),
        }
        let mut above = w.direct_supertypes(t);
        above.sort_by_key(|&s| !w.is_interface_type(s));
        above.into_iter().find_map(|s| self.different_above(s, seen, depth + 1))
    }

    fn report_class_bounds(&self, span: Span, class: ClassId, a: Ty, b: Ty) {
        let w = self.world;
        let list = |t: Ty| {
            let args: Vec<String> = w.type_args(t).iter().map(|&x| self.long_name(x)).collect();
            args.join(",")
        };
        let text = format!(
            "{} cannot be inherited with different arguments: <{}> and <{}>",
            w.class_display(class),
            list(a),
            list(b)
        );
        self.diags.error(span, "cant-inherit-with-diff-arg", text);
    }

    /// A type with qualified names.
    fn long_name(&self, t: Ty) -> String {
        let w = self.world;
        match w.kind(t) {
            TyKind::Class { class, args, .. } if args.is_empty() => w.qualified_name(*class),
            TyKind::Class { class, args, .. } => {
                let args: Vec<String> = args.iter().map(|&a| self.long_name(a)).collect();
                format!("{}<{}>", w.qualified_name(*class), args.join(","))
            }
            TyKind::Array(e) => format!("{}[]", self.long_name(*e)),
            _ => w.display(t),
        }
    }

    /// No generic class is Throwable (JLS 8.1.2), nor one inside a generic class whose objects it needs.
    fn check_generic_throwable(&self, c: ClassId, decl: &TypeDecl) {
        let w = self.world;
        if let Some(node) = &decl.extends
            && w.is_generic(c)
            && w.is_sub_class(c, self.needed_class("java/lang/Throwable"))
        {
            let text = "a generic class may not extend java.lang.Throwable";
            self.diags.error(node.span, "generic-throwable", text);
        }
    }

    /// Two methods of a generic superclass that become one when its arguments are given.
    fn check_concrete_conflicts(&self, c: ClassId, span: Span) {
        let w = self.world;
        if w.class(c).is_interface() {
            return;
        }
        let site = w.class_type(c);
        let mut up = w.superclass(c);
        while let Some(t) = up {
            let Some(s) = w.class_of(t) else { break };
            if !w.type_params(s).is_empty() && w.is_parameterized(t) {
                let methods = w.methods(s);
                for (i, &m) in methods.iter().enumerate() {
                    let sym = w.method(m);
                    if sym.is_constructor() || sym.flags.get() & (STATIC | ABSTRACT | PRIVATE) != 0 {
                        continue;
                    }
                    let generic = |m: MethodId| {
                        w.method(m).params.iter().any(|&p| {
                            w.mentions(
                                p,
                                &mut |q| matches!(w.kind(q), TyKind::Var(v) if w.type_params(s).contains(v)),
                            )
                        })
                    };
                    for &n in w.methods_named(s, sym.name).iter().filter(|n| !methods[..=i].contains(n)) {
                        let o = w.method(n);
                        if o.flags.get() & (STATIC | ABSTRACT | PRIVATE) != 0 || !(generic(m) || generic(n)) {
                            continue;
                        }
                        if !w.is_same_signature(m, n, site) {
                            continue;
                        }
                        // The class itself may override both.
                        if w.methods_named(c, sym.name).iter().any(|&x| w.is_subsignature(x, m, site)) {
                            continue;
                        }
                        let p = Printer::new(w);
                        let text = format!(
                            "methods {} from {} and {} from {} are inherited with the same signature",
                            p.method(m),
                            p.ty(t),
                            p.method(n),
                            p.ty(t)
                        );
                        self.diags.error(span, "concrete-inheritance-conflict", p.finish(text));
                        return;
                    }
                }
            }
            up = w.superclass(s);
        }
    }
}
