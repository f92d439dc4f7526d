//! The heap: allocation, the collector, the heap verifier.
//!
//! Two generations. The nursery is eden and two survivor halves, collected by copying (`young`); the old generation is
//! one contiguous space, collected together with the nursery by sliding everything that lives to its bottom (`full`: `mark`, then `slide`),
//! by several threads (`workers`) where it is large.
//! Cards (`barrier`) remember where old objects lead to young ones.

mod alloc;
mod barrier;
mod bitmap;
mod collect;
mod full;
mod mark;
mod offsets;
mod roots;
mod slide;
mod space;
mod verify;
mod weak;
mod workers;
mod young;

pub use alloc::{alloc_array, alloc_multi, alloc_object, bump, clone_object, identity_hash};
pub use barrier::{
    CARD_CLEAN, CARD_DIRTY, CARD_SHIFT, CARD_SIZE, card_base, compare_exchange_ref, copy_refs, mark_card,
    mark_cards, store_ref, store_ref_volatile, swap_ref,
};
pub use collect::collect;
pub use space::{Heap, HeapOptions};
