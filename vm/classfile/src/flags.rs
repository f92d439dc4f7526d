//! Access and property flags (JVMS tables 4.1-B, 4.5-A, 4.6-A, 4.7.6-A, 4.7.24, 4.7.25).
#![allow(missing_docs)]

pub const PUBLIC: u16 = 0x0001;
pub const PRIVATE: u16 = 0x0002;
pub const PROTECTED: u16 = 0x0004;
pub const STATIC: u16 = 0x0008;
pub const FINAL: u16 = 0x0010;
/// Classes only.
pub const SUPER: u16 = 0x0020;
/// Methods only.
pub const SYNCHRONIZED: u16 = 0x0020;
/// Fields only.
pub const VOLATILE: u16 = 0x0040;
/// Methods only.
pub const BRIDGE: u16 = 0x0040;
/// Fields only.
pub const TRANSIENT: u16 = 0x0080;
/// Methods only.
pub const VARARGS: u16 = 0x0080;
pub const NATIVE: u16 = 0x0100;
pub const INTERFACE: u16 = 0x0200;
pub const ABSTRACT: u16 = 0x0400;
/// Methods only, versions 46 to 60.
pub const STRICT: u16 = 0x0800;
pub const SYNTHETIC: u16 = 0x1000;
pub const ANNOTATION: u16 = 0x2000;
pub const ENUM: u16 = 0x4000;
/// Classes only (module-info).
pub const MODULE: u16 = 0x8000;
/// Parameters, modules.
pub const MANDATED: u16 = 0x8000;
/// Module attribute.
pub const OPEN: u16 = 0x0020;
/// Module attribute, requires.
pub const TRANSITIVE: u16 = 0x0020;
/// Module attribute, requires.
pub const STATIC_PHASE: u16 = 0x0040;

/// Class flags that JVMS table 4.1-B defines.
pub const CLASS_MASK: u16 =
    PUBLIC | FINAL | SUPER | INTERFACE | ABSTRACT | SYNTHETIC | ANNOTATION | ENUM | MODULE;
/// Field flags that JVMS table 4.5-A defines.
pub const FIELD_MASK: u16 =
    PUBLIC | PRIVATE | PROTECTED | STATIC | FINAL | VOLATILE | TRANSIENT | SYNTHETIC | ENUM;
/// Method flags that JVMS table 4.6-A defines.
pub const METHOD_MASK: u16 = PUBLIC
    | PRIVATE
    | PROTECTED
    | STATIC
    | FINAL
    | SYNCHRONIZED
    | BRIDGE
    | VARARGS
    | NATIVE
    | ABSTRACT
    | STRICT
    | SYNTHETIC;
