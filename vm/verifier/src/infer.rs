//! Verification by type inference (JVMS 4.10.2), with subroutines (4.10.2.5).
//!
//! States are kept where control flow can join: at branch targets, handlers and behind jsr. From such a leader
//! instructions are executed in a row up to the next one.

use crate::Hierarchy;
use crate::engine::{Engine, Step, fail, fail_format};
use crate::types::{State, Type};
use hashbrown::HashMap;
use rvm_classfile::{Code, Handler, Instruction, Opcode, Operand};
use std::collections::BTreeSet;

/// Slots that all states of a method may take together.
const MAX_SLOTS: usize = 1 << 24;

/// How deep subroutines may call each other; compilers nested them as deep as `finally` blocks.
const MAX_DEPTH: usize = 128;

/// A subroutine that is being executed, and the locals changed since it was entered.
#[derive(Clone, Debug, PartialEq)]
struct Subroutine {
    entry: u32,
    /// Ascending.
    changed: BTreeSet<u16>,
}

/// Subroutines from the outermost to the innermost.
type Chain = Vec<Subroutine>;

#[derive(Clone)]
struct Leader {
    state: State,
    chain: Chain,
}

/// A handler for inference.
#[derive(Clone, Copy, PartialEq)]
struct Catch {
    start: u32,
    end: u32,
    target: u32,
    kind: Type,
}

/// A jsr and the state before it.
struct Call {
    next: u32,
    locals: Vec<Type>,
    chain: Chain,
}

/// A ret, with the state at it.
struct Return {
    state: State,
    changed: BTreeSet<u16>,
}

/// Analysis of one method.
pub struct Inference<'a> {
    handlers: &'a [Handler],
    /// What the handlers take, by start: those that say the same but once.
    catches: Vec<Catch>,
    starts: Vec<bool>,
    is_leader: Vec<bool>,
    leaders: HashMap<u32, Leader>,
    pending: BTreeSet<u32>,
    /// By entry, then by pc of the jsr.
    calls: HashMap<u32, HashMap<u32, Call>>,
    /// By entry, then by pc of the ret.
    returns: HashMap<u32, HashMap<u32, Return>>,
    chain: Chain,
    stored_slots: usize,
}

impl<'a> Inference<'a> {
    pub fn new(code: &'a Code<'_>) -> Self {
        Inference {
            handlers: &code.handlers,
            catches: Vec::new(),
            starts: Vec::new(),
            is_leader: Vec::new(),
            leaders: HashMap::new(),
            pending: BTreeSet::new(),
            calls: HashMap::new(),
            returns: HashMap::new(),
            chain: Chain::new(),
            stored_slots: 0,
        }
    }

    pub fn run<H: Hierarchy>(mut self, engine: &mut Engine<'_, '_, H>) -> Step<(), H::Error> {
        let initial = std::mem::take(&mut engine.state);
        self.find_leaders(engine)?;
        engine.pc = None;
        for handler in self.handlers {
            self.catches.push(Catch {
                start: handler.start_pc.into(),
                end: handler.end_pc.into(),
                target: handler.handler_pc.into(),
                kind: engine.handler_type(handler)?,
            });
        }
        self.catches.sort_by_key(|catch| (catch.start, catch.end, catch.target));
        self.catches.dedup();
        engine.state = initial;
        self.flow_to(engine, 0)?;
        while let Some(pc) = self.pending.pop_first() {
            self.run_block(engine, pc)?;
        }
        Ok(())
    }

