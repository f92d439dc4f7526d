//! The run-time constant pool: offsets into the class file and one cache word an entry.

use super::Symbol;
use super::method::{u16_at, u32_at};
use std::sync::atomic::{AtomicU64, Ordering};

/// Tags of JVMS table 4.4-A.
pub use rvm_classfile::constant::tag;

/// The run-time constant pool (JVMS 5.1).
#[derive(Debug)]
pub struct Pool {
    /// The class file.
    pub bytes: &'static [u8],
    /// Offset of each entry's contents, behind the tag; 0 for unusable entries.
    pub(crate) offsets: &'static [u32],
    /// What an entry was resolved to: address of a `Symbol` (Utf8), `Class`, `RootSlot` (String and other
    /// reference constants), `Field` or `Method`; 0 before. Whose meaning depends on the tag.
    pub cache: &'static [AtomicU64],
}

/// A row of `BootstrapMethods` (JVMS 4.7.23).
#[derive(Debug, Clone)]
pub struct BootstrapMethod {
    /// Constant-pool index of the method handle.
    pub handle: u16,
    /// Constant-pool indices of the static arguments.
    pub arguments: Vec<u16>,
}

impl Pool {
    /// Entries, the unusable entry 0 included.
    pub fn len(&self) -> usize {
        self.offsets.len()
    }

    /// Whether the pool has no entry.
    pub fn is_empty(&self) -> bool {
        self.offsets.len() <= 1
    }

    #[inline]
    fn offset(&self, index: u16) -> usize {
        self.offsets.get(index as usize).copied().unwrap_or(0) as usize
    }

    /// The tag of an entry, 0 if it is unusable.
    #[inline]
    pub fn tag(&self, index: u16) -> u8 {
        match self.offset(index) {
            0 => 0,
            at => self.bytes[at - 1],
        }
    }

    /// The first index of a structure that has one or two.
    #[inline]
    pub fn first(&self, index: u16) -> u16 {
        u16_at(self.bytes, self.offset(index))
    }

    /// The second index of a structure that has two.
    #[inline]
    pub fn second(&self, index: u16) -> u16 {
        u16_at(self.bytes, self.offset(index) + 2)
    }

    /// Bytes of a Utf8 entry.
    pub fn utf8(&self, index: u16) -> &'static [u8] {
        let at = self.offset(index);
        let length = u16_at(self.bytes, at) as usize;
        self.bytes.get(at + 2..at + 2 + length).unwrap_or_default()
    }

    /// A Utf8 entry as a symbol.
    pub fn symbol(&self, index: u16) -> Symbol {
        let Some(cell) = self.cache.get(index as usize) else { return Symbol::of(b"") };
        match cell.load(Ordering::Acquire) {
            0 => {
                let symbol = Symbol::of(self.utf8(index));
                cell.store(u64::from(symbol.address()), Ordering::Release);
                symbol
            }
            // SAFETY: a Utf8 entry's cache holds nothing but symbols.
            address => unsafe { Symbol::from_address(address) },
        }
    }

    /// Name of a Class, Module or Package entry, or value of a String entry or descriptor of a MethodType entry.
    pub fn name(&self, index: u16) -> Symbol {
        self.symbol(self.first(index))
    }

    /// Name and descriptor of a NameAndType entry.
    pub fn name_and_type(&self, index: u16) -> (Symbol, Symbol) {
        (self.symbol(self.first(index)), self.symbol(self.second(index)))
    }

    /// Class index, name and descriptor of a Fieldref, Methodref or InterfaceMethodref entry.
    pub fn member(&self, index: u16) -> (u16, Symbol, Symbol) {
        let (name, descriptor) = self.name_and_type(self.second(index));
        (self.first(index), name, descriptor)
    }

    /// Bootstrap row, name and descriptor of a Dynamic or InvokeDynamic entry.
    pub fn dynamic(&self, index: u16) -> (u16, Symbol, Symbol) {
        self.member(index)
    }

    /// Reference kind and member index of a MethodHandle entry.
    pub fn method_handle(&self, index: u16) -> (u8, u16) {
        let at = self.offset(index);
        (self.bytes.get(at).copied().unwrap_or(0), u16_at(self.bytes, at + 1))
    }

    /// Bits of an Integer or Float entry.
    #[inline]
    pub fn bits32(&self, index: u16) -> u32 {
        u32_at(self.bytes, self.offset(index))
    }

    /// Bits of a Long or Double entry.
    #[inline]
    pub fn bits64(&self, index: u16) -> u64 {
        let at = self.offset(index);
        u64::from(u32_at(self.bytes, at)) << 32 | u64::from(u32_at(self.bytes, at + 4))
    }

    /// What an entry was resolved to, 0 before.
    #[inline]
    pub fn cached(&self, index: u16) -> u64 {
        self.cache[index as usize].load(Ordering::Acquire)
    }

    /// Address of the word that [`ConstantPool::cached`] reads.
    pub fn cell(&self, index: u16) -> usize {
        std::ptr::from_ref(&self.cache[index as usize]) as usize
    }

    /// Remembers what an entry was resolved to if nobody did before: 0, or what was there.
    pub fn remember_first(&self, index: u16, value: u64) -> u64 {
        let cell = &self.cache[index as usize];
        cell.compare_exchange(0, value, Ordering::AcqRel, Ordering::Acquire).err().unwrap_or(0)
    }

    /// Remembers what an entry was resolved to.
    #[inline]
    pub fn remember(&self, index: u16, value: u64) {
        self.cache[index as usize].store(value, Ordering::Release);
    }
}
