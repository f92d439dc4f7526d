//! From the command line to `main` and out again.

mod main_class;
mod perf;
mod sandbox;
mod signals;
mod source;
mod world;

pub(crate) use perf::perf_map;

use crate::error::LaunchError;
use crate::host::Host;
use crate::options::{HELP, HELP_EXTRA, Options, OutOfMemory, Show, Target, version_text};
use crate::sources::{ClassPath, Shared};
use rvm_archive::Jar;
use rvm_sandbox::policy::Mode;
use rvm_vm::class::Symbol;
use rvm_vm::heap::{Heap, HeapOptions, alloc_object};
use rvm_vm::link::resolve_method_by_name;
use rvm_vm::object::{Handle, HandleScope, string};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, Vm, VmOptions, vm};
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Java stack of a thread without `-Xss`.
const STACK: usize = 1 << 20;

/// Runs the command line; the exit code.
pub fn run(arguments: impl Iterator<Item = OsString>) -> i32 {
    let arguments = arguments.map(|a| a.to_string_lossy().into_owned());
    match Options::parse(arguments).and_then(|options| start(&options)) {
        Ok(code) => code,
        Err(error) => tell(&error),
    }
}

/// Writes to standard error or output. Nobody may be listening: then nothing is said.
pub(crate) fn say(error: bool, text: &str) {
    let _ = match error {
        true => std::io::stderr().write_all(text.as_bytes()),
        false => std::io::stdout().write_all(text.as_bytes()),
    };
}

/// Reports a failure of the launcher; the exit code.
fn tell(error: &LaunchError) -> i32 {
    match error {
        LaunchError::Reported => {}
        LaunchError::UsageWithHelp(text) => {
            if !text.is_empty() {
                say(true, &format!("{text}\n"));
            }
            say(true, HELP);
        }
        // The machine reports its own start's failures on standard output, as HotSpot does.
        LaunchError::Start(_) => say(false, &format!("{error}\n")),
        LaunchError::Sandbox(_) => {
            say(true, &format!("{error}\n"));
            return 125;
        }
        _ => say(true, &format!("{error}\n")),
    }
    1
}

/// Ends the process at once.
pub fn leave(code: i32) -> ! {
    rvm_jit::print_totals();
    let _ = std::io::stdout().flush();
    // SAFETY: plain system call; other threads are not waited for, on purpose.
    unsafe { libc::_exit(code) }
}

fn show(what: Show) {
    let extra = || format!("{HELP_EXTRA}{}", rvm_sandbox::options::HELP);
    let version = env!("CARGO_PKG_VERSION");
    match what {
        Show::Version => say(true, &version_text("rvm version")),
        Show::VersionOut => say(false, &version_text("rvm").replacen('"', "", 2)),
        Show::Full => say(true, &format!("rvm full version \"17.0.15-rvm-{version}\"\n")),
        Show::FullOut => say(false, &format!("rvm 17.0.15-rvm-{version}\n")),
        Show::Help => say(true, HELP),
        Show::HelpOut => say(false, HELP),
        Show::Extra => say(true, &extra()),
        Show::ExtraOut => say(false, &extra()),
    }
}

fn start(options: &Options) -> Result<i32, LaunchError> {
    for warning in &options.warnings {
        say(true, &format!("{warning}\n"));
    }
    if let Some(what) = options.show {
        show(what);
        return Ok(0);
    }
    if let Some(what) = options.show_first {
        show(what);
    }
    if options.sandbox.policy.restore.is_some() {
        return sandbox::restore(options);
    }
    let Some(target) = &options.target else { return Ok(0) };
    match options.sandbox.policy.mode {
        Mode::None => run_target(options, target),
        _ => sandbox::run(options, target),
    }
}

/// Starts the machine and runs `main`, here.
fn run_target(options: &Options, target: &Target) -> Result<i32, LaunchError> {
    if let Some(size) = options.max_heap.filter(|&size| size > Heap::LARGEST) {
        say(
            true,
            &format!(
                "RVM warning: -Xmx: a heap of {}M does not fit below 4 GiB; using {}M\n",
                size >> 20,
                Heap::LARGEST >> 20
            ),
        );
    }
    if options.verbose_gc {
        say(false, "[0.001s][info][gc] Using Serial\n");
    }
    let plan = plan(options, target)?;
    let library = Arc::new(library(options));
    let class_path = Arc::new(plan.class_path);
    let host = Host::new(options, plan.text, Arc::clone(&class_path), Arc::clone(&library));
    host.install();
    rvm_sandbox::faults::watch(tell_of_fault);
    // Blocked before there are other threads.
    let blocked = if options.reduced_signals { None } else { signals::block() };
    let thread = Vm::start(vm_options(options, class_path, library), host_stack())
        .map_err(|error| LaunchError::Start(error.to_string()))?;
    if let Some(jit) = &options.jit {
        rvm_jit::install(jit.clone());
        if jit.world {
            world::compile(&thread);
        }
    }
    if let Some(set) = blocked {
        signals::serve(set);
    }
    Ok(main_class::run(&thread, &plan.main_class, options))
}

