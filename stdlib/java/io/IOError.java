package java.io;

/** A serious input or output failure. */
public class IOError extends Error {
    public IOError(Throwable cause) {
        super(cause);
    }
}
