//! Opening, closing, and changes of folders.

use super::{Answer, Call};
use crate::files::{Found, Open};
use crate::layout;
use rustix::fs::{AtFlags, Mode, OFlags};
use rustix::io::Errno;
use std::os::fd::AsRawFd;

fn open_path(call: &Call<'_>, path: &str, flags: u64, mode: u64) -> Answer {
    let files = &call.machine.files;
    let flags = OFlags::from_bits_retain(flags as u32);
    files.open.add(files.open_path(path, flags, Mode::from_raw_mode(mode as u32 & 0o777))?)
}

pub(super) fn open(call: &mut Call<'_>) -> Answer {
    let path = call.text(call.args[0])?;
    open_path(call, &path, call.args[1], call.args[2])
}

pub(super) fn open_at(call: &mut Call<'_>) -> Answer {
    let path = call.path_at(call.args[0], call.args[1])?;
    open_path(call, &path, call.args[2], call.args[3])
}

pub(super) fn close(call: &mut Call<'_>) -> Answer {
    call.machine.files.open.close(call.args[0]).map(|()| 0)
}

pub(super) fn control(call: &mut Call<'_>) -> Answer {
    let [fd, command, ..] = call.args;
    let open = call.machine.files.open.get(fd)?;
    match command as u32 as i32 {
        libc::F_GETFD => Ok(libc::FD_CLOEXEC as u64),
        libc::F_SETFD => Ok(0),
        libc::F_GETFL => {
            let flags = rustix::fs::fcntl_getfl(open.host()?)?;
            Ok(u64::from((flags - OFlags::NONBLOCK).bits()))
        }
        command @ (libc::F_GETLK | libc::F_SETLK | libc::F_SETLKW) => lock(call, &open, command),
        _ => Err(Errno::INVAL),
    }
}

/// Locks of parts of a file: the host's, so that they hold between guests and programs of the host.
fn lock(call: &Call<'_>, open: &Open, command: i32) -> Answer {
    let Open::File(file) = open else { return Err(Errno::BADF) };
    let [first, from, size, _] = call.words::<4>(call.args[2])?;
    let mut region = libc::flock {
        l_type: first as i16,
        l_whence: (first >> 16) as i16,
        l_start: from as i64,
        l_len: size as i64,
        l_pid: 0,
    };
    // SAFETY: reads and fills the structure given.
    if unsafe { libc::fcntl(file.fd.as_raw_fd(), command, &raw mut region) } < 0 {
        return Err(Errno::from_io_error(&std::io::Error::last_os_error()).unwrap_or(Errno::IO));
    }
    if command == libc::F_GETLK {
        let kinds = u64::from(region.l_type as u16) | u64::from(region.l_whence as u16) << 16;
        // Processes of the host have no numbers here.
        call.put_words(call.args[2], &[kinds, region.l_start as u64, region.l_len as u64, 0])?;
    }
    Ok(0)
}

pub(super) fn current(call: &mut Call<'_>) -> Answer {
    let [address, size, ..] = call.args;
    let mut bytes = call.machine.files.folder.clone().into_bytes();
    bytes.push(0);
    if (size as usize) < bytes.len() {
        return Err(Errno::RANGE);
    }
    call.put(address, &bytes)?;
    Ok(bytes.len() as u64)
}

fn read_link_path(call: &Call<'_>, path: &str, address: u64, size: u64) -> Answer {
    let files = &call.machine.files;
    let target = if path == "/proc/self/exe" {
        layout::EXECUTABLE.as_bytes().to_vec()
    } else {
        match files.find(path)? {
            Found::Folder(_) => return Err(Errno::INVAL),
            Found::Inside(mount, rest) => {
                let fd = files.look(mount, &rest, false)?;
                match rustix::fs::readlinkat(&fd, c"", Vec::new()) {
                    // Said of an empty name when it is no link.
                    Err(Errno::NOENT) => return Err(Errno::INVAL),
                    other => other?.into_bytes(),
                }
            }
        }
    };
    let size = (size as u32 as i32).max(0) as usize;
    if size == 0 {
        return Err(Errno::INVAL);
    }
    let part = &target[..target.len().min(size)];
    call.put(address, part)?;
    Ok(part.len() as u64)
}

pub(super) fn read_link(call: &mut Call<'_>) -> Answer {
    let path = call.text(call.args[0])?;
    read_link_path(call, &path, call.args[1], call.args[2])
}

pub(super) fn read_link_at(call: &mut Call<'_>) -> Answer {
    let path = call.path_at(call.args[0], call.args[1])?;
    read_link_path(call, &path, call.args[2], call.args[3])
}

fn make_path(call: &Call<'_>, path: &str, mode: u64) -> Answer {
    let (folder, name) = match call.machine.files.parent(path) {
        // A folder that is there already.
        Err(Errno::BUSY) => return Err(Errno::EXIST),
        other => other?,
    };
    rustix::fs::mkdirat(&folder, name, Mode::from_raw_mode(mode as u32 & 0o777)).map(|()| 0)
}

pub(super) fn make(call: &mut Call<'_>) -> Answer {
    let path = call.text(call.args[0])?;
    make_path(call, &path, call.args[1])
}

pub(super) fn make_at(call: &mut Call<'_>) -> Answer {
    let path = call.path_at(call.args[0], call.args[1])?;
    make_path(call, &path, call.args[2])
}

fn remove_path(call: &Call<'_>, path: &str, flags: AtFlags) -> Answer {
    let (folder, name) = call.machine.files.parent(path)?;
    rustix::fs::unlinkat(&folder, name, flags).map(|()| 0)
}

