//! Snapshots: a running guest's memory and threads go to a file and come back.
//!
//! The file is opened before rights are given up, and written by a thread of the host that waits until it is asked: by the guest just before `main`, by SIGUSR1, or
//! by time. A restored guest's monotonic clock goes on where it was; the clock of the day is the host's. Page tables are not in the file: they are made anew.

pub(crate) mod cache;
pub(crate) mod format;
pub(crate) mod pause;
pub(crate) mod state;

use crate::error::SandboxError;
use crate::files::Open;
use crate::machine::Machine;
use crate::policy::Policy;
use format::{DAMAGED, Header, Sum};
use state::{OpenState, State, ThreadState};
use std::fs::File;
use std::io::{self, Write};
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// The number of the system call with which a guest asks for a snapshot of itself. No kernel has it.
pub const CALL: u64 = 0x5256;

/// Asks for a snapshot, if the command line has; nothing happens anywhere else.
pub fn request() {
    // SAFETY: a number that no kernel serves; no arguments.
    unsafe { libc::syscall(CALL as libc::c_long) };
}

/// Lets a signal run a function.
pub(crate) fn handle(signal: i32, handler: extern "C" fn(i32)) -> io::Result<()> {
    // SAFETY: all zeros is a valid value of this plain structure; the handlers do what is allowed in one.
    let result = unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = handler as usize;
        libc::sigaction(signal, &action, std::ptr::null_mut())
    };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// Where snapshots go.
#[derive(Debug)]
pub struct Target {
    file: File,
    /// Asked by bytes in a pipe.
    asked: OwnedFd,
    ask: OwnedFd,
    after: Option<Duration>,
    /// Whether the guest may ask, which it does once.
    at_main: bool,
    /// Whether it has.
    done: AtomicBool,
    /// What is started, if the start is to be kept.
    kept: Option<Kept>,
}

/// A start that is to be kept.
#[derive(Debug)]
struct Kept {
    key: Vec<u8>,
    /// Where the guest asked.
    at: AtomicU64,
}

/// The pipe's end for the signal handler.
static SIGNALLED: AtomicI32 = AtomicI32::new(-1);

extern "C" fn signalled(_: i32) {
    let end = SIGNALLED.load(Ordering::Relaxed);
    // SAFETY: one byte; a write is allowed in a handler.
    unsafe { libc::write(end, b"s".as_ptr().cast(), 1) };
}

impl Target {
    /// Makes the file and listens for signals, if the policy names one.
    pub fn new(policy: &Policy) -> Result<Option<Self>, SandboxError> {
        let Some(path) = &policy.snapshot else { return Ok(None) };
        let problem = || SandboxError::host(format!("{}", path.display()));
        // Guests may run from what was there: it stays theirs.
        if std::fs::symlink_metadata(path).is_ok_and(|m| m.is_file()) {
            std::fs::remove_file(path).map_err(problem())?;
        }
        let mut how = std::fs::OpenOptions::new();
        let file = how.read(true).write(true).create_new(true).mode(0o600).open(path).map_err(problem())?;
        let flags = rustix::pipe::PipeFlags::CLOEXEC | rustix::pipe::PipeFlags::NONBLOCK;
        let (asked, ask) = rustix::pipe::pipe_with(flags).map_err(SandboxError::host("a pipe"))?;
        SIGNALLED.store(ask.as_raw_fd(), Ordering::Relaxed);
        pause::prepare()
            .and_then(|()| handle(libc::SIGUSR1, signalled))
            .map_err(SandboxError::host("signals"))?;
        let after = policy.snapshot_after;
        Ok(Some(Self {
            file,
            asked,
            ask,
            after,
            at_main: after.is_none(),
            done: AtomicBool::new(false),
            kept: None,
        }))
    }

    /// For a start that is to be kept in a file of the cache.
    fn of_start(file: File, key: Vec<u8>) -> io::Result<Self> {
        let (asked, ask) = rustix::pipe::pipe_with(rustix::pipe::PipeFlags::CLOEXEC)?;
        pause::prepare()?;
        let kept = Some(Kept { key, at: AtomicU64::new(0) });
        Ok(Self { file, asked, ask, after: None, at_main: true, done: AtomicBool::new(false), kept })
    }

    /// The guest asks: it stops before its next instruction.
    pub fn requested(&self, machine: &Machine, at: u64) {
        // Once: a guest that goes on asking would write to the host's disk for ever.
        if self.at_main && !self.done.swap(true, Ordering::SeqCst) {
            if let Some(kept) = &self.kept {
                kept.at.store(at, Ordering::SeqCst);
            }
            machine.pause.begin();
            let _ = rustix::io::write(&self.ask, b"m");
        }
    }
}

