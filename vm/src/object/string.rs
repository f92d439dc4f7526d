//! `java.lang.String` objects: `value` is Latin-1 or UTF-16 in native order, as `coder` says.

use super::{HandleScope, Ref};
use crate::class::ValueKind;
use crate::error::JResult;
use crate::heap::{alloc_array, alloc_object, store_ref};
use crate::memory::{RootSlot, RootTable};
use crate::thread::JavaThread;
use crate::{heap, vm};
use hashbrown::HashTable;
use std::sync::{Mutex, MutexGuard};

const LATIN1: i8 = 0;
const UTF16: i8 = 1;

/// A new string of UTF-16 units.
pub fn from_units(thread: &JavaThread, units: &[u16]) -> JResult<Ref> {
    if units.iter().all(|&u| u < 256) {
        let bytes: Vec<u8> = units.iter().map(|&u| u as u8).collect();
        return from_latin1(thread, &bytes);
    }
    let value = byte_array(thread, units.len() * 2)?;
    // SAFETY: a fresh byte array; nothing allocates while the slice lives.
    let target = unsafe { value.slice_mut::<u8>() };
    for (pair, unit) in target.chunks_exact_mut(2).zip(units) {
        pair.copy_from_slice(&unit.to_ne_bytes());
    }
    with_value(thread, value, UTF16)
}

/// A new string of Latin-1 characters.
pub fn from_latin1(thread: &JavaThread, bytes: &[u8]) -> JResult<Ref> {
    let value = byte_array(thread, bytes.len())?;
    // SAFETY: as above.
    unsafe { value.slice_mut::<u8>() }.copy_from_slice(bytes);
    with_value(thread, value, LATIN1)
}

/// A new string of text.
pub fn from_text(thread: &JavaThread, text: &str) -> JResult<Ref> {
    if text.is_ascii() {
        return from_latin1(thread, text.as_bytes());
    }
    from_units(thread, &text.encode_utf16().collect::<Vec<u16>>())
}

/// A new string of modified UTF-8.
pub fn from_modified(thread: &JavaThread, bytes: &[u8]) -> JResult<Ref> {
    if bytes.is_ascii() {
        return from_latin1(thread, bytes);
    }
    match rvm_classfile::mutf8::decode_utf16(bytes) {
        Ok(units) => from_units(thread, &units),
        Err(_) => from_text(thread, &String::from_utf8_lossy(bytes)),
    }
}

fn byte_array(thread: &JavaThread, length: usize) -> JResult<Ref> {
    let length = i32::try_from(length).unwrap_or(i32::MAX);
    alloc_array(thread, vm().known.array(ValueKind::Byte), length)
}

fn with_value(thread: &JavaThread, value: Ref, coder: i8) -> JResult<Ref> {
    let scope = HandleScope::new(thread);
    let value = scope.handle(value);
    let known = &vm().known;
    let string = alloc_object(thread, known.string())?;
    let layout = known.string_layout();
    store_ref(string, layout.value, value.get());
    string.set::<i8>(layout.coder, coder);
    Ok(string)
}

/// Calls `f` with the string's Latin-1 bytes or UTF-16 units. `f` must not allocate Java objects.
pub fn with<R>(string: Ref, f: impl FnOnce(Result<&[u8], &[u16]>) -> R) -> R {
    let layout = vm().known.string_layout();
    let value = string.get_ref(layout.value);
    if value.is_null() {
        return f(Ok(&[]));
    }
    // SAFETY: `f` does not allocate, so the array stays.
    let bytes = unsafe { value.slice::<u8>() };
    if string.get::<i8>(layout.coder) == LATIN1 {
        return f(Ok(bytes));
    }
    // Array elements start at offset 12 of an 8-aligned object: aligned for u16.
    // SAFETY: the elements are 4-aligned and hold `len / 2` units.
    let units = unsafe { std::slice::from_raw_parts(bytes.as_ptr().cast::<u16>(), bytes.len() / 2) };
    f(Err(units))
}

