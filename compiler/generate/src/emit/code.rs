//! The code of one method while it is written: bytes, operand stack, registers, jumps, frames and line numbers.
//!
//! Nothing is written where control cannot arrive; there all functions do nothing. Jumps to a place not yet known form a [`Chain`]; binding it
//! merges states. A bound chain stays pending until the next instruction, so that a `goto` there just joins it.

use super::pool::Pool;
use super::state::{Bits, Chain, State, VType};
use crate::low::VarId;
use rvm_classfile::{Frame, Kind, Opcode, StackEffect};
use rvm_model::hir::Const;

/// A register.
#[derive(Clone, Copy, Debug)]
struct Slot {
    ty: VType,
    var: Option<VarId>,
    /// Where its current value was first there.
    start: Option<u32>,
}

const FREE: Slot = Slot { ty: VType::Top, var: None, start: None };

/// A range of code in which a variable has a value.
#[derive(Clone, Copy, Debug)]
pub struct VarRange {
    /// The variable.
    pub var: VarId,
    /// First pc.
    pub start: u32,
    /// pc behind.
    pub end: u32,
    /// Register.
    pub reg: u32,
}

/// A row of the exception table.
#[derive(Clone, Copy, Debug)]
pub struct HandlerRow {
    /// First pc.
    pub start: u32,
    /// pc behind.
    pub end: u32,
    /// Handler.
    pub handler: u32,
    /// Class index or 0.
    pub class: u16,
}

struct FrameAt {
    pc: u32,
    locals: Vec<VType>,
    stack: Vec<VType>,
}

/// See the module.
pub struct Code<'a> {
    /// The constant pool.
    pub pool: &'a mut Pool,
    bytes: Vec<u8>,
    stack: Vec<VType>,
    depth: u32,
    /// Greatest depth of the operand stack, in slots.
    pub max_stack: u32,
    slots: Vec<Slot>,
    /// The next free register.
    pub next_reg: u32,
    /// Greatest number of registers.
    pub max_locals: u32,
    defined: Bits,
    alive: bool,
    pending: Vec<u32>,
    frame_pending: bool,
    frames: Vec<FrameAt>,
    initial: Vec<VType>,
    /// (pc, line).
    pub lines: Vec<(u32, u32)>,
    pending_line: u32,
    /// The exception table.
    pub handlers: Vec<HandlerRow>,
    fat: bool,
    /// Some jump was too far: the method must be written again with wide jumps.
    pub needs_fat: bool,
    /// Code up to here must not be taken back.
    fixed: u32,
    /// Finished ranges of named variables.
    pub ranges: Vec<VarRange>,
}

/// The opposite of a conditional branch.
pub fn negate(op: Opcode) -> Opcode {
    use Opcode::*;
    match op {
        Ifeq => Ifne,
        Ifne => Ifeq,
        Iflt => Ifge,
        Ifge => Iflt,
        Ifgt => Ifle,
        Ifle => Ifgt,
        IfIcmpeq => IfIcmpne,
        IfIcmpne => IfIcmpeq,
        IfIcmplt => IfIcmpge,
        IfIcmpge => IfIcmplt,
        IfIcmpgt => IfIcmple,
        IfIcmple => IfIcmpgt,
        IfAcmpeq => IfAcmpne,
        IfAcmpne => IfAcmpeq,
        Ifnull => Ifnonnull,
        Ifnonnull => Ifnull,
        other => other,
    }
}

/// Offsets Opcode::Iload.. by the type of a value: int, long, float, double, reference.
fn by_type(t: VType) -> u8 {
    match t {
        VType::Int | VType::Top => 0,
        VType::Long => 1,
        VType::Float => 2,
        VType::Double => 3,
        _ => 4,
    }
}

fn opcode(byte: u8) -> Opcode {
    Opcode::from_u8(byte).expect("computed from the table of bytecodes")
}

