//! What ARCHITECTURE.md promises of the crates, and the library under javac.

use rvm_tests::case::{entries, file_name, sources_below};
use rvm_tests::command::run;
use rvm_tests::{Scratch, jdk, tests_dir};
use std::path::{Path, PathBuf};
use std::time::Duration;

fn root() -> PathBuf {
    tests_dir().parent().expect("tests/ is in the checkout").to_path_buf()
}

/// The crates of this workspace that a crate names in `[dependencies]`.
fn dependencies(folder: &str) -> Vec<String> {
    let text = std::fs::read_to_string(root().join(folder).join("Cargo.toml")).expect("a crate's Cargo.toml");
    text.lines()
        .skip_while(|l| *l != "[dependencies]")
        .skip(1)
        .take_while(|l| !l.starts_with('['))
        .filter_map(|l| l.split(['.', ' ', '=']).next())
        .filter(|name| !name.is_empty() && !name.starts_with('#'))
        .map(str::to_string)
        .collect()
}

#[test]
fn arrows_go_one_way() {
    let allowed: &[(&str, &[&str])] = &[
        ("vm/classfile", &[]),
        ("vm/archive", &[]),
        ("vm/verifier", &["rvm-classfile"]),
        ("vm", &["rvm-classfile", "rvm-verifier"]),
        ("jit", &["rvm-classfile", "rvm-vm"]),
        ("compiler/syntax", &[]),
        ("compiler/model", &["rvm-classfile", "rvm-syntax"]),
        ("compiler/attribute", &["rvm-classfile", "rvm-syntax", "rvm-model"]),
        ("compiler/generate", &["rvm-classfile", "rvm-syntax", "rvm-model", "rvm-attribute"]),
    ];
    for (folder, allowed) in allowed {
        for name in dependencies(folder).iter().filter(|d| d.starts_with("rvm")) {
            assert!(allowed.contains(&name.as_str()), "{folder} must not depend on {name}");
        }
    }
    let foreign = ["cranelift", "kvm", "rvm-compiler", "rvm-syntax"];
    for name in dependencies("vm") {
        assert!(!foreign.iter().any(|f| name.starts_with(f)), "the VM must not depend on {name}");
    }
    // The sandbox stands alone, and alone names what walls are made of.
    assert!(dependencies("runtime/sandbox").iter().all(|d| !d.starts_with("rvm")));
    let walls = ["kvm", "seccomp", "landlock"];
    for folder in ["vm", "compiler", "compiler/rvmc", "stdlib", "runtime", "tests"] {
        for name in dependencies(folder) {
            assert!(!walls.iter().any(|w| name.starts_with(w)), "{folder} must not depend on {name}");
        }
    }
}

#[test]
fn only_the_runtime_does_host_files() {
    let mut found = Vec::new();
    for folder in [
        "vm/src",
        "vm/verifier/src",
        "compiler/syntax/src",
        "compiler/model/src",
        "compiler/attribute/src",
        "compiler/generate/src",
    ] {
        rust_files(&root().join(folder), &mut |path, text| {
            if text.contains("std::fs") || text.contains("std::net") {
                found.push(path.display().to_string());
            }
        });
    }
    assert!(found.is_empty(), "host files or network in {found:?}");
}

fn rust_files(dir: &Path, each: &mut dyn FnMut(&Path, &str)) {
    for path in entries(dir) {
        if path.is_dir() {
            if file_name(&path) != "bin" {
                rust_files(&path, each);
            }
        } else if path.extension().is_some_and(|e| e == "rs") {
            each(&path, &std::fs::read_to_string(&path).expect("a readable source"));
        }
    }
}

/// The library is plain Java: javac compiles it as the module java.base that it is.
#[test]
fn library_compiles_under_javac() {
    let Some(javac) = jdk::javac() else {
        println!("skipped: no JDK 17");
        return;
    };
    let scratch = Scratch::new("library-javac");
    let stdlib = root().join("stdlib");
    let mut sources = Vec::new();
    sources_below(&stdlib.join("java"), &mut sources);
    sources_below(&stdlib.join("javax"), &mut sources);
    sources_below(&stdlib.join("org"), &mut sources);
    sources_below(&stdlib.join("com"), &mut sources);
    sources_below(&stdlib.join("rvm"), &mut sources);
    sources.push(stdlib.join("module-info.java"));
    let list: String = sources.iter().map(|s| format!("\"{}\"\n", s.display())).collect();
    let list_file = scratch.path().join("sources");
    std::fs::write(&list_file, list).expect("a writable temporary folder");
    let args = ["--system", "none", "-nowarn", "-d", "out", &format!("@{}", list_file.display())];
    let outcome = run(&javac, &args, scratch.path(), b"", Duration::from_secs(300));
    assert_eq!(outcome.code, 0, "javac refuses the library:\n{}", outcome.err);
}