/// Whether two strings have the same characters.
pub fn equal(a: Ref, b: Ref) -> bool {
    let layout = vm().known.string_layout();
    let (va, vb) = (a.get_ref(layout.value), b.get_ref(layout.value));
    if va == vb {
        return true;
    }
    if va.is_null() || vb.is_null() || a.get::<i8>(layout.coder) != b.get::<i8>(layout.coder) {
        // A string without an array is empty.
        return with(a, |a| with(b, |b| a == b));
    }
    // SAFETY: nothing allocates while the slices live.
    let (a, b) = unsafe { (va.slice::<u8>(), vb.slice::<u8>()) };
    a.len() == b.len() && same_bytes(a, b)
}

/// Whether slices of one length are equal. Strings are mostly short: the call of `memcmp` would be the larger part.
fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    let (wide_a, rest_a) = a.as_chunks::<8>();
    let (wide_b, rest_b) = b.as_chunks::<8>();
    let words = wide_a.iter().zip(wide_b).all(|(a, b)| u64::from_ne_bytes(*a) == u64::from_ne_bytes(*b));
    words && rest_a.iter().zip(rest_b).all(|(a, b)| a == b)
}

/// The string as UTF-16 units.
pub fn units(string: Ref) -> Vec<u16> {
    with(string, |data| match data {
        Ok(latin1) => latin1.iter().map(|&b| u16::from(b)).collect(),
        Err(units) => units.to_vec(),
    })
}

/// The string as text; unpaired surrogates are replaced.
pub fn text(string: Ref) -> String {
    with(string, |data| match data {
        Ok(latin1) => latin1.iter().map(|&b| b as char).collect(),
        Err(units) => String::from_utf16_lossy(units),
    })
}

/// The string in modified UTF-8.
pub fn modified(string: Ref) -> Vec<u8> {
    rvm_classfile::mutf8::from_utf16(&units(string))
}

/// `String.length`.
pub fn length(string: Ref) -> usize {
    with(string, |data| data.map_or_else(<[u16]>::len, <[u8]>::len))
}

/// `String.hashCode`.
pub fn hash(string: Ref) -> i32 {
    with(string, |data| match data {
        Ok(latin1) => polynomial(latin1),
        Err(units) => polynomial(units),
    })
}

/// Eight units at once: their products do not wait for each other.
fn polynomial<T: Copy + Into<u32>>(units: &[T]) -> i32 {
    const POWERS: [u32; 8] = {
        let mut powers = [1; 8];
        let mut n = 7;
        while n > 0 {
            powers[n - 1] = 31u32.wrapping_mul(powers[n]);
            n -= 1;
        }
        powers
    };
    let (eights, rest) = units.as_chunks::<8>();
    let mut hash = 0u32;
    for eight in eights {
        let mut sum = hash.wrapping_mul(POWERS[0].wrapping_mul(31));
        for (&unit, power) in eight.iter().zip(POWERS) {
            sum = sum.wrapping_add(unit.into().wrapping_mul(power));
        }
        hash = sum;
    }
    rest.iter().fold(hash, |h, &u| h.wrapping_mul(31).wrapping_add(u.into())) as i32
}

/// How the table holds a string.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Held {
    /// A constant of some class: never dropped, at a stable address.
    Root(&'static RootSlot),
    /// Interned by `String.intern`: dropped when nothing else leads to it.
    Weak(u32),
}

impl PartialEq for RootSlot {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Held {
    fn get(self) -> Ref {
        match self {
            Self::Root(slot) => slot.get(),
            // SAFETY: the collector removes entries of strings that died and updates the others.
            Self::Weak(raw) => unsafe { Ref::from_raw(raw) },
        }
    }
}

#[derive(Debug, Default)]
struct Interned {
    table: HashTable<(u32, Held)>,
    /// Weak entries whose strings are young: all that a nursery collection has to look at.
    young: Vec<(u32, u32)>,
}

/// Interned strings (JLS 3.10.5, `String.intern`).
#[derive(Debug, Default)]
pub struct StringTable(Mutex<Interned>);

impl StringTable {
    fn lock(&self) -> MutexGuard<'_, Interned> {
        self.0.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// `String.intern`: the interned string equal to `string`.
    pub fn intern(&self, string: Ref) -> Ref {
        let hash = hash(string) as u32;
        let mut interned = self.lock();
        if let Some(&(_, held)) = find(&interned.table, hash, |s| equal(s, string)) {
            return held.get();
        }
        interned.table.insert_unique(spread(hash), (hash, Held::Weak(string.raw())), |(h, _)| spread(*h));
        if vm().heap.is_young(string) {
            interned.young.push((hash, string.raw()));
        }
        string
    }

