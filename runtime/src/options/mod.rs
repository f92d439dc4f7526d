//! java's command line.

mod argfile;
mod assertions;
mod environment;
mod help;
mod size;
mod vm_flags;

pub use assertions::Assertions;
pub use help::{HELP, HELP_EXTRA, version_text};

use crate::error::LaunchError;
use rvm_sandbox::options::SandboxOptions;
use size::parse_size;
use std::path::PathBuf;

/// What to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A class by name.
    Class(String),
    /// `-jar FILE`, or a file that ends in `.jar`.
    Jar(PathBuf),
    /// A class file.
    ClassFile(PathBuf),
    /// A source file, compiled in memory.
    Source(PathBuf),
}

/// Output asked for instead of or before running.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// `-version`
    Version,
    /// `--version`
    VersionOut,
    /// `-fullversion`
    Full,
    /// `--full-version`
    FullOut,
    /// `-help`
    Help,
    /// `--help`
    HelpOut,
    /// `-X`
    Extra,
    /// `--help-extra`
    ExtraOut,
}

/// What an OutOfMemoryError does besides being thrown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutOfMemory {
    /// Nothing.
    Throw,
    /// `-XX:+ExitOnOutOfMemoryError`
    Exit,
    /// `-XX:+CrashOnOutOfMemoryError`
    Crash,
}

/// The parsed command line.
#[derive(Debug, Clone)]
pub struct Options {
    /// What to run; none after options that only print.
    pub target: Option<Target>,
    /// Arguments of `main`.
    pub arguments: Vec<String>,
    /// `-cp`
    pub class_path: Option<String>,
    /// `-Xbootclasspath:`
    pub boot_class_path: Option<String>,
    /// `-Xbootclasspath/a:`
    pub boot_append: Option<String>,
    /// `-D`
    pub properties: Vec<(String, String)>,
    /// `-Xmx`
    pub max_heap: Option<usize>,
    /// `-Xms`
    pub initial_heap: Option<usize>,
    /// `-Xmn`, `-XX:NewSize`
    pub young_initial: Option<usize>,
    /// `-Xmn`, `-XX:MaxNewSize`
    pub young_most: Option<usize>,
    /// `-XX:NewRatio`
    pub young_ratio: Option<usize>,
    /// `-XX:ParallelGCThreads`; 0: as many as there are processors.
    pub collector_threads: Option<usize>,
    /// `-XX:SoftRefLRUPolicyMSPerMB`
    pub soft_millis: Option<u64>,
    /// `-Xss`
    pub stack: Option<usize>,
    /// `-verbose:class`
    pub verbose_class: bool,
    /// `-verbose:gc`
    pub verbose_gc: bool,
    /// Whether and how to compile; `None` for `-Xint`.
    pub jit: Option<rvm_jit::Options>,
    /// Verify the class path's classes.
    pub verify_app: bool,
    /// Verify the library's classes.
    pub verify_boot: bool,
    /// `-XX:GCZeal=N`
    pub zeal: usize,
    /// `-ea` and its kin
    pub assertions: Assertions,
    /// Print and exit.
    pub show: Option<Show>,
    /// Print, then run.
    pub show_first: Option<Show>,
    /// `--source N`
    pub source_level: Option<String>,
    /// `-XX:+IgnoreUnrecognizedVMOptions`
    pub ignore_unknown: bool,
    /// `-Xrs`
    pub reduced_signals: bool,
    /// `-XX:ActiveProcessorCount`
    pub processors: Option<i32>,
    /// `-XX:MaxRAMPercentage`: what the heap may take of the machine's memory if there is no `-Xmx`.
    pub ram_percentage: f64,
    /// `-XX:MaxJavaStackTraceDepth`; 0: no limit.
    pub trace_depth: usize,
    /// `-XX:+StackTraceInThrowable`
    pub traces: bool,
    /// `-XX:+ShowCodeDetailsInExceptionMessages`
    pub helpful: bool,
    /// `-XX:+ExitOnOutOfMemoryError`, `-XX:+CrashOnOutOfMemoryError`
    pub out_of_memory: OutOfMemory,
    /// Collectors that `-XX:+Use...GC` asks for; which one makes no difference, but more than one is an error.
    pub collectors: Vec<String>,
    /// `--dry-run`
    pub dry_run: bool,
    /// Warnings to print before anything else.
    pub warnings: Vec<String>,
    /// `-XX:+SnapshotAtStart`: ask the sandbox to keep this start when the library is ready and nothing of the program has run.
    pub snapshot_at_start: bool,
    /// `-XX:+SnapshotBeforeMain`: ask the sandbox for a snapshot when main is about to be called.
    pub snapshot_before_main: bool,
    /// `--sandbox` and its kin
    pub sandbox: SandboxOptions,
    /// All arguments but those of the sandbox: what a guest is started with.
    pub passed: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            target: None,
            arguments: Vec::new(),
            class_path: None,
            boot_class_path: None,
            boot_append: None,
            properties: Vec::new(),
            max_heap: None,
            initial_heap: None,
            young_initial: None,
            young_most: None,
            young_ratio: None,
            collector_threads: None,
            soft_millis: None,
            stack: None,
            verbose_class: false,
            verbose_gc: false,
            jit: Some(rvm_jit::Options::default()),
            verify_app: true,
            verify_boot: false,
            zeal: 0,
            assertions: Assertions::default(),
            show: None,
            show_first: None,
            source_level: None,
            ignore_unknown: false,
            reduced_signals: false,
            processors: None,
            ram_percentage: 25.0,
            trace_depth: rvm_vm::stackwalk::MAX_DEPTH,
            traces: true,
            helpful: true,
            out_of_memory: OutOfMemory::Throw,
            collectors: Vec::new(),
            dry_run: false,
            warnings: Vec::new(),
            snapshot_at_start: false,
            snapshot_before_main: false,
            sandbox: SandboxOptions::default(),
            passed: Vec::new(),
        }
    }
}

