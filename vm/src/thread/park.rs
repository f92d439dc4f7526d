//! Blocking and waking: the permit of `LockSupport`, `sleep` and monitor waits.

use super::JavaThread;
use super::java_thread::Activity;
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

#[derive(Debug, Default)]
struct Flags {
    permit: bool,
    /// Notified from a monitor's wait set.
    notified: bool,
    interrupted: bool,
}

/// What a thread sleeps on.
#[derive(Debug, Default)]
pub struct Parker {
    flags: Mutex<Flags>,
    wake: Condvar,
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
    fn lock(&self) -> MutexGuard<'_, Flags> {
        self.flags.lock().unwrap_or_else(|e| e.into_inner())
    }

    fn wait_until(&self, limit: Option<Instant>, event: impl Fn(&mut Flags) -> bool) -> Woken {
        let mut flags = self.lock();
        loop {
            if event(&mut flags) {
                return Woken::Event;
            }
            if flags.interrupted {
                return Woken::Interrupt;
            }
            flags = match limit {
                None => self.wake.wait(flags).unwrap_or_else(|e| e.into_inner()),
                Some(limit) => {
                    let left = limit.saturating_duration_since(Instant::now());
                    if left.is_zero() {
                        return Woken::Timeout;
                    }
                    self.wake.wait_timeout(flags, left).unwrap_or_else(|e| e.into_inner()).0
                }
            };
        }
    }

    /// Gives the park permit (`LockSupport.unpark`).
    pub fn unpark(&self) {
        self.lock().permit = true;
        self.wake.notify_all();
    }

    pub(super) fn wait_permit(&self) {
        self.wait_until(None, |f| std::mem::take(&mut f.permit));
    }

    pub(super) fn reset_notified(&self) {
        self.lock().notified = false;
    }

    /// Ends a wait in a monitor's wait set as soon as [`Parker::wake`] follows, or sooner.
    pub(super) fn set_notified(&self) {
        self.lock().notified = true;
    }

    pub(super) fn wake(&self) {
        self.wake.notify_all();
    }

    pub(super) fn wait_notified(&self, limit: Option<Instant>) -> Woken {
        self.wait_until(limit, |f| std::mem::take(&mut f.notified))
    }

    /// Sets the interrupt flag and wakes the thread.
    pub fn interrupt(&self) {
        self.lock().interrupted = true;
        self.wake.notify_all();
    }

    /// The interrupt flag, cleared on the way if asked.
    pub fn is_interrupted(&self, clear: bool) -> bool {
        let mut flags = self.lock();
        let was = flags.interrupted;
        if clear {
            flags.interrupted = false;
        }
        was
    }
}

impl JavaThread {
    /// `LockSupport.park`: until a permit, an interrupt or the time limit.
    pub fn park(&self, limit: Option<Duration>) {
        let limit = limit.and_then(|d| Instant::now().checked_add(d));
        let activity = if limit.is_some() { Activity::TimedWaiting } else { Activity::Waiting };
        self.blocking_as(activity, || self.parker.wait_until(limit, |f| std::mem::take(&mut f.permit)));
    }

    /// Sleeps; true if interrupted before the time had passed (the flag is cleared then).
    pub fn sleep(&self, time: Duration) -> bool {
        let limit = Instant::now().checked_add(time);
        let woken = self.blocking_as(Activity::TimedWaiting, || self.parker.wait_until(limit, |_| false));
        woken == Woken::Interrupt && self.parker.is_interrupted(true)
    }
}