    // Decodes everything once, so that each target is known to be an instruction.
    fn find_leaders<H: Hierarchy>(&mut self, engine: &mut Engine<'_, '_, H>) -> Step<(), H::Error> {
        let length = engine.code.len();
        self.starts = vec![false; length + 1];
        self.is_leader = vec![false; length + 1];
        let mut targets = vec![(0, 0)];
        let mut pc = 0;
        while (pc as usize) < length {
            let i = engine.decode(pc)?;
            engine.check_operands(&i)?;
            self.starts[pc as usize] = true;
            let mut add = |offset: i32| targets.push((pc, i64::from(pc) + i64::from(offset)));
            match i.operand {
                Operand::Branch(offset) => add(offset),
                Operand::TableSwitch(switch) => {
                    add(switch.default);
                    switch.offsets().for_each(add);
                }
                Operand::LookupSwitch(switch) => {
                    add(switch.default);
                    switch.pairs().for_each(|(_, offset)| add(offset));
                }
                _ => {}
            }
            if matches!(i.opcode, Opcode::Jsr | Opcode::JsrW) && (i.next_pc() as usize) < length {
                targets.push((pc, i64::from(i.next_pc())));
            }
            pc = i.next_pc();
        }
        for (pc, target) in targets {
            match usize::try_from(target).ok().filter(|&t| self.starts.get(t) == Some(&true)) {
                Some(target) => self.is_leader[target] = true,
                None => {
                    engine.pc = Some(pc);
                    return fail(
                        "4.9.1.branch-target",
                        format!("Illegal target of jump or branch: {target}"),
                    );
                }
            }
        }
        engine.pc = None;
        engine.check_ranges(self.handlers, &self.starts)?;
        for handler in self.handlers {
            if handler.handler_pc == 0 {
                return fail_format("4.7.3.handler-pc", "Illegal exception table handler_pc 0");
            }
            self.is_leader[handler.handler_pc as usize] = true;
        }
        Ok(())
    }

    fn run_block<H: Hierarchy>(&mut self, engine: &mut Engine<'_, '_, H>, start: u32) -> Step<(), H::Error> {
        let Some(leader) = self.leaders.get(&start) else { return Ok(()) };
        engine.state = leader.state.clone();
        self.chain = leader.chain.clone();
        engine.charge(engine.state.locals.len())?;
        engine.locals_changed = true;
        let mut pc = start;
        loop {
            if pc as usize >= engine.code.len() {
                return fail("4.9.2.end", "Falling off the end of the code");
            }
            let i = engine.decode(pc)?;
            self.flow_to_handlers(engine, pc)?;
            engine.locals_changed = false;
            match i.opcode {
                Opcode::Jsr | Opcode::JsrW => return self.jsr(engine, &i),
                Opcode::Ret => return self.ret(engine, &i),
                _ => self.execute(engine, &i)?,
            }
            self.flow_to_targets(engine, &i)?;
            if i.opcode.ends_block() {
                return Ok(());
            }
            pc = i.next_pc();
            if self.is_leader[(pc as usize).min(engine.code.len())] {
                return self.flow_to(engine, pc);
            }
        }
    }

    // Executes and notes which locals changed, for the subroutines around.
    fn execute<H: Hierarchy>(
        &mut self,
        engine: &mut Engine<'_, '_, H>,
        i: &Instruction<'_>,
    ) -> Step<(), H::Error> {
        if self.chain.is_empty() {
            return engine.execute(i);
        }
        let before = engine.state.locals.clone();
        engine.charge(before.len())?;
        engine.touched = None;
        engine.execute(i)?;
        if !engine.locals_changed {
            return Ok(());
        }
        let after = &engine.state.locals;
        let mut changed: Vec<u16> = (0..before.len().max(after.len()))
            .filter(|&at| before.get(at).unwrap_or(&Type::TOP) != after.get(at).unwrap_or(&Type::TOP))
            .map(|at| at as u16)
            .collect();
        // A store of the same type is a change too.
        if let Some((index, slots)) = engine.touched.take() {
            changed.extend((0..u16::from(slots)).map(|slot| index.saturating_add(slot)));
        }
        for subroutine in &mut self.chain {
            subroutine.changed.extend(&changed);
        }
        Ok(())
    }

    fn flow_to_targets<H: Hierarchy>(
        &mut self,
        engine: &mut Engine<'_, '_, H>,
        i: &Instruction<'_>,
    ) -> Step<(), H::Error> {
        // Targets were checked when leaders were looked for.
        let at = |offset: i32| i.target(offset).unwrap_or(0);
        match i.operand {
            Operand::Branch(offset) => self.flow_to(engine, at(offset)),
            Operand::TableSwitch(switch) => {
                self.flow_to(engine, at(switch.default))?;
                let mut last = switch.default;
                for offset in switch.offsets() {
                    if offset != last {
                        self.flow_to(engine, at(offset))?;
                    }
                    last = offset;
                }
                Ok(())
            }
            Operand::LookupSwitch(switch) => {
                self.flow_to(engine, at(switch.default))?;
                switch.pairs().try_for_each(|(_, offset)| self.flow_to(engine, at(offset)))
            }
            _ => Ok(()),
        }
    }