/// Tags of `-Xlog` that are known, most of them without anything to tell here.
const LOG_TAGS: &[&str] = &[
    "alloc",
    "age",
    "class",
    "classhisto",
    "codecache",
    "compilation",
    "constantpool",
    "cpu",
    "defaultmethods",
    "ergo",
    "exceptions",
    "exit",
    "gc",
    "heap",
    "init",
    "itables",
    "jit",
    "jni",
    "load",
    "loader",
    "logging",
    "metaspace",
    "methodhandles",
    "module",
    "monitorinflation",
    "os",
    "pagesize",
    "path",
    "phases",
    "redefine",
    "ref",
    "resolve",
    "safepoint",
    "startuptime",
    "stats",
    "stringtable",
    "symboltable",
    "sweep",
    "task",
    "thread",
    "time",
    "tlab",
    "unload",
    "verification",
    "vmoperation",
    "vtables",
    "cds",
    "nmt",
    "arguments",
    "container",
    "marking",
    "start",
];

/// Whether the next word is this option's value.
fn takes_value(option: &str) -> bool {
    matches!(
        option,
        "-cp"
            | "-classpath"
            | "--class-path"
            | "--source"
            | "--add-modules"
            | "--add-opens"
            | "--add-exports"
            | "--add-reads"
            | "--enable-native-access"
            | "--limit-modules"
            | "-p"
            | "--module-path"
            | "-m"
            | "--module"
            | "--upgrade-module-path"
            | "--patch-module"
            | "-d"
            | "--describe-module"
            | "--print-ir"
    ) || SandboxOptions::takes_value(option)
}

fn unrecognized(option: &str) -> LaunchError {
    LaunchError::Create(format!("Unrecognized option: {option}"))
}

