//! Text to tokens (JLS 3).

use crate::features::Feature;
use crate::name::Name;
use crate::span::{FileId, Span};
use crate::tree::Literal;
use crate::unicode::Source;
use std::cell::RefCell;
use std::rc::Rc;

macro_rules! tokens {
    (words { $($word:ident = $text:literal),* $(,)? } marks { $($mark:ident = $sign:literal),* $(,)? }) => {
        /// A kind of token. `>` is always one sign: the parser joins `>>`, `>=` and the like where an operator can stand.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        #[allow(missing_docs, reason = "the names are the tokens")]
        pub enum Tok {
            Eof, Ident, Int, Long, Float, Double, Char, Str, Error,
            $($word,)* $($mark,)*
        }

        impl Tok {
            /// How javac names the token in messages.
            pub fn text(self) -> &'static str {
                match self {
                    Tok::Eof => "<EOF>",
                    Tok::Ident => "<identifier>",
                    Tok::Error => "<error>",
                    Tok::Int | Tok::Long | Tok::Float | Tok::Double | Tok::Char | Tok::Str => "<literal>",
                    $(Tok::$word => $text,)*
                    $(Tok::$mark => $sign,)*
                }
            }
        }

        fn keyword(word: &str) -> Option<Tok> {
            Some(match word { $($text => Tok::$word,)* _ => return None })
        }
    };
}

tokens! {
    words {
        Abstract = "abstract", Assert = "assert", Boolean = "boolean", Break = "break", Byte = "byte",
        Case = "case", Catch = "catch", CharKw = "char", Class = "class", Const = "const", Continue = "continue",
        Default = "default", Do = "do", DoubleKw = "double", Else = "else", Enum = "enum", Extends = "extends",
        Final = "final", Finally = "finally", FloatKw = "float", For = "for", Goto = "goto", If = "if",
        Implements = "implements", Import = "import", Instanceof = "instanceof", IntKw = "int",
        Interface = "interface", LongKw = "long", Native = "native", New = "new", Package = "package",
        Private = "private", Protected = "protected", Public = "public", Return = "return", Short = "short",
        Static = "static", Strictfp = "strictfp", Super = "super", Switch = "switch",
        Synchronized = "synchronized", This = "this", Throw = "throw", Throws = "throws",
        Transient = "transient", Try = "try", Void = "void", Volatile = "volatile", While = "while",
        True = "true", False = "false", Null = "null", Underscore = "_",
    }
    marks {
        LParen = "(", RParen = ")", LBrace = "{", RBrace = "}", LBracket = "[", RBracket = "]",
        Semi = ";", Comma = ",", Dot = ".", Ellipsis = "...", At = "@", ColonColon = "::", Arrow = "->",
        Eq = "=", Gt = ">", Lt = "<", Bang = "!", Tilde = "~", Question = "?", Colon = ":",
        EqEq = "==", Le = "<=", Ne = "!=", AndAnd = "&&", OrOr = "||", PlusPlus = "++", MinusMinus = "--",
        Plus = "+", Minus = "-", Star = "*", Slash = "/", Amp = "&", Bar = "|", Caret = "^", Percent = "%",
        Shl = "<<", PlusEq = "+=", MinusEq = "-=", StarEq = "*=", SlashEq = "/=", AmpEq = "&=", BarEq = "|=",
        CaretEq = "^=", PercentEq = "%=", ShlEq = "<<=",
    }
}

/// The value of a token.
#[derive(Clone, Debug)]
pub enum Value {
    /// None.
    None,
    /// An identifier.
    Name(Name),
    /// A literal.
    Literal(Literal),
    /// An int or long literal's digits: radix, digits without underscores. Ranges are checked by the parser, which sees the minus sign.
    Number(u32, Rc<str>),
}

/// A token.
#[derive(Clone, Debug)]
pub struct Token {
    /// Its kind.
    pub tok: Tok,
    /// Offset of its first byte.
    pub lo: u32,
    /// Offset behind its last byte.
    pub hi: u32,
    /// For an opening parenthesis: index of the token that closes it (0: none).
    pub close: u32,
    /// Its value.
    pub value: Value,
    /// A documentation comment with `@deprecated` stands before it.
    pub deprecated: bool,
}

