package java.security;

/** Guards an object. */
public interface Guard {
    void checkGuard(Object object) throws SecurityException;
}
