//! A root of its own for the program: an empty folder tree with what is granted mounted in it.

use super::last;
use crate::error::SandboxError;
use crate::policy::{Grant, Policy};
use std::ffi::CString;
use std::fs;
use std::io;
use std::os::fd::{AsRawFd, OwnedFd};
use std::path::{Path, PathBuf};

/// Entries looked at for class files, at most.
const ENTRIES: usize = 20_000;

fn text(path: &Path) -> Result<CString, SandboxError> {
    use std::os::unix::ffi::OsStrExt;
    CString::new(path.as_os_str().as_bytes())
        .map_err(|_| SandboxError::Option("a path with a 0 in it".into()))
}

fn mount(
    source: &Path,
    target: &Path,
    kind: Option<&str>,
    flags: u64,
    what: &str,
) -> Result<(), SandboxError> {
    let (source, target) = (text(source)?, text(target)?);
    let kind = kind.map(CString::new).transpose().map_err(|_| SandboxError::Option("mount".into()))?;
    let kind = kind.as_ref().map_or(std::ptr::null(), |k| k.as_ptr());
    // SAFETY: texts that end in 0.
    match unsafe { libc::mount(source.as_ptr(), target.as_ptr(), kind, flags, std::ptr::null()) } {
        0 => Ok(()),
        _ => Err(last(what)),
    }
}

/// New namespaces; `false` where the host allows none.
fn separate(network: bool) -> Result<bool, SandboxError> {
    let mut own = libc::CLONE_NEWNS | libc::CLONE_NEWIPC | libc::CLONE_NEWUTS;
    if !network {
        own |= libc::CLONE_NEWNET;
    }
    // SAFETY: plain system calls.
    let (uid, gid) = unsafe { (libc::getuid(), libc::getgid()) };
    // SAFETY: plain system call; the process has one thread.
    if uid == 0 && unsafe { libc::unshare(own) } == 0 {
        return Ok(true);
    }
    // SAFETY: as above.
    if unsafe { libc::unshare(own | libc::CLONE_NEWUSER) } != 0 {
        return Ok(false);
    }
    let write = |name: &str, text: String| {
        fs::write(format!("/proc/self/{name}"), text).map_err(SandboxError::host("user namespace"))
    };
    write("setgroups", "deny".to_owned())?;
    write("uid_map", format!("{uid} {uid} 1"))?;
    write("gid_map", format!("{gid} {gid} 1"))?;
    Ok(true)
}

/// Enters the program's own root; `false` if the host has no namespaces to give and the grants do without.
pub fn enter(policy: &Policy) -> Result<bool, SandboxError> {
    let grants: Vec<&Grant> = policy.grants.iter().filter(|g| g.host.exists()).collect();
    let classes = grants.iter().filter(|g| g.classes_only);
    let classes: Vec<(PathBuf, Vec<u8>)> =
        classes.map(|g| class_files(g)).collect::<Result<Vec<_>, _>>()?.concat();
    if !separate(policy.any_net())? {
        for grant in &grants {
            let same = crate::options::absolute(&grant.host)? == grant.guest;
            if !same || grant.classes_only {
                return Err(SandboxError::Option(format!(
                    "without user namespaces, {} can only be granted by name and under its own name (--dir or -cp)",
                    grant.host.display()
                )));
            }
        }
        std::env::set_current_dir(&policy.folder).map_err(SandboxError::host(policy.folder.clone()))?;
        return Ok(false);
    }
    // Opened in the new namespace: what was opened before cannot be mounted there.
    let mut held: Vec<(OwnedFd, &Grant)> = Vec::new();
    for grant in grants {
        let flags = rustix::fs::OFlags::PATH | rustix::fs::OFlags::CLOEXEC;
        let file = rustix::fs::open(&grant.host, flags, rustix::fs::Mode::empty());
        held.push((file.map_err(SandboxError::host(grant.host.display().to_string()))?, grant));
    }
    build(policy, &mut held, classes)?;
    Ok(true)
}

