//! Inflated monitors and their table.
//!
//! Monitors lie in buckets that never move and are never freed, so a header's index leads to its monitor without a lock.
//! A monitor is free for reuse once its object died.

use super::java_thread::{Activity, JavaThread};
use super::{Parker, futex};
use crate::object::Ref;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicU32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

/// Who waits in `Object.wait`.
#[derive(Debug, Default)]
pub(super) struct Waiters {
    /// In order of arrival.
    pub waiting: VecDeque<Arc<Parker>>,
    /// Notified; to be woken when the owner leaves.
    pub notified: Vec<Arc<Parker>>,
}

/// An inflated monitor.
#[derive(Debug, Default)]
pub(super) struct Monitor {
    /// Thin-lock id of the owner, 0 if free.
    owner: AtomicU32,
    /// Entries beyond the first; the owner's.
    recursion: AtomicU32,
    /// Threads that block, or are about to.
    contenders: AtomicU32,
    /// A thread was woken and has not looked yet: leaving need not wake another.
    waking: AtomicBool,
    /// Counts wake-ups: what contenders sleep on.
    wakes: AtomicU32,
    spins: futex::Spins,
    waiters: Mutex<Waiters>,
    /// Whether `waiters.notified` may be filled.
    has_notified: AtomicBool,
    /// The object, which this does not keep alive; 0 if the monitor is free.
    object: AtomicU32,
}

impl Monitor {
    pub fn owner(&self) -> u16 {
        self.owner.load(Ordering::Acquire) as u16
    }

    pub fn waiters(&self) -> MutexGuard<'_, Waiters> {
        self.waiters.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// Takes over a thin lock's owner and recursion, before the monitor is published.
    fn adopt(&self, owner: u16, recursion: u32) {
        self.owner.store(u32::from(owner), Ordering::Relaxed);
        self.recursion.store(recursion, Ordering::Relaxed);
    }

    #[inline]
    fn try_take(&self, me: u16) -> bool {
        self.owner.load(Ordering::SeqCst) == 0
            && self.owner.compare_exchange(0, u32::from(me), Ordering::SeqCst, Ordering::Relaxed).is_ok()
    }

