//! The guest's files: granted folders, mounted into a tree that holds nothing else, and the descriptors that are open.

mod paths;
mod table;

pub use paths::{Found, names};
pub use table::{Listing, MOST, Open, OpenFile, OpenSocket};

use crate::error::SandboxError;
use crate::policy::{Grant, Policy};
use paths::Tree;
use rustix::fs::{Mode, OFlags, ResolveFlags};
use rustix::io::Errno;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::sync::Mutex;
use table::Descriptors;

/// A granted folder or file, open since before the guest started.
#[derive(Debug)]
pub struct Mount {
    root: OwnedFd,
    /// The one name in the folder, if a file was granted.
    only: Option<String>,
    /// Whether it may be changed.
    pub write: bool,
    links: bool,
    classes_only: bool,
}

/// All of a guest's files.
#[derive(Debug)]
pub struct Files {
    mounts: Vec<Mount>,
    tree: Tree,
    /// Open descriptors.
    pub open: Descriptors,
    /// The folder that relative paths start from.
    pub folder: String,
    /// What was asked about paths, if that is noted.
    asked: Mutex<Option<Vec<Seen>>>,
}

/// What a path named when it was asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The absolute path.
    pub path: String,
    /// Which file, and which content, as far as times and size tell.
    pub what: [u64; 5],
}

const NOT_LOOKED_INTO: [u64; 3] = [u64::MAX; 3];

/// Nanoseconds within which times of files may not tell two changes apart.
const SETTLED: u64 = 30_000_000;

/// More is not noted: such a start is not kept.
const ASKED_MOST: usize = 64;

const BENEATH: ResolveFlags = ResolveFlags::BENEATH.union(ResolveFlags::NO_MAGICLINKS);
const KEPT: OFlags = OFlags::RDWR
    .union(OFlags::WRONLY)
    .union(OFlags::CREATE)
    .union(OFlags::EXCL)
    .union(OFlags::TRUNC)
    .union(OFlags::APPEND)
    .union(OFlags::DIRECTORY)
    .union(OFlags::NOFOLLOW)
    .union(OFlags::SYNC)
    .union(OFlags::DSYNC);
/// Accepted and without meaning here.
const IGNORED: OFlags =
    OFlags::CLOEXEC.union(OFlags::NONBLOCK).union(OFlags::NOCTTY).union(OFlags::LARGEFILE);

fn mount(grant: &Grant) -> Result<Mount, SandboxError> {
    let problem = |error: Errno| SandboxError::host(format!("{}", grant.host.display()))(error);
    let here = Path::new(".");
    let folder = grant.host.is_dir();
    let parent = grant.host.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(here);
    let root = if folder { &grant.host } else { parent };
    let only = if folder { None } else { grant.host.file_name().map(|n| n.to_string_lossy().into_owned()) };
    let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let root = rustix::fs::open(root, flags, Mode::empty()).map_err(problem)?;
    Ok(Mount { root, only, write: grant.write, links: grant.links, classes_only: grant.classes_only })
}

impl Files {
    /// Opens what is granted.
    pub fn new(policy: &Policy) -> Result<Self, SandboxError> {
        let mut mounts = Vec::new();
        let mut tree = Tree::default();
        tree.add_folder(&policy.folder);
        for grant in &policy.grants {
            if !grant.host.exists() {
                continue;
            }
            tree.add(&grant.guest, mounts.len());
            mounts.push(mount(grant)?);
        }
        let (open, folder, asked) = (Descriptors::new(), policy.folder.clone(), Mutex::new(None));
        Ok(Self { mounts, tree, open, folder, asked })
    }

    /// Notes what is asked about paths from now on.
    pub fn note(&self) {
        *self.asked.lock().unwrap_or_else(|e| e.into_inner()) = Some(Vec::new());
    }

    /// What was asked, if all of it was noted; nothing is noted any more.
    pub fn noted(&self) -> Option<Vec<Seen>> {
        let all = self.asked.lock().unwrap_or_else(|e| e.into_inner()).take()?;
        // What changed just now may change again without another time.
        let now = crate::shift::host(libc::CLOCK_REALTIME);
        let settled = |seen: &Seen| {
            let [.., size, changed, touched] = seen.what;
            [size, changed, touched] == NOT_LOOKED_INTO || now.saturating_sub(changed.max(touched)) > SETTLED
        };
        (all.len() < ASKED_MOST && all.iter().all(settled)).then_some(all)
    }

    /// Whether a path still names what it did.
    pub fn is_still(&self, seen: &Seen) -> bool {
        self.names(&seen.path, seen.what[2..] != NOT_LOOKED_INTO) == seen.what
    }

