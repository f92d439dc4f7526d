//! A jar's manifest, as far as class loading needs it.

use std::path::{Path, PathBuf};

/// The main section of a jar's manifest.
#[derive(Debug, Default)]
pub(crate) struct Manifest(Vec<(String, String)>);

impl Manifest {
    /// Lines `Name: value`; a line that starts with a space goes on; the first empty line ends the section.
    pub(crate) fn parse(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let mut attributes: Vec<(String, String)> = Vec::new();
        for line in text.split('\n').map(|l| l.trim_end_matches('\r')) {
            if line.is_empty() {
                break;
            }
            match (line.strip_prefix(' '), attributes.last_mut()) {
                (Some(more), Some((_, value))) => value.push_str(more),
                _ => {
                    if let Some((name, value)) = line.split_once(':') {
                        attributes
                            .push((name.to_owned(), value.strip_prefix(' ').unwrap_or(value).to_owned()));
                    }
                }
            }
        }
        Self(attributes)
    }

    /// An attribute's value; names ignore case.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str())
    }

    /// The manifest of a jar.
    pub(crate) fn of(jar: &rvm_archive::Jar) -> Option<Self> {
        jar.read("META-INF/MANIFEST.MF").ok().flatten().map(|bytes| Self::parse(&bytes))
    }

    /// The places of `Class-Path`, seen from the jar's folder.
    pub(crate) fn class_path(&self, folder: &Path) -> Vec<PathBuf> {
        let text = self.get("Class-Path").unwrap_or_default();
        text.split_ascii_whitespace()
            .map(|entry| folder.join(decoded(entry.strip_prefix("file:").unwrap_or(entry))))
            .collect()
    }
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
