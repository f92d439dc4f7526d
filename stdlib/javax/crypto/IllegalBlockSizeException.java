package javax.crypto;

import java.security.GeneralSecurityException;

/** Data is not as long as a cipher wants it. */
public class IllegalBlockSizeException extends GeneralSecurityException {
    private static final long serialVersionUID = -1965144811953540392L;

    public IllegalBlockSizeException() {
    }

    public IllegalBlockSizeException(String msg) {
        super(msg);
    }
}
