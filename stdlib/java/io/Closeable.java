package java.io;

/** Holds a resource until it is closed. */
public interface Closeable extends AutoCloseable {
    @Override
    void close() throws IOException;
}
