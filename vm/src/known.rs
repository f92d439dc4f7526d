//! The classes and fields of the library that the machine knows by name. This is the one place that names them.

use crate::class::{Class, MethodFlags, Symbol, ValueKind};
use crate::error::VmError;
use crate::link::loaded;
use crate::load::{self, array_of};
use crate::memory::RootSlot;
use crate::object::{HandleScope, Ref, string};
use crate::thread::JavaThread;
use crate::{heap, vm};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// Offsets of `String`'s fields.
#[derive(Debug, Clone, Copy)]
pub struct StringLayout {
    /// `byte[] value`
    pub value: u32,
    /// `byte coder`
    pub coder: u32,
    /// `int hash`
    pub hash: u32,
}

/// Classes loaded at start-up.
#[derive(Debug)]
struct Core {
    string: &'static Class,
    class: &'static Class,
    throwable: &'static Class,
    thread: &'static Class,
    string_layout: StringLayout,
    vm_class: u32,
    vm_thread: u32,
    backtrace: u32,
}

/// Library classes the machine knows.
#[derive(Debug, Default)]
pub struct Known {
    object: OnceLock<&'static Class>,
    array_interfaces: OnceLock<&'static [&'static Class]>,
    primitives: OnceLock<[&'static Class; 10]>,
    core: OnceLock<Core>,
    referent: AtomicU32,
    message: AtomicU32,
    stack_overflow: RootSlot,
    out_of_memory: RootSlot,
}

fn field(class: &'static Class, name: &str, descriptor: &str) -> Result<u32, VmError> {
    let found = class.declared_field(Symbol::from_text(name), Symbol::from_text(descriptor));
    found.map(|f| f.offset).ok_or_else(|| VmError::LibraryMember {
        class: class.name.text().into_owned(),
        member: format!("{name} {descriptor}"),
    })
}

fn need(thread: &JavaThread, name: &str) -> Result<&'static Class, VmError> {
    match load::find(thread, vm().loaders.boot(), Symbol::from_text(name)) {
        Ok(Some(class)) => Ok(class),
        _ => Err(VmError::Library(name.to_owned())),
    }
}

fn kind_index(kind: ValueKind) -> usize {
    kind as usize
}

impl Known {
    /// Loads the classes without which nothing works.
    pub(crate) fn start(&self, thread: &JavaThread) -> Result<(), VmError> {
        let object = need(thread, "java/lang/Object")?;
        let _ = self.object.set(object);
        let interfaces = [need(thread, "java/lang/Cloneable")?, need(thread, "java/io/Serializable")?];
        let _ = self.array_interfaces.set(vm().arena.copy(&interfaces));
        let boot = vm().loaders.boot();
        // `Ref` has no class of its own; its entry is never read.
        let mut primitives = [object; 10];
        for kind in ValueKind::PRIMITIVES {
            primitives[kind_index(kind)] = load::primitive(kind, boot);
        }
        let _ = self.primitives.set(primitives);
        let string = need(thread, "java/lang/String")?;
        let class = need(thread, "java/lang/Class")?;
        let throwable = need(thread, "java/lang/Throwable")?;
        let java_thread = need(thread, "java/lang/Thread")?;
        let string_layout = StringLayout {
            value: field(string, "value", "[B")?,
            coder: field(string, "coder", "B")?,
            hash: field(string, "hash", "I")?,
        };
        let core = Core {
            string,
            class,
            throwable,
            thread: java_thread,
            string_layout,
            vm_class: field(class, "vmClass", "J")?,
            vm_thread: field(java_thread, "vmThread", "J")?,
            backtrace: field(throwable, "backtrace", "Ljava/lang/Object;")?,
        };
        let _ = self.core.set(core);
        // What the machine itself calls to run a thread belongs to no stack trace.
        if let Some(enter) = java_thread.declared_method(Symbol::of(b"enter"), Symbol::of(b"()V")) {
            enter.mark(MethodFlags::HIDDEN);
        }
        Ok(())
    }

    /// Whether exceptions can be made.
    pub(crate) fn is_started(&self) -> bool {
        self.core.get().is_some()
    }

    fn core(&self) -> &Core {
        match self.core.get() {
            Some(core) => core,
            None => crate::fatal("the library's core is used before it is loaded"),
        }
    }

