//! Descriptors (JVMS 4.3) and signatures (4.7.9.1) of types and symbols.

use crate::symbols::*;
use crate::types::{Ty, TyKind, WildcardBound};
use crate::world::World;
use std::fmt::Write as _;

impl World {
    /// The field descriptor of a type's erasure.
    pub fn descriptor(&self, t: Ty) -> String {
        let mut out = String::new();
        self.write_descriptor(t, &mut out);
        out
    }

    /// Appends the descriptor of a type's erasure.
    pub fn write_descriptor(&self, t: Ty, out: &mut String) {
        match self.kind(t) {
            TyKind::Boolean => out.push('Z'),
            TyKind::Byte => out.push('B'),
            TyKind::Short => out.push('S'),
            TyKind::Char => out.push('C'),
            TyKind::Int => out.push('I'),
            TyKind::Long => out.push('J'),
            TyKind::Float => out.push('F'),
            TyKind::Double => out.push('D'),
            TyKind::Void => out.push('V'),
            TyKind::Array(e) => {
                out.push('[');
                self.write_descriptor(*e, out);
            }
            TyKind::Class { class, .. } => {
                let _ = write!(out, "L{};", self.class_raw(*class).binary);
            }
            TyKind::Null | TyKind::Error => out.push_str("Ljava/lang/Object;"),
            _ => self.write_descriptor(self.erasure(t), out),
        }
    }

    /// The method descriptor of erased parameters and result.
    pub fn method_descriptor(&self, params: &[Ty], ret: Ty) -> String {
        let mut out = String::from("(");
        for &p in params {
            self.write_descriptor(p, &mut out);
        }
        out.push(')');
        self.write_descriptor(ret, &mut out);
        out
    }

    /// The descriptor of a method as declared (without what lower adds to constructors).
    pub fn descriptor_of_method(&self, m: MethodId) -> String {
        let sym = self.method(m);
        self.method_descriptor(&sym.params, sym.ret)
    }

    /// The name of a reference type for a Class constant: binary name, or descriptor for arrays.
    pub fn class_constant_name(&self, t: Ty) -> String {
        let t = self.erasure(t);
        match self.kind(t) {
            TyKind::Class { class, .. } => self.class_raw(*class).binary.to_string(),
            _ => self.descriptor(t),
        }
    }

    /// The signature of a type.
    pub fn signature(&self, t: Ty) -> String {
        let mut out = String::new();
        self.write_signature(t, &mut out);
        out
    }

    /// Appends the signature of a type.
    pub fn write_signature(&self, t: Ty, out: &mut String) {
        match self.kind(t) {
            TyKind::Array(e) => {
                out.push('[');
                self.write_signature(*e, out);
            }
            TyKind::Var(v) if self.type_var(*v).wildcard.is_some() => {
                self.write_signature(self.erasure(t), out);
            }
            TyKind::Var(v) => {
                let _ = write!(out, "T{};", self.type_var(*v).name);
            }
            TyKind::Class { .. } => {
                out.push('L');
                self.write_class_signature(t, out);
                out.push(';');
            }
            TyKind::Wildcard(kind, b) => match kind {
                WildcardBound::Extends if *b == self.object() => out.push('*'),
                WildcardBound::Extends => {
                    out.push('+');
                    self.write_signature(*b, out);
                }
                WildcardBound::Super => {
                    out.push('-');
                    self.write_signature(*b, out);
                }
            },
            TyKind::Intersection(parts) => self.write_signature(parts[0], out),
            _ => self.write_descriptor(t, out),
        }
    }

    fn write_class_signature(&self, t: Ty, out: &mut String) {
        let TyKind::Class { class, outer, args } = self.kind(t) else { return };
        match outer {
            Some(o) => {
                self.write_class_signature(*o, out);
                let _ = write!(out, ".{}", self.class(*class).name);
            }
            None => out.push_str(self.class_raw(*class).binary.as_str()),
        }
        if !args.is_empty() {
            out.push('<');
            for &a in args.iter() {
                self.write_signature(a, out);
            }
            out.push('>');
        }
    }

    fn write_type_params(&self, params: &[TypeVarId], out: &mut String) {
        if params.is_empty() {
            return;
        }
        out.push('<');
        for &v in params {
            let sym = self.type_var(v);
            let _ = write!(out, "{}:", sym.name);
            for (i, b) in self.components_of(sym.upper.get()).into_iter().enumerate() {
                // The class bound is empty where the first bound is an interface.
                if i > 0 || self.is_interface_type(b) {
                    out.push(':');
                }
                self.write_signature(b, out);
            }
        }
        out.push('>');
    }

    /// A type that only a signature can tell whole.
    fn needs_signature(&self, t: Ty) -> bool {
        match self.kind(t) {
            TyKind::Var(_) => true,
            TyKind::Class { outer, args, .. } => outer.is_some() || !args.is_empty(),
            TyKind::Array(e) => self.needs_signature(*e),
            _ => false,
        }
    }

    /// The Signature attribute's text of a class, if it needs one.
    pub fn class_signature(&self, c: ClassId) -> Option<String> {
        let superclass = self.superclass(c).unwrap_or_else(|| self.object());
        let needed = !self.type_params(c).is_empty()
            || self.needs_signature(superclass)
            || self.interfaces(c).iter().any(|&i| self.needs_signature(i));
        if !needed {
            return None;
        }
        let mut out = String::new();
        self.write_type_params(self.type_params(c), &mut out);
        self.write_signature(superclass, &mut out);
        for &i in self.interfaces(c) {
            self.write_signature(i, &mut out);
        }
        Some(out)
    }

    /// The Signature attribute's text of a field (or local variable), if it needs one.
    pub fn variable_signature(&self, t: Ty) -> Option<String> {
        self.needs_signature(t).then(|| self.signature(t))
    }

    /// The Signature attribute's text of a method, if it needs one.
    pub fn method_signature(&self, m: MethodId) -> Option<String> {
        let sym = self.method(m);
        let generic_throws = sym.throws.iter().any(|&t| self.needs_signature(t));
        let needed = !sym.type_params.is_empty()
            || sym.params.iter().any(|&t| self.needs_signature(t))
            || self.needs_signature(sym.ret)
            || generic_throws;
        if !needed {
            return None;
        }
        let mut out = String::new();
        self.write_type_params(&sym.type_params, &mut out);
        out.push('(');
        for &p in &sym.params {
            self.write_signature(p, &mut out);
        }
        out.push(')');
        self.write_signature(sym.ret, &mut out);
        // Exceptions are spelled out only if one of them needs it.
        if generic_throws {
            for &t in &sym.throws {
                out.push('^');
                self.write_signature(t, &mut out);
            }
        }
        Some(out)
    }
}
