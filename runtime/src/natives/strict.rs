//! Sine and cosine as fdlibm computes them: the crate's come from a later version of it, whose cosine of small angles rounds otherwise.

use std::f64::consts::FRAC_2_PI;

/// Pi / 2 in parts of 33 bits, each with what is left.
const PARTS: [(f64, f64); 3] = [
    (f64::from_bits(0x3ff9_21fb_5440_0000), f64::from_bits(0x3dd0_b461_1a62_6331)),
    (f64::from_bits(0x3dd0_b461_1a60_0000), f64::from_bits(0x3ba3_198a_2e03_7073)),
    (f64::from_bits(0x3ba3_198a_2e00_0000), f64::from_bits(0x397b_839a_2520_49c1)),
];
/// High words of pi / 4 and of 2^19 * pi / 2.
const QUARTER: u32 = 0x3fe9_21fb;
const LARGE: u32 = 0x4139_21fb;

fn high(x: f64) -> u32 {
    (x.to_bits() >> 32) as u32
}

/// The sine; of angles above 2^19 * pi / 2 the crate's, which is within a unit in the last place of it.
pub fn sin(x: f64) -> f64 {
    match high(x.abs()) {
        at if at <= QUARTER => small_sin(x, 0.0),
        at if at <= LARGE => match reduce(x) {
            (0, y, rest) => small_sin(y, rest),
            (1, y, rest) => small_cos(y, rest),
            (2, y, rest) => -small_sin(y, rest),
            (_, y, rest) => -small_cos(y, rest),
        },
        _ => libm::sin(x),
    }
}

/// The cosine, as `sin`.
pub fn cos(x: f64) -> f64 {
    match high(x.abs()) {
        at if at <= QUARTER => small_cos(x, 0.0),
        at if at <= LARGE => match reduce(x) {
            (0, y, rest) => small_cos(y, rest),
            (1, y, rest) => -small_sin(y, rest),
            (2, y, rest) => -small_cos(y, rest),
            (_, y, rest) => small_sin(y, rest),
        },
        _ => libm::cos(x),
    }
}

/// The quadrant, and what is left of the angle, in two parts.
fn reduce(x: f64) -> (i32, f64, f64) {
    let t = x.abs();
    let n = (t * FRAC_2_PI + 0.5) as i32;
    let times = f64::from(n);
    let exponent = |v: f64| (high(v) >> 20 & 0x7ff) as i32;
    let mut r = t - times * PARTS[0].0;
    let mut w = times * PARTS[0].1;
    for (part, lost) in [(1, 16), (2, 49)] {
        // Where the bits cancel, the next part has them.
        if exponent(t) - exponent(r - w) <= lost {
            break;
        }
        let before = r;
        w = times * PARTS[part].0;
        r = before - w;
        w = times * PARTS[part].1 - ((before - r) - w);
    }
    let y = r - w;
    let rest = (r - y) - w;
    if x < 0.0 { (-n & 3, -y, -rest) } else { (n & 3, y, rest) }
}

/// The sine of `x + rest`, up to pi / 4.
fn small_sin(x: f64, rest: f64) -> f64 {
    const S1: f64 = -0.16666666666666632;
    const S2: f64 = 0.00833333333332249;
    const S3: f64 = -0.0001984126982985795;
    const S4: f64 = 2.7557313707070068e-06;
    const S5: f64 = -2.5050760253406863e-08;
    const S6: f64 = 1.58969099521155e-10;
    if high(x.abs()) < 0x3e40_0000 {
        return x;
    }
    let z = x * x;
    let v = z * x;
    let r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
    if rest == 0.0 { x + v * (S1 + z * r) } else { x - ((z * (0.5 * rest - v * r) - rest) - v * S1) }
}

/// The cosine of `x + rest`, up to pi / 4.
fn small_cos(x: f64, rest: f64) -> f64 {
    const C1: f64 = 0.0416666666666666;
    const C2: f64 = -0.001388888888887411;
    const C3: f64 = 2.480158728947673e-05;
    const C4: f64 = -2.7557314351390663e-07;
    const C5: f64 = 2.087572321298175e-09;
    const C6: f64 = -1.1359647557788195e-11;
    let at = high(x.abs());
    if at < 0x3e40_0000 {
        return 1.0;
    }
    let z = x * x;
    let r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
    if at < 0x3fd3_3333 {
        return 1.0 - (0.5 * z - (z * r - x * rest));
    }
    // Near x / 4.
    let q = if at > 0x3fe9_0000 { 0.28125 } else { f64::from_bits(u64::from(at - 0x0020_0000) << 32) };
    (1.0 - q) - ((0.5 * z - q) - (z * r - x * rest))
}
