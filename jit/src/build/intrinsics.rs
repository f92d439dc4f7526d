//! Library methods that are an instruction or a few.

use super::{Builder, Info};
use crate::boxing;
use crate::ir::*;
use rvm_classfile::code::Instructions;
use rvm_classfile::opcode::Opcode;
use rvm_vm::class::{Class, Method, ValueKind};
use rvm_vm::compiled::Context;
use rvm_vm::object::array_base;

impl Builder {
    /// The value of a call of `callee`, if it is one of those.
    pub(super) fn intrinsic(&mut self, callee: &'static Method, args: &[Val]) -> Option<Val> {
        if callee.is_constructor() && callee.class() == rvm_vm::vm().known.object() {
            return Some(self.undefined);
        }
        // Compiled in place.
        if !self.cold && rvm_vm::indy::joined(callee).is_some() {
            let v = self.emit_throwing(Op::Native(callee, false), Ty::A, args.to_vec());
            let class = Some(rvm_vm::vm().known.string());
            self.info.insert(v, Info { class, exact: true, nonnull: true });
            return Some(v);
        }
        if !callee.class().rare.trusted {
            return None;
        }
        if let Some(kind) = boxing::boxes(callee) {
            return Some(self.box_value(callee, kind, args[0]));
        }
        if let Some(v) = self.atomic(callee, args).or_else(|| self.bytes(callee, args)) {
            return Some(v);
        }
        if callee.is_native() && callee.name == *"currentThread" && callee.class().name == *"java/lang/Thread"
        {
            let v = self.emit(Op::CurrentThread, Ty::A, vec![]);
            self.nonnull.insert(v);
            return Some(v);
        }
        let numbers = if callee.is_static() { self.arithmetic(callee, args) } else { None };
        numbers.or_else(|| {
            let leaf = host_function(callee)?;
            let (op, ty) = (Op::Native(callee, leaf), Ty::of(callee.ret()));
            Some(if leaf {
                self.emit(op, ty, args.to_vec())
            } else {
                self.emit_throwing(op, ty, args.to_vec())
            })
        })
    }

    /// `valueOf`: what it throws if there is no memory, it throws.
    fn box_value(&mut self, callee: &'static Method, kind: ValueKind, value: Val) -> Val {
        // What is an index later must be one, whatever the caller's class file passes.
        let value =
            if kind == ValueKind::Byte { self.emit(Op::Un(Un::I2b), Ty::I, vec![value]) } else { value };
        let v = self.emit_throwing(Op::Box(kind), Ty::A, vec![value]);
        let mut code = Instructions::new(callee.code()).flatten();
        if let Some(new) = code.find(|i| i.opcode == Opcode::New) {
            let (parent, bci) = (self.frame().context, self.frame().bci);
            self.f.contexts.push(Context { method: callee, parent, bci });
            self.f.places.push((self.f.contexts.len() as u16 - 1, new.pc as u16));
            self.f.nodes[v as usize].pos = self.f.places.len() as Pos - 1;
        }
        let class = boxing::of(kind).map(|b| b.class);
        self.info.insert(v, Info { class, exact: class.is_some(), nonnull: true });
        v
    }

