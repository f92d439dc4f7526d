//! Predecessors, dominators and loops.
//!
//! An exception edge leaves from the middle of its block, so a block is two nodes of the graph: its entry, where exception edges are
//! taken to leave from, and its exit. What an instruction of a block computes holds where the block's exit dominates.

use crate::ir::*;

/// A way into a block.
#[derive(Clone, Copy, Debug)]
pub struct Pred {
    /// Where from.
    pub from: BlockId,
    /// By which edge.
    pub edge: EdgeId,
    /// Whether it is an exception edge.
    pub exc: bool,
}

/// A natural loop.
#[derive(Clone, Debug)]
pub struct Loop {
    /// Its head.
    pub header: BlockId,
    /// Its blocks.
    pub blocks: Vec<BlockId>,
    /// Whether no other loop is inside.
    pub innermost: bool,
}

/// The graph's shape.
pub struct Cfg {
    /// Reachable blocks in reverse postorder.
    pub order: Vec<BlockId>,
    /// Position in `order`, or NONE.
    pub number: Vec<u32>,
    /// Ways into each block.
    pub preds: Vec<Vec<Pred>>,
    /// Immediate dominators of nodes (`entry_of`, `exit_of`).
    pub idom: Vec<u32>,
    /// Nodes that each node dominates immediately.
    pub children: Vec<Vec<u32>>,
    spans: Vec<(u32, u32)>,
}

impl Cfg {
    /// Of a function.
    pub fn new(f: &Func) -> Cfg {
        let order = f.reverse_postorder();
        let mut number = vec![NONE; f.blocks.len()];
        for (n, &b) in order.iter().enumerate() {
            number[b as usize] = n as u32;
        }
        let mut preds = vec![vec![]; f.blocks.len()];
        for &b in &order {
            for &v in &f.blocks[b as usize].insts {
                let edge = f.nodes[v as usize].exc;
                if edge != NONE {
                    preds[f.edges[edge as usize].to as usize].push(Pred { from: b, edge, exc: true });
                }
            }
            for edge in f.term_edges(b) {
                preds[f.edges[edge as usize].to as usize].push(Pred { from: b, edge, exc: false });
            }
        }
        let mut cfg = Cfg { order, number, preds, idom: vec![], children: vec![], spans: vec![] };
        cfg.find_dominators();
        cfg
    }

    /// The node of a block's start.
    pub fn entry_of(&self, b: BlockId) -> u32 {
        self.number[b as usize] * 2
    }
    /// The node of a block's end.
    pub fn exit_of(&self, b: BlockId) -> u32 {
        self.number[b as usize] * 2 + 1
    }
    /// The node that a way in comes from.
    pub fn source(&self, pred: &Pred) -> u32 {
        if pred.exc { self.entry_of(pred.from) } else { self.exit_of(pred.from) }
    }
    /// The block of a node.
    pub fn block(&self, node: u32) -> BlockId {
        self.order[node as usize / 2]
    }

    fn find_dominators(&mut self) {
        let size = self.order.len() * 2;
        self.idom = vec![NONE; size];
        if size == 0 {
            return;
        }
        self.idom[0] = 0;
        let mut changed = true;
        while changed {
            changed = false;
            for node in 1..size as u32 {
                let new = if node % 2 == 1 {
                    node - 1
                } else {
                    let mut best = NONE;
                    for pred in &self.preds[self.block(node) as usize] {
                        let from = self.source(pred);
                        if self.idom[from as usize] == NONE {
                            continue;
                        }
                        best = if best == NONE { from } else { self.common(best, from) };
                    }
                    best
                };
                if self.idom[node as usize] != new {
                    self.idom[node as usize] = new;
                    changed = true;
                }
            }
        }
        self.children = vec![vec![]; size];
        for node in 1..size {
            let parent = self.idom[node];
            if parent != NONE {
                self.children[parent as usize].push(node as u32);
            }
        }
        // Preorder spans answer who dominates whom.
        self.spans = vec![(0, 0); size];
        let mut clock = 0;
        let mut stack = vec![(0u32, 0usize)];
        while let Some((node, next)) = stack.last_mut() {
            let at = *node as usize;
            if *next == 0 {
                self.spans[at].0 = clock;
                clock += 1;
            }
            if let Some(&child) = self.children[at].get(*next) {
                *next += 1;
                stack.push((child, 0));
            } else {
                self.spans[at].1 = clock;
                stack.pop();
            }
        }
    }

    fn common(&self, a: u32, b: u32) -> u32 {
        let (mut a, mut b) = (a, b);
        while a != b {
            while a > b {
                a = self.idom[a as usize];
            }
            while b > a {
                b = self.idom[b as usize];
            }
        }
        a
    }

    /// Whether node `a` dominates node `b`.
    pub fn dominates(&self, a: u32, b: u32) -> bool {
        let (a, b) = (self.spans[a as usize], self.spans[b as usize]);
        a.0 <= b.0 && b.0 < a.1
    }

    /// Whether an edge goes back to its loop's head.
    pub fn is_back(&self, to: BlockId, pred: &Pred) -> bool {
        self.dominates(self.entry_of(to), self.source(pred))
    }

    /// Natural loops, inner ones first.
    pub fn loops(&self) -> Vec<Loop> {
        let mut loops: Vec<Loop> = vec![];
        for &header in &self.order {
            let backs = self.preds[header as usize].iter().filter(|p| self.is_back(header, p));
            let mut work: Vec<BlockId> = backs.map(|p| p.from).collect();
            if work.is_empty() {
                continue;
            }
            let mut seen = vec![false; self.number.len()];
            seen[header as usize] = true;
            let mut blocks = vec![header];
            while let Some(b) = work.pop() {
                if !std::mem::replace(&mut seen[b as usize], true) {
                    blocks.push(b);
                    work.extend(self.preds[b as usize].iter().map(|p| p.from));
                }
            }
            blocks.sort_by_key(|&b| self.number[b as usize]);
            loops.push(Loop { header, blocks, innermost: true });
        }
        let mut heads = vec![false; self.number.len()];
        for l in &loops {
            heads[l.header as usize] = true;
        }
        for l in &mut loops {
            l.innermost = !l.blocks.iter().any(|&b| b != l.header && heads[b as usize]);
        }
        loops.sort_by_key(|l| l.blocks.len());
        loops
    }
}
