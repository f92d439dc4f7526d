//! Operators on constants.

use super::text;
use rvm_model::hir::{BinaryOp, Const, UnaryOp};
use rvm_model::types::Ty;
use std::rc::Rc;

/// The value converted to a primitive type (JLS 5.1.2, 5.1.3).
pub fn cast(c: &Const, to: Ty) -> Const {
    // Floating to integral saturates as in Rust; to a small type it goes by way of int.
    match to {
        Ty::BOOLEAN => c.clone(),
        Ty::BYTE => Const::Int(as_int(c) as i8 as i32),
        Ty::SHORT => Const::Int(as_int(c) as i16 as i32),
        Ty::CHAR => Const::Int(as_int(c) as u16 as i32),
        Ty::INT => Const::Int(as_int(c)),
        Ty::LONG => Const::Long(as_long(c)),
        Ty::FLOAT => Const::Float(match *c {
            Const::Int(v) => v as f32,
            Const::Long(v) => v as f32,
            Const::Float(v) => v,
            Const::Double(v) => v as f32,
            Const::Str(_) => 0.0,
        }),
        Ty::DOUBLE => Const::Double(match *c {
            Const::Int(v) => v as f64,
            Const::Long(v) => v as f64,
            Const::Float(v) => v as f64,
            Const::Double(v) => v,
            Const::Str(_) => 0.0,
        }),
        _ => c.clone(),
    }
}

fn as_int(c: &Const) -> i32 {
    match *c {
        Const::Int(v) => v,
        Const::Long(v) => v as i32,
        Const::Float(v) => v as i32,
        Const::Double(v) => v as i32,
        Const::Str(_) => 0,
    }
}

fn as_long(c: &Const) -> i64 {
    match *c {
        Const::Int(v) => v as i64,
        Const::Long(v) => v,
        Const::Float(v) => v as i64,
        Const::Double(v) => v as i64,
        Const::Str(_) => 0,
    }
}

/// A unary operator on a promoted operand.
pub fn unary(op: UnaryOp, c: &Const) -> Option<Const> {
    Some(match (op, c) {
        (UnaryOp::Neg, Const::Int(v)) => Const::Int(v.wrapping_neg()),
        (UnaryOp::Neg, Const::Long(v)) => Const::Long(v.wrapping_neg()),
        (UnaryOp::Neg, Const::Float(v)) => Const::Float(-v),
        (UnaryOp::Neg, Const::Double(v)) => Const::Double(-v),
        (UnaryOp::BitNot, Const::Int(v)) => Const::Int(!v),
        (UnaryOp::BitNot, Const::Long(v)) => Const::Long(!v),
        (UnaryOp::Not, Const::Int(v)) => Const::Int((*v == 0) as i32),
        _ => return None,
    })
}

