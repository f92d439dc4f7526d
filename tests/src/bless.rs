//! Stores what OpenJDK prints beside the programs that have no stored output yet (all of them with `--all`), and javac's messages beside the bad
//! programs. Prints what it wrote.

use rvm_tests::case::{area_programs, entries, file_name, programs};
use rvm_tests::command::run;
use rvm_tests::{Scratch, jdk, tests_dir};
use std::time::Duration;

fn main() -> std::io::Result<()> {
    let all = std::env::args().any(|a| a == "--all");
    let Some(javac) = jdk::javac() else {
        eprintln!("no JDK 17 on the PATH");
        std::process::exit(1);
    };
    let scratch = Scratch::new("bless");
    let mut wanted = programs(&tests_dir().join("programs"));
    wanted.extend(area_programs(&tests_dir().join("bench")));
    wanted.retain(|p| all || p.out().is_none());
    for (name, message) in jdk::compile_all(&wanted, scratch.path()) {
        eprintln!("{name} does not compile:\n{message}");
    }
    for p in &wanted {
        let o = jdk::run_java(p, &scratch.path().join(&p.name), &[]);
        let side = |ending: &str| format!("{}{ending}", p.stem.display());
        std::fs::write(side(".out"), &o.out)?;
        if o.code != 0 {
            std::fs::write(side(".exit"), format!("{}\n", o.code))?;
        }
        if !o.err.is_empty() {
            std::fs::write(side(".err"), &o.err)?;
        }
        println!("{} ({})", p.name, o.code);
    }
    for path in entries(&tests_dir().join("errors")) {
        let expected = path.with_extension("err");
        if path.extension().is_none_or(|e| e != "java") || (!all && expected.exists()) {
            continue;
        }
        let dir = scratch.sub(&file_name(&path));
        std::fs::copy(&path, dir.join("T.java"))?;
        let o = run(&javac, &["-d", "out", "T.java"], &dir, b"", Duration::from_secs(60));
        if o.code == 0 {
            eprintln!("{}: javac accepts it", path.display());
            continue;
        }
        std::fs::write(&expected, &o.err)?;
        println!("{}", expected.display());
    }
    Ok(())
}
