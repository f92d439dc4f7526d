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
    /// A source file of 2 GiB and more.
    #[error("error: error reading {}; source files of 2 GiB and more are not supported", .0.display())]
    TooLarge(PathBuf),
    /// A jar of the class path is damaged.
    #[error("error: error reading {}; {}", .0.display(), jar_flaw(.1))]
    Jar(PathBuf, rvm_archive::ArchiveError),
    /// A class file cannot be written.
    #[error("error: error while writing {}: {}", .0.display(), .1)]
    Write(PathBuf, std::io::Error),
    /// The compiler's thread could not be started.
    #[error("error: no memory for the compiler's stack: {0}")]
    Thread(std::io::Error),
}

/// What is wrong with a jar, in javac's words where it has some.
fn jar_flaw(e: &rvm_archive::ArchiveError) -> String {
    let text = e.to_string();
    if text.contains("EOCD") { "zip END header not found".to_string() } else { text }
}
