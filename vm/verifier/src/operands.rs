//! Static constraints on operands (JVMS 4.9.1). Type checking meets them on its way, as it visits every instruction; inference
//! sees only what can be reached, so it asks for them first.

use crate::Hierarchy;
use crate::engine::{Engine, Signature, Step, fail};
use crate::types::Type;
use rvm_classfile::{
    Constant, FieldType, Instruction, Layout, MemberRef, Opcode, Operand, Primitive, RefKind, StackEffect,
};

impl<'c, H: Hierarchy> Engine<'_, 'c, H> {
    /// All static constraints of one instruction.
    pub fn check_operands(&mut self, i: &Instruction<'_>) -> Step<(), H::Error> {
        use Opcode::*;
        if let Some(local) = i.local() {
            self.check_local(local, local_kind(i.opcode))?;
        }
        match i.opcode {
            Ldc | LdcW | Ldc2W => self.loaded_type(i).map(drop),
            Getstatic | Putstatic | Getfield | Putfield => self.field_operand(i).map(drop),
            Invokevirtual | Invokespecial | Invokestatic | Invokeinterface => {
                self.method_operand(i).map(drop)
            }
            Invokedynamic => self.call_site_operand(i).map(drop),
            New => self.new_operand(i).map(drop),
            Newarray => self.newarray_operand(i).map(drop),
            Anewarray => self.anewarray_operand(i).map(drop),
            Multianewarray => self.multianewarray_operand(i).map(drop),
            Checkcast | Instanceof => self.class_operand(i).map(drop),
            Tableswitch | Lookupswitch => self.check_switch(i),
            Wide | Breakpoint | Impdep1 | Impdep2 => self.bad_opcode(i),
            _ => Ok(()),
        }
    }

    pub fn bad_operand<T>(&self) -> Step<T, H::Error> {
        fail("4.9.1.operand", "Bad operand")
    }

    pub fn bad_opcode<T>(&self, i: &Instruction<'_>) -> Step<T, H::Error> {
        fail("4.9.1.opcode", format!("Bad instruction: {:#04x}", i.opcode as u8))
    }

    /// A local variable of this kind fits into max_locals.
    pub fn check_local(&self, index: u16, kind: Type) -> Step<(), H::Error> {
        if index as usize + kind.slots() > self.method.max_locals {
            return fail("4.9.1.local-index", format!("Local variable {index} is beyond max_locals"));
        }
        Ok(())
    }

    /// The class an instruction names.
    pub fn class_operand(&mut self, i: &Instruction<'_>) -> Step<Type, H::Error> {
        match i.constant() {
            Some(index) => self.class_type(index),
            None => self.bad_operand(),
        }
    }

    /// The type that ldc, ldc_w or ldc2_w pushes.
    pub fn loaded_type(&mut self, i: &Instruction<'_>) -> Step<Type, H::Error> {
        use crate::names::{CLASS, METHOD_HANDLE, METHOD_TYPE, STRING};
        let Some(index) = i.constant() else { return self.bad_operand() };
        let major = self.class.major;
        let pushed = match self.class.cp.get(index) {
            Constant::Integer(_) => Type::INT,
            Constant::Float(_) => Type::FLOAT,
            Constant::Long(_) => Type::LONG,
            Constant::Double(_) => Type::DOUBLE,
            Constant::String { .. } => Type::object(STRING),
            Constant::Class { .. } if major >= 49 => Type::object(CLASS),
            Constant::MethodHandle { .. } if major >= 51 => Type::object(METHOD_HANDLE),
            Constant::MethodType { .. } if major >= 51 => Type::object(METHOD_TYPE),
            Constant::Dynamic { .. } => {
                let Ok(dynamic) = self.class.cp.dynamic(index) else { return self.bad_constant(index) };
                match FieldType::parse(dynamic.descriptor) {
                    Ok(field) => self.field_type(field),
                    Err(_) => return self.bad_constant(index),
                }
            }
            _ => return self.bad_constant(index),
        };
        if pushed.second().is_some() != (i.opcode == Opcode::Ldc2W) {
            return self.bad_constant(index);
        }
        Ok(pushed)
    }

    /// The field, its class and its type.
    pub fn field_operand(&mut self, i: &Instruction<'_>) -> Step<(MemberRef<'c>, Type, Type), H::Error> {
        let Some(index) = i.constant() else { return self.bad_operand() };
        let Ok(field) = self.class.cp.field_ref(index) else { return self.bad_constant(index) };
        let class = self.class_type(field.class_index)?;
        let Ok(kind) = FieldType::parse(field.descriptor) else { return self.bad_constant(index) };
        Ok((field, class, self.field_type(kind)))
    }

    /// The method and its signature.
    pub fn method_operand(&mut self, i: &Instruction<'_>) -> Step<(MemberRef<'c>, Signature), H::Error> {
        let Some(index) = i.constant() else { return self.bad_operand() };
        let Ok(method) = self.class.cp.method_ref(index) else { return self.bad_constant(index) };
        let suits = match i.opcode {
            Opcode::Invokevirtual => method.kind == RefKind::Method,
            Opcode::Invokeinterface => method.kind == RefKind::InterfaceMethod,
            _ => method.kind == RefKind::Method || self.class.major >= 52,
        };
        if !suits {
            return self.bad_constant(index);
        }
        // <init> is called by invokespecial, <clinit> never.
        let internal = method.name.first() == Some(&b'<');
        if internal && !(i.opcode == Opcode::Invokespecial && method.name == b"<init>") {
            return fail("4.9.1.special-name", "Illegal call to internal method");
        }
        let signature = match self.descriptor_index(index) {
            Some(descriptor) => self.signature(descriptor)?,
            None => return self.bad_constant(index),
        };
        if let Operand::InvokeInterface { count, zero, .. } = i.operand {
            if count as usize != self.parameters(signature).len() + 1 {
                return fail(
                    "4.9.1.invokeinterface-count",
                    "Inconsistent args count operand in invokeinterface",
                );
            }
            if zero != 0 {
                return fail(
                    "4.9.1.invokeinterface-zero",
                    "Fourth operand byte of invokeinterface must be zero",
                );
            }
        }
        Ok((method, signature))
    }

    /// The signature of a call site.
    pub fn call_site_operand(&mut self, i: &Instruction<'_>) -> Step<Signature, H::Error> {
        let Operand::InvokeDynamic { index, zero } = i.operand else { return self.bad_operand() };
        if !matches!(self.class.cp.get(index), Constant::InvokeDynamic { .. }) {
            return self.bad_constant(index);
        }
        if zero != 0 {
            return fail(
                "4.9.1.invokedynamic-zero",
                "Third and fourth operand bytes of invokedynamic must be zero",
            );
        }
        match self.descriptor_index(index) {
            Some(descriptor) => self.signature(descriptor),
            None => self.bad_constant(index),
        }
    }

    // Index of the Utf8 entry with the descriptor of a method reference or call site.
    fn descriptor_index(&self, index: u16) -> Option<u16> {
        let cp = &self.class.cp;
        let name_and_type = match cp.get(index) {
            Constant::Methodref { name_and_type, .. }
            | Constant::InterfaceMethodref { name_and_type, .. }
            | Constant::InvokeDynamic { name_and_type, .. } => name_and_type,
            _ => return None,
        };
        match cp.get(name_and_type) {
            Constant::NameAndType { descriptor, .. } => Some(descriptor),
            _ => None,
        }
    }

    /// The class that `new` makes an object of.
    pub fn new_operand(&mut self, i: &Instruction<'_>) -> Step<Type, H::Error> {
        let class = self.class_operand(i)?;
        match class.as_object().is_some_and(|name| self.names.is_array(name)) {
            true => fail("4.9.1.new", "Illegal new instruction: it makes an array"),
            false => Ok(class),
        }
    }

    /// The element type of newarray.
    pub fn newarray_operand(&self, i: &Instruction<'_>) -> Step<Primitive, H::Error> {
        let Operand::ArrayType(code) = i.operand else { return self.bad_operand() };
        match Primitive::from_array_type(code) {
            Some(primitive) => Ok(primitive),
            None => fail("4.9.1.newarray", format!("Illegal newarray instruction: type {code}")),
        }
    }

    /// Number of the element class of anewarray.
    pub fn anewarray_operand(&mut self, i: &Instruction<'_>) -> Step<u32, H::Error> {
        let class = self.class_operand(i)?;
        let Some(name) = class.as_object() else { return self.bad_operand() };
        if self.dimensions(name) >= 255 {
            let message = "Illegal anewarray instruction, array has more than 255 dimensions";
            return fail("4.9.1.anewarray", message);
        }
        Ok(name)
    }

    /// The array type and the number of dimensions that multianewarray makes.
    pub fn multianewarray_operand(&mut self, i: &Instruction<'_>) -> Step<(Type, u8), H::Error> {
        let Operand::MultiNewArray { dimensions, .. } = i.operand else { return self.bad_operand() };
        let class = self.class_operand(i)?;
        let has = class.as_object().map_or(0, |name| self.dimensions(name));
        if dimensions == 0 || dimensions as usize > has {
            return fail(
                "4.9.1.multianewarray",
                format!("Illegal dimension in multianewarray instruction: {dimensions} of {has}"),
            );
        }
        Ok((class, dimensions))
    }

    fn dimensions(&self, name: u32) -> usize {
        self.names.get(name).iter().take_while(|&&b| b == b'[').count()
    }

    /// Keys ascend, and before version 51 the padding is zero.
    pub fn check_switch(&self, i: &Instruction<'_>) -> Step<(), H::Error> {
        let start = i.pc as usize + 1;
        let padding = &self.code[start..start + rvm_classfile::code::padding(i.pc)];
        if self.class.major < 51 && padding.iter().any(|&b| b != 0) {
            return fail("4.9.1.padding", "Nonzero padding byte in lookupswitch or tableswitch");
        }
        if let Operand::LookupSwitch(switch) = i.operand
            && !switch.pairs().map(|(key, _)| key).is_sorted_by(|a, b| a < b)
        {
            return fail("4.9.1.lookupswitch", "Bad lookupswitch instruction: keys are not sorted");
        }
        Ok(())
    }
}

// A type as large as the local variable that the instruction uses.
fn local_kind(opcode: Opcode) -> Type {
    let info = opcode.info();
    let wide = match info.effect {
        StackEffect::Fixed { pops, pushes } => pops.iter().chain(pushes).any(|kind| kind.slots() == 2),
        StackEffect::Special => false,
    };
    debug_assert!(matches!(info.layout, Layout::None | Layout::Local | Layout::Iinc));
    if wide { Type::LONG } else { Type::INT }
}
