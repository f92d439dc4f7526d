//! Why a class is turned down.

use rvm_classfile::{FormatError, mutf8};
use thiserror::Error;

/// Which Java error a rejection becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// java.lang.UnsupportedClassVersionError
    UnsupportedClassVersion,
    /// java.lang.ClassFormatError
    ClassFormat,
    /// java.lang.NoClassDefFoundError: a module-info is no class.
    NotAClass,
    /// java.lang.VerifyError
    Verify,
}

impl Kind {
    /// Internal name of the Java class.
    pub fn java_class(self) -> &'static str {
        match self {
            Kind::UnsupportedClassVersion => "java/lang/UnsupportedClassVersionError",
            Kind::ClassFormat => "java/lang/ClassFormatError",
            Kind::NotAClass => "java/lang/NoClassDefFoundError",
            Kind::Verify => "java/lang/VerifyError",
        }
    }
}

/// A rule that a class breaks.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.text())]
pub struct Rejection {
    /// The error to throw.
    pub kind: Kind,
    /// Stable key: section of JVMS 17 and a word, such as `4.10.1.9.aload`.
    pub rule: String,
    /// What is wrong.
    pub message: String,
    /// Internal name of the class, as far as known.
    pub class: String,
    /// Name and descriptor of the method or field concerned.
    pub member: Option<String>,
    /// Offset of the instruction concerned, and its mnemonic.
    pub at: Option<(u32, &'static str)>,
}

impl Rejection {
    pub(crate) fn new(kind: Kind, rule: impl Into<String>, message: impl Into<String>) -> Self {
        Rejection {
            kind,
            rule: rule.into(),
            message: message.into(),
            class: String::new(),
            member: None,
            at: None,
        }
    }

    pub(crate) fn parse(bytes: &[u8], error: FormatError) -> Self {
        let rule = match error {
            FormatError::Truncated => "4.8.truncated",
            FormatError::BadMagic(_) => "4.8.magic",
            FormatError::TrailingBytes => "4.8.trailing",
            FormatError::EmptyConstantPool => "4.4.size",
            FormatError::UnknownTag { .. } => "4.4.tag",
            FormatError::BadConstant { .. } => "4.4.index",
            _ => "4.8.structure",
        };
        let class = guess_name(bytes);
        Rejection { class, ..Rejection::new(Kind::ClassFormat, rule, error.to_string()) }
    }

    fn text(&self) -> String {
        let mut text = self.message.clone();
        match (&self.member, &self.at) {
            (Some(member), Some((pc, mnemonic))) => {
                text += &format!(" in {}.{member} @{pc}: {mnemonic}", self.class);
            }
            (Some(member), None) => text += &format!(" in {}.{member}", self.class),
            (None, _) if !self.class.is_empty() => text += &format!(" in class file {}", self.class),
            (None, _) => {}
        }
        text + &format!(" [{}]", self.rule)
    }
}

/// Outcome of verification that is not success.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Failure<E> {
    /// The class breaks a rule.
    #[error(transparent)]
    Rejected(#[from] Rejection),
    /// A class that had to be looked at could not be loaded.
    #[error("a class could not be loaded")]
    Load(E),
}

/// The class's name out of a file that may be broken; empty if it cannot be found.
pub(crate) fn guess_name(bytes: &[u8]) -> String {
    rvm_classfile::parse(bytes)
        .ok()
        .and_then(|class| class.name().ok().map(|name| mutf8::to_str_lossy(name).into_owned()))
        .unwrap_or_default()
}
