//! Calls: which method runs, and whether it is translated in place.

use super::{Builder, Candidate, Info, State};
use crate::bytecode::Shape;
use crate::error::CompileError;
use crate::ir::*;
use rvm_classfile::opcode::Opcode;
use rvm_vm::class::{Class, Method, MethodFlags, Signature, ValueKind, tag};
use rvm_vm::compiled::Context;
use rvm_vm::indy::{CallSite, linked_call_site};
use rvm_vm::interpreter::{CallProfile, call_profile};
use rvm_vm::link::{CallKind, ResolvedCall, peek_call, peek_class, peek_interface};
use rvm_vm::vm;
use std::rc::Rc;

/// Bytes of bytecode that are inlined even where code is seldom run.
const TINIEST: u32 = 6;
/// Bytes of bytecode that are inlined anywhere else.
const TINY: u32 = 12;
/// Bytes of bytecode beyond which a method is not looked at.
const LONGEST: u32 = 1000;
/// Bytes of code beyond which a compiled method is called.
const LARGE_CODE: usize = 3000;
/// Bytes of bytecode, not counting what never ran or only throws, that are inlined while the budget lasts.
const SMALL: u32 = 40;
/// As `SMALL`, for methods that are not known to run often.
const LUKEWARM: u32 = 20;
/// As `SMALL`, for methods that are hot or take lambdas.
const MEDIUM: u32 = 120;
/// As `MEDIUM`, for hot methods in functions that have few instructions so far, and how many those are.
const LONG: u32 = 200;
const FEW_NODES: usize = 600;
/// As `LONG`, for methods inside themselves, and how often that is done: saving calls is what makes recursion fast.
const RECURSIVE: u32 = 120;
const RECURSIONS: usize = 2;
/// Instructions that there must be room for where a method is inlined that calls others in a loop.
const LOOP_ROOM: usize = 300;
/// Changes of a call's receiver's class between two classes that make guesses at both worth it.
const TURNS: u16 = 8;
/// Depth of inlining.
const DEEPEST: usize = 9;

impl Builder {
    pub(super) fn invoke(&mut self, opcode: Opcode, index: u16) -> Result<(), CompileError> {
        self.call(opcode, index)?;
        let weight = self.weight();
        let frame = self.frame_mut();
        frame.weights = frame.weights.saturating_sub(weight);
        Ok(())
    }

    /// What the call at this place weighs.
    fn weight(&self) -> u32 {
        let frame = self.frame();
        frame.shape.weight(frame.bci)
    }

    /// Instructions of the function up to which the call at this place may be inlined: what is left is shared out by weight.
    fn share(&self) -> usize {
        let (frame, now) = (self.frame(), self.f.nodes.len());
        let weight = self.weight();
        let left = frame.end.saturating_sub(now);
        now + left * weight as usize / frame.weights.max(weight) as usize
    }

