//! Overriding, hiding, implementing (JLS 8.4.8): what a method may do to the one it overrides.

use crate::Ctx;
use rvm_model::Printer;
use rvm_model::symbols::*;
use rvm_model::types::Ty;
use rvm_syntax::Span;
use rvm_syntax::lint::Lint;
use rvm_syntax::tree::flags::*;

/// Ordered by how much they protect.
fn protection(bits: u32, in_interface: bool) -> u32 {
    match bits & (PUBLIC | PROTECTED | PRIVATE) {
        _ if in_interface && bits & PRIVATE == 0 => 0,
        PUBLIC => 0,
        PROTECTED => 1,
        PRIVATE => 3,
        _ => 2,
    }
}

impl<'a> Ctx<'a> {
    /// The place of a method if `c` declares it, else that of the class.
    fn method_or_class_span(&self, m: MethodId, c: ClassId) -> Span {
        let w = self.world;
        let sym = w.method(m);
        if sym.class == c && sym.decl.is_some() { sym.span } else { self.class_span(c) }
    }

    /// Checks a method of a class against all concrete methods it overrides or hides, and its `@Override`.
    pub(super) fn check_overrides(&self, m: MethodId) {
        let w = self.world;
        let sym = w.method(m);
        let c = sym.class;
        if sym.is_constructor() {
            return;
        }
        for s in w.superclasses(c) {
            if s == c {
                continue;
            }
            for other in w.methods_named(s, sym.name) {
                let o = w.method(other);
                if o.has(ABSTRACT) {
                    continue;
                }
                if self.overrides_or_hides(m, other) {
                    self.check_override(m, other, c);
                }
            }
        }
        if let Some(decl) = &sym.decl
            && let Some(span) =
                self.annotation_span(&decl.modifiers.annotations, &self.class_env(c), "java/lang/Override")
        {
            let accessor = w.class(c).has(RECORD)
                && sym.params.is_empty()
                && w.components(c).iter().any(|&f| w.field(f).name == sym.name);
            if sym.has(STATIC) {
                let text = "static methods cannot be annotated with @Override";
                self.diags.error(span, "static-methods-cannot-be-annotated-with-override", text);
            } else if !accessor && !self.is_overrider(m) {
                let text = "method does not override or implement a method from a supertype";
                self.diags.error(span, "method-does-not-override-superclass", text);
            }
        }
    }

    /// Whether a method overrides anything.
    pub(crate) fn is_overrider(&self, m: MethodId) -> bool {
        let w = self.world;
        let sym = w.method(m);
        let c = sym.class;
        let site = w.class_type(c);
        w.superclasses(c).into_iter().filter(|&s| s != c).any(|s| {
            // Interfaces have Object's public methods without inheriting them.
            let object_of_interface = w.class(c).is_interface() && s == w.object_class();
            w.methods_named(s, sym.name).iter().any(|&o| {
                let other = w.method(o);
                if other.has(STATIC) || (object_of_interface && !other.has(PUBLIC)) {
                    return false;
                }
                w.overrides(m, o) || (object_of_interface && w.is_subsignature(m, o, site))
            })
        })
    }

    /// As overriding, but static methods count too (then it is hiding, or wrong).
    fn overrides_or_hides(&self, m: MethodId, other: MethodId) -> bool {
        let w = self.world;
        let (a, b) = (w.method(m), w.method(other));
        if b.has(PRIVATE) || b.is_constructor() || m == other {
            return false;
        }
        // Static methods of interfaces are not inherited.
        if b.has(STATIC) && w.class(b.class).is_interface() {
            return false;
        }
        let visible = b.has(PUBLIC)
            || w.class(b.class).is_interface()
            || (b.has(PROTECTED) && !w.class(a.class).is_interface())
            || (!b.has(PROTECTED) && w.class_raw(b.class).package == w.class_raw(a.class).package);
        // An interface's methods only meet Object's public ones.
        if w.class(a.class).is_interface() && !w.class(b.class).is_interface() && !b.has(PUBLIC) {
            return false;
        }
        visible && w.is_subsignature(m, other, w.class_type(a.class))
    }

    /// The methods of a class (own or inherited) that implement abstract ones above it (JLS 8.4.8.3).
    pub(super) fn check_implementations(&self, c: ClassId) {
        let w = self.world;
        let origin_interface = w.class(c).is_interface();
        for s in w.superclasses(c) {
            let up = w.class(s);
            if !up.is_interface() && !up.has(ABSTRACT) {
                continue;
            }
            for abs in w.methods(s) {
                let sym = w.method(abs);
                if sym.flags.get() & (ABSTRACT | DEFAULT) == 0 || sym.has(STATIC) {
                    continue;
                }
                let Some(imp) = self.implementation_or_static(abs, c) else { continue };
                if imp != abs && w.class(w.method(imp).class).is_interface() == origin_interface {
                    // Pairs of a superclass were checked there.
                    self.check_override(imp, abs, c);
                }
            }
        }
    }

