//! Where exceptions go: to the handlers that cover the place, in this method or a caller it is inlined into; or out.

use super::{Builder, State};
use crate::ir::*;

impl Builder {
    /// The exception edge of the present place.
    pub fn exception_edge(&mut self) -> EdgeId {
        let depth = self.frames.len() - 1;
        self.exception_edge_in(depth)
    }

    fn covering(&self, depth: usize) -> Vec<usize> {
        let frame = &self.frames[depth];
        let bci = frame.bci;
        let handlers = frame.shape.handlers.iter().enumerate();
        let mut found = vec![];
        for (index, h) in handlers {
            if (h.start..h.end).contains(&bci) {
                found.push(index);
                if h.catch_type == 0 {
                    break;
                }
            }
        }
        found
    }

    fn exception_edge_in(&mut self, depth: usize) -> EdgeId {
        let mut depth = depth;
        loop {
            let covering = self.covering(depth);
            if !covering.is_empty() || self.frames[depth].lock.is_some() {
                return self.dispatch(depth, covering);
            }
            if depth == 0 {
                return NONE;
            }
            depth -= 1;
        }
    }

    /// Variables that a dispatcher passes on.
    fn passed(&self, depth: usize, covering: &[usize]) -> Vec<(usize, Ty)> {
        let frame = &self.frames[depth];
        let mut passed = vec![];
        for index in 0..usize::from(frame.method.max_locals) {
            let ty = covering.iter().find_map(|&h| {
                let target = frame.shape.handlers[h].target;
                frame.shape.leaders.get(&target).and_then(|l| l.live[index])
            });
            if let Some(ty) = ty {
                passed.push((index, ty));
            }
        }
        passed
    }

    /// An edge to the dispatcher for these handlers of the frame at `depth`, made if need be.
    fn dispatch(&mut self, depth: usize, covering: Vec<usize>) -> EdgeId {
        let passed = self.passed(depth, &covering);
        let args: Vec<Val> = passed.iter().map(|&(i, _)| self.states[depth].locals[i]).collect();
        let key = (covering, self.frames[depth].version);
        if let Some(&block) = self.frames[depth].dispatchers.get(&key) {
            return self.f.edge(block, args);
        }
        let block = self.f.block();
        self.frames[depth].dispatchers.insert(key.clone(), block);
        self.make_dispatcher(depth, block, &key.0, &passed);
        self.f.edge(block, args)
    }

    fn make_dispatcher(&mut self, depth: usize, block: BlockId, covering: &[usize], passed: &[(usize, Ty)]) {
        let (cur, dead, cold) = (self.cur, self.dead, self.cold);
        self.cold = true;
        let inner: Vec<_> = self.frames.drain(depth + 1..).collect();
        let inner_states: Vec<_> = self.states.drain(depth + 1..).collect();
        let saved = self.states[depth].clone();
        let pos = self.pos();
        self.begin(block);
        self.f.blocks[block as usize].handler = true;
        self.f.blocks[block as usize].cold = true;
        let mut state = State { locals: vec![NONE; saved.locals.len()], stack: vec![] };
        for &(index, ty) in passed {
            let param = self.f.node(Op::Param, ty, vec![], pos);
            self.f.blocks[block as usize].params.push(param);
            state.locals[index] = param;
        }
        let exception = self.emit(Op::TakePending, Ty::A, vec![]);
        self.info.insert(exception, super::Info { nonnull: true, ..Default::default() });
        state.stack.push(exception);
        self.states[depth] = state.clone();
        let mut open = true;
        for &h in covering {
            let handler = self.frames[depth].shape.handlers[h];
            if handler.catch_type == 0 {
                self.goto(handler.target, state.clone());
                open = false;
                break;
            }
            let from = self.frames[depth].method.class();
            let class = rvm_vm::link::peek_class(from, handler.catch_type);
            let caught = match class {
                Some(class) => self.emit(Op::InstanceOf(class), Ty::I, vec![exception]),
                None => {
                    let exc = if depth == 0 { NONE } else { self.exception_edge_in(depth - 1) };
                    let kind = rvm_vm::class::ValueKind::Boolean;
                    let v =
                        self.emit(Op::Late(Late::Catch, handler.catch_type, kind), Ty::I, vec![exception]);
                    self.f.nodes[v as usize].exc = exc;
                    v
                }
            };
            let yes = self.edge_to(handler.target, state.clone());
            let next = self.f.block();
            self.f.blocks[next as usize].cold = true;
            let no = self.f.edge(next, vec![]);
            self.end(Term::Branch(caught, yes, no));
            self.begin(next);
        }
        if open {
            let mut exception = exception;
            if let Some(lock) = self.frames[depth].lock {
                // If the method gave its monitor away, IllegalMonitorStateException goes on instead.
                let after = self.f.block();
                self.f.blocks[after as usize].cold = true;
                let failed = self.f.block();
                self.f.blocks[failed as usize].cold = true;
                self.f.blocks[failed as usize].handler = true;
                let edge = self.f.edge(failed, vec![]);
                let v = self.emit(Op::MonitorExit, Ty::V, vec![lock]);
                self.f.nodes[v as usize].exc = edge;
                let to = self.f.edge(after, vec![exception]);
                self.end(Term::Jump(to));
                self.begin(failed);
                let other = self.emit(Op::TakePending, Ty::A, vec![]);
                let to = self.f.edge(after, vec![other]);
                self.end(Term::Jump(to));
                self.begin(after);
                exception = self.f.node(Op::Param, Ty::A, vec![], pos);
                self.f.blocks[after as usize].params.push(exception);
            }
            self.emit(Op::SetPending, Ty::V, vec![exception]);
            if depth == 0 {
                self.end(Term::Unwind);
            } else {
                match self.exception_edge_in(depth - 1) {
                    NONE => self.end(Term::Unwind),
                    edge => self.end(Term::Jump(edge)),
                }
            }
        }
        self.states[depth] = saved;
        self.frames.extend(inner);
        self.states.extend(inner_states);
        self.cur = cur;
        self.dead = dead;
        self.cold = cold;
    }
}
