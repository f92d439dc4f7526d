//! The compiler's driver: options, files, class path, and the phases in order.
//!
//! - [`main`]: the command `rvmc`, all but its exit;
//! - [`compile_source`]: a source text to class files in memory (for `rvm Hello.java`);
//! - [`compile_library`]: the class library itself.

pub mod classpath;
pub mod encoding;
mod error;
mod modules;
mod notes;
pub mod options;
mod output;
pub mod pipeline;

pub use error::CompileError;

use classpath::{ClassPath, FolderPlatform, NoPlatform, Platform};
use encoding::Encoding;
use options::{Options, Print};
use rvm_syntax::lint::{Lint, LintSet};
use rvm_syntax::{Diagnostics, Span};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::SystemTime;

/// Address space for the compiler's stack: deeply nested sources recurse deeply. Only what is used is committed.
const STACK: usize = 1 << 30;

/// Runs `f` on a thread with the compiler's stack.
fn on_big_stack<T: Send>(f: impl FnOnce() -> T + Send) -> Result<T, CompileError> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, f)
            .map_err(CompileError::Thread)?;
        match thread.join() {
            Ok(result) => Ok(result),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// Exit codes, as javac has them.
pub mod exit {
    /// All went well.
    pub const OK: i32 = 0;
    /// The program has errors.
    pub const ERROR: i32 = 1;
    /// The command line is wrong.
    pub const USAGE: i32 = 2;
    /// The system failed.
    pub const SYSTEM: i32 = 3;
}

/// Runs the command. `platform` makes the finder of the library's classes. Returns the exit code; prints to the standard streams.
pub fn main(args: Vec<String>, platform: impl FnOnce() -> Platform + Send) -> i32 {
    let options = match Options::parse(args) {
        Ok(options) => options,
        // As javac: what is wrong with the run rather than with the line's form.
        Err(message) if options::is_plain(&message) => {
            eprintln!("{message}\n1 error");
            return exit::USAGE;
        }
        // javac says these as warnings, but ends.
        Err(message) if message.starts_with("warning: ") => {
            eprintln!("{message}");
            return exit::USAGE;
        }
        Err(message) => {
            eprintln!(
                "{message}\nUsage: rvmc <options> <source files>\nuse --help for a list of possible options"
            );
            return exit::USAGE;
        }
    };
    match options.print {
        Some(Print::Version) => {
            println!("rvmc {}", env!("CARGO_PKG_VERSION"));
            return exit::OK;
        }
        Some(Print::Help) => {
            print!("{}", options::HELP);
            return exit::OK;
        }
        Some(Print::Lints) => {
            print!("{}", Options::lints());
            return exit::OK;
        }
        None => {}
    }
    match on_big_stack(|| compile_files(&options, platform())) {
        Ok(Ok((text, code))) => {
            if let Some(file) = &options.messages_to
                && let Err(e) = std::fs::write(file, &text)
            {
                eprintln!("{}", CompileError::Write(file.clone(), e));
                return exit::SYSTEM;
            } else if options.messages_to.is_none() {
                eprint!("{text}");
            }
            code
        }
        Ok(Err(e @ CompileError::NotFound(_))) => {
            eprintln!("{e}\nUsage: rvmc <options> <source files>\nuse --help for a list of possible options");
            exit::USAGE
        }
        Ok(Err(e @ CompileError::Jar(..))) => {
            eprintln!("{e}");
            exit::USAGE
        }
        Ok(Err(e)) | Err(e) => {
            eprintln!("{e}");
            exit::SYSTEM
        }
    }
}

/// Reads the files of `options`, compiles, writes. Returns the messages and the exit code.
fn compile_files(options: &Options, platform: Platform) -> Result<(String, i32), CompileError> {
    let diags = Rc::new(Diagnostics::default());
    let mut files = Vec::new();
    for path in &options.files {
        files.push(add_file(&diags, path, options.encoding)?);
    }
    diags.lints.want(options.lint);
    for warning in &options.warnings {
        diags.lint(Lint::Options, Span::NONE, "options", warning.as_str());
    }
    let mut absent = Vec::new();
    let platform: Platform = match &options.system {
        Some(dir) => Box::new(FolderPlatform(dir.clone())),
        None if options.no_platform => Box::new(NoPlatform),
        None => platform,
    };
    let modules = modules::find(&options.module_path)?;
    let mut class_path = options.class_path.clone();
    class_path.extend(modules.iter().map(|m| m.place.clone()));
    let finder = ClassPath::new(&class_path, platform, &mut absent)?;
    for path in absent {
        let text = format!("bad path element \"{}\": no such file or directory", path.display());
        diags.lint(Lint::Path, Span::NONE, "path-element", text);
    }
    let roots = options.source_path.clone().unwrap_or_else(|| options.class_path.clone());
    let given: Vec<PathBuf> = options.files.iter().filter_map(|f| f.canonicalize().ok()).collect();
    let class_roots = options.class_path.clone();
    let encoding = options.encoding;
    let sources = move |binary: &str| find_source(&roots, &class_roots, &given, encoding, binary);
    let inputs = pipeline::Inputs {
        files: &files,
        finder: Box::new(finder),
        sources: Some(Box::new(sources)),
        modules: modules.into_iter().map(|m| m.name).collect(),
    };
    let made = pipeline::compile(&diags, inputs, options);
    let mut failed = diags.error_count() > 0;
    if !failed {
        for class in &made {
            let beside = Path::new(&diags.file(class.source).name).parent().map(Path::to_path_buf);
            output::write(class, options.output.as_deref(), beside.as_deref())?;
        }
        failed = options.warnings_are_errors && diags.warning_count() > 0;
        if failed {
            diags.error(Span::NONE, "warnings-and-werror", "warnings found and -Werror specified");
        }
    }
    let text = if options.raw_diagnostics { diags.render_raw() } else { diags.render(options.max_errors) };
    Ok((text, if failed { exit::ERROR } else { exit::OK }))
}

/// Reads a source file. What its encoding does not have is an error in the file, not of the run.
fn add_file(
    diags: &Diagnostics,
    path: &Path,
    encoding: Encoding,
) -> Result<rvm_syntax::FileId, CompileError> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            return Err(CompileError::NotFound(path.into()));
        }
        Err(e) => return Err(CompileError::Read(path.into(), e)),
    };
    // Offsets in the tree are 32 bits wide.
    if bytes.len() >= u32::MAX as usize / 2 {
        return Err(CompileError::TooLarge(path.into()));
    }
    Ok(add_text(diags, &path.to_string_lossy(), bytes, encoding))
}

