//! Dispatch at the end of each case: a loop around a switch, as interpreters and scanners have it, gets a copy of the switch for each way
//! back. A processor foretells each of these jumps by itself, where the one they replace has the history of all.

use super::cfg::{Cfg, Pred};
use super::{clean, copy};
use crate::ir::*;
use hashbrown::HashSet;

/// Ways back, and cases, from which on it is worth it.
const LEAST: usize = 5;
/// Ways back beyond which it is not done.
const MOST_WAYS: usize = 64;
/// Instructions in front of the switch.
const MOST_INSTS: usize = 16;
/// Instructions that copies may add.
const MOST_ADDED: usize = 600;
/// Switches of a function.
const MOST: usize = 4;

/// Copies what is worth it.
pub fn run(f: &mut Func) {
    let mut done = HashSet::new();
    for _ in 0..MOST {
        let cfg = Cfg::new(f);
        let Some((chain, ways)) = cfg.order.iter().find_map(|&b| find(f, &cfg, b, &done)) else { return };
        done.extend(chain.iter().copied());
        for edge in ways {
            let copied = copy::copy(f, &chain);
            f.edges[edge as usize].to = copied.blocks[&chain[0]];
            copy::mend(f, &copied);
            done.extend(copied.blocks.values().copied());
        }
        clean::run(f);
    }
}

/// The blocks from a loop's head to the switch that ends `last`, and the ways back.
fn find(f: &Func, cfg: &Cfg, last: BlockId, done: &HashSet<BlockId>) -> Option<(Vec<BlockId>, Vec<EdgeId>)> {
    let Term::Switch(_, cases, default) = &f.blocks[last as usize].term else { return None };
    let targets: HashSet<BlockId> =
        cases.iter().map(|c| c.1).chain([*default]).map(|e| f.edges[e as usize].to).collect();
    if targets.len() < LEAST || done.contains(&last) {
        return None;
    }
    let mut chain = vec![last];
    let mut insts = 0;
    loop {
        let first = *chain.last()?;
        let block = &f.blocks[first as usize];
        insts += block.insts.len();
        if block.handler || insts > MOST_INSTS || chain.len() > MOST_INSTS {
            return None;
        }
        match cfg.preds[first as usize][..] {
            [Pred { from, exc: false, .. }] if matches!(f.blocks[from as usize].term, Term::Jump(_)) => {
                chain.push(from);
            }
            _ => break,
        }
    }
    chain.reverse();
    let head = chain[0];
    let back = cfg.preds[head as usize].iter().filter(|p| cfg.is_back(head, p));
    let ways: Vec<EdgeId> =
        back.filter(|p| !p.exc && !f.blocks[p.from as usize].cold).map(|p| p.edge).collect();
    let fits = (LEAST..=MOST_WAYS).contains(&ways.len()) && ways.len() * (insts + 1) <= MOST_ADDED;
    (fits && head != 0).then_some((chain, ways))
}