/// What a guest that has faulted runs last.
extern "C" fn tell_of_fault(rip: u64, rsp: u64, rbp: u64) -> ! {
    rvm_sandbox::faults::tell(&rvm_vm::thread::crash_text(rip as usize, rsp as usize, rbp as usize))
}

/// What a target comes to.
struct Plan {
    class_path: ClassPath,
    text: String,
    main_class: String,
}

fn plan(options: &Options, target: &Target) -> Result<Plan, LaunchError> {
    let given = options.class_path.clone();
    let from_environment = || std::env::var("CLASSPATH").ok().filter(|text| !text.is_empty());
    let text = given.clone().or_else(from_environment).unwrap_or_else(|| ".".to_owned());
    match target {
        Target::Class(name) => {
            let mut class_path = ClassPath::new();
            class_path.add_text(&text);
            // java.class.path is empty for the default.
            let text = if text == "." && options.class_path.is_none() { String::new() } else { text };
            Ok(Plan { class_path, text, main_class: name.replace('/', ".") })
        }
        Target::Jar(path) => jar_plan(path),
        Target::ClassFile(path) => file_plan(path, given),
        Target::Source(path) => source::plan(options, path, &given.unwrap_or_default()),
    }
}

fn jar_plan(path: &Path) -> Result<Plan, LaunchError> {
    let shown = path.display();
    if !path.is_file() {
        return Err(LaunchError::Usage(format!("Error: Unable to access jarfile {shown}")));
    }
    let jar = Jar::open(path)
        .map_err(|_| LaunchError::Usage(format!("Error: Invalid or corrupt jarfile {shown}")))?;
    let manifest = jar.manifest();
    let Some(main_class) = manifest.get("Main-Class") else {
        return Err(LaunchError::Usage(format!("no main manifest attribute, in {shown}")));
    };
    let mut class_path = ClassPath::new();
    class_path.add_jar(path, jar);
    Ok(Plan { class_path, text: shown.to_string(), main_class: main_class.trim().replace('/', ".") })
}

/// A class file: the folder its package name starts in becomes the class path.
fn file_plan(path: &Path, given: Option<String>) -> Result<Plan, LaunchError> {
    let shown = path.display();
    if !path.is_file() {
        return Err(LaunchError::Usage(format!("Error: {shown} is not a file")));
    }
    let bytes =
        std::fs::read(path).map_err(|e| LaunchError::Usage(format!("Error: could not read {shown}: {e}")))?;
    let name = match rvm_vm::load::class_name(&bytes) {
        Ok(name) => name,
        Err(error) => {
            return Err(LaunchError::Usage(format!("Error: {shown} is not a class file: {error}")));
        }
    };
    let depth = name.iter().filter(|&&c| c == b'/').count();
    let text = String::from_utf8_lossy(&name).into_owned();
    let mut root = path.parent().map_or_else(PathBuf::new, Path::to_owned);
    let in_place = path.ends_with(format!("{text}.class"));
    for _ in 0..if in_place { depth } else { 0 } {
        root = root.parent().map_or_else(PathBuf::new, Path::to_owned);
    }
    if root.as_os_str().is_empty() {
        root.push(".");
    }
    let mut class_path = ClassPath::new();
    class_path.add_single(name, path.to_owned());
    class_path.add(&root);
    let mut shown_path = root.display().to_string();
    if let Some(given) = given {
        class_path.add_text(&given);
        shown_path = format!("{shown_path}:{given}");
    }
    Ok(Plan { class_path, text: shown_path, main_class: text.replace('/', ".") })
}

fn library(options: &Options) -> ClassPath {
    let mut library = match &options.boot_class_path {
        Some(text) => ClassPath::library_from(text),
        None => ClassPath::library(),
    };
    if let Some(text) = &options.boot_append {
        library.add_text(text);
    }
    library
}

fn vm_options(options: &Options, class_path: Arc<ClassPath>, library: Arc<ClassPath>) -> VmOptions {
    let defaults = HeapOptions::default();
    VmOptions {
        heap: HeapOptions {
            initial: options.initial_heap.unwrap_or(defaults.initial),
            maximum: options.max_heap.unwrap_or_else(|| default_heap(options.ram_percentage)),
            young_initial: options.young_initial,
            young_maximum: options.young_maximum(),
            threads: options.collector_threads.filter(|&count| count > 0),
            soft_millis: options.soft_millis.unwrap_or(defaults.soft_millis),
            zeal: options.zeal,
            verbose: options.verbose_gc,
        },
        stack_size: options.stack.unwrap_or(STACK).max(64 << 10),
        verbose_class: options.verbose_class,
        verify_app: options.verify_app,
        verify_boot: options.verify_boot,
        trace_depth: options.trace_depth,
        traces: options.traces,
        out_of_memory: match options.out_of_memory {
            OutOfMemory::Throw => None,
            OutOfMemory::Exit => Some(exit_on_out_of_memory),
            OutOfMemory::Crash => Some(crash_on_out_of_memory),
        },
        // Nobody may be listening any more.
        log: |line| drop(std::io::Write::write_all(&mut std::io::stdout(), format!("{line}\n").as_bytes())),
        natives: crate::natives::TABLES.to_vec(),
        boot: Box::new(Shared(library)),
        app: Box::new(Shared(class_path)),
    }
}

