//! What newer releases of the language brought: refused under an older `--release` or `-source`.

use crate::diagnostics::Diagnostics;
use crate::span::Span;

/// A feature of the language, with the release that brought it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Feature {
    EffectivelyFinalResources,
    Modules,
    MultipleCaseLabels,
    PatternMatching,
    PrivateInterfaceMethods,
    Records,
    ReifiableInstanceof,
    SealedClasses,
    SwitchExpressions,
    SwitchRules,
    TextBlocks,
    VarInLambda,
}

impl Feature {
    /// What it is called, and the first release that has it.
    fn row(self) -> (&'static str, u8) {
        match self {
            Feature::EffectivelyFinalResources => ("variables in try-with-resources", 9),
            Feature::Modules => ("modules", 9),
            Feature::MultipleCaseLabels => ("multiple case labels", 14),
            Feature::PatternMatching => ("pattern matching in instanceof", 16),
            Feature::PrivateInterfaceMethods => ("private interface methods", 9),
            Feature::Records => ("records", 16),
            Feature::ReifiableInstanceof => ("reifiable types in instanceof", 16),
            Feature::SealedClasses => ("sealed classes", 17),
            Feature::SwitchExpressions => ("switch expressions", 14),
            Feature::SwitchRules => ("switch rules", 14),
            Feature::TextBlocks => ("text blocks", 15),
            Feature::VarInLambda => ("var syntax in implicit lambdas", 11),
        }
    }

    /// The first release that has it.
    pub fn since(self) -> u8 {
        self.row().1
    }

    /// The key and text of the error about it under an older release.
    pub fn refusal(self, release: u8) -> (&'static str, String) {
        let (name, since) = self.row();
        let (key, are) = if self == Feature::PatternMatching {
            ("feature-not-supported-in-source", "is")
        } else {
            ("feature-not-supported-in-source-plural", "are")
        };
        (
            key,
            format!(
                "{name} {are} not supported in -source {release}\n  (use -source {since} or higher to enable {name})"
            ),
        )
    }
}

impl Diagnostics {
    /// The language's release (`--release`, `-source`).
    pub fn release(&self) -> u8 {
        match self.release.get() {
            0 => 17,
            release => release,
        }
    }

    /// Refuses a feature that the language's release does not have, once a file. Returns whether it has it.
    pub fn feature(&self, span: Span, feature: Feature) -> bool {
        let release = self.release();
        if release >= feature.since() {
            return true;
        }
        if self.refused.borrow_mut().insert((span.file, feature)) {
            let (key, text) = feature.refusal(release);
            self.error(span, key, text);
        }
        false
    }
}

/// A name that newer releases took from types (JLS 3.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restricted {
    /// From this release on, as messages say it.
    pub since: u8,
    /// The release refuses it; otherwise it warns.
    pub refused: bool,
}

impl Restricted {
    /// Whether types may not have this name from some release on.
    pub fn of(name: &str, release: u8) -> Option<Restricted> {
        let (since, in_force) = match name {
            "var" => (10, 10),
            "yield" => (14, 14),
            "record" => (14, 16),
            "sealed" | "permits" => (15, 17),
            _ => return None,
        };
        Some(Restricted { since, refused: release >= in_force })
    }

    /// The warning of a release that still takes the name.
    pub fn warning(self, name: &str) -> (&'static str, String) {
        let uses = "type declarations or as the element type of an array";
        if matches!(name, "var" | "yield") {
            (
                "restricted-type-not-allowed",
                format!(
                    "as of release {}, '{name}' is a restricted type name and cannot be used for {uses}",
                    self.since
                ),
            )
        } else {
            (
                "restricted-type-not-allowed-preview",
                format!(
                    "'{name}' may become a restricted type name in a future release and may be unusable for {uses}"
                ),
            )
        }
    }
}
