//! The limits on time: threads of the host that sleep until one is reached. Where a guest keeps every processor busy with many threads, those would wait for their turn
//! among them, so timers interrupt whichever runs.

use crate::ending::Ending;
use crate::error::SandboxError;
use crate::machine::Machine;
use crate::policy::Policy;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

/// Which limits the timers have seen reached: of time, of processor time.
static REACHED: AtomicU8 = AtomicU8::new(0);
const WALL: u8 = 1;
const CPU: u8 = 2;

/// Signals of the timers: of those for real time several wait at once, and each looks for a thread anew.
const WALL_SIGNAL: i32 = 40;
const CPU_SIGNAL: i32 = 41;
/// Timers of a limit. What one interrupts may be another process: then its signal waits for a thread that waits for its turn itself.
const TIMERS: u32 = 10;

extern "C" fn reached(signal: i32) {
    REACHED.fetch_or(if signal == WALL_SIGNAL { WALL } else { CPU }, Ordering::Relaxed);
}

/// How the guest ends if a timer has seen a limit reached.
pub fn ending(policy: &Policy) -> Option<Ending> {
    let seen = REACHED.load(Ordering::Relaxed);
    if seen == 0 {
        return None;
    }
    let wall = policy.wall.filter(|_| seen & WALL != 0).map(Ending::Time);
    wall.or_else(|| policy.cpu.map(Ending::Cpu))
}

/// How often a timer interrupts once its limit is reached: a signal may come just before a processor enters the guest.
const AGAIN: Duration = Duration::from_millis(40);

/// Has this process sent a signal when a clock shows `until`, and again and again from then on. The kernel gives it to the thread that the timer interrupts.
pub fn timer(clock: libc::clockid_t, until: Duration, signal: i32) -> Result<(), SandboxError> {
    let part = |d: Duration| libc::timespec {
        tv_sec: d.as_secs().min(i64::MAX as u64) as i64,
        tv_nsec: d.subsec_nanos().into(),
    };
    let times = libc::itimerspec { it_interval: part(AGAIN), it_value: part(until) };
    // SAFETY: all zeros is a valid value of this plain structure; the calls read and fill what is given.
    let set = unsafe {
        let mut event: libc::sigevent = std::mem::zeroed();
        event.sigev_notify = libc::SIGEV_SIGNAL;
        event.sigev_signo = signal;
        let mut id = 0i32;
        libc::syscall(libc::SYS_timer_create, clock, &raw const event, &raw mut id) == 0
            && libc::syscall(libc::SYS_timer_settime, id, libc::TIMER_ABSTIME, &raw const times, 0) == 0
    };
    if set { Ok(()) } else { Err(SandboxError::host("a timer")(io::Error::last_os_error())) }
}

/// The monotonic clock.
pub fn now() -> Duration {
    Duration::from_nanos(crate::shift::host(libc::CLOCK_MONOTONIC))
}

/// Sets the timers that the policy asks for, before the right to is given up; when the limit on time is reached.
pub fn arm(policy: &Policy) -> Result<Option<Duration>, SandboxError> {
    let handle = |signal| crate::snapshot::handle(signal, reached).map_err(SandboxError::host("signals"));
    let until = policy.wall.map(|limit| now().saturating_add(limit));
    let set = |clock, from: Duration, signal| {
        handle(signal)?;
        (0..TIMERS).try_for_each(|n| timer(clock, from.saturating_add(AGAIN / TIMERS * n), signal))
    };
    if let Some(until) = until {
        set(libc::CLOCK_MONOTONIC, until, WALL_SIGNAL)?;
    }
    if let Some(limit) = policy.cpu {
        set(libc::CLOCK_PROCESS_CPUTIME_ID, limit, CPU_SIGNAL)?;
    }
    Ok(until)
}

/// Time of processors that this process has used.
pub fn processor_time() -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: fills the structure given.
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut time) };
    Duration::new(time.tv_sec.max(0) as u64, time.tv_nsec as u32)
}

/// Sleeps until a clock shows `until`.
fn sleep(clock: libc::clockid_t, until: Duration) {
    let time = libc::timespec {
        tv_sec: until.as_secs().min(i64::MAX as u64) as i64,
        tv_nsec: until.subsec_nanos().into(),
    };
    // SAFETY: reads the structure given.
    while unsafe { libc::clock_nanosleep(clock, libc::TIMER_ABSTIME, &time, std::ptr::null_mut()) }
        == libc::EINTR
    {}
}

/// How often the guest's clock is made right.
const CLOCK_STEP: Duration = Duration::from_millis(700);

/// Starts the guest's clock and the watchers that the policy asks for; `wall` is when the limit on time is reached.
pub fn start(machine: &Arc<Machine>, wall: Option<Duration>) -> io::Result<()> {
    let spawn = |limit: Duration, clock: libc::clockid_t, until: Duration, ending: fn(Duration) -> Ending| {
        let machine = Arc::clone(machine);
        let work = move || {
            sleep(clock, until);
            machine.end(&ending(limit))
        };
        std::thread::Builder::new().stack_size(64 << 10).spawn(work).map(drop)
    };
    if machine.set_clock(false) {
        let machine = Arc::clone(machine);
        let work = move || {
            let mut pause = Duration::from_millis(60);
            loop {
                std::thread::sleep(pause);
                machine.set_clock(true);
                pause = CLOCK_STEP;
            }
        };
        std::thread::Builder::new().stack_size(64 << 10).spawn(work)?;
    }
    if let (Some(limit), Some(until)) = (machine.policy.wall, wall) {
        spawn(limit, libc::CLOCK_MONOTONIC, until, Ending::Time)?;
    }
    if let Some(limit) = machine.policy.cpu {
        spawn(limit, libc::CLOCK_PROCESS_CPUTIME_ID, limit, Ending::Cpu)?;
    }
    Ok(())
}
