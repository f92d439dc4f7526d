//! Functional interfaces and function types (JLS 9.8, 9.9).

use crate::symbols::{ClassId, MethodId, TypeVarId};
use crate::types::{Ty, TyKind, WildcardBound};
use crate::world::World;
use rvm_syntax::tree::flags;

/// The function type of a functional interface type.
#[derive(Clone, Debug)]
pub struct FnDescriptor {
    /// The abstract method that stands for all (override-equivalent) ones.
    pub method: MethodId,
    /// Its parameter types, seen from the target type.
    pub params: Vec<Ty>,
    /// Its result.
    pub ret: Ty,
    /// The exceptions all of the methods allow.
    pub throws: Vec<Ty>,
    /// Type parameters of a generic function type.
    pub type_params: Vec<TypeVarId>,
}

/// Why a type is no functional interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFunctional {
    /// Not an interface at all.
    NotInterface,
    /// No abstract method besides Object's.
    NoAbstract(ClassId),
    /// Several that do not override one another.
    Multiple(ClassId),
    /// A wildcard-parameterised type without a function type (9.9).
    NoParameterization,
}

impl NotFunctional {
    /// The detail line that javac prints below `X is not a functional interface`.
    pub fn detail(self, w: &World) -> Option<String> {
        let named = |c| (w.kind_name(c), w.class_display(c));
        match self {
            NotFunctional::NotInterface | NotFunctional::NoParameterization => None,
            NotFunctional::NoAbstract(c) => {
                let (kind, name) = named(c);
                Some(format!("no abstract method found in {kind} {name}"))
            }
            NotFunctional::Multiple(c) => {
                let (kind, name) = named(c);
                Some(format!("multiple non-overriding abstract methods found in {kind} {name}"))
            }
        }
    }
}

impl World {
    /// Whether the type is a functional interface type.
    pub fn is_functional_interface(&self, t: Ty) -> bool {
        self.functional_descriptor(t).is_ok()
    }

    /// The function type of a functional interface type; of an intersection, that of its only component that has abstract methods.
    pub fn functional_descriptor(&self, t: Ty) -> Result<FnDescriptor, NotFunctional> {
        match self.kind(t) {
            TyKind::Class { class, .. } => {
                let methods = self.functional_methods(*class)?;
                let site = self.function_type_parameterization(t)?;
                Ok(self.merge_descriptors(site, &methods))
            }
            TyKind::Intersection(parts) => {
                let mut found: Option<FnDescriptor> = None;
                let mut none = NotFunctional::NotInterface;
                for &p in parts.iter() {
                    if p == self.object() {
                        continue;
                    }
                    match self.functional_descriptor(p) {
                        Ok(d) => match &found {
                            None => found = Some(d),
                            Some(f)
                                if self.method(f.method).name == self.method(d.method).name
                                    && self.same_types(&f.params, &d.params) => {}
                            Some(_) => return Err(NotFunctional::Multiple(self.method(d.method).class)),
                        },
                        Err(NotFunctional::NoAbstract(c)) => none = NotFunctional::NoAbstract(c),
                        Err(e) => return Err(e),
                    }
                }
                found.ok_or(none)
            }
            _ => Err(NotFunctional::NotInterface),
        }
    }

    /// The abstract methods of an interface that a lambda would implement: override-equivalent to each other, Object's left out.
    pub fn functional_methods(&self, c: ClassId) -> Result<Vec<MethodId>, NotFunctional> {
        if !self.class(c).is_interface()
            || self.class(c).flags.get() & (flags::ANNOTATION | flags::SEALED) != 0
        {
            return Err(NotFunctional::NotInterface);
        }
        let site = self.class_type(c);
        let supers = self.superclasses(c);
        let mut found: Vec<MethodId> = Vec::new();
        for &i in supers.iter().filter(|&&i| self.class(i).is_interface()) {
            for m in self.methods(i) {
                let sym = self.method(m);
                if !sym.has(flags::ABSTRACT) || self.overrides_object_method(m) {
                    continue;
                }
                // A method below it, default or abstract, takes its place.
                let hidden = supers.iter().any(|&s| {
                    s != i
                        && self.is_sub_class(s, i)
                        && self.methods_named(s, sym.name).iter().any(|&other| {
                            !self.method(other).has(flags::STATIC)
                                && !self.method(other).has(flags::PRIVATE)
                                && self.is_subsignature(other, m, site)
                        })
                });
                if hidden {
                    continue;
                }
                match found.first() {
                    None => found.push(m),
                    Some(&first) => {
                        if self.method(first).name == sym.name
                            && (self.is_subsignature(first, m, site) || self.is_subsignature(m, first, site))
                        {
                            found.push(m);
                        } else {
                            return Err(NotFunctional::Multiple(c));
                        }
                    }
                }
            }
        }
        if found.is_empty() { Err(NotFunctional::NoAbstract(c)) } else { Ok(found) }
    }

