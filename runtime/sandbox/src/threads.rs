//! The guest's threads: their numbers, and vCPUs that wait for the next one.

use crate::worker::Start;
use std::collections::BTreeSet;
use std::sync::mpsc::Sender;
use std::sync::{Mutex, MutexGuard};

/// Number of the first thread, and of the guest's process.
pub const FIRST: u32 = 1000;

#[derive(Debug, Default)]
struct State {
    live: BTreeSet<u32>,
    next: u32,
    /// vCPUs whose thread has ended: KVM never gives one back, so the next thread takes it.
    idle: Vec<Sender<Start>>,
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
            if state.live.insert(tid) {
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
        self.lock().live.contains(&tid)
    }

    /// Threads at present.
    pub fn count(&self) -> usize {
        self.lock().live.len()
    }

    /// A vCPU that waits.
    pub fn take_idle(&self) -> Option<Sender<Start>> {
        self.lock().idle.pop()
    }

    /// A vCPU that waits from now on.
    pub fn add_idle(&self, sender: Sender<Start>) {
        self.lock().idle.push(sender);
    }
}
