//! What each bytecode becomes (JVMS 6.5).

use super::{Builder, Info};
use crate::bytecode::{Shape, access};
use crate::error::CompileError;
use crate::ir::*;
use rvm_classfile::code::{Instruction, Operand, decode};
use rvm_classfile::opcode::Opcode;
use rvm_vm::class::{Class, Field, Method, ValueKind, tag};
use rvm_vm::link::{FieldUse, peek_class, peek_field};
use rvm_vm::load::array_of;
use rvm_vm::memory::RootSlot;
use rvm_vm::vm;
use std::rc::Rc;

const CONDS: [Cond; 6] = [Cond::Eq, Cond::Ne, Cond::Lt, Cond::Ge, Cond::Gt, Cond::Le];

fn binary_of(opcode: Opcode) -> Option<(Bin, Ty)> {
    let byte = opcode as u8;
    let first = Opcode::Iadd as u8;
    if (first..=Opcode::Drem as u8).contains(&byte) {
        let ops = [Bin::Add, Bin::Sub, Bin::Mul, Bin::Div, Bin::Rem];
        let types = [Ty::I, Ty::J, Ty::F, Ty::D];
        let index = byte - first;
        return Some((ops[usize::from(index / 4)], types[usize::from(index % 4)]));
    }
    Some(match opcode {
        Opcode::Ishl => (Bin::Shl, Ty::I),
        Opcode::Lshl => (Bin::Shl, Ty::J),
        Opcode::Ishr => (Bin::Shr, Ty::I),
        Opcode::Lshr => (Bin::Shr, Ty::J),
        Opcode::Iushr => (Bin::Ushr, Ty::I),
        Opcode::Lushr => (Bin::Ushr, Ty::J),
        Opcode::Iand => (Bin::And, Ty::I),
        Opcode::Land => (Bin::And, Ty::J),
        Opcode::Ior => (Bin::Or, Ty::I),
        Opcode::Lor => (Bin::Or, Ty::J),
        Opcode::Ixor => (Bin::Xor, Ty::I),
        Opcode::Lxor => (Bin::Xor, Ty::J),
        _ => return None,
    })
}

fn unary_of(opcode: Opcode) -> Option<(Un, Ty)> {
    Some(match opcode {
        Opcode::Ineg => (Un::Neg, Ty::I),
        Opcode::Lneg => (Un::Neg, Ty::J),
        Opcode::Fneg => (Un::Neg, Ty::F),
        Opcode::Dneg => (Un::Neg, Ty::D),
        Opcode::I2l => (Un::I2l, Ty::J),
        Opcode::I2f => (Un::I2f, Ty::F),
        Opcode::I2d => (Un::I2d, Ty::D),
        Opcode::L2i => (Un::L2i, Ty::I),
        Opcode::L2f => (Un::L2f, Ty::F),
        Opcode::L2d => (Un::L2d, Ty::D),
        Opcode::F2i => (Un::F2i, Ty::I),
        Opcode::F2l => (Un::F2l, Ty::J),
        Opcode::F2d => (Un::F2d, Ty::D),
        Opcode::D2i => (Un::D2i, Ty::I),
        Opcode::D2l => (Un::D2l, Ty::J),
        Opcode::D2f => (Un::D2f, Ty::F),
        Opcode::I2b => (Un::I2b, Ty::I),
        Opcode::I2c => (Un::I2c, Ty::I),
        Opcode::I2s => (Un::I2s, Ty::I),
        _ => return None,
    })
}

fn element_of(opcode: Opcode, first: Opcode) -> ValueKind {
    use ValueKind::*;
    [Int, Long, Float, Double, Ref, Byte, Char, Short][usize::from(opcode as u8 - first as u8)]
}

impl Builder {
    /// Translates the block at `bci`.
    pub fn block(&mut self, start: u16, shape: &Rc<Shape>) -> Result<(), CompileError> {
        self.run_on(u32::from(start), shape)
    }

