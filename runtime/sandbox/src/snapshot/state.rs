//! What is kept of a guest beside its memory, as numbers.

use super::format::{DAMAGED, Reader, Writer};
use crate::files::Seen;
use crate::memory::{Access, MemoryState, Run};
use kvm_bindings::kvm_regs;

/// A guest thread at rest, in ring 3.
#[derive(Debug, Clone)]
pub struct ThreadState {
    /// Its number.
    pub tid: u32,
    /// The word to clear at its end.
    pub clear_tid: u64,
    /// Its registers.
    pub regs: kvm_regs,
    /// Bases of `fs` and `gs`.
    pub bases: [u64; 2],
    /// Its alternate signal stack.
    pub signal_stack: [u8; 24],
    /// Since when the call waits that it is in, by the guest's monotonic clock.
    pub since: Option<u64>,
    /// Nanoseconds of processor time that it has used.
    pub used: u64,
    /// Floating point and vector registers, as KVM gives them.
    pub floating: Vec<u8>,
}

/// An open descriptor.
#[derive(Debug, Clone)]
pub enum OpenState {
    /// None at this number.
    Closed,
    /// The console's.
    Console(u64),
    /// A file or folder of the host: the guest's path, flags to open it with, and how far it was read or written.
    File(String, u64, u64),
    /// A folder on the way to mounts, and how many names were read.
    Folder(String, u64),
    /// A part of the code cache.
    Code(Option<(u64, u64)>),
}

/// Everything but the pages.
#[derive(Debug, Clone)]
pub struct State {
    /// The guest's monotonic clock.
    pub monotonic: u64,
    /// Nanoseconds of processor time that it has used.
    pub used: u64,
    /// End of `brk`'s memory.
    pub brk: u64,
    /// The number that the next thread gets.
    pub next_tid: u32,
    /// The folder that relative paths start from.
    pub folder: String,
    /// The function that tells of faults, and its stack.
    pub fault: [u64; 2],
    /// Signal actions.
    pub actions: Vec<u8>,
    /// Memory.
    pub memory: MemoryState,
    /// Threads.
    pub threads: Vec<ThreadState>,
    /// Descriptors.
    pub open: Vec<OpenState>,
    /// What a start was that was kept; empty for others.
    pub key: Vec<u8>,
    /// What it asked about paths.
    pub seen: Vec<Seen>,
}

fn registers(r: &kvm_regs) -> [u64; 18] {
    [
        r.rax, r.rbx, r.rcx, r.rdx, r.rsi, r.rdi, r.rsp, r.rbp, r.r8, r.r9, r.r10, r.r11, r.r12, r.r13,
        r.r14, r.r15, r.rip, r.rflags,
    ]
}

fn read_registers(reader: &mut Reader<'_>) -> Result<kvm_regs, String> {
    let mut next = || reader.number();
    // In the order in which they are written.
    Ok(kvm_regs {
        rax: next()?,
        rbx: next()?,
        rcx: next()?,
        rdx: next()?,
        rsi: next()?,
        rdi: next()?,
        rsp: next()?,
        rbp: next()?,
        r8: next()?,
        r9: next()?,
        r10: next()?,
        r11: next()?,
        r12: next()?,
        r13: next()?,
        r14: next()?,
        r15: next()?,
        rip: next()?,
        rflags: next()?,
    })
}

fn write_thread(w: &mut Writer, t: &ThreadState) {
    w.number(t.tid.into());
    w.number(t.clear_tid);
    registers(&t.regs).into_iter().chain(t.bases).for_each(|n| w.number(n));
    w.bytes(&t.signal_stack);
    w.number(t.since.is_some().into());
    w.number(t.since.unwrap_or(0));
    w.number(t.used);
    w.bytes(&t.floating);
}

fn read_thread(r: &mut Reader<'_>) -> Result<ThreadState, String> {
    Ok(ThreadState {
        tid: r.small()?,
        clear_tid: r.number()?,
        regs: read_registers(r)?,
        bases: [r.number()?, r.number()?],
        signal_stack: r.array()?,
        since: {
            let (there, since) = (r.number()?, r.number()?);
            (there != 0).then_some(since)
        },
        used: r.number()?,
        floating: r.bytes()?,
    })
}

