//! From SSA to Cranelift's form.
//!
//! References are variables of Cranelift's frontend: across a call that may collect, live ones are stored to stack slots, listed in the
//! call's stack map, and read again behind it, as the collector moves objects. On the ways that do not call they stay in registers.

mod arith;
mod calls;
mod concat;
mod heap;
mod monitors;
mod strings;
mod vector;

use crate::ir::*;
use crate::live::{Live, live};
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{
    self, AbiParam, BlockArg, InstBuilder, MemFlagsData, SigRef, Signature, StackSlot, StackSlotData,
    StackSlotKind, Type, UserStackMapEntry, Value, types,
};
use cranelift_codegen::isa::{CallConv, TargetFrontendConfig};
use cranelift_frontend::{FunctionBuilder, Switch, Variable};
use hashbrown::HashMap;
use rvm_vm::class::{Method, ValueKind};
use std::mem::offset_of;

pub(crate) struct Lower<'a, 'f> {
    pub b: FunctionBuilder<'a>,
    pub f: &'f Func,
    pub thread: Value,
    blocks: HashMap<BlockId, ir::Block>,
    values: Vec<Option<Value>>,
    variables: Vec<Option<Variable>>,
    slots: Vec<StackSlot>,
    live: Live,
    signatures: HashMap<Vec<Type>, SigRef>,
    unwind: Option<ir::Block>,
    /// The signature of polls.
    poll: Option<SigRef>,
    position: Pos,
    /// The block being lowered.
    current: BlockId,
}

pub(crate) fn type_of(ty: Ty) -> Type {
    match ty {
        Ty::I => types::I32,
        Ty::F => types::F32,
        Ty::D => types::F64,
        Ty::X(lane) => vector::type_of_lane(lane),
        _ => types::I64,
    }
}

/// The signature of a method's code.
pub fn signature(method: &Method, osr: bool) -> Signature {
    let mut s = Signature::new(CallConv::SystemV);
    s.params.push(AbiParam::new(types::I64));
    if osr {
        s.params.push(AbiParam::new(types::I64));
    } else {
        for index in 0..method.arg_count() {
            s.params.push(AbiParam::new(type_of(Ty::of(method.arg_kind(index)))));
        }
    }
    if method.ret() != ValueKind::Void {
        s.returns.push(AbiParam::new(type_of(Ty::of(method.ret()))));
    }
    s
}

/// Fills `b`'s function with the code of `f`.
pub fn lower(f: &Func, b: FunctionBuilder<'_>, config: TargetFrontendConfig) {
    let order = f.reverse_postorder();
    let live = live(f, &order);
    let mut l = Lower {
        b,
        f,
        thread: Value::from_u32(0),
        blocks: HashMap::new(),
        values: vec![None; f.nodes.len()],
        variables: vec![None; f.nodes.len()],
        slots: vec![],
        live,
        signatures: HashMap::new(),
        unwind: None,
        poll: None,
        position: 0,
        current: 0,
    };
    let entry = l.b.create_block();
    l.b.append_block_params_for_function_params(entry);
    l.b.switch_to_block(entry);
    l.thread = l.b.block_params(entry)[0];
    for &block in &order {
        let new = l.b.create_block();
        for &p in &f.blocks[block as usize].params {
            l.b.append_block_param(new, type_of(f.ty(p)));
        }
        if f.blocks[block as usize].cold {
            l.b.set_cold_block(new);
        }
        l.blocks.insert(block, new);
    }
    let first = l.blocks[&0];
    l.b.ins().jump(first, &[]);
    for &block in &order {
        l.block(block, entry);
    }
    if let Some(unwind) = l.unwind {
        l.b.switch_to_block(unwind);
        l.return_nothing();
    }
    l.b.seal_all_blocks();
    l.b.finalize(config);
}

pub(crate) fn trusted() -> MemFlagsData {
    MemFlagsData::trusted()
}

/// Memory that is there, at addresses that nothing is known of.
pub(crate) fn anywhere() -> MemFlagsData {
    MemFlagsData::new().with_notrap()
}

pub(crate) const PENDING: i32 = offset_of!(rvm_vm::thread::JavaThread, pending) as i32;
pub(crate) const COMPILED: i32 = offset_of!(Method, compiled) as i32;

impl Lower<'_, '_> {
    fn block(&mut self, id: BlockId, entry: ir::Block) {
        let block = &self.f.blocks[id as usize];
        let new = self.blocks[&id];
        self.current = id;
        self.b.switch_to_block(new);
        for (n, &p) in block.params.iter().enumerate() {
            let v = self.b.block_params(new)[n];
            self.set(p, v);
        }
        for &v in &block.insts {
            self.position = self.f.nodes[v as usize].pos;
            self.b.set_srcloc(ir::SourceLoc::new(self.position));
            self.instruction(v, entry);
            if matches!(self.f.nodes[v as usize].op, Op::Throw) {
                return;
            }
        }
        match &block.term {
            Term::None => self.jump_unwind(),
            Term::Jump(e) => self.jump(*e),
            Term::Branch(c, yes, no) => {
                let cond = self.condition(*c, &block.insts);
                let (yes, no) = (self.target(*yes), self.target(*no));
                self.b.ins().brif(cond, yes.0, &yes.1, no.0, &no.1);
            }
            Term::Switch(key, cases, default) => self.switch(*key, cases, *default),
            Term::Return(v) => {
                if *v == NONE {
                    self.b.ins().return_(&[]);
                } else {
                    let v = self.get(*v);
                    self.b.ins().return_(&[v]);
                }
            }
            Term::Unwind => self.jump_unwind(),
        }
    }

