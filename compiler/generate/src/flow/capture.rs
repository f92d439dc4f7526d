//! Local variables that lambdas and inner classes use must be (effectively) final (JLS 8.1.3, 15.27.2).

use super::walk::operands;
use super::{Item, Shared};
use rvm_model::hir::*;
use rvm_model::symbols::LocalId;
use rvm_syntax::Span;
use rvm_syntax::tree::flags;

/// The innermost lambda or local class.
#[derive(Clone, Copy)]
struct Inside {
    start: u32,
    lambda: bool,
}

struct Pass<'s, 'a> {
    shared: &'s Shared<'a>,
    inside: Option<Inside>,
}

pub(super) fn check<'a>(shared: &Shared<'a>, body: &'a ClassBody) {
    let mut pass = Pass { shared, inside: None };
    pass.class(body, None);
}

impl<'a> Pass<'_, 'a> {
    fn class(&mut self, body: &'a ClassBody, local: Option<u32>) {
        let outer = self.inside;
        self.inside = match local {
            Some(start) => Some(Inside { start, lambda: false }),
            // A member of a local class is still inside it.
            None => outer.map(|i| Inside { lambda: false, ..i }),
        };
        let (statics, instances, methods) = self.shared.members(body);
        let mut items: Vec<(u32, Item<'a>)> =
            statics.into_iter().chain(instances).map(|i| (i.span(self.shared).lo, i)).collect();
        items.sort_by_key(|i| i.0);
        let mut methods: Vec<(u32, &'a MethodBody)> =
            methods.into_iter().map(|m| (self.shared.w.method(m.method).span.lo, m)).collect();
        for (lo, item) in items {
            while methods.first().is_some_and(|m| m.0 < lo) {
                let m = methods.remove(0);
                self.stmts(&m.1.body.stmts);
            }
            match item {
                Item::Init(Init::Field(_, value)) => self.expr(value),
                Item::Init(Init::Block(_, b)) => self.stmts(&b.stmts),
                Item::Field(_) => {}
                Item::Class(c) => self.class(c, None),
            }
        }
        methods.iter().for_each(|m| self.stmts(&m.1.body.stmts));
        self.inside = outer;
    }

    fn used(&self, span: Span, local: LocalId, assigned: bool) {
        let Some(inside) = self.inside else { return };
        let sym = self.shared.w.local(local);
        if sym.span == Span::NONE || sym.span.at >= inside.start {
            return;
        }
        let is_final = sym.flags.get() & flags::FINAL != 0 || !self.shared.reassigned.contains(&local);
        if assigned || !is_final {
            let place = if inside.lambda { "a lambda expression" } else { "an inner class" };
            self.shared.error(
                span,
                "cant-ref-non-effectively-final-var",
                format!("local variables referenced from {place} must be final or effectively final"),
            );
        }
    }

    fn stmts(&mut self, stmts: &'a [Stmt]) {
        stmts.iter().for_each(|s| self.stmt(s));
    }

    fn stmt(&mut self, s: &'a Stmt) {
        match &s.kind {
            StmtKind::Empty | StmtKind::Break(_) | StmtKind::Continue(_) => {}
            StmtKind::Class(c) => {
                if let Some(&body) = self.shared.bodies.get(c) {
                    self.class(body, Some(s.span.lo));
                }
            }
            StmtKind::Block(b) => self.stmts(&b.stmts),
            StmtKind::Local(_, init) => init.iter().for_each(|e| self.expr(e)),
            StmtKind::Expr(e) | StmtKind::Yield(_, e) | StmtKind::Throw(e) => self.expr(e),
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
                self.stmts(step);
                self.stmt(body);
            }
            StmtKind::ForEach(f) => {
                self.expr(&f.expr);
                self.stmt(&f.body);
            }
            StmtKind::Labeled(_, body) => self.stmt(body),
            StmtKind::Switch(switch) => self.switch(switch),
            StmtKind::Return(value) => value.iter().for_each(|v| self.expr(v)),
            StmtKind::Try(t) => self.try_stmt(t),
            StmtKind::Synchronized(lock, body) => {
                self.expr(lock);
                self.stmts(&body.stmts);
            }
            StmtKind::Assert(c, detail) => {
                self.expr(c);
                detail.iter().for_each(|d| self.expr(d));
            }
        }
    }

    fn switch(&mut self, switch: &'a Switch) {
        self.expr(&switch.selector);
        switch.cases.iter().for_each(|c| self.stmts(&c.body));
    }

    fn try_stmt(&mut self, t: &'a Try) {
        for r in &t.resources {
            // A variable used as a resource, not one declared as such.
            let made_up = self.shared.w.local(r.var).name;
            if let ExprKind::Local(l) = r.init.kind
                && (made_up.as_str().is_empty() || made_up.as_str().contains('$'))
            {
                let sym = self.shared.w.local(l);
                if sym.flags.get() & flags::FINAL == 0 && self.shared.reassigned.contains(&l) {
                    self.shared.error(
                        r.init.span,
                        "try-with-resources-expr-effectively-final-var",
                        format!("variable {} used as a try-with-resources resource neither final nor effectively final", sym.name),
                    );
                }
            }
            self.expr(&r.init);
        }
        self.stmts(&t.body.stmts);
        t.catches.iter().for_each(|c| self.stmts(&c.body.stmts));
        t.finally.iter().for_each(|b| self.stmts(&b.stmts));
    }

    fn expr(&mut self, e: &'a Expr) {
        match &e.kind {
            ExprKind::Local(l) => self.used(e.span, *l, false),
            ExprKind::Assign(target, value) => match target.kind {
                ExprKind::Local(l) => {
                    self.expr(value);
                    self.used(target.span, l, true);
                }
                _ => {
                    self.expr(target);
                    self.expr(value);
                }
            },
            ExprKind::CompoundAssign { target, rhs, .. } => {
                self.expr(target);
                self.expr(rhs);
                self.assigned(target);
            }
            ExprKind::IncDec { target, .. } => {
                self.expr(target);
                self.assigned(target);
            }
            ExprKind::Lambda(lambda) => {
                let outer = self.inside.replace(Inside { start: e.span.lo, lambda: true });
                self.stmts(&lambda.body.stmts);
                self.inside = outer;
            }
            ExprKind::Switch(switch) => self.switch(switch),
            ExprKind::New { class, .. } => {
                operands(e, &mut |x| self.expr(x));
                if self.shared.w.class_raw(*class).name.as_str().is_empty()
                    && let Some(&body) = self.shared.bodies.get(class)
                {
                    self.class(body, Some(e.span.lo));
                }
            }
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

    fn assigned(&self, target: &Expr) {
        if let ExprKind::Local(l) = target.kind {
            self.used(target.span, l, true);
        }
    }
}
