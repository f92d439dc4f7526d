//! Source files' encodings (`-encoding`).

/// An encoding of source files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Encoding {
    Utf8,
    Ascii,
    Latin1,
    Windows1252,
    /// Big-endian unless a byte order mark says otherwise.
    Utf16,
    Utf16Be,
    Utf16Le,
}

/// Windows-1252 from 0x80 to 0x9F, where it is not Latin-1; zero where there is nothing.
const WINDOWS: [u16; 32] = [
    0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
    0x0153, 0, 0x017e, 0x0178,
];

/// A text with the offsets of what could not be decoded, and the bytes there.
#[derive(Debug, Default)]
pub struct Decoded {
    /// The text, with replacement characters.
    pub text: String,
    /// Offsets in the text, and bytes.
    pub bad: Vec<(u32, Vec<u8>)>,
}

impl Decoded {
    fn fail(&mut self, bytes: &[u8]) {
        self.bad.push((self.text.len() as u32, bytes.to_vec()));
        self.text.push(char::REPLACEMENT_CHARACTER);
    }
}

impl Encoding {
    /// The encoding of a name or alias.
    pub fn named(name: &str) -> Option<Encoding> {
        Some(match name.to_ascii_lowercase().replace('_', "-").as_str() {
            "utf-8" | "utf8" => Encoding::Utf8,
            "us-ascii" | "ascii" | "iso646-us" | "646" => Encoding::Ascii,
            "iso-8859-1" | "iso8859-1" | "latin1" | "latin-1" | "l1" | "8859-1" => Encoding::Latin1,
            "windows-1252" | "cp1252" | "cp-1252" => Encoding::Windows1252,
            "utf-16" | "utf16" | "unicode" => Encoding::Utf16,
            "utf-16be" | "utf16be" => Encoding::Utf16Be,
            "utf-16le" | "utf16le" => Encoding::Utf16Le,
            _ => return None,
        })
    }

    /// Its canonical name.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Ascii => "US-ASCII",
            Encoding::Latin1 => "ISO-8859-1",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Utf16 => "UTF-16",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::Utf16Le => "UTF-16LE",
        }
    }

    /// The text that the bytes stand for.
    pub fn decode(self, bytes: Vec<u8>) -> Decoded {
        match self {
            Encoding::Utf8 => utf8(bytes),
            Encoding::Ascii => single(&bytes, |b| b.is_ascii().then_some(char::from(b))),
            Encoding::Latin1 => single(&bytes, |b| Some(char::from(b))),
            Encoding::Windows1252 => single(&bytes, |b| match b {
                0x80..=0x9f => match WINDOWS[usize::from(b - 0x80)] {
                    0 => None,
                    c => char::from_u32(u32::from(c)),
                },
                b => Some(char::from(b)),
            }),
            Encoding::Utf16 => match bytes.as_slice() {
                [0xfe, 0xff, rest @ ..] => utf16(rest, true),
                [0xff, 0xfe, rest @ ..] => utf16(rest, false),
                all => utf16(all, true),
            },
            Encoding::Utf16Be => utf16(&bytes, true),
            Encoding::Utf16Le => utf16(&bytes, false),
        }
    }
}

fn utf8(bytes: Vec<u8>) -> Decoded {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Decoded { text, bad: Vec::new() },
        Err(e) => e.into_bytes(),
    };
    let mut out = Decoded::default();
    for chunk in bytes.utf8_chunks() {
        out.text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            out.fail(chunk.invalid());
        }
    }
    out
}

fn single(bytes: &[u8], map: impl Fn(u8) -> Option<char>) -> Decoded {
    let mut out = Decoded::default();
    for &b in bytes {
        match map(b) {
            Some(c) => out.text.push(c),
            None => out.fail(&[b]),
        }
    }
    out
}

fn utf16(bytes: &[u8], big: bool) -> Decoded {
    let mut out = Decoded::default();
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|&p| if big { u16::from_be_bytes(p) } else { u16::from_le_bytes(p) });
    for c in char::decode_utf16(units) {
        match c {
            Ok(c) => out.text.push(c),
            Err(e) => out.fail(&e.unpaired_surrogate().to_be_bytes()),
        }
    }
    if !rest.is_empty() {
        out.fail(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_encodings_decode_what_they_encode() {
        let utf16: Vec<u8> = "a\u{e9}\u{1f600}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(Encoding::Utf16Le.decode(utf16.clone()).text, "a\u{e9}\u{1f600}");
        let marked = [vec![0xff, 0xfe], utf16].concat();
        assert_eq!(Encoding::Utf16.decode(marked).text, "a\u{e9}\u{1f600}");
        assert_eq!(Encoding::Latin1.decode(vec![0x61, 0xe9]).text, "a\u{e9}");
        assert_eq!(Encoding::Windows1252.decode(vec![0x80, 0xe9]).text, "\u{20ac}\u{e9}");
        assert_eq!(Encoding::Windows1252.decode(vec![0x81]).bad, [(0, vec![0x81])]);
        assert_eq!(Encoding::Ascii.decode(vec![0x61, 0xe9]).bad, [(1, vec![0xe9])]);
        assert_eq!(Encoding::Utf16Be.decode(vec![0xd8, 0x00, 0x00]).bad.len(), 2);
        assert_eq!(Encoding::Utf8.decode(vec![0x61, 0xc3]).bad, [(1, vec![0xc3])]);
    }
}
