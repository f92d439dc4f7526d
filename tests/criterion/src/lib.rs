//! What the benches share: the benchmark programs, compiled; the library as the compiler's platform.

use rvm_tests::case::{entries, file_name};
use rvm_tests::tests_dir;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program of `tests/bench`: its name and its source.
#[derive(Debug, Clone)]
pub struct Source {
    /// Name of the class.
    pub name: String,
    /// The text.
    pub text: String,
}

/// The benchmark programs, by name.
pub fn programs() -> Vec<Source> {
    let files = entries(&tests_dir().join("bench"));
    files
        .iter()
        .filter_map(|path| {
            let name = file_name(path).strip_suffix(".java")?.to_string();
            Some(Source { name, text: std::fs::read_to_string(path).ok()? })
        })
        .collect()
}

/// The class library, for the compiler.
#[derive(Debug)]
pub struct Library;

impl rvm_model::world::ClassFinder for Library {
    fn find(&self, binary: &str) -> Option<Cow<'static, [u8]>> {
        rvm_stdlib::find(binary).map(Cow::Borrowed)
    }

    fn package_exists(&self, dotted: &str) -> bool {
        rvm_stdlib::has_package(dotted)
    }
}

/// Compiles a source in memory: names and class files.
///
/// # Panics
/// If the program does not compile.
pub fn compile(source: &Source) -> Vec<(String, Vec<u8>)> {
    let file = format!("{}.java", source.name);
    rvm_compiler::compile_source(&file, source.text.clone().into_bytes(), &[], || Box::new(Library))
        .unwrap_or_else(|messages| panic!("{messages}"))
}

/// Writes class files below `dir`.
///
/// # Panics
/// If they cannot be written.
pub fn write_classes(classes: &[(String, Vec<u8>)], dir: &Path) {
    for (name, bytes) in classes {
        let path = dir.join(format!("{name}.class"));
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a writable folder");
        std::fs::write(path, bytes).expect("a writable folder");
    }
}

/// Builds the commands, so that what is measured is this checkout's.
///
/// # Panics
/// If that fails.
pub fn build() {
    let packages = ["build", "--quiet", "--release", "-p", "rvm-runtime", "-p", "rvmc", "--bins"];
    let status = Command::new(env!("CARGO")).args(packages).current_dir(tests_dir()).status();
    assert!(status.is_ok_and(|s| s.success()), "the commands cannot be built");
}

/// One of our commands; criterion's executables lie beside those of the tests.
pub fn command(name: &str) -> PathBuf {
    rvm_tests::our(name)
}

/// Runs a command to its end.
///
/// # Panics
/// If it cannot be started or fails.
pub fn run(program: &Path, args: &[&str], dir: &Path) {
    let status = Command::new(program)
        .args(args)
        .current_dir(dir)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert!(status.is_ok_and(|s| s.success()), "{} {args:?}", program.display());
}
