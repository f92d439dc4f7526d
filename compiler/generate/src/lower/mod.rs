//! The typed tree to the lowered tree: erasure, inner classes, lambdas, switches, try-with-resources, records, enums.

mod access;
mod bridge;
mod class;
mod concat;
mod convert;
mod ctor;
mod deserialize;
mod enums;
mod expr;
mod inner;
mod lambda;
mod methodref;
mod operator;
mod record;
mod stmt;
mod switch;
mod tryres;

use crate::Options;
use crate::low::*;
use crate::names::Names;
use hashbrown::{HashMap, HashSet};
use rvm_model::World;
use rvm_model::hir::{ClassBody, LabelId};
use rvm_model::symbols::{ClassId, LocalId};
use rvm_model::types::Ty;
use rvm_syntax::{Diagnostics, Name, Span};

pub use ctor::implicit_constructor;
pub use inner::ctor_descriptor;

/// Class-file flag bits used here (JVMS 4.5, 4.6).
mod acc {
    pub const PUBLIC: u16 = 0x0001;
    pub const PRIVATE: u16 = 0x0002;
    pub const STATIC: u16 = 0x0008;
    pub const FINAL: u16 = 0x0010;
    pub const SUPER: u16 = 0x0020;
    pub const BRIDGE: u16 = 0x0040;
    pub const SYNTHETIC: u16 = 0x1000;
    pub const MANDATED: u16 = 0x8000;
}

/// Variables of instance initialisers are numbered from here: their code is shared by all constructors.
pub const SHARED: u32 = 1 << 31;

/// What kind of body is lowered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum CxKind {
    /// A method, or anything static.
    Method,
    /// A constructor.
    Ctor,
    /// Instance initialisers.
    Init,
    /// A lambda body.
    Lambda,
}

/// What a lambda's leading parameters stand for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Captured {
    /// A local variable.
    Local(LocalId),
    /// The constructor parameter that holds the enclosing instance: a lambda in the arguments of `super(..)`.
    Outer,
}

/// A body being lowered.
struct MethodCx {
    kind: CxKind,
    vars: Vec<Var>,
    shared: bool,
    map: HashMap<LocalId, VarId>,
    this: Option<VarId>,
    uses_this: bool,
    captured: Vec<(Captured, VarId)>,
    /// In a constructor: parameters for the enclosing instance, the enum's name and ordinal.
    outer_param: Option<VarId>,
    enum_params: Option<(VarId, VarId)>,
    capture_params: HashMap<LocalId, VarId>,
    /// In the arguments of the constructor call: `this` cannot be used yet.
    prologue: bool,
    ret: Ty,
    hoisted: Vec<VarId>,
    tries: u32,
    next_label: u32,
    /// Part of the names of lambdas.
    lambda_name: Name,
}

impl MethodCx {
    fn new(kind: CxKind, ret: Ty, lambda_name: Name) -> MethodCx {
        MethodCx {
            kind,
            vars: Vec::new(),
            shared: false,
            map: HashMap::new(),
            this: None,
            uses_this: false,
            captured: Vec::new(),
            outer_param: None,
            enum_params: None,
            capture_params: HashMap::new(),
            prologue: false,
            ret,
            hoisted: Vec::new(),
            tries: 0,
            next_label: u32::MAX,
            lambda_name,
        }
    }
}

/// What is collected while a class is lowered.
struct ClassCx {
    id: ClassId,
    name: Name,
    is_interface: bool,
    has_outer: bool,
    captures: Vec<LocalId>,
    lambda_count: u32,
    serial_count: HashMap<String, u32>,
    lambdas: Vec<LMethod>,
    asserts: bool,
    deserialize: Vec<deserialize::Case>,
}

/// Lowers one top-level class with all that is in it.
pub struct Lower<'w> {
    w: &'w World,
    names: &'w Names<'w>,
    diags: &'w Diagnostics,
    opts: &'w Options,
    outermost: ClassId,
    class: ClassCx,
    cxs: Vec<MethodCx>,
    holes: Vec<LExpr>,
    used_names: HashSet<Name>,
    maps: enums::SwitchMaps,
    accessors: access::Accessors,
    out: Vec<LClass>,
    k: known::Known,
}

mod known {
    //! Members and names of the class library that lowered code uses.
    use crate::low::Member;
    use rvm_model::World;
    use rvm_model::types::Ty;
    use rvm_syntax::Name;

