//! Conversions between the types of a functional interface's method and of the method that implements it, as
//! LambdaMetafactory makes them: casts, boxing, unboxing, widening.

use super::spin::Spinner;
use crate::class::ValueKind;
use rvm_classfile::code_builder::CodeBuilder;
use rvm_classfile::opcode::{Kind, Opcode};

/// Kind of a descriptor's value.
pub(super) fn kind(descriptor: &str) -> ValueKind {
    descriptor.bytes().next().and_then(ValueKind::of_descriptor).unwrap_or(ValueKind::Int)
}

/// Kind on the operand stack.
pub(super) fn stack_kind(kind: ValueKind) -> Kind {
    match kind {
        ValueKind::Long => Kind::J,
        ValueKind::Float => Kind::F,
        ValueKind::Double => Kind::D,
        ValueKind::Ref => Kind::A,
        _ => Kind::I,
    }
}

/// The box class of a primitive kind.
fn box_of(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Boolean => "java/lang/Boolean",
        ValueKind::Byte => "java/lang/Byte",
        ValueKind::Char => "java/lang/Character",
        ValueKind::Short => "java/lang/Short",
        ValueKind::Int => "java/lang/Integer",
        ValueKind::Long => "java/lang/Long",
        ValueKind::Float => "java/lang/Float",
        ValueKind::Double => "java/lang/Double",
        _ => "java/lang/Void",
    }
}

fn unboxed(class: &str) -> Option<ValueKind> {
    ValueKind::PRIMITIVES.into_iter().find(|&k| k != ValueKind::Void && box_of(k) == class)
}

/// The name of a reference descriptor's class, as a Class entry has it.
pub(super) fn class_of(descriptor: &str) -> &str {
    descriptor.strip_prefix('L').and_then(|d| d.strip_suffix(';')).unwrap_or(descriptor)
}

fn cast(code: &mut CodeBuilder, spinner: &mut Spinner, descriptor: &str) {
    let class = class_of(descriptor);
    if class != "java/lang/Object" {
        let index = spinner.def.cp.class(class);
        code.class_op(Opcode::Checkcast, index);
    }
}

/// Widens a primitive on the stack (JLS 5.1.2).
fn widen(code: &mut CodeBuilder, from: ValueKind, to: ValueKind) {
    let opcode = match (stack_kind(from), stack_kind(to)) {
        (Kind::I, Kind::J) => Opcode::I2l,
        (Kind::I, Kind::F) => Opcode::I2f,
        (Kind::I, Kind::D) => Opcode::I2d,
        (Kind::J, Kind::F) => Opcode::L2f,
        (Kind::J, Kind::D) => Opcode::L2d,
        (Kind::F, Kind::D) => Opcode::F2d,
        _ => return,
    };
    code.op(opcode);
}

/// Converts the value on the stack from type `from`, which stands for `actual` where generics were erased, to type `to`.
pub(super) fn convert(code: &mut CodeBuilder, spinner: &mut Spinner, from: &str, to: &str, actual: &str) {
    let (source, target) = (kind(from), kind(to));
    match (source == ValueKind::Ref, target == ValueKind::Ref) {
        (false, false) => widen(code, source, target),
        (false, true) => {
            // To the box of the type itself, which is a subtype of `to`.
            let class = box_of(source);
            let descriptor = format!("({})L{class};", source.letter());
            code.invoke(Opcode::Invokestatic, class, "valueOf", &descriptor, false, &mut spinner.def.cp);
        }
        (true, false) => {
            let known = unboxed(class_of(actual)).or_else(|| unboxed(class_of(from)));
            let class = known.map_or_else(
                || match target {
                    // Number's methods convert from any number.
                    ValueKind::Boolean | ValueKind::Char => box_of(target),
                    _ => "java/lang/Number",
                },
                box_of,
            );
            if class_of(from) != class {
                cast(code, spinner, &format!("L{class};"));
            }
            let value = match known {
                Some(ValueKind::Boolean | ValueKind::Char) => known.unwrap_or(target),
                _ => target,
            };
            // A Character may widen: its value is read first.
            let name = format!("{}Value", value.name());
            let descriptor = format!("(){}", value.letter());
            code.invoke(Opcode::Invokevirtual, class, &name, &descriptor, false, &mut spinner.def.cp);
            widen(code, value, target);
        }
        (true, true) => {
            if from != actual && kind(actual) == ValueKind::Ref {
                cast(code, spinner, actual);
                if actual != to && class_of(actual) == "java/lang/Object" {
                    cast(code, spinner, to);
                }
            } else if from != to && class_of(from) == "java/lang/Object" {
                cast(code, spinner, to);
            }
        }
    }
}
