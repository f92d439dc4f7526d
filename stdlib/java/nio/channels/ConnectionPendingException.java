package java.nio.channels;

/** A connection is being made. */
public class ConnectionPendingException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public ConnectionPendingException() {
        super();
    }
}
