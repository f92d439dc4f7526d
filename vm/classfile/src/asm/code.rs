//! Instructions, labels, handlers and frames of one method.

use super::token::{Line, number};
use super::{Asm, AttributeBytes, Pool};
use crate::annotation::put_u2;
use crate::attribute::{Frame, LineNumber, VerificationType};
use crate::code::{Operand, encode, padding};
use crate::constant::RefKind;
use crate::descriptor::{self, Primitive};
use crate::opcode::{Layout, Opcode};
use std::collections::HashMap;

/// A label or a fixed pc.
#[derive(Clone, Debug)]
enum Target {
    Label(String),
    /// `@n`
    Absolute(u32),
    /// `+n`, `-n`: the offset as it is.
    Relative(i32),
}

#[derive(Clone, Debug)]
enum FrameType {
    Fixed(VerificationType),
    Uninitialized(Target),
}

#[derive(Clone, Debug)]
enum FrameBody {
    Same,
    Same1(FrameType),
    Chop(u8),
    Append(Vec<FrameType>),
    Full(Vec<FrameType>, Vec<FrameType>),
    Raw(Vec<u8>),
}

struct FrameLine {
    pc: u32,
    delta: Option<u16>,
    body: FrameBody,
}

struct Fixup {
    /// Where the offset stands.
    at: usize,
    wide: bool,
    /// pc that it is relative to.
    base: u32,
    target: Target,
}

/// What `codeattr` said, kept until all labels are known.
struct LateAttribute {
    line: Line,
}

/// Code in the making.
#[derive(Default)]
pub struct CodeState {
    bytes: Vec<u8>,
    labels: HashMap<String, u32>,
    fixups: Vec<Fixup>,
    frames: Vec<FrameLine>,
    handlers: Vec<([Target; 3], u16)>,
    lines: Vec<LineNumber>,
    variables: Vec<(u16, u16, u16, Target, Target)>,
    attributes: Vec<LateAttribute>,
    max_stack: Option<u16>,
    max_locals: Option<u16>,
    seen_locals: usize,
    code_length: Option<u32>,
    touched: bool,
}

impl CodeState {
    pub fn new(parameter_slots: usize) -> Self {
        CodeState { seen_locals: parameter_slots, ..Default::default() }
    }

    pub fn is_untouched(&self) -> bool {
        !self.touched
    }

    fn pc(&self) -> u32 {
        self.bytes.len() as u32
    }

    pub fn line(&mut self, pool: &mut Pool, line: &mut Line) -> Asm<()> {
        self.touched = true;
        let word = line.text()?;
        if let Some(label) = word.strip_suffix(':') {
            self.labels.insert(label.to_string(), self.pc());
            return if line.is_empty() { Ok(()) } else { self.line(pool, line) };
        }
        match word.as_str() {
            "code" => {}
            "stack" => {
                self.max_stack = Some(line.number()? as u16);
                if line.eat("locals") {
                    self.max_locals = Some(line.number()? as u16);
                }
            }
            "locals" => self.max_locals = Some(line.number()? as u16),
            "code_length" => self.code_length = Some(line.number()? as u32),
            "bytes" => {
                let bytes = pool.items(line, None)?;
                self.bytes.extend(bytes);
            }
            "fill" => {
                let (count, opcode) = (line.number()?, line.text()?);
                let opcode = Opcode::from_mnemonic(&opcode).ok_or("opcode expected")?;
                self.bytes.extend(std::iter::repeat_n(opcode as u8, count as usize));
            }
            "catch" => {
                let kind = if line.eat("any") { 0 } else { pool.class_operand(line)? };
                line.expect("from")?;
                let from = target(line)?;
                line.expect("to")?;
                let to = target(line)?;
                line.expect("using")?;
                self.handlers.push(([from, to, target(line)?], kind));
            }
            "line" => self.lines.push(LineNumber { start_pc: self.pc() as u16, line: line.number()? as u16 }),
            "var" => {
                let name = pool.utf8_operand(line)?;
                let kind = pool.utf8_operand(line)?;
                let index = line.number()? as u16;
                line.expect("from")?;
                let from = target(line)?;
                line.expect("to")?;
                self.variables.push((name, kind, index, from, target(line)?));
            }
            "codeattr" => {
                self.attributes.push(LateAttribute { line: std::mem::replace(line, Line::new("")?) });
            }
            "frame" => {
                let frame = self.frame(pool, line)?;
                self.frames.push(frame);
            }
            _ => self.instruction(pool, &word, line)?,
        }
        Ok(())
    }

