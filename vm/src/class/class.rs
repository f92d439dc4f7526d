//! Classes, interfaces, arrays and primitive types.

use super::method::{u16_at, u32_at};
use super::{BootstrapMethod, Field, Itable, Method, Pool, Symbol, ValueKind, flags};
use crate::load::Loader;
use crate::memory::RootSlot;
use crate::thread::JavaThread;
use std::sync::atomic::{AtomicPtr, AtomicU8, AtomicUsize, Ordering};

/// What a `Class` stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum ClassKind {
    /// A class, not an interface.
    Instance,
    /// An interface or annotation.
    Interface,
    /// An array of references (arrays included).
    RefArray,
    /// An array of a primitive type.
    PrimitiveArray,
    /// A primitive type or void.
    Primitive,
}

/// States of JVMS 5.5, and linking before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum InitState {
    /// Loaded, not verified.
    Loaded = 0,
    /// Being verified.
    Linking = 1,
    /// Verified and prepared.
    Linked = 2,
    /// A thread initialises it.
    Initializing = 3,
    /// Ready.
    Initialized = 4,
    /// Initialisation failed; `NoClassDefFoundError` from now on.
    Failed = 5,
}

/// `count` references from byte offset `offset` on.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct RefRange {
    /// Byte offset in the object.
    pub offset: u32,
    /// Number of references.
    pub count: u32,
}

/// An optional class, settable once it is known.
#[derive(Debug)]
#[repr(transparent)]
pub struct AtomicClass(AtomicPtr<Class>);

impl AtomicClass {
    /// None.
    pub const fn none() -> Self {
        Self(AtomicPtr::new(std::ptr::null_mut()))
    }

    /// The class, if set.
    #[inline]
    pub fn get(&self) -> Option<&'static Class> {
        // SAFETY: only immortal classes are stored.
        unsafe { self.0.load(Ordering::Acquire).as_ref() }
    }

    /// Sets the class.
    pub fn set(&self, class: &'static Class) {
        self.0.store(std::ptr::from_ref(class).cast_mut(), Ordering::Release);
    }
}

/// A class, interface, array class or primitive type. The vtable follows the structure in memory.
#[repr(C)]
pub struct Class {
    /// This class's superclasses by depth, itself included: the subclass test is one comparison.
    pub display: [Option<&'static Class>; Class::DISPLAY],
    /// Number of superclasses; `u32::MAX` if the display does not help (interfaces, deep classes).
    pub depth: u32,
    /// Bytes of an instance, header included, aligned to 8.
    pub instance_size: u32,
    /// What the class stands for.
    pub kind: ClassKind,
    /// Element kind of an array; kind of a primitive type; `Ref` else.
    pub element: ValueKind,
    pub(crate) state: AtomicU8,
    /// How the collector treats instances.
    pub reference_kind: ReferenceKind,
    /// Access flags of the class file (`ACC_SUPER` masked); arrays: of the element with `final abstract`.
    pub access: u16,
    /// Major version of the class file.
    pub version: u16,
    /// Entries in the vtable.
    pub vtable_len: u32,
    pub(crate) init_thread: AtomicUsize,
    /// Interface dispatch tables.
    pub itables: AtomicPtr<Itable>,
    /// The last interface or deep class this was found to be a subtype of.
    pub(crate) subtype_cache: AtomicPtr<Class>,
    /// Element type of an array.
    pub component: Option<&'static Class>,
    /// The array class whose component this is.
    pub array_class: AtomicClass,
    /// The direct superclass; `Object` for interfaces and arrays.
    pub super_class: Option<&'static Class>,
    /// Internal name: `java/lang/String`, `[I`, `int`.
    pub name: Symbol,
    /// The `java.lang.Class` object, made on first use.
    pub mirror: RootSlot,
    /// Words of static fields; the references come first.
    pub statics: *mut u64,
    /// Static fields that hold references.
    pub static_refs: u32,
    /// Static fields.
    pub static_count: u32,
    /// Where instances hold references, superclasses' fields included.
    pub ref_map: &'static [RefRange],
    /// Methods in order of the class file.
    pub methods: &'static [Method],
    /// Fields in order of the class file.
    pub fields: &'static [Field],
    /// Direct superinterfaces.
    pub interfaces: &'static [&'static Class],
    /// All superinterfaces, each once.
    pub all_interfaces: &'static [&'static Class],
    /// The constant pool.
    pub pool: Pool,
    /// The defining loader.
    pub loader: &'static Loader,
    /// Seldom-used parts.
    pub rare: ClassRare,
}

/// Seldom-used parts of a class.
#[derive(Debug)]
pub struct ClassRare {
    /// Offset of the class's attribute table in the class file.
    pub attributes: u32,
    /// End of the last instance field: subclasses' fields go on here.
    pub fields_end: u32,
    /// The nest host, once determined (JVMS 5.4.4).
    pub nest_host: AtomicClass,
    /// Hidden class (spun by the VM or `Lookup.defineHiddenClass`).
    pub hidden: bool,
    /// Declares a non-abstract, non-static interface method: such interfaces are initialised with their implementers.
    pub has_defaults: bool,
    /// The class or one of its superinterfaces has defaults.
    pub inherits_defaults: bool,
    /// From the library's image: not verified.
    pub trusted: bool,
    /// The class's `<clinit>`, as index into `methods`.
    pub initializer: Option<u16>,
    /// Where the class came from, for `-verbose:class`.
    pub source: Symbol,
    /// Object that belongs to a hidden class (class data, or its bound constants).
    pub class_data: RootSlot,
}

