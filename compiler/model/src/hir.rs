//! The typed tree (HIR): what attribution makes of the syntax tree. It is explicit: names are symbols, conversions are nodes, constant
//! expressions are literals, variable-arity arguments are arrays, implicit receivers and enclosing instances are there.

use crate::symbols::{ClassId, FieldId, LocalId, MethodId};
use crate::types::Ty;
pub use rvm_syntax::tree::BinaryOp;
use rvm_syntax::{Name, Span};
use std::rc::Rc;

/// A compile-time constant (JLS 15.29). boolean, byte, short and char values are `Int`; the type says which.
#[derive(Clone, Debug)]
pub enum Const {
    /// boolean, byte, short, char, int.
    Int(i32),
    /// long.
    Long(i64),
    /// float; compare by bits.
    Float(f32),
    /// double; compare by bits.
    Double(f64),
    /// String, in UTF-16 code units.
    Str(Rc<[u16]>),
}

/// A class body ready for flow, lower and emit.
#[derive(Debug)]
pub struct ClassBody {
    /// The symbol.
    pub class: ClassId,
    /// Field initialisers and initialiser blocks in textual order; static and instance ones mixed. Enum constants come first, as static field
    /// initialisers whose value is `New` (its args without name and ordinal: lower adds them).
    pub inits: Vec<Init>,
    /// Bodies of methods and constructors, in declaration order (abstract and native ones are absent); default constructors, an enum's `values`/`valueOf`
    /// and implicit record members are added by lower, their symbols are made by enter.
    pub methods: Vec<MethodBody>,
    /// Member classes, and the local and anonymous classes in any of the bodies, in order of appearance.
    pub classes: Vec<ClassBody>,
}

/// An initialiser of a class body.
#[derive(Debug)]
pub enum Init {
    /// `field = value` (also for constant variables; lower drops those that become ConstantValue).
    Field(FieldId, Expr),
    /// A block; the flag says static.
    Block(bool, Block),
}

/// A method's body.
#[derive(Debug)]
pub struct MethodBody {
    /// The method or constructor.
    pub method: MethodId,
    /// Its parameters.
    pub params: Vec<LocalId>,
    /// Its statements. In a constructor, the explicit or implicit `this(..)`/`super(..)` is the first statement ([`ExprKind::CtorCall`]).
    pub body: Block,
    /// Compact canonical constructor of a record: lower appends the field assignments.
    pub compact: bool,
}

/// A block.
#[derive(Debug, Clone)]
pub struct Block {
    /// Its statements.
    pub stmts: Vec<Stmt>,
    /// The place, with braces (the closing one gets a line-number entry).
    pub span: Span,
}

/// A label that break and continue name; each loop, switch and labelled statement that can be left has one, unique in its method.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct LabelId(pub u32);

/// A statement.
#[derive(Debug, Clone)]
pub struct Stmt {
    /// What it is.
    pub kind: StmtKind,
    /// The place.
    pub span: Span,
}

/// The statements.
#[derive(Debug, Clone)]
pub enum StmtKind {
    /// `;`.
    Empty,
    /// A local class declaration, where it stands; its body is in [`ClassBody::classes`]. (Flow looks at the body here.)
    Class(ClassId),
    /// A block.
    Block(Block),
    /// A declaration without or with initialiser. An initialiser of a constant variable is kept.
    Local(LocalId, Option<Expr>),
    /// An expression statement.
    Expr(Expr),
    /// `if`.
    If(Expr, Box<Stmt>, Option<Box<Stmt>>),
    /// `while`.
    While(LabelId, Expr, Box<Stmt>),
    /// `do`.
    Do(LabelId, Box<Stmt>, Expr),
    /// `for`; no condition is an endless loop.
    For(LabelId, Vec<Stmt>, Option<Expr>, Vec<Stmt>, Box<Stmt>),
    /// Over an array or an Iterable: the variable, the converted assignment from the element is `conv` applied to [`ExprKind::Hole`].
    ForEach(Box<ForEach>),
    /// `l: s` where s is no loop or switch (those take the label's id as their own).
    Labeled(LabelId, Box<Stmt>),
    /// A switch statement.
    Switch(Box<Switch>),
    /// `return`, the value converted to the return type.
    Return(Option<Expr>),
    /// `break`, the target always explicit.
    Break(LabelId),
    /// `continue`.
    Continue(LabelId),
    /// `yield` to the switch expression with that label.
    Yield(LabelId, Expr),
    /// `throw`.
    Throw(Expr),
    /// `try`.
    Try(Box<Try>),
    /// `synchronized`.
    Synchronized(Expr, Block),
    /// `assert`; the detail message as written.
    Assert(Expr, Option<Expr>),
}

