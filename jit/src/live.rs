//! Which references are live where: what has to be in memory while a call may collect.

use crate::ir::*;
use hashbrown::HashMap;

/// References live across each instruction that may collect: on the way on, and on the way of an exception.
pub struct Live {
    /// On the normal way.
    pub on: HashMap<Val, Vec<Val>>,
    /// On the exception edge.
    pub out: HashMap<Val, Vec<Val>>,
}

#[derive(Clone, PartialEq, Eq, Default)]
struct Set(Vec<u64>);

impl Set {
    fn new(size: usize) -> Self {
        Set(vec![0; size.div_ceil(64)])
    }
    fn add(&mut self, v: u32) {
        self.0[v as usize / 64] |= 1 << (v % 64);
    }
    fn remove(&mut self, v: u32) {
        self.0[v as usize / 64] &= !(1 << (v % 64));
    }
    fn join(&mut self, other: &Set) {
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            *a |= b;
        }
    }
    fn list(&self) -> Vec<u32> {
        let mut list = vec![];
        for (n, &word) in self.0.iter().enumerate() {
            let mut word = word;
            while word != 0 {
                list.push(n as u32 * 64 + word.trailing_zeros());
                word &= word - 1;
            }
        }
        list
    }
}

/// Computes liveness of references for the blocks in `order`.
pub fn live(f: &Func, order: &[BlockId]) -> Live {
    // References get small numbers.
    let mut number: HashMap<Val, u32> = HashMap::new();
    let mut values = vec![];
    for &b in order {
        let block = &f.blocks[b as usize];
        for &v in block.params.iter().chain(&block.insts) {
            if f.ty(v) == Ty::A && !matches!(f.nodes[v as usize].op, Op::Const(_)) {
                number.insert(v, values.len() as u32);
                values.push(v);
            }
        }
    }
    let size = values.len();
    let mut into: HashMap<BlockId, Set> = HashMap::new();
    let mut result = Live { on: HashMap::new(), out: HashMap::new() };
    loop {
        let mut changed = false;
        for &b in order.iter().rev() {
            let set = walk(f, b, &into, &number, size, None);
            if into.get(&b) != Some(&set) {
                into.insert(b, set);
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    for &b in order {
        let mut note = |v: Val, on: &Set, out: &Set| {
            let list = |s: &Set| s.list().into_iter().map(|n| values[n as usize]).collect::<Vec<_>>();
            result.on.insert(v, list(on));
            result.out.insert(v, list(out));
        };
        walk(f, b, &into, &number, size, Some(&mut note));
    }
    result
}

fn across_edge(
    f: &Func,
    edge: EdgeId,
    into: &HashMap<BlockId, Set>,
    number: &HashMap<Val, u32>,
    set: &mut Set,
) {
    let edge = &f.edges[edge as usize];
    if let Some(target) = into.get(&edge.to) {
        set.join(target);
    }
    for v in &edge.args {
        if let Some(&n) = number.get(v) {
            set.add(n);
        }
    }
}

type Note<'n> = &'n mut dyn FnMut(Val, &Set, &Set);

fn walk(
    f: &Func,
    b: BlockId,
    into: &HashMap<BlockId, Set>,
    number: &HashMap<Val, u32>,
    size: usize,
    mut note: Option<Note<'_>>,
) -> Set {
    let mut set = Set::new(size);
    for edge in f.term_edges(b) {
        across_edge(f, edge, into, number, &mut set);
    }
    let block = &f.blocks[b as usize];
    if let Term::Return(v) = block.term
        && let Some(&n) = number.get(&v)
    {
        set.add(n);
    }
    for &v in block.insts.iter().rev() {
        let node = &f.nodes[v as usize];
        if let Some(&n) = number.get(&v) {
            set.remove(n);
        }
        let mut out = Set::new(size);
        if node.exc != NONE {
            across_edge(f, node.exc, into, number, &mut out);
        }
        if let Some(note) = note.as_mut()
            && Func::is_safepoint(&node.op)
        {
            note(v, &set, &out);
        }
        set.join(&out);
        for a in &node.args {
            if let Some(&n) = number.get(a) {
                set.add(n);
            }
        }
    }
    for v in &block.params {
        if let Some(&n) = number.get(v) {
            set.remove(n);
        }
    }
    set
}
