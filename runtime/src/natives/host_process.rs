//! `rvm.internal.HostProcess`: processes of the host. Results are values of 0 or more, or negative error numbers.

use super::support::non_null;
use rvm_vm::class::ValueKind;
use rvm_vm::natives::Args;
use rvm_vm::object::{Ref, array_base, string};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, natives};
use std::ffi::OsStr;
use std::io;
use std::os::fd::{BorrowedFd, IntoRawFd, OwnedFd};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

natives! {
    pub(super) TABLE;
    "rvm/internal/HostProcess" {
        start "([Ljava/lang/String;[Ljava/lang/String;Ljava/lang/String;[I)I" = start;
        await "(I)I" = wait_for;
        signal "(JI)I" = |_: &JavaThread, a: Args| {
            // SAFETY: plain numbers.
            match unsafe { libc::kill(a.long(0) as libc::pid_t, a.int(1)) } {
                0 => 0,
                _ => -last_error(),
            }
        };
        pipe "([I)I" = |t: &JavaThread, a: Args| {
            let mut ends = [-1; 2];
            // SAFETY: fills the two numbers.
            let made = unsafe { libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC) };
            let array = non_null(t, a.reference(0))?;
            // SAFETY: an int[] by the descriptor; nothing allocates meanwhile.
            unsafe { array.slice_mut::<i32>() }.iter_mut().zip(ends).for_each(|(slot, end)| *slot = end);
            JResult::<i32>::Ok(if made < 0 { -last_error() } else { 0 })
        };
        pid "()J" = |_: &JavaThread, _: Args| i64::from(std::process::id());
        ticks "()J" = |_: &JavaThread, _: Args| {
            // SAFETY: a plain number.
            unsafe { libc::sysconf(libc::_SC_CLK_TCK) }
        };
    }
}

/// A stream's number in the array of [`start`]: make a pipe.
const PIPE: i32 = -1;
/// The error stream goes where the output goes.
const MERGED: i32 = -2;

fn last_error() -> i32 {
    io::Error::last_os_error().raw_os_error().unwrap_or(libc::EIO)
}

fn texts(thread: &JavaThread, array: Ref) -> JResult<Vec<String>> {
    let array = non_null(thread, array)?;
    let base = array_base(ValueKind::Ref);
    (0..array.length()).map(|i| Ok(string::text(non_null(thread, array.get_ref(base + i * 4))?))).collect()
}

/// Starts a process: its number. The three numbers of streams are replaced by the ends of pipes that were made, or -1.
fn start(thread: &JavaThread, args: Args) -> JResult<i32> {
    let command = texts(thread, args.reference(0))?;
    let environment = match args.reference(1).non_null() {
        Some(environment) => Some(texts(thread, environment)?),
        None => None,
    };
    let folder = args.reference(2).non_null().map(string::text);
    let streams = non_null(thread, args.reference(3))?;
    // SAFETY: an int[] by the descriptor; it is copied before anything allocates.
    let Ok(mut numbers) = <[i32; 3]>::try_from(unsafe { streams.slice::<i32>() }) else {
        return Ok(-libc::EINVAL);
    };
    let started = thread.blocking(|| spawn(&command, environment, folder, &mut numbers));
    let streams = non_null(thread, args.reference(3))?;
    // SAFETY: as above; nothing allocates meanwhile.
    unsafe { streams.slice_mut::<i32>() }.copy_from_slice(&numbers);
    Ok(started.unwrap_or_else(|e| -e.raw_os_error().unwrap_or(libc::EINVAL)))
}

