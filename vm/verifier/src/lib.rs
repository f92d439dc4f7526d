//! Bytecode verifier (JVMS 4.10).
