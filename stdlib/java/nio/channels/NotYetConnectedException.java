package java.nio.channels;

/** The channel is not connected. */
public class NotYetConnectedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public NotYetConnectedException() {
        super();
    }
}
