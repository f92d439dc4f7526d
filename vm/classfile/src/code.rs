//! Decoding and encoding of instructions (JVMS 6.5).

use crate::error::{FormatError, Result};
use crate::opcode::{Layout, Opcode};

/// A decoded instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instruction<'a> {
    /// Offset in the code array.
    pub pc: u32,
    /// Length in bytes, prefix and padding included.
    pub length: u32,
    /// The opcode; of a `wide` form, the widened one.
    pub opcode: Opcode,
    /// Whether a `wide` prefix preceded it.
    pub wide: bool,
    /// Its operands.
    pub operand: Operand<'a>,
}

impl Instruction<'_> {
    /// Absolute target of a branch offset; `None` when it is negative.
    #[inline]
    pub fn target(&self, offset: i32) -> Option<u32> {
        u32::try_from(i64::from(self.pc) + i64::from(offset)).ok()
    }

    /// Offset of the instruction behind it.
    pub fn next_pc(&self) -> u32 {
        self.pc + self.length
    }

    /// Local variable index, also of the one-byte forms such as `iload_2`.
    pub fn local(&self) -> Option<u16> {
        match self.operand {
            Operand::Local(index) | Operand::Iinc { local: index, .. } => Some(index),
            Operand::None => implicit_local(self.opcode),
            _ => None,
        }
    }

    /// Constant pool index, if it has one.
    pub fn constant(&self) -> Option<u16> {
        match self.operand {
            Operand::Constant(index)
            | Operand::InvokeInterface { index, .. }
            | Operand::InvokeDynamic { index, .. }
            | Operand::MultiNewArray { index, .. } => Some(index),
            _ => None,
        }
    }
}

fn implicit_local(opcode: Opcode) -> Option<u16> {
    let byte = opcode as u8;
    if (Opcode::Iload0 as u8..=Opcode::Aload3 as u8).contains(&byte) {
        Some(u16::from(byte - Opcode::Iload0 as u8) & 3)
    } else if (Opcode::Istore0 as u8..=Opcode::Astore3 as u8).contains(&byte) {
        Some(u16::from(byte - Opcode::Istore0 as u8) & 3)
    } else {
        None
    }
}

/// Operands by layout. Branches hold the offset as written, relative to the instruction's pc.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Operand<'a> {
    None,
    /// bipush, sipush.
    Immediate(i16),
    Local(u16),
    Constant(u16),
    Branch(i32),
    Iinc {
        local: u16,
        delta: i16,
    },
    TableSwitch(TableSwitch<'a>),
    LookupSwitch(LookupSwitch<'a>),
    InvokeInterface {
        index: u16,
        count: u8,
        zero: u8,
    },
    InvokeDynamic {
        index: u16,
        zero: u16,
    },
    MultiNewArray {
        index: u16,
        dimensions: u8,
    },
    ArrayType(u8),
}

/// Operands of `tableswitch`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableSwitch<'a> {
    /// Offset taken when no entry matches.
    pub default: i32,
    /// Smallest key.
    pub low: i32,
    /// Greatest key, not less than `low`.
    pub high: i32,
    offsets: &'a [u8],
}

impl TableSwitch<'_> {
    /// Offsets of `low`, `low + 1`, ... `high`.
    pub fn offsets(&self) -> impl ExactSizeIterator<Item = i32> + '_ {
        self.offsets.chunks_exact(4).map(|c| i32_at(c, 0))
    }
}

/// Operands of `lookupswitch`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LookupSwitch<'a> {
    /// Offset taken when no pair matches.
    pub default: i32,
    pairs: &'a [u8],
}

impl LookupSwitch<'_> {
    /// (match, offset) pairs as written.
    pub fn pairs(&self) -> impl ExactSizeIterator<Item = (i32, i32)> + '_ {
        self.pairs.chunks_exact(8).map(|c| (i32_at(c, 0), i32_at(c, 4)))
    }
}