    pub fn member(owner: &str, name: &str, desc: &str) -> Member {
        Member { owner: Name::new(owner), name: Name::new(name), desc: Name::new(desc), interface: false }
    }

    pub struct Known {
        pub init: Name,
        pub object: Ty,
        pub string: Ty,
        pub throwable: Ty,
    }

    impl Known {
        pub fn new(w: &World) -> Known {
            Known {
                init: Name::new("<init>"),
                object: w.object(),
                string: w.string(),
                throwable: w.type_named("java/lang/Throwable"),
            }
        }
    }
}

/// Lowers a top-level class; gives all class files to be.
pub fn lower<'w>(
    w: &'w World,
    diags: &'w Diagnostics,
    names: &'w Names<'w>,
    opts: &'w Options,
    body: &ClassBody,
) -> Vec<LClass> {
    let mut used_names = HashSet::new();
    collect_names(w, body, &mut used_names);
    let mut lower = Lower {
        w,
        names,
        diags,
        opts,
        outermost: body.class,
        class: ClassCx::new(w, body.class),
        cxs: Vec::new(),
        holes: Vec::new(),
        used_names,
        maps: Default::default(),
        accessors: Default::default(),
        out: Vec::new(),
        k: known::Known::new(w),
    };
    lower.class_body(body);
    lower.finish_switch_maps();
    lower.finish_accessors();
    lower.out
}

fn collect_names(w: &World, body: &ClassBody, names: &mut HashSet<Name>) {
    names.insert(w.class_raw(body.class).binary);
    body.classes.iter().for_each(|c| collect_names(w, c, names));
}

impl ClassCx {
    fn new(w: &World, id: ClassId) -> ClassCx {
        let sym = w.class(id);
        ClassCx {
            id,
            name: sym.binary,
            is_interface: sym.is_interface(),
            has_outer: w.has_outer_instance(id),
            captures: sym.captures.borrow().clone(),
            lambda_count: 0,
            serial_count: HashMap::new(),
            lambdas: Vec::new(),
            asserts: false,
            deserialize: Vec::new(),
        }
    }
}

impl<'w> Lower<'w> {
    fn cx(&mut self) -> &mut MethodCx {
        self.cxs.last_mut().expect("a body is being lowered")
    }

    /// A new variable of the current body.
    fn new_var(&mut self, name: &str, ty: Ty, synthetic: bool) -> VarId {
        self.add_var(Var { name: Name::new(name), ty, generic: ty, synthetic })
    }

    fn add_var(&mut self, var: Var) -> VarId {
        let cx = self.cx();
        let id = cx.vars.len() as u32;
        cx.vars.push(var);
        VarId(if cx.shared { SHARED | id } else { id })
    }

    /// The variable of a local declared in the current body.
    fn declare_local(&mut self, local: LocalId) -> VarId {
        let sym = self.w.local(local);
        let generic = sym.ty.get();
        let ty = self.w.erasure(generic);
        let synthetic =
            sym.name.as_str().is_empty() || sym.name.as_str().contains('$') && sym.span == Span::NONE;
        let var = self.add_var(Var { name: sym.name, ty, generic, synthetic });
        self.cx().map.insert(local, var);
        var
    }

    fn var(&self, var: VarId, ty: Ty) -> LExpr {
        LExpr::new(LKind::Var(var), ty)
    }

    fn fresh_label(&mut self) -> LabelId {
        let cx = self.cx();
        cx.next_label -= 1;
        LabelId(cx.next_label)
    }

    fn line(&self, span: Span) -> u32 {
        self.diags.line(span)
    }

    /// A binary name `Outermost$N` that is not taken.
    fn fresh_class_name(&mut self) -> Name {
        let top = self.w.class_raw(self.outermost).binary;
        let name = (1..).map(|n| Name::new(&format!("{top}${n}"))).find(|n| !self.used_names.contains(n));
        let name = name.expect("some number is free");
        self.used_names.insert(name);
        name
    }

    fn erase(&self, ty: Ty) -> Ty {
        self.w.erasure(ty)
    }

    fn erase_all(&self, tys: &[Ty]) -> Vec<Ty> {
        tys.iter().map(|&t| self.w.erasure(t)).collect()
    }
}
