//! Enclosing instances and captured variables (JLS 8.1.3, 15.8.4): `this$n`, `val$x`, and the constructor parameters that bring them.

use super::{Captured, CxKind, Lower};
use crate::low::*;
use crate::names::Names;
use rvm_model::World;
use rvm_model::symbols::{ClassId, LocalId, MethodId, Owner};
use rvm_model::types::Ty;
use rvm_syntax::Name;
use rvm_syntax::tree::flags;

/// What a constructor has besides its declared parameters.
pub(super) struct CtorShape {
    /// Type of the enclosing instance.
    pub outer: Option<Ty>,
    /// Name and ordinal come next.
    pub is_enum: bool,
    /// Captured variables come last.
    pub captures: Vec<LocalId>,
}

fn is_enum_like(w: &World, class: ClassId) -> bool {
    let sym = w.class(class);
    let anonymous = sym.name.as_str().is_empty();
    sym.has(flags::ENUM)
        || anonymous && w.superclass_class(class).is_some_and(|s| w.class(s).has(flags::ENUM))
}

fn shape_of(w: &World, class: ClassId) -> CtorShape {
    let outer = w.has_outer_instance(class).then(|| w.enclosing_class(class)).flatten();
    let sym = w.class(class);
    let local = matches!(sym.owner.get(), Owner::Method(..));
    CtorShape {
        outer: outer.map(|o| w.raw_type(o)),
        is_enum: is_enum_like(w, class),
        captures: if local { sym.captures.borrow().clone() } else { Vec::new() },
    }
}

/// The descriptor of a constructor in the class file.
pub fn ctor_descriptor(names: &Names<'_>, ctor: MethodId) -> Name {
    let w = names.w;
    let sym = w.method(ctor);
    let shape = shape_of(w, sym.class);
    let mut params: Vec<Ty> = shape.outer.into_iter().collect();
    if shape.is_enum {
        params.extend([w.string(), Ty::INT]);
    }
    params.extend(sym.params.iter().map(|&p| w.erasure(p)));
    params.extend(shape.captures.iter().map(|&l| w.erasure(w.local(l).ty.get())));
    names.method_desc(&params, Ty::VOID)
}

