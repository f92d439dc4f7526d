//! The test programs behind the walls: in `process` and in `kvm` mode, with interpreter and JIT, each prints what OpenJDK printed. Where `/dev/kvm` is, `kvm` must
//! work; where it is not, those runs are counted as skipped. And the programs of `tests/denied`: what they try is refused, as docs/sandbox.md says.

use libtest_mimic::{Arguments, Failed, Trial};
use rvm_tests::case::{Program, area_programs, programs};
use rvm_tests::command::{Outcome, run};
use rvm_tests::{Scratch, our, tests_dir};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Programs that do what the walls refuse, and what that is (docs/sandbox.md).
const REFUSED: &[(&str, &str)] = &[("lang/Processes", "programs are not started: denied/Programs")];

static RAN: AtomicUsize = AtomicUsize::new(0);
static SKIPPED: AtomicUsize = AtomicUsize::new(0);

fn main() {
    let mut args = Arguments::from_args();
    // Each case has two walls around it already: more at once only takes longer.
    args.test_threads = args.test_threads.or(Some(2));
    let scratch = Arc::new(Scratch::new("sandbox"));
    let trials = programs(&tests_dir().join("programs"))
        .into_iter()
        .filter(|p| !REFUSED.iter().any(|(name, _)| p.name == *name))
        .chain(area_programs(&tests_dir().join("denied")))
        .map(|p| {
            let scratch = scratch.clone();
            Trial::test(p.name.clone(), move || check(&p, &scratch))
        })
        .collect();
    let conclusion = libtest_mimic::run(&args, trials);
    println!(
        "runs behind a wall: {}; skipped for want of /dev/kvm: {}",
        RAN.load(Ordering::Relaxed),
        SKIPPED.load(Ordering::Relaxed)
    );
    for (name, why) in REFUSED {
        println!("not run behind a wall: {name} ({why})");
    }
    drop(scratch);
    conclusion.exit();
}

fn check(p: &Program, scratch: &Scratch) -> Result<(), Failed> {
    let classes = scratch.sub(&p.name);
    let mut args = vec!["-nowarn".to_string(), "-d".to_string(), classes.to_string_lossy().into_owned()];
    args.extend(p.sources.iter().map(|s| s.to_string_lossy().into_owned()));
    let compiled = run(&our("rvmc"), &args, scratch.path(), b"", Duration::from_secs(60));
    if compiled.code != 0 {
        return Err(format!("rvmc refuses it ({}):\n{}", compiled.code, compiled.err).into());
    }
    let Some(out) = p.out() else { return Err("no stored output".into()) };
    for (mode, engine) in [("process", ""), ("process", "-Xint"), ("kvm", ""), ("kvm", "-Xint")] {
        if mode == "kvm" && !Path::new("/dev/kvm").exists() {
            SKIPPED.fetch_add(1, Ordering::Relaxed);
            continue;
        }
        RAN.fetch_add(1, Ordering::Relaxed);
        let o = run_behind(mode, engine, p, &classes, scratch);
        if o.out != out || o.code != p.exit() {
            let clip: String = o.err.lines().take(20).collect::<Vec<_>>().join("\n");
            let first = out.lines().zip(o.out.lines()).position(|(a, b)| a != b);
            return Err(format!(
                "{mode} {engine}: exit code {}, first line that differs: {first:?}\nstderr: {clip}",
                o.code
            )
            .into());
        }
    }
    Ok(())
}

fn run_behind(mode: &str, engine: &str, p: &Program, classes: &Path, scratch: &Scratch) -> Outcome {
    let temporary = scratch.sub(&format!("{}-{mode}{engine}-tmp", p.name));
    let mut args = vec!["--sandbox".to_string(), mode.to_string()];
    let denied = p.name.starts_with("denied/");
    let links = if denied { "" } else { ":links" };
    args.push(format!("--dir={}:/tmp{links}", temporary.display()));
    args.push(format!("--dir={}", classes.display()));
    args.push("--dir=/usr/share/zoneinfo:/usr/share/zoneinfo:ro".to_string());
    args.extend(["--memory=4g".to_string(), "--timeout=240".to_string()]);
    for name in ["LC_ALL", "TZ"] {
        args.push(format!("--env={name}"));
    }
    if !denied {
        args.push("--net=any".to_string());
    }
    if mode == "kvm" {
        args.push(format!("--snapshot-cache={}", scratch.sub("cache").display()));
    }
    args.extend(p.flags());
    if !engine.is_empty() {
        args.push(engine.to_string());
    }
    args.extend(["-cp".to_string(), classes.to_string_lossy().into_owned(), p.main.clone()]);
    args.extend(p.args());
    if denied {
        return run_with_files(&args, classes, &p.input(), &scratch.sub(&format!("{}-console", p.name)));
    }
    run(&our("rvm"), &args, classes, &p.input(), Duration::from_secs(240))
}

/// Runs with files as the console: open for both, so that nothing but the wall keeps a program from reading and writing anywhere in them.
fn run_with_files(args: &[String], folder: &Path, input: &[u8], place: &Path) -> Outcome {
    let files = ["in", "out", "err"].map(|name| place.join(name));
    std::fs::write(&files[0], input).expect("a writable temporary folder");
    let open = |path: &Path| {
        let mut how = std::fs::OpenOptions::new();
        how.read(true).write(true).create(true).truncate(path != files[0]);
        how.open(path).expect("a writable temporary folder")
    };
    let status = Command::new(our("rvm"))
        .args(args)
        .current_dir(folder)
        .env_remove("CLASSPATH")
        .stdin(open(&files[0]))
        .stdout(open(&files[1]))
        .stderr(open(&files[2]))
        .status()
        .expect("rvm runs");
    let text = |path: &Path| String::from_utf8_lossy(&std::fs::read(path).unwrap_or_default()).into_owned();
    Outcome { code: status.code().unwrap_or(-1), out: text(&files[1]), err: text(&files[2]) }
}
