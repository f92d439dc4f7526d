//! Where class files and resources come from.

mod class_path;
mod manifest;

pub use class_path::{ClassPath, Shared};
