package java.nio.channels;

/** The key is cancelled. */
public class CancelledKeyException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public CancelledKeyException() {
        super();
    }
}
