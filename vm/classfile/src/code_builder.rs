//! A small emitter for classes that the VM makes itself: instructions, constants, labels with frames given by
//! the caller. The operand stack's depth is counted along.

use crate::attribute::{Attribute, Code, Frame, Handler};
use crate::class::Attributes;
use crate::code::{Operand, encode};
use crate::descriptor::{self, FieldType};
use crate::error::{FormatError, Result};
use crate::opcode::{Kind, Opcode, StackEffect};
use crate::writer::ConstantPoolBuilder;
use std::borrow::Cow;

/// A place to branch to, made by `CodeBuilder::label`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Label(usize);

/// Emits one method's code.
#[derive(Clone, Debug, Default)]
pub struct CodeBuilder {
    code: Vec<u8>,
    labels: Vec<Option<u32>>,
    /// (pc of the branch instruction, label).
    branches: Vec<(u32, Label)>,
    frames: Vec<(u32, Frame)>,
    handlers: Vec<(Label, Label, Label, u16)>,
    depth: usize,
    max_stack: usize,
    max_locals: usize,
    error: Option<FormatError>,
}

impl CodeBuilder {
    /// Empty code of a method whose parameters, `this` included, take `parameter_slots`.
    pub fn new(parameter_slots: usize) -> Self {
        CodeBuilder { max_locals: parameter_slots, ..Default::default() }
    }

    /// pc of the next instruction.
    pub fn pc(&self) -> u32 {
        self.code.len() as u32
    }

    /// Stack slots in use here.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// Sets the stack slots in use, as needed behind `goto` and at handlers.
    pub fn set_depth(&mut self, slots: usize) {
        self.depth = slots;
        self.max_stack = self.max_stack.max(slots);
    }

    fn effect(&mut self, pops: usize, pushes: usize) {
        self.depth = self.depth.saturating_sub(pops);
        self.set_depth(self.depth + pushes);
    }

    fn emit(&mut self, opcode: Opcode, operand: Operand<'_>) {
        if let Err(error) = encode(&mut self.code, opcode, operand) {
            self.error.get_or_insert(error);
        }
    }

    /// An instruction without operands.
    pub fn op(&mut self, opcode: Opcode) -> &mut Self {
        self.emit(opcode, Operand::None);
        let (pops, pushes) = match opcode.info().effect {
            StackEffect::Fixed { pops, pushes } => (slots(pops), slots(pushes)),
            StackEffect::Special => match opcode {
                Opcode::Pop => (1, 0),
                Opcode::Pop2 => (2, 0),
                Opcode::Dup => (1, 2),
                Opcode::DupX1 => (2, 3),
                Opcode::DupX2 => (3, 4),
                Opcode::Dup2 => (2, 4),
                Opcode::Dup2X1 => (3, 5),
                Opcode::Dup2X2 => (4, 6),
                Opcode::Swap => (2, 2),
                // astore_n
                _ => (1, 0),
            },
        };
        self.effect(pops, pushes);
        self
    }

    /// Pushes an int in the shortest way.
    pub fn int(&mut self, value: i32, cp: &mut ConstantPoolBuilder) -> &mut Self {
        match value {
            -1..=5 => {
                let opcode = Opcode::ALL[(Opcode::Iconst0 as i32 + value) as usize];
                return self.op(opcode);
            }
            -128..=127 => self.emit(Opcode::Bipush, Operand::Immediate(value as i16)),
            -32768..=32767 => self.emit(Opcode::Sipush, Operand::Immediate(value as i16)),
            _ => {
                let index = cp.integer(value);
                return self.ldc(index, Kind::I);
            }
        }
        self.effect(0, 1);
        self
    }

    /// ldc, ldc_w or ldc2_w of a constant that pushes `kind`.
    pub fn ldc(&mut self, index: u16, kind: Kind) -> &mut Self {
        let opcode = match (kind.slots(), index) {
            (2, _) => Opcode::Ldc2W,
            (_, 0..=255) => Opcode::Ldc,
            _ => Opcode::LdcW,
        };
        self.emit(opcode, Operand::Constant(index));
        self.effect(0, kind.slots());
        self
    }

    /// Loads a local variable.
    pub fn load(&mut self, kind: Kind, local: u16) -> &mut Self {
        let base = match kind {
            Kind::I => Opcode::Iload,
            Kind::J => Opcode::Lload,
            Kind::F => Opcode::Fload,
            Kind::D => Opcode::Dload,
            Kind::A | Kind::R => Opcode::Aload,
        };
        self.local_access(base, Opcode::Iload, Opcode::Iload0, local);
        self.max_locals = self.max_locals.max(local as usize + kind.slots());
        self.effect(0, kind.slots());
        self
    }

