//! The middle end: passes over SSA, one a file. None needs to be undone: what they rely on holds for good.

mod cfg;
mod clean;
mod copy;
mod enter;
mod facts;
mod fold;
mod gvn;
mod peel;
mod ranges;
mod scalar;
mod split;

use crate::ir::Func;

/// Instructions beyond which a function is only tidied.
const MOST_NODES: usize = 40_000;

/// Improves a function.
pub fn optimize(f: &mut Func) {
    enter::run(f);
    clean::run(f);
    if f.nodes.len() > MOST_NODES {
        return;
    }
    gvn::run(f);
    clean::run(f);
    if scalar::run(f) {
        clean::run(f);
        gvn::run(f);
        clean::run(f);
    }
    peel::run(f);
    clean::run(f);
    gvn::run(f);
    clean::run(f);
    split::run(f);
    clean::run(f);
}
