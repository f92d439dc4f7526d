package java.nio.channels;

/** The channel is bound already. */
public class AlreadyBoundException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public AlreadyBoundException() {
        super();
    }
}
