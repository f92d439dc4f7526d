//! Writing class files.

use crate::CompileError;
use crate::pipeline::Made;
use std::path::Path;

/// Writes a class file below `-d`, in the folders of its package; without `-d`, beside its source.
pub fn write(class: &Made, output: Option<&Path>, beside: Option<&Path>) -> Result<(), CompileError> {
    let path = match (output, beside) {
        (Some(dir), _) => dir.join(format!("{}.class", class.binary)),
        (None, dir) => {
            let simple = class.binary.rsplit('/').next().unwrap_or(&class.binary);
            dir.unwrap_or(Path::new("")).join(format!("{simple}.class"))
        }
    };
    if let Some(parent) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        std::fs::create_dir_all(parent).map_err(|e| CompileError::Write(path.clone(), e))?;
    }
    std::fs::write(&path, &class.bytes).map_err(|e| CompileError::Write(path.clone(), e))
}
