//! The command line of `rvmc`: javac's.

use crate::encoding::Encoding;
use rvm_syntax::lint::{Lint, LintSet};
use std::fmt::Write as _;
use std::path::PathBuf;

/// What a run of the compiler is asked to do.
#[derive(Clone, Debug)]
pub struct Options {
    /// `-d`: where class files go; None: beside their sources.
    pub output: Option<PathBuf>,
    /// `-cp`: folders and jars with class files (and sources, if there is no source path).
    pub class_path: Vec<PathBuf>,
    /// `-sourcepath`: where sources of classes that are not named are looked for.
    pub source_path: Option<Vec<PathBuf>>,
    /// `-p`: modules, or folders of them.
    pub module_path: Vec<PathBuf>,
    /// The language's release, by `--release` or `-source`: 8 to 17.
    pub release: u8,
    /// The class files' release, by `--release` or `-target`.
    pub target: u8,
    /// `-encoding`: how sources are to be read.
    pub encoding: Encoding,
    /// `-g`: which debugging attributes are written.
    pub debug: Debug,
    /// `-parameters`: MethodParameters for all methods.
    pub parameters: bool,
    /// `-nowarn`, `-Xlint:none`: no warnings.
    pub no_warnings: bool,
    /// `-Xlint`, `-Xlint:unchecked` ...: these are printed in full.
    pub lint: LintSet,
    /// What is odd about the options, said before everything else.
    pub warnings: Vec<String>,
    /// `-Werror`: warnings make the run fail.
    pub warnings_are_errors: bool,
    /// `-Xmaxerrs`: at most so many errors are printed.
    pub max_errors: usize,
    /// `-XDrawDiagnostics`: one line a message, with its key.
    pub raw_diagnostics: bool,
    /// `--system none`: the library itself is compiled; nothing is found outside the sources.
    pub no_platform: bool,
    /// `--system DIR`: the library's class files are there.
    pub system: Option<PathBuf>,
    /// `-Xstdout`: messages go to this file.
    pub messages_to: Option<PathBuf>,
    /// `-Xdiags:verbose`: messages about calls say all.
    pub verbose_messages: bool,
    /// Public classes may be in files of other names.
    pub any_file_name: bool,
    /// The source files.
    pub files: Vec<PathBuf>,
    /// `-version`, `-help`: print and end.
    pub print: Option<Print>,
}

/// Debugging attributes (`-g`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Debug {
    /// LineNumberTable.
    pub lines: bool,
    /// LocalVariableTable and LocalVariableTypeTable.
    pub vars: bool,
    /// SourceFile.
    pub source: bool,
}

/// What is printed instead of compiling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Print {
    /// The version.
    Version,
    /// The options.
    Help,
    /// The names of warnings.
    Lints,
}

/// The text of `-help`.
pub const HELP: &str = "\
Usage: rvmc <options> <source files>
where possible options include:
  @<filename>                  Read options and filenames from file
  -cp, -classpath, --class-path <path>
                               Where to find class files: folders and jars
  -sourcepath, --source-path <path>
                               Where to find sources of classes that are not named
  -d <directory>               Where to place class files
  -g                           Write all debugging information
  -g:none                      Write no debugging information
  -g:{lines,vars,source}       Write only some debugging information
  --release <release>          Compile for a release: 8 to 17
  -source, --source <release>  The language's release
  -target, --target <release>  The class files' release
  -parameters                  Write names of parameters of all methods
  -nowarn                      Write no warnings
  -Werror                      End with an error if there are warnings
  -Xlint, -Xlint:<key>(,<key>)*
                               Explain warnings
  --help-lint                  Print the keys of warnings
  -deprecation                 As -Xlint:deprecation
  -encoding <encoding>         How sources are encoded: UTF-8, US-ASCII, ISO-8859-1,
                               windows-1252, UTF-16, UTF-16BE or UTF-16LE
  -p, --module-path <path>     Where to find modules: folders and jars
  --system <directory>|none    Take the library's class files from a folder, or none
  -Xstdout <filename>          Write messages to a file
  -Xdiags:verbose              Say all in messages about calls
  -Xmaxerrs <number>           How many errors to print at most
  -XDrawDiagnostics            Print one line a message, with its key
  -version, --version          Print the version
  -help, --help                Print this text
