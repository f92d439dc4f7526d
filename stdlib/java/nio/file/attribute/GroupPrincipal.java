package java.nio.file.attribute;

/** A group of the host. */
public interface GroupPrincipal extends UserPrincipal {
}
