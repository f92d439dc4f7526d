//! Unicode escapes (JLS 3.3).

use std::borrow::Cow;

/// A source text with its unicode escapes translated, and the way back to the original offsets. Escapes of lone surrogates stay as they are:
/// only string and character literals can hold them.
pub(crate) struct Source<'a> {
    /// The translated text.
    pub text: Cow<'a, str>,
    /// (offset in `text`, offset in the original) behind each escape, ascending.
    shifts: Vec<(usize, usize)>,
    plain: bool,
}

impl<'a> Source<'a> {
    /// Translates `text`.
    pub fn new(text: &'a str) -> Source<'a> {
        if !text.contains("\\u") {
            return Source { text: Cow::Borrowed(text), shifts: Vec::new(), plain: false };
        }
        let b = text.as_bytes();
        let mut out = String::with_capacity(text.len());
        let mut shifts = Vec::new();
        let mut i = 0;
        let mut copied = 0;
        while i < b.len() {
            if b[i] != b'\\' {
                i += 1;
            } else if b.get(i + 1) != Some(&b'u') {
                i += 2;
            } else if let Some((unit, end)) = escape(text, i) {
                let mut stop = end;
                let c = match unit {
                    0xd800..=0xdbff => match escape(text, end) {
                        Some((low @ 0xdc00..=0xdfff, e)) => {
                            stop = e;
                            char::from_u32(0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00))
                        }
                        _ => None,
                    },
                    _ => char::from_u32(unit),
                };
                match c {
                    Some(c) => {
                        out.push_str(&text[copied..i]);
                        out.push(c);
                        // An escaped backslash is no start of another escape (JLS 3.3), but may begin an escape sequence.
                        i = stop;
                        copied = stop;
                        shifts.push((out.len(), stop));
                        if c == '\\' && b.get(i) == Some(&b'\\') {
                            i += 1;
                        }
                    }
                    None => i = end,
                }
            } else {
                i += 2;
            }
        }
        out.push_str(text.get(copied..).unwrap_or(""));
        Source { text: Cow::Owned(out), shifts, plain: false }
    }

    /// A text without a place in a file.
    pub fn plain(text: &'a str) -> Source<'a> {
        Source { text: Cow::Borrowed(text), shifts: Vec::new(), plain: true }
    }

    /// The offset in the original of an offset in the translated text.
    pub fn original(&self, at: usize) -> u32 {
        if self.plain {
            return 0;
        }
        let n = self.shifts.partition_point(|s| s.0 <= at);
        match n.checked_sub(1).map(|n| self.shifts[n]) {
            Some((from, to)) => (at - from + to) as u32,
            None => at as u32,
        }
    }
}

/// The code unit of the escape at `i`, and the offset behind it.
fn escape(text: &str, i: usize) -> Option<(u32, usize)> {
    let b = text.as_bytes();
    if b.get(i) != Some(&b'\\') || b.get(i + 1) != Some(&b'u') {
        return None;
    }
    let mut j = i + 1;
    while b.get(j) == Some(&b'u') {
        j += 1;
    }
    let hex = text.get(j..j + 4)?;
    if !hex.bytes().all(|c| c.is_ascii_hexdigit()) {
        return None;
    }
    Some((u32::from_str_radix(hex, 16).ok()?, j + 4))
}
