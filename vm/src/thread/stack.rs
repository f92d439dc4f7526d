//! A thread's Java stack: 64-bit registers, a guard page behind its end.

use crate::error::VmError;
use crate::memory::PAGE;

/// One mapping; frames grow upwards.
#[derive(Debug)]
pub struct JavaStack {
    map: usize,
    size: usize,
}

impl JavaStack {
    /// A stack of at least `size` bytes.
    pub fn new(size: usize) -> Result<Self, VmError> {
        let size = size.next_multiple_of(PAGE) + PAGE;
        // SAFETY: an anonymous mapping anywhere.
        let map = unsafe {
            libc::mmap(
                std::ptr::null_mut(),
                size,
                libc::PROT_READ | libc::PROT_WRITE,
                libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
                -1,
                0,
            )
        };
        if map == libc::MAP_FAILED {
            return Err(VmError::Thread(std::io::Error::last_os_error()));
        }
        let map = map as usize;
        // SAFETY: the last page of the mapping made above.
        unsafe { libc::mprotect((map + size - PAGE) as *mut libc::c_void, PAGE, libc::PROT_NONE) };
        Ok(Self { map, size })
    }

    /// Lowest address.
    pub fn base(&self) -> usize {
        self.map
    }

    /// First address behind the usable part.
    pub fn end(&self) -> usize {
        self.map + self.size - PAGE
    }
}

impl Drop for JavaStack {
    fn drop(&mut self) {
        // SAFETY: the mapping is this stack's own and nothing runs on it any more.
        unsafe { libc::munmap(self.map as *mut libc::c_void, self.size) };
    }
}