/// An error in a token: it is reported when the parser gets there.
#[derive(Clone, Debug)]
pub struct LexError {
    /// Number of the token that it is in or before.
    pub token: usize,
    /// Where.
    pub span: Span,
    /// Its key.
    pub key: &'static str,
    /// Its text.
    pub message: String,
}

/// The tokens of a file of a release of the language, closed by an [`Tok::Eof`], and the errors in them, in order.
pub fn lex(file: FileId, text: &str, release: u8) -> (Vec<Token>, Vec<LexError>) {
    let source = Source::new(text);
    let mut lexer = Lexer {
        file,
        release,
        refused: false,
        errors: RefCell::default(),
        s: source.text.as_bytes(),
        text: &source.text,
        source: &source,
        i: 0,
        out: Vec::with_capacity(text.len() / 4),
        open: Vec::new(),
        deprecated: false,
    };
    lexer.run();
    (lexer.out, lexer.errors.into_inner())
}

struct Lexer<'a> {
    file: FileId,
    release: u8,
    /// Text blocks were refused: once a file.
    refused: bool,
    errors: RefCell<Vec<LexError>>,
    s: &'a [u8],
    text: &'a str,
    source: &'a Source<'a>,
    i: usize,
    out: Vec<Token>,
    open: Vec<usize>,
    deprecated: bool,
}

