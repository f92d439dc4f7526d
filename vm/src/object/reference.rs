//! `Ref`, a raw reference: the address of an object below 4 GiB, or null.

use super::{ARRAY_LENGTH, HashState, LockState, State, array_base};
use crate::class::{Class, ValueKind};
use std::fmt;
use std::sync::atomic::{AtomicU8, AtomicU16, AtomicU32, AtomicU64, Ordering};

/// A raw reference. Invalid after anything that may allocate: keep references in a [`super::Handle`] across that.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(transparent)]
pub struct Ref(u32);

/// Types of Java's primitive values in memory.
pub trait Scalar: Copy {
    /// Plain read. # Safety: `at` is valid and aligned for `Self`.
    #[doc(hidden)]
    unsafe fn read(at: usize, order: Ordering) -> Self;
    /// Plain write. # Safety: as `read`.
    #[doc(hidden)]
    unsafe fn write(at: usize, value: Self, order: Ordering);
}

macro_rules! scalar {
    ($($type:ty => $atomic:ty, $bits:ty, $to:expr, $from:expr;)*) => {$(
        impl Scalar for $type {
            #[inline(always)]
            unsafe fn read(at: usize, order: Ordering) -> Self {
                // SAFETY: the caller's contract; atomics make Java's races defined.
                let bits: $bits = unsafe { (*(at as *const $atomic)).load(order) };
                ($from)(bits)
            }
            #[inline(always)]
            unsafe fn write(at: usize, value: Self, order: Ordering) {
                let bits: $bits = ($to)(value);
                // SAFETY: the caller's contract.
                unsafe { (*(at as *const $atomic)).store(bits, order) }
            }
        }
    )*};
}
scalar! {
    bool => AtomicU8, u8, |v| v as u8, |b| b & 1 != 0;
    u8 => AtomicU8, u8, |v| v, |b| b;
    i8 => AtomicU8, u8, |v| v as u8, |b| b as i8;
    u16 => AtomicU16, u16, |v| v, |b| b;
    i16 => AtomicU16, u16, |v| v as u16, |b| b as i16;
    u32 => AtomicU32, u32, |v| v, |b| b;
    i32 => AtomicU32, u32, |v| v as u32, |b| b as i32;
    u64 => AtomicU64, u64, |v| v, |b| b;
    i64 => AtomicU64, u64, |v| v as u64, |b| b as i64;
    f32 => AtomicU32, u32, f32::to_bits, f32::from_bits;
    f64 => AtomicU64, u64, f64::to_bits, f64::from_bits;
}

impl Ref {
    /// The null reference.
    pub const NULL: Ref = Ref(0);

    /// Makes a reference of an address.
    ///
    /// # Safety
    /// `raw` is 0 or the address of a live object.
    #[inline(always)]
    pub const unsafe fn from_raw(raw: u32) -> Self {
        Self(raw)
    }

    /// Makes a reference of a register's value.
    ///
    /// # Safety
    /// As [`Ref::from_raw`].
    #[inline(always)]
    pub const unsafe fn from_word(word: u64) -> Self {
        Self(word as u32)
    }

    /// The address.
    #[inline(always)]
    pub const fn raw(self) -> u32 {
        self.0
    }

    /// The value of a register that holds this reference.
    #[inline(always)]
    pub const fn word(self) -> u64 {
        self.0 as u64
    }

    /// Whether this is null.
    #[inline(always)]
    pub const fn is_null(self) -> bool {
        self.0 == 0
    }

    /// `None` for null.
    pub fn non_null(self) -> Option<Ref> {
        (!self.is_null()).then_some(self)
    }

    #[inline(always)]
    fn at(self, offset: u32) -> usize {
        debug_assert!(self.0 != 0, "access through null");
        self.0 as usize + offset as usize
    }

