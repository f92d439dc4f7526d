package java.nio.channels;

/** The channel was not opened for writing. */
public class NonWritableChannelException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public NonWritableChannelException() {
        super();
    }
}
