//! Signatures (JVMS 4.7.9.1): the generic types that attributes carry.

use crate::descriptor::Primitive;
use crate::error::{FormatError, Result};
use crate::mutf8;

/// How deep type arguments may nest.
const MAX_DEPTH: u32 = 256;

/// JavaTypeSignature.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TypeSignature {
    Primitive(Primitive),
    Class(ClassTypeSignature),
    /// A type variable's name.
    Variable(String),
    Array(Box<TypeSignature>),
}

/// ClassTypeSignature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassTypeSignature {
    /// Package in internal form without the last slash, "" for none.
    pub package: String,
    /// The class and its nested suffixes, outermost first, at least one.
    pub parts: Vec<SimpleClassType>,
}

impl ClassTypeSignature {
    /// Internal name, assuming that nesting is written with `$`.
    pub fn internal_name(&self) -> String {
        let mut name = self.package.clone();
        if !name.is_empty() {
            name.push('/');
        }
        for (i, part) in self.parts.iter().enumerate() {
            if i > 0 {
                name.push('$');
            }
            name.push_str(&part.name);
        }
        name
    }
}

/// A simple name with type arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimpleClassType {
    /// Name.
    pub name: String,
    /// Type arguments, empty if none.
    pub arguments: Vec<TypeArgument>,
}

/// TypeArgument.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TypeArgument {
    /// `*`
    Any,
    /// `+`
    Extends(TypeSignature),
    /// `-`
    Super(TypeSignature),
    Exact(TypeSignature),
}

/// TypeParameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeParameter {
    /// Name.
    pub name: String,
    /// Class bound, absent when only interfaces follow.
    pub class_bound: Option<TypeSignature>,
    /// Interface bounds.
    pub interface_bounds: Vec<TypeSignature>,
}

/// ClassSignature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassSignature {
    /// Type parameters.
    pub parameters: Vec<TypeParameter>,
    /// Superclass.
    pub super_class: ClassTypeSignature,
    /// Superinterfaces.
    pub interfaces: Vec<ClassTypeSignature>,
}

/// MethodSignature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodSignature {
    /// Type parameters.
    pub type_parameters: Vec<TypeParameter>,
    /// Parameter types.
    pub parameters: Vec<TypeSignature>,
    /// Result, `None` for void.
    pub result: Option<TypeSignature>,
    /// Thrown types: classes or type variables.
    pub throws: Vec<TypeSignature>,
}

/// Parses a class signature.
pub fn parse_class(signature: &[u8]) -> Result<ClassSignature> {
    run(signature, |p| {
        let parameters = p.type_parameters()?;
        let super_class = p.class_type(0)?;
        let mut interfaces = Vec::new();
        while p.peek().is_some() {
            interfaces.push(p.class_type(0)?);
        }
        Some(ClassSignature { parameters, super_class, interfaces })
    })
}

/// Parses a method signature.
pub fn parse_method(signature: &[u8]) -> Result<MethodSignature> {
    run(signature, |p| {
        let type_parameters = p.type_parameters()?;
        p.expect('(')?;
        let mut parameters = Vec::new();
        while p.peek()? != ')' {
            parameters.push(p.java_type(0)?);
        }
        p.expect(')')?;
        let result = if p.eat('V') { None } else { Some(p.java_type(0)?) };
        let mut throws = Vec::new();
        while p.eat('^') {
            throws.push(match p.peek()? {
                'L' | 'T' => p.java_type(0)?,
                _ => return None,
            });
        }
        Some(MethodSignature { type_parameters, parameters, result, throws })
    })
}

/// Parses a field signature, which is also that of a record component or local variable. Primitive types, which
/// the grammar excludes here, are accepted.
pub fn parse_field(signature: &[u8]) -> Result<TypeSignature> {
    run(signature, |p| p.java_type(0))
}

