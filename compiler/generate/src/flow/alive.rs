//! Reachability (JLS 14.22).

use super::walk::{constant, operands};
use super::{Item, Shared};
use rvm_model::hir::*;
use rvm_model::types::Ty;
use rvm_syntax::Span;
use rvm_syntax::lint::Lint;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Alive {
    Yes,
    No,
    /// Said to be unreachable already: no further messages.
    Recovered,
}

impl Alive {
    fn or(self, other: Alive) -> Alive {
        if self == Alive::No { other } else { self }
    }

    fn from(b: bool) -> Alive {
        if b { Alive::Yes } else { Alive::No }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Exit {
    Break(LabelId),
    Continue(LabelId),
    Yield(LabelId),
}

struct Pass<'s, 'a> {
    shared: &'s mut Shared<'a>,
    alive: Alive,
    exits: Vec<Exit>,
}

pub(super) fn check<'a>(shared: &mut Shared<'a>, body: &'a ClassBody) {
    let mut pass = Pass { shared, alive: Alive::Yes, exits: Vec::new() };
    pass.class(body);
}

impl<'a> Pass<'_, 'a> {
    fn class(&mut self, body: &'a ClassBody) {
        let alive = self.alive;
        let exits = std::mem::take(&mut self.exits);
        let (statics, instances, methods) = self.shared.members(body);
        for item in statics.into_iter().chain(instances) {
            self.item(item);
        }
        for m in methods {
            self.alive = Alive::Yes;
            self.stmts(&m.body.stmts);
            let sym = self.shared.w.method(m.method);
            if self.alive == Alive::Yes && sym.ret != Ty::VOID {
                self.shared.error(
                    self.shared.end_of(&m.body),
                    "missing-ret-stmt",
                    "missing return statement",
                );
            }
            self.exits.clear();
        }
        self.exits = exits;
        self.alive = alive;
    }

    fn item(&mut self, item: Item<'a>) {
        let place = match &item {
            Item::Init(Init::Block(is_static, b)) => self.shared.init_place(*is_static, b),
            other => other.span(self.shared),
        };
        self.reach(place);
        match item {
            Item::Init(Init::Field(_, value)) => self.expr(value),
            Item::Init(Init::Block(_, b)) => {
                self.stmts(&b.stmts);
                if self.alive == Alive::No {
                    self.shared.error(
                        place,
                        "initializer-must-be-able-to-complete-normally",
                        "initializer must be able to complete normally",
                    );
                }
            }
            Item::Field(_) => {}
            Item::Class(c) => self.class(c),
        }
        self.exits.clear();
    }

    fn reach(&mut self, place: Span) {
        if self.alive == Alive::No {
            self.shared.error(place, "unreachable-stmt", "unreachable statement");
            self.alive = Alive::Recovered;
        }
    }

    fn stmts(&mut self, stmts: &'a [Stmt]) {
        stmts.iter().for_each(|s| self.stmt(s));
    }

    fn resolve(&mut self, wanted: Exit) -> Alive {
        let before = self.exits.len();
        self.exits.retain(|&e| e != wanted);
        Alive::from(self.exits.len() != before)
    }

    fn exit(&mut self, exit: Exit) {
        // Nothing that cannot be reached leaves.
        if self.alive != Alive::No {
            self.exits.push(exit);
        }
        self.alive = Alive::No;
    }

