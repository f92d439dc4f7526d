//! What can be said of a thread that did what no program may, by its registers: for the message with which a guest ends.

use super::JavaThread;
use super::dump::place;
use crate::class::MethodFlags;
use crate::compiled;
use crate::interpreter::Frame;
use crate::{stackwalk, vm};
use std::fmt::Write;

/// Rows that are shown at most.
const ROWS: usize = 64;
/// How far below its limit a host stack may have been used, and how large one is at most.
const BELOW: usize = 256 << 10;
const LARGEST: usize = 1 << 30;

/// The thread on whose host stack an address lies.
fn thread_at(rsp: usize) -> Option<*const JavaThread> {
    let mut found: Option<(usize, *const JavaThread)> = None;
    vm().threads.each(|thread| {
        let limit = thread.host_limit.get();
        let near = limit.saturating_sub(BELOW) <= rsp && rsp.saturating_sub(limit) < LARGEST;
        if near && found.is_none_or(|(best, _)| limit > best) {
            found = Some((limit, std::ptr::from_ref(thread)));
        }
    });
    found.map(|(_, thread)| thread)
}

/// The Java stack of the thread that was at `rip`, innermost first; empty if it is none of Java's. What it has damaged may make this fault in turn.
pub fn crash_text(rip: usize, rsp: usize, rbp: usize) -> String {
    let mut text = String::new();
    if !crate::started() {
        return text;
    }
    let Some(thread) = thread_at(rsp) else { return text };
    // SAFETY: registered threads live, and this one is the caller's own.
    let thread = unsafe { &*thread };
    let _ = writeln!(text, "Java thread \"{}\":", vm().known.thread_name(thread));
    let code = compiled::find(rip).filter(|code| (code.start..code.end).contains(&rip));
    if let Some(method) = code.and_then(|code| code.contexts.first()).map(|context| context.method) {
        let _ = writeln!(text, "{} (compiled code)", place(method, None));
        let record = thread.frame.get() as *mut Frame;
        // SAFETY: compiled code runs under the thread's innermost record, and its frame begins with the caller's frame pointer and the return address.
        unsafe {
            if (*record).method == compiled::COMPILED {
                (*record).pc = *((rbp + 8) as *const usize) as u64;
                (*record).regs = *(rbp as *const usize) as *mut u64;
            }
        }
    }
    let shown = stackwalk::frames(thread).filter(|frame| !frame.method.is(MethodFlags::HIDDEN));
    for frame in shown.take(ROWS) {
        let _ = writeln!(text, "{}", place(frame.method, frame.bci));
    }
    text
}
