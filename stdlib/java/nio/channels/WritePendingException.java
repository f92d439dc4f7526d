package java.nio.channels;

/** A write is under way. */
public class WritePendingException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public WritePendingException() {
        super();
    }
}
