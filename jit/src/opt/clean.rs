//! Block parameters that are always the same value, and code whose result nobody wants.

use super::facts::idle;
use crate::ir::*;

/// Replaces values everywhere; `by` maps each value to another or to itself.
pub fn substitute(f: &mut Func, order: &[BlockId], by: &[Val]) {
    let find = |mut v: Val| {
        while v != NONE && (v as usize) < by.len() && by[v as usize] != v {
            v = by[v as usize];
        }
        v
    };
    for &b in order {
        for n in 0..f.blocks[b as usize].insts.len() {
            let v = f.blocks[b as usize].insts[n];
            for a in &mut f.nodes[v as usize].args {
                *a = find(*a);
            }
        }
        match &mut f.blocks[b as usize].term {
            Term::Branch(v, ..) | Term::Switch(v, ..) | Term::Return(v) => *v = find(*v),
            _ => {}
        }
        for edge in f.all_edges(b) {
            for a in &mut f.edges[edge as usize].args {
                *a = find(*a);
            }
        }
    }
}

/// Removes parameters that get one value on all ways, or are not used, and computations that are not used.
pub fn run(f: &mut Func) {
    let order = f.reverse_postorder();
    same_parameters(f, &order);
    unused(f, &order);
    straighten(f, &order);
}

/// Joins blocks of which one leads to the other only, which has no other way in. Handlers rely on what was computed in blocks in
/// front of the one that throws, so those stay apart.
fn straighten(f: &mut Func, order: &[BlockId]) {
    let mut ways = vec![0u32; f.blocks.len()];
    for &b in order {
        for edge in f.all_edges(b) {
            ways[f.edges[edge as usize].to as usize] += 1;
        }
    }
    let mut by: Vec<Val> = (0..f.nodes.len() as Val).collect();
    let mut any = false;
    let mut gone = vec![false; f.blocks.len()];
    for &b in order {
        while !gone[b as usize] {
            let Term::Jump(edge) = f.blocks[b as usize].term else { break };
            let to = f.edges[edge as usize].to;
            let (from, next) = (&f.blocks[b as usize], &f.blocks[to as usize]);
            let throws = next.insts.iter().any(|&v| f.nodes[v as usize].exc != NONE);
            if to == b
                || ways[to as usize] != 1
                || next.handler
                || next.cold != from.cold
                || throws && !from.insts.is_empty()
            {
                break;
            }
            let cold = next.cold;
            let next = std::mem::replace(
                &mut f.blocks[to as usize],
                Block { params: vec![], insts: vec![], term: Term::None, cold, handler: false },
            );
            for (n, &p) in next.params.iter().enumerate() {
                by[p as usize] = f.edges[edge as usize].args[n];
                any = true;
            }
            let block = &mut f.blocks[b as usize];
            block.insts.extend(next.insts);
            block.term = next.term;
            gone[to as usize] = true;
        }
    }
    if any {
        substitute(f, order, &by);
    }
}

fn same_parameters(f: &mut Func, order: &[BlockId]) {
    let mut incoming: Vec<Vec<EdgeId>> = vec![vec![]; f.blocks.len()];
    for &b in order {
        for edge in f.all_edges(b) {
            incoming[f.edges[edge as usize].to as usize].push(edge);
        }
    }
    let mut by: Vec<Val> = (0..f.nodes.len() as Val).collect();
    let mut any = false;
    let mut changed = true;
    while changed {
        changed = false;
        for &b in order {
            let mut n = 0;
            while n < f.blocks[b as usize].params.len() {
                let param = f.blocks[b as usize].params[n];
                let mut one = NONE;
                let mut same = true;
                for &edge in &incoming[b as usize] {
                    let mut v = f.edges[edge as usize].args[n];
                    while by[v as usize] != v {
                        v = by[v as usize];
                    }
                    if v == param || v == one {
                        continue;
                    }
                    same &= one == NONE;
                    one = v;
                }
                if !same || one == NONE {
                    n += 1;
                    continue;
                }
                by[param as usize] = one;
                f.blocks[b as usize].params.remove(n);
                for &edge in &incoming[b as usize] {
                    f.edges[edge as usize].args.remove(n);
                }
                changed = true;
                any = true;
            }
        }
    }
    if any {
        substitute(f, order, &by);
    }
}

/// Whether an instruction must stay though its value is not used.
fn needed(op: &Op) -> bool {
    // A box is only looked at for its value.
    !idle(op) && !matches!(op, Op::Box(_)) || matches!(op, Op::Poll | Op::Reached | Op::Prologue)
}

fn unused(f: &mut Func, order: &[BlockId]) {
    let mut live = vec![false; f.nodes.len()];
    // Parameter: block and position; its arguments become live with it.
    let mut place = vec![(NONE, 0usize); f.nodes.len()];
    let mut incoming: Vec<Vec<EdgeId>> = vec![vec![]; f.blocks.len()];
    let mut work: Vec<Val> = vec![];
    for &b in order {
        for (n, &p) in f.blocks[b as usize].params.iter().enumerate() {
            place[p as usize] = (b, n);
        }
        for edge in f.all_edges(b) {
            incoming[f.edges[edge as usize].to as usize].push(edge);
        }
        let block = &f.blocks[b as usize];
        work.extend(block.insts.iter().copied().filter(|&v| needed(&f.nodes[v as usize].op)));
        match block.term {
            Term::Branch(v, ..) | Term::Switch(v, ..) => work.push(v),
            Term::Return(v) if v != NONE => work.push(v),
            _ => {}
        }
    }
    while let Some(v) = work.pop() {
        if std::mem::replace(&mut live[v as usize], true) {
            continue;
        }
        work.extend(&f.nodes[v as usize].args);
        let (block, n) = place[v as usize];
        if block != NONE {
            work.extend(incoming[block as usize].iter().map(|&e| f.edges[e as usize].args[n]));
        }
    }
    for &b in order {
        let mut insts = std::mem::take(&mut f.blocks[b as usize].insts);
        insts.retain(|&v| live[v as usize]);
        f.blocks[b as usize].insts = insts;
        let params = std::mem::take(&mut f.blocks[b as usize].params);
        for n in (0..params.len()).rev().filter(|&n| !live[params[n] as usize]) {
            for &edge in &incoming[b as usize] {
                f.edges[edge as usize].args.remove(n);
            }
        }
        f.blocks[b as usize].params = params.into_iter().filter(|&p| live[p as usize]).collect();
    }
}
