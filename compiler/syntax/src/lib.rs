//! Source text to tokens to tree, and the diagnostics of a run (JLS 17 chapters 2, 3, 19).

pub mod diagnostics;
pub mod name;
pub mod span;
pub mod tree;

pub use diagnostics::Diagnostics;
pub use name::Name;
pub use span::{FileId, Span};
