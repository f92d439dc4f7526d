package java.nio.file;

/** Tells which paths match. */
@FunctionalInterface
public interface PathMatcher {
    boolean matches(Path path);
}
