package java.nio.channels;

/** The channel was not opened for reading. */
public class NonReadableChannelException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public NonReadableChannelException() {
        super();
    }
}
