package java.net;

import java.io.IOException;

/** A protocol was violated. */
public class ProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    public ProtocolException() {
        super();
    }

    public ProtocolException(String msg) {
        super(msg);
    }
}
