//! Vectors of 16 bytes.

use super::Lower;
use crate::ir::*;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{ConstantData, InstBuilder, MemFlagsData, Type, Value, types};
use rvm_vm::class::ValueKind;
use rvm_vm::object::array_base;

pub fn type_of_lane(lane: Lane) -> Type {
    match lane {
        Lane::I8 => types::I8X16,
        Lane::I16 => types::I16X8,
        Lane::I32 => types::I32X4,
        Lane::I64 => types::I64X2,
        Lane::F32 => types::F32X4,
        Lane::F64 => types::F64X2,
    }
}

/// Elements are aligned to their own size only.
pub(super) fn unaligned() -> MemFlagsData {
    MemFlagsData::new().with_notrap()
}

impl Lower<'_, '_> {
    /// An instruction on vectors.
    pub fn vector(&mut self, v: Val, op: Vector) {
        let f = self.f;
        let node = &f.nodes[v as usize];
        let args = &node.args;
        let result = match op {
            Vector::Load(kind, plus) => {
                let Ty::X(lane) = node.ty else { return };
                let (at, offset) = self.elements(kind, args, plus);
                self.b.ins().load(type_of_lane(lane), unaligned(), at, offset)
            }
            Vector::Store(kind, plus) => {
                let (at, offset) = self.elements(kind, args, plus);
                let value = self.get(args[2]);
                self.b.ins().store(unaligned(), value, at, offset);
                return;
            }
            Vector::Splat => {
                let Ty::X(lane) = node.ty else { return };
                let x = self.get(args[0]);
                let x = match lane {
                    Lane::I8 => self.b.ins().ireduce(types::I8, x),
                    Lane::I16 => self.b.ins().ireduce(types::I16, x),
                    _ => x,
                };
                self.b.ins().splat(type_of_lane(lane), x)
            }
            Vector::Count(from) => {
                let Ty::X(lane) = node.ty else { return };
                let mut bytes = vec![];
                for n in 0..16 / lane.size() as u64 {
                    let value = (n + u64::from(from)).to_le_bytes();
                    bytes.extend_from_slice(&value[..lane.size()]);
                }
                let constant = self.b.func.dfg.constants.insert(ConstantData::from(bytes));
                self.b.ins().vconst(type_of_lane(lane), constant)
            }
            Vector::Bin(op) => self.vector_binary(op, node.ty, args[0], args[1]),
            Vector::Un(op) => self.vector_unary(op, node.ty, args[0]),
            Vector::Widen(high, signed) => {
                let x = self.get(args[0]);
                match (high, signed) {
                    (false, true) => self.b.ins().swiden_low(x),
                    (true, true) => self.b.ins().swiden_high(x),
                    (false, false) => self.b.ins().uwiden_low(x),
                    (true, false) => self.b.ins().uwiden_high(x),
                }
            }
            Vector::Narrow => {
                let (x, y) = (self.get(args[0]), self.get(args[1]));
                match f.ty(args[0]) {
                    Ty::X(Lane::I64) => self.lanes(x, y, types::I32X4, [0, 1, 2, 3, 8, 9, 10, 11]),
                    Ty::X(Lane::I32) => {
                        // Nothing saturates without the high halves.
                        let (x, y) = (self.low_half(x, 0xffff), self.low_half(y, 0xffff));
                        self.b.ins().unarrow(x, y)
                    }
                    _ => {
                        let (x, y) = (self.low_half(x, 0xff), self.low_half(y, 0xff));
                        self.b.ins().unarrow(x, y)
                    }
                }
            }
            Vector::WidenTo(op, high) => {
                let mut x = self.get(args[0]);
                if op == Un::I2d {
                    let wide = if high { self.b.ins().swiden_high(x) } else { self.b.ins().swiden_low(x) };
                    self.b.ins().fcvt_from_sint(types::F64X2, wide)
                } else {
                    if high {
                        x = self.lanes(x, x, types::F32X4, [8, 9, 10, 11, 12, 13, 14, 15]);
                    }
                    self.b.ins().fvpromote_low(x)
                }
            }
            Vector::NarrowTo(_) => {
                let (x, y) = (self.get(args[0]), self.get(args[1]));
                let (x, y) = (self.b.ins().fvdemote(x), self.b.ins().fvdemote(y));
                self.lanes(x, y, types::F32X4, [0, 1, 2, 3, 4, 5, 6, 7])
            }
            Vector::Extract(lane) => {
                let x = self.get(args[0]);
                self.b.ins().extractlane(x, lane)
            }
            Vector::ByteMask => {
                let array = self.get(args[0]);
                let class = self.class_of(array);
                let boolean = rvm_vm::vm().known.array(ValueKind::Boolean).address();
                let is = self.b.ins().icmp_imm_u(IntCC::Equal, class, i64::from(boolean));
                let (one, all) = (self.constant(1, Ty::I), self.constant(255, Ty::I));
                self.b.ins().select(is, one, all)
            }
        };
        self.set(v, result);
    }

