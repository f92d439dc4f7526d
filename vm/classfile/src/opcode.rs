//! The one table of bytecodes (JVMS chapter 6): number, mnemonic, operands, stack effect,
//! whether it can throw, and the section that defines it. Everything else that enumerates
//! bytecodes follows from here.

/// What follows the opcode byte (JVMS 6.5 "Format").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// No operand.
    None,
    /// Signed byte immediate.
    I8,
    /// Signed 16-bit immediate.
    I16,
    /// Local variable index, one byte (two after `wide`).
    Local,
    /// Constant pool index, one byte.
    Cp8,
    /// Constant pool index, two bytes.
    Cp16,
    /// Signed 16-bit branch offset.
    Branch16,
    /// Signed 32-bit branch offset.
    Branch32,
    /// Local index and signed delta (both two bytes after `wide`).
    Iinc,
    /// Padding, default, low, high, offsets.
    TableSwitch,
    /// Padding, default, count, match-offset pairs.
    LookupSwitch,
    /// Constant pool index, count, zero.
    InvokeInterface,
    /// Constant pool index, two zero bytes.
    InvokeDynamic,
    /// Constant pool index, dimensions.
    MultiNewArray,
    /// Prefix: the next opcode has wider operands.
    Wide,
    /// Primitive array type code (JVMS table 6.5.newarray-A).
    ArrayType,
}

/// The kind of a value on the operand stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// int, and everything narrower.
    I,
    /// long (two slots).
    J,
    /// float.
    F,
    /// double (two slots).
    D,
    /// Reference.
    A,
    /// returnAddress.
    R,
}

impl Kind {
    /// Stack slots, 1 or 2 (JVMS 2.6.2).
    pub const fn slots(self) -> usize {
        match self {
            Kind::J | Kind::D => 2,
            _ => 1,
        }
    }
}

/// What an instruction does to the operand stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StackEffect {
    /// Always pops and pushes these; the last element of each slice is the top of the stack.
    Fixed {
        /// Popped kinds.
        pops: &'static [Kind],
        /// Pushed kinds.
        pushes: &'static [Kind],
    },
    /// Depends on operands or on the kinds found on the stack.
    Special,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct OpcodeInfo {
    /// Name as in JVMS and javap.
    pub mnemonic: &'static str,
    /// Operand layout.
    pub layout: Layout,
    /// Stack effect.
    pub effect: StackEffect,
    /// Whether executing it can throw (asynchronous errors aside).
    pub can_throw: bool,
    /// Section of JVMS 6.5 (the part after "6.5.").
    pub section: &'static str,
}

macro_rules! effect {
    (special) => { StackEffect::Special };
    ([$($pop:ident)*] [$($push:ident)*]) => {
        StackEffect::Fixed { pops: &[$(Kind::$pop),*], pushes: &[$(Kind::$push),*] }
    };
}

macro_rules! throws {
    (throws) => {
        true
    };
    (pure) => {
        false
    };
}

// Splits a row's stack effect (one or two token trees) from its tail.
macro_rules! row {
    ($mnemonic:literal $layout:ident special $throws:ident $section:literal) => {
        OpcodeInfo { mnemonic: $mnemonic, layout: Layout::$layout, effect: effect!(special),
            can_throw: throws!($throws), section: $section }
    };
    ($mnemonic:literal $layout:ident $pops:tt $pushes:tt $throws:ident $section:literal) => {
        OpcodeInfo { mnemonic: $mnemonic, layout: Layout::$layout, effect: effect!($pops $pushes),
            can_throw: throws!($throws), section: $section }
    };
}

macro_rules! opcodes {
    ($({ $number:literal $name:ident $mnemonic:literal $layout:ident $($rest:tt)* })*) => {
        /// A bytecode (JVMS 6.5), the three reserved ones included (JVMS 6.2).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        #[allow(missing_docs)]
        pub enum Opcode { $($name = $number),* }

        impl Opcode {
            /// Every opcode in numeric order.
            pub const ALL: &'static [Opcode] = &[$(Opcode::$name),*];
        }

        const ROWS: [Option<(Opcode, OpcodeInfo)>; 256] = {
            let mut table = [None; 256];
            $(table[$number] = Some((Opcode::$name, row!($mnemonic $layout $($rest)*)));)*
            table
        };
    };
}

