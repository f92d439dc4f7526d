//! What the builder wants to know of a method's bytecode before it starts: blocks, their order, loops, which variables
//! are live where and of which type.

use crate::error::CompileError;
use crate::ir::Ty;
use hashbrown::{HashMap, HashSet};
use rvm_classfile::code::{Instruction, Operand, decode};
use rvm_classfile::opcode::Opcode;
use rvm_vm::class::{Handler, Method};

/// Facts of a block's start.
#[derive(Default, Debug)]
pub struct Leader {
    /// Position in the order of translation.
    pub order: u32,
    /// Variables read before they are written, with the types they are read as.
    pub live: Vec<Option<Ty>>,
    /// Edges come from later blocks.
    pub header: bool,
    /// For headers: variables written in the loop.
    pub written: HashSet<u16>,
    /// For headers: an exception handler is in the loop.
    pub catches: bool,
    /// An exception handler's start.
    pub handler: bool,
    /// Leads to nothing but an exception.
    pub throws: bool,
    /// Reached without an exception.
    pub normal: bool,
    /// Loops around it.
    depth: u32,
    /// Calls in it.
    calls: u32,
    /// How many of `succs` are not handlers.
    plain: usize,
    succs: Vec<u16>,
    preds: Vec<u16>,
    end: u16,
}

impl Leader {
    fn weight(&self) -> u32 {
        1 << (LOOP_SHIFT * self.depth.min(DEEPEST_LOOP))
    }
}

/// A loop is thought to run twice to this power.
const LOOP_SHIFT: u32 = 2;
/// Loops in loops that count.
const DEEPEST_LOOP: u32 = 4;

/// Facts of a method's bytecode.
pub struct Shape {
    /// The code.
    pub code: &'static [u8],
    /// The exception table.
    pub handlers: Vec<Handler>,
    /// Blocks by offset.
    pub leaders: HashMap<u16, Leader>,
    /// Reachable blocks in order of translation.
    pub order: Vec<u16>,
}

/// Absolute branch targets of an instruction.
pub fn targets(i: &Instruction<'_>) -> Vec<u32> {
    let go = |o: i32| i.target(o).unwrap_or(u32::MAX);
    match &i.operand {
        Operand::Branch(offset) => vec![go(*offset)],
        Operand::TableSwitch(s) => std::iter::once(s.default).chain(s.offsets()).map(go).collect(),
        Operand::LookupSwitch(s) => {
            std::iter::once(s.default).chain(s.pairs().map(|p| p.1)).map(go).collect()
        }
        _ => vec![],
    }
}

/// A variable and the type it is used as.
type Access = Option<(u16, Ty)>;

/// The variable an instruction reads, and the one it writes.
pub fn access(i: &Instruction<'_>) -> (Access, Access) {
    let byte = i.opcode as u8;
    let local = i.local();
    let by = |first: u8, short: u8, byte: u8| -> Ty {
        let index = if byte >= short { (byte - short) / 4 } else { byte - first };
        [Ty::I, Ty::J, Ty::F, Ty::D, Ty::A][usize::from(index)]
    };
    let Some(local) = local else { return (None, None) };
    if i.opcode == Opcode::Iinc {
        return (Some((local, Ty::I)), Some((local, Ty::I)));
    }
    let (load, load0) = (Opcode::Iload as u8, Opcode::Iload0 as u8);
    let (store, store0) = (Opcode::Istore as u8, Opcode::Istore0 as u8);
    if (load..=Opcode::Aload3 as u8).contains(&byte) {
        return (Some((local, by(load, load0, byte))), None);
    }
    if (store..=Opcode::Astore3 as u8).contains(&byte) {
        return (None, Some((local, by(store, store0, byte))));
    }
    (None, None)
}

impl Shape {
    /// Where the block at `start` ends.
    pub fn end_of(&self, start: u16) -> u16 {
        self.leaders.keys().copied().filter(|&l| l > start).min().unwrap_or(self.code.len() as u16)
    }

    /// Of a method, entered at `entry`.
    pub fn of(method: &'static Method, entry: u16) -> Result<Shape, CompileError> {
        let code = method.code();
        let handlers: Vec<Handler> = method.handlers().collect();
        let mut leaders: HashMap<u16, Leader> = HashMap::new();
        leaders.entry(entry).or_default();
        let mut bci = 0u32;
        while (bci as usize) < code.len() {
            let i = decode(code, bci).map_err(|_| CompileError::Malformed)?;
            if matches!(i.opcode, Opcode::Jsr | Opcode::JsrW | Opcode::Ret) {
                return Err(CompileError::Subroutine);
            }
            let ts = targets(&i);
            for &t in &ts {
                if t as usize >= code.len() {
                    return Err(CompileError::Malformed);
                }
                leaders.entry(t as u16).or_default();
            }
            let next = i.next_pc();
            if (!ts.is_empty() || i.opcode.ends_block()) && (next as usize) < code.len() {
                leaders.entry(next as u16).or_default();
            }
            bci = next;
        }
        for h in &handlers {
            leaders.entry(h.target).or_default().handler = true;
            // Blocks are covered whole or not at all.
            leaders.entry(h.start).or_default();
            if usize::from(h.end) < code.len() {
                leaders.entry(h.end).or_default();
            }
        }
        let mut shape = Shape { code, handlers, leaders, order: vec![] };
        shape.connect()?;
        shape.sort(entry);
        shape.find_cold(entry);
        shape.find_live(usize::from(method.max_locals));
        shape.find_loops()?;
        Ok(shape)
    }

