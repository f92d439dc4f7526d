//! `ObjectMethods`: equals, hashCode and toString of records, from their components.

use super::concat::{self, Piece};
use super::convert::{kind, stack_kind};
use super::handle::Handle;
use super::spin::{Spinner, method_of};
use super::{CallSite, Site};
use crate::class::{Class, ValueKind, tag, u16_at};
use crate::error::JResult;
use crate::link;
use crate::thread::JavaThread;
use rvm_classfile::code_builder::CodeBuilder;
use rvm_classfile::constant::ref_kind;
use rvm_classfile::flags;
use rvm_classfile::mutf8;
use rvm_classfile::opcode::{Kind, Opcode};

struct Component {
    name: Vec<u16>,
    /// Field name and descriptor.
    field: String,
    descriptor: String,
}

struct Record {
    class: &'static Class,
    internal: String,
    components: Vec<Component>,
}

pub(super) fn link(thread: &JavaThread, site: &Site) -> JResult<CallSite> {
    let record = parse(thread, site)?;
    let mut spinner = Spinner::new(site.host, "ObjectMethods");
    let descriptor = site.descriptor.text();
    let plan = match &*site.name.text() {
        "toString" => Some(to_string(thread, &mut spinner, &record)?),
        "hashCode" => {
            hash_code(thread, &mut spinner, &record, &descriptor)?;
            None
        }
        "equals" => {
            equals(thread, &mut spinner, &record, &descriptor)?;
            None
        }
        other => return Err(thread.throw("java/lang/IllegalArgumentException", other)),
    };
    spinner.resolve_class(&record.internal, record.class);
    let class = spinner.define(thread)?;
    if let Some(plan) = plan {
        concat::bind(class, plan);
    }
    Ok(CallSite::Method(method_of(class, "call")))
}

fn parse(thread: &JavaThread, site: &Site) -> JResult<Record> {
    let pool = &site.host.pool;
    let bad = || thread.throw("java/lang/IllegalArgumentException", "bootstrap arguments of ObjectMethods");
    let [class, names, getters @ ..] = &site.arguments[..] else { return Err(bad()) };
    if pool.tag(*class) != tag::CLASS || pool.tag(*names) != tag::STRING {
        return Err(bad());
    }
    let class = link::resolve_class(thread, site.host, *class)?;
    let names = pool.utf8(pool.first(*names));
    let names: Vec<&[u8]> = if names.is_empty() { Vec::new() } else { names.split(|&c| c == b';').collect() };
    if names.len() != getters.len() {
        return Err(
            thread.throw("java/lang/IllegalArgumentException", "Name list and accessor list do not match")
        );
    }
    let mut components = Vec::new();
    for (name, &getter) in names.into_iter().zip(getters) {
        if pool.tag(getter) != tag::METHOD_HANDLE {
            return Err(bad());
        }
        let handle = Handle::resolve(thread, site.host, getter)?;
        if handle.kind != ref_kind::GET_FIELD || handle.class != class {
            return Err(bad());
        }
        let name = mutf8::decode_utf16(name).unwrap_or_default();
        let (field, descriptor) = (handle.name.text().into_owned(), handle.descriptor.text().into_owned());
        components.push(Component { name, field, descriptor });
    }
    Ok(Record { class, internal: class.name.text().into_owned(), components })
}

/// `Class.getSimpleName` of the record.
fn simple_name(class: &'static Class) -> Vec<u16> {
    let units = |bytes: &[u8]| mutf8::decode_utf16(bytes).unwrap_or_default();
    if let Some(table) = class.attribute(b"InnerClasses") {
        for row in 0..usize::from(u16_at(table, 0)) {
            let at = 2 + row * 8;
            let name = u16_at(table, at + 4);
            if class.pool.name(u16_at(table, at)) == class.name && name != 0 {
                return units(class.pool.utf8(name));
            }
        }
    }
    let name = class.name.bytes();
    units(&name[name.iter().rposition(|&c| c == b'/').map_or(0, |at| at + 1)..])
}

fn finish(thread: &JavaThread, spinner: &mut Spinner, code: CodeBuilder, descriptor: &str) -> JResult<()> {
    match code.finish(&mut spinner.def.cp) {
        Ok(code) => {
            spinner.def.method(flags::STATIC, "call", descriptor, vec![code]);
            Ok(())
        }
        Err(error) => Err(thread.throw("java/lang/InternalError", &format!("spinning a class: {error}"))),
    }
}

fn load(code: &mut CodeBuilder, spinner: &mut Spinner, record: &Record, local: u16, component: &Component) {
    code.load(Kind::A, local);
    code.field(
        Opcode::Getfield,
        &record.internal,
        &component.field,
        &component.descriptor,
        &mut spinner.def.cp,
    );
}

