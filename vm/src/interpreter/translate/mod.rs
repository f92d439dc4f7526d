//! Bytecode to register code, by abstract interpretation of the operand stack.
//!
//! Loads of locals and constants emit nothing: the entry remembers where its value is and the instruction that uses it names that
//! register. A result goes straight into the local that the next bytecode stores it to. Before a local changes, entries that still wait in
//! it are moved to their own stack registers, and so are all entries at the borders of basic blocks.
//!
//! The same pass, run a second time with a `Recorder`, yields which registers hold references at each instruction and which bytecode it
//! came from. Translation depends on nothing but the class file, so both passes emit the same code.

mod body;
mod bytecode;
mod flow;
mod maps;
mod native;
mod stack;

pub use maps::{MethodMaps, Position, maps};
pub use native::entry;
pub use stack::shuffle;

use super::opcode::Op;
use crate::class::{Method, Pool, ValueKind};
use body::Body;
use flow::Flow;
use maps::{Locals, Recorder};
use rvm_classfile::code::{Instruction, decode};
use rvm_classfile::opcode::{Kind, Opcode};
use stack::{Dest, Entry, Value};

/// Why a method cannot be translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TranslateError {
    /// Registers have 16-bit numbers.
    #[error("method needs more than 65535 registers")]
    TooManyRegisters,
    /// The code breaks a rule that the verifier enforces.
    #[error("malformed bytecode")]
    Malformed,
    /// Subroutines (jsr) are called with different operand stacks, or change those of their callers.
    #[error("a subroutine (jsr) is called with different operand stacks")]
    Subroutine,
    /// A branch reaches further than 16 bits: translation starts again with long branches.
    #[error("branch out of range")]
    LongBranches,
    /// Code that nothing reaches goes to other such code: translation starts again, told what is reached.
    #[error("branch to code that nothing reaches")]
    DeadCode,
}

/// What a translation must heed; each is dear and seldom needed.
#[derive(Debug, Clone, Copy, Default)]
struct Needs {
    /// Branches may be further than 16 bits.
    long: bool,
    /// Handlers may guard code that nothing reaches.
    dead: bool,
}

/// Runs a translation until it says nothing more of what it needs.
fn with_needs<T>(run: impl Fn(Needs) -> Result<T, TranslateError>) -> Result<T, TranslateError> {
    let mut needs = Needs::default();
    loop {
        match run(needs) {
            Err(TranslateError::LongBranches) if !needs.long => needs.long = true,
            Err(TranslateError::DeadCode) if !needs.dead => needs.dead = true,
            other => return other,
        }
    }
}

/// The code of a method.
pub(super) struct Translation {
    /// Words, without the frame-size word.
    pub code: Vec<u64>,
    /// Registers of a frame.
    pub frame: usize,
    /// Bytecode offset and word of each exception handler.
    pub handlers: Vec<(u16, u32)>,
    /// Word and bytecode offset of each block, if they are recorded.
    pub blocks: Vec<(u32, u16)>,
}

/// What is known of a bytecode offset.
mod mark {
    /// Branches come here.
    pub const LEADER: u8 = 1;
    /// A backward goto from here may repeat the loop's condition instead.
    pub const LOOP_END: u8 = 2;
}

enum Fix {
    /// The upper 16 bits of the first word.
    Short,
    /// The upper 32 bits of the first word.
    Long,
    /// Half `0` (low) or `1` (high) of word `.0`.
    Half(usize, u32),
}

struct Fixup {
    /// The instruction's first word.
    at: usize,
    target: u32,
    fix: Fix,
}

