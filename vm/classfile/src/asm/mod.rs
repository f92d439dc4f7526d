//! A class-file assembler for tests: text to bytes, as malformed as the text says.
//! `docs/assembler.md` describes the language.

mod code;
mod data;
mod token;

use crate::annotation::put_u2;
use crate::constant::Constant;
use crate::flags;
use crate::mutf8;
use crate::writer::ConstantPoolBuilder;
use code::CodeState;
use std::collections::HashMap;
use thiserror::Error;
use token::Line;

/// A mistake in an assembler text.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}: {message}")]
pub struct AsmError {
    /// Line number from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

/// One assembled class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assembled {
    /// Name as written behind `class`.
    pub name: String,
    /// The class file.
    pub bytes: Vec<u8>,
}

/// Assembles all classes of a text.
pub fn assemble(text: &str) -> Result<Vec<Assembled>, AsmError> {
    let mut done = Vec::new();
    let mut current: Option<ClassState> = None;
    for (i, text) in text.lines().enumerate() {
        let number = i + 1;
        let at = |message: String| AsmError { line: number, message };
        let mut line = Line::new(text).map_err(at)?;
        let Some(word) = line.peek_word() else { continue };
        if word == "class" {
            line.word().map_err(at)?;
            if let Some(class) = current.take() {
                done.push(class.finish().map_err(at)?);
            }
            current = Some(ClassState::new(&mut line).map_err(at)?);
        } else {
            let class = current.as_mut().ok_or_else(|| at("`class` expected first".into()))?;
            class.line(&mut line).map_err(at)?;
        }
        if let Some(rest) = line.peek_word() {
            return Err(at(format!("unexpected `{rest}`")));
        }
    }
    if let Some(class) = current {
        let last = text.lines().count();
        done.push(class.finish().map_err(|message| AsmError { line: last, message })?);
    }
    Ok(done)
}

type Asm<T> = Result<T, String>;

/// Attribute structures, already encoded, and how many.
#[derive(Default)]
struct AttributeBytes {
    count: u16,
    bytes: Vec<u8>,
}

impl AttributeBytes {
    fn add(&mut self, name: u16, length: Option<u32>, data: &[u8]) {
        self.count += 1;
        put_u2(&mut self.bytes, name);
        self.bytes.extend(length.unwrap_or(data.len() as u32).to_be_bytes());
        self.bytes.extend_from_slice(data);
    }

    fn write(&self, out: &mut Vec<u8>) {
        put_u2(out, self.count);
        out.extend_from_slice(&self.bytes);
    }
}

struct MemberState {
    method: bool,
    access: u16,
    name: u16,
    descriptor: u16,
    attributes: AttributeBytes,
    code: Option<CodeState>,
}

/// Constants and bootstrap methods by name.
struct Pool {
    cp: ConstantPoolBuilder,
    named: HashMap<String, u16>,
    bootstraps: Vec<(String, Vec<u8>)>,
}

struct ClassState {
    name: String,
    magic: u32,
    version: (u16, u16),
    access: u16,
    this_class: u16,
    super_class: u16,
    interfaces: Vec<u16>,
    pool: Pool,
    fields: (u16, Vec<u8>),
    methods: (u16, Vec<u8>),
    member: Option<MemberState>,
    attributes: AttributeBytes,
    pool_count: Option<u16>,
    truncate: usize,
    append: Vec<u8>,
}

