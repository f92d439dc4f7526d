//! Definite assignment and unassignment (JLS 16): classes and statements.

use super::bits::Bits;
use super::{Item, Shared};
use hashbrown::{HashMap, HashSet};
use rvm_model::hir::*;
use rvm_model::symbols::{FieldId, LOCAL_PARAM, LocalId};
use rvm_model::types::Ty;
use rvm_syntax::Span;
use rvm_syntax::tree::flags;

/// A variable that is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Var {
    Local(LocalId),
    Field(FieldId),
}

/// What is assigned for certain, and what is unassigned for certain.
#[derive(Clone, Default, Debug)]
pub(super) struct State {
    pub inits: Bits,
    pub uninits: Bits,
}

impl State {
    pub fn and(&mut self, other: &State) {
        self.inits.and(&other.inits);
        self.uninits.and(&other.uninits);
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ExitKind {
    Break(LabelId),
    Continue(LabelId),
    /// The value of a switch expression, if boolean when it is true.
    Yield(LabelId),
    /// A switch expression's boolean value, when it is false.
    YieldFalse(LabelId),
    Return(Span),
}

pub(super) struct Exit {
    kind: ExitKind,
    state: State,
}

pub(super) struct Pass<'s, 'a> {
    pub shared: &'s mut Shared<'a>,
    pub s: State,
    uninits_try: Bits,
    vars: Vec<Var>,
    numbers: HashMap<Var, usize>,
    /// Fields below this number are not looked at.
    first: usize,
    next: usize,
    /// What control that ends here makes vacuously true starts with this variable.
    return_from: usize,
    exits: Vec<Exit>,
    second_pass: bool,
    errors: usize,
    referenced: HashSet<LocalId>,
    multi_catch: HashSet<LocalId>,
}

pub(super) fn check<'a>(shared: &mut Shared<'a>, body: &'a ClassBody) {
    let mut pass = Pass {
        shared,
        s: State::default(),
        uninits_try: Bits::default(),
        vars: Vec::new(),
        numbers: HashMap::new(),
        first: 0,
        next: 0,
        return_from: 0,
        exits: Vec::new(),
        second_pass: false,
        errors: 0,
        referenced: HashSet::new(),
        multi_catch: HashSet::new(),
    };
    pass.class(body);
}

impl<'a> Pass<'_, 'a> {
    // ---- variables ----

    fn new_var(&mut self, var: Var) {
        let n = self.next;
        self.vars.truncate(n);
        self.vars.push(var);
        self.numbers.insert(var, n);
        self.s.inits.remove(n);
        self.s.uninits.add(n);
        self.next += 1;
    }

    pub(super) fn declare(&mut self, local: LocalId) {
        self.new_var(Var::Local(local));
    }

    /// A parameter: it has a value from the start.
    pub(super) fn parameter(&mut self, local: LocalId) {
        self.declare(local);
        self.s.inits.add(self.next - 1);
        self.s.uninits.remove(self.next - 1);
    }

    fn number(&self, var: Var) -> Option<usize> {
        let n = *self.numbers.get(&var)?;
        (self.vars.get(n) == Some(&var) && n < self.next).then_some(n)
    }

    fn name(&self, var: Var) -> String {
        match var {
            Var::Local(l) => self.shared.w.local(l).name.to_string(),
            Var::Field(f) => self.shared.w.field(f).name.to_string(),
        }
    }

    fn report(&mut self, span: Span, key: &'static str, message: String) {
        self.errors += 1;
        self.shared.error(span, key, message);
    }

    /// The variable is read here.
    /// A resource that its body does not mention.
    fn lint_unused(&self, r: &Resource) {
        let sym = self.shared.w.local(r.var);
        if !sym.name.as_str().contains('$') && !self.referenced.contains(&r.var) {
            let text = format!(
                "auto-closeable resource {} is never referenced in body of corresponding try statement",
                sym.name
            );
            self.shared.diags.lint(
                rvm_syntax::lint::Lint::Try,
                sym.span,
                "try-resource-not-referenced",
                text,
            );
        }
    }

    pub(super) fn check_read(&mut self, span: Span, var: Var) {
        if let Var::Local(local) = var {
            self.referenced.insert(local);
        }
        let name = self.name(var);
        self.check_init(span, var, "var-might-not-have-been-initialized", || {
            format!("variable {name} might not have been initialized")
        });
    }