    fn connect(&mut self) -> Result<(), CompileError> {
        let mut starts: Vec<u16> = self.leaders.keys().copied().collect();
        starts.sort_unstable();
        for (n, &start) in starts.iter().enumerate() {
            let limit = starts.get(n + 1).map_or(self.code.len() as u32, |&s| u32::from(s));
            let mut bci = u32::from(start);
            let mut succs: Vec<u16> = vec![];
            let mut falls = true;
            let mut throws = false;
            let mut calls = 0;
            while bci < limit {
                let i = decode(self.code, bci).map_err(|_| CompileError::Malformed)?;
                succs.extend(targets(&i).iter().map(|&t| t as u16));
                falls = !i.opcode.ends_block();
                throws = i.opcode == Opcode::Athrow;
                calls += u32::from((Opcode::Invokevirtual..=Opcode::Invokedynamic).contains(&i.opcode));
                bci = i.next_pc();
            }
            if falls && (limit as usize) < self.code.len() {
                succs.push(limit as u16);
            }
            let plain = succs.len();
            for h in &self.handlers {
                if (h.start..h.end).contains(&start) {
                    succs.push(h.target);
                }
            }
            let leader = self.leaders.get_mut(&start).ok_or(CompileError::Malformed)?;
            leader.succs = succs;
            leader.plain = plain;
            leader.throws = throws;
            leader.calls = calls;
            leader.end = limit as u16;
        }
        Ok(())
    }

    fn sort(&mut self, entry: u16) {
        let mut order = vec![];
        let mut seen: HashSet<u16> = HashSet::new();
        seen.insert(entry);
        let mut stack = vec![(entry, 0usize)];
        while let Some((at, next)) = stack.last_mut() {
            let succs = &self.leaders[at].succs;
            if *next < succs.len() {
                let to = succs[*next];
                *next += 1;
                if seen.insert(to) {
                    stack.push((to, 0));
                }
            } else {
                order.push(*at);
                stack.pop();
            }
        }
        order.reverse();
        for (n, bci) in order.iter().enumerate() {
            if let Some(l) = self.leaders.get_mut(bci) {
                l.order = n as u32 + 1;
            }
        }
        for &bci in &order {
            for to in self.leaders[&bci].succs.clone() {
                if let Some(l) = self.leaders.get_mut(&to) {
                    l.preds.push(bci);
                }
            }
        }
        self.order = order;
    }

    fn find_cold(&mut self, entry: u16) {
        let mut work = vec![entry];
        while let Some(at) = work.pop() {
            if let Some(l) = self.leaders.get_mut(&at)
                && !std::mem::replace(&mut l.normal, true)
            {
                work.extend(&l.succs[..l.plain]);
            }
        }
        let mut changed = true;
        while changed {
            changed = false;
            for &b in self.order.iter().rev() {
                let l = &self.leaders[&b];
                let plain = &l.succs[..l.plain];
                if l.throws || plain.is_empty() || !plain.iter().all(|s| self.leaders[s].throws) {
                    continue;
                }
                if let Some(l) = self.leaders.get_mut(&b) {
                    l.throws = true;
                    changed = true;
                }
            }
        }
    }

    /// Blocks that are run if nothing is thrown, without those in which one of these instructions is.
    fn usual(&self, unreached: &[u16]) -> impl Iterator<Item = (u16, &Leader)> {
        let blocks = self.order.iter().map(|b| (*b, &self.leaders[b]));
        blocks.filter(|(b, l)| l.normal && !l.throws && !unreached.iter().any(|u| (*b..l.end).contains(u)))
    }

    /// Bytes of code that is run if nothing is thrown, without blocks in which one of these instructions is.
    pub fn usual_length(&self, unreached: &[u16]) -> u32 {
        self.usual(unreached).map(|(b, l)| u32::from(l.end - b)).sum()
    }

    /// What all calls weigh together ([`Shape::weight`]), without those in such blocks.
    pub fn weights(&self, unreached: &[u16]) -> u32 {
        self.usual(unreached).map(|(_, l)| l.weight() * l.calls).sum()
    }

