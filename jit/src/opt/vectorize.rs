//! Loops on vectors, from what `vector` found.

use super::split::Maker;
use super::vector::{Index, Vectors, lane_of};
use crate::ir::*;
use hashbrown::HashMap;
use rvm_vm::class::ValueKind;

/// A loop on vectors to be made.
pub struct Stage {
    /// The variables' values below which the counter must be.
    pub limit: Val,
    /// Iterations between polls; none if there are so few that it needs no poll.
    pub strip: Option<i64>,
    /// Vectors' iterations done at once.
    pub times: usize,
    /// Where it goes on, with the variables.
    pub next: BlockId,
}

/// Instructions of a body that is repeated four times; two up to twice as many.
const REPEATED: usize = 14;

/// How often the body is repeated.
pub fn times(f: &Func, x: &Vectors) -> usize {
    let vectors = |v: &Val| {
        let ty = f.ty(*v);
        let bytes = if matches!(ty, Ty::J | Ty::D) { 8 } else { x.width.get(v).copied().unwrap_or(4) };
        (bytes * x.lanes).div_ceil(16)
    };
    let size: usize = x.body.iter().map(vectors).sum();
    match size {
        0..=REPEATED => 4,
        n if n <= 2 * REPEATED => 2,
        _ => 1,
    }
}

struct Emit<'f> {
    m: Maker<'f>,
    x: &'f Vectors,
    /// Where what does not change is made.
    before: BlockId,
    splats: HashMap<(Val, Lane), Val>,
    /// Vectors of values, by their own width.
    made: HashMap<Val, Vec<Val>>,
    sums: HashMap<Index, Val>,
    /// As a long, and as an int.
    counter: Val,
    narrow: Option<Val>,
    /// Iterations of earlier repetitions.
    ahead: i64,
}

fn int_lane(bytes: usize) -> Lane {
    match bytes {
        1 => Lane::I8,
        2 => Lane::I16,
        4 => Lane::I32,
        _ => Lane::I64,
    }
}

