//! Library methods that are an instruction or a few.

use super::Builder;
use crate::ir::*;
use rvm_vm::class::Method;

impl Builder {
    /// The value of a call of `callee`, if it is one of those.
    pub(super) fn intrinsic(&mut self, callee: &'static Method, args: &[Val]) -> Option<Val> {
        if callee.is_constructor() && callee.class() == rvm_vm::vm().known.object() {
            return Some(self.undefined);
        }
        if !callee.class().rare.trusted || !callee.is_static() {
            return None;
        }
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
}
