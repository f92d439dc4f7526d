//! Hexadecimal floating-point literals (JLS 3.10.2).

/// The value of `digits` (hexadecimal, an integer) times 2^`exp`, rounded to nearest even with `bits` of precision and `least` as the exponent of
/// the smallest subnormal. Exact for float when called with its format, as a double holds every float.
pub(crate) fn value(digits: &str, exp: i64, bits: i64, least: i64) -> f64 {
    let digits = digits.trim_start_matches('0');
    let mut mantissa: u128 = 0;
    let mut sticky = false;
    let mut exp = exp;
    for d in digits.bytes() {
        let d = (d as char).to_digit(16).unwrap_or(0);
        if mantissa >> 116 == 0 {
            mantissa = mantissa << 4 | u128::from(d);
        } else {
            sticky |= d != 0;
            exp = exp.saturating_add(4);
        }
    }
    if mantissa == 0 {
        return 0.0;
    }
    let length = 128 - i64::from(mantissa.leading_zeros());
    let top = exp.saturating_add(length);
    if top > 2000 {
        return f64::INFINITY;
    }
    if top < -1200 {
        return 0.0;
    }
    // The exponent of the last bit that is kept.
    let last = (top - bits).max(least);
    let drop = last - exp;
    let mut kept;
    if drop <= 0 {
        kept = mantissa << (-drop).min(127) as u32;
        if sticky && drop < 0 {
            kept |= 1;
        }
    } else if drop > 127 {
        return 0.0;
    } else {
        kept = mantissa >> drop;
        let rest = mantissa & ((1u128 << drop) - 1);
        let half = 1u128 << (drop - 1);
        if rest > half || (rest == half && (sticky || kept & 1 == 1)) {
            kept += 1;
        }
    }
    let value = kept as f64;
    // The scale may be beyond a normal double's exponent: in two steps.
    let half = (last / 2) as i32;
    let v = value * 2f64.powi(half) * 2f64.powi(last as i32 - half);
    if bits == 24 && v > f64::from(f32::MAX) { f64::INFINITY } else { v }
}
