//! Loops that count get a copy for the iterations in which no index can be out of bounds: it runs to the least of the loop's own
//! limit and the arrays' lengths, without those checks and several iterations at once; the loop as it was does the rest, and
//! raises what there is to raise.

use super::cfg::{Cfg, Loop, Pred};
use super::copy::{copy, mend};
use super::facts::{Effect, effect, idle};
use super::fold::swapped;
use super::ranges::{Counter, Ranges, counters, split_sum};
use super::vector::{self, Vectors};
use super::vectorize::{self, Stage, next_strip, strip_limit};
use crate::ir::*;
use hashbrown::HashSet;

/// Instructions of loops that are copied.
const MOST_NODES: usize = 160;
/// Loops copied in a function.
const MOST_LOOPS: usize = 16;
/// Instructions of functions in which loops are copied.
const MOST_ALL: usize = 12_000;
/// Instructions of loops of which four iterations are done at once; two up to twice as many.
const UNROLLED: usize = 26;
/// Iterations of loops on vectors between polls: a multiple of what they do at once.
const VECTOR_STRIP: i64 = 8192;
/// Instructions of other loops between polls.
const STRIP_WORK: i64 = 1 << 16;
/// Dominators looked at to find out whether an index was checked.
const MOST_STEPS: usize = 24;
/// Constants in indices.
const FARTHEST: i64 = 1 << 16;
/// Steps of counters that are no constants: what a strip counts stays far from an overflow.
const LONGEST_STEP: i64 = 1 << 14;

/// An index that is checked in the loop: counter plus `offset`, plus `plus`.
pub struct Check {
    pub inst: Val,
    length: Val,
    offset: i64,
    plus: Option<Val>,
}

/// What is needed to copy a loop.
pub struct Plan {
    pub counter: Counter,
    /// What is added to the counter, if it is no constant: its step is 0 then.
    by: Option<Val>,
    limit: Val,
    /// The edge of the head's branch that stays in the loop.
    pub stay: EdgeId,
    pub checks: Vec<Check>,
}

/// Splits innermost loops that gain by it.
pub fn run(f: &mut Func) {
    let mut headers: Vec<BlockId> = vec![];
    let cfg = Cfg::new(f);
    let mut nodes: usize = cfg.order.iter().map(|&b| f.blocks[b as usize].insts.len()).sum();
    headers.extend(
        cfg.loops().iter().filter(|l| l.innermost && !f.blocks[l.header as usize].cold).map(|l| l.header),
    );
    let mut left = MOST_LOOPS;
    for header in headers {
        let cfg = Cfg::new(f);
        let Some(l) = cfg.loops().into_iter().find(|l| l.header == header) else { continue };
        let size = super::peel::size(f, &l);
        if size > MOST_NODES || nodes > MOST_ALL || left == 0 {
            continue;
        }
        let ranges = Ranges::new(f, &cfg);
        if let Some(plan) = plan(f, &cfg, &l) {
            if let Some(vectors) = vector::look(f, &cfg, &l, &plan) {
                left -= 1;
                nodes += size * 6;
                on_vectors(f, &cfg, &l, &plan, &ranges, &vectors);
                continue;
            }
            let times = if size <= UNROLLED {
                4usize
            } else if size <= 2 * UNROLLED {
                2
            } else {
                1
            };
            if times == 1 && plan.checks.is_empty() {
                continue;
            }
            left -= 1;
            nodes += size * (1 + times);
            split(f, &cfg, &l, &plan, &ranges, times as i64);
        }
    }
}

