//! The guest's page tables: four levels. Arena and code cache begin empty, with entries of 2 MiB to come; the rest is written once.

use crate::elf::{Image, Rights};
use crate::error::SandboxError;
use crate::layout::{self, LARGE, PAGE};
use std::collections::BTreeMap;

const PRESENT: u64 = 1;
const WRITE: u64 = 1 << 1;
const USER: u64 = 1 << 2;
const ACCESSED: u64 = 1 << 5;
const DIRTY: u64 = 1 << 6;
const HUGE: u64 = 1 << 7;
const NX: u64 = 1 << 63;

/// Builds the tables in a slice that becomes guest memory at `layout::TABLES`.
struct Builder<'a> {
    words: &'a mut [u64],
    used: usize,
}

impl Builder<'_> {
    fn table(&mut self) -> Result<u64, SandboxError> {
        let at = self.used;
        self.used += 512;
        if self.used > self.words.len() {
            return Err(SandboxError::Guest("page tables do not fit".into()));
        }
        Ok(layout::TABLES + at as u64 * 8)
    }

    fn slot(&mut self, table: u64, index: u64) -> &mut u64 {
        &mut self.words[((table - layout::TABLES) / 8 + index) as usize]
    }

    fn below(&mut self, table: u64, index: u64) -> Result<u64, SandboxError> {
        let entry = *self.slot(table, index);
        if entry & PRESENT != 0 {
            return Ok(entry & 0x000f_ffff_ffff_f000);
        }
        let new = self.table()?;
        *self.slot(table, index) = new | PRESENT | WRITE | USER | ACCESSED;
        Ok(new)
    }

    fn directory(&mut self, root: u64, address: u64) -> Result<u64, SandboxError> {
        let upper = self.below(root, address >> 39 & 511)?;
        self.below(upper, address >> 30 & 511)
    }

    fn page(&mut self, root: u64, address: u64, bits: u64) -> Result<(), SandboxError> {
        let directory = self.directory(root, address)?;
        let table = self.below(directory, address >> 21 & 511)?;
        *self.slot(table, address >> 12 & 511) = address | bits | PRESENT | ACCESSED | DIRTY;
        Ok(())
    }
}

/// Where entries are that come later.
#[derive(Debug, Default)]
pub struct Tables {
    /// The root.
    pub root: u64,
    /// Page directories by gibibyte.
    directories: BTreeMap<u64, u64>,
}

impl Tables {
    /// Address and value of the entry that makes the large page of a guest-virtual address present.
    pub fn entry(&self, address: u64, home: u64) -> Option<(u64, u64)> {
        let directory = self.directories.get(&(address >> 30))?;
        let execute = address >= layout::CODE_EXECUTE;
        let bits = if execute { USER } else { USER | WRITE | NX };
        let value = (home & !(LARGE - 1)) | bits | HUGE | PRESENT | ACCESSED | DIRTY;
        Some((directory + (address >> 21 & 511) * 8, value))
    }
}

/// Writes all tables.
pub fn build(words: &mut [u64], image: &Image) -> Result<Tables, SandboxError> {
    let mut b = Builder { words, used: 0 };
    let root = b.table()?;
    let mut directories = BTreeMap::new();
    let code = [layout::CODE.start, layout::CODE_EXECUTE];
    for address in (0..layout::ARENA.end).step_by(1 << 30).chain(code) {
        directories.insert(address >> 30, b.directory(root, address)?);
    }
    for segment in &image.segments {
        let bits = match segment.rights {
            Rights::Read => USER | NX,
            Rights::Execute => USER,
            Rights::Write => USER | WRITE | NX,
        };
        for address in (segment.start..segment.end).step_by(PAGE as usize) {
            b.page(root, address, bits)?;
        }
    }
    b.page(root, layout::STUBS, 0)?;
    b.page(root, layout::SYSCALL_STUB, USER)?;
    b.page(root, layout::IDT, NX)?;
    b.page(root, layout::VDSO, USER)?;
    b.page(root, layout::VVAR, USER | NX)?;
    for vcpu in 0..layout::VCPUS_MOST {
        b.page(root, layout::VCPU_PAGES + vcpu * PAGE, WRITE | NX)?;
    }
    // The page-fault stub writes these.
    for &directory in directories.values() {
        b.page(root, directory, WRITE | NX)?;
    }
    Ok(Tables { root, directories })
}
