//! Members of types: lookup, overriding (JLS 8.4.2, 8.4.8), access (6.6), bridges.

use crate::symbols::*;
use crate::types::{Ty, TyKind};
use crate::world::World;
use rvm_syntax::Name;
use rvm_syntax::tree::flags;

/// A bridge method that a class needs (JLS 15.12.4.5; JVMS has no covariance).
#[derive(Clone, Debug)]
pub struct Bridge {
    /// The method whose erased signature the bridge has.
    pub overridden: MethodId,
    /// What it calls: a method of the class itself or one it inherits.
    pub target: MethodId,
    /// Erased parameter types of the bridge.
    pub params: Vec<Ty>,
    /// Erased return type of the bridge.
    pub ret: Ty,
    /// Erased exceptions of the bridge.
    pub throws: Vec<Ty>,
    /// The target is a superclass's or superinterface's: it is called with `super`.
    pub inherited: bool,
}

/// What name lookup of a field found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldLookup {
    /// None of that name.
    Absent,
    /// This one.
    Found(FieldId),
    /// Several, inherited from different supertypes.
    Ambiguous(FieldId, FieldId),
}

/// A member whose access is asked about.
#[derive(Clone, Copy, Debug)]
pub enum MemberSym {
    /// A field.
    Field(FieldId),
    /// A method or constructor.
    Method(MethodId),
    /// A member class.
    Class(ClassId),
}

impl World {
    /// The field `name` of a class, its own or inherited (JLS 8.2, 8.3); access is not looked at.
    pub fn find_field(&self, c: ClassId, name: Name) -> FieldLookup {
        if let Some(f) = self.field_named(c, name) {
            return FieldLookup::Found(f);
        }
        let mut found = FieldLookup::Absent;
        let superclass = if self.class(c).is_interface() { None } else { self.superclass_class(c) };
        let supers =
            superclass.into_iter().chain(self.interfaces(c).iter().filter_map(|&i| self.class_of(i)));
        for s in supers {
            match (self.find_field(s, name), &found) {
                (FieldLookup::Absent, _) => {}
                (r, FieldLookup::Absent) => found = r,
                (FieldLookup::Found(f), FieldLookup::Found(g)) if f == *g => {}
                (FieldLookup::Found(f), FieldLookup::Found(g)) => {
                    // Private fields are not inherited, so they do not compete.
                    if self.field(f).has(flags::PRIVATE) {
                    } else if self.field(*g).has(flags::PRIVATE) {
                        found = FieldLookup::Found(f);
                    } else {
                        return FieldLookup::Ambiguous(*g, f);
                    }
                }
                (r @ FieldLookup::Ambiguous(..), _) => return r,
                (FieldLookup::Found(_), FieldLookup::Ambiguous(..)) => {}
            }
        }
        found
    }

    /// All methods of that name in the class and above it, nearest first (superclasses, then interfaces); overridden ones are left out.
    /// Constructors are those of the class alone.
    pub fn members_named(&self, c: ClassId, name: Name) -> Vec<MethodId> {
        if name == self.init_name() {
            return self.constructors(c);
        }
        let site = self.class_type(c);
        let mut found: Vec<MethodId> = Vec::new();
        for s in self.superclasses(c) {
            for m in self.methods_named(s, name) {
                let sym = self.method(m);
                // Static methods of interfaces are not inherited (JLS 8.4.8).
                if s != c && self.class(s).is_interface() && sym.has(flags::STATIC) {
                    continue;
                }
                let hidden = found.iter().any(|&o| {
                    let lower = self.method(o);
                    lower.class != s
                        && !sym.has(flags::PRIVATE)
                        && (self.is_sub_class(lower.class, s)
                            // A class's method wins over an interface's (JLS 8.4.8).
                            || (!self.class(lower.class).is_interface()
                                && self.class(s).is_interface()
                                && (!lower.has(flags::ABSTRACT) || sym.has(flags::ABSTRACT))))
                        && !(lower.has(flags::STATIC) && self.class(s).is_interface())
                        && self.is_inherited_by(m, lower.class)
                        && self.is_subsignature(o, m, site)
                });
                if !hidden {
                    found.push(m);
                }
            }
        }
        found
    }

    /// Package-private members are not inherited across packages, private ones not at all.
    fn is_inherited_by(&self, m: MethodId, c: ClassId) -> bool {
        let sym = self.method(m);
        if sym.has(flags::PRIVATE) {
            return false;
        }
        sym.has(flags::PUBLIC)
            || sym.has(flags::PROTECTED)
            || self.class_raw(sym.class).package == self.class_raw(c).package
    }

