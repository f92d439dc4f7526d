//! The object header: `u32` class pointer, `u32` state word.

/// Bytes before the first field.
pub const HEADER_SIZE: u32 = 8;
/// Offset of an array's length.
pub const ARRAY_LENGTH: u32 = 8;

/// Bits 0-1 of the state word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum LockState {
    /// Nobody holds the monitor.
    Unlocked = 0,
    /// Held; owner and recursion are in the word.
    Thin = 1,
    /// Bits 8-31 are the index of a monitor.
    Inflated = 2,
    /// The collector moved the object; the class pointer word holds its new address.
    Forwarded = 3,
}

/// Bits 2-3 of the state word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum HashState {
    /// Nobody asked for the identity hash.
    None = 0,
    /// Asked for; it derives from the address, as the object has not moved since.
    Hashed = 1,
    /// Asked for and moved: the hash sits behind the object.
    Stored = 2,
    /// Asked for and moved where it could not grow: the heap keeps the hash in a table.
    Kept = 3,
}

/// The state word: lock (bits 0-1), hash (2-3), age (4-7: survived nursery collections), lock data (8-31: thin 8 bits recursion, 16 bits
/// owner; inflated 24 bits monitor index).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub struct State(pub u32);

impl State {
    const LOCK_BITS: u32 = 0b11;
    /// Where the hash state is; 0 says that there is no hash.
    pub const HASH_BITS: u32 = 0b1100;
    /// Most recursive entries of a thin lock beyond the first.
    pub const MAX_RECURSION: u32 = 0xff;

    /// The lock state.
    #[inline]
    pub fn lock(self) -> LockState {
        match self.0 & Self::LOCK_BITS {
            0 => LockState::Unlocked,
            1 => LockState::Thin,
            2 => LockState::Inflated,
            _ => LockState::Forwarded,
        }
    }

    /// The hash state.
    #[inline]
    pub fn hash(self) -> HashState {
        match (self.0 & Self::HASH_BITS) >> 2 {
            0 => HashState::None,
            1 => HashState::Hashed,
            2 => HashState::Stored,
            _ => HashState::Kept,
        }
    }

    /// The same word with another hash state.
    pub fn with_hash(self, hash: HashState) -> Self {
        Self(self.0 & !Self::HASH_BITS | (hash as u32) << 2)
    }

    /// Nursery collections survived, while the object is young.
    #[inline]
    pub fn age(self) -> u32 {
        (self.0 >> 4) & 15
    }

    /// The same word with another age (below 16).
    #[inline]
    pub fn with_age(self, age: u32) -> Self {
        Self(self.0 & !0xf0 | age << 4)
    }

    /// Thread id of the thin lock's owner.
    #[inline]
    pub fn owner(self) -> u16 {
        (self.0 >> 16) as u16
    }

    /// Recursive entries of a thin lock beyond the first.
    #[inline]
    pub fn recursion(self) -> u32 {
        (self.0 >> 8) & 0xff
    }

    /// Index of the inflated monitor.
    #[inline]
    pub fn monitor(self) -> u32 {
        self.0 >> 8
    }

    /// The same word, unlocked.
    pub fn unlocked(self) -> Self {
        Self(self.0 & 0xfc)
    }

    /// The same word, thinly locked.
    #[inline]
    pub fn thin(self, owner: u16, recursion: u32) -> Self {
        Self(self.0 & 0xfc | LockState::Thin as u32 | recursion << 8 | u32::from(owner) << 16)
    }

    /// The same word with an inflated monitor.
    pub fn inflated(self, monitor: u32) -> Self {
        Self(self.0 & 0xfc | LockState::Inflated as u32 | monitor << 8)
    }
}
