//! Where warnings are suppressed (JLS 9.6.4.5), and those about deprecated and unchecked things (JLS 9.6.4.6).

use crate::Ctx;
use rvm_model::symbols::{ClassId, FieldId, MethodId};
use rvm_syntax::Span;
use rvm_syntax::lint::{Lint, LintSet};
use rvm_syntax::tree::{ElementValue, ExprKind, Literal, Modifiers, flags};

/// What is deprecated.
#[derive(Clone, Copy)]
pub(crate) enum Old {
    Class(ClassId),
    Field(FieldId),
    Method(MethodId),
}

impl<'a> Ctx<'a> {
    /// Looks for `@SuppressWarnings` and `@Deprecated` among a declaration's modifiers; `span` is all of the declaration.
    pub fn register_suppression(&self, modifiers: &Modifiers, span: Span) {
        let mut quiet = LintSet::NONE;
        for a in &modifiers.annotations {
            match a.name.last().map(|i| i.name.as_str()) {
                Some("Deprecated") => quiet = quiet.with(Lint::Deprecation),
                Some("SuppressWarnings") => {
                    for (_, value) in &a.args {
                        read_words(value, &mut quiet);
                    }
                }
                _ => {}
            }
        }
        if modifiers.flags & flags::DEPRECATED != 0 {
            quiet = quiet.with(Lint::Deprecation);
        }
        self.diags.lints.suppress(span, quiet);
    }

    /// A deprecated class or member is used at a place outside its own top-level class.
    pub(crate) fn warn_deprecated(&self, old: Old, span: Span) {
        let w = self.world;
        let (annotations, name, owner) = match old {
            Old::Class(c) => {
                let sym = w.class(c);
                let place = match w.enclosing_class(c) {
                    Some(o) => w.class_display(o),
                    None if sym.package.as_str().is_empty() => "unnamed package".to_string(),
                    None => sym.package.to_string(),
                };
                (sym.annotations.borrow().clone(), w.class(c).name.to_string(), place)
            }
            Old::Field(f) => {
                let sym = w.field(f);
                (sym.annotations.borrow().clone(), sym.name.to_string(), w.class_display(sym.class))
            }
            Old::Method(m) => {
                let sym = w.method(m);
                let place = w.class_display(sym.class);
                (sym.annotations.borrow().clone(), w.method_display(m), place)
            }
        };
        if self.is_for_removal(old, &annotations) {
            let text = format!("{name} in {owner} has been deprecated and marked for removal");
            self.diags.lint(Lint::Removal, span, "has-been-deprecated-for-removal", text);
        } else {
            let text = format!("{name} in {owner} has been deprecated");
            self.diags.lint(Lint::Deprecation, span, "has-been-deprecated", text);
        }
    }

    /// `@Deprecated(forRemoval = true)`.
    fn is_for_removal(&self, old: Old, annotations: &[rvm_model::hir::Annotation]) -> bool {
        use rvm_model::hir::{AnnotationValue, Const};
        let w = self.world;
        let deprecated =
            |a: &&rvm_model::hir::Annotation| w.class_raw(a.class).binary.as_str() == "java/lang/Deprecated";
        if let Some(a) = annotations.iter().find(deprecated) {
            return a.values.iter().any(|(n, v)| {
                n.as_str() == "forRemoval" && matches!(v, AnnotationValue::Const(Const::Int(1), _))
            });
        }
        // Not annotated yet: the tree tells.
        let modifiers = match old {
            Old::Class(c) => w.class_raw(c).decl.as_ref().map(|d| &d.modifiers),
            Old::Field(f) => w.field(f).decl.as_ref().map(|d| &d.modifiers),
            Old::Method(m) => w.method(m).decl.as_ref().map(|d| &d.modifiers),
        };
        modifiers.is_some_and(|m| {
            m.annotations.iter().any(|a| {
                a.name.last().is_some_and(|i| i.name.as_str() == "Deprecated")
                    && a.args.iter().any(|(n, v)| {
                        n.name.as_str() == "forRemoval"
                            && matches!(v, ElementValue::Expr(e) if matches!(e.kind, ExprKind::Literal(Literal::Bool(true))))
                    })
            })
        })
    }
}

fn read_words(value: &ElementValue, quiet: &mut LintSet) {
    match value {
        ElementValue::Array(list, _) => list.iter().for_each(|v| read_words(v, quiet)),
        ElementValue::Expr(e) => {
            if let ExprKind::Literal(Literal::Str(s)) = &e.kind
                && let Some(lint) = Lint::by_name(&String::from_utf16_lossy(s))
            {
                *quiet = quiet.with(lint);
            }
        }
        ElementValue::Annotation(_) => {}
    }
}