    fn check_init(&mut self, span: Span, var: Var, key: &'static str, message: impl FnOnce() -> String) {
        let Some(n) = self.number(var) else { return };
        if matches!(var, Var::Field(_)) && n < self.first || self.s.inits.has(n) {
            return;
        }
        self.report(span, key, message());
        self.s.inits.add(n);
    }

    /// The variable is assigned here.
    pub(super) fn let_init(&mut self, span: Span, var: Var) {
        let Some(n) = self.number(var) else { return };
        if matches!(var, Var::Field(_)) && n < self.first {
            return;
        }
        let (is_final, parameter) = match var {
            Var::Local(l) => {
                let bits = self.shared.w.local(l).flags.get();
                (bits & flags::FINAL != 0, bits & LOCAL_PARAM != 0)
            }
            Var::Field(_) => (true, false),
        };
        let name = self.name(var);
        let multi_catch = matches!(var, Var::Local(l) if self.multi_catch.contains(&l));
        if multi_catch {
            let message = format!("multi-catch parameter {name} may not be assigned");
            self.report(span, "multicatch-parameter-may-not-be-assigned", message);
        } else if !is_final {
            if let (Var::Local(l), false) = (var, self.s.uninits.has(n)) {
                self.shared.reassigned.insert(l);
            }
            self.unassign(n);
        } else if parameter {
            self.report(
                span,
                "final-parameter-may-not-be-assigned",
                format!("final parameter {name} may not be assigned"),
            );
        } else if !self.s.uninits.has(n) {
            if self.second_pass {
                self.report(
                    span,
                    "var-might-be-assigned-in-loop",
                    format!("variable {name} might be assigned in loop"),
                );
            } else {
                self.report(
                    span,
                    "var-might-already-be-assigned",
                    format!("variable {name} might already have been assigned"),
                );
            }
        } else {
            self.unassign(n);
        }
        self.s.inits.add(n);
    }

    fn unassign(&mut self, n: usize) {
        if !self.s.inits.has(n) {
            self.uninits_try.remove(n);
        }
        self.s.uninits.remove(n);
    }

    // ---- control ----

    fn dead(&mut self) {
        self.s.inits.add_range(self.return_from, self.next);
        self.s.uninits.add_range(self.return_from, self.next);
    }

    pub(super) fn vacuous(&self, state: &State) -> State {
        let mut state = state.clone();
        state.inits.add_range(self.first, self.next);
        state.uninits.add_range(self.first, self.next);
        state
    }

    fn exit(&mut self, kind: ExitKind) {
        self.exits.push(Exit { kind, state: self.s.clone() });
        self.dead();
    }

    fn resolve(&mut self, wanted: ExitKind) {
        let exits = std::mem::take(&mut self.exits);
        for exit in exits {
            if exit.kind == wanted {
                self.s.and(&exit.state);
            } else {
                self.exits.push(exit);
            }
        }
    }

    // ---- classes ----

    pub(super) fn class(&mut self, body: &'a ClassBody) {
        let sym = self.shared.w.class(body.class);
        let anonymous = sym.name.as_str().is_empty();
        let (first, next, outer_state) = (self.first, self.next, self.s.clone());
        let exits = std::mem::take(&mut self.exits);
        if !anonymous {
            self.first = self.next;
        }
        let (statics, instances, methods) = self.shared.members(body);
        let fields_from = self.next;
        self.fields(body, true);
        self.items(statics);
        self.fields(body, false);
        self.items(instances);
        let explicit = methods.iter().any(|m| self.shared.w.method(m.method).is_constructor());
        if !explicit && !sym.is_interface() {
            self.default_constructor(body, fields_from);
        }
        for m in methods {
            self.method(m, fields_from);
        }
        self.exits = exits;
        self.first = first;
        self.next = next;
        self.s = outer_state;
    }

    // Blank final fields.
    fn fields(&mut self, body: &ClassBody, is_static: bool) {
        let w = self.shared.w;
        for f in w.fields(body.class) {
            let sym = w.field(f);
            let with_value = sym.has(flags::ENUM) || sym.decl.as_ref().is_some_and(|d| d.init.is_some());
            if sym.has(flags::FINAL) && !with_value && sym.has(flags::STATIC) == is_static {
                self.new_var(Var::Field(f));
            }
        }
    }

