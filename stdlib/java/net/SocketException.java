package java.net;

import java.io.IOException;

/** An operation on a socket failed. */
public class SocketException extends IOException {
    private static final long serialVersionUID = 1L;

    public SocketException() {
        super();
    }

    public SocketException(String msg) {
        super(msg);
    }
}
