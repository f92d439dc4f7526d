//! Helpful NullPointerException messages (JEP 358): what the failed instruction was about to do, and which expression was null, found by
//! tracing where the operand stack's entries come from.

use crate::class::{Method, Pool, Signature, ValueKind, external_type, tag};
use rvm_classfile::code::{Instruction, Operand, decode};
use rvm_classfile::opcode::{Kind, Opcode, StackEffect};
use std::collections::BTreeMap;

/// Deeper expressions are cut off.
const MAX_DETAIL: usize = 5;

/// The message for a null operand of the instruction at `bci`.
pub fn describe(method: &'static Method, bci: u16) -> Option<String> {
    let (code, bci) = (method.code(), u32::from(bci));
    let instruction = decode(code, bci).ok()?;
    let pool = &method.class().pool;
    let (action, depth) = action(pool, &instruction)?;
    let analysis = Analysis::of(method, code, bci)?;
    let mut text = action;
    let state = analysis.states.get(&bci)?;
    if let Some(source) = state.source(depth) {
        let origin = decode(code, source).ok()?;
        let printer = Printer { method, code, pool, analysis: &analysis };
        if origin.opcode.is_invoke() {
            text.push_str(" because the return value of \"");
            text.push_str(&invoked(pool, &origin));
            text.push_str("\" is null");
        } else if let Some(expression) = printer.expression(source, MAX_DETAIL) {
            text.push_str(" because \"");
            text.push_str(&expression);
            text.push_str("\" is null");
        }
    }
    Some(text)
}

/// What the instruction does, and how deep on the stack its reference is.
fn action(pool: &Pool, i: &Instruction<'_>) -> Option<(String, usize)> {
    let load = |what: &str| Some((format!("Cannot load from {what} array"), 1));
    let store = |what: &str| Some((format!("Cannot store to {what} array"), 2));
    match i.opcode {
        Opcode::Iaload => load("int"),
        Opcode::Laload => load("long"),
        Opcode::Faload => load("float"),
        Opcode::Daload => load("double"),
        Opcode::Aaload => load("object"),
        Opcode::Baload => load("byte/boolean"),
        Opcode::Caload => load("char"),
        Opcode::Saload => load("short"),
        Opcode::Iastore => store("int"),
        Opcode::Lastore => store("long"),
        Opcode::Fastore => store("float"),
        Opcode::Dastore => store("double"),
        Opcode::Aastore => store("object"),
        Opcode::Bastore => store("byte/boolean"),
        Opcode::Castore => store("char"),
        Opcode::Sastore => store("short"),
        Opcode::Arraylength => Some(("Cannot read the array length".to_owned(), 0)),
        Opcode::Athrow => Some(("Cannot throw exception".to_owned(), 0)),
        Opcode::Monitorenter => Some(("Cannot enter synchronized block".to_owned(), 0)),
        Opcode::Monitorexit => Some(("Cannot exit synchronized block".to_owned(), 0)),
        Opcode::Getfield => {
            let (_, name, _) = pool.member(i.constant()?);
            Some((format!("Cannot read field \"{name}\""), 0))
        }
        Opcode::Putfield => {
            let (_, name, _) = pool.member(i.constant()?);
            Some((format!("Cannot assign field \"{name}\""), 1))
        }
        Opcode::Invokevirtual | Opcode::Invokespecial | Opcode::Invokeinterface => {
            let (_, name, descriptor) = pool.member(i.constant()?);
            // The program itself makes the exception here.
            if name.bytes() == b"<init>" {
                return None;
            }
            Some((format!("Cannot invoke \"{}\"", invoked(pool, i)), Signature::of(descriptor).params.len()))
        }
        _ => None,
    }
}

/// Java's name of a type; the two most frequent ones without their package.
fn short(name: &str) -> String {
    let element = name.trim_end_matches("[]");
    match element {
        "java.lang.Object" | "java.lang.String" => name.replacen("java.lang.", "", 1),
        _ => name.to_owned(),
    }
}

