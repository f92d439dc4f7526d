//! The lowered tree to class files.

mod annotation;
mod class;
mod code;
mod cond;
mod expr;
mod inner;
mod method;
pub mod module;
mod pool;
pub mod state;
mod stmt;

pub use class::emit;