    /// As [`rvm_model::World::implementation`], but a static or less accessible method of that signature is found too: it is in the way.
    pub(super) fn implementation_or_static(&self, abs: MethodId, c: ClassId) -> Option<MethodId> {
        let w = self.world;
        let site = w.class_type(c);
        let sym = w.method(abs);
        for s in w.superclasses(c) {
            if s == sym.class || w.class(s).is_interface() != w.class(c).is_interface() {
                continue;
            }
            for m in w.methods_named(s, sym.name) {
                let other = w.method(m);
                if m == abs || (other.has(PRIVATE) && other.class != c) {
                    continue;
                }
                // What is above the abstract method implements it only if the class inherits both.
                if other.has(ABSTRACT) && !w.is_sub_class(s, sym.class) {
                    continue;
                }
                if w.is_sub_class(sym.class, s) {
                    continue;
                }
                if w.class(s).is_interface() && other.has(STATIC) && s != c {
                    continue;
                }
                if !w.class(sym.class).is_interface() && !self.overrides_or_hides(m, abs) {
                    continue;
                }
                if w.is_subsignature(m, abs, site) {
                    return Some(m);
                }
            }
        }
        None
    }

    /// `m` overrides, hides or implements `other` in `origin`: is it allowed to?
    fn check_override(&self, m: MethodId, other: MethodId, origin: ClassId) {
        let w = self.world;
        let (a, b) = (w.method(m), w.method(other));
        // Elements of annotations have a check of their own.
        if w.class(a.class).has(ANNOTATION) {
            return;
        }
        let span = self.method_or_class_span(m, origin);
        let p = Printer::new(w);
        let verb = |hide: bool| {
            let word = if hide {
                "cannot hide"
            } else if !w.class(b.class).is_interface() {
                "cannot override"
            } else if !w.class(a.class).is_interface() {
                "cannot implement"
            } else {
                "clashes with"
            };
            format!(
                "{} in {} {word} {} in {}",
                p.method(m),
                p.class(a.class),
                p.method(other),
                p.class(b.class)
            )
        };
        if a.has(STATIC) && !b.has(STATIC) {
            let text = format!("{}\n  overriding method is static", verb(false));
            self.diags.error(span, "override-static", p.finish(text));
            return;
        }
        if b.has(FINAL) || (!a.has(STATIC) && b.has(STATIC)) {
            let words = rvm_model::World::modifier_names(b.flags.get() & (STATIC | FINAL));
            let text = format!("{}\n  overridden method is {words}", verb(false));
            self.diags.error(span, "override-meth", p.finish(text));
            return;
        }
        let theirs = protection(b.flags.get(), w.class(b.class).is_interface());
        if protection(a.flags.get(), w.class(a.class).is_interface()) > theirs {
            let was = match theirs {
                0 => "public",
                1 => "protected",
                _ => "package",
            };
            let text = format!("{}\n  attempting to assign weaker access privileges; was {was}", verb(false));
            self.diags.error(span, "override-weaker-access", p.finish(text));
            return;
        }
        let site = w.class_type(origin);
        let mine = w.member_type(site, a.ret, a.class);
        let their_vars: Vec<Ty> = a.type_params.iter().map(|&v| w.var_type(v)).collect();
        let adapt = |t: Ty| {
            let t = w.member_type(site, t, b.class);
            if b.type_params.len() == their_vars.len() {
                w.subst(t, &b.type_params, &their_vars)
            } else {
                w.erasure(t)
            }
        };
        let wanted = adapt(b.ret);
        match self.return_fits(m, other, mine, wanted, site) {
            None => {
                let hide = a.has(STATIC) && b.has(STATIC);
                let text = format!(
                    "{}\n  return type {} is not compatible with {}",
                    verb(hide),
                    p.ty(mine),
                    p.ty(wanted)
                );
                self.diags.error(span, "override-incompatible-ret", p.finish(text));
                return;
            }
            Some(true) => {
                let verb = match (w.class(b.class).is_interface(), w.class(a.class).is_interface()) {
                    (true, false) => "implements",
                    _ => "overrides",
                };
                let p = Printer::new(w);
                let text = format!(
                    "{} in {} {verb} {} in {}\n  return type requires unchecked conversion from {} to {}",
                    p.method(m),
                    p.class(a.class),
                    p.method(other),
                    p.class(b.class),
                    p.ty(mine),
                    p.ty(wanted)
                );
                self.diags.lint(Lint::Unchecked, span, "override-unchecked-ret", p.finish(text));
            }
            Some(false) => {}
        }
        if b.has(DEPRECATED) && !a.has(DEPRECATED) && w.outermost_class(a.class) != w.outermost_class(b.class)
        {
            self.warn_deprecated(super::notes::Old::Method(other), span);
        }
        self.warn_varargs_override(m, other, span);
        let allowed: Vec<Ty> = b.throws.iter().map(|&t| adapt(t)).collect();
        let erased = w.erasure_all(&allowed);
        for &t in &a.throws {
            let t = w.member_type(site, t, a.class);
            if t == Ty::ERROR || self.is_unchecked_exception(t) {
                continue;
            }
            if !allowed.iter().chain(&erased).any(|&u| w.is_subtype(t, u)) {
                let text = format!("{}\n  overridden method does not throw {}", verb(false), p.ty(t));
                self.diags.error(span, "override-meth-doesnt-throw", p.finish(text));
                return;
            }
        }
    }

