//! Making exceptions for the machine itself.

use super::members::resolve_method_by_name;
use crate::class::Symbol;
use crate::error::{JResult, Thrown};
use crate::heap::alloc_object;
use crate::load;
use crate::object::{Handle, HandleScope, Ref, string};
use crate::thread::JavaThread;
use crate::vm;

/// Raises a new exception of a library class.
#[cold]
pub fn new(thread: &JavaThread, class: &str, message: Option<&str>) -> Thrown {
    match make(thread, class, message) {
        Ok(exception) => thread.raise(exception),
        Err(thrown) => thrown,
    }
}

/// Raises a new exception with a cause: class, message, and the reference to the cause.
#[cold]
pub fn with_cause(thread: &JavaThread, class: &str, message: Option<&str>, cause: Ref) -> Thrown {
    let scope = HandleScope::new(thread);
    let cause = scope.handle(cause);
    let build = || -> JResult<Ref> {
        if class == "java/lang/NoClassDefFoundError" {
            return no_class_def(thread, message, cause);
        }
        let exception = scope.handle(make(thread, class, message)?);
        let throwable = vm().known.throwable();
        let descriptor = "(Ljava/lang/Throwable;)Ljava/lang/Throwable;";
        let method = resolve_method_by_name(thread, throwable, "initCause", descriptor)?;
        thread.call(method, &[exception.get().word(), cause.get().word()])?;
        Ok(exception.get())
    };
    match build() {
        Ok(exception) => thread.raise(exception),
        Err(thrown) => thrown,
    }
}

/// `NoClassDefFoundError` has a private constructor for the machine.
fn no_class_def(thread: &JavaThread, message: Option<&str>, cause: Handle<'_>) -> JResult<Ref> {
    let scope = HandleScope::new(thread);
    let text = scope.handle(match message {
        Some(message) => string::from_text(thread, message)?,
        None => Ref::NULL,
    });
    let name = Symbol::of(b"java/lang/NoClassDefFoundError");
    let Some(class) = load::find(thread, vm().loaders.boot(), name)? else {
        crate::fatal("the class library lacks java/lang/NoClassDefFoundError");
    };
    super::initialize(thread, class)?;
    let error = scope.handle(alloc_object(thread, class)?);
    let descriptor = "(Ljava/lang/String;Ljava/lang/Throwable;)V";
    let method = resolve_method_by_name(thread, class, "<init>", descriptor)?;
    thread.call(method, &[error.get().word(), text.get().word(), cause.get().word()])?;
    Ok(error.get())
}

/// Makes an exception object.
pub fn make(thread: &JavaThread, class: &str, message: Option<&str>) -> JResult<Ref> {
    if !thread.host_stack_ok() {
        return Err(stack_overflow(thread));
    }
    if !vm().known.is_started() {
        crate::fatal(&format!("the class library is unusable: {class}: {}", message.unwrap_or_default()));
    }
    let scope = HandleScope::new(thread);
    let name = Symbol::from_text(class);
    let Some(class) = load::find(thread, vm().loaders.boot(), name)? else {
        crate::fatal(&format!("the class library lacks {class}"));
    };
    super::initialize(thread, class)?;
    let text = match message {
        Some(message) => Some(scope.handle(string::from_text(thread, message)?)),
        None => None,
    };
    let exception = scope.handle(alloc_object(thread, class)?);
    let init = Symbol::of(b"<init>");
    let find = |descriptor: &[u8]| class.declared_method(init, Symbol::of(descriptor));
    match text {
        None => {
            let Some(method) = find(b"()V") else { return Ok(exception.get()) };
            thread.call(method, &[exception.get().word()])?;
        }
        Some(text) => {
            // Some errors take an Object or have no constructor with a message.
            let method = find(b"(Ljava/lang/String;)V").or_else(|| find(b"(Ljava/lang/Object;)V"));
            let Some(method) = method else { return Ok(exception.get()) };
            thread.call(method, &[exception.get().word(), text.get().word()])?;
        }
    }
    Ok(exception.get())
}

/// Raises `StackOverflowError`, on the stack's reserve.
#[cold]
pub fn stack_overflow(thread: &JavaThread) -> Thrown {
    let (limit, host) = (thread.stack_limit.get(), thread.host_limit.get());
    if limit == thread.stack.end() {
        // The reserve is in use already.
        return thread.raise(vm().known.spare_stack_overflow());
    }
    thread.stack_limit.set(thread.stack.end());
    thread.host_limit.set(host.saturating_sub(64 << 10));
    let thrown = new(thread, "java/lang/StackOverflowError", None);
    thread.stack_limit.set(limit);
    thread.host_limit.set(host);
    thrown
}

/// Raises `OutOfMemoryError`; the error object was made at start-up.
#[cold]
pub fn out_of_memory(thread: &JavaThread, message: &str) -> Thrown {
    if let Some(told) = vm().options.out_of_memory {
        told(message);
    }
    thread.raise(vm().known.out_of_memory(thread, message))
}
