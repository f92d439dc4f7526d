//! A class path: folders, jars, single class files, classes in memory, the library's image.

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
        archive: OnceLock<Option<Jar>>,
        /// What its manifest's `Class-Path` names: searched after it, before the next place.
        more: OnceLock<Vec<Entry>>,
    },
    /// One class, found by its name wherever the file lies.
    Single {
        name: Vec<u8>,
        path: PathBuf,
    },
    Memory(HashMap<Vec<u8>, Vec<u8>>),
    Image,
}

/// An ordered list of places.
pub struct ClassPath {
    entries: Vec<Entry>,
    trusted: bool,
    /// Places that manifests have named: each is taken once.
    named: Mutex<HashSet<PathBuf>>,
}

impl ClassPath {
    /// An empty class path.
    pub fn new() -> Self {
        Self { entries: Vec::new(), trusted: false, named: Mutex::default() }
    }

    /// The library: its classes were checked when it was built.
    pub fn library() -> Self {
        Self { entries: vec![Entry::Image], trusted: true, named: Mutex::default() }
    }

    /// A library made of the places of `text` instead of the image.
    pub fn library_from(text: &str) -> Self {
        let mut path = Self { entries: Vec::new(), trusted: true, named: Mutex::default() };
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
        self.entries.push(Entry::of(path));
    }

    /// Adds a jar that is open already.
    pub fn add_jar(&mut self, path: &Path, jar: Jar) {
        self.entries.push(Entry::Jar {
            path: path.to_owned(),
            archive: OnceLock::from(Some(jar)),
            more: OnceLock::new(),
        });
    }

    /// Adds one class file.
    pub fn add_single(&mut self, name: Vec<u8>, path: PathBuf) {
        self.entries.push(Entry::Single { name, path });
    }

    /// Adds classes by internal name.
    pub fn add_memory(&mut self, classes: HashMap<Vec<u8>, Vec<u8>>) {
        self.entries.push(Entry::Memory(classes));
    }

    /// The first place that `f` takes, in order of search.
    fn find_map<T>(&self, f: &mut dyn FnMut(&Entry) -> Option<T>) -> Option<T> {
        self.search(&self.entries, f)
    }

    fn search<T>(&self, entries: &[Entry], f: &mut dyn FnMut(&Entry) -> Option<T>) -> Option<T> {
        entries.iter().find_map(|entry| f(entry).or_else(|| self.search(self.named_by(entry), f)))
    }

    fn named_by<'e>(&self, entry: &'e Entry) -> &'e [Entry] {
        let Entry::Jar { path, more, .. } = entry else { return &[] };
        more.get_or_init(|| {
            let Some(archive) = entry.archive() else { return Vec::new() };
            let mut named = self.named.lock().unwrap_or_else(|e| e.into_inner());
            let places = archive.class_path(path);
            places.iter().filter(|p| named.insert(absolute(p))).map(|p| Entry::of(p)).collect()
        })
    }

    /// The class file of a class by internal name.
    pub fn class_file(&self, name: &str) -> Option<Cow<'static, [u8]>> {
        self.find_map(&mut |entry| match entry {
            Entry::Image => rvm_stdlib::find(name).map(Cow::Borrowed),
            other => other.resource(&format!("{name}.class")).map(Cow::Owned),
        })
    }

    /// Whether there are classes in a package (dotted name) or in one inside it.
    pub fn has_package(&self, dotted: &str) -> bool {
        let folder = dotted.replace('.', "/");
        let has = |entry: &Entry| match entry {
            Entry::Image => rvm_stdlib::has_package(dotted),
            Entry::Folder(root) => root.join(&folder).is_dir(),
            Entry::Jar { .. } => entry.archive().is_some_and(|jar| jar.has_folder(&folder)),
            Entry::Single { .. } | Entry::Memory(_) => false,
        };
        self.find_map(&mut |entry| has(entry).then_some(())).is_some()
    }

    /// Which places have a resource: `D` and an absolute folder, or `J` and an absolute archive, in order.
    pub fn places(&self, path: &str) -> Vec<String> {
        let absolute = |p: &Path| std::path::absolute(p).unwrap_or_else(|_| p.to_owned());
        let place = |entry: &Entry| -> Option<String> {
            match entry {
                Entry::Folder(root) => root.join(path).exists().then(|| {
                    format!("D{}", std::fs::canonicalize(root).unwrap_or_else(|_| absolute(root)).display())
                }),
                Entry::Jar { path: jar, .. } => {
                    let archive = entry.archive()?;
                    let there = match path.strip_suffix('/') {
                        Some(folder) => archive.has_folder(folder),
                        None => archive.read(path).ok()?.is_some() || archive.has_folder(path),
                    };
                    there.then(|| format!("J{}", absolute(jar).display()))
                }
                Entry::Single { .. } | Entry::Memory(_) | Entry::Image => None,
            }
        };
        let mut found = Vec::new();
        self.find_map::<()>(&mut |entry| {
            found.extend(place(entry));
            None
        });
        found
    }

    /// The bytes of a resource by its path.
    pub fn resource(&self, path: &str) -> Option<Vec<u8>> {
        self.find_map(&mut |entry| entry.resource(path))
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
    fn of(path: &Path) -> Entry {
        if path.is_file() {
            Entry::Jar { path: path.to_owned(), archive: OnceLock::new(), more: OnceLock::new() }
        } else {
            Entry::Folder(path.to_owned())
        }
    }

    fn resource(&self, path: &str) -> Option<Vec<u8>> {
        match self {
            Entry::Folder(folder) => read_file(&folder.join(path)),
            Entry::Jar { .. } => self.archive()?.read(path).ok()?,
            Entry::Image => rvm_stdlib::find(path.strip_suffix(".class")?).map(<[u8]>::to_vec),
            Entry::Memory(classes) => classes.get(path.strip_suffix(".class")?.as_bytes()).cloned(),
            Entry::Single { name, path: file } => {
                (path.strip_suffix(".class")?.as_bytes() == name).then(|| read_file(file))?
            }
        }
    }

    fn archive(&self) -> Option<&Jar> {
        match self {
            // A damaged jar on the class path is passed over, as java does.
            Entry::Jar { path, archive, .. } => archive.get_or_init(|| Jar::open(path).ok()).as_ref(),
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
                let bytes = self.archive()?.read(&path_name()?).ok()??;
                owned(bytes, absolute(path).display().to_string())
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
        let (bytes, origin) = self.0.find_map(&mut |entry| entry.find(name))?;
        Some(ClassBytes { bytes, origin, trusted: self.0.trusted })
    }
}
