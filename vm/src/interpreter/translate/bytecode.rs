//! What each bytecode becomes.

use super::mark;
use super::{Dest, Entry, Fix, Fixup, TranslateError, Translator, Value};
use crate::class::{ValueKind, tag};
use crate::interpreter::opcode::Op;
use rvm_classfile::code::{Instruction, Operand, decode};
use rvm_classfile::opcode::{Kind, Opcode};

/// The kind on the operand stack of a value of this kind.
pub(super) fn stack_kind(kind: ValueKind) -> Kind {
    match kind {
        ValueKind::Long => Kind::J,
        ValueKind::Float => Kind::F,
        ValueKind::Double => Kind::D,
        ValueKind::Ref => Kind::A,
        _ => Kind::I,
    }
}

/// The order of `Op`'s conditions, and of the bytecodes': eq ne lt ge gt le.
const INT: [Op; 6] = [Op::IfEqI, Op::IfNeI, Op::IfLtI, Op::IfGeI, Op::IfGtI, Op::IfLeI];
const INT_IMM: [Op; 6] = [Op::IfEqIImm, Op::IfNeIImm, Op::IfLtIImm, Op::IfGeIImm, Op::IfGtIImm, Op::IfLeIImm];
const ZERO: [Op; 6] = [Op::IfEqZero, Op::IfNeZero, Op::IfLtZero, Op::IfGeZero, Op::IfGtZero, Op::IfLeZero];
const LONG: [Op; 6] = [Op::IfEqJ, Op::IfNeJ, Op::IfLtJ, Op::IfGeJ, Op::IfGtJ, Op::IfLeJ];
const LONG_IMM: [Op; 6] =
    [Op::IfEqJImm, Op::IfNeJImm, Op::IfLtJImm, Op::IfGeJImm, Op::IfGtJImm, Op::IfLeJImm];
/// By the comparison's result when unordered: -1 (fcmpl) and 1 (fcmpg).
const FLOAT: [[Op; 6]; 2] = [
    [Op::IfEqF, Op::IfNeF, Op::IfNgeF, Op::IfGeF, Op::IfGtF, Op::IfNgtF],
    [Op::IfEqF, Op::IfNeF, Op::IfLtF, Op::IfNltF, Op::IfNleF, Op::IfLeF],
];
const DOUBLE: [[Op; 6]; 2] = [
    [Op::IfEqD, Op::IfNeD, Op::IfNgeD, Op::IfGeD, Op::IfGtD, Op::IfNgtD],
    [Op::IfEqD, Op::IfNeD, Op::IfLtD, Op::IfNltD, Op::IfNleD, Op::IfLeD],
];
/// Condition with the operands exchanged.
const SWAPPED: [usize; 6] = [0, 1, 4, 5, 2, 3];

struct Binary {
    kind: Kind,
    op: Op,
    imm: Option<Op>,
    /// With the constant on the left.
    imm_left: Option<Op>,
    constant: Option<Op>,
    constant_left: Option<Op>,
}

