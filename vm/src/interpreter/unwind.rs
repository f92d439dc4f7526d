//! From a raised exception to the code that handles it (JVMS 2.10).

use super::machine::*;
use super::sync;
use super::translate::{self, Position};
use crate::class::{Class, Method};
use crate::object::HandleScope;
use crate::thread::JavaThread;

/// Looks for the handler of the pending exception, from frame `f` on outwards; frames without one are dropped. The handler's code,
/// with the frame in `thread.frame` and the exception in its register; null if host code is next, for which
/// the exception stays pending.
///
/// # Safety
/// `f` is the thread's current frame, its `pc` is set, and an exception is pending.
#[cold]
#[inline(never)]
pub unsafe fn find_handler(t: Thread, f: Fp) -> *const u64 {
    let thread = t.get();
    let scope = HandleScope::new(thread);
    let exception = scope.handle(thread.take_pending(crate::error::Thrown));
    let mut f = f;
    // SAFETY: frames are walked outwards; the caller's contract.
    unsafe {
        loop {
            if (*f.0).method.is_null() {
                thread.frame.set(f.0 as usize);
                let _ = thread.raise(exception.get());
                return std::ptr::null();
            }
            let method = f.method();
            if let Some(position) = bytecode_position(method, f) {
                f.publish(
                    t,
                    frame_words(method.code_words.load(std::sync::atomic::Ordering::Relaxed) as *const u64),
                );
                let maps = translate::maps(method);
                let bci = maps.bci(method, position);
                let begun = !maps.in_prologue(method, position);
                let mut found = None;
                if begun {
                    found = match search(thread, method, bci, exception.get().class(), exception) {
                        Ok(found) => found,
                        Err(thrown) => {
                            // Loading the class to catch failed: that error goes on instead.
                            exception.set(thread.take_pending(thrown));
                            continue;
                        }
                    };
                }
                if let Some(target) = found {
                    let Some(word) = maps.handler(target) else {
                        crate::fatal("exception handler without code")
                    };
                    f.regs().set(usize::from(maps.stack_base), exception.get().word());
                    let entry = method.code_words.load(std::sync::atomic::Ordering::Relaxed) as *const u64;
                    return entry.add(word as usize);
                }
                if begun && let Some(lock) = maps.lock {
                    sync::release_on_unwind(thread, f.regs().u32(usize::from(lock)), exception);
                }
            }
            f = f.caller();
        }
    }
}

/// Where in its bytecode a frame is; `None` if it runs none.
unsafe fn bytecode_position(method: &Method, f: Fp) -> Option<Position> {
    // SAFETY: the record is live.
    let pc = unsafe { (*f.0).pc };
    (pc != 0 && !crate::stackwalk::runs_host_code(method)).then_some(Position(pc))
}

/// The first row of the exception table that covers `bci` and catches `class`.
fn search(
    thread: &JavaThread,
    method: &'static Method,
    bci: u16,
    class: &'static Class,
    exception: crate::object::Handle<'_>,
) -> crate::JResult<Option<u16>> {
    let _ = exception;
    for handler in method.handlers() {
        if !(handler.start..handler.end).contains(&bci) {
            continue;
        }
        if handler.catch_type == 0 {
            return Ok(Some(handler.target));
        }
        let catch = crate::link::resolve_class(thread, method.class(), handler.catch_type)?;
        if class.is_subclass_of(catch) {
            return Ok(Some(handler.target));
        }
    }
    Ok(None)
}
