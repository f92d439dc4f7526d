//! Scopes of types (JLS 6.3, 6.4.1): the environment chain, lookup of simple and qualified type names, imports, and types as written.

mod imports;
mod lookup;
mod resolve;
mod validate;

pub use imports::Unit;
pub use lookup::TypeLookup;
pub(crate) use resolve::Mode;

use rvm_model::symbols::{ClassId, TypeVarId};
use rvm_syntax::Name;
use std::cell::RefCell;
use std::rc::Rc;

/// What names of types mean at a place. Cheap to clone.
#[derive(Clone)]
pub struct Env(Rc<Node>);

struct Node {
    kind: Kind,
    outer: Option<Env>,
}

enum Kind {
    /// A compilation unit: its types, imports, package.
    Unit(Rc<Unit>),
    /// The body of a class: its member types and type parameters.
    Class(ClassId),
    /// Type parameters of a method, or of a class whose header is being looked at. The class is that of the header.
    TypeParams(Vec<TypeVarId>, Option<ClassId>),
    /// Local classes of a block, in order of declaration.
    Block(RefCell<Vec<(Name, ClassId)>>),
    /// What is inside stands in a static context.
    Static,
}

impl Env {
    fn push(&self, kind: Kind) -> Env {
        Env(Rc::new(Node { kind, outer: Some(self.clone()) }))
    }

    /// The outermost environment of a file.
    pub fn of_unit(unit: Rc<Unit>) -> Env {
        Env(Rc::new(Node { kind: Kind::Unit(unit), outer: None }))
    }

    /// Inside the body of a class.
    pub fn with_class(&self, c: ClassId) -> Env {
        self.push(Kind::Class(c))
    }

    /// With type parameters of a method or constructor.
    pub fn with_type_params(&self, vars: &[TypeVarId]) -> Env {
        if vars.is_empty() { self.clone() } else { self.push(Kind::TypeParams(vars.to_vec(), None)) }
    }

    /// The header of a class: its type parameters without its members.
    pub(crate) fn with_header(&self, c: ClassId, vars: &[TypeVarId]) -> Env {
        self.push(Kind::TypeParams(vars.to_vec(), Some(c)))
    }

    /// Inside a static method or initialiser.
    pub fn with_static(&self) -> Env {
        self.push(Kind::Static)
    }

    /// A new block, for local classes declared in it.
    pub fn with_block(&self) -> Env {
        self.push(Kind::Block(RefCell::default()))
    }

    /// Brings a local class into the scope of the innermost block.
    pub fn declare_local(&self, name: Name, class: ClassId) {
        let mut env = Some(self);
        while let Some(e) = env {
            if let Kind::Block(list) = &e.0.kind {
                list.borrow_mut().push((name, class));
                return;
            }
            env = e.0.outer.as_ref();
        }
    }

    /// A local class of that name declared in the method or initialiser around (not beyond the innermost class).
    pub fn local_class_here(&self, name: Name) -> Option<ClassId> {
        let mut env = Some(self);
        while let Some(e) = env {
            match &e.0.kind {
                Kind::Block(list) => {
                    let found = list.borrow().iter().rev().find(|(n, _)| *n == name).map(|p| p.1);
                    if found.is_some() {
                        return found;
                    }
                }
                Kind::Class(_) => return None,
                _ => {}
            }
            env = e.0.outer.as_ref();
        }
        None
    }

    /// The innermost class around.
    pub fn class(&self) -> Option<ClassId> {
        let mut env = Some(self);
        while let Some(e) = env {
            if let Kind::Class(c) = &e.0.kind {
                return Some(*c);
            }
            env = e.0.outer.as_ref();
        }
        None
    }

    /// The class around, or the one whose header this is: for questions of access.
    pub fn access_class(&self) -> Option<ClassId> {
        let mut env = Some(self);
        while let Some(e) = env {
            match &e.0.kind {
                Kind::Class(c) | Kind::TypeParams(_, Some(c)) => return Some(*c),
                _ => {}
            }
            env = e.0.outer.as_ref();
        }
        None
    }

    /// Between here and the innermost class's body something is static.
    pub fn is_static(&self) -> bool {
        let mut env = Some(self);
        while let Some(e) = env {
            match &e.0.kind {
                Kind::Static => return true,
                Kind::Class(_) => return false,
                _ => {}
            }
            env = e.0.outer.as_ref();
        }
        false
    }

    /// The file's scope.
    pub fn unit(&self) -> &Rc<Unit> {
        let mut env = self;
        loop {
            match (&env.0.kind, &env.0.outer) {
                (Kind::Unit(u), _) => return u,
                (_, Some(o)) => env = o,
                // Every chain ends in a unit: of_unit makes the only nodes without an outer one.
                (_, None) => unreachable!("scope chain without a unit"),
            }
        }
    }
}
