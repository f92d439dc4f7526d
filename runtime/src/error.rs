//! Errors of the launcher.

use thiserror::Error;

/// Why the launcher gives up before or instead of running `main`.
#[derive(Debug, Error)]
pub enum LaunchError {
    /// The command line is not understood; the launcher's words.
    #[error("{0}")]
    Usage(String),
    /// As `Usage`, followed by the help text.
    #[error("{0}")]
    UsageWithHelp(String),
    /// The machine would not start with these options.
    #[error(
        "{0}{line}Error: Could not create the Java Virtual Machine.\nError: A fatal exception has occurred. Program will exit.",
        line = if .0.is_empty() { "" } else { "\n" }
    )]
    Create(String),
    /// The machine did not start.
    #[error("Error occurred during initialization of VM\n{0}")]
    Start(String),
    /// The sandbox could not be set up.
    #[error("rvm: sandbox: {0}")]
    Sandbox(String),
    /// An exception was thrown and has been reported already.
    #[error("")]
    Reported,
}