/// `Class.method(Type, Type)` of a call.
fn invoked(pool: &Pool, i: &Instruction<'_>) -> String {
    let (class, name, descriptor) = pool.member(i.constant().unwrap_or(0));
    let signature = Signature::of(descriptor);
    let params: Vec<String> = (0..signature.params.len())
        .map(|index| short(&external_type(signature.part(descriptor.bytes(), index))))
        .collect();
    if i.opcode == Opcode::Invokedynamic {
        return format!("{name}({})", params.join(", "));
    }
    // An array's clone is the one method that names its class as descriptors do.
    let owner = pool.name(class);
    let owner = if owner.bytes().first() == Some(&b'[') {
        owner.text().replace('/', ".")
    } else {
        class_name(pool, class)
    };
    format!("{owner}.{name}({})", params.join(", "))
}

fn class_name(pool: &Pool, class: u16) -> String {
    let name = pool.name(class);
    if name.bytes().first() == Some(&b'[') {
        return short(&external_type(name.bytes()));
    }
    short(&name.text().replace('/', "."))
}

struct Printer<'a> {
    method: &'static Method,
    code: &'static [u8],
    pool: &'a Pool,
    analysis: &'a Analysis,
}

impl Printer<'_> {
    /// The expression that the instruction at `bci` computes; `None` if there are no words for it.
    fn expression(&self, bci: u32, detail: usize) -> Option<String> {
        if detail == 0 {
            return Some("...".to_owned());
        }
        let i = decode(self.code, bci).ok()?;
        let number = i.opcode as u8;
        Some(match i.opcode {
            Opcode::AconstNull => "null".to_owned(),
            Opcode::IconstM1
            | Opcode::Iconst0
            | Opcode::Iconst1
            | Opcode::Iconst2
            | Opcode::Iconst3
            | Opcode::Iconst4
            | Opcode::Iconst5 => (i32::from(number) - i32::from(Opcode::Iconst0 as u8)).to_string(),
            Opcode::Bipush | Opcode::Sipush => {
                let Operand::Immediate(value) = i.operand else { return None };
                value.to_string()
            }
            Opcode::Iload | Opcode::Iload0 | Opcode::Iload1 | Opcode::Iload2 | Opcode::Iload3 => {
                self.local(i.local()?, bci)
            }
            Opcode::Aload | Opcode::Aload0 | Opcode::Aload1 | Opcode::Aload2 | Opcode::Aload3 => {
                self.local(i.local()?, bci)
            }
            Opcode::Getstatic => {
                let (class, name, _) = self.pool.member(i.constant()?);
                format!("{}.{name}", class_name(self.pool, class))
            }
            Opcode::Getfield => {
                let (_, name, _) = self.pool.member(i.constant()?);
                match self.operand(bci, 0, detail) {
                    Some(object) => format!("{object}.{name}"),
                    None => name.text().into_owned(),
                }
            }
            Opcode::Invokevirtual
            | Opcode::Invokespecial
            | Opcode::Invokestatic
            | Opcode::Invokeinterface => invoked(self.pool, &i),
            Opcode::Iaload
            | Opcode::Laload
            | Opcode::Faload
            | Opcode::Daload
            | Opcode::Aaload
            | Opcode::Baload
            | Opcode::Caload
            | Opcode::Saload => {
                let array = self.operand(bci, 1, detail).unwrap_or_else(|| "<array>".to_owned());
                let index = self.operand(bci, 0, detail).unwrap_or_else(|| "...".to_owned());
                format!("{array}[{index}]")
            }
            _ => return None,
        })
    }

    /// The expression of an operand of the instruction at `bci`.
    fn operand(&self, bci: u32, depth: usize, detail: usize) -> Option<String> {
        let source = self.analysis.states.get(&bci)?.source(depth)?;
        self.expression(source, detail - 1)
    }

    fn local(&self, slot: u16, bci: u32) -> String {
        if let Some(name) = self.debug_name(slot, bci) {
            return name;
        }
        let method = self.method;
        if slot == 0 && !method.is_static() {
            return "this".to_owned();
        }
        let mut at = u16::from(!method.is_static());
        for (index, kind) in method.signature().params.iter().enumerate() {
            let words = kind.words();
            if (at..at + words).contains(&slot) && !self.analysis.was_written(bci, slot) {
                return format!("<parameter{}>", index + 1);
            }
            at += words;
        }
        format!("<local{slot}>")
    }

    /// From the LocalVariableTable (JVMS 4.7.13).
    fn debug_name(&self, slot: u16, bci: u32) -> Option<String> {
        let table = self.method.code_attribute(b"LocalVariableTable")?;
        let u16_at = |at: usize| crate::class::u16_at(table, at);
        for row in 0..usize::from(u16_at(0)) {
            let at = 2 + row * 10;
            let (start, length) = (u32::from(u16_at(at)), u32::from(u16_at(at + 2)));
            if u16_at(at + 8) == slot && (start..start + length).contains(&bci) {
                return Some(self.pool.symbol(u16_at(at + 4)).text().into_owned());
            }
        }
        None
    }
}