    fn arithmetic(&mut self, callee: &'static Method, args: &[Val]) -> Option<Val> {
        let class = callee.class().name.bytes();
        let name = callee.name.bytes();
        let descriptor = callee.descriptor.bytes();
        let un = |op: Un, ty: Ty| Some((Op::Un(op), ty));
        let (op, ty) = match (class, name, descriptor) {
            (b"java/lang/Math" | b"java/lang/StrictMath", b"sqrt", b"(D)D") => un(Un::Sqrt, Ty::D),
            (b"java/lang/Math" | b"java/lang/StrictMath", b"abs", b"(D)D") => un(Un::Abs, Ty::D),
            (b"java/lang/Math" | b"java/lang/StrictMath", b"abs", b"(F)F") => un(Un::Abs, Ty::F),
            (b"java/lang/Math" | b"java/lang/StrictMath", b"floor", b"(D)D") => un(Un::Floor, Ty::D),
            (b"java/lang/Math" | b"java/lang/StrictMath", b"ceil", b"(D)D") => un(Un::Ceil, Ty::D),
            (b"java/lang/Math" | b"java/lang/StrictMath", b"rint", b"(D)D") => un(Un::Rint, Ty::D),
            (b"java/lang/Math", b"abs", b"(I)I") => un(Un::Abs, Ty::I),
            (b"java/lang/Math", b"abs", b"(J)J") => un(Un::Abs, Ty::J),
            (b"java/lang/Math", b"min", b"(FF)F") => Some((Op::Bin(Bin::Min), Ty::F)),
            (b"java/lang/Math", b"max", b"(FF)F") => Some((Op::Bin(Bin::Max), Ty::F)),
            (b"java/lang/Math", b"min", b"(DD)D") => Some((Op::Bin(Bin::Min), Ty::D)),
            (b"java/lang/Math", b"max", b"(DD)D") => Some((Op::Bin(Bin::Max), Ty::D)),
            (b"java/lang/Math", b"multiplyHigh", _) => Some((Op::Bin(Bin::MulHigh), Ty::J)),
            (b"java/lang/Integer", b"rotateLeft", _) => Some((Op::Bin(Bin::Rotl), Ty::I)),
            (b"java/lang/Integer", b"rotateRight", _) => Some((Op::Bin(Bin::Rotr), Ty::I)),
            (b"java/lang/Long", b"rotateLeft", _) => Some((Op::Bin(Bin::Rotl), Ty::J)),
            (b"java/lang/Long", b"rotateRight", _) => Some((Op::Bin(Bin::Rotr), Ty::J)),
            (b"java/lang/Integer", b"reverseBytes", _) => un(Un::Bswap, Ty::I),
            (b"java/lang/Long", b"reverseBytes", _) => un(Un::Bswap, Ty::J),
            (b"java/lang/Math", b"min", b"(II)I") => Some((Op::Bin(Bin::Min), Ty::I)),
            (b"java/lang/Math", b"max", b"(II)I") => Some((Op::Bin(Bin::Max), Ty::I)),
            (b"java/lang/Math", b"min", b"(JJ)J") => Some((Op::Bin(Bin::Min), Ty::J)),
            (b"java/lang/Math", b"max", b"(JJ)J") => Some((Op::Bin(Bin::Max), Ty::J)),
            (b"java/lang/Double", b"doubleToRawLongBits", _) => un(Un::Bits, Ty::J),
            (b"java/lang/Double", b"longBitsToDouble", _) => un(Un::Bits, Ty::D),
            (b"java/lang/Float", b"floatToRawIntBits", _) => un(Un::Bits, Ty::I),
            (b"java/lang/Float", b"intBitsToFloat", _) => un(Un::Bits, Ty::F),
            (b"java/lang/Integer", b"numberOfLeadingZeros", _)
            | (b"java/lang/Long", b"numberOfLeadingZeros", _) => un(Un::Clz, Ty::I),
            (b"java/lang/Integer", b"numberOfTrailingZeros", _)
            | (b"java/lang/Long", b"numberOfTrailingZeros", _) => un(Un::Ctz, Ty::I),
            (b"java/lang/Integer", b"bitCount", _) | (b"java/lang/Long", b"bitCount", _) => {
                un(Un::Popcnt, Ty::I)
            }
            _ => None,
        }?;
        Some(self.emit(op, ty, args.to_vec()))
    }

    /// Of `rvm.internal.Atomics`, whose callers pass offsets of fields.
    fn atomic(&mut self, callee: &'static Method, args: &[Val]) -> Option<Val> {
        if callee.class().name != *"rvm/internal/Atomics" {
            return None;
        }
        use ValueKind::{Int, Long, Ref};
        let (op, kind) = match callee.name.bytes() {
            b"compareAndSetInt" => (Atomic::Compare, Int),
            b"getIntVolatile" => (Atomic::Get, Int),
            b"putIntVolatile" => (Atomic::Put, Int),
            b"getAndSetInt" => (Atomic::Swap, Int),
            b"getAndAddInt" => (Atomic::Add, Int),
            b"compareAndSetLong" => (Atomic::Compare, Long),
            b"getLongVolatile" => (Atomic::Get, Long),
            b"putLongVolatile" => (Atomic::Put, Long),
            b"getAndSetLong" => (Atomic::Swap, Long),
            b"getAndAddLong" => (Atomic::Add, Long),
            b"compareAndSetRef" => (Atomic::Compare, Ref),
            b"getRefVolatile" => (Atomic::Get, Ref),
            b"putRefVolatile" => (Atomic::Put, Ref),
            b"getAndSetRef" => (Atomic::Swap, Ref),
            _ => return None,
        };
        self.null_check(args[0]);
        Some(self.emit(Op::Atomic(op, kind), Ty::of(callee.ret()), args.to_vec()))
    }

