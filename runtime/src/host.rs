//! What host functions need to know of the command line.

use crate::options::{Assertions, Options, Target};
use crate::sources::ClassPath;
use std::sync::{Arc, OnceLock};

/// Settings of the process.
pub struct Host {
    /// `-D` properties and those the launcher adds, in order.
    pub properties: Vec<(String, String)>,
    /// The class path as text (`java.class.path`).
    pub class_path_text: String,
    /// The class path.
    pub class_path: Arc<ClassPath>,
    /// The library, for resources.
    pub library: Arc<ClassPath>,
    /// `-ea`, `-da`, `-esa`, `-dsa`
    pub assertions: Assertions,
    /// Name of the main class for `sun.java.command`.
    pub command: String,
    /// Whether a source file is run.
    pub source: bool,
    /// `-XX:+ShowCodeDetailsInExceptionMessages`
    pub helpful: bool,
    /// `-XX:ActiveProcessorCount`
    pub processors: Option<i32>,
}

static HOST: OnceLock<Host> = OnceLock::new();

/// The process's settings. Ends the process if the launcher has not set them.
pub fn host() -> &'static Host {
    match HOST.get() {
        Some(host) => host,
        None => rvm_vm::fatal("host functions run before the launcher"),
    }
}

impl Host {
    /// Makes these the process's settings; false if there are some already.
    pub fn install(self) -> bool {
        HOST.set(self).is_ok()
    }

    /// From options.
    pub fn new(
        options: &Options,
        class_path_text: String,
        class_path: Arc<ClassPath>,
        library: Arc<ClassPath>,
    ) -> Self {
        Self {
            properties: options.properties.clone(),
            class_path_text,
            class_path,
            library,
            assertions: options.assertions.clone(),
            command: options.command(),
            source: matches!(options.target, Some(Target::Source(_))),
            helpful: options.helpful,
            processors: options.processors,
        }
    }
}
