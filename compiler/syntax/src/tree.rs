//! The syntax tree, as the source text has it (JLS 17; names are not resolved yet).
//!
//! Declarations are shared (`Rc`), so that symbols can point at the tree they come from.

use crate::name::Name;
use crate::span::{FileId, Span};
use std::rc::Rc;

/// An identifier and its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ident {
    /// The text.
    pub name: Name,
    /// The place.
    pub span: Span,
}

/// A compilation unit (JLS 7.3).
#[derive(Debug)]
pub struct CompilationUnit {
    /// The file it was read from.
    pub file: FileId,
    /// `package a.b.c;` with its annotations (package-info).
    pub package: Option<PackageDecl>,
    /// Imports in source order.
    pub imports: Vec<Import>,
    /// Top-level types.
    pub types: Vec<Rc<TypeDecl>>,
    /// `module m { ... }`.
    pub module: Option<ModuleDecl>,
}

/// A module declaration (JLS 7.7).
#[derive(Debug)]
pub struct ModuleDecl {
    /// Its annotations.
    pub annotations: Vec<Annotation>,
    /// `open module`.
    pub open: bool,
    /// The segments of the name.
    pub name: Vec<Ident>,
    /// Its directives in order.
    pub directives: Vec<Directive>,
    /// The place, pointing at `module`.
    pub span: Span,
}

/// A module directive; names point at their last dot.
#[derive(Debug)]
pub enum Directive {
    /// `requires transitive static m`.
    Requires {
        /// `transitive`.
        transitive: bool,
        /// `static`.
        is_static: bool,
        /// The module.
        module: Vec<Ident>,
        /// The directive.
        span: Span,
    },
    /// `exports p to m, n` or `opens`.
    Exports {
        /// `opens`.
        opens: bool,
        /// The package.
        package: Vec<Ident>,
        /// The modules after `to`.
        to: Vec<Vec<Ident>>,
        /// The directive.
        span: Span,
    },
    /// `uses S`, and the place of the directive.
    Uses(TypeNode, Span),
    /// `provides S with A, B`.
    Provides {
        /// The service.
        service: TypeNode,
        /// The providers.
        with: Vec<TypeNode>,
        /// The directive.
        span: Span,
    },
}

/// A package declaration.
#[derive(Debug)]
pub struct PackageDecl {
    /// Its annotations (only in package-info files).
    pub annotations: Vec<Annotation>,
    /// The segments of the name.
    pub name: Vec<Ident>,
    /// The place.
    pub span: Span,
}

/// An import declaration (JLS 7.5).
#[derive(Debug)]
pub struct Import {
    /// `import static`.
    pub is_static: bool,
    /// The segments, without the star.
    pub path: Vec<Ident>,
    /// Ends with `.*`.
    pub on_demand: bool,
    /// The place.
    pub span: Span,
}

/// Modifiers: JVM access flags where there are some, and the source-only ones above bit 16.
pub mod flags {
    #![allow(missing_docs, reason = "the names are the language's keywords")]
    pub const PUBLIC: u32 = 0x0001;
    pub const PRIVATE: u32 = 0x0002;
    pub const PROTECTED: u32 = 0x0004;
    pub const STATIC: u32 = 0x0008;
    pub const FINAL: u32 = 0x0010;
    pub const SYNCHRONIZED: u32 = 0x0020;
    pub const VOLATILE: u32 = 0x0040;
    pub const BRIDGE: u32 = 0x0040;
    pub const TRANSIENT: u32 = 0x0080;
    pub const VARARGS: u32 = 0x0080;
    pub const NATIVE: u32 = 0x0100;
    pub const INTERFACE: u32 = 0x0200;
    pub const ABSTRACT: u32 = 0x0400;
    pub const STRICTFP: u32 = 0x0800;
    pub const SYNTHETIC: u32 = 0x1000;
    pub const ANNOTATION: u32 = 0x2000;
    pub const ENUM: u32 = 0x4000;
    pub const MANDATED: u32 = 0x8000;
    pub const DEFAULT: u32 = 1 << 16;
    pub const SEALED: u32 = 1 << 17;
    pub const NON_SEALED: u32 = 1 << 18;
    pub const RECORD: u32 = 1 << 19;
    /// Marked `@Deprecated` or by the class-file attribute.
    pub const DEPRECATED: u32 = 1 << 20;
}

/// Modifiers of a declaration.
#[derive(Debug, Clone)]
pub struct Modifiers {
    /// Bits of [`flags`].
    pub flags: u32,
    /// Annotations in source order.
    pub annotations: Vec<Annotation>,
    /// The place of the first modifier, or of what follows.
    pub span: Span,
}

