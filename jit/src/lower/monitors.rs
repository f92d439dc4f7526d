//! Monitors and atomic operations.
//!
//! Thin locks are taken and left in place (`rvm_vm::object::State`): an unlocked word's upper 24 bits are 0, so that entering adds owner and
//! lock bit; recursion is counted in bits 8 to 15. So are inflated ones that nobody else wants. All else is the machine's.

use super::{Lower, anywhere, trusted};
use crate::helpers;
use crate::ir::*;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{self, AtomicRmwOp, InstBuilder, Value, types};
use rvm_vm::class::ValueKind;
use rvm_vm::object::LockState;
use rvm_vm::thread::{JavaThread, MONITOR_RECURSION, MONITOR_WORD};
use std::mem::offset_of;

/// Offset of the state in the header.
pub(super) const STATE: i32 = 4;
/// What of the state is neither lock nor owner nor recursion.
const REST: i64 = 0xfc;
/// One recursive entry.
const ENTRY: i64 = 0x100;
/// Owner and lock bits.
const OWNED: i64 = 0xffff_0003;

impl Lower<'_, '_> {
    /// The state that a free word becomes, but for hash and age.
    fn mine(&mut self) -> Value {
        let id = self.id();
        let owner = self.b.ins().ishl_imm_u(id, 16);
        self.b.ins().bor_imm_u(owner, LockState::Thin as i64)
    }

    /// The thread's thin-lock id.
    fn id(&mut self) -> Value {
        let id = offset_of!(JavaThread, id) as i32;
        self.b.ins().uload16(types::I32, trusted(), self.thread, id)
    }

    /// Goes to `yes` if the object's lock is inflated, else to `no`; the address of the monitor's word, valid in `yes`.
    fn inflated(&mut self, object: Value, yes: ir::Block, no: ir::Block) -> Value {
        let state = self.b.ins().load(types::I32, trusted(), object, STATE);
        let lock = self.b.ins().band_imm_u(state, 3);
        let index = self.b.ins().ushr_imm_u(state, 8);
        let index = self.b.ins().uextend(types::I64, index);
        let offset = self.b.ins().ishl_imm_u(index, 6);
        let base = rvm_vm::vm().monitors.base() as i64 + i64::from(MONITOR_WORD);
        let base = self.b.ins().iconst(types::I64, base);
        let monitor = self.b.ins().iadd(base, offset);
        let inflated = self.b.ins().icmp_imm_u(IntCC::Equal, lock, LockState::Inflated as i64);
        self.b.ins().brif(inflated, yes, &[], no, &[]);
        monitor
    }

    /// Swaps the state; goes to `done` or `slow`.
    fn swap_state(&mut self, at: Value, from: Value, to: Value, done: ir::Block, slow: ir::Block) {
        let found = self.b.ins().atomic_cas(trusted(), at, from, to);
        let same = self.b.ins().icmp(IntCC::Equal, found, from);
        self.b.ins().brif(same, done, &[], slow, &[]);
    }

    pub fn monitor_enter(&mut self, v: Val, object: Val) {
        let object = self.get(object);
        let (slow, done) = (self.cold(), self.b.create_block());
        let (free, held, again) = (self.b.create_block(), self.cold(), self.cold());
        let at = self.b.ins().iadd_imm_s(object, i64::from(STATE));
        let state = self.b.ins().load(types::I32, trusted(), object, STATE);
        let mine = self.mine();
        let lock = self.b.ins().band_imm_u(state, 3);
        self.b.ins().brif(lock, held, &[], free, &[]);
        self.b.switch_to_block(free);
        let taken = self.b.ins().bor(state, mine);
        self.swap_state(at, state, taken, done, slow);
        self.b.switch_to_block(held);
        // Of this thread, and not as deep as a thin lock can be.
        let differs = self.b.ins().bxor(state, mine);
        let other = self.b.ins().band_imm_u(differs, 3);
        let shallow = self.b.ins().icmp_imm_u(IntCC::UnsignedLessThan, differs, 0xff00);
        let zero = self.zero(Ty::I);
        let thin = self.b.ins().icmp(IntCC::Equal, other, zero);
        let both = self.b.ins().band(shallow, thin);
        self.b.ins().brif(both, again, &[], slow, &[]);
        self.b.switch_to_block(again);
        let deeper = self.b.ins().iadd_imm_s(state, ENTRY);
        self.swap_state(at, state, deeper, done, slow);
        self.b.switch_to_block(slow);
        let (inflated, other) = (self.cold(), self.cold());
        let monitor = self.inflated(object, inflated, other);
        self.b.switch_to_block(inflated);
        let (zero, me) = (self.zero(Ty::I), self.id());
        self.swap_state(monitor, zero, me, done, other);
        self.b.switch_to_block(other);
        // An inflated one that is soon free costs no safepoint.
        let blocked = self.cold();
        let helper = helpers::try_enter_inflated as *const () as usize;
        let entered = self.call_leaf(helper, &[self.thread, object], types::I32);
        self.b.ins().brif(entered, done, &[], blocked, &[]);
        self.b.switch_to_block(blocked);
        self.call_helper(v, helpers::MONITOR_ENTER.address(), &[object], None, (true, true));
        self.b.ins().jump(done, &[]);
        self.b.switch_to_block(done);
    }