    fn frame(&mut self, pool: &mut Pool, line: &mut Line) -> Asm<FrameLine> {
        let delta = if line.eat("delta") { Some(line.number()? as u16) } else { None };
        let body = match line.text()?.as_str() {
            "same" => FrameBody::Same,
            "same1" => FrameBody::Same1(frame_type(pool, line)?),
            "chop" => FrameBody::Chop(line.number()? as u8),
            "append" => {
                let mut list = Vec::new();
                while !line.is_empty() {
                    list.push(frame_type(pool, line)?);
                }
                FrameBody::Append(list)
            }
            "full" => {
                let locals = type_list(pool, line)?;
                FrameBody::Full(locals, type_list(pool, line)?)
            }
            "raw" => FrameBody::Raw(pool.items(line, None)?),
            word => return Err(format!("kind of frame expected, not `{word}`")),
        };
        Ok(FrameLine { pc: self.pc(), delta, body })
    }

    fn instruction(&mut self, pool: &mut Pool, word: &str, line: &mut Line) -> Asm<()> {
        let forced_wide = word == "wide";
        let name = if forced_wide { line.text()? } else { word.to_string() };
        let opcode = Opcode::from_mnemonic(&name).ok_or_else(|| format!("unknown instruction `{name}`"))?;
        let layout = opcode.info().layout;
        let base = self.pc();
        let operand = match layout {
            Layout::None => Operand::None,
            Layout::I8 | Layout::I16 => Operand::Immediate(line.number()? as i16),
            Layout::Local => {
                let local = line.number()? as u16;
                self.see_local(opcode, local);
                Operand::Local(local)
            }
            Layout::Iinc => {
                let local = line.number()? as u16;
                self.see_local(opcode, local);
                Operand::Iinc { local, delta: line.number()? as i16 }
            }
            Layout::Cp8 | Layout::Cp16 => Operand::Constant(self.constant_operand(pool, opcode, line)?),
            Layout::Branch16 | Layout::Branch32 => {
                let wide = layout == Layout::Branch32;
                let target = target(line)?;
                self.fixups.push(Fixup { at: base as usize + 1, wide, base, target });
                Operand::Branch(0)
            }
            Layout::TableSwitch => return self.tableswitch(line),
            Layout::LookupSwitch => return self.lookupswitch(line),
            Layout::InvokeInterface => {
                let descriptor = line.peek_word().unwrap_or_default();
                let index = pool.member(RefKind::InterfaceMethod, line)?;
                let slots = descriptor
                    .find('(')
                    .and_then(|at| descriptor::argument_slots(&descriptor.as_bytes()[at..]).ok());
                let mut count = slots.map_or(1, |slots| slots as u8 + 1);
                if line.eat("count") {
                    count = line.number()? as u8;
                }
                let zero = if line.eat("zero") { line.number()? as u8 } else { 0 };
                Operand::InvokeInterface { index, count, zero }
            }
            Layout::InvokeDynamic => {
                let index = match pool.by_index(line)? {
                    Some(index) => index,
                    None => {
                        line.push_front("invokedynamic");
                        pool.constant(line)?
                    }
                };
                let zero = if line.eat("zero") { line.number()? as u16 } else { 0 };
                Operand::InvokeDynamic { index, zero }
            }
            Layout::MultiNewArray => {
                Operand::MultiNewArray { index: pool.class_operand(line)?, dimensions: line.number()? as u8 }
            }
            Layout::ArrayType => {
                let name = line.text()?;
                let primitive = Primitive::ALL.into_iter().find(|p| p.name() == name);
                Operand::ArrayType(match primitive {
                    Some(primitive) => primitive.array_type(),
                    None => number(&name)? as u8,
                })
            }
            Layout::Wide => return Err("`wide` needs an instruction".into()),
        };
        if forced_wide {
            // encode would take the short form.
            self.bytes.extend([Opcode::Wide as u8, opcode as u8]);
            match operand {
                Operand::Local(local) => put_u2(&mut self.bytes, local),
                Operand::Iinc { local, delta } => {
                    put_u2(&mut self.bytes, local);
                    put_u2(&mut self.bytes, delta as u16);
                }
                _ => {}
            }
            return Ok(());
        }
        if let Some(local) = implicit_local(&name) {
            self.see_local(opcode, local);
        }
        encode(&mut self.bytes, opcode, operand).map_err(|e| e.to_string())
    }