/// `-XX:+ExitOnOutOfMemoryError`
fn exit_on_out_of_memory(message: &str) {
    say(false, &format!("Terminating due to java.lang.OutOfMemoryError: {message}\n"));
    leave(3)
}

/// `-XX:+CrashOnOutOfMemoryError`
fn crash_on_out_of_memory(message: &str) {
    say(false, &format!("Aborting due to java.lang.OutOfMemoryError: {message}\n"));
    let _ = std::io::stdout().flush();
    std::process::abort()
}

/// The largest heap without `-Xmx`: as `java`, so many hundredths (25) of the machine's memory or of what the control group allows.
fn default_heap(percentage: f64) -> usize {
    // SAFETY: plain queries.
    let (pages, size) = unsafe { (libc::sysconf(libc::_SC_PHYS_PAGES), libc::sysconf(libc::_SC_PAGESIZE)) };
    let machine = u64::try_from(pages).ok().zip(u64::try_from(size).ok()).map(|(p, s)| p * s);
    let limit = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"]
        .iter()
        .find_map(|path| std::fs::read_to_string(path).ok())
        .and_then(|text| text.trim().parse::<u64>().ok());
    let memory = machine.into_iter().chain(limit).filter(|&bytes| bytes > 0).min();
    memory.map_or(Heap::LARGEST, |bytes| {
        ((bytes as f64 * percentage / 100.0) as usize).clamp(8 << 20, Heap::LARGEST)
    })
}

/// Bytes of stack the main thread may use.
fn host_stack() -> usize {
    const MOST: u64 = 8 << 20;
    let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: fills the structure given.
    let ok = unsafe { libc::getrlimit(libc::RLIMIT_STACK, &mut limit) } == 0;
    // What lies above this frame already (arguments, environment) counts too.
    let size = if ok { limit.rlim_cur.min(MOST) } else { MOST / 8 };
    (size - size / 8) as usize
}

/// Makes the `Thread` object of the main thread and runs the library's start.
pub(crate) fn initialize_library(thread: &JavaThread) -> JResult<()> {
    let known = &vm().known;
    let class = known.thread();
    rvm_vm::link::link(thread, class)?;
    let object = alloc_object(thread, class)?;
    object.set::<u64>(known.vm_thread(), std::ptr::from_ref(thread) as usize as u64);
    thread.object.set(object);
    rvm_vm::link::initialize(thread, class)?;
    let method = resolve_method_by_name(thread, class, "initMain", "()V")?;
    thread.call(method, &[]).map(drop)
}

/// Calls a static method of a library class that takes references.
pub(crate) fn call_library(
    thread: &JavaThread,
    class: &str,
    method: &str,
    descriptor: &str,
    arguments: &[Handle<'_>],
) -> JResult<u64> {
    let class = rvm_vm::link::load_or_throw(thread, vm().loaders.boot(), Symbol::from_text(class))?;
    rvm_vm::link::initialize(thread, class)?;
    let method = resolve_method_by_name(thread, class, method, descriptor)?;
    // Loading and initialising may have moved them: words are taken now.
    let words: Vec<u64> = arguments.iter().map(|a| a.get().word()).collect();
    thread.call(method, &words)
}

/// Reports an exception of the main thread as `java` does.
pub(crate) fn report(thread: &JavaThread, thrown: rvm_vm::Thrown) {
    let scope = HandleScope::new(thread);
    let exception = scope.handle(thread.take_pending(thrown));
    let object = scope.handle(thread.object.get());
    let descriptor = "(Ljava/lang/Thread;Ljava/lang/Throwable;)V";
    let arguments = [object, exception];
    if let Err(again) = call_library(thread, "java/lang/Shutdown", "uncaught", descriptor, &arguments) {
        let second = thread.take_pending(again);
        say(
            true,
            &format!(
                "\nException: {} thrown from the UncaughtExceptionHandler in thread \"main\"\n",
                second.class().external_name()
            ),
        );
    }
}

/// Without the library's help: what can be said of an exception that could not be reported.
fn plain_report(thread: &JavaThread, exception: rvm_vm::object::Ref) {
    let message = vm().known.throwable_message(thread).map(|offset| exception.get_ref(offset));
    match message.and_then(rvm_vm::object::Ref::non_null) {
        Some(text) => say(true, &format!("{}: {}\n", exception.class().external_name(), string::text(text))),
        None => say(true, &format!("{}\n", exception.class().external_name())),
    }
}

/// Runs shutdown hooks once all threads but daemons have ended.
pub(crate) fn finish(thread: &JavaThread) {
    if let Err(thrown) = call_library(thread, "java/lang/Shutdown", "finish", "()V", &[]) {
        let exception = thread.take_pending(thrown);
        plain_report(thread, exception);
    }
}
