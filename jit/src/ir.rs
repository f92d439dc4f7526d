//! The compiler's intermediate form: typed SSA with block parameters.
//!
//! Instructions that may throw carry an exception edge (`exc`), which leaves from the middle of a block; without one an
//! exception leaves the compiled code. `pos` says which bytecode of which (inlined) method an instruction came from.

use rvm_vm::class::{Class, Method, ValueKind};

/// An instruction, and the value it makes.
pub type Val = u32;
/// A block.
pub type BlockId = u32;
/// An edge: target and arguments for its parameters.
pub type EdgeId = u32;
/// A place: context and bytecode offset.
pub type Pos = u32;
/// No edge, no value.
pub const NONE: u32 = u32::MAX;

/// Type of a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Ty {
    /// 32-bit integer.
    I,
    /// 64-bit integer.
    J,
    /// Single.
    F,
    /// Double.
    D,
    /// Reference.
    A,
    /// No value.
    V,
    /// A vector of 16 bytes.
    X(Lane),
}

/// What a vector is divided into.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[allow(missing_docs)]
pub enum Lane {
    I8,
    I16,
    I32,
    I64,
    F32,
    F64,
}

impl Lane {
    /// Bytes.
    pub fn size(self) -> usize {
        match self {
            Lane::I8 => 1,
            Lane::I16 => 2,
            Lane::I32 | Lane::F32 => 4,
            Lane::I64 | Lane::F64 => 8,
        }
    }
}

impl Ty {
    /// Of a kind.
    pub fn of(kind: ValueKind) -> Ty {
        match kind {
            ValueKind::Long => Ty::J,
            ValueKind::Float => Ty::F,
            ValueKind::Double => Ty::D,
            ValueKind::Ref => Ty::A,
            ValueKind::Void => Ty::V,
            _ => Ty::I,
        }
    }
    /// Whether the class file counts two slots.
    pub fn wide(self) -> bool {
        matches!(self, Ty::J | Ty::D)
    }
}

/// Operations on two values of one type (shifts: the second is an int).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Bin {
    #[allow(missing_docs)]
    Add,
    #[allow(missing_docs)]
    Sub,
    #[allow(missing_docs)]
    Mul,
    /// The divisor is not 0.
    Div,
    /// The divisor is not 0 (of integers).
    Rem,
    #[allow(missing_docs)]
    And,
    #[allow(missing_docs)]
    Or,
    #[allow(missing_docs)]
    Xor,
    #[allow(missing_docs)]
    Shl,
    #[allow(missing_docs)]
    Shr,
    #[allow(missing_docs)]
    Ushr,
    /// `Math.min`
    Min,
    /// `Math.max`
    Max,
    /// High half of the product of longs.
    MulHigh,
    /// Rotations; the second is an int.
    Rotl,
    #[allow(missing_docs)]
    Rotr,
}

/// Conversions and other operations on one value, named as bytecodes are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[allow(missing_docs)]
pub enum Un {
    Neg,
    I2l,
    I2f,
    I2d,
    L2i,
    L2f,
    L2d,
    F2i,
    F2l,
    F2d,
    D2i,
    D2l,
    D2f,
    I2b,
    I2c,
    I2s,
    Sqrt,
    Abs,
    Floor,
    Ceil,
    Rint,
    /// Bytes in reverse.
    Bswap,
    /// Bits of a float or double, and back.
    Bits,
    Clz,
    Ctz,
    Popcnt,
    /// The value is 0 or 1: its low bit.
    Bit,
}

/// Conditions. Those of floats are false for NaN, `N`-forms are the negated ones.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[allow(missing_docs)]
pub enum Cond {
    Eq,
    Ne,
    Lt,
    Ge,
    Gt,
    Le,
    NLt,
    NGe,
    NGt,
    NLe,
}

