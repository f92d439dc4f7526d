//! Random Java programs that always end: the same seed gives the same program.
//!
//! Loops have bounds, methods call only methods written before them, and what a call may cost is reckoned while writing, so that
//! no program runs long. Statements and expressions are numbered; those whose number is in `without` are written as nothing
//! or as a plain value, which is how a program that shows a difference is made small.

mod arrays;
mod classes;
mod expressions;
mod statements;

use std::collections::HashSet;

/// SplitMix64.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// From a seed.
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }
    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// Less than `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.number() % n.max(1) as u64) as usize
    }
    /// True in so many of a hundred cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
    /// One of them.
    pub fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

/// Types of variables and expressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ty {
    Bool,
    Byte,
    Short,
    Char,
    Int,
    Long,
    Float,
    Double,
    Str,
    Boxed,
    /// Of a class of the program, by index; `INTERFACE` for the interface.
    Object(usize),
    Array(Elem),
    /// `IntBinaryOperator`
    Function,
}

/// Types of elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Elem {
    Bool,
    Byte,
    Short,
    Char,
    Int,
    Long,
    Float,
    Double,
    Str,
    /// Of the base class.
    Base,
    /// `int[]`
    Row,
}

pub(crate) const INTERFACE: usize = 99;
/// The class that the others extend.
pub(crate) const BASE: usize = 0;
pub(crate) const CLASSES: [&str; 5] = ["A", "B", "C", "D", "S"];
pub(crate) const SUPER: [Option<usize>; 5] = [None, Some(0), Some(1), Some(0), None];
pub(crate) const ELEMS: [Elem; 11] = [
    Elem::Bool,
    Elem::Byte,
    Elem::Short,
    Elem::Char,
    Elem::Int,
    Elem::Long,
    Elem::Float,
    Elem::Double,
    Elem::Str,
    Elem::Base,
    Elem::Row,
];
pub(crate) const PRIMITIVES: [Ty; 8] =
    [Ty::Bool, Ty::Byte, Ty::Short, Ty::Char, Ty::Int, Ty::Long, Ty::Float, Ty::Double];

impl Elem {
    pub fn ty(self) -> Ty {
        match self {
            Elem::Bool => Ty::Bool,
            Elem::Byte => Ty::Byte,
            Elem::Short => Ty::Short,
            Elem::Char => Ty::Char,
            Elem::Int => Ty::Int,
            Elem::Long => Ty::Long,
            Elem::Float => Ty::Float,
            Elem::Double => Ty::Double,
            Elem::Str => Ty::Str,
            Elem::Base => Ty::Object(BASE),
            Elem::Row => Ty::Array(Elem::Int),
        }
    }
}