    /// Translates what is left of the block behind the present instruction.
    pub fn rest_of_block(&mut self) -> Result<(), CompileError> {
        let shape = self.frame().shape.clone();
        let here = decode(shape.code, u32::from(self.frame().bci)).map_err(|_| CompileError::Malformed)?;
        let bci = here.next_pc();
        if shape.leaders.contains_key(&(bci as u16)) {
            let state = self.state().clone();
            self.goto(bci as u16, state);
            return Ok(());
        }
        if bci as usize >= shape.code.len() {
            return Err(CompileError::Malformed);
        }
        self.run_on(bci, &shape)
    }

    fn run_on(&mut self, start: u32, shape: &Rc<Shape>) -> Result<(), CompileError> {
        let code = shape.code;
        let mut bci = start;
        loop {
            let i = decode(code, bci).map_err(|_| CompileError::Malformed)?;
            self.frame_mut().bci = bci as u16;
            self.step(&i)?;
            if self.dead {
                return Ok(());
            }
            bci = i.next_pc();
            if shape.leaders.contains_key(&(bci as u16)) {
                let state = self.state().clone();
                self.goto(bci as u16, state);
                return Ok(());
            }
            if bci as usize >= code.len() {
                return Err(CompileError::Malformed);
            }
        }
    }

    fn step(&mut self, i: &Instruction<'_>) -> Result<(), CompileError> {
        let opcode = i.opcode;
        let byte = opcode as u8;
        if let Some((op, ty)) = binary_of(opcode) {
            let (y, x) = (self.pop()?, self.pop()?);
            let v = match (op, ty) {
                (Bin::Rem, Ty::F | Ty::D) => self.emit(Op::FRem, ty, vec![x, y]),
                (Bin::Div | Bin::Rem, Ty::I | Ty::J) => {
                    self.emit_throwing(Op::DivCheck, Ty::V, vec![y]);
                    self.emit(Op::Bin(op), ty, vec![x, y])
                }
                _ => self.emit(Op::Bin(op), ty, vec![x, y]),
            };
            self.push(v);
            return Ok(());
        }
        if let Some((op, ty)) = unary_of(opcode) {
            let x = self.pop()?;
            let v = self.emit(Op::Un(op), ty, vec![x]);
            self.push(v);
            return Ok(());
        }
        match opcode {
            Opcode::Iinc => {
                let Operand::Iinc { local, delta } = i.operand else { return Err(CompileError::Malformed) };
                let old = self.local(local)?;
                let delta = self.int(i32::from(delta));
                let new = self.emit(Op::Bin(Bin::Add), Ty::I, vec![old, delta]);
                return self.set_local(local, new);
            }
            _ => {
                if let (Some((local, _)), _) = access(i) {
                    let v = self.local(local)?;
                    self.push(v);
                    return Ok(());
                }
                if let (_, Some((local, _))) = access(i) {
                    let v = self.pop()?;
                    return self.set_local(local, v);
                }
            }
        }
        match opcode {
            Opcode::Nop => {}
            Opcode::AconstNull => {
                let v = self.emit(Op::Const(0), Ty::A, vec![]);
                self.push(v);
            }
            Opcode::IconstM1
            | Opcode::Iconst0
            | Opcode::Iconst1
            | Opcode::Iconst2
            | Opcode::Iconst3
            | Opcode::Iconst4
            | Opcode::Iconst5 => {
                let v = self.int(i32::from(byte) - i32::from(Opcode::Iconst0 as u8));
                self.push(v);
            }
            Opcode::Lconst0 | Opcode::Lconst1 => {
                self.constant(u64::from(byte - Opcode::Lconst0 as u8), Ty::J);
            }
            Opcode::Fconst0 | Opcode::Fconst1 | Opcode::Fconst2 => {
                let value = f32::from(byte - Opcode::Fconst0 as u8);
                self.constant(u64::from(value.to_bits()), Ty::F);
            }
            Opcode::Dconst0 | Opcode::Dconst1 => {
                self.constant(f64::from(byte - Opcode::Dconst0 as u8).to_bits(), Ty::D);
            }
            Opcode::Bipush | Opcode::Sipush => {
                let Operand::Immediate(value) = i.operand else { return Err(CompileError::Malformed) };
                let v = self.int(i32::from(value));
                self.push(v);
            }
            Opcode::Ldc | Opcode::LdcW | Opcode::Ldc2W => self.load_constant(i.constant().unwrap_or(0)),
            Opcode::Iaload
            | Opcode::Laload
            | Opcode::Faload
            | Opcode::Daload
            | Opcode::Aaload
            | Opcode::Baload
            | Opcode::Caload
            | Opcode::Saload => {
                let kind = element_of(opcode, Opcode::Iaload);
                let (index, array) = (self.pop()?, self.pop()?);
                self.array_access(array, index);
                let v = self.emit(Op::Load(kind), Ty::of(kind), vec![array, index]);
                self.push(v);
            }
            Opcode::Iastore
            | Opcode::Lastore
            | Opcode::Fastore
            | Opcode::Dastore
            | Opcode::Aastore
            | Opcode::Bastore
            | Opcode::Castore
            | Opcode::Sastore => {
                let kind = element_of(opcode, Opcode::Iastore);
                let (value, index, array) = (self.pop()?, self.pop()?, self.pop()?);
                self.array_access(array, index);
                if kind == ValueKind::Ref {
                    self.store_check(array, value);
                }
                self.emit(Op::Store(kind), Ty::V, vec![array, index, value]);
            }
            Opcode::Pop
            | Opcode::Pop2
            | Opcode::Dup
            | Opcode::DupX1
            | Opcode::DupX2
            | Opcode::Dup2
            | Opcode::Dup2X1
            | Opcode::Dup2X2
            | Opcode::Swap => self.shuffle(opcode)?,
            Opcode::Lcmp => self.compare(false)?,
            Opcode::Fcmpl | Opcode::Dcmpl => self.compare(false)?,
            Opcode::Fcmpg | Opcode::Dcmpg => self.compare(true)?,
            _ if opcode.is_conditional_branch() => self.conditional(i)?,
            Opcode::Goto | Opcode::GotoW => {
                let Operand::Branch(offset) = i.operand else { return Err(CompileError::Malformed) };
                let target = i.target(offset).ok_or(CompileError::Malformed)?;
                let state = self.state().clone();
                self.goto(target as u16, state);
            }
            Opcode::Tableswitch | Opcode::Lookupswitch => self.switch(i)?,
            _ if opcode.is_return() => self.return_(opcode)?,
            Opcode::Getstatic | Opcode::Putstatic | Opcode::Getfield | Opcode::Putfield => {
                self.field(opcode, i.constant().unwrap_or(0))?;
            }
            _ if opcode.is_invoke() => self.invoke(opcode, i.constant().unwrap_or(0))?,
            Opcode::New => self.new_object(i.constant().unwrap_or(0)),
            Opcode::Newarray => {
                let Operand::ArrayType(code) = i.operand else { return Err(CompileError::Malformed) };
                let kind = ValueKind::of_newarray(code).ok_or(CompileError::Malformed)?;
                let length = self.pop()?;
                self.new_array(vm().known.array(kind), length);
            }
            Opcode::Anewarray => {
                let index = i.constant().unwrap_or(0);
                let length = self.pop()?;
                match peek_class(self.method().class(), index) {
                    Some(component) => self.new_array(array_of(component), length),
                    None => {
                        let op = Op::Late(Late::NewArray, index, ValueKind::Ref);
                        let v = self.emit_throwing(op, Ty::A, vec![length]);
                        self.push(v);
                    }
                }
            }
            Opcode::Multianewarray => {
                let Operand::MultiNewArray { index, dimensions } = i.operand else {
                    return Err(CompileError::Malformed);
                };
                let mut lengths = vec![];
                for _ in 0..dimensions {
                    lengths.push(self.pop()?);
                }
                lengths.reverse();
                let op = Op::Late(Late::MultiArray, index, ValueKind::Ref);
                let v = self.emit_throwing(op, Ty::A, lengths);
                self.info.insert(v, Info { nonnull: true, ..Default::default() });
                self.push(v);
            }
            Opcode::Arraylength => {
                let array = self.pop()?;
                self.null_check(array);
                let v = self.emit(Op::ArrayLength, Ty::I, vec![array]);
                self.push(v);
            }
            Opcode::Athrow => {
                let exception = self.pop()?;
                self.null_check(exception);
                self.emit_throwing(Op::Throw, Ty::V, vec![exception]);
                self.end(Term::Unwind);
            }
            Opcode::Checkcast => {
                let index = i.constant().unwrap_or(0);
                let v = self.pop()?;
                match peek_class(self.method().class(), index) {
                    Some(class) => {
                        if !self.is_known(v, class) {
                            self.emit_throwing(Op::CheckCast(class), Ty::V, vec![v]);
                            self.casts.insert(v, class);
                        }
                    }
                    None => {
                        let op = Op::Late(Late::CheckCast, index, ValueKind::Void);
                        self.emit_throwing(op, Ty::V, vec![v]);
                    }
                }
                self.push(v);
            }
            Opcode::Instanceof => {
                let index = i.constant().unwrap_or(0);
                let v = self.pop()?;
                let result = match peek_class(self.method().class(), index) {
                    Some(class) => self.emit(Op::InstanceOf(class), Ty::I, vec![v]),
                    None => {
                        let op = Op::Late(Late::InstanceOf, index, ValueKind::Boolean);
                        self.emit_throwing(op, Ty::I, vec![v])
                    }
                };
                self.push(result);
            }
            Opcode::Monitorenter => {
                let v = self.pop()?;
                self.null_check(v);
                self.emit(Op::MonitorEnter, Ty::V, vec![v]);
            }
            Opcode::Monitorexit => {
                let v = self.pop()?;
                self.null_check(v);
                self.emit_throwing(Op::MonitorExit, Ty::V, vec![v]);
            }
            _ => return Err(CompileError::Malformed),
        }
        Ok(())
    }

