//! `rvm.internal.Management`: what the machine counts.

use rvm_vm::natives::Args;
use rvm_vm::thread::JavaThread;
use rvm_vm::{natives, vm};

natives! {
    pub(super) TABLE;
    "rvm/internal/Management" {
        threadTime "(Z)J" = |_: &JavaThread, a: Args| if a.boolean(0) { user_time() } else { clock(libc::CLOCK_THREAD_CPUTIME_ID) };
        processTime "()J" = |_: &JavaThread, _: Args| clock(libc::CLOCK_PROCESS_CPUTIME_ID);
        collections "()J" = |_: &JavaThread, _: Args| vm().heap.collections() as i64;
        classes "()J" = |_: &JavaThread, _: Args| {
            let mut count = 0;
            vm().loaders.each_class(|_| count += 1);
            count
        };
    }
}

/// Nanoseconds of a clock, -1 if it cannot be read.
fn clock(which: libc::clockid_t) -> i64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: fills the structure given.
    match unsafe { libc::clock_gettime(which, &raw mut time) } {
        0 => time.tv_sec * 1_000_000_000 + time.tv_nsec,
        _ => -1,
    }
}

/// Nanoseconds that this thread has spent in its own code, -1 if the host does not tell.
fn user_time() -> i64 {
    // SAFETY: all zeros is a valid value of this plain structure, which the call fills.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: as above.
    match unsafe { libc::getrusage(libc::RUSAGE_THREAD, &raw mut usage) } {
        0 => usage.ru_utime.tv_sec * 1_000_000_000 + usage.ru_utime.tv_usec * 1000,
        _ => -1,
    }
}
