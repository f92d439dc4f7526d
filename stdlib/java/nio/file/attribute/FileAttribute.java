package java.nio.file.attribute;

/** An attribute that a new file gets. */
public interface FileAttribute<T> {
    String name();

    T value();
}
