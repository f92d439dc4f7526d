//! The arenas of a run: all symbols and interned types, and the finder of class files.

use crate::symbols::*;
use crate::types::{Ty, TyKind};
use elsa::FrozenVec;
use rvm_syntax::Name;
use std::cell::RefCell;
use std::collections::HashMap;

/// Everything a run knows. Shared by reference; arenas only grow.
pub struct World {
    classes: FrozenVec<Box<ClassSym>>,
    methods: FrozenVec<Box<MethodSym>>,
    fields: FrozenVec<Box<FieldSym>>,
    type_vars: FrozenVec<Box<TypeVarSym>>,
    locals: FrozenVec<Box<LocalSym>>,
    types: FrozenVec<Box<TyKind>>,
    type_ids: RefCell<HashMap<TyKind, Ty>>,
    /// By internal binary name; None: looked for and absent.
    pub(crate) by_binary: RefCell<HashMap<Name, Option<ClassId>>>,
}

macro_rules! arena {
    ($field:ident, $get:ident, $add:ident, $id:ident, $sym:ident) => {
        /// The symbol behind an id.
        pub fn $get(&self, id: $id) -> &$sym {
            &self.$field[id.0 as usize]
        }
        /// Adds a symbol; `make` gets its id.
        pub fn $add(&self, make: impl FnOnce($id) -> $sym) -> $id {
            let id = $id(self.$field.len() as u32);
            self.$field.push(Box::new(make(id)));
            id
        }
    };
}

impl World {
    arena!(classes, class, add_class, ClassId, ClassSym);
    arena!(methods, method, add_method, MethodId, MethodSym);
    arena!(fields, field, add_field, FieldId, FieldSym);
    arena!(type_vars, type_var, add_type_var, TypeVarId, TypeVarSym);
    arena!(locals, local, add_local, LocalId, LocalSym);

    /// The form of a type.
    pub fn kind(&self, ty: Ty) -> &TyKind {
        &self.types[ty.0 as usize]
    }

    /// The handle of a type's form.
    pub fn intern(&self, kind: TyKind) -> Ty {
        if let Some(&ty) = self.type_ids.borrow().get(&kind) {
            return ty;
        }
        let ty = Ty(self.types.len() as u32);
        self.types.push(Box::new(kind.clone()));
        self.type_ids.borrow_mut().insert(kind, ty);
        ty
    }
}
