//! Interface dispatch: per class and interface a table that is filled as methods are selected.

use super::{Class, Method};
use std::sync::atomic::{AtomicPtr, Ordering};

/// The methods a class selects for one interface; a list per class, in order of first use.
#[derive(Debug)]
#[repr(C)]
pub struct Itable {
    /// The interface.
    pub interface: &'static Class,
    /// The next table of the same class.
    pub next: AtomicPtr<Itable>,
    /// Selected method by the interface method's `slot`; null until asked for.
    pub methods: &'static [AtomicPtr<Method>],
}

impl Itable {
    /// The method selected for slot `slot`, if it was asked for before.
    #[inline]
    pub fn get(&self, slot: u16) -> Option<&'static Method> {
        let method = self.methods[slot as usize].load(Ordering::Acquire);
        // SAFETY: only immortal methods are stored.
        (!method.is_null()).then(|| unsafe { &*method })
    }
}

impl Class {
    /// This class's table for `interface`, if one was made.
    #[inline]
    pub fn itable(&self, interface: &'static Class) -> Option<&'static Itable> {
        let mut at = self.itables.load(Ordering::Acquire);
        // SAFETY: the list holds immortal tables only.
        while let Some(table) = unsafe { at.as_ref() } {
            if std::ptr::eq(table.interface, interface) {
                return Some(table);
            }
            at = table.next.load(Ordering::Acquire);
        }
        None
    }

    /// This class's table for `interface`, made on first use.
    pub fn itable_for(&self, interface: &'static Class) -> &'static Itable {
        loop {
            if let Some(table) = self.itable(interface) {
                return table;
            }
            let arena = &crate::vm().arena;
            let count = interface.methods.len();
            let methods = arena
                .collect(count, std::iter::repeat_with(|| AtomicPtr::new(std::ptr::null_mut())).take(count));
            let head = self.itables.load(Ordering::Acquire);
            let table = arena.put(Itable { interface, next: AtomicPtr::new(head), methods });
            let raw = std::ptr::from_ref(table).cast_mut();
            if self.itables.compare_exchange(head, raw, Ordering::AcqRel, Ordering::Acquire).is_ok() {
                return table;
            }
        }
    }
}
