//! Predefined attributes where they are looked at when a class is loaded (JVMS 4.7, 4.8). Annotations are not: a broken
//! one shows when reflection asks for it.

use crate::error::Rejection;
use crate::format::{Checked, bad, check_class_flags, require, require_class, require_utf8, text};
use crate::legal;
use hashbrown::HashSet;
use rvm_classfile::attribute::{self, BootstrapMethod, InnerClass, LocalVariable};
use rvm_classfile::{
    Attribute, Attributes, ClassFile, Code, Constant, FormatError, Member, flags, known_name,
};

/// What an attribute table belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Class,
    Field,
    Method,
    Code,
    Record,
}

struct Known {
    name: &'static str,
    /// Version from which on it has a meaning.
    since: u16,
    places: &'static [Place],
    rule: &'static str,
}

const fn known(name: &'static str, since: u16, places: &'static [Place], rule: &'static str) -> Known {
    Known { name, since, places, rule }
}

/// Attributes that are read at load time and may be there only once.
static CHECKED: [Known; 17] = [
    known("ConstantValue", 45, &[Place::Field], "4.7.2"),
    known("Code", 45, &[Place::Method], "4.7.3"),
    known("StackMapTable", 50, &[Place::Code], "4.7.4"),
    known("Exceptions", 45, &[Place::Method], "4.7.5"),
    known("InnerClasses", 45, &[Place::Class], "4.7.6"),
    known("EnclosingMethod", 49, &[Place::Class], "4.7.7"),
    known("Synthetic", 45, &[Place::Class, Place::Field, Place::Method], "4.7.8"),
    known("Signature", 49, &[Place::Class, Place::Field, Place::Method, Place::Record], "4.7.9"),
    known("SourceFile", 45, &[Place::Class], "4.7.10"),
    known("SourceDebugExtension", 49, &[Place::Class], "4.7.11"),
    known("Deprecated", 45, &[Place::Class, Place::Field, Place::Method], "4.7.15"),
    known("BootstrapMethods", 51, &[Place::Class], "4.7.23"),
    known("MethodParameters", 52, &[Place::Method], "4.7.24"),
    known("NestHost", 55, &[Place::Class], "4.7.28"),
    known("NestMembers", 55, &[Place::Class], "4.7.29"),
    known("Record", 60, &[Place::Class], "4.7.30"),
    known("PermittedSubclasses", 61, &[Place::Class], "4.7.31"),
];

/// Debug tables, of which there may be several.
const TABLES: [&str; 3] = ["LineNumberTable", "LocalVariableTable", "LocalVariableTypeTable"];

/// Annotations: only that there is one of each.
const ANNOTATIONS: [&str; 7] = [
    "RuntimeVisibleAnnotations",
    "RuntimeInvisibleAnnotations",
    "RuntimeVisibleParameterAnnotations",
    "RuntimeInvisibleParameterAnnotations",
    "RuntimeVisibleTypeAnnotations",
    "RuntimeInvisibleTypeAnnotations",
    "AnnotationDefault",
];

/// Checks an attribute table and what is in it.
pub fn check(
    class: &ClassFile<'_>,
    attributes: &Attributes<'_>,
    place: Place,
    member: Option<&Member<'_>>,
) -> Checked {
    let mut seen = 0u32;
    for raw in attributes.iter() {
        let Ok(name) = class.cp.utf8(raw.name) else {
            return bad("4.7.name", format!("Invalid attribute name index {}", raw.name));
        };
        let known = CHECKED
            .iter()
            .position(|k| k.name.as_bytes() == name && k.places.contains(&place) && class.major >= k.since);
        let Some(known) = known else {
            let annotation = ANNOTATIONS.iter().position(|a| a.as_bytes() == name);
            if let Some(at) = annotation.filter(|_| class.major >= 49) {
                let bit = 1 << (at + CHECKED.len());
                require(seen & bit == 0, "4.7.twice", || format!("Multiple {} attributes", text(name)))?;
                seen |= bit;
            }
            if place == Place::Code && TABLES.iter().any(|table| table.as_bytes() == name) {
                decode(name, raw.data, "4.7.length")?;
            }
            continue;
        };
        // HotSpot minds neither of these twice.
        let repeatable = matches!(CHECKED[known].name, "Synthetic" | "Deprecated");
        require(repeatable || seen & 1 << known == 0, "4.7.twice", || {
            format!("Multiple {} attributes", text(name))
        })?;
        seen |= 1 << known;
        let Known { name, rule, .. } = CHECKED[known];
        // Code and frames are looked into elsewhere.
        if matches!(name, "Code" | "StackMapTable" | "SourceDebugExtension") {
            continue;
        }
        let attribute = decode(name.as_bytes(), raw.data, rule)?;
        check_one(class, &attribute, rule, member)?;
    }
    Ok(())
}

