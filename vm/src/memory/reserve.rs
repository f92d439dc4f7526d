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

    /// Reserves `size` bytes wherever there is room.
    pub fn anywhere(size: usize, what: &'static str) -> Result<Self, VmError> {
        let size = size.next_multiple_of(PAGE);
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
        // SAFETY: an anonymous mapping at an address of the system's choice.
        let at = unsafe {
            libc::mmap(std::ptr::null_mut(), size, libc::PROT_READ | libc::PROT_WRITE, flags, -1, 0)
        };
        if at == libc::MAP_FAILED {
            return Err(VmError::Reserve { size, what });
        }
        Ok(Self { base: at as usize, size })
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

impl Reservation {
    /// Zeroes the bytes at the offsets `from..to`; whole pages go back to the system.
    ///
    /// # Safety
    /// Nothing in the range may be in use.
    pub unsafe fn clear(&self, from: usize, to: usize) {
        let (from, to) = (self.base + from, (self.base + to).min(self.end()));
        let (low, high) = (from.next_multiple_of(PAGE), to & !(PAGE - 1));
        // SAFETY: the ranges lie in this mapping and the caller no longer uses them.
        unsafe {
            if low >= high {
                std::ptr::write_bytes(from as *mut u8, 0, to - from);
                return;
            }
            std::ptr::write_bytes(from as *mut u8, 0, low - from);
            std::ptr::write_bytes(high as *mut u8, 0, to - high);
            self.discard(low, high);
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
