//! Format checks of a class as a whole (JVMS 4.1 to 4.6, 4.8).

use crate::attributes::{self, Place};
use crate::constants;
use crate::error::{Kind, Rejection};
use crate::legal;
use hashbrown::HashSet;
use rvm_classfile::{ClassFile, Constant, Member, flags, mutf8};

pub type Checked<T = ()> = Result<T, Rejection>;

/// A broken rule of format.
pub fn bad<T>(rule: &'static str, message: impl Into<String>) -> Checked<T> {
    Err(Rejection::new(Kind::ClassFormat, rule, message))
}

/// A condition that must hold.
pub fn require(holds: bool, rule: &'static str, message: impl FnOnce() -> String) -> Checked {
    if holds { Ok(()) } else { bad(rule, message()) }
}

/// Text for messages.
pub fn text(bytes: &[u8]) -> String {
    mutf8::to_str_lossy(bytes).into_owned()
}

/// JVMS 4.1: versions that Java 17 supports. The message has `%s` for the class's name.
pub fn check_version(major: u16, minor: u16) -> Result<(), String> {
    const MAX: u16 = crate::MAX_MAJOR;
    let only = "This version of the Java Runtime only recognizes";
    match (major, minor) {
        (MAX, 0) | (45..=55, _) | (56..MAX, 0) => Ok(()),
        (..45, _) => {
            Err(format!("%s (class file version {major}.{minor}) was compiled with an invalid major version"))
        }
        (MAX, 65535) => Err(format!(
            "Preview features are not enabled for %s (class file version {major}.{minor}). \
             Try running with '--enable-preview'"
        )),
        (_, 65535) if major < MAX => Err(format!(
            "%s (class file version {major}.{minor}) was compiled with preview features that are unsupported. \
             {only} preview features for class file version {MAX}.65535"
        )),
        _ if major <= MAX => Err(format!(
            "%s (class file version {major}.{minor}) was compiled with an invalid non-zero minor version"
        )),
        _ => Err(format!(
            "%s has been compiled by a more recent version of the Java Runtime (class file version {major}.{minor}), \
             {} class file versions up to {MAX}.0",
            only.replace("This", "this")
        )),
    }
}

/// All checks that need no code.
pub fn check(class: &ClassFile<'_>) -> Checked {
    let name = class.name().map(text).unwrap_or_default();
    check_class(class).map_err(|rejection| Rejection { class: name.into(), ..rejection })
}

fn check_class(class: &ClassFile<'_>) -> Checked {
    if let Err(message) = check_version(class.major, class.minor) {
        return Err(Rejection::new(Kind::UnsupportedClassVersion, "4.1.version", message));
    }
    constants::check(class)?;
    check_class_flags(class.access, class.major)?;
    check_supers(class)?;
    check_fields(class)?;
    check_methods(class)?;
    attributes::check(class, &class.attributes, Place::Class, None)?;
    attributes::check_class(class)
}

/// JVMS 4.1 and, for InnerClasses, 4.7.6.
pub fn check_class_flags(access: u16, major: u16) -> Checked {
    let has = |flag: u16| access & flag != 0;
    if major >= 53 && has(flags::MODULE) {
        let message = "it is not a class because access_flag ACC_MODULE is set";
        return Err(Rejection::new(Kind::NotAClass, "4.1.module", message));
    }
    let interface = has(flags::INTERFACE);
    // Before version 50 an interface without ACC_ABSTRACT is taken as abstract.
    let abstract_ = has(flags::ABSTRACT) || interface && major < 50;
    let modern = major >= 49;
    let illegal = abstract_ && has(flags::FINAL)
        || interface && !abstract_
        || interface && modern && (has(flags::SUPER) || has(flags::ENUM))
        || !interface && modern && has(flags::ANNOTATION);
    require(!illegal, "4.1.flags", || format!("Illegal class modifiers: {access:#X}"))
}

