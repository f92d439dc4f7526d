//! Words of a line.

use super::Asm;

/// A line split into words. Commas count as blanks; `//` at the start of a word begins a comment.
pub struct Line {
    words: Vec<Word>,
    at: usize,
}

struct Word {
    bytes: Vec<u8>,
    quoted: bool,
}

impl Line {
    pub fn new(text: &str) -> Asm<Self> {
        let mut words = Vec::new();
        let mut rest = text;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            if rest.is_empty() || rest.starts_with("//") {
                return Ok(Line { words, at: 0 });
            }
            if let Some(quoted) = rest.strip_prefix('"') {
                let (bytes, behind) = unquote(quoted)?;
                words.push(Word { bytes, quoted: true });
                rest = behind;
            } else {
                let end = rest.find(|c: char| c.is_whitespace() || c == ',').unwrap_or(rest.len());
                let bytes = crate::mutf8::from_str(&rest[..end]).into_owned();
                words.push(Word { bytes, quoted: false });
                rest = &rest[end..];
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.at == self.words.len()
    }

    /// The next word as text; quoted ones are no keywords and show with their quote.
    pub fn peek_word(&self) -> Option<String> {
        self.words.get(self.at).map(|word| {
            let text = crate::mutf8::to_str_lossy(&word.bytes).into_owned();
            if word.quoted { format!("\"{text}") } else { text }
        })
    }

    /// The next word's bytes, modified UTF-8.
    pub fn word(&mut self) -> Asm<Vec<u8>> {
        let word = self.words.get(self.at).ok_or("line ends too early")?;
        self.at += 1;
        Ok(word.bytes.clone())
    }

    pub fn text(&mut self) -> Asm<String> {
        self.word().map(|bytes| crate::mutf8::to_str_lossy(&bytes).into_owned())
    }

    pub fn number(&mut self) -> Asm<i64> {
        number(&self.text()?)
    }

    /// Puts a word in front of those not yet read.
    pub fn push_front(&mut self, word: &str) {
        self.words.insert(self.at, Word { bytes: word.as_bytes().to_vec(), quoted: false });
    }

    /// Takes the word if it is next.
    pub fn eat(&mut self, word: &str) -> bool {
        let found = self.peek_word().is_some_and(|next| next == word);
        self.at += usize::from(found);
        found
    }

    pub fn expect(&mut self, word: &str) -> Asm<()> {
        if self.eat(word) { Ok(()) } else { Err(format!("`{word}` expected")) }
    }
}

/// Decimal or 0x hexadecimal, with sign.
pub fn number(text: &str) -> Asm<i64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let value = match digits.strip_prefix("0x") {
        Some(hex) => u64::from_str_radix(hex, 16).ok(),
        None => digits.parse().ok(),
    };
    value.map(|v| (v as i64).wrapping_mul(sign)).ok_or_else(|| format!("number expected, not `{text}`"))
}

fn unquote(text: &str) -> Asm<(Vec<u8>, &str)> {
    let mut out = Vec::new();
    let mut chars = text.char_indices();
    let hex = |chars: &mut std::str::CharIndices<'_>, count: usize| -> Asm<u32> {
        let digits: String = chars.take(count).map(|(_, c)| c).collect();
        u32::from_str_radix(&digits, 16).map_err(|_| "bad escape".to_string())
    };
    while let Some((i, c)) = chars.next() {
        match c {
            '"' => return Ok((out, &text[i + 1..])),
            '\\' => match chars.next().map(|(_, c)| c) {
                Some('n') => out.push(b'\n'),
                Some('t') => out.push(b'\t'),
                // A raw byte, which need not be valid modified UTF-8.
                Some('x') => out.push(hex(&mut chars, 2)? as u8),
                Some('u') => out.extend(crate::mutf8::from_utf16(&[hex(&mut chars, 4)? as u16])),
                Some(c @ ('"' | '\\')) => out.push(c as u8),
                _ => return Err("bad escape".into()),
            },
            c => out.extend_from_slice(&crate::mutf8::from_str(c.encode_utf8(&mut [0; 4]))),
        }
    }
    Err("string is not closed".into())
}