impl Lower<'_> {
    pub(super) fn is_enum_like(&self, class: ClassId) -> bool {
        is_enum_like(self.w, class)
    }

    pub(super) fn ctor_shape(&self, class: ClassId) -> CtorShape {
        shape_of(self.w, class)
    }

    pub(super) fn local_type(&self, local: LocalId) -> Ty {
        self.erase(self.w.local(local).ty.get())
    }

    /// The constructor as the class file has it.
    pub(super) fn ctor_member(&self, ctor: MethodId) -> Member {
        let sym = self.w.method(ctor);
        Member {
            owner: self.names.binary(sym.class),
            name: self.k.init,
            desc: ctor_descriptor(self.names, ctor),
            interface: false,
        }
    }

    // Number of enclosing instances around a class's own.
    fn outer_depth(&self, class: ClassId) -> u32 {
        let (mut n, mut c) = (0, class);
        while self.w.has_outer_instance(c) {
            n += 1;
            match self.w.enclosing_class(c) {
                Some(o) => c = o,
                None => break,
            }
        }
        n
    }

    /// The field of `class` that holds its enclosing instance.
    pub(super) fn outer_field(&self, class: ClassId) -> Option<(Member, Ty, ClassId)> {
        if !self.w.has_outer_instance(class) {
            return None;
        }
        let outer = self.w.enclosing_class(class)?;
        let mut name = format!("this${}", self.outer_depth(outer));
        while self.w.field_named(class, Name::new(&name)).is_some() {
            name.push('$');
        }
        let ty = self.w.raw_type(outer);
        let m = Member {
            owner: self.names.binary(class),
            name: Name::new(&name),
            desc: self.names.desc(ty),
            interface: false,
        };
        Some((m, ty, outer))
    }

    /// The field of `class` that holds a captured variable.
    pub(super) fn capture_field(&self, class: ClassId, local: LocalId) -> (Member, Ty) {
        let mut name = format!("val${}", self.w.local(local).name);
        // Two captured variables of one name (from different scopes) get different fields.
        let captures = self.w.class_raw(class).captures.borrow();
        let earlier = captures.iter().take_while(|&&l| l != local);
        for _ in earlier.filter(|&&l| self.w.local(l).name == self.w.local(local).name) {
            name.push('$');
        }
        let ty = self.local_type(local);
        let m = Member {
            owner: self.names.binary(class),
            name: Name::new(&name),
            desc: self.names.desc(ty),
            interface: false,
        };
        (m, ty)
    }

    /// `this` of the current class.
    pub(super) fn this(&mut self) -> LExpr {
        let ty = self.w.raw_type(self.class.id);
        let cx = self.cx();
        cx.uses_this = true;
        let var = match cx.this {
            Some(v) => v,
            None => {
                let v = self.new_var("this", ty, false);
                self.cx().this = Some(v);
                v
            }
        };
        self.var(var, ty)
    }

    // The constructor parameter with the enclosing instance, where it can be used instead of the field.
    fn outer_param(&mut self) -> Option<VarId> {
        let top = self.cxs.len() - 1;
        self.outer_param_at(top)
    }

    fn outer_param_at(&mut self, depth: usize) -> Option<VarId> {
        match self.cxs[depth].kind {
            CxKind::Ctor => self.cxs[depth].outer_param,
            CxKind::Lambda if depth > 0 && self.in_prologue_at(depth - 1) => {
                if let Some(&(_, v)) = self.cxs[depth].captured.iter().find(|c| c.0 == Captured::Outer) {
                    return Some(v);
                }
                self.outer_param_at(depth - 1)?;
                let ty = self.w.raw_type(self.w.enclosing_class(self.class.id)?);
                Some(self.capture(depth, Captured::Outer, "this$0", ty, ty))
            }
            _ => None,
        }
    }

    fn in_prologue_at(&self, depth: usize) -> bool {
        let cx = &self.cxs[depth];
        cx.prologue || cx.kind == CxKind::Lambda && depth > 0 && self.in_prologue_at(depth - 1)
    }

    fn capture(&mut self, depth: usize, what: Captured, name: &str, ty: Ty, generic: Ty) -> VarId {
        let cx = &mut self.cxs[depth];
        let v = VarId(cx.vars.len() as u32);
        cx.vars.push(Var { name: Name::new(name), ty, generic, synthetic: false });
        cx.captured.push((what, v));
        v
    }

    /// `target.this`: the current instance or one that encloses it.
    pub(super) fn enclosing_this(&mut self, target: ClassId) -> LExpr {
        let mut class = self.class.id;
        if class == target {
            return self.this();
        }
        let mut e = match self.outer_param() {
            Some(v) => {
                let Some(outer) = self.w.enclosing_class(class) else { return self.this() };
                class = outer;
                let ty = self.w.raw_type(class);
                self.var(v, ty)
            }
            None => self.this(),
        };
        while class != target {
            let Some((field, ty, outer)) = self.outer_field(class) else { break };
            e = LExpr::new(LKind::Field(Box::new(e), field), ty);
            e = self.private_outer(e);
            class = outer;
        }
        e
    }

    // this$n fields are package-private: no accessor is needed.
    fn private_outer(&self, e: LExpr) -> LExpr {
        e
    }

    /// A local variable: of this body, captured by this lambda, or a field of this or an enclosing class.
    pub(super) fn local(&mut self, local: LocalId) -> LExpr {
        let ty = self.local_type(local);
        let top = self.cxs.len() - 1;
        if let Some(v) = self.local_at(top, local) {
            return self.var(v, ty);
        }
        // A field of the nearest enclosing class that captured it.
        let mut class = self.class.id;
        while !self.w.class_raw(class).captures.borrow().contains(&local) {
            match self.w.enclosing_class(class) {
                Some(outer) if self.w.has_outer_instance(class) => class = outer,
                _ => break,
            }
        }
        let this = self.enclosing_this(class);
        let (field, ty) = self.capture_field(class, local);
        LExpr::new(LKind::Field(Box::new(this), field), ty)
    }

    fn local_at(&mut self, depth: usize, local: LocalId) -> Option<VarId> {
        if let Some(&v) = self.cxs[depth].map.get(&local) {
            return Some(v);
        }
        if self.cxs[depth].kind == CxKind::Lambda {
            self.local_at(depth - 1, local)?;
            let sym = self.w.local(local);
            let generic = sym.ty.get();
            let ty = self.erase(generic);
            let v = self.capture(depth, Captured::Local(local), sym.name.as_str(), ty, generic);
            self.cxs[depth].map.insert(local, v);
            return Some(v);
        }
        if self.cxs[depth].prologue {
            return self.cxs[depth].capture_params.get(&local).copied();
        }
        None
    }
}
