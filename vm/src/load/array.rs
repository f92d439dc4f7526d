//! Array classes and primitive types.

use super::loader::Loader;
use crate::class::{
    AtomicClass, Class, ClassKind, ClassRare, InitState, Pool, ReferenceKind, Symbol, ValueKind, flags,
};
use crate::memory::RootSlot;
use crate::vm;
use std::alloc::Layout;
use std::sync::atomic::{AtomicPtr, AtomicU8, AtomicUsize};

const EMPTY: Pool = Pool { bytes: &[], offsets: &[], cache: &[] };

fn blank(name: Symbol, loader: &'static Loader, kind: ClassKind, element: ValueKind) -> Class {
    Class {
        display: [None; Class::DISPLAY],
        depth: u32::MAX,
        instance_size: 0,
        kind,
        element,
        state: AtomicU8::new(InitState::Initialized as u8),
        reference_kind: ReferenceKind::None,
        access: flags::PUBLIC | flags::FINAL | flags::ABSTRACT,
        version: 0,
        vtable_len: 0,
        init_thread: AtomicUsize::new(0),
        itables: AtomicPtr::new(std::ptr::null_mut()),
        subtype_cache: AtomicPtr::new(std::ptr::null_mut()),
        component: None,
        array_class: AtomicClass::none(),
        super_class: None,
        name,
        mirror: RootSlot::new(),
        statics: std::ptr::null_mut(),
        static_refs: 0,
        static_count: 0,
        ref_map: &[],
        methods: &[],
        fields: &[],
        interfaces: &[],
        all_interfaces: &[],
        pool: EMPTY,
        loader,
        rare: ClassRare {
            attributes: 0,
            fields_end: 0,
            nest_host: AtomicClass::none(),
            hidden: false,
            has_defaults: false,
            inherits_defaults: false,
            trusted: true,
            initializer: None,
            source: Symbol::of(b""),
            class_data: RootSlot::new(),
        },
    }
}

/// Makes the `Class` of a primitive type or void.
pub fn primitive(kind: ValueKind, loader: &'static Loader) -> &'static Class {
    let class = blank(Symbol::of(kind.name().as_bytes()), loader, ClassKind::Primitive, kind);
    let class = vm().arena.put(class);
    loader.note(class);
    class
}

/// The array class with this component type, made on first use.
pub fn array_of(component: &'static Class) -> &'static Class {
    if let Some(class) = component.array_class.get() {
        return class;
    }
    let _making = vm().loaders.making_arrays();
    if let Some(class) = component.array_class.get() {
        return class;
    }
    let class = make(component);
    component.array_class.set(class);
    component.loader.note(class);
    class
}

fn make(component: &'static Class) -> &'static Class {
    let vm = vm();
    let (kind, element) = match component.kind {
        ClassKind::Primitive => (ClassKind::PrimitiveArray, component.element),
        _ => (ClassKind::RefArray, ValueKind::Ref),
    };
    let mut name = vec![b'['];
    match component.kind {
        ClassKind::Primitive => name.push(component.element.letter() as u8),
        ClassKind::RefArray | ClassKind::PrimitiveArray => name.extend_from_slice(component.name.bytes()),
        _ => {
            name.push(b'L');
            name.extend_from_slice(component.name.bytes());
            name.push(b';');
        }
    }
    let object = vm.known.object();
    let mut class = blank(Symbol::of(&name), component.loader, kind, element);
    class.component = Some(component);
    class.super_class = Some(object);
    class.access = component.access & (flags::PUBLIC | flags::PRIVATE | flags::PROTECTED)
        | flags::FINAL
        | flags::ABSTRACT;
    class.interfaces = vm.known.array_interfaces();
    class.all_interfaces = class.interfaces;
    class.display[0] = Some(object);
    class.vtable_len = object.vtable_len;
    let size = Class::VTABLE + object.vtable_len as usize * 8;
    let Ok(layout) = Layout::from_size_align(size, align_of::<Class>()) else { crate::fatal("layout") };
    let at = vm.arena.alloc(layout).cast::<Class>();
    // SAFETY: the allocation holds the class and Object's vtable behind it.
    unsafe {
        at.write(class);
        let first = at.add(1).cast::<AtomicPtr<crate::class::Method>>();
        for index in 0..object.vtable_len {
            let method = object.virtual_method(index);
            first.add(index as usize).write(AtomicPtr::new(std::ptr::from_ref(method).cast_mut()));
        }
        at.as_ref()
    }
}
