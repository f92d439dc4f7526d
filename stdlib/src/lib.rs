//! The class library image.