    pub fn monitor_exit(&mut self, v: Val, object: Val) {
        let object = self.get(object);
        let (slow, done) = (self.cold(), self.b.create_block());
        let (last, more, inner) = (self.b.create_block(), self.cold(), self.cold());
        let at = self.b.ins().iadd_imm_s(object, i64::from(STATE));
        let state = self.b.ins().load(types::I32, trusted(), object, STATE);
        let mine = self.mine();
        let differs = self.b.ins().bxor(state, mine);
        let lock = self.b.ins().band_imm_s(differs, !REST);
        self.b.ins().brif(lock, more, &[], last, &[]);
        self.b.switch_to_block(last);
        let rest = self.b.ins().band_imm_u(state, REST);
        self.swap_state(at, state, rest, done, slow);
        self.b.switch_to_block(more);
        let other = self.b.ins().band_imm_u(differs, OWNED);
        self.b.ins().brif(other, slow, &[], inner, &[]);
        self.b.switch_to_block(inner);
        let shallower = self.b.ins().iadd_imm_s(state, -ENTRY);
        self.swap_state(at, state, shallower, done, slow);
        self.b.switch_to_block(slow);
        let (inflated, only, other) = (self.cold(), self.cold(), self.cold());
        let monitor = self.inflated(object, inflated, other);
        self.b.switch_to_block(inflated);
        let deeper = self.b.ins().load(types::I32, trusted(), monitor, MONITOR_RECURSION - MONITOR_WORD);
        self.b.ins().brif(deeper, other, &[], only, &[]);
        self.b.switch_to_block(only);
        let (zero, me) = (self.zero(Ty::I), self.id());
        self.swap_state(monitor, me, zero, done, other);
        self.b.switch_to_block(other);
        let other = self.cold();
        let helper = helpers::try_exit_inflated as *const () as usize;
        let left = self.call_leaf(helper, &[self.thread, object], types::I32);
        self.b.ins().brif(left, done, &[], other, &[]);
        self.b.switch_to_block(other);
        self.call_helper(v, helpers::MONITOR_EXIT.address(), &[object], None, (true, true));
        self.check_pending(v);
        self.b.ins().jump(done, &[]);
        self.b.switch_to_block(done);
    }

    /// An operation of `rvm.internal.Atomics` on an object that is not null.
    pub fn atomic(&mut self, v: Val, op: Atomic, kind: ValueKind) {
        let f = self.f;
        let args = &f.nodes[v as usize].args;
        let (object, offset) = (self.get(args[0]), self.get(args[1]));
        let at = self.b.ins().iadd(object, offset);
        let reference = kind == ValueKind::Ref;
        let memory = match kind {
            ValueKind::Long => types::I64,
            ValueKind::Char => types::I16,
            _ => types::I32,
        };
        let mut values = vec![];
        for &a in &args[2..] {
            let value = self.get(a);
            values.push(if reference { self.b.ins().ireduce(types::I32, value) } else { value });
        }
        let flags = trusted();
        let result = match op {
            Atomic::Get => self.b.ins().atomic_load(memory, flags, at),
            Atomic::Read if kind == ValueKind::Char => self.b.ins().uload16(types::I32, anywhere(), at, 0),
            Atomic::Read => self.b.ins().load(memory, anywhere(), at, 0),
            Atomic::Write => {
                if kind == ValueKind::Char {
                    self.b.ins().istore16(anywhere(), values[0], at, 0);
                } else {
                    self.b.ins().store(anywhere(), values[0], at, 0);
                }
                values[0]
            }
            Atomic::Put => {
                self.put_volatile(at, values[0]);
                values[0]
            }
            Atomic::Add => self.b.ins().atomic_rmw(memory, flags, AtomicRmwOp::Add, at, values[0]),
            Atomic::Swap => self.b.ins().atomic_rmw(memory, flags, AtomicRmwOp::Xchg, at, values[0]),
            Atomic::Compare => {
                let found = self.b.ins().atomic_cas(flags, at, values[0], values[1]);
                let same = self.b.ins().icmp(IntCC::Equal, found, values[0]);
                self.b.ins().uextend(types::I32, same)
            }
        };
        if reference && op != Atomic::Get {
            self.mark_card(at);
        }
        match (op, reference) {
            (Atomic::Put | Atomic::Write, _) => {}
            (Atomic::Get | Atomic::Swap, true) => {
                let wide = self.b.ins().uextend(types::I64, result);
                self.set(v, wide);
            }
            _ => self.set(v, result),
        }
    }
}