pub(super) struct Translator<'a> {
    method: &'a Method,
    pool: &'a Pool,
    body: &'a Body,
    code: &'a [u8],
    /// Registers of local variables by index.
    local_regs: Vec<u16>,
    /// Those of locals of reference kind, if they have their own (see `Body::split`).
    ref_regs: Vec<u16>,
    stack_base: u16,
    temp: u16,
    /// Holds the monitor of a synchronized method.
    lock: Option<u16>,
    entries: Vec<Entry>,
    sp: usize,
    deepest: usize,
    marks: Vec<u8>,
    /// Word index plus one of each bytecode's code.
    labels: Vec<u32>,
    /// Stack kinds at leaders: 0 unknown, 1 empty, else index plus 2 into `shapes`.
    shape_of: Vec<u32>,
    shapes: Vec<Box<[Kind]>>,
    flow: Option<Flow>,
    out: Vec<u64>,
    fixups: Vec<Fixup>,
    /// The bytecode being translated and the one behind it.
    at: u32,
    next: u32,
    reachable: bool,
    long: bool,
    dead: bool,
    broken: bool,
    /// The conditional branch emitted last.
    branched: Option<(Op, u16, u16, u32)>,
    /// Operand stacks at each ret, and at each jsr.
    returns: Vec<Vec<Kind>>,
    jsr_shapes: Vec<Vec<Kind>>,
    recorder: Option<Recorder>,
}

/// Translates a method that has bytecode.
pub(super) fn translate(method: &Method, body: &Body) -> Result<Translation, TranslateError> {
    with_needs(|needs| Translator::new(method, body, needs, None)?.run()).map(|(translation, _)| translation)
}

impl<'a> Translator<'a> {
    fn new(
        method: &'a Method,
        body: &'a Body,
        needs: Needs,
        recorder: Option<Recorder>,
    ) -> Result<Self, TranslateError> {
        let (local_regs, ref_regs, locals) = local_registers(method, body.split);
        let total = locals + usize::from(method.max_stack) + 2;
        if total > usize::from(u16::MAX) {
            return Err(TranslateError::TooManyRegisters);
        }
        // Callees take the registers from the stack's on: the monitor must lie below them.
        let lock = method.is_synchronized().then_some(locals as u16);
        let stack_base = locals as u16 + u16::from(lock.is_some());
        let temp = stack_base + method.max_stack;
        let code = body.code;
        Ok(Self {
            method,
            pool: &method.class().pool,
            body,
            code,
            local_regs,
            ref_regs,
            stack_base,
            temp,
            lock,
            entries: Vec::with_capacity(usize::from(method.max_stack).min(64)),
            sp: 0,
            deepest: 0,
            marks: vec![0; code.len() + 1],
            labels: vec![0; code.len() + 1],
            shape_of: vec![0; code.len() + 1],
            shapes: Vec::new(),
            flow: needs.dead.then(|| Flow::of(method, body)).transpose()?,
            out: Vec::with_capacity(code.len() / 2 + 8),
            fixups: Vec::new(),
            at: 0,
            next: 0,
            reachable: true,
            long: needs.long,
            dead: needs.dead,
            broken: false,
            branched: None,
            returns: Vec::new(),
            jsr_shapes: Vec::new(),
            recorder,
        })
    }

    fn run(mut self) -> Result<(Translation, Option<Recorder>), TranslateError> {
        self.mark_leaders()?;
        if let Some(lock) = self.lock {
            if let Some(recorder) = &mut self.recorder {
                recorder.begin(0, 0);
                recorder.prologue();
            }
            self.emit(Op::LockMethod, lock, 0, 0);
            if let Some(recorder) = &mut self.recorder {
                recorder.end();
            }
        }
        for index in 0..self.ref_regs.len() {
            // Registers that hold nothing but references do so from the start.
            let r = self.ref_regs[index];
            if usize::from(r) >= self.method.arg_count() {
                self.emit_const(r, 0);
            }
        }
        let mut bci = 0;
        while (bci as usize) < self.code.len() {
            if self.marks[bci as usize] & mark::LEADER != 0 {
                self.arrive(bci)?;
            }
            let instruction = decode(self.code, bci).map_err(|_| TranslateError::Malformed)?;
            if self.reachable {
                if self.labels[bci as usize] == 0 {
                    self.labels[bci as usize] = self.out.len() as u32 + 1;
                }
                self.step(&instruction)?;
                bci = self.next;
            } else {
                bci = instruction.next_pc();
            }
            if self.broken {
                return Err(TranslateError::Malformed);
            }
        }
        if self.reachable {
            return Err(TranslateError::Malformed);
        }
        self.fix()?;
        let frame = usize::from(self.temp) + 1;
        if self.deepest > usize::from(self.method.max_stack) {
            return Err(TranslateError::Malformed);
        }
        if self.returns.iter().any(|shape| self.jsr_shapes.iter().any(|s| s != shape)) {
            return Err(TranslateError::Subroutine);
        }
        let handlers = self.body.handlers.iter().filter_map(|h| {
            let label = self.labels[usize::from(h.target)];
            (label != 0).then(|| (h.target, label - 1))
        });
        let handlers = handlers.collect();
        let mut blocks = Vec::new();
        if self.recorder.is_some() {
            let leaders = self.marks.iter().zip(&self.labels).enumerate();
            let starts = leaders.filter(|(_, (m, l))| **m & mark::LEADER != 0 && **l != 0);
            blocks.extend(starts.map(|(bci, (_, label))| (label - 1, bci as u16)));
        }
        Ok((Translation { code: self.out, frame, handlers, blocks }, self.recorder))
    }

