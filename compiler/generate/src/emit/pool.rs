//! The constant pool of a class being written: names instead of texts, and the classes it refers to in order of appearance.

use crate::low::{BootArg, Handle, Member};
use hashbrown::{HashMap, HashSet};
use rvm_classfile::attribute::BootstrapMethod;
use rvm_classfile::constant::{RefKind, ref_kind};
use rvm_classfile::writer::ConstantPoolBuilder;
use rvm_classfile::{Constant, VerificationType};
use rvm_model::hir::Const;
use rvm_syntax::Name;

use super::state::VType;

/// See the module.
#[derive(Default)]
pub struct Pool {
    /// The pool itself.
    pub cp: ConstantPoolBuilder,
    utf8: HashMap<Name, u16>,
    classes: HashMap<Name, u16>,
    members: HashMap<(Member, bool), u16>,
    /// Nested classes that were named, for InnerClasses: in code; in descriptors and as owners of members; by bootstrap methods.
    pub mentioned: [Vec<Name>; 3],
    mentioned_set: HashSet<(usize, Name)>,
    /// Which of these lists grows.
    pub stage: usize,
    /// Entries of BootstrapMethods.
    pub bootstraps: Vec<BootstrapMethod>,
    bootstrap_ids: HashMap<(u16, Vec<u16>), u16>,
}

impl Pool {
    /// Utf8 entry.
    pub fn utf8(&mut self, name: Name) -> u16 {
        if let Some(&i) = self.utf8.get(&name) {
            return i;
        }
        let i = self.cp.utf8(name.as_str());
        self.utf8.insert(name, i);
        i
    }

    /// Class entry, by internal name or array descriptor.
    pub fn class(&mut self, name: Name) -> u16 {
        if name.as_str().contains('$') && !name.as_str().starts_with('[') {
            self.mention(name);
        }
        if let Some(&i) = self.classes.get(&name) {
            return i;
        }
        let utf8 = self.utf8(name);
        let i = self.cp.constant(&Constant::Class { name: utf8 });
        self.classes.insert(name, i);
        i
    }

    fn mention(&mut self, name: Name) {
        if self.mentioned_set.insert((self.stage, name)) {
            self.mentioned[self.stage].push(name);
        }
    }

    /// Utf8 entry of a descriptor; nested classes in it are noted.
    pub fn descriptor(&mut self, desc: Name) -> u16 {
        if let Some(&i) = self.utf8.get(&desc) {
            return i;
        }
        let text = desc.as_str();
        if text.contains('$') {
            self.mention_in_descriptor(text);
        }
        self.utf8(desc)
    }

    fn mention_in_descriptor(&mut self, text: &str) {
        let mut rest = text;
        while let Some(start) = rest.find('L') {
            let name = &rest[start + 1..];
            let end = name.find(';').unwrap_or(name.len());
            if name[..end].contains('$') {
                self.mention(Name::new(&name[..end]));
            }
            rest = &name[end..];
        }
    }

    /// Utf8 entry of a signature (JVMS 4.7.9.1); nested classes in it are noted.
    pub fn signature(&mut self, text: &str) -> u16 {
        let mut class = String::new();
        let mut stack: Vec<String> = Vec::new();
        let mut chars = text.chars();
        let mut in_class = false;
        while let Some(c) = chars.next() {
            match c {
                'L' if !in_class => {
                    in_class = true;
                    class.clear();
                }
                'T' if !in_class => {
                    for c in chars.by_ref() {
                        if c == ';' {
                            break;
                        }
                    }
                }
                '<' => {
                    stack.push(if in_class { class.clone() } else { String::new() });
                    in_class = false;
                    if stack.len() == 1 && stack[0].is_empty() {
                        // Type parameters: identifiers before colons are no types.
                        self.skip_parameter_name(&mut chars);
                    }
                }
                '>' => {
                    class = stack.pop().unwrap_or_default();
                    in_class = !class.is_empty();
                }
                '.' if in_class => class.push('$'),
                ';' if in_class => {
                    if class.contains('$') {
                        self.mention(Name::new(&class));
                    }
                    in_class = false;
                    class.clear();
                    if stack.len() == 1 && stack[0].is_empty() {
                        self.skip_parameter_name(&mut chars);
                    }
                }
                c if in_class => class.push(c),
                _ => {}
            }
        }
        self.cp.utf8(text)
    }

    // In a list of type parameters: `Name:` may stand next.
    fn skip_parameter_name(&mut self, chars: &mut std::str::Chars<'_>) {
        let rest = chars.as_str();
        if let Some(colon) = rest.find(':')
            && rest[..colon].chars().all(|c| !matches!(c, ';' | '<' | '>' | '/' | '.' | '('))
            && colon > 0
        {
            *chars = rest[colon..].chars();
        }
    }

