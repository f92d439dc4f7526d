//! The file's form: a page of header, pages of memory, then the rest of the state as numbers. The header is written last.

use crate::layout::PAGE;
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;

const MAGIC: [u8; 8] = *b"RVMsnap\n";
/// Changes with the form.
const VERSION: u64 = 3;
/// Most bytes of state beside memory.
const STATE_MOST: u64 = 64 << 20;
const WORDS: usize = 9;

/// Where things are in the file, and whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// First byte behind the pages, where the state begins.
    pub pages_end: u64,
    /// Bytes of state.
    pub state: u64,
    /// Sum of the pages.
    pub pages_sum: u64,
    /// Sum of the state.
    pub state_sum: u64,
    /// Which executable.
    pub build: u64,
    /// Which kind of processor and KVM.
    pub kind: u64,
}

/// A sum that shows damage: four lanes of words, so that it keeps up with memory.
#[derive(Debug, Clone)]
pub struct Sum {
    lanes: [u64; 4],
    bytes: u64,
}

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

impl Default for Sum {
    fn default() -> Self {
        Self { lanes: [1, 2, 3, 4].map(|n: u64| n.wrapping_mul(FACTOR)), bytes: 0 }
    }
}

impl Sum {
    /// Adds bytes; all parts but the last must be of a multiple of 32 bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        let mut chunks = bytes.chunks_exact(32);
        for chunk in &mut chunks {
            for (lane, word) in self.lanes.iter_mut().zip(chunk.chunks_exact(8)) {
                let word = u64::from_le_bytes(std::array::from_fn(|i| word[i]));
                *lane = (*lane ^ word).wrapping_mul(FACTOR).rotate_left(29);
            }
        }
        for &byte in chunks.remainder() {
            self.lanes[0] = (self.lanes[0] ^ u64::from(byte)).wrapping_mul(FACTOR).rotate_left(29);
        }
    }

    /// The sum of all.
    pub fn finish(&self) -> u64 {
        self.lanes
            .iter()
            .fold(self.bytes, |all, lane| (all ^ lane ^ lane >> 32).wrapping_mul(FACTOR).rotate_left(31))
    }

    /// The sum of some bytes.
    pub fn of(bytes: &[u8]) -> u64 {
        let mut sum = Self::default();
        sum.add(bytes);
        sum.finish()
    }
}

impl Header {
    /// Writes it: from now on the file is a snapshot.
    pub fn write(&self, file: &File) -> io::Result<()> {
        let mut page = vec![0; PAGE as usize];
        page[..8].copy_from_slice(&MAGIC);
        let words =
            [VERSION, self.pages_end, self.state, self.pages_sum, self.state_sum, self.build, self.kind];
        for (slot, word) in page[8..].chunks_mut(8).zip(words) {
            slot.copy_from_slice(&word.to_le_bytes());
        }
        let sum = Sum::of(&page[..(WORDS - 1) * 8]);
        page[(WORDS - 1) * 8..WORDS * 8].copy_from_slice(&sum.to_le_bytes());
        file.write_all_at(&page, 0)
    }

    /// Makes the sums of a whole file in memory right.
    pub fn seal(file: &mut [u8]) -> Option<()> {
        let pages_end = u64::from_le_bytes(*file.get(16..)?.first_chunk::<8>()?) as usize;
        let pages = Sum::of(file.get(PAGE as usize..pages_end)?);
        let state = Sum::of(file.get(pages_end..)?);
        file[32..40].copy_from_slice(&pages.to_le_bytes());
        file[40..48].copy_from_slice(&state.to_le_bytes());
        let header = Sum::of(&file[..(WORDS - 1) * 8]);
        file[(WORDS - 1) * 8..WORDS * 8].copy_from_slice(&header.to_le_bytes());
        Some(())
    }

