//! From bytecode to SSA. Methods are translated block by block in reverse postorder; calls may be translated in place (inlined), with
//! their own context.

mod bytecode;
mod calls;
mod exceptions;
mod handles;
mod intrinsics;

pub(crate) use intrinsics::changes_nothing;

use crate::bytecode::Shape;
use crate::error::CompileError;
use crate::ir::*;
use hashbrown::HashMap;
use rvm_vm::class::{Class, Method, ValueKind};
use rvm_vm::compiled::Context;
use rvm_vm::interpreter::unreached;
use std::rc::Rc;

/// Instructions after which a method is not worth compiling.
const MOST_NODES: usize = 60_000;
/// Instructions after which nothing but tiny methods is inlined.
const INLINE_NODES: usize = 2_600;
/// As `INLINE_NODES`, for code entered in the middle: it is soon left for good.
const LOOP_NODES: usize = 1_000;

/// What is known of a value.
#[derive(Clone, Copy, Default)]
pub(crate) struct Info {
    pub class: Option<&'static Class>,
    pub exact: bool,
    pub nonnull: bool,
}

/// Variables and operand stack.
#[derive(Clone)]
pub(crate) struct State {
    pub locals: Vec<Val>,
    pub stack: Vec<Val>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    Local(usize),
    Stack(usize),
}

/// A block's start, as far as it is translated.
struct Start {
    block: BlockId,
    /// Edges, what they bring, whether they are seldom taken.
    incoming: Vec<(EdgeId, State, bool)>,
    /// Once translation began: parameters, and the state.
    begun: Option<(Vec<Slot>, State)>,
}

/// A method being translated.
pub(crate) struct Frame {
    pub method: &'static Method,
    pub context: u16,
    shape: Rc<Shape>,
    /// By bytecode and version: 0 is the code as it is thought to run, 1 goes on where a guess about the class of an object that
    /// a call gives failed. It never comes back, so what the guess says holds in all of 0.
    starts: HashMap<(u16, u8), Start>,
    pub version: u8,
    /// Where returns of an inlined method go.
    returns: Option<BlockId>,
    /// The monitor of a synchronized method.
    pub lock: Option<Val>,
    /// Exception dispatchers by the handlers that cover a place.
    dispatchers: HashMap<(Vec<usize>, u8), BlockId>,
    bci: u16,
    /// Instructions that never ran so far.
    unreached: Rc<Vec<u16>>,
    /// Instructions of the function up to which methods are inlined in this one, and what the calls that are left weigh.
    end: usize,
    weights: u32,
}

pub(crate) struct Builder {
    pub f: Func,
    pub frames: Vec<Frame>,
    /// Variables and stack of each frame; callers' as they were at the call.
    pub states: Vec<State>,
    pub cur: BlockId,
    pub dead: bool,
    pub info: HashMap<Val, Info>,
    places: HashMap<(u16, u16), Pos>,
    /// Values checked for null, and cast, on the way to the present place from the start of its block (or the call
    /// inlined there).
    pub nonnull: hashbrown::HashSet<Val>,
    pub casts: HashMap<Val, &'static Class>,
    /// The present place is seldom reached: nothing is inlined.
    pub cold: bool,
    /// Methods looked at: their shapes, which of their instructions never ran, and their length without those.
    pub methods: HashMap<usize, Option<Candidate>>,
    /// Stands for results that do not exist.
    pub undefined: Val,
    /// Where the code is entered, if it may leave to the interpreter.
    exits: Option<u16>,
    /// Blocks are translated out of order.
    again: bool,
}

/// A method that may be inlined.
#[derive(Clone)]
pub(crate) struct Candidate {
    pub shape: Rc<Shape>,
    pub unreached: Rc<Vec<u16>>,
    pub length: u32,
}

