//! Calls, resolution at run time, monitors, polls.

use super::monitors::STATE;
use super::{COMPILED, Lower, PENDING, trusted, type_of};
use crate::helpers;
use crate::ir::*;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{
    self, AbiParam, InstBuilder, Signature, StackSlotData, StackSlotKind, Type, Value, types,
};
use cranelift_codegen::isa::CallConv;
use rvm_vm::class::{Class, InitState, Method, ValueKind, tag};
use rvm_vm::compiled;
use rvm_vm::object::State;
use rvm_vm::thread::JavaThread;
use std::mem::offset_of;

impl Lower<'_, '_> {
    pub fn instruction(&mut self, v: Val, entry: ir::Block) {
        if self.arithmetic(v, entry) || self.heap(v) {
            return;
        }
        let f = self.f;
        let node = &f.nodes[v as usize];
        let args = &node.args;
        match node.op {
            Op::Call { target, ret } => self.call(v, target, ret),
            Op::Late(late, index, kind) => self.late(v, late, index, kind),
            Op::InitCheck(class) => {
                let state = Class::STATE as i32;
                let at = self.b.ins().iconst(types::I64, i64::from(class.address()));
                let state = self.b.ins().uload8(types::I32, trusted(), at, state);
                let ready = InitState::Initialized as i64;
                let (cold, on) = (self.cold(), self.b.create_block());
                let bad = self.b.ins().icmp_imm_u(IntCC::NotEqual, state, ready);
                self.b.ins().brif(bad, cold, &[], on, &[]);
                self.b.switch_to_block(cold);
                self.call_helper(v, helpers::INITIALIZE.address(), &[at], None, (true, true));
                self.check_pending(v);
                self.b.ins().jump(on, &[]);
                self.b.switch_to_block(on);
            }
            Op::Exit(index) => self.exit(args, index, entry),
            Op::MonitorEnter => self.monitor_enter(v, args[0]),
            Op::MonitorExit => self.monitor_exit(v, args[0]),
            Op::Native(method, leaf) => self.native(v, method, leaf),
            Op::ArrayCopy => {
                let words: Vec<Value> = args.iter().map(|&a| self.get(a)).collect();
                let helper = helpers::array_copy as *const () as usize;
                let done = self.call_leaf(helper, &words, types::I32);
                self.set(v, done);
            }
            Op::TakePending => {
                let value = self.b.ins().uload32(trusted(), self.thread, PENDING);
                let zero = self.zero(Ty::I);
                self.b.ins().store(trusted(), zero, self.thread, PENDING);
                self.set(v, value);
            }
            Op::SetPending => {
                let value = self.get(args[0]);
                self.b.ins().istore32(trusted(), value, self.thread, PENDING);
            }
            Op::Throw => {
                let value = self.get(args[0]);
                self.b.ins().istore32(trusted(), value, self.thread, PENDING);
                self.go_exception(v);
            }
            Op::Poll => {
                let at = offset_of!(JavaThread, poll) as i32;
                let asked = self.b.ins().load(types::I32, trusted(), self.thread, at);
                let (cold, on) = (self.cold(), self.b.create_block());
                self.b.ins().brif(asked, cold, &[], on, &[]);
                self.b.switch_to_block(cold);
                let mut signature = Signature::new(CallConv::PreserveAll);
                signature.params.push(AbiParam::new(types::I64));
                let signature = match self.poll {
                    Some(known) => known,
                    None => *self.poll.insert(self.b.import_signature(signature)),
                };
                let code = self.b.ins().iconst(types::I64, crate::poll::address() as i64);
                self.call_safepoint(v, signature, code, &[self.thread], true, true);
                self.b.ins().jump(on, &[]);
                self.b.switch_to_block(on);
            }
            Op::Reached => self.reached(v),
            Op::Prologue => {
                let limit = offset_of!(JavaThread, host_limit) as i32;
                let limit = self.b.ins().load(types::I64, trusted(), self.thread, limit);
                let here = self.b.ins().get_stack_pointer(types::I64);
                let bad = self.b.ins().icmp(IntCC::UnsignedLessThan, here, limit);
                self.throw_if(v, bad, helpers::STACK_OVERFLOW.address(), &[]);
            }
            Op::Vector(op) => self.vector(v, op),
            _ => {}
        }
    }

