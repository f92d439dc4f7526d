//! Entering and attribution: trees to symbols, and the trees of bodies to the typed tree.
//!
//! `enter`, `scope` and `check` make symbols of declarations; `attribute` makes HIR of bodies, with `overload` (JLS 15.12),
//! `infer` (JLS 18) and `constant` (JLS 15.29) for its harder parts.

pub mod attribute;
pub mod check;
pub mod constant;
pub mod enter;
pub mod infer;
pub mod module;
pub mod overload;
pub mod scope;

use rvm_model::World;
use rvm_syntax::Diagnostics;

/// Options of a run that attribution looks at.
#[derive(Clone, Debug)]
pub struct Options {
    /// The language level: 8 to 17.
    pub release: u8,
    /// Public classes may be in files of other names (a source file that is run).
    pub any_file_name: bool,
}

impl Ctx<'_> {
    /// Reports class files that were needed but are absent or malformed, at the place where that came out.
    pub fn report_problems(&self, span: rvm_syntax::Span) {
        if !self.world.has_problems() {
            return;
        }
        for problem in self.world.take_problems() {
            let name = problem.binary.as_str().replace(['/', '$'], ".");
            self.diags.error(span, "cant-access", format!("cannot access {name}\n  {}", problem.reason));
        }
    }
}

/// What all phases of this crate share: passed by reference, mutable inside.
pub struct Ctx<'a> {
    /// Symbols and types.
    pub world: &'a World,
    /// Messages.
    pub diags: &'a Diagnostics,
    /// Options.
    pub options: Options,
    /// What attribution remembers between classes.
    pub attr: attribute::Tables,
    /// What entering remembers.
    pub enter: enter::Tables,
}
