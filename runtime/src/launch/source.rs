//! Running a source file: compiled in memory, its first class is the main class.

use super::{Plan, library};
use crate::error::LaunchError;
use crate::options::Options;
use crate::sources::ClassPath;
use rvm_model::world::ClassFinder;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// The library as the compiler sees it: the one the program will run on.
struct Library(ClassPath);

impl ClassFinder for Library {
    fn find(&self, binary: &str) -> Option<Cow<'static, [u8]>> {
        self.0.class_file(binary)
    }

    fn package_exists(&self, dotted: &str) -> bool {
        self.0.has_package(dotted)
    }
}

/// Compiles a source file and plans its run.
pub(super) fn plan(options: &Options, path: &Path, class_path: &str) -> Result<Plan, LaunchError> {
    let shown = path.display();
    let failed = |text: String| LaunchError::Usage(text);
    let mut text =
        std::fs::read(path).map_err(|error| failed(format!("error: error reading {shown}: {error}")))?;
    if text.starts_with(b"#!") {
        // A script's first line stays a line, so that others keep their numbers.
        let end = text.iter().position(|&c| c == b'\n').unwrap_or(text.len());
        text[..end].fill(b' ');
    }
    let places: Vec<PathBuf> = class_path.split(':').filter(|p| !p.is_empty()).map(PathBuf::from).collect();
    let name = path.to_string_lossy();
    let library = library(options);
    let classes = rvm_compiler::compile_source(&name, text, &places, move || Box::new(Library(library)))
        .map_err(|messages| failed(format!("{}error: compilation failed", with_newline(messages))))?;
    let Some((main_class, _)) = classes.first() else {
        return Err(failed("error: no class declared in source file".to_string()));
    };
    let main_class = main_class.replace('/', ".");
    let mut all = ClassPath::new();
    all.add_memory(classes.into_iter().map(|(name, bytes)| (name.into_bytes(), bytes)).collect());
    if !class_path.is_empty() {
        all.add_text(class_path);
    }
    Ok(Plan { class_path: all, text: class_path.to_owned(), main_class })
}

fn with_newline(mut text: String) -> String {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}
