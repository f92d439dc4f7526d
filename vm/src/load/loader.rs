//! Loaders: tables of classes, and delegation.

use super::{ClassSource, DefineOptions, array_of, define};
use crate::class::{Class, Symbol, ValueKind};
use crate::error::JResult;
use crate::memory::RootSlot;
use crate::object::{HandleScope, Ref};
use crate::thread::JavaThread;
use crate::vm;
use hashbrown::HashMap;
use std::sync::{Condvar, Mutex, MutexGuard, RwLock};

/// Kind of a loader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoaderKind {
    /// The library's.
    Boot,
    /// The class path's.
    App,
    /// A `ClassLoader` written in Java.
    User,
}

/// A class loader.
pub struct Loader {
    /// Kind.
    pub kind: LoaderKind,
    /// The `ClassLoader` object; null for the boot loader.
    pub mirror: RootSlot,
    source: Box<dyn ClassSource>,
    classes: RwLock<HashMap<Symbol, &'static Class>>,
    /// Array classes and primitives, which are not looked up by name.
    others: Mutex<Vec<&'static Class>>,
    loading: Mutex<Loading>,
    loaded: Condvar,
}

/// Classes being loaded, by the threads that do so.
#[derive(Default)]
struct Loading {
    threads: HashMap<Symbol, u16>,
    /// Threads that wait for others: waking nobody costs a system call.
    waiting: usize,
}

impl std::fmt::Debug for Loader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Loader({:?})", self.kind)
    }
}

impl Loader {
    pub(crate) fn new(kind: LoaderKind, source: Box<dyn ClassSource>) -> Self {
        Self {
            kind,
            mirror: RootSlot::new(),
            source,
            classes: RwLock::default(),
            others: Mutex::default(),
            loading: Mutex::default(),
            loaded: Condvar::new(),
        }
    }

    /// A class this loader has defined (or, for user loaders, initiated).
    pub fn known(&self, name: Symbol) -> Option<&'static Class> {
        self.classes.read().unwrap_or_else(|e| e.into_inner()).get(&name).copied()
    }

    /// Enters a class; false if the name is taken.
    pub(crate) fn enter(&self, class: &'static Class) -> bool {
        self.enter_as(class.name, class)
    }

    pub(crate) fn enter_as(&self, name: Symbol, class: &'static Class) -> bool {
        let mut classes = self.classes.write().unwrap_or_else(|e| e.into_inner());
        if let Some(old) = classes.get(&name) {
            return std::ptr::eq(*old, class);
        }
        classes.insert(name, class);
        true
    }

    /// Keeps a class that has no entry by name (array, primitive, hidden) for the collector's sake.
    pub(crate) fn note(&self, class: &'static Class) {
        self.others.lock().unwrap_or_else(|e| e.into_inner()).push(class);
    }

    /// How HotSpot names the loader in messages: `'bootstrap'`, `'app'`, `p.MyLoader @5e2de80c`.
    pub fn describe(&self) -> String {
        match self.kind {
            LoaderKind::Boot => "loader 'bootstrap'".to_owned(),
            LoaderKind::App => "loader 'app'".to_owned(),
            LoaderKind::User => {
                let mirror = self.mirror.get();
                let hash = mirror.identity_hash();
                match vm().known.loader_name(mirror) {
                    Some(name) => format!("loader '{name}' @{hash:x}"),
                    None => format!("loader {} @{hash:x}", mirror.class().external_name()),
                }
            }
        }
    }

    /// As [`Loader::describe`], with the parent of loaders written in Java.
    pub fn describe_with_parent(&self) -> String {
        let mut text = self.describe();
        if self.kind == LoaderKind::User {
            text.push_str(", parent ");
            match vm().known.loader_parent(self.mirror.get()) {
                None => text.push_str("loader 'bootstrap'"),
                Some(parent) => text.push_str(&vm().loaders.describe_mirror(parent)),
            }
        }
        text
    }

    fn loading(&self) -> MutexGuard<'_, Loading> {
        self.loading.lock().unwrap_or_else(|e| e.into_inner())
    }
}

/// All loaders.
#[derive(Debug)]
pub struct LoaderTable {
    boot: &'static Loader,
    app: &'static Loader,
    users: Mutex<Vec<&'static Loader>>,
    arrays: Mutex<()>,
}

impl LoaderTable {
    pub(crate) fn new(boot: Box<dyn ClassSource>, app: Box<dyn ClassSource>) -> Self {
        // Loaders live as long as their classes, which are immortal.
        let boot = Box::leak(Box::new(Loader::new(LoaderKind::Boot, boot)));
        let app = Box::leak(Box::new(Loader::new(LoaderKind::App, app)));
        Self { boot, app, users: Mutex::default(), arrays: Mutex::default() }
    }

