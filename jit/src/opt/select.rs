//! Branches around a little arithmetic become conditional moves: a branch that is not foreseen costs more than what it avoids.

use super::cfg::Cfg;
use crate::ir::*;

/// Instructions of a way that is computed whether it is taken or not.
const MOST_INSTS: usize = 2;
/// Values chosen between.
const MOST_VALUES: usize = 2;

/// Converts what is worth it, inner branches first.
pub fn run(f: &mut Func) {
    let cfg = Cfg::new(f);
    let mut preds: Vec<usize> = cfg.preds.iter().map(Vec::len).collect();
    for &b in cfg.order.iter().rev() {
        convert(f, &mut preds, b);
    }
}

/// A way from a branch to where both ways meet: what it computes, and the arguments it comes with.
struct Way {
    insts: Vec<Val>,
    to: BlockId,
    args: Vec<Val>,
}

/// The edge as a way through one block that does nothing but cheap arithmetic.
fn through(f: &Func, preds: &[usize], edge: EdgeId) -> Option<Way> {
    let e = &f.edges[edge as usize];
    let block = &f.blocks[e.to as usize];
    let Term::Jump(out) = block.term else { return None };
    if preds[e.to as usize] != 1 || !block.params.is_empty() || block.handler || block.cold {
        return None;
    }
    let costly = block.insts.iter().filter(|&&v| !matches!(f.nodes[v as usize].op, Op::Const(_))).count();
    if costly > MOST_INSTS || !block.insts.iter().all(|&v| cheap(&f.nodes[v as usize])) {
        return None;
    }
    let out = &f.edges[out as usize];
    (out.to != e.to).then(|| Way { insts: block.insts.clone(), to: out.to, args: out.args.clone() })
}

fn cheap(node: &Node) -> bool {
    let integer = matches!(node.ty, Ty::I | Ty::J);
    match node.op {
        Op::Const(_) => true,
        Op::Bin(op) => integer && !matches!(op, Bin::Div | Bin::Rem | Bin::Mul | Bin::MulHigh),
        Op::Un(op) => {
            integer && matches!(op, Un::Neg | Un::I2l | Un::L2i | Un::I2b | Un::I2c | Un::I2s | Un::Bit)
        }
        _ => false,
    }
}

/// Both ways of a block's branch and where their arguments differ, if it is to be converted.
fn ways(f: &Func, preds: &[usize], b: BlockId) -> Option<(Way, Way, Vec<usize>)> {
    let Term::Branch(_, yes, no) = f.blocks[b as usize].term else { return None };
    let direct = |edge: EdgeId| {
        let e = &f.edges[edge as usize];
        Way { insts: vec![], to: e.to, args: e.args.clone() }
    };
    let (a, z) = match (through(f, preds, yes), through(f, preds, no)) {
        (Some(a), Some(z)) if a.to == z.to => (a, z),
        (Some(a), _) if a.to == f.edges[no as usize].to => (a, direct(no)),
        (_, Some(z)) if z.to == f.edges[yes as usize].to => (direct(yes), z),
        _ => return None,
    };
    let target = &f.blocks[a.to as usize];
    if target.handler || target.cold != f.blocks[b as usize].cold {
        return None;
    }
    let differ: Vec<usize> = (0..a.args.len()).filter(|&n| a.args[n] != z.args[n]).collect();
    let possible = differ.iter().all(|&n| matches!(f.ty(a.args[n]), Ty::I | Ty::J | Ty::A));
    (!differ.is_empty() && differ.len() <= MOST_VALUES && possible).then_some((a, z, differ))
}

/// Whether a block's branch is going to be a conditional move, as far as can be said before the end.
pub fn converts(f: &Func, preds: &[usize], b: BlockId) -> bool {
    ways(f, preds, b).is_some()
}

fn convert(f: &mut Func, preds: &mut [usize], b: BlockId) {
    let Term::Branch(c, ..) = f.blocks[b as usize].term else { return };
    let Some((a, z, differ)) = ways(f, preds, b) else { return };
    let to = a.to;
    let pos = f.nodes[c as usize].pos;
    let mut args = z.args.clone();
    f.blocks[b as usize].insts.extend(a.insts.iter().chain(&z.insts));
    for n in differ {
        let ty = f.ty(a.args[n]);
        let v = f.node(Op::Select, ty, vec![c, a.args[n], z.args[n]], pos);
        f.blocks[b as usize].insts.push(v);
        args[n] = v;
    }
    let edge = f.edge(to, args);
    f.blocks[b as usize].term = Term::Jump(edge);
    preds[to as usize] -= 1;
}