impl Options {
    /// Parses the arguments behind the command's name.
    pub fn parse(arguments: impl Iterator<Item = String>) -> Result<Self, LaunchError> {
        let mut options = Self::default();
        let mut all = environment::launcher_options()?;
        all.extend(argfile::expand(arguments)?);
        options.machine_options("JAVA_TOOL_OPTIONS")?;
        let mut arguments = all.clone().into_iter();
        let mut jar = false;
        while let Some(argument) = arguments.next() {
            let sandboxed = options.sandbox.take(&argument, &mut arguments);
            if sandboxed.map_err(|e| LaunchError::Usage(e.to_string()))? {
                continue;
            }
            let from = all.len() - arguments.len() - 1;
            if !argument.starts_with('-') {
                options.machine_options("_JAVA_OPTIONS")?;
                options.passed.extend_from_slice(&all[from..]);
                options.set_target(argument, jar)?;
                options.arguments = arguments.collect();
                break;
            }
            if argument == "-jar" {
                // The jar is the first argument that is no option.
                jar = true;
                options.passed.push(argument);
                continue;
            }
            options.option(&argument, &mut arguments)?;
            options.passed.extend_from_slice(&all[from..all.len() - arguments.len()]);
            if options.show.is_some() {
                return Ok(options);
            }
        }
        if options.sandbox.policy.restore.is_some() {
            if options.target.is_some() {
                let text = "Error: --restore goes on with the snapshot's program; none is named beside it";
                return Err(LaunchError::Usage(text.to_owned()));
            }
            options.sandbox.check().map_err(|e| LaunchError::Usage(e.to_string()))?;
            return Ok(options);
        }
        if options.target.is_none() {
            let error =
                if jar { "Error: -jar requires jar file specification".to_owned() } else { String::new() };
            return Err(LaunchError::UsageWithHelp(error));
        }
        options.check_sizes()?;
        options.sandbox.check().map_err(|e| LaunchError::Usage(e.to_string()))?;
        Ok(options)
    }

    fn set_target(&mut self, argument: String, jar: bool) -> Result<(), LaunchError> {
        let path = PathBuf::from(&argument);
        self.target = Some(if jar {
            Target::Jar(path)
        } else if (argument.ends_with(".java") || argument.ends_with(".src")) && path.is_file()
            || self.source_level.is_some()
        {
            Target::Source(path)
        } else if argument.ends_with(".class") && path.exists() {
            Target::ClassFile(path)
        } else if argument.ends_with(".jar") && path.exists() {
            Target::Jar(path)
        } else {
            Target::Class(argument)
        });
        Ok(())
    }

    fn option(&mut self, option: &str, rest: &mut impl Iterator<Item = String>) -> Result<(), LaunchError> {
        let (long, inline) = match option.split_once('=') {
            Some((name, value)) if option.starts_with("--") => (name, Some(value.to_owned())),
            _ => (option, None),
        };
        let mut value = |what: &str| {
            inline
                .clone()
                .or_else(|| rest.next())
                .ok_or_else(|| LaunchError::Usage(format!("Error: {long} requires {what}")))
        };
        match long {
            "-cp" | "-classpath" | "--class-path" => {
                self.class_path = Some(value("class path specification")?)
            }
            "--source" => self.source_level = Some(value("source version")?),
            // Options of the module system: there is one module besides the library.
            "--add-modules"
            | "--add-opens"
            | "--add-exports"
            | "--add-reads"
            | "--enable-native-access"
            | "--limit-modules" => drop(value("modules to be specified")?),
            "-p"
            | "--module-path"
            | "-m"
            | "--module"
            | "--upgrade-module-path"
            | "--patch-module"
            | "--list-modules"
            | "--describe-module"
            | "-d"
            | "--validate-modules"
            | "--show-module-resolution" => {
                return Err(LaunchError::Usage(format!(
                    "Error: option {long} is not supported: rvm has no module path"
                )));
            }
            "--enable-preview" => {}
            "--dry-run" => self.dry_run = true,
            "-version" => self.show = Some(Show::Version),
            "--version" => self.show = Some(Show::VersionOut),
            "-fullversion" => self.show = Some(Show::Full),
            "--full-version" => self.show = Some(Show::FullOut),
            "-showversion" => self.show_first = Some(Show::Version),
            "--show-version" => self.show_first = Some(Show::VersionOut),
            "-help" | "-h" | "-?" => self.show = Some(Show::Help),
            "--help" => self.show = Some(Show::HelpOut),
            "-X" => self.show = Some(Show::Extra),
            "--help-extra" => self.show = Some(Show::ExtraOut),
            "-esa" | "-enablesystemassertions" => self.assertions.set_system(true),
            "-dsa" | "-disablesystemassertions" => self.assertions.set_system(false),
            "-D" => {}
            "-Xprof" => self
                .warnings
                .push("RVM warning: Ignoring option -Xprof; support was removed in 10.0".to_owned()),
            "-Xint" => self.jit = None,
            "-Xcomp" => self.jit.get_or_insert_default().first = true,
            "-Xmixed" => self.jit.get_or_insert_default().first = false,
            "--print-ir" => {
                self.jit.get_or_insert_default().print =
                    Some(value("a method (Class.method) to be specified")?);
            }
            "-server" | "-client" | "-Xbatch" | "-Xdebug" | "-Xfuture" | "-Xnoclassgc" | "-Xdiag"
            | "-Xcheck:jni" | "-Xshare:auto" | "-Xshare:off" => {}
            "-Xrs" => self.reduced_signals = true,
            "-Xverify" | "-Xverify:all" => (self.verify_app, self.verify_boot) = (true, true),
            "-Xverify:remote" => (self.verify_app, self.verify_boot) = (true, false),
            "-Xverify:none" | "-noverify" => {
                (self.verify_app, self.verify_boot) = (false, false);
                self.warnings.push(
                    "RVM warning: Options -Xverify:none and -noverify were deprecated in JDK 13 and will likely be \
                     removed in a future release."
                        .to_owned(),
                );
            }
            _ => return self.prefixed(option),
        }
        Ok(())
    }