/// An annotation (JLS 9.7).
#[derive(Debug, Clone)]
pub struct Annotation {
    /// The annotation type's name.
    pub name: Vec<Ident>,
    /// Element-value pairs; a single value has the name `value` with the value's span.
    pub args: Vec<(Ident, ElementValue)>,
    /// The place (at the `@`).
    pub span: Span,
}

/// The value of an annotation's element.
#[derive(Debug, Clone)]
pub enum ElementValue {
    /// A conditional expression.
    Expr(Expr),
    /// A nested annotation.
    Annotation(Annotation),
    /// `{ ... }`.
    Array(Vec<ElementValue>, Span),
}

/// What a type declaration declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum TypeDeclKind {
    Class,
    Interface,
    Enum,
    Record,
    Annotation,
}

/// A class, interface, enum, record or annotation declaration; also the body of an anonymous class (name is empty then).
#[derive(Debug)]
pub struct TypeDecl {
    /// What it is.
    pub kind: TypeDeclKind,
    /// Its modifiers.
    pub modifiers: Modifiers,
    /// Its name.
    pub name: Ident,
    /// Type parameters.
    pub type_params: Vec<TypeParam>,
    /// `extends` of a class.
    pub extends: Option<TypeNode>,
    /// `implements` of a class, enum or record; `extends` of an interface.
    pub interfaces: Vec<TypeNode>,
    /// `permits`.
    pub permits: Vec<TypeNode>,
    /// Record components (JLS 8.10.1).
    pub components: Vec<Param>,
    /// Enum constants in order.
    pub constants: Vec<EnumConstant>,
    /// Members in source order.
    pub members: Vec<Member>,
    /// The whole declaration; points at its keyword (`class`, `interface` ...), as javac does.
    pub span: Span,
}

/// An enum constant (JLS 8.9.1).
#[derive(Debug)]
pub struct EnumConstant {
    /// Its annotations.
    pub modifiers: Modifiers,
    /// Its name.
    pub name: Ident,
    /// Constructor arguments.
    pub args: Vec<Expr>,
    /// Its class body.
    pub body: Option<Rc<TypeDecl>>,
    /// The place.
    pub span: Span,
}

/// A type parameter with its bounds (JLS 4.4).
#[derive(Debug, Clone)]
pub struct TypeParam {
    /// Its annotations.
    pub annotations: Vec<Annotation>,
    /// Its name.
    pub name: Ident,
    /// Its bounds; empty means Object.
    pub bounds: Vec<TypeNode>,
}

/// A member of a type.
#[derive(Debug, Clone)]
pub enum Member {
    /// A member type.
    Type(Rc<TypeDecl>),
    /// One field (one declarator).
    Field(Rc<VarDecl>),
    /// A method or constructor.
    Method(Rc<MethodDecl>),
    /// An initialiser block.
    Init(Rc<Initializer>),
}

/// An instance or static initialiser (JLS 8.6, 8.7).
#[derive(Debug)]
pub struct Initializer {
    /// `static { }`.
    pub is_static: bool,
    /// The block.
    pub body: Block,
}

/// One declarator of a field or local variable declaration; modifiers and type are repeated in each.
#[derive(Debug, Clone)]
pub struct VarDecl {
    /// Modifiers.
    pub modifiers: Modifiers,
    /// The type with the declarator's own brackets added; None for `var`.
    pub ty: Option<TypeNode>,
    /// The name.
    pub name: Ident,
    /// The initialiser; may be an [`ExprKind::ArrayInit`].
    pub init: Option<Expr>,
    /// The declarator, pointing at the name.
    pub span: Span,
    /// Place of the keyword `var`, if that stands for the type.
    pub var_span: Option<Span>,
}

/// A formal parameter, lambda parameter, catch parameter or record component.
#[derive(Debug, Clone)]
pub struct Param {
    /// Modifiers.
    pub modifiers: Modifiers,
    /// The type; None for an implicitly typed lambda parameter or `var`. A variable-arity parameter has its array type here.
    pub ty: Option<TypeNode>,
    /// Declared with `...`.
    pub varargs: bool,
    /// The name.
    pub name: Ident,
    /// The place.
    pub span: Span,
}

/// A method or constructor.
#[derive(Debug)]
pub struct MethodDecl {
    /// Modifiers.
    pub modifiers: Modifiers,
    /// Type parameters.
    pub type_params: Vec<TypeParam>,
    /// The return type; None for constructors.
    pub ret: Option<TypeNode>,
    /// The name; a constructor has the name written in the source.
    pub name: Ident,
    /// The parameters without a receiver parameter.
    pub params: Vec<Param>,
    /// The type of the receiver parameter (JLS 8.4), which only annotations speak of.
    pub receiver: Option<TypeNode>,
    /// A compact canonical constructor of a record (JLS 8.10.4.2).
    pub compact: bool,
    /// `throws`.
    pub throws: Vec<TypeNode>,
    /// The body.
    pub body: Option<Block>,
    /// Default value of an annotation's element.
    pub default: Option<ElementValue>,
    /// The declaration, pointing at the name.
    pub span: Span,
}