/// An enhanced for statement (JLS 14.14.2).
#[derive(Debug, Clone)]
pub struct ForEach {
    /// Target of break and continue.
    pub label: LabelId,
    /// The loop variable.
    pub var: LocalId,
    /// The array or Iterable.
    pub expr: Expr,
    /// The type of the elements: an array's component type, or the type argument's upper bound of Iterable.
    pub elem: Ty,
    /// [`ExprKind::Hole`] (of type `elem`) converted to the variable's type.
    pub conv: Expr,
    /// The body.
    pub body: Stmt,
}

/// `try`.
#[derive(Debug, Clone)]
pub struct Try {
    /// Resources, in order.
    pub resources: Vec<Resource>,
    /// The block.
    pub body: Block,
    /// The catch clauses.
    pub catches: Vec<Catch>,
    /// `finally`.
    pub finally: Option<Block>,
}

/// A resource of try-with-resources (JLS 14.20.3).
#[derive(Debug, Clone)]
pub struct Resource {
    /// The variable: declared here, or made up for an expression.
    pub var: LocalId,
    /// Its value.
    pub init: Expr,
    /// The `close` method that is called, for its exceptions and owner.
    pub close: MethodId,
    /// The place.
    pub span: Span,
}

/// A catch clause.
#[derive(Debug, Clone)]
pub struct Catch {
    /// The parameter; its type is the lub for a multi-catch.
    pub var: LocalId,
    /// The alternatives with their places.
    pub types: Vec<(Ty, Span)>,
    /// The block.
    pub body: Block,
    /// The place.
    pub span: Span,
}

/// What a switch switches on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SwitchKind {
    /// int-like; the selector is converted (unboxed) to int.
    Int,
    /// An enum; labels are its constants.
    Enum,
    /// A String; labels are strings.
    Str,
}

/// A switch statement or expression.
#[derive(Debug, Clone)]
pub struct Switch {
    /// Target of break (and yield).
    pub label: LabelId,
    /// The kind.
    pub kind: SwitchKind,
    /// The selector.
    pub selector: Expr,
    /// The cases in order.
    pub cases: Vec<Case>,
    /// Arrow form: no fall through (a `break`/`yield` is already explicit at the end of each body that can complete).
    pub arrow: bool,
    /// A switch expression without default that covers all constants of its enum: lower adds the throwing default.
    pub exhaustive_enum: bool,
}

/// A case of a switch.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its labels.
    pub labels: Vec<CaseLabel>,
    /// `default`.
    pub is_default: bool,
    /// Its statements.
    pub body: Vec<Stmt>,
    /// The place.
    pub span: Span,
}

/// A case label's value.
#[derive(Debug, Clone)]
pub enum CaseLabel {
    /// An int-like constant.
    Int(i32),
    /// An enum constant.
    Enum(FieldId),
    /// A string.
    Str(Rc<[u16]>),
}

/// An expression.
#[derive(Debug, Clone)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its type: generic, after capture; the value's erasure follows from the symbols (see lower).
    pub ty: Ty,
    /// The place.
    pub span: Span,
}

/// A unary arithmetic operator; operands are already promoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnaryOp {
    /// `-`
    Neg,
    /// `~`
    BitNot,
    /// `!`
    Not,
}

/// How a method is invoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallKind {
    /// A static method.
    Static,
    /// An instance method, selected by the receiver (also private ones; emit picks the instruction by owner and release).
    Virtual,
    /// `super.m()` or `I.super.m()`.
    Super,
}

/// A conversion (JLS 5.1). Source and target types are those of the operand and the node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conversion {
    /// Widening or narrowing primitive conversion.
    Primitive,
    /// Boxing: primitive to its box.
    Box,
    /// Unboxing: box (or a subtype of it) to its primitive.
    Unbox,
    /// Widening reference or unchecked conversion: nothing happens at run time.
    Widen,
    /// Narrowing reference conversion written as a cast: checkcast, unless it is statically known (an intersection checks each part).
    Checked,
}

