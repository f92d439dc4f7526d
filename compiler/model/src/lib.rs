//! Symbols, types and the typed tree of the compiler.

mod descriptor;
pub mod hir;
pub mod members;
pub mod module;
pub mod print;
mod reader;
pub mod relations;
pub mod symbols;
pub mod types;
pub mod world;

pub use members::{Bridge, FieldLookup, MemberSym};
pub use print::Printer;
pub use relations::{FnDescriptor, NotFunctional};
pub use world::{ClassFinder, World};