    /// The value of an instruction.
    pub fn get(&mut self, v: Val) -> Value {
        if let Some(variable) = self.variables[v as usize] {
            return self.b.use_var(variable);
        }
        match self.values[v as usize] {
            Some(value) => value,
            None => match self.f.nodes[v as usize].op {
                Op::Const(bits) => self.constant(bits, self.f.ty(v)),
                // Not computed on this way: dead code.
                _ => self.zero(self.f.ty(v)),
            },
        }
    }

    pub fn zero(&mut self, ty: Ty) -> Value {
        self.constant(0, ty)
    }

    pub fn constant(&mut self, bits: u64, ty: Ty) -> Value {
        match ty {
            Ty::I => self.b.ins().iconst(types::I32, i64::from(bits as i32)),
            Ty::F => self.b.ins().f32const(f32::from_bits(bits as u32)),
            Ty::D => self.b.ins().f64const(f64::from_bits(bits)),
            _ => self.b.ins().iconst(types::I64, bits as i64),
        }
    }

    pub fn set(&mut self, v: Val, value: Value) {
        if self.f.ty(v) == Ty::A {
            let variable = match self.variables[v as usize] {
                Some(variable) => variable,
                None => {
                    let variable = self.b.declare_var(types::I64);
                    self.variables[v as usize] = Some(variable);
                    variable
                }
            };
            self.b.def_var(variable, value);
        } else {
            self.values[v as usize] = Some(value);
        }
    }

    fn target(&mut self, edge: EdgeId) -> (ir::Block, Vec<BlockArg>) {
        let edge = &self.f.edges[edge as usize];
        let args = edge.args.iter().map(|&a| BlockArg::Value(self.get(a))).collect();
        (self.blocks[&edge.to], args)
    }

    pub fn jump(&mut self, edge: EdgeId) {
        let (to, args) = self.target(edge);
        self.b.ins().jump(to, &args);
    }

    fn switch(&mut self, key: Val, cases: &[(i32, EdgeId)], default: EdgeId) {
        let key = self.get(key);
        let mut switch = Switch::new();
        let mut pads = vec![];
        let mut known: HashMap<(BlockId, Vec<Val>), ir::Block> = HashMap::new();
        let mut pad = |l: &mut Self, edge: EdgeId| {
            let e = &l.f.edges[edge as usize];
            if e.args.is_empty() {
                return l.blocks[&e.to];
            }
            *known.entry((e.to, e.args.clone())).or_insert_with(|| {
                let block = l.b.create_block();
                pads.push((block, edge));
                block
            })
        };
        for &(value, edge) in cases {
            let block = pad(self, edge);
            switch.set_entry(u128::from(value as u32), block);
        }
        let otherwise = pad(self, default);
        switch.emit(&mut self.b, key, otherwise);
        for (block, edge) in pads {
            self.b.switch_to_block(block);
            self.jump(edge);
        }
    }

    fn return_nothing(&mut self) {
        let ret = self.f.method.ret();
        if ret == ValueKind::Void {
            self.b.ins().return_(&[]);
        } else {
            let zero = self.zero(Ty::of(ret));
            self.b.ins().return_(&[zero]);
        }
    }

    /// Leaves with an exception pending.
    pub fn jump_unwind(&mut self) {
        let block = match self.unwind {
            Some(block) => block,
            None => {
                let block = self.b.create_block();
                self.b.set_cold_block(block);
                self.unwind = Some(block);
                block
            }
        };
        self.b.ins().jump(block, &[]);
    }

    /// From a place where an exception is pending, and references were read again.
    pub fn go_exception(&mut self, inst: Val) {
        match self.f.nodes[inst as usize].exc {
            NONE => self.jump_unwind(),
            edge => self.jump(edge),
        }
    }

    pub fn cold(&mut self) -> ir::Block {
        let block = self.b.create_block();
        self.b.set_cold_block(block);
        block
    }

    pub fn signature_of(&mut self, params: &[Type], ret: Option<Type>) -> SigRef {
        let mut key = params.to_vec();
        key.push(ret.unwrap_or(types::INVALID));
        if let Some(&s) = self.signatures.get(&key) {
            return s;
        }
        let mut s = Signature::new(CallConv::SystemV);
        s.params.extend(params.iter().map(|&t| AbiParam::new(t)));
        s.returns.extend(ret.map(AbiParam::new));
        let s = self.b.import_signature(s);
        self.signatures.insert(key, s);
        s
    }

    fn slot(&mut self, n: usize) -> StackSlot {
        while self.slots.len() <= n {
            let data = StackSlotData::new(StackSlotKind::ExplicitSlot, 8, 3);
            let slot = self.b.create_sized_stack_slot(data);
            self.slots.push(slot);
        }
        self.slots[n]
    }

