//! Kinds of stack entries and of locals at the borders of basic blocks, by data flow: for code that is reached only from further
//! down, and for the maps of references.

use super::TranslateError;
use super::body::{Body, each_target};
use super::bytecode::{member_kind, member_names, parameters, stack_kind};
use crate::class::{Method, Pool, ValueKind, tag};
use rvm_classfile::code::{Instruction, decode};
use rvm_classfile::opcode::{Kind, Opcode, StackEffect};
use std::collections::BTreeMap;

/// Locals that hold references, by index.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct RefSet(Vec<u64>);

impl RefSet {
    pub fn new(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    pub fn set(&mut self, index: usize, yes: bool) {
        if let Some(word) = self.0.get_mut(index / 64) {
            let bit = 1 << (index % 64);
            *word = if yes { *word | bit } else { *word & !bit };
        }
    }

    pub fn has(&self, index: usize) -> bool {
        self.0.get(index / 64).is_some_and(|word| word >> (index % 64) & 1 != 0)
    }

    /// Keeps what both have; true if that changed `self`.
    fn meet(&mut self, other: &RefSet) -> bool {
        let mut changed = false;
        for (mine, its) in self.0.iter_mut().zip(&other.0) {
            changed |= *mine & its != *mine;
            *mine &= its;
        }
        changed
    }
}

#[derive(Clone)]
struct State {
    stack: Vec<Kind>,
    refs: RefSet,
}

/// States at block borders.
pub(super) struct Flow {
    states: BTreeMap<u32, State>,
}

/// Locals that hold references on entry.
pub(super) fn entry_refs(method: &Method) -> RefSet {
    let mut refs = RefSet::new(usize::from(method.max_locals));
    let mut index = 0;
    for arg in 0..method.arg_count() {
        let kind = method.arg_kind(arg);
        refs.set(index, kind == ValueKind::Ref);
        index += usize::from(kind.words());
    }
    refs
}

/// The effect of a store on the set of locals that hold references.
pub(super) fn store(refs: &mut RefSet, local: u16, kind: Kind) {
    refs.set(usize::from(local), kind == Kind::A);
    if kind.slots() == 2 {
        refs.set(usize::from(local) + 1, false);
    }
}

impl Flow {
    pub fn of(method: &Method, body: &Body) -> Result<Self, TranslateError> {
        let code = body.code;
        let mut leaders = vec![false; code.len() + 1];
        let mut bci = 0;
        while (bci as usize) < code.len() {
            let instruction = decode(code, bci).map_err(|_| TranslateError::Malformed)?;
            each_target(&instruction, |target| {
                if let Some(leader) = leaders.get_mut(target as usize) {
                    *leader = true;
                }
            });
            bci = instruction.next_pc();
        }
        body.handlers.iter().for_each(|h| leaders[usize::from(h.target)] = true);
        let mut flow = Self { states: BTreeMap::new() };
        let mut work = vec![0];
        flow.states.insert(0, State { stack: Vec::new(), refs: entry_refs(method) });
        leaders[0] = true;
        while let Some(start) = work.pop() {
            flow.block(method, body, &leaders, start, &mut work)?;
        }
        Ok(flow)
    }

    /// The stack's kinds at `bci`, if it is a block's start that control reaches.
    pub fn stack_at(&self, bci: u32) -> Option<&[Kind]> {
        self.states.get(&bci).map(|s| &s.stack[..])
    }

    /// The locals that hold references at `bci`, likewise.
    pub fn refs_at(&self, bci: u32) -> Option<&RefSet> {
        self.states.get(&bci).map(|s| &s.refs)
    }

    fn join(&mut self, bci: u32, state: &State, work: &mut Vec<u32>) {
        match self.states.get_mut(&bci) {
            None => {
                self.states.insert(bci, state.clone());
                work.push(bci);
            }
            Some(known) => {
                if known.refs.meet(&state.refs) {
                    work.push(bci);
                }
            }
        }
    }

    fn join_handlers(&mut self, body: &Body, bci: u32, refs: &RefSet, work: &mut Vec<u32>) {
        for handler in &body.handlers {
            if (u32::from(handler.start)..u32::from(handler.end)).contains(&bci) {
                let state = State { stack: vec![Kind::A], refs: refs.clone() };
                self.join(u32::from(handler.target), &state, work);
            }
        }
    }

