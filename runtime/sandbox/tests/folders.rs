//! What lies in a granted folder and is no file, and what a guest may leave there.

mod common;

use common::{elf, exit, file, kvm};
use rvm_sandbox::Program;
use rvm_sandbox::policy::{Grant, Mode, Policy};
use rvm_sandbox::service::Service;
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::channel;
use std::time::Duration;

const FIRST: u64 = common::DATA;
const SECOND: u64 = common::DATA + 0x1000;
const BUFFER: u64 = common::DATA + 0x2000;

const OPEN: u64 = 2;
const LINK: u64 = 86;
const SYMLINK: u64 = 88;
const RENAME: u64 = 82;
const FCNTL: u64 = 72;

struct Guest {
    service: Service,
    scratch: PathBuf,
}

impl Guest {
    /// `links` and `plain` may be written, the first with links, `read` may be read.
    fn new(name: &str) -> Self {
        let scratch = std::env::temp_dir().join(format!("rvm-folders-{}-{name}", std::process::id()));
        let grant = |name: &str| {
            let host = scratch.join(name);
            fs::create_dir_all(&host).expect("a writable temporary folder");
            fs::write(host.join("file"), name).expect("a writable temporary folder");
            Grant {
                host,
                guest: format!("/{name}"),
                write: name != "read",
                links: name == "links",
                classes_only: false,
            }
        };
        let grants = ["links", "plain", "read"].map(grant).to_vec();
        fs::write(scratch.join("canary"), "sings").expect("a writable temporary folder");
        let path = file(&elf(&exit(0), &[0; 64], 0x10000));
        let program =
            Program { file: fs::File::open(&path).expect("the guest"), arguments: vec!["g".into()] };
        let policy = Policy { mode: Mode::Kvm, grants, ..Policy::default() };
        let service = Service::new(policy, &program).expect("a machine");
        let _ = fs::remove_file(path);
        Self { service, scratch }
    }

    fn host(&self, path: &str) -> PathBuf {
        self.scratch.join(path)
    }

    fn call(&mut self, number: u64, args: &[u64]) -> Result<u64, i32> {
        let mut all = [0; 6];
        all[..args.len()].copy_from_slice(args);
        let value = self.service.call(number, all).expect("the guest goes on") as i64;
        if value < 0 { Err(-value as i32) } else { Ok(value as u64) }
    }

    /// A call with one or two paths before other arguments.
    fn with_paths(&mut self, number: u64, paths: &[&str], more: &[u64]) -> Result<u64, i32> {
        let mut args = Vec::new();
        for (path, at) in paths.iter().zip([FIRST, SECOND]) {
            assert!(self.service.put(at, &[path.as_bytes(), &[0]].concat()));
            args.push(at);
        }
        args.extend(more);
        self.call(number, &args)
    }

    fn open(&mut self, path: &str, flags: i32) -> Result<u64, i32> {
        self.with_paths(OPEN, &[path], &[flags as u64, 0o666])
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        assert_eq!(fs::read_to_string(self.host("canary")).expect("the canary"), "sings");
        let _ = fs::remove_dir_all(&self.scratch);
    }
}

#[test]
fn links_lead_only_downwards() {
    if !kvm() {
        return;
    }
    let mut guest = Guest::new("links");
    fs::create_dir(guest.host("links/deep")).expect("a folder");
    for target in
        ["/etc/passwd", "/links/file", "..", "../canary", "deep/../../canary", "a/..", "./../x", "/"]
    {
        for path in ["/links/new", "/links/deep/new"] {
            assert_eq!(guest.with_paths(SYMLINK, &[target, path], &[]), Err(libc::EACCES), "{target}");
        }
    }
    for (target, path) in [("file", "/links/one"), ("./deep", "/links/two"), ("one", "/links/three")] {
        assert_eq!(guest.with_paths(SYMLINK, &[target, path], &[]), Ok(0), "{target}");
    }
    assert!(guest.open("/links/three", libc::O_RDONLY).is_ok());
    // Moved or reached in another way it still leads downwards.
    assert_eq!(guest.with_paths(RENAME, &["/links/three", "/links/two/three"], &[]), Ok(0));
    assert_eq!(guest.open("/links/deep/three", libc::O_RDONLY), Err(libc::ENOENT));
    // Where links were not granted; onto what is there; over the edge of grants.
    for path in ["/plain/new", "/read/new", "/links", "/links/file", "/new", "/links/none/new"] {
        assert!(guest.with_paths(SYMLINK, &["file", path], &[]).is_err(), "{path}");
    }
    for (from, to) in [
        ("/read/file", "/links/new"),
        ("/plain/file", "/links/new"),
        ("/links/file", "/plain/new"),
        ("/links/file", "/read/new"),
        ("/plain/file", "/plain/new"),
        ("/links/../canary", "/links/new"),
        ("/links/deep", "/links/new"),
        ("/links", "/links/new"),
    ] {
        assert!(guest.with_paths(LINK, &[from, to], &[]).is_err(), "{from} {to}");
    }
    assert_eq!(guest.with_paths(LINK, &["/links/file", "/links/deep/again"], &[]), Ok(0));
    // A link of the host's that leads out, as source: the link itself gets another name at most.
    symlink("../canary", guest.host("links/out")).expect("a link");
    let _ = guest.with_paths(LINK, &["/links/out", "/links/out2"], &[]);
    for path in ["/links/out", "/links/out2"] {
        assert!(guest.open(path, libc::O_RDWR).is_err());
    }
    assert_eq!(fs::metadata(guest.host("canary")).expect("the canary").nlink(), 1);
}

