//! The filter in front of the list of calls: new threads are asked for at the parent, which counts them, and the console is a stream whatever the host has put there.

use super::last;
use crate::error::SandboxError;
use std::io;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::time::{Duration, Instant};

const LOAD: u16 = 0x20;
const EQUAL: u16 = 0x15;
const GREATER: u16 = 0x25;
const RETURN: u16 = 0x06;

const ARCHITECTURE: u32 = 0xc000_003e;
/// Where `seccomp_data` has number, architecture and the lower half of the first argument.
const NUMBER_AT: u32 = 0;
const ARCHITECTURE_AT: u32 = 4;
const FIRST_AT: u32 = 16;

const ALLOW: u32 = 0x7fff_0000;
const ASK: u32 = 0x7fc0_0000;
const ERROR: u32 = 0x0005_0000;

const SET_FILTER: libc::c_long = 1;
const NEW_LISTENER: libc::c_long = 1 << 3;

fn op(code: u16, k: u32, yes: u8, no: u8) -> libc::sock_filter {
    libc::sock_filter { code, jt: yes, jf: no, k }
}

/// What is not looked at here is left to the list of calls.
fn program(ask: bool) -> Vec<libc::sock_filter> {
    vec![
        op(LOAD, ARCHITECTURE_AT, 0, 0),
        op(EQUAL, ARCHITECTURE, 0, 6),
        op(LOAD, NUMBER_AT, 0, 0),
        op(EQUAL, libc::SYS_clone as u32, 8, 0),
        op(EQUAL, libc::SYS_ftruncate as u32, 4, 0),
        op(EQUAL, libc::SYS_lseek as u32, 3, 0),
        op(EQUAL, libc::SYS_pread64 as u32, 2, 0),
        op(EQUAL, libc::SYS_pwrite64 as u32, 1, 0),
        op(RETURN, ALLOW, 0, 0),
        op(LOAD, FIRST_AT, 0, 0),
        op(GREATER, 2, 2, 0),
        op(RETURN, ERROR | libc::ESPIPE as u32, 0, 0),
        op(RETURN, if ask { ASK } else { ALLOW }, 0, 0),
        op(RETURN, ALLOW, 0, 0),
    ]
}

/// Puts the filter in force; where the parent gets to know of new threads, if the kernel can tell (it tells one listener only, which may be another's).
pub fn apply() -> Result<Option<OwnedFd>, SandboxError> {
    // SAFETY: plain system call.
    if unsafe { libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) } != 0 {
        return Err(last("no new privileges"));
    }
    let set = |ask: bool, flags: libc::c_long| {
        let mut code = program(ask);
        let filter = libc::sock_fprog { len: code.len() as u16, filter: code.as_mut_ptr() };
        // SAFETY: reads the program, which lives for the call.
        unsafe { libc::syscall(libc::SYS_seccomp, SET_FILTER, flags, &raw const filter) }
    };
    let fd = set(true, NEW_LISTENER);
    if fd >= 0 {
        // SAFETY: just made, for nobody else.
        return Ok(Some(unsafe { OwnedFd::from_raw_fd(fd as i32) }));
    }
    if set(false, 0) < 0 {
        return Err(last("seccomp"));
    }
    Ok(None)
}

/// Room for one descriptor in a message.
const CONTROL: usize = 24;

/// One descriptor goes to the other end.
pub fn send(socket: &OwnedFd, fd: &OwnedFd) -> io::Result<()> {
    let number = fd.as_raw_fd();
    message(|header| {
        // SAFETY: the header's room is for one descriptor.
        unsafe {
            let first = libc::CMSG_FIRSTHDR(header);
            (*first).cmsg_level = libc::SOL_SOCKET;
            (*first).cmsg_type = libc::SCM_RIGHTS;
            (*first).cmsg_len = libc::CMSG_LEN(size_of::<i32>() as u32) as _;
            libc::CMSG_DATA(first).cast::<i32>().write_unaligned(number);
            libc::sendmsg(socket.as_raw_fd(), header, libc::MSG_NOSIGNAL)
        }
    })
}