impl Cond {
    /// The opposite.
    pub fn negate(self, float: bool) -> Cond {
        match (self, float) {
            (Cond::Eq, _) => Cond::Ne,
            (Cond::Ne, _) => Cond::Eq,
            (Cond::Lt, false) => Cond::Ge,
            (Cond::Ge, false) => Cond::Lt,
            (Cond::Gt, false) => Cond::Le,
            (Cond::Le, false) => Cond::Gt,
            (Cond::Lt, true) => Cond::NLt,
            (Cond::Ge, true) => Cond::NGe,
            (Cond::Gt, true) => Cond::NGt,
            (Cond::Le, true) => Cond::NLe,
            (Cond::NLt, _) => Cond::Lt,
            (Cond::NGe, _) => Cond::Ge,
            (Cond::NGt, _) => Cond::Gt,
            (Cond::NLe, _) => Cond::Le,
        }
    }
}

/// How a call finds its code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// This method.
    Direct(&'static Method),
    /// The receiver's vtable.
    Virtual(u32),
    /// The interface's method, through an inline cache.
    Interface(&'static Method),
    /// The method is the first argument, as an address; the call's own follow.
    Computed,
}

/// Operations on the field of an object at an offset: sequentially consistent, but for the last two.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Atomic {
    /// Reads.
    Get,
    /// Writes.
    Put,
    /// Adds and gives the old value.
    Add,
    /// Writes and gives the old value.
    Swap,
    /// Writes the second value if the first is there: 0 or 1.
    Compare,
    /// Reads bytes of an array of bytes, at any address.
    Read,
    /// Writes such bytes.
    Write,
}

/// What is resolved when it runs, by the constant-pool index in the instruction.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[allow(missing_docs)]
pub enum Late {
    GetStatic,
    PutStatic,
    GetField,
    PutField,
    New,
    NewArray,
    MultiArray,
    CheckCast,
    InstanceOf,
    /// The slot of a constant.
    Constant,
    DynamicPrimitive,
    /// The method to call.
    Static,
    Special,
    /// The method to call, above it the receiver.
    Virtual,
    Interface,
    /// The method to call, or a slot's address plus 1.
    Dynamic,
    /// Whether the exception is caught by the class.
    Catch,
    /// Selects the method for an invokevirtual of an interface's method.
    Miranda,
    /// The class object of the position's method's class.
    Mirror,
}

/// What is done with vectors.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Vector {
    /// Array, index: elements from the index plus a constant on.
    Load(ValueKind, i32),
    /// Array, index, vector.
    Store(ValueKind, i32),
    /// A scalar in all lanes.
    Splat,
    /// 0, 1, 2, ... plus a constant.
    Count(u8),
    /// Lane by lane; of shifts the second operand is an int.
    Bin(Bin),
    /// Lane by lane.
    Un(Un),
    /// Half of the lanes, each twice as wide: the high ones, with their signs.
    Widen(bool, bool),
    /// Low halves of the lanes of two vectors.
    Narrow,
    /// Conversion of half of the lanes (the high ones) to twice as wide ones.
    WidenTo(Un, bool),
    /// Conversion of the lanes of two vectors to half as wide ones.
    NarrowTo(Un),
    /// One lane.
    Extract(u8),
    /// What bytes stored into the array keep: 1 if it is of booleans, else 255.
    ByteMask,
}

