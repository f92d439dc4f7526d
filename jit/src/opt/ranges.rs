//! Lower bounds of integers, and variables that loops count up or down.

use super::cfg::{Cfg, Loop};
use super::fold::integer;
use crate::ir::*;
use hashbrown::HashMap;
use rvm_vm::class::ValueKind;

/// A variable that changes by a constant in each iteration.
#[derive(Clone, Debug)]
pub struct Counter {
    /// The parameter of the loop's head.
    pub param: Val,
    /// What is added.
    pub step: i64,
    /// What it starts with, one for each way into the loop.
    pub starts: Vec<Val>,
}

/// `v` as a value plus a constant.
pub fn split_sum(f: &Func, v: Val) -> (Val, i64) {
    let node = &f.nodes[v as usize];
    match node.op {
        Op::Bin(Bin::Add) if node.ty == Ty::I => match integer(f, node.args[1]) {
            Some(c) => (node.args[0], c),
            None => (v, 0),
        },
        _ => (v, 0),
    }
}

/// The counters of a loop.
pub fn counters(f: &Func, cfg: &Cfg, l: &Loop) -> Vec<Counter> {
    let mut found = vec![];
    for (n, &param) in f.blocks[l.header as usize].params.iter().enumerate() {
        if f.ty(param) != Ty::I {
            continue;
        }
        let mut step = None;
        let mut starts = vec![];
        let mut regular = true;
        for pred in &cfg.preds[l.header as usize] {
            let Some(&arg) = f.edges[pred.edge as usize].args.get(n) else {
                regular = false;
                break;
            };
            if !cfg.is_back(l.header, pred) {
                starts.push(arg);
                continue;
            }
            let (base, c) = split_sum(f, arg);
            regular &= base == param && c != 0 && step.is_none_or(|s| s == c);
            step = Some(c);
        }
        if let (true, Some(step)) = (regular, step) {
            found.push(Counter { param, step, starts });
        }
    }
    found
}

/// Lower bounds of values that are known to have one that is not negative.
#[derive(Default)]
pub struct Ranges {
    least: HashMap<Val, i64>,
    /// Counters that go down, with what they start with.
    pub falling: HashMap<Val, Vec<Val>>,
}

impl Ranges {
    /// Of a function.
    pub fn new(f: &Func, cfg: &Cfg) -> Ranges {
        let mut ranges = Ranges::default();
        let mut loops = cfg.loops();
        // Inner loops often start with a variable of an outer one.
        loops.reverse();
        for l in &loops {
            for c in counters(f, cfg, l) {
                if c.step == -1 && bounded(f, cfg, l, c.param, Cond::Gt) {
                    ranges.falling.insert(c.param, c.starts);
                } else if c.step == 1 && bounded(f, cfg, l, c.param, Cond::Lt) {
                    let least = c.starts.iter().map(|&s| ranges.least(f, s)).min().flatten();
                    if let Some(least) = least {
                        ranges.least.insert(c.param, least);
                    }
                }
            }
        }
        ranges
    }

    /// A lower bound of an int that is at least 0, if one is known.
    pub fn least(&self, f: &Func, v: Val) -> Option<i64> {
        self.least_of(f, v, 0)
    }

    fn least_of(&self, f: &Func, v: Val, depth: usize) -> Option<i64> {
        if let Some(&known) = self.least.get(&v) {
            return Some(known);
        }
        let node = &f.nodes[v as usize];
        if depth > 4 || node.ty != Ty::I {
            return None;
        }
        let of = |n: usize| self.least_of(f, node.args[n], depth + 1);
        let constant = |n: usize| integer(f, node.args[n]);
        match node.op {
            Op::Const(bits) => Some(i64::from(bits as i32)).filter(|&c| c >= 0),
            Op::ArrayLength | Op::Cmp(_) | Op::InstanceOf(_) | Op::Un(Un::I2c | Un::Bit) => Some(0),
            Op::Un(Un::Clz | Un::Ctz | Un::Popcnt) => Some(0),
            Op::Load(ValueKind::Char | ValueKind::Boolean)
            | Op::GetField { kind: ValueKind::Char | ValueKind::Boolean, .. } => Some(0),
            Op::Bin(Bin::And) => of(0).or_else(|| of(1)).map(|_| 0),
            Op::Bin(Bin::Ushr) => constant(1).filter(|c| c & 31 != 0).map(|_| 0).or_else(|| of(0).map(|_| 0)),
            Op::Bin(Bin::Shr) => of(0).map(|_| 0),
            Op::Bin(Bin::Rem) => of(0).map(|_| 0),
            Op::Bin(Bin::Div) => of(0).filter(|_| constant(1).is_some_and(|c| c > 0)).map(|_| 0),
            Op::Bin(Bin::Max) => of(0).into_iter().chain(of(1)).max(),
            Op::Bin(Bin::Min) => of(0).zip(of(1)).map(|(a, b)| a.min(b)),
            _ => None,
        }
    }
}

/// Whether, where the loop goes back, `param` was found less (or greater) than something since the head: one step does not overflow.
fn bounded(f: &Func, cfg: &Cfg, l: &Loop, param: Val, wanted: Cond) -> bool {
    let preds = &cfg.preds[l.header as usize];
    if preds.iter().any(|p| p.exc) {
        return false;
    }
    let decided = |cond: Cond, args: &[Val]| {
        let (cond, other) = match (args[0] == param, args[1] == param) {
            (true, false) => (cond, args[1]),
            (false, true) => (super::fold::swapped(cond), args[0]),
            _ => return false,
        };
        cond == wanted
            || wanted == Cond::Gt && cond == Cond::Ge && integer(f, other).is_some_and(|c| c > -1000)
    };
    let stop = cfg.entry_of(l.header);
    preds.iter().filter(|p| cfg.is_back(l.header, p)).all(|back| {
        let mut node = cfg.exit_of(back.from);
        while node != stop {
            let block = cfg.block(node);
            if node % 2 == 1 {
                let checked = f.blocks[block as usize].insts.iter().any(|&v| {
                    let n = &f.nodes[v as usize];
                    n.op == Op::BoundsCheck && n.args[0] == param
                });
                if checked {
                    return true;
                }
            } else if let [one] = cfg.preds[block as usize][..]
                && !one.exc
                && let Term::Branch(c, yes, no) = f.blocks[one.from as usize].term
                && yes != no
                && let Op::Cmp(cond) = f.nodes[c as usize].op
                && f.ty(f.nodes[c as usize].args[0]) == Ty::I
            {
                let cond = if one.edge == yes { cond } else { cond.negate(false) };
                if decided(cond, &f.nodes[c as usize].args) {
                    return true;
                }
            }
            node = cfg.idom[node as usize];
        }
        false
    })
}
