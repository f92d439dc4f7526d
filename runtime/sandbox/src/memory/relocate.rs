//! Relocating the executable before it starts: natively that is a fraction of a millisecond; in the guest each page of the table and of the data would be a fault.
//!
//! Only the plain entries, which add the address that the image lies at, and which the linker puts first. The guest's C library does the rest: its dynamic entries are
//! changed to begin behind them.

use super::{GuestMemory, Inner};
use crate::elf::Image;
use crate::layout::IMAGE;
use std::ops::Range;

const ENTRY: u64 = 24;
const RELATIVE: u64 = 8;

const TABLE: u64 = 7;
const TABLE_SIZE: u64 = 8;
const RELATIVE_COUNT: u64 = 0x6fff_fff9;

impl Inner {
    /// The host's address of part of the image, if the file has it there.
    fn image_at(&self, range: &Range<u64>) -> Option<*mut u8> {
        let (start, room) = self.image.as_ref()?;
        let offset = range.start.checked_sub(*start)?;
        let size = range.end.checked_sub(range.start)?;
        (offset.checked_add(size)? <= room.size() && self.space.allows(pages(range), super::Access::Read))
            .then(|| room.at(offset, size).cast())
    }

    fn word(&self, address: u64) -> Option<u64> {
        let at = self.image_at(&(address..address.checked_add(8)?))?;
        // SAFETY: readable memory of the image; the guest does not run yet.
        Some(unsafe { at.cast::<u64>().read_unaligned() })
    }

    fn relocate(&self, dynamic: &Range<u64>) -> Option<()> {
        let mut found = [None; 3];
        for at in dynamic.clone().step_by(16).take(64) {
            let tag = self.word(at)?;
            if tag == 0 {
                break;
            }
            if let Some(which) = [TABLE, TABLE_SIZE, RELATIVE_COUNT].iter().position(|t| *t == tag) {
                found[which] = Some(at.checked_add(8)?);
            }
        }
        let [table_at, size_at, count_at] = [found[0]?, found[1]?, found[2]?];
        let (table, size, count) = (self.word(table_at)?, self.word(size_at)?, self.word(count_at)?);
        let done = count.checked_mul(ENTRY).filter(|done| *done <= size)?;
        let from = table.checked_add(IMAGE)?;
        let entries = self.image_at(&(from..from.checked_add(done)?))?;
        let written = |at: u64, size: u64| {
            let end = at.checked_add(size)?;
            let segment = self.image_written.iter().find(|s| s.start <= at && end <= s.end)?;
            Some((self.image_at(segment)?, segment.clone()))
        };
        let (mut memory, mut segment) = written(*self.image_written.first().map(|s| &s.start)?, 8)?;
        for entry in 0..count as usize {
            // SAFETY: within the table, which was checked to be readable.
            let [place, kind, addend] = unsafe { entries.cast::<[u64; 3]>().add(entry).read_unaligned() };
            let place = place.checked_add(IMAGE).filter(|_| kind == RELATIVE)?;
            if place < segment.start || place.saturating_add(8) > segment.end {
                (memory, segment) = written(place, 8)?;
            }
            // SAFETY: within a segment that is writable; the guest does not run yet.
            unsafe {
                let at = memory.add((place - segment.start) as usize).cast::<u64>();
                at.write_unaligned(addend.wrapping_add(IMAGE));
            }
        }
        for (at, value) in [(table_at, table + done), (size_at, size - done), (count_at, 0)] {
            let (memory, segment) = written(at, 8)?;
            // SAFETY: as above.
            unsafe { memory.add((at - segment.start) as usize).cast::<u64>().write_unaligned(value) };
        }
        Some(())
    }
}

fn pages(range: &Range<u64>) -> Range<u64> {
    use crate::layout::PAGE;
    range.start & !(PAGE - 1)..range.end.next_multiple_of(PAGE)
}

impl GuestMemory {
    /// Relocates the image. Entries that are not as they should be are left to the guest: doing the same ones again changes nothing.
    pub fn relocate(&self, image: &Image) {
        if let Some(dynamic) = &image.dynamic {
            let _ = self.write().relocate(dynamic);
        }
    }
}
