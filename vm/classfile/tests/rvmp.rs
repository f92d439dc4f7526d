//! `rvmp` prints what javap printed for the stored classes, and what it prints now if it is there.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/classes")
}

fn classes() -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".class"))
        .collect();
    names.sort();
    names
}

fn run(program: &str, args: &[&str], files: &[String]) -> std::io::Result<Output> {
    Command::new(program).args(args).args(files).current_dir(folder()).output()
}

fn rvmp(args: &[&str], files: &[String]) -> Output {
    run(env!("CARGO_BIN_EXE_rvmp"), args, files).unwrap()
}

// Path and date differ from machine to machine.
fn lines(bytes: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(bytes)
        .lines()
        .filter(|line| !line.starts_with("Classfile ") && !line.starts_with("  Last modified "))
        .map(String::from)
        .collect()
}

fn assert_same(what: &str, ours: &[String], theirs: &[String]) {
    for (i, (our, their)) in ours.iter().zip(theirs).enumerate() {
        assert_eq!(our, their, "{what}, line {}", i + 1);
    }
    assert_eq!(ours.len(), theirs.len(), "{what}");
}

#[test]
fn stored_output() {
    let expected = std::fs::read(folder().join("javap-v.txt")).unwrap();
    let output = rvmp(&["-v", "-p"], &classes());
    assert!(output.status.success());
    assert_same("-v -p", &lines(&output.stdout), &lines(&expected));
}

#[test]
fn live_output() {
    let options: [&[&str]; 6] = [
        &["-v", "-p"],
        &["-c", "-p"],
        &["-l", "-s"],
        &[],
        &["-public", "-constants"],
        &["-c", "-l", "-s", "-private"],
    ];
    for args in options {
        match run("javap", args, &classes()) {
            Ok(theirs) => {
                assert_same(&args.join(" "), &lines(&rvmp(args, &classes()).stdout), &lines(&theirs.stdout));
            }
            Err(_) => println!("skipped: no javap on this machine"),
        }
    }
}

#[test]
fn errors_are_one_line() {
    let broken = std::env::temp_dir().join(format!("rvmp-{}.class", std::process::id()));
    // Constants that refer to each other in a circle.
    let circle = "class A\nconst x = raw u1 15 u1 5 u2 6\nconst y = raw u1 15 u1 5 u2 5\nmethod static m ()V\n ldc $x\n return";
    std::fs::write(&broken, &rvm_classfile::asm::assemble(circle).unwrap()[0].bytes).unwrap();
    let output = rvmp(&["-v"], &[broken.to_string_lossy().into_owned()]);
    assert!(output.status.code().is_some(), "no signal");
    std::fs::write(&broken, b"not a class").unwrap();
    for file in [broken.to_string_lossy().into_owned(), "missing.class".into(), "Missing".into(), ".".into()]
    {
        let output = rvmp(&["-c"], &[file]);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1);
    }
    std::fs::remove_file(&broken).unwrap();
    assert_eq!(rvmp(&["-nonsense"], &[]).status.code(), Some(2));
    assert_eq!(rvmp(&[], &[]).status.code(), Some(2));
}
