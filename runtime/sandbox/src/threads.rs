//! The guest's threads: their numbers, and vCPUs that wait for the next one.

use crate::worker::Thread;
use std::collections::BTreeMap;
use std::sync::mpsc::Sender;
use std::sync::{Mutex, MutexGuard};

/// Number of the first thread, and of the guest's process.
pub const FIRST: u32 = 1000;

#[derive(Debug, Default)]
struct State {
    /// By number: the host's thread that runs it, 0 until it does.
    live: BTreeMap<u32, i32>,
    next: u32,
    /// vCPUs whose thread has ended: KVM never gives one back, so the next thread takes it.
    idle: Vec<Sender<Thread>>,
}

/// All threads of a guest.
#[derive(Debug)]
pub struct Threads {
    state: Mutex<State>,
    most: usize,
}

impl Threads {
    /// No threads yet, `most` at once.
    pub fn new(most: usize) -> Self {
        Self { state: Mutex::new(State { next: FIRST, ..Default::default() }), most }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// The main thread's number.
    pub fn first(&self) -> u32 {
        self.add().unwrap_or(FIRST)
    }

    /// A number for a new thread, if one more is allowed.
    pub fn add(&self) -> Option<u32> {
        let mut state = self.lock();
        if state.live.len() >= self.most {
            return None;
        }
        loop {
            let tid = state.next;
            state.next = if tid >= 4_000_000 { FIRST } else { tid + 1 };
            if let std::collections::btree_map::Entry::Vacant(place) = state.live.entry(tid) {
                place.insert(0);
                return Some(tid);
            }
        }
    }

    /// A thread has ended.
    pub fn remove(&self, tid: u32) {
        self.lock().live.remove(&tid);
    }

    /// Whether a thread lives.
    pub fn lives(&self, tid: u32) -> bool {
        self.lock().live.contains_key(&tid)
    }

    /// A thread runs on this thread of the host from now on.
    pub fn run_here(&self, tid: u32) {
        // SAFETY: plain system call.
        let host = unsafe { libc::gettid() };
        if let Some(slot) = self.lock().live.get_mut(&tid) {
            *slot = host;
        }
    }

    /// All threads, with the host's that run them.
    pub fn hosts(&self) -> Vec<(u32, i32)> {
        self.lock().live.iter().map(|(tid, host)| (*tid, *host)).collect()
    }

    /// The number that the next thread gets.
    pub fn next(&self) -> u32 {
        self.lock().next
    }

    /// The threads of a snapshot; `false` if there are too many, or two of one number.
    pub fn restore(&self, tids: impl ExactSizeIterator<Item = u32>, next: u32) -> bool {
        let mut state = self.lock();
        let count = tids.len();
        state.live = tids.map(|tid| (tid, 0)).collect();
        state.next = next.clamp(FIRST, 4_000_000);
        state.live.len() == count && count <= self.most
    }

    /// Threads at present.
    pub fn count(&self) -> usize {
        self.lock().live.len()
    }

    /// A vCPU that waits.
    pub fn take_idle(&self) -> Option<Sender<Thread>> {
        self.lock().idle.pop()
    }

    /// A vCPU that waits from now on.
    pub fn add_idle(&self, sender: Sender<Thread>) {
        self.lock().idle.push(sender);
    }
}
