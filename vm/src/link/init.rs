//! Linking and initialisation of classes (JVMS 5.4, 5.5).

use super::{throw, verify};
use crate::class::{Class, ClassKind, Field, InitState, ValueKind, tag};
use crate::error::{JResult, Thrown};
use crate::object::HandleScope;
use crate::thread::JavaThread;
use crate::vm;
use std::sync::atomic::Ordering;
use std::sync::{Condvar, Mutex, MutexGuard};

/// The locks of all classes: the state of a class changes under one of them, which no two threads hold for longer than
/// the change takes. Nothing is held while initialisers run.
#[derive(Debug, Default)]
pub struct InitLocks([InitLock; 32]);

impl InitLocks {
    fn of(&self, class: &Class) -> &InitLock {
        &self.0[class.address() as usize / 64 % self.0.len()]
    }
}

/// Threads wait here for others' linking and initialisation.
#[derive(Debug, Default)]
pub struct InitLock {
    /// Number of threads that wait: waking nobody costs a system call.
    lock: Mutex<usize>,
    changed: Condvar,
}

impl InitLock {
    fn hold(&self) -> MutexGuard<'_, usize> {
        self.lock.lock().unwrap_or_else(|e| e.into_inner())
    }
}

fn set_state(class: &Class, state: InitState) {
    let init = vm().init.of(class);
    let waiting = init.hold();
    class.state.store(state as u8, Ordering::Release);
    if *waiting > 0 {
        init.changed.notify_all();
    }
}

/// Waits while another thread has the class in `state`. The world may stop meanwhile.
fn wait_while(thread: &JavaThread, class: &Class, state: InitState) {
    thread.blocking(|| {
        let init = vm().init.of(class);
        let mut held = init.hold();
        *held += 1;
        while class.state() == state {
            held = init.changed.wait(held).unwrap_or_else(|e| e.into_inner());
        }
        *held -= 1;
    });
}

/// Verifies and prepares a class, its superclasses first. `NoClassDefFoundError` and `VerifyError` as they come.
pub fn link(thread: &JavaThread, class: &'static Class) -> JResult<()> {
    loop {
        match class.state() {
            InitState::Loaded => {}
            InitState::Linking
                if class.init_thread.load(Ordering::Acquire) != std::ptr::from_ref(thread) as usize =>
            {
                wait_while(thread, class, InitState::Linking);
                continue;
            }
            _ => return Ok(()),
        }
        thread.check_host_stack()?;
        if let Some(parent) = class.super_class {
            link(thread, parent)?;
        }
        for &interface in class.interfaces {
            link(thread, interface)?;
        }
        {
            let _held = vm().init.of(class).hold();
            if class.state() != InitState::Loaded {
                continue;
            }
            class.init_thread.store(std::ptr::from_ref(thread) as usize, Ordering::Release);
            class.state.store(InitState::Linking as u8, Ordering::Release);
        }
        let result = verify::verify(thread, class);
        set_state(class, if result.is_ok() { InitState::Linked } else { InitState::Loaded });
        return result;
    }
}

/// Initialises a class if that has not happened (JVMS 5.5).
#[inline]
pub fn initialize(thread: &JavaThread, class: &'static Class) -> JResult<()> {
    if class.is_initialized() { Ok(()) } else { initialize_slow(thread, class) }
}

#[cold]
fn initialize_slow(thread: &JavaThread, class: &'static Class) -> JResult<()> {
    link(thread, class)?;
    let me = std::ptr::from_ref(thread) as usize;
    loop {
        match class.state() {
            InitState::Initialized => return Ok(()),
            InitState::Initializing if class.init_thread.load(Ordering::Acquire) == me => return Ok(()),
            InitState::Initializing => wait_while(thread, class, InitState::Initializing),
            InitState::Failed => return Err(failed_before(thread, class)),
            _ => {
                let _held = vm().init.of(class).hold();
                if class.state() != InitState::Linked {
                    continue;
                }
                class.init_thread.store(me, Ordering::Release);
                class.state.store(InitState::Initializing as u8, Ordering::Release);
                break;
            }
        }
    }
    match run(thread, class) {
        Ok(()) => {
            set_state(class, InitState::Initialized);
            Ok(())
        }
        Err(thrown) => Err(fail(thread, class, thrown)),
    }
}

