//! Code that is entered in the middle of a loop gets a copy of the way from there to the loop's head, so that the loop has one way in.

use super::cfg::Cfg;
use super::copy::{copy, mend};
use crate::ir::*;
use hashbrown::HashSet;

/// Blocks on that way.
const MOST_BLOCKS: usize = 60;

/// Makes a loop that is entered in the middle one that is entered at its head.
pub fn run(f: &mut Func) {
    let Some(head) = f.head else { return };
    let Term::Jump(entry) = f.blocks[0].term else { return };
    let start = f.edges[entry as usize].to;
    if start == head || !f.reverse_postorder().contains(&head) {
        return;
    }
    let mut seen: HashSet<BlockId> = HashSet::from_iter([head, start]);
    let mut way = vec![start];
    let mut next = 0;
    // What leaves the loop without passing the head is copied too if it is little.
    while next < way.len() {
        for edge in f.all_edges(way[next]) {
            let to = f.edges[edge as usize].to;
            if seen.insert(to) {
                way.push(to);
            }
        }
        next += 1;
        if way.len() > MOST_BLOCKS {
            return;
        }
    }
    // What the head reaches otherwise is not: values from both ways meet there.
    let cfg = Cfg::new(f);
    loop {
        let inside: HashSet<BlockId> = way.iter().copied().collect();
        let only =
            |b: &BlockId| *b == start || cfg.preds[*b as usize].iter().all(|p| inside.contains(&p.from));
        way.retain(only);
        if way.len() == inside.len() {
            break;
        }
    }
    let copied = copy(f, &way);
    f.edges[entry as usize].to = copied.blocks[&start];
    mend(f, &copied);
}
