//! Entering and attribution.
