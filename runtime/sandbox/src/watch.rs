//! The limits on time: threads of the host that sleep until one is reached.

use crate::ending::Ending;
use crate::machine::Machine;
use std::sync::Arc;
use std::time::Duration;

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

/// Starts the guest's clock and the watchers that the policy asks for.
pub fn start(machine: &Arc<Machine>) -> std::io::Result<()> {
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
    if let Some(limit) = machine.policy.wall {
        let mut now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
        // SAFETY: fills the structure given.
        unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &mut now) };
        let now = Duration::new(now.tv_sec.max(0) as u64, now.tv_nsec as u32);
        spawn(limit, libc::CLOCK_MONOTONIC, now.saturating_add(limit), Ending::Time)?;
    }
    if let Some(limit) = machine.policy.cpu {
        spawn(limit, libc::CLOCK_PROCESS_CPUTIME_ID, limit, Ending::Cpu)?;
    }
    Ok(())
}