    /// The object's class. Must not be null.
    #[inline(always)]
    pub fn class(self) -> &'static Class {
        // SAFETY: a valid object's first word is the address of its class, which is never freed.
        unsafe { &*(u32::read(self.at(0), Ordering::Relaxed) as usize as *const Class) }
    }

    /// Reads a field or element.
    #[inline(always)]
    pub fn get<T: Scalar>(self, offset: u32) -> T {
        // SAFETY: the reference is valid; callers pass offsets of its class's layout.
        unsafe { T::read(self.at(offset), Ordering::Relaxed) }
    }

    /// Writes a primitive field or element.
    #[inline(always)]
    pub fn set<T: Scalar>(self, offset: u32, value: T) {
        // SAFETY: as `get`.
        unsafe { T::write(self.at(offset), value, Ordering::Relaxed) }
    }

    /// Reads with the semantics of a volatile field (JLS 17.4).
    #[inline(always)]
    pub fn get_volatile<T: Scalar>(self, offset: u32) -> T {
        // SAFETY: as `get`.
        unsafe { T::read(self.at(offset), Ordering::SeqCst) }
    }

    /// Writes with the semantics of a volatile field.
    #[inline(always)]
    pub fn set_volatile<T: Scalar>(self, offset: u32, value: T) {
        // SAFETY: as `get`.
        unsafe { T::write(self.at(offset), value, Ordering::SeqCst) }
    }

    /// Reads a reference field or element.
    #[inline(always)]
    pub fn get_ref(self, offset: u32) -> Ref {
        Ref(self.get::<u32>(offset))
    }

    /// Reads a volatile reference.
    #[inline(always)]
    pub fn get_ref_volatile(self, offset: u32) -> Ref {
        Ref(self.get_volatile::<u32>(offset))
    }

    /// An atomic view of a 32-bit field.
    #[inline]
    pub fn atomic32(&self, offset: u32) -> &AtomicU32 {
        // SAFETY: as `get`; 32-bit fields are 4-aligned.
        unsafe { &*(self.at(offset) as *const AtomicU32) }
    }

    /// An atomic view of a 64-bit field.
    #[inline]
    pub fn atomic64(&self, offset: u32) -> &AtomicU64 {
        // SAFETY: as `get`; 64-bit fields are 8-aligned.
        unsafe { &*(self.at(offset) as *const AtomicU64) }
    }

    /// The state word, for locking and hashing.
    #[inline(always)]
    pub fn state_word(&self) -> &AtomicU32 {
        self.atomic32(4)
    }

    /// The state word's present value.
    #[inline(always)]
    pub fn state(self) -> State {
        State(self.get::<u32>(4))
    }

    /// An array's length. Must be an array.
    #[inline(always)]
    pub fn length(self) -> u32 {
        self.get::<u32>(ARRAY_LENGTH)
    }

    /// The element `index` of an array of references.
    #[inline(always)]
    pub fn element(self, index: u32) -> Ref {
        debug_assert!(index < self.length());
        self.get_ref(array_base(ValueKind::Ref) + index * 4)
    }

    /// Where the new home is, if the collector moved the object.
    #[inline(always)]
    pub(crate) fn forwarded(self) -> Option<Ref> {
        (self.state().lock() == LockState::Forwarded).then(|| Ref(self.get::<u32>(0)))
    }

    /// Bytes the object occupies, its hash included.
    #[inline]
    pub fn size(self) -> usize {
        let base = self.size_without_hash();
        if self.state().hash() == HashState::Stored { base + 8 } else { base }
    }

    /// Bytes the object occupies without a stored hash.
    #[inline]
    pub(crate) fn size_without_hash(self) -> usize {
        let class = self.class();
        match class.element_kind() {
            None => class.instance_size as usize,
            Some(kind) => super::array_size(kind, self.length()),
        }
    }

    /// The identity hash code, never 0.
    pub fn identity_hash(self) -> i32 {
        loop {
            let state = self.state();
            match state.hash() {
                HashState::Stored => return self.get::<i32>(self.size_without_hash() as u32),
                HashState::Hashed => return hash_of_address(self.0),
                HashState::Kept => return crate::vm().heap.kept_hash(self),
                HashState::None => {
                    let new = state.with_hash(HashState::Hashed);
                    let _ = self.state_word().compare_exchange(
                        state.0,
                        new.0,
                        Ordering::AcqRel,
                        Ordering::Relaxed,
                    );
                }
            }
        }
    }
}

/// The identity hash of an object that has not moved since it was asked for.
pub(crate) fn hash_of_address(address: u32) -> i32 {
    let mut x = address >> 3;
    x = (x ^ (x >> 16)).wrapping_mul(0x45d9_f3b7);
    x = (x ^ (x >> 15)).wrapping_mul(0x2c1b_3c6d);
    x ^= x >> 12;
    ((x & 0x7fff_ffff) | u32::from(x & 0x7fff_ffff == 0)) as i32
}

impl fmt::Debug for Ref {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ref({:#x})", self.0)
    }
}
