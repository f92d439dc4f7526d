//! Class-file format (JVMS 17 chapter 4).
