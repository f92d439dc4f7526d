//! Seeded mutations of real input, in one process: class files of the library, sources of the test programs. Nothing may panic, and what the compiler
//! makes of a damaged source that it accepts, the verifier accepts. `RVM_MUTATIONS` scales the counts (100 is the default).

#[path = "../fuzz/checks.rs"]
mod checks;

use rvm_tests::case::programs;
use rvm_tests::tests_dir;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Xorshift: the same mutations in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}

fn scaled(count: usize) -> usize {
    let percent = std::env::var("RVM_MUTATIONS").ok().and_then(|t| t.parse::<usize>().ok()).unwrap_or(100);
    count * percent / 100
}

/// Another seed gives other mutations: `RVM_SEED`.
fn seeded(default: u64) -> Random {
    let seed = std::env::var("RVM_SEED").ok().and_then(|t| t.parse::<u64>().ok()).unwrap_or(0);
    let mut random = Random(default ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    random.next();
    random
}

fn damaged_bytes(original: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = original.to_vec();
    for _ in 0..1 + random.below(3) {
        let at = random.below(bytes.len());
        match random.below(12) {
            0..5 => bytes[at] = random.next() as u8,
            5..9 => bytes[at] ^= 1 << random.below(8),
            9 => bytes.insert(at, random.next() as u8),
            10 if bytes.len() > 1 => drop(bytes.remove(at)),
            _ => bytes.truncate(at.max(1)),
        }
    }
    bytes
}

#[test]
fn damaged_class_files() {
    let classes: Vec<&[u8]> = rvm_stdlib::classes().map(|(_, b)| b).filter(|b| b.len() < 6000).collect();
    let mut set = checks::library();
    let mut random = seeded(0x2545_f491_4f6c_dd1d);
    let (mut read, mut accepted) = (0, 0);
    let count = scaled(40_000);
    for _ in 0..count {
        let bytes = damaged_bytes(classes[random.below(classes.len())], &mut random);
        let result = catch_unwind(AssertUnwindSafe(|| {
            (checks::class_file(&bytes), checks::verified(&bytes, &mut set))
        }));
        let Ok((well_formed, verified)) = result else { panic!("a panic with {}", keep("class", &bytes)) };
        read += usize::from(well_formed);
        accepted += usize::from(verified);
    }
    println!("{count} damaged class files: {read} can be read, {accepted} are accepted");
    assert!(count < 100 || accepted > 0 && accepted < count);
}

/// Words to put into a source.
const WORDS: &[&str] = &[
    "class",
    "interface",
    "enum",
    "record",
    "sealed",
    "permits",
    "static",
    "final",
    "abstract",
    "default",
    "private",
    "synchronized",
    "void",
    "int",
    "long",
    "double",
    "boolean",
    "char",
    "String",
    "Object",
    "var",
    "null",
    "this",
    "super",
    "new",
    "return",
    "throw",
    "throws",
    "try",
    "catch",
    "finally",
    "if",
    "else",
    "for",
    "while",
    "do",
    "switch",
    "case",
    "yield",
    "break",
    "continue",
    "instanceof",
    "assert",
    "import",
    "package",
    "extends",
    "implements",
    "true",
    "0",
    "1L",
    "2.5",
    "0x7f",
    "'c'",
    "\"text\"",
    "\"\"\"\n x\"\"\"",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "<",
    ">",
    ";",
    ",",
    ".",
    "...",
    "->",
    "::",
    "?",
    ":",
    "=",
    "==",
    "+=",
    ">>>=",
    "++",
    "-",
    "!",
    "~",
    "@Override",
    "@",
    "&&",
    "||",
    "&",
    "%",
    "\\u0041",
    "/*",
    "//",
    "*/",
    "\n",
    "T",
    "x",
    "List<String>",
    "int[]",
];

/// Borders of the words and signs of a text.
fn borders(text: &str) -> Vec<usize> {
    let mut out = vec![0];
    let mut before = ' ';
    for (i, c) in text.char_indices() {
        let joined = c.is_alphanumeric() && before.is_alphanumeric();
        if !joined && i > 0 {
            out.push(i);
        }
        before = c;
    }
    out.push(text.len());
    out
}

fn damaged_text(original: &str, random: &mut Random) -> String {
    let mut text = original.to_string();
    for _ in 0..1 + random.below(2) {
        let cuts = borders(&text);
        let word = |random: &mut Random| {
            let i = random.below(cuts.len() - 1);
            (cuts[i], cuts[i + 1])
        };
        let (from, to) = word(random);
        let (other, end) = word(random);
        match random.below(8) {
            0 => text.replace_range(from..to, ""),
            1 => text.insert_str(from, WORDS[random.below(WORDS.len())]),
            2 => text.replace_range(from..to, WORDS[random.below(WORDS.len())]),
            3 | 4 => {
                let copy = text[other..end].to_string();
                text.replace_range(from..to, &copy);
            }
            5 => {
                let copy = text[other..end].to_string();
                text.insert_str(from, &copy);
            }
            6 => {
                let copy = text[from..to].to_string();
                text.insert_str(to, &copy);
            }
            _ => text.truncate(if random.below(4) == 0 { from } else { text.len() }),
        }
    }
    text
}

fn sources() -> Vec<String> {
    let all = programs(&tests_dir().join("programs"));
    let texts = all.iter().flat_map(|p| &p.sources).filter_map(|s| std::fs::read_to_string(s).ok());
    texts.filter(|t| t.len() < 20_000).collect()
}

#[test]
fn damaged_sources_are_parsed() {
    let sources = sources();
    let mut random = seeded(0x9e37_79b9_7f4a_7c15);
    let mut accepted = 0;
    let count = scaled(10_000);
    for _ in 0..count {
        let text = damaged_text(&sources[random.below(sources.len())], &mut random);
        let Ok(good) = catch_unwind(|| checks::source(&text)) else {
            panic!("a panic with {}", keep("java", text.as_bytes()))
        };
        accepted += usize::from(good);
    }
    println!("{count} damaged sources: {accepted} are parsed without an error");
    assert!(count < 100 || accepted > 0 && accepted < count);
}

#[test]
fn damaged_sources_are_compiled() {
    let sources: Vec<String> = sources().into_iter().filter(|t| t.len() < 6_000).collect();
    let set = checks::library();
    let mut random = seeded(0xd1b5_4a32_d192_ed03);
    let mut accepted = 0;
    let mut failures = Vec::new();
    let count = scaled(1_500);
    for _ in 0..count {
        let text = damaged_text(&sources[random.below(sources.len())], &mut random);
        match catch_unwind(AssertUnwindSafe(|| checks::compiled(&text, &set))) {
            Ok(good) => accepted += usize::from(good),
            Err(_) => failures.push(keep("java", text.as_bytes())),
        }
    }
    println!("{count} damaged sources: {accepted} are compiled, and verified");
    assert!(failures.is_empty(), "panics with {failures:?}");
    assert!(count < 100 || accepted > 0 && accepted < count);
}

/// Stores an input that fails; where.
fn keep(ending: &str, bytes: &[u8]) -> String {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let path = std::env::temp_dir().join(format!("rvm-mutation-{:016x}.{ending}", hasher.finish()));
    let _ = std::fs::write(&path, bytes);
    path.display().to_string()
}
