//! Open descriptors.

use rustix::fs::OFlags;
use rustix::io::Errno;
use std::net::SocketAddr;
use std::os::fd::{BorrowedFd, OwnedFd};
use std::sync::{Arc, Mutex, MutexGuard};

/// An open file or folder of the host.
#[derive(Debug)]
pub struct OpenFile {
    /// The host's descriptor.
    pub fd: OwnedFd,
    /// Whether it lies where changes are granted.
    pub write: bool,
    /// The guest's path that it was opened by, for snapshots.
    pub path: String,
    /// Flags to open it with again.
    pub flags: OFlags,
}

/// A folder that exists only for the guest: names, and how many were read.
#[derive(Debug)]
pub struct Listing {
    /// Its path.
    pub path: String,
    /// What is in it.
    pub names: Vec<String>,
    /// How many were read.
    pub read: Mutex<usize>,
}

/// A socket of the host.
#[derive(Debug)]
pub struct OpenSocket {
    /// The host's descriptor.
    pub fd: OwnedFd,
    /// Whether it is for a stream of bytes, not for messages.
    pub stream: bool,
    /// Where the guest has bound it.
    pub bound: Mutex<Option<SocketAddr>>,
}

/// What a descriptor stands for.
#[derive(Debug)]
pub enum Open {
    /// Standard input, output or error of the host.
    Console(i32),
    /// A file or folder.
    File(OpenFile),
    /// A folder on the way to mounts.
    Folder(Listing),
    /// A part of the code cache, with where it begins and how long it is.
    Code(Mutex<Option<(u64, u64)>>),
    /// A socket.
    Socket(OpenSocket),
    /// A socket to ask the host for its network interfaces.
    Routes(OwnedFd),
    /// An end of a pipe.
    Pipe {
        /// The host's descriptor.
        fd: OwnedFd,
        /// Whether it is the end to write to.
        write: bool,
    },
}

impl Open {
    /// The host's descriptor, for calls that any open file takes.
    pub fn host(&self) -> Result<BorrowedFd<'_>, Errno> {
        use std::os::fd::AsFd;
        match self {
            // SAFETY: standard descriptors are never closed here.
            Self::Console(number) => Ok(unsafe { BorrowedFd::borrow_raw(*number) }),
            Self::File(file) => Ok(file.fd.as_fd()),
            Self::Socket(socket) => Ok(socket.fd.as_fd()),
            Self::Pipe { fd, .. } | Self::Routes(fd) => Ok(fd.as_fd()),
            Self::Folder(_) => Err(Errno::ISDIR),
            Self::Code(_) => Err(Errno::INVAL),
        }
    }
}

/// Most open descriptors of a guest.
pub const MOST: usize = 512;

/// The table of descriptors.
#[derive(Debug)]
pub struct Descriptors(Mutex<Vec<Option<Arc<Open>>>>);

impl Descriptors {
    /// With the console's three.
    pub fn new() -> Self {
        Self(Mutex::new((0..3).map(|n| Some(Arc::new(Open::Console(n)))).collect()))
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Option<Arc<Open>>>> {
        self.0.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// What a number stands for.
    pub fn get(&self, number: u64) -> Result<Arc<Open>, Errno> {
        // Numbers are ints: the upper half of the register says nothing.
        let number = number as u32 as usize;
        self.lock().get(number).and_then(Clone::clone).ok_or(Errno::BADF)
    }

    /// The lowest free number for something opened.
    pub fn add(&self, open: Open) -> Result<u64, Errno> {
        let mut table = self.lock();
        let number = table.iter().position(Option::is_none).unwrap_or(table.len());
        if number >= MOST {
            return Err(Errno::MFILE);
        }
        if number == table.len() {
            table.push(None);
        }
        table[number] = Some(Arc::new(open));
        Ok(number as u64)
    }

    /// All, by number.
    pub fn all(&self) -> Vec<Option<Arc<Open>>> {
        self.lock().clone()
    }

    /// Makes a number stand for something, or nothing.
    pub fn put(&self, number: usize, open: Option<Open>) -> Result<(), Errno> {
        if number >= MOST {
            return Err(Errno::MFILE);
        }
        let mut table = self.lock();
        if number >= table.len() {
            table.resize(number + 1, None);
        }
        table[number] = open.map(Arc::new);
        Ok(())
    }

    /// Closes; what is used by others stays open for them until they are done.
    pub fn close(&self, number: u64) -> Result<(), Errno> {
        let number = number as u32 as usize;
        self.lock().get_mut(number).and_then(Option::take).map(drop).ok_or(Errno::BADF)
    }
}