    fn flow_to_handlers<H: Hierarchy>(
        &mut self,
        engine: &mut Engine<'_, '_, H>,
        pc: u32,
    ) -> Step<(), H::Error> {
        engine.charge(self.catches.len() / 8)?;
        for at in 0..self.catches.len() {
            let catch = self.catches[at];
            if catch.start > pc {
                break;
            }
            if pc < catch.end && (engine.locals_changed || catch.start == pc) {
                if engine.method.max_stack == 0 {
                    return fail("4.10.1.4.stack-overflow", "Operand stack overflow at exception handler");
                }
                let stack = std::mem::replace(&mut engine.state.stack, vec![catch.kind]);
                let flowed = self.flow_to(engine, catch.target);
                engine.state.stack = stack;
                flowed?;
            }
        }
        Ok(())
    }

    // Counts what is stored.
    fn keep<E>(&mut self, slots: usize) -> Step<(), E> {
        self.stored_slots += slots;
        match self.stored_slots > MAX_SLOTS {
            true => fail("4.10.work", "Method is too complex to verify"),
            false => Ok(()),
        }
    }

    /// Merges the current state into that of a leader.
    fn flow_to<H: Hierarchy>(&mut self, engine: &mut Engine<'_, '_, H>, pc: u32) -> Step<(), H::Error> {
        let changes = changes(&self.chain);
        engine.charge(engine.state.locals.len() + engine.state.stack.len() + changes + 16)?;
        if !self.leaders.contains_key(&pc) {
            self.keep(engine.state.locals.len() + engine.state.stack.len() + changes)?;
        } else if !self.chain.is_empty() {
            self.keep(changes / 64)?;
        }
        let Some(leader) = self.leaders.get_mut(&pc) else {
            self.leaders.insert(pc, Leader { state: engine.state.clone(), chain: self.chain.clone() });
            self.pending.insert(pc);
            return Ok(());
        };
        let mut changed = false;
        let (old, new) = (&mut leader.state, &engine.state);
        if old.stack.len() != new.stack.len() {
            return fail(
                "4.10.2.2.stack-depth",
                format!("Inconsistent stack height at {pc}: {} and {}", old.stack.len(), new.stack.len()),
            );
        }
        let new = std::mem::take(&mut engine.state);
        for (at, &kind) in new.stack.iter().enumerate() {
            let merged = engine.merge(old.stack[at], kind)?;
            if merged == Type::TOP && old.stack[at] != Type::TOP {
                let (a, b) = (engine.show(old.stack[at]), engine.show(kind));
                return fail("4.10.2.2.stack-merge", format!("Mismatched stack types at {pc}: {a} and {b}"));
            }
            changed |= merged != old.stack[at];
            old.stack[at] = merged;
        }
        for at in 0..old.locals.len() {
            let merged = engine.merge(old.locals[at], new.local(at))?;
            changed |= merged != old.locals[at];
            old.locals[at] = merged;
        }
        // A half of a long whose other half was lost is lost too.
        for at in 0..old.locals.len() {
            let kind = old.locals[at];
            let broken = match kind.second() {
                Some(second) => old.local(at + 1) != second,
                None => kind.is_second() && (at == 0 || old.locals[at - 1].second() != Some(kind)),
            };
            if broken {
                old.locals[at] = Type::TOP;
                changed = true;
            }
        }
        old.trim();
        changed |= new.this_uninit && !old.this_uninit;
        old.this_uninit |= new.this_uninit;
        engine.state = new;
        let merged = merge_chains(&leader.chain, &self.chain);
        changed |= merged != leader.chain;
        leader.chain = merged;
        if changed {
            self.pending.insert(pc);
        }
        Ok(())
    }

