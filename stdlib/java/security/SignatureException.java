package java.security;

/** A signature failed. */
public class SignatureException extends GeneralSecurityException {
    private static final long serialVersionUID = 1L;

    public SignatureException() {
        super();
    }

    public SignatureException(String msg) {
        super(msg);
    }

    public SignatureException(String message, Throwable cause) {
        super(message, cause);
    }

    public SignatureException(Throwable cause) {
        super(cause);
    }
}
