//! Decoding of attribute contents (JVMS 4.7).

use crate::annotation::{Annotation, ElementValue, TypeAnnotation};
use crate::attribute::*;
use crate::class::Attributes;
use crate::error::{FormatError, Result};
use crate::reader::Reader;
use std::borrow::Cow;

/// Decodes an attribute's contents by its name. All bytes must be used. An unknown name is no error.
pub fn parse<'a>(name: &'a [u8], data: &'a [u8]) -> Result<Attribute<'a>> {
    let r = &mut Reader::new(data);
    let attribute = match name {
        b"ConstantValue" => Attribute::ConstantValue(r.u2()?),
        b"Code" => Attribute::Code(Code::read(r)?),
        b"StackMapTable" => Attribute::StackMapTable(r.list(Frame::read)?),
        b"Exceptions" => Attribute::Exceptions(r.list(Reader::u2)?),
        b"InnerClasses" => {
            Attribute::InnerClasses(r.list(|r| {
                Ok(InnerClass { inner: r.u2()?, outer: r.u2()?, name: r.u2()?, access: r.u2()? })
            })?)
        }
        b"EnclosingMethod" => Attribute::EnclosingMethod { class: r.u2()?, method: r.u2()? },
        b"Synthetic" => Attribute::Synthetic,
        b"Signature" => Attribute::Signature(r.u2()?),
        b"SourceFile" => Attribute::SourceFile(r.u2()?),
        b"SourceDebugExtension" => Attribute::SourceDebugExtension(Cow::Borrowed(r.bytes(data.len())?)),
        b"LineNumberTable" => {
            Attribute::LineNumberTable(r.list(|r| Ok(LineNumber { start_pc: r.u2()?, line: r.u2()? }))?)
        }
        b"LocalVariableTable" => Attribute::LocalVariableTable(r.list(LocalVariable::read)?),
        b"LocalVariableTypeTable" => Attribute::LocalVariableTypeTable(r.list(LocalVariable::read)?),
        b"Deprecated" => Attribute::Deprecated,
        b"RuntimeVisibleAnnotations" => Attribute::RuntimeVisibleAnnotations(r.list(Annotation::parse)?),
        b"RuntimeInvisibleAnnotations" => Attribute::RuntimeInvisibleAnnotations(r.list(Annotation::parse)?),
        b"RuntimeVisibleParameterAnnotations" => {
            Attribute::RuntimeVisibleParameterAnnotations(parameter_annotations(r)?)
        }
        b"RuntimeInvisibleParameterAnnotations" => {
            Attribute::RuntimeInvisibleParameterAnnotations(parameter_annotations(r)?)
        }
        b"RuntimeVisibleTypeAnnotations" => {
            Attribute::RuntimeVisibleTypeAnnotations(r.list(TypeAnnotation::parse)?)
        }
        b"RuntimeInvisibleTypeAnnotations" => {
            Attribute::RuntimeInvisibleTypeAnnotations(r.list(TypeAnnotation::parse)?)
        }
        b"AnnotationDefault" => Attribute::AnnotationDefault(ElementValue::parse(r)?),
        b"BootstrapMethods" => Attribute::BootstrapMethods(
            r.list(|r| Ok(BootstrapMethod { method: r.u2()?, arguments: r.list(Reader::u2)? }))?,
        ),
        b"MethodParameters" => {
            let count = r.u1()?;
            let parameters = (0..count).map(|_| Ok(MethodParameter { name: r.u2()?, access: r.u2()? }));
            Attribute::MethodParameters(parameters.collect::<Result<_>>()?)
        }
        b"Module" => Attribute::Module(Module::read(r)?),
        b"ModulePackages" => Attribute::ModulePackages(r.list(Reader::u2)?),
        b"ModuleMainClass" => Attribute::ModuleMainClass(r.u2()?),
        b"NestHost" => Attribute::NestHost(r.u2()?),
        b"NestMembers" => Attribute::NestMembers(r.list(Reader::u2)?),
        b"Record" => Attribute::Record(r.list(|r| {
            Ok(RecordComponent { name: r.u2()?, descriptor: r.u2()?, attributes: Attributes::parse(r)? })
        })?),
        b"PermittedSubclasses" => Attribute::PermittedSubclasses(r.list(Reader::u2)?),
        _ => {
            return Ok(Attribute::Unknown { name: Cow::Borrowed(name), data: Cow::Borrowed(data) });
        }
    };
    if !r.is_empty() {
        return Err(FormatError::BadAttribute { name: known_name(name), what: "wrong length" });
    }
    Ok(attribute)
}

/// Names of all attributes JVMS 17 defines.
pub const NAMES: [&str; 30] = [
    "ConstantValue",
    "Code",
    "StackMapTable",
    "Exceptions",
    "InnerClasses",
    "EnclosingMethod",
    "Synthetic",
    "Signature",
    "SourceFile",
    "SourceDebugExtension",
    "LineNumberTable",
    "LocalVariableTable",
    "LocalVariableTypeTable",
    "Deprecated",
    "RuntimeVisibleAnnotations",
    "RuntimeInvisibleAnnotations",
    "RuntimeVisibleParameterAnnotations",
    "RuntimeInvisibleParameterAnnotations",
    "RuntimeVisibleTypeAnnotations",
    "RuntimeInvisibleTypeAnnotations",
    "AnnotationDefault",
    "BootstrapMethods",
    "MethodParameters",
    "Module",
    "ModulePackages",
    "ModuleMainClass",
    "NestHost",
    "NestMembers",
    "Record",
    "PermittedSubclasses",
];

