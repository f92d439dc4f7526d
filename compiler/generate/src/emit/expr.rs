//! Expressions to bytecode.

use super::method::Gen;
use super::state::VType;
use crate::low::*;
use rvm_classfile::Opcode;
use rvm_model::hir::{BinaryOp, Const};
use rvm_model::types::Ty;

/// Picks from the four opcodes of an operation by operand type: int, long, float, double.
fn pick(ty: Ty, ops: [Opcode; 4]) -> Opcode {
    match ty {
        Ty::LONG => ops[1],
        Ty::FLOAT => ops[2],
        Ty::DOUBLE => ops[3],
        _ => ops[0],
    }
}

fn arithmetic(op: BinaryOp, ty: Ty) -> Option<Opcode> {
    use Opcode::*;
    Some(pick(
        ty,
        match op {
            BinaryOp::Add => [Iadd, Ladd, Fadd, Dadd],
            BinaryOp::Sub => [Isub, Lsub, Fsub, Dsub],
            BinaryOp::Mul => [Imul, Lmul, Fmul, Dmul],
            BinaryOp::Div => [Idiv, Ldiv, Fdiv, Ddiv],
            BinaryOp::Rem => [Irem, Lrem, Frem, Drem],
            BinaryOp::Shl => [Ishl, Lshl, Ishl, Lshl],
            BinaryOp::Shr => [Ishr, Lshr, Ishr, Lshr],
            BinaryOp::Ushr => [Iushr, Lushr, Iushr, Lushr],
            BinaryOp::And => [Iand, Land, Iand, Land],
            BinaryOp::Or => [Ior, Lor, Ior, Lor],
            BinaryOp::Xor => [Ixor, Lxor, Ixor, Lxor],
            _ => return None,
        },
    ))
}

/// newarray's code of a primitive (JVMS table 6.5.newarray-A).
fn array_code(ty: Ty) -> u8 {
    match ty {
        Ty::BOOLEAN => 4,
        Ty::CHAR => 5,
        Ty::FLOAT => 6,
        Ty::DOUBLE => 7,
        Ty::BYTE => 8,
        Ty::SHORT => 9,
        Ty::INT => 10,
        _ => 11,
    }
}