    /// What a path names. Of folders times and size count only if they were looked into: what was asked about the names in them is noted by itself.
    fn names(&self, path: &str, into: bool) -> [u64; 5] {
        let fd = match self.tree.find(path) {
            None => return [0, 1, 0, 0, 0],
            Some(Found::Folder(_)) => return [0, 2, 0, 0, 0],
            Some(Found::Inside(mount, rest)) => self.look(mount, &rest, true),
        };
        let stat = match fd.and_then(rustix::fs::fstat) {
            Ok(stat) => stat,
            Err(error) => return [0, 3, error.raw_os_error() as u64, 0, 0],
        };
        if !into && rustix::fs::FileType::from_raw_mode(stat.st_mode) == rustix::fs::FileType::Directory {
            let [size, changed, touched] = NOT_LOOKED_INTO;
            return [stat.st_dev, stat.st_ino, size, changed, touched];
        }
        let time =
            |seconds: i64, nanos: u64| (seconds as u64).wrapping_mul(1_000_000_000).wrapping_add(nanos);
        [
            stat.st_dev,
            stat.st_ino,
            stat.st_size as u64,
            time(stat.st_mtime, stat.st_mtime_nsec),
            time(stat.st_ctime, stat.st_ctime_nsec),
        ]
    }

    fn note_of(&self, path: &str, into: bool) {
        let mut asked = self.asked.lock().unwrap_or_else(|e| e.into_inner());
        let Some(all) = asked.as_mut().filter(|all| all.len() < ASKED_MOST) else { return };
        let what = self.names(path, into);
        match all.iter_mut().find(|seen| seen.path == path) {
            None => all.push(Seen { path: path.to_owned(), what }),
            Some(seen) if into => seen.what = what,
            Some(_) => {}
        }
    }

    /// Whether anything is granted.
    pub fn any(&self) -> bool {
        !self.mounts.is_empty()
    }

    /// Whether anything may be changed.
    pub fn any_writable(&self) -> bool {
        self.mounts.iter().any(|m| m.write)
    }

    /// Where a guest's path leads.
    pub fn find(&self, path: &str) -> Result<Found, Errno> {
        let path = self.whole(path)?;
        self.note_of(&path, false);
        self.tree.find(&path).ok_or(Errno::NOENT)
    }

    /// The absolute path.
    fn whole(&self, path: &str) -> Result<String, Errno> {
        match path.chars().next() {
            None => Err(Errno::NOENT),
            Some('/') => Ok(path.to_owned()),
            Some(_) => Ok(format!("{}/{path}", self.folder)),
        }
    }

    /// Looks at what a path names: a descriptor without rights to its content.
    pub fn look(&self, mount: usize, rest: &str, follow: bool) -> Result<OwnedFd, Errno> {
        let follow = if follow { OFlags::empty() } else { OFlags::NOFOLLOW };
        let fd = self.beneath(mount, rest, OFlags::PATH | OFlags::CLOEXEC | follow, Mode::empty())?;
        if self.mounts[mount].classes_only && !rest.ends_with(".class") {
            let stat = rustix::fs::fstat(&fd)?;
            if rustix::fs::FileType::from_raw_mode(stat.st_mode) != rustix::fs::FileType::Directory {
                return Err(Errno::NOENT);
            }
        }
        Ok(fd)
    }

    fn beneath(&self, mount: usize, rest: &str, flags: OFlags, mode: Mode) -> Result<OwnedFd, Errno> {
        let mount = &self.mounts[mount];
        let path = match (&mount.only, rest) {
            (Some(name), "") => name.as_str(),
            (Some(_), _) => return Err(Errno::NOTDIR),
            (None, "") => ".",
            (None, rest) => rest,
        };
        for _ in 0..8 {
            match rustix::fs::openat2(&mount.root, path, flags, mode, BENEATH) {
                // A rename went on meanwhile.
                Err(Errno::AGAIN) => {}
                // The way leads out of what is granted.
                Err(Errno::XDEV) => return Err(Errno::ACCESS),
                other => return other,
            }
        }
        Err(Errno::ACCESS)
    }

    /// Opens a path with the guest's flags.
    pub fn open_path(&self, path: &str, flags: OFlags, mode: Mode) -> Result<Open, Errno> {
        let path = self.whole(path)?;
        self.note_of(&path, true);
        match self.tree.find(&path).ok_or(Errno::NOENT)? {
            Found::Folder(names) => {
                if !(flags & (OFlags::WRONLY | OFlags::RDWR)).is_empty() {
                    return Err(Errno::ISDIR);
                }
                Ok(Open::Folder(Listing { path, names, read: Mutex::new(0) }))
            }
            Found::Inside(mount, rest) => self.open_at(mount, &rest, flags, mode, path).map(Open::File),
        }
    }

