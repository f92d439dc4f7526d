//! A thread of the host that runs a vCPU: one guest thread after the other, exit by exit.

use crate::calls::{self, Call};
use crate::ending::Ending;
use crate::faults::Faults;
use crate::kernel::{self, Frame};
use crate::layout::{self, PAGE, PORT_CALL, PORT_FAULT, PORT_PAGE};
use crate::machine::Machine;
use crate::memory::Fault;
use crate::report::Exit;
use crate::shift;
use crate::snapshot::state::ThreadState;
use crate::watch;
use kvm_bindings::kvm_regs;
use kvm_ioctls::{SyncReg, VcpuExit, VcpuFd};
use std::fmt::Write;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};

/// What the guest thread does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// It goes on.
    Resume,
    /// It goes on with another base of `fs`.
    SetFs(u64),
    /// It has ended.
    Leave,
    /// It has sent itself this signal, which ends the guest.
    Signal(i32),
}

/// The guest thread that a vCPU runs.
#[derive(Debug)]
pub struct Thread {
    /// Its number.
    pub tid: u32,
    /// A word to clear and wake when it ends; 0: none.
    pub clear_tid: u64,
    /// Registers at the present system call; before the first, those to begin with.
    pub regs: kvm_regs,
    /// Base of `fs`, its thread-local storage, as far as the host was told.
    pub fs: u64,
    /// Base of `gs`.
    pub gs: u64,
    /// What comes after the present system call.
    pub next: Next,
    /// The alternate signal stack that it has named.
    pub signal_stack: [u8; 24],
    /// Since when it waits in the present call, if that was begun anew.
    pub since: Option<u64>,
    /// Processor time that it used before it came to this thread of the host.
    pub used: u64,
}

impl Thread {
    /// A thread before its first call.
    pub fn new(tid: u32, clear_tid: u64, fs: u64) -> Self {
        Self {
            tid,
            clear_tid,
            fs,
            gs: 0,
            regs: kvm_regs::default(),
            next: Next::Resume,
            signal_stack: [0; 24],
            since: None,
            used: 0,
        }
    }
}

/// What is told where KVM refuses a slot.
pub const NO_MEMORY: &str = "KVM takes no more guest memory";

/// EINTR, as a guest would see it.
const INTERRUPTED: u64 = -(libc::EINTR as i64) as u64;

/// A vCPU and its thread of the host.
#[derive(Debug)]
pub struct Worker {
    machine: Arc<Machine>,
    vcpu: VcpuFd,
    index: u64,
    /// How it gets its next thread.
    idle: Option<Sender<Thread>>,
}

/// What an exit was, without its borrow of the vCPU.
enum Left {
    Port(u16),
    Nothing,
    End(Ending),
    /// An access to what is no memory. Such a vCPU cannot go on elsewhere: KVM finishes the access first.
    Outside(String),
}

impl Worker {
    /// For a vCPU that is set up.
    pub fn new(machine: Arc<Machine>, vcpu: VcpuFd, index: u64) -> Self {
        Self { machine, vcpu, index, idle: None }
    }

    /// Starts a thread of the host for guest threads, the first at `start`.
    pub fn spawn(mut self, start: Thread) -> std::io::Result<()> {
        let work = move || {
            let (sender, receiver) = channel();
            self.idle = Some(sender);
            self.run(start);
            loop {
                let Ok(start) = receiver.recv() else { return };
                if let Err(error) = self.machine.shape.reset_floating(&self.vcpu) {
                    self.machine.end(&Ending::Host(error.to_string()));
                }
                self.run(start);
            }
        };
        std::thread::Builder::new().stack_size(256 << 10).spawn(work).map(drop)
    }

