//! Class-file format (JVMS 17 chapters 4 and 6): reading, writing, the one table of bytecodes.
//!
//! Names, descriptors and strings are modified UTF-8 byte slices (`mutf8` converts). Reading borrows from the bytes
//! and is lazy: attributes stay bytes until asked for. Nothing here panics on any input.
//!
//! ```
//! use rvm_classfile::*;
//!
//! // Writing: indices come from the pool builder; its errors (too many constants) surface in to_bytes.
//! let mut class = ClassDef::new(flags::PUBLIC | flags::SUPER, "Hello", Some("java/lang/Object"));
//! let mut code = CodeBuilder::new(1); // slots of the parameters; or fill `attribute::Code` yourself
//! let text = class.cp.string("Hello");
//! code.field(Opcode::Getstatic, "java/lang/System", "out", "Ljava/io/PrintStream;", &mut class.cp)
//!     .ldc(text, Kind::A)
//!     .invoke(Opcode::Invokevirtual, "java/io/PrintStream", "println", "(Ljava/lang/String;)V", false, &mut class.cp)
//!     .op(Opcode::Return);
//! let code = code.finish(&mut class.cp)?;
//! class.method(flags::PUBLIC | flags::STATIC, "main", "([Ljava/lang/String;)V", vec![code]);
//! let file = class.cp.utf8("Hello.java");
//! class.attributes.push(Attribute::SourceFile(file));
//! let bytes: Vec<u8> = class.to_bytes()?;
//!
//! // Reading.
//! let class: ClassFile<'_> = parse(&bytes)?;
//! assert_eq!(class.name()?, b"Hello");
//! for method in &class.methods {
//!     let name: &[u8] = method.name(&class.cp)?;
//!     let descriptor = MethodDescriptor::parse(method.descriptor(&class.cp)?)?;
//!     if let Some(code) = method.code(&class.cp)? {
//!         for instruction in code.instructions() {
//!             let instruction: Instruction<'_> = instruction?;
//!             match (instruction.opcode, instruction.operand) {
//!                 (Opcode::Invokevirtual, Operand::Constant(index)) => {
//!                     let target: MemberRef<'_> = class.cp.method_ref(index)?;
//!                     assert_eq!(target.name, b"println");
//!                 }
//!                 (_, Operand::Branch(offset)) => _ = instruction.target(offset),
//!                 _ => {}
//!             }
//!         }
//!     }
//! }
//! if let Some(Attribute::SourceFile(index)) = class.attribute("SourceFile")? {
//!     assert_eq!(class.cp.text(index)?, "Hello.java");
//! }
//! // Also: class.cp.get(i) -> Constant, class.attributes.iter() (raw) / .decode(&cp), method.attributes.get(&cp, name),
//! // Opcode::info() (layout, stack effect, can_throw), code::encode, descriptor::*, signature::parse_class/_method/_field.
//! # Ok::<(), FormatError>(())
//! ```

pub mod annotation;
pub mod asm;
pub mod attribute;
mod attribute_read;
mod attribute_write;
pub mod class;
pub mod code;
pub mod code_builder;
pub mod constant;
pub mod descriptor;
mod error;
pub mod flags;
pub mod mutf8;
pub mod opcode;
pub mod reader;
pub mod signature;
pub mod writer;

pub use annotation::{Annotation, ElementValue, TypeAnnotation, TypeTarget};
pub use attribute::{Attribute, Code, Frame, Handler, VerificationType};
pub use attribute_read::{NAMES as ATTRIBUTE_NAMES, known_name};
pub use class::{Attributes, ClassFile, Member, RawAttribute, parse, peek_version};
pub use code::{Instruction, Instructions, LookupSwitch, Operand, TableSwitch};
pub use code_builder::{CodeBuilder, Label};
pub use constant::{Constant, ConstantPool, DynamicRef, MemberRef, RefKind};
pub use descriptor::{FieldType, MethodDescriptor, Primitive};
pub use error::{FormatError, Result};
pub use opcode::{Kind, Layout, Opcode, OpcodeInfo, StackEffect};
pub use writer::{ClassDef, ConstantPoolBuilder, MemberDef};
