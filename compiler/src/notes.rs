//! javac's closing notes about deprecated and unchecked operations.

use crate::options::Options;
use rvm_attribute::Ctx;
use rvm_syntax::{Diagnostics, FileId};
use std::collections::BTreeSet;

/// Adds the notes that the files of this run deserve.
pub fn closing_notes(diags: &Diagnostics, ctx: &Ctx<'_>, options: &Options) {
    if options.no_warnings {
        return;
    }
    let lint = |key: &str| options.lint.iter().any(|l| l == key || l == "all");
    let deprecated: BTreeSet<FileId> = ctx.attr.deprecated.borrow().iter().copied().collect();
    if !lint("deprecation") {
        note(
            diags,
            &deprecated,
            "uses or overrides a deprecated API",
            "use or override a deprecated API",
            "deprecation",
        );
    }
    let unchecked: BTreeSet<FileId> = ctx.attr.unchecked.borrow().iter().copied().collect();
    if !lint("unchecked") {
        note(
            diags,
            &unchecked,
            "uses unchecked or unsafe operations",
            "use unchecked or unsafe operations",
            "unchecked",
        );
    }
}

fn note(diags: &Diagnostics, files: &BTreeSet<FileId>, one: &str, many: &str, key: &str) {
    let text = match files.first() {
        None => return,
        Some(&f) if files.len() == 1 => format!("{} {one}.", diags.file(f).name),
        Some(_) => format!("Some input files {many}."),
    };
    diags.note(text);
    diags.note(format!("Recompile with -Xlint:{key} for details."));
}