    /// Translates one bytecode; `next` is where to go on.
    fn step(&mut self, instruction: &Instruction<'_>) -> Result<(), TranslateError> {
        self.at = instruction.pc;
        self.next = instruction.next_pc();
        if let Some(recorder) = &mut self.recorder {
            recorder.begin(instruction.pc, self.sp);
        }
        self.bytecode(instruction)?;
        if let Some(recorder) = &mut self.recorder {
            recorder.end();
        }
        Ok(())
    }

    /// Finds branch targets and loop ends.
    fn mark_leaders(&mut self) -> Result<(), TranslateError> {
        let mut ends = Vec::new();
        let mut bci = 0;
        while (bci as usize) < self.code.len() {
            let instruction = decode(self.code, bci).map_err(|_| TranslateError::Malformed)?;
            let mut bad = false;
            body::each_target(&instruction, |target| match self.marks.get_mut(target as usize) {
                Some(mark) if (target as usize) < self.code.len() => *mark |= mark::LEADER,
                _ => bad = true,
            });
            if bad {
                return Err(TranslateError::Malformed);
            }
            if instruction.opcode == Opcode::Goto
                && let Some(target) = branch_target(&instruction)
                && target < bci
            {
                ends.push((bci, target));
            }
            bci = instruction.next_pc();
        }
        for handler in &self.body.handlers {
            self.marks[usize::from(handler.target)] |= mark::LEADER;
            let reached = |flow: &Flow| flow.stack_at(u32::from(handler.target)).is_some();
            if self.dead && !self.flow.as_ref().is_some_and(reached) {
                continue;
            }
            self.shape_at(u32::from(handler.target), &[Kind::A]);
        }
        for (end, target) in ends {
            if let Some(condition) = self.loop_condition(target) {
                self.marks[end as usize] |= mark::LOOP_END;
                self.marks[condition.next_pc() as usize] |= mark::LEADER;
            }
        }
        Ok(())
    }

