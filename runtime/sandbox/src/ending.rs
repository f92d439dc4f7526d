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
    /// A signal that the guest sent itself: exit code 128 and its number.
    Signal(i32),
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
            Self::Signal(number) => 128 + (number & 0x7f),
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
            Self::Signal(number) => write!(f, "the guest ended itself with signal {number}"),
            Self::Host(text) => write!(f, "the host failed: {text}"),
        }
    }
}

/// Name of a mode, as on the command line.
pub fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::None => "none",
        Mode::Process => "process",
        Mode::Kvm => "kvm",
    }
}