// Columns: number, name, mnemonic, layout, pops and pushes (top of stack last) or `special`, can it throw, section 6.5.X.
#[rustfmt::skip]
opcodes! {
    { 0x00 Nop              "nop"              None            [] []            pure   "nop" }
    { 0x01 AconstNull       "aconst_null"      None            [] [A]           pure   "aconst_null" }
    { 0x02 IconstM1         "iconst_m1"        None            [] [I]           pure   "iconst_i" }
    { 0x03 Iconst0          "iconst_0"         None            [] [I]           pure   "iconst_i" }
    { 0x04 Iconst1          "iconst_1"         None            [] [I]           pure   "iconst_i" }
    { 0x05 Iconst2          "iconst_2"         None            [] [I]           pure   "iconst_i" }
    { 0x06 Iconst3          "iconst_3"         None            [] [I]           pure   "iconst_i" }
    { 0x07 Iconst4          "iconst_4"         None            [] [I]           pure   "iconst_i" }
    { 0x08 Iconst5          "iconst_5"         None            [] [I]           pure   "iconst_i" }
    { 0x09 Lconst0          "lconst_0"         None            [] [J]           pure   "lconst_l" }
    { 0x0a Lconst1          "lconst_1"         None            [] [J]           pure   "lconst_l" }
    { 0x0b Fconst0          "fconst_0"         None            [] [F]           pure   "fconst_f" }
    { 0x0c Fconst1          "fconst_1"         None            [] [F]           pure   "fconst_f" }
    { 0x0d Fconst2          "fconst_2"         None            [] [F]           pure   "fconst_f" }
    { 0x0e Dconst0          "dconst_0"         None            [] [D]           pure   "dconst_d" }
    { 0x0f Dconst1          "dconst_1"         None            [] [D]           pure   "dconst_d" }
    { 0x10 Bipush           "bipush"           I8              [] [I]           pure   "bipush" }
    { 0x11 Sipush           "sipush"           I16             [] [I]           pure   "sipush" }
    { 0x12 Ldc              "ldc"              Cp8             special          throws "ldc" }
    { 0x13 LdcW             "ldc_w"            Cp16            special          throws "ldc_w" }
    { 0x14 Ldc2W            "ldc2_w"           Cp16            special          throws "ldc2_w" }
    { 0x15 Iload            "iload"            Local           [] [I]           pure   "iload" }
    { 0x16 Lload            "lload"            Local           [] [J]           pure   "lload" }
    { 0x17 Fload            "fload"            Local           [] [F]           pure   "fload" }
    { 0x18 Dload            "dload"            Local           [] [D]           pure   "dload" }
    { 0x19 Aload            "aload"            Local           [] [A]           pure   "aload" }
    { 0x1a Iload0           "iload_0"          None            [] [I]           pure   "iload_n" }
    { 0x1b Iload1           "iload_1"          None            [] [I]           pure   "iload_n" }
    { 0x1c Iload2           "iload_2"          None            [] [I]           pure   "iload_n" }
    { 0x1d Iload3           "iload_3"          None            [] [I]           pure   "iload_n" }
    { 0x1e Lload0           "lload_0"          None            [] [J]           pure   "lload_n" }
    { 0x1f Lload1           "lload_1"          None            [] [J]           pure   "lload_n" }
    { 0x20 Lload2           "lload_2"          None            [] [J]           pure   "lload_n" }
    { 0x21 Lload3           "lload_3"          None            [] [J]           pure   "lload_n" }
    { 0x22 Fload0           "fload_0"          None            [] [F]           pure   "fload_n" }
    { 0x23 Fload1           "fload_1"          None            [] [F]           pure   "fload_n" }
    { 0x24 Fload2           "fload_2"          None            [] [F]           pure   "fload_n" }
    { 0x25 Fload3           "fload_3"          None            [] [F]           pure   "fload_n" }
    { 0x26 Dload0           "dload_0"          None            [] [D]           pure   "dload_n" }
    { 0x27 Dload1           "dload_1"          None            [] [D]           pure   "dload_n" }
    { 0x28 Dload2           "dload_2"          None            [] [D]           pure   "dload_n" }
    { 0x29 Dload3           "dload_3"          None            [] [D]           pure   "dload_n" }
    { 0x2a Aload0           "aload_0"          None            [] [A]           pure   "aload_n" }
    { 0x2b Aload1           "aload_1"          None            [] [A]           pure   "aload_n" }
    { 0x2c Aload2           "aload_2"          None            [] [A]           pure   "aload_n" }
    { 0x2d Aload3           "aload_3"          None            [] [A]           pure   "aload_n" }
    { 0x2e Iaload           "iaload"           None            [A I] [I]        throws "iaload" }
    { 0x2f Laload           "laload"           None            [A I] [J]        throws "laload" }
    { 0x30 Faload           "faload"           None            [A I] [F]        throws "faload" }
    { 0x31 Daload           "daload"           None            [A I] [D]        throws "daload" }
    { 0x32 Aaload           "aaload"           None            [A I] [A]        throws "aaload" }
    { 0x33 Baload           "baload"           None            [A I] [I]        throws "baload" }
    { 0x34 Caload           "caload"           None            [A I] [I]        throws "caload" }
    { 0x35 Saload           "saload"           None            [A I] [I]        throws "saload" }
    { 0x36 Istore           "istore"           Local           [I] []           pure   "istore" }
    { 0x37 Lstore           "lstore"           Local           [J] []           pure   "lstore" }
    { 0x38 Fstore           "fstore"           Local           [F] []           pure   "fstore" }
    { 0x39 Dstore           "dstore"           Local           [D] []           pure   "dstore" }
    { 0x3a Astore           "astore"           Local           special          pure   "astore" }
    { 0x3b Istore0          "istore_0"         None            [I] []           pure   "istore_n" }
    { 0x3c Istore1          "istore_1"         None            [I] []           pure   "istore_n" }
    { 0x3d Istore2          "istore_2"         None            [I] []           pure   "istore_n" }
    { 0x3e Istore3          "istore_3"         None            [I] []           pure   "istore_n" }
    { 0x3f Lstore0          "lstore_0"         None            [J] []           pure   "lstore_n" }
    { 0x40 Lstore1          "lstore_1"         None            [J] []           pure   "lstore_n" }
    { 0x41 Lstore2          "lstore_2"         None            [J] []           pure   "lstore_n" }
    { 0x42 Lstore3          "lstore_3"         None            [J] []           pure   "lstore_n" }
    { 0x43 Fstore0          "fstore_0"         None            [F] []           pure   "fstore_n" }
    { 0x44 Fstore1          "fstore_1"         None            [F] []           pure   "fstore_n" }
    { 0x45 Fstore2          "fstore_2"         None            [F] []           pure   "fstore_n" }
    { 0x46 Fstore3          "fstore_3"         None            [F] []           pure   "fstore_n" }
    { 0x47 Dstore0          "dstore_0"         None            [D] []           pure   "dstore_n" }
    { 0x48 Dstore1          "dstore_1"         None            [D] []           pure   "dstore_n" }
    { 0x49 Dstore2          "dstore_2"         None            [D] []           pure   "dstore_n" }
    { 0x4a Dstore3          "dstore_3"         None            [D] []           pure   "dstore_n" }
    { 0x4b Astore0          "astore_0"         None            special          pure   "astore_n" }
    { 0x4c Astore1          "astore_1"         None            special          pure   "astore_n" }
    { 0x4d Astore2          "astore_2"         None            special          pure   "astore_n" }
    { 0x4e Astore3          "astore_3"         None            special          pure   "astore_n" }
    { 0x4f Iastore          "iastore"          None            [A I I] []       throws "iastore" }
    { 0x50 Lastore          "lastore"          None            [A I J] []       throws "lastore" }
    { 0x51 Fastore          "fastore"          None            [A I F] []       throws "fastore" }
    { 0x52 Dastore          "dastore"          None            [A I D] []       throws "dastore" }
    { 0x53 Aastore          "aastore"          None            [A I A] []       throws "aastore" }
    { 0x54 Bastore          "bastore"          None            [A I I] []       throws "bastore" }
    { 0x55 Castore          "castore"          None            [A I I] []       throws "castore" }
    { 0x56 Sastore          "sastore"          None            [A I I] []       throws "sastore" }
    { 0x57 Pop              "pop"              None            special          pure   "pop" }
    { 0x58 Pop2             "pop2"             None            special          pure   "pop2" }
    { 0x59 Dup              "dup"              None            special          pure   "dup" }
    { 0x5a DupX1            "dup_x1"           None            special          pure   "dup_x1" }
    { 0x5b DupX2            "dup_x2"           None            special          pure   "dup_x2" }
    { 0x5c Dup2             "dup2"             None            special          pure   "dup2" }
    { 0x5d Dup2X1           "dup2_x1"          None            special          pure   "dup2_x1" }
    { 0x5e Dup2X2           "dup2_x2"          None            special          pure   "dup2_x2" }
    { 0x5f Swap             "swap"             None            special          pure   "swap" }
    { 0x60 Iadd             "iadd"             None            [I I] [I]        pure   "iadd" }
    { 0x61 Ladd             "ladd"             None            [J J] [J]        pure   "ladd" }
    { 0x62 Fadd             "fadd"             None            [F F] [F]        pure   "fadd" }
    { 0x63 Dadd             "dadd"             None            [D D] [D]        pure   "dadd" }
    { 0x64 Isub             "isub"             None            [I I] [I]        pure   "isub" }
    { 0x65 Lsub             "lsub"             None            [J J] [J]        pure   "lsub" }
    { 0x66 Fsub             "fsub"             None            [F F] [F]        pure   "fsub" }
    { 0x67 Dsub             "dsub"             None            [D D] [D]        pure   "dsub" }
    { 0x68 Imul             "imul"             None            [I I] [I]        pure   "imul" }
    { 0x69 Lmul             "lmul"             None            [J J] [J]        pure   "lmul" }
    { 0x6a Fmul             "fmul"             None            [F F] [F]        pure   "fmul" }
    { 0x6b Dmul             "dmul"             None            [D D] [D]        pure   "dmul" }
    { 0x6c Idiv             "idiv"             None            [I I] [I]        throws "idiv" }
    { 0x6d Ldiv             "ldiv"             None            [J J] [J]        throws "ldiv" }
    { 0x6e Fdiv             "fdiv"             None            [F F] [F]        pure   "fdiv" }
    { 0x6f Ddiv             "ddiv"             None            [D D] [D]        pure   "ddiv" }
    { 0x70 Irem             "irem"             None            [I I] [I]        throws "irem" }
    { 0x71 Lrem             "lrem"             None            [J J] [J]        throws "lrem" }
    { 0x72 Frem             "frem"             None            [F F] [F]        pure   "frem" }
    { 0x73 Drem             "drem"             None            [D D] [D]        pure   "drem" }
    { 0x74 Ineg             "ineg"             None            [I] [I]          pure   "ineg" }
    { 0x75 Lneg             "lneg"             None            [J] [J]          pure   "lneg" }
    { 0x76 Fneg             "fneg"             None            [F] [F]          pure   "fneg" }
    { 0x77 Dneg             "dneg"             None            [D] [D]          pure   "dneg" }
    { 0x78 Ishl             "ishl"             None            [I I] [I]        pure   "ishl" }
    { 0x79 Lshl             "lshl"             None            [J I] [J]        pure   "lshl" }
    { 0x7a Ishr             "ishr"             None            [I I] [I]        pure   "ishr" }
    { 0x7b Lshr             "lshr"             None            [J I] [J]        pure   "lshr" }
    { 0x7c Iushr            "iushr"            None            [I I] [I]        pure   "iushr" }
    { 0x7d Lushr            "lushr"            None            [J I] [J]        pure   "lushr" }
    { 0x7e Iand             "iand"             None            [I I] [I]        pure   "iand" }
    { 0x7f Land             "land"             None            [J J] [J]        pure   "land" }
    { 0x80 Ior              "ior"              None            [I I] [I]        pure   "ior" }
    { 0x81 Lor              "lor"              None            [J J] [J]        pure   "lor" }
    { 0x82 Ixor             "ixor"             None            [I I] [I]        pure   "ixor" }
    { 0x83 Lxor             "lxor"             None            [J J] [J]        pure   "lxor" }
    { 0x84 Iinc             "iinc"             Iinc            [] []            pure   "iinc" }
    { 0x85 I2l              "i2l"              None            [I] [J]          pure   "i2l" }
    { 0x86 I2f              "i2f"              None            [I] [F]          pure   "i2f" }
    { 0x87 I2d              "i2d"              None            [I] [D]          pure   "i2d" }
    { 0x88 L2i              "l2i"              None            [J] [I]          pure   "l2i" }
    { 0x89 L2f              "l2f"              None            [J] [F]          pure   "l2f" }
    { 0x8a L2d              "l2d"              None            [J] [D]          pure   "l2d" }
    { 0x8b F2i              "f2i"              None            [F] [I]          pure   "f2i" }
    { 0x8c F2l              "f2l"              None            [F] [J]          pure   "f2l" }
    { 0x8d F2d              "f2d"              None            [F] [D]          pure   "f2d" }
    { 0x8e D2i              "d2i"              None            [D] [I]          pure   "d2i" }
    { 0x8f D2l              "d2l"              None            [D] [J]          pure   "d2l" }
    { 0x90 D2f              "d2f"              None            [D] [F]          pure   "d2f" }
    { 0x91 I2b              "i2b"              None            [I] [I]          pure   "i2b" }
    { 0x92 I2c              "i2c"              None            [I] [I]          pure   "i2c" }
    { 0x93 I2s              "i2s"              None            [I] [I]          pure   "i2s" }
    { 0x94 Lcmp             "lcmp"             None            [J J] [I]        pure   "lcmp" }
    { 0x95 Fcmpl            "fcmpl"            None            [F F] [I]        pure   "fcmp_op" }
    { 0x96 Fcmpg            "fcmpg"            None            [F F] [I]        pure   "fcmp_op" }
    { 0x97 Dcmpl            "dcmpl"            None            [D D] [I]        pure   "dcmp_op" }
    { 0x98 Dcmpg            "dcmpg"            None            [D D] [I]        pure   "dcmp_op" }
    { 0x99 Ifeq             "ifeq"             Branch16        [I] []           pure   "if_cond" }
    { 0x9a Ifne             "ifne"             Branch16        [I] []           pure   "if_cond" }
    { 0x9b Iflt             "iflt"             Branch16        [I] []           pure   "if_cond" }
    { 0x9c Ifge             "ifge"             Branch16        [I] []           pure   "if_cond" }
    { 0x9d Ifgt             "ifgt"             Branch16        [I] []           pure   "if_cond" }
    { 0x9e Ifle             "ifle"             Branch16        [I] []           pure   "if_cond" }
    { 0x9f IfIcmpeq         "if_icmpeq"        Branch16        [I I] []         pure   "if_icmp_cond" }
    { 0xa0 IfIcmpne         "if_icmpne"        Branch16        [I I] []         pure   "if_icmp_cond" }
    { 0xa1 IfIcmplt         "if_icmplt"        Branch16        [I I] []         pure   "if_icmp_cond" }
    { 0xa2 IfIcmpge         "if_icmpge"        Branch16        [I I] []         pure   "if_icmp_cond" }
    { 0xa3 IfIcmpgt         "if_icmpgt"        Branch16        [I I] []         pure   "if_icmp_cond" }
    { 0xa4 IfIcmple         "if_icmple"        Branch16        [I I] []         pure   "if_icmp_cond" }
    { 0xa5 IfAcmpeq         "if_acmpeq"        Branch16        [A A] []         pure   "if_acmp_cond" }
    { 0xa6 IfAcmpne         "if_acmpne"        Branch16        [A A] []         pure   "if_acmp_cond" }
    { 0xa7 Goto             "goto"             Branch16        [] []            pure   "goto" }
    { 0xa8 Jsr              "jsr"              Branch16        [] [R]           pure   "jsr" }
    { 0xa9 Ret              "ret"              Local           [] []            pure   "ret" }
    { 0xaa Tableswitch      "tableswitch"      TableSwitch     [I] []           pure   "tableswitch" }
    { 0xab Lookupswitch     "lookupswitch"     LookupSwitch    [I] []           pure   "lookupswitch" }
    { 0xac Ireturn          "ireturn"          None            [I] []           throws "ireturn" }
    { 0xad Lreturn          "lreturn"          None            [J] []           throws "lreturn" }
    { 0xae Freturn          "freturn"          None            [F] []           throws "freturn" }
    { 0xaf Dreturn          "dreturn"          None            [D] []           throws "dreturn" }
    { 0xb0 Areturn          "areturn"          None            [A] []           throws "areturn" }
    { 0xb1 Return           "return"           None            [] []            throws "return" }
    { 0xb2 Getstatic        "getstatic"        Cp16            special          throws "getstatic" }
    { 0xb3 Putstatic        "putstatic"        Cp16            special          throws "putstatic" }
    { 0xb4 Getfield         "getfield"         Cp16            special          throws "getfield" }
    { 0xb5 Putfield         "putfield"         Cp16            special          throws "putfield" }
    { 0xb6 Invokevirtual    "invokevirtual"    Cp16            special          throws "invokevirtual" }
    { 0xb7 Invokespecial    "invokespecial"    Cp16            special          throws "invokespecial" }
    { 0xb8 Invokestatic     "invokestatic"     Cp16            special          throws "invokestatic" }
    { 0xb9 Invokeinterface  "invokeinterface"  InvokeInterface special          throws "invokeinterface" }
    { 0xba Invokedynamic    "invokedynamic"    InvokeDynamic   special          throws "invokedynamic" }
    { 0xbb New              "new"              Cp16            [] [A]           throws "new" }
    { 0xbc Newarray         "newarray"         ArrayType       [I] [A]          throws "newarray" }
    { 0xbd Anewarray        "anewarray"        Cp16            [I] [A]          throws "anewarray" }
    { 0xbe Arraylength      "arraylength"      None            [A] [I]          throws "arraylength" }
    { 0xbf Athrow           "athrow"           None            [A] []           throws "athrow" }
    { 0xc0 Checkcast        "checkcast"        Cp16            [A] [A]          throws "checkcast" }
    { 0xc1 Instanceof       "instanceof"       Cp16            [A] [I]          throws "instanceof" }
    { 0xc2 Monitorenter     "monitorenter"     None            [A] []           throws "monitorenter" }
    { 0xc3 Monitorexit      "monitorexit"      None            [A] []           throws "monitorexit" }
    { 0xc4 Wide             "wide"             Wide            special          pure   "wide" }
    { 0xc5 Multianewarray   "multianewarray"   MultiNewArray   special          throws "multianewarray" }
    { 0xc6 Ifnull           "ifnull"           Branch16        [A] []           pure   "ifnull" }
    { 0xc7 Ifnonnull        "ifnonnull"        Branch16        [A] []           pure   "ifnonnull" }
    { 0xc8 GotoW            "goto_w"           Branch32        [] []            pure   "goto_w" }
    { 0xc9 JsrW             "jsr_w"            Branch32        [] [R]           pure   "jsr_w" }
    { 0xca Breakpoint       "breakpoint"       None            special          pure   "6.2" }
    { 0xfe Impdep1          "impdep1"          None            special          pure   "6.2" }
    { 0xff Impdep2          "impdep2"          None            special          pure   "6.2" }
}