    /// The signature of `a` is a subsignature of `b`'s (JLS 8.4.2), both seen from `site`: the same after adapting type parameters, or
    /// equal to its erasure.
    pub fn is_subsignature(&self, a: MethodId, b: MethodId, site: Ty) -> bool {
        self.is_same_signature(a, b, site) || self.is_erased_signature(a, b, site)
    }

    fn seen_params(&self, m: MethodId, site: Ty) -> Vec<Ty> {
        let sym = self.method(m);
        sym.params.iter().map(|&t| self.member_type(site, t, sym.class)).collect()
    }

    /// Same parameter types after adapting type parameters.
    pub fn is_same_signature(&self, a: MethodId, b: MethodId, site: Ty) -> bool {
        let (x, y) = (self.method(a), self.method(b));
        if x.params.len() != y.params.len() || x.type_params.len() != y.type_params.len() {
            return false;
        }
        let p = self.seen_params(a, site);
        let mut q = self.seen_params(b, site);
        if !x.type_params.is_empty() {
            let to: Vec<Ty> = x.type_params.iter().map(|&v| self.var_type(v)).collect();
            q = self.subst_all(&q, &y.type_params, &to);
            let bounds_match = x.type_params.iter().zip(&y.type_params).all(|(&v, &u)| {
                let mine = self.member_type(site, self.type_var(v).upper.get(), x.class);
                let theirs = self.member_type(site, self.type_var(u).upper.get(), y.class);
                self.same_type(mine, self.subst(theirs, &y.type_params, &to))
            });
            if !bounds_match {
                return false;
            }
        }
        self.same_types(&p, &q)
    }

    /// `a` is not generic and has exactly the erased parameters of `b`.
    fn is_erased_signature(&self, a: MethodId, b: MethodId, site: Ty) -> bool {
        let (x, y) = (self.method(a), self.method(b));
        if x.params.len() != y.params.len() || !x.type_params.is_empty() {
            return false;
        }
        let p = self.seen_params(a, site);
        let q = self.erasure_all(&self.seen_params(b, site));
        self.same_types(&p, &q)
    }

    /// The method `m1` overrides `m2` from its own class, or would from `origin`, a class that has both as members (JLS 8.4.8.1).
    pub fn overrides_in(&self, m1: MethodId, m2: MethodId, origin: ClassId) -> bool {
        let (a, b) = (self.method(m1), self.method(m2));
        if m1 == m2 {
            return true;
        }
        if a.name != b.name || a.is_constructor() || a.has(flags::STATIC) || b.has(flags::STATIC) {
            return false;
        }
        if b.has(flags::PRIVATE) || a.has(flags::PRIVATE) {
            return false;
        }
        let site = self.class_type(origin);
        if self.is_sub_class(a.class, b.class) {
            if !self.may_override(m2, a.class) {
                return false;
            }
            return self.is_subsignature(m1, m2, self.class_type(a.class))
                || self.is_subsignature(m1, m2, site);
        }
        // From a superclass of origin, implementing an interface that its class does not know.
        if a.has(flags::ABSTRACT) && !b.has(flags::ABSTRACT) && !b.has(flags::DEFAULT) {
            return false;
        }
        if self.class(a.class).is_interface() && !self.class(b.class).is_interface() {
            return false;
        }
        (b.has(flags::ABSTRACT) || b.has(flags::DEFAULT))
            && self.is_sub_class(origin, a.class)
            && self.is_sub_class(origin, b.class)
            && self.may_override(m2, origin)
            && self.is_subsignature(m1, m2, site)
    }

    /// `m1` overrides `m2` from the class that declares `m1`.
    pub fn overrides(&self, m1: MethodId, m2: MethodId) -> bool {
        self.overrides_in(m1, m2, self.method(m1).class)
    }

    /// Access allows a subclass to override the method.
    fn may_override(&self, m: MethodId, from: ClassId) -> bool {
        let sym = self.method(m);
        if sym.has(flags::PUBLIC) || self.class(sym.class).is_interface() {
            return true;
        }
        if sym.has(flags::PROTECTED) {
            return !self.class(from).is_interface();
        }
        !sym.has(flags::PRIVATE) && self.class_raw(sym.class).package == self.class_raw(from).package
    }

    /// The method that a call of `m` on an instance of class `c` selects as far as classes tell: the nearest non-abstract one that overrides
    /// it (superclasses first, then the most specific default), else the nearest abstract one, which may be `m` itself.
    pub fn implementation(&self, m: MethodId, c: ClassId) -> Option<MethodId> {
        let sym = self.method(m);
        let mut candidates: Vec<MethodId> = Vec::new();
        for s in self.superclasses(c) {
            let interface = self.class(s).is_interface();
            for other in self.methods_named(s, sym.name) {
                if other != m && !self.overrides_in(other, m, c) {
                    continue;
                }
                // A class's method wins over all interfaces'; an abstract one re-abstracts what they give.
                if !interface {
                    return Some(other);
                }
                candidates.push(other);
            }
        }
        // The most specific ones; an abstract one among them leaves the method open.
        let class = |m: MethodId| self.method(m).class;
        let minimal: Vec<MethodId> = candidates
            .iter()
            .copied()
            .filter(|&a| {
                !candidates.iter().any(|&b| class(a) != class(b) && self.is_sub_class(class(b), class(a)))
            })
            .collect();
        minimal.iter().copied().find(|&a| self.method(a).has(flags::ABSTRACT)).or(minimal.first().copied())
    }

