//! Monitors: thin locks in the header, inflated on contention, wait or deep recursion.

use super::JavaThread;
use super::java_thread::Activity;
use super::park::{Parker, Woken};
use crate::error::JResult;
use crate::object::{Handle, HandleScope, LockState, Ref, State};
use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, RwLock};
use std::time::{Duration, Instant};

#[derive(Debug, Default)]
struct Inner {
    /// Thin-lock id of the owner, 0 if free.
    owner: u16,
    /// Entries beyond the first.
    recursion: u32,
    /// Threads in the wait set, in order.
    waiters: VecDeque<Arc<Parker>>,
}

/// An inflated monitor.
#[derive(Debug, Default)]
struct Monitor {
    inner: Mutex<Inner>,
    freed: Condvar,
}

impl Monitor {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(|e| e.into_inner())
    }

    fn acquire(&self, me: u16, recursion: u32) {
        let mut inner = self.lock();
        while inner.owner != 0 {
            inner = self.freed.wait(inner).unwrap_or_else(|e| e.into_inner());
        }
        inner.owner = me;
        inner.recursion = recursion;
    }
}

#[derive(Debug, Default)]
struct Slots {
    monitors: Vec<Option<(Arc<Monitor>, Ref)>>,
    free: Vec<u32>,
}

/// All inflated monitors.
#[derive(Debug, Default)]
pub struct MonitorTable(RwLock<Slots>);

impl MonitorTable {
    fn get(&self, index: u32) -> Arc<Monitor> {
        let slots = self.0.read().unwrap_or_else(|e| e.into_inner());
        match slots.monitors.get(index as usize) {
            Some(Some((monitor, _))) => Arc::clone(monitor),
            _ => crate::fatal("object header names no monitor"),
        }
    }

    fn add(&self, object: Ref, monitor: Arc<Monitor>) -> u32 {
        let mut slots = self.0.write().unwrap_or_else(|e| e.into_inner());
        if let Some(index) = slots.free.pop() {
            slots.monitors[index as usize] = Some((monitor, object));
            return index;
        }
        slots.monitors.push(Some((monitor, object)));
        let index = slots.monitors.len() as u32 - 1;
        if index >= 1 << 24 {
            crate::fatal("more than 16 million inflated monitors");
        }
        index
    }

    fn remove(&self, index: u32) {
        let mut slots = self.0.write().unwrap_or_else(|e| e.into_inner());
        slots.monitors[index as usize] = None;
        slots.free.push(index);
    }

    /// After tracing: `moved` gives an object's new address, or `None` if it died; its monitor goes with it.
    pub(crate) fn update(&self, mut moved: impl FnMut(Ref) -> Option<Ref>) {
        let mut slots = self.0.write().unwrap_or_else(|e| e.into_inner());
        let slots: &mut Slots = &mut slots;
        for (index, slot) in slots.monitors.iter_mut().enumerate() {
            if let Some((_, object)) = slot {
                match moved(*object) {
                    Some(new) => *object = new,
                    None => {
                        *slot = None;
                        slots.free.push(index as u32);
                    }
                }
            }
        }
    }
}

fn swap(object: Ref, from: State, to: State) -> bool {
    object.state_word().compare_exchange(from.0, to.0, Ordering::AcqRel, Ordering::Relaxed).is_ok()
}

/// Enters the monitor of `object` (not null). May block, hence may collect.
#[inline]
pub fn monitor_enter(thread: &JavaThread, object: Ref) {
    let state = object.state();
    if state.lock() == LockState::Unlocked && swap(object, state, state.thin(thread.id, 0)) {
        return;
    }
    enter_slow(thread, object);
}

#[cold]
fn enter_slow(thread: &JavaThread, object: Ref) {
    let scope = HandleScope::new(thread);
    let object = scope.handle(object);
    loop {
        let state = object.get().state();
        match state.lock() {
            LockState::Unlocked => {
                if swap(object.get(), state, state.thin(thread.id, 0)) {
                    return;
                }
            }
            LockState::Thin if state.owner() == thread.id && state.recursion() < State::MAX_RECURSION => {
                if swap(object.get(), state, state.thin(thread.id, state.recursion() + 1)) {
                    return;
                }
            }
            LockState::Thin => {
                inflate(object);
            }
            LockState::Inflated => {
                let monitor = crate::vm().monitors.get(state.monitor());
                {
                    let mut inner = monitor.lock();
                    if inner.owner == thread.id {
                        inner.recursion += 1;
                        return;
                    }
                    if inner.owner == 0 {
                        inner.owner = thread.id;
                        inner.recursion = 0;
                        return;
                    }
                }
                thread.blocked_on.set(object.get());
                thread.blocking_as(Activity::Blocked, || monitor.acquire(thread.id, 0));
                thread.blocked_on.set(Ref::NULL);
                return;
            }
            LockState::Forwarded => crate::fatal("locking a moved object"),
        }
    }
}

