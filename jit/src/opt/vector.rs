//! Which counting loops can be done on vectors, by what is in them.
//!
//! The loop counts by one, its body is a chain of blocks that neither branches nor raises once its indices are known to be in
//! bounds, and everything in it is the same operation on neighbouring elements, an integer reduction, or does not change. What
//! depends on an earlier iteration otherwise stays scalar; float sums do, as their order counts.

use super::cfg::{Cfg, Loop};
use super::facts::{Effect, effect};
use super::fold::integer;
use super::split::Plan;
use crate::ir::*;
use hashbrown::{HashMap, HashSet};
use rvm_vm::class::ValueKind;

/// An index: the counter, plus a value that the loop does not change, plus a constant.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Index {
    pub plus: Option<Val>,
    pub offset: i64,
}

/// A variable of the loop that gathers a result.
#[derive(Clone, Debug)]
pub struct Reduction {
    pub param: Val,
    pub op: Bin,
    /// What the loop goes back with.
    pub last: Val,
}

/// A loop that can be done on vectors.
pub struct Vectors {
    /// What is done in an iteration.
    pub body: Vec<Val>,
    pub index: HashMap<Val, Index>,
    /// Values of which each lane is wanted, with the bytes of an int's that are.
    pub width: HashMap<Val, usize>,
    pub reductions: Vec<Reduction>,
    /// Arrays that must not be one.
    pub apart: Vec<(Val, Val)>,
    /// Iterations that fill vectors.
    pub lanes: usize,
}

/// Elements as memory has them.
pub fn lane_of(kind: ValueKind) -> Option<Lane> {
    Some(match kind {
        ValueKind::Boolean | ValueKind::Byte => Lane::I8,
        ValueKind::Char | ValueKind::Short => Lane::I16,
        ValueKind::Int => Lane::I32,
        ValueKind::Long => Lane::I64,
        ValueKind::Float => Lane::F32,
        ValueKind::Double => Lane::F64,
        _ => return None,
    })
}

/// Elements that may be in one array.
fn same_memory(a: ValueKind, b: ValueKind) -> bool {
    let plain = |k| if k == ValueKind::Boolean { ValueKind::Byte } else { k };
    plain(a) == plain(b)
}

struct Look<'a> {
    f: &'a Func,
    own: HashSet<Val>,
    counter: Val,
    index: HashMap<Val, Index>,
    body: Vec<Val>,
    uses: HashMap<Val, usize>,
}

/// Whether the processor has what vectors need.
fn supported() -> bool {
    std::arch::is_x86_feature_detected!("sse4.1") && std::arch::is_x86_feature_detected!("ssse3")
}

/// Looks at an innermost loop.
pub fn look(f: &Func, cfg: &Cfg, l: &Loop, plan: &Plan) -> Option<Vectors> {
    if plan.counter.step != 1 || !supported() {
        return None;
    }
    let mut backs = cfg.preds[l.header as usize].iter().filter(|p| cfg.is_back(l.header, p));
    let (Some(back), None) = (backs.next(), backs.next()) else { return None };
    let mut body = f.blocks[l.header as usize].insts.clone();
    let mut at = f.edges[plan.stay as usize].to;
    let mut seen = 1;
    while at != l.header {
        let block = &f.blocks[at as usize];
        let Term::Jump(next) = block.term else { return None };
        if cfg.preds[at as usize].len() != 1 || !block.params.is_empty() {
            return None;
        }
        body.extend(&block.insts);
        seen += 1;
        at = f.edges[next as usize].to;
    }
    if seen != l.blocks.len() || !f.edges[plan.stay as usize].args.is_empty() {
        return None;
    }
    let own: HashSet<Val> = body.iter().chain(&f.blocks[l.header as usize].params).copied().collect();
    let gone: HashSet<Val> = plan.checks.iter().map(|c| c.inst).collect();
    let Term::Branch(test, ..) = f.blocks[l.header as usize].term else { return None };
    body.retain(|&v| !gone.contains(&v) && v != test && f.nodes[v as usize].op != Op::Poll);
    let mut uses: HashMap<Val, usize> = HashMap::new();
    let arguments = f.edges[back.edge as usize].args.iter();
    for &a in body.iter().flat_map(|&v| &f.nodes[v as usize].args).chain(arguments) {
        *uses.entry(a).or_default() += 1;
    }
    let mut look = Look { f, own, counter: plan.counter.param, index: HashMap::new(), body, uses };
    look.indices();
    let reductions = look.reductions(l, back.edge)?;
    look.memory(&reductions)
}

