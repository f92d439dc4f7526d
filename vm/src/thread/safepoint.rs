//! Stopping the world: polls, blocking sections, the registry of threads.

use super::{JavaThread, ThreadState};
use crate::error::VmError;
use std::sync::atomic::Ordering;
use std::sync::{Condvar, Mutex, MutexGuard};

#[derive(Debug, Default)]
struct World {
    threads: Vec<*const JavaThread>,
    /// Thin-lock ids free again.
    free_ids: Vec<u16>,
    last_id: u16,
    stopped: bool,
}

// SAFETY: the pointers are used only while the lock is held and the threads are registered.
unsafe impl Send for World {}

/// Looks at a running thread's state before blocking.
const SPINS: u32 = 300;
/// A thread's budget is cut again after this time.
const RETRY: std::time::Duration = std::time::Duration::from_micros(200);

/// All threads.
#[derive(Debug, Default)]
pub struct Registry {
    world: Mutex<World>,
    resumed: Condvar,
    /// Held by the one thread that wants the world stopped.
    stopper: Mutex<()>,
    /// Where that thread waits for the others.
    arrivals: Mutex<()>,
    arrived: Condvar,
}

/// Proof that all other threads are stopped; the world goes on when it is dropped.
#[derive(Debug)]
pub struct WorldStopped<'r> {
    registry: &'r Registry,
    threads: Vec<*const JavaThread>,
    _stopper: MutexGuard<'r, ()>,
}

impl Registry {
    fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// Makes the calling operating-system thread a Java thread.
    pub fn attach(&self, stack_size: usize, host_stack: usize) -> Result<Box<JavaThread>, VmError> {
        let mut world = self.world();
        while world.stopped {
            world = self.resumed.wait(world).unwrap_or_else(|e| e.into_inner());
        }
        let id = match world.free_ids.pop() {
            Some(id) => id,
            None if world.last_id == u16::MAX => {
                return Err(VmError::Thread(std::io::Error::other("more than 65535 threads")));
            }
            None => {
                world.last_id += 1;
                world.last_id
            }
        };
        let thread = JavaThread::new(id, stack_size, host_stack)?;
        world.threads.push(&raw const *thread);
        Ok(thread)
    }

    /// Ends a thread's registration.
    // The box is the thread: its address is registered.
    #[allow(clippy::boxed_local)]
    pub fn detach(&self, thread: Box<JavaThread>) {
        thread.enter_safe();
        let mut world = self.world();
        while world.stopped {
            world = self.resumed.wait(world).unwrap_or_else(|e| e.into_inner());
        }
        world.threads.retain(|&t| !std::ptr::eq(t, &raw const *thread));
        world.free_ids.push(thread.id);
    }

    /// Calls `f` with the thread at an address, if such a thread is registered.
    pub fn with<R>(&self, address: usize, f: impl FnOnce(&JavaThread) -> R) -> Option<R> {
        let world = self.world();
        let found = world.threads.iter().find(|&&t| t as usize == address)?;
        // SAFETY: registered threads live; the lock keeps them registered.
        Some(f(unsafe { &**found }))
    }

    /// Number of registered threads.
    pub fn count(&self) -> usize {
        self.world().threads.len()
    }

    /// Calls `f` for each registered thread; none may end meanwhile. `f` must not block.
    pub fn each(&self, mut f: impl FnMut(&JavaThread)) {
        for &thread in &self.world().threads {
            // SAFETY: registered threads live; the lock keeps them registered.
            f(unsafe { &*thread });
        }
    }

    /// Calls `f` while nobody can stop the world, unless it is stopped: objects stay where they are meanwhile, so that a thread that is
    /// no Java thread can look at one. `f` must not block.
    pub fn while_running<R>(&self, f: impl FnOnce() -> R) -> Option<R> {
        let world = self.world();
        (!world.stopped).then(f)
    }