/// A type as written.
#[derive(Debug, Clone)]
pub struct TypeNode {
    /// What was written.
    pub kind: TypeNodeKind,
    /// Type annotations before it.
    pub annotations: Vec<Annotation>,
    /// The place.
    pub span: Span,
}

/// The primitive types and void.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Prim {
    Boolean,
    Byte,
    Short,
    Char,
    Int,
    Long,
    Float,
    Double,
    Void,
}

/// The forms of a type.
#[derive(Debug, Clone)]
pub enum TypeNodeKind {
    /// A primitive type or void.
    Prim(Prim),
    /// `a.b.C<X>.D<Y>`: segments each with type arguments (None: no brackets; Some(empty): diamond).
    Named(Vec<TypeSegment>),
    /// `T[]`.
    Array(Box<TypeNode>),
    /// `?`, `? extends T`, `? super T`: only as a type argument.
    Wildcard(Option<(WildcardBound, Box<TypeNode>)>),
    /// `A | B` in a catch clause.
    Union(Vec<TypeNode>),
    /// `A & B` in a cast.
    Intersection(Vec<TypeNode>),
    /// What stands where a type was expected but could not be parsed.
    Error,
}

/// A segment of a named type.
#[derive(Debug, Clone)]
pub struct TypeSegment {
    /// Annotations of this segment.
    pub annotations: Vec<Annotation>,
    /// The identifier.
    pub name: Ident,
    /// Type arguments; Some(empty) is a diamond.
    pub args: Option<Vec<TypeNode>>,
}

/// `extends` or `super` of a wildcard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum WildcardBound {
    Extends,
    Super,
}

/// A block.
#[derive(Debug, Clone)]
pub struct Block {
    /// Its statements.
    pub stmts: Vec<Stmt>,
    /// The place, braces included.
    pub span: Span,
}

/// A statement.
#[derive(Debug, Clone)]
pub struct Stmt {
    /// What it is.
    pub kind: StmtKind,
    /// The place.
    pub span: Span,
}

/// The statements (JLS 14).
#[derive(Debug, Clone)]
pub enum StmtKind {
    /// `;`
    Empty,
    /// A block.
    Block(Block),
    /// One declarator of a local variable declaration.
    Local(Rc<VarDecl>),
    /// Several declarators, `int a, b;`, in the scope around.
    Locals(Vec<Rc<VarDecl>>),
    /// A local class, interface, enum or record.
    Type(Rc<TypeDecl>),
    /// An expression statement.
    Expr(Expr),
    /// `if`.
    If(Expr, Box<Stmt>, Option<Box<Stmt>>),
    /// `while`.
    While(Expr, Box<Stmt>),
    /// `do`.
    Do(Box<Stmt>, Expr),
    /// `for`: initialisers, condition, updates, body.
    For(Vec<Stmt>, Option<Expr>, Vec<Stmt>, Box<Stmt>),
    /// `for (T x : e) s`.
    ForEach(Rc<VarDecl>, Expr, Box<Stmt>),
    /// `l: s`.
    Labeled(Ident, Box<Stmt>),
    /// `switch` as a statement.
    Switch(Expr, Vec<SwitchCase>),
    /// `return`.
    Return(Option<Expr>),
    /// `break`.
    Break(Option<Ident>),
    /// `continue`.
    Continue(Option<Ident>),
    /// `yield`.
    Yield(Expr),
    /// `throw`.
    Throw(Expr),
    /// `try`.
    Try(TryStmt),
    /// `synchronized`.
    Synchronized(Expr, Block),
    /// `assert`.
    Assert(Expr, Option<Expr>),
}

/// A `try` statement.
#[derive(Debug, Clone)]
pub struct TryStmt {
    /// Resources of try-with-resources.
    pub resources: Vec<Resource>,
    /// The block.
    pub body: Block,
    /// The catch clauses; the parameter's type may be a union.
    pub catches: Vec<(Param, Block)>,
    /// `finally`.
    pub finally: Option<Block>,
}

/// A resource of try-with-resources.
#[derive(Debug, Clone)]
pub enum Resource {
    /// `T x = e`.
    Local(Rc<VarDecl>),
    /// An effectively final variable or field access.
    Expr(Expr),
}

/// A group `case a, b: stmts` or a rule `case a, b -> ...` (JLS 14.11.1).
#[derive(Debug, Clone)]
pub struct SwitchCase {
    /// The labels' expressions; empty for `default`.
    pub labels: Vec<Expr>,
    /// `default`.
    pub is_default: bool,
    /// The arrow form.
    pub arrow: bool,
    /// The statements; an arrow with an expression has one [`StmtKind::Expr`] here (its value is the result in a switch expression).
    pub body: Vec<Stmt>,
    /// The place of `case` or `default`.
    pub span: Span,
}

