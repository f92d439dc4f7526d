//! Verification of a class, and of a method by type checking (JVMS 4.10.1.6).

use crate::Hierarchy;
use crate::engine::{Engine, Method, Step, Stop, fail, fail_format};
use crate::error::{Failure, Kind, Rejection};
use crate::frames::{FrameAt, Frames};
use crate::infer::Inference;
use crate::names;
use crate::types::{State, Type};
use rvm_classfile::attribute::LocalVariable;
use rvm_classfile::{
    Attribute, ClassFile, Code, FormatError, Handler, Instruction, Member, Opcode, Operand, code, flags,
    mutf8,
};
use std::borrow::Cow;

/// Verifies all methods.
pub fn verify<H: Hierarchy>(class: &ClassFile<'_>, hierarchy: &mut H) -> Result<(), Failure<H::Error>> {
    if class.major < 50 {
        return verify_methods(class, hierarchy, true);
    }
    match verify_methods(class, hierarchy, false) {
        // Version 50 may be without frames, or with wrong ones (JVMS 4.10).
        Err(Failure::Rejected(rejection)) if class.major == 50 && rejection.kind == Kind::Verify => {
            verify_methods(class, hierarchy, true)
        }
        result => result,
    }
}

fn verify_methods<H: Hierarchy>(
    class: &ClassFile<'_>,
    hierarchy: &mut H,
    infer: bool,
) -> Result<(), Failure<H::Error>> {
    let name = class.name().map(mutf8::to_str_lossy).unwrap_or_default();
    let mut engine = Engine::new(class, hierarchy)?;
    engine.prefix = if infer { "4.10.2.2." } else { "4.10.1.9." };
    let mut checker = Checker::default();
    for method in &class.methods {
        let result = engine.verify_method(method, infer, &mut checker);
        let Err(stop) = result else { continue };
        let Stop::Rule { kind, rule, message } = stop else { return Err(stop.into()) };
        let text = |index| class.cp.utf8(index).map(mutf8::to_str_lossy).unwrap_or_default();
        return Err(Failure::Rejected(Rejection {
            kind,
            rule: rule.into_owned(),
            message,
            class: name.into(),
            member: Some(format!("{}{}", text(method.name), text(method.descriptor))),
            at: engine.pc.map(|pc| (pc, engine.opcode.mnemonic())),
        }));
    }
    Ok(())
}

/// Buffers that methods share.
#[derive(Default)]
struct Checker {
    frames: Frames,
    starts: Vec<bool>,
}

/// A handler with what the checks need.
struct Active {
    start: u32,
    end: u32,
    frame: FrameAt,
}

/// Comparisons that one class may cost, in slots: a bound for forged code, far above what real code needs.
pub const MAX_WORK: u64 = 1 << 30;

impl<'v, 'c, H: Hierarchy> Engine<'v, 'c, H> {
    fn verify_method(
        &mut self,
        method: &'v Member<'c>,
        infer: bool,
        checker: &mut Checker,
    ) -> Step<(), H::Error> {
        self.pc = None;
        let code = match method.code(&self.class.cp) {
            Ok(Some(code)) => code,
            Ok(None) => return Ok(()),
            Err(error) => return fail_format("4.7.3.code", error.to_string()),
        };
        let Cow::Borrowed(bytes) = code.code else { return Ok(()) };
        self.code = bytes;
        if bytes.is_empty() || bytes.len() > 0xffff {
            return fail_format("4.7.3.length", format!("Invalid method Code length {}", bytes.len()));
        }
        self.start_method(method, &code)?;
        match infer {
            true => Inference::new(&code).run(self),
            false => self.check_method(&code, checker),
        }
    }

    // methodInitialStackFrame
    fn start_method(&mut self, method: &Member<'_>, code: &Code<'_>) -> Step<(), H::Error> {
        let signature = self.signature(method.descriptor)?;
        let is_init = self.class.cp.utf8(method.name) == Ok(b"<init>");
        self.method = Method {
            max_stack: code.max_stack as usize,
            max_locals: code.max_locals as usize,
            is_init,
            result: signature.result,
        };
        self.state = State::default();
        if method.access & flags::STATIC == 0 {
            self.state.this_uninit = is_init && self.this_name != names::OBJECT;
            self.state.locals.push(match self.state.this_uninit {
                true => Type::UNINIT_THIS,
                false => Type::object(self.this_name),
            });
        }
        let parameters = self.parameters(signature).to_vec();
        self.state.locals.extend(parameters);
        if self.state.locals.len() > self.method.max_locals {
            return fail_format("4.7.3.locals", "Arguments can't fit into locals");
        }
        Ok(())
    }

