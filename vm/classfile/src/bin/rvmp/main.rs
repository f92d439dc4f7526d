//! `rvmp` prints class files, with javap's options and in javap's layout.

mod annotations;
mod attributes;
mod code;
mod constants;
mod number;
mod output;
mod printer;
mod sha256;
mod types;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Which members are shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Access {
    Public,
    Protected,
    Package,
    Private,
}

/// What the command line asks for.
struct Options {
    access: Access,
    code: bool,
    verbose: bool,
    lines: bool,
    signatures: bool,
    constants: bool,
    sysinfo: bool,
    class_path: Vec<PathBuf>,
    classes: Vec<String>,
}

const USAGE: &str = "\
Usage: rvmp <options> <classes>
  -help --help -h -?         Print this help
  -version                   Print the version
  -v  -verbose               Print everything: constant pool, flags, all attributes
  -l                         Print line number and local variable tables
  -c                         Disassemble the code
  -s                         Print descriptors
  -public                    Show only public classes and members
  -protected                 Show protected and public classes and members
  -package                   Show package, protected and public classes and members (default)
  -p  -private               Show all classes and members
  -sysinfo                   Print path, size, date and SHA-256 checksum
  -constants                 Print values of constants
  -cp -classpath --class-path <path>   Folders to search for classes
A class is given by file name or by its name.";

fn parse_options(args: &[String]) -> Result<Option<Options>, String> {
    let mut options = Options {
        access: Access::Package,
        code: false,
        verbose: false,
        lines: false,
        signatures: false,
        constants: false,
        sysinfo: false,
        class_path: vec![PathBuf::from(".")],
        classes: Vec::new(),
    };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "-help" | "--help" | "-h" | "-?" => {
                println!("{USAGE}");
                return Ok(None);
            }
            "-version" => {
                println!("{}", env!("CARGO_PKG_VERSION"));
                return Ok(None);
            }
            "-v" | "-verbose" => options.verbose = true,
            "-l" => options.lines = true,
            "-c" => options.code = true,
            "-s" => options.signatures = true,
            "-public" => options.access = Access::Public,
            "-protected" => options.access = Access::Protected,
            "-package" => options.access = Access::Package,
            "-p" | "-private" => options.access = Access::Private,
            "-sysinfo" => options.sysinfo = true,
            "-constants" => options.constants = true,
            "-cp" | "-classpath" | "--class-path" => match args.next() {
                Some(path) => options.class_path = std::env::split_paths(path).collect(),
                None => return Err(format!("no value given for {arg}")),
            },
            _ => match arg.strip_prefix("--class-path=") {
                Some(path) => options.class_path = std::env::split_paths(path).collect(),
                None if arg.starts_with('-') => return Err(format!("unknown option: {arg}")),
                None => options.classes.push(arg.clone()),
            },
        }
    }
    // As in javap, -v shows code, tables and descriptors too.
    if options.verbose {
        options.code = true;
        options.lines = true;
        options.signatures = true;
    }
    Ok(Some(options))
}

/// A file by that name, or a class on the class path; nested classes may be written with dots.
fn find(name: &str, options: &Options) -> Option<PathBuf> {
    let direct = Path::new(name);
    if direct.is_file() && name.ends_with(".class") {
        return Some(direct.to_path_buf());
    }
    let mut relative = name.replace('.', "/");
    loop {
        for folder in &options.class_path {
            let candidate = folder.join(format!("{relative}.class"));
            if candidate.is_file() {
                return Some(candidate);
            }
        }
        let slash = relative.rfind('/')?;
        relative.replace_range(slash..slash + 1, "$");
    }
}

fn show(name: &str, options: &Options, out: &mut String) -> Result<(), String> {
    let path = find(name, options).ok_or_else(|| format!("class not found: {name}"))?;
    let bytes = std::fs::read(&path).map_err(|e| format!("error reading {}: {e}", path.display()))?;
    let class = rvm_classfile::parse(&bytes).map_err(|e| format!("{e} in {}", path.display()))?;
    printer::print(&class, &bytes, &path, options, out).map_err(|e| format!("{e} in {}", path.display()))
}

fn main() -> ExitCode {
    let args: Vec<String> =
        std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect();
    let options = match parse_options(&args) {
        Ok(Some(options)) => options,
        Ok(None) => return ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("Error: {message}");
            return ExitCode::from(2);
        }
    };
    if options.classes.is_empty() {
        eprintln!("Error: no classes given (--help lists the options)");
        return ExitCode::from(2);
    }
    let mut failed = false;
    for name in &options.classes {
        let mut out = String::new();
        let result = show(name, &options, &mut out);
        // A closed pipe is no reason to complain.
        if std::io::stdout().write_all(out.as_bytes()).is_err() {
            return ExitCode::FAILURE;
        }
        if let Err(message) = result {
            eprintln!("Error: {message}");
            failed = true;
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
