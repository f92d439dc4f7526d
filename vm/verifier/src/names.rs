//! Class names as numbers, so that types are words.

use hashbrown::{DefaultHashBuilder, HashTable};
use std::borrow::Cow;
use std::hash::BuildHasher;

/// Number of java/lang/Object's name.
pub const OBJECT: u32 = 0;
/// Number of java/lang/Throwable's name.
pub const THROWABLE: u32 = 1;
/// Number of java/lang/String's name.
pub const STRING: u32 = 2;
/// Number of java/lang/Class's name.
pub const CLASS: u32 = 3;
/// Number of java/lang/invoke/MethodHandle's name.
pub const METHOD_HANDLE: u32 = 4;
/// Number of java/lang/invoke/MethodType's name.
pub const METHOD_TYPE: u32 = 5;
/// Number of java/lang/Cloneable's name.
pub const CLONEABLE: u32 = 6;
/// Number of java/io/Serializable's name.
pub const SERIALIZABLE: u32 = 7;

const KNOWN: [&[u8]; 8] = [
    b"java/lang/Object",
    b"java/lang/Throwable",
    b"java/lang/String",
    b"java/lang/Class",
    b"java/lang/invoke/MethodHandle",
    b"java/lang/invoke/MethodType",
    b"java/lang/Cloneable",
    b"java/io/Serializable",
];

/// Interned names: internal names of classes, descriptors of arrays.
pub struct Names<'c> {
    list: Vec<Cow<'c, [u8]>>,
    table: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl<'c> Names<'c> {
    pub fn new() -> Self {
        let mut names =
            Names { list: Vec::new(), table: HashTable::new(), hasher: DefaultHashBuilder::default() };
        for name in KNOWN {
            names.number(Cow::Borrowed(name));
        }
        names
    }

    /// The number of a name.
    pub fn number(&mut self, name: Cow<'c, [u8]>) -> u32 {
        let hash = self.hasher.hash_one(&*name);
        let Self { list, table, hasher } = self;
        if let Some(&number) = table.find(hash, |&n| list[n as usize] == name) {
            return number;
        }
        let number = list.len() as u32;
        list.push(name);
        table.insert_unique(hash, number, |&n| hasher.hash_one(&*list[n as usize]));
        number
    }

    pub fn get(&self, number: u32) -> &[u8] {
        &self.list[number as usize]
    }

    pub fn is_array(&self, number: u32) -> bool {
        self.get(number).first() == Some(&b'[')
    }

    /// The component of an array type by name: a class name, an array's descriptor or a primitive's letter.
    pub fn component(&mut self, array: u32) -> Component {
        let name = self.list[array as usize].clone();
        match name.get(1) {
            Some(b'[') => Component::Reference(self.slice(name, 1, 0)),
            Some(b'L') => Component::Reference(self.slice(name, 2, 1)),
            Some(&letter) => Component::Primitive(letter),
            None => Component::Primitive(b'?'),
        }
    }

    fn slice(&mut self, name: Cow<'c, [u8]>, skip: usize, cut: usize) -> u32 {
        self.number(match name {
            Cow::Borrowed(name) => Cow::Borrowed(&name[skip..name.len() - cut]),
            Cow::Owned(name) => Cow::Owned(name[skip..name.len() - cut].to_vec()),
        })
    }

    /// The array type whose component is a class or array.
    pub fn array_of(&mut self, component: u32) -> u32 {
        let name = self.get(component);
        let name = match name.first() {
            Some(b'[') => [b"[", name].concat(),
            _ => [b"[L", name, b";"].concat(),
        };
        self.number(Cow::Owned(name))
    }
}

/// What an array holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Component {
    /// Descriptor letter.
    Primitive(u8),
    /// Number of a class or array name.
    Reference(u32),
}
