//! Starts that are kept: a snapshot of a program just before its own code runs, from which the next start of the same command line begins.
//!
//! A start is the same if executable, command line, grants, environment, memory and processors are, and if every path that the first one asked about names the same
//! file, unchanged, or still none. A command line that is new leaves an empty file; when it comes again its snapshot is written into that file, under a lock, the header
//! last: what has no header is not finished and is not used. Whatever is wrong with the cache, the start goes on without it.

use super::{Snapshot, Target};
use crate::files::Files;
use crate::machine::Program;
use crate::policy::Policy;
use crate::snapshot::format::{Sum, Writer};
use rustix::fs::{AtFlags, FlockOperation, Mode, OFlags};
use rustix::io::Errno;
use std::fs::File;
use std::os::fd::OwnedFd;
use std::path::Path;

/// Most files in the cache, and most bytes.
const FILES: usize = 128;
const BYTES: u64 = 256 << 20;

/// What the cache has for a start.
#[derive(Debug)]
pub enum Start {
    /// A snapshot to begin with; the folder and name of its file.
    From(Box<Snapshot>, Place),
    /// Where to write one.
    Write(Target),
    /// Nothing.
    Plain,
}

/// A file of the cache.
#[derive(Debug)]
pub struct Place {
    folder: OwnedFd,
    name: String,
}

impl Place {
    /// Removes the file: it is of no use any more. Guests that run from it keep it.
    pub fn remove(&self) {
        let _ = rustix::fs::unlinkat(&self.folder, &self.name, AtFlags::empty());
    }
}

fn user() -> u32 {
    // SAFETY: a plain query.
    unsafe { libc::geteuid() }
}

/// The cache's folder, if it is this user's alone to change.
fn folder(path: &Path) -> Option<OwnedFd> {
    use std::os::unix::fs::DirBuilderExt;
    let flags = OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let fd = match rustix::fs::open(path, flags, Mode::empty()) {
        Err(Errno::NOENT) => {
            std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path).ok()?;
            rustix::fs::open(path, flags, Mode::empty()).ok()?
        }
        other => other.ok()?,
    };
    let stat = rustix::fs::fstat(&fd).ok()?;
    (stat.st_uid == user() && stat.st_mode & 0o022 == 0).then_some(fd)
}

/// Everything that a start depends on, but the content of files.
fn key(policy: &Policy, program: &Program, build: u64, processors: usize) -> Vec<u8> {
    let mut w = Writer::default();
    w.number(build);
    w.list(&program.arguments, |w, a| w.bytes(a.as_bytes()));
    w.list(&policy.environment, |w, (name, value)| {
        w.bytes(name.as_bytes());
        w.bytes(value.as_bytes());
    });
    w.list(&policy.grants, |w, grant| {
        w.bytes(std::path::absolute(&grant.host).unwrap_or_default().as_os_str().as_encoded_bytes());
        w.bytes(grant.guest.as_bytes());
        w.number(u64::from(grant.write) | u64::from(grant.classes_only) << 1);
    });
    w.bytes(policy.folder.as_bytes());
    w.bytes(format!("{:?}", policy.net).as_bytes());
    for number in [policy.memory, policy.memory_named.into(), policy.threads as u64, processors as u64] {
        w.number(number);
    }
    // What a start may ask of its console and system.
    use std::io::{IsTerminal, stderr, stdin, stdout};
    for terminal in [stdin().is_terminal(), stdout().is_terminal(), stderr().is_terminal()] {
        w.number(terminal.into());
    }
    // SAFETY: all zeros is a valid value of this plain structure, which the call fills.
    let system = unsafe {
        let mut system: libc::utsname = std::mem::zeroed();
        libc::uname(&mut system);
        system
    };
    for text in [system.release, system.version] {
        w.bytes(&text.map(|c| c as u8));
    }
    w.0
}

/// Removes the oldest files until there is room for one more.
fn make_room(folder: &OwnedFd) -> Option<()> {
    let mut files: Vec<(i64, u64, Vec<u8>)> = Vec::new();
    for entry in rustix::fs::Dir::read_from(folder).ok()? {
        let name = entry.ok()?.file_name().to_bytes().to_vec();
        let Ok(stat) = rustix::fs::statat(folder, &name[..], AtFlags::SYMLINK_NOFOLLOW) else { continue };
        if name.ends_with(ENDING.as_bytes()) {
            files.push((stat.st_mtime, stat.st_size as u64, name));
        }
    }
    files.sort();
    let mut bytes: u64 = files.iter().map(|f| f.1).sum();
    let mut count = files.len();
    for (_, size, name) in files {
        if count < FILES && bytes < BYTES {
            break;
        }
        (count, bytes) = (count - 1, bytes - size);
        let _ = rustix::fs::unlinkat(folder, &name[..], AtFlags::empty());
    }
    Some(())
}

const ENDING: &str = ".rvmstart";

/// Looks a start up.
pub fn look(policy: &Policy, program: &Program, build: u64, processors: usize) -> Start {
    find(policy, program, build, processors).unwrap_or(Start::Plain)
}

fn find(policy: &Policy, program: &Program, build: u64, processors: usize) -> Option<Start> {
    if policy.snapshot.is_some() {
        return None;
    }
    let folder = folder(policy.cache.as_deref()?)?;
    let key = key(policy, program, build, processors);
    let place = Place { folder, name: format!("{:016x}{ENDING}", Sum::of(&key)) };
    let how = OFlags::RDWR | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let fd = match rustix::fs::openat(&place.folder, &place.name, how, Mode::empty()) {
        Err(Errno::NOENT) => {
            // Seen for the first time. Most command lines never come again.
            make_room(&place.folder)?;
            let made = how | OFlags::CREATE | OFlags::EXCL;
            let _ = rustix::fs::openat(&place.folder, &place.name, made, Mode::RUSR | Mode::WUSR);
            return None;
        }
        other => other.ok()?,
    };
    let stat = rustix::fs::fstat(&fd).ok()?;
    let own = stat.st_uid == user() && stat.st_mode & 0o077 == 0;
    if !own || stat.st_nlink != 1 || stat.st_mode & libc::S_IFMT != libc::S_IFREG {
        return None;
    }
    let file = File::from(fd);
    // Who writes holds the lock until its process ends.
    let writing = |file: &File| rustix::fs::flock(file, FlockOperation::NonBlockingLockExclusive).is_err();
    let mut head = [0; 8];
    use std::os::unix::fs::FileExt;
    if stat.st_size == 0 || file.read_exact_at(&mut head, 0).is_err() || head == [0; 8] {
        if writing(&file) {
            return None;
        }
        return Target::of_start(file, key).ok().map(Start::Write);
    }
    match Snapshot::from_file(file, build) {
        Ok(snapshot) if snapshot.state.key == key => Some(Start::From(Box::new(snapshot), place)),
        // Damaged, of another form, or of a command line with the same sum.
        _ => {
            place.remove();
            None
        }
    }
}

/// Whether all that a start asked about is as it was.
pub fn is_current(snapshot: &Snapshot, files: &Files) -> bool {
    snapshot.state.seen.iter().all(|seen| files.is_still(seen))
}