impl ClassState {
    fn new(line: &mut Line) -> Asm<Self> {
        let access = flag_words(line, Place::Class)?;
        let name = line.word()?;
        let mut pool = Pool { cp: ConstantPoolBuilder::new(), named: HashMap::new(), bootstraps: Vec::new() };
        let this_class = pool.class(&name);
        let mut class = ClassState {
            name: mutf8::to_str_lossy(&name).into_owned(),
            magic: crate::class::MAGIC,
            version: (61, 0),
            access,
            this_class,
            super_class: 0,
            interfaces: Vec::new(),
            pool,
            fields: Default::default(),
            methods: Default::default(),
            member: None,
            attributes: AttributeBytes::default(),
            pool_count: None,
            truncate: 0,
            append: Vec::new(),
        };
        let mut super_name = Some(b"java/lang/Object".to_vec());
        if line.eat("extends") {
            super_name = if line.eat("none") { None } else { Some(line.word()?) };
        }
        if let Some(name) = super_name {
            class.super_class = class.pool.class(&name);
        }
        if line.eat("implements") {
            while !line.is_empty() {
                let name = line.word()?;
                let index = class.pool.class(&name);
                class.interfaces.push(index);
            }
        }
        Ok(class)
    }

    fn line(&mut self, line: &mut Line) -> Asm<()> {
        let word = line.peek_word().unwrap_or_default();
        match word.as_str() {
            "version" => {
                line.word()?;
                let text = line.text()?;
                let (major, minor) = text.split_once('.').unwrap_or((&text, "0"));
                self.version = (token::number(major)? as u16, token::number(minor)? as u16);
            }
            "magic" => {
                line.word()?;
                self.magic = line.number()? as u32;
            }
            "access" => {
                line.word()?;
                self.access = flag_words(line, Place::Class)?;
            }
            "this" => {
                line.word()?;
                self.this_class = self.pool.reference(line)?;
            }
            "super" => {
                line.word()?;
                self.super_class = self.pool.reference(line)?;
            }
            "interface" => {
                line.word()?;
                let index = self.pool.reference(line)?;
                self.interfaces.push(index);
            }
            "const" => {
                line.word()?;
                let name = line.text()?;
                line.expect("=")?;
                let index = self.pool.constant(line)?;
                self.pool.named.insert(name, index);
            }
            "bootstrap" => {
                line.word()?;
                let name = line.text()?;
                line.expect("=")?;
                self.pool.bootstrap(name, line)?;
            }
            "pool_count" => {
                line.word()?;
                self.pool_count = Some(line.number()? as u16);
            }
            "truncate" => {
                line.word()?;
                self.truncate = line.number()? as usize;
            }
            "append" => {
                line.word()?;
                self.append = self.pool.items(line, None)?;
            }
            "field" | "method" => self.start_member(line)?,
            "end" => {
                line.word()?;
                self.end_member()?;
            }
            "attr" => {
                line.word()?;
                let (name, length, data) = self.pool.attribute(line, None)?;
                let target = self.member.as_mut().map_or(&mut self.attributes, |m| &mut m.attributes);
                target.add(name, length, &data);
            }
            _ => {
                let member = self.member.as_mut().filter(|m| m.method);
                let member = member.ok_or_else(|| format!("unknown directive `{word}`"))?;
                let code = member.code.get_or_insert_with(CodeState::default);
                code.line(&mut self.pool, line)?;
            }
        }
        Ok(())
    }

    fn start_member(&mut self, line: &mut Line) -> Asm<()> {
        self.end_member()?;
        let method = line.text()? == "method";
        let access = flag_words(line, if method { Place::Method } else { Place::Field })?;
        let name = self.pool.utf8_operand(line)?;
        let descriptor_text = line.peek_word().unwrap_or_default();
        let descriptor = self.pool.utf8_operand(line)?;
        let mut member = MemberState {
            method,
            access,
            name,
            descriptor,
            attributes: AttributeBytes::default(),
            code: None,
        };
        if line.eat("=") {
            let value = self.pool.constant(line)?;
            let name = self.pool.cp.utf8("ConstantValue");
            member.attributes.add(name, None, &value.to_be_bytes());
        }
        if method {
            let slots = crate::descriptor::argument_slots(descriptor_text.as_bytes()).unwrap_or(0);
            let this = usize::from(access & flags::STATIC == 0);
            if access & (flags::ABSTRACT | flags::NATIVE) == 0 {
                member.code = Some(CodeState::new(slots + this));
            }
        }
        self.member = Some(member);
        Ok(())
    }