fn check_supers(class: &ClassFile<'_>) -> Checked {
    let cp = &class.cp;
    let Ok(name) = class.name() else {
        return bad(
            "4.1.this-class",
            format!("Invalid this class index {} in constant pool", class.this_class),
        );
    };
    require(name.first() != Some(&b'['), "4.1.this-class", || "Bad class name".into())?;
    if class.super_class == 0 {
        require(name == b"java/lang/Object", "4.1.super-class", || "Invalid superclass index 0".into())?;
    } else {
        let Ok(super_name) = cp.class_name(class.super_class) else {
            return bad("4.1.super-class", format!("Invalid superclass index {}", class.super_class));
        };
        require(super_name.first() != Some(&b'['), "4.1.super-class", || "Bad superclass name".into())?;
        let interface = class.access & flags::INTERFACE != 0;
        require(!interface || super_name == b"java/lang/Object", "4.1.interface-super", || {
            "Invalid superclass of an interface: not java.lang.Object".into()
        })?;
    }
    let mut seen = HashSet::with_capacity(class.interfaces.len());
    for &index in &class.interfaces {
        let Ok(name) = cp.class_name(index) else {
            return bad("4.1.interfaces", format!("Interface name has bad constant pool index {index}"));
        };
        require(name.first() != Some(&b'['), "4.1.interfaces", || "Bad interface name".into())?;
        require(seen.insert(name), "4.1.interface-twice", || {
            format!("Duplicate interface name \"{}\"", text(name))
        })?;
    }
    Ok(())
}

fn member_names<'p>(class: &ClassFile<'p>, member: &Member<'_>) -> Checked<(&'p [u8], &'p [u8])> {
    match (class.cp.utf8(member.name), class.cp.utf8(member.descriptor)) {
        (Ok(name), Ok(descriptor)) => Ok((name, descriptor)),
        _ => bad("4.4.index", "Invalid constant pool index of a member's name or descriptor"),
    }
}

fn in_member(name: &[u8], descriptor: &[u8]) -> impl FnOnce(Rejection) -> Rejection {
    let method = descriptor.first() == Some(&b'(');
    let member = match method {
        true => format!("{}{}", text(name), text(descriptor)),
        false => text(name),
    };
    move |rejection| Rejection { member: Some(member), ..rejection }
}

fn check_fields(class: &ClassFile<'_>) -> Checked {
    let interface = class.access & flags::INTERFACE != 0;
    let mut seen = HashSet::with_capacity(class.fields.len());
    for field in &class.fields {
        let (name, descriptor) = member_names(class, field)?;
        let checks = || {
            check_field_flags(field.access, interface, class.major)?;
            legal::require_field_name(name, class.major)?;
            legal::require_field_descriptor(name, descriptor)?;
            attributes::check(class, &field.attributes, Place::Field, Some(field))
        };
        checks().map_err(in_member(name, descriptor))?;
        require(seen.insert((name, descriptor)), "4.5.field-twice", || {
            format!("Duplicate field name \"{}\" with signature \"{}\"", text(name), text(descriptor))
        })?;
    }
    Ok(())
}

fn one_visibility(access: u16) -> bool {
    (access & (flags::PUBLIC | flags::PRIVATE | flags::PROTECTED)).count_ones() <= 1
}

fn check_field_flags(access: u16, interface: bool, major: u16) -> Checked {
    let has = |flag: u16| access & flag != 0;
    let legal = if interface {
        let needed = flags::PUBLIC | flags::STATIC | flags::FINAL;
        access & needed == needed
            && !has(flags::PRIVATE | flags::PROTECTED | flags::VOLATILE | flags::TRANSIENT)
            && !(major >= 49 && has(flags::ENUM))
    } else {
        one_visibility(access) && !(has(flags::FINAL) && has(flags::VOLATILE))
    };
    require(legal, "4.5.flags", || format!("Illegal field modifiers: {access:#X}"))
}

