//! The abstract operand stack: values that wait in locals or as constants until an instruction uses them.

use super::Translator;
use crate::interpreter::opcode::Op;
use rvm_classfile::opcode::{Kind, Opcode};

/// Where a stack entry's value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Value {
    /// In a register: a local's, the entry's own, or that of a lower entry which is in place.
    Reg(u16),
    /// A constant, as a register would hold it.
    Const(u64),
}

/// An entry of the abstract stack; longs and doubles are one entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Entry {
    pub value: Value,
    pub kind: Kind,
}

/// Where a result goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Dest {
    /// On the stack.
    Slot(u16),
    /// Into a local: the store that follows was swallowed.
    Local(u16),
}

impl Dest {
    pub fn reg(self) -> u16 {
        match self {
            Dest::Slot(r) | Dest::Local(r) => r,
        }
    }
}

impl Translator<'_> {
    /// The register of stack position `position`.
    pub(super) fn slot(&self, position: usize) -> u16 {
        self.stack_base + position as u16
    }

    pub(super) fn push(&mut self, value: Value, kind: Kind) {
        let entry = Entry { value, kind };
        if self.sp < self.entries.len() {
            self.entries[self.sp] = entry;
        } else {
            self.entries.push(entry);
        }
        self.sp += 1;
        self.deepest = self.deepest.max(self.sp);
    }

    pub(super) fn push_const(&mut self, word: u64, kind: Kind) {
        self.push(Value::Const(word), kind);
    }

    /// Takes the top entry. `None` cannot happen in verified code; it ends the translation with an error.
    pub(super) fn pop(&mut self) -> Entry {
        if self.sp == 0 {
            self.broken = true;
            return Entry { value: Value::Const(0), kind: Kind::I };
        }
        self.sp -= 1;
        self.entries[self.sp]
    }

    /// Takes the top entry into a register.
    pub(super) fn pop_reg(&mut self) -> u16 {
        let entry = self.pop();
        self.in_register(entry)
    }

    /// A register that holds the value of the entry just taken from position `sp`.
    pub(super) fn in_register(&mut self, entry: Entry) -> u16 {
        match entry.value {
            Value::Reg(r) => r,
            Value::Const(word) => {
                let slot = self.slot(self.sp);
                self.deepest = self.deepest.max(self.sp + 1);
                self.emit_const(slot, word);
                slot
            }
        }
    }

    /// Moves the value at `position` into its own register.
    pub(super) fn materialise(&mut self, position: usize) {
        let slot = self.slot(position);
        match self.entries[position].value {
            Value::Reg(r) if r == slot => return,
            Value::Reg(r) => self.emit(Op::Mov, slot, r, 0),
            Value::Const(word) => self.emit_const(slot, word),
        }
        self.entries[position].value = Value::Reg(slot);
    }

    /// Moves the values from `from` up into their own registers, several with one instruction.
    pub(super) fn materialise_from(&mut self, from: usize) {
        let mut position = from;
        while position < self.sp {
            let mut sources = [0u16; 4];
            let mut count = 0;
            while count < 4 && position + count < self.sp {
                match self.entries[position + count].value {
                    // A source that is one of this group's targets must have been written before.
                    Value::Reg(r)
                        if r != self.slot(position + count)
                            && !(self.slot(position)..self.slot(position + count)).contains(&r) =>
                    {
                        sources[count] = r;
                    }
                    _ => break,
                }
                count += 1;
            }
            let slot = self.slot(position);
            match count {
                0 | 1 => {
                    self.materialise(position);
                    position += 1;
                    continue;
                }
                2 => self.emit(Op::Mov2, slot, sources[0], sources[1]),
                3 => self.emit_words(Op::Mov3, slot, sources[0], sources[1], &[u64::from(sources[2]) << 16]),
                _ => {
                    let more = u64::from(sources[2]) << 16 | u64::from(sources[3]) << 32;
                    self.emit_words(Op::Mov4, slot, sources[0], sources[1], &[more]);
                }
            }
            for index in position..position + count {
                self.entries[index].value = Value::Reg(self.slot(index));
            }
            position += count;
        }
    }

    /// Puts every entry into its own register: the form all blocks agree on.
    pub(super) fn flush(&mut self) {
        self.materialise_from(0);
    }

    /// Before local register `r` changes: entries that wait in it are moved away.
    pub(super) fn release_local(&mut self, r: u16) {
        for position in 0..self.sp {
            if self.entries[position].value == Value::Reg(r) {
                self.materialise(position);
            }
        }
    }

    /// Where the result of the instruction about to be emitted goes: straight to a local if the next bytecode stores it.
    /// Operands have been taken from the stack.
    pub(super) fn dest(&mut self, kind: Kind) -> Dest {
        if let Some((local, next)) = self.store_follows(kind) {
            let r = self.local(local, kind);
            self.release_local(r);
            self.next = next;
            self.note_store(local, kind);
            return Dest::Local(r);
        }
        self.deepest = self.deepest.max(self.sp + 1);
        Dest::Slot(self.slot(self.sp))
    }

    pub(super) fn push_dest(&mut self, dest: Dest, kind: Kind) {
        if let Dest::Slot(r) = dest {
            self.push(Value::Reg(r), kind);
        }
    }

    /// Takes the top `count` entries and pushes the ones `order` names (0 is the deepest taken).
    pub(super) fn shuffle(&mut self, count: usize, order: &[usize]) {
        if self.sp < count {
            self.broken = true;
            return;
        }
        let base = self.sp - count;
        let taken: Vec<Entry> = self.entries[base..self.sp].to_vec();
        let floor = self.slot(base);
        self.sp = base;
        let mut moves: Vec<(u16, u16)> = Vec::new();
        let mut new = Vec::with_capacity(order.len());
        for (index, &from) in order.iter().enumerate() {
            let mut entry = taken[from];
            if let Value::Reg(r) = entry.value
                && r >= floor
            {
                // The first copy moves to its own register, further ones share it.
                let target = match moves.iter().find(|m| m.1 == r) {
                    Some(done) => done.0,
                    None => {
                        let target = self.slot(base + index);
                        moves.push((target, r));
                        target
                    }
                };
                entry.value = Value::Reg(target);
            }
            new.push(entry);
        }
        for entry in new {
            self.push(entry.value, entry.kind);
        }
        self.parallel_move(moves);
    }

    fn parallel_move(&mut self, mut moves: Vec<(u16, u16)>) {
        moves.retain(|m| m.0 != m.1);
        while !moves.is_empty() {
            let free = moves.iter().position(|m| !moves.iter().any(|o| o.1 == m.0));
            match free {
                Some(index) => {
                    let (target, source) = moves.swap_remove(index);
                    self.emit(Op::Mov, target, source, 0);
                }
                None => {
                    let source = moves[0].1;
                    self.emit(Op::Mov, self.temp, source, 0);
                    moves[0].1 = self.temp;
                }
            }
        }
    }
}