    /// The public instance methods of Object, declared abstract in an interface, do not count (JLS 9.8).
    pub fn overrides_object_method(&self, m: MethodId) -> bool {
        let sym = self.method(m);
        self.methods_named(self.object_class(), sym.name).iter().any(|&o| {
            let other = self.method(o);
            other.has(flags::PUBLIC)
                && !other.has(flags::STATIC)
                && !other.is_constructor()
                && self.same_types(&other.params, &sym.params)
        })
    }

    /// The non-wildcard parameterisation whose members make the function type (JLS 9.9).
    pub fn function_type_parameterization(&self, t: Ty) -> Result<Ty, NotFunctional> {
        let TyKind::Class { class, outer, args } = self.kind(t) else {
            return Err(NotFunctional::NotInterface);
        };
        if !args.iter().any(|&a| matches!(self.kind(a), TyKind::Wildcard(..))) {
            return Ok(t);
        }
        let params = self.type_params(*class);
        let vars: Vec<Ty> = params.iter().map(|&p| self.var_type(p)).collect();
        let mut new = Vec::with_capacity(args.len());
        for (&a, &p) in args.iter().zip(params) {
            let declared = || {
                let bound = self.type_var(p).upper.get();
                // A bound that mentions the parameters has no such parameterisation by the book; its erasure stands for it.
                if self.mentions(bound, &mut |t| vars.contains(&t)) { self.erasure(bound) } else { bound }
            };
            new.push(match self.kind(a) {
                TyKind::Wildcard(WildcardBound::Super, b) => *b,
                TyKind::Wildcard(WildcardBound::Extends, b) => {
                    if *b == self.object() {
                        declared()
                    } else {
                        self.glb(*b, declared())
                    }
                }
                _ => a,
            });
        }
        Ok(self.type_in(*outer, *class, &new))
    }

    fn merge_descriptors(&self, site: Ty, methods: &[MethodId]) -> FnDescriptor {
        let mut best = self.descriptor_of(site, methods[0]);
        for &m in &methods[1..] {
            let mut other = self.descriptor_of(site, m);
            if other.type_params.len() == best.type_params.len() && !best.type_params.is_empty() {
                let to: Vec<Ty> = best.type_params.iter().map(|&v| self.var_type(v)).collect();
                other.ret = self.subst(other.ret, &other.type_params, &to);
                other.throws = self.subst_all(&other.throws, &other.type_params, &to);
            }
            // What every method allows may be thrown.
            let mut throws: Vec<Ty> = Vec::new();
            for &t in best.throws.iter().chain(&other.throws) {
                let allowed = |list: &[Ty]| list.iter().any(|&u| self.is_subtype(t, u));
                if allowed(&best.throws) && allowed(&other.throws) && !throws.contains(&t) {
                    throws.push(t);
                }
            }
            let better = other.ret != best.ret
                && other.ret != Ty::VOID
                && best.ret != Ty::VOID
                && (self.is_subtype(other.ret, best.ret) && !other.ret.is_primitive());
            if better {
                best.ret = other.ret;
                best.method = other.method;
            }
            best.throws = throws;
        }
        best
    }

    fn descriptor_of(&self, site: Ty, m: MethodId) -> FnDescriptor {
        let sym = self.method(m);
        let see = |t: Ty| self.member_type(site, t, sym.class);
        let raw = self.is_raw_member_site(site, sym.class);
        FnDescriptor {
            method: m,
            params: sym.params.iter().map(|&t| see(t)).collect(),
            ret: see(sym.ret),
            throws: sym.throws.iter().map(|&t| see(t)).collect(),
            type_params: if raw { Vec::new() } else { sym.type_params.clone() },
        }
    }
}
