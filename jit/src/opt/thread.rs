//! A block that only decides by its parameter, which is a constant on some ways in, is passed by on those: what an inlined
//! method returns as true or false is mostly tested at once.

use super::cfg::Cfg;
use super::fold::{holds, integer};
use super::select;
use crate::ir::*;
use hashbrown::HashMap;

/// Instructions of a block that is passed by.
const MOST_INSTS: usize = 6;
/// Times that all blocks are looked at: such blocks follow one another where methods are inlined in methods.
const ROUNDS: usize = 3;

/// Whether anything changed.
pub fn run(f: &mut Func) -> bool {
    let mut any = false;
    for _ in 0..ROUNDS {
        let order = f.reverse_postorder();
        let preds: Vec<usize> = Cfg::new(f).preds.iter().map(Vec::len).collect();
        let outside = used_outside(f, &order);
        let mut changed = false;
        for &b in &order {
            for edge in f.term_edges(b) {
                changed |= pass_by(f, edge, &outside, &preds);
            }
        }
        any |= changed;
        if !changed {
            break;
        }
    }
    any
}

/// Values that are used in other blocks than they are made in.
fn used_outside(f: &Func, order: &[BlockId]) -> Vec<bool> {
    let mut home = vec![NONE; f.nodes.len()];
    for &b in order {
        let block = &f.blocks[b as usize];
        for &v in block.params.iter().chain(&block.insts) {
            home[v as usize] = b;
        }
    }
    let mut outside = vec![false; f.nodes.len()];
    for &b in order {
        let mut used = |v: Val| {
            if v != NONE && home[v as usize] != b {
                outside[v as usize] = true;
            }
        };
        let block = &f.blocks[b as usize];
        block.insts.iter().flat_map(|&v| &f.nodes[v as usize].args).for_each(|&v| used(v));
        if let Term::Branch(v, ..) | Term::Switch(v, ..) | Term::Return(v) = block.term {
            used(v);
        }
        for edge in f.all_edges(b) {
            f.edges[edge as usize].args.iter().for_each(|&v| used(v));
        }
    }
    outside
}

/// Lets an edge go on to where the block that it leads to goes when it comes from there, if that is known.
fn pass_by(f: &mut Func, edge: EdgeId, outside: &[bool], preds: &[usize]) -> bool {
    let b = f.edges[edge as usize].to;
    let block = &f.blocks[b as usize];
    let local = |&v: &Val| (v as usize) < outside.len() && !outside[v as usize];
    if block.handler
        || block.params.is_empty()
        || block.insts.len() > MOST_INSTS
        || !block.params.iter().chain(&block.insts).all(local)
    {
        return false;
    }
    // Such a decision needs no foresight; passing it by would make it a branch again.
    if select::converts(f, preds, b) {
        return false;
    }
    let block = &f.blocks[b as usize];
    let mut known: HashMap<Val, Val> = HashMap::new();
    for (&p, &a) in block.params.iter().zip(&f.edges[edge as usize].args) {
        known.insert(p, a);
    }
    let mut folded = false;
    for v in block.insts.clone() {
        let Some(value) = evaluate(f, v, &known) else { return false };
        folded |= !matches!(f.nodes[v as usize].op, Op::Const(_));
        known.insert(v, value);
    }
    let out = match f.blocks[b as usize].term {
        Term::Jump(out) if folded => out,
        Term::Branch(c, yes, no) => {
            let c = known.get(&c).copied().unwrap_or(c);
            match integer(f, c) {
                Some(0) => no,
                Some(_) => yes,
                None => return false,
            }
        }
        _ => return false,
    };
    let (to, args) = (f.edges[out as usize].to, f.edges[out as usize].args.clone());
    // A loop keeps its ways in.
    let target = &f.blocks[to as usize];
    if to == b || target.handler || target.insts.iter().any(|&v| f.nodes[v as usize].op == Op::Poll) {
        return false;
    }
    let args = args.into_iter().map(|v| known.get(&v).copied().unwrap_or(v)).collect();
    f.edges[edge as usize] = Edge { to, args };
    true
}

/// The constant that an instruction makes of what is known.
fn evaluate(f: &mut Func, v: Val, known: &HashMap<Val, Val>) -> Option<Val> {
    let node = &f.nodes[v as usize];
    let value = |n: usize| {
        let a = *node.args.get(n)?;
        integer(f, known.get(&a).copied().unwrap_or(a))
    };
    let result = match node.op {
        Op::Const(_) => return Some(v),
        Op::Un(Un::Bit) => value(0)? & 1,
        Op::Cmp(cond) => i64::from(holds(cond, value(0)?, value(1)?)),
        _ => return None,
    };
    let pos = node.pos;
    Some(f.node(Op::Const(result as u64), Ty::I, vec![], pos))
}
