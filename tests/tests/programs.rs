//! Programs in the four ways {rvmc, javac} x {rvm, java}, and with the collector in zeal mode: all must print what OpenJDK printed. So must the benchmark
//! programs, but in zeal mode they would take too long.

use libtest_mimic::{Arguments, Failed, Trial};
use rvm_tests::case::{Program, area_programs, programs};
use rvm_tests::command::{Outcome, run};
use rvm_tests::{Scratch, jdk, our, tests_dir};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Ways to run besides the usual one: interpreted, compiled at first call, compiled soon and entered in loops.
const MODES: &[(&str, &[&str])] = &[
    ("-Xint", &["-Xint"]),
    ("-Xcomp", &["-Xcomp"]),
    ("-XX:CompileThreshold=30", &["-XX:CompileThreshold=30"]),
    ("-Xint in zeal mode", &["-Xint", "-XX:GCZeal=97", "-Xmx256m"]),
    ("-Xcomp in zeal mode", &["-Xcomp", "-XX:GCZeal=97", "-Xmx256m"]),
    ("-XX:CompileThreshold=30 in zeal mode", &["-XX:CompileThreshold=30", "-XX:GCZeal=97", "-Xmx256m"]),
];

/// Options that make the collector run all the time.
const ZEAL: &[&str] = &["-XX:GCZeal=97", "-Xmx256m"];

static LIVE: AtomicUsize = AtomicUsize::new(0);
static STORED: AtomicUsize = AtomicUsize::new(0);

fn main() {
    let args = Arguments::from_args();
    let mut all = programs(&tests_dir().join("programs"));
    all.extend(area_programs(&tests_dir().join("bench")));
    let scratch = Arc::new(Scratch::new("programs"));
    let listing = args.list;
    let wanted: Vec<Program> = all
        .iter()
        .filter(|p| args.filter.as_ref().is_none_or(|f| p.name.contains(f.as_str())))
        .cloned()
        .collect();
    let with_jdk = !listing && jdk::java().is_some();
    let mut refused = Vec::new();
    if with_jdk {
        refused = jdk::compile_all(&wanted, &scratch.path().join("javac"));
    }
    let refused = Arc::new(refused);
    let trials = all
        .into_iter()
        .map(|p| {
            let (scratch, refused) = (scratch.clone(), refused.clone());
            Trial::test(p.name.clone(), move || check(&p, &scratch, with_jdk, &refused))
        })
        .collect();
    let conclusion = libtest_mimic::run(&args, trials);
    println!(
        "programs compared live with a JDK: {}; with stored output only (3 of 11 ways skipped): {}",
        LIVE.load(Ordering::Relaxed),
        STORED.load(Ordering::Relaxed)
    );
    drop(scratch);
    conclusion.exit();
}

fn check(p: &Program, scratch: &Scratch, with_jdk: bool, refused: &[(String, String)]) -> Result<(), Failed> {
    let ours = scratch.sub(&format!("rvmc/{}", p.name));
    let mut args = vec!["-d".to_string(), ours.to_string_lossy().into_owned()];
    args.extend(p.sources.iter().map(|s| s.to_string_lossy().into_owned()));
    let compiled = run(&our("rvmc"), &args, scratch.path(), b"", Duration::from_secs(60));
    if compiled.code != 0 {
        return Err(format!("rvmc refuses it ({}):\n{}{}", compiled.code, compiled.out, compiled.err).into());
    }
    let Some(out) = p.out() else {
        return Err("no stored output: run `cargo run -p rvm-tests --bin bless`".into());
    };
    let expect = |way: &str, o: Outcome| compare(p, &out, way, &o);
    expect("rvmc, rvm", run_rvm(p, &ours, &[]))?;
    let bench = p.name.starts_with("bench/");
    if !bench {
        expect("rvmc, rvm in zeal mode", run_rvm(p, &ours, ZEAL))?;
    }
    for (name, options) in MODES.iter().filter(|m| !bench || !m.1.contains(&ZEAL[0])) {
        expect(&format!("rvmc, rvm {name}"), run_rvm(p, &ours, options))?;
    }
    if !with_jdk {
        STORED.fetch_add(1, Ordering::Relaxed);
        return Ok(());
    }
    LIVE.fetch_add(1, Ordering::Relaxed);
    expect("rvmc, java", jdk::run_java(p, &ours, &["-Xverify:all"]))?;
    if let Some((_, message)) = refused.iter().find(|(n, _)| *n == p.name) {
        return Err(format!("javac refuses it:\n{message}").into());
    }
    let theirs = scratch.path().join("javac").join(&p.name);
    expect("javac, java", jdk::run_java(p, &theirs, &[]))?;
    expect("javac, rvm", run_rvm(p, &theirs, &[]))
}

fn run_rvm(p: &Program, classes: &Path, extra: &[&str]) -> Outcome {
    let mut args: Vec<String> = extra.iter().map(|s| s.to_string()).collect();
    args.extend(p.flags());
    args.extend(["-cp".to_string(), classes.to_string_lossy().into_owned(), p.main.clone()]);
    args.extend(p.args());
    run(&our("rvm"), &args, classes, &p.input(), Duration::from_secs(120))
}

fn compare(p: &Program, out: &str, way: &str, o: &Outcome) -> Result<(), Failed> {
    if o.out != out {
        return Err(format!(
            "{way}: standard output differs{}\nstderr: {}",
            difference(out, &o.out),
            clip(&o.err)
        )
        .into());
    }
    if o.code != p.exit() {
        return Err(
            format!("{way}: exit code {} instead of {}\nstderr: {}", o.code, p.exit(), clip(&o.err)).into()
        );
    }
    // The JVM's own warnings about its options are not the program's.
    let said: String =
        o.err.lines().filter(|l| !l.contains("VM warning")).map(|l| format!("{l}\n")).collect();
    match p.err() {
        Some(err) if err != said => {
            Err(format!("{way}: standard error differs{}", difference(&err, &said)).into())
        }
        _ => Ok(()),
    }
}

fn clip(text: &str) -> String {
    text.lines().take(25).collect::<Vec<_>>().join("\n")
}

fn difference(expected: &str, found: &str) -> String {
    let (mut e, mut f) = (expected.lines(), found.lines());
    for n in 1.. {
        match (e.next(), f.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => {
                return format!(
                    " in line {n}\n  expected: {}\n  found:    {}",
                    a.unwrap_or("<end>"),
                    b.unwrap_or("<end>")
                );
            }
        }
    }
    " (in line ends only)".into()
}
