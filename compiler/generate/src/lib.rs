//! Flow analysis, lowering and code generation.
//!
//! [`flow::check`] reports what only control flow tells (JLS 14.22, 16, 11.2); [`generate`] turns a class that passed it into class files by way of
//! the lowered tree (`low`): `lower` erases types and resolves what the JVM does not know, `emit` writes bytecode.

mod emit;
pub mod flow;
mod low;
mod lower;
mod names;

use names::Names;
use rvm_model::World;
use rvm_model::hir::ClassBody;
use rvm_model::module::Module;
use rvm_syntax::Diagnostics;

/// What `-g` asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Debug {
    /// LineNumberTable.
    pub lines: bool,
    /// LocalVariableTable.
    pub vars: bool,
    /// SourceFile.
    pub source: bool,
}

impl Default for Debug {
    fn default() -> Debug {
        Debug { lines: true, vars: false, source: true }
    }
}

/// Options of code generation.
#[derive(Clone, Debug)]
pub struct Options {
    /// `--release`: 8 to 17.
    pub release: u8,
    /// `-g`.
    pub debug: Debug,
    /// `-parameters`.
    pub parameters: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options { release: 17, debug: Debug::default(), parameters: false }
    }
}

/// The class file of a module declaration. What does not fit is reported at no place.
pub fn generate_module(w: &World, diags: &Diagnostics, module: &Module, opts: &Options) -> Option<Vec<u8>> {
    emit::module::module(w, diags, module, opts)
}

/// The class files of a top-level class: binary names and bytes. What does not fit a class file is reported.
pub fn generate(w: &World, diags: &Diagnostics, body: ClassBody, opts: &Options) -> Vec<(String, Vec<u8>)> {
    let names = Names::new(w);
    let classes = lower::lower(w, diags, &names, opts, &body);
    drop(body);
    if diags.error_count() > 0 {
        return Vec::new();
    }
    emit::emit(w, diags, &names, opts, &classes)
}