/// What is known before an instruction.
#[derive(Clone, PartialEq, Default)]
struct State {
    /// For each entry of the operand stack its kind and the instruction that made it, if that is one.
    stack: Vec<(Kind, Option<u32>)>,
    /// The first 256 locals, which all parameters are among: those that were stored to.
    written: [u64; 4],
}

impl State {
    fn source(&self, depth: usize) -> Option<u32> {
        self.stack.len().checked_sub(depth + 1).and_then(|index| self.stack[index].1)
    }

    /// What holds on both ways here; `None` if they cannot meet.
    fn meet(&self, other: &State) -> Option<State> {
        if self.stack.len() != other.stack.len() {
            return None;
        }
        let both = self.stack.iter().zip(&other.stack);
        Some(State {
            stack: both.map(|(x, y)| (x.0, if x.1 == y.1 { x.1 } else { None })).collect(),
            written: std::array::from_fn(|i| self.written[i] | other.written[i]),
        })
    }
}

struct Analysis {
    states: BTreeMap<u32, State>,
}

impl Analysis {
    /// Goes through the code in its order, again and again if need be, until something is known of the instruction at `wanted`. As HotSpot does:
    /// what a jump backwards brings does not count for code that was reached without it, nor do stores before a handler.
    fn of(method: &'static Method, code: &'static [u8], wanted: u32) -> Option<Self> {
        let mut analysis = Self { states: BTreeMap::new() };
        let handler = State { stack: vec![(Kind::A, None)], written: [0; 4] };
        analysis.states.extend(method.handlers().map(|h| (u32::from(h.target), handler.clone())));
        analysis.states.insert(0, State::default());
        loop {
            let known = analysis.states.len();
            let mut at = 0;
            while (at as usize) < code.len() {
                let i = decode(code, at).ok()?;
                if let Some(state) = analysis.states.get(&at).cloned() {
                    if at == wanted {
                        return Some(analysis);
                    }
                    analysis.follow(&method.class().pool, &i, state)?;
                }
                at = i.next_pc();
            }
            if analysis.states.len() == known {
                return None;
            }
        }
    }

    /// Lets what is known before an instruction reach those that may run next.
    fn follow(&mut self, pool: &Pool, i: &Instruction<'_>, mut next: State) -> Option<()> {
        apply(pool, i, &mut next)?;
        let mut offsets = vec![];
        match &i.operand {
            Operand::Branch(offset) => offsets.push(*offset),
            Operand::TableSwitch(switch) => {
                offsets.push(switch.default);
                offsets.extend(switch.offsets());
            }
            Operand::LookupSwitch(switch) => {
                offsets.push(switch.default);
                offsets.extend(switch.pairs().map(|(_, offset)| offset));
            }
            _ => {}
        }
        for offset in offsets {
            self.reach(i.target(offset)?, &next)?;
        }
        if !i.opcode.ends_block() {
            if matches!(i.opcode, Opcode::Jsr | Opcode::JsrW) {
                next.stack.pop();
            }
            self.reach(i.next_pc(), &next)?;
        }
        Some(())
    }

