//! Header, fields and methods.

use crate::attributes::{self, value_raw};
use crate::constants;
use crate::output::Output;
use crate::types;
use crate::{Access, Options, code as disassembly, sha256};
use rvm_classfile::descriptor::{FieldType, MethodDescriptor};
use rvm_classfile::{
    Attribute, Attributes, ClassFile, Code, ConstantPool, FormatError, Member, Result, flags, mutf8,
    signature,
};
use std::path::Path;
use std::time::UNIX_EPOCH;

/// What the parts need to know.
pub struct Printer<'p> {
    pub cp: &'p ConstantPool<'p>,
    pub options: &'p Options,
    pub this_class: &'p [u8],
    /// The method whose code is printed, for args_size.
    method: Option<&'p Member<'p>>,
}

pub const PARAMETER_WORDS: [(u16, &str); 3] =
    [(flags::FINAL, "final"), (flags::MANDATED, "mandated"), (flags::SYNTHETIC, "synthetic")];

const MODIFIERS: [(u16, &str); 7] = [
    (flags::PUBLIC, "public"),
    (flags::PRIVATE, "private"),
    (flags::PROTECTED, "protected"),
    (flags::STATIC, "static"),
    (flags::FINAL, "final"),
    (flags::ABSTRACT, "abstract"),
    (flags::STRICT, "strictfp"),
];

/// Words for the flags that are set, in the table's order.
pub fn flag_words(access: u16, table: &[(u16, &'static str)]) -> Vec<&'static str> {
    table.iter().filter(|(bit, _)| access & bit != 0).map(|(_, word)| *word).collect()
}

/// Modifiers of a nested class.
pub fn inner_class_words(access: u16) -> Vec<&'static str> {
    flag_words(access, &MODIFIERS[..6])
}

fn field_words(access: u16) -> Vec<&'static str> {
    let mut table = MODIFIERS[..5].to_vec();
    table.extend([(flags::VOLATILE, "volatile"), (flags::TRANSIENT, "transient")]);
    flag_words(access, &table)
}

fn method_words(access: u16) -> Vec<&'static str> {
    let mut table = MODIFIERS[..5].to_vec();
    table.extend([(flags::SYNCHRONIZED, "synchronized"), (flags::NATIVE, "native")]);
    table.extend(&MODIFIERS[5..]);
    flag_words(access, &table)
}

fn acc_names(access: u16, kind: Kind) -> String {
    let name = |bit: u16| match (bit, kind) {
        (0x0001, _) => "ACC_PUBLIC",
        (0x0002, _) => "ACC_PRIVATE",
        (0x0004, _) => "ACC_PROTECTED",
        (0x0008, _) => "ACC_STATIC",
        (0x0010, _) => "ACC_FINAL",
        (0x0020, Kind::Class) => "ACC_SUPER",
        (0x0020, Kind::Method) => "ACC_SYNCHRONIZED",
        (0x0040, Kind::Field) => "ACC_VOLATILE",
        (0x0040, Kind::Method) => "ACC_BRIDGE",
        (0x0080, Kind::Field) => "ACC_TRANSIENT",
        (0x0080, Kind::Method) => "ACC_VARARGS",
        (0x0100, Kind::Method) => "ACC_NATIVE",
        (0x0200, Kind::Class) => "ACC_INTERFACE",
        (0x0400, _) => "ACC_ABSTRACT",
        (0x0800, Kind::Method) => "ACC_STRICT",
        (0x1000, _) => "ACC_SYNTHETIC",
        (0x2000, Kind::Class) => "ACC_ANNOTATION",
        (0x4000, _) => "ACC_ENUM",
        (0x8000, Kind::Class) => "ACC_MODULE",
        (0x8000, _) => "ACC_MANDATED",
        _ => "",
    };
    let names: Vec<String> = (0..16)
        .map(|shift| 1u16 << shift)
        .filter(|bit| access & bit != 0)
        .map(|bit| match name(bit) {
            "" => format!("0x{bit:x}"),
            name => name.to_string(),
        })
        .collect();
    format!("flags: (0x{access:04x}) {}", names.join(", ")).trim_end().to_string()
}

#[derive(Clone, Copy)]
enum Kind {
    Class,
    Field,
    Method,
}

fn visible(access: u16, level: Access) -> bool {
    let needed = if access & flags::PUBLIC != 0 {
        Access::Public
    } else if access & flags::PROTECTED != 0 {
        Access::Protected
    } else if access & flags::PRIVATE != 0 {
        Access::Private
    } else {
        Access::Package
    };
    level >= needed
}

