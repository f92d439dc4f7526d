//! StackMapTable expanded to type states (JVMS 4.7.4, 4.10.1.4).

use crate::Hierarchy;
use crate::engine::{Engine, Step, fail, fail_format};
use crate::names;
use crate::types::Type;
use rvm_classfile::{Constant, Frame, Opcode, VerificationType, attribute};

/// Slots that all frames of a method may take together; a forged table must not eat the memory.
const MAX_SLOTS: usize = 1 << 25;

/// A frame's types, in `Frames::slots`.
#[derive(Clone, Copy, Debug)]
pub struct FrameAt {
    pub pc: u32,
    locals: (u32, u32),
    stack: (u32, u32),
    pub this_uninit: bool,
}

/// All frames of a method, ascending by pc.
#[derive(Default)]
pub struct Frames {
    slots: Vec<Type>,
    list: Vec<FrameAt>,
}

impl Frames {
    pub fn clear(&mut self) {
        self.slots.clear();
        self.list.clear();
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn get(&self, index: usize) -> FrameAt {
        self.list[index]
    }

    pub fn at(&self, pc: u32) -> Option<FrameAt> {
        self.list.binary_search_by_key(&pc, |frame| frame.pc).ok().map(|index| self.list[index])
    }

    pub fn locals(&self, frame: FrameAt) -> &[Type] {
        &self.slots[frame.locals.0 as usize..frame.locals.1 as usize]
    }

    pub fn stack(&self, frame: FrameAt) -> &[Type] {
        &self.slots[frame.stack.0 as usize..frame.stack.1 as usize]
    }
}

impl<'c, H: Hierarchy> Engine<'_, 'c, H> {
    /// Expands the table; `self.state` holds the method's initial frame, `starts` tells where instructions begin.
    pub fn expand_frames(
        &mut self,
        table: &[u8],
        starts: &[bool],
        frames: &mut Frames,
    ) -> Step<(), H::Error> {
        frames.clear();
        frames.slots.extend_from_slice(&self.state.locals);
        // The untrimmed length matters for chop and append: they count the last frame's locals.
        let mut locals = (0u32, frames.slots.len() as u32);
        let mut next_pc = 0u32;
        for (i, frame) in attribute::frames(table).enumerate() {
            let frame = match frame {
                Ok(frame) => frame,
                Err(error) => {
                    return fail_format("4.7.4.structure", format!("StackMapTable format error: {error}"));
                }
            };
            let pc = next_pc + u32::from(frame.offset_delta());
            next_pc = pc + 1;
            if starts.get(pc as usize) != Some(&true) {
                return fail("4.7.4.offset", "StackMapTable error: bad offset");
            }
            let mut stack: &[VerificationType] = &[];
            match &frame {
                Frame::Same { .. } => {}
                Frame::SameLocals1 { stack: one, .. } => stack = std::slice::from_ref(one),
                Frame::Chop { count, .. } => {
                    for _ in 0..*count {
                        let current = &frames.slots[locals.0 as usize..locals.1 as usize];
                        let cut = match current.last() {
                            None => return fail_format("4.7.4.chop", "StackMapTable format error: bad chop"),
                            Some(last) if last.is_second() => 2,
                            Some(_) => 1,
                        };
                        locals.1 -= cut;
                    }
                }
                Frame::Append { locals: more, .. } => {
                    locals = self.copy_locals(frames, locals)?;
                    self.add_types(frames, more)?;
                    locals.1 = frames.slots.len() as u32;
                }
                Frame::Full { locals: all, stack: whole, .. } => {
                    locals.0 = frames.slots.len() as u32;
                    self.add_types(frames, all)?;
                    locals.1 = frames.slots.len() as u32;
                    stack = whole;
                }
            }
            if (locals.1 - locals.0) as usize > self.method.max_locals {
                return fail_format("4.7.4.locals", format!("StackMapTable error: bad locals in frame {i}"));
            }
            let start = frames.slots.len() as u32;
            self.add_types(frames, stack)?;
            let end = frames.slots.len() as u32;
            if (end - start) as usize > self.method.max_stack {
                return fail_format("4.7.4.stack", format!("StackMapTable error: bad stack in frame {i}"));
            }
            let this_uninit = frames.slots[locals.0 as usize..locals.1 as usize].contains(&Type::UNINIT_THIS);
            frames.list.push(FrameAt { pc, locals, stack: (start, end), this_uninit });
        }
        Ok(())
    }

