//! What is known of files, and changes of it.

use super::{Answer, Call};
use crate::files::{Found, Open};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use std::os::fd::{AsRawFd, BorrowedFd, OwnedFd};

const FOLDER: u32 = libc::S_IFDIR | 0o555;

fn last() -> Errno {
    Errno::from_io_error(&std::io::Error::last_os_error()).unwrap_or(Errno::IO)
}

/// What a path leads to.
enum Seen {
    Host(OwnedFd),
    Folder,
}

impl Call<'_> {
    fn seen(&self, path: &str, follow: bool) -> Result<Seen, Errno> {
        let files = &self.machine.files;
        match files.find(path)? {
            Found::Inside(mount, rest) => files.look(mount, &rest, follow).map(Seen::Host),
            Found::Folder(_) => Ok(Seen::Folder),
        }
    }

    fn put_stat(&self, address: u64, fd: Option<BorrowedFd<'_>>) -> Answer {
        // SAFETY: all zeros is a valid value of this plain structure.
        let mut stat: libc::stat = unsafe { std::mem::zeroed() };
        match fd {
            // SAFETY: fills the structure given.
            Some(fd) => {
                // SAFETY: the descriptor is open and `stat` is a whole structure to write to.
                if unsafe { libc::fstat(fd.as_raw_fd(), &mut stat) } < 0 {
                    return Err(last());
                }
            }
            None => (stat.st_mode, stat.st_nlink, stat.st_blksize) = (FOLDER, 2, 4096),
        }
        let size = size_of::<libc::stat>();
        // SAFETY: a plain structure without invalid bytes; its padding was zeroed above.
        let bytes = unsafe { std::slice::from_raw_parts((&raw const stat).cast::<u8>(), size) };
        self.put(address, bytes)?;
        Ok(0)
    }

    fn stat_path(&self, path: &str, follow: bool, address: u64) -> Answer {
        match self.seen(path, follow)? {
            Seen::Host(fd) => self.put_stat(address, Some(std::os::fd::AsFd::as_fd(&fd))),
            Seen::Folder => self.put_stat(address, None),
        }
    }

    /// The open file behind a number, or none for a folder of the tree.
    fn with_open<R>(
        &self,
        number: u64,
        f: impl FnOnce(Option<BorrowedFd<'_>>) -> Result<R, Errno>,
    ) -> Result<R, Errno> {
        let open = self.machine.files.open.get(number)?;
        match &*open {
            Open::Folder(_) => f(None),
            other => f(Some(other.host()?)),
        }
    }
}

pub(super) fn stat(call: &mut Call<'_>) -> Answer {
    let path = call.text(call.args[0])?;
    call.stat_path(&path, true, call.args[1])
}

pub(super) fn lstat(call: &mut Call<'_>) -> Answer {
    let path = call.text(call.args[0])?;
    call.stat_path(&path, false, call.args[1])
}

pub(super) fn fstat(call: &mut Call<'_>) -> Answer {
    let [number, address, ..] = call.args;
    call.with_open(number, |fd| call.put_stat(address, fd))
}

pub(super) fn stat_at(call: &mut Call<'_>) -> Answer {
    let [folder, path, address, flags, ..] = call.args;
    let flags = flags as i32;
    let text = call.text(path)?;
    if text.is_empty() && flags & libc::AT_EMPTY_PATH != 0 {
        return call.with_open(folder, |fd| call.put_stat(address, fd));
    }
    let text = call.path_at(folder, path)?;
    call.stat_path(&text, flags & libc::AT_SYMLINK_NOFOLLOW == 0, address)
}

fn put_statx(call: &Call<'_>, address: u64, mask: u32, fd: Option<BorrowedFd<'_>>) -> Answer {
    // SAFETY: all zeros is a valid value of this plain structure.
    let mut out: libc::statx = unsafe { std::mem::zeroed() };
    match fd {
        Some(fd) => {
            // SAFETY: the path ends in 0; fills the structure given.
            let done = unsafe {
                libc::statx(fd.as_raw_fd(), c"".as_ptr(), libc::AT_EMPTY_PATH, mask & 0x1fff, &mut out)
            };
            if done < 0 {
                return Err(last());
            }
        }
        None => {
            out.stx_mask = libc::STATX_BASIC_STATS;
            (out.stx_mode, out.stx_nlink, out.stx_blksize) = (FOLDER as u16, 2, 4096);
        }
    }
    // SAFETY: a plain structure without invalid bytes; its padding was zeroed above.
    let bytes =
        unsafe { std::slice::from_raw_parts((&raw const out).cast::<u8>(), size_of::<libc::statx>()) };
    call.put(address, bytes)?;
    Ok(0)
}