fn i32_at(bytes: &[u8], at: usize) -> i32 {
    i32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// Decodes the instruction at `pc`. Checks only that it is whole: indices and targets are not looked at.
pub fn decode(code: &[u8], pc: u32) -> Result<Instruction<'_>> {
    let at = pc as usize;
    let truncated = FormatError::TruncatedCode { pc };
    let u1 = |i: usize| code.get(at + i).copied().ok_or(FormatError::TruncatedCode { pc });
    let u2 = |i: usize| Ok::<u16, FormatError>(u16::from_be_bytes([u1(i)?, u1(i + 1)?]));
    let i4 = |i: usize| match code.get(at + i..at + i + 4) {
        Some(bytes) => Ok(i32_at(bytes, 0)),
        None => Err(FormatError::TruncatedCode { pc }),
    };
    let byte = u1(0)?;
    let mut opcode = Opcode::from_u8(byte).ok_or(FormatError::BadOpcode { pc, opcode: byte })?;
    let mut wide = false;
    let (operand, length) = match opcode.info().layout {
        Layout::None => (Operand::None, 1),
        Layout::I8 => (Operand::Immediate(i16::from(u1(1)? as i8)), 2),
        Layout::I16 => (Operand::Immediate(u2(1)? as i16), 3),
        Layout::Local => (Operand::Local(u16::from(u1(1)?)), 2),
        Layout::Cp8 => (Operand::Constant(u16::from(u1(1)?)), 2),
        Layout::Cp16 => (Operand::Constant(u2(1)?), 3),
        Layout::Branch16 => (Operand::Branch(i32::from(u2(1)? as i16)), 3),
        Layout::Branch32 => (Operand::Branch(i4(1)?), 5),
        Layout::Iinc => (Operand::Iinc { local: u16::from(u1(1)?), delta: i16::from(u1(2)? as i8) }, 3),
        Layout::InvokeInterface => {
            (Operand::InvokeInterface { index: u2(1)?, count: u1(3)?, zero: u1(4)? }, 5)
        }
        Layout::InvokeDynamic => (Operand::InvokeDynamic { index: u2(1)?, zero: u2(3)? }, 5),
        Layout::MultiNewArray => (Operand::MultiNewArray { index: u2(1)?, dimensions: u1(3)? }, 4),
        Layout::ArrayType => (Operand::ArrayType(u1(1)?), 2),
        Layout::Wide => {
            let byte = u1(1)?;
            opcode = match Opcode::from_u8(byte) {
                Some(widened) if widened.can_be_wide() => widened,
                _ => return Err(FormatError::BadOperand { pc, what: "opcode cannot be wide" }),
            };
            wide = true;
            if opcode == Opcode::Iinc {
                (Operand::Iinc { local: u2(2)?, delta: u2(4)? as i16 }, 6)
            } else {
                (Operand::Local(u2(2)?), 4)
            }
        }
        Layout::TableSwitch => {
            let body = 1 + padding(pc);
            let (default, low, high) = (i4(body)?, i4(body + 4)?, i4(body + 8)?);
            if low > high {
                return Err(FormatError::BadOperand { pc, what: "low above high in tableswitch" });
            }
            let count = (i64::from(high) - i64::from(low) + 1) as usize;
            let start = at + body + 12;
            let end = start + count * 4;
            let offsets = code.get(start..end).ok_or(truncated)?;
            (Operand::TableSwitch(TableSwitch { default, low, high, offsets }), end - at)
        }
        Layout::LookupSwitch => {
            let body = 1 + padding(pc);
            let (default, count) = (i4(body)?, i4(body + 4)?);
            let Ok(count) = usize::try_from(count) else {
                return Err(FormatError::BadOperand { pc, what: "negative count in lookupswitch" });
            };
            let start = at + body + 8;
            let end = start + count * 8;
            let pairs = code.get(start..end).ok_or(truncated)?;
            (Operand::LookupSwitch(LookupSwitch { default, pairs }), end - at)
        }
    };
    Ok(Instruction { pc, length: length as u32, opcode, wide, operand })
}

/// Padding bytes behind the opcode of a switch at `pc` (JVMS 6.5.tableswitch).
pub fn padding(pc: u32) -> usize {
    (3 - pc % 4) as usize
}

/// Iterates over a code array. After an error it ends.
#[derive(Clone, Debug)]
pub struct Instructions<'a> {
    code: &'a [u8],
    pc: u32,
}

impl<'a> Instructions<'a> {
    /// From the first instruction.
    pub fn new(code: &'a [u8]) -> Self {
        Instructions { code, pc: 0 }
    }
}

impl<'a> Iterator for Instructions<'a> {
    type Item = Result<Instruction<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.pc as usize >= self.code.len() {
            return None;
        }
        let decoded = decode(self.code, self.pc);
        self.pc = match &decoded {
            Ok(instruction) => instruction.next_pc(),
            Err(_) => self.code.len() as u32,
        };
        Some(decoded)
    }
}