    fn is_known(&self, v: Val, class: &'static Class) -> bool {
        if let Op::Const(0) = self.f.nodes[v as usize].op {
            return true;
        }
        self.known(v).class.is_some_and(|c| c.is_subclass_of(class) && !c.is_array())
    }

    fn local(&mut self, index: u16) -> Result<Val, CompileError> {
        match self.state().locals.get(usize::from(index)) {
            Some(&v) if v != NONE => Ok(v),
            _ => Err(CompileError::Malformed),
        }
    }

    fn set_local(&mut self, index: u16, v: Val) -> Result<(), CompileError> {
        let index = usize::from(index);
        let wide = self.ty(v).wide();
        let locals = &mut self.state().locals;
        if index + usize::from(wide) >= locals.len() {
            return Err(CompileError::Malformed);
        }
        locals[index] = v;
        if wide {
            locals[index + 1] = NONE;
        }
        Ok(())
    }

    fn constant(&mut self, bits: u64, ty: Ty) {
        let v = self.emit(Op::Const(bits), ty, vec![]);
        self.push(v);
    }

    fn load_constant(&mut self, index: u16) {
        let pool = &self.method().class().pool;
        match pool.tag(index) {
            tag::INTEGER => self.constant(u64::from(pool.bits32(index)), Ty::I),
            tag::FLOAT => self.constant(u64::from(pool.bits32(index)), Ty::F),
            tag::LONG => self.constant(pool.bits64(index), Ty::J),
            tag::DOUBLE => self.constant(pool.bits64(index), Ty::D),
            tag::STRING if pool.cached(index) != 0 => {
                let v = self.emit(Op::Root(pool.cached(index) as u32), Ty::A, vec![]);
                let class = Some(vm().known.string());
                self.info.insert(v, Info { class, exact: true, nonnull: true });
                self.push(v);
            }
            tag::CLASS => match peek_class(self.method().class(), index) {
                Some(class) if !class.mirror.get().is_null() => {
                    let v = self.emit(Op::Root(std::ptr::from_ref(&class.mirror) as u32), Ty::A, vec![]);
                    let class = Some(vm().known.class());
                    self.info.insert(v, Info { class, exact: true, nonnull: true });
                    self.push(v);
                }
                _ => self.late_constant(index),
            },
            tag::METHOD_HANDLE | tag::METHOD_TYPE if pool.cached(index) != 0 => {
                let v = self.emit(Op::Root(pool.cached(index) as u32), Ty::A, vec![]);
                self.info.insert(v, Info { nonnull: true, ..Default::default() });
                self.push(v);
            }
            tag::DYNAMIC
                if pool.cached(index) != 0 && member_kind(self.method(), index) == ValueKind::Ref =>
            {
                // It may be null.
                let v = self.emit(Op::Root(pool.cached(index) as u32), Ty::A, vec![]);
                self.push(v);
            }
            tag::DYNAMIC => {
                let kind = member_kind(self.method(), index);
                if kind == ValueKind::Ref && pool.cached(index) != 0 {
                    let v = self.emit(Op::Root(pool.cached(index) as u32), Ty::A, vec![]);
                    self.push(v);
                } else if kind == ValueKind::Ref {
                    self.late_constant(index);
                } else {
                    let op = Op::Late(Late::DynamicPrimitive, index, kind);
                    let v = self.emit_throwing(op, Ty::of(kind), vec![]);
                    self.push(v);
                }
            }
            _ => self.late_constant(index),
        }
    }