    fn stmt(&mut self, s: &'a Stmt) {
        if self.alive == Alive::No {
            let place = match s.kind {
                StmtKind::Expr(_) => s.span.with_at(s.span.lo),
                _ => s.span,
            };
            self.shared.error(place, "unreachable-stmt", "unreachable statement");
            if !matches!(s.kind, StmtKind::Empty) {
                self.alive = Alive::Recovered;
            }
        }
        match &s.kind {
            StmtKind::Empty => {}
            StmtKind::Class(c) => {
                if let Some(&body) = self.shared.bodies.get(c) {
                    self.class(body);
                }
            }
            StmtKind::Block(b) => self.stmts(&b.stmts),
            StmtKind::Local(_, init) => init.iter().for_each(|e| self.expr(e)),
            StmtKind::Expr(e) => self.expr(e),
            StmtKind::If(c, then, otherwise) => {
                self.expr(c);
                self.stmt(then);
                match otherwise {
                    Some(otherwise) => {
                        let after = std::mem::replace(&mut self.alive, Alive::Yes);
                        self.stmt(otherwise);
                        self.alive = self.alive.or(after);
                    }
                    None => self.alive = Alive::Yes,
                }
            }
            StmtKind::While(label, c, body) => {
                self.expr(c);
                self.alive = Alive::from(constant(c) != Some(false));
                self.stmt(body);
                self.resolve(Exit::Continue(*label));
                self.alive = self.resolve(Exit::Break(*label)).or(Alive::from(constant(c) != Some(true)));
            }
            StmtKind::Do(label, body, c) => {
                self.stmt(body);
                self.alive = self.alive.or(self.resolve_pair(*label));
                self.expr(c);
                if constant(c) == Some(true) {
                    self.alive = Alive::No;
                }
                self.alive = self.alive.or(self.resolve(Exit::Break(*label)));
            }
            StmtKind::For(label, init, c, step, body) => {
                self.stmts(init);
                c.iter().for_each(|c| self.expr(c));
                let known = c.as_ref().map_or(Some(true), constant);
                self.alive = Alive::from(known != Some(false));
                self.stmt(body);
                self.alive = self.alive.or(self.resolve_pair(*label));
                step.iter().for_each(|s| {
                    if let StmtKind::Expr(e) = &s.kind {
                        self.expr(e);
                    }
                });
                self.alive = self.resolve(Exit::Break(*label)).or(Alive::from(known != Some(true)));
            }
            StmtKind::ForEach(f) => {
                self.expr(&f.expr);
                self.stmt(&f.body);
                self.resolve(Exit::Continue(f.label));
                self.resolve(Exit::Break(f.label));
                self.alive = Alive::Yes;
            }
            StmtKind::Labeled(label, body) => {
                self.stmt(body);
                self.alive = self.alive.or(self.resolve(Exit::Break(*label)));
            }
            StmtKind::Switch(switch) => {
                self.expr(&switch.selector);
                for (i, case) in switch.cases.iter().enumerate() {
                    self.alive = Alive::Yes;
                    self.stmts(&case.body);
                    self.lint_fallthrough(switch, i);
                    if switch.arrow && self.alive != Alive::No {
                        self.exit(Exit::Break(switch.label));
                    }
                }
                if !switch.cases.iter().any(|c| c.is_default) {
                    self.alive = Alive::Yes;
                }
                self.alive = self.alive.or(self.resolve(Exit::Break(switch.label)));
            }
            StmtKind::Return(value) => {
                value.iter().for_each(|v| self.expr(v));
                self.alive = Alive::No;
            }
            StmtKind::Break(label) => self.exit(Exit::Break(*label)),
            StmtKind::Continue(label) => self.exit(Exit::Continue(*label)),
            StmtKind::Yield(label, value) => {
                self.expr(value);
                self.exit(Exit::Yield(*label));
            }
            StmtKind::Throw(value) => {
                self.expr(value);
                self.alive = Alive::No;
            }
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

    fn resolve_pair(&mut self, label: LabelId) -> Alive {
        self.resolve(Exit::Continue(label))
    }

    fn try_stmt(&mut self, t: &'a Try) {
        let outer = std::mem::take(&mut self.exits);
        t.resources.iter().for_each(|r| self.expr(&r.init));
        self.stmts(&t.body.stmts);
        let mut end = self.alive;
        for c in &t.catches {
            self.alive = Alive::Yes;
            self.stmts(&c.body.stmts);
            end = end.or(self.alive);
        }
        let exits = std::mem::replace(&mut self.exits, outer);
        if let Some(finally) = &t.finally {
            self.alive = Alive::Yes;
            self.stmts(&finally.stmts);
            if self.alive == Alive::No {
                let place = self.shared.end_of(finally);
                let text = "finally clause cannot complete normally";
                self.shared.diags.lint(Lint::Finally, place, "finally-cannot-complete", text);
                self.shared.stuck.insert(t);
                return;
            }
        }
        self.exits.extend(exits);
        self.alive = end;
    }

    fn lint_fallthrough(&self, switch: &Switch, i: usize) {
        if let (Alive::Yes, false, Some(next)) = (self.alive, switch.arrow, switch.cases.get(i + 1))
            && !switch.cases[i].body.is_empty()
        {
            let text = "possible fall-through into case";
            self.shared.diags.lint(Lint::Fallthrough, next.span, "possible-fall-through-into-case", text);
        }
    }

    fn expr(&mut self, e: &'a Expr) {
        match &e.kind {
            ExprKind::Lambda(lambda) => self.lambda(e, lambda),
            ExprKind::Switch(switch) => self.switch_expr(e, switch),
            ExprKind::New { class, .. } => {
                operands(e, &mut |x| self.expr(x));
                if self.shared.w.class_raw(*class).name.as_str().is_empty()
                    && let Some(&body) = self.shared.bodies.get(class)
                {
                    self.class(body);
                }
            }
            ExprKind::Binary(..) => self.chain(e),
            _ => operands(e, &mut |x| self.expr(x)),
        }
    }

    // Long chains lean to the left.
    fn chain(&mut self, e: &'a Expr) {
        let mut rights = Vec::new();
        let mut first = e;
        while let ExprKind::Binary(_, l, r) = &first.kind {
            rights.push(&**r);
            first = l;
        }
        self.expr(first);
        rights.into_iter().rev().for_each(|r| self.expr(r));
    }

    fn lambda(&mut self, e: &'a Expr, lambda: &'a Lambda) {
        let alive = std::mem::replace(&mut self.alive, Alive::Yes);
        let exits = std::mem::take(&mut self.exits);
        self.stmts(&lambda.body.stmts);
        if self.alive == Alive::Yes && !lambda.expr_body && lambda.fn_ret != Ty::VOID {
            self.shared.error(
                e.span,
                "incompatible-types",
                "incompatible types: bad return type in lambda expression\n    missing return value",
            );
        }
        self.alive = alive;
        self.exits = exits;
    }

    fn switch_expr(&mut self, e: &'a Expr, switch: &'a Switch) {
        self.expr(&switch.selector);
        let before = self.alive;
        let outer = std::mem::take(&mut self.exits);
        let last = switch.cases.len();
        for (i, case) in switch.cases.iter().enumerate() {
            self.alive = Alive::Yes;
            self.stmts(&case.body);
            if self.alive != Alive::Yes {
                continue;
            }
            if switch.arrow {
                let place = match case.body.last() {
                    Some(Stmt { kind: StmtKind::Block(b), .. }) => self.shared.end_of(b),
                    Some(s) => s.span.with_at(s.span.hi.saturating_sub(1)),
                    None => case.span,
                };
                self.shared.error(
                    place,
                    "rule-completes-normally",
                    "switch rule completes without providing a value\n  (switch rules in switch expressions must either provide a value or throw)",
                );
            } else if i + 1 == last {
                self.shared.error(
                    e.span.with_at(e.span.hi.saturating_sub(1)),
                    "switch-expression-completes-normally",
                    "switch expression completes without providing a value\n  (switch expressions must either provide a value or throw for all possible input values)",
                );
            }
        }
        let exhaustive = switch.exhaustive_enum || switch.cases.iter().any(|c| c.is_default);
        if !exhaustive {
            self.shared.error(
                e.span,
                "not-exhaustive",
                "the switch expression does not cover all possible input values",
            );
        }
        let yields = self.resolve(Exit::Yield(switch.label));
        self.exits.splice(0..0, outer);
        self.alive = before.or(yields);
    }
}
