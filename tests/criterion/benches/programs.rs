//! Each program of `tests/bench`, whole process, in each way that `rvm` can run it. `RVM_WAYS="-Xint;-Xcomp"` names other ways than the defaults: sets of
//! options, separated by semicolons.

use criterion::{BenchmarkId, Criterion};
use rvm_bench::{command, compile, programs, run, write_classes};
use rvm_tests::Scratch;
use std::process::{Command, Stdio};
use std::time::Duration;

/// The option sets to compare: the interpreter, and the JIT where this `rvm` has one.
fn ways() -> Vec<String> {
    if let Ok(text) = std::env::var("RVM_WAYS") {
        return text.split(';').map(|w| w.trim().to_string()).collect();
    }
    let jit = Command::new(command("rvm")).args(["-verbose:jit", "-version"]).stderr(Stdio::null()).output();
    if jit.is_ok_and(|o| o.status.success()) {
        vec!["-Xint".into(), String::new()]
    } else {
        vec![String::new()]
    }
}

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    let scratch = Scratch::new("criterion-programs");
    let ways = ways();
    let rvm = command("rvm");
    let mut group = criterion.benchmark_group("programs");
    for source in programs() {
        let dir = scratch.sub(&source.name);
        write_classes(&compile(&source), &dir);
        for way in &ways {
            let label = if way.is_empty() { "default" } else { way };
            group.bench_function(BenchmarkId::new(&source.name, label), |b| {
                let mut args: Vec<&str> = way.split_whitespace().collect();
                args.extend(["-cp", ".", &source.name]);
                b.iter(|| run(&rvm, &args, &dir));
            });
        }
    }
    group.finish();
    criterion.final_summary();
}
