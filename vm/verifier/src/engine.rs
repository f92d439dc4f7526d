//! What both kinds of verification share: the class, its names, assignability, the current type state.

use crate::error::{Failure, Kind, Rejection};
use crate::names::{self, Component, Names};
use crate::types::{State, Type};
use crate::{Hierarchy, Member};
use hashbrown::HashMap;
use rvm_classfile::descriptor::{self, FieldType};
use rvm_classfile::{ClassFile, Constant, Kind as ValueKind, Opcode, flags, mutf8};
use std::borrow::Cow;

/// Why verification of a method stops.
pub enum Stop<E> {
    /// A broken rule; the place is added by the caller.
    Rule {
        kind: Kind,
        rule: Cow<'static, str>,
        message: String,
    },
    Load(E),
}

pub type Step<T, E> = Result<T, Stop<E>>;

/// A broken rule of verification.
pub fn fail<T, E>(rule: &'static str, message: impl Into<String>) -> Step<T, E> {
    Err(Stop::Rule { kind: Kind::Verify, rule: Cow::Borrowed(rule), message: message.into() })
}

/// A broken rule of format that only shows when code is looked at.
pub fn fail_format<T, E>(rule: &'static str, message: impl Into<String>) -> Step<T, E> {
    Err(Stop::Rule { kind: Kind::ClassFormat, rule: Cow::Borrowed(rule), message: message.into() })
}

/// A method descriptor with its types as words, each slot counted.
#[derive(Clone, Copy)]
pub struct Signature {
    /// Range in `Engine::signature_types`.
    start: u32,
    length: u32,
    pub result: Option<Type>,
}

/// Verification of one class.
pub struct Engine<'v, 'c, H: Hierarchy> {
    pub class: &'v ClassFile<'c>,
    pub hierarchy: &'v mut H,
    pub names: Names<'c>,
    /// Number of this class's name.
    pub this_name: u32,
    /// Number of the superclass's name.
    pub super_name: Option<u32>,
    assignable: HashMap<(u32, u32), bool>,
    /// Least common superclasses found so far, the lower number first.
    pub common: HashMap<(u32, u32), u32>,
    class_types: Vec<Option<Type>>,
    signatures: Vec<Option<Signature>>,
    signature_types: Vec<Type>,
    /// The method being verified.
    pub method: Method,
    pub code: &'v [u8],
    /// Offset of the instruction at hand.
    pub pc: Option<u32>,
    /// Slots compared so far.
    pub work: u64,
    pub state: State,
    /// Set when locals or the flag changed since handlers were last compared.
    pub locals_changed: bool,
    /// What the instruction at hand is called in rules.
    pub opcode: Opcode,
    /// "4.10.1.9." or "4.10.2.2."
    pub prefix: &'static str,
    /// Locals stored to by the last instruction, for subroutines.
    pub touched: Option<(u16, u8)>,
}

/// What instructions need to know of the method they are in.
#[derive(Clone, Copy, Default)]
pub struct Method {
    pub max_stack: usize,
    pub max_locals: usize,
    pub is_init: bool,
    pub result: Option<Type>,
}

impl<'v, 'c, H: Hierarchy> Engine<'v, 'c, H> {
    pub fn new(class: &'v ClassFile<'c>, hierarchy: &'v mut H) -> Result<Self, Rejection> {
        let bad =
            |e: rvm_classfile::FormatError| Rejection::new(Kind::ClassFormat, "4.4.index", e.to_string());
        let mut names = Names::new();
        let this_name = names.number(Cow::Borrowed(class.name().map_err(bad)?));
        let super_name = class.super_name().map_err(bad)?.map(|name| names.number(Cow::Borrowed(name)));
        Ok(Engine {
            class,
            hierarchy,
            names,
            this_name,
            super_name,
            assignable: HashMap::new(),
            common: HashMap::new(),
            class_types: vec![None; class.cp.len() as usize],
            signatures: vec![None; class.cp.len() as usize],
            signature_types: Vec::new(),
            method: Method::default(),
            code: &[],
            pc: None,
            work: 0,
            state: State::default(),
            locals_changed: true,
            opcode: Opcode::Nop,
            prefix: "4.10.1.9.",
            touched: None,
        })
    }

    /// A type for messages.
    pub fn show(&self, kind: Type) -> String {
        match kind.as_object() {
            Some(name) => format!("'{}'", mutf8::to_str_lossy(self.names.get(name))),
            None => format!("{kind:?}"),
        }
    }

    /// A broken rule of the current instruction.
    pub fn fail<T>(&self, message: impl Into<String>) -> Step<T, H::Error> {
        Err(Stop::Rule {
            kind: Kind::Verify,
            rule: Cow::Owned(format!("{}{}", self.prefix, self.opcode.info().section)),
            message: message.into(),
        })
    }

