//! The environment of a body: what names, `this`, `return` and jumps mean at a place. Cheap to clone, so that lambdas whose
//! attribution waits for inference keep theirs.

use super::operand::Operand;
use crate::scope;
use rvm_model::hir::LabelId;
use rvm_model::symbols::{ClassId, FieldId, LocalId, MethodId};
use rvm_model::types::Ty;
use rvm_syntax::Name;
use std::cell::RefCell;
use std::rc::Rc;

/// A local variable in scope, linked to the one declared before.
#[derive(Debug)]
pub struct LocalNode {
    /// Its name.
    pub name: Name,
    /// The variable.
    pub id: LocalId,
    /// What was in scope before.
    pub prev: Option<Rc<LocalNode>>,
}

impl Drop for LocalNode {
    // A long chain must not be dropped recursively.
    fn drop(&mut self) {
        let mut next = self.prev.take();
        while let Some(node) = next {
            match Rc::try_unwrap(node) {
                Ok(mut node) => next = node.prev.take(),
                Err(_) => break,
            }
        }
    }
}

/// Results that a lambda body or switch expression hands out, each waiting for its target type.
#[derive(Default)]
pub struct Results {
    /// The values, in textual order; a placeholder in the HIR holds the index.
    pub values: Vec<Operand>,
    /// `return;` was seen.
    pub void: bool,
}

/// What `return` does.
#[derive(Clone)]
pub enum Return {
    /// Not allowed: an initialiser.
    Init,
    /// Leaves a method with that result.
    Method(Ty),
    /// Leaves a lambda body.
    Lambda(Rc<RefCell<Results>>),
    /// Not allowed: it would leave a switch expression.
    SwitchExpr,
}

/// What a jump statement can leave.
#[derive(Clone)]
pub enum JumpKind {
    /// A loop.
    Loop,
    /// A switch statement.
    Switch,
    /// A labelled statement that is neither.
    Block,
    /// A switch expression, with its results.
    SwitchExpr(Rc<RefCell<Results>>),
}

/// A statement that break, continue or yield may name, linked to the one around it.
pub struct Jump {
    /// Its label in the source.
    pub name: Option<Name>,
    /// Its label in the HIR.
    pub label: LabelId,
    /// What it is.
    pub kind: JumpKind,
    /// The one around.
    pub outer: Option<Rc<Jump>>,
}

/// What stays the same in a method, initialiser or lambda.
pub struct Frame {
    /// The class whose body this is.
    pub class: ClassId,
    /// The method; None in initialisers.
    pub method: Option<MethodId>,
    /// No `this` here: a static method or initialiser.
    pub is_static: bool,
    /// Depth of lambdas within the method.
    pub lambda_depth: u32,
    /// What `return` does.
    pub ret: Return,
    /// The environment of the class declaration, for nested classes.
    pub outer: Option<Rc<Env>>,
    /// In a field initialiser or initialiser block: whether static, and the field.
    pub init: Option<(bool, Option<FieldId>)>,
}

/// The environment.
#[derive(Clone)]
pub struct Env {
    /// See [`Frame`].
    pub frame: Rc<Frame>,
    /// Names of types.
    pub types: scope::Env,
    /// Local variables of this class's body.
    pub locals: Option<Rc<LocalNode>>,
    /// Targets of jumps.
    pub jumps: Option<Rc<Jump>>,
    /// In the arguments of `this(..)` or `super(..)`: the instance is not there yet.
    pub prologue: bool,
}

impl Env {
    /// The class whose body this is.
    pub fn class(&self) -> ClassId {
        self.frame.class
    }

    /// Finds a local variable of this class's body.
    pub fn find_local(&self, name: Name) -> Option<LocalId> {
        let mut node = self.locals.as_ref();
        while let Some(n) = node {
            if n.name == name {
                return Some(n.id);
            }
            node = n.prev.as_ref();
        }
        None
    }

    /// Brings a local variable into scope.
    pub fn add_local(&mut self, name: Name, id: LocalId) {
        let prev = self.locals.take();
        self.locals = Some(Rc::new(LocalNode { name, id, prev }));
    }

    /// The same with variables that a condition binds.
    pub fn with_bindings(&self, bindings: &[(Name, LocalId)]) -> Env {
        let mut env = self.clone();
        for &(name, id) in bindings {
            env.add_local(name, id);
        }
        env
    }

    /// The same with one more target of jumps.
    pub fn with_jump(&self, name: Option<Name>, label: LabelId, kind: JumpKind) -> Env {
        let mut env = self.clone();
        env.jumps = Some(Rc::new(Jump { name, label, kind, outer: self.jumps.clone() }));
        env
    }

    /// The same with another frame.
    pub fn with_frame(&self, frame: Frame) -> Env {
        Env { frame: Rc::new(frame), ..self.clone() }
    }
}
