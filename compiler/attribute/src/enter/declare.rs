//! Declaring classes: symbols with names, flags, type variables, before anything is resolved.

use super::Annotated;
use crate::Ctx;
use crate::check::modifiers::ClassPlace;
use crate::scope::{Env, Unit};
use rvm_model::symbols::*;
use rvm_model::types::Ty;
use rvm_syntax::tree::{CompilationUnit, Member, TypeDecl, TypeDeclKind, flags};
use rvm_syntax::{Name, Span};
use std::cell::Cell;
use std::rc::Rc;

/// Where a class is declared.
#[derive(Clone, Copy, Debug)]
pub struct Placement {
    /// Member, local or top-level.
    pub owner: Owner,
    /// No enclosing instance: a local or anonymous class in a static context.
    pub static_context: bool,
}

/// Flags that a type declaration's keyword implies.
fn kind_flags(kind: TypeDeclKind) -> u32 {
    match kind {
        TypeDeclKind::Class => 0,
        TypeDeclKind::Interface => flags::INTERFACE | flags::ABSTRACT,
        TypeDeclKind::Annotation => flags::INTERFACE | flags::ABSTRACT | flags::ANNOTATION,
        TypeDeclKind::Enum => flags::ENUM,
        TypeDeclKind::Record => flags::RECORD | flags::FINAL,
    }
}

impl<'a> Ctx<'a> {
    /// Declares a file's classes.
    pub(super) fn declare_unit(&self, tree: CompilationUnit) {
        let w = self.world;
        let unit = Rc::new(Unit::new(Rc::new(tree)));
        w.declare_package(unit.package);
        let env = Env::of_unit(unit.clone());
        let prefix = unit.prefix();
        for decl in &unit.tree.types {
            let binary = Name::new(&format!("{prefix}{}", decl.name.name));
            if let Some(&old) = self.enter.classes.borrow().get(&binary) {
                let text = format!("duplicate class: {}", w.qualified_name(old));
                self.diags.error(decl.span, "duplicate-class", text);
                continue;
            }
            let place = Placement { owner: Owner::Package, static_context: false };
            let c = self.declare_class(decl, binary, unit.package, place, &env);
            unit.types.borrow_mut().insert(decl.name.name, c);
            self.enter.top_level.borrow_mut().push(c);
            self.enter.queue.borrow_mut().push(c);
            self.check_file_name(decl, &unit);
        }
        self.enter.units.borrow_mut().push(unit);
    }

    /// A public class stands in a file of its name (JLS 7.6).
    fn check_file_name(&self, decl: &TypeDecl, unit: &Unit) {
        if decl.modifiers.flags & flags::PUBLIC == 0 || self.options.any_file_name {
            return;
        }
        let path = &self.diags.file(unit.file).name;
        let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
        // `.src` is as good as `.java`; other names (a pipe, a test's) are not checked.
        let Some(stem) = file.strip_suffix(".java").or_else(|| file.strip_suffix(".src")) else { return };
        if stem != decl.name.name.as_str() {
            let kind = match decl.kind {
                TypeDeclKind::Class => "class",
                TypeDeclKind::Interface => "interface",
                TypeDeclKind::Enum => "enum",
                TypeDeclKind::Record => "class",
                TypeDeclKind::Annotation => "@interface",
            };
            let text =
                format!("{kind} {0} is public, should be declared in a file named {0}.java", decl.name.name);
            self.diags.error(decl.span, "class-public-should-be-in-file", text);
        }
    }

    /// Makes the symbol of a class and those of its member classes.
    pub(crate) fn declare_class(
        &self,
        decl: &Rc<TypeDecl>,
        binary: Name,
        package: Name,
        place: Placement,
        env: &Env,
    ) -> ClassId {
        let w = self.world;
        self.register_suppression(&decl.modifiers, decl.span);
        let (outer_interface, class_place) = match place.owner {
            Owner::Package => (false, ClassPlace::TopLevel),
            Owner::Class(o) => (w.class_raw(o).has(flags::INTERFACE), ClassPlace::Member),
            Owner::Method(..) => (false, ClassPlace::Local),
        };
        let implied = if outer_interface { flags::PUBLIC | flags::STATIC } else { 0 };
        let inner = matches!(place.owner, Owner::Class(o) if w.has_outer_instance(o));
        let mut bits = self.class_flags(decl, class_place, implied, inner) | implied | kind_flags(decl.kind);
        if !matches!(place.owner, Owner::Package)
            && matches!(
                decl.kind,
                TypeDeclKind::Interface
                    | TypeDeclKind::Annotation
                    | TypeDeclKind::Enum
                    | TypeDeclKind::Record
            )
        {
            bits |= flags::STATIC;
        }
        if decl.kind == TypeDeclKind::Enum {
            // Constants with bodies are subclasses; the enum is then sealed (JLS 8.9).
            let bodies = decl.constants.iter().any(|k| k.body.is_some());
            bits |= if !bodies {
                flags::FINAL
            } else if self.options.release >= 17 {
                flags::SEALED
            } else {
                0
            };
        }
        if self.is_deprecated(&decl.modifiers) {
            bits |= flags::DEPRECATED;
        }
        let span = self.class_place(decl, env);
        let c = w.add_class(|id| {
            let mut sym = ClassSym::new(id, decl.name.name, package, binary);
            sym.owner = Cell::new(place.owner);
            sym.flags = Cell::new(bits);
            sym.static_context = Cell::new(place.static_context);
            sym.decl = Some(decl.clone());
            sym.span = span;
            sym
        });
        // The class may be known as what a class file refers to, or be there as a class file: the source wins.
        let _ = w.declare(c);
        self.enter.classes.borrow_mut().insert(binary, c);
        self.enter.outer_envs.borrow_mut().insert(c, env.clone());
        self.enter.annotation_queue.borrow_mut().push(Annotated::Class(c));
        let vars = self.declare_type_params(&decl.type_params, TypeVarOwner::Class(c));
        let _ = w.class_raw(c).type_params.set(vars);
        self.declare_member_classes(c, decl);
        c
    }

