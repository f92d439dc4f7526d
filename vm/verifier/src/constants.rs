//! The constant pool is well-formed (JVMS 4.4).

use crate::format::{Checked, bad, require, text};
use crate::legal;
use rvm_classfile::constant::{ref_kind, tag};
use rvm_classfile::descriptor::FieldType;
use rvm_classfile::{ClassFile, Constant, ConstantPool, MemberRef, RefKind, mutf8};

const INDEX: &str = "4.4.index";

/// Each entry's references, names and descriptors.
pub fn check(class: &ClassFile<'_>) -> Checked {
    let cp = &class.cp;
    let bootstraps = bootstrap_count(class);
    for (index, constant) in cp.iter() {
        check_version(&constant, class.major, class.access)?;
        let reference = |expected: bool, at: u16| {
            require(expected, INDEX, || format!("Invalid constant pool index {at} in entry {index}"))
        };
        match constant {
            Constant::Utf8(bytes) => check_utf8(bytes, class.major)?,
            Constant::Class { name } => {
                reference(is_utf8(cp, name), name)?;
                let name = cp.utf8(name).unwrap_or_default();
                let legal = match name.first() {
                    Some(b'[') => FieldType::parse(name).is_ok(),
                    _ => legal::class_name(name, class.major),
                };
                require(legal, "4.4.1.class-name", || format!("Illegal class name \"{}\"", text(name)))?;
            }
            Constant::String { utf8 } => reference(is_utf8(cp, utf8), utf8)?,
            Constant::NameAndType { name, descriptor } => {
                reference(is_utf8(cp, name), name)?;
                reference(is_utf8(cp, descriptor), descriptor)?;
                check_name_and_type(cp, index, class.major)?;
            }
            Constant::Fieldref { class: of, name_and_type }
            | Constant::Methodref { class: of, name_and_type }
            | Constant::InterfaceMethodref { class: of, name_and_type } => {
                reference(matches!(cp.get(of), Constant::Class { .. }), of)?;
                check_pair(cp, index, name_and_type)?;
                check_member(cp, index, class.major)?;
            }
            Constant::MethodHandle { kind, reference } => {
                check_handle(cp, index, kind, reference, class.major)?
            }
            Constant::MethodType { descriptor } => {
                reference(is_utf8(cp, descriptor), descriptor)?;
                let descriptor = cp.utf8(descriptor).unwrap_or_default();
                legal::require_method_descriptor(b"type", descriptor, class.major)?;
            }
            Constant::Dynamic { bootstrap, name_and_type } => {
                check_pair(cp, index, name_and_type)?;
                check_bootstrap(bootstrap, bootstraps)?;
                let (name, descriptor) = cp.name_and_type(name_and_type).unwrap_or_default();
                legal::require_field_name(name, class.major)?;
                legal::require_field_descriptor(name, descriptor)?;
            }
            Constant::InvokeDynamic { bootstrap, name_and_type } => {
                check_pair(cp, index, name_and_type)?;
                check_bootstrap(bootstrap, bootstraps)?;
                let (name, descriptor) = cp.name_and_type(name_and_type).unwrap_or_default();
                legal::require_method_name(name, class.major)?;
                legal::require_method_descriptor(name, descriptor, class.major)?;
            }
            Constant::Module { name } | Constant::Package { name } => reference(is_utf8(cp, name), name)?,
            Constant::Unusable
            | Constant::Integer(_)
            | Constant::Float(_)
            | Constant::Long(_)
            | Constant::Double(_) => {}
        }
    }
    Ok(())
}

fn is_utf8(cp: &ConstantPool<'_>, index: u16) -> bool {
    matches!(cp.get(index), Constant::Utf8(_))
}

// JVMS table 4.4-C, and Module and Package only in module-info.
fn check_version(constant: &Constant<'_>, major: u16, access: u16) -> Checked {
    let tag = constant.tag();
    let since = match tag {
        tag::METHOD_HANDLE | tag::METHOD_TYPE | tag::INVOKE_DYNAMIC => 51,
        tag::DYNAMIC => 55,
        tag::MODULE | tag::PACKAGE => {
            let module = major >= 53 && access & rvm_classfile::flags::MODULE != 0;
            return require(module, "4.4.11.module", || format!("Unknown constant tag {tag}"));
        }
        _ => return Ok(()),
    };
    require(major >= since, "4.4.version", || {
        format!("Class file version does not support constant tag {tag}")
    })
}

