package java.security;

/** An entry cannot be read. */
public class UnrecoverableEntryException extends GeneralSecurityException {
    private static final long serialVersionUID = 1L;

    public UnrecoverableEntryException() {
        super();
    }

    public UnrecoverableEntryException(String msg) {
        super(msg);
    }
}
