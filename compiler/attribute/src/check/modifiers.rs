//! Modifiers: which are allowed where, which exclude each other, which are implied (JLS 8.1.1, 8.3.1, 8.4.3, 9.x).

use crate::Ctx;
use rvm_model::World;
use rvm_syntax::Span;
use rvm_syntax::tree::flags::*;
use rvm_syntax::tree::{MethodDecl, TypeDecl, TypeDeclKind, VarDecl};

/// Where a class is declared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ClassPlace {
    TopLevel,
    Member,
    Local,
}

const ACCESS: u32 = PUBLIC | PROTECTED | PRIVATE;
/// Bits of the tree's modifiers that are keywords.
const KEYWORDS: u32 = ACCESS
    | STATIC
    | FINAL
    | SYNCHRONIZED
    | VOLATILE
    | TRANSIENT
    | NATIVE
    | ABSTRACT
    | STRICTFP
    | DEFAULT
    | SEALED
    | NON_SEALED;

impl<'a> Ctx<'a> {
    /// Reports modifiers outside `mask`, then pairs that exclude each other. Returns the written flags that may stay.
    fn check_flags(&self, span: Span, written: u32, mask: u32, is_type: bool, is_interface: bool) -> u32 {
        let written = written & KEYWORDS;
        let illegal = written & !mask;
        if illegal != 0 {
            let text = format!("modifier {} not allowed here", World::modifier_names(illegal));
            self.diags.error(span, "mod-not-allowed-here", text);
            return written & mask;
        }
        let abstract_like = written | if is_interface { INTERFACE } else { 0 };
        let pairs = [
            (!is_type, ABSTRACT, PRIVATE | STATIC | DEFAULT),
            (!is_type, STATIC | PRIVATE, DEFAULT),
            (true, ABSTRACT | INTERFACE, FINAL | NATIVE | SYNCHRONIZED),
            (true, PUBLIC, PRIVATE | PROTECTED),
            (true, PRIVATE, PUBLIC | PROTECTED),
            (true, FINAL, VOLATILE),
            (!is_type, ABSTRACT | NATIVE, STRICTFP),
            (true, FINAL, SEALED | NON_SEALED),
            (true, SEALED, FINAL | NON_SEALED),
        ];
        for (applies, one, other) in pairs {
            if applies && abstract_like & one != 0 && written & other != 0 {
                let first = |bits: u32| {
                    let lowest = bits & bits.wrapping_neg();
                    if lowest == INTERFACE { "interface".to_string() } else { World::modifier_names(lowest) }
                };
                let text = format!(
                    "illegal combination of modifiers: {} and {}",
                    first(abstract_like & one),
                    first(written & other)
                );
                self.diags.error(span, "illegal-combination-of-modifiers", text);
                // One of the two goes, so that nothing else is said about it.
                return written & !(written & other & (written & other).wrapping_neg());
            }
        }
        written
    }

    pub(crate) fn class_flags(&self, decl: &TypeDecl, place: ClassPlace, implied: u32, inner: bool) -> u32 {
        if decl.name.name.as_str().is_empty() {
            return 0;
        }
        if self.options.release < 16 {
            if place == ClassPlace::Member && inner && decl.kind == TypeDeclKind::Enum {
                self.diags.error(
                    decl.span,
                    "static-declaration-not-allowed-in-inner-classes",
                    "static declarations not allowed in inner classes",
                );
            } else if place == ClassPlace::Local && decl.kind == TypeDeclKind::Interface {
                self.diags.error(decl.span, "intf-not-allowed-here", "interface not allowed here");
            }
        }
        let mut mask = match place {
            ClassPlace::TopLevel => FINAL | ABSTRACT | STRICTFP | PUBLIC | SEALED | NON_SEALED,
            ClassPlace::Member => FINAL | ABSTRACT | STRICTFP | ACCESS | STATIC | SEALED | NON_SEALED,
            ClassPlace::Local => FINAL | ABSTRACT | STRICTFP,
        };
        if place == ClassPlace::Member
            && self.options.release < 16
            && decl.kind == TypeDeclKind::Class
            && inner
        {
            mask &= !STATIC;
        }
        match decl.kind {
            TypeDeclKind::Enum => mask &= !(ABSTRACT | FINAL | SEALED | NON_SEALED),
            TypeDeclKind::Record => mask &= !(ABSTRACT | SEALED | NON_SEALED),
            _ => {}
        }
        let mut written = decl.modifiers.flags | implied;
        if place == ClassPlace::Local && written & (SEALED | NON_SEALED) != 0 {
            let text = "sealed or non-sealed local classes are not allowed";
            self.diags.error(decl.modifiers.span, "sealed-or-non-sealed-local-classes-not-allowed", text);
            written &= !(SEALED | NON_SEALED);
        }
        let is_interface = matches!(decl.kind, TypeDeclKind::Interface | TypeDeclKind::Annotation);
        let mut bits = self.check_flags(decl.span, written, mask, true, is_interface);
        if is_interface {
            bits &= !FINAL;
        }
        bits
    }

    pub(crate) fn field_flags(&self, kind: TypeDeclKind, f: &VarDecl) -> u32 {
        let span = f.span.with_at(f.name.span.at);
        if matches!(kind, TypeDeclKind::Interface | TypeDeclKind::Annotation) {
            let implied = PUBLIC | STATIC | FINAL;
            return self.check_flags(span, f.modifiers.flags, implied, false, false) & implied | implied;
        }
        self.check_flags(
            span,
            f.modifiers.flags,
            ACCESS | STATIC | FINAL | TRANSIENT | VOLATILE,
            false,
            false,
        )
    }

    pub(crate) fn method_flags(&self, kind: TypeDeclKind, m: &MethodDecl, is_ctor: bool) -> u32 {
        let span = m.span.with_at(m.name.span.at);
        let written = m.modifiers.flags;
        if is_ctor {
            let mask = if kind == TypeDeclKind::Enum { PRIVATE } else { ACCESS };
            let bits = self.check_flags(span, written, mask, false, false);
            return if kind == TypeDeclKind::Enum { PRIVATE } else { bits };
        }
        match kind {
            TypeDeclKind::Interface | TypeDeclKind::Annotation => {
                if kind == TypeDeclKind::Interface && written & (DEFAULT | STATIC | PRIVATE) != 0 {
                    let mask = ABSTRACT | PRIVATE | STATIC | PUBLIC | STRICTFP | DEFAULT;
                    let bits = self.check_flags(span, written, mask, false, false);
                    let implied = if bits & PRIVATE != 0 { 0 } else { PUBLIC };
                    // A default method that claims to be abstract was reported.
                    return (bits | implied) & !(if bits & DEFAULT != 0 { ABSTRACT } else { 0 });
                }
                let mask = PUBLIC | ABSTRACT;
                self.check_flags(span, written, mask, false, false) & mask | mask
            }
            TypeDeclKind::Record => {
                let mask = ACCESS | ABSTRACT | STATIC | SYNCHRONIZED | FINAL | STRICTFP;
                self.check_flags(span, written, mask, false, false)
            }
            _ => {
                let mask = ACCESS | ABSTRACT | STATIC | FINAL | SYNCHRONIZED | NATIVE | STRICTFP;
                self.check_flags(span, written, mask, false, false)
            }
        }
    }
}
