package java.security.cert;

/** A certificate cannot be encoded. */
public class CertificateEncodingException extends CertificateException {
    private static final long serialVersionUID = 1L;

    public CertificateEncodingException() {
        super();
    }

    public CertificateEncodingException(String msg) {
        super(msg);
    }

    public CertificateEncodingException(String message, Throwable cause) {
        super(message, cause);
    }

    public CertificateEncodingException(Throwable cause) {
        super(cause);
    }
}