fn write_open(w: &mut Writer, open: &OpenState) {
    let (kind, text, first, second) = match open {
        OpenState::Closed => (0, "", 0, 0),
        OpenState::Console(number) => (1, "", *number, 0),
        OpenState::File(path, flags, at) => (2, path.as_str(), *flags, *at),
        OpenState::Folder(path, read) => (3, path.as_str(), *read, 0),
        OpenState::Code(None) => (4, "", 0, 0),
        OpenState::Code(Some((start, size))) => (5, "", *start, *size),
    };
    w.number(kind);
    w.bytes(text.as_bytes());
    w.number(first);
    w.number(second);
}

fn read_open(r: &mut Reader<'_>) -> Result<OpenState, String> {
    let (kind, text, first, second) = (r.number()?, r.text()?, r.number()?, r.number()?);
    Ok(match kind {
        0 => OpenState::Closed,
        1 if first < 3 => OpenState::Console(first),
        2 => OpenState::File(text, first, second),
        3 => OpenState::Folder(text, first),
        4 => OpenState::Code(None),
        5 => OpenState::Code(Some((first, second))),
        _ => return Err(DAMAGED.into()),
    })
}

fn access(number: u64) -> Result<Access, String> {
    Ok(match number {
        0 => Access::None,
        1 => Access::Kept,
        2 => Access::Read,
        3 => Access::Write,
        _ => return Err(DAMAGED.into()),
    })
}

impl State {
    /// As bytes.
    pub fn write(&self) -> Vec<u8> {
        let mut w = Writer::default();
        let [entry, top] = self.fault;
        for number in [self.monotonic, self.used, self.brk, self.next_tid.into(), entry, top] {
            w.number(number);
        }
        w.bytes(self.folder.as_bytes());
        w.bytes(&self.actions);
        let m = &self.memory;
        w.number(m.limit);
        w.number(m.code);
        w.list(&m.pieces, |w, (range, access)| {
            [range.start, range.end, *access as u64].into_iter().for_each(|n| w.number(n));
        });
        w.list(&m.blocks, |w, n| w.number(*n));
        w.list(&m.runs, |w, run| [run.home, run.size, run.at].into_iter().for_each(|n| w.number(n)));
        w.list(&self.threads, write_thread);
        w.list(&self.open, write_open);
        w.bytes(&self.key);
        w.list(&self.seen, |w, seen| {
            w.bytes(seen.path.as_bytes());
            seen.what.into_iter().for_each(|n| w.number(n));
        });
        w.0
    }

    /// From bytes.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let mut r = Reader(bytes);
        let state = Self {
            monotonic: r.number()?,
            used: r.number()?,
            brk: r.number()?,
            next_tid: r.small()?,
            fault: [r.number()?, r.number()?],
            folder: r.text()?,
            actions: r.bytes()?,
            memory: MemoryState {
                limit: r.number()?,
                code: r.number()?,
                pieces: r.list(|r| Ok((r.number()?..r.number()?, access(r.number()?)?)))?,
                blocks: r.list(Reader::number)?,
                runs: r.list(|r| Ok(Run { home: r.number()?, size: r.number()?, at: r.number()? }))?,
            },
            threads: r.list(read_thread)?,
            open: r.list(read_open)?,
            key: r.bytes()?,
            seen: r.list(|r| {
                let path = r.text()?;
                let what = [r.number()?, r.number()?, r.number()?, r.number()?, r.number()?];
                Ok(Seen { path, what })
            })?,
        };
        let folder = &state.folder;
        let plain = folder.starts_with('/') && folder.len() < 4096 && !folder.contains('\0');
        if !r.0.is_empty() || state.threads.is_empty() || !plain {
            return Err(DAMAGED.into());
        }
        Ok(state)
    }
}
