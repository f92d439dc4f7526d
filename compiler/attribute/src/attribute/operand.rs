//! Expressions on their way: attributed, or waiting for the type that their context wants (poly expressions, JLS 15.2).

use super::env::{Env, Results};
use rvm_model::hir;
use rvm_model::symbols::{ClassId, LocalId, MethodId, TypeVarId};
use rvm_model::types::{InferVar, Ty};
use rvm_syntax::Span;
use rvm_syntax::tree::Ident;
use rvm_syntax::tree::{self, LambdaExpr, TypeDecl};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// An expression, attributed as far as is possible without a target type.
#[derive(Clone)]
pub enum Operand {
    /// A standalone expression.
    Done(hir::Expr),
    /// A generic method call or diamond creation whose result depends on its inference variables.
    Call(Rc<PendingCall>),
    /// A lambda.
    Lambda(Rc<PendingLambda>),
    /// A method reference.
    MethodRef(Rc<PendingRef>),
    /// A reference conditional with an operand that waits.
    Cond(Rc<PendingCond>),
    /// A switch expression with a result that waits.
    Switch(Rc<PendingSwitch>),
}

/// What a pending call calls.
pub enum Callee {
    /// A method.
    Method {
        /// How.
        kind: hir::CallKind,
        /// The receiver, until it is moved into the HIR.
        recv: RefCell<Option<hir::Expr>>,
        /// The qualifying type.
        site: Ty,
        /// The type whose member it is.
        access: Ty,
    },
    /// A constructor by `new`.
    New {
        /// The class.
        class: ClassId,
        /// Its enclosing instance.
        outer: RefCell<Option<hir::Expr>>,
        /// The body of an anonymous class.
        body: Option<(Rc<TypeDecl>, Env)>,
    },
}

/// A call whose inference variables are not resolved yet.
pub struct PendingCall {
    /// The place.
    pub span: Span,
    /// Place of the name, where messages about the method go.
    pub name_span: Span,
    /// What is called.
    pub callee: Callee,
    /// The method or constructor.
    pub method: MethodId,
    /// Its inference variables.
    pub vars: Vec<InferVar>,
    /// All type parameters in play and what stands for them, explicit type arguments included.
    pub type_env: (Vec<TypeVarId>, Vec<Ty>),
    /// Formal parameter types with inference variables.
    pub params: Vec<Ty>,
    /// Applicable by variable arity invocation only.
    pub varargs: bool,
    /// The result type with inference variables.
    pub ret: Ty,
    /// The result type captured, where an inference around has bounds on that.
    pub captured: Cell<Option<Ty>>,
    /// The arguments.
    pub args: RefCell<Vec<Operand>>,
    /// An unchecked conversion was necessary for applicability.
    pub unchecked: bool,
    /// The constraints of the arguments that wait were handed to the inference around.
    pub delegated: Cell<bool>,
}

/// The attributed body of a lambda.
pub struct LambdaBody {
    /// Parameters.
    pub params: Vec<LocalId>,
    /// Their types: the body was attributed with these.
    pub types: Vec<Ty>,
    /// The statements; returns hold placeholders. For an expression body there are none.
    pub block: hir::Block,
    /// Results: of an expression body, the expression.
    pub results: Results,
}

/// A lambda.
pub struct PendingLambda {
    /// The tree.
    pub tree: Rc<LambdaExpr>,
    /// Place of the whole.
    pub span: Span,
    /// Where it stands.
    pub env: Env,
    /// The body, once attributed (explicit lambdas: at once).
    pub body: RefCell<Option<LambdaBody>>,
    /// Whether control can leave the block body at its end.
    pub can_complete: Cell<bool>,
}

/// The qualifier of a method reference.
#[derive(Clone)]
pub enum RefQualifier {
    /// An expression, evaluated when the reference is.
    Expr(hir::Expr),
    /// `super` or `T.super`: the receiver.
    Super(hir::Expr, Ty),
    /// A type.
    Type(Ty),
}

/// A method reference.
pub struct PendingRef {
    /// The place.
    pub span: Span,
    /// Where it stands.
    pub env: Env,
    /// The qualifier.
    pub qualifier: RefQualifier,
    /// Explicit type arguments.
    pub type_args: Vec<Ty>,
    /// The name, or `new`.
    pub name: Ident,
    /// The one method it can mean, if it is exact (JLS 15.13.1).
    pub exact: Option<MethodId>,
}

/// A conditional whose type comes from its target.
pub struct PendingCond {
    /// The place.
    pub span: Span,
    /// The condition.
    pub cond: hir::Expr,
    /// The operands.
    pub then: RefCell<Option<Operand>>,
    /// The second one.
    pub other: RefCell<Option<Operand>>,
}

/// A switch expression whose type comes from its target.
pub struct PendingSwitch {
    /// The place.
    pub span: Span,
    /// The switch; yields hold placeholders.
    pub switch: RefCell<Option<hir::Switch>>,
    /// The values yielded.
    pub results: RefCell<Results>,
}

impl Operand {
    /// The place.
    pub fn span(&self) -> Span {
        match self {
            Operand::Done(e) => e.span,
            Operand::Call(c) => c.span,
            Operand::Lambda(l) => l.tree.span,
            Operand::MethodRef(r) => r.span,
            Operand::Cond(c) => c.span,
            Operand::Switch(s) => s.span,
        }
    }
}

/// An expression without parentheses around it.
pub fn skip_parens(mut e: &tree::Expr) -> &tree::Expr {
    while let tree::ExprKind::Paren(inner) = &e.kind {
        e = inner;
    }
    e
}

/// The placeholder for a result that waits.
pub fn placeholder(index: usize, span: Span) -> hir::Expr {
    hir::Expr { kind: hir::ExprKind::Literal(hir::Const::Int(index as i32)), ty: Ty::VOID, span }
}

/// The index in a placeholder.
pub fn placeholder_index(e: &hir::Expr) -> Option<usize> {
    match e.kind {
        hir::ExprKind::Literal(hir::Const::Int(i)) if e.ty == Ty::VOID => Some(i as usize),
        _ => None,
    }
}