/// What an instruction does.
#[derive(Clone, Copy, PartialEq, Debug)]
#[allow(missing_docs)]
pub enum Op {
    /// Parameter of a block.
    Param,
    /// Argument of the method.
    Arg(u16),
    /// Register of the frame that is replaced.
    Register(u16),
    /// Bits.
    Const(u64),
    Bin(Bin),
    Un(Un),
    /// 0 or 1; the type says what is compared by its argument.
    Cmp(Cond),
    /// -1, 0 or 1; for floats 1 if `.0` and unordered, else -1.
    Cmp3(bool),
    /// The second value if the first is not 0, else the third.
    Select,
    NullCheck,
    /// Index, length.
    BoundsCheck,
    DivCheck,
    /// Array, value.
    StoreCheck,
    /// The class the object must have is known not to be an array's or interface's if the display is used.
    CheckCast(&'static Class),
    InstanceOf(&'static Class),
    /// `stable`: never written again once its object was constructed.
    GetField {
        offset: u32,
        kind: ValueKind,
        volatile: bool,
        stable: bool,
    },
    PutField {
        offset: u32,
        kind: ValueKind,
        volatile: bool,
    },
    GetStatic {
        address: u32,
        kind: ValueKind,
        volatile: bool,
    },
    PutStatic {
        address: u32,
        kind: ValueKind,
        volatile: bool,
    },
    ArrayLength,
    Load(ValueKind),
    /// For `Byte` the array may be of booleans.
    Store(ValueKind),
    New(&'static Class),
    /// `valueOf` of the class that boxes the kind ([`crate::boxing`]).
    Box(ValueKind),
    /// Array class.
    NewArray(&'static Class),
    /// The reference in a root slot.
    Root(u32),
    /// The `Thread` object of the running thread.
    CurrentThread,
    /// The word of the object's class.
    ClassOf,
    /// The `Class` object of the class given, null if it was not made yet.
    Mirror,
    /// The method in entry `.0` of the vtable of the class given.
    VtableEntry(u32),
    Call {
        target: Target,
        ret: ValueKind,
    },
    /// Index in the constant pool of the class of the position's method; `.2` for dimensions.
    Late(Late, u16, ValueKind),
    InitCheck(&'static Class),
    /// Object, offset, values.
    Atomic(Atomic, ValueKind),
    /// Calls the host function of a native method or intrinsic; if not `.1` it may throw.
    Native(&'static Method, bool),
    /// `System.arraycopy`, if nothing is wrong with the arguments: 1; else 0, and nothing was done.
    ArrayCopy,
    MonitorEnter,
    MonitorExit,
    /// Takes the pending exception.
    TakePending,
    /// Makes it pending again.
    SetPending,
    /// athrow: raises.
    Throw,
    Poll,
    /// Leaves to the interpreter by [`Func::exits`]; the operands go to its registers.
    Exit(u32),
    /// remainder of floats.
    FRem,
    Vector(Vector),
    /// Stack overflow check of the code's start.
    Prologue,
    /// Counts that code was reached which is thought to be seldom run: the block of the place's bytecode.
    Reached,
}

/// An instruction.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it does.
    pub op: Op,
    /// Type of its value.
    pub ty: Ty,
    /// Operands.
    pub args: Vec<Val>,
    /// Exception edge.
    pub exc: EdgeId,
    /// Where it came from.
    pub pos: Pos,
}

/// An edge.
#[derive(Clone, Debug)]
pub struct Edge {
    /// Target.
    pub to: BlockId,
    /// Arguments.
    pub args: Vec<Val>,
}

/// How a block ends.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Term {
    None,
    Jump(EdgeId),
    /// If the value is not 0, else.
    Branch(Val, EdgeId, EdgeId),
    Switch(Val, Vec<(i32, EdgeId)>, EdgeId),
    Return(Val),
    /// Leaves with the exception pending.
    Unwind,
}

/// A block.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its parameters.
    pub params: Vec<Val>,
    /// Its instructions.
    pub insts: Vec<Val>,
    /// Its end.
    pub term: Term,
    /// Seldom run.
    pub cold: bool,
    /// Entered by exception edges: values of blocks that dominate it may not be computed where it is entered from.
    pub handler: bool,
}

/// A way out to the interpreter, for code that was entered in the middle of a method: its frame is still there.
#[derive(Clone, Debug)]
pub struct Exit {
    /// Where the interpreter goes on.
    pub pc: u64,
    /// The registers of the operands.
    pub registers: Vec<u16>,
    /// Registers that hold null from then on.
    pub nulls: Vec<u16>,
}

/// A method, or a piece of one, being compiled.
pub struct Func {
    /// Instructions by value.
    pub nodes: Vec<Node>,
    /// Blocks; 0 is the entry.
    pub blocks: Vec<Block>,
    /// Edges.
    pub edges: Vec<Edge>,
    /// Inlining contexts.
    pub contexts: Vec<rvm_vm::compiled::Context>,
    /// Places.
    pub places: Vec<(u16, u16)>,
    /// The method.
    pub method: &'static Method,
    /// Whether it is entered in a loop, on the stack.
    pub on_stack: bool,
    /// If it is entered in the middle of a loop, that loop's head.
    pub head: Option<BlockId>,
    /// Ways out to the interpreter.
    pub exits: Vec<Exit>,
}

impl Func {
    /// Adds an instruction without putting it into a block.
    pub fn node(&mut self, op: Op, ty: Ty, args: Vec<Val>, pos: Pos) -> Val {
        self.nodes.push(Node { op, ty, args, exc: NONE, pos });
        self.nodes.len() as Val - 1
    }
    /// Adds an empty block.
    pub fn block(&mut self) -> BlockId {
        self.blocks.push(Block {
            params: vec![],
            insts: vec![],
            term: Term::None,
            cold: false,
            handler: false,
        });
        self.blocks.len() as BlockId - 1
    }
    /// Adds an edge.
    pub fn edge(&mut self, to: BlockId, args: Vec<Val>) -> EdgeId {
        self.edges.push(Edge { to, args });
        self.edges.len() as EdgeId - 1
    }
    /// Type of a value.
    pub fn ty(&self, v: Val) -> Ty {
        self.nodes[v as usize].ty
    }
    /// Edges that leave a block at its end.
    pub fn term_edges(&self, block: BlockId) -> Vec<EdgeId> {
        match &self.blocks[block as usize].term {
            Term::Jump(e) => vec![*e],
            Term::Branch(_, a, b) => vec![*a, *b],
            Term::Switch(_, cases, d) => cases.iter().map(|c| c.1).chain([*d]).collect(),
            _ => vec![],
        }
    }
    /// All edges that leave a block, exception edges first.
    pub fn all_edges(&self, block: BlockId) -> Vec<EdgeId> {
        let insts = &self.blocks[block as usize].insts;
        let mut edges: Vec<EdgeId> =
            insts.iter().map(|&v| self.nodes[v as usize].exc).filter(|&e| e != NONE).collect();
        edges.extend(self.term_edges(block));
        edges
    }
    /// Blocks reached from the entry, in reverse postorder.
    pub fn reverse_postorder(&self) -> Vec<BlockId> {
        let mut seen = vec![false; self.blocks.len()];
        let mut order = Vec::with_capacity(self.blocks.len());
        let mut stack: Vec<(BlockId, Vec<EdgeId>)> = vec![(0, self.all_edges(0))];
        seen[0] = true;
        while let Some((block, edges)) = stack.last_mut() {
            match edges.pop() {
                Some(edge) => {
                    let to = self.edges[edge as usize].to;
                    if !std::mem::replace(&mut seen[to as usize], true) {
                        stack.push((to, self.all_edges(to)));
                    }
                }
                None => {
                    order.push(*block);
                    stack.pop();
                }
            }
        }
        order.reverse();
        order
    }
    /// Whether an instruction may collect, hence needs its live references in memory.
    pub fn is_safepoint(op: &Op) -> bool {
        matches!(
            op,
            Op::Call { .. }
                | Op::Late(..)
                | Op::New(_)
                | Op::Box(_)
                | Op::NewArray(_)
                | Op::InitCheck(_)
                | Op::Native(_, false)
                | Op::MonitorEnter
                | Op::MonitorExit
                | Op::Poll
                | Op::NullCheck
                | Op::BoundsCheck
                | Op::DivCheck
                | Op::StoreCheck
                | Op::CheckCast(_)
                | Op::Throw
                | Op::Prologue
        )
    }
}
