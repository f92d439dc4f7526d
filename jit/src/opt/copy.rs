//! Copies of parts of a function, and the mending of SSA form behind them.

use super::cfg::Cfg;
use crate::ir::*;
use hashbrown::{HashMap, HashSet};

/// What became of blocks and values.
#[derive(Default)]
pub struct Copied {
    /// Copies of blocks.
    pub blocks: HashMap<BlockId, BlockId>,
    /// Copies of values.
    pub values: HashMap<Val, Val>,
}

impl Copied {
    /// The copy's name of a value.
    pub fn value(&self, v: Val) -> Val {
        self.values.get(&v).copied().unwrap_or(v)
    }
}

/// Copies blocks. Edges between them lead to the copies, others where they did; nothing leads to the copies from outside.
pub fn copy(f: &mut Func, blocks: &[BlockId]) -> Copied {
    let mut copied = Copied::default();
    for &b in blocks {
        let new = f.block();
        f.blocks[new as usize].cold = f.blocks[b as usize].cold;
        f.blocks[new as usize].handler = f.blocks[b as usize].handler;
        copied.blocks.insert(b, new);
        let values: Vec<Val> =
            f.blocks[b as usize].params.iter().chain(&f.blocks[b as usize].insts).copied().collect();
        for v in values {
            let node = f.nodes[v as usize].clone();
            f.nodes.push(node);
            copied.values.insert(v, f.nodes.len() as Val - 1);
        }
    }
    for &b in blocks {
        let old = f.blocks[b as usize].clone();
        let params = old.params.iter().map(|&p| copied.value(p)).collect();
        let insts: Vec<Val> = old.insts.iter().map(|&v| copied.value(v)).collect();
        for &v in &insts {
            for n in 0..f.nodes[v as usize].args.len() {
                let a = f.nodes[v as usize].args[n];
                f.nodes[v as usize].args[n] = copied.value(a);
            }
            let exc = f.nodes[v as usize].exc;
            if exc != NONE {
                f.nodes[v as usize].exc = copy_edge(f, exc, &copied);
            }
        }
        let term = match old.term {
            Term::Jump(e) => Term::Jump(copy_edge(f, e, &copied)),
            Term::Branch(v, yes, no) => {
                Term::Branch(copied.value(v), copy_edge(f, yes, &copied), copy_edge(f, no, &copied))
            }
            Term::Switch(v, cases, default) => {
                let cases = cases.into_iter().map(|(k, e)| (k, copy_edge(f, e, &copied))).collect();
                Term::Switch(copied.value(v), cases, copy_edge(f, default, &copied))
            }
            Term::Return(v) => Term::Return(copied.value(v)),
            other => other,
        };
        let new = &mut f.blocks[copied.blocks[&b] as usize];
        new.params = params;
        new.insts = insts;
        new.term = term;
    }
    copied
}

fn copy_edge(f: &mut Func, edge: EdgeId, copied: &Copied) -> EdgeId {
    let old = f.edges[edge as usize].clone();
    let to = copied.blocks.get(&old.to).copied().unwrap_or(old.to);
    let args = old.args.iter().map(|&a| copied.value(a)).collect();
    f.edge(to, args)
}

/// Mends uses, outside of `blocks` and their copies, of values that now have two definitions.
pub fn mend(f: &mut Func, copied: &Copied) {
    let cfg = Cfg::new(f);
    let copies: HashSet<BlockId> = copied.blocks.values().copied().collect();
    let inside = |b: BlockId| copied.blocks.contains_key(&b) || copies.contains(&b);
    let mut m = Mend { f, cfg: &cfg, copied, copies: &copies, at_entry: HashMap::new() };
    for &b in cfg.order.iter().filter(|&&b| !inside(b)) {
        let insts = m.f.blocks[b as usize].insts.clone();
        for v in insts {
            for n in 0..m.f.nodes[v as usize].args.len() {
                let a = m.f.nodes[v as usize].args[n];
                m.f.nodes[v as usize].args[n] = m.use_in(a, b);
            }
            let exc = m.f.nodes[v as usize].exc;
            if exc != NONE {
                m.edge(exc, b);
            }
        }
        let mut term = m.f.blocks[b as usize].term.clone();
        match &mut term {
            Term::Branch(v, ..) | Term::Switch(v, ..) => *v = m.use_in(*v, b),
            Term::Return(v) if *v != NONE => *v = m.use_in(*v, b),
            _ => {}
        }
        m.f.blocks[b as usize].term = term;
        for edge in m.f.term_edges(b) {
            m.edge(edge, b);
        }
    }
}

struct Mend<'a> {
    f: &'a mut Func,
    cfg: &'a Cfg,
    copied: &'a Copied,
    copies: &'a HashSet<BlockId>,
    at_entry: HashMap<(Val, BlockId), Val>,
}

impl Mend<'_> {
    fn edge(&mut self, edge: EdgeId, from: BlockId) {
        for n in 0..self.f.edges[edge as usize].args.len() {
            let a = self.f.edges[edge as usize].args[n];
            let new = self.use_in(a, from);
            self.f.edges[edge as usize].args[n] = new;
        }
    }

    fn use_in(&mut self, v: Val, block: BlockId) -> Val {
        if self.copied.values.contains_key(&v) { self.at_entry(v, block) } else { v }
    }

    fn at_exit(&mut self, v: Val, block: BlockId) -> Val {
        if self.copied.blocks.contains_key(&block) {
            return v;
        }
        if self.copies.contains(&block) {
            return self.copied.value(v);
        }
        self.at_entry(v, block)
    }

    fn at_entry(&mut self, v: Val, block: BlockId) -> Val {
        let mut passed = vec![];
        let mut at = block;
        let found = loop {
            if let Some(&known) = self.at_entry.get(&(v, at)) {
                break known;
            }
            let cfg = self.cfg;
            if let [one] = cfg.preds[at as usize][..] {
                passed.push(at);
                if self.copied.blocks.contains_key(&one.from) || self.copies.contains(&one.from) {
                    break self.at_exit(v, one.from);
                }
                at = one.from;
                continue;
            }
            let (ty, pos) = (self.f.ty(v), self.f.nodes[v as usize].pos);
            let param = self.f.node(Op::Param, ty, vec![], pos);
            self.at_entry.insert((v, at), param);
            self.f.blocks[at as usize].params.push(param);
            for pred in &cfg.preds[at as usize] {
                let value = self.at_exit(v, pred.from);
                self.f.edges[pred.edge as usize].args.push(value);
            }
            break param;
        };
        for b in passed {
            self.at_entry.insert((v, b), found);
        }
        found
    }
}