/// Prints a class.
pub fn print(
    class: &ClassFile<'_>,
    bytes: &[u8],
    path: &Path,
    options: &Options,
    text: &mut String,
) -> Result<()> {
    let out = &mut Output::new(text);
    let verbose = options.verbose;
    let p = Printer { cp: &class.cp, options, this_class: class.name()?, method: None };
    let module = class.access & flags::MODULE != 0;
    if options.sysinfo || verbose {
        system_info(out, bytes, path);
    }
    let source = match class.attribute("SourceFile")? {
        Some(Attribute::SourceFile(index)) => Some(value_raw(&class.cp, index)?),
        _ => None,
    };
    let lead = |out: &mut Output<'_>| {
        if let Some(source) = &source {
            out.line(format!("Compiled from \"{source}\""));
        }
    };
    if options.sysinfo || verbose {
        out.nested(lead);
    } else {
        lead(out);
    }
    let header = if module { module_header(class)? } else { class_header(class, verbose)? };
    if verbose {
        out.line(header);
        out.nested(|out| verbose_header(out, class))?;
        constant_pool(out, &class.cp)?;
        out.line("{");
    } else {
        out.line(header + " {");
    }
    let members: Vec<_> = class
        .fields
        .iter()
        .map(|field| (false, field))
        .chain(class.methods.iter().map(|method| (true, method)))
        .filter(|(_, member)| visible(member.access, options.access))
        .collect();
    let spaced = |method: bool| options.code || options.lines || method && options.signatures;
    out.nested(|out| {
        if module && !verbose {
            module_body(out, class)?;
        }
        for (i, (is_method, member)) in members.iter().enumerate() {
            match is_method {
                true => method(&p, out, class, member)?,
                false => field(&p, out, member)?,
            }
            if spaced(*is_method) && i + 1 < members.len() {
                out.blank();
            }
        }
        Ok::<_, FormatError>(())
    })?;
    out.line("}");
    if verbose {
        attributes::all(&p, out, &class.attributes, &[])?;
    }
    Ok(())
}

fn system_info(out: &mut Output<'_>, bytes: &[u8], path: &Path) {
    let full = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    out.line(format!("Classfile {}", full.display()));
    let seconds = std::fs::metadata(path)
        .and_then(|m| m.modified())
        .ok()
        .and_then(|t| t.duration_since(UNIX_EPOCH).ok())
        .map_or(0, |d| d.as_secs());
    out.nested(|out| {
        out.line(format!("Last modified {}; size {} bytes", date(seconds), bytes.len()));
        out.line(format!("SHA-256 checksum {}", sha256::hex(bytes)));
    });
}

// Days to a date in the proleptic Gregorian calendar, counted in years that begin in March.
fn date(seconds: u64) -> String {
    let days = seconds as i64 / 86400 + 719_468;
    let era = days / 146_097;
    let day_of_era = days % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let year = era * 400 + year_of_era + i64::from(month >= 10);
    const MONTHS: [&str; 12] =
        ["Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb"];
    format!("{} {day}, {year}", MONTHS[month as usize])
}

fn class_header(class: &ClassFile<'_>, verbose: bool) -> Result<String> {
    let interface = class.access & flags::INTERFACE != 0;
    let mut access = class.access & !flags::SUPER;
    if interface {
        access &= !flags::ABSTRACT;
    }
    let mut words = flag_words(access, &MODIFIERS[..6]).join(" ");
    if !words.is_empty() {
        words.push(' ');
    }
    words.push_str(if interface { "interface " } else { "class " });
    words.push_str(&types::class_name(class.name()?));
    let (mut super_class, mut interfaces, mut comma) = (None, Vec::new(), ", ");
    match signature_of(&class.cp, &class.attributes).map(signature::parse_class) {
        Some(Ok(signature)) => {
            words.push_str(&types::type_parameters(&signature.parameters, verbose));
            let object = signature.super_class.internal_name() == "java/lang/Object";
            if !interface && (verbose || !object) {
                super_class = Some(types::class_type(&signature.super_class, false));
            }
            interfaces.extend(signature.interfaces.iter().map(|i| types::class_type(i, false)));
        }
        _ => {
            super_class = class
                .super_name()?
                .filter(|&name| name != b"java/lang/Object" && !interface)
                .map(types::class_name);
            // javap sets blanks only between the parts of a Signature.
            comma = ",";
            for name in class.interface_names() {
                interfaces.push(types::class_name(name?));
            }
        }
    }
    if let Some(name) = super_class {
        words.push_str(&format!(" extends {name}"));
    }
    if !interfaces.is_empty() {
        words.push_str(if interface { " extends " } else { " implements " });
        words.push_str(&interfaces.join(comma));
    }
    Ok(words)
}