    /// A call that may collect. References live on the normal way (if `on`) and on the exception's (if `out`) survive it.
    pub fn call_safepoint(
        &mut self,
        inst: Val,
        signature: SigRef,
        code: Value,
        args: &[Value],
        on: bool,
        out: bool,
    ) -> Option<Value> {
        self.call_with_roots(inst, signature, code, args, (on, out), &[])
    }

    /// As `call_safepoint`; the words given hold references too, for the callee to read.
    pub fn call_with_roots(
        &mut self,
        inst: Val,
        signature: SigRef,
        code: Value,
        args: &[Value],
        (on, out): (bool, bool),
        roots: &[(StackSlot, u32)],
    ) -> Option<Value> {
        let mut kept: Vec<Val> = vec![];
        if on && let Some(list) = self.live.on.get(&inst) {
            kept.extend(list);
        }
        if out && let Some(list) = self.live.out.get(&inst) {
            for v in list {
                if !kept.contains(v) {
                    kept.push(*v);
                }
            }
        }
        kept.retain(|&v| v != inst && self.variables[v as usize].is_some());
        for (n, &v) in kept.iter().enumerate() {
            let slot = self.slot(n);
            let value = self.get(v);
            self.b.ins().stack_store(types::I64, value, slot, 0);
        }
        let call = self.b.ins().call_indirect(signature, code, args);
        for n in 0..kept.len() {
            let entry = UserStackMapEntry { ty: types::I64, slot: self.slots[n], offset: 0 };
            self.b.func.dfg.append_user_stack_map_entry(call, entry);
        }
        for &(slot, offset) in roots {
            let entry = UserStackMapEntry { ty: types::I64, slot, offset };
            self.b.func.dfg.append_user_stack_map_entry(call, entry);
        }
        let result = self.b.inst_results(call).first().copied();
        for (n, &v) in kept.iter().enumerate() {
            let slot = self.slots[n];
            let value = self.b.ins().stack_load(types::I64, types::I64, slot, 0);
            self.set(v, value);
        }
        result
    }

    /// Calls a helper of the machine that may collect.
    pub fn call_helper(
        &mut self,
        inst: Val,
        helper: usize,
        args: &[Value],
        ret: Option<Type>,
        ways: (bool, bool),
    ) -> Option<Value> {
        let mut all = vec![self.thread];
        all.extend_from_slice(args);
        let params: Vec<Type> = all.iter().map(|&v| self.b.func.dfg.value_type(v)).collect();
        let signature = self.signature_of(&params, ret);
        let code = self.b.ins().iconst(types::I64, helper as i64);
        self.call_safepoint(inst, signature, code, &all, ways.0, ways.1)
    }

    /// Calls a function of the machine that neither collects nor throws.
    pub fn call_leaf(&mut self, helper: usize, args: &[Value], ret: Type) -> Value {
        let params: Vec<Type> = args.iter().map(|&v| self.b.func.dfg.value_type(v)).collect();
        let signature = self.signature_of(&params, Some(ret));
        let code = self.b.ins().iconst(types::I64, helper as i64);
        let call = self.b.ins().call_indirect(signature, code, args);
        self.b.inst_results(call)[0]
    }

    /// If `bad`, calls a helper that throws.
    pub fn throw_if(&mut self, inst: Val, bad: Value, helper: usize, args: &[Value]) {
        let (cold, on) = (self.cold(), self.b.create_block());
        self.b.ins().brif(bad, cold, &[], on, &[]);
        self.b.switch_to_block(cold);
        self.call_helper(inst, helper, args, None, (false, true));
        self.go_exception(inst);
        self.b.switch_to_block(on);
    }

    /// Goes to the exception edge if an exception is pending.
    pub fn check_pending(&mut self, inst: Val) {
        let pending = self.b.ins().load(types::I32, trusted(), self.thread, PENDING);
        let on = self.b.create_block();
        match self.f.nodes[inst as usize].exc {
            NONE => {
                let unwind = match self.unwind {
                    Some(block) => block,
                    None => {
                        let block = self.cold();
                        self.unwind = Some(block);
                        block
                    }
                };
                self.b.ins().brif(pending, unwind, &[], on, &[]);
            }
            edge => {
                let cold = self.cold();
                self.b.ins().brif(pending, cold, &[], on, &[]);
                self.b.switch_to_block(cold);
                self.jump(edge);
            }
        }
        self.b.switch_to_block(on);
    }

    /// A condition for a branch, computed where it is used if nothing collects in between.
    pub fn condition(&mut self, c: Val, insts: &[Val]) -> Value {
        if let Op::Cmp(cond) = self.f.nodes[c as usize].op {
            let near = insts
                .iter()
                .rev()
                .take_while(|&&v| v != c)
                .all(|&v| !Func::is_safepoint(&self.f.nodes[v as usize].op));
            if near && insts.contains(&c) {
                return self.compare(cond, c);
            }
        }
        let v = self.get(c);
        self.b.ins().icmp_imm_s(IntCC::NotEqual, v, 0)
    }
}
