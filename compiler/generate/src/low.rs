//! The lowered tree: what lower makes of the typed tree and emit turns into bytecode. Types are erased, names are those of the class file,
//! and only constructs that bytecode knows are left (plus structured jumps, `try` and `switch` on int).

use rvm_model::hir::{BinaryOp, Const, LabelId};
use rvm_model::symbols::{ClassId, FieldId, MethodId};
use rvm_model::types::Ty;
use rvm_syntax::Name;

/// A local variable of one method.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct VarId(pub u32);

/// A variable's description.
#[derive(Clone, Debug)]
pub struct Var {
    /// Its name.
    pub name: Name,
    /// Erased type.
    pub ty: Ty,
    /// The type as declared, for LocalVariableTypeTable.
    pub generic: Ty,
    /// Made up by the compiler: not in LocalVariableTable.
    pub synthetic: bool,
}

/// A field or method as the constant pool names it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Member {
    /// Internal name of the class, or an array descriptor.
    pub owner: Name,
    /// Name.
    pub name: Name,
    /// Descriptor.
    pub desc: Name,
    /// The owner is an interface.
    pub interface: bool,
}

/// How a method is invoked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Invoke {
    /// invokevirtual or, for an interface's method, invokeinterface.
    Virtual,
    /// invokespecial.
    Special,
    /// invokestatic.
    Static,
}

/// A method handle constant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Handle {
    /// One of `rvm_classfile::constant::ref_kind`.
    pub kind: u8,
    /// The member.
    pub member: Member,
}

/// A static argument of a bootstrap method.
#[derive(Clone, Debug)]
pub enum BootArg {
    /// int.
    Int(i32),
    /// A String in UTF-16.
    Str(Vec<u16>),
    /// A class or array type by internal name.
    Class(Name),
    /// A method handle.
    Handle(Handle),
    /// A method type by descriptor.
    MethodType(Name),
}

/// An invokedynamic call site.
#[derive(Clone, Debug)]
pub struct Indy {
    /// The bootstrap method.
    pub bootstrap: Handle,
    /// Its static arguments.
    pub boot_args: Vec<BootArg>,
    /// Name at the call site.
    pub name: Name,
    /// Descriptor of the call site.
    pub desc: Name,
    /// Dynamic arguments.
    pub args: Vec<LExpr>,
}

/// An expression.
#[derive(Clone, Debug)]
pub struct LExpr {
    /// What it is.
    pub kind: LKind,
    /// Erased type of the value.
    pub ty: Ty,
    /// Line for LineNumberTable where the kind has an entry of its own, or 0.
    pub line: u32,
}

/// The expressions.
#[derive(Clone, Debug)]
pub enum LKind {
    /// A constant.
    Const(Const),
    /// `null`.
    Null,
    /// A local variable; `this` is one, too.
    Var(VarId),
    /// A static field.
    Static(Member),
    /// An instance field.
    Field(Box<LExpr>, Member),
    /// An array element.
    Index(Box<LExpr>, Box<LExpr>),
    /// `arraylength`.
    ArrayLength(Box<LExpr>),
    /// A call; the receiver first.
    Call(Invoke, Option<Box<LExpr>>, Member, Vec<LExpr>),
    /// An invokedynamic.
    Indy(Box<Indy>),
    /// `new`, dup, arguments, invokespecial.
    New(Member, Vec<LExpr>),
    /// A new array of the node's type with these dimensions.
    NewArray(Vec<LExpr>),
    /// A new array of the node's type with these elements.
    ArrayInit(Vec<LExpr>),
    /// `-`
    Neg(Box<LExpr>),
    /// `~`
    BitNot(Box<LExpr>),
    /// `!`
    Not(Box<LExpr>),
    /// An operation; the operand's type is that of the left operand.
    Binary(BinaryOp, Box<LExpr>, Box<LExpr>),
    /// `target = value`.
    Assign(Box<LExpr>, Box<LExpr>),
    /// `target = value` where [`LKind::Hole`], the first thing that `value` evaluates, is the old value; `old`: that is the result, too.
    Modify { target: Box<LExpr>, value: Box<LExpr>, old: bool },
    /// Adds a constant to an int variable.
    Iinc { var: VarId, delta: i32, old: bool },
    /// `c ? a : b`.
    Cond(Box<LExpr>, Box<LExpr>, Box<LExpr>),
    /// `instanceof` the erased type.
    InstanceOf(Box<LExpr>, Ty),
    /// `checkcast` to the node's type.
    Cast(Box<LExpr>),
    /// A primitive conversion to the node's type.
    Prim(Box<LExpr>),
    /// A class constant of a reference type.
    Class(Ty),
    /// A switch expression; its cases yield.
    Switch(Box<LSwitch>),
    /// Statements, then a value; the variables end with it.
    Let(Vec<LStmt>, Box<LExpr>),
    /// The value, after a null check.
    NonNull(Box<LExpr>),
    /// A value that is on the operand stack already.
    Hole,
}

