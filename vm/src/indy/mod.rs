//! invokedynamic (JVMS 5.4.3.6) and the constants of java.lang.invoke.
//!
//! The three families of bootstrap methods that compilers emit - `LambdaMetafactory`, `StringConcatFactory`, `ObjectMethods` - are not run:
//! the machine spins a hidden class that does what their call sites do, and binds the instruction to it.

mod concat;
mod constants;
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
use rvm_classfile::constant::ref_kind;

pub use concat::{Part, digit_count, digits, joined};
pub use constants::{MethodTypes, constant, dynamic_primitive, library_class, method_type};

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

/// Linked call sites by method and bytecode offset.
#[derive(Debug, Default)]
pub struct CallSites(std::sync::Mutex<hashbrown::HashMap<(usize, u16), CallSite>>);

/// What the invokedynamic at `bci` of `method` was linked to.
pub fn linked_call_site(method: &'static Method, bci: u16) -> Option<CallSite> {
    let sites = vm().call_sites.0.lock().unwrap_or_else(|e| e.into_inner());
    sites.get(&(std::ptr::from_ref(method) as usize, bci)).copied()
}

/// Links the call site of the invokedynamic at `bci` of `method`. A failure is thrown again the next time.
pub fn link_call_site(
    thread: &JavaThread,
    method: &'static Method,
    bci: u16,
    index: u16,
) -> JResult<CallSite> {
    if let Some(site) = linked_call_site(method, bci) {
        return Ok(site);
    }
    let new = link_new(thread, method, index)?;
    // Another thread may have been faster; all see one.
    let mut sites = vm().call_sites.0.lock().unwrap_or_else(|e| e.into_inner());
    Ok(*sites.entry((std::ptr::from_ref(method) as usize, bci)).or_insert(new))
}

fn link_new(thread: &JavaThread, method: &'static Method, index: u16) -> JResult<CallSite> {
    let host = method.class();
    let key = (host.address(), index);
    if let Some(thrown) = vm().failures.raise_again(thread, key) {
        return Err(thrown);
    }
    link(thread, host, index).map_err(|thrown| {
        let thrown = wrap(thread, thrown);
        vm().failures.record_bootstrap(thread, key, thrown, false)
    })
}

fn link(thread: &JavaThread, host: &'static Class, index: u16) -> JResult<CallSite> {
    let (row, name, descriptor) = host.pool.dynamic(index);
    let Some(bootstrap) = host.bootstrap_method(row) else {
        return Err(thread.throw("java/lang/ClassFormatError", "missing bootstrap method"));
    };
    let handle = Handle::resolve(thread, host, bootstrap.handle)?;
    let site = Site { host, name, descriptor, bootstrap: handle, arguments: bootstrap.arguments };
    let ours = std::ptr::eq(site.bootstrap.class.loader, vm().loaders.boot());
    let owner = if ours && usual(&site) { site.bootstrap.class.name.text() } else { "".into() };
    match (&*owner, &*site.bootstrap.name.text()) {
        ("java/lang/invoke/LambdaMetafactory", "metafactory") => lambda::link(thread, &site, false),
        ("java/lang/invoke/LambdaMetafactory", "altMetafactory") => lambda::link(thread, &site, true),
        ("java/lang/invoke/StringConcatFactory", "makeConcatWithConstants") => {
            concat::link(thread, &site, true)
        }
        ("java/lang/invoke/StringConcatFactory", "makeConcat") => concat::link(thread, &site, false),
        ("java/lang/runtime/ObjectMethods", "bootstrap") => record::link(thread, &site),
        _ => constants::call_site(thread, host, index).map(CallSite::Method),
    }
}

/// Whether the static arguments are of the kinds that compilers write; the library's own bootstrap methods do the rest.
fn usual(site: &Site) -> bool {
    let pool = &site.host.pool;
    let tags: Vec<u8> = site.arguments.iter().map(|&a| pool.tag(a)).collect();
    match &*site.bootstrap.name.text() {
        "metafactory" => tags == [tag::METHOD_TYPE, tag::METHOD_HANDLE, tag::METHOD_TYPE],
        "altMetafactory" => {
            let kinds = [tag::METHOD_TYPE, tag::METHOD_HANDLE, tag::CLASS, tag::INTEGER];
            let serializable = tags.get(3) == Some(&tag::INTEGER)
                && site.arguments.get(3).is_some_and(|&a| pool.bits32(a) & lambda::SERIALIZABLE as u32 != 0);
            !serializable && tags.iter().all(|t| kinds.contains(t))
        }
        "makeConcatWithConstants" => tags.iter().all(|t| [tag::STRING, tag::INTEGER, tag::LONG].contains(t)),
        "bootstrap" => {
            // Getters of the record's own fields.
            let class = tags.first() == Some(&tag::CLASS) && tags.get(1) == Some(&tag::STRING);
            class
                && site.arguments[2..].iter().all(|&a| {
                    pool.tag(a) == tag::METHOD_HANDLE && {
                        let (kind, member) = pool.method_handle(a);
                        let owner = pool.name(pool.member(member).0);
                        kind == ref_kind::GET_FIELD && owner == pool.name(site.arguments[0])
                    }
                })
        }
        _ => true,
    }
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
