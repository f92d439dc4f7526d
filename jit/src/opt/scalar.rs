//! Objects that nobody else can see become values: their fields are SSA variables, their locks nothing. So do short arrays whose
//! indices are constants.

use super::cfg::Cfg;
use super::clean::substitute;
use super::fold::integer;
use crate::boxing::narrowing;
use crate::ir::*;
use hashbrown::{HashMap, HashSet};
use rvm_vm::class::{ReferenceKind, ValueKind};

/// Objects replaced in a function.
const MOST: usize = 40;
/// Elements of arrays that are replaced.
const MOST_ELEMENTS: i64 = 16;

/// Replaces objects that do not escape. Whether there were any.
pub fn run(f: &mut Func) -> bool {
    let mut any = false;
    // What is stored only in a replaced object may be replaced next.
    for _ in 0..3 {
        let cfg = Cfg::new(f);
        let found = candidates(f, &cfg);
        if found.is_empty() {
            break;
        }
        let mut done = false;
        for v in found.into_iter().take(MOST) {
            if balanced(f, &cfg, v) {
                replace(f, &cfg, v);
                done = true;
            }
        }
        any |= done;
        if !done {
            break;
        }
    }
    any
}

/// Objects that are used in ways that do not let them out.
fn candidates(f: &Func, cfg: &Cfg) -> Vec<Val> {
    let mut made: Vec<Val> = vec![];
    for &b in &cfg.order {
        made.extend(f.blocks[b as usize].insts.iter().copied().filter(|&v| match f.nodes[v as usize].op {
            Op::New(class) => class.reference_kind == ReferenceKind::None,
            Op::NewArray(_) => length(f, v).is_some(),
            _ => false,
        }));
    }
    if made.is_empty() {
        return made;
    }
    let mut open: HashSet<Val> = made.iter().copied().collect();
    let mut kinds: HashMap<(Val, u32), ValueKind> = HashMap::new();
    for &b in &cfg.order {
        let block = &f.blocks[b as usize];
        for &v in &block.insts {
            let node = &f.nodes[v as usize];
            for (n, a) in node.args.iter().enumerate() {
                if !open.contains(a) {
                    continue;
                }
                let fine = match node.op {
                    Op::GetField { volatile: false, .. }
                    | Op::PutField { volatile: false, .. }
                    | Op::Load(_)
                    | Op::Store(_) => {
                        n == 0
                            && access(f, node, *a)
                                .is_some_and(|x| *kinds.entry((*a, x.slot)).or_insert(x.kind) == x.kind)
                    }
                    // Anything may be stored there.
                    Op::StoreCheck => {
                        let any = rvm_vm::vm().known.object();
                        n == 0
                            && matches!(f.nodes[*a as usize].op, Op::NewArray(c) if c.component == Some(any))
                    }
                    Op::NullCheck | Op::MonitorEnter | Op::MonitorExit => true,
                    Op::Cmp(Cond::Eq | Cond::Ne) => node.args[0] != node.args[1],
                    _ => false,
                };
                if !fine {
                    open.remove(a);
                }
            }
        }
        if let Term::Return(v) = block.term {
            open.remove(&v);
        }
        for edge in f.all_edges(b) {
            for a in &f.edges[edge as usize].args {
                open.remove(a);
            }
        }
    }
    made.retain(|v| open.contains(v));
    made
}

/// A read or write of an object's field, or of an array's element.
struct Access {
    slot: u32,
    kind: ValueKind,
    /// What is written.
    value: Option<Val>,
}

fn access(f: &Func, node: &Node, object: Val) -> Option<Access> {
    if node.args.first() != Some(&object) {
        return None;
    }
    let element = || {
        let Op::NewArray(class) = f.nodes[object as usize].op else { return None };
        let index = integer(f, node.args[1])?;
        let inside = (0..length(f, object)?).contains(&index);
        inside.then_some((index as u32, class.element))
    };
    match node.op {
        Op::GetField { offset, kind, .. } => Some(Access { slot: offset, kind, value: None }),
        Op::PutField { offset, kind, .. } => Some(Access { slot: offset, kind, value: Some(node.args[1]) }),
        Op::Load(_) => element().map(|(slot, kind)| Access { slot, kind, value: None }),
        Op::Store(_) => element().map(|(slot, kind)| Access { slot, kind, value: Some(node.args[2]) }),
        _ => None,
    }
}

/// The length of an array that is made, if it is a constant and small.
fn length(f: &Func, v: Val) -> Option<i64> {
    integer(f, *f.nodes[v as usize].args.first()?).filter(|n| (0..=MOST_ELEMENTS).contains(n))
}

