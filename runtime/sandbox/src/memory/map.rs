//! Mapping, unmapping, changing rights: what `mmap` and its kin do.

use super::{Access, GuestMemory, Inner};
use crate::layout::{self, PAGE};
use std::ops::Range;

/// Why a mapping is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapError {
    /// Address or size make no sense.
    Invalid,
    /// No room, or too many mappings.
    NoRoom,
    /// Something is mapped there.
    Exists,
    /// The rights are not to be had.
    Denied,
}

/// Where a mapping goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Anywhere, at the address if that is free.
    Hint(u64),
    /// There, replacing what is there.
    Exactly(u64),
    /// There, if it is free.
    IfFree(u64),
}

fn whole(start: u64, size: u64) -> Option<Range<u64>> {
    let size = size.checked_add(PAGE - 1)? & !(PAGE - 1);
    let end = start.checked_add(size)?;
    (start.is_multiple_of(PAGE) && size > 0).then_some(start..end)
}

fn in_arena(range: &Range<u64>) -> bool {
    range.start >= layout::ARENA.start && range.end <= layout::STACK.start - layout::STACK_GUARD
}

impl Inner {
    /// Makes a range of the arena what it shall be, host and books. Nothing changes if it fails.
    pub(super) fn set(&mut self, range: Range<u64>, access: Option<Access>) -> Result<(), MapError> {
        if !self.space.has_room() {
            return Err(MapError::NoRoom);
        }
        let before = self.charged_pages(&range);
        let counts = access.is_some_and(|a| a != Access::None);
        let after = if counts { self.charged_size(&range) } else { 0 };
        if after > before {
            self.take(after - before).map_err(|_| MapError::NoRoom)?;
        }
        let protection = match access {
            None | Some(Access::None | Access::Kept) => libc::PROT_NONE,
            Some(Access::Read) => libc::PROT_READ,
            Some(Access::Write) => libc::PROT_READ | libc::PROT_WRITE,
        };
        let size = range.end - range.start;
        if self.arena.room.protect(range.start, size, protection).is_err() {
            self.budget += after.saturating_sub(before);
            return Err(MapError::NoRoom);
        }
        if before > after {
            self.budget += before - after;
        }
        match access {
            Some(access) => self.space.insert(range, access),
            None => self.space.remove(range),
        }
        Ok(())
    }

    /// Pages of the charged blocks of a range.
    fn charged_size(&self, range: &Range<u64>) -> u64 {
        let mut pages = 0;
        let mut at = range.start;
        while at < range.end {
            let end = ((at | (layout::LARGE - 1)) + 1).min(range.end);
            if self.arena.charged[self.arena.block(at)] {
                pages += (end - at) / PAGE;
            }
            at = end;
        }
        pages
    }

    /// Gives the host's memory of a range of the arena back; it reads as zero from now on.
    fn clear(&self, range: &Range<u64>) -> Result<(), MapError> {
        let size = range.end - range.start;
        self.arena.room.advise(range.start, size, libc::MADV_DONTNEED).map_err(|_| MapError::NoRoom)
    }
}

impl GuestMemory {
    /// Maps zeroed memory; its address.
    pub fn map(&self, place: Place, size: u64, access: Access) -> Result<u64, MapError> {
        let mut inner = self.write();
        if size == 0 {
            return Err(MapError::Invalid);
        }
        let room = layout::ANYWHERE..layout::STACK.start - layout::STACK_GUARD;
        let range = match place {
            Place::Hint(at) => {
                let wished =
                    whole(at & !(PAGE - 1), size).filter(|r| in_arena(r) && inner.space.is_free(r.clone()));
                match wished {
                    Some(range) => range,
                    None => {
                        let size = size.checked_next_multiple_of(PAGE).ok_or(MapError::NoRoom)?;
                        // Large mappings begin where large pages do.
                        let align = if size >= 4 * layout::LARGE { layout::LARGE } else { PAGE };
                        let gap =
                            inner.space.gap(room, size.checked_add(align - PAGE).ok_or(MapError::NoRoom)?);
                        let at = gap.ok_or(MapError::NoRoom)?.next_multiple_of(align);
                        at..at + size
                    }
                }
            }
            Place::Exactly(at) | Place::IfFree(at) => {
                if at % PAGE != 0 {
                    return Err(MapError::Invalid);
                }
                whole(at, size).filter(in_arena).ok_or(MapError::NoRoom)?
            }
        };
        if matches!(place, Place::IfFree(_)) && !inner.space.is_free(range.clone()) {
            return Err(MapError::Exists);
        }
        if !inner.space.is_free(range.clone()) {
            inner.clear(&range)?;
        }
        inner.set(range.clone(), Some(access))?;
        Ok(range.start)
    }

