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
    pub class: Box<str>,
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
            class: "".into(),
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

    fn class_name(&self) -> &str {
        if self.class.is_empty() { "<Unknown>" } else { &self.class }
    }

    fn location(&self) -> Option<String> {
        let member = self.member.as_ref()?;
        let place = self.at.map(|(pc, mnemonic)| format!(" @{pc}: {mnemonic}")).unwrap_or_default();
        Some(format!("{}.{member}{place}", self.class_name()))
    }

    fn text(&self) -> String {
        let text = match (self.kind, self.location()) {
            (Kind::UnsupportedClassVersion, _) => self.message.replace("%s", self.class_name()),
            (_, Some(location)) => format!("{} in {location}", self.message),
            (_, None) => format!("{} in class file {}", self.message, self.class_name()),
        };
        text + &format!(" [{}]", self.rule)
    }

    /// The message for the Java exception, laid out as HotSpot does.
    pub fn java_message(&self) -> String {
        match self.kind {
            Kind::UnsupportedClassVersion => self.message.replace("%s", self.class_name()),
            Kind::NotAClass => {
                format!("{} is not a class because access_flag ACC_MODULE is set", self.class_name())
            }
            Kind::ClassFormat if self.message == "Truncated class file" => self.message.clone(),
            Kind::ClassFormat => format!("{} in class file {}", self.message, self.class_name()),
            Kind::Verify => {
                let (headline, reason) = self.message.split_once(": ").unwrap_or((&self.message, ""));
                let reason = if reason.is_empty() { "Error exists in the bytecode" } else { reason };
                let location = self.location().unwrap_or_default();
                format!(
                    "{headline}\nException Details:\n  Location:\n    {location}\n  Reason:\n    {reason} [{}]",
                    self.rule
                )
            }
        }
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
pub(crate) fn guess_name(bytes: &[u8]) -> Box<str> {
    rvm_classfile::parse(bytes)
        .ok()
        .and_then(|class| class.name().ok().map(|name| mutf8::to_str_lossy(name).into()))
        .unwrap_or_default()
}
