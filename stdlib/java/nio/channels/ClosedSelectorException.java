package java.nio.channels;

/** The selector is closed. */
public class ClosedSelectorException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public ClosedSelectorException() {
        super();
    }
}