    /// Stops all threads but the caller. Returns `None` if another thread stopped the world meanwhile: the
    /// caller should look again whether it still has to.
    pub fn stop_world(&self, me: &JavaThread) -> Option<WorldStopped<'_>> {
        me.enter_safe();
        let stopper = match self.stopper.try_lock() {
            Ok(guard) => guard,
            Err(_) => {
                drop(self.stopper.lock().unwrap_or_else(|e| e.into_inner()));
                me.leave_safe();
                return None;
            }
        };
        let threads = {
            let mut world = self.world();
            world.stopped = true;
            for &thread in &world.threads {
                if !std::ptr::eq(thread, me) {
                    // SAFETY: registered threads live.
                    unsafe { &*thread }.poll.store(1, Ordering::SeqCst);
                }
            }
            world.threads.clone()
        };
        for &thread in &threads {
            if !std::ptr::eq(thread, me) {
                // SAFETY: threads cannot leave the registry while the world is stopped.
                self.await_arrival(unsafe { &*thread });
            }
        }
        // The stopper itself goes on touching the heap; nobody else looks at its state.
        me.state.store(ThreadState::Java as u8, Ordering::SeqCst);
        Some(WorldStopped { registry: self, threads, _stopper: stopper })
    }
}

impl Registry {
    /// Waits until a thread that was told to poll is safe.
    fn await_arrival(&self, thread: &JavaThread) {
        for _ in 0..SPINS {
            if thread.state() == ThreadState::Safe {
                return;
            }
            // The interpreter looks at `poll` when its budget is spent. A concurrent decrement may undo this.
            thread.budget.store(0, Ordering::Relaxed);
            std::hint::spin_loop();
        }
        let mut held = self.arrivals.lock().unwrap_or_else(|e| e.into_inner());
        while thread.state() == ThreadState::Java {
            thread.budget.store(0, Ordering::Relaxed);
            held = self.arrived.wait_timeout(held, RETRY).unwrap_or_else(|e| e.into_inner()).0;
        }
    }

    /// Tells the thread that stops the world that the caller has become safe.
    #[cold]
    fn arrive(&self) {
        drop(self.arrivals.lock().unwrap_or_else(|e| e.into_inner()));
        self.arrived.notify_one();
    }
}

impl WorldStopped<'_> {
    /// All threads, the stopper included.
    pub fn threads(&self) -> impl Iterator<Item = &JavaThread> {
        // SAFETY: registered threads live, and cannot leave while the world is stopped.
        self.threads.iter().map(|&t| unsafe { &*t })
    }
}

impl Drop for WorldStopped<'_> {
    fn drop(&mut self) {
        let mut world = self.registry.world();
        world.stopped = false;
        for &thread in &self.threads {
            // SAFETY: as in `threads`.
            unsafe { &*thread }.poll.store(0, Ordering::SeqCst);
        }
        self.registry.resumed.notify_all();
    }
}

impl JavaThread {
    /// Call at back edges, method entries and returns from natives when `poll` is set.
    #[cold]
    pub fn safepoint(&self) {
        self.enter_safe();
        self.leave_safe();
    }

    /// Polls: one load on the fast path.
    #[inline(always)]
    pub fn poll(&self) {
        if self.poll.load(Ordering::Relaxed) != 0 {
            self.safepoint();
        }
    }

    pub(crate) fn enter_safe(&self) {
        // The stopper sets `poll`, then looks at `state`: either it sees this store or the load sees its own.
        self.state.store(ThreadState::Safe as u8, Ordering::SeqCst);
        if self.poll.load(Ordering::SeqCst) != 0 {
            crate::vm().threads.arrive();
        }
    }

    pub(crate) fn leave_safe(&self) {
        loop {
            self.state.store(ThreadState::Java as u8, Ordering::SeqCst);
            if self.poll.load(Ordering::SeqCst) == 0 {
                return;
            }
            self.enter_safe();
            let registry = &crate::vm().threads;
            let mut world = registry.world();
            while world.stopped {
                world = registry.resumed.wait(world).unwrap_or_else(|e| e.into_inner());
            }
        }
    }

    /// Runs `f`, which does not touch the heap, so that the collector need not wait for this thread. `Ref`s held across
    /// are invalid afterwards.
    pub fn blocking<R>(&self, f: impl FnOnce() -> R) -> R {
        self.enter_safe();
        let result = f();
        self.leave_safe();
        result
    }
}
