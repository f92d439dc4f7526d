//! javac's closing notes about operations whose warnings were not wanted in full.

use rvm_syntax::Diagnostics;
use rvm_syntax::lint::Lint;

/// Adds the notes that the files of this run deserve.
pub fn closing_notes(diags: &Diagnostics) {
    let api = "a deprecated API that is marked for removal";
    note(diags, Lint::Deprecation, "uses or overrides a deprecated API", "use or override a deprecated API");
    note(diags, Lint::Removal, &format!("uses or overrides {api}"), &format!("use or override {api}"));
    note(diags, Lint::Unchecked, "uses unchecked or unsafe operations", "use unchecked or unsafe operations");
    if diags.is_simplified() {
        diags.note("Some messages have been simplified; recompile with -Xdiags:verbose to get full output");
    }
}

fn note(diags: &Diagnostics, lint: Lint, one: &str, many: &str) {
    let files = diags.lints.noted(lint);
    let text = match files.first() {
        None => return,
        Some(&f) if files.len() == 1 => format!("{} {one}.", diags.file(f).name),
        Some(_) => format!("Some input files {many}."),
    };
    diags.note(text);
    diags.note(format!("Recompile with -Xlint:{} for details.", lint.name()));
}
