//! Threads: each is a vCPU.

use super::{Answer, Call};
use crate::ending::Ending;
use crate::threads::FIRST;
use crate::worker::{Next, Thread, Worker};
use kvm_bindings::kvm_regs;
use rustix::io::Errno;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// What a thread must share with its maker; anything else would be a process.
const SHARED: u64 = (libc::CLONE_VM
    | libc::CLONE_FS
    | libc::CLONE_FILES
    | libc::CLONE_SIGHAND
    | libc::CLONE_THREAD
    | libc::CLONE_SYSVSEM) as u64;
const OPTIONS: u64 = (libc::CLONE_SETTLS
    | libc::CLONE_PARENT_SETTID
    | libc::CLONE_CHILD_CLEARTID
    | libc::CLONE_CHILD_SETTID
    | libc::CLONE_DETACHED) as u64;

/// Memory that must be left for a thread to begin.
const THREAD_MEMORY: u64 = 12 << 20;

pub(super) fn clone(call: &mut Call<'_>) -> Answer {
    let [flags, stack, parent, child, tls, _] = call.args;
    if flags & SHARED != SHARED || flags & !(SHARED | OPTIONS) != 0 || stack == 0 {
        return Err(Errno::PERM);
    }
    let has = |flag: i32| flags & flag as u64 != 0;
    let machine = call.machine;
    // What a thread needs at once for its stacks; without it, it could not even tell.
    if machine.memory.used() + THREAD_MEMORY > machine.policy.memory {
        return Err(Errno::AGAIN);
    }
    let tid = machine.threads.add().ok_or(Errno::AGAIN)?;
    machine.counters.threads.fetch_max(machine.threads.count() as u64, Ordering::Relaxed);
    let written = || -> Result<(), Errno> {
        if has(libc::CLONE_PARENT_SETTID) {
            call.put(parent, &tid.to_le_bytes())?;
        }
        if has(libc::CLONE_CHILD_SETTID) {
            call.put(child, &tid.to_le_bytes())?;
        }
        Ok(())
    };
    if let Err(error) = written() {
        machine.threads.remove(tid);
        return Err(error);
    }
    let regs = kvm_regs { rax: 0, rsp: stack, rip: call.thread.regs.rcx, ..call.thread.regs };
    let fs = if has(libc::CLONE_SETTLS) { tls } else { call.thread.fs };
    let clear_tid = if has(libc::CLONE_CHILD_CLEARTID) { child } else { 0 };
    let start = Thread { regs, ..Thread::new(tid, clear_tid, fs) };
    let start = match machine.threads.take_idle() {
        Some(idle) => match idle.send(start) {
            Ok(()) => return Ok(u64::from(tid)),
            Err(failed) => failed.0,
        },
        None => start,
    };
    let made = machine
        .new_vcpu()
        .ok()
        .and_then(|(vcpu, index)| Worker::new(Arc::clone(machine), vcpu, index).spawn(start).ok());
    match made {
        Some(()) => Ok(u64::from(tid)),
        None => {
            machine.threads.remove(tid);
            Err(Errno::AGAIN)
        }
    }
}

pub(super) fn exit(call: &mut Call<'_>) -> Answer {
    call.thread.next = Next::Leave;
    Ok(0)
}

pub(super) fn exit_all(call: &mut Call<'_>) -> Answer {
    call.machine.end(&Ending::Exit(call.args[0] as i32))
}

pub(super) fn give_way(_: &mut Call<'_>) -> Answer {
    std::thread::yield_now();
    Ok(0)
}

pub(super) fn number(call: &mut Call<'_>) -> Answer {
    Ok(u64::from(call.thread.tid))
}

pub(super) fn set_address(call: &mut Call<'_>) -> Answer {
    call.thread.clear_tid = call.args[0];
    Ok(u64::from(call.thread.tid))
}

const SET_GS: u64 = 0x1001;
const SET_FS: u64 = 0x1002;
const GET_FS: u64 = 0x1003;

pub(super) fn architecture(call: &mut Call<'_>) -> Answer {
    let [what, value, ..] = call.args;
    match what {
        SET_FS => {
            // Beyond user addresses no processor takes it.
            if value >= 1 << 47 {
                return Err(Errno::PERM);
            }
            call.thread.next = Next::SetFs(value);
            Ok(0)
        }
        GET_FS => call.put_words(value, &[call.thread.fs]).map(|()| 0),
        SET_GS => Err(Errno::PERM),
        _ => Err(Errno::INVAL),
    }
}

/// Signals are not delivered; those that end a process do.
fn signal(call: &mut Call<'_>, number: u64) -> Answer {
    match number as u32 as i32 {
        0 => Ok(0),
        number @ (libc::SIGABRT
        | libc::SIGKILL
        | libc::SIGTERM
        | libc::SIGSEGV
        | libc::SIGBUS
        | libc::SIGILL
        | libc::SIGFPE
        | libc::SIGTRAP
        | libc::SIGINT
        | libc::SIGQUIT) => {
            call.thread.next = Next::Signal(number);
            Ok(0)
        }
        1..=64 => Err(Errno::PERM),
        _ => Err(Errno::INVAL),
    }
}

pub(super) fn kill(call: &mut Call<'_>) -> Answer {
    match call.args[0] as u32 {
        FIRST | 0 => signal(call, call.args[1]),
        _ => Err(Errno::SRCH),
    }
}

pub(super) fn kill_thread(call: &mut Call<'_>) -> Answer {
    if call.machine.threads.lives(call.args[0] as u32) {
        signal(call, call.args[1])
    } else {
        Err(Errno::SRCH)
    }
}

pub(super) fn kill_of_group(call: &mut Call<'_>) -> Answer {
    let [group, tid, number, ..] = call.args;
    if group as u32 != FIRST || !call.machine.threads.lives(tid as u32) {
        return Err(Errno::SRCH);
    }
    signal(call, number)
}
