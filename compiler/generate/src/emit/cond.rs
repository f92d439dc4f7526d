//! Conditions to jumps: no boolean is made that is not asked for.

use super::code::negate;
use super::method::Gen;
use super::state::Chain;
use crate::low::*;
use rvm_classfile::Opcode;
use rvm_model::hir::{BinaryOp, Const};
use rvm_model::types::Ty;

/// What is left to test.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Test {
    Always,
    Never,
    /// The branch that is taken when true.
    Branch(Opcode),
}

/// A condition: jumps already made where it is true and false, and a last test.
pub struct Cond {
    test: Test,
    /// Jumps made where it is true.
    pub yes: Chain,
    no: Chain,
}

impl Cond {
    fn new(test: Test) -> Cond {
        Cond { test, yes: Chain::none(), no: Chain::none() }
    }

    /// Known to be true.
    pub fn always(&self) -> bool {
        self.test == Test::Always && self.no.is_empty()
    }

    /// Known to be false.
    pub fn never(&self) -> bool {
        self.test == Test::Never && self.yes.is_empty()
    }

    fn negate(self) -> Cond {
        let test = match self.test {
            Test::Always => Test::Never,
            Test::Never => Test::Always,
            Test::Branch(op) => Test::Branch(negate(op)),
        };
        Cond { test, yes: self.no, no: self.yes }
    }
}

fn compare_ints(op: BinaryOp) -> Opcode {
    match op {
        BinaryOp::Eq => Opcode::IfIcmpeq,
        BinaryOp::Ne => Opcode::IfIcmpne,
        BinaryOp::Lt => Opcode::IfIcmplt,
        BinaryOp::Ge => Opcode::IfIcmpge,
        BinaryOp::Gt => Opcode::IfIcmpgt,
        _ => Opcode::IfIcmple,
    }
}

fn compare_zero(op: BinaryOp) -> Opcode {
    match op {
        BinaryOp::Eq => Opcode::Ifeq,
        BinaryOp::Ne => Opcode::Ifne,
        BinaryOp::Lt => Opcode::Iflt,
        BinaryOp::Ge => Opcode::Ifge,
        BinaryOp::Gt => Opcode::Ifgt,
        _ => Opcode::Ifle,
    }
}

