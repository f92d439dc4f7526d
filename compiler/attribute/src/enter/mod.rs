//! Entering: trees of declarations to symbols.
//!
//! All classes of all files are declared first, member classes too; then imports are resolved; then class by class headers (supertypes, type
//! parameters) and members; annotations at last. What a header needs of another class is worked out on demand.

pub mod annotations;
mod declare;
mod header;
mod local;
mod members;
pub(crate) mod type_annotations;

pub use declare::Placement;

use crate::Ctx;
use crate::scope::{Env, Unit};
use hashbrown::{HashMap, HashSet};
use rvm_model::symbols::{ClassId, FieldId, MethodId};
use rvm_syntax::tree::CompilationUnit;
use rvm_syntax::{Name, Span};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Gives the tree of a source file for a class (internal binary name of a top-level class) if there is one on the source path that is to be
/// preferred to class files. A file is given once.
pub type SourceFinder = Box<dyn Fn(&str) -> Option<CompilationUnit>>;

/// What entering remembers for a whole run.
#[derive(Default)]
pub struct Tables {
    /// Classes of this run by internal binary name.
    pub(crate) classes: RefCell<HashMap<Name, ClassId>>,
    /// The environment that each class of this run is declared in.
    outer_envs: RefCell<HashMap<ClassId, Env>>,
    /// Classes directly above, without type arguments.
    hierarchies: RefCell<HashMap<ClassId, Option<Vec<ClassId>>>>,
    /// Headers done or under way.
    headers: RefCell<HashSet<ClassId>>,
    /// Classes whose members are entered.
    entered: RefCell<HashSet<ClassId>>,
    /// Known to be free of cycles.
    acyclic: RefCell<HashSet<ClassId>>,
    /// Top-level classes and those nested in them that still wait for phases, by level of nesting.
    queue: RefCell<Vec<ClassId>>,
    units: RefCell<Vec<Rc<Unit>>>,
    /// How many units have gone through all phases.
    done_units: Cell<usize>,
    /// All that was given is entered: what comes later is entered at once.
    pub(crate) complete: Cell<bool>,
    /// Next numbers of local and anonymous classes.
    local_numbers: RefCell<HashMap<(Name, Name), u32>>,
    /// Source files by class name, for classes that the given files refer to.
    pub source_finder: RefCell<Option<SourceFinder>>,
    /// Top-level classes entered, in order; those of files found on the source path come after the given ones.
    top_level: RefCell<Vec<ClassId>>,
    /// Enum constants' trees.
    pub(crate) constants: RefCell<HashMap<FieldId, (Rc<rvm_syntax::tree::TypeDecl>, usize)>>,
    /// Declarations that did not become symbols, being duplicates.
    pub(crate) duplicates: RefCell<HashSet<Span2>>,
    /// Annotation interfaces whose own annotations are being resolved.
    pub(crate) annotating: RefCell<HashSet<ClassId>>,
    /// Where annotations wait until all members are there.
    pub(crate) annotation_queue: RefCell<Vec<Annotated>>,
    /// Annotation interfaces whose elements were looked through for cycles.
    pub(crate) acyclic_elements: RefCell<HashSet<ClassId>>,
    /// Canonical constructors.
    pub(crate) canonical: RefCell<HashMap<ClassId, MethodId>>,
    /// A module declaration is among the sources: all of them belong to it.
    pub(crate) named_module: std::cell::Cell<bool>,
}

impl Tables {
    /// All files of this run so far.
    pub(crate) fn units(&self) -> std::cell::Ref<'_, Vec<Rc<Unit>>> {
        self.units.borrow()
    }
}

/// A place as a key.
pub(crate) type Span2 = (rvm_syntax::FileId, u32);

/// A declaration whose annotations wait to be resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Annotated {
    Class(ClassId),
    Field(FieldId),
    Method(MethodId),
}

