package java.nio.channels;

/** The channel is connected already. */
public class AlreadyConnectedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public AlreadyConnectedException() {
        super();
    }
}
