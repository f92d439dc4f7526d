//! The virtual machine: loading, linking, heap, threads, interpreter. See "The VM" in docs/ARCHITECTURE.md.
//!
//! One machine runs in a process; [`vm`] is it. Where things are:
//!
//! - `memory`: address space below 4 GiB, the metadata arena, root slots
//! - `object`: references, headers, handles, arrays, strings
//! - `class`: classes, methods, fields, constant pools, symbols
//! - `load`: from names to classes; `link`: verification, resolution, selection, initialisation
//! - `heap`: allocation and collection; `thread`: threads, safepoints, monitors
//! - `compiled`: compiled code, and between it and the interpreter
//! - `interpreter`, `stackwalk`, `indy`, `npe`: running code
//! - `natives`: binding host functions; `known`: what the machine knows of the library

pub mod class;
pub mod compiled;
pub mod error;
pub mod heap;
pub mod indy;
pub mod interpreter;
pub mod known;
pub mod link;
pub mod load;
pub mod memory;
pub mod natives;
pub mod npe;
pub mod object;
pub mod reference;
pub mod stackwalk;
pub mod thread;

pub use error::{JResult, Thrown, VmError};

use std::sync::atomic::{AtomicPtr, Ordering};
use std::time::Instant;

/// How to set a machine up.
pub struct VmOptions {
    /// The heap.
    pub heap: heap::HeapOptions,
    /// `-Xss`: bytes of Java stack a thread.
    pub stack_size: usize,
    /// `-verbose:class`
    pub verbose_class: bool,
    /// Verify classes from the class path.
    pub verify_app: bool,
    /// Verify the library's classes too (`-Xverify:all`).
    pub verify_boot: bool,
    /// Most frames a stack trace holds; 0: no limit.
    pub trace_depth: usize,
    /// Whether throwables note stack traces.
    pub traces: bool,
    /// Told of each OutOfMemoryError's message before it is thrown.
    pub out_of_memory: Option<fn(&str)>,
    /// Prints a line of `-verbose` output.
    pub log: fn(&str),
    /// Host functions.
    pub natives: Vec<&'static [natives::NativeClass]>,
    /// The library.
    pub boot: Box<dyn load::ClassSource>,
    /// The class path.
    pub app: Box<dyn load::ClassSource>,
}

/// Settings that matter after the start.
#[derive(Debug)]
pub struct Settings {
    /// As in [`VmOptions`].
    pub stack_size: usize,
    /// As in [`VmOptions`].
    pub verbose_class: bool,
    /// As in [`VmOptions`].
    pub verify_app: bool,
    /// As in [`VmOptions`].
    pub verify_boot: bool,
    /// As in [`VmOptions`].
    pub trace_depth: usize,
    /// As in [`VmOptions`].
    pub traces: bool,
    /// As in [`VmOptions`].
    pub out_of_memory: Option<fn(&str)>,
}

/// The machine.
pub struct Vm {
    /// Metadata.
    pub arena: memory::Arena,
    /// Names and descriptors.
    pub symbols: class::SymbolTable,
    pub(crate) signatures: class::SignatureTable,
    /// Roots in metadata.
    pub roots: memory::RootTable,
    /// Interned strings.
    pub strings: object::string::StringTable,
    /// The heap.
    pub heap: heap::Heap,
    /// Loaders and their classes.
    pub loaders: load::LoaderTable,
    /// Library classes the machine knows.
    pub known: known::Known,
    /// Threads.
    pub threads: thread::Registry,
    /// Inflated monitors.
    pub monitors: thread::MonitorTable,
    /// Cleared references on their way to their queues.
    pub references: reference::PendingReferences,
    /// Host functions by class.
    pub natives: natives::NativeTable,
    /// Settings.
    pub options: Settings,
    /// When the machine started.
    pub started: Instant,
    pub(crate) method_types: indy::MethodTypes,
    pub(crate) call_sites: indy::CallSites,
    pub(crate) init: link::InitLocks,
    pub(crate) failures: link::Failures,
    log: fn(&str),
}

static VM: AtomicPtr<Vm> = AtomicPtr::new(std::ptr::null_mut());

/// The machine of this process. Ends the process if there is none.
#[inline(always)]
pub fn vm() -> &'static Vm {
    // SAFETY: the pointer is null or leads to a leaked box.
    match unsafe { VM.load(Ordering::Acquire).as_ref() } {
        Some(vm) => vm,
        None => fatal("no virtual machine"),
    }
}

/// Whether there is a virtual machine yet.
pub fn started() -> bool {
    !VM.load(Ordering::Acquire).is_null()
}

/// Ends the process after an error inside the machine.
#[cold]
pub fn fatal(what: &str) -> ! {
    eprintln!("Error: fatal error in the virtual machine: {what}");
    let trace = std::backtrace::Backtrace::capture();
    if trace.status() == std::backtrace::BacktraceStatus::Captured {
        eprintln!("{trace}");
    }
    std::process::abort()
}

impl Vm {
    /// Starts the machine; the calling operating-system thread, which has `host_stack` bytes of stack left, becomes its
    /// main thread (without a `Thread` object yet).
    pub fn start(options: VmOptions, host_stack: usize) -> Result<Box<thread::JavaThread>, VmError> {
        let vm = Box::new(Vm {
            arena: memory::Arena::new()?,
            symbols: class::SymbolTable::default(),
            signatures: class::SignatureTable::default(),
            roots: memory::RootTable::default(),
            strings: object::string::StringTable::default(),
            heap: heap::Heap::new(options.heap)?,
            loaders: load::LoaderTable::new(options.boot, options.app),
            known: known::Known::default(),
            threads: thread::Registry::default(),
            monitors: thread::MonitorTable::new()?,
            references: reference::PendingReferences::default(),
            natives: natives::NativeTable::new(&options.natives),
            options: Settings {
                stack_size: options.stack_size,
                verbose_class: options.verbose_class,
                verify_app: options.verify_app,
                verify_boot: options.verify_boot,
                trace_depth: options.trace_depth,
                traces: options.traces,
                out_of_memory: options.out_of_memory,
            },
            started: Instant::now(),
            method_types: indy::MethodTypes::default(),
            call_sites: indy::CallSites::default(),
            init: link::InitLocks::default(),
            failures: link::Failures::default(),
            log: options.log,
        });
        let raw = Box::into_raw(vm);
        if VM.compare_exchange(std::ptr::null_mut(), raw, Ordering::AcqRel, Ordering::Acquire).is_err() {
            // SAFETY: the box made above, which nobody else has seen.
            drop(unsafe { Box::from_raw(raw) });
            return Err(VmError::AlreadyRunning);
        }
        let vm = self::vm();
        let thread = vm.threads.attach(vm.options.stack_size, host_stack)?;
        vm.known.start(&thread)?;
        if let Err(thrown) = vm.known.make_spares(&thread) {
            let class = thread.take_pending(thrown).class();
            return Err(VmError::Library(format!("what starting needs: {}", class.external_name())));
        }
        Ok(thread)
    }

    /// Prints a line of `-verbose` output.
    pub fn log(&self, line: &str) {
        (self.log)(line);
    }
}
