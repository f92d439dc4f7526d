//! Lookup of type names (JLS 6.4.1, 6.5.5).

use super::{Env, Kind};
use crate::Ctx;
use rvm_model::symbols::{ClassId, Owner, TypeVarId};
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::Name;
use rvm_syntax::tree::flags;

/// What a type name means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TypeLookup {
    /// A class.
    Class(ClassId),
    /// A type variable.
    Var(TypeVarId),
    /// A type variable that a static context hides.
    StaticVar(TypeVarId),
    /// A class that cannot be accessed from here.
    Inaccessible(ClassId),
    /// Two classes.
    Ambiguous(ClassId, ClassId),
    /// Nothing.
    None,
}

impl<'a> Ctx<'a> {
    /// The class of that internal binary name: of this run, from a class file, or from a source file on the path, which is entered then.
    pub fn load_class(&self, binary: Name) -> Option<ClassId> {
        if let Some(c) = self.enter.classes.borrow().get(&binary) {
            return Some(*c);
        }
        if let Some(c) = self.load_source(binary) {
            return Some(c);
        }
        self.world.class_by_binary(binary)
    }

    /// The classes directly above a class: known before their type arguments are.
    pub(crate) fn super_classes(&self, c: ClassId) -> Vec<ClassId> {
        let w = self.world;
        let sym = w.class_raw(c);
        if w.is_source(c) && (sym.superclass.get().is_none() || sym.interfaces.get().is_none()) {
            return self.hierarchy(c);
        }
        w.superclass_class(c)
            .into_iter()
            .chain(w.interfaces(c).iter().filter_map(|&i| w.class_of(i)))
            .collect()
    }

    /// The member type of that name, own or inherited (JLS 8.5); access is not looked at, but private ones are not inherited.
    pub(crate) fn member_class(&self, c: ClassId, name: Name) -> TypeLookup {
        self.member_class_depth(c, name, 0)
    }

    fn member_class_depth(&self, c: ClassId, name: Name, depth: u32) -> TypeLookup {
        if let Some(m) = self.world.member_class_named(c, name) {
            return TypeLookup::Class(m);
        }
        self.inherited_class(c, name, depth)
    }

    fn inherited_class(&self, c: ClassId, name: Name, depth: u32) -> TypeLookup {
        // A cyclic hierarchy, reported elsewhere.
        if depth > 300 {
            return TypeLookup::None;
        }
        let mut found = TypeLookup::None;
        for s in self.super_classes(c) {
            match (self.member_class_depth(s, name, depth + 1), found) {
                (TypeLookup::Class(m), TypeLookup::None) => found = TypeLookup::Class(m),
                (TypeLookup::Class(m), TypeLookup::Class(old)) if m != old => {
                    let private = |k: ClassId| self.world.class(k).has(flags::PRIVATE);
                    if private(old) {
                        found = TypeLookup::Class(m);
                    } else if !private(m) {
                        return TypeLookup::Ambiguous(old, m);
                    }
                }
                (a @ TypeLookup::Ambiguous(..), _) => return a,
                _ => {}
            }
        }
        found
    }

    fn check_access(&self, env: &Env, found: TypeLookup) -> TypeLookup {
        match found {
            TypeLookup::Class(c) if !self.is_class_accessible(env, c) => TypeLookup::Inaccessible(c),
            other => other,
        }
    }

    /// Access to a class from a place (JLS 6.6.1).
    pub(crate) fn is_class_accessible(&self, env: &Env, c: ClassId) -> bool {
        let w = self.world;
        let sym = w.class(c);
        let same_package = sym.package == env.unit().package;
        match sym.owner.get() {
            Owner::Method(..) => true,
            Owner::Package => sym.has(flags::PUBLIC) || same_package,
            Owner::Class(o) => {
                if sym.has(flags::PRIVATE) {
                    return env.access_class().is_some_and(|f| w.outermost_class(f) == w.outermost_class(c));
                }
                if !self.is_class_accessible(env, o) {
                    return false;
                }
                if sym.has(flags::PUBLIC) || same_package {
                    return true;
                }
                if !sym.has(flags::PROTECTED) {
                    return false;
                }
                let mut from = env.access_class();
                while let Some(f) = from {
                    if self.is_below(f, o, 0) {
                        return true;
                    }
                    from = w.enclosing_class(f);
                }
                false
            }
        }
    }