    /// JLS 8.4.5: None if the result does not fit; Some(true) if it does with an unchecked conversion.
    pub(super) fn return_fits(
        &self,
        m: MethodId,
        other: MethodId,
        mine: Ty,
        wanted: Ty,
        site: Ty,
    ) -> Option<bool> {
        let w = self.world;
        if mine == wanted || mine == Ty::ERROR || wanted == Ty::ERROR {
            return Some(false);
        }
        if mine.is_primitive() || wanted.is_primitive() || mine == Ty::VOID || wanted == Ty::VOID {
            return None;
        }
        if w.is_same_signature(m, other, site) {
            let (ok, unchecked) = w.is_subtype_unchecked(mine, wanted);
            if ok {
                return Some(unchecked);
            }
            // Raw for parameterised.
            return (w.is_subtype(w.erasure(mine), w.erasure(wanted)) && w.is_raw(mine)).then_some(true);
        }
        if w.is_subtype(mine, wanted) {
            return Some(false);
        }
        w.is_subtype(mine, w.erasure(wanted)).then_some(true)
    }

    /// RuntimeException, Error and their subclasses (JLS 11.1.1).
    pub fn is_unchecked_exception(&self, t: Ty) -> bool {
        let w = self.world;
        [self.needed_class("java/lang/RuntimeException"), self.needed_class("java/lang/Error")]
            .iter()
            .any(|&c| w.is_subtype(t, w.raw_type(c)))
    }

    /// Methods with one erasure where neither overrides the other (JLS 8.4.8.3).
    pub(super) fn check_override_clashes(&self, m: MethodId) {
        let w = self.world;
        let sym = w.method(m);
        if sym.is_constructor() || sym.params.iter().any(|&t| self.is_erroneous(t)) {
            return;
        }
        let c = sym.class;
        let site = w.class_type(c);
        let erased = w.erasure_all(&sym.params);
        for s in w.superclasses(c) {
            if s == c {
                continue;
            }
            for other in w.methods_named(s, sym.name) {
                let o = w.method(other);
                if o.has(PRIVATE) || o.params.len() != sym.params.len() {
                    continue;
                }
                if o.has(STATIC) && w.class(s).is_interface() {
                    continue;
                }
                if !o.has(PUBLIC) && !o.has(PROTECTED) && w.class_raw(s).package != w.class_raw(c).package {
                    continue;
                }
                if w.is_subsignature(m, other, site) || erased != w.erasure_all(&o.params) {
                    continue;
                }
                let p = Printer::new(w);
                let show = |m: MethodId| {
                    let sym = w.method(m);
                    let params: Vec<Ty> =
                        if sym.class == c { sym.params.clone() } else { self.shown_params(m, site) };
                    format!("{}({}) in {}", sym.name, p.params(m, &params), p.class(sym.class))
                };
                let (key, verb) = if sym.has(STATIC) {
                    ("name-clash-same-erasure-no-hide", "hides")
                } else {
                    ("name-clash-same-erasure-no-override", "overrides")
                };
                let text = format!(
                    "name clash: {} and {} have the same erasure, yet neither {verb} the other",
                    show(m),
                    show(other)
                );
                self.diags.error(sym.span, key, p.finish(text));
                return;
            }
        }
    }

    /// Parameters of an inherited method as messages show them: as members of the class.
    pub(super) fn shown_params(&self, m: MethodId, site: Ty) -> Vec<Ty> {
        let w = self.world;
        let sym = w.method(m);
        sym.params.iter().map(|&t| w.member_type(site, t, sym.class)).collect()
    }
}