    fn late_constant(&mut self, index: u16) {
        let op = Op::Late(Late::Constant, index, ValueKind::Ref);
        let v = self.emit_throwing(op, Ty::A, vec![]);
        self.push(v);
    }

    /// Checks for an element access.
    fn array_access(&mut self, array: Val, index: Val) {
        self.null_check(array);
        let length = self.emit(Op::ArrayLength, Ty::I, vec![array]);
        self.emit_throwing(Op::BoundsCheck, Ty::V, vec![index, length]);
    }

    fn store_check(&mut self, array: Val, value: Val) {
        if matches!(self.f.nodes[value as usize].op, Op::Const(0)) {
            return;
        }
        let known = self.known(array);
        if let (true, Some(component)) = (known.exact, known.class.and_then(|c| c.component))
            && (component == vm().known.object() || self.is_known(value, component))
        {
            return;
        }
        self.emit_throwing(Op::StoreCheck, Ty::V, vec![array, value]);
    }

    fn shuffle(&mut self, opcode: Opcode) -> Result<(), CompileError> {
        let stack = self.state().stack.clone();
        let wide = |depth: usize| stack.len() > depth && self.f.ty(stack[stack.len() - 1 - depth]).wide();
        let Some((count, order)) = rvm_vm::interpreter::shuffle(opcode, wide) else {
            return Err(CompileError::Malformed);
        };
        let Some(base) = stack.len().checked_sub(count) else { return Err(CompileError::Malformed) };
        self.state().stack.truncate(base);
        for &from in order {
            self.push(stack[base + from]);
        }
        Ok(())
    }

