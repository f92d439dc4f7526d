//! Flow analysis, lowering and code generation.