    // ---- access (JLS 6.6) ----

    /// Whether a class can be named from code in `from` (package of a top-level class; nesting for members).
    pub fn is_class_accessible(&self, c: ClassId, from: ClassId) -> bool {
        let sym = self.class(c);
        let same_package = || self.class_raw(from).package == sym.package;
        match sym.owner.get() {
            Owner::Method(..) => true,
            Owner::Package => sym.has(flags::PUBLIC) || same_package(),
            Owner::Class(o) => {
                if sym.has(flags::PRIVATE) {
                    return self.outermost_class(c) == self.outermost_class(from);
                }
                if !self.is_class_accessible(o, from) {
                    return false;
                }
                sym.has(flags::PUBLIC)
                    || same_package()
                    || (sym.has(flags::PROTECTED) && self.is_enclosed_by_subclass(from, o))
            }
        }
    }

    /// A class around `from` (or itself) is a subclass of `c`.
    fn is_enclosed_by_subclass(&self, from: ClassId, c: ClassId) -> bool {
        let mut k = Some(from);
        while let Some(i) = k {
            if self.is_sub_class(i, c) {
                return true;
            }
            k = self.enclosing_class(i);
        }
        false
    }

    /// Whether a type can be used from code in `from`: its class, its element type.
    pub fn is_type_accessible(&self, t: Ty, from: ClassId) -> bool {
        match self.kind(t) {
            TyKind::Class { class, .. } => self.is_class_accessible(*class, from),
            TyKind::Array(e) => self.is_type_accessible(*e, from),
            TyKind::Intersection(parts) => parts.iter().all(|&p| self.is_type_accessible(p, from)),
            _ => true,
        }
    }

    /// Whether a member is accessible from code in class `from`, through an expression or type of type `site`. `via_super` says that the
    /// member is named by `super.` (or in a constructor call, or is static), where JLS 6.6.2 asks nothing of the site's type.
    pub fn is_accessible(&self, member: MemberSym, from: ClassId, site: Ty, via_super: bool) -> bool {
        let (owner, bits, is_ctor) = match member {
            MemberSym::Field(f) => (self.field(f).class, self.field(f).flags.get(), false),
            MemberSym::Method(m) => {
                let sym = self.method(m);
                (sym.class, sym.flags.get(), sym.is_constructor())
            }
            MemberSym::Class(c) => return self.is_class_accessible(c, from),
        };
        let site_class = self.erased_class(site);
        if let Some(s) = site_class
            && matches!(self.kind(site), TyKind::Class { .. })
            && !self.is_class_accessible(s, from)
        {
            return false;
        }
        if bits & flags::PUBLIC != 0 {
            return true;
        }
        let package = self.class_raw(owner).package;
        let here = self.class_raw(from).package;
        if bits & flags::PRIVATE != 0 {
            // Private members are not inherited: the site must be the declaring class itself (a type variable's bound does not count).
            return self.outermost_class(owner) == self.outermost_class(from)
                && (is_ctor || site_class.is_none() || self.site_has_private(site, owner));
        }
        if bits & flags::PROTECTED != 0 {
            if package == here {
                return true;
            }
            let mut k = Some(from);
            while let Some(c) = k {
                if self.is_sub_class(c, owner) {
                    if via_super || bits & flags::STATIC != 0 {
                        return true;
                    }
                    if !is_ctor && site_class.is_none_or(|s| self.is_sub_class(s, c)) {
                        return true;
                    }
                }
                k = self.enclosing_class(c);
            }
            return false;
        }
        // Package-private: the whole way from the site's class up to the owner stays in the package.
        package == here && site_class.is_none_or(|s| self.stays_in_package(s, owner, package))
    }

    /// Whether a class can be named from code in `from`.
    pub fn is_accessible_class(&self, c: ClassId, from: ClassId) -> bool {
        self.is_class_accessible(c, from)
    }

    /// Whether a field can be used from code in `from` through `site`. For `super.f` pass the type of `this`.
    pub fn is_accessible_field(&self, f: FieldId, from: ClassId, site: Ty) -> bool {
        self.is_accessible(MemberSym::Field(f), from, site, false)
    }

