//! The compiler's driver: options, files, class path, and the phases in order.

pub mod classpath;
pub mod options;
