//! When methods are compiled, by whom, and what is said about it.

use crate::error::CompileError;
use crate::ir::Func;
use crate::{build, codegen};
use hashbrown::{HashMap, HashSet};
use rvm_vm::class::{Class, Method, MethodFlags};
use rvm_vm::compiled::{self, Compiler};
use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::sync::{Condvar, Mutex, MutexGuard, OnceLock};
use std::time::Duration;

/// How to compile.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// `-Xcomp`: every method before its first run.
    pub first: bool,
    /// `-XX:CompileThreshold`: calls and back edges that make a method hot.
    pub threshold: Option<u32>,
    /// `-verbose:jit`
    pub verbose: bool,
    /// `--print-ir Class.method`
    pub print: Option<String>,
    /// `-XX:+CompileTheWorld`: all methods of the class library before `main`.
    pub world: bool,
    /// `-XX:CompileTheWorld=DIR`: all methods of the classes in a folder of the class path before `main`.
    pub folder: Option<std::path::PathBuf>,
    /// `-XX:+PerfMap`: told address, size and name of all code.
    pub map: Option<fn(usize, usize, &str)>,
}

const THRESHOLD: u32 = 3000;
/// A method with N times so many bytes of code has to run N times as often.
const FEW_BYTES: u32 = 8;
/// How many times hotter a method that is called again and again has to be for code to enter its loops.
const LONG_LOOP: u32 = 2;
const PERIOD: i32 = 1000;
/// Calls of a host function after which compiled code gets a way to it.
const HOST_CALLS: u32 = 300;
/// Calls of `late` after which a method is compiled again.
const LATE_CALLS: u32 = 500;
/// Times that code is left to the interpreter after which it is compiled again, and compilations of a loop after which the code
/// stays.
const LEFT: u32 = 2;
const LEFT_LOOPS: u32 = 4;
/// Blocks of a loop at which there is code to enter it.
const LOOP_ENTRIES: usize = 3;
/// Runs of a block that was thought never to run after which its method is compiled again.
pub const REACHED_CALLS: u32 = 300;
/// How often that is done with one method.
const MOST_AGAIN: u32 = 3;

