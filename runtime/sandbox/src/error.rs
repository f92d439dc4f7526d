//! What keeps a sandbox from starting.

use thiserror::Error;

/// Why a sandbox was not started.
#[derive(Debug, Error)]
pub enum SandboxError {
    /// An option is not understood.
    #[error("{0}")]
    Option(String),
    /// KVM is missing or refuses.
    #[error("/dev/kvm: {what}: {error}")]
    Kvm {
        /// What was asked of it.
        what: &'static str,
        /// Its answer.
        error: std::io::Error,
    },
    /// The host refuses something else.
    #[error("{what}: {error}")]
    Host {
        /// What was asked of it.
        what: String,
        /// Its answer.
        error: std::io::Error,
    },
    /// The executable cannot be a guest.
    #[error("the guest's executable: {0}")]
    Guest(String),
}

impl SandboxError {
    /// From a refusal of KVM.
    pub fn kvm(what: &'static str) -> impl FnOnce(kvm_ioctls::Error) -> Self {
        move |error| Self::Kvm { what, error: std::io::Error::from_raw_os_error(error.errno()) }
    }

    /// From a refusal of the host.
    pub fn host<E: Into<std::io::Error>>(what: impl Into<String>) -> impl FnOnce(E) -> Self {
        move |error| Self::Host { what: what.into(), error: error.into() }
    }
}
