//! Objects in the heap: references, headers, handles, arrays, strings.

mod array;
mod handle;
mod header;
mod reference;
pub mod string;

pub use array::{ArrayElement, array_base, array_size};
pub use handle::{Handle, HandleArea, HandleScope};
pub use header::{ARRAY_LENGTH, HEADER_SIZE, HashState, LockState, State};
pub use reference::{Ref, Scalar};