    fn see_local(&mut self, opcode: Opcode, local: u16) {
        let wide = matches!(opcode.mnemonic().as_bytes()[0], b'l' | b'd');
        self.seen_locals = self.seen_locals.max(local as usize + 1 + usize::from(wide));
    }

    fn constant_operand(&mut self, pool: &mut Pool, opcode: Opcode, line: &mut Line) -> Asm<u16> {
        match opcode {
            Opcode::Ldc | Opcode::LdcW | Opcode::Ldc2W => pool.constant(line),
            Opcode::Getstatic | Opcode::Putstatic | Opcode::Getfield | Opcode::Putfield => {
                pool.member(RefKind::Field, line)
            }
            Opcode::Invokevirtual | Opcode::Invokespecial | Opcode::Invokestatic => {
                let kind = if line.eat("interface") { RefKind::InterfaceMethod } else { RefKind::Method };
                pool.member(kind, line)
            }
            _ => pool.class_operand(line),
        }
    }

    fn offset(&mut self, base: u32, target: Target) {
        self.fixups.push(Fixup { at: self.bytes.len(), wide: true, base, target });
        self.bytes.extend([0; 4]);
    }

    fn switch_head(&mut self, opcode: Opcode) -> u32 {
        let base = self.pc();
        self.bytes.push(opcode as u8);
        self.bytes.extend(std::iter::repeat_n(0, padding(base)));
        base
    }

    // tableswitch LOW targets... default target [high N]
    fn tableswitch(&mut self, line: &mut Line) -> Asm<()> {
        let low = line.number()? as i32;
        let mut targets = Vec::new();
        while !line.eat("default") {
            targets.push(target(line)?);
        }
        let default = target(line)?;
        let mut high = low.wrapping_add(targets.len() as i32 - 1);
        if line.eat("high") {
            high = line.number()? as i32;
        }
        let base = self.switch_head(Opcode::Tableswitch);
        self.offset(base, default);
        self.bytes.extend(low.to_be_bytes());
        self.bytes.extend(high.to_be_bytes());
        targets.into_iter().for_each(|target| self.offset(base, target));
        Ok(())
    }

    // lookupswitch KEY target ... default target [count N]
    fn lookupswitch(&mut self, line: &mut Line) -> Asm<()> {
        let mut pairs = Vec::new();
        while !line.eat("default") {
            pairs.push((line.number()? as i32, target(line)?));
        }
        let default = target(line)?;
        let count = if line.eat("count") { line.number()? as i32 } else { pairs.len() as i32 };
        let base = self.switch_head(Opcode::Lookupswitch);
        self.offset(base, default);
        self.bytes.extend(count.to_be_bytes());
        for (key, target) in pairs {
            self.bytes.extend(key.to_be_bytes());
            self.offset(base, target);
        }
        Ok(())
    }

    fn resolve(&self, target: &Target) -> Asm<u32> {
        match target {
            Target::Label(name) => {
                self.labels.get(name).copied().ok_or_else(|| format!("unknown label `{name}`"))
            }
            Target::Absolute(pc) => Ok(*pc),
            Target::Relative(offset) => Ok(*offset as u32),
        }
    }

    /// Contents of the Code attribute.
    pub fn finish(mut self, pool: &mut Pool) -> Asm<Vec<u8>> {
        for fixup in std::mem::take(&mut self.fixups) {
            let offset = match fixup.target {
                Target::Relative(offset) => offset,
                ref other => self.resolve(other)?.wrapping_sub(fixup.base) as i32,
            };
            if fixup.wide {
                self.bytes[fixup.at..fixup.at + 4].copy_from_slice(&offset.to_be_bytes());
            } else {
                let offset = i16::try_from(offset).map_err(|_| "branch too far")?;
                self.bytes[fixup.at..fixup.at + 2].copy_from_slice(&offset.to_be_bytes());
            }
        }
        let mut out = Vec::new();
        put_u2(&mut out, self.max_stack.unwrap_or(8));
        put_u2(&mut out, self.max_locals.unwrap_or(self.seen_locals as u16));
        out.extend(self.code_length.unwrap_or(self.bytes.len() as u32).to_be_bytes());
        out.extend_from_slice(&self.bytes);
        put_u2(&mut out, self.handlers.len() as u16);
        for (targets, kind) in &self.handlers {
            for target in targets {
                put_u2(&mut out, self.resolve(target)? as u16);
            }
            put_u2(&mut out, *kind);
        }
        self.nested_attributes(pool)?.write(&mut out);
        Ok(out)
    }

