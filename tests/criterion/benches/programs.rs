//! The programs of `tests/bench`, in each way that `rvm` can run them: steady state (CPU time of one run of `main` in a process that has warmed up), whole
//! processes, and a table of what the JIT gains. `RVM_WAYS="-Xint;-Xcomp"` names other ways than the interpreter and the defaults: sets of options,
//! separated by semicolons.

use criterion::{BenchmarkId, Criterion, SamplingMode};
use rvm_bench::{build, command, programs, run};
use rvm_tests::Scratch;
use rvm_tests::measure::{Session, Way, compile_programs};
use std::path::Path;
use std::time::Duration;

/// Samples of each bench.
const SAMPLES: usize = 10;

fn main() {
    build();
    let mut criterion = Criterion::default()
        .sample_size(SAMPLES)
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    let scratch = Scratch::new("criterion-programs");
    let dir = scratch.path();
    compile_programs(dir);
    let ways = std::env::var("RVM_WAYS").unwrap_or_else(|_| "-Xint;".into());
    let ways: Vec<Way> = ways
        .split(';')
        .map(|options| {
            let label = if options.trim().is_empty() { "default" } else { options.trim() };
            Way::new(label, &command("rvm"), options)
        })
        .collect();
    steady(&mut criterion, &ways, dir);
    whole(&mut criterion, &ways, dir);
    criterion.final_summary();
}

fn steady(criterion: &mut Criterion, ways: &[Way], dir: &Path) {
    let mut group = criterion.benchmark_group("steady");
    // A run takes up to a second in the interpreter, so each sample has as many. After the three seconds of criterion's default the JIT has compiled
    // what is hot.
    group.sampling_mode(SamplingMode::Flat);
    let mut rows = Vec::new();
    for source in programs() {
        let medians = ways.iter().map(|way| {
            let mut samples = Vec::new();
            let mut session = None;
            group.bench_function(BenchmarkId::new(&source.name, &way.name), |b| {
                let session = session.get_or_insert_with(|| Session::start(way, &source.name, dir));
                b.iter_custom(|runs| {
                    let time = session.run(runs);
                    let time = time.unwrap_or_else(|| panic!("{} fails with {}", source.name, way.name));
                    samples.push(time.as_secs_f64() * 1000.0 / runs as f64);
                    time
                });
            });
            // What comes before the samples is warming up.
            let mut last = samples.split_off(samples.len().checked_sub(SAMPLES)?);
            last.sort_by(f64::total_cmp);
            Some(last[SAMPLES / 2])
        });
        let medians: Vec<Option<f64>> = medians.collect();
        rows.extend(medians.into_iter().collect::<Option<Vec<f64>>>().map(|m| (source.name, m)));
    }
    group.finish();
    table(ways, &rows);
}

/// Medians of CPU milliseconds a run, and how many times faster each way is than the first.
fn table(ways: &[Way], rows: &[(String, Vec<f64>)]) {
    let (Some((_, first)), true) = (rows.first(), ways.len() > 1) else { return };
    let names: Vec<&str> = ways.iter().map(|way| way.name.as_str()).collect();
    println!("| program | {} | {} / each |", names.join(" | "), names[0]);
    println!("| --- |{}", " ---: |".repeat(first.len() * 2 - 1));
    let line = |name: &str, cells: Vec<String>| println!("| {name} | {} |", cells.join(" | "));
    let gains = |row: &[f64]| row[1..].iter().map(|ms| row[0] / ms.max(1e-9)).collect::<Vec<_>>();
    for (name, row) in rows {
        let cells = row.iter().map(|ms| format!("{ms:.2}"));
        line(name, cells.chain(gains(row).iter().map(|gain| format!("{gain:.2}"))).collect());
    }
    let mean = |i: usize| {
        let logs = rows.iter().map(|(_, row)| gains(row)[i].ln());
        (logs.sum::<f64>() / rows.len() as f64).exp()
    };
    let means = (0..first.len() - 1).map(|i| format!("{:.2}", mean(i)));
    line("geometric mean", vec![String::new(); first.len()].into_iter().chain(means).collect());
}

fn whole(criterion: &mut Criterion, ways: &[Way], dir: &Path) {
    let mut group = criterion.benchmark_group("whole process");
    group.warm_up_time(Duration::from_millis(200));
    for source in programs() {
        for way in ways {
            let mut args: Vec<&str> = way.options.iter().map(String::as_str).collect();
            args.extend(["-cp", ".", &source.name]);
            group.bench_function(BenchmarkId::new(&source.name, &way.name), |b| {
                b.iter(|| run(&way.program, &args, dir));
            });
        }
    }
    group.finish();
}
