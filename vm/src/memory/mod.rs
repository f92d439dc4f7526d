//! Memory below 4 GiB: metadata at stable addresses and the room the heap lives in.

mod arena;
mod reserve;
mod roots;

pub use arena::Arena;
pub use reserve::{PAGE, Reservation};
pub use roots::{RootSlot, RootTable};
