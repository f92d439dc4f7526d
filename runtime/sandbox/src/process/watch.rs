//! The parent: waits for the child, and ends it when a limit is reached.

use super::{filter, process_descriptor};
use crate::ending::{Ending, mode_name};
use crate::error::SandboxError;
use crate::policy::Policy;
use crate::report;
use std::io;
use std::os::fd::{AsRawFd, BorrowedFd, OwnedFd};
use std::time::{Duration, Instant};

/// How often memory and processor time are looked at.
const STEP: Duration = Duration::from_millis(8);

/// How far the child's own timers may be from what is measured here.
const NEAR: Duration = Duration::from_millis(60);

struct Watch<'a> {
    policy: &'a Policy,
    child: i32,
    began: Instant,
    peak: u64,
    output: u64,
    /// Where the child's filter tells of threads, once that has come.
    listen: Option<OwnedFd>,
    threads: Option<filter::Threads>,
}

/// Waits for the child; how it ended, and the report.
pub fn watch(
    policy: &Policy,
    child: i32,
    ends: Option<[End; 2]>,
    listen: OwnedFd,
) -> Result<(Ending, String), SandboxError> {
    let process = process_descriptor(child)?;
    let mut watch = Watch {
        policy,
        child,
        began: Instant::now(),
        peak: 0,
        output: 0,
        listen: Some(listen),
        threads: None,
    };
    let limit = watch.wait(&process, ends);
    if limit.is_some() {
        // SAFETY: plain numbers; the child has not been waited for, so the number is its own.
        unsafe { libc::kill(child, libc::SIGKILL) };
    }
    let mut status = 0;
    // SAFETY: all zeros is a valid value of this plain structure.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: fills the structures given.
    while unsafe { libc::wait4(child, &mut status, 0, &mut usage) } < 0 {
        if io::Error::last_os_error().kind() != io::ErrorKind::Interrupted {
            return Err(super::last("waiting for the process"));
        }
    }
    let time = |t: libc::timeval| Duration::new(t.tv_sec as u64, t.tv_usec as u32 * 1000);
    let cpu = time(usage.ru_utime) + time(usage.ru_stime);
    let killed = libc::WIFSIGNALED(status) && libc::WTERMSIG(status) == libc::SIGKILL;
    let near = |used: Duration, limit: &Duration| killed && used + NEAR >= *limit;
    let timed = policy.wall.filter(|limit| near(watch.began.elapsed(), limit)).map(Ending::Time);
    let timed = timed.or_else(|| policy.cpu.filter(|limit| near(cpu, limit)).map(Ending::Cpu));
    let ending = match limit.or(timed) {
        Some(ending) => ending,
        None if libc::WIFSIGNALED(status) => match libc::WTERMSIG(status) {
            number @ (libc::SIGSEGV | libc::SIGBUS | libc::SIGILL | libc::SIGFPE) => {
                Ending::Fault(format!("signal {number}"))
            }
            number => Ending::Signal(number, String::new()),
        },
        None => Ending::Exit(libc::WEXITSTATUS(status)),
    };
    let peak = watch.peak.max((usage.ru_maxrss as u64) << 10);
    let text = report::head(mode_name(policy.mode), watch.began.elapsed(), cpu, peak, policy.memory);
    Ok((ending, text))
}