    /// Messages about a class point at its keyword; about an enum constant's body at the constant's name.
    fn class_place(&self, decl: &Rc<TypeDecl>, env: &Env) -> Span {
        if decl.name.name.as_str().is_empty()
            && let Some(c) = env.class()
            && let Some(outer) = &self.world.class_raw(c).decl
            && let Some(k) =
                outer.constants.iter().find(|k| k.body.as_ref().is_some_and(|b| Rc::ptr_eq(b, decl)))
        {
            return k.name.span;
        }
        decl.span
    }

    /// Type variables without bounds yet.
    pub(crate) fn declare_type_params(
        &self,
        params: &[rvm_syntax::tree::TypeParam],
        owner: TypeVarOwner,
    ) -> Vec<TypeVarId> {
        let w = self.world;
        params
            .iter()
            .map(|p| {
                w.add_type_var(|id| TypeVarSym {
                    id,
                    name: p.name.name,
                    owner: Some(owner),
                    upper: Cell::new(Ty::ERROR),
                    lower: Cell::new(Ty::NULL),
                    wildcard: None,
                })
            })
            .collect()
    }

    fn declare_member_classes(&self, c: ClassId, decl: &Rc<TypeDecl>) {
        let w = self.world;
        let sym = w.class_raw(c);
        let env = self.class_env(c);
        for member in &decl.members {
            let Member::Type(m) = member else { continue };
            let name = m.name.name;
            if let Some(old) = self.enclosing_of_name(c, name) {
                let (kind, place) = match w.class_raw(old).owner.get() {
                    Owner::Package => {
                        let p = w.class_raw(old).package;
                        (
                            "package",
                            if p.as_str().is_empty() { "unnamed package".to_string() } else { p.to_string() },
                        )
                    }
                    Owner::Class(o) => (w.kind_name(o), w.class_display(o)),
                    Owner::Method(o, _) => (w.kind_name(o), w.class_display(o)),
                };
                let text = format!("{} {name} is already defined in {kind} {place}", w.kind_name(old));
                self.duplicate_decl(m.span, text);
                continue;
            }
            if let Some(old) = w.member_class_named(c, name) {
                let text = format!(
                    "{} {} is already defined in {} {}",
                    w.kind_name(old),
                    w.class_display(old),
                    w.kind_name(c),
                    w.class_display(c)
                );
                self.duplicate_decl(m.span, text);
                continue;
            }
            let binary = Name::new(&format!("{}${name}", sym.binary));
            if self.enter.classes.borrow().contains_key(&binary) {
                let old = self.enter.classes.borrow().get(&binary).copied();
                match old.map(|o| w.class_raw(o)).filter(|o| o.owner.get() != Owner::Package) {
                    Some(old) => {
                        let text = format!("classes: {} and {name} have the same binary name", old.name);
                        self.duplicate_decl_key(m.span, "same-binary-name", text);
                    }
                    None => {
                        let text = format!("duplicate class: {}.{name}", w.class_display(c));
                        self.duplicate_decl_key(m.span, "duplicate-class", text);
                    }
                }
                continue;
            }
            let place = Placement { owner: Owner::Class(c), static_context: false };
            let id = self.declare_class(m, binary, sym.package, place, &env);
            sym.member_classes.borrow_mut().push(id);
        }
    }

    fn duplicate_decl(&self, span: Span, text: String) {
        self.duplicate_decl_key(span, "already-defined", text);
    }

    fn duplicate_decl_key(&self, span: Span, key: &'static str, text: String) {
        self.enter.duplicates.borrow_mut().insert((span.file, span.at));
        self.diags.error(span, key, text);
    }

    /// A class around (or `c` itself) of that name.
    fn enclosing_of_name(&self, c: ClassId, name: Name) -> Option<ClassId> {
        let w = self.world;
        let mut k = Some(c);
        while let Some(i) = k {
            let sym = w.class_raw(i);
            if sym.name == name && !name.as_str().is_empty() {
                return Some(i);
            }
            k = match sym.owner.get() {
                Owner::Package => None,
                Owner::Class(o) | Owner::Method(o, _) => Some(o),
            };
        }
        None
    }
}
