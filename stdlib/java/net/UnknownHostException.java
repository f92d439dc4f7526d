package java.net;

import java.io.IOException;

/** A host is not known. */
public class UnknownHostException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnknownHostException() {
        super();
    }

    public UnknownHostException(String msg) {
        super(msg);
    }
}
