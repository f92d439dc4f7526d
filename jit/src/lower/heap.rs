//! Checks, fields, elements, allocation, type tests.

use super::{Lower, trusted, type_of};
use crate::boxing::{self, Shared};
use crate::helpers;
use crate::ir::*;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{AtomicRmwOp, InstBuilder, MemFlagsData, Type, Value, types};
use rvm_vm::class::{Class, ClassKind, ReferenceKind, ValueKind};
use rvm_vm::heap::{CARD_DIRTY, CARD_SHIFT, card_base};
use rvm_vm::object::array_base;
use rvm_vm::thread::JavaThread;
use std::mem::offset_of;

const LENGTH: i32 = rvm_vm::object::ARRAY_LENGTH as i32;
/// Objects up to this size are allocated inline.
const INLINE_SIZE: u32 = 1024;

impl Lower<'_, '_> {
    /// An instruction of this file; false for others.
    pub fn heap(&mut self, v: Val) -> bool {
        let f = self.f;
        let node = &f.nodes[v as usize];
        let args = &node.args;
        match node.op {
            Op::NullCheck => {
                let x = self.get(args[0]);
                let null = self.b.ins().icmp_imm_s(IntCC::Equal, x, 0);
                self.throw_if(v, null, helpers::NULL_POINTER.address(), &[]);
            }
            Op::BoundsCheck => {
                let (index, length) = (self.get(args[0]), self.get(args[1]));
                let bad = self.b.ins().icmp(IntCC::UnsignedGreaterThanOrEqual, index, length);
                self.throw_if(v, bad, helpers::BOUNDS.address(), &[index, length]);
            }
            Op::DivCheck => {
                if matches!(f.nodes[args[0] as usize].op, Op::Const(bits) if bits != 0) {
                    return true;
                }
                let x = self.get(args[0]);
                let zero = self.b.ins().icmp_imm_s(IntCC::Equal, x, 0);
                self.throw_if(v, zero, helpers::DIVISION.address(), &[]);
            }
            Op::StoreCheck => self.store_check(v, args[0], args[1]),
            Op::CheckCast(class) => {
                let x = self.get(args[0]);
                let (test, done) = (self.b.create_block(), self.b.create_block());
                self.b.ins().brif(x, test, &[], done, &[]);
                self.b.switch_to_block(test);
                let yes = self.is_instance(x, class);
                let bad = self.b.ins().icmp_imm_s(IntCC::Equal, yes, 0);
                let target = self.b.ins().iconst(types::I64, i64::from(class.address()));
                self.throw_if(v, bad, helpers::CLASS_CAST.address(), &[x, target]);
                self.b.ins().jump(done, &[]);
                self.b.switch_to_block(done);
            }
            Op::InstanceOf(class) => {
                let x = self.get(args[0]);
                let (test, done) = (self.b.create_block(), self.b.create_block());
                self.b.append_block_param(done, types::I32);
                let zero = self.zero(Ty::I);
                self.b.ins().brif(x, test, &[], done, &[zero.into()]);
                self.b.switch_to_block(test);
                let yes = self.is_instance(x, class);
                let yes = if self.b.func.dfg.value_type(yes) == types::I8 {
                    self.b.ins().uextend(types::I32, yes)
                } else {
                    yes
                };
                self.b.ins().jump(done, &[yes.into()]);
                self.b.switch_to_block(done);
                let result = self.b.block_params(done)[0];
                self.set(v, result);
            }
            Op::GetField { offset, kind, volatile, .. } => {
                let object = self.get(args[0]);
                let value = self.load(kind, object, offset as i32, volatile);
                self.set(v, value);
            }
            Op::PutField { offset, kind, volatile } => {
                let (object, value) = (self.get(args[0]), self.get(args[1]));
                self.store(kind, object, offset as i32, value, volatile);
                if kind == ValueKind::Ref && !self.is_null(args[1]) {
                    let slot = self.b.ins().iadd_imm_s(object, i64::from(offset));
                    self.mark_card(slot);
                }
            }
            Op::GetStatic { address, kind, volatile } => {
                let base = self.b.ins().iconst(types::I64, i64::from(address));
                // Words hold narrow values widened.
                let kind = wide_kind(kind);
                let value = self.load(kind, base, 0, volatile);
                self.set(v, value);
            }
            Op::PutStatic { address, kind, volatile } => {
                let base = self.b.ins().iconst(types::I64, i64::from(address));
                let value = self.get(args[0]);
                let value = match kind {
                    ValueKind::Boolean => self.b.ins().band_imm_u(value, 1),
                    ValueKind::Char => self.b.ins().band_imm_u(value, 0xffff),
                    ValueKind::Byte | ValueKind::Short => {
                        let narrow = if kind == ValueKind::Byte { types::I8 } else { types::I16 };
                        let low = self.b.ins().ireduce(narrow, value);
                        self.b.ins().sextend(types::I32, low)
                    }
                    _ => value,
                };
                let word = self.word(wide_kind(kind), value);
                self.store(ValueKind::Long, base, 0, word, volatile);
            }
            Op::ArrayLength => {
                let array = self.get(args[0]);
                let length = self.b.ins().load(types::I32, trusted(), array, LENGTH);
                self.set(v, length);
            }
            Op::Load(kind) => {
                let at = self.element(kind, args[0], args[1]);
                let value = self.load(kind, at, array_base(kind) as i32, false);
                self.set(v, value);
            }
            Op::Store(kind) => {
                let at = self.element(kind, args[0], args[1]);
                let mut value = self.get(args[2]);
                if kind == ValueKind::Byte && !matches!(f.nodes[args[2] as usize].op, Op::Const(0 | 1)) {
                    value = self.mask_boolean(args[0], value);
                }
                let base = array_base(kind) as i32;
                let kind_in_memory = if kind == ValueKind::Boolean { ValueKind::Byte } else { kind };
                self.store(kind_in_memory, at, base, value, false);
                if kind == ValueKind::Ref && !self.is_null(args[2]) {
                    let slot = self.b.ins().iadd_imm_s(at, i64::from(base));
                    self.mark_card(slot);
                }
            }
            Op::Root(address) => {
                let base = self.b.ins().iconst(types::I64, i64::from(address));
                let value = self.b.ins().uload32(trusted(), base, 0);
                self.set(v, value);
            }
            Op::CurrentThread => {
                let slot = offset_of!(JavaThread, object) as i32;
                let value = self.b.ins().uload32(trusted(), self.thread, slot);
                self.set(v, value);
            }
            Op::Mirror => {
                let class = self.get(args[0]);
                let value = self.b.ins().uload32(trusted(), class, offset_of!(Class, mirror) as i32);
                self.set(v, value);
            }
            Op::ClassOf => {
                let object = self.get(args[0]);
                let class = self.class_of(object);
                self.set(v, class);
            }
            Op::VtableEntry(index) => {
                let class = self.get(args[0]);
                let at = Class::VTABLE as i32 + index as i32 * 8;
                let method = self.b.ins().load(types::I64, trusted(), class, at);
                self.set(v, method);
            }
            Op::Atomic(op, kind) => self.atomic(v, op, kind),
            Op::New(class) => {
                let made = self.new_object(v, class);
                self.set(v, made);
            }
            Op::Box(kind) => self.box_value(v, kind, args[0]),
            Op::NewArray(class) => self.new_array(v, class, args[0]),
            _ => return false,
        }
        true
    }

