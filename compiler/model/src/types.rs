//! Types (JLS 4): interned, so equal types are equal handles.

use crate::symbols::{ClassId, TypeVarId};
pub use rvm_syntax::tree::WildcardBound;

/// A handle of an interned type; see [`TyKind`]. Comparison is type identity (JLS 4.3.4).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Ty(pub(crate) u32);

impl Ty {
    // The first handles are fixed, in this order (the table is filled so when a World is made).
    /// `boolean`
    pub const BOOLEAN: Ty = Ty(0);
    /// `byte`
    pub const BYTE: Ty = Ty(1);
    /// `short`
    pub const SHORT: Ty = Ty(2);
    /// `char`
    pub const CHAR: Ty = Ty(3);
    /// `int`
    pub const INT: Ty = Ty(4);
    /// `long`
    pub const LONG: Ty = Ty(5);
    /// `float`
    pub const FLOAT: Ty = Ty(6);
    /// `double`
    pub const DOUBLE: Ty = Ty(7);
    /// `void`
    pub const VOID: Ty = Ty(8);
    /// The null type (JLS 4.1).
    pub const NULL: Ty = Ty(9);
    /// The type of what is wrong already; compatible with everything, reports nothing.
    pub const ERROR: Ty = Ty(10);

    /// A numeric primitive or boolean.
    pub fn is_primitive(self) -> bool {
        self.0 <= 7
    }

    /// A numeric primitive (JLS 4.2).
    pub fn is_numeric(self) -> bool {
        (1..=7).contains(&self.0)
    }

    /// An integral primitive (JLS 4.2.1).
    pub fn is_integral(self) -> bool {
        (1..=5).contains(&self.0)
    }

    /// `byte`, `short`, `char`, `int` or `boolean`: what the JVM computes with as int.
    pub fn is_int_like(self) -> bool {
        self.0 <= 4
    }

    /// Reference types, the null type included.
    pub fn is_reference(self) -> bool {
        self.0 > 10 || self == Ty::NULL
    }
}

/// An inference variable (JLS 18); lives within one inference.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct InferVar(pub u32);

/// The forms of types.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum TyKind {
    /// The fixed handles above.
    Boolean,
    /// See [`Ty::BYTE`].
    Byte,
    /// See [`Ty::SHORT`].
    Short,
    /// See [`Ty::CHAR`].
    Char,
    /// See [`Ty::INT`].
    Int,
    /// See [`Ty::LONG`].
    Long,
    /// See [`Ty::FLOAT`].
    Float,
    /// See [`Ty::DOUBLE`].
    Double,
    /// See [`Ty::VOID`].
    Void,
    /// See [`Ty::NULL`].
    Null,
    /// See [`Ty::ERROR`].
    Error,
    /// A class or interface type. `args` is empty for a non-generic class and for a raw type (the class symbol tells which).
    /// `outer` is present only where the enclosing type is parameterised (`Outer<String>.Inner`).
    Class {
        /// The class.
        class: ClassId,
        /// The parameterised enclosing type.
        outer: Option<Ty>,
        /// Type arguments; wildcards are possible.
        args: Box<[Ty]>,
    },
    /// An array type.
    Array(Ty),
    /// A type variable; captured type variables (JLS 5.1.10) are type variables too, marked in their symbol.
    Var(TypeVarId),
    /// A type argument `?`, `? extends B`, `? super B`. `?` is `Extends` Object.
    Wildcard(WildcardBound, Ty),
    /// `A & B` (JLS 4.9); class first.
    Intersection(Box<[Ty]>),
    /// An inference variable.
    Infer(InferVar),
}