    pub fn bad_constant<T>(&self, index: u16) -> Step<T, H::Error> {
        fail(
            "4.9.1.constant-kind",
            format!("Illegal type at constant pool entry {index} for {}", self.opcode.mnemonic()),
        )
    }

    /// The type of a Class entry.
    pub fn class_type(&mut self, index: u16) -> Step<Type, H::Error> {
        if let Some(Some(known)) = self.class_types.get(index as usize) {
            return Ok(*known);
        }
        let Constant::Class { .. } = self.class.cp.get(index) else { return self.bad_constant(index) };
        let Ok(name) = self.class.cp.class_name(index) else { return self.bad_constant(index) };
        let found = Type::object(self.names.number(Cow::Borrowed(name)));
        self.class_types[index as usize] = Some(found);
        Ok(found)
    }

    pub fn field_type(&mut self, field: FieldType<'c>) -> Type {
        match field {
            FieldType::Object(name) | FieldType::Array(name) => {
                Type::object(self.names.number(Cow::Borrowed(name)))
            }
            FieldType::Primitive(primitive) => match primitive.kind() {
                ValueKind::J => Type::LONG,
                ValueKind::F => Type::FLOAT,
                ValueKind::D => Type::DOUBLE,
                _ => Type::INT,
            },
        }
    }

    /// A method descriptor by the index of its Utf8 entry.
    pub fn signature(&mut self, index: u16) -> Step<Signature, H::Error> {
        if let Some(Some(known)) = self.signatures.get(index as usize) {
            return Ok(*known);
        }
        let Ok(text) = self.class.cp.utf8(index) else { return self.bad_constant(index) };
        let start = self.signature_types.len();
        let Ok(mut parts) = descriptor::parts(text) else { return self.bad_descriptor(text) };
        for parameter in parts.by_ref() {
            let Ok(parameter) = parameter else { return self.bad_descriptor(text) };
            let kind = self.field_type(parameter);
            self.signature_types.push(kind);
            self.signature_types.extend(kind.second());
        }
        let Ok(result) = parts.result() else { return self.bad_descriptor(text) };
        let result = result.map(|field| self.field_type(field));
        let length = self.signature_types.len() - start;
        let signature = Signature { start: start as u32, length: length as u32, result };
        self.signatures[index as usize] = Some(signature);
        Ok(signature)
    }

    fn bad_descriptor<T>(&self, text: &[u8]) -> Step<T, H::Error> {
        fail_format("4.3.descriptor", format!("Illegal descriptor \"{}\"", mutf8::to_str_lossy(text)))
    }

    /// Parameter types, slot by slot.
    pub fn parameters(&self, signature: Signature) -> &[Type] {
        &self.signature_types[signature.start as usize..(signature.start + signature.length) as usize]
    }

    /// JVMS 4.10.1.2 isAssignable, on single slots.
    pub fn is_assignable(&mut self, from: Type, to: Type) -> Step<bool, H::Error> {
        if from == to || to == Type::TOP {
            return Ok(true);
        }
        match (from.as_object(), to.as_object()) {
            (Some(from), Some(to)) => self.is_class_assignable(from, to),
            (None, Some(_)) => Ok(from == Type::NULL),
            _ => Ok(false),
        }
    }

    /// isJavaAssignable, on names.
    pub fn is_class_assignable(&mut self, from: u32, to: u32) -> Step<bool, H::Error> {
        if from == to || to == names::OBJECT {
            return Ok(true);
        }
        if let Some(&known) = self.assignable.get(&(from, to)) {
            return Ok(known);
        }
        let answer = self.compute_assignable(from, to)?;
        self.assignable.insert((from, to), answer);
        Ok(answer)
    }

    fn compute_assignable(&mut self, mut from: u32, mut to: u32) -> Step<bool, H::Error> {
        // Dimensions are at most 255, so this ends.
        while self.names.is_array(to) {
            if !self.names.is_array(from) {
                return Ok(false);
            }
            match (self.names.component(from), self.names.component(to)) {
                (Component::Reference(f), Component::Reference(t)) => (from, to) = (f, t),
                (f, t) => return Ok(f == t),
            }
            if from == to || to == names::OBJECT {
                return Ok(true);
            }
        }
        let interface = self.is_interface(to)?;
        if self.names.is_array(from) {
            // Of classes only Object, of interfaces only these two.
            return Ok(to == names::CLONEABLE || to == names::SERIALIZABLE);
        }
        if interface { Ok(true) } else { self.is_subclass(from, to) }
    }

    /// Whether a class is an interface; this class is not asked for, it may not be known yet.
    pub fn is_interface(&mut self, name: u32) -> Step<bool, H::Error> {
        if name == self.this_name {
            return Ok(self.class.access & flags::INTERFACE != 0);
        }
        self.hierarchy.is_interface(self.names.get(name)).map_err(Stop::Load)
    }