    /// Stores into a local variable.
    pub fn store(&mut self, kind: Kind, local: u16) -> &mut Self {
        let base = match kind {
            Kind::I => Opcode::Istore,
            Kind::J => Opcode::Lstore,
            Kind::F => Opcode::Fstore,
            Kind::D => Opcode::Dstore,
            Kind::A | Kind::R => Opcode::Astore,
        };
        self.local_access(base, Opcode::Istore, Opcode::Istore0, local);
        self.max_locals = self.max_locals.max(local as usize + kind.slots());
        self.effect(kind.slots(), 0);
        self
    }

    fn local_access(&mut self, base: Opcode, first: Opcode, short: Opcode, local: u16) {
        if local < 4 {
            let row = base as usize - first as usize;
            self.emit(Opcode::ALL[short as usize + row * 4 + local as usize], Operand::None);
        } else {
            self.emit(base, Operand::Local(local));
        }
    }

    /// Loads all parameters of a descriptor, the first from `local` on; gives the slot behind them.
    pub fn load_parameters(&mut self, descriptor: &[u8], mut local: u16) -> Result<u16> {
        for parameter in descriptor::parts(descriptor)? {
            let kind = parameter?.kind();
            self.load(kind, local);
            local += kind.slots() as u16;
        }
        Ok(local)
    }

    /// The return instruction for a kind, `None` for void.
    pub fn ret(&mut self, kind: Option<Kind>) -> &mut Self {
        self.op(match kind {
            None => Opcode::Return,
            Some(Kind::I) => Opcode::Ireturn,
            Some(Kind::J) => Opcode::Lreturn,
            Some(Kind::F) => Opcode::Freturn,
            Some(Kind::D) => Opcode::Dreturn,
            Some(Kind::A | Kind::R) => Opcode::Areturn,
        })
    }

    /// An instruction with a Class constant: new, anewarray, checkcast, instanceof.
    pub fn class_op(&mut self, opcode: Opcode, index: u16) -> &mut Self {
        self.emit(opcode, Operand::Constant(index));
        self.fixed(opcode);
        self
    }

    /// newarray.
    pub fn newarray(&mut self, element: descriptor::Primitive) -> &mut Self {
        self.emit(Opcode::Newarray, Operand::ArrayType(element.array_type()));
        self.effect(1, 1);
        self
    }

    fn fixed(&mut self, opcode: Opcode) {
        if let StackEffect::Fixed { pops, pushes } = opcode.info().effect {
            self.effect(slots(pops), slots(pushes));
        }
    }

    /// getstatic, putstatic, getfield, putfield.
    pub fn field(
        &mut self,
        opcode: Opcode,
        class: &str,
        name: &str,
        descriptor: &str,
        cp: &mut ConstantPoolBuilder,
    ) -> &mut Self {
        let index = cp.field_ref(class, name, descriptor);
        self.emit(opcode, Operand::Constant(index));
        match FieldType::parse(descriptor.as_bytes()) {
            Ok(field) => {
                let size = field.slots();
                match opcode {
                    Opcode::Getstatic => self.effect(0, size),
                    Opcode::Putstatic => self.effect(size, 0),
                    Opcode::Getfield => self.effect(1, size),
                    _ => self.effect(1 + size, 0),
                }
            }
            Err(error) => _ = self.error.get_or_insert(error),
        }
        self
    }

    /// invokevirtual, invokespecial, invokestatic, invokeinterface. `interface`: whether `class` is one.
    pub fn invoke(
        &mut self,
        opcode: Opcode,
        class: &str,
        name: &str,
        descriptor: &str,
        interface: bool,
        cp: &mut ConstantPoolBuilder,
    ) -> &mut Self {
        let index = if interface {
            cp.interface_method_ref(class, name, descriptor)
        } else {
            cp.method_ref(class, name, descriptor)
        };
        let Some((arguments, result)) = self.shape(descriptor) else { return self };
        let pops = arguments + usize::from(opcode != Opcode::Invokestatic);
        if opcode == Opcode::Invokeinterface {
            self.emit(opcode, Operand::InvokeInterface { index, count: pops as u8, zero: 0 });
        } else {
            self.emit(opcode, Operand::Constant(index));
        }
        self.effect(pops, result);
        self
    }

