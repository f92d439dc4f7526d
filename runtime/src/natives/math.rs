//! Functions of `java.lang.StrictMath` and `Math`.

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
        sin "(D)D" = unary!(libm::sin);
        cos "(D)D" = unary!(libm::cos);
        tan "(D)D" = unary!(libm::tan);
        asin "(D)D" = unary!(libm::asin);
        acos "(D)D" = unary!(libm::acos);
        atan "(D)D" = unary!(libm::atan);
        exp "(D)D" = unary!(libm::exp);
        sqrt "(D)D" = unary!(f64::sqrt);
        ceil "(D)D" = unary!(f64::ceil);
        floor "(D)D" = unary!(f64::floor);
        rint "(D)D" = unary!(f64::round_ties_even);
        sinh "(D)D" = unary!(libm::sinh);
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