impl<'a> Code<'a> {
    /// Empty code; `fat`: all jumps are wide.
    pub fn new(pool: &'a mut Pool, fat: bool) -> Code<'a> {
        Code {
            pool,
            bytes: Vec::with_capacity(64),
            stack: Vec::new(),
            depth: 0,
            max_stack: 0,
            slots: Vec::new(),
            next_reg: 0,
            max_locals: 0,
            defined: Bits::default(),
            alive: true,
            pending: Vec::new(),
            frame_pending: false,
            frames: Vec::new(),
            initial: Vec::new(),
            lines: Vec::new(),
            pending_line: 0,
            handlers: Vec::new(),
            fat,
            needs_fat: false,
            fixed: u32::MAX,
            ranges: Vec::new(),
        }
    }

    /// The parameters are there: remembers the method's initial frame.
    pub fn start(&mut self) {
        self.initial = self.local_types();
    }

    /// Offset of the next instruction; it stays that.
    pub fn pc(&mut self) -> u32 {
        self.resolve_pending();
        self.fixed = self.bytes.len() as u32;
        self.fixed
    }

    /// Offset of the next instruction.
    pub fn here(&self) -> u32 {
        self.bytes.len() as u32
    }

    /// Whether control can arrive here.
    pub fn is_alive(&self) -> bool {
        self.alive || !self.pending.is_empty()
    }

    // ---- state ----

    /// A copy of the state.
    pub fn state(&self) -> State {
        State { stack: self.stack.clone(), defined: self.defined.clone() }
    }

    fn set_state(&mut self, state: State) {
        self.depth = state.stack.iter().map(|t| t.width()).sum();
        self.max_stack = self.max_stack.max(self.depth);
        self.stack = state.stack;
        self.defined = state.defined;
        self.defined.truncate(self.next_reg);
        self.sync_ranges();
    }

    /// Continues in `state` (merged with what falls through) at a place that is entered otherwise than by a chain: handler, case.
    pub fn enter(&mut self, state: &State, extra: Option<VType>) -> u32 {
        let pc = self.pc();
        if self.is_alive() {
            self.defined.intersect(&state.defined);
            self.sync_ranges();
        } else {
            let mut state = state.clone();
            state.stack.extend(extra);
            self.set_state(state);
            self.alive = true;
        }
        self.frame_pending = true;
        pc
    }

    /// A place that may be jumped back to.
    pub fn entry_point(&mut self) -> u32 {
        let pc = self.pc();
        self.frame_pending = true;
        pc
    }

    /// Number of values on the stack.
    pub fn stack_len(&self) -> usize {
        self.stack.len()
    }

    /// The top of the stack.
    pub fn top(&self) -> VType {
        self.stack.last().copied().unwrap_or(VType::Top)
    }

    /// The value on top is of a wider type.
    pub fn set_top(&mut self, t: VType) {
        if self.is_alive()
            && let Some(top) = self.stack.last_mut()
        {
            *top = t;
        }
    }

    fn push(&mut self, t: VType) {
        self.stack.push(t);
        self.depth += t.width();
        self.max_stack = self.max_stack.max(self.depth);
    }

    fn pop(&mut self) -> VType {
        let t = self.stack.pop().unwrap_or(VType::Top);
        self.depth = self.depth.saturating_sub(t.width());
        t
    }

    fn pop_n(&mut self, n: usize) {
        for _ in 0..n {
            self.pop();
        }
    }

    // ---- registers ----

    /// Takes a register for a value; without a value yet.
    pub fn new_local(&mut self, ty: VType, var: Option<VarId>) -> u32 {
        let reg = self.next_reg;
        self.next_reg += ty.width();
        self.max_locals = self.max_locals.max(self.next_reg);
        if self.slots.len() < self.next_reg as usize {
            self.slots.resize(self.next_reg as usize, FREE);
        }
        self.slots[reg as usize] = Slot { ty, var, start: None };
        if ty.width() == 2 {
            self.slots[reg as usize + 1] = FREE;
        }
        reg
    }

    /// Registers used so far are not used again until the scope ends.
    pub fn new_segment(&mut self) {
        for slot in self.slots.iter_mut().skip(self.next_reg as usize) {
            *slot = FREE;
        }
        self.next_reg = self.max_locals;
    }

    /// The register has a value from here on.
    pub fn define(&mut self, reg: u32) {
        if self.is_alive() {
            self.defined.add(reg);
            let here = self.here();
            let slot = &mut self.slots[reg as usize];
            if slot.start.is_none() {
                slot.start = Some(here);
            }
        }
    }

    fn close_range(&mut self, reg: u32) {
        let end = self.here();
        let slot = &mut self.slots[reg as usize];
        if let (Some(start), Some(var)) = (slot.start.take(), slot.var)
            && start < end
        {
            self.ranges.push(VarRange { var, start, end, reg });
        }
    }

    fn sync_ranges(&mut self) {
        let here = self.here();
        for reg in 0..self.next_reg {
            let slot = &mut self.slots[reg as usize];
            match (slot.start.is_some(), self.defined.has(reg)) {
                (true, false) => self.close_range(reg),
                (false, true) => slot.start = Some(here),
                _ => {}
            }
        }
    }

    /// The code ends at `end` again: ranges of variables reach no further.
    fn retract_ranges(&mut self, end: u32) {
        let from = self.ranges.iter().rposition(|r| r.end <= end).map_or(0, |i| i + 1);
        for range in &mut self.ranges[from..] {
            range.end = end;
        }
        self.ranges.retain(|r| r.start < r.end);
        for slot in &mut self.slots {
            slot.start = slot.start.map(|start| start.min(end));
        }
    }

    /// Frees the registers from `limit` on.
    pub fn end_scope(&mut self, limit: u32) {
        for reg in limit..self.next_reg {
            self.close_range(reg);
            self.slots[reg as usize] = FREE;
        }
        self.defined.truncate(limit);
        self.next_reg = limit;
    }

    /// The object that was uninitialised is initialised now.
    fn initialise(&mut self, from: VType, to: VType) {
        for t in self.stack.iter_mut().chain(self.slots.iter_mut().map(|s| &mut s.ty)) {
            if *t == from {
                *t = to;
            }
        }
    }

    // ---- frames and lines ----

    fn local_types(&self) -> Vec<VType> {
        let mut types = Vec::new();
        let mut used = 0;
        let mut reg = 0;
        while reg < self.next_reg {
            let slot = self.slots[reg as usize];
            if self.defined.has(reg) {
                types.push(slot.ty);
                used = types.len();
                reg += slot.ty.width();
            } else {
                types.push(VType::Top);
                reg += 1;
            }
        }
        types.truncate(used);
        types
    }

    fn write_frame(&mut self) {
        self.frame_pending = false;
        let pc = self.here();
        if self.frames.last().is_some_and(|f| f.pc == pc) {
            self.frames.pop();
        }
        let frame = FrameAt { pc, locals: self.local_types(), stack: self.stack.clone() };
        self.frames.push(frame);
    }

    /// The next instruction belongs to that line; 0 is none.
    pub fn line(&mut self, line: u32) {
        if line != 0 {
            self.pending_line = line;
        }
    }

    /// Forgets a line that no instruction took.
    pub fn no_line(&mut self) {
        self.pending_line = 0;
    }

    fn mark_line(&mut self) {
        let (line, pc) = (self.pending_line, self.here());
        self.pending_line = 0;
        if self.lines.last().is_some_and(|l| l.0 == pc) {
            self.lines.pop();
        }
        if line <= 0xffff && self.lines.last().is_none_or(|l| l.1 != line) {
            self.lines.push((pc, line));
        }
    }

    /// Writes the pending line's entry for the current place.
    pub fn mark_line_now(&mut self) {
        if self.is_alive() && self.pending_line != 0 {
            self.mark_line();
        }
    }

    // ---- instructions ----

    fn resolve_pending(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let here = self.here();
        for jump in std::mem::take(&mut self.pending) {
            self.patch(jump, here);
        }
        self.alive = true;
        self.fixed = here;
    }

    /// Prepares an instruction; false where control does not arrive.
    fn begin(&mut self) -> bool {
        self.resolve_pending();
        if !self.alive {
            return false;
        }
        if self.pending_line != 0 {
            self.mark_line();
        }
        if self.frame_pending {
            self.write_frame();
        }
        true
    }

    fn u1(&mut self, v: u8) {
        self.bytes.push(v);
    }

    fn u2(&mut self, v: u16) {
        self.bytes.extend(v.to_be_bytes());
    }

    fn u4(&mut self, v: u32) {
        self.bytes.extend(v.to_be_bytes());
    }

    /// An instruction without operands whose stack effect is in the table and pushes no reference.
    pub fn op(&mut self, op: Opcode) {
        if !self.begin() {
            return;
        }
        self.u1(op as u8);
        if let StackEffect::Fixed { pops, pushes } = op.info().effect {
            self.pop_n(pops.len());
            for kind in pushes {
                self.push(match kind {
                    Kind::I => VType::Int,
                    Kind::J => VType::Long,
                    Kind::F => VType::Float,
                    Kind::D => VType::Double,
                    Kind::A | Kind::R => VType::Null,
                });
            }
        }
        if op.ends_block() {
            self.alive = false;
        }
    }

    /// aaload: the element type is not in the bytecode.
    pub fn aaload(&mut self, element: VType) {
        self.op(Opcode::Aaload);
        self.set_top(element);
    }

    /// Loads a register.
    pub fn load(&mut self, reg: u32) {
        if !self.begin() {
            return;
        }
        let ty = self.slots[reg as usize].ty;
        self.access(Opcode::Iload, Opcode::Iload0, ty, reg);
        self.push(ty);
    }

    /// Stores the top of the stack.
    pub fn store(&mut self, reg: u32) {
        if !self.begin() {
            return;
        }
        let ty = self.slots[reg as usize].ty;
        let value = self.pop();
        // An uninitialised object keeps its type.
        if matches!(value, VType::Uninit(_) | VType::UninitThis) {
            self.slots[reg as usize].ty = value;
        }
        self.access(Opcode::Istore, Opcode::Istore0, ty, reg);
        self.define(reg);
    }

    fn access(&mut self, general: Opcode, short: Opcode, ty: VType, reg: u32) {
        if reg < 4 {
            self.u1(short as u8 + 4 * by_type(ty) + reg as u8);
        } else if reg < 256 {
            self.u1(general as u8 + by_type(ty));
            self.u1(reg as u8);
        } else {
            self.u1(Opcode::Wide as u8);
            self.u1(general as u8 + by_type(ty));
            self.u2(reg as u16);
        }
    }

    /// iinc.
    pub fn iinc(&mut self, reg: u32, delta: i32) {
        if !self.begin() {
            return;
        }
        if reg < 256 && i8::try_from(delta).is_ok() {
            self.u1(Opcode::Iinc as u8);
            self.u1(reg as u8);
            self.u1(delta as u8);
        } else {
            self.u1(Opcode::Wide as u8);
            self.u1(Opcode::Iinc as u8);
            self.u2(reg as u16);
            self.u2(delta as u16);
        }
    }

    /// Pushes a constant.
    pub fn constant(&mut self, c: &Const, string: VType) {
        if !self.begin() {
            return;
        }
        let small = |first: Opcode, n: i32| opcode((first as i32 + n) as u8);
        let (short, ty) = match *c {
            Const::Int(v) => {
                match v {
                    -1..=5 => self.u1(small(Opcode::Iconst0, v) as u8),
                    -128..=127 => {
                        self.u1(Opcode::Bipush as u8);
                        self.u1(v as u8);
                    }
                    -32768..=32767 => {
                        self.u1(Opcode::Sipush as u8);
                        self.u2(v as u16);
                    }
                    _ => {
                        let index = self.pool.constant(c);
                        self.ldc_index(index);
                    }
                }
                return self.push(VType::Int);
            }
            Const::Long(v) => (matches!(v, 0 | 1).then(|| small(Opcode::Lconst0, v as i32)), VType::Long),
            Const::Float(v) => {
                let n = [0f32, 1.0, 2.0].iter().position(|c| c.to_bits() == v.to_bits());
                (n.map(|n| small(Opcode::Fconst0, n as i32)), VType::Float)
            }
            Const::Double(v) => {
                let n = [0f64, 1.0].iter().position(|c| c.to_bits() == v.to_bits());
                (n.map(|n| small(Opcode::Dconst0, n as i32)), VType::Double)
            }
            Const::Str(_) => (None, string),
        };
        match short {
            Some(op) => self.u1(op as u8),
            None => {
                let index = self.pool.constant(c);
                if ty.width() == 2 {
                    self.u1(Opcode::Ldc2W as u8);
                    self.u2(index);
                } else {
                    self.ldc_index(index);
                }
            }
        }
        self.push(ty);
    }

    fn ldc_index(&mut self, index: u16) {
        if index < 256 {
            self.u1(Opcode::Ldc as u8);
            self.u1(index as u8);
        } else {
            self.u1(Opcode::LdcW as u8);
            self.u2(index);
        }
    }

    /// ldc of a class.
    pub fn ldc_class(&mut self, name: rvm_syntax::Name, class: VType) {
        if self.begin() {
            let index = self.pool.class(name);
            self.ldc_index(index);
            self.push(class);
        }
    }

    /// aconst_null.
    pub fn null(&mut self) {
        self.op(Opcode::AconstNull);
    }

    /// An instruction with a constant pool index that pops values and pushes one.
    pub fn with_index(
        &mut self,
        op: Opcode,
        index: impl FnOnce(&mut Pool) -> u16,
        pops: usize,
        push: Option<VType>,
    ) {
        if self.begin() {
            let index = index(self.pool);
            self.u1(op as u8);
            self.u2(index);
            self.pop_n(pops);
            push.into_iter().for_each(|t| self.push(t));
        }
    }

    /// invokeinterface; `slots` of the arguments with the receiver.
    pub fn invoke_interface(
        &mut self,
        index: impl FnOnce(&mut Pool) -> u16,
        pops: usize,
        slots: u32,
        push: Option<VType>,
    ) {
        if self.begin() {
            self.with_index(Opcode::Invokeinterface, index, pops, push);
            self.u1(slots as u8);
            self.u1(0);
        }
    }

    /// invokedynamic.
    pub fn invoke_dynamic(&mut self, index: impl FnOnce(&mut Pool) -> u16, pops: usize, push: Option<VType>) {
        if self.begin() {
            self.with_index(Opcode::Invokedynamic, index, pops, push);
            self.u2(0);
        }
    }

    /// new; the value is not initialised.
    pub fn new_object(&mut self, class: rvm_syntax::Name) {
        if self.begin() {
            let pc = self.here();
            self.with_index(Opcode::New, |p| p.class(class), 0, Some(VType::Uninit(pc)));
        }
    }

    /// invokespecial of a constructor on the object below its `args` arguments.
    pub fn invoke_init(&mut self, index: impl FnOnce(&mut Pool) -> u16, args: usize, ty: VType) {
        if self.begin() {
            let object = self.stack.len().checked_sub(args + 1).map_or(VType::Top, |i| self.stack[i]);
            self.with_index(Opcode::Invokespecial, index, args + 1, None);
            self.initialise(object, ty);
        }
    }

    /// newarray of a primitive, by JVMS's type code.
    pub fn newarray(&mut self, code: u8, ty: VType) {
        if self.begin() {
            self.u1(Opcode::Newarray as u8);
            self.u1(code);
            self.pop();
            self.push(ty);
        }
    }

    /// multianewarray.
    pub fn multianewarray(&mut self, class: rvm_syntax::Name, dims: u8) {
        if self.begin() {
            self.with_index(
                Opcode::Multianewarray,
                |p| p.class(class),
                dims as usize,
                Some(VType::Obj(class)),
            );
            self.u1(dims);
        }
    }

    /// Drops the top value.
    pub fn drop_top(&mut self) {
        if self.begin() {
            let op = if self.top().width() == 2 { Opcode::Pop2 } else { Opcode::Pop };
            self.u1(op as u8);
            self.pop();
        }
    }

    /// Duplicates the top value and puts the copy below the `below` values under it.
    pub fn dup_under(&mut self, below: usize) {
        if !self.begin() {
            return;
        }
        let n = self.stack.len();
        let value = self.top();
        let under: u32 = self.stack[n - 1 - below..n - 1].iter().map(|t| t.width()).sum();
        use Opcode::*;
        let op = match (value.width(), under) {
            (1, 0) => Dup,
            (1, 1) => DupX1,
            (1, _) => DupX2,
            (_, 0) => Dup2,
            (_, 1) => Dup2X1,
            _ => Dup2X2,
        };
        self.u1(op as u8);
        self.stack.insert(n - 1 - below, value);
        self.depth += value.width();
        self.max_stack = self.max_stack.max(self.depth);
    }

    /// dup of the top value.
    pub fn dup(&mut self) {
        self.dup_under(0);
    }

    /// dup2 of two single-slot values.
    pub fn dup_pair(&mut self) {
        if self.begin() {
            self.u1(Opcode::Dup2 as u8);
            let n = self.stack.len();
            let (a, b) = (self.stack[n - 2], self.stack[n - 1]);
            self.push(a);
            self.push(b);
        }
    }

    /// The return instruction for a value on the stack.
    pub fn return_value(&mut self) {
        let op = opcode(Opcode::Ireturn as u8 + by_type(self.top()));
        self.op(op);
    }

    // ---- jumps ----

    /// A conditional branch.
    pub fn branch(&mut self, op: Opcode) -> Chain {
        if !self.begin() {
            return Chain::none();
        }
        if let StackEffect::Fixed { pops, .. } = op.info().effect {
            self.pop_n(pops.len());
        }
        let jump = if self.fat {
            self.u1(negate(op) as u8);
            self.u2(8);
            self.u1(Opcode::GotoW as u8);
            self.u4(0);
            self.frame_pending = true;
            self.here() - 5
        } else {
            self.u1(op as u8);
            self.u2(0);
            self.here() - 3
        };
        Chain { jumps: vec![jump], state: Some(self.state()) }
    }

    /// goto. Jumps that arrive here join the chain.
    pub fn goto(&mut self) -> Chain {
        if !self.is_alive() {
            return Chain::none();
        }
        let mut chain = Chain { jumps: std::mem::take(&mut self.pending), state: Some(self.state()) };
        if self.alive {
            self.begin();
            let here = self.here();
            if self.fat {
                self.u1(Opcode::GotoW as u8);
                self.u4(0);
            } else {
                self.u1(Opcode::Goto as u8);
                self.u2(0);
            }
            chain.jumps.push(here);
            self.alive = false;
        } else {
            self.frame_pending = false;
        }
        chain
    }

    fn patch(&mut self, jump: u32, target: u32) {
        let at = jump as usize;
        let offset = i64::from(target) - i64::from(jump);
        if self.bytes[at] == Opcode::GotoW as u8 {
            self.bytes[at + 1..at + 5].copy_from_slice(&(offset as i32).to_be_bytes());
        } else if let Ok(offset) = i16::try_from(offset) {
            self.bytes[at + 1..at + 3].copy_from_slice(&offset.to_be_bytes());
        } else {
            self.needs_fat = true;
        }
    }

    /// The jumps arrive here.
    pub fn bind(&mut self, mut chain: Chain) {
        let Some(state) = chain.state.take() else { return };
        // A goto to the next instruction is taken back.
        let here = self.here();
        if !self.alive
            && !self.fat
            && here >= 3
            && self.fixed != here
            && let Some(i) = chain.jumps.iter().position(|&j| j == here - 3)
            && self.bytes[here as usize - 3] == Opcode::Goto as u8
        {
            chain.jumps.swap_remove(i);
            self.bytes.truncate(here as usize - 3);
            self.retract_ranges(here - 3);
            self.alive = true;
            if self.frames.last().is_some_and(|f| f.pc == here - 3) {
                self.frames.pop();
                self.frame_pending = true;
            }
            if self.pending.is_empty() {
                self.set_state(state);
            } else {
                self.defined.intersect(&state.defined);
                self.sync_ranges();
            }
            if chain.jumps.is_empty() {
                return;
            }
        } else if self.is_alive() {
            self.defined.intersect(&state.defined);
            self.sync_ranges();
        } else {
            self.set_state(state);
        }
        self.pending.extend(chain.jumps);
        self.frame_pending = true;
    }

    /// The jumps go back to `target`.
    pub fn bind_to(&mut self, chain: Chain, target: u32) {
        for jump in chain.jumps {
            self.patch(jump, target);
        }
    }

    /// A switch instruction with all targets open; returns where it is. `keys` must be sorted.
    pub fn switch(&mut self, table: bool, keys: &[i32]) -> Option<u32> {
        if !self.begin() {
            return None;
        }
        let at = self.here();
        self.pop();
        self.u1(if table { Opcode::Tableswitch } else { Opcode::Lookupswitch } as u8);
        while !self.bytes.len().is_multiple_of(4) {
            self.u1(0);
        }
        self.u4(u32::MAX);
        if table {
            let (low, high) = (keys[0], keys[keys.len() - 1]);
            self.u4(low as u32);
            self.u4(high as u32);
            for _ in low..=high {
                self.u4(u32::MAX);
            }
        } else {
            self.u4(keys.len() as u32);
            for &key in keys {
                self.u4(key as u32);
                self.u4(u32::MAX);
            }
        }
        self.alive = false;
        Some(at)
    }

    /// Sets the switch's default target, or (`slot`) that of the n-th key of the table or list.
    pub fn switch_target(&mut self, at: u32, table: bool, slot: Option<u32>, target: u32) {
        let base = at + 4 - at % 4;
        let place = match slot {
            None => base,
            Some(n) if table => base + 12 + 4 * n,
            Some(n) => base + 8 + 8 * n + 4,
        } as usize;
        self.bytes[place..place + 4].copy_from_slice(&(target.wrapping_sub(at)).to_be_bytes());
    }

    /// Sets all targets of a tableswitch that are still open.
    pub fn switch_rest(&mut self, at: u32, keys: u32, target: u32) {
        let base = (at + 4 - at % 4 + 12) as usize;
        for n in 0..keys as usize {
            let place = base + 4 * n;
            if self.bytes[place..place + 4] == [0xff; 4] {
                self.bytes[place..place + 4].copy_from_slice(&(target.wrapping_sub(at)).to_be_bytes());
            }
        }
    }

    /// Adds a row to the exception table, unless it is empty.
    pub fn handler(&mut self, start: u32, end: u32, handler: u32, class: u16) {
        if start < end {
            self.handlers.push(HandlerRow { start, end, handler, class });
        }
    }

    // ---- the end ----

    /// The bytes, the frames of StackMapTable, and the pool again.
    pub fn finish(mut self) -> (Vec<u8>, Vec<Frame>, &'a mut Pool) {
        let mut frames = Vec::new();
        let mut last_pc: Option<u32> = None;
        let mut last = std::mem::take(&mut self.initial);
        let bytes = std::mem::take(&mut self.bytes);
        for frame in std::mem::take(&mut self.frames) {
            if frame.pc as usize >= bytes.len() {
                continue;
            }
            let delta = last_pc.map_or(frame.pc, |p| frame.pc - p - 1) as u16;
            frames.push(self.compress(&last, &frame, delta));
            last_pc = Some(frame.pc);
            last = frame.locals;
        }
        (bytes, frames, self.pool)
    }

    fn compress(&mut self, last: &[VType], frame: &FrameAt, offset_delta: u16) -> Frame {
        let now = &frame.locals[..];
        if let [one] = frame.stack[..]
            && last == now
        {
            return Frame::SameLocals1 { offset_delta, stack: self.pool.vtype(one) };
        }
        if frame.stack.is_empty() {
            if last == now {
                return Frame::Same { offset_delta };
            }
            if now.len() < last.len() && last.len() - now.len() <= 3 && last.starts_with(now) {
                return Frame::Chop { offset_delta, count: (last.len() - now.len()) as u8 };
            }
            if now.len() > last.len() && now.len() - last.len() <= 3 && now.starts_with(last) {
                let locals = now[last.len()..].iter().map(|&t| self.pool.vtype(t)).collect();
                return Frame::Append { offset_delta, locals };
            }
        }
        let locals = now.iter().map(|&t| self.pool.vtype(t)).collect();
        let stack = frame.stack.iter().map(|&t| self.pool.vtype(t)).collect();
        Frame::Full { offset_delta, locals, stack }
    }
}