    fn call(&mut self, opcode: Opcode, index: u16) -> Result<(), CompileError> {
        let method = self.method();
        let from = method.class();
        let pool = &from.pool;
        let descriptor =
            if pool.tag(index) == tag::INVOKE_DYNAMIC { pool.dynamic(index).2 } else { pool.member(index).2 };
        let signature = Signature::of(descriptor);
        let instance = !matches!(opcode, Opcode::Invokestatic | Opcode::Invokedynamic);
        let count = signature.params.len() + usize::from(instance);
        let stack = self.state().stack.len();
        let Some(base) = stack.checked_sub(count) else { return Err(CompileError::Malformed) };
        let args = self.state().stack.split_off(base);
        let ret = signature.ret;
        let result = match opcode {
            Opcode::Invokestatic => match peek_call(from, index, CallKind::Static) {
                Some(ResolvedCall::Static(callee)) => {
                    self.init_check(callee.class());
                    self.direct(callee, args, ret)?
                }
                _ => self.late(Late::Static, index, args, ret, false),
            },
            Opcode::Invokespecial => match peek_call(from, index, CallKind::Special) {
                Some(ResolvedCall::Direct(callee)) => {
                    self.null_check(args[0]);
                    self.direct(callee, args, ret)?
                }
                _ => self.late(Late::Special, index, args, ret, true),
            },
            Opcode::Invokevirtual => match peek_call(from, index, CallKind::Virtual) {
                Some(ResolvedCall::Direct(callee) | ResolvedCall::Virtual(callee, _))
                    if super::intrinsics::is_clone(callee)
                        && let Some(class) = self.array_class(pool.first(index), args[0]) =>
                {
                    self.null_check(args[0]);
                    self.clone_array(callee, class, args[0])
                }
                Some(ResolvedCall::Direct(callee)) => {
                    self.null_check(args[0]);
                    self.direct(callee, args, ret)?
                }
                Some(ResolvedCall::Virtual(callee, at)) => {
                    self.null_check(args[0]);
                    self.virtual_(callee, at, args, ret)?
                }
                Some(ResolvedCall::Interface(_)) => self.late(Late::Miranda, index, args, ret, true),
                _ => match self.polymorphic(index) {
                    Some(how) => self.handle_call(how, index, args, ret),
                    None => self.late(Late::Virtual, index, args, ret, true),
                },
            },
            Opcode::Invokeinterface => match peek_call(from, index, CallKind::Interface) {
                Some(ResolvedCall::Direct(callee)) => {
                    self.null_check(args[0]);
                    self.direct(callee, args, ret)?
                }
                Some(ResolvedCall::Virtual(callee, at)) => {
                    self.null_check(args[0]);
                    self.virtual_(callee, at, args, ret)?
                }
                Some(ResolvedCall::Interface(callee)) => {
                    self.null_check(args[0]);
                    self.interface(callee, args, ret)?
                }
                _ => self.late(Late::Interface, index, args, ret, true),
            },
            _ => self.dynamic(index, args, ret)?,
        };
        if ret != ValueKind::Void && !self.dead {
            self.push(result);
        }
        Ok(())
    }

    fn bci(&self) -> u16 {
        self.frame().bci
    }

