//! The middle end: passes over SSA, one a file. None needs to be undone: what they rely on holds for good.

mod between;
mod boxes;
mod cfg;
mod check;
mod clean;
mod copy;
mod dispatch;
mod enter;
mod facts;
mod fold;
mod gvn;
mod locks;
mod peel;
mod ranges;
mod scalar;
mod select;
mod split;
mod thread;
mod unroll;
mod unswitch;
mod vector;
mod vectorize;

use crate::ir::Func;

/// Instructions beyond which a function is only tidied.
const MOST_NODES: usize = 40_000;

/// Improves a function.
pub fn optimize(f: &mut Func) {
    enter::run(f);
    clean::run(f);
    checked(f, "enter");
    if f.nodes.len() > MOST_NODES {
        return;
    }
    gvn::run(f);
    clean::run(f);
    checked(f, "gvn");
    if thread::run(f) {
        clean::run(f);
        checked(f, "thread");
        gvn::run(f);
        clean::run(f);
    }
    // A loop around another, too.
    for _ in 0..2 {
        if unroll::run(f) {
            clean::run(f);
            checked(f, "unroll");
            gvn::run(f);
            clean::run(f);
        }
    }
    let boxes = boxes::run(f);
    if scalar::run(f) || boxes {
        clean::run(f);
        checked(f, "scalar");
        gvn::run(f);
        clean::run(f);
    }
    peel::run(f);
    clean::run(f);
    checked(f, "peel");
    gvn::run(f);
    clean::run(f);
    checked(f, "gvn");
    if locks::run(f) {
        clean::run(f);
        checked(f, "locks");
        gvn::run(f);
        clean::run(f);
    }
    // What a loop is entered with may be a box only behind its first iteration.
    if boxes::run(f) {
        clean::run(f);
        checked(f, "boxes");
        gvn::run(f);
        clean::run(f);
    }
    if unswitch::run(f) {
        clean::run(f);
        checked(f, "unswitch");
        gvn::run(f);
        clean::run(f);
    }
    split::run(f);
    clean::run(f);
    checked(f, "split");
    between::run(f);
    checked(f, "between");
    select::run(f);
    checked(f, "select");
    dispatch::run(f);
    checked(f, "dispatch");
}

/// Says what a pass did wrong, in debug builds.
fn checked(f: &Func, pass: &str) {
    if cfg!(debug_assertions)
        && let Err(wrong) = check::check(f)
    {
        eprintln!("[jit] {} after {pass}: {wrong}", f.method.external());
    }
}