type Task = (&'static Method, Option<u16>);

#[derive(Default)]
struct Queue {
    tasks: VecDeque<Task>,
    /// Asked for before: not again.
    known: HashSet<(usize, Option<u16>)>,
    started: bool,
    /// Methods that a sample met at their beginning, or whose loops were entered again: code for their beginning is of use.
    called: HashSet<usize>,
    /// Loops that were entered in compiled code.
    entered: HashSet<(usize, u16)>,
    late: HashMap<usize, u32>,
    /// How often code entered in the middle of a method was left: by its address, and by method and loop for all there was.
    left: HashMap<usize, u32>,
    left_loops: HashMap<(usize, u16), u32>,
    /// Blocks at which a loop, by method and head, is entered.
    entries: HashMap<(usize, u16), Vec<u16>>,
    /// Blocks that turned out to be run, by method and first bytecode.
    reached: HashSet<(usize, u16)>,
    /// How often methods were compiled again for that.
    again: HashMap<usize, u32>,
    /// Bytes of compiled methods' code.
    sizes: HashMap<usize, usize>,
}

impl Queue {
    /// Whether the method is called again and again, as far as samples show: this one met it at its beginning, or in the loop at `bci`, where the
    /// interpreter enters the code that there may be. A method that runs once needs no code for its beginning.
    fn is_called(&mut self, method: &'static Method, bci: Option<u16>) -> bool {
        let key = std::ptr::from_ref(method) as usize;
        let again = bci
            .is_none_or(|bci| compiled::on_stack(method, bci).is_some() && !self.entered.insert((key, bci)));
        if again {
            self.called.insert(key);
        }
        self.called.contains(&key)
    }
}

/// What `-verbose:jit` says in the end.
#[derive(Default)]
struct Totals {
    compiled: usize,
    failed: usize,
    bytecode: usize,
    code: usize,
    micros: u128,
}

/// The compiler and its queue.
pub struct Jit {
    options: Options,
    queue: Mutex<Queue>,
    wake: Condvar,
    /// Held while compiling.
    code: Mutex<Totals>,
}

static JIT: OnceLock<Jit> = OnceLock::new();

/// Makes the machine compile. Once, before Java code runs.
pub fn install(options: Options) {
    let jit = JIT.get_or_init(|| Jit {
        options,
        queue: Mutex::default(),
        wake: Condvar::new(),
        code: Mutex::default(),
    });
    compiled::install(jit);
}

/// Says what was compiled in all, if `-verbose:jit` asks for it: called when the process ends.
pub fn print_totals() {
    // A thread that compiles meanwhile keeps the lock.
    if let Some(totals) = JIT.get().filter(|jit| jit.options.verbose).and_then(|jit| jit.code.try_lock().ok())
    {
        let Totals { compiled, failed, bytecode, code, micros } = *totals;
        say!(
            "[jit] {compiled} compiled, {failed} not; {bytecode} bytes of bytecode to {code} in {} ms",
            micros / 1000
        );
    }
}

/// Calls and back edges, as sampled, after which a method is compiled: what that costs, which grows with the code, has to come in again.
fn enough(method: &Method) -> u32 {
    THRESHOLD * (method.code_length / FEW_BYTES).max(1)
}

/// CPU time of this thread.
fn thread_time() -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the structure is writable.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &raw mut time) };
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// Compiles all methods of a class, whether they run or not: how many there were, and which are not compiled, with the reason.
pub fn compile_all(class: &'static Class) -> (usize, Vec<(&'static Method, CompileError)>) {
    let mut refused = vec![];
    let Some(jit) = JIT.get() else { return (0, refused) };
    let methods: Vec<_> = class.methods.iter().filter(|m| compilable(m)).collect();
    for &method in &methods {
        let _one = jit.code.lock().unwrap_or_else(|e| e.into_inner());
        if let Err(error) = jit.attempt(method, None) {
            refused.push((method, error));
        }
    }
    (methods.len(), refused)
}

/// Whether there is something to compile.
fn compilable(method: &'static Method) -> bool {
    method.code_offset != 0 && !method.is_native() && !method.is(MethodFlags::INTRINSIC)
}

/// Whether a method is a host function that compiled code may call without a round of the interpreter.
fn is_host(method: &Method) -> bool {
    rvm_vm::stackwalk::runs_host_code(method) && method.native().is_some() && !method.is_synchronized()
}

/// Whether a method is known to run often: a sample met it, or it was compiled. With `-Xcomp` all do.
pub fn is_hot(method: &'static Method) -> bool {
    let sampled = method.back_edges.load(Ordering::Relaxed) > 0;
    sampled || JIT.get().is_none_or(|jit| jit.options.first) || code_size(method) > 0
}

/// Bytes of a method's code, 0 if it was not compiled.
pub fn code_size(method: &'static Method) -> usize {
    let Some(jit) = JIT.get() else { return 0 };
    jit.lock().sizes.get(&(std::ptr::from_ref(method) as usize)).copied().unwrap_or(0)
}

/// Whether a block that the interpreter never ran turned out to be run.
pub fn was_reached(method: &'static Method, leader: u16) -> bool {
    let Some(jit) = JIT.get() else { return true };
    let queue = jit.lock();
    let own = std::ptr::from_ref(method) as usize;
    queue.again.get(&own).is_some_and(|&n| n >= MOST_AGAIN) || queue.reached.contains(&(own, leader))
}

