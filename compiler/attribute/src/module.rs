//! Module declarations (JLS 7.7): the names in their directives, and what is said twice.

use crate::Ctx;
use crate::enter::annotations::Site;
use crate::scope::{Env, Unit};
use rvm_model::module::Module;
use rvm_model::symbols::ClassId;
use rvm_model::types::Ty;
use rvm_syntax::tree::{Directive, Ident, ModuleDecl, TypeNode, TypeNodeKind, flags};
use rvm_syntax::{Name, Span};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Flags of `requires` (JVMS 4.7.25).
const TRANSITIVE: u16 = 0x20;
const STATIC_PHASE: u16 = 0x40;
const MANDATED: u16 = 0x8000;

/// The platform's modules: the library has all its packages in one, but programs name those of the standard.
const PLATFORM: &str = " java.base java.compiler java.datatransfer java.desktop java.instrument java.logging \
    java.management java.management.rmi java.naming java.net.http java.prefs java.rmi java.scripting java.se \
    java.security.jgss java.security.sasl java.smartcardio java.sql java.sql.rowset java.transaction.xa java.xml \
    java.xml.crypto jdk.accessibility jdk.attach jdk.charsets jdk.compiler jdk.crypto.cryptoki jdk.crypto.ec \
    jdk.dynalink jdk.editpad jdk.hotspot.agent jdk.httpserver jdk.incubator.foreign jdk.incubator.vector \
    jdk.jartool jdk.javadoc jdk.jcmd jdk.jconsole jdk.jdeps jdk.jdi jdk.jdwp.agent jdk.jfr jdk.jlink jdk.jpackage \
    jdk.jshell jdk.jsobject jdk.jstatd jdk.localedata jdk.management jdk.management.agent jdk.management.jfr \
    jdk.naming.dns jdk.naming.rmi jdk.net jdk.nio.mapmode jdk.sctp jdk.security.auth jdk.security.jgss \
    jdk.unsupported jdk.unsupported.desktop jdk.xml.dom jdk.zipfs ";

fn dotted(path: &[Ident]) -> String {
    let words: Vec<&str> = path.iter().map(|id| id.name.as_str()).collect();
    words.join(".")
}

fn is_known(module: &str, path: &[String]) -> bool {
    PLATFORM.contains(&format!(" {module} ")) || path.iter().any(|m| m == module)
}

fn place(path: &[Ident]) -> Span {
    path.last().map_or(Span::NONE, |id| id.span)
}

