//! Members of classes as `rvm.internal.Reflection` names them: by kind and index.

use rvm_vm::class::{Class, Symbol};

/// A field, method, record component or the class itself.
#[derive(Clone, Copy)]
pub(super) enum Member {
    Field(usize),
    Method(usize),
    /// Offset of the component in the contents of `Record`.
    Component(usize),
    Class,
}

pub(super) fn number(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).map_or(0, |two| u16::from_be_bytes([two[0], two[1]]))
}

fn wide(bytes: &[u8], at: usize) -> usize {
    (number(bytes, at) as usize) << 16 | number(bytes, at + 2) as usize
}

/// Offset behind the attribute table at `at`.
fn skip_attributes(bytes: &[u8], at: usize) -> usize {
    let mut next = at + 2;
    for _ in 0..number(bytes, at) {
        next += 6 + wide(bytes, next + 2);
    }
    next
}

/// Number of record components, `None` if the class is no record.
pub(super) fn component_count(class: &'static Class) -> Option<usize> {
    class.attribute(b"Record").map(|table| number(table, 0) as usize)
}

impl Member {
    pub(super) fn of(class: &'static Class, kind: i32, index: i32) -> Option<Member> {
        let index = usize::try_from(index).ok()?;
        match kind {
            0 if index < class.fields.len() => Some(Member::Field(index)),
            1 if index < class.methods.len() => Some(Member::Method(index)),
            2 if index < component_count(class)? => {
                let table = class.attribute(b"Record")?;
                let mut at = 2;
                for _ in 0..index {
                    at = skip_attributes(table, at + 4);
                }
                Some(Member::Component(at))
            }
            3 => Some(Member::Class),
            _ => None,
        }
    }

    pub(super) fn name(self, class: &'static Class) -> Symbol {
        match self {
            Member::Field(i) => class.fields[i].name,
            Member::Method(i) => class.methods[i].name,
            Member::Component(at) => {
                class.pool.symbol(number(class.attribute(b"Record").unwrap_or_default(), at))
            }
            Member::Class => class.name,
        }
    }

    pub(super) fn descriptor(self, class: &'static Class) -> Option<Symbol> {
        match self {
            Member::Field(i) => Some(class.fields[i].descriptor),
            Member::Method(i) => Some(class.methods[i].descriptor),
            Member::Component(at) => {
                Some(class.pool.symbol(number(class.attribute(b"Record").unwrap_or_default(), at + 2)))
            }
            Member::Class => None,
        }
    }

    pub(super) fn flags(self, class: &'static Class) -> u16 {
        match self {
            Member::Field(i) => class.fields[i].access,
            Member::Method(i) => class.methods[i].access,
            Member::Component(_) => 0,
            Member::Class => class.access,
        }
    }

    /// An attribute's contents.
    pub(super) fn attribute(self, class: &'static Class, name: &[u8]) -> Option<&'static [u8]> {
        match self {
            Member::Field(i) => class.member_attribute(class.fields[i].attributes, name),
            Member::Method(i) => class.methods[i].attribute(name),
            Member::Class => class.attribute(name),
            Member::Component(at) => {
                let table = class.attribute(b"Record")?;
                let mut next = at + 6;
                for _ in 0..number(table, at + 4) {
                    let length = wide(table, next + 2);
                    if class.pool.utf8(number(table, next)) == name {
                        return table.get(next + 6..next + 6 + length);
                    }
                    next += 6 + length;
                }
                None
            }
        }
    }
}
