package javax.crypto;

import java.security.GeneralSecurityException;

/** Decrypted data is not padded as it should be. */
public class BadPaddingException extends GeneralSecurityException {
    private static final long serialVersionUID = -5292332781101283216L;

    public BadPaddingException() {
    }

    public BadPaddingException(String msg) {
        super(msg);
    }
}
