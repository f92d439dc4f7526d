//! Attributes in verbose mode, and the tables of -l.

use crate::annotations;
use crate::constants::{self, value};
use crate::output::Output;
use crate::printer::{self, Printer};
use crate::types;
use rvm_classfile::attribute::{InnerClass, LineNumber, LocalVariable, Module, ModuleExports};
use rvm_classfile::{
    Annotation, Attribute, Attributes, ConstantPool, Frame, Result, VerificationType, flags, mutf8,
};

/// All attributes except those that the caller shows itself.
pub fn all(p: &Printer<'_>, out: &mut Output<'_>, attributes: &Attributes<'_>, skip: &[&str]) -> Result<()> {
    for raw in attributes.iter() {
        let name = p.cp.utf8(raw.name)?;
        if skip.iter().any(|s| s.as_bytes() == name) {
            continue;
        }
        match rvm_classfile::attribute::parse(name, raw.data) {
            Ok(attribute) => one(p, out, &attribute)?,
            Err(error) => out.line(format!("{}: {error}", mutf8::to_str_lossy(name))),
        }
    }
    Ok(())
}

fn one(p: &Printer<'_>, out: &mut Output<'_>, attribute: &Attribute<'_>) -> Result<()> {
    let cp = p.cp;
    let name = mutf8::to_str_lossy(attribute.name());
    match attribute {
        Attribute::Code(code) => printer::code(p, out, code)?,
        Attribute::ConstantValue(index) => {
            out.line(format!("ConstantValue: {}", constants::tagged_value(cp, *index, b"")?));
        }
        Attribute::Signature(index) => out.comment(format!("Signature: #{index}"), value_raw(cp, *index)?),
        Attribute::SourceFile(index) => out.line(format!("SourceFile: \"{}\"", value_raw(cp, *index)?)),
        Attribute::Deprecated => out.line("Deprecated: true"),
        Attribute::Synthetic => out.line("Synthetic: true"),
        Attribute::SourceDebugExtension(bytes) => {
            out.line("SourceDebugExtension:");
            out.nested(|out| String::from_utf8_lossy(bytes).lines().for_each(|line| out.line(line)));
        }
        Attribute::LineNumberTable(lines) => line_numbers(out, lines),
        Attribute::LocalVariableTable(list) | Attribute::LocalVariableTypeTable(list) => {
            local_variables(out, cp, &name, list)?;
        }
        Attribute::StackMapTable(frames) => stack_map(out, cp, frames)?,
        Attribute::Exceptions(classes) => {
            out.line("Exceptions:");
            let names: Result<Vec<_>> =
                classes.iter().map(|&c| Ok(types::class_name(cp.class_name(c)?))).collect();
            out.nested(|out| names.map(|names| out.line(format!("throws {}", names.join(", ")))))?;
        }
        Attribute::InnerClasses(list) => {
            out.line("InnerClasses:");
            out.nested(|out| list.iter().try_for_each(|inner| inner_class(out, cp, inner)))?;
        }
        Attribute::EnclosingMethod { class, method } => {
            let text = match method {
                0 => types::class_name(cp.class_name(*class)?),
                // javap leaves the descriptor out.
                _ => {
                    format!("{}.{}", types::class_name(cp.class_name(*class)?), value_raw_name(cp, *method)?)
                }
            };
            out.comment(format!("EnclosingMethod: #{class}.#{method}"), text);
        }
        Attribute::RuntimeVisibleAnnotations(list) | Attribute::RuntimeInvisibleAnnotations(list) => {
            out.line(format!("{name}:"));
            annotations::list(out, cp, list)?;
        }
        Attribute::RuntimeVisibleParameterAnnotations(list)
        | Attribute::RuntimeInvisibleParameterAnnotations(list) => {
            out.line(format!("{name}:"));
            out.nested(|out| parameter_annotations(out, cp, list))?;
        }
        Attribute::RuntimeVisibleTypeAnnotations(list) | Attribute::RuntimeInvisibleTypeAnnotations(list) => {
            out.line(format!("{name}:"));
            annotations::type_list(out, cp, list)?;
        }
        Attribute::AnnotationDefault(default) => {
            out.line("AnnotationDefault:");
            out.nested(|out| annotations::default_value(out, cp, default))?;
        }
        Attribute::BootstrapMethods(list) => {
            out.line("BootstrapMethods:");
            out.nested(|out| {
                for (i, entry) in list.iter().enumerate() {
                    out.line(format!("{i}: #{} {}", entry.method, value(cp, entry.method)?));
                    out.nested(|out| {
                        out.line("Method arguments:");
                        out.nested(|out| {
                            entry.arguments.iter().try_for_each(|&argument| {
                                out.line(format!("#{argument} {}", value(cp, argument)?));
                                Ok(())
                            })
                        })
                    })?;
                }
                Ok::<_, rvm_classfile::FormatError>(())
            })?;
        }
        Attribute::MethodParameters(list) => {
            out.line("MethodParameters:");
            out.nested(|out| {
                out.line(format!("{:<30} Flags", "Name"));
                for parameter in list {
                    let name = match parameter.name {
                        0 => "<no name>".to_string(),
                        index => value_raw(cp, index)?,
                    };
                    let words = printer::flag_words(parameter.access, &printer::PARAMETER_WORDS);
                    out.line(format!("{name:<30} {}", words.join(" ")).trim_end());
                }
                Ok::<_, rvm_classfile::FormatError>(())
            })?;
        }
        Attribute::Module(module) => module_attribute(out, cp, module)?,
        Attribute::ModulePackages(list) => {
            out.line("ModulePackages:");
            out.nested(|out| {
                list.iter().try_for_each(|&package| {
                    out.comment(format!("#{package}"), value(cp, package)?);
                    Ok::<_, rvm_classfile::FormatError>(())
                })
            })?;
        }
        Attribute::ModuleMainClass(class) => {
            out.comment(format!("ModuleMainClass: #{class}"), value(cp, *class)?);
        }
        Attribute::NestHost(class) => out.line(format!("NestHost: class {}", value(cp, *class)?)),
        Attribute::NestMembers(list) | Attribute::PermittedSubclasses(list) => {
            out.line(format!("{name}:"));
            out.nested(|out| {
                list.iter().try_for_each(|&class| {
                    out.line(value(cp, class)?);
                    Ok::<_, rvm_classfile::FormatError>(())
                })
            })?;
        }
        Attribute::Record(components) => {
            out.line("Record:");
            out.nested(|out| {
                for component in components {
                    let kind = printer::field_type(cp, component.descriptor, &component.attributes)?;
                    out.line(format!("{kind} {};", value_raw(cp, component.name)?));
                    out.nested(|out| {
                        out.line(format!("descriptor: {}", value_raw(cp, component.descriptor)?));
                        all(p, out, &component.attributes, &[])
                    })?;
                    out.blank();
                }
                Ok::<_, rvm_classfile::FormatError>(())
            })?;
        }
        Attribute::Unknown { name, data } => {
            out.line(format!(
                "{}: length = {:#x} (unknown attribute)",
                mutf8::to_str_lossy(name),
                data.len()
            ));
            out.nested(|out| {
                data.chunks(16).for_each(|row| {
                    let words: Vec<_> = row.iter().map(|b| format!("{b:02X}")).collect();
                    out.line(format!(" {} ", words.join(" ")));
                });
            });
        }
    }
    Ok(())
}

