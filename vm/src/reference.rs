//! `java.lang.ref`: references the collector cleared, until the library puts them on their queues.

use crate::Vm;
use crate::memory::RootSlot;
use crate::object::Ref;
use crate::thread::JavaThread;
use std::sync::{Condvar, Mutex};

/// A list of cleared references, linked through the library's field `Reference.discovered`.
#[derive(Debug, Default)]
pub struct PendingReferences {
    head: RootSlot,
    lock: Mutex<()>,
    arrived: Condvar,
}

impl PendingReferences {
    /// Adds what a collection cleared (new addresses). The world is stopped.
    pub(crate) fn enqueue(&self, vm: &Vm, cleared: &[Ref]) {
        if cleared.is_empty() {
            return;
        }
        let Some(next) = vm.known.reference_next() else { return };
        let _held = self.lock.lock().unwrap_or_else(|e| e.into_inner());
        for &object in cleared {
            crate::heap::store_ref(object, next, self.head.get());
            self.head.set(object);
        }
        self.arrived.notify_all();
    }

    /// Waits until a collection cleared something.
    pub fn wait(&self, thread: &JavaThread) {
        thread.blocking(|| {
            let mut held = self.lock.lock().unwrap_or_else(|e| e.into_inner());
            while self.head.get().is_null() {
                held = self.arrived.wait(held).unwrap_or_else(|e| e.into_inner());
            }
        });
    }

    /// The whole list, which becomes the caller's.
    pub fn take(&self) -> Ref {
        let head = self.head.get();
        self.head.set(Ref::NULL);
        head
    }

    pub(crate) fn each_root(&self, f: impl FnOnce(&RootSlot)) {
        f(&self.head);
    }
}
