//! Where the compiler finds class files: the class path, then the platform's library.

use crate::CompileError;
use rvm_archive::Jar;
use rvm_model::world::ClassFinder;
use std::borrow::Cow;
use std::collections::{HashSet, VecDeque};
use std::path::{Path, PathBuf};

/// The platform's classes: the library image, or none when the library itself is compiled.
pub type Platform = Box<dyn ClassFinder>;

/// A platform without classes.
#[derive(Debug)]
pub struct NoPlatform;

impl ClassFinder for NoPlatform {
    fn find(&self, _binary: &str) -> Option<Cow<'static, [u8]>> {
        None
    }
    fn package_exists(&self, _dotted: &str) -> bool {
        false
    }
}

/// `--system DIR`: the library's class files in a folder.
#[derive(Debug)]
pub struct FolderPlatform(pub PathBuf);

impl ClassFinder for FolderPlatform {
    fn find(&self, binary: &str) -> Option<Cow<'static, [u8]>> {
        read_exact_name(&self.0, &format!("{binary}.class")).map(Cow::Owned)
    }
    fn package_exists(&self, dotted: &str) -> bool {
        self.0.join(dotted.replace('.', "/")).is_dir()
    }
}

enum Element {
    Folder(PathBuf),
    Jar(Box<Jar>, PathBuf),
}

/// The class path with the platform before it: a library class cannot be replaced.
pub struct ClassPath {
    platform: Platform,
    elements: Vec<Element>,
}

impl ClassPath {
    /// Opens the elements; absent ones are passed over, `absent` gets to know them.
    ///
    /// # Errors
    /// If a jar is damaged.
    pub fn new(
        paths: &[PathBuf],
        platform: Platform,
        absent: &mut Vec<PathBuf>,
    ) -> Result<ClassPath, CompileError> {
        let mut elements = Vec::new();
        let mut named = HashSet::new();
        for path in paths {
            let mut places: VecDeque<PathBuf> = expand(path).into();
            while let Some(path) = places.pop_front() {
                if path.is_dir() {
                    elements.push(Element::Folder(path));
                } else if path.is_file() {
                    match Jar::open(&path) {
                        Ok(jar) => {
                            // What the manifest names comes next; each place once.
                            for place in jar.class_path(&path).into_iter().rev() {
                                if named.insert(place.clone()) {
                                    places.push_front(place);
                                }
                            }
                            elements.push(Element::Jar(Box::new(jar), path));
                        }
                        Err(e) => return Err(CompileError::Jar(path, e)),
                    }
                } else if !path.as_os_str().is_empty() {
                    absent.push(path);
                }
            }
        }
        Ok(ClassPath { platform, elements })
    }
}

/// `dir/*` stands for all jars in the folder.
fn expand(path: &Path) -> Vec<PathBuf> {
    if path.file_name().is_none_or(|n| n != "*") {
        return vec![path.to_path_buf()];
    }
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut jars: Vec<PathBuf> =
        std::fs::read_dir(folder).map(|d| d.flatten().map(|e| e.path()).collect()).unwrap_or_default();
    jars.retain(|p| p.extension().is_some_and(|e| e.eq_ignore_ascii_case("jar")));
    jars.sort();
    jars
}

impl ClassFinder for ClassPath {
    fn find(&self, binary: &str) -> Option<Cow<'static, [u8]>> {
        if let Some(bytes) = self.platform.find(binary) {
            return Some(bytes);
        }
        let file = format!("{binary}.class");
        self.elements
            .iter()
            .find_map(|e| match e {
                Element::Folder(dir) => read_exact_name(dir, &file),
                Element::Jar(jar, _) => jar.read(&file).ok().flatten(),
            })
            .map(Cow::Owned)
    }

    fn location(&self, binary: &str) -> String {
        let file = format!("{binary}.class");
        let found = self.elements.iter().find_map(|e| match e {
            Element::Folder(dir) if read_exact_name(dir, &file).is_some() => {
                Some(dir.join(&file).display().to_string())
            }
            Element::Jar(jar, path) if jar.read(&file).ok().flatten().is_some() => {
                Some(format!("{}(/{file})", path.display()))
            }
            _ => None,
        });
        found.unwrap_or(file)
    }

    fn package_exists(&self, dotted: &str) -> bool {
        if self.platform.package_exists(dotted) {
            return true;
        }
        let folder = dotted.replace('.', "/");
        self.elements.iter().any(|e| match e {
            Element::Folder(dir) => dir.join(&folder).is_dir(),
            Element::Jar(jar, _) => jar.has_folder(&folder),
        })
    }
}

fn read_exact_name(dir: &Path, file: &str) -> Option<Vec<u8>> {
    let path = dir.join(file);
    if !path.is_file() {
        return None;
    }
    std::fs::read(path).ok()
}
