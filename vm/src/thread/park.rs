//! Blocking and waking: the permit of `LockSupport`, `sleep` and monitor waits.

use super::JavaThread;
use super::futex;
use super::java_thread::Activity;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// `LockSupport.unpark` was called.
const PERMIT: u32 = 1;
/// Notified from a monitor's wait set.
const NOTIFIED: u32 = 2;
const INTERRUPTED: u32 = 4;
/// The thread sleeps, or is about to: whoever changes the word wakes it.
const SLEEPING: u32 = 8;

/// What a thread sleeps on: a word of flags, which is a futex.
#[derive(Debug, Default)]
pub struct Parker {
    flags: AtomicU32,
    spins: futex::Spins,
}

/// Why a wait ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Woken {
    /// By the event waited for.
    Event,
    /// The time passed.
    Timeout,
    /// `Thread.interrupt`.
    Interrupt,
}

impl Parker {
    /// Waits for a flag, which is taken back, or an interrupt. `event` 0: for an interrupt only.
    fn wait_until(&self, limit: Option<Instant>, event: u32) -> Woken {
        let wanted = event | INTERRUPTED;
        if event != 0 && self.flags.load(Ordering::Acquire) & wanted == 0 {
            // Threads that take turns answer sooner than the system could put this one to sleep and wake it.
            self.spins.until(|| self.flags.load(Ordering::Relaxed) & wanted != 0);
        }
        loop {
            let flags = self.flags.load(Ordering::Acquire);
            if flags & event != 0 {
                self.flags.fetch_and(!event, Ordering::AcqRel);
                return Woken::Event;
            }
            if flags & INTERRUPTED != 0 {
                return Woken::Interrupt;
            }
            let left = limit.map(|l| l.saturating_duration_since(Instant::now()));
            if left.is_some_and(|l| l.is_zero()) {
                return Woken::Timeout;
            }
            let asleep = flags | SLEEPING;
            if self.flags.compare_exchange(flags, asleep, Ordering::AcqRel, Ordering::Relaxed).is_ok() {
                futex::wait(&self.flags, asleep, left);
                self.flags.fetch_and(!SLEEPING, Ordering::AcqRel);
            }
        }
    }

    fn set(&self, flag: u32) {
        if self.flags.fetch_or(flag, Ordering::AcqRel) & SLEEPING != 0 {
            futex::wake_one(&self.flags);
        }
    }

    /// Gives the park permit (`LockSupport.unpark`).
    pub fn unpark(&self) {
        self.set(PERMIT);
    }

    pub(super) fn wait_permit(&self) {
        self.wait_until(None, PERMIT);
    }

    pub(super) fn reset_notified(&self) {
        self.flags.fetch_and(!NOTIFIED, Ordering::AcqRel);
    }

    /// Ends a wait in a monitor's wait set as soon as [`Parker::wake`] follows, or sooner.
    pub(super) fn set_notified(&self) {
        self.flags.fetch_or(NOTIFIED, Ordering::AcqRel);
    }

    pub(super) fn wake(&self) {
        if self.flags.load(Ordering::Acquire) & SLEEPING != 0 {
            futex::wake_one(&self.flags);
        }
    }

    pub(super) fn wait_notified(&self, limit: Option<Instant>) -> Woken {
        self.wait_until(limit, NOTIFIED)
    }

    /// Sets the interrupt flag and wakes the thread.
    pub fn interrupt(&self) {
        self.set(INTERRUPTED);
    }

    /// The interrupt flag, cleared on the way if asked.
    pub fn is_interrupted(&self, clear: bool) -> bool {
        let flags = self.flags.load(Ordering::Acquire);
        if clear && flags & INTERRUPTED != 0 {
            self.flags.fetch_and(!INTERRUPTED, Ordering::AcqRel);
        }
        flags & INTERRUPTED != 0
    }
}

impl JavaThread {
    /// `LockSupport.park`: until a permit, an interrupt or the time limit.
    pub fn park(&self, limit: Option<Duration>) {
        let limit = limit.and_then(|d| Instant::now().checked_add(d));
        let activity = if limit.is_some() { Activity::TimedWaiting } else { Activity::Waiting };
        self.blocking_as(activity, || self.parker.wait_until(limit, PERMIT));
    }

    /// Sleeps; true if interrupted before the time had passed (the flag is cleared then).
    pub fn sleep(&self, time: Duration) -> bool {
        let limit = Instant::now().checked_add(time);
        let woken = self.blocking_as(Activity::TimedWaiting, || self.parker.wait_until(limit, 0));
        woken == Woken::Interrupt && self.parker.is_interrupted(true)
    }
}
