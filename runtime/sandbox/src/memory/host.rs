//! Memory of the host that stands behind guest-physical memory.

use crate::error::SandboxError;
use std::ffi::c_void;
use std::io;
use std::os::fd::BorrowedFd;

/// A reservation of the host's address space; given back when dropped.
#[derive(Debug)]
pub struct HostRoom {
    base: usize,
    size: usize,
}

impl HostRoom {
    /// Reserves `size` bytes, without memory and without rights.
    pub fn reserve(size: u64, align: usize) -> Result<Self, SandboxError> {
        let size = size as usize;
        let all = size + align;
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
        // SAFETY: a new mapping wherever the kernel likes.
        let at = unsafe { libc::mmap(std::ptr::null_mut(), all, libc::PROT_NONE, flags, -1, 0) };
        if at == libc::MAP_FAILED {
            return Err(SandboxError::host("reserving addresses for the guest")(io::Error::last_os_error()));
        }
        let start = at as usize;
        let base = start.next_multiple_of(align);
        // SAFETY: the ends of the mapping made above, which nobody knows.
        unsafe {
            if base > start {
                libc::munmap(at, base - start);
            }
            if base + size < start + all {
                libc::munmap((base + size) as *mut c_void, start + all - base - size);
            }
        }
        Ok(Self { base, size })
    }

    /// First address.
    pub fn base(&self) -> usize {
        self.base
    }

    /// Number of bytes.
    pub fn size(&self) -> u64 {
        self.size as u64
    }

    /// The host's address of an offset; within the room.
    pub fn at(&self, offset: u64, size: u64) -> *mut c_void {
        assert!(offset.checked_add(size).is_some_and(|end| end <= self.size as u64), "outside the room");
        (self.base + offset as usize) as *mut c_void
    }

    /// Changes what the host (and so the guest) may do with a range.
    pub fn protect(&self, offset: u64, size: u64, protection: i32) -> io::Result<()> {
        // SAFETY: the range lies in this room, which holds guest memory only: no Rust object lives there.
        match unsafe { libc::mprotect(self.at(offset, size), size as usize, protection) } {
            0 => Ok(()),
            _ => Err(io::Error::last_os_error()),
        }
    }

    /// Advice on a range.
    pub fn advise(&self, offset: u64, size: u64, advice: i32) -> io::Result<()> {
        // SAFETY: as in `protect`.
        match unsafe { libc::madvise(self.at(offset, size), size as usize, advice) } {
            0 => Ok(()),
            _ => Err(io::Error::last_os_error()),
        }
    }

    /// Maps part of a file privately over a range.
    pub fn map_file(
        &self,
        offset: u64,
        size: u64,
        file: BorrowedFd<'_>,
        from: u64,
        write: bool,
    ) -> io::Result<()> {
        use std::os::fd::AsRawFd;
        let protection = libc::PROT_READ | if write { libc::PROT_WRITE } else { 0 };
        let flags = libc::MAP_PRIVATE | libc::MAP_FIXED | libc::MAP_NORESERVE;
        let at = self.at(offset, size);
        // SAFETY: the range lies in this room and nothing of the host lives there.
        let got = unsafe { libc::mmap(at, size as usize, protection, flags, file.as_raw_fd(), from as i64) };
        if got == libc::MAP_FAILED { Err(io::Error::last_os_error()) } else { Ok(()) }
    }
}

impl Drop for HostRoom {
    fn drop(&mut self) {
        // SAFETY: the room is this object's own.
        unsafe { libc::munmap(self.base as *mut c_void, self.size) };
    }
}
