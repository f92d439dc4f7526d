//! The virtual machine: everything that its vCPUs share, from its making to its end.

use crate::elf::Image;
use crate::ending::{Ending, leave, mode_name};
use crate::error::SandboxError;
use crate::faults::Faults;
use crate::files::Files;
use crate::kernel;
use crate::layout::{self, PAGE};
use crate::memory::GuestMemory;
use crate::policy::Policy;
use crate::report::Counters;
use crate::shift::Shift;
use crate::snapshot::cache::{self, Start};
use crate::snapshot::format::Sum;
use crate::snapshot::pause::Pause;
use crate::snapshot::{Snapshot, Target};
use crate::stack;
use crate::threads::Threads;
use crate::vcpu::Shape;
use crate::vdso::{self, Clock};
use crate::worker::{Thread, Worker};
use kvm_bindings::kvm_regs;
use kvm_ioctls::{Kvm, VcpuFd, VmFd};
use std::fs::File;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

/// What runs in the guest.
#[derive(Debug)]
pub struct Program {
    /// The executable.
    pub file: File,
    /// Its arguments, its own name first.
    pub arguments: Vec<String>,
}

/// A thread that does not run yet, with its vCPU.
pub type Starting = (VcpuFd, Thread);

/// A virtual machine.
#[derive(Debug)]
pub struct Machine {
    vm: Arc<VmFd>,
    /// How its vCPUs are set up.
    pub shape: Shape,
    /// Its memory.
    pub memory: GuestMemory,
    /// What it is granted.
    pub policy: Policy,
    /// Its files.
    pub files: Files,
    /// Its threads.
    pub threads: Threads,
    /// What it has used.
    pub counters: Counters,
    /// End of `brk`'s memory.
    pub brk: Mutex<u64>,
    /// Signal actions, as the guest last set them: nothing is ever delivered.
    pub actions: Mutex<[[u8; 32]; 65]>,
    /// The guest's clocks against the host's.
    pub shift: Shift,
    /// What the guest tells of its faults.
    pub faults: Faults,
    /// The stop of all threads.
    pub pause: Pause,
    /// Where snapshots go.
    pub snapshot: Option<Target>,
    /// A number for the executable; 0 if nobody asks.
    pub build: u64,
    /// Processors that the guest may use at once.
    pub processors: usize,
    /// When it began.
    pub began: Instant,
    next_vcpu: AtomicU64,
    clock: Mutex<Option<Clock>>,
    ended: AtomicBool,
    /// Whether `end` unwinds instead of ending the process: for tests of the service.
    pub unwinds: bool,
}

impl Machine {
    /// Makes the machine with the program in its memory; it does not run yet. Its first thread, with its vCPU.
    pub fn new(policy: Policy, program: &Program) -> Result<(Arc<Self>, VcpuFd, Thread), SandboxError> {
        let target = Target::new(&policy)?;
        Self::start(policy, program, target)
    }

    /// As `new`, for a start that is kept if the cache says so.
    pub fn new_or_kept(
        policy: Policy,
        program: &Program,
    ) -> Result<(Arc<Self>, Vec<Starting>), SandboxError> {
        let (_, build) = read_image(&program.file, true)?;
        match cache::look(&policy, program, build, processors(&policy)) {
            Start::Plain => {}
            Start::Write(target) => {
                let (machine, vcpu, thread) = Self::start(policy, program, Some(target))?;
                machine.files.note();
                return Ok((machine, vec![(vcpu, thread)]));
            }
            Start::From(snapshot, place) => {
                match Self::go_on(policy.clone(), program, &snapshot, build, true) {
                    Ok(all) => return Ok(all),
                    Err(_) => place.remove(),
                }
            }
        }
        let (machine, vcpu, thread) = Self::start(policy, program, None)?;
        Ok((machine, vec![(vcpu, thread)]))
    }

    fn start(
        policy: Policy,
        program: &Program,
        target: Option<Target>,
    ) -> Result<(Arc<Self>, VcpuFd, Thread), SandboxError> {
        let (machine, vcpu, image) = Self::make(policy, program, Shift::default(), target)?;
        machine.memory.relocate(&image);
        machine.memory.map_stack()?;
        let clock = machine.set_clock(false);
        let rsp = stack::write(&machine.memory, &image, &program.arguments, &machine.policy, clock)?;
        let regs = kvm_regs { rip: image.entry, rsp, ..Default::default() };
        let tid = machine.threads.first();
        Ok((Arc::new(machine), vcpu, Thread { regs, ..Thread::new(tid, 0, 0) }))
    }

