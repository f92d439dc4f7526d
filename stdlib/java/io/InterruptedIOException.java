package java.io;

/** An operation was interrupted. */
public class InterruptedIOException extends IOException {
    public int bytesTransferred;

    public InterruptedIOException() {
    }

    public InterruptedIOException(String s) {
        super(s);
    }
}
