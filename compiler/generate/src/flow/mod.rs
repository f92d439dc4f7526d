//! Flow analysis.