    /// Makes the machine as a snapshot has it; its threads, each with its vCPU. None runs yet.
    pub fn restore(
        mut policy: Policy,
        program: &Program,
        path: &Path,
    ) -> Result<(Arc<Self>, Vec<Starting>), SandboxError> {
        let (_, build) = read_image(&program.file, true)?;
        let snapshot = Snapshot::open(path, build)?;
        let state = &snapshot.state;
        if !policy.memory_named {
            policy.memory = state.memory.limit;
        }
        policy.folder.clone_from(&state.folder);
        Self::go_on(policy, program, &snapshot, build, false)
    }

    /// The machine of a snapshot; of a kept start, which is as if it had happened now.
    fn go_on(
        policy: Policy,
        program: &Program,
        snapshot: &Snapshot,
        build: u64,
        kept: bool,
    ) -> Result<(Arc<Self>, Vec<Starting>), SandboxError> {
        let state = &snapshot.state;
        let shift = if kept { Shift::default() } else { Shift::to(state.monotonic, state.used) };
        let target = Target::new(&policy)?;
        let (mut machine, first, _) = Self::make(policy, program, shift, target)?;
        machine.build = build;
        snapshot.check_kind(machine.shape.kind())?;
        if kept && !cache::is_current(snapshot, &machine.files) {
            return Err(SandboxError::Option("a file has changed since".into()));
        }
        snapshot.restore(&machine)?;
        machine.faults.set(state.fault);
        machine.brk = Mutex::new(state.brk.clamp(layout::BREAK.start, layout::BREAK.end));
        for (slot, action) in machine
            .actions
            .get_mut()
            .unwrap_or_else(|e| e.into_inner())
            .iter_mut()
            .zip(state.actions.chunks_exact(32))
        {
            slot.copy_from_slice(action);
        }
        if !machine.threads.restore(state.threads.iter().map(|t| t.tid), state.next_tid) {
            return Err(SandboxError::Option("the snapshot has too many threads".into()));
        }
        let mut vcpus = vec![first];
        while vcpus.len() < state.threads.len() {
            vcpus.push(machine.new_vcpu()?.0);
        }
        let mut threads = Vec::new();
        for (vcpu, then) in vcpus.into_iter().zip(&state.threads) {
            if !machine.shape.set_floating(&vcpu, &then.floating) {
                return Err(SandboxError::Option(
                    "the snapshot's floating-point state does not fit this machine".into(),
                ));
            }
            let thread = Thread {
                regs: then.regs,
                gs: then.bases[1],
                signal_stack: then.signal_stack,
                since: then.since,
                used: if kept { 0 } else { then.used },
                ..Thread::new(then.tid, then.clear_tid, then.bases[0])
            };
            threads.push((vcpu, thread));
        }
        machine.set_clock(false);
        Ok((Arc::new(machine), threads))
    }

    fn make(
        policy: Policy,
        program: &Program,
        shift: Shift,
        snapshot: Option<Target>,
    ) -> Result<(Self, VcpuFd, Image), SandboxError> {
        let began = Instant::now();
        let (image, build) = read_image(&program.file, snapshot.is_some())?;
        let kvm = Kvm::new().map_err(SandboxError::kvm("opening it"))?;
        if kvm.get_api_version() != 12 {
            return Err(SandboxError::Guest("this KVM is not version 12".into()));
        }
        let vm = Arc::new(kvm.create_vm().map_err(SandboxError::kvm("making a virtual machine"))?);
        let memory = GuestMemory::new(Arc::clone(&vm), policy.memory)?;
        memory.load_image(&image, &program.file)?;
        let root = memory.build_tables(&image)?;
        memory.write_kernel(layout::STUBS, &kernel::exception_stubs());
        memory.write_kernel(layout::SYSCALL_STUB, &kernel::syscall_stub());
        let idt: Vec<u8> = kernel::idt().iter().flat_map(|word| word.to_le_bytes()).collect();
        memory.write_kernel(layout::IDT, &idt);
        memory.write_kernel(layout::VDSO, &vdso::image());
        let mut shape = Shape::new(&kvm, root)?;
        let vcpu = vm.create_vcpu(0).map_err(SandboxError::kvm("making a processor"))?;
        shape.prepare_first(&vcpu, &memory)?;
        let kilohertz = vcpu.get_tsc_khz().unwrap_or(0);
        let clock = (shape.same_counter && kilohertz > 0).then(|| Clock::new(kilohertz, shift));
        let files = Files::new(&policy)?;
        let machine = Self {
            vm,
            shape,
            memory,
            files,
            threads: Threads::new(policy.threads),
            counters: Counters::default(),
            brk: Mutex::new(layout::BREAK.start),
            actions: Mutex::new([[0; 32]; 65]),
            shift,
            faults: Faults::default(),
            pause: Pause::default(),
            snapshot,
            build,
            processors: processors(&policy),
            began,
            next_vcpu: AtomicU64::new(1),
            clock: Mutex::new(clock),
            ended: AtomicBool::new(false),
            unwinds: false,
            policy,
        };
        Ok((machine, vcpu, image))
    }

