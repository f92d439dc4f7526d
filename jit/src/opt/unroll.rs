//! Complete unrolling: loops that always run a few times, over the neighbours of a cell or the arguments of a call, become that many
//! copies of their body. Indices are constants then, and short arrays can become values.

use super::cfg::{Cfg, Loop};
use super::fold::{holds, integer, swapped};
use super::peel::{peel, size};
use super::ranges::counters;
use crate::ir::*;

/// Iterations of loops that are unrolled.
const MOST_TIMES: usize = 8;
/// Instructions that a loop may become.
const MOST_NODES: usize = 200;
/// Instructions that may be added to a function, and of functions that are looked at.
const MOST_ADDED: usize = 1500;
const MOST_ALL: usize = 8_000;

/// Unrolls innermost loops. Whether there were any.
pub fn run(f: &mut Func) -> bool {
    let cfg = Cfg::new(f);
    if cfg.order.iter().map(|&b| f.blocks[b as usize].insts.len()).sum::<usize>() > MOST_ALL {
        return false;
    }
    let usual = |l: &Loop| l.innermost && !f.blocks[l.header as usize].cold;
    let loops: Vec<Loop> = cfg.loops().into_iter().filter(usual).collect();
    let mut added = 0;
    for l in &loops {
        let now = Cfg::new(f);
        let Some((times, leave)) = times(f, &now, l) else { continue };
        let more = size(f, l) * times;
        if more > MOST_NODES || added + more > MOST_ADDED {
            continue;
        }
        added += more.max(1);
        for _ in 0..times {
            let now = Cfg::new(f);
            peel(f, &now, l);
        }
        // What is left is the decision to end.
        f.blocks[l.header as usize].term = Term::Jump(leave);
    }
    added > 0
}

/// How often a loop runs, if its head says so, and its way out.
fn times(f: &Func, cfg: &Cfg, l: &Loop) -> Option<(usize, EdgeId)> {
    let header = &f.blocks[l.header as usize];
    if header.handler || l.blocks.contains(&0) || cfg.preds[l.header as usize].iter().any(|p| p.exc) {
        return None;
    }
    let Term::Branch(c, yes, no) = header.term else { return None };
    let Op::Cmp(cond) = f.nodes[c as usize].op else { return None };
    let args = &f.nodes[c as usize].args;
    let inside = |e: EdgeId| l.blocks.contains(&f.edges[e as usize].to);
    let (leave, cond) = match (inside(yes), inside(no)) {
        (true, false) => (no, cond),
        (false, true) => (yes, cond.negate(false)),
        _ => return None,
    };
    counters(f, cfg, l).into_iter().find_map(|counter| {
        let (cond, limit) = if args[0] == counter.param {
            (cond, args[1])
        } else if args[1] == counter.param {
            (swapped(cond), args[0])
        } else {
            return None;
        };
        let [start] = counter.starts[..] else { return None };
        let (mut at, limit) = (integer(f, start)?, integer(f, limit)?);
        for times in 0..=MOST_TIMES {
            if !holds(cond, at, limit) {
                return Some((times, leave));
            }
            at = i64::from((at as i32).wrapping_add(counter.step as i32));
        }
        None
    })
}
