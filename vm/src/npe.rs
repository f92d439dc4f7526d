//! Helpful NullPointerException messages (JEP 358).

use crate::thread::JavaThread;

/// The message for the instruction that the innermost frame is in.
pub fn message(thread: &JavaThread) -> Option<String> {
    let _ = thread;
    None
}