impl Watch<'_> {
    /// Waits until the child has ended; the limit, if one was reached.
    fn wait(&mut self, process: &OwnedFd, mut ends: Option<[End; 2]>) -> Option<Ending> {
        let mut over = false;
        loop {
            let mut polls = [libc::pollfd { fd: process.as_raw_fd(), events: libc::POLLIN, revents: 0 }; 4];
            if over {
                polls[0].fd = -1;
            }
            polls[3].fd = match (&self.threads, &self.listen) {
                (Some(threads), _) => threads.descriptor(),
                (None, Some(listen)) => listen.as_raw_fd(),
                (None, None) => -1,
            };
            for (i, poll) in polls[1..3].iter_mut().enumerate() {
                (poll.fd, poll.events) = ends.as_ref().map_or((-1, 0), |ends| ends[i].poll());
            }
            let wait = match self.policy.wall {
                Some(limit) => limit.saturating_sub(self.began.elapsed()).min(STEP),
                None => STEP,
            };
            let millis = wait.as_millis() as i32 + i32::from(!wait.is_zero());
            // SAFETY: an array of four.
            unsafe { libc::poll(polls.as_mut_ptr(), 4, millis.min(STEP.as_millis() as i32)) };
            for (end, poll) in ends.iter_mut().flatten().zip(&polls[1..3]) {
                if poll.revents != 0
                    && let Some(ending) = self.relay(end, poll.revents)
                {
                    return Some(ending);
                }
            }
            if polls[3].revents != 0 {
                self.asked(polls[3].revents);
            }
            over |= polls[0].revents != 0;
            if over && ends.iter().flatten().all(End::done) {
                return None;
            }
            // What is still in the pipes goes on when the child is over; nobody writes any more.
            if let Some(ending) = if over { self.time() } else { self.limits() } {
                return Some(ending);
            }
        }
    }

    /// The child tells where it will ask for threads, or asks.
    fn asked(&mut self, events: i16) {
        match self.listen.take() {
            Some(listen) => {
                let listener = filter::receive(&listen);
                self.threads = listener.map(|fd| filter::Threads::new(fd, self.child, self.policy.threads));
            }
            None => {
                let goes_on = events & libc::POLLIN != 0;
                if !self.threads.as_mut().is_some_and(|threads| goes_on && threads.answer()) {
                    self.threads = None;
                }
            }
        }
    }

    fn time(&self) -> Option<Ending> {
        self.policy.wall.filter(|limit| self.began.elapsed() >= *limit).map(Ending::Time)
    }

    fn limits(&mut self) -> Option<Ending> {
        if let Some(ending) = self.time() {
            return Some(ending);
        }
        if let Some(limit) = self.policy.cpu
            && self.cpu().is_some_and(|used| used >= limit)
        {
            return Some(Ending::Cpu(limit));
        }
        let (memory, threads) = self.used().unwrap_or_default();
        self.peak = self.peak.max(memory);
        let most = self.policy.threads;
        // Where another's filter keeps this one from being asked, and the program has gone beyond all bounds.
        if self.threads.is_none() && self.listen.is_none() && threads as usize > most {
            return Some(Ending::Fault(format!("it has more than {most} threads")));
        }
        (self.peak > self.policy.memory).then_some(Ending::Memory(self.policy.memory))
    }

    fn cpu(&self) -> Option<Duration> {
        let mut clock = 0;
        let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
        // SAFETY: both fill what is given.
        unsafe {
            if libc::clock_getcpuclockid(self.child, &mut clock) != 0
                || libc::clock_gettime(clock, &mut time) != 0
            {
                return None;
            }
        }
        Some(Duration::new(time.tv_sec as u64, time.tv_nsec as u32))
    }

    /// Memory that is the child's alone, and its threads.
    fn used(&self) -> Option<(u64, u64)> {
        let text = std::fs::read_to_string(format!("/proc/{}/status", self.child)).ok()?;
        let size = |name: &str| -> Option<u64> {
            let line = text.lines().find_map(|line| line.strip_prefix(name))?;
            line.trim().split(' ').next()?.parse().ok()
        };
        // Memory files count as what is mapped without a file does.
        Some(((size("RssAnon:")? + size("RssShmem:")?) << 10, size("Threads:")?))
    }

    /// Takes what the child has written, and hands on what may be handed on without waiting: whoever should read it may not, and limits hold all the same.
    fn relay(&mut self, end: &mut End, events: i16) -> Option<Ending> {
        if end.pending.is_empty() {
            let mut buffer = [0; 16 << 10];
            let n = match rustix::io::read(&end.from, &mut buffer) {
                Ok(0) | Err(_) => {
                    end.open = false;
                    return None;
                }
                Ok(n) => n,
            };
            let most = self.policy.output.unwrap_or(u64::MAX);
            let fits = (most - self.output.min(most)).min(n as u64) as usize;
            self.output += n as u64;
            end.pending.extend_from_slice(&buffer[..fits]);
            end.over = self.output > most;
        } else if events & libc::POLLOUT != 0 {
            // As much as a pipe takes at once if it takes anything.
            let part = &end.pending[..end.pending.len().min(libc::PIPE_BUF)];
            match rustix::io::write(end.to(), part) {
                Ok(done) => drop(end.pending.drain(..done)),
                Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => {}
                // Whoever read it has gone: the child learns of it as little as through any pipe.
                Err(_) => end.pending.clear(),
            }
        } else {
            end.pending.clear();
        }
        (end.over && end.pending.is_empty()).then(|| Ending::Output(self.policy.output.unwrap_or(0)))
    }
}

/// A pipe that the child writes to, on its way to the console.
pub struct End {
    from: OwnedFd,
    /// Whether it is standard error.
    error: bool,
    /// Whether the child may write more.
    open: bool,
    /// What was read and is not written yet.
    pending: Vec<u8>,
    /// Whether the limit on output was reached in it.
    over: bool,
}

impl End {
    /// The pipe's end to read from.
    pub fn new(from: OwnedFd, error: bool) -> Self {
        Self { from, error, open: true, pending: Vec::new(), over: false }
    }

    fn to(&self) -> BorrowedFd<'static> {
        // SAFETY: standard descriptors are never closed here.
        unsafe { BorrowedFd::borrow_raw(if self.error { 2 } else { 1 }) }
    }

    /// What to wait for.
    fn poll(&self) -> (i32, i16) {
        match (self.pending.is_empty(), self.open) {
            (false, _) => (self.to().as_raw_fd(), libc::POLLOUT),
            (true, true) => (self.from.as_raw_fd(), libc::POLLIN),
            (true, false) => (-1, 0),
        }
    }

    fn done(&self) -> bool {
        !self.open && self.pending.is_empty()
    }
}
