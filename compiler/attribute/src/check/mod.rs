//! What javac reports about declarations beyond names and types.

mod class;
mod generic;
mod lints;
mod members;
pub(crate) mod modifiers;
pub(crate) mod notes;
mod overriding;
