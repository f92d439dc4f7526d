package java.nio.channels;

/** No connection is being made. */
public class NoConnectionPendingException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public NoConnectionPendingException() {
        super();
    }
}