/// The way from compiled code to a method that is a host function.
pub fn build_host(method: &'static Method) -> Func {
    let contexts = vec![Context { method, parent: 0, bci: 0 }];
    let mut f = Func {
        nodes: vec![],
        blocks: vec![],
        edges: vec![],
        contexts,
        places: vec![(0, 0)],
        method,
        on_stack: false,
        head: None,
        exits: vec![],
    };
    f.block();
    let mut insts: Vec<Val> = (0..method.arg_count())
        .map(|arg| f.node(Op::Arg(arg as u16), Ty::of(method.arg_kind(arg)), vec![], 0))
        .collect();
    let args = insts.clone();
    insts.push(f.node(Op::Prologue, Ty::V, vec![], 0));
    let ret = f.node(Op::Native(method, false), Ty::of(method.ret()), args, 0);
    insts.push(ret);
    f.blocks[0].insts = insts;
    f.blocks[0].term = Term::Return(if method.ret() == ValueKind::Void { NONE } else { ret });
    f
}

/// Translates a method; `osr` is the loop's head to start at. With `exits` such code leaves to the interpreter where that has never
/// been.
pub fn build(method: &'static Method, osr: Option<u16>, exits: bool) -> Result<Func, CompileError> {
    let f = Func {
        nodes: vec![],
        blocks: vec![],
        edges: vec![],
        contexts: vec![Context { method, parent: 0, bci: 0 }],
        places: vec![],
        method,
        on_stack: osr.is_some(),
        head: None,
        exits: vec![],
    };
    let mut b = Builder {
        f,
        frames: vec![],
        states: vec![],
        cur: 0,
        dead: false,
        info: HashMap::new(),
        places: HashMap::new(),
        nonnull: Default::default(),
        casts: HashMap::new(),
        cold: false,
        methods: HashMap::new(),
        undefined: 0,
        exits: osr.filter(|_| exits),
        again: false,
    };
    b.cur = b.f.block();
    let at = osr.unwrap_or(0);
    let shape = Rc::new(Shape::of(method, at)?);
    b.undefined = b.f.node(Op::Const(0), Ty::I, vec![], 0);
    b.f.blocks[0].insts.push(b.undefined);
    let mut state = State { locals: vec![NONE; usize::from(method.max_locals)], stack: vec![] };
    let mut lock = None;
    let unreached = Rc::new(unreached(method));
    let budget = if osr.is_some() { LOOP_NODES } else { INLINE_NODES };
    b.push_frame(method, 0, shape.clone(), None, unreached, budget);
    if osr.is_some() {
        let (registers, monitor) = rvm_vm::interpreter::frame_layout(method);
        let live = shape.leaders[&at].live.clone();
        for (index, ty) in live.iter().enumerate() {
            if let (Some(ty), Some(&r)) = (ty, registers.get(index)) {
                state.locals[index] = b.emit(Op::Register(r), *ty, vec![]);
            }
        }
        if let Some(r) = monitor {
            lock = Some(b.emit(Op::Register(r), Ty::A, vec![]));
        }
    } else {
        let mut index = 0;
        for arg in 0..method.arg_count() {
            let ty = Ty::of(method.arg_kind(arg));
            let v = b.emit(Op::Arg(arg as u16), ty, vec![]);
            if arg == 0 && !method.is_static() {
                b.info.insert(v, Info { class: Some(method.class()), exact: false, nonnull: true });
            }
            state.locals[index] = v;
            index += if ty.wide() { 2 } else { 1 };
        }
    }
    b.states.push(state.clone());
    b.emit(Op::Prologue, Ty::V, vec![]);
    if method.is_synchronized() {
        let monitor = match lock {
            Some(lock) => lock,
            None => b.lock_method(method),
        };
        b.frames[0].lock = Some(monitor);
    }
    b.goto(at, state);
    // Verified code takes nothing from an empty stack, but here what lay on it is not known.
    b.translate().map_err(|e| match e {
        CompileError::Malformed if osr.is_some() => CompileError::Operands,
        other => other,
    })?;
    if let Some(head) = osr.and_then(|at| Shape::of(method, 0).ok()?.head_of(at).filter(|&h| h != at)) {
        b.f.head = b.frames[0].starts.get(&(head, 0)).map(|s| s.block);
    }
    Ok(b.f)
}

impl Builder {
    fn push_frame(
        &mut self,
        method: &'static Method,
        context: u16,
        shape: Rc<Shape>,
        returns: Option<BlockId>,
        unreached: Rc<Vec<u16>>,
        end: usize,
    ) {
        let weights = shape.weights(&unreached);
        self.frames.push(Frame {
            method,
            context,
            shape,
            starts: HashMap::new(),
            version: 0,
            returns,
            lock: None,
            dispatchers: HashMap::new(),
            bci: 0,
            unreached,
            end,
            weights,
        });
    }