    /// Counts down; at zero the method is compiled again, with what is known by then.
    fn reached(&mut self, v: Val) {
        let f = self.f;
        let (context, bci) = f.places[f.nodes[v as usize].pos as usize];
        let method = f.contexts[usize::from(context)].method;
        let cell = crate::memory::counter(crate::compile::REACHED_CALLS);
        let at = self.b.ins().iconst(types::I64, cell as i64);
        let left = self.b.ins().load(types::I32, trusted(), at, 0);
        let left = self.b.ins().iadd_imm_s(left, -1);
        self.b.ins().store(trusted(), left, at, 0);
        let (cold, on) = (self.cold(), self.b.create_block());
        self.b.ins().brif(left, on, &[], cold, &[]);
        self.b.switch_to_block(cold);
        let (place, root) = (std::ptr::from_ref(method) as u64, std::ptr::from_ref(f.method) as u64);
        let both = self.b.ins().iconst(types::I64, (place | root << 32) as i64);
        let bci = self.b.ins().iconst(types::I32, i64::from(bci) | i64::from(f.on_stack) << 16);
        self.call_leaf(helpers::reached as *const () as usize, &[both, bci], types::I32);
        self.b.ins().jump(on, &[]);
        self.b.switch_to_block(on);
    }

    /// Calls a host function that neither collects nor throws.
    pub fn native_leaf(&mut self, v: Val, method: &'static Method) -> Value {
        let at = self.words(v).1;
        let callee = self.b.ins().iconst(types::I64, std::ptr::from_ref(method) as i64);
        let helper = helpers::native_leaf as *const () as usize;
        self.call_leaf(helper, &[self.thread, callee, at], types::I64)
    }

    /// Host functions take their arguments as words in memory.
    fn words(&mut self, v: Val) -> (ir::StackSlot, Value) {
        let f = self.f;
        let args = &f.nodes[v as usize].args;
        let data = StackSlotData::new(StackSlotKind::ExplicitSlot, args.len().max(1) as u32 * 8, 3);
        let slot = self.b.create_sized_stack_slot(data);
        for (n, &a) in args.iter().enumerate() {
            let value = self.get(a);
            let word = match f.ty(a) {
                Ty::I => self.b.ins().uextend(types::I64, value),
                Ty::F => self.word(ValueKind::Float, value),
                Ty::D => self.word(ValueKind::Double, value),
                _ => value,
            };
            self.b.ins().stack_store(types::I64, word, slot, n as i32 * 8);
        }
        (slot, self.b.ins().stack_addr(types::I64, slot, 0))
    }

    fn native(&mut self, v: Val, method: &'static Method, leaf: bool) {
        if leaf {
            if self.string_function(v, method) {
                return;
            }
            let word = self.native_leaf(v, method);
            if method.ret() != ValueKind::Void {
                let value = self.unword(method.ret(), word);
                self.set(v, value);
            }
            return;
        }
        if self.concat(v, method) {
            return;
        }
        let word = if is_identity_hash(method) {
            self.identity_hash(v, method)
        } else {
            self.native_call(v, method)
        };
        if method.ret() != ValueKind::Void {
            let value = self.unword(method.ret(), word);
            self.set(v, value);
        }
    }

