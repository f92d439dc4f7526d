//! Snapshots of running Java programs: what the restored guest prints is what the first printed after its snapshot.

use rvm_tests::command::{Outcome, run};
use rvm_tests::{Scratch, our, tests_dir};
use std::path::Path;
use std::time::Duration;

/// Compiles a program of `tests/snapshot`; its folder.
fn compile(name: &str, scratch: &Scratch) -> std::path::PathBuf {
    let classes = scratch.sub(name);
    let source = tests_dir().join("snapshot").join(format!("{name}.java"));
    let args = ["-nowarn", "-d", &classes.to_string_lossy(), &source.to_string_lossy()].map(str::to_owned);
    let compiled = run(&our("rvmc"), &args, scratch.path(), b"", Duration::from_secs(60));
    assert_eq!(compiled.code, 0, "{}", compiled.err);
    classes
}

fn guest(options: &[&str], classes: &Path) -> Outcome {
    let mut args: Vec<String> = ["--sandbox", "kvm"].map(str::to_owned).to_vec();
    args.push(format!("--dir={}", classes.display()));
    args.extend(options.iter().map(|o| (*o).to_owned()));
    run(&our("rvm"), &args, classes, b"", Duration::from_secs(120))
}

fn round(name: &str, when: &[&str], more: &[&str]) {
    if !Path::new("/dev/kvm").exists() {
        println!("skipped: no /dev/kvm");
        return;
    }
    let scratch = Scratch::new(&format!("snapshot-{:?}", std::thread::current().id()));
    let classes = compile(name, &scratch);
    let file = scratch.path().join("snapshot");
    let file = file.to_string_lossy();
    let named = classes.to_string_lossy();
    let first = guest(&[&["--snapshot", &file], when, more, &["-cp", &named, name]].concat(), &classes);
    assert_eq!(first.code, 7, "{}", first.err);
    let wanted = std::fs::read_to_string(tests_dir().join("snapshot").join(format!("{name}.out")))
        .expect("stored output");
    assert_eq!(first.out, wanted, "{}", first.err);
    for _ in 0..2 {
        let again = guest(&["--restore", &file], &classes);
        assert_eq!(again.code, 7, "{}", again.err);
        assert!(first.out.ends_with(&again.out), "{}", again.out);
        assert!(again.out.ends_with("done\n"), "{}\n{}", again.out, again.err);
    }
}

#[test]
fn before_main() {
    round("Work", &[], &[]);
}

#[test]
fn while_threads_compute_wait_and_sleep() {
    round("Work", &["--snapshot-after", "700ms"], &[]);
    round("Work", &["--snapshot-after", "300ms"], &["-Xint"]);
}
