//! Arithmetic, comparisons, conversions.

use super::{Lower, type_of};
use crate::helpers;
use crate::ir::*;
use cranelift_codegen::ir::condcodes::{FloatCC, IntCC};
use cranelift_codegen::ir::{self, InstBuilder, MemFlagsData, Value, types};

fn int_condition(c: Cond) -> IntCC {
    match c {
        Cond::Eq => IntCC::Equal,
        Cond::Ne => IntCC::NotEqual,
        Cond::Lt | Cond::NGe => IntCC::SignedLessThan,
        Cond::Ge | Cond::NLt => IntCC::SignedGreaterThanOrEqual,
        Cond::Gt | Cond::NLe => IntCC::SignedGreaterThan,
        Cond::Le | Cond::NGt => IntCC::SignedLessThanOrEqual,
    }
}

fn float_condition(c: Cond) -> FloatCC {
    match c {
        Cond::Eq => FloatCC::Equal,
        Cond::Ne => FloatCC::NotEqual,
        Cond::Lt => FloatCC::LessThan,
        Cond::Ge => FloatCC::GreaterThanOrEqual,
        Cond::Gt => FloatCC::GreaterThan,
        Cond::Le => FloatCC::LessThanOrEqual,
        Cond::NLt => FloatCC::UnorderedOrGreaterThanOrEqual,
        Cond::NGe => FloatCC::UnorderedOrLessThan,
        Cond::NGt => FloatCC::UnorderedOrLessThanOrEqual,
        Cond::NLe => FloatCC::UnorderedOrGreaterThan,
    }
}

impl Lower<'_, '_> {
    /// The outcome of a comparison as Cranelift's boolean.
    pub fn compare(&mut self, c: Cond, v: Val) -> Value {
        let args = &self.f.nodes[v as usize].args;
        let ty = self.f.ty(args[0]);
        let (x, y) = (self.get(args[0]), self.get(args[1]));
        match ty {
            Ty::F | Ty::D => self.b.ins().fcmp(float_condition(c), x, y),
            _ => self.b.ins().icmp(int_condition(c), x, y),
        }
    }

    /// An instruction of this file; false for others.
    pub fn arithmetic(&mut self, v: Val, entry: ir::Block) -> bool {
        let node = &self.f.nodes[v as usize];
        let args = &node.args;
        let ty = node.ty;
        let result = match node.op {
            Op::Param => return true,
            Op::Const(bits) => self.constant(bits, ty),
            Op::Arg(index) => self.b.block_params(entry)[usize::from(index) + 1],
            Op::Register(index) => {
                let regs = self.b.block_params(entry)[1];
                let at = i32::from(index) * 8;
                let flags = super::trusted();
                match ty {
                    Ty::A => self.b.ins().uload32(flags, regs, at),
                    _ => self.b.ins().load(type_of(ty), flags, regs, at),
                }
            }
            Op::Bin(op) => self.binary(op, ty, args[0], args[1]),
            Op::Un(op) => self.unary(op, ty, args[0]),
            Op::FRem => {
                let (x, y) = (self.get(args[0]), self.get(args[1]));
                let helper =
                    if ty == Ty::F { helpers::frem as *const () } else { helpers::drem as *const () };
                self.call_leaf(helper as usize, &[x, y], type_of(ty))
            }
            Op::Cmp(c) => {
                let flag = self.compare(c, v);
                self.b.ins().uextend(types::I32, flag)
            }
            Op::Select => {
                let f = self.f;
                let insts = &f.blocks[self.current as usize].insts;
                let end = insts.iter().position(|&i| i == v).unwrap_or(0);
                let flag = self.condition(args[0], &insts[..end]);
                let (x, y) = (self.get(args[1]), self.get(args[2]));
                self.b.ins().select(flag, x, y)
            }
            Op::Cmp3(greater) => self.compare3(greater, args[0], args[1]),
            _ => return false,
        };
        self.set(v, result);
        true
    }

    fn compare3(&mut self, greater: bool, x: Val, y: Val) -> Value {
        let ty = self.f.ty(x);
        let (x, y) = (self.get(x), self.get(y));
        let (less, more) = match ty {
            Ty::J => (
                self.b.ins().icmp(IntCC::SignedLessThan, x, y),
                self.b.ins().icmp(IntCC::SignedGreaterThan, x, y),
            ),
            _ if greater => (
                self.b.ins().fcmp(FloatCC::LessThan, x, y),
                self.b.ins().fcmp(FloatCC::UnorderedOrGreaterThan, x, y),
            ),
            _ => (
                self.b.ins().fcmp(FloatCC::UnorderedOrLessThan, x, y),
                self.b.ins().fcmp(FloatCC::GreaterThan, x, y),
            ),
        };
        let less = self.b.ins().uextend(types::I32, less);
        let more = self.b.ins().uextend(types::I32, more);
        self.b.ins().isub(more, less)
    }