/// The monitor of an object, made if the lock is thin or free.
fn inflate(object: Handle<'_>) -> Arc<Monitor> {
    let table = &crate::vm().monitors;
    loop {
        let object = object.get();
        let state = object.state();
        let inner = match state.lock() {
            LockState::Inflated => return table.get(state.monitor()),
            LockState::Thin => {
                Inner { owner: state.owner(), recursion: state.recursion(), waiters: VecDeque::new() }
            }
            _ => Inner::default(),
        };
        let monitor = Arc::new(Monitor { inner: Mutex::new(inner), freed: Condvar::new() });
        let index = table.add(object, Arc::clone(&monitor));
        if swap(object, state, state.inflated(index)) {
            return monitor;
        }
        table.remove(index);
    }
}

/// Leaves the monitor of `object`; `IllegalMonitorStateException` if the thread does not own it.
#[inline]
pub fn monitor_exit(thread: &JavaThread, object: Ref) -> JResult<()> {
    let state = object.state();
    if state.lock() == LockState::Thin
        && state.owner() == thread.id
        && state.recursion() == 0
        && swap(object, state, state.unlocked())
    {
        return Ok(());
    }
    exit_slow(thread, object)
}

#[cold]
fn exit_slow(thread: &JavaThread, object: Ref) -> JResult<()> {
    loop {
        let state = object.state();
        match state.lock() {
            LockState::Thin if state.owner() == thread.id => {
                let new = match state.recursion() {
                    0 => state.unlocked(),
                    n => state.thin(thread.id, n - 1),
                };
                if swap(object, state, new) {
                    return Ok(());
                }
            }
            LockState::Inflated => {
                let monitor = crate::vm().monitors.get(state.monitor());
                let mut inner = monitor.lock();
                if inner.owner != thread.id {
                    break;
                }
                if inner.recursion > 0 {
                    inner.recursion -= 1;
                } else {
                    inner.owner = 0;
                    monitor.freed.notify_one();
                }
                return Ok(());
            }
            _ => break,
        }
    }
    Err(not_owner(thread))
}

fn not_owner(thread: &JavaThread) -> crate::error::Thrown {
    thread.throw("java/lang/IllegalMonitorStateException", "current thread is not owner")
}

/// Whether the thread owns the object's monitor (`Thread.holdsLock`).
pub fn holds_lock(thread: &JavaThread, object: Ref) -> bool {
    let state = object.state();
    match state.lock() {
        LockState::Thin => state.owner() == thread.id,
        LockState::Inflated => crate::vm().monitors.get(state.monitor()).lock().owner == thread.id,
        _ => false,
    }
}

/// `Object.wait`, without limit for `None`. `InterruptedException` if interrupted.
pub fn wait(thread: &JavaThread, object: Ref, time: Option<Duration>) -> JResult<()> {
    if !holds_lock(thread, object) {
        return Err(not_owner(thread));
    }
    if thread.parker.is_interrupted(true) {
        return Err(thread.throw_bare("java/lang/InterruptedException"));
    }
    let scope = HandleScope::new(thread);
    let monitor = inflate(scope.handle(object));
    thread.parker.reset_notified();
    let recursion = {
        let mut inner = monitor.lock();
        inner.waiters.push_back(Arc::clone(&thread.parker));
        inner.owner = 0;
        monitor.freed.notify_one();
        std::mem::take(&mut inner.recursion)
    };
    let limit = time.and_then(|t| Instant::now().checked_add(t));
    let mut woken = Woken::Event;
    let activity = if limit.is_some() { Activity::TimedWaiting } else { Activity::Waiting };
    thread.blocking_as(activity, || {
        woken = thread.parker.wait_notified(limit);
        thread.activity.store(Activity::Blocked as u8, Ordering::Relaxed);
        monitor.acquire(thread.id, recursion);
    });
    if woken != Woken::Event {
        let mut inner = monitor.lock();
        let before = inner.waiters.len();
        inner.waiters.retain(|p| !Arc::ptr_eq(p, &thread.parker));
        // Notified in the meantime: the notification counts, unless it would swallow an interrupt's sibling.
        if inner.waiters.len() == before {
            woken = Woken::Event;
        }
    }
    if woken == Woken::Interrupt {
        thread.parker.is_interrupted(true);
        return Err(thread.throw_bare("java/lang/InterruptedException"));
    }
    Ok(())
}

/// `Object.notify` or `notifyAll`.
pub fn notify(thread: &JavaThread, object: Ref, all: bool) -> JResult<()> {
    if !holds_lock(thread, object) {
        return Err(not_owner(thread));
    }
    let state = object.state();
    if state.lock() == LockState::Inflated {
        let monitor = crate::vm().monitors.get(state.monitor());
        let mut inner = monitor.lock();
        while let Some(waiter) = inner.waiters.pop_front() {
            waiter.notify();
            if !all {
                break;
            }
        }
    }
    Ok(())
}
