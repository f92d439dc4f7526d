package java.nio.file;

/** Kinds of access. */
public enum AccessMode {
    READ,
    WRITE,
    EXECUTE
}
