//! Arithmetic, logic, conversions and comparisons (JVMS 2.11.3, 2.11.4).

use super::handlers;
use super::raise;
use crate::interpreter::machine::*;

/// A binary operation that cannot throw.
pub trait Binary<T> {
    /// The result.
    fn apply(x: T, y: T) -> T;
}

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident { $($type:ty: |$x:ident, $y:ident| $value:expr;)* })*) => {$(
        $(#[$doc])*
        pub struct $name;
        $(impl Binary<$type> for $name {
            #[inline(always)]
            fn apply($x: $type, $y: $type) -> $type {
                $value
            }
        })*
    )*};
}
operations! {
    /// Addition.
    Add {
        i32: |x, y| x.wrapping_add(y);
        i64: |x, y| x.wrapping_add(y);
        f32: |x, y| x + y;
        f64: |x, y| x + y;
    }
    /// Subtraction.
    Sub {
        i32: |x, y| x.wrapping_sub(y);
        i64: |x, y| x.wrapping_sub(y);
        f32: |x, y| x - y;
        f64: |x, y| x - y;
    }
    /// Multiplication.
    Mul {
        i32: |x, y| x.wrapping_mul(y);
        i64: |x, y| x.wrapping_mul(y);
        f32: |x, y| x * y;
        f64: |x, y| x * y;
    }
    /// Division of floating-point numbers.
    Div {
        f32: |x, y| x / y;
        f64: |x, y| x / y;
    }
    /// Remainder as C's fmod (JVMS 6.5.drem).
    Rem {
        f32: |x, y| x % y;
        f64: |x, y| x % y;
    }
    /// Bitwise and.
    And {
        i32: |x, y| x & y;
        i64: |x, y| x & y;
    }
    /// Bitwise or.
    Or {
        i32: |x, y| x | y;
        i64: |x, y| x | y;
    }
    /// Bitwise exclusive or.
    Xor {
        i32: |x, y| x ^ y;
        i64: |x, y| x ^ y;
    }
    /// Left shift; the distance is masked. A long's distance is an int, of which the low bits are all that counts.
    Shl {
        i32: |x, y| x.wrapping_shl(y as u32);
        i64: |x, y| x.wrapping_shl(y as u32);
    }
    /// Arithmetic right shift.
    Shr {
        i32: |x, y| x.wrapping_shr(y as u32);
        i64: |x, y| x.wrapping_shr(y as u32);
    }
    /// Logical right shift.
    Ushr {
        i32: |x, y| (x as u32).wrapping_shr(y as u32) as i32;
        i64: |x, y| (x as u64).wrapping_shr(y as u32) as i64;
    }
}

/// A unary operation or conversion.
pub trait Unary {
    /// Operand type.
    type From: Word;
    /// Result type.
    type To: Word;
    /// The result.
    fn apply(x: Self::From) -> Self::To;
}

