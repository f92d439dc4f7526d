//! A class path: folders, jars, single class files, classes in memory, the library's image.

use super::manifest;
use rvm_archive::Jar;
use rvm_vm::load::{ClassBytes, ClassSource};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

enum Entry {
    Folder(PathBuf),
    Jar {
        path: PathBuf,
        archive: OnceLock<Option<Archive>>,
        /// Places on the class path already, which manifests don't add again.
        seen: Seen,
    },
    /// One class, found by its name wherever the file lies.
    Single {
        name: Vec<u8>,
        path: PathBuf,
    },
    Memory(HashMap<Vec<u8>, Vec<u8>>),
    Image,
}

type Seen = Arc<Mutex<HashSet<PathBuf>>>;

/// A jar that is open.
struct Archive {
    jar: Jar,
    /// Versions that a multi-release jar has classes for, the newest first.
    versions: Vec<u32>,
    /// What its manifest's `Class-Path` adds behind it.
    more: ClassPath,
}

/// The newest version of multi-release jars that counts.
const RELEASE: u32 = 17;

impl Archive {
    fn new(path: &Path, jar: Jar, seen: &Seen) -> Self {
        let manifest = jar.manifest();
        let multi = manifest.get("Multi-Release").is_some_and(|v| v.trim().eq_ignore_ascii_case("true"));
        let versions =
            (9..=RELEASE).rev().filter(|v| multi && jar.has_folder(&format!("META-INF/versions/{v}")));
        let versions = versions.collect();
        let mut more = ClassPath { entries: Vec::new(), trusted: false, seen: Arc::clone(seen) };
        for place in manifest::class_path(&manifest, path.parent().unwrap_or(Path::new(""))) {
            let new = || seen.lock().unwrap_or_else(|e| e.into_inner()).insert(absolute(&place));
            if place.exists() && new() {
                more.add(&place);
            }
        }
        Self { jar, versions, more }
    }

    /// An entry of the jar itself.
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        if !path.starts_with("META-INF/") {
            for version in &self.versions {
                if let Some(bytes) = self.jar.read(&format!("META-INF/versions/{version}/{path}")).ok()? {
                    return Some(bytes);
                }
            }
        }
        self.jar.read(path).ok()?
    }
}

/// An ordered list of places.
pub struct ClassPath {
    entries: Vec<Entry>,
    trusted: bool,
    seen: Seen,
}

impl ClassPath {
    /// An empty class path.
    pub fn new() -> Self {
        Self { entries: Vec::new(), trusted: false, seen: Seen::default() }
    }

    /// The library: its classes were checked when it was built.
    pub fn library() -> Self {
        Self { entries: vec![Entry::Image], trusted: true, seen: Seen::default() }
    }

    /// A library made of the places of `text` instead of the image.
    pub fn library_from(text: &str) -> Self {
        let mut path = Self { entries: Vec::new(), trusted: true, seen: Seen::default() };
        path.add_text(text);
        path
    }

    /// Adds the places of a path text; `dir/*` stands for the folder's jars; empty parts are the current folder.
    pub fn add_text(&mut self, text: &str) {
        for part in text.split(':') {
            match part.strip_suffix('*').filter(|rest| rest.is_empty() || rest.ends_with('/')) {
                Some(folder) => self.add_jars(Path::new(if folder.is_empty() { "." } else { folder })),
                None => self.add(Path::new(if part.is_empty() { "." } else { part })),
            }
        }
    }

    fn add_jars(&mut self, folder: &Path) {
        let Ok(files) = std::fs::read_dir(folder) else { return };
        let mut jars: Vec<PathBuf> = files
            .filter_map(|file| Some(file.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|e| e == "jar" || e == "JAR"))
            .collect();
        jars.sort();
        jars.iter().for_each(|jar| self.add(jar));
    }

    /// Adds a folder or jar.
    pub fn add(&mut self, path: &Path) {
        let entry = if path.is_file() {
            Entry::Jar { path: path.to_owned(), archive: OnceLock::new(), seen: Arc::clone(&self.seen) }
        } else {
            Entry::Folder(path.to_owned())
        };
        self.entries.push(entry);
    }

    /// Adds a jar that is open already.
    pub fn add_jar(&mut self, path: &Path, jar: Jar) {
        let archive = OnceLock::from(Some(Archive::new(path, jar, &self.seen)));
        self.entries.push(Entry::Jar { path: path.to_owned(), archive, seen: Arc::clone(&self.seen) });
    }

    /// Adds one class file.
    pub fn add_single(&mut self, name: Vec<u8>, path: PathBuf) {
        self.entries.push(Entry::Single { name, path });
    }

    /// Adds classes by internal name.
    pub fn add_memory(&mut self, classes: HashMap<Vec<u8>, Vec<u8>>) {
        self.entries.push(Entry::Memory(classes));
    }

