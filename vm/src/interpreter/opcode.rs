//! The one table of register instructions: name, handler, words (0: varies).

use super::machine::Handler;
use super::ops::*;

macro_rules! instructions {
    ($($name:ident $words:literal $handler:expr;)*) => {
        /// Opcode of a register instruction.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u16)]
        #[allow(missing_docs)]
        pub enum Op { $($name),* }

        impl Op {
            /// All, by number.
            pub const ALL: &'static [Op] = &[$(Op::$name),*];
        }

        /// The handlers by opcode.
        pub static HANDLERS: &[Handler] = &[$($handler),*];
    };
}

// `Imm`: the last operand is a 16-bit immediate. `Const`: it is the next word. Suffixes I J F D are the types; 8 16 32 64 the
// bits a value has in the heap, of which `I` are sign-extended and `U` zero-extended.
#[rustfmt::skip]
instructions! {
    // Moves and constants.
    Nop 1 moves::nop;
    Mov 1 moves::mov;
    Mov2 1 moves::mov2;
    Mov3 2 moves::mov3;
    Mov4 2 moves::mov4;
    Const 1 moves::constant;
    ConstSigned 1 moves::constant_signed;
    ConstWide 2 moves::constant_wide;
    // Integer arithmetic on i32.
    AddI 1 arith::binary::<i32, arith::Add>;
    SubI 1 arith::binary::<i32, arith::Sub>;
    MulI 1 arith::binary::<i32, arith::Mul>;
    AndI 1 arith::binary::<i32, arith::And>;
    OrI 1 arith::binary::<i32, arith::Or>;
    XorI 1 arith::binary::<i32, arith::Xor>;
    ShlI 1 arith::binary::<i32, arith::Shl>;
    ShrI 1 arith::binary::<i32, arith::Shr>;
    UshrI 1 arith::binary::<i32, arith::Ushr>;
    DivI 1 arith::divide::<i32>;
    RemI 1 arith::remainder::<i32>;
    AddIImm 1 arith::binary_imm::<i32, arith::Add>;
    MulIImm 1 arith::binary_imm::<i32, arith::Mul>;
    AndIImm 1 arith::binary_imm::<i32, arith::And>;
    OrIImm 1 arith::binary_imm::<i32, arith::Or>;
    XorIImm 1 arith::binary_imm::<i32, arith::Xor>;
    ShlIImm 1 arith::binary_imm::<i32, arith::Shl>;
    ShrIImm 1 arith::binary_imm::<i32, arith::Shr>;
    UshrIImm 1 arith::binary_imm::<i32, arith::Ushr>;
    RsubIImm 1 arith::imm_binary::<i32, arith::Sub>;
    DivIImm 1 arith::divide_imm::<i32>;
    RemIImm 1 arith::remainder_imm::<i32>;
    AddIConst 2 arith::binary_const::<i32, arith::Add>;
    MulIConst 2 arith::binary_const::<i32, arith::Mul>;
    AndIConst 2 arith::binary_const::<i32, arith::And>;
    OrIConst 2 arith::binary_const::<i32, arith::Or>;
    XorIConst 2 arith::binary_const::<i32, arith::Xor>;
    // Integer arithmetic on i64.
    AddJ 1 arith::binary::<i64, arith::Add>;
    SubJ 1 arith::binary::<i64, arith::Sub>;
    MulJ 1 arith::binary::<i64, arith::Mul>;
    AndJ 1 arith::binary::<i64, arith::And>;
    OrJ 1 arith::binary::<i64, arith::Or>;
    XorJ 1 arith::binary::<i64, arith::Xor>;
    ShlJ 1 arith::binary::<i64, arith::Shl>;
    ShrJ 1 arith::binary::<i64, arith::Shr>;
    UshrJ 1 arith::binary::<i64, arith::Ushr>;
    DivJ 1 arith::divide::<i64>;
    RemJ 1 arith::remainder::<i64>;
    AddJImm 1 arith::binary_imm::<i64, arith::Add>;
    MulJImm 1 arith::binary_imm::<i64, arith::Mul>;
    AndJImm 1 arith::binary_imm::<i64, arith::And>;
    OrJImm 1 arith::binary_imm::<i64, arith::Or>;
    XorJImm 1 arith::binary_imm::<i64, arith::Xor>;
    ShlJImm 1 arith::binary_imm::<i64, arith::Shl>;
    ShrJImm 1 arith::binary_imm::<i64, arith::Shr>;
    UshrJImm 1 arith::binary_imm::<i64, arith::Ushr>;
    RsubJImm 1 arith::imm_binary::<i64, arith::Sub>;
    DivJImm 1 arith::divide_imm::<i64>;
    RemJImm 1 arith::remainder_imm::<i64>;
    AddJConst 2 arith::binary_const::<i64, arith::Add>;
    MulJConst 2 arith::binary_const::<i64, arith::Mul>;
    AndJConst 2 arith::binary_const::<i64, arith::And>;
    OrJConst 2 arith::binary_const::<i64, arith::Or>;
    XorJConst 2 arith::binary_const::<i64, arith::Xor>;
    // Floating-point arithmetic on f32.
    AddF 1 arith::binary::<f32, arith::Add>;
    SubF 1 arith::binary::<f32, arith::Sub>;
    MulF 1 arith::binary::<f32, arith::Mul>;
    DivF 1 arith::binary::<f32, arith::Div>;
    RemF 1 arith::binary::<f32, arith::Rem>;
    AddFConst 2 arith::binary_const::<f32, arith::Add>;
    SubFConst 2 arith::binary_const::<f32, arith::Sub>;
    MulFConst 2 arith::binary_const::<f32, arith::Mul>;
    DivFConst 2 arith::binary_const::<f32, arith::Div>;
    RsubFConst 2 arith::const_binary::<f32, arith::Sub>;
    RdivFConst 2 arith::const_binary::<f32, arith::Div>;
    // Floating-point arithmetic on f64.
    AddD 1 arith::binary::<f64, arith::Add>;
    SubD 1 arith::binary::<f64, arith::Sub>;
    MulD 1 arith::binary::<f64, arith::Mul>;
    DivD 1 arith::binary::<f64, arith::Div>;
    RemD 1 arith::binary::<f64, arith::Rem>;
    AddDConst 2 arith::binary_const::<f64, arith::Add>;
    SubDConst 2 arith::binary_const::<f64, arith::Sub>;
    MulDConst 2 arith::binary_const::<f64, arith::Mul>;
    DivDConst 2 arith::binary_const::<f64, arith::Div>;
    RsubDConst 2 arith::const_binary::<f64, arith::Sub>;
    RdivDConst 2 arith::const_binary::<f64, arith::Div>;
    // Conversions and unary operations.
    NegI 1 arith::unary::<arith::NegI>;
    NegJ 1 arith::unary::<arith::NegJ>;
    NegF 1 arith::unary::<arith::NegF>;
    NegD 1 arith::unary::<arith::NegD>;
    I2l 1 arith::unary::<arith::I2l>;
    I2f 1 arith::unary::<arith::I2f>;
    I2d 1 arith::unary::<arith::I2d>;
    L2i 1 arith::unary::<arith::L2i>;
    L2f 1 arith::unary::<arith::L2f>;
    L2d 1 arith::unary::<arith::L2d>;
    F2i 1 arith::unary::<arith::F2i>;
    F2l 1 arith::unary::<arith::F2l>;
    F2d 1 arith::unary::<arith::F2d>;
    D2i 1 arith::unary::<arith::D2i>;
    D2l 1 arith::unary::<arith::D2l>;
    D2f 1 arith::unary::<arith::D2f>;
    I2b 1 arith::unary::<arith::I2b>;
    I2c 1 arith::unary::<arith::I2c>;
    I2s 1 arith::unary::<arith::I2s>;
    // Comparisons with a result.
    CmpJ 1 arith::compare_long;
    CmpLF 1 arith::compare_less::<f32>;
    CmpGF 1 arith::compare_greater::<f32>;
    CmpLD 1 arith::compare_less::<f64>;
    CmpGD 1 arith::compare_greater::<f64>;
    // Branches; the backward form follows the forward one.
    IfEqI 1 branch::branch::<i32, branch::Eq>;
    IfEqIBack 1 branch::branch_back::<i32, branch::Eq>;
    IfNeI 1 branch::branch::<i32, branch::Ne>;
    IfNeIBack 1 branch::branch_back::<i32, branch::Ne>;
    IfLtI 1 branch::branch::<i32, branch::Lt>;
    IfLtIBack 1 branch::branch_back::<i32, branch::Lt>;
    IfGeI 1 branch::branch::<i32, branch::Ge>;
    IfGeIBack 1 branch::branch_back::<i32, branch::Ge>;
    IfGtI 1 branch::branch::<i32, branch::Gt>;
    IfGtIBack 1 branch::branch_back::<i32, branch::Gt>;
    IfLeI 1 branch::branch::<i32, branch::Le>;
    IfLeIBack 1 branch::branch_back::<i32, branch::Le>;
    IfEqIImm 1 branch::branch_imm::<i32, branch::Eq>;
    IfEqIImmBack 1 branch::branch_imm_back::<i32, branch::Eq>;
    IfNeIImm 1 branch::branch_imm::<i32, branch::Ne>;
    IfNeIImmBack 1 branch::branch_imm_back::<i32, branch::Ne>;
    IfLtIImm 1 branch::branch_imm::<i32, branch::Lt>;
    IfLtIImmBack 1 branch::branch_imm_back::<i32, branch::Lt>;
    IfGeIImm 1 branch::branch_imm::<i32, branch::Ge>;
    IfGeIImmBack 1 branch::branch_imm_back::<i32, branch::Ge>;
    IfGtIImm 1 branch::branch_imm::<i32, branch::Gt>;
    IfGtIImmBack 1 branch::branch_imm_back::<i32, branch::Gt>;
    IfLeIImm 1 branch::branch_imm::<i32, branch::Le>;
    IfLeIImmBack 1 branch::branch_imm_back::<i32, branch::Le>;
    IfEqZero 1 branch::branch_zero::<branch::Eq>;
    IfEqZeroBack 1 branch::branch_zero_back::<branch::Eq>;
    IfNeZero 1 branch::branch_zero::<branch::Ne>;
    IfNeZeroBack 1 branch::branch_zero_back::<branch::Ne>;
    IfLtZero 1 branch::branch_zero::<branch::Lt>;
    IfLtZeroBack 1 branch::branch_zero_back::<branch::Lt>;
    IfGeZero 1 branch::branch_zero::<branch::Ge>;
    IfGeZeroBack 1 branch::branch_zero_back::<branch::Ge>;
    IfGtZero 1 branch::branch_zero::<branch::Gt>;
    IfGtZeroBack 1 branch::branch_zero_back::<branch::Gt>;
    IfLeZero 1 branch::branch_zero::<branch::Le>;
    IfLeZeroBack 1 branch::branch_zero_back::<branch::Le>;
    IfEqJ 1 branch::branch::<i64, branch::Eq>;
    IfEqJBack 1 branch::branch_back::<i64, branch::Eq>;
    IfNeJ 1 branch::branch::<i64, branch::Ne>;
    IfNeJBack 1 branch::branch_back::<i64, branch::Ne>;
    IfLtJ 1 branch::branch::<i64, branch::Lt>;
    IfLtJBack 1 branch::branch_back::<i64, branch::Lt>;
    IfGeJ 1 branch::branch::<i64, branch::Ge>;
    IfGeJBack 1 branch::branch_back::<i64, branch::Ge>;
    IfGtJ 1 branch::branch::<i64, branch::Gt>;
    IfGtJBack 1 branch::branch_back::<i64, branch::Gt>;
    IfLeJ 1 branch::branch::<i64, branch::Le>;
    IfLeJBack 1 branch::branch_back::<i64, branch::Le>;
    IfEqJImm 1 branch::branch_imm::<i64, branch::Eq>;
    IfEqJImmBack 1 branch::branch_imm_back::<i64, branch::Eq>;
    IfNeJImm 1 branch::branch_imm::<i64, branch::Ne>;
    IfNeJImmBack 1 branch::branch_imm_back::<i64, branch::Ne>;
    IfLtJImm 1 branch::branch_imm::<i64, branch::Lt>;
    IfLtJImmBack 1 branch::branch_imm_back::<i64, branch::Lt>;
    IfGeJImm 1 branch::branch_imm::<i64, branch::Ge>;
    IfGeJImmBack 1 branch::branch_imm_back::<i64, branch::Ge>;
    IfGtJImm 1 branch::branch_imm::<i64, branch::Gt>;
    IfGtJImmBack 1 branch::branch_imm_back::<i64, branch::Gt>;
    IfLeJImm 1 branch::branch_imm::<i64, branch::Le>;
    IfLeJImmBack 1 branch::branch_imm_back::<i64, branch::Le>;
    IfEqF 1 branch::branch::<f32, branch::Eq>;
    IfEqFBack 1 branch::branch_back::<f32, branch::Eq>;
    IfNeF 1 branch::branch::<f32, branch::Ne>;
    IfNeFBack 1 branch::branch_back::<f32, branch::Ne>;
    IfLtF 1 branch::branch::<f32, branch::Lt>;
    IfLtFBack 1 branch::branch_back::<f32, branch::Lt>;
    IfGeF 1 branch::branch::<f32, branch::Ge>;
    IfGeFBack 1 branch::branch_back::<f32, branch::Ge>;
    IfGtF 1 branch::branch::<f32, branch::Gt>;
    IfGtFBack 1 branch::branch_back::<f32, branch::Gt>;
    IfLeF 1 branch::branch::<f32, branch::Le>;
    IfLeFBack 1 branch::branch_back::<f32, branch::Le>;
    IfNltF 1 branch::branch::<f32, branch::Nlt>;
    IfNltFBack 1 branch::branch_back::<f32, branch::Nlt>;
    IfNgeF 1 branch::branch::<f32, branch::Nge>;
    IfNgeFBack 1 branch::branch_back::<f32, branch::Nge>;
    IfNgtF 1 branch::branch::<f32, branch::Ngt>;
    IfNgtFBack 1 branch::branch_back::<f32, branch::Ngt>;
    IfNleF 1 branch::branch::<f32, branch::Nle>;
    IfNleFBack 1 branch::branch_back::<f32, branch::Nle>;
    IfEqD 1 branch::branch::<f64, branch::Eq>;
    IfEqDBack 1 branch::branch_back::<f64, branch::Eq>;
    IfNeD 1 branch::branch::<f64, branch::Ne>;
    IfNeDBack 1 branch::branch_back::<f64, branch::Ne>;
    IfLtD 1 branch::branch::<f64, branch::Lt>;
    IfLtDBack 1 branch::branch_back::<f64, branch::Lt>;
    IfGeD 1 branch::branch::<f64, branch::Ge>;
    IfGeDBack 1 branch::branch_back::<f64, branch::Ge>;
    IfGtD 1 branch::branch::<f64, branch::Gt>;
    IfGtDBack 1 branch::branch_back::<f64, branch::Gt>;
    IfLeD 1 branch::branch::<f64, branch::Le>;
    IfLeDBack 1 branch::branch_back::<f64, branch::Le>;
    IfNltD 1 branch::branch::<f64, branch::Nlt>;
    IfNltDBack 1 branch::branch_back::<f64, branch::Nlt>;
    IfNgeD 1 branch::branch::<f64, branch::Nge>;
    IfNgeDBack 1 branch::branch_back::<f64, branch::Nge>;
    IfNgtD 1 branch::branch::<f64, branch::Ngt>;
    IfNgtDBack 1 branch::branch_back::<f64, branch::Ngt>;
    IfNleD 1 branch::branch::<f64, branch::Nle>;
    IfNleDBack 1 branch::branch_back::<f64, branch::Nle>;
    Goto 1 branch::goto;
    GotoBack 1 branch::goto_back;
    Jsr 1 branch::jsr;
    RetSub 1 branch::ret_sub;
    TableSwitch 0 branch::table_switch;
    LookupSwitch 0 branch::lookup_switch;
    // Arrays.
    LoadI8 1 array::load::<i8>;
    LoadU16 1 array::load::<u16>;
    LoadI16 1 array::load::<i16>;
    Load32 1 array::load::<u32>;
    Load64 1 array::load::<u64>;
    LoadU8 1 array::load::<u8>;
    LoadI8Imm 1 array::load_imm::<i8>;
    LoadU16Imm 1 array::load_imm::<u16>;
    LoadI16Imm 1 array::load_imm::<i16>;
    Load32Imm 1 array::load_imm::<u32>;
    Load64Imm 1 array::load_imm::<u64>;
    LoadU8Imm 1 array::load_imm::<u8>;
    StoreByte 1 array::store_byte;
    Store16 1 array::store::<u16>;
    Store32 1 array::store::<u32>;
    Store64 1 array::store::<u64>;
    StoreRef 1 array::store_ref;
    Store8Imm 1 array::store_imm::<u8>;
    Store16Imm 1 array::store_imm::<u16>;
    Store32Imm 1 array::store_imm::<u32>;
    ArrayLength 1 array::array_length;
    // Fields.
    GetI8 1 field::get::<i8>;
    GetU16 1 field::get::<u16>;
    GetI16 1 field::get::<i16>;
    Get32 1 field::get::<u32>;
    Get64 1 field::get::<u64>;
    PutBool 1 field::put::<bool>;
    PutI8 1 field::put::<i8>;
    PutU16 1 field::put::<u16>;
    PutI16 1 field::put::<i16>;
    Put32 1 field::put::<u32>;
    Put64 1 field::put::<u64>;
    PutRef 1 field::put_reference;
    PutBoolVolatile 1 field::put_volatile::<bool>;
    PutI8Volatile 1 field::put_volatile::<i8>;
    PutU16Volatile 1 field::put_volatile::<u16>;
    PutI16Volatile 1 field::put_volatile::<i16>;
    Put32Volatile 1 field::put_volatile::<u32>;
    Put64Volatile 1 field::put_volatile::<u64>;
    PutRefVolatile 1 field::put_reference_volatile;
    GetStatic 1 field::get_static;
    PutStaticBool 1 field::put_static::<bool>;
    PutStaticI8 1 field::put_static::<i8>;
    PutStaticU16 1 field::put_static::<u16>;
    PutStaticI16 1 field::put_static::<i16>;
    PutStatic32 1 field::put_static::<u32>;
    PutStatic64 1 field::put_static::<u64>;
    PutStaticBoolVolatile 1 field::put_static_volatile::<bool>;
    PutStaticI8Volatile 1 field::put_static_volatile::<i8>;
    PutStaticU16Volatile 1 field::put_static_volatile::<u16>;
    PutStaticI16Volatile 1 field::put_static_volatile::<i16>;
    PutStatic32Volatile 1 field::put_static_volatile::<u32>;
    PutStatic64Volatile 1 field::put_static_volatile::<u64>;
    GetUnresolved 1 field::get_unresolved;
    PutUnresolved 1 field::put_unresolved;
    GetFar 1 field::get_far;
    PutFar 1 field::put_far;
    GetStaticUnresolved 1 field::get_static_unresolved;
    PutStaticUnresolved 1 field::put_static_unresolved;
    // Calls.
    CallStatic 2 call::call_static;
    CallSpecial 2 call::call_special;
    CallNothing 2 call::call_nothing;
    CallVirtual 2 call::call_virtual;
    CallInterface 3 call::call_interface;
    CallInterfaceVirtual 3 call::call_interface_virtual;
    CallInterfaceDirect 3 call::call_interface_direct;
    CallGetterI8 2 call::call_getter::<i8>;
    CallGetterU16 2 call::call_getter::<u16>;
    CallGetterI16 2 call::call_getter::<i16>;
    CallGetter32 2 call::call_getter::<u32>;
    CallGetter64 2 call::call_getter::<u64>;
    CallGuardedI8 2 call::call_guarded::<i8>;
    CallGuardedU16 2 call::call_guarded::<u16>;
    CallGuardedI16 2 call::call_guarded::<i16>;
    CallGuarded32 2 call::call_guarded::<u32>;
    CallGuarded64 2 call::call_guarded::<u64>;
    Compiled 1 call::compiled;
    CallVirtualMiranda 2 call::call_miranda;
    CallStaticUnresolved 2 call::static_unresolved;
    CallSpecialUnresolved 2 call::special_unresolved;
    CallVirtualUnresolved 2 call::virtual_unresolved;
    CallVirtualFar 2 call::virtual_far;
    CallInterfaceUnresolved 3 call::interface_unresolved;
    CallDynamicUnlinked 2 call::dynamic_unlinked;
    CallDynamicConst 2 call::dynamic_constant;
    CallHandleExact 2 handle::call_handle;
    CallHandle 2 handle::call_handle;
    CallHandleBasic 2 handle::call_handle_basic;
    CallVariable 2 handle::call_variable;
    Native 2 call::native;
    NativeVoid 2 call::native_void;
    NativeLocked 2 crate::interpreter::sync::native_locked;
    NoCode 1 call::no_code;
    // Returns.
    Ret 1 returns::value;
    RetBool 1 returns::narrow::<bool>;
    RetI8 1 returns::narrow::<i8>;
    RetU16 1 returns::narrow::<u16>;
    RetI16 1 returns::narrow::<i16>;
    RetConst 1 returns::constant;
    RetVoid 1 returns::void;
    RetGetI8 1 returns::field::<i8>;
    RetGetU16 1 returns::field::<u16>;
    RetGetI16 1 returns::field::<i16>;
    RetGet32 1 returns::field::<u32>;
    RetGet64 1 returns::field::<u64>;
    Exit 1 returns::exit;
    Unlock 1 returns::unlock;
    // Objects.
    New 1 object::new;
    NewUnresolved 1 object::new_unresolved;
    NewArray 2 object::new_array;
    NewPrimitiveArrayUnresolved 2 object::new_primitive_array_unresolved;
    NewArrayUnresolved 2 object::new_array_unresolved;
    NewMultiArray 2 object::new_multi_array;
    CheckCast 1 object::check_cast;
    CheckCastUnresolved 1 object::check_cast_unresolved;
    InstanceOf 2 object::instance_of;
    InstanceOfUnresolved 2 object::instance_of_unresolved;
    LoadRoot 1 object::load_root;
    LoadConstantUnresolved 1 object::load_constant_unresolved;
    LoadDynamicPrimitive 1 object::load_dynamic_primitive;
    MonitorEnter 1 object::monitor_enter;
    MonitorExit 1 object::monitor_exit;
    LockMethod 1 object::lock_method;
    Throw 1 object::throw;
}

