//! Futexes: those of the host, on guest memory. The guest's words are at addresses of this process that hold nothing else.

use super::{Answer, Call};
use crate::memory::{Access, GuestMemory};
use rustix::io::Errno;

const COMMAND: i32 = 0x7f;

fn call_host(word: usize, op: i32, value: u64, timeout: usize, other: usize, last: u64) -> Answer {
    // SAFETY: the kernel checks the addresses; they are guest memory or null, `timeout` may be a count or a structure that lives for the call.
    let result = unsafe {
        libc::syscall(libc::SYS_futex, word, op | libc::FUTEX_PRIVATE_FLAG, value, timeout, other, last)
    };
    if result < 0 {
        Err(Errno::from_io_error(&std::io::Error::last_os_error()).unwrap_or(Errno::INVAL))
    } else {
        Ok(result as u64)
    }
}

/// Wakes whoever waits on a word.
pub fn wake(memory: &GuestMemory, address: u64) {
    if let Ok(word) = memory.futex_word(address, Access::Write) {
        let _ = call_host(word, libc::FUTEX_WAKE, i32::MAX as u64, 0, 0, 0);
    }
}

fn word(call: &Call<'_>, address: u64) -> Result<usize, Errno> {
    if !address.is_multiple_of(4) {
        return Err(Errno::INVAL);
    }
    call.checked(call.memory().futex_word(address, Access::Read))
}

pub(super) fn futex(call: &mut Call<'_>) -> Answer {
    let [address, op, value, timeout, other, last] = call.args;
    let op = op as u32 as i32;
    let command = op & COMMAND;
    if op & !(COMMAND | libc::FUTEX_PRIVATE_FLAG | libc::FUTEX_CLOCK_REALTIME) != 0 {
        return Err(Errno::NOSYS);
    }
    let clock = op & libc::FUTEX_CLOCK_REALTIME;
    match command {
        libc::FUTEX_WAIT | libc::FUTEX_WAIT_BITSET => {
            let limit = match timeout {
                0 => None,
                at => {
                    let [seconds, nanos] = call.words::<2>(at)?;
                    let time = libc::timespec { tv_sec: seconds as i64, tv_nsec: nanos as i64 };
                    let sound = time.tv_sec >= 0 && (0..1_000_000_000).contains(&time.tv_nsec);
                    Some(match command {
                        // What makes no sense the host refuses.
                        _ if !sound || clock != 0 => time,
                        libc::FUTEX_WAIT => call.rest_of(time),
                        _ => call.machine.shift.at_host(libc::CLOCK_MONOTONIC, time),
                    })
                }
            };
            let limit = limit.as_ref().map_or(0, |time| std::ptr::from_ref(time) as usize);
            call_host(
                word(call, address)?,
                command | clock,
                value & 0xffff_ffff,
                limit,
                0,
                last & 0xffff_ffff,
            )
        }
        libc::FUTEX_WAKE | libc::FUTEX_WAKE_BITSET => {
            call_host(word(call, address)?, command, value & 0xffff_ffff, 0, 0, last & 0xffff_ffff)
        }
        libc::FUTEX_REQUEUE | libc::FUTEX_CMP_REQUEUE => {
            let (first, second) = (word(call, address)?, word(call, other)?);
            call_host(
                first,
                command,
                value & 0xffff_ffff,
                (timeout & 0x7fff_ffff) as usize,
                second,
                last & 0xffff_ffff,
            )
        }
        _ => Err(Errno::NOSYS),
    }
}