    /// Enters if the monitor is free or the thread's own.
    #[inline]
    pub fn try_enter_at_once(&self, thread: &JavaThread) -> bool {
        if self.owner() == thread.id {
            self.recursion.store(self.recursion.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
            return true;
        }
        self.try_take(thread.id)
    }

    /// Enters without blocking, if that is possible.
    pub fn try_enter(&self, thread: &JavaThread) -> bool {
        if self.try_enter_at_once(thread) {
            return true;
        }
        // A critical section is mostly short.
        let mut taken = false;
        self.spins.until(|| {
            taken = self.try_take(thread.id);
            taken || thread.poll.load(Ordering::Relaxed) != 0
        });
        taken
    }

    /// Blocks until the monitor is this thread's. The thread is safe meanwhile.
    pub fn acquire(&self, me: u16) {
        if self.try_take(me) || self.spins.until(|| self.try_take(me)) {
            return;
        }
        self.contenders.fetch_add(1, Ordering::SeqCst);
        loop {
            let wakes = self.wakes.load(Ordering::SeqCst);
            // From now on an owner that leaves wakes a thread again; this one looks afterwards.
            self.waking.store(false, Ordering::SeqCst);
            if self.try_take(me) {
                break;
            }
            futex::wait(&self.wakes, wakes, None);
        }
        self.contenders.fetch_sub(1, Ordering::SeqCst);
    }

    /// Blocks, shown as blocked on `object`.
    pub fn enter_blocking(&self, thread: &JavaThread, object: Ref) {
        thread.blocked_on.set(object);
        thread.blocking_as(Activity::Blocked, || self.acquire(thread.id));
        thread.blocked_on.set(Ref::NULL);
    }

    /// One entry less; the owner's.
    #[inline]
    pub fn exit(&self) {
        let recursion = self.recursion.load(Ordering::Relaxed);
        if recursion > 0 {
            self.recursion.store(recursion - 1, Ordering::Relaxed);
        } else {
            self.release();
        }
    }

    fn release(&self) {
        let woken = if self.has_notified.load(Ordering::Relaxed) {
            self.has_notified.store(false, Ordering::Relaxed);
            std::mem::take(&mut self.waiters().notified)
        } else {
            Vec::new()
        };
        self.owner.store(0, Ordering::SeqCst);
        if self.contenders.load(Ordering::SeqCst) > 0
            && !self.waking.load(Ordering::SeqCst)
            && !self.waking.swap(true, Ordering::SeqCst)
        {
            self.wakes.fetch_add(1, Ordering::SeqCst);
            futex::wake_one(&self.wakes);
        }
        for parker in woken {
            parker.wake();
        }
    }

    /// Leaves altogether, to wait; the entries beyond the first.
    pub fn release_all(&self) -> u32 {
        let recursion = self.recursion.swap(0, Ordering::Relaxed);
        self.release();
        recursion
    }

    /// Sets the entries beyond the first, after waiting.
    pub fn restore(&self, recursion: u32) {
        self.recursion.store(recursion, Ordering::Relaxed);
    }

    /// Notifies one waiter or all; they wake when the owner leaves.
    pub fn notify(&self, all: bool) {
        let mut waiters = self.waiters();
        while let Some(parker) = waiters.waiting.pop_front() {
            parker.set_notified();
            waiters.notified.push(parker);
            self.has_notified.store(true, Ordering::Relaxed);
            if !all {
                break;
            }
        }
    }
}

const BUCKETS: usize = 20;
const FIRST: u32 = 64;

/// All inflated monitors.
#[derive(Debug, Default)]
pub struct MonitorTable {
    buckets: [AtomicPtr<Monitor>; BUCKETS],
    free: Mutex<Vec<u32>>,
    /// Indices below this are in use or free.
    count: AtomicUsize,
}

/// Bucket and place in it: buckets hold 64, 128, 256 ... monitors.
fn place(index: u32) -> (usize, usize) {
    let shifted = index + FIRST;
    let bucket = shifted.ilog2() - FIRST.ilog2();
    (bucket as usize, (shifted - (FIRST << bucket)) as usize)
}

impl MonitorTable {
    /// The monitor that a header names.
    #[inline]
    pub(super) fn get(&self, index: u32) -> &Monitor {
        let (bucket, offset) = place(index);
        let first = self.buckets.get(bucket).map_or(std::ptr::null_mut(), |b| b.load(Ordering::Acquire));
        if first.is_null() {
            crate::fatal("object header names no monitor");
        }
        // SAFETY: the bucket has `FIRST << bucket` monitors and is never freed.
        unsafe { &*first.add(offset) }
    }

    /// A monitor for an object whose lock is free or thin.
    pub(super) fn add(&self, object: Ref, owner: u16, recursion: u32) -> u32 {
        let mut free = self.free.lock().unwrap_or_else(|e| e.into_inner());
        let index = match free.pop() {
            Some(index) => index,
            None => self.grow(),
        };
        let monitor = self.get(index);
        monitor.adopt(owner, recursion);
        monitor.object.store(object.raw(), Ordering::Release);
        index
    }

    fn grow(&self) -> u32 {
        let index = self.count.load(Ordering::Relaxed) as u32;
        if index >= 1 << 24 {
            crate::fatal("more than 16 million inflated monitors");
        }
        let (bucket, offset) = place(index);
        if offset == 0 {
            let monitors: Box<[Monitor]> = (0..FIRST << bucket).map(|_| Monitor::default()).collect();
            self.buckets[bucket].store(Box::leak(monitors).as_mut_ptr(), Ordering::Release);
        }
        self.count.store(index as usize + 1, Ordering::Release);
        index
    }

    pub(super) fn remove(&self, index: u32) {
        let monitor = self.get(index);
        monitor.adopt(0, 0);
        monitor.object.store(0, Ordering::Release);
        self.free.lock().unwrap_or_else(|e| e.into_inner()).push(index);
    }

    /// After tracing: `moved` gives an object's new address, or `None` if it died; its monitor goes with it.
    pub(crate) fn update(&self, mut moved: impl FnMut(Ref) -> Option<Ref>) {
        for index in 0..self.count.load(Ordering::Acquire) as u32 {
            let monitor = self.get(index);
            let raw = monitor.object.load(Ordering::Relaxed);
            if raw == 0 {
                continue;
            }
            // SAFETY: the object lived at the last collection.
            match moved(unsafe { Ref::from_raw(raw) }) {
                Some(new) => monitor.object.store(new.raw(), Ordering::Relaxed),
                None => self.remove(index),
            }
        }
    }
}