    /// Whether a method or constructor can be used from code in `from` through `site`. For `super.m()` pass the type of `this`; for
    /// `super(..)` and the constructor of an anonymous class's superclass ask [`World::is_accessible`] with `via_super`.
    pub fn is_accessible_method(&self, m: MethodId, from: ClassId, site: Ty) -> bool {
        self.is_accessible(MemberSym::Method(m), from, site, false)
    }

    fn site_has_private(&self, site: Ty, owner: ClassId) -> bool {
        match self.kind(site) {
            TyKind::Class { class, .. } => *class == owner,
            TyKind::Array(_) => true,
            _ => false,
        }
    }

    fn stays_in_package(&self, site: ClassId, owner: ClassId, package: Name) -> bool {
        let mut c = Some(site);
        while let Some(k) = c {
            if k == owner {
                return true;
            }
            if self.class_raw(k).package != package && !self.class(k).is_interface() {
                return false;
            }
            c = self.superclass_class(k);
            if self.class(owner).is_interface() {
                return true;
            }
        }
        true
    }

    // ---- bridges ----

    /// The bridge methods a class of this run needs: for each method above that a member of the class overrides with another erasure.
    pub fn bridges(&self, c: ClassId) -> Vec<Bridge> {
        let mut bridges: Vec<Bridge> = Vec::new();
        let supers = self.superclasses(c);
        let is_interface = self.class(c).is_interface();
        let own: Vec<Name> = self.methods(c).iter().map(|&m| self.method(m).name).collect();
        for &s in &supers {
            if s == c {
                continue;
            }
            let super_interface = self.class(s).is_interface();
            for m in self.methods(s).into_iter().rev() {
                let sym = self.method(m);
                if self.needs_access_bridge(m, c) {
                    bridges.push(Bridge {
                        overridden: m,
                        target: m,
                        params: self.erasure_all(&sym.params),
                        ret: self.erasure(sym.ret),
                        throws: self.erasure_all(&sym.throws),
                        inherited: true,
                    });
                    continue;
                }
                if sym.is_constructor() || sym.has(flags::PRIVATE) || sym.has(flags::STATIC) {
                    continue;
                }
                let declared_here = own.contains(&sym.name);
                // Where nothing of that name is new, only an interface method can meet an inherited implementation.
                if !declared_here && (!super_interface || is_interface) {
                    continue;
                }
                let target = if declared_here {
                    self.methods_named(c, sym.name).into_iter().find(|&o| self.overrides_in(o, m, c))
                } else {
                    None
                };
                let target = match target {
                    Some(t) => t,
                    None => {
                        if !super_interface || is_interface {
                            continue;
                        }
                        match self.implementation(m, c) {
                            // A superclass that knows the interface has the bridge already.
                            Some(t)
                                if t != m
                                    && !self.class(self.method(t).class).is_interface()
                                    && !self.superclass_class(c).is_some_and(|p| self.is_sub_class(p, s)) =>
                            {
                                t
                            }
                            _ => continue,
                        }
                    }
                };
                let t = self.method(target);
                if t.has(flags::ABSTRACT) && !declared_here {
                    continue;
                }
                let params = self.erasure_all(&sym.params);
                let ret = self.erasure(sym.ret);
                if self.erasure_all(&t.params) == params && self.erasure(t.ret) == ret {
                    continue;
                }
                if bridges
                    .iter()
                    .any(|b| self.method(b.overridden).name == sym.name && b.params == params && b.ret == ret)
                {
                    continue;
                }
                // A method of the class itself may already have that erasure.
                let taken = self.methods_named(c, sym.name).iter().any(|&o| {
                    self.erasure_all(&self.method(o).params) == params
                        && self.erasure(self.method(o).ret) == ret
                });
                if taken {
                    continue;
                }
                bridges.push(Bridge {
                    overridden: m,
                    target,
                    params,
                    ret,
                    throws: self.erasure_all(&t.throws),
                    inherited: t.class != c,
                });
            }
        }
        bridges
    }

    /// A public class makes public methods of a package-private superclass callable from everywhere, for reflection's sake.
    fn needs_access_bridge(&self, m: MethodId, c: ClassId) -> bool {
        let sym = self.method(m);
        let public = |k: ClassId| self.class(k).has(flags::PUBLIC);
        if !sym.has(flags::PUBLIC)
            || sym.is_constructor()
            || sym.flags.get() & (flags::STATIC | flags::FINAL | flags::ABSTRACT) != 0
            || !public(c)
            || public(sym.class)
            || self.class(c).is_interface()
            || self.class(sym.class).is_interface()
        {
            return false;
        }
        let mut k = self.superclass_class(c);
        while let Some(s) = k {
            if s == sym.class {
                return self.implementation(m, c) == Some(m);
            }
            if public(s) {
                return false;
            }
            k = self.superclass_class(s);
        }
        false
    }
}
