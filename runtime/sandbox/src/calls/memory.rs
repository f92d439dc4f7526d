//! `mmap` and its kin.

use super::{Answer, Call};
use crate::files::Open;
use crate::layout::{self, PAGE};
use crate::memory::{Access, MapError, Place};
use rustix::io::Errno;
use std::sync::Mutex;

fn refused(error: MapError) -> Errno {
    match error {
        MapError::Invalid => Errno::INVAL,
        MapError::NoRoom => Errno::NOMEM,
        MapError::Exists => Errno::EXIST,
        MapError::Denied => Errno::ACCESS,
    }
}

fn rights(protection: u64) -> Result<Access, Errno> {
    match protection as u32 as i32 {
        libc::PROT_NONE => Ok(Access::None),
        libc::PROT_READ => Ok(Access::Read),
        p if p & !(libc::PROT_READ | libc::PROT_WRITE) == 0 => Ok(Access::Write),
        // Code comes from the image, or from the code cache through its own view.
        p if p & libc::PROT_EXEC != 0 => Err(Errno::ACCESS),
        _ => Err(Errno::INVAL),
    }
}

pub(super) fn map(call: &mut Call<'_>) -> Answer {
    let [address, size, protection, flags, fd, offset] = call.args;
    let flags = flags as u32 as i32;
    let place = if flags & libc::MAP_FIXED_NOREPLACE == libc::MAP_FIXED_NOREPLACE {
        Place::IfFree(address)
    } else if flags & libc::MAP_FIXED != 0 {
        Place::Exactly(address)
    } else {
        Place::Hint(address)
    };
    if flags & libc::MAP_ANONYMOUS != 0 {
        // One process: shared or private makes no difference.
        return call.machine.memory.map(place, size, rights(protection)?).map_err(refused);
    }
    let open = call.machine.files.open.get(fd)?;
    match &*open {
        Open::Code(object) => {
            let object = object.lock().unwrap_or_else(|e| e.into_inner());
            let Some((start, length)) = *object else { return Err(Errno::INVAL) };
            if offset % PAGE != 0
                || offset.checked_add(size).is_none_or(|end| end > length.next_multiple_of(PAGE))
            {
                return Err(Errno::INVAL);
            }
            let execute = match protection as u32 as i32 {
                p if p == libc::PROT_READ | libc::PROT_WRITE => false,
                p if p == libc::PROT_READ | libc::PROT_EXEC => true,
                _ => return Err(Errno::ACCESS),
            };
            call.machine.memory.map_code(start + offset, size, execute).map_err(refused)
        }
        // Files are read.
        _ => Err(Errno::NODEV),
    }
}

pub(super) fn protect(call: &mut Call<'_>) -> Answer {
    let [address, size, protection, ..] = call.args;
    call.machine.memory.protect(address, size, rights(protection)?).map_err(refused)?;
    Ok(0)
}

pub(super) fn unmap(call: &mut Call<'_>) -> Answer {
    call.machine.memory.unmap(call.args[0], call.args[1]).map_err(refused)?;
    Ok(0)
}

pub(super) fn advise(call: &mut Call<'_>) -> Answer {
    let [address, size, advice, ..] = call.args;
    match advice as u32 as i32 {
        // Both may give zeros at once.
        libc::MADV_DONTNEED | libc::MADV_FREE => {
            if size > 0 {
                call.machine.memory.discard(address, size).map_err(refused)?;
            }
            Ok(0)
        }
        libc::MADV_NORMAL..=libc::MADV_WILLNEED
        | libc::MADV_HUGEPAGE
        | libc::MADV_NOHUGEPAGE
        | libc::MADV_DONTDUMP => Ok(0),
        _ => Err(Errno::INVAL),
    }
}

pub(super) fn brk(call: &mut Call<'_>) -> Answer {
    let wanted = call.args[0];
    let mut end = call.machine.brk.lock().unwrap_or_else(|e| e.into_inner());
    if (layout::BREAK.start..=layout::BREAK.end).contains(&wanted) {
        let (old, new) = (end.next_multiple_of(PAGE), wanted.next_multiple_of(PAGE));
        let memory = &call.machine.memory;
        let done = match new {
            _ if new > old => memory.map(Place::Exactly(old), new - old, Access::Write).is_ok(),
            _ if new < old => memory.unmap(new, old - new).is_ok(),
            _ => true,
        };
        if done {
            *end = wanted;
        }
    }
    Ok(*end)
}

/// The only memory files are parts of the code cache: mapped once for writing and once for executing, at addresses that the page tables fix.
pub(super) fn new_code(call: &mut Call<'_>) -> Answer {
    call.text(call.args[0])?;
    call.machine.files.open.add(Open::Code(Mutex::new(None)))
}