    fn compare(&mut self, greater: bool) -> Result<(), CompileError> {
        let (y, x) = (self.pop()?, self.pop()?);
        let v = self.emit(Op::Cmp3(greater), Ty::I, vec![x, y]);
        self.push(v);
        Ok(())
    }

    fn conditional(&mut self, i: &Instruction<'_>) -> Result<(), CompileError> {
        let byte = i.opcode as u8;
        let cond = if (Opcode::Ifeq as u8..=Opcode::Ifle as u8).contains(&byte) {
            let cond = CONDS[usize::from(byte - Opcode::Ifeq as u8)];
            let x = self.pop()?;
            self.compare_zero(cond, x)
        } else if matches!(i.opcode, Opcode::Ifnull | Opcode::Ifnonnull) {
            let x = self.pop()?;
            let null = self.emit(Op::Const(0), Ty::A, vec![]);
            let cond = if i.opcode == Opcode::Ifnull { Cond::Eq } else { Cond::Ne };
            self.emit(Op::Cmp(cond), Ty::I, vec![x, null])
        } else {
            let first = if byte >= Opcode::IfAcmpeq as u8 { Opcode::IfAcmpeq } else { Opcode::IfIcmpeq };
            let (y, x) = (self.pop()?, self.pop()?);
            self.emit(Op::Cmp(CONDS[usize::from(byte - first as u8)]), Ty::I, vec![x, y])
        };
        let Operand::Branch(offset) = i.operand else { return Err(CompileError::Malformed) };
        let target = i.target(offset).ok_or(CompileError::Malformed)? as u16;
        let state = self.state().clone();
        let yes = self.edge_to(target, state.clone());
        let no = self.edge_to(i.next_pc() as u16, state);
        self.end(Term::Branch(cond, yes, no));
        Ok(())
    }