    /// The class of arrays that an entry of the pool names, if it is linked.
    fn array_class(&self, index: u16, array: Val) -> Option<&'static Class> {
        let known = self.known(array);
        let class =
            known.class.filter(|_| known.exact).or_else(|| peek_class(self.method().class(), index))?;
        class.is_array().then_some(class)
    }

    /// A call whose method is found when it runs.
    pub(super) fn late(
        &mut self,
        late: Late,
        index: u16,
        args: Vec<Val>,
        ret: ValueKind,
        receiver: bool,
    ) -> Val {
        let first = if receiver { vec![args[0]] } else { vec![] };
        let callee = self.emit_throwing(Op::Late(late, index, ValueKind::Long), Ty::J, first);
        let mut all = vec![callee];
        all.extend(args);
        self.emit_throwing(Op::Call { target: Target::Computed, ret }, Ty::of(ret), all)
    }

    pub(super) fn plain(&mut self, target: Target, args: Vec<Val>, ret: ValueKind) -> Val {
        self.emit_throwing(Op::Call { target, ret }, Ty::of(ret), args)
    }

    /// A call of this method; the receiver was checked.
    fn direct(
        &mut self,
        callee: &'static Method,
        args: Vec<Val>,
        ret: ValueKind,
    ) -> Result<Val, CompileError> {
        if let Some(v) = self.intrinsic(callee, &args) {
            return Ok(v);
        }
        if super::intrinsics::is_get_class(callee) {
            return Ok(self.get_class(callee, args));
        }
        if super::intrinsics::is_fill(callee) {
            self.fill(callee, args);
            return Ok(self.undefined);
        }
        if super::intrinsics::is_array_copy(callee) {
            self.array_copy(callee, args);
            return Ok(self.undefined);
        }
        if let Some(found) = self.worth(callee, &args) {
            return self.inline(callee, args, ret, found);
        }
        Ok(self.plain(Target::Direct(callee), args, ret))
    }

    /// Whether a guess at this method is worth a test.
    fn worth_guessing(&mut self, callee: &'static Method, args: &[Val]) -> bool {
        super::intrinsics::host_function(callee).is_some()
            || super::intrinsics::is_get_class(callee)
            || self.worth(callee, args).is_some()
    }

    /// The method, if it is to be inlined here.
    fn worth(&mut self, callee: &'static Method, args: &[Val]) -> Option<Candidate> {
        if callee.code_offset == 0
            || callee.is(MethodFlags::INTRINSIC)
            || callee.is_native()
            || callee.is_abstract()
            || callee.is(MethodFlags::CALLER_SENSITIVE)
            || self.frames.len() > DEEPEST
            || callee.class().state() < rvm_vm::class::InitState::Linked
        {
            return None;
        }
        // Exceptions are rare: their constructors stay calls.
        if callee.is_constructor() && callee.class().is_subclass_of(vm().known.throwable()) {
            return None;
        }
        let recursive = self.frames.iter().filter(|f| f.method == callee).count();
        if recursive > RECURSIONS {
            return None;
        }
        if self.cold && callee.code_length > TINIEST {
            return None;
        }
        let found = self.candidate(callee)?;
        let few = self.f.nodes.len() < FEW_NODES;
        if recursive > 0 && found.length > if few { RECURSIVE } else { SMALL } {
            return None;
        }
        let now = self.f.nodes.len();
        let within = now < self.frames[0].end;
        if callee.code_length <= TINY || found.length <= TINY && within {
            return Some(found);
        }
        let lambda = args.iter().any(|&a| {
            let info = self.known(a);
            info.exact && info.class.is_some_and(|c| c.rare.hidden)
        });
        let fresh = !callee.is_static() && args.first().is_some_and(|&a| self.known(a).exact);
        let limit = match crate::compile::is_hot(callee) {
            // What is made here may not have to be made if its methods, the constructor above all, are looked into.
            _ if lambda || fresh => MEDIUM,
            true if few => LONG,
            true => MEDIUM,
            false => LUKEWARM,
        };
        // An instruction of bytecode has about two bytes.
        let fits = found.length <= LUKEWARM || now + found.length as usize / 2 <= self.share();
        if found.length > limit || !within || !fits {
            return None;
        }
        // A call costs little beside a loop, in which calls want to be inlined.
        let loops =
            !lambda && !fresh && self.share() < now + LOOP_ROOM && found.shape.loop_calls(&found.unreached);
        if loops {
            return None;
        }
        // What is compiled already and large stays a call.
        let large =
            found.length > SMALL && !lambda && !fresh && crate::compile::code_size(callee) > LARGE_CODE;
        (!large).then_some(found)
    }

    /// A method's shape and how much of it is run.
    fn candidate(&mut self, callee: &'static Method) -> Option<Candidate> {
        let key = std::ptr::from_ref(callee) as usize;
        if let Some(known) = self.methods.get(&key) {
            return known.clone();
        }
        let found =
            (callee.code_length <= LONGEST).then(|| Shape::of(callee, 0).ok()).flatten().map(|shape| {
                let unreached = rvm_vm::interpreter::unreached(callee);
                let length = shape.usual_length(&unreached);
                Candidate { shape: Rc::new(shape), unreached: Rc::new(unreached), length }
            });
        self.methods.insert(key, found.clone());
        found
    }

    fn inline(
        &mut self,
        callee: &'static Method,
        args: Vec<Val>,
        ret: ValueKind,
        found: Candidate,
    ) -> Result<Val, CompileError> {
        let frame = self.frame();
        let (parent, bci) = (frame.context, frame.bci);
        self.f.contexts.push(Context { method: callee, parent, bci });
        let context = self.f.contexts.len() as u16 - 1;
        let end = self.share();
        let after = self.f.block();
        let mut state = State { locals: vec![NONE; usize::from(callee.max_locals)], stack: vec![] };
        let mut index = 0;
        for &arg in &args {
            if index < state.locals.len() {
                state.locals[index] = arg;
            }
            index += if self.ty(arg).wide() { 2 } else { 1 };
        }
        let nonnull = self.nonnull.clone();
        let casts = self.casts.clone();
        // What holds here holds in the callee, and only there.
        let receiver =
            if callee.is_static() { None } else { Some((args[0], self.info.get(&args[0]).copied())) };
        if let Some((receiver, _)) = receiver {
            let mut info = self.known(receiver);
            info.nonnull = true;
            if !info.exact && info.class.is_none_or(|c| callee.class().is_subclass_of(c)) {
                info.class = Some(callee.class());
            }
            self.info.insert(receiver, info);
        }
        let cold = self.cold;
        self.push_frame(callee, context, found.shape, Some(after), found.unreached, end);
        self.states.push(state.clone());
        if callee.is_synchronized() {
            let lock = self.lock_method(callee);
            self.frame_mut().lock = Some(lock);
        }
        self.goto(0, state);
        self.translate()?;
        self.frames.pop();
        self.states.pop();
        self.cold = cold;
        self.begin(after);
        self.nonnull = nonnull;
        self.casts = casts;
        match receiver {
            Some((v, Some(info))) => drop(self.info.insert(v, info)),
            Some((v, None)) => drop(self.info.remove(&v)),
            None => {}
        }
        let incoming: Vec<EdgeId> = (0..self.f.edges.len() as EdgeId)
            .rev()
            .take(self.f.edges.len())
            .filter(|&e| self.f.edges[e as usize].to == after)
            .collect();
        if incoming.is_empty() {
            // It never returns.
            self.end(Term::Unwind);
            return Ok(self.undefined);
        }
        if ret == ValueKind::Void {
            return Ok(self.undefined);
        }
        if let [one] = incoming[..] {
            return Ok(self.f.edges[one as usize].args.pop().unwrap_or(self.undefined));
        }
        let pos = self.pos();
        let param = self.f.node(Op::Param, Ty::of(ret), vec![], pos);
        self.f.blocks[after as usize].params.push(param);
        let infos: Vec<Info> =
            incoming.iter().map(|&e| self.known(self.f.edges[e as usize].args[0])).collect();
        let same = infos.iter().all(|i| i.class == infos[0].class);
        self.info.insert(
            param,
            Info {
                class: if same { infos[0].class } else { None },
                exact: same && infos.iter().all(|i| i.exact),
                nonnull: infos.iter().all(|i| i.nonnull),
            },
        );
        Ok(param)
    }

    /// A call through the vtable.
    fn virtual_(
        &mut self,
        callee: &'static Method,
        at: u32,
        args: Vec<Val>,
        ret: ValueKind,
    ) -> Result<Val, CompileError> {
        let info = self.known(args[0]);
        if let (true, Some(class)) = (info.exact, info.class)
            && at < class.vtable_len
        {
            return self.direct(class.virtual_method(at), args, ret);
        }
        let profile = call_profile(self.method(), self.bci());
        let mut guess = (!callee.is_abstract() && !callee.is(MethodFlags::OVERRIDDEN)).then_some(callee);
        // A better bound on the receiver may know better.
        if let Some(class) = info.class.filter(|c| !c.is_interface() && !c.is_array() && at < c.vtable_len) {
            let best = class.virtual_method(at);
            if !best.is_abstract() && !best.is(MethodFlags::OVERRIDDEN) {
                guess = Some(best);
            }
        }
        if let Some(profile) = profile {
            if let Some(class) = profile.class.filter(|c| at < c.vtable_len) {
                if profile.changes < 8 || guess.is_none() && profile.changes < 50 {
                    guess = Some(class.virtual_method(at));
                }
            } else if !profile.reached {
                guess = guess.filter(|g| g.code_length <= TINY);
            }
        }
        if let Some((a, b)) =
            profile.and_then(|p| Self::two(&p)).filter(|(a, b)| at < a.vtable_len.min(b.vtable_len))
        {
            let (one, two) = (a.virtual_method(at), b.virtual_method(at));
            let fits = |m: &'static Method| m.descriptor == callee.descriptor && !m.is_abstract();
            if std::ptr::eq(one, two) {
                guess = Some(one).filter(|m| fits(m)).or(guess);
            } else if !(fits(one) && fits(two)) {
                // Not what the call means.
            } else if self.worth_guessing(one, &args) || self.worth_guessing(two, &args) {
                let class = self.emit(Op::ClassOf, Ty::J, vec![args[0]]);
                let found = self.emit(Op::VtableEntry(at), Ty::J, vec![class]);
                let address = |m: &'static Method| std::ptr::from_ref(m) as u64;
                let guesses = [(address(one), one, None), (address(two), two, None)];
                return self.either(found, guesses, Target::Virtual(at), args, ret);
            }
        }
        let Some(guess) = guess.filter(|g| self.worth_guessing(g, &args)) else {
            return Ok(self.plain(Target::Virtual(at), args, ret));
        };
        let class = self.emit(Op::ClassOf, Ty::J, vec![args[0]]);
        let found = self.emit(Op::VtableEntry(at), Ty::J, vec![class]);
        let wanted = self.address(std::ptr::from_ref(guess) as u64);
        let hit = self.emit(Op::Cmp(Cond::Eq), Ty::I, vec![found, wanted]);
        self.guarded(hit, guess, Target::Virtual(at), args, ret, None)
    }

    /// A call of an interface's method.
    fn interface(
        &mut self,
        callee: &'static Method,
        args: Vec<Val>,
        ret: ValueKind,
    ) -> Result<Val, CompileError> {
        let info = self.known(args[0]);
        if let (true, Some(class)) = (info.exact, info.class)
            && let Some(found) = peek_interface(class, callee)
        {
            return self.direct(found, args, ret);
        }
        let profile = call_profile(self.method(), self.bci());
        if let Some((a, b)) = profile.and_then(|p| Self::two(&p))
            && let (Some(one), Some(two)) = (peek_interface(a, callee), peek_interface(b, callee))
            && (self.worth_guessing(one, &args) || self.worth_guessing(two, &args))
        {
            let actual = self.emit(Op::ClassOf, Ty::J, vec![args[0]]);
            let guesses = [(u64::from(a.address()), one, Some(a)), (u64::from(b.address()), two, Some(b))];
            return self.either(actual, guesses, Target::Interface(callee), args, ret);
        }
        if let Some(class) = profile.filter(|p| p.changes < 12).and_then(|p| p.class)
            && let Some(found) = peek_interface(class, callee)
            && self.worth_guessing(found, &args)
        {
            let actual = self.emit(Op::ClassOf, Ty::J, vec![args[0]]);
            let wanted = self.address(u64::from(class.address()));
            let hit = self.emit(Op::Cmp(Cond::Eq), Ty::I, vec![actual, wanted]);
            return self.guarded(hit, found, Target::Interface(callee), args, ret, Some(class));
        }
        Ok(self.plain(Target::Interface(callee), args, ret))
    }

    /// The two classes that a call's receivers are of, if that is so and they take turns.
    fn two(profile: &CallProfile) -> Option<(&'static Class, &'static Class)> {
        let (a, b) = (profile.class?, profile.other?);
        (profile.changes >= TURNS && a != b).then_some((a, b))
    }

    /// Compares `found` with what stands for each of two methods, and inlines the one that it is (or calls it); else calls.
    fn either(
        &mut self,
        found: Val,
        guesses: [(u64, &'static Method, Option<&'static Class>); 2],
        target: Target,
        args: Vec<Val>,
        ret: ValueKind,
    ) -> Result<Val, CompileError> {
        let after = self.f.block();
        let (nonnull, casts) = (self.nonnull.clone(), self.casts.clone());
        let known = self.info.get(&args[0]).copied();
        for (wanted, guess, class) in guesses {
            let wanted = self.address(wanted);
            let hit = self.emit(Op::Cmp(Cond::Eq), Ty::I, vec![found, wanted]);
            let (fast, other) = (self.f.block(), self.f.block());
            let (yes, no) = (self.f.edge(fast, vec![]), self.f.edge(other, vec![]));
            self.end(Term::Branch(hit, yes, no));
            self.begin(fast);
            if let Some(class) = class {
                self.info.insert(args[0], Info { class: Some(class), exact: true, nonnull: true });
            }
            let v = self.direct(guess, args.clone(), ret)?;
            match known {
                Some(info) => self.info.insert(args[0], info),
                None => self.info.remove(&args[0]),
            };
            if !self.dead {
                self.join(after, v, ret);
            }
            self.begin(other);
            (self.nonnull, self.casts) = (nonnull.clone(), casts.clone());
        }
        self.f.blocks[self.cur as usize].cold = true;
        let v = self.plain(target, args, ret);
        self.join(after, v, ret);
        self.begin(after);
        (self.nonnull, self.casts) = (nonnull, casts);
        if ret == ValueKind::Void {
            return Ok(self.undefined);
        }
        let pos = self.pos();
        let param = self.f.node(Op::Param, Ty::of(ret), vec![], pos);
        self.f.blocks[after as usize].params.push(param);
        Ok(param)
    }

    /// Inlines `guess` if `hit`, else calls.
    fn guarded(
        &mut self,
        hit: Val,
        guess: &'static Method,
        target: Target,
        args: Vec<Val>,
        ret: ValueKind,
        class: Option<&'static Class>,
    ) -> Result<Val, CompileError> {
        let (fast, slow, after) = (self.f.block(), self.f.block(), self.f.block());
        self.f.blocks[slow as usize].cold = true;
        let (yes, no) = (self.f.edge(fast, vec![]), self.f.edge(slow, vec![]));
        self.end(Term::Branch(hit, yes, no));
        let (nonnull, casts) = (self.nonnull.clone(), self.casts.clone());
        let known = self.info.get(&args[0]).copied();
        let mut results = vec![];
        self.begin(fast);
        if let Some(class) = class {
            self.info.insert(args[0], Info { class: Some(class), exact: true, nonnull: true });
        }
        let v = self.direct(guess, args.clone(), ret)?;
        match known {
            Some(info) => self.info.insert(args[0], info),
            None => self.info.remove(&args[0]),
        };
        let exclusive = self.frames.len() == 1
            && self.frame().version == 0
            && !self.dead
            && ret == ValueKind::Ref
            && self.known(v).exact
            && !crate::compile::was_reached(self.method(), self.bci());
        if exclusive {
            let end = self.cur;
            let facts =
                (std::mem::replace(&mut self.nonnull, nonnull), std::mem::replace(&mut self.casts, casts));
            self.without_guess(slow, target, args, ret)?;
            self.begin(end);
            (self.nonnull, self.casts) = facts;
            return Ok(v);
        }
        if !self.dead {
            let edge = self.f.edge(after, if ret == ValueKind::Void { vec![] } else { vec![v] });
            results.push(v);
            self.end(Term::Jump(edge));
        }
        self.begin(slow);
        let v = self.plain(target, args, ret);
        let edge = self.f.edge(after, if ret == ValueKind::Void { vec![] } else { vec![v] });
        self.end(Term::Jump(edge));
        self.begin(after);
        self.nonnull = nonnull;
        self.casts = casts;
        if ret == ValueKind::Void {
            return Ok(self.undefined);
        }
        let pos = self.pos();
        let param = self.f.node(Op::Param, Ty::of(ret), vec![], pos);
        self.f.blocks[after as usize].params.push(param);
        Ok(param)
    }

    /// Where a guess fails that the rest of the method relies on: the call, and then code that relies on nothing.
    fn without_guess(
        &mut self,
        slow: BlockId,
        target: Target,
        args: Vec<Val>,
        ret: ValueKind,
    ) -> Result<(), CompileError> {
        let (cold, bci, state) = (self.cold, self.bci(), self.state().clone());
        self.cold = true;
        self.frame_mut().version = 1;
        self.begin(slow);
        self.emit(Op::Reached, Ty::V, vec![]);
        let v = self.plain(target, args, ret);
        self.push(v);
        self.rest_of_block()?;
        let frame = self.frame_mut();
        frame.version = 0;
        frame.bci = bci;
        *self.state() = state;
        self.cold = cold;
        Ok(())
    }

    /// invokedynamic: linked ones are calls or constants.
    fn dynamic(&mut self, index: u16, args: Vec<Val>, ret: ValueKind) -> Result<Val, CompileError> {
        match linked_call_site(self.method(), self.bci()) {
            Some(CallSite::Method(callee)) => self.direct(callee, args, ret),
            Some(CallSite::Constant(slot)) => Ok(self.constant_object(std::ptr::from_ref(slot) as u32)),
            None => {
                let op = Op::Late(Late::Dynamic, index, ValueKind::Long);
                let site = self.emit_throwing(op, Ty::J, vec![]);
                let mut all = vec![site];
                all.extend(args);
                Ok(self.emit_throwing(Op::Call { target: Target::Computed, ret }, Ty::of(ret), all))
            }
        }
    }

    /// The monitor of a synchronized method, entered.
    pub(super) fn lock_method(&mut self, method: &'static Method) -> Val {
        let lock = if method.is_static() {
            let mirror = &method.class().mirror;
            let v = if mirror.get().is_null() {
                self.emit_throwing(Op::Late(Late::Mirror, 0, ValueKind::Ref), Ty::A, vec![])
            } else {
                self.emit(Op::Root(std::ptr::from_ref(mirror) as u32), Ty::A, vec![])
            };
            self.info.insert(v, Info { nonnull: true, ..Default::default() });
            v
        } else {
            self.state().locals[0]
        };
        self.emit(Op::MonitorEnter, Ty::V, vec![lock]);
        lock
    }
}