impl<'a> Gen<'a, '_> {
    /// Evaluates a boolean up to its last test.
    pub fn condition(&mut self, e: &'a LExpr) -> Cond {
        match &e.kind {
            LKind::Const(Const::Int(v)) => Cond::new(if *v != 0 { Test::Always } else { Test::Never }),
            LKind::Not(inner) => self.condition(inner).negate(),
            LKind::Binary(BinaryOp::AndAnd, l, r) => {
                let mut left = self.condition(l);
                if left.never() {
                    return left;
                }
                let mut no = self.jump_false(&mut left);
                self.code.bind(left.yes);
                let right = self.condition(r);
                no.merge(right.no);
                Cond { no, ..right }
            }
            LKind::Binary(BinaryOp::OrOr, l, r) => {
                let mut left = self.condition(l);
                if left.always() {
                    return left;
                }
                let mut yes = self.jump_true(&mut left);
                self.code.bind(left.no);
                let right = self.condition(r);
                yes.merge(right.yes);
                Cond { yes, ..right }
            }
            LKind::Cond(c, a, b) => self.condition_of_conditional(c, a, b),
            LKind::Binary(op, l, r)
                if matches!(
                    op,
                    BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge
                ) =>
            {
                self.comparison(e, *op, l, r)
            }
            LKind::Let(stmts, value) => {
                let limit = self.code.next_reg;
                self.stmts(stmts);
                let cond = self.condition(value);
                self.code.end_scope(limit);
                cond
            }
            _ => {
                self.expr(e);
                Cond::new(Test::Branch(Opcode::Ifne))
            }
        }
    }

    fn condition_of_conditional(&mut self, c: &'a LExpr, a: &'a LExpr, b: &'a LExpr) -> Cond {
        let mut cond = self.condition(c);
        // Known, but maybe not before something was evaluated and jumped over.
        if cond.always() {
            self.code.bind(cond.yes);
            return self.condition(a);
        }
        if cond.never() {
            self.code.bind(cond.no);
            return self.condition(b);
        }
        let otherwise = self.jump_false(&mut cond);
        self.code.bind(cond.yes);
        self.code.line(a.line);
        let mut first = self.condition(a);
        let yes = self.jump_true(&mut first);
        self.code.bind(std::mem::take(&mut first.no));
        let no = self.code.goto();
        self.code.bind(otherwise);
        self.code.line(b.line);
        let mut second = self.condition(b);
        second.yes.merge(yes);
        second.no.merge(no);
        second
    }

    fn comparison(&mut self, e: &'a LExpr, op: BinaryOp, l: &'a LExpr, r: &'a LExpr) -> Cond {
        self.expr(l);
        if l.ty.is_int_like() {
            if r.as_int() == Some(0) {
                return Cond::new(Test::Branch(compare_zero(op)));
            }
            self.expr(r);
            self.code.line(e.line);
            return Cond::new(Test::Branch(compare_ints(op)));
        }
        if !l.ty.is_primitive() {
            let equal = op == BinaryOp::Eq;
            if matches!(r.kind, LKind::Null) {
                return Cond::new(Test::Branch(if equal { Opcode::Ifnull } else { Opcode::Ifnonnull }));
            }
            self.expr(r);
            self.code.line(e.line);
            return Cond::new(Test::Branch(if equal { Opcode::IfAcmpeq } else { Opcode::IfAcmpne }));
        }
        self.expr(r);
        self.code.line(e.line);
        // A NaN must make the comparison false.
        let less = matches!(op, BinaryOp::Lt | BinaryOp::Le);
        self.code.op(match l.ty {
            Ty::LONG => Opcode::Lcmp,
            Ty::FLOAT if less => Opcode::Fcmpg,
            Ty::FLOAT => Opcode::Fcmpl,
            _ if less => Opcode::Dcmpg,
            _ => Opcode::Dcmpl,
        });
        Cond::new(Test::Branch(compare_zero(op)))
    }

    /// Jumps where the condition is true; falls through where it is false (the `no` jumps stay).
    pub fn jump_true(&mut self, cond: &mut Cond) -> Chain {
        let last = match cond.test {
            Test::Always => self.code.goto(),
            Test::Never => Chain::none(),
            Test::Branch(op) => self.code.branch(op),
        };
        std::mem::take(&mut cond.yes).and(last)
    }

    /// Jumps where the condition is false; falls through where it is true (the `yes` jumps stay).
    pub fn jump_false(&mut self, cond: &mut Cond) -> Chain {
        let last = match cond.test {
            Test::Never => self.code.goto(),
            Test::Always => Chain::none(),
            Test::Branch(op) => self.code.branch(negate(op)),
        };
        std::mem::take(&mut cond.no).and(last)
    }

    /// Binds the jumps of the false outcome.
    pub fn bind_no(&mut self, cond: &mut Cond) {
        let no = std::mem::take(&mut cond.no);
        self.code.bind(no);
    }

    /// Pushes the condition as 0 or 1.
    pub fn condition_value(&mut self, e: &'a LExpr) {
        let mut cond = self.condition(e);
        let no = self.jump_false(&mut cond);
        let mut done = Chain::none();
        if !cond.never() {
            self.code.bind(std::mem::take(&mut cond.yes));
            self.code.constant(&Const::Int(1), super::state::VType::Top);
            done = self.code.goto();
        }
        if !no.is_empty() {
            self.code.bind(no);
            self.code.constant(&Const::Int(0), super::state::VType::Top);
        }
        self.code.bind(done);
    }
}
