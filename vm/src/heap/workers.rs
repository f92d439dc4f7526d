//! The collector's helper threads: made when a collection is first large enough for them, asleep otherwise.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, MutexGuard};

/// More threads than this are not made by themselves.
const MOST: usize = 8;

/// What the helpers do now; it lives as long as they do it.
#[derive(Clone, Copy)]
struct Job(*const (dyn Fn(usize) + Sync));
// SAFETY: `Workers::run` waits for the helpers before what it points to ends, and it is `Sync`.
unsafe impl Send for Job {}

impl std::fmt::Debug for Job {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Job")
    }
}

#[derive(Debug, Default)]
struct State {
    job: Option<Job>,
    /// Number of the job.
    turn: u64,
    /// Helpers that exist.
    helpers: usize,
    /// Helpers that have not finished the job.
    busy: usize,
}

/// The helpers.
#[derive(Debug)]
pub(super) struct Workers {
    /// `-XX:ParallelGCThreads`
    wanted: Option<usize>,
    state: Mutex<State>,
    start: Condvar,
    done: Condvar,
}

impl Workers {
    /// None yet.
    pub fn new(wanted: Option<usize>) -> Self {
        Self { wanted, state: Mutex::default(), start: Condvar::new(), done: Condvar::new() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// How many threads may collect at once, the calling one included; makes them. A system that allows no more threads has
    /// fewer.
    pub fn count(&'static self) -> usize {
        let processors = || std::thread::available_parallelism().map_or(1, usize::from).min(MOST);
        let count = self.wanted.unwrap_or_else(processors).clamp(1, 64);
        let mut state = self.state();
        while state.helpers + 1 < count {
            let number = state.helpers + 1;
            let thread =
                std::thread::Builder::new().name(format!("collector {number}")).stack_size(256 << 10);
            if thread.spawn(move || self.help(number)).is_err() {
                break;
            }
            state.helpers += 1;
        }
        state.helpers + 1
    }

    fn help(&self, number: usize) {
        let mut last = 0;
        loop {
            let job = {
                let mut state = self.state();
                loop {
                    match state.job {
                        Some(job) if state.turn != last => {
                            last = state.turn;
                            break job;
                        }
                        _ => state = self.start.wait(state).unwrap_or_else(|e| e.into_inner()),
                    }
                }
            };
            // SAFETY: see `Job`.
            let job = unsafe { &*job.0 };
            if catch_unwind(AssertUnwindSafe(|| job(number))).is_err() {
                crate::fatal("a collector thread failed");
            }
            let mut state = self.state();
            state.busy -= 1;
            if state.busy == 0 {
                self.done.notify_one();
            }
        }
    }

    /// Runs `job` on all threads, with their numbers; returns when all are done.
    pub fn run(&self, job: &(dyn Fn(usize) + Sync)) {
        {
            let mut state = self.state();
            // SAFETY: only the lifetime is forgotten; this function waits below until no helper uses the job.
            let job = unsafe {
                std::mem::transmute::<*const (dyn Fn(usize) + Sync + '_), *const (dyn Fn(usize) + Sync)>(job)
            };
            state.job = Some(Job(job));
            state.turn += 1;
            state.busy = state.helpers;
        }
        self.start.notify_all();
        if catch_unwind(AssertUnwindSafe(|| job(0))).is_err() {
            crate::fatal("a collector thread failed");
        }
        let mut state = self.state();
        while state.busy > 0 {
            state = self.done.wait(state).unwrap_or_else(|e| e.into_inner());
        }
        state.job = None;
    }
}
