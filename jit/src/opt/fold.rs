//! Arithmetic on constants and algebraic identities. Floats are left alone.

use crate::ir::*;

/// A constant's value, sign extended.
pub fn integer(f: &Func, v: Val) -> Option<i64> {
    let node = &f.nodes[v as usize];
    match (node.op, node.ty) {
        (Op::Const(bits), Ty::I) => Some(i64::from(bits as i32)),
        (Op::Const(bits), Ty::J) => Some(bits as i64),
        _ => None,
    }
}

/// What an operation comes to.
pub enum Folded {
    /// Nothing simpler.
    No,
    /// A constant.
    Constant(u64),
    /// Another value.
    Value(Val),
    /// Another operation on a value and a constant.
    Rewrite(Op, Val, u64),
}

fn bits(ty: Ty, x: i64) -> u64 {
    if ty == Ty::J { x as u64 } else { u64::from(x as u32) }
}

fn constants(op: Bin, ty: Ty, x: i64, y: i64) -> Option<i64> {
    let long = ty == Ty::J;
    let mask = if long { 63 } else { 31 };
    let shift = (y & mask) as u32;
    let wide = match op {
        Bin::Add => x.wrapping_add(y),
        Bin::Sub => x.wrapping_sub(y),
        Bin::Mul => x.wrapping_mul(y),
        Bin::Div if y != 0 => x.wrapping_div(y),
        Bin::Rem if y != 0 => x.wrapping_rem(y),
        Bin::Div | Bin::Rem | Bin::MulHigh | Bin::Rotl | Bin::Rotr => return None,
        Bin::And => x & y,
        Bin::Or => x | y,
        Bin::Xor => x ^ y,
        Bin::Shl => x.wrapping_shl(shift),
        Bin::Shr => x >> shift,
        Bin::Ushr if long => ((x as u64) >> shift) as i64,
        Bin::Ushr => i64::from((x as u32) >> shift),
        Bin::Min => x.min(y),
        Bin::Max => x.max(y),
    };
    Some(if long { wide } else { i64::from(wide as i32) })
}

/// Simplifies an integer operation (JLS 15.17 to 15.22).
pub fn binary(f: &Func, op: Bin, ty: Ty, a: Val, b: Val) -> Folded {
    if !matches!(ty, Ty::I | Ty::J) {
        return Folded::No;
    }
    let (x, y) = (integer(f, a), integer(f, b));
    if let (Some(x), Some(y)) = (x, y) {
        return constants(op, ty, x, y).map_or(Folded::No, |r| Folded::Constant(bits(ty, r)));
    }
    match (op, x, y) {
        (Bin::Add | Bin::Or | Bin::Xor, Some(0), _) => Folded::Value(b),
        (Bin::Add | Bin::Sub | Bin::Or | Bin::Xor, _, Some(0)) => Folded::Value(a),
        (Bin::Shl | Bin::Shr | Bin::Ushr, _, Some(0)) => Folded::Value(a),
        (Bin::Mul | Bin::Div, _, Some(1)) => Folded::Value(a),
        (Bin::Mul, Some(1), _) => Folded::Value(b),
        (Bin::Mul | Bin::And, _, Some(0)) | (Bin::Mul | Bin::And, Some(0), _) => Folded::Constant(0),
        (Bin::And, _, Some(-1)) => Folded::Value(a),
        (Bin::And, Some(-1), _) => Folded::Value(b),
        (Bin::Sub | Bin::Xor, _, _) if a == b => Folded::Constant(0),
        (Bin::And | Bin::Or | Bin::Min | Bin::Max, _, _) if a == b => Folded::Value(a),
        (Bin::Add, Some(x), None) => Folded::Rewrite(Op::Bin(Bin::Add), b, bits(ty, x)),
        (Bin::Sub, None, Some(y)) => Folded::Rewrite(Op::Bin(Bin::Add), a, bits(ty, y.wrapping_neg())),
        (Bin::Add, None, Some(y)) => {
            let inner = &f.nodes[a as usize];
            if let Op::Bin(Bin::Add) = inner.op
                && let Some(x) = integer(f, inner.args[1])
            {
                return Folded::Rewrite(Op::Bin(Bin::Add), inner.args[0], bits(ty, x.wrapping_add(y)));
            }
            Folded::No
        }
        _ => Folded::No,
    }
}

/// Simplifies a conversion of a constant.
pub fn unary(f: &Func, op: Un, ty: Ty, a: Val) -> Folded {
    let node = &f.nodes[a as usize];
    if op == Un::Bit && matches!(node.op, Op::Cmp(_) | Op::InstanceOf(_) | Op::Un(Un::Bit)) {
        return Folded::Value(a);
    }
    let Some(x) = integer(f, a) else { return Folded::No };
    let value = match op {
        Un::Neg => x.wrapping_neg(),
        Un::I2l => x,
        Un::L2i => i64::from(x as i32),
        Un::I2b => i64::from(x as i8),
        Un::I2c => i64::from(x as u16),
        Un::I2s => i64::from(x as i16),
        Un::Bit => x & 1,
        _ => return Folded::No,
    };
    Folded::Constant(bits(ty, value))
}

/// Whether a comparison of integers holds.
pub fn holds(c: Cond, x: i64, y: i64) -> bool {
    match c {
        Cond::Eq => x == y,
        Cond::Ne => x != y,
        Cond::Lt | Cond::NGe => x < y,
        Cond::Ge | Cond::NLt => x >= y,
        Cond::Gt | Cond::NLe => x > y,
        Cond::Le | Cond::NGt => x <= y,
    }
}

/// The comparison with its operands exchanged.
pub fn swapped(c: Cond) -> Cond {
    match c {
        Cond::Lt => Cond::Gt,
        Cond::Gt => Cond::Lt,
        Cond::Le => Cond::Ge,
        Cond::Ge => Cond::Le,
        Cond::NLt => Cond::NGt,
        Cond::NGt => Cond::NLt,
        Cond::NLe => Cond::NGe,
        Cond::NGe => Cond::NLe,
        other => other,
    }
}