fn build(
    policy: &Policy,
    held: &mut [(OwnedFd, &Grant)],
    classes: Vec<(PathBuf, Vec<u8>)>,
) -> Result<(), SandboxError> {
    let place = ["/tmp", "/run", "/mnt", "/var"].into_iter().map(Path::new).find(|p| p.is_dir());
    let root = place.ok_or_else(|| SandboxError::Option("no folder to mount a root on".into()))?;
    let none = Path::new("none");
    mount(none, Path::new("/"), None, libc::MS_REC | libc::MS_PRIVATE, "mounts of its own")?;
    let flags = libc::MS_NOSUID | libc::MS_NODEV | libc::MS_NOEXEC;
    // The way to the host's files by descriptor stays open until the root is done.
    mount(none, root, Some("tmpfs"), flags, "a root of its own")?;
    held.sort_by_key(|(_, grant)| grant.guest.len());
    let mut done = std::collections::BTreeSet::new();
    let problem = |what: &Path| SandboxError::host(what.display().to_string());
    for (fd, grant) in held.iter().filter(|(_, g)| !g.classes_only) {
        if !done.insert(&grant.guest) {
            // The first to name a place has it.
            continue;
        }
        let target = root.join(grant.guest.trim_start_matches('/'));
        let source = PathBuf::from(format!("/proc/self/fd/{}", fd.as_raw_fd()));
        if grant.host.is_dir() || target == root || fs::metadata(&source).is_ok_and(|m| m.is_dir()) {
            fs::create_dir_all(&target).map_err(problem(&target))?;
        } else {
            let parent = target.parent().unwrap_or(root);
            fs::create_dir_all(parent).map_err(problem(parent))?;
            if !target.exists() {
                fs::write(&target, b"").map_err(problem(&target))?;
            }
        }
        mount(&source, &target, None, libc::MS_BIND, "mounting a grant")?;
        // Flags that the host has set stay.
        let kept = rustix::fs::statvfs(&target).map_or(0, |s| s.f_flag.bits()) & 0x40e;
        let read_only = if grant.write { 0 } else { libc::MS_RDONLY };
        let flags = libc::MS_BIND | libc::MS_REMOUNT | flags | read_only | kept;
        mount(none, &target, None, flags, "mounting a grant")?;
    }
    for (name, bytes) in classes {
        let target = root.join(name.strip_prefix("/").unwrap_or(&name));
        if target.exists() {
            continue;
        }
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(problem(parent))?;
        }
        fs::write(&target, bytes).map_err(problem(&target))?;
    }
    let folder = root.join(policy.folder.trim_start_matches('/'));
    if !folder.exists() {
        fs::create_dir_all(&folder).map_err(problem(&folder))?;
    }
    std::env::set_current_dir(root).map_err(problem(root))?;
    // SAFETY: texts that end in 0.
    unsafe {
        if libc::syscall(libc::SYS_pivot_root, c".".as_ptr(), c".".as_ptr()) != 0
            || libc::umount2(c".".as_ptr(), libc::MNT_DETACH) != 0
        {
            return Err(last("a root of its own"));
        }
    }
    if !policy.grants.iter().any(|g| g.guest == "/") {
        let flags = libc::MS_REMOUNT | libc::MS_BIND | flags | libc::MS_RDONLY;
        mount(none, Path::new("/"), None, flags, "a root of its own")?;
    }
    std::env::set_current_dir(&policy.folder).map_err(problem(Path::new(&policy.folder)))
}

/// The class files below a folder, with the program's paths.
fn class_files(grant: &Grant) -> Result<Vec<(PathBuf, Vec<u8>)>, SandboxError> {
    let mut found = Vec::new();
    let mut folders = vec![(grant.host.clone(), PathBuf::from(&grant.guest))];
    let mut seen = 0;
    while let Some((host, guest)) = folders.pop() {
        let Ok(entries) = fs::read_dir(&host) else { continue };
        for entry in entries.filter_map(io::Result::ok) {
            seen += 1;
            if seen > ENTRIES {
                return Err(SandboxError::Option(format!(
                    "too many files below {} to look for classes: name the class path with -cp",
                    grant.host.display()
                )));
            }
            let (from, to) = (entry.path(), guest.join(entry.file_name()));
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push((from, to)),
                Ok(kind) if kind.is_file() && from.extension().is_some_and(|e| e == "class") => {
                    found
                        .push((to, fs::read(&from).map_err(SandboxError::host(from.display().to_string()))?));
                }
                _ => {}
            }
        }
    }
    Ok(found)
}
