//! The verifier: one text a rule, and mutations of real class files.

use rvm_classfile::asm::{Assembled, assemble};
use rvm_verifier::{ClassSet, Failure, Kind, parse_checked, verify};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("verifier")
}

fn library() -> ClassSet {
    let mut set = ClassSet::new();
    set.add_listing(&std::fs::read_to_string(folder().join("jdk-classes.txt")).unwrap());
    set
}

/// What became of a class: "ok" or error class and rule.
fn judge(bytes: &[u8], set: &mut ClassSet) -> String {
    let class = match parse_checked(bytes) {
        Ok(class) => class,
        Err(rejection) => return format!("{} {}", error_name(rejection.kind), rejection.rule),
    };
    match verify(&class, set) {
        Ok(()) => "ok".into(),
        Err(Failure::Rejected(rejection)) => {
            assert!(!rejection.message.is_empty() && !rejection.class.is_empty());
            format!("{} {}", error_name(rejection.kind), rejection.rule)
        }
        Err(Failure::Load(missing)) => format!("NoClassDefFoundError {}", missing.0),
    }
}

fn error_name(kind: Kind) -> &'static str {
    kind.java_class().rsplit('/').next().unwrap()
}

fn run(classes: &[Assembled]) -> String {
    let mut set = library();
    for class in classes {
        if let Ok(class) = rvm_classfile::parse(&class.bytes) {
            set.add(&class);
        }
    }
    judge(&classes[0].bytes, &mut set)
}

#[test]
fn texts() {
    let mut files: Vec<_> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "rvma"))
        .collect();
    files.sort();
    let mut wrong = Vec::new();
    let mut by_error: BTreeMap<String, usize> = BTreeMap::new();
    let mut rules = std::collections::BTreeSet::new();
    for path in &files {
        let text = std::fs::read_to_string(path).unwrap();
        let expected = text.lines().next().and_then(|line| line.strip_prefix("// expect: "));
        let expected = expected.unwrap_or_else(|| panic!("{path:?} has no expectation"));
        let classes = assemble(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        let found = run(&classes);
        if found != expected {
            wrong.push(format!("{}: {found}, expected {expected}", path.display()));
        }
        *by_error.entry(expected.split(' ').next().unwrap().to_string()).or_default() += 1;
        rules.insert(expected.to_string());
    }
    println!("verifier texts: {} ({by_error:?}), {} outcomes told apart", files.len(), rules.len());
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(files.len() >= 150);
}

#[test]
fn real_classes_pass() {
    let files = real_classes();
    let mut set = library();
    for bytes in &files {
        set.add(&rvm_classfile::parse(bytes).unwrap());
    }
    let mut checked = 0;
    for bytes in &files {
        let class = rvm_classfile::parse(bytes).unwrap();
        if class.access & rvm_classfile::flags::MODULE == 0 {
            assert_eq!(judge(bytes, &mut set), "ok", "{}", String::from_utf8_lossy(class.name().unwrap()));
            checked += 1;
        }
    }
    println!("real classes verified: {checked}");
}

fn real_classes() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../vm/classfile/tests/classes");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == "class"))
        .map(|path| std::fs::read(path).unwrap())
        .collect()
}

/// xorshift64*: the same mutations on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }
}

const VALUES: [u16; 12] = [0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xfffe, 0xffff, 61];

/// Places whose change keeps the file's structure: constants' contents, flags, indices, code.
fn structured_places(bytes: &[u8]) -> Vec<usize> {
    let mut places = vec![6, 7];
    let Ok(class) = rvm_classfile::parse(bytes) else { return places };
    let base = bytes.as_ptr() as usize;
    let mut add = |slice: &[u8]| {
        let start = slice.as_ptr() as usize - base;
        places.extend(start..start + slice.len());
    };
    for method in &class.methods {
        for attribute in method.attributes.iter() {
            add(attribute.data);
        }
    }
    for attribute in class.attributes.iter() {
        add(attribute.data);
    }
    places
}

fn mutate(files: &[Vec<u8>], places: &[Vec<usize>], random: &mut Random) -> Vec<u8> {
    let at = random.below(files.len());
    let mut bytes = files[at].clone();
    match random.below(8) {
        0 => bytes.truncate(random.below(bytes.len())),
        1 => {
            for _ in 0..=random.below(4) {
                let bit = random.below(bytes.len() * 8);
                bytes[bit / 8] ^= 1 << (bit % 8);
            }
        }
        2 => {
            for _ in 0..=random.below(8) {
                let place = random.below(bytes.len());
                bytes[place] = random.next() as u8;
            }
        }
        3 => {
            // A piece of another file.
            let other = &files[random.below(files.len())];
            let from = random.below(other.len());
            let length = random.below(64).min(other.len() - from);
            let to = random.below(bytes.len());
            let end = (to + length).min(bytes.len());
            bytes.splice(to..end, other[from..from + length].iter().copied());
        }
        4 => {
            let from = random.below(bytes.len());
            let end = (from + random.below(32)).min(bytes.len());
            bytes.drain(from..end);
        }
        5 => {
            let place = random.below(bytes.len().saturating_sub(1));
            let value = VALUES[random.below(VALUES.len())].to_be_bytes();
            bytes[place..place + 2].copy_from_slice(&value);
        }
        _ => {
            // Within attributes, code above all: the file stays readable.
            for _ in 0..=random.below(3) {
                let list = &places[at];
                let place = list[random.below(list.len())];
                bytes[place] = match random.below(3) {
                    0 => random.next() as u8,
                    1 => bytes[list[random.below(list.len())]],
                    _ => VALUES[random.below(VALUES.len())] as u8,
                };
            }
        }
    }
    bytes
}