/// Modified UTF-8; from version 48 on in its shortest form.
fn check_utf8(bytes: &[u8], major: u16) -> Checked {
    if bytes.iter().all(|&b| (1..0x80).contains(&b)) {
        return Ok(());
    }
    let shortest = || {
        bytes.windows(2).all(|pair| match pair {
            [0xc0, second] => *second == 0x80,
            [0xc1, _] => false,
            [0xe0, second] => *second >= 0xa0,
            _ => true,
        })
    };
    require(mutf8::validate(bytes).is_ok() && (major < 48 || shortest()), "4.4.7.utf8", || {
        "Illegal UTF8 string in constant pool".into()
    })
}

fn check_pair(cp: &ConstantPool<'_>, index: u16, name_and_type: u16) -> Checked {
    let whole = matches!(cp.get(name_and_type), Constant::NameAndType { name, descriptor }
        if is_utf8(cp, name) && is_utf8(cp, descriptor));
    require(whole, INDEX, || format!("Invalid constant pool index {name_and_type} in entry {index}"))
}

fn check_name_and_type(cp: &ConstantPool<'_>, index: u16, major: u16) -> Checked {
    let Ok((name, descriptor)) = cp.name_and_type(index) else { return Ok(()) };
    if descriptor.first() == Some(&b'(') {
        legal::require_method_name(name, major)?;
        legal::require_method_descriptor(name, descriptor, major).map(drop)
    } else {
        // A name that only a method may have is caught where the entry is used.
        if name != b"<init>" && name != b"<clinit>" {
            legal::require_field_name(name, major)?;
        }
        legal::require_field_descriptor(name, descriptor)
    }
}

fn check_member(cp: &ConstantPool<'_>, index: u16, major: u16) -> Checked {
    let Ok(MemberRef { kind, name, descriptor, .. }) = cp.member_ref(index) else {
        return bad(INDEX, format!("Invalid constant pool index in entry {index}"));
    };
    if kind == RefKind::Field {
        legal::require_field_name(name, major)?;
        return legal::require_field_descriptor(name, descriptor);
    }
    legal::require_method_name(name, major)?;
    legal::require_method_descriptor(name, descriptor, major)?;
    // A name that begins so can only be the instance initialisation method of a class.
    if kind == RefKind::Method && name.first() == Some(&b'<') {
        require(name == b"<init>", "4.4.2.method-name", || {
            format!("Bad method name at constant pool index {index}")
        })?;
    }
    Ok(())
}

fn check_handle(cp: &ConstantPool<'_>, index: u16, kind: u8, reference: u16, major: u16) -> Checked {
    use ref_kind::*;
    require((GET_FIELD..=INVOKE_INTERFACE).contains(&kind), "4.4.8.kind", || {
        format!("Bad method handle kind at constant pool index {index}")
    })?;
    let constant = cp.get(reference);
    let suits = match kind {
        GET_FIELD..=PUT_STATIC => matches!(constant, Constant::Fieldref { .. }),
        INVOKE_VIRTUAL | NEW_INVOKE_SPECIAL => matches!(constant, Constant::Methodref { .. }),
        INVOKE_INTERFACE => matches!(constant, Constant::InterfaceMethodref { .. }),
        _ => {
            matches!(constant, Constant::Methodref { .. })
                || major >= 52 && matches!(constant, Constant::InterfaceMethodref { .. })
        }
    };
    require(suits, "4.4.8.reference", || {
        format!("Invalid constant pool index {reference} in method handle {index}")
    })?;
    let Ok(member) = cp.member_ref(reference) else {
        return bad(INDEX, format!("Invalid constant pool index {reference} in entry {index}"));
    };
    let named = match kind {
        NEW_INVOKE_SPECIAL => member.name == b"<init>",
        INVOKE_VIRTUAL | INVOKE_STATIC | INVOKE_SPECIAL | INVOKE_INTERFACE => {
            member.name != b"<init>" && member.name != b"<clinit>"
        }
        _ => true,
    };
    require(named, "4.4.8.name", || format!("Bad method name at constant pool index {reference}"))
}

// Entries of BootstrapMethods, `None` without a readable one.
fn bootstrap_count(class: &ClassFile<'_>) -> Option<u16> {
    let data = class.attributes.find(&class.cp, "BootstrapMethods")?;
    Some(u16::from_be_bytes([*data.first()?, *data.get(1)?]))
}

fn check_bootstrap(index: u16, count: Option<u16>) -> Checked {
    match count {
        None => bad("4.7.23.absent", "Missing BootstrapMethods attribute"),
        Some(count) => require(index < count, "4.7.23.index", || {
            format!("Short length on BootstrapMethods: no entry {index}")
        }),
    }
}