fn binary_of(opcode: Opcode) -> Option<Binary> {
    use Op::*;
    let int = |op, imm, imm_left, constant| Binary {
        kind: Kind::I,
        op,
        imm,
        imm_left,
        constant,
        constant_left: constant,
    };
    let long = |op, imm, imm_left, constant| Binary {
        kind: Kind::J,
        op,
        imm,
        imm_left,
        constant,
        constant_left: constant,
    };
    let real = |kind, op, constant, constant_left| Binary {
        kind,
        op,
        imm: None,
        imm_left: None,
        constant,
        constant_left,
    };
    Some(match opcode {
        Opcode::Iadd => int(AddI, Some(AddIImm), Some(AddIImm), Some(AddIConst)),
        Opcode::Isub => int(SubI, None, Some(RsubIImm), None),
        Opcode::Imul => int(MulI, Some(MulIImm), Some(MulIImm), Some(MulIConst)),
        Opcode::Idiv => int(DivI, Some(DivIImm), None, None),
        Opcode::Irem => int(RemI, Some(RemIImm), None, None),
        Opcode::Iand => int(AndI, Some(AndIImm), Some(AndIImm), Some(AndIConst)),
        Opcode::Ior => int(OrI, Some(OrIImm), Some(OrIImm), Some(OrIConst)),
        Opcode::Ixor => int(XorI, Some(XorIImm), Some(XorIImm), Some(XorIConst)),
        Opcode::Ishl => int(ShlI, Some(ShlIImm), None, None),
        Opcode::Ishr => int(ShrI, Some(ShrIImm), None, None),
        Opcode::Iushr => int(UshrI, Some(UshrIImm), None, None),
        Opcode::Ladd => long(AddJ, Some(AddJImm), Some(AddJImm), Some(AddJConst)),
        Opcode::Lsub => long(SubJ, None, Some(RsubJImm), None),
        Opcode::Lmul => long(MulJ, Some(MulJImm), Some(MulJImm), Some(MulJConst)),
        Opcode::Ldiv => long(DivJ, Some(DivJImm), None, None),
        Opcode::Lrem => long(RemJ, Some(RemJImm), None, None),
        Opcode::Land => long(AndJ, Some(AndJImm), Some(AndJImm), Some(AndJConst)),
        Opcode::Lor => long(OrJ, Some(OrJImm), Some(OrJImm), Some(OrJConst)),
        Opcode::Lxor => long(XorJ, Some(XorJImm), Some(XorJImm), Some(XorJConst)),
        Opcode::Lshl => long(ShlJ, Some(ShlJImm), None, None),
        Opcode::Lshr => long(ShrJ, Some(ShrJImm), None, None),
        Opcode::Lushr => long(UshrJ, Some(UshrJImm), None, None),
        Opcode::Fadd => real(Kind::F, AddF, Some(AddFConst), Some(AddFConst)),
        Opcode::Fsub => real(Kind::F, SubF, Some(SubFConst), Some(RsubFConst)),
        Opcode::Fmul => real(Kind::F, MulF, Some(MulFConst), Some(MulFConst)),
        Opcode::Fdiv => real(Kind::F, DivF, Some(DivFConst), Some(RdivFConst)),
        Opcode::Frem => real(Kind::F, RemF, None, None),
        Opcode::Dadd => real(Kind::D, AddD, Some(AddDConst), Some(AddDConst)),
        Opcode::Dsub => real(Kind::D, SubD, Some(SubDConst), Some(RsubDConst)),
        Opcode::Dmul => real(Kind::D, MulD, Some(MulDConst), Some(MulDConst)),
        Opcode::Ddiv => real(Kind::D, DivD, Some(DivDConst), Some(RdivDConst)),
        Opcode::Drem => real(Kind::D, RemD, None, None),
        _ => return None,
    })
}

fn unary_of(opcode: Opcode) -> Option<(Op, Kind)> {
    use Op::*;
    Some(match opcode {
        Opcode::Ineg => (NegI, Kind::I),
        Opcode::Lneg => (NegJ, Kind::J),
        Opcode::Fneg => (NegF, Kind::F),
        Opcode::Dneg => (NegD, Kind::D),
        Opcode::I2l => (I2l, Kind::J),
        Opcode::I2f => (I2f, Kind::F),
        Opcode::I2d => (I2d, Kind::D),
        Opcode::L2i => (L2i, Kind::I),
        Opcode::L2f => (L2f, Kind::F),
        Opcode::L2d => (L2d, Kind::D),
        Opcode::F2i => (F2i, Kind::I),
        Opcode::F2l => (F2l, Kind::J),
        Opcode::F2d => (F2d, Kind::D),
        Opcode::D2i => (D2i, Kind::I),
        Opcode::D2l => (D2l, Kind::J),
        Opcode::D2f => (D2f, Kind::F),
        Opcode::I2b => (I2b, Kind::I),
        Opcode::I2c => (I2c, Kind::I),
        Opcode::I2s => (I2s, Kind::I),
        _ => return None,
    })
}

fn load_of(opcode: Opcode) -> Option<(Op, Op, Kind)> {
    use Op::*;
    Some(match opcode {
        Opcode::Iaload => (Load32, Load32Imm, Kind::I),
        Opcode::Laload => (Load64, Load64Imm, Kind::J),
        Opcode::Faload => (Load32, Load32Imm, Kind::F),
        Opcode::Daload => (Load64, Load64Imm, Kind::D),
        Opcode::Aaload => (Load32, Load32Imm, Kind::A),
        Opcode::Baload => (LoadI8, LoadI8Imm, Kind::I),
        Opcode::Caload => (LoadU16, LoadU16Imm, Kind::I),
        Opcode::Saload => (LoadI16, LoadI16Imm, Kind::I),
        _ => return None,
    })
}

/// A 16-bit immediate with this value.
fn short(word: u64, kind: Kind) -> Option<u16> {
    let value = if kind == Kind::J { word as i64 } else { i64::from(word as i32) };
    i16::try_from(value).ok().map(|v| v as u16)
}