    fn is_null(&self, v: Val) -> bool {
        matches!(self.f.nodes[v as usize].op, Op::Const(0))
    }

    pub fn class_of(&mut self, object: Value) -> Value {
        // An object's class never changes.
        self.b.ins().uload32(trusted(), object, 0)
    }

    /// Tests an object that is not null: a boolean or an int.
    fn is_instance(&mut self, object: Value, class: &'static Class) -> Value {
        let actual = self.class_of(object);
        let leaf = class.kind == ClassKind::PrimitiveArray
            || (class.kind == ClassKind::Instance && class.has(rvm_vm::class::flags::FINAL));
        if leaf {
            return self.b.ins().icmp_imm_u(IntCC::Equal, actual, i64::from(class.address()));
        }
        let depth = class.depth as usize;
        if depth < Class::DISPLAY {
            let entry = self.b.ins().load(types::I64, trusted(), actual, (depth * 8) as i32);
            return self.b.ins().icmp_imm_u(IntCC::Equal, entry, i64::from(class.address()));
        }
        let target = self.b.ins().iconst(types::I64, i64::from(class.address()));
        // What was found last is found again without a call.
        let (slow, done) = (self.b.create_block(), self.b.create_block());
        self.b.append_block_param(done, types::I32);
        let cache = self.b.ins().load(types::I64, trusted(), actual, Class::SUBTYPE_CACHE as i32);
        let hit = self.b.ins().icmp(IntCC::Equal, cache, target);
        let one = self.constant(1, Ty::I);
        self.b.ins().brif(hit, done, &[one.into()], slow, &[]);
        self.b.switch_to_block(slow);
        let yes = self.call_leaf(helpers::is_subtype as *const () as usize, &[actual, target], types::I32);
        self.b.ins().jump(done, &[yes.into()]);
        self.b.switch_to_block(done);
        self.b.block_params(done)[0]
    }

