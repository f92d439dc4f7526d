//! `Double`, `Float` and `rvm.internal.FloatDigits`.

use rvm_vm::natives;
use rvm_vm::natives::Args;
use rvm_vm::object::{Ref, string};
use rvm_vm::thread::JavaThread;

natives! {
    pub(super) TABLE;
    "java/lang/Double" {
        doubleToRawLongBits "(D)J" = |_: &JavaThread, a: Args| a.long(0);
        longBitsToDouble "(J)D" = |_: &JavaThread, a: Args| a.double(0);
    }
    "java/lang/Float" {
        floatToRawIntBits "(F)I" = |_: &JavaThread, a: Args| a.int(0);
        intBitsToFloat "(I)F" = |_: &JavaThread, a: Args| a.float(0);
    }
    "rvm/internal/FloatDigits" {
        shortest "(D[I)J" = shortest_double;
        shortest "(F[I)J" = shortest_float;
        parseDouble "(Ljava/lang/String;)D" = |_: &JavaThread, a: Args| number(a.reference(0)).parse::<f64>().unwrap_or(f64::NAN);
        parseFloat "(Ljava/lang/String;)F" = |_: &JavaThread, a: Args| number(a.reference(0)).parse::<f32>().unwrap_or(f32::NAN);
    }
}

/// Digits and exponent of a text `d[.ddd]e[-]x`.
fn split(text: &str) -> (i64, i32) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{part}");
    let kept = digits.trim_end_matches('0');
    let value = kept.parse().unwrap_or(0);
    let scale = exponent.parse().unwrap_or(0) - (kept.len() as i32 - 1);
    (value, scale)
}

/// The shortest digits; where one would do, the best two. `rounded` gives a number of digits after the point, half to
/// even, if they still read back as the same number.
fn digits(shortest: &str, rounded: impl FnOnce(usize) -> Option<String>) -> (i64, i32) {
    let (value, scale) = split(shortest);
    let places = if value < 10 {
        1
    } else if value % 2 == 1 {
        // Of two decimals that are as near, Java takes the even one.
        value.ilog10() as usize
    } else {
        return (value, scale);
    };
    rounded(places).map_or((value, scale), |text| split(&text))
}

fn put(array: Ref, result: (i64, i32)) -> i64 {
    // SAFETY: an int[] by the descriptor; nothing allocates.
    if let Some(first) = unsafe { array.slice_mut::<i32>() }.first_mut() {
        *first = result.1;
    }
    result.0
}

fn shortest_double(_: &JavaThread, args: Args) -> i64 {
    let value = args.double(0);
    let rounded = |places| {
        let text = format!("{value:.places$e}");
        (text.parse() == Ok(value)).then_some(text)
    };
    put(args.reference(1), digits(&format!("{value:e}"), rounded))
}

fn shortest_float(_: &JavaThread, args: Args) -> i64 {
    let value = args.float(0);
    let rounded = |places| {
        let text = format!("{value:.places$e}");
        (text.parse() == Ok(value)).then_some(text)
    };
    put(args.reference(1), digits(&format!("{value:e}"), rounded))
}

/// Rust wants digits around the point only if there is one; Java's text is checked already.
fn number(text: Ref) -> String {
    string::text(text)
}
