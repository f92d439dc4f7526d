//! Starting threads.

use super::{JavaThread, Parker};
use crate::error::VmError;
use crate::object::{Handle, Ref};
use crate::vm;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Host stack of a thread beside its Java stack: natives and class initialisers recurse there.
const HOST_STACK: usize = 1 << 20;

/// A handle's slot that another thread reads while the owner waits.
struct Borrowed(*const Ref);
// SAFETY: the owner blocks until the reader is done.
unsafe impl Send for Borrowed {}

impl Borrowed {
    fn read(&self) -> Ref {
        // SAFETY: the slot lives while the owner blocks; the collector cannot run while the reader is in Java state.
        unsafe { *self.0 }
    }
}

/// Starts an operating-system thread for the `Thread` object `object`; returns once it is registered.
pub fn spawn(
    parent: &JavaThread,
    stack_size: usize,
    object: Handle<'_>,
    enter: fn(&JavaThread),
) -> Result<(), VmError> {
    let ready = Arc::new(Parker::default());
    let failed = Arc::new(AtomicBool::new(false));
    let (child_ready, child_failed) = (Arc::clone(&ready), Arc::clone(&failed));
    let slot = Borrowed(object.slot());
    let started = std::thread::Builder::new().stack_size(HOST_STACK.max(stack_size)).spawn(move || {
        let slot = slot;
        let Ok(thread) = vm().threads.attach(stack_size, HOST_STACK.max(stack_size) - (64 << 10)) else {
            child_failed.store(true, Ordering::Release);
            child_ready.unpark();
            return;
        };
        let object = slot.read();
        thread.object.set(object);
        let field = vm().known.vm_thread();
        object.set_volatile::<u64>(field, &raw const *thread as usize as u64);
        child_ready.unpark();
        enter(&thread);
        thread.object.get().set_volatile::<u64>(field, 0);
        vm().threads.detach(thread);
    });
    started.map_err(VmError::Thread)?;
    parent.blocking(|| ready.wait_permit());
    if failed.load(Ordering::Acquire) {
        return Err(VmError::Thread(std::io::Error::other("no room for its stack")));
    }
    Ok(())
}
