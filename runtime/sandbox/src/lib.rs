//! Running a program behind a wall: one policy, as a process or as the guest of a virtual machine.
//!
//! In `kvm` mode the guest is this very executable, mapped into guest memory and started in ring 3. Its system calls leave the guest and are served by `calls`,
//! under the policy. This is the only crate that names KVM.
//!
//! - `options`, `policy`: what is granted; `ending`: exit codes
//! - `elf`, `layout`, `tables`, `kernel`, `stack`, `vdso`: what the guest finds when it starts
//! - `memory`: guest memory and the only ways to reach it
//! - `machine`, `vcpu`, `worker`, `threads`: making and running it
//! - `calls`: system calls, one table; `files`: granted folders
//! - `net`: what may be reached by the network
//! - `faults`: what a guest tells of its own fault
//! - `watch`, `report`: limits and what was used
//! - `snapshot`: to a file and back; `shift`: clocks that go on from there
//! - `exits`: what leaving the guest costs, for a bench
//! - `process`: the same policy for a process of its own; `harden`: rights that are given up in both modes

pub mod calls;
pub mod elf;
mod ending;
mod error;
pub mod exits;
pub mod faults;
mod files;
mod harden;
mod kernel;
pub mod layout;
mod machine;
mod memory;
pub mod net;
pub mod options;
pub mod policy;
mod process;
mod report;
pub mod service;
mod shift;
pub mod snapshot;
mod stack;
mod tables;
mod threads;
mod vcpu;
mod vdso;
mod watch;
mod worker;

pub use ending::Ending;
pub use error::SandboxError;
pub use harden::{close_inherited, host_calls, host_requests};
pub use machine::{Machine, Program};
pub use process::run_process;

use policy::Policy;

/// Runs a program as the guest of a virtual machine and ends the process with it; returns only if it could not be started.
pub fn run_guest(policy: Policy, program: &Program) -> Result<std::convert::Infallible, SandboxError> {
    if let Some(cpus) = policy.cpus {
        harden::processors(cpus)?;
    }
    harden::enough()?;
    harden::limits(4096)?;
    let restored = policy.restore.clone();
    let (machine, threads) = match restored {
        Some(path) => Machine::restore(policy, program, &path)?,
        None if policy.cache.is_some() => Machine::new_or_kept(policy, program)?,
        None => {
            let (machine, vcpu, thread) = Machine::new(policy, program)?;
            (machine, vec![(vcpu, thread)])
        }
    };
    let until = watch::arm(&machine.policy)?;
    harden::files(&machine.policy, |grant| grant.host.clone(), false)?;
    harden::calls_of_machine(&machine.policy)?;
    watch::start(&machine, until).map_err(SandboxError::host("starting the watch over time"))?;
    snapshot::start(&machine).map_err(SandboxError::host("starting the watch over snapshots"))?;
    machine.run(threads)
}
