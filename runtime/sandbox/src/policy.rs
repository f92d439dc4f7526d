//! What a program is granted. The same policy holds in every mode.

use crate::net::NetGrant;
use std::path::PathBuf;
use std::time::Duration;

/// Where a program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// As an ordinary process, without limits.
    #[default]
    None,
    /// As a process behind seccomp, Landlock and resource limits.
    Process,
    /// As the guest of a virtual machine.
    Kvm,
}

/// A folder or file of the host that the program may use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Its path on the host.
    pub host: PathBuf,
    /// Its path as the program sees it: absolute, without `.` and `..`.
    pub guest: String,
    /// Whether it may be changed.
    pub write: bool,
    /// Whether links may be made in it.
    pub links: bool,
    /// Only class files may be opened: for the class path that nobody named.
    pub classes_only: bool,
}

/// What is granted.
#[derive(Debug, Clone)]
pub struct Policy {
    /// `--sandbox`
    pub mode: Mode,
    /// `--memory`, in bytes
    pub memory: u64,
    /// Whether `--memory` was given.
    pub memory_named: bool,
    /// `--cpus`
    pub cpus: Option<usize>,
    /// `--timeout`
    pub wall: Option<Duration>,
    /// `--cpu-time`
    pub cpu: Option<Duration>,
    /// `--dir`, and the class path
    pub grants: Vec<Grant>,
    /// `--env`
    pub environment: Vec<(String, String)>,
    /// `--net`
    pub net: Vec<NetGrant>,
    /// `--max-output`, in bytes
    pub output: Option<u64>,
    /// `--sandbox-report`
    pub report: bool,
    /// `--snapshot`
    pub snapshot: Option<PathBuf>,
    /// `--snapshot-after`
    pub snapshot_after: Option<Duration>,
    /// `--restore`
    pub restore: Option<PathBuf>,
    /// `--snapshot-cache`: the folder in which a start looks for a snapshot of an earlier one
    pub cache: Option<PathBuf>,
    /// Most threads at once.
    pub threads: usize,
    /// The folder that relative paths start from, as the program sees it.
    pub folder: String,
}

/// `--memory` where it is not given.
pub const MEMORY: u64 = 1 << 30;
/// The variable that tells a guest the addresses of hosts that were granted by name: `NAME=ADDRESS`, separated by spaces.
pub const HOSTS: &str = "RVM_NET_HOSTS";
/// Most threads at once.
pub const THREADS: usize = 512;

impl Default for Policy {
    fn default() -> Self {
        Self {
            mode: Mode::None,
            memory: MEMORY,
            memory_named: false,
            cpus: None,
            wall: None,
            cpu: None,
            grants: Vec::new(),
            environment: Vec::new(),
            net: Vec::new(),
            output: None,
            report: false,
            snapshot: None,
            snapshot_after: None,
            restore: None,
            cache: None,
            threads: THREADS,
            folder: "/".to_owned(),
        }
    }
}

impl Policy {
    /// Largest Java heap that fits into the memory with its copy, for when none is named.
    pub fn heap(&self) -> u64 {
        let rest = self.memory.saturating_sub(48 << 20);
        (rest / 2).max(4 << 20) & !0xf_ffff
    }
}
