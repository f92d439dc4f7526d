//! Loops that decide the same thing in each iteration get a copy for the other outcome, and the decision is taken once, in front of both:
//! which of its two forms a string has, above all.

use super::cfg::{Cfg, Loop};
use super::copy::{copy, mend};
use super::peel::size;
use crate::ir::*;
use hashbrown::HashSet;

/// Instructions of loops that are copied.
const MOST_NODES: usize = 90;
/// Copies of loops in a function.
const MOST_LOOPS: usize = 8;
/// Copies for one loop, one condition each.
const MOST_TIMES: usize = 2;
/// Instructions of functions in which loops are copied.
const MOST_ALL: usize = 8_000;

/// Copies innermost loops with such decisions. Whether there were any.
pub fn run(f: &mut Func) -> bool {
    let cfg = Cfg::new(f);
    let mut nodes: usize = cfg.order.iter().map(|&b| f.blocks[b as usize].insts.len()).sum();
    let usual = |l: &&Loop| l.innermost && !f.blocks[l.header as usize].cold;
    let headers: Vec<BlockId> = cfg.loops().iter().filter(usual).map(|l| l.header).collect();
    let mut left = MOST_LOOPS;
    for mut header in headers {
        for _ in 0..MOST_TIMES {
            if left == 0 || nodes > MOST_ALL {
                return left < MOST_LOOPS;
            }
            let cfg = Cfg::new(f);
            let Some(l) = cfg.loops().into_iter().find(|l| l.header == header) else { break };
            let Some(at) = decision(f, &cfg, &l) else { break };
            nodes += size(f, &l);
            left -= 1;
            let twin = unswitch(f, &cfg, &l, at);
            // The one that runs may have more to decide.
            if f.blocks[header as usize].cold {
                header = twin;
            }
        }
    }
    left < MOST_LOOPS
}

/// The block of a loop whose branch goes the same way in each iteration, and both ways stay in the loop for a while.
fn decision(f: &Func, cfg: &Cfg, l: &Loop) -> Option<BlockId> {
    let preds = &cfg.preds[l.header as usize];
    if size(f, l) > MOST_NODES
        || l.blocks.contains(&0)
        || f.blocks[l.header as usize].handler
        || preds.iter().any(|p| p.exc)
    {
        return None;
    }
    let own: HashSet<Val> = l
        .blocks
        .iter()
        .flat_map(|&b| f.blocks[b as usize].params.iter().chain(&f.blocks[b as usize].insts).copied())
        .filter(|&v| !matches!(f.nodes[v as usize].op, Op::Const(_)))
        .collect();
    // A call costs more than what is saved.
    let call = |&v: &Val| matches!(f.nodes[v as usize].op, Op::Call { .. } | Op::Late(..) | Op::Native(..));
    let mut hot = l.blocks.iter().filter(|&&b| !f.blocks[b as usize].cold);
    if hot.clone().any(|&b| f.blocks[b as usize].insts.iter().any(call)) {
        return None;
    }
    hot.find(|&&b| {
        let Term::Branch(c, yes, no) = f.blocks[b as usize].term else { return false };
        let node = &f.nodes[c as usize];
        let inside = |e: EdgeId| l.blocks.contains(&f.edges[e as usize].to);
        let cold = |e: EdgeId| f.blocks[f.edges[e as usize].to as usize].cold;
        yes != no
            && matches!(node.op, Op::Cmp(_))
            && node.args.iter().all(|a| !own.contains(a))
            && !node.args.iter().all(|&a| matches!(f.nodes[a as usize].op, Op::Const(_)))
            && inside(yes)
            && inside(no)
            && !(cold(yes) && cold(no))
    })
    .copied()
}

/// Copies a loop for the second outcome of a decision; the head of the copy.
fn unswitch(f: &mut Func, cfg: &Cfg, l: &Loop, at: BlockId) -> BlockId {
    let header = l.header;
    let Term::Branch(c, yes, no) = f.blocks[at as usize].term else { return header };
    let entries: Vec<EdgeId> =
        cfg.preds[header as usize].iter().filter(|p| !cfg.is_back(header, p)).map(|p| p.edge).collect();
    let copied = copy(f, &l.blocks);
    let before = f.block();
    let pos = f.nodes[c as usize].pos;
    let types: Vec<Ty> = f.blocks[header as usize].params.iter().map(|&p| f.ty(p)).collect();
    let params: Vec<Val> = types.into_iter().map(|ty| f.node(Op::Param, ty, vec![], pos)).collect();
    f.blocks[before as usize].params = params.clone();
    for edge in entries {
        f.edges[edge as usize].to = before;
    }
    let (op, args) = (f.nodes[c as usize].op, f.nodes[c as usize].args.clone());
    let test = f.node(op, Ty::I, args, pos);
    f.blocks[before as usize].insts.push(test);
    // What never ran so far goes on not to.
    let cold = |f: &Func, e: EdgeId| f.blocks[f.edges[e as usize].to as usize].cold;
    let (yes_cold, no_cold) = (cold(f, yes), cold(f, no));
    for &b in &l.blocks {
        f.blocks[b as usize].cold |= yes_cold;
        f.blocks[copied.blocks[&b] as usize].cold |= no_cold;
    }
    // What the outcome says holds from a block on that has no other way in.
    let ways = [header, copied.blocks[&header]].map(|to| {
        let way = f.block();
        let enter = f.edge(to, params.clone());
        f.blocks[way as usize].term = Term::Jump(enter);
        f.blocks[way as usize].cold = f.blocks[to as usize].cold;
        f.edge(way, vec![])
    });
    f.blocks[before as usize].term = Term::Branch(test, ways[0], ways[1]);
    f.blocks[at as usize].term = Term::Jump(yes);
    let twin = copied.blocks[&at];
    if let Term::Branch(_, _, twin_no) = f.blocks[twin as usize].term {
        f.blocks[twin as usize].term = Term::Jump(twin_no);
    }
    mend(f, &copied);
    copied.blocks[&header]
}
