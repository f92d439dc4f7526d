//! Attribution: the trees of bodies to the typed tree (HIR).
//!
//! An expression is attributed once, without its target, to an [`operand::Operand`]: done, or waiting for a target type (generic calls,
//! lambdas, method references and what contains them). `coerce` then gives it its target. So nested lambdas cost linear time, and no
//! tree is attributed twice.
//!
//! - `class`: bodies of classes, fields, methods; `capture`: captured variables;
//! - `stmt`, `loops`, `switch`, `tries`: statements;
//! - `expr`: expressions by kind; `names`: JLS 6.5; `ops`, `assign`: operators; `conditional`; `instance`: casts, instanceof;
//! - `calls`, `creation`, `lambda`, `method_ref`: what takes part in inference;
//! - `convert`, `coerce`: conversions and contexts (JLS 5); `report`: messages.

mod assign;
pub(crate) mod calls;
mod capture;
mod class;
pub(crate) mod coerce;
mod conditional;
pub(crate) mod convert;
mod creation;
mod elements;
pub mod env;
pub(crate) mod expr;
mod instance;
pub(crate) mod lambda;
mod lints;
mod loops;
mod method_ref;
mod names;
pub mod operand;
mod ops;
pub(crate) mod report;
mod stmt;
mod switch;
mod tries;

use crate::Ctx;
use crate::infer::Store;
use hashbrown::HashMap;
use rvm_model::World;
use rvm_model::hir::{self, ExprKind, LabelId};
use rvm_model::symbols::MethodId;
use rvm_model::symbols::{ClassId, FieldId, LocalId};
use rvm_model::types::Ty;
use rvm_syntax::{Name, Span};
use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

/// What attribution remembers for a whole run.
#[derive(Default)]
pub struct Tables {
    /// Fields whose constant value is being computed: a cycle has none.
    pub(crate) folding: RefCell<HashSet<FieldId>>,
    /// Environments of class bodies, where their outer ones are found.
    pub(crate) class_envs: RefCell<HashMap<ClassId, env::Env>>,
    /// Methods by class and name, inherited ones included.
    #[allow(clippy::type_complexity, reason = "a table")]
    pub(crate) candidates: RefCell<HashMap<(ClassId, Name), Rc<[MethodId]>>>,
}

/// Pattern variables that a condition introduces when true and when false (JLS 6.3.1).
#[derive(Default, Clone)]
pub(crate) struct Bindings {
    pub when_true: Vec<(Name, LocalId)>,
    pub when_false: Vec<(Name, LocalId)>,
}

impl Bindings {
    fn swap(self) -> Bindings {
        Bindings { when_true: self.when_false, when_false: self.when_true }
    }
}

/// Variables that messages about assignments have special words for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum SpecialLocal {
    /// A parameter, exception parameter or variable of an enhanced for.
    Param,
    /// The parameter of a multi-catch.
    MultiCatch,
    /// A resource of try.
    Resource,
}

/// Attribution of one top-level class.
pub(crate) struct Attr<'a> {
    pub ctx: &'a Ctx<'a>,
    pub w: &'a World,
    pub infer: Store,
    pub infer_depth: u32,
    /// Above zero while statements are attributed inside an expression (lambda bodies, anonymous classes): its inference lives on.
    pub nested: u32,
    next_label: u32,
    /// The top-level class under way.
    pub top: Option<ClassId>,
    /// Whose access rights count, where it is not the class of the environment.
    pub access_from: Option<ClassId>,
    /// What the expression attributed last binds.
    pub bindings: Bindings,
    /// Bodies of the classes met, one list for each class under way.
    pub bodies: Vec<Vec<hir::ClassBody>>,
    /// Variables with a value from their declaration on.
    pub initialised: HashSet<LocalId>,
    /// The constructor that the `this(..)` met last calls.
    pub this_called: Option<MethodId>,
    /// Variables with rules of their own for assignment.
    pub special_locals: HashMap<LocalId, SpecialLocal>,
    /// Messages that javac has for flow analysis: only if nothing else is wrong.
    pub late: Vec<(Span, &'static str, String)>,
    /// Creations of local classes: the creating class's captures must include theirs.
    pub local_creations: Vec<(ClassId, ClassId)>,
}

/// Attributes a top-level class and all classes in it.
pub fn attribute_class(ctx: &Ctx<'_>, class: ClassId) -> hir::ClassBody {
    let mut attr = Attr::new(ctx);
    attr.top = Some(class);
    let body = attr.top_level_class(class);
    attr.finish_captures();
    body
}

impl<'a> Attr<'a> {
    pub(crate) fn new(ctx: &'a Ctx<'a>) -> Attr<'a> {
        Attr {
            ctx,
            w: ctx.world,
            infer: Store::default(),
            infer_depth: 0,
            nested: 0,
            next_label: 0,
            top: None,
            access_from: None,
            bindings: Bindings::default(),
            bodies: Vec::new(),
            initialised: HashSet::new(),
            this_called: None,
            special_locals: HashMap::new(),
            late: Vec::new(),
            local_creations: Vec::new(),
        }
    }

    /// The class whose access rights count.
    pub(crate) fn access_class(&self, env: &env::Env) -> ClassId {
        self.access_from.unwrap_or(env.class())
    }

    pub(crate) fn new_label(&mut self) -> LabelId {
        self.next_label += 1;
        LabelId(self.next_label)
    }

    /// Takes the bindings of the expression attributed last.
    pub(crate) fn take_bindings(&mut self) -> Bindings {
        std::mem::take(&mut self.bindings)
    }
}

/// Makes an expression.
pub(crate) fn expr(kind: ExprKind, ty: Ty, span: Span) -> hir::Expr {
    hir::Expr { kind, ty, span }
}

/// Stands for what was wrong and has been reported.
pub(crate) fn error_expr(span: Span) -> hir::Expr {
    hir::Expr { kind: ExprKind::Error, ty: Ty::ERROR, span }
}
