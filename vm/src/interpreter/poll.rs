//! Safepoint polls: what happens when a thread's budget of back edges and calls is spent.

use super::machine::*;
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
        f.leave(pc, t);
        let method = f.method();
        method.back_edges.fetch_add(BUDGET as u32, Relaxed);
        let thread = t.get();
        thread.budget.store(BUDGET, Relaxed);
        thread.poll();
        dispatch(pc, r, t, f, h)
    }
}
