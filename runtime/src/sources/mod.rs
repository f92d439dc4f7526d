//! Where class files and resources come from.

mod class_path;
mod zip;

pub use class_path::{ClassPath, Shared};
pub use zip::{Archive, ZipError};
