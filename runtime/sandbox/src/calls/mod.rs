//! The system calls that a guest is served: one table of number, name, policy check and handler. What is not in it gets ENOSYS.

mod console;
mod folders;
mod futex;
mod memory;
mod net;
mod routes;
mod stat;
mod system;
mod thread;
mod time;
mod transfer;

pub use futex::wake;
pub use system::random;

use crate::machine::Machine;
use crate::memory::Fault;
use crate::worker::Thread;
use rustix::io::Errno;
use std::sync::Arc;

/// A system call that is being served.
#[derive(Debug)]
pub struct Call<'a> {
    /// The machine.
    pub machine: &'a Arc<Machine>,
    /// The thread that calls.
    pub thread: &'a mut Thread,
    /// Its arguments.
    pub args: [u64; 6],
}

/// A value of 0 or more, or an error number.
pub type Answer = Result<u64, Errno>;

/// What the policy must grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// Some folder or file.
    Files,
    /// Some folder that may be changed.
    Changes,
    /// Some folder in which links may be made.
    Links,
    /// Something of the network.
    Network,
}

/// A row of the table.
#[derive(Debug)]
pub struct Row {
    /// Linux's number for x86-64.
    pub number: u64,
    /// Its name.
    pub name: &'static str,
    /// What the policy must grant.
    pub needs: Needs,
    handler: fn(&mut Call<'_>) -> Answer,
}

/// Numbers below this are counted one by one.
pub const NUMBERS: usize = 480;

macro_rules! rows {
    ($($number:literal $name:literal $needs:ident $handler:path;)*) => {
        &[$(Row { number: $number, name: $name, needs: Needs::$needs, handler: $handler }),*]
    };
}

/// The table, in order of number.
pub static TABLE: &[Row] = rows! {
    0 "read" Nothing transfer::read;
    1 "write" Nothing transfer::write;
    2 "open" Nothing folders::open;
    3 "close" Nothing folders::close;
    4 "stat" Nothing stat::stat;
    5 "fstat" Nothing stat::fstat;
    6 "lstat" Nothing stat::lstat;
    7 "poll" Nothing console::poll;
    8 "lseek" Nothing transfer::seek;
    9 "mmap" Nothing memory::map;
    10 "mprotect" Nothing memory::protect;
    11 "munmap" Nothing memory::unmap;
    12 "brk" Nothing memory::brk;
    13 "rt_sigaction" Nothing system::signal_action;
    14 "rt_sigprocmask" Nothing system::signal_mask;
    16 "ioctl" Nothing console::control;
    17 "pread64" Nothing transfer::read_at;
    18 "pwrite64" Nothing transfer::write_at;
    19 "readv" Nothing transfer::read_vector;
    20 "writev" Nothing transfer::write_vector;
    21 "access" Nothing stat::access;
    24 "sched_yield" Nothing thread::give_way;
    28 "madvise" Nothing memory::advise;
    35 "nanosleep" Nothing time::sleep;
    39 "getpid" Nothing system::process;
    41 "socket" Network net::socket;
    42 "connect" Network net::connect;
    43 "accept" Network net::accept;
    44 "sendto" Network net::send_to;
    45 "recvfrom" Network net::receive_from;
    47 "recvmsg" Network routes::receive_message;
    48 "shutdown" Network net::shutdown;
    49 "bind" Network net::bind;
    50 "listen" Network net::listen;
    51 "getsockname" Network net::own_name;
    52 "getpeername" Network net::peer_name;
    54 "setsockopt" Network net::set_option;
    55 "getsockopt" Network net::get_option;
    56 "clone" Nothing thread::clone;
    60 "exit" Nothing thread::exit;
    62 "kill" Nothing thread::kill;
    63 "uname" Nothing system::name;
    72 "fcntl" Nothing folders::control;
    74 "fsync" Changes transfer::sync;
    75 "fdatasync" Changes transfer::sync;
    77 "ftruncate" Nothing transfer::truncate;
    79 "getcwd" Nothing folders::current;
    82 "rename" Changes folders::rename;
    83 "mkdir" Changes folders::make;
    84 "rmdir" Changes folders::remove;
    86 "link" Links folders::link;
    87 "unlink" Changes folders::unlink;
    88 "symlink" Links folders::symbolic_link;
    89 "readlink" Nothing folders::read_link;
    90 "chmod" Changes stat::change_mode;
    97 "getrlimit" Nothing system::old_limits;
    99 "sysinfo" Nothing system::info;
    102 "getuid" Nothing system::user;
    104 "getgid" Nothing system::user;
    107 "geteuid" Nothing system::user;
    108 "getegid" Nothing system::user;
    110 "getppid" Nothing system::parent;
    131 "sigaltstack" Nothing system::signal_stack;
    137 "statfs" Files stat::file_system;
    158 "arch_prctl" Nothing thread::architecture;
    186 "gettid" Nothing thread::number;
    200 "tkill" Nothing thread::kill_thread;
    202 "futex" Nothing futex::futex;
    204 "sched_getaffinity" Nothing system::affinity;
    217 "getdents64" Files folders::list;
    218 "set_tid_address" Nothing thread::set_address;
    228 "clock_gettime" Nothing time::get;
    229 "clock_getres" Nothing time::resolution;
    230 "clock_nanosleep" Nothing time::sleep_on;
    231 "exit_group" Nothing thread::exit_all;
    234 "tgkill" Nothing thread::kill_of_group;
    257 "openat" Nothing folders::open_at;
    258 "mkdirat" Changes folders::make_at;
    262 "newfstatat" Nothing stat::stat_at;
    263 "unlinkat" Changes folders::unlink_at;
    264 "renameat" Changes folders::rename_at;
    265 "linkat" Links folders::link_at;
    266 "symlinkat" Links folders::symbolic_link_at;
    267 "readlinkat" Nothing folders::read_link_at;
    268 "fchmodat" Changes stat::change_mode_at;
    269 "faccessat" Nothing stat::access_at;
    273 "set_robust_list" Nothing system::accept;
    280 "utimensat" Changes stat::set_times;
    288 "accept4" Network net::accept4;
    293 "pipe2" Nothing net::pipe;
    302 "prlimit64" Nothing system::limits;
    316 "renameat2" Changes folders::rename_at2;
    318 "getrandom" Nothing system::get_random;
    319 "memfd_create" Nothing memory::new_code;
    332 "statx" Nothing stat::statx;
    439 "faccessat2" Nothing stat::access_at;
    0x5256 "snapshot" Nothing system::snapshot;
    0x5257 "watch faults" Nothing system::watch_faults;
    0x5258 "tell of a fault" Nothing system::tell_of_fault;
};

/// The row of a number.
pub fn find(number: u64) -> Option<&'static Row> {
    TABLE.binary_search_by_key(&number, |row| row.number).ok().map(|at| &TABLE[at])
}

