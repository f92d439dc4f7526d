package java.security.cert;

import java.security.GeneralSecurityException;

/** A certificate is bad. */
public class CertificateException extends GeneralSecurityException {
    private static final long serialVersionUID = 1L;

    public CertificateException() {
        super();
    }

    public CertificateException(String msg) {
        super(msg);
    }

    public CertificateException(String message, Throwable cause) {
        super(message, cause);
    }

    public CertificateException(Throwable cause) {
        super(cause);
    }
}
