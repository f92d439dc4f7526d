//! Type inference (JLS 18).
//!
//! Inference variables live in one [`store::Store`] for a whole expression, so that nested generic calls share their bounds with the call around
//! them: a nested call that waits for its target simply leaves its variables unresolved. Overload resolution tries candidates between
//! [`store::Store::mark`] and [`store::Store::undo`].
//!
//! - `store`: the variables, their bounds, the undo log;
//! - `reduce`: constraints to bounds (18.2) and incorporation (18.3);
//! - `resolve`: instantiation (18.4);
//! - `thrown`: what a lambda body throws (18.2.5);
//! - `invoke`: the constraints of an invocation, arguments that wait for inference included (18.5).

pub mod invoke;
pub mod reduce;
pub mod resolve;
pub mod store;
pub mod thrown;

pub use store::{Failure, Store};
