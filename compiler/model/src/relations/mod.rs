//! Relations between types (JLS 4, 5.1, 5.5, 9.9, 15.12), as methods of [`World`].

mod capture;
mod cast;
mod function;
mod lub;
mod primitive;
mod subst;
mod subtype;

pub use function::{FnDescriptor, NotFunctional};

use crate::symbols::{ClassId, TypeVarId};
use crate::types::{Ty, TyKind, WildcardBound};
use crate::world::World;
use hashbrown::{HashMap, HashSet};
use std::cell::{Cell, RefCell};

/// What the relations remember between questions.
#[derive(Default)]
pub(crate) struct Memo {
    /// A class's generic supertype at another class: in terms of the first one's type parameters.
    supers: RefCell<HashMap<(ClassId, ClassId), Option<Ty>>>,
    /// Captures made only to answer subtype questions.
    captures: RefCell<HashMap<Ty, Ty>>,
    /// Subtype questions being answered: a repeated one holds coinductively.
    active: RefCell<HashSet<(Ty, Ty)>>,
    depth: Cell<u32>,
    /// Pairs of types whose lub is being computed.
    lubs: RefCell<HashSet<(Ty, Ty)>>,
}

impl World {
    // ---- making types ----

    /// `t[]`.
    pub fn array_of(&self, t: Ty) -> Ty {
        if t == Ty::ERROR { t } else { self.intern(TyKind::Array(t)) }
    }

    /// The type of a type variable.
    pub fn var_type(&self, v: TypeVarId) -> Ty {
        self.intern(TyKind::Var(v))
    }

    /// `?`
    pub fn unbounded_wildcard(&self) -> Ty {
        self.intern(TyKind::Wildcard(WildcardBound::Extends, self.object()))
    }

    /// `? extends b`, `? super b`.
    pub fn wildcard(&self, kind: WildcardBound, b: Ty) -> Ty {
        self.intern(TyKind::Wildcard(kind, b))
    }

    /// `A & B & ...` as given (no simplification but of one or none: Object).
    pub fn intersection(&self, mut parts: Vec<Ty>) -> Ty {
        match parts.len() {
            0 => self.object(),
            1 => parts[0],
            _ => {
                if parts.contains(&Ty::ERROR) {
                    return Ty::ERROR;
                }
                parts.dedup();
                if parts.len() == 1 { parts[0] } else { self.intern(TyKind::Intersection(parts.into())) }
            }
        }
    }

    /// The class's type within itself: its own type variables as arguments, its enclosing type likewise where it is an inner class.
    pub fn class_type(&self, c: ClassId) -> Ty {
        let outer = self.implicit_outer(c);
        let args: Vec<Ty> = self.type_params(c).iter().map(|&v| self.var_type(v)).collect();
        self.intern(TyKind::Class { class: c, outer, args: args.into() })
    }

    /// The parameterised type around an inner member class, in terms of its own variables.
    fn implicit_outer(&self, c: ClassId) -> Option<Ty> {
        use crate::symbols::Owner;
        if let Owner::Class(o) = self.class(c).owner.get()
            && self.has_outer_instance(c)
        {
            let t = self.class_type(o);
            return self.is_parameterized(t).then_some(t);
        }
        None
    }

    /// The class without type arguments: raw if it is generic (JLS 4.8). Does not read the class.
    pub fn raw_type(&self, c: ClassId) -> Ty {
        self.intern(TyKind::Class { class: c, outer: None, args: Box::new([]) })
    }

    /// The class with arguments. An inner class of a generic one gets its enclosing class's own type; see [`World::type_in`] for another.
    pub fn type_of(&self, c: ClassId, args: &[Ty]) -> Ty {
        let outer = self.implicit_outer(c);
        self.intern(TyKind::Class { class: c, outer, args: args.into() })
    }

    /// The class with arguments as a member of a parameterised type.
    pub fn type_in(&self, outer: Option<Ty>, c: ClassId, args: &[Ty]) -> Ty {
        self.intern(TyKind::Class { class: c, outer, args: args.into() })
    }

