//! Linking: verification, resolution (JVMS 5.4.3), access (5.4.4), selection (5.4.6), initialisation (5.5).

pub mod access;
mod failures;
mod init;
mod members;
mod peek;
mod resolve;
mod select;
pub mod throw;
pub mod verify;

pub use failures::Failures;
pub(crate) use failures::loaded;
pub use init::{InitLocks, initialize, link};
pub use members::{
    find_field, find_interface_method, find_method, resolve_field_by_name, resolve_method_by_name,
};
pub use peek::{peek_call, peek_class, peek_field, peek_interface};
pub use resolve::{
    CallKind, FieldUse, ResolvedCall, check_static, load_or_throw, resolve_call, resolve_class,
    resolve_field, resolve_plain_field, resolve_string,
};
pub use select::{abstract_error, select_interface, select_miranda, select_virtual};