    /// The decoded instruction, its errors as rules.
    pub fn decode(&mut self, pc: u32) -> Step<Instruction<'v>, H::Error> {
        self.pc = Some(pc);
        self.opcode = Opcode::Nop;
        match code::decode(self.code, pc) {
            Ok(instruction) => {
                self.opcode = instruction.opcode;
                Ok(instruction)
            }
            Err(error) => {
                let rule = match &error {
                    FormatError::BadOpcode { .. } => "4.9.1.opcode",
                    FormatError::TruncatedCode { .. } => "4.9.1.truncated",
                    FormatError::BadOperand { what, .. } if what.contains("tableswitch") => {
                        "4.9.1.tableswitch"
                    }
                    FormatError::BadOperand { what, .. } if what.contains("lookupswitch") => {
                        "4.9.1.lookupswitch"
                    }
                    FormatError::BadOperand { .. } => "4.9.1.wide",
                    _ => "4.9.1.operand",
                };
                fail(rule, error.to_string())
            }
        }
    }

    /// Adds to the work done for this class.
    pub fn charge(&mut self, slots: usize) -> Step<(), H::Error> {
        self.work += slots as u64 + 1;
        match self.work > MAX_WORK {
            true => fail("4.10.work", "Method is too complex to verify"),
            false => Ok(()),
        }
    }

    fn check_method(&mut self, code: &Code<'v>, checker: &mut Checker) -> Step<(), H::Error> {
        let Checker { frames, starts } = checker;
        let table = code.attributes.find(&self.class.cp, "StackMapTable");
        self.check_tables(code, table.is_some(), starts)?;
        match table {
            Some(table) => self.expand_frames(table, starts, frames)?,
            None => frames.clear(),
        }
        let handlers = self.legal_handlers(code, frames)?;
        let mut active: Vec<usize> = Vec::new();
        let mut next_handler = 0;
        let mut next_frame = 0;
        let mut reachable = true;
        let mut pc = 0;
        self.locals_changed = true;
        while (pc as usize) < self.code.len() {
            let instruction = self.decode(pc)?;
            if next_frame < frames.len() {
                let frame = frames.get(next_frame);
                if frame.pc == pc {
                    next_frame += 1;
                    if reachable {
                        self.charge(frames.locals(frame).len())?;
                        self.match_frame("4.10.1.6.merge", frames, frame, None)?;
                    }
                    self.enter_frame(frames, frame);
                    reachable = true;
                }
            }
            if !reachable {
                return fail("4.10.1.6.no-frame", "Expecting a stack map frame");
            }
            // Handlers are sorted by start.
            let before = active.len();
            while next_handler < handlers.len() && handlers[next_handler].start <= pc {
                if handlers[next_handler].end > pc {
                    active.push(next_handler);
                }
                next_handler += 1;
            }
            if !active.is_empty() {
                let fresh = if self.locals_changed { 0 } else { before };
                for &at in &active[fresh..] {
                    if handlers[at].end > pc {
                        self.match_handler(frames, handlers[at].frame)?;
                    }
                }
                self.charge(active.len())?;
                active.retain(|&at| handlers[at].end > pc);
            }
            self.locals_changed = false;
            let uninit_before = self.state.this_uninit;
            self.execute(&instruction)?;
            if uninit_before && !self.state.this_uninit {
                // A handler must also suit what super() or this() may leave behind when it fails, which none can.
                self.state.this_uninit = true;
                for &at in &active {
                    self.match_handler(frames, handlers[at].frame)?;
                }
                self.state.this_uninit = false;
            }
            self.check_targets(&instruction, frames)?;
            reachable = !instruction.opcode.ends_block();
            pc = instruction.next_pc();
        }
        if reachable {
            return fail("4.10.1.6.end", "Control flow falls through code end");
        }
        Ok(())
    }

    // Tables that name places in the code: all instructions are decoded to see where they start.
    fn check_tables(&mut self, code: &Code<'v>, frames: bool, starts: &mut Vec<bool>) -> Step<(), H::Error> {
        if !frames && code.handlers.is_empty() && !code.attributes.has(&self.class.cp, "LocalVariableTable") {
            return Ok(());
        }
        starts.clear();
        starts.resize(self.code.len() + 1, false);
        let mut pc = 0;
        while (pc as usize) < self.code.len() {
            let instruction = self.decode(pc)?;
            starts[pc as usize] = true;
            pc = instruction.next_pc();
        }
        self.pc = None;
        self.check_ranges(&code.handlers, starts)?;
        self.check_variables(code, starts)
    }

    fn enter_frame(&mut self, frames: &Frames, frame: FrameAt) {
        self.state.locals.clear();
        self.state.locals.extend_from_slice(frames.locals(frame));
        self.state.stack.clear();
        self.state.stack.extend_from_slice(frames.stack(frame));
        self.state.this_uninit = frame.this_uninit;
        self.state.trim();
        self.locals_changed = true;
    }

    // handlersAreLegal, and what does not change from instruction to instruction.
    fn legal_handlers(&mut self, code: &Code<'_>, frames: &Frames) -> Step<Vec<Active>, H::Error> {
        let mut active = Vec::new();
        for handler in &code.handlers {
            let catch = self.handler_type(handler)?;
            let Some(frame) = frames.at(u32::from(handler.handler_pc)) else {
                return fail(
                    "4.10.1.6.handler",
                    format!("Expecting a stackmap frame at exception handler {}", handler.handler_pc),
                );
            };
            if self.method.max_stack == 0 {
                return fail("4.10.1.4.stack-overflow", "Operand stack overflow at exception handler");
            }
            match *frames.stack(frame) {
                [expected] if self.is_assignable(catch, expected)? => {}
                _ => {
                    let catch = self.show(catch);
                    return fail(
                        "4.10.1.6.handler",
                        format!("Stack of the frame at handler {} does not suit {catch}", handler.handler_pc),
                    );
                }
            }
            active.push(Active { start: handler.start_pc.into(), end: handler.end_pc.into(), frame });
        }
        active.sort_by_key(|handler| (handler.start, handler.frame.pc));
        // Handlers with the same target and range differ in the type alone, which was looked at.
        active.dedup_by_key(|handler| (handler.start, handler.end, handler.frame.pc));
        Ok(active)
    }

    /// The type of exception a handler takes.
    pub fn handler_type(&mut self, handler: &Handler) -> Step<Type, H::Error> {
        let throwable = Type::object(names::THROWABLE);
        if handler.catch_type == 0 {
            return Ok(throwable);
        }
        let catch = self.class_type(handler.catch_type)?;
        // Even if the name is an array's or an interface's: only subclasses of Throwable will do.
        let subclass = match catch.as_object() {
            Some(name) if !self.names.is_array(name) => self.is_subclass(name, names::THROWABLE)?,
            _ => false,
        };
        if !subclass {
            let catch = self.show(catch);
            return fail(
                "4.10.1.6.catch-type",
                format!(
                    "Catch type {catch} is not a subclass of Throwable in exception handler {}",
                    handler.handler_pc
                ),
            );
        }
        Ok(catch)
    }

    // instructionSatisfiesHandlers: locals and flag as they are before the instruction.
    fn match_handler(&mut self, frames: &Frames, frame: FrameAt) -> Step<(), H::Error> {
        self.charge(frames.locals(frame).len())?;
        let stack = frames.stack(frame);
        self.match_frame("4.10.1.6.handler", frames, frame, Some(stack))
    }

    fn check_targets(&mut self, i: &Instruction<'_>, frames: &Frames) -> Step<(), H::Error> {
        match i.operand {
            Operand::Branch(offset) => self.check_target(i, offset, frames),
            Operand::TableSwitch(switch) => {
                self.check_target(i, switch.default, frames)?;
                let mut last = switch.default;
                for offset in switch.offsets() {
                    if offset != last {
                        self.check_target(i, offset, frames)?;
                    }
                    last = offset;
                }
                Ok(())
            }
            Operand::LookupSwitch(switch) => {
                self.check_target(i, switch.default, frames)?;
                switch.pairs().try_for_each(|(_, offset)| self.check_target(i, offset, frames))
            }
            _ => Ok(()),
        }
    }

    fn check_target(&mut self, i: &Instruction<'_>, offset: i32, frames: &Frames) -> Step<(), H::Error> {
        let Some(frame) = i.target(offset).and_then(|pc| frames.at(pc)) else {
            let target = i64::from(i.pc) + i64::from(offset);
            return fail("4.10.1.9.target", format!("Expecting a stackmap frame at branch target {target}"));
        };
        self.charge(frames.locals(frame).len())?;
        self.match_frame("4.10.1.9.target", frames, frame, None)
    }

    /// Ranges of the exception table begin and end at instructions (JVMS 4.7.3).
    pub fn check_ranges(&mut self, handlers: &[Handler], starts: &[bool]) -> Step<(), H::Error> {
        let is_start = |pc: u16| starts.get(pc as usize) == Some(&true);
        for handler in handlers {
            let end = handler.end_pc;
            if !is_start(handler.start_pc) {
                return fail_format(
                    "4.7.3.start-pc",
                    format!("Illegal exception table start_pc {}", handler.start_pc),
                );
            }
            if !is_start(end) && end as usize != self.code.len() {
                return fail_format("4.7.3.end-pc", format!("Illegal exception table end_pc {end}"));
            }
            if !is_start(handler.handler_pc) {
                let pc = handler.handler_pc;
                return fail_format("4.7.3.handler-pc", format!("Illegal exception table handler_pc {pc}"));
            }
        }
        Ok(())
    }

    // Ranges of LocalVariableTable begin and end at instructions (JVMS 4.7.13).
    fn check_variables(&mut self, code: &Code<'_>, starts: &[bool]) -> Step<(), H::Error> {
        let Ok(Some(Attribute::LocalVariableTable(list))) =
            code.attributes.get(&self.class.cp, "LocalVariableTable")
        else {
            return Ok(());
        };
        for LocalVariable { start_pc, length, .. } in list {
            let end = start_pc as usize + length as usize;
            if starts.get(start_pc as usize) != Some(&true) {
                return fail_format(
                    "4.7.13.start-pc",
                    format!("Illegal local variable table start_pc {start_pc}"),
                );
            }
            if end != self.code.len() && starts.get(end) != Some(&true) {
                return fail_format("4.7.13.length", format!("Illegal local variable table length {length}"));
            }
        }
        Ok(())
    }
}