    /// Of `rvm.internal.Bytes`, whose callers pass indices that they checked.
    fn bytes(&mut self, callee: &'static Method, args: &[Val]) -> Option<Val> {
        if callee.class().name != *"rvm/internal/Bytes" {
            return None;
        }
        use ValueKind::{Char, Int, Long};
        let (op, kind) = match callee.name.bytes() {
            b"getChar" => (Atomic::Read, Char),
            b"getInt" => (Atomic::Read, Int),
            b"getLong" => (Atomic::Read, Long),
            b"putChar" => (Atomic::Write, Char),
            b"putInt" => (Atomic::Write, Int),
            b"putLong" => (Atomic::Write, Long),
            _ => return None,
        };
        self.null_check(args[0]);
        let base = self.emit(Op::Const(array_base(ValueKind::Byte).into()), Ty::J, vec![]);
        let index = self.emit(Op::Un(Un::I2l), Ty::J, vec![args[1]]);
        let offset = self.emit(Op::Bin(Bin::Add), Ty::J, vec![index, base]);
        let mut all = vec![args[0], offset];
        all.extend(&args[2..]);
        Some(self.emit(Op::Atomic(op, kind), Ty::of(callee.ret()), all))
    }

    /// `System.arraycopy`: the method itself only if something is wrong with the arguments, or elements are to be checked.
    pub(super) fn array_copy(&mut self, callee: &'static Method, args: Vec<Val>) {
        let done = self.emit(Op::ArrayCopy, Ty::I, args.clone());
        let (slow, after) = (self.f.block(), self.f.block());
        self.f.blocks[slow as usize].cold = true;
        let (yes, no) = (self.f.edge(after, vec![]), self.f.edge(slow, vec![]));
        self.end(Term::Branch(done, yes, no));
        let nonnull = self.nonnull.clone();
        self.begin(slow);
        self.plain(Target::Direct(callee), args, ValueKind::Void);
        self.join(after, self.undefined, ValueKind::Void);
        self.begin(after);
        self.nonnull = nonnull;
    }

    /// `Object.getClass`: the host makes a `Class` object when it is first asked for.
    pub(super) fn get_class(&mut self, callee: &'static Method, args: Vec<Val>) -> Val {
        let class = self.emit(Op::ClassOf, Ty::J, vec![args[0]]);
        let mirror = self.emit(Op::Mirror, Ty::A, vec![class]);
        let null = self.emit(Op::Const(0), Ty::A, vec![]);
        let made = self.emit(Op::Cmp(Cond::Ne), Ty::I, vec![mirror, null]);
        let (slow, after) = (self.f.block(), self.f.block());
        self.f.blocks[slow as usize].cold = true;
        let (yes, no) = (self.f.edge(after, vec![mirror]), self.f.edge(slow, vec![]));
        self.end(Term::Branch(made, yes, no));
        let nonnull = self.nonnull.clone();
        self.begin(slow);
        let found = self.emit_throwing(Op::Native(callee, false), Ty::A, args);
        self.join(after, found, ValueKind::Ref);
        self.begin(after);
        self.nonnull = nonnull;
        let pos = self.pos();
        let result = self.f.node(Op::Param, Ty::A, vec![], pos);
        self.f.blocks[after as usize].params.push(result);
        self.nonnull.insert(result);
        result
    }

    /// `clone` of what the caller knows as an array of this class: a new one and a copy, unless the class is another.
    pub(super) fn clone_array(&mut self, callee: &'static Method, class: &'static Class, array: Val) -> Val {
        let nonnull = self.nonnull.clone();
        let after = self.f.block();
        if class.element_kind() == Some(ValueKind::Ref) && !self.known(array).exact {
            let actual = self.emit(Op::ClassOf, Ty::J, vec![array]);
            let wanted = self.address(u64::from(class.address()));
            let same = self.emit(Op::Cmp(Cond::Eq), Ty::I, vec![actual, wanted]);
            let (fast, slow) = (self.f.block(), self.f.block());
            self.f.blocks[slow as usize].cold = true;
            let (yes, no) = (self.f.edge(fast, vec![]), self.f.edge(slow, vec![]));
            self.end(Term::Branch(same, yes, no));
            self.begin(slow);
            let made = self.emit_throwing(Op::Native(callee, false), Ty::A, vec![array]);
            self.join(after, made, ValueKind::Ref);
            self.begin(fast);
            self.nonnull = nonnull.clone();
        }
        let length = self.emit(Op::ArrayLength, Ty::I, vec![array]);
        let made = self.emit_throwing(Op::NewArray(class), Ty::A, vec![length]);
        let zero = self.emit(Op::Const(0), Ty::I, vec![]);
        self.emit(Op::ArrayCopy, Ty::I, vec![array, zero, made, zero, length]);
        self.join(after, made, ValueKind::Ref);
        self.begin(after);
        self.nonnull = nonnull;
        let pos = self.pos();
        let result = self.f.node(Op::Param, Ty::A, vec![], pos);
        self.f.blocks[after as usize].params.push(result);
        self.nonnull.insert(result);
        self.info.insert(result, Info { class: Some(class), exact: false, nonnull: true });
        result
    }

