//! HotSpot's verifier accepts what rvmc makes of the library, and of the test programs with `-g` and for release 8.

use rvm_tests::case::{entries, file_name, programs};
use rvm_tests::command::{Outcome, run};
use rvm_tests::rename::rename_classes;
use rvm_tests::{Scratch, jdk, our, tests_dir};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Classes that must be HotSpot's own: constants, arrays and exceptions have these types whatever a class file says. Our own versions of them are
/// not loaded.
const IDENTITY: &[&str] = &[
    "java/lang/Object",
    "java/lang/String",
    "java/lang/Class",
    "java/lang/Throwable",
    "java/lang/Cloneable",
    "java/io/Serializable",
];

/// Sealed classes that permit classes of other packages: that needs a named module, and these classes are loaded into an unnamed one. They are loaded
/// without their `PermittedSubclasses`.
const SEALED_ACROSS_PACKAGES: &[&str] =
    &["java/lang/constant/ConstantDesc", "java/lang/constant/DynamicConstantDesc"];

/// Classes as `support/LinkAll.java` reads them.
#[derive(Default)]
struct Bundle {
    count: u32,
    data: Vec<u8>,
}

impl Bundle {
    fn add(&mut self, internal_name: &str, file: &[u8]) {
        let name = internal_name.replace('/', ".");
        self.count += 1;
        self.data.extend((name.len() as u16).to_be_bytes());
        self.data.extend(name.as_bytes());
        self.data.extend((file.len() as u32).to_be_bytes());
        self.data.extend(file);
    }

    fn write(&self, path: &Path) {
        let file = [&self.count.to_be_bytes(), self.data.as_slice()].concat();
        std::fs::write(path, file).expect("a writable temporary folder");
    }
}

/// HotSpot links the bundles; what it prints. Panics where it refuses a class.
fn link(java: &Path, bundles: &[PathBuf], dir: &Path) -> Outcome {
    let driver = tests_dir().join("support/LinkAll.java");
    let mut args = vec!["-Xverify:all".into(), "-Xss8m".into(), driver.into_os_string()];
    args.extend(bundles.iter().map(|b| b.clone().into_os_string()));
    let outcome = run(java, &args, dir, b"", Duration::from_secs(300));
    let refused: Vec<&str> = outcome.out.lines().filter(|l| l.contains('\t')).collect();
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(refused.is_empty(), "{} classes are refused:\n{}", refused.len(), refused.join("\n"));
    outcome
}

/// Every class of the library but a few is loaded by HotSpot under another name and linked with `-Xverify:all`.
#[test]
fn hotspot_accepts_the_library() {
    let Some(java) = jdk::java() else {
        println!("skipped: no JDK 17");
        return;
    };
    let rename = |name: &str| {
        let ours = name.starts_with("java/") && !IDENTITY.contains(&name);
        if let Some(rest) = name.strip_prefix("javax/") {
            return Some(format!("jxvax/{rest}"));
        }
        if let Some(rest) = name.strip_prefix("org/") {
            return Some(format!("oxrg/{rest}"));
        }
        ours.then(|| format!("jxva/{}", &name[5..]))
    };
    let scratch = Scratch::new("library-verified");
    let mut bundle = Bundle::default();
    let mut left_out = 0;
    for (name, bytes) in rvm_stdlib::classes() {
        if IDENTITY.contains(&name) || name == "module-info" {
            left_out += 1;
            continue;
        }
        let opened = |text: &str| {
            let attribute = text == "PermittedSubclasses" && SEALED_ACROSS_PACKAGES.contains(&name);
            if attribute { Some("NotSealed".to_string()) } else { rename(text) }
        };
        let file = rename_classes(bytes, &opened).unwrap_or_else(|| panic!("{name}: damaged"));
        bundle.add(&rename(name).unwrap_or_else(|| name.to_string()), &file);
    }
    let path = scratch.path().join("bundle");
    bundle.write(&path);
    let outcome = link(java, &[path], scratch.path());
    let count = bundle.count;
    println!("library: linked {count}; not loaded, for their identity: {left_out}");
    assert!(outcome.out.contains(&format!("linked {count} of {count}")), "{}", outcome.out);
}

/// The programs' classes with all debug information, of release 17 and (where the program is that old) 8.
#[test]
fn hotspot_accepts_other_forms_of_the_programs() {
    let Some(java) = jdk::java() else {
        println!("skipped: no JDK 17");
        return;
    };
    let scratch = Scratch::new("programs-verified");
    let mut bundles = Vec::new();
    let (mut classes, mut newer) = (0, 0);
    for release in ["17", "8"] {
        for p in programs(&tests_dir().join("programs")) {
            let dir = scratch.sub(&format!("{release}/{}", p.name));
            let mut args: Vec<String> =
                ["-g", "-nowarn", "--release", release, "-d"].iter().map(|s| s.to_string()).collect();
            args.push(dir.to_string_lossy().into_owned());
            args.extend(p.sources.iter().map(|s| s.to_string_lossy().into_owned()));
            let compiled = run(&our("rvmc"), &args, scratch.path(), b"", Duration::from_secs(60));
            if compiled.code != 0 {
                assert_eq!(release, "8", "{}: {}", p.name, compiled.err);
                newer += 1;
                continue;
            }
            let mut bundle = Bundle::default();
            add_below(&dir, "", &mut bundle);
            classes += bundle.count;
            let path = dir.join("bundle");
            bundle.write(&path);
            bundles.push(path);
        }
    }
    let outcome = link(java, &bundles, scratch.path());
    println!("programs: linked {classes} classes; {newer} programs are too new for release 8");
    assert!(outcome.out.contains(&format!("linked {classes} of {classes}")), "{}", outcome.out);
}

fn add_below(dir: &Path, prefix: &str, bundle: &mut Bundle) {
    for path in entries(dir) {
        let name = format!("{prefix}{}", file_name(&path));
        if path.is_dir() {
            add_below(&path, &format!("{name}/"), bundle);
        } else if let Some(name) = name.strip_suffix(".class") {
            bundle.add(name, &std::fs::read(&path).expect("a class file"));
        }
    }
}