    /// Whether `class` is `ancestor` or has it as superclass.
    pub fn is_subclass(&mut self, class: u32, ancestor: u32) -> Step<bool, H::Error> {
        let start = match class == self.this_name {
            false => class,
            true if ancestor == class => return Ok(true),
            true => match self.super_name {
                Some(name) => name,
                None => return Ok(false),
            },
        };
        if start == ancestor {
            return Ok(true);
        }
        self.hierarchy.is_subclass(self.names.get(start), self.names.get(ancestor)).map_err(Stop::Load)
    }

    /// JVMS 4.10.1.8: whether access to the member must go through an object of this class.
    pub fn is_protected_elsewhere(&mut self, class: u32, member: Member<'_>) -> Step<bool, H::Error> {
        if class == self.this_name
            || self.names.is_array(class)
            || !self.is_subclass(self.this_name, class)?
        {
            return Ok(false);
        }
        let (current, class) = (self.names.get(self.this_name), self.names.get(class));
        self.hierarchy.is_protected_elsewhere(current, class, member).map_err(Stop::Load)
    }

    // The operand stack.

    pub fn push(&mut self, kind: Type) -> Step<(), H::Error> {
        if self.state.stack.len() + kind.slots() > self.method.max_stack {
            return fail("4.10.1.4.stack-overflow", "Operand stack overflow");
        }
        self.state.stack.push(kind);
        self.state.stack.extend(kind.second());
        Ok(())
    }

    /// Takes a slot whatever it holds.
    pub fn pop_slot(&mut self) -> Step<Type, H::Error> {
        match self.state.stack.pop() {
            Some(kind) => Ok(kind),
            None => self.fail("Operand stack underflow"),
        }
    }

    /// Takes a value that is assignable to `expected`.
    pub fn pop(&mut self, expected: Type) -> Step<Type, H::Error> {
        if let Some(second) = expected.second() {
            let found = self.pop_slot()?;
            if found != second {
                return self.mismatch(expected, found);
            }
        }
        let found = self.pop_slot()?;
        if self.is_assignable(found, expected)? { Ok(found) } else { self.mismatch(expected, found) }
    }

    fn mismatch<T>(&self, expected: Type, found: Type) -> Step<T, H::Error> {
        let (expected, found) = (self.show(expected), self.show(found));
        self.fail(format!("Bad type on operand stack: type {found} is not assignable to {expected}"))
    }

    /// Takes a reference, uninitialised ones too.
    pub fn pop_reference(&mut self) -> Step<Type, H::Error> {
        let found = self.pop_slot()?;
        if found.is_reference() {
            return Ok(found);
        }
        let found = self.show(found);
        self.fail(format!("Bad type on operand stack: type {found} is not a reference"))
    }

    /// Takes an array or null and gives its component type, `None` for null.
    pub fn pop_array(&mut self) -> Step<Option<Component>, H::Error> {
        let found = self.pop_slot()?;
        match found.as_object() {
            _ if found == Type::NULL => Ok(None),
            Some(name) if self.names.is_array(name) => Ok(Some(self.names.component(name))),
            _ => {
                let found = self.show(found);
                self.fail(format!("Bad type on operand stack: type {found} is not an array"))
            }
        }
    }

    // Local variables.

    pub fn load(&mut self, index: u16, expected: Type) -> Step<(), H::Error> {
        self.check_local(index, expected)?;
        let found = self.state.local(index as usize);
        let whole = expected.second().is_none_or(|s| self.state.local(index as usize + 1) == s);
        if found != expected || !whole {
            let (found, expected) = (self.show(found), self.show(expected));
            return self.fail(format!("Bad local variable type: local {index} is {found}, not {expected}"));
        }
        self.push(expected)
    }

    pub fn load_reference(&mut self, index: u16) -> Step<(), H::Error> {
        self.check_local(index, Type::NULL)?;
        let found = self.state.local(index as usize);
        if !found.is_reference() {
            let found = self.show(found);
            return self.fail(format!("Bad local variable type: local {index} is {found}, not a reference"));
        }
        self.push(found)
    }

    pub fn store(&mut self, index: u16, kind: Type) -> Step<(), H::Error> {
        self.check_local(index, kind)?;
        self.state.store(index as usize, kind);
        self.locals_changed = true;
        self.touched = Some((index, kind.slots() as u8));
        Ok(())
    }
}

impl<E> From<Stop<E>> for Failure<E> {
    fn from(stop: Stop<E>) -> Self {
        match stop {
            Stop::Rule { kind, rule, message } => {
                Failure::Rejected(Rejection::new(kind, rule.into_owned(), message))
            }
            Stop::Load(error) => Failure::Load(error),
        }
    }
}
