//! Memory to a file and back.

use super::{Access, Fault, GuestMemory, Inner};
use crate::layout::{self, LARGE, PAGE};
use crate::snapshot::format::{DAMAGED, Sum};
use std::fs::File;
use std::io;
use std::ops::Range;
use std::os::fd::AsFd;
use std::os::unix::fs::FileExt;

/// Pages that follow each other, and where they are in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// First address.
    pub home: u64,
    /// Bytes.
    pub size: u64,
    /// First byte in the file.
    pub at: u64,
}

/// What is mapped, what counts, and which pages are not zero.
#[derive(Debug, Clone, Default)]
pub struct MemoryState {
    /// `--memory`, in bytes.
    pub limit: u64,
    /// Bytes of the code cache that are given away.
    pub code: u64,
    /// What is mapped.
    pub pieces: Vec<(Range<u64>, Access)>,
    /// First addresses of the blocks that count.
    pub blocks: Vec<u64>,
    /// Pages in the file.
    pub runs: Vec<Run>,
}

/// Pages of zeros that are written rather than leaving a gap: each gap is a mapping more.
const BRIDGED: u64 = 16;
const PART: usize = 1 << 20;

fn zero(page: &[u8]) -> bool {
    let (before, words, after) = {
        // SAFETY: any bytes are words.
        unsafe { page.align_to::<u64>() }
    };
    before.iter().chain(after).all(|b| *b == 0) && words.iter().all(|w| *w == 0)
}

/// Writes pages one behind the other.
struct Pages<'a> {
    file: &'a File,
    at: u64,
    sum: Sum,
    runs: Vec<Run>,
}

impl Pages<'_> {
    /// Writes what is not zero (all of it, if asked) of memory that lies at `host`.
    fn write(&mut self, home: u64, host: *const u8, size: u64, all: bool) -> io::Result<()> {
        let page = |index: u64| {
            // SAFETY: the caller vouches for `size` readable bytes; the guest is at rest.
            unsafe { std::slice::from_raw_parts(host.add((index * PAGE) as usize), PAGE as usize) }
        };
        let count = size / PAGE;
        let mut next = 0;
        while next < count {
            if !all && zero(page(next)) {
                next += 1;
                continue;
            }
            let (start, mut end) = (next, next + 1);
            let mut look = end;
            while look < count && look - end < BRIDGED {
                look += 1;
                if all || !zero(page(look - 1)) {
                    end = look;
                }
            }
            self.put(home + start * PAGE, &host.wrapping_add((start * PAGE) as usize), (end - start) * PAGE)?;
            next = end;
        }
        Ok(())
    }

    fn put(&mut self, home: u64, host: &*const u8, size: u64) -> io::Result<()> {
        self.runs.push(Run { home, size, at: self.at });
        // SAFETY: part of what `write` was given.
        let bytes = unsafe { std::slice::from_raw_parts(*host, size as usize) };
        for part in bytes.chunks(PART) {
            self.file.write_all_at(part, self.at)?;
            self.sum.add(part);
            self.at += part.len() as u64;
        }
        Ok(())
    }
}

impl Inner {
    /// Parts of the code cache that have been shown to the guest.
    fn code_used(&self) -> u64 {
        self.code_next - layout::CODE.start
    }

    fn write_pages(&self, pages: &mut Pages<'_>) -> io::Result<()> {
        if let Some((start, room)) = &self.image {
            for segment in &self.image_written {
                let size = segment.end - segment.start;
                pages.write(segment.start, room.at(segment.start - start, size).cast(), size, true)?;
            }
        }
        for home in self.blocks() {
            if layout::CODE.contains(&home) {
                let host = self.code.room.at(home - layout::CODE.start, LARGE);
                pages.write(home, host.cast(), LARGE, false)?;
                continue;
            }
            for (part, access) in self.space.parts(home..home + LARGE) {
                let size = part.end - part.start;
                let room = &self.arena.room;
                match access {
                    Access::None => continue,
                    Access::Kept => room.protect(part.start, size, libc::PROT_READ)?,
                    Access::Read | Access::Write => {}
                }
                pages.write(part.start, room.at(part.start, size).cast(), size, false)?;
                if access == Access::Kept {
                    room.protect(part.start, size, libc::PROT_NONE)?;
                }
            }
        }
        Ok(())
    }

    /// Blocks that count, by first address.
    fn blocks(&self) -> Vec<u64> {
        let of = |paged: &super::Paged| {
            let start = paged.range.start;
            let charged = paged.charged.iter().enumerate().filter(|(_, charged)| **charged);
            charged.map(|(block, _)| start + block as u64 * LARGE).collect::<Vec<_>>()
        };
        [of(&self.arena), of(&self.code)].concat()
    }

    fn in_image(&self, address: u64) -> bool {
        (layout::IMAGE..layout::IMAGE + layout::IMAGE_MOST).contains(&address)
    }

    /// Makes the present entries of a block's tables; before any processor has run.
    fn present(&mut self, home: u64) {
        let mut views = vec![home];
        if layout::CODE.contains(&home) {
            views.push(home - layout::CODE.start + layout::CODE_EXECUTE);
        }
        for view in views {
            if let Some((at, value)) = self.tables.entry(view, home) {
                let place = self.kernel.at(at - layout::KERNEL, 8).cast::<u64>();
                // SAFETY: a word of the tables, which no processor has read yet.
                unsafe { place.write(value) };
            }
        }
    }
}