/// A statement.
#[derive(Clone, Debug)]
pub struct LStmt {
    /// What it is.
    pub kind: LStmtKind,
    /// Its line, or 0.
    pub line: u32,
}

/// A block with the line of its closing brace (0: none).
#[derive(Clone, Debug, Default)]
pub struct LBlock {
    /// Its statements.
    pub stmts: Vec<LStmt>,
    /// Line of the closing brace.
    pub end: u32,
}

/// The statements.
#[derive(Clone, Debug)]
pub enum LStmtKind {
    /// An expression, its value dropped.
    Expr(LExpr),
    /// Declares a variable.
    Let(VarId, Option<LExpr>),
    /// A block.
    Block(LBlock),
    /// `if`.
    If(LExpr, Box<LStmt>, Option<Box<LStmt>>),
    /// A loop.
    Loop(Box<LLoop>),
    /// A labelled statement.
    Labeled(LabelId, Box<LStmt>),
    /// A switch statement.
    Switch(Box<LSwitch>),
    /// `return`.
    Return(Option<LExpr>),
    /// `break`.
    Break(LabelId),
    /// `continue`.
    Continue(LabelId),
    /// The value of the switch expression with that label.
    Yield(LabelId, LExpr),
    /// `throw`.
    Throw(LExpr),
    /// `try`.
    Try(Box<LTry>),
    /// `synchronized`.
    Sync(LExpr, LBlock),
}

/// A loop.
#[derive(Clone, Debug)]
pub struct LLoop {
    /// Target of break and continue.
    pub label: LabelId,
    /// The condition; None is true.
    pub cond: Option<LExpr>,
    /// Line of the condition.
    pub cond_line: u32,
    /// The condition is tested before the body.
    pub test_first: bool,
    /// After the body.
    pub step: Vec<LStmt>,
    /// The body.
    pub body: LStmt,
}

/// A switch on an int.
#[derive(Clone, Debug)]
pub struct LSwitch {
    /// Target of break or yield.
    pub label: LabelId,
    /// The selector.
    pub selector: LExpr,
    /// The cases in order.
    pub cases: Vec<LCase>,
    /// Line of the closing brace.
    pub end: u32,
    /// A `try` or `synchronized` is inside: a switch expression must empty the operand stack.
    pub has_try: bool,
}

/// A case.
#[derive(Clone, Debug)]
pub struct LCase {
    /// Its labels.
    pub labels: Vec<i32>,
    /// `default`.
    pub is_default: bool,
    /// Its statements.
    pub body: Vec<LStmt>,
}

/// `try`.
#[derive(Clone, Debug)]
pub struct LTry {
    /// The block.
    pub body: LBlock,
    /// The catch clauses.
    pub catches: Vec<LCatch>,
    /// `finally`.
    pub finally: Option<LBlock>,
    /// `finally` runs only when the body is left other than by an exception.
    pub body_only: bool,
    /// Line of the closing brace of the last block.
    pub end: u32,
}

