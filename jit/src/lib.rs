//! The JIT: bytecode -> SSA of our own (`build`, `ir`) -> Cranelift (`lower`, `codegen`) -> code memory (`memory`), started by counters
//! (`compile`). `helpers` are what compiled code calls. The only crate that names Cranelift.

/// Prints a line; who reads it may have gone.
macro_rules! say {
    ($($text:tt)*) => {{
        use std::io::Write;
        let _ = writeln!(std::io::stdout(), $($text)*);
    }};
}

mod boxing;
mod build;
mod bytecode;
mod codegen;
mod compile;
mod error;
mod helpers;
mod ir;
mod live;
mod lower;
mod memory;
mod opt;
mod poll;
mod print;

pub use compile::{Options, compile_all, install, print_totals};
pub use error::CompileError;
