package java.io;

/** What object streams throw. */
public abstract class ObjectStreamException extends IOException {
    protected ObjectStreamException(String message) {
        super(message);
    }

    protected ObjectStreamException() {
    }
}
