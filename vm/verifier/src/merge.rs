//! Least common types, for inference (JVMS 4.10.2.2).

use crate::Hierarchy;
use crate::engine::{Engine, Step, Stop, fail};
use crate::names::{self, Component};
use crate::types::Type;
use std::borrow::Cow;

/// Longest chain of superclasses that is followed.
const MAX_DEPTH: usize = 1 << 16;

impl<'c, H: Hierarchy> Engine<'_, 'c, H> {
    /// The type that both are; `top` if there is none.
    pub fn merge(&mut self, a: Type, b: Type) -> Step<Type, H::Error> {
        if a == b {
            return Ok(a);
        }
        match (a.as_object(), b.as_object()) {
            (Some(x), Some(y)) => self.common_class(x, y).map(Type::object),
            (Some(_), None) if b == Type::NULL => Ok(a),
            (None, Some(_)) if a == Type::NULL => Ok(b),
            _ => Ok(Type::TOP),
        }
    }

    fn common_class(&mut self, a: u32, b: u32) -> Step<u32, H::Error> {
        if a == b {
            return Ok(a);
        }
        if a == names::OBJECT || b == names::OBJECT {
            return Ok(names::OBJECT);
        }
        let key = (a.min(b), a.max(b));
        if let Some(&known) = self.common.get(&key) {
            return Ok(known);
        }
        let found = match (self.names.is_array(a), self.names.is_array(b)) {
            (true, true) => match (self.names.component(a), self.names.component(b)) {
                // The recursion is as deep as arrays have dimensions.
                (Component::Reference(x), Component::Reference(y)) => {
                    let component = self.common_class(x, y)?;
                    self.names.array_of(component)
                }
                _ => names::OBJECT,
            },
            (false, false) => self.common_superclass(a, b)?,
            _ => names::OBJECT,
        };
        self.common.insert(key, found);
        Ok(found)
    }

    // Interfaces count as Object.
    fn common_superclass(&mut self, a: u32, b: u32) -> Step<u32, H::Error> {
        if self.is_interface(a)? || self.is_interface(b)? {
            return Ok(names::OBJECT);
        }
        let mut ancestors = vec![a];
        let mut current = a;
        while let Some(name) = self.superclass(current)? {
            if ancestors.len() > MAX_DEPTH {
                return fail("4.10.2.2.depth", "Too many superclasses");
            }
            ancestors.push(name);
            current = name;
        }
        current = b;
        for _ in 0..MAX_DEPTH {
            if ancestors.contains(&current) {
                return Ok(current);
            }
            match self.superclass(current)? {
                Some(name) => current = name,
                None => break,
            }
        }
        Ok(names::OBJECT)
    }

    fn superclass(&mut self, class: u32) -> Step<Option<u32>, H::Error> {
        if class == self.this_name {
            return Ok(self.super_name);
        }
        let name = self.hierarchy.super_class(self.names.get(class)).map_err(Stop::Load)?;
        Ok(name.map(|name| self.names.number(Cow::Owned(name))))
    }
}
