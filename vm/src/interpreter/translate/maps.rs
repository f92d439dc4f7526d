//! Maps: for each instruction its bytecode offset and the registers that hold references. Made on demand, by translating the method
//! a second time with a recorder, and kept.

use super::body::Body;
use super::flow::{self, Flow, RefSet};
use super::{TranslateError, Translator};
use crate::class::Method;
use rvm_classfile::opcode::Kind;
use std::sync::atomic::Ordering;

/// What is known of a method's register code.
#[derive(Debug, Default)]
pub struct MethodMaps {
    /// First words of the instructions, ascending.
    starts: Vec<u32>,
    bcis: Vec<u16>,
    /// Index into `lists`: references before the instruction.
    before: Vec<u32>,
    /// The same while the call that the instruction makes runs; `u32::MAX` for other instructions.
    during: Vec<u32>,
    /// Sets of registers.
    lists: Vec<Box<[u16]>>,
    /// Word index of each exception handler: bytecode offset, word.
    handlers: Vec<(u16, u32)>,
    /// First word and offset of each block.
    blocks: Vec<(u32, u16)>,
    /// The stack's first register, where handlers expect the exception.
    pub stack_base: u16,
    /// The register of a synchronized method's monitor.
    pub lock: Option<u16>,
}

/// A position in a method's code, as frames have it: odd inside an instruction, even behind a call.
#[derive(Debug, Clone, Copy)]
pub struct Position(pub u64);

impl MethodMaps {
    /// Index of the instruction that a frame of `method` is in.
    fn index(&self, method: &Method, position: Position) -> usize {
        let entry = method.code_words.load(Ordering::Relaxed) as u64;
        let word = ((position.0 & !1) - entry) / 8;
        // A return address is behind its call.
        let word = if position.0 & 1 == 0 { word - 1 } else { word };
        self.starts.partition_point(|&start| u64::from(start) <= word) - 1
    }

    /// The bytecode offset of a position.
    pub fn bci(&self, method: &Method, position: Position) -> u16 {
        self.bcis[self.index(method, position)]
    }

    /// The registers that hold references at a position.
    pub fn references(&self, method: &Method, position: Position) -> &[u16] {
        let index = self.index(method, position);
        let list = if position.0 & 1 == 0 { self.during[index] } else { self.before[index] };
        match self.lists.get(list as usize) {
            Some(list) => list,
            None => &[],
        }
    }

    /// Whether a position is in the instruction that locks a synchronized method's monitor.
    pub fn in_prologue(&self, method: &Method, position: Position) -> bool {
        self.lock.is_some() && self.index(method, position) == 0
    }

    /// The offset of the block that starts at a position.
    pub fn block(&self, method: &Method, pc: usize) -> Option<u16> {
        let word = (pc - method.code_words.load(Ordering::Relaxed)) / 8;
        self.blocks.iter().find(|b| b.0 as usize == word).map(|b| b.1)
    }

    /// The instructions that came from the bytecode at `bci`, by their words.
    pub fn starts_at(&self, bci: u16) -> impl Iterator<Item = u32> + '_ {
        self.all_starts().filter(move |&(b, _)| b == bci).map(|(_, start)| start)
    }

    /// The instructions that came from the bytecode from `start` up to `end`, by their words, in order.
    pub fn starts_within(&self, start: u16, end: u16) -> impl Iterator<Item = u32> + '_ {
        self.all_starts().filter(move |(b, _)| (start..end).contains(b)).map(|(_, word)| word)
    }

    /// Bytecode offset and first word of all instructions.
    pub fn all_starts(&self) -> impl Iterator<Item = (u16, u32)> + '_ {
        self.bcis.iter().copied().zip(self.starts.iter().copied())
    }

    /// The word where the exception handler at bytecode offset `bci` starts.
    pub fn handler(&self, bci: u16) -> Option<u32> {
        self.handlers.iter().find(|h| h.0 == bci).map(|h| h.1)
    }
}