fn spawn(
    command: &[String],
    environment: Option<Vec<String>>,
    folder: Option<String>,
    streams: &mut [i32; 3],
) -> io::Result<i32> {
    let Some(name) = command.first() else { return Err(io::Error::from_raw_os_error(libc::EINVAL)) };
    let mut child = Command::new(program(name)?);
    child.arg0(name).args(&command[1..]);
    if let Some(environment) = environment {
        child.env_clear();
        child.envs(environment.iter().filter_map(|line| {
            // A name may begin with an equals sign.
            let at = line.char_indices().skip(1).find(|&(_, c)| c == '=')?.0;
            Some((&line[..at], &line[at + 1..]))
        }));
    }
    if let Some(folder) = folder {
        if !Path::new(&folder).is_dir() {
            return Err(io::Error::from_raw_os_error(libc::ENOENT));
        }
        child.current_dir(folder);
    }
    let mut ours: [Option<OwnedFd>; 3] = [None, None, None];
    let input = if streams[0] == PIPE {
        let (reader, writer) = io::pipe()?;
        ours[0] = Some(writer.into());
        OwnedFd::from(reader)
    } else {
        copy_of(streams[0])?
    };
    child.stdin(Stdio::from(input));
    let output = stream_out(streams[1], &mut ours[1])?;
    let error = match streams[2] {
        MERGED => output.try_clone()?,
        number => stream_out(number, &mut ours[2])?,
    };
    child.stdout(Stdio::from(output)).stderr(Stdio::from(error));
    // SAFETY: between fork and exec only calls that are safe there.
    unsafe { child.pre_exec(unblock) };
    // The handle may go: whoever waits does so by number.
    let number = child.spawn()?.id();
    *streams = ours.map(|end| end.map_or(-1, IntoRawFd::into_raw_fd));
    Ok(number as i32)
}

/// All threads of ours have signals blocked, which a child would inherit.
fn unblock() -> io::Result<()> {
    // SAFETY: all zeros is a valid value of this plain structure, which the first call fills.
    let mut none: libc::sigset_t = unsafe { std::mem::zeroed() };
    // SAFETY: the set is writable, then readable.
    let failed = unsafe {
        libc::sigemptyset(&mut none);
        libc::sigprocmask(libc::SIG_SETMASK, &none, std::ptr::null_mut())
    };
    if failed == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

fn stream_out(number: i32, ours: &mut Option<OwnedFd>) -> io::Result<OwnedFd> {
    if number != PIPE {
        return copy_of(number);
    }
    let (reader, writer) = io::pipe()?;
    *ours = Some(reader.into());
    Ok(writer.into())
}

fn copy_of(number: i32) -> io::Result<OwnedFd> {
    // SAFETY: asks whether the number is an open file.
    if number < 0 || unsafe { libc::fcntl(number, libc::F_GETFD) } < 0 {
        return Err(io::Error::from_raw_os_error(libc::EBADF));
    }
    // SAFETY: the file is open, and its owner keeps it so during the call.
    unsafe { BorrowedFd::borrow_raw(number) }.try_clone_to_owned()
}

/// The program's path: a plain name is looked up in our own `PATH`, whatever the child's is.
fn program(name: &str) -> io::Result<PathBuf> {
    if name.contains('/') || name.is_empty() {
        return Ok(PathBuf::from(name));
    }
    let path = std::env::var_os("PATH").unwrap_or_else(|| OsStr::new("/bin:/usr/bin").to_owned());
    let mut refused = false;
    for folder in std::env::split_paths(&path) {
        let file = folder.join(name);
        match std::fs::metadata(&file) {
            Ok(meta) if meta.is_file() && meta.permissions().mode() & 0o111 != 0 => return Ok(file),
            Ok(meta) if meta.is_file() => refused = true,
            _ => {}
        }
    }
    Err(io::Error::from_raw_os_error(if refused { libc::EACCES } else { libc::ENOENT }))
}

/// Waits for the end of a child: its exit code, 128 and the signal's number if a signal ended it.
fn wait_for(thread: &JavaThread, args: Args) -> i32 {
    let number = args.int(0);
    thread.blocking(|| {
        let mut status = 0;
        loop {
            // SAFETY: fills the number given.
            if unsafe { libc::waitpid(number, &mut status, 0) } >= 0 {
                return if libc::WIFEXITED(status) {
                    libc::WEXITSTATUS(status)
                } else {
                    128 + libc::WTERMSIG(status)
                };
            }
            match last_error() {
                libc::EINTR => {}
                error => return -error,
            }
        }
    })
}
