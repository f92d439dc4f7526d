//! Where fields lie in instances and statics, and which vtable entries a class has.

use super::parse::ParsedMember;
use crate::class::{Class, Method, RefRange, Symbol, ValueKind, flags};
use crate::object::HEADER_SIZE;

/// Offsets of a class's fields.
#[derive(Debug)]
pub(super) struct FieldLayout {
    /// By field: byte offset in the object or among the statics.
    pub offsets: Vec<u32>,
    /// Bytes of an instance, aligned.
    pub instance_size: u32,
    /// End of the last field: subclasses go on here.
    pub fields_end: u32,
    /// Where instances hold references, inherited ones first.
    pub ref_map: Vec<RefRange>,
    pub static_refs: u32,
    pub static_count: u32,
}

/// Lays out fields. `hidden_ref` names an instance field that the collector treats itself.
pub(super) fn fields(
    parsed: &[ParsedMember],
    kinds: &[ValueKind],
    super_class: Option<&'static Class>,
    untraced: Option<usize>,
) -> FieldLayout {
    let mut layout = FieldLayout {
        offsets: vec![0; parsed.len()],
        instance_size: HEADER_SIZE,
        fields_end: super_class.map_or(HEADER_SIZE, |s| s.rare.fields_end),
        ref_map: super_class.map_or_else(Vec::new, |s| s.ref_map.to_vec()),
        static_refs: 0,
        static_count: 0,
    };
    let is_static = |i: usize| parsed[i].access & flags::STATIC != 0;
    let mut words = 0;
    for wants_ref in [true, false] {
        for index in (0..parsed.len()).filter(|&i| is_static(i)) {
            if (kinds[index] == ValueKind::Ref) == wants_ref {
                layout.offsets[index] = words * 8;
                words += 1;
            }
        }
        if wants_ref {
            layout.static_refs = words;
        }
    }
    layout.static_count = words;
    instance_fields(&mut layout, kinds, is_static, untraced);
    layout.instance_size = layout.fields_end.next_multiple_of(8);
    layout
}

fn instance_fields(
    layout: &mut FieldLayout,
    kinds: &[ValueKind],
    is_static: impl Fn(usize) -> bool,
    untraced: Option<usize>,
) {
    // Largest first; references together, so that the map has one range a class.
    let class_of = |index: usize| match kinds[index] {
        ValueKind::Long | ValueKind::Double => 0,
        ValueKind::Ref => 1,
        ValueKind::Int | ValueKind::Float => 2,
        ValueKind::Char | ValueKind::Short => 3,
        _ => 4,
    };
    let mut queues: [std::collections::VecDeque<usize>; 5] = Default::default();
    (0..kinds.len()).filter(|&i| !is_static(i)).for_each(|i| queues[class_of(i)].push_back(i));
    let mut end = layout.fields_end;
    for class in 0..queues.len() {
        while let Some(&next) = queues[class].front() {
            let align = kinds[next].size();
            if !end.is_multiple_of(align) {
                // Fill the gap with smaller primitives.
                let gap = align - end % align;
                let fill = (2..5).find(|&c| {
                    c > class
                        && queues[c]
                            .front()
                            .is_some_and(|&i| kinds[i].size() <= gap && end.is_multiple_of(kinds[i].size()))
                });
                match fill.and_then(|c| queues[c].pop_front()) {
                    Some(small) => {
                        layout.offsets[small] = end;
                        end += kinds[small].size();
                    }
                    None => end += 1,
                }
                continue;
            }
            queues[class].pop_front();
            layout.offsets[next] = end;
            if kinds[next] == ValueKind::Ref && untraced != Some(next) {
                match layout.ref_map.last_mut() {
                    Some(last) if last.offset + last.count * 4 == end => last.count += 1,
                    _ => layout.ref_map.push(RefRange { offset: end, count: 1 }),
                }
            }
            end += align;
        }
    }
    layout.fields_end = end;
}

/// A vtable entry of the class being made.
#[derive(Debug, Clone, Copy)]
pub(super) enum Entry {
    /// As in the superclass.
    Inherited(&'static Method),
    /// The method with this index among the class's own.
    Own(usize),
}

/// What a class's own method needs to know for its vtable entry.
#[derive(Debug, Clone, Copy)]
pub(super) struct OwnMethod {
    pub name: Symbol,
    pub descriptor: Symbol,
    pub access: u16,
}

/// The vtable of a class, and each own method's index in it.
pub(super) struct Vtable {
    pub entries: Vec<Entry>,
    pub indices: Vec<u32>,
    /// A final method of a superclass that is overridden, with the offender's index.
    pub broken_final: Option<(usize, &'static Method)>,
}

/// JVMS 5.4.5 decides what overrides what. `same_package` compares run-time packages with the class being made.
pub(super) fn vtable(
    methods: &[OwnMethod],
    super_class: Option<&'static Class>,
    final_class: bool,
    same_package: impl Fn(&Class) -> bool,
) -> Vtable {
    let mut entries: Vec<Entry> = Vec::new();
    let mut table =
        Vtable { entries: Vec::new(), indices: vec![Method::NO_INDEX; methods.len()], broken_final: None };
    if let Some(parent) = super_class {
        entries.extend((0..parent.vtable_len).map(|i| Entry::Inherited(parent.virtual_method(i))));
    }
    let inherited = entries.len();
    for (index, own) in methods.iter().enumerate() {
        let name = own.name.bytes();
        if own.access & (flags::STATIC | flags::PRIVATE) != 0 || name.first() == Some(&b'<') {
            continue;
        }
        for (slot, entry) in entries[..inherited].iter_mut().enumerate() {
            let parent = super_class.map(|c| c.virtual_method(slot as u32));
            let Some(old) = parent.filter(|m| m.name == own.name && m.descriptor == own.descriptor) else {
                continue;
            };
            let overrides = old.has(flags::PUBLIC | flags::PROTECTED)
                || same_package(old.class())
                || overrides_transitively(old, super_class, slot as u32, &same_package);
            if !overrides {
                continue;
            }
            if old.has(flags::FINAL) && table.broken_final.is_none() {
                table.broken_final = Some((index, old));
            }
            *entry = Entry::Own(index);
            if table.indices[index] == Method::NO_INDEX {
                table.indices[index] = slot as u32;
            }
        }
        if table.indices[index] == Method::NO_INDEX && !final_class {
            table.indices[index] = entries.len() as u32;
            entries.push(Entry::Own(index));
        }
    }
    // Final methods have entries too: that is where overriding them is noticed.
    table.entries = entries;
    table
}

/// A package-private method further up in this class's package occupies the same entry.
fn overrides_transitively(
    old: &'static Method,
    super_class: Option<&'static Class>,
    slot: u32,
    same_package: &impl Fn(&Class) -> bool,
) -> bool {
    let mut class = super_class;
    while let Some(c) = class.filter(|c| slot < c.vtable_len) {
        let method = c.virtual_method(slot);
        if method != old && (method.has(flags::PUBLIC | flags::PROTECTED) || same_package(method.class())) {
            return true;
        }
        class = c.super_class;
    }
    false
}
