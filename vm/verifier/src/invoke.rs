//! Field access and invocations (JVMS 4.10.1.8, 4.10.1.9).

use crate::engine::{Engine, Signature, Step, fail};
use crate::names;
use crate::types::Type;
use crate::{Hierarchy, Member};
use rvm_classfile::{Instruction, Opcode, Operand, RefKind};

const PROTECTED: &str = "4.10.1.8.protected";

impl<'c, H: Hierarchy> Engine<'_, 'c, H> {
    pub fn field_access(&mut self, i: &Instruction<'_>) -> Step<(), H::Error> {
        let (field, class, kind) = self.field_operand(i)?;
        match i.opcode {
            Opcode::Getstatic => self.push(kind),
            Opcode::Putstatic => self.pop(kind).map(drop),
            Opcode::Getfield => {
                let object = self.pop(class)?;
                self.check_protected(object, class, member(field.name, field.descriptor, false))?;
                self.push(kind)
            }
            _ => {
                self.pop(kind)?;
                // Before super(), a constructor may set fields that its own class declares.
                if self.method.is_init
                    && class == Type::object(self.this_name)
                    && self.state.stack.last() == Some(&Type::UNINIT_THIS)
                    && self.declares_field(field.name, field.descriptor)
                {
                    return self.pop_slot().map(drop);
                }
                let object = self.pop(class)?;
                self.check_protected(object, class, member(field.name, field.descriptor, false))
            }
        }
    }

    fn declares_field(&self, name: &[u8], descriptor: &[u8]) -> bool {
        let cp = &self.class.cp;
        self.class
            .fields
            .iter()
            .any(|field| field.name(cp) == Ok(name) && field.descriptor(cp) == Ok(descriptor))
    }

    /// A protected member of a superclass in another package is reached only through this class (JVMS 4.10.1.8).
    fn check_protected(&mut self, object: Type, class: Type, member: Member<'_>) -> Step<(), H::Error> {
        let Some(class) = class.as_object() else { return Ok(()) };
        if !self.is_protected_elsewhere(class, member)? {
            return Ok(());
        }
        // Arrays have Object's clone as their own.
        let array = object.as_object().is_some_and(|name| self.names.is_array(name));
        if array && member.name == b"clone" && class == names::OBJECT {
            return Ok(());
        }
        let this = Type::object(self.this_name);
        if self.is_assignable(object, this)? {
            return Ok(());
        }
        let (object, this) = (self.show(object), self.show(this));
        fail(PROTECTED, format!("Bad access to protected data: type {object} is not assignable to {this}"))
    }

    pub fn invoke(&mut self, i: &Instruction<'_>) -> Step<(), H::Error> {
        let (method, signature) = self.method_operand(i)?;
        let class = self.class_type(method.class_index)?;
        let init = method.name == b"<init>";
        if i.opcode == Opcode::Invokespecial && !init {
            self.check_special(class, method.kind)?;
        }
        self.pop_arguments(signature)?;
        let member = member(method.name, method.descriptor, true);
        if init {
            self.initialize(i, class, member)?;
        } else if i.opcode != Opcode::Invokestatic {
            // The receiver of invokespecial must be of this class, not only of the named one.
            let this = Type::object(self.this_name);
            let receiver = self.pop(if i.opcode == Opcode::Invokespecial { this } else { class })?;
            if i.opcode == Opcode::Invokevirtual {
                self.check_protected(receiver, class, member)?;
            }
        }
        match signature.result {
            Some(result) => self.push(result),
            None => Ok(()),
        }
    }

    pub fn invoke_dynamic(&mut self, i: &Instruction<'_>) -> Step<(), H::Error> {
        let signature = self.call_site_operand(i)?;
        self.pop_arguments(signature)?;
        match signature.result {
            Some(result) => self.push(result),
            None => Ok(()),
        }
    }

    fn pop_arguments(&mut self, signature: Signature) -> Step<(), H::Error> {
        for at in (0..self.parameters(signature).len()).rev() {
            let expected = self.parameters(signature)[at];
            // The second slot of a long or double is taken with the first.
            if !expected.is_second() {
                self.pop(expected)?;
            }
        }
        Ok(())
    }

    // invokespecial of a private or superclass's method, or of a direct superinterface's.
    fn check_special(&mut self, class: Type, kind: RefKind) -> Step<(), H::Error> {
        let Some(name) = class.as_object() else { return Ok(()) };
        let direct = name == self.this_name || Some(name) == self.super_name;
        if direct || self.is_direct_interface(name) {
            return Ok(());
        }
        if kind == RefKind::InterfaceMethod {
            return self.fail(
                "Bad invokespecial instruction: interface method reference is not in a direct superinterface",
            );
        }
        if !self.is_class_assignable(self.this_name, name)? {
            return self
                .fail("Bad invokespecial instruction: current class isn't assignable to reference class");
        }
        Ok(())
    }

    fn is_direct_interface(&mut self, name: u32) -> bool {
        let wanted = self.names.get(name);
        self.class.interface_names().any(|interface| interface.is_ok_and(|interface| interface == wanted))
    }

    // invokespecial <init>, arguments already taken.
    fn initialize(&mut self, i: &Instruction<'_>, class: Type, member: Member<'_>) -> Step<(), H::Error> {
        let object = self.pop_slot()?;
        let this = Type::object(self.this_name);
        let made = if object == Type::UNINIT_THIS {
            if class != this && class.as_object() != self.super_name {
                return self.fail("Bad <init> method call: neither of this class nor of its superclass");
            }
            this
        } else if let Some(pc) = object.as_uninit() {
            let Some(of) = self.class_of_new(pc)? else {
                return self.fail("Bad <init> method call: no new instruction made the object");
            };
            if of != class {
                let (of, class) = (self.show(of), self.show(class));
                return self.fail(format!("Bad <init> method call: of {class} on an object of {of}"));
            }
            of
        } else {
            let object = self.show(object);
            return self.fail(format!("Bad operand type when invoking <init>: {object}"));
        };
        if object != Type::UNINIT_THIS {
            self.check_protected(made, class, member)?;
        } else {
            self.state.this_uninit = false;
        }
        debug_assert!(i.opcode == Opcode::Invokespecial);
        self.state.substitute(object, made);
        self.locals_changed = true;
        Ok(())
    }

    /// The class that the `new` at `pc` names.
    pub fn class_of_new(&mut self, pc: u32) -> Step<Option<Type>, H::Error> {
        match rvm_classfile::code::decode(self.code, pc) {
            Ok(Instruction { opcode: Opcode::New, operand: Operand::Constant(index), .. }) => {
                self.class_type(index).map(Some)
            }
            _ => Ok(None),
        }
    }
}

fn member<'m>(name: &'m [u8], descriptor: &'m [u8], method: bool) -> Member<'m> {
    Member { name, descriptor, method }
}
