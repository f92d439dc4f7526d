package java.nio.channels;

/** The channel was closed by another thread. */
public class AsynchronousCloseException extends ClosedChannelException {
    private static final long serialVersionUID = 1L;

    public AsynchronousCloseException() {
        super();
    }
}
