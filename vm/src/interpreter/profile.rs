//! What a compiler asks of the interpreter: which receivers its calls met, where a frame keeps its variables.

use super::machine::Pc;
use super::opcode::Op;
use super::translate::{self, maps};
use crate::class::{Class, Method};
use std::sync::atomic::Ordering;

/// What a call site has seen.
#[derive(Debug, Clone, Copy)]
pub struct CallProfile {
    /// The last receiver's class.
    pub class: Option<&'static Class>,
    /// How often it was another than the one before, up to 65535.
    pub changes: u16,
    /// Whether it ran at all.
    pub reached: bool,
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
        if op == Op::CallVirtual as usize {
            let changes = (words[0] >> 32) as u16;
            return Some(CallProfile { class: class(words[0]), changes, reached: true });
        }
        if op == Op::CallInterface as usize {
            let changes = (words[1] >> 32) as u16;
            return Some(CallProfile { class: class(words[0]), changes, reached: true });
        }
        if (Op::CallGuardedI8 as usize..=Op::CallGuarded64 as usize).contains(&op) {
            return Some(CallProfile { class: class(words[0]), changes: 0, reached: true });
        }
        if op == Op::CallVirtualUnresolved as usize || op == Op::CallInterfaceUnresolved as usize {
            return Some(CallProfile { class: None, changes: 0, reached: false });
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