    fn is_constant(&self, v: Val) -> Option<i64> {
        let node = &self.f.nodes[v as usize];
        match (node.op, node.ty) {
            (Op::Const(bits), Ty::I) => Some(i64::from(bits as i32)),
            (Op::Const(bits), Ty::J) => Some(bits as i64),
            _ => None,
        }
    }

    fn binary(&mut self, op: Bin, ty: Ty, a: Val, c: Val) -> Value {
        let (x, y) = (self.get(a), self.get(c));
        let float = matches!(ty, Ty::F | Ty::D);
        let divisor = self.is_constant(c);
        let ins = self.b.ins();
        match op {
            Bin::Min if float => ins.fmin(x, y),
            Bin::Max if float => ins.fmax(x, y),
            Bin::MulHigh => ins.smulhi(x, y),
            Bin::Rotl => ins.rotl(x, y),
            Bin::Rotr => ins.rotr(x, y),
            Bin::Add if float => ins.fadd(x, y),
            Bin::Sub if float => ins.fsub(x, y),
            Bin::Mul if float => ins.fmul(x, y),
            Bin::Div if float => ins.fdiv(x, y),
            Bin::Add => ins.iadd(x, y),
            Bin::Sub => ins.isub(x, y),
            Bin::Mul => ins.imul(x, y),
            Bin::And => ins.band(x, y),
            Bin::Or => ins.bor(x, y),
            Bin::Xor => ins.bxor(x, y),
            Bin::Shl => ins.ishl(x, y),
            Bin::Shr => ins.sshr(x, y),
            Bin::Ushr => ins.ushr(x, y),
            Bin::Min => ins.smin(x, y),
            Bin::Max => ins.smax(x, y),
            Bin::Div | Bin::Rem => match divisor {
                Some(0) => self.zero(ty),
                Some(-1) if op == Bin::Div => ins.ineg(x),
                Some(-1) => self.zero(ty),
                Some(_) if op == Bin::Div => ins.sdiv(x, y),
                Some(_) => ins.srem(x, y),
                None => {
                    // The processor traps on MIN / -1.
                    let minus = ins.icmp_imm_s(IntCC::Equal, y, -1);
                    let one = self.constant(1, ty);
                    let safe = self.b.ins().select(minus, one, y);
                    if op == Bin::Rem {
                        self.b.ins().srem(x, safe)
                    } else {
                        let quotient = self.b.ins().sdiv(x, safe);
                        let negated = self.b.ins().ineg(x);
                        self.b.ins().select(minus, negated, quotient)
                    }
                }
            },
        }
    }

    fn unary(&mut self, op: Un, ty: Ty, a: Val) -> Value {
        let from = self.f.ty(a);
        let x = self.get(a);
        let ins = self.b.ins();
        let to = type_of(ty);
        match op {
            Un::Neg if matches!(ty, Ty::F | Ty::D) => ins.fneg(x),
            Un::Neg => ins.ineg(x),
            Un::I2l => ins.sextend(types::I64, x),
            Un::L2i => ins.ireduce(types::I32, x),
            Un::I2f | Un::I2d | Un::L2f | Un::L2d => ins.fcvt_from_sint(to, x),
            Un::F2i | Un::F2l | Un::D2i | Un::D2l => ins.fcvt_to_sint_sat(to, x),
            Un::F2d => ins.fpromote(types::F64, x),
            Un::D2f => ins.fdemote(types::F32, x),
            Un::I2b => {
                let low = ins.ireduce(types::I8, x);
                self.b.ins().sextend(types::I32, low)
            }
            Un::I2s => {
                let low = ins.ireduce(types::I16, x);
                self.b.ins().sextend(types::I32, low)
            }
            Un::I2c => ins.band_imm_u(x, 0xffff),
            Un::Bit => ins.band_imm_u(x, 1),
            Un::Sqrt => ins.sqrt(x),
            Un::Abs if matches!(ty, Ty::I | Ty::J) => ins.iabs(x),
            Un::Abs => ins.fabs(x),
            Un::Rint => ins.nearest(x),
            Un::Bswap => ins.bswap(x),
            Un::Floor => ins.floor(x),
            Un::Ceil => ins.ceil(x),
            Un::Bits => ins.bitcast(to, MemFlagsData::new(), x),
            Un::Clz | Un::Ctz | Un::Popcnt => {
                let count = match op {
                    Un::Clz => ins.clz(x),
                    Un::Ctz => ins.ctz(x),
                    _ => ins.popcnt(x),
                };
                if from == Ty::J { self.b.ins().ireduce(types::I32, count) } else { count }
            }
        }
    }
}
