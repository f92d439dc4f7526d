package java.nio.channels;

/** An accept is under way. */
public class AcceptPendingException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public AcceptPendingException() {
        super();
    }
}