    /// Runs a guest thread until it ends.
    pub fn run(&mut self, mut thread: Thread) {
        self.machine.threads.run_here(thread.tid);
        self.enter(thread.regs, [thread.fs, thread.gs]);
        let mut served = false;
        loop {
            if self.machine.pause.wanted() {
                self.rest(&thread, served);
            }
            if let Some(ending) = watch::ending(&self.machine.policy) {
                self.machine.end(&ending);
            }
            served = false;
            match self.step() {
                Left::Nothing => {}
                Left::Port(PORT_CALL) => {
                    if self.call(&mut thread) == Next::Leave {
                        return;
                    }
                    served = true;
                }
                Left::Port(PORT_PAGE) => self.page_fault(&thread),
                Left::Port(PORT_FAULT) => self.exception(&thread),
                Left::Port(port) => {
                    let regs = self.vcpu.sync_regs().regs;
                    let text = format!("access to port {port:#x}");
                    self.fault(&thread, &text, &regs);
                }
                Left::Outside(text) => {
                    let regs = self.vcpu.get_regs().unwrap_or_default();
                    self.machine.end(&Ending::Fault(self.told(&thread, &text, &regs)));
                }
                Left::End(Ending::Fault(text)) => {
                    let regs = self.vcpu.get_regs().unwrap_or_default();
                    self.fault(&thread, &text, &regs);
                }
                Left::End(ending) => self.machine.end(&ending),
            }
        }
    }

    fn step(&mut self) -> Left {
        let counters = &self.machine.counters;
        match self.vcpu.run() {
            Ok(VcpuExit::IoOut(port, _)) => {
                counters.exit(match port {
                    PORT_CALL => Exit::Call,
                    PORT_PAGE => Exit::Memory,
                    _ => Exit::Exception,
                });
                Left::Port(port)
            }
            Ok(VcpuExit::IoIn(port, _)) => Left::End(Ending::Fault(format!("reading port {port:#x}"))),
            Err(error) if error.errno() == libc::EINTR || error.errno() == libc::EAGAIN => {
                counters.exit(Exit::Interrupted);
                Left::Nothing
            }
            Ok(exit) => {
                counters.exit(Exit::Other);
                let what = match exit {
                    VcpuExit::MmioRead(address, _) | VcpuExit::MmioWrite(address, _) => {
                        return Left::Outside(format!("no memory at {address:#x}"));
                    }
                    VcpuExit::Shutdown => "triple fault".to_owned(),
                    VcpuExit::Hlt => "hlt".to_owned(),
                    VcpuExit::InternalError => "an instruction that KVM cannot emulate".to_owned(),
                    VcpuExit::FailEntry(reason, _) => {
                        format!("a state that no processor enters ({reason:#x})")
                    }
                    VcpuExit::Intr => return Left::Nothing,
                    other => format!("unexpected exit: {other:?}"),
                };
                Left::End(Ending::Fault(what))
            }
            // The host's mapping does not allow it: a guard page, or memory that was unmapped or made read-only. KVM does not say which.
            Err(error) if error.errno() == libc::EFAULT => {
                counters.exit(Exit::Other);
                Left::End(Ending::Fault("access to memory that is not mapped so".to_owned()))
            }
            Err(error) => Left::End(Ending::Fault(format!("KVM cannot go on: {error}"))),
        }
    }

    /// Goes on in ring 3.
    fn enter(&mut self, regs: kvm_regs, bases: [u64; 2]) {
        self.machine.shape.enter(&mut self.vcpu, regs);
        if let Err(error) = self.machine.shape.system_registers(&self.vcpu, self.index, bases) {
            self.machine.end(&Ending::Host(error.to_string()));
        }
    }

