//! A method's bytecode and exception table.

use crate::class::{Handler, Method};
use rvm_classfile::code::{Instruction, Instructions, Operand};
use rvm_classfile::opcode::Opcode;

/// What is translated.
pub(in crate::interpreter) struct Body {
    pub code: &'static [u8],
    pub handlers: Vec<Handler>,
    /// Has subroutines (jsr): the same local may then hold a reference on one way and none on another, so references
    /// and other values get registers of their own.
    pub split: bool,
}

impl Body {
    pub fn of(method: &Method) -> Self {
        let code = method.code();
        // jsr and ret end with version 50 (JVMS 4.9.1).
        let split = method.class().version <= 50
            && Instructions::new(code)
                .flatten()
                .any(|i| matches!(i.opcode, Opcode::Jsr | Opcode::JsrW | Opcode::Ret));
        Self { code, handlers: method.handlers().collect(), split }
    }
}

/// Calls `f` with each offset that control may go to from `instruction`, other than the next one. The place behind a jsr
/// counts, as its subroutine comes back there. Offsets that are negative become `u32::MAX`.
pub(super) fn each_target(instruction: &Instruction<'_>, mut f: impl FnMut(u32)) {
    let mut go = |offset: i32| f(instruction.target(offset).unwrap_or(u32::MAX));
    match &instruction.operand {
        Operand::Branch(offset) => {
            go(*offset);
            if matches!(instruction.opcode, Opcode::Jsr | Opcode::JsrW) {
                go(instruction.length as i32);
            }
        }
        Operand::TableSwitch(switch) => {
            go(switch.default);
            switch.offsets().for_each(go);
        }
        Operand::LookupSwitch(switch) => {
            go(switch.default);
            switch.pairs().for_each(|(_, offset)| go(offset));
        }
        _ => {}
    }
}
