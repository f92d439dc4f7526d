package java.nio;

/** No room is left in a buffer. */
public class BufferOverflowException extends RuntimeException {
    public BufferOverflowException() {
    }
}
