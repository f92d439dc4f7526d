//! Symbols, types and the typed tree of the compiler.

pub mod hir;
pub mod symbols;
pub mod types;
pub mod world;

pub use world::World;
