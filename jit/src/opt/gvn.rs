//! Global value numbering along the dominator tree: pure operations, checks that passed before, comparisons that were decided by a
//! branch, and loads from memory that nothing wrote since.

use super::cfg::{Cfg, Pred};
use super::facts::{Alias, Effect, Facts, Key, Tag, effect};
use super::fold::{self, Folded};
use super::ranges::{Ranges, split_sum};
use crate::boxing;
use crate::ir::*;
use hashbrown::{HashMap, HashSet};
use rvm_vm::class::{Class, ValueKind};

/// Blocks looked at to find what may have been written on the ways to a join.
const MOST_STEPS: usize = 2000;

struct Gvn<'a> {
    f: &'a mut Func,
    cfg: &'a Cfg,
    facts: Facts,
    /// What took a value's place, everywhere.
    replaced: Vec<Val>,
    constants: HashMap<(u64, Ty), Val>,
    /// Block of each value.
    home: Vec<BlockId>,
    /// Constants that are addresses of classes of objects made here.
    classes: HashMap<Val, &'static Class>,
    /// Effects of blocks.
    effects: Vec<Option<Vec<Effect>>>,
    steps: usize,
    ranges: Ranges,
}

/// Numbers the values of a function.
pub fn run(f: &mut Func) {
    let cfg = Cfg::new(f);
    let size = f.nodes.len();
    let blocks = f.blocks.len();
    let ranges = Ranges::new(f, &cfg);
    let mut g = Gvn {
        f,
        cfg: &cfg,
        facts: Facts::default(),
        replaced: (0..size as Val).collect(),
        constants: HashMap::new(),
        home: vec![NONE; size],
        classes: HashMap::new(),
        effects: vec![None; blocks],
        steps: 0,
        ranges,
    };
    g.walk();
}

fn key(tag: Tag, args: &[Val]) -> Key {
    let arg = |n: usize| args.get(n).copied().unwrap_or(NONE);
    Key { tag, data: 0, args: [arg(0), arg(1)], version: 0 }
}

fn class_key(tag: Tag, class: &'static Class, args: &[Val]) -> Key {
    Key { data: u64::from(class.address()), ..key(tag, args) }
}

