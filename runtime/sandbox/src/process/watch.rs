//! The parent: waits for the child, and ends it when a limit is reached.

use super::{filter, process_descriptor};
use crate::ending::{Ending, mode_name};
use crate::error::SandboxError;
use crate::policy::Policy;
use crate::report;
use std::io::{self, Write};
use std::os::fd::{AsRawFd, OwnedFd};
use std::time::{Duration, Instant};

/// How often memory and processor time are looked at.
const STEP: Duration = Duration::from_millis(8);

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
    ends: Option<[OwnedFd; 2]>,
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
    let ending = match limit {
        Some(ending) => ending,
        None if libc::WIFSIGNALED(status) => match libc::WTERMSIG(status) {
            number @ (libc::SIGSEGV | libc::SIGBUS | libc::SIGILL | libc::SIGFPE) => {
                Ending::Fault(format!("signal {number}"))
            }
            number => Ending::Signal(number),
        },
        None => Ending::Exit(libc::WEXITSTATUS(status)),
    };
    let time = |t: libc::timeval| Duration::new(t.tv_sec as u64, t.tv_usec as u32 * 1000);
    let cpu = time(usage.ru_utime) + time(usage.ru_stime);
    let peak = watch.peak.max((usage.ru_maxrss as u64) << 10);
    let text = report::head(mode_name(policy.mode), watch.began.elapsed(), cpu, peak, policy.memory);
    Ok((ending, text))
}

impl Watch<'_> {
    /// Waits until the child has ended; the limit, if one was reached.
    fn wait(&mut self, process: &OwnedFd, mut ends: Option<[OwnedFd; 2]>) -> Option<Ending> {
        let mut open = if ends.is_some() { [true; 2] } else { [false; 2] };
        loop {
            let mut polls = [libc::pollfd { fd: process.as_raw_fd(), events: libc::POLLIN, revents: 0 }; 4];
            polls[3].fd = match (&self.threads, &self.listen) {
                (Some(threads), _) => threads.descriptor(),
                (None, Some(listen)) => listen.as_raw_fd(),
                (None, None) => -1,
            };
            for (i, poll) in polls[1..3].iter_mut().enumerate() {
                poll.fd = ends.as_ref().filter(|_| open[i]).map_or(-1, |e| e[i].as_raw_fd());
            }
            let wait = match self.policy.wall {
                Some(limit) => limit.saturating_sub(self.began.elapsed()).min(STEP),
                None => STEP,
            };
            let millis = wait.as_millis() as i32 + i32::from(!wait.is_zero());
            // SAFETY: an array of four.
            unsafe { libc::poll(polls.as_mut_ptr(), 4, millis.min(STEP.as_millis() as i32)) };
            if let Some(ends) = ends.as_mut() {
                for i in 0..2 {
                    if polls[i + 1].revents != 0
                        && let Some(ending) = self.relay(&ends[i], i, &mut open[i])
                    {
                        return Some(ending);
                    }
                }
            }
            if polls[3].revents != 0 {
                self.asked(polls[3].revents);
            }
            let over = polls[0].revents != 0;
            if over && !open.contains(&true) {
                return None;
            }
            if over {
                // What is still in the pipes goes on; nobody writes any more.
                continue;
            }
            if let Some(ending) = self.limits() {
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

    fn limits(&mut self) -> Option<Ending> {
        if let Some(limit) = self.policy.wall
            && self.began.elapsed() >= limit
        {
            return Some(Ending::Time(limit));
        }
        if let Some(limit) = self.policy.cpu
            && self.cpu().is_some_and(|used| used >= limit)
        {
            return Some(Ending::Cpu(limit));
        }
        self.peak = self.peak.max(self.memory().unwrap_or(0));
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

    /// Memory that is the child's alone.
    fn memory(&self) -> Option<u64> {
        let text = std::fs::read_to_string(format!("/proc/{}/statm", self.child)).ok()?;
        let mut numbers = text.split(' ').skip(1).map(|n| n.parse::<u64>().ok());
        let (resident, shared) = (numbers.next()??, numbers.next()??);
        Some(resident.saturating_sub(shared) * 4096)
    }

    fn relay(&mut self, end: &OwnedFd, which: usize, open: &mut bool) -> Option<Ending> {
        let mut buffer = [0; 16 << 10];
        let n = match rustix::io::read(end, &mut buffer) {
            Ok(0) | Err(_) => {
                *open = false;
                return None;
            }
            Ok(n) => n,
        };
        let most = self.policy.output.unwrap_or(u64::MAX);
        let fits = (most - self.output.min(most)).min(n as u64) as usize;
        self.output += n as u64;
        let part = &buffer[..fits];
        // Whoever reads may have gone: the child learns of it as little as through any pipe.
        let _ = match which {
            0 => io::stdout().write_all(part).and_then(|()| io::stdout().flush()),
            _ => io::stderr().write_all(part),
        };
        (self.output > most).then_some(Ending::Output(most))
    }
}