fn check_methods(class: &ClassFile<'_>) -> Checked {
    let mut seen = HashSet::with_capacity(class.methods.len());
    for method in &class.methods {
        let (name, descriptor) = member_names(class, method)?;
        check_method(class, method, name, descriptor).map_err(in_member(name, descriptor))?;
        require(seen.insert((name, descriptor)), "4.6.method-twice", || {
            format!("Duplicate method name \"{}\" with signature \"{}\"", text(name), text(descriptor))
        })?;
    }
    Ok(())
}

fn check_method(class: &ClassFile<'_>, method: &Member<'_>, name: &[u8], descriptor: &[u8]) -> Checked {
    let interface = class.access & flags::INTERFACE != 0;
    legal::require_method_name(name, class.major)?;
    let slots = legal::require_method_descriptor(name, descriptor, class.major)?;
    let mut access = method.access;
    if name == b"<clinit>" {
        // Before version 51 a method of this name is static whatever it says.
        let is_static = access & flags::STATIC != 0 || class.major < 51;
        require(is_static, "2.9.2.clinit", || "Method <clinit> is not static".into())?;
        access = flags::STATIC | access & flags::STRICT;
    } else {
        check_method_flags(access, interface, name == b"<init>", class.major)?;
    }
    if name == b"<init>" {
        require(!interface, "2.9.1.interface-init", || {
            "Interface cannot have an instance initialization method".into()
        })?;
    }
    let this = usize::from(access & flags::STATIC == 0);
    require(slots + this <= 255, "4.3.3.arguments", || "Too many arguments in method signature".into())?;
    attributes::check(class, &method.attributes, Place::Method, Some(method))?;
    let code = method.attributes.find(&class.cp, "Code");
    match (access & (flags::NATIVE | flags::ABSTRACT) != 0, code) {
        (true, Some(_)) => bad("4.7.3.present", "Code attribute in native or abstract methods"),
        (false, None) => {
            bad("4.7.3.absent", "Absent Code attribute in method that is not native or abstract")
        }
        (false, Some(data)) => attributes::check_code(class, data, slots + this),
        (true, None) => Ok(()),
    }
}

fn check_method_flags(access: u16, interface: bool, init: bool, major: u16) -> Checked {
    let has = |flag: u16| access & flag != 0;
    let strict = (46..60).contains(&major) && has(flags::STRICT);
    let modern = major >= 49;
    let legal = if interface && major >= 52 {
        has(flags::PUBLIC) != has(flags::PRIVATE)
            && !has(flags::PROTECTED | flags::FINAL | flags::SYNCHRONIZED | flags::NATIVE)
            && !(has(flags::ABSTRACT) && (has(flags::PRIVATE | flags::STATIC) || strict))
    } else if interface {
        has(flags::PUBLIC)
            && has(flags::ABSTRACT)
            && !has(flags::PRIVATE | flags::PROTECTED | flags::STATIC | flags::FINAL | flags::NATIVE)
            && !(modern && (has(flags::SYNCHRONIZED) || strict))
    } else if init {
        one_visibility(access)
            && !has(flags::STATIC | flags::FINAL | flags::SYNCHRONIZED | flags::NATIVE | flags::ABSTRACT)
            && !(modern && has(flags::BRIDGE))
    } else {
        let clashes = flags::FINAL | flags::NATIVE | flags::PRIVATE | flags::STATIC;
        one_visibility(access)
            && !(has(flags::ABSTRACT) && (has(clashes) || modern && (has(flags::SYNCHRONIZED) || strict)))
    };
    require(legal, "4.6.flags", || format!("Method has illegal modifiers: {access:#X}"))
}

/// An index that must be that of a Class entry.
pub fn require_class(class: &ClassFile<'_>, index: u16, rule: &'static str) -> Checked {
    require(matches!(class.cp.get(index), Constant::Class { .. }), rule, || {
        format!("Class index {index} has bad constant type")
    })
}

/// An index that must be that of a Utf8 entry.
pub fn require_utf8(class: &ClassFile<'_>, index: u16, rule: &'static str) -> Checked {
    require(class.cp.utf8(index).is_ok(), rule, || {
        format!("Invalid constant pool index {index}: Utf8 expected")
    })
}
