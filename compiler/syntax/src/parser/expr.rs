//! Expressions (JLS 15).

use super::Parser;
use crate::features::Feature;
use crate::lexer::{Tok, Value};
use crate::span::Span;
use crate::tree::*;
use std::rc::Rc;

/// An infix operator: its precedence and what it is.
enum Infix {
    Op(BinaryOp),
    Instanceof,
}

impl Parser<'_> {
    fn make(&self, start: Span, at: u32, kind: ExprKind) -> Expr {
        Expr { kind, span: self.since(start).with_at(at) }
    }

    /// Any expression.
    pub(super) fn expr(&mut self) -> Expr {
        let span = self.here();
        self.deeper(Self::assignment).unwrap_or(Expr { kind: ExprKind::Error, span })
    }

    fn assignment(&mut self) -> Expr {
        let lhs = self.ternary();
        let at = self.token().lo;
        let op = match self.tok() {
            Tok::Eq => None,
            Tok::PlusEq => Some(BinaryOp::Add),
            Tok::MinusEq => Some(BinaryOp::Sub),
            Tok::StarEq => Some(BinaryOp::Mul),
            Tok::SlashEq => Some(BinaryOp::Div),
            Tok::PercentEq => Some(BinaryOp::Rem),
            Tok::AmpEq => Some(BinaryOp::And),
            Tok::BarEq => Some(BinaryOp::Or),
            Tok::CaretEq => Some(BinaryOp::Xor),
            Tok::ShlEq => Some(BinaryOp::Shl),
            Tok::Gt => match self.gt_operator() {
                (3, true) => Some(BinaryOp::Shr),
                (4, true) => Some(BinaryOp::Ushr),
                _ => return lhs,
            },
            _ => return lhs,
        };
        let start = lhs.span;
        let len = if self.tok() == Tok::Gt { self.gt_operator().0 } else { 1 };
        for _ in 0..len {
            self.next();
        }
        let rhs = self.expr();
        let (l, r) = (Box::new(lhs), Box::new(rhs));
        let kind = match op {
            None => ExprKind::Assign(l, r),
            Some(op) => ExprKind::CompoundAssign(op, l, r),
        };
        self.make(start, at, kind)
    }

    /// At a `>`: how many tokens the operator has, and whether it is an assignment (`>>=`, `>>>=`).
    fn gt_operator(&self) -> (usize, bool) {
        let mut n = 1;
        while n < 3 && self.peek(n) == Tok::Gt && self.joined(self.i + n - 1) {
            n += 1;
        }
        if self.peek(n) == Tok::Eq && self.joined(self.i + n - 1) { (n + 1, n > 1) } else { (n, false) }
    }

    /// A conditional expression or lambda.
    pub(super) fn ternary(&mut self) -> Expr {
        let cond = self.binary(1);
        if self.tok() != Tok::Question {
            return cond;
        }
        let start = cond.span;
        let at = self.token().lo;
        self.next();
        let saved = std::mem::take(&mut self.no_lambda);
        let yes = self.expr();
        self.no_lambda = saved;
        self.accept(Tok::Colon);
        let span = self.here();
        let no = self.deeper(Self::ternary).unwrap_or(Expr { kind: ExprKind::Error, span });
        self.make(start, at, ExprKind::Conditional(Box::new(cond), Box::new(yes), Box::new(no)))
    }

    /// The infix operator here: precedence, tokens, operator.
    fn infix(&self) -> Option<(u8, usize, Infix)> {
        let (prec, op) = match self.tok() {
            Tok::OrOr => (1, BinaryOp::OrOr),
            Tok::AndAnd => (2, BinaryOp::AndAnd),
            Tok::Bar => (3, BinaryOp::Or),
            Tok::Caret => (4, BinaryOp::Xor),
            Tok::Amp => (5, BinaryOp::And),
            Tok::EqEq => (6, BinaryOp::Eq),
            Tok::Ne => (6, BinaryOp::Ne),
            Tok::Lt => (7, BinaryOp::Lt),
            Tok::Le => (7, BinaryOp::Le),
            Tok::Instanceof => return Some((7, 1, Infix::Instanceof)),
            Tok::Gt => {
                return Some(match self.gt_operator() {
                    (1, _) => (7, 1, Infix::Op(BinaryOp::Gt)),
                    (2, false) if self.peek(1) == Tok::Eq => (7, 2, Infix::Op(BinaryOp::Ge)),
                    (2, false) => (8, 2, Infix::Op(BinaryOp::Shr)),
                    (3, false) => (8, 3, Infix::Op(BinaryOp::Ushr)),
                    _ => return None,
                });
            }
            Tok::Shl => (8, BinaryOp::Shl),
            Tok::Plus => (9, BinaryOp::Add),
            Tok::Minus => (9, BinaryOp::Sub),
            Tok::Star => (10, BinaryOp::Mul),
            Tok::Slash => (10, BinaryOp::Div),
            Tok::Percent => (10, BinaryOp::Rem),
            _ => return None,
        };
        Some((prec, 1, Infix::Op(op)))
    }

    /// A chain of infix operators of precedence `least` and above; left-deep, built without recursion along the chain.
    fn binary(&mut self, least: u8) -> Expr {
        let span = self.here();
        let mut lhs = self.deeper(Self::unary).unwrap_or(Expr { kind: ExprKind::Error, span });
        while let Some((prec, tokens, op)) = self.infix() {
            if prec < least {
                break;
            }
            let start = lhs.span;
            let at = self.token().lo;
            for _ in 0..tokens {
                self.next();
            }
            let kind = match op {
                Infix::Op(op) => ExprKind::Binary(op, Box::new(lhs), Box::new(self.binary(prec + 1))),
                Infix::Instanceof => self.instance_of(lhs),
            };
            lhs = self.make(start, at, kind);
        }
        lhs
    }

    fn instance_of(&mut self, lhs: Expr) -> ExprKind {
        let modifiers = self.modifiers();
        let ty = self.ty();
        let binding = if matches!(self.tok(), Tok::Ident | Tok::Underscore) {
            let here = self.here();
            self.feature(here, Feature::PatternMatching);
            Some((modifiers, self.ident()))
        } else {
            None
        };
        ExprKind::InstanceOf(Box::new(lhs), Box::new(ty), binding)
    }

    fn unary(&mut self) -> Expr {
        let start = self.here();
        let op = match self.tok() {
            Tok::Plus => UnaryOp::Plus,
            Tok::Minus => UnaryOp::Minus,
            Tok::PlusPlus => UnaryOp::PreInc,
            Tok::MinusMinus => UnaryOp::PreDec,
            Tok::Bang => UnaryOp::Not,
            Tok::Tilde => UnaryOp::BitNot,
            Tok::LParen if self.no_lambda == 0 && self.is_lambda(self.i) => return self.lambda_parens(),
            Tok::LParen if self.is_cast(self.i) => return self.cast(),
            _ => {
                let primary = self.primary();
                return self.postfix(primary);
            }
        };
        self.next();
        if op == UnaryOp::Minus && matches!(self.tok(), Tok::Int | Tok::Long) && self.joined(self.i - 1) {
            // `-2147483648`: the literal may be one larger under a minus.
            let literal = self.number(true);
            let e = self.make(start, start.lo, ExprKind::Literal(literal));
            return self.suffixes_then_postfix(e);
        }
        let operand = self.deeper(Self::unary).unwrap_or(Expr { kind: ExprKind::Error, span: start });
        self.make(start, start.lo, ExprKind::Unary(op, Box::new(operand)))
    }

    fn suffixes_then_postfix(&mut self, e: Expr) -> Expr {
        let e = self.suffixes(e);
        self.postfix(e)
    }

    fn postfix(&mut self, mut e: Expr) -> Expr {
        loop {
            let op = match self.tok() {
                Tok::PlusPlus => UnaryOp::PostInc,
                Tok::MinusMinus => UnaryOp::PostDec,
                _ => return e,
            };
            let start = e.span;
            let at = self.token().lo;
            self.next();
            e = self.make(start, at, ExprKind::Unary(op, Box::new(e)));
        }
    }

    fn cast(&mut self) -> Expr {
        let start = self.here();
        self.next();
        let first = self.ty();
        let mut ty = first;
        if self.tok() == Tok::Amp {
            let span = ty.span;
            let mut parts = vec![ty];
            while self.eat(Tok::Amp) {
                parts.push(self.ty());
            }
            ty = TypeNode {
                kind: TypeNodeKind::Intersection(parts),
                annotations: Vec::new(),
                span: self.since(span),
            };
        }
        self.accept(Tok::RParen);
        let operand = self.deeper(Self::unary).unwrap_or(Expr { kind: ExprKind::Error, span: start });
        self.make(start, start.lo, ExprKind::Cast(Box::new(ty), Box::new(operand)))
    }

    /// The value of an int or long literal.
    fn number(&mut self, negative: bool) -> Literal {
        let long = self.tok() == Tok::Long;
        let Value::Number(radix, digits) = self.token().value.clone() else { return Literal::Int(0) };
        let lo = self.token().lo;
        let value = if digits.is_empty() { Some(0) } else { u64::from_str_radix(&digits, radix).ok() };
        let limit = match (long, radix) {
            (false, 10) => i32::MAX as u64 + u64::from(negative),
            (false, _) => u64::from(u32::MAX),
            (true, 10) => i64::MAX as u64 + u64::from(negative),
            (true, _) => u64::MAX,
        };
        let value = match value {
            Some(v) if v <= limit => v,
            _ => {
                let span = self.error_span(lo);
                self.report(span, "int-number-too-large", "integer number too large");
                0
            }
        };
        self.next();
        match (long, negative) {
            (false, false) => Literal::Int(value as u32 as i32),
            (false, true) => Literal::Int((value as u32 as i32).wrapping_neg()),
            (true, false) => Literal::Long(value as i64),
            (true, true) => Literal::Long((value as i64).wrapping_neg()),
        }
    }

    /// A primary with its selectors, calls and indices.
    fn primary(&mut self) -> Expr {
        let start = self.here();
        let e = match self.tok() {
            Tok::Int | Tok::Long => {
                let literal = self.number(false);
                self.make(start, start.lo, ExprKind::Literal(literal))
            }
            Tok::Float | Tok::Double | Tok::Char | Tok::Str => {
                let literal = match &self.token().value {
                    Value::Literal(l) => l.clone(),
                    _ => Literal::Null,
                };
                self.next();
                self.make(start, start.lo, ExprKind::Literal(literal))
            }
            Tok::True | Tok::False => {
                let v = self.tok() == Tok::True;
                self.next();
                self.make(start, start.lo, ExprKind::Literal(Literal::Bool(v)))
            }
            Tok::Null => {
                self.next();
                self.make(start, start.lo, ExprKind::Literal(Literal::Null))
            }
            Tok::LParen => {
                self.next();
                let saved = std::mem::take(&mut self.no_lambda);
                let inner = self.expr();
                self.no_lambda = saved;
                self.accept(Tok::RParen);
                self.make(start, start.lo, ExprKind::Paren(Box::new(inner)))
            }
            Tok::This => {
                self.next();
                if self.tok() == Tok::LParen {
                    self.call(start, None, Vec::new(), Ident { name: self.words.this, span: start })
                } else {
                    self.make(start, start.lo, ExprKind::This)
                }
            }
            Tok::Super => {
                self.next();
                if self.tok() == Tok::LParen {
                    self.call(start, None, Vec::new(), Ident { name: self.words.super_, span: start })
                } else {
                    if !matches!(self.tok(), Tok::Dot | Tok::ColonColon) {
                        self.expected(Tok::Dot);
                    }
                    self.make(start, start.lo, ExprKind::Super(None))
                }
            }
            Tok::New => self.creation(None),
            Tok::Switch => self.switch_expr(),
            Tok::Ident | Tok::Underscore | Tok::Assert | Tok::Enum
                if self.no_lambda == 0 && self.peek(1) == Tok::Arrow =>
            {
                self.underscore_parameter(self.i);
                let name = self.ident();
                let p =
                    Param { modifiers: self.no_modifiers(), ty: None, varargs: false, name, span: name.span };
                self.lambda_body(start, vec![p], false)
            }
            Tok::Ident if self.is_type_expr(self.i) => self.type_expr(),
            Tok::Ident | Tok::Underscore => {
                let id = self.ident();
                if self.tok() == Tok::LParen {
                    if id.name == self.words.yield_ {
                        self.unqualified_yield(id.span);
                    }
                    self.call(start, None, Vec::new(), id)
                } else {
                    self.make(start, start.lo, ExprKind::Name(id.name))
                }
            }
            Tok::At => self.type_expr(),
            t if Self::is_primitive(t)
                || (t == Tok::Void && matches!(self.peek(1), Tok::Dot | Tok::ColonColon)) =>
            {
                let ty = self.ty();
                if self.tok() == Tok::Dot && self.peek(1) == Tok::Class {
                    let at = self.token().lo;
                    self.next();
                    self.next();
                    self.make(start, at, ExprKind::ClassLit(Box::new(ty)))
                } else if self.tok() == Tok::ColonColon {
                    self.make(start, start.lo, ExprKind::Type(Box::new(ty)))
                } else {
                    let end = self.prev_end();
                    self.error_at(end, "expected", "'.class' expected");
                    Expr { kind: ExprKind::Error, span: start }
                }
            }
            _ => return self.illegal_expr(),
        };
        self.suffixes(e)
    }

    /// A call of a method `yield` without a receiver.
    fn unqualified_yield(&mut self, span: Span) {
        const ADVICE: &str =
            "\n  (to invoke a method called yield, qualify the yield with a receiver or type name)";
        if self.yields {
            let text = format!("invalid use of a restricted identifier 'yield'{ADVICE}");
            self.report(span, "invalid-yield", text);
        } else {
            let text = format!("'yield' may become a restricted identifier in a future release{ADVICE}");
            self.flush_lex_errors(self.i);
            self.diags.warn(span, "invalid-yield", text);
        }
    }

    /// A type in expression position: before `::` or `.class`.
    fn type_expr(&mut self) -> Expr {
        let start = self.here();
        let ty = self.ty();
        if self.tok() == Tok::Dot && self.peek(1) == Tok::Class {
            let at = self.token().lo;
            self.next();
            self.next();
            return self.make(start, at, ExprKind::ClassLit(Box::new(ty)));
        }
        self.make(start, ty.span.at, ExprKind::Type(Box::new(ty)))
    }

    fn call(&mut self, start: Span, recv: Option<Expr>, type_args: Vec<TypeNode>, name: Ident) -> Expr {
        let at = self.token().lo;
        let args = self.arguments();
        self.make(start, at, ExprKind::Call(recv.map(Box::new), type_args, name, args))
    }

    /// `( a, b )`.
    pub(super) fn arguments(&mut self) -> Vec<Expr> {
        let mut args = Vec::new();
        if !self.accept(Tok::LParen) {
            return args;
        }
        let saved = std::mem::take(&mut self.no_lambda);
        if self.tok() != Tok::RParen {
            loop {
                args.push(self.expr());
                if !self.eat(Tok::Comma) {
                    break;
                }
            }
        }
        self.no_lambda = saved;
        if !self.eat(Tok::RParen) {
            self.expected(Tok::RParen);
        }
        args
    }

    fn suffixes(&mut self, mut e: Expr) -> Expr {
        loop {
            let start = e.span;
            let at = self.token().lo;
            match self.tok() {
                Tok::LBracket => {
                    self.next();
                    let saved = std::mem::take(&mut self.no_lambda);
                    let index = self.expr();
                    self.no_lambda = saved;
                    self.accept(Tok::RBracket);
                    e = self.make(start, at, ExprKind::Index(Box::new(e), Box::new(index)));
                }
                Tok::ColonColon => {
                    self.next();
                    let type_args = if self.tok() == Tok::Lt { self.type_args() } else { Vec::new() };
                    let name = if self.tok() == Tok::New {
                        let span = self.here();
                        self.next();
                        Ident { name: self.words.new, span }
                    } else {
                        self.ident()
                    };
                    e = self.make(start, at, ExprKind::MethodRef(Box::new(e), type_args, name));
                }
                Tok::Dot => {
                    self.next();
                    e = self.selected(e, start, at);
                }
                _ => return e,
            }
        }
    }

    /// What follows a dot at `at`.
    fn selected(&mut self, e: Expr, start: Span, at: u32) -> Expr {
        match self.tok() {
            Tok::New => self.creation(Some(e)),
            Tok::Class => {
                self.next();
                match as_type(&e) {
                    Some(ty) => self.make(start, at, ExprKind::ClassLit(Box::new(ty))),
                    None => {
                        self.error_at(at, "expected", "<identifier> expected");
                        Expr { kind: ExprKind::Error, span: start }
                    }
                }
            }
            Tok::This => {
                self.next();
                self.make(start, at, ExprKind::QualifiedThis(Box::new(e)))
            }
            Tok::Super => {
                let span = self.here();
                self.next();
                if self.tok() == Tok::LParen {
                    let name = Ident { name: self.words.super_, span };
                    self.call(start, Some(e), Vec::new(), name)
                } else {
                    self.make(start, at, ExprKind::Super(Some(Box::new(e))))
                }
            }
            Tok::Lt => {
                let type_args = self.type_args();
                let id_span = self.here();
                if self.tok() == Tok::Super {
                    self.next();
                    let name = Ident { name: self.words.super_, span: id_span };
                    return self.call(start, Some(e), type_args, name);
                }
                let id = self.ident();
                let name = Ident { name: id.name, span: id.span.with_at(at) };
                self.call(start, Some(e), type_args, name)
            }
            _ => {
                let id = self.ident();
                let id = Ident { name: id.name, span: id.span.with_at(at) };
                if self.tok() == Tok::LParen {
                    self.call(start, Some(e), Vec::new(), id)
                } else {
                    self.make(start, at, ExprKind::Select(Box::new(e), id))
                }
            }
        }
    }

    /// `new ...`, maybe behind `outer.`.
    fn creation(&mut self, outer: Option<Expr>) -> Expr {
        let new_span = self.here();
        let start = outer.as_ref().map_or(new_span, |o| o.span);
        let at = new_span.lo;
        self.next();
        let type_args = if self.tok() == Tok::Lt { self.type_args() } else { Vec::new() };
        let annotations = self.annotations();
        let mut ty = if matches!(self.tok(), Tok::Ident | Tok::Underscore) || Self::is_primitive(self.tok()) {
            self.diamond = true;
            let ty = self.ty_without_dims();
            self.diamond = false;
            ty
        } else {
            let span = self.here();
            self.error_ident_here();
            return Expr { kind: ExprKind::Error, span };
        };
        ty.annotations = annotations;
        let k = self.skip_annotations(self.i);
        if self.at(k) == Tok::LBracket && outer.is_none() {
            return self.array_creation(start, at, ty);
        }
        if self.tok() != Tok::LParen {
            let end = self.prev_end();
            if matches!(ty.kind, TypeNodeKind::Prim(_)) {
                self.error_at(end, "expected", "'[' expected");
            } else {
                self.error_at(end, "expected2", "'(' or '[' expected");
            }
            return Expr { kind: ExprKind::Error, span: self.since(start) };
        }
        let args = self.arguments();
        let body = if self.tok() == Tok::LBrace { Some(self.anonymous_body(ty.span)) } else { None };
        self.make(start, at, ExprKind::New(Box::new(NewExpr { outer, type_args, ty, args, body })))
    }

    pub(super) fn error_ident_here(&mut self) {
        let at = self.prev_end();
        self.error_at(at, "expected", "<identifier> expected");
    }

    fn array_creation(&mut self, start: Span, at: u32, elem: TypeNode) -> Expr {
        let mut dims = Vec::new();
        let mut empty = 0;
        let mut places = Vec::new();
        loop {
            let k = self.skip_annotations(self.i);
            if self.at(k) != Tok::LBracket || (empty > 0 && self.at(k + 1) != Tok::RBracket) {
                break;
            }
            self.annotations();
            places.push(self.token().lo);
            self.next();
            if self.eat(Tok::RBracket) {
                empty += 1;
            } else {
                dims.push(self.expr());
                self.accept(Tok::RBracket);
            }
        }
        if self.tok() == Tok::LBrace {
            if !dims.is_empty() {
                let here = self.token().lo;
                self.error_at(
                    here,
                    "illegal-array-creation-both-dimension-and-initialization",
                    "array creation with both dimension expression and initialization is illegal",
                );
            }
            let mut ty = elem;
            for at in places.into_iter().rev() {
                let span = self.since(ty.span).with_at(at);
                ty = TypeNode { kind: TypeNodeKind::Array(Box::new(ty)), annotations: Vec::new(), span };
            }
            let items = self.array_items();
            return self.make(start, at, ExprKind::ArrayInit(Some(Box::new(ty)), items));
        }
        if dims.is_empty() {
            let here = self.token().lo;
            self.error_at(here, "array-dimension-missing", "array dimension missing");
            return Expr { kind: ExprKind::Error, span: self.since(start) };
        }
        self.make(start, at, ExprKind::NewArray(Box::new(elem), dims, empty))
    }

    /// `{ a, b, }` with nested initialisers.
    fn array_items(&mut self) -> Vec<Expr> {
        self.accept(Tok::LBrace);
        let saved = std::mem::take(&mut self.no_lambda);
        let mut items = Vec::new();
        if self.tok() == Tok::Comma && self.peek(1) == Tok::RBrace {
            self.next();
        }
        while self.tok() != Tok::RBrace && self.tok() != Tok::Eof {
            items.push(self.var_init());
            if !self.eat(Tok::Comma) {
                break;
            }
        }
        self.no_lambda = saved;
        self.accept(Tok::RBrace);
        items
    }

    /// An initialiser of a variable: an expression or `{...}`.
    pub(super) fn var_init(&mut self) -> Expr {
        if self.tok() != Tok::LBrace {
            return self.expr();
        }
        let start = self.here();
        match self.deeper(Self::array_items) {
            Some(items) => self.make(start, start.lo, ExprKind::ArrayInit(None, items)),
            None => Expr { kind: ExprKind::Error, span: start },
        }
    }

    fn lambda_parens(&mut self) -> Expr {
        let start = self.here();
        self.next();
        let mut params = Vec::new();
        let mut explicit = true;
        let mut vars = 0;
        let mut refused = false;
        while self.tok() != Tok::RParen && self.tok() != Tok::Eof {
            let implicit = matches!(self.tok(), Tok::Ident | Tok::Underscore)
                && matches!(self.peek(1), Tok::Comma | Tok::RParen);
            if implicit {
                explicit = false;
                self.underscore_parameter(self.i);
                let name = self.ident();
                params.push(Param {
                    modifiers: self.no_modifiers(),
                    ty: None,
                    varargs: false,
                    name,
                    span: name.span,
                });
            } else {
                let p = self.param(true);
                if p.ty.is_none() {
                    vars += 1;
                    refused |= !self.feature(p.name.span, Feature::VarInLambda);
                }
                explicit &= p.ty.is_some();
                params.push(p);
            }
            if !self.eat(Tok::Comma) {
                break;
            }
        }
        self.accept(Tok::RParen);
        let typed = params.iter().filter(|p| p.ty.is_some()).count();
        let mixed = match (vars, typed, params.len() - vars - typed) {
            _ if refused => None,
            (0, 0, _) | (0, _, 0) | (_, 0, 0) => None,
            (0, ..) => Some("implicitly-typed and explicitly-typed"),
            (_, 0, _) => Some("'var' and implicitly-typed"),
            _ => Some("'var' and explicitly-typed"),
        };
        if let Some(mixed) = mixed {
            let text = format!("invalid lambda parameter declaration\n  (cannot mix {mixed} parameters)");
            self.error_at(start.lo, "invalid-lambda-parameter-declaration", text);
        }
        self.lambda_body(start, params, explicit)
    }

    /// `_` as a lambda parameter, in a release that takes it as a name elsewhere.
    pub(super) fn underscore_parameter(&mut self, k: usize) {
        if self.release < 9 && self.is_word(k, self.words.underscore) {
            let at = self.tokens[k].lo;
            let span = self.error_span(at);
            self.report(
                span,
                "underscore-as-identifier-in-lambda",
                "'_' used as an identifier\n  (use of '_' as an identifier is forbidden for lambda parameters)",
            );
        }
    }

    fn lambda_body(&mut self, start: Span, params: Vec<Param>, explicit: bool) -> Expr {
        let at = self.token().lo;
        self.accept(Tok::Arrow);
        let saved = (std::mem::take(&mut self.no_lambda), std::mem::take(&mut self.in_switch_expr));
        let body = if self.tok() == Tok::LBrace {
            LambdaBody::Block(self.block())
        } else {
            LambdaBody::Expr(self.expr())
        };
        (self.no_lambda, self.in_switch_expr) = saved;
        let span = self.since(start).with_at(at);
        Expr { kind: ExprKind::Lambda(Rc::new(LambdaExpr { params, explicit, body, span })), span }
    }

    fn switch_expr(&mut self) -> Expr {
        let start = self.here();
        self.feature(start, Feature::SwitchExpressions);
        self.yields = true;
        self.next();
        let selector = self.par_expr();
        self.in_switch_expr += 1;
        let cases = self.switch_body(false);
        self.in_switch_expr -= 1;
        self.make(start, start.lo, ExprKind::Switch(Box::new(selector), cases))
    }

    /// `( e )`.
    pub(super) fn par_expr(&mut self) -> Expr {
        self.accept(Tok::LParen);
        let e = self.expr();
        self.accept(Tok::RParen);
        e
    }
}

/// The type that a name expression spells: `a.b.C`.
fn as_type(e: &Expr) -> Option<TypeNode> {
    fn segments(e: &Expr, out: &mut Vec<TypeSegment>) -> bool {
        match &e.kind {
            ExprKind::Name(n) => {
                let name = Ident { name: *n, span: e.span };
                out.push(TypeSegment { annotations: Vec::new(), name, args: None });
                true
            }
            ExprKind::Select(q, id) if segments(q, out) => {
                out.push(TypeSegment { annotations: Vec::new(), name: *id, args: None });
                true
            }
            _ => false,
        }
    }
    let mut out = Vec::new();
    segments(e, &mut out).then(|| TypeNode {
        kind: TypeNodeKind::Named(out),
        annotations: Vec::new(),
        span: e.span,
    })
}
