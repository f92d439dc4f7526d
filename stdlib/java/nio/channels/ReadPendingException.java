package java.nio.channels;

/** A read is under way. */
public class ReadPendingException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public ReadPendingException() {
        super();
    }
}