/// An expression.
#[derive(Debug, Clone)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// The place.
    pub span: Span,
}

/// A literal (JLS 3.10). Out-of-range integers are reported by the parser.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Literal {
    Int(i32),
    Long(i64),
    Float(f32),
    Double(f64),
    Char(u16),
    Bool(bool),
    /// UTF-16 code units: lone surrogates are possible.
    Str(Rc<[u16]>),
    Null,
}

/// Unary operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum UnaryOp {
    Plus,
    Minus,
    BitNot,
    Not,
    PreInc,
    PreDec,
    PostInc,
    PostDec,
}

/// Binary operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    Shl,
    Shr,
    Ushr,
    Lt,
    Gt,
    Le,
    Ge,
    Eq,
    Ne,
    And,
    Or,
    Xor,
    AndAnd,
    OrOr,
}

/// The expressions (JLS 15).
#[derive(Debug, Clone)]
pub enum ExprKind {
    /// A literal.
    Literal(Literal),
    /// A simple name: variable, type or package, still ambiguous (JLS 6.5).
    Name(Name),
    /// `e.name`, ambiguous likewise; with `<T>` before a method name see Call.
    Select(Box<Expr>, Ident),
    /// `this`.
    This,
    /// `T.this`: the qualifier is a Name/Select.
    QualifiedThis(Box<Expr>),
    /// `super` as a receiver; with a qualifier `T.super`.
    Super(Option<Box<Expr>>),
    /// A type where an expression form holds one: `int[].class`'s `int[]`, `List<String>::new`, `int[]::new`.
    Type(Box<TypeNode>),
    /// `T.class`.
    ClassLit(Box<TypeNode>),
    /// `( e )`.
    Paren(Box<Expr>),
    /// A method call: receiver (None: unqualified), type arguments, name, arguments. Also `this(..)`/`super(..)`/`e.super(..)`, with the names
    /// `this` and `super`.
    Call(Option<Box<Expr>>, Vec<TypeNode>, Ident, Vec<Expr>),
    /// `new`.
    New(Box<NewExpr>),
    /// `new T[d]..[]..`: element type without any brackets, dimensions given, number of empty brackets after.
    NewArray(Box<TypeNode>, Vec<Expr>, u32),
    /// `new T[]{..}` (type is the array type) or a bare `{..}` (None).
    ArrayInit(Option<Box<TypeNode>>, Vec<Expr>),
    /// `a[i]`.
    Index(Box<Expr>, Box<Expr>),
    /// A unary operation.
    Unary(UnaryOp, Box<Expr>),
    /// A binary operation.
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `a = b`.
    Assign(Box<Expr>, Box<Expr>),
    /// `a op= b`.
    CompoundAssign(BinaryOp, Box<Expr>, Box<Expr>),
    /// `c ? a : b`.
    Conditional(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `e instanceof T`, or with a binding `e instanceof final T x`.
    InstanceOf(Box<Expr>, Box<TypeNode>, Option<(Modifiers, Ident)>),
    /// `(T) e`.
    Cast(Box<TypeNode>, Box<Expr>),
    /// A lambda.
    Lambda(Rc<LambdaExpr>),
    /// `q::<T>name`; the name is `new` for constructors. The qualifier is an expression or ExprKind::Type (or an ambiguous name).
    MethodRef(Box<Expr>, Vec<TypeNode>, Ident),
    /// `switch` as an expression.
    Switch(Box<Expr>, Vec<SwitchCase>),
    /// What could not be parsed; already reported.
    Error,
}

/// A class instance creation (JLS 15.9).
#[derive(Debug, Clone)]
pub struct NewExpr {
    /// `outer.new`.
    pub outer: Option<Expr>,
    /// Type arguments of the constructor.
    pub type_args: Vec<TypeNode>,
    /// The class, maybe with a diamond.
    pub ty: TypeNode,
    /// The arguments.
    pub args: Vec<Expr>,
    /// An anonymous class's body.
    pub body: Option<Rc<TypeDecl>>,
}

/// A lambda expression (JLS 15.27).
#[derive(Debug)]
pub struct LambdaExpr {
    /// The parameters.
    pub params: Vec<Param>,
    /// All parameters have declared types (or there are none).
    pub explicit: bool,
    /// The body.
    pub body: LambdaBody,
    /// Points at the arrow.
    pub span: Span,
}

/// A lambda's body.
#[derive(Debug)]
pub enum LambdaBody {
    /// An expression.
    Expr(Expr),
    /// A block.
    Block(Block),
}
