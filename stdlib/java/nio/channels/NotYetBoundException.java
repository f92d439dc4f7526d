package java.nio.channels;

/** The channel is not bound. */
public class NotYetBoundException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public NotYetBoundException() {
        super();
    }
}
