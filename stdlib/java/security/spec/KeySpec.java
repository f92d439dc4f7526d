package java.security.spec;

/** A description of a key. */
public interface KeySpec {
}