/// Makes a loop; the block to enter it by, which takes the variables of the loop's head.
pub fn stage(f: &mut Func, header: BlockId, counter: Val, x: &Vectors, stage: &Stage) -> BlockId {
    let pos = f.nodes[counter as usize].pos;
    let params = f.blocks[header as usize].params.clone();
    let fresh = |f: &mut Func| -> Vec<Val> {
        params
            .iter()
            .map(|&p| {
                let ty = f.ty(p);
                f.node(Op::Param, ty, vec![], pos)
            })
            .collect()
    };
    let place = params.iter().position(|&p| p == counter).unwrap_or(0);
    let (entry, before, head, body, done) = (f.block(), f.block(), f.block(), f.block(), f.block());
    let start = fresh(f);
    f.blocks[entry as usize].params = start.clone();
    let mut m = Maker { f, block: entry, pos };
    let test = m.op(Op::Cmp(Cond::Lt), &[start[place], stage.limit]);
    let (go, skip) = (m.f.edge(before, vec![]), m.f.edge(stage.next, start.clone()));
    m.f.blocks[entry as usize].term = Term::Branch(test, go, skip);
    m.block = before;
    let limit = stage.strip.map_or(stage.limit, |strip| {
        let strip = m.int(strip);
        strip_limit(&mut m, start[place], stage.limit, strip)
    });
    // The counter is a long in there: it is not negative, and addresses are longs. Then the accumulators.
    let limit = m.typed(Op::Un(Un::I2l), Ty::J, &[limit]);
    let mut first = vec![m.typed(Op::Un(Un::I2l), Ty::J, &[start[place]])];
    let mut e = Emit {
        m,
        x,
        before,
        splats: HashMap::new(),
        made: HashMap::new(),
        sums: HashMap::new(),
        counter: NONE,
        narrow: None,
        ahead: 0,
    };
    let mut counts = vec![];
    for r in &x.reductions {
        let ty = e.m.f.ty(r.param);
        let lane = if ty == Ty::J { Lane::I64 } else { Lane::I32 };
        let n = params.iter().position(|&p| p == r.param).unwrap_or(0);
        let neutral = match r.op {
            Bin::Add | Bin::Xor => e.m.f.node(Op::Const(0), ty, vec![], pos),
            Bin::Mul => e.m.f.node(Op::Const(1), ty, vec![], pos),
            _ => start[n],
        };
        let vector = e.splat(neutral, lane);
        let count = lane.size() * x.lanes / 16;
        first.extend(std::iter::repeat_n(vector, count));
        counts.push((n, lane, count));
    }
    let go = e.m.f.edge(head, first.clone());
    e.m.f.blocks[before as usize].term = Term::Jump(go);
    // The head.
    let types: Vec<Ty> = first.iter().map(|&v| e.m.f.ty(v)).collect();
    let variables: Vec<Val> = types.iter().map(|&ty| e.m.f.node(Op::Param, ty, vec![], pos)).collect();
    e.m.f.blocks[head as usize].params = variables.clone();
    e.m.block = head;
    let test = e.m.op(Op::Cmp(Cond::Lt), &[variables[0], limit]);
    let (stay, leave) = (e.m.f.edge(body, vec![]), e.m.f.edge(done, vec![]));
    e.m.f.blocks[head as usize].term = Term::Branch(test, stay, leave);
    // The body.
    e.m.block = body;
    e.counter = variables[0];
    let mut at = 1;
    for (r, &(_, _, count)) in x.reductions.iter().zip(&counts) {
        e.made.insert(r.param, variables[at..at + count].to_vec());
        at += count;
    }
    for n in 0..stage.times {
        e.ahead = (n * x.lanes) as i64;
        for &v in &x.body {
            e.instruction(v);
        }
        for r in &x.reductions {
            let last = e.made[&r.last].clone();
            e.made.insert(r.param, last);
        }
    }
    let by = e.m.f.node(Op::Const((stage.times * x.lanes) as u64), Ty::J, vec![], pos);
    let mut back = vec![e.m.typed(Op::Bin(Bin::Add), Ty::J, &[variables[0], by])];
    for r in &x.reductions {
        back.extend(&e.made[&r.param]);
    }
    let again = e.m.f.edge(head, back);
    e.m.f.blocks[body as usize].term = Term::Jump(again);
    // Behind it: one value from all lanes.
    let mut m = e.m;
    m.block = done;
    let mut end = start;
    end[place] = m.op(Op::Un(Un::L2i), &[variables[0]]);
    let mut at = 1;
    for (r, &(n, lane, count)) in x.reductions.iter().zip(&counts) {
        let (vty, ty) = (m.f.ty(variables[at]), m.f.ty(r.param));
        let mut all = variables[at];
        for &v in &variables[at + 1..at + count] {
            all = m.typed(Op::Vector(Vector::Bin(r.op)), vty, &[all, v]);
        }
        at += count;
        let mut result = end[n];
        for lane in 0..16 / lane.size() {
            let one = m.typed(Op::Vector(Vector::Extract(lane as u8)), ty, &[all]);
            result = m.typed(Op::Bin(r.op), ty, &[result, one]);
        }
        end[n] = result;
    }
    if stage.strip.is_some() {
        next_strip(&mut m, end[place], stage.limit, (entry, stage.next), &end);
    } else {
        let out = m.f.edge(stage.next, end);
        m.f.blocks[done as usize].term = Term::Jump(out);
    }
    entry
}

/// Behind a strip: a poll and the next one, or on.
pub fn next_strip(m: &mut Maker<'_>, counter: Val, limit: Val, to: (BlockId, BlockId), variables: &[Val]) {
    let block = m.block;
    let test = m.op(Op::Cmp(Cond::Lt), &[counter, limit]);
    let poll = m.f.block();
    let (more, on) = (m.f.edge(poll, vec![]), m.f.edge(to.1, variables.to_vec()));
    m.f.blocks[block as usize].term = Term::Branch(test, more, on);
    m.block = poll;
    m.typed(Op::Poll, Ty::V, &[]);
    let again = m.f.edge(to.0, variables.to_vec());
    m.f.blocks[poll as usize].term = Term::Jump(again);
}