/// A catch clause.
#[derive(Clone, Debug)]
pub struct LCatch {
    /// The erased types.
    pub types: Vec<Ty>,
    /// The parameter.
    pub var: VarId,
    /// The block.
    pub body: LBlock,
    /// Line of the parameter.
    pub line: u32,
}

/// Code of a method.
#[derive(Clone, Debug, Default)]
pub struct LCode {
    /// All variables.
    pub vars: Vec<Var>,
    /// Those that hold the arguments, `this` first.
    pub params: Vec<VarId>,
    /// The statements.
    pub body: LBlock,
    /// A constructor: `this` is uninitialised until the constructor call.
    pub ctor: bool,
    /// In `vars`, the variables of instance initialisers (numbered from [`crate::lower::SHARED`]) start here.
    pub split: Option<usize>,
}

/// Where a method's attributes (annotations, Signature, Exceptions ...) come from.
#[derive(Clone, Copy, Debug)]
pub enum Source {
    /// The symbol.
    Method(MethodId),
    /// Nothing: made up.
    None,
}

/// A method of the class file.
#[derive(Clone, Debug)]
pub struct LMethod {
    /// Class-file flags.
    pub flags: u16,
    /// Name.
    pub name: Name,
    /// Descriptor.
    pub desc: Name,
    /// Its symbol, if any.
    pub source: Source,
    /// Exceptions (erased), for a method without symbol.
    pub exceptions: Vec<Name>,
    /// The code; None for abstract and native methods.
    pub code: Option<LCode>,
    /// Number of leading and trailing parameters that the symbol does not have.
    pub extra: (usize, usize),
    /// MethodParameters: name and flags.
    pub parameters: Option<Vec<(Name, u16)>>,
}

/// A field of the class file.
#[derive(Clone, Debug)]
pub struct LField {
    /// Class-file flags.
    pub flags: u16,
    /// Name.
    pub name: Name,
    /// Descriptor.
    pub desc: Name,
    /// ConstantValue.
    pub constant: Option<Const>,
    /// Its symbol, if any.
    pub source: Option<FieldId>,
}

/// A class to emit.
#[derive(Clone, Debug)]
pub struct LClass {
    /// Its symbol; None for classes that lower makes up (switch maps, constructor tags).
    pub class: Option<ClassId>,
    /// Internal name.
    pub name: Name,
    /// Class-file flags.
    pub flags: u16,
    /// Internal name of the superclass.
    pub superclass: Option<Name>,
    /// Internal names of the superinterfaces.
    pub interfaces: Vec<Name>,
    /// Fields.
    pub fields: Vec<LField>,
    /// Methods.
    pub methods: Vec<LMethod>,
    /// The top-level class it came from.
    pub outermost: ClassId,
}

impl LExpr {
    /// A node without a line.
    pub fn new(kind: LKind, ty: Ty) -> LExpr {
        LExpr { kind, ty, line: 0 }
    }

    /// An int constant.
    pub fn int(value: i32) -> LExpr {
        LExpr::new(LKind::Const(Const::Int(value)), Ty::INT)
    }

    /// A boolean constant.
    pub fn bool(value: bool) -> LExpr {
        LExpr::new(LKind::Const(Const::Int(value as i32)), Ty::BOOLEAN)
    }

    /// The same with a line.
    pub fn at(self, line: u32) -> LExpr {
        LExpr { line, ..self }
    }

    /// The value if it is an int-like constant.
    pub fn as_int(&self) -> Option<i32> {
        match self.kind {
            LKind::Const(Const::Int(v)) => Some(v),
            _ => None,
        }
    }
}

impl LStmt {
    /// A statement.
    pub fn new(kind: LStmtKind, line: u32) -> LStmt {
        LStmt { kind, line }
    }

    /// An expression statement.
    pub fn expr(e: LExpr, line: u32) -> LStmt {
        LStmt { kind: LStmtKind::Expr(e), line }
    }
}