/// Classes of `java.lang.ref`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum ReferenceKind {
    /// Not a reference object.
    None,
    /// `SoftReference`
    Soft,
    /// `WeakReference`
    Weak,
    /// `PhantomReference`
    Phantom,
}

// SAFETY: immutable but for atomics; statics are accessed by Java's memory model with atomic word accesses.
unsafe impl Send for Class {}
// SAFETY: as above.
unsafe impl Sync for Class {}

impl std::fmt::Debug for Class {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Class({})", self.name)
    }
}
impl PartialEq for Class {
    #[inline(always)]
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
impl Eq for Class {}

impl Class {
    /// Length of the display.
    pub const DISPLAY: usize = 8;
    /// Offset of the vtable behind the class's address.
    pub const VTABLE: usize = size_of::<Class>();
    /// Offset of the byte that says whether the class is initialised.
    pub const STATE: usize = std::mem::offset_of!(Class, state);
    /// Offset of the class this was last found to be a subtype of.
    pub const SUBTYPE_CACHE: usize = std::mem::offset_of!(Class, subtype_cache);

    /// The class's address, which is its header word in instances.
    #[inline(always)]
    pub fn address(&self) -> u32 {
        std::ptr::from_ref(self) as usize as u32
    }

    /// The class at an address.
    ///
    /// # Safety
    /// `address` comes from [`Class::address`].
    #[inline(always)]
    pub unsafe fn from_address(address: u64) -> &'static Class {
        // SAFETY: the caller's contract; classes are immortal.
        unsafe { &*(address as usize as *const Class) }
    }

    /// The vtable.
    #[inline(always)]
    pub fn vtable(&self) -> &[AtomicPtr<Method>] {
        // SAFETY: the class was allocated with its vtable behind it.
        unsafe {
            let first = std::ptr::from_ref(self).add(1).cast::<AtomicPtr<Method>>();
            std::slice::from_raw_parts(first, self.vtable_len as usize)
        }
    }