    fn prefixed(&mut self, option: &str) -> Result<(), LaunchError> {
        let bad = |what: &str| LaunchError::Create(format!("{what}: {option}"));
        if option.starts_with("-splash:") {
            // There is no screen.
        } else if option.starts_with("--illegal-access=") {
            self.warnings.push(format!("RVM warning: Ignoring option {option}; support was removed in 17.0"));
        } else if let Some(property) = option.strip_prefix("-D") {
            let (name, value) = property.split_once('=').unwrap_or((property, ""));
            self.properties.retain(|(known, _)| known != name);
            self.properties.push((name.to_owned(), value.to_owned()));
        } else if let Some(flag) = option.strip_prefix("-XX:") {
            vm_flags::apply(self, flag)?;
        } else if let Some(size) = option.strip_prefix("-Xmx") {
            let size = parse_size(size).filter(|&size| size > 0);
            self.max_heap = Some(size.ok_or_else(|| bad("Invalid maximum heap size"))?);
        } else if let Some(size) = option.strip_prefix("-Xms") {
            self.initial_heap = Some(parse_size(size).ok_or_else(|| bad("Invalid initial heap size"))?);
        } else if let Some(size) = option.strip_prefix("-Xmn") {
            let size = parse_size(size).filter(|&size| size > 0);
            let size = size.ok_or_else(|| bad("Invalid initial young generation size"))?;
            (self.young_initial, self.young_most) = (Some(size), Some(size));
        } else if let Some(size) = option.strip_prefix("-Xss") {
            let size = parse_size(size).ok_or_else(|| bad("Invalid thread stack size"))?;
            if size > 1 << 30 {
                let text = "\nThe specified size exceeds the maximum representable size.";
                return Err(LaunchError::Create(format!("Invalid thread stack size: {option}{text}")));
            }
            // 0 stands for the usual size.
            self.stack = (size > 0).then_some(size);
        } else if let Some(path) = option.strip_prefix("-Xbootclasspath:") {
            self.boot_class_path = Some(path.to_owned());
        } else if let Some(path) = option.strip_prefix("-Xbootclasspath/a:") {
            self.boot_append = Some(path.to_owned());
        } else if option.starts_with("-Xverify:") {
            return Err(LaunchError::Create(format!("Unrecognized verification option: {option}")));
        } else if let Some(what) = option.strip_prefix("-verbose") {
            match what {
                "" | ":class" => self.verbose_class = true,
                ":gc" => self.verbose_gc = true,
                ":jit" => self.jit.get_or_insert_default().verbose = true,
                _ if what.starts_with(':') => {}
                _ => return Err(unrecognized(option)),
            }
        } else if let Some(what) = option.strip_prefix("-Xlog:") {
            self.log(what, option)?;
        } else if let Some(rest) = prefix(option, &["-enableassertions", "-ea"]) {
            self.assertions.add(rest, true).ok_or_else(|| unrecognized(option))?;
        } else if let Some(rest) = prefix(option, &["-disableassertions", "-da"]) {
            self.assertions.add(rest, false).ok_or_else(|| unrecognized(option))?;
        } else if option.starts_with("-agentlib")
            || option.starts_with("-agentpath")
            || option.starts_with("-javaagent")
        {
            return Err(LaunchError::Usage(format!("Error: {option}: agents are not supported")));
        } else {
            return Err(unrecognized(option));
        }
        Ok(())
    }