    /// Stops while a snapshot is taken, if the thread is in its own code or behind a call that was just served; in a stub it goes on and comes back.
    fn rest(&self, thread: &Thread, served: bool) {
        let mut regs = self.vcpu.sync_regs().regs;
        // With virtualisation in hardware the `out` is done when the vCPU runs again, and `rip` still there.
        let before = served && regs.rip == layout::SYSCALL_STUB;
        if before || regs.rip == layout::SYSCALL_STUB + kernel::CALL_SIZE {
            regs.rip = regs.rcx;
            regs.rflags = kernel::USER_FLAGS;
        } else if (layout::KERNEL..layout::KERNEL_END).contains(&regs.rip) {
            return;
        }
        let state = self.machine.shape.bases(&self.vcpu).and_then(|bases| {
            Ok(ThreadState {
                tid: thread.tid,
                clear_tid: thread.clear_tid,
                regs,
                bases,
                signal_stack: thread.signal_stack,
                since: thread.since,
                used: shift::host(libc::CLOCK_THREAD_CPUTIME_ID).wrapping_add(thread.used),
                floating: self.machine.shape.floating(&self.vcpu)?,
            })
        });
        match state {
            Ok(state) => self.machine.pause.park(state),
            Err(error) => self.machine.end(&Ending::Host(error.to_string())),
        }
    }

    fn call(&mut self, thread: &mut Thread) -> Next {
        thread.regs = self.vcpu.sync_regs().regs;
        thread.next = Next::Resume;
        let regs = &thread.regs;
        let number = regs.rax;
        let args = [regs.rdi, regs.rsi, regs.rdx, regs.r10, regs.r8, regs.r9];
        let answer = calls::serve(&mut Call { machine: &self.machine, thread, args }, number);
        if answer == INTERRUPTED {
            // No guest sees signals of the host: the call begins anew, at its `syscall`.
            let mut regs = thread.regs;
            regs.rip = regs.rcx.wrapping_sub(2);
            match self.machine.shape.bases(&self.vcpu) {
                Ok(bases) => self.enter(regs, bases),
                Err(error) => self.machine.end(&Ending::Host(error.to_string())),
            }
            return Next::Resume;
        }
        thread.since = None;
        match thread.next {
            Next::Leave => {
                self.leave(thread);
                return Next::Leave;
            }
            Next::SetFs(base) => {
                thread.fs = base;
                // The system call completes first: its `out` is not finished before the vCPU runs again.
                let mut regs = thread.regs;
                regs.rip = regs.rcx;
                regs.rax = answer;
                let gs = self.machine.shape.bases(&self.vcpu).map_or(thread.gs, |bases| bases[1]);
                self.enter(regs, [base, gs]);
                return Next::Resume;
            }
            Next::Signal(number) => {
                let mut regs = thread.regs;
                regs.rip = regs.rcx;
                let ending = Ending::Signal(number, String::new());
                let regs = Faults::begin(&self.machine, thread, &regs, ending);
                self.go_on(thread, regs);
                return Next::Resume;
            }
            Next::Resume => {}
        }
        self.vcpu.sync_regs_mut().regs.rax = answer;
        self.vcpu.set_sync_dirty_reg(SyncReg::Register);
        Next::Resume
    }

    /// The end of a thread, as its creator asked for it.
    fn leave(&self, thread: &Thread) {
        // First: whoever waits for the end may begin a thread at once, and shall not need another vCPU.
        if let Some(sender) = &self.idle {
            self.machine.threads.add_idle(sender.clone());
        }
        if thread.clear_tid != 0 && self.machine.memory.put(thread.clear_tid, &[0; 4]).is_ok() {
            calls::wake(&self.machine.memory, thread.clear_tid);
        }
        self.machine.threads.remove(thread.tid);
        if self.machine.threads.count() == 0 {
            self.machine.end(&Ending::Exit(0));
        }
    }