    /// `x ? 0`; a comparison before it becomes one with it.
    fn compare_zero(&mut self, cond: Cond, x: Val) -> Val {
        if let Op::Cmp3(greater) = self.f.nodes[x as usize].op {
            let args = self.f.nodes[x as usize].args.clone();
            let float = self.ty(args[0]) != Ty::J;
            // Unordered counts as 1 if `greater`, else as -1.
            let cond = match (cond, float, greater) {
                (Cond::Lt | Cond::Le, true, false) => cond.negate(false).negate(true),
                (Cond::Gt | Cond::Ge, true, true) => cond.negate(false).negate(true),
                _ => cond,
            };
            return self.emit(Op::Cmp(cond), Ty::I, args);
        }
        let zero = self.int(0);
        self.emit(Op::Cmp(cond), Ty::I, vec![x, zero])
    }

    fn switch(&mut self, i: &Instruction<'_>) -> Result<(), CompileError> {
        let key = self.pop()?;
        let state = self.state().clone();
        let target = |o: i32| i.target(o).map(|t| t as u16).ok_or(CompileError::Malformed);
        let (mut cases, default) = (
            vec![],
            match &i.operand {
                Operand::TableSwitch(s) => s.default,
                Operand::LookupSwitch(s) => s.default,
                _ => return Err(CompileError::Malformed),
            },
        );
        let default_bci = target(default)?;
        match &i.operand {
            Operand::TableSwitch(s) => {
                for (n, offset) in s.offsets().enumerate() {
                    let to = target(offset)?;
                    if to != default_bci {
                        cases.push((s.low.wrapping_add(n as i32), self.edge_to(to, state.clone())));
                    }
                }
            }
            Operand::LookupSwitch(s) => {
                for (value, offset) in s.pairs() {
                    let to = target(offset)?;
                    cases.push((value, self.edge_to(to, state.clone())));
                }
            }
            _ => {}
        }
        let default = self.edge_to(default_bci, state);
        self.end(Term::Switch(key, cases, default));
        Ok(())
    }

