//! Deriving a class from its file (JVMS 5.3.5).

use super::Loader;
use super::layout::{self, Entry, FieldLayout, OwnMethod};
use super::parse::{ParsedClass, parse};
use crate::class::{
    AtomicClass, Class, ClassKind, ClassRare, Field, InitState, Method, Pool, ReferenceKind, Symbol,
    ValueKind, flags, tag,
};
use crate::error::{JResult, Thrown};
use crate::link::access;
use crate::memory::RootSlot;
use crate::thread::JavaThread;
use crate::vm;
use std::alloc::Layout;
use std::borrow::Cow;
use std::ptr::NonNull;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicPtr, AtomicU8, AtomicU16, AtomicU32, AtomicU64, AtomicUsize};

/// How to define a class.
#[derive(Debug, Clone, Copy, Default)]
pub struct DefineOptions<'o> {
    /// The name asked for; the file must agree.
    pub name: Option<Symbol>,
    /// For `-verbose:class`.
    pub origin: &'o str,
    /// Skip format checks and verification.
    pub trusted: bool,
    /// A hidden class: gets this suffix, is in no table, and is a member of this class's nest or of its own.
    pub hidden: Option<(&'o str, Option<&'static Class>)>,
}

struct Definition<'d> {
    thread: &'d JavaThread,
    loader: &'static Loader,
    bytes: &'static [u8],
    parsed: ParsedClass,
    pool: Pool,
    name: Symbol,
    access: u16,
    options: DefineOptions<'d>,
}

/// Makes a class of a class file and enters it in the loader.
pub fn define(
    thread: &JavaThread,
    loader: &'static Loader,
    bytes: Cow<'static, [u8]>,
    options: DefineOptions<'_>,
) -> JResult<&'static Class> {
    let spun = options.trusted && options.hidden.is_some();
    if !options.trusted || vm().options.verify_boot && !spun {
        crate::link::verify::check_format(&bytes, options.name)
            .map_err(|(class, text)| thread.throw(class, &text))?;
    }
    let parsed = match parse(&bytes) {
        Ok(parsed) => parsed,
        Err(error) => {
            let name = options.name.map_or("<Unknown>".to_owned(), |n| n.text().into_owned());
            return Err(thread.throw("java/lang/ClassFormatError", &format!("{error} in class file {name}")));
        }
    };
    let bytes: &'static [u8] = match bytes {
        Cow::Borrowed(bytes) => bytes,
        // Classes are immortal, and read their file for as long as they live.
        Cow::Owned(bytes) => Box::leak(bytes.into_boxed_slice()),
    };
    let arena = &vm().arena;
    let offsets = arena.copy(&parsed.offsets);
    let cache =
        arena.collect(offsets.len(), std::iter::repeat_with(|| AtomicU64::new(0)).take(offsets.len()));
    let pool = Pool { bytes, offsets, cache };
    let mut name = pool.name(parsed.this_class);
    if let Some(wanted) = options.name.filter(|&wanted| wanted != name) {
        let text = format!("{} (wrong name: {})", wanted.text(), name.text());
        return Err(thread.throw("java/lang/NoClassDefFoundError", &text));
    }
    if loader.kind != super::LoaderKind::Boot && name.bytes().starts_with(b"java/") {
        let package = name.text().rsplit_once('/').map_or(String::new(), |(p, _)| p.replace('/', "."));
        return Err(
            thread.throw("java/lang/SecurityException", &format!("Prohibited package name: {package}"))
        );
    }
    if let Some((suffix, _)) = options.hidden {
        name = Symbol::from_text(&format!("{}+{suffix}", name.text()));
        pool.remember(pool.first(parsed.this_class), u64::from(name.address()));
    }
    let access = parsed.access & !flags::SUPER;
    Definition { thread, loader, bytes, parsed, pool, name, access, options }.run()
}