/// Steps 6 to 9: constant fields, superclass and superinterfaces with defaults, `<clinit>`.
fn run(thread: &JavaThread, class: &'static Class) -> JResult<()> {
    for field in class.fields.iter().filter(|f| f.is_static() && f.constant != 0) {
        constant_value(thread, class, field)?;
    }
    if class.kind == ClassKind::Instance {
        if let Some(parent) = class.super_class {
            initialize_parent(thread, parent)?;
        }
        if class.rare.inherits_defaults {
            initialize_interfaces(thread, class)?;
        }
    }
    match class.rare.initializer {
        Some(index) => thread.call(&class.methods[index as usize], &[]).map(drop),
        None => Ok(()),
    }
}

fn initialize_parent(thread: &JavaThread, parent: &'static Class) -> JResult<()> {
    initialize(thread, parent)
}

/// Superinterfaces that declare default methods, in the order of JVMS 5.5 step 7.
fn initialize_interfaces(thread: &JavaThread, class: &'static Class) -> JResult<()> {
    for &interface in class.interfaces {
        if interface.rare.inherits_defaults {
            initialize_interfaces(thread, interface)?;
        }
        if interface.rare.has_defaults {
            initialize(thread, interface)?;
        }
    }
    Ok(())
}

fn constant_value(thread: &JavaThread, class: &'static Class, field: &'static Field) -> JResult<()> {
    let pool = &class.pool;
    let index = field.constant;
    let word = match (pool.tag(index), field.kind) {
        (tag::INTEGER, ValueKind::Boolean) => u64::from(pool.bits32(index) & 1),
        (tag::INTEGER, ValueKind::Byte) => u64::from(pool.bits32(index) as i8 as i32 as u32),
        (tag::INTEGER, ValueKind::Char) => u64::from(pool.bits32(index) as u16),
        (tag::INTEGER, ValueKind::Short) => u64::from(pool.bits32(index) as i16 as i32 as u32),
        (tag::INTEGER, ValueKind::Int) | (tag::FLOAT, ValueKind::Float) => u64::from(pool.bits32(index)),
        (tag::LONG, ValueKind::Long) | (tag::DOUBLE, ValueKind::Double) => pool.bits64(index),
        (tag::STRING, ValueKind::Ref) => super::resolve_string(thread, class, index)?.get().word(),
        _ => return Ok(()),
    };
    class.set_static_word(field.offset, word);
    Ok(())
}

/// Step 10 and 11: errors pass, exceptions are wrapped.
fn fail(thread: &JavaThread, class: &'static Class, thrown: Thrown) -> Thrown {
    let scope = HandleScope::new(thread);
    let mut exception = scope.handle(thread.take_pending(thrown));
    if class.rare.trusted && vm().known.is_exhausted(exception.get()) {
        // The library makes its classes when they are wanted first, HotSpot before the program runs: what lacked
        // room once must not stay broken.
        set_state(class, InitState::Linked);
        return thread.raise(exception.get());
    }
    if !vm().known.is_error(thread, exception.get()) {
        let wrapped = make_wrapper(thread, exception);
        match wrapped {
            Ok(error) => exception = scope.handle(error),
            Err(other) => exception = scope.handle(thread.take_pending(other)),
        }
    }
    vm().failures.record_initializer(thread, class, exception.get());
    set_state(class, InitState::Failed);
    thread.raise(exception.get())
}

fn make_wrapper(thread: &JavaThread, cause: crate::object::Handle<'_>) -> JResult<crate::object::Ref> {
    let scope = HandleScope::new(thread);
    let name = crate::class::Symbol::of(b"java/lang/ExceptionInInitializerError");
    let class = super::load_or_throw(thread, vm().loaders.boot(), name)?;
    initialize(thread, class)?;
    let error = scope.handle(crate::heap::alloc_object(thread, class)?);
    let init = super::resolve_method_by_name(thread, class, "<init>", "(Ljava/lang/Throwable;)V")?;
    thread.call(init, &[error.get().word(), cause.get().word()])?;
    Ok(error.get())
}

/// A class whose initialisation failed before.
fn failed_before(thread: &JavaThread, class: &'static Class) -> Thrown {
    let text = format!("Could not initialize class {}", class.external_name());
    match vm().failures.initializer_cause(thread, class) {
        Ok(Some(cause)) => throw::with_cause(thread, "java/lang/NoClassDefFoundError", Some(&text), cause),
        Ok(None) => thread.throw("java/lang/NoClassDefFoundError", &text),
        Err(thrown) => thrown,
    }
}