    /// `Arrays.fill`: the method itself raises the exception for null.
    pub(super) fn fill(&mut self, callee: &'static Method, args: Vec<Val>) {
        let null = self.emit(Op::Const(0), Ty::A, vec![]);
        let there = self.emit(Op::Cmp(Cond::Ne), Ty::I, vec![args[0], null]);
        let (fast, slow, after) = (self.f.block(), self.f.block(), self.f.block());
        self.f.blocks[slow as usize].cold = true;
        let (yes, no) = (self.f.edge(fast, vec![]), self.f.edge(slow, vec![]));
        self.end(Term::Branch(there, yes, no));
        let nonnull = self.nonnull.clone();
        self.begin(fast);
        self.emit(Op::Native(callee, true), Ty::V, args.clone());
        self.join(after, self.undefined, ValueKind::Void);
        self.begin(slow);
        self.plain(Target::Direct(callee), args, ValueKind::Void);
        self.join(after, self.undefined, ValueKind::Void);
        self.begin(after);
        self.nonnull = nonnull;
    }
}

/// Whether compiled code calls the method's host function itself; true if that neither throws nor collects.
pub(super) fn host_function(callee: &'static Method) -> Option<bool> {
    callee.native()?;
    let class = callee.class();
    if !class.rare.trusted {
        return None;
    }
    match (class.name.bytes(), callee.name.bytes()) {
        (b"java/lang/String", b"equals" | b"hashCode") => Some(true),
        (b"java/lang/Math" | b"java/lang/StrictMath", _) => Some(true),
        (b"java/util/Arrays", b"firstDifference") | (b"java/math/Limbs", b"montgomery") => Some(true),
        (b"java/lang/System", b"nanoTime" | b"currentTimeMillis")
        | (
            b"java/lang/Class",
            b"isInstance" | b"isPrimitive" | b"isArray" | b"isInterface" | b"isHidden" | b"getModifiers",
        ) => Some(true),
        (b"java/lang/Utf16", b"indexOf" | b"regionEquals" | b"compare" | b"inflate")
        | (b"java/lang/StringCodec", b"countAscii")
        | (b"java/lang/Object", b"hashCode" | b"clone")
        | (b"java/lang/Class", b"isAssignableFrom" | b"getSuperclass")
        | (b"java/lang/System", b"identityHashCode") => Some(false),
        _ => None,
    }
}

/// Whether a host function leaves all fields and elements as they are that anything could have seen before.
pub(crate) fn changes_nothing(callee: &'static Method) -> bool {
    let ours = rvm_vm::indy::joined(callee).is_some() || host_function(callee).is_some();
    ours && callee.name != *"inflate" && callee.name != *"montgomery"
}

/// Whether it is `Object.getClass`.
pub(super) fn is_get_class(callee: &'static Method) -> bool {
    callee.native().is_some() && callee.name == *"getClass" && callee.class().name == *"java/lang/Object"
}

/// Whether it is `Object.clone`.
pub(super) fn is_clone(callee: &'static Method) -> bool {
    callee.native().is_some() && callee.name == *"clone" && callee.class().name == *"java/lang/Object"
}

/// Whether it is an `Arrays.fill` that the host does: what it needs is that the array is there.
pub(super) fn is_fill(callee: &'static Method) -> bool {
    callee.name == *"fill" && callee.class().name == *"java/util/Arrays" && callee.native().is_some()
}

/// Whether it is `System.arraycopy`.
pub(super) fn is_array_copy(callee: &'static Method) -> bool {
    callee.is_native() && callee.name == *"arraycopy" && callee.class().name == *"java/lang/System"
}
