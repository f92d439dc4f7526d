//! Attributes (JVMS 4.7) as data; the same types are read and written. Fields that end in
//! nothing special are constant pool indices, 0 where JVMS allows it.

use crate::annotation::{Annotation, ElementValue, TypeAnnotation};
use crate::class::Attributes;
use crate::code::Instructions;
use std::borrow::Cow;

pub use crate::attribute_read::{frames, parse};

/// An attribute.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Attribute<'a> {
    /// Index of the constant.
    ConstantValue(u16),
    Code(Code<'a>),
    StackMapTable(Vec<Frame>),
    /// Indices of Class entries.
    Exceptions(Vec<u16>),
    InnerClasses(Vec<InnerClass>),
    EnclosingMethod {
        class: u16,
        /// NameAndType index or 0.
        method: u16,
    },
    Synthetic,
    Signature(u16),
    SourceFile(u16),
    SourceDebugExtension(Cow<'a, [u8]>),
    LineNumberTable(Vec<LineNumber>),
    LocalVariableTable(Vec<LocalVariable>),
    /// `descriptor` of each entry is a signature.
    LocalVariableTypeTable(Vec<LocalVariable>),
    Deprecated,
    RuntimeVisibleAnnotations(Vec<Annotation>),
    RuntimeInvisibleAnnotations(Vec<Annotation>),
    RuntimeVisibleParameterAnnotations(Vec<Vec<Annotation>>),
    RuntimeInvisibleParameterAnnotations(Vec<Vec<Annotation>>),
    RuntimeVisibleTypeAnnotations(Vec<TypeAnnotation>),
    RuntimeInvisibleTypeAnnotations(Vec<TypeAnnotation>),
    AnnotationDefault(ElementValue),
    BootstrapMethods(Vec<BootstrapMethod>),
    MethodParameters(Vec<MethodParameter>),
    Module(Module),
    /// Indices of Package entries.
    ModulePackages(Vec<u16>),
    ModuleMainClass(u16),
    NestHost(u16),
    NestMembers(Vec<u16>),
    Record(Vec<RecordComponent<'a>>),
    PermittedSubclasses(Vec<u16>),
    /// Any other name, or contents to be written as they are.
    Unknown {
        name: Cow<'a, [u8]>,
        data: Cow<'a, [u8]>,
    },
}

impl Attribute<'_> {
    /// Its name, modified UTF-8.
    pub fn name(&self) -> &[u8] {
        let name = match self {
            Attribute::ConstantValue(_) => "ConstantValue",
            Attribute::Code(_) => "Code",
            Attribute::StackMapTable(_) => "StackMapTable",
            Attribute::Exceptions(_) => "Exceptions",
            Attribute::InnerClasses(_) => "InnerClasses",
            Attribute::EnclosingMethod { .. } => "EnclosingMethod",
            Attribute::Synthetic => "Synthetic",
            Attribute::Signature(_) => "Signature",
            Attribute::SourceFile(_) => "SourceFile",
            Attribute::SourceDebugExtension(_) => "SourceDebugExtension",
            Attribute::LineNumberTable(_) => "LineNumberTable",
            Attribute::LocalVariableTable(_) => "LocalVariableTable",
            Attribute::LocalVariableTypeTable(_) => "LocalVariableTypeTable",
            Attribute::Deprecated => "Deprecated",
            Attribute::RuntimeVisibleAnnotations(_) => "RuntimeVisibleAnnotations",
            Attribute::RuntimeInvisibleAnnotations(_) => "RuntimeInvisibleAnnotations",
            Attribute::RuntimeVisibleParameterAnnotations(_) => "RuntimeVisibleParameterAnnotations",
            Attribute::RuntimeInvisibleParameterAnnotations(_) => "RuntimeInvisibleParameterAnnotations",
            Attribute::RuntimeVisibleTypeAnnotations(_) => "RuntimeVisibleTypeAnnotations",
            Attribute::RuntimeInvisibleTypeAnnotations(_) => "RuntimeInvisibleTypeAnnotations",
            Attribute::AnnotationDefault(_) => "AnnotationDefault",
            Attribute::BootstrapMethods(_) => "BootstrapMethods",
            Attribute::MethodParameters(_) => "MethodParameters",
            Attribute::Module(_) => "Module",
            Attribute::ModulePackages(_) => "ModulePackages",
            Attribute::ModuleMainClass(_) => "ModuleMainClass",
            Attribute::NestHost(_) => "NestHost",
            Attribute::NestMembers(_) => "NestMembers",
            Attribute::Record(_) => "Record",
            Attribute::PermittedSubclasses(_) => "PermittedSubclasses",
            Attribute::Unknown { name, .. } => return name,
        };
        name.as_bytes()
    }
}

/// The Code attribute (JVMS 4.7.3).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Code<'a> {
    /// Operand stack depth, in slots.
    pub max_stack: u16,
    /// Local variables, in slots, parameters included.
    pub max_locals: u16,
    /// The instructions.
    pub code: Cow<'a, [u8]>,
    /// Exception handlers in order of precedence.
    pub handlers: Vec<Handler>,
    /// Nested attributes.
    pub attributes: Attributes<'a>,
}

