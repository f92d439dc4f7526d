//! All compiled code, by address.

use crate::class::Method;
use std::sync::RwLock;

/// A method that was compiled into others' code: itself at 0, inlined ones behind.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The method.
    pub method: &'static Method,
    /// Index of the context that called it; its own for the outermost.
    pub parent: u16,
    /// Bytecode offset of that call.
    pub bci: u16,
}

/// A call in compiled code.
#[derive(Debug, Clone, Copy)]
pub struct Site {
    /// Return address, from the code's start.
    pub ret: u32,
    /// Context.
    pub context: u16,
    /// Bytecode offset in the context's method.
    pub bci: u16,
    /// First of its references in [`Code::slots`].
    pub first: u32,
    /// Number of references.
    pub count: u32,
}

/// The code of a method.
#[derive(Debug)]
pub struct Code {
    /// First address.
    pub start: usize,
    /// Address behind it.
    pub end: usize,
    /// Calls by return address.
    pub sites: Box<[Site]>,
    /// Inlining.
    pub contexts: Box<[Context]>,
    /// Distances below the frame pointer of words that hold references.
    pub slots: Box<[u32]>,
}

impl Code {
    /// The call that returns to `pc`.
    pub fn site(&self, pc: usize) -> Option<&Site> {
        let ret = (pc - self.start) as u32;
        let index = self.sites.binary_search_by_key(&ret, |s| s.ret).ok()?;
        Some(&self.sites[index])
    }

    /// The methods that run at a call, innermost first, with bytecode offsets.
    pub fn chain(&self, site: &Site) -> impl Iterator<Item = (&'static Method, u16)> + '_ {
        let mut next = Some((site.context, site.bci));
        std::iter::from_fn(move || {
            let (index, bci) = next?;
            let context = &self.contexts[usize::from(index)];
            next = (context.parent != index).then_some((context.parent, context.bci));
            Some((context.method, bci))
        })
    }

    /// Where the references are at a call.
    pub fn references(&self, site: &Site) -> &[u32] {
        &self.slots[site.first as usize..(site.first + site.count) as usize]
    }
}

static CODES: RwLock<Vec<&'static Code>> = RwLock::new(Vec::new());
/// Entries in the middle of methods: method, bytecode offset, address.
static ON_STACK: RwLock<Vec<(usize, u16, usize)>> = RwLock::new(Vec::new());

/// Makes code known; before anything calls it.
pub fn register(code: Code) -> &'static Code {
    let code: &'static Code = Box::leak(Box::new(code));
    let mut codes = CODES.write().unwrap_or_else(|e| e.into_inner());
    let at = codes.partition_point(|c| c.start < code.start);
    codes.insert(at, code);
    code
}

/// The code an address is in. A return address may be the code's end.
pub fn find(pc: usize) -> Option<&'static Code> {
    let codes = CODES.read().unwrap_or_else(|e| e.into_inner());
    let at = codes.partition_point(|c| c.start < pc);
    let code = *codes.get(at.checked_sub(1)?)?;
    (pc <= code.end).then_some(code)
}

/// Makes an entry at a loop's head known.
pub fn register_on_stack(method: &'static Method, bci: u16, address: usize) {
    let mut entries = ON_STACK.write().unwrap_or_else(|e| e.into_inner());
    entries.push((std::ptr::from_ref(method) as usize, bci, address));
}

/// The entry for a method's loop at `bci`, the newest one.
pub fn on_stack(method: &'static Method, bci: u16) -> Option<usize> {
    let key = std::ptr::from_ref(method) as usize;
    let entries = ON_STACK.read().unwrap_or_else(|e| e.into_inner());
    entries.iter().rev().find(|e| e.0 == key && e.1 == bci).map(|e| e.2)
}

/// The loop head that the entry at `address` is for, if it is one and still the newest there.
pub fn entered_at(address: usize) -> Option<u16> {
    let entries = ON_STACK.read().unwrap_or_else(|e| e.into_inner());
    let at = entries.iter().position(|e| e.2 == address)?;
    let (method, bci, _) = entries[at];
    entries[at + 1..].iter().all(|e| (e.0, e.1) != (method, bci)).then_some(bci)
}