/// The descriptor that has arrived, if the other end has sent one.
pub fn receive(socket: &OwnedFd) -> Option<OwnedFd> {
    let mut number = None;
    let got = message(|header| {
        // SAFETY: as in `send`.
        unsafe {
            let got = libc::recvmsg(socket.as_raw_fd(), header, libc::MSG_CMSG_CLOEXEC);
            let first = libc::CMSG_FIRSTHDR(header);
            if got > 0 && !first.is_null() && (*first).cmsg_type == libc::SCM_RIGHTS {
                number = Some(libc::CMSG_DATA(first).cast::<i32>().read_unaligned());
            }
            got
        }
    });
    // SAFETY: just received, for nobody else.
    got.ok().and(number).map(|number| unsafe { OwnedFd::from_raw_fd(number) })
}

fn message(transfer: impl FnOnce(&mut libc::msghdr) -> isize) -> io::Result<()> {
    #[repr(align(8))]
    struct Control([u8; CONTROL]);
    let mut control = Control([0; CONTROL]);
    let mut byte = [0u8];
    let mut part = libc::iovec { iov_base: byte.as_mut_ptr().cast(), iov_len: 1 };
    // SAFETY: all zeros is a valid value of this plain structure.
    let mut header: libc::msghdr = unsafe { std::mem::zeroed() };
    header.msg_iov = &raw mut part;
    header.msg_iovlen = 1;
    header.msg_control = control.0.as_mut_ptr().cast();
    header.msg_controllen = CONTROL as _;
    if transfer(&mut header) < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

/// The parent's side: counts the program's threads, and says of each new one whether it may be.
#[derive(Debug)]
pub struct Threads {
    listener: OwnedFd,
    child: i32,
    most: usize,
    /// Threads that were let make another and may not have done so yet.
    making: Vec<(u32, Instant)>,
}

/// How long a thread may take to make another that it was allowed; far more than it does.
const MAKING: Duration = Duration::from_millis(100);

impl Threads {
    /// For this child.
    pub fn new(listener: OwnedFd, child: i32, most: usize) -> Self {
        Self { listener, child, most, making: Vec::new() }
    }

    /// To wait at until one is asked for.
    pub fn descriptor(&self) -> i32 {
        self.listener.as_raw_fd()
    }

    /// Answers one that asks; `false` if nobody will ask any more.
    pub fn answer(&mut self) -> bool {
        // SAFETY: all zeros is a valid value of this plain structure, and what the kernel wants it to be.
        let mut asked: libc::seccomp_notif = unsafe { std::mem::zeroed() };
        let fd = self.listener.as_raw_fd();
        // SAFETY: fills the structure given.
        if unsafe { libc::ioctl(fd, libc::SECCOMP_IOCTL_NOTIF_RECV as _, &raw mut asked) } < 0 {
            // Who asked has gone, or the call was interrupted.
            let error = io::Error::last_os_error().raw_os_error();
            return matches!(error, Some(libc::ENOENT | libc::EINTR));
        }
        // Who asks again has made what it asked for before.
        self.making.retain(|(tid, since)| *tid != asked.pid && since.elapsed() < MAKING);
        let allowed = self.living().is_some_and(|living| living + self.making.len() < self.most);
        let mut answer = libc::seccomp_notif_resp { id: asked.id, val: 0, error: 0, flags: 0 };
        if allowed {
            self.making.push((asked.pid, Instant::now()));
            answer.flags = libc::SECCOMP_USER_NOTIF_FLAG_CONTINUE as u32;
        } else {
            answer.error = -libc::EAGAIN;
        }
        // SAFETY: reads the structure given. Who asked may have gone meanwhile.
        unsafe { libc::ioctl(fd, libc::SECCOMP_IOCTL_NOTIF_SEND as _, &raw mut answer) };
        true
    }

    fn living(&self) -> Option<usize> {
        let text = std::fs::read_to_string(format!("/proc/{}/status", self.child)).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix("Threads:"))?;
        line.trim().parse().ok()
    }
}