fn plan(f: &Func, cfg: &Cfg, l: &Loop) -> Option<Plan> {
    let own: HashSet<Val> = l
        .blocks
        .iter()
        .flat_map(|&b| f.blocks[b as usize].params.iter().chain(&f.blocks[b as usize].insts).copied())
        .collect();
    let header = &f.blocks[l.header as usize];
    let preds = &cfg.preds[l.header as usize];
    if header.handler || l.blocks.contains(&0) || preds.iter().any(|p| p.exc) {
        return None;
    }
    // What the head does before it decides is done again by the other copy.
    if !header.insts.iter().all(|&v| idle(&f.nodes[v as usize].op)) {
        return None;
    }
    // Calls cost more than what is saved.
    let heavy = |v: Val| effect(&f.nodes[v as usize].op) == Effect::All;
    if l.blocks.iter().any(|&b| f.blocks[b as usize].insts.iter().any(|&v| heavy(v))) {
        return None;
    }
    let Term::Branch(c, yes, no) = header.term else { return None };
    let Op::Cmp(cond) = f.nodes[c as usize].op else { return None };
    let args = &f.nodes[c as usize].args;
    if f.ty(args[0]) != Ty::I {
        return None;
    }
    let inside = |e: EdgeId| l.blocks.contains(&f.edges[e as usize].to);
    let (stay, cond) = match (inside(yes), inside(no)) {
        (true, false) => (yes, cond),
        (false, true) => (no, cond.negate(false)),
        _ => return None,
    };
    let constant = counters(f, cfg, l).into_iter().map(|counter| (counter, None));
    let found = constant.chain(steps(f, cfg, l, &own)).find_map(|(counter, by)| {
        let (cond, limit) = if args[0] == counter.param {
            (cond, args[1])
        } else if args[1] == counter.param {
            (swapped(cond), args[0])
        } else {
            return None;
        };
        let up = by.is_some() || (1..=64).contains(&counter.step);
        let ends = matches!(cond, Cond::Lt | Cond::Le) || cond == Cond::Ne && counter.step == 1;
        (up && ends && !own.contains(&limit)).then_some((counter, by, limit))
    });
    let (counter, by, limit) = found?;
    let mut checks = vec![];
    for &b in l.blocks.iter().filter(|&&b| b != l.header) {
        for &v in &f.blocks[b as usize].insts {
            let node = &f.nodes[v as usize];
            if node.op != Op::BoundsCheck || own.contains(&node.args[1]) {
                continue;
            }
            let (index, length) = (node.args[0], node.args[1]);
            let (base, offset) = split_sum(f, index);
            if offset.abs() > FARTHEST {
                continue;
            }
            if base == counter.param {
                checks.push(Check { inst: v, length, offset, plus: None });
                continue;
            }
            let sum = &f.nodes[base as usize];
            if sum.op == Op::Bin(Bin::Add) && offset >= 0 {
                let plus = if sum.args[0] == counter.param {
                    sum.args[1]
                } else if sum.args[1] == counter.param {
                    sum.args[0]
                } else {
                    continue;
                };
                if !own.contains(&plus) {
                    checks.push(Check { inst: v, length, offset, plus: Some(plus) });
                }
            }
        }
    }
    Some(Plan { counter, by, limit, stay, checks })
}

/// Variables to which each iteration adds the same, which is no constant.
fn steps(f: &Func, cfg: &Cfg, l: &Loop, own: &HashSet<Val>) -> Vec<(Counter, Option<Val>)> {
    let mut found = vec![];
    for (n, &param) in f.blocks[l.header as usize].params.iter().enumerate() {
        let (mut by, mut starts, mut regular) = (None, vec![], f.ty(param) == Ty::I);
        for pred in &cfg.preds[l.header as usize] {
            let arg = f.edges[pred.edge as usize].args[n];
            if !cfg.is_back(l.header, pred) {
                starts.push(arg);
                continue;
            }
            let node = &f.nodes[arg as usize];
            let step = match node.args[..] {
                [a, b] if node.op == Op::Bin(Bin::Add) && a == param => b,
                [a, b] if node.op == Op::Bin(Bin::Add) && b == param => a,
                _ => NONE,
            };
            regular &= step != NONE && !own.contains(&step) && by.is_none_or(|b| b == step);
            by = Some(step);
        }
        if regular && by.is_some() {
            found.push((Counter { param, step: 0, starts }, by));
        }
    }
    found
}

/// Puts instructions at a block's end.
pub struct Maker<'f> {
    pub f: &'f mut Func,
    pub block: BlockId,
    pub pos: Pos,
}

