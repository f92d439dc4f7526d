//! Signatures and descriptors (JVMS 4.7.9.1, 4.3) to types.

use super::Reader;
use crate::symbols::{ClassId, TypeVarId, TypeVarOwner, TypeVarSym};
use crate::types::{Ty, TyKind, WildcardBound};
use rvm_classfile::{FormatError, Result};
use rvm_syntax::Name;
use std::cell::Cell;

/// Deeper nesting than this is no honest signature.
const MAX_DEPTH: u32 = 200;

/// A cursor over a signature or descriptor.
pub(super) struct SignatureParser<'r, 'w, 'a> {
    reader: &'r Reader<'w, 'a>,
    text: &'r [u8],
    at: usize,
    depth: u32,
    /// Type parameters of this signature itself.
    own: Vec<(Name, TypeVarId)>,
}

impl<'r, 'w, 'a> SignatureParser<'r, 'w, 'a> {
    pub(super) fn new(
        reader: &'r Reader<'w, 'a>,
        text: &'r [u8],
        own: Option<Vec<(Name, TypeVarId)>>,
    ) -> Self {
        SignatureParser { reader, text, at: 0, depth: 0, own: own.unwrap_or_default() }
    }

    #[cold]
    fn bad<T>(&self) -> Result<T> {
        Err(FormatError::BadDescriptor(String::from_utf8_lossy(self.text).into_owned()))
    }

    fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == byte;
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, byte: u8) -> Result<()> {
        if self.eat(byte) { Ok(()) } else { self.bad() }
    }

    pub(super) fn at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    fn until(&mut self, stops: &[u8]) -> Result<&'r [u8]> {
        let start = self.at;
        while !self.at_end() && !stops.contains(&self.peek()) {
            self.at += 1;
        }
        if self.at_end() || self.at == start { self.bad() } else { Ok(&self.text[start..self.at]) }
    }

    /// `<T:Bound:Bound...>`, if there. `declared` is told the variables before their bounds are read: bounds refer to them.
    pub(super) fn type_params(
        &mut self,
        owner: TypeVarOwner,
        declared: impl FnOnce(&[TypeVarId]),
    ) -> Result<Vec<TypeVarId>> {
        if !self.eat(b'<') {
            return Ok(Vec::new());
        }
        let w = self.reader.w;
        let start = self.at;
        // First pass: names only.
        let mut vars = Vec::new();
        while self.peek() != b'>' {
            let name = self.until(b":")?;
            let name = self.reader.text(name)?;
            let id = w.add_type_var(|id| TypeVarSym {
                id,
                name,
                owner: Some(owner),
                upper: Cell::new(Ty::ERROR),
                lower: Cell::new(Ty::NULL),
                wildcard: None,
            });
            self.own.push((name, id));
            vars.push(id);
            while self.eat(b':') {
                if self.peek() != b':' {
                    self.skip()?;
                }
            }
        }
        declared(&vars);
        self.at = start;
        for &var in &vars {
            self.until(b":")?;
            let mut bounds = Vec::new();
            while self.eat(b':') {
                if self.peek() != b':' {
                    bounds.push(self.ty()?);
                }
            }
            w.type_var(var).upper.set(w.intersection(bounds));
        }
        self.expect(b'>')?;
        Ok(vars)
    }

    /// Skips a type without making it.
    fn skip(&mut self) -> Result<()> {
        while self.eat(b'[') {}
        match self.peek() {
            b'T' => {
                self.until(b";")?;
                self.at += 1;
            }
            b'L' => {
                let mut depth = 0u32;
                loop {
                    match self.peek() {
                        b'<' => depth += 1,
                        b'>' if depth > 0 => depth -= 1,
                        b';' if depth == 0 => break,
                        0 => return self.bad(),
                        _ => {}
                    }
                    self.at += 1;
                }
                self.at += 1;
            }
            0 => return self.bad(),
            _ => self.at += 1,
        }
        Ok(())
    }

    pub(super) fn whole_type(mut self) -> Result<Ty> {
        let ty = self.ty()?;
        if self.at_end() { Ok(ty) } else { self.bad() }
    }

    /// `(params)ret^throws`.
    pub(super) fn method(&mut self) -> Result<(Vec<Ty>, Ty, Vec<Ty>)> {
        self.expect(b'(')?;
        let mut params = Vec::new();
        while self.peek() != b')' {
            params.push(self.ty()?);
        }
        self.at += 1;
        let ret = self.ty()?;
        let mut throws = Vec::new();
        while self.eat(b'^') {
            throws.push(self.ty()?);
        }
        if self.at_end() { Ok((params, ret, throws)) } else { self.bad() }
    }

    pub(super) fn ty(&mut self) -> Result<Ty> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return self.bad();
        }
        let ty = self.ty_inner()?;
        self.depth -= 1;
        Ok(ty)
    }

    fn ty_inner(&mut self) -> Result<Ty> {
        let w = self.reader.w;
        let tag = self.peek();
        self.at += 1;
        Ok(match tag {
            b'Z' => Ty::BOOLEAN,
            b'B' => Ty::BYTE,
            b'S' => Ty::SHORT,
            b'C' => Ty::CHAR,
            b'I' => Ty::INT,
            b'J' => Ty::LONG,
            b'F' => Ty::FLOAT,
            b'D' => Ty::DOUBLE,
            b'V' => Ty::VOID,
            b'[' => {
                let element = self.ty()?;
                w.array_of(element)
            }
            b'T' => {
                let name = self.until(b";")?;
                let name = self.reader.text(name)?;
                self.at += 1;
                self.variable(name)
            }
            b'L' => self.class_type()?,
            _ => return self.bad(),
        })
    }

    fn variable(&self, name: Name) -> Ty {
        let w = self.reader.w;
        if let Some(&(_, id)) = self.own.iter().rev().find(|(n, _)| *n == name) {
            return w.intern(TyKind::Var(id));
        }
        let mut class = Some(self.reader.class);
        while let Some(c) = class {
            let params = w.type_params(c);
            if let Some(&id) = params.iter().find(|&&v| w.type_var(v).name == name) {
                return w.intern(TyKind::Var(id));
            }
            class = w.enclosing_class(c);
        }
        // A variable of the generic method around a local class; such classes cannot be named from outside.
        w.object()
    }

    fn class_type(&mut self) -> Result<Ty> {
        let w = self.reader.w;
        let base = self.until(b"<;.")?;
        let mut binary = self.reader.text(base)?;
        let mut outer = None;
        loop {
            let class: ClassId = self.reader.class_ref(binary);
            let args = if self.eat(b'<') { self.args()? } else { Vec::new() };
            let generic = !args.is_empty() || outer.is_some();
            let ty = w.intern(TyKind::Class { class, outer, args: args.into() });
            if self.eat(b';') {
                return Ok(ty);
            }
            self.expect(b'.')?;
            let inner = self.until(b"<;.")?;
            let inner = self.reader.text(inner)?;
            outer = generic.then_some(ty);
            binary = Name::new(&format!("{binary}${inner}"));
        }
    }

    fn args(&mut self) -> Result<Vec<Ty>> {
        let w = self.reader.w;
        let mut args = Vec::new();
        while !self.eat(b'>') {
            args.push(match self.peek() {
                b'*' => {
                    self.at += 1;
                    w.unbounded_wildcard()
                }
                b'+' => {
                    self.at += 1;
                    let bound = self.ty()?;
                    w.wildcard(WildcardBound::Extends, bound)
                }
                b'-' => {
                    self.at += 1;
                    let bound = self.ty()?;
                    w.wildcard(WildcardBound::Super, bound)
                }
                _ => self.ty()?,
            });
        }
        Ok(args)
    }
}
