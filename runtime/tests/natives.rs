//! The library's native methods and the tables of host functions agree.

use rvm_classfile::flags;
use rvm_runtime::natives::TABLES;
use std::collections::HashSet;

/// `class.name descriptor` of every method of the library, and of the native ones.
fn library() -> (HashSet<String>, HashSet<String>) {
    let (mut all, mut natives) = (HashSet::new(), HashSet::new());
    for (name, bytes) in rvm_stdlib::classes() {
        let class = rvm_classfile::parse(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        for method in &class.methods {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            let method_name = text(method.name(&class.cp).expect("a name"));
            let descriptor = text(method.descriptor(&class.cp).expect("a descriptor"));
            let key = format!("{name}.{method_name} {descriptor}");
            // Signature-polymorphic methods (JVMS 2.9.3) are linked at their call sites.
            let polymorphic = name.starts_with("java/lang/invoke/") && method.is(flags::VARARGS);
            if method.is(flags::NATIVE) && !polymorphic {
                natives.insert(key.clone());
            }
            all.insert(key);
        }
    }
    (all, natives)
}

fn bound() -> Vec<String> {
    let classes = TABLES.iter().copied().flatten();
    classes
        .flat_map(|c| c.methods.iter().map(|m| format!("{}.{} {}", c.name, m.name, m.descriptor)))
        .collect()
}

#[test]
fn every_native_is_bound() {
    let (_, natives) = library();
    assert!(!natives.is_empty(), "the library's image is empty");
    let bound: HashSet<String> = bound().into_iter().collect();
    let mut missing: Vec<&String> = natives.difference(&bound).collect();
    missing.sort();
    assert!(missing.is_empty(), "native methods without a host function: {missing:#?}");
}

#[test]
fn every_binding_has_its_method() {
    let (all, _) = library();
    let mut stale: Vec<String> = bound().into_iter().filter(|key| !all.contains(key)).collect();
    stale.sort();
    assert!(stale.is_empty(), "host functions without a method: {stale:#?}");
}

#[test]
fn nothing_is_bound_twice() {
    let mut seen = HashSet::new();
    let twice: Vec<String> = bound().into_iter().filter(|key| !seen.insert(key.clone())).collect();
    assert!(twice.is_empty(), "bound twice: {twice:#?}");
}
