//! The metadata arena: classes, methods, fields, symbols. Nothing in it is ever freed.

use super::Reservation;
use crate::error::VmError;
use std::alloc::Layout;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicUsize, Ordering};

const SIZE: usize = 0x2000_0000;
const HINT: usize = 0x1000_0000;

/// Bump allocator over a low reservation; thread-safe.
#[derive(Debug)]
pub struct Arena {
    room: Reservation,
    top: AtomicUsize,
}

impl Arena {
    /// Reserves the arena.
    pub fn new() -> Result<Self, VmError> {
        let room = Reservation::low(SIZE, HINT, "metadata")?;
        let top = AtomicUsize::new(room.base());
        Ok(Self { room, top })
    }

    /// Zeroed memory that lives as long as the process. Ends the process when the arena is full.
    pub fn alloc(&self, layout: Layout) -> NonNull<u8> {
        let align = layout.align().max(8);
        let mut old = self.top.load(Ordering::Relaxed);
        loop {
            let at = old.next_multiple_of(align);
            let end = at.saturating_add(layout.size());
            if end > self.room.end() {
                // No class could be loaded to report it.
                eprintln!("java.lang.OutOfMemoryError: Metaspace");
                std::process::exit(1);
            }
            match self.top.compare_exchange_weak(old, end, Ordering::Relaxed, Ordering::Relaxed) {
                Ok(_) => {
                    // SAFETY: `at` is inside the reservation, hence not null.
                    return unsafe { NonNull::new_unchecked(at as *mut u8) };
                }
                Err(now) => old = now,
            }
        }
    }

    /// Moves `value` into the arena.
    pub fn put<T>(&self, value: T) -> &'static T {
        let at = self.alloc(Layout::new::<T>()).cast::<T>();
        // SAFETY: freshly allocated with T's layout, never freed.
        unsafe {
            at.write(value);
            at.as_ref()
        }
    }

    /// Copies a slice into the arena.
    pub fn copy<T: Copy>(&self, values: &[T]) -> &'static [T] {
        self.collect(values.len(), values.iter().copied())
    }

    /// Moves exactly `len` values into the arena; `values` must yield as many.
    pub fn collect<T>(&self, len: usize, values: impl Iterator<Item = T>) -> &'static [T] {
        if len == 0 {
            return &[];
        }
        let Ok(layout) = Layout::array::<T>(len) else { crate::fatal("metadata too large") };
        let at = self.alloc(layout).cast::<T>();
        let mut count = 0;
        for value in values.take(len) {
            // SAFETY: `count < len`, the size of the allocation.
            unsafe { at.add(count).write(value) };
            count += 1;
        }
        assert_eq!(count, len, "iterator too short");
        // SAFETY: all `len` elements were written.
        unsafe { std::slice::from_raw_parts(at.as_ptr(), len) }
    }

    /// Bytes handed out so far.
    pub fn used(&self) -> usize {
        self.top.load(Ordering::Relaxed) - self.room.base()
    }

    /// Whether an address lies in the arena's used part.
    pub fn contains(&self, address: usize) -> bool {
        (self.room.base()..self.top.load(Ordering::Relaxed)).contains(&address)
    }
}
