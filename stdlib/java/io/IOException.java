package java.io;

/** An input or output operation failed. */
public class IOException extends Exception {
    public IOException() {
    }

    public IOException(String s) {
        super(s);
    }

    public IOException(String message, Throwable cause) {
        super(message, cause);
    }

    public IOException(Throwable cause) {
        super(cause);
    }
}