impl Lexer<'_> {
    fn peek(&self, k: usize) -> u8 {
        self.s.get(self.i + k).copied().unwrap_or(0)
    }

    fn error(&self, at: usize, key: &'static str, message: impl Into<String>) {
        let at = self.source.original(at);
        let span = Span { file: self.file, lo: at, hi: at + 1, at };
        let message = message.into();
        self.errors.borrow_mut().push(LexError { token: self.out.len(), span, key, message });
    }

    fn push(&mut self, tok: Tok, lo: usize, value: Value) {
        let token = Token {
            tok,
            lo: self.source.original(lo),
            hi: self.source.original(self.i),
            close: 0,
            value,
            deprecated: std::mem::take(&mut self.deprecated),
        };
        match tok {
            Tok::LParen => self.open.push(self.out.len()),
            Tok::RParen => {
                if let Some(open) = self.open.pop() {
                    self.out[open].close = self.out.len() as u32;
                }
            }
            _ => {}
        }
        self.out.push(token);
    }

    fn run(&mut self) {
        loop {
            self.skip_blank();
            let lo = self.i;
            if lo >= self.s.len() {
                self.push(Tok::Eof, lo, Value::None);
                return;
            }
            let c = self.s[lo];
            match c {
                b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'$' => self.word(),
                b'0'..=b'9' => self.number(),
                b'.' if self.peek(1).is_ascii_digit() => self.number(),
                b'"' if self.peek(1) == b'"' && self.peek(2) == b'"' => self.text_block(),
                b'"' => self.string(),
                b'\'' => self.character(),
                0x80.. => self.non_ascii(),
                _ => self.mark(),
            }
        }
    }

    fn skip_blank(&mut self) {
        while let Some(&c) = self.s.get(self.i) {
            match c {
                b' ' | b'\t' | b'\n' | b'\r' | 0x0c => self.i += 1,
                // A control-Z at the very end is ignored (JLS 3.5).
                0x1a if self.i + 1 == self.s.len() => self.i += 1,
                b'/' if self.peek(1) == b'/' => {
                    while self.i < self.s.len() && !matches!(self.s[self.i], b'\n' | b'\r') {
                        self.i += 1;
                    }
                }
                b'/' if self.peek(1) == b'*' => {
                    let rest = &self.text[self.i + 2..];
                    match rest.find("*/") {
                        Some(n) => {
                            if rest.starts_with('*') && n > 0 {
                                self.deprecated = rest[..n].contains("@deprecated");
                            }
                            self.i += n + 4;
                        }
                        None => {
                            let lo = self.i;
                            self.error(lo, "unclosed-comment", "unclosed comment");
                            self.i = self.s.len();
                            self.push(Tok::Error, lo, Value::None);
                        }
                    }
                }
                _ => break,
            }
        }
    }

    fn word(&mut self) {
        let lo = self.i;
        loop {
            match self.peek(0) {
                b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'$' | b'0'..=b'9' => self.i += 1,
                0x80.. => {
                    let Some(c) = self.text[self.i..].chars().next() else { break };
                    if !is_identifier_part(c) {
                        break;
                    }
                    self.i += c.len_utf8();
                }
                _ => break,
            }
        }
        let word = &self.text[lo..self.i];
        match keyword(word) {
            // A name as any other before release 9.
            Some(Tok::Underscore) if self.release < 9 => {
                self.push(Tok::Ident, lo, Value::Name(Name::new(word)));
            }
            Some(tok) => self.push(tok, lo, Value::None),
            None => self.push(Tok::Ident, lo, Value::Name(Name::new(word))),
        }
    }

    fn non_ascii(&mut self) {
        let Some(c) = self.text[self.i..].chars().next() else { return };
        if is_identifier_start(c) {
            self.word();
        } else {
            self.illegal_character(c);
        }
    }

    fn illegal_character(&mut self, c: char) {
        if c == '\\' && self.peek(1) == b'u' {
            let lo = self.i;
            self.i += 1;
            while self.peek(0) == b'u' {
                self.i += 1;
            }
            self.bad_unicode_escape();
            return self.push(Tok::Error, lo, Value::None);
        }
        let shown = if (c as u32) < 0x20 || (c as u32) > 0x7e {
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().map(|u| format!("\\u{u:04x}")).collect()
        } else {
            c.to_string()
        };
        let lo = self.i;
        self.error(lo, "illegal-char", format!("illegal character: '{shown}'"));
        self.i += c.len_utf8();
        self.push(Tok::Error, lo, Value::None);
    }

    fn mark(&mut self) {
        let lo = self.i;
        let (a, b, c) = (self.peek(0), self.peek(1), self.peek(2));
        let (tok, len) = match (a, b, c) {
            (b'.', b'.', b'.') => (Tok::Ellipsis, 3),
            (b'<', b'<', b'=') => (Tok::ShlEq, 3),
            (b'<', b'<', _) => (Tok::Shl, 2),
            (b'<', b'=', _) => (Tok::Le, 2),
            (b'=', b'=', _) => (Tok::EqEq, 2),
            (b'!', b'=', _) => (Tok::Ne, 2),
            (b'&', b'&', _) => (Tok::AndAnd, 2),
            (b'|', b'|', _) => (Tok::OrOr, 2),
            (b'+', b'+', _) => (Tok::PlusPlus, 2),
            (b'-', b'-', _) => (Tok::MinusMinus, 2),
            (b'-', b'>', _) => (Tok::Arrow, 2),
            (b':', b':', _) => (Tok::ColonColon, 2),
            (b'+', b'=', _) => (Tok::PlusEq, 2),
            (b'-', b'=', _) => (Tok::MinusEq, 2),
            (b'*', b'=', _) => (Tok::StarEq, 2),
            (b'/', b'=', _) => (Tok::SlashEq, 2),
            (b'&', b'=', _) => (Tok::AmpEq, 2),
            (b'|', b'=', _) => (Tok::BarEq, 2),
            (b'^', b'=', _) => (Tok::CaretEq, 2),
            (b'%', b'=', _) => (Tok::PercentEq, 2),
            (b'(', ..) => (Tok::LParen, 1),
            (b')', ..) => (Tok::RParen, 1),
            (b'{', ..) => (Tok::LBrace, 1),
            (b'}', ..) => (Tok::RBrace, 1),
            (b'[', ..) => (Tok::LBracket, 1),
            (b']', ..) => (Tok::RBracket, 1),
            (b';', ..) => (Tok::Semi, 1),
            (b',', ..) => (Tok::Comma, 1),
            (b'.', ..) => (Tok::Dot, 1),
            (b'@', ..) => (Tok::At, 1),
            (b'=', ..) => (Tok::Eq, 1),
            (b'>', ..) => (Tok::Gt, 1),
            (b'<', ..) => (Tok::Lt, 1),
            (b'!', ..) => (Tok::Bang, 1),
            (b'~', ..) => (Tok::Tilde, 1),
            (b'?', ..) => (Tok::Question, 1),
            (b':', ..) => (Tok::Colon, 1),
            (b'+', ..) => (Tok::Plus, 1),
            (b'-', ..) => (Tok::Minus, 1),
            (b'*', ..) => (Tok::Star, 1),
            (b'/', ..) => (Tok::Slash, 1),
            (b'&', ..) => (Tok::Amp, 1),
            (b'|', ..) => (Tok::Bar, 1),
            (b'^', ..) => (Tok::Caret, 1),
            (b'%', ..) => (Tok::Percent, 1),
            _ => return self.illegal_character(a as char),
        };
        self.i += len;
        self.push(tok, lo, Value::None);
    }

    /// Digits of `radix` and underscores at the cursor, without the underscores.
    fn digits(&mut self, radix: u32, out: &mut String) {
        let start = self.i;
        loop {
            let c = self.peek(0);
            if c == b'_' {
                self.i += 1;
            } else if (c as char).is_digit(radix.max(2)) || (radix == 8 && c.is_ascii_digit()) {
                out.push(c as char);
                self.i += 1;
            } else {
                break;
            }
        }
        if self.i > start && self.s[self.i - 1] == b'_' {
            self.error(self.i - 1, "illegal-underscore", "illegal underscore");
        }
    }

    fn number(&mut self) {
        let lo = self.i;
        let mut digits = String::new();
        let radix = match (self.peek(0), self.peek(1)) {
            (b'0', b'x' | b'X') => 16,
            (b'0', b'b' | b'B') => 2,
            (b'0', b'0'..=b'9' | b'_') => 8,
            _ => 10,
        };
        if radix == 16 || radix == 2 {
            self.i += 2;
            if self.peek(0) == b'_' {
                self.error(self.i, "illegal-underscore", "illegal underscore");
            }
        }
        self.digits(radix, &mut digits);
        let c = self.peek(0);
        if radix == 16 {
            let is_float = matches!(c, b'p' | b'P')
                || (c == b'.' && (self.hex_fraction_follows() || self.peek(1).is_ascii_hexdigit()));
            if is_float {
                return self.hex_float(lo, digits);
            }
            if digits.is_empty() {
                self.error(
                    lo,
                    "invalid-hex-number",
                    "hexadecimal numbers must contain at least one hexadecimal digit",
                );
                digits.push('0');
            }
        } else if radix == 2 {
            if digits.is_empty() {
                self.error(
                    lo,
                    "invalid-binary-number",
                    "binary numbers must contain at least one binary digit",
                );
                digits.push('0');
            }
        } else if matches!(c, b'e' | b'E' | b'f' | b'F' | b'd' | b'D')
            || (c == b'.' && self.peek(1) != b'.' && !is_ident_byte(self.peek(1)))
            || (c == b'.' && matches!(self.peek(1), b'e' | b'E' | b'f' | b'F' | b'd' | b'D'))
        {
            return self.decimal_float(lo, digits);
        }
        if radix == 8
            && let Some(n) = self.text[lo..self.i].find(['8', '9'])
        {
            // An octal number ends before a digit that is none.
            self.i = lo + n;
            digits = self.text[lo..self.i].replace('_', "");
        }
        if matches!(self.peek(0), b'l' | b'L') {
            self.i += 1;
            self.push(Tok::Long, lo, Value::Number(radix, digits.into()));
        } else {
            self.push(Tok::Int, lo, Value::Number(radix, digits.into()));
        }
    }

    fn hex_fraction_follows(&self) -> bool {
        let mut k = 1;
        while self.peek(k).is_ascii_hexdigit() || self.peek(k) == b'_' {
            k += 1;
        }
        matches!(self.peek(k), b'p' | b'P')
    }

    fn decimal_float(&mut self, lo: usize, mut text: String) {
        if self.peek(0) == b'.' {
            self.i += 1;
            text.push('.');
            self.digits(10, &mut text);
        }
        if matches!(self.peek(0), b'e' | b'E') {
            self.i += 1;
            text.push('e');
            if matches!(self.peek(0), b'+' | b'-') {
                text.push(self.peek(0) as char);
                self.i += 1;
            }
            if !(self.peek(0).is_ascii_digit() || self.peek(0) == b'_') {
                self.error(lo, "malformed-fp-lit", "malformed floating-point literal");
                return self.push(Tok::Double, lo, Value::Literal(Literal::Double(0.0)));
            }
            self.digits(10, &mut text);
        }
        let mantissa = text.split('e').next().unwrap_or("");
        let zero = !mantissa.bytes().any(|b| (b'1'..=b'9').contains(&b));
        let text = if text.starts_with('.') { format!("0{text}") } else { text };
        match self.peek(0) {
            b'f' | b'F' => {
                self.i += 1;
                let v: f32 = text.parse().unwrap_or(f32::NAN);
                self.check_range(lo, v == 0.0 && !zero, v.is_infinite());
                self.push(Tok::Float, lo, Value::Literal(Literal::Float(v)));
            }
            c => {
                if matches!(c, b'd' | b'D') {
                    self.i += 1;
                }
                let v: f64 = text.parse().unwrap_or(f64::NAN);
                self.check_range(lo, v == 0.0 && !zero, v.is_infinite());
                self.push(Tok::Double, lo, Value::Literal(Literal::Double(v)));
            }
        }
    }

    fn check_range(&self, lo: usize, small: bool, large: bool) {
        if small {
            self.error(lo, "fp-number-too-small", "floating-point number too small");
        } else if large {
            self.error(lo, "fp-number-too-large", "floating-point number too large");
        }
    }

    fn hex_float(&mut self, lo: usize, int: String) {
        let mut digits = int;
        let mut point = 0i64;
        if self.peek(0) == b'.' {
            self.i += 1;
            let n = digits.len();
            self.digits(16, &mut digits);
            point = (digits.len() - n) as i64;
        }
        let mut exp = String::new();
        if matches!(self.peek(0), b'p' | b'P') {
            self.i += 1;
            if matches!(self.peek(0), b'+' | b'-') {
                exp.push(self.peek(0) as char);
                self.i += 1;
            }
            self.digits(10, &mut exp);
        }
        if digits.is_empty() || !exp.ends_with(|c: char| c.is_ascii_digit()) {
            self.error(lo, "malformed-fp-lit", "malformed floating-point literal");
        }
        let exp = exp.parse::<i64>().unwrap_or(if exp.starts_with('-') { -100_000 } else { 100_000 });
        let zero = digits.bytes().all(|b| b == b'0');
        let exp = exp.saturating_sub(point * 4);
        if matches!(self.peek(0), b'f' | b'F') {
            self.i += 1;
            let v = crate::hexfloat::value(&digits, exp, 24, -149) as f32;
            self.check_range(lo, v == 0.0 && !zero, v.is_infinite());
            self.push(Tok::Float, lo, Value::Literal(Literal::Float(v)));
        } else {
            if matches!(self.peek(0), b'd' | b'D') {
                self.i += 1;
            }
            let v = crate::hexfloat::value(&digits, exp, 53, -1074);
            self.check_range(lo, v == 0.0 && !zero, v.is_infinite());
            self.push(Tok::Double, lo, Value::Literal(Literal::Double(v)));
        }
    }

    /// A unicode escape whose digits begin at the cursor and are too few: points at what is no digit.
    fn bad_unicode_escape(&mut self) {
        while self.peek(0).is_ascii_hexdigit() {
            self.i += 1;
        }
        self.error(self.i, "illegal-unicode-esc", "illegal unicode escape");
    }

    /// Where the first unknown escape of a text block stands.
    fn block_escape(&self, start: usize, end: usize) -> Option<usize> {
        let mut k = start;
        while k + 1 < end {
            if self.s[k] == b'\\' {
                if !matches!(
                    self.s[k + 1],
                    b'b' | b't' | b'n' | b'f' | b'r' | b's' | b'"' | b'\'' | b'\\' | b'0'
                        ..=b'7' | b'\n' | b'\r'
                ) {
                    return Some(k + 1);
                }
                k += 1;
            }
            k += 1;
        }
        None
    }

    /// One character or escape of a string or character literal; pushes its UTF-16 code units.
    fn literal_char(&mut self, out: &mut Vec<u16>, block: bool) {
        let Some(c) = self.text[self.i..].chars().next() else { return };
        self.i += c.len_utf8();
        if c != '\\' {
            out.extend_from_slice(c.encode_utf16(&mut [0; 2]));
            return;
        }
        let e = self.peek(0);
        self.i += 1;
        let unit = match e {
            b'b' => 8,
            b't' => 9,
            b'n' => 10,
            b'f' => 12,
            b'r' => 13,
            b's' => {
                self.refuse_text_block(self.i - 1);
                32
            }
            b'"' | b'\'' | b'\\' => u16::from(e),
            b'0'..=b'7' => {
                let mut v = u16::from(e - b'0');
                let most = if e <= b'3' { 2 } else { 1 };
                for _ in 0..most {
                    if !matches!(self.peek(0), b'0'..=b'7') {
                        break;
                    }
                    v = v * 8 + u16::from(self.peek(0) - b'0');
                    self.i += 1;
                }
                v
            }
            // What the unicode translation left standing: a lone surrogate.
            b'u' => {
                while self.peek(0) == b'u' {
                    self.i += 1;
                }
                let hex = self.text.get(self.i..self.i + 4).unwrap_or("");
                self.i += hex.len();
                match u16::from_str_radix(hex, 16) {
                    Ok(v) => v,
                    Err(_) => {
                        self.i -= hex.len();
                        self.bad_unicode_escape();
                        return;
                    }
                }
            }
            b'\n' if block => return,
            b'\r' if block => {
                if self.peek(0) == b'\n' {
                    self.i += 1;
                }
                return;
            }
            _ => {
                self.i -= 1;
                self.error(self.i, "illegal-esc-char", "illegal escape character");
                if let Some(c) = self.text[self.i..].chars().next()
                    && !matches!(c, '\n' | '\r')
                {
                    self.i += c.len_utf8();
                }
                return;
            }
        };
        out.push(unit);
    }

    fn string(&mut self) {
        let lo = self.i;
        self.i += 1;
        let mut units = Vec::new();
        loop {
            match self.peek(0) {
                b'"' => break,
                0 if self.i >= self.s.len() => {
                    return self.unclosed(lo, "unclosed-str-lit", "unclosed string literal");
                }
                b'\n' | b'\r' => return self.unclosed(lo, "unclosed-str-lit", "unclosed string literal"),
                _ => self.literal_char(&mut units, false),
            }
        }
        self.i += 1;
        self.push(Tok::Str, lo, Value::Literal(Literal::Str(units.into())));
    }

    fn unclosed(&mut self, lo: usize, key: &'static str, message: &str) {
        self.error(lo, key, message);
        self.push(Tok::Error, lo, Value::None);
    }

    fn character(&mut self) {
        let lo = self.i;
        self.i += 1;
        match self.peek(0) {
            b'\'' => {
                self.i += 1;
                self.error(lo, "empty-char-lit", "empty character literal");
                return self.push(Tok::Error, lo, Value::None);
            }
            b'\n' | b'\r' => {
                self.error(lo, "illegal-line-end-in-char-lit", "illegal line end in character literal");
                return self.push(Tok::Error, lo, Value::None);
            }
            _ => {}
        }
        let mut units = Vec::new();
        self.literal_char(&mut units, false);
        if self.peek(0) != b'\'' {
            return self.unclosed(lo, "unclosed-char-lit", "unclosed character literal");
        }
        self.i += 1;
        if units.len() > 1 {
            self.error(lo, "unclosed-char-lit", "unclosed character literal");
        }
        let unit = units.first().copied().unwrap_or(0);
        self.push(Tok::Char, lo, Value::Literal(Literal::Char(unit)));
    }

    /// Text blocks and `\s` are new in release 15.
    fn refuse_text_block(&mut self, at: usize) {
        if self.release < Feature::TextBlocks.since() && !std::mem::replace(&mut self.refused, true) {
            let (key, text) = Feature::TextBlocks.refusal(self.release);
            self.error(at, key, text);
        }
    }

    /// A text block (JLS 3.10.6): line ends normalised, incidental white space stripped, then escapes interpreted.
    fn text_block(&mut self) {
        let lo = self.i;
        self.refuse_text_block(lo);
        self.i += 3;
        while matches!(self.peek(0), b' ' | b'\t' | 0x0c) {
            self.i += 1;
        }
        match self.peek(0) {
            b'\r' if self.peek(1) == b'\n' => self.i += 2,
            b'\r' | b'\n' => self.i += 1,
            _ => {
                return self.unclosed(
                    lo + 3,
                    "illegal-text-block-open",
                    "illegal text block open delimiter sequence, missing line terminator",
                );
            }
        }
        let start = self.i;
        let end = loop {
            match self.peek(0) {
                0 if self.i >= self.s.len() => {
                    // The rest is read as if the block had ended with its first line.
                    self.i = start;
                    return self.unclosed(lo, "unclosed-text-block", "unclosed text block");
                }
                b'"' if self.peek(1) == b'"' && self.peek(2) == b'"' => break self.i,
                b'\\' => self.i += 1 + usize::from(self.i + 1 < self.s.len()),
                _ => self.i += 1,
            }
        };
        let raw = self.text[start..end].replace("\r\n", "\n").replace('\r', "\n");
        let stripped = strip_indent(&raw);
        let after = end + 3;
        // Escapes are read from the stripped text, with this lexer's routine on a lexer of its own.
        let source = Source::plain(&stripped);
        let mut inner = Lexer {
            file: self.file,
            release: self.release,
            refused: true,
            errors: RefCell::default(),
            s: stripped.as_bytes(),
            text: &stripped,
            source: &source,
            i: 0,
            out: Vec::new(),
            open: Vec::new(),
            deprecated: false,
        };
        let mut units = Vec::new();
        while inner.i < inner.s.len() {
            inner.literal_char(&mut units, true);
        }
        // Their places are those of the stripped text: the block's begin stands for them.
        for e in inner.errors.into_inner() {
            self.error(self.block_escape(start, end).unwrap_or(lo), e.key, e.message);
        }
        self.i = after;
        self.push(Tok::Str, lo, Value::Literal(Literal::Str(units.into())));
    }
}