impl Gvn<'_> {
    fn walk(&mut self) {
        if self.cfg.order.is_empty() {
            return;
        }
        enum Step {
            Enter(u32),
            Leave(usize),
        }
        let mut stack = vec![Step::Enter(0)];
        while let Some(step) = stack.pop() {
            match step {
                Step::Leave(mark) => self.facts.back_to(mark),
                Step::Enter(node) => {
                    stack.push(Step::Leave(self.facts.mark()));
                    let block = self.cfg.block(node);
                    if node % 2 == 0 {
                        self.arrive(block, node);
                    } else {
                        self.block(block);
                    }
                    stack.extend(self.cfg.children[node as usize].iter().rev().map(|&c| Step::Enter(c)));
                }
            }
        }
    }

    fn resolve(&mut self, v: Val) -> Val {
        let mut v = v;
        loop {
            let next = match self.facts.known(v) {
                Some(known) => known,
                None => self.replaced[v as usize],
            };
            let next = if next == v { self.unchanged(v) } else { next };
            if next == v {
                break;
            }
            v = next;
        }
        match self.f.nodes[v as usize].op {
            Op::Const(bits) => self.constant(bits, self.f.ty(v)),
            _ => v,
        }
    }

    /// What a shift or sum is whose second operand turned out to be 0 since: a string's length, where its form is known.
    fn unchanged(&self, v: Val) -> Val {
        let node = &self.f.nodes[v as usize];
        match node.op {
            Op::Bin(Bin::Shr | Bin::Shl | Bin::Ushr | Bin::Add | Bin::Sub | Bin::Or | Bin::Xor)
                if node.ty == Ty::I
                    && self
                        .facts
                        .known(node.args[1])
                        .is_some_and(|k| fold::integer(self.f, k) == Some(0)) =>
            {
                node.args[0]
            }
            _ => v,
        }
    }

    fn constant(&mut self, bits: u64, ty: Ty) -> Val {
        let bits = if ty == Ty::I { u64::from(bits as u32) } else { bits };
        if let Some(&v) = self.constants.get(&(bits, ty)) {
            return v;
        }
        // Constants are made where they are used: they need no block.
        let v = self.f.node(Op::Const(bits), ty, vec![], 0);
        self.replaced.push(v);
        self.home.push(NONE);
        self.constants.insert((bits, ty), v);
        v
    }

    fn truth(&mut self, yes: bool) -> Val {
        self.constant(u64::from(yes), Ty::I)
    }

    fn resolve_edge(&mut self, edge: EdgeId) {
        for n in 0..self.f.edges[edge as usize].args.len() {
            let v = self.f.edges[edge as usize].args[n];
            let v = self.resolve(v);
            self.f.edges[edge as usize].args[n] = v;
        }
    }

    /// At a block's start: what its way in says, and what memory may have seen since its dominator.
    fn arrive(&mut self, block: BlockId, node: u32) {
        let cfg = self.cfg;
        let preds = &cfg.preds[block as usize];
        let idom = cfg.idom[node as usize];
        if let [one] = preds[..]
            && !one.exc
        {
            self.learn(&one);
            return;
        }
        if node == 0 && preds.is_empty() {
            return;
        }
        let mut seen: HashSet<u32> = HashSet::new();
        let mut work: Vec<u32> = preds.iter().map(|p| cfg.source(p)).collect();
        // A throwing block's own effects come before its handler.
        let mut happened: Vec<Effect> = vec![];
        for p in preds.iter().filter(|p| p.exc) {
            happened.extend(self.effects_of(p.from));
        }
        while let Some(at) = work.pop() {
            if at == idom || !seen.insert(at) {
                continue;
            }
            self.steps += 1;
            if self.steps > MOST_STEPS * 16 || seen.len() > MOST_STEPS || happened.contains(&Effect::All) {
                happened = vec![Effect::All];
                break;
            }
            let b = cfg.block(at);
            if at % 2 == 1 {
                for e in self.effects_of(b) {
                    if !happened.contains(&e) {
                        happened.push(e);
                    }
                }
                work.push(at - 1);
            } else {
                for p in &cfg.preds[b as usize] {
                    if p.exc {
                        happened.extend(self.effects_of(p.from));
                    }
                    work.push(cfg.source(p));
                }
            }
        }
        for effect in happened {
            self.facts.happened(effect);
        }
    }

    fn effects_of(&mut self, block: BlockId) -> Vec<Effect> {
        if let Some(known) = &self.effects[block as usize] {
            return known.clone();
        }
        let mut list: Vec<Effect> = vec![];
        for &v in &self.f.blocks[block as usize].insts {
            let e = effect(&self.f.nodes[v as usize].op);
            if e == Effect::All {
                list = vec![e];
                break;
            }
            if e != Effect::None && !list.contains(&e) {
                list.push(e);
            }
        }
        self.effects[block as usize] = Some(list.clone());
        list
    }

    fn learn(&mut self, pred: &Pred) {
        match self.f.blocks[pred.from as usize].term.clone() {
            Term::Branch(c, yes, no) if yes != no => self.assume(c, pred.edge == yes),
            Term::Switch(key, cases, _) => {
                let key = self.resolve(key);
                if let Some(case) = cases.iter().find(|c| c.1 == pred.edge)
                    && !matches!(self.f.nodes[key as usize].op, Op::Const(_))
                {
                    let value = self.constant(u64::from(case.0 as u32), Ty::I);
                    self.facts.set_known(key, value);
                }
            }
            _ => {}
        }
    }

    /// A condition came out so.
    fn assume(&mut self, c: Val, yes: bool) {
        let c = self.resolve(c);
        let (op, args) = (self.f.nodes[c as usize].op, self.f.nodes[c as usize].args.clone());
        if matches!(op, Op::Const(_)) {
            return;
        }
        match op {
            Op::Cmp(_) | Op::InstanceOf(_) | Op::Un(Un::Bit) => {
                let value = self.truth(yes);
                self.facts.set_known(c, value);
            }
            _ if !yes && self.f.ty(c) == Ty::I => {
                let value = self.constant(0, Ty::I);
                self.facts.set_known(c, value);
            }
            _ => {}
        }
        match op {
            Op::InstanceOf(class) if yes => {
                self.facts.set(class_key(Tag::Cast, class, &args), c);
                self.facts.set(key(Tag::NonNull, &args), c);
            }
            Op::Cmp(cond) => {
                let (x, y) = (self.resolve(args[0]), self.resolve(args[1]));
                if matches!(self.f.ty(x), Ty::F | Ty::D) {
                    return;
                }
                let cond = if yes { cond } else { cond.negate(false) };
                self.compared(cond, x, y);
            }
            _ => {}
        }
    }

    /// `cond` holds for integers or references.
    fn compared(&mut self, cond: Cond, x: Val, y: Val) {
        let implied: &[Cond] = match cond {
            Cond::Lt => &[Cond::Lt, Cond::Le, Cond::Ne],
            Cond::Gt => &[Cond::Gt, Cond::Ge, Cond::Ne],
            Cond::Ne => &[Cond::Ne],
            Cond::Eq => &[Cond::Eq, Cond::Le, Cond::Ge],
            Cond::Le => &[Cond::Le],
            Cond::Ge => &[Cond::Ge],
            _ => &[],
        };
        let (one, zero) = (self.truth(true), self.truth(false));
        for &c in implied {
            self.facts.set(key(Tag::Cmp(c), &[x, y]), one);
            self.facts.set(key(Tag::Cmp(c.negate(false)), &[x, y]), zero);
            self.facts.set(key(Tag::Cmp(fold::swapped(c)), &[y, x]), one);
            self.facts.set(key(Tag::Cmp(fold::swapped(c.negate(false))), &[y, x]), zero);
        }
        let constant = |g: &Self, v: Val| matches!(g.f.nodes[v as usize].op, Op::Const(_));
        let (cx, cy) = (constant(self, x), constant(self, y));
        match cond {
            Cond::Eq if cy && !cx => self.facts.set_known(x, y),
            Cond::Eq if cx && !cy => self.facts.set_known(y, x),
            Cond::Ne => {
                let (x, y) = if cx { (y, x) } else { (x, y) };
                let zero = matches!(self.f.nodes[y as usize].op, Op::Const(0));
                if zero && self.f.ty(x) == Ty::A {
                    self.facts.set(key(Tag::NonNull, &[x]), x);
                } else if zero {
                    self.facts.set(key(Tag::NotZero, &[x]), x);
                    self.is_true(x);
                }
            }
            _ => {}
        }
    }

    /// A value that is 0 or 1 is not 0.
    fn is_true(&mut self, x: Val) {
        if matches!(self.f.nodes[x as usize].op, Op::Cmp(_) | Op::InstanceOf(_) | Op::Un(Un::Bit)) {
            self.assume(x, true);
        }
    }

    fn block(&mut self, block: BlockId) {
        let insts = std::mem::take(&mut self.f.blocks[block as usize].insts);
        let mut kept = Vec::with_capacity(insts.len());
        for v in insts {
            for n in 0..self.f.nodes[v as usize].args.len() {
                let a = self.f.nodes[v as usize].args[n];
                let a = self.resolve(a);
                self.f.nodes[v as usize].args[n] = a;
            }
            let exc = self.f.nodes[v as usize].exc;
            if exc != NONE {
                self.resolve_edge(exc);
            }
            self.home[v as usize] = block;
            if self.instruction(v, block) {
                kept.push(v);
            }
        }
        self.f.blocks[block as usize].insts = kept;
        let mut term = self.f.blocks[block as usize].term.clone();
        match &mut term {
            Term::Branch(c, yes, no) => {
                *c = self.resolve(*c);
                if let Op::Const(bits) = self.f.nodes[*c as usize].op {
                    let taken = if bits as u32 != 0 { *yes } else { *no };
                    term = Term::Jump(taken);
                }
            }
            Term::Switch(key, cases, default) => {
                *key = self.resolve(*key);
                if let Some(value) = fold::integer(self.f, *key) {
                    let taken = cases.iter().find(|c| i64::from(c.0) == value).map_or(*default, |c| c.1);
                    term = Term::Jump(taken);
                }
            }
            Term::Return(v) if *v != NONE => *v = self.resolve(*v),
            _ => {}
        }
        self.f.blocks[block as usize].term = term;
        for edge in self.f.term_edges(block) {
            self.resolve_edge(edge);
        }
    }

    fn replace(&mut self, v: Val, by: Val) -> bool {
        self.replaced[v as usize] = by;
        false
    }

    /// Takes the place of a computation that is known, or makes it known.
    fn numbered(&mut self, v: Val, key: Key) -> bool {
        if let Some(known) = self.facts.get(&key) {
            let known = self.resolve(known);
            return self.replace(v, known);
        }
        self.facts.set(key, v);
        true
    }

    /// A check: gone if it passed before.
    fn check(&mut self, v: Val, key: Key) -> bool {
        if self.facts.get(&key).is_some() {
            return false;
        }
        self.facts.set(key, v);
        true
    }

    fn folded(&mut self, v: Val, folded: Folded) -> Option<bool> {
        let ty = self.f.ty(v);
        match folded {
            Folded::No => None,
            Folded::Constant(bits) => {
                let c = self.constant(bits, ty);
                Some(self.replace(v, c))
            }
            Folded::Value(other) => Some(self.replace(v, other)),
            Folded::Rewrite(op, a, bits) => {
                let c = self.constant(bits, ty);
                let node = &mut self.f.nodes[v as usize];
                node.op = op;
                node.args = vec![a, c];
                None
            }
        }
    }

    /// The class of an object that an instruction makes or finds.
    fn made(&self, v: Val) -> Option<&'static Class> {
        match self.f.nodes[v as usize].op {
            Op::New(class) => Some(class),
            Op::Box(kind) => boxing::of(kind).map(|b| b.class),
            _ => None,
        }
    }

    fn is_nonnull(&self, v: Val) -> bool {
        matches!(self.f.nodes[v as usize].op, Op::New(_) | Op::NewArray(_) | Op::Box(_))
            || self.facts.get(&key(Tag::NonNull, &[v])).is_some()
    }

    /// Whether the instruction stays.
    fn instruction(&mut self, v: Val, block: BlockId) -> bool {
        let (op, ty) = (self.f.nodes[v as usize].op, self.f.ty(v));
        let args: Vec<Val> = self.f.nodes[v as usize].args.clone();
        let stays = match op {
            Op::Const(bits) => {
                let c = self.constant(bits, ty);
                return self.replace(v, c);
            }
            Op::Bin(bin) => {
                let folded = fold::binary(self.f, bin, ty, args[0], args[1]);
                if let Some(stays) = self.folded(v, folded) {
                    return stays;
                }
                let Op::Bin(bin) = self.f.nodes[v as usize].op else { return true };
                let mut args = self.f.nodes[v as usize].args.clone();
                let commutes = matches!(ty, Ty::I | Ty::J)
                    && matches!(
                        bin,
                        Bin::Add | Bin::Mul | Bin::And | Bin::Or | Bin::Xor | Bin::Min | Bin::Max
                    );
                if commutes && args[0] > args[1] {
                    args.swap(0, 1);
                }
                self.numbered(v, key(Tag::Bin(bin, ty), &args))
            }
            Op::Un(un) => {
                let folded = fold::unary(self.f, un, ty, args[0]);
                if let Some(stays) = self.folded(v, folded) {
                    return stays;
                }
                self.numbered(v, key(Tag::Un(un, ty), &args))
            }
            Op::FRem => self.numbered(v, key(Tag::FRem, &args)),
            Op::Cmp(cond) => self.comparison(v, cond, &args, block),
            Op::Cmp3(greater) => self.numbered(v, Key { data: u64::from(greater), ..key(Tag::Cmp3, &args) }),
            Op::ArrayLength => {
                let made = &self.f.nodes[args[0] as usize];
                if let Op::NewArray(_) = made.op {
                    let length = made.args[0];
                    return self.replace(v, length);
                }
                self.numbered(v, key(Tag::ArrayLength, &args))
            }
            Op::InstanceOf(class) => {
                if matches!(self.f.nodes[args[0] as usize].op, Op::Const(0)) {
                    let no = self.truth(false);
                    return self.replace(v, no);
                }
                if let Some(exact) = self.made(args[0]) {
                    let yes = self.truth(exact.is_subclass_of(class));
                    return self.replace(v, yes);
                }
                if self.is_nonnull(args[0]) && self.facts.get(&class_key(Tag::Cast, class, &args)).is_some() {
                    let yes = self.truth(true);
                    return self.replace(v, yes);
                }
                self.numbered(v, class_key(Tag::InstanceOf, class, &args))
            }
            Op::Root(address) => self.numbered(v, Key { data: u64::from(address), ..key(Tag::Root, &args) }),
            Op::CurrentThread => self.numbered(v, key(Tag::CurrentThread, &args)),
            // One that is null still leads to the call that makes it.
            Op::Mirror => self.numbered(v, key(Tag::Mirror, &args)),
            Op::ClassOf => {
                let array = match self.f.nodes[args[0] as usize].op {
                    Op::NewArray(class) => Some(class),
                    _ => None,
                };
                if let Some(class) = array.or_else(|| self.made(args[0])) {
                    let address = self.constant(u64::from(class.address()), Ty::J);
                    self.classes.insert(address, class);
                    return self.replace(v, address);
                }
                self.numbered(v, key(Tag::ClassOf, &args))
            }
            Op::VtableEntry(index) => {
                if let Some(class) = self.classes.get(&args[0])
                    && index < class.vtable_len
                {
                    let method = std::ptr::from_ref(class.virtual_method(index)) as u64;
                    let method = self.constant(method, Ty::J);
                    return self.replace(v, method);
                }
                self.numbered(v, Key { data: u64::from(index), ..key(Tag::VtableEntry, &args) })
            }
            Op::NullCheck => !self.is_nonnull(args[0]) && self.check(v, key(Tag::NonNull, &args)),
            Op::BoundsCheck => {
                if let (Some(index), Some(length)) =
                    (fold::integer(self.f, args[0]), fold::integer(self.f, args[1]))
                    && 0 <= index
                    && index < length
                {
                    return false;
                }
                let stays = !self.in_bounds(args[0], args[1]) && self.check(v, key(Tag::InBounds, &args));
                if stays {
                    self.compared(Cond::Lt, args[0], args[1]);
                    let zero = self.constant(0, Ty::I);
                    self.compared(Cond::Ge, args[0], zero);
                }
                stays
            }
            Op::DivCheck => {
                if fold::integer(self.f, args[0]).is_some_and(|x| x != 0) {
                    return false;
                }
                self.check(v, key(Tag::NotZero, &args))
            }
            Op::StoreCheck => {
                if matches!(self.f.nodes[args[1] as usize].op, Op::Const(0)) {
                    return false;
                }
                self.check(v, key(Tag::Storable, &args))
            }
            Op::CheckCast(class) => {
                let node = &self.f.nodes[args[0] as usize];
                if matches!(node.op, Op::Const(0))
                    || self.made(args[0]).is_some_and(|exact| exact.is_subclass_of(class))
                {
                    return false;
                }
                self.check(v, class_key(Tag::Cast, class, &args))
            }
            Op::InitCheck(class) => {
                let stays = self.check(v, class_key(Tag::Initialized, class, &[]));
                if stays {
                    self.facts.happened(Effect::All);
                }
                return stays;
            }
            Op::GetField { offset, kind, volatile: false, stable } => {
                if let Op::Box(boxed) = self.f.nodes[args[0] as usize].op
                    && boxed == kind
                    && boxing::of(kind).is_some_and(|b| b.offset == offset)
                {
                    let value = self.f.nodes[args[0] as usize].args[0];
                    let Some(un) = boxing::narrowing(kind) else { return self.replace(v, value) };
                    let node = &mut self.f.nodes[v as usize];
                    node.op = Op::Un(un);
                    node.args = vec![value];
                    return self.instruction(v, block);
                }
                if !stable || matches!(self.f.nodes[args[0] as usize].op, Op::New(_)) {
                    return self.load(v, Alias::Field(offset, kind), &args);
                }
                // What was written to it just now is known by the state of memory.
                let written = self.memory(Alias::Field(offset, kind), &args);
                return match self.facts.get(&written) {
                    Some(known) => {
                        let known = self.resolve(known);
                        self.replace(v, known)
                    }
                    None => self.numbered(v, key(Tag::Memory(Alias::Field(offset, kind)), &args)),
                };
            }
            Op::GetStatic { address, volatile: false, .. } => {
                return self.load(v, Alias::Static(address), &args);
            }
            Op::Load(kind) => return self.load(v, Alias::Elements(kind), &args),
            Op::PutField { offset, kind, volatile: false } => {
                return self.store(Alias::Field(offset, kind), kind, &args[..1], args[1]);
            }
            Op::PutStatic { address, kind, volatile: false } => {
                return self.store(Alias::Static(address), kind, &[], args[0]);
            }
            Op::Store(kind) => return self.store(Alias::Elements(kind), kind, &args[..2], args[2]),
            _ => true,
        };
        if stays {
            self.facts.happened(effect(&op));
        }
        stays
    }

    /// Whether a comparison was decided.
    fn decided(&self, cond: Cond, x: Val, y: Option<Val>) -> bool {
        let one = self.constants.get(&(1, Ty::I));
        y.is_some_and(|y| self.facts.get(&key(Tag::Cmp(cond), &[x, y])).as_ref() == one && one.is_some())
    }

    fn known_constant(&self, value: i64) -> Option<Val> {
        self.constants.get(&(u64::from(value as i32 as u32), Ty::I)).copied()
    }

    /// Whether `v >= least`, which is not negative.
    fn at_least(&self, v: Val, least: i64) -> bool {
        self.ranges.least(self.f, v).is_some_and(|l| l >= least)
            || self.decided(Cond::Ge, v, self.known_constant(least))
            || self.decided(Cond::Gt, v, self.known_constant(least - 1))
    }

    /// Whether an index is known to be in bounds.
    fn in_bounds(&self, index: Val, length: Val) -> bool {
        let (base, offset) = split_sum(self.f, index);
        if self.decided(Cond::Lt, index, Some(length)) && self.at_least(index, 0) {
            return true;
        }
        if offset > 0 {
            // base < length - offset, where the difference does not overflow as a length is not negative.
            let top = self.known_constant(-offset).and_then(|c| {
                let mut args = [length, c];
                args.sort_unstable();
                self.facts.get(&key(Tag::Bin(Bin::Add, Ty::I), &args))
            });
            let counted = self.ranges.least(self.f, length).is_some();
            return counted && self.decided(Cond::Lt, base, top) && self.at_least(base, 0);
        }
        if offset == i64::from(i32::MIN) || !self.at_least(base, -offset) {
            return false;
        }
        if self.decided(Cond::Lt, base, Some(length))
            || offset < 0 && (base == length || self.decided(Cond::Le, base, Some(length)))
        {
            return true;
        }
        // A counter that goes down is at most what it started with.
        self.ranges.falling.get(&base).is_some_and(|starts| {
            starts.iter().all(|&s| {
                let (from, c) = split_sum(self.f, s);
                from == length && c < 0 && self.ranges.least(self.f, length).is_some()
                    || self.decided(Cond::Lt, s, Some(length))
            })
        })
    }

    fn memory(&self, alias: Alias, args: &[Val]) -> Key {
        Key { version: self.facts.version(alias), ..key(Tag::Memory(alias), args) }
    }

    fn load(&mut self, v: Val, alias: Alias, args: &[Val]) -> bool {
        let key = self.memory(alias, args);
        self.numbered(v, key)
    }

    fn store(&mut self, alias: Alias, kind: ValueKind, place: &[Val], value: Val) -> bool {
        let known = self.memory(alias, place);
        if self.facts.get(&known).is_some_and(|old| self.resolve(old) == value) {
            // It is there already.
            return false;
        }
        self.facts.happened(Effect::Writes(alias));
        if !matches!(kind, ValueKind::Boolean | ValueKind::Byte | ValueKind::Char | ValueKind::Short) {
            let key = self.memory(alias, place);
            self.facts.set(key, value);
        }
        true
    }

    fn comparison(&mut self, v: Val, cond: Cond, args: &[Val], block: BlockId) -> bool {
        let (x, y) = (args[0], args[1]);
        let float = matches!(self.f.ty(x), Ty::F | Ty::D);
        if !float {
            if let (Some(a), Some(b)) = (fold::integer(self.f, x), fold::integer(self.f, y)) {
                let c = self.truth(fold::holds(cond, a, b));
                return self.replace(v, c);
            }
            if x == y {
                let c = self.truth(fold::holds(cond, 0, 0));
                return self.replace(v, c);
            }
        }
        if self.f.ty(x) == Ty::A && matches!(cond, Cond::Eq | Cond::Ne) {
            let null = |g: &Self, v: Val| matches!(g.f.nodes[v as usize].op, Op::Const(0));
            if null(self, y) && self.is_nonnull(x) || null(self, x) && self.is_nonnull(y) {
                let c = self.truth(cond == Cond::Ne);
                return self.replace(v, c);
            }
        }
        // A truth value compared with 0 is the truth value, or its opposite.
        if let (Cond::Eq | Cond::Ne, Some(0), Ty::I) = (cond, fold::integer(self.f, y), self.f.ty(x)) {
            let inner = self.f.nodes[x as usize].clone();
            match (inner.op, cond) {
                (Op::Cmp(c), _) if self.home[x as usize] == block => {
                    let float = matches!(self.f.ty(inner.args[0]), Ty::F | Ty::D);
                    let c = if cond == Cond::Eq { c.negate(float) } else { c };
                    let node = &mut self.f.nodes[v as usize];
                    node.op = Op::Cmp(c);
                    node.args = inner.args.clone();
                    let args = inner.args;
                    return self.comparison(v, c, &args, block);
                }
                (Op::InstanceOf(_), Cond::Ne) => return self.replace(v, x),
                _ => {}
            }
        }
        if let (Cond::Lt | Cond::Ge, Some(bound @ ..=0)) = (cond, fold::integer(self.f, y))
            && self.ranges.least(self.f, x).is_some_and(|l| l >= bound)
        {
            let c = self.truth(cond == Cond::Ge);
            return self.replace(v, c);
        }
        let key = key(Tag::Cmp(cond), args);
        if let Some(known) = self.facts.get(&key) {
            let known = self.resolve(known);
            // A comparison is cheaper than a register that keeps its outcome.
            if matches!(self.f.nodes[known as usize].op, Op::Const(_)) || self.home[known as usize] == block {
                return self.replace(v, known);
            }
            return true;
        }
        self.facts.set(key, v);
        true
    }
}
