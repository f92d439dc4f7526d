//! Inference variables with their bounds, and an undo log.

use rvm_model::symbols::TypeVarId;
use rvm_model::types::{InferVar, Ty};

/// The kinds of bounds (JLS 18.1.3).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BoundKind {
    /// `α = T`
    Eq,
    /// `T <: α`
    Lower,
    /// `α <: T`
    Upper,
}

/// An inference variable.
#[derive(Debug)]
pub struct Var {
    /// The type parameter it stands for.
    pub decl: TypeVarId,
    /// Equality bounds.
    pub eq: Vec<Ty>,
    /// Lower bounds.
    pub lower: Vec<Ty>,
    /// Upper bounds.
    pub upper: Vec<Ty>,
    /// How many of the upper bounds are declared ones.
    pub declared: usize,
    /// The instantiation once resolved.
    pub inst: Option<Ty>,
    /// Appears in a throws clause (JLS 18.1.3).
    pub throws: bool,
}

/// Why inference failed: the first contradiction. Types are as a message shows them, without inference variables.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// Equality constraints that exclude each other.
    EqBounds(TypeVarId, Vec<Ty>),
    /// Two sets of bounds that exclude each other.
    Bounds(TypeVarId, BoundKind, Vec<Ty>, BoundKind, Vec<Ty>),
    /// A resolved variable breaks its upper bounds.
    Upper(Ty, Vec<Ty>),
}

#[derive(Debug)]
enum Undo {
    Bound(InferVar, BoundKind),
    Inst(InferVar),
    Throws(InferVar),
}

/// A point to return to.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    trail: usize,
    vars: usize,
}

/// All inference variables in use.
#[derive(Default, Debug)]
pub struct Store {
    vars: Vec<Var>,
    trail: Vec<Undo>,
    /// The first contradiction since it was last taken.
    pub failure: Option<Failure>,
    /// Bounds that are to be combined with those that are there.
    pub queue: std::collections::VecDeque<(InferVar, BoundKind, Ty)>,
    /// Above zero: incorporation waits, as javac's does until all arguments are looked at.
    pub deferred: u32,
    /// An unchecked conversion was necessary since the flag was last cleared (JLS 18.5.2).
    pub unchecked: bool,
}

impl Store {
    /// A new variable for a type parameter.
    pub fn fresh(&mut self, decl: TypeVarId) -> InferVar {
        self.vars.push(Var {
            decl,
            eq: Vec::new(),
            lower: Vec::new(),
            upper: Vec::new(),
            declared: 0,
            inst: None,
            throws: false,
        });
        InferVar(self.vars.len() as u32 - 1)
    }

    /// The variable behind an id.
    pub fn var(&self, v: InferVar) -> &Var {
        &self.vars[v.0 as usize]
    }

    /// Its instantiation, if resolved.
    pub fn inst(&self, v: InferVar) -> Option<Ty> {
        self.vars.get(v.0 as usize).and_then(|v| v.inst)
    }

    /// Bounds of one kind.
    pub fn bounds(&self, v: InferVar, kind: BoundKind) -> &Vec<Ty> {
        let var = self.var(v);
        match kind {
            BoundKind::Eq => &var.eq,
            BoundKind::Lower => &var.lower,
            BoundKind::Upper => &var.upper,
        }
    }

    fn bounds_mut(&mut self, v: InferVar, kind: BoundKind) -> &mut Vec<Ty> {
        let var = &mut self.vars[v.0 as usize];
        match kind {
            BoundKind::Eq => &mut var.eq,
            BoundKind::Lower => &mut var.lower,
            BoundKind::Upper => &mut var.upper,
        }
    }

    /// Adds a bound; false if it is there already.
    pub fn push(&mut self, v: InferVar, kind: BoundKind, ty: Ty) -> bool {
        let bounds = self.bounds_mut(v, kind);
        if bounds.contains(&ty) {
            return false;
        }
        bounds.push(ty);
        self.trail.push(Undo::Bound(v, kind));
        true
    }

    /// Adds the declared upper bounds of a fresh variable.
    pub fn declare_uppers(&mut self, v: InferVar, bounds: Vec<Ty>) {
        let var = &mut self.vars[v.0 as usize];
        var.declared = bounds.len();
        var.upper = bounds;
    }

    /// Records an instantiation.
    pub fn set_inst(&mut self, v: InferVar, ty: Ty) {
        self.vars[v.0 as usize].inst = Some(ty);
        self.trail.push(Undo::Inst(v));
    }

    /// Marks a variable as thrown.
    pub fn set_throws(&mut self, v: InferVar) {
        if !self.vars[v.0 as usize].throws {
            self.vars[v.0 as usize].throws = true;
            self.trail.push(Undo::Throws(v));
        }
    }

    /// Number of variables.
    pub fn len(&self) -> usize {
        self.vars.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.vars.is_empty()
    }

    /// A point to return to.
    pub fn mark(&self) -> Mark {
        Mark { trail: self.trail.len(), vars: self.vars.len() }
    }

    /// Forgets all variables and bounds since `mark`.
    pub fn undo(&mut self, mark: Mark) {
        while self.trail.len() > mark.trail {
            match self.trail.pop() {
                Some(Undo::Bound(v, kind)) => {
                    if (v.0 as usize) < self.vars.len() {
                        self.bounds_mut(v, kind).pop();
                    }
                }
                Some(Undo::Inst(v)) => self.vars[v.0 as usize].inst = None,
                Some(Undo::Throws(v)) => self.vars[v.0 as usize].throws = false,
                None => break,
            }
        }
        self.vars.truncate(mark.vars);
        self.queue.clear();
        self.failure = None;
    }

    /// Forgets the bounds since `mark` that belong to variables made before or after it; the variables stay.
    pub fn undo_bounds(&mut self, mark: Mark) {
        let vars = self.vars.len();
        self.undo(Mark { trail: mark.trail, vars });
    }

    /// Forgets everything: no expression is under way.
    pub fn clear(&mut self) {
        self.vars.clear();
        self.trail.clear();
        self.queue.clear();
        self.failure = None;
        self.unchecked = false;
    }
}
