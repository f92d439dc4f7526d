//! Lexer, parser, tree and diagnostics (JLS 3, 2.4).