    fn return_(&mut self, opcode: Opcode) -> Result<(), CompileError> {
        let value = if opcode == Opcode::Return { NONE } else { self.pop()? };
        let narrow = match self.method().ret() {
            ValueKind::Boolean => Some(Un::Bit),
            ValueKind::Byte => Some(Un::I2b),
            ValueKind::Char => Some(Un::I2c),
            ValueKind::Short => Some(Un::I2s),
            _ => None,
        };
        let value = match narrow {
            Some(op) if value != NONE => self.narrow(op, value),
            _ => value,
        };
        if let Some(lock) = self.frame().lock {
            self.emit_throwing(Op::MonitorExit, Ty::V, vec![lock]);
        }
        match self.frame().returns {
            None => self.end(Term::Return(value)),
            Some(block) => {
                let args = if value == NONE { vec![] } else { vec![value] };
                let edge = self.f.edge(block, args);
                self.end(Term::Jump(edge));
            }
        }
        Ok(())
    }

    /// A value as `boolean`, `byte`, `char` or `short`; nothing to do if it is one already.
    pub fn narrow(&mut self, op: Un, v: Val) -> Val {
        let fits = match self.f.nodes[v as usize].op {
            Op::Const(bits) => {
                let x = bits as i32;
                match op {
                    Un::Bit => x == x & 1,
                    Un::I2b => x == i32::from(x as i8),
                    Un::I2c => x == i32::from(x as u16),
                    _ => x == i32::from(x as i16),
                }
            }
            Op::Un(known) => known == op,
            Op::Cmp(_) | Op::InstanceOf(_) => true,
            Op::Load(kind) | Op::GetField { kind, .. } | Op::GetStatic { kind, .. } => matches!(
                (kind, op),
                (ValueKind::Boolean, _)
                    | (ValueKind::Byte, Un::I2b | Un::I2s)
                    | (ValueKind::Char, Un::I2c)
                    | (ValueKind::Short, Un::I2s)
            ),
            Op::Call { ret, .. } => matches!(
                (ret, op),
                (ValueKind::Boolean, _)
                    | (ValueKind::Byte, Un::I2b | Un::I2s)
                    | (ValueKind::Char, Un::I2c)
                    | (ValueKind::Short, Un::I2s)
            ),
            _ => false,
        };
        if fits { v } else { self.emit(Op::Un(op), Ty::I, vec![v]) }
    }

    fn field(&mut self, opcode: Opcode, index: u16) -> Result<(), CompileError> {
        let method = self.method();
        let is_static = matches!(opcode, Opcode::Getstatic | Opcode::Putstatic);
        let is_put = matches!(opcode, Opcode::Putstatic | Opcode::Putfield);
        let kind = member_kind(method, index);
        let field = peek_field(method, index, FieldUse { is_static, is_put });
        let value = if is_put { Some(self.pop()?) } else { None };
        let object = if is_static { None } else { Some(self.pop()?) };
        let Some(field) = field else {
            if let Some(object) = object {
                // The helper checks for null after resolution.
                let mut args = vec![object];
                args.extend(value);
                let late = if is_put { Late::PutField } else { Late::GetField };
                let ty = if is_put { Ty::V } else { Ty::of(kind) };
                let v = self.emit_throwing(Op::Late(late, index, kind), ty, args);
                if !is_put {
                    self.push(v);
                }
                return Ok(());
            }
            let late = if is_put { Late::PutStatic } else { Late::GetStatic };
            let ty = if is_put { Ty::V } else { Ty::of(kind) };
            let v = self.emit_throwing(Op::Late(late, index, kind), ty, value.into_iter().collect());
            if !is_put {
                self.push(v);
            }
            return Ok(());
        };
        let volatile = field.is_volatile();
        match object {
            None => {
                self.init_check(field.class());
                let address = field.static_address() as u32;
                match value {
                    Some(value) => {
                        self.emit(Op::PutStatic { address, kind, volatile }, Ty::V, vec![value]);
                    }
                    None => {
                        let v = self.static_value(field, kind, address, volatile);
                        self.push(v);
                    }
                }
            }
            Some(object) => {
                self.null_check(object);
                let offset = field.offset;
                match value {
                    Some(value) => {
                        self.emit(Op::PutField { offset, kind, volatile }, Ty::V, vec![object, value]);
                    }
                    None => {
                        let stable = self.is_stable(field, object);
                        let op = Op::GetField { offset, kind, volatile, stable };
                        let v = self.emit(op, Ty::of(kind), vec![object]);
                        self.push(v);
                    }
                }
            }
        }
        Ok(())
    }