    /// The conditional branch that a loop starting at `bci` begins with, if little comes before it.
    fn loop_condition(&self, bci: u32) -> Option<Instruction<'a>> {
        let mut at = bci;
        for _ in 0..10 {
            let instruction = decode(self.code, at).ok()?;
            let opcode = instruction.opcode;
            if opcode.is_conditional_branch() {
                let behind = instruction.next_pc();
                return ((behind as usize) < self.code.len()).then_some(instruction);
            }
            if opcode.ends_block() || matches!(opcode, Opcode::Jsr | Opcode::JsrW) {
                return None;
            }
            at = instruction.next_pc();
            if self.marks.get(at as usize)? & mark::LEADER != 0 {
                return None;
            }
        }
        None
    }

    /// Notes the stack's kinds at a branch target.
    fn shape_at(&mut self, bci: u32, kinds: &[Kind]) {
        if self.shape_of[bci as usize] == 0 {
            self.shape_of[bci as usize] = if kinds.is_empty() {
                1
            } else {
                self.shapes.push(kinds.into());
                self.shapes.len() as u32 + 1
            };
        }
    }

    /// Notes that control may go to `target` with the present stack, which was flushed.
    fn branch_to(&mut self, target: u32) {
        if self.shape_of[target as usize] == 0 {
            let kinds: Vec<Kind> = self.entries[..self.sp].iter().map(|e| e.kind).collect();
            self.shape_at(target, &kinds);
        }
    }

    /// At a leader: agrees with the other ways to get here.
    fn arrive(&mut self, bci: u32) -> Result<(), TranslateError> {
        if self.reachable {
            self.at = bci;
            if let Some(recorder) = &mut self.recorder {
                recorder.begin(bci, self.sp);
            }
            self.flush();
            self.branch_to(bci);
            return self.enter_locals(bci);
        }
        if self.shape_of[bci as usize] == 0 {
            // Reached from further down only, or dead.
            if self.flow.is_none() {
                self.flow = Some(Flow::of(self.method, self.body)?);
            }
            let Some(kinds) = self.flow.as_ref().and_then(|f| f.stack_at(bci)) else { return Ok(()) };
            let kinds = kinds.to_vec();
            self.shape_at(bci, &kinds);
        }
        let index = self.shape_of[bci as usize];
        let kinds: Box<[Kind]> =
            if index == 1 { Box::default() } else { self.shapes[index as usize - 2].clone() };
        self.sp = 0;
        for (position, &kind) in kinds.iter().enumerate() {
            self.push(Value::Reg(self.slot(position)), kind);
        }
        self.reachable = true;
        self.enter_locals(bci)
    }

    fn enter_locals(&mut self, bci: u32) -> Result<(), TranslateError> {
        if let Some(recorder) = &mut self.recorder {
            recorder.enter(bci);
        }
        Ok(())
    }

    /// The register of a local variable.
    fn local(&mut self, index: u16, kind: Kind) -> u16 {
        let regs = if self.body.split && kind == Kind::A { &self.ref_regs } else { &self.local_regs };
        match regs.get(usize::from(index)) {
            Some(&r) => r,
            None => {
                self.broken = true;
                0
            }
        }
    }

    /// If the next bytecode stores a value of this kind and nothing else gets there: the local, and the offset behind the store.
    fn store_follows(&self, kind: Kind) -> Option<(u16, u32)> {
        let at = self.next as usize;
        if at >= self.code.len() || self.marks[at] & mark::LEADER != 0 {
            return None;
        }
        let (long, short) = match kind {
            Kind::I => (Opcode::Istore, Opcode::Istore0),
            Kind::J => (Opcode::Lstore, Opcode::Lstore0),
            Kind::F => (Opcode::Fstore, Opcode::Fstore0),
            Kind::D => (Opcode::Dstore, Opcode::Dstore0),
            Kind::A | Kind::R => (Opcode::Astore, Opcode::Astore0),
        };
        let byte = self.code[at];
        if byte == long as u8 {
            return Some((u16::from(*self.code.get(at + 1)?), self.next + 2));
        }
        (short as u8..short as u8 + 4).contains(&byte).then(|| (u16::from(byte - short as u8), self.next + 1))
    }

    /// For the maps: the local's kind changes with the present bytecode.
    fn note_store(&mut self, local: u16, kind: Kind) {
        if let Some(recorder) = &mut self.recorder {
            recorder.store(local, kind);
        }
    }

    // ---- emission

    fn emit(&mut self, op: Op, a: u16, b: u16, c: u16) {
        self.emit_words(op, a, b, c, &[]);
    }

    fn emit_words(&mut self, op: Op, a: u16, b: u16, c: u16, more: &[u64]) {
        if self.recorder.is_some() {
            self.snapshot();
        }
        self.out.push(first_word(op, a, b, c));
        self.out.extend_from_slice(more);
    }

    /// `op a, value:32`
    fn emit_wide(&mut self, op: Op, a: u16, value: u32) {
        self.emit(op, a, value as u16, (value >> 16) as u16);
    }

    fn emit_const(&mut self, r: u16, word: u64) {
        if word <= u64::from(u32::MAX) {
            self.emit_wide(Op::Const, r, word as u32);
        } else if word as i64 == i64::from(word as i32) {
            self.emit_wide(Op::ConstSigned, r, word as u32);
        } else {
            self.emit_words(Op::ConstWide, r, 0, 0, &[word]);
        }
    }

    /// A conditional branch on two operands. The stack was flushed.
    fn emit_branch(&mut self, op: Op, a: u16, b: u16, target: u32) {
        let back = self.labels[target as usize] != 0;
        self.branch_to(target);
        if self.long {
            self.emit(op.inverse(), a, b, 2);
            self.emit_goto(target);
            return;
        }
        self.fixups.push(Fixup { at: self.out.len(), target, fix: Fix::Short });
        self.emit(if back { op.back() } else { op }, a, b, 0);
    }

    fn emit_goto(&mut self, target: u32) {
        let back = self.labels[target as usize] != 0;
        self.branch_to(target);
        self.fixups.push(Fixup { at: self.out.len(), target, fix: Fix::Long });
        self.emit(if back { Op::GotoBack } else { Op::Goto }, 0, 0, 0);
    }

    /// Fills in branch offsets.
    fn fix(&mut self) -> Result<(), TranslateError> {
        for fixup in &self.fixups {
            let label = self.labels[fixup.target as usize];
            if label == 0 {
                return Err(if self.dead { TranslateError::Malformed } else { TranslateError::DeadCode });
            }
            let offset = (label - 1) as i32 - fixup.at as i32;
            match fixup.fix {
                Fix::Short => {
                    let Ok(short) = i16::try_from(offset) else { return Err(TranslateError::LongBranches) };
                    self.out[fixup.at] |= u64::from(short as u16) << 48;
                }
                Fix::Long => self.out[fixup.at] |= u64::from(offset as u32) << 32,
                Fix::Half(word, half) => self.out[word] |= u64::from(offset as u32) << (32 * half),
            }
        }
        Ok(())
    }

    // ---- maps

    fn snapshot(&mut self) {
        let Some(recorder) = &mut self.recorder else { return };
        let index = self.out.len() as u32;
        let depth = recorder.depth();
        let stack =
            self.entries[..depth.min(self.entries.len())].iter().enumerate().filter_map(|(position, e)| {
                let slot = self.stack_base + position as u16;
                (e.kind == Kind::A && e.value == Value::Reg(slot)).then_some(slot)
            });
        let locals =
            if self.body.split { Locals::Split(&self.ref_regs) } else { Locals::Mixed(&self.local_regs) };
        recorder.before(index, &locals, stack, self.lock);
    }

    /// The map in force while the call just emitted runs.
    fn snapshot_call(&mut self) {
        let Some(recorder) = &mut self.recorder else { return };
        let stack = self.entries[..self.sp].iter().enumerate().filter_map(|(position, e)| {
            let slot = self.stack_base + position as u16;
            (e.kind == Kind::A && e.value == Value::Reg(slot)).then_some(slot)
        });
        let locals =
            if self.body.split { Locals::Split(&self.ref_regs) } else { Locals::Mixed(&self.local_regs) };
        recorder.during(&locals, stack, self.lock);
    }
}

