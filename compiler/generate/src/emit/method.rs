//! The bytecode of one method: variables to registers, scopes of jumps.

use super::code::Code;
use super::state::{Chain, VType};
use crate::low::*;
use crate::names::Names;
use rvm_model::hir::LabelId;
use rvm_syntax::Name;

/// Names that every method may need.
#[derive(Clone, Copy)]
pub struct Known {
    /// java/lang/Object
    pub object: Name,
    /// java/lang/String
    pub string: Name,
    /// java/lang/Class
    pub class: Name,
    /// java/lang/Throwable
    pub throwable: Name,
    /// `<init>`
    pub init: Name,
    /// Objects.requireNonNull(Object)
    pub require_non_null: Member,
}

impl Known {
    /// Interns them.
    pub fn new() -> Known {
        let object = Name::new("java/lang/Object");
        Known {
            object,
            string: Name::new("java/lang/String"),
            class: Name::new("java/lang/Class"),
            throwable: Name::new("java/lang/Throwable"),
            init: Name::new("<init>"),
            require_non_null: Member {
                owner: Name::new("java/util/Objects"),
                name: Name::new("requireNonNull"),
                desc: Name::new("(Ljava/lang/Object;)Ljava/lang/Object;"),
                interface: false,
            },
        }
    }
}

impl Default for Known {
    fn default() -> Self {
        Self::new()
    }
}

/// What runs when a `try` or `synchronized` is left.
#[derive(Clone, Copy)]
pub enum Final<'a> {
    /// A finally block.
    Block(&'a LBlock),
    /// Leaving the monitor in that register.
    Monitor(u32),
    /// Nothing: only what handlers cover matters.
    Nothing,
}

/// What a jump may leave or arrive at.
pub enum Scope<'a> {
    /// A labelled statement, loop or switch statement.
    Target {
        /// Its label.
        label: LabelId,
        /// break.
        exit: Chain,
        /// continue.
        next: Chain,
    },
    /// A switch expression: where yield goes, and the values that were below it on the stack.
    Value {
        /// Its label.
        label: LabelId,
        /// yield.
        exit: Chain,
        /// Registers that hold the emptied stack, bottom first.
        saved: Vec<u32>,
        /// Type of the value.
        ty: VType,
    },
    /// A finalizer; `gaps` are alternating ends and starts of what its handlers cover.
    Final {
        /// The code.
        run: Final<'a>,
        /// pcs.
        gaps: Vec<u32>,
    },
}

impl Scope<'_> {
    /// Whether leaving it runs code.
    pub fn runs(&self) -> bool {
        matches!(self, Scope::Final { run: Final::Block(_) | Final::Monitor(_), .. })
    }
}

/// See the module.
pub struct Gen<'a, 'p> {
    /// The code.
    pub code: Code<'p>,
    /// Names of types.
    pub names: &'a Names<'a>,
    /// Names.
    pub known: Known,
    /// Internal name of the class.
    pub this_class: Name,
    regs: Vec<u32>,
    vars: &'a [Var],
    split: usize,
    /// Scopes around, outermost first.
    pub scopes: Vec<Scope<'a>>,
}

impl<'a, 'p> Gen<'a, 'p> {
    /// Ready to write `body`; the parameters are in their registers.
    pub fn new(
        code: Code<'p>,
        names: &'a Names<'a>,
        known: Known,
        this_class: Name,
        body: &'a LCode,
    ) -> Self {
        let mut generator = Gen {
            code,
            names,
            known,
            this_class,
            regs: vec![u32::MAX; body.vars.len()],
            vars: &body.vars,
            split: body.split.unwrap_or(0),
            scopes: Vec::new(),
        };
        for (i, &param) in body.params.iter().enumerate() {
            let reg = if i == 0 && body.ctor && this_class != known.object {
                let reg = generator.code.new_local(VType::UninitThis, Some(param));
                let index = generator.index(param);
                generator.regs[index] = reg;
                reg
            } else {
                generator.declare(param)
            };
            generator.code.define(reg);
        }
        generator.code.start();
        generator
    }

    /// Writes the whole body.
    pub fn run(&mut self, body: &'a LCode) {
        self.stmts(&body.body.stmts);
        if self.code.is_alive() {
            self.code.line(body.body.end);
            self.code.op(rvm_classfile::Opcode::Return);
        }
        self.code.end_scope(0);
    }

    /// Gives the variable a register.
    pub fn declare(&mut self, var: VarId) -> u32 {
        let index = self.index(var);
        let ty = self.names.vtype(self.vars[index].ty);
        let reg = self.code.new_local(ty, Some(var));
        self.regs[index] = reg;
        reg
    }

    /// The variable's register.
    pub fn reg(&mut self, var: VarId) -> u32 {
        let reg = self.regs[self.index(var)];
        // Only code that cannot be reached names a variable whose declaration was left out.
        if reg == u32::MAX { self.declare(var) } else { reg }
    }

    /// Pushes the variable.
    pub fn load_var(&mut self, var: VarId) {
        let reg = self.reg(var);
        self.code.load(reg);
    }

    /// Pops into the variable.
    pub fn store_var(&mut self, var: VarId) {
        let reg = self.reg(var);
        self.code.store(reg);
    }
}

impl<'a> Gen<'a, '_> {
    /// The variable's description.
    pub fn var(&self, var: VarId) -> &'a Var {
        &self.vars[self.index(var)]
    }

    fn index(&self, var: VarId) -> usize {
        match var.0.checked_sub(crate::lower::SHARED) {
            Some(i) => self.split + i as usize,
            None => var.0 as usize,
        }
    }
}