/// Serves a call; what goes into the guest's register.
pub fn serve(call: &mut Call<'_>, number: u64) -> u64 {
    let counters = &call.machine.counters;
    counters.call(number);
    let answer = match find(number) {
        None => Err(Errno::NOSYS),
        Some(row) => call.allowed(row.needs).and_then(|()| (row.handler)(call)),
    };
    match answer {
        Ok(value) => value,
        Err(error) => {
            if matches!(error, Errno::NOSYS | Errno::ACCESS | Errno::PERM | Errno::ROFS) {
                call.machine.counters.refuse();
            }
            (-i64::from(error.raw_os_error())) as u64
        }
    }
}

/// Longest path.
const PATH: usize = 4096;
/// Most bytes of one transfer: what is longer is done in part, as the guest must expect of any transfer.
const TRANSFER: usize = 1 << 20;

impl Call<'_> {
    fn allowed(&self, needs: Needs) -> Result<(), Errno> {
        match needs {
            Needs::Nothing => Ok(()),
            Needs::Files if self.machine.files.any() => Ok(()),
            Needs::Files => Err(Errno::NOENT),
            Needs::Changes if self.machine.files.any_writable() => Ok(()),
            Needs::Changes => Err(Errno::ROFS),
            Needs::Links if self.machine.files.any_links() => Ok(()),
            Needs::Links => Err(Errno::NOSYS),
            Needs::Network if self.machine.policy.any_net() => Ok(()),
            Needs::Network => Err(Errno::ACCESS),
        }
    }

    fn memory(&self) -> &crate::memory::GuestMemory {
        &self.machine.memory
    }

    /// Ends the guest for faults that are limits, else EFAULT.
    fn checked<T>(&self, result: Result<T, Fault>) -> Result<T, Errno> {
        result.map_err(|fault| match fault {
            Fault::Unmapped => Errno::FAULT,
            Fault::Limit => self.machine.end(&crate::ending::Ending::Memory(self.machine.policy.memory)),
            Fault::Host => {
                self.machine.end(&crate::ending::Ending::Host(crate::worker::NO_MEMORY.to_owned()))
            }
        })
    }

    fn get(&self, address: u64, bytes: &mut [u8]) -> Result<(), Errno> {
        self.checked(self.memory().get(address, bytes))
    }

    fn put(&self, address: u64, bytes: &[u8]) -> Result<(), Errno> {
        self.checked(self.memory().put(address, bytes))
    }

    /// Reads words.
    fn words<const N: usize>(&self, address: u64) -> Result<[u64; N], Errno> {
        let mut words = [0; N];
        for (i, word) in words.iter_mut().enumerate() {
            let mut bytes = [0; 8];
            self.get(address.checked_add(i as u64 * 8).ok_or(Errno::FAULT)?, &mut bytes)?;
            *word = u64::from_le_bytes(bytes);
        }
        Ok(words)
    }

    fn put_words(&self, address: u64, words: &[u64]) -> Result<(), Errno> {
        let bytes: Vec<u8> = words.iter().flat_map(|w| w.to_le_bytes()).collect();
        self.put(address, &bytes)
    }

    /// Reads a text that ends in 0, page by page.
    fn text(&self, address: u64) -> Result<String, Errno> {
        let mut bytes = Vec::new();
        let mut at = address;
        loop {
            let page_end = (at | 4095).checked_add(1).ok_or(Errno::FAULT)?;
            let mut part = vec![0; (page_end - at) as usize];
            self.get(at, &mut part)?;
            if let Some(end) = part.iter().position(|b| *b == 0) {
                bytes.extend(&part[..end]);
                break;
            }
            bytes.extend(part);
            if bytes.len() >= PATH {
                return Err(Errno::NAMETOOLONG);
            }
            at = page_end;
        }
        if bytes.len() >= PATH {
            return Err(Errno::NAMETOOLONG);
        }
        String::from_utf8(bytes).map_err(|_| Errno::ILSEQ)
    }

    /// A path that is relative to the current folder only.
    fn path_at(&self, folder: u64, address: u64) -> Result<String, Errno> {
        let path = self.text(address)?;
        if folder as u32 as i32 != libc::AT_FDCWD && !path.starts_with('/') {
            return Err(Errno::NOTDIR);
        }
        Ok(path)
    }
}