impl Code<'_> {
    /// Decodes the instructions one by one.
    pub fn instructions(&self) -> Instructions<'_> {
        Instructions::new(&self.code)
    }
}

/// An entry of the exception table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// First pc covered.
    pub start_pc: u16,
    /// First pc no longer covered.
    pub end_pc: u16,
    /// Where control goes.
    pub handler_pc: u16,
    /// Class index, or 0 for any.
    pub catch_type: u16,
}

/// A frame of StackMapTable (JVMS 4.7.4) as encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Frame {
    /// Also `same_frame_extended`; writing picks the short form when it fits.
    Same {
        offset_delta: u16,
    },
    /// Also the extended form.
    SameLocals1 {
        offset_delta: u16,
        stack: VerificationType,
    },
    /// `count` 1 to 3 locals less.
    Chop {
        offset_delta: u16,
        count: u8,
    },
    /// 1 to 3 locals more.
    Append {
        offset_delta: u16,
        locals: Vec<VerificationType>,
    },
    Full {
        offset_delta: u16,
        locals: Vec<VerificationType>,
        stack: Vec<VerificationType>,
    },
}

impl Frame {
    /// Its offset_delta.
    pub fn offset_delta(&self) -> u16 {
        match self {
            Frame::Same { offset_delta }
            | Frame::SameLocals1 { offset_delta, .. }
            | Frame::Chop { offset_delta, .. }
            | Frame::Append { offset_delta, .. }
            | Frame::Full { offset_delta, .. } => *offset_delta,
        }
    }
}

/// verification_type_info (JVMS 4.7.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum VerificationType {
    Top,
    Integer,
    Float,
    Double,
    Long,
    Null,
    UninitializedThis,
    /// Class index.
    Object(u16),
    /// pc of the `new`.
    Uninitialized(u16),
}

/// An entry of InnerClasses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InnerClass {
    /// Class index.
    pub inner: u16,
    /// Class index, or 0 when not a member.
    pub outer: u16,
    /// Utf8 index, or 0 when anonymous.
    pub name: u16,
    /// Flags as declared.
    pub access: u16,
}

/// An entry of LineNumberTable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineNumber {
    /// First pc of the line.
    pub start_pc: u16,
    /// Line.
    pub line: u16,
}

/// An entry of LocalVariableTable or LocalVariableTypeTable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalVariable {
    /// First pc where it has a value.
    pub start_pc: u16,
    /// Length of the range.
    pub length: u16,
    /// Utf8 index of the name.
    pub name: u16,
    /// Utf8 index of the descriptor or signature.
    pub descriptor: u16,
    /// Local variable slot.
    pub index: u16,
}

/// An entry of BootstrapMethods.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BootstrapMethod {
    /// MethodHandle index.
    pub method: u16,
    /// Indices of loadable constants.
    pub arguments: Vec<u16>,
}

/// An entry of MethodParameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MethodParameter {
    /// Utf8 index, or 0.
    pub name: u16,
    /// FINAL, SYNTHETIC, MANDATED.
    pub access: u16,
}

/// A component of a record (JVMS 4.7.30).
#[derive(Clone, Debug, PartialEq)]
pub struct RecordComponent<'a> {
    /// Utf8 index.
    pub name: u16,
    /// Utf8 index.
    pub descriptor: u16,
    /// Its attributes.
    pub attributes: Attributes<'a>,
}

/// The Module attribute (JVMS 4.7.25).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Module {
    /// Module index.
    pub name: u16,
    /// OPEN, SYNTHETIC, MANDATED.
    pub flags: u16,
    /// Utf8 index, or 0.
    pub version: u16,
    /// `requires`.
    pub requires: Vec<ModuleRequires>,
    /// `exports`.
    pub exports: Vec<ModuleExports>,
    /// `opens`.
    pub opens: Vec<ModuleExports>,
    /// `uses`: class indices.
    pub uses: Vec<u16>,
    /// `provides`.
    pub provides: Vec<ModuleProvides>,
}

/// A `requires` entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModuleRequires {
    /// Module index.
    pub module: u16,
    /// TRANSITIVE, STATIC_PHASE, SYNTHETIC, MANDATED.
    pub flags: u16,
    /// Utf8 index, or 0.
    pub version: u16,
}

/// An `exports` or `opens` entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModuleExports {
    /// Package index.
    pub package: u16,
    /// SYNTHETIC, MANDATED.
    pub flags: u16,
    /// Module indices.
    pub to: Vec<u16>,
}

/// A `provides` entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModuleProvides {
    /// Class index of the service.
    pub service: u16,
    /// Class indices of the providers.
    pub with: Vec<u16>,
}
