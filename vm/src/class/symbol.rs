//! Interned names and descriptors in modified UTF-8; equality is identity.

use crate::memory::Arena;
use hashbrown::HashTable;
use std::alloc::Layout;
use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Mutex;

#[repr(C)]
struct Head {
    hash: u32,
    length: u32,
}

/// An interned string at a stable address below 4 GiB.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Symbol(&'static Head);

impl Symbol {
    /// The symbol of `bytes`, made on first use.
    pub fn of(bytes: &[u8]) -> Symbol {
        crate::vm().symbols.intern(bytes)
    }

    /// The symbol of a string.
    pub fn from_text(text: &str) -> Symbol {
        Self::of(&rvm_classfile::mutf8::from_str(text))
    }

    /// Modified UTF-8.
    #[inline]
    pub fn bytes(self) -> &'static [u8] {
        // SAFETY: `length` bytes follow the head, in the arena.
        unsafe {
            let first = std::ptr::from_ref(self.0).add(1).cast::<u8>();
            std::slice::from_raw_parts(first, self.0.length as usize)
        }
    }

    /// As text; surrogates that pair with nothing are replaced.
    pub fn text(self) -> Cow<'static, str> {
        match std::str::from_utf8(self.bytes()) {
            Ok(text) if !text.is_empty() => Cow::Borrowed(text),
            _ => rvm_classfile::mutf8::to_str_lossy(self.bytes()),
        }
    }

    /// The hash the table uses.
    #[inline]
    pub fn hash_code(self) -> u32 {
        self.0.hash
    }

    /// The address, for caches.
    #[inline]
    pub fn address(self) -> u32 {
        std::ptr::from_ref(self.0) as usize as u32
    }

    /// The symbol at an address.
    ///
    /// # Safety
    /// `address` comes from [`Symbol::address`].
    pub unsafe fn from_address(address: u64) -> Symbol {
        // SAFETY: the caller's contract; symbols are never freed.
        Symbol(unsafe { &*(address as usize as *const Head) })
    }
}

impl PartialEq for Symbol {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}
impl Eq for Symbol {}
impl Hash for Symbol {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u32(self.0.hash);
    }
}
impl PartialEq<str> for Symbol {
    fn eq(&self, other: &str) -> bool {
        self.bytes() == other.as_bytes()
    }
}
impl fmt::Debug for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text(), f)
    }
}
impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

/// All symbols.
#[derive(Default)]
pub struct SymbolTable(Mutex<HashTable<Symbol>>);

impl SymbolTable {
    fn intern(&self, bytes: &[u8]) -> Symbol {
        let hash = hash_bytes(bytes);
        let mut table = self.0.lock().unwrap_or_else(|e| e.into_inner());
        let found = table.find(u64::from(hash), |s| s.0.hash == hash && s.bytes() == bytes);
        if let Some(&symbol) = found {
            return symbol;
        }
        let symbol = new_symbol(&crate::vm().arena, bytes, hash);
        table.insert_unique(u64::from(hash), symbol, |s| u64::from(s.0.hash));
        symbol
    }

    /// Number of symbols.
    pub fn len(&self) -> usize {
        self.0.lock().unwrap_or_else(|e| e.into_inner()).len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

fn new_symbol(arena: &Arena, bytes: &[u8], hash: u32) -> Symbol {
    let size = size_of::<Head>() + bytes.len();
    let Ok(layout) = Layout::from_size_align(size, align_of::<Head>()) else {
        crate::fatal("symbol too long")
    };
    let head = arena.alloc(layout).cast::<Head>();
    // SAFETY: the allocation holds the head and the bytes behind it.
    unsafe {
        head.write(Head { hash, length: bytes.len() as u32 });
        let first = head.as_ptr().add(1).cast::<u8>();
        std::ptr::copy_nonoverlapping(bytes.as_ptr(), first, bytes.len());
        Symbol(head.as_ref())
    }
}

/// A fast hash with good high bits, which the table uses as tags.
fn hash_bytes(bytes: &[u8]) -> u32 {
    const K: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = bytes.len() as u64 ^ K;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let word = u64::from_le_bytes(chunk.try_into().unwrap_or_default());
        hash = (hash.rotate_left(5) ^ word).wrapping_mul(K);
    }
    let mut last = 0u64;
    for &byte in chunks.remainder() {
        last = last << 8 | u64::from(byte);
    }
    hash = (hash.rotate_left(5) ^ last).wrapping_mul(K);
    hash ^= hash >> 29;
    (hash.wrapping_mul(K) >> 32) as u32
}
