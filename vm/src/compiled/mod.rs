//! Compiled code as the machine sees it: which there is, how it is entered and left, where its frames keep references.
//!
//! Convention: System V, `(thread, arguments...) -> result`; `int` kinds and `float` in 32 bits, references zero-extended to 64. Frame
//! pointers are kept. An exception is left in `thread.pending`. While compiled code runs, the thread's innermost frame record has
//! [`COMPILED`] for its method; whoever calls the machine from compiled code first notes the caller's frame pointer and return
//! address in that record (`regs` and `pc`), from where the walker follows frame pointers to the code's end.

mod enter;
mod registry;

pub use enter::{interpret_entry, run, run_from_registers};
pub use registry::{Code, Context, Site, entered_at, find, on_stack, register, register_on_stack};

use crate::class::Method;
use crate::interpreter::Frame;
use crate::thread::JavaThread;
use std::sync::OnceLock;

/// The method of records under which compiled code runs.
pub const COMPILED: *const Method = std::ptr::without_provenance(1);

/// A compiler.
pub trait Compiler: Sync + Send {
    /// A method is about to run for the first time.
    fn first_call(&self, method: &'static Method);
    /// A method was found running when the thread's budget was spent; `bci` is where its loop goes on.
    fn sampled(&self, method: &'static Method, bci: Option<u16>);
    /// Compiled code called a method that is a host function, and which has no code of its own.
    fn host_called(&self, method: &'static Method);
    /// Code entered in the middle of `method`, at address `code`, left to the interpreter (see [`crate::interpreter::exit_point`]).
    fn left(&self, method: &'static Method, code: usize);
    /// Calls and back edges between two samples.
    fn period(&self) -> i32;
}

static COMPILER: OnceLock<&'static dyn Compiler> = OnceLock::new();

/// Installs the compiler; the first one stays.
pub fn install(compiler: &'static dyn Compiler) {
    let _ = COMPILER.set(compiler);
}

/// The compiler, if there is one.
#[inline]
pub fn compiler() -> Option<&'static dyn Compiler> {
    COMPILER.get().copied()
}

/// Lets calls of `method` from the interpreter go to its compiled code at `code`, and those from compiled code as well.
pub fn publish(method: &'static Method, code: usize) {
    use std::sync::atomic::Ordering::Release;
    method.compiled.store(code, Release);
    method.entry.store(crate::interpreter::compiled_stub() as usize, Release);
}

/// Lets calls of `method`, a host function, from compiled code go to `code`; the interpreter calls it itself.
pub fn publish_host(method: &'static Method, code: usize) {
    method.compiled.store(code, std::sync::atomic::Ordering::Release);
}

/// Offsets in a frame record, for code that notes where it is.
pub const RECORD_PC: usize = std::mem::offset_of!(Frame, pc);
/// As [`RECORD_PC`].
pub const RECORD_FP: usize = std::mem::offset_of!(Frame, regs);
/// Offset in a thread of where the interpreter goes on when code entered in the middle of a method returns; 0 if not.
pub const THREAD_RESUME: usize = std::mem::offset_of!(JavaThread, resume);
/// Offset in a thread of the address of its innermost record.
pub const THREAD_FRAME: usize = std::mem::offset_of!(JavaThread, frame);

/// A place in compiled code, on the way outwards.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The code.
    pub code: &'static Code,
    /// The call it is in.
    pub site: &'static Site,
    /// The frame pointer.
    pub fp: usize,
}

/// The compiled frames under a record, innermost first.
pub fn places(record: &Frame) -> impl Iterator<Item = Place> + use<> {
    let (mut pc, mut fp) = (record.pc as usize, record.regs as usize);
    std::iter::from_fn(move || {
        let code = find(pc)?;
        let Some(site) = code.site(pc) else { crate::fatal("a return address without a map") };
        let place = Place { code, site, fp };
        // SAFETY: compiled frames start with the caller's frame pointer, the return address above it.
        unsafe {
            pc = *((fp + 8) as *const usize);
            fp = *(fp as *const usize);
        }
        Some(place)
    })
}