/// What the bytecodes that move stack entries about do: how many entries they take, and which of those, by position from the
/// deepest, they put back. `wide` tells whether the entry at a depth is a long or double.
pub fn shuffle(opcode: Opcode, wide: impl Fn(usize) -> bool) -> Option<(usize, &'static [usize])> {
    Some(match opcode {
        Opcode::Pop => (1, &[]),
        Opcode::Pop2 if wide(0) => (1, &[]),
        Opcode::Pop2 => (2, &[]),
        Opcode::Dup => (1, &[0, 0]),
        Opcode::Swap => (2, &[1, 0]),
        Opcode::DupX1 => (2, &[1, 0, 1]),
        Opcode::DupX2 if wide(1) => (2, &[1, 0, 1]),
        Opcode::DupX2 => (3, &[2, 0, 1, 2]),
        Opcode::Dup2 if wide(0) => (1, &[0, 0]),
        Opcode::Dup2 => (2, &[0, 1, 0, 1]),
        Opcode::Dup2X1 if wide(0) => (2, &[1, 0, 1]),
        Opcode::Dup2X1 => (3, &[1, 2, 0, 1, 2]),
        Opcode::Dup2X2 => match (wide(0), wide(1), wide(2)) {
            (true, true, _) => (2, &[1, 0, 1]),
            (true, false, _) => (3, &[2, 0, 1, 2]),
            (false, _, true) => (3, &[1, 2, 0, 1, 2]),
            _ => (4, &[2, 3, 0, 1, 2, 3]),
        },
        _ => return None,
    })
}
