//! What a guest says of its own fault: the Java stack. The guest names a function that runs, once, on a stack of its own, in the thread that has done what no program may;
//! its text becomes part of the message. The guest ends in any case: by its text, by another fault, or when its time for it is over.

use crate::ending::Ending;
use crate::machine::Machine;
use crate::worker::Thread;
use kvm_bindings::kvm_regs;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// The numbers of the system calls with which a guest names the function, and tells its text. No kernel has them.
pub const WATCH: u64 = 0x5257;
/// As [`WATCH`].
pub const TELL: u64 = 0x5258;

/// How long a guest may take to tell.
const PATIENCE: Duration = Duration::from_millis(200);
/// Most bytes that it may tell.
const MOST: usize = 16 << 10;

/// The stack of the function: the guest's own data.
#[repr(align(4096))]
struct Stack(std::cell::UnsafeCell<[u8; 64 << 10]>);

// SAFETY: one thread uses it, once: the machine sees to that.
unsafe impl Sync for Stack {}

static STACK: Stack = Stack(std::cell::UnsafeCell::new([0; 64 << 10]));

/// What a guest calls with a function that gets instruction, stack and frame pointer of a fault and tells of it; nothing happens anywhere but in a guest.
pub fn watch(function: extern "C" fn(u64, u64, u64) -> !) {
    let top = STACK.0.get().addr() + (64 << 10);
    // SAFETY: a number that no kernel serves; plain numbers.
    unsafe { libc::syscall(WATCH as libc::c_long, function as usize, top) };
}

/// What a guest's function ends with.
pub fn tell(text: &str) -> ! {
    // SAFETY: numbers that no kernel serves or that end the process; the text lives for the call.
    unsafe {
        libc::syscall(TELL as libc::c_long, text.as_ptr(), text.len());
        libc::_exit(1)
    }
}

/// The machine's side.
#[derive(Debug, Default)]
pub struct Faults {
    /// The function and the top of its stack.
    function: Mutex<Option<[u64; 2]>>,
    taken: AtomicBool,
    /// The thread that has faulted, and how the guest ends for it.
    ending: Mutex<Option<(u32, Ending)>>,
}

impl Faults {
    /// The function, for snapshots; zeros if there is none.
    pub fn function(&self) -> [u64; 2] {
        self.function.lock().unwrap_or_else(|e| e.into_inner()).unwrap_or_default()
    }

    /// Names it.
    pub fn set(&self, function: [u64; 2]) {
        *self.function.lock().unwrap_or_else(|e| e.into_inner()) = Some(function).filter(|f| f[0] != 0);
    }

    /// How the guest ends, if it has faulted, with what it has told.
    pub fn ending(&self, told: &str) -> Option<Ending> {
        let (_, ending) = self.ending.lock().unwrap_or_else(|e| e.into_inner()).clone()?;
        let text: String =
            told.chars().map(|c| if c == '\n' || c == '\t' || !c.is_control() { c } else { '?' }).collect();
        let told = if text.is_empty() { text } else { format!("\n{}", text.trim_end()) };
        Some(match ending {
            Ending::Fault(what) => Ending::Fault(what + &told),
            Ending::Signal(number, what) => Ending::Signal(number, what + &told),
            other => other,
        })
    }

    /// A thread has faulted: the registers with which it tells of it. Without, the guest ends here and now.
    pub fn begin(machine: &Arc<Machine>, thread: &Thread, regs: &kvm_regs, ending: Ending) -> kvm_regs {
        let faults = &machine.faults;
        let function = *faults.function.lock().unwrap_or_else(|e| e.into_inner());
        let Some([entry, top]) = function else { machine.end(&ending) };
        if faults.taken.swap(true, Ordering::SeqCst) {
            let by = faults.ending.lock().unwrap_or_else(|e| e.into_inner()).clone();
            match by {
                // Another tells already; this one has nothing more to do.
                Some((tid, _)) if tid != thread.tid => loop {
                    std::thread::park();
                },
                Some((_, first)) => machine.end(&first),
                None => machine.end(&ending),
            }
        }
        *faults.ending.lock().unwrap_or_else(|e| e.into_inner()) = Some((thread.tid, ending.clone()));
        let over = Arc::clone(machine);
        let late = ending.clone();
        let guard = move || {
            std::thread::sleep(PATIENCE);
            over.end(&late)
        };
        if std::thread::Builder::new().stack_size(64 << 10).spawn(guard).is_err() {
            machine.end(&ending);
        }
        // As a function is entered: 8 beside a multiple of 16.
        let rsp = (top & !15).wrapping_sub(8);
        kvm_regs { rip: entry, rsp, rdi: regs.rip, rsi: regs.rsp, rdx: regs.rbp, ..Default::default() }
    }

    /// Most bytes of a text.
    pub fn most(size: u64) -> usize {
        size.min(MOST as u64) as usize
    }
}
