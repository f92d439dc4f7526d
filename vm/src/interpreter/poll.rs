//! Safepoint polls: what happens when a thread's budget of back edges and calls is spent.

use super::machine::*;
use super::translate::maps;
use crate::compiled;
use std::sync::atomic::Ordering::Relaxed;

/// Back edges and calls between polls.
pub const BUDGET: i32 = 1000;

/// Polls, then goes on at `pc`, which has not begun.
#[cold]
#[inline(never)]
#[allow(clippy::missing_safety_doc)]
pub unsafe extern "sysv64" fn poll(pc: Pc, r: Regs, t: Thread, f: Fp, h: Table) {
    // SAFETY: called by handlers with their own arguments.
    unsafe {
        if pc_is_stub(pc) {
            // Nothing but its arguments, as in front of a first call.
            (*f.0).pc = 0;
            f.publish(t, f.method().arg_count());
        } else {
            f.leave(pc, t);
        }
        let method = f.method();
        let thread = t.get();
        let compiler = compiled::compiler();
        let period = compiler.map_or(BUDGET, |c| c.period());
        method.back_edges.fetch_add(period as u32, Relaxed);
        thread.budget.store(jitter(period, thread.frame.get() ^ pc.0 as usize), Relaxed);
        thread.poll();
        if let Some(compiler) = compiler {
            let start = pc.0 as usize == method.code_words.load(Relaxed);
            let in_code = !start && !pc_is_stub(pc) && !crate::stackwalk::runs_host_code(method);
            let bci = if in_code { maps(method).block(method, pc.0 as usize) } else { None };
            compiler.sampled(method, bci);
            if let Some(code) = bci.and_then(|bci| compiled::on_stack(method, bci)) {
                return super::ops::call::on_stack(Pc(code as *const u64), r, t, f, h);
            }
            let entry = method.entry.load(Relaxed) as *const u64;
            if start && pc_is_stub(Pc(entry)) {
                return dispatch(Pc(entry), r, t, f, h);
            }
        }
        dispatch(pc, r, t, f, h)
    }
}

fn pc_is_stub(pc: Pc) -> bool {
    std::ptr::eq(pc.0, super::compiled_stub())
}

/// A budget that varies a little, so that samples do not fall on the same call of a regular loop for ever.
fn jitter(period: i32, seed: usize) -> i32 {
    static NOISE: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(1);
    if period < 64 {
        return period;
    }
    let noise = NOISE.fetch_add(0x9e37_79b9 ^ seed as u32, Relaxed);
    period - ((noise >> 13) & 31) as i32
}