Source files end in .java or .src.
";

impl Default for Options {
    fn default() -> Self {
        Options {
            output: None,
            class_path: Vec::new(),
            source_path: None,
            module_path: Vec::new(),
            release: 17,
            target: 17,
            encoding: Encoding::Utf8,
            debug: Debug { lines: true, vars: false, source: true },
            parameters: false,
            no_warnings: false,
            lint: LintSet::default(),
            warnings: Vec::new(),
            warnings_are_errors: false,
            max_errors: 100,
            raw_diagnostics: false,
            no_platform: false,
            system: None,
            messages_to: None,
            verbose_messages: false,
            any_file_name: false,
            files: Vec::new(),
            print: None,
        }
    }
}

/// Whether a message about the command line stands without the advice on its use.
pub(crate) fn is_plain(message: &str) -> bool {
    let text = message.strip_prefix("error: ").unwrap_or(message);
    [
        "unsupported encoding",
        "Class names",
        "Annotation processor",
        "plug-in",
        "illegal argument",
        "option ",
        "file not found",
        "--enable-preview",
    ]
    .iter()
    .any(|start| text.starts_with(start))
        && !text.ends_with("together with --release")
}

/// Splits a class path at colons; an empty element is the current folder.
pub fn split_path(text: &str) -> Vec<PathBuf> {
    text.split(':').map(|p| PathBuf::from(if p.is_empty() { "." } else { p })).collect()
}