    fn store_check(&mut self, v: Val, array: Val, value: Val) {
        let (array, value) = (self.get(array), self.get(value));
        let (test, done) = (self.b.create_block(), self.b.create_block());
        self.b.ins().brif(value, test, &[], done, &[]);
        self.b.switch_to_block(test);
        let class = self.class_of(array);
        let component = offset_of!(Class, component) as i32;
        let component = self.b.ins().load(types::I64, trusted(), class, component);
        let any = i64::from(rvm_vm::vm().known.object().address());
        let any = self.b.ins().icmp_imm_u(IntCC::Equal, component, any);
        let (other, slow) = (self.b.create_block(), self.b.create_block());
        self.b.ins().brif(any, done, &[], other, &[]);
        self.b.switch_to_block(other);
        let actual = self.class_of(value);
        let same = self.b.ins().icmp(IntCC::Equal, actual, component);
        self.b.ins().brif(same, done, &[], slow, &[]);
        self.b.switch_to_block(slow);
        let helper = helpers::is_subtype as *const () as usize;
        let yes = self.call_leaf(helper, &[actual, component], types::I32);
        let bad = self.b.ins().icmp_imm_s(IntCC::Equal, yes, 0);
        self.throw_if(v, bad, helpers::ARRAY_STORE.address(), &[value]);
        self.b.ins().jump(done, &[]);
        self.b.switch_to_block(done);
    }

    pub fn element(&mut self, kind: ValueKind, array: Val, index: Val) -> Value {
        let (array, index) = (self.get(array), self.get(index));
        let narrow = self.b.func.dfg.value_type(index) == types::I32;
        let index = if narrow { self.b.ins().uextend(types::I64, index) } else { index };
        let shift = i64::from(kind.size().trailing_zeros());
        let scaled = if shift == 0 { index } else { self.b.ins().ishl_imm_u(index, shift) };
        self.b.ins().iadd(array, scaled)
    }

    /// A value for a byte[] or boolean[]: the latter takes the low bit.
    fn mask_boolean(&mut self, array: Val, value: Value) -> Value {
        let array = self.get(array);
        let class = self.class_of(array);
        let boolean = rvm_vm::vm().known.array(ValueKind::Boolean).address();
        let is = self.b.ins().icmp_imm_u(IntCC::Equal, class, i64::from(boolean));
        let bit = self.b.ins().band_imm_u(value, 1);
        self.b.ins().select(is, bit, value)
    }

    fn load(&mut self, kind: ValueKind, base: Value, offset: i32, volatile: bool) -> Value {
        if volatile {
            let at = self.b.ins().iadd_imm_s(base, i64::from(offset));
            let memory = match kind.size() {
                1 => types::I8,
                2 => types::I16,
                4 => types::I32,
                _ => types::I64,
            };
            let raw = self.b.ins().atomic_load(memory, trusted(), at);
            return match kind {
                ValueKind::Boolean | ValueKind::Char => self.b.ins().uextend(types::I32, raw),
                ValueKind::Byte | ValueKind::Short => self.b.ins().sextend(types::I32, raw),
                ValueKind::Ref => self.b.ins().uextend(types::I64, raw),
                ValueKind::Float => self.b.ins().bitcast(types::F32, MemFlagsData::new(), raw),
                ValueKind::Double => self.b.ins().bitcast(types::F64, MemFlagsData::new(), raw),
                _ => raw,
            };
        }
        let flags = trusted();
        match kind {
            ValueKind::Boolean => self.b.ins().uload8(types::I32, flags, base, offset),
            ValueKind::Byte => self.b.ins().sload8(types::I32, flags, base, offset),
            ValueKind::Char => self.b.ins().uload16(types::I32, flags, base, offset),
            ValueKind::Short => self.b.ins().sload16(types::I32, flags, base, offset),
            ValueKind::Ref => self.b.ins().uload32(flags, base, offset),
            _ => self.b.ins().load(type_of(Ty::of(kind)), flags, base, offset),
        }
    }

    /// A sequentially consistent store, as an exchange: a store and `mfence`, which is what Cranelift makes of one, takes several times
    /// as long.
    pub fn put_volatile(&mut self, at: Value, value: Value) {
        let ty = self.b.func.dfg.value_type(value);
        self.b.ins().atomic_rmw(ty, trusted(), AtomicRmwOp::Xchg, at, value);
    }

