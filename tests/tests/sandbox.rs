//! The test programs behind the walls: in `process` and in `kvm` mode each prints what OpenJDK printed. Where `/dev/kvm` is, `kvm` must work; where it is
//! not, those runs are counted as skipped.

use libtest_mimic::{Arguments, Failed, Trial};
use rvm_tests::case::{Program, programs};
use rvm_tests::command::{Outcome, run};
use rvm_tests::{Scratch, our, tests_dir};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Programs that do what the walls refuse, and what that is (docs/sandbox.md).
const REFUSED: &[(&str, &str)] = &[
    ("nio/FileTree", "links are not served"),
    ("io/TextIo", "the root is no folder to open"),
    ("lang/Processes", "programs are not started"),
    ("security/Hmac", "it lists network interfaces"),
    ("util/Logging", "its files are locked, locks are not served"),
];

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
    for mode in ["process", "kvm"] {
        if mode == "kvm" && !Path::new("/dev/kvm").exists() {
            SKIPPED.fetch_add(1, Ordering::Relaxed);
            continue;
        }
        RAN.fetch_add(1, Ordering::Relaxed);
        let temporary = scratch.sub(&format!("{}-{mode}-tmp", p.name));
        let o = run_behind(mode, p, &classes, &temporary);
        if o.out != out || o.code != p.exit() {
            let clip: String = o.err.lines().take(20).collect::<Vec<_>>().join("\n");
            let first = out.lines().zip(o.out.lines()).position(|(a, b)| a != b);
            return Err(format!(
                "{mode}: exit code {}, first line that differs: {first:?}\nstderr: {clip}",
                o.code
            )
            .into());
        }
    }
    Ok(())
}

fn run_behind(mode: &str, p: &Program, classes: &Path, temporary: &Path) -> Outcome {
    let mut args = vec!["--sandbox".to_string(), mode.to_string()];
    args.push(format!("--dir={}:/tmp", temporary.display()));
    args.push(format!("--dir={}", classes.display()));
    args.push("--dir=/usr/share/zoneinfo:/usr/share/zoneinfo:ro".to_string());
    args.push("--memory=4g".to_string());
    for name in ["LC_ALL", "TZ"] {
        args.push(format!("--env={name}"));
    }
    if p.name.starts_with("net/") {
        args.push("--net=any".to_string());
    }
    args.extend(p.flags());
    args.extend(["-cp".to_string(), classes.to_string_lossy().into_owned(), p.main.clone()]);
    args.extend(p.args());
    run(&our("rvm"), &args, classes, &p.input(), Duration::from_secs(120))
}
