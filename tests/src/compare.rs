//! Compares `rvm` with `java -Xint -XX:StackShadowPages=10` on the benchmark programs: CPU time of the whole process, medians of several runs in turn,
//! ratios and their geometric mean. `compare [RUNS] [NAME...]`. Needs a JDK 17.

use rvm_tests::case::{entries, file_name};
use rvm_tests::command::run;
use rvm_tests::{Scratch, jdk, our, tests_dir};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// CPU seconds of all children that have been waited for (user and system).
fn children_seconds() -> f64 {
    // cutime and cstime of /proc/self/stat (proc(5)), in ticks of 10 ms: fine for programs of tenths of a second.
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let rest = text.rsplit(')').next().unwrap_or("");
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let ticks = |i: usize| fields.get(i).and_then(|f| f.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(13) + ticks(14)) / 100.0
}

/// Runs a command; its CPU seconds and its output.
fn measure(program: &Path, args: &[&str], dir: &Path) -> (f64, Vec<u8>) {
    let before = children_seconds();
    let output = Command::new(program).args(args).current_dir(dir).stdin(Stdio::null()).output();
    let output = output.unwrap_or_else(|e| panic!("{}: {e}", program.display()));
    (children_seconds() - before, output.stdout)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn main() {
    let mut args = std::env::args().skip(1).peekable();
    let runs = args.next_if(|a| a.parse::<usize>().is_ok()).and_then(|a| a.parse().ok()).unwrap_or(3);
    let wanted: Vec<String> = args.collect();
    let Some(java) = jdk::java() else {
        eprintln!("no JDK 17 on the PATH");
        std::process::exit(1);
    };
    let scratch = Scratch::new("compare");
    let dir = scratch.path();
    let mut compile = vec!["-d".to_string(), dir.to_string_lossy().into_owned()];
    let mut names = Vec::new();
    for path in entries(&tests_dir().join("bench")) {
        let Some(name) = file_name(&path).strip_suffix(".java").map(str::to_string) else { continue };
        compile.push(path.to_string_lossy().into_owned());
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        if text.contains("static void main(") && (wanted.is_empty() || wanted.contains(&name)) {
            names.push(name);
        }
    }
    let compiled = run(&our("rvmc"), &compile, dir, b"", Duration::from_secs(60));
    assert_eq!(compiled.code, 0, "{}", compiled.err);
    let rvm = our("rvm");
    let mut product = 0.0;
    println!("{:14} {:>8} {:>11} {:>6}", "program", "rvm s", "java -Xint s", "ratio");
    for name in &names {
        let mut times = (Vec::new(), Vec::new());
        for _ in 0..runs.max(1) {
            let (ours, out) = measure(&rvm, &["-cp", ".", name], dir);
            let (theirs, expected) = measure(
                java,
                &["-Xint", "-XX:StackShadowPages=10", "-XX:+UseSerialGC", "-cp", ".", name],
                dir,
            );
            assert_eq!(out, expected, "{name}: the outputs differ");
            times.0.push(ours);
            times.1.push(theirs);
        }
        let (ours, theirs) = (median(times.0), median(times.1));
        let ratio = ours / theirs;
        product += ratio.ln();
        println!("{name:14} {ours:8.2} {theirs:11.2} {ratio:6.2}");
    }
    println!(
        "geometric mean of {} programs: {:.3}",
        names.len(),
        (product / names.len().max(1) as f64).exp()
    );
}
