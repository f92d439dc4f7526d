//! Look-ahead: what begins at a token, without building trees or reporting.

use super::Parser;
use crate::lexer::Tok;

impl Parser<'_> {
    pub(super) fn is_primitive(tok: Tok) -> bool {
        matches!(
            tok,
            Tok::Boolean
                | Tok::Byte
                | Tok::Short
                | Tok::CharKw
                | Tok::IntKw
                | Tok::LongKw
                | Tok::FloatKw
                | Tok::DoubleKw
        )
    }

    /// Index behind the annotations at `k`.
    pub(super) fn skip_annotations(&self, mut k: usize) -> usize {
        while self.at(k) == Tok::At && self.at(k + 1) != Tok::Interface {
            k += 2;
            while self.at(k) == Tok::Dot && self.at(k + 1) == Tok::Ident {
                k += 2;
            }
            if self.at(k) == Tok::LParen {
                match self.tokens[k].close {
                    0 => return k,
                    close => k = close as usize + 1,
                }
            }
        }
        k
    }

    /// Index behind the type at `k`, if one stands there.
    pub(super) fn skip_type(&self, k: usize) -> Option<usize> {
        let mut k = self.skip_annotations(k);
        let mut depth = 0u32;
        // `depth` counts open angle brackets, so that deep nesting needs no recursion.
        loop {
            // A type or wildcard begins here.
            k = self.skip_annotations(k);
            if depth > 0 && self.at(k) == Tok::Question {
                k += 1;
                if matches!(self.at(k), Tok::Extends | Tok::Super) {
                    k += 1;
                    continue;
                }
            } else if Self::is_primitive(self.at(k)) {
                k += 1;
            } else if self.at(k) == Tok::Ident {
                k += 1;
                if self.at(k) == Tok::Lt {
                    if self.at(k + 1) == Tok::Gt {
                        k += 2;
                    } else {
                        depth += 1;
                        k += 1;
                        continue;
                    }
                }
            } else {
                return None;
            }
            // Behind a (partial) type.
            loop {
                let before = k;
                k = self.skip_annotations(k);
                if self.at(k) == Tok::LBracket && self.at(k + 1) == Tok::RBracket {
                    k += 2;
                } else if self.at(k) == Tok::Dot
                    && matches!(self.at(self.skip_annotations(k + 1)), Tok::Ident)
                {
                    k = self.skip_annotations(k + 1) + 1;
                    if self.at(k) == Tok::Lt {
                        if self.at(k + 1) == Tok::Gt {
                            k += 2;
                        } else {
                            depth += 1;
                            k += 1;
                            break;
                        }
                    }
                } else if depth == 0 {
                    return Some(before);
                } else if self.at(k) == Tok::Gt {
                    depth -= 1;
                    k += 1;
                } else if matches!(self.at(k), Tok::Comma | Tok::Amp) {
                    k += 1;
                    break;
                } else {
                    return None;
                }
            }
        }
    }

    /// Whether a local variable declaration's type and name begin at `k`.
    pub(super) fn is_local_decl(&self, k: usize) -> bool {
        match self.skip_type(k) {
            Some(end) => {
                matches!(self.at(end), Tok::Ident | Tok::Underscore)
                    || (matches!(self.at(end), Tok::Assert | Tok::Enum) && self.at(end + 1) != Tok::Ident)
            }
            None => false,
        }
    }

    /// Whether `(` at `k` opens a lambda's parameters.
    pub(super) fn is_lambda(&self, k: usize) -> bool {
        let close = self.tokens[k].close as usize;
        close != 0 && self.at(close + 1) == Tok::Arrow
    }

    /// Whether `(` at `k` opens a cast (JLS 15.16).
    pub(super) fn is_cast(&self, k: usize) -> bool {
        let first = self.skip_annotations(k + 1);
        let Some(mut end) = self.skip_type(k + 1) else { return false };
        if Self::is_primitive(self.at(first)) && self.at(end) == Tok::RParen {
            // `(int) -x` is a cast; `(int[]) x` needs a reference operand, which the general rule below allows as well.
            return true;
        }
        while self.at(end) == Tok::Amp {
            match self.skip_type(end + 1) {
                Some(e) => end = e,
                None => return false,
            }
        }
        if self.at(end) != Tok::RParen {
            return false;
        }
        matches!(
            self.at(end + 1),
            Tok::Ident
                | Tok::Int
                | Tok::Long
                | Tok::Float
                | Tok::Double
                | Tok::Char
                | Tok::Str
                | Tok::True
                | Tok::False
                | Tok::Null
                | Tok::LParen
                | Tok::Bang
                | Tok::Tilde
                | Tok::This
                | Tok::Super
                | Tok::New
                | Tok::Switch
                | Tok::Void
                | Tok::Underscore
                | Tok::At
                | Tok::Assert
                | Tok::Enum
        ) || Self::is_primitive(self.at(end + 1))
    }

    /// Whether an identifier at `k` begins a type that is used as an expression: `List<String>::new`, `int[]::new`, `A[].class`.
    pub(super) fn is_type_expr(&self, k: usize) -> bool {
        match self.skip_type(k) {
            Some(end) => match self.at(end) {
                Tok::ColonColon => {
                    // A plain name stays ambiguous.
                    (k..end).any(|j| matches!(self.at(j), Tok::Lt | Tok::LBracket | Tok::At))
                }
                Tok::Dot => self.at(end + 1) == Tok::Class && self.at(end - 1) == Tok::RBracket,
                _ => false,
            },
            None => false,
        }
    }
}