impl Ctx<'_> {
    /// The module that the files of this run declare, if one does and is in order so far. `path`: modules on the module path.
    pub fn module(&self, path: &[String]) -> Option<Module> {
        let units: Vec<Rc<Unit>> = self.enter.units().clone();
        let mut found = None;
        for unit in &units {
            let Some(decl) = &unit.tree.module else { continue };
            let file = &self.diags.file(unit.file).name;
            let source = file.rsplit(['/', '\\']).next().unwrap_or(file).to_string();
            if source != "module-info.java" && source != "module-info.src" {
                self.diags.error(
                    decl.span,
                    "module-decl-sb-in-module-info-java",
                    "module declarations should be in a file named module-info.java",
                );
            }
            if found.is_some() {
                self.diags.error(decl.span, "too-many-modules", "too many module declarations found");
                continue;
            }
            found = Some((unit.clone(), decl, source));
        }
        let (unit, decl, source) = found?;
        let env = Env::of_unit(unit.clone());
        let mut module = Module { name: dotted(&decl.name), open: decl.open, source, ..Module::default() };
        let before = self.diags.error_count();
        let mut unknown = Vec::new();
        let mut cyclic = Vec::new();
        let mut required = HashSet::new();
        for d in &decl.directives {
            match d {
                Directive::Requires { transitive, is_static, module: other, span } => {
                    let bit = |on: bool, flag: u16| if on { flag } else { 0 };
                    let bits = bit(*transitive, TRANSITIVE) | bit(*is_static, STATIC_PHASE);
                    if dotted(other) == module.name {
                        cyclic.push(place(other));
                    } else {
                        self.requires(other, bits, *span, path, &mut required, &mut module);
                    }
                }
                Directive::Exports { opens, package, to, span } => {
                    if *opens && decl.open {
                        let text = "'opens' only allowed in strong modules";
                        self.diags.error(*span, "no-opens-unless-strong", text);
                    }
                    self.package(*opens, package, to, &mut module);
                    unknown.extend(to.iter().filter(|m| {
                        let name = dotted(m);
                        name != module.name && !is_known(&name, path)
                    }));
                }
                _ => {}
            }
        }
        for span in cyclic {
            let text = format!("cyclic dependence involving {}", module.name);
            self.diags.error(span, "cyclic-requires", text);
        }
        if module.name != "java.base" && !required.contains("java.base") {
            module.requires.insert(0, ("java.base".to_string(), MANDATED));
        }
        if self.diags.error_count() > before {
            return None;
        }
        let own: HashSet<Name> =
            self.top_level_classes().iter().map(|&c| self.world.class(c).package).collect();
        for d in &decl.directives {
            if let Directive::Exports { opens: false, package, .. } = d
                && !own.contains(&Name::new(&dotted(package)))
            {
                let text = format!("package is empty or does not exist: {}", dotted(package));
                self.diags.error(place(package), "package-empty-or-not-found", text);
            }
        }
        module.annotations = self.module_annotations(&env, &decl.annotations);
        self.services(decl, &env, &mut module);
        for d in &decl.directives {
            if let Directive::Exports { opens: true, package, .. } = d
                && !own.contains(&Name::new(&dotted(package)))
            {
                let text = format!("package is empty or does not exist: {}", dotted(package));
                self.diags.warn(place(package), "package-empty-or-not-found", text);
            }
        }
        for m in unknown {
            let text = format!("module not found: {}", dotted(m));
            self.diags.lint(rvm_syntax::lint::Lint::Module, place(m), "module-not-found", text);
        }
        Some(module)
    }

    fn requires(
        &self,
        module: &[Ident],
        bits: u16,
        directive: Span,
        path: &[String],
        seen: &mut HashSet<String>,
        out: &mut Module,
    ) {
        let name = dotted(module);
        let span = place(module);
        if !is_known(&name, path) {
            self.diags.error(span, "module-not-found", format!("module not found: {name}"));
        } else if !seen.insert(name.clone()) {
            self.diags.error(span, "duplicate-requires", format!("duplicate requires: {name}"));
        } else {
            if name == "java.base" && bits != 0 {
                let word = if bits & TRANSITIVE != 0 { "transitive" } else { "static" };
                let text = format!("modifier {word} not allowed here");
                self.diags.error(directive, "modifier-not-allowed-here", text);
            }
            out.requires.push((name, bits));
        }
    }

    /// `exports` or `opens`.
    fn package(&self, opens: bool, package: &[Ident], to: &[Vec<Ident>], out: &mut Module) {
        let word = if opens { "opens" } else { "exports" };
        let name = dotted(package);
        let slashed = Name::new(&name.replace('.', "/"));
        let list = if opens { &mut out.opens } else { &mut out.exports };
        if list.iter().any(|(p, _)| *p == slashed) {
            let key = if opens { "conflicting-opens" } else { "conflicting-exports" };
            let text = format!("duplicate or conflicting {word}: {name}");
            self.diags.error(place(package), key, text);
            return;
        }
        let mut targets: Vec<String> = Vec::new();
        for m in to {
            let target = dotted(m);
            if targets.contains(&target) {
                let key = if opens { "conflicting-opens-to-module" } else { "conflicting-exports-to-module" };
                let text = format!("duplicate or conflicting {word} to module: {target}");
                self.diags.error(place(m), key, text);
            } else {
                targets.push(target);
            }
        }
        list.push((slashed, targets));
    }

    fn services(&self, decl: &ModuleDecl, env: &Env, out: &mut Module) {
        let mut elsewhere = Vec::new();
        let mut provided: HashMap<ClassId, Vec<ClassId>> = HashMap::new();
        let mut directives = Vec::new();
        for d in &decl.directives {
            match d {
                Directive::Uses(node, directive) => {
                    let Some(c) = self.service(env, node) else { continue };
                    if self.world.class(c).has(flags::ENUM) {
                        let text =
                            format!("the service definition is an enum: {}", self.world.class_display(c));
                        self.diags.error(node.span, "service-definition-is-enum", text);
                        continue;
                    }
                    if out.uses.contains(&c) {
                        let text = format!("duplicate uses: {}", self.world.class_display(c));
                        self.diags.error(*directive, "duplicate-uses", text);
                    } else {
                        out.uses.push(c);
                    }
                }
                Directive::Provides { service, with, span } => {
                    let known = self.service(env, service);
                    let repeated = known.is_some_and(|c| out.provides.iter().any(|(s, _)| *s == c));
                    if let (Some(c), true) = (known, repeated) {
                        let text = format!("multiple 'provides' for service {}", self.world.class_display(c));
                        self.diags.error(service.span, "repeated-provides-for-service", text);
                    }
                    let mut before = known.and_then(|c| provided.remove(&c)).unwrap_or_default();
                    let (list, stranger) = self.providers(env, known, with, *span, &mut before);
                    if let Some(c) = known {
                        provided.insert(c, before);
                        directives.push((c, *span));
                    }
                    elsewhere.extend(stranger);
                    if let (Some(c), false) = (known, repeated) {
                        out.provides.push((c, list));
                    }
                }
                _ => {}
            }
        }
        let mut warned = HashSet::new();
        for (c, span) in directives {
            let package = Name::new(&self.world.class(c).package.as_str().replace('.', "/"));
            let known = !self.world.is_source(c)
                || out.uses.contains(&c)
                || out.exports.iter().any(|(p, _)| *p == package);
            if !known && warned.insert(c) {
                let text = "service interface provided but not exported or used";
                self.diags.warn(span, "service-provided-but-not-exported-or-used", text);
            }
        }
        for span in elsewhere {
            self.diags.error(
                span,
                "service-implementation-not-in-right-module",
                "service implementation must be defined in the same module as the provides directive",
            );
        }
    }

    fn service(&self, env: &Env, node: &TypeNode) -> Option<ClassId> {
        let ty = self.resolve_type(env, node);
        self.world.class_of(ty).filter(|_| ty != Ty::ERROR)
    }

    /// The providers of a service; and the directive's place if one of them is not of this module.
    fn providers(
        &self,
        env: &Env,
        service: Option<ClassId>,
        with: &[TypeNode],
        directive: Span,
        before: &mut Vec<ClassId>,
    ) -> (Vec<ClassId>, Option<Span>) {
        let mut list = Vec::new();
        let mut stranger = None;
        for node in with {
            let Some(c) = self.provider(env, node) else { continue };
            let errors = self.diags.error_count();
            self.check_provider(service, c, node.span);
            if !self.world.is_source(c) {
                stranger = Some(directive);
            }
            if before.contains(&c) && self.diags.error_count() == errors {
                let s = service.map(|s| self.world.class_display(s)).unwrap_or_default();
                let p = self.world.class_display(c);
                let text = format!("duplicate provides: service {s}, implementation {p}");
                self.diags.error(node.span, "duplicate-provides", text);
            }
            before.push(c);
            list.push(c);
        }
        (list, stranger)
    }

    fn provider(&self, env: &Env, node: &TypeNode) -> Option<ClassId> {
        let (ty, errors) = self.diags.speculate(|| self.resolve_type(env, node));
        if errors == 0 {
            return self.world.class_of(ty);
        }
        // A class that is there but not public has a message of its own.
        if let TypeNodeKind::Named(segments) = &node.kind {
            let words: Vec<&str> = segments.iter().map(|s| s.name.name.as_str()).collect();
            for split in (0..words.len()).rev() {
                let binary = format!(
                    "{}{}{}",
                    words[..split].join("/"),
                    if split == 0 { "" } else { "/" },
                    words[split..].join("$")
                );
                if let Some(c) = self.load_class(Name::new(&binary)) {
                    return Some(c);
                }
            }
        }
        self.resolve_type(env, node);
        None
    }

    fn check_provider(&self, service: Option<ClassId>, c: ClassId, span: Span) {
        let w = self.world;
        let sym = w.class(c);
        let shown = w.class_display(c);
        if !sym.has(flags::PUBLIC) {
            let owner = match w.enclosing_class(c) {
                Some(o) => w.class_display(o),
                None => sym.package.to_string(),
            };
            self.diags.error(span, "not-def-public", format!("{shown} is not public in {owner}"));
            return;
        }
        let Some(service) = service else { return };
        let target = w.raw_type(service);
        let factory = w.methods(c).iter().copied().find(|&m| {
            let m = w.method(m);
            m.name.as_str() == "provider"
                && m.params.is_empty()
                && m.has(flags::STATIC)
                && m.has(flags::PUBLIC)
        });
        if let Some(m) = factory {
            if !w.is_subtype(w.erasure(w.method(m).ret), target) {
                self.diags.error(
                    span,
                    "service-implementation-provider-return-must-be-subtype-of-service-interface",
                    "the \"provider\" method return type must be a subtype of the service interface type",
                );
            }
            return;
        }
        let constructor = w
            .methods(c)
            .iter()
            .copied()
            .find(|&m| w.method(m).is_constructor() && w.method(m).params.is_empty());
        let (key, text) = if !w.is_subtype(w.raw_type(c), target) {
            (
                "service-implementation-must-be-subclass-of-service-interface",
                "the service implementation type must be a subtype of the service interface type, or have a public static no-args method named \"provider\" returning the service implementation".to_string(),
            )
        } else if sym.has(flags::ABSTRACT) {
            (
                "service-implementation-is-abstract",
                format!("the service implementation is an abstract class: {shown}"),
            )
        } else if w.has_outer_instance(c) {
            (
                "service-implementation-is-inner",
                format!("the service implementation is an inner class: {shown}"),
            )
        } else {
            match constructor {
                None => (
                    "service-implementation-doesnt-have-a-no-args-constructor",
                    format!("the service implementation does not have a default constructor: {shown}"),
                ),
                Some(m) if !w.method(m).has(flags::PUBLIC) => (
                    "service-implementation-no-args-constructor-not-public",
                    format!(
                        "the no arguments constructor of the service implementation is not public: {shown}"
                    ),
                ),
                Some(_) => return,
            }
        };
        self.diags.error(span, key, text);
    }

    fn module_annotations(
        &self,
        env: &Env,
        list: &[rvm_syntax::tree::Annotation],
    ) -> Vec<rvm_model::hir::Annotation> {
        self.resolve_checked(env, list, Site::Module)
    }
}
