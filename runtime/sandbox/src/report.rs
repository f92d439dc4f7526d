//! What a run has used, for `--sandbox-report`.

use crate::calls;
use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// What every mode reports.
pub fn head(mode: &str, wall: Duration, cpu: Duration, peak: u64, limit: u64) -> String {
    let ms = |d: Duration| d.as_secs_f64() * 1000.0;
    format!(
        "sandbox: {mode}\ntime: {:.1} ms, of processors {:.1} ms\nmemory: {} KiB at most of {} KiB, {} pages\n",
        ms(wall),
        ms(cpu),
        peak >> 10,
        limit >> 10,
        peak >> 12
    )
}

/// Kinds of exits from the guest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Exit {
    /// System calls.
    Call,
    /// First touches of memory.
    Memory,
    /// Interruptions by signals.
    Interrupted,
    /// Exceptions.
    Exception,
    /// Everything else.
    Other,
}

const EXITS: [&str; 5] = ["system calls", "first touches of memory", "interruptions", "exceptions", "others"];

/// Counters that all vCPUs share.
#[derive(Debug)]
pub struct Counters {
    exits: [AtomicU64; EXITS.len()],
    calls: [AtomicU64; calls::NUMBERS],
    unknown: AtomicU64,
    refused: AtomicU64,
    /// Bytes written to the console.
    pub output: AtomicU64,
    /// Most threads at once.
    pub threads: AtomicU64,
}

impl Default for Counters {
    fn default() -> Self {
        Self {
            exits: Default::default(),
            calls: [const { AtomicU64::new(0) }; calls::NUMBERS],
            unknown: AtomicU64::new(0),
            refused: AtomicU64::new(0),
            output: AtomicU64::new(0),
            threads: AtomicU64::new(1),
        }
    }
}

impl Counters {
    /// Counts an exit.
    pub fn exit(&self, kind: Exit) {
        self.exits[kind as usize].fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a system call.
    pub fn call(&self, number: u64) {
        match self.calls.get(number as usize) {
            Some(counter) => counter.fetch_add(1, Ordering::Relaxed),
            None => self.unknown.fetch_add(1, Ordering::Relaxed),
        };
    }

    /// Counts a refusal by the policy or the table.
    pub fn refuse(&self) {
        self.refused.fetch_add(1, Ordering::Relaxed);
    }

    /// The part of the report that counts exits and calls.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let load = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let _ = writeln!(text, "threads: {} at most", load(&self.threads));
        let _ = writeln!(text, "console output: {} bytes", load(&self.output));
        for (name, counter) in EXITS.iter().zip(&self.exits) {
            if load(counter) > 0 {
                let _ = writeln!(text, "exits, {name}: {}", load(counter));
            }
        }
        for (number, counter) in self.calls.iter().enumerate() {
            if load(counter) > 0 {
                let name = calls::find(number as u64).map_or("not served", |row| row.name);
                let _ = writeln!(text, "call {number} {name}: {}", load(counter));
            }
        }
        if load(&self.unknown) > 0 {
            let _ = writeln!(text, "calls of unknown numbers: {}", load(&self.unknown));
        }
        if load(&self.refused) > 0 {
            let _ = writeln!(text, "calls refused: {}", load(&self.refused));
        }
        text
    }
}
