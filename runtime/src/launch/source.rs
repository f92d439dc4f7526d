//! Running a source file: compiled in memory, its first class is the main class.

use super::Plan;
use crate::error::LaunchError;
use crate::options::Options;
use std::path::Path;

/// Compiles a source file and plans its run.
pub(super) fn plan(_options: &Options, path: &Path, _class_path: String) -> Result<Plan, LaunchError> {
    // The seam for the compiler: compile_source(path, class path) -> classes in memory, then Plan over them.
    Err(LaunchError::Usage(format!("error: {}: running source files needs the compiler", path.display())))
}
