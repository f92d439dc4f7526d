//! How a run ends, and with which exit code.

use crate::policy::Mode;
use std::fmt;
use std::time::Duration;

/// The end of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// The program's own exit.
    Exit(i32),
    /// `--timeout`: exit code 124.
    Time(Duration),
    /// `--cpu-time`: exit code 152.
    Cpu(Duration),
    /// `--memory`: exit code 137.
    Memory(u64),
    /// `--max-output`: exit code 153.
    Output(u64),
    /// The guest did what no guest may: exit code 139.
    Fault(String),
    /// A signal that the guest sent itself: exit code 128 and its number. What is told of it beside.
    Signal(i32, String),
    /// The host failed under the guest: exit code 125.
    Host(String),
}

impl Ending {
    /// The process's exit code.
    pub fn code(&self) -> i32 {
        match self {
            Self::Exit(code) => code & 0xff,
            Self::Time(_) => 124,
            Self::Host(_) => 125,
            Self::Memory(_) => 137,
            Self::Fault(_) => 139,
            Self::Cpu(_) => 152,
            Self::Output(_) => 153,
            Self::Signal(number, _) => 128 + (number & 0x7f),
        }
    }
}

impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exit(code) => write!(f, "exit code {code}"),
            Self::Time(limit) => write!(f, "time limit reached ({} s)", limit.as_secs_f64()),
            Self::Cpu(limit) => write!(f, "limit of processor time reached ({} s)", limit.as_secs_f64()),
            Self::Memory(limit) => write!(f, "memory limit reached ({} KiB)", limit >> 10),
            Self::Output(limit) => write!(f, "output limit reached ({limit} bytes)"),
            Self::Fault(text) => write!(f, "the guest was ended: {text}"),
            Self::Signal(number, text) => write!(f, "the guest ended itself with signal {number}{text}"),
            Self::Host(text) => write!(f, "the host failed: {text}"),
        }
    }
}

/// How long the last words may take if nobody reads them.
const LAST_WORDS: Duration = Duration::from_millis(40);

/// Whether a little may be written to a descriptor without waiting.
fn writable(fd: i32) -> bool {
    let mut poll = libc::pollfd { fd, events: libc::POLLOUT, revents: 0 };
    // SAFETY: an array of one.
    unsafe { libc::poll(&mut poll, 1, 0) > 0 }
}

/// Writes what is left to say to standard error and ends the process. Who should read it may not: a pipe that is full keeps no guest alive.
pub fn leave(code: i32, text: &str) -> ! {
    use std::io::Write;
    if !text.is_empty() {
        let guard = move || {
            loop {
                std::thread::sleep(LAST_WORDS);
                if !writable(2) {
                    // SAFETY: plain system call; ends all threads.
                    unsafe { libc::_exit(code) }
                }
            }
        };
        let guarded = std::thread::Builder::new().stack_size(64 << 10).spawn(guard).is_ok();
        // Without a thread to spare the words are the risk, not the end.
        if guarded || writable(2) {
            // Nobody is left to be told of a failure here.
            let _ = std::io::stderr().write_all(text.as_bytes());
        }
    }
    // SAFETY: plain system call; ends all threads.
    unsafe { libc::_exit(code) }
}

/// Name of a mode, as on the command line.
pub fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::None => "none",
        Mode::Process => "process",
        Mode::Kvm => "kvm",
    }
}
