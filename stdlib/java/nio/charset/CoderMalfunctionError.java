package java.nio.charset;

/** A coder threw an exception. */
public class CoderMalfunctionError extends Error {
    public CoderMalfunctionError(Exception cause) {
        super(cause);
    }
}