    /// The interned string of a constant in modified UTF-8.
    pub fn intern_symbol(&self, thread: &JavaThread, bytes: &[u8]) -> JResult<&'static RootSlot> {
        if bytes.is_ascii() {
            // No object is needed to look.
            let hash = bytes.iter().fold(0u32, |h, &b| h.wrapping_mul(31).wrapping_add(u32::from(b)));
            let found = find(&self.lock().table, hash, |s| with(s, |d| d == Ok(bytes))).copied();
            if let Some((_, Held::Root(slot))) = found {
                return Ok(slot);
            }
        }
        let string = from_modified(thread, bytes)?;
        Ok(self.root(string))
    }

    /// The interned string equal to `string`, kept for ever.
    fn root(&self, string: Ref) -> &'static RootSlot {
        let vm = vm();
        let hash = hash(string) as u32;
        let mut interned = self.lock();
        match interned.table.find_mut(spread(hash), |(h, held)| *h == hash && equal(held.get(), string)) {
            Some((_, Held::Root(slot))) => slot,
            Some((_, held)) => {
                let slot = RootTable::add(&vm.roots, &vm.arena, held.get());
                *held = Held::Root(slot);
                slot
            }
            None => {
                let slot = RootTable::add(&vm.roots, &vm.arena, string);
                interned.table.insert_unique(spread(hash), (hash, Held::Root(slot)), |(h, _)| spread(*h));
                slot
            }
        }
    }

    /// After a nursery collection; `moved` gives a living string's address.
    pub(crate) fn update_young(&self, moved: impl Fn(Ref) -> Option<Ref>) {
        let mut interned = self.lock();
        for (hash, raw) in std::mem::take(&mut interned.young) {
            let entry = interned.table.find_entry(spread(hash), |(_, held)| *held == Held::Weak(raw));
            let Ok(mut entry) = entry else { continue };
            match moved(entry.get().1.get()) {
                Some(new) => {
                    entry.get_mut().1 = Held::Weak(new.raw());
                    if vm().heap.is_young(new) {
                        interned.young.push((hash, new.raw()));
                    }
                }
                None => drop(entry.remove()),
            }
        }
    }

    /// During a full collection, after which nothing is young.
    pub(crate) fn update_all(&self, moved: impl Fn(Ref) -> Option<Ref>) {
        let mut interned = self.lock();
        interned.young.clear();
        interned.table.retain(|(_, held)| match held {
            Held::Root(_) => true,
            Held::Weak(_) => match moved(held.get()) {
                Some(new) => {
                    *held = Held::Weak(new.raw());
                    true
                }
                None => false,
            },
        });
    }
}

fn find(table: &HashTable<(u32, Held)>, hash: u32, equal: impl Fn(Ref) -> bool) -> Option<&(u32, Held)> {
    table.find(spread(hash), |(h, held)| *h == hash && equal(held.get()))
}

fn spread(hash: u32) -> u64 {
    u64::from(hash).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// A new `String[]`.
pub fn array_of(thread: &JavaThread, items: &[String]) -> JResult<Ref> {
    let scope = HandleScope::new(thread);
    let class = crate::load::array_of(vm().known.string());
    let array = scope.handle(alloc_array(thread, class, items.len() as i32)?);
    for (index, item) in items.iter().enumerate() {
        let text = from_text(thread, item)?;
        heap::store_ref(array.get(), super::array_base(ValueKind::Ref) + index as u32 * 4, text);
    }
    Ok(array.get())
}

/// Whether the string's characters take two bytes each.
#[inline]
pub fn is_utf16(string: Ref) -> bool {
    string.get::<i8>(vm().known.string_layout().coder) == UTF16
}