fn add_text(diags: &Diagnostics, name: &str, bytes: Vec<u8>, encoding: Encoding) -> rvm_syntax::FileId {
    let decoded = encoding.decode(bytes);
    let file = diags.add_file(name.to_string(), decoded.text);
    for (at, bytes) in decoded.bad {
        let hex: String = bytes.iter().map(|b| format!("{b:02X}")).collect();
        diags.error(
            Span { file, lo: at, hi: at + 1, at },
            "illegal-char-for-encoding",
            format!("unmappable character (0x{hex}) for encoding {}", encoding.name()),
        );
    }
    file
}

/// The source of a top-level class on the source path, unless a newer class file is there.
fn find_source(
    roots: &[PathBuf],
    class_roots: &[PathBuf],
    given: &[PathBuf],
    encoding: Encoding,
    binary: &str,
) -> Option<(String, String)> {
    let modified =
        |p: &Path| std::fs::metadata(p).and_then(|m| m.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    for root in roots {
        for ending in ["java", "src"] {
            let path = root.join(format!("{binary}.{ending}"));
            if !path.is_file() || path.canonicalize().is_ok_and(|p| given.contains(&p)) {
                continue;
            }
            let class = class_roots.iter().map(|r| r.join(format!("{binary}.class"))).find(|p| p.is_file());
            if class.is_some_and(|c| modified(&c) >= modified(&path)) {
                return None;
            }
            let text = encoding.decode(std::fs::read(&path).ok()?).text;
            return Some((path.to_string_lossy().into_owned(), text));
        }
    }
    None
}

/// Compiles one source text in memory. `Ok`: internal binary names and class files, the first top-level class first; `Err`: the messages.
pub fn compile_source(
    name: &str,
    text: Vec<u8>,
    class_path: &[PathBuf],
    platform: impl FnOnce() -> Platform + Send,
) -> Result<Vec<(String, Vec<u8>)>, String> {
    let options = Options { class_path: class_path.to_vec(), any_file_name: true, ..Options::default() };
    let result = on_big_stack(move || {
        let diags = Rc::new(Diagnostics::default());
        let file = add_text(&diags, name, text, Encoding::Utf8);
        let finder = match ClassPath::new(&options.class_path, platform(), &mut Vec::new()) {
            Ok(finder) => finder,
            Err(e) => return Err(format!("{e}\n")),
        };
        let files = [file];
        let inputs = pipeline::Inputs::of(&files, Box::new(finder));
        let made = pipeline::compile(&diags, inputs, &options);
        let text = diags.render(options.max_errors);
        if diags.error_count() > 0 {
            Err(text)
        } else {
            Ok(made.into_iter().map(|m| (m.binary, m.bytes)).collect())
        }
    });
    result.unwrap_or_else(|e| Err(e.to_string()))
}

/// Compiles the class library's sources, which need nothing but themselves. `Err`: the messages.
pub fn compile_library(sources: &[PathBuf]) -> Result<BTreeMap<String, Vec<u8>>, String> {
    // Names of variables are kept: messages of null pointer exceptions show them, as the JDK's do.
    let debug = options::Debug { lines: true, vars: true, source: true };
    let options =
        Options { no_platform: true, no_warnings: true, lint: LintSet::NONE, debug, ..Options::default() };
    let result = on_big_stack(|| {
        let diags = Rc::new(Diagnostics::default());
        let mut files = Vec::new();
        for path in sources {
            files.push(add_file(&diags, path, Encoding::Utf8).map_err(|e| e.to_string())?);
        }
        let finder = ClassPath::new(&[], Box::new(NoPlatform), &mut Vec::new()).map_err(|e| e.to_string())?;
        let inputs = pipeline::Inputs::of(&files, Box::new(finder));
        let made = pipeline::compile(&diags, inputs, &options);
        if diags.error_count() > 0 {
            return Err(diags.render(options.max_errors));
        }
        Ok(made.into_iter().map(|m| (m.binary, m.bytes)).collect())
    });
    result.unwrap_or_else(|e| Err(e.to_string()))
}
