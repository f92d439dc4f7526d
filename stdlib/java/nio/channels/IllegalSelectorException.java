package java.nio.channels;

/** The selector is of another provider. */
public class IllegalSelectorException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public IllegalSelectorException() {
        super();
    }
}
