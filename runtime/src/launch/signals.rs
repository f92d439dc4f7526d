//! Signals: SIGHUP, SIGINT and SIGTERM end the program in good order, SIGQUIT shows what its threads do. All threads block them; one
//! thread of the host waits for them.

use super::call_library;
use rvm_vm::class::Symbol;
use rvm_vm::heap::alloc_object;
use rvm_vm::link::resolve_method_by_name;
use rvm_vm::object::{HandleScope, string};
use rvm_vm::thread::{JavaThread, dump};
use rvm_vm::{JResult, vm};
use std::io::Write;

/// Stack of the thread that waits.
const STACK: usize = 1 << 20;

/// Blocks the signals in this thread and those it makes.
pub(super) fn block() -> Option<libc::sigset_t> {
    // SAFETY: plain calls on a set that they fill; threads made later inherit the mask.
    unsafe {
        let mut set: libc::sigset_t = std::mem::zeroed();
        libc::sigemptyset(&mut set);
        let mut any = false;
        for signal in [libc::SIGHUP, libc::SIGINT, libc::SIGTERM, libc::SIGQUIT] {
            let mut old: libc::sigaction = std::mem::zeroed();
            // What the parent ignores (nohup) stays ignored.
            if libc::sigaction(signal, std::ptr::null(), &mut old) == 0
                && (old.sa_sigaction != libc::SIG_IGN || signal == libc::SIGQUIT)
            {
                libc::sigaddset(&mut set, signal);
                any = true;
            }
        }
        if !any || libc::pthread_sigmask(libc::SIG_BLOCK, &set, std::ptr::null_mut()) != 0 {
            return None;
        }
        // Behind a wall nobody can wait for signals.
        let now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
        if libc::sigtimedwait(&set, std::ptr::null_mut(), &now) < 0
            && std::io::Error::last_os_error().raw_os_error() != Some(libc::EAGAIN)
        {
            libc::pthread_sigmask(libc::SIG_UNBLOCK, &set, std::ptr::null_mut());
            return None;
        }
        Some(set)
    }
}

/// Starts the thread that waits for the signals that are blocked.
pub(super) fn serve(set: libc::sigset_t) {
    // Without the thread the signals would be lost: they get their defaults back.
    if std::thread::Builder::new().stack_size(STACK).spawn(move || wait(&set)).is_err() {
        // SAFETY: as above.
        unsafe { libc::pthread_sigmask(libc::SIG_UNBLOCK, &set, std::ptr::null_mut()) };
    }
}

fn wait(set: &libc::sigset_t) {
    loop {
        let mut signal = 0;
        // SAFETY: waits for a signal of the set, which is blocked.
        if unsafe { libc::sigwait(set, &mut signal) } != 0 {
            return;
        }
        match signal {
            libc::SIGQUIT => show_threads(),
            _ => {
                let ending = std::thread::Builder::new().stack_size(STACK).spawn(move || end(signal));
                if ending.is_err() {
                    super::leave(128 + signal);
                }
            }
        }
    }
}

fn show_threads() {
    let Ok(me) = vm().threads.attach(vm().options.stack_size, STACK / 2) else { return };
    let threads = dump(&me);
    vm().threads.detach(me);
    let mut out = std::io::stdout().lock();
    let name = crate::options::version_text("rvm version");
    let machine = name.lines().nth(2).unwrap_or("RVM").replace("(build ", "(");
    let _ = write!(out, "{}\nFull thread dump {}:\n\n{threads}", date(), machine);
    let _ = out.flush();
}

/// Local date and time.
fn date() -> String {
    // SAFETY: fills the structure given.
    let t = unsafe {
        let now = libc::time(std::ptr::null_mut());
        let mut t: libc::tm = std::mem::zeroed();
        libc::localtime_r(&now, &mut t);
        t
    };
    format!(
        "{:04}-{:02}-{:02} {:02}:{:02}:{:02}",
        t.tm_year + 1900,
        t.tm_mon + 1,
        t.tm_mday,
        t.tm_hour,
        t.tm_min,
        t.tm_sec
    )
}

/// Runs the shutdown hooks and leaves.
fn end(signal: i32) {
    let Ok(thread) = vm().threads.attach(vm().options.stack_size, STACK / 2) else {
        super::leave(128 + signal);
    };
    let name = match signal {
        libc::SIGHUP => "SIGHUP handler",
        libc::SIGINT => "SIGINT handler",
        _ => "SIGTERM handler",
    };
    if exit(&thread, name, 128 + signal).is_err() {
        super::leave(128 + signal);
    }
    vm().threads.detach(thread);
}

fn exit(thread: &JavaThread, name: &str, status: i32) -> JResult<()> {
    let class = vm().known.thread();
    let object = alloc_object(thread, class)?;
    object.set::<u64>(vm().known.vm_thread(), std::ptr::from_ref(thread) as usize as u64);
    thread.object.set(object);
    let scope = HandleScope::new(thread);
    let text = scope.handle(string::from_text(thread, name)?);
    call_library(thread, "java/lang/Thread", "initSignal", "(Ljava/lang/String;)V", &[text])?;
    let shutdown =
        rvm_vm::link::load_or_throw(thread, vm().loaders.boot(), Symbol::from_text("java/lang/Shutdown"))?;
    rvm_vm::link::initialize(thread, shutdown)?;
    let method = resolve_method_by_name(thread, shutdown, "exit", "(I)V")?;
    thread.call(method, &[status as u32 as u64]).map(drop)
}
