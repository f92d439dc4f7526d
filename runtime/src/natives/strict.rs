//! Sine and cosine as fdlibm computes them: the crate's come from a later version of it, whose cosine of small angles rounds otherwise.

const INVERSE: f64 = 6.366_197_723_675_814e-1;
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

/// The sine.
pub fn sin(x: f64) -> f64 {
    match high(x.abs()) {
        ..=QUARTER => small_sin(x, 0.0),
        ..=LARGE => match reduce(x) {
            (0, y, rest) => small_sin(y, rest),
            (1, y, rest) => small_cos(y, rest),
            (2, y, rest) => -small_sin(y, rest),
            (_, y, rest) => -small_cos(y, rest),
        },
        _ => libm::sin(x),
    }
}

/// The cosine.
pub fn cos(x: f64) -> f64 {
    match high(x.abs()) {
        ..=QUARTER => small_cos(x, 0.0),
        ..=LARGE => match reduce(x) {
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
    let n = (t * INVERSE + 0.5) as i32;
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
    const S1: f64 = -1.666_666_666_666_663_243_48e-1;
    const S2: f64 = 8.333_333_333_322_489_461_24e-3;
    const S3: f64 = -1.984_126_982_985_794_931_34e-4;
    const S4: f64 = 2.755_731_370_707_006_767_89e-6;
    const S5: f64 = -2.505_076_025_340_686_341_95e-8;
    const S6: f64 = 1.589_690_995_211_550_102_21e-10;
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
    const C1: f64 = 4.166_666_666_666_660_190_37e-2;
    const C2: f64 = -1.388_888_888_887_410_957_49e-3;
    const C3: f64 = 2.480_158_728_947_672_941_78e-5;
    const C4: f64 = -2.755_731_435_139_066_330_35e-7;
    const C5: f64 = 2.087_572_321_298_174_827_90e-9;
    const C6: f64 = -1.135_964_755_778_819_482_65e-11;
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
