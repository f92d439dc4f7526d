//! invokedynamic (JVMS 5.4.3.6) and the constants of java.lang.invoke.
//!
//! The three families of bootstrap methods that compilers emit - `LambdaMetafactory`, `StringConcatFactory`, `ObjectMethods` - are not run:
//! the machine spins a hidden class that does what their call sites do, and binds the instruction to it.

mod concat;
mod convert;
mod handle;
mod lambda;
mod record;
mod spin;

use crate::class::{Class, Method, tag};
use crate::error::{JResult, Thrown};
use crate::link::throw;
use crate::memory::RootSlot;
use crate::object::HandleScope;
use crate::thread::JavaThread;
use crate::vm;
use handle::Handle;

/// What a linked call site does.
#[derive(Debug, Clone, Copy)]
pub enum CallSite {
    /// Calls this static method with the call site's arguments.
    Method(&'static Method),
    /// Gives the same object each time.
    Constant(&'static RootSlot),
}

/// An invokedynamic's constant, looked up.
struct Site {
    host: &'static Class,
    name: crate::class::Symbol,
    /// Descriptor of the call.
    descriptor: crate::class::Symbol,
    bootstrap: Handle,
    /// Constant-pool indices of the static arguments.
    arguments: Vec<u16>,
}

/// Links the call site of an invokedynamic in `method`. A failure is thrown again the next time.
pub fn link_call_site(thread: &JavaThread, method: &'static Method, index: u16) -> JResult<CallSite> {
    let host = method.class();
    let key = (host.address(), index);
    if let Some(thrown) = vm().failures.raise_again(thread, key) {
        return Err(thrown);
    }
    link(thread, host, index).map_err(|thrown| {
        let thrown = wrap(thread, thrown);
        vm().failures.record(thread, key, thrown)
    })
}

fn link(thread: &JavaThread, host: &'static Class, index: u16) -> JResult<CallSite> {
    let (row, name, descriptor) = host.pool.dynamic(index);
    let Some(bootstrap) = host.bootstrap_method(row) else {
        return Err(thread.throw("java/lang/ClassFormatError", "missing bootstrap method"));
    };
    let handle = Handle::resolve(thread, host, bootstrap.handle)?;
    let owner = handle.class.name.text();
    let site = Site { host, name, descriptor, bootstrap: handle, arguments: bootstrap.arguments };
    match (&*owner, &*site.bootstrap.name.text()) {
        ("java/lang/invoke/LambdaMetafactory", "metafactory") => lambda::link(thread, &site, false),
        ("java/lang/invoke/LambdaMetafactory", "altMetafactory") => lambda::link(thread, &site, true),
        ("java/lang/invoke/StringConcatFactory", "makeConcatWithConstants") => {
            concat::link(thread, &site, true)
        }
        ("java/lang/invoke/StringConcatFactory", "makeConcat") => concat::link(thread, &site, false),
        ("java/lang/runtime/ObjectMethods", "bootstrap") => record::link(thread, &site),
        (owner, name) => {
            Err(unsupported(thread, &format!("bootstrap method {}.{name}", owner.replace('/', "."))))
        }
    }
}

fn unsupported(thread: &JavaThread, what: &str) -> Thrown {
    thread.throw("java/lang/UnsupportedOperationException", what)
}

/// `java.lang.invoke.LambdaConversionException`
fn conversion_error(thread: &JavaThread, text: &str) -> Thrown {
    thread.throw("java/lang/invoke/LambdaConversionException", text)
}

/// Exceptions of the linkage become the cause of a BootstrapMethodError; errors pass.
fn wrap(thread: &JavaThread, thrown: Thrown) -> Thrown {
    let scope = HandleScope::new(thread);
    let exception = scope.handle(thread.take_pending(thrown));
    if vm().known.is_error(thread, exception.get()) {
        return thread.raise(exception.get());
    }
    let text = "bootstrap method initialization exception";
    throw::with_cause(thread, "java/lang/BootstrapMethodError", Some(text), exception.get())
}

/// The slot of a MethodType, MethodHandle or Dynamic constant.
pub fn constant(thread: &JavaThread, from: &'static Class, index: u16) -> JResult<&'static RootSlot> {
    let what = match from.pool.tag(index) {
        tag::METHOD_TYPE => "constants of type java.lang.invoke.MethodType",
        tag::METHOD_HANDLE => "constants of type java.lang.invoke.MethodHandle",
        tag::DYNAMIC => return Err(dynamic(thread, from, index)),
        _ => "constants of this type",
    };
    Err(unsupported(thread, what))
}

/// The value of a Dynamic constant of primitive type.
pub fn dynamic_primitive(thread: &JavaThread, from: &'static Class, index: u16) -> JResult<u64> {
    Err(dynamic(thread, from, index))
}

/// No bootstrap method of dynamically computed constants is known to the machine.
fn dynamic(thread: &JavaThread, from: &'static Class, index: u16) -> Thrown {
    let (row, _, _) = from.pool.dynamic(index);
    let handle = from.bootstrap_method(row).map(|b| Handle::resolve(thread, from, b.handle));
    let thrown = match handle {
        Some(Ok(handle)) => {
            let text = format!("bootstrap method {}.{}", handle.class.external_name(), handle.name);
            unsupported(thread, &text)
        }
        Some(Err(thrown)) => thrown,
        None => thread.throw("java/lang/ClassFormatError", "missing bootstrap method"),
    };
    wrap(thread, thrown)
}
