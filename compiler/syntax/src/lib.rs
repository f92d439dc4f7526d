//! Source text to tokens to tree, and the diagnostics of a run (JLS 17 chapters 2, 3, 19).

pub mod diagnostics;
pub mod features;
mod hexfloat;
pub mod keys;
pub mod lexer;
pub mod lint;
pub mod name;
mod parser;
pub mod span;
pub mod tree;
mod unicode;

pub use diagnostics::Diagnostics;
pub use name::Name;
pub use parser::parse;
pub use span::{FileId, Span};