/// A block of `method` that was thought never to run did so often, in code of `root`: that is compiled again. Not if it was entered in a loop
/// (`on_stack`), where it is: that one stays.
pub fn count_reached(root: &'static Method, on_stack: bool, method: &'static Method, leader: u16) {
    let Some(jit) = JIT.get() else { return };
    let mut queue = jit.lock();
    queue.reached.insert((std::ptr::from_ref(method) as usize, leader));
    if on_stack {
        return;
    }
    let key = std::ptr::from_ref(root) as usize;
    let count = queue.again.entry(key).or_insert(0);
    *count += 1;
    if *count <= MOST_AGAIN {
        queue.known.remove(&(key, None));
        drop(queue);
        jit.request(root, None);
    }
}

/// Counts that a method resolved something while it ran: what is resolved since is worth another compilation.
pub fn count_late(method: &'static Method) {
    let Some(jit) = JIT.get() else { return };
    let mut queue = jit.lock();
    let key = std::ptr::from_ref(method) as usize;
    let count = queue.late.entry(key).or_insert(0);
    *count += 1;
    if *count == LATE_CALLS || *count == LATE_CALLS * 64 {
        queue.known.remove(&(key, None));
        drop(queue);
        jit.request(method, None);
    }
}

impl Compiler for Jit {
    fn first_call(&self, method: &'static Method) {
        if self.options.first && compilable(method) {
            let key = (std::ptr::from_ref(method) as usize, None);
            if self.lock().known.insert(key) {
                self.compile(method, None);
            }
        }
    }

    fn sampled(&self, method: &'static Method, bci: Option<u16>) {
        let Some(jit) = JIT.get() else { return };
        let called = jit.lock().is_called(method, bci);
        let count = method.back_edges.load(Ordering::Relaxed);
        let enough = self.options.threshold.unwrap_or_else(|| enough(method));
        if count < enough || !compilable(method) {
            return;
        }
        if called {
            jit.request(method, None);
        }
        // A loop in a method that is called again and again need not be entered in its middle, unless it runs on and on.
        if bci.is_some() && (!called || count >= enough.saturating_mul(LONG_LOOP)) {
            jit.request(method, bci);
        }
    }

    fn host_called(&self, method: &'static Method) {
        let calls = method.back_edges.fetch_add(1, Ordering::Relaxed);
        let enough =
            if self.options.first { 1 } else { self.options.threshold.unwrap_or(HOST_CALLS).min(HOST_CALLS) };
        // Samples count too, in steps.
        if calls >= enough
            && calls.is_multiple_of(8)
            && is_host(method)
            && let Some(jit) = JIT.get()
        {
            jit.request(method, None);
        }
    }

    fn left(&self, method: &'static Method, code: usize) {
        let Some(jit) = JIT.get() else { return };
        let mut queue = jit.lock();
        let count = queue.left.entry(code).or_insert(0);
        *count += 1;
        // The first time the method most likely goes on to its next loop.
        if *count != LEFT {
            return;
        }
        let Some(bci) = compiled::entered_at(code) else { return };
        let key = (std::ptr::from_ref(method) as usize, bci);
        *queue.left_loops.entry(key).or_insert(0) += 1;
        queue.known.remove(&(key.0, Some(bci)));
        drop(queue);
        jit.request(method, Some(bci));
    }

    fn period(&self) -> i32 {
        let threshold = self.options.threshold.unwrap_or(THRESHOLD);
        PERIOD.min(i32::try_from(threshold).unwrap_or(PERIOD)).max(1)
    }
}

impl Jit {
    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// Queues a compilation unless it was asked for before.
    fn request(&'static self, method: &'static Method, bci: Option<u16>) {
        let mut queue = self.lock();
        if !queue.known.insert((std::ptr::from_ref(method) as usize, bci)) {
            return;
        }
        queue.tasks.push_back((method, bci));
        if !queue.started {
            queue.started = true;
            let worker = std::thread::Builder::new().name("compiler".into()).stack_size(8 << 20);
            if worker.spawn(|| self.work()).is_err() {
                // Everything stays interpreted.
                queue.tasks.clear();
            }
        }
        drop(queue);
        self.wake.notify_one();
    }

