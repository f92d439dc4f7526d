//! Functions of `java.lang.StrictMath` and `Math`, and of `java.math`.

use rvm_vm::natives;
use rvm_vm::natives::Args;
use rvm_vm::thread::JavaThread;

macro_rules! unary {
    ($function:path) => {
        |_: &JavaThread, a: Args| $function(a.double(0))
    };
}
macro_rules! binary {
    ($function:path) => {
        |_: &JavaThread, a: Args| $function(a.double(0), a.double(1))
    };
}

natives! {
    pub(super) TABLE;
    "java/lang/StrictMath" {
        sin "(D)D" = unary!(super::strict::sin);
        cos "(D)D" = unary!(super::strict::cos);
        tan "(D)D" = unary!(libm::tan);
        asin "(D)D" = unary!(libm::asin);
        acos "(D)D" = unary!(libm::acos);
        atan "(D)D" = unary!(libm::atan);
        exp "(D)D" = unary!(libm::exp);
        sqrt "(D)D" = unary!(f64::sqrt);
        ceil "(D)D" = unary!(f64::ceil);
        floor "(D)D" = unary!(f64::floor);
        rint "(D)D" = unary!(f64::round_ties_even);
        expm1 "(D)D" = unary!(libm::expm1);
        IEEEremainder "(DD)D" = binary!(libm::remainder);
        pow "(DD)D" = |_: &JavaThread, a: Args| pow(a.double(0), a.double(1), libm::pow);
        fma "(DDD)D" = |_: &JavaThread, a: Args| a.double(0).mul_add(a.double(1), a.double(2));
        fma "(FFF)F" = |_: &JavaThread, a: Args| a.float(0).mul_add(a.float(1), a.float(2));
    }
    "java/lang/Math" {
        sqrt "(D)D" = unary!(f64::sqrt);
        floor "(D)D" = unary!(f64::floor);
        ceil "(D)D" = unary!(f64::ceil);
        rint "(D)D" = unary!(f64::round_ties_even);
        abs "(D)D" = unary!(f64::abs);
        // HotSpot has functions of its own here, nearly always correctly rounded; these agree with them most often.
        sin "(D)D" = unary!(f64::sin);
        cos "(D)D" = unary!(f64::cos);
        tan "(D)D" = unary!(f64::tan);
        exp "(D)D" = unary!(f64::exp);
        log "(D)D" = unary!(f64::ln);
        log10 "(D)D" = unary!(libm::log10);
        pow "(DD)D" = |_: &JavaThread, a: Args| pow(a.double(0), a.double(1), f64::powf);
    }
    "java/math/Limbs" {
        montgomery "([J[J[JJ[JII)V" = |_: &JavaThread, a: Args| montgomery(a);
    }
}

/// Rows of a product in Montgomery's form: `t = (t + a[i] * b) / 2^64 mod m` for i in a range; t is zero before the first, and below m
/// behind the last. The class is the only caller: t has two words more than the others, and is none of them.
fn montgomery(args: Args) {
    let words = |n: usize| {
        // SAFETY: a long[] by the descriptor; nothing allocates.
        unsafe { args.reference(n).slice::<u64>() }
    };
    let (a, b, m, inverse) = (words(0), words(1), words(2), args.long(3) as u64);
    // SAFETY: as above; the only view of this array.
    let t = unsafe { args.reference(4).slice_mut::<u64>() };
    let (from, to, n) = (args.int(5) as usize, args.int(6) as usize, m.len());
    let wide = |x: u64, y: u64, add: u64, carry: u64| {
        let sum = u128::from(x) * u128::from(y) + u128::from(add) + u128::from(carry);
        (sum as u64, (sum >> 64) as u64)
    };
    let (Some(rows), Some(b), true) = (a.get(from..to), b.get(..n), t.len() == n + 2 && n > 0) else {
        return;
    };
    let (t, top) = t.split_at_mut(n);
    let [top, beyond] = top else { return };
    if from == 0 {
        t.fill(0);
        (*top, *beyond) = (0, 0);
    }
    for &x in rows {
        let mut carry = 0;
        for (t, &b) in t.iter_mut().zip(b) {
            (*t, carry) = wide(x, b, *t, carry);
        }
        let (sum, over) = top.overflowing_add(carry);
        (*top, *beyond) = (sum, over.into());
        let y = t[0].wrapping_mul(inverse);
        (_, carry) = wide(y, m[0], t[0], 0);
        for j in 1..n {
            (t[j - 1], carry) = wide(y, m[j], t[j], carry);
        }
        let (sum, over) = top.overflowing_add(carry);
        t[n - 1] = sum;
        *top = *beyond + u64::from(over);
    }
    if to == n && (*top != 0 || t.iter().rev().cmp(m.iter().rev()).is_ge()) {
        let mut borrow = false;
        for (t, &m) in t.iter_mut().zip(m) {
            let (difference, first) = t.overflowing_sub(m);
            let (difference, second) = difference.overflowing_sub(borrow.into());
            (*t, borrow) = (difference, first || second);
        }
        *top = 0;
    }
}

/// Java's corner cases: C gives 1 for `pow(1, NaN)` and `pow(±1, ±inf)`.
fn pow(base: f64, exponent: f64, general: fn(f64, f64) -> f64) -> f64 {
    if exponent == 0.0 {
        return 1.0;
    }
    if exponent.is_nan() || (exponent.is_infinite() && base.abs() == 1.0) {
        return f64::NAN;
    }
    general(base, exponent)
}