fn decode<'a>(name: &'a [u8], data: &'a [u8], rule: &'static str) -> Checked<Attribute<'a>> {
    match attribute::parse(name, data) {
        Ok(Attribute::Synthetic | Attribute::Deprecated) if !data.is_empty() => {
            bad(rule, format!("Invalid {} attribute length {}", text(name), data.len()))
        }
        Ok(attribute) => Ok(attribute),
        Err(FormatError::Truncated) => bad(rule, format!("{} attribute has wrong length", known_name(name))),
        Err(error) => bad(rule, error.to_string()),
    }
}

fn check_one(
    class: &ClassFile<'_>,
    attribute: &Attribute<'_>,
    rule: &'static str,
    member: Option<&Member<'_>>,
) -> Checked {
    let cp = &class.cp;
    match attribute {
        Attribute::ConstantValue(index) => match member {
            Some(field) if field.access & flags::STATIC != 0 => check_constant_value(class, field, *index),
            _ => Ok(()),
        },
        Attribute::Exceptions(list) => list.iter().try_for_each(|&index| require_class(class, index, rule)),
        Attribute::InnerClasses(list) => check_inner_classes(class, list),
        Attribute::EnclosingMethod { class: enclosing, method } => {
            require_class(class, *enclosing, rule)?;
            require(*method == 0 || matches!(cp.get(*method), Constant::NameAndType { .. }), rule, || {
                "Invalid or out-of-bounds method index in EnclosingMethod attribute".into()
            })
        }
        Attribute::Signature(index) | Attribute::SourceFile(index) => require_utf8(class, *index, rule),
        Attribute::BootstrapMethods(list) => list.iter().try_for_each(|entry| check_bootstrap(class, entry)),
        Attribute::NestHost(index) => require_class(class, *index, rule),
        Attribute::NestMembers(list) | Attribute::PermittedSubclasses(list) => {
            list.iter().try_for_each(|&index| require_class(class, index, rule))
        }
        Attribute::Record(components) => {
            for component in components {
                require_utf8(class, component.name, rule)?;
                require_utf8(class, component.descriptor, rule)?;
                let (name, descriptor) = (
                    cp.utf8(component.name).unwrap_or_default(),
                    cp.utf8(component.descriptor).unwrap_or_default(),
                );
                legal::require_field_name(name, class.major)?;
                legal::require_field_descriptor(name, descriptor)?;
                check(class, &component.attributes, Place::Record, None)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

// JVMS table 4.7.2-A
fn check_constant_value(class: &ClassFile<'_>, field: &Member<'_>, index: u16) -> Checked {
    let constant = class.cp.get(index);
    let suits = match class.cp.utf8(field.descriptor) {
        Ok(b"I" | b"S" | b"C" | b"B" | b"Z") => matches!(constant, Constant::Integer(_)),
        Ok(b"F") => matches!(constant, Constant::Float(_)),
        Ok(b"J") => matches!(constant, Constant::Long(_)),
        Ok(b"D") => matches!(constant, Constant::Double(_)),
        Ok(b"Ljava/lang/String;") => matches!(constant, Constant::String { .. }),
        _ => false,
    };
    require(suits, "4.7.2.type", || "Inconsistent constant value type".into())
}

fn check_inner_classes(class: &ClassFile<'_>, list: &[InnerClass]) -> Checked {
    const RULE: &str = "4.7.6";
    let mut seen = HashSet::with_capacity(list.len());
    for inner in list {
        require_class(class, inner.inner, RULE)?;
        if inner.outer != 0 {
            require_class(class, inner.outer, RULE)?;
        }
        if inner.name != 0 {
            require_utf8(class, inner.name, RULE)?;
        }
        require(inner.inner != inner.outer, "4.7.6.self", || "Class is both outer and inner class".into())?;
        check_class_flags(inner.access, class.major)?;
        require(seen.insert((inner.inner, inner.outer, inner.name)), "4.7.6.twice", || {
            "Duplicate entry in InnerClasses attribute".into()
        })?;
    }
    Ok(())
}

fn check_bootstrap(class: &ClassFile<'_>, entry: &BootstrapMethod) -> Checked {
    require(matches!(class.cp.get(entry.method), Constant::MethodHandle { .. }), "4.7.23.method", || {
        format!("bootstrap_method_index {} has bad constant type", entry.method)
    })?;
    entry.arguments.iter().try_for_each(|&index| {
        let loadable = matches!(
            class.cp.get(index),
            Constant::Integer(_)
                | Constant::Float(_)
                | Constant::Long(_)
                | Constant::Double(_)
                | Constant::Class { .. }
                | Constant::String { .. }
                | Constant::MethodHandle { .. }
                | Constant::MethodType { .. }
                | Constant::Dynamic { .. }
        );
        require(loadable, "4.7.23.argument", || format!("argument_index {index} has bad constant type"))
    })
}

/// Rules about several class attributes.
pub fn check_class(class: &ClassFile<'_>) -> Checked {
    let has = |name: &str, since: u16| class.major >= since && class.attributes.has(&class.cp, name);
    require(!(has("NestHost", 55) && has("NestMembers", 55)), "4.7.29.both", || {
        "Conflict between NestHost and NestMembers attributes".into()
    })?;
    if has("PermittedSubclasses", 61) {
        require(class.access & flags::FINAL == 0, "4.7.31.final", || {
            "PermittedSubclasses attribute in final class file".into()
        })?;
    }
    Ok(())
}

/// The structure of a Code attribute (JVMS 4.7.3), instructions apart.
pub fn check_code(class: &ClassFile<'_>, data: &[u8], parameter_slots: usize) -> Checked {
    let code = match Code::parse(data) {
        Ok(code) => code,
        Err(FormatError::BadAttribute { .. }) => {
            return bad("4.7.3.attribute-length", "Code attribute has wrong length");
        }
        Err(error) => return bad("4.7.3.attribute-length", error.to_string()),
    };
    let length = code.code.len();
    require((1..0x10000).contains(&length), "4.7.3.length", || {
        format!("Invalid method Code length {length}")
    })?;
    require(parameter_slots <= code.max_locals as usize, "4.7.3.locals", || {
        "Arguments can't fit into locals".into()
    })?;
    for handler in &code.handlers {
        let (start, end) = (handler.start_pc as usize, handler.end_pc as usize);
        require(start < end && end <= length, "4.7.3.range", || "Illegal exception table range".into())?;
        require((handler.handler_pc as usize) < length, "4.7.3.handler", || {
            "Illegal exception table handler".into()
        })?;
        if handler.catch_type != 0 {
            require_class(class, handler.catch_type, "4.7.3.catch-type")?;
        }
    }
    check(class, &code.attributes, Place::Code, None)?;
    check_pcs(class, &code)
}

// Debug tables lie within the code and the locals.
fn check_pcs(class: &ClassFile<'_>, code: &Code<'_>) -> Checked {
    let length = code.code.len();
    let mut variables = Vec::new();
    let mut typed = Vec::new();
    for raw in code.attributes.iter() {
        let Ok(name) = class.cp.utf8(raw.name) else { continue };
        if !TABLES.iter().any(|table| table.as_bytes() == name) {
            continue;
        }
        match decode(name, raw.data, "4.7.length")? {
            Attribute::LineNumberTable(lines) => {
                let inside = lines.iter().all(|line| (line.start_pc as usize) < length);
                require(inside, "4.7.12.start-pc", || "Invalid pc in LineNumberTable".into())?;
            }
            Attribute::LocalVariableTable(list) => {
                list.iter().try_for_each(|variable| check_variable(class, code, variable, true))?;
                variables.extend(list);
            }
            Attribute::LocalVariableTypeTable(list) if class.major >= 49 => {
                list.iter().try_for_each(|variable| check_variable(class, code, variable, false))?;
                typed.extend(list);
            }
            _ => {}
        }
    }
    check_entries(class, &variables, &typed)
}

// No variable twice, and the table of signatures names only variables that the other has (JVMS 4.7.13, 4.7.14).
fn check_entries(class: &ClassFile<'_>, variables: &[LocalVariable], typed: &[LocalVariable]) -> Checked {
    let key = |v: &LocalVariable| (v.start_pc, v.length, v.name, v.index);
    let name = |v: &LocalVariable| class.cp.utf8(v.name).map(text).unwrap_or_default();
    let mut seen = HashSet::with_capacity(variables.len());
    for v in variables {
        require(seen.insert(key(v)), "4.7.13.twice", || {
            format!("Duplicated LocalVariableTable attribute entry for '{}'", name(v))
        })?;
    }
    if variables.is_empty() {
        return Ok(());
    }
    let mut typed_seen = HashSet::with_capacity(typed.len());
    for v in typed {
        require(seen.contains(&key(v)), "4.7.14.match", || {
            format!("LVTT entry for '{}' does not match any LVT entry", name(v))
        })?;
        require(typed_seen.insert(key(v)), "4.7.14.twice", || {
            format!("Duplicated LocalVariableTypeTable attribute entry for '{}'", name(v))
        })?;
    }
    Ok(())
}

fn check_variable(class: &ClassFile<'_>, code: &Code<'_>, variable: &LocalVariable, plain: bool) -> Checked {
    let (start, length) = (variable.start_pc as usize, variable.length as usize);
    require(start < code.code.len(), "4.7.13.start-pc", || format!("Invalid start_pc {start}"))?;
    require(start + length <= code.code.len(), "4.7.13.length", || format!("Invalid length {length}"))?;
    require_utf8(class, variable.name, "4.7.13.name")?;
    require_utf8(class, variable.descriptor, "4.7.13.descriptor")?;
    let name = class.cp.utf8(variable.name).unwrap_or_default();
    let descriptor = class.cp.utf8(variable.descriptor).unwrap_or_default();
    let relabel = |rule: &'static str| move |r: Rejection| Rejection { rule: rule.into(), ..r };
    legal::require_field_name(name, class.major).map_err(relabel("4.7.13.name"))?;
    if plain {
        legal::require_field_descriptor(name, descriptor).map_err(relabel("4.7.13.descriptor"))?;
    }
    let last = variable.index as usize + usize::from(plain && matches!(descriptor, b"J" | b"D"));
    require(last < code.max_locals as usize, "4.7.13.index", || format!("Invalid index {}", variable.index))
}
