//! Memory against HotSpot's serial collector: CPU time, peak resident memory and pauses of the programs in `memory/` at
//! `-Xmx` of several times what is live. `memory [--jit] [NAME...]`. Needs a JDK 17.
//!
//! Without `--jit` both interpret (`-Xint`).

use rvm_tests::case::{entries, file_name};
use rvm_tests::command::run;
use rvm_tests::{Scratch, jdk, our, tests_dir};
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// What one run cost.
#[derive(Debug, Default)]
struct Run {
    seconds: f64,
    /// MiB
    resident: f64,
    /// Program output, or why there is none.
    output: String,
    young: Vec<f64>,
    full: Vec<f64>,
}

/// Waits for a child: its exit status, CPU seconds and peak resident MiB.
fn reap(pid: u32) -> (i32, f64, f64) {
    let mut status = 0;
    // SAFETY: all-zero is a valid value of this plain structure.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: fills the two structures given.
    unsafe { libc::wait4(pid as i32, &mut status, 0, &mut usage) };
    let seconds = |t: libc::timeval| t.tv_sec as f64 + t.tv_usec as f64 / 1e6;
    (status, seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss as f64 / 1024.0)
}

// `reap` waits for the child: that is where its resources are counted.
#[allow(clippy::zombie_processes)]
fn measure(program: &Path, args: &[String], dir: &Path) -> Run {
    let child = Command::new(program)
        .args(args)
        .current_dir(dir)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut child = child.unwrap_or_else(|e| panic!("{}: {e}", program.display()));
    let mut text = String::new();
    if let Some(mut pipe) = child.stdout.take() {
        let _ = pipe.read_to_string(&mut text);
    }
    let (status, seconds, resident) = reap(child.id());
    let mut run = Run { seconds, resident, ..Run::default() };
    for line in text.lines() {
        let millis = line.rsplit(' ').next().and_then(|t| t.strip_suffix("ms")).and_then(|t| t.parse().ok());
        match millis {
            Some(pause) if line.contains("Pause Young") => run.young.push(pause),
            Some(pause) if line.contains("Pause Full") => run.full.push(pause),
            _ if line.starts_with('[') => {}
            _ => run.output.push_str(line),
        }
    }
    if status != 0 {
        run.output = format!("failed ({status})");
    }
    run
}

/// The value that 99 in 100 do not exceed.
fn percentile(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get((values.len().max(1) - 1) * 99 / 100).copied().unwrap_or(0.0)
}

fn longest(values: &[f64]) -> f64 {
    values.iter().copied().fold(0.0, f64::max)
}

fn main() {
    let mut wanted: Vec<String> = std::env::args().skip(1).collect();
    let jit = wanted.iter().any(|a| a == "--jit");
    wanted.retain(|a| a != "--jit");
    let Some(java) = jdk::java() else {
        eprintln!("no JDK 17 on the PATH");
        std::process::exit(1);
    };
    let scratch = Scratch::new("memory");
    let dir = scratch.path();
    let mut compile = vec!["-d".to_string(), dir.to_string_lossy().into_owned()];
    let mut names = Vec::new();
    for path in entries(&tests_dir().join("memory")) {
        let Some(name) = file_name(&path).strip_suffix(".java").map(str::to_string) else { continue };
        compile.push(path.to_string_lossy().into_owned());
        if name != "Live" && (wanted.is_empty() || wanted.contains(&name)) {
            names.push(name);
        }
    }
    let compiled = run(&our("rvmc"), &compile, dir, b"", Duration::from_secs(60));
    assert_eq!(compiled.code, 0, "{}", compiled.err);
    let rvm = our("rvm");
    let mode = if jit { "-Xmixed" } else { "-Xint" };
    let (mut time, mut memory, mut count) = (0.0, 0.0, 0.0);
    println!(
        "{:9} {:>5} {:>6} | {:>7} {:>7} {:>5} | {:>6} {:>6} {:>5} | {:>9} {:>9} | {:>9} {:>9}",
        "program",
        "-Xmx",
        "live",
        "rvm s",
        "java s",
        "ratio",
        "rvm M",
        "java M",
        "ratio",
        "young p99",
        "java",
        "full max",
        "java"
    );
    for name in &names {
        let options = |more: &[&str]| -> Vec<String> {
            let all = [mode, "-XX:+UseSerialGC", "-Xlog:gc", "-cp", "."];
            all.iter().chain(more).map(ToString::to_string).collect()
        };
        let live = measure(java, &options(&["-Xmx2g", name, "live"]), dir).output;
        let live: f64 = live.strip_prefix("live ").and_then(|l| l.parse().ok()).unwrap_or(0.0) / 1048576.0;
        for factor in [1.5, 2.0, 3.0, 6.0] {
            let limit = format!("-Xmx{}m", (live * factor) as usize);
            let mut ours = measure(&rvm, &options(&[&limit, name]), dir);
            let mut theirs = measure(java, &options(&[&limit, name]), dir);
            let same = if ours.output == theirs.output { "" } else { "  outputs differ" };
            println!(
                "{name:9} {factor:4}x {live:5.0}M | {:7.2} {:7.2} {:5.2} | {:6.0} {:6.0} {:5.2} | {:7.1}ms {:7.1}ms | {:7.1}ms {:7.1}ms{same}",
                ours.seconds,
                theirs.seconds,
                ours.seconds / theirs.seconds,
                ours.resident,
                theirs.resident,
                ours.resident / theirs.resident,
                percentile(&mut ours.young),
                percentile(&mut theirs.young),
                longest(&ours.full),
                longest(&theirs.full),
            );
            time += (ours.seconds / theirs.seconds).ln();
            memory += (ours.resident / theirs.resident).ln();
            count += 1.0;
        }
    }
    println!("geometric means: time {:.3}, resident {:.3}", (time / count).exp(), (memory / count).exp());
}