/// A Utf8 entry as it is.
pub fn value_raw(cp: &ConstantPool<'_>, index: u16) -> Result<String> {
    Ok(mutf8::to_str_lossy(cp.utf8(index)?).into_owned())
}

fn value_raw_name(cp: &ConstantPool<'_>, name_and_type: u16) -> Result<String> {
    Ok(mutf8::to_str_lossy(cp.name_and_type(name_and_type)?.0).into_owned())
}

/// LineNumberTable.
pub fn line_numbers(out: &mut Output<'_>, lines: &[LineNumber]) {
    out.line("LineNumberTable:");
    out.nested(|out| {
        lines.iter().for_each(|entry| out.line(format!("line {}: {}", entry.line, entry.start_pc)));
    });
}

/// LocalVariableTable or LocalVariableTypeTable.
pub fn local_variables(
    out: &mut Output<'_>,
    cp: &ConstantPool<'_>,
    title: &str,
    list: &[LocalVariable],
) -> Result<()> {
    out.line(format!("{title}:"));
    out.nested(|out| {
        out.line("Start  Length  Slot  Name   Signature");
        for v in list {
            out.line(format!(
                "{:5} {:7} {:5} {:>5}   {}",
                v.start_pc,
                v.length,
                v.index,
                value_raw(cp, v.name)?,
                value_raw(cp, v.descriptor)?
            ));
        }
        Ok(())
    })
}