    /// A static field; final ones of initialised classes are constants.
    fn static_value(&mut self, field: &'static Field, kind: ValueKind, address: u32, volatile: bool) -> Val {
        let class = field.class();
        if field.has(rvm_vm::class::flags::FINAL) && class.is_initialized() {
            let word = class.static_word(field.offset);
            if kind != ValueKind::Ref {
                return self.emit(Op::Const(word), Ty::of(kind), vec![]);
            }
            // System's streams can be set again.
            if word != 0 && class.name != *"java/lang/System" {
                return self.constant_object(address);
            }
        }
        self.emit(Op::GetStatic { address, kind, volatile }, Ty::of(kind), vec![])
    }

    /// The object, not null, in a slot that never changes.
    pub(super) fn constant_object(&mut self, address: u32) -> Val {
        let v = self.emit(Op::Root(address), Ty::A, vec![]);
        // SAFETY: the slot lives as long as its class, has the layout of its low half, and holds an object.
        let slot = unsafe { &*(address as usize as *const RootSlot) };
        let class = vm().threads.while_running(|| slot.get().class());
        self.info.insert(v, Info { class, exact: class.is_some(), nonnull: true });
        v
    }

    /// Whether a field keeps the value it has now, whatever runs meanwhile: a final one that reflection refuses to write, read where its
    /// object is not being constructed.
    fn is_stable(&self, field: &'static Field, object: Val) -> bool {
        let class = field.class();
        let record = class.super_class.is_some_and(|s| s.name == *"java/lang/Record");
        field.has(rvm_vm::class::flags::FINAL)
            && (class.rare.trusted || class.rare.hidden || record)
            && !self.f.method.is_constructor()
            && !self.frames.iter().any(|f| f.method.is_constructor())
            && !matches!(self.f.nodes[object as usize].op, Op::New(_) | Op::Late(..))
    }

    /// Initialises a class unless it is.
    pub fn init_check(&mut self, class: &'static Class) {
        if class.is_initialized() || self.method().class().is_subclass_of(class) && self.initialising(class) {
            return;
        }
        self.emit_throwing(Op::InitCheck(class), Ty::V, vec![]);
    }

    /// Whether code of the method runs only while or after its class was initialised by the same thread: instance
    /// methods may run in another thread meanwhile, which has to wait.
    fn initialising(&self, class: &'static Class) -> bool {
        self.method().class() == class && self.method().is_class_initializer()
    }

    fn new_object(&mut self, index: u16) {
        let class = peek_class(self.method().class(), index).filter(|c| !c.is_abstract());
        let v = match class {
            Some(class) => {
                self.init_check(class);
                let v = self.emit_throwing(Op::New(class), Ty::A, vec![]);
                self.info.insert(v, Info { class: Some(class), exact: true, nonnull: true });
                v
            }
            None => {
                let v = self.emit_throwing(Op::Late(Late::New, index, ValueKind::Ref), Ty::A, vec![]);
                self.info.insert(v, Info { nonnull: true, ..Default::default() });
                v
            }
        };
        self.push(v);
    }

    fn new_array(&mut self, class: &'static Class, length: Val) {
        let v = self.emit_throwing(Op::NewArray(class), Ty::A, vec![length]);
        self.info.insert(v, Info { class: Some(class), exact: true, nonnull: true });
        self.push(v);
    }
}

/// Kind of the field that a Fieldref or Dynamic entry names.
pub(super) fn member_kind(method: &Method, index: u16) -> ValueKind {
    let pool = &method.class().pool;
    let descriptor = pool.utf8(pool.second(pool.second(index)));
    descriptor.first().and_then(|&c| ValueKind::of_descriptor(c)).unwrap_or(ValueKind::Int)
}
