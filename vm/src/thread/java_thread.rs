//! `JavaThread`: what host code and the interpreter know of the running thread.

use super::{JavaStack, Parker};
use crate::class::Method;
use crate::error::{JResult, Thrown, VmError};
use crate::memory::RootSlot;
use crate::object::{HandleArea, Ref};
use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, AtomicU8, AtomicU32, Ordering};

/// Whether the collector must wait for a thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum ThreadState {
    /// Runs Java code or host code that touches the heap.
    Java = 0,
    /// Does not touch the heap: in a blocking host call or stopped at a safepoint.
    Safe = 1,
}

/// A thread that can run Java code.
#[repr(C)]
pub struct JavaThread {
    /// Next free byte of the thread's allocation buffer.
    pub tlab_top: Cell<usize>,
    /// End of the allocation buffer.
    pub tlab_end: Cell<usize>,
    /// Back edges and calls left until the interpreter looks at `poll`.
    pub budget: AtomicI32,
    /// Where the interpreter goes on when compiled code that was entered in the middle of a method returns; 0 if not.
    pub resume: Cell<u64>,
    /// The method whose host function compiled code called last; for the function's first instructions.
    pub host_method: Cell<*const Method>,
    /// Not 0: call [`JavaThread::safepoint`] at the next poll.
    pub poll: AtomicU32,
    pub(crate) state: AtomicU8,
    /// The pending exception, null if none.
    pub pending: Cell<Ref>,
    /// The interpreter's innermost frame (its own format), 0 if none. Kept up to date whenever host code runs.
    pub frame: Cell<usize>,
    /// First free address of the Java stack, as `frame`.
    pub stack_top: Cell<usize>,
    /// Frames must end below this; beyond it is a reserve for raising `StackOverflowError`.
    pub stack_limit: Cell<usize>,
    /// The host stack must not be used below this address.
    pub host_limit: Cell<usize>,
    /// The Java stack.
    pub stack: JavaStack,
    /// Handles of host code.
    pub handles: HandleArea,
    /// The `java.lang.Thread` object.
    pub object: RootSlot,
    /// Thin-lock id, 1 and up.
    pub id: u16,

    /// Sleeping, waiting and parking. Shared with those who wake the thread.
    pub parker: Arc<Parker>,
    pub(super) activity: AtomicU8,
    /// An `OutOfMemoryError` is being made.
    pub(crate) in_out_of_memory: Cell<bool>,
    /// The object this thread waits to lock, for diagnosis.
    pub blocked_on: RootSlot,
}

/// What a thread does, for `Thread.getState`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Activity {
    /// Runs, or is in a host call.
    Running = 0,
    /// Waits to enter a monitor.
    Blocked = 1,
    /// Waits without limit.
    Waiting = 2,
    /// Waits for a limited time.
    TimedWaiting = 3,
}

const STACK_RESERVE: usize = 16 << 10;
const HOST_RESERVE: usize = 96 << 10;

impl JavaThread {
    /// A thread for the calling operating-system thread, with `host_stack` bytes of host stack left.
    pub(crate) fn new(id: u16, stack_size: usize, host_stack: usize) -> Result<Box<Self>, VmError> {
        let stack = JavaStack::new(stack_size)?;
        let here = 0u8;
        let sp = std::ptr::from_ref(&here) as usize;
        let limit = stack.end() - STACK_RESERVE.min((stack.end() - stack.base()) / 4);
        Ok(Box::new(Self {
            tlab_top: Cell::new(0),
            tlab_end: Cell::new(0),
            budget: AtomicI32::new(0),
            resume: Cell::new(0),
            host_method: Cell::new(std::ptr::null()),
            poll: AtomicU32::new(0),
            state: AtomicU8::new(ThreadState::Java as u8),
            pending: Cell::new(Ref::NULL),
            frame: Cell::new(0),
            stack_top: Cell::new(stack.base()),
            stack_limit: Cell::new(limit),
            host_limit: Cell::new(sp.saturating_sub(host_stack) + HOST_RESERVE),
            stack,
            handles: HandleArea::default(),
            object: RootSlot::new(),
            id,

            parker: Arc::new(Parker::default()),
            activity: AtomicU8::new(Activity::Running as u8),
            in_out_of_memory: Cell::new(false),
            blocked_on: RootSlot::new(),
        }))
    }

    /// Whether host code may recurse further.
    #[inline]
    pub fn host_stack_ok(&self) -> bool {
        let here = 0u8;
        std::ptr::from_ref(std::hint::black_box(&here)) as usize > self.host_limit.get()
    }

    /// Raises `StackOverflowError` if host code may not recurse further.
    #[inline]
    pub fn check_host_stack(&self) -> JResult<()> {
        if self.host_stack_ok() { Ok(()) } else { Err(crate::link::throw::stack_overflow(self)) }
    }

    /// Makes `exception` pending.
    pub fn raise(&self, exception: Ref) -> Thrown {
        debug_assert!(!exception.is_null());
        self.pending.set(exception);
        Thrown
    }

    /// Takes the pending exception.
    pub fn take_pending(&self, _proof: Thrown) -> Ref {
        self.pending.replace(Ref::NULL)
    }

    /// Raises an exception of the library's class `class` (internal name), made by its constructor
    /// `(String)` or `()`.
    #[cold]
    pub fn throw(&self, class: &str, message: &str) -> Thrown {
        crate::link::throw::new(self, class, Some(message))
    }

    /// As [`JavaThread::throw`], without a message.
    #[cold]
    pub fn throw_bare(&self, class: &str) -> Thrown {
        crate::link::throw::new(self, class, None)
    }

    /// Runs a Java method; see the interpreter.
    #[inline]
    pub fn call(&self, method: &'static Method, args: &[u64]) -> JResult<u64> {
        crate::interpreter::call(self, method, args)
    }

    /// What the thread does.
    pub fn activity(&self) -> Activity {
        match self.activity.load(Ordering::Relaxed) {
            1 => Activity::Blocked,
            2 => Activity::Waiting,
            3 => Activity::TimedWaiting,
            _ => Activity::Running,
        }
    }

    /// As [`JavaThread::blocking`], shown as `activity` meanwhile.
    pub(super) fn blocking_as<R>(&self, activity: Activity, f: impl FnOnce() -> R) -> R {
        self.activity.store(activity as u8, Ordering::Relaxed);
        let result = self.blocking(f);
        self.activity.store(Activity::Running as u8, Ordering::Relaxed);
        result
    }

    /// Present state.
    #[inline]
    pub fn state(&self) -> ThreadState {
        if self.state.load(Ordering::SeqCst) == 0 { ThreadState::Java } else { ThreadState::Safe }
    }

    /// Calls `f` with every reference the thread structure itself holds (not its frames). The world is stopped.
    pub(crate) fn each_root(&self, mut f: impl FnMut(Ref) -> Ref) {
        self.pending.set(f(self.pending.get()));
        self.object.set(f(self.object.get()));
        self.blocked_on.set(f(self.blocked_on.get()));
        self.handles.each(|slot| slot.set(f(slot.get())));
    }
}
