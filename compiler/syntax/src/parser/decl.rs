//! Compilation units and declarations (JLS 7-9).

use super::Parser;
use crate::features::{Feature, Restricted};
use crate::lexer::Tok;
use crate::name::Name;
use crate::span::Span;
use crate::tree::*;
use std::rc::Rc;

impl Parser<'_> {
    pub(super) fn compilation_unit(&mut self) -> CompilationUnit {
        let mut unit = CompilationUnit {
            file: self.file,
            package: None,
            imports: Vec::new(),
            types: Vec::new(),
            module: None,
        };
        let k = self.skip_annotations(self.i);
        if self.at(k) == Tok::Package {
            let start = self.here();
            let annotations = self.annotations();
            self.next();
            let name = self.qualified();
            let span = self.since(start);
            self.accept(Tok::Semi);
            unit.package = Some(PackageDecl { annotations, name, span });
        }
        let mut seen_type = false;
        while self.tok() != Tok::Eof {
            let before = self.i;
            match self.tok() {
                Tok::Semi => self.next(),
                Tok::Import if !seen_type => {
                    let import = self.import();
                    unit.imports.push(import);
                }
                Tok::Ident | Tok::At if !seen_type && self.at_module() => self.module(&mut unit),
                _ => {
                    seen_type = true;
                    self.top_level_type(&mut unit);
                }
            }
            if self.i == before {
                self.next();
            }
        }
        unit
    }

    fn import(&mut self) -> Import {
        let start = self.here();
        self.next();
        let is_static = self.eat(Tok::Static);
        let path = self.qualified();
        let mut on_demand = false;
        let mut span = self.since(start);
        if self.tok() == Tok::Dot {
            let dot = self.token().lo;
            self.next();
            if self.eat(Tok::Star) {
                on_demand = true;
                span = self.since(start).with_at(dot);
            } else {
                self.expected(Tok::Ident);
            }
        } else if let Some(last) = path.last() {
            span = span.with_at(last.span.at);
        }
        if !self.accept(Tok::Semi) {
            self.skip_to_declaration();
        }
        Import { is_static, path, on_demand, span }
    }

    fn skip_to_declaration(&mut self) {
        while !matches!(
            self.tok(),
            Tok::Eof
                | Tok::Import
                | Tok::Class
                | Tok::Interface
                | Tok::Enum
                | Tok::At
                | Tok::Public
                | Tok::Private
                | Tok::Protected
                | Tok::Static
                | Tok::Abstract
                | Tok::Final
                | Tok::Strictfp
        ) {
            if self.eat(Tok::Semi) {
                return;
            }
            self.next();
        }
    }

    fn top_level_type(&mut self, unit: &mut CompilationUnit) {
        let modifiers = self.modifiers();
        if self.at_type_decl() || self.at_refused_record() {
            if let Some(decl) = self.type_decl(modifiers) {
                unit.types.push(decl);
            }
            return;
        }
        if self.tok() == Tok::Eof
            && modifiers.flags & !flags::DEPRECATED == 0
            && modifiers.annotations.is_empty()
        {
            return;
        }
        if self.tok() == Tok::Eof {
            let at = self.prev_end();
            self.error_at(at, "premature-eof", "reached end of file while parsing");
            return;
        }
        let here = self.token().lo;
        self.error_at(here, "expected4", "class, interface, enum, or record expected");
        // To the next declaration; a stray method's body is passed over with its braces.
        let mut braces = 0u32;
        loop {
            match self.tok() {
                Tok::Eof => return,
                Tok::LBrace => braces += 1,
                Tok::RBrace => {
                    self.next();
                    if braces <= 1 {
                        return;
                    }
                    braces -= 1;
                    continue;
                }
                Tok::Semi if braces == 0 => {
                    self.next();
                    return;
                }
                Tok::Class | Tok::Interface | Tok::Enum if braces == 0 => return,
                _ => {}
            }
            self.next();
        }
    }

    /// `record Name`, in a release that has no records: reports it.
    pub(super) fn at_refused_record(&mut self) -> bool {
        let found = self.release < Feature::Records.since()
            && self.is_word(self.i, self.words.record)
            && self.peek(1) == Tok::Ident
            && matches!(self.peek(2), Tok::LParen | Tok::Lt);
        if found {
            let here = self.here();
            self.feature(here, Feature::Records);
        }
        found
    }

    /// `record Name (` or `record Name <`.
    pub(super) fn at_record_decl(&self) -> bool {
        self.release >= Feature::Records.since()
            && self.tok() == Tok::Ident
            && self.is_word(self.i, self.words.record)
            && self.peek(1) == Tok::Ident
            && matches!(self.peek(2), Tok::LParen | Tok::Lt)
    }

    /// The keyword of a type declaration stands here.
    pub(super) fn at_type_decl(&self) -> bool {
        matches!(self.tok(), Tok::Class | Tok::Interface | Tok::Enum)
            || (self.tok() == Tok::At && self.peek(1) == Tok::Interface)
            || self.at_record_decl()
    }

    /// A type declaration behind its modifiers.
    pub(super) fn type_decl(&mut self, modifiers: Modifiers) -> Option<Rc<TypeDecl>> {
        self.deeper(|p| p.type_decl_body(modifiers))
    }

    fn type_decl_body(&mut self, modifiers: Modifiers) -> Rc<TypeDecl> {
        let keyword = self.here();
        let start = if modifiers.span.lo < keyword.lo { modifiers.span } else { keyword };
        let kind = match self.tok() {
            Tok::Class => TypeDeclKind::Class,
            Tok::Interface => TypeDeclKind::Interface,
            Tok::Enum => TypeDeclKind::Enum,
            Tok::At => {
                self.next();
                TypeDeclKind::Annotation
            }
            _ => TypeDeclKind::Record,
        };
        self.next();
        let name = self.type_name();
        let type_params = self.type_params();
        let mut components = Vec::new();
        if kind == TypeDeclKind::Record {
            components = self.params(true, &mut None);
        }
        let mut extends = None;
        let mut interfaces = Vec::new();
        let mut permits = Vec::new();
        if self.tok() == Tok::Extends {
            match kind {
                TypeDeclKind::Class => {
                    self.next();
                    extends = Some(self.ty());
                }
                TypeDeclKind::Interface => {
                    self.next();
                    interfaces = self.type_list();
                }
                TypeDeclKind::Annotation => {
                    self.next();
                    let here = self.token().lo;
                    self.error_at(
                        here,
                        "cant-extend-intf-annotation",
                        "'extends' not allowed for @interfaces",
                    );
                    let _ = self.type_list();
                }
                _ => {
                    self.expected(Tok::LBrace);
                    self.next();
                    let _ = self.ty();
                }
            }
        }
        if self.tok() == Tok::Implements {
            if matches!(kind, TypeDeclKind::Interface | TypeDeclKind::Annotation) {
                self.expected(Tok::LBrace);
            }
            self.next();
            let list = self.type_list();
            if !matches!(kind, TypeDeclKind::Interface | TypeDeclKind::Annotation) {
                interfaces = list;
            }
        }
        let may_permit = matches!(kind, TypeDeclKind::Class | TypeDeclKind::Interface);
        if may_permit
            && self.release >= Feature::SealedClasses.since()
            && self.tok() == Tok::Ident
            && self.is_word(self.i, self.words.permits)
        {
            if modifiers.flags & flags::SEALED == 0 {
                let here = self.here();
                let what = if kind == TypeDeclKind::Class { "class" } else { "interface" };
                let text = format!("invalid permits clause\n  ({what} must be sealed)");
                self.report(here, "invalid-permits-clause", text);
            }
            self.next();
            permits = self.type_list();
        }
        let (constants, members) = self.type_body(kind, name.name);
        Rc::new(TypeDecl {
            kind,
            modifiers,
            name,
            type_params,
            extends,
            interfaces,
            permits,
            components,
            constants,
            members,
            span: self.since(start).with_at(keyword.lo),
        })
    }

    /// The name of a type being declared: contextual keywords are refused (JLS 3.9).
    pub(super) fn type_name(&mut self) -> Ident {
        let id = self.ident();
        match Restricted::of(id.name.as_str(), self.release) {
            Some(r) if r.refused => self.report(
                id.span,
                "restricted-type-not-allowed",
                format!("'{}' not allowed here\n  as of release {}, '{}' is a restricted type name and cannot be used for type declarations", id.name, r.since, id.name),
            ),
            Some(_) => self.restricted_name(id.name, id.span),
            None => {}
        }
        id
    }

    /// The body of an anonymous class; it points at the class's name in `new`.
    pub(super) fn anonymous_body(&mut self, at: Span) -> Rc<TypeDecl> {
        let start = self.here();
        let name = Ident { name: Name::new(""), span: at };
        let saved = std::mem::take(&mut self.no_lambda);
        let in_switch = std::mem::take(&mut self.in_switch_expr);
        let (_, members) = self.deeper(|p| p.type_body(TypeDeclKind::Class, name.name)).unwrap_or_default();
        self.no_lambda = saved;
        self.in_switch_expr = in_switch;
        Rc::new(TypeDecl {
            kind: TypeDeclKind::Class,
            modifiers: Modifiers { flags: 0, annotations: Vec::new(), span: start },
            name,
            type_params: Vec::new(),
            extends: None,
            interfaces: Vec::new(),
            permits: Vec::new(),
            components: Vec::new(),
            constants: Vec::new(),
            members,
            span: self.since(start),
        })
    }

    fn type_body(&mut self, kind: TypeDeclKind, class_name: Name) -> (Vec<EnumConstant>, Vec<Member>) {
        let mut constants = Vec::new();
        let mut members = Vec::new();
        if !self.accept(Tok::LBrace) {
            // A header gone wrong: look for the body on the way.
            while !matches!(self.tok(), Tok::LBrace | Tok::Eof | Tok::RBrace | Tok::Class | Tok::Interface) {
                self.next();
            }
            if !self.eat(Tok::LBrace) {
                return (constants, members);
            }
        }
        if kind == TypeDeclKind::Enum {
            self.enum_constants(&mut constants);
        }
        while !matches!(self.tok(), Tok::RBrace | Tok::Eof) {
            let before = self.i;
            self.member(kind, class_name, &mut members);
            if self.error_reaches_here() {
                self.skip(false);
                if self.tok() == Tok::LBrace {
                    self.next();
                }
            }
            if self.i == before {
                self.next();
            }
        }
        self.accept(Tok::RBrace);
        (constants, members)
    }

    fn enum_constants(&mut self, out: &mut Vec<EnumConstant>) {
        loop {
            match self.tok() {
                Tok::Semi => {
                    self.next();
                    return;
                }
                Tok::RBrace | Tok::Eof => return,
                Tok::Comma if out.is_empty() => self.next(),
                Tok::Ident | Tok::At | Tok::Underscore => {
                    let start = self.here();
                    let annotations = self.annotations();
                    let deprecated = if self.token().deprecated { flags::DEPRECATED } else { 0 };
                    let modifiers = Modifiers { flags: deprecated, annotations, span: start };
                    let name = self.ident();
                    let args = if self.tok() == Tok::LParen { self.arguments() } else { Vec::new() };
                    let body =
                        if self.tok() == Tok::LBrace { Some(self.anonymous_body(name.span)) } else { None };
                    let span = self.since(start).with_at(name.span.lo);
                    out.push(EnumConstant { modifiers, name, args, body, span });
                    match self.tok() {
                        Tok::Comma => self.next(),
                        Tok::Semi | Tok::RBrace => {}
                        _ => {
                            let end = self.prev_end();
                            self.error_at(end, "expected3", "',', '}', or ';' expected");
                            return;
                        }
                    }
                }
                _ => {
                    self.error_here("enum-constant-expected", "enum constant expected here");
                    return;
                }
            }
        }
    }

    fn member(&mut self, kind: TypeDeclKind, class_name: Name, out: &mut Vec<Member>) {
        if self.eat(Tok::Semi) {
            return;
        }
        let start = self.here();
        if self.tok() == Tok::LBrace || (self.tok() == Tok::Static && self.peek(1) == Tok::LBrace) {
            let is_static = self.eat(Tok::Static);
            if matches!(kind, TypeDeclKind::Interface | TypeDeclKind::Annotation) {
                let here = self.here();
                self.report(here, "initializer-not-allowed", "initializers not allowed in interfaces");
            } else if kind == TypeDeclKind::Record && !is_static {
                let here = self.here();
                self.report(
                    here,
                    "instance-initializer-not-allowed-in-records",
                    "instance initializers not allowed in records",
                );
            }
            let body = self.block();
            out.push(Member::Init(Rc::new(Initializer { is_static, body })));
            return;
        }
        let modifiers = self.modifiers();
        if self.at_type_decl() {
            if let Some(decl) = self.type_decl(modifiers) {
                out.push(Member::Type(decl));
            }
            return;
        }
        if self.tok() == Tok::LBrace && modifiers.annotations.is_empty() {
            let body = self.block();
            self.report(modifiers.span, "mod-not-allowed-here", "modifier not allowed here");
            out.push(Member::Init(Rc::new(Initializer {
                is_static: modifiers.flags & flags::STATIC != 0,
                body,
            })));
            return;
        }
        let type_params = self.type_params();
        let after_params = self.annotations();
        let mut modifiers = modifiers;
        modifiers.annotations.extend(after_params);
        if self.tok() == Tok::Ident && self.peek(1) == Tok::LParen {
            // A constructor, or a method without a return type.
            let name = self.ident();
            if name.name == self.words.record && name.name != class_name {
                self.report(name.span, "restricted-type-not-allowed-here", "'record' is not allowed here");
            } else if name.name != class_name
                || matches!(kind, TypeDeclKind::Interface | TypeDeclKind::Annotation)
            {
                self.report(
                    name.span,
                    "invalid-meth-decl-ret-type-req",
                    "invalid method declaration; return type required",
                );
            }
            let ctor = self.method(start, modifiers, type_params, None, name, false);
            out.push(Member::Method(ctor));
            return;
        }
        if self.tok() == Tok::Ident
            && self.peek(1) == Tok::LBrace
            && kind == TypeDeclKind::Record
            && self.is_word(self.i, class_name)
        {
            let name = self.ident();
            let body = self.block();
            out.push(Member::Method(Rc::new(MethodDecl {
                modifiers,
                type_params,
                ret: None,
                name,
                params: Vec::new(),
                receiver: None,
                compact: true,
                throws: Vec::new(),
                body: Some(body),
                default: None,
                span: self.since(start).with_at(name.span.lo),
            })));
            return;
        }
        if !(matches!(self.tok(), Tok::Ident | Tok::Void | Tok::Underscore) || Self::is_primitive(self.tok()))
        {
            let at = self.token().lo;
            let eof = self.tok() == Tok::Eof;
            let at = if eof { self.prev_end() } else { at };
            self.error_at(at, "illegal-start-of-type", "illegal start of type");
            return;
        }
        let ty = self.ty();
        let name = self.ident();
        if self.tok() == Tok::LParen {
            if kind == TypeDeclKind::Interface && modifiers.flags & flags::PRIVATE != 0 {
                let here = self.here();
                self.feature(here, Feature::PrivateInterfaceMethods);
            }
            let m =
                self.method(start, modifiers, type_params, Some(ty), name, kind == TypeDeclKind::Annotation);
            out.push(Member::Method(m));
            return;
        }
        if !type_params.is_empty() {
            let end = self.prev_end();
            self.error_at(end, "expected", "'(' expected");
            return;
        }
        if kind == TypeDeclKind::Record && modifiers.flags & flags::STATIC == 0 {
            self.report(
                name.span,
                "record-cannot-declare-instance-fields",
                "field declaration must be static\n  (consider replacing field with record component)",
            );
        }
        self.fields(modifiers, ty, name, out);
    }

    fn fields(&mut self, modifiers: Modifiers, ty: TypeNode, first: Ident, out: &mut Vec<Member>) {
        let mut name = first;
        loop {
            let field_ty = self.dims(ty.clone());
            let init = if self.eat(Tok::Eq) { Some(self.var_init()) } else { None };
            let start = if modifiers.span.lo < ty.span.lo { modifiers.span } else { ty.span };
            let span = self.since(start).with_at(name.span.lo);
            out.push(Member::Field(Rc::new(VarDecl {
                modifiers: modifiers.clone(),
                ty: Some(field_ty),
                name,
                init,
                span,
                var_span: None,
            })));
            if !self.eat(Tok::Comma) {
                break;
            }
            name = self.ident();
        }
        if self.tok() != Tok::Semi && name.name.as_str() == "<error>" {
            return;
        }
        self.accept(Tok::Semi);
    }

    fn method(
        &mut self,
        start: Span,
        modifiers: Modifiers,
        type_params: Vec<TypeParam>,
        ret: Option<TypeNode>,
        name: Ident,
        annotation: bool,
    ) -> Rc<MethodDecl> {
        let mut receiver = None;
        let params = self.params(false, &mut receiver);
        let ret = ret.map(|r| self.dims(r));
        let mut throws = Vec::new();
        if self.eat(Tok::Throws) {
            throws = self.type_list();
        }
        let mut default = None;
        if self.tok() == Tok::Default {
            self.next();
            default = Some(self.element_value());
            if !annotation {
                self.report(
                    name.span,
                    "default-allowed-in-intf-annotation-member",
                    "default value only allowed in an annotation type declaration",
                );
            }
        }
        let body = if self.tok() == Tok::LBrace {
            Some(self.block())
        } else {
            if !self.eat(Tok::Semi) {
                let at = self.prev_end();
                let message = if default.is_some() { "';' expected" } else { "'{' or ';' expected" };
                let message = if ret.is_none() && default.is_none() { "'{' expected" } else { message };
                let message = if ret.is_some() && default.is_none() { "';' expected" } else { message };
                self.error_at(at, "expected2", message);
            }
            None
        };
        Rc::new(MethodDecl {
            modifiers,
            type_params,
            ret,
            name,
            params,
            receiver,
            compact: false,
            throws,
            body,
            default,
            span: self.since(start).with_at(name.span.lo),
        })
    }

    /// Formal parameters in parentheses; a receiver parameter is dropped.
    fn params(&mut self, record: bool, receiver: &mut Option<TypeNode>) -> Vec<Param> {
        let mut params: Vec<Param> = Vec::new();
        self.accept(Tok::LParen);
        if self.eat(Tok::RParen) {
            return params;
        }
        loop {
            if let Some(last) = params.last()
                && last.varargs
            {
                self.report(
                    last.span,
                    "varargs-must-be-last",
                    "varargs parameter must be the last parameter",
                );
            }
            if !record && params.is_empty() && self.receiver(receiver) {
                if !self.eat(Tok::Comma) {
                    break;
                }
                continue;
            }
            let at = self.here();
            let param = self.param(false);
            if record && param.modifiers.flags & !flags::DEPRECATED != 0 {
                self.report(
                    at,
                    "record-cant-declare-field-modifiers",
                    "record components cannot have modifiers",
                );
            }
            params.push(param);
            if !self.eat(Tok::Comma) {
                break;
            }
        }
        if !self.eat(Tok::RParen) {
            let at = if self.tok() == Tok::Eof { self.prev_end() } else { self.token().lo };
            self.error_at(at, "expected3", "',', ')', or '[' expected");
            while !matches!(self.tok(), Tok::RParen | Tok::LBrace | Tok::RBrace | Tok::Semi | Tok::Eof) {
                self.next();
            }
            self.eat(Tok::RParen);
        }
        params
    }

    /// A receiver parameter (JLS 8.4): `T this`, `T Outer.this`.
    fn receiver(&mut self, receiver: &mut Option<TypeNode>) -> bool {
        let Some(mut k) = self.skip_type(self.i) else { return false };
        while self.at(k) == Tok::Ident && self.at(k + 1) == Tok::Dot {
            k += 2;
        }
        let found = self.at(k) == Tok::This;
        if found {
            *receiver = Some(self.ty());
            self.i = k;
            self.next();
        }
        found
    }

    /// One formal parameter, in a lambda maybe with `var`.
    pub(super) fn param(&mut self, lambda: bool) -> Param {
        let start = self.here();
        let modifiers = self.modifiers();
        if lambda && self.release >= 10 && self.is_word(self.i, self.words.var) && self.peek(1) == Tok::Ident
        {
            self.next();
            let name = self.ident();
            if self.tok() == Tok::LBracket {
                self.report(name.span, "restricted-type-not-allowed-array", super::stmt::VAR_ARRAY);
                while self.eat(Tok::LBracket) {
                    self.accept(Tok::RBracket);
                }
            }
            return Param {
                modifiers,
                ty: None,
                varargs: false,
                name,
                span: self.since(start).with_at(name.span.lo),
            };
        }
        let mut ty = self.ty();
        let mut varargs = false;
        let k = self.skip_annotations(self.i);
        if self.at(k) == Tok::Ellipsis {
            let annotations = self.annotations();
            let at = self.token().lo;
            self.next();
            varargs = true;
            let span = self.since(ty.span).with_at(at);
            ty = TypeNode { kind: TypeNodeKind::Array(Box::new(ty)), annotations, span };
        }
        if lambda {
            self.underscore_parameter(self.i);
        }
        let name = self.ident();
        if !varargs {
            ty = self.dims(ty);
        }
        Param { modifiers, ty: Some(ty), varargs, name, span: self.since(start).with_at(name.span.lo) }
    }
}
