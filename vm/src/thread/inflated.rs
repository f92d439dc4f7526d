//! Inflated monitors and their table.
//!
//! Monitors lie in one reservation of address space and never move, so a header's index leads to its monitor by arithmetic.
//! A monitor is free for reuse once its object died, or when a collection finds that nobody uses it.

use super::java_thread::{Activity, JavaThread};
use super::{Parker, futex};
use crate::error::VmError;
use crate::memory::Reservation;
use crate::object::{LockState, Ref, State};
use std::collections::VecDeque;
use std::mem::offset_of;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// Who waits in `Object.wait`.
#[derive(Debug, Default)]
pub(super) struct Waiters {
    /// In order of arrival.
    pub waiting: VecDeque<Arc<Parker>>,
    /// Notified; to be woken when the owner leaves.
    pub notified: Vec<Arc<Parker>>,
}

/// The owner's thin-lock id in [`Monitor::word`].
const OWNER: u32 = 0xffff;
/// Bit of [`Monitor::word`]: threads sleep until the monitor is free, or are about to. Whoever leaves wakes one.
const CONTENDED: u32 = 1 << 16;
/// Bit of [`Monitor::word`]: `waiters.notified` is filled.
const NOTIFIED: u32 = 1 << 17;

/// An inflated monitor. One cache line, so that its number times 64 leads to it.
#[derive(Debug, Default)]
#[repr(C, align(64))]
pub(super) struct Monitor {
    /// Owner, 0 if free, and flags. Entering changes 0 to the owner, leaving the owner to 0, which compiled code does in place; with
    /// flags set, or recursion, both go by the functions below.
    word: AtomicU32,
    /// Entries beyond the first; the owner's.
    recursion: AtomicU32,
    /// Threads that block in [`Monitor::acquire`].
    contenders: AtomicU32,
    /// Threads that are safe for the collector and hold on to this monitor.
    users: AtomicU32,
    /// Counts wake-ups: what contenders sleep on.
    wakes: AtomicU32,
    /// A thread was woken and has not given up yet: leaving need not wake another.
    waking: AtomicBool,
    /// The object, which this does not keep alive; 0 if the monitor is free.
    object: AtomicU32,
    spins: futex::Spins,
    waiters: Mutex<Option<Box<Waiters>>>,
}

const _: () = assert!(size_of::<Monitor>() == 64);

/// Offset of the word in a monitor.
pub const MONITOR_WORD: i32 = offset_of!(Monitor, word) as i32;
/// Offset of the count of entries beyond the first.
pub const MONITOR_RECURSION: i32 = offset_of!(Monitor, recursion) as i32;

impl Monitor {
    pub fn owner(&self) -> u16 {
        (self.word.load(Ordering::Acquire) & OWNER) as u16
    }

    /// Runs `action` on those who wait.
    pub fn with_waiters<R>(&self, action: impl FnOnce(&mut Waiters) -> R) -> R {
        let mut waiters = self.waiters.lock().unwrap_or_else(|e| e.into_inner());
        action(waiters.get_or_insert_default())
    }

    /// Takes over a thin lock's owner and recursion, before the monitor is published.
    fn adopt(&self, owner: u16, recursion: u32) {
        self.word.store(u32::from(owner), Ordering::Relaxed);
        self.recursion.store(recursion, Ordering::Relaxed);
    }

    #[inline]
    fn try_take(&self, me: u16) -> bool {
        let word = self.word.load(Ordering::Relaxed);
        word & OWNER == 0 && self.swap(word, word | u32::from(me))
    }

    #[inline]
    fn swap(&self, from: u32, to: u32) -> bool {
        self.word.compare_exchange(from, to, Ordering::SeqCst, Ordering::Relaxed).is_ok()
    }

    /// Takes the monitor if it is free, else sees to it that whoever leaves it wakes a thread.
    fn take_or_mark(&self, me: u16) -> bool {
        loop {
            let word = self.word.load(Ordering::SeqCst);
            let free = word & OWNER == 0;
            if !free && word & CONTENDED != 0 {
                return false;
            }
            if self.swap(word, word | CONTENDED | if free { u32::from(me) } else { 0 }) {
                return free;
            }
        }
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
        self.spins.backing_off(|| {
            taken = self.try_take(thread.id);
            taken || thread.poll.load(Ordering::Relaxed) != 0
        });
        taken
    }

