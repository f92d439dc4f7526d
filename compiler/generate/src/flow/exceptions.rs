//! Checked exceptions (JLS 11.2, 14.20).

use super::walk::operands;
use super::{Item, Shared};
use hashbrown::HashMap;
use rvm_model::World;
use rvm_model::hir::*;
use rvm_model::symbols::LocalId;
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::Span;
use rvm_syntax::tree::flags;

/// An exception that nothing around catches.
struct Uncaught {
    span: Span,
    ty: Ty,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Plain,
    /// From the implicit close() of that resource.
    Close(LocalId),
    /// From the superclass's constructor.
    DefaultConstructor,
}

/// Sets of exception types, newest first.
type Types = Vec<Ty>;

struct Pass<'s, 'a> {
    shared: &'s Shared<'a>,
    w: &'a World,
    thrown: Types,
    caught: Types,
    pending: Vec<Uncaught>,
    rethrow: HashMap<LocalId, Types>,
    unchecked: [Ty; 2],
}

pub(super) fn check<'a>(shared: &Shared<'a>, body: &'a ClassBody) {
    let w = shared.w;
    let unchecked = [w.type_named("java/lang/RuntimeException"), w.type_named("java/lang/Error")];
    let mut pass = Pass {
        shared,
        w,
        thrown: Vec::new(),
        caught: Vec::new(),
        pending: Vec::new(),
        rethrow: HashMap::new(),
        unchecked,
    };
    pass.class(body);
}

