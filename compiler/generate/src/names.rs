//! Class-file names of erased types, cached.

use crate::emit::state::VType;
use hashbrown::HashMap;
use rvm_model::World;
use rvm_model::symbols::ClassId;
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::Name;
use std::cell::RefCell;

/// See the module.
pub struct Names<'w> {
    /// The world the types are of.
    pub w: &'w World,
    classes: RefCell<HashMap<Ty, Name>>,
    descs: RefCell<HashMap<Ty, Name>>,
    methods: RefCell<HashMap<(Vec<Ty>, Ty), Name>>,
}

impl<'w> Names<'w> {
    /// Empty caches.
    pub fn new(w: &'w World) -> Names<'w> {
        Names { w, classes: RefCell::default(), descs: RefCell::default(), methods: RefCell::default() }
    }

    /// Internal name of an erased class type, descriptor of an array type.
    pub fn class(&self, ty: Ty) -> Name {
        if let Some(&n) = self.classes.borrow().get(&ty) {
            return n;
        }
        let name = match self.w.kind(ty) {
            TyKind::Class { class, .. } => self.binary(*class),
            TyKind::Array(_) => self.desc(ty),
            _ => self.class(self.erased_ref(ty)),
        };
        self.classes.borrow_mut().insert(ty, name);
        name
    }

    // A type that is not quite erased still names a class.
    fn erased_ref(&self, ty: Ty) -> Ty {
        let e = self.w.erasure(ty);
        if e == ty || !e.is_reference() || e == Ty::NULL { self.w.object() } else { e }
    }

    /// Internal name of a class.
    pub fn binary(&self, class: ClassId) -> Name {
        self.w.class_raw(class).binary
    }

    /// Field descriptor of an erased type, or `V`.
    pub fn desc(&self, ty: Ty) -> Name {
        if let Some(&n) = self.descs.borrow().get(&ty) {
            return n;
        }
        let mut text = String::new();
        self.write(ty, &mut text);
        let name = Name::new(&text);
        self.descs.borrow_mut().insert(ty, name);
        name
    }

    fn write(&self, ty: Ty, out: &mut String) {
        let primitive = match self.w.kind(ty) {
            TyKind::Boolean => 'Z',
            TyKind::Byte => 'B',
            TyKind::Short => 'S',
            TyKind::Char => 'C',
            TyKind::Int => 'I',
            TyKind::Long => 'J',
            TyKind::Float => 'F',
            TyKind::Double => 'D',
            TyKind::Void => 'V',
            TyKind::Array(element) => {
                out.push('[');
                return self.write(*element, out);
            }
            TyKind::Class { class, .. } => {
                out.push('L');
                out.push_str(self.binary(*class).as_str());
                out.push(';');
                return;
            }
            _ => return self.write(self.erased_ref(ty), out),
        };
        out.push(primitive);
    }

    /// Method descriptor of erased types.
    pub fn method_desc(&self, params: &[Ty], ret: Ty) -> Name {
        if let Some(&n) = self.methods.borrow().get(&(params.to_vec(), ret)) {
            return n;
        }
        let mut text = String::from("(");
        params.iter().for_each(|&p| self.write(p, &mut text));
        text.push(')');
        self.write(ret, &mut text);
        let name = Name::new(&text);
        self.methods.borrow_mut().insert((params.to_vec(), ret), name);
        name
    }

    /// How the verifier sees a value of that type.
    pub fn vtype(&self, ty: Ty) -> VType {
        match ty {
            Ty::LONG => VType::Long,
            Ty::FLOAT => VType::Float,
            Ty::DOUBLE => VType::Double,
            Ty::NULL => VType::Null,
            _ if ty.is_primitive() => VType::Int,
            _ => VType::Obj(self.class(ty)),
        }
    }

    /// The element type of an array type.
    pub fn element(&self, ty: Ty) -> Ty {
        match self.w.kind(ty) {
            TyKind::Array(e) => *e,
            _ => self.w.object(),
        }
    }
}

/// Slots of a method's arguments by its descriptor, without the receiver.
pub fn argument_slots(desc: &str) -> u32 {
    let bytes = desc.as_bytes();
    let (mut i, mut slots) = (1, 0);
    while i < bytes.len() && bytes[i] != b')' {
        let array = bytes[i] == b'[';
        while i < bytes.len() && bytes[i] == b'[' {
            i += 1;
        }
        slots += if !array && matches!(bytes[i], b'J' | b'D') { 2 } else { 1 };
        if bytes[i] == b'L' {
            while bytes[i] != b';' {
                i += 1;
            }
        }
        i += 1;
    }
    slots
}
