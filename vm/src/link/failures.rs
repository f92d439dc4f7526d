//! Remembered failures: resolution fails the same way each time (JVMS 5.4.3), and so does initialisation.

use super::throw;
use crate::class::{Class, Symbol};
use crate::error::{JResult, Thrown};
use crate::memory::RootSlot;
use crate::object::{HandleScope, Ref, string};
use crate::thread::JavaThread;
use crate::vm;
use hashbrown::HashMap;
use std::sync::Mutex;

type Key = (u32, u16);

/// An error's class and message, and its cause's.
#[derive(Debug, Clone)]
struct Failure {
    class: String,
    message: Option<String>,
    cause: Option<(String, Option<String>)>,
}

/// Failures by class and constant-pool index, and of initialisers by class.
#[derive(Debug, Default)]
pub struct Failures {
    resolutions: Mutex<HashMap<Key, Failure>>,
    /// What bootstrap methods threw, or what became of it.
    bootstraps: Mutex<HashMap<Key, &'static RootSlot>>,
    /// What later users are told: a text, and the trace of what was thrown.
    initializers: Mutex<HashMap<u32, (String, Option<&'static RootSlot>)>>,
}

fn message(thread: &JavaThread, exception: Ref) -> Option<String> {
    let offset = vm().known.throwable_message(thread)?;
    exception.get_ref(offset).non_null().map(string::text)
}

impl Failures {
    /// Raises the error a resolution failed with before.
    pub fn raise_again(&self, thread: &JavaThread, key: Key) -> Option<Thrown> {
        if let Some(slot) = self.bootstraps.lock().unwrap_or_else(|e| e.into_inner()).get(&key) {
            return Some(thread.raise(slot.get()));
        }
        let known = self.resolutions.lock().unwrap_or_else(|e| e.into_inner()).get(&key).cloned();
        let Failure { class, message, cause } = known?;
        let Some((cause_class, cause_message)) = cause else {
            return Some(throw::new(thread, &class, message.as_deref()));
        };
        Some(match throw::make(thread, &cause_class, cause_message.as_deref()) {
            Ok(cause) => throw::with_cause(thread, &class, message.as_deref(), cause),
            Err(thrown) => thrown,
        })
    }

    /// Remembers a linkage error; others may go away.
    pub fn record(&self, thread: &JavaThread, key: Key, thrown: Thrown) -> Thrown {
        let exception = thread.take_pending(thrown);
        let class = exception.class();
        if vm().known.linkage_error(thread, exception) && class.loader.kind == crate::load::LoaderKind::Boot {
            let describe = |e: Ref| (e.class().name.text().into_owned(), message(thread, e));
            let cause = vm()
                .known
                .cause(exception)
                .filter(|c| c.class().loader.kind == crate::load::LoaderKind::Boot);
            let (class, message) = describe(exception);
            let failure = Failure { class, message, cause: cause.map(describe) };
            self.resolutions.lock().unwrap_or_else(|e| e.into_inner()).insert(key, failure);
        }
        thread.raise(exception)
    }

    /// Remembers the error that a bootstrap method's run ended in, whatever it is.
    pub fn record_bootstrap(
        &self,
        thread: &JavaThread,
        key: Key,
        thrown: Thrown,
        with_cause: bool,
    ) -> Thrown {
        let exception = thread.take_pending(thrown);
        if exception.class().loader.kind == crate::load::LoaderKind::Boot {
            // A call site's is told later without its cause, as HotSpot does.
            let describe = |e: Ref| (e.class().name.text().into_owned(), message(thread, e));
            let cause = vm().known.cause(exception).filter(|_| with_cause).map(describe);
            let (class, message) = describe(exception);
            let failure = Failure { class, message, cause };
            self.resolutions.lock().unwrap_or_else(|e| e.into_inner()).insert(key, failure);
            return thread.raise(exception);
        }
        let slot = vm().roots.add(&vm().arena, exception);
        self.bootstraps.lock().unwrap_or_else(|e| e.into_inner()).insert(key, slot);
        thread.raise(slot.get())
    }

    /// Remembers why a class could not be initialised.
    pub fn record_initializer(&self, thread: &JavaThread, class: &'static Class, exception: Ref) {
        // As HotSpot tells the story to those who come later.
        let exception = match vm().known.initializer_cause(thread, exception) {
            Some(cause) => cause,
            None => exception,
        };
        let mut text = format!("Exception {}", exception.class().external_name());
        if let Some(message) = message(thread, exception) {
            text.push_str(": ");
            text.push_str(&message);
        }
        text.push_str(&format!(" [in thread \"{}\"]", vm().known.thread_name(thread)));
        let trace = exception.get_ref(vm().known.backtrace()).non_null();
        let trace = trace.map(|trace| vm().roots.add(&vm().arena, trace));
        self.initializers.lock().unwrap_or_else(|e| e.into_inner()).insert(class.address(), (text, trace));
    }

    /// The cause to give to those who meet a class that failed.
    pub fn initializer_cause(&self, thread: &JavaThread, class: &'static Class) -> JResult<Option<Ref>> {
        let text = self.initializers.lock().unwrap_or_else(|e| e.into_inner()).get(&class.address()).cloned();
        let Some((text, trace)) = text else { return Ok(None) };
        let scope = HandleScope::new(thread);
        let error = scope.handle(throw::make(thread, "java/lang/ExceptionInInitializerError", None)?);
        if let Some(offset) = vm().known.throwable_message(thread) {
            let text = string::from_text(thread, &text)?;
            crate::heap::store_ref(error.get(), offset, text);
        }
        let trace = trace.map_or(Ref::NULL, |trace| trace.get());
        crate::heap::store_ref(error.get(), vm().known.backtrace(), trace);
        Ok(Some(error.get()))
    }
}

/// A library class by name, if it is loaded.
pub(crate) fn loaded(name: &[u8]) -> Option<&'static Class> {
    vm().loaders.boot().known(Symbol::of(name))
}
