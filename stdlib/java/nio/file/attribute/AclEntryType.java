package java.nio.file.attribute;

/** Kinds of entries of access lists. */
public enum AclEntryType {
    ALLOW,
    DENY,
    AUDIT,
    ALARM
}