    /// `java.lang.Object`
    #[inline]
    pub fn object(&self) -> &'static Class {
        match self.object.get() {
            Some(class) => class,
            None => crate::fatal("java.lang.Object is used before it is loaded"),
        }
    }

    /// `java.lang.String`
    #[inline]
    pub fn string(&self) -> &'static Class {
        self.core().string
    }

    /// `java.lang.Class`
    pub fn class(&self) -> &'static Class {
        self.core().class
    }

    /// `java.lang.Throwable`
    pub fn throwable(&self) -> &'static Class {
        self.core().throwable
    }

    /// `java.lang.Thread`
    pub fn thread(&self) -> &'static Class {
        self.core().thread
    }

    /// Offsets of `String`'s fields.
    #[inline]
    pub fn string_layout(&self) -> StringLayout {
        self.core().string_layout
    }

    /// Offset of `Thread.vmThread`.
    pub fn vm_thread(&self) -> u32 {
        self.core().vm_thread
    }

    /// Offset of `Throwable.backtrace`.
    pub fn backtrace(&self) -> u32 {
        self.core().backtrace
    }

    /// `Cloneable` and `Serializable`.
    pub(crate) fn array_interfaces(&self) -> &'static [&'static Class] {
        self.array_interfaces.get().copied().unwrap_or_default()
    }

    /// A primitive type.
    pub fn primitive(&self, kind: ValueKind) -> &'static Class {
        match self.primitives.get() {
            Some(all) => all[kind_index(kind)],
            None => crate::fatal("primitive types are used before they are made"),
        }
    }

    /// The array class of a primitive kind.
    #[inline]
    pub fn array(&self, kind: ValueKind) -> &'static Class {
        array_of(self.primitive(kind))
    }

    /// `Object[]`
    pub fn object_array(&self) -> &'static Class {
        array_of(self.object())
    }

    /// The class a `java.lang.Class` object stands for.
    #[inline]
    pub fn class_of_mirror(&self, mirror: Ref) -> &'static Class {
        let address = mirror.get::<u64>(self.core().vm_class);
        if address == 0 {
            crate::fatal("a java.lang.Class object without a class");
        }
        // SAFETY: only `mirror` writes the field, and the library makes no Class objects itself.
        unsafe { Class::from_address(address) }
    }

    /// The `java.lang.Class` object of a class.
    pub fn mirror(&self, thread: &JavaThread, class: &'static Class) -> crate::JResult<Ref> {
        if let Some(mirror) = class.mirror.get().non_null() {
            return Ok(mirror);
        }
        let mirror = heap::alloc_object(thread, self.class())?;
        mirror.set::<u64>(self.core().vm_class, u64::from(class.address()));
        Ok(class.mirror.set_once(mirror))
    }

    /// Offset of `Reference.referent`; 0 while the class is not loaded.
    pub(crate) fn referent(&self) -> u32 {
        match self.referent.load(Ordering::Relaxed) {
            0 => {
                let Some(class) = loaded(b"java/lang/ref/Reference") else { return 0 };
                let offset = field(class, "referent", "Ljava/lang/Object;").unwrap_or(0);
                self.referent.store(offset, Ordering::Relaxed);
                offset
            }
            offset => offset,
        }
    }

    /// Tells `SoftReference` the time; the offset of its field `timestamp`, 0 while the class is not loaded.
    pub(crate) fn soft_reference(&self, clock: i64) -> u32 {
        let Some(class) = loaded(b"java/lang/ref/SoftReference") else { return 0 };
        let long = Symbol::of(b"J");
        let (Some(now), Some(stamp)) = (
            class.declared_field(Symbol::of(b"clock"), long),
            class.declared_field(Symbol::of(b"timestamp"), long),
        ) else {
            return 0;
        };
        class.set_static_word(now.offset, clock as u64);
        stamp.offset
    }

    /// Offset of `Reference.discovered`, which links cleared references.
    pub(crate) fn reference_next(&self) -> Option<u32> {
        field(loaded(b"java/lang/ref/Reference")?, "discovered", "Ljava/lang/ref/Reference;").ok()
    }

    /// Offset of `Throwable`'s message, if the field has the usual name.
    pub fn throwable_message(&self, _thread: &JavaThread) -> Option<u32> {
        match self.message.load(Ordering::Relaxed) {
            0 => {
                let class = self.throwable();
                let offset = field(class, "detailMessage", "Ljava/lang/String;").ok()?;
                self.message.store(offset, Ordering::Relaxed);
                Some(offset)
            }
            offset => Some(offset),
        }
    }

    fn is_a(&self, object: Ref, name: &[u8]) -> bool {
        loaded(name).is_some_and(|class| object.class().is_subclass_of(class))
    }

    /// `instanceof Error`
    pub fn is_error(&self, _thread: &JavaThread, object: Ref) -> bool {
        self.is_a(object, b"java/lang/Error")
    }

    /// Out of heap or of stack.
    pub(crate) fn is_exhausted(&self, object: Ref) -> bool {
        self.is_a(object, b"java/lang/OutOfMemoryError") || self.is_a(object, b"java/lang/StackOverflowError")
    }

    /// `instanceof LinkageError`
    pub fn linkage_error(&self, _thread: &JavaThread, object: Ref) -> bool {
        self.is_a(object, b"java/lang/LinkageError")
    }

    /// The cause inside an `ExceptionInInitializerError`.
    pub(crate) fn initializer_cause(&self, _thread: &JavaThread, error: Ref) -> Option<Ref> {
        if !self.is_a(error, b"java/lang/ExceptionInInitializerError") {
            return None;
        }
        self.cause(error)
    }

    /// `Throwable.getCause`.
    pub(crate) fn cause(&self, error: Ref) -> Option<Ref> {
        let offset = field(self.throwable(), "cause", "Ljava/lang/Throwable;").ok()?;
        error.get_ref(offset).non_null().filter(|&c| c != error)
    }

    fn loader_field(&self, mirror: Ref, name: &str, descriptor: &str) -> Option<Ref> {
        let offset = field(loaded(b"java/lang/ClassLoader")?, name, descriptor).ok()?;
        mirror.get_ref(offset).non_null()
    }

    /// The name a `ClassLoader` was given.
    pub(crate) fn loader_name(&self, mirror: Ref) -> Option<String> {
        self.loader_field(mirror, "name", "Ljava/lang/String;").map(string::text)
    }

    /// `ClassLoader.getParent`.
    pub(crate) fn loader_parent(&self, mirror: Ref) -> Option<Ref> {
        self.loader_field(mirror, "parent", "Ljava/lang/ClassLoader;")
    }

    /// Name of the thread's `Thread` object.
    pub fn thread_name(&self, thread: &JavaThread) -> String {
        let object = thread.object.get();
        if object.is_null() {
            return "main".to_owned();
        }
        match field(self.thread(), "name", "Ljava/lang/String;") {
            Ok(offset) => object.get_ref(offset).non_null().map_or_else(String::new, string::text),
            Err(_) => "main".to_owned(),
        }
    }

    /// Makes the errors that must be at hand when there is no room to make them.
    pub(crate) fn make_spares(&self, thread: &JavaThread) -> crate::JResult<()> {
        for (slot, name) in [
            (&self.stack_overflow, "java/lang/StackOverflowError"),
            (&self.out_of_memory, "java/lang/OutOfMemoryError"),
        ] {
            let class = crate::link::load_or_throw(thread, vm().loaders.boot(), Symbol::from_text(name))?;
            slot.set(heap::alloc_object(thread, class)?);
        }
        if let Some(offset) = self.throwable_message(thread) {
            let message = string::from_text(thread, "Java heap space")?;
            heap::store_ref(self.out_of_memory.get(), offset, message);
        }
        Ok(())
    }

    pub(crate) fn each_spare(&self, mut f: impl FnMut(&RootSlot)) {
        f(&self.stack_overflow);
        f(&self.out_of_memory);
    }

    /// A `StackOverflowError` without a stack trace.
    pub(crate) fn spare_stack_overflow(&self) -> Ref {
        self.stack_overflow.get()
    }

    /// An `OutOfMemoryError`: a fresh one if there is room, else the spare.
    pub(crate) fn out_of_memory(&self, thread: &JavaThread, message: &str) -> Ref {
        let spare = self.out_of_memory.get();
        if thread.in_out_of_memory.replace(true) {
            return spare;
        }
        let scope = HandleScope::new(thread);
        let spare = scope.handle(spare);
        let made = crate::link::throw::make(thread, "java/lang/OutOfMemoryError", Some(message));
        thread.in_out_of_memory.set(false);
        match made {
            Ok(error) => error,
            Err(thrown) => {
                thread.take_pending(thrown);
                spare.get()
            }
        }
    }
}