pub(super) fn statx(call: &mut Call<'_>) -> Answer {
    let [folder, path, flags, mask, address, _] = call.args;
    let flags = flags as i32;
    let text = call.text(path)?;
    if text.is_empty() && flags & libc::AT_EMPTY_PATH != 0 {
        return call.with_open(folder, |fd| put_statx(call, address, mask as u32, fd));
    }
    let text = call.path_at(folder, path)?;
    match call.seen(&text, flags & libc::AT_SYMLINK_NOFOLLOW == 0)? {
        Seen::Host(fd) => put_statx(call, address, mask as u32, Some(std::os::fd::AsFd::as_fd(&fd))),
        Seen::Folder => put_statx(call, address, mask as u32, None),
    }
}

fn access_path(call: &Call<'_>, path: &str, mode: u64) -> Answer {
    let bits = mode as u32;
    if bits & !7 != 0 {
        return Err(Errno::INVAL);
    }
    let files = &call.machine.files;
    match files.find(path)? {
        Found::Folder(_) if bits & 2 != 0 => Err(Errno::ROFS),
        Found::Folder(_) => Ok(0),
        Found::Inside(mount, rest) => {
            let fd = files.look(mount, &rest, true)?;
            if bits & 2 != 0 && !files.writable(mount) {
                return Err(Errno::ROFS);
            }
            let (fd, empty) = (fd.as_raw_fd(), c"".as_ptr());
            // SAFETY: an open descriptor and an empty text that ends in 0. rustix has no flags here.
            match unsafe { libc::syscall(libc::SYS_faccessat2, fd, empty, bits, libc::AT_EMPTY_PATH) } {
                0 => Ok(0),
                _ => Err(last()),
            }
        }
    }
}

pub(super) fn access(call: &mut Call<'_>) -> Answer {
    let path = call.text(call.args[0])?;
    access_path(call, &path, call.args[1])
}

pub(super) fn access_at(call: &mut Call<'_>) -> Answer {
    let path = call.path_at(call.args[0], call.args[1])?;
    access_path(call, &path, call.args[2])
}

/// Opens what may be changed, for changes of its attributes.
fn changeable(call: &Call<'_>, path: &str) -> Result<OwnedFd, Errno> {
    let files = &call.machine.files;
    match files.find(path)? {
        Found::Folder(_) => Err(Errno::ROFS),
        Found::Inside(mount, _) if !files.writable(mount) => Err(Errno::ROFS),
        Found::Inside(mount, rest) => {
            Ok(files.open_at(mount, &rest, OFlags::empty(), Mode::empty(), String::new())?.fd)
        }
    }
}

fn change(call: &Call<'_>, path: &str, mode: u64) -> Answer {
    let fd = changeable(call, path)?;
    rustix::fs::fchmod(fd, Mode::from_raw_mode(mode as u32 & 0o777)).map(|()| 0)
}

pub(super) fn change_mode(call: &mut Call<'_>) -> Answer {
    let path = call.text(call.args[0])?;
    change(call, &path, call.args[1])
}

pub(super) fn change_mode_at(call: &mut Call<'_>) -> Answer {
    let path = call.path_at(call.args[0], call.args[1])?;
    change(call, &path, call.args[2])
}

pub(super) fn set_times(call: &mut Call<'_>) -> Answer {
    let [folder, path, times, ..] = call.args;
    let path = call.path_at(folder, path)?;
    let fd = changeable(call, &path)?;
    let now = libc::timespec { tv_sec: 0, tv_nsec: libc::UTIME_NOW };
    let mut both = [now, now];
    if times != 0 {
        let [a, b, c, d] = call.words::<4>(times)?;
        both = [
            libc::timespec { tv_sec: a as i64, tv_nsec: b as i64 },
            libc::timespec { tv_sec: c as i64, tv_nsec: d as i64 },
        ];
    }
    // SAFETY: two times are readable.
    if unsafe { libc::futimens(fd.as_raw_fd(), both.as_ptr()) } < 0 { Err(last()) } else { Ok(0) }
}

pub(super) fn file_system(call: &mut Call<'_>) -> Answer {
    let path = call.text(call.args[0])?;
    let Seen::Host(fd) = call.seen(&path, true)? else { return Err(Errno::NOENT) };
    // SAFETY: all zeros is a valid value of this plain structure.
    let mut out: libc::statfs = unsafe { std::mem::zeroed() };
    // SAFETY: fills the structure given.
    if unsafe { libc::fstatfs(fd.as_raw_fd(), &mut out) } < 0 {
        return Err(last());
    }
    // SAFETY: a plain structure without invalid bytes; its padding was zeroed above.
    let bytes =
        unsafe { std::slice::from_raw_parts((&raw const out).cast::<u8>(), size_of::<libc::statfs>()) };
    call.put(call.args[1], bytes)?;
    Ok(0)
}