impl Maker<'_> {
    pub fn typed(&mut self, op: Op, ty: Ty, args: &[Val]) -> Val {
        let v = self.f.node(op, ty, args.to_vec(), self.pos);
        self.f.blocks[self.block as usize].insts.push(v);
        v
    }
    pub fn op(&mut self, op: Op, args: &[Val]) -> Val {
        self.typed(op, Ty::I, args)
    }
    pub fn bin(&mut self, op: Bin, a: Val, b: Val) -> Val {
        self.op(Op::Bin(op), &[a, b])
    }
    pub fn int(&mut self, value: i64) -> Val {
        self.f.node(Op::Const(u64::from(value as i32 as u32)), Ty::I, vec![], self.pos)
    }
}

/// A block in front of a loop, for which its variables are the parameters; and the counter among them.
fn before(f: &mut Func, cfg: &Cfg, header: BlockId, counter: Val) -> (BlockId, Vec<Val>, Val) {
    let pos = f.nodes[counter as usize].pos;
    let before = f.block();
    let args = fresh(f, header, pos);
    f.blocks[before as usize].params = args.clone();
    for pred in cfg.preds[header as usize].iter().filter(|p| !cfg.is_back(header, p)) {
        f.edges[pred.edge as usize].to = before;
    }
    let place = f.blocks[header as usize].params.iter().position(|&p| p == counter);
    let start = args[place.unwrap_or(0)];
    (before, args, start)
}

/// The least value that the counter starts with, if it is known not to be negative: an index that was checked on the way is not.
fn least(f: &Func, cfg: &Cfg, header: BlockId, plan: &Plan, ranges: &Ranges) -> Option<i64> {
    let place = f.blocks[header as usize].params.iter().position(|&p| p == plan.counter.param)?;
    let entries = cfg.preds[header as usize].iter().filter(|p| !cfg.is_back(header, p));
    let of = |p: &Pred| {
        let start = f.edges[p.edge as usize].args[place];
        let (base, c) = split_sum(f, start);
        ranges.least(f, start).or_else(|| {
            // Less than a length: the next number is no overflow.
            ((0..=1).contains(&c) && was_checked(f, cfg, cfg.source(p), base)).then_some(c)
        })
    };
    entries.map(of).min().flatten()
}

fn was_checked(f: &Func, cfg: &Cfg, from: u32, index: Val) -> bool {
    let mut node = from;
    for _ in 0..MOST_STEPS {
        if node % 2 == 1 {
            let insts = &f.blocks[cfg.block(node) as usize].insts;
            let check =
                |&v: &Val| f.nodes[v as usize].op == Op::BoundsCheck && f.nodes[v as usize].args[0] == index;
            if insts.iter().any(check) {
                return true;
            }
        }
        if cfg.idom[node as usize] == node {
            break;
        }
        node = cfg.idom[node as usize];
    }
    false
}

/// Parameters like those of a loop's head.
fn fresh(f: &mut Func, header: BlockId, pos: Pos) -> Vec<Val> {
    let types: Vec<Ty> = f.blocks[header as usize].params.iter().map(|&p| f.ty(p)).collect();
    types.into_iter().map(|ty| f.node(Op::Param, ty, vec![], pos)).collect()
}

/// A loop on several vectors at once, one on single ones, then the loop as it was.
fn on_vectors(f: &mut Func, cfg: &Cfg, l: &Loop, plan: &Plan, ranges: &Ranges, vectors: &Vectors) {
    let (header, counter) = (l.header, plan.counter.param);
    let (before, args, start) = before(f, cfg, header, counter);
    let least = least(f, cfg, header, plan, ranges);
    let times = vectorize::times(f, vectors);
    let lanes = vectors.lanes as i64;
    let wanted = [lanes * times as i64, lanes];
    let limits = limits(f, before, plan, start, least, &wanted, &vectors.apart);
    let mut next = header;
    if times > 1 {
        let single = Stage { limit: limits[1], strip: None, times: 1, next };
        next = vectorize::stage(f, header, counter, vectors, &single);
    }
    let strip = Some(VECTOR_STRIP);
    let main = Stage { limit: limits[0], strip, times, next };
    let first = vectorize::stage(f, header, counter, vectors, &main);
    let go = f.edge(first, args);
    f.blocks[before as usize].term = Term::Jump(go);
    for &b in &l.blocks {
        f.blocks[b as usize].cold = true;
    }
}