    fn member(&mut self, m: Member, kind: RefKind) -> u16 {
        let field = kind == RefKind::Field;
        if let Some(&i) = self.members.get(&(m, field)) {
            return i;
        }
        let stage = self.stage;
        let class = self.class(m.owner);
        self.stage = stage.max(1);
        let name = self.utf8(m.name);
        let descriptor = self.descriptor(m.desc);
        self.stage = stage;
        let name_and_type = self.cp.constant(&Constant::NameAndType { name, descriptor });
        let i = self.cp.constant(&match kind {
            RefKind::Field => Constant::Fieldref { class, name_and_type },
            RefKind::Method => Constant::Methodref { class, name_and_type },
            RefKind::InterfaceMethod => Constant::InterfaceMethodref { class, name_and_type },
        });
        self.members.insert((m, field), i);
        i
    }

    /// Fieldref.
    pub fn field(&mut self, m: Member) -> u16 {
        self.member(m, RefKind::Field)
    }

    /// Methodref or InterfaceMethodref.
    pub fn method(&mut self, m: Member) -> u16 {
        self.member(m, if m.interface { RefKind::InterfaceMethod } else { RefKind::Method })
    }

    /// String entry.
    pub fn string(&mut self, text: &[u16]) -> u16 {
        self.cp.string_utf16(text)
    }

    /// MethodHandle entry.
    pub fn handle(&mut self, h: Handle) -> u16 {
        let member =
            if h.kind <= ref_kind::PUT_STATIC { self.field(h.member) } else { self.method(h.member) };
        self.cp.method_handle(h.kind, member)
    }

    /// A loadable constant; not for int-like ones that are pushed by an instruction.
    pub fn constant(&mut self, c: &Const) -> u16 {
        match c {
            Const::Int(v) => self.cp.integer(*v),
            Const::Long(v) => self.cp.long(*v),
            // One NaN: which bits the host's arithmetic folded to must not show.
            Const::Float(v) => self.cp.float(if v.is_nan() { f32::from_bits(0x7fc0_0000) } else { *v }),
            Const::Double(v) => {
                self.cp.double(if v.is_nan() { f64::from_bits(0x7ff8_0000_0000_0000) } else { *v })
            }
            Const::Str(s) => self.string(s),
        }
    }

    fn boot_arg(&mut self, arg: &BootArg) -> u16 {
        match arg {
            BootArg::Int(v) => self.cp.integer(*v),
            BootArg::Str(s) => self.cp.string_utf16(s),
            BootArg::Class(c) => self.class(*c),
            BootArg::Handle(h) => self.handle(*h),
            BootArg::MethodType(d) => {
                let descriptor = self.descriptor(*d);
                self.cp.constant(&Constant::MethodType { descriptor })
            }
        }
    }

    /// InvokeDynamic entry and what it needs.
    pub fn indy(&mut self, bootstrap: Handle, args: &[BootArg], name: Name, desc: Name) -> u16 {
        let stage = std::mem::replace(&mut self.stage, 2);
        let method = self.handle(bootstrap);
        let arguments: Vec<u16> = args.iter().map(|a| self.boot_arg(a)).collect();
        self.stage = stage.max(1);
        let next = self.bootstraps.len() as u16;
        let index = match self.bootstrap_ids.get(&(method, arguments.clone())) {
            Some(&i) => i,
            None => {
                self.bootstrap_ids.insert((method, arguments.clone()), next);
                self.bootstraps.push(BootstrapMethod { method, arguments });
                next
            }
        };
        let name = self.utf8(name);
        let descriptor = self.descriptor(desc);
        self.stage = stage;
        let name_and_type = self.cp.constant(&Constant::NameAndType { name, descriptor });
        self.cp.constant(&Constant::InvokeDynamic { bootstrap: index, name_and_type })
    }

    /// A verification type with its class entry.
    pub fn vtype(&mut self, t: VType) -> VerificationType {
        match t {
            VType::Top => VerificationType::Top,
            VType::Int => VerificationType::Integer,
            VType::Long => VerificationType::Long,
            VType::Float => VerificationType::Float,
            VType::Double => VerificationType::Double,
            VType::Null => VerificationType::Null,
            VType::UninitThis => VerificationType::UninitializedThis,
            VType::Uninit(pc) => VerificationType::Uninitialized(pc as u16),
            VType::Obj(name) => VerificationType::Object(self.class(name)),
        }
    }
}
