//! Reading and writing. Data goes through a buffer of the host: guest memory may change or vanish while a call blocks.

use super::{Answer, Call, TRANSFER, net};
use crate::ending::Ending;
use crate::files::Open;
use rustix::io::Errno;
use std::os::fd::{AsRawFd, BorrowedFd};
use std::sync::atomic::Ordering;

const SMALL: usize = 16 << 10;

/// Runs with a buffer: on the stack, if it is small.
fn with_buffer<R>(size: usize, f: impl FnOnce(&mut [u8]) -> R) -> R {
    if size <= SMALL {
        let mut buffer = [0; SMALL];
        return f(&mut buffer[..size]);
    }
    f(&mut vec![0; size])
}

fn size(asked: u64) -> Result<usize, Errno> {
    if asked > i64::MAX as u64 { Err(Errno::INVAL) } else { Ok((asked as usize).min(TRANSFER)) }
}

fn answer(result: isize) -> Answer {
    if result < 0 {
        Err(Errno::from_io_error(&std::io::Error::last_os_error()).unwrap_or(Errno::IO))
    } else {
        Ok(result as u64)
    }
}

fn read_host(fd: BorrowedFd<'_>, buffer: &mut [u8], at: Option<i64>) -> Answer {
    let fd = fd.as_raw_fd();
    // SAFETY: the buffer is writable for its length.
    answer(unsafe {
        match at {
            Some(at) => libc::pread(fd, buffer.as_mut_ptr().cast(), buffer.len(), at),
            None => libc::read(fd, buffer.as_mut_ptr().cast(), buffer.len()),
        }
    })
}

fn write_host(fd: BorrowedFd<'_>, buffer: &[u8], at: Option<i64>) -> Answer {
    let fd = fd.as_raw_fd();
    // SAFETY: the buffer is readable for its length.
    answer(unsafe {
        match at {
            Some(at) => libc::pwrite(fd, buffer.as_ptr().cast(), buffer.len(), at),
            None => libc::write(fd, buffer.as_ptr().cast(), buffer.len()),
        }
    })
}

impl Call<'_> {
    fn read_into(&self, open: &Open, address: u64, size: usize, at: Option<i64>) -> Answer {
        with_buffer(size, |buffer| {
            let got = match open {
                Open::Socket(socket) => net::read(self, socket, buffer)?,
                Open::Routes(_) => return Err(Errno::OPNOTSUPP),
                _ => read_host(open.host()?, buffer, at)?,
            };
            self.put(address, &buffer[..got as usize])?;
            Ok(got)
        })
    }

    fn write_from(&self, open: &Open, address: u64, size: usize, at: Option<i64>) -> Answer {
        if let Open::File(file) = open
            && !file.write
        {
            return Err(Errno::BADF);
        }
        with_buffer(size, |buffer| {
            self.get(address, buffer)?;
            let mut left = &buffer[..];
            if let Open::Console(_) = open
                && let Some(most) = self.machine.policy.output
            {
                // What fits is still shown.
                let before = self.machine.counters.output.fetch_add(size as u64, Ordering::Relaxed);
                left = &left[..(most.saturating_sub(before).min(size as u64)) as usize];
                let done = if left.is_empty() { Ok(0) } else { write_host(open.host()?, left, None) };
                if before + size as u64 > most {
                    self.machine.end(&Ending::Output(most));
                }
                return done;
            }
            if let Open::Routes(_) = open {
                return Err(Errno::OPNOTSUPP);
            }
            if let Open::Socket(socket) = open {
                return net::write(socket, left);
            }
            let done = write_host(open.host()?, left, at)?;
            if let Open::Console(_) = open {
                self.machine.counters.output.fetch_add(done, Ordering::Relaxed);
            }
            Ok(done)
        })
    }

    fn vector(&self, address: u64, count: u64) -> Result<Vec<(u64, u64)>, Errno> {
        if count > 1024 {
            return Err(Errno::INVAL);
        }
        (0..count)
            .map(|i| {
                let [base, length] = self.words::<2>(address.checked_add(i * 16).ok_or(Errno::FAULT)?)?;
                Ok((base, length))
            })
            .collect()
    }
}

pub(super) fn read(call: &mut Call<'_>) -> Answer {
    let [fd, address, asked, ..] = call.args;
    let open = call.machine.files.open.get(fd)?;
    call.read_into(&open, address, size(asked)?, None)
}