impl Definition<'_> {
    fn raise<T>(&self, class: &str, text: &str) -> JResult<T> {
        Err(self.thread.throw(class, text))
    }

    fn run(self) -> JResult<&'static Class> {
        let super_class = self.super_class()?;
        let interfaces = self.interfaces()?;
        let kinds: Vec<ValueKind> = (self.parsed.fields.iter())
            .map(|f| {
                self.pool
                    .utf8(f.descriptor)
                    .first()
                    .and_then(|&c| ValueKind::of_descriptor(c))
                    .unwrap_or(ValueKind::Int)
            })
            .collect();
        let is_reference = self.name.bytes() == b"java/lang/ref/Reference";
        let untraced = is_reference
            .then(|| self.parsed.fields.iter().position(|f| self.pool.utf8(f.name) == b"referent"))
            .flatten();
        let fields = layout::fields(&self.parsed.fields, &kinds, super_class, untraced);
        let own: Vec<OwnMethod> = (self.parsed.methods.iter())
            .map(|m| OwnMethod {
                name: self.pool.symbol(m.name),
                descriptor: self.pool.symbol(m.descriptor),
                access: m.access,
            })
            .collect();
        let interface = self.access & flags::INTERFACE != 0;
        let package = self.package();
        let same_package =
            |other: &Class| std::ptr::eq(other.loader, self.loader) && other.package() == package;
        let vtable = if interface {
            layout::Vtable {
                entries: Vec::new(),
                indices: vec![Method::NO_INDEX; own.len()],
                broken_final: None,
            }
        } else {
            layout::vtable(&own, super_class, self.access & flags::FINAL != 0, same_package)
        };
        if let Some((_, method)) = vtable.broken_final {
            let text = format!(
                "class {} overrides final method {}.{}{}",
                self.external_name(),
                method.class().external_name(),
                method.name,
                method.descriptor
            );
            return self.raise("java/lang/IncompatibleClassChangeError", &text);
        }
        let class = self.allocate(super_class, &interfaces, &kinds, &own, fields, &vtable);
        self.enter(class)
    }

    fn package(&self) -> &'static [u8] {
        let name = self.name.bytes();
        &name[..name.iter().rposition(|&c| c == b'/').unwrap_or(0)]
    }

    fn external_name(&self) -> String {
        self.name.text().replace('/', ".")
    }

    fn load_super(&self, index: u16) -> JResult<&'static Class> {
        let name = self.pool.name(index);
        if name == self.name {
            return self.raise("java/lang/ClassCircularityError", &self.name.text());
        }
        crate::link::load_or_throw(self.thread, self.loader, name)
    }

    fn super_class(&self) -> JResult<Option<&'static Class>> {
        let index = self.parsed.super_class;
        if index == 0 {
            return match self.loader.kind == super::LoaderKind::Boot
                && self.name.bytes() == b"java/lang/Object"
            {
                true => Ok(None),
                false => self.raise(
                    "java/lang/ClassFormatError",
                    &format!("Invalid superclass index 0 in class file {}", self.name.text()),
                ),
            };
        }
        let class = self.load_super(index)?;
        let (mine, its) = (self.external_name(), class.external_name());
        if class.is_interface() {
            return self.raise(
                "java/lang/IncompatibleClassChangeError",
                &format!("class {mine} has interface {its} as super class"),
            );
        }
        if class.has(flags::FINAL) {
            return self.raise(
                "java/lang/IncompatibleClassChangeError",
                &format!("class {mine} cannot inherit from final class {its}"),
            );
        }
        if !self.may_access(class) {
            let text = format!(
                "class {mine} cannot access its superclass {its} ({})",
                access::two_places(&mine, self.loader, class)
            );
            return self.raise("java/lang/IllegalAccessError", &text);
        }
        Ok(Some(class))
    }

    fn may_access(&self, class: &'static Class) -> bool {
        class.has(flags::PUBLIC)
            || (std::ptr::eq(class.loader, self.loader) && class.package() == self.package())
    }

    fn interfaces(&self) -> JResult<Vec<&'static Class>> {
        let mut all = Vec::with_capacity(self.parsed.interfaces.len());
        for &index in &self.parsed.interfaces {
            let class = self.load_super(index)?;
            let (mine, its) = (self.external_name(), class.external_name());
            if !class.is_interface() {
                let text = format!(
                    "class {mine} can not implement {its}, because it is not an interface ({})",
                    access::place(class)
                );
                return self.raise("java/lang/IncompatibleClassChangeError", &text);
            }
            if !self.may_access(class) {
                let text = format!(
                    "class {mine} cannot access its superinterface {its} ({})",
                    access::two_places(&mine, self.loader, class)
                );
                return self.raise("java/lang/IllegalAccessError", &text);
            }
            all.push(class);
        }
        Ok(all)
    }

    fn allocate(
        &self,
        super_class: Option<&'static Class>,
        interfaces: &[&'static Class],
        kinds: &[ValueKind],
        own: &[OwnMethod],
        layout: FieldLayout,
        vtable: &layout::Vtable,
    ) -> &'static Class {
        let arena = &vm().arena;
        let size = Class::VTABLE + vtable.entries.len() * 8;
        let Ok(memory) = Layout::from_size_align(size, align_of::<Class>()) else {
            crate::fatal("class too large")
        };
        let at: NonNull<Class> = arena.alloc(memory).cast();
        let fields = arena.collect(
            kinds.len(),
            self.parsed.fields.iter().enumerate().map(|(slot, f)| Field {
                class: at,
                name: self.pool.symbol(f.name),
                descriptor: self.pool.symbol(f.descriptor),
                offset: layout.offsets[slot],
                access: f.access,
                kind: kinds[slot],
                constant: f.constant,
                attributes: f.attributes,
                slot: slot as u16,
            }),
        );
        let methods = arena.collect(
            own.len(),
            self.parsed.methods.iter().enumerate().map(|(slot, m)| Method {
                entry: AtomicUsize::new(0),
                compiled: AtomicUsize::new(0),
                code_words: AtomicUsize::new(0),
                invocations: AtomicU32::new(0),
                back_edges: AtomicU32::new(0),
                class: at,
                name: own[slot].name,
                descriptor: own[slot].descriptor,
                access: m.access,
                extra: AtomicU16::new(0),
                max_locals: m.max_locals,
                max_stack: m.max_stack,
                vtable_index: AtomicU32::new(vtable.indices[slot]),
                slot: slot as u16,
                code_offset: m.code.0,
                code_length: m.code.1,
                attributes: m.attributes,
                native: AtomicPtr::new(std::ptr::null_mut()),
                signature: OnceLock::new(),
                translated: AtomicPtr::new(std::ptr::null_mut()),
            }),
        );
        let class = self.build(super_class, interfaces, layout, fields, methods, vtable.entries.len());
        // SAFETY: the allocation holds the class and the vtable behind it.
        unsafe {
            at.write(class);
            let first = at.add(1).cast::<AtomicPtr<Method>>();
            for (index, entry) in vtable.entries.iter().enumerate() {
                let method: &'static Method = match *entry {
                    Entry::Inherited(method) => method,
                    Entry::Own(slot) => &methods[slot],
                };
                if let (Entry::Own(_), Some(parent)) = (entry, super_class)
                    && (index as u32) < parent.vtable_len
                {
                    parent.virtual_method(index as u32).mark(crate::class::MethodFlags::OVERRIDDEN);
                }
                first.add(index).write(AtomicPtr::new(std::ptr::from_ref(method).cast_mut()));
            }
        }
        // SAFETY: written above; immortal.
        let class: &'static Class = unsafe { at.as_ref() };
        if class.depth != u32::MAX {
            // SAFETY: nobody else has seen the class.
            unsafe { (*at.as_ptr()).display[class.depth as usize] = Some(class) };
        }
        class
    }

    fn build(
        &self,
        super_class: Option<&'static Class>,
        interfaces: &[&'static Class],
        layout: FieldLayout,
        fields: &'static [Field],
        methods: &'static [Method],
        vtable_len: usize,
    ) -> Class {
        let arena = &vm().arena;
        let interface = self.access & flags::INTERFACE != 0;
        let mut all: Vec<&'static Class> = super_class.map_or_else(Vec::new, |s| s.all_interfaces.to_vec());
        for &direct in interfaces {
            for &i in direct.all_interfaces.iter().chain(std::iter::once(&direct)) {
                if !all.contains(&i) {
                    all.push(i);
                }
            }
        }
        let has_defaults = interface && methods.iter().any(|m| !m.is_abstract() && !m.is_static());
        let depth = super_class.map_or(0, |s| s.supers().count()) as u32;
        let statics = arena
            .collect(layout.static_count as usize, std::iter::repeat_n(0u64, layout.static_count as usize));
        Class {
            display: super_class.map_or([None; Class::DISPLAY], |s| s.display),
            depth: if interface || depth as usize >= Class::DISPLAY { u32::MAX } else { depth },
            instance_size: layout.instance_size,
            kind: if interface { ClassKind::Interface } else { ClassKind::Instance },
            element: ValueKind::Ref,
            state: AtomicU8::new(InitState::Loaded as u8),
            reference_kind: self.reference_kind(super_class),
            access: self.access,
            version: self.parsed.version.1,
            vtable_len: vtable_len as u32,
            init_thread: AtomicUsize::new(0),
            itables: AtomicPtr::new(std::ptr::null_mut()),
            subtype_cache: AtomicPtr::new(std::ptr::null_mut()),
            component: None,
            array_class: AtomicClass::none(),
            super_class,
            name: self.name,
            mirror: RootSlot::new(),
            statics: statics.as_ptr().cast_mut(),
            static_refs: layout.static_refs,
            static_count: layout.static_count,
            ref_map: arena.copy(&layout.ref_map),
            methods,
            fields,
            interfaces: arena.copy(interfaces),
            all_interfaces: arena.copy(&all),
            pool: Pool { bytes: self.bytes, offsets: self.pool.offsets, cache: self.pool.cache },
            loader: self.loader,
            rare: ClassRare {
                attributes: self.parsed.attributes,
                fields_end: layout.fields_end,
                nest_host: AtomicClass::none(),
                hidden: self.options.hidden.is_some(),
                has_defaults,
                inherits_defaults: has_defaults || all.iter().any(|i| i.rare.has_defaults),
                trusted: self.options.trusted,
                initializer: methods
                    .iter()
                    .position(|m| m.is_class_initializer() && (m.is_static() || self.parsed.version.1 < 51))
                    .map(|i| i as u16),
                source: Symbol::from_text(self.options.origin),
                class_data: RootSlot::new(),
            },
        }
    }

    fn reference_kind(&self, super_class: Option<&'static Class>) -> ReferenceKind {
        if self.loader.kind == super::LoaderKind::Boot {
            match self.name.bytes() {
                b"java/lang/ref/SoftReference" => return ReferenceKind::Soft,
                b"java/lang/ref/WeakReference" => return ReferenceKind::Weak,
                b"java/lang/ref/PhantomReference" => return ReferenceKind::Phantom,
                _ => {}
            }
        }
        super_class.map_or(ReferenceKind::None, |s| s.reference_kind)
    }

    fn enter(&self, class: &'static Class) -> JResult<&'static Class> {
        let vm = vm();
        // Before other threads can find the class.
        if self.loader.kind == super::LoaderKind::Boot {
            for native in vm.natives.of(&class.name.text()) {
                let (name, descriptor) =
                    (Symbol::from_text(native.name), Symbol::from_text(native.descriptor));
                if let Some(method) = class.declared_method(name, descriptor) {
                    method.bind(native.function);
                }
            }
        }
        if let Some((_, host)) = self.options.hidden {
            class.rare.nest_host.set(match host {
                Some(host) => access::nest_host(self.thread, host)?,
                None => class,
            });
            self.loader.note(class);
            let this = self.parsed.this_class;
            debug_assert_eq!(class.pool.tag(this), tag::CLASS);
            class.pool.remember(this, u64::from(class.address()));
        } else if !self.loader.enter(class) {
            let text = format!(
                "{0} attempted duplicate class definition for {1}. ({1} is in unnamed module of {2})",
                self.loader.describe(),
                class.external_name(),
                self.loader.describe_with_parent()
            );
            return Err::<_, Thrown>(self.thread.throw("java/lang/LinkageError", &text));
        }
        if vm.options.verbose_class {
            let time = vm.started.elapsed().as_secs_f64();
            vm.log(&format!(
                "[{time:.3}s][info][class,load] {} source: {}",
                class.external_name(),
                self.options.origin
            ));
        }
        Ok(class)
    }
}