#[test]
fn mutations() {
    let count: usize = std::env::var("RVM_MUTATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(120_000);
    let mut files = real_classes();
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().is_some_and(|n| n.to_string_lossy().starts_with("ok-")) {
            let text = std::fs::read_to_string(path).unwrap();
            files.extend(assemble(&text).unwrap().into_iter().map(|class| class.bytes));
        }
    }
    files.sort();
    let places: Vec<_> = files.iter().map(|bytes| structured_places(bytes)).collect();
    let mut set = library().lenient();
    for bytes in &files {
        set.add(&rvm_classfile::parse(bytes).unwrap());
    }
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut outcomes: BTreeMap<String, usize> = BTreeMap::new();
    let mut slowest = std::time::Duration::ZERO;
    for _ in 0..count {
        let bytes = mutate(&files, &places, &mut random);
        let start = std::time::Instant::now();
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| judge(&bytes, &mut set)));
        slowest = slowest.max(start.elapsed());
        let outcome = outcome.unwrap_or_else(|_| {
            let file = std::env::temp_dir().join("rvm-mutation.class");
            _ = std::fs::write(&file, &bytes);
            panic!("panic: input kept in {}", file.display());
        });
        *outcomes.entry(outcome.split(' ').next().unwrap().to_string()).or_default() += 1;
    }
    println!("mutations: {count} ({outcomes:?}), slowest {slowest:?}");
    assert!(count < 100_000 || outcomes.len() >= 4);
}

/// Sizes that the format allows, in shapes that cost most: each ends soon, whatever the verdict.
#[test]
fn forged_giants() {
    let lines = |count: usize, line: &dyn Fn(usize) -> String| -> String {
        (0..count).map(|i| line(i) + "\n").collect()
    };
    let class = "class public super T\n";
    let text = [
        // One frame after the other over all locals there can be.
        format!(
            "{class}method static m ()V\nlocals 65535\n iconst_0\n istore 65534\n{} return",
            lines(20_000, &|_| "frame same\nnop\niconst_0\nistore_0".into())
        ),
        format!(
            "{class}method static m ()V\nlocals 65535\nnop\nframe full ( {} ) ( )\n{} return",
            "top ".repeat(65_534) + "null",
            lines(20_000, &|i| format!(
                "{}\nframe same",
                if i % 2 == 0 { "nop" } else { "aconst_null\nastore_0" }
            ))
        ),
        // Handlers that all cover everything.
        format!(
            "{class}method static m ()V\na: nop\n{}b: return\n{}{}",
            lines(20_000, &|_| "iconst_0\nistore_0".into()),
            lines(5_000, &|i| format!("h{i}: frame full ( top ) ( java/lang/Throwable )\nathrow")),
            lines(65_000, &|i| format!("catch any from a to b using h{}", i % 5_000))
        ),
        // The same for inference.
        format!(
            "{class}version 49\nmethod static m ()V\na: nop\n{}b: return\n{}{}",
            lines(20_000, &|_| "iconst_0\nistore_0".into()),
            lines(5_000, &|i| format!("h{i}: athrow")),
            lines(65_000, &|i| format!("catch any from a to b using h{}", i % 5_000))
        ),
        // Every instruction a branch to the next, each changing another local.
        format!(
            "{class}version 49\nmethod static m ()V\nlocals 5000\ntop: nop\n{}return",
            lines(4_000, &|i| format!(
                "iconst_0\nistore {i}\niconst_0\nifeq l{i}\nfconst_0\nfstore {i}\nl{i}: nop"
            ))
        ),
        // Subroutines in subroutines.
        format!(
            "{class}version 49\nmethod static m ()V\njsr s0\nreturn\n{}s4500: astore 4500\nret 4500",
            lines(4_500, &|i| format!(
                "s{i}: astore {i}\njsr s{}\njsr s{}\nret {i}",
                i + 1,
                (i + 2).min(4_500)
            ))
        ),
        format!(
            "{class}version 49\nmethod static m ()V\njsr s0\nreturn\n{}s120: astore 65000\nret 65000",
            lines(120, &|i| format!(
                "s{i}: astore {}\n{}jsr s{}\njsr s{}\nret {}",
                i + 60_000,
                lines(100, &|j| format!("iconst_0\nistore {}", i * 500 + j)),
                i + 1,
                (i + 2).min(120),
                i + 60_000
            ))
        ),
        // A switch over everything.
        format!(
            "{class}method static m (I)V\niload_0\ntableswitch 0 {} default end\nend: frame same\nreturn",
            "end ".repeat(16_000)
        ),
        // Deep arrays.
        format!(
            "{class}version 49\nmethod static m ([{0}I[{0}Ljava/lang/String;)V\niconst_0\nifeq x\naload_0\ngoto y\nx: aload_1\ny: pop\nreturn",
            "[".repeat(250)
        ),
    ];
    for (i, text) in text.iter().enumerate() {
        let classes = assemble(text).unwrap_or_else(|error| panic!("{i}: {error}"));
        let start = std::time::Instant::now();
        let outcome = run(&classes);
        let elapsed = start.elapsed();
        println!("giant {i}: {} bytes, {outcome}, {elapsed:?}", classes[0].bytes.len());
        assert!(elapsed.as_secs() < 60, "{i} took {elapsed:?}");
    }
}
