package java.nio.channels;

import java.io.IOException;

/** The time is over. */
public class InterruptedByTimeoutException extends IOException {
    private static final long serialVersionUID = 1L;

    public InterruptedByTimeoutException() {
        super();
    }
}