    /// The hash that an object has; the host gives it one.
    fn identity_hash(&mut self, v: Val, method: &'static Method) -> Value {
        let object = self.get(self.f.nodes[v as usize].args[0]);
        let (there, fast) = (self.b.create_block(), self.b.create_block());
        let (slow, done) = (self.cold(), self.b.create_block());
        self.b.append_block_param(done, types::I64);
        self.b.ins().brif(object, there, &[], slow, &[]);
        self.b.switch_to_block(there);
        let state = self.b.ins().load(types::I32, trusted(), object, STATE);
        let hash = self.b.ins().band_imm_u(state, i64::from(State::HASH_BITS));
        self.b.ins().brif(hash, fast, &[], slow, &[]);
        self.b.switch_to_block(fast);
        let known = self.call_leaf(helpers::identity_hash as *const () as usize, &[object], types::I64);
        self.b.ins().jump(done, &[known.into()]);
        self.b.switch_to_block(slow);
        let made = self.native_call(v, method);
        self.b.ins().jump(done, &[made.into()]);
        self.b.switch_to_block(done);
        self.b.block_params(done)[0]
    }

    /// Calls a host function that may collect or throw.
    pub fn native_call(&mut self, v: Val, method: &'static Method) -> Value {
        let f = self.f;
        let args = &f.nodes[v as usize].args;
        let (slot, at) = self.words(v);
        let callee = self.b.ins().iconst(types::I64, std::ptr::from_ref(method) as i64);
        // What it reads again after it allocated must be what the collector made of it.
        let roots: Vec<_> =
            (0..args.len()).filter(|&n| f.ty(args[n]) == Ty::A).map(|n| (slot, n as u32 * 8)).collect();
        let words = [self.thread, callee, at];
        let signature = self.signature_of(&[types::I64; 3], Some(types::I64));
        let code = self.b.ins().iconst(types::I64, helpers::NATIVE.address() as i64);
        let result = self.call_with_roots(v, signature, code, &words, (true, true), &roots);
        self.check_pending(v);
        result.unwrap_or(self.thread)
    }

    fn call(&mut self, v: Val, target: Target, ret: ValueKind) {
        let f = self.f;
        let args = &f.nodes[v as usize].args;
        let mut receiver = None;
        let skip = usize::from(target == Target::Computed);
        let code = match target {
            Target::Direct(method) => {
                crate::memory::ensure_code(method);
                let at = self.b.ins().iconst(types::I64, std::ptr::from_ref(method) as i64);
                self.b.ins().load(types::I64, trusted(), at, COMPILED)
            }
            Target::Virtual(index) => {
                let object = self.get(args[0]);
                let class = self.class_of(object);
                let at = Class::VTABLE as i32 + index as i32 * 8;
                let method = self.b.ins().load(types::I64, trusted(), class, at);
                self.code_of(method)
            }
            Target::Interface(method) => self.interface(v, args[0], method),
            Target::Computed => {
                let method = self.get(args[0]);
                if matches!(f.nodes[args[0] as usize].op, Op::Late(Late::Dynamic, ..)) {
                    return self.call_dynamic(v, method, ret);
                }
                if matches!(f.nodes[args[0] as usize].op, Op::Late(Late::Virtual, ..)) {
                    receiver = Some(self.b.ins().ushr_imm_u(method, 32));
                    let low = self.b.ins().band_imm_u(method, 0xffff_ffff);
                    self.code_of(low)
                } else {
                    self.code_of(method)
                }
            }
        };
        let result = self.call_code(v, code, skip, ret, receiver);
        if let Some(result) = result {
            self.set(v, result);
        }
    }

    fn call_code(
        &mut self,
        v: Val,
        code: Value,
        skip: usize,
        ret: ValueKind,
        receiver: Option<Value>,
    ) -> Option<Value> {
        let f = self.f;
        let args = &f.nodes[v as usize].args[skip..];
        let mut all = vec![self.thread];
        for &a in args {
            let value = self.get(a);
            all.push(value);
        }
        if let Some(receiver) = receiver {
            all[1] = receiver;
        }
        let params: Vec<Type> = all.iter().map(|&a| self.b.func.dfg.value_type(a)).collect();
        let ret = (ret != ValueKind::Void).then(|| type_of(Ty::of(ret)));
        let signature = self.signature_of(&params, ret);
        let result = self.call_safepoint(v, signature, code, &all, true, true);
        self.check_pending(v);
        result
    }

