package java.nio.channels;

/** The channel was closed by an interrupt. */
public class ClosedByInterruptException extends AsynchronousCloseException {
    private static final long serialVersionUID = 1L;

    public ClosedByInterruptException() {
        super();
    }
}