fn stack_map(out: &mut Output<'_>, cp: &ConstantPool<'_>, frames: &[Frame]) -> Result<()> {
    out.line(format!("StackMapTable: number_of_entries = {}", frames.len()));
    out.nested(|out| {
        for frame in frames {
            let delta = frame.offset_delta();
            let (tag, name) = match frame {
                Frame::Same { .. } if delta <= 63 => (delta, "same"),
                Frame::Same { .. } => (251, "same_frame_extended"),
                Frame::SameLocals1 { .. } if delta <= 63 => (64 + delta, "same_locals_1_stack_item"),
                Frame::SameLocals1 { .. } => (247, "same_locals_1_stack_item_frame_extended"),
                Frame::Chop { count, .. } => (251 - u16::from(*count), "chop"),
                Frame::Append { locals, .. } => (251 + locals.len() as u16, "append"),
                Frame::Full { .. } => (255, "full_frame"),
            };
            out.line(format!("frame_type = {tag} /* {name} */"));
            out.nested(|out| {
                if tag >= 247 {
                    out.line(format!("offset_delta = {delta}"));
                }
                match frame {
                    Frame::SameLocals1 { stack, .. } => {
                        types_line(out, cp, "stack", std::slice::from_ref(stack))
                    }
                    Frame::Append { locals, .. } => types_line(out, cp, "locals", locals),
                    Frame::Full { locals, stack, .. } => {
                        types_line(out, cp, "locals", locals)?;
                        types_line(out, cp, "stack", stack)
                    }
                    _ => Ok(()),
                }
            })?;
        }
        Ok(())
    })
}

fn types_line(
    out: &mut Output<'_>,
    cp: &ConstantPool<'_>,
    title: &str,
    list: &[VerificationType],
) -> Result<()> {
    let names: Result<Vec<_>> = list
        .iter()
        .map(|kind| {
            Ok(match kind {
                VerificationType::Top => "top".to_string(),
                VerificationType::Integer => "int".to_string(),
                VerificationType::Float => "float".to_string(),
                VerificationType::Double => "double".to_string(),
                VerificationType::Long => "long".to_string(),
                VerificationType::Null => "null".to_string(),
                VerificationType::UninitializedThis => "this".to_string(),
                VerificationType::Object(index) => format!("class {}", value(cp, *index)?),
                VerificationType::Uninitialized(pc) => format!("uninitialized {pc}"),
            })
        })
        .collect();
    let names = names?;
    out.line(match names.is_empty() {
        true => format!("{title} = []"),
        false => format!("{title} = [ {} ]", names.join(", ")),
    });
    Ok(())
}

fn inner_class(out: &mut Output<'_>, cp: &ConstantPool<'_>, inner: &InnerClass) -> Result<()> {
    let mut access = inner.access & !(flags::SUPER | flags::INTERFACE);
    if inner.access & flags::INTERFACE != 0 {
        access &= !flags::ABSTRACT;
    }
    let mut text: String =
        printer::inner_class_words(access).iter().map(|word| word.to_string() + " ").collect();
    let mut comment = String::new();
    if inner.name != 0 {
        text.push_str(&format!("#{}= ", inner.name));
        comment.push_str(&format!("{}=", value_raw(cp, inner.name)?));
    }
    text.push_str(&format!("#{}", inner.inner));
    comment.push_str(&format!("class {}", value(cp, inner.inner)?));
    if inner.outer != 0 {
        text.push_str(&format!(" of #{}", inner.outer));
        comment.push_str(&format!(" of class {}", value(cp, inner.outer)?));
    }
    out.comment(text + ";", comment);
    Ok(())
}