static TABLE: [Option<(Opcode, OpcodeInfo)>; 256] = ROWS;

impl Opcode {
    /// The opcode with this number, if there is one.
    #[inline]
    pub fn from_u8(byte: u8) -> Option<Opcode> {
        TABLE[byte as usize].map(|(opcode, _)| opcode)
    }

    /// Its row of the table.
    #[inline]
    pub fn info(self) -> &'static OpcodeInfo {
        match &TABLE[self as usize] {
            Some((_, info)) => info,
            None => unreachable!("every Opcode has a row"),
        }
    }

    /// Name as in JVMS and javap.
    pub fn mnemonic(self) -> &'static str {
        self.info().mnemonic
    }

    /// The opcode with this mnemonic.
    pub fn from_mnemonic(name: &str) -> Option<Opcode> {
        Opcode::ALL.iter().copied().find(|op| op.mnemonic() == name)
    }

    /// breakpoint, impdep1, impdep2: never legal in a class file (JVMS 6.2).
    pub fn is_reserved(self) -> bool {
        self as u8 > Opcode::JsrW as u8
    }

    /// Whether `wide` may precede it.
    pub fn can_be_wide(self) -> bool {
        matches!(self.info().layout, Layout::Local | Layout::Iinc)
    }

    /// Whether control never reaches the instruction behind it.
    pub fn ends_block(self) -> bool {
        use Opcode::*;
        matches!(
            self,
            Goto | GotoW
                | Ret
                | Tableswitch
                | Lookupswitch
                | Ireturn
                | Lreturn
                | Freturn
                | Dreturn
                | Areturn
                | Return
                | Athrow
        )
    }

    /// One of the six return instructions.
    pub fn is_return(self) -> bool {
        (Opcode::Ireturn as u8..=Opcode::Return as u8).contains(&(self as u8))
    }

    /// A two-way branch, which may fall through.
    pub fn is_conditional_branch(self) -> bool {
        let byte = self as u8;
        (Opcode::Ifeq as u8..=Opcode::IfAcmpne as u8).contains(&byte)
            || matches!(self, Opcode::Ifnull | Opcode::Ifnonnull)
    }

    /// One of the five invoke instructions.
    pub fn is_invoke(self) -> bool {
        (Opcode::Invokevirtual as u8..=Opcode::Invokedynamic as u8).contains(&(self as u8))
    }
}
