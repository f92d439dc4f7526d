//! Why a method is not compiled.

/// Why a method stays interpreted.
#[derive(Debug, thiserror::Error)]
pub enum CompileError {
    /// The code breaks a rule that the verifier enforces.
    #[error("malformed bytecode")]
    Malformed,
    /// A loop inside an expression, some of which is evaluated: entered by calls of the method only.
    #[error("operands on the stack where it would be entered")]
    Operands,
    /// Uses jsr and ret, which compilers have not emitted since Java 6.
    #[error("uses subroutines (jsr)")]
    Subroutine,
    /// A loop with several entries that disagree.
    #[error("irreducible control flow")]
    Irreducible,
    /// Larger than what is worth compiling.
    #[error("too large ({0} instructions)")]
    TooLarge(usize),
    /// A bug of the compiler.
    #[error("the compiler panicked")]
    Panic,
    /// No memory for code.
    #[error("code memory: {0}")]
    Memory(std::io::Error),
    /// The code generator refused.
    #[error("code generation: {0}")]
    Codegen(String),
}