impl Translator<'_> {
    pub(super) fn bytecode(&mut self, i: &Instruction<'_>) -> Result<(), TranslateError> {
        let opcode = i.opcode;
        let number = opcode as u8;
        if let Some(binary) = binary_of(opcode) {
            self.binary(&binary);
            return Ok(());
        }
        if let Some((op, kind)) = unary_of(opcode) {
            let operand = self.pop_reg();
            self.result(op, operand, 0, kind);
            return Ok(());
        }
        if let Some((op, imm, kind)) = load_of(opcode) {
            self.array_load(op, imm, kind);
            return Ok(());
        }
        match opcode {
            Opcode::Nop => {}
            Opcode::AconstNull => self.push_const(0, Kind::A),
            Opcode::IconstM1
            | Opcode::Iconst0
            | Opcode::Iconst1
            | Opcode::Iconst2
            | Opcode::Iconst3
            | Opcode::Iconst4
            | Opcode::Iconst5 => {
                let value = i32::from(number) - i32::from(Opcode::Iconst0 as u8);
                self.push_const(u64::from(value as u32), Kind::I);
            }
            Opcode::Lconst0 => self.push_const(0, Kind::J),
            Opcode::Lconst1 => self.push_const(1, Kind::J),
            Opcode::Fconst0 => self.push_const(0, Kind::F),
            Opcode::Fconst1 => self.push_const(u64::from(1f32.to_bits()), Kind::F),
            Opcode::Fconst2 => self.push_const(u64::from(2f32.to_bits()), Kind::F),
            Opcode::Dconst0 => self.push_const(0, Kind::D),
            Opcode::Dconst1 => self.push_const(1f64.to_bits(), Kind::D),
            Opcode::Bipush | Opcode::Sipush => {
                let Operand::Immediate(value) = i.operand else { return Err(TranslateError::Malformed) };
                self.push_const(u64::from(i32::from(value) as u32), Kind::I);
            }
            Opcode::Ldc | Opcode::LdcW | Opcode::Ldc2W => self.constant(i.constant().unwrap_or(0)),
            Opcode::Iload | Opcode::Iload0 | Opcode::Iload1 | Opcode::Iload2 | Opcode::Iload3 => {
                self.load(i, Kind::I);
            }
            Opcode::Lload | Opcode::Lload0 | Opcode::Lload1 | Opcode::Lload2 | Opcode::Lload3 => {
                self.load(i, Kind::J);
            }
            Opcode::Fload | Opcode::Fload0 | Opcode::Fload1 | Opcode::Fload2 | Opcode::Fload3 => {
                self.load(i, Kind::F);
            }
            Opcode::Dload | Opcode::Dload0 | Opcode::Dload1 | Opcode::Dload2 | Opcode::Dload3 => {
                self.load(i, Kind::D);
            }
            Opcode::Aload | Opcode::Aload0 | Opcode::Aload1 | Opcode::Aload2 | Opcode::Aload3 => {
                self.load(i, Kind::A);
            }
            Opcode::Istore
            | Opcode::Istore0
            | Opcode::Istore1
            | Opcode::Istore2
            | Opcode::Istore3
            | Opcode::Lstore
            | Opcode::Lstore0
            | Opcode::Lstore1
            | Opcode::Lstore2
            | Opcode::Lstore3
            | Opcode::Fstore
            | Opcode::Fstore0
            | Opcode::Fstore1
            | Opcode::Fstore2
            | Opcode::Fstore3
            | Opcode::Dstore
            | Opcode::Dstore0
            | Opcode::Dstore1
            | Opcode::Dstore2
            | Opcode::Dstore3
            | Opcode::Astore
            | Opcode::Astore0
            | Opcode::Astore1
            | Opcode::Astore2
            | Opcode::Astore3 => self.store(i.local().unwrap_or(u16::MAX)),
            Opcode::Iinc => {
                let Operand::Iinc { local, delta } = i.operand else { return Err(TranslateError::Malformed) };
                let r = self.local(local, Kind::I);
                self.release_local(r);
                self.emit(Op::AddIImm, r, r, delta as u16);
            }
            Opcode::Iastore => self.array_store(Op::Store32, Some(Op::Store32Imm)),
            Opcode::Fastore => self.array_store(Op::Store32, None),
            Opcode::Lastore | Opcode::Dastore => self.array_store(Op::Store64, None),
            Opcode::Aastore => self.array_store(Op::StoreRef, None),
            Opcode::Bastore => self.array_store(Op::StoreByte, Some(Op::Store8Imm)),
            Opcode::Castore | Opcode::Sastore => self.array_store(Op::Store16, Some(Op::Store16Imm)),
            Opcode::Pop
            | Opcode::Pop2
            | Opcode::Dup
            | Opcode::DupX1
            | Opcode::DupX2
            | Opcode::Dup2
            | Opcode::Dup2X1
            | Opcode::Dup2X2
            | Opcode::Swap => self.duplicate(opcode),
            Opcode::Lcmp => self.compare_long(),
            Opcode::Fcmpl => self.compare(Op::CmpLF, &FLOAT[0]),
            Opcode::Fcmpg => self.compare(Op::CmpGF, &FLOAT[1]),
            Opcode::Dcmpl => self.compare(Op::CmpLD, &DOUBLE[0]),
            Opcode::Dcmpg => self.compare(Op::CmpGD, &DOUBLE[1]),
            _ if opcode.is_conditional_branch() => self.conditional(i)?,
            Opcode::Goto | Opcode::GotoW => self.jump(i)?,
            Opcode::Tableswitch | Opcode::Lookupswitch => self.switch(i)?,
            _ if opcode.is_return() => self.return_(opcode),
            Opcode::Getstatic | Opcode::Putstatic | Opcode::Getfield | Opcode::Putfield => {
                self.field(opcode, i.constant().unwrap_or(0));
            }
            _ if opcode.is_invoke() => self.invoke(opcode, i.constant().unwrap_or(0)),
            Opcode::New => {
                let dest = self.dest(Kind::A);
                self.emit(Op::NewUnresolved, dest.reg(), 0, i.constant().unwrap_or(0));
                self.push_dest(dest, Kind::A);
            }
            Opcode::Newarray => {
                let Operand::ArrayType(code) = i.operand else { return Err(TranslateError::Malformed) };
                let length = self.pop_reg();
                let dest = self.dest(Kind::A);
                self.emit_words(Op::NewPrimitiveArrayUnresolved, dest.reg(), length, u16::from(code), &[0]);
                self.push_dest(dest, Kind::A);
            }
            Opcode::Anewarray => {
                let length = self.pop_reg();
                let dest = self.dest(Kind::A);
                self.emit_words(Op::NewArrayUnresolved, dest.reg(), length, i.constant().unwrap_or(0), &[0]);
                self.push_dest(dest, Kind::A);
            }
            Opcode::Multianewarray => {
                let Operand::MultiNewArray { index, dimensions } = i.operand else {
                    return Err(TranslateError::Malformed);
                };
                let count = usize::from(dimensions);
                if self.sp < count {
                    return Err(TranslateError::Malformed);
                }
                let base = self.sp - count;
                self.materialise_from(base);
                self.sp = base;
                let dest = self.dest(Kind::A);
                let first = self.slot(base);
                self.emit_words(Op::NewMultiArray, dest.reg(), first, index, &[u64::from(dimensions)]);
                self.push_dest(dest, Kind::A);
            }
            Opcode::Arraylength => {
                let array = self.pop_reg();
                self.result(Op::ArrayLength, array, 0, Kind::I);
            }
            Opcode::Athrow => {
                let exception = self.pop_reg();
                self.emit(Op::Throw, exception, 0, 0);
                self.reachable = false;
            }
            Opcode::Checkcast => {
                // The value stays where it is; a null constant passes.
                let entry = self.pop();
                if let Value::Reg(r) = entry.value {
                    self.emit(Op::CheckCastUnresolved, r, 0, i.constant().unwrap_or(0));
                }
                self.push(entry.value, Kind::A);
            }
            Opcode::Instanceof => {
                let object = self.pop_reg();
                let dest = self.dest(Kind::I);
                self.emit_words(
                    Op::InstanceOfUnresolved,
                    dest.reg(),
                    object,
                    i.constant().unwrap_or(0),
                    &[0],
                );
                self.push_dest(dest, Kind::I);
            }
            Opcode::Monitorenter => {
                let object = self.pop_reg();
                self.emit(Op::MonitorEnter, object, 0, 0);
            }
            Opcode::Monitorexit => {
                let object = self.pop_reg();
                self.emit(Op::MonitorExit, object, 0, 0);
            }
            Opcode::Jsr | Opcode::JsrW => self.subroutine(i)?,
            Opcode::Ret => {
                let kinds = self.entries[..self.sp].iter().map(|e| e.kind).collect();
                self.returns.push(kinds);
                let r = self.local(i.local().unwrap_or(u16::MAX), Kind::R);
                self.emit(Op::RetSub, r, 0, 0);
                self.reachable = false;
            }
            // Not in class files.
            _ => return Err(TranslateError::Malformed),
        }
        Ok(())
    }

    /// `result = op b c`
    fn result(&mut self, op: Op, b: u16, c: u16, kind: Kind) {
        let dest = self.dest(kind);
        self.emit(op, dest.reg(), b, c);
        self.push_dest(dest, kind);
    }

    fn constant(&mut self, index: u16) {
        let pool = self.pool;
        match pool.tag(index) {
            tag::INTEGER => self.push_const(u64::from(pool.bits32(index)), Kind::I),
            tag::FLOAT => self.push_const(u64::from(pool.bits32(index)), Kind::F),
            tag::LONG => self.push_const(pool.bits64(index), Kind::J),
            tag::DOUBLE => self.push_const(pool.bits64(index), Kind::D),
            tag::DYNAMIC => {
                let kind = dynamic_kind(pool, index);
                let op = if kind == Kind::A { Op::LoadConstantUnresolved } else { Op::LoadDynamicPrimitive };
                self.result(op, 0, index, kind);
            }
            _ => self.result(Op::LoadConstantUnresolved, 0, index, Kind::A),
        }
    }

    fn load(&mut self, i: &Instruction<'_>, kind: Kind) {
        let r = self.local(i.local().unwrap_or(u16::MAX), kind);
        self.push(Value::Reg(r), kind);
    }

    fn store(&mut self, local: u16) {
        let entry = self.pop();
        let r = self.local(local, entry.kind);
        self.release_local(r);
        match entry.value {
            Value::Reg(source) if source == r => {}
            Value::Reg(source) => self.emit(Op::Mov, r, source, 0),
            Value::Const(word) => self.emit_const(r, word),
        }
        self.note_store(local, entry.kind);
    }

    fn binary(&mut self, binary: &Binary) {
        let kind = binary.kind;
        let y = self.pop();
        // The position of `y` while `x` is taken: constants go to their own positions.
        let y_at = self.sp;
        let x = self.pop();
        let shift = matches!(binary.op, Op::ShlJ | Op::ShrJ | Op::UshrJ);
        if let Value::Const(word) = y.value
            && !matches!(x.value, Value::Const(_))
        {
            let Value::Reg(x) = x.value else { return };
            let divides = matches!(binary.op, Op::DivI | Op::RemI | Op::DivJ | Op::RemJ);
            let word_kind = if shift { Kind::I } else { kind };
            let value = short(word, word_kind);
            match (binary.imm, value) {
                (Some(op), Some(imm)) if !divides || !matches!(imm as i16, 0 | -1) => {
                    return self.result(op, x, imm, kind);
                }
                _ => {}
            }
            // x - c is x + -c.
            let negated = if kind == Kind::J {
                (word as i64).wrapping_neg() as u64
            } else {
                u64::from((word as i32).wrapping_neg() as u32)
            };
            match binary.op {
                Op::SubI | Op::SubJ => {
                    let (imm, wide) = if kind == Kind::J {
                        (Op::AddJImm, Op::AddJConst)
                    } else {
                        (Op::AddIImm, Op::AddIConst)
                    };
                    return match short(negated, kind) {
                        Some(value) => self.result(imm, x, value, kind),
                        None => self.result_const(wide, x, negated, kind),
                    };
                }
                _ => {}
            }
            if let Some(op) = binary.constant {
                return self.result_const(op, x, word, kind);
            }
        } else if let (Value::Const(word), Value::Reg(y)) = (x.value, y.value) {
            if let (Some(op), Some(imm)) = (binary.imm_left, short(word, kind)) {
                return self.result(op, y, imm, kind);
            }
            if let Some(op) = binary.constant_left {
                return self.result_const(op, y, word, kind);
            }
        }
        let x = self.in_register(x);
        let y = self.in_register_at(y, y_at);
        self.result(binary.op, x, y, kind);
    }

    fn result_const(&mut self, op: Op, b: u16, word: u64, kind: Kind) {
        let dest = self.dest(kind);
        self.emit_words(op, dest.reg(), b, 0, &[word]);
        self.push_dest(dest, kind);
    }

    /// As `in_register`, for an entry taken from `position`.
    pub(super) fn in_register_at(&mut self, entry: Entry, position: usize) -> u16 {
        match entry.value {
            Value::Reg(r) => r,
            Value::Const(word) => {
                let slot = self.slot(position);
                self.emit_const(slot, word);
                slot
            }
        }
    }

    fn array_load(&mut self, mut op: Op, mut imm: Op, kind: Kind) {
        let index = self.pop();
        let index_at = self.sp;
        let array = self.pop_reg();
        // `bytes[i] & 0xff` is one load.
        if op == Op::LoadI8 && self.mask_follows() {
            (op, imm) = (Op::LoadU8, Op::LoadU8Imm);
            self.next += 4;
        }
        match index.value {
            Value::Const(word) if word <= u64::from(u16::MAX) => self.result(imm, array, word as u16, kind),
            _ => {
                let index = self.in_register_at(index, index_at);
                self.result(op, array, index, kind);
            }
        }
    }

    /// Whether `sipush 255; iand` comes next and nothing branches into it.
    fn mask_follows(&self) -> bool {
        let at = self.next as usize;
        self.code.get(at..at + 4) == Some(&[Opcode::Sipush as u8, 0, 255, Opcode::Iand as u8])
            && self.marks[at] & mark::LEADER == 0
            && self.marks[at + 3] & mark::LEADER == 0
    }

    fn array_store(&mut self, op: Op, imm: Option<Op>) {
        let value = self.pop();
        let value_at = self.sp;
        let index = self.pop();
        let index_at = self.sp;
        let array = self.pop_reg();
        let index = self.in_register_at(index, index_at);
        if let (Value::Const(word), Some(imm)) = (value.value, imm) {
            // A boolean[] takes the low bit only, so that bytes beyond 0 and 1 need the general form.
            let fits = if op == Op::StoreByte { word <= 1 } else { true };
            if let (Some(value), true) = (short(word, Kind::I), fits) {
                return self.emit(imm, array, index, value);
            }
        }
        let value = self.in_register_at(value, value_at);
        self.emit(op, array, index, value);
    }

    fn duplicate(&mut self, opcode: Opcode) {
        let wide = |depth: usize| self.sp > depth && self.entries[self.sp - 1 - depth].kind.slots() == 2;
        match super::stack::shuffle(opcode, wide) {
            Some((count, order)) => self.shuffle(count, order),
            None => self.broken = true,
        }
    }

    /// The `if` that follows a comparison and is not a branch target.
    fn if_follows(&self) -> Option<Instruction<'static>> {
        let at = self.next as usize;
        if at >= self.code.len() || self.marks[at] & mark::LEADER != 0 {
            return None;
        }
        let instruction = decode(self.code, self.next).ok()?;
        let Operand::Branch(offset) = instruction.operand else { return None };
        ((Opcode::Ifeq as u8..=Opcode::Ifle as u8).contains(&(instruction.opcode as u8))).then_some(
            Instruction {
                operand: Operand::Branch(offset),
                pc: instruction.pc,
                length: instruction.length,
                opcode: instruction.opcode,
                wide: false,
            },
        )
    }

    fn compare_long(&mut self) {
        let y = self.pop();
        let y_at = self.sp;
        let x = self.pop_reg();
        let Some(branch) = self.if_follows() else {
            let y = self.in_register_at(y, y_at);
            return self.result(Op::CmpJ, x, y, Kind::I);
        };
        self.next = branch.next_pc();
        let condition = usize::from(branch.opcode as u8 - Opcode::Ifeq as u8);
        if let Value::Const(word) = y.value
            && let Some(imm) = short(word, Kind::J)
        {
            return self.finish_branch(&branch, LONG_IMM[condition], x, imm);
        }
        let y = self.in_register_at(y, y_at);
        self.finish_branch(&branch, LONG[condition], x, y);
    }

    fn compare(&mut self, op: Op, branches: &[Op; 6]) {
        let y = self.pop();
        let y_at = self.sp;
        let x = self.pop_reg();
        let y = self.in_register_at(y, y_at);
        let Some(branch) = self.if_follows() else { return self.result(op, x, y, Kind::I) };
        self.next = branch.next_pc();
        let condition = usize::from(branch.opcode as u8 - Opcode::Ifeq as u8);
        self.finish_branch(&branch, branches[condition], x, y);
    }

    fn conditional(&mut self, i: &Instruction<'_>) -> Result<(), TranslateError> {
        let number = i.opcode as u8;
        if i.opcode >= Opcode::IfIcmpeq && i.opcode <= Opcode::IfAcmpne {
            let condition = if i.opcode >= Opcode::IfAcmpeq {
                usize::from(number - Opcode::IfAcmpeq as u8)
            } else {
                usize::from(number - Opcode::IfIcmpeq as u8)
            };
            let y = self.pop();
            let y_at = self.sp;
            let x = self.pop();
            match (x.value, y.value) {
                (Value::Reg(x), Value::Const(word)) if short(word, Kind::I).is_some() => {
                    let imm = short(word, Kind::I).unwrap_or(0);
                    self.finish_branch(i, INT_IMM[condition], x, imm);
                }
                (Value::Const(word), Value::Reg(y)) if short(word, Kind::I).is_some() => {
                    let imm = short(word, Kind::I).unwrap_or(0);
                    self.finish_branch(i, INT_IMM[SWAPPED[condition]], y, imm);
                }
                _ => {
                    let x = self.in_register(x);
                    let y = self.in_register_at(y, y_at);
                    self.finish_branch(i, INT[condition], x, y);
                }
            }
            return Ok(());
        }
        let condition = match i.opcode {
            Opcode::Ifnull => 0,
            Opcode::Ifnonnull => 1,
            _ => usize::from(number - Opcode::Ifeq as u8),
        };
        let x = self.pop_reg();
        self.finish_branch(i, ZERO[condition], x, 0);
        Ok(())
    }

    /// Emits the branch of `i` (whose operands were taken).
    fn finish_branch(&mut self, i: &Instruction<'_>, op: Op, a: u16, b: u16) {
        let Some(target) = super::branch_target(i) else {
            self.broken = true;
            return;
        };
        self.flush();
        self.emit_branch(op, a, b, target);
        self.branched = Some((op, a, b, target));
    }

    fn jump(&mut self, i: &Instruction<'_>) -> Result<(), TranslateError> {
        let Some(target) = super::branch_target(i) else { return Err(TranslateError::Malformed) };
        self.flush();
        if self.sp == 0 && !self.long && self.marks[i.pc as usize] & mark::LOOP_END != 0 {
            // A branch with more on the stack (the condition's other operand) is not the loop's condition.
            let body = self.loop_condition(target).map(|c| c.next_pc() as usize);
            if body.is_some_and(|body| self.shape_of[body] == 1) {
                return self.loop_end(i, target);
            }
        }
        self.emit_goto(target);
        self.reachable = false;
        Ok(())
    }

    /// Instead of going back to a loop's condition, repeats it here: saves a jump an iteration.
    fn loop_end(&mut self, end: &Instruction<'_>, head: u32) -> Result<(), TranslateError> {
        let Some(condition) = self.loop_condition(head) else { return Err(TranslateError::Malformed) };
        let Some(exit) = super::branch_target(&condition) else { return Err(TranslateError::Malformed) };
        let body = condition.next_pc();
        let first = self.out.len();
        let mut bci = head;
        self.branched = None;
        while bci <= condition.pc {
            let instruction = decode(self.code, bci).map_err(|_| TranslateError::Malformed)?;
            self.step(&instruction)?;
            bci = self.next;
        }
        let (Some((op, a, b, target)), true) = (self.branched, bci == body) else {
            return Err(TranslateError::Malformed);
        };
        if self.labels[body as usize] == 0 && !self.dead {
            return Err(TranslateError::DeadCode);
        }
        if target != exit || self.out.len() == first || self.labels[body as usize] == 0 || self.sp != 0 {
            return Err(TranslateError::Malformed);
        }
        // The branch just emitted leaves the loop; turn it into one that stays.
        self.out.pop();
        self.fixups.pop();
        if let Some(recorder) = &mut self.recorder {
            recorder.forget(self.out.len() as u32);
        }
        self.emit_branch(op.inverse(), a, b, body);
        self.next = end.next_pc();
        if exit != self.next {
            self.emit_goto(exit);
            self.reachable = false;
        }
        // Else control falls into the exit, which is a leader.
        Ok(())
    }

    /// jsr: the return address is a value like another.
    fn subroutine(&mut self, i: &Instruction<'_>) -> Result<(), TranslateError> {
        let Some(target) = super::branch_target(i) else { return Err(TranslateError::Malformed) };
        self.flush();
        let behind = i.next_pc();
        if behind as usize >= self.code.len() {
            return Err(TranslateError::Malformed);
        }
        self.branch_to(behind);
        let kinds = self.entries[..self.sp].iter().map(|e| e.kind).collect();
        self.jsr_shapes.push(kinds);
        let slot = self.slot(self.sp);
        self.fixups.push(Fixup { at: self.out.len(), target: behind, fix: Fix::Long });
        self.emit(Op::Jsr, slot, 0, 0);
        self.push(Value::Reg(slot), Kind::R);
        self.emit_goto(target);
        self.reachable = false;
        Ok(())
    }

    fn switch(&mut self, i: &Instruction<'_>) -> Result<(), TranslateError> {
        let key = self.pop_reg();
        self.flush();
        let at = self.out.len();
        let target = |offset: i32| i.target(offset).ok_or(TranslateError::Malformed);
        let go = |t: &mut Self, word: usize, half: u32, target: u32| {
            t.branch_to(target);
            t.fixups.push(Fixup { at, target, fix: Fix::Half(word, half) });
        };
        match &i.operand {
            Operand::TableSwitch(switch) => {
                let count = switch.offsets().len();
                let low = u64::from(switch.low as u32) | (count as u64) << 32;
                let mut more = vec![0u64; 2 + count.div_ceil(2)];
                more[0] = low;
                self.emit_words(Op::TableSwitch, key, 0, 0, &more);
                go(self, at + 2, 0, target(switch.default)?);
                for (index, offset) in switch.offsets().enumerate() {
                    go(self, at + 3 + index / 2, (index % 2) as u32, target(offset)?);
                }
            }
            Operand::LookupSwitch(switch) => {
                let count = switch.pairs().len();
                let mut more = vec![0u64; 1 + count];
                more[0] = count as u64;
                for (index, (value, _)) in switch.pairs().enumerate() {
                    more[1 + index] = u64::from(value as u32);
                }
                self.emit_words(Op::LookupSwitch, key, 0, 0, &more);
                go(self, at + 1, 1, target(switch.default)?);
                for (index, (_, offset)) in switch.pairs().enumerate() {
                    go(self, at + 2 + index, 1, target(offset)?);
                }
            }
            _ => return Err(TranslateError::Malformed),
        }
        self.reachable = false;
        Ok(())
    }

    fn return_(&mut self, opcode: Opcode) {
        if opcode == Opcode::Return {
            self.unlock();
            self.emit(Op::RetVoid, 0, 0, 0);
        } else {
            let value = self.pop();
            let op = match self.method.ret() {
                ValueKind::Boolean => Op::RetBool,
                ValueKind::Byte => Op::RetI8,
                ValueKind::Char => Op::RetU16,
                ValueKind::Short => Op::RetI16,
                _ => Op::Ret,
            };
            match value.value {
                Value::Const(word) if self.lock.is_none() && word <= u64::from(u32::MAX) => {
                    let narrow = match op {
                        Op::RetBool => word & 1,
                        Op::RetI8 => u64::from(i32::from(word as i8) as u32),
                        Op::RetU16 => word & 0xffff,
                        Op::RetI16 => u64::from(i32::from(word as i16) as u32),
                        _ => word,
                    };
                    self.emit_wide(Op::RetConst, 0, narrow as u32);
                }
                _ => {
                    let r = self.in_register(value);
                    self.unlock();
                    self.emit(op, r, 0, 0);
                }
            }
        }
        self.reachable = false;
    }

    fn unlock(&mut self) {
        if let Some(lock) = self.lock {
            self.emit(Op::Unlock, lock, 1, 0);
        }
    }

    fn field(&mut self, opcode: Opcode, index: u16) {
        let kind = member_kind(self.pool, index);
        let stack = stack_kind(kind);
        match opcode {
            Opcode::Getstatic => self.result(Op::GetStaticUnresolved, 0, index, stack),
            Opcode::Putstatic => {
                let value = self.pop_reg();
                self.emit(Op::PutStaticUnresolved, value, 0, index);
            }
            Opcode::Getfield => {
                let object = self.pop_reg();
                self.result(Op::GetUnresolved, object, index, stack);
            }
            _ => {
                let value = self.pop();
                let value_at = self.sp;
                let object = self.pop_reg();
                let value = self.in_register_at(value, value_at);
                self.emit(Op::PutUnresolved, object, value, index);
            }
        }
    }

    fn invoke(&mut self, opcode: Opcode, index: u16) {
        let pool = self.pool;
        let (class, name, descriptor) = member_names(pool, index);
        let (params, ret) = parameters(descriptor);
        let instance = !matches!(opcode, Opcode::Invokestatic | Opcode::Invokedynamic);
        let count = params + usize::from(instance);
        if self.sp < count {
            self.broken = true;
            return;
        }
        let base = self.sp - count;
        // Object's constructor does nothing.
        if opcode == Opcode::Invokespecial && name == b"<init>" && class == b"java/lang/Object" {
            self.sp = base;
            return;
        }
        self.materialise_from(base);
        self.sp = base;
        let dest = (ret != ValueKind::Void).then(|| self.dest(stack_kind(ret)));
        let first = self.slot(base);
        let dst = dest.map_or(0, Dest::reg);
        let last = u64::from(dst) << 48;
        match opcode {
            Opcode::Invokestatic => self.emit_words(Op::CallStaticUnresolved, first, 0, index, &[last]),
            Opcode::Invokespecial => self.emit_words(Op::CallSpecialUnresolved, first, 0, index, &[last]),
            Opcode::Invokevirtual => self.emit_words(Op::CallVirtualUnresolved, first, 0, index, &[last]),
            Opcode::Invokeinterface => {
                self.emit_words(Op::CallInterfaceUnresolved, first, 0, index, &[0, last])
            }
            _ => self.emit_words(Op::CallDynamicUnlinked, first, 0, index, &[last]),
        }
        self.snapshot_call();
        self.deepest = self.deepest.max(base);
        if let Some(dest) = dest {
            self.push_dest(dest, stack_kind(ret));
        }
    }
}

