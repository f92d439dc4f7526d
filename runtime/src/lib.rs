//! What the machine needs from its host: the launcher `rvm`, class path, natives of the class library.
//!
//! - `options`: java's command line
//! - `sources`: where class files come from (folders, jars, the library's image)
//! - `launch`: from options to `main`
//! - `natives`: the table of host functions; a new native method goes into the file of its class there

mod error;
mod host;
pub mod launch;
pub mod natives;
pub mod options;
pub mod sources;

pub use error::LaunchError;
pub use host::{Host, host};