    /// Opens again what a snapshot names, under the present policy; nothing is made or emptied.
    pub fn reopen(&self, path: &str, flags: u32) -> Result<Open, Errno> {
        let made = OFlags::CREATE | OFlags::EXCL | OFlags::TRUNC;
        self.open_path(path, OFlags::from_bits_retain(flags) - made, Mode::empty())
    }

    /// Opens a file or folder of the host.
    pub fn open_at(
        &self,
        mount: usize,
        rest: &str,
        flags: OFlags,
        mode: Mode,
        path: String,
    ) -> Result<OpenFile, Errno> {
        if !(flags - KEPT - IGNORED).is_empty() {
            return Err(Errno::INVAL);
        }
        let kept = flags & KEPT;
        let mut how = kept | OFlags::CLOEXEC | OFlags::NOCTTY | OFlags::NONBLOCK;
        let changes = !(kept & (OFlags::WRONLY | OFlags::RDWR | OFlags::TRUNC)).is_empty();
        let m = &self.mounts[mount];
        if !m.write {
            if changes {
                if !kept.contains(OFlags::CREATE) {
                    self.look(mount, rest, true)?;
                }
                return Err(Errno::ROFS);
            }
            how -= OFlags::CREATE | OFlags::EXCL;
        }
        if m.classes_only {
            self.look(mount, rest, true)?;
            if !rest.ends_with(".class") {
                return Err(Errno::ACCESS);
            }
        }
        // Not even opened: that alone can wake who waits at a pipe, or set a device going.
        if let Ok(there) = self.look(mount, rest, true) {
            Self::plain(&there)?;
        }
        let mode =
            if how.contains(OFlags::CREATE) { mode & Mode::from_raw_mode(0o777) } else { Mode::empty() };
        let fd = match self.beneath(mount, rest, how, mode) {
            Err(Errno::NOENT) if flags.contains(OFlags::CREATE) && !m.write => return Err(Errno::ROFS),
            // A pipe without a reader.
            Err(Errno::NXIO) => return Err(Errno::ACCESS),
            other => other?,
        };
        Self::plain(&fd)?;
        Ok(OpenFile { fd, write: m.write, path, flags: kept })
    }

    /// Refuses all but files and folders: devices, pipes and sockets reach beyond the folder they lie in.
    fn plain(fd: &OwnedFd) -> Result<(), Errno> {
        match rustix::fs::FileType::from_raw_mode(rustix::fs::fstat(fd)?.st_mode) {
            rustix::fs::FileType::RegularFile | rustix::fs::FileType::Directory => Ok(()),
            rustix::fs::FileType::Symlink => Err(Errno::LOOP),
            _ => Err(Errno::ACCESS),
        }
    }

    /// The folder that holds the last name of a path, open, and that name: for changes of folders.
    pub fn parent(&self, path: &str) -> Result<(OwnedFd, String), Errno> {
        self.parent_in(path).map(|(_, folder, name)| (folder, name))
    }

    /// Whether links may be made anywhere.
    pub fn any_links(&self) -> bool {
        self.mounts.iter().any(|m| m.links)
    }

    /// As `parent`, where links may be made; the mount's number first.
    pub fn parent_of_link(&self, path: &str) -> Result<(usize, OwnedFd, String), Errno> {
        let found = self.parent_in(path)?;
        if self.mounts[found.0].links { Ok(found) } else { Err(Errno::ACCESS) }
    }

    fn parent_in(&self, path: &str) -> Result<(usize, OwnedFd, String), Errno> {
        let (mount, rest) = match self.find(path)? {
            Found::Inside(mount, rest) => (mount, rest),
            Found::Folder(_) => return Err(Errno::ROFS),
        };
        if !self.mounts[mount].write {
            return Err(Errno::ROFS);
        }
        if self.mounts[mount].only.is_some() || rest.is_empty() {
            // What was granted itself stays.
            return Err(Errno::BUSY);
        }
        let (folder, name) = rest.rsplit_once('/').unwrap_or(("", &rest));
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok((mount, self.beneath(mount, folder, flags, Mode::empty())?, name.to_owned()))
    }

    /// Whether a mount may be changed.
    pub fn writable(&self, mount: usize) -> bool {
        self.mounts[mount].write
    }
}
