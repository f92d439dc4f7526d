package java.security;

/** What runs with its own rights. */
@FunctionalInterface
public interface PrivilegedAction<T> {
    T run();
}
