//! Spinning hidden classes: a class file from `rvm-classfile`'s writer whose constant pool is resolved in advance, so that it reaches what
//! the call site's class may reach.

use crate::class::{Class, Method, Symbol};
use crate::error::JResult;
use crate::load::{DefineOptions, define};
use crate::thread::JavaThread;
use rvm_classfile::{ClassDef, flags};
use std::borrow::Cow;
use std::sync::atomic::{AtomicU32, Ordering};

/// A class in the making.
pub(super) struct Spinner {
    pub def: ClassDef<'static>,
    /// Internal name.
    pub name: String,
    host: &'static Class,
    /// Constant-pool entries and what they are resolved to.
    resolved: Vec<(u16, u64)>,
}

static COUNTER: AtomicU32 = AtomicU32::new(0);

impl Spinner {
    /// A hidden class next to `host`, named after it.
    pub fn new(host: &'static Class, what: &str) -> Self {
        let number = COUNTER.fetch_add(1, Ordering::Relaxed) + 1;
        let base = host.name.text();
        // A hidden host has a suffix, which a class file cannot name.
        let base = base.split('+').next().unwrap_or_default();
        let name = format!("{base}$${what}${number}");
        let access = flags::FINAL | flags::SUPER | flags::SYNTHETIC;
        let mut def = ClassDef::new(access, &name, Some("java/lang/Object"));
        // Before version 53 final fields may be set outside of constructors.
        def.major = 52;
        Self { def, name, host, resolved: Vec::new() }
    }

    /// A Class entry for a class at hand.
    pub fn class(&mut self, class: &'static Class) -> u16 {
        let index = self.def.cp.class(&class.name.text());
        self.resolved.push((index, u64::from(class.address())));
        index
    }

    /// Resolves the Class entry of `name` to a class at hand.
    pub fn resolve_class(&mut self, name: &str, class: &'static Class) {
        let index = self.def.cp.class(name);
        self.resolved.push((index, u64::from(class.address())));
    }

    /// Resolves a Methodref entry.
    pub fn resolve_method(&mut self, index: u16, method: &'static Method) {
        self.resolved.push((index, std::ptr::from_ref(method) as usize as u64));
    }

    /// Defines the class.
    pub fn define(mut self, thread: &JavaThread) -> JResult<&'static Class> {
        let bytes = match self.def.to_bytes() {
            Ok(bytes) => bytes,
            Err(error) => {
                return Err(thread.throw("java/lang/InternalError", &format!("spinning a class: {error}")));
            }
        };
        let suffix =
            format!("{:#018x}", 0x8_0000_0000u64 + u64::from(COUNTER.load(Ordering::Relaxed)) * 0x400);
        let name = Symbol::from_text(&self.name);
        let options = DefineOptions {
            name: Some(name),
            origin: "__JVM_LookupDefineClass__",
            trusted: true,
            hidden: Some((&suffix, Some(self.host))),
        };
        let class = define(thread, self.host.loader, Cow::Owned(bytes), options)?;
        for (index, value) in self.resolved {
            class.pool.remember(index, value);
        }
        for method in class.methods {
            method.mark(crate::class::MethodFlags::HIDDEN);
        }
        crate::link::initialize(thread, class)?;
        Ok(class)
    }
}

/// The method `name` of a class that was spun.
pub(super) fn method_of(class: &'static Class, name: &str) -> &'static Method {
    match class.methods.iter().find(|m| m.name == *name) {
        Some(method) => method,
        None => crate::fatal("a spun class lacks its method"),
    }
}
