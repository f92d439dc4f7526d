//! Lock coarsening: a loop that enters and leaves one monitor in each iteration, with nothing that could wait in between, keeps it for a few
//! iterations. Sections of one thread may be joined (JLS 17.1 promises no fairness); what could block is never drawn into one.

use super::cfg::{Cfg, Loop};
use super::copy::{copy, mend};
use super::facts::{Effect, effect, idle};
use crate::ir::*;
use hashbrown::HashSet;

/// Instructions of loops of which eight iterations are joined; four up to twice as many, two up to four times.
const EIGHT: usize = 20;
/// Loops copied in a function.
const MOST_LOOPS: usize = 8;
/// Instructions of functions in which loops are copied.
const MOST_ALL: usize = 12_000;

/// Where a loop enters the monitor, where it leaves it, and its way out in front of that.
struct Shape {
    enter: (BlockId, Val),
    exit: (BlockId, Val),
    leave: Option<(BlockId, EdgeId)>,
}

/// Joins what can be joined; whether there was something.
pub fn run(f: &mut Func) -> bool {
    let any = |v: &Val| f.nodes[*v as usize].op == Op::MonitorEnter;
    if !f.blocks.iter().any(|b| !b.cold && b.insts.iter().any(any)) {
        return false;
    }
    let cfg = Cfg::new(f);
    let mut nodes: usize = cfg.order.iter().map(|&b| f.blocks[b as usize].insts.len()).sum();
    let loops = cfg.loops();
    let warm = loops.iter().filter(|l| l.innermost && !f.blocks[l.header as usize].cold);
    let headers: Vec<BlockId> = warm.map(|l| l.header).collect();
    let mut done = 0;
    for header in headers {
        let cfg = Cfg::new(f);
        let Some(l) = cfg.loops().into_iter().find(|l| l.header == header) else { continue };
        let size = super::peel::size(f, &l);
        let times = match size {
            0..=EIGHT => 8,
            _ if size <= 2 * EIGHT => 4,
            _ if size <= 4 * EIGHT => 2,
            _ => continue,
        };
        if done == MOST_LOOPS || nodes > MOST_ALL || !fits(f, &cfg, &l) {
            continue;
        }
        nodes += size * times;
        done += 1;
        join(f, &l, times);
    }
    done > 0
}

/// Whether the monitor is the same in all iterations, and nothing else in the loop may wait.
fn fits(f: &Func, cfg: &Cfg, l: &Loop) -> bool {
    let inside: HashSet<BlockId> = l.blocks.iter().copied().collect();
    let header = &f.blocks[l.header as usize];
    if header.handler || inside.contains(&0) {
        return false;
    }
    let Some(shape) = shape(f, cfg, &inside, l.header) else { return false };
    let monitor = f.nodes[shape.enter.1 as usize].args[0];
    if f.nodes[shape.exit.1 as usize].args[0] != monitor {
        return false;
    }
    l.blocks.iter().all(|&b| {
        let block = &f.blocks[b as usize];
        !block.params.contains(&monitor)
            && block.insts.iter().all(|&v| {
                let op = &f.nodes[v as usize].op;
                let field = matches!(
                    op,
                    Op::GetField { .. }
                        | Op::PutField { .. }
                        | Op::GetStatic { .. }
                        | Op::PutStatic { .. }
                        | Op::Atomic(..)
                );
                v != monitor
                    && (v == shape.enter.1 || v == shape.exit.1 || field || effect(op) != Effect::All)
            })
    })
}

/// Looks from a head to the entry behind it and from the one way back to the exit before it.
fn shape(f: &Func, cfg: &Cfg, inside: &HashSet<BlockId>, header: BlockId) -> Option<Shape> {
    let (enter, leave) = forward(f, cfg, inside, header)?;
    let mut back = cfg.preds[header as usize].iter().filter(|p| inside.contains(&p.from));
    let latch = back.next()?;
    if latch.exc || back.next().is_some() {
        return None;
    }
    Some(Shape { enter, exit: backward(f, cfg, latch.from)?, leave })
}

