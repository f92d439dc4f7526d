//! What must hold for any input; shared by the fuzz targets and the seeded mutations of `tests/mutations.rs`.

use rvm_classfile::{ClassFile, Instructions};
use rvm_model::world::ClassFinder;
use rvm_syntax::Diagnostics;
use rvm_verifier::{ClassSet, parse_checked, verify};
use std::borrow::Cow;

/// Reading a class file, all its attributes and instructions, ends. Whether it is well formed.
pub fn class_file(bytes: &[u8]) -> bool {
    let Ok(class) = rvm_classfile::parse(bytes) else { return false };
    let members = class.fields.iter().chain(&class.methods);
    let attributes = members.map(|m| m.attributes.decode(&class.cp).is_ok()).fold(true, |a, b| a & b);
    let code = class.methods.iter().map(|m| code(m, &class)).fold(true, |a, b| a & b);
    attributes & code & class.attributes.decode(&class.cp).is_ok()
}

fn code(method: &rvm_classfile::Member<'_>, class: &ClassFile<'_>) -> bool {
    match method.code(&class.cp) {
        Ok(None) => true,
        Ok(Some(code)) => {
            Instructions::new(&code.code).all(|i| i.is_ok()) & code.attributes.decode(&class.cp).is_ok()
        }
        Err(_) => false,
    }
}

/// Format checks and verification end. Whether the class is accepted.
pub fn verified(bytes: &[u8], set: &mut ClassSet) -> bool {
    parse_checked(bytes).is_ok_and(|class| verify(&class, set).is_ok())
}

/// The library's classes, for the verifier.
pub fn library() -> ClassSet {
    let mut set = ClassSet::new();
    for (_, bytes) in rvm_stdlib::classes() {
        if let Ok(class) = rvm_classfile::parse(bytes) {
            set.add(&class);
        }
    }
    set
}

/// Lexing and parsing end. Whether there were no errors.
pub fn source(text: &str) -> bool {
    let diags = Diagnostics::default();
    let file = diags.add_file("T.java".into(), text.into());
    let _ = rvm_syntax::parse(&diags, file);
    diags.error_count() == 0
}

struct Platform;

impl ClassFinder for Platform {
    fn find(&self, binary: &str) -> Option<Cow<'static, [u8]>> {
        rvm_stdlib::find(binary).map(Cow::Borrowed)
    }

    fn package_exists(&self, dotted: &str) -> bool {
        rvm_stdlib::has_package(dotted)
    }
}

/// The whole compiler ends. Whether it accepts the text; then the verifier must accept the classes.
///
/// # Panics
/// If it does not.
pub fn compiled(text: &str, set: &ClassSet) -> bool {
    let made = rvm_compiler::compile_source("T.java", text.into(), &[], || Box::new(Platform));
    let Ok(classes) = made else { return false };
    let mut set = set.clone();
    let parsed: Vec<_> = classes
        .iter()
        .map(|(name, bytes)| (name, parse_checked(bytes).unwrap_or_else(|e| panic!("{name}: {e:?}"))))
        .collect();
    for (_, class) in &parsed {
        set.add(class);
    }
    for (name, class) in &parsed {
        if let Err(failure) = verify(class, &mut set) {
            panic!("{name} is made but not accepted: {failure:?}");
        }
    }
    true
}
