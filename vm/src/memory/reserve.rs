//! Reservations of address space below 4 GiB.

use crate::error::VmError;

/// Size of a page of the operating system.
pub const PAGE: usize = 4096;

/// Pages below 4 GiB, readable and writable, backed by memory only once touched.
#[derive(Debug)]
pub struct Reservation {
    base: usize,
    size: usize,
}

impl Reservation {
    /// Reserves `size` bytes, at `hint` if that is free, else at the first gap found.
    pub fn low(size: usize, hint: usize, what: &'static str) -> Result<Self, VmError> {
        const STEP: usize = 16 << 20;
        const LIMIT: usize = 1 << 32;
        let size = size.next_multiple_of(PAGE);
        let candidates = std::iter::once(hint).chain((STEP..LIMIT).step_by(STEP));
        for base in candidates {
            if base + size <= LIMIT - PAGE && map_at(base, size) {
                return Ok(Self { base, size });
            }
        }
        Err(VmError::Reserve { size, what })
    }

    /// First address.
    pub fn base(&self) -> usize {
        self.base
    }

    /// Number of bytes.
    pub fn size(&self) -> usize {
        self.size
    }

    /// First address behind the reservation.
    pub fn end(&self) -> usize {
        self.base + self.size
    }

    /// Gives the pages wholly inside `from..to` back; they read as zero afterwards.
    ///
    /// # Safety
    /// Nothing in the range may be in use.
    pub unsafe fn discard(&self, from: usize, to: usize) {
        let from = from.next_multiple_of(PAGE).max(self.base);
        let to = (to & !(PAGE - 1)).min(self.end());
        if from < to {
            // SAFETY: the range lies in this mapping and the caller no longer uses it.
            unsafe { libc::madvise(from as *mut libc::c_void, to - from, libc::MADV_DONTNEED) };
        }
    }
}

fn map_at(base: usize, size: usize) -> bool {
    let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE | libc::MAP_FIXED_NOREPLACE;
    // SAFETY: MAP_FIXED_NOREPLACE never replaces an existing mapping.
    let at = unsafe {
        libc::mmap(base as *mut libc::c_void, size, libc::PROT_READ | libc::PROT_WRITE, flags, -1, 0)
    };
    if at == libc::MAP_FAILED {
        return false;
    }
    if at as usize != base {
        // Kernels before 4.17 take the flag for a hint.
        // SAFETY: the mapping was made just above and nobody has seen it.
        unsafe { libc::munmap(at, size) };
        return false;
    }
    true
}