/// The attribute name as a static string, "unknown" if JVMS does not define it.
pub fn known_name(name: &[u8]) -> &'static str {
    NAMES.iter().find(|known| known.as_bytes() == name).copied().unwrap_or("unknown")
}

fn parameter_annotations(r: &mut Reader<'_>) -> Result<Vec<Vec<Annotation>>> {
    let count = r.u1()?;
    (0..count).map(|_| r.list(Annotation::parse)).collect()
}

impl<'a> Code<'a> {
    /// Decodes the contents of a Code attribute.
    pub fn parse(data: &'a [u8]) -> Result<Self> {
        let mut r = Reader::new(data);
        let code = Code::read(&mut r)?;
        if !r.is_empty() {
            return Err(FormatError::BadAttribute { name: "Code", what: "wrong length" });
        }
        Ok(code)
    }

    fn read(r: &mut Reader<'a>) -> Result<Self> {
        let max_stack = r.u2()?;
        let max_locals = r.u2()?;
        let length = r.u4()?;
        let code = Cow::Borrowed(r.bytes(length as usize)?);
        let handlers = r.list(|r| {
            Ok(Handler { start_pc: r.u2()?, end_pc: r.u2()?, handler_pc: r.u2()?, catch_type: r.u2()? })
        })?;
        Ok(Code { max_stack, max_locals, code, handlers, attributes: Attributes::parse(r)? })
    }
}

impl LocalVariable {
    fn read(r: &mut Reader<'_>) -> Result<Self> {
        Ok(LocalVariable {
            start_pc: r.u2()?,
            length: r.u2()?,
            name: r.u2()?,
            descriptor: r.u2()?,
            index: r.u2()?,
        })
    }
}

impl VerificationType {
    fn read(r: &mut Reader<'_>) -> Result<Self> {
        Ok(match r.u1()? {
            0 => VerificationType::Top,
            1 => VerificationType::Integer,
            2 => VerificationType::Float,
            3 => VerificationType::Double,
            4 => VerificationType::Long,
            5 => VerificationType::Null,
            6 => VerificationType::UninitializedThis,
            7 => VerificationType::Object(r.u2()?),
            8 => VerificationType::Uninitialized(r.u2()?),
            tag => return Err(FormatError::BadAttributeTag { name: "StackMapTable", tag }),
        })
    }
}

impl Frame {
    fn read(r: &mut Reader<'_>) -> Result<Self> {
        Ok(match r.u1()? {
            tag @ 0..=63 => Frame::Same { offset_delta: u16::from(tag) },
            tag @ 64..=127 => {
                Frame::SameLocals1 { offset_delta: u16::from(tag - 64), stack: VerificationType::read(r)? }
            }
            247 => Frame::SameLocals1 { offset_delta: r.u2()?, stack: VerificationType::read(r)? },
            tag @ 248..=250 => Frame::Chop { offset_delta: r.u2()?, count: 251 - tag },
            251 => Frame::Same { offset_delta: r.u2()? },
            tag @ 252..=254 => {
                let offset_delta = r.u2()?;
                let locals = (251..tag).map(|_| VerificationType::read(r)).collect::<Result<_>>()?;
                Frame::Append { offset_delta, locals }
            }
            255 => Frame::Full {
                offset_delta: r.u2()?,
                locals: r.list(VerificationType::read)?,
                stack: r.list(VerificationType::read)?,
            },
            tag => return Err(FormatError::BadAttributeTag { name: "StackMapTable", tag }),
        })
    }
}

/// Decodes the contents of a StackMapTable frame by frame; ends after an error. Whether bytes are left over is told as the
/// last error.
pub fn frames(data: &[u8]) -> impl Iterator<Item = Result<Frame>> + '_ {
    let mut r = Reader::new(data);
    let mut left = r.u2().map(usize::from);
    std::iter::from_fn(move || match left {
        Ok(0) if r.is_empty() => None,
        Ok(0) => {
            r = Reader::new(&[]);
            Some(Err(FormatError::BadAttribute { name: "StackMapTable", what: "wrong length" }))
        }
        Ok(count) => {
            let frame = Frame::read(&mut r);
            left = Ok(count - 1);
            if frame.is_err() {
                r = Reader::new(&[]);
                left = Ok(0);
            }
            Some(frame)
        }
        Err(ref error) => {
            let error = error.clone();
            left = Ok(0);
            Some(Err(error))
        }
    })
}

impl Module {
    fn read(r: &mut Reader<'_>) -> Result<Self> {
        let exports = |r: &mut Reader<'_>| {
            Ok(ModuleExports { package: r.u2()?, flags: r.u2()?, to: r.list(Reader::u2)? })
        };
        Ok(Module {
            name: r.u2()?,
            flags: r.u2()?,
            version: r.u2()?,
            requires: r.list(|r| Ok(ModuleRequires { module: r.u2()?, flags: r.u2()?, version: r.u2()? }))?,
            exports: r.list(exports)?,
            opens: r.list(exports)?,
            uses: r.list(Reader::u2)?,
            provides: r.list(|r| Ok(ModuleProvides { service: r.u2()?, with: r.list(Reader::u2)? }))?,
        })
    }
}
