//! The class file of a module declaration (JVMS 4.7.25).

use super::annotation;
use super::inner::Nested;
use super::pool::Pool;
use crate::Options;
use crate::names::Names;
use hashbrown::{HashMap, HashSet};
use rvm_classfile::Attribute;
use rvm_classfile::Constant;
use rvm_classfile::attribute::{Module, ModuleExports, ModuleProvides, ModuleRequires};
use rvm_classfile::writer::ClassDef;
use rvm_model::{World, module};
use rvm_syntax::{Diagnostics, Name, Span};

const ACC_MODULE: u16 = 0x8000;
const ACC_OPEN: u16 = 0x20;

fn module_index(pool: &mut Pool, name: &str) -> u16 {
    let name = pool.utf8(Name::new(name));
    pool.cp.constant(&Constant::Module { name })
}

fn packages(pool: &mut Pool, list: &[(Name, Vec<String>)]) -> Vec<ModuleExports> {
    list.iter()
        .map(|(package, to)| {
            let name = pool.utf8(*package);
            let package = pool.cp.constant(&Constant::Package { name });
            ModuleExports { package, flags: 0, to: to.iter().map(|m| module_index(pool, m)).collect() }
        })
        .collect()
}

pub(crate) fn module(w: &World, diags: &Diagnostics, m: &module::Module, opts: &Options) -> Option<Vec<u8>> {
    let names = Names::new(w);
    let mut pool = Pool::default();
    let mut def = ClassDef { major: 44 + u16::from(opts.release), access: ACC_MODULE, ..ClassDef::default() };
    def.this_class = pool.class(Name::new("module-info"));
    let mut out = Vec::new();
    if opts.debug.source {
        out.push(Attribute::SourceFile(pool.utf8(Name::new(&m.source))));
    }
    annotation::annotations(&m.annotations, &names, &mut pool, &mut out);
    let mut attribute = Module {
        name: module_index(&mut pool, &m.name),
        flags: if m.open { ACC_OPEN } else { 0 },
        ..Module::default()
    };
    for (name, flags) in &m.requires {
        let module = module_index(&mut pool, name);
        attribute.requires.push(ModuleRequires { module, flags: *flags, version: 0 });
    }
    attribute.exports = packages(&mut pool, &m.exports);
    attribute.opens = packages(&mut pool, &m.opens);
    attribute.uses = m.uses.iter().map(|&c| pool.class(names.binary(c))).collect();
    for (service, with) in &m.provides {
        let service = pool.class(names.binary(*service));
        let with = with.iter().map(|&c| pool.class(names.binary(c))).collect();
        attribute.provides.push(ModuleProvides { service, with });
    }
    out.push(Attribute::Module(attribute));
    let mut classes = HashMap::new();
    for &c in m.uses.iter().chain(m.provides.iter().flat_map(|(s, with)| std::iter::once(s).chain(with))) {
        classes.insert(names.binary(c), c);
    }
    let nested = Nested { names: &names, classes: &classes, made_up: &HashSet::default() };
    let entries = nested.entries(&mut pool, &[]);
    if !entries.is_empty() {
        out.push(Attribute::InnerClasses(entries));
    }
    def.attributes = out;
    def.cp = std::mem::take(&mut pool.cp);
    match def.to_bytes() {
        Ok(bytes) => Some(bytes),
        Err(_) => {
            diags.error(Span::NONE, "limit-pool", "too many constants");
            None
        }
    }
}
