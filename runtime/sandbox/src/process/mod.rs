//! The sandbox without a virtual machine: a child process that has given up its rights, and its parent, which watches over the limits.

mod filter;
mod root;
mod watch;

use crate::ending::{Ending, leave};
use crate::error::SandboxError;
use crate::harden;
use crate::policy::{Grant, Policy};
use crate::watch as clock;
use std::io;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};

fn last(what: &str) -> SandboxError {
    SandboxError::host(what)(io::Error::last_os_error())
}

fn pipe() -> Result<(OwnedFd, OwnedFd), SandboxError> {
    rustix::pipe::pipe_with(rustix::pipe::PipeFlags::CLOEXEC).map_err(SandboxError::host("a pipe"))
}

fn socket_pair() -> Result<(OwnedFd, OwnedFd), SandboxError> {
    let mut ends = [0; 2];
    let kind = libc::SOCK_SEQPACKET | libc::SOCK_CLOEXEC;
    // SAFETY: fills the two numbers.
    if unsafe { libc::socketpair(libc::AF_UNIX, kind, 0, ends.as_mut_ptr()) } < 0 {
        return Err(last("a pair of sockets"));
    }
    // SAFETY: just made, for nobody else.
    Ok(unsafe { (OwnedFd::from_raw_fd(ends[0]), OwnedFd::from_raw_fd(ends[1])) })
}

/// Runs `body` in a child under the policy and ends this process as the child ended. Must be called while the process has one thread.
pub fn run_process(
    policy: &Policy,
    body: impl FnOnce() -> i32,
) -> Result<std::convert::Infallible, SandboxError> {
    harden::enough()?;
    let relay = policy.output.is_some();
    // SAFETY: plain system call.
    let parent = unsafe { libc::getpid() };
    let pipes = if relay { Some([pipe()?, pipe()?]) } else { None };
    let (problem_in, problem_out) = pipe()?;
    let (listen, tell) = socket_pair()?;
    // SAFETY: the process has one thread, so the child may do anything.
    let child = unsafe { libc::fork() };
    if child < 0 {
        return Err(last("starting a process"));
    }
    if child == 0 {
        drop((problem_in, listen));
        if let Some(pipes) = pipes {
            for (to, (_, end)) in pipes.iter().enumerate() {
                // SAFETY: both are descriptors of this process.
                unsafe { libc::dup2(end.as_raw_fd(), to as i32 + 1) };
            }
        }
        let code = match give_up(policy, tell, parent) {
            Ok(()) => {
                drop(problem_out);
                body()
            }
            Err(error) => {
                // The parent tells it.
                let _ = rustix::io::write(&problem_out, error.to_string().as_bytes());
                125
            }
        };
        // SAFETY: plain system call.
        unsafe { libc::_exit(code) }
    }
    drop((problem_out, tell));
    let ends = pipes.map(|[(out, out_end), (err, err_end)]| {
        drop((out_end, err_end));
        [watch::End::new(out, false), watch::End::new(err, true)]
    });
    let (ending, report) = watch::watch(policy, child, ends, listen)?;
    let mut problem = [0; 512];
    let problem = rustix::io::read(&problem_in, &mut problem)
        .map_or(String::new(), |n| String::from_utf8_lossy(&problem[..n]).into_owned());
    if !problem.is_empty() {
        return Err(SandboxError::Option(problem));
    }
    let mut text = String::new();
    if !matches!(ending, Ending::Exit(_)) {
        text = format!("rvm: sandbox: {ending}\n");
    }
    if policy.report {
        text += &report;
    }
    leave(ending.code(), &text)
}

/// The child's way behind the wall.
fn give_up(policy: &Policy, tell: OwnedFd, parent: i32) -> Result<(), SandboxError> {
    // SAFETY: plain system calls.
    unsafe {
        libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL);
        if libc::getppid() != parent {
            // It went before the signal was asked for.
            libc::_exit(125);
        }
    }
    if let Some(cpus) = policy.cpus {
        harden::processors(cpus)?;
    }
    let own_root = root::enter(policy)?;
    // Not before: a user namespace is set up in the process's own files of /proc, which would not be its own any more.
    // SAFETY: plain system call.
    unsafe { libc::prctl(libc::PR_SET_DUMPABLE, 0) };
    harden::limits(crate::files::MOST as u64)?;
    // SAFETY: one thread; nobody else reads the environment.
    unsafe {
        for (name, _) in std::env::vars_os() {
            std::env::remove_var(name);
        }
        for (name, value) in &policy.environment {
            std::env::set_var(name, value);
        }
    }
    let place: fn(&Grant) -> _ = if own_root { |g| g.guest.clone().into() } else { |g| g.host.clone() };
    let enforced = harden::files(policy, place, own_root)?;
    if !own_root && !enforced {
        return Err(SandboxError::Option(
            "neither user namespaces nor Landlock are to be had: nothing keeps files from the program".into(),
        ));
    }
    drop_capabilities()?;
    // The parent looks at the limits too, but has to wait for its turn where a program's threads keep all processors busy.
    if let Some(limit) = policy.wall {
        clock::timer(libc::CLOCK_MONOTONIC, clock::now().saturating_add(limit), libc::SIGKILL)?;
    }
    if let Some(limit) = policy.cpu {
        clock::timer(libc::CLOCK_PROCESS_CPUTIME_ID, limit, libc::SIGKILL)?;
    }
    if let Some(listener) = filter::apply()? {
        filter::send(&tell, &listener).map_err(SandboxError::host("watching over threads"))?;
    }
    drop(tell);
    harden::calls_of_program(policy)
}

fn drop_capabilities() -> Result<(), SandboxError> {
    const VERSION_3: u32 = 0x2008_0522;
    let header = [VERSION_3, 0];
    let none = [0u32; 6];
    // SAFETY: header and sets have the sizes of version 3.
    if unsafe { libc::syscall(libc::SYS_capset, header.as_ptr(), none.as_ptr()) } < 0 {
        return Err(last("giving up capabilities"));
    }
    Ok(())
}

/// A descriptor for a process that stays its own.
fn process_descriptor(child: i32) -> Result<OwnedFd, SandboxError> {
    // SAFETY: plain numbers.
    let fd = unsafe { libc::syscall(libc::SYS_pidfd_open, child, 0) };
    if fd < 0 {
        return Err(last("watching the process"));
    }
    // SAFETY: just made.
    Ok(unsafe { OwnedFd::from_raw_fd(fd as i32) })
}
