package java.security;

/** A key store failed. */
public class KeyStoreException extends GeneralSecurityException {
    private static final long serialVersionUID = 1L;

    public KeyStoreException() {
        super();
    }

    public KeyStoreException(String msg) {
        super(msg);
    }

    public KeyStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    public KeyStoreException(Throwable cause) {
        super(cause);
    }
}