/// Starts the thread that writes snapshots.
pub fn start(machine: &Arc<Machine>) -> io::Result<()> {
    if machine.snapshot.is_none() {
        return Ok(());
    }
    let machine = Arc::clone(machine);
    let work = move || {
        let Some(target) = &machine.snapshot else { return };
        let mut until = target.after.map(|after| Instant::now() + after);
        loop {
            let wait = until.map_or(-1, |until| {
                until.saturating_duration_since(Instant::now()).as_millis().min(i32::MAX as u128 - 1) as i32
                    + 1
            });
            let mut poll = libc::pollfd { fd: target.asked.as_raw_fd(), events: libc::POLLIN, revents: 0 };
            // SAFETY: an array of one.
            let ready = unsafe { libc::poll(&mut poll, 1, wait) };
            let over = until.is_some_and(|until| Instant::now() >= until);
            if ready <= 0 && !over {
                continue;
            }
            if over {
                until = None;
            }
            let _ = rustix::io::read(&target.asked, &mut [0; 64]);
            let taken = machine.pause.with_all(&machine, |threads| take(&machine, target, threads));
            match taken {
                _ if target.kept.is_some() => return,
                Ok(()) => {}
                Err(text) => {
                    let text = format!("rvm: sandbox: no snapshot was taken: {text}\n");
                    let _ = io::stderr().write_all(text.as_bytes());
                }
            }
        }
    };
    std::thread::Builder::new().stack_size(256 << 10).spawn(work).map(drop)
}

/// Writes the file.
fn take(machine: &Machine, target: &Target, threads: &[ThreadState]) -> Result<(), String> {
    let text = |e: io::Error| e.to_string();
    let file = &target.file;
    file.set_len(0).map_err(text)?;
    let (key, seen) = match &target.kept {
        None => Default::default(),
        // What was written would be missing.
        Some(_) if machine.counters.output.load(Ordering::SeqCst) > 0 => return Err("it has written".into()),
        // Nor may the program have begun.
        Some(kept) if !threads.iter().any(|t| t.regs.rip == kept.at.load(Ordering::SeqCst)) => {
            return Err("it has gone on".into());
        }
        Some(kept) => (kept.key.clone(), machine.files.noted().ok_or("it has asked for too many files")?),
    };
    let open = machine.files.open.all().into_iter().map(|open| descriptor(machine, open.as_deref()));
    let open = open.collect::<Result<Vec<_>, String>>()?;
    let (pages_end, pages_sum, memory) = machine.memory.save(file)?;
    let actions = machine.actions.lock().unwrap_or_else(|e| e.into_inner()).concat();
    let state = State {
        monotonic: machine.shift.monotonic(),
        used: machine.shift.used(),
        brk: *machine.brk.lock().unwrap_or_else(|e| e.into_inner()),
        next_tid: machine.threads.next(),
        fault: machine.faults.function(),
        folder: machine.files.folder.clone(),
        actions,
        memory,
        threads: threads.to_vec(),
        open,
        key,
        seen,
    };
    let bytes = state.write();
    file.write_all_at(&bytes, pages_end).map_err(text)?;
    let header = Header {
        pages_end,
        state: bytes.len() as u64,
        pages_sum,
        state_sum: Sum::of(&bytes),
        build: machine.build,
        kind: machine.shape.kind(),
    };
    header.write(file).map_err(text)
}

fn descriptor(machine: &Machine, open: Option<&Open>) -> Result<OpenState, String> {
    Ok(match open {
        None => OpenState::Closed,
        Some(Open::Console(number)) => OpenState::Console(*number as u64),
        Some(Open::Folder(listing)) => {
            let read = *listing.read.lock().unwrap_or_else(|e| e.into_inner());
            OpenState::Folder(listing.path.clone(), read as u64)
        }
        Some(Open::Socket(_) | Open::Routes(_)) => {
            return Err("a socket is open: a snapshot cannot hold it".into());
        }
        Some(Open::Pipe { .. }) => return Err("a pipe is open: a snapshot cannot hold it".into()),
        Some(Open::Code(place)) => OpenState::Code(*place.lock().unwrap_or_else(|e| e.into_inner())),
        Some(Open::File(file)) => {
            machine.files.find(&file.path).map_err(|_| format!("{} is open and gone", file.path))?;
            let at = rustix::fs::seek(&file.fd, rustix::fs::SeekFrom::Current(0)).unwrap_or(0);
            OpenState::File(file.path.clone(), file.flags.bits().into(), at)
        }
    })
}

