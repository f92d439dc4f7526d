//! A cursor over big-endian bytes.

use crate::error::{FormatError, Result};

/// Reads big-endian items off the front of a byte slice; running out is `FormatError::Truncated`.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// Starts at the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Reader { bytes, at: 0 }
    }

    /// Bytes read so far.
    pub fn position(&self) -> usize {
        self.at
    }

    /// Bytes left.
    pub fn remaining(&self) -> usize {
        self.bytes.len() - self.at
    }

    /// Whether all was read.
    pub fn is_empty(&self) -> bool {
        self.remaining() == 0
    }

    /// The next `length` bytes.
    #[inline]
    pub fn bytes(&mut self, length: usize) -> Result<&'a [u8]> {
        if length > self.remaining() {
            return Err(FormatError::Truncated);
        }
        let slice = &self.bytes[self.at..self.at + length];
        self.at += length;
        Ok(slice)
    }

    /// One byte.
    #[inline]
    pub fn u1(&mut self) -> Result<u8> {
        Ok(self.bytes(1)?[0])
    }

    /// Two bytes.
    #[inline]
    pub fn u2(&mut self) -> Result<u16> {
        let b = self.bytes(2)?;
        Ok(u16::from_be_bytes([b[0], b[1]]))
    }

    /// Four bytes.
    #[inline]
    pub fn u4(&mut self) -> Result<u32> {
        let b = self.bytes(4)?;
        Ok(u32::from_be_bytes([b[0], b[1], b[2], b[3]]))
    }

    /// Eight bytes.
    #[inline]
    pub fn u8(&mut self) -> Result<u64> {
        Ok(u64::from(self.u4()?) << 32 | u64::from(self.u4()?))
    }

    /// The bytes from `start` to where the cursor is.
    pub fn since(&self, start: usize) -> &'a [u8] {
        &self.bytes[start..self.at]
    }

    /// A u2 count, then that many items.
    pub fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        let count = self.u2()?;
        // A forged count must not reserve much: every item takes at least one byte.
        let mut items = Vec::with_capacity((count as usize).min(self.remaining()));
        for _ in 0..count {
            items.push(item(self)?);
        }
        Ok(items)
    }
}