    /// A method's code; methods without any get a way into the interpreter.
    fn code_of(&mut self, method: Value) -> Value {
        let code = self.b.ins().load(types::I64, trusted(), method, COMPILED);
        let (cold, on) = (self.cold(), self.b.create_block());
        self.b.append_block_param(on, types::I64);
        self.b.ins().brif(code, on, &[code.into()], cold, &[]);
        self.b.switch_to_block(cold);
        let made = self.call_leaf(helpers::code_of as *const () as usize, &[method], types::I64);
        self.b.ins().jump(on, &[made.into()]);
        self.b.switch_to_block(on);
        self.b.block_params(on)[0]
    }

    fn interface(&mut self, v: Val, receiver: Val, method: &'static Method) -> Value {
        let object = self.get(receiver);
        let (cell, actual) = self.cache_cell(object);
        let cached = self.b.ins().load(types::I64, trusted(), cell, 0);
        let low = self.b.ins().ireduce(types::I32, cached);
        let hit = self.b.ins().icmp(IntCC::Equal, low, actual);
        let (miss, on) = (self.cold(), self.b.create_block());
        self.b.append_block_param(on, types::I64);
        let high = self.b.ins().ushr_imm_u(cached, 32);
        self.b.ins().brif(hit, on, &[high.into()], miss, &[]);
        self.b.switch_to_block(miss);
        let wanted = self.b.ins().iconst(types::I64, std::ptr::from_ref(method) as i64);
        // The arguments must survive it.
        let extra = self.f.nodes[v as usize].args.clone();
        let found = self.call_keeping(v, helpers::INTERFACE.address(), &[object, wanted, cell], &extra);
        self.check_pending(v);
        self.b.ins().jump(on, &[found.into()]);
        self.b.switch_to_block(on);
        let method = self.b.block_params(on)[0];
        self.b.ins().load(types::I64, trusted(), method, COMPILED)
    }

    /// As `call_helper`; references among `extra` survive too.
    fn call_keeping(&mut self, v: Val, helper: usize, args: &[Value], extra: &[Val]) -> Value {
        let added: Vec<Val> = extra
            .iter()
            .copied()
            .filter(|&a| self.f.ty(a) == Ty::A && self.variables[a as usize].is_some())
            .collect();
        let before = self.live.on.get(&v).cloned().unwrap_or_default();
        let mut all = before.clone();
        for a in added {
            if !all.contains(&a) {
                all.push(a);
            }
        }
        self.live.on.insert(v, all);
        let result = self.call_helper(v, helper, args, Some(types::I64), (true, true));
        self.live.on.insert(v, before);
        result.unwrap_or(self.thread)
    }

    /// A call site that was linked just now: a method, or a constant's slot with the low bit set.
    fn call_dynamic(&mut self, v: Val, site: Value, ret: ValueKind) {
        let tag = self.b.ins().band_imm_u(site, 1);
        let (constant, call, done) = (self.b.create_block(), self.b.create_block(), self.b.create_block());
        let result = type_of(Ty::of(ret));
        if ret != ValueKind::Void {
            self.b.append_block_param(done, result);
        }
        self.b.ins().brif(tag, constant, &[], call, &[]);
        self.b.switch_to_block(constant);
        if ret == ValueKind::Ref {
            let value = self.b.ins().uload32(trusted(), site, -1);
            self.b.ins().jump(done, &[value.into()]);
        } else if ret == ValueKind::Void {
            self.b.ins().jump(done, &[]);
        } else {
            let zero = self.zero(Ty::of(ret));
            self.b.ins().jump(done, &[zero.into()]);
        }
        self.b.switch_to_block(call);
        let code = self.code_of(site);
        match self.call_code(v, code, 1, ret, None) {
            Some(value) => self.b.ins().jump(done, &[value.into()]),
            None => self.b.ins().jump(done, &[]),
        };
        self.b.switch_to_block(done);
        if ret != ValueKind::Void {
            let value = self.b.block_params(done)[0];
            self.set(v, value);
        }
    }

