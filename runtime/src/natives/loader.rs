//! `java.lang.ClassLoader`.

use super::support::{byte_array, non_null};
use crate::host::host;
use rvm_vm::class::Symbol;
use rvm_vm::load::{self, DefineOptions, Loader};
use rvm_vm::natives::Args;
use rvm_vm::object::{HandleScope, Ref, string};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, natives, vm};
use std::borrow::Cow;

natives! {
    pub(super) TABLE;
    "java/lang/ClassLoader" {
        define0 "(Ljava/lang/ClassLoader;Ljava/lang/String;[BII)Ljava/lang/Class;" = define;
        findLoaded0 "(Ljava/lang/ClassLoader;Ljava/lang/String;)Ljava/lang/Class;" = find_loaded;
        findSystem0 "(Ljava/lang/String;Z)Ljava/lang/Class;" = find_system;
        resource0 "(Ljava/lang/String;Z)[B" = resource;
    }
}

/// The machine's loader of a `ClassLoader` object, made on first use.
pub(super) fn loader_of(thread: &JavaThread, mirror: Ref) -> JResult<&'static Loader> {
    let mirror = non_null(thread, mirror)?;
    Ok(vm().loaders.user_of(mirror))
}

fn internal_name(text: Ref) -> Symbol {
    let name = string::text(text);
    Symbol::from_text(&name.replace('.', "/"))
}

fn define(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let loader = loader_of(thread, args.reference(0))?;
    let name = args.reference(1).non_null().map(internal_name);
    let array = non_null(thread, args.reference(2))?;
    let (from, length) = (args.int(3), args.int(4));
    let end = i64::from(from) + i64::from(length);
    if from < 0 || length < 0 || end > i64::from(array.length()) {
        return Err(thread.throw_bare("java/lang/ArrayIndexOutOfBoundsException"));
    }
    // SAFETY: a byte[] by the descriptor; it is copied before anything allocates.
    let bytes = unsafe { array.slice::<u8>() }[from as usize..end as usize].to_vec();
    let options = DefineOptions { name, origin: "__ClassLoader_defineClass__", ..DefineOptions::default() };
    let class = load::define(thread, loader, Cow::Owned(bytes), options)?;
    vm().known.mirror(thread, class)
}

fn find_loaded(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let loader = loader_of(thread, args.reference(0))?;
    let Some(name) = args.reference(1).non_null() else { return Ok(Ref::NULL) };
    match loader.known(internal_name(name)) {
        Some(class) => vm().known.mirror(thread, class),
        None => Ok(Ref::NULL),
    }
}

fn find_system(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let name = internal_name(non_null(thread, args.reference(0))?);
    let loader = if args.boolean(1) { vm().loaders.boot() } else { vm().loaders.app() };
    let _scope = HandleScope::new(thread);
    match load::find(thread, loader, name)? {
        Some(class) => vm().known.mirror(thread, class),
        None => Ok(Ref::NULL),
    }
}

fn resource(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let path = string::text(non_null(thread, args.reference(0))?);
    if path.split('/').any(|part| part == "..") || path.contains('\0') {
        return Ok(Ref::NULL);
    }
    let library_only = args.boolean(1);
    let found = thread.blocking(|| {
        host()
            .library
            .resource(&path)
            .or_else(|| if library_only { None } else { host().class_path.resource(&path) })
    });
    found.map_or(Ok(Ref::NULL), |bytes| byte_array(thread, &bytes))
}
