//! Boxing and unboxing (JLS 5.1.7, 5.1.8).

use crate::types::{Ty, TyKind};
use crate::world::World;

const BOXES: [&str; 8] = [
    "java/lang/Boolean",
    "java/lang/Byte",
    "java/lang/Short",
    "java/lang/Character",
    "java/lang/Integer",
    "java/lang/Long",
    "java/lang/Float",
    "java/lang/Double",
];

/// The primitive types, in the order of their handles.
pub const PRIMITIVES: [Ty; 8] =
    [Ty::BOOLEAN, Ty::BYTE, Ty::SHORT, Ty::CHAR, Ty::INT, Ty::LONG, Ty::FLOAT, Ty::DOUBLE];

impl World {
    /// The box of a primitive; other types as they are (`void` gives `Void`).
    pub fn boxed(&self, t: Ty) -> Ty {
        if t.is_primitive() {
            self.type_named(BOXES[t.0 as usize])
        } else if t == Ty::VOID {
            self.type_named("java/lang/Void")
        } else {
            t
        }
    }

    /// The primitive of a box type, or of a type variable or intersection bounded by one.
    pub fn unboxed(&self, t: Ty) -> Option<Ty> {
        match self.kind(t) {
            TyKind::Class { class, .. } => {
                let name = self.class_raw(*class).binary.as_str();
                if !name.starts_with("java/lang/") {
                    return None;
                }
                BOXES.iter().position(|b| *b == name).map(|i| PRIMITIVES[i])
            }
            TyKind::Var(v) if self.memo.depth.get() < 100 => {
                self.memo.depth.set(self.memo.depth.get() + 1);
                let found = self.unboxed(self.type_var(*v).upper.get());
                self.memo.depth.set(self.memo.depth.get() - 1);
                found
            }
            TyKind::Intersection(parts) => parts.iter().find_map(|&p| self.unboxed(p)),
            _ => None,
        }
    }

    /// The type itself if primitive, else what it unboxes to.
    pub fn unboxed_or_self(&self, t: Ty) -> Ty {
        if t.is_primitive() { t } else { self.unboxed(t).unwrap_or(t) }
    }
}
