//! Statements to bytecode.

use super::method::{Final, Gen, Scope};
use super::state::{Chain, State, VType};
use crate::low::*;
use rvm_classfile::Opcode;
use rvm_model::hir::LabelId;
use rvm_model::types::Ty;

impl<'a> Gen<'a, '_> {
    /// Statements in a row; registers stay taken.
    pub fn stmts(&mut self, stmts: &'a [LStmt]) {
        stmts.iter().for_each(|s| self.stmt(s));
    }

    /// A block with a scope of its own.
    pub fn block(&mut self, block: &'a LBlock) {
        let limit = self.code.next_reg;
        self.stmts(&block.stmts);
        self.code.line(block.end);
        self.code.end_scope(limit);
        self.code.no_line();
    }

    fn stmt(&mut self, s: &'a LStmt) {
        if !self.code.is_alive() {
            // A later case of a switch may use the variable.
            if let LStmtKind::Let(var, _) = &s.kind {
                self.declare(*var);
            }
            return;
        }
        // Within an expression (patterns, switch expressions) statements run above the values on the stack.
        let base = self.code.stack_len();
        self.code.line(s.line);
        match &s.kind {
            LStmtKind::Expr(e) => self.effect(e),
            LStmtKind::Let(var, init) => {
                let reg = self.declare(*var);
                if let Some(init) = init {
                    self.expr(init);
                    self.code.store(reg);
                }
            }
            LStmtKind::Block(block) => self.block(block),
            LStmtKind::If(cond, then, otherwise) => self.if_stmt(cond, then, otherwise.as_deref()),
            LStmtKind::Loop(l) => self.loop_stmt(l),
            LStmtKind::Labeled(label, body) => {
                self.open(*label);
                self.stmt(body);
                let (exit, _) = self.close();
                self.code.bind(exit);
            }
            LStmtKind::Switch(switch) => {
                let limit = self.code.next_reg;
                self.open(switch.label);
                self.switch(switch);
                self.code.end_scope(limit);
            }
            LStmtKind::Return(value) => self.return_stmt(value.as_ref(), s.line),
            LStmtKind::Break(label) => self.jump(*label, false),
            LStmtKind::Continue(label) => self.jump(*label, true),
            LStmtKind::Yield(label, value) => self.yield_stmt(*label, value, s.line),
            LStmtKind::Throw(value) => {
                self.expr(value);
                self.code.line(s.line);
                self.code.op(Opcode::Athrow);
            }
            LStmtKind::Try(t) => self.try_stmt(t),
            LStmtKind::Sync(lock, body) => self.sync_stmt(lock, body),
        }
        debug_assert!(!self.code.is_alive() || self.code.stack_len() == base, "stack after {s:?}");
    }

    // ---- targets ----

    fn open(&mut self, label: LabelId) {
        self.scopes.push(Scope::Target { label, exit: Chain::none(), next: Chain::none() });
    }

    fn close(&mut self) -> (Chain, Chain) {
        match self.scopes.pop() {
            Some(Scope::Target { exit, next, .. }) => (exit, next),
            _ => (Chain::none(), Chain::none()),
        }
    }

    fn find(&self, wanted: LabelId) -> Option<usize> {
        self.scopes.iter().rposition(|s| match s {
            Scope::Target { label, .. } | Scope::Value { label, .. } => *label == wanted,
            Scope::Final { .. } => false,
        })
    }

    fn jump(&mut self, label: LabelId, next: bool) {
        let Some(target) = self.find(label) else { return };
        self.unwind(target);
        let chain = self.code.goto();
        if let Scope::Target { exit, next: cont, .. } = &mut self.scopes[target] {
            if next { cont.merge(chain) } else { exit.merge(chain) }
        }
        self.end_gaps(target);
    }

    /// Runs the finalizers of all scopes inside `target`.
    fn unwind(&mut self, target: usize) {
        for i in (target + 1..self.scopes.len()).rev() {
            self.leave(i, target + 1);
        }
    }

    /// Whether leaving the scopes from `first` on runs code.
    fn has_final(&self, first: usize) -> bool {
        self.scopes[first..].iter().any(Scope::runs)
    }

    /// Leaves scope `i` on the way out of those from `first` on. Handlers of a try without finally do not cover the
    /// finalizers around it.
    fn leave(&mut self, i: usize, first: usize) {
        let around = self.scopes[first..i].iter().any(Scope::runs);
        let (pc, alive) = (self.code.pc(), self.code.is_alive());
        match &mut self.scopes[i] {
            Scope::Final { run: Final::Nothing, gaps } if around && alive => gaps.push(pc),
            Scope::Final { run: Final::Nothing, .. } => {}
            Scope::Final { .. } => self.finalizer(i),
            _ => {}
        }
    }

    /// Runs the finalizer of scope `i`, if it is one; what its handlers cover ends here.
    fn finalizer(&mut self, i: usize) {
        if !self.code.is_alive() {
            return;
        }
        let Scope::Final { run, .. } = self.scopes[i] else { return };
        // Jumps in the finalizer know only what is around the try.
        let mut inner = self.scopes.split_off(i);
        let monitor = matches!(run, Final::Monitor(_));
        let before = self.code.pc();
        match run {
            Final::Block(block) => self.block(block),
            Final::Monitor(reg) => {
                self.code.load(reg);
                self.code.op(Opcode::Monitorexit);
            }
            Final::Nothing => {}
        }
        // The handler of a monitor covers monitorexit itself.
        let gap = if monitor { self.code.pc() } else { before };
        if let Scope::Final { gaps, .. } = &mut inner[0] {
            gaps.push(gap);
        }
        self.scopes.extend(inner);
    }

    /// What the handlers of scopes inside `target` cover starts again.
    fn end_gaps(&mut self, target: usize) {
        for i in target + 1..self.scopes.len() {
            self.end_gap(i);
        }
    }

    fn end_gap(&mut self, i: usize) {
        if matches!(&self.scopes[i], Scope::Final { gaps, .. } if gaps.len() % 2 == 1) {
            let pc = self.code.pc();
            if let Scope::Final { gaps, .. } = &mut self.scopes[i] {
                gaps.push(pc);
            }
        }
    }

    fn return_stmt(&mut self, value: Option<&'a LExpr>, line: u32) {
        let all = self.has_final(0);
        let limit = self.code.next_reg;
        if let Some(value) = value {
            self.expr(value);
            if all && self.code.is_alive() {
                let reg = self.keep_top();
                self.unwind_all();
                self.code.line(line);
                self.code.load(reg);
            }
            self.code.return_value();
        } else {
            self.unwind_all();
            self.code.line(if all { line } else { 0 });
            self.code.op(Opcode::Return);
        }
        for i in 0..self.scopes.len() {
            self.end_gap(i);
        }
        self.code.end_scope(limit);
    }

    fn unwind_all(&mut self) {
        for i in (0..self.scopes.len()).rev() {
            self.leave(i, 0);
        }
    }

    // Stores the top of the stack in a new register.
    fn keep_top(&mut self) -> u32 {
        let top = self.code.top();
        let reg = self.code.new_local(top, None);
        self.code.store(reg);
        reg
    }

    fn yield_stmt(&mut self, label: LabelId, value: &'a LExpr, line: u32) {
        let Some(target) = self.find(label) else { return };
        let limit = self.code.next_reg;
        let (saved, ty) = match &self.scopes[target] {
            Scope::Value { saved, ty, .. } => (saved.clone(), *ty),
            _ => return,
        };
        self.expr(value);
        if self.code.is_alive() && (self.has_final(target + 1) || !saved.is_empty()) {
            self.code.set_top(ty);
            let reg = self.keep_top();
            self.unwind(target);
            self.code.line(line);
            saved.iter().for_each(|&r| self.code.load(r));
            self.code.load(reg);
        }
        self.code.set_top(ty);
        let chain = self.code.goto();
        if let Scope::Value { exit, .. } = &mut self.scopes[target] {
            exit.merge(chain);
        }
        self.end_gaps(target);
        self.code.end_scope(limit);
    }

    // ---- if and loops ----

    fn if_stmt(&mut self, cond: &'a LExpr, then: &'a LStmt, otherwise: Option<&'a LStmt>) {
        let limit = self.code.next_reg;
        let mut cond = self.condition(cond);
        let no = self.jump_false(&mut cond);
        let mut done = Chain::none();
        if !cond.never() {
            self.code.bind(std::mem::take(&mut cond.yes));
            self.scoped(then);
            if otherwise.is_some() && !no.is_empty() {
                done = self.code.goto();
            }
        }
        if !no.is_empty() {
            self.code.bind(no);
            if let Some(otherwise) = otherwise {
                self.scoped(otherwise);
            }
        }
        self.code.bind(done);
        self.code.end_scope(limit);
    }

    // A statement that is no block of its own has a scope nonetheless.
    fn scoped(&mut self, s: &'a LStmt) {
        let limit = self.code.next_reg;
        self.stmt(s);
        self.code.end_scope(limit);
    }

    fn loop_stmt(&mut self, l: &'a LLoop) {
        let limit = self.code.next_reg;
        let start = self.code.entry_point();
        self.open(l.label);
        let exit = if l.test_first {
            let no = match &l.cond {
                Some(cond) => {
                    self.code.line(l.cond_line);
                    let mut cond = self.condition(cond);
                    let no = self.jump_false(&mut cond);
                    self.code.bind(std::mem::take(&mut cond.yes));
                    no
                }
                None => Chain::none(),
            };
            self.scoped(&l.body);
            self.bind_continue();
            self.stmts(&l.step);
            let back = self.code.goto();
            self.code.bind_to(back, start);
            no
        } else {
            self.scoped(&l.body);
            self.bind_continue();
            let mut no = Chain::none();
            if self.code.is_alive() {
                let yes = match &l.cond {
                    Some(cond) => {
                        self.code.line(l.cond_line);
                        let mut cond = self.condition(cond);
                        let yes = self.jump_true(&mut cond);
                        self.bind_no(&mut cond);
                        no.merge(if self.code.is_alive() { self.code.goto() } else { Chain::none() });
                        yes
                    }
                    None => self.code.goto(),
                };
                self.code.bind_to(yes, start);
            }
            no
        };
        let (breaks, _) = self.close();
        self.code.bind(exit);
        self.code.bind(breaks);
        self.code.end_scope(limit);
    }

    fn bind_continue(&mut self) {
        if let Some(Scope::Target { next, .. }) = self.scopes.last_mut() {
            let next = std::mem::take(next);
            self.code.bind(next);
        }
    }

    // ---- switch ----

    /// A switch expression: pushes its value.
    pub fn switch_expr(&mut self, switch: &'a LSwitch, ty: Ty) {
        let limit = self.code.next_reg;
        let mut saved = Vec::new();
        // Handlers start with an empty stack: what is on it waits in registers.
        if switch.has_try && self.code.is_alive() {
            while self.code.stack_len() > 0 {
                saved.insert(0, self.keep_top());
            }
        }
        let ty = self.names.vtype(ty);
        self.scopes.push(Scope::Value { label: switch.label, exit: Chain::none(), saved, ty });
        self.switch(switch);
        self.code.end_scope(limit);
    }

    /// The switch whose scope was opened; closes it.
    fn switch(&mut self, switch: &'a LSwitch) {
        self.expr(&switch.selector);
        let mut keys: Vec<i32> = switch.cases.iter().flat_map(|c| c.labels.iter().copied()).collect();
        keys.sort_unstable();
        if switch.cases.is_empty() && self.code.is_alive() {
            self.code.drop_top();
        }
        if !switch.cases.is_empty() {
            self.switch_body(switch, &keys);
        }
        if let Some(Scope::Target { exit, .. } | Scope::Value { exit, .. }) = self.scopes.pop() {
            self.code.bind(exit);
        }
    }

    fn switch_body(&mut self, switch: &'a LSwitch, keys: &[i32]) {
        let table = !keys.is_empty() && {
            let span = i64::from(keys[keys.len() - 1]) - i64::from(keys[0]) + 1;
            let n = keys.len() as i64;
            4 + span + 3 * 3 <= 3 + 2 * n + 3 * n
        };
        let Some(at) = self.code.switch(table, keys) else { return };
        let state = self.code.state();
        let mut default = None;
        for case in &switch.cases {
            let pc = self.code.enter(&state, None);
            for &label in &case.labels {
                let slot = if table {
                    label.wrapping_sub(keys[0]) as u32
                } else {
                    keys.binary_search(&label).unwrap_or(0) as u32
                };
                self.code.switch_target(at, table, Some(slot), pc);
            }
            if case.is_default {
                default = Some(pc);
            }
            self.stmts(&case.body);
        }
        self.code.line(switch.end);
        let default = default.unwrap_or_else(|| {
            if let Some(Scope::Target { exit, .. }) = self.scopes.last_mut() {
                let exit = std::mem::take(exit);
                self.code.bind(exit);
            }
            self.code.enter(&state, None)
        });
        self.code.no_line();
        self.code.switch_target(at, table, None, default);
        if table {
            let span = keys[keys.len() - 1].wrapping_sub(keys[0]) as u32 + 1;
            self.code.switch_rest(at, span, default);
        }
    }

    // ---- try ----

    fn try_stmt(&mut self, t: &'a LTry) {
        let limit = self.code.next_reg;
        let final_block = t.finally.as_ref();
        self.guarded(&t.body, &t.catches, final_block.map(Final::Block), t.body_only, t.end);
        self.code.end_scope(limit);
    }

    fn sync_stmt(&mut self, lock: &'a LExpr, body: &'a LBlock) {
        let limit = self.code.next_reg;
        self.expr(lock);
        if !self.code.is_alive() {
            return;
        }
        self.code.dup();
        let reg = self.keep_top();
        self.code.op(Opcode::Monitorenter);
        self.guarded(body, &[], Some(Final::Monitor(reg)), false, body.end);
        self.code.end_scope(limit);
    }

    /// A body with handlers and maybe a finalizer.
    fn guarded(
        &mut self,
        body: &'a LBlock,
        catches: &'a [LCatch],
        run: Option<Final<'a>>,
        body_only: bool,
        end_line: u32,
    ) {
        let entry = State { stack: Vec::new(), defined: self.code.state().defined };
        let start = self.code.pc();
        let me = self.scopes.len();
        self.scopes.push(Scope::Final { run: run.unwrap_or(Final::Nothing), gaps: Vec::new() });
        self.block(body);
        let end = self.code.pc();
        let mut exit = Chain::none();
        self.code.line(body.end);
        if run.is_some() {
            self.finalizer(me);
        }
        self.code.line(end_line);
        exit.merge(self.code.goto());
        self.code.no_line();
        if run.is_some() {
            self.end_gap(me);
        }
        let gaps = match self.scopes.get(me) {
            Some(Scope::Final { gaps, .. }) => gaps.clone(),
            _ => Vec::new(),
        };
        let mut run = run;
        if body_only || run.is_none() {
            self.scopes.truncate(me);
            run = None;
        }
        if start != end {
            for (i, catch) in catches.iter().enumerate() {
                self.catch(catch, &entry, (start, end), &gaps);
                if run.is_some() {
                    self.finalizer(me);
                }
                if run.is_some() || i + 1 < catches.len() || self.code.is_alive() {
                    self.code.line(end_line);
                    exit.merge(self.code.goto());
                    self.code.no_line();
                }
                if run.is_some() {
                    self.end_gap(me);
                }
            }
        }
        if let Some(run) = run {
            if start != end || matches!(run, Final::Monitor(_)) {
                self.catch_all(run, me, &entry, start);
            }
            self.scopes.truncate(me);
        }
        self.code.bind(exit);
    }

    fn catch(&mut self, catch: &'a LCatch, entry: &State, (start, end): (u32, u32), gaps: &[u32]) {
        let var = catch.var;
        let limit = self.code.next_reg;
        let reg = self.declare(var);
        let exception = self.var_type(var);
        let handler = self.code.enter(entry, Some(exception));
        for &ty in &catch.types {
            let class = self.names.class(ty);
            let class = self.code.pool.class(class);
            let mut from = start;
            for gap in gaps.chunks(2) {
                self.code.handler(from, gap[0].min(end), handler, class);
                from = gap.get(1).copied().unwrap_or(end);
            }
            self.code.handler(from, end, handler, class);
        }
        self.code.line(catch.line);
        self.code.mark_line_now();
        self.code.store(reg);
        self.block(&catch.body);
        self.code.end_scope(limit);
        self.code.line(catch.body.end);
    }

    // The handler of everything that the finalizer must see.
    fn catch_all(&mut self, run: Final<'a>, me: usize, entry: &State, start: u32) {
        self.code.new_segment();
        let throwable = VType::Obj(self.known.throwable);
        let handler = self.code.enter(entry, Some(throwable));
        let gaps = self.take_gaps(me);
        let mut from = start;
        for gap in gaps.chunks(2) {
            self.code.handler(from, gap[0], handler, 0);
            from = gap.get(1).copied().unwrap_or(handler);
        }
        let (first, last) = match run {
            Final::Block(block) => (block.stmts.first().map_or(block.end, |s| s.line), block.end),
            Final::Monitor(_) | Final::Nothing => (0, 0),
        };
        self.code.line(first);
        self.code.mark_line_now();
        let reg = self.keep_top();
        self.finalizer(me);
        self.code.line(last);
        self.code.load(reg);
        let gaps = self.take_gaps(me);
        let until = gaps.first().copied().unwrap_or(handler);
        self.code.handler(from, until, handler, 0);
        self.code.op(Opcode::Athrow);
    }

    fn take_gaps(&mut self, me: usize) -> Vec<u32> {
        match &mut self.scopes[me] {
            Scope::Final { gaps, .. } => std::mem::take(gaps),
            _ => Vec::new(),
        }
    }

    fn var_type(&self, var: VarId) -> VType {
        self.names.vtype(self.var(var).ty)
    }
}
