//! What a compiler asks of the interpreter: which receivers its calls met, where a frame keeps its variables.

use super::machine::Pc;
use super::opcode::Op;
use super::translate::{self, maps};
use crate::class::{Class, Method};
use std::sync::atomic::{AtomicU64, Ordering};

/// What a call site has seen.
#[derive(Debug, Clone, Copy)]
pub struct CallProfile {
    /// The last receiver's class.
    pub class: Option<&'static Class>,
    /// The only other class there was, if no third one is known.
    pub other: Option<&'static Class>,
    /// How often it was another than the one before, up to 65535.
    pub changes: u16,
    /// Whether it ran at all.
    pub reached: bool,
}

/// By a hash of a call's address: the address's low half above the class it met before the last one; bit 0 says that there was a third.
static OTHERS: [AtomicU64; 1 << 12] = [const { AtomicU64::new(0) }; 1 << 12];

fn other_cell(call: *const u64) -> (&'static AtomicU64, u64) {
    let key = (call as usize >> 3) as u32;
    (&OTHERS[key.wrapping_mul(0x9e37_79b1) as usize >> 20], u64::from(key))
}

/// The call whose profile is at `call` met `class` after `before`. Races and calls with equal hashes lose notes.
pub(super) fn note_other(call: *const u64, before: u32, class: u32) {
    let (cell, key) = other_cell(call);
    let old = cell.load(Ordering::Relaxed);
    let mut third = 0;
    if old >> 32 == key {
        let known = old as u32 & !1;
        third = u64::from(old as u32 & 1 != 0 || known != before && known != class);
    }
    let new = key << 32 | u64::from(before) | third;
    if new != old {
        cell.store(new, Ordering::Relaxed);
    }
}

fn other(call: *const u64) -> Option<&'static Class> {
    let (cell, key) = other_cell(call);
    let word = cell.load(Ordering::Relaxed);
    // SAFETY: calls note the addresses of classes, which are even.
    (word >> 32 == key && word & 1 == 0).then(|| unsafe { Class::from_address(u64::from(word as u32)) })
}

/// A method's register code, if it has bytecode and was interpreted.
fn register_code(method: &Method) -> Option<*const u64> {
    let code = method.code_words.load(Ordering::Acquire) as *const u64;
    (!code.is_null() && !crate::stackwalk::runs_host_code(method)).then_some(code)
}

/// The profile of the invokevirtual or invokeinterface at `bci`; `None` if the method was not interpreted yet.
pub fn call_profile(method: &'static Method, bci: u16) -> Option<CallProfile> {
    let code = register_code(method)?;
    for start in maps(method).starts_at(bci) {
        // SAFETY: the maps name the instructions of the method's code.
        let (op, words) = unsafe {
            let pc = Pc(code.add(start as usize));
            let words =
                [1isize, 2].map(|i| if i < 2 || is_interface(pc.op()) { pc.load(i as usize) } else { 0 });
            (pc.op(), words)
        };
        let class = |word: u64| {
            // SAFETY: calls note the addresses of classes there.
            (word as u32 != 0).then(|| unsafe { Class::from_address(u64::from(word as u32)) })
        };
        // SAFETY: inside the method's code.
        let call = unsafe { code.add(start as usize + 1) };
        if op == Op::CallVirtual as usize {
            let changes = (words[0] >> 32) as u16;
            return Some(CallProfile { class: class(words[0]), other: other(call), changes, reached: true });
        }
        if op == Op::CallInterface as usize {
            let changes = (words[1] >> 32) as u16;
            return Some(CallProfile { class: class(words[0]), other: other(call), changes, reached: true });
        }
        if (Op::CallGuardedI8 as usize..=Op::CallGuarded64 as usize).contains(&op) {
            return Some(CallProfile { class: class(words[0]), other: None, changes: 0, reached: true });
        }
        if op == Op::CallVirtualUnresolved as usize || op == Op::CallInterfaceUnresolved as usize {
            return Some(CallProfile { class: None, other: None, changes: 0, reached: false });
        }
    }
    None
}

fn is_interface(op: usize) -> bool {
    (Op::CallInterface as usize..=Op::CallInterfaceDirect as usize).contains(&op)
        || op == Op::CallInterfaceUnresolved as usize
}

/// Offsets of bytecodes of a method that was interpreted which never ran, so far as is known: instructions that resolve themselves on
/// their first execution and did not.
pub fn unreached(method: &'static Method) -> Vec<u16> {
    let Some(code) = register_code(method) else { return Vec::new() };
    let fresh = |start: u32| {
        // SAFETY: the maps name the instructions of the method's code.
        let op = unsafe { Pc(code.add(start as usize)).op() };
        is_unresolved(op)
    };
    maps(method).all_starts().filter(|&(_, start)| fresh(start)).map(|(bci, _)| bci).collect()
}

/// The registers of a frame of `method`: of its local variables by index, and the one that holds a synchronized method's monitor.
pub fn frame_layout(method: &'static Method) -> (Vec<u16>, Option<u16>) {
    translate::frame_layout(method)
}

/// Where interpretation can go on in the middle of a method.
#[derive(Debug, Clone)]
pub struct ExitPoint {
    /// Address of the instruction.
    pub pc: u64,
    /// The registers that the collector takes for references there.
    pub references: Vec<u16>,
}

/// The way into the basic block of `method` from bytecode `start` up to `end`, if the interpreter never ran that block as far
/// as its first instruction with something to resolve. The operand stack must be empty there.
pub fn exit_point(method: &'static Method, start: u16, end: u16) -> Option<ExitPoint> {
    let code = register_code(method)?;
    let maps = maps(method);
    let mut first = None;
    for word in maps.starts_within(start, end) {
        first.get_or_insert(word);
        // SAFETY: the maps name the instructions of the method's code.
        let op = unsafe { Pc(code.add(word as usize)).op() };
        if is_unresolved(op) {
            let pc = code as u64 + u64::from(first?) * 8;
            let references = maps.references(method, translate::Position(pc | 1)).to_vec();
            return Some(ExitPoint { pc, references });
        }
        if (Op::CallStatic as usize..=Op::CallVariable as usize).contains(&op) || op == Op::New as usize {
            return None;
        }
    }
    None
}

fn is_unresolved(op: usize) -> bool {
    use Op::*;
    [
        GetUnresolved,
        PutUnresolved,
        GetStaticUnresolved,
        PutStaticUnresolved,
        CallStaticUnresolved,
        CallSpecialUnresolved,
        CallVirtualUnresolved,
        CallInterfaceUnresolved,
        CallDynamicUnlinked,
        NewUnresolved,
        NewPrimitiveArrayUnresolved,
        NewArrayUnresolved,
        LoadConstantUnresolved,
    ]
    .iter()
    .any(|&o| o as usize == op)
}
