//! The JIT compiles every method of the class library, of the test programs and of the benchmarks.

use rvm_tests::case::{area_programs, programs};
use rvm_tests::command::run;
use rvm_tests::{Scratch, our, tests_dir};
use std::path::Path;
use std::time::Duration;

fn hello(dir: &Path) {
    let source =
        "public class Hello { public static void main(String[] a) { System.out.println(\"Hello\"); } }";
    std::fs::write(dir.join("Hello.java"), source).expect("a writable folder");
    let compiled = run(&our("rvmc"), &["Hello.java".to_string()], dir, b"", Duration::from_secs(60));
    assert_eq!(compiled.code, 0, "{}", compiled.err);
}

/// The numbers in a line, in turn.
fn numbers(line: &str) -> Vec<usize> {
    line.split(' ').filter_map(|word| word.parse().ok()).collect()
}

#[test]
fn all_programs_compile() {
    let scratch = Scratch::new("programs-compile");
    let dir = scratch.path();
    hello(dir);
    let mut all = programs(&tests_dir().join("programs"));
    all.extend(area_programs(&tests_dir().join("bench")));
    let (mut methods, mut failed) = (0, String::new());
    for program in all {
        let classes = scratch.sub("classes");
        let shown = classes.to_string_lossy().into_owned();
        let mut args = vec!["-nowarn".to_string(), "-g".into(), "-d".into(), shown.clone()];
        args.extend(program.sources.iter().map(|s| s.to_string_lossy().into_owned()));
        let compiled = run(&our("rvmc"), &args, dir, b"", Duration::from_secs(60));
        assert_eq!(compiled.code, 0, "{}: {}", program.name, compiled.err);
        let args =
            [format!("-XX:CompileTheWorld={shown}"), "-cp".into(), format!("{shown}:."), "Hello".into()];
        let outcome = run(&our("rvm"), &args, dir, b"", Duration::from_secs(120));
        let last = outcome.err.lines().last().unwrap_or("");
        let found = numbers(last);
        if outcome.code != 0 || !last.ends_with(" failures") || found.len() != 4 || found[3] != 0 {
            failed.push_str(&format!("{}: {}\n", program.name, outcome.err));
        }
        methods += found.first().copied().unwrap_or(0);
        std::fs::remove_dir_all(&classes).expect("a writable folder");
    }
    assert!(failed.is_empty(), "{failed}");
    assert!(methods > 4_000, "{methods}");
    println!("{methods} methods");
}

#[test]
fn the_library_compiles() {
    let scratch = Scratch::new("world");
    let dir = scratch.path();
    hello(dir);
    let args = ["-XX:+CompileTheWorld", "-cp", ".", "Hello"].map(String::from);
    let outcome = run(&our("rvm"), &args, dir, b"", Duration::from_secs(900));
    assert_eq!((outcome.code, outcome.out.as_str()), (0, "Hello\n"), "{}", outcome.err);
    let last = outcome.err.lines().last().unwrap_or("");
    assert!(last.ends_with(" compiled, 0 failures"), "{}", outcome.err);
    let methods: usize = last.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0);
    assert!(methods > 10_000, "{last}");
}
