//! Programs that must not compile: `errors/KEY.java` or `errors/KEY--MORE.java` (or a folder of that name with several files), with `.err` beside it, the
//! messages that rvmc must print, and maybe `.flags`. Every key of the compiler's table has an example, and no message has a key outside the table.

use libtest_mimic::{Arguments, Failed, Trial};
use rvm_tests::case::{entries, file_name};
use rvm_tests::command::run;
use rvm_tests::{Scratch, our, tests_dir};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

fn main() {
    let args = Arguments::from_args();
    let mut trials = Vec::new();
    let mut names = Vec::new();
    for path in entries(&tests_dir().join("errors")) {
        let name = file_name(&path);
        let stem = match name.strip_suffix(".java") {
            Some(stem) => stem.to_string(),
            None if path.is_dir() => name.to_string(),
            None => continue,
        };
        names.push(stem.clone());
        trials.push(Trial::test(stem.clone(), move || check(&path, &stem)));
    }
    trials.push(Trial::test("every key has an example", move || complete(&names)));
    trials.push(Trial::test("every key is in the table", known));
    libtest_mimic::run(&args, trials).exit();
}

fn is_example(stem: &str, key: &str) -> bool {
    stem == key || stem.strip_prefix(key).is_some_and(|rest| rest.starts_with("--"))
}

fn complete(names: &[String]) -> Result<(), Failed> {
    let has = |key: &str| names.iter().any(|n| is_example(n, key));
    let keys = rvm_syntax::keys::KEYS.iter().map(|(key, _)| *key);
    let lacking: Vec<&str> = keys.filter(|key| !has(key)).collect();
    if lacking.is_empty() {
        Ok(())
    } else {
        Err(format!("keys without an example: {}", lacking.join(", ")).into())
    }
}

/// The compiler's sources name the keys of the table and no others.
fn known() -> Result<(), Failed> {
    let table: BTreeSet<&str> = rvm_syntax::keys::KEYS.iter().map(|(key, _)| *key).collect();
    let root = tests_dir().join("../compiler");
    let mut literals = BTreeSet::new();
    let mut reported = BTreeSet::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder) {
            if path.is_dir() {
                if !["tests", "examples"].contains(&file_name(&path).as_str()) {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("syntax/src/keys.rs") {
                let text = std::fs::read_to_string(&path).map_err(|e| e.to_string())?;
                scan(&text, &mut literals, &mut reported);
            }
        }
    }
    let unknown: Vec<&str> = reported.iter().map(String::as_str).filter(|k| !table.contains(k)).collect();
    let unused: Vec<&str> = table.iter().copied().filter(|k| !literals.contains(*k)).collect();
    match (unknown.as_slice(), unused.as_slice()) {
        ([], []) => Ok(()),
        _ => {
            Err(format!("keys outside the table: {unknown:?}; keys that nothing reports: {unused:?}").into())
        }
    }
}

/// All string literals, and those that stand where a key is wanted: an argument before the message of a reporting function.
fn scan(text: &str, literals: &mut BTreeSet<String>, reported: &mut BTreeSet<String>) {
    const REPORTERS: &[&str] = &[
        "error(",
        "error_at(",
        "error_here(",
        "report(",
        "warn(",
        "lint(",
        "duplicate_decl_key(",
        "unclosed(",
    ];
    let text = text.replace("'\"'", "' '").replace("\\\"", "");
    let mut pieces = text.split('"');
    let mut before = pieces.next().unwrap_or("").to_string();
    while let (Some(literal), Some(after)) = (pieces.next(), pieces.next()) {
        let is_key = literal.contains('-')
            && literal.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        literals.insert(literal.to_string());
        let call = REPORTERS.iter().filter_map(|r| before.rfind(r)).max();
        if is_key && call.is_some_and(|at| !before[at..].contains(';')) && after.trim_start().starts_with(',')
        {
            reported.insert(literal.to_string());
        }
        before = after.to_string();
    }
}

/// `#{3:x#, }#` stands for three copies of its text, with `#` as the number of the copy: what only large sources provoke fits in small files.
fn expand(mut text: String) -> String {
    while let Some(end) = text.find("}#") {
        let Some(start) = text[..end].rfind("#{") else { break };
        let Some((count, body)) = text[start + 2..end].split_once(':') else { break };
        let Ok(count) = count.parse::<usize>() else { break };
        let copies: String = (0..count).map(|i| body.replace('#', &i.to_string())).collect();
        text.replace_range(start..end + 2, &copies);
    }
    text
}

/// Copies an example's files; their names, from the scratch folder.
fn prepare(source: &Path, to: &Path) -> Result<Vec<String>, Failed> {
    if !source.is_dir() {
        let bytes = std::fs::read(source).map_err(|e| e.to_string())?;
        let bytes = match String::from_utf8(bytes) {
            Ok(text) => expand(text).into_bytes(),
            Err(e) => e.into_bytes(),
        };
        std::fs::write(to.join("T.java"), bytes).map_err(|e| e.to_string())?;
        return Ok(vec!["T.java".to_string()]);
    }
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        std::fs::create_dir_all(to.join(&folder)).map_err(|e| e.to_string())?;
        for path in entries(&source.join(&folder)) {
            let inside = folder.join(file_name(&path));
            if path.is_dir() {
                folders.push(inside);
                continue;
            }
            std::fs::copy(&path, to.join(&inside)).map_err(|e| e.to_string())?;
            if inside.extension().is_some_and(|e| e == "java") {
                files.push(inside.to_string_lossy().into_owned());
            }
        }
    }
    files.sort();
    Ok(files)
}

fn check(source: &Path, stem: &str) -> Result<(), Failed> {
    let scratch = Scratch::new(&format!("errors-{stem}"));
    let files = prepare(source, scratch.path())?;
    let beside = |ending: &str| source.with_file_name(format!("{stem}.{ending}"));
    let flags = std::fs::read_to_string(beside("flags")).unwrap_or_default();
    let mut args: Vec<&str> = flags.split_whitespace().collect();
    args.extend(["-d", "out"]);
    args.extend(files.iter().map(String::as_str));
    let rvmc = our("rvmc");
    let said = run(&rvmc, &args, scratch.path(), b"", Duration::from_secs(30));
    if said.code == 0 {
        return Err("rvmc accepts it".into());
    }
    if said.code != 1 {
        return Err(format!("exit code {}:\n{}", said.code, said.err).into());
    }
    let expected = std::fs::read_to_string(beside("err")).map_err(|_| "no .err file".to_string())?;
    if said.err != expected {
        return Err(format!("expected:\n{expected}\nfound:\n{}", said.err).into());
    }
    args.insert(0, "-XDrawDiagnostics");
    let raw = run(&rvmc, &args, scratch.path(), b"", Duration::from_secs(30));
    let found = raw.err.lines().any(|l| l.split(' ').nth(1).is_some_and(|key| is_example(stem, key)));
    if found {
        Ok(())
    } else {
        Err(format!("no message has the key of the file's name:\n{}", raw.err).into())
    }
}
