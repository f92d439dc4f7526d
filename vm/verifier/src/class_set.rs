//! A hierarchy of class files in memory: for tools and tests.

use crate::{Hierarchy, Member};
use hashbrown::HashMap;
use rvm_classfile::{ClassFile, flags, mutf8};
use thiserror::Error;

/// A class that was asked for and is not there.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("class {0} not found")]
pub struct Missing(pub String);

#[derive(Clone, Debug, Default)]
struct Entry {
    super_name: Option<Vec<u8>>,
    interface: bool,
    /// (name, descriptor) of members and whether they are protected.
    members: HashMap<(Vec<u8>, Vec<u8>), bool>,
}

/// Classes by name. All are taken to be loaded by one loader.
#[derive(Clone, Debug, Default)]
pub struct ClassSet {
    classes: HashMap<Vec<u8>, Entry>,
    /// Stand-in for classes that are not there.
    lenient: bool,
}

impl ClassSet {
    /// An empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes classes that are missing as direct subclasses of Object.
    pub fn lenient(mut self) -> Self {
        self.lenient = true;
        self
    }

    /// Adds a class file.
    pub fn add(&mut self, class: &ClassFile<'_>) {
        let Ok(name) = class.name() else { return };
        let mut entry = Entry {
            super_name: class.super_name().ok().flatten().map(<[u8]>::to_vec),
            interface: class.access & flags::INTERFACE != 0,
            members: HashMap::new(),
        };
        for member in class.fields.iter().chain(&class.methods) {
            if let (Ok(name), Ok(descriptor)) = (member.name(&class.cp), member.descriptor(&class.cp)) {
                let protected = member.access & flags::PROTECTED != 0;
                entry.members.insert((name.to_vec(), descriptor.to_vec()), protected);
            }
        }
        self.classes.insert(name.to_vec(), entry);
    }

    /// Adds classes from a list: lines `class NAME SUPER`, `interface NAME`, and behind one of them
    /// `protected MEMBER DESCRIPTOR`.
    pub fn add_listing(&mut self, listing: &str) {
        let bytes = |word: &str| mutf8::from_str(word).into_owned();
        let mut current = Vec::new();
        for line in listing.lines() {
            match line.split_whitespace().collect::<Vec<_>>()[..] {
                [kind @ ("class" | "interface"), name, ref super_name @ ..] => {
                    current = bytes(name);
                    let interface = kind == "interface";
                    let object = interface.then_some("java/lang/Object");
                    let super_name = super_name.first().copied().or(object).map(bytes);
                    let entry = Entry { super_name, interface, members: HashMap::new() };
                    self.classes.insert(current.clone(), entry);
                }
                ["protected", name, descriptor] => {
                    if let Some(entry) = self.classes.get_mut(&current) {
                        entry.members.insert((bytes(name), bytes(descriptor)), true);
                    }
                }
                _ => {}
            }
        }
    }

    fn find(&self, name: &[u8]) -> Result<Option<&Entry>, Missing> {
        match self.classes.get(name) {
            Some(entry) => Ok(Some(entry)),
            None if self.lenient => Ok(None),
            None => Err(Missing(mutf8::to_str_lossy(name).into_owned())),
        }
    }
}

fn package(name: &[u8]) -> &[u8] {
    &name[..name.iter().rposition(|&b| b == b'/').unwrap_or(0)]
}

impl Hierarchy for ClassSet {
    type Error = Missing;

    fn is_interface(&mut self, class: &[u8]) -> Result<bool, Missing> {
        Ok(self.find(class)?.is_some_and(|entry| entry.interface))
    }

    fn super_class(&mut self, class: &[u8]) -> Result<Option<Vec<u8>>, Missing> {
        Ok(match self.find(class)? {
            Some(entry) => entry.super_name.clone(),
            None => Some(b"java/lang/Object".to_vec()).filter(|name| name != class),
        })
    }

    fn is_subclass(&mut self, class: &[u8], ancestor: &[u8]) -> Result<bool, Missing> {
        let mut current = class.to_vec();
        // A set may hold a circle, which loaded classes cannot.
        for _ in 0..=self.classes.len() + 1 {
            if current == ancestor {
                return Ok(true);
            }
            match self.super_class(&current)? {
                Some(name) => current = name,
                None => return Ok(false),
            }
        }
        Ok(false)
    }

    fn is_protected_elsewhere(
        &mut self,
        current: &[u8],
        class: &[u8],
        member: Member<'_>,
    ) -> Result<bool, Missing> {
        let key = (member.name.to_vec(), member.descriptor.to_vec());
        let mut holder = class.to_vec();
        for _ in 0..=self.classes.len() + 1 {
            let Some(entry) = self.find(&holder)? else { return Ok(false) };
            if let Some(&protected) = entry.members.get(&key) {
                return Ok(protected && package(&holder) != package(current));
            }
            match &entry.super_name {
                Some(name) => holder = name.clone(),
                None => return Ok(false),
            }
        }
        Ok(false)
    }
}
