//! Classes and members as the running machine sees them. All of it lives in the metadata arena for ever.

#[allow(clippy::module_inception)]
mod class;
mod field;
mod itable;
mod kind;
mod method;
mod pool;
mod signature;
mod symbol;

pub use class::{AtomicClass, Class, ClassKind, ClassRare, InitState, RefRange, ReferenceKind};
pub use field::Field;
pub use itable::Itable;
pub use kind::ValueKind;
pub(crate) use method::u16_at;
pub use method::{Handler, Method, MethodFlags, external_type};
pub use pool::{BootstrapMethod, Pool, tag};
pub use signature::Signature;
pub(crate) use signature::SignatureTable;
pub use symbol::{Symbol, SymbolTable};

/// Access flags of JVMS tables 4.1-B, 4.5-A and 4.6-A.
pub use rvm_classfile::flags;
