//! The effect of each instruction on the type state (JVMS 4.10.1.9), fields and invocations apart.

use crate::Hierarchy;
use crate::engine::{Engine, Step, fail};
use crate::names::{self, Component};
use crate::types::Type;
use rvm_classfile::{Instruction, Kind as ValueKind, Opcode, StackEffect};
use std::borrow::Cow;

fn value_type(kind: ValueKind) -> Type {
    match kind {
        ValueKind::I => Type::INT,
        ValueKind::J => Type::LONG,
        ValueKind::F => Type::FLOAT,
        ValueKind::D => Type::DOUBLE,
        ValueKind::A | ValueKind::R => Type::NULL,
    }
}

impl<'c, H: Hierarchy> Engine<'_, 'c, H> {
    /// Applies an instruction to the state. jsr and ret are the caller's business.
    pub fn execute(&mut self, i: &Instruction<'_>) -> Step<(), H::Error> {
        use Opcode::*;
        match i.opcode {
            Nop | Goto | GotoW => Ok(()),
            AconstNull => self.push(Type::NULL),
            Ldc | LdcW | Ldc2W => {
                let kind = self.loaded_type(i)?;
                self.push(kind)
            }
            Iload | Iload0 | Iload1 | Iload2 | Iload3 => self.load(local(i), Type::INT),
            Lload | Lload0 | Lload1 | Lload2 | Lload3 => self.load(local(i), Type::LONG),
            Fload | Fload0 | Fload1 | Fload2 | Fload3 => self.load(local(i), Type::FLOAT),
            Dload | Dload0 | Dload1 | Dload2 | Dload3 => self.load(local(i), Type::DOUBLE),
            Aload | Aload0 | Aload1 | Aload2 | Aload3 => self.load_reference(local(i)),
            Istore | Istore0 | Istore1 | Istore2 | Istore3 => self.pop_store(i, Type::INT),
            Lstore | Lstore0 | Lstore1 | Lstore2 | Lstore3 => self.pop_store(i, Type::LONG),
            Fstore | Fstore0 | Fstore1 | Fstore2 | Fstore3 => self.pop_store(i, Type::FLOAT),
            Dstore | Dstore0 | Dstore1 | Dstore2 | Dstore3 => self.pop_store(i, Type::DOUBLE),
            Astore | Astore0 | Astore1 | Astore2 | Astore3 => {
                let found = self.pop_slot()?;
                if !found.is_reference() && found.as_return_address().is_none() {
                    let found = self.show(found);
                    return self.fail(format!("Bad type on operand stack: type {found} is not a reference"));
                }
                self.store(local(i), found)
            }
            Iaload => self.array_load(b"I", Type::INT),
            Laload => self.array_load(b"J", Type::LONG),
            Faload => self.array_load(b"F", Type::FLOAT),
            Daload => self.array_load(b"D", Type::DOUBLE),
            Baload => self.array_load(b"BZ", Type::INT),
            Caload => self.array_load(b"C", Type::INT),
            Saload => self.array_load(b"S", Type::INT),
            Aaload => {
                self.pop(Type::INT)?;
                match self.pop_array()? {
                    None => self.push(Type::NULL),
                    Some(Component::Reference(name)) => self.push(Type::object(name)),
                    Some(Component::Primitive(_)) => self.bad_array(),
                }
            }
            Iastore => self.array_store(b"I", Type::INT),
            Lastore => self.array_store(b"J", Type::LONG),
            Fastore => self.array_store(b"F", Type::FLOAT),
            Dastore => self.array_store(b"D", Type::DOUBLE),
            Bastore => self.array_store(b"BZ", Type::INT),
            Castore => self.array_store(b"C", Type::INT),
            Sastore => self.array_store(b"S", Type::INT),
            Aastore => {
                // What the array holds is checked when the program runs.
                self.pop(Type::object(names::OBJECT))?;
                self.pop(Type::INT)?;
                match self.pop_array()? {
                    Some(Component::Primitive(_)) => self.bad_array(),
                    _ => Ok(()),
                }
            }
            Pop | Pop2 | Dup | DupX1 | DupX2 | Dup2 | Dup2X1 | Dup2X2 | Swap => self.shuffle(i.opcode),
            Iinc => {
                self.load_only(local(i), Type::INT)?;
                Ok(())
            }
            IfAcmpeq | IfAcmpne => {
                self.pop_reference()?;
                self.pop_reference().map(drop)
            }
            Ifnull | Ifnonnull | Monitorenter | Monitorexit => self.pop_reference().map(drop),
            Tableswitch | Lookupswitch => {
                self.check_switch(i)?;
                self.pop(Type::INT).map(drop)
            }
            Ireturn | Lreturn | Freturn | Dreturn | Areturn | Return => self.leave(i.opcode),
            Getstatic | Putstatic | Getfield | Putfield => self.field_access(i),
            Invokevirtual | Invokespecial | Invokestatic | Invokeinterface => self.invoke(i),
            Invokedynamic => self.invoke_dynamic(i),
            New => {
                self.new_operand(i)?;
                let made = Type::uninit(i.pc);
                if self.state.stack.contains(&made) {
                    return self.fail("An object of this instruction is still uninitialized on the stack");
                }
                self.state.substitute(made, Type::TOP);
                self.locals_changed = true;
                self.push(made)
            }
            Newarray => {
                let letter = self.newarray_operand(i)?.letter();
                self.pop(Type::INT)?;
                let name = self.names.number(Cow::Owned(vec![b'[', letter]));
                self.push(Type::object(name))
            }
            Anewarray => {
                let element = self.anewarray_operand(i)?;
                self.pop(Type::INT)?;
                let array = self.names.array_of(element);
                self.push(Type::object(array))
            }
            Multianewarray => {
                let (class, dimensions) = self.multianewarray_operand(i)?;
                for _ in 0..dimensions {
                    self.pop(Type::INT)?;
                }
                self.push(class)
            }
            Arraylength => {
                self.pop_array()?;
                self.push(Type::INT)
            }
            Athrow => self.pop(Type::object(names::THROWABLE)).map(drop),
            Checkcast => {
                let class = self.class_operand(i)?;
                self.pop(Type::object(names::OBJECT))?;
                self.push(class)
            }
            Instanceof => {
                self.class_operand(i)?;
                self.pop(Type::object(names::OBJECT))?;
                self.push(Type::INT)
            }
            Jsr | JsrW | Ret => {
                fail("4.9.1.jsr", "jsr and ret are not supported in verification by type checking")
            }
            Wide | Breakpoint | Impdep1 | Impdep2 => self.bad_opcode(i),
            // Everything else takes and gives primitives, as the table says.
            _ => self.primitives(i.opcode),
        }
    }

    fn primitives(&mut self, opcode: Opcode) -> Step<(), H::Error> {
        let StackEffect::Fixed { pops, pushes } = opcode.info().effect else {
            return self.bad_operand();
        };
        for &kind in pops.iter().rev() {
            self.pop(value_type(kind))?;
        }
        pushes.iter().try_for_each(|&kind| self.push(value_type(kind)))
    }

    fn pop_store(&mut self, i: &Instruction<'_>, kind: Type) -> Step<(), H::Error> {
        self.pop(kind)?;
        self.store(local(i), kind)
    }

    // A load without the push.
    fn load_only(&mut self, index: u16, kind: Type) -> Step<(), H::Error> {
        let room = self.method.max_stack;
        self.method.max_stack = usize::MAX;
        let loaded = self.load(index, kind);
        self.method.max_stack = room;
        loaded?;
        self.state.stack.truncate(self.state.stack.len() - kind.slots());
        Ok(())
    }

    fn bad_array<T>(&self) -> Step<T, H::Error> {
        self.fail("Bad type on operand stack: array of another type")
    }

    fn pop_primitive_array(&mut self, letters: &[u8]) -> Step<(), H::Error> {
        match self.pop_array()? {
            Some(Component::Primitive(letter)) if letters.contains(&letter) => Ok(()),
            None => Ok(()),
            _ => self.bad_array(),
        }
    }

    fn array_load(&mut self, letters: &[u8], kind: Type) -> Step<(), H::Error> {
        self.pop(Type::INT)?;
        self.pop_primitive_array(letters)?;
        self.push(kind)
    }

    fn array_store(&mut self, letters: &[u8], kind: Type) -> Step<(), H::Error> {
        self.pop(kind)?;
        self.pop(Type::INT)?;
        self.pop_primitive_array(letters)
    }

    fn leave(&mut self, opcode: Opcode) -> Step<(), H::Error> {
        let expected = match (opcode, self.method.result) {
            (Opcode::Return, None) => {
                if self.state.this_uninit {
                    return self.fail("Constructor must call super() or this() before return");
                }
                return Ok(());
            }
            (Opcode::Return, Some(_)) => return self.fail("Method expects a return value"),
            (_, None) => return self.fail("Method does not expect a return value"),
            (_, Some(expected)) => expected,
        };
        let suits = match opcode {
            Opcode::Ireturn => expected == Type::INT,
            Opcode::Lreturn => expected == Type::LONG,
            Opcode::Freturn => expected == Type::FLOAT,
            Opcode::Dreturn => expected == Type::DOUBLE,
            _ => expected.as_object().is_some(),
        };
        if !suits {
            return self.fail("Wrong return type in function");
        }
        self.pop(expected).map(drop)
    }

    // A value of one slot.
    fn take_one(&mut self) -> Step<Type, H::Error> {
        let found = self.pop_slot()?;
        if found.is_wide() {
            return self.fail("Bad type on operand stack: half of a long or double");
        }
        Ok(found)
    }

    // Two values of one slot or one of two; the lower slot first.
    fn take_pair(&mut self) -> Step<[Type; 2], H::Error> {
        let upper = self.pop_slot()?;
        let lower = self.pop_slot()?;
        let whole = if upper.is_second() { lower.second() == Some(upper) } else { !lower.is_wide() };
        if !whole {
            return self.fail("Bad type on operand stack: half of a long or double");
        }
        Ok([lower, upper])
    }

    fn put_slots(&mut self, slots: &[Type]) -> Step<(), H::Error> {
        if self.state.stack.len() + slots.len() > self.method.max_stack {
            return fail("4.10.1.4.stack-overflow", "Operand stack overflow");
        }
        self.state.stack.extend_from_slice(slots);
        Ok(())
    }

    fn shuffle(&mut self, opcode: Opcode) -> Step<(), H::Error> {
        match opcode {
            Opcode::Pop => self.take_one().map(drop),
            Opcode::Pop2 => self.take_pair().map(drop),
            Opcode::Dup => {
                let a = self.take_one()?;
                self.put_slots(&[a, a])
            }
            Opcode::DupX1 => {
                let (a, b) = (self.take_one()?, self.take_one()?);
                self.put_slots(&[a, b, a])
            }
            Opcode::DupX2 => {
                let (a, [c, b]) = (self.take_one()?, self.take_pair()?);
                self.put_slots(&[a, c, b, a])
            }
            Opcode::Dup2 => {
                let [b, a] = self.take_pair()?;
                self.put_slots(&[b, a, b, a])
            }
            Opcode::Dup2X1 => {
                let ([b, a], c) = (self.take_pair()?, self.take_one()?);
                self.put_slots(&[b, a, c, b, a])
            }
            Opcode::Dup2X2 => {
                let ([b, a], [d, c]) = (self.take_pair()?, self.take_pair()?);
                self.put_slots(&[b, a, d, c, b, a])
            }
            _ => {
                let (a, b) = (self.take_one()?, self.take_one()?);
                self.put_slots(&[a, b])
            }
        }
    }
}

fn local(i: &Instruction<'_>) -> u16 {
    i.local().unwrap_or(0)
}
