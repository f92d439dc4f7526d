package java.nio.channels;

import java.io.IOException;

/** The wait for a lock was interrupted. */
public class FileLockInterruptionException extends IOException {
    private static final long serialVersionUID = 1L;

    public FileLockInterruptionException() {
        super();
    }
}
