//! Runs random programs in all modes and compares: `differential [MINUTES] [SEED] [--count N] [--ways a,b] [--keep FOLDER]`.
//!
//! Programs are compiled in batches by rvmc and run by rvm interpreted, compiled, tiering early, and so with the collector in zeal mode; where there is
//! a JDK also by java, and compiled by javac. A program that differs is made smaller as long as it does, and stored.

use rvm_tests::command::{Outcome, run};
use rvm_tests::randomprog::{Program, program};
use rvm_tests::{Scratch, jdk, our};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Programs in one batch.
const BATCH: u64 = 12;
/// Options of rvm by name.
const WAYS: &[(&str, &[&str])] = &[
    ("int", &["-Xint"]),
    ("comp", &["-Xcomp"]),
    ("early", &["-XX:CompileThreshold=20"]),
    ("tier", &[]),
    ("zeal", &["-XX:CompileThreshold=10", "-XX:GCZeal=197"]),
    ("zealcomp", &["-Xcomp", "-XX:GCZeal=499"]),
];
const JAVA: &[&str] = &["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-OmitStackTraceInFastThrow"];

struct Options {
    minutes: u64,
    seed: u64,
    count: u64,
    ways: Vec<String>,
    keep: PathBuf,
}

fn options() -> Result<Options, String> {
    let mut o = Options {
        minutes: 10,
        seed: 1,
        count: u64::MAX,
        ways: vec![],
        keep: std::env::temp_dir().join("rvm-differential"),
    };
    let mut args = std::env::args().skip(1);
    let mut plain = 0;
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} needs a value"));
        let number = |text: &str| text.parse::<u64>().map_err(|e| format!("{text}: {e}"));
        match arg.as_str() {
            "--count" => o.count = number(&value()?)?,
            "--ways" => o.ways = value()?.split(',').map(str::to_string).collect(),
            "--keep" => o.keep = value()?.into(),
            _ if plain == 0 => {
                o.minutes = number(&arg)?;
                plain = 1;
            }
            _ => o.seed = number(&arg)?,
        }
    }
    Ok(o)
}

fn main() {
    let o = match options() {
        Ok(o) => o,
        Err(message) => {
            eprintln!("{message}");
            std::process::exit(2);
        }
    };
    let end = Instant::now() + Duration::from_secs(o.minutes * 60);
    let mut ways: Vec<&str> = WAYS.iter().map(|w| w.0).collect();
    if jdk::java().is_some() {
        ways.extend(["java", "javac"]);
    }
    if !o.ways.is_empty() {
        ways.retain(|w| o.ways.iter().any(|x| x == w));
    }
    // What java prints is right; without it, what the interpreter does.
    let reference = if ways.contains(&"java") { "java" } else { ways[0] };
    let last = o.seed.saturating_add(o.count);
    let mut seed = o.seed;
    let mut found = 0;
    let mut run_ways: HashMap<&str, Duration> = HashMap::new();
    while seed < last && Instant::now() < end {
        let upto = last.min(seed + BATCH);
        let programs: Vec<Program> = (seed..upto).map(|s| program(s, &HashSet::new())).collect();
        let scratch = Scratch::new("differential");
        let outputs = match batch(&programs, &ways, scratch.path(), &mut run_ways) {
            Ok(outputs) => outputs,
            Err(message) => {
                println!("seeds {seed}..{upto}: {message}");
                found += 1;
                seed = upto;
                continue;
            }
        };
        for (n, p) in programs.iter().enumerate() {
            let expected = &outputs[reference][n];
            let bad: Vec<&str> = ways.iter().copied().filter(|&w| outputs[w][n] != *expected).collect();
            let Some(&way) = bad.first() else { continue };
            found += 1;
            println!("seed {}: {} differ from {reference}", seed + n as u64, bad.join(", "));
            // After a crash the rest of the batch is missing.
            let small = shrink(seed + n as u64, reference, way, scratch.path());
            let kept = store(&o.keep, p, small.as_deref(), way, [expected, &outputs[way][n]]);
            println!(
                "  {} ({})",
                kept.display(),
                if small.is_some() { "made smaller" } else { "not seen again" }
            );
            if outputs[way][n].starts_with("missing") {
                break;
            }
        }
        seed = upto;
    }
    let times: Vec<String> = run_ways.iter().map(|(w, t)| format!("{w} {:.0} s", t.as_secs_f64())).collect();
    println!("{} programs, {found} differences; {}", seed - o.seed, times.join(", "));
    std::process::exit(i32::from(found > 0));
}

/// Keeps the program, and what was printed when the difference was seen.
fn store(keep: &Path, p: &Program, small: Option<&str>, way: &str, outputs: [&String; 2]) -> PathBuf {
    let folder = keep.join(way);
    let path = folder.join(format!("{}.java", p.name));
    let write = || {
        std::fs::create_dir_all(&folder)?;
        std::fs::write(path.with_extension("expected"), outputs[0])?;
        std::fs::write(path.with_extension("printed"), outputs[1])?;
        std::fs::write(&path, small.unwrap_or(&p.text))
    };
    if let Err(e) = write() {
        println!("  {}: {e}", path.display());
    }
    path
}

