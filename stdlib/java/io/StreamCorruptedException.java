package java.io;

/** What was read is no stream of objects. */
public class StreamCorruptedException extends ObjectStreamException {
    public StreamCorruptedException() {
    }

    public StreamCorruptedException(String reason) {
        super(reason);
    }
}
