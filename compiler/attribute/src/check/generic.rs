//! Functional interfaces that claim to be, sealed hierarchies, cycles among constructors and annotation elements.

use crate::Ctx;
use rvm_model::NotFunctional;
use rvm_model::symbols::*;
use rvm_syntax::Span;
use rvm_syntax::tree::{TypeDecl, TypeNodeKind, flags::*};

impl<'a> Ctx<'a> {
    /// `@FunctionalInterface` on what is none (JLS 9.6.4.9).
    pub(super) fn check_functional_annotation(&self, c: ClassId, decl: &TypeDecl) {
        let w = self.world;
        let Some(env) = self.outer_env(c) else { return };
        let Some(span) =
            self.annotation_span(&decl.modifiers.annotations, &env, "java/lang/FunctionalInterface")
        else {
            return;
        };
        let detail = match w.functional_methods(c) {
            Ok(_) => return,
            Err(NotFunctional::NotInterface | NotFunctional::NoParameterization) => None,
            Err(e) => e.detail(w),
        };
        let mut text = format!(
            "Unexpected @FunctionalInterface annotation\n  {} is not a functional interface",
            w.class_display(c)
        );
        if let Some(d) = detail {
            text.push_str(&format!("\n    {d}"));
        }
        self.diags.error(span, "bad-functional-intf-anno-1", text);
    }

    /// Sealed classes and those below them (JLS 8.1.1.2, 8.1.6).
    pub(super) fn check_sealed(&self, c: ClassId, decl: &TypeDecl, span: Span) {
        let w = self.world;
        let sym = w.class(c);
        let sealed_supers: Vec<ClassId> = self
            .super_classes(c)
            .into_iter()
            .filter(|&s| w.class(s).has(SEALED) && !w.class(s).has(ENUM))
            .collect();
        if sym.has(SEALED) && !sym.has(ENUM) {
            if decl.permits.is_empty() && sym.permitted.borrow().is_empty() {
                self.diags.error(
                    span,
                    "sealed-class-must-have-subclasses",
                    "sealed class must have subclasses",
                );
            }
            let mut seen: Vec<ClassId> = Vec::new();
            let resolved: Vec<(Span, Option<ClassId>)> = {
                let list = sym.permitted.borrow();
                decl.permits.iter().map(|n| (n.span, self.permitted_of(n, &list, decl, c))).collect()
            };
            for (at, k) in resolved {
                let Some(k) = k else { continue };
                let bad = if seen.contains(&k) {
                    Some(format!("must not contain duplicates: {}", w.class_display(k)))
                } else if k == c {
                    Some("illegal self-reference in permits clause".into())
                } else if !self.super_classes(k).contains(&c) {
                    Some(format!("subclass {} must extend sealed class", w.class_display(k)))
                } else {
                    None
                };
                if let Some(b) = bad {
                    self.diags.error(
                        at,
                        "invalid-permits-clause",
                        format!("invalid permits clause\n  ({b})"),
                    );
                }
                // The library's own sources are those of the module java.base.
                let named = self.enter.named_module.get() || sym.binary.as_str().starts_with("java/");
                if !named && !seen.contains(&k) && w.class(k).package != sym.package {
                    let text = format!(
                        "class {} in unnamed module cannot extend a sealed class in a different package",
                        w.class_display(c)
                    );
                    self.diags.error(at, "class-in-unnamed-module-cant-extend-sealed-in-diff-package", text);
                }
                seen.push(k);
            }
        }
        if sealed_supers.is_empty() {
            if sym.has(NON_SEALED) {
                let text = format!(
                    "non-sealed modifier not allowed here\n  ({} {} does not have any sealed supertypes)",
                    w.kind_name_for_location(c),
                    w.class_display(c)
                );
                self.diags.error(span, "non-sealed-with-no-sealed-supertype", text);
            }
            return;
        }
        if matches!(sym.owner.get(), Owner::Method(..)) {
            let what = if sym.name.as_str().is_empty() { "anonymous" } else { "local" };
            let text = format!("{what} classes must not extend sealed classes");
            self.diags.error(span, "local-classes-cant-extend-sealed", text);
            return;
        }
        for &s in &sealed_supers {
            if !w.permitted(s).contains(&c) {
                let text = format!(
                    "class is not allowed to extend sealed class: {} (as it is not listed in its permits clause)",
                    w.class_display(s)
                );
                self.diags.error(span, "cant-inherit-from-sealed", text);
                return;
            }
        }
        if sym.flags.get() & (SEALED | NON_SEALED | FINAL) == 0 {
            let (key, text) = if sym.is_interface() {
                ("non-sealed-or-sealed-expected", "sealed or non-sealed modifiers expected")
            } else {
                ("non-sealed-sealed-or-final-expected", "sealed, non-sealed or final modifiers expected")
            };
            self.diags.error(span, key, text);
        }
    }