/// The limit of the iterations up to the next poll; `start` is below `limit`, and not negative.
pub fn strip_limit(m: &mut Maker<'_>, start: Val, limit: Val, strip: Val) -> Val {
    let left = m.bin(Bin::Sub, limit, start);
    let some = m.bin(Bin::Min, left, strip);
    m.bin(Bin::Add, start, some)
}

impl Emit<'_> {
    fn vector(&mut self, op: Vector, lane: Lane, args: &[Val]) -> Val {
        self.m.typed(Op::Vector(op), Ty::X(lane), args)
    }

    fn splat(&mut self, v: Val, lane: Lane) -> Val {
        if let Some(&known) = self.splats.get(&(v, lane)) {
            return known;
        }
        let at = std::mem::replace(&mut self.m.block, self.before);
        let vector = self.vector(Vector::Splat, lane, &[v]);
        self.m.block = at;
        self.splats.insert((v, lane), vector);
        vector
    }

    /// The lane that holds a value with so many bytes.
    fn lane(&self, v: Val, bytes: usize) -> Lane {
        match self.m.f.ty(v) {
            Ty::J => Lane::I64,
            Ty::F => Lane::F32,
            Ty::D => Lane::F64,
            _ => int_lane(bytes),
        }
    }

    fn narrowed(&mut self, vectors: &[Val], from: usize, to: usize) -> Vec<Val> {
        let mut vectors = vectors.to_vec();
        let mut size = from;
        while size > to {
            size /= 2;
            let lane = int_lane(size);
            vectors = vectors.chunks(2).map(|p| self.vector(Vector::Narrow, lane, p)).collect();
        }
        vectors
    }

    fn widen(&mut self, vectors: &[Val], from: usize, to: usize, signed: bool) -> Vec<Val> {
        let mut vectors = vectors.to_vec();
        let mut size = from;
        while size < to {
            size *= 2;
            let lane = int_lane(size);
            let mut wider = vec![];
            for v in vectors {
                wider.push(self.vector(Vector::Widen(false, signed), lane, &[v]));
                wider.push(self.vector(Vector::Widen(true, signed), lane, &[v]));
            }
            vectors = wider;
        }
        vectors
    }

    /// All lanes of a value, with so many bytes each.
    fn get(&mut self, v: Val, bytes: usize) -> Vec<Val> {
        if let Some(made) = self.made.get(&v).cloned() {
            let own = self.x.width.get(&v).copied().unwrap_or(bytes);
            return if self.m.f.ty(v) == Ty::I { self.narrowed(&made, own, bytes) } else { made };
        }
        let lane = self.lane(v, bytes);
        let count = lane.size() * self.x.lanes / 16;
        let Some(&index) = self.x.index.get(&v) else {
            let splat = self.splat(v, lane);
            return vec![splat; count];
        };
        let at = self.sum(index);
        let base = self.vector(Vector::Splat, lane, &[at]);
        let each = 16 / lane.size();
        (0..count)
            .map(|n| {
                let counted = self.vector(Vector::Count((n * each) as u8), lane, &[]);
                self.vector(Vector::Bin(Bin::Add), lane, &[base, counted])
            })
            .collect()
    }

    /// The index of the first lane.
    fn sum(&mut self, index: Index) -> Val {
        let index = Index { offset: index.offset + self.ahead, ..index };
        if let Some(&known) = self.sums.get(&index) {
            return known;
        }
        let mut v = match self.narrow {
            Some(known) => known,
            None => {
                let counter = self.counter;
                *self.narrow.insert(self.m.op(Op::Un(Un::L2i), &[counter]))
            }
        };
        if let Some(plus) = index.plus {
            v = self.m.bin(Bin::Add, v, plus);
        }
        if index.offset != 0 {
            let offset = self.m.int(index.offset);
            v = self.m.bin(Bin::Add, v, offset);
        }
        self.sums.insert(index, v);
        v
    }

    /// Index and constant of an access: the counter is not negative, so constants can be added to its address.
    fn place(&mut self, index: Val) -> (Val, i64) {
        let index = self.x.index[&index];
        if index.plus.is_none() {
            return (self.counter, index.offset + self.ahead);
        }
        let ahead = std::mem::take(&mut self.ahead);
        let v = self.sum(index);
        self.ahead = ahead;
        (v, ahead)
    }

    fn instruction(&mut self, v: Val) {
        let node = self.m.f.nodes[v as usize].clone();
        let args = node.args;
        let bytes = self.x.width.get(&v).copied().unwrap_or(4);
        let lane = self.lane(v, bytes);
        let vectors = match node.op {
            Op::Store(kind) => {
                self.store(kind, &args);
                return;
            }
            Op::Load(kind) => {
                let Some(memory) = lane_of(kind) else { return };
                let (index, plus) = self.place(args[1]);
                let each = 16 / memory.size();
                let loaded: Vec<Val> = (0..self.x.lanes / each)
                    .map(|n| {
                        let plus = plus as i32 + (n * each) as i32;
                        self.vector(Vector::Load(kind, plus), memory, &[args[0], index])
                    })
                    .collect();
                let signed = matches!(kind, ValueKind::Byte | ValueKind::Short);
                if node.ty == Ty::I { self.widen(&loaded, memory.size(), bytes, signed) } else { loaded }
            }
            Op::Bin(op) => {
                let shift = matches!(op, Bin::Shl | Bin::Shr | Bin::Ushr | Bin::Rotl | Bin::Rotr);
                let left = self.get(args[0], bytes);
                let right = if shift { vec![args[1]; left.len()] } else { self.get(args[1], bytes) };
                let pairs: Vec<(Val, Val)> = left.into_iter().zip(right).collect();
                pairs.into_iter().map(|(a, b)| self.vector(Vector::Bin(op), lane, &[a, b])).collect()
            }
            Op::Un(op) => self.unary(op, args[0], bytes, lane),
            _ => return,
        };
        self.made.insert(v, vectors);
    }

    fn store(&mut self, kind: ValueKind, args: &[Val]) {
        let Some(memory) = lane_of(kind) else { return };
        let mut vectors = self.get(args[2], memory.size());
        if memory == Lane::I8 && !matches!(self.m.f.nodes[args[2] as usize].op, Op::Const(0 | 1)) {
            // The array may be of booleans.
            let at = std::mem::replace(&mut self.m.block, self.before);
            let mask = self.m.op(Op::Vector(Vector::ByteMask), &[args[0]]);
            self.m.block = at;
            let mask = self.splat(mask, Lane::I8);
            vectors =
                vectors.iter().map(|&v| self.vector(Vector::Bin(Bin::And), Lane::I8, &[v, mask])).collect();
        }
        let (index, plus) = self.place(args[1]);
        for (n, &v) in vectors.iter().enumerate() {
            let plus = plus as i32 + (n * 16 / memory.size()) as i32;
            self.m.typed(Op::Vector(Vector::Store(kind, plus)), Ty::V, &[args[0], index, v]);
        }
    }

    fn unary(&mut self, op: Un, x: Val, bytes: usize, lane: Lane) -> Vec<Val> {
        let each = |e: &mut Self, vectors: Vec<Val>, op: Vector| -> Vec<Val> {
            vectors.into_iter().map(|v| e.vector(op, lane, &[v])).collect()
        };
        match op {
            Un::I2l => {
                let vectors = self.get(x, 4);
                self.widen(&vectors, 4, 8, true)
            }
            Un::I2d | Un::F2d => {
                let mut wide = vec![];
                for v in self.get(x, 4) {
                    wide.push(self.vector(Vector::WidenTo(op, false), lane, &[v]));
                    wide.push(self.vector(Vector::WidenTo(op, true), lane, &[v]));
                }
                wide
            }
            Un::L2i => {
                let vectors = self.get(x, 8);
                self.narrowed(&vectors, 8, 4)
            }
            Un::D2f => {
                let vectors = self.get(x, 8);
                vectors.chunks(2).map(|p| self.vector(Vector::NarrowTo(op), lane, p)).collect()
            }
            Un::I2f | Un::F2i => {
                let vectors = self.get(x, 4);
                each(self, vectors, Vector::Un(op))
            }
            _ => {
                let vectors = self.get(x, bytes);
                let enough = match op {
                    Un::I2b => 1,
                    Un::I2s | Un::I2c => 2,
                    _ => 0,
                };
                if bytes <= enough { vectors } else { each(self, vectors, Vector::Un(op)) }
            }
        }
    }
}