    fn end_member(&mut self) -> Asm<()> {
        let Some(mut member) = self.member.take() else { return Ok(()) };
        // A method without any code line has no Code attribute.
        if let Some(code) = member.code.take().filter(|code| !code.is_untouched()) {
            let data = code.finish(&mut self.pool)?;
            let name = self.pool.cp.utf8("Code");
            member.attributes.add(name, None, &data);
        }
        let (count, out) = if member.method { &mut self.methods } else { &mut self.fields };
        *count += 1;
        for value in [member.access, member.name, member.descriptor] {
            put_u2(out, value);
        }
        member.attributes.write(out);
        Ok(())
    }

    fn finish(mut self) -> Asm<Assembled> {
        self.end_member()?;
        if !self.pool.bootstraps.is_empty() {
            let name = self.pool.cp.utf8("BootstrapMethods");
            let mut data = (self.pool.bootstraps.len() as u16).to_be_bytes().to_vec();
            self.pool.bootstraps.iter().for_each(|(_, entry)| data.extend(entry));
            self.attributes.add(name, None, &data);
        }
        let mut out = self.magic.to_be_bytes().to_vec();
        put_u2(&mut out, self.version.1);
        put_u2(&mut out, self.version.0);
        let start = out.len();
        self.pool.cp.write(&mut out).map_err(|e| e.to_string())?;
        if let Some(count) = self.pool_count {
            out[start..start + 2].copy_from_slice(&count.to_be_bytes());
        }
        for value in [self.access, self.this_class, self.super_class, self.interfaces.len() as u16] {
            put_u2(&mut out, value);
        }
        self.interfaces.iter().for_each(|&index| put_u2(&mut out, index));
        for (count, members) in [&self.fields, &self.methods] {
            put_u2(&mut out, *count);
            out.extend_from_slice(members);
        }
        self.attributes.write(&mut out);
        out.truncate(out.len().saturating_sub(self.truncate));
        out.extend(self.append);
        Ok(Assembled { name: self.name, bytes: out })
    }
}

impl Pool {
    fn class(&mut self, name: &[u8]) -> u16 {
        let name = self.cp.utf8_bytes(name);
        self.cp.constant(&Constant::Class { name })
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Class,
    Field,
    Method,
}

fn flag_words(line: &mut Line, place: Place) -> Asm<u16> {
    let mut access = 0;
    while let Some(word) = line.peek_word() {
        access |= match (word.as_str(), place) {
            ("public", _) => flags::PUBLIC,
            ("private", _) => flags::PRIVATE,
            ("protected", _) => flags::PROTECTED,
            ("static", _) => flags::STATIC,
            ("final", _) => flags::FINAL,
            ("super", Place::Class) => flags::SUPER,
            ("interface", Place::Class) => flags::INTERFACE,
            ("annotation", Place::Class) => flags::ANNOTATION,
            ("module", Place::Class) => flags::MODULE,
            ("synchronized", Place::Method) => flags::SYNCHRONIZED,
            ("bridge", Place::Method) => flags::BRIDGE,
            ("varargs", Place::Method) => flags::VARARGS,
            ("native", Place::Method) => flags::NATIVE,
            ("strict", Place::Method) => flags::STRICT,
            ("volatile", Place::Field) => flags::VOLATILE,
            ("transient", Place::Field) => flags::TRANSIENT,
            ("abstract", _) => flags::ABSTRACT,
            ("synthetic", _) => flags::SYNTHETIC,
            ("enum", Place::Class | Place::Field) => flags::ENUM,
            (hex, _) if hex.starts_with("0x") => token::number(hex)? as u16,
            _ => break,
        };
        line.word()?;
    }
    Ok(access)
}
