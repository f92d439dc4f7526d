//! Snapshots of running Java programs: what the restored guest prints is what the first printed after its snapshot.

use rvm_sandbox::layout;
use rvm_tests::command::{Outcome, run};
use rvm_tests::{Scratch, our, tests_dir};
use std::path::Path;
use std::time::Duration;

/// Compiles a program of `tests/snapshot`; its folder.
fn compile(name: &str, scratch: &Scratch) -> std::path::PathBuf {
    let classes = scratch.sub(name);
    let source = tests_dir().join("snapshot").join(format!("{name}.java"));
    let args = ["-nowarn", "-d", &classes.to_string_lossy(), &source.to_string_lossy()].map(str::to_owned);
    let compiled = run(&our("rvmc"), &args, scratch.path(), b"", Duration::from_secs(60));
    assert_eq!(compiled.code, 0, "{}", compiled.err);
    classes
}

fn guest(options: &[&str], classes: &Path) -> Outcome {
    let mut args: Vec<String> = ["--sandbox", "kvm"].map(str::to_owned).to_vec();
    args.push(format!("--dir={}", classes.display()));
    args.extend(options.iter().map(|o| (*o).to_owned()));
    run(&our("rvm"), &args, classes, b"", Duration::from_secs(120))
}

fn round(name: &str, when: &[&str], more: &[&str]) {
    if !Path::new("/dev/kvm").exists() {
        println!("skipped: no /dev/kvm");
        return;
    }
    let scratch = Scratch::new(&format!("snapshot-{:?}", std::thread::current().id()));
    let classes = compile(name, &scratch);
    let file = scratch.path().join("snapshot");
    let file = file.to_string_lossy();
    let named = classes.to_string_lossy();
    let first = guest(&[&["--snapshot", &file], when, more, &["-cp", &named, name]].concat(), &classes);
    assert_eq!(first.code, 7, "{}", first.err);
    let wanted = std::fs::read_to_string(tests_dir().join("snapshot").join(format!("{name}.out")))
        .expect("stored output");
    assert_eq!(first.out, wanted, "{}", first.err);
    for _ in 0..2 {
        let again = guest(&["--restore", &file], &classes);
        assert_eq!(again.code, 7, "{}", again.err);
        assert!(first.out.ends_with(&again.out), "{}", again.out);
        assert!(again.out.ends_with("done\n"), "{}\n{}", again.out, again.err);
    }
}

#[test]
fn before_main() {
    round("Work", &[], &[]);
}

#[test]
fn while_threads_compute_wait_and_sleep() {
    round("Work", &["--snapshot-after", "700ms"], &[]);
    round("Work", &["--snapshot-after", "300ms"], &["-Xint"]);
}

/// Changes the registers of a thread that runs compiled code, so that it faults as soon as it goes on.
fn spoil(file: &mut [u8]) -> bool {
    let word = |file: &[u8], at: usize| u64::from_le_bytes(std::array::from_fn(|i| file[at + i]));
    let code = layout::CODE_EXECUTE..layout::CODE_EXECUTE + (256 << 20);
    let from = word(file, 16) as usize;
    // rax, rbx, rcx, rdx, rsi, rdi, rsp, rbp, r8 to r15, rip, flags
    let found = (from..file.len() - 18 * 8).find(|&at| {
        let (rsp, rip, flags) = (word(file, at + 6 * 8), word(file, at + 16 * 8), word(file, at + 17 * 8));
        code.contains(&rip) && flags < 0x1000 && layout::ARENA.contains(&rsp)
    });
    let Some(at) = found else { return false };
    for register in (0..16).filter(|r| ![6, 7].contains(r)) {
        file[at + register * 8..at + register * 8 + 8].copy_from_slice(&0x7000_0000_0000u64.to_le_bytes());
    }
    rvm_sandbox::service::seal_snapshot(file).is_some()
}

/// A guest that faults tells where in Java it was.
#[test]
fn fault_with_its_java_stack() {
    if !Path::new("/dev/kvm").exists() {
        println!("skipped: no /dev/kvm");
        return;
    }
    let scratch = Scratch::new("snapshot-fault");
    let classes = compile("Fault", &scratch);
    let file = scratch.path().join("snapshot");
    let named = classes.to_string_lossy();
    let first = guest(
        &["--snapshot", &file.to_string_lossy(), "--snapshot-after", "1500ms", "-cp", &named, "Fault"],
        &classes,
    );
    assert_eq!(first.code, 7, "{}", first.err);
    let mut bytes = std::fs::read(&file).expect("the snapshot");
    assert!(spoil(&mut bytes), "no thread in compiled code");
    std::fs::write(&file, bytes).expect("a file of the test's own");
    let second = guest(&["--restore", &file.to_string_lossy()], &classes);
    assert_eq!(second.code, 139, "{}", second.err);
    let lines: Vec<&str> = second.err.lines().collect();
    assert!(lines[0].starts_with("rvm: sandbox: the guest was ended: "), "{}", second.err);
    assert!(second.err.contains("\n    rip "), "{}", second.err);
    let at = lines.iter().position(|line| *line == "Java thread \"spinner\":");
    let stack = at.map_or(&[][..], |at| &lines[at + 1..]);
    let wanted =
        ["\tat Fault.spin(Fault.java", "\tat Fault.work(Fault.java:11)", "\tat java.lang.Thread.run("];
    assert!(stack.len() >= 3, "{}", second.err);
    let mut rows = stack.iter();
    for row in wanted {
        assert!(rows.any(|line| line.starts_with(row)), "{row}: {}", second.err);
    }
}
