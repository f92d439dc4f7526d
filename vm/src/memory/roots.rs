//! Root slots: references held by metadata, at stable addresses, updated by the collector.

use super::Arena;
use crate::object::Ref;
use std::alloc::Layout;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

/// A reference that compiled or translated code may read by its address (`u32`).
#[repr(transparent)]
#[derive(Debug, Default)]
pub struct RootSlot(AtomicU32);

impl RootSlot {
    /// An empty slot. It is a root only if the collector is told of it.
    pub const fn new() -> Self {
        Self(AtomicU32::new(0))
    }

    /// The reference held.
    #[inline]
    pub fn get(&self) -> Ref {
        // SAFETY: only valid references are stored, and the collector keeps them so.
        unsafe { Ref::from_raw(self.0.load(Ordering::Acquire)) }
    }

    /// Replaces the reference held.
    #[inline]
    pub fn set(&self, value: Ref) {
        self.0.store(value.raw(), Ordering::Release);
    }

    /// Sets the slot if it is empty; the value it holds afterwards.
    pub fn set_once(&self, value: Ref) -> Ref {
        match self.0.compare_exchange(0, value.raw(), Ordering::AcqRel, Ordering::Acquire) {
            Ok(_) => value,
            // SAFETY: as in `get`.
            Err(other) => unsafe { Ref::from_raw(other) },
        }
    }
}

const BLOCK: usize = 128;

#[derive(Debug, Default)]
struct Blocks {
    full: Vec<&'static [RootSlot]>,
    used: usize,
}

/// All root slots handed out.
#[derive(Debug, Default)]
pub struct RootTable(Mutex<Blocks>);

impl RootTable {
    /// A new root that holds `value`, for ever.
    pub fn add(&self, arena: &Arena, value: Ref) -> &'static RootSlot {
        let mut blocks = self.0.lock().unwrap_or_else(|e| e.into_inner());
        if blocks.full.is_empty() || blocks.used == BLOCK {
            let layout = Layout::new::<[RootSlot; BLOCK]>();
            let at = arena.alloc(layout).cast::<RootSlot>();
            // SAFETY: zeroed memory is a valid array of empty slots.
            blocks.full.push(unsafe { std::slice::from_raw_parts(at.as_ptr(), BLOCK) });
            blocks.used = 0;
        }
        let used = blocks.used;
        blocks.used += 1;
        let slot = &blocks.full[blocks.full.len() - 1][used];
        slot.set(value);
        slot
    }

    /// Calls `f` with every slot that has been handed out.
    pub fn each(&self, mut f: impl FnMut(&'static RootSlot)) {
        let blocks = self.0.lock().unwrap_or_else(|e| e.into_inner());
        let blocks: &Blocks = &blocks;
        for (index, block) in blocks.full.iter().enumerate() {
            let used = if index + 1 == blocks.full.len() { blocks.used } else { BLOCK };
            block[..used].iter().for_each(&mut f);
        }
    }
}
