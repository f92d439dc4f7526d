//! Handles: rooted references for host code.

use super::Ref;
use crate::thread::JavaThread;
use std::cell::{Cell, UnsafeCell};

const CHUNK: usize = 64;
type Chunk = [Cell<Ref>; CHUNK];

/// A thread's handle slots: chunks whose addresses do not change.
#[derive(Debug, Default)]
pub struct HandleArea {
    // Boxes, so that slots stay where they are while the vector grows.
    #[allow(clippy::vec_box)]
    chunks: UnsafeCell<Vec<Box<Chunk>>>,
    top: Cell<usize>,
}

impl HandleArea {
    fn push(&self, value: Ref) -> &Cell<Ref> {
        let top = self.top.get();
        // SAFETY: only the owning thread touches the vector, and no reference into it outlives this function; slots
        // live in boxes that stay where they are.
        let chunks = unsafe { &mut *self.chunks.get() };
        if top / CHUNK == chunks.len() {
            chunks.push(Box::new([const { Cell::new(Ref::NULL) }; CHUNK]));
        }
        self.top.set(top + 1);
        let slot: *const Cell<Ref> = &chunks[top / CHUNK][top % CHUNK];
        // SAFETY: the box lives as long as the area.
        let slot = unsafe { &*slot };
        slot.set(value);
        slot
    }

    /// Calls `f` with every slot in use, for the collector. The world must be stopped.
    pub(crate) fn each(&self, mut f: impl FnMut(&Cell<Ref>)) {
        // SAFETY: the owning thread is stopped or is the caller.
        let chunks = unsafe { &*self.chunks.get() };
        for index in 0..self.top.get() {
            f(&chunks[index / CHUNK][index % CHUNK]);
        }
    }
}

/// Handles made in a scope die with it.
#[derive(Debug)]
pub struct HandleScope<'t> {
    area: &'t HandleArea,
    mark: usize,
}

impl<'t> HandleScope<'t> {
    /// Opens a scope.
    #[inline]
    pub fn new(thread: &'t JavaThread) -> Self {
        let area = &thread.handles;
        Self { area, mark: area.top.get() }
    }

    /// Roots a reference.
    #[inline]
    pub fn handle(&self, value: Ref) -> Handle<'_> {
        Handle(self.area.push(value))
    }
}

impl Drop for HandleScope<'_> {
    fn drop(&mut self) {
        self.area.top.set(self.mark);
    }
}

/// A rooted slot; the collector keeps its reference up to date.
#[derive(Debug, Clone, Copy)]
pub struct Handle<'s>(&'s Cell<Ref>);

impl Handle<'_> {
    /// The reference, valid until the next allocation.
    #[inline(always)]
    pub fn get(self) -> Ref {
        self.0.get()
    }

    /// The slot's address.
    pub(crate) fn slot(self) -> *const Ref {
        self.0.as_ptr()
    }

    /// Replaces the reference.
    #[inline(always)]
    pub fn set(self, value: Ref) {
        self.0.set(value);
    }
}