impl<'a> Ctx<'a> {
    /// Enters files: all their classes with headers and members, and those of files on the source path that they refer to in these.
    /// Returns the top-level classes in order.
    pub fn enter(&self, units: Vec<CompilationUnit>) -> Vec<ClassId> {
        self.enter.named_module.set(units.iter().any(|u| u.module.is_some()));
        for unit in units {
            self.declare_unit(unit);
        }
        self.run_phases();
        self.enter.complete.set(true);
        self.top_level_classes()
    }

    /// All top-level classes of this run so far; attribution of one may add some from the source path.
    pub fn top_level_classes(&self) -> Vec<ClassId> {
        self.enter.top_level.borrow().clone()
    }

    /// Does all phases for what is declared but not entered yet, in javac's order of messages: class by class, each with what is nested in it.
    fn run_phases(&self) {
        loop {
            let units: Vec<Rc<Unit>> = self.enter.units.borrow()[self.enter.done_units.get()..].to_vec();
            let queue = std::mem::take(&mut *self.enter.queue.borrow_mut());
            if units.is_empty() && queue.is_empty() {
                break;
            }
            self.enter.done_units.set(self.enter.done_units.get() + units.len());
            for u in &units {
                self.check_imports_early(u);
            }
            let mut late = units;
            for c in queue {
                self.complete_header(c);
                self.enter_members(c);
                // What is wrong with a file's imports shows after its first class.
                let file = self.world.class_raw(c).span.file;
                if let Some(i) = late.iter().position(|u| u.file == file) {
                    let unit = late.remove(i);
                    self.check_imports_late(&unit);
                }
                self.enter_nested(c);
            }
            for u in late {
                self.check_imports_late(&u);
            }
        }
        self.flush_annotations();
    }

    /// Headers and members of all classes in a class, depth first.
    pub(super) fn enter_nested(&self, c: ClassId) {
        let mut stack: Vec<ClassId> =
            self.world.class_raw(c).member_classes.borrow().iter().rev().copied().collect();
        while let Some(k) = stack.pop() {
            self.complete_header(k);
            self.enter_members(k);
            stack.extend(self.world.class_raw(k).member_classes.borrow().iter().rev());
        }
    }

    /// The class of a source file on the source path.
    pub(crate) fn load_source(&self, binary: Name) -> Option<ClassId> {
        if binary.as_str().contains('$') {
            return None;
        }
        let unit = match &*self.enter.source_finder.borrow() {
            Some(find) => find(binary.as_str())?,
            None => return None,
        };
        self.declare_unit(unit);
        if self.enter.complete.get() {
            self.run_phases();
        }
        self.enter.classes.borrow().get(&binary).copied()
    }

    /// The environment in which a class of this run is declared.
    pub fn outer_env(&self, c: ClassId) -> Option<Env> {
        self.enter.outer_envs.borrow().get(&c).cloned()
    }

    /// The environment of a class's body.
    ///
    /// # Panics
    /// If the class is not one of this run's sources.
    pub fn class_env(&self, c: ClassId) -> Env {
        self.outer_env(c).expect("class of this run").with_class(c)
    }

    /// The environment of a method's parameters and body.
    pub fn method_env(&self, m: MethodId) -> Env {
        let sym = self.world.method(m);
        let env = self.class_env(sym.class);
        let env = if sym.has(rvm_syntax::tree::flags::STATIC) { env.with_static() } else { env };
        env.with_type_params(&sym.type_params)
    }

    /// The tree of an enum constant: its enum's declaration and the index in `constants`.
    pub fn enum_constant_tree(&self, f: FieldId) -> Option<(Rc<rvm_syntax::tree::TypeDecl>, usize)> {
        self.enter.constants.borrow().get(&f).cloned()
    }

    /// Notes that a class is named at a place.
    pub(crate) fn note_type_use(&self, env: &Env, c: ClassId, span: Span) {
        let w = self.world;
        let sym = w.class(c);
        if sym.has(rvm_syntax::tree::flags::DEPRECATED)
            && span.file != Span::NONE.file
            && env.access_class().is_none_or(|f| w.outermost_class(f) != w.outermost_class(c))
        {
            self.warn_deprecated(crate::check::notes::Old::Class(c), span);
        }
    }
}