/// A snapshot's file, checked.
#[derive(Debug)]
pub struct Snapshot {
    file: File,
    header: Header,
    /// What is in it beside pages.
    pub state: State,
}

fn refused(path: &Path) -> impl Fn(String) -> SandboxError + '_ {
    move |why| SandboxError::Option(format!("{}: {why}", path.display()))
}

impl Snapshot {
    /// Opens and checks it against this executable.
    pub fn open(path: &Path, build: u64) -> Result<Self, SandboxError> {
        // Not to wait for who writes to a pipe.
        let file = std::fs::OpenOptions::new().read(true).custom_flags(libc::O_NONBLOCK).open(path);
        let file = file.map_err(SandboxError::host(path.display().to_string()))?;
        if !file.metadata().is_ok_and(|m| m.is_file()) {
            return Err(refused(path)("it is not a snapshot, or was not finished".into()));
        }
        Self::from_file(file, build).map_err(refused(path))
    }

    /// Checks an open file against this executable.
    pub fn from_file(file: File, build: u64) -> Result<Self, String> {
        let (header, state) = Self::check(&file, build)?;
        Ok(Self { file, header, state })
    }

    fn check(file: &File, build: u64) -> Result<(Header, State), String> {
        let header = Header::read(file)?;
        if header.build != build {
            return Err("it was made by another build of rvm".into());
        }
        let mut bytes = vec![0; header.state as usize];
        file.read_exact_at(&mut bytes, header.pages_end).map_err(|e| e.to_string())?;
        if Sum::of(&bytes) != header.state_sum {
            return Err("its state is damaged".into());
        }
        let mut sum = Sum::default();
        // A part that stays in the cache, and takes no page of its own for each page read.
        let mut part = vec![0; 64 << 10];
        let mut at = crate::layout::PAGE;
        while at < header.pages_end {
            let size = (header.pages_end - at).min(part.len() as u64) as usize;
            file.read_exact_at(&mut part[..size], at).map_err(|e| e.to_string())?;
            sum.add(&part[..size]);
            at += size as u64;
        }
        if sum.finish() != header.pages_sum {
            return Err("its pages are damaged".into());
        }
        Ok((header, State::read(&bytes)?))
    }

    /// Whether this processor and KVM are of its kind.
    pub fn check_kind(&self, kind: u64) -> Result<(), SandboxError> {
        if self.header.kind == kind {
            return Ok(());
        }
        Err(SandboxError::Option("the snapshot was made on another kind of machine".into()))
    }

    /// Makes memory and descriptors what they were.
    pub fn restore(&self, machine: &Machine) -> Result<(), SandboxError> {
        let wrong = |why: String| SandboxError::Option(format!("the snapshot cannot be restored: {why}"));
        machine.memory.restore(&self.state.memory, &self.file, self.header.pages_end).map_err(wrong)?;
        for (number, open) in self.state.open.iter().enumerate() {
            let open = match open {
                OpenState::Closed => None,
                OpenState::Console(console) => Some(Open::Console(*console as i32)),
                OpenState::Code(place) => {
                    let sound = place.is_none_or(|(start, size)| {
                        start.checked_add(size).is_some_and(|end| end <= self.state.memory.code)
                    });
                    if !sound {
                        return Err(wrong(DAMAGED.into()));
                    }
                    Some(Open::Code((*place).into()))
                }
                OpenState::File(path, flags, at) => {
                    let open = machine.files.reopen(path, *flags as u32).and_then(|open| {
                        if let Open::File(file) = &open {
                            rustix::fs::seek(file.fd.as_fd(), rustix::fs::SeekFrom::Start(*at))?;
                        }
                        Ok(open)
                    });
                    Some(open.map_err(|e| wrong(format!("{path} is open in it: {e}; grant it with --dir")))?)
                }
                OpenState::Folder(path, read) => {
                    let open = machine.files.reopen(path, 0);
                    let open = open.map_err(|e| wrong(format!("{path} is open in it: {e}")))?;
                    if let Open::Folder(listing) = &open {
                        *listing.read.lock().unwrap_or_else(|e| e.into_inner()) = *read as usize;
                    }
                    Some(open)
                }
            };
            machine.files.open.put(number, open).map_err(|_| wrong(DAMAGED.into()))?;
        }
        Ok(())
    }
}
