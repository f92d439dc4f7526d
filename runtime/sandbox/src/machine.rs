//! The virtual machine: everything that its vCPUs share, from its making to its end.

use crate::elf::Image;
use crate::ending::{Ending, mode_name};
use crate::error::SandboxError;
use crate::files::Files;
use crate::kernel;
use crate::layout::{self, PAGE};
use crate::memory::GuestMemory;
use crate::policy::Policy;
use crate::report::Counters;
use crate::stack;
use crate::threads::Threads;
use crate::vcpu::Shape;
use crate::vdso::{self, Clock};
use crate::worker::{Start, Worker};
use kvm_bindings::kvm_regs;
use kvm_ioctls::{Kvm, VcpuFd, VmFd};
use std::fs::File;
use std::io::Write;
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
    /// Makes the machine with the program in its memory; it does not run yet.
    pub fn new(policy: Policy, program: &Program) -> Result<(Arc<Self>, VcpuFd, kvm_regs), SandboxError> {
        let began = Instant::now();
        let image = read_image(&program.file)?;
        let kvm = Kvm::new().map_err(SandboxError::kvm("opening it"))?;
        if kvm.get_api_version() != 12 {
            return Err(SandboxError::Guest("this KVM is not version 12".into()));
        }
        let vm = Arc::new(kvm.create_vm().map_err(SandboxError::kvm("making a virtual machine"))?);
        let memory = GuestMemory::new(Arc::clone(&vm), policy.memory)?;
        memory.load_image(&image, &program.file)?;
        memory.map_stack()?;
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
        let clock = (shape.same_counter && kilohertz > 0).then(|| Clock::new(kilohertz));
        let files = Files::new(&policy)?;
        let rsp = stack::write(&memory, &image, &program.arguments, &policy, clock.is_some())?;
        let regs = kvm_regs { rip: image.entry, rsp, ..Default::default() };
        let machine = Self {
            vm,
            shape,
            memory,
            files,
            threads: Threads::new(policy.threads),
            counters: Counters::default(),
            brk: Mutex::new(layout::BREAK.start),
            actions: Mutex::new([[0; 32]; 65]),
            processors: processors(&policy),
            began,
            next_vcpu: AtomicU64::new(1),
            clock: Mutex::new(clock),
            ended: AtomicBool::new(false),
            unwinds: false,
            policy,
        };
        machine.set_clock(false);
        Ok((Arc::new(machine), vcpu, regs))
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

    /// Runs the main thread on this thread of the host; never returns.
    pub fn run(self: Arc<Self>, vcpu: VcpuFd, regs: kvm_regs) -> ! {
        let tid = self.threads.first();
        Worker::new(Arc::clone(&self), vcpu, 0).run(Start { regs, fs: 0, tid, clear_tid: 0 });
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
        // Nobody is left to be told of a failure here.
        let _ = std::io::stderr().write_all(text.as_bytes());
        // SAFETY: plain system call; ends all threads.
        unsafe { libc::_exit(ending.code()) }
    }
}

fn read_image(file: &File) -> Result<Image, SandboxError> {
    use std::os::unix::fs::FileExt;
    let size = file.metadata().map_err(SandboxError::host("the guest's executable"))?.len();
    let mut start = vec![0; (2 * PAGE).min(size) as usize];
    file.read_exact_at(&mut start, 0).map_err(SandboxError::host("the guest's executable"))?;
    crate::elf::parse(&start, size)
}

/// Processors that the guest may use at once.
fn processors(policy: &Policy) -> usize {
    let host = std::thread::available_parallelism().map_or(1, usize::from);
    policy.cpus.map_or(host, |cpus| cpus.clamp(1, host))
}