    fn nested_attributes(&mut self, pool: &mut Pool) -> Asm<AttributeBytes> {
        let mut attributes = AttributeBytes::default();
        if !self.lines.is_empty() {
            let mut data = (self.lines.len() as u16).to_be_bytes().to_vec();
            for line in &self.lines {
                put_u2(&mut data, line.start_pc);
                put_u2(&mut data, line.line);
            }
            attributes.add(pool.cp.utf8("LineNumberTable"), None, &data);
        }
        if !self.variables.is_empty() {
            let mut data = (self.variables.len() as u16).to_be_bytes().to_vec();
            for (name, kind, index, from, to) in &self.variables {
                let (from, to) = (self.resolve(from)?, self.resolve(to)?);
                for value in [from as u16, to.wrapping_sub(from) as u16, *name, *kind, *index] {
                    put_u2(&mut data, value);
                }
            }
            attributes.add(pool.cp.utf8("LocalVariableTable"), None, &data);
        }
        if !self.frames.is_empty() {
            let data = self.stack_map()?;
            attributes.add(pool.cp.utf8("StackMapTable"), None, &data);
        }
        for LateAttribute { mut line } in std::mem::take(&mut self.attributes) {
            let (name, length, data) = pool.attribute(&mut line, Some(&self.labels))?;
            attributes.add(name, length, &data);
        }
        Ok(attributes)
    }

    fn stack_map(&self) -> Asm<Vec<u8>> {
        let mut data = (self.frames.len() as u16).to_be_bytes().to_vec();
        let mut previous = None;
        let one = |kind: &FrameType| -> Asm<VerificationType> {
            Ok(match kind {
                FrameType::Fixed(kind) => *kind,
                FrameType::Uninitialized(target) => {
                    VerificationType::Uninitialized(self.resolve(target)? as u16)
                }
            })
        };
        let all = |list: &[FrameType]| list.iter().map(one).collect::<Asm<Vec<_>>>();
        for FrameLine { pc, delta, body } in &self.frames {
            let computed = match previous {
                None => *pc,
                Some(previous) => pc.wrapping_sub(previous).wrapping_sub(1),
            };
            previous = Some(*pc);
            let offset_delta = delta.unwrap_or(computed as u16);
            let frame = match body {
                FrameBody::Same => Frame::Same { offset_delta },
                FrameBody::Same1(kind) => Frame::SameLocals1 { offset_delta, stack: one(kind)? },
                FrameBody::Chop(count) => Frame::Chop { offset_delta, count: *count },
                FrameBody::Append(list) => Frame::Append { offset_delta, locals: all(list)? },
                FrameBody::Full(locals, stack) => {
                    Frame::Full { offset_delta, locals: all(locals)?, stack: all(stack)? }
                }
                FrameBody::Raw(bytes) => {
                    data.extend_from_slice(bytes);
                    continue;
                }
            };
            frame.write(&mut data).map_err(|e| e.to_string())?;
        }
        Ok(data)
    }
}

fn implicit_local(mnemonic: &str) -> Option<u16> {
    let (head, digit) = mnemonic.rsplit_once('_')?;
    (head.ends_with("load") || head.ends_with("store")).then(|| digit.parse().ok())?
}

fn target(line: &mut Line) -> Asm<Target> {
    let word = line.text()?;
    Ok(match word.as_bytes().first() {
        Some(b'@') => Target::Absolute(number(&word[1..])? as u32),
        Some(b'+' | b'-') => Target::Relative(number(&word)? as i32),
        _ => Target::Label(word),
    })
}

fn frame_type(pool: &mut Pool, line: &mut Line) -> Asm<FrameType> {
    let fixed = match line.peek_word().as_deref() {
        Some("top") => VerificationType::Top,
        Some("int") => VerificationType::Integer,
        Some("float") => VerificationType::Float,
        Some("double") => VerificationType::Double,
        Some("long") => VerificationType::Long,
        Some("null") => VerificationType::Null,
        Some("this") => VerificationType::UninitializedThis,
        Some("uninit") => {
            line.word()?;
            return Ok(FrameType::Uninitialized(target(line)?));
        }
        _ => return Ok(FrameType::Fixed(VerificationType::Object(pool.class_operand(line)?))),
    };
    line.word()?;
    Ok(FrameType::Fixed(fixed))
}

fn type_list(pool: &mut Pool, line: &mut Line) -> Asm<Vec<FrameType>> {
    line.expect("(")?;
    let mut list = Vec::new();
    while !line.eat(")") {
        list.push(frame_type(pool, line)?);
    }
    Ok(list)
}
