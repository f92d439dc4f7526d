//! Constant expressions (JLS 15.29).
//!
//! `fold` computes; `field` finds the values of constant variables; `text` converts numbers to strings as Java does.

pub mod field;
pub mod fold;
pub mod text;