/// A binary operator on promoted operands; None where there is no value (division by zero).
pub fn binary(op: BinaryOp, a: &Const, b: &Const) -> Option<Const> {
    use BinaryOp::*;
    match (a, b) {
        (Const::Int(x), Const::Int(y)) => {
            let (x, y) = (*x, *y);
            Some(Const::Int(match op {
                Add => x.wrapping_add(y),
                Sub => x.wrapping_sub(y),
                Mul => x.wrapping_mul(y),
                Div => (y != 0).then(|| x.wrapping_div(y))?,
                Rem => (y != 0).then(|| x.wrapping_rem(y))?,
                Shl => x.wrapping_shl(y as u32),
                Shr => x.wrapping_shr(y as u32),
                Ushr => (x as u32).wrapping_shr(y as u32) as i32,
                Lt => (x < y) as i32,
                Gt => (x > y) as i32,
                Le => (x <= y) as i32,
                Ge => (x >= y) as i32,
                Eq => (x == y) as i32,
                Ne => (x != y) as i32,
                And => x & y,
                Or => x | y,
                Xor => x ^ y,
                AndAnd => ((x != 0) && (y != 0)) as i32,
                OrOr => ((x != 0) || (y != 0)) as i32,
            }))
        }
        (Const::Long(x), Const::Long(y)) => {
            let (x, y) = (*x, *y);
            Some(match op {
                Add => Const::Long(x.wrapping_add(y)),
                Sub => Const::Long(x.wrapping_sub(y)),
                Mul => Const::Long(x.wrapping_mul(y)),
                Div => Const::Long((y != 0).then(|| x.wrapping_div(y))?),
                Rem => Const::Long((y != 0).then(|| x.wrapping_rem(y))?),
                And => Const::Long(x & y),
                Or => Const::Long(x | y),
                Xor => Const::Long(x ^ y),
                Lt => Const::Int((x < y) as i32),
                Gt => Const::Int((x > y) as i32),
                Le => Const::Int((x <= y) as i32),
                Ge => Const::Int((x >= y) as i32),
                Eq => Const::Int((x == y) as i32),
                Ne => Const::Int((x != y) as i32),
                Shl => Const::Long(x.wrapping_shl(y as u32)),
                Shr => Const::Long(x.wrapping_shr(y as u32)),
                Ushr => Const::Long((x as u64).wrapping_shr(y as u32) as i64),
                AndAnd | OrOr => return None,
            })
        }
        // Shifts are promoted each on its own.
        (Const::Long(_), Const::Int(y)) if matches!(op, Shl | Shr | Ushr) => {
            binary(op, a, &Const::Long(*y as i64))
        }
        (Const::Int(_), Const::Long(y)) if matches!(op, Shl | Shr | Ushr) => {
            binary(op, a, &Const::Int(*y as i32))
        }
        (Const::Float(x), Const::Float(y)) => float_op(op, *x, *y, Const::Float),
        (Const::Double(x), Const::Double(y)) => float_op(op, *x, *y, Const::Double),
        _ => None,
    }
}

fn float_op<T>(op: BinaryOp, x: T, y: T, wrap: impl Fn(T) -> Const) -> Option<Const>
where
    T: Copy
        + PartialOrd
        + std::ops::Add<Output = T>
        + std::ops::Sub<Output = T>
        + std::ops::Mul<Output = T>
        + std::ops::Div<Output = T>
        + std::ops::Rem<Output = T>,
{
    use BinaryOp::*;
    Some(match op {
        Add => wrap(x + y),
        Sub => wrap(x - y),
        Mul => wrap(x * y),
        Div => wrap(x / y),
        Rem => wrap(x % y),
        Lt => Const::Int((x < y) as i32),
        Gt => Const::Int((x > y) as i32),
        Le => Const::Int((x <= y) as i32),
        Ge => Const::Int((x >= y) as i32),
        Eq => Const::Int((x == y) as i32),
        Ne => Const::Int((x != y) as i32),
        _ => return None,
    })
}

/// The text of a constant in a string concatenation (JLS 5.1.11).
pub fn append_text(out: &mut Vec<u16>, c: &Const, ty: Ty) {
    match c {
        Const::Str(s) => out.extend_from_slice(s),
        Const::Int(v) => match ty {
            Ty::BOOLEAN => out.extend(if *v != 0 { "true" } else { "false" }.encode_utf16()),
            Ty::CHAR => out.push(*v as u16),
            _ => out.extend(v.to_string().encode_utf16()),
        },
        Const::Long(v) => out.extend(v.to_string().encode_utf16()),
        Const::Float(v) => out.extend(text::float(*v).encode_utf16()),
        Const::Double(v) => out.extend(text::double(*v).encode_utf16()),
    }
}

/// Two constants as one string.
pub fn concat(a: &Const, a_ty: Ty, b: &Const, b_ty: Ty) -> Const {
    let mut out = Vec::new();
    append_text(&mut out, a, a_ty);
    append_text(&mut out, b, b_ty);
    Const::Str(Rc::from(out))
}

/// Equality of string constants: they are interned, so `==` on constants compares texts.
pub fn same_text(a: &Const, b: &Const) -> Option<bool> {
    match (a, b) {
        (Const::Str(x), Const::Str(y)) => Some(x == y),
        _ => None,
    }
}