    /// Whether code is made that enters a loop at this block: samples fall on any block, and a loop around a switch has many.
    fn is_worth_entering(&self, method: &'static Method, bci: u16) -> bool {
        let Some(head) = crate::bytecode::loop_around(method, bci) else { return true };
        let mut queue = self.lock();
        let entries = queue.entries.entry((std::ptr::from_ref(method) as usize, head)).or_default();
        let known = entries.contains(&bci);
        if !known && entries.len() < LOOP_ENTRIES {
            entries.push(bci);
            return true;
        }
        known
    }

    fn work(&self) {
        loop {
            let task = {
                let mut queue = self.lock();
                loop {
                    // Loops that run now come first.
                    let at = queue.tasks.iter().position(|t| t.1.is_some()).unwrap_or(0);
                    match queue.tasks.remove(at) {
                        Some(task) => break task,
                        None => queue = self.wake.wait(queue).unwrap_or_else(|e| e.into_inner()),
                    }
                }
            };
            if task.1.is_none_or(|bci| self.is_worth_entering(task.0, bci)) {
                self.compile(task.0, task.1);
            }
        }
    }

    fn compile(&self, method: &'static Method, bci: Option<u16>) {
        let mut totals = self.code.lock().unwrap_or_else(|e| e.into_inner());
        // Where a system call leaves a virtual machine it is not made for nothing.
        let start = self.options.verbose.then(thread_time);
        let result = self.attempt(method, bci);
        let Some(start) = start else { return };
        let micros = thread_time().saturating_sub(start).as_micros();
        totals.micros += micros;
        match &result {
            Ok(size) => {
                totals.compiled += 1;
                totals.bytecode += method.code_length as usize;
                totals.code += size;
            }
            Err(_) => totals.failed += 1,
        }
        let place = bci.map_or(String::new(), |bci| format!(" at {bci}"));
        match result {
            Ok(size) => say!(
                "[jit] {}{place}: {} bytes to {size} in {micros} us",
                method.external(),
                method.code_length
            ),
            Err(error) => say!("[jit] {}{place}: not compiled: {error}", method.external()),
        }
    }

    fn attempt(&self, method: &'static Method, bci: Option<u16>) -> Result<usize, CompileError> {
        let attempt = std::panic::AssertUnwindSafe(|| self.try_compile(method, bci));
        std::panic::catch_unwind(attempt).unwrap_or(Err(CompileError::Panic))
    }

    fn try_compile(&self, method: &'static Method, bci: Option<u16>) -> Result<usize, CompileError> {
        crate::memory::available().map_err(CompileError::Memory)?;
        let print =
            self.options.print.as_ref().is_some_and(|wanted| {
                *wanted == format!("{}.{}", method.class().external_name(), method.name)
            });
        let key = (std::ptr::from_ref(method) as usize, bci.unwrap_or(0));
        let exits = self.lock().left_loops.get(&key).is_none_or(|&n| n < LEFT_LOOPS);
        let host = is_host(method);
        let mut f: Func = if host {
            build::build_host(method)
        } else {
            match build::build(method, bci, exits) {
                // Handlers meet the rest of the code in places that the way out leaves aside.
                Err(CompileError::Irreducible) if exits => build::build(method, bci, false)?,
                built => built?,
            }
        };
        crate::opt::optimize(&mut f);
        if print {
            crate::print::show(method, &f);
        }
        let done = codegen::generate(method, &f, print)?;
        let start = done.start;
        let size = done.end - done.start;
        compiled::register(done);
        if let Some(map) = self.options.map {
            let loop_ = if bci.is_some() { " (loop)" } else { "" };
            map(start, size, &format!("{}.{}{loop_}", method.class().external_name(), method.name));
        }
        match bci {
            Some(bci) => compiled::register_on_stack(method, bci, start),
            None if host => compiled::publish_host(method, start),
            None => {
                compiled::publish(method, start);
                self.lock().sizes.insert(std::ptr::from_ref(method) as usize, size);
            }
        }
        Ok(size)
    }
}
