//! Jar files: the entries of a zip archive by name, for the class paths of compiler and VM.

mod manifest;

pub use manifest::Manifest;
use std::collections::HashSet;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// The largest entry that is read: class files and resources beyond it are refused.
const MAX_ENTRY: u64 = 1 << 30;

/// What can go wrong with a jar file.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// It cannot be opened or read.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// It is no zip file, or a damaged one.
    #[error("{0}")]
    Zip(#[from] zip::result::ZipError),
    /// An entry is too large.
    #[error("entry {0} is too large")]
    TooLarge(String),
}

/// An open jar file. Shared between threads.
#[derive(Debug)]
pub struct Jar {
    zip: Mutex<zip::ZipArchive<BufReader<File>>>,
    folders: HashSet<String>,
}

impl Jar {
    /// Opens a jar and reads its directory.
    ///
    /// # Errors
    /// If the file cannot be read or is no zip archive.
    pub fn open(path: &Path) -> Result<Jar, ArchiveError> {
        let zip = zip::ZipArchive::new(BufReader::new(File::open(path)?))?;
        let mut folders = HashSet::new();
        for name in zip.file_names() {
            for (i, _) in name.match_indices('/') {
                if !folders.contains(&name[..i]) {
                    folders.insert(name[..i].to_string());
                }
            }
        }
        Ok(Jar { zip: Mutex::new(zip), folders })
    }

    /// The contents of the entry `name` (`a/b/C.class`); None where there is none.
    ///
    /// # Errors
    /// If the entry is damaged or too large.
    pub fn read(&self, name: &str) -> Result<Option<Vec<u8>>, ArchiveError> {
        let mut zip = self.zip.lock().unwrap_or_else(|e| e.into_inner());
        let entry = match zip.by_name(name) {
            Ok(entry) => entry,
            Err(zip::result::ZipError::FileNotFound) => return Ok(None),
            Err(e) => return Err(e.into()),
        };
        if entry.size() > MAX_ENTRY {
            return Err(ArchiveError::TooLarge(name.to_string()));
        }
        let mut data = Vec::with_capacity((entry.size() as usize).min(1 << 20));
        // The size in the directory may lie: read no more than the limit.
        entry.take(MAX_ENTRY + 1).read_to_end(&mut data)?;
        if data.len() as u64 > MAX_ENTRY {
            return Err(ArchiveError::TooLarge(name.to_string()));
        }
        Ok(Some(data))
    }

    /// The manifest; empty where there is none that can be read.
    pub fn manifest(&self) -> Manifest {
        self.read("META-INF/MANIFEST.MF").ok().flatten().map(|b| Manifest::parse(&b)).unwrap_or_default()
    }

    /// What the manifest's `Class-Path` names, for a jar at `path`: the places that exist.
    pub fn class_path(&self, path: &Path) -> Vec<PathBuf> {
        let manifest = self.manifest();
        let folder = path.parent().unwrap_or(Path::new(""));
        let entries = manifest.get("Class-Path").unwrap_or("").split_ascii_whitespace();
        let places = entries.map(|e| folder.join(e.strip_prefix("file:").unwrap_or(e)));
        places.filter(|place| place.exists()).collect()
    }

    /// Whether there is an entry in the folder `name` (`a/b`) or below it.
    pub fn has_folder(&self, name: &str) -> bool {
        self.folders.contains(name)
    }

    /// The names of all entries.
    pub fn names(&self) -> Vec<String> {
        let zip = self.zip.lock().unwrap_or_else(|e| e.into_inner());
        zip.file_names().map(str::to_string).collect()
    }
}