    /// The library's loader.
    pub fn boot(&self) -> &'static Loader {
        self.boot
    }

    /// The class path's loader.
    pub fn app(&self) -> &'static Loader {
        self.app
    }

    /// The loader of a Java `ClassLoader`, made on first use.
    pub fn user_of(&self, mirror: Ref) -> &'static Loader {
        let mut users = self.users.lock().unwrap_or_else(|e| e.into_inner());
        if let Some(loader) = users.iter().find(|l| l.mirror.get() == mirror) {
            return loader;
        }
        let loader: &'static Loader =
            Box::leak(Box::new(Loader::new(LoaderKind::User, Box::new(super::NoClasses))));
        loader.mirror.set(mirror);
        users.push(loader);
        loader
    }

    /// A loader with its own classes beside the class path's: same rules, own name space. For hosts that load many
    /// programs in one process.
    pub fn add_isolated(&self, source: Box<dyn ClassSource>) -> &'static Loader {
        let loader: &'static Loader = Box::leak(Box::new(Loader::new(LoaderKind::App, source)));
        self.users.lock().unwrap_or_else(|e| e.into_inner()).push(loader);
        loader
    }

    /// How HotSpot names the loader of a `ClassLoader` object.
    fn describe_mirror(&self, mirror: Ref) -> String {
        let users = self.users.lock().unwrap_or_else(|e| e.into_inner());
        let user = users.iter().find(|l| l.mirror.get() == mirror).copied();
        drop(users);
        match user {
            Some(loader) => loader.describe(),
            None => match vm().known.loader_name(mirror) {
                Some(name) => format!("loader '{name}'"),
                None => format!("loader {}", mirror.class().external_name()),
            },
        }
    }

    pub(crate) fn making_arrays(&self) -> MutexGuard<'_, ()> {
        self.arrays.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// Calls `f` with every loader.
    pub fn each_loader(&self, mut f: impl FnMut(&'static Loader)) {
        f(self.boot);
        f(self.app);
        self.users.lock().unwrap_or_else(|e| e.into_inner()).iter().for_each(|l| f(l));
    }

    /// Calls `f` with every class, once each.
    pub fn each_class(&self, mut f: impl FnMut(&'static Class)) {
        self.each_loader(|loader| {
            for class in loader.classes.read().unwrap_or_else(|e| e.into_inner()).values() {
                if std::ptr::eq(class.loader, loader) {
                    f(class);
                }
            }
            loader.others.lock().unwrap_or_else(|e| e.into_inner()).iter().for_each(|c| f(c));
        });
    }
}

/// Finds or loads a class or array class by internal name through a loader (JVMS 5.3); `None` if there is no such
/// class. Errors in the class file are raised.
pub fn find(thread: &JavaThread, loader: &'static Loader, name: Symbol) -> JResult<Option<&'static Class>> {
    if let Some(class) = loader.known(name) {
        return Ok(Some(class));
    }
    if name.bytes().first() == Some(&b'[') {
        return find_array(thread, loader, name);
    }
    match loader.kind {
        LoaderKind::Boot => load(thread, loader, name),
        LoaderKind::App => match find(thread, vm().loaders.boot(), name)? {
            Some(class) => Ok(Some(class)),
            None => load(thread, loader, name),
        },
        LoaderKind::User => super::user::load_class(thread, loader, name),
    }
}

/// Finds an array class by its name, loading the element class.
pub fn find_array(
    thread: &JavaThread,
    loader: &'static Loader,
    name: Symbol,
) -> JResult<Option<&'static Class>> {
    let bytes = name.bytes();
    let dims = bytes.iter().take_while(|&&c| c == b'[').count();
    let element = match bytes.get(dims) {
        Some(b'L') if bytes.len() > dims + 2 && bytes[bytes.len() - 1] == b';' => {
            find(thread, loader, Symbol::of(&bytes[dims + 1..bytes.len() - 1]))?
        }
        Some(&c) if bytes.len() == dims + 1 => ValueKind::of_descriptor(c)
            .filter(|&k| k != ValueKind::Void && k != ValueKind::Ref)
            .map(|k| vm().known.primitive(k)),
        _ => None,
    };
    if dims > 255 {
        return Ok(None);
    }
    Ok(element.map(|class| (0..dims).fold(class, |c, _| array_of(c))))
}

/// Loads through the loader's own source. Two threads that load the same class share the work.
fn load(thread: &JavaThread, loader: &'static Loader, name: Symbol) -> JResult<Option<&'static Class>> {
    loop {
        let mut loading = loader.loading();
        match loading.threads.get(&name) {
            None => {
                loading.threads.insert(name, thread.id);
                break;
            }
            Some(&id) if id == thread.id => {
                drop(loading);
                let dotted = name.text().into_owned();
                return Err(thread.throw("java/lang/ClassCircularityError", &dotted));
            }
            Some(_) => {
                drop(loading);
                thread.blocking(|| {
                    let mut loading = loader.loading();
                    loading.waiting += 1;
                    while loading.threads.contains_key(&name) {
                        loading = loader.loaded.wait(loading).unwrap_or_else(|e| e.into_inner());
                    }
                    loading.waiting -= 1;
                });
                if let Some(class) = loader.known(name) {
                    return Ok(Some(class));
                }
            }
        }
    }
    let result = match loader.known(name) {
        Some(class) => Ok(Some(class)),
        None => load_from_source(thread, loader, name),
    };
    let mut loading = loader.loading();
    loading.threads.remove(&name);
    if loading.waiting > 0 {
        loader.loaded.notify_all();
    }
    result
}

fn load_from_source(
    thread: &JavaThread,
    loader: &'static Loader,
    name: Symbol,
) -> JResult<Option<&'static Class>> {
    thread.check_host_stack()?;
    let Some(found) = thread.blocking(|| loader.source.find(name.bytes())) else { return Ok(None) };
    let _scope = HandleScope::new(thread);
    let options = DefineOptions {
        name: Some(name),
        origin: &found.origin,
        trusted: found.trusted,
        ..DefineOptions::default()
    };
    define(thread, loader, found.bytes, options).map(Some)
}