impl Options {
    /// Reads a command line, without the command's own name.
    ///
    /// # Errors
    /// A line for the user that says what is wrong, in javac's words.
    pub fn parse(args: impl IntoIterator<Item = String>) -> Result<Options, String> {
        let mut options = Options::default();
        let mut class_path = None;
        let (mut release_named, mut source, mut target) = (None, None, None);
        let mut preview = false;
        let mut lint: Vec<String> = Vec::new();
        let mut args = expand(args)?.into_iter();
        while let Some(arg) = args.next() {
            let (flag, inline) = match arg.split_once('=') {
                Some((f, v)) if f.starts_with("--") => (f.to_string(), Some(v.to_string())),
                _ => (arg.clone(), None),
            };
            let mut value = || match inline.clone().or_else(|| args.next()) {
                Some(v) => Ok(v),
                None => Err(format!("error: {flag} requires an argument")),
            };
            match flag.as_str() {
                "-d" => options.output = Some(value()?.into()),
                "-cp" | "-classpath" | "--class-path" => class_path = Some(value()?),
                "-sourcepath" | "--source-path" => options.source_path = Some(split_path(&value()?)),
                "--release" => release_named = Some(release(&value()?, "release")?),
                "-source" | "--source" => source = Some(release(&value()?, "source release")?),
                "-target" | "--target" => target = Some(release(&value()?, "target release")?),
                "-g" => options.debug = Debug { lines: true, vars: true, source: true },
                "-g:none" => options.debug = Debug { lines: false, vars: false, source: false },
                "-parameters" => options.parameters = true,
                "-nowarn" => options.no_warnings = true,
                "-Werror" => options.warnings_are_errors = true,
                "-deprecation" => lint.push("deprecation".to_string()),
                "-Xlint" => lint.push("all".to_string()),
                "-Xmaxerrs" => {
                    let n = value()?;
                    options.max_errors = match n.parse() {
                        Ok(0) | Err(_) => return Err(format!("error: bad value for -Xmaxerrs: {n}")),
                        Ok(n) => n,
                    };
                }
                "-XDrawDiagnostics" => options.raw_diagnostics = true,
                "--system" => match value()?.as_str() {
                    "none" => options.no_platform = true,
                    dir if PathBuf::from(dir).join("java/lang/Object.class").is_file() => {
                        options.system = Some(dir.into());
                    }
                    other => return Err(format!("error: illegal argument for --system: {other}")),
                },
                "-encoding" => {
                    let name = value()?;
                    options.encoding = Encoding::named(&name)
                        .ok_or_else(|| format!("error: unsupported encoding: {name}"))?;
                }
                "-p" | "--module-path" => options.module_path = split_path(&value()?),
                "-Xstdout" => options.messages_to = Some(value()?.into()),
                "--enable-preview" => preview = true,
                // There is no annotation processing, all modules are visible to all, and warnings are not limited.
                "-s"
                | "-Xmaxwarns"
                | "-processorpath"
                | "--processor-path"
                | "--processor-module-path"
                | "--add-modules"
                | "--limit-modules"
                | "--add-exports"
                | "--add-reads"
                | "--add-opens"
                | "--module-version"
                | "-Djava.ext.dirs" => {
                    value()?;
                }
                "-processor" => {
                    return Err(format!("error: Annotation processor '{}' not found", value()?));
                }
                "-h" => {
                    return Err(
                        "error: -h is not supported: there are no native headers to write".to_string()
                    );
                }
                "-m" | "--module" | "--module-source-path" | "--patch-module" | "--upgrade-module-path" => {
                    return Err(format!("error: {flag} is not supported: one run compiles one module"));
                }
                "-profile" | "-bootclasspath" | "--boot-class-path" | "-endorseddirs" | "-extdirs" => {
                    let name = if flag == "-bootclasspath" { "--boot-class-path" } else { &flag };
                    return Err(format!("error: option {name} not allowed with target 17"));
                }
                // Nothing to do for these.
                "-proc:none" | "-proc:only" | "-implicit:none" | "-implicit:class" | "-verbose"
                | "-Xdiags:compact" | "-Xpkginfo:always" | "-Xpkginfo:legacy" | "-Xpkginfo:nonempty"
                | "-Xprefer:source" | "-Xprefer:newer" => {}
                "--help-lint" => options.print = Some(Print::Lints),
                "-Xdiags:verbose" => options.verbose_messages = true,
                "-version" | "--version" => options.print = Some(Print::Version),
                "-help" | "--help" | "-?" | "-X" | "--help-extra" => options.print = Some(Print::Help),
                f if f.starts_with("-g:") => options.debug = debug(&f[3..])?,
                f if f.starts_with("-Xlint:") => {
                    lint.extend(f[7..].split(',').map(str::to_string));
                }
                f if f.starts_with("-XD") || f.starts_with("-J") || f.starts_with("-A") => {}
                f if f.starts_with("-Xbootclasspath") => {
                    return Err("error: option -Xbootclasspath: not allowed with target 17".to_string());
                }
                f if f.starts_with("-Xplugin:") => {
                    return Err(format!("error: plug-in not found: {}", &f[9..]));
                }
                // Documentation comments are not looked at.
                f if f == "-Xdoclint"
                    || f.starts_with("-Xdoclint:")
                    || f.starts_with("-Xdoclint/package:") => {}
                f if f.starts_with('-') && f.len() > 1 => return Err(format!("error: invalid flag: {arg}")),
                f if f.ends_with(".java") || f.ends_with(".src") => options.files.push(f.into()),
                f => {
                    return Err(format!(
                        "error: Class names, '{f}', are only accepted if annotation processing is explicitly requested"
                    ));
                }
            }
        }
        options.lint = match LintSet::parse(lint.iter().map(String::as_str)) {
            Ok(set) => set,
            Err(word) => return Err(format!("error: invalid flag: -Xlint:{word}")),
        };
        if options.no_warnings {
            options.lint = LintSet::NONE;
        }
        options.releases(release_named, source, target)?;
        if preview && release_named.is_none() && source.is_none() {
            return Err("error: --enable-preview must be used with either -source or --release".to_string());
        }
        let class_path = class_path.or_else(|| std::env::var("CLASSPATH").ok().filter(|c| !c.is_empty()));
        options.class_path = split_path(&class_path.unwrap_or_else(|| ".".into()));
        if options.print.is_none() && options.files.is_empty() {
            return Err("error: no source files".into());
        }
        Ok(options)
    }
}

