//! Writing class files: a constant pool that grows, and a class description that becomes bytes.

use crate::attribute::{Attribute, BootstrapMethod};
use crate::attribute_write::fit;
use crate::class::MAGIC;
use crate::constant::{Constant, ConstantPool, RefKind};
use crate::error::{FormatError, Result};
use crate::mutf8;
use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher;

/// Builds a constant pool; equal constants share an entry. Methods return the index. Overflow and too long
/// strings do not interrupt the caller: the index is then 0, and `error` and writing report the first such error.
#[derive(Clone, Debug)]
pub struct ConstantPoolBuilder {
    /// Encoded entries, one after the other.
    bytes: Vec<u8>,
    /// Start of each entry in `bytes`; the unusable half of a long or double repeats its entry's.
    starts: Vec<u32>,
    interned: HashTable<u16>,
    hasher: DefaultHashBuilder,
    error: Option<FormatError>,
}

impl Default for ConstantPoolBuilder {
    fn default() -> Self {
        Self::new()
    }
}

impl ConstantPoolBuilder {
    /// An empty pool.
    pub fn new() -> Self {
        ConstantPoolBuilder {
            bytes: Vec::with_capacity(1024),
            starts: vec![0],
            interned: HashTable::new(),
            hasher: DefaultHashBuilder::default(),
            error: None,
        }
    }

    /// A pool that begins with the entries of one that was read, at the same indices.
    pub fn from_pool(pool: &ConstantPool<'_>) -> Self {
        let mut builder = Self::new();
        let mut next = 1;
        while next < pool.len() {
            let constant = pool.get(next);
            let start = builder.bytes.len();
            builder.encode(&constant);
            let index = builder.add(start, constant.entries());
            let hash = builder.hasher.hash_one(&builder.bytes[start..]);
            let Self { interned, bytes, starts, hasher, .. } = &mut builder;
            interned.insert_unique(hash, index, |&i| hasher.hash_one(entry(bytes, starts, i)));
            next += constant.entries();
        }
        builder
    }