macro_rules! unary {
    ($($(#[$doc:meta])* $name:ident: $from:ty => $to:ty, |$x:ident| $value:expr;)*) => {$(
        $(#[$doc])*
        pub struct $name;
        impl Unary for $name {
            type From = $from;
            type To = $to;
            #[inline(always)]
            fn apply($x: $from) -> $to {
                $value
            }
        }
    )*};
}
unary! {
    /// ineg
    NegI: i32 => i32, |x| x.wrapping_neg();
    /// lneg
    NegJ: i64 => i64, |x| x.wrapping_neg();
    /// fneg
    NegF: f32 => f32, |x| -x;
    /// dneg
    NegD: f64 => f64, |x| -x;
    /// i2l
    I2l: i32 => i64, |x| i64::from(x);
    /// i2f
    I2f: i32 => f32, |x| x as f32;
    /// i2d
    I2d: i32 => f64, |x| f64::from(x);
    /// l2i
    L2i: i64 => i32, |x| x as i32;
    /// l2f
    L2f: i64 => f32, |x| x as f32;
    /// l2d
    L2d: i64 => f64, |x| x as f64;
    /// f2i: saturates, NaN is 0
    F2i: f32 => i32, |x| x as i32;
    /// f2l
    F2l: f32 => i64, |x| x as i64;
    /// f2d
    F2d: f32 => f64, |x| f64::from(x);
    /// d2i
    D2i: f64 => i32, |x| x as i32;
    /// d2l
    D2l: f64 => i64, |x| x as i64;
    /// d2f
    D2f: f64 => f32, |x| x as f32;
    /// i2b
    I2b: i32 => i32, |x| i32::from(x as i8);
    /// i2c
    I2c: i32 => i32, |x| i32::from(x as u16);
    /// i2s
    I2s: i32 => i32, |x| i32::from(x as i16);
}

/// Types with immediates.
pub trait Immediate {
    /// From the instruction's 16 bits.
    fn immediate(value: i32) -> Self;
}
impl Immediate for i32 {
    #[inline(always)]
    fn immediate(value: i32) -> Self {
        value
    }
}
impl Immediate for i64 {
    #[inline(always)]
    fn immediate(value: i32) -> Self {
        i64::from(value)
    }
}

handlers! {
    /// `a = b op c`
    fn binary<T: Word, O: Binary<T>>(pc, r, t, f, h) {
        r.set(pc.a(), O::apply(T::load(r, pc.b()), T::load(r, pc.c())).word());
        pc.skip(1)
    }

    /// `a = b op immediate c`
    fn binary_imm<T: WordImmediate, O: Binary<T>>(pc, r, t, f, h) {
        r.set(pc.a(), O::apply(T::load(r, pc.b()), T::immediate(pc.c_signed())).word());
        pc.skip(1)
    }

    /// `a = immediate c op b`
    fn imm_binary<T: WordImmediate, O: Binary<T>>(pc, r, t, f, h) {
        r.set(pc.a(), O::apply(T::immediate(pc.c_signed()), T::load(r, pc.b())).word());
        pc.skip(1)
    }

    /// `a = b op constant`
    fn binary_const<T: WordConstant, O: Binary<T>>(pc, r, t, f, h) {
        r.set(pc.a(), O::apply(T::load(r, pc.b()), T::constant(pc.word(1))).word());
        pc.skip(2)
    }

    /// `a = constant op b`
    fn const_binary<T: WordConstant, O: Binary<T>>(pc, r, t, f, h) {
        r.set(pc.a(), O::apply(T::constant(pc.word(1)), T::load(r, pc.b())).word());
        pc.skip(2)
    }

    /// `a = op b`
    fn unary<O: Unary>(pc, r, t, f, h) {
        r.set(pc.a(), O::apply(O::From::load(r, pc.b())).word());
        pc.skip(1)
    }

    /// `a = b / c`
    fn divide<T: Integer>(pc, r, t, f, h) {
        let divisor = T::load(r, pc.c());
        if divisor.is_zero() {
            return raise::division_by_zero(pc, r, t, f, h);
        }
        r.set(pc.a(), T::load(r, pc.b()).quotient(divisor).word());
        pc.skip(1)
    }

    /// `a = b % c`
    fn remainder<T: Integer>(pc, r, t, f, h) {
        let divisor = T::load(r, pc.c());
        if divisor.is_zero() {
            return raise::division_by_zero(pc, r, t, f, h);
        }
        r.set(pc.a(), T::load(r, pc.b()).remainder(divisor).word());
        pc.skip(1)
    }

    /// `a = b / immediate c`, which is neither 0 nor -1
    fn divide_imm<T: IntegerImmediate>(pc, r, t, f, h) {
        r.set(pc.a(), T::load(r, pc.b()).quotient(T::immediate(pc.c_signed())).word());
        pc.skip(1)
    }

    /// `a = b % immediate c`, which is neither 0 nor -1
    fn remainder_imm<T: IntegerImmediate>(pc, r, t, f, h) {
        r.set(pc.a(), T::load(r, pc.b()).remainder(T::immediate(pc.c_signed())).word());
        pc.skip(1)
    }

    /// lcmp
    fn compare_long(pc, r, t, f, h) {
        let (x, y) = (r.i64(pc.b()), r.i64(pc.c()));
        r.set(pc.a(), (i32::from(x > y) - i32::from(x < y)).word());
        pc.skip(1)
    }

    /// fcmpl, dcmpl: NaN gives -1
    fn compare_less<T: WordFloat>(pc, r, t, f, h) {
        let (x, y) = (T::load(r, pc.b()), T::load(r, pc.c()));
        r.set(pc.a(), (i32::from(x >= y) - i32::from(x <= y || x.unordered(y))).word());
        pc.skip(1)
    }

    /// fcmpg, dcmpg: NaN gives 1
    fn compare_greater<T: WordFloat>(pc, r, t, f, h) {
        let (x, y) = (T::load(r, pc.b()), T::load(r, pc.c()));
        r.set(pc.a(), (i32::from(x >= y || x.unordered(y)) - i32::from(x <= y)).word());
        pc.skip(1)
    }
}

/// A register type with immediates.
pub trait WordImmediate: Word + Immediate {}
impl WordImmediate for i32 {}
impl WordImmediate for i64 {}

/// A register type whose constants follow the instruction in a word.
pub trait WordConstant: Word {
    /// From the word.
    fn constant(word: u64) -> Self;
}
impl WordConstant for i32 {
    #[inline(always)]
    fn constant(word: u64) -> Self {
        word as i32
    }
}
impl WordConstant for i64 {
    #[inline(always)]
    fn constant(word: u64) -> Self {
        word as i64
    }
}
impl WordConstant for f32 {
    #[inline(always)]
    fn constant(word: u64) -> Self {
        f32::from_bits(word as u32)
    }
}
impl WordConstant for f64 {
    #[inline(always)]
    fn constant(word: u64) -> Self {
        f64::from_bits(word)
    }
}

/// Floating-point register types.
pub trait WordFloat: Word + PartialOrd {
    /// Whether either is NaN.
    fn unordered(self, other: Self) -> bool;
}
impl WordFloat for f32 {
    #[inline(always)]
    fn unordered(self, other: Self) -> bool {
        self.is_nan() || other.is_nan()
    }
}
impl WordFloat for f64 {
    #[inline(always)]
    fn unordered(self, other: Self) -> bool {
        self.is_nan() || other.is_nan()
    }
}

/// Integers that can be divided.
pub trait Integer: Word {
    /// Whether the value is 0.
    fn is_zero(self) -> bool;
    /// Truncating; MIN / -1 is MIN.
    fn quotient(self, divisor: Self) -> Self;
    /// Sign of the dividend; MIN % -1 is 0.
    fn remainder(self, divisor: Self) -> Self;
}
macro_rules! integer {
    ($($type:ty)*) => {$(
        impl Integer for $type {
            #[inline(always)]
            fn is_zero(self) -> bool {
                self == 0
            }
            #[inline(always)]
            fn quotient(self, divisor: Self) -> Self {
                // A divisor of 0 was sorted out; saying so again keeps the panic out of the handler.
                if divisor == 0 { 0 } else { self.wrapping_div(divisor) }
            }
            #[inline(always)]
            fn remainder(self, divisor: Self) -> Self {
                if divisor == 0 { 0 } else { self.wrapping_rem(divisor) }
            }
        }
    )*};
}
integer! { i32 i64 }

/// Integers with immediates.
pub trait IntegerImmediate: Integer + Immediate {}
impl IntegerImmediate for i32 {}
impl IntegerImmediate for i64 {}
