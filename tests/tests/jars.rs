//! Programs in jars: packages, resources, inner classes of another jar, `Class-Path` in the manifest. Compiled by rvmc, and with a JDK by javac for several
//! releases with and without debug information; run by rvm and java, with `-jar` and with `-cp`.

use rvm_tests::case::{entries, file_name, sources_below};
use rvm_tests::command::{Outcome, run};
use rvm_tests::{Scratch, jdk, our, tests_dir};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

const MANIFEST: &str =
    "Manifest-Version: 1.0\r\nMain-Class: shop.Main\r\nClass-Path: lib.jar other/none.jar\r\n\r\n";

fn folder(name: &str) -> PathBuf {
    tests_dir().join("jars").join(name)
}

/// Files below a folder that `wanted` takes: name inside the folder, path.
fn files(dir: &Path, prefix: &str, wanted: &dyn Fn(&str) -> bool, out: &mut Vec<(String, PathBuf)>) {
    for path in entries(dir) {
        let name = format!("{prefix}{}", file_name(&path));
        if path.is_dir() {
            files(&path, &format!("{name}/"), wanted, out);
        } else if wanted(&name) {
            out.push((name, path));
        }
    }
}

/// A jar of class files and of the sources' resources.
fn jar(path: &Path, classes: &Path, resources: &Path, manifest: &str, stored: bool) {
    let mut all = Vec::new();
    files(classes, "", &|n| n.ends_with(".class"), &mut all);
    files(resources, "", &|n| !n.ends_with(".java"), &mut all);
    let method = if stored { zip::CompressionMethod::Stored } else { zip::CompressionMethod::Deflated };
    let options = zip::write::SimpleFileOptions::default().compression_method(method);
    let mut writer = zip::ZipWriter::new(std::fs::File::create(path).expect("a writable temporary folder"));
    let mut put = |name: &str, bytes: &[u8]| {
        writer.start_file(name, options).expect("a new entry");
        writer.write_all(bytes).expect("a writable jar");
    };
    put("META-INF/MANIFEST.MF", manifest.as_bytes());
    for (name, path) in all {
        put(&name, &std::fs::read(path).expect("a readable file"));
    }
    writer.finish().expect("a whole jar");
}

/// Builds `lib.jar` and `app.jar` in `dir` with a compiler.
fn build(compiler: &Path, options: &[&str], dir: &Path) {
    let mut class_path = String::new();
    for name in ["lib", "app"] {
        let out = dir.join(name);
        let mut sources = Vec::new();
        sources_below(&folder(name), &mut sources);
        let mut args: Vec<String> = options.iter().map(|s| s.to_string()).collect();
        args.extend(["-nowarn".into(), "-d".into(), out.to_string_lossy().into_owned()]);
        if !class_path.is_empty() {
            args.extend(["-cp".into(), class_path.clone()]);
        }
        args.extend(sources.iter().map(|s| s.to_string_lossy().into_owned()));
        let compiled = run(compiler, &args, dir, b"", Duration::from_secs(120));
        assert_eq!(compiled.code, 0, "{} {options:?}: {}", compiler.display(), compiled.err);
        let manifest = if name == "app" { MANIFEST } else { "Manifest-Version: 1.0\r\n\r\n" };
        let path = dir.join(format!("{name}.jar"));
        jar(&path, &out, &folder(name), manifest, name == "lib");
        class_path = path.to_string_lossy().into_owned();
    }
}

/// All ways to start it must print what is stored.
fn check(command: &Path, options: &[&str], dir: &Path, expected: &str) {
    let start = |rest: &[&str]| -> Outcome {
        let args: Vec<&str> = options.iter().chain(rest).copied().collect();
        run(command, &args, dir, b"", Duration::from_secs(60))
    };
    for rest in [
        &["-jar", "app.jar", "a", "b c"][..],
        &["-cp", "app.jar", "shop.Main", "a", "b c"],
        &["-cp", "app.jar:lib.jar", "shop.Main", "a", "b c"],
        &["-cp", "lib:app.jar", "shop.Main", "a", "b c"],
        &["-cp", "*", "shop.Main", "a", "b c"],
    ] {
        let o = start(rest);
        assert_eq!((o.out.as_str(), o.code), (expected, 0), "{} {rest:?}: {}", command.display(), o.err);
    }
    for (rest, text) in [
        (&["-cp", "lib.jar", "shop.Main"][..], "Error: Could not find or load main class shop.Main"),
        (&["-jar", "lib.jar"], "no main manifest attribute, in lib.jar"),
        (&["-jar", "none.jar"], "Error: Unable to access jarfile none.jar"),
        (&["-cp", "app.jar", "shop.Nothing"], "Error: Could not find or load main class shop.Nothing"),
    ] {
        let o = start(rest);
        assert!(o.code == 1 && o.err.contains(text), "{} {rest:?}: {} {}", command.display(), o.code, o.err);
    }
}

#[test]
fn jars_run_everywhere() {
    let expected = std::fs::read_to_string(folder("app.out")).expect("the stored output");
    let scratch = Scratch::new("jars");
    let java = jdk::java();
    let everywhere = |dir: &Path| {
        check(&our("rvm"), &[], dir, &expected);
        if let Some(java) = java {
            check(
                java,
                &["-Xverify:all", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"],
                dir,
                &expected,
            );
        }
    };
    for options in [&[][..], &["-g"], &["--release", "8"]] {
        let dir = scratch.sub(&format!("rvmc{}", options.concat()));
        build(&our("rvmc"), options, &dir);
        everywhere(&dir);
    }
    let Some(javac) = jdk::javac() else {
        println!("skipped: javac's jars (no JDK 17)");
        return;
    };
    for options in [&["-g"][..], &["--release", "8", "-g:none"], &["--release", "11", "-parameters"]] {
        let dir = scratch.sub(&format!("javac{}", options.concat().replace(':', "-")));
        build(&javac, options, &dir);
        check(&our("rvm"), &[], &dir, &expected);
    }
}