    fn block(
        &mut self,
        method: &Method,
        body: &Body,
        leaders: &[bool],
        start: u32,
        work: &mut Vec<u32>,
    ) -> Result<(), TranslateError> {
        let pool = &method.class().pool;
        let Some(mut state) = self.states.get(&start).cloned() else { return Ok(()) };
        let mut bci = start;
        self.join_handlers(body, bci, &state.refs, work);
        loop {
            let instruction = decode(body.code, bci).map_err(|_| TranslateError::Malformed)?;
            let before = state.refs.clone();
            let targets = apply(pool, &instruction, &mut state)?;
            if matches!(instruction.opcode, Opcode::Jsr | Opcode::JsrW) {
                // Behind it with the stack as before, in the subroutine with the return address on top.
                self.join(instruction.next_pc(), &state, work);
                state.stack.push(Kind::R);
                let mut target = 0;
                each_target(&instruction, |t| {
                    if t != instruction.next_pc() || target == 0 {
                        target = t
                    }
                });
                let first = first_target(&instruction).unwrap_or(target);
                self.join(first, &state, work);
                return Ok(());
            }
            if targets {
                let mut reached = Vec::new();
                each_target(&instruction, |target| reached.push(target));
                for target in reached {
                    if target as usize >= body.code.len() {
                        return Err(TranslateError::Malformed);
                    }
                    self.join(target, &state, work);
                }
            }
            if instruction.opcode.ends_block() {
                return Ok(());
            }
            bci = instruction.next_pc();
            if bci as usize >= body.code.len() {
                return Err(TranslateError::Malformed);
            }
            if leaders[bci as usize] {
                self.join(bci, &state, work);
                return Ok(());
            }
            if state.refs != before || body.handlers.iter().any(|h| u32::from(h.start) == bci) {
                self.join_handlers(body, bci, &state.refs, work);
            }
        }
    }
}

fn first_target(instruction: &Instruction<'_>) -> Option<u32> {
    super::branch_target(instruction)
}

/// Applies an instruction; true if it has branch targets.
fn apply(pool: &Pool, i: &Instruction<'_>, state: &mut State) -> Result<bool, TranslateError> {
    let stack = &mut state.stack;
    let malformed = TranslateError::Malformed;
    if let StackEffect::Fixed { pops, pushes } = i.opcode.info().effect {
        let keep = stack.len().checked_sub(pops.len()).ok_or(malformed)?;
        stack.truncate(keep);
        if matches!(i.opcode, Opcode::Jsr | Opcode::JsrW) {
            return Ok(true);
        }
        stack.extend_from_slice(pushes);
        if is_store(i.opcode) {
            let kind = pops[0];
            store(&mut state.refs, i.local().ok_or(malformed)?, kind);
        }
        return Ok(true);
    }
    let index = i.constant().unwrap_or(0);
    match i.opcode {
        Opcode::Ldc | Opcode::LdcW | Opcode::Ldc2W => stack.push(match pool.tag(index) {
            tag::INTEGER => Kind::I,
            tag::FLOAT => Kind::F,
            tag::LONG => Kind::J,
            tag::DOUBLE => Kind::D,
            tag::DYNAMIC => stack_kind(member_kind(pool, index)),
            _ => Kind::A,
        }),
        Opcode::Astore | Opcode::Astore0 | Opcode::Astore1 | Opcode::Astore2 | Opcode::Astore3 => {
            let kind = stack.pop().ok_or(malformed)?;
            store(&mut state.refs, i.local().ok_or(malformed)?, kind);
        }
        Opcode::Getstatic => stack.push(stack_kind(member_kind(pool, index))),
        Opcode::Putstatic => {
            stack.pop().ok_or(malformed)?;
        }
        Opcode::Getfield => {
            stack.pop().ok_or(malformed)?;
            stack.push(stack_kind(member_kind(pool, index)));
        }
        Opcode::Putfield => {
            stack.pop().ok_or(malformed)?;
            stack.pop().ok_or(malformed)?;
        }
        Opcode::Multianewarray => {
            let rvm_classfile::code::Operand::MultiNewArray { dimensions, .. } = i.operand else {
                return Err(malformed);
            };
            let keep = stack.len().checked_sub(usize::from(dimensions)).ok_or(malformed)?;
            stack.truncate(keep);
            stack.push(Kind::A);
        }
        opcode if opcode.is_invoke() => {
            let (_, _, descriptor) = member_names(pool, index);
            let (params, ret) = parameters(descriptor);
            let instance = !matches!(opcode, Opcode::Invokestatic | Opcode::Invokedynamic);
            let keep = stack.len().checked_sub(params + usize::from(instance)).ok_or(malformed)?;
            stack.truncate(keep);
            if ret != ValueKind::Void {
                stack.push(stack_kind(ret));
            }
        }
        opcode => duplicate(opcode, stack)?,
    }
    Ok(false)
}

fn is_store(opcode: Opcode) -> bool {
    (Opcode::Istore..=Opcode::Astore3).contains(&opcode)
}

fn duplicate(opcode: Opcode, stack: &mut Vec<Kind>) -> Result<(), TranslateError> {
    let wide = |depth: usize| stack.len() > depth && stack[stack.len() - 1 - depth].slots() == 2;
    let (count, order) = super::stack::shuffle(opcode, wide).ok_or(TranslateError::Malformed)?;
    let base = stack.len().checked_sub(count).ok_or(TranslateError::Malformed)?;
    let taken = stack.split_off(base);
    stack.extend(order.iter().map(|&index| taken[index]));
    Ok(())
}