    // ---- taking types apart ----

    /// The class of a class type.
    pub fn class_of(&self, t: Ty) -> Option<ClassId> {
        match self.kind(t) {
            TyKind::Class { class, .. } => Some(*class),
            _ => None,
        }
    }

    /// The class of a class type's or its bound's erasure: for type variables and intersections the leftmost bound's.
    pub fn erased_class(&self, t: Ty) -> Option<ClassId> {
        self.class_of(self.erasure(t))
    }

    /// The type arguments written at the class itself.
    pub fn type_args(&self, t: Ty) -> &[Ty] {
        match self.kind(t) {
            TyKind::Class { args, .. } => args,
            _ => &[],
        }
    }

    /// The element type of an array type.
    pub fn elem_type(&self, t: Ty) -> Option<Ty> {
        match self.kind(t) {
            TyKind::Array(e) => Some(*e),
            _ => None,
        }
    }

    /// Has type arguments, or an enclosing type that has.
    pub fn is_parameterized(&self, t: Ty) -> bool {
        matches!(self.kind(t), TyKind::Class { outer, args, .. } if outer.is_some() || !args.is_empty())
    }

    /// The class or a class whose instance its objects stand in is generic.
    pub fn is_generic(&self, c: ClassId) -> bool {
        !self.type_params(c).is_empty() || self.implicit_outer(c).is_some()
    }

    /// A raw type (JLS 4.8), or an array of one.
    pub fn is_raw(&self, t: Ty) -> bool {
        match self.kind(t) {
            TyKind::Class { class, outer: None, args } => args.is_empty() && self.is_generic(*class),
            TyKind::Array(e) => self.is_raw(*e),
            _ => false,
        }
    }

    /// A type variable made by capture (JLS 5.1.10).
    pub fn is_captured(&self, t: Ty) -> bool {
        matches!(self.kind(t), TyKind::Var(v) if self.type_var(*v).wildcard.is_some())
    }

    /// A class or interface type, an array, a type variable, an intersection: not primitive, null, void or wrong.
    pub fn is_object_type(&self, t: Ty) -> bool {
        t.is_reference() && t != Ty::NULL
    }

    /// An interface type.
    pub fn is_interface_type(&self, t: Ty) -> bool {
        self.class_of(t).is_some_and(|c| self.class(c).is_interface())
    }

    /// The components of an intersection, or the type itself.
    pub fn components_of(&self, t: Ty) -> Vec<Ty> {
        match self.kind(t) {
            TyKind::Intersection(parts) => parts.to_vec(),
            _ => vec![t],
        }
    }

    /// The upper bound of a wildcard or type variable; other types are their own.
    pub fn upper_bound(&self, t: Ty) -> Ty {
        match self.kind(t) {
            TyKind::Wildcard(WildcardBound::Extends, b) => *b,
            TyKind::Wildcard(WildcardBound::Super, _) => self.object(),
            TyKind::Var(v) => self.type_var(*v).upper.get(),
            _ => t,
        }
    }

    /// The lower bound of a wildcard or type variable: the null type where there is none; other types are their own.
    pub fn lower_bound(&self, t: Ty) -> Ty {
        match self.kind(t) {
            TyKind::Wildcard(WildcardBound::Super, b) => *b,
            TyKind::Wildcard(WildcardBound::Extends, _) => Ty::NULL,
            TyKind::Var(v) => self.type_var(*v).lower.get(),
            _ => t,
        }
    }

    /// A captured variable's upper bound, at any depth of captures of captures; other types as they are.
    pub fn captured_upper(&self, t: Ty) -> Ty {
        let mut t = t;
        while self.is_captured(t) {
            t = self.upper_bound(t);
        }
        t
    }