    fn store(&mut self, kind: ValueKind, base: Value, offset: i32, value: Value, volatile: bool) {
        let value = if kind == ValueKind::Boolean { self.b.ins().band_imm_u(value, 1) } else { value };
        if volatile {
            let at = self.b.ins().iadd_imm_s(base, i64::from(offset));
            let narrow: Option<Type> = match kind {
                ValueKind::Boolean | ValueKind::Byte => Some(types::I8),
                ValueKind::Char | ValueKind::Short => Some(types::I16),
                ValueKind::Ref => Some(types::I32),
                _ => None,
            };
            let raw = match (narrow, kind) {
                (Some(ty), _) => self.b.ins().ireduce(ty, value),
                (None, ValueKind::Float) => self.b.ins().bitcast(types::I32, MemFlagsData::new(), value),
                (None, ValueKind::Double) => self.b.ins().bitcast(types::I64, MemFlagsData::new(), value),
                _ => value,
            };
            self.put_volatile(at, raw);
            return;
        }
        let flags = trusted();
        match kind {
            ValueKind::Boolean | ValueKind::Byte => self.b.ins().istore8(flags, value, base, offset),
            ValueKind::Char | ValueKind::Short => self.b.ins().istore16(flags, value, base, offset),
            ValueKind::Ref => self.b.ins().istore32(flags, value, base, offset),
            _ => self.b.ins().store(flags, value, base, offset),
        };
    }

    /// A value as a 64-bit word.
    pub fn word(&mut self, kind: ValueKind, value: Value) -> Value {
        match kind {
            ValueKind::Long | ValueKind::Ref => value,
            ValueKind::Double => self.b.ins().bitcast(types::I64, MemFlagsData::new(), value),
            ValueKind::Float => {
                let bits = self.b.ins().bitcast(types::I32, MemFlagsData::new(), value);
                self.b.ins().uextend(types::I64, bits)
            }
            _ => self.b.ins().uextend(types::I64, value),
        }
    }

    /// A value from a 64-bit word.
    pub fn unword(&mut self, kind: ValueKind, word: Value) -> Value {
        match kind {
            ValueKind::Long | ValueKind::Ref | ValueKind::Void => word,
            ValueKind::Double => self.b.ins().bitcast(types::F64, MemFlagsData::new(), word),
            ValueKind::Float => {
                let bits = self.b.ins().ireduce(types::I32, word);
                self.b.ins().bitcast(types::F32, MemFlagsData::new(), bits)
            }
            _ => self.b.ins().ireduce(types::I32, word),
        }
    }

    pub fn mark_card(&mut self, slot: Value) {
        let card = self.b.ins().ushr_imm_u(slot, i64::from(CARD_SHIFT));
        let base = card_base() as i64;
        let dirty = self.b.ins().iconst(types::I8, i64::from(CARD_DIRTY));
        let offset = i32::try_from(base).ok();
        match offset {
            Some(offset) => self.b.ins().store(trusted(), dirty, card, offset),
            None => {
                let at = self.b.ins().iadd_imm_s(card, base);
                self.b.ins().store(trusted(), dirty, at, 0)
            }
        };
    }

    /// Takes `size` bytes from the thread's buffer; goes to `slow` if it is full.
    pub fn bump(&mut self, size: Value, slow: cranelift_codegen::ir::Block) -> Value {
        let (top, end) = (offset_of!(JavaThread, tlab_top) as i32, offset_of!(JavaThread, tlab_end) as i32);
        let at = self.b.ins().load(types::I64, trusted(), self.thread, top);
        let limit = self.b.ins().load(types::I64, trusted(), self.thread, end);
        let next = self.b.ins().iadd(at, size);
        let full = self.b.ins().icmp(IntCC::UnsignedGreaterThan, next, limit);
        let fast = self.b.create_block();
        self.b.ins().brif(full, slow, &[], fast, &[]);
        self.b.switch_to_block(fast);
        self.b.ins().store(trusted(), next, self.thread, top);
        at
    }

