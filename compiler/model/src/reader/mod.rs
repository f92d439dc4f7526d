//! Class files to symbols (JVMS 4), in two steps: the header (flags, nesting, type parameters, supertypes) when a class is first
//! looked at, its members when someone asks for them.

mod annotations;
mod signature;

use crate::hir::Const;
use crate::symbols::*;
use crate::types::Ty;
use crate::world::{State, World};
use hashbrown::HashMap;
use rvm_classfile::attribute::Attribute;
use rvm_classfile::class::{self, ClassFile, Member};
use rvm_classfile::{FormatError, Result};
use rvm_classfile::{constant::Constant, mutf8};
use rvm_syntax::Name;
use rvm_syntax::tree::flags;
use signature::SignatureParser;
use std::rc::Rc;

/// An entry of InnerClasses, by name.
#[derive(Clone, Copy)]
pub(crate) struct Inner {
    /// The class it is a member of; None for local and anonymous ones.
    outer: Option<Name>,
    /// Its simple name; None for anonymous ones.
    name: Option<Name>,
    access: u16,
}

/// A class file being turned to symbols.
pub(crate) struct Reader<'w, 'a> {
    w: &'w World,
    file: ClassFile<'a>,
    inner: HashMap<Name, Inner>,
    order: Vec<Name>,
    class: ClassId,
}

pub(crate) fn read_header(w: &World, sym: &ClassSym) {
    // Whoever looks at the class while it is being read sees what is there so far.
    sym.internal.state.set(State::Header);
    if sym.internal.bytes.get().is_none() {
        match w.find_bytes(sym.binary) {
            Some(bytes) => {
                let _ = sym.internal.bytes.set(bytes);
            }
            None => {
                let dotted = sym.binary.as_str().replace('/', ".");
                return missing(w, sym, format!("class file for {dotted} not found"));
            }
        }
    }
    let bytes = sym.internal.bytes.get().map_or(&[][..], |b| b);
    if let Err(e) = Reader::new(w, bytes, sym.id).and_then(|r| r.header(sym)) {
        missing(w, sym, w.note_bad_file(sym.binary, &flaw(&e)));
    }
}

pub(crate) fn read_members(w: &World, sym: &ClassSym) {
    sym.internal.state.set(State::Members);
    let bytes = sym.internal.bytes.get().map_or(&[][..], |b| b);
    if let Err(e) = Reader::new(w, bytes, sym.id).and_then(|r| r.members(sym)) {
        missing(w, sym, w.note_bad_file(sym.binary, &flaw(&e)));
    }
}

const WRONG_CLASS: &str = "class file contains wrong class: ";
/// The newest class files that are read.
const NEWEST: u16 = 61;

/// What is wrong with a class file, in javac's words where it has some.
fn flaw(e: &FormatError) -> String {
    match e {
        FormatError::BadMagic(_) => "illegal start of class file".into(),
        FormatError::BadDescriptor(text) if text.starts_with(WRONG_CLASS) => text.clone(),
        FormatError::BadDescriptor(text) if text.starts_with("class file has wrong version") => text.clone(),
        other => other.to_string(),
    }
}

fn missing(w: &World, sym: &ClassSym, reason: String) {
    sym.internal.state.set(State::Missing);
    let _ = sym.type_params.set(Vec::new());
    let object = (sym.binary.as_str() != "java/lang/Object").then(|| w.object());
    let _ = sym.superclass.set(object);
    let _ = sym.interfaces.set(Vec::new());
    sym.flags.set(sym.flags.get() | flags::PUBLIC);
    w.note_problem(sym.binary, reason);
}

impl<'w, 'a> Reader<'w, 'a> {
    fn new(w: &'w World, bytes: &'a [u8], class: ClassId) -> Result<Self> {
        if let [0xca, 0xfe, 0xba, 0xbe, minor0, minor1, major0, major1, ..] = *bytes {
            let (major, minor) = (u16::from_be_bytes([major0, major1]), u16::from_be_bytes([minor0, minor1]));
            if major > NEWEST {
                let text = format!("class file has wrong version {major}.{minor}, should be {NEWEST}.0");
                return Err(FormatError::BadDescriptor(text));
            }
        }
        let file = class::parse(bytes)?;
        let mut reader = Reader { w, file, inner: HashMap::new(), order: Vec::new(), class };
        let mut entries = Vec::new();
        if let Some(Attribute::InnerClasses(list)) = reader.file.attribute("InnerClasses")? {
            entries = list;
        }
        for e in entries {
            let inner = reader.text(reader.file.cp.class_name(e.inner)?)?;
            let outer = match e.outer {
                0 => None,
                o => Some(reader.text(reader.file.cp.class_name(o)?)?),
            };
            let name = match e.name {
                0 => None,
                n => Some(reader.text(reader.file.cp.utf8(n)?)?),
            };
            reader.order.push(inner);
            reader.inner.insert(inner, Inner { outer, name, access: e.access });
        }
        Ok(reader)
    }

    fn text(&self, bytes: &[u8]) -> Result<Name> {
        Ok(Name::new(&mutf8::to_str(bytes)?))
    }