    /// Maps the main thread's stack.
    pub fn map_stack(&self) -> Result<(), crate::error::SandboxError> {
        let mut inner = self.write();
        inner
            .set(layout::STACK, Some(Access::Write))
            .map_err(|_| crate::error::SandboxError::Guest("no room for the stack".into()))
    }

    /// Unmaps.
    pub fn unmap(&self, start: u64, size: u64) -> Result<(), MapError> {
        let range = whole(start, size).ok_or(MapError::Invalid)?;
        let mut inner = self.write();
        let code = layout::CODE.contains(&range.start) || range.start >= layout::CODE_EXECUTE;
        if code || !in_arena(&range) {
            // The image, the main stack and the code cache stay.
            return if code && range.end < layout::KERNEL { Ok(()) } else { Err(MapError::Invalid) };
        }
        inner.clear(&range)?;
        inner.set(range, None)
    }

    /// Changes the rights of mapped memory.
    pub fn protect(&self, start: u64, size: u64, access: Access) -> Result<(), MapError> {
        if size == 0 {
            return Ok(());
        }
        let range = whole(start, size).ok_or(MapError::Invalid)?;
        if range.end > layout::KERNEL {
            return Err(MapError::NoRoom);
        }
        let mut inner = self.write();
        if !inner.space.allows(range.clone(), Access::None) {
            return Err(MapError::NoRoom);
        }
        if range.start >= layout::CODE.start {
            return Err(MapError::Denied);
        }
        if range.end <= layout::ARENA.end && access == Access::None {
            let parts: Vec<_> = inner.space.parts(range).filter(|(_, has)| *has > Access::Kept).collect();
            return parts.into_iter().try_for_each(|(part, _)| inner.set(part, Some(Access::Kept)));
        }
        if range.end <= layout::ARENA.end {
            return inner.set(range, Some(access));
        }
        // The page tables know which of the image may be written: rights only shrink.
        let Some((start, room)) = inner.image.as_ref().filter(|(start, _)| range.start >= *start) else {
            return Err(MapError::Denied);
        };
        if access != Access::Read || !inner.space.allows(range.clone(), access) || !inner.space.has_room() {
            return Err(MapError::Denied);
        }
        let size = range.end - range.start;
        room.protect(range.start - start, size, libc::PROT_READ).map_err(|_| MapError::NoRoom)?;
        inner.space.insert(range, access);
        Ok(())
    }

    /// Gives the memory of a range back; the mapping stays and reads as zero.
    pub fn discard(&self, start: u64, size: u64) -> Result<(), MapError> {
        let range = whole(start, size).ok_or(MapError::Invalid)?;
        let inner = self.write();
        if range.end > layout::ARENA.end || !inner.space.allows(range.clone(), Access::None) {
            return Err(MapError::NoRoom);
        }
        inner.clear(&range)
    }

    /// Makes an object of the code cache; where it begins in the cache.
    pub fn new_code(&self, size: u64) -> Result<u64, MapError> {
        if size == 0 {
            return Err(MapError::Invalid);
        }
        let mut inner = self.write();
        let start = inner.code_next;
        let size = size.checked_next_multiple_of(layout::LARGE).ok_or(MapError::NoRoom)?;
        let end = start.checked_add(size).filter(|end| *end <= layout::CODE.end).ok_or(MapError::NoRoom)?;
        inner.code_next = end;
        Ok(start - layout::CODE.start)
    }

    /// Shows part of the code cache in the view for writing or the one for executing.
    pub fn map_code(&self, offset: u64, size: u64, execute: bool) -> Result<u64, MapError> {
        let base = if execute { layout::CODE_EXECUTE } else { layout::CODE.start };
        let range = whole(base + offset, size).ok_or(MapError::Invalid)?;
        let mut inner = self.write();
        if range.end - base > inner.code_next - layout::CODE.start || !inner.space.has_room() {
            return Err(MapError::NoRoom);
        }
        let at = offset & !(layout::LARGE - 1);
        let (start, size) = (at, (range.end - base).next_multiple_of(layout::LARGE) - at);
        let both = libc::PROT_READ | libc::PROT_WRITE;
        inner.code.room.protect(start, size, both).map_err(|_| MapError::NoRoom)?;
        let access = if execute { Access::Read } else { Access::Write };
        inner.space.insert(range.clone(), access);
        Ok(range.start)
    }
}
