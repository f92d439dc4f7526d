//! Test cases are files.
//!
//! A program is `NAME.java`, or a folder `NAME/` with several sources and the class `Main`. Beside it: `NAME.out`, standard output as OpenJDK
//! printed it; and where they matter `NAME.err` (standard error), `NAME.exit` (exit code, otherwise 0), `NAME.in` (standard input),
//! `NAME.flags` (options of the VM) and `NAME.args` (arguments of the program), each split at white space.

use std::path::{Path, PathBuf};

/// A program and what it must do.
#[derive(Debug, Clone)]
pub struct Program {
    /// `area/NAME`.
    pub name: String,
    /// The sources.
    pub sources: Vec<PathBuf>,
    /// The class to run.
    pub main: String,
    /// The path of the case without an ending.
    pub stem: PathBuf,
}

impl Program {
    fn side(&self, ending: &str) -> Option<String> {
        let mut path = self.stem.clone().into_os_string();
        path.push(ending);
        std::fs::read(&path).ok().map(|b| String::from_utf8_lossy(&b).into_owned())
    }

    /// Expected standard output; None before it was stored.
    pub fn out(&self) -> Option<String> {
        self.side(".out")
    }

    /// Expected standard error, if it matters.
    pub fn err(&self) -> Option<String> {
        self.side(".err")
    }

    /// Expected exit code.
    pub fn exit(&self) -> i32 {
        self.side(".exit").and_then(|s| s.trim().parse().ok()).unwrap_or(0)
    }

    /// Standard input.
    pub fn input(&self) -> Vec<u8> {
        self.side(".in").unwrap_or_default().into_bytes()
    }

    /// Options of the VM.
    pub fn flags(&self) -> Vec<String> {
        split(self.side(".flags"))
    }

    /// Arguments of the program.
    pub fn args(&self) -> Vec<String> {
        split(self.side(".args"))
    }
}

fn split(text: Option<String>) -> Vec<String> {
    text.unwrap_or_default().split_whitespace().map(str::to_string).collect()
}

/// All programs below `root`, sorted by name.
pub fn programs(root: &Path) -> Vec<Program> {
    let mut found = Vec::new();
    for area in entries(root).into_iter().filter(|p| p.is_dir()) {
        found.extend(area_programs(&area));
    }
    found
}

/// The programs of one area.
pub fn area_programs(area: &Path) -> Vec<Program> {
    let mut found = Vec::new();
    let area_name = file_name(area);
    for path in entries(area) {
        let name = file_name(&path);
        if path.is_dir() {
            let mut sources = Vec::new();
            sources_below(&path, &mut sources);
            let stem = path.clone();
            found.push(Program { name: format!("{area_name}/{name}"), sources, main: "Main".into(), stem });
        } else if let Some(stem) = name.strip_suffix(".java") {
            found.push(Program {
                name: format!("{area_name}/{stem}"),
                sources: vec![path.clone()],
                main: stem.to_string(),
                stem: path.with_extension(""),
            });
        }
    }
    found
}

/// The sources below a folder, sorted.
pub fn sources_below(dir: &Path, out: &mut Vec<PathBuf>) {
    for path in entries(dir) {
        if path.is_dir() {
            sources_below(&path, out);
        } else if path.extension().is_some_and(|e| e == "java") {
            out.push(path);
        }
    }
}

/// The entries of a folder, sorted.
pub fn entries(dir: &Path) -> Vec<PathBuf> {
    let mut list: Vec<PathBuf> =
        std::fs::read_dir(dir).map(|d| d.flatten().map(|e| e.path()).collect()).unwrap_or_default();
    list.sort();
    list
}

/// The last component of a path as text.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