    /// Whether any part of the type satisfies `test` (the parts themselves included; bounds of type variables are not parts).
    pub fn mentions(&self, t: Ty, test: &mut dyn FnMut(Ty) -> bool) -> bool {
        if test(t) {
            return true;
        }
        match self.kind(t) {
            TyKind::Class { outer, args, .. } => {
                outer.is_some_and(|o| self.mentions(o, test)) || args.iter().any(|&a| self.mentions(a, test))
            }
            TyKind::Array(e) | TyKind::Wildcard(_, e) => self.mentions(*e, test),
            TyKind::Intersection(parts) => parts.iter().any(|&p| self.mentions(p, test)),
            _ => false,
        }
    }

    /// Mentions no inference variable (JLS 18.1.1).
    pub fn is_proper(&self, t: Ty) -> bool {
        !self.mentions(t, &mut |p| matches!(self.kind(p), TyKind::Infer(_)))
    }

    /// Available at run time in full (JLS 4.7).
    pub fn is_reifiable(&self, t: Ty) -> bool {
        match self.kind(t) {
            TyKind::Class { outer, args, .. } => {
                outer.is_none_or(|o| self.is_reifiable(o))
                    && args.iter().all(|&a| {
                        matches!(self.kind(a), TyKind::Wildcard(WildcardBound::Extends, b) if *b == self.object())
                    })
            }
            TyKind::Array(e) => self.is_reifiable(*e),
            TyKind::Var(_) | TyKind::Intersection(_) | TyKind::Infer(_) => false,
            _ => true,
        }
    }

    /// The direct supertypes (JLS 4.10.2): superclass first; a raw type's are erased; arrays have Object, Cloneable, Serializable.
    pub fn direct_supertypes(&self, t: Ty) -> Vec<Ty> {
        match self.kind(t) {
            TyKind::Class { class, .. } => {
                let mut all = Vec::new();
                // An interface that extends others has only those.
                if let Some(s) = self.superclass(*class)
                    && (!self.class(*class).is_interface() || self.interfaces(*class).is_empty())
                {
                    all.push(self.supertype_of(t, s));
                }
                all.extend(self.interfaces(*class).iter().map(|&i| self.supertype_of(t, i)));
                all
            }
            TyKind::Array(_) => vec![
                self.object(),
                self.type_named("java/lang/Cloneable"),
                self.type_named("java/io/Serializable"),
            ],
            TyKind::Var(v) => self.components_of(self.type_var(*v).upper.get()),
            TyKind::Intersection(parts) => parts.to_vec(),
            _ => Vec::new(),
        }
    }

    /// The type and all its supertypes, each once, breadth follows depth (superclasses before interfaces).
    pub fn closure(&self, t: Ty) -> Vec<Ty> {
        let mut all = Vec::new();
        self.closure_into(t, &mut all);
        all
    }

    fn closure_into(&self, t: Ty, all: &mut Vec<Ty>) {
        if all.contains(&t) {
            return;
        }
        if matches!(self.kind(t), TyKind::Intersection(_)) {
            for p in self.components_of(t) {
                self.closure_into(p, all);
            }
            return;
        }
        all.push(t);
        for s in self.direct_supertypes(t) {
            self.closure_into(s, all);
        }
    }

    /// All classes above `c` and itself: superclasses first, then interfaces in order of declaration, each once.
    pub fn superclasses(&self, c: ClassId) -> Vec<ClassId> {
        let mut all = Vec::new();
        let mut seen = HashSet::new();
        let mut class = Some(c);
        while let Some(k) = class {
            if !seen.insert(k) {
                break;
            }
            all.push(k);
            class = if self.class(k).is_interface() { None } else { self.superclass_class(k) };
        }
        let mut i = 0;
        while i < all.len() {
            for &s in self.interfaces(all[i]) {
                if let Some(s) = self.class_of(s)
                    && seen.insert(s)
                {
                    all.push(s);
                }
            }
            i += 1;
        }
        if self.class(c).is_interface() && seen.insert(self.object_class()) {
            all.push(self.object_class());
        }
        all
    }

    /// `c` is `d` or a subclass or implementor of it (no types involved).
    pub fn is_sub_class(&self, c: ClassId, d: ClassId) -> bool {
        c == d || d == self.object_class() || self.super_template(c, d).0.is_some()
    }
}