fn run<T>(signature: &[u8], parse: impl FnOnce(&mut Parser<'_>) -> Option<T>) -> Result<T> {
    let text = mutf8::to_str(signature)?;
    let mut parser = Parser { rest: &text };
    match parse(&mut parser) {
        Some(value) if parser.rest.is_empty() => Ok(value),
        _ => Err(FormatError::BadSignature(text.clone().into_owned())),
    }
}

struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn eat(&mut self, c: char) -> bool {
        match self.rest.strip_prefix(c) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn expect(&mut self, c: char) -> Option<()> {
        self.eat(c).then_some(())
    }

    // Identifier: not empty, none of . ; [ / < > :
    fn identifier(&mut self) -> Option<String> {
        let end = self.rest.find(['.', ';', '[', '/', '<', '>', ':']).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        (!name.is_empty()).then(|| name.to_string())
    }

    fn java_type(&mut self, depth: u32) -> Option<TypeSignature> {
        if depth > MAX_DEPTH {
            return None;
        }
        match self.peek()? {
            'L' => Some(TypeSignature::Class(self.class_type(depth)?)),
            'T' => {
                self.expect('T')?;
                let name = self.identifier()?;
                self.expect(';')?;
                Some(TypeSignature::Variable(name))
            }
            '[' => {
                self.expect('[')?;
                Some(TypeSignature::Array(Box::new(self.java_type(depth + 1)?)))
            }
            c => {
                let primitive = Primitive::from_letter(u8::try_from(c).ok()?)?;
                self.expect(c)?;
                Some(TypeSignature::Primitive(primitive))
            }
        }
    }

    fn reference_type(&mut self, depth: u32) -> Option<TypeSignature> {
        matches!(self.peek()?, 'L' | 'T' | '[').then(|| self.java_type(depth))?
    }

    fn class_type(&mut self, depth: u32) -> Option<ClassTypeSignature> {
        self.expect('L')?;
        let mut package = String::new();
        let mut name = self.identifier()?;
        while self.eat('/') {
            if !package.is_empty() {
                package.push('/');
            }
            package.push_str(&name);
            name = self.identifier()?;
        }
        let mut parts = vec![SimpleClassType { name, arguments: self.type_arguments(depth)? }];
        while self.eat('.') {
            let name = self.identifier()?;
            parts.push(SimpleClassType { name, arguments: self.type_arguments(depth)? });
        }
        self.expect(';')?;
        Some(ClassTypeSignature { package, parts })
    }

    fn type_arguments(&mut self, depth: u32) -> Option<Vec<TypeArgument>> {
        let mut arguments = Vec::new();
        if self.eat('<') {
            loop {
                arguments.push(match self.peek()? {
                    '*' => {
                        self.expect('*')?;
                        TypeArgument::Any
                    }
                    '+' => {
                        self.expect('+')?;
                        TypeArgument::Extends(self.reference_type(depth + 1)?)
                    }
                    '-' => {
                        self.expect('-')?;
                        TypeArgument::Super(self.reference_type(depth + 1)?)
                    }
                    _ => TypeArgument::Exact(self.reference_type(depth + 1)?),
                });
                if self.eat('>') {
                    break;
                }
            }
        }
        Some(arguments)
    }

    fn type_parameters(&mut self) -> Option<Vec<TypeParameter>> {
        let mut parameters = Vec::new();
        if self.eat('<') {
            loop {
                let name = self.identifier()?;
                self.expect(':')?;
                let class_bound = match self.peek()? {
                    ':' | '>' => None,
                    'L' | 'T' | '[' => Some(self.reference_type(0)?),
                    // The next parameter: an empty class bound without interface bounds.
                    _ => None,
                };
                let mut interface_bounds = Vec::new();
                while self.eat(':') {
                    interface_bounds.push(self.reference_type(0)?);
                }
                parameters.push(TypeParameter { name, class_bound, interface_bounds });
                if self.eat('>') {
                    break;
                }
            }
        }
        Some(parameters)
    }
}
