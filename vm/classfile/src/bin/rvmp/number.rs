//! Floating-point numbers as Java writes them (Double.toString, shortest digits).

/// As `Double.toString`.
pub fn double(value: f64) -> String {
    let mut text = format!("{:e}", value.abs());
    if !text.contains('.') {
        // Java takes two digits where one would do, and then the closest two.
        text = format!("{:.1e}", value.abs());
    }
    java(value.is_nan(), value.is_infinite(), value.is_sign_negative(), &text)
}

/// As `Float.toString`.
pub fn float(value: f32) -> String {
    let mut text = format!("{:e}", value.abs());
    if !text.contains('.') {
        // Java takes two digits where one would do, and then the closest two.
        text = format!("{:.1e}", value.abs());
    }
    java(value.is_nan(), value.is_infinite(), value.is_sign_negative(), &text)
}

// `scientific` is Rust's shortest form, such as 1.25e-3.
fn java(nan: bool, infinite: bool, negative: bool, scientific: &str) -> String {
    if nan {
        return "NaN".into();
    }
    let sign = if negative { "-" } else { "" };
    if infinite {
        return format!("{sign}Infinity");
    }
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = match digits.trim_end_matches('0') {
        "" => "0",
        trimmed => trimmed,
    };
    let text = match exponent {
        // 10^-3 <= value < 10^7 is written plainly.
        0..=6 => {
            let whole = exponent as usize + 1;
            let padded = format!("{digits:0<whole$}");
            let (head, tail) = padded.split_at(whole);
            format!("{head}.{}", if tail.is_empty() { "0" } else { tail })
        }
        -3..=-1 => format!("0.{}{digits}", "0".repeat((-exponent - 1) as usize)),
        _ => {
            let (head, tail) = digits.split_at(1);
            format!("{head}.{}E{exponent}", if tail.is_empty() { "0" } else { tail })
        }
    };
    sign.to_string() + &text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn java_forms() {
        for (value, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1e7, "1.0E7"),
            (9999999.0, "9999999.0"),
            (0.001, "0.001"),
            (1e-4, "1.0E-4"),
            (123456789.125, "1.23456789125E8"),
            (f64::MIN_POSITIVE, "2.2250738585072014E-308"),
            (100.5, "100.5"),
            (5e-324, "4.9E-324"),
            (2e-3, "0.002"),
            (f64::NEG_INFINITY, "-Infinity"),
        ] {
            assert_eq!(double(value), text);
        }
        assert_eq!(float(1.0e20), "1.0E20");
        assert_eq!(float(f32::MAX), "3.4028235E38");
    }
}
