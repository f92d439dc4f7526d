//! The module path: which modules lie there, by name.

use crate::CompileError;
use rvm_archive::Jar;
use rvm_classfile::Attribute;
use std::path::{Path, PathBuf};

/// A module that was found.
pub struct Found {
    /// Its name.
    pub name: String,
    /// The folder or jar with its classes.
    pub place: PathBuf,
}

/// The modules at the elements of a module path: an element is a module or a folder of modules.
pub fn find(path: &[PathBuf]) -> Result<Vec<Found>, CompileError> {
    let mut out = Vec::new();
    for element in path {
        if let Some(found) = module_at(element)? {
            out.push(found);
            continue;
        }
        let Ok(entries) = std::fs::read_dir(element) else { continue };
        let mut places: Vec<PathBuf> = entries.flatten().map(|e| e.path()).collect();
        places.sort();
        for place in places {
            out.extend(module_at(&place)?);
        }
    }
    Ok(out)
}

fn module_at(place: &Path) -> Result<Option<Found>, CompileError> {
    let found = |name: String| Some(Found { name, place: place.to_path_buf() });
    if place.is_dir() {
        let bytes = std::fs::read(place.join("module-info.class")).ok();
        return Ok(bytes.and_then(|b| declared_name(&b)).and_then(found));
    }
    if !place.extension().is_some_and(|e| e.eq_ignore_ascii_case("jar")) || !place.is_file() {
        return Ok(None);
    }
    let jar = Jar::open(place).map_err(|e| CompileError::Jar(place.to_path_buf(), e))?;
    let bytes = jar.read("module-info.class").ok().flatten();
    if let Some(name) = bytes.and_then(|b| declared_name(&b)) {
        return Ok(found(name));
    }
    let manifest = jar.read("META-INF/MANIFEST.MF").ok().flatten().unwrap_or_default();
    let manifest = String::from_utf8_lossy(&manifest);
    let named = manifest.lines().find_map(|l| l.strip_prefix("Automatic-Module-Name:"));
    let name = match named {
        Some(name) => name.trim().to_string(),
        None => automatic_name(&place.file_stem().unwrap_or_default().to_string_lossy()),
    };
    Ok(if name.is_empty() { None } else { found(name) })
}

fn declared_name(bytes: &[u8]) -> Option<String> {
    let class = rvm_classfile::class::parse(bytes).ok()?;
    match class.attribute("Module").ok()?? {
        Attribute::Module(m) => class.cp.module(m.name).ok().map(|n| String::from_utf8_lossy(n).into_owned()),
        _ => None,
    }
}

/// The name of an automatic module, from its jar's: without the version, other characters than letters and digits being dots.
fn automatic_name(stem: &str) -> String {
    let bytes = stem.as_bytes();
    let version = (0..bytes.len()).find(|&i| {
        let digits = bytes[i + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
        bytes[i] == b'-' && digits > 0 && matches!(bytes.get(i + 1 + digits), None | Some(b'.'))
    });
    let words = stem[..version.unwrap_or(stem.len())].split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|w| !w.is_empty()).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::automatic_name;

    #[test]
    fn automatic_names_follow_the_jar() {
        assert_eq!(automatic_name("commons-lang3-3.12.0"), "commons.lang3");
        assert_eq!(automatic_name("a--b"), "a.b");
        assert_eq!(automatic_name("foo-1"), "foo");
        assert_eq!(automatic_name("foo-1x"), "foo.1x");
    }
}