    fn page_fault(&mut self, thread: &Thread) {
        let mut regs = self.vcpu.sync_regs().regs;
        let page = kernel::vcpu_page(self.index)..=kernel::vcpu_page(self.index) + PAGE - 64;
        if !page.contains(&regs.rsp) {
            return self.fault(thread, "access to port 0x52", &regs);
        }
        let (frame, rax, rdi) = Frame::parse_page_fault(&self.machine.memory.read_kernel::<64>(regs.rsp));
        let address = self.vcpu.get_sregs().unwrap_or_default().cr2;
        let from_user = frame.cs & 3 == 3;
        let absent = frame.code & 1 == 0;
        let write = frame.code & 2 != 0;
        let result = if from_user && absent {
            self.machine.memory.touch(address, write)
        } else {
            Err(Fault::Unmapped)
        };
        match result {
            Ok((place, value)) => {
                (regs.rdi, regs.rax) = (place, value);
                self.vcpu.sync_regs_mut().regs = regs;
                self.vcpu.set_sync_dirty_reg(SyncReg::Register);
            }
            Err(Fault::Limit) => self.machine.end(&Ending::Memory(self.machine.policy.memory)),
            Err(Fault::Host) => self.machine.end(&Ending::Host(NO_MEMORY.to_owned())),
            Err(Fault::Unmapped) => {
                (regs.rip, regs.rsp, regs.rflags) = (frame.rip, frame.rsp, frame.flags);
                (regs.rax, regs.rdi) = (rax, rdi);
                let how = if frame.code & 16 != 0 {
                    "execution"
                } else if write {
                    "write"
                } else {
                    "read"
                };
                self.fault(
                    thread,
                    &format!("page fault in ring {}, {how} at {address:#x}", frame.cs & 3),
                    &regs,
                );
            }
        }
    }

    fn exception(&mut self, thread: &Thread) {
        let mut regs = self.vcpu.sync_regs().regs;
        let page = kernel::vcpu_page(self.index)..=kernel::vcpu_page(self.index) + PAGE - 48;
        let at = regs.rsp;
        if !page.contains(&at) {
            return self.fault(thread, "access to port 0x51", &regs);
        }
        let frame = Frame::parse(&self.machine.memory.read_kernel::<48>(at));
        (regs.rip, regs.rsp, regs.rflags) = (frame.rip, frame.rsp, frame.flags);
        let mut text = format!("{} in ring {}", frame.name(), frame.cs & 3);
        if frame.code != 0 {
            let _ = write!(text, ", code {:#x}", frame.code);
        }
        self.fault(thread, &text, &regs);
    }

    /// Ends the guest with its registers, and lets it tell of it before, if it can.
    fn fault(&mut self, thread: &Thread, what: &str, r: &kvm_regs) {
        let ending = Ending::Fault(self.told(thread, what, r));
        let regs = Faults::begin(&self.machine, thread, r, ending);
        self.go_on(thread, regs);
    }

    /// Goes on with these registers and the bases as they are.
    fn go_on(&mut self, thread: &Thread, regs: kvm_regs) {
        let bases = self.machine.shape.bases(&self.vcpu).unwrap_or([thread.fs, thread.gs]);
        self.enter(regs, bases);
    }

    /// What was done, and the registers.
    fn told(&self, thread: &Thread, what: &str, r: &kvm_regs) -> String {
        let mut text = format!("{what} (thread {})\n", thread.tid);
        let rows = [
            [("rip", r.rip), ("rsp", r.rsp), ("rbp", r.rbp), ("flags", r.rflags)],
            [("rax", r.rax), ("rbx", r.rbx), ("rcx", r.rcx), ("rdx", r.rdx)],
            [("rsi", r.rsi), ("rdi", r.rdi), ("r8", r.r8), ("r9", r.r9)],
            [("r10", r.r10), ("r11", r.r11), ("r12", r.r12), ("r13", r.r13)],
            [("r14", r.r14), ("r15", r.r15), ("fs", thread.fs), ("vcpu", self.index)],
        ];
        for row in rows {
            let line: Vec<String> =
                row.iter().map(|(name, value)| format!("{name:>5} {value:016x}")).collect();
            let _ = writeln!(text, "  {}", line.join(" "));
        }
        let mut code = [0; 16];
        if self.machine.memory.get(r.rip, &mut code).is_ok() {
            let bytes: Vec<String> = code.iter().map(|b| format!("{b:02x}")).collect();
            let _ = writeln!(text, "   code at rip: {}", bytes.join(" "));
        }
        text.trim_end().to_owned()
    }
}
