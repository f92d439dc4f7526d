//! InnerClasses: every nested class that the class file mentions (JVMS 4.7.6).

use super::pool::Pool;
use crate::names::Names;
use hashbrown::{HashMap, HashSet};
use rvm_classfile::attribute::InnerClass;
use rvm_model::symbols::{ClassId, Owner};
use rvm_syntax::Name;
use rvm_syntax::tree::flags;

/// What is known about the nested classes of a run.
pub struct Nested<'a> {
    /// Names of types.
    pub names: &'a Names<'a>,
    /// Classes of this top-level class by binary name.
    pub classes: &'a HashMap<Name, ClassId>,
    /// Classes that lower made up.
    pub made_up: &'a HashSet<Name>,
}

const INNER_FLAGS: u32 = 0x761f;

impl Nested<'_> {
    /// The attribute's entries for a class; `own` are its member classes.
    pub fn entries(&self, pool: &mut Pool, own: &[ClassId]) -> Vec<InnerClass> {
        let mut order = Vec::new();
        let mut seen = HashSet::new();
        let mut made_up = Vec::new();
        let [code, members, bootstraps] = pool.mentioned.clone();
        // As javac has them: what code names, member classes from the last to the first, what else is mentioned.
        let own = own.iter().rev().map(|&c| self.names.binary(c));
        for name in code.into_iter().chain(own).chain(members).chain(bootstraps) {
            if self.made_up.contains(&name) {
                if !made_up.contains(&name) {
                    made_up.push(name);
                }
                continue;
            }
            let id = match self.classes.get(&name) {
                Some(&id) => Some(id),
                None if name.as_str().contains('$') => self.names.w.class_by_binary(name),
                None => None,
            };
            if let Some(id) = id {
                self.add(id, &mut seen, &mut order);
            }
        }
        let mut entries = Vec::new();
        for id in order {
            let sym = self.names.w.class(id);
            let inner = pool.class(sym.binary);
            let outer = match sym.owner.get() {
                Owner::Class(o) => pool.class(self.names.binary(o)),
                _ => 0,
            };
            let anonymous = sym.name.as_str().is_empty();
            let name = if anonymous { 0 } else { pool.utf8(self.simple_name(id)) };
            let access = if anonymous {
                let base = self.names.w.superclass_class(id).map(|s| self.names.w.class(s).has(flags::ENUM));
                if base == Some(true) { flags::ENUM | flags::FINAL } else { 0 }
            } else {
                sym.flags.get() & INNER_FLAGS
            };
            entries.push(InnerClass { inner, outer, name, access: access as u16 });
        }
        for name in made_up {
            let inner = pool.class(name);
            let access = (flags::STATIC | flags::SYNTHETIC) as u16;
            entries.push(InnerClass { inner, outer: 0, name: 0, access });
        }
        entries
    }

    /// The simple name; that of a class file's class is known by its enclosing class.
    fn simple_name(&self, id: ClassId) -> Name {
        let sym = self.names.w.class(id);
        if let (Owner::Class(outer), true) = (sym.owner.get(), sym.name.as_str().contains('$'))
            && !self.names.w.is_source(id)
        {
            let prefix = format!("{}$", self.names.binary(outer));
            if let Some(rest) = sym.binary.as_str().strip_prefix(&prefix) {
                return Name::new(rest);
            }
        }
        sym.name
    }

    // Enclosing classes come first.
    fn add(&self, id: ClassId, seen: &mut HashSet<ClassId>, order: &mut Vec<ClassId>) {
        let sym = self.names.w.class(id);
        if sym.owner.get() == Owner::Package || !seen.insert(id) {
            return;
        }
        if let Some(outer) = self.names.w.enclosing_class(id) {
            self.add(outer, seen, order);
        }
        order.push(id);
    }
}
