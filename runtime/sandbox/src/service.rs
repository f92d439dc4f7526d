//! The system-call service without a processor: for tests that drive it with millions of calls.

use crate::calls::{self, Call};
use crate::ending::Ending;
use crate::error::SandboxError;
use crate::machine::{Machine, Program};
use crate::policy::Policy;
use crate::worker::{Next, Thread};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Makes the sums of a snapshot's file right again after changes anywhere in it, as who means harm would: for tests of what is read from it.
pub fn seal_snapshot(file: &mut [u8]) -> Option<()> {
    crate::snapshot::format::Header::seal(file)
}

/// A machine whose guest never runs; its calls come from the caller.
#[derive(Debug)]
pub struct Service {
    machine: Arc<Machine>,
    thread: Thread,
}

impl Service {
    /// Makes the machine.
    pub fn new(policy: Policy, program: &Program) -> Result<Self, SandboxError> {
        let (mut machine, _, thread) = Machine::new(policy, program)?;
        if let Some(machine) = Arc::get_mut(&mut machine) {
            machine.unwinds = true;
        }
        Ok(Self { machine, thread })
    }

    /// Serves a call as if the guest had made it; how the guest ended, if it did.
    pub fn call(&mut self, number: u64, args: [u64; 6]) -> Result<u64, Ending> {
        self.thread.next = Next::Resume;
        let (machine, thread) = (&self.machine, &mut self.thread);
        let served =
            catch_unwind(AssertUnwindSafe(|| calls::serve(&mut Call { machine, thread, args }, number)));
        served.map_err(|payload| match payload.downcast::<Ending>() {
            Ok(ending) => *ending,
            // A panic of the service itself: a bug.
            Err(payload) => std::panic::resume_unwind(payload),
        })
    }

    /// Writes guest memory.
    pub fn put(&self, address: u64, bytes: &[u8]) -> bool {
        self.machine.memory.put(address, bytes).is_ok()
    }

    /// Reads guest memory.
    pub fn get(&self, address: u64, bytes: &mut [u8]) -> bool {
        self.machine.memory.get(address, bytes).is_ok()
    }
}
