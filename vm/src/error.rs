//! Errors of the virtual machine.

use thiserror::Error;

/// A Java exception is pending in `JavaThread::pending`.
///
/// Zero-sized on purpose: `Result<u64, Thrown>` costs nothing but the flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use = "a pending exception has to be propagated or taken"]
pub struct Thrown;

/// Result of everything that may raise a Java exception.
pub type JResult<T> = Result<T, Thrown>;

/// Failures before or outside of Java code, for which no exception object can exist.
#[derive(Debug, Error)]
pub enum VmError {
    /// The address range below 4 GiB has no room of this size.
    #[error("could not reserve {size} bytes of address space for the {what}")]
    Reserve {
        /// Bytes asked for.
        size: usize,
        /// What the memory is for.
        what: &'static str,
    },
    /// A second virtual machine in one process.
    #[error("a virtual machine is running in this process already")]
    AlreadyRunning,
    /// A class that the machine itself needs is absent from the library.
    #[error("the class library lacks {0}")]
    Library(String),
    /// A class that the machine knows has another shape than it expects.
    #[error("the class library's {class} lacks {member}")]
    LibraryMember {
        /// Class name in internal form.
        class: String,
        /// Name and descriptor of the member.
        member: String,
    },
    /// The operating system refused a thread.
    #[error("unable to create native thread: {0}")]
    Thread(std::io::Error),
}
