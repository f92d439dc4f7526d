//! What can go wrong besides the program being compiled.

use std::path::PathBuf;

/// Errors of the driver; messages are javac's, without the word `error:` where javac prints none.
#[derive(Debug, thiserror::Error)]
pub enum CompileError {
    /// A source file cannot be read.
    #[error("error: file not found: {}", .0.display())]
    NotFound(PathBuf),
    /// A source file cannot be read, for another reason.
    #[error("error: error reading {}; {}", .0.display(), .1)]
    Read(PathBuf, std::io::Error),
    /// A class file cannot be written.
    #[error("error: error while writing {}: {}", .0.display(), .1)]
    Write(PathBuf, std::io::Error),
    /// The compiler's thread could not be started.
    #[error("error: no memory for the compiler's stack: {0}")]
    Thread(std::io::Error),
}
