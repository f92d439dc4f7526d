//! What the guest has mapped: disjoint pieces of its address space with their rights. Knows nothing of the host.

use crate::layout::PAGE;
use std::collections::BTreeMap;
use std::ops::Range;

/// Rights of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Access {
    /// None: a guard.
    None,
    /// None now, but what was written is kept, and counts.
    Kept,
    /// Read (and execute, where the page tables say so).
    Read,
    /// Read and write.
    Write,
}

/// Most pieces of one guest: each is memory and a mapping of the host.
pub const PIECES_MOST: usize = 16_000;

/// The pieces, by first address.
#[derive(Debug, Default)]
pub struct Space {
    pieces: BTreeMap<u64, (u64, Access)>,
}

impl Space {
    /// Whether two more pieces fit: what an operation in the midst of a piece may make.
    pub fn has_room(&self) -> bool {
        self.pieces.len() + 2 <= PIECES_MOST
    }

    /// The piece that holds an address.
    pub fn find(&self, address: u64) -> Option<(Range<u64>, Access)> {
        let (&start, &(end, access)) = self.pieces.range(..=address).next_back()?;
        (address < end).then_some((start..end, access))
    }

    /// The parts of `range` that are mapped, in order.
    pub fn parts(&self, range: Range<u64>) -> impl Iterator<Item = (Range<u64>, Access)> + '_ {
        let first = self.find(range.start).map_or(range.start, |(piece, _)| piece.start);
        self.pieces
            .range(first..range.end.max(first))
            .map(move |(&start, &(end, access))| (start.max(range.start)..end.min(range.end), access))
            .filter(|(part, _)| !part.is_empty())
    }

    /// Whether nothing in the range is mapped.
    pub fn is_free(&self, range: Range<u64>) -> bool {
        self.parts(range).next().is_none()
    }

    /// Whether all of the range is mapped with at least these rights.
    pub fn allows(&self, range: Range<u64>, access: Access) -> bool {
        let mut at = range.start;
        for (part, has) in self.parts(range.clone()) {
            if part.start != at || has < access {
                return false;
            }
            at = part.end;
        }
        at == range.end
    }

    /// First gap of `size` bytes within `room`.
    pub fn gap(&self, room: Range<u64>, size: u64) -> Option<u64> {
        let mut at = room.start;
        for (part, _) in self.parts(room.clone()) {
            if part.start - at >= size {
                return Some(at);
            }
            at = part.end;
        }
        (room.end - at >= size).then_some(at)
    }

    /// Removes the range from whatever is mapped.
    pub fn remove(&mut self, range: Range<u64>) {
        while let Some((start, end, access)) = self.overlapping(&range) {
            self.pieces.remove(&start);
            if start < range.start {
                self.pieces.insert(start, (range.start, access));
            }
            if range.end < end {
                self.pieces.insert(range.end, (end, access));
            }
        }
    }

    fn overlapping(&self, range: &Range<u64>) -> Option<(u64, u64, Access)> {
        let (&start, &(end, access)) = self.pieces.range(..range.end).next_back()?;
        (end > range.start && !range.is_empty()).then_some((start, end, access))
    }

    /// Maps the range anew, joined with equal neighbours.
    pub fn insert(&mut self, range: Range<u64>, access: Access) {
        self.remove(range.clone());
        let (mut start, mut end) = (range.start, range.end);
        if let Some((before, has)) = start.checked_sub(PAGE).and_then(|a| self.find(a))
            && has == access
        {
            self.pieces.remove(&before.start);
            start = before.start;
        }
        if let Some((after, has)) = self.find(end)
            && has == access
        {
            self.pieces.remove(&after.start);
            end = after.end;
        }
        self.pieces.insert(start, (end, access));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const P: u64 = PAGE;

    #[test]
    fn holes_and_joins() {
        let mut space = Space::default();
        space.insert(0..10 * P, Access::Write);
        space.insert(3 * P..4 * P, Access::None);
        assert_eq!(space.pieces.len(), 3);
        assert!(!space.allows(0..4 * P, Access::Read));
        assert!(space.allows(4 * P..10 * P, Access::Write));
        space.insert(3 * P..4 * P, Access::Write);
        assert_eq!(space.pieces.len(), 1);
        space.remove(2 * P..5 * P);
        assert!(space.is_free(2 * P..5 * P));
        assert!(!space.is_free(2 * P..6 * P));
        assert_eq!(space.gap(0..10 * P, 3 * P), Some(2 * P));
        assert_eq!(space.gap(0..10 * P, 4 * P), None);
        assert_eq!(space.gap(0..20 * P, 4 * P), Some(10 * P));
        space.remove(0..20 * P);
        assert_eq!(space.pieces.len(), 0);
    }

    #[test]
    fn against_a_plain_model() {
        let mut space = Space::default();
        let mut model = [None; 64];
        let mut seed = 1u64;
        for _ in 0..20_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (from, length) = (seed >> 33 & 63, (seed >> 40 & 15) + 1);
            let to = (from + length).min(64);
            let access = [None, Some(Access::None), Some(Access::Read), Some(Access::Write)]
                [(seed >> 50 & 3) as usize];
            match access {
                Some(access) => space.insert(from * P..to * P, access),
                None => space.remove(from * P..to * P),
            }
            model[from as usize..to as usize].fill(access);
            for (page, wanted) in model.iter().enumerate() {
                assert_eq!(space.find(page as u64 * P + 5).map(|f| f.1), *wanted);
            }
            let all = model[from as usize..to as usize].iter().all(|a| *a >= Some(Access::Read));
            assert_eq!(space.allows(from * P..to * P, Access::Read), all);
        }
    }
}
