//! Where class files and resources come from.

mod class_path;

pub use class_path::{ClassPath, Shared};
