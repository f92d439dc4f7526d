//! `-XX:+PerfMap`: names of compiled code for profilers (`perf` looks for them in this file).

use std::fs::File;
use std::io::Write;
use std::sync::{Mutex, OnceLock};

static MAP: OnceLock<Option<Mutex<File>>> = OnceLock::new();

/// Adds a line to `/tmp/perf-PID.map`. Without the file (a sandbox may not grant it) there are no names.
pub(crate) fn perf_map(address: usize, size: usize, name: &str) {
    let file = MAP.get_or_init(|| {
        let path = format!("/tmp/perf-{}.map", std::process::id());
        // Maybe one of an earlier process; nothing is written through a link that somebody put there.
        let _ = std::fs::remove_file(&path);
        File::options().write(true).create_new(true).open(path).ok().map(Mutex::new)
    });
    if let Some(file) = file {
        let mut file = file.lock().unwrap_or_else(|e| e.into_inner());
        let _ = writeln!(file, "{address:x} {size:x} {name}");
    }
}
