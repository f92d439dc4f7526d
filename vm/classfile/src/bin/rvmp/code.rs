//! Disassembly.

use crate::constants;
use crate::output::Output;
use rvm_classfile::{Code, ConstantPool, Instruction, Opcode, Operand, Primitive, Result};

/// One line an instruction; switches take several.
pub fn instructions(
    out: &mut Output<'_>,
    code: &Code<'_>,
    cp: &ConstantPool<'_>,
    this_class: &[u8],
) -> Result<()> {
    for instruction in code.instructions() {
        match instruction {
            Ok(instruction) => print(out, &instruction, cp, this_class),
            Err(error) => {
                out.line(format!("Error: {error}"));
                return Ok(());
            }
        }
    }
    Ok(())
}

fn print(out: &mut Output<'_>, i: &Instruction<'_>, cp: &ConstantPool<'_>, this_class: &[u8]) {
    let mnemonic = match i.wide {
        true => format!("{}_w", i.opcode.mnemonic()),
        false => i.opcode.mnemonic().to_string(),
    };
    let head = format!("{:4}: {mnemonic:<13} ", i.pc);
    let target = |offset: i32| i64::from(i.pc) + i64::from(offset);
    // What the file names wrongly is shown by its number alone.
    let name = |index| constants::tagged_value(cp, index, this_class).unwrap_or_else(|e| e.to_string());
    match i.operand {
        Operand::None => out.line(head.trim_end()),
        Operand::Immediate(value) => out.line(format!("{head}{value}")),
        Operand::Local(index) => out.line(format!("{head}{index}")),
        Operand::Iinc { local, delta } => out.line(format!("{head}{local}, {delta}")),
        Operand::Branch(offset) => out.line(format!("{head}{}", target(offset))),
        Operand::ArrayType(code) => {
            let name = Primitive::from_array_type(code).map_or("???", Primitive::name);
            out.line(format!("{head} {name}"));
        }
        Operand::Constant(index) => out.comment(format!("{head}#{index}"), name(index)),
        Operand::InvokeInterface { index, count, .. } => {
            out.comment(format!("{head}#{index},  {count}"), name(index));
        }
        Operand::InvokeDynamic { index, zero } => {
            out.comment(format!("{head}#{index},  {zero}"), name(index));
        }
        Operand::MultiNewArray { index, dimensions } => {
            out.comment(format!("{head}#{index},  {dimensions}"), name(index));
        }
        Operand::TableSwitch(switch) => {
            out.line(format!("{head}{{ // {} to {}", switch.low, switch.high));
            for (i, offset) in switch.offsets().enumerate() {
                let key = i64::from(switch.low) + i as i64;
                out.line(format!("{:>18}: {}", key, target(offset)));
            }
            switch_end(out, target(switch.default));
        }
        Operand::LookupSwitch(switch) => {
            out.line(format!("{head}{{ // {}", switch.pairs().len()));
            for (key, offset) in switch.pairs() {
                out.line(format!("{key:>18}: {}", target(offset)));
            }
            switch_end(out, target(switch.default));
        }
    }
    debug_assert!(i.opcode != Opcode::Wide);
}

fn switch_end(out: &mut Output<'_>, default: i64) {
    out.line(format!("{:>18}: {default}", "default"));
    out.line("      }");
}

/// The exception table, if there is one.
pub fn exception_table(out: &mut Output<'_>, code: &Code<'_>, cp: &ConstantPool<'_>) -> Result<()> {
    if code.handlers.is_empty() {
        return Ok(());
    }
    out.line("Exception table:");
    out.nested(|out| {
        out.line(" from    to  target type");
        for handler in &code.handlers {
            let kind = match handler.catch_type {
                0 => "any".to_string(),
                index => format!("Class {}", constants::value(cp, index)?),
            };
            out.line(format!(
                " {:5} {:5} {:5}   {kind}",
                handler.start_pc, handler.end_pc, handler.handler_pc
            ));
        }
        Ok(())
    })
}