    fn permitted_of(
        &self,
        node: &rvm_syntax::tree::TypeNode,
        list: &[ClassId],
        decl: &TypeDecl,
        c: ClassId,
    ) -> Option<ClassId> {
        // The list has what resolved, in order; where all did, places match.
        if list.len() == decl.permits.len() {
            let i = decl.permits.iter().position(|n| n.span == node.span)?;
            return list.get(i).copied();
        }
        let env = self.outer_env(c)?.with_header(c, self.world.type_params(c));
        let TypeNodeKind::Named(_) = node.kind else { return None };
        let (t, _) = self.diags.speculate(|| self.resolve_mode(&env, node, crate::scope::Mode::Early));
        self.world.class_of(t)
    }

    /// Constructors that call each other in a circle (JLS 8.8.7): `calls` has each constructor with the one its `this(..)` calls.
    /// Attribution calls it when a class is done.
    pub fn check_cyclic_constructors(&self, calls: &[(MethodId, MethodId)]) {
        let w = self.world;
        let target = |m: MethodId| calls.iter().find(|(a, _)| *a == m).map(|p| p.1);
        let mut done: Vec<MethodId> = Vec::new();
        for &(start, _) in calls.iter().rev() {
            let mut path: Vec<MethodId> = Vec::new();
            let mut at = start;
            loop {
                if path.contains(&at) {
                    // At a call of it from elsewhere, if there is one.
                    let caller = calls.iter().find(|(c, t)| *t == at && *c != at).map(|p| p.0);
                    let place = caller
                        .and_then(|c| w.method(c).decl.as_ref())
                        .and_then(|d| self.first_call(d.body.as_ref()?));
                    let span = place.map_or(w.method(at).span, |id| id.span);
                    let text = "recursive constructor invocation";
                    self.diags.error(span, "recursive-ctor-invocation", text);
                    break;
                }
                if done.contains(&at) {
                    break;
                }
                path.push(at);
                match target(at) {
                    Some(next) => at = next,
                    None => break,
                }
            }
            done.extend(path);
        }
    }

    /// Annotation interfaces that contain themselves (JLS 9.6.1); called with the class's other checks at its end.
    pub fn check_cyclic_elements(&self, c: ClassId) {
        let w = self.world;
        if !w.class(c).has(ANNOTATION) {
            return;
        }
        self.cyclic_elements_in(c, None, &mut Vec::new());
    }

    fn cyclic_elements_in(&self, c: ClassId, at: Option<Span>, path: &mut Vec<ClassId>) {
        let w = self.world;
        if self.enter.acyclic_elements.borrow().contains(&c) || !w.is_source(c) {
            return;
        }
        path.push(c);
        for m in w.methods(c) {
            let sym = w.method(m);
            let t = w.elem_type(sym.ret).unwrap_or(sym.ret);
            let Some(k) = w.class_of(t) else { continue };
            if !w.class(k).has(ANNOTATION) {
                continue;
            }
            let span = at.unwrap_or(sym.span);
            if path.contains(&k) {
                let text = format!("type of element {} is cyclic", w.class_display(k));
                self.diags.error(span, "cyclic-annotation-element", text);
            } else {
                self.cyclic_elements_in(k, Some(span), path);
            }
        }
        path.pop();
        self.enter.acyclic_elements.borrow_mut().insert(c);
    }
}
