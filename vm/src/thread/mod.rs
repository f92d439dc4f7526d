//! Java threads: one operating-system thread each; safepoints; monitors.

mod crash;
mod dump;
mod futex;
mod inflated;
mod java_thread;
mod monitor;
mod park;
mod safepoint;
mod spawn;
mod stack;

pub use crash::crash_text;
pub use dump::dump;
pub use inflated::{MONITOR_RECURSION, MONITOR_WORD, MonitorTable};
pub use java_thread::{Activity, JavaThread, ThreadState};
pub use monitor::{
    holds_lock, monitor_enter, monitor_exit, notify, try_enter_inflated, try_exit_inflated, wait,
};
pub use park::Parker;
pub use safepoint::{Registry, WorldStopped};
pub use spawn::spawn;
pub use stack::JavaStack;