fn verbose_header(out: &mut Output<'_>, class: &ClassFile<'_>) -> Result<()> {
    out.line(format!("minor version: {}", class.minor));
    out.line(format!("major version: {}", class.major));
    out.line(acc_names(class.access, Kind::Class));
    let index = |out: &mut Output<'_>, title: &str, index: u16| -> Result<()> {
        match index {
            0 => out.line(format!("{title}: #0")),
            _ => out.comment(format!("{title}: #{index}"), constants::value(&class.cp, index)?),
        }
        Ok(())
    };
    index(out, "this_class", class.this_class)?;
    index(out, "super_class", class.super_class)?;
    out.line(format!(
        "interfaces: {}, fields: {}, methods: {}, attributes: {}",
        class.interfaces.len(),
        class.fields.len(),
        class.methods.len(),
        class.attributes.len()
    ));
    Ok(())
}

fn constant_pool(out: &mut Output<'_>, cp: &ConstantPool<'_>) -> Result<()> {
    out.line("Constant pool:");
    let width = cp.len().to_string().len() + 1;
    out.nested(|out| {
        for (index, constant) in cp.iter() {
            let (contents, comment) = constants::pool_entry(cp, index)?;
            let number = format!("#{index}");
            let line = format!("{number:>width$} = {:<18} {contents}", constant.kind_name());
            match comment {
                Some(comment) => out.comment(line, comment),
                None => out.line(line),
            }
        }
        Ok(())
    })
}

fn signature_of<'a>(cp: &ConstantPool<'a>, attributes: &Attributes<'_>) -> Option<&'a [u8]> {
    match attributes.get(cp, "Signature") {
        Ok(Some(Attribute::Signature(index))) => cp.utf8(index).ok(),
        _ => None,
    }
}

/// The type of a field or record component, generic if it has a signature.
pub fn field_type(cp: &ConstantPool<'_>, descriptor: u16, attributes: &Attributes<'_>) -> Result<String> {
    if let Some(signature) = signature_of(cp, attributes)
        && let Ok(signature) = signature::parse_field(signature)
    {
        return Ok(types::type_text(&signature, false));
    }
    Ok(FieldType::parse(cp.utf8(descriptor)?)?.to_source())
}

fn field(p: &Printer<'_>, out: &mut Output<'_>, field: &Member<'_>) -> Result<()> {
    let mut words = field_words(field.access);
    let kind = field_type(p.cp, field.descriptor, &field.attributes)?;
    words.push(&kind);
    let name = mutf8::to_str_lossy(field.name(p.cp)?);
    words.push(&name);
    let mut line = words.join(" ");
    if p.options.constants
        && let Some(Attribute::ConstantValue(index)) = field.attribute(p.cp, "ConstantValue")?
    {
        line.push_str(" = ");
        line.push_str(&constants::source_value(p.cp, index, field.descriptor(p.cp)?)?);
    }
    out.line(line + ";");
    out.nested(|out| details(p, out, field, Kind::Field))
}

fn details(p: &Printer<'_>, out: &mut Output<'_>, member: &Member<'_>, kind: Kind) -> Result<()> {
    if p.options.signatures {
        out.line(format!("descriptor: {}", value_raw(p.cp, member.descriptor)?));
    }
    if p.options.verbose {
        out.line(acc_names(member.access, kind));
        attributes::all(p, out, &member.attributes, &[])?;
    } else if let Some(code) = member.code(p.cp)? {
        if p.options.code {
            out.line("Code:");
            disassembly::instructions(out, &code, p.cp, p.this_class)?;
            disassembly::exception_table(out, &code, p.cp)?;
        }
        if p.options.lines {
            tables(p, out, &code)?;
        }
    }
    Ok(())
}

fn tables(p: &Printer<'_>, out: &mut Output<'_>, code: &Code<'_>) -> Result<()> {
    if let Some(Attribute::LineNumberTable(lines)) = code.attributes.get(p.cp, "LineNumberTable")? {
        attributes::line_numbers(out, &lines);
    }
    if let Some(Attribute::LocalVariableTable(list)) = code.attributes.get(p.cp, "LocalVariableTable")? {
        attributes::local_variables(out, p.cp, "LocalVariableTable", &list)?;
    }
    Ok(())
}

/// A Code attribute in verbose mode.
pub fn code(p: &Printer<'_>, out: &mut Output<'_>, code: &Code<'_>) -> Result<()> {
    out.line("Code:");
    out.nested(|out| {
        let arguments = p.method.map_or(Ok(0), |m| -> Result<usize> {
            let parameters = MethodDescriptor::parse(m.descriptor(p.cp)?)?.parameters.len();
            Ok(parameters + usize::from(!m.is(flags::STATIC)))
        })?;
        out.line(format!("stack={}, locals={}, args_size={arguments}", code.max_stack, code.max_locals));
        disassembly::instructions(out, code, p.cp, p.this_class)?;
        disassembly::exception_table(out, code, p.cp)?;
        attributes::all(p, out, &code.attributes, &[])
    })
}

