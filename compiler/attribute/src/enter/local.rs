//! Local and anonymous classes: entered whole, on demand, when attribution meets them.

use super::declare::Placement;
use crate::Ctx;
use crate::scope::Env;
use rvm_model::symbols::*;
use rvm_model::types::Ty;
use rvm_syntax::Name;
use rvm_syntax::tree::{TypeDecl, flags};
use std::rc::Rc;

impl<'a> Ctx<'a> {
    /// Numbers count up by enclosing class and simple name: `Outer$1`, `Outer$2`, `Outer$1Local`.
    fn local_binary(&self, enclosing: ClassId, name: Name) -> Name {
        let outer = self.world.class_raw(enclosing).binary;
        let mut numbers = self.enter.local_numbers.borrow_mut();
        let next = numbers.entry((outer, name)).or_insert(0);
        loop {
            *next += 1;
            let binary = Name::new(&format!("{outer}${next}{name}"));
            if !self.enter.classes.borrow().contains_key(&binary) {
                return binary;
            }
        }
    }

    /// Enters a local class, interface, enum or record with its headers, members and member classes, and brings it into the scope of the
    /// innermost block of `env`. `method` is the method or constructor around (None in an initialiser); `is_static` says that this is a static context.
    pub fn enter_local_class(
        &self,
        decl: &Rc<TypeDecl>,
        env: &Env,
        method: Option<MethodId>,
        is_static: bool,
    ) -> ClassId {
        let w = self.world;
        let enclosing = env.class().expect("a local class stands in a class");
        let name = decl.name.name;
        let mut around = Some(enclosing);
        let clash = env.local_class_here(name);
        if let Some(old) = clash {
            let place = match method {
                Some(m) if w.method(m).is_constructor() => {
                    format!("constructor {}", w.method_display(m))
                }
                Some(m) => format!("method {}", w.method_display(m)),
                None => {
                    let kind = if is_static { "static" } else { "instance" };
                    format!("{kind} initializer of {} {}", w.kind_name(enclosing), w.class_display(enclosing))
                }
            };
            let text = format!("{} {name} is already defined in {place}", w.kind_name(old));
            self.diags.error(decl.span, "already-defined", text);
        }
        while let Some(k) = around {
            if w.class(k).name == name && clash.is_none() {
                let place = match w.class(k).owner.get() {
                    Owner::Package if w.class(k).package.as_str().is_empty() => {
                        "package unnamed package".to_string()
                    }
                    Owner::Package => format!("package {}", w.class(k).package),
                    Owner::Class(o) | Owner::Method(o, _) => {
                        format!("{} {}", w.kind_name(o), w.class_display(o))
                    }
                };
                let text = format!("{} {name} is already defined in {place}", w.kind_name(k));
                self.diags.error(decl.span, "already-defined", text);
                break;
            }
            around = w.enclosing_class(k);
        }
        let binary = self.local_binary(enclosing, name);
        let place = Placement { owner: Owner::Method(enclosing, method), static_context: is_static };
        let package = w.class_raw(enclosing).package;
        let env = if is_static && !env.is_static() { env.with_static() } else { env.clone() };
        let c = self.declare_class(decl, binary, package, place, &env);
        env.declare_local(name, c);
        self.complete_nested(c);
        c
    }

    /// Enters an anonymous class (also the body of an enum constant) below `supertype`, a class or interface type. It has no constructor yet.
    pub fn enter_anonymous(
        &self,
        decl: &Rc<TypeDecl>,
        env: &Env,
        method: Option<MethodId>,
        is_static: bool,
        supertype: Ty,
    ) -> ClassId {
        let w = self.world;
        let enclosing = env.class().expect("an anonymous class stands in a class");
        let binary = self.local_binary(enclosing, Name::new(""));
        let place = Placement { owner: Owner::Method(enclosing, method), static_context: is_static };
        let package = w.class_raw(enclosing).package;
        let env = if is_static && !env.is_static() { env.with_static() } else { env.clone() };
        let c = self.declare_class(decl, binary, package, place, &env);
        let sym = w.class_raw(c);
        let base = w.class_of(supertype);
        let (superclass, interfaces) = match base {
            Some(b) if w.class(b).is_interface() => (w.object(), vec![supertype]),
            Some(_) => (supertype, Vec::new()),
            None => (w.object(), Vec::new()),
        };
        let _ = sym.superclass.set(Some(superclass));
        let _ = sym.interfaces.set(interfaces);
        if let Some(b) = base
            && w.class(b).has(flags::ENUM)
            && b == enclosing
        {
            sym.flags.set(sym.flags.get() | flags::ENUM | flags::FINAL);
            if w.class(b).has(flags::SEALED) {
                w.class_raw(b).permitted.borrow_mut().push(c);
            }
        }
        self.complete_nested(c);
        c
    }

    /// Header and members of a class and of all classes in it.
    fn complete_nested(&self, c: ClassId) {
        self.complete_header(c);
        self.enter_members(c);
        self.enter_nested(c);
        if self.enter.complete.get() {
            self.flush_annotations();
        }
    }
}