pub(super) fn write(call: &mut Call<'_>) -> Answer {
    let [fd, address, asked, ..] = call.args;
    let open = call.machine.files.open.get(fd)?;
    call.write_from(&open, address, size(asked)?, None)
}

fn offset(at: u64) -> Result<Option<i64>, Errno> {
    i64::try_from(at).map(Some).map_err(|_| Errno::INVAL)
}

/// The console, whatever the host has put there, sockets and pipes are streams.
fn placed(open: &Open) -> Result<(), Errno> {
    match open {
        Open::Console(_) | Open::Socket(_) | Open::Routes(_) | Open::Pipe { .. } => Err(Errno::SPIPE),
        Open::File(_) | Open::Folder(_) | Open::Code(_) => Ok(()),
    }
}

pub(super) fn read_at(call: &mut Call<'_>) -> Answer {
    let [fd, address, asked, at, ..] = call.args;
    let open = call.machine.files.open.get(fd)?;
    placed(&open)?;
    call.read_into(&open, address, size(asked)?, offset(at)?)
}

pub(super) fn write_at(call: &mut Call<'_>) -> Answer {
    let [fd, address, asked, at, ..] = call.args;
    let open = call.machine.files.open.get(fd)?;
    placed(&open)?;
    call.write_from(&open, address, size(asked)?, offset(at)?)
}

pub(super) fn read_vector(call: &mut Call<'_>) -> Answer {
    let [fd, address, count, ..] = call.args;
    let open = call.machine.files.open.get(fd)?;
    // A transfer in part is one that the guest must expect.
    match call.vector(address, count)?.into_iter().find(|(_, length)| *length > 0) {
        Some((base, length)) => call.read_into(&open, base, size(length)?, None),
        None => Ok(0),
    }
}

pub(super) fn write_vector(call: &mut Call<'_>) -> Answer {
    let [fd, address, count, ..] = call.args;
    let open = call.machine.files.open.get(fd)?;
    let mut all = 0;
    for (base, length) in call.vector(address, count)? {
        let length = size(length)?;
        if length == 0 {
            continue;
        }
        if all as usize + length > TRANSFER && all > 0 {
            break;
        }
        match call.write_from(&open, base, length, None) {
            Ok(done) => {
                all += done;
                if (done as usize) < length {
                    break;
                }
            }
            Err(error) if all == 0 => return Err(error),
            Err(_) => break,
        }
    }
    Ok(all)
}

pub(super) fn seek(call: &mut Call<'_>) -> Answer {
    let [fd, at, whence, ..] = call.args;
    let open = call.machine.files.open.get(fd)?;
    placed(&open)?;
    if let Open::Folder(listing) = &*open {
        // Only back to the start.
        if at != 0 || whence != 0 {
            return Err(Errno::INVAL);
        }
        *listing.read.lock().unwrap_or_else(|e| e.into_inner()) = 0;
        return Ok(0);
    }
    if !matches!(whence as u32 as i32, libc::SEEK_SET | libc::SEEK_CUR | libc::SEEK_END) {
        return Err(Errno::INVAL);
    }
    let fd = open.host()?.as_raw_fd();
    // SAFETY: plain numbers.
    answer(unsafe { libc::lseek(fd, at as i64, whence as i32) } as isize)
}

pub(super) fn sync(call: &mut Call<'_>) -> Answer {
    let open = call.machine.files.open.get(call.args[0])?;
    rustix::fs::fsync(open.host()?).map(|()| 0)
}

pub(super) fn truncate(call: &mut Call<'_>) -> Answer {
    let [fd, length, ..] = call.args;
    let open = call.machine.files.open.get(fd)?;
    match &*open {
        Open::File(file) if file.write => {
            i64::try_from(length).map_err(|_| Errno::INVAL)?;
            rustix::fs::ftruncate(&file.fd, length).map(|()| 0)
        }
        Open::Code(place) => {
            let mut place = place.lock().unwrap_or_else(|e| e.into_inner());
            match *place {
                Some((_, size)) if length <= size => Ok(0),
                Some(_) => Err(Errno::NOSPC),
                None => {
                    let start = call.machine.memory.new_code(length).map_err(|_| Errno::NOSPC)?;
                    *place = Some((start, length));
                    Ok(0)
                }
            }
        }
        _ => Err(Errno::INVAL),
    }
}