#[test]
fn what_is_no_file_is_not_even_opened() {
    if !kvm() {
        return;
    }
    let mut guest = Guest::new("pipes");
    let pipe = guest.host("plain/pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().is_ok_and(|s| s.success()), "mkfifo");
    symlink("pipe", guest.host("plain/way")).expect("a link");
    let socket = std::os::unix::net::UnixListener::bind(guest.host("plain/socket")).expect("a socket");
    socket.set_nonblocking(true).expect("a socket");
    let (opened, wait) = channel();
    let writer = {
        let pipe = pipe.clone();
        std::thread::spawn(move || {
            let file = fs::OpenOptions::new().write(true).open(pipe);
            opened.send(()).expect("the test waits");
            drop(file);
        })
    };
    std::thread::sleep(Duration::from_millis(50));
    for name in ["pipe", "way", "socket"] {
        for flags in [libc::O_RDONLY, libc::O_WRONLY, libc::O_RDWR, libc::O_RDWR | libc::O_CREAT] {
            assert_eq!(guest.open(&format!("/plain/{name}"), flags), Err(libc::EACCES), "{name} {flags}");
        }
    }
    // Who waits for a reader still waits.
    assert!(wait.recv_timeout(Duration::from_millis(100)).is_err());
    drop(fs::OpenOptions::new().read(true).open(&pipe));
    wait.recv_timeout(Duration::from_secs(20)).expect("the writer goes on");
    writer.join().expect("the writer");
    // Devices, where the test may make them.
    let device = guest.host("plain/zero");
    if Command::new("mknod").arg(&device).args(["c", "1", "5"]).status().is_ok_and(|s| s.success()) {
        assert_eq!(guest.open("/plain/zero", libc::O_RDONLY), Err(libc::EACCES));
    }
}

#[test]
fn locks() {
    if !kvm() {
        return;
    }
    let mut guest = Guest::new("locks");
    let fd = guest.open("/plain/file", libc::O_RDWR).expect("a file");
    let region = |kind: i16, start: u64, size: u64| {
        let mut bytes = kind.to_le_bytes().to_vec();
        bytes.resize(8, 0);
        bytes.extend(start.to_le_bytes());
        bytes.extend(size.to_le_bytes());
        bytes.resize(32, 0);
        bytes
    };
    let set = libc::F_SETLK as u64;
    assert!(guest.service.put(BUFFER, &region(libc::F_WRLCK as i16, 0, 4)));
    assert_eq!(guest.call(FCNTL, &[fd, set, BUFFER]), Ok(0));
    // Of a process of the host: it sees the guest's, and the guest sees that of the host without its number.
    let held = |path: &Path| {
        let script =
            "import fcntl,sys\nf=open(sys.argv[1],'r+')\nfcntl.lockf(f,fcntl.LOCK_EX|fcntl.LOCK_NB,4,0)";
        Command::new("python3").args(["-c", script]).arg(path).output().map(|o| o.status.success())
    };
    if let Ok(free) = held(&guest.host("plain/file")) {
        assert!(!free, "the guest's lock holds");
    }
    for (fd, command, at) in [
        (0, set, BUFFER),
        (1, libc::F_SETLKW as u64, BUFFER),
        (fd, set, 0),
        (fd, set, u64::MAX - 8),
        (99, set, BUFFER),
        (fd, libc::F_DUPFD as u64, 0),
        (fd, libc::F_SETFL as u64, 0),
        (fd, libc::F_SETOWN as u64, 1),
        (fd, libc::F_SETLEASE as u64, 0),
        (fd, libc::F_NOTIFY as u64, 1),
        (fd, libc::F_SETPIPE_SZ as u64, 1 << 20),
    ] {
        assert!(guest.call(FCNTL, &[fd, command, at]).is_err(), "{fd} {command}");
    }
    let reader = guest.open("/read/file", libc::O_RDONLY).expect("a file");
    assert_eq!(guest.call(FCNTL, &[reader, set, BUFFER]), Err(libc::EBADF));
    assert!(guest.service.put(BUFFER, &region(libc::F_UNLCK as i16, 0, 0)));
    assert_eq!(guest.call(FCNTL, &[fd, set, BUFFER]), Ok(0));
    if let Ok(free) = held(&guest.host("plain/file")) {
        assert!(free, "the lock is gone");
    }
}