    /// `-Xlog:` selections: those of collections and of class loading print something.
    fn log(&mut self, what: &str, option: &str) -> Result<(), LaunchError> {
        for selection in what.split(':').next().unwrap_or_default().split(',') {
            let (tags, level) = selection.split_once('=').unwrap_or((selection, "info"));
            if !["off", "trace", "debug", "info", "warning", "error"].contains(&level) {
                crate::launch::say(
                    false,
                    &format!("[0.000s][error][logging] Invalid level '{level}' in log selection.\n"),
                );
                return Err(LaunchError::Create(format!(
                    "Invalid -Xlog option '{option}', see error log for details."
                )));
            }
            let on = level != "off";
            match tags {
                "gc" | "gc*" => self.verbose_gc = on,
                "class+load" | "class+load*" => self.verbose_class = on,
                "disable" | "all" | "" => {}
                _ => {
                    if let Some(tag) = tags.trim_end_matches('*').split('+').find(|t| !LOG_TAGS.contains(t)) {
                        crate::launch::say(
                            false,
                            &format!("[0.000s][error][logging] Invalid tag '{tag}' in log selection.\n"),
                        );
                        return Err(LaunchError::Create(format!(
                            "Invalid -Xlog option '{option}', see error log for details."
                        )));
                    }
                }
            }
        }
        Ok(())
    }

    fn check_sizes(&self) -> Result<(), LaunchError> {
        if self.collectors.len() > 1 {
            return Err(LaunchError::Start("Multiple garbage collectors selected".to_owned()));
        }
        if self.max_heap.is_some_and(|size| size < 2 << 20) {
            return Err(LaunchError::Start("Too small maximum heap".to_owned()));
        }
        if let (Some(initial), Some(maximum)) = (self.initial_heap, self.max_heap)
            && initial > maximum
        {
            return Err(LaunchError::Start(
                "Initial heap size set to a larger value than the maximum heap size".to_owned(),
            ));
        }
        match self.stack {
            Some(size) if size < 136 << 10 => {
                crate::launch::say(
                    false,
                    "\nThe Java thread stack size specified is too small. Specify at least 136k\n",
                );
                Err(LaunchError::Create(String::new()))
            }
            Some(size) if size > 1 << 30 => {
                Err(LaunchError::Create(format!("Invalid thread stack size: -Xss{size}")))
            }
            _ => Ok(()),
        }
    }

    /// Largest young generation, if the command line says something about it.
    pub fn young_maximum(&self) -> Option<usize> {
        let by_ratio = || Some(self.max_heap? / (self.young_ratio? + 1));
        self.young_most.or_else(by_ratio)
    }

    /// `sun.java.command`
    pub fn command(&self) -> String {
        let mut text = match &self.target {
            Some(Target::Class(name)) => name.clone(),
            Some(Target::Jar(path) | Target::ClassFile(path) | Target::Source(path)) => {
                path.display().to_string()
            }
            None => String::new(),
        };
        for argument in &self.arguments {
            text.push(' ');
            text.push_str(argument);
        }
        text
    }
}

fn prefix<'o>(option: &'o str, names: &[&str]) -> Option<&'o str> {
    names.iter().find_map(|name| option.strip_prefix(name))
}
