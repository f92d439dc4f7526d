//! `-XX:+CompileTheWorld`, `-XX:CompileTheWorld=DIR`: show whether the JIT can compile all of the class library, or what lies in a folder.

use rvm_vm::class::Symbol;
use rvm_vm::link;
use rvm_vm::load::Loader;
use rvm_vm::object::Ref;
use rvm_vm::thread::JavaThread;
use rvm_vm::vm;
use std::path::Path;

#[derive(Default)]
struct Numbers {
    classes: usize,
    methods: usize,
    unlinked: usize,
    refused: usize,
}

impl Numbers {
    /// Loads and links a class, which is not initialised, and compiles its methods.
    fn add(&mut self, thread: &JavaThread, loader: &'static Loader, name: &str) {
        let loaded = link::load_or_throw(thread, loader, Symbol::from_text(name));
        let Ok(class) = loaded.and_then(|class| link::link(thread, class).map(|()| class)) else {
            thread.pending.set(Ref::NULL);
            eprintln!("{name}: not linked");
            self.unlinked += 1;
            return;
        };
        let (count, refused) = rvm_jit::compile_all(class);
        self.classes += 1;
        self.methods += count;
        self.refused += refused.len();
        for (method, error) in refused {
            eprintln!("{}: not compiled: {error}", method.external());
        }
    }
}

/// Compiles the library. What fails is told on standard error, and a line with the numbers at the end.
pub(super) fn compile(thread: &JavaThread) {
    let mut n = Numbers::default();
    for (name, _) in rvm_stdlib::classes() {
        n.add(thread, vm().loaders.boot(), name);
    }
    eprintln!("{} methods of {} classes compiled, {} failures", n.methods, n.classes, n.refused + n.unlinked);
}

/// Compiles the classes in a folder, which is on the class path. Some may not link, and are counted by themselves.
pub(super) fn compile_folder(thread: &JavaThread, folder: &Path) {
    let mut names = Vec::new();
    names_below(folder, "", &mut names);
    names.sort();
    let mut n = Numbers::default();
    for name in names {
        n.add(thread, vm().loaders.app(), &name);
    }
    let Numbers { classes, methods, unlinked, refused } = n;
    eprintln!("{methods} methods of {classes} classes compiled, {unlinked} not linked, {refused} failures");
}

fn names_below(folder: &Path, package: &str, names: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let file = entry.file_name();
        let Some(file) = file.to_str() else { continue };
        if entry.file_type().is_ok_and(|t| t.is_dir()) {
            names_below(&entry.path(), &format!("{package}{file}/"), names);
        } else if let Some(name) = file.strip_suffix(".class") {
            names.push(format!("{package}{name}"));
        }
    }
}
