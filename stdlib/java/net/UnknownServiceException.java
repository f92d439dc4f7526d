package java.net;

import java.io.IOException;

/** A service is not known. */
public class UnknownServiceException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnknownServiceException() {
        super();
    }

    public UnknownServiceException(String msg) {
        super(msg);
    }
}