impl Look<'_> {
    fn invariant(&self, v: Val) -> bool {
        !self.own.contains(&v) || matches!(self.f.nodes[v as usize].op, Op::Const(_))
    }

    /// Sums of the counter and what does not change.
    fn indices(&mut self) {
        self.index.insert(self.counter, Index { plus: None, offset: 0 });
        for &v in &self.body {
            let node = &self.f.nodes[v as usize];
            if node.op != Op::Bin(Bin::Add) || node.ty != Ty::I {
                continue;
            }
            for (a, b) in [(node.args[0], node.args[1]), (node.args[1], node.args[0])] {
                let Some(&known) = self.index.get(&a) else { continue };
                if let Some(c) = integer(self.f, b) {
                    let offset = known.offset + c;
                    if offset.abs() < 1 << 20 {
                        self.index.insert(v, Index { offset, ..known });
                    }
                } else if self.invariant(b) && known.plus.is_none() {
                    self.index.insert(v, Index { plus: Some(b), ..known });
                }
            }
        }
    }

    /// Variables other than the counter: each must be a reduction.
    fn reductions(&self, l: &Loop, back: EdgeId) -> Option<Vec<Reduction>> {
        let mut found = vec![];
        for (n, &param) in self.f.blocks[l.header as usize].params.iter().enumerate() {
            if param == self.counter {
                continue;
            }
            let last = self.f.edges[back as usize].args[n];
            let (mut at, mut kind) = (param, None);
            while at != last {
                if self.uses.get(&at) != Some(&1) {
                    return None;
                }
                let user = *self.body.iter().find(|&&v| self.f.nodes[v as usize].args.contains(&at))?;
                let node = &self.f.nodes[user as usize];
                let Op::Bin(op) = node.op else { return None };
                let op = match op {
                    Bin::Sub if node.args[0] == at => Bin::Add,
                    Bin::Add | Bin::And | Bin::Or | Bin::Xor => op,
                    Bin::Mul | Bin::Min | Bin::Max if node.ty == Ty::I => op,
                    _ => return None,
                };
                if !matches!(node.ty, Ty::I | Ty::J) || kind.is_some_and(|k| k != op) {
                    return None;
                }
                kind = Some(op);
                at = user;
            }
            if self.uses.get(&last) != Some(&1) {
                return None;
            }
            found.push(Reduction { param, op: kind?, last });
        }
        Some(found)
    }

    /// Which lanes are wanted, whether all can be had, and whether elements are read and written in an order that allows it.
    fn memory(mut self, reductions: &[Reduction]) -> Option<Vectors> {
        let mut width: HashMap<Val, usize> = HashMap::new();
        let mut least = 8;
        let want = |width: &mut HashMap<Val, usize>, v: Val, bytes: usize| {
            let known = width.entry(v).or_insert(0);
            *known = (*known).max(bytes);
        };
        let size = |ty: Ty| if matches!(ty, Ty::J | Ty::D) { 8 } else { 4 };
        for r in reductions {
            want(&mut width, r.last, size(self.f.ty(r.param)));
        }
        let mut accesses: Vec<(Val, ValueKind, bool)> = vec![];
        let mut kept: HashSet<Val> = HashSet::new();
        for &v in self.body.iter().rev() {
            let node = &self.f.nodes[v as usize];
            if let Op::Store(kind) = node.op {
                lane_of(kind)?;
                accesses.push((v, kind, true));
                want(&mut width, node.args[2], kind.size() as usize);
                least = least.min(kind.size() as usize);
                kept.insert(v);
                continue;
            }
            if effect(&node.op) != Effect::None {
                return None;
            }
            let Some(&wanted) = width.get(&v) else {
                // An index, or part of one, or what does not change: anything else might raise.
                let plain =
                    matches!(node.op, Op::Bin(_) | Op::Un(_) | Op::Const(_) | Op::Cmp(_) | Op::Load(_));
                let plain = plain
                    || matches!(node.op, Op::ArrayLength | Op::Root(_) | Op::CurrentThread | Op::Cmp3(_));
                if !plain {
                    return None;
                }
                continue;
            };
            kept.insert(v);
            least = least.min(wanted);
            if self.index.contains_key(&v) {
                continue;
            }
            match node.op {
                Op::Load(kind) => {
                    lane_of(kind)?;
                    accesses.push((v, kind, false));
                    least = least.min(kind.size() as usize);
                    want(&mut width, v, kind.size() as usize);
                }
                Op::Const(_) => {}
                Op::Bin(op) => {
                    let float = matches!(node.ty, Ty::F | Ty::D);
                    let shift = matches!(op, Bin::Shl | Bin::Shr | Bin::Ushr | Bin::Rotl | Bin::Rotr);
                    let wanted = match (op, node.ty) {
                        (Bin::Add | Bin::Sub | Bin::And | Bin::Or | Bin::Xor, Ty::I) => wanted,
                        (Bin::Mul, Ty::I) => wanted.max(2),
                        (Bin::Min | Bin::Max, Ty::I) => 4,
                        (Bin::Add | Bin::Sub | Bin::And | Bin::Or | Bin::Xor | Bin::Mul, Ty::J) => 8,
                        (Bin::Add | Bin::Sub | Bin::Mul | Bin::Div | Bin::Min | Bin::Max, _) if float => {
                            wanted
                        }
                        _ if shift && self.invariant(node.args[1]) => size(node.ty),
                        _ => return None,
                    };
                    want(&mut width, v, wanted);
                    want(&mut width, node.args[0], wanted);
                    if !shift {
                        want(&mut width, node.args[1], wanted);
                    }
                }
                Op::Un(op) => {
                    let from = match (op, node.ty) {
                        (Un::Neg, Ty::I) => wanted,
                        (Un::Abs, Ty::I) | (Un::I2l | Un::I2f | Un::I2d | Un::F2i | Un::F2d, _) => 4,
                        (Un::Neg, _) | (Un::L2i | Un::D2f, _) => size(self.f.ty(node.args[0])),
                        (Un::Abs | Un::Sqrt | Un::Floor | Un::Ceil | Un::Rint, Ty::F | Ty::D) => wanted,
                        (Un::I2b | Un::I2s | Un::I2c, _) => wanted,
                        (Un::Bit, _) => wanted,
                        _ => return None,
                    };
                    let own = if matches!(op, Un::Abs | Un::F2i | Un::L2i) { size(node.ty) } else { wanted };
                    want(&mut width, v, own);
                    want(&mut width, node.args[0], from);
                    least = least.min(from);
                }
                _ => return None,
            }
        }
        let apart = self.dependences(&accesses)?;
        if accesses.is_empty() {
            return None;
        }
        let body = std::mem::take(&mut self.body);
        // Those that are only parts of indices, or do not change, are made where they are wanted.
        let body = body.into_iter().filter(|v| kept.contains(v) && !self.index.contains_key(v)).collect();
        let lanes = 16 / least;
        let reductions = reductions.to_vec();
        Some(Vectors { body, index: self.index, width, reductions, apart, lanes })
    }

    /// Accesses come last first. The pairs of arrays that must differ.
    fn dependences(&self, accesses: &[(Val, ValueKind, bool)]) -> Option<Vec<(Val, Val)>> {
        let mut apart = vec![];
        for &(v, ..) in accesses {
            let args = &self.f.nodes[v as usize].args;
            if !self.invariant(args[0]) || !self.index.contains_key(&args[1]) {
                return None;
            }
        }
        for (n, &(late, kind, late_writes)) in accesses.iter().enumerate() {
            for &(early, other, early_writes) in &accesses[n + 1..] {
                if !(late_writes || early_writes) || !same_memory(kind, other) {
                    continue;
                }
                let (x, y) = (&self.f.nodes[early as usize].args, &self.f.nodes[late as usize].args);
                let (i, j) = (self.index[&x[1]], self.index[&y[1]]);
                // What is read first and written later may lie further on.
                let fine = i.plus == j.plus
                    && (i.offset == j.offset || !early_writes && late_writes && i.offset > j.offset);
                if fine {
                    continue;
                }
                if x[0] == y[0] {
                    return None;
                }
                if !apart.contains(&(x[0], y[0])) {
                    apart.push((x[0], y[0]));
                }
            }
        }
        Some(apart)
    }
}
