//! Loop peeling: a loop's first iteration is copied in front of it. Checks and loads whose operands the loop does not change then
//! happen in the copy, in their order, and value numbering removes them from the loop.

use super::cfg::{Cfg, Loop};
use super::copy::{copy, mend};
use crate::ir::*;
use hashbrown::HashSet;

/// Instructions of loops that are copied.
const MOST_NODES: usize = 220;
/// Loops peeled in a function.
const MOST_LOOPS: usize = 24;
/// Instructions of functions in which loops are copied.
const MOST_ALL: usize = 12_000;

/// Peels innermost loops that gain by it.
pub fn run(f: &mut Func) {
    let mut done: HashSet<BlockId> = HashSet::new();
    let cfg = Cfg::new(f);
    let loops = cfg.loops();
    let inner: Vec<&Loop> = loops.iter().filter(|l| l.innermost && worth(f, l)).collect();
    let mut nodes: usize = cfg.order.iter().map(|&b| f.blocks[b as usize].insts.len()).sum();
    for l in inner.into_iter().take(MOST_LOOPS) {
        if nodes > MOST_ALL || !done.insert(l.header) {
            continue;
        }
        nodes += size(f, l);
        let now = Cfg::new(f);
        peel(f, &now, l);
    }
}

/// Instructions of a loop.
pub fn size(f: &Func, l: &Loop) -> usize {
    l.blocks.iter().map(|&b| f.blocks[b as usize].insts.len()).sum()
}

fn worth(f: &Func, l: &Loop) -> bool {
    if size(f, l) > MOST_NODES || l.blocks.contains(&0) || f.blocks[l.header as usize].handler {
        return false;
    }
    let own: HashSet<Val> = l
        .blocks
        .iter()
        .flat_map(|&b| f.blocks[b as usize].params.iter().chain(&f.blocks[b as usize].insts).copied())
        .filter(|&v| !matches!(f.nodes[v as usize].op, Op::Const(_) | Op::Root(_) | Op::CurrentThread))
        .collect();
    let gains = |v: Val| {
        let node = &f.nodes[v as usize];
        matches!(
            node.op,
            Op::NullCheck
                | Op::ArrayLength
                | Op::ClassOf
                | Op::Mirror
                | Op::GetField { volatile: false, .. }
                | Op::GetStatic { volatile: false, .. }
                | Op::CheckCast(_)
                | Op::InstanceOf(_)
                | Op::DivCheck
                | Op::InitCheck(_)
                | Op::StoreCheck
        ) && node.args.iter().all(|a| !own.contains(a))
    };
    l.blocks
        .iter()
        .filter(|&&b| !f.blocks[b as usize].cold)
        .any(|&b| f.blocks[b as usize].insts.iter().any(|&v| gains(v)))
}

/// Puts a copy of the first iteration in front of a loop.
pub fn peel(f: &mut Func, cfg: &Cfg, l: &Loop) {
    let entries: Vec<EdgeId> =
        cfg.preds[l.header as usize].iter().filter(|p| !cfg.is_back(l.header, p)).map(|p| p.edge).collect();
    let copied = copy(f, &l.blocks);
    let first = copied.blocks[&l.header];
    for &b in copied.blocks.values() {
        for edge in f.all_edges(b) {
            if f.edges[edge as usize].to == first {
                f.edges[edge as usize].to = l.header;
            }
        }
    }
    for edge in entries {
        f.edges[edge as usize].to = first;
    }
    // The copy runs once: it need not be stopped.
    let polls = f.blocks[first as usize].insts.iter().position(|&v| f.nodes[v as usize].op == Op::Poll);
    if let Some(at) = polls {
        f.blocks[first as usize].insts.remove(at);
    }
    mend(f, &copied);
}