impl Op {
    /// The backward form of a branch.
    pub fn back(self) -> Op {
        Op::ALL[self as usize + 1]
    }

    /// The branch on the opposite condition, of a forward branch.
    pub fn inverse(self) -> Op {
        use Op::*;
        let pairs = [
            (IfEqI, IfNeI),
            (IfLtI, IfGeI),
            (IfGtI, IfLeI),
            (IfEqIImm, IfNeIImm),
            (IfLtIImm, IfGeIImm),
            (IfGtIImm, IfLeIImm),
            (IfEqZero, IfNeZero),
            (IfLtZero, IfGeZero),
            (IfGtZero, IfLeZero),
            (IfEqJ, IfNeJ),
            (IfLtJ, IfGeJ),
            (IfGtJ, IfLeJ),
            (IfEqJImm, IfNeJImm),
            (IfLtJImm, IfGeJImm),
            (IfGtJImm, IfLeJImm),
            (IfEqF, IfNeF),
            (IfLtF, IfNltF),
            (IfGeF, IfNgeF),
            (IfGtF, IfNgtF),
            (IfLeF, IfNleF),
            (IfEqD, IfNeD),
            (IfLtD, IfNltD),
            (IfGeD, IfNgeD),
            (IfGtD, IfNgtD),
            (IfLeD, IfNleD),
        ];
        for (x, y) in pairs {
            if self == x {
                return y;
            }
            if self == y {
                return x;
            }
        }
        self
    }
}
