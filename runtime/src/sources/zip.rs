//! Jars: as much of the ZIP format as class loading needs. Damaged files give errors or missing entries.

use std::collections::HashMap;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;
use thiserror::Error;

/// Why a file is no usable archive.
#[derive(Debug, Error)]
pub enum ZipError {
    /// It cannot be read.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// Its directory is missing or damaged.
    #[error("invalid or corrupt archive: {0}")]
    Corrupt(&'static str),
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    method: u16,
    crc: u32,
    packed: u64,
    size: u64,
    header: u64,
}

/// An open archive and its directory.
#[derive(Debug)]
pub struct Archive {
    file: File,
    entries: HashMap<Vec<u8>, Entry>,
}

const END: u32 = 0x0605_4b50;
const END64: u32 = 0x0606_4b50;
const LOCATOR64: u32 = 0x0706_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const LOCAL: u32 = 0x0403_4b50;
/// No class or resource is larger; a damaged size must not exhaust memory.
const LARGEST: u64 = 1 << 30;

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}
fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}

struct Directory {
    offset: u64,
    size: u64,
    /// Bytes before the archive proper (self-extracting jars).
    shift: u64,
}

impl Archive {
    /// Opens an archive and reads its directory.
    pub fn open(path: &Path) -> Result<Self, ZipError> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        let directory = Self::find_directory(&file, length)?;
        if directory.size > LARGEST
            || directory.offset.checked_add(directory.size).is_none_or(|end| end > length)
        {
            return Err(ZipError::Corrupt("directory outside the file"));
        }
        let mut bytes = vec![0; directory.size as usize];
        file.read_exact_at(&mut bytes, directory.offset)?;
        let entries = Self::parse(&bytes, directory.shift).ok_or(ZipError::Corrupt("damaged directory"))?;
        Ok(Self { file, entries })
    }

    fn find_directory(file: &File, length: u64) -> Result<Directory, ZipError> {
        let tail_size = length.min(65557) as usize;
        let tail_start = length - tail_size as u64;
        let mut tail = vec![0; tail_size];
        file.read_exact_at(&mut tail, tail_start)?;
        let missing = ZipError::Corrupt("no end record");
        let last = tail_size.checked_sub(22).ok_or(ZipError::Corrupt("too short"))?;
        let at = (0..=last).rev().find(|&at| {
            u32_at(&tail, at) == Some(END)
                && u16_at(&tail, at + 20).is_some_and(|n| at + 22 + n as usize <= tail_size)
        });
        let at = at.ok_or(missing)?;
        let corrupt = || ZipError::Corrupt("damaged end record");
        let mut size = u64::from(u32_at(&tail, at + 12).ok_or_else(corrupt)?);
        let mut offset = u64::from(u32_at(&tail, at + 16).ok_or_else(corrupt)?);
        let mut end = tail_start + at as u64;
        if (size == u64::from(u32::MAX) || offset == u64::from(u32::MAX))
            && let Some(locator) = at.checked_sub(20).filter(|&l| u32_at(&tail, l) == Some(LOCATOR64))
        {
            let record = u64_at(&tail, locator + 8).ok_or_else(corrupt)?;
            let mut bytes = [0; 56];
            file.read_exact_at(&mut bytes, record)?;
            if u32_at(&bytes, 0) != Some(END64) {
                return Err(corrupt());
            }
            size = u64_at(&bytes, 40).ok_or_else(corrupt)?;
            offset = u64_at(&bytes, 48).ok_or_else(corrupt)?;
            end = record;
        }
        let real = end.checked_sub(size).ok_or_else(corrupt)?;
        let shift = real.checked_sub(offset).ok_or_else(corrupt)?;
        Ok(Directory { offset: real, size, shift })
    }

    fn parse(bytes: &[u8], shift: u64) -> Option<HashMap<Vec<u8>, Entry>> {
        let mut entries = HashMap::new();
        let mut at = 0;
        while at + 46 <= bytes.len() {
            if u32_at(bytes, at)? != CENTRAL {
                return None;
            }
            let name_length = u16_at(bytes, at + 28)? as usize;
            let extra_length = u16_at(bytes, at + 30)? as usize;
            let comment_length = u16_at(bytes, at + 32)? as usize;
            let name = bytes.get(at + 46..at + 46 + name_length)?.to_vec();
            let extra = bytes.get(at + 46 + name_length..at + 46 + name_length + extra_length)?;
            let mut entry = Entry {
                method: u16_at(bytes, at + 10)?,
                crc: u32_at(bytes, at + 16)?,
                packed: u64::from(u32_at(bytes, at + 20)?),
                size: u64::from(u32_at(bytes, at + 24)?),
                header: u64::from(u32_at(bytes, at + 42)?),
            };
            entry.widen(extra);
            entry.header = entry.header.checked_add(shift)?;
            entries.insert(name, entry);
            at += 46 + name_length + extra_length + comment_length;
        }
        Some(entries)
    }

    /// Whether the archive has an entry of that name.
    pub fn has(&self, name: &[u8]) -> bool {
        self.entries.contains_key(name)
    }

    /// Names of all entries.
    pub fn names(&self) -> impl Iterator<Item = &[u8]> {
        self.entries.keys().map(Vec::as_slice)
    }

    /// The contents of an entry; `None` if there is none or it is damaged.
    pub fn read(&self, name: &[u8]) -> Option<Vec<u8>> {
        let entry = self.entries.get(name)?;
        if entry.packed > LARGEST || entry.size > LARGEST {
            return None;
        }
        let mut header = [0; 30];
        self.file.read_exact_at(&mut header, entry.header).ok()?;
        if u32_at(&header, 0)? != LOCAL {
            return None;
        }
        let skip = 30 + u64::from(u16_at(&header, 26)?) + u64::from(u16_at(&header, 28)?);
        let start = entry.header.checked_add(skip)?;
        if start.checked_add(entry.packed)? > self.file.metadata().ok()?.len() {
            return None;
        }
        let mut packed = vec![0; entry.packed as usize];
        self.file.read_exact_at(&mut packed, start).ok()?;
        let contents = match entry.method {
            0 => packed,
            8 => miniz_oxide::inflate::decompress_to_vec_with_limit(&packed, entry.size as usize).ok()?,
            _ => return None,
        };
        (contents.len() as u64 == entry.size && crc32(&contents) == entry.crc).then_some(contents)
    }
}

impl Entry {
    /// ZIP64 sizes live in an extra field, in order, only those that do not fit.
    fn widen(&mut self, mut extra: &[u8]) {
        while let (Some(id), Some(length)) = (u16_at(extra, 0), u16_at(extra, 2)) {
            let Some(data) = extra.get(4..4 + length as usize) else { return };
            if id == 1 {
                let mut at = 0;
                for field in [&mut self.size, &mut self.packed, &mut self.header] {
                    if *field == u64::from(u32::MAX)
                        && let Some(wide) = u64_at(data, at)
                    {
                        *field = wide;
                        at += 8;
                    }
                }
            }
            extra = &extra[4 + length as usize..];
        }
    }
}

/// CRC-32 of the ZIP format.
pub fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0u32; 256];
        let mut i = 0;
        while i < 256 {
            let mut c = i as u32;
            let mut bit = 0;
            while bit < 8 {
                c = if c & 1 != 0 { 0xedb8_8320 ^ (c >> 1) } else { c >> 1 };
                bit += 1;
            }
            table[i] = c;
            i += 1;
        }
        table
    };
    !bytes.iter().fold(!0u32, |c, &b| TABLE[((c ^ u32::from(b)) & 0xff) as usize] ^ (c >> 8))
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn check_value() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
