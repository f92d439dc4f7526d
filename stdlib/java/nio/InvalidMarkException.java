package java.nio;

/** A buffer has no mark. */
public class InvalidMarkException extends IllegalStateException {
    public InvalidMarkException() {
    }
}