    /// Shows the guest the host's time, made right first if asked; whether there is a clock in the guest.
    pub fn set_clock(&self, correct: bool) -> bool {
        let mut clock = self.clock.lock().unwrap_or_else(|e| e.into_inner());
        let Some(clock) = clock.as_mut() else { return false };
        if correct {
            clock.correct();
        }
        clock.publish(&self.memory);
        true
    }

    /// Makes a vCPU and sets it up.
    pub fn new_vcpu(&self) -> Result<(VcpuFd, u64), SandboxError> {
        let index = self.next_vcpu.fetch_add(1, Ordering::Relaxed);
        if index >= layout::VCPUS_MOST {
            return Err(SandboxError::Guest("too many processors".into()));
        }
        let vcpu = self.vm.create_vcpu(index).map_err(SandboxError::kvm("making a processor"))?;
        self.shape.prepare(&vcpu, index, &self.memory)?;
        Ok((vcpu, index))
    }

    /// Runs the first thread on this thread of the host, each other on one of its own; never returns.
    pub fn run(self: Arc<Self>, threads: Vec<Starting>) -> ! {
        let mut threads = threads.into_iter().enumerate();
        let first = threads.next();
        for (index, (vcpu, thread)) in threads {
            if let Err(error) = Worker::new(Arc::clone(&self), vcpu, index as u64).spawn(thread) {
                self.end(&Ending::Host(format!("starting a thread: {error}")));
            }
        }
        if let Some((index, (vcpu, thread))) = first {
            Worker::new(Arc::clone(&self), vcpu, index as u64).run(thread);
        }
        // The main thread has ended; others go on.
        loop {
            std::thread::park();
        }
    }

    /// Ends the process, and the guest with it. The first ending counts; the thread that brings a later one stops here.
    pub fn end(&self, ending: &Ending) -> ! {
        if self.unwinds {
            std::panic::resume_unwind(Box::new(ending.clone()));
        }
        // Who tells of a fault does not get away with another end of its own.
        let fault = if matches!(ending, Ending::Exit(_)) { self.faults.ending("") } else { None };
        let ending = fault.as_ref().unwrap_or(ending);
        if self.ended.swap(true, Ordering::AcqRel) {
            loop {
                std::thread::park();
            }
        }
        let mut text = String::new();
        if !matches!(ending, Ending::Exit(_)) {
            text = format!("rvm: sandbox: {ending}\n");
        }
        if self.policy.report {
            let name = mode_name(self.policy.mode);
            let (wall, cpu) = (self.began.elapsed(), crate::watch::processor_time());
            text += &crate::report::head(name, wall, cpu, self.memory.peak(), self.policy.memory);
            text += &self.counters.text();
        }
        leave(ending.code(), &text)
    }
}

/// The executable's segments, and a number that tells it from others (0 unless asked for): of what the linker says of its content, or of all of it.
fn read_image(file: &File, number: bool) -> Result<(Image, u64), SandboxError> {
    use std::os::unix::fs::FileExt;
    let problem = || SandboxError::host("the guest's executable");
    let size = file.metadata().map_err(problem())?.len();
    let mut start = vec![0; (2 * PAGE).min(size) as usize];
    file.read_exact_at(&mut start, 0).map_err(problem())?;
    let image = crate::elf::parse(&start, size)?;
    if !number {
        return Ok((image, 0));
    }
    let mut sum = Sum::default();
    match crate::elf::build_id(&start) {
        Some(id) => sum.add(id),
        None => {
            let mut part = vec![0; 1 << 20];
            let mut at = 0;
            while at < size {
                let length = (size - at).min(part.len() as u64) as usize;
                file.read_exact_at(&mut part[..length], at).map_err(problem())?;
                sum.add(&part[..length]);
                at += length as u64;
            }
        }
    }
    Ok((image, sum.finish() ^ size))
}

/// Processors that the guest may use at once.
fn processors(policy: &Policy) -> usize {
    let host = std::thread::available_parallelism().map_or(1, usize::from);
    policy.cpus.map_or(host, |cpus| cpus.clamp(1, host))
}