    fn jsr<H: Hierarchy>(
        &mut self,
        engine: &mut Engine<'_, '_, H>,
        i: &Instruction<'_>,
    ) -> Step<(), H::Error> {
        let Operand::Branch(offset) = i.operand else { return engine.bad_operand() };
        let entry = i.target(offset).unwrap_or(0);
        if self.chain.iter().any(|subroutine| subroutine.entry == entry) {
            return fail("4.10.2.5.recursive", "Recursive call to jsr entry");
        }
        if self.chain.len() == MAX_DEPTH {
            return fail("4.10.work", "Subroutines are nested too deeply to verify");
        }
        self.keep(engine.state.locals.len() + changes(&self.chain))?;
        let call = Call { next: i.next_pc(), locals: engine.state.locals.clone(), chain: self.chain.clone() };
        if let Some(returns) = self.returns.remove(&entry) {
            for back in returns.values() {
                self.come_back(engine, &call, back)?;
            }
            self.returns.insert(entry, returns);
        }
        self.calls.entry(entry).or_default().insert(i.pc, call);
        engine.push(Type::return_address(entry))?;
        self.chain.push(Subroutine { entry, changed: BTreeSet::new() });
        self.flow_to(engine, entry)
    }

    fn ret<H: Hierarchy>(
        &mut self,
        engine: &mut Engine<'_, '_, H>,
        i: &Instruction<'_>,
    ) -> Step<(), H::Error> {
        let index = i.local().unwrap_or(0);
        let found = engine.state.local(index as usize);
        let Some(entry) = found.as_return_address() else {
            let found = engine.show(found);
            return engine
                .fail(format!("Bad local variable type: local {index} is {found}, not a return address"));
        };
        let Some(at) = self.chain.iter().rposition(|subroutine| subroutine.entry == entry) else {
            return fail("4.10.2.5.return", "Returning from a subroutine that is not being executed");
        };
        self.keep(engine.state.locals.len() + engine.state.stack.len() + self.chain[at].changed.len())?;
        // A return address is used once.
        let mut state = engine.state.clone();
        state.substitute(found, Type::TOP);
        let back = Return { state, changed: self.chain[at].changed.clone() };
        if let Some(calls) = self.calls.remove(&entry) {
            for call in calls.values() {
                self.come_back(engine, call, &back)?;
            }
            self.calls.insert(entry, calls);
        }
        self.returns.entry(entry).or_default().insert(i.pc, back);
        Ok(())
    }

    // Behind the jsr: what the subroutine changed is as at its ret, the rest as before the jsr.
    fn come_back<H: Hierarchy>(
        &mut self,
        engine: &mut Engine<'_, '_, H>,
        call: &Call,
        back: &Return,
    ) -> Step<(), H::Error> {
        if call.next as usize >= engine.code.len() {
            return fail("4.9.2.end", "Falling off the end of the code");
        }
        let mut state = State {
            locals: call.locals.clone(),
            stack: back.state.stack.clone(),
            this_uninit: back.state.this_uninit,
        };
        engine.charge(state.locals.len() + back.changed.len())?;
        for &index in &back.changed {
            state.put(index as usize, back.state.local(index as usize));
        }
        state.trim();
        let mut chain = call.chain.clone();
        for subroutine in &mut chain {
            subroutine.changed.extend(&back.changed);
        }
        let (old_state, old_chain) =
            (std::mem::replace(&mut engine.state, state), std::mem::replace(&mut self.chain, chain));
        let flowed = self.flow_to(engine, call.next);
        engine.state = old_state;
        self.chain = old_chain;
        flowed
    }
}

fn changes(chain: &Chain) -> usize {
    chain.iter().map(|subroutine| subroutine.changed.len() + 1).sum()
}

// Subroutines that both are in, with what either changed.
fn merge_chains(old: &Chain, new: &Chain) -> Chain {
    let mut merged = Chain::new();
    let mut from = 0;
    for subroutine in old {
        if let Some(at) = new[from..].iter().position(|other| other.entry == subroutine.entry) {
            let mut both = subroutine.clone();
            both.changed.extend(&new[from + at].changed);
            merged.push(both);
            from += at + 1;
        }
    }
    merged
}