    /// Reads it; what is wrong with it.
    pub fn read(file: &File) -> Result<Self, String> {
        let size = file.metadata().map_err(|e| e.to_string())?.len();
        let mut bytes = [0; WORDS * 8];
        if size < PAGE || file.read_exact_at(&mut bytes, 0).is_err() {
            return Err("it is not a snapshot, or was not finished".into());
        }
        if bytes[..8] != MAGIC {
            return Err("it is not a snapshot, or was not finished".into());
        }
        let word = |i: usize| u64::from_le_bytes(std::array::from_fn(|b| bytes[i * 8 + b]));
        if word(1) != VERSION {
            return Err(format!("its form is version {}, not {VERSION}", word(1)));
        }
        if word(WORDS - 1) != Sum::of(&bytes[..(WORDS - 1) * 8]) {
            return Err("its header is damaged".into());
        }
        let header = Self {
            pages_end: word(2),
            state: word(3),
            pages_sum: word(4),
            state_sum: word(5),
            build: word(6),
            kind: word(7),
        };
        let whole = header.pages_end.checked_add(header.state);
        if whole != Some(size)
            || !header.pages_end.is_multiple_of(PAGE)
            || header.pages_end < PAGE
            || header.state > STATE_MOST
        {
            return Err("it is cut short".into());
        }
        Ok(header)
    }
}

/// Collects numbers and texts.
#[derive(Debug, Default)]
pub struct Writer(pub Vec<u8>);

impl Writer {
    /// A number.
    pub fn number(&mut self, value: u64) {
        self.0.extend(value.to_le_bytes());
    }

    /// Bytes with their count before them.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend(bytes);
    }

    /// A list.
    pub fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.number(items.len() as u64);
        items.iter().for_each(|item| each(self, item));
    }
}

/// Takes them back. Nothing is believed.
#[derive(Debug)]
pub struct Reader<'a>(pub &'a [u8]);

/// What a reader says of numbers that cannot be.
pub const DAMAGED: &str = "its state makes no sense";

impl Reader<'_> {
    /// A number.
    pub fn number(&mut self) -> Result<u64, String> {
        let (word, rest) = self.0.split_first_chunk::<8>().ok_or(DAMAGED)?;
        self.0 = rest;
        Ok(u64::from_le_bytes(*word))
    }

    /// A number of 32 bits.
    pub fn small(&mut self) -> Result<u32, String> {
        u32::try_from(self.number()?).map_err(|_| DAMAGED.into())
    }

    /// Bytes.
    pub fn bytes(&mut self) -> Result<Vec<u8>, String> {
        let size = usize::try_from(self.number()?).map_err(|_| DAMAGED)?;
        let (bytes, rest) = self.0.split_at_checked(size).ok_or(DAMAGED)?;
        self.0 = rest;
        Ok(bytes.to_vec())
    }

    /// Bytes of a size that is known.
    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], String> {
        self.bytes()?.try_into().map_err(|_| DAMAGED.into())
    }

    /// A text.
    pub fn text(&mut self) -> Result<String, String> {
        String::from_utf8(self.bytes()?).map_err(|_| DAMAGED.into())
    }

    /// A list.
    pub fn list<T>(
        &mut self,
        mut each: impl FnMut(&mut Self) -> Result<T, String>,
    ) -> Result<Vec<T>, String> {
        let count = self.number()?;
        // Each item takes 8 bytes at least.
        if count > self.0.len() as u64 / 8 {
            return Err(DAMAGED.into());
        }
        (0..count).map(|_| each(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_see_each_bit() {
        let mut bytes: Vec<u8> = (0..4096u32).map(|n| (n * 7) as u8).collect();
        let sum = Sum::of(&bytes);
        for at in 0..bytes.len() {
            bytes[at] ^= 1 << (at % 8);
            assert_ne!(Sum::of(&bytes), sum, "{at}");
            bytes[at] ^= 1 << (at % 8);
        }
        assert_ne!(Sum::of(&bytes[..4064]), sum);
        let mut parts = Sum::default();
        bytes.chunks(1024).for_each(|part| parts.add(part));
        assert_eq!(parts.finish(), sum);
    }

    #[test]
    fn readers_believe_nothing() {
        let mut writer = Writer::default();
        writer.list(&[1, 2, 3], |w, n| w.number(*n));
        writer.bytes(b"text");
        let mut reader = Reader(&writer.0);
        assert_eq!(reader.list(Reader::number), Ok(vec![1, 2, 3]));
        assert_eq!(reader.text().as_deref(), Ok("text"));
        assert!(reader.number().is_err());
        for size in 0..writer.0.len() {
            let mut reader = Reader(&writer.0[..size]);
            assert!(reader.list(Reader::number).and_then(|_| reader.text()).is_err());
        }
        assert!(Reader(&u64::MAX.to_le_bytes()).bytes().is_err());
        assert!(Reader(&u64::MAX.to_le_bytes()).list(Reader::number).is_err());
    }
}