    /// The symbol for a name in this class file.
    pub(crate) fn class_ref(&self, binary: Name) -> ClassId {
        match self.inner.get(&binary) {
            Some(Inner { name: Some(simple), .. }) => self.w.class_ref(binary, Some(*simple)),
            Some(Inner { name: None, .. }) => self.w.class_ref(binary, Some(Name::new(""))),
            // For a nested class that InnerClasses does not list the simple name stays its binary form, which only shows in messages.
            None => self.w.class_ref(binary, None),
        }
    }

    fn class_type_at(&self, index: u16) -> Result<Ty> {
        let name = self.text(self.file.cp.class_name(index)?)?;
        Ok(self.w.raw_type(self.class_ref(name)))
    }

    fn signature_of<'s>(&'s self, attributes: &'s class::Attributes<'_>) -> Result<Option<&'s [u8]>> {
        match attributes.get(&self.file.cp, "Signature")? {
            Some(Attribute::Signature(index)) => Ok(Some(self.file.cp.utf8(index)?)),
            _ => Ok(None),
        }
    }

    fn header(&self, sym: &ClassSym) -> Result<()> {
        let this = self.text(self.file.name()?)?;
        if this != sym.binary {
            let dotted = this.as_str().replace('/', ".");
            return Err(FormatError::BadDescriptor(format!("{WRONG_CLASS}{dotted}")));
        }
        let mut bits = u32::from(self.file.access) & !flags::SYNCHRONIZED;
        if let Some(own) = self.inner.get(&this) {
            bits = u32::from(own.access) & !flags::SYNCHRONIZED;
            match own.outer {
                Some(outer) => sym.owner.set(Owner::Class(self.class_ref(outer))),
                None => self.local_owner(sym)?,
            }
        } else if self.file.attributes.has(&self.file.cp, "EnclosingMethod") {
            self.local_owner(sym)?;
        }
        if self.file.attributes.has(&self.file.cp, "Deprecated") {
            bits |= flags::DEPRECATED;
        }
        if self.file.attributes.has(&self.file.cp, "Record") {
            bits |= flags::RECORD;
        }
        if self.file.attributes.has(&self.file.cp, "PermittedSubclasses") {
            bits |= flags::SEALED;
        }
        sym.flags.set(bits);
        if let Some(signature) = self.signature_of(&self.file.attributes)? {
            let mut p = SignatureParser::new(self, signature, None);
            let params = p.type_params(TypeVarOwner::Class(self.class), |vars| {
                let _ = sym.type_params.set(vars.to_vec());
            })?;
            if params.is_empty() {
                let _ = sym.type_params.set(params);
            }
            let superclass = p.ty()?;
            let mut interfaces = Vec::new();
            while !p.at_end() {
                interfaces.push(p.ty()?);
            }
            let _ = sym.superclass.set(Some(superclass));
            let _ = sym.interfaces.set(interfaces);
        } else {
            let _ = sym.type_params.set(Vec::new());
            let superclass = match self.file.super_class {
                0 => None,
                index => Some(self.class_type_at(index)?),
            };
            let interfaces: Result<Vec<Ty>> =
                self.file.interfaces.iter().map(|&i| self.class_type_at(i)).collect();
            let _ = sym.superclass.set(superclass);
            let _ = sym.interfaces.set(interfaces?);
        }
        Ok(())
    }

    fn local_owner(&self, sym: &ClassSym) -> Result<()> {
        if let Some(Attribute::EnclosingMethod { class, .. }) = self.file.attribute("EnclosingMethod")? {
            let outer = self.text(self.file.cp.class_name(class)?)?;
            sym.owner.set(Owner::Method(self.class_ref(outer), None));
        }
        Ok(())
    }

    fn members(&self, sym: &ClassSym) -> Result<()> {
        let w = self.w;
        for &binary in &self.order {
            let inner = self.inner[&binary];
            if inner.outer == Some(sym.binary) && inner.name.is_some() {
                sym.member_classes.borrow_mut().push(self.class_ref(binary));
            }
        }
        for f in &self.file.fields {
            if f.access & flags::SYNTHETIC as u16 == 0 {
                let id = self.field(f)?;
                sym.fields.borrow_mut().push(id);
            }
        }
        for m in &self.file.methods {
            let name = m.name(&self.file.cp)?;
            if m.access & flags::SYNTHETIC as u16 == 0 && name != b"<clinit>" {
                let id = self.method(sym, m)?;
                sym.methods.borrow_mut().push(id);
            }
        }
        if let Some(Attribute::Record(list)) = self.file.attribute("Record")? {
            for c in &list {
                let name = self.text(self.file.cp.utf8(c.name)?)?;
                let found = sym.fields.borrow().iter().copied().find(|&f| w.field(f).name == name);
                if let Some(f) = found {
                    sym.components.borrow_mut().push(f);
                }
            }
        }
        if let Some(Attribute::PermittedSubclasses(list)) = self.file.attribute("PermittedSubclasses")? {
            for index in list {
                let binary = self.text(self.file.cp.class_name(index)?)?;
                sym.permitted.borrow_mut().push(self.class_ref(binary));
            }
        }
        let annotations = self.annotations(&self.file.attributes)?;
        *sym.annotations.borrow_mut() = annotations;
        Ok(())
    }

    fn field(&self, f: &Member<'_>) -> Result<FieldId> {
        let cp = &self.file.cp;
        let name = self.text(f.name(cp)?)?;
        let ty = match self.signature_of(&f.attributes)? {
            Some(s) => SignatureParser::new(self, s, None).whole_type()?,
            None => SignatureParser::new(self, f.descriptor(cp)?, None).whole_type()?,
        };
        let constant = match f.attribute(cp, "ConstantValue")? {
            Some(Attribute::ConstantValue(index)) => Some(self.constant(index)?),
            _ => None,
        };
        let mut bits = u32::from(f.access);
        if f.attributes.has(cp, "Deprecated") {
            bits |= flags::DEPRECATED;
        }
        let annotations = match bits & flags::DEPRECATED {
            0 => Vec::new(),
            _ => self.annotations(&f.attributes)?,
        };
        Ok(self.w.add_field(|id| {
            let mut sym = FieldSym::new(id, self.class, name, ty);
            sym.annotations = annotations.into();
            sym.flags.set(bits);
            // Only final fields are constant variables (JLS 4.12.4).
            let _ = sym.constant.set(constant.filter(|_| bits & flags::FINAL != 0));
            sym
        }))
    }

    pub(crate) fn constant(&self, index: u16) -> Result<Const> {
        let cp = &self.file.cp;
        Ok(match cp.get(index) {
            Constant::Integer(v) => Const::Int(v),
            Constant::Float(v) => Const::Float(f32::from_bits(v)),
            Constant::Long(v) => Const::Long(v),
            Constant::Double(v) => Const::Double(f64::from_bits(v)),
            Constant::String { utf8 } => Const::Str(self.string(utf8)?),
            Constant::Utf8(_) => Const::Str(self.string(index)?),
            _ => return Err(FormatError::BadConstant { index, expected: "constant value" }),
        })
    }

    fn string(&self, utf8: u16) -> Result<Rc<[u16]>> {
        Ok(mutf8::decode_utf16(self.file.cp.utf8(utf8)?)?.into())
    }

    fn method(&self, class: &ClassSym, m: &Member<'_>) -> Result<MethodId> {
        let cp = &self.file.cp;
        let w = self.w;
        let name = self.text(m.name(cp)?)?;
        let descriptor = m.descriptor(cp)?;
        let mut bits = u32::from(m.access);
        if class.is_interface() && bits & (flags::ABSTRACT | flags::STATIC | flags::PRIVATE) == 0 {
            bits |= flags::DEFAULT;
        }
        if m.attributes.has(cp, "Deprecated") {
            bits |= flags::DEPRECATED;
        }
        let mut throws = Vec::new();
        if let Some(Attribute::Exceptions(list)) = m.attribute(cp, "Exceptions")? {
            for index in list {
                throws.push(self.class_type_at(index)?);
            }
        }
        // Before the id is taken: this may read other classes. Other annotations mean nothing to the compiler.
        let annotations = match bits & (flags::DEPRECATED | flags::VARARGS) {
            0 => Vec::new(),
            _ => self.annotations(&m.attributes)?,
        };
        let default_value = match m.attribute(cp, "AnnotationDefault")? {
            Some(Attribute::AnnotationDefault(v)) => self.element_value(&v)?,
            _ => None,
        };
        // The id is needed before the symbol is complete: it owns the type variables.
        let id = MethodId(w.method_count());
        let mut type_params = Vec::new();
        let (mut params, ret);
        let plain = SignatureParser::new(self, descriptor, None).method()?;
        match self.signature_of(&m.attributes)? {
            Some(s) => {
                let mut p = SignatureParser::new(self, s, None);
                type_params = p.type_params(TypeVarOwner::Method(id), |_| {})?;
                let (ps, r, ts) = p.method()?;
                params = ps;
                ret = r;
                if !ts.is_empty() {
                    throws = ts;
                }
            }
            None => {
                params = plain.0.clone();
                ret = plain.1;
                // The enclosing instance is a parameter in the descriptor, not in the language.
                if name.as_str() == "<init>" && w.has_outer_instance(self.class) && !params.is_empty() {
                    params.remove(0);
                }
            }
        }
        let polymorphic = bits & (flags::NATIVE | flags::VARARGS) == flags::NATIVE | flags::VARARGS
            && matches!(
                class.binary.as_str(),
                "java/lang/invoke/MethodHandle" | "java/lang/invoke/VarHandle"
            );
        let made = w.add_method(|id| {
            let mut sym = MethodSym::new(id, self.class, name, ret);
            sym.flags.set(bits);
            sym.type_params = type_params;
            sym.params = params;
            sym.throws = throws;
            sym.polymorphic = polymorphic;
            *sym.default_value.borrow_mut() = default_value;
            sym.annotations = annotations.into();
            sym
        });
        debug_assert!(made == id);
        Ok(made)
    }
}
