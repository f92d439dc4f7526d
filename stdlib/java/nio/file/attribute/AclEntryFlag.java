package java.nio.file.attribute;

/** How entries of access lists are inherited. */
public enum AclEntryFlag {
    FILE_INHERIT,
    DIRECTORY_INHERIT,
    NO_PROPAGATE_INHERIT,
    INHERIT_ONLY
}
