//! Two tests of an int, that it is neither below nor above constants, become one: less the lower bound it is small, as an unsigned
//! number. What characters are is asked so, and not foreseen.

use super::cfg::Cfg;
use super::fold::{integer, swapped};
use crate::ir::*;

/// Joins such tests, inner ones first.
pub fn run(f: &mut Func) {
    let cfg = Cfg::new(f);
    let mut preds: Vec<usize> = cfg.preds.iter().map(Vec::len).collect();
    for &b in cfg.order.iter().rev() {
        join(f, &mut preds, b);
    }
}

/// A bound of a value.
#[derive(Clone, Copy)]
enum Bound {
    Least(i64),
    Most(i64),
}

/// What the comparison says of which int if it comes out so.
fn bound(f: &Func, c: Val, yes: bool) -> Option<(Val, Bound)> {
    let node = &f.nodes[c as usize];
    let Op::Cmp(cond) = node.op else { return None };
    let [a, b] = node.args[..] else { return None };
    if f.ty(a) != Ty::I {
        return None;
    }
    let cond = if yes { cond } else { cond.negate(false) };
    let (x, k, cond) = match (integer(f, a), integer(f, b)) {
        (None, Some(k)) => (a, k, cond),
        (Some(k), None) => (b, k, swapped(cond)),
        _ => return None,
    };
    Some((
        x,
        match cond {
            Cond::Lt => Bound::Most(k - 1),
            Cond::Le => Bound::Most(k),
            Cond::Gt => Bound::Least(k + 1),
            Cond::Ge => Bound::Least(k),
            _ => return None,
        },
    ))
}

fn join(f: &mut Func, preds: &mut [usize], b: BlockId) {
    let Term::Branch(first, yes, no) = f.blocks[b as usize].term else { return };
    for (on, out, holds) in [(yes, no, true), (no, yes, false)] {
        let next = f.edges[on as usize].to;
        let block = &f.blocks[next as usize];
        let Term::Branch(second, yes, no) = block.term else { continue };
        let plain = |&v: &Val| v == second || matches!(f.nodes[v as usize].op, Op::Const(_));
        if preds[next as usize] != 1
            || !block.params.is_empty()
            || block.handler
            || block.cold != f.blocks[b as usize].cold
            || !block.insts.iter().all(plain)
        {
            continue;
        }
        let leaves = |edge: EdgeId| {
            let (edge, out) = (&f.edges[edge as usize], &f.edges[out as usize]);
            edge.to == out.to && edge.args == out.args
        };
        let (within, too) = match (leaves(yes), leaves(no)) {
            (false, true) => (yes, true),
            (true, false) => (no, false),
            _ => continue,
        };
        let (Some((x, one)), Some((y, two))) = (bound(f, first, holds), bound(f, second, too)) else {
            continue;
        };
        let (least, most) = match (one, two) {
            (Bound::Least(l), Bound::Most(m)) | (Bound::Most(m), Bound::Least(l)) => (l, m),
            _ => continue,
        };
        if x != y || least > most {
            continue;
        }
        // Signed, from the least int on.
        let low = i64::from(i32::MIN);
        let pos = f.nodes[second as usize].pos;
        let int = |v: i64| Op::Const(u64::from(v as u32));
        let shift = f.node(int(low - least), Ty::I, vec![], pos);
        let moved = f.node(Op::Bin(Bin::Add), Ty::I, vec![x, shift], pos);
        let width = f.node(int(low + most - least), Ty::I, vec![], pos);
        let test = f.node(Op::Cmp(Cond::Le), Ty::I, vec![moved, width], pos);
        preds[f.edges[out as usize].to as usize] -= 1;
        let insts = std::mem::take(&mut f.blocks[next as usize].insts);
        let block = &mut f.blocks[b as usize];
        block.insts.extend(insts);
        block.insts.extend([shift, moved, width, test]);
        block.term = Term::Branch(test, within, out);
        return join(f, preds, b);
    }
}
