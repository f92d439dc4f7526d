//! Monitors: thin locks in the header, inflated on contention, wait or deep recursion.

use super::JavaThread;
use super::inflated::Monitor;
use super::java_thread::Activity;
use super::park::Woken;
use crate::error::JResult;
use crate::object::{Handle, HandleScope, LockState, Ref, State};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

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
    let state = object.state();
    if state.lock() == LockState::Inflated
        && crate::vm().monitors.get(state.monitor()).try_enter_at_once(thread)
    {
        return;
    }
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
                if !monitor.try_enter(thread) {
                    monitor.enter_blocking(thread, object.get());
                }
                return;
            }
            LockState::Forwarded => crate::fatal("locking a moved object"),
        }
    }
}

/// Enters an inflated monitor that is free, or soon is, or the thread's own. False, and nothing is done, otherwise. Neither blocks nor
/// collects.
pub fn try_enter_inflated(thread: &JavaThread, object: Ref) -> bool {
    let state = object.state();
    state.lock() == LockState::Inflated && crate::vm().monitors.get(state.monitor()).try_enter(thread)
}

/// Leaves an inflated monitor that the thread owns. False, and nothing is done, otherwise.
pub fn try_exit_inflated(thread: &JavaThread, object: Ref) -> bool {
    let state = object.state();
    if state.lock() != LockState::Inflated {
        return false;
    }
    let monitor = crate::vm().monitors.get(state.monitor());
    let own = monitor.owner() == thread.id;
    if own {
        monitor.exit();
    }
    own
}

/// The monitor of an object, made if the lock is thin or free.
fn inflate(object: Handle<'_>) -> &'static Monitor {
    let table = &crate::vm().monitors;
    loop {
        let object = object.get();
        let state = object.state();
        let (owner, recursion) = match state.lock() {
            LockState::Inflated => return table.get(state.monitor()),
            LockState::Thin => (state.owner(), state.recursion()),
            _ => (0, 0),
        };
        let index = table.add(object, owner, recursion);
        if swap(object, state, state.inflated(index)) {
            return table.get(index);
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
            LockState::Inflated if try_exit_inflated(thread, object) => return Ok(()),
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
        LockState::Inflated => crate::vm().monitors.get(state.monitor()).owner() == thread.id,
        _ => false,
    }
}

/// Thin-lock id of the thread that owns the object's monitor.
pub(super) fn owner_of(object: Ref) -> Option<u16> {
    let state = object.state();
    let owner = match state.lock() {
        LockState::Thin => state.owner(),
        LockState::Inflated => crate::vm().monitors.get(state.monitor()).owner(),
        _ => 0,
    };
    (owner != 0).then_some(owner)
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
    monitor.with_waiters(|w| w.waiting.push_back(Arc::clone(&thread.parker)));
    let recursion = monitor.release_all();
    let limit = time.and_then(|t| Instant::now().checked_add(t));
    let mut woken = Woken::Event;
    let activity = if limit.is_some() { Activity::TimedWaiting } else { Activity::Waiting };
    monitor.using(|| {
        thread.blocking_as(activity, || {
            woken = thread.parker.wait_notified(limit);
            thread.activity.store(Activity::Blocked as u8, Ordering::Relaxed);
            monitor.acquire(thread.id);
        });
    });
    monitor.restore(recursion);
    if woken != Woken::Event {
        let waited = monitor.with_waiters(|w| {
            let before = w.waiting.len();
            w.waiting.retain(|p| !Arc::ptr_eq(p, &thread.parker));
            w.waiting.len() < before
        });
        // Notified in the meantime: the notification counts, unless it would swallow an interrupt's sibling.
        if !waited {
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
        monitor.notify(all);
    }
    Ok(())
}
