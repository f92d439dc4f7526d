//! Statements (JLS 14).

use super::Parser;
use crate::features::{Feature, Restricted};
use crate::lexer::Tok;
use crate::span::Span;
use crate::tree::*;
use std::rc::Rc;

pub(super) const VAR_ARRAY: &str = "'var' is not allowed as an element type of an array";

impl Parser<'_> {
    /// A block.
    pub(super) fn block(&mut self) -> Block {
        let start = self.here();
        if !self.accept(Tok::LBrace) {
            return Block { stmts: Vec::new(), span: start };
        }
        let stmts = self.block_stmts();
        self.accept(Tok::RBrace);
        Block { stmts, span: self.since(start) }
    }

    /// Statements up to a closing brace or a case label.
    fn block_stmts(&mut self) -> Vec<Stmt> {
        let mut stmts = Vec::new();
        let mut stuck = false;
        loop {
            match self.tok() {
                Tok::RBrace | Tok::Eof | Tok::Case => break,
                Tok::Default if matches!(self.peek(1), Tok::Colon | Tok::Arrow) => break,
                _ => {}
            }
            let before = self.i;
            match self.deeper(Self::block_stmt) {
                Some(s) => stmts.push(s),
                None => break,
            }
            if self.error_reaches_here() {
                self.skip(true);
                if self.i == before {
                    if stuck {
                        break;
                    }
                    stuck = true;
                    continue;
                }
            }
            stuck = false;
            if self.i == before {
                self.next();
            }
        }
        stmts
    }

    fn stmt_of(&self, start: Span, kind: StmtKind) -> Stmt {
        Stmt { kind, span: self.since(start) }
    }

    /// A statement or local declaration.
    fn block_stmt(&mut self) -> Stmt {
        let start = self.here();
        match self.tok() {
            Tok::At if self.peek(1) == Tok::Interface => {
                let at = Span { lo: self.tokens[self.i + 1].lo, at: self.tokens[self.i + 1].lo, ..start };
                self.report(
                    at,
                    "annotation-decl-not-allowed-here",
                    "annotation type declaration not allowed here",
                );
                let modifiers = self.no_modifiers();
                self.local_type(modifiers, start)
            }
            Tok::Final | Tok::Abstract | Tok::Strictfp | Tok::At => {
                let modifiers = self.modifiers();
                if self.at_type_decl() {
                    return self.local_type(modifiers, start);
                }
                let kind = self.local_vars(modifiers);
                self.accept(Tok::Semi);
                self.stmt_of(start, kind)
            }
            Tok::Class | Tok::Interface | Tok::Enum => {
                if self.tok() == Tok::Enum && self.release < Feature::Records.since() {
                    self.report(start, "local-enum", "enum types must not be local");
                }
                let modifiers = self.no_modifiers();
                self.local_type(modifiers, start)
            }
            Tok::Static if matches!(self.peek(1), Tok::Class | Tok::Interface | Tok::Enum) => {
                let modifiers = self.modifiers();
                self.local_type(modifiers, start)
            }
            Tok::Ident if self.at_record_decl() || self.is_sealed_modifier() => {
                let modifiers = self.modifiers();
                self.local_type(modifiers, start)
            }
            Tok::Ident if self.peek(1) != Tok::Colon && self.is_yield() => self.yield_stmt(),
            _ if self.is_local_decl(self.i) => {
                self.at_refused_record();
                let modifiers = self.no_modifiers();
                let kind = self.local_vars(modifiers);
                self.accept(Tok::Semi);
                self.stmt_of(start, kind)
            }
            _ => self.stmt(),
        }
    }

    fn local_type(&mut self, modifiers: Modifiers, start: Span) -> Stmt {
        match self.type_decl(modifiers) {
            Some(decl) => self.stmt_of(start, StmtKind::Type(decl)),
            None => self.stmt_of(start, StmtKind::Empty),
        }
    }

    /// `yield e;` rather than a variable or method of that name (JLS 14.21).
    fn is_yield(&self) -> bool {
        if !self.yields || !self.is_word(self.i, self.words.yield_) {
            return false;
        }
        match self.peek(1) {
            Tok::Plus
            | Tok::Minus
            | Tok::Str
            | Tok::Char
            | Tok::Int
            | Tok::Long
            | Tok::Float
            | Tok::Double
            | Tok::Null
            | Tok::Ident
            | Tok::True
            | Tok::False
            | Tok::New
            | Tok::Switch
            | Tok::This
            | Tok::Super
            | Tok::Bang
            | Tok::Tilde
            | Tok::Underscore => {
                // `yield x = 1`, a declaration of a variable x of class yield, is refused by the language as well.
                true
            }
            Tok::PlusPlus | Tok::MinusMinus => self.peek(2) != Tok::Semi,
            Tok::LParen => {
                // A lambda or parenthesised value; several arguments make it a call, which the language refuses unqualified.
                let close = self.tokens[self.i + 1].close as usize;
                close == 0
                    || self.at(close + 1) == Tok::Arrow
                    || (close > self.i + 2 && !self.has_comma(self.i + 2, close))
            }
            t => Self::is_primitive(t) && self.in_switch_expr > 0,
        }
    }

    /// A comma between two tokens, outside nested parentheses.
    fn has_comma(&self, from: usize, to: usize) -> bool {
        let mut k = from;
        while k < to {
            match self.at(k) {
                Tok::Comma => return true,
                Tok::LParen if self.tokens[k].close != 0 => k = self.tokens[k].close as usize,
                _ => {}
            }
            k += 1;
        }
        false
    }

    fn yield_stmt(&mut self) -> Stmt {
        let start = self.here();
        self.next();
        let e = self.expr();
        self.accept(Tok::Semi);
        self.stmt_of(start, StmtKind::Yield(e))
    }

    /// Type and declarators of local variables; the modifiers were taken.
    fn local_vars(&mut self, modifiers: Modifiers) -> StmtKind {
        let (ty, var_span) = self.local_var_type();
        let mut vars = Vec::new();
        loop {
            vars.push(Rc::new(self.declarator(&modifiers, &ty, var_span)));
            if !self.eat(Tok::Comma) {
                break;
            }
            if let Some(span) = var_span {
                self.report(
                    span,
                    "restricted-type-not-allowed-compound",
                    "'var' is not allowed in a compound declaration",
                );
            }
        }
        if vars.len() == 1 { StmtKind::Local(vars.remove(0)) } else { StmtKind::Locals(vars) }
    }

    /// The type of a local variable, or `var`.
    fn local_var_type(&mut self) -> (Option<TypeNode>, Option<Span>) {
        let has_var = self.release >= 10;
        if has_var
            && self.is_word(self.i, self.words.var)
            && matches!(self.peek(1), Tok::Ident | Tok::Underscore)
        {
            let span = self.here();
            self.next();
            return (None, Some(span));
        }
        let is_var = has_var && self.is_word(self.i, self.words.var) && self.peek(1) == Tok::LBracket;
        let ty = self.local_ty();
        self.local_type_name(&ty, is_var);
        if is_var {
            let at = Span { at: ty.span.lo, ..ty.span };
            self.report(at, "restricted-type-not-allowed-array", VAR_ARRAY);
        }
        (Some(ty), None)
    }

    /// A restricted name as a local variable's type; javac points at the variable.
    fn local_type_name(&mut self, ty: &TypeNode, is_var: bool) {
        let mut base = ty;
        while let TypeNodeKind::Array(e) = &base.kind {
            base = e;
        }
        let TypeNodeKind::Named(segments) = &base.kind else { return };
        if let [TypeSegment { name, args: None, .. }] = segments.as_slice()
            && !is_var
        {
            // A refusal points at the type, a warning at the variable.
            let refused = Restricted::of(name.name.as_str(), self.release).is_some_and(|r| r.refused);
            let span = if refused { name.span } else { self.here() };
            self.restricted_name(name.name, span);
        }
    }

    /// `name [] = init`.
    pub(super) fn declarator(
        &mut self,
        modifiers: &Modifiers,
        ty: &Option<TypeNode>,
        var_span: Option<Span>,
    ) -> VarDecl {
        let name = self.ident();
        let ty = ty.clone().map(|t| self.dims(t));
        if ty.is_none() && self.tok() == Tok::LBracket {
            self.report(var_span.unwrap_or(name.span), "restricted-type-not-allowed-array", VAR_ARRAY);
            while self.eat(Tok::LBracket) {
                self.accept(Tok::RBracket);
            }
        }
        let init = if self.eat(Tok::Eq) { Some(self.var_init()) } else { None };
        let start = ty.as_ref().map(|t| t.span).or(var_span).unwrap_or(name.span);
        let span = self.since(Span { at: name.span.lo, ..start });
        VarDecl { modifiers: modifiers.clone(), ty, name, init, span, var_span }
    }

    /// A statement that is no declaration.
    fn stmt(&mut self) -> Stmt {
        let start = self.here();
        let kind = match self.tok() {
            Tok::LBrace => StmtKind::Block(self.block()),
            Tok::Semi => {
                self.next();
                StmtKind::Empty
            }
            Tok::If => {
                self.next();
                let cond = self.par_expr();
                let yes = self.sub_stmt();
                let no = if self.eat(Tok::Else) { Some(Box::new(self.sub_stmt())) } else { None };
                StmtKind::If(cond, Box::new(yes), no)
            }
            Tok::While => {
                self.next();
                let cond = self.par_expr();
                StmtKind::While(cond, Box::new(self.sub_stmt()))
            }
            Tok::Do => {
                self.next();
                let body = self.sub_stmt();
                self.accept(Tok::While);
                let cond = self.par_expr();
                self.accept(Tok::Semi);
                StmtKind::Do(Box::new(body), cond)
            }
            Tok::For => self.for_stmt(),
            Tok::Switch => self.switch_stmt(),
            Tok::Return => {
                self.next();
                let value = if self.tok() == Tok::Semi { None } else { Some(self.expr()) };
                self.accept(Tok::Semi);
                StmtKind::Return(value)
            }
            Tok::Break | Tok::Continue => {
                let is_break = self.tok() == Tok::Break;
                self.next();
                let label = if self.tok() == Tok::Ident { Some(self.ident()) } else { None };
                self.accept(Tok::Semi);
                if is_break { StmtKind::Break(label) } else { StmtKind::Continue(label) }
            }
            Tok::Throw => {
                self.next();
                let e = self.expr();
                self.accept(Tok::Semi);
                StmtKind::Throw(e)
            }
            Tok::Try => self.try_stmt(),
            Tok::Synchronized => {
                self.next();
                let lock = self.par_expr();
                StmtKind::Synchronized(lock, self.block())
            }
            Tok::Assert => {
                self.next();
                let cond = self.expr();
                let detail = if self.eat(Tok::Colon) { Some(self.expr()) } else { None };
                self.accept(Tok::Semi);
                StmtKind::Assert(cond, detail)
            }
            Tok::Else => return self.orphan(start, "else-without-if", "'else' without 'if'"),
            Tok::Catch => return self.orphan(start, "catch-without-try", "'catch' without 'try'"),
            Tok::Finally => return self.orphan(start, "finally-without-try", "'finally' without 'try'"),
            Tok::Ident if self.peek(1) == Tok::Colon => {
                let label = self.ident();
                self.next();
                StmtKind::Labeled(label, Box::new(self.sub_stmt()))
            }
            _ => return self.expr_stmt(start),
        };
        self.stmt_of(start, kind)
    }

    fn orphan(&mut self, start: Span, key: &'static str, message: &str) -> Stmt {
        self.error_here(key, message);
        if matches!(self.tok(), Tok::Else | Tok::Catch | Tok::Finally) {
            let catch = self.tok() == Tok::Catch;
            self.next();
            if catch && self.tok() == Tok::LParen && self.token().close != 0 {
                self.i = self.token().close as usize;
                self.next();
            }
            if self.tok() == Tok::LBrace {
                self.block();
            }
        }
        self.stmt_of(start, StmtKind::Empty)
    }

    fn expr_stmt(&mut self, start: Span) -> Stmt {
        let lone_type = Self::is_primitive(self.tok())
            && self.skip_type(self.i).is_some_and(|k| !matches!(self.at(k), Tok::Dot | Tok::ColonColon));
        let e = if lone_type {
            let ty = self.ty();
            Expr { span: ty.span, kind: ExprKind::Type(Box::new(ty)) }
        } else {
            self.expr()
        };
        if !is_expr_stmt(&e) {
            let span = e.span;
            if self.last_error.is_none_or(|l| span.at > l) {
                self.report(span, "not-stmt", "not a statement");
            }
            if self.tok() != Tok::Semi {
                let end = self.prev_end();
                self.error_at(end, "expected", "';' expected");
            } else {
                self.next();
            }
            return self.stmt_of(start, StmtKind::Empty);
        }
        let span = e.span;
        self.accept(Tok::Semi);
        Stmt { span: self.since(start).with_at(span.at), kind: StmtKind::Expr(e) }
    }

    /// The body of an if or loop: a declaration is not allowed there.
    fn sub_stmt(&mut self) -> Stmt {
        let start = self.here();
        self.deeper(|p| {
            let decl_at = p.token().lo;
            let is_class = matches!(p.tok(), Tok::Class | Tok::Interface | Tok::Enum) || p.at_record_decl();
            let is_var = !is_class
                && p.tok() != Tok::At
                && p.tok() != Tok::LBrace
                && !p.is_yield_here()
                && (p.tok() == Tok::Final || p.is_local_decl(p.i));
            if is_class || is_var {
                let (key, text) = if is_class {
                    ("class-not-allowed", "class, interface or enum declaration not allowed here")
                } else {
                    ("variable-not-allowed", "variable declaration not allowed here")
                };
                let s = p.block_stmt();
                let at = match &s.kind {
                    StmtKind::Local(v) => v.span.at,
                    StmtKind::Locals(v) => v.first().map_or(decl_at, |v| v.span.at),
                    StmtKind::Type(t) => t.span.at,
                    _ => decl_at,
                };
                let span = p.error_span(at);
                p.report(span, key, text);
                return s;
            }
            if p.is_yield_here() { p.yield_stmt() } else { p.stmt() }
        })
        .unwrap_or(Stmt { kind: StmtKind::Empty, span: start })
    }

    fn is_yield_here(&self) -> bool {
        self.tok() == Tok::Ident && self.peek(1) != Tok::Colon && self.is_yield()
    }

    fn for_stmt(&mut self) -> StmtKind {
        self.next();
        self.accept(Tok::LParen);
        let mut init = Vec::new();
        let start = self.here();
        let is_decl = matches!(self.tok(), Tok::Final | Tok::At) || self.is_local_decl(self.i);
        if is_decl {
            let modifiers = self.modifiers();
            let kind = self.local_vars(modifiers);
            if let StmtKind::Local(v) = &kind
                && v.init.is_none()
                && self.tok() == Tok::Colon
            {
                self.next();
                let e = self.expr();
                self.accept(Tok::RParen);
                let body = self.sub_stmt();
                return StmtKind::ForEach(v.clone(), e, Box::new(body));
            }
            init.push(self.stmt_of(start, kind));
        } else if self.tok() != Tok::Semi {
            init = self.expr_stmts();
        }
        self.accept(Tok::Semi);
        let cond = if self.tok() == Tok::Semi { None } else { Some(self.expr()) };
        self.accept(Tok::Semi);
        let update = if self.tok() == Tok::RParen { Vec::new() } else { self.expr_stmts() };
        self.accept(Tok::RParen);
        let body = self.sub_stmt();
        StmtKind::For(init, cond, update, Box::new(body))
    }

    /// Expression statements separated by commas.
    fn expr_stmts(&mut self) -> Vec<Stmt> {
        let mut list = Vec::new();
        loop {
            let e = self.expr();
            if !is_expr_stmt(&e) {
                self.report(e.span, "not-stmt", "not a statement");
            }
            list.push(Stmt { span: e.span, kind: StmtKind::Expr(e) });
            if !self.eat(Tok::Comma) {
                return list;
            }
        }
    }

    fn switch_stmt(&mut self) -> StmtKind {
        self.next();
        let selector = self.par_expr();
        let saved = std::mem::take(&mut self.in_switch_expr);
        let cases = self.switch_body(true);
        self.in_switch_expr = saved;
        StmtKind::Switch(selector, cases)
    }

    /// `{ case ... }` of a switch.
    pub(super) fn switch_body(&mut self, statement: bool) -> Vec<SwitchCase> {
        self.accept(Tok::LBrace);
        let mut cases: Vec<SwitchCase> = Vec::new();
        loop {
            let start = self.here();
            match self.tok() {
                Tok::Case | Tok::Default => cases.push(self.case(start, statement)),
                Tok::RBrace | Tok::Eof => break,
                _ => {
                    self.error_here("expected3", "case, default, or '}' expected");
                    self.next();
                }
            }
        }
        self.accept(Tok::RBrace);
        cases
    }

    /// `Type name` or `default` among the labels of a case: a preview feature of this release.
    fn at_switch_pattern(&self) -> bool {
        match self.tok() {
            Tok::Default | Tok::Final => true,
            Tok::Ident => self
                .skip_type(self.i)
                .is_some_and(|k| k > self.i && self.at(k) == Tok::Ident && self.at(k - 1) != Tok::Arrow),
            _ => false,
        }
    }

    fn switch_pattern(&mut self) {
        if !std::mem::replace(&mut self.preview_reported, true) {
            let here = self.here();
            self.report(
                here,
                "preview-feature-disabled-plural",
                "patterns in switch statements are a preview feature and are disabled by default.\n  (use --enable-preview to enable patterns in switch statements)",
            );
        }
        if self.eat(Tok::Default) {
            return;
        }
        self.modifiers();
        self.ty();
        self.ident();
        if self.eat(Tok::AndAnd) {
            self.ternary();
        }
    }

    fn case(&mut self, start: Span, statement: bool) -> SwitchCase {
        let is_default = self.tok() == Tok::Default;
        self.next();
        let mut labels = Vec::new();
        if !is_default {
            self.no_lambda += 1;
            loop {
                if self.at_switch_pattern() {
                    self.switch_pattern();
                } else {
                    labels.push(self.ternary());
                }
                if self.tok() != Tok::Comma {
                    break;
                }
                // javac points at the comma in an expression, behind it in a statement.
                let comma = self.here();
                self.next();
                let here = if statement { self.here() } else { comma };
                self.feature(here, Feature::MultipleCaseLabels);
            }
            self.no_lambda -= 1;
        }
        let span = self.since(start);
        let arrow = self.tok() == Tok::Arrow;
        if !arrow {
            if !self.eat(Tok::Colon) {
                let at = self.prev_end();
                self.error_at(at, "expected2", "':' or '->' expected");
            }
            return SwitchCase { labels, is_default, arrow, body: self.block_stmts(), span };
        }
        let here = self.here();
        self.feature(here, Feature::SwitchRules);
        self.next();
        let body_start = self.here();
        let body = match self.tok() {
            Tok::LBrace | Tok::Throw => self.stmt(),
            Tok::Semi
            | Tok::If
            | Tok::While
            | Tok::Do
            | Tok::For
            | Tok::Try
            | Tok::Return
            | Tok::Break
            | Tok::Continue
            | Tok::Synchronized
            | Tok::Assert
                if statement =>
            {
                self.error_here(
                    "switch-case-unexpected-statement",
                    "unexpected statement in case, expected is an expression, a block or a throw statement",
                );
                self.stmt()
            }
            _ => {
                let e = self.expr();
                let espan = e.span;
                if statement && !is_expr_stmt(&e) && self.last_error.is_none_or(|l| espan.at > l) {
                    self.report(espan, "not-stmt", "not a statement");
                }
                self.accept(Tok::Semi);
                Stmt { span: self.since(body_start).with_at(espan.at), kind: StmtKind::Expr(e) }
            }
        };
        SwitchCase { labels, is_default, arrow, body: vec![body], span }
    }

    fn try_stmt(&mut self) -> StmtKind {
        let start = self.here();
        self.next();
        let mut resources = Vec::new();
        if self.eat(Tok::LParen) {
            loop {
                if self.tok() == Tok::RParen && !resources.is_empty() {
                    break;
                }
                resources.push(self.resource());
                if !self.eat(Tok::Semi) {
                    break;
                }
            }
            self.accept(Tok::RParen);
        }
        let body = self.block();
        let mut catches = Vec::new();
        while self.eat(Tok::Catch) {
            self.accept(Tok::LParen);
            let param_start = self.here();
            let modifiers = self.modifiers();
            let mut ty = self.ty();
            if self.tok() == Tok::Bar {
                let span = ty.span;
                let mut list = vec![ty];
                while self.eat(Tok::Bar) {
                    list.push(self.ty());
                }
                ty = TypeNode {
                    kind: TypeNodeKind::Union(list),
                    annotations: Vec::new(),
                    span: self.since(span),
                };
            }
            let name = self.ident();
            let span = self.since(param_start).with_at(name.span.lo);
            self.accept(Tok::RParen);
            let block = self.block();
            catches.push((Param { modifiers, ty: Some(ty), varargs: false, name, span }, block));
        }
        let finally = if self.eat(Tok::Finally) { Some(self.block()) } else { None };
        if catches.is_empty() && finally.is_none() && resources.is_empty() {
            self.report(
                start,
                "try-without-catch-finally-or-resource-decls",
                "'try' without 'catch', 'finally' or resource declarations",
            );
        }
        StmtKind::Try(TryStmt { resources, body, catches, finally })
    }

    fn resource(&mut self) -> Resource {
        if matches!(self.tok(), Tok::Final | Tok::At) || self.is_local_decl(self.i) {
            let modifiers = self.modifiers();
            let (ty, var_span) = self.local_var_type();
            let var = self.declarator(&modifiers, &ty, var_span);
            if var.init.is_none() {
                self.expected(Tok::Eq);
            }
            return Resource::Local(Rc::new(var));
        }
        let e = self.expr();
        let here = self.here();
        self.feature(here, Feature::EffectivelyFinalResources);
        Resource::Expr(e)
    }
}

/// Whether an expression may stand as a statement (JLS 14.8).
fn is_expr_stmt(e: &Expr) -> bool {
    matches!(
        e.kind,
        ExprKind::Assign(..)
            | ExprKind::CompoundAssign(..)
            | ExprKind::Call(..)
            | ExprKind::New(..)
            | ExprKind::Error
            | ExprKind::Unary(UnaryOp::PreInc | UnaryOp::PreDec | UnaryOp::PostInc | UnaryOp::PostDec, _)
    )
}
