//! `Double.toString` and `Float.toString`: the shortest decimal that reads back as the same number, in Java's layout.

/// As `Double.toString`.
pub fn double(v: f64) -> String {
    let short = format!("{v:e}");
    let two = format!("{v:.1e}");
    layout(v.is_nan(), v.is_infinite(), v == 0.0, v.is_sign_negative(), short, two, |s| s.parse() == Ok(v))
}

/// As `Float.toString`.
pub fn float(v: f32) -> String {
    let short = format!("{v:e}");
    let two = format!("{v:.1e}");
    layout(v.is_nan(), v.is_infinite(), v == 0.0, v.is_sign_negative(), short, two, |s| s.parse() == Ok(v))
}

fn layout(
    nan: bool,
    infinite: bool,
    zero: bool,
    negative: bool,
    short: String,
    two: String,
    same: impl Fn(&str) -> bool,
) -> String {
    let sign = if negative { "-" } else { "" };
    if nan {
        return "NaN".into();
    }
    if infinite {
        return format!("{sign}Infinity");
    }
    if zero {
        return format!("{sign}0.0");
    }
    // Java writes at least two digits, and where one would do it takes the two nearest to the value.
    let text = if !short.contains('.') && same(&two) { two } else { short };
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let mut digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    while digits.len() > 1 && digits.ends_with('0') {
        digits.pop();
    }
    if !(-3..7).contains(&exponent) {
        let (first, rest) = digits.split_at(1);
        let rest = if rest.is_empty() { "0" } else { rest };
        return format!("{sign}{first}.{rest}E{exponent}");
    }
    if exponent < 0 {
        return format!("{sign}0.{}{digits}", "0".repeat((-exponent - 1) as usize));
    }
    let point = exponent as usize + 1;
    while digits.len() <= point {
        digits.push('0');
    }
    let (whole, fraction) = digits.split_at(point);
    format!("{sign}{whole}.{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_look_like_java() {
        for (v, text) in [
            (1.0, "1.0"),
            (0.1, "0.1"),
            (100.0, "100.0"),
            (1e7, "1.0E7"),
            (1234567.0, "1234567.0"),
            (0.001, "0.001"),
            (0.0001, "1.0E-4"),
            (f64::MIN_POSITIVE, "2.2250738585072014E-308"),
            (5e-324, "4.9E-324"),
            (2e23, "2.0E23"),
            (-0.0, "-0.0"),
            (f64::MAX, "1.7976931348623157E308"),
        ] {
            assert_eq!(double(v), text);
        }
        assert_eq!(float(1.1), "1.1");
        assert_eq!(float(f32::MIN_POSITIVE), "1.1754944E-38");
        assert_eq!(float(1e-45), "1.4E-45");
    }
}
