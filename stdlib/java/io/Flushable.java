package java.io;

/** Holds output that can be sent on. */
public interface Flushable {
    void flush() throws IOException;
}
