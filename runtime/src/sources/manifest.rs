//! What a jar's manifest means for class loading.

use rvm_archive::Manifest;
use std::path::{Path, PathBuf};

/// The places of `Class-Path`, seen from the jar's folder.
pub(super) fn class_path(manifest: &Manifest, folder: &Path) -> Vec<PathBuf> {
    let text = manifest.get("Class-Path").unwrap_or_default();
    text.split_ascii_whitespace()
        .map(|entry| folder.join(decoded(entry.strip_prefix("file:").unwrap_or(entry))))
        .collect()
}

/// The entries are URLs: `%20` is a space.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|t| std::str::from_utf8(t).ok());
        match hex.filter(|_| *first == b'%').and_then(|h| u8::from_str_radix(h, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