    fn items(&mut self, items: Vec<Item<'a>>) {
        for item in items {
            match item {
                Item::Init(Init::Field(f, value)) => {
                    self.expr(value);
                    let _ = f;
                }
                Item::Init(Init::Block(_, b)) => self.block(&b.stmts),
                Item::Field(_) => {}
                Item::Class(c) => self.class(c),
            }
            self.exits.clear();
        }
    }

    // All fields must be assigned by the initialisers then.
    fn default_constructor(&mut self, body: &ClassBody, from: usize) {
        let record = self.shared.w.class(body.class).has(flags::RECORD);
        for n in from..self.next {
            let Some(&var @ Var::Field(f)) = self.vars.get(n) else { continue };
            let sym = self.shared.w.field(f);
            if record && !sym.has(flags::STATIC) {
                continue;
            }
            let name = sym.name;
            let span = sym.span;
            let saved = self.s.inits.clone();
            if record {
                self.check_read(span, var);
            } else {
                self.check_init(span, var, "var-not-initialized-in-default-constructor", || {
                    format!("variable {name} not initialized in the default constructor")
                });
            }
            self.s.inits = saved;
        }
    }

    fn method(&mut self, m: &'a MethodBody, fields_from: usize) {
        let sym = self.shared.w.method(m.method);
        let (first, next, state) = (self.first, self.next, self.s.clone());
        let calls_super = match m.body.stmts.first() {
            Some(Stmt {
                kind: StmtKind::Expr(Expr { kind: ExprKind::CtorCall { is_super, .. }, .. }),
                ..
            }) => *is_super,
            _ => true,
        };
        let initial = sym.is_constructor() && calls_super;
        let fields_to = self.next;
        if !initial {
            // What the other constructor, or any, assigned.
            if sym.is_constructor() {
                self.s.inits.add_range(fields_from, fields_to);
                for n in fields_from..fields_to {
                    self.s.uninits.remove(n);
                }
            } else {
                self.first = self.next;
            }
        }
        m.params.iter().for_each(|&p| self.parameter(p));
        self.stmts(&m.body.stmts);
        if initial {
            let end = self.shared.end_of(&m.body);
            self.all_assigned(fields_from, fields_to, m, end);
            for exit in std::mem::take(&mut self.exits) {
                if let ExitKind::Return(span) = exit.kind {
                    self.s = exit.state;
                    self.all_assigned(fields_from, fields_to, m, span);
                }
            }
        }
        self.exits.clear();
        self.first = first;
        self.next = next;
        self.s = state;
    }

    fn all_assigned(&mut self, from: usize, to: usize, m: &MethodBody, place: Span) {
        for n in from..to {
            let Some(&var @ Var::Field(f)) = self.vars.get(n) else { continue };
            // A compact constructor assigns the components at its end.
            if !m.compact || self.shared.w.field(f).has(flags::STATIC) {
                self.check_read(place, var);
            }
        }
    }

    // ---- statements ----

    pub(super) fn block(&mut self, stmts: &'a [Stmt]) {
        let next = self.next;
        self.stmts(stmts);
        self.next = next;
    }

    fn stmts(&mut self, stmts: &'a [Stmt]) {
        stmts.iter().for_each(|s| self.stmt(s));
    }