fn host(error: impl std::fmt::Display) -> String {
    error.to_string()
}

impl GuestMemory {
    /// Writes the pages from the second of the file on; where they end, their sum, and everything else about memory. No guest thread runs.
    pub fn save(&self, file: &File) -> Result<(u64, u64, MemoryState), String> {
        let inner = self.write();
        let mut pages = Pages { file, at: PAGE, sum: Sum::default(), runs: Vec::new() };
        inner.write_pages(&mut pages).map_err(host)?;
        let state = MemoryState {
            limit: inner.limit * PAGE,
            code: inner.code_used(),
            pieces: inner.space.parts(0..layout::KERNEL).collect(),
            blocks: inner.blocks(),
            runs: pages.runs,
        };
        Ok((pages.at, pages.sum.finish(), state))
    }

    /// Makes memory what it was; before the first instruction.
    pub fn restore(&self, state: &MemoryState, file: &File, pages_end: u64) -> Result<(), String> {
        if state.code > layout::CODE.end - layout::CODE.start || !state.code.is_multiple_of(LARGE) {
            return Err(DAMAGED.into());
        }
        if state.code > 0 {
            self.new_code(state.code).map_err(|_| DAMAGED)?;
        }
        self.restore_pieces(state)?;
        let mut inner = self.write();
        for run in &state.runs {
            inner.restore_run(run, file, pages_end)?;
        }
        // Rights as they were: until here all that has rights was writable.
        for (range, access) in &state.pieces {
            if inner.in_image(range.start) || layout::CODE.start <= range.start {
                continue;
            }
            inner.set(range.clone(), Some(*access)).map_err(|_| DAMAGED)?;
        }
        for &home in &state.blocks {
            let known = inner.paged(home).is_some() && home.is_multiple_of(LARGE);
            let given = !layout::CODE.contains(&home) || home - layout::CODE.start < state.code;
            if !known || !given {
                return Err(DAMAGED.into());
            }
            inner.charge(home).map_err(|fault| match fault {
                Fault::Host => "KVM takes no more memory".to_owned(),
                Fault::Limit | Fault::Unmapped => "--memory is too little for it".to_owned(),
            })?;
            inner.present(home);
        }
        drop(inner);
        for (range, access) in &state.pieces {
            if *access == Access::Read && range.start >= layout::IMAGE && range.end <= layout::CODE.start {
                let parts: Vec<_> = self.read().space.parts(range.clone()).collect();
                for (part, _) in parts.into_iter().filter(|(_, has)| *has == Access::Write) {
                    self.protect(part.start, part.end - part.start, Access::Read).map_err(|_| DAMAGED)?;
                }
            }
        }
        Ok(())
    }

    /// Maps all pieces of arena and code cache, writable where they have any rights.
    fn restore_pieces(&self, state: &MemoryState) -> Result<(), String> {
        for (range, access) in &state.pieces {
            let sound = range.start < range.end
                && range.start.is_multiple_of(PAGE)
                && range.end.is_multiple_of(PAGE)
                && range.end <= layout::KERNEL;
            if !sound {
                return Err(DAMAGED.into());
            }
            let size = range.end - range.start;
            let mut inner = self.write();
            if inner.in_image(range.start) {
                continue;
            }
            if range.end <= layout::ARENA.end && range.start >= layout::ARENA.start {
                let open = if *access == Access::None { Access::None } else { Access::Write };
                inner.set(range.clone(), Some(open)).map_err(|_| DAMAGED)?;
                continue;
            }
            drop(inner);
            let (base, execute) = match range.start {
                start if start >= layout::CODE_EXECUTE => (layout::CODE_EXECUTE, true),
                start if start >= layout::CODE.start => (layout::CODE.start, false),
                _ => return Err(DAMAGED.into()),
            };
            if *access != (if execute { Access::Read } else { Access::Write }) {
                return Err(DAMAGED.into());
            }
            self.map_code(range.start - base, size, execute).map_err(|_| DAMAGED)?;
        }
        Ok(())
    }
}

impl Inner {
    fn restore_run(&mut self, run: &Run, file: &File, pages_end: u64) -> Result<(), String> {
        let end = run.home.checked_add(run.size).ok_or(DAMAGED)?;
        let last = run.at.checked_add(run.size).ok_or(DAMAGED)?;
        let pages = [run.home, run.size, run.at].iter().all(|n| n.is_multiple_of(PAGE));
        if !pages || run.size == 0 || run.at < PAGE || last > pages_end {
            return Err(DAMAGED.into());
        }
        let range = run.home..end;
        if let Some((start, room)) = self.image.as_ref().filter(|_| self.in_image(run.home)) {
            if !self.image_written.iter().any(|s| s.start <= range.start && range.end <= s.end) {
                return Err(DAMAGED.into());
            }
            return room.map_file(run.home - start, run.size, file.as_fd(), run.at, true).map_err(host);
        }
        if !self.space.allows(range.clone(), Access::Write) {
            return Err(DAMAGED.into());
        }
        let (room, offset) = match range.start {
            _ if range.end <= layout::ARENA.end => (&self.arena.room, run.home),
            start if layout::CODE.contains(&start) => (&self.code.room, run.home - layout::CODE.start),
            _ => return Err(DAMAGED.into()),
        };
        room.map_file(offset, run.size, file.as_fd(), run.at, true).map_err(host)
    }
}