    /// The method in a vtable entry.
    #[inline(always)]
    pub fn virtual_method(&self, index: u32) -> &'static Method {
        // SAFETY: entries hold immortal methods and are filled when the class is made.
        unsafe { &*self.vtable()[index as usize].load(Ordering::Relaxed) }
    }

    /// Present state.
    #[inline]
    pub fn state(&self) -> InitState {
        match self.state.load(Ordering::Acquire) {
            0 => InitState::Loaded,
            1 => InitState::Linking,
            2 => InitState::Linked,
            3 => InitState::Initializing,
            4 => InitState::Initialized,
            _ => InitState::Failed,
        }
    }

    /// Whether the class is ready for use by every thread.
    #[inline(always)]
    pub fn is_initialized(&self) -> bool {
        self.state.load(Ordering::Acquire) == InitState::Initialized as u8
    }

    /// Whether `thread` may use statics and make instances now: initialised, or being initialised by this thread.
    #[inline]
    pub fn is_ready_for(&self, thread: &JavaThread) -> bool {
        self.is_initialized()
            || (self.state() == InitState::Initializing
                && self.init_thread.load(Ordering::Acquire) == std::ptr::from_ref(thread) as usize)
    }

    /// Interface or annotation.
    #[inline]
    pub fn is_interface(&self) -> bool {
        self.kind == ClassKind::Interface
    }

    /// Array class.
    #[inline]
    pub fn is_array(&self) -> bool {
        matches!(self.kind, ClassKind::RefArray | ClassKind::PrimitiveArray)
    }

    /// Primitive type or void.
    #[inline]
    pub fn is_primitive(&self) -> bool {
        self.kind == ClassKind::Primitive
    }

    /// Kind of an array's elements; `None` if this is no array class.
    #[inline(always)]
    pub fn element_kind(&self) -> Option<ValueKind> {
        if self.is_array() { Some(self.element) } else { None }
    }

    /// Whether an access flag is set.
    #[inline]
    pub fn has(&self, flag: u16) -> bool {
        self.access & flag != 0
    }

    /// `abstract`, or an interface.
    pub fn is_abstract(&self) -> bool {
        self.has(flags::ABSTRACT)
    }

    /// Whether a value of this class can be assigned to `target` (JVMS 6.5.instanceof).
    #[inline(always)]
    pub fn is_subclass_of(&'static self, target: &'static Class) -> bool {
        if self == target {
            return true;
        }
        let depth = target.depth as usize;
        if depth < Self::DISPLAY {
            return self.display[depth].is_some_and(|c| c == target);
        }
        self.is_subtype_slow(target)
    }

    #[cold]
    fn is_subtype_slow(&'static self, target: &'static Class) -> bool {
        if std::ptr::eq(self.subtype_cache.load(Ordering::Relaxed), target) {
            return true;
        }
        let yes = match target.kind {
            ClassKind::Interface => self.all_interfaces.contains(&target),
            ClassKind::Instance => self.supers().any(|c| c == target),
            ClassKind::RefArray => match (self.kind, self.component, target.component) {
                (ClassKind::RefArray, Some(mine), Some(its)) => mine.is_subclass_of(its),
                _ => false,
            },
            _ => false,
        };
        if yes {
            self.subtype_cache.store(std::ptr::from_ref(target).cast_mut(), Ordering::Relaxed);
        }
        yes
    }

    /// This class and its superclasses, from the bottom up.
    pub fn supers(&'static self) -> impl Iterator<Item = &'static Class> {
        std::iter::successors(Some(self), |c| c.super_class)
    }

    /// The class file; empty for arrays and primitives.
    #[inline]
    pub fn bytes(&self) -> &'static [u8] {
        self.pool.bytes
    }

    /// The method declared here with this name and descriptor.
    pub fn declared_method(&self, name: Symbol, descriptor: Symbol) -> Option<&'static Method> {
        self.methods.iter().find(|m| m.name == name && m.descriptor == descriptor)
    }

    /// The field declared here with this name and descriptor.
    pub fn declared_field(&self, name: Symbol, descriptor: Symbol) -> Option<&'static Field> {
        self.fields.iter().find(|f| f.name == name && f.descriptor == descriptor)
    }

    /// The name as programs see it: `java.lang.String`, `[Ljava.lang.String;`, `int`. Hidden classes have a `/`
    /// before their suffix.
    pub fn external_name(&self) -> String {
        let text = self.name.text().replace('/', ".");
        if self.rare.hidden {
            // A hidden class's internal name has its suffix behind a '+' (JVMS forbids '/' there).
            return text.replace('+', "/");
        }
        text
    }

    /// The package's internal name, empty for the unnamed package; arrays: of the element type.
    pub fn package(&self) -> &'static [u8] {
        let mut class: &Class = self;
        while let Some(component) = class.component {
            class = component;
        }
        let name = class.name.bytes();
        &name[..name.iter().rposition(|&c| c == b'/').unwrap_or(0)]
    }

    /// Whether two classes are in the same run-time package (JVMS 5.3).
    pub fn same_package(&self, other: &Class) -> bool {
        std::ptr::eq(self.loader, other.loader) && self.package() == other.package()
    }

    /// An attribute of the class: its contents.
    pub fn attribute(&self, name: &[u8]) -> Option<&'static [u8]> {
        self.attribute_at(self.rare.attributes as usize, name)
    }

    /// An attribute in the attribute table at `at`.
    pub(crate) fn attribute_at(&self, at: usize, name: &[u8]) -> Option<&'static [u8]> {
        if at == 0 {
            return None;
        }
        let bytes = self.pool.bytes;
        let mut next = at + 2;
        for _ in 0..u16_at(bytes, at) {
            let length = u32_at(bytes, next + 2) as usize;
            let contents = bytes.get(next + 6..next + 6 + length)?;
            if self.pool.utf8(u16_at(bytes, next)) == name {
                return Some(contents);
            }
            next += 6 + length;
        }
        None
    }

    /// An attribute of a member whose attribute table is at `attributes`.
    pub fn member_attribute(&self, attributes: u32, name: &[u8]) -> Option<&'static [u8]> {
        self.attribute_at(attributes as usize, name)
    }

    /// The `SourceFile` attribute's name.
    pub fn source_file(&self) -> Option<Symbol> {
        let contents = self.attribute(b"SourceFile")?;
        Some(self.pool.symbol(u16_at(contents, 0)))
    }

    /// A row of the `BootstrapMethods` attribute.
    pub fn bootstrap_method(&self, row: u16) -> Option<BootstrapMethod> {
        let table = self.attribute(b"BootstrapMethods")?;
        if row >= u16_at(table, 0) {
            return None;
        }
        let mut at = 2;
        for _ in 0..row {
            at += 4 + 2 * u16_at(table, at + 2) as usize;
        }
        let count = u16_at(table, at + 2) as usize;
        let arguments = (0..count).map(|i| u16_at(table, at + 4 + 2 * i)).collect();
        Some(BootstrapMethod { handle: u16_at(table, at), arguments })
    }

    /// Reads a static field's word.
    #[inline]
    pub fn static_word(&self, offset: u32) -> u64 {
        // SAFETY: static slots live as long as the class; offsets come from its fields.
        unsafe {
            (*((self.statics as usize + offset as usize) as *const std::sync::atomic::AtomicU64))
                .load(Ordering::SeqCst)
        }
    }

    /// Writes a static field's word.
    #[inline]
    pub fn set_static_word(&self, offset: u32, word: u64) {
        // SAFETY: as `static_word`.
        unsafe {
            (*((self.statics as usize + offset as usize) as *const std::sync::atomic::AtomicU64))
                .store(word, Ordering::SeqCst)
        }
    }
}
