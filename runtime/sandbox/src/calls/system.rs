//! What the guest asks of its system, and what is taken note of.

use super::{Answer, Call};
use crate::faults::Faults;
use crate::threads::FIRST;
use rustix::io::Errno;

/// Fills with random bytes of the host.
pub fn random(bytes: &mut [u8]) -> Result<(), Errno> {
    let mut filled = 0;
    while filled < bytes.len() {
        // SAFETY: writes within the slice.
        let n = unsafe { libc::getrandom(bytes[filled..].as_mut_ptr().cast(), bytes.len() - filled, 0) };
        if n < 0 {
            return Err(Errno::IO);
        }
        filled += n as usize;
    }
    Ok(())
}

pub(super) fn get_random(call: &mut Call<'_>) -> Answer {
    let [address, size, ..] = call.args;
    let mut bytes = vec![0; size.min(4096) as usize];
    random(&mut bytes)?;
    call.put(address, &bytes)?;
    Ok(bytes.len() as u64)
}

pub(super) fn accept(_: &mut Call<'_>) -> Answer {
    Ok(0)
}

/// The guest asks for a snapshot of itself.
pub(super) fn snapshot(call: &mut Call<'_>) -> Answer {
    let target = call.machine.snapshot.as_ref().ok_or(Errno::NOSYS)?;
    target.requested(call.machine, call.thread.regs.rcx);
    Ok(0)
}

/// The guest names the function that tells of a fault.
pub(super) fn watch_faults(call: &mut Call<'_>) -> Answer {
    let [entry, top, ..] = call.args;
    call.machine.faults.set([entry, top]);
    Ok(0)
}

/// It tells.
pub(super) fn tell_of_fault(call: &mut Call<'_>) -> Answer {
    let [address, size, ..] = call.args;
    let mut bytes = vec![0; Faults::most(size)];
    call.get(address, &mut bytes)?;
    match call.machine.faults.ending(&String::from_utf8_lossy(&bytes)) {
        Some(ending) => call.machine.end(&ending),
        None => Err(Errno::NOSYS),
    }
}

pub(super) fn user(_: &mut Call<'_>) -> Answer {
    Ok(1000)
}

pub(super) fn process(_: &mut Call<'_>) -> Answer {
    Ok(u64::from(FIRST))
}

pub(super) fn parent(_: &mut Call<'_>) -> Answer {
    Ok(1)
}

/// Actions are remembered and told again; faults end the guest, and nobody else sends signals.
pub(super) fn signal_action(call: &mut Call<'_>) -> Answer {
    let [number, new, old, size, ..] = call.args;
    if size != 8 || !(1..=64).contains(&number) {
        return Err(Errno::INVAL);
    }
    let mut action = [0; 32];
    if new != 0 {
        call.get(new, &mut action)?;
    }
    let before = {
        let mut actions = call.machine.actions.lock().unwrap_or_else(|e| e.into_inner());
        let slot = &mut actions[number as usize];
        let before = *slot;
        if new != 0 {
            *slot = action;
        }
        before
    };
    if old != 0 {
        call.put(old, &before)?;
    }
    Ok(0)
}

pub(super) fn signal_mask(call: &mut Call<'_>) -> Answer {
    let [_, _, old, size, ..] = call.args;
    if size != 8 {
        return Err(Errno::INVAL);
    }
    if old != 0 {
        call.put(old, &[0; 8])?;
    }
    Ok(0)
}

pub(super) fn signal_stack(call: &mut Call<'_>) -> Answer {
    let [new, old, ..] = call.args;
    let mut stack = [0; 24];
    if new != 0 {
        call.get(new, &mut stack)?;
    }
    let mut before = call.thread.signal_stack;
    if before == [0; 24] {
        // SS_DISABLE
        before[8] = 2;
    }
    if old != 0 {
        call.put(old, &before)?;
    }
    if new != 0 {
        call.thread.signal_stack = stack;
    }
    Ok(0)
}

pub(super) fn name(call: &mut Call<'_>) -> Answer {
    // SAFETY: all zeros is a valid value of this plain structure.
    let mut names: libc::utsname = unsafe { std::mem::zeroed() };
    // SAFETY: fills the structure given.
    unsafe { libc::uname(&mut names) };
    let mut bytes = Vec::with_capacity(6 * 65);
    let fixed: [Option<&[u8]>; 6] = [None, Some(b"rvm"), None, None, None, Some(b"")];
    let fields =
        [names.sysname, names.nodename, names.release, names.version, names.machine, names.domainname];
    for (field, fixed) in fields.iter().zip(fixed) {
        let mut text = [0; 65];
        match fixed {
            Some(fixed) => text[..fixed.len()].copy_from_slice(fixed),
            None => text.iter_mut().zip(field).for_each(|(to, from)| *to = *from as u8),
        }
        bytes.extend(text);
    }
    call.put(call.args[0], &bytes)?;
    Ok(0)
}

const STACK: [u64; 2] = [8 << 20, u64::MAX];

pub(super) fn old_limits(call: &mut Call<'_>) -> Answer {
    let words = limit(call, call.args[0])?;
    call.put_words(call.args[1], &words)?;
    Ok(0)
}

fn limit(call: &Call<'_>, which: u64) -> Result<[u64; 2], Errno> {
    let files = crate::files::MOST as u64;
    Ok(match which as u32 {
        libc::RLIMIT_STACK => STACK,
        libc::RLIMIT_NOFILE => [files, files],
        libc::RLIMIT_NPROC => [call.machine.policy.threads as u64; 2],
        libc::RLIMIT_CORE => [0, 0],
        0..=15 => [u64::MAX, u64::MAX],
        _ => return Err(Errno::INVAL),
    })
}

pub(super) fn limits(call: &mut Call<'_>) -> Answer {
    let [process, which, new, old, ..] = call.args;
    if process != 0 && process != u64::from(FIRST) {
        return Err(Errno::SRCH);
    }
    if new != 0 {
        return Err(Errno::PERM);
    }
    let words = limit(call, which)?;
    if old != 0 {
        call.put_words(old, &words)?;
    }
    Ok(0)
}

pub(super) fn info(call: &mut Call<'_>) -> Answer {
    let all = call.machine.policy.memory;
    let free = all.saturating_sub(call.machine.memory.used());
    let up = call.machine.began.elapsed().as_secs();
    let mut words = [0u64; 14];
    words[0] = up;
    (words[4], words[5]) = (all, free);
    words[10] = call.machine.threads.count() as u64;
    // The unit of the sizes is one byte.
    words[13] = 1;
    call.put_words(call.args[0], &words)?;
    Ok(0)
}

pub(super) fn affinity(call: &mut Call<'_>) -> Answer {
    let [_, size, address, ..] = call.args;
    let cpus = call.machine.processors;
    let mut mask = [0u8; 128];
    (0..cpus.min(1024)).for_each(|cpu| mask[cpu / 8] |= 1 << (cpu % 8));
    let bytes = cpus.div_ceil(64) * 8;
    if size % 8 != 0 || (size as usize) < bytes {
        return Err(Errno::INVAL);
    }
    call.put(address, &mask[..bytes])?;
    Ok(bytes as u64)
}
