//! Compiles the class library with our own compiler and packs it into an image (see `src/format.rs`).

#[path = "src/format.rs"]
mod format;

use format::{CLASS_ENTRY, HEADER, MAGIC, PACKAGE_ENTRY};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn main() {
    for path in ["java", "javax", "org", "com", "rvm", "module-info.java", "src/format.rs"] {
        println!("cargo:rerun-if-changed={path}");
    }
    println!("cargo:rerun-if-env-changed=RVM_STDLIB_CLASSES");
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it")).join("library.image");
    let classes = match std::env::var_os("RVM_STDLIB_CLASSES") {
        // For work on the compiler itself: a library that another compiler made.
        Some(dir) => read_classes(Path::new(&dir)),
        None => compile(&root),
    };
    std::fs::write(&out, image(&classes)).expect("OUT_DIR is writable");
}

/// Class files by internal binary name.
type Classes = BTreeMap<String, Vec<u8>>;

fn compile(root: &Path) -> Classes {
    let mut sources = Vec::new();
    for dir in ["java", "javax", "org", "com", "rvm"] {
        walk(&root.join(dir), &mut |path| {
            if path.extension().is_some_and(|e| e == "java") {
                sources.push(path.to_path_buf());
            }
        });
    }
    sources.sort();
    match rvm_compiler::compile_library(&sources) {
        Ok(classes) => classes,
        Err(messages) => {
            eprintln!("{messages}");
            panic!("the class library does not compile");
        }
    }
}

fn read_classes(dir: &Path) -> Classes {
    let mut classes = Classes::new();
    walk(dir, &mut |path| {
        if path.extension().is_some_and(|e| e == "class") {
            let name = path.strip_prefix(dir).expect("it is below").with_extension("");
            let name = name.to_string_lossy().into_owned();
            if name != "module-info" {
                classes.insert(name, std::fs::read(path).expect("a readable file"));
            }
        }
    });
    classes
}

fn walk(dir: &Path, each: &mut dyn FnMut(&Path)) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() { walk(&path, each) } else { each(&path) }
    }
}

fn image(classes: &Classes) -> Vec<u8> {
    let mut packages = BTreeSet::new();
    for name in classes.keys() {
        for (i, _) in name.match_indices('/') {
            packages.insert(name[..i].replace('/', "."));
        }
    }
    let mut head: Vec<u32> = vec![MAGIC, classes.len() as u32, packages.len() as u32];
    let base = HEADER + classes.len() * CLASS_ENTRY + packages.len() * PACKAGE_ENTRY;
    let mut blob = Vec::new();
    let place = |bytes: &[u8], blob: &mut Vec<u8>| {
        let at = base + blob.len();
        blob.extend_from_slice(bytes);
        [at as u32, bytes.len() as u32]
    };
    for (name, data) in classes {
        head.extend(place(name.as_bytes(), &mut blob));
        head.extend(place(data, &mut blob));
    }
    for package in &packages {
        head.extend(place(package.as_bytes(), &mut blob));
    }
    let mut out: Vec<u8> = head.iter().flat_map(|w| w.to_le_bytes()).collect();
    out.append(&mut blob);
    out
}
