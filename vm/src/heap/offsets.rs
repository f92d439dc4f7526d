//! Where objects start in the old generation: a byte a card, so that a dirty card can be scanned.

use super::barrier::{CARD_SHIFT, CARD_SIZE};
use crate::error::VmError;
use crate::memory::Reservation;

/// By card: below [`BACK`] the word (of 8 bytes) in the card where its last object starts; above, no object starts here and
/// one that reaches in starts in or before the card `1 << (value - BACK)` further down.
#[derive(Debug)]
pub(super) struct Offsets {
    room: Reservation,
    base: usize,
}

const BACK: u8 = 64;
/// Masks the word within a card.
const WITHIN: usize = CARD_SIZE / 8 - 1;
const _: () = assert!(WITHIN < BACK as usize);

impl Offsets {
    /// For the old generation at `base`, of `size` bytes.
    pub fn new(base: usize, size: usize) -> Result<Self, VmError> {
        Ok(Self { room: Reservation::anywhere((size >> CARD_SHIFT) + 1, "object starts")?, base })
    }

    fn entry(&self, index: usize) -> *mut u8 {
        debug_assert!(index < self.room.size());
        (self.room.base() + index) as *mut u8
    }

    /// An object lies at `start..end`; the one before it was noted already.
    #[inline]
    pub fn note(&self, start: usize, end: usize) {
        self.note_start(start);
        self.note_reach(start, end);
    }

    /// The half of [`Self::note`] that concerns the card the object starts in.
    #[inline]
    pub fn note_start(&self, start: usize) {
        let first = (start - self.base) >> CARD_SHIFT;
        // SAFETY: the table has an entry for each card of the generation; only the collector and, under the old
        // generation's lock, allocation write it.
        unsafe { self.entry(first).write(((start >> 3) & WITHIN) as u8) };
    }

    /// The half that concerns other cards.
    #[inline]
    pub fn note_reach(&self, start: usize, end: usize) {
        let first = (start - self.base) >> CARD_SHIFT;
        let last = (end - 1 - self.base) >> CARD_SHIFT;
        if last > first {
            self.reach(first, last);
        }
    }

    /// Cards behind the one an object starts in.
    fn reach(&self, first: usize, last: usize) {
        let mut from = first + 1;
        let mut log = 0u8;
        while from <= last {
            // Entries at a distance of `1 << log` up to twice that.
            let to = (first + (2 << log)).min(last + 1);
            // SAFETY: as in `note`.
            unsafe { std::ptr::write_bytes(self.entry(from), BACK + log, to - from) };
            from = to;
            log += 1;
        }
    }

    /// The start of the object that covers `address`, or of the last one that starts before it in its card.
    pub fn before(&self, address: usize) -> usize {
        let mut card = (address - self.base) >> CARD_SHIFT;
        // SAFETY: as in `note`; entries lead to lower cards and the first card starts with an object.
        let mut value = unsafe { self.entry(card).read() };
        let within = ((address >> 3) & WITHIN) as u8;
        if value < BACK && value > within {
            // The card's last object starts further up: go to the card before.
            if card == 0 {
                return self.base;
            }
            card -= 1;
            // SAFETY: as above.
            value = unsafe { self.entry(card).read() };
        }
        while value >= BACK {
            card -= 1 << (value - BACK);
            // SAFETY: as above.
            value = unsafe { self.entry(card).read() };
        }
        self.base + card * CARD_SIZE + usize::from(value) * 8
    }
}