impl Ty {
    pub fn name(self) -> String {
        match self {
            Ty::Bool => "boolean".into(),
            Ty::Byte => "byte".into(),
            Ty::Short => "short".into(),
            Ty::Char => "char".into(),
            Ty::Int => "int".into(),
            Ty::Long => "long".into(),
            Ty::Float => "float".into(),
            Ty::Double => "double".into(),
            Ty::Str => "String".into(),
            Ty::Boxed => "Integer".into(),
            Ty::Object(INTERFACE) => "I".into(),
            Ty::Object(class) => CLASSES[class].into(),
            Ty::Array(elem) => format!("{}[]", elem.ty().name()),
            Ty::Function => "IntBinaryOperator".into(),
        }
    }
    pub fn numeric(self) -> bool {
        matches!(self, Ty::Byte | Ty::Short | Ty::Char | Ty::Int | Ty::Long | Ty::Float | Ty::Double)
    }
    /// A plain value.
    pub fn plain(self) -> String {
        match self {
            Ty::Bool => "false".into(),
            Ty::Byte => "(byte) 0".into(),
            Ty::Short => "(short) 0".into(),
            Ty::Char => "(char) 0".into(),
            Ty::Int => "0".into(),
            Ty::Long => "0L".into(),
            Ty::Float => "0f".into(),
            Ty::Double => "0d".into(),
            Ty::Str => "\"\"".into(),
            Ty::Boxed => "((Integer) 0)".into(),
            Ty::Object(INTERFACE | BASE) => "new B()".into(),
            Ty::Object(class) => format!("new {}()", CLASSES[class]),
            Ty::Array(Elem::Row) => "new int[8][8]".into(),
            Ty::Array(elem) => format!("new {}[8]", elem.ty().name()),
            Ty::Function => "ADD".into(),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Assigned anywhere: lambdas cannot use it.
    Free,
    /// Counter of a loop: read, but no lambda may use it.
    Counter,
    /// Never assigned.
    Final,
    /// Field: assigned anywhere.
    Field,
}

#[derive(Clone)]
pub(crate) struct Var {
    pub name: String,
    pub ty: Ty,
    pub access: Access,
}

#[derive(Clone)]
pub(crate) struct Callee {
    pub name: String,
    pub params: Vec<Ty>,
    pub ret: Ty,
    pub cost: u64,
    /// Class of the receiver.
    pub on: Option<usize>,
}

pub(crate) struct Writer<'w> {
    pub r: Random,
    pub without: &'w HashSet<u32>,
    pub next: u32,
    pub out: String,
    pub indent: usize,
    pub vars: Vec<Var>,
    pub statics: Vec<Var>,
    pub fields: Vec<Vec<Var>>,
    pub callees: Vec<Callee>,
    pub names: usize,
    /// Variables below are seen by a lambda only if they are final.
    pub lambda: usize,
    /// How often the present place runs at most in one call.
    pub weight: u64,
    pub cost: u64,
    pub this: Option<usize>,
    pub ret: Option<Ty>,
    pub labels: Vec<String>,
    pub depth: usize,
    pub tries: usize,
    pub body: Vec<String>,
}

/// What a call may cost at most.
pub(crate) const MOST: u64 = 12_000;

/// The program of a seed: its class is `P` and the seed.
pub fn program(seed: u64, without: &HashSet<u32>) -> Program {
    let mut w = Writer {
        r: Random::new(seed),
        without,
        next: 0,
        out: String::new(),
        indent: 0,
        vars: vec![],
        statics: vec![],
        fields: vec![vec![]; CLASSES.len()],
        callees: vec![],
        names: 0,
        lambda: 0,
        weight: 1,
        cost: 0,
        this: None,
        ret: None,
        labels: vec![],
        depth: 0,
        tries: 0,
        body: vec![String::new(); CLASSES.len()],
    };
    let name = format!("P{seed}");
    let text = w.program(&name);
    Program { name, text, parts: w.next }
}

/// A program.
#[derive(Debug, Clone)]
pub struct Program {
    /// Of its class.
    pub name: String,
    /// The source.
    pub text: String,
    /// Statements and expressions that can be left out.
    pub parts: u32,
}

impl Writer<'_> {
    pub fn fresh(&mut self, prefix: &str) -> String {
        self.names += 1;
        format!("{prefix}{}", self.names)
    }
    pub fn line(&mut self, text: &str) {
        for _ in 0..self.indent {
            self.out.push_str("    ");
        }
        self.out.push_str(text);
        self.out.push('\n');
    }
    /// The number of the next part, and whether it is written.
    pub fn part(&mut self) -> bool {
        self.next += 1;
        !self.without.contains(&(self.next - 1))
    }
    /// Variables, fields and static fields of a type.
    pub fn visible(&self, wanted: impl Fn(&Var) -> bool) -> Vec<Var> {
        let mut found: Vec<Var> = vec![];
        for (index, v) in self.vars.iter().enumerate() {
            if (index >= self.lambda || v.access == Access::Final) && wanted(v) {
                found.push(v.clone());
            }
        }
        let mut class = self.this.filter(|&c| c != INTERFACE);
        while let Some(c) = class {
            found.extend(self.fields[c].iter().filter(|v| wanted(v)).cloned());
            class = SUPER[c];
        }
        // Locals are preferred.
        if found.len() < 2 || self.statics.len() % 2 == self.names % 2 {
            found.extend(self.statics.iter().filter(|v| wanted(v)).cloned());
        }
        found
    }
    pub fn some(&mut self, wanted: impl Fn(&Var) -> bool) -> Option<Var> {
        let mut found = self.visible(wanted);
        if found.is_empty() {
            return None;
        }
        let at = self.r.below(found.len());
        Some(found.swap_remove(at))
    }
    pub fn any_type(&mut self) -> Ty {
        match self.r.below(20) {
            0..=4 => Ty::Int,
            5..=6 => Ty::Long,
            7 => Ty::Float,
            8..=9 => Ty::Double,
            10 => self.r.pick(&PRIMITIVES),
            11 => Ty::Str,
            12 => Ty::Boxed,
            13 => Ty::Object(INTERFACE),
            14..=15 => Ty::Object(self.r.below(CLASSES.len())),
            16..=17 => {
                let elem = self.r.pick(&ELEMS);
                Ty::Array(elem)
            }
            18 => Ty::Array(Elem::Int),
            _ => self.r.pick(&PRIMITIVES),
        }
    }
}