fn strip_indent(raw: &str) -> String {
    let lines: Vec<&str> = raw.split('\n').collect();
    let last = lines.len() - 1;
    let blank = |l: &str| l.trim_matches([' ', '\t', '\x0c']).is_empty();
    let indent = lines
        .iter()
        .enumerate()
        .filter(|(i, l)| *i == last || !blank(l))
        .map(|(_, l)| l.len() - l.trim_start_matches([' ', '\t', '\x0c']).len())
        .min()
        .unwrap_or(0);
    let mut out = String::with_capacity(raw.len());
    for (i, line) in lines.iter().enumerate() {
        if i > 0 {
            out.push('\n');
        }
        if !blank(line) {
            out.push_str(line.get(indent..).unwrap_or("").trim_end_matches([' ', '\t', '\x0c']));
        }
    }
    out
}

fn is_ident_byte(c: u8) -> bool {
    c.is_ascii_alphabetic() || c == b'_' || c == b'$'
}

fn is_identifier_start(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '_' | '$') || is_currency_or_connector(c)
}

fn is_identifier_part(c: char) -> bool {
    is_identifier_start(c) || c.is_alphanumeric() || unicode_mark(c)
}

fn is_currency_or_connector(c: char) -> bool {
    matches!(c, '\u{a2}'..='\u{a5}' | '\u{20a0}'..='\u{20bf}' | '\u{203f}' | '\u{2040}' | '\u{2054}' | '\u{fdfc}' | '\u{ff04}' | '\u{ff3f}')
}

/// The combining marks and ignorable characters that an identifier may go on with.
fn unicode_mark(c: char) -> bool {
    matches!(c as u32, 0..=8 | 0xe..=0x1b | 0x7f..=0x9f | 0xad | 0x300..=0x36f | 0x483..=0x487 | 0x591..=0x5bd | 0x610..=0x61a
        | 0x64b..=0x65f | 0x6d6..=0x6dc | 0x900..=0x903 | 0x93a..=0x94f | 0x981..=0x983 | 0x1ab0..=0x1aff
        | 0x1dc0..=0x1dff | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2064 | 0x20d0..=0x20f0 | 0x302a..=0x302f | 0x3099 | 0x309a
        | 0xfe00..=0xfe0f | 0xfe20..=0xfe2f | 0xfeff | 0xe0100..=0xe01ef)
}
