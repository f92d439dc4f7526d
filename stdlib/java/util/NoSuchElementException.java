package java.util;

/** Signals that an iterator, queue or other source has no element to give. */
public class NoSuchElementException extends RuntimeException {

    public NoSuchElementException() {
    }

    public NoSuchElementException(String s, Throwable cause) {
        super(s, cause);
    }

    public NoSuchElementException(Throwable cause) {
        super(cause);
    }

    public NoSuchElementException(String s) {
        super(s);
    }
}