    /// `valueOf`: an object that is there already, or a new one.
    fn box_value(&mut self, v: Val, kind: ValueKind, value: Val) {
        let value = self.get(value);
        // There is no such operation before its classes are known.
        let Some(boxing) = boxing::of(kind) else { return };
        let done = self.b.create_block();
        self.b.append_block_param(done, types::I64);
        match boxing.shared {
            Shared::None => {}
            Shared::Two { yes, no } => {
                let (yes, no) = (self.address(yes), self.address(no));
                let at = self.b.ins().select(value, yes, no);
                let found = self.b.ins().uload32(trusted(), at, 0);
                self.b.ins().jump(done, &[found.into()]);
            }
            Shared::Array { field, low, count } => {
                let index = self.b.ins().iadd_imm_s(value, -i64::from(low));
                let there = self.b.ins().icmp_imm_u(IntCC::UnsignedLessThan, index, i64::from(count));
                let (shared, fresh) = (self.b.create_block(), self.b.create_block());
                self.b.ins().brif(there, shared, &[], fresh, &[]);
                self.b.switch_to_block(shared);
                let field = self.address(field);
                let array = self.b.ins().uload32(trusted(), field, 0);
                let narrow = self.b.func.dfg.value_type(index) == types::I32;
                let index = if narrow { self.b.ins().uextend(types::I64, index) } else { index };
                let scaled = self.b.ins().ishl_imm_u(index, 2);
                let at = self.b.ins().iadd(array, scaled);
                let found = self.b.ins().uload32(trusted(), at, array_base(ValueKind::Ref) as i32);
                self.b.ins().jump(done, &[found.into()]);
                self.b.switch_to_block(fresh);
            }
        }
        if !matches!(boxing.shared, Shared::Two { .. }) {
            let made = self.new_object(v, boxing.class);
            self.store(kind, made, boxing.offset as i32, value, false);
            self.b.ins().jump(done, &[made.into()]);
        }
        self.b.switch_to_block(done);
        let result = self.b.block_params(done)[0];
        self.set(v, result);
    }

    pub fn address(&mut self, value: u32) -> Value {
        self.b.ins().iconst(types::I64, i64::from(value))
    }

    fn new_object(&mut self, v: Val, class: &'static Class) -> Value {
        let (slow, done) = (self.cold(), self.b.create_block());
        self.b.append_block_param(done, types::I64);
        let address = self.b.ins().iconst(types::I64, i64::from(class.address()));
        if class.instance_size <= INLINE_SIZE && class.reference_kind == ReferenceKind::None {
            let size = self.b.ins().iconst(types::I64, i64::from(class.instance_size));
            let at = self.bump(size, slow);
            self.b.ins().istore32(trusted(), address, at, 0);
            self.b.ins().jump(done, &[at.into()]);
        } else {
            self.b.ins().jump(slow, &[]);
        }
        self.b.switch_to_block(slow);
        let made =
            self.call_helper(v, helpers::NEW_OBJECT.address(), &[address], Some(types::I64), (true, true));
        self.check_pending(v);
        let made = made.unwrap_or(address);
        self.b.ins().jump(done, &[made.into()]);
        self.b.switch_to_block(done);
        self.b.block_params(done)[0]
    }

    fn new_array(&mut self, v: Val, class: &'static Class, length: Val) {
        let (slow, done) = (self.cold(), self.b.create_block());
        self.b.append_block_param(done, types::I64);
        let length = self.get(length);
        let address = self.b.ins().iconst(types::I64, i64::from(class.address()));
        let small = self.b.ins().icmp_imm_u(IntCC::UnsignedLessThan, length, 256);
        let quick = self.b.create_block();
        self.b.ins().brif(small, quick, &[], slow, &[]);
        self.b.switch_to_block(quick);
        let wide = self.b.ins().uextend(types::I64, length);
        let shift = i64::from(class.element.size().trailing_zeros());
        let bytes = self.b.ins().ishl_imm_u(wide, shift);
        let base = i64::from(array_base(class.element));
        let bytes = self.b.ins().iadd_imm_s(bytes, base + 7);
        let size = self.b.ins().band_imm_s(bytes, -8);
        let at = self.bump(size, slow);
        self.b.ins().istore32(trusted(), address, at, 0);
        self.b.ins().store(trusted(), length, at, LENGTH);
        self.b.ins().jump(done, &[at.into()]);
        self.b.switch_to_block(slow);
        let helper = helpers::NEW_ARRAY.address();
        let made = self.call_helper(v, helper, &[address, length], Some(types::I64), (true, true));
        self.check_pending(v);
        let made = made.unwrap_or(address);
        self.b.ins().jump(done, &[made.into()]);
        self.b.switch_to_block(done);
        let result = self.b.block_params(done)[0];
        self.set(v, result);
    }
}

/// Kind of what a static field's word holds.
fn wide_kind(kind: ValueKind) -> ValueKind {
    match kind {
        ValueKind::Boolean | ValueKind::Byte | ValueKind::Char | ValueKind::Short => ValueKind::Int,
        other => other,
    }
}