    fn stmt(&mut self, s: &'a Stmt) {
        match &s.kind {
            StmtKind::Empty => {}
            StmtKind::Class(c) => {
                if let Some(&body) = self.shared.bodies.get(c) {
                    self.class(body);
                }
            }
            StmtKind::Block(b) => self.block(&b.stmts),
            StmtKind::Local(local, init) => {
                self.declare(*local);
                if let Some(init) = init {
                    self.expr(init);
                    self.let_init(s.span, Var::Local(*local));
                }
            }
            StmtKind::Expr(e) => self.expr(e),
            StmtKind::If(c, then, otherwise) => {
                let (yes, no) = self.cond(c);
                self.s = yes;
                self.stmt(then);
                match otherwise {
                    Some(otherwise) => {
                        let after = std::mem::replace(&mut self.s, no);
                        self.stmt(otherwise);
                        self.s.and(&after);
                    }
                    None => self.s.and(&no),
                }
            }
            StmtKind::While(label, c, body) => {
                self.looped(*label, |p| {
                    let (yes, no) = p.cond(c);
                    p.s = yes;
                    p.stmt(body);
                    p.resolve(ExitKind::Continue(*label));
                    no
                });
            }
            StmtKind::Do(label, body, c) => {
                self.looped(*label, |p| {
                    p.stmt(body);
                    p.resolve(ExitKind::Continue(*label));
                    let (yes, no) = p.cond(c);
                    p.s = yes;
                    no
                });
            }
            StmtKind::For(label, init, c, step, body) => {
                let next = self.next;
                self.stmts(init);
                self.looped(*label, |p| {
                    let no = match c {
                        Some(c) => {
                            let (yes, no) = p.cond(c);
                            p.s = yes;
                            no
                        }
                        None => p.vacuous(&p.s),
                    };
                    p.stmt(body);
                    p.resolve(ExitKind::Continue(*label));
                    p.stmts(step);
                    no
                });
                self.next = next;
            }
            StmtKind::ForEach(f) => {
                let next = self.next;
                self.declare(f.var);
                self.expr(&f.expr);
                let start = self.s.clone();
                self.let_init(s.span, Var::Local(f.var));
                self.looped(f.label, |p| {
                    p.stmt(&f.body);
                    p.resolve(ExitKind::Continue(f.label));
                    // The loop ends before an element is taken.
                    State { inits: start.inits.clone(), uninits: p.s.uninits.clone() }
                });
                self.next = next;
            }
            StmtKind::Labeled(label, body) => {
                self.stmt(body);
                self.resolve(ExitKind::Break(*label));
            }
            StmtKind::Switch(switch) => {
                self.switch(switch, false);
            }
            StmtKind::Return(value) => {
                value.iter().for_each(|v| self.expr(v));
                self.exit(ExitKind::Return(s.span));
            }
            StmtKind::Break(label) => self.exit(ExitKind::Break(*label)),
            StmtKind::Continue(label) => self.exit(ExitKind::Continue(*label)),
            StmtKind::Yield(label, value) if value.ty == Ty::BOOLEAN => {
                let (yes, no) = self.cond(value);
                self.exits.push(Exit { kind: ExitKind::Yield(*label), state: yes });
                self.exits.push(Exit { kind: ExitKind::YieldFalse(*label), state: no });
                self.dead();
            }
            StmtKind::Yield(label, value) => {
                self.expr(value);
                self.exit(ExitKind::Yield(*label));
            }
            StmtKind::Throw(value) => {
                self.expr(value);
                self.dead();
            }
            StmtKind::Try(t) => self.try_stmt(t),
            StmtKind::Synchronized(lock, body) => {
                self.expr(lock);
                self.block(&body.stmts);
            }
            StmtKind::Assert(c, detail) => {
                let mut after = self.s.clone();
                let (yes, no) = self.cond(c);
                after.uninits.and(&yes.uninits);
                if let Some(detail) = detail {
                    self.s = no;
                    self.expr(detail);
                }
                self.s = after;
            }
        }
    }

    /// A loop: `round` goes once around from the state at its start and gives the state in which the loop ends. What is assigned in the
    /// loop is not unassigned at its start: then there is a second round.
    fn looped(&mut self, label: LabelId, mut round: impl FnMut(&mut Self) -> State) {
        let outer = std::mem::take(&mut self.exits);
        let second = std::mem::replace(&mut self.second_pass, false);
        let errors = self.errors;
        let mut end: Option<State> = None;
        loop {
            let mut entry = self.s.uninits.clone();
            entry.remove_from(self.next);
            let no = round(self);
            let first_round = !self.second_pass;
            if first_round {
                end = Some(no);
            } else if let Some(end) = &mut end {
                end.uninits.and(&no.uninits);
            }
            if self.errors != errors || !first_round || !entry.exceeds(&self.s.uninits, 0) {
                break;
            }
            entry.and(&self.s.uninits);
            self.s.uninits = entry;
            self.second_pass = true;
        }
        self.second_pass = second;
        if let Some(end) = end {
            self.s = end;
        }
        self.resolve(ExitKind::Break(label));
        self.exits.splice(0..0, outer);
    }

