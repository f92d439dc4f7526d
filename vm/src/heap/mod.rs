//! The heap: allocation, the collector, the heap verifier.

mod alloc;
mod barrier;
mod collect;
mod space;
mod verify;

pub use alloc::{alloc_array, alloc_multi, alloc_object, bump, clone_object, identity_hash};
pub use barrier::{
    CARD_CLEAN, CARD_DIRTY, CARD_SHIFT, CARD_SIZE, card_base, compare_exchange_ref, copy_refs, mark_card,
    mark_cards, store_ref, store_ref_volatile, swap_ref,
};
pub use collect::{Statistics, collect};
pub use space::{Heap, HeapOptions};