    /// constant_pool_count so far.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.starts.len() == 1
    }

    /// The first error, if one happened.
    pub fn error(&self) -> Option<&FormatError> {
        self.error.as_ref()
    }

    /// Appends count and entries as in a class file.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<()> {
        if let Some(error) = &self.error {
            return Err(error.clone());
        }
        out.extend((self.starts.len() as u16).to_be_bytes());
        out.extend_from_slice(&self.bytes);
        Ok(())
    }

    /// Adds an entry without looking for an equal one: for tests of malformed pools. `bytes` holds tag and contents.
    pub fn push_raw(&mut self, bytes: &[u8], entries: u16) -> u16 {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(bytes);
        self.add(start, entries)
    }

    fn fail(&mut self, error: FormatError) -> u16 {
        self.error.get_or_insert(error);
        0
    }

    fn add(&mut self, start: usize, entries: u16) -> u16 {
        let index = self.starts.len();
        if index + entries as usize > 0xffff {
            self.bytes.truncate(start);
            return self.fail(FormatError::TooManyConstants);
        }
        for _ in 0..entries {
            self.starts.push(start as u32);
        }
        index as u16
    }

    // The entry encoded from `start` on is new or equals an older one.
    fn intern(&mut self, start: usize, entries: u16) -> u16 {
        let hash = self.hasher.hash_one(&self.bytes[start..]);
        let Self { interned, bytes, starts, .. } = self;
        let new = &bytes[start..];
        if let Some(&index) = interned.find(hash, |&i| entry(&bytes[..start], starts, i) == new) {
            self.bytes.truncate(start);
            return index;
        }
        let index = self.add(start, entries);
        if index != 0 {
            let Self { interned, bytes, starts, hasher, .. } = self;
            interned.insert_unique(hash, index, |&i| hasher.hash_one(entry(bytes, starts, i)));
        }
        index
    }

    fn encode(&mut self, constant: &Constant<'_>) {
        let out = &mut self.bytes;
        let put = |out: &mut Vec<u8>, a: u16, b: u16| {
            out.extend(a.to_be_bytes());
            out.extend(b.to_be_bytes());
        };
        out.push(constant.tag());
        match *constant {
            Constant::Unusable => {}
            Constant::Utf8(text) => {
                out.extend((text.len() as u16).to_be_bytes());
                out.extend_from_slice(text);
            }
            Constant::Integer(value) => out.extend(value.to_be_bytes()),
            Constant::Float(bits) => out.extend(bits.to_be_bytes()),
            Constant::Long(value) => out.extend(value.to_be_bytes()),
            Constant::Double(bits) => out.extend(bits.to_be_bytes()),
            Constant::Class { name } | Constant::Module { name } | Constant::Package { name } => {
                out.extend(name.to_be_bytes());
            }
            Constant::String { utf8 } => out.extend(utf8.to_be_bytes()),
            Constant::MethodType { descriptor } => out.extend(descriptor.to_be_bytes()),
            Constant::Fieldref { class, name_and_type }
            | Constant::Methodref { class, name_and_type }
            | Constant::InterfaceMethodref { class, name_and_type } => put(out, class, name_and_type),
            Constant::NameAndType { name, descriptor } => put(out, name, descriptor),
            Constant::MethodHandle { kind, reference } => {
                out.push(kind);
                out.extend(reference.to_be_bytes());
            }
            Constant::Dynamic { bootstrap, name_and_type }
            | Constant::InvokeDynamic { bootstrap, name_and_type } => put(out, bootstrap, name_and_type),
        }
    }

    /// Any constant whose indices are valid in this pool.
    pub fn constant(&mut self, constant: &Constant<'_>) -> u16 {
        if let Constant::Utf8(text) = constant
            && text.len() > 0xffff
        {
            return self.fail(FormatError::StringTooLong(text.len()));
        }
        let start = self.bytes.len();
        self.encode(constant);
        self.intern(start, constant.entries())
    }

    /// Utf8 from bytes that are modified UTF-8 already.
    pub fn utf8_bytes(&mut self, text: &[u8]) -> u16 {
        self.constant(&Constant::Utf8(text))
    }

    /// Utf8.
    pub fn utf8(&mut self, text: &str) -> u16 {
        self.utf8_bytes(&mutf8::from_str(text))
    }

    /// Utf8 from UTF-16, which may hold unpaired surrogates.
    pub fn utf8_utf16(&mut self, text: &[u16]) -> u16 {
        self.utf8_bytes(&mutf8::from_utf16(text))
    }

    /// Class by internal name, or by descriptor for arrays.
    pub fn class(&mut self, name: &str) -> u16 {
        let name = self.utf8(name);
        self.constant(&Constant::Class { name })
    }

    /// Class, name as modified UTF-8.
    pub fn class_bytes(&mut self, name: &[u8]) -> u16 {
        let name = self.utf8_bytes(name);
        self.constant(&Constant::Class { name })
    }

    /// String.
    pub fn string(&mut self, text: &str) -> u16 {
        let utf8 = self.utf8(text);
        self.constant(&Constant::String { utf8 })
    }

    /// String from UTF-16, which may hold unpaired surrogates.
    pub fn string_utf16(&mut self, text: &[u16]) -> u16 {
        let utf8 = self.utf8_utf16(text);
        self.constant(&Constant::String { utf8 })
    }

    /// Integer.
    pub fn integer(&mut self, value: i32) -> u16 {
        self.constant(&Constant::Integer(value))
    }

    /// Long.
    pub fn long(&mut self, value: i64) -> u16 {
        self.constant(&Constant::Long(value))
    }

    /// Float; -0.0 and NaNs keep their bits.
    pub fn float(&mut self, value: f32) -> u16 {
        self.constant(&Constant::Float(value.to_bits()))
    }

    /// Double; -0.0 and NaNs keep their bits.
    pub fn double(&mut self, value: f64) -> u16 {
        self.constant(&Constant::Double(value.to_bits()))
    }

    /// NameAndType.
    pub fn name_and_type(&mut self, name: &str, descriptor: &str) -> u16 {
        let name = self.utf8(name);
        let descriptor = self.utf8(descriptor);
        self.constant(&Constant::NameAndType { name, descriptor })
    }

    /// Fieldref.
    pub fn field_ref(&mut self, class: &str, name: &str, descriptor: &str) -> u16 {
        self.member_ref(RefKind::Field, class, name, descriptor)
    }

    /// Methodref.
    pub fn method_ref(&mut self, class: &str, name: &str, descriptor: &str) -> u16 {
        self.member_ref(RefKind::Method, class, name, descriptor)
    }

    /// InterfaceMethodref.
    pub fn interface_method_ref(&mut self, class: &str, name: &str, descriptor: &str) -> u16 {
        self.member_ref(RefKind::InterfaceMethod, class, name, descriptor)
    }

    /// Fieldref, Methodref or InterfaceMethodref.
    pub fn member_ref(&mut self, kind: RefKind, class: &str, name: &str, descriptor: &str) -> u16 {
        let class = self.class(class);
        let name_and_type = self.name_and_type(name, descriptor);
        self.constant(&match kind {
            RefKind::Field => Constant::Fieldref { class, name_and_type },
            RefKind::Method => Constant::Methodref { class, name_and_type },
            RefKind::InterfaceMethod => Constant::InterfaceMethodref { class, name_and_type },
        })
    }

    /// MethodHandle: `kind` from `constant::ref_kind`, `reference` the index of a member reference.
    pub fn method_handle(&mut self, kind: u8, reference: u16) -> u16 {
        self.constant(&Constant::MethodHandle { kind, reference })
    }

    /// MethodType.
    pub fn method_type(&mut self, descriptor: &str) -> u16 {
        let descriptor = self.utf8(descriptor);
        self.constant(&Constant::MethodType { descriptor })
    }

    /// InvokeDynamic; `bootstrap` indexes BootstrapMethods.
    pub fn invoke_dynamic(&mut self, bootstrap: u16, name: &str, descriptor: &str) -> u16 {
        let name_and_type = self.name_and_type(name, descriptor);
        self.constant(&Constant::InvokeDynamic { bootstrap, name_and_type })
    }

    /// Dynamic; `bootstrap` indexes BootstrapMethods.
    pub fn dynamic(&mut self, bootstrap: u16, name: &str, descriptor: &str) -> u16 {
        let name_and_type = self.name_and_type(name, descriptor);
        self.constant(&Constant::Dynamic { bootstrap, name_and_type })
    }

    /// Module.
    pub fn module(&mut self, name: &str) -> u16 {
        let name = self.utf8(name);
        self.constant(&Constant::Module { name })
    }

    /// Package, in internal form.
    pub fn package(&mut self, name: &str) -> u16 {
        let name = self.utf8(name);
        self.constant(&Constant::Package { name })
    }
}

