package java.security;

/** A key cannot be read. */
public class UnrecoverableKeyException extends UnrecoverableEntryException {
    private static final long serialVersionUID = 1L;

    public UnrecoverableKeyException() {
        super();
    }

    public UnrecoverableKeyException(String msg) {
        super(msg);
    }
}
