//! The guest's executable: a static ELF file for x86-64, position-independent or linked at `layout::IMAGE`.

use crate::error::SandboxError;
use crate::layout::{IMAGE, IMAGE_MOST, PAGE};
use std::ops::Range;

/// What a segment may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rights {
    /// Read only.
    Read,
    /// Read and execute.
    Execute,
    /// Read and write.
    Write,
}

/// A segment, rounded to pages.
#[derive(Debug, Clone, Copy)]
pub struct Segment {
    /// First address.
    pub start: u64,
    /// First address behind it.
    pub end: u64,
    /// Where `start` lies in the file.
    pub offset: u64,
    /// First address behind what the file fills; zeros follow.
    pub filled: u64,
    /// Its rights.
    pub rights: Rights,
}

/// What of the file goes where.
#[derive(Debug, Clone)]
pub struct Image {
    /// Segments to load, in order of address, none overlapping.
    pub segments: Vec<Segment>,
    /// First instruction.
    pub entry: u64,
    /// Address of the program headers.
    pub headers: u64,
    /// Their number.
    pub header_count: u64,
    /// First address behind the last segment.
    pub end: u64,
    /// Where the dynamic linker's entries are, if the executable may lie anywhere.
    pub dynamic: Option<Range<u64>>,
}

const HEADER: usize = 64;
const PROGRAM_HEADER: usize = 56;
const LOAD: u32 = 1;
const DYNAMIC: u32 = 2;
const INTERP: u32 = 3;

fn bad(what: &str) -> SandboxError {
    SandboxError::Guest(what.into())
}

fn number<const N: usize>(bytes: &[u8], at: usize) -> Result<u64, SandboxError> {
    let part = at.checked_add(N).and_then(|end| bytes.get(at..end)).ok_or_else(|| bad("cut short"))?;
    Ok(part.iter().rev().fold(0, |all, &byte| all << 8 | u64::from(byte)))
}

/// Reads the headers. `start` holds the file's beginning, `size` is the whole file's length.
pub fn parse(start: &[u8], size: u64) -> Result<Image, SandboxError> {
    if start.get(..7) != Some(&[0x7f, b'E', b'L', b'F', 2, 1, 1]) || number::<2>(start, 18)? != 62 {
        return Err(bad("not an ELF file for x86-64"));
    }
    let base = match number::<2>(start, 16)? {
        2 => 0,
        3 => IMAGE,
        _ => return Err(bad("not executable")),
    };
    let entry = number::<8>(start, 24)?.checked_add(base).ok_or_else(|| bad("entry"))?;
    let (at, count) = (number::<8>(start, 32)?, number::<2>(start, 56)?);
    if number::<2>(start, 54)? != PROGRAM_HEADER as u64 || at < HEADER as u64 || at > PAGE || count > 32 {
        return Err(bad("unusual program headers"));
    }
    let mut segments: Vec<Segment> = Vec::new();
    let mut dynamic = None;
    for index in 0..count as usize {
        let header = at as usize + index * PROGRAM_HEADER;
        match number::<4>(start, header)? as u32 {
            INTERP => return Err(bad("not linked statically")),
            LOAD => {}
            DYNAMIC if base != 0 => {
                let from = number::<8>(start, header + 16)?.checked_add(base);
                let size = number::<8>(start, header + 32)?;
                dynamic = from.and_then(|from| Some(from..from.checked_add(size)?));
                continue;
            }
            _ => continue,
        }
        let field = |i: usize| number::<8>(start, header + i * 8);
        let (offset, address, file_size, memory_size) = (field(1)?, field(2)?, field(4)?, field(5)?);
        let first =
            address.checked_add(base).filter(|a| *a >= IMAGE).ok_or_else(|| bad("segment's address"))?;
        let last = first
            .checked_add(memory_size)
            .filter(|end| *end <= IMAGE + IMAGE_MOST)
            .ok_or_else(|| bad("segment's size"))?;
        if offset.checked_add(file_size).is_none_or(|end| end > size)
            || file_size > memory_size
            || offset % PAGE != first % PAGE
        {
            return Err(bad("segment's place in the file"));
        }
        let rights = match number::<4>(start, header + 4)? & 3 {
            1 => Rights::Execute,
            0 => Rights::Read,
            2 => Rights::Write,
            _ => return Err(bad("segment both writable and executable")),
        };
        let skew = first % PAGE;
        let segment = Segment {
            start: first - skew,
            end: last.next_multiple_of(PAGE),
            offset: offset - skew,
            filled: first + file_size,
            rights,
        };
        if rights != Rights::Write && memory_size != file_size {
            return Err(bad("zeros in a segment that is not writable"));
        }
        if segments.last().is_some_and(|before| before.end > segment.start) {
            return Err(bad("segments overlap"));
        }
        segments.push(segment);
    }
    let end = segments.last().ok_or_else(|| bad("no segments"))?.end;
    let holder = segments.iter().find(|s| s.offset == 0).ok_or_else(|| bad("program headers not loaded"))?;
    Ok(Image { headers: holder.start + at, header_count: count, entry, end, segments, dynamic })
}

/// What the linker says of the file's content (a GNU build id), if it does, and does near the start.
pub fn build_id(start: &[u8]) -> Option<&[u8]> {
    const NOTE: u32 = 4;
    let (at, count) = (number::<8>(start, 32).ok()? as usize, number::<2>(start, 56).ok()? as usize);
    for header in (0..count.min(32)).map(|i| at.saturating_add(i * PROGRAM_HEADER)) {
        if number::<4>(start, header).ok()? as u32 != NOTE {
            continue;
        }
        let (from, size) = (number::<8>(start, header + 8).ok()?, number::<8>(start, header + 32).ok()?);
        let mut notes = start.get(from as usize..from.checked_add(size)? as usize)?;
        while notes.len() >= 12 {
            let (name, value) = (number::<4>(notes, 0).ok()? as usize, number::<4>(notes, 4).ok()? as usize);
            let from = 12usize.checked_add(name.checked_next_multiple_of(4)?)?;
            let next = from.checked_add(value.checked_next_multiple_of(4)?)?;
            if number::<4>(notes, 8).ok()? == 3 && notes.get(12..16) == Some(b"GNU\0") {
                return notes.get(from..from.checked_add(value)?);
            }
            notes = notes.get(next..)?;
        }
    }
    None
}
