//! Sizes: digits and a unit.

/// `512`, `64k`, `1g`, hexadecimal too.
pub(super) fn parse_size(text: &str) -> Option<usize> {
    let (digits, shift) = match text.chars().last()? {
        'k' | 'K' => (&text[..text.len() - 1], 10),
        'm' | 'M' => (&text[..text.len() - 1], 20),
        'g' | 'G' => (&text[..text.len() - 1], 30),
        't' | 'T' => (&text[..text.len() - 1], 40),
        _ => (text, 0),
    };
    let value = match digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        Some(hex) => u64::from_str_radix(hex, 16).ok()?,
        None if digits.starts_with('+') => return None,
        None => digits.parse::<u64>().ok()?,
    };
    usize::try_from(value.checked_mul(1 << shift)?).ok()
}

#[cfg(test)]
mod tests {
    use super::parse_size;

    #[test]
    fn units() {
        assert_eq!(parse_size("64k"), Some(65536));
        assert_eq!(parse_size("2G"), Some(2 << 30));
        assert_eq!(parse_size("0x10"), Some(16));
        for bad in ["", "k", "-1", "+1", "12q", "1.5m", "99999999999999t"] {
            assert_eq!(parse_size(bad), None, "{bad}");
        }
    }
}