    /// A switch. For an expression the state behind it is what holds when its value is true; returned is what holds when it is false.
    pub(super) fn switch(&mut self, switch: &'a Switch, is_expr: bool) -> State {
        let outer = std::mem::take(&mut self.exits);
        let next = self.next;
        self.expr(&switch.selector);
        let mut entry = self.s.clone();
        if is_expr && switch.cases.is_empty() {
            self.dead();
        }
        let mut fall_in: Option<State> = None;
        for case in &switch.cases {
            let mut state = entry.clone();
            if let Some(before) = &fall_in {
                state.and(before);
            }
            self.s = state;
            self.stmts(&case.body);
            if switch.arrow && !is_expr {
                self.exit(ExitKind::Break(switch.label));
            }
            // Variables of this group are in scope, without a value, in the next.
            for s in &case.body {
                if let StmtKind::Local(local, _) = s.kind
                    && let Some(n) = self.number(Var::Local(local))
                {
                    entry.inits.remove(n);
                    entry.uninits.add(n);
                }
            }
            fall_in = Some(self.s.clone());
        }
        let exhaustive = switch.exhaustive_enum || switch.cases.iter().any(|c| c.is_default);
        let mut when_false = State::default();
        if is_expr {
            self.dead();
            let dead = self.s.clone();
            self.resolve(ExitKind::YieldFalse(switch.label));
            when_false = std::mem::replace(&mut self.s, dead);
            self.resolve(ExitKind::Yield(switch.label));
        } else {
            if !exhaustive || !switch.cases.iter().any(|c| c.is_default) {
                self.s.and(&entry);
            }
            self.resolve(ExitKind::Break(switch.label));
        }
        self.next = next;
        self.exits.splice(0..0, outer);
        when_false
    }

    fn try_stmt(&mut self, t: &'a Try) {
        let outer_try = std::mem::take(&mut self.uninits_try);
        let outer_exits = std::mem::take(&mut self.exits);
        let start = self.s.clone();
        self.uninits_try = self.s.uninits.clone();
        let next = self.next;
        for r in &t.resources {
            self.declare(r.var);
            self.expr(&r.init);
            self.let_init(r.span, Var::Local(r.var));
        }
        self.block(&t.body.stmts);
        t.resources.iter().for_each(|r| self.lint_unused(r));
        self.uninits_try.and(&self.s.uninits);
        let mut end = self.s.clone();
        self.next = next;
        let catch_start = State { inits: start.inits.clone(), uninits: self.uninits_try.clone() };
        for c in &t.catches {
            self.s = catch_start.clone();
            self.parameter(c.var);
            if c.types.len() > 1 {
                self.multi_catch.insert(c.var);
            }
            self.block(&c.body.stmts);
            end.and(&self.s);
            self.next = next;
        }
        match &t.finally {
            Some(finally) => {
                self.s = State { inits: start.inits.clone(), uninits: self.uninits_try.clone() };
                let exits = std::mem::replace(&mut self.exits, outer_exits);
                self.block(&finally.stmts);
                let t: *const Try = t;
                if !self.shared.stuck.contains(&t) {
                    for mut exit in exits {
                        exit.state.inits.or(&self.s.inits);
                        exit.state.uninits.and(&self.s.uninits);
                        self.exits.push(exit);
                    }
                    self.s.uninits.and(&end.uninits);
                    self.s.inits.or(&end.inits);
                }
            }
            None => {
                self.s = end;
                self.exits.splice(0..0, outer_exits);
            }
        }
        self.uninits_try.and(&outer_try);
        self.uninits_try.and(&self.s.uninits);
    }

    /// A lambda's body: what it assigns is of no effect outside.
    pub(super) fn lambda(&mut self, lambda: &'a Lambda) {
        let (state, uninits_try) = (self.s.clone(), self.uninits_try.clone());
        let (next, from) = (self.next, self.return_from);
        let exits = std::mem::take(&mut self.exits);
        self.return_from = self.next;
        lambda.params.iter().for_each(|&p| self.parameter(p));
        self.stmts(&lambda.body.stmts);
        self.return_from = from;
        self.next = next;
        self.s = state;
        self.uninits_try = uninits_try;
        self.exits = exits;
    }
}
