//! Runs the programs in `programs/concurrent` and `programs/memory` again and again, scaled up, interpreted and compiled, with
//! and without the collector in zeal mode: `stress [MINUTES] [NAME...]`. Ends at the first difference from the stored output.

use rvm_tests::case::{entries, file_name};
use rvm_tests::command::run;
use rvm_tests::{Scratch, our, tests_dir};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Options of the runs, in turn, and by how much the work is multiplied. Interpreter and compiled code, small heaps,
/// collections at every Nth allocation.
const WAYS: &[(&[&str], &str)] = &[
    (&["-Xmixed", "-Xmx64m"], "20"),
    (&["-Xint", "-Xmx256m", "-XX:GCZeal=97"], "1"),
    (&["-Xcomp", "-Xmx64m"], "5"),
    (&["-Xint", "-Xmx32m", "-Xmn2m"], "10"),
    (&["-Xmixed", "-Xmx256m", "-XX:GCZeal=97"], "1"),
    (&["-Xcomp", "-Xmx256m", "-XX:GCZeal=1009"], "2"),
    (&["-Xint", "-Xmx64m"], "20"),
    (&["-Xmixed", "-Xmx256m", "-XX:GCZeal=1009"], "5"),
    (&["-Xmixed", "-Xmx32m", "-Xmn2m"], "10"),
];

fn main() {
    let mut args = std::env::args().skip(1).peekable();
    let minutes = args.next_if(|a| a.parse::<u64>().is_ok()).and_then(|a| a.parse().ok()).unwrap_or(30);
    let wanted: Vec<String> = args.collect();
    let mut programs: Vec<(String, PathBuf)> = Vec::new();
    for area in ["concurrent", "memory"] {
        for path in entries(&tests_dir().join("programs").join(area)) {
            let Some(name) = file_name(&path).strip_suffix(".java").map(str::to_string) else { continue };
            // Programs with options of their own test those.
            let plain = !path.with_extension("flags").exists();
            if plain && (wanted.is_empty() || wanted.contains(&name)) {
                programs.push((name, path));
            }
        }
    }
    let scratch = Scratch::new("stress");
    let dir = scratch.path();
    for (_, path) in &programs {
        let compile =
            ["-d".to_string(), dir.to_string_lossy().into_owned(), path.to_string_lossy().into_owned()];
        let compiled = run(&our("rvmc"), &compile, dir, b"", Duration::from_secs(60));
        assert_eq!(compiled.code, 0, "{}", compiled.err);
    }
    let end = Instant::now() + Duration::from_secs(minutes * 60);
    let mut runs = 0;
    'all: loop {
        for (options, scale) in WAYS {
            for (name, path) in &programs {
                if Instant::now() > end {
                    break 'all;
                }
                let expected = std::fs::read_to_string(path.with_extension("out")).unwrap_or_default();
                let mut command: Vec<String> = options.iter().map(ToString::to_string).collect();
                command.extend(["-cp", ".", name, scale].map(String::from));
                let outcome = run(&our("rvm"), &command, dir, b"", Duration::from_secs(600));
                if outcome.code != 0 || outcome.out != expected {
                    println!("rvm {}\n{}{}", command.join(" "), outcome.out, outcome.err);
                    std::process::exit(1);
                }
                runs += 1;
            }
        }
    }
    println!("{runs} runs, no difference");
}
