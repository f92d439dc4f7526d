//! The guest's clocks against the host's: the same, but that what counts goes on from a snapshot's time.

use crate::watch::processor_time;

/// How far the guest's clocks are from the host's, in nanoseconds, modulo 2^64.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shift {
    counting: u64,
    processor: u64,
}

/// The host's clock in nanoseconds.
pub fn host(clock: libc::clockid_t) -> u64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: fills the structure given.
    unsafe { libc::clock_gettime(clock, &mut time) };
    (time.tv_sec as u64).wrapping_mul(1_000_000_000).wrapping_add(time.tv_nsec as u64)
}

impl Shift {
    /// So that the guest's clocks show these times now.
    pub fn to(monotonic: u64, used: u64) -> Self {
        Self {
            counting: monotonic.wrapping_sub(host(libc::CLOCK_MONOTONIC)),
            processor: used.wrapping_sub(processor_time().as_nanos() as u64),
        }
    }

    /// What a clock of the guest is ahead of the host's.
    pub fn of(&self, clock: libc::clockid_t) -> u64 {
        match clock {
            libc::CLOCK_MONOTONIC
            | libc::CLOCK_MONOTONIC_RAW
            | libc::CLOCK_MONOTONIC_COARSE
            | libc::CLOCK_BOOTTIME => self.counting,
            libc::CLOCK_PROCESS_CPUTIME_ID => self.processor,
            _ => 0,
        }
    }

    /// The guest's monotonic clock.
    pub fn monotonic(&self) -> u64 {
        host(libc::CLOCK_MONOTONIC).wrapping_add(self.counting)
    }

    /// Processor time that the guest has used.
    pub fn used(&self) -> u64 {
        (processor_time().as_nanos() as u64).wrapping_add(self.processor)
    }

    /// A moment of a clock of the guest, as the host's.
    pub fn at_host(&self, clock: libc::clockid_t, time: libc::timespec) -> libc::timespec {
        let ahead = i128::from(self.of(clock) as i64);
        if ahead == 0 {
            return time;
        }
        let nanos = i128::from(time.tv_sec) * 1_000_000_000 + i128::from(time.tv_nsec) - ahead;
        let nanos = nanos.clamp(0, i128::from(i64::MAX) * 1_000_000_000);
        libc::timespec { tv_sec: (nanos / 1_000_000_000) as i64, tv_nsec: (nanos % 1_000_000_000) as i64 }
    }
}
