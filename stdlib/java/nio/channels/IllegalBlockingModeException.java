package java.nio.channels;

/** The channel is in the other blocking mode. */
public class IllegalBlockingModeException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public IllegalBlockingModeException() {
        super();
    }
}
