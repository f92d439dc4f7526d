//! Calls of method handles and variable handles: what the interpreter's `ops/handle.rs` does.

use super::Builder;
use crate::ir::*;
use rvm_vm::class::{MethodFlags, ValueKind};
use rvm_vm::interpreter::handles::layout;
use rvm_vm::link::peek_class;
use rvm_vm::object::Ref;
use rvm_vm::vm;
use std::sync::atomic::Ordering::Relaxed;

/// How a signature-polymorphic method finds the handle that it calls.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Through {
    /// `invokeExact`
    Exact,
    /// `invoke`: a variant of another type may stand in.
    Invoke,
    /// `invokeBasic`: of any type.
    Basic,
    /// The accessor of a variable.
    Accessor(u32),
}

impl Builder {
    /// Whether the call is of a signature-polymorphic method, and the machine knows how handles look.
    pub(super) fn polymorphic(&self, index: u16) -> Option<Through> {
        if layout::ENTRY.load(Relaxed) == 0 {
            return None;
        }
        let from = self.method().class();
        let (class, name, _) = from.pool.member(index);
        let class = peek_class(from, class)?;
        let at = class.methods.iter().position(|m| m.name == name && m.is(MethodFlags::POLYMORPHIC))?;
        if class.name == *"java/lang/invoke/VarHandle" {
            // Access modes are numbered as the methods are declared.
            let mode = class.methods[..at].iter().filter(|m| m.is_native()).count();
            return Some(Through::Accessor(mode as u32));
        }
        Some(match name.bytes() {
            b"invokeBasic" => Through::Basic,
            b"invokeExact" => Through::Exact,
            _ => Through::Invoke,
        })
    }

    /// Calls the handle's method if its type is the call site's, or that of the variant of the handle used last, else as the
    /// machine finds it.
    pub(super) fn handle_call(&mut self, how: Through, index: u16, args: Vec<Val>, ret: ValueKind) -> Val {
        let (slow, after) = (self.f.block(), self.f.block());
        self.f.blocks[slow as usize].cold = true;
        let (nonnull, casts) = (self.nonnull.clone(), self.casts.clone());
        let receiver = args[0];
        // Null until the call site is linked; no handle's type is null.
        let site = vm().roots.add(&vm().arena, Ref::NULL);
        let site = std::ptr::from_ref(site) as u64;
        let null = self.emit(Op::Const(0), Ty::A, vec![]);
        self.unless(Cond::Ne, receiver, null, slow);
        let second = self.f.block();
        match how {
            Through::Accessor(mode) => {
                let accessor = self.element_at(receiver, layout::ACCESSORS.load(Relaxed), mode);
                self.unless(Cond::Ne, accessor, null, second);
                self.call_if_fits(accessor, Some(site), args.clone(), ret, (second, after));
                self.begin(second);
                let variant = self.element_at(receiver, layout::VARIANTS.load(Relaxed), mode);
                self.call_variant(variant, site, &args, ret, (slow, after));
            }
            Through::Invoke => {
                self.call_if_fits(receiver, Some(site), args.clone(), ret, (second, after));
                self.begin(second);
                let variant = self.reference_at(receiver, layout::ADAPTED.load(Relaxed));
                self.call_variant(variant, site, &args, ret, (slow, after));
            }
            Through::Exact => self.call_if_fits(receiver, Some(site), args.clone(), ret, (slow, after)),
            Through::Basic => self.call_if_fits(receiver, None, args.clone(), ret, (slow, after)),
        }
        self.begin(slow);
        let cell = self.address(site);
        let late = Op::Late(Late::Virtual, index, ValueKind::Long);
        let found = self.emit_throwing(late, Ty::J, vec![receiver, cell]);
        let mut all = vec![found];
        all.extend(args);
        let late = self.plain(Target::Computed, all, ret);
        self.join(after, late, ret);
        self.begin(after);
        self.nonnull = nonnull;
        self.casts = casts;
        if ret == ValueKind::Void {
            return self.undefined;
        }
        let pos = self.pos();
        let param = self.f.node(Op::Param, Ty::of(ret), vec![], pos);
        self.f.blocks[after as usize].params.push(param);
        param
    }

    /// Calls a handle's method with these arguments if its type is the one in the slot; else goes on in the first block.
    fn call_if_fits(
        &mut self,
        handle: Val,
        site: Option<u64>,
        args: Vec<Val>,
        ret: ValueKind,
        (miss, after): (BlockId, BlockId),
    ) {
        if let Some(site) = site {
            let actual = self.reference_at(handle, layout::TYPE.load(Relaxed));
            let wanted = self.emit(Op::Root(site as u32), Ty::A, vec![]);
            self.unless(Cond::Eq, actual, wanted, miss);
        }
        let entry = Op::GetField {
            offset: layout::ENTRY.load(Relaxed),
            kind: ValueKind::Long,
            volatile: false,
            stable: false,
        };
        let entry = self.emit(entry, Ty::J, vec![handle]);
        let zero = self.address(0);
        self.unless(Cond::Ne, entry, zero, miss);
        let mut all = vec![entry];
        all.extend(args);
        let result = self.plain(Target::Computed, all, ret);
        self.join(after, result, ret);
    }

    /// As `call_if_fits`, for a handle that may be null and is itself the first argument.
    fn call_variant(
        &mut self,
        handle: Val,
        site: u64,
        args: &[Val],
        ret: ValueKind,
        (miss, after): (BlockId, BlockId),
    ) {
        let null = self.emit(Op::Const(0), Ty::A, vec![]);
        self.unless(Cond::Ne, handle, null, miss);
        let mut args = args.to_vec();
        args[0] = handle;
        self.call_if_fits(handle, Some(site), args, ret, (miss, after));
    }

    fn element_at(&mut self, object: Val, offset: u32, index: u32) -> Val {
        let list = self.reference_at(object, offset);
        let index = self.int(index as i32);
        self.emit(Op::Load(ValueKind::Ref), Ty::A, vec![list, index])
    }

    fn reference_at(&mut self, object: Val, offset: u32) -> Val {
        self.emit(
            Op::GetField { offset, kind: ValueKind::Ref, volatile: false, stable: false },
            Ty::A,
            vec![object],
        )
    }

    /// Goes on in a new block if the condition holds, else in `other`.
    fn unless(&mut self, cond: Cond, a: Val, b: Val, other: BlockId) {
        let holds = self.emit(Op::Cmp(cond), Ty::I, vec![a, b]);
        let on = self.f.block();
        let (yes, no) = (self.f.edge(on, vec![]), self.f.edge(other, vec![]));
        self.end(Term::Branch(holds, yes, no));
        self.begin(on);
    }

    /// Jumps to `after` with the result of a call.
    pub(super) fn join(&mut self, after: BlockId, result: Val, ret: ValueKind) {
        let edge = self.f.edge(after, if ret == ValueKind::Void { vec![] } else { vec![result] });
        self.end(Term::Jump(edge));
    }
}