    /// Blocks until the monitor is this thread's. The thread is safe meanwhile.
    pub fn acquire(&self, me: u16) {
        if self.try_take(me) || self.spins.backing_off(|| self.try_take(me)) {
            return;
        }
        self.contenders.fetch_add(1, Ordering::SeqCst);
        loop {
            let wakes = self.wakes.load(Ordering::SeqCst);
            // From now on an owner that leaves wakes a thread again; this one looks afterwards.
            self.waking.store(false, Ordering::SeqCst);
            if self.take_or_mark(me) {
                break;
            }
            futex::wait(&self.wakes, wakes, None);
            // Whoever leaves needs no system call while this one is at it.
            if self.spins.backing_off(|| self.try_take(me)) {
                self.waking.store(false, Ordering::SeqCst);
                break;
            }
        }
        if self.contenders.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.word.fetch_and(!CONTENDED, Ordering::SeqCst);
            if self.contenders.load(Ordering::SeqCst) > 0 {
                self.word.fetch_or(CONTENDED, Ordering::SeqCst);
            }
        }
    }

    /// Keeps the monitor from being given back while `action` runs, in which the thread may be safe.
    pub fn using<R>(&self, action: impl FnOnce() -> R) -> R {
        self.users.fetch_add(1, Ordering::Relaxed);
        let result = action();
        self.users.fetch_sub(1, Ordering::Relaxed);
        result
    }

    /// Blocks, shown as blocked on `object`.
    pub fn enter_blocking(&self, thread: &JavaThread, object: Ref) {
        thread.blocked_on.set(object);
        self.using(|| thread.blocking_as(Activity::Blocked, || self.acquire(thread.id)));
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
        let mut woken = Vec::new();
        if self.word.load(Ordering::Relaxed) & NOTIFIED != 0 {
            self.word.fetch_and(!NOTIFIED, Ordering::SeqCst);
            woken = self.with_waiters(|w| std::mem::take(&mut w.notified));
        }
        let word = self.word.fetch_and(!OWNER, Ordering::SeqCst);
        if word & CONTENDED != 0
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
        self.with_waiters(|waiters| {
            while let Some(parker) = waiters.waiting.pop_front() {
                parker.set_notified();
                waiters.notified.push(parker);
                self.word.fetch_or(NOTIFIED, Ordering::Relaxed);
                if !all {
                    break;
                }
            }
        });
    }

    /// Nobody owns the monitor, wants it or waits in it. The world is stopped.
    fn is_quiet(&self) -> bool {
        self.word.load(Ordering::Acquire) == 0
            && self.users.load(Ordering::Acquire) == 0
            && self.contenders.load(Ordering::Acquire) == 0
    }
}

/// A quarter of what a header could name: their room is reserved.
const MOST: u32 = 1 << 22;

/// All inflated monitors.
#[derive(Debug)]
pub struct MonitorTable {
    room: Reservation,
    free: Mutex<Vec<u32>>,
    /// Indices below this are in use or free.
    count: AtomicUsize,
}

impl MonitorTable {
    /// An empty table; reserves address space.
    pub fn new() -> Result<Self, VmError> {
        let room = Reservation::anywhere(MOST as usize * size_of::<Monitor>(), "monitors")?;
        Ok(Self { room, free: Mutex::default(), count: AtomicUsize::new(0) })
    }

    /// Address of the monitor with index 0; the others follow, 64 bytes each.
    pub fn base(&self) -> usize {
        self.room.base()
    }

    /// The monitor that a header names.
    #[inline]
    pub(super) fn get(&self, index: u32) -> &Monitor {
        debug_assert!((index as usize) < self.count.load(Ordering::Acquire));
        // SAFETY: headers name monitors that `grow` made, and those stay.
        unsafe { &*(self.room.base() as *const Monitor).add(index as usize) }
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

    /// A new monitor. The caller holds the lock of `free`.
    fn grow(&self) -> u32 {
        let index = self.count.load(Ordering::Relaxed) as u32;
        if index >= MOST {
            crate::fatal("more than 4 million monitors are contended or waited in");
        }
        // SAFETY: the reservation has room for `MOST`, and nobody knows this one yet.
        unsafe { (self.room.base() as *mut Monitor).add(index as usize).write(Monitor::default()) };
        self.count.store(index as usize + 1, Ordering::Release);
        index
    }

    pub(super) fn remove(&self, index: u32) {
        let monitor = self.get(index);
        monitor.adopt(0, 0);
        monitor.object.store(0, Ordering::Release);
        self.free.lock().unwrap_or_else(|e| e.into_inner()).push(index);
    }

    /// Before tracing, with the world stopped: monitors that nobody uses are given back, their objects' locks are thin again. What was
    /// contended once would cost more for ever.
    pub(crate) fn deflate(&self) {
        for index in 0..self.count.load(Ordering::Acquire) as u32 {
            let monitor = self.get(index);
            let raw = monitor.object.load(Ordering::Relaxed);
            if raw == 0 || !monitor.is_quiet() {
                continue;
            }
            // SAFETY: the object lived at the last collection, and what did is where it was until the next one ends.
            let object = unsafe { Ref::from_raw(raw) };
            let word = object.state_word();
            let state = State(word.load(Ordering::Relaxed));
            if state.lock() == LockState::Inflated && state.monitor() == index {
                word.store(state.unlocked().0, Ordering::Release);
                self.remove(index);
            }
        }
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
