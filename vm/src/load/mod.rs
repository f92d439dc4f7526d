//! From a name to a `Class`: sources of class files, loaders, parsing, layout, arrays.

mod array;
mod define;
mod layout;
mod loader;
mod parse;
mod source;
pub mod user;

pub use array::{array_of, primitive};
pub use define::{DefineOptions, define};
pub use loader::{Loader, LoaderKind, LoaderTable, find, find_array};
pub use parse::{ParseError, ParsedClass, class_name, parse};
pub use source::{ClassBytes, ClassSource, NoClasses};