fn compile(compiler: &Path, sources: &[String], dir: &Path, out: &str) -> Result<(), String> {
    let mut args: Vec<String> = ["-nowarn", "-d", out].map(String::from).to_vec();
    args.extend_from_slice(sources);
    let outcome = run(compiler, &args, dir, b"", Duration::from_secs(300));
    if outcome.code == 0 {
        Ok(())
    } else {
        Err(format!("{}: {}{}", compiler.display(), outcome.out, outcome.err))
    }
}

fn execute(way: &str, main: &str, dir: &Path) -> Outcome {
    let mut args: Vec<&str> = vec![];
    let program = match way {
        "java" | "javac" => {
            args.extend(JAVA);
            jdk::java().map(Path::to_path_buf).unwrap_or_default()
        }
        _ => {
            args.extend(WAYS.iter().find(|w| w.0 == way).map_or(&[][..], |w| w.1));
            args.push("-Xmx256m");
            our("rvm")
        }
    };
    args.extend(["-cp", if way == "javac" { "javac" } else { "out" }, main]);
    run(&program, &args, dir, b"", Duration::from_secs(300))
}

/// Output of each program, by way.
fn batch<'w>(
    programs: &[Program],
    ways: &[&'w str],
    dir: &Path,
    times: &mut HashMap<&'w str, Duration>,
) -> Result<HashMap<&'w str, Vec<String>>, String> {
    let mut main = String::from("public class Batch {\n    public static void main(String[] args) {\n");
    let mut sources = vec!["Batch.java".to_string()];
    for p in programs {
        let name = &p.name;
        main.push_str(&format!("        System.out.println(\"## {name}\");\n        {name}.main(args);\n"));
        let file = format!("{name}.java");
        std::fs::write(dir.join(&file), &p.text).map_err(|e| e.to_string())?;
        sources.push(file);
    }
    main.push_str("    }\n}\n");
    std::fs::write(dir.join("Batch.java"), main).map_err(|e| e.to_string())?;
    compile(&our("rvmc"), &sources, dir, "out")?;
    if ways.contains(&"javac")
        && let Some(javac) = jdk::javac()
    {
        compile(&javac, &sources, dir, "javac")?;
    }
    let mut outputs = HashMap::new();
    for &way in ways {
        let start = Instant::now();
        let outcome = execute(way, "Batch", dir);
        *times.entry(way).or_default() += start.elapsed();
        let mut list = vec![String::from("missing"); programs.len()];
        for (n, p) in programs.iter().enumerate() {
            let mark = format!("## {}\n", p.name);
            if let Some((_, rest)) = outcome.out.split_once(&mark) {
                list[n] = rest.split("## ").next().unwrap_or("").to_string();
            }
        }
        if outcome.code != 0 || !outcome.err.is_empty() {
            // The last program that ran did it.
            let at = list.iter().rposition(|l| l != "missing").unwrap_or(0);
            list[at] = format!("missing the end: {}\n{}{}", outcome.code, list[at], outcome.err);
        }
        outputs.insert(way, list);
    }
    Ok(outputs)
}

/// A smaller program of the seed that still differs.
fn shrink(seed: u64, reference: &str, way: &str, dir: &Path) -> Option<String> {
    let end = Instant::now() + Duration::from_secs(240);
    let mut without = HashSet::new();
    let full = program(seed, &without);
    let differs = |p: &Program| {
        let file = format!("{}.java", p.name);
        if std::fs::write(dir.join(&file), &p.text).is_err()
            || compile(&our("rvmc"), std::slice::from_ref(&file), dir, "out").is_err()
        {
            return false;
        }
        if way == "javac" && jdk::javac().is_none_or(|javac| compile(&javac, &[file], dir, "javac").is_err())
        {
            return false;
        }
        let right = execute(reference, &p.name, dir);
        right.code == 0 && (0..2).any(|_| execute(way, &p.name, dir) != right)
    };
    if !(0..3).any(|_| differs(&full)) {
        return None;
    }
    let mut best = full.text;
    let mut size = u64::from(full.parts).next_power_of_two() as u32 / 2;
    while size > 0 && Instant::now() < end {
        let mut at = 0;
        while at < full.parts && Instant::now() < end {
            let piece: Vec<u32> = (at..full.parts.min(at + size)).filter(|n| !without.contains(n)).collect();
            at += size;
            if piece.is_empty() {
                continue;
            }
            without.extend(&piece);
            let candidate = program(seed, &without);
            if candidate.text != best && differs(&candidate) {
                best = candidate.text;
            } else {
                for n in &piece {
                    without.remove(n);
                }
            }
        }
        size /= 2;
    }
    Some(best)
}
