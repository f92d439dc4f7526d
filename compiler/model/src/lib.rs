//! Symbols, types and the typed tree.