    /// Whether a loop calls something.
    pub fn loop_calls(&self, unreached: &[u16]) -> bool {
        self.usual(unreached).any(|(_, l)| l.depth > 0 && l.calls > 0)
    }

    /// What a call at an offset weighs: how often it may be made in a call of the method.
    pub fn weight(&self, bci: u16) -> u32 {
        self.leaders.iter().find(|(b, l)| (**b..l.end).contains(&bci)).map_or(1, |(_, l)| l.weight())
    }

    /// Whether one of these instructions is in the block.
    pub fn holds_any(&self, leader: u16, bcis: &[u16]) -> bool {
        let end = self.leaders.get(&leader).map_or(leader, |l| l.end);
        bcis.iter().any(|u| (leader..end).contains(u))
    }

    fn find_live(&mut self, locals: usize) {
        // Reads before writes, and writes, of each block.
        let mut reads: HashMap<u16, Vec<Option<Ty>>> = HashMap::new();
        let mut writes: HashMap<u16, Vec<bool>> = HashMap::new();
        for &start in &self.order {
            let (mut read, mut written) = (vec![None; locals], vec![false; locals]);
            let mut bci = u32::from(start);
            while bci < u32::from(self.leaders[&start].end) {
                let Ok(i) = decode(self.code, bci) else { break };
                let (r, w) = access(&i);
                if let Some((l, ty)) = r
                    && usize::from(l) < locals
                    && !written[usize::from(l)]
                    && read[usize::from(l)].is_none()
                {
                    read[usize::from(l)] = Some(ty);
                }
                if let Some((l, ty)) = w
                    && usize::from(l) < locals
                {
                    written[usize::from(l)] = true;
                    if ty.wide() && usize::from(l) + 1 < locals {
                        written[usize::from(l) + 1] = true;
                    }
                }
                bci = i.next_pc();
            }
            reads.insert(start, read);
            writes.insert(start, written);
        }
        for l in self.leaders.values_mut() {
            l.live = vec![None; locals];
        }
        let mut changed = true;
        while changed {
            changed = false;
            for &start in self.order.iter().rev() {
                let mut live = reads[&start].clone();
                for to in &self.leaders[&start].succs {
                    let target = &self.leaders[to];
                    // A handler may be entered before this block writes anything.
                    for l in 0..locals {
                        if live[l].is_none() && (!writes[&start][l] || target.handler) {
                            live[l] = target.live[l];
                        }
                    }
                }
                if let Some(leader) = self.leaders.get_mut(&start)
                    && leader.live != live
                {
                    leader.live = live;
                    changed = true;
                }
            }
        }
    }

    /// The blocks of the loop with this head; none if it is not one.
    fn body(&self, head: u16) -> HashSet<u16> {
        let at = self.leaders[&head].order;
        let preds = &self.leaders[&head].preds;
        let mut work: Vec<u16> = preds.iter().copied().filter(|p| self.leaders[p].order >= at).collect();
        if work.is_empty() {
            return HashSet::new();
        }
        let mut body: HashSet<u16> = HashSet::from_iter([head]);
        while let Some(b) = work.pop() {
            if body.insert(b) {
                work.extend(self.leaders[&b].preds.iter().copied());
            }
        }
        body
    }

    /// The head of the innermost loop around a block.
    pub fn head_of(&self, bci: u16) -> Option<u16> {
        let heads = self.order.iter().filter(|b| self.leaders[*b].header);
        let around = heads.map(|&h| (h, self.body(h))).filter(|(_, body)| body.contains(&bci));
        around.min_by_key(|(_, body)| body.len()).map(|(head, _)| head)
    }

    fn find_loops(&mut self) -> Result<(), CompileError> {
        for index in 0..self.order.len() {
            let head = self.order[index];
            let body = self.body(head);
            if body.is_empty() {
                continue;
            }
            let mut written = HashSet::new();
            for &b in &body {
                let mut bci = u32::from(b);
                while bci < u32::from(self.leaders[&b].end) {
                    let i = decode(self.code, bci).map_err(|_| CompileError::Malformed)?;
                    if let Some((l, _)) = access(&i).1 {
                        written.insert(l);
                    }
                    bci = i.next_pc();
                }
            }
            for b in &body {
                if let Some(l) = self.leaders.get_mut(b) {
                    l.depth += 1;
                }
            }
            let catches = body.iter().any(|b| self.leaders[b].handler);
            if let Some(l) = self.leaders.get_mut(&head) {
                l.catches = catches;
                l.header = true;
                l.written = written;
            }
        }
        Ok(())
    }
}

/// The head of the innermost loop around a block.
pub fn loop_around(method: &'static Method, bci: u16) -> Option<u16> {
    Shape::of(method, 0).ok()?.head_of(bci)
}