fn first_word(op: Op, a: u16, b: u16, c: u16) -> u64 {
    u64::from(op as u16) | u64::from(a) << 16 | u64::from(b) << 32 | u64::from(c) << 48
}

fn branch_target(instruction: &Instruction<'_>) -> Option<u32> {
    match instruction.operand {
        rvm_classfile::code::Operand::Branch(offset) => instruction.target(offset),
        _ => None,
    }
}

/// Registers of local variables by index - if `split`, of those that hold no references, and of those that do - and their
/// number. Arguments take one each, in order; the others follow.
fn local_registers(method: &Method, split: bool) -> (Vec<u16>, Vec<u16>, usize) {
    const NONE: u16 = u16::MAX;
    let count = usize::from(method.max_locals);
    let args = method.arg_count();
    let mut plain = vec![NONE; count];
    let mut refs = if split { vec![NONE; count] } else { Vec::new() };
    let mut index = 0usize;
    for arg in 0..args {
        let kind = method.arg_kind(arg);
        let regs = if split && kind == ValueKind::Ref { &mut refs } else { &mut plain };
        if let Some(reg) = regs.get_mut(index) {
            *reg = arg as u16;
        }
        index += usize::from(kind.words());
    }
    let mut next = args;
    for reg in plain.iter_mut().chain(refs.iter_mut()).filter(|r| **r == NONE) {
        *reg = next as u16;
        next += 1;
    }
    (plain, refs, next)
}

/// See `profile::frame_layout`. Methods with subroutines have none.
pub fn frame_layout(method: &'static Method) -> (Vec<u16>, Option<u16>) {
    let (registers, _, count) = local_registers(method, false);
    (registers, method.is_synchronized().then_some(count as u16))
}
