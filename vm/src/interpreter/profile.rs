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

/// The profile of the invokevirtual or invokeinterface at `bci`; `None` if the method was not interpreted yet.
pub fn call_profile(method: &'static Method, bci: u16) -> Option<CallProfile> {
    let code = method.code_words.load(Ordering::Acquire) as *const u64;
    if code.is_null() || crate::stackwalk::runs_host_code(method) {
        return None;
    }
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

/// The registers of a frame of `method`: of its local variables by index, and the one that holds a synchronized method's monitor.
pub fn frame_layout(method: &'static Method) -> (Vec<u16>, Option<u16>) {
    translate::frame_layout(method)
}