/// Whether the object's monitor is entered and left in pairs on all ways.
fn balanced(f: &Func, cfg: &Cfg, object: Val) -> bool {
    let home = cfg.order.iter().find(|&&b| f.blocks[b as usize].insts.contains(&object));
    let Some(&home) = home else { return false };
    let monitor = |v: Val| {
        let node = &f.nodes[v as usize];
        matches!(node.op, Op::MonitorEnter | Op::MonitorExit) && node.args[0] == object
    };
    if !cfg.order.iter().any(|&b| f.blocks[b as usize].insts.iter().any(|&v| monitor(v))) {
        return true;
    }
    let mut depths: HashMap<BlockId, i32> = HashMap::new();
    let mut work = vec![home];
    while let Some(b) = work.pop() {
        let block = &f.blocks[b as usize];
        let first = if b == home { block.insts.iter().position(|&v| v == object).unwrap_or(0) } else { 0 };
        let mut depth = if b == home { 0 } else { depths.get(&b).copied().unwrap_or(0) };
        let mut next: Vec<(BlockId, i32)> = vec![];
        for &v in &block.insts[first..] {
            let node = &f.nodes[v as usize];
            let exc = node.exc;
            let own = node.args.first() == Some(&object);
            if exc != NONE && v != object && !(own && node.op == Op::MonitorExit) {
                next.push((f.edges[exc as usize].to, depth));
            }
            match node.op {
                Op::MonitorEnter if own => depth += 1,
                Op::MonitorExit if own => depth -= 1,
                _ => {}
            }
            if depth < 0 {
                return false;
            }
        }
        if matches!(block.term, Term::Return(_) | Term::Unwind) && depth != 0 {
            return false;
        }
        for edge in f.term_edges(b) {
            next.push((f.edges[edge as usize].to, depth));
        }
        for (to, depth) in next {
            if to == home {
                if depth != 0 {
                    return false;
                }
                continue;
            }
            match depths.get(&to) {
                Some(&known) if known != depth => return false,
                Some(_) => {}
                None => {
                    depths.insert(to, depth);
                    work.push(to);
                }
            }
        }
    }
    true
}

struct Scalar<'a> {
    f: &'a mut Func,
    cfg: &'a Cfg,
    object: Val,
    at_entry: HashMap<(u32, BlockId), Val>,
}

fn replace(f: &mut Func, cfg: &Cfg, object: Val) {
    let mut s = Scalar { f, cfg, object, at_entry: HashMap::new() };
    let mut by: Vec<Val> = vec![];
    let mut found: Vec<(Val, Val, ValueKind)> = vec![];
    for &b in &cfg.order {
        for n in 0..s.f.blocks[b as usize].insts.len() {
            let v = s.f.blocks[b as usize].insts[n];
            let node = &s.f.nodes[v as usize];
            match node.op {
                Op::GetField { .. } | Op::Load(_) => {
                    if let Some(x) = access(s.f, node, object) {
                        let value = s.before(x.slot, x.kind, b, n);
                        found.push((v, value, x.kind));
                    }
                }
                Op::Cmp(cond) if node.args.contains(&object) => {
                    let differs = u64::from(cond == Cond::Ne);
                    let node = &mut s.f.nodes[v as usize];
                    node.op = Op::Const(differs);
                    node.args.clear();
                }
                _ => {}
            }
        }
    }
    by.extend(0..s.f.nodes.len() as Val);
    for (v, value, kind) in found {
        match narrowing(kind) {
            Some(op) => {
                let node = &mut s.f.nodes[v as usize];
                node.op = Op::Un(op);
                node.args = vec![value];
            }
            None => by[v as usize] = value,
        }
    }
    for &b in &cfg.order {
        let nodes = &s.f.nodes;
        let dead: HashSet<Val> = s.f.blocks[b as usize]
            .insts
            .iter()
            .copied()
            .filter(|&v| {
                let node = &nodes[v as usize];
                let own = node.args.first() == Some(&object)
                    && matches!(
                        node.op,
                        Op::PutField { .. }
                            | Op::Store(_)
                            | Op::StoreCheck
                            | Op::NullCheck
                            | Op::MonitorEnter
                            | Op::MonitorExit
                    );
                v == object || own || by[v as usize] != v
            })
            .collect();
        s.f.blocks[b as usize].insts.retain(|v| !dead.contains(v));
    }
    substitute(s.f, &cfg.order, &by);
}

impl Scalar<'_> {
    /// The field's value before an instruction of a block.
    fn before(&mut self, offset: u32, kind: ValueKind, block: BlockId, inst: usize) -> Val {
        for n in (0..inst).rev() {
            let v = self.f.blocks[block as usize].insts[n];
            if v == self.object {
                let ty = Ty::of(kind);
                return self.f.node(Op::Const(0), ty, vec![], 0);
            }
            if let Some(Access { slot, value: Some(value), .. }) =
                access(self.f, &self.f.nodes[v as usize], self.object)
                && slot == offset
            {
                return value;
            }
        }
        self.entry(offset, kind, block)
    }

    fn entry(&mut self, offset: u32, kind: ValueKind, block: BlockId) -> Val {
        if let Some(&known) = self.at_entry.get(&(offset, block)) {
            return known;
        }
        let cfg = self.cfg;
        let preds = &cfg.preds[block as usize];
        let from = |s: &mut Self, pred: &super::cfg::Pred| {
            let insts = &s.f.blocks[pred.from as usize].insts;
            let end = if pred.exc {
                insts.iter().position(|&v| s.f.nodes[v as usize].exc == pred.edge)
            } else {
                Some(insts.len())
            };
            match end {
                Some(end) => s.before(offset, kind, pred.from, end),
                // The edge went with its instruction.
                None => s.f.node(Op::Const(0), Ty::of(kind), vec![], 0),
            }
        };
        if let [one] = preds[..] {
            let value = from(self, &one);
            self.at_entry.insert((offset, block), value);
            return value;
        }
        if preds.is_empty() {
            return self.f.node(Op::Const(0), Ty::of(kind), vec![], 0);
        }
        let param = self.f.node(Op::Param, Ty::of(kind), vec![], 0);
        self.at_entry.insert((offset, block), param);
        self.f.blocks[block as usize].params.push(param);
        for pred in preds {
            let value = from(self, pred);
            self.f.edges[pred.edge as usize].args.push(value);
        }
        param
    }
}