fn split(f: &mut Func, cfg: &Cfg, l: &Loop, plan: &Plan, ranges: &Ranges, times: i64) {
    let header = l.header;
    let pos = f.nodes[plan.counter.param as usize].pos;
    let least = least(f, cfg, header, plan, ranges);
    let fast = copy(f, &l.blocks);
    let first = fast.blocks[&header];
    // Before it: how far it may go.
    let (before, args, start) = before(f, cfg, header, plan.counter.param);
    let limit = limits(f, before, plan, start, least, &[times], &[])[0];
    // The copy runs in strips, between which there is a poll: so there is none in it.
    let (strip, enter) = (f.block(), f.block());
    let at_strip = fresh(f, header, pos);
    let place = f.blocks[header as usize].params.iter().position(|&p| p == plan.counter.param).unwrap_or(0);
    f.blocks[strip as usize].params = at_strip.clone();
    let go = f.edge(strip, args);
    f.blocks[before as usize].term = Term::Jump(go);
    let mut m = Maker { f, block: strip, pos };
    let more = m.op(Op::Cmp(Cond::Lt), &[at_strip[place], limit]);
    m.block = enter;
    let size: usize = l.blocks.iter().map(|&b| m.f.blocks[b as usize].insts.len()).sum();
    let turns = STRIP_WORK / (size as i64 + 1);
    let length = match plan.by {
        Some(by) => {
            let turns = m.int(turns);
            m.bin(Bin::Mul, by, turns)
        }
        None => m.int(turns * plan.counter.step),
    };
    let end = strip_limit(&mut m, at_strip[place], limit, length);
    let (go, rest) = (f.edge(enter, vec![]), f.edge(header, at_strip.clone()));
    f.blocks[strip as usize].term = Term::Branch(more, go, rest);
    let go = f.edge(first, at_strip);
    f.blocks[enter as usize].term = Term::Jump(go);
    // The copy's head asks for the new limit, and otherwise goes to the next strip.
    let counter = fast.value(plan.counter.param);
    let test = f.node(Op::Cmp(Cond::Lt), Ty::I, vec![counter, end], pos);
    f.blocks[first as usize].insts.push(test);
    let stay = match f.blocks[first as usize].term {
        Term::Branch(_, yes, no) => {
            let was = &f.blocks[header as usize].term;
            if matches!(was, Term::Branch(_, y, _) if *y == plan.stay) { yes } else { no }
        }
        _ => return,
    };
    let now = f.blocks[first as usize].params.clone();
    let over = f.block();
    let mut m = Maker { f, block: over, pos };
    next_strip(&mut m, counter, limit, (strip, header), &now);
    let leave = f.edge(over, vec![]);
    f.blocks[first as usize].term = Term::Branch(test, stay, leave);
    let gone: HashSet<Val> = plan.checks.iter().map(|c| fast.value(c.inst)).collect();
    for &b in fast.blocks.values() {
        let nodes = &f.nodes;
        f.blocks[b as usize].insts.retain(|v| !gone.contains(v) && nodes[*v as usize].op != Op::Poll);
    }
    for &b in &l.blocks {
        f.blocks[b as usize].cold = true;
    }
    mend(f, &fast);
    let mut blocks: Vec<BlockId> = l.blocks.iter().map(|b| fast.blocks[b]).collect();
    let mut done = 1;
    while done < times {
        blocks = double(f, first, &blocks);
        done *= 2;
    }
}