/// `Point[x=1, y=2]`
fn to_string(thread: &JavaThread, spinner: &mut Spinner, record: &Record) -> JResult<concat::Plan> {
    let mut pieces = Vec::new();
    let mut text = simple_name(record.class);
    text.push(u16::from(b'['));
    for (index, component) in record.components.iter().enumerate() {
        if index > 0 {
            text.extend(", ".encode_utf16());
        }
        text.extend(&component.name);
        text.push(u16::from(b'='));
        pieces.push(Piece::Text(std::mem::take(&mut text)));
        pieces.push(Piece::Argument);
    }
    text.push(u16::from(b']'));
    pieces.push(Piece::Text(text));
    let types: String = record.components.iter().map(|c| c.descriptor.as_str()).collect();
    let descriptor = format!("({types})Ljava/lang/String;");
    let plan = concat::add_methods(thread, spinner, &descriptor, pieces)?;
    let mut code = CodeBuilder::new(1);
    for component in &record.components {
        load(&mut code, spinner, record, 0, component);
    }
    // `concat` is there only if some component needs it.
    let prepared = spinner.def.methods.len() > 1;
    let own = spinner.name.clone();
    let name = if prepared { "concat" } else { "join" };
    code.invoke(Opcode::Invokestatic, &own, name, &descriptor, false, &mut spinner.def.cp);
    code.ret(Some(Kind::A));
    finish(thread, spinner, code, &format!("(L{};)Ljava/lang/String;", record.internal))?;
    Ok(plan)
}

/// 31 times the sum so far plus the component's hash, from 0 on.
fn hash_code(thread: &JavaThread, spinner: &mut Spinner, record: &Record, descriptor: &str) -> JResult<()> {
    let mut code = CodeBuilder::new(1);
    code.int(0, &mut spinner.def.cp);
    for component in &record.components {
        code.int(31, &mut spinner.def.cp).op(Opcode::Imul);
        load(&mut code, spinner, record, 0, component);
        let (class, argument) = match kind(&component.descriptor) {
            ValueKind::Ref => ("java/util/Objects", "Ljava/lang/Object;"),
            primitive => (box_class(primitive), component.descriptor.as_str()),
        };
        let ty = format!("({argument})I");
        code.invoke(Opcode::Invokestatic, class, "hashCode", &ty, false, &mut spinner.def.cp);
        code.op(Opcode::Iadd);
    }
    code.op(Opcode::Ireturn);
    finish(thread, spinner, code, descriptor)
}

fn box_class(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Boolean => "java/lang/Boolean",
        ValueKind::Byte => "java/lang/Byte",
        ValueKind::Char => "java/lang/Character",
        ValueKind::Short => "java/lang/Short",
        ValueKind::Long => "java/lang/Long",
        ValueKind::Float => "java/lang/Float",
        ValueKind::Double => "java/lang/Double",
        _ => "java/lang/Integer",
    }
}

/// The same object, or a record of the same class with equal components: floating-point ones by `compare`, references by `equals`.
fn equals(thread: &JavaThread, spinner: &mut Spinner, record: &Record, descriptor: &str) -> JResult<()> {
    let mut code = CodeBuilder::new(2);
    let (yes, no) = (code.label(), code.label());
    code.load(Kind::A, 0).load(Kind::A, 1).branch(Opcode::IfAcmpeq, yes);
    let class = spinner.def.cp.class(&record.internal);
    code.load(Kind::A, 1).class_op(Opcode::Instanceof, class).branch(Opcode::Ifeq, no);
    code.load(Kind::A, 1).class_op(Opcode::Checkcast, class).store(Kind::A, 1);
    for component in &record.components {
        load(&mut code, spinner, record, 0, component);
        load(&mut code, spinner, record, 1, component);
        let value = kind(&component.descriptor);
        let cp = &mut spinner.def.cp;
        match value {
            ValueKind::Ref => {
                let ty = "(Ljava/lang/Object;Ljava/lang/Object;)Z";
                code.invoke(Opcode::Invokestatic, "java/util/Objects", "equals", ty, false, cp);
                code.branch(Opcode::Ifeq, no);
            }
            ValueKind::Float | ValueKind::Double => {
                let ty = format!("({0}{0})I", value.letter());
                code.invoke(Opcode::Invokestatic, box_class(value), "compare", &ty, false, cp);
                code.branch(Opcode::Ifne, no);
            }
            _ if stack_kind(value) == Kind::J => {
                code.op(Opcode::Lcmp).branch(Opcode::Ifne, no);
            }
            _ => {
                code.branch(Opcode::IfIcmpne, no);
            }
        }
    }
    code.place(yes, None).op(Opcode::Iconst1).op(Opcode::Ireturn);
    code.set_depth(0);
    code.place(no, None).op(Opcode::Iconst0).op(Opcode::Ireturn);
    finish(thread, spinner, code, descriptor)
}