fn entry<'b>(bytes: &'b [u8], starts: &[u32], index: u16) -> &'b [u8] {
    let start = starts[index as usize];
    let next = starts[index as usize + 1..].iter().find(|&&s| s != start);
    &bytes[start as usize..next.map_or(bytes.len(), |&s| s as usize)]
}

/// A class to be written. Indices refer to `cp`.
#[derive(Clone, Debug, Default)]
pub struct ClassDef<'a> {
    /// Minor version.
    pub minor: u16,
    /// Major version.
    pub major: u16,
    /// Constant pool.
    pub cp: ConstantPoolBuilder,
    /// Class flags.
    pub access: u16,
    /// Class index.
    pub this_class: u16,
    /// Class index or 0.
    pub super_class: u16,
    /// Class indices.
    pub interfaces: Vec<u16>,
    /// Fields.
    pub fields: Vec<MemberDef<'a>>,
    /// Methods.
    pub methods: Vec<MemberDef<'a>>,
    /// Class attributes; BootstrapMethods is added from `bootstrap_methods` when that is not empty.
    pub attributes: Vec<Attribute<'a>>,
    /// See `bootstrap`.
    pub bootstrap_methods: Vec<BootstrapMethod>,
}

/// A field or method to be written.
#[derive(Clone, Debug, Default)]
pub struct MemberDef<'a> {
    /// Flags.
    pub access: u16,
    /// Utf8 index.
    pub name: u16,
    /// Utf8 index.
    pub descriptor: u16,
    /// Attributes, Code among them.
    pub attributes: Vec<Attribute<'a>>,
}