/// Values that the counter must be below: then no check fails in so many iterations. Arrays that must differ do.
fn limits(
    f: &mut Func,
    block: BlockId,
    plan: &Plan,
    start: Val,
    least: Option<i64>,
    times: &[i64],
    apart: &[(Val, Val)],
) -> Vec<Val> {
    let pos = f.nodes[plan.counter.param as usize].pos;
    let mut m = Maker { f, block, pos };
    let zero = m.int(0);
    let mut limit = plan.limit;
    let mut lowest = 0;
    let mut right: Option<Val> = None;
    let and = |m: &mut Maker<'_>, right: &mut Option<Val>, fact: Val| {
        *right = Some(right.map_or(fact, |r| m.bin(Bin::And, r, fact)));
    };
    let mut known: HashSet<(Val, i64, Option<Val>)> = HashSet::new();
    for c in &plan.checks {
        lowest = lowest.max(-c.offset);
        if !known.insert((c.length, c.offset.max(0), c.plus)) {
            continue;
        }
        let mut top = c.length;
        if c.offset > 0 {
            let by = m.int(-c.offset);
            top = m.bin(Bin::Add, top, by);
        }
        if let Some(plus) = c.plus {
            // Lengths and what is taken from them are not negative: nothing overflows by more than `FARTHEST`.
            let floor = m.bin(Bin::Max, top, zero);
            top = m.bin(Bin::Sub, floor, plus);
            let fine = m.op(Op::Cmp(Cond::Ge), &[plus, zero]);
            and(&mut m, &mut right, fine);
        }
        limit = m.bin(Bin::Min, limit, top);
    }
    if least.is_none_or(|l| l < lowest) {
        let bottom = m.int(lowest);
        let fine = m.op(Op::Cmp(Cond::Ge), &[start, bottom]);
        and(&mut m, &mut right, fine);
    }
    if plan.counter.step > 1 {
        let most = m.int(i64::from(i32::MAX) - plan.counter.step);
        limit = m.bin(Bin::Min, limit, most);
    }
    if let Some(by) = plan.by {
        let (one, most) = (m.int(1), m.int(LONGEST_STEP));
        for (cond, bound) in [(Cond::Ge, one), (Cond::Le, most)] {
            let fine = m.op(Op::Cmp(cond), &[by, bound]);
            and(&mut m, &mut right, fine);
        }
        let top = m.int(i64::from(i32::MAX));
        let most = m.bin(Bin::Sub, top, by);
        limit = m.bin(Bin::Min, limit, most);
    }
    for &(x, y) in apart {
        let fine = m.op(Op::Cmp(Cond::Ne), &[x, y]);
        and(&mut m, &mut right, fine);
    }
    let mask = right.map(|right| {
        // If it does not hold, below everything.
        let all = m.bin(Bin::Sub, zero, right);
        let one = m.int(1);
        let none = m.bin(Bin::Sub, right, one);
        let lowest = m.int(i64::from(i32::MIN));
        (all, m.bin(Bin::And, lowest, none))
    });
    let mut each = |&times: &i64| {
        let mut limit = limit;
        if times > 1 {
            limit = m.bin(Bin::Max, limit, zero);
            let ahead = match plan.by {
                Some(by) => {
                    let less = m.int(1 - times);
                    m.bin(Bin::Mul, by, less)
                }
                None => m.int(-(times - 1) * plan.counter.step),
            };
            limit = m.bin(Bin::Add, limit, ahead);
        }
        if let Some((all, none)) = mask {
            limit = m.bin(Bin::And, limit, all);
            limit = m.bin(Bin::Or, limit, none);
        }
        limit
    };
    times.iter().map(&mut each).collect()
}

/// Puts a copy of a loop's body behind it: the second iteration does not ask for the limit.
fn double(f: &mut Func, header: BlockId, blocks: &[BlockId]) -> Vec<BlockId> {
    let second = copy(f, blocks);
    let next = second.blocks[&header];
    for &b in blocks {
        for edge in f.all_edges(b) {
            if f.edges[edge as usize].to == header {
                f.edges[edge as usize].to = next;
            }
        }
    }
    for b in second.blocks.values() {
        for edge in f.all_edges(*b) {
            if f.edges[edge as usize].to == next {
                f.edges[edge as usize].to = header;
            }
        }
    }
    if let Term::Branch(_, stay, _) = f.blocks[next as usize].term {
        f.blocks[next as usize].term = Term::Jump(stay);
    }
    mend(f, &second);
    blocks.iter().copied().chain(second.blocks.values().copied()).collect()
}