    /// invokedynamic with the index of its constant.
    pub fn invokedynamic(&mut self, index: u16, descriptor: &str) -> &mut Self {
        let Some((arguments, result)) = self.shape(descriptor) else { return self };
        self.emit(Opcode::Invokedynamic, Operand::InvokeDynamic { index, zero: 0 });
        self.effect(arguments, result);
        self
    }

    fn shape(&mut self, descriptor: &str) -> Option<(usize, usize)> {
        match descriptor::MethodDescriptor::parse(descriptor.as_bytes()) {
            Ok(d) => Some((d.argument_slots(), d.result.map_or(0, FieldType::slots))),
            Err(error) => {
                self.error.get_or_insert(error);
                None
            }
        }
    }

    /// A label not yet placed.
    pub fn label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() - 1)
    }

    /// Places a label here, with the frame that the verifier needs if a branch or handler leads to it. Frames must
    /// be given in code order; their `offset_delta` is filled in.
    pub fn place(&mut self, label: Label, frame: Option<Frame>) -> &mut Self {
        let pc = self.pc();
        self.labels[label.0] = Some(pc);
        if let Some(frame) = frame {
            self.frames.push((pc, frame));
        }
        self
    }

    /// A branch with a 16-bit offset: if*, goto.
    pub fn branch(&mut self, opcode: Opcode, label: Label) -> &mut Self {
        self.branches.push((self.pc(), label));
        self.emit(opcode, Operand::Branch(0));
        self.fixed(opcode);
        self
    }

    /// An exception handler; `catch_type` 0 catches everything.
    pub fn handler(&mut self, start: Label, end: Label, handler: Label, catch_type: u16) -> &mut Self {
        self.handlers.push((start, end, handler, catch_type));
        self
    }

    /// The finished attribute.
    pub fn finish(mut self, cp: &mut ConstantPoolBuilder) -> Result<Attribute<'static>> {
        if let Some(error) = self.error {
            return Err(error);
        }
        if self.code.len() > 0xffff {
            return Err(FormatError::TooLarge { what: "code", size: self.code.len() });
        }
        let unplaced = FormatError::BadOperand { pc: 0, what: "label was not placed" };
        let place = |label: Label| self.labels[label.0].ok_or(unplaced.clone());
        for &(pc, label) in &self.branches {
            let offset = i64::from(place(label)?) - i64::from(pc);
            let offset = i16::try_from(offset)
                .map_err(|_| FormatError::BadOperand { pc, what: "branch offset out of range" })?;
            self.code[pc as usize + 1..pc as usize + 3].copy_from_slice(&offset.to_be_bytes());
        }
        let handlers = self.handlers.iter().map(|&(start, end, handler, catch_type)| {
            let [start_pc, end_pc, handler_pc] = [place(start)?, place(end)?, place(handler)?];
            Ok(Handler {
                start_pc: start_pc as u16,
                end_pc: end_pc as u16,
                handler_pc: handler_pc as u16,
                catch_type,
            })
        });
        let handlers = handlers.collect::<Result<Vec<_>>>()?;
        let mut attributes = Vec::new();
        if !self.frames.is_empty() {
            attributes.push(Attribute::StackMapTable(with_deltas(std::mem::take(&mut self.frames))));
        }
        Ok(Attribute::Code(Code {
            max_stack: crate::attribute_write::fit(self.max_stack, "operand stack")?,
            max_locals: crate::attribute_write::fit(self.max_locals, "local variables")?,
            code: Cow::Owned(self.code),
            handlers,
            attributes: Attributes::encode(&attributes, cp)?,
        }))
    }
}

fn slots(kinds: &[Kind]) -> usize {
    kinds.iter().map(|kind| kind.slots()).sum()
}

/// Fills in `offset_delta` of frames at the given pcs, which must ascend; of several at one pc the last counts.
pub fn with_deltas(frames: Vec<(u32, Frame)>) -> Vec<Frame> {
    let mut out: Vec<Frame> = Vec::with_capacity(frames.len());
    let mut last: Option<u32> = None;
    let mut before: Option<u32> = None;
    for (pc, mut frame) in frames {
        if last == Some(pc) {
            out.pop();
        } else {
            before = last;
            last = Some(pc);
        }
        let delta = match before {
            Some(previous) => pc.wrapping_sub(previous + 1),
            None => pc,
        } as u16;
        match &mut frame {
            Frame::Same { offset_delta }
            | Frame::SameLocals1 { offset_delta, .. }
            | Frame::Chop { offset_delta, .. }
            | Frame::Append { offset_delta, .. }
            | Frame::Full { offset_delta, .. } => *offset_delta = delta,
        }
        out.push(frame);
    }
    out
}