impl<'a> ClassDef<'a> {
    /// A class with its name, superclass and flags, version 61.
    pub fn new(access: u16, name: &str, super_name: Option<&str>) -> Self {
        let mut class = ClassDef { major: 61, access, ..Default::default() };
        class.this_class = class.cp.class(name);
        class.super_class = super_name.map_or(0, |name| class.cp.class(name));
        class
    }

    /// Index of an entry of BootstrapMethods, shared when equal.
    pub fn bootstrap(&mut self, method: u16, arguments: &[u16]) -> u16 {
        let found =
            self.bootstrap_methods.iter().position(|b| b.method == method && b.arguments == arguments);
        found.unwrap_or_else(|| {
            self.bootstrap_methods.push(BootstrapMethod { method, arguments: arguments.to_vec() });
            self.bootstrap_methods.len() - 1
        }) as u16
    }

    /// Adds a field.
    pub fn field(&mut self, access: u16, name: &str, descriptor: &str, attributes: Vec<Attribute<'a>>) {
        let (name, descriptor) = (self.cp.utf8(name), self.cp.utf8(descriptor));
        self.fields.push(MemberDef { access, name, descriptor, attributes });
    }

    /// Adds a method.
    pub fn method(&mut self, access: u16, name: &str, descriptor: &str, attributes: Vec<Attribute<'a>>) {
        let (name, descriptor) = (self.cp.utf8(name), self.cp.utf8(descriptor));
        self.methods.push(MemberDef { access, name, descriptor, attributes });
    }

    /// The class file. Attribute names are entered into the pool first.
    pub fn to_bytes(&mut self) -> Result<Vec<u8>> {
        // Members are encoded before the pool is, because they add names to it.
        let mut tail = Vec::with_capacity(4096);
        for value in [self.access, self.this_class, self.super_class] {
            tail.extend(value.to_be_bytes());
        }
        tail.extend(fit(self.interfaces.len(), "interfaces")?.to_be_bytes());
        self.interfaces.iter().for_each(|i| tail.extend(i.to_be_bytes()));
        for members in [&self.fields, &self.methods] {
            tail.extend(fit(members.len(), "members")?.to_be_bytes());
            for member in members {
                for value in [member.access, member.name, member.descriptor] {
                    tail.extend(value.to_be_bytes());
                }
                write_attributes(&member.attributes, &mut self.cp, &mut tail)?;
            }
        }
        if self.bootstrap_methods.is_empty() {
            write_attributes(&self.attributes, &mut self.cp, &mut tail)?;
        } else {
            tail.extend(fit(self.attributes.len() + 1, "attributes")?.to_be_bytes());
            for attribute in &self.attributes {
                attribute.write(&mut self.cp, &mut tail)?;
            }
            let bootstrap = Attribute::BootstrapMethods(std::mem::take(&mut self.bootstrap_methods));
            let written = bootstrap.write(&mut self.cp, &mut tail);
            if let Attribute::BootstrapMethods(list) = bootstrap {
                self.bootstrap_methods = list;
            }
            written?;
        }
        let mut out = Vec::with_capacity(tail.len() + self.cp.bytes.len() + 16);
        out.extend(MAGIC.to_be_bytes());
        out.extend(self.minor.to_be_bytes());
        out.extend(self.major.to_be_bytes());
        self.cp.write(&mut out)?;
        out.extend(tail);
        Ok(out)
    }
}

fn write_attributes(list: &[Attribute<'_>], cp: &mut ConstantPoolBuilder, out: &mut Vec<u8>) -> Result<()> {
    out.extend(fit(list.len(), "attributes")?.to_be_bytes());
    list.iter().try_for_each(|attribute| attribute.write(cp, out))
}
