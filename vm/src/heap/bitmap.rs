//! Mark bits and where live objects go: a bit for each 8 bytes of the heap, a destination for each 512.
//!
//! All words of a live object are marked. An object's new address follows from these two tables alone: the destination
//! of its block plus the live words before it in the block. So references can be updated while objects move.

use crate::error::VmError;
use crate::memory::Reservation;
use std::sync::atomic::{AtomicU64, Ordering};

/// log2 of the bytes a word of mark bits covers.
const BLOCK_SHIFT: u32 = 9;

/// The tables; backed by memory only while a full collection runs.
#[derive(Debug)]
pub(super) struct Bitmap {
    bits: Reservation,
    targets: Reservation,
    base: usize,
}

impl Bitmap {
    /// For `size` bytes from `base` on.
    pub fn new(base: usize, size: usize) -> Result<Self, VmError> {
        let blocks = (size >> BLOCK_SHIFT) + 1;
        Ok(Self {
            bits: Reservation::anywhere(blocks * 8, "mark bits")?,
            targets: Reservation::anywhere(blocks * 4, "forwarding table")?,
            base,
        })
    }

    #[inline(always)]
    fn block(&self, address: usize) -> usize {
        (address - self.base) >> BLOCK_SHIFT
    }

    #[inline(always)]
    fn word(&self, block: usize) -> *mut u64 {
        debug_assert!(block * 8 < self.bits.size());
        (self.bits.base() + block * 8) as *mut u64
    }

    #[inline(always)]
    fn target(&self, block: usize) -> *mut u32 {
        debug_assert!(block * 4 < self.targets.size());
        (self.targets.base() + block * 4) as *mut u32
    }

    /// Sets bits of a word; which of them were set. `SHARED`: other threads do the same.
    #[inline(always)]
    fn set<const SHARED: bool>(&self, word: *mut u64, bits: u64) -> u64 {
        // SAFETY: the caller got it from `word` for an address of the heap. Only threads that mark use the table, one or, all
        // of them by atomic operations, several.
        unsafe {
            if SHARED {
                return (*word.cast::<AtomicU64>()).fetch_or(bits, Ordering::Relaxed);
            }
            let old = *word;
            *word = old | bits;
            old
        }
    }

    /// Marks an object's first word; false if it was marked.
    #[inline(always)]
    pub fn mark<const SHARED: bool>(&self, address: usize) -> bool {
        let word = self.word(self.block(address));
        let bit = 1u64 << ((address >> 3) & 63);
        // SAFETY: as in `set`.
        if SHARED && unsafe { (*word.cast::<AtomicU64>()).load(Ordering::Relaxed) } & bit != 0 {
            return false;
        }
        self.set::<SHARED>(word, bit) & bit == 0
    }

    /// Whether the object at `address` is marked.
    #[inline(always)]
    pub fn is_marked(&self, address: usize) -> bool {
        // SAFETY: as in `set`.
        unsafe { *self.word(self.block(address)) & (1 << ((address >> 3) & 63)) != 0 }
    }

    /// Marks the words of an object.
    #[inline(always)]
    pub fn fill<const SHARED: bool>(&self, address: usize, size: usize) {
        let first = (address >> 3) & 63;
        let words = size >> 3;
        let at = self.word(self.block(address));
        if first + words <= 64 {
            if words > 1 {
                let mask = if words == 64 { u64::MAX } else { (1 << words) - 1 } << first;
                self.set::<SHARED>(at, mask);
            }
            return;
        }
        self.set::<SHARED>(at, u64::MAX << first);
        let rest = words - (64 - first);
        // SAFETY: the object lies in the heap, and these words are its alone.
        let last = unsafe {
            std::ptr::write_bytes(at.add(1), 0xff, rest / 64);
            at.add(1 + rest / 64)
        };
        if !rest.is_multiple_of(64) {
            self.set::<SHARED>(last, (1 << (rest % 64)) - 1);
        }
    }

    /// Lets the live words of `from..to` slide down to `target`; where the next ones go.
    pub fn plan(&self, from: usize, to: usize, mut target: usize) -> usize {
        if from == to {
            return target;
        }
        for block in self.block(from)..=self.block(to - 1) {
            // SAFETY: as in `set`.
            unsafe {
                *self.target(block) = target as u32;
                target += (*self.word(block)).count_ones() as usize * 8;
            }
        }
        target
    }

    /// The new address of a live object, once planned.
    #[inline(always)]
    pub fn forward(&self, address: usize) -> usize {
        let block = self.block(address);
        let below = (1u64 << ((address >> 3) & 63)) - 1;
        // SAFETY: as in `set`.
        unsafe { *self.target(block) as usize + (*self.word(block) & below).count_ones() as usize * 8 }
    }

    /// The first marked word in `from..to`.
    #[inline]
    pub fn next(&self, from: usize, to: usize) -> Option<usize> {
        if from >= to {
            return None;
        }
        let mut block = self.block(from);
        // SAFETY: as in `set`.
        let mut word = unsafe { *self.word(block) } & (u64::MAX << ((from >> 3) & 63));
        let last = self.block(to - 1);
        while word == 0 {
            if block == last {
                return None;
            }
            block += 1;
            // SAFETY: as in `set`.
            word = unsafe { *self.word(block) };
        }
        let at = self.base + (block << BLOCK_SHIFT) + word.trailing_zeros() as usize * 8;
        (at < to).then_some(at)
    }

    /// The first word that is not marked in `from..to`, or `to`.
    #[inline]
    pub fn gap(&self, from: usize, to: usize) -> usize {
        let mut block = self.block(from);
        // SAFETY: as in `set`.
        let mut word = unsafe { !*self.word(block) } & (u64::MAX << ((from >> 3) & 63));
        let last = self.block(to - 1);
        while word == 0 {
            if block == last {
                return to;
            }
            block += 1;
            // SAFETY: as in `set`.
            word = unsafe { !*self.word(block) };
        }
        (self.base + (block << BLOCK_SHIFT) + word.trailing_zeros() as usize * 8).min(to)
    }

    /// Forgets the marks of `from..to`.
    pub fn clear(&self, from: usize, to: usize) {
        if from == to {
            return;
        }
        let (first, last) = (self.block(from), self.block(to - 1));
        let small = last - first < 8192;
        // SAFETY: the tables are not in use outside full collections.
        unsafe {
            if small {
                std::ptr::write_bytes(self.word(first), 0, last - first + 1);
            } else {
                self.bits.clear(first * 8, (last + 1) * 8);
                self.targets.clear(first * 4, (last + 1) * 4);
            }
        }
    }
}