    /// Address of an element, and what is added to it.
    fn elements(&mut self, kind: ValueKind, args: &[Val], plus: i32) -> (Value, i32) {
        let at = self.element(kind, args[0], args[1]);
        (at, array_base(kind) as i32 + plus * kind.size() as i32)
    }

    /// Bytes `low` of `x`, then those of `y`.
    fn lanes(&mut self, x: Value, y: Value, ty: Type, low: [u8; 8]) -> Value {
        let flags = MemFlagsData::new().with_endianness(cranelift_codegen::ir::Endianness::Little);
        let x = self.b.ins().bitcast(types::I8X16, flags, x);
        let y = self.b.ins().bitcast(types::I8X16, flags, y);
        let mut mask = low.to_vec();
        mask.extend(low.iter().map(|n| n + 16));
        let mask = self.b.func.dfg.immediates.push(ConstantData::from(mask));
        let bytes = self.b.ins().shuffle(x, y, mask);
        self.b.ins().bitcast(ty, flags, bytes)
    }

    fn low_half(&mut self, x: Value, mask: u16) -> Value {
        let ty = self.b.func.dfg.value_type(x);
        let scalar = self.b.ins().iconst(ty.lane_type(), i64::from(mask));
        let mask = self.b.ins().splat(ty, scalar);
        self.b.ins().band(x, mask)
    }

    fn vector_binary(&mut self, op: Bin, ty: Ty, x: Val, y: Val) -> Value {
        let (x, y) = (self.get(x), self.get(y));
        let float = matches!(ty, Ty::X(Lane::F32 | Lane::F64));
        let ins = self.b.ins();
        match op {
            Bin::Add if float => ins.fadd(x, y),
            Bin::Sub if float => ins.fsub(x, y),
            Bin::Mul if float => ins.fmul(x, y),
            Bin::Div => ins.fdiv(x, y),
            Bin::Min if float => ins.fmin(x, y),
            Bin::Max if float => ins.fmax(x, y),
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
            Bin::Rotl | Bin::Rotr => {
                // Counts are taken modulo the lane's width.
                let back = ins.ineg(y);
                let (left, right) = if op == Bin::Rotl { (y, back) } else { (back, y) };
                let high = self.b.ins().ishl(x, left);
                let low = self.b.ins().ushr(x, right);
                self.b.ins().bor(high, low)
            }
            _ => ins.iadd(x, y),
        }
    }

    fn vector_unary(&mut self, op: Un, ty: Ty, x: Val) -> Value {
        let x = self.get(x);
        let float = matches!(ty, Ty::X(Lane::F32 | Lane::F64));
        let Ty::X(lane) = ty else { return x };
        let bits = lane.size() as i64 * 8;
        let ins = self.b.ins();
        match op {
            Un::Neg if float => ins.fneg(x),
            Un::Neg => ins.ineg(x),
            Un::Abs if float => ins.fabs(x),
            Un::Abs => ins.iabs(x),
            Un::Sqrt => ins.sqrt(x),
            Un::Floor => ins.floor(x),
            Un::Ceil => ins.ceil(x),
            Un::Rint => ins.nearest(x),
            Un::I2f => ins.fcvt_from_sint(types::F32X4, x),
            Un::F2i => ins.fcvt_to_sint_sat(types::I32X4, x),
            Un::I2b | Un::I2s => {
                let away = bits - if op == Un::I2b { 8 } else { 16 };
                let left = ins.ishl_imm_u(x, away);
                self.b.ins().sshr_imm_u(left, away)
            }
            Un::I2c => {
                if bits > 16 {
                    self.low_half(x, 0xffff)
                } else {
                    x
                }
            }
            Un::Bit => self.low_half(x, 1),
            _ => x,
        }
    }
}
