//! Programs that must not compile: `errors/KEY.java` or `errors/KEY-MORE.java`, with `.err` beside it, the messages that rvmc must print. Every key of the
//! compiler's table has an example.

use libtest_mimic::{Arguments, Failed, Trial};
use rvm_tests::case::{entries, file_name};
use rvm_tests::command::run;
use rvm_tests::{Scratch, our, tests_dir};
use std::path::{Path, PathBuf};
use std::time::Duration;

fn main() {
    let args = Arguments::from_args();
    let mut trials = Vec::new();
    let mut names = Vec::new();
    for path in entries(&tests_dir().join("errors")) {
        let Some(stem) = file_name(&path).strip_suffix(".java").map(str::to_string) else { continue };
        names.push(stem.clone());
        trials.push(Trial::test(stem.clone(), move || check(&path, &stem)));
    }
    trials.push(Trial::test("every key has an example", move || complete(&names)));
    libtest_mimic::run(&args, trials).exit();
}

fn is_example(stem: &str, key: &str) -> bool {
    stem == key || stem.strip_prefix(key).is_some_and(|rest| rest.starts_with("--"))
}

fn complete(names: &[String]) -> Result<(), Failed> {
    // Those known to lack one are listed; the list only gets shorter.
    let list =
        std::fs::read_to_string(tests_dir().join("errors/WITHOUT-EXAMPLE")).map_err(|e| e.to_string())?;
    let excused: Vec<&str> = list.lines().collect();
    let has = |key: &str| names.iter().any(|n| is_example(n, key));
    let keys = rvm_syntax::keys::KEYS.iter().map(|(key, _)| *key);
    let lacking: Vec<&str> = keys.filter(|key| !has(key) && !excused.contains(key)).collect();
    let stale: Vec<&str> = excused.iter().copied().filter(|key| has(key)).collect();
    println!("keys that still lack an example: {}", excused.len());
    if !stale.is_empty() {
        return Err(format!("no longer lacking, remove from WITHOUT-EXAMPLE: {}", stale.join(", ")).into());
    }
    if lacking.is_empty() {
        Ok(())
    } else {
        Err(format!("keys without an example: {}", lacking.join(", ")).into())
    }
}

fn check(source: &Path, stem: &str) -> Result<(), Failed> {
    let scratch = Scratch::new(&format!("errors-{stem}"));
    let name = "T.java";
    std::fs::copy(source, scratch.path().join(name)).map_err(|e| e.to_string())?;
    let rvmc = our("rvmc");
    let said = run(&rvmc, &["-d", "out", name], scratch.path(), b"", Duration::from_secs(30));
    if said.code == 0 {
        return Err("rvmc accepts it".into());
    }
    if said.code != 1 {
        return Err(format!("exit code {}:\n{}", said.code, said.err).into());
    }
    let expected: PathBuf = source.with_extension("err");
    let expected = std::fs::read_to_string(&expected).map_err(|_| "no .err file".to_string())?;
    if said.err != expected {
        return Err(format!("expected:\n{expected}\nfound:\n{}", said.err).into());
    }
    let raw =
        run(&rvmc, &["-XDrawDiagnostics", "-d", "out", name], scratch.path(), b"", Duration::from_secs(30));
    let found = raw.err.lines().any(|l| l.split(' ').nth(1).is_some_and(|key| is_example(stem, key)));
    if found {
        Ok(())
    } else {
        Err(format!("no message has the key of the file's name:\n{}", raw.err).into())
    }
}