    /// The class file of a class by internal name.
    pub fn class_file(&self, name: &str) -> Option<Cow<'static, [u8]>> {
        self.entries.iter().find_map(|entry| match entry {
            Entry::Image => rvm_stdlib::find(name).map(Cow::Borrowed),
            other => other.resource(&format!("{name}.class")).map(Cow::Owned),
        })
    }

    /// Whether there are classes in a package (dotted name) or in one inside it.
    pub fn has_package(&self, dotted: &str) -> bool {
        let folder = dotted.replace('.', "/");
        self.entries.iter().any(|entry| match entry {
            Entry::Image => rvm_stdlib::has_package(dotted),
            Entry::Folder(root) => root.join(&folder).is_dir(),
            Entry::Jar { .. } => {
                entry.archive().is_some_and(|a| a.jar.has_folder(&folder) || a.more.has_package(dotted))
            }
            Entry::Single { .. } | Entry::Memory(_) => false,
        })
    }

    /// Which places have a resource: `D` and an absolute folder, or `J` and an absolute archive, in order.
    pub fn places(&self, path: &str) -> Vec<String> {
        let absolute = |p: &Path| std::path::absolute(p).unwrap_or_else(|_| p.to_owned());
        self.entries
            .iter()
            .filter_map(|entry| match entry {
                Entry::Folder(root) => root.join(path).exists().then(|| {
                    format!("D{}", std::fs::canonicalize(root).unwrap_or_else(|_| absolute(root)).display())
                }),
                Entry::Jar { path: jar, .. } => {
                    let archive = entry.archive()?;
                    let there = match path.strip_suffix('/') {
                        Some(folder) => archive.jar.has_folder(folder),
                        None => archive.read(path).is_some() || archive.jar.has_folder(path),
                    };
                    there.then(|| format!("J{}", absolute(jar).display()))
                }
                Entry::Single { .. } | Entry::Memory(_) | Entry::Image => None,
            })
            .collect()
    }

    /// The bytes of a resource by its path.
    pub fn resource(&self, path: &str) -> Option<Vec<u8>> {
        self.entries.iter().find_map(|entry| entry.resource(path))
    }
}

impl Default for ClassPath {
    fn default() -> Self {
        Self::new()
    }
}

fn read_file(path: &Path) -> Option<Vec<u8>> {
    // A folder of that name is no file; reading it fails too, but later.
    std::fs::read(path).ok()
}

impl Entry {
    fn resource(&self, path: &str) -> Option<Vec<u8>> {
        match self {
            Entry::Folder(folder) => read_file(&folder.join(path)),
            Entry::Jar { .. } => {
                let archive = self.archive()?;
                archive.read(path).or_else(|| archive.more.resource(path))
            }
            Entry::Image => rvm_stdlib::find(path.strip_suffix(".class")?).map(<[u8]>::to_vec),
            Entry::Memory(classes) => classes.get(path.strip_suffix(".class")?.as_bytes()).cloned(),
            Entry::Single { name, path: file } => {
                (path.strip_suffix(".class")?.as_bytes() == name).then(|| read_file(file))?
            }
        }
    }

    fn archive(&self) -> Option<&Archive> {
        match self {
            // A damaged jar on the class path is passed over, as java does.
            Entry::Jar { path, archive, seen } => {
                archive.get_or_init(|| Some(Archive::new(path, Jar::open(path).ok()?, seen))).as_ref()
            }
            _ => None,
        }
    }

    fn find(&self, name: &[u8]) -> Option<(Cow<'static, [u8]>, Cow<'static, str>)> {
        let path_name = || -> Option<String> {
            let text = rvm_vm::class::Symbol::of(name).text();
            // Names come from class files: they must not climb out of the folder.
            let sane = !text.is_empty()
                && !text.starts_with('/')
                && !text.split('/').any(|p| p == ".." || p.is_empty());
            (sane && !text.contains('\0')).then(|| format!("{text}.class"))
        };
        let owned = |bytes: Vec<u8>, origin: String| Some((Cow::Owned(bytes), Cow::Owned(origin)));
        match self {
            Entry::Folder(folder) => {
                let bytes = read_file(&folder.join(path_name()?))?;
                owned(bytes, format!("file:{}/", absolute(folder).display()))
            }
            Entry::Jar { path, .. } => {
                let archive = self.archive()?;
                match archive.read(&path_name()?) {
                    Some(bytes) => owned(bytes, format!("file:{}", absolute(path).display())),
                    None => archive.more.entries.iter().find_map(|entry| entry.find(name)),
                }
            }
            Entry::Single { name: single, path } => {
                let bytes = if single == name { read_file(path)? } else { return None };
                owned(bytes, format!("file:{}", absolute(path).display()))
            }
            Entry::Memory(classes) => owned(classes.get(name)?.clone(), "memory".to_owned()),
            Entry::Image => {
                let name = std::str::from_utf8(name).ok()?;
                Some((Cow::Borrowed(rvm_stdlib::find(name)?), Cow::Borrowed("library image")))
            }
        }
    }
}

fn absolute(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// A class path shared with those who look for resources.
pub struct Shared(pub Arc<ClassPath>);

impl ClassSource for Shared {
    fn find(&self, name: &[u8]) -> Option<ClassBytes> {
        let (bytes, origin) = self.0.entries.iter().find_map(|entry| entry.find(name))?;
        Some(ClassBytes { bytes, origin, trusted: self.0.trusted })
    }
}