    /// The cell of a new inline cache for the class of this object, and the class.
    fn cache_cell(&mut self, object: Value) -> (Value, Value) {
        let cells = crate::memory::inline_cache() as i64;
        let class = self.class_of(object);
        let class = self.b.ins().ireduce(types::I32, class);
        let factor = self.b.ins().iconst(types::I32, i64::from(0x9e37_79b1_u32 as i32));
        let hash = self.b.ins().imul(class, factor);
        let index = self.b.ins().ushr_imm_u(hash, i64::from(32 - crate::memory::CACHE_BITS));
        let index = self.b.ins().uextend(types::I64, index);
        let offset = self.b.ins().ishl_imm_u(index, 3);
        (self.b.ins().iadd_imm_s(offset, cells), class)
    }

    /// Goes on in the block given if the inline cache knows the receiver's class, with the method as parameter. Else the cell is where to
    /// keep it; 0 for null.
    fn cached_method(&mut self, receiver: Val) -> (Value, ir::Block) {
        let object = self.get(receiver);
        let (test, miss, done) = (self.b.create_block(), self.cold(), self.b.create_block());
        self.b.append_block_param(miss, types::I64);
        self.b.append_block_param(done, types::I64);
        let none = self.b.ins().iconst(types::I64, 0);
        self.b.ins().brif(object, test, &[], miss, &[none.into()]);
        self.b.switch_to_block(test);
        let (cell, actual) = self.cache_cell(object);
        let cached = self.b.ins().load(types::I64, trusted(), cell, 0);
        let low = self.b.ins().ireduce(types::I32, cached);
        let hit = self.b.ins().icmp(IntCC::Equal, low, actual);
        let high = self.b.ins().ushr_imm_u(cached, 32);
        self.b.ins().brif(hit, done, &[high.into()], miss, &[cell.into()]);
        self.b.switch_to_block(miss);
        (self.b.block_params(miss)[0], done)
    }

    /// A constant that was resolved since the code was made: goes to the block returned, with the reference. Else goes on.
    fn resolved_constant(&mut self, from: &'static Class, index: u16) -> ir::Block {
        let (hit, miss, done) = (self.b.create_block(), self.cold(), self.b.create_block());
        self.b.append_block_param(done, types::I64);
        let cell = self.b.ins().iconst(types::I64, from.pool.cell(index) as i64);
        // The word never changes again, and what it leads to was written before.
        let found = self.b.ins().load(types::I64, trusted(), cell, 0);
        self.b.ins().brif(found, hit, &[], miss, &[]);
        self.b.switch_to_block(hit);
        if from.pool.tag(index) == tag::CLASS {
            let mirror = self.b.ins().uload32(trusted(), found, offset_of!(Class, mirror) as i32);
            self.b.ins().brif(mirror, done, &[mirror.into()], miss, &[]);
        } else {
            let value = self.b.ins().uload32(trusted(), found, 0);
            self.b.ins().jump(done, &[value.into()]);
        }
        self.b.switch_to_block(miss);
        done
    }