impl<'a> Pass<'_, 'a> {
    // ---- sets of types ----

    fn is_unchecked(&self, t: Ty) -> bool {
        let t = match self.w.kind(t) {
            TyKind::Var(_) => self.w.upper_bound(t),
            _ => t,
        };
        t == Ty::NULL || t == Ty::ERROR || self.unchecked.iter().any(|&u| self.w.is_subtype(t, u))
    }

    fn covered(&self, t: Ty, list: &[Ty]) -> bool {
        list.iter().any(|&l| self.w.is_subtype(t, l))
    }

    fn overlaps(&self, t: Ty, list: &[Ty]) -> bool {
        list.iter().any(|&l| self.w.is_subtype(t, l) || self.w.is_subtype(l, t))
    }

    fn excluded(&self, t: Ty, list: &[Ty]) -> Types {
        list.iter().copied().filter(|&l| !self.w.is_subtype(l, t)).collect()
    }

    fn included(&self, t: Ty, list: &[Ty]) -> Types {
        if self.covered(t, list) {
            return list.to_vec();
        }
        let mut out = self.excluded(t, list);
        out.insert(0, t);
        out
    }

    fn union(&self, a: &[Ty], b: &[Ty]) -> Types {
        b.iter().fold(a.to_vec(), |list, &t| self.included(t, &list))
    }

    fn difference(&self, a: &[Ty], b: &[Ty]) -> Types {
        b.iter().fold(a.to_vec(), |list, &t| self.excluded(t, &list))
    }

    fn intersection(&self, a: &[Ty], b: &[Ty]) -> Types {
        let mut out = Vec::new();
        for (x, y) in [(a, b), (b, a)] {
            for &t in x {
                if self.covered(t, y) {
                    out = self.included(t, &out);
                }
            }
        }
        out
    }

    // ---- throwing ----

    fn throws(&mut self, span: Span, ty: Ty, kind: Kind) {
        if self.is_unchecked(ty) {
            return;
        }
        if !self.covered(ty, &self.caught) {
            self.pending.push(Uncaught { span, ty, kind });
        }
        self.thrown = self.included(ty, &self.thrown);
    }

    fn report_pending(&mut self) {
        for u in std::mem::take(&mut self.pending) {
            let ty = self.w.display(u.ty);
            match u.kind {
                Kind::DefaultConstructor => self.shared.error(
                    u.span,
                    "unreported-exception-default-constructor",
                    format!("unreported exception {ty} in default constructor"),
                ),
                Kind::Close(local) => self.shared.error(
                    u.span,
                    "unreported-exception-implicit-close",
                    format!(
                        "unreported exception {ty}; must be caught or declared to be thrown\n  exception thrown from implicit call to close() on resource variable '{}'",
                        self.w.local(local).name
                    ),
                ),
                Kind::Plain => self.shared.error(
                    u.span,
                    "unreported-exception-need-to-catch-or-throw",
                    format!("unreported exception {ty}; must be caught or declared to be thrown"),
                ),
            }
        }
    }

    // ---- classes ----

    fn class(&mut self, body: &'a ClassBody) {
        let sym = self.w.class(body.class);
        let anonymous = sym.name.as_str().is_empty();
        let thrown = std::mem::take(&mut self.thrown);
        let caught = self.caught.clone();
        let pending = std::mem::take(&mut self.pending);
        if !anonymous {
            self.caught.clear();
        }
        let (statics, instances, methods) = self.shared.members(body);
        for item in statics {
            self.item(item);
            self.report_pending();
        }
        if !anonymous {
            // What every constructor declares, initialisers may throw.
            let mut declared: Option<Types> = None;
            for m in methods.iter().filter(|m| self.is_initial(m)) {
                let throws = &self.w.method(m.method).throws;
                declared = Some(match declared {
                    None => throws.clone(),
                    Some(before) => self.intersection(throws, &before),
                });
            }
            if let Some(declared) = declared {
                self.caught = declared;
            }
        }
        for item in instances {
            self.item(item);
            // An anonymous class's initialisers throw where it is made.
            if !anonymous {
                self.report_pending();
            }
        }
        let mut after = thrown;
        let mut escaped = Vec::new();
        if anonymous {
            after = self.union(&self.thrown, &after);
            escaped = std::mem::take(&mut self.pending);
        } else if let Some(m) = self.shared.default_ctor(body) {
            self.default_constructor(m);
        }
        for m in methods {
            if !(anonymous && self.w.method(m.method).is_constructor()) {
                self.method(m);
                self.report_pending();
            }
        }
        self.thrown = after;
        self.caught = caught;
        self.pending = pending;
        self.pending.extend(escaped);
    }

    fn default_constructor(&mut self, m: &MethodBody) {
        let caught = std::mem::replace(&mut self.caught, self.w.method(m.method).throws.clone());
        if let Some(Stmt {
            kind: StmtKind::Expr(Expr { kind: ExprKind::CtorCall { throws, .. }, .. }), ..
        }) = m.body.stmts.first()
        {
            let class = self.w.class(self.w.method(m.method).class);
            let place = class.span;
            for &t in throws {
                self.throws(place, t, Kind::DefaultConstructor);
            }
        }
        self.report_pending();
        self.caught = caught;
    }

    fn is_initial(&self, m: &MethodBody) -> bool {
        let this_call = matches!(
            m.body.stmts.first(),
            Some(Stmt {
                kind: StmtKind::Expr(Expr { kind: ExprKind::CtorCall { is_super: false, .. }, .. }),
                ..
            })
        );
        self.w.method(m.method).is_constructor() && !this_call
    }

    fn item(&mut self, item: Item<'a>) {
        match item {
            Item::Init(Init::Field(_, value)) => self.expr(value),
            Item::Init(Init::Block(_, b)) => self.block(b),
            Item::Field(_) => {}
            Item::Class(c) => self.class(c),
        }
    }

    fn method(&mut self, m: &'a MethodBody) {
        let declared = &self.w.method(m.method).throws;
        let now = if self.is_initial(m) { self.union(&self.caught, declared) } else { declared.clone() };
        let caught = std::mem::replace(&mut self.caught, now);
        self.block(&m.body);
        self.caught = caught;
    }

    // ---- statements ----

    fn block(&mut self, b: &'a Block) {
        self.stmts(&b.stmts);
    }

    fn stmts(&mut self, stmts: &'a [Stmt]) {
        stmts.iter().for_each(|s| self.stmt(s));
    }

    fn stmt(&mut self, s: &'a Stmt) {
        match &s.kind {
            StmtKind::Empty | StmtKind::Break(_) | StmtKind::Continue(_) => {}
            StmtKind::Class(c) => {
                if let Some(&body) = self.shared.bodies.get(c) {
                    self.class(body);
                }
            }
            StmtKind::Block(b) => self.block(b),
            StmtKind::Local(_, init) => init.iter().for_each(|e| self.expr(e)),
            StmtKind::Expr(e) | StmtKind::Yield(_, e) => self.expr(e),
            StmtKind::If(c, then, otherwise) => {
                self.expr(c);
                self.stmt(then);
                otherwise.iter().for_each(|s| self.stmt(s));
            }
            StmtKind::While(_, c, body) => {
                self.expr(c);
                self.stmt(body);
            }
            StmtKind::Do(_, body, c) => {
                self.stmt(body);
                self.expr(c);
            }
            StmtKind::For(_, init, c, step, body) => {
                self.stmts(init);
                c.iter().for_each(|c| self.expr(c));
                self.stmt(body);
                self.stmts(step);
            }
            StmtKind::ForEach(f) => {
                self.expr(&f.expr);
                self.stmt(&f.body);
            }
            StmtKind::Labeled(_, body) => self.stmt(body),
            StmtKind::Switch(switch) => self.switch(switch),
            StmtKind::Return(value) => value.iter().for_each(|v| self.expr(v)),
            StmtKind::Throw(value) => {
                self.expr(value);
                let precise = match value.kind {
                    ExprKind::Local(l) if self.is_final(l) => self.rethrow.get(&l).cloned(),
                    _ => None,
                };
                match precise {
                    Some(types) => types.iter().for_each(|&t| self.throws(s.span, t, Kind::Plain)),
                    None => self.throws(s.span, value.ty, Kind::Plain),
                }
            }
            StmtKind::Try(t) => self.try_stmt(t),
            StmtKind::Synchronized(lock, body) => {
                self.expr(lock);
                self.block(body);
            }
            StmtKind::Assert(c, detail) => {
                self.expr(c);
                detail.iter().for_each(|d| self.expr(d));
            }
        }
    }

    fn is_final(&self, l: LocalId) -> bool {
        self.w.local(l).flags.get() & flags::FINAL != 0 || !self.shared.reassigned.contains(&l)
    }

    fn switch(&mut self, switch: &'a Switch) {
        self.expr(&switch.selector);
        switch.cases.iter().for_each(|c| self.stmts(&c.body));
    }

    fn try_stmt(&mut self, t: &'a Try) {
        let caught_before = self.caught.clone();
        let thrown_before = std::mem::take(&mut self.thrown);
        for (ty, _) in t.catches.iter().flat_map(|c| &c.types) {
            self.caught = self.included(*ty, &self.caught);
        }
        let outer = std::mem::take(&mut self.pending);
        t.resources.iter().for_each(|r| self.expr(&r.init));
        for r in &t.resources {
            let made_up = self.shared_expression(r);
            let kind = if made_up { Kind::Plain } else { Kind::Close(r.var) };
            let site = self.w.local(r.var).ty.get();
            let close = self.w.method(r.close);
            for &ty in &close.throws {
                let ty = self.w.member_type(site, ty, close.class);
                self.throws(r.span, ty, kind);
            }
        }
        self.block(&t.body);
        let in_try = self.union(&self.thrown, &self.unchecked);
        self.thrown = thrown_before.clone();
        self.caught = caught_before;
        let mut caught_here: Types = Vec::new();
        for c in &t.catches {
            self.catch(c, &in_try, &mut caught_here);
        }
        let rest = self.difference(&in_try, &caught_here);
        match &t.finally {
            Some(finally) => {
                let saved = std::mem::take(&mut self.thrown);
                let exits = std::mem::replace(&mut self.pending, outer);
                self.block(finally);
                let t: *const Try = t;
                if self.shared.stuck.contains(&t) {
                    self.thrown = self.union(&self.thrown, &thrown_before);
                } else {
                    self.thrown = self.union(&self.thrown, &rest);
                    self.thrown = self.union(&self.thrown, &saved);
                    self.pending.extend(exits);
                }
            }
            None => {
                self.thrown = self.union(&self.thrown, &rest);
                self.pending.splice(0..0, outer);
            }
        }
    }

    // A resource that is an expression has a made-up variable.
    fn shared_expression(&self, r: &Resource) -> bool {
        let name = self.w.local(r.var).name;
        name.as_str().is_empty()
            || name.as_str().contains('$')
                && matches!(r.init.kind, ExprKind::Local(_) | ExprKind::Field { .. })
    }

    fn catch(&mut self, c: &'a Catch, in_try: &[Ty], caught: &mut Types) {
        let rethrown = self.difference(in_try, caught);
        let mut types = Vec::new();
        for &(ty, span) in &c.types {
            types.push(ty);
            let place =
                if c.types.len() > 1 { span } else { self.shared.keyword_before(c.span, c.span.lo, "catch") };
            self.check_catch(place, ty, in_try, caught);
            *caught = self.included(ty, caught);
        }
        let precise = self.intersection(&types, &rethrown);
        self.rethrow.insert(c.var, precise);
        self.block(&c.body);
        self.rethrow.remove(&c.var);
    }

    fn check_catch(&self, span: Span, ty: Ty, in_try: &[Ty], caught: &[Ty]) {
        let name = self.w.display(ty);
        if self.covered(ty, caught) {
            let message = format!("exception {name} has already been caught");
            return self.shared.error(span, "except-already-caught", message);
        }
        let broad = |t: Ty| {
            self.w.erased_class(t).is_some_and(|c| {
                matches!(self.w.class_raw(c).binary.as_str(), "java/lang/Exception" | "java/lang/Throwable")
            })
        };
        if ty == Ty::ERROR {
            return;
        }
        if !self.is_unchecked(ty) && !broad(ty) && !self.overlaps(ty, in_try) {
            let message = format!("exception {name} is never thrown in body of corresponding try statement");
            return self.shared.error(span, "except-never-thrown-in-try", message);
        }
        let catchable = self.intersection(&[ty], in_try);
        if !broad(ty) && self.difference(&catchable, caught).is_empty() {
            let names: Vec<String> = catchable.iter().map(|&t| self.w.display(t)).collect();
            let detail = match names.len() {
                1 => format!("thrown type {} has already been caught", names[0]),
                _ => format!("thrown types {} have already been caught", names.join(",")),
            };
            self.shared.diags.warn(
                span,
                "unreachable-catch",
                format!("unreachable catch clause\n  {detail}"),
            );
        }
    }

    // ---- expressions ----

    fn expr(&mut self, e: &'a Expr) {
        match &e.kind {
            ExprKind::Call { throws, .. } | ExprKind::CtorCall { throws, .. } => {
                operands(e, &mut |x| self.expr(x));
                throws.iter().for_each(|&t| self.throws(e.span, t, Kind::Plain));
            }
            ExprKind::New { class, ctor, throws, .. } => {
                operands(e, &mut |x| self.expr(x));
                throws.iter().for_each(|&t| self.throws(e.span, t, Kind::Plain));
                if self.w.class_raw(*class).name.as_str().is_empty()
                    && let Some(&body) = self.shared.bodies.get(class)
                {
                    let caught = self.caught.clone();
                    for &t in &self.w.method(*ctor).throws {
                        self.caught = self.included(t, &self.caught);
                    }
                    self.class(body);
                    self.caught = caught;
                }
            }
            ExprKind::Lambda(lambda) => {
                let caught = std::mem::replace(&mut self.caught, lambda.throws.clone());
                let thrown = std::mem::take(&mut self.thrown);
                let pending = std::mem::take(&mut self.pending);
                self.block(&lambda.body);
                self.report_pending();
                self.caught = caught;
                self.thrown = thrown;
                self.pending = pending;
            }
            ExprKind::Switch(switch) => self.switch(switch),
            ExprKind::Binary(..) => {
                let mut rights = Vec::new();
                let mut first = e;
                while let ExprKind::Binary(_, l, r) = &first.kind {
                    rights.push(&**r);
                    first = l;
                }
                self.expr(first);
                rights.into_iter().rev().for_each(|r| self.expr(r));
            }
            _ => operands(e, &mut |x| self.expr(x)),
        }
    }
}
