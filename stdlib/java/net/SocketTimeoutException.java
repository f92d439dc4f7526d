package java.net;

import java.io.InterruptedIOException;

/** A socket operation took too long. */
public class SocketTimeoutException extends InterruptedIOException {
    private static final long serialVersionUID = 1L;

    public SocketTimeoutException() {
        super();
    }

    public SocketTimeoutException(String msg) {
        super(msg);
    }
}
