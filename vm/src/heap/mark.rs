//! Marking of full collections, by one thread or several that share what is to be scanned.

use super::barrier::prefetch;
use super::bitmap::Bitmap;
use super::weak::References;
use super::workers::Workers;
use crate::class::{ReferenceKind, ValueKind};
use crate::object::{Ref, array_base};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard};

/// A thread with so many objects to scan gives half of them to one that has none.
const SHARE: usize = 32;
/// It gives away no more than so many at a time.
const PART: usize = 4096;
/// Arrays of so many references are updated by several threads.
pub(super) const LONG: u32 = 16 << 10;
/// Looks for work before a thread sleeps.
const SPINS: usize = 2000;

pub(super) struct Marker<'v> {
    pub bitmap: &'v Bitmap,
    /// Marked, not scanned.
    pub stack: Vec<u32>,
    pub references: References,
    /// Arrays of [`LONG`] and more references.
    pub long: Vec<Ref>,
}

impl Marker<'_> {
    /// Marks an object and remembers to scan it. `SHARED`: others do the same.
    #[inline(always)]
    pub fn visit<const SHARED: bool>(&mut self, raw: u32) {
        if raw != 0 && self.bitmap.mark::<SHARED>(raw as usize) {
            self.stack.push(raw);
        }
    }

    /// Scans until nothing is left, and calls `between` after each object.
    #[inline(always)]
    pub fn drain<const SHARED: bool>(&mut self, mut between: impl FnMut(&mut Vec<u32>)) {
        // Objects lie anywhere: each is fetched while some before it are scanned.
        let mut ring = [0; 8];
        let mut turn = 0;
        let mut held = 0;
        loop {
            let next = self.stack.pop().unwrap_or(0);
            if next != 0 && held == 0 && self.stack.is_empty() {
                // A chain: nothing else to do meanwhile.
                // SAFETY: only live objects are pushed.
                self.scan::<SHARED>(unsafe { Ref::from_raw(next) });
                continue;
            }
            if next != 0 {
                prefetch(next as usize);
                held += 1;
            } else if held == 0 {
                return;
            }
            let raw = std::mem::replace(&mut ring[turn % 8], next);
            turn += 1;
            if raw != 0 {
                held -= 1;
                // SAFETY: only live objects are pushed.
                self.scan::<SHARED>(unsafe { Ref::from_raw(raw) });
                between(&mut self.stack);
            }
        }
    }

    #[inline(always)]
    fn scan<const SHARED: bool>(&mut self, object: Ref) {
        let size = object.size();
        self.bitmap.fill::<SHARED>(object.raw() as usize, size);
        let class = object.class();
        if class.is_array() {
            if class.element == ValueKind::Ref {
                if object.length() >= LONG {
                    self.long.push(object);
                }
                let base = array_base(ValueKind::Ref);
                for index in 0..object.length() {
                    self.visit::<SHARED>(object.get::<u32>(base + index * 4));
                }
            }
            return;
        }
        for range in class.ref_map {
            for index in 0..range.count {
                self.visit::<SHARED>(object.get::<u32>(range.offset + index * 4));
            }
        }
        if class.reference_kind != ReferenceKind::None {
            if self.references.is_strong(object, class.reference_kind) {
                self.visit::<SHARED>(object.get::<u32>(self.references.referent));
            } else {
                self.references.discovered.push(object);
            }
        }
    }
}

/// What threads that mark share.
#[derive(Debug)]
struct Pool {
    parts: Mutex<Vec<Vec<u32>>>,
    more: Condvar,
    /// Threads without work.
    idle: AtomicUsize,
    /// Parts in the pool.
    stock: AtomicUsize,
    threads: usize,
}

impl Pool {
    fn parts(&self) -> MutexGuard<'_, Vec<Vec<u32>>> {
        self.parts.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// Gives a part of a thread's stack to those that have nothing to do.
    #[inline(always)]
    fn share(&self, stack: &mut Vec<u32>) {
        if stack.len() >= SHARE && self.idle.load(Ordering::Relaxed) > self.stock.load(Ordering::Relaxed) {
            self.give(stack);
        }
    }

    #[cold]
    fn give(&self, stack: &mut Vec<u32>) {
        // The bottom of the stack leads to more, but what lies above must move.
        let part = match stack.len() {
            many if many > PART * 2 => stack.split_off(many - PART),
            few => stack.drain(..few / 2).collect(),
        };
        let mut parts = self.parts();
        parts.push(part);
        self.stock.store(parts.len(), Ordering::Relaxed);
        drop(parts);
        self.more.notify_one();
    }

    /// Work for a thread that has none; `None` when no thread has any.
    fn take(&self) -> Option<Vec<u32>> {
        if self.idle.fetch_add(1, Ordering::Relaxed) + 1 < self.threads {
            for _ in 0..SPINS {
                if self.stock.load(Ordering::Relaxed) > 0 || self.idle.load(Ordering::Relaxed) == self.threads
                {
                    break;
                }
                std::hint::spin_loop();
            }
        }
        let mut parts = self.parts();
        loop {
            if let Some(part) = parts.pop() {
                self.stock.store(parts.len(), Ordering::Relaxed);
                self.idle.fetch_sub(1, Ordering::Relaxed);
                return Some(part);
            }
            // Who has work is not idle, and gives it away under the lock.
            if self.idle.load(Ordering::Relaxed) == self.threads {
                self.more.notify_all();
                return None;
            }
            parts = self.more.wait(parts).unwrap_or_else(|e| e.into_inner());
        }
    }
}

/// Marks everything that leads from `first`'s stack, by all of `threads`; what they found of reference objects is in `first` then.
pub(super) fn together(workers: &Workers, threads: usize, first: &mut Marker<'_>) {
    let stack = std::mem::take(&mut first.stack);
    let pool = Pool {
        stock: AtomicUsize::new(1),
        parts: Mutex::new(vec![stack]),
        more: Condvar::new(),
        idle: AtomicUsize::new(0),
        threads,
    };
    let found = Mutex::new((Vec::new(), Vec::new()));
    let (bitmap, references) = (first.bitmap, &first.references);
    workers.run(&|_| {
        let mut marker =
            Marker { bitmap, stack: Vec::new(), references: references.part(), long: Vec::new() };
        while let Some(stack) = pool.take() {
            marker.stack = stack;
            marker.drain::<true>(|stack| pool.share(stack));
        }
        let mut all = found.lock().unwrap_or_else(|e| e.into_inner());
        all.0.append(&mut marker.references.discovered);
        all.1.append(&mut marker.long);
    });
    let (mut discovered, mut long) = found.into_inner().unwrap_or_else(|e| e.into_inner());
    first.references.discovered.append(&mut discovered);
    first.long.append(&mut long);
}