/// Appends an instruction to `out`, whose length is its pc. The `wide` prefix is written when the operands need it.
/// Operands that do not suit the opcode's layout are `BadOperand`; switches have functions of their own.
pub fn encode(out: &mut Vec<u8>, opcode: Opcode, operand: Operand<'_>) -> Result<()> {
    let pc = out.len() as u32;
    let bad = |what| Err(FormatError::BadOperand { pc, what });
    let op = opcode as u8;
    match (opcode.info().layout, operand) {
        (Layout::None, Operand::None) => out.push(op),
        (Layout::I8, Operand::Immediate(value)) => match i8::try_from(value) {
            Ok(value) => out.extend([op, value as u8]),
            Err(_) => return bad("immediate out of range"),
        },
        (Layout::I16, Operand::Immediate(value)) => push_u2(out, op, value as u16),
        (Layout::Local, Operand::Local(index)) => match u8::try_from(index) {
            Ok(index) => out.extend([op, index]),
            Err(_) => {
                out.push(Opcode::Wide as u8);
                push_u2(out, op, index);
            }
        },
        (Layout::Cp8, Operand::Constant(index)) => match u8::try_from(index) {
            Ok(index) => out.extend([op, index]),
            Err(_) => return bad("constant index above 255"),
        },
        (Layout::Cp16, Operand::Constant(index)) => push_u2(out, op, index),
        (Layout::Branch16, Operand::Branch(offset)) => match i16::try_from(offset) {
            Ok(offset) => push_u2(out, op, offset as u16),
            Err(_) => return bad("branch offset out of range"),
        },
        (Layout::Branch32, Operand::Branch(offset)) => {
            out.push(op);
            out.extend(offset.to_be_bytes());
        }
        (Layout::Iinc, Operand::Iinc { local, delta }) => match (u8::try_from(local), i8::try_from(delta)) {
            (Ok(local), Ok(delta)) => out.extend([op, local, delta as u8]),
            _ => {
                out.push(Opcode::Wide as u8);
                push_u2(out, op, local);
                out.extend(delta.to_be_bytes());
            }
        },
        (Layout::InvokeInterface, Operand::InvokeInterface { index, count, zero }) => {
            push_u2(out, op, index);
            out.extend([count, zero]);
        }
        (Layout::InvokeDynamic, Operand::InvokeDynamic { index, zero }) => {
            push_u2(out, op, index);
            out.extend(zero.to_be_bytes());
        }
        (Layout::MultiNewArray, Operand::MultiNewArray { index, dimensions }) => {
            push_u2(out, op, index);
            out.push(dimensions);
        }
        (Layout::ArrayType, Operand::ArrayType(code)) => out.extend([op, code]),
        (Layout::TableSwitch, Operand::TableSwitch(switch)) => {
            encode_tableswitch(out, switch.default, switch.low, switch.offsets());
        }
        (Layout::LookupSwitch, Operand::LookupSwitch(switch)) => {
            encode_lookupswitch(out, switch.default, switch.pairs());
        }
        _ => return bad("operand does not suit the opcode"),
    }
    Ok(())
}

/// Appends a `tableswitch`; offsets are relative to its pc, which is `out.len()`.
pub fn encode_tableswitch(
    out: &mut Vec<u8>,
    default: i32,
    low: i32,
    offsets: impl ExactSizeIterator<Item = i32>,
) {
    pad_switch(out, Opcode::Tableswitch);
    let high = low.wrapping_add(offsets.len() as i32).wrapping_sub(1);
    for value in [default, low, high] {
        out.extend(value.to_be_bytes());
    }
    offsets.for_each(|offset| out.extend(offset.to_be_bytes()));
}

/// Appends a `lookupswitch`; offsets are relative to its pc, which is `out.len()`. Pairs must come sorted.
pub fn encode_lookupswitch(
    out: &mut Vec<u8>,
    default: i32,
    pairs: impl ExactSizeIterator<Item = (i32, i32)>,
) {
    pad_switch(out, Opcode::Lookupswitch);
    out.extend(default.to_be_bytes());
    out.extend((pairs.len() as i32).to_be_bytes());
    for (key, offset) in pairs {
        out.extend(key.to_be_bytes());
        out.extend(offset.to_be_bytes());
    }
}

fn pad_switch(out: &mut Vec<u8>, opcode: Opcode) {
    let pc = out.len() as u32;
    out.push(opcode as u8);
    out.extend(std::iter::repeat_n(0, padding(pc)));
}

fn push_u2(out: &mut Vec<u8>, op: u8, value: u16) {
    let [high, low] = value.to_be_bytes();
    out.extend([op, high, low]);
}