pub(super) fn remove(call: &mut Call<'_>) -> Answer {
    let path = call.text(call.args[0])?;
    remove_path(call, &path, AtFlags::REMOVEDIR)
}

pub(super) fn unlink(call: &mut Call<'_>) -> Answer {
    let path = call.text(call.args[0])?;
    remove_path(call, &path, AtFlags::empty())
}

pub(super) fn unlink_at(call: &mut Call<'_>) -> Answer {
    let path = call.path_at(call.args[0], call.args[1])?;
    remove_path(call, &path, AtFlags::from_bits_retain(call.args[2] as u32) & AtFlags::REMOVEDIR)
}

fn rename_path(call: &Call<'_>, from: &str, to: &str) -> Answer {
    let (from_folder, from_name) = call.machine.files.parent(from)?;
    let (to_folder, to_name) = call.machine.files.parent(to)?;
    rustix::fs::renameat(&from_folder, from_name, &to_folder, to_name).map(|()| 0)
}

pub(super) fn rename(call: &mut Call<'_>) -> Answer {
    let (from, to) = (call.text(call.args[0])?, call.text(call.args[1])?);
    rename_path(call, &from, &to)
}

pub(super) fn rename_at(call: &mut Call<'_>) -> Answer {
    let [first, from, second, to, ..] = call.args;
    let (from, to) = (call.path_at(first, from)?, call.path_at(second, to)?);
    rename_path(call, &from, &to)
}

pub(super) fn rename_at2(call: &mut Call<'_>) -> Answer {
    if call.args[4] != 0 {
        return Err(Errno::INVAL);
    }
    rename_at(call)
}

/// A second name for a file, in the same grant: it may not bring a file to where more is allowed.
fn link_path(call: &Call<'_>, from: &str, to: &str) -> Answer {
    let files = &call.machine.files;
    let (mount, from_folder, from_name) = files.parent_of_link(from)?;
    let (other, to_folder, to_name) = files.parent_of_link(to)?;
    if mount != other {
        return Err(Errno::XDEV);
    }
    rustix::fs::linkat(&from_folder, from_name, &to_folder, to_name, AtFlags::empty()).map(|()| 0)
}

pub(super) fn link(call: &mut Call<'_>) -> Answer {
    let (from, to) = (call.text(call.args[0])?, call.text(call.args[1])?);
    link_path(call, &from, &to)
}

pub(super) fn link_at(call: &mut Call<'_>) -> Answer {
    let [first, from, second, to, flags, _] = call.args;
    if flags != 0 {
        return Err(Errno::INVAL);
    }
    let (from, to) = (call.path_at(first, from)?, call.path_at(second, to)?);
    link_path(call, &from, &to)
}

/// Links lead nowhere out of the grant, neither here nor for who looks at the folder from the host: only downwards, so that this stays so wherever they are moved.
fn symbolic_link_path(call: &Call<'_>, target: &str, path: &str) -> Answer {
    let (_, folder, name) = call.machine.files.parent_of_link(path)?;
    if target.starts_with('/') || target.split('/').any(|name| name == "..") {
        return Err(Errno::ACCESS);
    }
    rustix::fs::symlinkat(target, &folder, name).map(|()| 0)
}

pub(super) fn symbolic_link(call: &mut Call<'_>) -> Answer {
    let (target, path) = (call.text(call.args[0])?, call.text(call.args[1])?);
    symbolic_link_path(call, &target, &path)
}

pub(super) fn symbolic_link_at(call: &mut Call<'_>) -> Answer {
    let [target, folder, path, ..] = call.args;
    let (target, path) = (call.text(target)?, call.path_at(folder, path)?);
    symbolic_link_path(call, &target, &path)
}

const ENTRIES: u64 = 64 << 10;

/// Linux's form of a folder's entry.
fn entry(name: &str, place: u64) -> Vec<u8> {
    let size = (19 + name.len() + 1).next_multiple_of(8);
    let mut bytes = Vec::with_capacity(size);
    bytes.extend((place + 1).to_le_bytes());
    bytes.extend((place + 1).to_le_bytes());
    bytes.extend((size as u16).to_le_bytes());
    bytes.push(libc::DT_UNKNOWN);
    bytes.extend(name.as_bytes());
    bytes.resize(size, 0);
    bytes
}

pub(super) fn list(call: &mut Call<'_>) -> Answer {
    let [fd, address, size, ..] = call.args;
    let open = call.machine.files.open.get(fd)?;
    let mut bytes = Vec::new();
    match &*open {
        Open::File(file) => {
            bytes.resize((size as u32 as u64).min(ENTRIES) as usize, 0);
            // SAFETY: the buffer is writable for its length.
            let got = unsafe {
                libc::syscall(libc::SYS_getdents64, file.fd.as_raw_fd(), bytes.as_mut_ptr(), bytes.len())
            };
            if got < 0 {
                return Err(Errno::from_io_error(&std::io::Error::last_os_error()).unwrap_or(Errno::IO));
            }
            bytes.truncate(got as usize);
        }
        Open::Folder(listing) => {
            let mut read = listing.read.lock().unwrap_or_else(|e| e.into_inner());
            while let Some(name) = listing.names.get(*read) {
                let next = entry(name, *read as u64);
                if bytes.len() + next.len() > (size as u32 as usize) {
                    if bytes.is_empty() {
                        return Err(Errno::INVAL);
                    }
                    break;
                }
                bytes.extend(next);
                *read += 1;
            }
        }
        _ => return Err(Errno::NOTDIR),
    }
    call.put(address, &bytes)?;
    Ok(bytes.len() as u64)
}
