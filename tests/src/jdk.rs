//! The JDK to compare with, where one is installed.

use crate::case::Program;
use crate::command::{Outcome, run};
use crate::{Scratch, tests_dir};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

/// The release that expected output comes from.
const RELEASE: &str = "17";

/// The path of `java`, if a JDK 17 with compiler is installed.
pub fn java() -> Option<&'static Path> {
    static JAVA: OnceLock<Option<PathBuf>> = OnceLock::new();
    JAVA.get_or_init(|| {
        let path = std::env::var_os("PATH")?;
        let java = std::env::split_paths(&path).map(|d| d.join("java")).find(|p| p.is_file())?;
        let javac = javac_beside(&java)?;
        let version = run(&javac, &["-version"], Path::new("/"), b"", Duration::from_secs(60));
        let text = format!("{}{}", version.out, version.err);
        text.contains(&format!("javac {RELEASE}")).then_some(java)
    })
    .as_deref()
}

fn javac_beside(java: &Path) -> Option<PathBuf> {
    [java.to_path_buf(), java.canonicalize().ok()?]
        .iter()
        .map(|j| j.with_file_name("javac"))
        .find(|p| p.is_file())
}

/// The path of `javac`.
pub fn javac() -> Option<PathBuf> {
    javac_beside(java()?)
}

/// Compiles each program with javac into `out/<area>/<name>`, all in one JDK process (`support/CompileAll.java`). Returns the messages of those that
/// failed, by name.
///
/// # Panics
/// If there is no JDK or the helper program fails.
pub fn compile_all(programs: &[Program], out: &Path) -> Vec<(String, String)> {
    let scratch = Scratch::new("compile-all");
    let list = scratch.path().join("list");
    let mut text = String::new();
    for p in programs {
        text.push_str(&p.name);
        for s in &p.sources {
            text.push('\t');
            text.push_str(&s.to_string_lossy());
        }
        text.push('\n');
    }
    std::fs::write(&list, text).expect("a writable temporary folder");
    let helper = tests_dir().join("support/CompileAll.java");
    let args = [helper.as_os_str(), list.as_os_str(), out.as_os_str()];
    let outcome = run(java().expect("a JDK"), &args, scratch.path(), b"", Duration::from_secs(900));
    assert_eq!(outcome.code, 0, "CompileAll failed: {}{}", outcome.out, outcome.err);
    let mut failed = Vec::new();
    for block in outcome.out.split("\u{1}").skip(1) {
        let (name, message) = block.split_once('\n').unwrap_or((block, ""));
        failed.push((name.to_string(), message.to_string()));
    }
    failed
}

/// Runs a compiled program with `java`.
///
/// # Panics
/// If there is no JDK.
pub fn run_java(program: &Program, classes: &Path, extra: &[&str]) -> Outcome {
    let mut args: Vec<String> =
        ["-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"]
            .iter()
            .map(|s| s.to_string())
            .collect();
    args.extend(extra.iter().map(|s| s.to_string()));
    args.extend(program.flags());
    args.extend(["-cp".to_string(), classes.to_string_lossy().into_owned(), program.main.clone()]);
    args.extend(program.args());
    run(java().expect("a JDK"), &args, classes, &program.input(), Duration::from_secs(120))
}