/// The expressions.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "each variant's comment speaks of its fields")]
pub enum ExprKind {
    /// A constant (also one that an operator expression folded to), `null` is [`ExprKind::Null`].
    Literal(Const),
    /// `null`.
    Null,
    /// A local variable or parameter (captured ones too: lower knows by [`crate::symbols::LocalSym`]).
    Local(LocalId),
    /// `this` of the class being compiled, or with another class: the enclosing instance of that class.
    This(ClassId),
    /// A field. Static: receiver None, or an expression evaluated for its effects. Instance: always a receiver. `site` is the qualifying class
    /// for the class file's Fieldref (JLS 13.1).
    Field { recv: Option<Box<Expr>>, field: FieldId, site: ClassId },
    /// `a.length`.
    ArrayLength(Box<Expr>),
    /// `a[i]`, the index promoted to int.
    Index(Box<Expr>, Box<Expr>),
    /// A method call; arguments converted to the parameter types of the (substituted) method type; variable arity already wrapped.
    /// `site` is the qualifying type for the Methodref: a class, or an array type (clone).
    /// `recv` of a static method is an expression evaluated for its effects. `throws`: the declared exceptions, instantiated for this call.
    /// A signature-polymorphic method ([`crate::symbols::MethodSym::polymorphic`]) has the descriptor of its arguments' and the node's types.
    Call {
        kind: CallKind,
        recv: Option<Box<Expr>>,
        method: MethodId,
        site: Ty,
        args: Vec<Expr>,
        throws: Box<[Ty]>,
    },
    /// `this(..)` or `super(..)`: class of the constructor, enclosing instance for the superclass where it has one.
    CtorCall { is_super: bool, ctor: MethodId, outer: Option<Box<Expr>>, args: Vec<Expr>, throws: Box<[Ty]> },
    /// `new C(args)`. `outer` is the enclosing instance of C (explicit or implicit) for inner member classes; for local classes None: lower passes what they
    /// need. For an anonymous class, `ctor` is its own constructor (made by attribute: parameters are those of the superclass's constructor,
    /// preceded by the superclass's enclosing instance if `outer` is given here, which then is passed on).
    New { class: ClassId, ctor: MethodId, outer: Option<Box<Expr>>, args: Vec<Expr>, throws: Box<[Ty]> },
    /// `new T[d1][d2][]`; the node's type is the whole array type.
    NewArray(Vec<Expr>),
    /// `{a, b}`; the node's type is the array type.
    ArrayInit(Vec<Expr>),
    /// Negation and complement; operand promoted.
    Unary(UnaryOp, Box<Expr>),
    /// A binary operation; numeric operands promoted to one type (shifts: each on its own, the count is int or long), && and || too,
    /// == and != on numbers, booleans or references. Never string concatenation.
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// String concatenation, flattened left to right, constants merged; parts of any type.
    Concat(Vec<Expr>),
    /// `target = value`, value converted. Targets: Local, Field, Index.
    Assign(Box<Expr>, Box<Expr>),
    /// `target op= rhs`: `op_ty` is the promoted type of the operation (String for concatenation); target's value is converted to it, the result
    /// back to the target's type (`lhs_conv`, `result_conv`: applied to [`ExprKind::Hole`]). rhs is already converted.
    CompoundAssign {
        op: BinaryOp,
        target: Box<Expr>,
        rhs: Box<Expr>,
        op_ty: Ty,
        lhs_conv: Box<Expr>,
        result_conv: Box<Expr>,
    },
    /// `++`/`--`: like a compound assignment by one; `prefix` tells which value results.
    IncDec {
        delta: i32,
        prefix: bool,
        target: Box<Expr>,
        op_ty: Ty,
        lhs_conv: Box<Expr>,
        result_conv: Box<Expr>,
    },
    /// `c ? a : b`, operands converted to the node's type.
    Conditional(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `e instanceof T`, maybe binding a pattern variable. `T` may be parameterised; the test is on its erasure.
    InstanceOf(Box<Expr>, Ty, Option<LocalId>),
    /// A conversion to the node's type.
    Convert(Conversion, Box<Expr>),
    /// `T.class` (also primitives, void, arrays).
    ClassLit(Ty),
    /// A lambda expression; the node's type is the functional interface type (maybe an intersection).
    Lambda(Box<Lambda>),
    /// A method reference.
    MethodRef(Box<MethodRef>),
    /// A switch expression; yields carry values converted to the node's type.
    Switch(Box<Switch>),
    /// Stands for a value that is there already (see ForEach, CompoundAssign).
    Hole,
    /// Parenthesised expressions are not kept. What was wrong: never reaches lower.
    Error,
}

/// A lambda expression.
#[derive(Debug, Clone)]
pub struct Lambda {
    /// The interface's function method (the symbol as declared).
    pub method: MethodId,
    /// Its erased... no: its type instantiated for this lambda (the function type, JLS 9.9): parameters and result.
    pub fn_params: Vec<Ty>,
    /// Result of the function type.
    pub fn_ret: Ty,
    /// The lambda's parameters.
    pub params: Vec<LocalId>,
    /// The body: an expression body is a Return, or an Expr statement if the function type is void.
    pub body: Block,
    /// Whether the body was an expression (flow: no missing return).
    pub expr_body: bool,
    /// Exceptions the function type may throw (flow).
    pub throws: Vec<Ty>,
}

/// A method reference (JLS 15.13).
#[derive(Debug, Clone)]
pub struct MethodRef {
    /// The interface's function method.
    pub method: MethodId,
    /// Parameters of the function type.
    pub fn_params: Vec<Ty>,
    /// Result of the function type.
    pub fn_ret: Ty,
    /// Exceptions the function type may throw.
    pub throws: Vec<Ty>,
    /// What it refers to.
    pub target: MethodRefTarget,
}

/// What a method reference refers to.
#[derive(Debug, Clone)]
pub enum MethodRefTarget {
    /// `Type::staticMethod`, `expr::method` (bound receiver), `Type::method` (the first parameter is the receiver), `super::method`.
    Method {
        /// The method.
        method: MethodId,
        /// How it is called.
        kind: CallKind,
        /// Bound receiver, evaluated (and null-checked) when the reference is.
        recv: Option<Box<Expr>>,
        /// The qualifying type.
        site: Ty,
        /// Trailing arguments are packed into an array (variable arity invocation): needs a lambda.
        varargs: bool,
    },
    /// `Class::new`.
    Ctor {
        /// The class.
        class: ClassId,
        /// The constructor.
        ctor: MethodId,
        /// Implicit enclosing instance.
        outer: Option<Box<Expr>>,
        /// Variable arity invocation.
        varargs: bool,
    },
    /// `int[]::new`: the array type.
    Array(Ty),
}

/// An annotation for the class file.
#[derive(Debug, Clone)]
pub struct Annotation {
    /// The annotation interface.
    pub class: ClassId,
    /// Element-value pairs as written.
    pub values: Vec<(Name, AnnotationValue)>,
    /// Retention: None is SOURCE; Some(true) RUNTIME, Some(false) CLASS.
    pub runtime: Option<bool>,
}

/// An annotation of a type in a declaration (JVMS 4.7.20).
#[derive(Debug, Clone)]
pub struct TypeAnnotation {
    /// Which type of the declaration.
    pub target: TypeTarget,
    /// Where in that type: steps of a type_path.
    pub path: Vec<(u8, u8)>,
    /// The annotation.
    pub annotation: Annotation,
}

/// A type of a declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypeTarget {
    /// A type parameter of a class.
    ClassParam(u8),
    /// A type parameter of a method.
    MethodParam(u8),
    /// A superinterface by number, or 65535 the superclass.
    Supertype(u16),
    /// A bound of a class's type parameter.
    ClassBound(u8, u8),
    /// A bound of a method's type parameter.
    MethodBound(u8, u8),
    /// A field's or record component's type.
    Field,
    /// A method's result, or what a constructor makes.
    Return,
    /// The receiver parameter.
    Receiver,
    /// A parameter.
    Param(u8),
    /// An exception in `throws`.
    Throws(u16),
}

/// The value of an annotation's element.
#[derive(Debug, Clone)]
pub enum AnnotationValue {
    /// A primitive or String constant, with its type.
    Const(Const, Ty),
    /// An enum constant.
    Enum(FieldId),
    /// A class.
    Class(Ty),
    /// A nested annotation.
    Annotation(Box<Annotation>),
    /// An array.
    Array(Vec<AnnotationValue>),
}