    /// Adds a way to the instruction at `bci`.
    fn reach(&mut self, bci: u32, state: &State) -> Option<()> {
        let met = match self.states.get(&bci) {
            None => state.clone(),
            Some(known) => known.meet(state)?,
        };
        self.states.insert(bci, met);
        Some(())
    }

    /// Whether the local was stored to on some way to the instruction at `bci`.
    fn was_written(&self, bci: u32, local: u16) -> bool {
        let word = self.states.get(&bci).and_then(|s| s.written.get(usize::from(local / 64)).copied());
        word.is_none_or(|w| w >> (local % 64) & 1 != 0)
    }
}

fn set_bit(words: &mut [u64; 4], bit: u16) {
    if let Some(word) = words.get_mut(usize::from(bit / 64)) {
        *word |= 1 << (bit % 64);
    }
}

fn apply(pool: &Pool, i: &Instruction<'_>, state: &mut State) -> Option<()> {
    let stack = &mut state.stack;
    let opcode = i.opcode;
    if (Opcode::Istore..=Opcode::Astore3).contains(&opcode) {
        stack.pop()?;
        set_bit(&mut state.written, i.local()?);
        return Some(());
    }
    // A cast leaves the value what it was.
    if opcode == Opcode::Checkcast {
        return Some(());
    }
    if let StackEffect::Fixed { pops, pushes } = opcode.info().effect {
        let keep = stack.len().checked_sub(pops.len())?;
        stack.truncate(keep);
        stack.extend(pushes.iter().map(|&kind| (kind, Some(i.pc))));
        return Some(());
    }
    let index = i.constant().unwrap_or(0);
    let (pops, push) = match opcode {
        Opcode::Ldc | Opcode::LdcW | Opcode::Ldc2W => {
            let wide = matches!(pool.tag(index), tag::LONG | tag::DOUBLE)
                || pool.tag(index) == tag::DYNAMIC && matches!(field_kind(pool, index), Kind::J | Kind::D);
            (0, Some(if wide { Kind::J } else { Kind::I }))
        }
        Opcode::Getstatic => (0, Some(field_kind(pool, index))),
        Opcode::Putstatic => (1, None),
        Opcode::Getfield => (1, Some(field_kind(pool, index))),
        Opcode::Putfield => (2, None),
        Opcode::Multianewarray => {
            let Operand::MultiNewArray { dimensions, .. } = i.operand else { return None };
            (usize::from(dimensions), Some(Kind::A))
        }
        _ if opcode.is_invoke() => {
            let (_, _, descriptor) = pool.member(index);
            let signature = Signature::of(descriptor);
            let instance = !matches!(opcode, Opcode::Invokestatic | Opcode::Invokedynamic);
            let push = (signature.ret != ValueKind::Void).then(|| kind_of(signature.ret));
            (signature.params.len() + usize::from(instance), push)
        }
        _ => return shuffle(opcode, stack),
    };
    let keep = stack.len().checked_sub(pops)?;
    stack.truncate(keep);
    stack.extend(push.map(|kind| (kind, Some(i.pc))));
    Some(())
}

fn kind_of(kind: ValueKind) -> Kind {
    match kind {
        ValueKind::Long => Kind::J,
        ValueKind::Double => Kind::D,
        ValueKind::Ref => Kind::A,
        _ => Kind::I,
    }
}

fn field_kind(pool: &Pool, index: u16) -> Kind {
    let (_, _, descriptor) = pool.member(index);
    kind_of(descriptor.bytes().first().and_then(|&c| ValueKind::of_descriptor(c)).unwrap_or(ValueKind::Int))
}

fn shuffle(opcode: Opcode, stack: &mut Vec<(Kind, Option<u32>)>) -> Option<()> {
    let wide = |depth: usize| stack.len() > depth && stack[stack.len() - 1 - depth].0.slots() == 2;
    let (count, order) = crate::interpreter::shuffle(opcode, wide)?;
    let base = stack.len().checked_sub(count)?;
    let taken = stack.split_off(base);
    stack.extend(order.iter().map(|&index| taken[index]));
    Some(())
}
