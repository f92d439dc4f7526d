//! Accessors: methods that let a nested class use members which the class file's access rules would keep from it: private ones before
//! nestmates (release 11), protected ones of another package's class, and `Outer.super.m()`.

use super::{Lower, acc};
use crate::low::*;
use hashbrown::HashMap;
use rvm_model::symbols::{ClassId, FieldId, MethodId};
use rvm_model::types::Ty;
use rvm_syntax::Name;
use rvm_syntax::tree::flags;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Get(FieldId),
    Set(FieldId),
    Call(MethodId),
    Super(MethodId),
}

/// What was made so far.
#[derive(Default)]
pub struct Accessors {
    made: HashMap<(ClassId, Key), Member>,
    numbers: HashMap<ClassId, HashMap<u64, u32>>,
    methods: HashMap<ClassId, Vec<LMethod>>,
    /// Setters by the getter that reads the same field.
    setters: HashMap<Member, (ClassId, FieldId, Member)>,
    ctors: HashMap<MethodId, Member>,
    tag: Option<Name>,
    assertions: HashMap<ClassId, Name>,
    made_up: Vec<LClass>,
}

impl Lower<'_> {
    /// The class that must have an accessor for a member, if the current class cannot use it itself.
    fn host(&self, owner: ClassId, bits: u32, is_static: bool, recv: Option<Ty>) -> Option<ClassId> {
        let me = self.class.id;
        if bits & flags::PRIVATE != 0 {
            let other = owner != me && self.opts.release < 11 && self.w.is_source(owner);
            return (other && self.w.outermost_class(owner) == self.outermost).then_some(owner);
        }
        if bits & flags::PROTECTED == 0 || self.w.class_raw(owner).package == self.w.class_raw(me).package {
            return None;
        }
        let recv = recv.and_then(|t| self.w.erased_class(t));
        if recv.is_none() && !is_static {
            return None;
        }
        let suits = |c: ClassId| {
            self.w.is_sub_class(c, owner) && (is_static || recv.is_none_or(|r| self.w.is_sub_class(r, c)))
        };
        if suits(me) {
            return None;
        }
        let mut c = self.w.enclosing_class(me);
        while let Some(host) = c {
            if suits(host) {
                return Some(host);
            }
            c = self.w.enclosing_class(host);
        }
        None
    }

    pub(super) fn field_host(&self, field: FieldId, recv: Option<Ty>) -> Option<ClassId> {
        let sym = self.w.field(field);
        let bits = sym.flags.get();
        self.host(sym.class, bits, bits & flags::STATIC != 0, recv)
    }

    pub(super) fn method_host(&self, method: MethodId, recv: Option<Ty>) -> Option<ClassId> {
        let sym = self.w.method(method);
        let bits = sym.flags.get();
        // An array's clone() is public.
        if recv.is_some_and(|t| self.w.elem_type(t).is_some()) {
            return None;
        }
        self.host(sym.class, bits, bits & flags::STATIC != 0, recv)
    }

    fn accessor_name(&mut self, host: ClassId, symbol: u64, code: u32) -> Name {
        let numbers = self.accessors.numbers.entry(host).or_default();
        let next = numbers.len() as u32;
        let n = *numbers.entry(symbol).or_insert(next);
        Name::new(&format!("access${n}{code:02}"))
    }

    fn add_accessor(&mut self, host: ClassId, m: Member, types: &[Ty], body: LStmt) {
        let vars = types
            .iter()
            .enumerate()
            .map(|(i, &ty)| Var { name: Name::new(&format!("x{i}")), ty, generic: ty, synthetic: true })
            .collect();
        let line = self.line(self.w.class_raw(host).span);
        let method = LMethod {
            flags: acc::STATIC | acc::SYNTHETIC,
            name: m.name,
            desc: m.desc,
            source: Source::None,
            exceptions: Vec::new(),
            code: Some(LCode {
                vars,
                params: (0..types.len() as u32).map(VarId).collect(),
                body: LBlock { stmts: vec![LStmt { line, ..body }], end: line },
                ctor: false,
                split: None,
            }),
            extra: (0, 0),
            parameters: None,
        };
        self.accessors.methods.entry(host).or_default().push(method);
    }

    fn host_member(&self, host: ClassId, name: Name, desc: Name) -> Member {
        Member { owner: self.names.binary(host), name, desc, interface: self.w.class(host).is_interface() }
    }

    // The place of a field in an accessor: `x0.f` or static.
    fn accessed(&self, m: Member, own: Option<Ty>, ty: Ty) -> LExpr {
        match own {
            Some(own) => LExpr::new(LKind::Field(Box::new(self.var(VarId(0), own)), m), ty),
            None => LExpr::new(LKind::Static(m), ty),
        }
    }

    /// A read of the field by way of `host`.
    pub(super) fn get_through(
        &mut self,
        host: ClassId,
        field: FieldId,
        m: Member,
        recv: Option<LExpr>,
        ty: Ty,
    ) -> LExpr {
        let own = recv.is_some().then(|| self.w.raw_type(host));
        let getter = match self.accessors.made.get(&(host, Key::Get(field))) {
            Some(&getter) => getter,
            None => {
                let name = self.accessor_name(host, u64::from(field.0), 0);
                let getter = self.host_member(host, name, self.names.method_desc(own.as_slice(), ty));
                self.accessors.made.insert((host, Key::Get(field)), getter);
                self.accessors.setters.insert(getter, (host, field, m));
                let place = self.accessed(m, own, ty);
                self.add_accessor(
                    host,
                    getter,
                    own.as_slice(),
                    LStmt::new(LStmtKind::Return(Some(place)), 0),
                );
                getter
            }
        };
        let args = recv.into_iter().map(|r| own.map_or(r.clone(), |own| self.coerce(r, own))).collect();
        self.call_static(getter, args, ty)
    }

    /// If `place` is a read through an accessor: the setter, and the arguments but for the value. Else the place again.
    pub(super) fn setter(&mut self, place: LExpr) -> Result<(Member, Vec<LExpr>), LExpr> {
        let LKind::Call(Invoke::Static, None, getter, _) = &place.kind else { return Err(place) };
        let Some(&(host, field, m)) = self.accessors.setters.get(getter) else { return Err(place) };
        let ty = place.ty;
        let LKind::Call(_, _, _, args) = place.kind else { return Err(place) };
        let own = (!args.is_empty()).then(|| self.w.raw_type(host));
        if let Some(&setter) = self.accessors.made.get(&(host, Key::Set(field))) {
            return Ok((setter, args));
        }
        let name = self.accessor_name(host, u64::from(field.0), 2);
        let mut types: Vec<Ty> = own.into_iter().collect();
        types.push(ty);
        let setter = self.host_member(host, name, self.names.method_desc(&types, ty));
        self.accessors.made.insert((host, Key::Set(field)), setter);
        let target = self.accessed(m, own, ty);
        let value = self.var(VarId(types.len() as u32 - 1), ty);
        let assign = LExpr::new(LKind::Assign(Box::new(target), Box::new(value)), ty);
        self.add_accessor(host, setter, &types, LStmt::new(LStmtKind::Return(Some(assign)), 0));
        Ok((setter, args))
    }

    /// `place = f(place)` where the place is read and written by accessors; `args` is the receiver, if there is one.
    pub(super) fn modify_through(
        &mut self,
        setter: Member,
        args: Vec<LExpr>,
        ty: Ty,
        old: bool,
        f: impl FnOnce(&mut Self, LExpr) -> LExpr,
    ) -> LExpr {
        let mut before = Vec::new();
        let mut recv = None;
        if let Some(arg) = args.into_iter().next() {
            let own = arg.ty;
            let var = self.new_var("$recv", own, true);
            before.push(LStmt::new(LStmtKind::Let(var, Some(arg)), 0));
            recv = Some(self.var(var, own));
        }
        let getter = self.accessors.made.iter().find(|&(&(host, key), &m)| {
            m == setter
                && matches!(key, Key::Set(f) if self.accessors.made.contains_key(&(host, Key::Get(f))))
        });
        let getter = getter.and_then(|(&(host, key), _)| match key {
            Key::Set(f) => self.accessors.made.get(&(host, Key::Get(f))).copied(),
            _ => None,
        });
        let Some(getter) = getter else { return LExpr::new(LKind::Null, Ty::NULL) };
        let read = self.call_static(getter, recv.clone().into_iter().collect(), ty);
        let kept = self.new_var("$old", ty, true);
        before.push(LStmt::new(LStmtKind::Let(kept, Some(read)), 0));
        let old_value = self.var(kept, ty);
        let value = f(self, old_value.clone());
        let value = self.coerce(value, ty);
        let mut set_args: Vec<LExpr> = recv.into_iter().collect();
        set_args.push(value);
        let set = self.call_static(setter, set_args, ty);
        let result = if old {
            before.push(LStmt::expr(set, 0));
            old_value
        } else {
            set
        };
        LExpr::new(LKind::Let(before, Box::new(result)), ty)
    }

    /// A call by way of `host`; `is_super`: the method of the host's superclass.
    #[allow(clippy::too_many_arguments, reason = "the parts of one call")]
    pub(super) fn call_through(
        &mut self,
        host: ClassId,
        method: MethodId,
        m: Member,
        recv: Option<LExpr>,
        args: Vec<LExpr>,
        is_super: bool,
        ret: Ty,
    ) -> LExpr {
        let key = if is_super { Key::Super(method) } else { Key::Call(method) };
        let own = recv.is_some().then(|| self.w.raw_type(host));
        let accessor = match self.accessors.made.get(&(host, key)) {
            Some(&a) => a,
            None => {
                let sym = self.w.method(method);
                let name = self.accessor_name(host, u64::from(method.0) | 1 << 32, is_super as u32);
                let mut types: Vec<Ty> = own.into_iter().collect();
                types.extend(self.erase_all(&sym.params));
                let accessor = self.host_member(host, name, self.names.method_desc(&types, ret));
                self.accessors.made.insert((host, key), accessor);
                let mut values = types.iter().enumerate().map(|(i, &t)| self.var(VarId(i as u32), t));
                let recv = own.and_then(|_| values.next());
                let values: Vec<LExpr> = values.collect();
                let private = sym.has(flags::PRIVATE);
                let kind = match recv {
                    None => Invoke::Static,
                    Some(_) if is_super || private && self.opts.release < 11 => Invoke::Special,
                    Some(_) => Invoke::Virtual,
                };
                let call = LExpr::new(LKind::Call(kind, recv.map(Box::new), m, values), ret);
                let body = match ret {
                    Ty::VOID => LStmt::expr(call, 0),
                    _ => LStmt::new(LStmtKind::Return(Some(call)), 0),
                };
                self.add_accessor(host, accessor, &types, body);
                accessor
            }
        };
        let mut all: Vec<LExpr> =
            recv.into_iter().map(|r| own.map_or(r.clone(), |own| self.coerce(r, own))).collect();
        all.extend(args);
        self.call_static(accessor, all, ret)
    }

    /// The constructor to call, and whether it is an access constructor with a trailing tag.
    pub(super) fn ctor_access(&mut self, ctor: MethodId) -> (Member, bool) {
        let m = self.ctor_member(ctor);
        let sym = self.w.method(ctor);
        let private = sym.has(flags::PRIVATE);
        if !private || self.host(sym.class, flags::PRIVATE, false, None).is_none() {
            return (m, false);
        }
        if let Some(&access) = self.accessors.ctors.get(&ctor) {
            return (access, true);
        }
        let tag = match self.accessors.tag {
            Some(tag) => tag,
            None => {
                let tag = self.fresh_class_name();
                self.accessors.tag = Some(tag);
                tag
            }
        };
        let desc = format!("{}L{tag};)V", m.desc.as_str().trim_end_matches(")V"));
        let access = Member { desc: Name::new(&desc), ..m };
        self.accessors.ctors.insert(ctor, access);
        self.add_access_ctor(ctor, m, access);
        (access, true)
    }

    fn add_access_ctor(&mut self, ctor: MethodId, m: Member, access: Member) {
        let sym = self.w.method(ctor);
        let shape = self.ctor_shape(sym.class);
        let own = self.w.raw_type(sym.class);
        let mut types = vec![own];
        types.extend(shape.outer);
        if shape.is_enum {
            types.extend([self.k.string, Ty::INT]);
        }
        types.extend(self.erase_all(&sym.params));
        types.extend(shape.captures.iter().map(|&l| self.local_type(l)));
        let args = types.iter().enumerate().skip(1).map(|(i, &t)| self.var(VarId(i as u32), t)).collect();
        let this = Some(Box::new(self.var(VarId(0), own)));
        let call = LExpr::new(LKind::Call(Invoke::Special, this, m, args), Ty::VOID);
        // The tag is a parameter whose value nobody looks at.
        types.push(self.k.object);
        self.add_accessor(sym.class, access, &types, LStmt::expr(call, 0));
        if let Some(method) = self.accessors.methods.get_mut(&sym.class).and_then(|l| l.last_mut()) {
            method.flags = acc::SYNTHETIC;
            if let Some(code) = &mut method.code {
                code.ctor = true;
            }
        }
    }

    /// The class that has an interface's `$assertionsDisabled`.
    pub(super) fn assertion_class(&mut self) -> Name {
        let interface = self.class.id;
        if let Some(&name) = self.accessors.assertions.get(&interface) {
            return name;
        }
        let name = self.fresh_class_name();
        self.accessors.assertions.insert(interface, name);
        let line = self.line(self.w.class_raw(interface).span);
        let (field, init) = self.assertion_init(name, line);
        let cx = super::MethodCx::new(super::CxKind::Method, Ty::VOID, Name::new("static"));
        let clinit = self.static_init(cx, vec![init]);
        let class = self.made_up_class(name, vec![field], vec![clinit]);
        self.accessors.made_up.push(class);
        name
    }

    /// Gives the classes the accessors that were asked for.
    pub(super) fn finish_accessors(&mut self) {
        let mut methods = std::mem::take(&mut self.accessors.methods);
        for class in &mut self.out {
            if let Some(list) = class.class.and_then(|id| methods.remove(&id)) {
                class.methods.splice(0..0, list);
            }
        }
        let made_up = std::mem::take(&mut self.accessors.made_up);
        self.out.extend(made_up);
        if let Some(tag) = self.accessors.tag {
            let class = self.made_up_class(tag, Vec::new(), Vec::new());
            self.out.push(class);
        }
    }
}