    /// Subclass relation that works while supertypes are still being resolved.
    pub(crate) fn is_below(&self, c: ClassId, d: ClassId, depth: u32) -> bool {
        c == d || (depth < 300 && self.super_classes(c).into_iter().any(|s| self.is_below(s, d, depth + 1)))
    }

    /// A simple type name at a place.
    pub fn find_type(&self, env: &Env, name: Name) -> TypeLookup {
        let w = self.world;
        let mut is_static = false;
        let mut best = TypeLookup::None;
        let mut next = Some(env);
        while let Some(e) = next {
            match &e.0.kind {
                Kind::Static => is_static = true,
                Kind::Block(list) => {
                    if let Some(&(_, c)) = list.borrow().iter().rev().find(|(n, _)| *n == name) {
                        return TypeLookup::Class(c);
                    }
                }
                Kind::TypeParams(vars, _) => {
                    if let Some(&v) = vars.iter().find(|&&v| w.type_var(v).name == name) {
                        return if is_static { TypeLookup::StaticVar(v) } else { TypeLookup::Var(v) };
                    }
                }
                Kind::Class(c) => {
                    let own = w.member_class_named(*c, name);
                    if own.is_none()
                        && let Some(&v) = w.type_params(*c).iter().find(|&&v| w.type_var(v).name == name)
                    {
                        return if is_static { TypeLookup::StaticVar(v) } else { TypeLookup::Var(v) };
                    }
                    let found = match own {
                        Some(m) => TypeLookup::Class(m),
                        None => self.inherited_class(*c, name, 0),
                    };
                    match self.check_access(env, found) {
                        TypeLookup::None => {}
                        bad @ (TypeLookup::Inaccessible(_) | TypeLookup::Ambiguous(..)) => {
                            if matches!(bad, TypeLookup::Ambiguous(..)) {
                                return bad;
                            }
                            if best == TypeLookup::None {
                                best = bad;
                            }
                        }
                        good => return good,
                    }
                    // An inner class's own name is in the scope around it; local classes see themselves.
                    let sym = w.class(*c);
                    if sym.name == name && matches!(sym.owner.get(), Owner::Method(..)) {
                        return TypeLookup::Class(*c);
                    }
                    let f = sym.flags.get();
                    if f & (flags::STATIC | flags::INTERFACE | flags::ENUM | flags::RECORD) != 0 {
                        is_static = true;
                    }
                }
                Kind::Unit(unit) => {
                    if let Some((a, b)) = self.clashing_import(unit, name) {
                        return TypeLookup::Ambiguous(a, b);
                    }
                    if let Some(c) = self.single_import(unit, name) {
                        return TypeLookup::Class(c);
                    }
                    if let Some(&c) = unit.types.borrow().get(&name) {
                        return TypeLookup::Class(c);
                    }
                    let binary = Name::new(&format!("{}{name}", unit.prefix()));
                    if let Some(c) = self.load_class(binary)
                        && w.class(c).owner.get() == Owner::Package
                    {
                        return TypeLookup::Class(c);
                    }
                    let (found, hidden) = self.on_demand_imports(unit, name);
                    match (found.as_slice(), hidden) {
                        ([], None) => {}
                        ([], Some(h)) => {
                            if best == TypeLookup::None {
                                best = TypeLookup::Inaccessible(h);
                            }
                        }
                        ([c], _) => return TypeLookup::Class(*c),
                        ([a, b, ..], _) => return TypeLookup::Ambiguous(*a, *b),
                    }
                }
            }
            next = e.0.outer.as_ref();
        }
        best
    }

    /// The member type of that name of a class type or of a type variable's bound.
    pub fn find_member_type(&self, env: &Env, site: Ty, name: Name) -> TypeLookup {
        let w = self.world;
        let found = match w.kind(site) {
            TyKind::Class { class, .. } => self.member_class(*class, name),
            // A type variable has no member types that could be named (JLS 6.5.5.2), but bounds are looked at for the message's sake.
            TyKind::Var(_) | TyKind::Intersection(_) => TypeLookup::None,
            _ => TypeLookup::None,
        };
        self.check_access(env, found)
    }

    /// A top-level class of a package.
    pub fn find_in_package(&self, env: &Env, package: Name, name: Name) -> TypeLookup {
        let prefix = package.as_str().replace('.', "/");
        let binary = if prefix.is_empty() { name } else { Name::new(&format!("{prefix}/{name}")) };
        match self.load_class(binary) {
            Some(c) if self.world.class(c).owner.get() == Owner::Package => {
                self.check_access(env, TypeLookup::Class(c))
            }
            _ => TypeLookup::None,
        }
    }
}
