//! Verification types (JVMS 4.10.1.2) packed into a word: a tag in the low four bits, a payload above.

use std::fmt;

/// A verification type, or half of one: long and double take two slots.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Type(u32);

const OBJECT: u32 = 10;
const UNINIT: u32 = 9;
const RETURN: u32 = 11;

impl Type {
    pub const TOP: Type = Type(0);
    pub const INT: Type = Type(1);
    pub const FLOAT: Type = Type(2);
    pub const LONG: Type = Type(3);
    /// The slot behind a long.
    pub const LONG2: Type = Type(4);
    pub const DOUBLE: Type = Type(5);
    /// The slot behind a double.
    pub const DOUBLE2: Type = Type(6);
    pub const NULL: Type = Type(7);
    pub const UNINIT_THIS: Type = Type(8);

    /// Class or array type by the number of its name.
    pub fn object(name: u32) -> Type {
        Type(OBJECT | name << 4)
    }

    /// Made by the `new` at `pc`, not yet initialised.
    pub fn uninit(pc: u32) -> Type {
        Type(UNINIT | pc << 4)
    }

    /// Return address of the subroutine that begins at `pc` (JVMS 4.10.2.5).
    pub fn return_address(pc: u32) -> Type {
        Type(RETURN | pc << 4)
    }

    pub fn as_object(self) -> Option<u32> {
        (self.0 & 15 == OBJECT).then_some(self.0 >> 4)
    }

    pub fn as_uninit(self) -> Option<u32> {
        (self.0 & 15 == UNINIT).then_some(self.0 >> 4)
    }

    pub fn as_return_address(self) -> Option<u32> {
        (self.0 & 15 == RETURN).then_some(self.0 >> 4)
    }

    /// Class, array or null.
    pub fn is_initialized_reference(self) -> bool {
        self == Type::NULL || self.as_object().is_some()
    }

    /// `reference` of 4.10.1.2: uninitialised objects too.
    pub fn is_reference(self) -> bool {
        self.is_initialized_reference() || self == Type::UNINIT_THIS || self.as_uninit().is_some()
    }

    /// The second slot of this type, if it has one.
    pub fn second(self) -> Option<Type> {
        match self {
            Type::LONG => Some(Type::LONG2),
            Type::DOUBLE => Some(Type::DOUBLE2),
            _ => None,
        }
    }

    /// Whether this is a second slot.
    pub fn is_second(self) -> bool {
        self == Type::LONG2 || self == Type::DOUBLE2
    }

    pub fn slots(self) -> usize {
        if self.second().is_some() { 2 } else { 1 }
    }

    pub fn is_wide(self) -> bool {
        self.second().is_some() || self.is_second()
    }
}

impl fmt::Debug for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Type::TOP => f.write_str("top"),
            Type::INT => f.write_str("integer"),
            Type::FLOAT => f.write_str("float"),
            Type::LONG => f.write_str("long"),
            Type::LONG2 => f.write_str("long_2nd"),
            Type::DOUBLE => f.write_str("double"),
            Type::DOUBLE2 => f.write_str("double_2nd"),
            Type::NULL => f.write_str("null"),
            Type::UNINIT_THIS => f.write_str("uninitializedThis"),
            other => match (other.as_uninit(), other.as_return_address()) {
                (Some(pc), _) => write!(f, "uninitialized {pc}"),
                (_, Some(pc)) => write!(f, "returnAddress {pc}"),
                _ => write!(f, "object #{}", other.0 >> 4),
            },
        }
    }
}

/// A type state: local variables and operand stack in slots, and flagThisUninit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Without the trailing slots that are `top`.
    pub locals: Vec<Type>,
    pub stack: Vec<Type>,
    pub this_uninit: bool,
}

impl State {
    pub fn local(&self, index: usize) -> Type {
        self.locals.get(index).copied().unwrap_or(Type::TOP)
    }

    /// Cuts trailing `top`s.
    pub fn trim(&mut self) {
        let used = self.locals.iter().rposition(|&t| t != Type::TOP).map_or(0, |i| i + 1);
        self.locals.truncate(used);
    }

    /// Sets a slot and nothing else.
    pub fn put(&mut self, index: usize, value: Type) {
        if index >= self.locals.len() {
            if value == Type::TOP {
                return;
            }
            self.locals.resize(index + 1, Type::TOP);
        }
        self.locals[index] = value;
        if value == Type::TOP && index + 1 == self.locals.len() {
            self.trim();
        }
    }

    /// Stores a value: both its slots, and what it overwrites half of is gone.
    pub fn store(&mut self, index: usize, value: Type) {
        let end = index + value.slots();
        if self.local(index).is_second() && index > 0 {
            self.put(index - 1, Type::TOP);
        }
        if self.local(end).is_second() {
            self.put(end, Type::TOP);
        }
        if let Some(second) = value.second() {
            self.put(index + 1, second);
        }
        self.put(index, value);
    }

    /// Replaces a type everywhere.
    pub fn substitute(&mut self, old: Type, new: Type) {
        for slot in self.locals.iter_mut().chain(&mut self.stack) {
            if *slot == old {
                *slot = new;
            }
        }
        self.trim();
    }
}
