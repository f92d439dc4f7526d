//! What the host does to a program behind a wall, the same in both modes: nobody reads what it writes, its processors are busy, it is stopped for a while, another user
//! runs it. `runtime/sandbox/tests` has the like for guests made by hand.

use rvm_tests::{Scratch, our, tests_dir};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

fn modes() -> Vec<&'static str> {
    let kvm = Path::new("/dev/kvm").exists();
    if !kvm {
        println!("skipped in kvm mode: no /dev/kvm");
    }
    if kvm { vec!["process", "kvm"] } else { vec!["process"] }
}

/// The program's folder, compiled.
fn classes(scratch: &Scratch) -> PathBuf {
    let classes = scratch.sub("walls");
    let source = tests_dir().join("walls/Walls.java");
    let done = Command::new(our("rvmc")).arg("-d").arg(&classes).arg(source).status();
    assert!(done.is_ok_and(|status| status.success()));
    classes
}

fn rvm(mode: &str, options: &[&str], classes: &Path, what: &str) -> Command {
    let mut command = Command::new(our("rvm"));
    command.args(["--sandbox", mode]).args(options).arg("-cp").arg(classes).args(["Walls", what]);
    command.stdin(Stdio::null());
    command
}

fn ended(child: &mut Child) -> Option<ExitStatus> {
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(20) {
        if let Some(status) = child.try_wait().expect("a child to wait for") {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let _ = child.kill();
    let _ = child.wait();
    None
}

#[test]
fn nobody_reads() {
    let scratch = Scratch::new("walls-nobody-reads");
    let classes = classes(&scratch);
    for mode in modes() {
        for options in
            [&["--timeout", "1"][..], &["--timeout", "1", "--max-output", "1g", "--sandbox-report"]]
        {
            let mut command = rvm(mode, options, &classes, "loud");
            let mut child =
                command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program rvm");
            let status = ended(&mut child);
            assert_eq!(status.and_then(|s| s.code()), Some(124), "{mode} {options:?}");
        }
        // Who has gone is no reason to panic, nor is a full disk.
        let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
        let mut command = rvm(mode, &["--timeout", "1"], &classes, "loud");
        let mut child = command.stdout(full()).stderr(full()).spawn().expect("the program rvm");
        assert_eq!(ended(&mut child).and_then(|s| s.code()), Some(124), "{mode}");
    }
}

#[test]
fn all_is_handed_on() {
    let scratch = Scratch::new("walls-handed-on");
    let classes = classes(&scratch);
    let wanted: String = (0..100_000).map(|i| format!("line {i}\n")).collect();
    for mode in modes() {
        for options in [&[][..], &["--max-output", "100m"]] {
            let output = rvm(mode, options, &classes, "some").output().expect("the program rvm");
            assert!(output.stdout == wanted.as_bytes(), "{mode} {options:?}: {} bytes", output.stdout.len());
        }
        // To the byte.
        let output =
            rvm(mode, &["--max-output", "5000"], &classes, "some").output().expect("the program rvm");
        assert_eq!(
            (output.status.code(), &output.stdout[..]),
            (Some(153), &wanted.as_bytes()[..5000]),
            "{mode}"
        );
    }
}

#[test]
fn processors_are_busy() {
    let scratch = Scratch::new("walls-busy");
    let classes = classes(&scratch);
    for mode in modes() {
        for (option, code, word) in [("--timeout", 124, 0), ("--cpu-time", 152, 1)] {
            // A machine with other work lets all wait: the best of some.
            let mut best = f64::MAX;
            for _ in 0..6 {
                let mut command = rvm(mode, &[option, "1", "--sandbox-report"], &classes, "crowd");
                let output = command.output().expect("the program rvm");
                let text = String::from_utf8_lossy(&output.stderr).into_owned();
                assert_eq!(output.status.code(), Some(code), "{mode} {option}: {text}");
                let line = text.lines().find(|l| l.starts_with("time:")).unwrap_or_default();
                let mut times = line
                    .split(|c: char| !c.is_ascii_digit() && c != '.')
                    .filter_map(|n| n.parse::<f64>().ok());
                best = best.min(times.nth(word).unwrap_or(f64::MAX) - 1000.0);
                if best < 50.0 {
                    break;
                }
            }
            println!("{mode} {option}: {best:.1} ms late");
            assert!(best < 150.0, "{mode} {option}: {best} ms late at best");
        }
    }
}

#[test]
fn stopped_and_continued() {
    let scratch = Scratch::new("walls-stopped");
    let classes = classes(&scratch);
    for mode in modes() {
        let mut command = rvm(mode, &["--timeout", "60", "--cpu-time", "60"], &classes, "sleep");
        // A group of its own: in process mode there are two processes to stop, as a terminal would.
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program rvm");
        for signal in ["-STOP", "-CONT", "-STOP", "-CONT"] {
            std::thread::sleep(Duration::from_millis(250));
            let group = format!("-{}", child.id());
            assert!(Command::new("kill").args([signal, "--", &group]).status().is_ok_and(|s| s.success()));
        }
        let status = ended(&mut child);
        let (mut out, mut err) = (String::new(), String::new());
        let _ = child.stdout.as_mut().map(|o| o.read_to_string(&mut out));
        let _ = child.stderr.as_mut().map(|e| e.read_to_string(&mut err));
        assert_eq!((status.and_then(|s| s.code()), out.as_str()), (Some(0), "now\nlater\n"), "{mode}: {err}");
    }
}

/// `process` mode needs no rights: it works for a user who has none.
#[test]
fn another_user() {
    // SAFETY: a plain query.
    let root = unsafe { libc::geteuid() } == 0;
    let setpriv = Command::new("setpriv").arg("--version").output().is_ok_and(|o| o.status.success());
    if !root || !setpriv {
        println!("skipped: needs root and setpriv");
        return;
    }
    let scratch = Scratch::new("walls-user");
    let classes = classes(&scratch);
    let copy = classes.join("rvm");
    std::fs::copy(our("rvm"), &copy).expect("a copy that others may run");
    let allow = |path: &Path| {
        use std::os::unix::fs::PermissionsExt;
        let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755));
    };
    [scratch.path(), &classes, &copy].into_iter().for_each(allow);
    let output = Command::new("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .arg(&copy)
        .args(["--sandbox", "process", "-cp"])
        .arg(&classes)
        .args(["Walls", "hello"])
        .output()
        .expect("setpriv");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), &output.stdout[..]), (Some(0), &b"hello\n"[..]), "{err}");
}
