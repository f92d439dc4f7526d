//! Sleeping on a word of memory, and spinning before that.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// Sleeps while `word` is `value`, at most for `time`; may return early.
pub(super) fn wait(word: &AtomicU32, value: u32, time: Option<Duration>) {
    let time = time.map(|t| libc::timespec {
        tv_sec: libc::time_t::try_from(t.as_secs()).unwrap_or(libc::time_t::MAX),
        tv_nsec: t.subsec_nanos().into(),
    });
    let time = time.as_ref().map_or(std::ptr::null(), std::ptr::from_ref);
    // SAFETY: the word and the time outlive the call. Errors (the word changed, a signal, time out) end the sleep.
    unsafe {
        libc::syscall(
            libc::SYS_futex,
            word.as_ptr(),
            libc::FUTEX_WAIT | libc::FUTEX_PRIVATE_FLAG,
            value,
            time,
        )
    };
}

/// Wakes one sleeper.
pub(super) fn wake_one(word: &AtomicU32) {
    // SAFETY: the word is used as an address only.
    unsafe { libc::syscall(libc::SYS_futex, word.as_ptr(), libc::FUTEX_WAKE | libc::FUTEX_PRIVATE_FLAG, 1) };
}

/// How long to look at something before sleeping: longer where that was of use, not at all where it was not, but for a
/// try now and then. Spinning may even keep the thread waited for from its processor.
#[derive(Debug)]
pub(super) struct Spins {
    looks: AtomicU32,
    /// Waits until the next try, where looking was of no use.
    rest: AtomicU32,
}

const FIRST: u32 = 200;
const MOST: u32 = 2000;
const LEAST: u32 = 50;
const REST: u32 = 32;
/// Most pauses between looks that back off: some 1 to 3 us.
const LONGEST: u32 = 64;

/// With one processor nobody changes anything while this thread looks.
fn useful() -> bool {
    static SEVERAL: OnceLock<bool> = OnceLock::new();
    *SEVERAL.get_or_init(|| std::thread::available_parallelism().is_ok_and(|n| n.get() > 1))
}

impl Default for Spins {
    fn default() -> Self {
        Self { looks: AtomicU32::new(FIRST), rest: AtomicU32::new(0) }
    }
}

impl Spins {
    /// Looks for a while whether `event` happened, as often as possible: for what is awaited once.
    #[inline]
    pub fn until(&self, event: impl FnMut() -> bool) -> bool {
        self.look(1, event)
    }

    /// Looks for a while whether `event` happened, more and more seldom: each look takes a cache line from those who do the work
    /// that is waited for.
    #[inline]
    pub fn backing_off(&self, event: impl FnMut() -> bool) -> bool {
        self.look(LONGEST, event)
    }

    #[inline]
    fn look(&self, longest: u32, mut event: impl FnMut() -> bool) -> bool {
        let rest = self.rest.load(Ordering::Relaxed);
        if rest > 0 || !useful() {
            self.rest.store(rest.saturating_sub(1), Ordering::Relaxed);
            return event();
        }
        let looks = self.looks.load(Ordering::Relaxed);
        let (mut left, mut pause) = (looks, 1);
        while left > 0 {
            if event() {
                self.looks.store((looks * 2).min(MOST), Ordering::Relaxed);
                return true;
            }
            for _ in 0..pause {
                std::hint::spin_loop();
            }
            left = left.saturating_sub(pause);
            pause = (pause * 2).min(longest);
        }
        if looks <= LEAST {
            self.looks.store(FIRST, Ordering::Relaxed);
            self.rest.store(REST, Ordering::Relaxed);
        } else {
            self.looks.store(looks / 2, Ordering::Relaxed);
        }
        false
    }
}
