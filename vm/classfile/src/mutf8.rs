//! Modified UTF-8 (JVMS 4.4.7): NUL as two bytes, supplementary characters as two
//! three-byte surrogates, no four-byte forms.

use crate::error::{FormatError, Result};
use std::borrow::Cow;

/// Checks that `bytes` is modified UTF-8.
pub fn validate(bytes: &[u8]) -> Result<()> {
    let mut rest = Units { bytes, at: 0 };
    while let Some(unit) = rest.next_unit() {
        unit?;
    }
    Ok(())
}

/// Decodes to UTF-16 code units.
pub fn decode_utf16(bytes: &[u8]) -> Result<Vec<u16>> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut units = Units { bytes, at: 0 };
    while let Some(unit) = units.next_unit() {
        out.push(unit?);
    }
    Ok(out)
}

/// Decodes to a Rust string; borrows when the text has no NUL and no supplementary characters.
/// Unpaired surrogates become U+FFFD.
pub fn to_str(bytes: &[u8]) -> Result<Cow<'_, str>> {
    if !has_special(bytes)
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return Ok(Cow::Borrowed(text));
    }
    Ok(Cow::Owned(String::from_utf16_lossy(&decode_utf16(bytes)?)))
}

/// As `to_str`, with malformed bytes replaced too: for messages.
pub fn to_str_lossy(bytes: &[u8]) -> Cow<'_, str> {
    to_str(bytes).unwrap_or_else(|_| String::from_utf8_lossy(bytes))
}

/// Encodes a Rust string; borrows when nothing changes.
pub fn from_str(text: &str) -> Cow<'_, [u8]> {
    let plain = text.bytes().all(|b| b != 0 && b < 0xf0);
    if plain {
        return Cow::Borrowed(text.as_bytes());
    }
    let mut out = Vec::with_capacity(text.len() + 8);
    for unit in text.encode_utf16() {
        push_unit(&mut out, unit);
    }
    Cow::Owned(out)
}

/// Encodes UTF-16 code units, unpaired surrogates included.
pub fn from_utf16(units: &[u16]) -> Vec<u8> {
    let mut out = Vec::with_capacity(units.len());
    for &unit in units {
        push_unit(&mut out, unit);
    }
    out
}

/// Length in bytes that `from_utf16` would give.
pub fn encoded_len(units: &[u16]) -> usize {
    units
        .iter()
        .map(|&unit| match unit {
            1..=0x7f => 1,
            0 | 0x80..=0x7ff => 2,
            _ => 3,
        })
        .sum()
}

fn push_unit(out: &mut Vec<u8>, unit: u16) {
    match unit {
        1..=0x7f => out.push(unit as u8),
        0 | 0x80..=0x7ff => out.extend([0xc0 | (unit >> 6) as u8, 0x80 | (unit & 0x3f) as u8]),
        _ => out.extend([
            0xe0 | (unit >> 12) as u8,
            0x80 | (unit >> 6 & 0x3f) as u8,
            0x80 | (unit & 0x3f) as u8,
        ]),
    }
}

// Whether strict UTF-8 would read these bytes differently: NUL, overlong NUL, four-byte forms.
// Encoded surrogates are no valid UTF-8, so from_utf8 rejects them itself.
fn has_special(bytes: &[u8]) -> bool {
    bytes.iter().any(|&b| b == 0 || b >= 0xf0)
}

struct Units<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Units<'_> {
    fn next_unit(&mut self) -> Option<Result<u16>> {
        let start = self.at;
        let &first = self.bytes.get(start)?;
        let tail = |i: usize| match self.bytes.get(start + i) {
            Some(&b) if b & 0xc0 == 0x80 => Ok(u16::from(b & 0x3f)),
            _ => Err(FormatError::BadUtf8(start)),
        };
        let (length, unit) = match first {
            0x01..=0x7f => (1, Ok(u16::from(first))),
            0xc0..=0xdf => (2, tail(1).map(|b| u16::from(first & 0x1f) << 6 | b)),
            0xe0..=0xef => {
                (3, tail(1).and_then(|b| tail(2).map(|c| u16::from(first & 0xf) << 12 | b << 6 | c)))
            }
            _ => (1, Err(FormatError::BadUtf8(start))),
        };
        self.at = start + length;
        Some(unit)
    }
}
