package java.security;

/** Keys cannot be managed. */
public class KeyManagementException extends KeyException {
    private static final long serialVersionUID = 1L;

    public KeyManagementException() {
        super();
    }

    public KeyManagementException(String msg) {
        super(msg);
    }

    public KeyManagementException(String message, Throwable cause) {
        super(message, cause);
    }

    public KeyManagementException(Throwable cause) {
        super(cause);
    }
}