    // Makes the locals the last slots, so that more can follow.
    fn copy_locals(&self, frames: &mut Frames, locals: (u32, u32)) -> Step<(u32, u32), H::Error> {
        let end = frames.slots.len();
        if locals.1 as usize == end {
            return Ok(locals);
        }
        frames.slots.extend_from_within(locals.0 as usize..locals.1 as usize);
        self.check_size(frames)?;
        Ok((end as u32, frames.slots.len() as u32))
    }

    fn check_size(&self, frames: &Frames) -> Step<(), H::Error> {
        match frames.slots.len() > MAX_SLOTS {
            true => fail("4.7.4.size", "StackMapTable is too large to verify"),
            false => Ok(()),
        }
    }

    fn add_types(&mut self, frames: &mut Frames, list: &[VerificationType]) -> Step<(), H::Error> {
        for kind in list {
            let kind = match *kind {
                VerificationType::Top => Type::TOP,
                VerificationType::Integer => Type::INT,
                VerificationType::Float => Type::FLOAT,
                VerificationType::Double => Type::DOUBLE,
                VerificationType::Long => Type::LONG,
                VerificationType::Null => Type::NULL,
                VerificationType::UninitializedThis => {
                    if !self.method.is_init || self.this_name == names::OBJECT {
                        return fail("4.7.4.this", "Bad stack map: uninitializedThis outside a constructor");
                    }
                    Type::UNINIT_THIS
                }
                VerificationType::Object(index) => {
                    if !matches!(self.class.cp.get(index), Constant::Class { .. }) {
                        return fail_format("4.7.4.class", "StackMapTable format error: bad class index");
                    }
                    self.class_type(index)?
                }
                VerificationType::Uninitialized(pc) => {
                    if self.code.get(pc as usize) != Some(&(Opcode::New as u8)) {
                        return fail_format(
                            "4.7.4.new",
                            "StackMapTable format error: bad offset for Uninitialized",
                        );
                    }
                    Type::uninit(u32::from(pc))
                }
            };
            frames.slots.push(kind);
            frames.slots.extend(kind.second());
        }
        self.check_size(frames)
    }

    /// frameIsAssignable: whether the current state may become that of the frame.
    pub fn match_frame(
        &mut self,
        rule: &'static str,
        frames: &Frames,
        frame: FrameAt,
        stack: Option<&[Type]>,
    ) -> Step<(), H::Error> {
        let pc = frame.pc;
        let expected = frames.stack(frame);
        let length = stack.map_or(self.state.stack.len(), <[Type]>::len);
        if length != expected.len() {
            return fail(
                rule,
                format!(
                    "Inconsistent stackmap frames at {pc}: stack depth {length}, frame has {}",
                    expected.len()
                ),
            );
        }
        for (at, &to) in frames.locals(frame).iter().enumerate() {
            let from = self.state.local(at);
            if from != to && !self.is_assignable(from, to)? {
                return self.frame_mismatch(rule, pc, "locals", at, from, to);
            }
        }
        for (at, &to) in expected.iter().enumerate() {
            let from = stack.map_or_else(|| self.state.stack[at], |s| s[at]);
            if from != to && !self.is_assignable(from, to)? {
                return self.frame_mismatch(rule, pc, "stack", at, from, to);
            }
        }
        if self.state.this_uninit && !frame.this_uninit {
            return fail(rule, format!("Inconsistent stackmap frames at {pc}: flagThisUninit is lost"));
        }
        Ok(())
    }

    fn frame_mismatch<T>(
        &self,
        rule: &'static str,
        pc: u32,
        place: &str,
        at: usize,
        from: Type,
        to: Type,
    ) -> Step<T, H::Error> {
        let (from, to) = (self.show(from), self.show(to));
        fail(
            rule,
            format!("Inconsistent stackmap frames at {pc}: {place}[{at}] is {from}, not assignable to {to}"),
        )
    }
}