impl<'a> Gen<'a, '_> {
    /// Pushes the value (nothing for void).
    pub fn expr(&mut self, e: &'a LExpr) {
        match &e.kind {
            LKind::Const(c) => {
                let string = VType::Obj(self.known.string);
                self.code.constant(c, string);
            }
            LKind::Null => self.code.null(),
            LKind::Var(v) => self.load_var(*v),
            LKind::Static(m) => {
                let t = self.names.vtype(e.ty);
                self.code.with_index(Opcode::Getstatic, |p| p.field(*m), 0, Some(t));
            }
            LKind::Field(recv, m) => {
                self.expr(recv);
                let t = self.names.vtype(e.ty);
                self.code.with_index(Opcode::Getfield, |p| p.field(*m), 1, Some(t));
            }
            LKind::Index(array, index) => {
                self.expr(array);
                self.expr(index);
                self.array_load(e.ty);
            }
            LKind::ArrayLength(array) => {
                self.expr(array);
                self.code.op(Opcode::Arraylength);
            }
            LKind::Call(kind, recv, m, args) => self.call(e, *kind, recv.as_deref(), *m, args),
            LKind::Indy(indy) => {
                indy.args.iter().for_each(|a| self.expr(a));
                self.code.line(e.line);
                let t = self.result(e.ty);
                let args = indy.args.len();
                self.code.invoke_dynamic(
                    |p| p.indy(indy.bootstrap, &indy.boot_args, indy.name, indy.desc),
                    args,
                    t,
                );
            }
            LKind::New(ctor, args) => {
                self.code.new_object(ctor.owner);
                self.code.dup();
                args.iter().for_each(|a| self.expr(a));
                self.code.line(e.line);
                self.code.invoke_init(|p| p.method(*ctor), args.len(), VType::Obj(ctor.owner));
            }
            LKind::NewArray(dims) => self.new_array(e.ty, dims),
            LKind::ArrayInit(elements) => {
                self.code.constant(&Const::Int(elements.len() as i32), VType::Top);
                self.new_array_of(e.ty);
                let element = self.names.element(e.ty);
                for (i, value) in elements.iter().enumerate() {
                    self.code.dup();
                    self.code.constant(&Const::Int(i as i32), VType::Top);
                    self.expr(value);
                    self.array_store(element);
                }
            }
            LKind::Neg(operand) => {
                self.expr(operand);
                self.code.op(pick(operand.ty, [Opcode::Ineg, Opcode::Lneg, Opcode::Fneg, Opcode::Dneg]));
            }
            LKind::BitNot(operand) => {
                self.expr(operand);
                let ones = if operand.ty == Ty::LONG { Const::Long(-1) } else { Const::Int(-1) };
                self.code.constant(&ones, VType::Top);
                self.code.op(pick(operand.ty, [Opcode::Ixor, Opcode::Lxor, Opcode::Ixor, Opcode::Lxor]));
            }
            LKind::Binary(op, l, r) => match arithmetic(*op, l.ty) {
                Some(opcode) => {
                    self.expr(l);
                    self.expr(r);
                    if matches!(op, BinaryOp::Shl | BinaryOp::Shr | BinaryOp::Ushr) && r.ty == Ty::LONG {
                        self.code.op(Opcode::L2i);
                    }
                    self.code.line(e.line);
                    self.code.op(opcode);
                }
                None => self.condition_value(e),
            },
            LKind::Not(_) => self.condition_value(e),
            LKind::Assign(target, value) => self.assign(target, value, true),
            LKind::Modify { target, value, old } => self.modify(target, value, Some(*old)),
            LKind::Iinc { var, delta, old } => {
                if *old {
                    self.load_var(*var);
                }
                let reg = self.reg(*var);
                self.code.iinc(reg, *delta);
                if !*old {
                    self.load_var(*var);
                }
            }
            LKind::Cond(c, a, b) => self.conditional(e, c, a, b),
            LKind::InstanceOf(value, ty) => {
                self.expr(value);
                let class = self.names.class(*ty);
                self.code.with_index(Opcode::Instanceof, |p| p.class(class), 1, Some(VType::Int));
            }
            LKind::Cast(value) => {
                self.expr(value);
                let class = self.names.class(e.ty);
                self.code.with_index(Opcode::Checkcast, |p| p.class(class), 1, Some(VType::Obj(class)));
            }
            LKind::Prim(value) => {
                self.expr(value);
                self.primitive(value.ty, e.ty);
            }
            LKind::Class(ty) => {
                let (class, class_class) = (self.names.class(*ty), self.known.class);
                self.code.ldc_class(class, VType::Obj(class_class));
            }
            LKind::Switch(switch) => self.switch_expr(switch, e.ty),
            LKind::Let(stmts, value) => {
                let limit = self.code.next_reg;
                self.stmts(stmts);
                self.expr(value);
                self.code.end_scope(limit);
            }
            LKind::NonNull(value) => {
                self.expr(value);
                self.code.dup();
                let m = self.known.require_non_null;
                let object = VType::Obj(self.known.object);
                self.code.with_index(Opcode::Invokestatic, |p| p.method(m), 1, Some(object));
                self.code.drop_top();
            }
            LKind::Hole => {}
        }
    }

    /// Evaluates and drops the value.
    pub fn effect(&mut self, e: &'a LExpr) {
        match &e.kind {
            LKind::Assign(target, value) => self.assign(target, value, false),
            LKind::Modify { target, value, .. } => self.modify(target, value, None),
            LKind::Iinc { var, delta, .. } => {
                let reg = self.reg(*var);
                self.code.iinc(reg, *delta);
            }
            LKind::Let(stmts, value) => {
                let limit = self.code.next_reg;
                self.stmts(stmts);
                self.effect(value);
                self.code.end_scope(limit);
            }
            // A cast whose value nobody uses is still made: it may throw.
            _ => {
                self.expr(e);
                if e.ty != Ty::VOID {
                    self.code.drop_top();
                }
            }
        }
    }

    fn result(&self, ty: Ty) -> Option<VType> {
        (ty != Ty::VOID).then(|| self.names.vtype(ty))
    }

    fn call(&mut self, e: &'a LExpr, kind: Invoke, recv: Option<&'a LExpr>, m: Member, args: &'a [LExpr]) {
        if let Some(recv) = recv {
            self.expr(recv);
        }
        args.iter().for_each(|a| self.expr(a));
        self.code.line(e.line);
        let result = self.result(e.ty);
        let pops = args.len() + recv.is_some() as usize;
        match kind {
            Invoke::Special if m.name == self.known.init => {
                let this = VType::Obj(self.this_class);
                self.code.invoke_init(|p| p.method(m), args.len(), this);
            }
            Invoke::Special => self.code.with_index(Opcode::Invokespecial, |p| p.method(m), pops, result),
            Invoke::Static => self.code.with_index(Opcode::Invokestatic, |p| p.method(m), pops, result),
            Invoke::Virtual if m.interface => {
                let slots = 1 + crate::names::argument_slots(m.desc.as_str());
                self.code.invoke_interface(|p| p.method(m), pops, slots, result);
            }
            Invoke::Virtual => self.code.with_index(Opcode::Invokevirtual, |p| p.method(m), pops, result),
        }
    }

    fn array_load(&mut self, element: Ty) {
        let op = match element {
            Ty::BOOLEAN | Ty::BYTE => Opcode::Baload,
            Ty::CHAR => Opcode::Caload,
            Ty::SHORT => Opcode::Saload,
            Ty::INT => Opcode::Iaload,
            Ty::LONG => Opcode::Laload,
            Ty::FLOAT => Opcode::Faload,
            Ty::DOUBLE => Opcode::Daload,
            _ => {
                let t = self.names.vtype(element);
                return self.code.aaload(t);
            }
        };
        self.code.op(op);
    }

    fn array_store(&mut self, element: Ty) {
        self.code.op(match element {
            Ty::BOOLEAN | Ty::BYTE => Opcode::Bastore,
            Ty::CHAR => Opcode::Castore,
            Ty::SHORT => Opcode::Sastore,
            Ty::INT => Opcode::Iastore,
            Ty::LONG => Opcode::Lastore,
            Ty::FLOAT => Opcode::Fastore,
            Ty::DOUBLE => Opcode::Dastore,
            _ => Opcode::Aastore,
        });
    }

    fn new_array(&mut self, ty: Ty, dims: &'a [LExpr]) {
        dims.iter().for_each(|d| self.expr(d));
        if dims.len() == 1 {
            return self.new_array_of(ty);
        }
        let class = self.names.class(ty);
        self.code.multianewarray(class, dims.len() as u8);
    }

    // The length is on the stack.
    fn new_array_of(&mut self, ty: Ty) {
        let element = self.names.element(ty);
        let t = self.names.vtype(ty);
        if element.is_primitive() {
            self.code.newarray(array_code(element), t);
        } else {
            let class = self.names.class(element);
            self.code.with_index(Opcode::Anewarray, |p| p.class(class), 1, Some(t));
        }
    }

    fn conditional(&mut self, e: &'a LExpr, c: &'a LExpr, a: &'a LExpr, b: &'a LExpr) {
        let t = self.names.vtype(e.ty);
        let mut cond = self.condition(c);
        let otherwise = self.jump_false(&mut cond);
        let mut done = super::state::Chain::none();
        if !cond.never() {
            self.code.bind(std::mem::take(&mut cond.yes));
            self.code.line(a.line);
            self.expr(a);
            self.code.set_top(t);
            done = self.code.goto();
        }
        if !otherwise.is_empty() {
            self.code.bind(otherwise);
            self.code.line(b.line);
            self.expr(b);
            self.code.set_top(t);
        }
        self.code.bind(done);
    }

    fn store_to(&mut self, target: &LExpr) {
        match &target.kind {
            LKind::Var(v) => self.store_var(*v),
            LKind::Static(m) => self.code.with_index(Opcode::Putstatic, |p| p.field(*m), 1, None),
            LKind::Field(_, m) => self.code.with_index(Opcode::Putfield, |p| p.field(*m), 2, None),
            _ => self.array_store(target.ty),
        }
    }

    // Pushes what addresses the target; returns how many values that are.
    fn address(&mut self, target: &'a LExpr) -> usize {
        match &target.kind {
            LKind::Field(recv, _) => {
                self.expr(recv);
                1
            }
            LKind::Index(array, index) => {
                self.expr(array);
                self.expr(index);
                2
            }
            _ => 0,
        }
    }

    fn assign(&mut self, target: &'a LExpr, value: &'a LExpr, used: bool) {
        let below = self.address(target);
        self.expr(value);
        if used && self.code.is_alive() {
            self.code.dup_under(below);
        }
        self.store_to(target);
    }

    /// `result`: whether the old value stays on the stack (Some(true)) or the new one.
    fn modify(&mut self, target: &'a LExpr, value: &'a LExpr, result: Option<bool>) {
        let below = self.address(target);
        match &target.kind {
            LKind::Var(v) => self.load_var(*v),
            LKind::Static(m) => {
                let t = self.names.vtype(target.ty);
                self.code.with_index(Opcode::Getstatic, |p| p.field(*m), 0, Some(t));
            }
            LKind::Field(_, m) => {
                let t = self.names.vtype(target.ty);
                if self.code.is_alive() {
                    self.code.dup();
                }
                self.code.with_index(Opcode::Getfield, |p| p.field(*m), 1, Some(t));
            }
            _ => {
                if self.code.is_alive() {
                    self.code.dup_pair();
                }
                self.array_load(target.ty);
            }
        }
        if result == Some(true) && self.code.is_alive() {
            self.code.dup_under(below);
        }
        self.expr(value);
        if result == Some(false) && self.code.is_alive() {
            self.code.dup_under(below);
        }
        self.store_to(target);
    }

    /// A primitive conversion of the value on the stack.
    fn primitive(&mut self, from: Ty, to: Ty) {
        use Opcode::*;
        if from == to {
            return;
        }
        // Narrow targets are reached by way of int.
        let wide = if to.is_int_like() { Ty::INT } else { to };
        let op = match (if from.is_int_like() { Ty::INT } else { from }, wide) {
            (Ty::INT, Ty::LONG) => Some(I2l),
            (Ty::INT, Ty::FLOAT) => Some(I2f),
            (Ty::INT, Ty::DOUBLE) => Some(I2d),
            (Ty::LONG, Ty::INT) => Some(L2i),
            (Ty::LONG, Ty::FLOAT) => Some(L2f),
            (Ty::LONG, Ty::DOUBLE) => Some(L2d),
            (Ty::FLOAT, Ty::INT) => Some(F2i),
            (Ty::FLOAT, Ty::LONG) => Some(F2l),
            (Ty::FLOAT, Ty::DOUBLE) => Some(F2d),
            (Ty::DOUBLE, Ty::INT) => Some(D2i),
            (Ty::DOUBLE, Ty::LONG) => Some(D2l),
            (Ty::DOUBLE, Ty::FLOAT) => Some(D2f),
            _ => None,
        };
        if let Some(op) = op {
            self.code.op(op);
        }
        match to {
            Ty::BYTE => self.code.op(I2b),
            Ty::SHORT if from != Ty::BYTE => self.code.op(I2s),
            Ty::CHAR => self.code.op(I2c),
            _ => {}
        }
    }
}
