//! Bringing all guest threads to a stop where their state is registers and memory alone, and letting them go on.

use super::state::ThreadState;
use crate::machine::Machine;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

/// Gets a thread of the host out of whatever it waits in.
const NUDGE: i32 = libc::SIGUSR2;
/// How long threads may take.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Debug, Default)]
struct Parked {
    states: Vec<ThreadState>,
    round: u64,
}

/// The stop of all threads.
#[derive(Debug, Default)]
pub struct Pause {
    wanted: AtomicBool,
    parked: Mutex<Parked>,
    changed: Condvar,
}

extern "C" fn nothing(_: i32) {}

/// Makes the signal interrupt calls, and nothing else.
pub fn prepare() -> std::io::Result<()> {
    super::handle(NUDGE, nothing)
}

impl Pause {
    fn lock(&self) -> MutexGuard<'_, Parked> {
        self.parked.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// Whether threads shall stop.
    pub fn wanted(&self) -> bool {
        self.wanted.load(Ordering::Relaxed)
    }

    /// Threads shall stop from now on; `with_all` must follow.
    pub fn begin(&self) {
        self.wanted.store(true, Ordering::SeqCst);
    }

    /// A thread stops here until all may go on.
    pub fn park(&self, state: ThreadState) {
        let mut parked = self.lock();
        if !self.wanted() {
            return;
        }
        parked.states.push(state);
        self.changed.notify_all();
        let round = parked.round;
        while parked.round == round {
            parked = self.changed.wait(parked).unwrap_or_else(|e| e.into_inner());
        }
    }

    /// Stops all threads, and lets them go on when `work` is done with their states.
    pub fn with_all<R>(
        &self,
        machine: &Machine,
        work: impl FnOnce(&[ThreadState]) -> Result<R, String>,
    ) -> Result<R, String> {
        self.begin();
        let began = Instant::now();
        let mut nudges = 0;
        let mut parked = self.lock();
        let result = loop {
            if parked.states.len() == machine.threads.count() {
                break work(&parked.states);
            }
            if began.elapsed() > PATIENCE {
                break Err("a thread did not stop".to_owned());
            }
            let there: Vec<u32> = parked.states.iter().map(|s| s.tid).collect();
            for (tid, host) in machine.threads.hosts() {
                if host != 0 && !there.contains(&tid) {
                    // SAFETY: plain numbers; a thread that has gone is no harm.
                    unsafe { libc::syscall(libc::SYS_tgkill, std::process::id(), host, NUDGE) };
                }
            }
            // One nudge may come just before a thread begins to wait, or in a stub: others follow, later and later, so that a slow machine gets on meanwhile.
            let pause = Duration::from_millis(1 << (nudges / 4).min(6));
            nudges += 1;
            parked = self.changed.wait_timeout(parked, pause).unwrap_or_else(|e| e.into_inner()).0;
        };
        self.wanted.store(false, Ordering::SeqCst);
        parked.states.clear();
        parked.round += 1;
        drop(parked);
        self.changed.notify_all();
        result
    }
}