    pub fn frame(&self) -> &Frame {
        &self.frames[self.frames.len() - 1]
    }

    pub fn frame_mut(&mut self) -> &mut Frame {
        let at = self.frames.len() - 1;
        &mut self.frames[at]
    }

    pub fn method(&self) -> &'static Method {
        self.frame().method
    }

    pub fn pos(&mut self) -> Pos {
        let key = (self.frame().context, self.frame().bci);
        let places = &mut self.f.places;
        *self.places.entry(key).or_insert_with(|| {
            places.push(key);
            places.len() as Pos - 1
        })
    }

    /// Adds an instruction that cannot throw to the present block.
    pub fn emit(&mut self, op: Op, ty: Ty, args: Vec<Val>) -> Val {
        let pos = self.pos();
        let v = self.f.node(op, ty, args, pos);
        self.f.blocks[self.cur as usize].insts.push(v);
        v
    }

    /// As `emit`, for what may throw.
    pub fn emit_throwing(&mut self, op: Op, ty: Ty, args: Vec<Val>) -> Val {
        let exc = self.exception_edge();
        let v = self.emit(op, ty, args);
        self.f.nodes[v as usize].exc = exc;
        v
    }

    pub fn int(&mut self, value: i32) -> Val {
        self.emit(Op::Const(u64::from(value as u32)), Ty::I, vec![])
    }

    pub fn address(&mut self, value: u64) -> Val {
        self.emit(Op::Const(value), Ty::J, vec![])
    }

    pub fn ty(&self, v: Val) -> Ty {
        self.f.ty(v)
    }

    pub fn state(&mut self) -> &mut State {
        let at = self.states.len() - 1;
        &mut self.states[at]
    }

    pub fn push(&mut self, v: Val) {
        self.state().stack.push(v);
    }

    pub fn pop(&mut self) -> Result<Val, CompileError> {
        self.state().stack.pop().ok_or(CompileError::Malformed)
    }

    pub fn known(&self, v: Val) -> Info {
        let mut info = self.info.get(&v).copied().unwrap_or_default();
        if let Some(&class) = self.casts.get(&v)
            && !info.exact
        {
            info.class = Some(class);
        }
        info
    }

    pub fn null_check(&mut self, v: Val) {
        if self.known(v).nonnull || self.nonnull.contains(&v) {
            return;
        }
        self.emit_throwing(Op::NullCheck, Ty::V, vec![v]);
        self.nonnull.insert(v);
    }

    /// Ends the present block.
    pub fn end(&mut self, term: Term) {
        self.f.blocks[self.cur as usize].term = term;
        self.dead = true;
    }

    pub fn begin(&mut self, block: BlockId) {
        self.f.blocks[block as usize].cold |= self.cold;
        self.cur = block;
        self.dead = false;
    }

    /// An edge from the present place to the bytecode at `bci` of the present method.
    pub fn edge_to(&mut self, bci: u16, state: State) -> EdgeId {
        self.edge_in(self.frames.len() - 1, bci, state)
    }

    /// As `edge_to`, in the frame at `depth`.
    pub fn edge_in(&mut self, depth: usize, bci: u16, state: State) -> EdgeId {
        let key = (bci, self.frames[depth].version);
        if !self.frames[depth].starts.contains_key(&key) {
            let block = self.f.block();
            self.frames[depth].starts.insert(key, Start { block, incoming: vec![], begun: None });
        }
        let seldom = self.f.blocks[self.cur as usize].cold;
        let frame = &mut self.frames[depth];
        let Some(start) = frame.starts.get_mut(&key) else { return NONE };
        let edge = self.f.edge(start.block, vec![]);
        match &start.begun {
            Some((slots, known)) => {
                let args = slots.iter().map(|s| match *s {
                    Slot::Local(i) => state.locals[i],
                    Slot::Stack(i) => state.stack.get(i).copied().unwrap_or(NONE),
                });
                let args: Vec<Val> = args.collect();
                // What the loop was thought to leave alone must be what it was.
                let leader = frame.shape.leaders.get(&bci);
                let changed = leader.is_some_and(|l| {
                    l.live.iter().enumerate().any(|(i, l)| {
                        l.is_some() && !slots.contains(&Slot::Local(i)) && state.locals[i] != known.locals[i]
                    })
                });
                // What was learnt where ways meet holds for those that came first.
                let unexpected = self.again && leader.is_none_or(|l| !l.header);
                self.f.edges[edge as usize].args =
                    if changed || unexpected || args.contains(&NONE) { vec![NONE] } else { args };
            }
            None => start.incoming.push((edge, state, seldom)),
        }
        edge
    }

    pub fn goto(&mut self, bci: u16, state: State) {
        let edge = self.edge_to(bci, state);
        self.end(Term::Jump(edge));
    }

    /// Translates all blocks of the innermost frame.
    fn translate(&mut self) -> Result<(), CompileError> {
        let shape = self.frame().shape.clone();
        let again = std::mem::take(&mut self.again);
        for &bci in &shape.order {
            self.translate_block(bci, &shape)?;
        }
        // Where the code leaves to the interpreter, blocks behind it may be reached from later ones only: from handlers.
        while let Some(bci) = self.open_block(&shape) {
            self.again = true;
            self.translate_block(bci, &shape)?;
        }
        self.again = again;
        self.translate_rest(&shape)?;
        if self.f.edges.iter().any(|e| e.args.first() == Some(&NONE)) {
            return Err(CompileError::Irreducible);
        }
        Ok(())
    }

    fn translate_block(&mut self, bci: u16, shape: &Rc<Shape>) -> Result<(), CompileError> {
        if self.f.nodes.len() > MOST_NODES {
            return Err(CompileError::TooLarge(self.f.nodes.len()));
        }
        if self.arrive(bci, shape)? && !self.exit(bci, shape)? {
            self.block(bci, shape)?;
        }
        Ok(())
    }

    /// The first block of the innermost frame that something leads to and that is not translated.
    fn open_block(&self, shape: &Shape) -> Option<u16> {
        let frame = self.frame();
        let open = |s: &Start| s.begun.is_none() && !s.incoming.is_empty();
        shape.order.iter().copied().find(|&bci| frame.starts.get(&(bci, frame.version)).is_some_and(open))
    }

    /// Leaves to the interpreter at a block's start, if it has never run the block: what the block needs is resolved there, and its
    /// loops are compiled when they run. False if the block is to be translated.
    fn exit(&mut self, bci: u16, shape: &Rc<Shape>) -> Result<bool, CompileError> {
        let leader = &shape.leaders[&bci];
        let outermost = self.frames.len() == 1;
        if !outermost
            || self.exits.is_none_or(|entry| entry == bci)
            || leader.handler
            || !self.state().stack.is_empty()
        {
            return Ok(false);
        }
        let method = self.method();
        let Some(point) = rvm_vm::interpreter::exit_point(method, bci, shape.end_of(bci)) else {
            return Ok(false);
        };
        let (of_locals, monitor) = rvm_vm::interpreter::frame_layout(method);
        let (mut registers, mut values) = (vec![], vec![]);
        for (index, ty) in leader.live.iter().enumerate() {
            let (Some(ty), Some(&register)) = (ty, of_locals.get(index)) else { continue };
            let value = self.state().locals[index];
            if value == NONE || self.f.ty(value) != *ty {
                return Err(CompileError::Malformed);
            }
            registers.push(register);
            values.push(value);
        }
        if let (Some(register), Some(lock)) = (monitor, self.frame().lock) {
            registers.push(register);
            values.push(lock);
        }
        let nulls = point.references.into_iter().filter(|r| !registers.contains(r)).collect();
        self.f.exits.push(Exit { pc: point.pc, registers, nulls });
        self.emit(Op::Exit(self.f.exits.len() as u32 - 1), Ty::V, values);
        self.f.blocks[self.cur as usize].cold = true;
        let value = match method.ret() {
            ValueKind::Void => NONE,
            kind => self.emit(Op::Const(0), Ty::of(kind), vec![]),
        };
        self.end(Term::Return(value));
        Ok(true)
    }

    /// Translates what failed guesses lead to.
    fn translate_rest(&mut self, shape: &Rc<Shape>) -> Result<(), CompileError> {
        let version = self.frame().version;
        self.frame_mut().version = 1;
        while let Some(bci) = self.open_block(shape) {
            if self.f.nodes.len() > MOST_NODES {
                return Err(CompileError::TooLarge(self.f.nodes.len()));
            }
            if self.arrive(bci, shape)? {
                self.block(bci, shape)?;
            }
        }
        self.frame_mut().version = version;
        Ok(())
    }

    /// Starts a block: decides on its parameters. False if nothing gets there.
    fn arrive(&mut self, bci: u16, shape: &Rc<Shape>) -> Result<bool, CompileError> {
        let depth = self.frames.len() - 1;
        let leader = &shape.leaders[&bci];
        let version = self.frames[depth].version;
        let Some(start) = self.frames[depth].starts.get_mut(&(bci, version)) else { return Ok(false) };
        let incoming = std::mem::take(&mut start.incoming);
        let block = start.block;
        let Some((_, first, _)) = incoming.first() else { return Ok(false) };
        let mut state = first.clone();
        let mut slots = vec![];
        let stack = state.stack.len();
        if incoming.iter().any(|(_, s, _)| s.stack.len() != stack) {
            return Err(CompileError::Malformed);
        }
        for index in 0..state.locals.len() {
            let Some(ty) = leader.live.get(index).copied().flatten() else {
                state.locals[index] = NONE;
                continue;
            };
            let differs = incoming.iter().any(|(_, s, _)| s.locals[index] != state.locals[index]);
            // Dispatchers hand over copies of variables.
            let varies = leader.catches || leader.written.contains(&(index as u16));
            // Such code may be entered anywhere, in the middle of loops too: every variable is handed over.
            if differs || version == 1 || (leader.header && varies) {
                slots.push((Slot::Local(index), ty));
            }
        }
        for index in 0..stack {
            let differs = incoming.iter().any(|(_, s, _)| s.stack[index] != state.stack[index]);
            if differs || version == 1 || leader.header {
                let ty = self.f.ty(state.stack[index]);
                slots.push((Slot::Stack(index), ty));
            }
        }
        let fresh = version == 0
            && !leader.throws
            && shape.holds_any(bci, &self.frames[depth].unreached)
            && !crate::compile::was_reached(self.frames[depth].method, bci);
        self.cold = leader.throws || fresh || incoming.iter().all(|i| i.2);
        self.begin(block);
        self.nonnull.clear();
        self.casts.clear();
        let pos = {
            self.frame_mut().bci = bci;
            self.pos()
        };
        for &(slot, ty) in &slots {
            let pick = |s: &State| match slot {
                Slot::Local(i) => s.locals[i],
                Slot::Stack(i) => s.stack[i],
            };
            if incoming.iter().any(|(_, s, _)| pick(s) == NONE || self.f.ty(pick(s)) != ty) {
                return Err(CompileError::Malformed);
            }
            let param = self.f.node(Op::Param, ty, vec![], pos);
            if !leader.header && version == 0 {
                let mut all = incoming.iter().map(|(_, s, _)| self.known(pick(s)));
                if let Some(one) = all.next() {
                    let merged = all.fold(one, |a, b| {
                        let same = a.class == b.class;
                        Info {
                            class: if same { a.class } else { None },
                            exact: same && a.exact && b.exact,
                            nonnull: a.nonnull && b.nonnull,
                        }
                    });
                    self.info.insert(param, merged);
                }
            }
            self.f.blocks[block as usize].params.push(param);
            for (edge, s, _) in &incoming {
                let v = pick(s);
                self.f.edges[*edge as usize].args.push(v);
            }
            match slot {
                Slot::Local(i) => state.locals[i] = param,
                Slot::Stack(i) => state.stack[i] = param,
            }
        }
        let slots = slots.into_iter().map(|s| s.0).collect();
        if let Some(start) = self.frames[depth].starts.get_mut(&(bci, version)) {
            start.begun = Some((slots, state.clone()));
        }
        *self.state() = state;
        if leader.header {
            self.emit(Op::Poll, Ty::V, vec![]);
        }
        if fresh {
            self.emit(Op::Reached, Ty::V, vec![]);
        }
        Ok(true)
    }
}