    /// Fills the interpreter's registers and says where it goes on; the code returns after that.
    fn exit(&mut self, args: &[Val], index: u32, entry: ir::Block) {
        let f = self.f;
        let exit = &f.exits[index as usize];
        let regs = self.b.block_params(entry)[1];
        for (&a, &register) in args.iter().zip(&exit.registers) {
            let value = self.get(a);
            let word = match f.ty(a) {
                Ty::I => self.b.ins().uextend(types::I64, value),
                Ty::F => self.word(ValueKind::Float, value),
                Ty::D => self.word(ValueKind::Double, value),
                _ => value,
            };
            self.b.ins().store(trusted(), word, regs, i32::from(register) * 8);
        }
        let zero = self.zero(Ty::J);
        for &register in &exit.nulls {
            self.b.ins().store(trusted(), zero, regs, i32::from(register) * 8);
        }
        let pc = self.b.ins().iconst(types::I64, exit.pc as i64);
        self.b.ins().store(trusted(), pc, self.thread, compiled::THREAD_RESUME as i32);
    }

    /// What is resolved when it runs: see `helpers::late`.
    fn late(&mut self, v: Val, late: Late, index: u16, kind: ValueKind) {
        let f = self.f;
        let node = &f.nodes[v as usize];
        let (context, bci) = f.places[node.pos as usize];
        let method = f.contexts[usize::from(context)].method;
        let what = (late as i64) | i64::from(index) << 8 | i64::from(bci) << 24 | i64::from(f.on_stack) << 40;
        let what = self.b.ins().iconst(types::I64, what);
        // Both lie below 4 GiB: the place's method, and the one that is compiled.
        let (place, root) = (std::ptr::from_ref(method) as u64, std::ptr::from_ref(f.method) as u64);
        let at = self.b.ins().iconst(types::I64, (place | root << 32) as i64);
        let zero = self.b.ins().iconst(types::I64, 0);
        let mut words = [zero, zero];
        let mut cached = None;
        if late == Late::Miranda {
            let (cell, done) = self.cached_method(node.args[0]);
            words[1] = cell;
            cached = Some(done);
        }
        if late == Late::MultiArray {
            let size = node.args.len() as u32 * 4;
            let data = StackSlotData::new(StackSlotKind::ExplicitSlot, size, 2);
            let slot = self.b.create_sized_stack_slot(data);
            for (n, &length) in node.args.iter().enumerate() {
                let length = self.get(length);
                self.b.ins().stack_store(types::I64, length, slot, n as i32 * 4);
            }
            words[0] = self.b.ins().stack_addr(types::I64, slot, 0);
            words[1] = self.b.ins().iconst(types::I64, node.args.len() as i64);
        } else {
            for (n, &a) in node.args.iter().enumerate().take(if cached.is_some() { 1 } else { 2 }) {
                let value = self.get(a);
                words[n] = match self.f.ty(a) {
                    Ty::I => self.b.ins().uextend(types::I64, value),
                    Ty::F => self.word(ValueKind::Float, value),
                    Ty::D => self.word(ValueKind::Double, value),
                    _ => value,
                };
            }
        }
        let resolved = (late == Late::Constant).then(|| self.resolved_constant(method.class(), index));
        let helper = helpers::LATE.address();
        // A call's arguments come later: they are live.
        let result =
            self.call_helper(v, helper, &[at, what, words[0], words[1]], Some(types::I64), (true, true));
        self.check_pending(v);
        let Some(mut word) = result else { return };
        if node.ty == Ty::V {
            return;
        }
        if let Some(done) = cached {
            self.b.ins().jump(done, &[word.into()]);
            self.b.switch_to_block(done);
            word = self.b.block_params(done)[0];
        }
        if let Some(done) = resolved {
            word = self.b.ins().uload32(trusted(), word, 0);
            self.b.ins().jump(done, &[word.into()]);
            self.b.switch_to_block(done);
            word = self.b.block_params(done)[0];
        }
        let value = self
            .unword(if node.ty == Ty::J && kind != ValueKind::Long { ValueKind::Long } else { kind }, word);
        self.set(v, value);
    }
}

/// Whether a host function gives an object's identity hash.
fn is_identity_hash(method: &Method) -> bool {
    match method.class().name.bytes() {
        b"java/lang/Object" => method.name == *"hashCode",
        b"java/lang/System" => method.name == *"identityHashCode",
        _ => false,
    }
}
