//! The interpreter: bytecode becomes register code on a method's first call (`translate`), instructions resolve themselves on their first
//! execution (`quicken`), `ops` says what they do, `machine` how they are put together, `opcode` which there are.
//!
//! Frames: registers grow up from the start of the thread's Java stack, one window a frame, a caller's outgoing arguments being the callee's
//! first registers; frame records (`machine::Frame`) grow down from its end. Neither a Java call nor a return
//! touches the host's stack.

mod exceptions;
pub mod handles;
mod machine;
mod opcode;
mod ops;
mod poll;
mod profile;
mod quicken;
mod sync;
mod translate;
mod unwind;

pub use exceptions::class_cast_text;
pub use handles::polymorphic_target;
pub use machine::Frame;
pub use profile::{CallProfile, ExitPoint, call_profile, exit_point, frame_layout, unreached};
pub use translate::shuffle;
pub use translate::{MethodMaps, Position, maps};

use crate::class::Method;
use crate::error::{JResult, Thrown};
use crate::natives::{Args, NativeFn};
use crate::thread::JavaThread;
use machine::{Fp, Pc, Regs, Table, Thread};
use opcode::{HANDLERS, Op};

/// Where an entry frame goes on: the word below names the destination register, 0.
static EXIT: [u64; 2] = [0, Op::Exit as u64];

/// What calls of methods with compiled code jump to; the word in front is a frame's size, 0.
static COMPILED_STUB: [u64; 2] = [0, Op::Compiled as u64];

/// The entry of methods with compiled code.
pub(crate) fn compiled_stub() -> *const u64 {
    // SAFETY: inside the array.
    unsafe { COMPILED_STUB.as_ptr().add(1) }
}

/// Calls a native method's host function: as [`call`], without a round of the interpreter. The method is not synchronized.
pub(crate) fn call_native(
    thread: &JavaThread,
    method: &'static Method,
    function: NativeFn,
    args: &[u64],
) -> JResult<u64> {
    thread.check_host_stack()?;
    let (frame, top) = (thread.frame.get(), thread.stack_top.get());
    let caller = if frame == 0 { thread.stack.end() } else { frame } as *mut machine::Frame;
    let base = top as *mut u64;
    if top + args.len() * 8 + size_of::<machine::Frame>() + 256 > caller as usize {
        return Err(crate::link::throw::stack_overflow(thread));
    }
    // SAFETY: there is room for the arguments and a record, which names them as roots while the function runs.
    let result = unsafe {
        for (index, &word) in args.iter().enumerate() {
            base.add(index).write(word);
        }
        let record = caller.sub(1);
        record.write(machine::Frame { method, pc: 0, regs: base });
        thread.frame.set(record as usize);
        thread.stack_top.set(base.add(args.len()) as usize);
        function(thread, Args::new(base))
    };
    thread.frame.set(frame);
    thread.stack_top.set(top);
    result
}

/// Runs a Java method from host code, with its arguments as registers hold them; its result likewise.
/// References among the arguments must be current: nothing is allocated before they are stored in the callee's frame.
pub fn call(thread: &JavaThread, method: &'static Method, args: &[u64]) -> JResult<u64> {
    debug_assert_eq!(args.len(), method.arg_count(), "{method:?}");
    debug_assert!(thread.pending.get().is_null(), "a call with an exception pending");
    thread.check_host_stack()?;
    let (frame, top) = (thread.frame.get(), thread.stack_top.get());
    let caller = if frame == 0 { thread.stack.end() } else { frame } as *mut machine::Frame;
    let base = top as *mut u64;
    let room = (args.len() + 1) * 8 + 2 * size_of::<machine::Frame>() + 256;
    if top + room > caller as usize {
        return Err(crate::link::throw::stack_overflow(thread));
    }
    // SAFETY: there is room for the arguments and two records; the machine's contract holds for a fresh entry record.
    let value = unsafe {
        for (index, &word) in args.iter().enumerate() {
            base.add(index).write(word);
        }
        let entry = caller.sub(1);
        entry.write(machine::Frame { method: std::ptr::null(), pc: 0, regs: base });
        let t = Thread(std::ptr::from_ref(thread).cast_mut());
        let h = Table(HANDLERS.as_ptr());
        ops::call::enter(method, Pc(EXIT.as_ptr().add(1)), Regs(base), t, Fp(entry), h);
        base.read()
    };
    thread.frame.set(frame);
    thread.stack_top.set(top);
    if thread.pending.get().is_null() { Ok(value) } else { Err(Thrown) }
}