fn parameter_annotations(
    out: &mut Output<'_>,
    cp: &ConstantPool<'_>,
    list: &[Vec<Annotation>],
) -> Result<()> {
    for (i, annotations) in list.iter().enumerate() {
        out.line(format!("parameter {i}:"));
        annotations::list(out, cp, annotations)?;
    }
    Ok(())
}

fn module_attribute(out: &mut Output<'_>, cp: &ConstantPool<'_>, module: &Module) -> Result<()> {
    let flagged = |name: String, access: u16, words: &[(u16, &str)]| {
        let words: String =
            words.iter().filter(|(bit, _)| access & bit != 0).map(|(_, word)| format!(" {word}")).collect();
        name + &words
    };
    const MODULE: [(u16, &str); 3] =
        [(0x20, "ACC_OPEN"), (0x1000, "ACC_SYNTHETIC"), (0x8000, "ACC_MANDATED")];
    const REQUIRES: [(u16, &str); 4] = [
        (0x20, "ACC_TRANSITIVE"),
        (0x40, "ACC_STATIC_PHASE"),
        (0x1000, "ACC_SYNTHETIC"),
        (0x8000, "ACC_MANDATED"),
    ];
    let version = |out: &mut Output<'_>, index: u16| -> Result<()> {
        match index {
            0 => out.line("#0"),
            _ => out.comment(format!("#{index}"), value(cp, index)?),
        }
        Ok(())
    };
    let exports = |out: &mut Output<'_>, title: &str, list: &[ModuleExports]| -> Result<()> {
        out.comment(list.len().to_string(), title);
        out.nested(|out| {
            for entry in list {
                let name = flagged(value(cp, entry.package)?, entry.flags, &REQUIRES[2..]);
                let text = format!("#{},{:x}", entry.package, entry.flags);
                if entry.to.is_empty() {
                    out.comment(text, name);
                } else {
                    out.comment(text, format!("{name} to ... {}", entry.to.len()));
                    out.nested(|out| {
                        entry.to.iter().try_for_each(|&to| {
                            out.comment(format!("#{to}"), format!("... to {}", value(cp, to)?));
                            Ok::<_, rvm_classfile::FormatError>(())
                        })
                    })?;
                }
            }
            Ok(())
        })
    };
    out.line("Module:");
    out.nested(|out| {
        let name = flagged(value(cp, module.name)?, module.flags, &MODULE);
        out.comment(format!("#{},{:x}", module.name, module.flags), name);
        version(out, module.version)?;
        out.comment(module.requires.len().to_string(), "requires");
        out.nested(|out| {
            module.requires.iter().try_for_each(|r| {
                out.comment(
                    format!("#{},{:x}", r.module, r.flags),
                    flagged(value(cp, r.module)?, r.flags, &REQUIRES),
                );
                version(out, r.version)
            })
        })?;
        exports(out, "exports", &module.exports)?;
        exports(out, "opens", &module.opens)?;
        out.comment(module.uses.len().to_string(), "uses");
        out.nested(|out| {
            module.uses.iter().try_for_each(|&class| {
                out.comment(format!("#{class}"), value(cp, class)?);
                Ok::<_, rvm_classfile::FormatError>(())
            })
        })?;
        out.comment(module.provides.len().to_string(), "provides");
        out.nested(|out| {
            for entry in &module.provides {
                out.comment(
                    format!("#{}", entry.service),
                    format!("{} with ... {}", value(cp, entry.service)?, entry.with.len()),
                );
                out.nested(|out| {
                    entry.with.iter().try_for_each(|&class| {
                        out.comment(format!("#{class}"), format!("... with {}", value(cp, class)?));
                        Ok::<_, rvm_classfile::FormatError>(())
                    })
                })?;
            }
            Ok(())
        })
    })
}
