//! What is known where: a table of computed values and memory states whose entries last while the walk is below the node
//! of the dominator tree that made them.

use crate::ir::*;
use hashbrown::HashMap;
use rvm_vm::class::ValueKind;

/// A computation: equal keys, equal values.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Key {
    /// What is computed.
    pub tag: Tag,
    /// More of it.
    pub data: u64,
    /// Operands.
    pub args: [Val; 2],
    /// State of memory.
    pub version: u32,
}

/// What a key stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum Tag {
    Bin(Bin, Ty),
    Un(Un, Ty),
    Cmp(Cond),
    Cmp3,
    ArrayLength,
    InstanceOf,
    Root,
    CurrentThread,
    ClassOf,
    Mirror,
    VtableEntry,
    FRem,
    /// The value is not null.
    NonNull,
    /// The index is in bounds of the length.
    InBounds,
    NotZero,
    /// The value may be stored in the array.
    Storable,
    /// The value is null or of the class.
    Cast,
    Initialized,
    /// A place in memory.
    Memory(Alias),
}

/// A set of places in memory that may be one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Alias {
    /// A field of objects, by offset.
    Field(u32, ValueKind),
    /// A static field's address.
    Static(u32),
    /// Elements.
    Elements(ValueKind),
}

/// What an instruction does to memory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Nothing.
    None,
    /// Writes.
    Writes(Alias),
    /// Runs other code, or orders memory.
    All,
}

/// The effect of an operation.
pub fn effect(op: &Op) -> Effect {
    match *op {
        Op::PutField { offset, kind, volatile: false } => Effect::Writes(Alias::Field(offset, kind)),
        Op::PutStatic { address, volatile: false, .. } => Effect::Writes(Alias::Static(address)),
        Op::Vector(Vector::Store(kind, _)) | Op::Store(kind) => Effect::Writes(Alias::Elements(kind)),
        // No load of bytes, as single elements or on vectors, passes those that name them otherwise.
        Op::Atomic(Atomic::Read | Atomic::Write, _) => Effect::Writes(Alias::Elements(ValueKind::Byte)),
        Op::GetField { volatile, .. } | Op::GetStatic { volatile, .. } => {
            if volatile {
                Effect::All
            } else {
                Effect::None
            }
        }
        Op::Native(method, _) if crate::build::changes_nothing(method) => Effect::None,
        Op::Param
        | Op::Arg(_)
        | Op::Register(_)
        | Op::Const(_)
        | Op::Bin(_)
        | Op::Un(_)
        | Op::Cmp(_)
        | Op::Cmp3(_)
        | Op::Select
        | Op::NullCheck
        | Op::BoundsCheck
        | Op::DivCheck
        | Op::StoreCheck
        | Op::CheckCast(_)
        | Op::InstanceOf(_)
        | Op::ArrayLength
        | Op::Load(_)
        | Op::New(_)
        | Op::Box(_)
        | Op::NewArray(_)
        | Op::Root(_)
        | Op::CurrentThread
        | Op::ClassOf
        | Op::Mirror
        | Op::VtableEntry(_)
        | Op::TakePending
        | Op::SetPending
        | Op::Throw
        | Op::Poll
        | Op::Reached
        | Op::FRem
        | Op::Vector(_)
        | Op::Prologue => Effect::None,
        _ => Effect::All,
    }
}

/// Whether an instruction neither throws nor does anything that another thread or a handler could see.
pub fn idle(op: &Op) -> bool {
    effect(op) == Effect::None
        && !matches!(
            op,
            Op::NullCheck
                | Op::BoundsCheck
                | Op::DivCheck
                | Op::StoreCheck
                | Op::CheckCast(_)
                | Op::New(_)
                | Op::Box(_)
                | Op::NewArray(_)
                | Op::Native(_, false)
                | Op::TakePending
                | Op::SetPending
                | Op::Throw
        )
}

enum Undo {
    Value(Key, Option<Val>),
    Known(Val, Option<Val>),
    Version(Alias, Option<u32>),
    All(u32),
}

/// The table.
#[derive(Default)]
pub struct Facts {
    values: HashMap<Key, Val>,
    known: HashMap<Val, Val>,
    versions: HashMap<Alias, u32>,
    all: u32,
    clock: u32,
    undo: Vec<Undo>,
}

impl Facts {
    /// A place to come back to.
    pub fn mark(&self) -> usize {
        self.undo.len()
    }
    /// Forgets what was learnt since.
    pub fn back_to(&mut self, mark: usize) {
        while self.undo.len() > mark {
            match self.undo.pop() {
                Some(Undo::Value(k, Some(v))) => drop(self.values.insert(k, v)),
                Some(Undo::Value(k, None)) => drop(self.values.remove(&k)),
                Some(Undo::Known(k, Some(v))) => drop(self.known.insert(k, v)),
                Some(Undo::Known(k, None)) => drop(self.known.remove(&k)),
                Some(Undo::Version(a, Some(v))) => drop(self.versions.insert(a, v)),
                Some(Undo::Version(a, None)) => drop(self.versions.remove(&a)),
                Some(Undo::All(v)) => self.all = v,
                None => {}
            }
        }
    }
    /// The value that a computation has.
    pub fn get(&self, key: &Key) -> Option<Val> {
        self.values.get(key).copied()
    }
    /// Records a computation.
    pub fn set(&mut self, key: Key, v: Val) {
        let old = self.values.insert(key, v);
        self.undo.push(Undo::Value(key, old));
    }
    /// What a value is equal to here.
    pub fn known(&self, v: Val) -> Option<Val> {
        self.known.get(&v).copied()
    }
    /// Records that `v` equals `to` here.
    pub fn set_known(&mut self, v: Val, to: Val) {
        let old = self.known.insert(v, to);
        self.undo.push(Undo::Known(v, old));
    }
    /// The state of a set of places.
    pub fn version(&self, alias: Alias) -> u32 {
        self.versions.get(&alias).copied().unwrap_or(0).max(self.all)
    }
    /// Records an effect.
    pub fn happened(&mut self, effect: Effect) {
        self.clock += 1;
        match effect {
            Effect::None => {}
            Effect::Writes(alias) => {
                let old = self.versions.insert(alias, self.clock);
                self.undo.push(Undo::Version(alias, old));
            }
            Effect::All => {
                self.undo.push(Undo::All(self.all));
                self.all = self.clock;
            }
        }
    }
}
