//! `java.lang.Thread`, `rvm.internal.Threads`, `rvm.internal.References`.

use super::support::non_null;
use super::system::since_epoch;
use rvm_vm::class::Symbol;
use rvm_vm::link::resolve_method_by_name;
use rvm_vm::natives::Args;
use rvm_vm::object::{HandleScope, Ref};
use rvm_vm::thread::{self, JavaThread};
use rvm_vm::{JResult, natives, stackwalk, vm};
use std::time::Duration;

natives! {
    pub(super) TABLE;
    "java/lang/Thread" {
        currentThread "()Ljava/lang/Thread;" = |t: &JavaThread, _: Args| t.object.get();
        "yield" "()V" = |t: &JavaThread, _: Args| t.blocking(std::thread::yield_now);
        sleep "(J)V" = sleep;
        holdsLock "(Ljava/lang/Object;)Z" = holds_lock;
        start0 "()V" = start;
        interrupt0 "()V" = interrupt;
        isInterrupted0 "(Z)Z" = is_interrupted;
        state0 "()I" = state;
        backtrace0 "()Ljava/lang/Object;" = backtrace;
        lastWords0 "(Ljava/lang/Throwable;Ljava/lang/String;)V" = last_words;
        setPriority0 "(I)V" = |_: &JavaThread, _: Args| ();
    }
    "rvm/internal/Threads" {
        park "(ZJ)V" = park;
        unpark "(Ljava/lang/Thread;)V" = unpark;
    }
    "rvm/internal/References" {
        take "()Ljava/lang/ref/Reference;" = |_: &JavaThread, _: Args| vm().references.take();
        await "()V" = |t: &JavaThread, _: Args| vm().references.wait(t);
    }
}

fn sleep(thread: &JavaThread, args: Args) -> JResult<()> {
    let interrupted = match args.long(0) {
        ..0 => return Err(thread.throw("java/lang/IllegalArgumentException", "timeout value is negative")),
        0 => {
            thread.blocking(std::thread::yield_now);
            thread.parker.is_interrupted(true)
        }
        // Instants of the host do not go on for ever.
        millis => {
            thread.sleep(Duration::from_millis(millis as u64).min(Duration::from_secs(u64::from(u32::MAX))))
        }
    };
    if interrupted {
        return Err(thread.throw("java/lang/InterruptedException", "sleep interrupted"));
    }
    Ok(())
}

fn holds_lock(thread: &JavaThread, args: Args) -> JResult<bool> {
    let object = non_null(thread, args.reference(0))?;
    Ok(thread::holds_lock(thread, object))
}

/// The `Thread` object names its thread while that lives.
fn with_thread<R>(object: Ref, f: impl FnOnce(&JavaThread) -> R) -> Option<R> {
    let address = object.get_volatile::<u64>(vm().known.vm_thread());
    vm().threads.with(address as usize, f)
}

fn start(thread: &JavaThread, args: Args) -> JResult<()> {
    let this = args.reference(0);
    let size_field = vm().known.thread().declared_field(Symbol::of(b"stackSize"), Symbol::of(b"J"));
    let wanted = size_field.map_or(0, |f| this.get::<i64>(f.offset)).clamp(0, 1 << 30) as usize;
    let size = if wanted == 0 { vm().options.stack_size } else { wanted.max(64 << 10) };
    let scope = HandleScope::new(thread);
    let this = scope.handle(this);
    match thread::spawn(thread, size, this, enter) {
        Ok(()) => Ok(()),
        Err(error) => {
            let text = format!(
                "unable to create native thread: possibly out of memory or process/resource limits reached ({error})"
            );
            Err(thread.throw("java/lang/OutOfMemoryError", &text))
        }
    }
}

/// What a new thread runs.
fn enter(thread: &JavaThread) {
    let run = || -> JResult<()> {
        let method = resolve_method_by_name(thread, vm().known.thread(), "enter", "()V")?;
        thread.call(method, &[thread.object.get().word()]).map(drop)
    };
    if let Err(thrown) = run() {
        // Thread.enter throws nothing; this is the stack overflow of its own end.
        let exception = thread.take_pending(thrown);
        crate::launch::say(
            true,
            &format!("Exception: {} thrown at the end of a thread\n", exception.class().external_name()),
        );
    }
}

/// An exception that nobody could report. Needs no room in the heap.
fn last_words(thread: &JavaThread, args: Args) {
    let (Some(exception), Some(name)) = (args.reference(0).non_null(), args.reference(1).non_null()) else {
        return;
    };
    let text = format!(
        "\nException: {} thrown from the UncaughtExceptionHandler in thread \"{}\"\n",
        exception.class().external_name(),
        rvm_vm::object::string::text(name)
    );
    thread.blocking(|| crate::launch::say(true, &text));
}

fn interrupt(_: &JavaThread, args: Args) {
    with_thread(args.reference(0), |t| t.parker.interrupt());
}

fn is_interrupted(thread: &JavaThread, args: Args) -> bool {
    if thread.object.get() == args.reference(0) {
        return thread.parker.is_interrupted(args.boolean(1));
    }
    with_thread(args.reference(0), |t| t.parker.is_interrupted(args.boolean(1))).unwrap_or(false)
}

fn state(_: &JavaThread, args: Args) -> i32 {
    with_thread(args.reference(0), |t| t.activity() as i32).unwrap_or(0)
}

fn backtrace(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let address = args.reference(0).get_volatile::<u64>(vm().known.vm_thread()) as usize;
    if address == std::ptr::from_ref(thread) as usize {
        return stackwalk::trace_array(thread, &stackwalk::trace(thread));
    }
    let rows = loop {
        // Another thread must stand still while its frames are read.
        if let Some(world) = vm().threads.stop_world(thread) {
            let found = world.threads().find(|t| std::ptr::from_ref(*t) as usize == address);
            break found.map(stackwalk::trace);
        }
    };
    rows.map_or(Ok(Ref::NULL), |rows| stackwalk::trace_array(thread, &rows))
}

fn park(thread: &JavaThread, args: Args) {
    let time = args.long(1);
    if args.boolean(0) {
        let now = since_epoch().as_millis() as i64;
        thread.park(Some(Duration::from_millis(time.saturating_sub(now).max(0) as u64)));
    } else {
        thread.park((time > 0).then(|| Duration::from_nanos(time as u64)));
    }
}

fn unpark(_: &JavaThread, args: Args) {
    if let Some(object) = args.reference(0).non_null() {
        with_thread(object, |t| t.parker.unpark());
    }
}