/// Kind of the field that a Fieldref names.
pub(super) fn member_kind(pool: &crate::class::Pool, index: u16) -> ValueKind {
    let descriptor = pool.utf8(pool.second(pool.second(index)));
    descriptor.first().and_then(|&c| ValueKind::of_descriptor(c)).unwrap_or(ValueKind::Int)
}

fn dynamic_kind(pool: &crate::class::Pool, index: u16) -> Kind {
    stack_kind(member_kind(pool, index))
}

/// Class (empty for invokedynamic), name and descriptor of the method that an entry names.
pub(super) fn member_names(
    pool: &crate::class::Pool,
    index: u16,
) -> (&'static [u8], &'static [u8], &'static [u8]) {
    let names = pool.second(index);
    let class: &[u8] = match pool.tag(index) {
        tag::INVOKE_DYNAMIC => b"",
        _ => pool.utf8(pool.first(pool.first(index))),
    };
    (class, pool.utf8(pool.first(names)), pool.utf8(pool.second(names)))
}

/// Number of parameters, and kind of the result.
pub(super) fn parameters(descriptor: &[u8]) -> (usize, ValueKind) {
    let mut count = 0;
    let mut at = 1;
    while at < descriptor.len() && descriptor[at] != b')' {
        while descriptor.get(at) == Some(&b'[') {
            at += 1;
        }
        if descriptor.get(at) == Some(&b'L') {
            while at < descriptor.len() && descriptor[at] != b';' {
                at += 1;
            }
        }
        count += 1;
        at += 1;
    }
    let ret = descriptor.get(at + 1).and_then(|&c| ValueKind::of_descriptor(c)).unwrap_or(ValueKind::Void);
    (count, ret)
}
