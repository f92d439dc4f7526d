//! Clocks and sleeping.

use super::{Answer, Call};
use rustix::io::Errno;

const SECOND: u64 = 1_000_000_000;

const KNOWN: &[i32] = &[
    libc::CLOCK_REALTIME,
    libc::CLOCK_MONOTONIC,
    libc::CLOCK_PROCESS_CPUTIME_ID,
    libc::CLOCK_THREAD_CPUTIME_ID,
    libc::CLOCK_MONOTONIC_RAW,
    libc::CLOCK_REALTIME_COARSE,
    libc::CLOCK_MONOTONIC_COARSE,
    libc::CLOCK_BOOTTIME,
];

fn clock(number: u64) -> Result<i32, Errno> {
    let number = number as u32 as i32;
    if KNOWN.contains(&number) { Ok(number) } else { Err(Errno::INVAL) }
}

pub(super) fn get(call: &mut Call<'_>) -> Answer {
    let clock = clock(call.args[0])?;
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: fills the structure given.
    unsafe { libc::clock_gettime(clock, &mut time) };
    let ahead = match clock {
        libc::CLOCK_THREAD_CPUTIME_ID => call.thread.used,
        _ => call.machine.shift.of(clock),
    };
    let words = match ahead {
        0 => [time.tv_sec as u64, time.tv_nsec as u64],
        _ => {
            let nanos = (time.tv_sec as u64).wrapping_mul(SECOND).wrapping_add(time.tv_nsec as u64);
            let nanos = nanos.wrapping_add(ahead);
            [nanos / SECOND, nanos % SECOND]
        }
    };
    call.put_words(call.args[1], &words)?;
    Ok(0)
}

pub(super) fn resolution(call: &mut Call<'_>) -> Answer {
    clock(call.args[0])?;
    if call.args[1] != 0 {
        call.put_words(call.args[1], &[0, 1])?;
    }
    Ok(0)
}

fn sleep_for(call: &mut Call<'_>, clock: i32, flags: i32, from: u64, rest: u64) -> Answer {
    let [seconds, nanos] = call.words::<2>(from)?;
    let time = libc::timespec { tv_sec: seconds as i64, tv_nsec: nanos as i64 };
    if time.tv_sec < 0 || !(0..1_000_000_000).contains(&time.tv_nsec) {
        return Err(Errno::INVAL);
    }
    let time = match flags {
        0 => call.rest_of(time),
        _ => call.machine.shift.at_host(clock, time),
    };
    let mut left = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: reads one structure and fills the other.
    match unsafe { libc::clock_nanosleep(clock, flags, &time, &mut left) } {
        0 => Ok(0),
        error => {
            if error == libc::EINTR && rest != 0 && flags == 0 {
                call.put_words(rest, &[left.tv_sec as u64, left.tv_nsec as u64])?;
            }
            Err(Errno::from_raw_os_error(error))
        }
    }
}

impl Call<'_> {
    /// What is left of a time that a call may wait, which may have begun before.
    pub(super) fn rest_of(&mut self, time: libc::timespec) -> libc::timespec {
        let now = self.machine.shift.monotonic();
        let waited = now.saturating_sub(*self.thread.since.get_or_insert(now));
        let nanos =
            i128::from(time.tv_sec) * i128::from(SECOND) + i128::from(time.tv_nsec) - i128::from(waited);
        let nanos = nanos.clamp(0, i128::from(i64::MAX));
        libc::timespec {
            tv_sec: (nanos / i128::from(SECOND)) as i64,
            tv_nsec: (nanos % i128::from(SECOND)) as i64,
        }
    }
}

pub(super) fn sleep(call: &mut Call<'_>) -> Answer {
    sleep_for(call, libc::CLOCK_MONOTONIC, 0, call.args[0], call.args[1])
}

pub(super) fn sleep_on(call: &mut Call<'_>) -> Answer {
    let [number, flags, from, rest, ..] = call.args;
    let clock = clock(number)?;
    if !matches!(clock, libc::CLOCK_REALTIME | libc::CLOCK_MONOTONIC | libc::CLOCK_BOOTTIME) {
        return Err(Errno::OPNOTSUPP);
    }
    sleep_for(call, clock, flags as i32 & libc::TIMER_ABSTIME, from, rest)
}
