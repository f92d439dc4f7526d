//! Variables that hold nothing but boxes of one kind, and are only unboxed, hold what is in the boxes: sums and counters whose type is
//! `Integer`. A box that is returned is made where that happens.

use super::clean::substitute;
use crate::boxing::{self, Boxing};
use crate::ir::*;
use hashbrown::HashMap;
use rvm_vm::class::ValueKind;

/// What the values that a parameter gets have in common.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    /// Nothing was seen yet.
    Unknown,
    Boxes(ValueKind),
    Other,
}

struct Boxes {
    held: HashMap<Val, Held>,
    /// Parameters, with their blocks and positions.
    params: Vec<(Val, BlockId, usize)>,
    incoming: Vec<Vec<EdgeId>>,
}

/// Replaces such parameters. Whether there were any.
pub fn run(f: &mut Func) -> bool {
    let order = f.reverse_postorder();
    let boxed = |&v: &Val| matches!(f.nodes[v as usize].op, Op::Box(_));
    if !order.iter().any(|&b| f.blocks[b as usize].insts.iter().any(boxed)) {
        return false;
    }
    let mut incoming: Vec<Vec<EdgeId>> = vec![vec![]; f.blocks.len()];
    let mut boxes = Boxes { held: HashMap::new(), params: vec![], incoming: vec![] };
    for &b in &order {
        for edge in f.all_edges(b) {
            incoming[f.edges[edge as usize].to as usize].push(edge);
        }
        for (n, &p) in f.blocks[b as usize].params.iter().enumerate() {
            if f.ty(p) == Ty::A {
                boxes.params.push((p, b, n));
                boxes.held.insert(p, Held::Unknown);
            }
        }
    }
    boxes.incoming = incoming;
    boxes.meet(f);
    boxes.held.retain(|_, held| matches!(held, Held::Boxes(_)));
    boxes.look_at_uses(f, &order);
    if boxes.held.is_empty() {
        return false;
    }
    boxes.replace(f, &order);
    true
}

impl Boxes {
    fn of(&self, f: &Func, v: Val) -> Held {
        match f.nodes[v as usize].op {
            Op::Box(kind) => Held::Boxes(kind),
            _ => self.held.get(&v).copied().unwrap_or(Held::Other),
        }
    }

    fn boxing(&self, v: Val) -> Option<(ValueKind, &'static Boxing)> {
        match self.held.get(&v) {
            Some(&Held::Boxes(kind)) => boxing::of(kind).map(|b| (kind, b)),
            _ => None,
        }
    }

    /// What parameters hold, from what they are given.
    fn meet(&mut self, f: &Func) {
        let mut changed = true;
        while changed {
            changed = false;
            for &(p, b, n) in &self.params {
                let mut held = Held::Unknown;
                for &edge in &self.incoming[b as usize] {
                    held = match (held, self.of(f, f.edges[edge as usize].args[n])) {
                        (one, Held::Unknown) | (Held::Unknown, one) => one,
                        (one, other) if one == other => one,
                        _ => Held::Other,
                    };
                }
                changed |= self.held.insert(p, held) != Some(held);
            }
        }
    }

    /// Leaves those of which the object itself is wanted, and those that are given such ones.
    fn look_at_uses(&mut self, f: &Func, order: &[BlockId]) {
        for &b in order {
            let block = &f.blocks[b as usize];
            for &v in &block.insts {
                let node = &f.nodes[v as usize];
                for &a in &node.args {
                    if let Some((kind, boxing)) = self.boxing(a)
                        && !unboxes(f, node, a, kind, boxing)
                    {
                        self.held.remove(&a);
                    }
                }
            }
            // What makes the box may throw: a lock would have to be left, a handler to be looked for.
            if let Term::Return(v) = block.term
                && (f.method.is_synchronized() || f.method.handlers().next().is_some())
            {
                self.held.remove(&v);
            }
        }
        let mut changed = true;
        while changed {
            changed = false;
            for &(p, b, n) in &self.params {
                let own = self.held.get(&p).copied();
                for &edge in &self.incoming[b as usize] {
                    let arg = f.edges[edge as usize].args[n];
                    if own.is_none() {
                        changed |= self.held.remove(&arg).is_some();
                    } else if Some(self.of(f, arg)) != own {
                        changed |= self.held.remove(&p).is_some();
                    }
                }
            }
        }
    }

    fn replace(&mut self, f: &mut Func, order: &[BlockId]) {
        let mut by: Vec<Val> = (0..f.nodes.len() as Val).collect();
        // Edges first: they tell boxes from parameters.
        for &(p, b, n) in &self.params {
            if !self.held.contains_key(&p) {
                continue;
            }
            for &edge in &self.incoming[b as usize] {
                let arg = f.edges[edge as usize].args[n];
                if let Op::Box(_) = f.nodes[arg as usize].op {
                    f.edges[edge as usize].args[n] = f.nodes[arg as usize].args[0];
                }
            }
        }
        for &b in order {
            let mut gone: Vec<Val> = vec![];
            for n in 0..f.blocks[b as usize].insts.len() {
                let v = f.blocks[b as usize].insts[n];
                let node = f.nodes[v as usize].clone();
                let Some((kind, boxing, a)) =
                    node.args.iter().find_map(|&a| self.boxing(a).map(|(k, boxing)| (k, boxing, a)))
                else {
                    continue;
                };
                let becomes = match node.op {
                    Op::GetField { .. } => match boxing::narrowing(kind) {
                        Some(un) => Some((Op::Un(un), vec![a])),
                        None => {
                            by[v as usize] = a;
                            None
                        }
                    },
                    Op::Cmp(cond) => Some((Op::Const(u64::from(cond == Cond::Ne)), vec![])),
                    Op::InstanceOf(class) => {
                        Some((Op::Const(u64::from(boxing.class.is_subclass_of(class))), vec![]))
                    }
                    Op::ClassOf => Some((Op::Const(u64::from(boxing.class.address())), vec![])),
                    _ => None,
                };
                match becomes {
                    Some((op, args)) => {
                        f.nodes[v as usize].op = op;
                        f.nodes[v as usize].args = args;
                    }
                    None => gone.push(v),
                }
            }
            f.blocks[b as usize].insts.retain(|v| !gone.contains(v));
            if let Term::Return(v) = f.blocks[b as usize].term
                && let Some((kind, _)) = self.boxing(v)
            {
                let pos = f.nodes[v as usize].pos;
                let made = f.node(Op::Box(kind), Ty::A, vec![v], pos);
                f.blocks[b as usize].insts.push(made);
                f.blocks[b as usize].term = Term::Return(made);
            }
        }
        for (&p, held) in &self.held {
            if let Held::Boxes(kind) = *held {
                f.nodes[p as usize].ty = Ty::of(kind);
            }
        }
        substitute(f, order, &by);
    }
}

/// Whether an instruction needs no more of a box than what is in it, or that it is one.
fn unboxes(f: &Func, node: &Node, a: Val, kind: ValueKind, boxing: &Boxing) -> bool {
    match node.op {
        Op::GetField { offset, kind: k, volatile: false, .. } => offset == boxing.offset && k == kind,
        Op::NullCheck | Op::ClassOf => true,
        Op::CheckCast(class) => boxing.class.is_subclass_of(class),
        Op::InstanceOf(_) => true,
        Op::Cmp(Cond::Eq | Cond::Ne) => {
            let null = |v: Val| matches!(f.nodes[v as usize].op, Op::Const(0));
            node.args.iter().all(|&v| v == a || null(v)) && node.args[0] != node.args[1]
        }
        _ => false,
    }
}