fn method(p: &Printer<'_>, out: &mut Output<'_>, class: &ClassFile<'_>, method: &Member<'_>) -> Result<()> {
    let name = method.name(p.cp)?;
    let descriptor = MethodDescriptor::parse(method.descriptor(p.cp)?)?;
    let mut words: Vec<String> = method_words(method.access).into_iter().map(String::from).collect();
    let interface = class.access & flags::INTERFACE != 0;
    if interface
        && name != b"<clinit>"
        && method.access & (flags::ABSTRACT | flags::STATIC | flags::PRIVATE) == 0
    {
        words.push("default".into());
    }
    let generic = signature_of(p.cp, &method.attributes).and_then(|s| signature::parse_method(s).ok());
    let (mut parameters, result, mut thrown) = match &generic {
        Some(generic) => {
            if !generic.type_parameters.is_empty() {
                words.push(types::type_parameters(&generic.type_parameters, p.options.verbose));
            }
            (
                generic.parameters.iter().map(|t| types::type_text(t, false)).collect::<Vec<_>>(),
                generic.result.as_ref().map(|t| types::type_text(t, false)),
                generic.throws.iter().map(|t| types::type_text(t, true)).collect::<Vec<_>>(),
            )
        }
        None => (
            descriptor.parameters.iter().map(|t| t.to_source()).collect(),
            descriptor.result.map(FieldType::to_source),
            Vec::new(),
        ),
    };
    if method.is(flags::VARARGS)
        && let Some(last) = parameters.last_mut()
        && let Some(element) = last.strip_suffix("[]")
    {
        *last = format!("{element}...");
    }
    match name {
        b"<clinit>" => words.push("{}".into()),
        b"<init>" => words.push(format!("{}({})", types::class_name(p.this_class), parameters.join(", "))),
        _ => {
            words.push(result.unwrap_or_else(|| "void".into()));
            words.push(format!("{}({})", mutf8::to_str_lossy(name), parameters.join(", ")));
        }
    }
    if thrown.is_empty()
        && let Some(Attribute::Exceptions(classes)) = method.attribute(p.cp, "Exceptions")?
    {
        for class in classes {
            thrown.push(types::class_name(p.cp.class_name(class)?));
        }
    }
    if !thrown.is_empty() {
        words.push(format!("throws {}", thrown.join(", ")));
    }
    out.line(words.join(" ") + ";");
    let p = Printer { cp: p.cp, options: p.options, this_class: p.this_class, method: Some(method) };
    out.nested(|out| details(&p, out, method, Kind::Method))
}

fn module_header(class: &ClassFile<'_>) -> Result<String> {
    let Some(Attribute::Module(module)) = class.attribute("Module")? else {
        return Ok("module".into());
    };
    let open = if module.flags & flags::OPEN != 0 { "open " } else { "" };
    let name = mutf8::to_str_lossy(class.cp.module(module.name)?);
    let version = match module.version {
        0 => String::new(),
        index => format!("@{}", class.cp.text(index)?),
    };
    Ok(format!("{open}module {name}{version}"))
}

fn module_body(out: &mut Output<'_>, class: &ClassFile<'_>) -> Result<()> {
    let Some(Attribute::Module(module)) = class.attribute("Module")? else { return Ok(()) };
    let cp = &class.cp;
    let list = |out: &mut Output<'_>, head: String, word: &str, names: Vec<String>| {
        if names.is_empty() {
            out.line(head + ";");
            return;
        }
        out.line(format!("{head} {word}"));
        out.nested(|out| {
            for (i, name) in names.iter().enumerate() {
                out.line(format!("{name}{}", if i + 1 < names.len() { "," } else { ";" }));
            }
        });
    };
    for requires in &module.requires {
        let fixed = if requires.flags & flags::STATIC_PHASE != 0 { "static " } else { "" };
        let transitive = if requires.flags & flags::TRANSITIVE != 0 { "transitive " } else { "" };
        let name = mutf8::to_str_lossy(cp.module(requires.module)?);
        out.line(format!("requires {fixed}{transitive}{name};"));
    }
    for (word, entries) in [("exports", &module.exports), ("opens", &module.opens)] {
        for entry in entries {
            let names: Result<Vec<_>> =
                entry.to.iter().map(|&m| Ok(mutf8::to_str_lossy(cp.module(m)?).into_owned())).collect();
            list(out, format!("{word} {}", types::class_name(cp.package(entry.package)?)), "to", names?);
        }
    }
    for &class in &module.uses {
        out.line(format!("uses {};", types::class_name(cp.class_name(class)?)));
    }
    for entry in &module.provides {
        let names: Result<Vec<_>> =
            entry.with.iter().map(|&c| Ok(types::class_name(cp.class_name(c)?))).collect();
        // Two blanks, as javap prints them.
        list(out, format!("provides  {}", types::class_name(cp.class_name(entry.service)?)), "with", names?);
    }
    Ok(())
}
