package java.security;

/** What runs with its own rights and may fail. */
@FunctionalInterface
public interface PrivilegedExceptionAction<T> {
    T run() throws Exception;
}
