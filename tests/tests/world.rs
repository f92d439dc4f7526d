//! The JIT compiles every method of the class library.

use rvm_tests::command::run;
use rvm_tests::{Scratch, our};
use std::time::Duration;

#[test]
fn the_library_compiles() {
    let scratch = Scratch::new("world");
    let dir = scratch.path();
    let source =
        "public class Hello { public static void main(String[] a) { System.out.println(\"Hello\"); } }";
    std::fs::write(dir.join("Hello.java"), source).expect("a writable folder");
    let compiled = run(&our("rvmc"), &["Hello.java".to_string()], dir, b"", Duration::from_secs(60));
    assert_eq!(compiled.code, 0, "{}", compiled.err);
    let args = ["-XX:+CompileTheWorld", "-cp", ".", "Hello"].map(String::from);
    let outcome = run(&our("rvm"), &args, dir, b"", Duration::from_secs(900));
    assert_eq!((outcome.code, outcome.out.as_str()), (0, "Hello\n"), "{}", outcome.err);
    let last = outcome.err.lines().last().unwrap_or("");
    assert!(last.ends_with(" compiled, 0 failures"), "{}", outcome.err);
    let methods: usize = last.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0);
    assert!(methods > 10_000, "{last}");
}
