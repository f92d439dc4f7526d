//! Types, type arguments, annotations and modifiers.

use super::Parser;
use crate::features::Feature;
use crate::lexer::Tok;
use crate::tree::*;

impl Parser<'_> {
    /// A type; reports and yields an error type where there is none.
    pub(super) fn ty(&mut self) -> TypeNode {
        let t = self.local_ty();
        self.restricted_type(&t);
        t
    }

    /// A type in a local variable declaration: it is looked at with the variable's name.
    pub(super) fn local_ty(&mut self) -> TypeNode {
        let annotations = self.annotations();
        let mut t = self.ty_without_dims();
        t.annotations = annotations;
        self.dims(t)
    }

    /// The brackets that may follow a type.
    pub(super) fn dims(&mut self, mut t: TypeNode) -> TypeNode {
        let mut places = Vec::new();
        loop {
            let k = self.skip_annotations(self.i);
            if self.at(k) != Tok::LBracket || self.at(k + 1) != Tok::RBracket {
                break;
            }
            let annotations = self.annotations();
            places.push((self.token().lo, annotations));
            self.next();
            self.next();
        }
        // The first bracket is the outermost array.
        for (at, annotations) in places.into_iter().rev() {
            let span = self.since(t.span).with_at(at);
            t = TypeNode { kind: TypeNodeKind::Array(Box::new(t)), annotations, span };
        }
        t
    }

    /// A type without brackets behind it.
    pub(super) fn ty_without_dims(&mut self) -> TypeNode {
        let span = self.here();
        let prim = match self.tok() {
            Tok::Boolean => Prim::Boolean,
            Tok::Byte => Prim::Byte,
            Tok::Short => Prim::Short,
            Tok::CharKw => Prim::Char,
            Tok::IntKw => Prim::Int,
            Tok::LongKw => Prim::Long,
            Tok::FloatKw => Prim::Float,
            Tok::DoubleKw => Prim::Double,
            Tok::Void => Prim::Void,
            Tok::Ident | Tok::Underscore => return self.named_type(),
            _ => {
                self.illegal_type_start();
                return TypeNode { kind: TypeNodeKind::Error, annotations: Vec::new(), span };
            }
        };
        self.next();
        TypeNode { kind: TypeNodeKind::Prim(prim), annotations: Vec::new(), span }
    }

    fn illegal_type_start(&mut self) {
        self.error_here("illegal-start-of-type", "illegal start of type");
    }

    /// A class or interface type with its type arguments.
    pub(super) fn named_type(&mut self) -> TypeNode {
        let start = self.here();
        let mut at = start.lo;
        let mut segments = Vec::new();
        let mut annotations = Vec::new();
        let mut dot = None;
        loop {
            let mut name = self.ident();
            if let Some(dot) = dot {
                name.span = name.span.with_at(dot);
                at = dot;
            }
            let args = if self.tok() == Tok::Lt {
                at = self.token().lo;
                Some(self.type_args())
            } else {
                None
            };
            segments.push(TypeSegment { annotations: std::mem::take(&mut annotations), name, args });
            let k = self.skip_annotations(self.i + 1);
            if self.tok() != Tok::Dot || !matches!(self.at(k), Tok::Ident) {
                break;
            }
            dot = Some(self.token().lo);
            self.next();
            annotations = self.annotations();
        }
        TypeNode {
            kind: TypeNodeKind::Named(segments),
            annotations: Vec::new(),
            span: self.since(start).with_at(at),
        }
    }

    /// `<A, B>`, at the `<`. `<>` gives an empty list.
    pub(super) fn type_args(&mut self) -> Vec<TypeNode> {
        self.accept(Tok::Lt);
        let mut args = Vec::new();
        if self.tok() == Tok::Gt {
            if !self.diamond {
                self.illegal_type_start();
            }
            self.next();
            return args;
        }
        // Inside the brackets there are no diamonds.
        let diamond = std::mem::take(&mut self.diamond);
        self.argument_list(&mut args);
        self.diamond = diamond;
        args
    }

    fn argument_list(&mut self, args: &mut Vec<TypeNode>) {
        loop {
            match self.deeper(Self::type_arg) {
                Some(arg) => args.push(arg),
                None => return,
            }
            if !self.eat(Tok::Comma) {
                break;
            }
        }
        if !self.eat(Tok::Gt) {
            self.error_here("expected2", "> or ',' expected");
        }
    }

    fn type_arg(&mut self) -> TypeNode {
        let annotations = self.annotations();
        let start = self.here();
        if !self.eat(Tok::Question) {
            let mut t = self.ty();
            t.annotations.splice(0..0, annotations);
            return t;
        }
        let bound = match self.tok() {
            Tok::Extends => Some(WildcardBound::Extends),
            Tok::Super => Some(WildcardBound::Super),
            _ => None,
        };
        let bound = bound.map(|b| {
            self.next();
            (b, Box::new(self.ty()))
        });
        TypeNode { kind: TypeNodeKind::Wildcard(bound), annotations, span: self.since(start) }
    }

    /// `<T extends A & B, U>` if there is one.
    pub(super) fn type_params(&mut self) -> Vec<TypeParam> {
        let mut params = Vec::new();
        if !self.eat(Tok::Lt) {
            return params;
        }
        loop {
            let annotations = self.annotations();
            let name = self.type_name();
            let mut bounds = Vec::new();
            if self.eat(Tok::Extends) {
                bounds.push(self.ty());
                while self.eat(Tok::Amp) {
                    bounds.push(self.ty());
                }
            }
            params.push(TypeParam { annotations, name, bounds });
            if !self.eat(Tok::Comma) {
                break;
            }
        }
        self.accept(Tok::Gt);
        params
    }

    /// Types separated by commas.
    pub(super) fn type_list(&mut self) -> Vec<TypeNode> {
        let mut list = vec![self.ty()];
        while self.eat(Tok::Comma) {
            list.push(self.ty());
        }
        list
    }

    /// The annotations here.
    pub(super) fn annotations(&mut self) -> Vec<Annotation> {
        let mut list = Vec::new();
        while self.tok() == Tok::At && self.peek(1) != Tok::Interface {
            match self.deeper(Self::annotation) {
                Some(a) => list.push(a),
                None => break,
            }
        }
        list
    }

    fn annotation(&mut self) -> Annotation {
        let start = self.here();
        self.accept(Tok::At);
        let name = self.qualified();
        let mut args = Vec::new();
        if self.eat(Tok::LParen) {
            if self.tok() != Tok::RParen {
                loop {
                    if self.tok() == Tok::Ident && self.peek(1) == Tok::Eq {
                        let name = self.ident();
                        self.next();
                        args.push((name, self.element_value()));
                    } else {
                        let span = self.here();
                        let name = Ident { name: crate::Name::new("value"), span };
                        args.push((name, self.element_value()));
                    }
                    if !self.eat(Tok::Comma) {
                        break;
                    }
                }
            }
            self.accept(Tok::RParen);
        }
        Annotation { name, args, span: self.since(start) }
    }

    pub(super) fn element_value(&mut self) -> ElementValue {
        match self.tok() {
            Tok::At => match self.deeper(Self::annotation) {
                Some(a) => ElementValue::Annotation(a),
                None => ElementValue::Array(Vec::new(), self.here()),
            },
            Tok::LBrace => {
                let start = self.here();
                self.next();
                let mut list = Vec::new();
                while self.tok() != Tok::RBrace && self.tok() != Tok::Eof {
                    if self.tok() == Tok::Comma && self.peek(1) == Tok::RBrace {
                        self.next();
                        break;
                    }
                    match self.deeper(Self::element_value) {
                        Some(v) => list.push(v),
                        None => break,
                    }
                    if !self.eat(Tok::Comma) {
                        break;
                    }
                }
                self.accept(Tok::RBrace);
                ElementValue::Array(list, self.since(start))
            }
            _ => ElementValue::Expr(self.ternary()),
        }
    }

    /// Modifiers and annotations in any order.
    pub(super) fn modifiers(&mut self) -> Modifiers {
        let start = self.here();
        let mut bits = 0;
        let mut annotations = Vec::new();
        if self.token().deprecated {
            bits |= flags::DEPRECATED;
        }
        loop {
            let mut len = 1;
            let flag = match self.tok() {
                Tok::Public => flags::PUBLIC,
                Tok::Private => flags::PRIVATE,
                Tok::Protected => flags::PROTECTED,
                Tok::Static => flags::STATIC,
                Tok::Final => flags::FINAL,
                Tok::Synchronized => flags::SYNCHRONIZED,
                Tok::Volatile => flags::VOLATILE,
                Tok::Transient => flags::TRANSIENT,
                Tok::Native => flags::NATIVE,
                Tok::Abstract => flags::ABSTRACT,
                Tok::Strictfp => flags::STRICTFP,
                Tok::Default if !matches!(self.peek(1), Tok::Colon | Tok::Arrow) => flags::DEFAULT,
                Tok::At if self.peek(1) != Tok::Interface => {
                    match self.deeper(Self::annotation) {
                        Some(a) => annotations.push(a),
                        None => break,
                    }
                    continue;
                }
                Tok::Ident if self.is_sealed_modifier() => {
                    let here = self.here();
                    self.feature(here, Feature::SealedClasses);
                    if self.is_word(self.i, self.words.sealed) {
                        flags::SEALED
                    } else {
                        len = 3;
                        flags::NON_SEALED
                    }
                }
                _ => break,
            };
            if bits & flag != 0 {
                self.error_here("repeated-modifier", "repeated modifier");
            }
            bits |= flag;
            for _ in 0..len {
                self.next();
            }
        }
        let span =
            if bits & !flags::DEPRECATED == 0 && annotations.is_empty() { start } else { self.since(start) };
        Modifiers { flags: bits, annotations, span }
    }

    /// `sealed` or `non-sealed` as a modifier: another modifier or the declaration's keyword follows.
    pub(super) fn is_sealed_modifier(&self) -> bool {
        let after = if self.is_word(self.i, self.words.sealed) {
            self.i + 1
        } else if self.is_word(self.i, self.words.non)
            && self.at(self.i + 1) == Tok::Minus
            && self.is_word(self.i + 2, self.words.sealed)
        {
            self.i + 3
        } else {
            return false;
        };
        matches!(
            self.at(after),
            Tok::Class
                | Tok::Interface
                | Tok::Abstract
                | Tok::Public
                | Tok::Private
                | Tok::Protected
                | Tok::Static
                | Tok::Final
                | Tok::Strictfp
                | Tok::At
                | Tok::Enum
        ) || (self.at(after) == Tok::Ident
            && (self.is_word(after, self.words.record)
                || self.is_word(after, self.words.sealed)
                || self.is_word(after, self.words.non)))
    }

    pub(super) fn no_modifiers(&self) -> Modifiers {
        Modifiers { flags: 0, annotations: Vec::new(), span: self.here() }
    }
}
