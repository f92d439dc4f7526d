package java.nio.file;

/** A path is of another provider. */
public class ProviderMismatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public ProviderMismatchException() {
        super();
    }

    public ProviderMismatchException(String msg) {
        super(msg);
    }
}
