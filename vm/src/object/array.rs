//! Layout and views of arrays: length at offset 8, elements at 12, or at 16 for long and double.

use super::{Ref, Scalar};
use crate::class::ValueKind;

/// Offset of the first element.
#[inline(always)]
pub const fn array_base(kind: ValueKind) -> u32 {
    if kind.size() == 8 { 16 } else { 12 }
}

/// Bytes of an array, aligned.
#[inline(always)]
pub const fn array_size(kind: ValueKind, length: u32) -> usize {
    (array_base(kind) as usize + length as usize * kind.size() as usize + 7) & !7
}

/// Element types that can be seen as slices.
pub trait ArrayElement: Scalar {
    /// Offset of the first element.
    const BASE: u32 = if size_of::<Self>() == 8 { 16 } else { 12 };
}
impl ArrayElement for i8 {}
impl ArrayElement for u8 {}
impl ArrayElement for i16 {}
impl ArrayElement for u16 {}
impl ArrayElement for i32 {}
impl ArrayElement for u32 {}
impl ArrayElement for i64 {}
impl ArrayElement for u64 {}
impl ArrayElement for f32 {}
impl ArrayElement for f64 {}

impl Ref {
    /// A primitive array's elements. `T` must match the array's kind; the slice dies with the next allocation.
    ///
    /// # Safety
    /// The caller neither allocates nor polls while it holds the slice.
    #[inline(always)]
    pub unsafe fn slice<'a, T: ArrayElement>(self) -> &'a [T] {
        debug_assert!(self.class().element_kind().is_some_and(|k| k.size() as usize == size_of::<T>()));
        // SAFETY: elements lie behind the header; the caller's contract keeps the object in place.
        unsafe {
            std::slice::from_raw_parts(
                (self.raw() as usize + T::BASE as usize) as *const T,
                self.length() as usize,
            )
        }
    }

    /// As [`Ref::slice`], writable.
    ///
    /// # Safety
    /// As [`Ref::slice`], and no other view of the array is alive.
    #[inline(always)]
    pub unsafe fn slice_mut<'a, T: ArrayElement>(self) -> &'a mut [T] {
        debug_assert!(self.class().element_kind().is_some_and(|k| k.size() as usize == size_of::<T>()));
        // SAFETY: as `slice`.
        unsafe {
            std::slice::from_raw_parts_mut(
                (self.raw() as usize + T::BASE as usize) as *mut T,
                self.length() as usize,
            )
        }
    }
}