type Entry = ((BlockId, Val), Option<(BlockId, EdgeId)>);

fn forward(f: &Func, cfg: &Cfg, inside: &HashSet<BlockId>, header: BlockId) -> Option<Entry> {
    let (mut b, mut leave) = (header, None);
    for _ in 0..=inside.len() {
        for &v in &f.blocks[b as usize].insts {
            let op = &f.nodes[v as usize].op;
            if *op == Op::MonitorEnter {
                return Some(((b, v), leave));
            }
            if !idle(op) {
                return None;
            }
        }
        let stay = match f.blocks[b as usize].term {
            Term::Jump(e) => e,
            Term::Branch(_, yes, no) if leave.is_none() => {
                let within = |e: EdgeId| inside.contains(&f.edges[e as usize].to);
                let (stay, out) = match (within(yes), within(no)) {
                    (true, false) => (yes, no),
                    (false, true) => (no, yes),
                    _ => return None,
                };
                leave = Some((b, out));
                stay
            }
            _ => return None,
        };
        b = f.edges[stay as usize].to;
        if cfg.preds[b as usize].len() != 1 || !inside.contains(&b) {
            return None;
        }
    }
    None
}

fn backward(f: &Func, cfg: &Cfg, latch: BlockId) -> Option<(BlockId, Val)> {
    let mut b = latch;
    for _ in 0..f.blocks.len() {
        if !matches!(f.blocks[b as usize].term, Term::Jump(_)) {
            return None;
        }
        for &v in f.blocks[b as usize].insts.iter().rev() {
            let op = &f.nodes[v as usize].op;
            if *op == Op::MonitorExit {
                return Some((b, v));
            }
            if !idle(op) {
                return None;
            }
        }
        match cfg.preds[b as usize][..] {
            [ref one] if !one.exc => b = one.from,
            _ => return None,
        }
    }
    None
}

/// Puts copies of the loop's body behind it, and keeps the monitor from each to the next.
fn join(f: &mut Func, l: &Loop, times: usize) {
    let mut blocks = l.blocks.clone();
    let mut headers = vec![l.header];
    while headers.len() < times {
        let second = copy(f, &blocks);
        let next = second.blocks[&l.header];
        let lead = |f: &mut Func, from: &[BlockId], header: BlockId, to: BlockId| {
            for &b in from {
                for edge in f.all_edges(b) {
                    if f.edges[edge as usize].to == header {
                        f.edges[edge as usize].to = to;
                    }
                }
            }
        };
        let copies: Vec<BlockId> = blocks.iter().map(|b| second.blocks[b]).collect();
        lead(f, &blocks, l.header, next);
        lead(f, &copies, next, l.header);
        mend(f, &second);
        let more: Vec<BlockId> = headers.iter().map(|h| second.blocks[h]).collect();
        headers.extend(more);
        blocks.extend(copies);
    }
    let inside: HashSet<BlockId> = blocks.iter().copied().collect();
    let cfg = Cfg::new(f);
    for &header in &headers[1..] {
        let Some(shape) = shape(f, &cfg, &inside, header) else { continue };
        let ((at, enter), (from, exit)) = (shape.enter, shape.exit);
        f.blocks[at as usize].insts.retain(|&v| v != enter);
        f.blocks[from as usize].insts.retain(|&v| v != exit);
        if let Some((_, leave)) = shape.leave {
            let (to, args) = {
                let edge = &f.edges[leave as usize];
                (edge.to, edge.args.clone())
            };
            let out = f.block();
            let go = f.edge(to, args);
            f.blocks[out as usize].insts.push(exit);
            f.blocks[out as usize].term = Term::Jump(go);
            f.edges[leave as usize] = Edge { to: out, args: vec![] };
        }
    }
    // Now and then is enough.
    for &b in blocks.iter().filter(|b| !l.blocks.contains(b)) {
        let nodes = &f.nodes;
        f.blocks[b as usize].insts.retain(|&v| nodes[v as usize].op != Op::Poll);
    }
}