impl Options {
    /// The releases that `--release`, `-source` and `-target` ask for together.
    fn releases(&mut self, named: Option<u8>, source: Option<u8>, target: Option<u8>) -> Result<(), String> {
        if let Some(release) = named {
            for (given, name) in [(source, "--source"), (target, "--target")] {
                if given.is_some() {
                    return Err(format!("error: option {name} cannot be used together with --release"));
                }
            }
            (self.release, self.target) = (release, release);
            return Ok(());
        }
        self.release = source.unwrap_or(17);
        self.target = target.unwrap_or(17);
        if self.target < self.release {
            return Err(match source {
                Some(s) => format!("warning: source release {s} requires target release {s}"),
                None => format!(
                    "warning: target release {} conflicts with default source release 17",
                    self.target
                ),
            });
        }
        // javac's advice: the library is always that of release 17.
        let path = match source {
            Some(..9) => "bootstrap class path",
            Some(..17) => "system modules path",
            _ => return Ok(()),
        };
        self.warnings.push(format!("{path} not set in conjunction with -source {}", self.release));
        Ok(())
    }

    /// The text of `--help-lint`.
    pub fn lints() -> String {
        let mut out = String::from(
            "The supported keys for -Xlint are:\n    all                  Enable all warnings\n",
        );
        for lint in Lint::ALL {
            let _ = writeln!(out, "    {:<20} {}", lint.name(), lint.about());
        }
        out.push_str("    none                 Disable all warnings\n");
        out
    }
}

fn release(text: &str, what: &str) -> Result<u8, String> {
    let number = text.strip_prefix("1.").unwrap_or(text);
    match number.parse() {
        Ok(n @ 8..=17) => Ok(n),
        _ if what == "release" => Err(format!("error: release version {text} not supported")),
        _ => Err(format!("error: invalid {what}: {text}")),
    }
}

fn debug(list: &str) -> Result<Debug, String> {
    let mut debug = Debug { lines: false, vars: false, source: false };
    for word in list.split(',') {
        match word {
            "lines" => debug.lines = true,
            "vars" => debug.vars = true,
            "source" => debug.source = true,
            "none" => {}
            _ => return Err(format!("error: invalid flag: -g:{list}")),
        }
    }
    Ok(debug)
}

/// Replaces `@file` by the words in that file (quotes group, a backslash escapes inside them, `#` begins a comment).
fn expand(args: impl IntoIterator<Item = String>) -> Result<Vec<String>, String> {
    let mut out = Vec::new();
    for arg in args {
        match arg.strip_prefix('@') {
            Some(file) if !file.is_empty() => {
                let text =
                    std::fs::read_to_string(file).map_err(|_| format!("error: file not found: {file}"))?;
                words(&text, &mut out);
            }
            _ => out.push(arg),
        }
    }
    Ok(out)
}

fn words(text: &str, out: &mut Vec<String>) {
    let mut chars = text.chars().peekable();
    while let Some(&c) = chars.peek() {
        if c.is_whitespace() {
            chars.next();
        } else if c == '#' {
            while chars.next().is_some_and(|c| c != '\n') {}
        } else {
            let mut word = String::new();
            let mut quote = None;
            while let Some(&c) = chars.peek() {
                if quote.is_none() && c.is_whitespace() {
                    break;
                }
                chars.next();
                match (c, quote) {
                    ('"' | '\'', None) => quote = Some(c),
                    (c, Some(q)) if c == q => quote = None,
                    ('\\', Some(_)) => word.extend(chars.next()),
                    (c, _) => word.push(c),
                }
            }
            out.push(word);
        }
    }
}
