//! The console: what terminals and pipes are asked.

use super::{Answer, Call};
use crate::files::Open;
use rustix::io::Errno;
use std::os::fd::AsRawFd;

const MOST: u64 = 1024;

/// Only whether the host's descriptors are ready; everything else always is.
pub(super) fn poll(call: &mut Call<'_>) -> Answer {
    let [address, count, timeout, ..] = call.args;
    if count > MOST {
        return Err(Errno::INVAL);
    }
    let mut bytes = vec![0; count as usize * 8];
    call.get(address, &mut bytes)?;
    let mut kept = Vec::new();
    let mut polls: Vec<libc::pollfd> = Vec::new();
    for entry in bytes.chunks_exact(8) {
        let number = i32::from_le_bytes([entry[0], entry[1], entry[2], entry[3]]);
        let events = i16::from_le_bytes([entry[4], entry[5]]);
        let open = call.machine.files.open.get(number as u32 as u64).ok();
        // Beyond any descriptor: the answer will be POLLNVAL.
        let fd = open.as_ref().and_then(|o| o.host().ok()).map_or(i32::MAX, |f| f.as_raw_fd());
        polls.push(libc::pollfd { fd: if number < 0 { -1 } else { fd }, events, revents: 0 });
        kept.push(open);
    }
    let timeout = match timeout as i32 {
        millis @ 1.. => {
            let time = libc::timespec {
                tv_sec: (millis / 1000).into(),
                tv_nsec: (millis % 1000 * 1_000_000).into(),
            };
            let left = call.rest_of(time);
            (left.tv_sec * 1000 + (left.tv_nsec + 999_999) / 1_000_000) as i32
        }
        other => other,
    };
    // SAFETY: the array is as long as said; what it names is kept open.
    let ready = unsafe { libc::poll(polls.as_mut_ptr(), polls.len() as u64, timeout) };
    if ready < 0 {
        return Err(Errno::from_io_error(&std::io::Error::last_os_error()).unwrap_or(Errno::INTR));
    }
    for (entry, poll) in bytes.chunks_exact_mut(8).zip(&polls) {
        entry[6..8].copy_from_slice(&poll.revents.to_le_bytes());
    }
    call.put(address, &bytes)?;
    Ok(ready as u64)
}

pub(super) fn control(call: &mut Call<'_>) -> Answer {
    let [fd, request, address, ..] = call.args;
    let open = call.machine.files.open.get(fd)?;
    match (&*open, request) {
        (Open::Console(_), libc::TCGETS) => {
            let fd = open.host()?;
            if !rustix::termios::isatty(fd) {
                return Err(Errno::NOTTY);
            }
            // Whether it is a terminal is all that is told.
            call.put(address, &[0; 36])?;
            Ok(0)
        }
        (Open::Console(_), libc::TIOCGWINSZ) => {
            let size = rustix::termios::tcgetwinsize(open.host()?)?;
            let bytes: Vec<u8> =
                [size.ws_row, size.ws_col, 0, 0].iter().flat_map(|n| n.to_le_bytes()).collect();
            call.put(address, &bytes)?;
            Ok(0)
        }
        (Open::Console(_) | Open::File(_) | Open::Socket(_) | Open::Pipe { .. }, libc::FIONREAD) => {
            let count = rustix::io::ioctl_fionread(open.host()?)?;
            call.put(address, &(count.min(i32::MAX as u64) as i32).to_le_bytes())?;
            Ok(0)
        }
        // The host's never blocks.
        (Open::Socket(_), libc::FIONBIO) => Ok(0),
        (Open::Socket(_), libc::SIOCGIFINDEX) if call.machine.policy.all_net() => {
            // SAFETY: all zeros is a valid value of this plain structure.
            let mut of: libc::ifreq = unsafe { std::mem::zeroed() };
            let mut name = [0; libc::IFNAMSIZ];
            call.get(address, &mut name[..libc::IFNAMSIZ - 1])?;
            of.ifr_name = name.map(|byte| byte as libc::c_char);
            // SAFETY: reads the name, which ends in 0, and fills the number.
            let index = unsafe {
                if libc::ioctl(open.host()?.as_raw_fd(), libc::SIOCGIFINDEX as _, &raw mut of) < 0 {
                    return Err(Errno::from_io_error(&std::io::Error::last_os_error()).unwrap_or(Errno::IO));
                }
                of.ifr_ifru.ifru_ifindex
            };
            let at = address.checked_add(libc::IFNAMSIZ as u64).ok_or(Errno::FAULT)?;
            call.put(at, &index.to_le_bytes())?;
            Ok(0)
        }
        _ => Err(Errno::NOTTY),
    }
}