/// The maps of a translated method.
pub fn maps(method: &'static Method) -> &'static MethodMaps {
    let known = method.translated.load(Ordering::Acquire);
    if !known.is_null() {
        // SAFETY: methods with bytecode keep nothing but maps here.
        return unsafe { &*known.cast::<MethodMaps>() };
    }
    let maps = match make(method) {
        Ok(maps) => maps,
        Err(error) => crate::fatal(&format!("no maps for {method:?}: {error}")),
    };
    let new: *mut MethodMaps = Box::into_raw(Box::new(maps));
    match method.translated.compare_exchange(
        std::ptr::null_mut(),
        new.cast(),
        Ordering::AcqRel,
        Ordering::Acquire,
    ) {
        // SAFETY: just made, never freed.
        Ok(_) => unsafe { &*new },
        Err(other) => {
            // SAFETY: nobody has seen `new`; `other` is another thread's maps.
            unsafe {
                drop(Box::from_raw(new));
                &*other.cast::<MethodMaps>()
            }
        }
    }
}

fn make(method: &'static Method) -> Result<MethodMaps, TranslateError> {
    let body = Body::of(method);
    super::with_needs(|needs| {
        let flow = if body.split { None } else { Some(Flow::of(method, &body)?) };
        let recorder = Recorder {
            refs: flow::entry_refs(method),
            flow,
            maps: MethodMaps::default(),
            at: 0,
            depth: 0,
            stores: Vec::new(),
            in_prologue: false,
        };
        let translator = Translator::new(method, &body, needs, Some(recorder))?;
        let (stack_base, lock) = (translator.stack_base, translator.lock);
        let (translation, recorder) = translator.run()?;
        let mut maps = recorder.map(|r| r.maps).unwrap_or_default();
        maps.stack_base = stack_base;
        maps.lock = lock;
        maps.handlers = translation.handlers;
        maps.blocks = translation.blocks;
        Ok(maps)
    })
}

/// Watches a translation.
pub(super) struct Recorder {
    flow: Option<Flow>,
    /// Locals that hold references where the translator is.
    refs: RefSet,
    maps: MethodMaps,
    at: u32,
    depth: usize,
    /// Stores of the present bytecode, in force behind it.
    stores: Vec<(u16, Kind)>,
    in_prologue: bool,
}

impl Recorder {
    /// A bytecode begins with `depth` entries on the stack.
    pub fn begin(&mut self, bci: u32, depth: usize) {
        self.at = bci;
        self.depth = depth;
        self.stores.clear();
    }

    pub fn depth(&self) -> usize {
        self.depth
    }

    pub fn store(&mut self, local: u16, kind: Kind) {
        self.stores.push((local, kind));
    }

    /// The bytecode ends.
    pub fn end(&mut self) {
        for (local, kind) in self.stores.drain(..) {
            flow::store(&mut self.refs, local, kind);
        }
        self.in_prologue = false;
    }

    /// The instruction that locks comes next: the monitor's register holds nothing yet.
    pub fn prologue(&mut self) {
        self.in_prologue = true;
    }

    /// Control arrives at a block's start.
    pub fn enter(&mut self, bci: u32) {
        if let Some(refs) = self.flow.as_ref().and_then(|f| f.refs_at(bci)) {
            self.refs = refs.clone();
        }
    }

    fn list(&mut self, refs: Vec<u16>) -> u32 {
        // Neighbours often agree.
        let from = self.maps.lists.len().saturating_sub(8);
        if let Some(index) = self.maps.lists[from..].iter().position(|l| l[..] == refs[..]) {
            return (from + index) as u32;
        }
        self.maps.lists.push(refs.into());
        (self.maps.lists.len() - 1) as u32
    }

    fn registers(
        &self,
        locals: &Locals<'_>,
        stack: impl Iterator<Item = u16>,
        lock: Option<u16>,
    ) -> Vec<u16> {
        let mut refs: Vec<u16> = match locals {
            Locals::Mixed(regs) => {
                let held = regs.iter().enumerate().filter(|(index, _)| self.refs.has(*index));
                held.map(|(_, &r)| r).collect()
            }
            Locals::Split(regs) => regs.to_vec(),
        };
        refs.extend(stack);
        if !self.in_prologue {
            refs.extend(lock);
        }
        refs
    }

    pub fn before(
        &mut self,
        word: u32,
        locals: &Locals<'_>,
        stack: impl Iterator<Item = u16>,
        lock: Option<u16>,
    ) {
        let refs = self.registers(locals, stack, lock);
        let list = self.list(refs);
        self.maps.starts.push(word);
        self.maps.bcis.push(self.at as u16);
        self.maps.before.push(list);
        self.maps.during.push(u32::MAX);
        self.in_prologue = false;
    }

    pub fn during(&mut self, locals: &Locals<'_>, stack: impl Iterator<Item = u16>, lock: Option<u16>) {
        let refs = self.registers(locals, stack, lock);
        let list = self.list(refs);
        if let Some(last) = self.maps.during.last_mut() {
            *last = list;
        }
    }

    /// The instruction at `word`, the last one, was taken back.
    pub fn forget(&mut self, word: u32) {
        while self.maps.starts.last().is_some_and(|&start| start >= word) {
            self.maps.starts.pop();
            self.maps.bcis.pop();
            self.maps.before.pop();
            self.maps.during.pop();
        }
    }
}

/// The registers of locals.
pub(super) enum Locals<'a> {
    /// By index; which hold references depends on the place.
    Mixed(&'a [u16]),
    /// Those of references only: they hold nothing else.
    Split(&'a [u16]),
}
